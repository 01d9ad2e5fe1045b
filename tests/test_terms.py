"""Terms of completion: how they are written, when something is due, and the stretches of what recurs."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwfw import Area, clause
from zwfw.areas import AreaLevel, ZoneKind, areas
from zwfw.errors import TermError, ZwfwError
from zwfw.terms import Cadence, Stretch, Term, TermForm

BY_AREA = "by 350100=2022-09-30 350200=2022-12-31"
LANGS = ("zh", "en")


def held(text, first, last):
    """The stretches of the term *text* whose last day lies from *first* to *last*, as pairs of ISO days."""
    found = Term.parse(text).stretches(date.fromisoformat(first), date.fromisoformat(last))
    return [(each.first.isoformat(), each.last.isoformat()) for each in found]


def ends(text, first, last):
    """The last days of those stretches."""
    return [end for _, end in held(text, first, last)]


@pytest.mark.parametrize(
    ("text", "term", "zh", "en"),
    [
        ("", Term(form=TermForm.NONE), "未规定", "none stated"),
        ("ongoing", Term(form=TermForm.ONGOING), "持续性工作", "ongoing"),
        ("by 2022-12-31", Term(form=TermForm.BY, on=date(2022, 12, 31)), "2022-12-31 前完成", "by 2022-12-31"),
        (
            "by 2022-10-31 then ongoing",
            Term(form=TermForm.BY_THEN_ONGOING, on=date(2022, 10, 31)),
            "2022-10-31 前完成，并持续",
            "by 2022-10-31, then ongoing",
        ),
        (
            "by 2022-08-31 then yearly",
            Term(form=TermForm.BY_THEN_YEARLY, on=date(2022, 8, 31)),
            "2022-08-31 前首次完成，此后每年",
            "first by 2022-08-31, then every year",
        ),
        (
            BY_AREA,
            Term(form=TermForm.BY_AREA, on_by_area={"350100": date(2022, 9, 30), "350200": date(2022, 12, 31)}),
            "福州市 2022-09-30 前完成；厦门市 2022-12-31 前完成",
            "福州市 by 2022-09-30; 厦门市 by 2022-12-31",
        ),
        ("as rolled out", Term(form=TermForm.AS_ROLLED_OUT), "按部署进度", "as rolled out by the higher level"),
        (
            "as rolled out then ongoing",
            Term(form=TermForm.AS_ROLLED_OUT_THEN_ONGOING),
            "按部署进度并持续",
            "as rolled out by the higher level, then ongoing",
        ),
        ("every day", Term(form=TermForm.RECURRING, cadence=Cadence.DAY), "每日", "every day"),
        ("every month", Term(form=TermForm.RECURRING, cadence=Cadence.MONTH), "每月", "every month"),
        ("every quarter", Term(form=TermForm.RECURRING, cadence=Cadence.QUARTER), "每季度", "every quarter"),
        ("every half-year", Term(form=TermForm.RECURRING, cadence=Cadence.HALF_YEAR), "每半年", "every half-year"),
        ("every year", Term(form=TermForm.RECURRING, cadence=Cadence.YEAR), "每年", "every year"),
        (
            "every year by 01-31",
            Term(form=TermForm.RECURRING, cadence=Cadence.YEAR, year_day=(1, 31)),
            "每年，1月31日前",
            "every year, by 01-31",
        ),
        (
            "10 times every year",
            Term(form=TermForm.RECURRING, cadence=Cadence.YEAR, times=10),
            "每年 10 次",
            "every year, 10 times",
        ),
        (
            "2 times every year by 06-30",
            Term(form=TermForm.RECURRING, cadence=Cadence.YEAR, year_day=(6, 30), times=2),
            "每年 2 次，6月30日前",
            "every year, by 06-30, 2 times",
        ),
    ],
)
def test_every_form_is_read_and_told(text, term, zh, en):
    """What the data write becomes one kind of term, and is told in both languages."""
    found = Term.parse(text)

    assert found == term
    assert (found.text(), found.text("zh"), found.text("en")) == (zh, zh, en)


def test_once_is_not_told_as_a_number():
    """Once every half-year is what every half-year says already."""
    assert Term.parse("1 times every half-year") == Term.parse("every half-year")


@pytest.mark.parametrize(
    "text",
    [
        " ",
        "Ongoing",
        "ongoing ",
        "2022-12-31",
        "by 2022-12",
        "by 2022-1-1",
        "by 20221231",
        "by 2022-12-31 ",
        "by  2022-12-31",
        "by 2022-12-31\n",
        "by 2022-12-31 then monthly",
        "by 2022-12-31 then",
        "by 35010=2022-09-30",
        "by 350100=2022-09",
        "by 350100=2022-09-30 then ongoing",
        "by 350100=2022-09-30,350200=2022-12-31",
        "as rolled out then yearly",
        "every week",
        "every years",
        "every month by 01-31",
        "every half-year by 06-30",
        "every year by 1-31",
        "0 times every year",
        "01 times every year",
        "-1 times every year",
        "10 every year",
        "定期",
    ],
)
def test_what_is_no_term_is_refused(text):
    """The forms that there are, and what was written, are named; a near miss is not guessed at."""
    with pytest.raises(TermError) as caught:
        Term.parse(text)

    assert str(caught.value).startswith("expected nothing, 'ongoing', 'by 2022-12-31', ")
    assert str(caught.value).endswith(f", got {text!r}")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("by 2022-11-31", "day is out of range for month"),
        ("by 2023-02-29", "day is out of range for month"),
        ("by 2022-13-01 then yearly", "month must be in 1..12"),
        ("by 350100=2022-02-30", "day is out of range for month"),
        ("by 350100=2022-09-30 359999=2022-12-31", "no area '359999' is held"),
        ("by 110000=2022-09-30", "no area '110000' is held: only areas of Fujian are"),
        ("by 350402=2022-09-30", "area '350402' has ended"),
        ("every year by 02-29", "day is out of range for month"),
        ("every year by 13-01", "month must be in 1..12"),
        ("every year by 00-10", "month must be in 1..12"),
    ],
)
def test_a_day_or_an_area_that_there_is_not_is_refused(text, fault):
    """The text is named with what is wrong in it; 29 February is no day of every year."""
    with pytest.raises(TermError) as caught:
        Term.parse(text)

    assert str(caught.value).startswith(f"{text!r}: {fault}")


def test_a_leap_day_is_a_date():
    """2024 has a 29 February, so something can be due on it once."""
    assert Term.parse("by 2024-02-29").due_on() == date(2024, 2, 29)


def test_the_error_is_ours_and_a_value_error():
    """A reader who catches either gets it."""
    assert issubclass(TermError, ZwfwError)
    assert issubclass(TermError, ValueError)


@pytest.mark.parametrize("text", ["every year by ０１-31", "1０ times every year"])
def test_full_width_digits_are_refused(text):
    """The data write figures in ASCII, so a slip of the input method is told."""
    with pytest.raises(TermError):
        Term.parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "by 350100=2022-09-30 350100=2022-12-31",
        "by 350100=2022-09-30 350100=2022-09-30",
        "by 350100=2022-09-30 350200=2022-12-31 350100=2022-10-31",
    ],
)
def test_two_dates_of_one_area_are_refused(text):
    """An area has one date, and stands once."""
    with pytest.raises(TermError, match="expected one date for each area"):
        Term.parse(text)


@pytest.mark.parametrize(
    ("area", "due_on"),
    [
        # 1.3.2: 福州、漳州 by the end of September 2022, 厦门、南平 by the end of December; no other city is named.
        ("350100", date(2022, 9, 30)),
        ("350600", date(2022, 9, 30)),
        ("350200", date(2022, 12, 31)),
        ("350700", date(2022, 12, 31)),
        ("350102", date(2022, 9, 30)),
        ("350604", date(2022, 9, 30)),
        ("350203", date(2022, 12, 31)),
        ("350203001002", date(2022, 12, 31)),
        ("350128", date(2022, 9, 30)),
        ("350300", None),
        ("350303", None),
        ("350400", None),
        ("350500", None),
        ("350800", None),
        ("350900", None),
        ("351000", None),
        ("350000", None),
    ],
)
def test_a_term_by_area_is_due_on_the_day_of_the_area(area, due_on):
    """The date of a city holds for its counties and what lies in them, and for nobody else."""
    assert clause("fujian-2022/1.3.2").term.due_on(Area(area)) == due_on


def test_a_zone_has_the_date_of_its_city():
    """A functional zone has no code of its own, and lies in a city that has one."""
    term = Term.parse(BY_AREA)

    assert term.due_on(Area.zone("火炬高新区", kind=ZoneKind.HIGH_TECH, under="350200")) == date(2022, 12, 31)
    assert term.due_on(Area.zone("莆田高新区", kind=ZoneKind.HIGH_TECH, under="350300")) is None


def test_the_nearest_of_two_dates_holds():
    """Where a county has a date of its own beside its city's, its own holds, wherever it stands."""
    term = Term.parse("by 350100=2022-09-30 350102=2022-11-30")

    assert term.due_on(Area("350102")) == date(2022, 11, 30)
    assert term.due_on(Area("350103")) == date(2022, 9, 30)


