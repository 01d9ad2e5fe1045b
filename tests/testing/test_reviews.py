"""Reviews that are made up: those that conform keep every clause, and each spoilt one breaks one rule."""

import pytest
from hypothesis import Phase, find, given, settings

from zwfw import check
from zwfw.records import Review, ReviewGrade, ReviewSystem
from zwfw.testing.reviews import conforming_reviews, reviews
from zwfw.testing.verdicts import hindsight, violating

FEW = settings(max_examples=15)
FAST = settings(max_examples=3000, phases=[Phase.generate], database=None)


def first(strategy, has_it):
    """The first that is drawn and has it, not made smaller."""
    return find(strategy, has_it, settings=FAST)


def reasons(record):
    """Why it breaks a clause."""
    return {outcome.reason for outcome in check(record, hindsight()).breaches}


@FEW
@given(review=conforming_reviews())
def test_conforming_reviews_keep_every_clause(review):
    """All is stated, known and kept."""
    assert check(review, hindsight()).ok
    assert review.model_fields_set == set(Review.model_fields)


@pytest.mark.parametrize(
    ("area", "has_it"),
    [
        ("福建省", lambda held: held.given_at is None),
        ("福建省", lambda held: held.grade is ReviewGrade.VERY_DISSATISFIED and held.registered_at is not None),
        ("福建省", lambda held: held.grade and held.grade.is_bad and held.verified_at is None),
        ("福建省", lambda held: held.grade and held.grade.is_bad and held.upgrade_forced),
        ("厦门市", lambda held: held.grade is ReviewGrade.SATISFIED and not held.searched_for_leads),
        ("厦门市", lambda held: held.grade is ReviewGrade.VERY_SATISFIED and not held.in_depth_analysis),
        ("涵江区", lambda held: not held.served_online and held.reviews_of_matter == 3),
        ("莆田市", lambda held: held.system is ReviewSystem.UNIFIED),
        ("莆田市", lambda held: held.system is ReviewSystem.OWN and held.uploaded_at != held.given_at),
    ],
)
def test_conforming_reviews_go_many_ways(area, has_it):
    """Good and bad ones, of every system, given or not."""
    assert check(first(conforming_reviews(area=area), has_it), hindsight()).ok


@pytest.mark.parametrize(
    ("rule_id", "wanted"),
    [
        ("reviews.after-service", {"reviewed-before-service"}),
        ("reviews.after-service", {"found-reviewed-before-service"}),
        ("reviews.offered-at-windows", {"no-review-device"}),
        ("reviews.offered-at-windows", {"no-review-code"}),
        ("reviews.offered-at-windows", {"reviews-out-of-sight"}),
        ("reviews.offered-at-windows", {"no-paper-review-form"}),
    ],
)
def test_a_rule_is_broken_in_each_of_its_ways(rule_id, wanted):
    """Each way is drawn sooner or later."""
    assert first(violating(rule_id), lambda record: reasons(record) == wanted)


@pytest.mark.parametrize(
    ("rule_id", "area", "has_it"),
    [
        ("reviews.after-service", "鼓楼区", lambda held: held.served_at is None),
        ("reviews.after-service", "鼓楼区", lambda held: held.served_at and held.served_at.day == held.given_at.day),
        ("reviews.called-back-in-time", "鼓楼区", lambda held: held.called_back_at is None),
        ("reviews.called-back-in-time", "鼓楼区", lambda held: held.called_back_at is not None),
        ("reviews.rectification-reported-in-time", "鼓楼区", lambda held: held.reported_at is None),
        ("reviews.rectified-in-order", "鼓楼区", lambda held: held.rectified_at is None),
        ("reviews.rectified-in-order", "鼓楼区", lambda held: held.verified_at is None),
        ("reviews.distributed-daily", "鼓楼区", lambda held: held.distributed_at is None),
        ("reviews.reviewed-once", "涵江区", lambda held: held.served_online),
        ("reviews.reviewed-once", "涵江区", lambda held: not held.served_online),
        ("reviews.analysed-in-depth", "厦门市", lambda held: held.grade is ReviewGrade.SATISFIED),
        ("reviews.searched-for-leads", "厦门市", lambda held: held.grade is ReviewGrade.BASICALLY_SATISFIED),
        ("reviews.upgrade-not-forced", "厦门市", lambda held: held.grade is ReviewGrade.BASICALLY_SATISFIED),
        ("reviews.five-levels-offered", "厦门市", lambda held: held.review_grades == 6),
    ],
)
def test_a_rule_is_broken_at_its_edges(rule_id, area, has_it):
    """Each is drawn sooner or later."""
    assert first(violating(rule_id, area=area), has_it)


@FEW
@given(review=reviews(given_at="2025-06-03", grade="不满意"))
def test_reviews_state_what_is_given(review):
    """Given fields are stated just so, and the others fit them."""
    assert review.grade is ReviewGrade.DISSATISFIED
    assert {"given_at", "grade"} <= review.model_fields_set


def test_reviews_state_all_or_next_to_nothing():
    """Both ends are drawn."""
    assert first(reviews(), lambda held: held.model_fields_set <= {"id", "grade"})
    assert first(reviews(), lambda held: held.model_fields_set == set(Review.model_fields))


def test_reviews_name_fields_that_do_not_exist():
    """A misspelt field is refused before anything is drawn."""
    with pytest.raises(TypeError, match=r"expected fields of Review, got grad \(near: grade\)"):
        reviews(grad="满意")
