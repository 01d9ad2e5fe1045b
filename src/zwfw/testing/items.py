"""Items to test with, and the ways in which they go wrong (政务服务事项)."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.records import (
    BasisRank,
    CentreRequirement,
    HandlingStep,
    Item,
    ItemClass,
    ItemPlacement,
    ItemType,
    MaterialSource,
    PublicServiceField,
    PublicServiceKind,
    SpecialServiceList,
)
from zwfw.records.items import PublicServiceIndustry
from zwfw.testing._facts import Flaw, Spoiler, Violations, changed, conforming, violations
from zwfw.testing._records import TRUTHS, Fields, is_or_none, records, texts
from zwfw.testing.catalogues import service_standards
from zwfw.testing.elements import elements_of, tell_elements
from zwfw.testing.materials import tell_material, told_materials
from zwfw.testing.moments import LAST_DAY, moments

__all__ = ["VIOLATIONS", "conforming_items", "item_placements", "items", "tell_item"]

_ISSUED, _DUE = date(2022, 9, 14), date(2022, 12, 31)
"""The day on which the province's tasks were issued, and the last day of the look-back on devolved licences."""

_LONG_AGO = moments(first=date(2012, 12, 1), last=date(2013, 1, 31))
"""About the beginning of the first year of that look-back."""

_IN_TIME, _LATE = moments(first=_ISSUED, last=_DUE), moments(first=date(2023, 1, 1), last=LAST_DAY)
_NO = (False, None)
_TEXT = is_or_none(texts())
_NAMES = is_or_none(st.lists(texts(), max_size=2))
_STEPS = is_or_none(st.lists(st.sampled_from(HandlingStep) | texts(), max_size=4))
_LISTS = st.lists(st.sampled_from(SpecialServiceList) | texts(), max_size=3)
_FIELDS_OF_SERVICES = st.sampled_from(PublicServiceField) | texts()

_PLACEMENT: Fields = {
    **dict.fromkeys(ItemPlacement.model_fields, TRUTHS),
    "kept_off_platform_otherwise": _TEXT,
    "sub_centre_keeps": is_or_none(st.lists(st.sampled_from(CentreRequirement), max_size=4)),
}


def item_placements(**fields: object) -> st.SearchStrategy[ItemPlacement]:
    """Placements of every kind, kept to the norms or not; what is not given is stated or not.

    Args:
        fields: Any field of an :class:`~zwfw.records.ItemPlacement`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(item_placements(on_negative_list=True), lambda placement: placement.in_sub_centre).on_negative_list
    True
    """
    return records(ItemPlacement, _PLACEMENT, fields)


_ITEM: Fields = {
    **{name: TRUTHS for name, field in Item.model_fields.items() if field.annotation == bool | None},
    "item_class": is_or_none(st.sampled_from(ItemClass)),
    "public_service_field": is_or_none(_FIELDS_OF_SERVICES),
    "public_service_kind": is_or_none(st.sampled_from(PublicServiceKind)),
    "industry": is_or_none(st.sampled_from(PublicServiceIndustry) | texts()),
    "devolved_at": is_or_none(_LONG_AGO | _IN_TIME),
    "found_unfit_at": is_or_none(_IN_TIME | _LATE),
    "devolution_adjusted_at": is_or_none(_IN_TIME | _LATE),
    "service_theme": _TEXT,
    "online_address": _TEXT,
    "offline_address": _TEXT,
    "placement": is_or_none(item_placements()),
    "handling_steps": _STEPS,
    "online_steps": _STEPS,
    "replaceable_materials": _NAMES,
    "gap_materials": _NAMES,
    "lists": is_or_none(_LISTS),
    "lead_standard": is_or_none(service_standards()),
}


def items(**fields: object) -> st.SearchStrategy[Item]:
    """Items of every kind, kept to the norms or not; what is not given is stated or not.

    Args:
        fields: Any field of an :class:`~zwfw.records.Item`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.
        ValidationError: When drawn, if the given fields contradict one another.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5)
    ... @given(item=items(item_type="行政许可"))
    ... def is_a_licence(item):
    ...     assert item.item_type.value == "行政许可"
    >>> is_a_licence()
    """
    return elements_of(Item, _ITEM, fields)


def conforming_items(*, area: Area | str | st.SearchStrategy[Area] | None = None) -> st.SearchStrategy[Item]:
    """Items that state every field and keep every clause: in hindsight, ``check(item, ...).ok`` is true.

    They are of both classes and of none; some were devolved, some ask for materials, some are kept off the platform.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The item states it.

    >>> from hypothesis import given, settings
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> @settings(max_examples=5)
    ... @given(item=conforming_items(area="涵江区"))
    ... def all_is_known_and_kept(item):
    ...     assert check(item, hindsight()).ok
    >>> all_is_known_and_kept()
    """
    return conforming("conforming_items", Item, tell_item, area)


