"""Moments to test with: days, and days with a time, one after another (日期与时刻)."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from hypothesis import strategies as st
from pydantic import TypeAdapter

from zwfw.records import Moment
from zwfw.testing._records import is_or_none, some_or_all

__all__ = ["FIRST_DAY", "LAST_DAY", "Order", "draw_in_order", "instant_of", "moments", "moments_from"]

FIRST_DAY = date(2023, 3, 6)
"""The first day on which all documents that say something about cases are surely in force."""

LAST_DAY = date(2025, 12, 31)
"""The last day of the last year in which they are throughout, and whose holiday notice nothing can change."""

Order = Mapping[str, tuple[str, ...]]
"""Each field that holds a moment, and those that it does not come before; a field stands after those."""

_MOMENT: TypeAdapter[date | datetime | None] = TypeAdapter(Moment | None)
_TIMES = st.integers(0, 24 * 60 - 1).map(lambda minutes: time(minutes // 60, minutes % 60))
_BEGINNINGS = st.dates(FIRST_DAY, LAST_DAY - timedelta(150))
_LEAPS = st.tuples(st.integers(0, 20), _TIMES, st.booleans())


def moments(*, first: date = FIRST_DAY, last: date = LAST_DAY) -> st.SearchStrategy[date | datetime]:
    """Days whose time is not known, and moments to the minute, without a zone.

    Args:
        first: The first day.
        last: The last day; it counts.

    >>> from hypothesis import find
    >>> find(moments(), lambda moment: True)
    datetime.date(2023, 3, 6)
    """
    days = st.dates(first, last)
    return days | st.builds(datetime.combine, days, _TIMES)


def moments_from(earlier: date | datetime) -> st.SearchStrategy[date | datetime]:
    """Moments that are not before *earlier*, on its day or in the weeks after it."""
    return _LEAPS.map(lambda leap: _between(instant_of(earlier), None, *leap)[1])


def draw_in_order(draw: st.DrawFn, order: Order, given: Mapping[str, Any]) -> dict[str, Any]:
    """Moments for the fields of *order*, none before those that it follows; each stated, stated as ``None``, or not.

    Args:
        draw: Hypothesis' own.
        order: The fields.
        given: The values of fields that are not to be drawn; the others are drawn to fit between them.
    """
    told: dict[str, Any] = {name: _MOMENT.validate_python(value) for name, value in given.items() if name in order}
    wished = draw(_leaps(tuple(name for name in order if name not in told)))
    ends = {name: value for name, value in told.items() if value is not None}
    begin = _begin(draw, ends.values())
    instants: dict[str, datetime] = {}
    for name, earlier in order.items():
        # What is not told passes on what came before it.
        lower = instants[name] = max((instants[each] for each in earlier), default=begin)
        if name in told:
            if told[name] is not None:
                instants[name] = max(lower, instant_of(told[name]))
        elif name in wished:
            told[name] = None
            if wished[name] is not None:
                upper = min(
                    (instant_of(ends[each], time.max) for each in _after(name, order) if each in ends), default=None
                )
                instants[name], told[name] = _between(lower, upper, *wished[name])
    return told


@lru_cache(maxsize=64)
def _leaps(names: tuple[str, ...]) -> st.SearchStrategy[dict[str, Any]]:
    return some_or_all({}, {name: is_or_none(_LEAPS) for name in names})


def _begin(draw: st.DrawFn, ends: Iterable[date | datetime]) -> datetime:
    """The moment before which nothing is drawn: some days before the first that is given."""
    known = [instant_of(end) for end in ends]
    if known:
        return min(known) - timedelta(draw(st.integers(0, 20)))
    return datetime.combine(draw(_BEGINNINGS), time.min)


def instant_of(moment: date | datetime, otherwise: time = time.min) -> datetime:
    """*moment*, or a day with the time *otherwise*."""
    return moment if isinstance(moment, datetime) else datetime.combine(moment, otherwise)


def _after(name: str, order: Order) -> frozenset[str]:
    """The fields that come after *name*, those in between left out or not."""
    found = {name}
    for later, earlier in order.items():
        if found & set(earlier):
            found.add(later)
    return frozenset(found - {name})


def _between(
    lower: datetime,
    upper: datetime | None,
    days: int,
    at: time,
    timed: bool,  # noqa: FBT001  (drawn)
) -> tuple[datetime, date | datetime]:
    instant = max(lower, datetime.combine(lower.date() + timedelta(days), at))
    if upper is not None and instant > upper:
        # A moment and a day without a time may leave no minute between them; the day itself still fits.
        timed, instant = timed and upper >= lower, max(lower, upper)
    return instant, instant if timed else instant.date()
