"""Opening hours are half-open spans, follow the calendar, and count minutes exactly."""

import copy
import pickle
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from itertools import pairwise

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwfw._time import local
from zwfw.calendars import national
from zwfw.calendars.hours import ServiceHours, Span
from zwfw.errors import ContextError, InvalidHoursError, UnpublishedYearError, UnstatedHoursError, ZwfwError

# The hours of the centres of Xiamen: 周一至周五 09:00-12:00, 13:00-17:00, so 180 + 240 = 420 minutes a day.
XIAMEN = ServiceHours.weekdays("09:00-12:00", "13:00-17:00")
# With a rota on Saturdays (周六对外轮值服务); its hours are made up here.
ROTA = ServiceHours(week={**dict(XIAMEN.week), 6: "09:30-11:30"})
# A self-service area that never closes on the days that it is open.
ALL_DAY = ServiceHours(week=dict.fromkeys(range(1, 8), "00:00-24:00"))
MORNING, AFTERNOON = Span(time(9), time(12)), Span(time(13), time(17))

# September and October 2026 on the wall, by 国办发明电〔2025〕7号:
#   Fri 18 Sep worked, Sat 19 free, Sun 20 worked for National Day, Mon 21 to Thu 24 worked,
#   Fri 25 to Sun 27 Sep off (中秋节), Mon 28 to Wed 30 Sep worked, Thu 1 to Wed 7 Oct off (国庆节),
#   Thu 8 and Fri 9 Oct worked, Sat 10 Oct worked for National Day, Sun 11 Oct free.
# 31 December 2026 is a Thursday and worked, and the last day that is published.


def at(text):
    """A moment; the year 2026 may be left out."""
    return datetime.fromisoformat(text if text.startswith("20") else f"2026-{text}")


# What is open


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("09-18 08:59:59.999999", False),
        ("09-18 09:00", True),
        ("09-18 11:59:59.999999", True),
        ("09-18 12:00", False),
        ("09-18 12:59:59", False),
        ("09-18 13:00", True),
        ("09-18 16:59:59.999999", True),
        ("09-18 17:00", False),
        ("09-18 00:00", False),
        ("09-18 23:59", False),
        ("09-19 10:00", False),  # Saturday
        ("09-20 10:00", True),  # Sunday, worked
        ("09-20 12:00", False),
        ("09-25 10:00", False),  # Friday, 中秋节
        ("10-01 10:00", False),  # Thursday, 国庆节
        ("10-07 10:00", False),
        ("10-08 10:00", True),
        ("10-10 10:00", True),  # Saturday, worked
        ("10-11 10:00", False),
    ],
)
def test_a_hall_is_open_on_working_days_within_its_spans(moment, is_open):
    """A span holds its start and not its end; festivals are closed and make-up days open."""
    assert XIAMEN.is_open(at(moment), national()) is is_open


@pytest.mark.parametrize(
    ("day", "spans"),
    [
        (date(2026, 9, 18), (MORNING, AFTERNOON)),
        (date(2026, 9, 19), ()),
        (date(2026, 9, 20), (MORNING, AFTERNOON)),
        (date(2026, 10, 1), ()),
    ],
)
def test_the_spans_of_a_day_are_told(day, spans):
    """The spans that are open on a day come in order."""
    assert XIAMEN.spans_on(day, national()) == spans


def test_a_rota_opens_ordinary_saturdays_only():
    """Hours for Saturday hold on ordinary ones: not on one in a festival, and not on a worked one."""
    rota = Span(time(9, 30), time(11, 30))

    assert ROTA.spans_on(date(2026, 9, 19), national()) == (rota,)
    # Saturday 26 September lies in 中秋节, Saturday 3 October in 国庆节.
    assert ROTA.spans_on(date(2026, 9, 26), national()) == ()
    assert ROTA.spans_on(date(2026, 10, 3), national()) == ()
    assert ROTA.spans_on(date(2026, 10, 10), national()) == (MORNING, AFTERNOON)
    assert ROTA.spans_on(date(2026, 9, 13), national()) == ()


