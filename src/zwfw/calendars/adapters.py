"""The working calendar as other libraries have it, and back (对接其他日历库).

Loading this module loads workalendar; :class:`~zwfw.calendars.work.WorkCalendar` loads it on first use.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

import attrs
from workalendar.core import SAT, SUN, CoreCalendar, cleaned_date
from workalendar.exceptions import CalendarError

from zwfw.calendars.work import Coverage, Layer, WorkCalendar
from zwfw.errors import ContextError, UnpublishedYearError

__all__ = ["NumpyCalendar", "WorkalendarCalendar", "from_workalendar", "to_numpy", "to_workalendar"]

ONE_DAY = timedelta(days=1)


def to_workalendar(calendar: WorkCalendar) -> "WorkalendarCalendar":
    """The *calendar* as a calendar of workalendar, make-up weekends worked.

    Example:
        >>> from datetime import date
        >>> from zwfw.calendars import national
        >>> from zwfw.calendars.adapters import to_workalendar
        >>> to_workalendar(national()).is_working_day(date(2026, 9, 20))  # a Sunday, worked for National Day
        True
    """
    return WorkalendarCalendar(calendar)


class WorkalendarCalendar(CoreCalendar):  # type: ignore[misc]  # workalendar has no types
    """Working days by official notice (工作日历).

    What a method takes and means is what workalendar says of it, with two differences. Weekends that are worked count
    as working days everywhere. Each day outside the published years that a method has to look at raises
    :class:`.UnpublishedYearError`; a day that the caller names as extra working day or holiday needs no looking at.
    """

    WEEKEND_DAYS = (SAT, SUN)

    def __init__(self, calendar: WorkCalendar) -> None:
        super().__init__()
        self._calendar = calendar

    def is_working_day(
        self, day: date, extra_working_days: Iterable[date] | None = None, extra_holidays: Iterable[date] | None = None
    ) -> bool:
        """Whether *day* is worked; an extra working day wins over an extra holiday, and both over the calendar."""
        day = cleaned_date(day)
        if day in _cleaned(extra_working_days):
            return True
        return day not in _cleaned(extra_holidays) and self._calendar.is_working_day(day)

    def add_working_days(
        self,
        day: date,
        delta: int,
        extra_working_days: Iterable[date] | None = None,
        extra_holidays: Iterable[date] | None = None,
        keep_datetime: bool = False,  # noqa: FBT001, FBT002  (workalendar's signature)
    ) -> date:
        """The *delta*-th working day after *day*, before it where *delta* is negative, *day* itself where it is 0."""
        start: date = cleaned_date(day)
        found: date
        worked, off = _cleaned(extra_working_days), _cleaned(extra_holidays)
        if worked or off:
            found = super().add_working_days(start, delta, worked, off)
        elif delta:
            found = self._calendar.add(start, delta)
        else:
            self._calendar.is_working_day(start)  # workalendar answers unseen; outside the published years nobody can
            found = start
        return day + (found - start) if keep_datetime else found

    def get_working_days_delta(
        self,
        start: date,
        end: date,
        include_start: bool = False,  # noqa: FBT001, FBT002  (workalendar's signature)
        extra_working_days: Iterable[date] | None = None,
        extra_holidays: Iterable[date] | None = None,
    ) -> int:
        """The working days after the earlier day, up to and including the later one; 0 if they are the same."""
        first, last = sorted(map(cleaned_date, (start, end)))
        worked, off = _cleaned(extra_working_days), _cleaned(extra_holidays)
        if worked or off:
            count: int = super().get_working_days_delta(first, last, include_start, worked, off)
            return count
        return self._calendar.count(first, last) + (
            include_start and first < last and self._calendar.is_working_day(first)
        )

    def find_following_working_day(self, day: date) -> date:
        """The *day* itself if it is worked, else the next one that is; unlike workalendar's it knows the holidays."""
        return self._calendar.add(cleaned_date(day), 0)

    def holidays(self, year: int | None = None) -> list[tuple[date, str]]:
        """The days of *year* that are off by a notice or a local document, each with what it is off for, in order.

        Raises:
            UnpublishedYearError: If a day of *year* is outside the published years.
            ContextError: If no *year* is given: this library reads no clock.
        """
        if year is None:
            raise ContextError("the caller gives the year: expected a year, got None")
        return list(_holidays(self._calendar, year))

    def get_calendar_holidays(self, year: int) -> list[tuple[date, str]]:
        """The same as :meth:`holidays`."""
        return self.holidays(year)


