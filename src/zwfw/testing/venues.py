"""Venues to test with, and those that break or keep a clause (政务服务场所)."""

from typing import Any

from hypothesis import strategies as st

from zwfw.areas import PINGTAN, Area, AreaLevel
from zwfw.names import sub_centre_name, venue_name
from zwfw.normset import norms_in_force
from zwfw.records import AccessFacility, ConvenienceItem, Equipment, EquipmentKind, Venue, VenueKind, Window
from zwfw.testing._facts import Flaw, Spoiler, Violations, changed, conforming, violations
from zwfw.testing._records import TRUTHS, Fields, is_or_none, named, records, texts
from zwfw.testing._windows import tell_windows
from zwfw.testing.areas import areas
from zwfw.testing.moments import LAST_DAY

__all__ = ["EQUIPMENT", "VIOLATIONS", "conforming_venues", "tell_piece", "tell_venue", "told_as", "venues"]

_LEVELS = {
    VenueKind.CENTRE: (AreaLevel.CITY, AreaLevel.COUNTY),
    VenueKind.TOWNSHIP_CENTRE: (AreaLevel.TOWNSHIP,),
    VenueKind.STATION: (AreaLevel.VILLAGE,),
    VenueKind.SUB_CENTRE: (AreaLevel.PROVINCE, AreaLevel.CITY, AreaLevel.COUNTY),
}
_BELOW = (VenueKind.TOWNSHIP_CENTRE, VenueKind.STATION)
_HANJIANG = "350303"
_STEPS = ("前台综合受理", "后台分类审批", "窗口统一出件")
_SIGN, _FORMER_SIGN = "福建政务服务中心", "福建行政服务中心"
_FORMS_OF_HELP = ("帮代办", "上门办", "预约办")
_ENTERPRISES = st.lists(st.sampled_from(("自来水公司", "供电公司", "公证处", "邮政公司")), max_size=2, unique=True)
_NAMES = ("福州市政务服务中心", "涵江区政务服务中心", "甲镇便民服务中心", "甲镇便民服务站", "甲社区便民服务站", "大厅")
_DEPARTMENTS = ("公安局", "发改委", "金融办")
_OF_PROVINCE = ("公安厅", "发改委", "侨办", "税务局")
_BUSINESSES = ("出入境", "车辆管理", "不动产登记")
_NOT = (False, None)

EQUIPMENT: Fields = {
    "name": is_or_none(texts()),
    "kind": is_or_none(st.sampled_from((*EquipmentKind, "税务自助终端", "打印复印一体机"))),
    "count": is_or_none(st.integers(0, 2)),
    "is_new": TRUTHS,
    "for_one_department": TRUTHS,
    "has_one_function": TRUTHS,
    "merged_into_kiosk": TRUTHS,
    "in_provincial_terminal_system": TRUTHS,
}
"""What a piece of equipment may state."""

_USUAL: Fields = {
    "name": st.sampled_from(_NAMES) | texts(),
    "area": is_or_none(areas()),
    "kind": is_or_none(st.sampled_from(VenueKind)),
    "level": is_or_none(st.sampled_from(AreaLevel)),
    "department": is_or_none(st.sampled_from(_DEPARTMENTS)),
    "business": is_or_none(st.sampled_from(_BUSINESSES)),
    "sign_text": is_or_none(st.sampled_from((_SIGN, _FORMER_SIGN)) | texts()),
    "windows": is_or_none(st.lists(st.builds(Window, name=texts()), max_size=1)),
    "staff": is_or_none(st.just(())),
    "equipment": is_or_none(st.lists(records(Equipment, EQUIPMENT, {}), max_size=3)),
    "assisted_forms": is_or_none(st.lists(st.sampled_from(_FORMS_OF_HELP), max_size=2)),
    "self_service_hours": is_or_none(st.sampled_from((0, 8, 23, 24))),
    "access_facilities": is_or_none(st.lists(st.sampled_from(AccessFacility) | texts(), max_size=2)),
    "convenience_items": is_or_none(st.lists(st.sampled_from(ConvenienceItem) | texts(), max_size=2)),
    "service_model": is_or_none(st.permutations(_STEPS) | st.lists(texts(), max_size=2)),
    "full_time_managers": is_or_none(st.integers(0, 2)),
    "resident_enterprises": is_or_none(_ENTERPRISES),
}
_TRUTHS_OF: Fields = {name: TRUTHS for name in Venue.model_fields if name not in _USUAL}


def venues(**fields: object) -> st.SearchStrategy[Venue]:
    """Venues of every kind and level, rightly named or not; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.Venue`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(venues(kind="便民服务站"), lambda venue: venue.level is not None).kind
    <VenueKind.STATION: '便民服务站'>
    """
    return named("venues", records(Venue, {**_USUAL, **_TRUTHS_OF}, fields))


