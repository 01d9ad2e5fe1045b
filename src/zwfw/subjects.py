"""A record under the law of its own area and day, as it could be seen at the moment of looking."""

from collections.abc import Iterator
from typing import Any

import attrs

from zwfw.areas import Area
from zwfw.context import Context
from zwfw.records import Record
from zwfw.records.stated import Unstated, View

__all__ = ["Subject", "option", "seen", "subject_of"]


@attrs.frozen(kw_only=True, eq=False, slots=False)  # a dictionary is filled in a third of the time
class Subject:
    """What a rule is asked about.

    Attributes:
        record: The record as the user brought it.
        view: Its stated fields as of the moment of looking.
        ctx: The context, with the area and the day that fix the record's law.
        missing: The fields without which that day is not known; empty where it is.
        outside: The area of the context, where the record's own lies neither in it nor around it.
    """

    record: Record
    view: View
    ctx: Context
    missing: tuple[str, ...] = ()
    outside: Area | None = None

    @property
    def reason_not_to_ask(self) -> bool:
        """Whether the law of the record is not known, or not to be asked for here."""
        return bool(self.missing) or self.outside is not None

    def parts(self, kinds: frozenset[type[Record]]) -> "Iterator[Subject]":
        """The parts of *kinds* that the record holds, each a subject of its own under the same law.

        A part that states an area of its own is a record beside this one, and not asked about with it.
        """
        for name in self.record._parts:  # noqa: SLF001  (a record too)
            held = self.view.__dict__.get(name)
            if held and type(held) is tuple and type(held[0].record) in kinds:
                for part in held:
                    if getattr(part.record, "area", None) is None:
                        yield Subject(record=part.record, view=part.begin(), ctx=self.ctx)


def subject_of(record: Record, ctx: Context) -> Subject:
    """*record* under the law of its area and day.

    The area is the record's own where it states one, else the context's. The day is that of the first moment that
    dates the record; where all of them are stated not to have happened it is the context's.
    """
    view = View(record, as_of=ctx.as_of)
    own = getattr(record, "area", None)
    area = own or ctx.area
    day, missing = record.law_day(ctx.day)
    return Subject(
        record=record,
        view=view,
        ctx=ctx if area is ctx.area and day == ctx.day else ctx.scoped(area, day),
        missing=missing,
        outside=None if own is None or own.is_within(ctx.area) or ctx.area.is_within(own) else ctx.area,
    )


def seen(record: Any, ctx: Context) -> tuple[Any, Context]:
    """The view and the scoped context of a record; of a view, itself.

    Raises:
        Unstated: If the day that fixes the record's law is not known.
    """
    if isinstance(record, View):
        return record, ctx
    subject = subject_of(record, ctx)
    if subject.missing:
        raise Unstated(*subject.missing)
    return subject.view, subject.ctx


def option(record: Any, ctx: Context, reading: str) -> str:
    """The option chosen for *reading*; the answer being worked out about *record* turns on it."""
    record.turns_on(reading)
    return ctx.readings[reading]
