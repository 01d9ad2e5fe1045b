"""The calendar of working days: edges worked by hand from the notices, and laws."""

import pickle
from datetime import date, datetime, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.vendor.pretty import pretty

import zwfw.calendars
from zwfw import Context
from zwfw.calendars import (
    DayKind,
    DaySpan,
    Festival,
    Layer,
    Notice,
    WorkCalendar,
    national,
)
from zwfw.errors import DataFileError, LayerError, UnpublishedYearError

FIRST, LAST = date(2007, 1, 1), date(2026, 12, 31)
TYPHOON = "关于台风期间暂停办理的通告"

days = st.dates(FIRST, LAST)
# 60 working days lie between the inner days and either end.
inner_days = st.dates(date(2007, 6, 1), date(2026, 6, 30))


def on(text: str) -> date:
    """The day that is written like 2026-11-14."""
    return date.fromisoformat(text)


def notice_of(year: int, *festivals: Festival, **changes: object) -> Notice:
    """A sound notice of *year*, issued on 20 November before it."""
    facts: dict[str, object] = {
        "id": str(year),
        "title": f"关于{year}年部分节假日安排的通知",
        "issued_on": date(year - 1, 11, 20),
        "url": "https://example.org",
        "years": (year,),
        "festivals": festivals or (Festival(name="元旦", off=(DaySpan(date(year, 1, 1), date(year, 1, 1)),)),),
    }
    return Notice(**facts | changes)


# Adding


@pytest.mark.parametrize(
    ("day", "n", "due"),
    [
        # An ordinary week: Friday 13 November 2026, Saturday, Sunday, Monday 16.
        ("2026-11-13", 1, "2026-11-16"),
        ("2026-11-14", 1, "2026-11-16"),
        ("2026-11-15", 1, "2026-11-16"),
        ("2026-11-16", 1, "2026-11-17"),
        ("2026-11-14", 5, "2026-11-20"),
        ("2026-11-14", 6, "2026-11-23"),
        # Sunday 20 September 2026 is worked, 25-27 September are off, 1-7 October are off, Saturday 10 is worked.
        ("2026-09-18", 1, "2026-09-20"),
        ("2026-09-19", 1, "2026-09-20"),
        ("2026-09-20", 1, "2026-09-21"),
        ("2026-09-24", 1, "2026-09-28"),
        ("2026-09-30", 1, "2026-10-08"),
        ("2026-09-30", 3, "2026-10-10"),
        ("2026-09-30", 4, "2026-10-12"),
        # Saturday 14 February 2026 is worked, 15-23 are off, Saturday 28 is worked.
        ("2026-02-13", 1, "2026-02-14"),
        ("2026-02-13", 2, "2026-02-24"),
        ("2026-02-18", 1, "2026-02-24"),
        # 24, 25, 26, 27, 28 February, then Monday 2 March.
        ("2026-02-18", 5, "2026-02-28"),
        ("2026-02-18", 6, "2026-03-02"),
        # 2024: Friday 9 February, New Year's Eve, is worked; 10-17 off; Sunday 18 worked.
        ("2024-02-08", 1, "2024-02-09"),
        ("2024-02-08", 2, "2024-02-18"),
        # 2020: the holiday lasts to Sunday 2 February; Saturday 1 February is off after all.
        ("2020-01-23", 1, "2020-02-03"),
        # 2018/19: Saturday 29 December is worked, 30 December to 1 January are off.
        ("2018-12-28", 1, "2018-12-29"),
        ("2018-12-28", 2, "2019-01-02"),
        # Backwards, and from rest days backwards.
        ("2026-11-16", -1, "2026-11-13"),
        ("2026-11-15", -1, "2026-11-13"),
        ("2026-11-14", -1, "2026-11-13"),
        ("2026-10-08", -1, "2026-09-30"),
        ("2026-10-01", -1, "2026-09-30"),
        # 30, 29, 28 September, then 24 September.
        ("2026-10-08", -4, "2026-09-24"),
        ("2026-09-21", -1, "2026-09-20"),
        ("2026-09-20", -1, "2026-09-18"),
        # None: the day itself, or the next working day.
        ("2026-11-13", 0, "2026-11-13"),
        ("2026-11-14", 0, "2026-11-16"),
        ("2026-09-20", 0, "2026-09-20"),
        ("2026-10-01", 0, "2026-10-08"),
        # Both ends: 1-3 January 2007 are off; Thursday 31 December 2026 is worked, as far as is known.
        ("2007-01-01", 0, "2007-01-04"),
        ("2007-01-01", 1, "2007-01-04"),
        ("2007-01-05", -1, "2007-01-04"),
        ("2026-12-30", 1, "2026-12-31"),
        ("2026-12-31", 0, "2026-12-31"),
        ("2026-12-31", -1, "2026-12-30"),
    ],
)
def test_the_nth_working_day(day, n, due):
    """Day 1 is the first working day after the day, make-up weekends counted, whether it is itself worked or not."""
    assert national().add(on(day), n) == on(due)


