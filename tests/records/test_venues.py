"""What a venue and its equipment take, and how they are read."""

import pytest
from pydantic import ValidationError

from zwfw import Area
from zwfw.areas import AreaLevel
from zwfw.norms import norm
from zwfw.records import AccessFacility, ConvenienceItem, Equipment, EquipmentKind, Venue, VenueKind


def test_only_the_name_is_required():
    """What is not said of a venue is unknown; of equipment, all may be."""
    assert Venue(name="甲镇便民服务中心").model_fields_set == {"name"}
    assert Equipment().model_fields_set == set()
    with pytest.raises(ValidationError):
        Venue()
    with pytest.raises(ValidationError):
        Venue(name="")


def test_terms_are_read():
    """Printed terms become members; where a list is open another text stays, and is told to be outside."""
    venue = Venue(
        name="涵江区政务服务中心",
        area="涵江区",
        kind="政务服务中心",
        level="县",
        access_facilities=["无障碍通道", "盲道"],
        convenience_items=["轮椅", "雨伞"],
        equipment=[{"kind": "打印机", "count": 1}, {"kind": "税务自助终端"}],
    )

    assert (venue.area, venue.kind, venue.level) == (Area("350303"), VenueKind.CENTRE, AreaLevel.COUNTY)
    assert venue.access_facilities == (AccessFacility.RAMP, "盲道")
    assert venue.convenience_items == (ConvenienceItem.WHEELCHAIR, "雨伞")
    assert venue.equipment[0].kind is EquipmentKind.PRINTER
    assert venue.outside_printed == {
        "access_facilities": ("盲道",),
        "convenience_items": ("雨伞",),
        "equipment[1].kind": ("税务自助终端",),
    }


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "服务大厅"},
        {"level": "地"},
        {"self_service_hours": 25},
        {"self_service_hours": -1},
        {"full_time_managers": -1},
        {"equipment": [{"count": -1}]},
        {"rooms": 3},
    ],
)
def test_what_cannot_be_is_refused(wrong):
    """The kinds of venue are a closed list, a day has 24 hours, and nothing counts below nought."""
    with pytest.raises(ValidationError):
        Venue(name="甲", **wrong)


@pytest.mark.parametrize(
    ("kind", "norms"),
    [
        (AccessFacility, ["fujian-2022/3.7.1#1", "xiamen-2022/3.7.1#1"]),
        (ConvenienceItem, ["fujian-2022/3.7.1#2", "xiamen-2022/3.7.1#2"]),
    ],
)
def test_the_members_are_those_of_the_texts(kind, norms):
    """In their order."""
    assert [norm(name).members for name in norms] == [tuple(each.value for each in kind)] * len(norms)


def test_the_kinds_of_venue_are_putians_and_the_sub_centre():
    """Three for the four levels, and the hall of a department."""
    assert {each.value for each in VenueKind} == {*norm("putian-2025/art-11#2").members, "政务服务分中心"}


def test_the_devices_of_hanjiang_are_kinds():
    """The list of what a township has for applying online."""
    assert {each.value for each in EquipmentKind} >= {*norm("hanjiang-2023/task-10#10").members}


def test_a_venue_survives_json():
    """With its parts, and a zone as its area."""
    zone = {"zone": "莆田高新区", "kind": "高新区", "under": "350303"}
    venue = Venue(name="莆田高新区政务服务中心", area=zone, equipment=[{"kind": "高拍仪", "count": None}], staff=[])

    assert Venue.model_validate_json(venue.model_dump_json()) == venue
    assert venue.name_in_reports == "莆田高新区政务服务中心"