@pytest.mark.parametrize(
    ("text", "due_on"),
    [
        ("by 2022-12-31", date(2022, 12, 31)),
        ("by 2022-12-31 then ongoing", date(2022, 12, 31)),
        ("by 2022-08-31 then yearly", date(2022, 8, 31)),
        ("", None),
        ("ongoing", None),
        ("as rolled out", None),
        ("as rolled out then ongoing", None),
        ("every year by 01-31", None),
    ],
)
@pytest.mark.parametrize("area", [None, Area("350203")])
def test_a_term_for_all_is_due_on_one_day_everywhere(text, due_on, area):
    """Who asks matters only where the areas have dates of their own."""
    assert Term.parse(text).due_on(area) == due_on


def test_a_term_by_area_is_due_nowhere_in_particular():
    """Without an area there is no one date."""
    assert Term.parse(BY_AREA).due_on() is None


@pytest.mark.parametrize(
    ("text", "recurs"),
    [
        ("every day", True),
        ("every year by 01-31", True),
        ("10 times every year", True),
        ("by 2022-08-31 then yearly", True),
        ("by 2022-08-31 then ongoing", False),
        ("by 2022-08-31", False),
        (BY_AREA, False),
        ("ongoing", False),
        ("as rolled out", False),
        ("", False),
    ],
)
def test_what_recurs_has_a_cadence(text, recurs):
    """持续性工作 has none, so it does not recur; what does not recur has no stretches."""
    term = Term.parse(text)

    assert term.recurs is recurs
    assert bool(list(term.stretches(date(2022, 1, 1), date(2023, 12, 31)))) is recurs


