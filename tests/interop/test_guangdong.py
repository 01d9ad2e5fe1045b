"""Guangdong's items are read; 无 means that nothing is stated, and an unstated time is never a time of none."""

import json
import os
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zwfw import Context, check
from zwfw.errors import MalformedJSONError
from zwfw.interop import guangdong
from zwfw.records import ExercisingLevel, Item, ItemType, Material

REAL_DATA = Path(os.environ.get("ZWFW_REAL_DATA") or Path(__file__).parents[3] / "shared/data")


@pytest.fixture(scope="module")
def lines():
    """The text of the real items."""
    path = REAL_DATA / "guangdong-items-sample.jsonl"
    if not path.exists():
        pytest.skip(f"no real records at {path}")
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def real(lines):
    """What is read of the real items."""
    return guangdong.read(lines)


def read(**fields):
    """What is read of one item with these fields."""
    return guangdong.read({"TASK_NAME": "节能审查"} | fields)


def stated(record):
    """What a record states beside its name."""
    return {name: getattr(record, name) for name in record.model_fields_set - {"name"}}


def test_the_first_real_item_is_read(real):
    """A rise of prices declared to the province's reform commission, typed by hand from its line."""
    assert real.items[0] == Item(
        name="临时价格干预范围事项提价申报",
        code="11440000006939756B2440101007000",
        item_type="行政许可",
        exercising_level="省级",
        department="广东省发展和改革委员会",
        service_objects=["自然人", "企业法人", "事业法人", "社会组织法人", "非法人企业", "行政机关", "其他组织"],
        materials=[{"name": "提价申报申请报告"}],
        statutory_working_days=30,
        promised_working_days=7,
        visits=0,
    )


def test_the_third_real_item_is_named_by_how_it_is_handled(real):
    """Its handling item is 延续, which the name of the matter alone does not say; statutory 20, promise 8."""
    found = real.items[2]

    assert found.name == "实验动物生产许可(延续)"
    assert found.code == "11440000006939801C244010300100104"
    assert (found.statutory_working_days, found.promised_working_days) == (20, 8)


# Counted in the file by a script that only asks which texts there are: (value, how often).
STATUTORY = {
    1: 55, 2: 1, 5: 4, 10: 5, 15: 4, 20: 52, 30: 29, 40: 3, 44: 1, 45: 20, 60: 12, 80: 1, 85: 1, 90: 21, 150: 1, 180: 6,
    365: 2,
}  # fmt: skip
PROMISED = {
    1: 166, 2: 3, 3: 5, 4: 3, 5: 13, 7: 3, 8: 5, 9: 1, 10: 11, 12: 1, 13: 3, 14: 1, 15: 6, 18: 1, 20: 4, 22: 1, 25: 1,
    30: 7, 45: 1, 60: 1, 120: 1, 180: 5, 364: 2,
}  # fmt: skip


def counted(items, name):
    """How often each value of a field is stated, and how often it is not."""
    held = [each for each in items if name in each.model_fields_set]
    return Counter(getattr(each, name) for each in held), len(items) - len(held)


def test_all_real_items_are_read(real):
    """All 324, without a fault."""
    assert (len(real.items), real.faults, real.entries, real.special_steps) == (324, (), (), ())


def test_the_real_times(real):
    """106 items have no statutory time and 79 no promise; all others are in working days."""
    assert counted(real.items, "statutory_working_days") == (STATUTORY, 106)
    assert counted(real.items, "promised_working_days") == (PROMISED, 79)
    assert sum(STATUTORY.values()) + 106 == sum(PROMISED.values()) + 79 == 324
    for name in ("statutory_calendar_days", "promised_calendar_days"):
        assert counted(real.items, name) == ({}, 324)


def test_the_real_visits_types_and_levels(real):
    """16 items ask for one visit, 308 for none."""
    assert counted(real.items, "visits") == ({0: 308, 1: 16}, 0)
    assert counted(real.items, "exercising_level") == ({ExercisingLevel.PROVINCE: 290, ExercisingLevel.CITY: 34}, 0)
    assert counted(real.items, "item_type") == (
        {
            ItemType.PUBLIC_SERVICE: 227,
            ItemType.LICENCE: 73,
            ItemType.OTHER_POWER: 11,
            ItemType.REWARD: 8,
            ItemType.CONFIRMATION: 4,
            ItemType.PAYMENT: 1,
        },
        0,
    )


def test_the_real_materials(real, lines):
    """203 items say 无 and some have an empty list; the others name 523 materials in all, and nothing but names."""
    empty = sum(json.loads(line)["material_intro"] == [] for line in lines.splitlines())
    held = [each for each in real.items if "materials" in each.model_fields_set]

    assert len(held) == 324 - 203 - empty
    assert sum(len(each.materials) for each in held) == len(real.materials) == 523
    assert all(stated(each) == {} for each in real.materials)