def tell_item(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    """The facts of an item that is all stated and keeps every clause of *area*."""
    facts = {**tell_elements(draw, area), **draw(_PLAIN)}
    for tell in (_classify, _serve, _ask_for, _devolve, _place, _open_modes, _compare):
        tell(draw, facts)
    return facts


_PLAIN = st.fixed_dictionaries(_ITEM)


_LAW = {"name": "中华人民共和国行政许可法", "number": None, "article": "第十二条", "text": None}


def _bases(*ranks: BasisRank) -> list[dict[str, Any]]:
    return [{**_LAW, "rank": rank} for rank in ranks]


_LOW = (BasisRank.NONE, BasisRank.NORMATIVE_DOCUMENT, BasisRank.RULE, BasisRank.LOCAL_REGULATION)
_HIGH = tuple(rank for rank in BasisRank if rank not in _LOW)
_POWERS = tuple(kind for kind in ItemType if kind is not ItemType.PUBLIC_SERVICE)


def _classify(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """A class, and what goes with it; a licence is on the list, and a new one has a basis or is of public interest."""
    facts["bases"] = _bases(*draw(st.lists(st.sampled_from(BasisRank), max_size=2)))
    if draw(st.booleans()):
        facts |= _power(draw(st.sampled_from((*_POWERS, None))))
        _provide(draw, facts)
        return
    kinds = (*PublicServiceKind, None)
    facts |= {"item_type": draw(st.sampled_from((ItemType.PUBLIC_SERVICE, None)))}
    facts |= {"item_class": ItemClass.PUBLIC_SERVICE, "public_service_kind": draw(st.sampled_from(kinds))}
    if facts["public_service_kind"] is PublicServiceKind.SIMPLE:
        facts["item_class"] = draw(st.sampled_from((None, ItemClass.PUBLIC_SERVICE)))


def _power(kind: ItemType | None) -> dict[str, Any]:
    return {
        "item_class": ItemClass.POWER,
        "item_type": kind,
        "public_service_field": None,
        "public_service_kind": None,
    }


def _provide(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """For a licence: the list has it, and if it is a new one it has what the clause asks for."""
    if facts["item_type"] is ItemType.LICENCE:
        facts["on_licence_list"] = True
        if not facts["concerns_public_interest"]:
            facts["bases"] += _bases(draw(st.sampled_from(_HIGH)))


def _serve(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """What is asked of public services, of items across provinces and of those with special steps."""
    if facts["public_service_kind"] is PublicServiceKind.ON_APPLICATION and facts["industry"]:
        facts["in_catalogue"] = True
    if facts["public_service_kind"] is PublicServiceKind.SIMPLE:
        facts |= _COMPLETE | {field: draw(texts()) for field in _STATED_OF_A_SIMPLE_SERVICE}
    if facts["is_cross_province"]:
        facts |= {"follows_national_standard": True, "in_cross_province_zone": True}
    if facts["special_steps"]:
        facts["on_special_step_list"] = True


_COMPLETE = {"name_is_uniform": True, "theme_is_uniform": True}
_STATED_OF_A_SIMPLE_SERVICE = ("service_theme", "online_address", "offline_address")

_ISSUED_MATERIAL = st.composite(tell_material)().filter(lambda facts: facts["source"] is MaterialSource.GOVERNMENT)


def _ask_for(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """At times materials; where government issues one, which nobody hands in, the item is on the list."""
    facts |= {"materials": draw(told_materials()), "lists": draw(_LISTS)}
    if any(material["source"] is MaterialSource.GOVERNMENT for material in facts["materials"]):
        facts["lists"] += [SpecialServiceList.CERTIFICATE_FREE]
    if facts["is_mobile"]:
        facts |= {"forms_prefilled": True, "materials_reused": True if facts["materials"] else draw(TRUTHS)}


def _devolve(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """At times it was devolved, as it should be or adjusted since, and taken over."""
    if facts["is_devolved"]:
        facts |= {"on_power_list": True, "is_published": True}
        facts |= dict(
            zip(
                ("meets_devolution_requirements", "found_unfit_at", "devolution_adjusted_at"),
                draw(st.sampled_from(_IN_ORDER).flatmap(lambda choice: st.tuples(*choice))),
                strict=True,
            )
        )


_IN_ORDER = (
    (st.just(True), st.none(), st.none()),
    (st.sampled_from(_NO), is_or_none(_IN_TIME), _IN_TIME),
    (st.sampled_from(_NO), is_or_none(_LATE), _LATE),
)
"""Whether it meets what devolution asks for, when it was found not to, and when that was adjusted."""


def _place(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """In the centre, or by the negative list in a sub-centre; on the platform, or with an excuse for being off it."""
    placement = {
        **draw(st.fixed_dictionaries(_PLACEMENT)),
        "managed_as_list": True,
        "follows_list_standard": True,
        "on_platform": True,
        "in_centre_of_own_level": True,
    }
    if placement["on_negative_list"]:
        placement |= {"in_sub_centre": True, "managed_as_one": True, "sub_centre_keeps": list(CentreRequirement)}
        placement["in_centre_of_own_level"] = draw(TRUTHS)
    facts |= {"placement": placement, "handling_steps": draw(_STEPS)}
    facts["online_steps"] = [
        *(facts["handling_steps"] or ()),
        *draw(st.lists(st.sampled_from(HandlingStep), max_size=2)),
    ]
    if facts["secret"] or placement["kept_off_platform_by_law"]:
        placement["on_platform"], facts["online_steps"] = draw(TRUTHS), draw(_STEPS)


def _open_modes(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """What is open to commitment or gaps has a uniform letter and names the materials."""
    if facts["commitment_available"] or facts["gaps_available"]:
        facts["commitment_letter_uniform"] = True
    for mode, materials in (("commitment_available", "replaceable_materials"), ("gaps_available", "gap_materials")):
        if facts[mode]:
            facts[materials] = draw(st.lists(texts(), min_size=1, max_size=2))


def _compare(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """At times a lead standard, of which each aspect is as much, more or not set."""
    if facts["lead_standard"] is None:
        return
    days = facts["promised_working_days"]
    as_much = {
        "materials": [material["name"] for material in facts["materials"]],
        "steps": facts["process"] or [],
        "promised_working_days": days,
        "visits": facts["visits"] or 0,
    }
    more = {
        "materials": [*as_much["materials"], "申请表"],
        "steps": [*as_much["steps"], "送达"],
        "promised_working_days": None if days is None else days + 1,
        "visits": as_much["visits"] + 1,
    }
    choices = {aspect: st.sampled_from((as_much[aspect], more[aspect], None)) for aspect in as_much}
    facts["lead_standard"] = {"name": "引领标准", "quantity_limit": None, **draw(st.fixed_dictionaries(choices))}


def _all(*spoilers: Spoiler) -> Spoiler:
    """Spoil in several ways, one after another."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        for each in spoilers:
            each(draw, facts)

    return spoil


def _licence(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    facts |= _power(ItemType.LICENCE)
    _provide(draw, facts)


def _service(kind: PublicServiceKind) -> Spoiler:
    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        facts |= {"item_class": ItemClass.PUBLIC_SERVICE, "item_type": ItemType.PUBLIC_SERVICE}
        facts |= {"public_service_kind": kind}
        _serve(draw, facts)

    return spoil


def _devolved(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    facts["is_devolved"] = True
    _devolve(draw, facts)


def _adjusted_late(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """Found unfit by the date of the task, and adjusted after it or not at all."""
    facts |= {"meets_devolution_requirements": draw(st.sampled_from(_NO)), "found_unfit_at": draw(_IN_TIME)}
    facts["devolution_adjusted_at"] = draw(is_or_none(_LATE))
    facts["devolved_at"] = draw(st.sampled_from((date(2013, 1, 1), date(2020, 5, 6))))


def _in_no_hall(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    facts["placement"] |= {"in_centre_of_own_level": draw(st.sampled_from(_NO))}
    facts["placement"] |= {"in_sub_centre": draw(st.sampled_from(_NO)), "on_negative_list": draw(st.sampled_from(_NO))}


def _bare_basis(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    facts["bases"] = _bases(*draw(st.lists(st.sampled_from(_LOW), max_size=2)))


def _with_material(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """A material that government issues and nobody hands in; there is no lead standard."""
    facts |= {"materials": [draw(_ISSUED_MATERIAL)], "materials_reused": True, "lead_standard": None}
    facts["lists"] = [*facts["lists"], SpecialServiceList.CERTIFICATE_FREE]


def _off_the_list(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    facts["lists"] = draw(is_or_none(st.just([SpecialServiceList.ONLINE, SpecialServiceList.WITH_GAPS])))


def _one_more(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """A special step that keeps what is asked of one."""
    step = {"name": "现场勘验", "basis_rank": BasisRank.LAW, "kept_by_decision": False, "started_at": None}
    step |= {"ended_at": None, "limit_working_days": draw(st.integers(1, 5)), "statutory_working_days": 10}
    facts["special_steps"] = [*facts["special_steps"], step]


_NOTHING_SET = {"name": "引领标准", "materials": None, "steps": None, "promised_working_days": None, "visits": None}


def _worse(aspect: str, facts_of_item: dict[str, Any], standard: object) -> Spoiler:
    """One aspect worse than the lead standard, which sets no other."""

    def spoil(_: st.DrawFn, facts: dict[str, Any]) -> None:
        facts |= facts_of_item
        facts["lead_standard"] = {**_NOTHING_SET, "quantity_limit": None, aspect: standard}

    return spoil


_ON_APPLICATION = _service(PublicServiceKind.ON_APPLICATION)
_SIMPLE = _service(PublicServiceKind.SIMPLE)
_INDUSTRIES = tuple(PublicServiceIndustry)
_OF_POWERS: tuple[object, ...] = (ItemType.LICENCE, ItemType.CONFIRMATION, ItemType.FILING, ItemType.OTHER_POWER)

VIOLATIONS: Violations = violations(
    Item,
    tell_item,
    {
        "items.devolved-item-adjusted": (Flaw(_all(_licence, _devolved, _adjusted_late)),),
        "items.licence-on-the-list": (Flaw(_all(_licence, changed(on_licence_list=_NO))),),
        "items.no-new-licence": (
            Flaw(_all(_licence, changed(is_newly_set_up=(True,), concerns_public_interest=_NO), _bare_basis)),
        ),
        "items.devolved-item-taken-over": (
            Flaw(_all(_devolved, changed(on_power_list=_NO))),
            Flaw(_all(_devolved, changed(is_published=_NO))),
            Flaw(_all(_devolved, _in_no_hall)),
        ),
        "items.at-least-the-lead-standard": (
            Flaw(_all(_with_material, _worse("materials", {}, []))),
            Flaw(_worse("steps", {"process": ["申请", "受理", "审批"]}, ["申请", "审批"])),
            Flaw(_worse("promised_working_days", {"promised_working_days": 6, "statutory_working_days": 20}, 5)),
            Flaw(_worse("visits", {"visits": 1}, 0)),
        ),
        "items.cross-province-standard": tuple(
            Flaw(_all(changed(is_cross_province=(True,), **{field: _NO, other: (True,)})))
            for field, other in (
                ("follows_national_standard", "in_cross_province_zone"),
                ("in_cross_province_zone", "follows_national_standard"),
            )
        ),
        "items.public-service-in-catalogue": (
            Flaw(_all(_ON_APPLICATION, changed(industry=_INDUSTRIES, in_catalogue=_NO))),
        ),
        "items.simple-service-complete": (
            *(Flaw(_all(_SIMPLE, changed(**{field: _NO}))) for field in _COMPLETE),
            *(Flaw(_all(_SIMPLE, changed(**{field: ("", None)}))) for field in _STATED_OF_A_SIMPLE_SERVICE),
        ),
        "items.special-step-item-listed": (Flaw(_all(_one_more, changed(on_special_step_list=_NO))),),
        "items.certificate-free-listed": (Flaw(_all(_with_material, _off_the_list)),),
        "items.mobile-prefilled": (
            Flaw(changed(is_mobile=(True,), forms_prefilled=_NO)),
            Flaw(_all(_with_material, changed(is_mobile=(True,), forms_prefilled=(True,), materials_reused=_NO))),
        ),
        "items.commitment-elements": (
            Flaw(changed(commitment_available=(True,), replaceable_materials=([], None), gaps_available=_NO)),
            Flaw(changed(gaps_available=(True,), gap_materials=([], None), commitment_available=_NO)),
            Flaw(
                changed(
                    commitment_available=(True,),
                    replaceable_materials=(["学历证明"],),
                    gaps_available=_NO,
                    commitment_letter_uniform=_NO,
                )
            ),
        ),
        "items.one-class": (
            Flaw(_all(_ON_APPLICATION, changed(item_class=(None,)))),
            Flaw(_all(_ON_APPLICATION, changed(item_type=_OF_POWERS))),
            Flaw(_all(_licence, changed(item_type=(ItemType.PUBLIC_SERVICE,)))),
            Flaw(_all(_licence, changed(public_service_field=tuple(PublicServiceField)))),
        ),
    },
)
