"""Supervision after approval to test with, that breaks or keeps a clause (事中事后监管)."""

from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.records import IntermediaryDeal, ProposalAddressee, Supervision
from zwfw.testing._facts import Flaw, Spoiler, Violations, changed, conforming, violations
from zwfw.testing._records import TRUTHS, Fields, is_or_none, named, records, texts
from zwfw.testing.areas import areas
from zwfw.testing.moments import FIRST_DAY, LAST_DAY, moments, moments_from

__all__ = [
    "VIOLATIONS",
    "conforming_intermediary_deals",
    "conforming_supervisions",
    "intermediary_deals",
    "supervisions",
]

_XIAMEN, _XIANGAN = "厦门市", "350213"
_APPROVING, _SECTOR, _OTHER = "市行政审批局", "市市场监管局", "市应急管理局"
_NAMES = (_APPROVING, _SECTOR, _OTHER)
_STEPS = ("returned_at", "received_at", "analysed_at", "proposed_at")
_BOTH = tuple(ProposalAddressee)
_NOT = (False, None)


def supervisions(**fields: object) -> st.SearchStrategy[Supervision]:
    """Matters, licences or not, supervised by whomever; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.Supervision`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(supervisions(is_licence=True), lambda held: held.supervising_departments == ()).is_licence
    True
    """
    departments = is_or_none(st.lists(st.sampled_from(_NAMES), max_size=2, unique=True))
    usual: Fields = {
        "item": texts(),
        "area": is_or_none(areas() | areas(within=_XIANGAN)),
        "approving_department": is_or_none(st.sampled_from(_NAMES)),
        "sector_department": is_or_none(st.sampled_from(_NAMES)),
        "supervising_departments": departments,
        "departments_of_plan": departments,
        **{step: is_or_none(moments()) for step in _STEPS},
        "proposed_to": is_or_none(st.lists(st.sampled_from(ProposalAddressee), unique=True)),
    }
    truths = {name: TRUTHS for name in Supervision.model_fields if name not in usual}
    return named("supervisions", records(Supervision, {**usual, **truths}, fields))


