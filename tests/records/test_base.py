"""What every record shares."""

from datetime import datetime

import pytest

from zwfw.records import Guide, GuidePair, Item, ItemElements, Material
from zwfw.records.stated import Unstated, View


def test_a_record_shows_what_it_states():
    """What was not stated is not shown, and what is shown makes an equal record."""
    item = Item(name="节能审查", visits=0, materials=[{"name": "节能报告"}])

    assert repr(item) == "Item(name='节能审查', materials=(Material(name='节能报告'),), visits=0)"
    assert eval(repr(item), {"Item": Item, "Material": Material}) == item  # noqa: S307  (what a record shows of itself)


@pytest.mark.parametrize(
    ("facts", "outside"),
    [
        ({}, {}),
        ({"item_type": None}, {}),
        ({"item_type": "行政许可"}, {}),
        ({"item_type": "行政征收"}, {"item_type": ("行政征收",)}),
        ({"stages": ["受理", "公示", "决定", "送达"]}, {"stages": ("公示", "送达")}),
        (
            {"results": [{"name": "甲", "kind": "证照"}, {"name": "乙", "kind": "通知"}]},
            {"results[1].kind": ("通知",)},
        ),
        # a list that no text leaves open, and a field that takes any text
        ({"exercising_level": "市级", "department": "某局"}, {}),
    ],
    ids=["unstated", "none", "printed", "other", "some", "in a part", "closed"],
)
def test_terms_outside_the_printed_ones_are_told(facts, outside):
    """An open list takes other terms, and says which they are."""
    assert ItemElements(name="节能审查", **facts).outside_printed == outside


def test_terms_outside_the_printed_ones_are_told_of_a_part_that_stands_alone():
    """The path leads through a part that is no list."""
    pair = GuidePair(online=Guide(name="甲", published_on=["某网站"]), offline=Guide(name="甲"))

    assert pair.outside_printed == {"online.published_on": ("某网站",)}


def test_what_came_later_is_not_seen_in_a_part_that_stands_alone():
    """A guide that was updated after the moment of looking was not updated yet."""
    pair = GuidePair(
        online=Guide(name="甲", updated_at="2025-06-03"), offline=Guide(name="甲", updated_at="2025-06-05T09:00")
    )

    seen = pair.known_at(datetime(2025, 6, 4, 12))

    assert (seen.online.updated_at.day, seen.offline.updated_at) == (3, None)
    assert pair.known_at(datetime(2025, 6, 5, 9)) is pair


def test_a_view_of_a_part_that_stands_alone_has_its_path():
    """What it does not state is named from the record on, and what comes later is not seen."""
    pair = GuidePair(online=Guide(name="甲"), offline=Guide(name="甲", updated_at="2025-06-05"))
    view = View(pair, as_of=datetime(2025, 6, 4))

    assert view.offline.updated_at is None
    with pytest.raises(Unstated, match=r"^online\.updated_at$"):
        view.online.updated_at  # noqa: B018  (reading is what raises)
