"""Opening hours (工作时间): when a hall is open, and minutes that count only while it is.

Moments are naive local time or aware; aware ones are taken to Asia/Shanghai, and every answer is naive local time.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Any, Final

import attrs

from zwfw._time import local
from zwfw.calendars.work import DayKind, WorkCalendar
from zwfw.errors import InvalidHoursError, UnpublishedYearError, UnstatedHoursError

__all__ = ["ServiceHours", "Span"]

_MINUTE: Final = 60_000_000  # all sums are in whole microseconds, the finest a datetime tells
_DAY: Final = 24 * 60 * _MINUTE
_MONDAY_TO_FRIDAY: Final = range(1, 6)
_TEXT: Final = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)")


@attrs.frozen
class Span:
    """A time of the day during which a hall is open (时段).

    Attributes:
        start: The first moment of it.
        end: The end, which is no longer open; 00:00 is the midnight at which the day ends.
    """

    start: time
    end: time

    @property
    def edges(self) -> tuple[int, int]:
        """The start and the end in microseconds since the day began."""
        return _offset(self.start), _offset(self.end) or _DAY

    def __str__(self) -> str:
        end = "24:00" if self.end == time() else str(self.end).removesuffix(":00")
        return f"{str(self.start).removesuffix(':00')}-{end}"


def _offset(at: time | datetime) -> int:
    """Microseconds since the day began."""
    return ((at.hour * 60 + at.minute) * 60 + at.second) * 1_000_000 + at.microsecond


def _moment(ordinal: int, offset: int) -> datetime:
    return datetime.fromordinal(ordinal) + timedelta(microseconds=offset)


def _span(value: object) -> object:
    """A span of text; what cannot be read stays as it is, for the faults to name."""
    told = _TEXT.fullmatch(value) if isinstance(value, str) else None
    if told is None:
        return value
    from_hour, from_minute, to_hour, to_minute = (int(part or 0) for part in told.groups())
    return Span(time(from_hour, from_minute), time(to_hour, to_minute))


def _spans(values: Any) -> tuple[Any, ...]:
    alone = isinstance(values, str) or not isinstance(values, Iterable)
    return tuple(_span(value) for value in ((values,) if alone else values))


def _week(week: Any) -> tuple[tuple[int, tuple[Any, ...]], ...]:
    try:
        given = dict(week)
    except (TypeError, ValueError):
        raise InvalidHoursError(f"expected spans by weekday, got {week!r} @ week") from None
    days = ((weekday, _spans(spans)) for weekday, spans in given.items())
    return tuple(sorted(((weekday, spans) for weekday, spans in days if spans), key=lambda day: str(day[0])))


def _spans_if_any(values: Any) -> Any:
    return None if values is None else _spans(values)


def _faults(hours: "ServiceHours") -> Iterator[str]:
    if not hours.week:
        yield "expected a span on at least one day, got none @ week"
    told: list[tuple[Span, ...]] = []
    for weekday, spans in hours.week:
        if weekday not in range(1, 8):
            yield f"expected a weekday from 1 (Monday) to 7 (Sunday), got {weekday!r} @ week"
        if spans not in told:
            alike = ",".join(str(other) for other, same in hours.week if same == spans)
            yield from _faults_of_spans(spans, f"week[{alike}]")
        told.append(spans)
    if hours.makeup is None:
        yield "expected the spans of a worked Saturday or Sunday, as the weekdays have different hours @ makeup"
    elif hours.makeup not in told:
        yield from _faults_of_spans(hours.makeup, "makeup")
    days = [(name, getattr(hours, name)) for name in ("first", "last")]
    wrong = [f"expected a day, got {day!r} @ {name}" for name, day in days if day is not None and type(day) is not date]
    yield from wrong
    if not wrong and hours.first and hours.last and hours.last < hours.first:
        yield f"last {hours.last} is before first {hours.first} @ last"


def _faults_of_spans(spans: Iterable[Any], place: str) -> Iterator[str]:
    sound = []
    for index, span in enumerate(spans):
        if not isinstance(span, Span):
            yield f"expected a span as 09:00-12:00, got {span!r} @ {place}[{index}]"
        elif any(type(edge) is not time or edge.tzinfo for edge in (span.start, span.end)):
            yield f"expected two times without a zone, got {span!r} @ {place}[{index}]"
        elif span.edges[0] >= span.edges[1]:
            yield f"expected an end after the start, got {span} @ {place}[{index}]"
        else:
            sound.append(span)
    for before, after in pairwise(sound):
        if after.edges[0] <= before.edges[1]:
            yield f"expected a start after {before}, got {after} @ {place}"


@attrs.frozen(kw_only=True, cache_hash=True)
class ServiceHours:
    """The opening hours of a hall (工作时间): spans of time for each day of the week, and for how long they are valid.

    What is open on a day follows from the calendar that each question brings:

    - Monday to Friday: the spans of the weekday, or none where the calendar has the day off, be it by a holiday notice
      or by a local closure.
    - A Saturday or Sunday that is worked (调休上班, or worked by a local order): the spans of *makeup*.
    - An ordinary Saturday or Sunday: the spans of that day, usually none; with a weekend rota (周末轮值) those of the
      rota. One that a notice has as part of a festival, or that is closed locally, has none.

    Spans are half-open: at 12:00 a hall that is open 09:00-12:00 is closed.

    Args:
        week: The spans by day of the week, 1 for Monday to 7 for Sunday, each a :class:`Span` or text as
            ``"09:00-12:00"``. A day without an entry is closed.
        makeup: The spans on a worked Saturday or Sunday. The documents do not say; unless given, the hall keeps the
            hours of Monday to Friday, and they have to be the same on all five.
        first: The first day on which the hours are valid; ``None`` leaves it open.
        last: The last day, included; ``None`` leaves it open.

    Raises:
        InvalidHoursError: With every fault: a span that cannot be read, is empty, ends before it starts, or does not
            start after the end of the one before (two that touch are one), a day that is none of the week, no span at
            all, no *makeup* although it cannot be told, a last day before the first.

    >>> from datetime import datetime
    >>> from zwfw.calendars import national
    >>> hours = ServiceHours.weekdays("09:00-12:00", "13:00-17:00")
    >>> hours.is_open(datetime(2026, 9, 18, 12, 0), national())
    False
    >>> hours.add_minutes(datetime(2026, 9, 18, 16, 50), 20, national())
    datetime.datetime(2026, 9, 20, 9, 10)
    """

    week: tuple[tuple[int, tuple[Span, ...]], ...] = attrs.field(converter=_week)
    makeup: tuple[Span, ...] = attrs.field(default=None, converter=_spans_if_any)
    first: date | None = None
    last: date | None = None

    def __attrs_post_init__(self) -> None:
        week = dict(self.week)
        monday, *others = (week.get(weekday, ()) for weekday in _MONDAY_TO_FRIDAY)
        if self.makeup is None and all(other == monday for other in others):
            object.__setattr__(self, "makeup", monday)
        if faults := tuple(_faults(self)):
            raise InvalidHoursError(*faults)

    @classmethod
    def weekdays(
        cls,
        *spans: Span | str,
        makeup: "Iterable[Span | str] | None" = None,
        first: date | None = None,
        last: date | None = None,
    ) -> "ServiceHours":
        """The same hours from Monday to Friday, and none at the weekend.

        Args:
            spans: The spans of each of the five days.
            makeup: The spans on a worked Saturday or Sunday; *spans* unless given.
            first: The first day on which the hours are valid; ``None`` leaves it open.
            last: The last day, included; ``None`` leaves it open.

        Raises:
            InvalidHoursError: With every fault.

        >>> [str(span) for span in ServiceHours.weekdays("09:00-12:00", "13:00-17:00").makeup]
        ['09:00-12:00', '13:00-17:00']
        """
        week = dict.fromkeys(_MONDAY_TO_FRIDAY, spans)
        return cls(week=week, makeup=makeup, first=first, last=last)

    def spans_on(self, day: date, calendar: WorkCalendar) -> tuple[Span, ...]:
        """The spans that are open on *day*, in order; none where it is closed.

        Raises:
            UnstatedHoursError: If the day lies outside the validity.
            UnpublishedYearError: If no notice is held for its year.
        """
        table = _table(self, calendar)
        return table.days[self._place(table, day.toordinal(), calendar)].spans

    def is_open(self, at: datetime, calendar: WorkCalendar) -> bool:
        """Whether the hall is open at a moment; at the end of a span it is not.

        Raises:
            UnstatedHoursError: If the moment lies outside the validity.
            UnpublishedYearError: If no notice is held for its year.
        """
        table, place, offset = self._at(at, calendar)
        return table.days[place].is_open(offset)

    def next_opening(self, at: datetime, calendar: WorkCalendar) -> datetime:
        """The first moment from *at* on at which the hall is open: *at* itself if it is.

        Raises:
            UnstatedHoursError: If there is none within the validity.
            UnpublishedYearError: If there is none within the years for which a notice is held.

        >>> from zwfw.calendars import national
        >>> hours = ServiceHours.weekdays("09:00-12:00", "13:00-17:00")
        >>> hours.next_opening(datetime(2026, 9, 30, 17, 0), national())
        datetime.datetime(2026, 10, 8, 9, 0)
        """
        table, place, offset = self._at(at, calendar)
        today = table.days[place]
        if today.is_open(offset):
            return local(at)
        start = today.start_from(offset)
        if start is None:
            # The last of the days with nothing open before them is the next one to open.
            place = bisect_right(table.before, table.before[place + 1]) - 1
            self._place(table, table.first + place, calendar)
            start = table.days[place].edges[0]
        return _moment(table.first + place, start)

    def closes_at(self, at: datetime, calendar: WorkCalendar) -> datetime | None:
        """The end of the span that is open at a moment, which is the first moment after it that is not in that span.

        Returns:
            The end; ``None`` if the hall is closed at the moment.

        Raises:
            UnstatedHoursError: If the moment lies outside the validity.
            UnpublishedYearError: If no notice is held for its year.
        """
        table, place, offset = self._at(at, calendar)
        today = table.days[place]
        if not today.is_open(offset):
            return None
        return _moment(table.first + place, today.edges[bisect_right(today.edges, offset)])

    def add_minutes(self, at: datetime, minutes: int, calendar: WorkCalendar) -> datetime:
        """The moment at which *minutes* of opening time have passed since *at*.

        The last minute may end at a closing time: 60 minutes from 11:00 are over at 12:00, not at 13:00. No minutes
        have passed at *at* itself, open or not. Seconds of *at* are kept.

        Args:
            at: The moment from which on time counts.
            minutes: Whole minutes, 0 or more.
            calendar: Which days are worked.

        Raises:
            InvalidHoursError: If *minutes* is no whole number of 0 or more.
            UnstatedHoursError: If the end, or *at*, lies outside the validity.
            UnpublishedYearError: If no notice is held for the year of the end or of *at*.
        """
        if not isinstance(minutes, int) or minutes < 0:
            raise InvalidHoursError(f"expected whole minutes, 0 or more, got {minutes!r}")
        table, place, offset = self._at(at, calendar)
        if not minutes:
            return local(at)
        wanted = table.before[place] + table.days[place].open_before(offset) + minutes * _MINUTE
        # The first day by whose end so much time was open.
        place = bisect_left(table.before, wanted) - 1
        self._place(table, table.first + place, calendar)
        return _moment(table.first + place, table.days[place].when_open(wanted - table.before[place]))

    def open_time(self, start: datetime, end: datetime, calendar: WorkCalendar) -> timedelta:
        """How long the hall is open from *start* up to *end*, exactly; negative if *end* comes first.

        The times of adjoining intervals add up. *end* may be the midnight that ends the last day that can be told.

        Raises:
            UnstatedHoursError: If a moment lies outside the validity.
            UnpublishedYearError: If no notice is held for its year.
        """
        return timedelta(microseconds=self._opened(end, calendar) - self._opened(start, calendar))

    def count_minutes(self, start: datetime, end: datetime, calendar: WorkCalendar) -> float:
        """The minutes of opening time from *start* up to *end*; negative if *end* comes first.

        Whole minutes are an ``int``. Seconds are kept as a fraction of a minute, so that 15 minutes and a second are
        more than 15; :meth:`open_time` has them exactly.

        Raises:
            UnstatedHoursError: If a moment lies outside the validity.
            UnpublishedYearError: If no notice is held for its year.

        >>> from zwfw.calendars import national
        >>> hours = ServiceHours.weekdays("09:00-12:00", "13:00-17:00")
        >>> hours.count_minutes(datetime(2026, 9, 18, 11, 30), datetime(2026, 9, 18, 13, 30), national())
        60
        """
        opened = self._opened(end, calendar) - self._opened(start, calendar)
        return opened / _MINUTE if opened % _MINUTE else opened // _MINUTE

    def _at(self, at: datetime, calendar: WorkCalendar) -> "tuple[_Table, int, int]":
        """The table, the place of the day in it, and how far into the day the moment lies."""
        at, table = local(at), _table(self, calendar)
        return table, self._place(table, at.toordinal(), calendar), _offset(at)

    def _opened(self, at: datetime, calendar: WorkCalendar) -> int:
        at, table = local(at), _table(self, calendar)
        place, offset = at.toordinal() - table.first, _offset(at)
        # The midnight that ends the last day asks for nothing of the day after.
        if place == len(table.days) > offset == 0:
            return table.before[place]
        place = self._place(table, at.toordinal(), calendar)
        return table.before[place] + table.days[place].open_before(offset)

    def _place(self, table: "_Table", ordinal: int, calendar: WorkCalendar) -> int:
        place = ordinal - table.first
        if 0 <= place < len(table.days):
            return place
        day = date.fromordinal(ordinal)
        if (self.first and day < self.first) or (self.last and day > self.last):
            raise UnstatedHoursError(day, self.first, self.last)
        raise UnpublishedYearError(day, *calendar.coverage)


class _Day:
    """What is open on one day, in microseconds since it began."""

    __slots__ = ("edges", "opened", "spans")

    def __init__(self, spans: tuple[Span, ...]) -> None:
        self.spans = spans
        self.edges = [edge for span in spans for edge in span.edges]
        """Start and end of each span in turn."""
        self.opened = list(accumulate((end - start for start, end in (span.edges for span in spans)), initial=0))
        """How much was open before each span, and at last in all."""

    def is_open(self, offset: int) -> bool:
        return bisect_right(self.edges, offset) % 2 == 1

    def start_from(self, offset: int) -> int | None:
        """The first start from *offset* on, where nothing is open at *offset*."""
        after = bisect_right(self.edges, offset)
        return self.edges[after] if after < len(self.edges) else None

    def open_before(self, offset: int) -> int:
        passed = bisect_right(self.edges, offset)
        inside = offset - self.edges[passed - 1] if passed % 2 else 0
        return self.opened[passed // 2] + inside

    def when_open(self, wanted: int) -> int:
        """The moment by which *wanted*, more than nothing and no more than all, was open."""
        span = bisect_left(self.opened, wanted) - 1
        return self.edges[2 * span] + wanted - self.opened[span]


@attrs.frozen(kw_only=True, eq=False)
class _Table:
    """Every day that both the validity of the hours and the calendar have.

    Attributes:
        first: The ordinal of the first of them.
        days: What is open on each.
        before: How much was open before each, and at last in all.
    """

    first: int
    days: tuple[_Day, ...]
    before: tuple[int, ...]


@lru_cache(maxsize=32)
def _table(hours: ServiceHours, calendar: WorkCalendar) -> _Table:
    since, until = calendar.coverage
    first, last = max(since, hours.first or since), min(until, hours.last or until)
    closed, makeup = _Day(()), _Day(hours.makeup)
    week = {weekday: _Day(spans) for weekday, spans in hours.week}

    def on(day: date) -> _Day:
        weekday, is_working = day.isoweekday(), calendar.is_working_day(day)
        stated = week.get(weekday, closed)
        if weekday in _MONDAY_TO_FRIDAY:
            return stated if is_working else closed
        if is_working:
            return makeup
        return stated if stated is not closed and calendar.why(day).kind is DayKind.WEEKEND else closed

    days = tuple(on(date.fromordinal(ordinal)) for ordinal in range(first.toordinal(), last.toordinal() + 1))
    opened = accumulate((day.opened[-1] for day in days), initial=0)
    return _Table(first=first.toordinal(), days=days, before=tuple(opened))