@pytest.mark.parametrize(
    ("day", "n", "asked"),
    [
        ("2026-12-31", 1, "2027-01-01"),
        ("2026-12-30", 2, "2027-01-01"),
        ("2027-01-01", 1, "2027-01-01"),
        ("2027-01-01", 0, "2027-01-01"),
        ("2027-03-01", -1, "2027-03-01"),
        ("2007-01-04", -1, "2006-12-31"),
        ("2007-01-01", -1, "2006-12-31"),
        ("2006-12-31", 1, "2006-12-31"),
        ("2006-12-31", -1, "2006-12-31"),
    ],
)
def test_beyond_the_notices_nothing_is_guessed(day, n, asked):
    """A day or an answer outside the published years is an error that names it and what is held."""
    with pytest.raises(UnpublishedYearError) as caught:
        national().add(on(day), n)

    assert (caught.value.day, caught.value.first, caught.value.last) == (on(asked), FIRST, LAST)


def test_no_working_day_is_left():
    """Where the last published days are rest days, the first working day from there on is not known."""
    # 2022 ends on Saturday 31 December, which the notice of 2023 takes off; pretend that no later notice is known.
    calendar = national().as_known(on("2022-12-31"))
    calendar = WorkCalendar(notices=calendar.notices[:-1])

    assert calendar.coverage.last == on("2022-12-31")
    assert calendar.add(on("2022-12-30"), 0) == on("2022-12-30")
    with pytest.raises(UnpublishedYearError) as caught:
        calendar.add(on("2022-12-31"), 0)
    assert caught.value.day == on("2023-01-01")


@given(inner_days, st.integers(1, 60))
def test_forward_and_back_returns(day, n):
    """From a working day, n forward and n back is the same day."""
    start = national().add(day, 0)

    assert national().add(national().add(start, n), -n) == start


@given(inner_days, st.integers(1, 60))
def test_counting_undoes_adding(day, n):
    """There are n working days from any day, itself not counted, to the n-th one; none of them lies after it."""
    due = national().add(day, n)

    assert national().count(day, due) == n
    assert national().is_working_day(due)


@given(inner_days, inner_days, st.integers(-60, 60))
def test_adding_keeps_the_order_of_days(one, other, n):
    """Who starts later is not due earlier."""
    earlier, later = sorted((one, other))

    assert national().add(earlier, n) <= national().add(later, n)


@given(inner_days, st.integers(-60, 59))
def test_more_working_days_end_later(day, n):
    """One more working day is due later, save that n = 0 and n = 1 coincide on a rest day."""
    less, more = national().add(day, n), national().add(day, n + 1)

    assert less < more or (n == 0 and less == more and not national().is_working_day(day))


@given(inner_days, st.integers(1, 60))
def test_adding_is_walking(day, n):
    """The tables give what walking from day to day gives."""
    walked, left = day, n
    while left:
        walked += timedelta(days=1)
        left -= national().is_working_day(walked)

    assert national().add(day, n) == walked


