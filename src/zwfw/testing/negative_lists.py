"""Entries of negative lists to test with, and those that break or keep a clause (负面清单)."""

from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area, AreaLevel
from zwfw.areas import areas as held_areas
from zwfw.normset import norms_in_force
from zwfw.records import ExemptionGround, NegativeListEntry
from zwfw.testing._facts import Flaw, Spoiler, Violations, changed, conforming, violations
from zwfw.testing._records import TRUTHS, Fields, is_or_none, named, records, texts
from zwfw.testing.areas import areas
from zwfw.testing.moments import LAST_DAY

__all__ = ["VIOLATIONS", "conforming_negative_list_entries", "negative_list_entries"]

_XIAMEN, _HANJIANG = "xiamen-2022/2.2.2", "hanjiang-2023/task-2"
_VILLAGE, _TOWNSHIP, _COUNTY, _CITY = AreaLevel.VILLAGE, AreaLevel.TOWNSHIP, AreaLevel.COUNTY, AreaLevel.CITY
_LEVELS = (_VILLAGE, _TOWNSHIP, _COUNTY, _CITY)
_CITY_LIST = "《市政务服务中心进驻事项负面清单》"
_JOINT_LIST = "《市、区级政务服务中心进驻事项负面清单》"
_BELOW_LIST = "《镇（街道）、村（社区）便民服务中心（站）进驻事项负面清单》"
_PROVINCE_LIST = "《市、县（区）级政务服务中心进驻事项负面清单》"
_TITLES = (_CITY_LIST, _JOINT_LIST, _BELOW_LIST, _PROVINCE_LIST, "《思明区政务服务中心进驻事项负面清单》", "《清单》")
_OF_PROVINCE = ("省审改办", "福建省审改办")
_OF_CITY = ("市审改办", "设区市审改部门", "市审批管理局（审改办）")
_OF_DISTRICT = ("区审改办", "区审批制度改革办公室")
_OFFICES = (*_OF_PROVINCE, *_OF_CITY, *_OF_DISTRICT, "泉州市审改办", "市委编办")
_GROUNDS = st.lists(st.sampled_from(ExemptionGround), min_size=1, max_size=2, unique=True)
_FIELDS = ("公共教育", "劳动就业", "社会保险", "医疗卫生", "养老服务", "社会服务", "户籍管理")
_NOT = (False, None)
_NO = st.sampled_from(_NOT)


def negative_list_entries(**fields: object) -> st.SearchStrategy[NegativeListEntry]:
    """Items of every level, in the centre or out of it; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.NegativeListEntry`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(negative_list_entries(on_list=True), lambda entry: entry.in_centre is False).on_list
    True
    """
    usual: Fields = {
        "item": texts(),
        "area": is_or_none(areas()),
        "level": is_or_none(st.sampled_from(AreaLevel)),
        "grounds": is_or_none(st.lists(st.sampled_from(ExemptionGround) | texts(), max_size=2)),
        "list_name": is_or_none(st.sampled_from(_TITLES)),
        "list_made_by": is_or_none(st.lists(st.sampled_from(_OFFICES) | texts(), max_size=2)),
        "submitted_by": is_or_none(st.sampled_from(_OFFICES) | texts()),
        "decided_by": is_or_none(st.sampled_from(_OFFICES) | texts()),
        "separate_counters_in_village": is_or_none(st.integers(0, 2)),
        "field": is_or_none(st.sampled_from((*_FIELDS, "住房保障"))),
    }
    truths = {name: TRUTHS for name in NegativeListEntry.model_fields if name not in usual}
    return named("negative_list_entries", records(NegativeListEntry, {**usual, **truths}, fields))


