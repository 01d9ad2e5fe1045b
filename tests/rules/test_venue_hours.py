"""What each rule about opening hours answers, and whether a hall is open at a moment."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support import FUZHOU, HANJIANG, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, said, stated
from zwfw import Area, Context, Severity
from zwfw.areas import ZoneKind
from zwfw.calendars import national
from zwfw.records import VenueHours
from zwfw.rules import venue_hours as rules
from zwfw.rules.venue_hours import is_open, next_opening
from zwfw.testing.venue_hours import venue_hours as any_hours

FUJIAN_CLAUSE, XIAMEN_CLAUSE = "fujian-2022/3.7.5", "xiamen-2022/3.7.5"
CENTRE, SUB_CENTRE, TOWNSHIP, STATION = "政务服务中心", "政务服务分中心", "便民服务中心", "便民服务站"
ZONE = Area.zone("自贸试验区厦门片区", kind=ZoneKind.FREE_TRADE, under="350200")


def spans(*pairs):
    """Spans of the day."""
    return [{"opens": opens, "closes": closes} for opens, closes in pairs]


# Xiamen, 3.7.5: Monday to Friday, 9:00-12:00 and 13:00-17:00.
SET = spans(("09:00", "12:00"), ("13:00", "17:00"))
WEEK = [1, 2, 3, 4, 5]
BASE = {
    "venue": "思明区政务服务中心",
    "area": XIAMEN,
    "kind": CENTRE,
    "level": "县",
    "weekdays": WEEK,
    "spans": SET,
    "rota_weekdays": [6],
    "rota_spans": spans(("09:00", "12:00")),
    "open_on_festivals": False,
    "open_on_make_up_weekends": True,
    "open_on_shifted_rest_days": False,
    "city_weekdays": WEEK,
    "city_spans": SET,
    "unit_weekdays": WEEK,
    "unit_spans": SET,
    "has_busy_items": True,
    "stays_for_unfinished_cases": True,
}


def hours(**changes):
    """Hours of a district's centre in Xiamen that keep every clause, with your changes."""
    return VenueHours(**stated(BASE | changes))


def answers(rule, ctx=None, **changes):
    """State, reason and place."""
    return said(rule, hours(**changes), ctx)


def person(reason, path=""):
    """The one answer that a person has to say it."""
    return [("NEEDS_JUDGEMENT", reason, path)]


def weights(rule, **changes):
    """State, severity and clauses of each answer."""
    return [
        (each.state.name, each.severity, [held.ref for held in each.clauses])
        for each in rule(hours(**changes), a_context())
    ]


