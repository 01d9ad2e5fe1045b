"""What a record of opening hours takes, and the hours of the calendars made of it."""

from datetime import datetime

import pytest
from pydantic import ValidationError

from support import UNSTATED, stated
from zwfw.calendars import national
from zwfw.errors import InvalidHoursError
from zwfw.records import OpenSpan, VenueHours
from zwfw.records.venue_hours import merged

BASE = {
    "venue": "厦门市政务服务中心",
    "weekdays": [1, 2, 3, 4, 5],
    "spans": [{"opens": "09:00", "closes": "12:00"}, {"opens": "13:00", "closes": "17:00"}],
    "rota_weekdays": [],
    "open_on_festivals": False,
    "open_on_make_up_weekends": False,
    "open_on_shifted_rest_days": False,
}


def hours(**changes):
    """A hall open from Monday to Friday, with your changes."""
    return VenueHours(**stated(BASE | changes))


def told(**changes):
    """The spans of Friday, Saturday and Sunday of an ordinary week, and of a worked Sunday."""
    found = hours(**changes).service_hours()
    days = [datetime(2025, 9, day) for day in (19, 20, 21, 28)]
    return [[str(span) for span in found.spans_on(day, national())] for day in days]


@pytest.mark.parametrize(
    ("opens", "closes", "fault"),
    [
        ("09:00", "09:01", None),
        ("09:00", "00:00", None),  # the midnight at which the day ends
        ("00:00", "00:00", None),  # the whole day
        ("09:00", "09:00", "closes 09:00:00 is not after opens 09:00:00"),
        ("09:00", "08:59", "closes 08:59:00 is not after opens 09:00:00"),
        ("09:00+08:00", "12:00", "expected a time without a zone"),
    ],
)
def test_a_span_ends_after_it_begins(opens, closes, fault):
    """At the same minute is too early, and times have no zone."""
    if fault is None:
        assert OpenSpan(opens=opens, closes=closes).opens.hour == int(opens[:2])
        return
    with pytest.raises(ValidationError, match=fault):
        OpenSpan(opens=opens, closes=closes)


@pytest.mark.parametrize(("field", "days"), [("weekdays", [0]), ("weekdays", [8]), ("rota_weekdays", [5])])
def test_days_are_those_of_a_week(field, days):
    """A rota is one of Saturdays and Sundays."""
    with pytest.raises(ValidationError, match=field):
        hours(**{field: days})


@pytest.mark.parametrize(
    ("spans", "found"),
    [
        ([], []),
        (None, []),
        ([("13:00", "17:00"), ("09:00", "12:00")], ["09:00-12:00", "13:00-17:00"]),
        ([("09:00", "11:00"), ("11:00", "12:00")], ["09:00-12:00"]),
        ([("09:00", "12:00"), ("10:00", "11:00")], ["09:00-12:00"]),
        ([("09:00", "11:00"), ("10:00", "00:00")], ["09:00-24:00"]),
        ([("09:00", "11:00"), ("11:01", "12:00")], ["09:00-11:00", "11:01-12:00"]),
    ],
)
def test_spans_that_touch_or_overlap_are_one(spans, found):
    """However they are written."""
    given = None if spans is None else [OpenSpan(opens=opens, closes=closes) for opens, closes in spans]

    assert [str(span) for span in merged(given)] == found


SET = ["09:00-12:00", "13:00-17:00"]
MORNING = [{"opens": "09:00", "closes": "12:00"}]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, [SET, [], [], []]),
        ({"open_on_make_up_weekends": True}, [SET, [], [], SET]),
        ({"rota_weekdays": [6], "rota_spans": MORNING}, [SET, ["09:00-12:00"], [], []]),
        ({"rota_weekdays": None, "rota_spans": UNSTATED}, [SET, [], [], []]),
        ({"weekdays": [5, 7], "open_on_festivals": None}, [SET, [], SET, []]),
        ({"weekdays": None, "rota_weekdays": [7], "rota_spans": MORNING}, [[], [], ["09:00-12:00"], []]),
    ],
)
def test_hours_become_those_of_the_calendars(changes, found):
    """With the rota of weekends, and with worked weekends where the hall is open on them."""
    assert told(**changes) == found


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({"open_on_make_up_weekends": UNSTATED}, ["open_on_make_up_weekends"]),
        ({"weekdays": UNSTATED, "spans": UNSTATED}, ["weekdays", "spans"]),
        ({"rota_weekdays": UNSTATED}, ["rota_weekdays"]),
        ({"rota_weekdays": [6]}, ["rota_spans"]),
        ({"open_on_festivals": UNSTATED}, ["open_on_festivals"]),
        ({"open_on_festivals": True}, ["open_on_festivals"]),
        ({"open_on_shifted_rest_days": True}, ["open_on_shifted_rest_days"]),
        ({"spans": []}, ["week"]),
    ],
)
def test_what_is_not_known_or_cannot_be_said_is_named(changes, faults):
    """The hours of the calendars are closed on days off, and guess nothing."""
    with pytest.raises(InvalidHoursError) as caught:
        hours(**changes).service_hours()

    assert [fault.rpartition("@ ")[2] for fault in caught.value.faults] == faults
