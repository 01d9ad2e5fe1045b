"""The figures of a year's reviews add up."""

from datetime import date

import pytest
from pydantic import ValidationError

from zwfw.records import ReviewStatistics


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("five_level_units", "window_units"),
        ("bad_reviews", "reviews"),
        ("bad_reviews_rectified", "bad_reviews"),
        ("satisfying_rectifications", "bad_reviews_rectified"),
        ("previous_bad_reviews", "previous_reviews"),
        ("real_name_bad_reviews", "bad_reviews"),
        ("real_name_bad_reviews_fixed", "real_name_bad_reviews"),
        ("reviews_uploaded_in_time", "reviews_to_upload"),
        ("faked_reviews_found", "reviews"),
        ("faked_reviews_pursued", "faked_reviews_found"),
    ],
)
def test_no_part_is_more_than_its_whole(part, whole):
    """As much is fine; one that is not stated, or not there, is held against nothing."""
    ReviewStatistics(year=2024, **{part: 3, whole: 3})
    ReviewStatistics(year=2024, **{part: 3, whole: None})
    ReviewStatistics(year=2024, **{part: 3})

    with pytest.raises(ValidationError, match=f"{part} 4 is more than {whole} 3"):
        ReviewStatistics(year=2024, **{part: 4, whole: 3})


def test_all_faults_are_told():
    """Each with its place."""
    with pytest.raises(ValidationError) as caught:
        ReviewStatistics(year=2024, reviews=1, bad_reviews=2, bad_reviews_rectified=3)

    assert [each["loc"] for each in caught.value.errors()] == [("bad_reviews",), ("bad_reviews_rectified",)]


@pytest.mark.parametrize(
    "facts", [{"cases": -1}, {"active_percent": 100.1}, {"mean_rectification_working_days": -0.5}, {"year": 1999}]
)
def test_impossible_figures_are_refused(facts):
    """Below nothing, or above the whole."""
    with pytest.raises(ValidationError):
        ReviewStatistics(**({"year": 2024} | facts))


@pytest.mark.parametrize(
    ("day", "law_day"), [(date(2025, 6, 30), date(2024, 12, 31)), (date(2024, 6, 30), date(2024, 6, 30))]
)
def test_the_day_that_fixes_their_law(day, law_day):
    """The last of the year, or the day of looking where it is not over."""
    assert ReviewStatistics(year=2024).law_day(day) == (law_day, ())
