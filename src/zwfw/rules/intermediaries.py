"""What the clauses say about compulsory intermediary services (强制性中介服务事项)."""

from collections.abc import Iterator

from zwfw.context import Context
from zwfw.records import BasisRank, IntermediaryService, LegalBasis
from zwfw.records.stated import Unstated, when
from zwfw.rules._asking import Step, all_done, answered, in_order
from zwfw.rules.engine import Finding, breached, each, judge, rule

__all__ = ["RULES"]

_ELEMENTS = (
    ("kind", "intermediary-without-kind"),
    ("bases", "intermediary-without-basis"),
    ("limit_working_days", "intermediary-without-limit"),
)


@rule("intermediaries.elements-stated", clauses=("fujian-2022/2.1.8", "xiamen-2022/2.1.9"))
def elements_stated(service: IntermediaryService, _: Context) -> Iterator[Finding]:
    """A compulsory intermediary service states its name, type, basis and time (要素).

    The list is left open (等), so others are not asked for; the city takes its elements from the province's list. A
    basis is stated if one is named, of whatever rank: ``intermediaries.has-basis`` asks whether it is one.
    """

    def ask(element: tuple[str, str]) -> Iterator[Finding]:
        field, reason = element
        if getattr(service, field) in (None, "", ()):
            yield breached(reason, at=field)

    yield from each(_ELEMENTS, ask)


_REVIEWED = Step(
    field="reviewed_at", too_early="intermediary-reviewed-too-early", not_yet="intermediary-not-reviewed-since"
)
_PUBLISHED = Step(
    field="published_at", too_early="intermediary-published-too-early", not_yet="intermediary-not-published-since"
)


@rule("intermediaries.listed-in-order", clauses=("fujian-2022/2.1.8",))
def listed_in_order(service: IntermediaryService, _: Context) -> Iterator[Finding]:
    """The provincial department lists it, the reform office reviews it, then the province publishes it (依次).

    The steps have no number of days, so one still to come is left to a person.
    """
    if when(service, listed_at=None, reviewed_at=None, published_at=None):
        yield judge("intermediary-not-listed", at="listed_at")
    else:
        yield from in_order(service, "listed_at", _REVIEWED, _PUBLISHED)


_NAMED = frozenset(
    {
        BasisRank.LAW,
        BasisRank.ADMINISTRATIVE_REGULATION,
        BasisRank.LOCAL_REGULATION,
        BasisRank.STATE_COUNCIL_DECISION,
    }
)
"""法律, 法规 of both kinds, and 国务院决定."""


@rule("intermediaries.has-basis", clauses=("fujian-2022/2.1.8",))
def has_basis(service: IntermediaryService, _: Context) -> Iterator[Finding]:
    """A compulsory intermediary service rests on the licence list and on law, regulation or decision (依据).

    Whether both are needed is open, as 和 joins them: with one of them alone a person decides. So it is with a basis of
    another rank, because the list of ranks goes on (等) and yet does not name 规章, which suffices for a special step.
    """
    ranks = _ranks(service.bases or ())
    if not _NAMED.isdisjoint(ranks):
        if not service.on_licence_list:
            yield judge("intermediary-not-on-licence-list", at="on_licence_list")
    elif ranks:
        yield judge("intermediary-basis-not-named", at="bases", ranks=ranks)
    elif service.on_licence_list:
        yield judge("intermediary-on-licence-list-alone", at="bases")
    else:
        yield breached("intermediary-on-no-basis", at="bases")


def _ranks(bases: tuple[LegalBasis, ...]) -> tuple[BasisRank, ...]:
    """The ranks of the bases that are one; an unknown one matters only where no other is named in the clause."""
    found, unknown = answered(bases, lambda basis: basis.rank or BasisRank.NONE)
    ranks = tuple(dict.fromkeys(rank for _, rank in found if rank is not BasisRank.NONE))
    if unknown and _NAMED.isdisjoint(ranks):
        raise Unstated(*unknown)
    return ranks


@rule("intermediaries.within-provincial-lists", clauses=("xiamen-2022/2.1.9",))
def within_provincial_lists(service: IntermediaryService, _: Context) -> Iterator[Finding]:
    """A service on the city's list is on the province's list of compulsory intermediary services (省级清单).

    That the city may not go beyond the province is inferred from 根据. The city's text names the licence list too, on
    which the province's list of services rests; ``intermediaries.has-basis`` asks about it.
    """
    if not service.on_provincial_list:
        yield breached("intermediary-beyond-provincial-list", at="on_provincial_list")


@rule("intermediaries.public-and-current", clauses=("xiamen-2022/2.1.9",))
def public_and_current(service: IntermediaryService, _: Context) -> Iterator[Finding]:
    """A compulsory intermediary service is public on the provincial online hall and kept up to date (动态更新)."""
    yield from all_done(service, _NOT_KEPT)


_NOT_KEPT = {"on_provincial_hall": "intermediary-off-provincial-hall", "kept_up_to_date": "intermediary-not-current"}

RULES = (elements_stated, listed_in_order, has_basis, within_provincial_lists, public_and_current)
