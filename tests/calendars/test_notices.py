"""Holiday notices: what the packaged ones say, and which files are refused with which faults."""

import copy
from datetime import date, datetime
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwfw import _data
from zwfw.calendars import DaySpan, Festival, Notice, load_notice, national
from zwfw.calendars.notices import _take_notice, arrange, packaged_notices
from zwfw.errors import DataFileError

YEARLY = """\
# A notice as a user would type it.
id = "2027"
title = "国务院办公厅关于2027年部分节假日安排的通知"
issued_on = 2026-11-20
url = "https://example.org/2027"
years = [2027]

[[festivals]]
name = "元旦"
off = [{ first = 2027-01-01, last = 2027-01-03 }]

[[festivals]]
name = "春节"
off = [{ first = 2027-02-05, last = 2027-02-11 }]
worked = [2027-01-31, 2027-02-20]
"""


def a_notice(**changes: Any) -> Notice:
    """A sound yearly notice of 2027 with your changes."""
    facts: dict[str, Any] = {
        "id": "2027",
        "title": "关于2027年部分节假日安排的通知",
        "issued_on": date(2026, 11, 20),
        "url": "https://example.org/2027",
        "years": (2027,),
        "festivals": (Festival(name="元旦", off=(DaySpan(date(2027, 1, 1), date(2027, 1, 3)),)),),
    }
    return Notice(**facts | changes)


def an_amendment(**changes: Any) -> Notice:
    """A notice that adds 4 January 2027 to the holiday of :func:`a_notice`, with your changes."""
    facts: dict[str, Any] = {
        "id": "2027-more",
        "issued_on": date(2026, 12, 20),
        "years": (),
        "amends": ("2027",),
        "festivals": (Festival(name="元旦", off=(DaySpan(date(2027, 1, 4), date(2027, 1, 4)),)),),
    }
    return a_notice(**facts | changes)


def written(folder: Path, text: str) -> Path:
    """The file that holds *text*."""
    path = folder / "notice.toml"
    path.write_text(text, encoding="utf-8")
    return path


def faults_of(folder: Path, text: str) -> tuple[str, ...]:
    """What a file of this *text* is refused for."""
    path = written(folder, text)
    with pytest.raises(DataFileError) as caught:
        load_notice(path)
    assert caught.value.path == str(path)
    return caught.value.faults


def days_off(notice: Notice, festival: str) -> list[tuple[str, str]]:
    """The breaks of one festival, first and last day."""
    return [(str(s.first), str(s.last)) for f in notice.festivals if f.name == festival for s in f.off]


def days_worked(notice: Notice, festival: str) -> list[str]:
    """The days worked for one festival."""
    return [str(day) for f in notice.festivals if f.name == festival for day in f.worked]


def packaged(notice_id: str) -> Notice:
    """The packaged notice of this id."""
    (found,) = (notice for notice in packaged_notices() if notice.id == notice_id)
    return found


# What is packaged


def test_one_notice_publishes_each_year():
    """Twenty notices publish 2007 to 2026, one each; three amend one of them."""
    notices = packaged_notices()

    assert sorted(year for notice in notices for year in notice.years) == list(range(2007, 2027))
    assert [(notice.id, notice.amends) for notice in notices if notice.amends] == [
        ("2015-parade", ("2015",)),
        ("2019-labour-day", ("2019",)),
        ("2020-extension", ("2020",)),
    ]


@pytest.mark.parametrize(
    ("notice_id", "number", "issued_on"),
    [
        ("2007", "国办发明电〔2006〕49号", date(2006, 12, 14)),
        ("2008", "国办发明电〔2007〕52号", None),
        ("2009", "国办发明电〔2008〕42号", None),
        ("2015-parade", "国发明电〔2015〕1号", date(2015, 5, 13)),
        ("2019", "国办发明电〔2018〕15号", date(2018, 12, 4)),
        ("2019-labour-day", "国办发明电〔2019〕3号", date(2019, 3, 22)),
        ("2020", "国办发明电〔2019〕16号", date(2019, 11, 21)),
        ("2020-extension", "国办发明电〔2020〕1号", date(2020, 1, 26)),
        ("2026", "国办发明电〔2025〕7号", date(2025, 11, 4)),
    ],
)
def test_numbers_and_dates_of_issue(notice_id, number, issued_on):
    """Numbers and dates are those at the head and the foot of the notices; an unconfirmed date is left out."""
    notice = packaged(notice_id)

    assert (notice.number, notice.issued_on) == (number, issued_on)


