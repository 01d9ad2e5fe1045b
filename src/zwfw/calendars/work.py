"""The calendar of working days (工作日): the notices, and the local closures above them, as tables.

A day is a ``date``. A ``datetime`` counts as the calendar day it is written with: take an aware one to Asia/Shanghai
first.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from itertools import accumulate, compress
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import attrs

from zwfw.calendars import notices as _notices
from zwfw.calendars.notices import Arrangement, Notice
from zwfw.errors import ContextError, DataFileError, LayerError, UnpublishedYearError

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from zwfw.calendars.adapters import NumpyCalendar, WorkalendarCalendar
    from zwfw.calendars.batch import Days, Numbers
    from zwfw.calendars.estimate import Estimate

__all__ = ["Coverage", "DayKind", "DayReason", "Layer", "WorkCalendar", "national"]

ONE_DAY = timedelta(days=1)
SATURDAY = 5
PROVISIONAL_DAYS = 3
WEEK = bytes([0, 1, 1, 1, 1, 1, 0])  # by ordinal modulo 7, which is 0 for a Sunday


class DayKind(StrEnum):
    """Why a day is worked or not (日子的性质)."""

    WORKDAY = "工作日"
    WEEKEND = "周末"
    HOLIDAY = "放假"
    MAKE_UP = "调休上班"
    LOCAL_CLOSURE = "本地停办"
    LOCAL_WORKDAY = "本地上班"


class Coverage(NamedTuple):
    """The days that a calendar can answer for, both ends included."""

    first: date
    last: date


@attrs.frozen(kw_only=True)
class DayReason:
    """Why a day is worked or not, and who says so.

    Attributes:
        day: The day.
        is_working: Whether it is worked.
        kind: What kind of day it is.
        festival: The festival that a notice arranges it for; ``None`` for a day that no notice names.
        notice: The notice that decides it; ``None`` for an ordinary weekday or weekend, which no notice names, and for
            a day that a local document decides.
        amended: The notice whose answer was changed, by *notice* or by *document*; ``None`` where none was.
        document: The local document that decides it; ``None`` where none does.
    """

    day: date
    is_working: bool
    kind: DayKind
    festival: str | None = None
    notice: Notice | None = None
    amended: Notice | None = None
    document: str | None = None


@attrs.frozen(kw_only=True)
class Layer:
    """Days on which one place differs from the nation (本地安排), by order of one document.

    Attributes:
        document: The document, as one would cite it.
        closed: The days on which nothing is handled there, in order.
        worked: The days on which it is, in order.
        issued_on: The day of issue; ``None`` where it was not stated.
    """

    document: str
    closed: tuple[date, ...] = ()
    worked: tuple[date, ...] = ()
    issued_on: date | None = None


def _as_tuple(layers: Iterable[Layer]) -> tuple[Layer, ...]:
    return tuple(layers)


@attrs.frozen(kw_only=True, repr=False, cache_hash=True)
class WorkCalendar:
    """The working days of all published years (工作日历), each with its reason.

    It never changes: what adds to it returns another one. Two are equal if their notices and layers are. Days outside
    the published years raise :class:`UnpublishedYearError`, and so does an answer that would lie there.

    Attributes:
        notices: The notices that it rests on, in order of issue; a later one wins.
        layers: The local layers above them, in the order they were laid; a later one wins.

    Raises:
        DataFileError: If the notices do not fit together; all faults are named.
    """

    notices: tuple[Notice, ...] = attrs.field(converter=_notices.in_order)
    layers: tuple[Layer, ...] = attrs.field(default=(), converter=_as_tuple)
    # The years of a calendar without notices, as from_workalendar makes it: there the layers say everything.
    _span: Coverage | None = attrs.field(default=None, alias="_span")
    # Two tables give every answer in constant time: entry k of _before is the number of working days among the first
    # k + 1 days, and _days are the working days themselves. _worked_by is _before by date: one look-up is an eighth
    # faster than the way over the ordinal and tells an outside day by itself. Closures over the tables in place of
    # methods measured no faster.
    _first_ordinal: int = attrs.field(init=False, eq=False)
    _before: list[int] = attrs.field(init=False, eq=False)
    _worked_by: dict[date, int] = attrs.field(init=False, eq=False)
    _days: list[date] = attrs.field(init=False, eq=False)
    _works: bytes = attrs.field(init=False, eq=False)
    _arranged: Mapping[int, Arrangement] = attrs.field(init=False, eq=False)
    _local: dict[int, tuple[bool, str]] = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        arranged = _notices.arrange(self.notices)
        first, last = self._span or _published(self.notices)
        ordinals = range(first.toordinal(), last.toordinal() + 1)
        local = {
            day.toordinal(): (is_working, layer.document)
            for layer in self.layers
            for day, is_working in _days_of(layer)
            if first <= day <= last  # with fewer notices a layer may speak of days that are not published yet
        }
        works = bytearray((WEEK * (len(ordinals) // 7 + 2))[ordinals.start % 7 :][: len(ordinals)])
        for ordinal, arrangement in arranged.items():
            if ordinal in ordinals:
                works[ordinal - ordinals.start] = arrangement.is_working
        for ordinal, (is_working, _) in local.items():
            works[ordinal - ordinals.start] = is_working
        days = list(map(date.fromordinal, ordinals))
        before = list(accumulate(works))
        tables = {
            "_first_ordinal": ordinals.start,
            "_before": before,
            "_worked_by": dict(zip(days, before, strict=True)),
            "_days": list(compress(days, works)),
            "_works": bytes(works),
            "_arranged": arranged,
            "_local": local,
        }
        for name, table in tables.items():
            object.__setattr__(self, name, table)

    def __repr__(self) -> str:
        first, last = self.coverage
        return f"<WorkCalendar {first} to {last}, {len(self.notices)} notices, {len(self.layers)} layers>"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ARG002, FBT001  (IPython's and Hypothesis's)
        # Both print the fields of an attrs class unless told otherwise: 29 kB of days.
        printer.text(repr(self))

    @property
    def coverage(self) -> Coverage:
        """The first and the last day of the published years."""
        first = self._first_ordinal
        return Coverage(date.fromordinal(first), date.fromordinal(first + len(self._works) - 1))

    def is_working_day(self, day: date) -> bool:
        """Whether *day* is worked.

        Raises:
            UnpublishedYearError: If *day* is outside the published years.

        Example:
            >>> from datetime import date
            >>> from zwfw.calendars import national
            >>> national().is_working_day(date(2026, 9, 20))  # a Sunday, worked for National Day
            True
        """
        return self._works[self._place(day)] == 1

    def add(self, day: date, n: int) -> date:
        """The *n*-th working day strictly after *day*, or before it where *n* is negative.

        Day 1 of an event on a rest day is the first working day after it. With *n* = 0 the answer is *day* itself if it
        is a working day, else the next one.

        Raises:
            UnpublishedYearError: If *day* or the answer is outside the published years.

        Example:
            >>> from datetime import date
            >>> from zwfw.calendars import national
            >>> national().add(date(2026, 11, 14), 1)  # a Saturday
            datetime.date(2026, 11, 16)
            >>> national().add(date(2026, 2, 13), 2)  # over a make-up Saturday and nine days of Spring Festival
            datetime.date(2026, 2, 24)
        """
        if n > 0:
            try:
                return self._days[self._worked_by[day] + n - 1]
            except LookupError:
                pass
        return self._add(day, n)

    def count(self, start: date, end: date) -> int:
        """The number of working days after *start*, up to and including *end*: in (start, end].

        Where *end* is before *start* it is the negative of the count from *end* to *start*.

        Raises:
            UnpublishedYearError: If one of them is outside the published years.

        Example:
            >>> from datetime import date
            >>> from zwfw.calendars import national
            >>> national().count(date(2026, 9, 30), date(2026, 10, 12))  # 8, 9, 10 (a make-up Saturday) and 12 October
            4
        """
        worked_by = self._worked_by
        try:
            return worked_by[end] - worked_by[start]
        except KeyError:
            return self._before[self._place(end)] - self._before[self._place(start)]

    def next(self, day: date) -> date:
        """The first working day strictly after *day*.

        Raises:
            UnpublishedYearError: If *day* or the answer is outside the published years.

        Example:
            >>> from datetime import date
            >>> from zwfw.calendars import national
            >>> national().next(date(2020, 1, 23))
            datetime.date(2020, 2, 3)
        """
        return self.add(day, 1)

    def why(self, day: date) -> DayReason:
        """Why *day* is worked or not, and who says so.

        Raises:
            UnpublishedYearError: If *day* is outside the published years.

        Example:
            >>> from datetime import date
            >>> from zwfw.calendars import national
            >>> reason = national().why(date(2020, 2, 1))
            >>> reason.is_working, reason.kind.value, reason.festival
            (False, '放假', '春节')
            >>> reason.notice.number, reason.amended.number
            ('国办发明电〔2020〕1号', '国办发明电〔2019〕16号')
        """
        is_working = self.is_working_day(day)
        day = date.fromordinal(day.toordinal())
        is_weekend = day.weekday() >= SATURDAY
        arranged = self._arranged.get(day.toordinal())
        if local := self._local.get(day.toordinal()):
            changed = arranged if arranged and arranged.is_working != is_working else None
            return DayReason(
                day=day,
                is_working=is_working,
                kind=DayKind.LOCAL_WORKDAY if is_working else DayKind.LOCAL_CLOSURE,
                festival=arranged.festival if arranged else None,
                amended=changed.notice if changed else None,
                document=local[1],
            )
        if arranged:
            return DayReason(
                day=day,
                is_working=is_working,
                # A weekday that one notice took off and another gave back is an ordinary one again.
                kind=DayKind.HOLIDAY if not is_working else DayKind.MAKE_UP if is_weekend else DayKind.WORKDAY,
                festival=arranged.festival,
                notice=arranged.notice,
                amended=arranged.amended,
            )
        return DayReason(day=day, is_working=is_working, kind=DayKind.WEEKEND if is_weekend else DayKind.WORKDAY)

    def is_provisional(self, day: date) -> bool:
        """Whether the next notice may still change *day*: so for 29 to 31 December of the last published year.

        Raises:
            UnpublishedYearError: If *day* is outside the published years.

        Example:
            >>> from datetime import date
            >>> from zwfw.calendars import national
            >>> national().is_provisional(date(2026, 12, 31))
            True
        """
        return len(self._works) - self._place(day) <= PROVISIONAL_DAYS and self._span is None

    def estimate(self, day: date, n: int) -> "Estimate":
        """The bounds of :meth:`add` (估算) where the answer needs a notice that is still awaited.

        Where the published days settle it, both bounds are the answer; 29 to 31 December of the last published year do
        not count as settled. Beyond them this is assumed:

        - the regulation on festivals stays as it is, and so the statutory days are known;
        - a notice takes off no weekday and works no weekend but near a festival, as far as the notices from 2008 to
          2026 ever went (see ``AssumedBreak``);
        - it gives back what it takes: a zone around a festival keeps as many working days as it has weekdays less
          statutory days, so that only days in the middle of a zone are uncertain;
        - there is no extraordinary notice, as in 2015 and 2020, and no local order but the layers laid already.

        Raises:
            UnpublishedYearError: If *day* or, going back, the answer is before the published years, or if the answer
                may be later than November 2099, where the lunar tables end.

        Example:
            >>> from datetime import date
            >>> from zwfw.calendars import national
            >>> estimate = national().estimate(date(2027, 1, 25), 10)
            >>> print(estimate.earliest, estimate.latest, *estimate.awaited)
            2027-02-04 2027-02-15 2027
            >>> [one.festival for one in estimate.assumed]
            ['春节']
        """
        from zwfw.calendars.estimate import Estimate, estimate

        if self._span:  # nothing is known about its other years
            due = self.add(day, n)
            return Estimate(day=day, n=n, earliest=due, latest=due, awaited=(), assumed=())
        local = {ordinal: is_working for ordinal, (is_working, _) in self._local.items()}
        return estimate(self, day, n, local)

    def as_known(self, on: date) -> "WorkCalendar":
        """The calendar as it was known on the day *on*, that day included.

        It rests on the notices issued by then and on the layers but those that were issued later; a layer without a day
        of issue stays.

        Raises:
            UnpublishedYearError: If no notice of any year had been issued.

        Example:
            >>> from datetime import date
            >>> from zwfw.calendars import national
            >>> print(national().as_known(date(2020, 1, 25)).add(date(2020, 1, 23), 1))
            2020-01-31
            >>> print(national().as_known(date(2020, 1, 26)).add(date(2020, 1, 23), 1))
            2020-02-03
        """
        on = date.fromordinal(on.toordinal())
        notices = tuple(notice for notice in self.notices if notice.known_on <= on)
        if not notices:
            raise UnpublishedYearError(on, None, None)
        layers = tuple(layer for layer in self.layers if layer.issued_on is None or layer.issued_on <= on)
        return WorkCalendar(notices=notices, layers=layers)

    def with_notice(self, notice: Notice) -> "WorkCalendar":
        """This calendar and one more *notice*, in its place by date of issue.

        A notice that is held already, be it from another file, adds nothing: code that brings the next notice itself
        keeps working when a release brings it too. A year that does not join on to those held counts once the years
        between them are brought.

        Raises:
            DataFileError: If *notice* is not sound or does not fit to the others; all faults are named.
            ContextError: If this calendar rests on no notice, because it was taken over from another library.

        Example:
            >>> from zwfw.calendars import national
            >>> import attrs
            >>> held = national().notices[-1]
            >>> national().with_notice(attrs.evolve(held, title="2026年放假安排")) is national()
            True
        """
        _notices.check(notice)
        if self._span:
            raise ContextError(f"expected a calendar that rests on notices, got {self!r}, which rests on no notice")
        if any(_notices.say_the_same(notice, held) for held in self.notices):
            return self
        return WorkCalendar(notices=(*self.notices, notice), layers=self.layers)

    def with_layer(
        self,
        document: str,
        *,
        closed: Iterable[date] = (),
        worked: Iterable[date] = (),
        issued_on: date | None = None,
    ) -> "WorkCalendar":
        """This calendar with a local layer above it (本地安排): days *closed*, days *worked*, by order of *document*.

        Where two layers name the same day, the later one wins.

        Raises:
            LayerError: If a day is both closed and worked, is outside the published years or is no date, if there is no
                day, or if *document* is empty; all faults are named.

        Example:
            >>> from datetime import date
            >>> from zwfw.calendars import national
            >>> calendar = national().with_layer("台风停办通告", closed=[date(2026, 7, 10)])
            >>> calendar.add(date(2026, 7, 9), 1), calendar.why(date(2026, 7, 10)).document
            (datetime.date(2026, 7, 13), '台风停办通告')
        """
        faults = []
        if not isinstance(document, str) or not document.strip():
            faults.append(f"expected the document that orders it, got {document!r}")
        if issued_on is not None and (not isinstance(issued_on, date) or isinstance(issued_on, datetime)):
            faults.append(f"expected a date of issue, got {issued_on!r}")
        named = {"closed": closed, "worked": worked}
        faults += [
            f"{name}: expected dates, got {days!r}" for name, days in named.items() if not isinstance(days, Iterable)
        ]
        given = tuple([*days] if isinstance(days, Iterable) else [] for days in named.values())
        faults += [f"expected a date, got {day!r}" for days in given for day in days if not isinstance(day, date)]
        closed, worked = (_in_order(day for day in days if isinstance(day, date)) for days in given)
        if not any(given) and not faults:
            faults.append("no day closed and no day worked")
        first, last = self.coverage
        days = sorted({*closed, *worked})
        faults += [f"{day} is outside {first} to {last}" for day in days if not first <= day <= last]
        faults += [f"{day} is both closed and worked" for day in days if day in closed and day in worked]
        if faults:
            raise LayerError(str(document), faults)
        layer = Layer(document=document, closed=closed, worked=worked, issued_on=issued_on)
        return attrs.evolve(self, layers=(*self.layers, layer))

    def add_many(self, days: "ArrayLike", n: "ArrayLike", *, unpublished: Literal["raise", "nat"] = "raise") -> "Days":
        """What :meth:`add` answers for each of many days, as a numpy column (extra ``batch``).

        Args:
            days: A column of ``datetime64[D]``; ``NaT``, a day that is not known, gives ``NaT``.
            n: One whole number for all days, or a column with one for each; of any sign, 0 too.
            unpublished: What becomes of a row whose answer lies outside the published years: "raise" raises, "nat"
                gives ``NaT``.

        Returns:
            A new column of ``datetime64[D]``.

        Raises:
            UnpublishedYearError: For the first row that cannot be answered; a note gives the row, from 0.
            ColumnError: If an argument is not such a column, or the two are not equally long.

        Example:
            >>> import numpy as np
            >>> from zwfw.calendars import national
            >>> national().add_many(np.array(["2026-02-13", "2026-11-14"], dtype="datetime64[D]"), 1)
            array(['2026-02-14', '2026-11-16'], dtype='datetime64[D]')
        """
        from zwfw.calendars.batch import add_many

        return add_many(self, days, n, unpublished=unpublished)

    def count_many(
        self, starts: "ArrayLike", ends: "ArrayLike", *, unpublished: Literal["raise", "mask"] = "raise"
    ) -> "Numbers":
        """What :meth:`count` counts for each of many pairs, as a numpy column (extra ``batch``).

        Args:
            starts: A column of ``datetime64[D]``; itself not counted.
            ends: Another, equally long; counted, and negative where it is before its start.
            unpublished: What becomes of a row with ``NaT`` or with a day outside the published years: "raise" raises,
                "mask" masks it.

        Returns:
            A new column of ``int64``; with "mask" a :class:`numpy.ma.MaskedArray` of it.

        Raises:
            UnpublishedYearError: If the first row that cannot be counted is outside the published years; a note gives
                the row, from 0.
            ColumnError: If an argument is not such a column, the two are not equally long, or the first row that cannot
                be counted has a ``NaT``.

        Example:
            >>> import numpy as np
            >>> from zwfw.calendars import national
            >>> received = np.array(["2026-09-30"], dtype="datetime64[D]")
            >>> finished = np.array(["2026-10-12"], dtype="datetime64[D]")
            >>> national().count_many(received, finished)
            array([4])
        """
        from zwfw.calendars.batch import count_many

        return count_many(self, starts, ends, unpublished=unpublished)

    def to_workalendar(self) -> "WorkalendarCalendar":
        """This calendar for code that takes a calendar of workalendar; :func:`.from_workalendar` is the way back.

        Weekends that are worked count as working days in all its methods, and a day outside the published years raises
        :class:`UnpublishedYearError` where workalendar would answer.

        Example:
            >>> from datetime import date
            >>> from zwfw.calendars import national
            >>> national().to_workalendar().add_working_days(date(2026, 9, 18), 1)  # to a Sunday that is worked
            datetime.date(2026, 9, 20)
        """
        from zwfw.calendars.adapters import to_workalendar

        return to_workalendar(self)

    def to_numpy(self) -> "NumpyCalendar":
        """This calendar for numpy's ``busday`` functions, with the days up to which it is right (extra ``batch``).

        Example:
            >>> import numpy as np
            >>> from zwfw.calendars import national
            >>> numpy = national().to_numpy()
            >>> np.is_busday(np.datetime64("2026-09-20"), busdaycal=numpy.busdaycalendar)  # a Sunday that is worked
            np.True_
            >>> print(numpy.last)  # from the next day on numpy takes every day for a working day
            2026-12-31
        """
        from zwfw.calendars.adapters import to_numpy

        return to_numpy(self)

    def _add(self, day: date, n: int) -> date:
        """As :meth:`add`, for every *n* and for a ``datetime``, which the table by date does not find."""
        place = self._place(day)
        worked = self._before[place]
        index = worked + n - 1 if n > 0 else worked - self._works[place] + n
        if index < 0:
            raise self._unpublished(self.coverage.first - ONE_DAY)
        if index >= len(self._days):
            raise self._unpublished(self.coverage.last + ONE_DAY)
        return self._days[index]

    def _place(self, day: date) -> int:
        place = day.toordinal() - self._first_ordinal
        if 0 <= place < len(self._works):
            return place
        raise self._unpublished(date.fromordinal(day.toordinal()))

    def _unpublished(self, day: date) -> UnpublishedYearError:
        return UnpublishedYearError(day, *self.coverage)


@cache
def national() -> WorkCalendar:
    """The calendar of the nation (全国): all packaged notices, 2007 to 2026, and no layer.

    Example:
        >>> from zwfw.calendars import national
        >>> print(*national().coverage)
        2007-01-01 2026-12-31
    """
    return WorkCalendar(notices=_notices.packaged_notices())


def _published(notices: Iterable[Notice]) -> tuple[date, date]:
    """The first and the last day of the years without a gap from the first one on."""
    years = {year for notice in notices for year in notice.years}
    if not years:
        raise DataFileError("holiday notices", ["no notice publishes a year"])
    first = last = min(years)
    while last + 1 in years:
        last += 1
    return date(first, 1, 1), date(last, 12, 31)


def _days_of(layer: Layer) -> Iterator[tuple[date, bool]]:
    yield from ((day, False) for day in layer.closed)
    yield from ((day, True) for day in layer.worked)


def _in_order(days: Iterable[date]) -> tuple[date, ...]:
    return tuple(map(date.fromordinal, sorted({day.toordinal() for day in days})))