DAYS, TIMES = breach("open-days-differ", "weekdays"), breach("open-hours-differ", "spans")
OUT = idle("hours-not-set-for-it")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"level": "市"}, MET),
        ({"kind": SUB_CENTRE}, MET),  # sub-centres too, whatever the house they are in does
        ({"kind": SUB_CENTRE, "level": "省", "spans": []}, OUT),
        ({"level": "省", "spans": []}, OUT),
        ({"kind": TOWNSHIP, "level": "乡", "spans": []}, OUT),
        ({"kind": STATION, "level": "村", "spans": []}, OUT),
        ({"kind": STATION, "level": UNSTATED, "spans": []}, OUT),
        ({"kind": UNSTATED}, UNKNOWN),
        ({"level": UNSTATED}, UNKNOWN),
        ({"weekdays": [5, 4, 3, 2, 1]}, MET),
        ({"weekdays": [1, 2, 3, 4]}, DAYS),
        ({"weekdays": [1, 2, 3, 4, 5, 6]}, DAYS),
        ({"weekdays": None}, DAYS),
        ({"weekdays": UNSTATED}, UNKNOWN),
        ({"spans": spans(("13:00", "17:00"), ("09:00", "12:00"))}, MET),
        ({"spans": spans(("09:00", "10:00"), ("10:00", "12:00"), ("13:00", "17:00"))}, MET),
        ({"spans": spans(("09:01", "12:00"), ("13:00", "17:00"))}, TIMES),
        ({"spans": spans(("09:00", "12:00"), ("13:00", "16:59"))}, TIMES),
        ({"spans": spans(("08:59", "12:00"), ("13:00", "17:00"))}, TIMES),
        ({"spans": spans(("09:00", "17:00"))}, TIMES),
        ({"spans": spans(("09:00", "12:00"))}, TIMES),
        ({"spans": []}, TIMES),
        ({"spans": UNSTATED, "weekdays": [1]}, [*DAYS, *UNKNOWN]),
        ({"open_on_festivals": True}, breach("open-on-festivals", "open_on_festivals")),
        ({"open_on_festivals": None}, MET),
        ({"open_on_festivals": UNSTATED}, UNKNOWN),
        # make-up weekends and shifted rest days: the clause is silent
        ({"open_on_make_up_weekends": False}, person("closed-on-make-up-weekends", "open_on_make_up_weekends")),
        ({"open_on_make_up_weekends": UNSTATED}, UNKNOWN),
        ({"open_on_shifted_rest_days": True}, person("open-on-shifted-rest-days", "open_on_shifted_rest_days")),
        ({"open_on_shifted_rest_days": UNSTATED}, UNKNOWN),
        # the venue of a functional zone is not named
        ({"area": ZONE}, MET),
        ({"area": ZONE, "spans": [], "weekdays": [1]}, person("hours-of-zone-not-named", "weekdays")),
        ({"area": ZONE, "spans": UNSTATED}, UNKNOWN),
        ({"area": FUZHOU, "spans": []}, idle("never-in-force")),
        ({"area": HANJIANG, "spans": []}, idle("never-in-force")),
    ],
)
def test_as_the_city_set(changes, found):
    """Monday to Friday, 09:00-12:00 and 13:00-17:00, no festivals; what the clause does not say is left open."""
    assert answers(rules.as_the_city_set, **changes) == found


def test_hours_that_differ_are_told_in_words():
    """What they are, and what they are to be."""
    (found,) = rules.as_the_city_set(hours(spans=spans(("09:00", "17:30"))), a_context())

    assert found.facts["spans"] == ("09:00-17:30",)
    assert found.facts["wanted"] == ("09:00-12:00", "13:00-17:00")
    assert found.severity is Severity.VIOLATION


OTHER = spans(("08:30", "12:00"), ("14:30", "17:30"))


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"area": FUZHOU}, MET),
        ({"area": FUZHOU, "spans": OTHER, "city_spans": OTHER}, MET),
        ({"area": FUZHOU, "spans": OTHER}, TIMES),
        ({"area": FUZHOU, "weekdays": [1]}, DAYS),
        ({"area": FUZHOU, "weekdays": [1], "spans": OTHER}, [*DAYS, *TIMES]),
        ({"area": FUZHOU, "city_weekdays": None}, DAYS),
        ({"area": FUZHOU, "kind": TOWNSHIP, "spans": OTHER}, TIMES),  # all venues, at every level
        ({"area": HANJIANG, "kind": STATION, "level": "村", "spans": OTHER}, TIMES),
        ({"area": FUZHOU, "city_spans": None}, breach("city-hours-not-unified", "city_spans")),
        ({"area": FUZHOU, "city_spans": []}, breach("city-hours-not-unified", "city_spans")),
        ({"area": FUZHOU, "level": "省", "kind": SUB_CENTRE, "spans": OTHER}, idle("venue-of-the-province")),
        ({"area": FUZHOU, "level": UNSTATED}, UNKNOWN),
        ({"area": FUZHOU, "city_spans": UNSTATED}, UNKNOWN),
        ({"area": FUZHOU, "city_spans": UNSTATED, "weekdays": [1]}, [*DAYS, *UNKNOWN]),
        ({"spans": OTHER}, TIMES),
        # in Xiamen townships and villages go by the offices of the city
        ({"kind": TOWNSHIP, "level": "乡", "spans": OTHER}, person("city-sets-hours-by-level", "kind")),
        ({"kind": STATION, "level": "村", "weekdays": [1]}, person("city-sets-hours-by-level", "kind")),
        ({"kind": UNSTATED, "spans": OTHER}, UNKNOWN),
        ({"kind": UNSTATED}, MET),
    ],
)
def test_same_within_the_city(changes, found):
    """One city, one set of hours, but for venues of the province."""
    assert answers(rules.same_within_the_city, **changes) == found


