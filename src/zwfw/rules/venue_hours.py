"""What the clauses say about opening hours of venues, and whether a venue is open at a moment (工作时间)."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import TypeVar

import attrs

from zwfw._time import local
from zwfw.areas import AreaLevel
from zwfw.calendars import DayKind, DayReason, Span
from zwfw.calendars.estimate import assumed_breaks
from zwfw.context import Context
from zwfw.errors import UnpublishedYearError
from zwfw.outcomes import Severity
from zwfw.records import VenueHours, VenueKind
from zwfw.records.stated import Unstated, View, when
from zwfw.records.venue_hours import merged
from zwfw.rules._asking import any_holds, surely
from zwfw.rules.engine import Finding, breached, each, judge, met, not_applicable, rule

__all__ = ["RULES", "NextOpening", "OpenAnswer", "is_open", "next_opening"]

T = TypeVar("T")

_Asked = tuple[Callable[[], bool], Callable[[], tuple[Span, ...]]]
"""Whether some hours are those of a day, and which they are."""

_FUJIAN, _XIAMEN = "fujian-2022/3.7.5", "xiamen-2022/3.7.5"
_WEEK = "一二三四五六日"
_OF_CITY_AND_DISTRICTS = frozenset({AreaLevel.CITY, AreaLevel.COUNTY})
_CENTRES = frozenset({VenueKind.CENTRE, VenueKind.SUB_CENTRE})
_BELOW = frozenset({VenueKind.TOWNSHIP_CENTRE, VenueKind.STATION})
_WEEKEND = (6, 7)
_FROM_2008 = 2008
"""The first year whose statutory festivals are held."""


def _days(weekdays: Iterable[int] | None) -> tuple[str, ...]:
    return tuple(f"周{_WEEK[day - 1]}" for day in sorted(set(weekdays or ())))


def _told(spans: Iterable[Span]) -> tuple[str, ...]:
    return tuple(map(str, spans))


def _days_differ(hours: VenueHours, wanted: tuple[str, ...]) -> Iterator[Finding]:
    days = _days(hours.weekdays)
    if days != wanted:
        yield breached("open-days-differ", at="weekdays", days=days or None, wanted=wanted or None)


def _spans_differ(hours: VenueHours, wanted: tuple[str, ...]) -> Iterator[Finding]:
    spans = _told(merged(hours.spans))
    if spans != wanted:
        yield breached("open-hours-differ", at="spans", spans=spans or None, wanted=wanted)


def _call(ask: Callable[[], Iterable[Finding]]) -> Iterable[Finding]:
    return ask()


def _differs_from(hours: VenueHours, whose: str) -> Iterator[Finding]:
    """What is otherwise than the days and hours in the fields of *whose*."""
    yield from each(
        (
            lambda: _days_differ(hours, _days(getattr(hours, f"{whose}_weekdays"))),
            lambda: _spans_differ(hours, _told(merged(getattr(hours, f"{whose}_spans")))),
        ),
        _call,
    )


@rule("venue_hours.as-the-city-set", clauses=(_XIAMEN,))
def as_the_city_set(hours: VenueHours, ctx: Context) -> Iterator[Finding]:
    """Centres of Xiamen and its districts, and their sub-centres, keep the hours that the city sets (工作时间).

    They are closed on statutory festivals. The text is silent about make-up weekends and shifted rest days: a venue
    that does not follow the notices there is left to a person. So is the venue of a functional zone, which it does not
    name. Days of a rota stand beside the hours.
    """
    if not when(hours, kind=_CENTRES, level=_OF_CITY_AND_DISTRICTS):
        yield not_applicable("hours-not-set-for-it")
        return
    first, last = str(ctx.parameter("open_days").value).split("至")
    days = tuple(f"周{day}" for day in _WEEK[_WEEK.index(first[-1]) : _WEEK.index(last[-1]) + 1])
    spans = tuple(str(ctx.parameter(key).value) for key in ("open_morning", "open_afternoon"))
    found = tuple(
        each(
            (
                lambda: _days_differ(hours, days),
                lambda: _spans_differ(hours, spans),
                lambda: _closed_on_festivals(hours),
                lambda: _follows_make_ups(hours),
                lambda: _follows_rest_days(hours),
            ),
            _call,
        )
    )
    differing = [finding.at for finding in found if finding.at]
    if differing and ctx.area.kind is not None:
        yield judge("hours-of-zone-not-named", at=differing[0])
    else:
        yield from found


def _closed_on_festivals(hours: VenueHours) -> Iterator[Finding]:
    if hours.open_on_festivals:
        yield breached("open-on-festivals", at="open_on_festivals")


def _follows_make_ups(hours: VenueHours) -> Iterator[Finding]:
    if not hours.open_on_make_up_weekends:
        yield judge("closed-on-make-up-weekends", at="open_on_make_up_weekends")


def _follows_rest_days(hours: VenueHours) -> Iterator[Finding]:
    if hours.open_on_shifted_rest_days:
        yield judge("open-on-shifted-rest-days", at="open_on_shifted_rest_days")


@rule("venue_hours.same-within-the-city", clauses=(_FUJIAN,))
def same_within_the_city(hours: VenueHours, ctx: Context) -> Iterator[Finding]:
    """Within one city with districts all venues have the same days and hours (统一工作时间).

    Venues of the province are not asked. The city of Xiamen sets hours of their own for townships and villages, and
    whether that keeps the province's clause is left to a person.
    """
    if hours.level is AreaLevel.PROVINCE:
        yield not_applicable("venue-of-the-province")
    elif surely(hours, city_spans=False):
        yield breached("city-hours-not-unified", at="city_spans")
    else:
        found = tuple(_differs_from(hours, "city"))
        if any(finding.at for finding in found) and ctx.has(_XIAMEN) and when(hours, kind=_BELOW):
            yield judge("city-sets-hours-by-level", at="kind")
        else:
            yield from found


@rule("venue_hours.provincial-sub-centre", clauses=(_FUJIAN,))
def provincial_sub_centre(hours: VenueHours, _: Context) -> Iterator[Finding]:
    """A sub-centre of the province keeps the hours of the unit that it belongs to (省级政务服务分中心).

    That those of the city it stands in do not bind it is inferred from this.
    """
    if not when(hours, kind=VenueKind.SUB_CENTRE, level=AreaLevel.PROVINCE):
        yield not_applicable("no-provincial-sub-centre")
    else:
        yield from _as_its_unit(hours)


@rule("venue_hours.townships-as-offices", clauses=(_XIAMEN,))
def townships_as_offices(hours: VenueHours, _: Context) -> Iterator[Finding]:
    """Township centres and village stations keep the hours of the city's offices (市直机关、事业单位)."""
    if not when(hours, kind=_BELOW):
        yield not_applicable("no-township-or-village-venue")
    else:
        yield from _as_its_unit(hours)


