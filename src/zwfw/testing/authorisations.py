"""Test data about authorisations of windows (窗口授权)."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import Enum
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.records import Authorisation, AuthorisationDocument, CopyHolder, ThreeFixed
from zwfw.testing._facts import Flaw, Violations, changed, conforming, violations
from zwfw.testing._records import Fields, is_or_none, named, records, texts
from zwfw.testing.areas import areas
from zwfw.testing.moments import LAST_DAY

__all__ = ["VIOLATIONS", "authorisations", "conforming_authorisations"]

_BEFORE, _FIRST = date(2024, 12, 1), date(2025, 5, 6)
"""Before the norms; their first day."""

_DAYS = st.sampled_from((date(2025, 1, 31), _FIRST, date(2026, 1, 31), date(2026, 2, 1)))


def _some(members: type[Enum]) -> st.SearchStrategy[list[Any]]:
    return st.lists(st.sampled_from(members), unique=True)


def authorisations(**fields: object) -> st.SearchStrategy[Authorisation]:
    """Papers of the years around the norms, renewed in time, late or not at all; what is not given is stated or not.

    Args:
        fields: Any field of an :class:`~zwfw.records.Authorisation`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(authorisations(year=2026), lambda papers: papers.renewed_on is not None).year
    2026
    """
    usual: Fields = {
        "department": texts(),
        "year": st.integers(2024, 2027),
        "area": is_or_none(areas()),
        "renewed_on": is_or_none(_DAYS | st.dates(_BEFORE, date(2027, 3, 1))),
        "documents": is_or_none(_some(AuthorisationDocument)),
        "three_fixed": is_or_none(_some(ThreeFixed)),
        "copy_holders": is_or_none(_some(CopyHolder)),
    }
    return named("authorisations", records(Authorisation, usual, fields))


def conforming_authorisations(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[Authorisation]:
    """Papers that state every field and keep every clause: in hindsight, ``check(papers, ...).ok`` is true.

    They are those of 2025, issued from the first day of the norms on: the first January of the norms is that of 2026.

    Args:
        area: An area of Putian, or a strategy of such areas; any of them unless given. The papers state it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_authorisations(area="莆田市"), lambda papers: True), hindsight()).ok
    True
    """
    return conforming(
        "conforming_authorisations", Authorisation, _tell, areas(within="莆田市") if area is None else area
    )


def _tell(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    return {
        "department": draw(texts()),
        "year": 2025,
        "area": area,
        "renewed_on": draw(st.sampled_from((_FIRST, LAST_DAY)) | st.dates(_FIRST, LAST_DAY - timedelta(1))),
        "documents": draw(st.permutations(tuple(AuthorisationDocument))),
        "three_fixed": draw(st.permutations(tuple(ThreeFixed))),
        "copy_holders": draw(st.permutations(tuple(CopyHolder))),
    }


def _without(field: str) -> Flaw:
    """One of several is missing, or all are."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        held: Sequence[object] = facts[field]
        facts[field] = draw(st.sampled_from((None, (), held[1:], held[:1])))

    return Flaw(spoil)


def _without_appointment(_: st.DrawFn, facts: dict[str, Any]) -> None:
    """Only the letter was renewed, so that what it fixes is kept."""
    facts["documents"] = [AuthorisationDocument.AUTHORISATION]


VIOLATIONS: Violations = violations(
    Authorisation,
    _tell,
    {
        "authorisations.renewed-by-january": (Flaw(_without_appointment), _without("documents")),
        "authorisations.three-fixed": (_without("three_fixed"), Flaw(changed(three_fixed=((ThreeFixed.POST,),)))),
        "authorisations.four-copies": (_without("copy_holders"),),
    },
)
