"""Bundles that are made up: those that conform keep every clause, and each spoilt one breaks one rule."""

import pytest
from hypothesis import Phase, find, given, settings

from zwfw import check
from zwfw.records import Bundle
from zwfw.testing.bundles import bundles, conforming_bundles
from zwfw.testing.verdicts import hindsight, violating

FEW = settings(max_examples=15)
FAST = settings(max_examples=2000, phases=[Phase.generate], database=None)


def first(strategy, has_it):
    """The first that is drawn and has it, not made smaller."""
    return find(strategy, has_it, settings=FAST)


def places(bundle):
    """Where it breaks a clause."""
    return {outcome.path for outcome in check(bundle, hindsight()).breaches}


@pytest.mark.parametrize(
    "has_it",
    [
        lambda bundle: bundle.fully_online and (bundle.visits or 0) > 1,
        lambda bundle: not bundle.fully_online and bundle.visits == 0,
        lambda bundle: not bundle.departments and bundle.crosses_levels,
        lambda bundle: not bundle.on_priority_list and not bundle.on_platform,
        lambda bundle: bundle.area.is_within("涵江区") and bundle.windows is None,
        lambda bundle: bundle.area.is_within("厦门市"),
    ],
)
def test_conforming_bundles_go_many_ways(has_it):
    """Each way that a bundle can keep the clauses is drawn sooner or later."""
    assert check(first(conforming_bundles(), has_it), hindsight()).ok


def test_elsewhere_a_bundle_keeps_nothing_and_breaks_nothing():
    """The province's text has no clause that a single bundle could keep."""
    report = check(first(conforming_bundles(area="鼓楼区"), lambda _: True), hindsight())

    assert {outcome.state.name for outcome in report.outcomes} <= {"NOT_APPLICABLE"}


@pytest.mark.parametrize(
    ("rule_id", "area", "wanted"),
    [
        ("bundles.fit-to-bundle", "仙游县", {"items"}),
        ("bundles.fit-to-bundle", "仙游县", {"departments"}),
        ("bundles.fit-to-bundle", "仙游县", {"is_closely_related"}),
        ("bundles.fit-to-bundle", "仙游县", {"is_numerous"}),
        ("bundles.fit-to-bundle", "涵江区", {"is_concentrated_in_time"}),
        ("bundles.fit-to-bundle", "涵江区", {"concerns_many"}),
        ("bundles.fit-to-bundle", "涵江区", {"is_frequent"}),
        ("bundles.fit-to-bundle", "厦门市", {"is_closely_related"}),
        ("bundles.fit-to-bundle", "厦门市", {"in_great_demand"}),
        ("bundles.online-or-one-visit", "涵江区", {"visits"}),
        ("bundles.online-or-one-visit", "仙游县", {"visits"}),
        ("bundles.one-place-window-visit", "涵江区", {"places"}),
        ("bundles.one-place-window-visit", "涵江区", {"windows"}),
        ("bundles.one-place-window-visit", "涵江区", {"visits"}),
    ],
)
def test_a_rule_is_broken_in_each_of_its_ways(rule_id, area, wanted):
    """Each way is drawn sooner or later."""
    assert first(violating(rule_id, area=area), lambda bundle: places(bundle) == wanted)


@FEW
@given(bundle=bundles(visits=2))
def test_bundles_state_what_is_given(bundle):
    """Given fields are stated just so."""
    assert bundle.visits == 2
    assert "visits" in bundle.model_fields_set


def test_bundles_state_all_or_next_to_nothing():
    """Both ends are drawn."""
    assert first(bundles(), lambda bundle: bundle.model_fields_set == {"name"})
    assert first(bundles(), lambda bundle: bundle.model_fields_set == set(Bundle.model_fields))


def test_bundles_name_fields_that_do_not_exist():
    """A misspelt field is refused before anything is drawn."""
    with pytest.raises(TypeError, match=r"expected fields of Bundle, got nmae"):
        bundles(nmae="甲")