# Counting


@pytest.mark.parametrize(
    ("start", "end", "number"),
    [
        ("2026-11-13", "2026-11-13", 0),
        ("2026-11-13", "2026-11-15", 0),
        ("2026-11-13", "2026-11-16", 1),
        ("2026-11-14", "2026-11-16", 1),
        ("2026-11-12", "2026-11-13", 1),
        # 8, 9, 10 (worked Saturday), 12 October.
        ("2026-09-30", "2026-10-12", 4),
        ("2026-10-12", "2026-09-30", -4),
        ("2026-11-16", "2026-11-13", -1),
        # The first and the last day themselves.
        ("2007-01-01", "2007-01-04", 1),
        ("2026-12-30", "2026-12-31", 1),
    ],
)
def test_counting_leaves_the_start_out(start, end, number):
    """The start is not counted, the end is; the other way round the count is negative."""
    assert national().count(on(start), on(end)) == number


@pytest.mark.parametrize(
    ("start", "end", "asked"),
    [
        ("2006-12-31", "2007-01-05", "2006-12-31"),
        ("2007-01-05", "2006-12-31", "2006-12-31"),
        ("2026-12-31", "2027-01-01", "2027-01-01"),
        ("2027-01-01", "2026-12-31", "2027-01-01"),
    ],
)
def test_counting_stops_at_the_notices(start, end, asked):
    """Neither end may lie outside the published years."""
    with pytest.raises(UnpublishedYearError) as caught:
        national().count(on(start), on(end))

    assert caught.value.day == on(asked)


@given(days, days, days)
def test_counts_add_up(a, b, c):
    """The count from a to c is that from a to b and from b to c; turned round it is the negative."""
    count = national().count

    assert count(a, b) == -count(b, a)
    assert count(a, c) == count(a, b) + count(b, c)


# A single day


def test_next_is_the_first_working_day_after():
    """The next working day is never the day itself."""
    assert national().next(on("2026-11-13")) == on("2026-11-16")
    assert national().next(on("2026-11-16")) == on("2026-11-17")
    with pytest.raises(UnpublishedYearError):
        national().next(LAST)


@pytest.mark.parametrize("day", ["2006-12-31", "2027-01-01"])
def test_a_day_outside_is_neither_worked_nor_off(day):
    """Whether a day outside the published years is worked is not known, nor why, nor whether it may change."""
    for ask in (national().is_working_day, national().why, national().is_provisional):
        with pytest.raises(UnpublishedYearError) as caught:
            ask(on(day))
        assert caught.value.day == on(day)