def test_unconfirmed_date_of_issue_gives_way_to_the_day_of_publication():
    """The notice of 2008 counts as known from 18 December 2007, the day in the address of its page."""
    assert packaged("2008").known_on == date(2007, 12, 18)


def test_notices_stand_as_they_were_first_issued():
    """What an amendment changed is not in the notice it amends: Labour Day 2019 and Spring Festival 2020."""
    assert days_off(packaged("2019"), "劳动节") == [("2019-05-01", "2019-05-01")]
    assert days_worked(packaged("2019"), "劳动节") == []
    assert days_off(packaged("2019-labour-day"), "劳动节") == [("2019-05-01", "2019-05-04")]
    assert days_worked(packaged("2019-labour-day"), "劳动节") == ["2019-04-28", "2019-05-05"]
    assert days_off(packaged("2020"), "春节") == [("2020-01-24", "2020-01-30")]
    assert days_worked(packaged("2020"), "春节") == ["2020-01-19", "2020-02-01"]
    assert days_off(packaged("2020-extension"), "春节") == [("2020-01-31", "2020-02-02")]


def test_a_break_in_two_parts_is_kept_in_two_parts():
    """Qingming 2014 was Saturday 5 April, with Monday 7 April off for it; Sunday the 6th is no part of it."""
    assert days_off(packaged("2014"), "清明节") == [("2014-04-05", "2014-04-05"), ("2014-04-07", "2014-04-07")]


def test_notices_are_in_order_of_issue():
    """The order in which the notices are applied is that in which they became known."""
    known = [notice.known_on for notice in packaged_notices()]

    assert known == sorted(known)
    assert packaged_notices()[0].id == "2007"
    assert packaged_notices()[-1].id == "2026"


def test_packaged_files_are_what_cattrs_makes_of_them():
    """The quick way of reading the files and the way over cattrs give the same notices."""
    folder = _data.packaged("holidays")
    for notice in packaged_notices():
        assert _data.read(folder.joinpath(f"{notice.id}.toml"), Notice) == notice


# Reading a file


def test_a_sound_file_is_read(tmp_path):
    """A file typed by a user becomes a notice, with everything that was left out left out."""
    notice = load_notice(str(written(tmp_path, YEARLY)))

    assert notice == a_notice(
        title="国务院办公厅关于2027年部分节假日安排的通知",
        festivals=(
            Festival(name="元旦", off=(DaySpan(date(2027, 1, 1), date(2027, 1, 3)),)),
            Festival(
                name="春节",
                off=(DaySpan(date(2027, 2, 5), date(2027, 2, 11)),),
                worked=(date(2027, 1, 31), date(2027, 2, 20)),
            ),
        ),
    )
    assert (notice.number, notice.published_on, notice.amends) == ("", None, ())


