"""Review points that are made up: what they promise about the clause holds."""

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from zwfw import check
from zwfw.testing.review_points import review_points
from zwfw.testing.strategies import hindsight, violating

FEW = settings(max_examples=15)
FAST = settings(max_examples=3000, phases=[Phase.generate], database=None)


@FEW
@given(point=review_points(standard=st.sampled_from(["各栏均已填写", None]), found_objective=True))
def test_review_points_takes_values_and_strategies(point):
    """What is given is stated just so."""
    assert point.standard in ("各栏均已填写", None)
    assert point.found_objective is True
    assert {"standard", "found_objective"} <= point.model_fields_set


def test_review_points_names_fields_that_do_not_exist():
    """A misspelt field is refused before anything is drawn."""
    with pytest.raises(TypeError, match="expected fields of ReviewPoint, got standart"):
        review_points(standart=None)


@pytest.mark.parametrize("answer", ["met", "not-stated", "review-point-not-looked-at", "review-point-without-subject"])
def test_review_points_are_of_every_kind(answer):
    """Clear, little known, not looked at, without an object: each is drawn."""

    def is_it(point):
        return {each.reason for each in check(point, hindsight()).outcomes} == {answer}

    assert find(review_points(), is_it, settings=FAST)


@pytest.mark.parametrize(
    "wanted", [{"review-point-without-standard"}, {"review-point-without-subject"}, {"review-point-not-objective"}]
)
def test_the_rule_is_broken_in_every_way(wanted):
    """Each of the three qualities is missing by itself."""

    def is_it(record):
        return {each.reason for each in check(record, hindsight()).breaches} == wanted

    assert find(violating("review_points.clear", area="厦门市"), is_it, settings=FAST)
