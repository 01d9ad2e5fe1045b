"""What each rule about online systems and the connections of grassroots centres answers."""

from datetime import date

import pytest

from support import FUZHOU, HANJIANG, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, judged, said, stated
from zwfw import Severity, State
from zwfw.records import CentreConnection, OnlineSystem
from zwfw.rules import online_systems as rules
from zwfw.testing.kits import check_rule

PUTIAN = "350300"

_SYSTEM = {
    "name": "不动产登记系统",
    "area": FUZHOU,
    "is_self_built": True,
    "built_at_province_or_above": False,
    "serves_public_online": True,
    "is_mobile_app": False,
    "connected_to_platform": True,
    "shares_data": True,
    "accounts_recognised": True,
    "on_provincial_identity_platform": True,
    "links": [{"item": "不动产登记", "landing_item": "不动产登记"}],
    "outside_platform": True,
    "required_by_ministry": False,
    "needed_separately": False,
    "platform_can_carry": True,
    "approved_on": None,
    "built_on": "2020-01-01",
    "data_port_open": True,
    "data_port_conditions": None,
    "follows_national_interface_standard": True,
    "follows_provincial_interface_standard": True,
    "unified_login": True,
    "traced_redirect": True,
    "cases_returned": True,
    "merged_into": None,
    "open_security_holes": 0,
}


def a_system(**changes):
    """An old system of a department that keeps every clause, every field stated, with your changes."""
    return OnlineSystem(**stated(_SYSTEM | changes))


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.id)
def test_every_rule_keeps_what_rules_promise(rule):
    """On whatever Hypothesis draws for its kind."""
    check_rule(rule)


# ---------------------------------------------------------------- one login

APART = idle("system-apart")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"accounts_recognised": False}, breach("account-not-recognised", "accounts_recognised")),
        ({"accounts_recognised": None}, breach("account-not-recognised", "accounts_recognised")),
        (
            {"accounts_recognised": False, "is_self_built": False},
            breach("account-not-recognised", "accounts_recognised"),
        ),
        ({"accounts_recognised": False, "connected_to_platform": False}, APART),
        ({"connected_to_platform": None}, APART),
        ({"connected_to_platform": UNSTATED}, UNKNOWN),
        ({"accounts_recognised": UNSTATED}, UNKNOWN),
    ],
)
def test_accounts_recognised(changes, found):
    """Every connected system takes an account registered elsewhere, whoever built it."""
    assert said(rules.accounts_recognised, a_system(**changes)) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        (
            {"on_provincial_identity_platform": False},
            breach("identity-platform-not-used", "on_provincial_identity_platform"),
        ),
        ({"on_provincial_identity_platform": False, "is_self_built": False}, idle("not-self-built")),
        ({"is_self_built": UNSTATED}, UNKNOWN),
        ({"on_provincial_identity_platform": UNSTATED}, UNKNOWN),
    ],
)
def test_identity_platform_in_xiamen(changes, found):
    """Self-built systems are connected to the province's platform for identity."""
    assert said(rules.identity_platform, a_system(area=XIAMEN, **changes)) == found


def test_the_identity_platform_is_xiamens_alone():
    """The province's own table speaks of accounts and not of that platform."""
    system = a_system(on_provincial_identity_platform=False)

    assert said(rules.identity_platform, system) == idle("never-in-force")


# ---------------------------------------------------------------- links

