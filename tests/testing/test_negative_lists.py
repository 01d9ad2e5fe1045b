"""Entries of negative lists that are made up: those that conform keep every clause, each spoilt one breaks one rule."""

import pytest
from hypothesis import Phase, find, settings

from zwfw import AreaLevel, check
from zwfw.records import NegativeListEntry
from zwfw.testing.negative_lists import conforming_negative_list_entries, negative_list_entries
from zwfw.testing.verdicts import hindsight, violating

FAST = settings(max_examples=2000, phases=[Phase.generate], database=None)


def first(strategy, has_it):
    """The first that is drawn and has it, not made smaller."""
    return find(strategy, has_it, settings=FAST)


def reasons(entry):
    """Why it breaks a clause."""
    return [outcome.reason for outcome in check(entry, hindsight()).breaches]


@pytest.mark.parametrize(
    ("area", "has_it"),
    [
        ("思明区", lambda entry: not entry.in_centre and entry.list_name == "《思明区政务服务中心进驻事项负面清单》"),
        ("厦门市", lambda entry: not entry.in_centre and entry.level is AreaLevel.TOWNSHIP),
        ("涵江区", lambda entry: not entry.in_centre and not entry.on_platform),
        ("涵江区", lambda entry: entry.in_centre and not entry.grounds),
        ("鼓楼区", lambda entry: entry.on_list and entry.level is AreaLevel.VILLAGE),
        ("鼓楼区", lambda entry: entry.carried_below and entry.is_frequent and entry.can_be_carried_below),
    ],
)
def test_conforming_entries_go_many_ways(area, has_it):
    """In the centre and out of it, at every level."""
    assert check(first(conforming_negative_list_entries(area=area), has_it), hindsight()).ok


@pytest.mark.parametrize(
    ("rule_id", "area", "wanted"),
    [
        ("negative_lists.must-be-in-the-centre", "鼓楼区", ["off-list-item-outside"]),
        ("negative_lists.must-be-in-the-centre", "厦门市", ["off-list-item-outside", "item-without-ground-outside"]),
        ("negative_lists.must-be-in-the-centre", "厦门市", ["item-without-ground-outside"]),
        ("negative_lists.must-be-in-the-centre", "涵江区", ["off-the-joint-platform"]),
        ("negative_lists.list-made-by", "鼓楼区", ["list-made-by-others"]),
        ("negative_lists.list-made-by", "厦门市", ["list-made-by-others", "list-made-by-others"]),
        ("negative_lists.list-title", "厦门市", ["list-title-differs"]),
        ("negative_lists.reason-and-decision", "鼓楼区", ["no-reason-for-staying-out"]),
        ("negative_lists.reason-and-decision", "鼓楼区", ["not-decided-by-office"]),
        ("negative_lists.reason-and-decision", "厦门市", ["not-put-by-the-city"]),
        ("negative_lists.no-separate-counter", "鼓楼区", ["village-counter-apart"]),
        ("negative_lists.sub-centre-for-what-cannot", "涵江区", ["sub-centre-not-set-up"]),
        ("negative_lists.sub-centre-for-what-cannot", "涵江区", ["sub-centre-below-standard"]),
        ("negative_lists.sub-centre-for-what-cannot", "涵江区", ["sub-centre-without-guidance"]),
        ("negative_lists.carried-below", "厦门市", ["not-carried-below"]),
        ("negative_lists.brought-to-villages", "鼓楼区", ["not-brought-to-villages"]),
    ],
)
def test_a_rule_is_broken_in_each_of_its_ways(rule_id, area, wanted):
    """Each way is drawn sooner or later."""
    assert first(violating(rule_id, area=area), lambda entry: reasons(entry) == wanted)


def test_entries_state_what_is_given_all_or_next_to_nothing():
    """Both ends are drawn."""
    assert first(negative_list_entries(level="乡"), lambda entry: entry.model_fields_set == {"item", "level"})
    assert first(negative_list_entries(), lambda entry: entry.model_fields_set == set(NegativeListEntry.model_fields))


def test_entries_name_fields_that_do_not_exist():
    """A misspelt field is refused before anything is drawn."""
    with pytest.raises(TypeError, match=r"expected fields of NegativeListEntry, got ground"):
        negative_list_entries(ground=[])