def test_local_layers_open_and_close():
    """A closure by a local order shuts the hall, also on a rota day; a local working Sunday has the make-up hours."""
    calendar = national().with_layer(
        "甲〔2026〕1号", closed=[date(2026, 9, 18), date(2026, 9, 19)], worked=[date(2026, 9, 13), date(2026, 10, 5)]
    )

    assert ROTA.spans_on(date(2026, 9, 18), calendar) == ()
    assert ROTA.spans_on(date(2026, 9, 19), calendar) == ()
    assert ROTA.spans_on(date(2026, 9, 13), calendar) == (MORNING, AFTERNOON)
    assert ROTA.spans_on(date(2026, 10, 5), calendar) == (MORNING, AFTERNOON)
    # The national calendar is another question, whatever was asked before.
    assert ROTA.spans_on(date(2026, 9, 18), national()) == (MORNING, AFTERNOON)


@pytest.mark.parametrize(
    ("makeup", "spans"),
    [
        (None, (MORNING, AFTERNOON)),
        ("09:00-12:00", (MORNING,)),
        ([MORNING], (MORNING,)),
        ((), ()),
    ],
)
def test_make_up_days_have_the_hours_that_are_named(makeup, spans):
    """Unless others are given, a worked Sunday has the hours of Monday to Friday; none is an answer too."""
    hours = ServiceHours.weekdays("09:00-12:00", "13:00-17:00", makeup=makeup)

    assert hours.makeup == spans
    assert hours.spans_on(date(2026, 9, 20), national()) == spans
    assert hours.spans_on(date(2026, 9, 18), national()) == (MORNING, AFTERNOON)


def test_make_up_hours_are_asked_for_where_they_cannot_be_told():
    """With a short Friday nobody can say which hours a worked Sunday has."""
    week = {**dict.fromkeys(range(1, 5), ("09:00-12:00", "13:00-17:00")), 5: "09:00-12:00"}

    with pytest.raises(InvalidHoursError) as caught:
        ServiceHours(week=week)

    assert caught.value.faults == (
        "expected the spans of a worked Saturday or Sunday, as the weekdays have different hours @ makeup",
    )
    hours = ServiceHours(week=week, makeup="13:00-17:00")
    assert hours.spans_on(date(2026, 9, 18), national()) == (MORNING,)
    assert hours.spans_on(date(2026, 9, 20), national()) == (AFTERNOON,)


# The next opening, the next closing


@pytest.mark.parametrize(
    ("moment", "opening"),
    [
        ("09-18 10:11:12.000013", "09-18 10:11:12.000013"),
        ("09-18 09:00", "09-18 09:00"),
        ("09-18 08:59:59", "09-18 09:00"),
        ("09-18 00:00", "09-18 09:00"),
        ("09-18 12:00", "09-18 13:00"),
        ("09-18 12:59:59.999999", "09-18 13:00"),
        ("09-18 17:00", "09-20 09:00"),
        ("09-19 10:00", "09-20 09:00"),
        ("09-30 17:00", "10-08 09:00"),
        ("10-03 10:00", "10-08 09:00"),
        ("10-09 18:00", "10-10 09:00"),
        ("10-10 17:00", "10-12 09:00"),
    ],
)
def test_the_next_opening_is_now_or_the_next_start(moment, opening):
    """An open moment is its own answer; from a closed one it is the next start of a span, over festivals."""
    assert XIAMEN.next_opening(at(moment), national()) == at(opening)


@pytest.mark.parametrize(
    ("moment", "closing"),
    [
        ("09-18 09:00", "09-18 12:00"),
        ("09-18 11:59:59.999999", "09-18 12:00"),
        ("09-18 12:00", None),
        ("09-18 16:59", "09-18 17:00"),
        ("09-18 17:00", None),
        ("09-19 10:00", None),
        ("09-20 13:00", "09-20 17:00"),
    ],
)
def test_the_closing_is_the_end_of_the_open_span(moment, closing):
    """The closing is told while the hall is open, and is ``None`` while it is closed."""
    assert XIAMEN.closes_at(at(moment), national()) == (closing and at(closing))