def from_workalendar(calendar: CoreCalendar, first_year: int, last_year: int) -> WorkCalendar:
    """The working days of any *calendar* of workalendar, so that what takes a working calendar takes it.

    The result rests on no notice: its ``notices`` are empty. What departs from Monday to Friday stands in a layer, and
    ``why`` names the class of *calendar* as its document, because that is all there is to know. It takes further layers
    but no notice, and has no estimate for other years.

    Args:
        calendar: The calendar of workalendar.
        first_year: The first year that is taken over, from 1 January.
        last_year: The last one, up to 31 December.

    Raises:
        UnpublishedYearError: If *calendar* has no data for one of the years, even where it answers for their weekends.
        ContextError: If the last year is before the first.

    Example:
        >>> from datetime import date
        >>> from workalendar.europe import Germany
        >>> from zwfw.calendars import from_workalendar
        >>> calendar = from_workalendar(Germany(), 2024, 2026)
        >>> calendar.add(date(2026, 4, 30), 1), calendar.why(date(2026, 5, 1)).document
        (datetime.date(2026, 5, 4), 'workalendar.europe.germany.Germany')
    """
    if last_year < first_year:
        raise ContextError(f"expected the last year not before the first, {first_year}, got {last_year}")
    _hold_years(calendar, range(first_year, last_year + 1))
    first, last = date(first_year, 1, 1), date(last_year, 12, 31)
    ordinals = range(first.toordinal(), last.toordinal() + 1)
    days = [(day, calendar.is_working_day(day)) for day in map(date.fromordinal, ordinals)]
    layer = Layer(
        document=f"{type(calendar).__module__}.{type(calendar).__qualname__}",
        closed=tuple(day for day, is_working in days if not is_working and day.weekday() < SAT),
        worked=tuple(day for day, is_working in days if is_working and day.weekday() >= SAT),
    )
    return WorkCalendar(notices=(), layers=(layer,), _span=Coverage(first, last))


def _hold_years(calendar: CoreCalendar, years: range) -> None:
    held: list[int] = []
    lacking: dict[int, CalendarError] = {}
    for year in years:
        try:
            calendar.holidays(year)
        except CalendarError as error:
            lacking[year] = error
        else:
            held.append(year)
    if lacking:
        year, cause = next(iter(lacking.items()))
        span = (date(held[0], 1, 1), date(held[-1], 12, 31)) if held else (None, None)
        unpublished = UnpublishedYearError(date(year, 1, 1), *span)
        unpublished.add_note(f"years that {calendar.name} has no data for: {', '.join(map(str, lacking))}")
        raise unpublished from cause


@attrs.frozen(kw_only=True)
class NumpyCalendar:
    """The calendar as numpy has it, and the days up to which it is one.

    numpy knows no make-up weekends, so its week has seven working days and every day that is not worked is a holiday.
    Before *first* and after *last* it therefore takes **every day for a working day, and says nothing**: look at both
    days before you ask it, and at its answer.

    ``busday_offset(day, n)`` agrees with :meth:`.WorkCalendar.add` with ``roll="backward"`` for n >= 1 and with
    ``roll="forward"`` for n <= 0; ``busday_count(start + 1, end + 1)`` agrees with :meth:`.WorkCalendar.count` for an
    *end* not before *start*.

    Attributes:
        busdaycalendar: The :class:`numpy.busdaycalendar`.
        first: The first day that it is right for.
        last: The last one.
    """

    busdaycalendar: Any
    first: date
    last: date


def to_numpy(calendar: WorkCalendar) -> NumpyCalendar:
    """The *calendar* for the ``busday`` functions of numpy.

    :meth:`.WorkCalendar.add_many` and :meth:`.WorkCalendar.count_many` are faster and never answer beyond the calendar.

    Example:
        >>> import numpy as np
        >>> from zwfw.calendars import national
        >>> from zwfw.calendars.adapters import to_numpy
        >>> ours = to_numpy(national())
        >>> np.busday_offset(np.datetime64("2026-09-18"), 1, roll="backward", busdaycal=ours.busdaycalendar)
        np.datetime64('2026-09-20')
        >>> print(ours.last)  # numpy takes every later day for a working day
        2026-12-31
    """
    import numpy as np

    first, last = calendar.coverage
    worked = np.diff(calendar._before, prepend=0)  # noqa: SLF001  (the same package)
    rest_days = np.datetime64(first, "D") + np.flatnonzero(worked == 0)
    busdaycalendar = np.busdaycalendar(weekmask="1111111", holidays=rest_days)
    return NumpyCalendar(busdaycalendar=busdaycalendar, first=first, last=last)


@lru_cache(maxsize=256)
def _holidays(calendar: WorkCalendar, year: int) -> tuple[tuple[date, str], ...]:
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    reasons = (calendar.why(date.fromordinal(ordinal)) for ordinal in range(first, last + 1))
    labels = ((reason.day, reason.document or reason.festival) for reason in reasons if not reason.is_working)
    return tuple((day, label) for day, label in labels if label)  # ordinary weekends have none


def _cleaned(days: Iterable[date] | None) -> frozenset[date]:
    return frozenset(map(cleaned_date, days or ()))
