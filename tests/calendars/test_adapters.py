"""Other calendar libraries get our days right, and we take theirs over."""

import pickle
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from workalendar.asia import China
from workalendar.core import SAT, SUN, CoreCalendar
from workalendar.europe import Germany
from workalendar.exceptions import CalendarError, UnsupportedDateType

from zwfw.calendars import national
from zwfw.calendars.adapters import from_workalendar, to_numpy, to_workalendar
from zwfw.errors import ContextError, UnpublishedYearError

FIRST, LAST = national().coverage
BEFORE, AFTER = FIRST - timedelta(1), LAST + timedelta(1)
OURS = to_workalendar(national())

# workalendar's China warns that its years end, and asks lunardate for dates under an old name.
CHINA_WARNS = pytest.mark.filterwarnings("ignore:Support years", "ignore:toSolarDate is deprecated")

covered = st.dates(FIRST, LAST)
inner = st.dates(date(2010, 1, 1), date(2024, 12, 31))
extras = st.none() | st.lists(st.dates(date(2010, 1, 1), date(2011, 1, 1)), max_size=4)


def days_of(first: date, last: date) -> list[date]:
    """All days from the first to the last."""
    return [first + timedelta(number) for number in range((last - first).days + 1)]


# To workalendar


def test_it_is_a_calendar_of_workalendar():
    """What takes a workalendar calendar takes ours."""
    assert isinstance(OURS, CoreCalendar)
    assert OURS.name == "Working days by official notice (工作日历)."
    assert OURS.get_weekend_days() == (SAT, SUN)


def test_each_day_is_worked_as_in_the_notices():
    """Each published day gets the answer that we give."""
    assert [OURS.is_working_day(day) for day in days_of(FIRST, LAST)] == [
        national().is_working_day(day) for day in days_of(FIRST, LAST)
    ]


@CHINA_WARNS
def test_it_differs_from_the_china_of_workalendar_where_that_is_wrong():
    """Of the six years that workalendar holds only the extension of Spring Festival 2020 is missing there."""
    theirs = China()

    differing = [
        day
        for day in days_of(date(2018, 1, 1), date(2023, 12, 31))
        if theirs.is_working_day(day) != OURS.is_working_day(day)
    ]

    assert differing == [date(2020, 1, 31), date(2020, 2, 1)]  # 国办发明电〔2020〕1号


@pytest.mark.parametrize(
    ("day", "delta", "found"),
    [
        # 2023: 29 September to 6 October off; Saturday 7 and Sunday 8 October worked.
        (date(2023, 9, 28), 1, date(2023, 10, 7)),
        (date(2023, 9, 28), 2, date(2023, 10, 8)),
        (date(2023, 9, 28), 3, date(2023, 10, 9)),
        (date(2023, 10, 7), -1, date(2023, 9, 28)),
        (date(2023, 10, 1), 1, date(2023, 10, 7)),
        (date(2023, 10, 1), 0, date(2023, 10, 1)),
        (date(2023, 10, 8), 0, date(2023, 10, 8)),
    ],
)
def test_add_working_days_over_national_day(day, delta, found):
    """Make-up weekends count; nothing added to a day is that day, worked or not, as workalendar has it."""
    assert OURS.add_working_days(day, delta) == found


@pytest.mark.parametrize("delta", [2, -2])
def test_sub_working_days_takes_away_whatever_the_sign(delta):
    """The sign of what is taken away is dropped, as workalendar drops it."""
    assert OURS.sub_working_days(date(2023, 10, 8), delta) == date(2023, 9, 28)


@given(inner, st.integers(-40, 40), extras, extras)
def test_adding_is_the_walk_of_workalendar(day, delta, worked, off):
    """The look-up finds the day that workalendar's own walk from day to day finds."""
    walked = CoreCalendar.add_working_days(OURS, day, delta, worked, off)

    assert OURS.add_working_days(day, delta, worked, off) == walked
    assert OURS.sub_working_days(day, delta, worked, off) == CoreCalendar.sub_working_days(
        OURS, day, delta, worked, off
    )


@given(inner, st.integers(-60, 60), st.booleans(), extras, extras)
def test_counting_is_the_walk_of_workalendar(start, span, include_start, worked, off):
    """The difference of two look-ups is the count of workalendar's own walk, in either order of the two days."""
    end = start + timedelta(span)
    walked = CoreCalendar.get_working_days_delta(OURS, start, end, include_start, worked, off)

    assert OURS.get_working_days_delta(start, end, include_start, worked, off) == walked


