"""What each rule about online platforms answers."""

from datetime import date

import pytest

from support import FUZHOU, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, judged, said, stated
from zwfw import Severity
from zwfw.records import OnlinePlatform
from zwfw.rules import online_platforms as rules
from zwfw.testing.kits import check_rule

_CITY_LINKS = ["省汇聚共享平台", "福建省网上办事大厅", "闽政通APP", "市、区两级政务服务业务系统"]
_SHARING_LINKS = ["省汇聚共享平台", "市政务服务管理平台", "各区各部门业务系统"]
_PLATFORM = {
    "name": "平台",
    "area": FUZHOU,
    "kind": "闽政通APP",
    "touch_points": ["申报", "支付"],
    "explained_touch_points": ["申报", "支付"],
    "fault_channel": "12345",
    "fault_limit_hours": 24,
    "faults": [],
    "during_epidemic_control": True,
    "epidemic_zone_functions": ["疫情防控信息查询", "事项办理"],
    "cross_area_kinds": ["跨省通办", "省内通办"],
    "links": None,
    "linked_up_through_sharing_platform": None,
    "follows_sharing_standard": None,
}


def a_platform(**changes):
    """An app that keeps every clause, every field stated, with your changes."""
    return OnlinePlatform(**stated(_PLATFORM | changes))


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.id)
def test_every_rule_keeps_what_rules_promise(rule):
    """On whatever Hypothesis draws for its kind."""
    check_rule(rule)


# ---------------------------------------------------------------- touch points and faults

UNEXPLAINED = breach("touch-points-unexplained", "explained_touch_points")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"explained_touch_points": [" 支付", "申报", "查询"]}, MET),
        ({"explained_touch_points": ["申报"]}, UNEXPLAINED),
        ({"explained_touch_points": None}, UNEXPLAINED),
        ({"touch_points": [], "explained_touch_points": None}, idle("no-touch-points")),
        ({"touch_points": None}, idle("no-touch-points")),
        ({"touch_points": UNSTATED}, UNKNOWN),
        ({"explained_touch_points": UNSTATED}, UNKNOWN),
        ({"explained_touch_points": None, "kind": None}, UNEXPLAINED),  # platforms of every kind
    ],
)
def test_touch_points_explained(changes, found):
    """Every one has its own instruction; one without is enough."""
    assert said(rules.touch_points_explained, a_platform(**changes)) == found


def test_the_unexplained_are_named():
    """Those alone."""
    (found,) = rules.touch_points_explained(a_platform(explained_touch_points=["申报"]), a_context())

    assert found.facts["lacking"] == ("支付",)


NO_CHANNEL = breach("no-fault-channel", "fault_channel")
NO_LIMIT = breach("no-fault-limit", "fault_limit_hours")
NOT_MEANT = judged("platform-perhaps-not-meant", "kind")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"fault_channel": None}, NO_CHANNEL),
        ({"fault_channel": ""}, NO_CHANNEL),
        ({"fault_limit_hours": None}, NO_LIMIT),
        ({"fault_channel": None, "fault_limit_hours": None}, NO_CHANNEL + NO_LIMIT),
        ({"fault_channel": UNSTATED, "fault_limit_hours": None}, UNKNOWN + NO_LIMIT),
        ({"fault_limit_hours": 100_000}, MET),  # the text sets no figure
        ({"kind": "市政务信息共享协同平台"}, MET),
        ({"kind": "市政务信息共享协同平台", "fault_channel": None}, NOT_MEANT),
        ({"kind": "可信电子文件平台", "fault_limit_hours": None}, NOT_MEANT),
        ({"kind": UNSTATED}, MET),
        ({"kind": UNSTATED, "fault_channel": None}, UNKNOWN),
        ({"kind": None, "fault_channel": None}, NO_CHANNEL),
    ],
)
def test_fault_channel(changes, found):
    """A place where faults are reported, and a time of the platform's own."""
    assert said(rules.fault_channel, a_platform(**changes)) == found


LATE = breach("fault-dealt-with-late", "faults[0].solved_at")
NOT_DUE = idle("not-due-yet", "faults[0]")