def test_a_missing_file_is_an_os_error(tmp_path):
    """A file that is not there is no fault of its content."""
    with pytest.raises(FileNotFoundError):
        load_notice(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("old", "new", "faults"),
    [
        ('id = "2027"', 'id = " "', ["expected text, got ' ' @ $.id"]),
        ('id = "2027"', "id = 2027", ["expected text, got 2027 @ $.id"]),
        ('id = "2027"\n', "", ["missing: id @ $"]),
        ('id = "2027"', 'id = "2027"\nseal = "国务院办公厅"', ["unknown keys: seal @ $"]),
        ("issued_on = 2026-11-20\n", "", ["missing: issued_on, or published_on where it is not confirmed @ $"]),
        (
            "issued_on = 2026-11-20",
            "issued_on = 2026-11-20T08:00:00",
            ["expected a date, got 2026-11-20T08:00:00 @ $.issued_on"],
        ),
        (
            "issued_on = 2026-11-20",
            "issued_on = 2026-11-20\npublished_on = 2026-11-19",
            ["published on 2026-11-19, before it was issued on 2026-11-20 @ $.published_on"],
        ),
        ("issued_on = 2026-11-20", "issued_on = 2026-11-20\npublished_on = 2026-11-20", None),
        ("years = [2027]", "years = []", ["a notice that amends none publishes at least one year @ $.years"]),
        ("years = [2027]\n", "", ["a notice that amends none publishes at least one year @ $.years"]),
        ("years = [2027]", "years = [2027, 2027]", ["a year stands twice in [2027, 2027] @ $.years"]),
        ("years = [2027]", 'years = [2027, "x"]', ["expected a whole number, got 'x' @ $.years[1]"]),
        (
            "years = [2027]",
            'years = [2027]\namends = ["2026", "2027"]',
            ["a notice does not amend itself @ $.amends[1]"],
        ),
        ('name = "元旦"', 'name = ""', ["expected text, got '' @ $.festivals[0].name"]),
        (
            "off = [{ first = 2027-01-01, last = 2027-01-03 }]",
            "",
            ["no day off and no day worked @ $.festivals[0]"],
        ),
        (
            "first = 2027-01-01, last = 2027-01-03",
            "first = 2027-01-03, last = 2027-01-02",
            ["last 2027-01-02 is before first 2027-01-03 @ $.festivals[0].off[0]"],
        ),
        (
            "first = 2027-01-01, last = 2027-01-03",
            "first = 2027-01-01, until = 2027-01-03",
            ["missing: last @ $.festivals[0].off[0].last", "unknown keys: until @ $.festivals[0].off[0]"],
        ),
        ("worked = [2027-01-31, 2027-02-20]", "worked = 2027-01-31", ["expected a list, got"]),
        # 1 to 31 May are 31 days, 1 May to 1 June are 32.
        (
            "[2027-01-31, 2027-02-20]",
            '[]\n\n[[festivals]]\nname = "劳动节"\noff = [{ first = 2027-05-01, last = 2027-05-31 }]',
            None,
        ),
        (
            "[2027-01-31, 2027-02-20]",
            '[]\n\n[[festivals]]\nname = "劳动节"\noff = [{ first = 2027-05-01, last = 2027-06-01 }]',
            ["32 days off in a row: expected 31 at most @ $.festivals[2].off[0]"],
        ),
        # 19 February 2027 is a Friday.
        ("2027-02-20", "2027-02-19", ["2027-02-19 is a weekday and worked anyway @ $.festivals[1].worked[1]"]),
        # 7 February 2027 is the Sunday inside the holiday.
        (
            "2027-02-20",
            "2027-02-07",
            ["2027-02-07 stands already at $.festivals[1].off[0] @ $.festivals[1].worked[1]"],
        ),
        (
            "2027-02-20",
            "2027-01-31",
            ["2027-01-31 stands already at $.festivals[1].worked[0] @ $.festivals[1].worked[1]"],
        ),
        (
            "first = 2027-02-05",
            "first = 2027-01-03",
            # 3 January is off already, 31 January is off and worked, and 3 January to 11 February are 40 days.
            [
                "40 days off in a row: expected 31 at most @ $.festivals[1].off[0]",
                "2027-01-03 stands already at $.festivals[0].off[0] @ $.festivals[1].off[0]",
                "2027-01-31 stands already at $.festivals[1].off[0] @ $.festivals[1].worked[0]",
            ],
        ),
        # The December before the year is within reach, the November before it and the January after it are not.
        ("2027-02-20", "2026-12-06", None),
        ("2027-02-20", "2026-11-29", ["2026-11-29 is far outside 2027 @ $.festivals[1].worked[1]"]),
        ("2027-02-20", "2028-01-01", ["2028-01-01 is far outside 2027 @ $.festivals[1].worked[1]"]),
    ],
)
def test_faults_of_a_file_are_named_with_their_place(tmp_path, old, new, faults):
    """Each fault of shape or sense is named with its path; ``None`` stands for an edge that is still sound."""
    assert old in YEARLY
    text = YEARLY.replace(old, new)

    if faults is None:
        assert isinstance(load_notice(written(tmp_path, text)), Notice)
    else:
        found = faults_of(tmp_path, text)
        assert len(found) == len(faults)
        assert all(one.startswith(other) for one, other in zip(found, faults, strict=True))


