"""The earliest and the latest day that an answer can be while a holiday notice is awaited (估算)."""

import csv
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from typing import Protocol

import attrs

from zwfw._data import packaged
from zwfw.errors import UnpublishedYearError

__all__ = ["AssumedBreak", "Estimate", "assumed_breaks", "estimate"]

ONE_DAY = timedelta(days=1)
SATURDAY = 5
LAST_DAY = date(2099, 11, 30)  # the table of lunar days ends with 2099

# Days before the first and after the last statutory day of a festival: how far the break goes, and how far the weekends
# that are worked for it lie. Every notice from 2008 to 2026 keeps within them, and so do the breaks that the notice of
# 2025 lays down for the years to come, "but for special cases". The extraordinary notices of 2015 (the parade) and 2020
# (the epidemic) do not, and nobody could have foretold those.
SHORT_REACH = {"off": (2, 2), "make_up": (5, 5)}
LONG_REACH = {"off": (2, 5), "make_up": (12, 10)}
LONG_BREAKS = ("春节", "劳动节", "国庆节")

# The regulation as amended for these years. From 2008 Spring Festival had its eve and two days, from 2014 three days
# without the eve, from 2025 the eve and three days, and Labour Day a second one.
WITHOUT_EVE = 2014
WITH_EVE_AND_2_MAY = 2025

FEWEST, MOST = 0, 1


@attrs.frozen(kw_only=True)
class AssumedBreak:
    """The limits within which a coming notice is taken to arrange one festival.

    Attributes:
        festival: Its name.
        statutory: The days that the law makes days off. For one that is a Saturday or Sunday, a weekday is off.
        off_first: The first day that the break may cover.
        off_last: The last day that it may cover.
        make_up_first: The first day that may be worked in exchange, if it is a Saturday or Sunday.
        make_up_last: The last such day.
    """

    festival: str
    statutory: tuple[date, ...]
    off_first: date
    off_last: date
    make_up_first: date
    make_up_last: date


@attrs.frozen(kw_only=True)
class Estimate:
    """Where an answer can lie while a holiday notice is awaited (估算); never to be taken for the answer.

    Attributes:
        day: The day that was counted from.
        n: The number of working days.
        earliest: The earliest day that the answer can be.
        latest: The latest day that it can be.
        awaited: The years whose notices can still move the answer. Where there are none, the published notices settle
            it, and *earliest* and *latest* are both the answer.
        assumed: The breaks of those years that lie on the way.
    """

    day: date
    n: int
    earliest: date
    latest: date
    awaited: tuple[int, ...] = ()
    assumed: tuple[AssumedBreak, ...] = ()


class Published(Protocol):
    """What an estimate asks of a calendar; see :class:`WorkCalendar`, which has it all."""

    @property
    def coverage(self) -> tuple[date, date]:
        """The first and the last day that the notices cover."""
        ...

    def is_working_day(self, day: date) -> bool:
        """Whether *day* is worked."""
        ...

    def add(self, day: date, n: int) -> date:
        """The *n*-th working day after *day*."""
        ...

    def count(self, start: date, end: date) -> int:
        """The working days in (start, end]."""
        ...


def assumed_breaks(year: int) -> tuple[AssumedBreak, ...]:
    """The breaks of *year*, 2008 to 2099, as far as they can be told before its notice.

    The statutory days are those of the regulation on festivals (全国年节及纪念日放假办法) as it stands for that year.
    """
    return tuple(_assumed(festival, days) for festival, days in _statutory_days(year))


def estimate(calendar: Published, day: date, n: int, local: Mapping[int, bool]) -> Estimate:
    """What :meth:`WorkCalendar.estimate` answers; *local* holds the days of layers by ordinal, worked or not."""
    first, last = calendar.coverage
    day = date.fromordinal(day.toordinal())
    if day < first:
        raise UnpublishedYearError(day, first, last)
    firm = date(last.year, 12, 28)  # the next notice can still move the three days after it
    if n < 0:
        earliest, latest = _back(calendar, day, -n, firm, local)
        low, high = earliest, day - ONE_DAY
    else:
        earliest, latest = _forward(calendar, day, n, firm, local)
        low, high = day + ONE_DAY if n else day, latest
    awaited = range(max(_noticed_in(low), last.year + 1), _noticed_in(high) + 1)
    on_the_way = [one for year in awaited for one in assumed_breaks(year) if _first(one) <= high and low <= _last(one)]
    return Estimate(day=day, n=n, earliest=earliest, latest=latest, awaited=tuple(awaited), assumed=tuple(on_the_way))