def conforming_venues(*, area: Area | str | st.SearchStrategy[Area] | None = None) -> st.SearchStrategy[Venue]:
    """Venues that state every field and keep every clause: in hindsight, ``check(venue, ...).ok`` is true.

    None is a sub-centre in Hanjiang, where the forms of name of the province and of the district exclude each other.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The venue states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_venues(area="厦门市"), lambda venue: True), hindsight()).ok
    True
    """
    return conforming("conforming_venues", Venue, tell_venue, area)


def tell_venue(
    draw: st.DrawFn, area: Area, *, kind: VenueKind | None = None, level: AreaLevel | None = None
) -> dict[str, Any]:
    """The facts of a conforming venue of an area; its kind and level are drawn unless given."""
    kind = draw(st.sampled_from(_kinds_in(area))) if kind is None else kind
    level = draw(st.sampled_from(_levels_in(area, kind))) if level is None else level
    is_below, in_putian = kind in _BELOW, norms_in_force(area, LAST_DAY).has("putian-2025/art-11")
    is_centre = kind is VenueKind.CENTRE
    is_seat, outside, enterprises = draw(TRUTHS), draw(TRUTHS), draw(_ENTERPRISES)
    department = draw(st.sampled_from(_OF_PROVINCE if level is AreaLevel.PROVINCE else _DEPARTMENTS))
    business = draw(st.sampled_from(_BUSINESSES))
    is_sub = kind is VenueKind.SUB_CENTRE
    return {
        "name": _name(draw, area, level, (department, business) if is_sub else None),
        "area": area,
        "kind": kind,
        "level": level,
        "department": department if is_sub else None,
        "business": business if is_sub else None,
        "serves_outside_centre": outside,
        "has_sub_centre_plate": True if outside else draw(TRUTHS),
        "under_unified_guidance": True if outside else draw(TRUTHS),
        "sign_text": draw(st.sampled_from((None, _SIGN, f"{_SIGN}（甲）"))),
        "is_star_rated": is_below if in_putian else draw(TRUTHS),
        "windows": tell_windows(draw, area, kind),
        "staff": (),
        "equipment": _equipment(draw),
        "has_volunteers": True,
        "green_channel": True,
        "priority_groups_first": True,
        "assisted_forms": draw(st.lists(st.sampled_from(_FORMS_OF_HELP), min_size=1, max_size=3, unique=True)),
        "assistance_chosen_by_applicant": True,
        "has_online_corner": True,
        "online_corner_staffed": True,
        "online_by_choice": True,
        "back_office_patrol": True,
        "on_government_network": draw(TRUTHS),
        "self_service_hours": 24 if is_centre else draw(is_or_none(st.integers(0, 24))),
        "self_service_open_plan": True if is_centre else draw(TRUTHS),
        "self_service_planned": True if is_centre else draw(TRUTHS),
        "self_service_uses_city_list": True if is_centre else draw(TRUTHS),
        "self_service_guided": True if is_centre else draw(TRUTHS),
        "self_service_faults_handled": True if is_centre else draw(TRUTHS),
        "self_service_contingency_plan": True if is_centre else draw(TRUTHS),
        "access_facilities": draw(st.lists(st.sampled_from(AccessFacility), max_size=3, unique=True)),
        "convenience_items": draw(st.lists(st.sampled_from(ConvenienceItem), max_size=3, unique=True)),
        "service_model": _STEPS,
        "handles_own_items_centrally": True,
        "has_service_body": True,
        "full_time_managers": draw(st.integers(1, 3)),
        "is_of_seat_of_district": is_seat,
        "merged_into_district_centre": True if is_seat else draw(TRUTHS),
        "queue_system_to_standard": True,
        "queue_system_connected": True,
        "queue_data_reported": True,
        "bookable_online": True,
        "resident_enterprises": enterprises,
        "resident_enterprises_follow_guides": True if enterprises else draw(TRUTHS),
    }


def _kinds_in(area: Area) -> list[VenueKind]:
    # No form of a sub-centre's name fits Pingtan and zones, and in Hanjiang none keeps both documents.
    without_sub_centres = area.kind is not None or area.is_within(PINGTAN) or area.is_within(_HANJIANG)
    return [
        kind
        for kind, levels in _LEVELS.items()
        if not area.level < min(levels) and not (without_sub_centres and kind is VenueKind.SUB_CENTRE)
    ]


def _levels_in(area: Area, kind: VenueKind) -> list[AreaLevel]:
    """The levels of a kind that lie in the area; where none does, as where a village is to have a centre, any."""
    if kind is VenueKind.SUB_CENTRE and area.is_within(_HANJIANG):
        return [AreaLevel.CITY]
    if kind is VenueKind.SUB_CENTRE and area.is_within(PINGTAN):
        return [AreaLevel.COUNTY]
    levels = _LEVELS[kind]
    return [level for level in levels if not area.level < level] or list(levels)