def _as_its_unit(hours: VenueHours) -> Iterator[Finding]:
    if not hours.unit_spans:
        yield not_applicable("unit-without-hours")
    else:
        yield from _differs_from(hours, "unit")


@rule("venue_hours.weekend-rota", clauses=(_FUJIAN, _XIAMEN), severity=Severity.ADVICE)
def weekend_rota(hours: VenueHours, ctx: Context) -> Iterator[Finding]:
    """For items in great and frequent demand a venue serves on weekends, in Xiamen on Saturdays (周末对外轮值服务).

    Neither clause gives a threshold. A venue that is open on such a day anyway serves on it.
    """
    if not hours.has_busy_items:
        yield not_applicable("no-busy-items")
    elif not _serves_on(hours, 6, 7):
        yield breached("no-weekend-rota", at="rota_weekdays")
    elif ctx.has(_XIAMEN):
        found = tuple(attrs.evolve(finding, under=(_XIAMEN,)) for finding in each((hours,), _serves_on_saturdays))
        yield from found
        if found:
            yield met(under=(_FUJIAN,))


def _serves_on_saturdays(hours: VenueHours) -> Iterator[Finding]:
    if not _serves_on(hours, 6):
        yield breached("no-saturday-rota", at="rota_weekdays")


def _serves_on(hours: VenueHours, *days: int) -> bool:
    return any_holds(
        (
            lambda: not set(days).isdisjoint(hours.rota_weekdays or ()),
            lambda: not set(days).isdisjoint(hours.weekdays or ()),
        )
    )


