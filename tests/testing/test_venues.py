"""Venues that are made up: those that conform keep every clause, and each spoilt one breaks one rule."""

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from zwfw import check
from zwfw.areas import Area, AreaLevel
from zwfw.records import EquipmentKind, Venue, VenueKind
from zwfw.testing.areas import zones
from zwfw.testing.venues import conforming_venues, tell_venue, venues
from zwfw.testing.verdicts import hindsight, violating

FEW = settings(max_examples=6)
FAST = settings(max_examples=2000, phases=[Phase.generate], database=None)


def first(strategy, has_it):
    """The first that is drawn and has it, not made smaller."""
    return find(strategy, has_it, settings=FAST)


def reasons(venue):
    """Why it breaks a clause."""
    return {outcome.reason for outcome in check(venue, hindsight()).breaches}


@FEW
@given(venue=conforming_venues(area=zones()))
def test_a_zone_has_venues_that_conform(venue):
    """Its centre, named after it, and townships and villages in it."""
    assert check(venue, hindsight()).ok
    assert venue.kind is not VenueKind.SUB_CENTRE


@pytest.mark.parametrize("kind", VenueKind)
def test_every_kind_is_drawn(kind):
    """Sub-centres too."""
    assert first(conforming_venues(area="厦门市"), lambda venue: venue.kind is kind)


def test_sub_centres_are_of_the_province_too():
    """Those of its own units."""
    assert first(conforming_venues(area="350000"), lambda venue: venue.level is AreaLevel.PROVINCE)


@pytest.mark.parametrize("area", ["350303", "351000", "350203", "350303001002"])
@pytest.mark.parametrize("kind", VenueKind)
@settings(max_examples=2)
@given(data=st.data())
def test_a_kind_may_be_asked_for(area, kind, data):
    """Whatever the area, there is a venue of the kind that breaks nothing."""
    venue = Venue(**tell_venue(data.draw, Area(area), kind=kind))

    assert venue.kind is kind
    report = check(venue, hindsight())
    assert report.breaches == report.undetermined == report.needs_judgement == ()


@pytest.mark.parametrize(
    ("rule_id", "area", "wanted"),
    [
        ("venues.named-by-level", "鼓楼区", {"name-not-in-form"}),
        ("venues.named-by-level", "莆田市", {"kind-of-other-level"}),
        ("venues.sign-text", "鼓楼区", {"sign-with-former-words"}),
        ("venues.priority-served", "鼓楼区", {"priority-groups-not-first"}),
        ("venues.help-offered", "思明区", {"no-help-offered"}),
        ("venues.help-offered", "鼓楼区", {"help-not-by-choice"}),
        ("venues.volunteers", "莆田市", {"no-volunteers"}),
        ("venues.online-corner", "涵江区", {"no-online-corner"}),
        ("venues.online-corner", "涵江区", {"online-corner-without-guidance"}),
        ("venues.queue-system", "厦门市", {"queue-system-off-standard"}),
        ("venues.queue-system", "厦门市", {"queue-data-not-reported"}),
        ("venues.self-service-hours", "莆田市", {"no-self-service-area"}),
        ("venues.self-service-hours", "涵江区", {"self-service-hours-short"}),
        ("venues.self-service-area", "涵江区", {"self-service-not-open"}),
        ("venues.self-service-area", "涵江区", {"self-service-without-contingency-plan"}),
        ("venues.township-equipment", "莆田市", {"too-little-equipment"}),
        ("venues.township-equipment", "涵江区", {"kiosk-outside-provincial-system"}),
        ("venues.township-body", "涵江区", {"no-service-body"}),
        ("venues.township-body", "涵江区", {"no-full-time-manager"}),
    ],
)
def test_a_rule_is_broken_in_its_ways(rule_id, area, wanted):
    """Each way is drawn sooner or later."""
    assert first(violating(rule_id, area=area), lambda venue: reasons(venue) == wanted)


def test_a_township_in_xiamen_may_be_called_xiang():
    """Which the city's forms do not know, and the province's do."""
    venue = first(violating("venues.named-by-level", area="厦门市"), lambda venue: "乡" in venue.name)

    (found,) = check(venue, hindsight()).breaches
    assert [clause.ref for clause in found.clauses] == ["xiamen-2022/2.2.1"]


@FEW
@given(venue=venues(self_service_hours=23))
def test_venues_state_what_is_given(venue):
    """Given fields are stated just so."""
    assert venue.self_service_hours == 23
    assert "self_service_hours" in venue.model_fields_set


def test_venues_state_all_or_next_to_nothing():
    """Both ends are drawn, and so is equipment of an unprinted kind."""
    assert first(venues(), lambda venue: venue.model_fields_set == {"name"})
    whole = first(venues(), lambda venue: venue.model_fields_set == set(Venue.model_fields))
    assert whole.name
    assert first(
        venues(),
        lambda venue: any(isinstance(getattr(piece, "kind", None), str) for piece in venue.equipment or ()),
    )
    assert first(venues(), lambda venue: any(piece.kind is EquipmentKind.KIOSK for piece in venue.equipment or ()))


def test_venues_name_fields_that_do_not_exist():
    """A misspelt field is refused before anything is drawn."""
    with pytest.raises(TypeError, match=r"expected fields of Venue, got nmae"):
        venues(nmae="甲")
