"""Figures of reviews that are made up: those that conform keep every clause, and each spoilt one breaks one rule."""

import pytest
from hypothesis import Phase, find, given, settings

from zwfw import check
from zwfw.areas import AreaLevel
from zwfw.records import ReviewStatistics
from zwfw.testing.review_statistics import conforming_review_statistics, review_statistics
from zwfw.testing.verdicts import hindsight, violating

FEW = settings(max_examples=15)
FAST = settings(max_examples=3000, phases=[Phase.generate], database=None)


def first(strategy, has_it):
    """The first that is drawn and has it, not made smaller."""
    return find(strategy, has_it, settings=FAST)


@FEW
@given(figures=conforming_review_statistics())
def test_conforming_figures_keep_every_clause(figures):
    """All is stated, known and kept."""
    assert check(figures, hindsight()).ok
    assert figures.model_fields_set == set(ReviewStatistics.model_fields)


@pytest.mark.parametrize(
    "has_it",
    [
        lambda held: held.year == 2025,
        lambda held: held.reviews == held.cases,
        lambda held: held.offline_active_percent == 90,
        lambda held: held.active_percent == 80,
        lambda held: held.bad_reviews == 0,
        lambda held: held.previous_reviews is None,
        lambda held: held.appraisal_publications == 1,
    ],
)
def test_conforming_figures_reach_their_edges(has_it):
    """Each is drawn sooner or later."""
    assert check(first(conforming_review_statistics(area="厦门市"), has_it), hindsight()).ok


@pytest.mark.parametrize(
    ("rule_id", "has_it"),
    [
        ("review_statistics.volume-at-least-cases", lambda held: held.cases == held.reviews + 1),
        ("review_statistics.active-rate-offline", lambda held: held.offline_active_percent == 89.99),
        ("review_statistics.active-rate-overall", lambda held: held.active_percent == 79.99),
        ("review_statistics.five-level-coverage", lambda held: held.five_level_units == held.window_units - 1),
        ("review_statistics.faking-pursued", lambda held: held.faked_reviews_pursued is None),
        ("review_statistics.bad-reviews-rectified", lambda held: held.bad_reviews_rectified == 0),
    ],
)
def test_a_rule_is_broken_at_its_edges(rule_id, has_it):
    """Each is drawn sooner or later."""
    assert first(violating(rule_id), has_it)


def test_a_figure_of_a_city_is_that_of_the_city_around():
    """Asked for a district, the figures are those of its city, which alone is held to them."""
    found = first(violating("review_statistics.volume-at-least-cases", area="鼓楼区"), lambda _: True)
    any_city = first(violating("review_statistics.volume-at-least-cases", area="350000"), lambda _: True)

    assert found.area.name == "福州市"
    assert any_city.area.level is AreaLevel.CITY


@FEW
@given(figures=review_statistics(bad_reviews_rectified=400, reviews=500))
def test_figures_make_room_for_what_is_given(figures):
    """A part that is given lifts what it is part of, and no given figure is changed."""
    assert (figures.bad_reviews_rectified, figures.reviews) == (400, 500)


def test_figures_state_all_or_next_to_nothing():
    """Both ends are drawn."""
    assert first(review_statistics(), lambda held: held.model_fields_set == {"year"})
    assert first(review_statistics(), lambda held: held.model_fields_set == set(ReviewStatistics.model_fields))


def test_figures_name_fields_that_do_not_exist():
    """A misspelt field is refused before anything is drawn."""
    with pytest.raises(TypeError, match=r"expected fields of ReviewStatistics, got review \(near: reviews\)"):
        review_statistics(review=3)
