"""Lists to test with, and those that break or keep a clause (清单)."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area, AreaLevel
from zwfw.records import ItemList, ItemListKind, ListEntry, SpecialServiceList
from zwfw.records._base import day_of
from zwfw.testing._facts import Flaw, Violations, changed, conforming, one_part, violations
from zwfw.testing._records import TRUTHS, Fields, is_or_none, named, records, texts
from zwfw.testing.areas import areas
from zwfw.testing.moments import LAST_DAY, moments, moments_from

__all__ = ["VIOLATIONS", "conforming_item_lists", "item_lists", "list_entries"]

_KINDS = st.sampled_from((*ItemListKind, *ItemListKind, *(each.value for each in SpecialServiceList))) | texts()
_LEVELS = st.sampled_from(AreaLevel)
_LICENCE_LEVELS = (AreaLevel.PROVINCE, AreaLevel.CITY, AreaLevel.COUNTY)
_LICENCES = st.lists(texts(), max_size=3, unique=True)
_OFFICES = ("市委编办", "编办", "审改办", "市审批管理局（审改办）", "市档案局")
_TYPES = st.sampled_from(("行政许可", "行政确认", "公共服务"))
_MOMENTS = is_or_none(moments(first=date(2022, 9, 1)))

_ENTRY: Fields = {
    "name": texts(),
    "item_type": is_or_none(_TYPES),
    "catalogue_name": is_or_none(texts()),
    "catalogue_type": is_or_none(_TYPES),
}


def list_entries(**fields: object) -> st.SearchStrategy[ListEntry]:
    """Entries of lists; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.ListEntry`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(list_entries(name="节能审查"), lambda entry: True)
    ListEntry(name='节能审查')
    """
    return records(ListEntry, _ENTRY, fields)


def item_lists(**fields: object) -> st.SearchStrategy[ItemList]:
    """Lists of every kind, of any level, published or not; what is not given is stated or not.

    Args:
        fields: Any field of an :class:`~zwfw.records.ItemList`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(item_lists(kind="权责清单", level="县"), lambda held: held.published_at is not None).level
    <AreaLevel.COUNTY: '县'>
    """
    usual: Fields = {
        "name": texts(),
        "area": is_or_none(areas()),
        "kind": is_or_none(_KINDS),
        "level": is_or_none(_LEVELS),
        "entries": is_or_none(st.lists(list_entries(), max_size=2)),
        "compiled_at": _MOMENTS,
        "published_at": _MOMENTS,
        "on_provincial_hall": TRUTHS,
        "in_list_column": TRUTHS,
        "displayed_in_hall": TRUTHS,
        "licence_list_published_at": _MOMENTS,
        "licence_list": is_or_none(_LICENCES),
        "licences": is_or_none(_LICENCES),
        "adjusted_at": _MOMENTS,
        "filed_at": _MOMENTS,
        "filed_with": is_or_none(st.lists(st.sampled_from(_OFFICES), max_size=2)),
        "filed_at_level": is_or_none(_LEVELS),
    }
    return named("item_lists", records(ItemList, usual, fields))


def conforming_item_lists(*, area: Area | str | st.SearchStrategy[Area] | None = None) -> st.SearchStrategy[ItemList]:
    """Lists that state every field and keep every clause: in hindsight, ``check(held, ...).ok`` is true.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The list states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_item_lists(area="涵江区"), lambda held: True), hindsight()).ok
    True
    """
    return conforming("conforming_item_lists", ItemList, _tell, area)


def _tell(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    kind = draw(_KINDS)
    published = draw(moments())
    facts = {
        "name": draw(texts()),
        "area": area,
        "kind": kind,
        "level": draw(_level_of(kind)),
        "entries": draw(is_or_none(st.lists(_entries(), max_size=3))),
        "compiled_at": draw(moments(last=day_of(published))),
        "published_at": published,
        "on_provincial_hall": True,
        "in_list_column": True,
        "displayed_in_hall": True,
        **dict.fromkeys(_OF_POWERS),
    }
    return facts | (draw(_powers(facts["level"])) if kind is ItemListKind.POWERS_AND_DUTIES else {})


_OF_POWERS = (
    "licence_list_published_at",
    "licence_list",
    "licences",
    "adjusted_at",
    "filed_at",
    "filed_with",
    "filed_at_level",
)


def _level_of(kind: ItemListKind | str) -> st.SearchStrategy[AreaLevel]:
    if kind is ItemListKind.SPECIAL_STEPS:
        return st.just(AreaLevel.PROVINCE)
    return st.sampled_from(_LICENCE_LEVELS) if kind is ItemListKind.LICENCES else _LEVELS


@st.composite
def _entries(draw: st.DrawFn) -> dict[str, Any]:
    """The facts of an entry: as in the catalogue, or of no matter of the catalogue."""
    name, item_type = draw(texts()), draw(_TYPES)
    refers = draw(st.booleans())
    return {
        "name": name,
        "item_type": item_type,
        "catalogue_name": name if refers else None,
        "catalogue_type": item_type if refers else None,
    }


@st.composite
def _powers(draw: st.DrawFn, level: AreaLevel) -> dict[str, Any]:
    """What a list of powers and duties states besides: filed after its change, and that after the publication."""
    published = draw(moments(last=date(2025, 9, 30)))
    adjusted = draw(moments_from(published))
    licences = draw(_LICENCES)
    return {
        "licence_list_published_at": published,
        "licence_list": licences,
        "licences": draw(st.permutations(licences)),
        "adjusted_at": adjusted,
        "filed_at": draw(moments_from(adjusted)),
        "filed_with": draw(st.sampled_from((("编办", "审改办"), ("区委编办", "区审改办", "区档案局")))),
        "filed_at_level": level,
    }


_NOT = (False, None)


def _of_kind(*kinds: ItemListKind | str, **choices: tuple[object, ...]) -> Flaw:
    return Flaw(changed(kind=kinds, **choices))


def _flawed_powers(where: str = "", **choices: tuple[object, ...]) -> Flaw:
    """A list of powers and duties of which something is stated otherwise than its facts tell."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        facts["kind"] = ItemListKind.POWERS_AND_DUTIES
        facts |= draw(_powers(facts["level"]))
        changed(**choices)(draw, facts)

    return Flaw(spoil, where=where)


_BEFORE = (date(2022, 12, 31), date(2023, 3, 5))
"""Before anything that is drawn."""


def _at_another_level(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    facts["kind"] = ItemListKind.POWERS_AND_DUTIES
    facts |= draw(_powers(facts["level"]))
    facts["filed_at_level"] = draw(st.sampled_from([each for each in AreaLevel if each is not facts["level"]]))


def _with_other_licences(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """One licence is missing, or one too many, or both."""
    facts["kind"] = ItemListKind.POWERS_AND_DUTIES
    facts |= draw(_powers(facts["level"]))
    common = facts["licences"]
    missing, surplus = draw(st.sampled_from(((1, 0), (0, 1), (1, 1))))
    facts["licence_list"] = [*common, *["印章刻制许可"] * missing]
    facts["licences"] = [*common, *["烟花爆竹许可"] * surplus]


_PRINTED = (ItemListKind.MARKET_ACCESS, ItemListKind.INVESTMENT, ItemListKind.CONSTRUCTION)
_REFERRING = (
    {"name": "食品经营许可", "item_type": "行政许可", "catalogue_name": "食品经营许可", "catalogue_type": "行政许可"},
    {"name": "节能审查", "item_type": "行政许可", "catalogue_name": "节能审查", "catalogue_type": "行政许可"},
)


def _with_another_entry(**choices: tuple[object, ...]) -> Flaw:
    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        facts["kind"] = draw(st.sampled_from(_PRINTED))
        facts["entries"] = _REFERRING
        one_part("entries", changed(**choices))(draw, facts)

    return Flaw(spoil)


VIOLATIONS: Violations = violations(
    ItemList,
    _tell,
    {
        "lists.licence-list-published": (
            _of_kind(ItemListKind.LICENCES, level=_LICENCE_LEVELS, published_at=(None,)),
            _of_kind(ItemListKind.LICENCES, level=_LICENCE_LEVELS, compiled_at=(None,)),
            _of_kind(ItemListKind.LICENCES, level=_LICENCE_LEVELS, compiled_at=(None,), published_at=(None,)),
        ),
        "lists.power-list-in-order": (
            _flawed_powers(filed_at=_BEFORE),
            _flawed_powers(licence_list_published_at=(LAST_DAY,), adjusted_at=_BEFORE),
            _flawed_powers(licence_list_published_at=(None,)),
        ),
        "lists.power-list-filed": (
            Flaw(_at_another_level),
            _flawed_powers(filed_with=((), None, ("审改办",))),
            _flawed_powers(where="xiamen-2022/1.1.3", filed_with=(("编办",), ("市委编办",))),
        ),
        "lists.power-list-matches": (Flaw(_with_other_licences),),
        "lists.on-the-portal": (_of_kind(*_PRINTED, on_provincial_hall=_NOT),),
        "lists.entries-as-in-catalogue": (
            _with_another_entry(name=("食品经营", "食品经营许可证核发")),
            _with_another_entry(item_type=("行政确认", None)),
            _with_another_entry(name=("餐饮服务许可",), item_type=("公共服务",)),
        ),
        "lists.special-steps-published": (
            _of_kind(ItemListKind.SPECIAL_STEPS, level=(AreaLevel.PROVINCE,), on_provincial_hall=_NOT),
        ),
        "lists.certificate-free-published": (
            _of_kind(ItemListKind.CERTIFICATE_FREE, on_provincial_hall=_NOT),
            _of_kind(ItemListKind.CERTIFICATE_FREE, on_provincial_hall=_NOT, published_at=(None,)),
        ),
        "lists.commitment-and-gaps-published": (_of_kind(ItemListKind.COMMITMENT_AND_GAPS, on_provincial_hall=_NOT),),
        "lists.in-the-column": (
            _of_kind(
                ItemListKind.SPECIAL_SERVICES,
                ItemListKind.INTERMEDIARY_SERVICES,
                ItemListKind.CERTIFICATE_FREE,
                ItemListKind.COMMITMENT_AND_GAPS,
                *(each.value for each in SpecialServiceList),
                in_list_column=_NOT,
            ),
        ),
        "lists.township-list-displayed": (_of_kind(ItemListKind.TOWNSHIP_ITEMS, displayed_in_hall=_NOT),),
    },
)