def test_a_day_may_be_open_to_midnight():
    """24:00 ends the day, and the next day goes on from there."""
    assert ALL_DAY.closes_at(at("09-18 23:59"), national()) == at("09-19 00:00")
    assert ALL_DAY.is_open(at("09-18 23:59:59.999999"), national())
    assert ALL_DAY.is_open(at("09-19 00:00"), national())
    # Friday 18 and Saturday 19 September are open: two whole days.
    assert ALL_DAY.count_minutes(at("09-18 00:00"), at("09-20 00:00"), national()) == 2 * 24 * 60
    assert ALL_DAY.add_minutes(at("09-18 00:00"), 24 * 60, national()) == at("09-19 00:00")
    # Open to the midnight before 中秋节 (Fri 25 to Sun 27 September), and from the one after it.
    assert ALL_DAY.next_opening(at("09-25 00:00"), national()) == at("09-28 00:00")
    assert ALL_DAY.add_minutes(at("09-24 23:59"), 2, national()) == at("09-28 00:01")


# Adding and counting minutes


@pytest.mark.parametrize(
    ("moment", "minutes", "end"),
    [
        ("09-18 09:00", 0, "09-18 09:00"),
        ("09-18 12:30", 0, "09-18 12:30"),
        ("09-18 09:00", 1, "09-18 09:01"),
        ("09-18 08:00", 60, "09-18 10:00"),
        ("09-18 11:00", 59, "09-18 11:59"),
        ("09-18 11:00", 60, "09-18 12:00"),
        ("09-18 11:00", 61, "09-18 13:01"),
        ("09-18 11:30", 60, "09-18 13:30"),
        ("09-18 12:00", 60, "09-18 14:00"),
        ("09-18 12:30", 60, "09-18 14:00"),
        ("09-18 16:00", 60, "09-18 17:00"),
        ("09-18 16:00", 61, "09-20 09:01"),  # over Saturday to the worked Sunday
        ("09-18 17:00", 1, "09-20 09:01"),
        ("09-19 10:00", 1, "09-20 09:01"),
        ("09-20 16:50", 20, "09-21 09:10"),
        ("09-18 09:00", 420, "09-18 17:00"),
        ("09-18 09:00", 421, "09-20 09:01"),
        ("09-30 16:30", 60, "10-08 09:30"),  # over National Day
        ("09-30 17:00", 420, "10-08 17:00"),
        ("09-30 17:00", 3 * 420 + 1, "10-12 09:01"),  # 8, 9 and the worked Saturday 10 October are full
        ("09-18 11:59:30", 1, "09-18 13:00:30"),
        ("09-18 11:59:59.999999", 1, "09-18 13:00:59.999999"),
        ("09-18 16:59:30", 1, "09-20 09:00:30"),
    ],
)
def test_minutes_pass_only_while_the_hall_is_open(moment, minutes, end):
    """Minutes stand still at lunch, at night and on days off, and may end at the closing time."""
    assert XIAMEN.add_minutes(at(moment), minutes, national()) == at(end)


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("09-18 09:00", "09-18 09:00", 0),
        ("09-18 09:00", "09-18 09:01", 1),
        ("09-18 11:30", "09-18 13:30", 60),
        ("09-18 12:00", "09-18 13:00", 0),
        ("09-18 08:00", "09-18 18:00", 420),
        ("09-18 16:00", "09-20 10:00", 120),
        ("09-18 09:00", "09-21 00:00", 840),  # Friday and the worked Sunday
        ("09-24 17:00", "09-28 09:00", 0),  # over 中秋节
        ("09-30 09:00", "10-12 09:00", 1680),  # 30 September, 8, 9 and 10 October: 4 x 420
        ("09-18 09:00", "09-18 09:15:01", 15 + 1 / 60),
        ("09-18 11:59:30", "09-18 13:00:30", 1),
        ("09-18 09:00", "09-18 09:00:30", 0.5),
    ],
)
def test_open_minutes_are_counted(start, end, minutes):
    """The minutes from start to end are those during which the hall is open; backwards they are negative."""
    counted = XIAMEN.count_minutes(at(start), at(end), national())

    assert counted == minutes
    assert XIAMEN.count_minutes(at(end), at(start), national()) == -minutes
    assert isinstance(counted, int) == (minutes == int(minutes))