def test_get_working_days_delta_over_national_day():
    """7, 8 and 9 October 2023 are worked; the first day counts only on request, and one day is no span."""
    start, end = date(2023, 9, 28), date(2023, 10, 9)

    assert OURS.get_working_days_delta(start, end) == 3
    assert OURS.get_working_days_delta(end, start) == 3
    assert OURS.get_working_days_delta(start, end, include_start=True) == 4
    assert OURS.get_working_days_delta(date(2023, 10, 1), end, include_start=True) == 3
    assert OURS.get_working_days_delta(start, start, include_start=True) == 0


@pytest.mark.parametrize(
    ("day", "worked", "off", "is_working"),
    [
        (date(2023, 10, 2), [date(2023, 10, 2)], None, True),  # a holiday
        (date(2023, 10, 7), None, [date(2023, 10, 7)], False),  # a make-up Saturday
        (date(2023, 10, 7), [date(2023, 10, 7)], [date(2023, 10, 7)], True),
        (date(2023, 10, 2), [datetime(2023, 10, 2, 9)], None, True),
        (datetime(2023, 10, 7, 9), None, [date(2023, 10, 7)], False),
        (AFTER, [AFTER], None, True),
        (AFTER, None, [AFTER], False),
    ],
)
def test_extra_days_win_over_the_calendar(day, worked, off, is_working):
    """What the caller says of a day holds, an extra working day before an extra holiday, in unpublished years too."""
    assert OURS.is_working_day(day, extra_working_days=worked, extra_holidays=off) is is_working


def test_extra_days_move_the_answers():
    """With 2 October worked and 7 October off, the second working day after 28 September is the 8th."""
    extra = {"extra_working_days": [date(2023, 10, 2)], "extra_holidays": [date(2023, 10, 7)]}

    assert OURS.add_working_days(date(2023, 9, 28), 1, **extra) == date(2023, 10, 2)
    assert OURS.add_working_days(date(2023, 9, 28), 2, **extra) == date(2023, 10, 8)
    assert OURS.sub_working_days(date(2023, 10, 8), 2, **extra) == date(2023, 9, 28)
    assert OURS.get_working_days_delta(date(2023, 9, 28), date(2023, 10, 8), **extra) == 2


def test_a_moment_keeps_its_time_on_request():
    """A datetime gives a date, or with keep_datetime the same time on the day that is found."""
    moment = datetime(2023, 9, 28, 16, 30, tzinfo=UTC)

    assert OURS.add_working_days(moment, 1) == date(2023, 10, 7)
    assert type(OURS.add_working_days(moment, 0)) is date
    assert OURS.add_working_days(moment, 1, keep_datetime=True) == datetime(2023, 10, 7, 16, 30, tzinfo=UTC)
    assert OURS.sub_working_days(moment, 1, keep_datetime=True) == datetime(2023, 9, 27, 16, 30, tzinfo=UTC)
    assert OURS.add_working_days(moment, 0, keep_datetime=True) == moment
    assert OURS.add_working_days(date(2023, 9, 28), 1, keep_datetime=True) == date(2023, 10, 7)
    assert OURS.get_working_days_delta(moment, date(2023, 10, 7)) == 1


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2023, 10, 7), date(2023, 10, 7)),  # a make-up Saturday, for which workalendar says Monday
        (date(2023, 10, 2), date(2023, 10, 7)),  # a holiday, for which workalendar says the day itself
        (date(2023, 10, 14), date(2023, 10, 16)),
        (datetime(2023, 10, 14, 9), date(2023, 10, 16)),
    ],
)
def test_find_following_working_day_knows_holidays_and_make_up_days(day, found):
    """The day itself or the next one that is worked."""
    assert OURS.find_following_working_day(day) == found


def test_holidays_are_the_days_off_with_their_festival():
    """The days that a notice takes off are told with what for, weekends in their midst included, others not."""
    holidays = OURS.holidays(2023)

    assert [day for day, _ in holidays if day.month in (9, 10)] == days_of(date(2023, 9, 29), date(2023, 10, 6))
    assert OURS.get_holiday_label(date(2023, 1, 22)) == "春节"
    assert OURS.is_holiday(date(2023, 9, 30))
    assert not OURS.is_holiday(date(2023, 10, 7))
    assert not OURS.is_holiday(date(2023, 10, 14))
    assert OURS.is_holiday(date(2023, 10, 14), extra_holidays=[date(2023, 10, 14)])
    assert OURS.holidays_set(2023) == {day for day, _ in holidays}
    assert OURS.get_calendar_holidays(2023) == holidays


def test_holidays_are_a_list_of_ones_own():
    """Whoever changes the list changes nobody else's."""
    OURS.holidays(2023).clear()

    assert OURS.holidays(2023)


