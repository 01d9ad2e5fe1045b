"""What the clauses say about one item in two places (五级十五同)."""

from collections.abc import Iterator

import attrs

from zwfw.clauses import clause, document
from zwfw.context import Context
from zwfw.outcomes import Severity
from zwfw.records import ItemComparison
from zwfw.records.stated import Unstated
from zwfw.rules._asking import answered
from zwfw.rules._sameness import ComparedElement, Likeness, Sameness, sameness, told
from zwfw.rules.engine import Finding, breached, judge, met, not_applicable, rule, undetermined

__all__ = ["RULES", "ComparedElement", "Likeness", "Sameness", "sameness"]

_BETTER_IS_FINE = "fujian-2022/1.2.4"

_SPEAKS_WHERE = {"putian-2025/art-7": True, "hanjiang-2023/task-4": False}
"""Each clause, and whether it is settled by one place within its area, or else by one outside.

Putian's items are to be alike across areas and levels, so one of the two is Putian's; in Hanjiang the same item is the
same in the whole district, so both are the district's.
"""


@rule(
    "comparisons.elements-the-same",
    clauses=("putian-2025/art-7", "hanjiang-2023/task-4"),
    severity=Severity.ADVICE,
)
def elements_the_same(pair: ItemComparison, ctx: Context) -> Iterator[Finding]:
    """One item is alike in every printed element, in whatever place and at whatever level (五级十五同).

    Hanjiang's plan asks for the same standard by the same name and prints no element: it is held to those of Putian.
    Where one place may do better the two texts pull apart, and a person has to weigh them.
    """
    asked = [ref for ref in _SPEAKS_WHERE if ctx.has(ref)]
    known, unknown = answered(asked, lambda ref: _speaks(ref, pair, ctx))
    speaking = [ref for ref, speaks in known if speaks]
    if unknown:
        silent = tuple(ref for ref in asked if ref not in dict(known))
        yield attrs.evolve(undetermined(*dict.fromkeys(unknown)), under=silent)
    if speaking:
        found = tuple(_unlike(sameness(pair.item, pair.other), tuple(speaking)))
        yield from found or ((met(under=tuple(speaking)),) if speaking != asked else ())
    elif not unknown:
        yield not_applicable("pair-of-other-areas")


def _speaks(ref: str, pair: ItemComparison, ctx: Context) -> bool:
    home, settling = document(clause(ref).document).area, _SPEAKS_WHERE[ref]
    places = [told(lambda item: (item.area or ctx.area).is_within(home), item) for item in (pair.item, pair.other)]
    if (settling,) in places:
        return settling
    missing = tuple(path for _, *paths in places for path in paths)
    if missing:
        raise Unstated(*missing)
    return not settling


def _unlike(table: Sameness, under: tuple[str, ...]) -> Iterator[Finding]:
    for each in table.elements:
        if each.state is Likeness.UNKNOWN and not each.missing:
            yield judge("codes-not-comparable", at=each.path, under=under, item=each.item, other=each.other)
        elif each.may_be_better:
            yield judge(
                "element-better-in-one-place",
                at=each.path,
                under=under,
                element=each.element,
                leave=clause(_BETTER_IS_FINE),
                item=each.item,
                other=each.other,
            )
        elif each.state is Likeness.DIFFERENT:
            yield breached(
                "element-differs",
                at=each.path,
                under=under,
                element=each.element,
                printed=table.printed,
                named=table.named,
                item=each.item,
                other=each.other,
            )
    missing = tuple(path for each in table.elements for path in each.missing)
    if missing:
        yield attrs.evolve(undetermined(*missing), under=under)


RULES = (elements_the_same,)