@pytest.mark.parametrize(
    ("day", "answer", "festival", "number", "amended"),
    [
        ("2026-09-18", (True, DayKind.WORKDAY), None, None, None),
        ("2026-09-19", (False, DayKind.WEEKEND), None, None, None),
        ("2026-09-20", (True, DayKind.MAKE_UP), "国庆节", "国办发明电〔2025〕7号", None),
        ("2026-09-25", (False, DayKind.HOLIDAY), "中秋节", "国办发明电〔2025〕7号", None),
        ("2026-10-03", (False, DayKind.HOLIDAY), "国庆节", "国办发明电〔2025〕7号", None),
        # The notice of 2019 speaks of the last days of 2018.
        ("2018-12-29", (True, DayKind.MAKE_UP), "元旦", "国办发明电〔2018〕15号", None),
        ("2018-12-31", (False, DayKind.HOLIDAY), "元旦", "国办发明电〔2018〕15号", None),
        # 1 May was off before; 2 May was worked; 4 May is a Saturday; 5 May is a Sunday.
        ("2019-05-01", (False, DayKind.HOLIDAY), "劳动节", "国办发明电〔2019〕3号", None),
        ("2019-05-02", (False, DayKind.HOLIDAY), "劳动节", "国办发明电〔2019〕3号", "国办发明电〔2018〕15号"),
        ("2019-05-04", (False, DayKind.HOLIDAY), "劳动节", "国办发明电〔2019〕3号", None),
        ("2019-05-05", (True, DayKind.MAKE_UP), "劳动节", "国办发明电〔2019〕3号", "国办发明电〔2018〕15号"),
        # 30 January is off by the first notice alone; 1 February was to be worked; 2 February is a Sunday.
        ("2020-01-30", (False, DayKind.HOLIDAY), "春节", "国办发明电〔2019〕16号", None),
        ("2020-01-31", (False, DayKind.HOLIDAY), "春节", "国办发明电〔2020〕1号", "国办发明电〔2019〕16号"),
        ("2020-02-01", (False, DayKind.HOLIDAY), "春节", "国办发明电〔2020〕1号", "国办发明电〔2019〕16号"),
        ("2020-02-02", (False, DayKind.HOLIDAY), "春节", "国办发明电〔2020〕1号", None),
        ("2020-02-03", (True, DayKind.WORKDAY), None, None, None),
        # The parade changed days of the schedule of 2015, so that notice counts as amended.
        (
            "2015-09-03",
            (False, DayKind.HOLIDAY),
            "中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日",
            "国发明电〔2015〕1号",
            "国办发明电〔2014〕28号",
        ),
    ],
)
def test_each_day_says_why(day, answer, festival, number, amended):
    """A day names its festival, the notice that decides and the one whose answer it changed."""
    reason = national().why(on(day))

    assert reason.day == on(day)
    assert (reason.is_working, reason.kind) == answer
    assert reason.festival == festival
    assert (reason.notice and reason.notice.number, reason.amended and reason.amended.number) == (number, amended)
    assert reason.document is None


@given(days)
def test_reason_and_answer_agree(day):
    """What a day says why it is, it is."""
    reason = national().why(day)

    assert reason.is_working == national().is_working_day(day)
    assert reason.is_working == (reason.kind in {DayKind.WORKDAY, DayKind.MAKE_UP})
    assert (reason.notice is None) == (reason.festival is None)


def test_a_weekday_given_back_is_an_ordinary_one_again():
    """An amendment may give back a day off; its reason names the amendment and the notice it changed."""
    # 4 January 2027 is a Monday.
    first = notice_of(2027, Festival(name="元旦", off=(DaySpan(on("2027-01-01"), on("2027-01-04")),)))
    second = notice_of(
        2027,
        Festival(name="元旦", worked=(on("2027-01-04"),)),
        id="2027-less",
        years=(),
        amends=("2027",),
        issued_on=on("2026-12-28"),
    )

    reason = national().with_notice(first).with_notice(second).why(on("2027-01-04"))

    assert (reason.is_working, reason.kind, reason.notice, reason.amended) == (True, DayKind.WORKDAY, second, first)


@pytest.mark.parametrize(
    ("day", "is_provisional"),
    [("2026-12-28", False), ("2026-12-29", True), ("2026-12-31", True), ("2025-12-31", False), ("2007-01-01", False)],
)
def test_the_last_days_of_december_are_provisional(day, is_provisional):
    """The next notice may still change 29 to 31 December of the last published year, and no other day."""
    assert national().is_provisional(on(day)) is is_provisional


def test_a_moment_counts_as_its_day():
    """A ``datetime`` counts as the calendar day it is written with, in every question."""
    calendar = national()
    evening, later = datetime(2026, 11, 14, 23, 59), datetime(2026, 11, 16, 0, 1)

    assert calendar.add(evening, 1) == on("2026-11-16")
    assert calendar.add(evening, 0) == on("2026-11-16")
    assert calendar.add(later, -1) == on("2026-11-13")
    assert calendar.count(evening, later) == 1
    assert calendar.count(evening, on("2026-11-16")) == 1
    assert not calendar.is_working_day(evening)
    assert calendar.why(evening).day == on("2026-11-14")
    assert type(calendar.why(evening).day) is date
    assert calendar.as_known(evening) == calendar
    assert calendar.with_layer(TYPHOON, closed=[later]).layers[0].closed == (on("2026-11-16"),)
    with pytest.raises(UnpublishedYearError) as caught:
        calendar.is_working_day(datetime(2027, 1, 1, 8))
    assert type(caught.value.day) is date


