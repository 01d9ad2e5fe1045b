"""Entries of the directory and collections of data that are made up: what they promise about the clauses holds."""

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from zwfw import Area, check
from zwfw.records import DataCollection, DataDirectoryEntry
from zwfw.rules import find_rule
from zwfw.testing.data_directories import (
    VIOLATIONS,
    conforming_data_directory_entries,
    data_collections,
    data_directory_entries,
)
from zwfw.testing.strategies import hindsight, violating

FEW = settings(max_examples=8)
FAST = settings(max_examples=5000, phases=[Phase.generate], database=None)


def reasons(record):
    """The reasons of all answers."""
    return {each.reason for each in check(record, hindsight()).outcomes}


def breaches(record):
    """The reasons of what is breached."""
    return [each.reason for each in check(record, hindsight()).breaches]


@FEW
@given(
    entry=data_directory_entries(area="莆田市", sharing=st.sampled_from(["无条件共享", None])),
    found=data_collections(collected=["面积"]),
)
def test_strategies_take_values_and_strategies(entry, found):
    """What is given is stated just so."""
    assert entry.area == Area("350300")
    assert entry.sharing in ("无条件共享", None)
    assert found.collected == ("面积",)


ANY = {"area": "莆田市"}
PLAIN = ANY | {"of_secret_item": False}


@pytest.mark.parametrize(
    ("drawn", "answer"),
    [
        (data_directory_entries(**ANY), "secrecy-law-not-followed"),
        (data_directory_entries(**ANY), "secret-follows-secrecy-law"),
        (data_directory_entries(**PLAIN), "directory-element-missing"),
        (data_directory_entries(**PLAIN), "nothing-compiled"),
        (data_directory_entries(**PLAIN), "directory-before-the-norms"),
        (data_directory_entries(**PLAIN), "compiled-before-requirements"),
        (data_directory_entries(**PLAIN), "not-compiled"),
        (data_directory_entries(**PLAIN), "reviewed-before-compiled"),
        (data_directory_entries(**PLAIN), "not-reviewed"),
        (data_directory_entries(**PLAIN), "pooled-before-reviewed"),
        (data_directory_entries(**PLAIN), "not-pooled"),
        (data_directory_entries(**PLAIN), "not-compiled-by-department"),
        (data_collections(**ANY), "met"),
        (data_collections(**ANY), "collected-outside-directory"),
        (data_collections(**ANY), "nothing-collected"),
        (data_collections(**ANY), "not-yet-in-force"),
        (data_collections(**ANY), "not-stated"),
    ],
)
def test_what_is_drawn_reaches_every_answer(drawn, answer):
    """Not only what is kept."""
    assert find(drawn, lambda record: answer in reasons(record), settings=FAST)


@pytest.mark.parametrize("is_secret", [True, False])
def test_conforming_entries_are_of_secret_items_too(is_secret):
    """Those are managed by the law on secrecy."""
    assert find(conforming_data_directory_entries(), lambda entry: entry.of_secret_item is is_secret, settings=FAST)


def test_each_kind_of_record_has_its_violations():
    """Three rules about entries, one about collections."""
    kinds = [find_rule(rule_id).record for rule_id in VIOLATIONS]

    assert kinds == [DataDirectoryEntry] * 3 + [DataCollection]


@pytest.mark.parametrize(
    "wanted",
    [
        "compiled-before-requirements",
        "reviewed-before-compiled",
        "pooled-before-reviewed",
        "requirements-not-by-data-body",
        "not-compiled-by-department",
        "not-reviewed-by-data-body",
    ],
)
def test_the_order_is_broken_in_every_way(wanted):
    """Each branch is drawn."""
    broken = violating("data_directories.compiled-in-order")

    assert find(broken, lambda entry: breaches(entry) == [wanted], settings=FAST)