PROVINCIAL = {"area": FUZHOU, "kind": SUB_CENTRE, "level": "省"}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"city_spans": OTHER, "city_weekdays": [1]}, MET),  # not those of the city it stands in
        ({"area": XIAMEN, "spans": OTHER, "unit_spans": OTHER}, MET),
        ({"unit_spans": OTHER}, TIMES),
        ({"unit_weekdays": [1, 2, 3, 4]}, DAYS),
        ({"unit_spans": None}, idle("unit-without-hours")),
        ({"unit_spans": UNSTATED}, UNKNOWN),
        ({"level": "市", "unit_spans": OTHER}, idle("no-provincial-sub-centre")),
        ({"kind": CENTRE, "unit_spans": OTHER}, idle("no-provincial-sub-centre")),
        ({"kind": UNSTATED}, UNKNOWN),
    ],
)
def test_provincial_sub_centre(changes, found):
    """A sub-centre of the province goes by its unit."""
    assert answers(rules.provincial_sub_centre, **PROVINCIAL | changes) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"kind": TOWNSHIP}, MET),
        ({"kind": STATION}, MET),
        ({"kind": TOWNSHIP, "unit_spans": OTHER}, TIMES),
        ({"kind": STATION, "unit_weekdays": [1]}, DAYS),
        ({"kind": STATION, "unit_spans": []}, idle("unit-without-hours")),
        ({"kind": CENTRE, "unit_spans": OTHER}, idle("no-township-or-village-venue")),
        ({"kind": SUB_CENTRE, "unit_spans": OTHER}, idle("no-township-or-village-venue")),
        ({"kind": UNSTATED}, UNKNOWN),
        ({"kind": STATION, "unit_spans": UNSTATED}, UNKNOWN),
        ({"kind": STATION, "unit_spans": OTHER, "area": FUZHOU}, idle("never-in-force")),
    ],
)
def test_townships_as_offices(changes, found):
    """In Xiamen townships and villages go by the offices of the city."""
    assert answers(rules.townships_as_offices, **changes) == found


NO_SATURDAY = breach("no-saturday-rota", "rota_weekdays")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"rota_weekdays": [6, 7]}, MET),
        ({"rota_weekdays": [7]}, [*NO_SATURDAY, *MET]),  # the province says weekend, the city Saturday
        ({"rota_weekdays": [7], "area": FUZHOU}, MET),
        ({"rota_weekdays": []}, breach("no-weekend-rota", "rota_weekdays")),
        ({"rota_weekdays": None, "area": FUZHOU}, breach("no-weekend-rota", "rota_weekdays")),
        ({"rota_weekdays": [], "weekdays": [1, 6]}, MET),  # open on Saturdays anyway
        ({"rota_weekdays": UNSTATED, "weekdays": [1, 6]}, MET),
        ({"rota_weekdays": UNSTATED}, UNKNOWN),
        ({"rota_weekdays": [7], "weekdays": UNSTATED}, [*UNKNOWN, *MET]),
        ({"has_busy_items": False, "rota_weekdays": []}, idle("no-busy-items")),
        ({"has_busy_items": UNSTATED}, UNKNOWN),
    ],
)
def test_weekend_rota(changes, found):
    """For busy items a rota on the weekend, in Xiamen on Saturdays."""
    assert answers(rules.weekend_rota, **changes) == found