# The whole calendar


def test_coverage_is_whole_years():
    """The calendar answers from 1 January 2007 to 31 December 2026."""
    assert national().coverage == (FIRST, LAST)
    assert (national().coverage.first, national().coverage.last) == (FIRST, LAST)
    assert repr(national()) == "<WorkCalendar 2007-01-01 to 2026-12-31, 23 notices, 0 layers>"


def test_hypothesis_prints_a_context_in_a_few_lines():
    """A failing property shows the calendar by its name, not day by day."""
    assert "calendar=<WorkCalendar 2007-01-01" in pretty(Context(area="350203", as_of=date(2025, 6, 3)))


def test_days_before_the_first_year_are_not_covered():
    """30 and 31 December 2006 stand in the notice of 2007, but the rest of 2006 is not known."""
    assert on("2006-12-30") in national().notices[0].festivals[0].worked
    with pytest.raises(UnpublishedYearError):
        national().is_working_day(on("2006-12-30"))


def test_coverage_ends_where_a_year_is_missing():
    """A notice for 2028 is held but answers nothing while that of 2027 is missing."""
    calendar = national().with_notice(notice_of(2028))
    assert calendar.coverage.last == LAST

    assert calendar.with_notice(notice_of(2027)).coverage.last == on("2028-12-31")


def test_the_national_calendar_is_made_once():
    """Asking twice gives the same object."""
    assert national() is national()


def test_calendars_do_not_change():
    """A calendar is frozen, equal by content, usable as a key, and survives pickling."""
    one = national().with_layer(TYPHOON, closed=[on("2026-07-10")])
    same = national().with_layer(TYPHOON, closed=[on("2026-07-10")])

    assert one == same != national()
    assert len({one, same, national()}) == 2
    thawed = pickle.loads(pickle.dumps(one))
    assert thawed == one
    assert thawed.add(on("2026-07-09"), 1) == on("2026-07-13")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        one.layers = ()


def test_a_calendar_needs_a_year():
    """Notices that publish no year make no calendar."""
    with pytest.raises(DataFileError, match="no notice publishes a year"):
        WorkCalendar(notices=())


# As known


@pytest.mark.parametrize(
    ("known_on", "last", "notices"),
    [
        ("2006-12-14", "2007-12-31", 1),
        ("2007-12-17", "2007-12-31", 1),
        ("2007-12-18", "2008-12-31", 2),
        ("2020-01-25", "2020-12-31", 16),
        ("2020-01-26", "2020-12-31", 17),
        ("2025-11-03", "2025-12-31", 22),
        ("2025-11-04", "2026-12-31", 23),
    ],
)
def test_as_known_holds_the_notices_issued_by_then(known_on, last, notices):
    """The day of issue counts; without one, the day of publication."""
    calendar = national().as_known(on(known_on))

    assert (calendar.coverage.last, len(calendar.notices)) == (on(last), notices)


def test_a_deadline_changes_with_what_is_known():
    """What was due on Friday 31 January 2020 is due on Monday 3 February once the holiday is lengthened."""
    assert national().as_known(on("2020-01-25")).add(on("2020-01-23"), 1) == on("2020-01-31")
    assert national().as_known(on("2020-01-25")).is_working_day(on("2020-02-01"))
    assert national().as_known(on("2020-01-26")).add(on("2020-01-23"), 1) == on("2020-02-03")


def test_nothing_was_known_before_the_first_notice():
    """Before 14 December 2006 no notice was issued, so there is no calendar."""
    with pytest.raises(UnpublishedYearError) as caught:
        national().as_known(on("2006-12-13"))

    assert (caught.value.day, caught.value.first, caught.value.last) == (on("2006-12-13"), None, None)


