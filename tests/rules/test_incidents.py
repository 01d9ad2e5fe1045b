"""What each rule about network security answers: kept, broken, silent, unknown and left to a person."""

from datetime import date

import pytest

from support import FUZHOU, HANJIANG, MET, UNKNOWN, UNSTATED, a_context, breach, idle, judged, said, stated
from zwfw import Severity
from zwfw.norms import norm
from zwfw.records import JointSecurityTask, SecurityBody, SecurityIncident, SecuritySystem, SecurityUpkeep
from zwfw.rules import incidents
from zwfw.testing.kits import check_rule

PUTIAN = "350300"

INCIDENT = {
    "id": "S-1",
    "area": PUTIAN,
    "occurred_at": "2025-06-03T09:00",
    "harms_one_network": True,
    "plan_started_at": "2025-06-03T09:05",
    "plan_started_at_once": True,
    "remedied_at": "2025-06-03T10:00",
    "contained_at": "2025-06-03T11:00",
}


def an_incident(**changes):
    """An incident in Putian in which every clause is kept, with your changes."""
    return SecurityIncident(**stated(INCIDENT | changes))


HARMLESS = idle("incident-without-harm")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"plan_started_at": "2025-06-03"}, MET),  # a day without an hour: a person has found it at once
        ({"plan_started_at": "2025-06-03T09:00"}, MET),
        ({"plan_started_at": "2025-06-03T08:59"}, breach("emergency-plan-before-incident", "plan_started_at")),
        ({"plan_started_at": "2025-06-02"}, breach("emergency-plan-before-incident", "plan_started_at")),
        ({"plan_started_at_once": False}, breach("emergency-plan-started-late", "plan_started_at_once")),
        ({"plan_started_at_once": None}, breach("emergency-plan-started-late", "plan_started_at_once")),
        # 立即 has no figure, so what is not done yet is a person's to weigh.
        (
            {"plan_started_at": None, "plan_started_at_once": None},
            judged("emergency-plan-not-started", "plan_started_at"),
        ),
        ({"plan_started_at": UNSTATED}, UNKNOWN),
        ({"plan_started_at_once": UNSTATED}, UNKNOWN),
        ({"plan_started_at": None, "harms_one_network": False}, HARMLESS),
        ({"plan_started_at": None, "harms_one_network": None}, HARMLESS),
        ({"harms_one_network": UNSTATED}, UNKNOWN),
        ({"occurred_at": None, "plan_started_at": "2025-06-02"}, idle("incident-not-occurred")),
        ({"occurred_at": UNSTATED}, UNKNOWN),
        ({"occurred_at": "2025-05-05", "plan_started_at_once": False}, idle("not-yet-in-force")),
        ({"area": FUZHOU, "plan_started_at_once": False}, idle("never-in-force")),
        (
            {"area": HANJIANG, "plan_started_at_once": False},
            breach("emergency-plan-started-late", "plan_started_at_once"),
        ),
    ],
)
def test_plan_started_at_once(changes, found):
    """The plan starts at once, and not before there is anything."""
    assert said(incidents.plan_started_at_once, an_incident(**changes)) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        (dict.fromkeys(("remedied_at", "contained_at"), "2025-06-03T09:05"), MET),
        ({"remedied_at": "2025-06-03T09:04"}, breach("remedied-before-plan", "remedied_at")),
        ({"contained_at": "2025-06-03T09:04"}, breach("contained-before-plan", "contained_at")),
        (
            {"plan_started_at": None},
            breach("remedied-before-plan", "remedied_at") + breach("contained-before-plan", "contained_at"),
        ),
        # That remedies come first is but the order of print.
        ({"contained_at": "2025-06-03T09:59"}, judged("contained-before-remedied", "contained_at")),
        ({"contained_at": "2025-06-03T10:00"}, MET),
        ({"contained_at": None}, judged("incident-not-contained", "contained_at")),
        ({"remedied_at": None}, judged("incident-not-remedied", "remedied_at")),
        ({"remedied_at": UNSTATED}, UNKNOWN * 2),
        ({"plan_started_at": UNSTATED}, UNKNOWN * 3),
        (dict.fromkeys(("plan_started_at", "remedied_at", "contained_at")), idle("no-step-taken")),
        ({"harms_one_network": False, "plan_started_at": None}, HARMLESS),
        ({"harms_one_network": UNSTATED}, UNKNOWN),
    ],
)
def test_steps_in_order(changes, found):
    """Nothing before the plan; what is still to come is a person's to weigh."""
    assert said(incidents.steps_in_order, an_incident(**changes)) == found


