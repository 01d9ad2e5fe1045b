"""Seals and their uses to test with, and those that break or keep a clause (印章)."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area, AreaLevel
from zwfw.normset import norms_in_force
from zwfw.records import ItemType, Seal, SealKind, SealOccasion, SealUse
from zwfw.testing._facts import Flaw, Spoiler, Violations, changed, conforming, violations
from zwfw.testing._records import TRUTHS, Fields, is_or_none, named, records, texts
from zwfw.testing.areas import areas
from zwfw.testing.moments import LAST_DAY, moments

__all__ = ["VIOLATIONS", "conforming_seal_uses", "conforming_seals", "seal_uses", "seals"]

_PUTIAN, _HANJIANG = "putian-2025/art-14", "hanjiang-2023/task-14"
_LEVELS = (AreaLevel.CITY, AreaLevel.COUNTY)
_SET = (SealKind.APPROVAL, SealKind.TOWNSHIP_APPROVAL, SealKind.COMMITTEE)
_EQUAL = (SealKind.APPROVAL, SealKind.BUSINESS, SealKind.ELECTRONIC)
_RECOGNISED = (SealKind.APPROVAL, SealKind.ACCEPTANCE, SealKind.BUSINESS, SealKind.ELECTRONIC)
_ITEM_TYPES = tuple(kind for kind in ItemType if kind is not ItemType.FILING)
_APPROVALS = (SealOccasion.GRANT, SealOccasion.DENIAL, SealOccasion.ISSUE)
_MOMENTS = is_or_none(moments(first=date(2022, 9, 1)))
_NAMES = st.sampled_from(("梧塘", "新塘", "国欢", "甲"))

_TEXTS = st.sampled_from(
    (
        "涵江区公安局审批专用章",
        "涵江区公安局行政审批专用章",
        "国欢镇便民服务中心审核审批专用章",
        "庄边乡便民服务中心审核审批专用章",
        "新塘村委会公章",
        "新塘村居委会公章",
        "凤凰社区居委会公章",
        "新塘村村民委员会",
        "村（社区）居委会公章",
        "电子印章",
    )
)


def seals(**fields: object) -> st.SearchStrategy[Seal]:
    """Seals of every kind and level, filed or not; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.Seal`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(seals(text="新塘村委会公章", level="村"), lambda seal: True)
    Seal(text='新塘村委会公章', level=<AreaLevel.VILLAGE: '村'>)
    """
    usual: Fields = {
        "text": _TEXTS | texts(),
        "area": is_or_none(areas()),
        "kind": is_or_none(st.sampled_from(SealKind)),
        "holder": is_or_none(texts()),
        "level": is_or_none(st.sampled_from(AreaLevel)),
        "put_into_use_at": _MOMENTS,
        **dict.fromkeys(_YES_OR_NO, TRUTHS),
    }
    return named("seals", records(Seal, usual, fields))


_YES_OR_NO = (
    "is_of_community",
    "filed_with_police",
    "filed_with_cipher_office",
    "put_into_use_by_procedure",
    "is_recognised",
    "recognition_demanded",
    "treated_as_equal",
    "cut_uniformly",
    "certifies_at_once",
)


def seal_uses(**fields: object) -> st.SearchStrategy[SealUse]:
    """Uses of seals of every kind, on every occasion; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.SealUse`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(seal_uses(document="准予许可决定书", kind="行政公章"), lambda use: True)
    SealUse(document='准予许可决定书', kind=<SealKind.OFFICIAL: '行政公章'>)
    """
    usual: Fields = {
        "document": texts(),
        "area": is_or_none(areas(within="莆田市") | areas()),
        "kind": is_or_none(st.sampled_from((SealKind.APPROVAL, *SealKind))),
        "used_at": _MOMENTS,
        "used_by_centre_or_window": TRUTHS,
        "on_application": TRUTHS,
        "item_type": is_or_none(st.sampled_from(ItemType) | texts()),
        "occasion": is_or_none(st.sampled_from(SealOccasion) | texts()),
        "law_names_official_seal": TRUTHS,
        "reviewed_again": TRUTHS,
        "in_district_centre": TRUTHS,
    }
    return named("seal_uses", records(SealUse, usual, fields))


def conforming_seals(*, area: Area | str | st.SearchStrategy[Area] | None = None) -> st.SearchStrategy[Seal]:
    """Seals that state every field and keep every clause: in hindsight, ``check(seal, ...).ok`` is true.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The seal states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_seals(area="涵江区"), lambda seal: True), hindsight()).ok
    True
    """
    return conforming("conforming_seals", Seal, _tell_seal, area)


def conforming_seal_uses(*, area: Area | str | st.SearchStrategy[Area] | None = None) -> st.SearchStrategy[SealUse]:
    """Uses of seals that state every field and keep every clause: in hindsight, ``check(use, ...).ok`` is true.

    Args:
        area: An area in Putian, or a strategy of such areas, as no other document speaks of uses; any of them unless
            given. The use states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_seal_uses(area="涵江区"), lambda use: True), hindsight()).ok
    True
    """
    return conforming("conforming_seal_uses", SealUse, _tell_use, areas(within="莆田市") if area is None else area)


def _binds(ref: str, area: Area) -> bool:
    return norms_in_force(area, LAST_DAY).has(ref)


def _tell_seal(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    kinds: tuple[SealKind, ...] = _SET
    if _binds(_PUTIAN, area):
        kinds += _EQUAL
    if _binds(_HANJIANG, area):
        kinds += (*_RECOGNISED, SealKind.NEIGHBOURHOOD)
        # Of an acceptance seal that is out of order nothing is asked, so nothing would be kept.
    kind = draw(st.sampled_from(kinds))
    is_in_order = kind is SealKind.ACCEPTANCE or draw(st.booleans())
    return {
        "area": area,
        "holder": draw(is_or_none(texts())),
        "is_of_community": None,
        "put_into_use_at": draw(moments(first=date(2022, 9, 1), last=date(2023, 12, 31))),
        "treated_as_equal": True,
        "cut_uniformly": True,
        "certifies_at_once": True,
        **draw(_filing(is_in_order=is_in_order)),
        **draw(_kind_and_text(area, kind)),
    }


@st.composite
def _filing(draw: st.DrawFn, *, is_in_order: bool) -> dict[str, Any]:
    """Filed and recognised; or not in order, and recognised or not, and nobody asks for it."""
    in_order = st.sampled_from(((True, True, True), (True, False, True), (False, True, True)))
    police, cipher, procedure = draw(in_order if is_in_order else _OUT_OF_ORDER)
    return {
        "filed_with_police": police,
        "filed_with_cipher_office": cipher,
        "put_into_use_by_procedure": procedure,
        "is_recognised": True if is_in_order else draw(TRUTHS),
        "recognition_demanded": draw(TRUTHS if is_in_order else st.sampled_from(_NOT)),
    }


_NOT = (False, None)
_OUT_OF_ORDER = st.sampled_from(((False, False, True), (None, None, True), (True, False, False), (False, None, None)))


@st.composite
def _kind_and_text(draw: st.DrawFn, area: Area, kind: SealKind) -> dict[str, Any]:
    """What a seal of *kind* prints in *area*, and the level at which it is used."""
    name, facts = draw(_NAMES), {"kind": kind}
    if kind is SealKind.APPROVAL:
        words = draw(st.sampled_from(("", "行政") if _binds(_PUTIAN, area) else ("",)))
        return facts | {"text": f"{name}区公安局{words}审批专用章", "level": draw(st.sampled_from(_LEVELS))}
    if kind is SealKind.TOWNSHIP_APPROVAL:
        unit = draw(st.sampled_from(("镇", "街道") if _binds("xiamen-2022/2.2.9", area) else ("乡", "镇", "街道")))
        return facts | {"text": f"{name}{unit}便民服务中心审核审批专用章", "level": AreaLevel.TOWNSHIP}
    if kind is SealKind.COMMITTEE:
        is_of_community = draw(st.booleans())
        committees = ("社区居委会公章", "社区居民委员会") if is_of_community else ("村委会公章", "村村民委员会")
        text = f"{name}{draw(st.sampled_from(committees))}"
        return facts | {"text": text, "level": AreaLevel.VILLAGE, "is_of_community": is_of_community}
    return facts | {"text": kind.value, "level": draw(is_or_none(st.sampled_from(AreaLevel)))}


def _tell_use(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    # The city's norms are younger than the district's, and without either nothing is asked of a use.
    by_law = not _binds(_HANJIANG, area) or draw(st.booleans())
    return {
        "document": draw(texts()),
        "area": area,
        "kind": SealKind.OFFICIAL if by_law else SealKind.APPROVAL,
        "used_at": draw(moments(first=date(2025, 5, 6))),
        "used_by_centre_or_window": True,
        "on_application": True,
        "item_type": draw(st.sampled_from(_ITEM_TYPES)),
        "occasion": draw(st.sampled_from(SealOccasion)),
        "law_names_official_seal": by_law,
        "reviewed_again": False,
        "in_district_centre": draw(TRUTHS),
    }


def _of_kind(*kinds: SealKind, where: str = "", **choices: tuple[object, ...]) -> Flaw:
    """A seal of one of *kinds* of which something is stated otherwise than its facts tell."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        facts |= draw(_filing(is_in_order=True))
        facts |= draw(_kind_and_text(facts["area"], draw(st.sampled_from(kinds))))
        changed(**choices)(draw, facts)

    return Flaw(spoil, where=where)


