"""Estimates: where a deadline can fall while a notice is awaited, held against every notice since 2008."""

from datetime import date, timedelta
from functools import cache
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwfw.calendars import WorkCalendar, from_workalendar, national
from zwfw.calendars.estimate import assumed_breaks
from zwfw.errors import UnpublishedYearError

# Nobody could have foretold the parade of 2015 and the epidemic of 2020, and the estimate says that it does not.
EXTRAORDINARY = {"2015-parade", "2020-extension"}
YEARS = range(2008, 2027)
NUMBERS = (1, 5, 10, 20, 30, 60)


def on(text: str) -> date:
    """The day that is written like 2026-11-14."""
    return date.fromisoformat(text)


@cache
def as_it_came() -> WorkCalendar:
    """What all notices but the extraordinary ones say."""
    return WorkCalendar(notices=[n for n in national().notices if n.id not in EXTRAORDINARY])


@cache
def awaiting(year: int) -> WorkCalendar:
    """The calendar on the day before the notice of *year* was known."""
    (awaited,) = (notice for notice in national().notices if year in notice.years)
    return WorkCalendar(notices=[n for n in as_it_came().notices if n.known_on < awaited.known_on])


def true_day(day: date, n: int) -> date | None:
    """What came out; ``None`` where it is still not settled."""
    try:
        due = as_it_came().add(day, n)
    except UnpublishedYearError:
        return None
    return due if due <= date(2026, 12, 28) else None


# The law


@pytest.mark.parametrize(
    ("year", "festival", "days"),
    [
        # Spring Festival: the eve and two days, then three days, then the eve and three days.
        (2013, "春节", ["2013-02-09", "2013-02-10", "2013-02-11"]),
        (2014, "春节", ["2014-01-31", "2014-02-01", "2014-02-02"]),
        (2024, "春节", ["2024-02-10", "2024-02-11", "2024-02-12"]),
        (2025, "春节", ["2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31"]),
        (2027, "春节", ["2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08"]),
        (2024, "劳动节", ["2024-05-01"]),
        (2025, "劳动节", ["2025-05-01", "2025-05-02"]),
        (2027, "元旦", ["2027-01-01"]),
        (2027, "清明节", ["2027-04-05"]),
        (2028, "清明节", ["2028-04-04"]),
        (2027, "端午节", ["2027-06-09"]),
        (2027, "中秋节", ["2027-09-15"]),
        (2027, "国庆节", ["2027-10-01", "2027-10-02", "2027-10-03"]),
    ],
)
def test_statutory_days(year, festival, days):
    """The statutory days are those of the regulation as it stands for the year, lunar ones from the almanac."""
    (found,) = (one for one in assumed_breaks(year) if one.festival == festival)

    assert [str(day) for day in found.statutory] == days


@pytest.mark.parametrize("year", YEARS)
def test_statutory_days_were_off(year):
    """No notice since 2008 ordered work on a day that we take for statutory, and each named its festival."""
    for one in assumed_breaks(year):
        for day in one.statutory:
            reason = national().why(day)
            assert not reason.is_working
            assert one.festival in reason.festival


@pytest.mark.parametrize("year", YEARS)
def test_notices_keep_the_balance(year):
    """A year has as many working days as weekdays less statutory days: what a notice takes off it gives back."""
    # The turn of the year belongs to the next notice, so count from the turn of one to the turn of the other.
    first, last = date(year - 1, 12, 28), date(year, 12, 28)
    weekdays = sum((first + timedelta(days=i)).weekday() < 5 for i in range(1, (last - first).days + 1))
    statutory = sum(len(one.statutory) for one in assumed_breaks(year))

    assert as_it_came().count(first, last) == weekdays - statutory


# The bounds


@pytest.mark.parametrize("year", YEARS)
def test_the_day_that_came_was_within_the_bounds(year, record_property):
    """With the notice of the year still awaited, the day that came out later lies within the bounds."""
    widths = []
    # Every fifth day, beginning with another one each year.
    for offset in range(year % 5, 380, 5):
        day = date(year - 1, 12, 20) + timedelta(days=offset)
        for n in NUMBERS:
            if due := true_day(day, n):
                estimate = awaiting(year).estimate(day, n)
                assert estimate.earliest <= due <= estimate.latest, (day, n)
                widths.append((estimate.latest - estimate.earliest).days)

    record_property("mean_width_days", fmean(widths))
    assert fmean(widths) < 2.5
    assert max(widths) <= 16


@given(st.sampled_from(YEARS), st.integers(-20, 360), st.integers(-60, 60))
def test_bounds_hold_both_ways(year, offset, n):
    """Forward, backward and with n = 0, from any day, the day that came out lies within the bounds."""
    day = date(year - 1, 12, 28) + timedelta(days=offset)
    estimate = awaiting(year).estimate(day, n)

    if due := true_day(day, n):
        assert estimate.earliest <= due <= estimate.latest