def test_an_incident_to_come_asks_for_no_plan():
    """Looked at an hour before it came up, and in the same minute."""
    incident = an_incident(plan_started_at=None)

    def found(moment):
        return said(incidents.plan_started_at_once, incident, a_context(moment))

    assert found("2025-06-03T08:00") == idle("incident-not-occurred")
    assert found("2025-06-03T09:00") == judged("emergency-plan-not-started", "plan_started_at")


def test_what_comes_later_is_not_seen_yet():
    """Half past nine on the day itself."""
    answers = said(incidents.steps_in_order, an_incident(), a_context("2025-06-03T09:30"))

    assert answers == judged("incident-not-remedied", "remedied_at") + judged("incident-not-contained", "contained_at")


TASKS = ["安全检查", "风险评估", "监测预警", "信息通报", "应急处置", "安全培训", "安全事件调查"]
UPKEEP = {
    "body": "市数据管理局",
    "area": HANJIANG,
    "level": "乡",
    "role": "数据管理部门",
    "has_data_controls": True,
    "has_data_authentication": True,
    "in_city_protection": True,
    "joint_tasks": TASKS,
    "systems": ["安全自查", "漏洞修复", "监测预警"],
    "has_emergency_plan": True,
    "plan_kept_up_to_date": True,
    "drills_held_regularly": True,
    "has_network_administrator": True,
    "security_training_held_regularly": True,
    "passwords_meet_requirements": True,
    "passwords_changed_regularly": True,
    "virus_database_updated_regularly": True,
    "full_scans_run_regularly": True,
    "no_major_incident": True,
}


def an_upkeep(**changes):
    """A body of Hanjiang that keeps every clause, with your changes."""
    return SecurityUpkeep(**stated(UPKEEP | changes))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("putian-2025/art-45#1", JointSecurityTask),
        ("putian-2025/art-46#1", SecuritySystem),
        ("putian-2025/art-47#1", SecurityBody),
    ],
)
def test_members_are_the_printed_ones(name, kind):
    """In the order of the text, which has the data body first."""
    assert norm(name).members == tuple(each.value for each in kind)


PROTECTED = {
    "has_data_controls": "no-data-controls",
    "has_data_authentication": "no-data-authentication",
    "in_city_protection": "platform-outside-city-protection",
}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        *(({field: False}, breach(reason, field)) for field, reason in PROTECTED.items()),
        (
            {"has_data_controls": UNSTATED, "in_city_protection": None},
            UNKNOWN + breach("platform-outside-city-protection", "in_city_protection"),
        ),
        ({**dict.fromkeys(PROTECTED), "role": "政务服务管理机构"}, idle("not-the-data-body")),
        ({**dict.fromkeys(PROTECTED), "role": None}, idle("not-the-data-body")),
        ({"role": UNSTATED}, UNKNOWN),
        ({"area": FUZHOU, "has_data_controls": False}, idle("never-in-force")),
    ],
)
def test_platform_protected(changes, found):
    """Controls, authentication, and the city's protection: all three, of the data body."""
    assert said(incidents.platform_protected, an_upkeep(**changes)) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"joint_tasks": [*reversed(TASKS), "攻防演习"]}, MET),
        ({"joint_tasks": TASKS[1:]}, judged("joint-security-work-missing", "joint_tasks")),
        ({"joint_tasks": ["攻防演习"]}, judged("joint-security-work-missing", "joint_tasks")),
        ({"joint_tasks": []}, breach("no-joint-security-work", "joint_tasks")),
        ({"joint_tasks": None}, breach("no-joint-security-work", "joint_tasks")),
        ({"joint_tasks": UNSTATED}, UNKNOWN),
        ({"joint_tasks": [], "role": "数据管理部门"}, idle("not-the-management-body")),
    ],
)
def test_joint_work_done(changes, found):
    """The service-management body leads; how often is not said."""
    assert said(incidents.joint_work_done, an_upkeep(**{"role": "政务服务管理机构"} | changes)) == found


NO_SYSTEM = breach("security-system-missing", "systems")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"systems": ["日志审计", "监测预警", "漏洞修复", "安全自查"]}, MET),
        ({"systems": ["安全自查", "漏洞修复"]}, NO_SYSTEM),
        ({"systems": []}, NO_SYSTEM),
        ({"systems": None}, NO_SYSTEM),
        ({"systems": UNSTATED}, UNKNOWN),
        ({"systems": [], "role": None}, idle("upkeep-of-no-department")),
    ],
)
def test_department_systems(changes, found):
    """The three printed, and any others beside."""
    assert said(incidents.department_systems, an_upkeep(**{"role": "各级政务服务职能部门"} | changes)) == found