def test_a_local_closure_is_a_holiday():
    """A day that a layer closes is off by its document, be it a weekday, a weekend or a make-up day."""
    typhoon, weekend, make_up, back = date(2026, 7, 10), date(2026, 7, 11), date(2026, 9, 20), date(2026, 10, 7)
    local = national().with_layer("台风停办通告", closed=[typhoon, weekend, make_up], worked=[back])
    calendar = to_workalendar(local)

    assert [entry for entry in calendar.holidays(2026) if entry[1] == "台风停办通告"] == [
        (typhoon, "台风停办通告"),
        (weekend, "台风停办通告"),
        (make_up, "台风停办通告"),
    ]
    assert not calendar.is_working_day(make_up)
    assert not calendar.is_holiday(back)
    assert calendar.is_working_day(back)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: OURS.is_working_day(AFTER),
        lambda: OURS.is_working_day(BEFORE),
        lambda: OURS.is_working_day(date(2027, 1, 9)),  # a Saturday, for which workalendar would say no
        lambda: OURS.is_working_day(AFTER, extra_working_days=[LAST]),
        lambda: OURS.add_working_days(LAST, 1),
        lambda: OURS.add_working_days(AFTER, 1),
        lambda: OURS.add_working_days(AFTER, 0),
        lambda: OURS.add_working_days(AFTER, -1),
        lambda: OURS.add_working_days(LAST, 1, extra_holidays=[date(2026, 7, 10)]),
        lambda: OURS.sub_working_days(FIRST, 1),
        lambda: OURS.get_working_days_delta(LAST, AFTER),
        lambda: OURS.get_working_days_delta(BEFORE, FIRST),
        lambda: OURS.get_working_days_delta(AFTER, AFTER),
        lambda: OURS.get_working_days_delta(LAST, AFTER, extra_holidays=[LAST]),
        lambda: OURS.find_following_working_day(AFTER),
        lambda: OURS.holidays(2027),
        lambda: OURS.is_holiday(AFTER),
        lambda: OURS.get_holiday_label(AFTER),
    ],
)
def test_no_method_answers_outside_the_published_years(ask):
    """Where a weekend or the end of a walk lies outside, workalendar's silent answer is an error of ours."""
    with pytest.raises(UnpublishedYearError):
        ask()


def test_holidays_need_a_year():
    """Without a year workalendar would look at the clock; we do not."""
    with pytest.raises(ContextError, match="expected a year, got None"):
        OURS.holidays()


def test_what_is_no_day_is_refused_as_workalendar_refuses_it():
    """A text is no day."""
    with pytest.raises(UnsupportedDateType):
        OURS.is_working_day("2023-10-07")


def test_it_can_be_pickled():
    """A copy from another process gives the same answers."""
    copied = pickle.loads(pickle.dumps(OURS))

    assert copied.add_working_days(date(2023, 9, 28), 1) == date(2023, 10, 7)


# From workalendar


def test_there_and_back_is_the_same():
    """Each day is worked as it was, make-up weekends too, and the ends are kept."""
    back = from_workalendar(OURS, FIRST.year, LAST.year)

    assert back.coverage == national().coverage
    assert [back.is_working_day(day) for day in days_of(FIRST, LAST)] == [
        national().is_working_day(day) for day in days_of(FIRST, LAST)
    ]


def test_a_calendar_from_workalendar_rests_on_no_notice():
    """What is known of a day is the class that says so."""
    calendar = from_workalendar(Germany(), 2024, 2026)

    reason = calendar.why(date(2026, 5, 1))

    assert calendar.notices == ()
    assert (reason.is_working, reason.notice, reason.festival) == (False, None, None)
    assert reason.document == "workalendar.europe.germany.Germany"
    assert calendar.why(date(2026, 5, 2)).document is None  # an ordinary Saturday
    assert calendar.add(date(2026, 4, 30), 1) == date(2026, 5, 4)  # over Labour Day, a Friday
    assert calendar.coverage == (date(2024, 1, 1), date(2026, 12, 31))


def test_calendars_from_workalendar_differ_by_their_days():
    """Equal days of the same class and years make equal calendars; other years or another class do not."""
    calendar = from_workalendar(Germany(), 2024, 2026)

    assert calendar == from_workalendar(Germany(), 2024, 2026)
    assert hash(calendar) == hash(from_workalendar(Germany(), 2024, 2026))
    assert calendar != from_workalendar(Germany(), 2024, 2025)
    assert calendar != from_workalendar(OURS, 2024, 2026)


def test_a_calendar_from_workalendar_takes_layers():
    """A closure above it keeps its years and its other days."""
    closed = from_workalendar(Germany(), 2026, 2026).with_layer("Sturmwarnung", closed=[date(2026, 4, 30)])

    assert closed.coverage == (date(2026, 1, 1), date(2026, 12, 31))
    assert closed.add(date(2026, 4, 29), 1) == date(2026, 5, 4)