def test_the_open_time_is_exact():
    """A microsecond counts, and what no fraction of a minute can say is told as a time."""
    start, end = at("09-18 11:59:59.999999"), at("09-18 13:00:00.000002")

    assert XIAMEN.open_time(start, end, national()) == timedelta(microseconds=3)
    assert XIAMEN.open_time(end, start, national()) == -timedelta(microseconds=3)
    assert XIAMEN.open_time(at("09-18 17:00"), at("09-20 09:00"), national()) == timedelta(0)
    # A limit of 15 minutes is passed by a microsecond.
    assert XIAMEN.count_minutes(at("09-18 09:00"), at("09-18 09:15:00.000001"), national()) > 15


@pytest.mark.parametrize("minutes", [-1, 1.5, "60", None])
def test_minutes_to_add_are_whole_and_not_negative(minutes):
    """A negative, broken or missing number of minutes is named."""
    with pytest.raises(InvalidHoursError) as caught:
        XIAMEN.add_minutes(at("09-18 09:00"), minutes, national())

    assert str(caught.value) == f"expected whole minutes, 0 or more, got {minutes!r}"


# Zones


def test_moments_with_a_zone_are_taken_to_local_time():
    """01:30 in UTC is 09:30 in Xiamen; the answer has no zone."""
    utc = datetime(2026, 9, 18, 1, 30, tzinfo=UTC)
    tokyo = datetime(2026, 9, 18, 13, 30, tzinfo=timezone(timedelta(hours=9)))  # 12:30 in Xiamen

    assert XIAMEN.is_open(utc, national())
    assert not XIAMEN.is_open(tokyo, national())
    assert XIAMEN.next_opening(utc, national()) == at("09-18 09:30")
    assert XIAMEN.next_opening(tokyo, national()) == at("09-18 13:00")
    assert XIAMEN.closes_at(utc, national()) == at("09-18 12:00")
    assert XIAMEN.add_minutes(utc, 0, national()) == at("09-18 09:30")
    assert XIAMEN.add_minutes(utc, 180, national()) == at("09-18 13:30")
    assert XIAMEN.count_minutes(utc, tokyo, national()) == 150
    # Late on Sunday in UTC it is Monday in Xiamen: 17:00 on 20 September is 01:00 on the 21st.
    assert XIAMEN.next_opening(datetime(2026, 9, 20, 17, 0, tzinfo=UTC), national()) == at("09-21 09:00")


class Unsaid(tzinfo):
    """A zone that gives no offset."""

    def utcoffset(self, _):
        """Nothing."""
        return


def test_local_time_has_no_zone():
    """A moment without a zone, or without an offset, is left as it is; another is moved by its offset."""
    assert local(at("09-18 09:00")) == at("09-18 09:00")
    assert local(at("09-18 09:00").replace(tzinfo=Unsaid())) == at("09-18 09:00")
    assert local(at("12-31 23:30").replace(tzinfo=UTC)) == at("2027-01-01 07:30")
    assert local(at("09-18 09:00").replace(tzinfo=timezone(timedelta(hours=8)))) == at("09-18 09:00")


@pytest.mark.parametrize("moment", [date(2026, 9, 18), "2026-09-18 09:00", None])
def test_a_day_is_no_moment(moment):
    """A day is never read as its midnight."""
    with pytest.raises(ContextError, match="expected a moment, got"):
        local(moment)
    with pytest.raises(ContextError):
        XIAMEN.is_open(moment, national())


# Where the answer ends