@pytest.mark.parametrize(
    ("text", "first", "last", "expected"),
    [
        ("every day", "2025-06-03", "2025-06-03", ["2025-06-03"]),
        ("every day", "2024-02-28", "2024-03-01", ["2024-02-28", "2024-02-29", "2024-03-01"]),
        ("every day", "2023-02-28", "2023-03-01", ["2023-02-28", "2023-03-01"]),
        ("every month", "2025-01-31", "2025-02-28", ["2025-01-31", "2025-02-28"]),
        ("every month", "2025-02-01", "2025-02-27", []),
        ("every month", "2024-02-01", "2024-02-28", []),
        ("every month", "2024-02-01", "2024-02-29", ["2024-02-29"]),
        ("every month", "2025-12-31", "2026-01-31", ["2025-12-31", "2026-01-31"]),
        ("every quarter", "2025-01-01", "2025-03-30", []),
        ("every quarter", "2025-01-01", "2025-03-31", ["2025-03-31"]),
        ("every quarter", "2025-03-31", "2025-12-31", ["2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31"]),
        ("every quarter", "2025-04-01", "2025-12-30", ["2025-06-30", "2025-09-30"]),
        ("every half-year", "2025-06-29", "2025-06-29", []),
        ("every half-year", "2025-06-30", "2025-06-30", ["2025-06-30"]),
        ("every half-year", "2025-07-01", "2025-12-30", []),
        ("every half-year", "2025-06-30", "2025-12-31", ["2025-06-30", "2025-12-31"]),
        ("every half-year", "2025-12-31", "2026-06-30", ["2025-12-31", "2026-06-30"]),
        ("every year", "2025-01-01", "2025-12-30", []),
        ("every year", "2025-12-31", "2025-12-31", ["2025-12-31"]),
        ("every year", "2025-06-03", "2027-12-31", ["2025-12-31", "2026-12-31", "2027-12-31"]),
        ("every year by 01-31", "2026-01-01", "2026-01-30", []),
        ("every year by 01-31", "2026-01-31", "2026-01-31", ["2026-01-31"]),
        ("every year by 01-31", "2026-02-01", "2027-01-30", []),
        ("every year by 01-31", "2026-01-31", "2027-01-31", ["2026-01-31", "2027-01-31"]),
        ("every year by 02-28", "2024-01-01", "2024-12-31", ["2024-02-28"]),
        ("every year by 12-31", "2025-12-31", "2026-12-30", ["2025-12-31"]),
    ],
)
def test_stretches_end_within_the_range(text, first, last, expected):
    """A stretch counts where its last day lies in the range; both ends of the range count."""
    assert ends(text, first, last) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("every month", ("2024-02-01", "2024-02-29")),
        ("every quarter", ("2024-01-01", "2024-03-31")),
        ("every half-year", ("2024-01-01", "2024-06-30")),
        ("every year", ("2024-01-01", "2024-12-31")),
        ("every year by 06-30", ("2024-01-01", "2024-06-30")),
    ],
)
def test_a_stretch_begins_with_its_month_quarter_half_year_or_year(text, expected):
    """The stretch is that of the calendar, however late in it the question begins."""
    assert held(text, expected[1], expected[1]) == [expected]


