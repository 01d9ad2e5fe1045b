"""Intermediary agencies to test with, and those that break or keep a clause (中介服务机构)."""

from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.records import AgencyDisclosure, IntermediaryAgency
from zwfw.testing._facts import Flaw, Violations, changed, conforming, violations
from zwfw.testing._records import TRUTHS, Fields, is_or_none, named, records, texts
from zwfw.testing.areas import areas

__all__ = ["VIOLATIONS", "conforming_intermediary_agencies", "intermediary_agencies"]

_CONTENTS = tuple(AgencyDisclosure)
_FURTHER = st.lists(texts(), max_size=2)
"""What else a guide states; the list is open."""


def intermediary_agencies(**fields: object) -> st.SearchStrategy[IntermediaryAgency]:
    """Agencies with a guide that states much or little, or with none; what is not given is stated or not.

    Args:
        fields: Any field of an :class:`~zwfw.records.IntermediaryAgency`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(intermediary_agencies(guide_states=None), lambda agency: agency.credit_rated).credit_rated
    True
    """
    usual: Fields = {
        "name": texts(),
        "area": is_or_none(areas()),
        "guide_states": is_or_none(st.lists(st.sampled_from(_CONTENTS) | texts(), max_size=5)),
        "credit_rated": TRUTHS,
        "supervised_by_credit": TRUTHS,
        "qualification_followed": TRUTHS,
    }
    return named("intermediary_agencies", records(IntermediaryAgency, usual, fields))


def conforming_intermediary_agencies(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[IntermediaryAgency]:
    """Agencies that state every field and keep every clause: in hindsight, ``check(agency, ...).ok`` is true.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The agency states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_intermediary_agencies(area="厦门市"), lambda agency: True), hindsight()).ok
    True
    """
    return conforming("conforming_intermediary_agencies", IntermediaryAgency, _tell, area)


def _tell(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    return {
        "name": draw(texts()),
        "area": area,
        "guide_states": draw(st.permutations([*_CONTENTS, *draw(_FURTHER)])),
        "credit_rated": True,
        "supervised_by_credit": True,
        "qualification_followed": True,
    }


def _leave_out(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """Some of the printed contents are not stated, up to all of them."""
    left_out = draw(st.lists(st.sampled_from(_CONTENTS), min_size=1, unique=True))
    facts["guide_states"] = [each for each in facts["guide_states"] if each not in left_out]


_NOT = (False, None)

VIOLATIONS: Violations = violations(
    IntermediaryAgency,
    _tell,
    {
        "agencies.guide-states-all": (Flaw(_leave_out), Flaw(changed(guide_states=(None, ())))),
        "agencies.supervised-by-credit": (
            Flaw(changed(credit_rated=_NOT)),
            Flaw(changed(supervised_by_credit=_NOT)),
            Flaw(changed(qualification_followed=_NOT)),
            Flaw(changed(credit_rated=_NOT, supervised_by_credit=_NOT, qualification_followed=_NOT)),
        ),
    },
)