def test_beyond_the_published_years_nothing_is_told():
    """Up to the closing on the last published day there are answers; after it the notice is awaited."""
    last = at("12-31 16:00")

    assert XIAMEN.add_minutes(last, 60, national()) == at("12-31 17:00")
    assert not XIAMEN.is_open(at("12-31 23:59:59"), national())
    assert XIAMEN.count_minutes(at("12-31 09:00"), at("2027-01-01"), national()) == 420
    assert XIAMEN.count_minutes(at("2027-01-01"), at("12-31 09:00"), national()) == -420
    for ask in (
        lambda: XIAMEN.add_minutes(last, 61, national()),
        lambda: XIAMEN.add_minutes(last, 10**9, national()),
        lambda: XIAMEN.next_opening(at("12-31 17:00"), national()),
        lambda: XIAMEN.is_open(at("2027-01-01"), national()),
        lambda: XIAMEN.closes_at(at("2027-01-01"), national()),
        lambda: XIAMEN.add_minutes(at("2027-01-01"), 0, national()),
        lambda: XIAMEN.count_minutes(last, at("2027-01-01 00:00:00.000001"), national()),
        lambda: XIAMEN.spans_on(date(2027, 1, 1), national()),
    ):
        with pytest.raises(UnpublishedYearError) as caught:
            ask()

        assert caught.value.day == date(2027, 1, 1)
        assert caught.value.last == date(2026, 12, 31)


def test_before_the_published_years_nothing_is_told():
    """The first published day is 2007-01-01, and a moment before it has no answer, not even midnight."""
    assert not XIAMEN.is_open(at("2007-01-01"), national())  # 元旦
    with pytest.raises(UnpublishedYearError) as caught:
        XIAMEN.count_minutes(at("2006-12-31 23:59"), at("2007-01-04"), national())

    assert caught.value.day == date(2006, 12, 31)


def test_outside_the_validity_nothing_is_told():
    """Both ends of the validity count; a day outside has no hours, and the error says which it has."""
    hours = ServiceHours.weekdays(
        "09:00-12:00", "13:00-17:00", first=date(2026, 9, 18), last=date(2026, 9, 22)
    )  # Friday to Tuesday

    assert hours.is_open(at("09-18 09:00"), national())
    assert hours.add_minutes(at("09-22 16:59"), 1, national()) == at("09-22 17:00")
    # Friday, the worked Sunday, Monday and Tuesday: 4 x 420.
    assert hours.count_minutes(at("09-18 00:00"), at("09-23 00:00"), national()) == 1680
    for ask, day in [
        (lambda: hours.is_open(at("09-17 23:59"), national()), date(2026, 9, 17)),
        (lambda: hours.spans_on(date(2026, 9, 23), national()), date(2026, 9, 23)),
        (lambda: hours.add_minutes(at("09-22 16:59"), 2, national()), date(2026, 9, 23)),
        (lambda: hours.next_opening(at("09-22 17:00"), national()), date(2026, 9, 23)),
        (lambda: hours.count_minutes(at("09-22 17:00"), at("09-23 00:01"), national()), date(2026, 9, 23)),
        # The validity is asked first: these hours say nothing about 2027, whatever its notice will.
        (lambda: hours.is_open(at("2027-01-04"), national()), date(2027, 1, 4)),
    ]:
        with pytest.raises(UnstatedHoursError) as caught:
            ask()

        assert (caught.value.day, caught.value.first, caught.value.last) == (day, hours.first, hours.last)
        assert isinstance(caught.value, ZwfwError)
        assert isinstance(caught.value, LookupError)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 9, 18), date(2026, 9, 22), "valid from 2026-09-18 to 2026-09-22"),
        (date(2026, 9, 18), None, "valid from 2026-09-18 on"),
        (None, date(2026, 9, 16), "valid to 2026-09-16"),
    ],
)
def test_the_error_says_when_the_hours_are_valid(first, last, words):
    """An end that is open is told as open."""
    hours = ServiceHours.weekdays("09:00-12:00", first=first, last=last)

    with pytest.raises(UnstatedHoursError) as caught:
        hours.is_open(at("09-17 09:00"), national())

    assert str(caught.value) == f"no opening hours are stated for 2026-09-17; these are {words}"