TO_NONE = breach("link-to-no-item", "links[0].landing_item")
TO_ANOTHER = breach("link-to-another-item", "links[0].landing_item")
NO_LINKS = idle("no-links")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        # blanks and the width of characters make no difference
        ({"links": [{"item": "登记（A）", "landing_item": "登记 (Ａ)"}]}, MET),
        ({"links": [{"item": "登记", "landing_item": None}]}, TO_NONE),  # a home page
        ({"links": [{"item": "登记", "landing_item": ""}]}, TO_NONE),
        ({"links": [{"item": "登记", "landing_item": "首页"}]}, TO_ANOTHER),
        ({"links": [{"item": "登记", "landing_item": "注销"}]}, TO_ANOTHER),
        ({"links": [{"item": "登记"}]}, UNKNOWN),
        (
            {"links": [{"item": "登记"}, {"item": "注销", "landing_item": None}]},
            UNKNOWN + breach("link-to-no-item", "links[1].landing_item"),
        ),
        ({"links": []}, NO_LINKS),
        ({"links": None}, NO_LINKS),
        ({"links": UNSTATED}, UNKNOWN),
        ({"links": [{"item": "登记", "landing_item": None}], "is_self_built": False}, NO_LINKS),
        ({"is_self_built": UNSTATED}, UNKNOWN),
        ({"is_self_built": UNSTATED, "links": None}, NO_LINKS),
    ],
)
def test_links_reach_the_item(changes, found):
    """A link leads to the very item at which it stands, and not to a home page or another item."""
    assert said(rules.links_reach_the_item, a_system(**changes)) == found


@pytest.mark.parametrize(("area", "cited"), [(FUZHOU, 1), (XIAMEN, 2)])
def test_links_are_asked_for_by_the_province_and_by_xiamen(area, cited):
    """Both clauses are cited where both are in force."""
    (found,) = rules.links_reach_the_item(
        a_system(area=area, links=[{"item": "甲", "landing_item": None}]), a_context()
    )

    assert len(found.clauses) == cited
    assert found.severity is Severity.VIOLATION


# ---------------------------------------------------------------- new systems

APPROVED = breach("new-system-approved", "approved_on")
BUILT = breach("new-separate-system-built", "built_on")
NOT_BARRED = idle("no-new-separate-system")
MAYBE = judged("perhaps-to-be-approved", "approved_on")
NEW = {"approved_on": "2023-05-01"}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        (NEW, APPROVED),
        ({"approved_on": "2022-09-13"}, NOT_BARRED),  # the day before the table was issued
        ({"approved_on": "2022-09-14"}, APPROVED),
        ({}, NOT_BARRED),
        (NEW | {"outside_platform": False}, NOT_BARRED),
        (NEW | {"required_by_ministry": True}, NOT_BARRED),
        (NEW | {"required_by_ministry": True, "needed_separately": UNSTATED}, NOT_BARRED),
        (NEW | {"required_by_ministry": None, "needed_separately": None}, APPROVED),
        (NEW | {"needed_separately": True}, MAYBE),
        # the province does not ask whom it serves, nor whether the platform can carry it
        (NEW | {"serves_public_online": False, "platform_can_carry": False}, APPROVED),
        (NEW | {"required_by_ministry": UNSTATED}, UNKNOWN),
        (NEW | {"required_by_ministry": UNSTATED, "outside_platform": False}, NOT_BARRED),
        (NEW | {"needed_separately": UNSTATED}, UNKNOWN),
        (NEW | {"outside_platform": UNSTATED}, UNKNOWN),
        ({"approved_on": UNSTATED}, UNKNOWN),
        ({"approved_on": UNSTATED, "required_by_ministry": True}, NOT_BARRED),
    ],
)
def test_no_new_system_by_the_province(changes, found):
    """No project outside the platform is approved, but for what a ministry asks for."""
    assert said(rules.no_new_system, a_system(**changes)) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"built_on": "2023-05-01"}, BUILT),
        ({"built_on": "2022-11-30"}, BUILT),
        # from 2022-09-14 to 2022-11-29 it is not known whether Xiamen's table was in force
        ({"built_on": "2022-11-29"}, NOT_BARRED),
        ({"built_on": None}, NOT_BARRED),
        ({"built_on": "2023-05-01", "needed_separately": True}, NOT_BARRED),
        ({"built_on": "2023-05-01", "platform_can_carry": False}, NOT_BARRED),
        ({"built_on": "2023-05-01", "serves_public_online": False}, NOT_BARRED),
        ({"built_on": "2023-05-01", "outside_platform": False}, NOT_BARRED),
        ({"built_on": "2023-05-01", "required_by_ministry": True}, BUILT),  # the exception is not restated
        ({"built_on": "2023-05-01", "platform_can_carry": UNSTATED}, UNKNOWN),
        ({"built_on": "2023-05-01", "needed_separately": UNSTATED}, UNKNOWN),
        ({"built_on": UNSTATED, "platform_can_carry": False}, NOT_BARRED),
        # both documents, each by its own
        (NEW | {"built_on": "2023-05-01"}, APPROVED + BUILT),
        (NEW | {"built_on": "2023-05-01", "needed_separately": True}, MAYBE),
    ],
)
def test_no_new_system_in_xiamen(changes, found):
    """The city bars what the platform can carry, in principle, and the province's ban stands beside it."""
    assert sorted(said(rules.no_new_system, a_system(area=XIAMEN, **changes))) == sorted(found)


