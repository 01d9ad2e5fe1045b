"""The context: where and when, as the caller gives it."""

from datetime import UTC, date, datetime

import pytest

from zwfw import Area, Context
from zwfw.calendars import national
from zwfw.errors import AmbiguousAreaError, ContextError, UnknownReadingError


@pytest.mark.parametrize(
    ("given", "held"),
    [
        (date(2025, 6, 3), datetime(2025, 6, 3, 23, 59, 59, 999999)),
        ("2025-06-03", datetime(2025, 6, 3, 23, 59, 59, 999999)),
        (datetime(2025, 6, 3, 9), datetime(2025, 6, 3, 9)),
        ("2025-06-03T09:00", datetime(2025, 6, 3, 9)),
        (datetime(2025, 6, 3, 20, tzinfo=UTC), datetime(2025, 6, 4, 4)),
        ("2025-06-03T20:00Z", datetime(2025, 6, 4, 4)),
    ],
)
def test_as_of(given, held):
    """A day stands for its end; a moment with a zone is taken to China's time, where it may be the next day."""
    found = Context(area="350000", as_of=given)

    assert (found.as_of, found.day) == (held, held.date())


@pytest.mark.parametrize("given", ["now", "", 20250603, None])
def test_what_is_no_moment(given):
    """The error names the field, what was expected and what was given."""
    with pytest.raises(ContextError, match="as_of: expected a day or a moment, got"):
        Context(area="350000", as_of=given)


def test_it_must_be_given():
    """Nothing reads today's date: without a moment there is no context."""
    with pytest.raises(TypeError, match="as_of"):
        Context(area="350000")


def test_area_and_readings_are_taken_as_they_come():
    """Codes, names and areas; an ambiguous name and an unknown reading are refused."""
    assert Context(area="涵江区", as_of="2025-06-03").area == Context(area=Area("350303"), as_of="2025-06-03").area
    with pytest.raises(AmbiguousAreaError):
        Context(area="平潭", as_of="2025-06-03")
    with pytest.raises(UnknownReadingError):
        Context(area="350303", as_of="2025-06-03", readings={"x": "y"})


def test_scoped_keeps_the_moment():
    """Another area and another day of law, the same moment and calendar."""
    ctx = Context(area="350000", as_of="2026-03-31")

    old = ctx.scoped(Area("350303"), date(2026, 3, 5))

    assert (old.as_of, old.calendar) == (ctx.as_of, national())
    assert (old.has("hanjiang-2023/T36"), ctx.has("hanjiang-2023/T36")) == (True, False)
    assert old.parameter("instant_minutes").value == 60


def test_otherwise():
    """The same context under each other option of a reading."""
    (other,) = Context(area="350303", as_of="2025-06-03").otherwise("paper-window-start")

    assert other.readings["paper-window-start"] == "passing"


def test_it_is_a_value():
    """Two contexts that ask the same are equal and hash alike."""
    one, two = (Context(area="350303", as_of="2025-06-03") for _ in range(2))

    assert one == two
    assert hash(one) == hash(two)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"day": "2025"}, "day: expected a day, got '2025'"),
        ({"day": 3}, "day: expected a day, got 3"),
        ({"calendar": None}, "calendar: expected a WorkCalendar, got None"),
        ({"readings": ["a"]}, r"readings: expected a mapping of reading to option, got \['a'\]"),
    ],
)
def test_what_does_not_fit_is_named(changes, message):
    """Each argument of the wrong kind is refused by name."""
    with pytest.raises(ContextError, match=message):
        Context(area="350000", as_of="2025-06-03", **changes)


@pytest.mark.parametrize("day", ["2025-01-01", date(2025, 1, 1), datetime(2024, 12, 31, 20, tzinfo=UTC)])
def test_the_day_of_law_may_be_given(day):
    """As a date, a text or a moment, which is taken to China's day."""
    assert Context(area="350000", as_of="2025-06-03", day=day).day == date(2025, 1, 1)
