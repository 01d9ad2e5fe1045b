"""Test data about guides (办事指南)."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.normset import norms_in_force
from zwfw.records import ExercisingLevel, Guide, GuidePair, ItemType, ServiceStandard
from zwfw.records._base import day_of
from zwfw.records.guides import DataManagement, GuideAccess, GuideSite
from zwfw.testing._facts import Flaw, Violations, changed, conforming, violations
from zwfw.testing._records import TRUTHS, Fields, fields_of, is_or_none, named, records, texts
from zwfw.testing.areas import areas
from zwfw.testing.elements import elements_of, tell_elements
from zwfw.testing.moments import LAST_DAY, moments, moments_from

__all__ = ["VIOLATIONS", "conforming_guide_pairs", "conforming_guides", "guide_pairs", "guides"]

_XIAMEN = "xiamen-2022/2.1.1"
_COUNTS = st.integers(0, 5)
_NAMES = st.lists(texts(), max_size=2)
_TEXT = is_or_none(texts())
_MOMENTS = is_or_none(moments())
_WAYS = st.sampled_from(GuideAccess)
_SITES = st.sampled_from(GuideSite)

_PRACTICE = records(
    ServiceStandard,
    {
        "name": _TEXT,
        "materials": is_or_none(_NAMES),
        "steps": is_or_none(_NAMES),
        "promised_working_days": is_or_none(_COUNTS | st.integers(0, 60)),
        "visits": is_or_none(_COUNTS),
        "quantity_limit": is_or_none(_COUNTS),
    },
    {},
)

_FIELDS: Fields = {
    "catalogue_code": st.none() | texts(),
    "promised_working_days": is_or_none(_COUNTS | st.integers(0, 60)),
    "source": _TEXT,
    "updated_at": _MOMENTS,
    "service_standard": _TEXT,
    "item_special_steps": is_or_none(_NAMES),
    "plain_notes": is_or_none(_NAMES),
    "notes_change_standard": TRUTHS,
    "published_on": is_or_none(st.just([GuideSite.PROVINCIAL_HALL]) | st.lists(_SITES | texts(), max_size=4)),
    "linked_to_platform": TRUTHS,
    "data_management": is_or_none(st.lists(st.sampled_from(DataManagement), max_size=4)),
    "found_accurate": TRUTHS,
    "found_comprehensive": TRUTHS,
    "practice": is_or_none(_PRACTICE),
    "is_frequent": TRUTHS,
    "is_in_demand_at_window": TRUTHS,
    "access": is_or_none(st.lists(_WAYS | texts(), max_size=3)),
    "is_cross_province": TRUTHS,
    "cross_province_process": _TEXT,
    "division_of_duties": _TEXT,
    "department_standardised": TRUTHS,
    "standard_complies": TRUTHS,
    "basis_sufficient": TRUTHS,
    "is_duplicate": TRUTHS,
    "addition_requested_at": _MOMENTS,
    "bound_at": st.none() | moments(),
    "withdrawn_at": st.none() | moments(),
}


def guides(**fields: object) -> st.SearchStrategy[Guide]:
    """Guides of every kind, kept to the norms or not; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.Guide`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.
        ValidationError: When drawn, if the given fields contradict one another.

    >>> from hypothesis import given
    >>> @given(guides(catalogue_code=None, area="厦门市"))
    ... def is_unbound(guide):
    ...     assert (guide.catalogue_code, guide.area.name) == (None, "厦门市")
    >>> is_unbound()
    """
    return elements_of(Guide, _FIELDS, fields)


def guide_pairs(**fields: object) -> st.SearchStrategy[GuidePair]:
    """Pairs of an online and an offline guide, that agree or not; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.GuidePair`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> online, offline = ({"name": "节能审查", "visits": visits} for visits in (0, 1))
    >>> pair = find(guide_pairs(online=online, offline=offline), lambda pair: pair.area is not None)
    >>> pair.online.visits, pair.offline.visits
    (0, 1)
    """
    usual: Fields = {"online": guides(), "offline": guides(), "area": is_or_none(areas())}
    return named("guide_pairs", _pairs(fields_of(GuidePair, usual, fields), is_given="offline" in fields))


@st.composite
def _pairs(draw: st.DrawFn, fields: st.SearchStrategy[dict[str, Any]], *, is_given: bool) -> GuidePair:
    """A pair; two guides that were drawn apart have little in common, so often one is drawn after the other."""
    facts = draw(fields)
    if not is_given and draw(st.booleans()):
        names = draw(st.lists(st.sampled_from(_ASKED_OF_BOTH) | st.sampled_from(_CHANGEABLE), max_size=2))
        facts["offline"] = _otherwise(Guide.model_validate(facts["online"]), facts["offline"], names)
    return GuidePair(**facts)


_ASKED_OF_BOTH = ("source", "updated_at", "materials", "process", "service_standard")
_CHANGEABLE = tuple(name for name in Guide.model_fields if name != "name" and not name.endswith("_days"))


def _otherwise(one: Guide, other: Guide, names: list[str]) -> Guide:
    """The first with these fields of the second, unstated where the second does not state them."""
    facts = {name: getattr(one, name) for name in one.model_fields_set if name not in names}
    return Guide(**facts, **{name: getattr(other, name) for name in set(names) & other.model_fields_set})


def conforming_guides(*, area: Area | str | st.SearchStrategy[Area] | None = None) -> st.SearchStrategy[Guide]:
    """Guides that state every field and keep every clause: in hindsight, ``check(guide, ...).ok`` is true.

    Some are bound, some kept for now, some withdrawn. They ask for no material.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The guide states it.

    >>> from hypothesis import given
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> @given(conforming_guides(area="莆田市"))
    ... def is_kept(guide):
    ...     assert check(guide, hindsight()).ok
    >>> is_kept()
    """
    return conforming("conforming_guides", Guide, _tell, area)


def conforming_guide_pairs(*, area: Area | str | st.SearchStrategy[Area] | None = None) -> st.SearchStrategy[GuidePair]:
    """Pairs of guides that state every field and agree: in hindsight, ``check(pair, ...).ok`` is true.

    They may differ in the medium, in their notes and in the order of what has none.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The pair states it.

    >>> from hypothesis import given
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> @given(conforming_guide_pairs(area="涵江区"))
    ... def is_kept(pair):
    ...     assert check(pair, hindsight()).ok
    >>> is_kept()
    """
    return conforming("conforming_guide_pairs", GuidePair, _tell_pair, area)


_NO = st.sampled_from((False, None))
_YES = st.just(True)
_UNBOUND: Fields = {"catalogue_code": st.none(), "bound_at": st.none(), "withdrawn_at": st.none()}
_NOT_TO_BE_KEPT: tuple[dict[str, st.SearchStrategy[Any]], ...] = (
    {"department_standardised": _YES, "standard_complies": TRUTHS},
    {"department_standardised": _NO, "standard_complies": _NO},
)
"""The department is standardised, or the standard does not comply."""


def _bound(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """Bound without a request, or after one."""
    requested = draw(is_or_none(moments(last=LAST_DAY - timedelta(30))))
    bound = draw(_MOMENTS if requested is None else moments_from(requested))
    facts |= {
        "catalogue_code": draw(texts() if bound is None else _TEXT),
        "addition_requested_at": requested,
        "bound_at": bound,
        "withdrawn_at": None,
    }


def _unbound(draw: st.DrawFn, facts: dict[str, Any], **otherwise: st.SearchStrategy[Any]) -> None:
    facts |= {name: draw(values) for name, values in {**_UNBOUND, **otherwise}.items()}


def _kept_for_now(draw: st.DrawFn, facts: dict[str, Any], **otherwise: st.SearchStrategy[Any]) -> None:
    """Of a department that is not yet standardised; basis and compliance are beyond doubt."""
    exempt = {"department_standardised": _NO, "standard_complies": _YES, "basis_sufficient": _YES, "is_duplicate": _NO}
    _unbound(draw, facts, **exempt, **otherwise)


def _withdrawn(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    basis: Fields = draw(st.sampled_from(({"basis_sufficient": _NO}, {"is_duplicate": _YES})))
    _unbound(draw, facts, **{**draw(st.sampled_from(_NOT_TO_BE_KEPT)), **basis, "withdrawn_at": moments()})
    facts["published_on"] = []


def _with_basis(draw: st.DrawFn, facts: dict[str, Any], **otherwise: st.SearchStrategy[Any]) -> None:
    """To be bound, and asked for."""
    sound = {"basis_sufficient": _YES, "is_duplicate": _NO, "addition_requested_at": moments()}
    _unbound(draw, facts, **{**draw(st.sampled_from(_NOT_TO_BE_KEPT)), **sound, **otherwise})


_FATES = (_bound, _kept_for_now, _withdrawn, _with_basis)

_COMPLETE: Fields = {
    "code": texts(),
    "item_type": st.sampled_from(ItemType) | texts(),
    "exercising_level": st.sampled_from(ExercisingLevel),
    "department": texts(),
    "conditions": texts(),
    "bases": st.lists(
        st.fixed_dictionaries(
            {"name": texts(), "rank": st.none(), "number": _TEXT, "article": _TEXT, "text": st.none()},
        ),
        min_size=1,
        max_size=2,
    ),
    "process": st.lists(texts(), min_size=1, max_size=3),
    "statutory_working_days": st.integers(0, 60),
    "promised_working_days": st.integers(0, 60),
    "fees": _NAMES,
    "visits": _COUNTS,
    "source": texts(),
    "service_standard": texts(),
    "notes_change_standard": _NO,
    "linked_to_platform": _YES,
    "data_management": st.permutations(tuple(DataManagement)),
    "found_accurate": _YES,
    "found_comprehensive": _YES,
    "cross_province_process": texts(),
    "division_of_duties": texts(),
}
_PORTALS = (GuideSite.GOVERNMENT_PORTAL, GuideSite.DEPARTMENT_PORTAL)
_ALL = st.fixed_dictionaries(
    {
        **_FIELDS,
        **_COMPLETE,
        "published_on": st.sampled_from(_PORTALS).flatmap(
            lambda portal: st.permutations((GuideSite.PROVINCIAL_HALL, portal, *_PORTALS[:1]))
        ),
        "access": st.lists(_WAYS, max_size=2).flatmap(
            lambda ways: st.sampled_from((GuideAccess.PAPER, GuideAccess.QR_CODE)).map(lambda way: [*ways, way])
        ),
    }
)


def _tell(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    """The facts of a guide that states every field and keeps every clause of *area*."""
    facts = {**tell_elements(draw, area), **draw(_ALL)}
    special = [step["name"] for step in facts["special_steps"]]
    facts["item_special_steps"] = draw(st.sampled_from((None, special)))
    if norms_in_force(area, LAST_DAY).has(_XIAMEN):
        facts["plain_notes"] = draw(st.lists(texts(), min_size=1, max_size=2))
    facts["practice"] = {
        "name": None,
        "materials": draw(st.sampled_from((None, []))),
        "steps": draw(st.lists(st.sampled_from([*facts["process"], *special]), max_size=3)),
        "promised_working_days": draw(is_or_none(st.integers(0, facts["promised_working_days"]))),
        "visits": draw(is_or_none(st.integers(0, facts["visits"]))),
        "quantity_limit": None,
    }
    draw(st.sampled_from(_FATES))(draw, facts)
    return facts


_UNHEARD_OF = "到本人工作单位另行盖章"
"""Longer than any name that is drawn."""


def _published(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """A bound guide on the hall and a portal."""
    _bound(draw, facts)
    facts["published_on"] = [GuideSite.PROVINCIAL_HALL, draw(st.sampled_from(_PORTALS))]


def _of_published(**choices: tuple[object, ...]) -> Flaw:
    """A published guide, spoilt."""
    spoil = changed(**choices)

    def spoil_published(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        _published(draw, facts)
        spoil(draw, facts)

    return Flaw(spoil_published)


def _beyond(field: str, more: Callable[[st.DrawFn, dict[str, Any]], object]) -> Flaw:
    """Practice asks for more of something than the published guide does."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        _published(draw, facts)
        facts["practice"] = {**facts["practice"], field: more(draw, facts)}

    return Flaw(spoil)