def test_nothing_of_the_real_items_is_lost(real, lines):
    """Each field of each item is in one of two heaps, what was read or what was kept, and never in both."""
    for index, row in enumerate(map(json.loads, lines.splitlines())):
        aside = {each.path: each.value for each in real.unknown if each.record == index}
        read = {each.path for each in real.read if each.record == index}
        assert aside.keys() | read == row.keys()
        assert not aside.keys() & read
        assert all(row[name] == value for name, value in aside.items())


@pytest.mark.parametrize("area", ["350100", "350203", "350303"])
def test_the_real_items_are_checked_without_false_certainty(real, area):
    """As if they were of Fuzhou, Xiamen or Hanjiang: nothing raises, and what is broken is what an item says.

    They state no more than names of their materials, so only words in those can be at fault.
    """
    report = check(real.items, Context(area=area, as_of=date(2025, 12, 31)))

    assert len(report.answers) == 324
    assert all(any(each.missing for each in answer.outcomes) for answer in report.answers)
    assert {each.path.partition("[")[0] for each in report.breaches} <= {"materials", *CERTAIN}


# What a clause breaks by a figure that the item states, whatever else it leaves open.
CERTAIN = ("statutory_working_days", "promised_working_days", "visits")


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("handle_time", "7(工作日)", {"statutory_working_days": 7}),
        ("handle_time", "20(自然日)", {"statutory_calendar_days": 20}),
        ("handle_time", "20（自然日）", {"statutory_calendar_days": 20}),
        ("handle_time", "0(工作日)", {}),
        ("handle_time", "无", {}),
        ("handle_time", " 无 ", {}),
        ("handle_time", "20", {}),
        ("handle_time_limit", "0(工作日)", {"promised_working_days": 0}),
        ("handle_time_limit", "5 (工作日)", {"promised_working_days": 5}),
        ("handle_time_limit", "无", {}),
        ("visit_number", "0", {"visits": 0}),
        ("visit_number", 1, {"visits": 1}),
        ("visit_number", "无", {}),
        ("material_intro", ["申请表", "  照片\u3000"], {"materials": (Material(name="申请表"), Material(name="照片"))}),
        ("material_intro", "无", {}),
        ("material_intro", ["无"], {}),
        ("material_intro", [], {}),
        ("service_object_name", ["自然人"], {"service_objects": ("自然人",)}),
        ("matter_level", "县级", {"exercising_level": ExercisingLevel.COUNTY}),
        ("TASK_TYPE_TEXT", "行政征收", {"item_type": "行政征收"}),
        ("AREACODE", "440000", {}),
        ("accept_standard", "符合条件的", {}),
    ],
)
def test_fields(field, value, expected):
    """What a field says, and what it leaves unknown without a fault."""
    found = read(**{field: value})

    assert stated(found.items[0]) == expected
    assert found.faults == ()
    assert ([each.path for each in found.unknown] == [field]) is (not expected)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("handle_time", "3(小时)"),
        ("handle_time", "即时办结"),
        ("handle_time", "99999(工作日)"),
        ("handle_time_limit", "-1(工作日)"),
        ("visit_number", "-1"),
        ("visit_number", [0]),
        ("material_intro", "申请表"),
        ("material_intro", ["申请表", 3]),
        ("material_intro", ["申请表", ""]),
        ("service_object_name", {"自然人": True}),
        ("matter_level", "部级"),
        ("TASK_CODE", 11),
    ],
)
def test_what_cannot_be_read_is_told(field, value):
    """And kept; the item is read without it."""
    found = read(**{field: value}, DEPT_NAME="某局")

    assert [(each.record, each.path) for each in found.faults] == [(0, field)]
    assert [(each.path, each.value) for each in found.unknown] == [(field, value)]
    assert stated(found.items[0]) == {"department": "某局"}
    assert found.materials == ()


@pytest.mark.parametrize(
    "fields", [{}, {"TASK_NAME": None}, {"TASK_NAME": "无"}, {"TASK_NAME": 3}, {"matter_name": "x"}]
)
def test_an_item_without_a_name_is_no_record(fields):
    """It is told, and all of it is kept."""
    found = guangdong.read([fields, {"TASK_NAME": "节能审查"}])

    assert [(each.record, each.path) for each in found.faults] == [(0, "TASK_NAME")]
    assert [each.path for each in found.unknown] == [*fields]
    assert len(found.items) == 1


def test_what_is_no_json_is_one_error():
    """As for the other portal."""
    with pytest.raises(MalformedJSONError, match=r"^no JSON at line 1, column 1: expecting value$"):
        guangdong.read("办事指南")


FIELDS = ["TASK_NAME", "TASK_CODE", "handle_time", "visit_number", "material_intro", "service_object_name", "x"]
VALUES = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.text() | st.integers())


@settings(max_examples=100)
@given(rows=st.lists(st.dictionaries(st.sampled_from(FIELDS), VALUES) | VALUES, max_size=3))
def test_whatever_is_brought_is_read(rows):
    """No exception; each record is in the result somewhere, and rules can be asked about the items."""
    found = guangdong.read(rows)

    told = {each.record for each in (*found.read, *found.unknown, *found.faults)}
    assert told == set(range(len(rows)))
    check(found.items, Context(area="350203", as_of=date(2025, 6, 30)))