def _forward(calendar: Published, day: date, n: int, firm: date, local: Mapping[int, bool]) -> tuple[date, date]:
    wanted = n or 1
    after = day if n else day - ONE_DAY
    if day <= firm:
        settled = calendar.count(day, firm) + (not n and calendar.is_working_day(day))
        if settled >= wanted:
            due = calendar.add(day, n)
            return due, due
        wanted, after = wanted - settled, firm
    start = after.toordinal()
    days = range(start + 1, start + 2 * wanted + 60)  # the leanest two months have twenty working days
    outlook = _outlook(calendar, firm, days[-1], local)

    def reached(which: int) -> date:
        place = bisect_left(days, wanted, key=lambda ordinal: outlook.bounds(start, ordinal)[which])
        return date.fromordinal(days[place])

    return reached(MOST), reached(FEWEST)


def _back(calendar: Published, day: date, wanted: int, firm: date, local: Mapping[int, bool]) -> tuple[date, date]:
    if day <= firm + ONE_DAY:
        due = calendar.add(day, -wanted)
        return due, due
    end = day.toordinal() - 1
    outlook = _outlook(calendar, firm, end, local)
    days = range(end, firm.toordinal(), -1)

    def reached(which: int) -> date:
        open_days = outlook.bounds(firm.toordinal(), end)[which]
        if open_days < wanted:
            return calendar.add(firm + ONE_DAY, open_days - wanted)
        place = bisect_left(days, wanted, key=lambda ordinal: outlook.bounds(ordinal - 1, end)[which])
        return date.fromordinal(days[place])

    return reached(FEWEST), reached(MOST)


# How the bounds come about. Near a festival a weekday may be off and a Saturday or Sunday worked, but in balance: a
# statutory day on a weekend is made up for on a weekday, and what is taken off beyond that is worked on a weekend. So a
# whole zone of reach has as many working days as it has weekdays, less its statutory days; only their place is open.


@attrs.frozen(kw_only=True)
class _Zone:
    """Days in a row that coming notices may rearrange, by ordinal, both ends included, and how many are worked."""

    first: int
    last: int
    fewest: int
    most: int


@attrs.frozen(kw_only=True)
class _Outlook:
    """The days after *origin*: up to each, how many are worked for sure and how many may be."""

    origin: int
    sure: Sequence[int]
    may: Sequence[int]
    zones: tuple[_Zone, ...]

    def bounds(self, start: int, end: int) -> tuple[int, int]:
        """The fewest and the most working days in (start, end]."""
        fewest, most = self._sure(start, end), self._may(start, end)
        for zone in self.zones:
            a, b = max(start, zone.first - 1), min(end, zone.last)
            if a < b:
                must = zone.fewest - self._may(zone.first - 1, a) - self._may(b, zone.last)
                can = zone.most - self._sure(zone.first - 1, a) - self._sure(b, zone.last)
                fewest += max(0, must - self._sure(a, b))
                most += min(0, can - self._may(a, b))
        return fewest, most

    def _sure(self, start: int, end: int) -> int:
        return self.sure[end - self.origin] - self.sure[start - self.origin]

    def _may(self, start: int, end: int) -> int:
        return self.may[end - self.origin] - self.may[start - self.origin]