@given(
    st.sampled_from(YEARS),
    st.dictionaries(st.sampled_from([29, 30, 31]), st.booleans(), min_size=1),
    st.integers(-5, 15),
    st.integers(-8, 12),
)
def test_bounds_hold_under_a_layer(year, orders, offset, n):
    """A layer over the provisional days stands, whatever the notice will say about them."""
    closed = [date(year - 1, 12, day) for day, is_worked in orders.items() if not is_worked]
    worked = [date(year - 1, 12, day) for day, is_worked in orders.items() if is_worked]
    day = date(year - 1, 12, 28) + timedelta(days=offset)

    estimate = awaiting(year).with_layer("A", closed=closed, worked=worked).estimate(day, n)
    due = as_it_came().with_layer("A", closed=closed, worked=worked).add(day, n)

    assert estimate.earliest <= due <= estimate.latest


@given(st.dates(date(2007, 6, 1), date(2026, 12, 28)), st.integers(-60, 60))
def test_published_days_leave_nothing_open(day, n):
    """Where the answer lies in the settled days, both bounds are the answer and nothing is awaited."""
    try:
        due = national().add(day, n)
    except UnpublishedYearError:
        return
    estimate = national().estimate(day, n)

    if due <= date(2026, 12, 28):
        assert (estimate.earliest, estimate.latest) == (due, due)
        assert (estimate.awaited, estimate.assumed) == ((), ())


# By hand


@pytest.mark.parametrize(
    ("day", "n", "earliest", "latest", "awaited", "festivals"),
    [
        # The last settled day is Monday 28 December 2026.
        ("2026-12-25", 1, "2026-12-28", "2026-12-28", (), []),
        ("2026-12-28", 0, "2026-12-28", "2026-12-28", (), []),
        ("2026-12-26", 0, "2026-12-28", "2026-12-28", (), []),
        ("2026-12-29", -1, "2026-12-28", "2026-12-28", (), []),
        # Tuesday the 29th is too far from Friday 1 January 2027 to be off.
        ("2026-12-28", 1, "2026-12-29", "2026-12-29", (2027,), ["元旦"]),
        ("2026-12-29", 0, "2026-12-29", "2026-12-29", (2027,), ["元旦"]),
        # The 30th and 31st may be off. Then Saturday 2 January is worked for one of them and Sunday for the other.
        ("2026-12-29", 1, "2026-12-30", "2027-01-02", (2027,), ["元旦"]),
        ("2026-12-30", 0, "2026-12-30", "2027-01-02", (2027,), ["元旦"]),
        # Back from the 31st: the 30th, or the 29th if that is off.
        ("2026-12-31", -1, "2026-12-29", "2026-12-30", (2027,), ["元旦"]),
        # Back from Monday 4 January: Thursday if nothing is moved, else the weekend day that is worked in exchange.
        ("2027-01-04", -1, "2026-12-31", "2027-01-03", (2027,), ["元旦"]),
        # Far from any festival the law is enough: Monday 5 July 2027 and five working days.
        ("2027-07-05", 5, "2027-07-12", "2027-07-12", (2027,), []),
        ("2027-07-12", -5, "2027-07-05", "2027-07-05", (2027,), []),
        ("2027-07-10", 0, "2027-07-12", "2027-07-12", (2027,), []),
        # Across Qingming, Monday 5 April 2027: 22 March to 2 April are ten working days, 6-9 April four, 12-16 April
        # five. The nineteenth is after all that the notice may move, so its choice does not matter.
        ("2027-03-19", 19, "2027-04-16", "2027-04-16", (2027,), ["清明节"]),
        # From far in the future back into the settled days: 29, 30, 31 December and 4-8 January are eight working days,
        # in whatever order; the ninth is Monday 28 December 2026, the tenth Friday 25 December.
        ("2027-01-11", -10, "2026-12-25", "2026-12-25", (2027,), ["元旦"]),
    ],
)
def test_bounds_by_hand(day, n, earliest, latest, awaited, festivals):  # noqa: PLR0917  (a row of a table)
    """The bounds are the days that can be worked out with the calendar on the wall."""
    estimate = national().estimate(on(day), n)

    assert (estimate.day, estimate.n) == (on(day), n)
    assert (estimate.earliest, estimate.latest) == (on(earliest), on(latest))
    assert (estimate.awaited, [one.festival for one in estimate.assumed]) == (awaited, festivals)