READY = {
    "has_emergency_plan": "no-emergency-plan",
    "plan_kept_up_to_date": "emergency-plan-out-of-date",
    "drills_held_regularly": "drills-not-regular",
}


@pytest.mark.parametrize("role", [each.value for each in SecurityBody])
@pytest.mark.parametrize("field", READY)
def test_each_of_the_three_bodies_is_ready(role, field):
    """A plan, kept up to date and drilled."""
    assert said(incidents.ready_for_emergencies, an_upkeep(role=role)) == MET
    assert said(incidents.ready_for_emergencies, an_upkeep(role=role, **{field: False})) == breach(READY[field], field)
    assert said(incidents.ready_for_emergencies, an_upkeep(role=role, **{field: UNSTATED})) == UNKNOWN


def test_a_body_that_is_none_of_the_three_needs_no_plan():
    """As a township's centre."""
    found = said(incidents.ready_for_emergencies, an_upkeep(role=None, has_emergency_plan=False))

    assert found == idle("none-of-the-three-bodies")


TOWNSHIP = {
    "has_network_administrator": ("no-network-administrator", "T48"),
    "security_training_held_regularly": ("security-training-not-regular", "T49"),
    "passwords_meet_requirements": ("passwords-too-weak", "T49"),
    "passwords_changed_regularly": ("passwords-not-changed", "T49"),
    "virus_database_updated_regularly": ("virus-database-out-of-date", "T50"),
    "full_scans_run_regularly": ("full-scans-not-regular", "T50"),
    "no_major_incident": ("major-incident-occurred", "T50"),
}


@pytest.mark.parametrize("value", [False, None])
@pytest.mark.parametrize("field", TOWNSHIP)
def test_township_network_kept(field, value):
    """Each row of the card by itself; it costs points and obliges nobody."""
    reason, row = TOWNSHIP[field]

    first, kept = incidents.township_network_kept(an_upkeep(**{field: value}), a_context())

    assert (first.state.name, first.reason, first.path, first.severity) == ("BREACHED", reason, field, Severity.ADVICE)
    assert [each.ref for each in first.clauses] == [f"hanjiang-2023/{row}"]
    assert [each.ref for each in kept.clauses] == [
        f"hanjiang-2023/{each}" for each in ("T48", "T49", "T50") if each != row
    ]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"role": None}, MET),
        ({"passwords_changed_regularly": UNSTATED}, UNKNOWN),
        ({"level": "村", "no_major_incident": False}, idle("upkeep-of-no-township")),
        ({"level": None, "no_major_incident": False}, idle("upkeep-of-no-township")),
        ({"level": UNSTATED}, UNKNOWN),
        ({"area": PUTIAN, "no_major_incident": False}, idle("never-in-force")),
    ],
)
def test_township_network_in_other_cases(changes, found):
    """Kept, unknown, and silent."""
    assert said(incidents.township_network_kept, an_upkeep(**changes)) == found


def test_the_card_lapses_with_the_plan():
    """Its last day is 2026-03-05."""
    upkeep = an_upkeep(passwords_meet_requirements=False)

    assert said(incidents.township_network_kept, upkeep, a_context(date(2026, 3, 5)))[0][0] == "BREACHED"
    assert said(incidents.township_network_kept, upkeep, a_context(date(2026, 3, 6))) == idle("no-longer-in-force")


@pytest.mark.parametrize(
    ("rule", "record"),
    [
        (incidents.plan_started_at_once, an_incident(plan_started_at_once=False)),
        (incidents.steps_in_order, an_incident(remedied_at="2025-06-03T09:00")),
        (incidents.platform_protected, an_upkeep(in_city_protection=False)),
        (incidents.joint_work_done, an_upkeep(role="政务服务管理机构", joint_tasks=[])),
        (incidents.department_systems, an_upkeep(role="各级政务服务职能部门", systems=[])),
        (incidents.ready_for_emergencies, an_upkeep(has_emergency_plan=False)),
    ],
    ids=lambda given: getattr(given, "id", ""),
)
def test_putians_articles_are_duties(rule, record):
    """应: a violation."""
    (found,) = rule(record, a_context())

    assert found.severity is Severity.VIOLATION
    assert {each.document for each in found.clauses} == {"putian-2025"}


@pytest.mark.parametrize("rule", incidents.RULES, ids=lambda rule: rule.id)
def test_each_rule_keeps_what_rules_promise(rule):
    """Whatever it is asked about."""
    check_rule(rule)