def test_the_second_half_year_begins_in_july():
    """A year has two half-years."""
    assert held("every half-year", "2025-01-01", "2025-12-31") == [
        ("2025-01-01", "2025-06-30"),
        ("2025-07-01", "2025-12-31"),
    ]


def test_each_stretch_says_how_often():
    """Ten times every year is one stretch of a year, in which it is done ten times; a plain cadence asks for once."""
    assert list(Term.parse("10 times every year").stretches(date(2025, 1, 1), date(2025, 12, 31))) == [
        Stretch(date(2025, 1, 1), date(2025, 12, 31), 10)
    ]
    assert list(Term.parse("2 times every day").stretches(date(2025, 6, 3), date(2025, 6, 3))) == [
        Stretch(date(2025, 6, 3), date(2025, 6, 3), 2)
    ]
    assert [each.times for each in Term.parse("every half-year").stretches(date(2025, 1, 1), date(2025, 12, 31))] == [
        1,
        1,
    ]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2022-01-01", "2022-08-30", []),
        ("2022-08-31", "2022-08-31", [("2022-01-01", "2022-08-31")]),
        ("2022-01-01", "2022-12-31", [("2022-01-01", "2022-08-31")]),
        ("2022-09-01", "2023-12-30", []),
        ("2022-09-01", "2023-12-31", [("2023-01-01", "2023-12-31")]),
        ("2022-08-31", "2023-12-31", [("2022-01-01", "2022-08-31"), ("2023-01-01", "2023-12-31")]),
        ("2025-06-03", "2026-12-31", [("2025-01-01", "2025-12-31"), ("2026-01-01", "2026-12-31")]),
        ("2020-01-01", "2021-12-31", []),
    ],
)
def test_a_first_date_stands_for_its_year(first, last, expected):
    """After the first date each later year is a stretch; the first year has no second one, and no year comes before."""
    assert held("by 2022-08-31 then yearly", first, last) == expected


@pytest.mark.parametrize("text", ["every day", "every quarter", "every year by 01-31", "by 2022-08-31 then yearly"])
def test_a_range_that_ends_before_it_begins_holds_nothing(text):
    """There is no day in it."""
    assert ends(text, "2025-06-30", "2022-01-01") == []


def test_terms_and_stretches_stand_in_sets():
    """Equal terms count once, those by area too, in whatever order their areas stand."""
    other_way_about = "by 350200=2022-12-31 350100=2022-09-30"

    assert len({Term.parse(BY_AREA), Term.parse(other_way_about), Term.parse("ongoing")}) == 2
    assert len({Stretch(date(2025, 1, 1), date(2025, 3, 31)), Stretch(date(2025, 1, 1), date(2025, 3, 31), 1)}) == 1


