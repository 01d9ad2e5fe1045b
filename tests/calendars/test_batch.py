"""Many dates at once get what each would get alone."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from workalendar.europe import Germany

from zwfw.calendars import batch, from_workalendar, national
from zwfw.calendars.batch import add_many, count_many
from zwfw.errors import ColumnError, UnpublishedYearError

NAT = np.datetime64("NaT", "D")
FIRST, LAST = national().coverage
OUTSIDE = timedelta(30)
ONE_DAY = timedelta(1)
AFTER = LAST + ONE_DAY


def column(*days: str | date) -> np.ndarray:
    """A column of days; "NaT" for one that is not known."""
    return np.array(days, dtype="datetime64[D]")


def add_one(day: date | None, n: int) -> np.datetime64:
    """What the calendar answers for one day; NaT where it cannot."""
    try:
        return NAT if day is None else np.datetime64(national().add(day, n), "D")
    except UnpublishedYearError:
        return NAT


def count_one(start: date | None, end: date | None) -> int | None:
    """What the calendar counts for one pair; None where it cannot."""
    try:
        return None if start is None or end is None else national().count(start, end)
    except UnpublishedYearError:
        return None


days = st.none() | st.dates(FIRST - OUTSIDE, LAST + OUTSIDE) | st.dates(LAST - OUTSIDE, LAST + OUTSIDE)
numbers = st.integers(-3, 3) | st.integers(-6000, 6000)


# Adding


@pytest.mark.parametrize(
    ("day", "n", "found"),
    [
        # The notice for 2024 gives 10-17 February (Saturday to Saturday) off and has Sunday 4 and Sunday 18 worked.
        ("2024-02-08", 1, "2024-02-09"),  # Thursday to New Year's Eve, a Friday that was worked
        ("2024-02-08", 2, "2024-02-18"),
        ("2024-02-08", 3, "2024-02-19"),
        ("2024-02-10", 1, "2024-02-18"),
        ("2024-02-10", 0, "2024-02-18"),
        ("2024-02-10", -1, "2024-02-09"),
        ("2024-02-18", 0, "2024-02-18"),
        ("2024-02-18", -1, "2024-02-09"),
        ("2024-02-18", -2, "2024-02-08"),
        ("2024-02-03", 1, "2024-02-04"),
        ("2024-02-03", -1, "2024-02-02"),
    ],
)
@pytest.mark.parametrize("as_column", [False, True], ids=["one number", "a column"])
def test_add_many_knows_spring_festival(day, n, found, as_column):
    """Make-up Sundays count and the festival does not, forwards, backwards and from the day itself."""
    result = add_many(national(), column(day), [n] if as_column else n)

    assert result.dtype == "datetime64[D]"
    assert result.tolist() == column(found).tolist()


@given(st.lists(st.tuples(days, numbers), min_size=1, max_size=40))
@example([(FIRST, -1), (FIRST, 0), (FIRST, 1)])
@example([(LAST, -1), (LAST, 0), (LAST, 1)])
@example([(date(2024, 2, 10), -1), (date(2024, 2, 10), 1)])
@example([(date(2024, 2, 10), 0), (date(2024, 2, 10), 1)])
def test_add_many_is_add_row_by_row(rows):
    """Each row gets what it would get alone, whatever its neighbours are."""
    asked, n = zip(*rows, strict=True)

    result = add_many(national(), column(*asked), np.array(n), unpublished="nat")

    np.testing.assert_array_equal(result, column(*(add_one(day, number) for day, number in rows)))


@given(st.lists(days, min_size=1, max_size=40), numbers)
def test_one_number_is_that_number_in_each_row(asked, n):
    """One number for all days is the same as a column that repeats it."""
    result = add_many(national(), column(*asked), n, unpublished="nat")

    np.testing.assert_array_equal(result, add_many(national(), column(*asked), [n] * len(asked), unpublished="nat"))


@given(st.lists(st.tuples(st.dates(FIRST - OUTSIDE, LAST + OUTSIDE), numbers), min_size=1, max_size=20))
def test_add_many_raises_what_add_raises(rows):
    """The first row without an answer raises the error that it would raise alone, and a note gives the row."""
    asked, n = zip(*rows, strict=True)
    unknown = [row for row, (day, number) in enumerate(rows) if np.isnat(add_one(day, number))]
    if not unknown:
        assert not np.isnat(add_many(national(), column(*asked), n)).any()
        return
    with pytest.raises(UnpublishedYearError) as alone:
        national().add(*rows[unknown[0]])

    with pytest.raises(UnpublishedYearError) as together:
        add_many(national(), column(*asked), n)

    assert together.value.args == alone.value.args
    assert together.value.__notes__ == [f"row {unknown[0]}"]


@pytest.mark.parametrize("rows", [0, 1, 32767, 32768, 32769, 65537])
def test_chunks_meet_without_a_seam(rows):
    """Rows on both sides of the end of a chunk get what they would get alone."""
    asked = np.datetime64(FIRST, "D") + np.arange(rows) % 7000
    n = np.arange(rows) % 60 - 20

    result = add_many(national(), asked, n, unpublished="nat")
    counted = count_many(national(), asked, asked[::-1])

    assert len(result) == len(counted) == rows
    for row in {0, 1, 32766, 32767, 32768, 65535, 65536} & set(range(rows)):
        assert result[row : row + 1].tolist() == [add_one(asked[row].item(), int(n[row])).item()]
        assert counted[row] == national().count(asked[row].item(), asked[rows - 1 - row].item())


def test_the_row_is_told_in_a_later_chunk():
    """The row in the note is counted from the first row of all."""
    asked = np.full(40_000, np.datetime64("2024-02-08", "D"))
    asked[[35_000, 36_000]] = np.datetime64(LAST, "D")

    with pytest.raises(UnpublishedYearError) as added:
        add_many(national(), asked, 1)
    with pytest.raises(UnpublishedYearError) as counted:
        count_many(national(), asked, asked + 1)

    assert added.value.__notes__ == counted.value.__notes__ == ["row 35000"]


@pytest.mark.parametrize("unpublished", ["raise", "nat"])
def test_a_day_that_is_not_known_stays_unknown(unpublished):
    """NaT gives NaT and is no error: it says nothing about the published years."""
    result = add_many(national(), column("NaT", "2024-02-08"), 1, unpublished=unpublished)

    np.testing.assert_array_equal(result, column("NaT", "2024-02-09"))


def test_an_unknown_day_does_not_hide_an_unpublished_one():
    """The row that is told is the one outside the calendar, not the NaT before it."""
    with pytest.raises(UnpublishedYearError) as raised:
        add_many(national(), column("NaT", "NaT", LAST + OUTSIDE), 1)

    assert raised.value.day == LAST + OUTSIDE
    assert raised.value.__notes__ == ["row 2"]


def test_the_ends_of_the_calendar():
    """The last working day has none after it, the first none before it; both are their own day 0."""
    working_days = [national().add(FIRST, 0), national().add(LAST, -1)]
    last = LAST if national().is_working_day(LAST) else working_days[1]

    result = add_many(
        national(), column(working_days[0], working_days[0], last, last), np.array([-1, 0, 0, 1]), unpublished="nat"
    )

    np.testing.assert_array_equal(result, column("NaT", working_days[0], last, "NaT"))


@pytest.mark.parametrize(
    ("dtype", "n"),
    [
        ("i1", [1, -1]),
        ("i2", [1, -1]),
        ("i4", [1, -1]),
        (">i4", [1, -1]),
        ("i8", [1, -1]),
        ("u1", [1, 2]),
        ("u8", [1, 2]),
    ],
)
def test_whole_numbers_of_every_width(dtype, n):
    """Narrow, wide, unsigned and foreign integers mean the same numbers."""
    result = add_many(national(), column("2024-02-08", "2024-02-09"), np.array(n, dtype=dtype))

    second = {-1: "2024-02-08", 2: "2024-02-19"}[n[1]]
    np.testing.assert_array_equal(result, column("2024-02-09", second))


IN_64_BITS = [2**63 - 1, -(2**63), 2**62, 2**41 + 100, -(2**41)]


@pytest.mark.parametrize(
    "n",
    [*IN_64_BITS, 10**30, -(10**30), np.uint64(2**64 - 1), *(np.array([n]) for n in IN_64_BITS), [2**64 - 1]],
    ids=repr,
)
@pytest.mark.parametrize("day", ["2024-02-08", "0001-01-01", "9999-12-31", "+20000-01-01", "-20000-01-01"])
def test_absurd_numbers_and_days_reach_no_day(day, n):
    """No number is so large and no day so far that they come round to a day of the calendar."""
    assert np.isnat(add_many(national(), column(day), n, unpublished="nat")).all()
    with pytest.raises(UnpublishedYearError, match="notices held"):
        add_many(national(), column(day), n)


@pytest.mark.parametrize("day", [-(2**63) + 1, 2**63 - 1])
def test_the_furthest_days_reach_no_day(day):
    """The first and the last day that 64 bits can say are outside."""
    asked = np.array([day]).view("datetime64[D]")

    assert np.isnat(add_many(national(), asked, 1, unpublished="nat")).all()
    assert count_many(national(), asked, asked, unpublished="mask").mask.all()


def test_the_columns_are_left_as_they_are():
    """The result is a new column, and read-only columns will do."""
    asked, n = column("2024-02-08", "2024-02-10"), np.array([1, -1])
    asked.flags.writeable = n.flags.writeable = False

    result = add_many(national(), asked, n)
    result[:] = NAT

    np.testing.assert_array_equal(add_many(national(), asked, n), column("2024-02-09", "2024-02-09"))
    assert asked.tolist() == [date(2024, 2, 8), date(2024, 2, 10)]


@pytest.mark.parametrize("first_year", [1969, 1970, 1971])
def test_calendars_on_both_sides_of_1970(first_year):
    """The day that numpy counts from is no edge, and a calendar that begins there or before ends there too."""
    calendar = from_workalendar(Germany(), first_year, 1973)  # its last day is a Monday
    first, last = calendar.coverage
    asked = np.arange(first - ONE_DAY, last + 2 * ONE_DAY, dtype="datetime64[D]")

    added, counted = calendar.add_many(asked, 0, unpublished="nat"), calendar.count_many(asked[1:-1], asked[1:-1][::-1])

    assert np.isnat(added[[0, -1]]).all()
    assert added[1:-1].tolist() == [calendar.add(day, 0) for day in asked[1:-1].tolist()]
    assert counted.tolist() == [
        calendar.count(start, end) for start, end in zip(asked[1:-1].tolist(), asked[-2:0:-1].tolist(), strict=True)
    ]


def test_any_stride_and_byte_order():
    """A column may be a slice of another, run backwards, or come from another kind of machine."""
    wide = column("2024-02-08", "2024-03-01", "2024-02-10", "2024-03-01")

    assert add_many(national(), wide[::2], 1).tolist() == [date(2024, 2, 9), date(2024, 2, 18)]
    assert (
        add_many(national(), wide[::-2], np.array([9, 1, 9, 9])[1::-1]).tolist()
        == add_many(national(), column("2024-03-01", "2024-03-01"), np.array([1, 9])).tolist()
    )
    assert add_many(national(), wide[:1].astype(">M8[D]"), 1).tolist() == [date(2024, 2, 9)]


def test_date32_of_arrow():
    """A date32 column of pyarrow will do, and its null is an unknown day."""
    pa = pytest.importorskip("pyarrow")
    asked = pa.array([date(2024, 2, 8), None], type=pa.date32())

    np.testing.assert_array_equal(add_many(national(), asked, 1), column("2024-02-09", "NaT"))


# Counting


@given(st.lists(st.tuples(days, days), min_size=1, max_size=40))
@example([(LAST + OUTSIDE, LAST + OUTSIDE), (FIRST - OUTSIDE, LAST + OUTSIDE), (FIRST, LAST)])
def test_count_many_is_count_row_by_row(rows):
    """Each pair gets what it would get alone, or is masked."""
    starts, ends = zip(*rows, strict=True)

    result = count_many(national(), column(*starts), column(*ends), unpublished="mask")

    assert result.dtype == np.int64
    assert result.tolist() == [count_one(start, end) for start, end in rows]


@given(st.lists(st.tuples(st.dates(FIRST, LAST), st.dates(FIRST, LAST)), min_size=1, max_size=40))
def test_count_many_undoes_add_many(rows):
    """As many working days as are counted from a day lead to the last working day up to the end."""
    starts, ends = (column(*side) for side in zip(*((min(row), max(row)) for row in rows), strict=True))

    counted = count_many(national(), starts, ends)

    reached = add_many(national(), starts[counted > 0], counted[counted > 0])
    np.testing.assert_array_equal(count_many(national(), reached, ends[counted > 0]), np.zeros(len(reached)))


def test_count_many_knows_national_day():
    """8, 9, 10 (a make-up Saturday) and 12 October 2026 are worked; an end before the start counts negative."""
    starts, ends = column("2026-09-30", "2026-10-12", "2026-10-05"), column("2026-10-12", "2026-09-30", "2026-10-05")

    result = count_many(national(), starts, ends)

    assert result.tolist() == [4, -4, 0]
    assert not isinstance(result, np.ma.MaskedArray)


@pytest.mark.parametrize(
    ("start", "end", "day"),
    [(LAST, LAST + OUTSIDE, LAST + OUTSIDE), (FIRST - OUTSIDE, FIRST, FIRST - OUTSIDE)],
    ids=["end after the calendar", "start before it"],
)
def test_count_many_raises_what_count_raises(start, end, day):
    """The first pair that reaches outside the calendar raises, with its row."""
    with pytest.raises(UnpublishedYearError) as raised:
        count_many(national(), column(FIRST, start, start), column(LAST, end, end))

    assert raised.value.day == day
    assert raised.value.__notes__ == ["row 1"]


@pytest.mark.parametrize(
    ("start", "end", "fault"),
    [
        ("NaT", "2024-02-08", "starts: expected a day in row 1, got NaT"),
        ("2024-02-08", "NaT", "ends: expected a day in row 1, got NaT"),
        ("NaT", "NaT", "starts: expected a day in row 1, got NaT; ends: expected a day in row 1, got NaT"),
    ],
)
def test_nothing_is_counted_from_or_to_an_unknown_day(start, end, fault):
    """Whole numbers cannot say "unknown", so a NaT is an error, unless the caller asks for a mask."""
    starts, ends = column("2024-02-08", start), column("2024-02-09", end)

    with pytest.raises(ColumnError) as raised:
        count_many(national(), starts, ends)

    assert str(raised.value) == fault
    assert count_many(national(), starts, ends, unpublished="mask").tolist() == [1, None]


def test_masks_end_with_their_chunk():
    """Unknown pairs in the second chunk are masked there and nowhere else."""
    ends = np.full(40_000, np.datetime64("2024-02-19", "D"))
    ends[39_999] = NAT

    result = count_many(national(), np.full(40_000, np.datetime64("2024-02-08", "D")), ends, unpublished="mask")

    assert result[:-1].tolist() == [3] * 39_999  # 9, 18 and 19 February
    assert result.mask.sum() == 1
    assert result.mask[-1]


# What is not a column


@pytest.mark.parametrize(
    ("asked", "n", "faults"),
    [
        (np.datetime64("2024-02-08", "D"), 1, ["days: expected one dimension, got 0"]),
        (column("2024-02-08").reshape(1, 1), 1, ["days: expected one dimension, got 2"]),
        (["2024-02-08"], 1, ["days: expected datetime64[D], got <U10"]),
        ([date(2024, 2, 8)], 1, ["days: expected datetime64[D], got object"]),
        (np.array(["2024-02-08T10"], dtype="M8[ns]"), 1, ["days: expected datetime64[D], got datetime64[ns]"]),
        (np.array(["2024-02-08"], dtype="M8[7D]"), 1, ["days: expected datetime64[D], got datetime64[7D]"]),
        ([], 1, ["days: expected datetime64[D], got float64"]),
        (np.ma.masked_array(column("2024-02-08")), 1, ["days: expected a plain array, got a masked one"]),
        (column("2024-02-08"), [1, 2], ["n: expected 1 rows like days, got 2"]),
        (column("2024-02-08"), [], ["n: expected whole numbers, got float64", "n: expected 1 rows like days, got 0"]),
        (column("2024-02-08"), 1.0, ["n: expected whole numbers, got float64"]),
        (column("2024-02-08"), True, ["n: expected whole numbers, got bool"]),
        (column("2024-02-08"), [True], ["n: expected whole numbers, got bool"]),
        (column("2024-02-08"), ["1"], ["n: expected whole numbers, got <U1"]),
        (column("2024-02-08"), np.array([1], dtype="m8[D]"), ["n: expected whole numbers, got timedelta64[D]"]),
        (column("2024-02-08"), [[1]], ["n: expected one number or one dimension, got 2 dimensions"]),
        (column("2024-02-08"), np.ma.masked_array([1]), ["n: expected a plain array, got a masked one"]),
        ([1.5, 2.5], [1.5], ["days: expected datetime64[D], got float64", "n: expected whole numbers, got float64",
                             "n: expected 2 rows like days, got 1"]),
    ],
)  # fmt: skip
def test_what_is_no_column_of_days_and_numbers_is_told(asked, n, faults):
    """A wrong argument is named with what was expected and what came; several faults come together."""
    with pytest.raises(ColumnError) as raised:
        add_many(national(), asked, n)

    assert list(raised.value.faults) == faults
    assert str(raised.value) == "; ".join(faults)
    assert isinstance(raised.value, ValueError)


def test_what_cannot_be_counted_is_told():
    """Both columns of a count are held to the same."""
    with pytest.raises(ColumnError) as raised:
        count_many(national(), [1], column("2024-02-08", "2024-02-09"), unpublished="nat")

    assert raised.value.faults == (
        "starts: expected datetime64[D], got int64",
        "ends: expected 1 rows like starts, got 2",
        "unpublished: expected 'raise' or 'mask', got 'nat'",
    )


def test_add_many_knows_two_ways_with_unpublished_years():
    """Another word is refused, and not taken for one of the two."""
    with pytest.raises(ColumnError, match="unpublished: expected 'raise' or 'nat', got 'mask'"):
        add_many(national(), column("2024-02-08"), 1, unpublished="mask")


def test_the_tables_of_a_calendar_are_made_once():
    """The arrays are kept for the calendars in use, and nobody can write into them."""
    tables = batch._tables(national())

    assert batch._tables(national()) is tables
    assert not tables.before.flags.writeable
    assert batch._tables.cache_info().maxsize == 16


def test_a_calendar_answers_for_columns():
    """The methods of the calendar are these functions, with both their ways of meeting unpublished years."""
    asked, later = column("2024-02-08", LAST), column("2024-02-19", AFTER)

    assert national().add_many(asked[:1], 2).tolist() == [date(2024, 2, 18)]
    np.testing.assert_array_equal(national().add_many(asked, 1, unpublished="nat"), column("2024-02-09", "NaT"))
    assert national().count_many(asked[:1], later[:1]).tolist() == [3]  # 9, 18 and 19 February
    assert national().count_many(asked, later, unpublished="mask").tolist() == [3, None]
    for ask in (lambda: national().add_many(asked, 1), lambda: national().count_many(asked, later)):
        with pytest.raises(UnpublishedYearError):
            ask()
