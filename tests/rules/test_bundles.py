"""What each rule about bundles answers: kept, broken, silent and unknown."""

from datetime import date

import pytest

from support import FUZHOU, HANJIANG, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, said, stated
from zwfw import Severity
from zwfw.norms import norm
from zwfw.records import Bundle
from zwfw.rules import bundles

PUTIAN = "350300"

BASE = {
    "name": "新生儿出生",
    "area": PUTIAN,
    "items": ["出生医学证明", "户口登记"],
    "departments": ["卫健委", "公安局"],
    "crosses_levels": False,
    "is_closely_related": True,
    "is_numerous": True,
    "in_great_demand": True,
    "is_frequent": True,
    "is_concentrated_in_time": True,
    "concerns_many": True,
    "on_priority_list": True,
    "on_platform": True,
    "fully_online": True,
    "visits": 1,
    "places": 1,
    "windows": 1,
}


def a_bundle(**changes):
    """A bundle of Putian in which every field is stated and every clause kept, with your changes."""
    return Bundle(**stated(BASE | changes))


def cited(rule, bundle):
    """The state, the severity, the place and the clauses of each answer."""
    return [
        (each.state.name, each.severity, each.path, [clause.ref for clause in each.clauses])
        for each in rule(bundle, a_context())
    ]


OFF_PLATFORM = breach("priority-bundle-off-platform", "on_platform")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"on_platform": False}, OFF_PLATFORM),
        ({"on_platform": None, "area": HANJIANG}, OFF_PLATFORM),
        ({"on_priority_list": False, "on_platform": False}, idle("not-on-priority-list")),
        ({"on_priority_list": None}, idle("not-on-priority-list")),
        ({"on_priority_list": UNSTATED}, UNKNOWN),
        ({"on_platform": UNSTATED}, UNKNOWN),
        ({"on_platform": False, "area": FUZHOU}, idle("never-in-force")),
    ],
)
def test_priority_on_platform(changes, found):
    """What a priority list names is on the platform, in Putian."""
    assert said(bundles.priority_on_platform, a_bundle(**changes)) == found


def test_priority_on_platform_is_promoted():
    """推进 is advice."""
    assert cited(bundles.priority_on_platform, a_bundle(on_platform=False)) == [
        ("BREACHED", Severity.ADVICE, "on_platform", ["putian-2025/art-39"])
    ]


# Putian: (several departments or several levels), and related, and numerous, and concentrated; two items or more


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        # Several departments or several levels: either is enough.
        ({"departments": ["公安局"], "crosses_levels": True}, MET),
        ({"departments": None, "crosses_levels": True}, MET),
        ({"departments": UNSTATED, "crosses_levels": True}, MET),
        ({"crosses_levels": UNSTATED}, MET),
        ({"departments": ["公安局"]}, breach("bundle-of-one-department", "departments")),
        ({"departments": ["公安局", "公安局"]}, breach("bundle-of-one-department", "departments")),
        ({"departments": [], "crosses_levels": None}, breach("bundle-of-one-department", "departments")),
        ({"departments": ["公安局"], "crosses_levels": UNSTATED}, UNKNOWN),
        ({"departments": UNSTATED}, UNKNOWN),
        # 多个 is two or more.
        ({"items": ["户口登记"]}, breach("bundle-of-one-item", "items")),
        ({"items": ["户口登记", "户口登记"]}, breach("bundle-of-one-item", "items")),
        ({"items": None}, breach("bundle-of-one-item", "items")),
        ({"items": ["户口登记", "医保参保", "社保卡"]}, MET),
        # The last three hold together.
        ({"is_closely_related": False}, breach("bundle-not-related", "is_closely_related")),
        ({"is_numerous": False}, breach("bundle-not-numerous", "is_numerous")),
        ({"is_concentrated_in_time": None}, breach("bundle-not-concentrated", "is_concentrated_in_time")),
        # These are asked for elsewhere.
        ({"is_frequent": False, "concerns_many": False, "in_great_demand": False}, MET),
        ({"is_numerous": UNSTATED}, UNKNOWN),
        (
            {"items": UNSTATED, "is_numerous": False},
            UNKNOWN + breach("bundle-not-numerous", "is_numerous"),
        ),
    ],
)
def test_fit_to_bundle_in_putian(changes, found):
    """All the features of the article, of which one is a choice of two."""
    assert said(bundles.fit_to_bundle, a_bundle(**changes)) == found


