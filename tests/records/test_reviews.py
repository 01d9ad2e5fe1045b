"""Reviews, and the three places at which the clauses cut their grades."""

from datetime import date

import pytest
from pydantic import ValidationError

from zwfw.records import Review, ReviewChannel, ReviewGrade, ReviewPractice

FIVE = ("非常不满意", "不满意", "基本满意", "满意", "非常满意")


def test_the_five_grades_stand_from_the_worst_to_the_best():
    """They can be compared."""
    assert tuple(grade.value for grade in ReviewGrade) == FIVE
    assert sorted(ReviewGrade, reverse=True) == list(ReviewGrade)[::-1]


@pytest.mark.parametrize(
    ("cut", "grades"),
    [("is_bad", FIVE[:2]), ("is_for_leads", FIVE[:3]), ("is_for_analysis", FIVE[:4])],
)
def test_the_three_cuts(cut, grades):
    """Each is one grade above the one before."""
    assert tuple(grade.value for grade in ReviewGrade if getattr(grade, cut)) == grades


def test_open_lists_take_other_terms():
    """Printed terms become members; others stay as they are, and are told."""
    review = Review(id="P-1", channel="意见箱", practices_found=["“强制好评”", "以礼品换取好评"])

    assert review.practices_found == (ReviewPractice.FORCED_PRAISE, "以礼品换取好评")
    assert review.outside_printed == {"channel": ("意见箱",), "practices_found": ("以礼品换取好评",)}
    assert Review(id="P-1", channel="短信").channel is ReviewChannel.TEXT_MESSAGE


@pytest.mark.parametrize("field", ["recorded_at", "arrived_at", "called_back_at", "uploaded_at", "distributed_at"])
def test_what_cannot_be_before_a_review(field):
    """Nobody records, calls back about or passes on what was not given yet; the same day is fine."""
    Review(id="P-1", given_at="2025-06-03", **{field: "2025-06-03"})

    with pytest.raises(ValidationError, match=f"{field} 2025-06-02 is before given_at 2025-06-03"):
        Review(id="P-1", given_at="2025-06-03", **{field: "2025-06-02"})


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"given_at": "2025-06-03", "served_at": "2025-06-01"}, (date(2025, 6, 3), ())),
        ({"given_at": None, "served_at": "2025-06-01"}, (date(2025, 6, 1), ())),
        ({"given_at": None, "served_at": None}, (date(2025, 6, 30), ())),
        ({"served_at": None}, (date(2025, 6, 30), ("given_at",))),
    ],
)
def test_the_day_that_fixes_its_law(facts, found):
    """That on which it was given, else that of the service."""
    assert Review(id="P-1", **facts).law_day(date(2025, 6, 30)) == found