@pytest.mark.parametrize(
    ("reported", "solved", "found"),
    [
        # 24 hours from 09:00 end at 09:00 the next day, which counts
        ("2025-06-03T09:00", "2025-06-04T08:59", MET),
        ("2025-06-03T09:00", "2025-06-04T09:00", MET),
        ("2025-06-03T09:00", "2025-06-04T09:01", LATE),
        # rest days count: the 7th and 8th are a weekend
        ("2025-06-06T17:00", "2025-06-09T09:00", LATE),
        ("2025-06-03T09:00", None, LATE),
        ("2025-06-03T09:00", UNSTATED, UNKNOWN),
        # looked at in the last second of the 30th
        ("2025-06-30T00:30", None, NOT_DUE),
        ("2025-06-29T23:00", None, LATE),
        # days alone: from the last minute of the 3rd to the first of the 5th it is a minute more than 24 hours
        ("2025-06-03", "2025-06-05", LATE),
        ("2025-06-03", "2025-06-03", MET),
        ("2025-06-03", "2025-06-04", UNKNOWN),
        ("2025-06-03T09:00", "2025-06-04", UNKNOWN),
        ("2025-06-03", "2025-06-04T23:00", UNKNOWN),
        ("2025-06-28", None, LATE),
        ("2025-06-29", None, UNKNOWN),
    ],
)
def test_faults_dealt_with(reported, solved, found):
    """Within 24 hours of the clock, which is the platform's own time."""
    fault = stated({"reported_at": reported, "solved_at": solved})

    assert said(rules.faults_dealt_with, a_platform(faults=[fault])) == found


def test_the_time_of_day_that_is_missing_is_named():
    """Each moment that has none."""
    faults = [
        {"reported_at": "2025-06-03", "solved_at": "2025-06-04"},
        {"reported_at": "2025-06-29", "solved_at": None},
    ]
    found = rules.faults_dealt_with(a_platform(faults=faults), a_context())

    assert [each.missing for each in found] == [
        ("faults[0].reported_at.time", "faults[0].solved_at.time"),
        ("faults[1].reported_at.time",),
    ]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"faults": None}, idle("no-faults")),
        ({"faults": []}, idle("no-faults")),
        ({"faults": UNSTATED}, UNKNOWN),
        ({"fault_limit_hours": None}, idle("no-time-stated")),
        ({"fault_limit_hours": UNSTATED}, UNKNOWN),
        ({"fault_limit_hours": 72}, MET),
    ],
)
def test_without_faults_or_a_time_nothing_is_late(changes, found):
    """That no time is set is the question of the other rule."""
    fault = {"reported_at": "2025-06-03T09:00", "solved_at": "2025-06-05T09:00"}

    assert said(rules.faults_dealt_with, a_platform(**{"faults": [fault]} | changes)) == found


def test_a_fault_that_is_still_to_come_is_not_seen():
    """What is reported after the moment of looking has not happened."""
    faults = [{"reported_at": "2025-07-01T09:00"}, {"reported_at": "2025-06-01T09:00", "solved_at": None}]

    assert said(rules.faults_dealt_with, a_platform(faults=faults)) == breach(
        "fault-dealt-with-late", "faults[1].solved_at"
    )


# ---------------------------------------------------------------- zone and app

NO_ZONE = breach("no-epidemic-zone", "epidemic_zone_functions")
HALF_A_ZONE = breach("epidemic-zone-lacks", "epidemic_zone_functions")
NOT_ASKED = idle("no-epidemic-zone-asked")


@pytest.mark.parametrize("area", [FUZHOU, XIAMEN])
@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"kind": "省网上办事大厅"}, MET),
        ({"epidemic_zone_functions": None}, NO_ZONE),
        ({"epidemic_zone_functions": [], "kind": "省网上办事大厅"}, NO_ZONE),
        ({"epidemic_zone_functions": ["事项办理"]}, HALF_A_ZONE),
        ({"epidemic_zone_functions": ["疫情防控信息查询"]}, HALF_A_ZONE),
        ({"epidemic_zone_functions": None, "kind": "“e政务”自助服务一体机"}, NOT_ASKED),
        ({"epidemic_zone_functions": None, "kind": None}, NOT_ASKED),
        ({"epidemic_zone_functions": None, "during_epidemic_control": False}, NOT_ASKED),
        ({"during_epidemic_control": UNSTATED}, UNKNOWN),
        ({"during_epidemic_control": UNSTATED, "kind": None}, NOT_ASKED),
        ({"kind": UNSTATED}, UNKNOWN),
        ({"epidemic_zone_functions": UNSTATED}, UNKNOWN),
    ],
)
def test_epidemic_zone(area, changes, found):
    """Portal and app, for looking up and for handling, in times of epidemic control."""
    assert said(rules.epidemic_zone, a_platform(area=area, **changes)) == found


NOT_IN_APP = breach("cross-area-not-in-app", "cross_area_kinds")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"cross_area_kinds": ["跨省通办"]}, NOT_IN_APP),
        ({"cross_area_kinds": ["省内通办"]}, NOT_IN_APP),
        ({"cross_area_kinds": None}, NOT_IN_APP),
        ({"cross_area_kinds": None, "kind": "省网上办事大厅"}, idle("not-the-app")),
        ({"kind": UNSTATED}, UNKNOWN),
        ({"cross_area_kinds": UNSTATED}, UNKNOWN),
    ],
)
def test_cross_area_in_app(changes, found):
    """Both kinds can be handled in the app."""
    assert said(rules.cross_area_in_app, a_platform(**changes)) == found


