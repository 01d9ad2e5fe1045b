"""Trainings to test with, and years of training that break or keep a clause (培训)."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area, AreaLevel
from zwfw.records import Training, TrainingKind, TrainingMode, TrainingYear
from zwfw.testing._facts import Flaw, Spoiler, Violations, changed, conforming, violations
from zwfw.testing._records import TRUTHS, Fields, as_strategies, fields_of, is_or_none, named, records, texts
from zwfw.testing.areas import areas

__all__ = ["VIOLATIONS", "conforming_training_years", "training_years", "trainings"]

_PLACES = "莆田市"
_HANJIANG = "hanjiang-2023/T34"
_NOT = (False, None)
_LEVELS = st.sampled_from(AreaLevel)


def _days(year: int) -> st.SearchStrategy[date]:
    edges = (date(year, 1, 1), date(year, 6, 30), date(year, 7, 1), date(year, 12, 31))
    return st.sampled_from(edges) | st.dates(edges[0], edges[-1])


def trainings(**fields: object) -> st.SearchStrategy[Training]:
    """Trainings of any kind; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.Training`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(trainings(held_on="2025-06-03"), lambda held: held.organised_by_centre).held_on.isoformat()
    '2025-06-03'
    """
    usual: Fields = {
        "held_on": st.integers(2023, 2025).flatmap(_days),
        "kind": is_or_none(st.sampled_from(TrainingKind) | texts()),
        "organised_by_centre": TRUTHS,
    }
    return named("trainings", records(Training, usual, fields))


def training_years(**fields: object) -> st.SearchStrategy[TrainingYear]:
    """Years with many trainings, few or none; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.TrainingYear`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.
        ValidationError: When drawn, if a training would be of another year.

    >>> from hypothesis import find
    >>> find(training_years(level="乡"), lambda held: bool(held.trainings)).level
    <AreaLevel.TOWNSHIP: '乡'>
    """
    years = as_strategies(TrainingYear, fields).get("year", st.integers(2022, 2026)).map(int)
    return named("training_years", years.flatmap(lambda year: _training_of(year, fields)))


def _training_of(year: int, fields: dict[str, object]) -> st.SearchStrategy[TrainingYear]:
    usual: Fields = {
        "trainee": texts(),
        "year": st.just(year),
        "area": is_or_none(areas(within=_PLACES)),
        "level": is_or_none(_LEVELS),
        "trainings": is_or_none(st.lists(trainings(held_on=_days(year)), max_size=12)),
        "modes": is_or_none(st.lists(st.sampled_from(TrainingMode), unique=True)),
    }
    truths = {name: TRUTHS for name in TrainingYear.model_fields if name not in usual}
    facts = fields_of(TrainingYear, {**usual, **truths}, {**fields, "year": year})
    return facts.map(lambda told: TrainingYear(**told))


def conforming_training_years(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[TrainingYear]:
    """Years of training that state every field and keep every clause: in hindsight, ``check(held, ...).ok`` is true.

    Args:
        area: An area of Putian, or a strategy of such areas; any of them unless given. The year states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_training_years(area="涵江区"), lambda held: True), hindsight()).ok
    True
    """
    return conforming("conforming_training_years", TrainingYear, _tell, areas(within=_PLACES) if area is None else area)


def _tell(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    return {
        "trainee": draw(texts()),
        "area": area,
        "level": draw(st.sampled_from((*AreaLevel, AreaLevel.TOWNSHIP, AreaLevel.TOWNSHIP, None))),
        "online_training_regular": True,
        "are_clerks": draw(TRUTHS),
        "organised_by_district_centre": True,
        "modes": draw(st.permutations(tuple(TrainingMode))),
        **_attended(draw, 2025),
    }


def _attended(draw: st.DrawFn, year: int, number: int | None = None) -> dict[str, Any]:
    """A year with the trainings that the card wants, ten in all or a few more unless a *number* is given."""
    etiquette, online, other = TrainingKind.ETIQUETTE, TrainingKind.ONLINE, "案例研讨"
    halves = (st.dates(date(year, 1, 1), date(year, 6, 30)), st.dates(date(year, 7, 1), date(year, 12, 31)))
    wanted = [(draw(_days(year)), etiquette, True), *((draw(half), TrainingKind.BUSINESS, True) for half in halves)]
    total = draw(st.integers(10, 12)) if number is None else number
    kinds = st.sampled_from((online, other, None))
    further = [(draw(_days(year)), draw(kinds), draw(TRUTHS)) for _ in range(total - len(wanted))]
    held = draw(st.permutations([*wanted, *further]))
    return {
        "year": year,
        "trainings": [dict(zip(Training.model_fields, each, strict=True)) for each in held],
    }


_UNCOUNTED = (changed(kind=(None, "案例研讨")), changed(organised_by_centre=_NOT))
"""What makes a training one that the card does not count by its kind."""


def _of_a_township(kind: TrainingKind | None, *, number: int | None = None) -> Spoiler:
    """A township's year that is over, without what was organised of a *kind*, or with a *number* of trainings."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        facts |= {"level": AreaLevel.TOWNSHIP, **_attended(draw, 2024, number)}
        others = tuple(each for each in facts["trainings"] if each["kind"] is kind)
        for each in others[: draw(st.integers(1, len(others)))] if others else ():
            draw(st.sampled_from(_UNCOUNTED))(draw, each)

    return spoil


_RULES: dict[str, tuple[Flaw, ...]] = {
    "trainings.of-each-kind": (
        Flaw(_of_a_township(TrainingKind.ETIQUETTE)),
        Flaw(_of_a_township(TrainingKind.BUSINESS)),
    ),
    "trainings.often-enough": tuple(Flaw(_of_a_township(None, number=number)) for number in (3, 8, 9)),
    "trainings.online-regularly": (
        Flaw(changed(level=(AreaLevel.TOWNSHIP, AreaLevel.VILLAGE), online_training_regular=_NOT)),
    ),
    "trainings.clerks-by-district-centre": (Flaw(changed(are_clerks=(True,), organised_by_district_centre=_NOT)),),
    "trainings.special-and-routine": (
        Flaw(changed(modes=(None, (), (TrainingMode.SPECIAL,), (TrainingMode.ROUTINE,)))),
    ),
}

VIOLATIONS: Violations = violations(TrainingYear, _tell, _RULES)
