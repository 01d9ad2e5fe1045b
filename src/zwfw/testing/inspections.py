"""Inspections and years of oversight to test with, that break or keep a clause (督查、考核)."""

from calendar import monthrange
from datetime import date
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.records import (
    AppraisalPlatform,
    BreachArea,
    Inspection,
    InspectionProblem,
    OversightYear,
    PublicityChannel,
    Sanction,
    ServiceSide,
    SupportKind,
)
from zwfw.testing._facts import Flaw, Spoiler, Violations, changed, conforming, one_part, violations
from zwfw.testing._records import TRUTHS, Fields, as_strategies, fields_of, is_or_none, named, records, texts
from zwfw.testing.areas import areas
from zwfw.testing.moments import moments, moments_from

__all__ = [
    "VIOLATIONS",
    "conforming_inspections",
    "conforming_oversight_years",
    "inspection_problems",
    "inspections",
    "oversight_years",
]

_PUTIAN, _HANJIANG = "putian-2025/art-38", "hanjiang-2023/safeguard-4"
_NORMS_OF_PUTIAN = date(2025, 5, 6)
_NOT = (False, None)


def inspection_problems(**fields: object) -> st.SearchStrategy[InspectionProblem]:
    """Problems, corrected or not; what is not given is stated or not.

    Args:
        fields: Any field of an :class:`~zwfw.records.InspectionProblem`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.
        ValidationError: When drawn, if the correction would be urged after the problem was corrected.

    >>> from hypothesis import find
    >>> find(inspection_problems(responsible=None), lambda problem: problem.corrected_singly).corrected_singly
    True
    """
    usual: Fields = {
        "what": texts(),
        "responsible": is_or_none(texts()),
        "urged_at": is_or_none(moments(last=date(2024, 6, 30))),
        "corrected_at": is_or_none(moments(first=date(2024, 6, 30))),
        "corrected_singly": TRUTHS,
        "breaks_efficiency_rules": TRUTHS,
        "breach_area": is_or_none(st.sampled_from(BreachArea) | texts()),
        "sanctions": is_or_none(st.lists(st.sampled_from(Sanction), unique=True)),
    }
    return named("inspection_problems", records(InspectionProblem, usual, fields))


def inspections(**fields: object) -> st.SearchStrategy[Inspection]:
    """Inspections with problems or without; what is not given is stated or not.

    Args:
        fields: Any field of an :class:`~zwfw.records.Inspection`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(inspections(on_site=True), lambda inspection: inspection.problems == ()).on_site
    True
    """
    usual: Fields = {
        "institution": texts(),
        "area": is_or_none(areas()),
        "inspected_at": is_or_none(moments()),
        "on_site": TRUTHS,
        "problem_list_drawn_up": TRUTHS,
        "problems": is_or_none(st.lists(inspection_problems(), max_size=3)),
    }
    return named("inspections", records(Inspection, usual, fields))