def _one_more_step(draw: st.DrawFn, facts: dict[str, Any]) -> list[str]:
    steps: list[str] = draw(st.permutations([*facts["practice"]["steps"], _UNHEARD_OF]))
    return steps


def _surpassing(field: str) -> Callable[[st.DrawFn, dict[str, Any]], int]:
    def more(draw: st.DrawFn, facts: dict[str, Any]) -> int:
        number: int = facts[field] + draw(st.integers(1, 5))
        return number

    return more


def _bound_too_soon(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    _published(draw, facts)
    bound = draw(moments(last=LAST_DAY - timedelta(30)))
    facts["bound_at"] = bound
    facts["addition_requested_at"] = day_of(bound) + timedelta(draw(st.integers(1, 20)))


def _step_unpublished(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    facts["item_special_steps"] = draw(st.permutations([*(facts["item_special_steps"] or ()), _UNHEARD_OF]))


def _data_badly_managed(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    facts["data_management"] = draw(is_or_none(st.lists(st.sampled_from(DataManagement), max_size=2)))


def _lack_an_element(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """A guide without an element; practice asks for nothing that would have to be held against it."""
    field = draw(st.sampled_from(tuple(_LACKING)))
    facts[field] = draw(st.sampled_from(_LACKING[field]))
    facts["instant"] = draw(_NO)
    facts["practice"] = {**facts["practice"], "steps": [], "promised_working_days": None}


_BLANK = (None, "")
_NOT = (False, None)
_LACKING: Mapping[str, tuple[object, ...]] = {
    **dict.fromkeys(("code", "department", "conditions"), _BLANK),
    **dict.fromkeys(
        ("item_type", "exercising_level", "materials", "fees", "results", "promised_working_days"), (None,)
    ),
    **dict.fromkeys(("bases", "process", "review_points"), (None, [])),
}

_OF_GUIDES: Mapping[str, tuple[Flaw, ...]] = {
    "guides.cross-province-stated": (
        Flaw(changed(is_cross_province=(True,), cross_province_process=_BLANK)),
        Flaw(changed(is_cross_province=(True,), division_of_duties=_BLANK)),
        Flaw(changed(is_cross_province=(True,), cross_province_process=_BLANK, division_of_duties=_BLANK)),
    ),
    "guides.unbound-settled": (
        Flaw(_bound_too_soon),
        Flaw(partial(_kept_for_now, withdrawn_at=moments())),
        Flaw(partial(_with_basis, withdrawn_at=moments())),
        Flaw(partial(_with_basis, addition_requested_at=st.none(), withdrawn_at=moments())),
    ),
    "guides.nothing-beyond-the-guide": (
        _beyond("materials", lambda draw, _: draw(st.lists(texts(), min_size=1, max_size=2))),
        _beyond("steps", _one_more_step),
        _beyond("promised_working_days", _surpassing("promised_working_days")),
        _beyond("visits", _surpassing("visits")),
    ),
    "guides.notes-change-nothing": (Flaw(changed(plain_notes=(["带上身份证即可"],), notes_change_standard=(True,))),),
    "guides.special-steps-published": (Flaw(_step_unpublished),),
    "guides.published-and-linked": (
        _of_published(linked_to_platform=_NOT),
        _of_published(published_on=(None, [], [GuideSite.PROVINCIAL_HALL])),
    ),
    "guides.data-managed": (Flaw(_data_badly_managed),),
    "guides.content-complete": (
        Flaw(_lack_an_element),
        Flaw(changed(found_accurate=(False,))),
        Flaw(changed(found_comprehensive=(False,))),
    ),
    "guides.frequent-ones-offered": (
        _of_published(
            is_frequent=(True,),
            is_in_demand_at_window=(True,),
            access=(None, [], [GuideAccess.KIOSK], [GuideAccess.APP, GuideAccess.KIOSK]),
        ),
    ),
}


_MATERIAL: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "name": texts(),
        "requirements": _TEXT,
        "source": st.none(),
        "form": st.none(),
        "is_required": TRUTHS,
        "copies": is_or_none(_COUNTS),
        "must_be_submitted": TRUTHS,
        "source_channel": _TEXT,
        "provider_qualification": _TEXT,
        "format_prescribed": TRUTHS,
        "bases": st.just([]),
    }
)
_MATERIALS = st.lists(_MATERIAL, max_size=2, unique_by=lambda material: material["name"])
_MEDIUM = st.fixed_dictionaries({name: _FIELDS[name] for name in ("plain_notes", "published_on", "access")})


def _tell_pair(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    """The facts of a pair that agrees, with the facts of both guides."""
    online = _tell(draw, area) | {"materials": draw(_MATERIALS), "updated_at": draw(_MOMENTS)}
    updated = online["updated_at"]
    offline = {
        **online,
        **draw(_MEDIUM),
        "materials": [
            {**material, "on_paper": draw(TRUTHS)} for material in draw(st.permutations(online["materials"]))
        ],
        "fees": draw(st.permutations(online["fees"])),
        "form_formats": draw(is_or_none(_NAMES)),
        "updated_at": draw(st.sampled_from((updated, updated and day_of(updated)))),
    }
    return {"area": area, "online": online, "offline": offline}


def _offline(spoil: Callable[[st.DrawFn, dict[str, Any]], None]) -> Flaw:
    """The offline guide, spoilt."""

    def spoil_offline(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        facts["offline"] = dict(facts["offline"])
        spoil(draw, facts["offline"])

    return Flaw(spoil_offline)


def _another_day(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """Before the online one, after it, or never; or the offline one alone."""
    updated = facts["updated_at"]
    if updated is None:
        facts["updated_at"] = draw(moments())
        return
    days = [day_of(updated) + timedelta(sign * draw(st.integers(1, 20))) for sign in (-1, 1)]
    facts["updated_at"] = draw(st.sampled_from([None, *(day for day in days if _is_past(day))]))


def _is_past(day: date) -> bool:
    return day <= LAST_DAY


def _another_figure(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    field = draw(st.sampled_from(("visits", "statutory_working_days", "promised_working_days")))
    facts[field] = draw(st.sampled_from((None, facts[field] + 1)))


def _another_material(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    facts["materials"] = draw(st.permutations([*facts["materials"], {"name": _UNHEARD_OF}]))


def _another_number_of_copies(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    materials = [dict(material) for material in facts["materials"]]
    if materials:
        spoilt = draw(st.sampled_from(materials))
        spoilt["copies"] = draw(st.sampled_from((7,) if spoilt["copies"] is None else (None, 7)))
        facts["materials"] = materials
    else:
        _another_material(draw, facts)


def _another_way(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    facts["process"] = draw(st.sampled_from(([*facts["process"], _UNHEARD_OF], [_UNHEARD_OF, *facts["process"]], [])))


def _another_text(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    field = draw(st.sampled_from(("name", "code", "conditions", "department", "service_standard")))
    facts[field] = draw(st.sampled_from((_UNHEARD_OF, _UNHEARD_OF if field == "name" else None)))


_OF_PAIRS: Mapping[str, tuple[Flaw, ...]] = {
    "guides.online-and-offline-agree": (
        _offline(changed(source=(None, "", _UNHEARD_OF))),
        _offline(_another_day),
        _offline(_another_figure),
        _offline(_another_material),
        _offline(_another_number_of_copies),
        _offline(_another_way),
        _offline(_another_text),
    ),
}

VIOLATIONS: Violations = {
    **violations(Guide, _tell, _OF_GUIDES),
    **violations(GuidePair, _tell_pair, _OF_PAIRS),
}