def test_what_a_new_system_weighs():
    """The province's 不再批复 is a ban, the city's 原则上 a departure."""
    found = rules.no_new_system(a_system(area=XIAMEN, approved_on="2023-05-01", built_on="2023-05-01"), a_context())

    assert {(each.clauses[0].ref, each.severity) for each in found} == {
        ("fujian-2022/4.1.2", Severity.VIOLATION),
        ("xiamen-2022/4.1.2", Severity.DEPARTURE),
    }


CLOSED = breach("data-port-closed", "data_port_open")
ON_TERMS = breach("data-port-on-conditions", "data_port_conditions")
UNCONNECTED = breach("system-not-connected", "connected_to_platform")
UNSHARED = breach("system-data-not-shared", "shares_data")
NOTHING_TO_OPEN = idle("no-system-to-open")
NEEDED = NEW | {"needed_separately": True}
MINISTRY = NEW | {"required_by_ministry": True}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        (NEEDED, MET),
        (NEEDED | {"data_port_conditions": []}, MET),
        (NEEDED | {"data_port_open": False}, CLOSED),
        (NEEDED | {"data_port_open": None, "data_port_conditions": ["按次收费"]}, CLOSED),
        (NEEDED | {"data_port_conditions": ["按次收费"]}, ON_TERMS),
        (NEEDED | {"connected_to_platform": False}, UNCONNECTED),
        (NEEDED | {"shares_data": False}, UNSHARED),
        (NEEDED | {"data_port_open": False, "shares_data": None}, CLOSED + UNSHARED),
        (NEEDED | {"data_port_open": UNSTATED, "shares_data": False}, UNKNOWN + UNSHARED),
        (NEEDED | {"data_port_conditions": UNSTATED}, UNKNOWN),
        (NEEDED | {"data_port_open": False, "outside_platform": False}, NOTHING_TO_OPEN),
        (NEEDED | {"data_port_open": False, "approved_on": None}, NOTHING_TO_OPEN),
        (NEEDED | {"data_port_open": False, "approved_on": "2022-09-13"}, NOTHING_TO_OPEN),
        (NEW | {"data_port_open": False}, NOTHING_TO_OPEN),  # not needed: the ban's matter
        (NEW | {"needed_separately": UNSTATED}, UNKNOWN),
        (NEEDED | {"approved_on": UNSTATED}, UNKNOWN),
        # what is not built has no port yet
        (NEEDED | {"data_port_open": False, "connected_to_platform": False, "built_on": None}, NOTHING_TO_OPEN),
        (NEEDED | {"data_port_open": False, "built_on": UNSTATED}, UNKNOWN),
        # built under the table: the duty does not turn on the approval
        (NEEDED | {"data_port_open": False, "approved_on": None, "built_on": "2022-09-14"}, CLOSED),
        (NEEDED | {"data_port_open": False, "approved_on": "2022-09-13", "built_on": "2023-06-01"}, CLOSED),
        (NEEDED | {"data_port_open": False, "approved_on": None, "built_on": "2022-09-13"}, NOTHING_TO_OPEN),
        (NEEDED | {"data_port_open": False, "approved_on": UNSTATED, "built_on": "2023-06-01"}, CLOSED),
        # the province asks it of any system, whomever it serves
        (NEEDED | {"data_port_open": False, "serves_public_online": False}, CLOSED),
        # a ministry's system: nobody can say from the text, unless it is open anyway
        (MINISTRY, MET),
        (MINISTRY | {"data_port_open": False}, judged("port-of-ministry-system", "data_port_open")),
        (
            MINISTRY | {"data_port_open": UNSTATED, "shares_data": False},
            UNKNOWN + judged("port-of-ministry-system", "shares_data"),
        ),
        (MINISTRY | {"data_port_open": False, "needed_separately": True}, CLOSED),
        (MINISTRY | {"required_by_ministry": UNSTATED}, UNKNOWN),
    ],
)
def test_port_open_by_the_province(changes, found):
    """What truly has to be built by itself opens its port without conditions, is connected and shares."""
    assert said(rules.port_open, a_system(**changes)) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        (NEEDED | {"built_on": "2023-06-01", "data_port_open": False}, [("BREACHED", 2)]),
        # built before the city's table, approved after the province's
        (NEEDED | {"data_port_open": False}, [("BREACHED", 1)]),
        (NEEDED | {"approved_on": None, "built_on": "2023-06-01", "data_port_open": False}, [("BREACHED", 2)]),
        # the city's words are of systems for the public, the province's of any
        (
            NEEDED | {"built_on": "2023-06-01", "data_port_open": False, "serves_public_online": False},
            [("BREACHED", 1)],
        ),
        (
            NEEDED | {"built_on": "2023-06-01", "data_port_open": False, "serves_public_online": UNSTATED},
            [("BREACHED", 1), ("UNDETERMINED", 1)],
        ),
        # the city does not speak of ministries
        (MINISTRY | {"built_on": "2023-06-01", "data_port_open": False}, [("NEEDS_JUDGEMENT", 1)]),
        (MINISTRY | {"approved_on": None, "built_on": "2023-06-01"}, [("MET", 1)]),
        (MINISTRY | {"approved_on": None, "built_on": "2020-01-01"}, [("NOT_APPLICABLE", 2)]),
    ],
)
def test_port_open_in_xiamen(changes, found):
    """Each clause speaks of what was begun under it, the city's of what serves the public."""
    answers = rules.port_open(a_system(area=XIAMEN, **changes), a_context())

    assert [(each.state.name, len(each.clauses)) for each in answers] == found