def test_what_is_missing_of_either_is_named():
    """Both fields that could settle it."""
    (found,) = bundles.fit_to_bundle(a_bundle(departments=UNSTATED, crosses_levels=UNSTATED), a_context())

    assert found.missing == ("departments", "crosses_levels")


MUST, ADVICE = Severity.VIOLATION, Severity.ADVICE
ARTICLE, PLAN = ["putian-2025/art-39"], ["hanjiang-2023/task-12"]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, [("MET", None, "", PLAN + ARTICLE)]),
        # The district's own features; the city's article does not ask for them.
        (
            {"concerns_many": False},
            [("BREACHED", ADVICE, "concerns_many", PLAN), ("MET", None, "", ARTICLE)],
        ),
        ({"is_frequent": None}, [("BREACHED", ADVICE, "is_frequent", PLAN), ("MET", None, "", ARTICLE)]),
        # What both ask for is a duty in the city and advice in the district.
        (
            {"is_numerous": False},
            [("BREACHED", MUST, "is_numerous", ARTICLE), ("BREACHED", ADVICE, "is_numerous", PLAN)],
        ),
        ({"is_closely_related": False}, [("BREACHED", MUST, "is_closely_related", ARTICLE), ("MET", None, "", PLAN)]),
        ({"items": []}, [("BREACHED", MUST, "items", ARTICLE), ("MET", None, "", PLAN)]),
        # Unknown to both, and said once; unknown to one of them, and said of that one.
        ({"is_frequent": UNSTATED}, [("UNDETERMINED", None, "", PLAN), ("MET", None, "", ARTICLE)]),
        ({"is_concentrated_in_time": UNSTATED}, [("UNDETERMINED", None, "", PLAN + ARTICLE)]),
    ],
)
def test_fit_to_bundle_in_hanjiang(changes, found):
    """The district promotes its own four features beside the city's duty; both answers stand."""
    assert cited(bundles.fit_to_bundle, a_bundle(area=HANJIANG, **changes)) == found


def test_the_district_has_four_features():
    """All of the printed ones."""
    assert norm("hanjiang-2023/task-12#1").members == ("涉及面广", "办理量大", "办理频率高", "办理时间相对集中")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, "MET"),
        ({"is_closely_related": False}, "BREACHED"),
        ({"in_great_demand": None}, "BREACHED"),
        # Numbers, times, departments and how many items there are is not Xiamen's question.
        ({"is_numerous": False, "is_concentrated_in_time": False, "departments": [], "items": []}, "MET"),
        ({"in_great_demand": UNSTATED}, "UNDETERMINED"),
    ],
)
def test_fit_to_bundle_in_xiamen(changes, found):
    """There what is bundled is closely related and in great demand."""
    (answer,) = bundles.fit_to_bundle(a_bundle(area=XIAMEN, **changes), a_context())

    assert answer.state.name == found
    assert [each.ref for each in answer.clauses] == ["xiamen-2022/3.1.1"]
    assert answer.severity is (MUST if found == "BREACHED" else None)


@pytest.mark.parametrize(
    ("reason", "field"),
    [
        ("bundle-not-in-demand", "in_great_demand"),
        ("bundle-not-related", "is_closely_related"),
    ],
)
def test_what_is_unfit_in_xiamen(reason, field):
    """Each feature by itself."""
    assert said(bundles.fit_to_bundle, a_bundle(area=XIAMEN, **{field: False})) == breach(reason, field)


def test_what_is_unfit_in_hanjiang_alone():
    """Each feature by itself."""
    held = a_bundle(area=HANJIANG, concerns_many=False, is_frequent=False)

    assert said(bundles.fit_to_bundle, held) == [
        *breach("bundle-not-of-many", "concerns_many"),
        *breach("bundle-not-frequent", "is_frequent"),
        *MET,
    ]


