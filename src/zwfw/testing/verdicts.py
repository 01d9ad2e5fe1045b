"""Records of which the answer is known beforehand: all clauses kept, or one rule broken and no other (符合与违反)."""

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.clauses import clause, document
from zwfw.context import Context
from zwfw.errors import ContextError
from zwfw.records import Case
from zwfw.rules import Rule, find_rule
from zwfw.testing import (
    agencies,
    authorisations,
    benefits,
    bundles,
    catalogues,
    certificates,
    changes,
    clerk_teams,
    comparisons,
    data_directories,
    data_requests,
    data_returns,
    departments,
    electronic_files,
    elements,
    equipment,
    guides,
    incidents,
    inspections,
    intermediaries,
    items,
    lists,
    materials,
    negative_lists,
    online_platforms,
    online_rates,
    online_services,
    online_systems,
    placements,
    presence,
    results,
    review_points,
    review_statistics,
    reviews,
    seals,
    self_service_machines,
    staff,
    supervisions,
    trades,
    trainings,
    venue_hours,
    venues,
    windows,
)
from zwfw.testing._records import named
from zwfw.testing.areas import areas, as_areas
from zwfw.testing.attestations import denied_norms
from zwfw.testing.flaws import FLAWS, Flaw
from zwfw.testing.indicators import missed_targets
from zwfw.testing.moments import LAST_DAY
from zwfw.testing.plans import Plan
from zwfw.testing.stories import Story
from zwfw.testing.tasks import late_tasks

__all__ = ["VIOLATIONS", "conforming_cases", "hindsight", "violating"]


@cache
def hindsight() -> Context:
    """The context in which :func:`violating` and the strategies of what conforms keep their word.

    It is the whole province at the end of 2025, when every case that they draw is over.

    >>> hindsight().as_of.date().isoformat()
    '2025-12-31'
    """
    return Context(area="350000", as_of=LAST_DAY)


def conforming_cases(*, area: Area | str | st.SearchStrategy[Area] | None = None) -> st.SearchStrategy[Case]:
    """Cases that state every field and keep every clause: in :func:`hindsight`, ``check(case, ...).ok`` is true.

    Some were refused, and some never received.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The case states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> check(find(conforming_cases(area="涵江区"), lambda case: True), hindsight()).ok
    True
    """
    return named("conforming_cases", _conforming(as_areas(area, areas())))


def violating(rule_id: str, *, area: Area | str | st.SearchStrategy[Area] | None = None) -> st.SearchStrategy[Any]:
    """Records that state every field and break one rule: in :func:`hindsight` that one is breached, and nothing else.

    They are of the kind that the rule speaks of: cases, indicators, progress of tasks, attestations. What else there is
    to say is known and kept: no other rule is breached, none undetermined, none left to a person.

    Args:
        rule_id: The id of a rule of this library.
        area: An area, or a strategy of areas, in which a document of the rule is in force; any such area unless given.
            The record states it.

    Raises:
        UnknownRuleError: If no rule has this id; near ones are named.
        ContextError: If no document of the rule reaches the area; with a strategy, when drawn.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> case = find(violating("cases.special-step-shortened"), lambda case: True)
    >>> [each.rule for each in check(case, hindsight()).breaches], case.area.name
    (['cases.special-step-shortened'], '厦门市')
    >>> late = find(violating("tasks.done-by-the-date", area="鼓楼区"), lambda task: task.done_on is not None)
    >>> [each.reason for each in check(late, hindsight()).breaches]
    ['task-late']
    """
    broken = find_rule(rule_id)
    if area is not None and not isinstance(area, st.SearchStrategy):
        _demand_reach(broken, Area.find(area))
    return named("violating", _violating(broken, as_areas(area, _areas_of(broken))))


@cache
def _homes(broken: Rule) -> tuple[Area, ...]:
    """The areas that the documents of a rule bind."""
    return tuple(dict.fromkeys(Area(document(clause(ref).document).area) for ref in broken.clauses))


def _areas_of(broken: Rule) -> st.SearchStrategy[Area]:
    return st.one_of([areas(within=home) for home in _homes(broken)])


def _demand_reach(broken: Rule, area: Area) -> None:
    homes = _homes(broken)
    if not any(area.is_within(home) for home in homes):
        raise ContextError(f"area: {broken.id} binds {', '.join(map(str, homes))}, got {area!r}")


@st.composite
def _conforming(draw: st.DrawFn, places: st.SearchStrategy[Area]) -> Case:
    return Story(draw, draw(places), Plan()).case()


@st.composite
def _violating(draw: st.DrawFn, broken: Rule, places: st.SearchStrategy[Area]) -> Any:
    area = draw(places)
    _demand_reach(broken, area)
    return draw(VIOLATIONS[broken.id](area))


@st.composite
def _flawed(draw: st.DrawFn, flaws: tuple[Flaw, ...], area: Area) -> Case:
    flaw = draw(st.sampled_from([each for each in flaws if each.is_possible_in(area)]))
    story = Story(draw, area, flaw.plan)
    flaw.spoil(story)
    return story.case()


_ROOMS = (
    materials,
    results,
    review_points,
    elements,
    items,
    placements,
    comparisons,
    guides,
    catalogues,
    changes,
    lists,
    intermediaries,
    agencies,
    bundles,
    trades,
    certificates,
    electronic_files,
    venues,
    equipment,
    windows,
    presence,
    seals,
    staff,
    authorisations,
    departments,
    clerk_teams,
    venue_hours,
    negative_lists,
    benefits,
    data_requests,
    data_directories,
    data_returns,
    supervisions,
    inspections,
    trainings,
    incidents,
    reviews,
    review_statistics,
    online_systems,
    online_platforms,
    online_services,
    online_rates,
    self_service_machines,
)

VIOLATIONS: Mapping[str, Callable[[Area], st.SearchStrategy[Any]]] = {
    **{rule_id: partial(_flawed, flaws) for rule_id, flaws in FLAWS.items()},
    **{rule_id: drawn for room in _ROOMS for rule_id, drawn in room.VIOLATIONS.items()},
    "indicators.target-reached": missed_targets,
    "tasks.done-by-the-date": late_tasks,
    "attestations.norm-kept": denied_norms,
}
"""For each rule, what draws the records of an area that break it and no other."""