def test_a_validity_may_lie_outside_the_published_years():
    """Hours of 2028 can be held now; their days await the notice, and other days have none."""
    hours = ServiceHours.weekdays("09:00-12:00", first=date(2028, 1, 3), last=date(2028, 1, 4))

    for day in (3, 4):
        with pytest.raises(UnpublishedYearError):
            hours.is_open(at(f"2028-01-0{day} 09:00"), national())
    for moment in ("09-18 09:00", "2028-01-02 09:00", "2028-01-05 09:00"):
        with pytest.raises(UnstatedHoursError):
            hours.is_open(at(moment), national())


# Values and faults


def test_hours_are_values():
    """The same hours are equal and hash alike however they were written; copies and changes keep them."""
    by_day = dict.fromkeys(range(1, 6), (MORNING, AFTERNOON))
    same = ServiceHours(week={7: (), **by_day})

    assert same == XIAMEN
    assert hash(same) == hash(XIAMEN)
    assert len({same, XIAMEN, ROTA}) == 2
    assert dict(XIAMEN.week) == by_day
    assert pickle.loads(pickle.dumps(XIAMEN)) == XIAMEN
    assert copy.deepcopy(ROTA) == ROTA
    assert attrs.evolve(XIAMEN, week=ROTA.week) == ROTA
    assert attrs.evolve(XIAMEN, last=date(2026, 9, 18)).week == XIAMEN.week
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        XIAMEN.first = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("09:00-12:00", MORNING),
        ("00:00-24:00", Span(time(0), time(0))),
        ("23:59-24:00", Span(time(23, 59), time(0))),
        ("00:00-00:01", Span(time(0), time(0, 1))),
    ],
)
def test_a_span_is_read_from_text_and_written_as_it(text, span):
    """A span reads as two clock times, and 24:00 is the midnight that ends the day."""
    hours = ServiceHours.weekdays(text)

    assert hours.makeup == (span,)
    assert str(span) == text


def test_a_span_with_seconds_is_written_with_them():
    """Nothing of a span is left out of its text."""
    assert str(Span(time(9, 0, 30), time(12))) == "09:00:30-12:00"


@pytest.mark.parametrize(
    "text", ["9:00-12:00", "09:00-25:00", "09:60-12:00", "24:00-24:00", "09:00", "09:00–12:00", "", " 09:00-12:00"]
)
def test_other_text_is_no_span(text):
    """What is not two clock times with a hyphen between is named with its place."""
    with pytest.raises(InvalidHoursError) as caught:
        ServiceHours.weekdays(text)

    assert caught.value.faults == (f"expected a span as 09:00-12:00, got {text!r} @ week[1,2,3,4,5][0]",)
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize(
    ("week", "faults"),
    [
        ({}, ["expected a span on at least one day, got none @ week"]),
        ({1: ()}, ["expected a span on at least one day, got none @ week"]),
        (
            {0: "09:00-12:00", 8: "09:00-12:00", "Monday": "09:00-12:00"},
            [
                "expected a weekday from 1 (Monday) to 7 (Sunday), got 0 @ week",
                "expected a weekday from 1 (Monday) to 7 (Sunday), got 8 @ week",
                "expected a weekday from 1 (Monday) to 7 (Sunday), got 'Monday' @ week",
            ],
        ),
        ({6: "12:00-09:00"}, ["expected an end after the start, got 12:00-09:00 @ week[6][0]"]),
        ({6: "12:00-12:00"}, ["expected an end after the start, got 12:00-12:00 @ week[6][0]"]),
        (
            {6: ("09:00-12:00", "11:59-17:00")},
            ["expected a start after 09:00-12:00, got 11:59-17:00 @ week[6]"],
        ),
        (
            {6: ("09:00-12:00", "12:00-17:00")},
            ["expected a start after 09:00-12:00, got 12:00-17:00 @ week[6]"],
        ),
        (
            {6: ("13:00-17:00", "09:00-12:00")},
            ["expected a start after 13:00-17:00, got 09:00-12:00 @ week[6]"],
        ),
        (
            {6: ("13:00-24:00", "09:00-12:00")},
            ["expected a start after 13:00-24:00, got 09:00-12:00 @ week[6]"],
        ),
        ({6: None}, ["expected a span as 09:00-12:00, got None @ week[6][0]"]),
        ({6: [["09:00-12:00"]]}, ["expected a span as 09:00-12:00, got ['09:00-12:00'] @ week[6][0]"]),
        (
            {6: [Span(time(9, tzinfo=UTC), time(12))], 7: [Span("09:00", "12:00")]},
            [
                f"expected two times without a zone, got {Span(time(9, tzinfo=UTC), time(12))!r} @ week[6][0]",
                "expected two times without a zone, got Span(start='09:00', end='12:00') @ week[7][0]",
            ],
        ),
    ],
)
def test_faults_of_the_week_are_named(week, faults):
    """Each fault of a week comes with its day and its place."""
    with pytest.raises(InvalidHoursError) as caught:
        ServiceHours(week=week)

    assert caught.value.faults == tuple(faults)