def test_a_rota_on_sundays_keeps_the_wider_clause_alone():
    """Each clause answers for itself, and both only advise."""
    assert weights(rules.weekend_rota, rota_weekdays=[7]) == [
        ("BREACHED", Severity.ADVICE, [XIAMEN_CLAUSE]),
        ("MET", None, [FUJIAN_CLAUSE]),
    ]
    assert weights(rules.weekend_rota, rota_weekdays=[7], weekdays=UNSTATED) == [
        ("UNDETERMINED", None, [XIAMEN_CLAUSE]),
        ("MET", None, [FUJIAN_CLAUSE]),
    ]
    assert weights(rules.weekend_rota, rota_weekdays=[]) == [
        ("BREACHED", Severity.ADVICE, [XIAMEN_CLAUSE, FUJIAN_CLAUSE])
    ]


STAYS = "stays_for_unfinished_cases"
PERHAPS = breach("unfinished-cases-perhaps-encouraged", STAYS)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({STAYS: False}, [*breach("unfinished-cases-left", STAYS), *PERHAPS]),
        ({STAYS: None, "area": FUZHOU}, PERHAPS),
        ({STAYS: UNSTATED}, UNKNOWN),
    ],
)
def test_unfinished_cases(changes, found):
    """What is not finished is served beyond the hours."""
    assert answers(rules.unfinished_cases, **changes) == found


def test_to_leave_cases_unfinished_breaks_a_duty_in_xiamen_and_advice_elsewhere():
    """Whether the province's sentence only encourages is open: the least of both readings is taken."""
    assert weights(rules.unfinished_cases, **{STAYS: False}) == [
        ("BREACHED", Severity.VIOLATION, [XIAMEN_CLAUSE]),
        ("BREACHED", Severity.ADVICE, [FUJIAN_CLAUSE]),
    ]


@pytest.mark.parametrize("rule", rules.RULES)
def test_before_the_tables_nothing_is_asked(rule):
    """On the day before the province's table was issued."""
    ctx = a_context(as_of=date(2022, 9, 13))

    assert {each.state.name for each in rule(hours(spans=[], rota_weekdays=[], area=FUZHOU), ctx)} == {"NOT_APPLICABLE"}


# 2025: off from 1 to 8 October, worked on Sunday 28 September and Saturday 11 October. By the regulation 1, 2 and 3 are
# National Day and the 6th is Mid-Autumn; 4 and 5 are a weekend, and 7 and 8, a Tuesday and a Wednesday, are shifted.
def opened(at, calendar=None, **changes):
    """Whether it is open, and what is missing."""
    moment = datetime.fromisoformat(at)
    ctx = Context(area="厦门市", as_of=moment.replace(tzinfo=None), calendar=calendar or national())
    found = is_open(hours(**{"rota_weekdays": []} | changes), moment, ctx)
    return found.is_open, found.missing


CLOSED, OPEN = (False, ()), (True, ())
FESTIVALS, MAKE_UP, SHIFTED = "open_on_festivals", "open_on_make_up_weekends", "open_on_shifted_rest_days"