@rule("venue_hours.unfinished-cases", clauses=(_FUJIAN, _XIAMEN))
def unfinished_cases(hours: VenueHours, ctx: Context) -> Iterator[Finding]:
    """Cases that are not finished at the end of the day are served beyond it (延时服务).

    In the province's sentence the word encourage (鼓励) may govern this too: it is taken for advice, the least that
    either reading asks. Xiamen's sentence is a duty.
    """
    if hours.stays_for_unfinished_cases:
        return
    if ctx.has(_XIAMEN):
        yield breached("unfinished-cases-left", at="stays_for_unfinished_cases", under=(_XIAMEN,))
    yield breached(
        "unfinished-cases-perhaps-encouraged",
        at="stays_for_unfinished_cases",
        severity=Severity.ADVICE,
        under=(_FUJIAN,),
    )


@attrs.frozen(kw_only=True)
class OpenAnswer:
    """Whether a venue is open at a moment.

    Attributes:
        is_open: Yes or no; ``None`` where it is not known.
        missing: The fields that would settle it, or the year whose notice would.
        day: What kind of day it is, and why; ``None`` where its year is not published.
        is_provisional: Whether a notice that is still to come can change what kind of day it is.
    """

    is_open: bool | None
    missing: tuple[str, ...] = ()
    day: DayReason | None = None
    is_provisional: bool = False


@attrs.frozen(kw_only=True)
class NextOpening:
    """When a venue is open next. Where nothing is missing, both bounds are the answer.

    Attributes:
        earliest: The first moment at which it may be open; ``None`` where there is none.
        latest: The first moment at which it is surely open; ``None`` where there is none.
        missing: The fields that would settle it, or the year whose notice would.
        is_provisional: Whether a notice that is still to come can change what kind of day one of those up to it is.
    """

    earliest: datetime | None
    latest: datetime | None
    missing: tuple[str, ...] = ()
    is_provisional: bool = False


def is_open(hours: VenueHours, at: datetime, ctx: Context) -> OpenAnswer:
    """Whether the venue is open at a moment, by what it states and the calendar of the context.

    At the end of a span it is closed. On a make-up weekend, a statutory festival and a shifted rest day the record
    decides; where it does not say, the answer is open and names the field.

    >>> from zwfw.records import VenueHours
    >>> hours = VenueHours(
    ...     venue="厦门市政务服务中心",
    ...     weekdays=[1, 2, 3, 4, 5],
    ...     spans=[{"opens": "09:00", "closes": "12:00"}],
    ... )
    >>> sunday = datetime(2025, 9, 28, 10, 0)  # worked for National Day
    >>> found = is_open(hours, sunday, Context(area="厦门市", as_of=sunday))
    >>> found.is_open, found.missing, found.day.kind.value
    (None, ('open_on_make_up_weekends',), '调休上班')
    """
    at = local(at)
    try:
        reason = ctx.calendar.why(at.date())
    except UnpublishedYearError:
        return OpenAnswer(is_open=None, missing=(f"calendar.{at.year}",))
    now = [hold for hold in _holds_on(View(hours), reason) if hold.begins(reason.day, at) == at]
    is_known = not now or any(not hold.missing for hold in now)
    return OpenAnswer(
        is_open=bool(now) if is_known else None,
        missing=() if is_known else _missing(now),
        day=reason,
        is_provisional=ctx.calendar.is_provisional(reason.day),
    )


def next_opening(hours: VenueHours, at: datetime, ctx: Context) -> NextOpening:
    """The first moment from *at* on at which the venue is open: *at* itself if it is.

    A day on which that is not known does not end the search: the bounds say by when it is open at the latest.

    >>> from zwfw.records import VenueHours
    >>> hours = VenueHours(
    ...     venue="厦门市政务服务中心",
    ...     weekdays=[1, 2, 3, 4, 5],
    ...     spans=[{"opens": "09:00", "closes": "12:00"}],
    ...     rota_weekdays=[],
    ... )
    >>> saturday = datetime(2025, 9, 27, 10, 0)
    >>> found = next_opening(hours, saturday, Context(area="厦门市", as_of=saturday))
    >>> print(found.earliest, found.latest, *found.missing)
    2025-09-28 09:00:00 2025-09-29 09:00:00 open_on_make_up_weekends
    """
    at, view = local(at), View(hours)
    if _is_never_open(view):
        return NextOpening(earliest=None, latest=None)
    earliest: datetime | None = None
    missing: dict[str, None] = {}
    is_provisional = False
    day = at.date()
    while True:
        try:
            reason = ctx.calendar.why(day)
        except UnpublishedYearError:
            missing[f"calendar.{day.year}"] = None
            latest = None
            break
        is_provisional = ctx.calendar.is_provisional(day)
        to_come = [(begins, hold) for hold in _holds_on(view, reason) if (begins := hold.begins(day, at)) is not None]
        latest = min((begins for begins, hold in to_come if not hold.missing), default=None)
        perhaps = [(begins, hold) for begins, hold in to_come if latest is None or begins < latest]
        missing |= dict.fromkeys(_missing(hold for _, hold in perhaps))
        earliest = earliest or min((begins for begins, _ in perhaps), default=latest)
        if latest is not None:
            break
        day += timedelta(1)
    return NextOpening(earliest=earliest, latest=latest, missing=tuple(missing), is_provisional=is_provisional)