# ---------------------------------------------------------------- apps

UNMERGED = breach("app-not-merged", "merged_into")
BOTH, ONE, OTHER = ["闽政通APP", "莆田惠民宝APP"], ["闽政通APP"], ["莆田惠民宝APP"]


@pytest.mark.parametrize(
    ("merged", "found"),
    [(ONE, MET), (BOTH, MET), (OTHER, UNMERGED), ([], UNMERGED), (None, UNMERGED), (UNSTATED, UNKNOWN)],
)
def test_app_merged_in_xiamen(merged, found):
    """All apps come together in 闽政通, whenever they were built."""
    for built_on in ("2020-01-01", "2025-06-01", UNSTATED):
        assert said(
            rules.app_merged, a_system(area=XIAMEN, is_mobile_app=True, merged_into=merged, built_on=built_on)
        ) == (found)


@pytest.mark.parametrize(
    ("as_of", "found"),
    [
        (date(2022, 11, 29), [("UNDETERMINED", "force-uncertain", "")]),
        (date(2022, 12, 31), idle("not-due-yet", "merged_into")),
        (date(2023, 1, 1), UNMERGED),
    ],
)
def test_xiamens_apps_are_merged_by_the_end_of_2022(as_of, found):
    """The last day counts."""
    app = a_system(area=XIAMEN, is_mobile_app=True)

    assert said(rules.app_merged, app, a_context(as_of=as_of)) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"merged_into": BOTH}, MET),
        ({"merged_into": ONE}, judged("app-merged-into-one", "merged_into")),
        ({"merged_into": OTHER}, judged("app-merged-into-one", "merged_into")),
        ({"merged_into": []}, UNMERGED),
        ({"merged_into": None, "built_on": "2025-05-05"}, UNMERGED),
        ({"merged_into": None, "built_on": "2025-05-06"}, idle("app-built-later")),  # not there when they came in force
        ({"merged_into": None, "built_on": None}, idle("app-built-later")),
        ({"merged_into": None, "built_on": UNSTATED}, UNKNOWN),
        ({"merged_into": UNSTATED}, UNKNOWN),
        ({"merged_into": None, "is_mobile_app": False}, idle("no-departments-app")),
        ({"is_mobile_app": UNSTATED}, UNKNOWN),
    ],
)
def test_app_merged_in_putian(changes, found):
    """Apps that stood already go into both; whether one is enough is left to a person."""
    assert said(rules.app_merged, a_system(**{"area": PUTIAN, "is_mobile_app": True} | changes)) == found


