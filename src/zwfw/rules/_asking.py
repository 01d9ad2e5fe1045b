"""How rules ask where some of what decides is not stated: what is stated is used as far as it goes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar

import attrs

from zwfw.outcomes import State
from zwfw.records._base import is_before
from zwfw.records.stated import Unstated, path_of, when
from zwfw.rules.engine import Finding, breached, each, judge

__all__ = ["Step", "all_done", "answered", "any_holds", "in_order", "lacks", "surely"]

P = TypeVar("P")
A = TypeVar("A")

_ALWAYS: Mapping[str, object] = MappingProxyType({})


def surely(record: object, **facts: object) -> bool:
    """Whether *facts* are stated of *record* just so; what is unknown is a no."""
    try:
        return when(record, **facts)
    except Unstated:
        return False


def answered(parts: Iterable[P], ask: Callable[[P], A]) -> tuple[list[tuple[P, A]], tuple[str, ...]]:
    """Each part of which the answer to *ask* is known, with that answer, and the fields that the others lack."""
    found: list[tuple[P, A]] = []
    unknown: list[str] = []
    for part in parts:
        try:
            found.append((part, ask(part)))
        except Unstated as missing:
            unknown += missing.paths
    return found, tuple(unknown)


def any_holds(asked: Iterable[Callable[[], bool]]) -> bool:
    """Whether any of some questions is answered yes; one yes settles it, whatever is unknown beside it.

    Raises:
        Unstated: If none is answered yes and some are not known; the fields that all of those lack are named.
    """
    unknown: list[str] = []
    for ask in asked:
        try:
            if ask():
                return True
        except Unstated as missing:
            unknown += missing.paths
    if unknown:
        raise Unstated(*dict.fromkeys(unknown))
    return False


def lacks(
    record: object,
    field: str,
    reason: str,
    where: Mapping[str, object] = _ALWAYS,
    *,
    at: str = "",
    under: tuple[str, ...] = (),
    **facts: object,
) -> Iterator[Finding]:
    """A breach where *field* is a no or empty.

    Args:
        record: The record or part that has the field.
        field: The field.
        reason: The reason code.
        where: What has to be stated of *record* beside, for *field* to be asked for.
        at: The place, where it is not the field's own.
        under: The clauses that ask for it, where that is fewer than the rule's.
        facts: What stands in the sentence of the reason.
    """
    if when(record, **where, **{field: False}):
        yield breached(reason, at=at or path_of(record, field), severity=None, under=under, **facts)


def all_done(
    record: object,
    reasons: Mapping[str, str],
    where: Mapping[str, object] = _ALWAYS,
    *,
    under: tuple[str, ...] = (),
    **facts: object,
) -> Iterator[Finding]:
    """Ask of each field of *reasons* by itself whether it is stated to be so, as :func:`lacks` does."""
    yield from each(reasons, lambda field: lacks(record, field, reasons[field], where, at="", under=under, **facts))


@attrs.frozen(kw_only=True)
class Step:
    """A step that follows another.

    Attributes:
        field: The field that holds its moment.
        too_early: The reason where it was taken before the step that it follows.
        not_yet: The reason where it has not been taken since.
    """

    field: str
    too_early: str
    not_yet: str


def in_order(record: object, first: str, *steps: Step) -> Iterator[Finding]:
    """Ask of each of *steps* whether it comes no earlier than the one before it, beginning with the field *first*.

    One that has not been taken yet is left to a person, as these texts give no number of days; but where any came too
    early, that is the answer.
    """
    earlier = (first, *(step.field for step in steps))
    found = tuple(each(zip(earlier, steps, strict=False), lambda pair: _follows(record, *pair)))
    is_broken = any(finding.state is State.BREACHED for finding in found)
    yield from (finding for finding in found if not (is_broken and finding.state is State.NEEDS_JUDGEMENT))


def _follows(record: object, earlier: str, step: Step) -> Iterator[Finding]:
    begun, done = getattr(record, earlier), getattr(record, step.field)
    if done is None:
        if begun is not None:
            yield judge(step.not_yet, at=step.field, begun_at=begun)
    elif begun is None or is_before(done, begun):
        yield breached(step.too_early, at=step.field, begun_at=begun, done_at=done)