def test_a_layer_on_a_provisional_day_is_counted():
    """A local closure of 29 December moves the estimate; a local working day on the 30th settles it."""
    closed = national().with_layer("A", closed=[on("2026-12-29")]).estimate(on("2026-12-28"), 1)
    worked = national().with_layer("A", worked=[on("2026-12-30")]).estimate(on("2026-12-29"), 1)

    # As from the 29th above.
    assert (closed.earliest, closed.latest) == (on("2026-12-30"), on("2027-01-02"))
    assert (worked.earliest, worked.latest) == (on("2026-12-30"), on("2026-12-30"))


def test_a_layer_on_a_provisional_day_leaves_the_balance():
    """What is worked by local order on the 30th is not given back by the notice, and not lost to it either."""
    estimate = national().with_layer("A", worked=[on("2026-12-30")]).estimate(on("2026-12-30"), 1)

    # Thursday the 31st, or, if the notice takes it off, the Saturday or at the latest the Sunday worked for it.
    assert (estimate.earliest, estimate.latest) == (on("2026-12-31"), on("2027-01-03"))


def test_what_was_assumed_is_said():
    """The break of Spring Festival 2027 is given with its statutory days and the limits it is taken to keep."""
    (spring,) = national().estimate(on("2027-02-01"), 8).assumed

    assert spring.festival == "春节"
    # New Year's Day is Saturday 6 February. Two days before the eve and five after the last statutory day may be off;
    # weekends from twelve days before to ten days after may be worked.
    assert (spring.statutory[0], spring.statutory[-1]) == (on("2027-02-05"), on("2027-02-08"))
    assert (spring.off_first, spring.off_last) == (on("2027-02-03"), on("2027-02-13"))
    assert (spring.make_up_first, spring.make_up_last) == (on("2027-01-24"), on("2027-02-18"))


def test_several_years_may_be_awaited():
    """An estimate over the turn of a year names every notice that it waits for."""
    estimate = national().estimate(on("2027-12-20"), 10)

    assert estimate.awaited == (2027, 2028)
    assert {one.festival for one in estimate.assumed} == {"元旦"}


def test_before_the_first_notice_nothing_is_estimated():
    """The years before 2007 are past, and how they were is not for us to estimate."""
    with pytest.raises(UnpublishedYearError) as caught:
        national().estimate(on("2006-12-31"), 5)
    assert caught.value.day == on("2006-12-31")
    with pytest.raises(UnpublishedYearError):
        national().estimate(on("2007-01-05"), -5)


def test_a_calendar_without_notices_is_not_estimated():
    """What another library says about its years is taken as it is, and beyond them nothing is known."""
    from workalendar.europe import France

    calendar = from_workalendar(France(), 2018, 2018)

    # From Monday 10 December 2018 the fourth working day is Friday 14. After Friday 28 only Monday 31 is left.
    estimate = calendar.estimate(on("2018-12-10"), 4)
    assert (estimate.earliest, estimate.latest, estimate.awaited) == (on("2018-12-14"), on("2018-12-14"), ())
    with pytest.raises(UnpublishedYearError):
        calendar.estimate(on("2018-12-28"), 2)


@pytest.mark.parametrize(
    ("day", "n"), [("2099-10-15", 1), ("2099-12-01", 1), ("2099-12-05", -1), ("2026-11-14", 10**6)]
)
def test_the_lunar_tables_end_with_2099(day, n):
    """Beyond November 2099 nobody can say when Spring Festival is, and so no estimate is given."""
    with pytest.raises(UnpublishedYearError) as caught:
        national().estimate(on(day), n)
    assert caught.value.day == on("2099-12-01")


def test_the_last_estimates_before_the_lunar_tables_end():
    """Until then estimates are given, over however many years."""
    # Monday 14 September 2099, and Tuesday.
    assert national().estimate(on("2099-09-14"), 1).earliest == on("2099-09-15")


@pytest.mark.parametrize("year", range(2008, 2100))
def test_lunar_days_against_lunardate(year):
    """The packaged days are those of another package, which comes with workalendar."""
    lunardate = pytest.importorskip("lunardate")
    days = {one.festival: one.statutory for one in assumed_breaks(year)}
    with_eve = year < 2014 or year >= 2025

    def solar(month, day):
        return date(1900, 1, 31) + (lunardate.LunarDate(year, month, day) - date(1900, 1, 31))

    assert days["春节"][1 if with_eve else 0] == solar(1, 1)
    assert days["端午节"] == (solar(5, 5),)
    assert days["中秋节"] == (solar(8, 15),)


def test_lunar_days_on_the_wall_calendar():
    """Spring Festival 2027 is on 6 February, Dragon Boat on 9 June, Mid-Autumn on 15 September."""
    days = {one.festival: one.statutory for one in assumed_breaks(2027)}

    assert days["春节"] == (date(2027, 2, 5), date(2027, 2, 6), date(2027, 2, 7), date(2027, 2, 8))
    assert days["端午节"] == (date(2027, 6, 9),)
    assert days["中秋节"] == (date(2027, 9, 15),)
