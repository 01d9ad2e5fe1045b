"""Lists that are made up: those that conform keep every clause, and each spoilt one breaks one rule."""

import pytest
from hypothesis import Phase, find, given, settings

from zwfw import Area, AreaLevel, check
from zwfw.records import ItemList, ItemListKind
from zwfw.testing.lists import conforming_item_lists, item_lists
from zwfw.testing.verdicts import hindsight, violating

FEW = settings(max_examples=15)
FAST = settings(max_examples=2000, phases=[Phase.generate], database=None)


def first(strategy, has_it):
    """The first that is drawn and has it, not made smaller."""
    return find(strategy, has_it, settings=FAST)


def reasons(held):
    """Why it breaks a clause."""
    return [outcome.reason for outcome in check(held, hindsight()).breaches]


@pytest.mark.parametrize(
    "has_it",
    [
        lambda held: held.kind is ItemListKind.POWERS_AND_DUTIES and held.licences,
        lambda held: held.kind is ItemListKind.LICENCES,
        lambda held: isinstance(held.kind, str),
        lambda held: any(entry.catalogue_name is None for entry in held.entries or ()),
    ],
)
def test_conforming_lists_go_many_ways(has_it):
    """Of kinds that rules speak of and of others, with entries of the catalogue and without."""
    assert check(first(conforming_item_lists(area="厦门市"), has_it), hindsight()).ok


@pytest.mark.parametrize(
    ("area", "document"), [("厦门市", "xiamen-2022"), ("涵江区", "hanjiang-2023"), ("莆田市", "putian-2025")]
)
def test_conforming_lists_are_held_against_the_documents_of_their_area(area, document):
    """The nearest document is cited for one of them."""

    def cites(held):
        return document in {ref.document for outcome in check(held, hindsight()).outcomes for ref in outcome.clauses}

    assert first(conforming_item_lists(area=area), cites).area == Area.find(area)


@pytest.mark.parametrize(
    ("rule_id", "area", "wanted"),
    [
        ("lists.licence-list-published", "鼓楼区", ["list-not-published"]),
        ("lists.licence-list-published", "鼓楼区", ["list-not-compiled"]),
        ("lists.licence-list-published", "鼓楼区", ["list-not-compiled", "list-not-published"]),
        ("lists.power-list-in-order", "鼓楼区", ["power-list-changed-too-early"]),
        ("lists.power-list-in-order", "鼓楼区", ["power-list-filed-too-early"]),
        ("lists.power-list-filed", "鼓楼区", ["filed-at-other-level"]),
        ("lists.power-list-filed", "鼓楼区", ["not-filed-with-office"]),
        ("lists.power-list-filed", "厦门市", ["not-filed-with-office", "not-filed-with-office"]),
        ("lists.power-list-matches", "厦门市", ["licences-missing-from-power-list"]),
        ("lists.power-list-matches", "厦门市", ["licences-beyond-licence-list"]),
        ("lists.entries-as-in-catalogue", "鼓楼区", ["entry-name-differs"]),
        ("lists.entries-as-in-catalogue", "鼓楼区", ["entry-type-differs"]),
        ("lists.certificate-free-published", "厦门市", ["list-off-provincial-hall", "list-not-published"]),
    ],
)
def test_a_rule_is_broken_in_each_of_its_ways(rule_id, area, wanted):
    """Each way is drawn sooner or later."""
    assert first(violating(rule_id, area=area), lambda held: reasons(held) == wanted)


@given(held=item_lists(kind="权责清单", level=AreaLevel.COUNTY, filed_at=None))
@FEW
def test_lists_state_what_is_given(held):
    """Given fields are stated just so."""
    assert (held.kind, held.level, held.filed_at) == (ItemListKind.POWERS_AND_DUTIES, AreaLevel.COUNTY, None)
    assert {"kind", "level", "filed_at"} <= held.model_fields_set


def test_lists_state_all_or_next_to_nothing():
    """Both ends are drawn."""
    assert first(item_lists(), lambda held: held.model_fields_set == {"name"})
    assert first(item_lists(), lambda held: held.model_fields_set == set(ItemList.model_fields))


def test_lists_name_fields_that_do_not_exist():
    """A misspelt field is refused before anything is drawn."""
    with pytest.raises(TypeError, match=r"expected fields of ItemList, got nmae"):
        item_lists(nmae="清单")