# ---------------------------------------------------------------- systems in Putian

NOT_OF_THE_CITY = idle("no-system-of-the-city")
NATIONAL = breach("national-interface-standard-not-kept", "follows_national_interface_standard")
PROVINCIAL = breach("provincial-interface-standard-not-kept", "follows_provincial_interface_standard")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"follows_national_interface_standard": False}, NATIONAL),
        ({"follows_provincial_interface_standard": None}, PROVINCIAL),
        (
            {"follows_national_interface_standard": UNSTATED, "follows_provincial_interface_standard": False},
            UNKNOWN + PROVINCIAL,
        ),
        ({"follows_national_interface_standard": False, "is_self_built": False}, NOT_OF_THE_CITY),
        ({"follows_national_interface_standard": False, "built_at_province_or_above": True}, NOT_OF_THE_CITY),
        ({"is_self_built": UNSTATED}, UNKNOWN),
    ],
)
def test_interface_standards(changes, found):
    """Both standards, the State's and the province's."""
    assert said(rules.interface_standards, a_system(area=PUTIAN, **changes)) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"connected_to_platform": False}, UNCONNECTED),
        ({"connected_to_platform": None, "shares_data": False}, UNCONNECTED + UNSHARED),
        ({"shares_data": UNSTATED}, UNKNOWN),
        ({"shares_data": False, "is_self_built": False}, NOT_OF_THE_CITY),
        ({"shares_data": False, "built_at_province_or_above": True}, NOT_OF_THE_CITY),
        ({"built_at_province_or_above": UNSTATED}, UNKNOWN),
    ],
)
def test_connected(changes, found):
    """What a department of the city built is connected and shares."""
    assert said(rules.connected, a_system(area=PUTIAN, **changes)) == found


HIGHER = {"built_at_province_or_above": True}
NO_LOGIN = breach("higher-system-without-login", "unified_login")
NO_TRACE = breach("higher-system-without-trace", "traced_redirect")
NO_RETURN = breach("higher-system-cases-not-returned", "cases_returned")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        (HIGHER, MET),
        (HIGHER | {"unified_login": False}, NO_LOGIN),
        (HIGHER | {"traced_redirect": None}, NO_TRACE),
        (HIGHER | {"cases_returned": False}, NO_RETURN),
        (
            HIGHER | {"unified_login": False, "traced_redirect": UNSTATED, "cases_returned": None},
            NO_LOGIN + UNKNOWN + NO_RETURN,
        ),
        (HIGHER | {"unified_login": False, "serves_public_online": False}, idle("no-higher-system")),
        ({"unified_login": False}, idle("no-higher-system")),
        ({"built_at_province_or_above": UNSTATED}, UNKNOWN),
    ],
)
def test_higher_system(changes, found):
    """All three apply where a system of the province or the State serves online."""
    assert said(rules.higher_system, a_system(area=PUTIAN, **changes)) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"open_security_holes": None}, MET),
        ({"open_security_holes": 1}, breach("security-holes", "open_security_holes")),
        ({"open_security_holes": 1, "connected_to_platform": False}, APART),
        ({"open_security_holes": UNSTATED}, UNKNOWN),
        ({"connected_to_platform": UNSTATED}, UNKNOWN),
    ],
)
def test_no_security_holes(changes, found):
    """None at all, whatever its grade."""
    assert said(rules.no_security_holes, a_system(area=PUTIAN, **changes)) == found