def test_layers_stay_unless_issued_later():
    """A layer without a day of issue stays, also where its days are not published yet; one issued later goes."""
    calendar = (
        national()
        .with_layer("A", closed=[on("2026-07-10")])
        .with_layer("B", closed=[on("2025-07-10")], issued_on=on("2025-07-09"))
        .with_layer("C", closed=[on("2025-07-11")], issued_on=on("2025-07-10"))
    )

    known = calendar.as_known(on("2025-07-09"))

    assert [layer.document for layer in known.layers] == ["A", "B"]
    assert not known.is_working_day(on("2025-07-10"))
    assert known.is_working_day(on("2025-07-11"))
    assert known.with_notice(national().notices[-1]).is_working_day(on("2026-07-10")) is False


# The next notice


def test_the_next_notice_extends_the_calendar():
    """A user adds a notice before a release does: the year is published, and its December days are settled."""
    # 1 January 2027 is a Friday; suppose Thursday 31 December is off as well and Saturday 26 December is worked.
    notice = notice_of(
        2027,
        Festival(name="元旦", off=(DaySpan(on("2026-12-31"), on("2027-01-03")),), worked=(on("2026-12-26"),)),
    )

    calendar = national().with_notice(notice)

    assert calendar.coverage == (FIRST, on("2027-12-31"))
    assert calendar.add(on("2026-12-25"), 1) == on("2026-12-26")
    assert calendar.add(on("2026-12-30"), 1) == on("2027-01-04")
    assert not calendar.is_provisional(on("2026-12-31"))
    assert calendar.is_provisional(on("2027-12-31"))
    assert national().coverage.last == LAST


def test_a_notice_that_is_held_already_adds_nothing():
    """The same days under another title or number are no second notice; other days for the year are refused."""
    held = national().notices[-1]
    assert national().with_notice(attrs.evolve(held, id="mine", title="放假安排", number="")) is national()

    with pytest.raises(DataFileError, match="mine: 2026 is published by 2026 already"):
        national().with_notice(attrs.evolve(held, id="mine", festivals=held.festivals[:-1]))


def test_layers_stay_under_the_next_notice():
    """A notice goes below the layers, so that the local order still has the last word."""
    calendar = national().with_layer("A", worked=[on("2026-12-31")])
    notice = notice_of(2027, Festival(name="元旦", off=(DaySpan(on("2026-12-31"), on("2027-01-01")),)))

    assert calendar.with_notice(notice).is_working_day(on("2026-12-31"))


# Layers


def test_a_layer_changes_its_days_and_says_so():
    """A closed Friday is skipped, a worked Saturday is counted, and both name the document."""
    # 10 July 2026 is a Friday, 11 July a Saturday.
    calendar = national().with_layer(TYPHOON, closed=[on("2026-07-10")], worked=[on("2026-07-11")])

    assert calendar.add(on("2026-07-09"), 1) == on("2026-07-11")
    assert calendar.add(on("2026-07-09"), 2) == on("2026-07-13")
    closed, worked = calendar.why(on("2026-07-10")), calendar.why(on("2026-07-11"))
    assert (closed.kind, closed.is_working, closed.document) == (DayKind.LOCAL_CLOSURE, False, TYPHOON)
    assert (worked.kind, worked.is_working, worked.document) == (DayKind.LOCAL_WORKDAY, True, TYPHOON)
    assert (closed.notice, closed.amended, closed.festival) == (None, None, None)


def test_a_layer_over_a_notice_names_what_it_changed():
    """A local closure of a make-up Sunday changes the notice; one of a day off leaves it as it was."""
    calendar = national().with_layer(TYPHOON, closed=[on("2026-09-20"), on("2026-10-01")])

    make_up, holiday = calendar.why(on("2026-09-20")), calendar.why(on("2026-10-01"))

    assert (make_up.festival, make_up.notice, make_up.document) == ("国庆节", None, TYPHOON)
    assert make_up.amended == national().notices[-1]
    assert (holiday.festival, holiday.amended, holiday.document) == ("国庆节", None, TYPHOON)