def test_nothing_about_other_years_is_guessed_for_a_calendar_without_notices():
    """Neither the rules of Chinese festivals nor a Chinese notice says anything about another country's days."""
    calendar = from_workalendar(Germany(), 2026, 2026)
    last = date(2026, 12, 31)

    assert not calendar.is_provisional(last)
    with pytest.raises(UnpublishedYearError):
        calendar.estimate(last, 1)
    with pytest.raises(UnpublishedYearError):
        calendar.as_known(last)
    with pytest.raises(ContextError, match="rests on no notice"):
        calendar.with_notice(national().notices[-1])


def test_weekends_of_another_kind_are_taken_over():
    """A week with Friday and Saturday off has its Sundays worked."""

    class FridayAndSaturday(CoreCalendar):
        """Two other days of rest."""

        WEEKEND_DAYS = (4, 5)

    calendar = from_workalendar(FridayAndSaturday(), 1969, 1970)

    assert calendar.add(date(1969, 12, 31), 2) == date(1970, 1, 4)  # Thursday 1, Sunday 4 January
    assert calendar.add_many(np.array(["1969-12-31"], dtype="M8[D]"), 2).tolist() == [date(1970, 1, 4)]


@CHINA_WARNS
def test_a_year_without_data_is_not_taken_over():
    """The years that workalendar lacks are named, though it answers for their weekends."""
    assert not China().is_working_day(date(2024, 2, 4))  # a make-up Sunday: this answer is wrong

    with pytest.raises(UnpublishedYearError, match="notices held: 2022-2023") as raised:
        from_workalendar(China(), 2022, 2025)

    assert raised.value.day == date(2024, 1, 1)
    assert raised.value.__notes__ == ["years that China has no data for: 2024, 2025"]
    assert isinstance(raised.value.__cause__, CalendarError)


@CHINA_WARNS
def test_no_year_with_data_is_told():
    """Where none of the years is held there is no span to name."""
    with pytest.raises(UnpublishedYearError, match="notices held: none"):
        from_workalendar(China(), 2024, 2024)


def test_years_run_forward():
    """One year is a span; a last year before the first is none."""
    assert from_workalendar(Germany(), 2026, 2026).coverage.first == date(2026, 1, 1)
    with pytest.raises(ContextError, match="expected the last year not before the first, 2026, got 2025"):
        from_workalendar(Germany(), 2026, 2025)


# To numpy


@given(covered, st.integers(-300, 300))
def test_numpy_adds_as_we_do(day, n):
    """Within the horizon numpy finds our day, rolling back for n >= 1 and forward for the others."""
    numpy = to_numpy(national())
    roll = "backward" if n > 0 else "forward"
    try:
        found = national().add(day, n)
    except UnpublishedYearError:
        found = None

    theirs = np.busday_offset(np.datetime64(day), n, roll=roll, busdaycal=numpy.busdaycalendar).item()

    assert theirs == found if found else not numpy.first <= theirs <= numpy.last


@given(covered, covered)
def test_numpy_counts_as_we_do(one, other):
    """Shifted by a day, because numpy counts from the first day and leaves out the last."""
    start, end = sorted(np.array([one, other], dtype="M8[D]"))

    theirs = np.busday_count(start + 1, end + 1, busdaycal=to_numpy(national()).busdaycalendar)

    assert theirs == national().count(start.item(), end.item())


def test_numpy_knows_the_make_up_weekend():
    """Sunday 20 September 2026 is worked, and 25 September to 7 October is as the notice has it."""
    numpy = to_numpy(national())
    days = np.arange("2026-09-18", "2026-10-12", dtype="M8[D]")

    worked = np.is_busday(days, busdaycal=numpy.busdaycalendar)

    assert worked.tolist() == [national().is_working_day(day) for day in days.tolist()]
    assert worked[2]


def test_numpy_has_no_opinion_beyond_the_horizon_and_does_not_say_so():
    """The day after the last one is New Year's Day, for which numpy says that it is worked: so the horizon is told."""
    numpy = to_numpy(national())

    assert (numpy.first, numpy.last) == national().coverage
    assert np.is_busday(np.datetime64(AFTER), busdaycal=numpy.busdaycalendar)
    assert np.is_busday(np.datetime64(BEFORE), busdaycal=numpy.busdaycalendar)


def test_a_calendar_gives_its_adapters():
    """The methods of the calendar are these functions."""
    assert national().to_workalendar().add_working_days(date(2026, 9, 18), 1) == date(2026, 9, 20)
    assert national().to_numpy().last == LAST


def test_nothing_is_loaded_before_it_is_asked_for():
    """A calendar that answers for single days needs neither numpy nor workalendar."""
    code = """
import sys
from datetime import date
from zwfw.calendars import national
national().add(date(2026, 9, 18), 1)
print(sorted({"numpy", "workalendar"} & sys.modules.keys()))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
