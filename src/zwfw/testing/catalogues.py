"""Entries of the standard catalogue to test with, and the ways in which they go wrong (《标准化目录》)."""

from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.norms import norm
from zwfw.records import (
    CatalogueEntry,
    ExercisingLevel,
    ItemElements,
    ItemType,
    NationalMapping,
    NoBindingAudit,
    ServiceStandard,
)
from zwfw.testing._facts import Flaw, Spoiler, Violations, changed, conforming, violations
from zwfw.testing._records import TRUTHS, Fields, is_or_none, records, texts
from zwfw.testing.elements import elements_of, tell_elements
from zwfw.testing.moments import LAST_DAY, moments

__all__ = [
    "VIOLATIONS",
    "catalogue_entries",
    "conforming_catalogue_entries",
    "no_binding_audits",
    "service_standards",
]

_COUNTS = st.integers(0, 5)
_NAMES = st.lists(texts(), max_size=3)
_LEVELS = is_or_none(st.lists(st.sampled_from(ExercisingLevel), max_size=3))
_LATE = st.sampled_from(norm("fujian-2022/1.1.5#1").members)
_REMOVED = moments(last=LAST_DAY)
_LIKELY = st.just(True) | TRUTHS
"""A yes more often than not: many facts have to come together before a clause speaks."""


def service_standards(**fields: object) -> st.SearchStrategy[ServiceStandard]:
    """Service standards of every kind; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.ServiceStandard`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(service_standards(visits=1), lambda standard: True)
    ServiceStandard(visits=1)
    """
    usual: Fields = {
        "name": is_or_none(texts()),
        "materials": is_or_none(_NAMES),
        "steps": is_or_none(_NAMES),
        "promised_working_days": is_or_none(_COUNTS),
        "visits": is_or_none(_COUNTS),
        "quantity_limit": is_or_none(_COUNTS),
    }
    return records(ServiceStandard, usual, fields)


def no_binding_audits(**fields: object) -> st.SearchStrategy[NoBindingAudit]:
    """Audits of every kind, kept to the norms or not; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.NoBindingAudit`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(no_binding_audits(lawful=True), lambda audit: True)
    NoBindingAudit(lawful=True)
    """
    return records(NoBindingAudit, dict.fromkeys(NoBindingAudit.model_fields, _LIKELY), fields)


def catalogue_entries(**fields: object) -> st.SearchStrategy[CatalogueEntry]:
    """Entries of every kind, kept to the norms or not; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.CatalogueEntry`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.
        ValidationError: When drawn, if the given fields contradict one another.

    >>> from hypothesis import find
    >>> find(catalogue_entries(mapping="地方性政务服务事项"), lambda entry: entry.is_local_special).mapping
    <NationalMapping.LOCAL: '地方性政务服务事项'>
    """
    return elements_of(CatalogueEntry, _usual(), fields)


def _usual() -> Fields:
    """Every field that an entry has beside the elements, or that decides more here than elsewhere."""
    told: dict[str, st.SearchStrategy[Any]] = {
        "item_type": is_or_none(st.just(ItemType.LICENCE) | st.sampled_from(ItemType) | texts()),
        "use_levels": _LEVELS,
        "mapping": is_or_none(st.sampled_from(NationalMapping)),
        "department_system": is_or_none(_LATE | texts()),
        "standard": is_or_none(service_standards()),
        "national_standard": is_or_none(service_standards()),
        "conflicts_with": is_or_none(_NAMES),
        "removed_at": st.none() | moments(),
        "scope": is_or_none(texts()),
        "scope_levels": _LEVELS,
        "claimed_by_levels": _LEVELS,
        "no_binding_audit": is_or_none(no_binding_audits()),
    }
    others = set(CatalogueEntry.model_fields) - set(ItemElements.model_fields) - set(told)
    return told | dict.fromkeys(sorted(others), _LIKELY)