def test_faults_of_shape_and_of_sense_are_named_together(tmp_path):
    """A reader of the error need not mend the number to hear of the day that stands twice."""
    text = YEARLY.replace('id = "2027"', "id = 2027").replace("2027-02-20", "2027-01-31")

    assert faults_of(tmp_path, text) == (
        "expected text, got 2027 @ $.id",
        "2027-01-31 stands already at $.festivals[1].worked[0] @ $.festivals[1].worked[1]",
    )


def test_a_notice_arranges_something(tmp_path):
    """A notice without any festival is refused."""
    head, _, _ = YEARLY.partition("[[festivals]]")

    assert faults_of(tmp_path, head + "festivals = []\n") == ("a notice arranges at least one festival @ $.festivals",)


def test_an_amendment_may_give_back_a_weekday(tmp_path):
    """Whether a weekday worked by an amendment was off before is not told by its file, so the file is sound."""
    text = YEARLY.replace("years = [2027]", 'amends = ["2026"]').replace("2027-02-20", "2027-02-19")

    assert load_notice(written(tmp_path, text)).festivals[1].worked[1] == date(2027, 2, 19)


def test_what_is_not_toml_is_refused(tmp_path):
    """A file that is not TOML has one fault, and no others are guessed."""
    (fault,) = faults_of(tmp_path, "id = ")

    assert fault.startswith("not TOML in UTF-8")


def test_what_is_not_utf8_is_refused(tmp_path):
    """A file in the older Chinese encoding is refused, not misread."""
    path = tmp_path / "notice.toml"
    path.write_bytes(YEARLY.encode("gb18030"))

    with pytest.raises(DataFileError, match="not TOML in UTF-8"):
        load_notice(path)


def test_an_empty_file_lacks_everything(tmp_path):
    """An empty file is told what a notice needs."""
    assert sorted(faults_of(tmp_path, "")) == [
        "missing: festivals @ $.festivals",
        "missing: id @ $.id",
        "missing: title @ $.title",
        "missing: url @ $.url",
    ]


RAW: dict[str, Any] = {
    "id": "2027",
    "title": "通知",
    "number": "",
    "issued_on": date(2026, 11, 20),
    "published_on": date(2026, 11, 20),
    "url": "https://example.org",
    "years": [2027],
    "amends": [],
    "festivals": [
        {
            "name": "元旦",
            "off": [{"first": date(2027, 1, 1), "last": date(2027, 1, 3)}],
            "worked": [date(2027, 1, 10)],
        }
    ],
}
PLACES: list[tuple[str | int, ...]] = [
    *((key,) for key in RAW),
    ("years", 0),
    ("festivals", 0),
    *(("festivals", 0, key) for key in ("name", "off", "worked")),
    ("festivals", 0, "off", 0),
    ("festivals", 0, "off", 0, "first"),
    ("festivals", 0, "worked", 0),
]
VALUES = [None, "2027", "", 2027, 2.5, True, date(2027, 1, 1), datetime(2027, 1, 1, 8), [], ["x"], {}, {"first": 1}]


@given(st.sampled_from(PLACES), st.sampled_from([*VALUES, "drop", "add"]))
def test_the_quick_reading_accepts_what_cattrs_accepts(place, value):
    """Whatever stands in whatever place, both ways of reading refuse it or both read the same notice."""
    raw = copy.deepcopy(RAW)
    *way, last = place
    holder: Any = raw
    for step in way:
        holder = holder[step]
    if value == "drop":
        del holder[last]
    elif value == "add" and isinstance(holder, dict):
        holder["seal"] = "x"
    else:
        holder[last] = value

    try:
        quick = _take_notice(raw)
    except TypeError:
        quick = None
    try:
        thorough = _data._converter().structure(raw, Notice)
    except Exception:  # noqa: BLE001  (cattrs raises groups of many kinds)
        thorough = None

    # TOML has no null: only cattrs could be shown one, and takes it for a date that was left out.
    if value is not None:
        assert quick == thorough


