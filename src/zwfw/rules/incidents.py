"""What the clauses say about incidents of network security, and about guarding against them (安全管理)."""

from collections.abc import Iterator

from zwfw.areas import AreaLevel
from zwfw.context import Context
from zwfw.outcomes import Severity
from zwfw.records import JointSecurityTask, SecurityBody, SecurityIncident, SecuritySystem, SecurityUpkeep
from zwfw.records._base import is_before
from zwfw.records.stated import when
from zwfw.rules._asking import Step, all_done, in_order
from zwfw.rules._per_clause import with_kept
from zwfw.rules.engine import Finding, breached, each, judge, not_applicable, rule

__all__ = ["RULES"]

_INCIDENT = "putian-2025/art-47"


@rule("incidents.plan-started-at-once", clauses=(_INCIDENT,))
def plan_started_at_once(incident: SecurityIncident, _: Context) -> Iterator[Finding]:
    """An incident that harms the network security of the service starts the emergency plan at once (立即).

    At once has no figure: a person says whether it was, and decides where the plan is not started yet.
    """
    if not incident.harms_one_network:
        yield not_applicable("incident-without-harm")
    elif incident.occurred_at is None:
        yield not_applicable("incident-not-occurred")
    elif incident.plan_started_at is None:
        yield judge("emergency-plan-not-started", at="plan_started_at", occurred_at=incident.occurred_at)
    elif is_before(incident.plan_started_at, incident.occurred_at):
        yield breached(
            "emergency-plan-before-incident",
            at="plan_started_at",
            started_at=incident.plan_started_at,
            occurred_at=incident.occurred_at,
        )
    elif not incident.plan_started_at_once:
        yield breached("emergency-plan-started-late", at="plan_started_at_once")


_AFTER_THE_PLAN = (
    Step(field="remedied_at", too_early="remedied-before-plan", not_yet="incident-not-remedied"),
    Step(field="contained_at", too_early="contained-before-plan", not_yet="incident-not-contained"),
)


@rule("incidents.steps-in-order", clauses=(_INCIDENT,))
def steps_in_order(incident: SecurityIncident, _: Context) -> Iterator[Finding]:
    """Remedies, and keeping it from spreading, come after the emergency plan was started (处置步骤).

    That the plan comes first follows from 立即. That remedies come before keeping it from spreading is but the order of
    print, so the other order is left to a person; so is a step still to come.
    """
    if not incident.harms_one_network:
        yield not_applicable("incident-without-harm")
        return
    if when(incident, plan_started_at=None, remedied_at=None, contained_at=None):
        yield not_applicable("no-step-taken")
        return
    yield from each(_AFTER_THE_PLAN, lambda step: in_order(incident, "plan_started_at", step))
    yield from each((incident,), _contained_first)


def _contained_first(incident: SecurityIncident) -> Iterator[Finding]:
    planned, remedied, contained = incident.plan_started_at, incident.remedied_at, incident.contained_at
    if planned is None or remedied is None or contained is None or is_before(contained, planned):
        return
    if is_before(contained, remedied):
        yield judge("contained-before-remedied", at="contained_at", contained_at=contained, remedied_at=remedied)


@rule("incidents.platform-protected", clauses=("putian-2025/art-44",))
def platform_protected(upkeep: SecurityUpkeep, _: Context) -> Iterator[Finding]:
    """The data body runs controls and authentication of public data, within the city's protection (安全防护体系)."""
    if upkeep.role is not SecurityBody.DATA:
        yield not_applicable("not-the-data-body")
    else:
        yield from all_done(upkeep, _PROTECTED)


_PROTECTED = {
    "has_data_controls": "no-data-controls",
    "has_data_authentication": "no-data-authentication",
    "in_city_protection": "platform-outside-city-protection",
}


@rule("incidents.joint-work-done", clauses=("putian-2025/art-45",))
def joint_work_done(upkeep: SecurityUpkeep, _: Context) -> Iterator[Finding]:
    """The service-management body does the security work jointly with the data body (联合开展安全检查).

    No frequency is given and the list is left open (等), so where some of it is done a person decides about the rest.
    """
    if upkeep.role is not SecurityBody.MANAGEMENT:
        yield not_applicable("not-the-management-body")
        return
    missing = tuple(task for task in JointSecurityTask if task not in (upkeep.joint_tasks or ()))
    if not upkeep.joint_tasks:
        yield breached("no-joint-security-work", at="joint_tasks")
    elif missing:
        yield judge("joint-security-work-missing", at="joint_tasks", missing=missing)


@rule("incidents.department-systems", clauses=("putian-2025/art-46",))
def department_systems(upkeep: SecurityUpkeep, _: Context) -> Iterator[Finding]:
    """A department has set up and applies self-inspection, repair of holes and monitoring (安全管理制度).

    The list is left open (等), so nothing else is asked for.
    """
    if upkeep.role is not SecurityBody.DEPARTMENT:
        yield not_applicable("upkeep-of-no-department")
        return
    missing = tuple(system for system in SecuritySystem if system not in (upkeep.systems or ()))
    if missing:
        yield breached("security-system-missing", at="systems", missing=missing)


@rule("incidents.ready-for-emergencies", clauses=(_INCIDENT,))
def ready_for_emergencies(upkeep: SecurityUpkeep, _: Context) -> Iterator[Finding]:
    """Each of the three bodies has an emergency plan, keeps it up to date and drills it regularly (应急预案、应急演练).

    That each has one of its own is a reading. How often regularly is, a person says.
    """
    if upkeep.role is None:
        yield not_applicable("none-of-the-three-bodies")
    else:
        yield from all_done(upkeep, _READY)


_READY = {
    "has_emergency_plan": "no-emergency-plan",
    "plan_kept_up_to_date": "emergency-plan-out-of-date",
    "drills_held_regularly": "drills-not-regular",
}


@rule(
    "incidents.township-network-kept",
    clauses=("hanjiang-2023/T48", "hanjiang-2023/T49", "hanjiang-2023/T50"),
    severity=Severity.ADVICE,
)
def township_network_kept(upkeep: SecurityUpkeep, ctx: Context) -> Iterator[Finding]:
    """A township centre has a network administrator, trains, keeps passwords and scans for viruses (网络信息安全).

    No lengths and no intervals are given: a person says whether they are kept. The card costs points and obliges
    nobody, so that a breach is advice.
    """
    if upkeep.level is not AreaLevel.TOWNSHIP:
        yield not_applicable("upkeep-of-no-township")
        return
    found = (finding for ref, reasons in _KEPT.items() for finding in all_done(upkeep, reasons, under=(ref,)))
    yield from with_kept(ctx, _KEPT, found)


_KEPT = {
    "hanjiang-2023/T48": {"has_network_administrator": "no-network-administrator"},
    "hanjiang-2023/T49": {
        "security_training_held_regularly": "security-training-not-regular",
        "passwords_meet_requirements": "passwords-too-weak",
        "passwords_changed_regularly": "passwords-not-changed",
    },
    "hanjiang-2023/T50": {
        "virus_database_updated_regularly": "virus-database-out-of-date",
        "full_scans_run_regularly": "full-scans-not-regular",
        "no_major_incident": "major-incident-occurred",
    },
}

RULES = (
    platform_protected,
    joint_work_done,
    department_systems,
    plan_started_at_once,
    steps_in_order,
    ready_for_emergencies,
    township_network_kept,
)
