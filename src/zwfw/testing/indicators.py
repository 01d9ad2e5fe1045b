"""Indicators to test with, and those that miss or reach their target (指标完成情况)."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import PINGTAN, Area
from zwfw.normset import norms_in_force
from zwfw.records import Indicator
from zwfw.targets import ResolvedTarget, Target, target, targets
from zwfw.testing._records import Fields, fields_of, is_or_none, named
from zwfw.testing.areas import areas, as_areas
from zwfw.testing.moments import LAST_DAY

__all__ = ["conforming_indicators", "indicators", "missed_targets"]

_YEARS = st.integers(2021, 2026)
"""From the year before the first document to that after the last day."""

_YEARS_OF_LAW = range(2022, LAST_DAY.year + 1)
"""The years on whose last day the document of the province is in force, up to the last day."""

_REACHED: Mapping[str, tuple[bool, bool, bool]] = {
    ">=": (False, True, True),
    ">": (False, False, True),
    "<=": (True, True, False),
    "=": (False, True, False),
}
"""Whether a figure under a target, one at it and one over it reach it."""

_SHARES = ("percent", "ratio")
"""What is counted in hundredths; all else is counted in whole numbers."""


def indicators(**fields: object) -> st.SearchStrategy[Indicator]:
    """Indicators of every target, reached or not; what is not given is stated or not.

    Args:
        fields: Any field of an :class:`~zwfw.records.Indicator`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> found = find(indicators(key="mobile_matters_min", year=2022), lambda indicator: indicator.value is not None)
    >>> found.key, found.year, found.value
    ('mobile_matters_min', 2022, 0.0)
    """
    wanted = sorted({float(value.value) for held in targets() for value in held.values})
    usual: Fields = {
        "key": st.sampled_from([held.key for held in targets()]),
        "year": _YEARS,
        "value": is_or_none(st.sampled_from(wanted) | st.floats(0, 1000)),
        "area": is_or_none(areas()),
    }
    return named("indicators", fields_of(Indicator, usual, fields).map(_possible))


def _possible(facts: dict[str, Any]) -> Indicator:
    """An indicator; a percentage that was drawn above the whole is taken down into it."""
    value = facts.get("value")
    if isinstance(value, float) and value > _WHOLE and target(facts["key"]).unit == "percent":
        facts["value"] = value % _WHOLE
    return Indicator(**facts)


_WHOLE = 100.0


def conforming_indicators(*, area: Area | str | st.SearchStrategy[Area] | None = None) -> st.SearchStrategy[Indicator]:
    """Indicators that state every field and reach their target: in hindsight, ``check(indicator, ...).ok`` is true.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The indicator states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_indicators(area="涵江区"), lambda said: True), hindsight()).ok
    True
    """
    return named("conforming_indicators", as_areas(area, areas()).flatmap(_reached))


@st.composite
def _reached(draw: st.DrawFn, area: Area) -> Indicator:
    year, held = draw(st.sampled_from(_held_to(area)))
    return Indicator(key=held.target.key, year=year, value=draw(_figures(held, reached=True)), area=area)


@st.composite
def missed_targets(draw: st.DrawFn, area: Area) -> Indicator:
    """Indicators of *area* that miss a target whose time was over before the last day."""
    over = [(year, held) for year, held in _held_to(area) if _is_over(year, held)]
    year, held = draw(st.sampled_from(over))
    return Indicator(key=held.target.key, year=year, value=draw(_figures(held, reached=False)), area=area)


@lru_cache(maxsize=256)
def _held_to(area: Area) -> tuple[tuple[int, ResolvedTarget], ...]:
    """The years, and the targets that *area* is held to in each, by the law of its last day."""
    return tuple(
        (year, held)
        for year in _YEARS_OF_LAW
        for held in norms_in_force(area, date(year, 12, 31)).targets
        if held.value.year in (None, year) and _is_of(held.target, area)
    )


def _is_of(asked: Target, area: Area) -> bool:
    """Whether *area* is of a level of which it is asked; a city is one with districts, and Pingtan is none."""
    return not asked.levels or (area.level in asked.levels and area.code != PINGTAN)


def _is_over(year: int, held: ResolvedTarget) -> bool:
    due_on = held.value.by or date(year, 12, 31)
    return due_on < LAST_DAY and due_on.year <= year


def _figures(held: ResolvedTarget, *, reached: bool) -> st.SearchStrategy[float]:
    """Figures that reach a target, or figures that do not, those at the edge often; no percentage is over 100."""
    scale = 100 if held.target.unit in _SHARES else 1
    wanted = round(float(held.value.value) * scale)
    most = 100 * scale if held.target.unit == "percent" else wanted + 100 * scale
    sides = zip(
        (range(wanted), range(wanted, wanted + 1), range(wanted + 1, most + 1)),
        _REACHED[held.target.comparison],
        strict=True,
    )
    fitting = [side for side, reaches in sides if side and reaches is reached]
    edges = [st.sampled_from((side[0], side[-1])) for side in fitting]
    return st.one_of(*edges, *map(st.sampled_from, fitting)).map(lambda number: number / scale)