def _name(draw: st.DrawFn, area: Area, level: AreaLevel, hall: tuple[str, str] | None) -> str:
    place = _place(draw, area, level)
    if hall is not None:
        department, business = hall
        return sub_centre_name(level, place, department=department, business=business).text
    if area.kind is not None and level is AreaLevel.COUNTY:
        place = draw(st.sampled_from(("自贸试验区{}片区", "{}经济开发区"))).format(area.name)
        return venue_name(level, place, is_zone=True).text
    return venue_name(level, place).text


def _place(draw: st.DrawFn, area: Area, level: AreaLevel) -> str:
    around = next((each.name for each in area.lineage if each.level is level and each.kind is None), None)
    if around is not None:
        return around
    in_xiamen = area.is_within("厦门市")
    units = {
        AreaLevel.CITY: ("市",),
        AreaLevel.COUNTY: ("区",) if in_xiamen else ("县", "市", "区"),
        AreaLevel.TOWNSHIP: ("镇", "街道") if in_xiamen else ("乡", "镇", "街道"),
        AreaLevel.VILLAGE: ("村", "社区"),
    }
    return f"{draw(st.sampled_from(('甲', '国欢', '新塘')))}{draw(st.sampled_from(units[level]))}"


_ASKED = (EquipmentKind.KIOSK, EquipmentKind.COMPUTER, EquipmentKind.PRINTER, EquipmentKind.DOCUMENT_CAMERA)


def _equipment(draw: st.DrawFn) -> list[dict[str, Any]]:
    """What a township centre has to have, and more, in any order."""
    others = draw(st.lists(st.sampled_from(EquipmentKind), max_size=2))
    return [tell_piece(draw, kind) for kind in draw(st.permutations((*_ASKED, *others)))]


def tell_piece(draw: st.DrawFn, kind: EquipmentKind | str) -> dict[str, Any]:
    """The facts of equipment of a kind that states every field and keeps every clause."""
    is_new = draw(TRUTHS)
    is_terminal = kind in (EquipmentKind.KIOSK, EquipmentKind.OTHER_TERMINAL)
    purpose = st.sampled_from(_NOT) if is_new and is_terminal else TRUTHS
    return {
        "name": draw(is_or_none(texts())),
        "kind": kind,
        "count": draw(st.integers(1, 3)),
        "is_new": is_new,
        "for_one_department": draw(purpose),
        "has_one_function": draw(purpose),
        "merged_into_kiosk": True if kind is EquipmentKind.OTHER_TERMINAL else draw(TRUTHS),
        "in_provincial_terminal_system": True if kind is EquipmentKind.KIOSK else draw(TRUTHS),
    }