@pytest.mark.parametrize(
    ("at", "changes", "found"),
    [
        ("2025-09-26T08:59", {}, CLOSED),  # an ordinary Friday
        ("2025-09-26T09:00", {}, OPEN),
        ("2025-09-26T11:59:59.999999", {}, OPEN),
        ("2025-09-26T12:00", {}, CLOSED),
        ("2025-09-26T13:00", {}, OPEN),
        ("2025-09-26T17:00", {}, CLOSED),
        ("2025-09-26T01:30+00:00", {}, OPEN),  # 09:30 in Shanghai
        ("2025-09-26T23:59", {"spans": spans(("13:00", "00:00"))}, OPEN),
        ("2025-09-26T10:00", {"weekdays": UNSTATED}, (None, ("weekdays",))),
        ("2025-09-26T10:00", {"spans": UNSTATED}, (None, ("spans",))),
        ("2025-09-26T10:00", {"spans": UNSTATED, "weekdays": [1]}, CLOSED),
        ("2025-09-26T10:00", {FESTIVALS: UNSTATED, MAKE_UP: UNSTATED, SHIFTED: UNSTATED}, OPEN),
        ("2025-09-27T10:00", {}, CLOSED),  # an ordinary Saturday
        ("2025-09-27T10:00", {"rota_weekdays": [6]}, OPEN),
        ("2025-09-27T13:00", {"rota_weekdays": [6]}, CLOSED),
        ("2025-09-27T10:00", {"rota_weekdays": UNSTATED}, (None, ("rota_weekdays",))),
        ("2025-09-27T10:00", {"rota_weekdays": [6], "rota_spans": UNSTATED}, (None, ("rota_spans",))),
        ("2025-09-28T10:00", {}, OPEN),  # a Sunday that is worked
        ("2025-09-28T10:00", {MAKE_UP: False}, CLOSED),
        ("2025-09-28T10:00", {MAKE_UP: False, "spans": UNSTATED}, CLOSED),
        ("2025-09-28T10:00", {MAKE_UP: UNSTATED}, (None, (MAKE_UP,))),
        ("2025-09-28T12:00", {MAKE_UP: UNSTATED}, CLOSED),
        ("2025-10-11T10:00", {MAKE_UP: UNSTATED, "rota_weekdays": [6]}, (None, (MAKE_UP,))),
        ("2025-10-01T10:00", {FESTIVALS: True}, OPEN),
        ("2025-10-01T10:00", {SHIFTED: True}, CLOSED),
        ("2025-10-03T10:00", {FESTIVALS: UNSTATED}, (None, (FESTIVALS,))),
        ("2025-10-06T10:00", {FESTIVALS: UNSTATED}, (None, (FESTIVALS,))),
        ("2025-10-07T10:00", {SHIFTED: UNSTATED, FESTIVALS: UNSTATED}, (None, (SHIFTED,))),
        ("2025-10-08T10:00", {SHIFTED: True}, OPEN),
        ("2025-10-08T10:00", {FESTIVALS: True}, CLOSED),
        ("2025-10-08T12:30", {SHIFTED: UNSTATED}, CLOSED),
        ("2025-10-04T10:00", {FESTIVALS: UNSTATED, SHIFTED: UNSTATED}, CLOSED),  # closed on any Saturday
        ("2025-10-04T10:00", {SHIFTED: UNSTATED, "rota_weekdays": [6]}, (None, (SHIFTED,))),
        ("2025-10-08T10:00", {SHIFTED: UNSTATED, "weekdays": UNSTATED}, (None, (SHIFTED, "weekdays"))),
        # No hours at all: it does not matter on which days.
        ("2025-09-26T10:00", {"spans": [], "weekdays": UNSTATED}, CLOSED),
        ("2025-09-27T10:00", {"rota_spans": [], "rota_weekdays": UNSTATED}, CLOSED),
        ("2025-09-28T10:00", {"spans": [], MAKE_UP: UNSTATED, "rota_weekdays": UNSTATED}, CLOSED),
        # Nor does it outside the hours.
        ("2025-09-26T12:00", {"weekdays": UNSTATED}, CLOSED),
        ("2025-09-27T13:00", {"rota_weekdays": UNSTATED}, CLOSED),
        ("2025-09-27T10:00", {"rota_weekdays": UNSTATED, "weekdays": [6]}, OPEN),
        ("2025-09-27T10:00", {"rota_weekdays": UNSTATED, "weekdays": UNSTATED}, (None, ("weekdays", "rota_weekdays"))),
        ("2027-01-04T10:00", {}, (None, ("calendar.2027",))),
        ("2007-10-04T10:00", {SHIFTED: True, FESTIVALS: True}, (None, ("calendar.2007",))),
    ],
)
def test_whether_a_hall_is_open(at, changes, found):
    """At this minute; what the record does not say is named, not guessed."""
    assert opened(at, **changes) == found


