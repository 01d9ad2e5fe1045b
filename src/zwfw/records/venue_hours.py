"""Opening hours of venues (政务服务场所工作时间)."""

from collections.abc import Iterable, Iterator
from datetime import time
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field, model_validator

from zwfw.areas import AreaLevel
from zwfw.calendars import ServiceHours, Span
from zwfw.errors import InvalidHoursError
from zwfw.records._base import AreaField, Record
from zwfw.records.venues import VenueKind

__all__ = ["OpenSpan", "VenueHours"]


def _local(at: time) -> time:
    if at.tzinfo is not None:
        raise ValueError("expected a time without a zone")
    return at


_Time = Annotated[time, AfterValidator(_local)]
_Weekday = Annotated[int, Field(ge=1, le=7)]


class OpenSpan(Record):
    """A stretch of the day during which a venue is open (时段).

    The end is the moment at which it closes; 00:00 is the midnight at which the day ends.

    >>> OpenSpan(opens="13:00", closes="17:00").span.end.hour
    17
    """

    opens: _Time
    closes: _Time

    @model_validator(mode="after")
    def _in_order(self) -> "OpenSpan":
        if self.closes != time() and self.closes <= self.opens:
            self._raise_if([(("closes",), f"closes {self.closes} is not after opens {self.opens}", self.closes)])
        return self

    @property
    def span(self) -> Span:
        """The same as opening hours have it."""
        return Span(self.opens, self.closes)


def merged(spans: Iterable[OpenSpan] | None) -> tuple[Span, ...]:
    """The times of day that some spans cover, in order; spans that touch or overlap are one."""
    found: list[Span] = []
    for span in sorted((each.span for each in spans or ()), key=lambda each: each.edges):
        if found and span.edges[0] <= found[-1].edges[1]:
            found[-1] = max(found[-1], Span(found[-1].start, span.end), key=lambda each: each.edges[1])
        else:
            found.append(span)
    return tuple(found)


class VenueHours(Record):
    """When a venue is open (工作时间).

    Weekdays are those of a plain week, 1 for Monday, and have the same hours. What the venue does on make-up weekends
    and shifted rest days is stated by itself, because the texts are silent about it.

    >>> VenueHours(venue="厦门市政务服务中心", spans=[{"opens": "09:00", "closes": "12:00"}]).spans[0].closes.hour
    12
    """

    _named_by: ClassVar = "venue"
    _parts: ClassVar = ("spans", "rota_spans", "city_spans", "unit_spans")

    venue: Annotated[str, Field(min_length=1)]
    area: AreaField | None = None
    kind: VenueKind | None = None
    level: AreaLevel | None = None
    """Of a sub-centre: the level of the unit that it belongs to."""

    weekdays: tuple[_Weekday, ...] | None = None
    """The days of the week on which it is open, but for a rota."""

    spans: tuple[OpenSpan, ...] | None = None
    """The hours of each of these days."""

    rota_weekdays: tuple[Annotated[int, Field(ge=6, le=7)], ...] | None = None
    """The days of the weekend on which it serves in turn (周末对外轮值服务): 6, 7 or both."""

    rota_spans: tuple[OpenSpan, ...] | None = None
    """The hours of each of these days."""

    open_on_festivals: bool | None = None
    """Whether it is open on statutory festivals (法定节假日), as on any such weekday."""

    open_on_make_up_weekends: bool | None = None
    """Whether it is open on weekends worked for a festival (调休上班日), in the hours of *spans*."""

    open_on_shifted_rest_days: bool | None = None
    """Whether it is open, as on any such weekday, on days off beside a festival that are no statutory festivals
    themselves (调休放假日)."""

    city_weekdays: tuple[_Weekday, ...] | None = None
    """The days on which the venues of its city are open."""

    city_spans: tuple[OpenSpan, ...] | None = None
    """The hours that the venues of its city keep (同一设区市统一的工作时间); empty where they have none in common."""

    unit_weekdays: tuple[_Weekday, ...] | None = None
    """The days on which the unit works by whose hours it goes."""

    unit_spans: tuple[OpenSpan, ...] | None = None
    """The hours of that unit: of a provincial sub-centre the unit it belongs to (所在单位), of a township or village in
    Xiamen the offices and public institutions of the city (市直机关、事业单位)."""

    has_busy_items: bool | None = None
    """Whether it handles items that are in great demand and handled often, both (需求量大、频率高)."""

    stays_for_unfinished_cases: bool | None = None
    """Whether it stays open for what was not finished that day (延时服务)."""

    def service_hours(self) -> ServiceHours:
        """These hours as the calendars count minutes in them.

        They are closed on every day that a notice takes off. A hall that is not, or does not state what it does on
        worked weekends and days off, has none; :func:`zwfw.rules.venue_hours.is_open` answers for it too.

        Raises:
            InvalidHoursError: With every field that is not stated or cannot be said so, or if it is never open.

        >>> hours = VenueHours(
        ...     venue="厦门市政务服务中心",
        ...     weekdays=[1, 2, 3, 4, 5],
        ...     spans=[{"opens": "09:00", "closes": "12:00"}],
        ...     rota_weekdays=[],
        ...     open_on_festivals=False,
        ...     open_on_make_up_weekends=False,
        ...     open_on_shifted_rest_days=False,
        ... )
        >>> hours.service_hours().makeup
        ()
        """
        if faults := tuple(self._not_so()):
            raise InvalidHoursError(*faults)
        own, rota = self.spans or (), self.rota_spans or ()
        week = {
            day: merged((*(own if day in (self.weekdays or ()) else ()), *(rota if self._is_on_rota(day) else ())))
            for day in range(1, 8)
        }
        return ServiceHours(week=week, makeup=merged(own) if self.open_on_make_up_weekends else ())

    def _is_on_rota(self, day: int) -> bool:
        return day in (self.rota_weekdays or ())

    def _not_so(self) -> Iterator[str]:
        """What keeps these hours from being those of a calendar."""
        asked = ["weekdays", "spans", "rota_weekdays", "open_on_make_up_weekends"]
        if self.rota_weekdays:
            asked.append("rota_spans")
        for name in (*asked, "open_on_festivals", "open_on_shifted_rest_days"):
            if name not in self.model_fields_set:
                yield f"expected what the hall does, got nothing @ {name}"
        for name in ("open_on_festivals", "open_on_shifted_rest_days"):
            if getattr(self, name):
                yield f"expected a hall that is closed on days off, got one that is open @ {name}"
