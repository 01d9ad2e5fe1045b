"""How rules hold a year against what recurs in it: each quarter, month, half-year or year (周期)."""

from collections.abc import Callable, Iterator
from datetime import date

from zwfw.context import Context
from zwfw.norms import norm
from zwfw.rules.engine import Finding, breached, each, not_applicable
from zwfw.terms import Stretch, Term

__all__ = ["owed_stretches", "short_of", "term_of"]


def term_of(norm_id: str, place: int = 0) -> Term:
    """The term of a norm that states several, the first unless another is asked for."""
    return norm(norm_id).terms[place]


def owed_stretches(ref: str, term: Term, year: int, ctx: Context) -> tuple[Stretch, ...]:
    """The stretches of *year* wholly within the force of the clause *ref*; part of one is held against nobody."""
    return tuple(
        each
        for each in term.stretches(date(year, 1, 1), date(year, 12, 31))
        if all(ctx.scoped(ctx.area, day).has(ref) for day in (each.first, each.last))
    )


def short_of(
    stretches: tuple[Stretch, ...],
    least: int,
    ctx: Context,
    count: Callable[[Stretch], int],
    reason: str,
    *,
    at: str,
) -> Iterator[Finding]:
    """A breach for each of *stretches* that is over and in which it was done fewer than *least* times.

    Each is asked about by itself, so that what is unknown of one hides nothing of the others; the first that is not
    over and not kept yet is the last one told of.

    Args:
        stretches: The stretches; where there are none, nothing is owed.
        least: How often it has to be done in each.
        ctx: The context, by which a stretch is over or not.
        count: How often it was done in a stretch.
        reason: The reason code; its facts are ``first``, ``last``, ``least`` and ``times``.
        at: The place.
    """
    if not stretches:
        yield not_applicable("no-whole-period", at=at)

    def ask(stretch: Stretch) -> Iterator[Finding]:
        if (times := count(stretch)) >= least:
            return
        if ctx.as_of.date() <= stretch.last:
            yield not_applicable("not-due-yet", at=at, due_on=stretch.last)
        else:
            yield breached(reason, at=at, first=stretch.first, last=stretch.last, least=least, times=times)

    told: dict[Finding, None] = {}
    for stretch in stretches:
        found = tuple(each((stretch,), ask))
        told |= dict.fromkeys(found)
        if found and ctx.as_of.date() <= stretch.last:
            break
    yield from told