def _is_never_open(hours: object) -> bool:
    has_no_hours, has_no_days = surely(hours, spans=False), surely(hours, weekdays=False)
    return (has_no_hours or (has_no_days and surely(hours, open_on_make_up_weekends=False))) and (
        surely(hours, rota_spans=False) or surely(hours, rota_weekdays=False)
    )


_ALL_DAY: tuple[Span, ...] = (Span(time(), time()),)


@attrs.frozen
class _Hold:
    """Hours of a day, and the fields without which it is not known that a venue is open in them."""

    spans: tuple[Span, ...]
    missing: tuple[str, ...]

    def begins(self, day: date, at: datetime) -> datetime | None:
        """The first moment of these hours on *day* from *at* on; ``None`` where there is none."""
        for span in self.spans:
            start, end = (datetime.combine(day, time()) + timedelta(microseconds=edge) for edge in span.edges)
            if at < end:
                return max(at, start)
        return None


def _missing(holds: Iterable[_Hold]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(path for hold in holds for path in hold.missing))


def _holds_on(hours: View, reason: DayReason) -> Iterator[_Hold]:
    """The hours in which a venue is open on a day, or may be: where they are not known, the whole day."""
    opens, unknown = _told_or_unknown(lambda: _opens_on(hours, reason), otherwise=True)
    for is_on, spans in _plan(hours, reason) if opens else ():
        on, without_day = _told_or_unknown(is_on, otherwise=True)
        held, without_hours = _told_or_unknown(spans, otherwise=_ALL_DAY)
        if on:
            yield _Hold(held, (*unknown, *without_day, *without_hours))


def _told_or_unknown(ask: Callable[[], T], *, otherwise: T) -> tuple[T, tuple[str, ...]]:
    """What *ask* gives; where that is not known, *otherwise* and the fields that it lacks."""
    try:
        return ask(), ()
    except Unstated as missing:
        return otherwise, missing.paths


def _opens_on(hours: View, reason: DayReason) -> bool:
    """Whether a venue opens on a day of this kind at all, in whatever hours."""
    if reason.kind is DayKind.LOCAL_CLOSURE:
        return False
    if _is_worked_weekend(reason):
        return bool(hours.open_on_make_up_weekends)
    if reason.kind is not DayKind.HOLIDAY:
        return True
    if reason.day.year < _FROM_2008:
        raise Unstated(f"calendar.{reason.day.year}")
    if any(reason.day in found.statutory for found in assumed_breaks(reason.day.year)):
        return bool(hours.open_on_festivals)
    return bool(hours.open_on_shifted_rest_days)


def _is_worked_weekend(reason: DayReason) -> bool:
    return reason.is_working and reason.day.isoweekday() in _WEEKEND


def _plan(hours: View, reason: DayReason) -> Iterator[_Asked]:
    """Whether the hours of the weekday, or of a worked weekend, are those of the day, and which they are."""
    weekday = reason.day.isoweekday()
    is_worked_weekend = _is_worked_weekend(reason)
    yield lambda: is_worked_weekend or weekday in (hours.weekdays or ()), lambda: merged(hours.spans)
    if weekday in _WEEKEND and not is_worked_weekend:
        yield lambda: weekday in (hours.rota_weekdays or ()), lambda: merged(hours.rota_spans)


RULES = (
    as_the_city_set,
    same_within_the_city,
    provincial_sub_centre,
    townships_as_offices,
    weekend_rota,
    unfinished_cases,
)
