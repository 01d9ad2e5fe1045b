"""What an item takes, what it refuses, by what it is named, and how it is written and read back."""

import json
from datetime import date, datetime

import pytest
from pydantic import ValidationError

from zwfw import Area
from zwfw.norms import norm
from zwfw.records import (
    BasisRank,
    CentreRequirement,
    ExercisingLevel,
    HandlingStep,
    Item,
    ItemClass,
    ItemPlacement,
    ItemType,
    PublicServiceField,
    PublicServiceKind,
    SpecialServiceList,
)
from zwfw.records.items import PublicServiceIndustry


def faults(**fields):
    """Place and message of each fault of an item with these fields."""
    with pytest.raises(ValidationError) as caught:
        Item(**{"name": "节能审查"} | fields)
    return [(".".join(map(str, each["loc"])), each["msg"]) for each in caught.value.errors()]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (ItemClass, "putian-2025/art-6#1"),
        (PublicServiceField, "putian-2025/art-6#3"),
        (PublicServiceKind, "fujian-2022/1.2.6#1"),
        (PublicServiceIndustry, "fujian-2022/1.2.6#2"),
        (SpecialServiceList, "putian-2025/art-10#1"),
        (HandlingStep, "putian-2025/art-9#4"),
        (CentreRequirement, "putian-2025/art-9#2"),
    ],
)
def test_the_terms_are_the_printed_ones(kind, name):
    """As the clause prints them, all of them, in its order."""
    assert tuple(member.value for member in kind) == norm(name).members


def test_xiamen_prints_the_same_industries():
    """供水 to 邮政快递: the city has the eight of the province."""
    assert norm("xiamen-2022/1.2.5#2").members == tuple(member.value for member in PublicServiceIndustry)


def test_the_kinds_of_powers_are_among_the_types():
    """Putian's six kinds, the last by a shorter name; filings are the province's own."""
    printed = norm("putian-2025/art-6#2").members

    assert printed[-1] == f"{ItemType.OTHER_POWER.value}事项"
    assert {*printed[:-1], "行政备案", "其他行政权力", "公共服务"} == {kind.value for kind in ItemType}


def test_an_item_needs_a_name_and_no_more():
    """What is not stated is not there either."""
    item = Item(name="节能审查")

    assert item.model_fields_set == {"name"}
    assert repr(item) == "Item(name='节能审查')"
    assert [place for place, _ in faults(name="")] == ["name"]


def test_terms_are_read_as_printed():
    """Texts become the members of the lists; area and moments are read as anywhere."""
    item = Item(
        name="节能审查",
        area="鼓楼区",
        item_type="行政许可",
        exercising_level="县级",
        item_class="依申请办理的行政权力事项",
        lists=["马上办"],
        found_unfit_at="2022-12-01",
        devolution_adjusted_at="2022-12-02T09:30",
        bases=[{"name": "节约能源法", "rank": "法律"}],
    )

    assert (item.area, item.item_type, item.exercising_level) == (
        Area("350102"),
        ItemType.LICENCE,
        ExercisingLevel.COUNTY,
    )
    assert item.item_class is ItemClass.POWER
    assert item.lists == (SpecialServiceList.AT_ONCE,)
    assert (item.found_unfit_at, item.devolution_adjusted_at) == (date(2022, 12, 1), datetime(2022, 12, 2, 9, 30))
    assert item.bases[0].rank is BasisRank.LAW


@pytest.mark.parametrize(
    ("fields", "places"),
    [
        ({"item_class": "行政许可"}, ["item_class"]),
        ({"public_service_kind": "公共服务"}, ["public_service_kind"]),
        ({"exercising_level": "区级"}, ["exercising_level"]),
        ({"visits": -1, "promised_working_days": -1}, ["promised_working_days", "visits"]),
        ({"placement": {"sub_centre_keeps": ["标准化", "智能化"]}}, ["placement.sub_centre_keeps.1"]),
        ({"placement": {"in_center": True}}, ["placement.in_center"]),
        ({"found_unfit_at": "2022-13-01"}, ["found_unfit_at"]),
        ({"devolution_adjusted": True}, ["devolution_adjusted"]),
    ],
)
def test_what_it_cannot_be_is_refused_with_its_place(fields, places):
    """Closed lists take no other term, counts are not below zero, and there are no other fields."""
    assert [place for place, _ in faults(**fields)] == places