def conforming_negative_list_entries(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[NegativeListEntry]:
    """Items that state every field and keep every clause: in hindsight, ``check(entry, ...).ok`` is true.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The entry states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_negative_list_entries(area="涵江区"), lambda entry: entry.on_list), hindsight()).ok
    True
    """
    return conforming("conforming_negative_list_entries", NegativeListEntry, _tell, area)


def _tell(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    level = draw(st.sampled_from(_LEVELS))
    frequent, carriable, numerous, concentrated = (draw(TRUTHS) for _ in range(4))
    field = draw(is_or_none(st.sampled_from((*_FIELDS, "住房保障"))))
    cannot_be_merged = draw(TRUTHS)
    facts = {
        "item": draw(texts()),
        "area": area,
        "level": level,
        "grounds": draw(is_or_none(st.lists(st.sampled_from(ExemptionGround), max_size=2))),
        "on_list": draw(TRUTHS),
        "reason_stated": draw(TRUTHS),
        "submitted_by": draw(is_or_none(st.sampled_from(_OF_CITY))),
        "decided_by": draw(is_or_none(st.sampled_from(_OF_PROVINCE))),
        "in_centre": True,
        "on_platform": True,
        "cannot_be_merged": cannot_be_merged,
        **dict.fromkeys(_OF_A_SUB_CENTRE, True),
        "separate_counters_in_village": draw(st.sampled_from((0, None) if level is _VILLAGE else (0, 1, None))),
        "is_frequent": frequent,
        "can_be_carried_below": carriable,
        "field": field,
        "carried_below": True if frequent and carriable else draw(TRUTHS),
        "is_numerous": numerous,
        "is_concentrated_in_time": concentrated,
        "brought_to_village": True if numerous and concentrated else draw(TRUTHS),
    }
    if not cannot_be_merged:
        facts |= {name: draw(TRUTHS) for name in _OF_A_SUB_CENTRE}
    if draw(st.booleans()):
        _keep_out(draw, facts)
    _list_it(draw, facts)
    return facts


_OF_A_SUB_CENTRE = ("sub_centre_set_up", "sub_centre_to_standard", "sub_centre_guided")


def _in_xiamen(facts: dict[str, Any]) -> bool:
    return norms_in_force(facts["area"], LAST_DAY).has(_XIAMEN)


def _keep_out(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """Out of the centre, with a ground and on the list, by decision of the office of the level."""
    facts["grounds"] = draw(_GROUNDS)
    facts["on_list"] = True
    changed(in_centre=_NOT, on_platform=(True, False, None))(draw, facts)
    _decide(draw, facts)


def _decide(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    by_city = _in_xiamen(facts) and facts["level"] in (_VILLAGE, _TOWNSHIP)
    changed(
        reason_stated=(True,),
        submitted_by=_OF_DISTRICT if by_city else _OF_CITY,
        decided_by=_OF_CITY if by_city else _OF_PROVINCE,
    )(draw, facts)


def _list_it(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """A list of the right title, made by those who have to make it, whether the item is on it or not."""
    facts["list_name"] = draw(st.sampled_from(_titles(facts)))
    facts["list_made_by"] = tuple(draw(st.sampled_from(offices)) for offices in (_OF_PROVINCE, _OF_CITY, _OF_DISTRICT))


def _titles(facts: dict[str, Any]) -> tuple[str, ...]:
    if not _in_xiamen(facts):
        return _TITLES
    if facts["level"] in (_VILLAGE, _TOWNSHIP):
        return (_BELOW_LIST, _BELOW_LIST.strip("《》"))
    return (_CITY_LIST if facts["level"] is _CITY else _draft_of_district(facts["area"]), _JOINT_LIST)


def _draft_of_district(area: Area) -> str:
    districts = [held for held in held_areas(AreaLevel.COUNTY) if held.is_within("厦门市")]
    near = [held for held in districts if area.is_within(held) or held.is_within(area)]
    return f"《{(near or districts)[0]}政务服务中心进驻事项负面清单》"


def _of(levels: tuple[AreaLevel, ...], *more: Spoiler, **choices: tuple[object, ...]) -> Spoiler:
    """An item of one of *levels* with a list that fits, and each of these fields set to one of its choices."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        facts["level"] = draw(st.sampled_from(levels))
        facts["separate_counters_in_village"] = 0
        _decide(draw, facts)
        _list_it(draw, facts)
        for also in more:
            also(draw, facts)
        changed(**choices)(draw, facts)

    return spoil


def _made_without(offices: tuple[str, ...], title: str = "") -> Spoiler:
    """A list to whose makers none of *offices* belongs."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        others = tuple(office for office in (*_OF_PROVINCE, *_OF_CITY, *_OF_DISTRICT) if office not in offices)
        facts["list_made_by"] = draw(st.sampled_from((None, (), others, (others[0],))))
        if title:
            facts["list_name"] = title

    return spoil


def _no_ground(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """Out of the centre for no reason, though all was decided as it has to be."""
    _decide(draw, facts)
    changed(grounds=(None, ()), in_centre=_NOT)(draw, facts)


_CENTRES = (_COUNTY, _CITY)
_STATIONS = (_VILLAGE, _TOWNSHIP)
_CARRIED = {"is_frequent": (True,), "can_be_carried_below": (True,)}
_MERGED = {"cannot_be_merged": (True,), **dict.fromkeys(_OF_A_SUB_CENTRE, (True,))}

_RULES: dict[str, tuple[Flaw, ...]] = {
    "negative_lists.must-be-in-the-centre": (
        Flaw(_of(_LEVELS, _no_ground, on_list=_NOT)),
        Flaw(_of(_LEVELS, _no_ground, on_list=(True,)), _XIAMEN),
        Flaw(_of(_LEVELS, _no_ground, on_list=(True,)), _HANJIANG),
        Flaw(_of(_LEVELS, grounds=(None, ()), in_centre=(True,), on_platform=_NOT), _HANJIANG),
    ),
    "negative_lists.list-made-by": (
        Flaw(_of(_STATIONS, _made_without(_OF_CITY), on_list=(True,))),
        Flaw(_of(_STATIONS, _made_without(_OF_DISTRICT), on_list=(True,)), _XIAMEN),
        Flaw(_of(_CENTRES, _made_without(_OF_PROVINCE, _JOINT_LIST), on_list=(True,))),
        Flaw(_of((_CITY,), _made_without(_OF_CITY, _CITY_LIST), on_list=(True,)), _XIAMEN),
    ),
    "negative_lists.list-title": (
        Flaw(_of(_STATIONS, on_list=(True,), list_name=(None, _JOINT_LIST, _CITY_LIST))),
        Flaw(_of((_CITY,), on_list=(True,), list_name=(None, _PROVINCE_LIST, _BELOW_LIST))),
        Flaw(_of((_COUNTY,), on_list=(True,), list_name=(None, _CITY_LIST, "《鼓楼区政务服务中心进驻事项负面清单》"))),
    ),
    "negative_lists.reason-and-decision": (
        Flaw(_of(_CENTRES, _keep_out, reason_stated=_NOT)),
        Flaw(_of(_CENTRES, _keep_out, decided_by=(*_OF_CITY, *_OF_DISTRICT))),
        Flaw(_of(_CENTRES, _keep_out, submitted_by=(None, *_OF_DISTRICT)), _XIAMEN),
        Flaw(_of(_STATIONS, _keep_out, decided_by=(*_OF_PROVINCE, *_OF_DISTRICT)), _XIAMEN),
    ),
    "negative_lists.no-separate-counter": (Flaw(_of((_VILLAGE,), separate_counters_in_village=(1, 2, 9))),),
    "negative_lists.sub-centre-for-what-cannot": tuple(
        Flaw(changed(**{**_MERGED, name: _NOT})) for name in _OF_A_SUB_CENTRE
    ),
    "negative_lists.carried-below": (Flaw(_of(_CENTRES, **_CARRIED, field=_FIELDS, carried_below=_NOT)),),
    "negative_lists.brought-to-villages": (
        Flaw(changed(is_numerous=(True,), is_concentrated_in_time=(True,), brought_to_village=_NOT)),
    ),
}

VIOLATIONS: Violations = violations(NegativeListEntry, _tell, _RULES)