def _outlook(calendar: Published, firm: date, until: int, local: Mapping[int, bool]) -> _Outlook:
    if until > LAST_DAY.toordinal():
        raise UnpublishedYearError(LAST_DAY + ONE_DAY, *calendar.coverage)
    # No festival is near the end of November, so no zone is cut in two there.
    year = date.fromordinal(until).year
    end = date(year, 11, 30) if until <= date(year, 11, 30).toordinal() else date(year + 1, 11, 30)
    coming = [one for year in range(firm.year + 1, end.year + 1) for one in assumed_breaks(year)]

    origin = firm.toordinal()
    weekdays = [int(ordinal % 7 not in (6, 0)) for ordinal in range(origin, end.toordinal() + 1)]
    sure, may = weekdays.copy(), weekdays.copy()

    def places(first: date, last: date) -> range:
        return range(max(first.toordinal() - origin, 1), last.toordinal() - origin + 1)

    for one in coming:
        for place in places(one.off_first, one.off_last):
            sure[place] = 0
        for place in places(one.make_up_first, one.make_up_last):
            may[place] = 1
    for day in (day for one in coming for day in one.statutory):
        may[day.toordinal() - origin] = 0

    zones: list[_Zone] = []
    for span, statutory in _merged([(places(_first(one), _last(one)), len(one.statutory)) for one in coming]):
        worked = sum(weekdays[place] for place in span) - statutory
        zone = _Zone(first=origin + span[0], last=origin + span[-1], fewest=worked, most=worked)
        # A layer stands above the notice: its days leave the balance of the zone, whichever way the notice has them.
        for ordinal, is_worked in local.items():
            if zone.first <= ordinal <= zone.last:
                place = ordinal - origin
                fewest, most = zone.fewest + is_worked - may[place], zone.most + is_worked - sure[place]
                zone = attrs.evolve(zone, fewest=fewest, most=most)
                sure[place] = may[place] = int(is_worked)
        zones.append(zone)
    return _Outlook(origin=origin, sure=tuple(accumulate(sure)), may=tuple(accumulate(may)), zones=tuple(zones))


def _merged(spans: list[tuple[range, int]]) -> list[tuple[range, int]]:
    """The spans with those that overlap made one, their numbers added."""
    merged: list[tuple[range, int]] = []
    for span, number in sorted(spans, key=lambda pair: pair[0].start):
        if merged and span.start < merged[-1][0].stop:
            before, so_far = merged.pop()
            span, number = range(before.start, max(before.stop, span.stop)), so_far + number  # noqa: PLW2901
        merged.append((span, number))
    return merged


def _first(one: AssumedBreak) -> date:
    return min(one.off_first, one.make_up_first)


def _last(one: AssumedBreak) -> date:
    return max(one.off_last, one.make_up_last)


def _noticed_in(day: date) -> int:
    """The year whose notice has the last word on *day*: the last three days of December belong to the next."""
    return day.year + ((day.month, day.day) >= (12, 29))


def _assumed(festival: str, days: tuple[date, ...]) -> AssumedBreak:
    reach = LONG_REACH if festival in LONG_BREAKS else SHORT_REACH
    (off_before, off_after), (make_up_before, make_up_after) = reach["off"], reach["make_up"]
    return AssumedBreak(
        festival=festival,
        statutory=days,
        off_first=days[0] - off_before * ONE_DAY,
        off_last=days[-1] + off_after * ONE_DAY,
        make_up_first=days[0] - make_up_before * ONE_DAY,
        make_up_last=days[-1] + make_up_after * ONE_DAY,
    )


def _statutory_days(year: int) -> Iterator[tuple[str, tuple[date, ...]]]:
    new_year, dragon_boat, mid_autumn = _lunar()[year]
    first, last = (-1, 1) if year < WITHOUT_EVE else (0, 2) if year < WITH_EVE_AND_2_MAY else (-1, 2)
    yield "元旦", (date(year, 1, 1),)
    yield "春节", tuple(new_year + offset * ONE_DAY for offset in range(first, last + 1))
    yield "清明节", (date(year, 4, _qingming(year)),)
    yield "劳动节", (date(year, 5, 1), date(year, 5, 2))[: 1 + (year >= WITH_EVE_AND_2_MAY)]
    yield "端午节", (dragon_boat,)
    yield "中秋节", (mid_autumn,)
    yield "国庆节", (date(year, 10, 1), date(year, 10, 2), date(year, 10, 3))


def _qingming(year: int) -> int:
    """The day of April of the solar term, by the rule of thumb that holds for 2000 to 2099."""
    return int(year % 100 * 0.2422 + 4.81) - year % 100 // 4


@cache
def _lunar() -> Mapping[int, tuple[date, ...]]:
    """The first days of Spring Festival, the Dragon Boat and the Mid-Autumn Festival, by year."""
    lines = packaged("festivals.csv").read_text(encoding="utf-8").splitlines()
    rows = csv.reader(line for line in lines if line[:1].isdigit())
    return {int(year): tuple(date.fromisoformat(day) for day in days) for year, *days in rows}
