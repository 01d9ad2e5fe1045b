"""Attestations to test with, and those that deny or confirm a norm (自查证明)."""

from collections.abc import Callable
from functools import cache
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.clauses import Document, clause, documents
from zwfw.norms import Carrier, CarrierKind, Modality, Norm, NormKind, norms_of
from zwfw.normset import norms_in_force
from zwfw.records import Attestation, AttestedAnswer
from zwfw.tasks import owed_by
from zwfw.testing._records import Fields, is_or_none, named, records, texts
from zwfw.testing.areas import areas, as_areas
from zwfw.testing.moments import LAST_DAY, moments
from zwfw.units import units

__all__ = ["attestations", "conforming_attestations", "denied_norms"]

_UNBREAKABLE = (NormKind.DEFINITION, NormKind.PERMISSION)
"""What only describes or allows."""

_BY = is_or_none(texts())
_EVIDENCE = st.lists(texts(), max_size=3)


def attestations(**fields: object) -> st.SearchStrategy[Attestation]:
    """Attestations of every norm, with any answer or none; what is not given is stated or not.

    Args:
        fields: Any field of an :class:`~zwfw.records.Attestation`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(attestations(norm="fujian-2022/2.1.2#3", answer="部分"), lambda said: said.on is not None).norm
    'fujian-2022/2.1.2#3'
    """
    usual: Fields = {
        "norm": st.sampled_from([name for held in documents() for name in _names(held)]),
        "unit": is_or_none(st.sampled_from(units())),
        "area": is_or_none(areas()),
        "answer": is_or_none(st.sampled_from(AttestedAnswer)),
        "by": _BY,
        "on": is_or_none(moments()),
        "evidence": is_or_none(_EVIDENCE),
    }
    return records(Attestation, usual, fields)


def conforming_attestations(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[Attestation]:
    """Norms confirmed with evidence, every field stated: in hindsight, ``check(attestation, ...).ok`` is true.

    They are norms that only a person can answer for, and clauses without norms, in force when it is said.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The attestation states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_attestations(area="莆田市"), lambda said: True), hindsight()).ok
    True
    """
    return named("conforming_attestations", as_areas(area, areas()).flatmap(_confirmed))


def _confirmed(area: Area) -> st.SearchStrategy[Attestation]:
    return _said(area, AttestedAnswer.YES, st.lists(texts(), min_size=1, max_size=3))


def denied_norms(area: Area) -> st.SearchStrategy[Attestation]:
    """Attestations that a norm in force in *area* is not kept, with evidence or without."""
    return _said(area, AttestedAnswer.NO, is_or_none(_EVIDENCE))


@st.composite
def _said(draw: st.DrawFn, area: Area, answer: AttestedAnswer, evidence: st.SearchStrategy[Any]) -> Attestation:
    held = draw(st.sampled_from(norms_in_force(area, LAST_DAY).documents))
    asked = draw(st.sampled_from(_names(held, is_asked=_is_asked)))
    owing = owed_by(clause(asked.partition("#")[0]))
    return Attestation(
        norm=asked,
        unit=draw(st.sampled_from((None, *owing))),
        area=area,
        answer=answer,
        by=draw(texts()),
        on=draw(moments(first=held.in_force.first)),
        evidence=draw(evidence),
    )


@cache
def _names(held: Document, is_asked: Callable[[Norm], bool] = lambda _: True) -> tuple[str, ...]:
    """The norms of a document of which *is_asked* holds, and its clauses without norms, which are attested whole."""
    norms = (each.id for each in norms_of(held.id) if is_asked(each))
    return (*norms, *(each.ref for each in held.clauses if not each.norms))


def _is_asked(asked: Norm) -> bool:
    """Whether only a person can answer for a norm that can be broken."""
    is_attested = Carrier(CarrierKind.ATTESTED) in asked.carriers
    return is_attested and asked.kind not in _UNBREAKABLE and asked.modality is not Modality.MAY