def conforming_catalogue_entries(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[CatalogueEntry]:
    """Entries that state every field and keep every clause: in hindsight, ``check(entry, ...).ok`` is true.

    Some have a national counterpart, some are local, some were removed for want of a basis.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The entry states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_catalogue_entries(area="厦门市"), lambda entry: True), hindsight()).ok
    True
    """
    return conforming("conforming_catalogue_entries", CatalogueEntry, _tell, area)


_NATIONAL: dict[str, Any] = {
    "mapping": NationalMapping.MAPPED,
    "is_lawful": None,
    "meets_set_up_requirements": None,
    "removed_at": None,
    "bound_guides_withdrawn": None,
}
_NOT_CLAIMED = _NATIONAL | {"mapping": NationalMapping.NO_CLAIM}
_LOCAL = _NATIONAL | {"mapping": NationalMapping.LOCAL, "is_lawful": True, "meets_set_up_requirements": True}
_CLEARED: dict[str, Any] = {"is_lawful": False, "meets_set_up_requirements": False, "bound_guides_withdrawn": True}
_AUDIT: dict[str, Any] = dict.fromkeys(NoBindingAudit.model_fields, True)

_BOUND: dict[str, Any] = {"claimed_and_bound": True, "no_binding_registered": False, "no_binding_audit": None}
_REGISTERED: dict[str, Any] = {"claimed_and_bound": False, "no_binding_registered": True, "no_binding_audit": _AUDIT}
_NEITHER: dict[str, Any] = {"claimed_and_bound": False, "no_binding_registered": False, "no_binding_audit": None}
_SPECIAL: dict[str, Any] = {"is_local_special": True, "is_common_to_all_places": False, "has_own_standard": True}
_COMMON: dict[str, Any] = {"is_local_special": False, "is_common_to_all_places": True, "has_own_standard": None}

_TOWNS = (ExercisingLevel.TOWNSHIP, ExercisingLevel.VILLAGE)


def _tell(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    """The facts of an entry that keeps every clause of *area*."""
    own, national = _standards(draw)
    facts = {
        **tell_elements(draw, area),
        "item_type": draw(st.sampled_from((ItemType.LICENCE, ItemType.LICENCE, *ItemType, "其他", None))),
        "service_objects": draw(st.lists(texts(), min_size=1, max_size=2)),
        "intermediary_services": draw(_NAMES),
        "quantity_limit": draw(st.just("无") | texts()),
        "annual_inspection": draw(st.just("无") | texts()),
        "use_levels": draw(_LEVELS),
        **draw(st.sampled_from((_NATIONAL, _NOT_CLAIMED, _LOCAL))),
        "no_power_in_province": draw(TRUTHS),
        "national_elements_wrong": draw(TRUTHS),
        "no_claim_registered": True,
        "reported_to_state": True,
        "standard_unified": True,
        "in_provincial_catalogue": True,
        "follows_national_licence_list": True,
        "department_system": draw(is_or_none(_LATE | texts())),
        "is_standardised": True,
        "is_associated": True,
        "guide_published": True,
        "standard": draw(is_or_none(st.just(own))),
        "national_standard": draw(is_or_none(st.just(national))),
        "conflicts_with": draw(st.sampled_from(((), None))),
        "differs_by_place": draw(TRUTHS),
        **_scope(draw),
        **draw(st.sampled_from((_SPECIAL, _COMMON))),
        "within_powers": draw(TRUTHS),
        **draw(st.sampled_from((_BOUND, _REGISTERED))),
        "run_by_county": True,
    }
    if facts["within_powers"] is not True:
        facts |= draw(st.sampled_from((_BOUND, _REGISTERED, _NEITHER)))
    if facts["mapping"] is NationalMapping.LOCAL and draw(st.booleans()):
        # Cleared: it is no lawful matter, so it is no lawful special one either.
        mapping = draw(st.sampled_from((NationalMapping.LOCAL, None)))
        facts |= {**_CLEARED, "mapping": mapping, "removed_at": draw(_REMOVED)}
    return facts


def _standards(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    """A standard and a national one that it is no worse than, in every aspect; equal in some."""
    national: dict[str, Any] = {
        "name": None,
        "materials": ["申请表", "身份证明", "证明"][: draw(st.integers(1, 3))],
        "steps": ["受理", "审查", "决定"][: draw(st.integers(1, 3))],
        "promised_working_days": draw(st.integers(0, 20)),
        "visits": draw(st.integers(0, 3)),
        "quantity_limit": draw(st.integers(1, 100)),
    }
    own = {
        "name": None,
        "materials": national["materials"][: draw(st.integers(0, 3))],
        "steps": national["steps"][: draw(st.integers(0, 3))],
        "promised_working_days": draw(st.integers(0, national["promised_working_days"])),
        "visits": draw(st.integers(0, national["visits"])),
        "quantity_limit": draw(st.none() | st.integers(national["quantity_limit"], 200)),
    }
    return own, national


def _scope(draw: st.DrawFn) -> dict[str, Any]:
    """A scope, some of whose levels claimed the entry."""
    levels = draw(st.lists(st.sampled_from(ExercisingLevel), min_size=1, unique=True))
    return {
        "scope": draw(texts()),
        "scope_levels": levels,
        "claimed_by_levels": draw(st.lists(st.sampled_from(levels), max_size=2)),
    }


_NO = (False, None)


def _also(facts: dict[str, Any], **choices: tuple[object, ...]) -> Spoiler:
    """Set some facts, and each of some fields to one of its choices."""
    return changed(**({name: (value,) for name, value in facts.items()} | choices))


def _worse(aspect: str) -> Flaw:
    """A licence's standard that is worse than the national one in one aspect."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        own, national = _standards(draw)
        more = draw(st.integers(1, 3))
        theirs = national[aspect]
        if aspect == "quantity_limit":
            national[aspect] = draw(st.sampled_from((None, theirs)))
            own[aspect] = draw(st.integers(0, theirs - 1))
        elif isinstance(theirs, list):
            own[aspect] = [*theirs, *(f"另{number}" for number in range(more))]
        else:
            own[aspect] = theirs + more
        facts |= {"item_type": ItemType.LICENCE, "standard": own, "national_standard": national}

    return Flaw(spoil)


def _with_audit(*, where: str = "", **choices: tuple[object, ...]) -> Flaw:
    """A registration whose audit has these facts."""
    spoil_audit = changed(**choices)

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        audit = dict(_AUDIT)
        spoil_audit(draw, audit)
        facts |= _REGISTERED | {"no_binding_audit": audit}

    return Flaw(spoil, where)


def _claimed_beyond(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """A special matter that a level outside its scope claimed."""
    levels = draw(st.permutations(tuple(ExercisingLevel)))
    facts |= _LOCAL | _SPECIAL | {"scope_levels": levels[:2], "claimed_by_levels": levels[1:3]}


_SPECIAL_FACTS = _LOCAL | _SPECIAL
_COMMON_FACTS = _NATIONAL | _COMMON | {"differs_by_place": True}
_LICENCE: dict[str, Any] = {"item_type": ItemType.LICENCE}
_LATE_SYSTEM = ("税务", "烟草", "人行")

VIOLATIONS: Violations = violations(
    CatalogueEntry,
    _tell,
    {
        "catalogues.licence-structured-as-national": (Flaw(_also(_LICENCE, follows_national_licence_list=_NO)),),
        "catalogues.no-claim-registered-and-reported": (
            Flaw(changed(no_power_in_province=(True,), no_claim_registered=_NO)),
            Flaw(changed(national_elements_wrong=(True,), reported_to_state=_NO)),
        ),
        "catalogues.local-matter-standardised": (Flaw(_also(_LOCAL, in_provincial_catalogue=_NO)),),
        "catalogues.mapped-to-national": (Flaw(_also(_LOCAL | {"is_lawful": False}, mapping=(None,))),),
        "catalogues.late-department-covered": (
            Flaw(changed(department_system=_LATE_SYSTEM, is_standardised=_NO)),
            Flaw(_also(_REGISTERED, department_system=_LATE_SYSTEM, guide_published=_NO)),
            Flaw(changed(department_system=_LATE_SYSTEM, is_associated=_NO), "xiamen-2022/1.1.4"),
        ),
        "catalogues.elements-supplied": (
            Flaw(changed(service_objects=((), None))),
            Flaw(_also(_LICENCE, intermediary_services=(None,))),
            Flaw(_also(_LICENCE, quantity_limit=("", None))),
            Flaw(_also(_LICENCE, annual_inspection=("", None))),
        ),
        "catalogues.licence-no-worse-than-national": tuple(
            map(_worse, ("materials", "steps", "promised_working_days", "visits", "quantity_limit"))
        ),
        "catalogues.lead-standard-without-conflict": (
            Flaw(
                changed(
                    standard=({"name": "引领标准"},), national_standard=(None,), conflicts_with=(("国家基本目录",),)
                )
            ),
        ),
        "catalogues.off-national-settled": (
            Flaw(_also(_LOCAL | {"is_lawful": False, "differs_by_place": False}, standard_unified=_NO)),
            Flaw(_also(_LOCAL | _CLEARED, removed_at=(LAST_DAY,), bound_guides_withdrawn=_NO)),
        ),
        "catalogues.local-special-scoped": (
            Flaw(_also(_SPECIAL_FACTS, scope=("", None))),
            Flaw(_claimed_beyond),
            Flaw(_also(_SPECIAL_FACTS | {"claimed_by_levels": []}, has_own_standard=_NO), "xiamen-2022/1.2.6"),
        ),
        "catalogues.common-matter-unified": (
            Flaw(_also(_COMMON_FACTS, standard_unified=_NO)),
            Flaw(_also(_COMMON_FACTS, is_local_special=(True,))),
        ),
        "catalogues.bound-or-registered": (
            Flaw(_also(_NATIONAL | _NEITHER, within_powers=(True,))),
            Flaw(_also(_BOUND | {"department_system": None}, guide_published=_NO), "xiamen-2022/3.4.1"),
        ),
        "catalogues.no-binding-audited": (
            Flaw(_also(_REGISTERED, no_binding_audit=(None,))),
            _with_audit(lawful=_NO),
            _with_audit(reasonable=_NO),
            _with_audit(compliant=_NO),
            _with_audit(by_establishment_office=_NO),
            _with_audit(by_service_authority=_NO),
            _with_audit(where="xiamen-2022/3.4.1", by_reform_office=_NO),
        ),
        "catalogues.town-matter-run-by-county": (Flaw(changed(exercising_level=_TOWNS, run_by_county=_NO)),),
    },
)
