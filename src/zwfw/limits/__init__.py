"""Time limits (时限): one engine for all of them, and for each kind of record what starts and stops its clocks."""

from zwfw.context import Context
from zwfw.limits.clocks import deadlines
from zwfw.limits.engine import (
    Clock,
    Deadline,
    Lapse,
    Light,
    Lights,
    Limit,
    Pause,
    Standing,
    Status,
    limit,
    limits,
    run,
    stand,
)
from zwfw.records import Record

__all__ = [
    "Clock",
    "Deadline",
    "Lapse",
    "Light",
    "Lights",
    "Limit",
    "Pause",
    "Standing",
    "Status",
    "deadlines_for",
    "limit",
    "limits",
    "run",
    "stand",
]


def deadlines_for(record: Record, ctx: Context, lights: Lights | None = None) -> tuple[Deadline, ...]:
    """All deadlines of *record* under the limits in force for its area and day.

    Args:
        record: A record. Kinds that no limit speaks of have no deadlines, nor has one outside the context's area.
        ctx: Where and when; deadlines stand as at its ``as_of``.
        lights: When the warning light turns; yellow with one working day left and red past the due day unless given.

    Raises:
        TypeError: If it is no record.

    >>> from datetime import date
    >>> from zwfw.records import Case
    >>> case = Case(
    ...     id="1", area="厦门市", received_at="2026-09-18", accepted_at="2026-09-18", complete=True,
    ...     promised_working_days=5, special_steps=[], decided_at=None,
    ... )
    >>> ctx = Context(area="厦门市", as_of=date(2026, 9, 23))
    >>> [(each.limit, each.due_on.isoformat(), each.light.value) for each in deadlines_for(case, ctx) if each.due_on]
    [('promise', '2026-09-24', '黄灯')]
    """
    if isinstance(record, Record):
        return deadlines(record, ctx, lights)
    raise TypeError(f"record: expected a record, got {record!r}")
