"""What an indicator takes, what it refuses, and how it is written and read back."""

import json
from datetime import date

import pytest
from pydantic import ValidationError

from zwfw import Area
from zwfw.areas import ZoneKind
from zwfw.records import Indicator


def faults(**fields):
    """Place and message of each fault of an indicator with these fields."""
    with pytest.raises(ValidationError) as caught:
        Indicator(**{"key": "mobile_matters_min", "year": 2022} | fields)
    return [(".".join(map(str, each["loc"])), each["msg"]) for each in caught.value.errors()]


@pytest.mark.parametrize(
    ("key", "near"),
    [
        ("mobile_matter", "did you mean mobile_matters_min"),
        ("active_rating_rate_offline", "did you mean active_rating_offline_min"),
        ("", "is held"),
        ("correction_notice_limit", "is held"),  # a parameter that is no target
        ("nothing_like_it", "is held"),
    ],
)
def test_a_key_that_no_target_has(key, near):
    """It is refused with what comes near."""
    ((place, message),) = faults(key=key)

    assert place == "key"
    assert message.startswith(f"no target {key!r} is held")
    assert near in message


@pytest.mark.parametrize("key", [None, 5, ["mobile_matters_min"]])
def test_a_key_is_a_text(key):
    """Anything else is refused, and not looked up."""
    ((place, message),) = faults(key=key)

    assert (place, message) == ("key", "Input should be a valid string")


def test_blanks_around_a_key():
    """They do not count."""
    assert Indicator(key=" mobile_matters_min ", year=2022).key == "mobile_matters_min"


@pytest.mark.parametrize(("year", "fine"), [(1999, False), (2000, True), (2100, True), (2101, False)])
def test_years(year, fine):
    """From 2000 to 2100, so that a slip of the pen is seen."""
    if fine:
        assert Indicator(key="mobile_matters_min", year=year).year == year
    else:
        assert [place for place, _ in faults(year=year)] == ["year"]


@pytest.mark.parametrize(
    ("given", "held"), [(600, 600.0), ("600", 600.0), ("89.9", 89.9), (0, 0.0), (5_000_000_000, 5e9), (None, None)]
)
def test_figures(given, held):
    """A number, a number as text, or none."""
    assert Indicator(key="mobile_matters_min", year=2022, value=given).value == held


@pytest.mark.parametrize(
    "given", ["六百", "600项", "90%", "", [600], "nan", "inf", float("nan"), float("-inf"), True, False]
)
def test_what_is_no_figure(given):
    """A measure behind it, words, a yes or no, and what nobody can have counted are refused."""
    assert [place for place, _ in faults(value=given)] == ["value"]


def test_what_has_to_be_stated():
    """A key and a year; no more."""
    with pytest.raises(ValidationError) as caught:
        Indicator()

    assert [each["loc"] for each in caught.value.errors()] == [("key",), ("year",)]
    assert Indicator(key="mobile_matters_min", year=2022).model_fields_set == {"key", "year"}


def test_every_fault_at_once():
    """Five fields are wrong, and each is named."""
    found = faults(key="mobile_matter", year="二〇二二", value="六百", area="平潭", unit="项")

    assert [place for place, _ in found] == ["key", "year", "value", "area", "unit"]
    assert "350128" in found[3][1]
    assert found[4][1] == "Extra inputs are not permitted"


@pytest.mark.parametrize("area", ["350200", "厦门市", "厦门", "福建省厦门市", Area("350200")])
def test_areas(area):
    """By code, by name, or as itself."""
    assert Indicator(key="mobile_matters_min", year=2022, area=area).area == Area("350200")


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"value": 612},
        {"value": None, "area": None},
        {"value": 89.9, "area": "思明区"},
        {"area": Area.zone("莆田高新区", kind=ZoneKind.HIGH_TECH, under="350300")},
    ],
)
def test_written_and_read_back(fields):
    """The same comes back, and what was not stated stays so."""
    told = Indicator(key="mobile_matters_min", year=2022, **fields)

    again = Indicator.model_validate_json(told.model_dump_json())

    assert again == told
    assert again.model_fields_set == {"key", "year"} | set(fields)
    assert set(json.loads(told.model_dump_json())) == {"key", "year"} | set(fields)


def test_unstated_is_not_none():
    """No figure stated and none worked out are two things."""
    assert Indicator(key="mobile_matters_min", year=2022) != Indicator(key="mobile_matters_min", year=2022, value=None)


@pytest.mark.parametrize(
    ("day", "law"),
    [
        (date(2022, 6, 30), date(2022, 6, 30)),
        (date(2022, 12, 31), date(2022, 12, 31)),
        (date(2023, 1, 1), date(2022, 12, 31)),
        (date(2026, 6, 30), date(2022, 12, 31)),
        (date(2021, 6, 30), date(2021, 6, 30)),
    ],
)
def test_the_day_that_fixes_its_law(day, law):
    """The last of the year, or the day of asking where that comes first; nothing is missing for it."""
    assert Indicator(key="mobile_matters_min", year=2022).law_day(day) == (law, ())


def test_it_does_not_change():
    """A record is frozen, and may stand in a set."""
    told = Indicator(key="mobile_matters_min", year=2022, value=600)

    with pytest.raises(ValidationError):
        told.value = 601
    assert {told, Indicator(key="mobile_matters_min", year=2022, value="600")} == {told}


@pytest.mark.parametrize(
    ("key", "value", "fault"),
    [
        ("fully_online_rate_all", 100.1, "expected a figure from 0 to 100 for fully_online_rate_all, got 100.1"),
        ("fully_online_rate_all", -0.1, "expected a figure from 0 to 100 for fully_online_rate_all, got -0.1"),
        ("mobile_matters_min", -1, "expected a figure from 0 for mobile_matters_min, got -1"),
    ],
)
def test_an_impossible_figure_is_refused(key, value, fault):
    """No share is above the whole, and no number below nothing."""
    with pytest.raises(ValidationError, match=fault):
        Indicator(key=key, value=value, year=2022)


@pytest.mark.parametrize(
    ("key", "value"), [("fully_online_rate_all", 100), ("fully_online_rate_all", 0), ("mobile_matters_min", 101)]
)
def test_the_bounds_themselves_are_possible(key, value):
    """Nothing and the whole of a share, and any number of matters."""
    assert Indicator(key=key, value=value, year=2022).value == value
