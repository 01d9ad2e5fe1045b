"""What the clauses say about benefits that need no application (惠企政策“免申即享”)."""

from collections.abc import Iterator

from zwfw.context import Context
from zwfw.outcomes import Severity
from zwfw.records import Benefit
from zwfw.records.stated import when
from zwfw.rules._per_clause import by_clause
from zwfw.rules.engine import Finding, breached, judge, not_applicable, rule

__all__ = ["RULES"]

_FUJIAN, _XIAMEN = "fujian-2022/3.6.3", "xiamen-2022/3.6.3"


@rule("benefits.enjoyed-without-applying", clauses=(_FUJIAN, _XIAMEN))
def enjoyed_without_applying(benefit: Benefit, ctx: Context) -> Iterator[Finding]:
    """An enterprise that qualifies enjoys a policy of this kind without applying for it (免申即享).

    The province promotes it for every enterprise that qualifies. In Xiamen it is a duty towards those that shared data
    show to qualify, once the date of its task is over; as other ways to show it are left open (等), an enterprise shown
    otherwise is left to a person. Neither text says by when the benefit is there, so one that is still to come is too.
    """
    yield from by_clause(ctx, (_FUJIAN, _XIAMEN), lambda ref: _enjoyed(benefit, ref))


def _enjoyed(benefit: Benefit, ref: str) -> Iterator[Finding]:
    if not when(benefit, without_application=True, qualifies=True):
        yield not_applicable("benefit-not-without-application")
    elif benefit.had_to_apply:
        if ref == _FUJIAN:
            yield breached("benefit-on-application", at="had_to_apply", severity=Severity.ADVICE)
        elif benefit.confirmed_by_shared_data:
            yield breached("benefit-on-application", at="had_to_apply")
        else:
            yield judge("benefit-shown-otherwise", at="confirmed_by_shared_data")
    elif not benefit.is_enjoyed:
        yield judge("benefit-still-to-come", at="is_enjoyed")


RULES = (enjoyed_without_applying,)
