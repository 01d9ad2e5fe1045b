"""Inspections and years of oversight: what they hold, and what they refuse."""

from datetime import date

import pytest
from pydantic import ValidationError

from zwfw.records import BreachArea, Inspection, InspectionProblem, OversightYear


@pytest.mark.parametrize(
    ("as_of", "law"),
    [
        (date(2025, 6, 3), date(2025, 6, 3)),
        (date(2025, 12, 31), date(2025, 12, 31)),
        (date(2026, 2, 1), date(2025, 12, 31)),
    ],
)
def test_a_year_is_held_against_the_law_of_its_last_day(as_of, law):
    """While it is not over, against that of the day of looking."""
    assert OversightYear(unit="市效能办", year=2025).law_day(as_of) == (law, ())


def test_days_are_of_the_year():
    """All that are not are named at once, each with its place."""
    with pytest.raises(ValidationError) as caught:
        OversightYear(
            unit="市效能办",
            year=2025,
            onsite_on=["2025-01-01", "2024-12-31"],
            reported_on=["2026-01-01", "2025-12-31"],
        )

    assert [(each["loc"], each["msg"]) for each in caught.value.errors()] == [
        (("onsite_on", 1), "expected a day of 2025, got 2024-12-31"),
        (("reported_on", 0), "expected a day of 2025, got 2026-01-01"),
    ]


@pytest.mark.parametrize("year", [1999, 2101, "二〇二五"])
def test_a_year_is_a_year(year):
    """A slip is refused."""
    with pytest.raises(ValidationError):
        OversightYear(unit="市效能办", year=year)


def test_a_problem_is_urged_before_it_is_corrected():
    """The same day will do."""
    InspectionProblem(what="窗口未亮证", urged_at="2025-06-03", corrected_at="2025-06-03T08:00")
    with pytest.raises(ValidationError, match="corrected_at 2025-06-02 is before urged_at 2025-06-03"):
        InspectionProblem(what="窗口未亮证", urged_at="2025-06-03", corrected_at="2025-06-02")


def test_the_law_of_an_inspection_is_that_of_its_day():
    """An old inspection keeps old law."""
    inspection = Inspection(institution="市政务服务中心", inspected_at="2022-10-01T10:00")

    assert inspection.law_day(date(2025, 6, 3)) == (date(2022, 10, 1), ())


def test_areas_of_a_breach_are_left_open():
    """What is printed is known, and anything else stays as it is."""
    known, other = (InspectionProblem(what="推诿", breach_area=area) for area in ("办理群众诉求", "数据安全"))

    assert known.breach_area is BreachArea.REQUESTS
    assert Inspection(institution="甲", problems=[known, other]).outside_printed == {
        "problems[1].breach_area": ("数据安全",)
    }