@pytest.mark.parametrize(
    "rule", [rules.interface_standards, rules.connected, rules.higher_system, rules.no_security_holes]
)
def test_putians_articles_are_silent_before_and_elsewhere(rule):
    """From 2025-05-06 on, in Putian and its districts."""
    system = {"connected_to_platform": False}

    assert said(rule, a_system(area=PUTIAN, **system), a_context(as_of=date(2025, 5, 5))) == idle("not-yet-in-force")
    assert said(rule, a_system(area=FUZHOU, **system)) == idle("never-in-force")
    assert rule(a_system(area=HANJIANG), a_context(as_of=date(2025, 5, 6)))[0].state in (
        State.MET,
        State.NOT_APPLICABLE,
    )


# ---------------------------------------------------------------- grassroots centres

_DEVICES = ["取号叫号", "高拍仪", "评价器"]
_PLATFORMS = [
    "全市政务服务统一管理服务平台",
    "全市政务数据汇聚共享平台",
    "政务数据共享协同核查平台",
    "全市一体化政务服务平台",
]
_CENTRE = {
    "centre": "国欢镇便民服务中心",
    "area": HANJIANG,
    "is_of_township": True,
    "devices": _DEVICES,
    "platforms": _PLATFORMS,
}
UNEQUIPPED = breach("centre-lacks-devices", "devices")
UNJOINED = breach("centre-not-joined", "platforms")
NO_TOWNSHIP = idle("not-of-a-township")


def a_centre(**changes):
    """The centre of a township of Hanjiang that keeps the clause, with your changes."""
    return CentreConnection(**stated(_CENTRE | changes))


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"devices": [*_DEVICES, "打印机", "叫号屏"]}, MET),
        ({"devices": _DEVICES[:2]}, UNEQUIPPED),
        ({"devices": [*_DEVICES[:2], "打印机"]}, UNEQUIPPED),
        ({"devices": None}, UNEQUIPPED),
        ({"devices": [*_DEVICES[:2], "满意度按键"]}, judged("centre-perhaps-has-devices", "devices")),
        ({"devices": UNSTATED}, UNKNOWN),
        ({"devices": None, "is_of_township": False}, NO_TOWNSHIP),
        ({"is_of_township": UNSTATED}, UNKNOWN),
    ],
)
def test_centre_equipped(changes, found):
    """A queue machine, a document camera and a review device, all three."""
    assert said(rules.centre_equipped, a_centre(**changes)) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"platforms": _PLATFORMS[::-1]}, MET),
        ({"platforms": _PLATFORMS[1:]}, UNJOINED),
        ({"platforms": _PLATFORMS[:3]}, UNJOINED),
        ({"platforms": []}, UNJOINED),
        ({"platforms": UNSTATED}, UNKNOWN),
        ({"platforms": None, "is_of_township": False}, NO_TOWNSHIP),
        ({"is_of_township": UNSTATED}, UNKNOWN),
    ],
)
def test_centre_joined(changes, found):
    """All four platforms."""
    assert said(rules.centre_joined, a_centre(**changes)) == found


@pytest.mark.parametrize(
    ("rule", "field", "late"),
    [(rules.centre_equipped, "devices", UNEQUIPPED), (rules.centre_joined, "platforms", UNJOINED)],
)
def test_centres_have_until_the_end_of_2023(rule, field, late):
    """The plan is of 2023-03-06, and lapses after 2026-03-05."""
    centre = a_centre(**{field: None})

    def on(*day):
        return said(rule, centre, a_context(as_of=date(*day)))

    assert on(2023, 3, 5) == idle("not-yet-in-force")
    assert on(2023, 12, 31) == idle("not-due-yet", field)
    assert on(2024, 1, 1) == late
    assert on(2026, 3, 5) == late
    assert on(2026, 3, 6) == idle("no-longer-in-force")
    assert said(rule, a_centre(area=PUTIAN, **{field: None})) == idle("never-in-force")