DAYS = st.dates(date(2000, 1, 1), date(2035, 12, 31))
CADENCES = {"day": 365, "month": 12, "quarter": 4, "half-year": 2, "year": 1}
CITIES = st.sampled_from(["350100", "350200", "350300", "350400", "350500", "350600", "350700", "350800", "350900"])

single = st.builds("by {}{}".format, DAYS, st.sampled_from(["", " then ongoing", " then yearly"]))
by_area = st.dictionaries(CITIES, DAYS, min_size=1).map(
    lambda days: " ".join(["by", *(f"{code}={day}" for code, day in days.items())])
)
every_day_of_the_year = st.dates(date(2023, 1, 1), date(2023, 12, 31)).map(lambda day: f" by {day:%m-%d}")
recurring = st.one_of(
    st.builds("{} times every {}".format, st.integers(2, 99), st.sampled_from(list(CADENCES))),
    st.sampled_from(list(CADENCES)).map("every {}".format),
    every_day_of_the_year.map("every year{}".format),
    st.builds("{} times every year{}".format, st.integers(2, 99), every_day_of_the_year),
)
plain = st.sampled_from(["", "ongoing", "as rolled out", "as rolled out then ongoing"])
texts = st.one_of(plain, single, by_area, recurring)
ranges = st.tuples(DAYS, DAYS).map(sorted)


@given(
    text=st.one_of(
        st.just("ongoing"),
        single.filter(lambda text: not text.endswith("yearly")),
        recurring.filter(lambda text: "times" not in text),
    )
)
def test_plain_terms_in_english_are_what_the_data_write(text):
    """Without their commas the English words of the plain forms are read as the same term."""
    assert Term.parse(text).text("en").replace(",", "") == text


@pytest.mark.parametrize("lang", LANGS)
@given(one=texts, other=texts)
def test_different_terms_read_differently(lang, one, other):
    """Nobody takes one term for another, in either language."""
    alike = Term.parse(one).text(lang) == Term.parse(other).text(lang)

    assert alike is (one == other)


@given(text=texts, days=ranges)
def test_stretches_are_ordered_apart_and_in_range(text, days):
    """Each begins on or before the day it ends, after the one before it has ended, and ends in the range."""
    first, last = days
    found = list(Term.parse(text).stretches(first, last))

    assert all(each.first <= each.last for each in found)
    assert all(before.last < after.first for before, after in pairwise(found))
    assert all(first <= each.last <= last for each in found)


@given(text=texts, days=st.tuples(DAYS, DAYS, DAYS).map(sorted))
def test_no_stretch_is_lost_or_told_twice_at_a_seam(text, days):
    """Asking for two ranges that meet gives what asking for both at once gives."""
    first, seam, last = days
    term = Term.parse(text)

    assert [*term.stretches(first, seam), *term.stretches(seam + timedelta(1), last)] == list(
        term.stretches(first, last)
    )


@given(word=st.sampled_from(list(CADENCES)), year=st.integers(2000, 2035), times=st.integers(1, 99))
def test_a_year_is_cut_without_a_gap(word, year, times):
    """A year has 365 or 366 days, 12 months, 4 quarters and 2 half-years, each beginning after the last one's end."""
    leap = year % 4 == 0  # 2000 is one too; no century that is none lies in the range.
    found = list(Term.parse(f"{times} times every {word}").stretches(date(year, 1, 1), date(year, 12, 31)))

    assert len(found) == CADENCES[word] + (leap if word == "day" else 0)
    assert (found[0].first, found[-1].last) == (date(year, 1, 1), date(year, 12, 31))
    assert all(after.first - before.last == timedelta(1) for before, after in pairwise(found))
    assert {each.times for each in found} == {times}


@given(text=by_area, county=st.sampled_from(areas(AreaLevel.COUNTY)))
def test_the_date_of_a_city_is_that_of_its_counties(text, county):
    """A county without a date of its own is due with its city, and not at all where that has none."""
    term = Term.parse(text)

    assert term.due_on(county) == term.due_on(county.parent) == term.on_by_area.get(county.parent.code)