def conforming_inspections(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[Inspection]:
    """Inspections that state every field and keep every clause: in hindsight, ``check(inspection, ...).ok`` is true.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The inspection states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_inspections(area="厦门市"), lambda inspection: True), hindsight()).ok
    True
    """
    return conforming("conforming_inspections", Inspection, _tell_inspection, area)


def _tell_inspection(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    inspected = draw(moments(first=_NORMS_OF_PUTIAN, last=date(2025, 9, 30)))
    return {
        "institution": draw(texts()),
        "area": area,
        "inspected_at": inspected,
        "on_site": True,
        "problem_list_drawn_up": True,
        "problems": [_problem(draw, inspected) for _ in range(draw(st.integers(1, 3)))],
    }


def _problem(draw: st.DrawFn, inspected: Any) -> dict[str, Any]:
    urged = draw(moments_from(inspected))
    breaks = draw(TRUTHS)
    return {
        "what": draw(texts()),
        "responsible": draw(texts()),
        "urged_at": urged,
        "corrected_at": draw(moments_from(urged)),
        "corrected_singly": True,
        "breaks_efficiency_rules": breaks,
        "breach_area": draw(is_or_none(st.sampled_from(BreachArea) | texts())),
        "sanctions": draw(st.permutations(tuple(Sanction))) if breaks else None,
    }


def _each_part(**choices: tuple[object, ...]) -> Flaw:
    return Flaw(one_part("problems", changed(**choices)))


_INSPECTIONS: Violations = violations(
    Inspection,
    _tell_inspection,
    {
        "inspections.problems-listed": (
            Flaw(changed(problem_list_drawn_up=_NOT)),
            _each_part(responsible=(None, "")),
        ),
        "inspections.correction-urged": (_each_part(urged_at=(date(2025, 4, 1), date(2025, 5, 5))),),
        "inspections.corrected-one-by-one": (_each_part(corrected_singly=_NOT),),
        "inspections.breaches-have-consequences": (
            _each_part(breaks_efficiency_rules=(True,), breach_area=tuple(BreachArea), sanctions=(None, ())),
        ),
    },
)


def _days(year: int) -> st.SearchStrategy[date]:
    return st.dates(date(year, 1, 1), date(year, 12, 31))


def oversight_years(**fields: object) -> st.SearchStrategy[OversightYear]:
    """Years of oversight with inspections and reports of many days or none; what is not given is stated or not.

    Args:
        fields: Any field of an :class:`~zwfw.records.OversightYear`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.
        ValidationError: When drawn, if a day would be of another year.

    >>> from hypothesis import find
    >>> find(oversight_years(year=2024), lambda held: bool(held.onsite_on)).onsite_on[0].year
    2024
    """
    years = as_strategies(OversightYear, fields).get("year", st.integers(2022, 2026)).map(int)
    return named("oversight_years", years.flatmap(lambda year: _oversight_of(year, fields)))


def _oversight_of(year: int, fields: dict[str, object]) -> st.SearchStrategy[OversightYear]:
    days = is_or_none(st.lists(_days(year), max_size=6))
    usual: Fields = {
        "unit": texts(),
        "year": st.just(year),
        "area": is_or_none(areas()),
        "onsite_on": days,
        "reported_on": days,
        "appraised_on": is_or_none(_days(year)),
        "appraisal_platforms": is_or_none(st.lists(st.sampled_from(AppraisalPlatform), unique=True)),
        "third_party_tried": is_or_none(st.lists(st.sampled_from(ServiceSide), unique=True)),
        "supports": is_or_none(st.lists(st.sampled_from(SupportKind), unique=True)),
        "explained_on": is_or_none(st.lists(st.sampled_from(PublicityChannel) | texts(), max_size=4)),
    }
    truths = {name: TRUTHS for name in OversightYear.model_fields if name not in usual}
    facts = fields_of(OversightYear, {**usual, **truths}, {**fields, "year": year})
    return facts.map(lambda told: OversightYear(**told))


def conforming_oversight_years(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[OversightYear]:
    """Years of oversight that state every field and keep every clause: in hindsight, ``check(held, ...).ok`` is true.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The year states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_oversight_years(area="涵江区"), lambda held: True), hindsight()).ok
    True
    """
    return conforming("conforming_oversight_years", OversightYear, _tell_year, area)


def _tell_year(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    return _year(draw, area, draw(st.sampled_from((2024, 2025))))


def _year(draw: st.DrawFn, area: Area, year: int) -> dict[str, Any]:
    """A year in which something was done in every month, and an inspection in every quarter."""
    quarters = [draw(st.integers(0, 2)) + first for first in (1, 4, 7, 10)]
    further = draw(st.lists(_days(year), max_size=2))
    return {
        **dict.fromkeys(OversightYear.model_fields, True),
        "unit": draw(texts()),
        "year": year,
        "area": area,
        "onsite_on": draw(st.permutations([*(_day(draw, year, month) for month in quarters), *further])),
        "reported_on": [_day(draw, year, month) for month in range(1, 13)],
        "appraised_on": draw(_days(year)),
        "appraisal_platforms": draw(st.permutations(tuple(AppraisalPlatform))),
        "third_party_tried": draw(st.permutations(tuple(ServiceSide))),
        "supports": draw(st.permutations(tuple(SupportKind))),
        "explained_on": [*draw(st.permutations(tuple(PublicityChannel))), *draw(st.lists(texts(), max_size=1))],
    }


def _day(draw: st.DrawFn, year: int, month: int) -> date:
    """A day of a month, often its first or last."""
    last = monthrange(year, month)[1]
    return date(year, month, draw(st.sampled_from((1, last)) | st.integers(1, last)))


def _without_quarter(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """No inspection in one of the quarters that are over, or in none of them."""
    gone = draw(st.sampled_from((0, 1, 2)))
    kept = [day for day in facts["onsite_on"] if (day.month - 1) // 3 != gone]
    facts["onsite_on"] = draw(st.sampled_from((kept, [], None)))


def _without_month(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """No report in one of the months that are over, or in none of them."""
    gone = draw(st.integers(1, 11))
    kept = [day for day in facts["reported_on"] if day.month != gone]
    facts["reported_on"] = draw(st.sampled_from((kept, [], None)))


def _of_2025(**choices: tuple[object, ...]) -> Spoiler:
    """The year from the May of which the norms of Putian are in force."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        facts |= _year(draw, facts["area"], 2025)
        changed(**choices)(draw, facts)

    return spoil


def _less(field: str, *members: object) -> Flaw:
    """One of a closed list is missing, or all are."""
    return Flaw(_of_2025(**{field: (None, (), members[1:], members[:-1])}))


_YEARS: Violations = violations(
    OversightYear,
    _tell_year,
    {
        "inspections.each-quarter": (Flaw(_without_quarter),),
        "inspections.patrolled-routinely": (
            Flaw(changed(patrolled_routinely=_NOT)),
            Flaw(changed(patrols_use_video_system=_NOT)),
            Flaw(changed(warnings_followed_up=_NOT), "hanjiang-2023/task-5"),
        ),
        "inspections.leaders-come-regularly": (Flaw(changed(leaders_come_regularly=_NOT)),),
        "inspections.results-reported": (
            Flaw(_of_2025(reported_regularly=_NOT)),
            Flaw(_without_month, _HANJIANG),
        ),
        "inspections.appraised-yearly": (
            Flaw(_of_2025(compliance_in_indicators=_NOT)),
            _less("appraisal_platforms", *AppraisalPlatform),
        ),
        "inspections.third-party-tries": (
            Flaw(_of_2025(third_party_commissioned=_NOT)),
            Flaw(changed(third_party_tried=(None, (), (ServiceSide.ONLINE,))), "xiamen-2022/2.5.7"),
            Flaw(changed(suggestions_used=_NOT), "xiamen-2022/2.5.7"),
        ),
        "inspections.work-supported": (
            Flaw(_of_2025(budget_requested=_NOT)),
            _less("supports", *SupportKind),
            Flaw(_of_2025(meetings_held_regularly=_NOT)),
            Flaw(_of_2025(explained_on=(None, ()))),
        ),
    },
)

VIOLATIONS: Violations = {**_INSPECTIONS, **_YEARS}