def told_as(kind: VenueKind, level: AreaLevel | None, spoil: Spoiler) -> Spoiler:
    """Tell a venue of this kind and level instead, and spoil that."""

    def spoil_it(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        facts.update(tell_venue(draw, facts["area"], kind=kind, level=level))
        spoil(draw, facts)

    return spoil_it


_SWAPPED = {
    VenueKind.CENTRE: ("政务服务中心", "便民服务中心"),
    VenueKind.TOWNSHIP_CENTRE: ("便民服务中心", "便民服务站"),
    VenueKind.STATION: ("便民服务站", "便民服务中心"),
    VenueKind.SUB_CENTRE: ("分中心", "中心"),
}


def _swap_endings(_: st.DrawFn, facts: dict[str, Any]) -> None:
    """What belongs to one level at the end of the name of another."""
    facts["name"] = facts["name"].replace(*_SWAPPED[facts["kind"]])


def _keep_former_words(_: st.DrawFn, facts: dict[str, Any]) -> None:
    facts["name"] = facts["name"].replace("政务服务", "行政服务").replace("便民服务", "行政服务")


def _without(kind: EquipmentKind) -> Spoiler:
    """None of a kind is left, or what is left counts for none."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        if draw(st.booleans()):
            facts["equipment"] = [piece for piece in facts["equipment"] if piece["kind"] is not kind]
        else:
            none = draw(st.sampled_from((0, None)))
            facts["equipment"] = [
                {**piece, "count": none} if piece["kind"] is kind else piece for piece in facts["equipment"]
            ]

    return spoil


def _outside_the_system(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    lost = draw(st.sampled_from(_NOT))
    facts["equipment"] = [
        {**piece, "in_provincial_terminal_system": lost} if piece["kind"] is EquipmentKind.KIOSK else piece
        for piece in facts["equipment"]
    ]


def _in_a_centre(**choices: tuple[object, ...]) -> tuple[Flaw, ...]:
    """A centre of a city or county, or one of a township, with each of these fields set to one of its choices."""
    return tuple(
        Flaw(told_as(kind, None, changed(**choices))) for kind in (VenueKind.CENTRE, VenueKind.TOWNSHIP_CENTRE)
    )


_DISTRICT = (VenueKind.CENTRE, AreaLevel.COUNTY)
_TOWNSHIP = (VenueKind.TOWNSHIP_CENTRE, AreaLevel.TOWNSHIP)
_CHANNELS = "hanjiang-2023/task-10"
_QUEUE = ("queue_system_to_standard", "queue_system_connected", "queue_data_reported")
_AREA = (
    "self_service_open_plan",
    "self_service_planned",
    "self_service_uses_city_list",
    "self_service_guided",
    "self_service_faults_handled",
    "self_service_contingency_plan",
)
_NO_HOURS = changed(self_service_hours=(None, 0, 8, 23))

VIOLATIONS: Violations = violations(
    Venue,
    tell_venue,
    {
        "venues.named-by-level": (
            Flaw(_swap_endings),
            Flaw(_keep_former_words),
            Flaw(changed(name=("大厅", "行政审批局"))),
            Flaw(told_as(*_TOWNSHIP, changed(name=("甲乡便民服务中心",))), where="xiamen-2022/2.2.1"),
            Flaw(told_as(*_TOWNSHIP, changed(kind=(VenueKind.STATION,))), where="putian-2025/art-11"),
        ),
        "venues.sign-text": (
            Flaw(changed(sign_text=(_FORMER_SIGN, f"{_FORMER_SIGN}（甲）", f"{_SIGN}、{_FORMER_SIGN}"))),
        ),
        "venues.sub-centre-plate": (
            Flaw(changed(serves_outside_centre=(True,), has_sub_centre_plate=_NOT, under_unified_guidance=(True,))),
            Flaw(changed(serves_outside_centre=(True,), has_sub_centre_plate=(True,), under_unified_guidance=_NOT)),
        ),
        "venues.priority-served": (*_in_a_centre(green_channel=_NOT), *_in_a_centre(priority_groups_first=_NOT)),
        "venues.help-offered": (
            *_in_a_centre(assisted_forms=((), None)),
            *_in_a_centre(assistance_chosen_by_applicant=_NOT),
        ),
        "venues.volunteers": _in_a_centre(has_volunteers=_NOT),
        "venues.queue-system": tuple(
            Flaw(told_as(*hall, changed(**{field: _NOT})))
            for field in _QUEUE
            for hall in (_DISTRICT, (VenueKind.CENTRE, AreaLevel.CITY), (VenueKind.SUB_CENTRE, AreaLevel.CITY))
        ),
        "venues.online-corner": (
            Flaw(changed(has_online_corner=_NOT)),
            Flaw(changed(online_corner_staffed=_NOT)),
        ),
        "venues.patrolled": (Flaw(changed(back_office_patrol=_NOT)),),
        "venues.enterprises-follow-guides": (
            Flaw(
                told_as(
                    VenueKind.CENTRE,
                    None,
                    changed(resident_enterprises=(("供电公司",),), resident_enterprises_follow_guides=_NOT),
                )
            ),
        ),
        "venues.booked-online": (Flaw(changed(bookable_online=_NOT)),),
        "venues.star-rated-below-only": tuple(
            Flaw(told_as(kind, None, changed(is_star_rated=_NOT))) for kind in _BELOW
        ),
        "venues.self-service-hours": (Flaw(told_as(VenueKind.CENTRE, None, _NO_HOURS)),),
        "venues.township-equipment": (
            Flaw(told_as(*_TOWNSHIP, _without(EquipmentKind.KIOSK))),
            *(Flaw(told_as(*_TOWNSHIP, _without(kind)), where=_CHANNELS) for kind in _ASKED[1:]),
            Flaw(told_as(*_TOWNSHIP, _outside_the_system), where=_CHANNELS),
        ),
        "venues.self-service-area": tuple(Flaw(told_as(*_DISTRICT, changed(**{field: _NOT}))) for field in _AREA),
        "venues.online-by-choice": (Flaw(changed(online_by_choice=_NOT)),),
        "venues.merged-with-district": (
            Flaw(told_as(*_TOWNSHIP, changed(is_of_seat_of_district=(True,), merged_into_district_centre=_NOT))),
        ),
        "venues.township-body": (
            Flaw(told_as(*_TOWNSHIP, changed(handles_own_items_centrally=_NOT))),
            Flaw(told_as(*_TOWNSHIP, changed(has_service_body=_NOT))),
            Flaw(told_as(*_TOWNSHIP, changed(full_time_managers=(0, None)))),
        ),
    },
)
