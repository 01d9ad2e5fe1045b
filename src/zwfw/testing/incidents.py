"""Incidents of network security and the guard against them to test with, that break or keep a clause (安全管理)."""

from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area, AreaLevel
from zwfw.records import JointSecurityTask, SecurityBody, SecurityIncident, SecuritySystem, SecurityUpkeep
from zwfw.testing._facts import Flaw, Spoiler, Violations, changed, conforming, violations
from zwfw.testing._records import TRUTHS, Fields, is_or_none, named, records, texts
from zwfw.testing.areas import areas
from zwfw.testing.moments import instant_of, moments, moments_from

__all__ = [
    "VIOLATIONS",
    "conforming_security_incidents",
    "conforming_security_upkeeps",
    "security_incidents",
    "security_upkeeps",
]

_PLACES = "莆田市"
_FIRST = date(2025, 5, 6)
"""The first day of Putian's norms."""

_NOT = (False, None)


def security_incidents(**fields: object) -> st.SearchStrategy[SecurityIncident]:
    """Incidents with steps in any order; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.SecurityIncident`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(security_incidents(plan_started_at=None), lambda incident: incident.harms_one_network).harms_one_network
    True
    """
    usual: Fields = {
        "id": texts(),
        "area": is_or_none(areas()),
        "harms_one_network": TRUTHS,
        "plan_started_at_once": TRUTHS,
    }
    steps = {
        name: is_or_none(moments() | moments(first=_FIRST, last=date(2025, 5, 8)))
        for name in SecurityIncident.model_fields
        if name not in usual
    }
    return named("security_incidents", records(SecurityIncident, {**usual, **steps}, fields))


def conforming_security_incidents(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[SecurityIncident]:
    """Incidents that state every field and keep every clause: in hindsight, ``check(incident, ...).ok`` is true.

    Args:
        area: An area of Putian, or a strategy of such areas; any of them unless given. The incident states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_security_incidents(), lambda incident: True), hindsight()).ok
    True
    """
    places = areas(within=_PLACES) if area is None else area
    return conforming("conforming_security_incidents", SecurityIncident, _tell_incident, places)


def _tell_incident(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    occurred = draw(moments(first=_FIRST, last=date(2025, 9, 30)))
    # A day may be any time of it: what follows is told by the minute only where the incident is.
    planned = occurred + timedelta(minutes=draw(st.integers(0, 30))) if isinstance(occurred, datetime) else occurred
    remedied = draw(moments_from(planned))
    return {
        "id": draw(texts()),
        "area": area,
        "occurred_at": occurred,
        "harms_one_network": True,
        "plan_started_at": planned,
        "plan_started_at_once": True,
        "remedied_at": remedied,
        "contained_at": draw(moments_from(remedied)),
    }


def _before(first: str, *fields: str) -> Spoiler:
    """What is done in *fields* comes some days before what is done in the field *first*."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        early = instant_of(facts[first]) - timedelta(draw(st.integers(1, 20)))
        for field in fields:
            facts[field] = draw(st.sampled_from((early, early.date())))

    return spoil


def security_upkeeps(**fields: object) -> st.SearchStrategy[SecurityUpkeep]:
    """What bodies of any kind do for security; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.SecurityUpkeep`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(security_upkeeps(level="乡"), lambda upkeep: upkeep.no_major_incident).level
    <AreaLevel.TOWNSHIP: '乡'>
    """
    usual: Fields = {
        "body": texts(),
        "area": is_or_none(areas()),
        "level": is_or_none(st.sampled_from(AreaLevel)),
        "role": is_or_none(st.sampled_from(SecurityBody)),
        "joint_tasks": is_or_none(st.lists(st.sampled_from(JointSecurityTask) | texts(), unique=True)),
        "systems": is_or_none(st.lists(st.sampled_from(SecuritySystem) | texts(), unique=True, max_size=4)),
    }
    truths = {name: TRUTHS for name in SecurityUpkeep.model_fields if name not in usual}
    return named("security_upkeeps", records(SecurityUpkeep, {**usual, **truths}, fields))


def conforming_security_upkeeps(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[SecurityUpkeep]:
    """Bodies that state every field and keep every clause: in hindsight, ``check(upkeep, ...).ok`` is true.

    Args:
        area: An area of Putian, or a strategy of such areas; any of them unless given. The body states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_security_upkeeps(area="涵江区"), lambda upkeep: True), hindsight()).ok
    True
    """
    places = areas(within=_PLACES) if area is None else area
    return conforming("conforming_security_upkeeps", SecurityUpkeep, _tell_upkeep, places)


def _tell_upkeep(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    return {
        **dict.fromkeys(SecurityUpkeep.model_fields, True),
        "body": draw(texts()),
        "area": area,
        "level": draw(is_or_none(st.sampled_from(AreaLevel))),
        "role": draw(st.sampled_from(SecurityBody)),
        "joint_tasks": [*draw(st.permutations(tuple(JointSecurityTask))), *draw(st.lists(texts(), max_size=1))],
        "systems": [*draw(st.permutations(tuple(SecuritySystem))), *draw(st.lists(texts(), max_size=1))],
    }


def _lacking(role: SecurityBody, *fields: str) -> tuple[Flaw, ...]:
    """A body of a *role* in which one of *fields* is a no."""
    return tuple(Flaw(changed(role=(role,), **{field: _NOT})) for field in fields)


def _lacking_in_a_township(*fields: str) -> tuple[Flaw, ...]:
    return tuple(Flaw(changed(level=(AreaLevel.TOWNSHIP,), **{field: _NOT})) for field in fields)


_SYSTEMS = tuple(SecuritySystem)

VIOLATIONS: Violations = {
    **violations(
        SecurityIncident,
        _tell_incident,
        {
            "incidents.plan-started-at-once": (
                Flaw(changed(plan_started_at_once=_NOT)),
                Flaw(_before("occurred_at", "plan_started_at")),
            ),
            "incidents.steps-in-order": (
                Flaw(_before("plan_started_at", "remedied_at")),
                Flaw(_before("plan_started_at", "contained_at")),
                Flaw(_before("plan_started_at", "contained_at", "remedied_at")),
            ),
        },
    ),
    **violations(
        SecurityUpkeep,
        _tell_upkeep,
        {
            "incidents.platform-protected": _lacking(
                SecurityBody.DATA, "has_data_controls", "has_data_authentication", "in_city_protection"
            ),
            "incidents.joint-work-done": (Flaw(changed(role=(SecurityBody.MANAGEMENT,), joint_tasks=(None, ()))),),
            "incidents.department-systems": (
                Flaw(
                    changed(
                        role=(SecurityBody.DEPARTMENT,),
                        systems=(None, (), _SYSTEMS[1:], _SYSTEMS[:-1], (*_SYSTEMS[:1], "日志审计")),
                    )
                ),
            ),
            "incidents.ready-for-emergencies": tuple(
                flaw
                for role in SecurityBody
                for flaw in _lacking(role, "has_emergency_plan", "plan_kept_up_to_date", "drills_held_regularly")
            ),
            "incidents.township-network-kept": _lacking_in_a_township(
                "has_network_administrator",
                "security_training_held_regularly",
                "passwords_meet_requirements",
                "passwords_changed_regularly",
                "virus_database_updated_regularly",
                "full_scans_run_regularly",
                "no_major_incident",
            ),
        },
    ),
}