def conforming_supervisions(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[Supervision]:
    """Supervision that states every field and keeps every clause: in hindsight, ``check(held, ...).ok`` is true.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The supervision states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_supervisions(area="翔安区"), lambda held: True), hindsight()).ok
    True
    """
    return conforming("conforming_supervisions", Supervision, _tell, area)


def _tell(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    names = draw(st.sampled_from(((_SECTOR,), (_SECTOR, _APPROVING), (_APPROVING, _SECTOR))))
    facts = {
        **dict.fromkeys(Supervision.model_fields, True),
        "item": draw(texts()),
        "area": area,
        "approving_department": _APPROVING,
        "sector_department": _SECTOR,
        "supervising_departments": names,
        "departments_of_plan": draw(st.permutations(names)),
        "approved_by_bureau": draw(TRUTHS),
        "in_centralised_area": draw(TRUTHS),
        "proposed_to": draw(st.permutations(_BOTH)),
        **_feedback(draw),
    }
    kind = draw(st.sampled_from(("licence", "licence", "no findings", "no promises")))
    if kind == "no findings":
        facts |= {**dict.fromkeys(_STEPS), "has_findings": draw(st.sampled_from(_NOT)), "proposed_to": None}
    elif kind == "no promises":
        facts |= dict.fromkeys(
            ("allows_commitment_or_gaps", "commitment_list_received", "gap_list_received", "has_rules_for_such_cases"),
            draw(st.sampled_from(_NOT)),
        )
    return facts


def _feedback(draw: st.DrawFn) -> dict[str, Any]:
    """The steps of feedback, one after another."""
    found = {_STEPS[0]: draw(moments(last=FIRST_DAY.replace(year=2025)))}
    for before, step in pairwise(_STEPS):
        found[step] = draw(moments_from(found[before]))
    return found


def _by_principle(**choices: tuple[object, ...]) -> Spoiler:
    """A licence of which neither a plan nor a bureau decides who supervises."""
    return changed(approved_by_bureau=_NOT, in_centralised_area=_NOT, **choices)


def _unlinked(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """In Xiang'an the bureau's duty is not linked with the sector's; elsewhere a third department supervises."""
    if facts["area"].is_within(_XIANGAN):
        changed(approved_by_bureau=(True,), duties_linked=_NOT)(draw, facts)
    else:
        _by_principle(supervising_departments=((_OTHER,),))(draw, facts)


def _promised(field: str) -> Flaw:
    return Flaw(changed(allows_commitment_or_gaps=(True,), **{f: (f != field,) for f in _LISTS}))


_LISTS = ("commitment_list_received", "gap_list_received", "has_rules_for_such_cases", "such_cases_supervised")


def _found(**choices: tuple[object, ...]) -> Spoiler:
    """Findings that went through all steps, with each of these fields set to one of its choices."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        facts |= {"has_findings": True, "proposed_to": _BOTH, **_feedback(draw)}
        changed(**choices)(draw, facts)

    return spoil


_EARLY = (FIRST_DAY.replace(year=2022, month=12), FIRST_DAY.replace(year=2023, month=1))
"""Before any step that is drawn."""

_SUPERVISIONS: Violations = violations(
    Supervision,
    _tell,
    {
        "supervisions.supervisor-named": (Flaw(_by_principle(supervising_departments=(None, ()))),),
        "supervisions.approver-or-sector-supervises": (
            Flaw(_by_principle(supervising_departments=((_OTHER,),))),
            Flaw(_by_principle(supervising_departments=((_APPROVING,),), approving_department=(None, _OTHER))),
            Flaw(_unlinked),
        ),
        "supervisions.supervised-by-the-plan": (
            Flaw(
                changed(
                    in_centralised_area=(True,),
                    approved_by_bureau=_NOT,
                    departments_of_plan=((_OTHER,), (_APPROVING,), (_SECTOR, _OTHER)),
                )
            ),
        ),
        "supervisions.case-data-received": (
            Flaw(changed(case_data_received=_NOT)),
            Flaw(changed(through_provincial_system=_NOT)),
        ),
        "supervisions.rules-and-plan": (
            Flaw(changed(has_supervision_rules=_NOT)),
            Flaw(changed(has_work_plan=_NOT)),
            Flaw(changed(rules_and_plan_sensible=_NOT)),
        ),
        "supervisions.findings-improve-review": (
            Flaw(_found(received_at=_EARLY)),
            Flaw(_found(analysed_at=_EARLY)),
            Flaw(_found(proposed_at=_EARLY)),
            Flaw(_found(returned_at=(None, LAST_DAY), received_at=(FIRST_DAY,))),
            Flaw(_found(proposed_to=(None, ()))),
            Flaw(_found(proposed_to=((ProposalAddressee.APPROVING_DEPARTMENT,),))),
        ),
        "supervisions.lists-of-promises-received": tuple(map(_promised, _LISTS[:-1])),
        "supervisions.promises-supervised": (_promised(_LISTS[-1]),),
    },
)


def intermediary_deals(**fields: object) -> st.SearchStrategy[IntermediaryDeal]:
    """Deals for intermediary services, on the market or off it; what is not given is stated or not.

    Args:
        fields: Any field of an :class:`~zwfw.records.IntermediaryDeal`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(intermediary_deals(service="施工图审查"), lambda deal: deal.can_be_rated_online).can_be_rated_online
    True
    """
    usual: Fields = {"service": texts(), "area": is_or_none(areas())}
    truths = {name: TRUTHS for name in IntermediaryDeal.model_fields if name not in usual}
    return named("intermediary_deals", records(IntermediaryDeal, {**usual, **truths}, fields))


def conforming_intermediary_deals(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[IntermediaryDeal]:
    """Deals that state every field and keep every clause: in hindsight, ``check(deal, ...).ok`` is true.

    Args:
        area: An area of Xiamen, or a strategy of such areas; any of them unless given. The deal states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_intermediary_deals(), lambda deal: True), hindsight()).ok
    True
    """
    places = areas(within=_XIAMEN) if area is None else area
    return conforming("conforming_intermediary_deals", IntermediaryDeal, _tell_deal, places)


def _tell_deal(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    return {**dict.fromkeys(IntermediaryDeal.model_fields, True), "service": draw(texts()), "area": area}


VIOLATIONS: Violations = {
    **_SUPERVISIONS,
    **violations(
        IntermediaryDeal,
        _tell_deal,
        {
            "supervisions.construction-deals-on-market": (
                Flaw(changed(through_provincial_market=_NOT)),
                Flaw(changed(can_be_rated_online=_NOT)),
            )
        },
    ),
}