def test_local_orders_count():
    """A closed Friday is closed; a worked Saturday is a worked weekend, and a holiday that is worked a weekday."""
    calendar = national().with_layer("通告", closed=[date(2025, 9, 26)], worked=[date(2025, 9, 27), date(2025, 10, 8)])

    assert opened("2025-09-26T10:00", calendar) == CLOSED
    assert opened("2025-09-27T10:00", calendar) == OPEN
    assert opened("2025-09-27T10:00", calendar, **{MAKE_UP: UNSTATED}) == (None, (MAKE_UP,))
    assert opened("2025-10-08T10:00", calendar, **{SHIFTED: UNSTATED}) == OPEN


def test_the_answer_says_what_kind_of_day_it_is():
    """And by which notice; of a year that is not published nothing is known."""
    ctx = Context(area="厦门市", as_of=date(2025, 12, 31))
    found = is_open(hours(), datetime(2025, 10, 8, 10, 0), ctx)

    assert (found.day.festival, found.day.kind.value) == ("国庆节、中秋节", "放假")
    assert is_open(hours(), datetime(2027, 10, 8, 10, 0), ctx).day is None


def opens(at, **changes):
    """The bounds of the next opening, and what is missing."""
    moment = datetime.fromisoformat(at)
    found = next_opening(hours(**{"rota_weekdays": []} | changes), moment, Context(area="厦门市", as_of=moment))
    return *(each and each.strftime("%m-%d %H:%M") for each in (found.earliest, found.latest)), *found.missing


@pytest.mark.parametrize(
    ("at", "changes", "found"),
    [
        ("2025-09-26T10:00", {}, ("09-26 10:00", "09-26 10:00")),
        ("2025-09-26T12:00", {}, ("09-26 13:00", "09-26 13:00")),
        ("2025-09-26T17:00", {}, ("09-28 09:00", "09-28 09:00")),
        ("2025-09-26T17:00", {MAKE_UP: False}, ("09-29 09:00", "09-29 09:00")),
        ("2025-09-26T17:00", {MAKE_UP: UNSTATED}, ("09-28 09:00", "09-29 09:00", MAKE_UP)),
        ("2025-09-28T17:00", {MAKE_UP: UNSTATED}, ("09-29 09:00", "09-29 09:00")),
        ("2025-09-26T17:00", {"rota_weekdays": [6]}, ("09-27 09:00", "09-27 09:00")),
        # It may serve on Saturday, and then in the hours of the rota; where those are not known, all day.
        ("2025-09-26T17:00", {"rota_weekdays": UNSTATED}, ("09-27 09:00", "09-28 09:00", "rota_weekdays")),
        (
            "2025-09-26T17:00",
            {"rota_weekdays": UNSTATED, "rota_spans": UNSTATED},
            ("09-27 00:00", "09-28 09:00", "rota_weekdays", "rota_spans"),
        ),
        # Perhaps by the rota in the morning, surely by its own hours in the afternoon of the same day.
        (
            "2025-09-26T17:00",
            {"rota_weekdays": UNSTATED, "weekdays": [6], "spans": spans(("13:00", "17:00"))},
            ("09-27 09:00", "09-27 13:00", "rota_weekdays"),
        ),
        ("2025-09-27T10:00", {"rota_weekdays": UNSTATED, "weekdays": [6]}, ("09-27 10:00", "09-27 10:00")),
        ("2025-09-26T10:00", {"weekdays": UNSTATED}, ("09-26 10:00", "09-28 09:00", "weekdays")),
        ("2025-09-30T17:00", {}, ("10-09 09:00", "10-09 09:00")),
        ("2025-09-30T17:00", {SHIFTED: True}, ("10-07 09:00", "10-07 09:00")),
        ("2025-09-30T17:00", {SHIFTED: UNSTATED}, ("10-07 09:00", "10-09 09:00", SHIFTED)),
        (
            "2025-09-30T17:00",
            {FESTIVALS: UNSTATED, SHIFTED: UNSTATED},
            ("10-01 09:00", "10-09 09:00", FESTIVALS, SHIFTED),
        ),
        ("2026-12-31T17:00", {}, (None, None, "calendar.2027")),
        ("2026-12-31T10:00", {"spans": UNSTATED}, ("12-31 10:00", None, "spans", "calendar.2027")),
        ("2025-09-26T10:00", {"spans": [], "rota_spans": []}, (None, None)),
        ("2025-09-26T10:00", {"weekdays": [], "rota_weekdays": None, MAKE_UP: False}, (None, None)),
        # No hours of its own and no day of a rota, or the other way: there is no year in which that changes.
        ("2025-09-26T10:00", {"spans": [], "weekdays": UNSTATED, "rota_spans": UNSTATED}, (None, None)),
        ("2025-09-26T10:00", {"weekdays": [], MAKE_UP: False, "rota_weekdays": [6], "rota_spans": []}, (None, None)),
        # Without a rota it opens on a make-up weekend, if it does then.
        ("2025-09-26T10:00", {"weekdays": [], "rota_weekdays": []}, ("09-28 09:00", "09-28 09:00")),
    ],
)
def test_when_a_hall_opens_next(at, changes, found):
    """The first moment at which it may be open, and the first at which it surely is."""
    assert opens(at, **changes) == found