@pytest.mark.parametrize("time", ["statutory", "promised"])
def test_a_time_is_in_days_of_one_kind(time):
    """Working days, or calendar days; both together contradict each other."""
    working, calendar = f"{time}_working_days", f"{time}_calendar_days"

    assert faults(**{working: 5, calendar: 7}) == [
        (calendar, f"{working} is stated too: a time is counted in one of them")
    ]
    assert getattr(Item(name="节能审查", **{working: None, calendar: 7}), calendar) == 7
    assert getattr(Item(name="节能审查", **{working: 0, calendar: None}), working) == 0


def test_both_times_are_told_together():
    """One error names the two places."""
    fields = {f"{time}_{kind}_days": 3 for time in ("statutory", "promised") for kind in ("working", "calendar")}

    assert [place for place, _ in faults(**fields)] == ["statutory_calendar_days", "promised_calendar_days"]


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({}, "节能审查"),
        ({"code": None}, "节能审查"),
        ({"code": ""}, "节能审查"),
        ({"code": "11350102003601234X2000101001000"}, "节能审查 11350102003601234X2000101001000"),
    ],
)
def test_it_is_named_by_its_name_and_its_code(fields, name):
    """Where it has a code."""
    assert Item(name="节能审查", **fields).name_in_reports == name


@pytest.mark.parametrize(
    ("fields", "outside"),
    [
        ({}, {}),
        ({"item_type": "行政许可", "lists": ["网上办"], "handling_steps": ["申请"]}, {}),
        ({"item_type": "行政征收"}, {"item_type": ("行政征收",)}),
        ({"public_service_field": "气象"}, {"public_service_field": ("气象",)}),
        ({"industry": "供热"}, {"industry": ("供热",)}),
        ({"lists": ["网上办", "周末办", "夜间办"]}, {"lists": ("周末办", "夜间办")}),
        (
            {"handling_steps": ["申请", "现场踏勘"], "online_steps": ["预审"]},
            {"handling_steps": ("现场踏勘",), "online_steps": ("预审",)},
        ),
        ({"stages": ["受理", "审核"]}, {"stages": ("审核",)}),
        ({"results": [{"name": "甲", "kind": "证照"}, {"name": "乙", "kind": "其他"}]}, {"results[1].kind": ("其他",)}),
        ({"department": "周末办", "fees": ["周末办"]}, {}),
        ({"item_type": None, "lists": []}, {}),
    ],
)
def test_terms_outside_the_printed_ones_are_told(fields, outside):
    """Lists that a text leaves open take them, and say so; what is no list of terms says nothing."""
    assert Item(name="节能审查", **fields).outside_printed == outside


def test_what_came_later_has_not_happened():
    """An item as it could be seen before it was adjusted."""
    item = Item(name="节能审查", found_unfit_at="2022-12-01", devolution_adjusted_at="2023-03-01", visits=1)

    seen = item.known_at(datetime(2022, 12, 31, 12))

    assert (seen.found_unfit_at, seen.devolution_adjusted_at, seen.visits) == (date(2022, 12, 1), None, 1)
    assert item.known_at(datetime(2023, 3, 1)) is item


def test_it_is_written_and_read_back_equal():
    """What is written is what was stated, in plain values."""
    item = Item(
        name="节能审查",
        area="鼓楼区",
        item_type="行政征收",
        industry="供电",
        lists=["免证办", "周末办"],
        placement={"on_platform": False, "kept_off_platform_otherwise": "尚未接入", "sub_centre_keeps": ["便利化"]},
        lead_standard={"steps": [], "visits": None},
        devolution_adjusted_at="2022-12-02",
    )

    written = json.loads(item.model_dump_json())

    assert written == {
        "name": "节能审查",
        "area": "350102",
        "item_type": "行政征收",
        "industry": "供电",
        "lists": ["免证办", "周末办"],
        "placement": {"on_platform": False, "kept_off_platform_otherwise": "尚未接入", "sub_centre_keeps": ["便利化"]},
        "lead_standard": {"steps": [], "visits": None},
        "devolution_adjusted_at": "2022-12-02",
    }
    assert Item(**written) == item


def test_a_placement_says_only_what_was_said():
    """Nothing stated is nothing known; a no is a statement."""
    assert ItemPlacement() != ItemPlacement(on_platform=None)
    assert ItemPlacement(on_platform="true").on_platform is True
    assert ItemPlacement(sub_centre_keeps=["规范化"]).sub_centre_keeps == (CentreRequirement.REGULATED,)
    assert ItemPlacement().name_in_reports == ""