@pytest.mark.parametrize(("area", "cited"), [(FUZHOU, 1), (XIAMEN, 2)])
def test_services_across_areas_are_promoted(area, cited):
    """推动 is advice, in the province and in Xiamen."""
    (found,) = rules.cross_area_in_app(a_platform(area=area, cross_area_kinds=[]), a_context())

    assert (found.severity, len(found.clauses)) == (Severity.ADVICE, cited)


# ---------------------------------------------------------------- Xiamen's platforms

UNLINKED = breach("platform-not-linked", "links")
OTHERWISE = breach("linked-up-otherwise", "linked_up_through_sharing_platform")
ANOTHER = idle("another-platform")
CITY = {
    "area": XIAMEN,
    "kind": "市一体化政务服务平台",
    "links": _CITY_LINKS,
    "linked_up_through_sharing_platform": True,
}
SHARING = {"area": XIAMEN, "kind": "市政务信息共享协同平台", "links": _SHARING_LINKS}
FILES = {"area": XIAMEN, "kind": "可信电子文件平台", "follows_sharing_standard": True}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        *[({"links": [link for link in _CITY_LINKS if link != left_out]}, UNLINKED) for left_out in _CITY_LINKS],
        ({"links": _SHARING_LINKS}, UNLINKED),
        ({"links": None}, UNLINKED),
        ({"linked_up_through_sharing_platform": False}, OTHERWISE),
        ({"links": None, "linked_up_through_sharing_platform": None}, UNLINKED + OTHERWISE),
        ({"links": UNSTATED, "linked_up_through_sharing_platform": False}, UNKNOWN + OTHERWISE),
        ({"links": None, "kind": None}, ANOTHER),
        ({"links": None, "kind": "市政务信息共享协同平台"}, ANOTHER),
        ({"kind": UNSTATED}, UNKNOWN),
    ],
)
def test_city_platform_linked(changes, found):
    """All four, and up through the sharing platform."""
    assert said(rules.city_platform_linked, a_platform(**CITY | changes)) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        *[({"links": [link for link in _SHARING_LINKS if link != left_out]}, UNLINKED) for left_out in _SHARING_LINKS],
        ({"links": _CITY_LINKS}, UNLINKED),
        ({"links": UNSTATED}, UNKNOWN),
        ({"links": None, "kind": "市一体化政务服务平台"}, ANOTHER),
        ({"kind": UNSTATED}, UNKNOWN),
    ],
)
def test_sharing_platform_linked(changes, found):
    """Up to the province's, across to the city's and to the systems of districts and departments."""
    assert said(rules.sharing_platform_linked, a_platform(**SHARING | changes)) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"follows_sharing_standard": False}, breach("sharing-standard-not-kept", "follows_sharing_standard")),
        ({"follows_sharing_standard": UNSTATED}, UNKNOWN),
        ({"follows_sharing_standard": False, "kind": None}, ANOTHER),
        ({"kind": UNSTATED}, UNKNOWN),
    ],
)
def test_files_by_sharing_standard(changes, found):
    """The platform of trusted e-files goes by the sharing platform's standard."""
    assert said(rules.files_by_sharing_standard, a_platform(**FILES | changes)) == found


@pytest.mark.parametrize(
    ("rule", "facts", "last"),
    [
        (rules.city_platform_linked, CITY | {"links": None}, date(2022, 11, 30)),
        (rules.city_platform_linked, CITY | {"linked_up_through_sharing_platform": None}, date(2022, 11, 30)),
        (rules.files_by_sharing_standard, FILES | {"follows_sharing_standard": None}, date(2022, 11, 30)),
        (rules.sharing_platform_linked, SHARING | {"links": None}, date(2022, 12, 31)),
    ],
)
def test_xiamens_platforms_are_linked_by_their_dates(rule, facts, last):
    """The last day counts, and the day after it is late; elsewhere nothing is asked."""
    ((state, reason, path),) = said(rule, a_platform(**facts), a_context(as_of=last))

    assert (state, reason) == ("NOT_APPLICABLE", "not-due-yet")
    (late,) = rule(a_platform(**facts), a_context(as_of=date.fromordinal(last.toordinal() + 1)))
    assert (late.state.name, late.path) == ("BREACHED", path)
    assert said(rule, a_platform(**facts | {"area": FUZHOU})) == idle("never-in-force")


@pytest.mark.parametrize("rule", [rules.touch_points_explained, rules.fault_channel, rules.epidemic_zone])
def test_the_provinces_table_is_in_force_from_its_day(rule):
    """2022-09-14."""
    poor = a_platform(explained_touch_points=None, fault_channel=None, epidemic_zone_functions=None)

    assert said(rule, poor, a_context(as_of=date(2022, 9, 13))) == idle("not-yet-in-force")
    assert rule(poor, a_context(as_of=date(2022, 9, 14)))[0].severity is Severity.VIOLATION
