"""Indicators that are made up: what their targets ask is worked out here from the documents."""

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from zwfw import Area, Severity, check
from zwfw.testing.strategies import conforming_indicators, hindsight, indicators, violating

FAST = settings(max_examples=5000, phases=[Phase.generate], database=None)

OF_2022 = {"mobile_matters_min", "fully_online_rate_all", "fully_online_rate_licence", "no_submit_matters_min"}
"""Xiamen's targets whose text names the year 2022: 600 by phone, 80 % online twice, 500 without certificates."""

OF_EVERY_YEAR = {
    "active_rating_offline_min",
    "active_rating_all_min",
    "e_gov_machines_district",
    "enterprise_bundles",
    "citizen_bundles",
}
"""Some targets with neither a year nor a date: Xiamen's row 2.5.1 is ongoing, and Hanjiang's tasks print no dates."""

OF_PUTIAN = {
    "single_entry",
    "single_login",
    "single_door",
    "max_trips",
    "single_window",
    "bundle_trips",
    "max_trips_posted",
}
"""The targets of Putian's norms, which are in force from 2025-05-06."""


def drawn(strategy, key, value):
    """The first indicator of a target with this figure."""
    return find(strategy, lambda indicator: (indicator.key, indicator.value) == (key, value), settings=FAST)


@given(indicator=indicators(key="mobile_matters_min", year=2022, area="厦门市", value=st.sampled_from([599, None])))
def test_indicators_takes_values_and_strategies(indicator):
    """What is given is stated just so, read as a record reads it."""
    assert (indicator.key, indicator.year, indicator.area) == ("mobile_matters_min", 2022, Area("350200"))
    assert indicator.value in (599, None)
    assert indicator.model_fields_set == {"key", "year", "value", "area"}


@pytest.mark.parametrize(
    "answer",
    [
        "met",
        "target-missed",
        "not-stated",
        "not-due-yet",
        "target-of-another-year",
        "target-of-another-level",
        "clause-never-in-force",
    ],
)
def test_indicators_are_of_every_kind(answer):
    """Reached, missed, not known, not due, of another year or level, of another city: each is drawn sooner or later."""

    def is_it(indicator):
        return [each.reason for each in check(indicator, hindsight()).outcomes] == [answer]

    assert find(indicators(area="厦门市"), is_it, settings=FAST)


@pytest.mark.parametrize(
    ("area", "key", "missed"),
    [
        # 600 and more are enough; 280 has to be surpassed.
        ("厦门市", "mobile_matters_min", 599),
        ("厦门市", "self_service_matters_min", 280),
        ("厦门市", "active_rating_offline_min", 89.99),
        ("福州市", "annual_review_to_case_ratio", 0.99),
        # Five bundles for businesses are neither four nor six.
        ("涵江区", "enterprise_bundles", 4),
        ("涵江区", "enterprise_bundles", 6),
    ],
)
def test_a_target_is_missed_by_as_little_as_can_be(area, key, missed):
    """The figure nearest to the target that does not reach it is drawn."""
    assert drawn(violating("indicators.target-reached", area=area), key, missed).area == Area.find(area)


@pytest.mark.parametrize(
    ("area", "key", "reached"),
    [
        ("厦门市", "mobile_matters_min", 600),
        ("厦门市", "self_service_matters_min", 281),
        ("厦门市", "active_rating_offline_min", 90),
        ("福州市", "annual_review_to_case_ratio", 1),
        ("涵江区", "enterprise_bundles", 5),
        # One trip at most: none is enough, one still is.
        ("莆田市", "max_trips", 0),
        ("莆田市", "max_trips", 1),
    ],
)
def test_a_target_is_reached_by_as_little_as_can_be(area, key, reached):
    """The figure that just reaches the target is drawn."""
    assert drawn(conforming_indicators(area=area), key, reached).area == Area.find(area)


@given(indicator=violating("indicators.target-reached", area="厦门市") | conforming_indicators(area="厦门市"))
def test_a_target_of_one_year_is_missed_and_reached_in_that_year(indicator):
    """What the text asks for in 2022 is held against a figure of 2022."""
    assert indicator.key not in OF_2022 or indicator.year == 2022


@given(indicator=violating("indicators.target-reached"))
def test_a_target_is_missed_once_its_time_is_over(indicator):
    """In hindsight the year 2025 is not over, so that what is asked of every year is not missed in it yet."""
    assert indicator.year < 2025 or indicator.key not in OF_EVERY_YEAR
    # Another batch of standards was due by 2023-06-30.
    assert indicator.key != "local_standard_batches" or indicator.year >= 2023
    assert 2022 <= indicator.year <= 2025


@given(indicator=violating("indicators.target-reached", area="涵江区"))
def test_a_district_misses_targets_of_the_plan_from_its_first_year_on(indicator):
    """Hanjiang's plan is of 2023-03-06; its machines are no target of 2022."""
    assert indicator.key != "e_gov_machines_district" or indicator.year in (2023, 2024)
    assert indicator.key not in {"mobile_matters_min", *OF_PUTIAN}


@given(indicator=conforming_indicators(area="莆田市"))
def test_putians_targets_are_reached_in_2025(indicator):
    """The norms of 2025 bind no earlier year."""
    assert indicator.key not in OF_PUTIAN or indicator.year == 2025


@given(indicator=conforming_indicators() | violating("indicators.target-reached"))
def test_a_figure_is_one_that_there_may_be(indicator):
    """None is below zero, and no share of a whole above 100 %."""
    assert indicator.value >= 0
    assert "rate" not in indicator.key.split("_") or indicator.value <= 100


def test_a_target_that_is_only_aimed_at_is_missed_too():
    """力争: Xiamen aims at 16 departments by the end of 2022, so 15 is a matter of advice."""
    missed = drawn(violating("indicators.target-reached", area="厦门市"), "no_apply_departments_min", 15)

    assert [outcome.severity for outcome in check(missed, hindsight()).breaches] == [Severity.ADVICE]


@given(indicator=violating("indicators.target-reached", area="思明区") | conforming_indicators(area="思明区"))
def test_the_figure_of_a_city_is_not_asked_of_its_parts(indicator):
    """Xiamen does 600 matters by phone, not each of its districts; but a district too has windows for all matters."""
    assert indicator.key not in {*OF_2022, "active_rating_offline_min"}
    assert indicator.area == Area("350203")