def _unfiled(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    facts |= draw(_filing(is_in_order=False))
    facts |= draw(_kind_and_text(facts["area"], draw(st.sampled_from(_RECOGNISED))))
    facts["recognition_demanded"] = True


def _at_another_level(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    kind, level = draw(st.sampled_from(_ELSEWHERE))
    facts |= draw(_kind_and_text(facts["area"], kind))
    facts |= {"level": level}


_ELSEWHERE = (
    *((kind, level) for level in _LEVELS for kind in (SealKind.TOWNSHIP_APPROVAL, SealKind.COMMITTEE)),
    (SealKind.APPROVAL, AreaLevel.TOWNSHIP),
    (SealKind.COMMITTEE, AreaLevel.TOWNSHIP),
    (SealKind.APPROVAL, AreaLevel.VILLAGE),
    (SealKind.TOWNSHIP_APPROVAL, AreaLevel.VILLAGE),
)


def _by_law(*, names_it: bool, **choices: tuple[object, ...]) -> Spoiler:
    """A use where a law names the official seal, or none does, of which something is stated otherwise."""
    kind = SealKind.OFFICIAL if names_it else SealKind.APPROVAL
    return changed(**{"law_names_official_seal": (names_it,), "kind": (kind,), **choices})


_TOWN = SealKind.TOWNSHIP_APPROVAL
# Of which seal an electronic one is cannot be told from its kind.
_NOT_OFFICIAL = (*(kind for kind in SealKind if kind not in (SealKind.OFFICIAL, SealKind.ELECTRONIC)), None)
_NO_APPROVAL_KINDS = tuple(kind for kind in _NOT_OFFICIAL if kind is not SealKind.APPROVAL)

VIOLATIONS: Violations = {
    **violations(
        Seal,
        _tell_seal,
        {
            "seals.text-by-level": (
                Flaw(_at_another_level),
                _of_kind(
                    SealKind.APPROVAL, text=("涵江区公安局专用章", "审批专用章", "国欢镇便民服务中心审核审批专用章")
                ),
                _of_kind(
                    _TOWN,
                    text=("国欢镇便民服务中心审批专用章", "国欢镇审核审批专用章", "新塘村便民服务站审核审批专用章"),
                ),
                _of_kind(SealKind.COMMITTEE, text=("新塘村公章", "新塘村便民服务站专用章")),
                _of_kind(SealKind.COMMITTEE, text=("新塘村委会公章", "新塘村村民委员会"), is_of_community=(True,)),
            ),
            "seals.equal-force": (_of_kind(*_EQUAL, treated_as_equal=_NOT),),
            "seals.township-seal-in-use": (
                _of_kind(_TOWN, put_into_use_at=(None, date(2024, 1, 1), date(2025, 3, 3))),
            ),
            "seals.neighbourhood-seal": (
                _of_kind(SealKind.NEIGHBOURHOOD, cut_uniformly=_NOT),
                _of_kind(SealKind.NEIGHBOURHOOD, certifies_at_once=_NOT),
            ),
            "seals.recognised-when-filed": (_of_kind(*_RECOGNISED, is_recognised=_NOT),),
            "seals.no-recognition-unfiled": (Flaw(_unfiled),),
        },
    ),
    **violations(
        SealUse,
        _tell_use,
        {
            "seals.official-seal-where-law-names-it": (Flaw(_by_law(names_it=True, kind=_NOT_OFFICIAL)),),
            "seals.not-reviewed-again": (Flaw(_by_law(names_it=True, reviewed_again=(True,))),),
            "seals.district-approvals": (
                Flaw(
                    _by_law(names_it=False, kind=(SealKind.OFFICIAL,), in_district_centre=(True,), occasion=_APPROVALS)
                ),
                Flaw(_by_law(names_it=False, kind=_NO_APPROVAL_KINDS, in_district_centre=(True,), occasion=_APPROVALS)),
            ),
            "seals.used-for-what-it-may": tuple(
                Flaw(_by_law(names_it=False, **{field: wrong}))
                for field, wrong in {
                    "used_by_centre_or_window": _NOT,
                    "on_application": _NOT,
                    "item_type": (None,),
                    "occasion": (None,),
                }.items()
            ),
        },
    ),
}
"""For each rule, what draws the records of an area that break it and no other."""
