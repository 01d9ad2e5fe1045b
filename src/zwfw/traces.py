"""The trace: for every norm and every criterion, what in the library carries it out (规范追溯)."""

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache

import attrs

from zwfw.clauses import document as find
from zwfw.clauses import documents
from zwfw.norms import Carrier, CarrierKind, Norm, norms_of
from zwfw.parameters import parameters
from zwfw.targets import targets

__all__ = ["Trace", "TraceRow", "TraceState", "carriers_of", "trace"]


class TraceState(StrEnum):
    """How a norm is carried out (实现状态)."""

    CARRIED = "已实现"
    """By rules, limits, figures, lists or dates of the library, as a whole."""

    ATTESTED = "人工证明"
    """Only a person can say whether it holds, or some of it; it stands in the checklist of the unit that owes it."""

    INFORMATIVE = "仅供参考"
    """There is nothing to carry out."""

    PLANNED = "待实现"
    """Some of it, or all, still waits for a rule."""

    OPEN = "未落实"
    """Nothing carries it out: a gap in the data."""


@attrs.frozen(kw_only=True)
class TraceRow:
    """What carries one norm out (追溯条目).

    Attributes:
        norm: The norm.
        carriers: All that carries it out.
    """

    norm: Norm
    carriers: tuple[Carrier, ...]

    @property
    def state(self) -> TraceState:
        """How it is carried out."""
        kinds = {each.kind for each in self.carriers}
        # A list that is held as data does not say that the norm about it is kept: the rest decides.
        for kind, state in ((CarrierKind.PLANNED, TraceState.PLANNED), (CarrierKind.ATTESTED, TraceState.ATTESTED)):
            if kind in kinds:
                return state
        if kinds == {CarrierKind.INFORMATIVE}:
            return TraceState.INFORMATIVE
        return TraceState.CARRIED if kinds else TraceState.OPEN


@attrs.frozen
class Trace:
    """The trace of all norms, or of some (追溯表).

    Attributes:
        rows: One row a norm, in the order of the documents.
    """

    rows: tuple[TraceRow, ...]

    def __iter__(self) -> Iterator[TraceRow]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def counts(self) -> Mapping[TraceState, int]:
        """How many norms are carried out how."""
        found = Counter(each.state for each in self.rows)
        return {state: found[state] for state in TraceState}

    def by_carrier(self, carrier: str) -> tuple[TraceRow, ...]:
        """The rows that one carrier carries out, as in ``rule:cases.correction-told-once``."""
        asked = Carrier.parse(carrier)
        return tuple(each for each in self.rows if asked in each.carriers)


@cache
def _named() -> Mapping[str, tuple[Carrier, ...]]:
    """What names its norm itself: the figures."""
    found: dict[str, tuple[Carrier, ...]] = {}
    for held in parameters():
        for value in held.values:
            found[value.norm] = (*found.get(value.norm, ()), Carrier(CarrierKind.PARAMETER, held.key))
    for goal in targets():
        for aim in goal.values:
            found[aim.norm] = (*found.get(aim.norm, ()), Carrier(CarrierKind.TARGET, goal.key))
    return found


def carriers_of(norm: Norm) -> tuple[Carrier, ...]:
    """All that carries *norm* out: what its own data name, and the figures that name it.

    >>> from zwfw.norms import norm
    >>> [str(each) for each in carriers_of(norm("fujian-2022/2.5.2#1"))]
    ['rule:reviews.called-back-in-time', 'limit:bad-review-callback', 'parameter:bad_review_followup']
    """
    return tuple(dict.fromkeys((*norm.carriers, *_named().get(norm.id, ()))))


@cache
def trace(document: str | None = None) -> Trace:
    """What carries out each norm of one document, or of all.

    Raises:
        UnknownDocumentError: If no document has this id.

    >>> len(trace()), len(trace("fujian-2022"))
    (1032, 264)
    """
    ids = [held.id for held in documents()] if document is None else [find(document).id]
    return Trace(tuple(TraceRow(norm=each, carriers=carriers_of(each)) for held in ids for each in norms_of(held)))
