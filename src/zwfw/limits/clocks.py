"""What every kind of record with time limits shares: from its clocks to standings and deadlines (时限计算)."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

import attrs

from zwfw.clauses import Clause, clause
from zwfw.context import Context
from zwfw.limits.engine import Clock, Deadline, Lights, Limit, Standing, Status, limit, limits, run, stand
from zwfw.normset import NormSet
from zwfw.records import Record
from zwfw.records._base import day_of
from zwfw.records.stated import Unstated
from zwfw.subjects import Subject, seen, subject_of

__all__ = ["Clocks", "between", "deadlines", "set_end", "set_figure", "standing", "standings"]

Clocks = Mapping[str, Callable[[Limit, Any, Context], Iterator[Clock]]]
"""For each limit of a kind of record, what works out its clocks."""

_ROOMS = {
    "Case": "cases",
    "CatalogueChange": "catalogues",
    "CertificateGap": "certificates",
    "DataShareRequest": "data_requests",
    "Review": "reviews",
}
"""The module with the clocks of each kind of record."""


@cache
def _clocks_about(kind: str) -> Clocks:
    found: Clocks = import_module(f"zwfw.limits.{_ROOMS[kind]}").CLOCKS
    return found


def standing(record: Record, ctx: Context, limit_id: str) -> Standing | None:
    """How *record* as a whole stands under one limit; ``None`` where that limit does not speak of it.

    Raises:
        Unstated: If the day that fixes the law of the record was not stated.
    """
    view, scoped = seen(record, ctx)
    found: Standing | None = view.remember(limit_id, lambda: next(_standings(limit(limit_id), view, scoped), None))
    return found


def standings(record: Record, ctx: Context, limit_id: str) -> tuple[Standing, ...]:
    """How each part of *record* stands that has a limit or may have; the path of its clock names it.

    Raises:
        Unstated: If the day that fixes the law of the record was not stated.
    """
    view, scoped = seen(record, ctx)
    return tuple(_standings(limit(limit_id), view, scoped))


def deadlines(record: Record, ctx: Context, lights: Lights | None = None) -> tuple[Deadline, ...]:
    """All deadlines of *record* under the limits in force, in the order of :func:`zwfw.limits.limits`."""
    subject = subject_of(record, ctx)
    kinds = {each.__name__ for each in type(record).__mro__}
    asked = [each for each in limits() if each.record in kinds]
    if subject.outside is not None:
        return ()
    if subject.missing:
        return tuple(Deadline(limit=each.id, status=Status.UNDETERMINED, missing=subject.missing) for each in asked)
    found: list[Deadline] = []
    for each in asked:
        mine = list(_deadlines_of(each, subject.view, subject.ctx, lights))
        turns = tuple(name for name in subject.view.take_turns() if _turns_on(name, each, mine, subject, lights))
        found += [attrs.evolve(one, readings=turns) for one in mine] if turns else mine
    return tuple(found)


def _turns_on(reading: str, each: Limit, mine: list[Deadline], subject: Subject, lights: Lights | None) -> bool:
    """Whether another option of *reading* gives the limit another status or due day."""
    for ctx in subject.ctx.otherwise(reading):
        with subject.view.afresh(reading):
            if list(_deadlines_of(each, subject.view, ctx, lights)) != mine:
                return True
    return False


def _clocks_of(each: Limit, view: Any, ctx: Context) -> Iterator[Clock]:
    clauses = _in_force(each, ctx.norms)
    if clauses:
        for clock in _clocks_about(each.record)[each.id](each, view, ctx):
            clock.clauses = clauses
            yield clock


def _standings(each: Limit, view: Any, ctx: Context) -> Iterator[Standing]:
    for clock in _clocks_of(each, view, ctx):
        yield stand(clock, ctx.calendar, ctx.as_of)


def _deadlines_of(each: Limit, view: Any, ctx: Context, lights: Lights | None = None) -> Iterator[Deadline]:
    for clock in _clocks_of(each, view, ctx):
        yield run(clock, ctx.calendar, ctx.as_of, lights)


@lru_cache(maxsize=4096)
def _in_force(each: Limit, norms: NormSet) -> tuple[Clause, ...]:
    return tuple(clause(ref) for ref in each.clauses if norms.has(ref))


def set_figure(clock: Clock, ctx: Context) -> None:
    """Take the figure that the parameter of the limit sets."""
    clock.parameter = ctx.parameter(clock.limit.parameter)
    clock.working_days = int(clock.parameter.value)


def set_end(clock: Clock, record: object, field: str) -> None:
    """Take the moment that fulfils the limit; where it is not stated, how the limit stands stays open."""
    try:
        moment = getattr(record, field)
    except Unstated as missing:
        clock.open_ended = missing.paths
    else:
        clock.fulfilled_on = day_of(moment) if moment is not None else None


def between(each: Limit, view: Any, ctx: Context, applies: Callable[[Any], bool]) -> Iterator[Clock]:
    """The clock of a limit that runs from one field of a record to another, as its data say, where it *applies*."""
    clock = Clock(limit=each)
    try:
        if not applies(view):
            return
        begun = getattr(view, each.starts)
    except Unstated as missing:
        clock.missing = missing.paths
        yield clock
        return
    set_figure(clock, ctx)
    if begun is not None:
        clock.started_on = day_of(begun)
        set_end(clock, view, each.fulfilled_by)
    yield clock