def test_a_touching_minute_apart_is_fine():
    """Spans with a minute between them stand."""
    assert len(ServiceHours.weekdays("09:00-12:00", "12:01-17:00").makeup) == 2


def test_all_faults_come_together():
    """Faults of the week, of the make-up days and of the validity are told in one error."""
    with pytest.raises(InvalidHoursError) as caught:
        ServiceHours.weekdays("9-12", "13:00-13:00", makeup=["late"], first=date(2026, 9, 22), last=date(2026, 9, 18))

    assert caught.value.faults == (
        "expected a span as 09:00-12:00, got '9-12' @ week[1,2,3,4,5][0]",
        "expected an end after the start, got 13:00-13:00 @ week[1,2,3,4,5][1]",
        "expected a span as 09:00-12:00, got 'late' @ makeup[0]",
        "last 2026-09-18 is before first 2026-09-22 @ last",
    )
    assert str(caught.value) == "; ".join(caught.value.faults)


@pytest.mark.parametrize("day", ["2026-09-18", at("09-18")])
def test_the_validity_is_told_in_days(day):
    """Text and moments are no days; a validity of one day is fine."""
    with pytest.raises(InvalidHoursError) as caught:
        ServiceHours.weekdays("09:00-12:00", first=day, last=date(2026, 9, 18))

    assert caught.value.faults == (f"expected a day, got {day!r} @ first",)
    one_day = ServiceHours.weekdays("09:00-12:00", first=date(2026, 9, 18), last=date(2026, 9, 18))
    assert one_day.is_open(at("09-18 09:00"), national())


# Laws, against an oracle that walks from span to span