def test_the_later_layer_wins():
    """A second order that opens a closed day again has the last word, and the first layer is kept."""
    day = on("2026-07-10")
    calendar = national().with_layer("A", closed=[day]).with_layer("B", worked=[day])

    assert calendar.is_working_day(day)
    assert calendar.why(day).document == "B"
    assert calendar.layers == (Layer(document="A", closed=(day,)), Layer(document="B", worked=(day,)))
    assert national().layers == ()


@pytest.mark.parametrize(
    ("document", "closed", "worked", "faults"),
    [
        (TYPHOON, [], [], ["no day closed and no day worked"]),
        ("  ", [on("2026-07-10")], [], ["expected the document that orders it, got '  '"]),
        (TYPHOON, [LAST], [FIRST], []),
        (TYPHOON, [on("2027-01-01")], [], ["2027-01-01 is outside 2007-01-01 to 2026-12-31"]),
        (TYPHOON, [], [on("2006-12-31")], ["2006-12-31 is outside 2007-01-01 to 2026-12-31"]),
        (TYPHOON, ["2026-07-10"], [], ["expected a date, got '2026-07-10'"]),
        (
            "",
            [on("2027-01-01"), on("2026-07-10"), None],
            [on("2026-07-10")],
            [
                "expected the document that orders it, got ''",
                "expected a date, got None",
                "2027-01-01 is outside 2007-01-01 to 2026-12-31",
                "2026-07-10 is both closed and worked",
            ],
        ),
    ],
)
def test_faults_of_a_layer_are_named_together(document, closed, worked, faults):
    """All that is wrong with a layer is said at once."""
    if not faults:
        assert national().with_layer(document, closed=closed, worked=worked).layers
        return
    with pytest.raises(LayerError) as caught:
        national().with_layer(document, closed=closed, worked=worked)

    assert caught.value.document == document
    assert list(caught.value.faults) == faults


@given(
    st.sets(days, min_size=1, max_size=5),
    st.sets(days, max_size=5),
    days,
)
def test_a_layer_changes_only_its_days(closed, worked, day):
    """Its closed days are closed, its worked days are worked, every other day is as before."""
    worked -= closed
    calendar = national().with_layer(TYPHOON, closed=closed, worked=worked)

    assert not any(map(calendar.is_working_day, closed))
    assert all(map(calendar.is_working_day, worked))
    if day not in closed | worked:
        assert calendar.why(day) == national().why(day)


# The package


def test_public_names_load_on_first_use():
    """Every public name is found, an unknown one is not, and the list of names is whole."""
    for name in zwfw.calendars.__all__:
        assert getattr(zwfw.calendars, name).__name__ == name
    assert set(zwfw.calendars.__all__) <= set(dir(zwfw.calendars))
    with pytest.raises(AttributeError, match="has no attribute 'holidays'"):
        _ = zwfw.calendars.holidays


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"document": None, "closed": [date(2026, 7, 10)]}, "expected the document that orders it, got None"),
        ({"document": "通告", "closed": date(2026, 7, 10)}, "closed: expected dates, got datetime.date(2026, 7, 10)"),
        (
            {"document": "通告", "closed": [date(2026, 7, 10)], "issued_on": "2026-07-09"},
            "expected a date of issue, got '2026-07-09'",
        ),
        (
            {"document": "通告", "closed": [date(2026, 7, 10)], "issued_on": datetime(2026, 7, 9, 8)},
            "expected a date of issue, got datetime.datetime(2026, 7, 9, 8, 0)",
        ),
    ],
)
def test_a_layer_of_the_wrong_kind(given, fault):
    """What is no document, no list of dates or no date of issue is named."""
    with pytest.raises(LayerError) as caught:
        national().with_layer(**given)
    assert caught.value.faults == (fault,)
