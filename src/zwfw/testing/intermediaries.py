"""Compulsory intermediary services to test with, and those that break or keep a clause (强制性中介服务事项)."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.records import BasisRank, IntermediaryService
from zwfw.testing._facts import Flaw, Violations, changed, conforming, violations
from zwfw.testing._records import TRUTHS, Fields, is_or_none, named, records, texts
from zwfw.testing.areas import areas
from zwfw.testing.materials import BASIS, legal_bases
from zwfw.testing.moments import LAST_DAY, moments, moments_from

__all__ = ["VIOLATIONS", "conforming_intermediary_services", "intermediary_services"]

_LIMITS = st.integers(0, 30)
_NAMED = (
    BasisRank.LAW,
    BasisRank.ADMINISTRATIVE_REGULATION,
    BasisRank.LOCAL_REGULATION,
    BasisRank.STATE_COUNCIL_DECISION,
)


def intermediary_services(**fields: object) -> st.SearchStrategy[IntermediaryService]:
    """Compulsory intermediary services with any basis or none; what is not given is stated or not.

    Args:
        fields: Any field of an :class:`~zwfw.records.IntermediaryService`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(intermediary_services(on_licence_list=True), lambda service: service.bases == ()).on_licence_list
    True
    """
    usual: Fields = {
        "name": texts(),
        "area": is_or_none(areas()),
        "kind": is_or_none(texts()),
        "bases": is_or_none(st.lists(legal_bases(), max_size=3)),
        "limit_working_days": is_or_none(_LIMITS),
        "on_licence_list": TRUTHS,
        "on_provincial_list": TRUTHS,
        "listed_at": is_or_none(moments()),
        "reviewed_at": is_or_none(moments()),
        "published_at": is_or_none(moments()),
        "on_provincial_hall": TRUTHS,
        "kept_up_to_date": TRUTHS,
    }
    return named("intermediary_services", records(IntermediaryService, usual, fields))


def conforming_intermediary_services(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[IntermediaryService]:
    """Services that state every field and keep every clause: in hindsight, ``check(service, ...).ok`` is true.

    They rest on the licence list and on law at once, because the text leaves open whether one suffices.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The service states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_intermediary_services(area="厦门市"), lambda service: True), hindsight()).ok
    True
    """
    return conforming("conforming_intermediary_services", IntermediaryService, _tell, area)


def _tell(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    listed = draw(moments(last=date(2025, 9, 30)))
    reviewed = draw(moments_from(listed))
    ranks = [draw(st.sampled_from(_NAMED)), *draw(st.lists(st.sampled_from(BasisRank), max_size=2))]
    return {
        "name": draw(texts()),
        "area": area,
        "kind": draw(texts()),
        "bases": [_basis(draw, rank) for rank in draw(st.permutations(ranks))],
        "limit_working_days": draw(_LIMITS),
        "on_licence_list": True,
        "on_provincial_list": True,
        "listed_at": listed,
        "reviewed_at": reviewed,
        "published_at": draw(moments_from(reviewed)),
        "on_provincial_hall": True,
        "kept_up_to_date": True,
    }


def _basis(draw: st.DrawFn, rank: BasisRank) -> dict[str, Any]:
    return draw(st.fixed_dictionaries({**BASIS, "rank": st.just(rank)}))


_NOT = (False, None)


def _on_no_basis(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """What is named as a basis is none, and the licence list does not set the service."""
    facts["bases"] = [_basis(draw, BasisRank.NONE) for _ in range(draw(st.integers(1, 2)))]
    facts["on_licence_list"] = draw(st.sampled_from(_NOT))


VIOLATIONS: Violations = violations(
    IntermediaryService,
    _tell,
    {
        "intermediaries.elements-stated": (
            Flaw(changed(kind=(None, ""))),
            Flaw(changed(limit_working_days=(None,))),
            Flaw(changed(kind=(None,), limit_working_days=(None,))),
        ),
        "intermediaries.listed-in-order": (
            Flaw(changed(listed_at=(LAST_DAY,), reviewed_at=(date(2022, 12, 31),))),
            Flaw(changed(published_at=(date(2022, 12, 31), date(2023, 3, 5)))),
            Flaw(changed(listed_at=(None,))),
            Flaw(changed(reviewed_at=(None,))),
        ),
        "intermediaries.has-basis": (Flaw(_on_no_basis),),
        "intermediaries.within-provincial-lists": (Flaw(changed(on_provincial_list=_NOT)),),
        "intermediaries.public-and-current": (
            Flaw(changed(on_provincial_hall=_NOT)),
            Flaw(changed(kept_up_to_date=_NOT)),
            Flaw(changed(on_provincial_hall=_NOT, kept_up_to_date=_NOT)),
        ),
    },
)