@st.composite
def service_hours(draw):
    """Opening hours with up to three spans on each day of the week, valid for thirteen months."""

    def spans():
        edges = sorted(draw(st.sets(st.integers(0, 24 * 60), max_size=6)))
        return tuple(Span(clock(start), clock(end)) for start, end in zip(edges[::2], edges[1::2], strict=False))

    def clock(minute):
        return time(minute // 60 % 24, minute % 60)

    week = {weekday: spans() for weekday in range(1, 8)}
    if not any(week.values()):
        week[1] = (MORNING,)
    return ServiceHours(week=week, makeup=spans(), first=date(2025, 12, 1), last=date(2026, 12, 31))


MOMENTS = st.datetimes(at("2025-12-01"), at("2026-11-30"))
CALENDARS = st.sampled_from(
    [
        national(),
        national().with_layer("乙〔2026〕2号", closed=[date(2026, 3, 2), date(2026, 3, 7)], worked=[date(2026, 3, 8)]),
    ]
)
# The Saturdays and Sundays that the notice for 2026 has off: those inside 1-3 January, 15-23 February, 4-6 April,
# 1-5 May, 19-21 June, 25-27 September and 1-7 October.
FESTIVE_WEEKENDS = {
    date(2026, 1, 3),
    *(date(2026, 2, day) for day in (15, 21, 22)),
    *(date(2026, 4, day) for day in (4, 5)),
    *(date(2026, 5, day) for day in (2, 3)),
    *(date(2026, 6, day) for day in (20, 21)),
    *(date(2026, 9, day) for day in (26, 27)),
    *(date(2026, 10, day) for day in (3, 4)),
}


def walk(hours, calendar, start, until):
    """The open intervals from *start* to *until*, day by day."""
    closed = {day for layer in calendar.layers for day in layer.closed} | FESTIVE_WEEKENDS
    day = start.date()
    while day <= until.date():
        works, is_weekend = calendar.is_working_day(day), day.isoweekday() > 5
        if works:
            spans = hours.makeup if is_weekend else dict(hours.week).get(day.isoweekday(), ())
        else:
            spans = dict(hours.week).get(day.isoweekday(), ()) if is_weekend and day not in closed else ()
        for span in spans:
            opens = datetime.combine(day, span.start)
            closes = datetime.combine(day, span.end) + timedelta(days=span.end == time())
            if max(opens, start) < min(closes, until):
                yield max(opens, start), min(closes, until)
        day += timedelta(days=1)


@given(service_hours(), CALENDARS, MOMENTS, MOMENTS)
def test_open_time_is_what_a_walk_over_the_days_finds(hours, calendar, one, other):
    """The sum over all open intervals is the open time."""
    start, end = sorted((one, other))
    walked = sum((till - since for since, till in walk(hours, calendar, start, end)), timedelta())

    assert hours.open_time(start, end, calendar) == walked
    assert hours.count_minutes(start, end, calendar) == walked / timedelta(minutes=1)


@given(service_hours(), CALENDARS, MOMENTS)
def test_the_state_of_a_moment_is_what_a_walk_finds(hours, calendar, moment):
    """Open, next opening and closing agree with the open intervals of the next weeks."""
    ahead = list(walk(hours, calendar, moment, moment + timedelta(days=30)))
    opening, closing = ahead[0] if ahead else (None, None)

    assert hours.is_open(moment, calendar) == (opening == moment)
    assert hours.closes_at(moment, calendar) == (closing if opening == moment else None)
    if opening is not None:
        assert hours.next_opening(moment, calendar) == opening


@given(service_hours(), CALENDARS, MOMENTS, st.integers(1, 2000))
def test_added_minutes_end_where_a_walk_ends(hours, calendar, moment, minutes):
    """The end is the earliest moment by which so many minutes were open."""
    left = timedelta(minutes=minutes)
    for opening, closing in walk(hours, calendar, moment, at("12-31 23:59:59.999999")):
        if left <= closing - opening:
            assert hours.add_minutes(moment, minutes, calendar) == opening + left
            return
        left -= closing - opening


@given(service_hours(), CALENDARS, st.lists(MOMENTS, min_size=3, max_size=5))
def test_open_times_of_adjoining_intervals_add_up(hours, calendar, moments):
    """From the first moment to the last is the sum of the ways between, in whatever order they lie."""
    ways = [hours.open_time(start, end, calendar) for start, end in pairwise(moments)]

    assert sum(ways, timedelta()) == hours.open_time(moments[0], moments[-1], calendar)


@given(CALENDARS, MOMENTS, st.integers(0, 8000))
def test_adding_and_counting_go_together(calendar, moment, minutes):
    """So many minutes added are so many counted, and a minute fewer ends before."""
    for hours in (XIAMEN, ROTA, ALL_DAY):
        end = hours.add_minutes(moment, minutes, calendar)

        assert hours.count_minutes(moment, end, calendar) == minutes
        assert end >= moment
        assert not minutes or hours.add_minutes(moment, minutes - 1, calendar) < end


@given(CALENDARS, MOMENTS, st.integers(0, 2000), st.integers(0, 2000))
def test_minutes_can_be_added_in_two_steps(calendar, moment, one, other):
    """One wait after another ends where one wait of both ends."""
    first = XIAMEN.add_minutes(moment, one, calendar)

    assert XIAMEN.add_minutes(first, other, calendar) == XIAMEN.add_minutes(moment, one + other, calendar)


@pytest.mark.parametrize("week", ["x", None, 7])
def test_a_week_is_spans_by_weekday(week):
    """Anything else is refused by name."""
    with pytest.raises(InvalidHoursError, match=r"expected spans by weekday, got .* @ week"):
        ServiceHours(week=week)
