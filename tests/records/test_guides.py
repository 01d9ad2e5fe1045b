"""What a guide and a pair of guides take, and how they are read."""

import json
from datetime import date, datetime

import pytest
from pydantic import ValidationError

from zwfw import Area
from zwfw.norms import norm
from zwfw.records import DataManagement, Guide, GuideAccess, GuidePair, GuideSite, ServiceStandard
from zwfw.records.guides import UnboundGuideOutcome


def test_only_the_name_is_required():
    """What is not said of a guide is unknown."""
    guide = Guide(name="节能审查")

    assert guide.model_fields_set == {"name"}
    with pytest.raises(ValidationError):
        Guide()


def test_terms_are_read():
    """Printed terms become members; where a list is open another text stays, and is told to be outside."""
    guide = Guide(
        name="节能审查",
        published_on=["福建省网上办事大厅", "部门门户网站", "莆田发布"],
        access=["纸质", "手机扫码", "折页"],
        data_management=["联动管理"],
    )

    assert guide.published_on == (GuideSite.PROVINCIAL_HALL, GuideSite.DEPARTMENT_PORTAL, "莆田发布")
    assert guide.access == (GuideAccess.PAPER, GuideAccess.SCAN, "折页")
    assert guide.data_management == (DataManagement.LINKED,)
    assert guide.outside_printed == {"published_on": ("莆田发布",), "access": ("折页",)}


def test_the_requirements_of_data_are_a_closed_list():
    """Putian prints three and no 等."""
    with pytest.raises(ValidationError):
        Guide(name="节能审查", data_management=["数据共享"])


@pytest.mark.parametrize(
    ("kind", "norms"),
    [
        (DataManagement, ["putian-2025/art-8#3"]),
        (UnboundGuideOutcome, ["fujian-2022/1.2.9#4"]),
    ],
)
def test_the_members_are_those_of_the_texts(kind, norms):
    """In their order."""
    assert [norm(name).members for name in norms] == [tuple(each.value for each in kind)] * len(norms)


@pytest.mark.parametrize(
    ("name", "calls_it"), [("fujian-2022/2.1.1#1", "闽政通APP"), ("xiamen-2022/2.1.1#3", "闽政通APP")]
)
def test_the_ways_to_get_a_guide(name, calls_it):
    """The three that are printed come first; paper and QR code are Hanjiang's for the window."""
    printed = tuple(each.value for each in GuideAccess)[:3]

    assert norm(name).members == printed
    assert calls_it in printed


def test_what_is_later_has_not_happened():
    """Of each of the four moments."""
    guide = Guide(
        name="节能审查",
        updated_at="2025-06-03",
        addition_requested_at="2025-06-04",
        bound_at="2025-06-05T10:00",
        withdrawn_at="2025-06-06",
    )

    seen = guide.known_at(datetime(2025, 6, 4, 12))

    assert (seen.updated_at, seen.addition_requested_at) == (date(2025, 6, 3), date(2025, 6, 4))
    assert (seen.bound_at, seen.withdrawn_at) == (None, None)


def test_a_pair_is_seen_as_of_a_moment():
    """Both of its guides are."""
    pair = GuidePair(
        online={"name": "节能审查", "updated_at": "2025-06-03"},
        offline={"name": "节能审查", "updated_at": "2025-06-05"},
    )

    seen = pair.known_at(datetime(2025, 6, 4))

    assert (seen.online.updated_at, seen.offline.updated_at) == (date(2025, 6, 3), None)


def test_the_name_of_a_pair():
    """That of the online guide, with its code."""
    pair = GuidePair(online={"name": "节能审查", "code": "0104"}, offline={"name": "节能评估"}, area="厦门市")

    assert pair.name_in_reports == "节能审查 0104"
    assert pair.area == Area("350200")


@pytest.mark.parametrize("lacking", ["online", "offline"])
def test_a_pair_has_both(lacking):
    """One guide is none."""
    with pytest.raises(ValidationError, match=lacking):
        GuidePair(**{name: {"name": "节能审查"} for name in ("online", "offline") if name != lacking})


def test_practice_is_a_standard_of_its_own():
    """Aspect by aspect."""
    guide = Guide(name="节能审查", practice={"materials": ["节能报告"], "visits": 2})

    assert guide.practice == ServiceStandard(materials=["节能报告"], visits=2)
    with pytest.raises(ValidationError):
        Guide(name="节能审查", practice={"visits": -1})


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"practice": None, "published_on": [], "withdrawn_at": None},
        {
            "area": "莆田市",
            "materials": [{"name": "节能报告"}],
            "practice": {"steps": ["受理"], "promised_working_days": 6},
            "access": ["二维码", "折页"],
            "bound_at": "2025-06-05T10:00",
            "item_special_steps": ["专家评审"],
        },
    ],
)
def test_written_and_read_back(fields):
    """The same comes back, and what was not stated stays so; alone and in a pair."""
    guide = Guide(name="节能审查", **fields)
    pair = GuidePair(online=guide, offline={"name": "节能审查"})

    again = Guide.model_validate_json(guide.model_dump_json())

    assert again == guide
    assert again.model_fields_set == {"name", *fields}
    assert GuidePair.model_validate_json(pair.model_dump_json()) == pair
    assert set(json.loads(guide.model_dump_json())) == {"name", *fields}
