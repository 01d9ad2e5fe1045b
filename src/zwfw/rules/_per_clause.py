"""How a rule answers for each of its clauses by itself, where they ask otherwise, weigh otherwise or have dates."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

import attrs

from zwfw.clauses import clause
from zwfw.context import Context
from zwfw.norms import norm
from zwfw.outcomes import Severity, State
from zwfw.rules.engine import Finding, each, met, not_applicable
from zwfw.terms import Term

__all__ = ["by_clause", "by_force", "once_due", "open_until", "per_clause", "with_kept"]


def per_clause(ctx: Context, refs: Iterable[str], ask: Callable[[str], Iterable[Finding]]) -> Iterator[Finding]:
    """Answer for each of some clauses in force what *ask* says of it; what is the same for several is said once.

    Where some clauses are not kept, those that are get an answer of their own. A clause that does not speak of the
    record stays silent beside one that does.

    Args:
        ctx: Where and when.
        refs: The clauses.
        ask: What to say of a clause; nothing where it is kept.
    """
    found: dict[Finding, list[str]] = {}
    idle: list[Finding] = []
    kept: list[str] = []
    asked = [ref for ref in refs if ctx.has(ref)]
    for ref in asked:
        answers = tuple(each((ref,), ask))
        speaking = [answer for answer in answers if answer.state is not State.NOT_APPLICABLE]
        for answer in dict.fromkeys(speaking):
            found.setdefault(answer, []).append(ref)
        if not answers:
            kept.append(ref)
        elif not speaking:
            idle += answers
    for answer, under in found.items():
        yield attrs.evolve(answer, under=tuple(under)) if len(under) < len(asked) else answer
    if kept and len(kept) < len(asked):
        yield met(under=tuple(kept))
    elif idle and not found:
        yield idle[0]


_NO_DATES: Mapping[str, str] = MappingProxyType({})


def by_clause(
    ctx: Context,
    refs: Iterable[str],
    ask: Callable[[str], Iterable[Finding]],
    *,
    dated_by: Mapping[str, str] = _NO_DATES,
) -> Iterator[Finding]:
    """Answer as :func:`per_clause` does; nothing is owed before the date of a clause is over.

    Args:
        ctx: Where and when.
        refs: The clauses.
        ask: What to say of a clause; nothing where it is kept.
        dated_by: For clauses whose date is that of one of their norms: its id.
    """

    def when_due(ref: str) -> Iterable[Finding]:
        due_on = open_until(norm(dated_by[ref]).terms[0] if ref in dated_by else clause(ref).term, ctx)
        return ask(ref) if due_on is None else (not_applicable("not-due-yet", due_on=due_on),)

    return per_clause(ctx, refs, when_due)


def with_kept(ctx: Context, refs: Iterable[str], found: Iterable[Finding]) -> Iterator[Finding]:
    """What was *found*, and that those of the clauses in force are kept of which nothing was."""
    asked, said = tuple(filter(ctx.has, refs)), tuple(found)
    yield from said
    touched = {ref for finding in said for ref in finding.under or asked}
    kept = tuple(ref for ref in asked if ref not in touched)
    if said and kept:
        yield met(under=kept)


def by_force(ctx: Context, forces: Mapping[str, Severity], found: Finding) -> Iterator[Finding]:
    """A breach for each of the clauses in force, by the force of its words: they do not weigh the same."""
    for ref, severity in forces.items():
        if ctx.has(ref):
            yield attrs.evolve(found, severity=severity, under=(ref,))


def open_until(term: Term, ctx: Context) -> date | None:
    """The last day of a date that is not over; ``None`` where it is over, or there is none."""
    due_on = term.due_on(ctx.area)
    return due_on if due_on is not None and ctx.as_of.date() <= due_on else None


def once_due(found: Finding, ctx: Context, ref: str) -> Finding:
    """*found*, once the date of the clause *ref* is over; until then nothing is owed."""
    due_on = open_until(clause(ref).term, ctx)
    return found if due_on is None else not_applicable("not-due-yet", at=found.at, due_on=due_on)
