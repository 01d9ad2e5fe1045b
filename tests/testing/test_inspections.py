"""Inspections and years that are made up: what conforms keeps every clause, and each spoilt one breaks one rule."""

import pytest
from hypothesis import Phase, find, settings

from zwfw import check
from zwfw.records import Inspection, InspectionProblem, OversightYear
from zwfw.testing.inspections import (
    inspection_problems,
    inspections,
    oversight_years,
)
from zwfw.testing.verdicts import VIOLATIONS, hindsight, violating

FAST = settings(max_examples=2000, phases=[Phase.generate], database=None)
RULES = [rule for rule in VIOLATIONS if rule.startswith("inspections.")]


def first(strategy, has_it=None):
    """The first that is drawn and has it, not made smaller."""
    return find(strategy, has_it or (lambda _: True), settings=FAST)


@pytest.mark.parametrize(
    ("rule_id", "area", "wanted"),
    [
        ("inspections.problems-listed", "鼓楼区", "no-problem-list"),
        ("inspections.problems-listed", "鼓楼区", "problem-without-duty"),
        ("inspections.patrolled-routinely", "涵江区", "warnings-not-followed-up"),
        ("inspections.patrolled-routinely", "厦门市", "patrol-without-video-system"),
        ("inspections.results-reported", "涵江区", "month-without-report"),
        ("inspections.results-reported", "莆田市", "not-reported-regularly"),
        ("inspections.appraised-yearly", "莆田市", "appraised-off-the-platforms"),
        ("inspections.third-party-tries", "厦门市", "services-not-tried"),
        ("inspections.third-party-tries", "厦门市", "suggestions-not-used"),
        ("inspections.third-party-tries", "莆田市", "no-third-party"),
        ("inspections.work-supported", "莆田市", "support-missing"),
        ("inspections.work-supported", "莆田市", "services-not-explained"),
    ],
)
def test_a_rule_is_broken_in_each_of_its_ways(rule_id, area, wanted):
    """Each way is drawn sooner or later."""

    def has_it(held):
        return wanted in {outcome.reason for outcome in check(held, hindsight()).breaches}

    assert first(violating(rule_id, area=area), has_it)


@pytest.mark.parametrize("missed", [1, 3, 4])
def test_a_quarter_is_missed_or_all_are(missed):
    """Of 2025 three quarters are over in hindsight, of 2024 all four."""
    broken = violating("inspections.each-quarter", area="鼓楼区")

    assert first(broken, lambda held: len(check(held, hindsight()).breaches) == missed)


@pytest.mark.parametrize(
    ("kind", "drawn", "required"),
    [
        (InspectionProblem, inspection_problems, {"what"}),
        (Inspection, inspections, {"institution"}),
        (OversightYear, oversight_years, {"unit", "year"}),
    ],
)
def test_what_is_given_is_stated_and_the_rest_or_not(kind, drawn, required):
    """Both ends are drawn, and a misspelt field is refused before anything is."""
    name = min(required)
    assert first(drawn(**{name: "甲"})).name_in_reports == "甲"
    assert first(drawn(), lambda held: held.model_fields_set == required)
    assert first(drawn(), lambda held: held.model_fields_set == set(kind.model_fields))
    with pytest.raises(TypeError, match=f"expected fields of {kind.__name__}, got nmae"):
        drawn(nmae="甲")


@pytest.mark.parametrize("year", [2024, "2024"])
def test_the_days_are_of_the_year_that_is_given(year):
    """As a value, in figures or as text."""
    held = first(oversight_years(year=year), lambda held: bool(held.onsite_on and held.reported_on))

    assert {day.year for day in (*held.onsite_on, *held.reported_on)} == {held.year} == {2024}
