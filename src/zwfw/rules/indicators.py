"""What the documents say about the figures that a body has reached (指标)."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from zwfw.areas import PINGTAN
from zwfw.context import Context
from zwfw.measures import measure
from zwfw.norms import norm
from zwfw.outcomes import Severity
from zwfw.records import Indicator
from zwfw.rules.engine import Finding, breached, met, not_applicable, rule, severity_of, undetermined
from zwfw.targets import target, targets

__all__ = ["RULES"]


@cache
def _clauses() -> tuple[str, ...]:
    return tuple(dict.fromkeys(value.clause for held in targets() for value in held.values))


def _about(indicator: Indicator) -> tuple[str, ...]:
    return tuple(value.clause for value in target(indicator.key).values)


@rule("indicators.target-reached", clauses=_clauses, about=_about)
def target_reached(indicator: Indicator, ctx: Context) -> Iterator[Finding]:
    """A figure reaches the target that the nearest document in force sets (指标完成).

    A figure that falls short misses the target once the year, or the date by which it is to be reached, is over. A
    target of one year says nothing of another, and that of a whole city nothing of its parts.
    """
    held = ctx.norms.target(indicator.key)
    value = held.value
    last = date(indicator.year, 12, 31)
    if held.target.levels and ctx.area.level not in held.target.levels:
        yield not_applicable("target-of-another-level", levels=held.target.levels)
    elif held.target.levels and ctx.area.code == PINGTAN:
        yield not_applicable("of-cities-with-districts")
    elif value.year is not None and value.year != indicator.year:
        yield not_applicable("target-of-another-year", year=value.year)
    elif ctx.as_of.date() < date(indicator.year, 1, 1):
        yield not_applicable("not-due-yet", due_on=last)
    elif indicator.value is not None and held.target.is_reached_by(indicator.value, value):
        yield met(under=(value.clause,))
    elif ctx.as_of.date() <= (value.by or last) or indicator.year < (value.by or last).year:
        yield not_applicable("not-due-yet", due_on=value.by or last)
    elif indicator.value is None:
        # It was looked for and not found: what is missing is a figure, not a statement.
        yield undetermined("value.figure", reason="not-measured")
    else:
        # A wider document that asks for as much is missed too: the city's weaker words do not lift the province's must.
        missed = [value, *(each for each in held.overrides if not held.target.is_reached_by(indicator.value, each))]
        yield breached(
            "target-missed",
            at="value",
            severity=min((severity_of(norm(each.norm)) for each in missed), key=list(Severity).index),
            under=tuple(each.clause for each in missed),
            target=held.target,
            figure=indicator.value,
            comparison=held.target.comparison,
            wanted=value.value,
            measure=measure(held.target.unit),
        )


RULES = (target_reached,)