NEITHER = breach("bundle-neither-online-nor-one-visit", "visits")


@pytest.mark.parametrize(
    ("online", "visits", "found"),
    [
        # At most one visit: 0 and 1 are, 2 is not.
        (False, 0, MET),
        (False, 1, MET),
        (False, 2, NEITHER),
        (None, 2, NEITHER),
        (False, None, NEITHER),  # not done offline either
        # 或: fully online is enough.
        (True, 2, MET),
        (True, None, MET),
        (True, UNSTATED, MET),
        (UNSTATED, 1, MET),
        (UNSTATED, 2, UNKNOWN),
        (False, UNSTATED, UNKNOWN),
    ],
)
def test_online_or_one_visit(online, visits, found):
    """Fully online, or one visit at most."""
    assert said(bundles.online_or_one_visit, a_bundle(fully_online=online, visits=visits)) == found


def test_online_or_one_visit_is_a_duty():
    """And says how many visits there are."""
    (found,) = bundles.online_or_one_visit(a_bundle(fully_online=False, visits=3), a_context())

    assert found.severity is Severity.VIOLATION
    assert found.message("en") == (
        "the bundle is neither done fully online nor with at most 1 visit(s) offline; visits offline: 3"
    )


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"places": 0, "windows": None, "visits": 0}, MET),
        ({"places": 2}, breach("bundle-many-places", "places")),
        ({"windows": 2}, breach("bundle-many-windows", "windows")),
        ({"visits": 2}, breach("bundle-many-visits", "visits")),
        (
            {"places": 3, "windows": 2, "visits": UNSTATED},
            breach("bundle-many-places", "places") + breach("bundle-many-windows", "windows") + UNKNOWN,
        ),
        ({"places": 2, "area": PUTIAN}, idle("never-in-force")),
    ],
)
def test_one_place_window_visit(changes, found):
    """One place, one window and one visit, each by itself."""
    assert said(bundles.one_place_window_visit, a_bundle(**{"area": HANJIANG} | changes)) == found


def test_one_place_window_visit_is_promoted():
    """转变 is advice."""
    assert cited(bundles.one_place_window_visit, a_bundle(area=HANJIANG, windows=2)) == [
        ("BREACHED", Severity.ADVICE, "windows", ["hanjiang-2023/task-12"])
    ]


UNFIT = {"is_numerous": False, "in_great_demand": False, "fully_online": False, "visits": 2, "on_platform": False}


@pytest.mark.parametrize(
    ("rule", "area", "day", "states"),
    [
        (bundles.fit_to_bundle, PUTIAN, date(2025, 5, 5), {"NOT_APPLICABLE"}),
        (bundles.fit_to_bundle, PUTIAN, date(2025, 5, 6), {"BREACHED"}),
        (bundles.priority_on_platform, PUTIAN, date(2025, 5, 5), {"NOT_APPLICABLE"}),
        (bundles.online_or_one_visit, PUTIAN, date(2025, 5, 5), {"NOT_APPLICABLE"}),
        (bundles.online_or_one_visit, PUTIAN, date(2025, 5, 6), {"BREACHED"}),
        (bundles.one_place_window_visit, HANJIANG, date(2023, 3, 5), {"NOT_APPLICABLE"}),
        (bundles.one_place_window_visit, HANJIANG, date(2026, 3, 5), {"BREACHED"}),
        (bundles.one_place_window_visit, HANJIANG, date(2026, 3, 6), {"NOT_APPLICABLE"}),
        # Xiamen prints no day of issue: until its earliest deadline it is uncertain whether it binds.
        (bundles.fit_to_bundle, XIAMEN, date(2022, 9, 13), {"NOT_APPLICABLE"}),
        (bundles.fit_to_bundle, XIAMEN, date(2022, 10, 1), {"UNDETERMINED"}),
        (bundles.fit_to_bundle, XIAMEN, date(2022, 11, 30), {"BREACHED"}),
    ],
)
def test_each_text_speaks_while_it_is_in_force(rule, area, day, states):
    """No sooner, and no later."""
    assert {each.state.name for each in rule(a_bundle(area=area, **UNFIT), a_context(day))} == states