@pytest.mark.parametrize(
    ("day", "found"),
    [
        # The notice for 2027 may still take off, or have worked, the last three days of 2026.
        ("2026-12-28", (False, False)),
        ("2026-12-29", (True, True)),
        ("2026-12-31", (True, True)),
        # That of 2026 is published.
        ("2025-12-31", (False, False)),
    ],
)
def test_the_last_days_of_the_last_published_year_are_provisional(day, found):
    """At ten, when it is open on each of them: a Monday, Tuesday, Thursday and Wednesday."""
    moment = datetime.fromisoformat(f"{day}T10:00")
    ctx = Context(area="厦门市", as_of=moment)

    opening = next_opening(hours(), moment, ctx)
    assert opening.latest == moment
    assert (is_open(hours(), moment, ctx).is_provisional, opening.is_provisional) == found


def test_an_opening_behind_a_provisional_day_is_provisional():
    """On 2026-12-28 in the evening the next one is on the 29th; of 2027 nothing is known."""
    evening = datetime(2026, 12, 28, 20, 0)
    found = next_opening(hours(), evening, Context(area="厦门市", as_of=evening))

    assert (found.latest, found.is_provisional) == (datetime(2026, 12, 29, 9, 0), True)
    unknown = is_open(hours(), datetime(2027, 1, 4, 10, 0), Context(area="厦门市", as_of=evening))
    assert not unknown.is_provisional
    never = next_opening(hours(spans=[], rota_spans=[]), datetime(2026, 12, 30), Context(area="厦门市", as_of=evening))
    assert not never.is_provisional


MOMENTS = st.datetimes(datetime(2025, 9, 25), datetime(2025, 10, 12)).map(
    lambda at: at.replace(second=0, microsecond=0)
)


@given(record=any_hours(), at=MOMENTS)
def test_both_questions_agree(record, at):
    """A venue that is open opens now, one that is closed later or never, and one that may be open perhaps now."""
    ctx = Context(area="福建省", as_of=at)
    now, then = is_open(record, at, ctx), next_opening(record, at, ctx)

    assert (now.is_open is True) == (then.latest == at)
    assert (now.is_open is not False) == (then.earliest == at)
    if now.is_open is None:
        assert set(now.missing) <= set(then.missing)
