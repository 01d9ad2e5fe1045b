"""Opening hours that are made up: those that conform keep every clause, and each spoilt one breaks one rule."""

import pytest
from hypothesis import Phase, find, settings

from zwfw import AreaLevel, check
from zwfw.records import VenueHours, VenueKind
from zwfw.testing.venue_hours import conforming_venue_hours, venue_hours
from zwfw.testing.verdicts import hindsight, violating

FAST = settings(max_examples=2000, phases=[Phase.generate], database=None)


def first(strategy, has_it):
    """The first that is drawn and has it, not made smaller."""
    return find(strategy, has_it, settings=FAST)


def reasons(hours):
    """Why they break a clause."""
    return [outcome.reason for outcome in check(hours, hindsight()).breaches]


@pytest.mark.parametrize(
    ("area", "has_it"),
    [
        ("厦门市", lambda hours: hours.kind is VenueKind.CENTRE and hours.level is AreaLevel.CITY),
        ("厦门市", lambda hours: hours.kind is VenueKind.STATION and hours.spans[0].opens.hour == 8),
        ("厦门市", lambda hours: hours.has_busy_items and hours.rota_weekdays == (6, 7)),
        ("鼓楼区", lambda hours: hours.has_busy_items and hours.rota_weekdays == (7,)),
        ("鼓楼区", lambda hours: hours.kind is VenueKind.SUB_CENTRE and hours.level is AreaLevel.PROVINCE),
        ("鼓楼区", lambda hours: hours.open_on_make_up_weekends is False),
    ],
)
def test_conforming_hours_go_many_ways(area, has_it):
    """Of venues whose hours are set and of others."""
    assert check(first(conforming_venue_hours(area=area), has_it), hindsight()).ok


@pytest.mark.parametrize(
    ("rule_id", "area", "wanted"),
    [
        ("venue_hours.as-the-city-set", "厦门市", ["open-days-differ"]),
        ("venue_hours.as-the-city-set", "厦门市", ["open-hours-differ"]),
        ("venue_hours.as-the-city-set", "厦门市", ["open-on-festivals"]),
        ("venue_hours.same-within-the-city", "鼓楼区", ["open-days-differ"]),
        ("venue_hours.same-within-the-city", "厦门市", ["open-hours-differ"]),
        ("venue_hours.same-within-the-city", "鼓楼区", ["city-hours-not-unified"]),
        ("venue_hours.provincial-sub-centre", "鼓楼区", ["open-hours-differ"]),
        ("venue_hours.townships-as-offices", "厦门市", ["open-days-differ"]),
        ("venue_hours.weekend-rota", "鼓楼区", ["no-weekend-rota"]),
        ("venue_hours.weekend-rota", "厦门市", ["no-saturday-rota"]),
        ("venue_hours.unfinished-cases", "鼓楼区", ["unfinished-cases-perhaps-encouraged"]),
        (
            "venue_hours.unfinished-cases",
            "厦门市",
            ["unfinished-cases-left", "unfinished-cases-perhaps-encouraged"],
        ),
    ],
)
def test_a_rule_is_broken_in_each_of_its_ways(rule_id, area, wanted):
    """Each way is drawn sooner or later."""
    assert first(violating(rule_id, area=area), lambda hours: reasons(hours) == wanted)


def test_hours_state_what_is_given_all_or_next_to_nothing():
    """Both ends are drawn, and hours drawn minute by minute too."""
    assert first(venue_hours(kind="便民服务站"), lambda hours: hours.model_fields_set == {"venue", "kind"})
    assert first(venue_hours(), lambda hours: hours.model_fields_set == set(VenueHours.model_fields))
    assert first(venue_hours(), lambda hours: any(span.closes.minute not in (0, 1, 30) for span in hours.spans or ()))


def test_hours_name_fields_that_do_not_exist():
    """A misspelt field is refused before anything is drawn."""
    with pytest.raises(TypeError, match=r"expected fields of VenueHours, got weekday"):
        venue_hours(weekday=[1])