# Notices together


def test_a_notice_without_any_date_has_no_place_in_the_order():
    """A notice made in code without a date of issue or publication is refused when the order is asked for."""
    with pytest.raises(DataFileError, match="notice 2027: 1 fault\n  missing: issued_on"):
        _ = a_notice(issued_on=None).known_on


@pytest.mark.parametrize(
    ("notices", "faults"),
    [
        ([a_notice(), a_notice()], ["2027: the id is held twice", "2027: 2027 is published by 2027 already"]),
        ([a_notice(), a_notice(id="B")], ["B: 2027 is published by 2027 already"]),
        ([an_amendment()], ["2027-more: amends 2027, which is not held or not earlier"]),
        ([an_amendment(), a_notice()], ["2027-more: amends 2027, which is not held or not earlier"]),
        (
            # 8 January 2027 is a Friday that no notice took off; 9 January is a Saturday and may be worked.
            [a_notice(), an_amendment(festivals=(Festival(name="元旦", worked=(date(2027, 1, 8), date(2027, 1, 9))),))],
            ["2027-more: 2027-01-08 is worked anyway"],
        ),
        (
            [a_notice(), an_amendment(festivals=(Festival(name="元旦", worked=(date(2028, 1, 1),)),))],
            ["2027-more: 2028-01-01 is far outside 2027"],
        ),
    ],
    ids=["same-twice", "year-twice", "amended-missing", "amended-later", "worked-anyway", "far-outside"],
)
def test_notices_that_do_not_fit_together_are_refused(notices, faults):
    """The faults between notices are named, each with the notice that commits it."""
    with pytest.raises(DataFileError) as caught:
        arrange(tuple(notices))

    assert caught.value.path == "holiday notices"
    assert list(caught.value.faults) == faults


def test_an_amendment_of_an_amendment_reaches_the_same_year():
    """An amendment may amend another; the years it may touch are those of the first notice."""
    third = an_amendment(
        id="2027-less",
        issued_on=date(2026, 12, 30),
        amends=("2027-more",),
        festivals=(Festival(name="元旦", worked=(date(2027, 1, 4),)),),
    )

    arranged = arrange((a_notice(), an_amendment(), third))

    # 4 January 2027 is a Monday: taken off by the second notice, given back by the third.
    found = arranged[date(2027, 1, 4).toordinal()]
    assert (found.is_working, found.notice.id, found.amended and found.amended.id) == (True, "2027-less", "2027-more")


def test_of_several_amended_notices_the_one_that_spoke_of_the_day_is_named():
    """A notice may amend two; each day names the one whose answer it had, or else the first."""
    third = an_amendment(
        id="2027-less",
        issued_on=date(2026, 12, 30),
        amends=("2027", "2027-more"),
        festivals=(
            Festival(name="元旦", off=(DaySpan(date(2027, 1, 5), date(2027, 1, 5)),), worked=(date(2027, 1, 4),)),
        ),
    )

    arranged = arrange((a_notice(), an_amendment(), third))

    # 4 January was off by the second notice, Tuesday 5 January was named by none.
    assert [arranged[date(2027, 1, day).toordinal()].amended.id for day in (4, 5)] == ["2027-more", "2027"]


def test_a_notice_made_in_code_is_held_to_the_same():
    """What a file would be refused for is refused of a notice that was made in code, under its id."""
    bad = a_notice(title="", festivals=(Festival(name="元旦", worked=(date(2027, 1, 4),)),))

    with pytest.raises(DataFileError) as caught:
        national().with_notice(bad)

    assert caught.value.path == "notice 2027"
    assert caught.value.faults == (
        "expected text, got '' @ $.title",
        "2027-01-04 is a weekday and worked anyway @ $.festivals[0].worked[0]",
    )


def test_a_notice_made_in_code_arranges_something():
    """A notice without festivals is refused in code as in a file."""
    with pytest.raises(DataFileError, match="arranges at least one festival"):
        national().with_notice(a_notice(festivals=()))


def test_a_notice_does_not_change():
    """Notices are frozen and can be kept in sets."""
    notice = a_notice()

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        notice.title = "x"
    assert len({notice, a_notice()}) == 1
