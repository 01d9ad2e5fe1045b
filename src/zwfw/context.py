"""The context: where and when a question is asked. The caller gives it; nothing here reads a clock."""

from collections.abc import Mapping
from datetime import date, datetime, time
from functools import lru_cache

import attrs

from zwfw._time import day_or_moment, local
from zwfw.areas import Area, to_area
from zwfw.calendars import WorkCalendar, national
from zwfw.errors import ContextError
from zwfw.normset import NormSet, norms_in_force
from zwfw.parameters import ResolvedParameter
from zwfw.readings import Readings

__all__ = ["Context"]


def _moment(value: date | datetime | str) -> datetime:
    """A day stands for its end: what happened on it is known."""
    read = _read("as_of", "a day or a moment", value)
    return local(read) if isinstance(read, datetime) else datetime.combine(read, time.max)


def _day(value: date | str) -> date:
    read = _read("day", "a day", value)
    return local(read).date() if isinstance(read, datetime) else read


def _read(name: str, expected: str, value: object) -> date | datetime:
    try:
        read = day_or_moment(value) if isinstance(value, str) else value
    except ValueError:
        read = None
    if isinstance(read, date):
        return read
    raise ContextError(f"{name}: expected {expected}, got {value!r}")


def _national() -> WorkCalendar:
    return national()


def _calendar(value: WorkCalendar) -> WorkCalendar:
    if isinstance(value, WorkCalendar):
        return value
    raise ContextError(f"calendar: expected a WorkCalendar, got {value!r}")


def _readings(chosen: Readings | Mapping[str, str] | None) -> Readings:
    return Readings.of(chosen)


@attrs.frozen(kw_only=True)
class Context:
    """Where and when a question is asked (语境).

    Args:
        area: The area: itself, its code or a name that only one area has. A record that states its own area within it
            is held against the norms of its own.
        as_of: The moment of looking; what came later has not happened yet. A day stands for its end, a moment with a
            zone is taken to Asia/Shanghai, one without a zone is local time there.
        calendar: The working days; the packaged national calendar unless another is given.
        readings: Options for texts that can be read in several ways, as ``{"paper-window-start": "passing"}``; see
            :func:`zwfw.readings.readings`.
        day: The day whose law applies to a question that is not about a record; the day of *as_of* unless given.
            A record brings its own: a case the day on which it was received.

    Raises:
        UnknownAreaError: If no area has that code or name.
        AmbiguousAreaError: If the name fits several.
        UnknownReadingError: If a reading or option is not held.
        ContextError: If *as_of* or *day* cannot be read, or *calendar* or *readings* is something else.

    >>> from datetime import date
    >>> ctx = Context(area="涵江区", as_of=date(2025, 6, 3))
    >>> ctx.parameter("instant_minutes").value, ctx.parameter("instant_minutes").clause.ref
    (60, 'hanjiang-2023/T36')
    """

    area: Area = attrs.field(converter=to_area)
    as_of: datetime = attrs.field(converter=_moment)
    calendar: WorkCalendar = attrs.field(factory=_national, converter=_calendar, repr=False)
    readings: Readings = attrs.field(default=None, converter=_readings)
    day: date = attrs.field(default=attrs.Factory(lambda self: self.as_of.date(), takes_self=True), converter=_day)
    norms: NormSet = attrs.field(
        default=attrs.Factory(lambda self: norms_in_force(self.area, self.day, self.readings), takes_self=True),
        init=False,
        eq=False,
        repr=False,
    )
    """What binds the area on the day."""

    def has(self, ref: str) -> bool:
        """Whether the clause *ref* is in force for the area and day."""
        return self.norms.has(ref)

    def parameter(self, key: str) -> ResolvedParameter:
        """The value that holds for the area and day.

        Raises:
            UnknownParameterError: If no parameter has this key, or none of its values is in force.
        """
        return self.norms.parameter(key)

    def scoped(self, area: Area, day: date) -> "Context":
        """The same moment and calendar for another area and another day of law."""
        return _scoped(self, area, day)

    def otherwise(self, reading: str) -> "tuple[Context, ...]":
        """The same context under each other option of *reading*."""
        return _otherwise(self, reading)


@lru_cache(maxsize=1024)
def _scoped(ctx: Context, area: Area, day: date) -> Context:
    return attrs.evolve(ctx, area=area, day=day)


@lru_cache(maxsize=1024)
def _otherwise(ctx: Context, reading: str) -> tuple[Context, ...]:
    return tuple(attrs.evolve(ctx, readings=other) for other in ctx.readings.others(reading))
