"""The peers of the working calendar, each made to answer our two questions about the same calendar.

Added: the n-th working day strictly after a day. Counted: the working days in (start, end]. Where a peer's own
convention differs, its entry here closes the gap, and says so in its note where it cannot.
"""

import os
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple

import numpy as np

from zwfw.calendars.work import WorkCalendar

ONE_DAY = timedelta(1)
NAMES = ("workalendar", "chinesecalendar", "holidays", "numpy", "pandas", "bizdays", "polars", "duckdb", "pyarrow")


class Span(NamedTuple):
    """Our calendar from *first* to *last*, as the lists that peers ask for."""

    calendar: WorkCalendar
    first: date
    last: date

    def days(self) -> list[date]:
        """All days."""
        return [self.first + timedelta(number) for number in range((self.last - self.first).days + 1)]

    def working_days(self) -> list[date]:
        """The working days, make-up weekends among them."""
        return [day for day in self.days() if self.calendar.is_working_day(day)]

    def rest_days(self) -> list[date]:
        """Weekends and holidays."""
        return [day for day in self.days() if not self.calendar.is_working_day(day)]


class Peer(NamedTuple):
    """A library that answers for one day at a time."""

    add: Callable[[date, int], date]
    count: Callable[[date, date], int] | None
    note: str = ""


class Columns(NamedTuple):
    """The questions to a library that answers for many days: add n to each day; count from each day to each end."""

    days: np.ndarray
    n: np.ndarray
    ends: np.ndarray


class ManyPeer(NamedTuple):
    """A library that answers for many days at a time; *read* makes of its answer an array in the order of the rows."""

    add: Callable[[], Any]
    count: Callable[[], Any] | None
    read: Callable[[Any], np.ndarray]
    note: str = ""


def in_a_loop(peer: Peer, columns: Columns) -> ManyPeer:
    """Many days, one by one."""
    days, numbers, ends = columns.days.tolist(), columns.n.tolist(), columns.ends.tolist()
    add, count = peer.add, peer.count

    def count_all() -> list[int]:
        return [count(start, end) for start, end in zip(days, ends, strict=True)]

    return ManyPeer(
        lambda: [add(day, n) for day, n in zip(days, numbers, strict=True)],
        count_all if count else None,
        np.array,
        peer.note,
    )


def _workalendar(_: Span) -> Peer:
    from workalendar.asia import China

    china = China()
    return Peer(china.add_working_days, china.get_working_days_delta, "2018-2023 only; 2020 wrong")


def _chinesecalendar(_: Span) -> Peer:
    import chinese_calendar

    def count(start: date, end: date) -> int:
        return len(chinese_calendar.get_workdays(start, end)) - chinese_calendar.is_workday(start)

    return Peer(lambda day, n: chinese_calendar.find_workday(n, day), count, "from a rest day one working day late")


def _holidays(span: Span) -> Peer:
    import holidays

    china = holidays.country_holidays("CN", years=range(span.first.year, span.last.year + 1))

    def count(start: date, end: date) -> int:
        return china.get_working_days_count(start + ONE_DAY, end) if start < end else 0  # it takes either order

    return Peer(china.get_nth_working_day, count)


def _numpy(span: Span) -> Peer:
    calendar = _busdaycalendar(span)

    def add(day: date, n: int) -> date:
        return np.busday_offset(day, n, roll="backward", busdaycal=calendar).item()

    def count(start: date, end: date) -> int:
        return int(np.busday_count(start + ONE_DAY, end + ONE_DAY, busdaycal=calendar))

    return Peer(add, count, "seven-day mask, every rest day a holiday")


def _busdaycalendar(span: Span) -> np.busdaycalendar:
    return np.busdaycalendar(weekmask="1111111", holidays=span.rest_days())


def _pandas(span: Span) -> Peer:
    import pandas as pd

    calendar = _busdaycalendar(span)
    offsets = {n: pd.offsets.CustomBusinessDay(n, calendar=calendar) for n in range(1, 61)}
    return Peer(lambda day, n: (pd.Timestamp(day) + offsets[n]).date(), None, "offsets made beforehand; does not count")


def _bizdays(span: Span) -> Peer:
    import bizdays

    calendar = bizdays.Calendar(
        span.rest_days(), [], startdate=span.first.isoformat(), enddate=span.last.isoformat(), name="zwfw"
    )
    return Peer(calendar.offset, calendar.bizdays, "index tables; counts from a rest day as from the day before it")


def _sample_pandas(span: Span, columns: Columns) -> ManyPeer:
    import pandas as pd

    calendar, days = _busdaycalendar(span), pd.Series(columns.days.astype("M8[s]"))
    offsets = np.array([pd.offsets.CustomBusinessDay(n, calendar=calendar) for n in columns.n.tolist()], dtype=object)
    return ManyPeer(lambda: days + offsets, None, lambda answer: answer.to_numpy().astype("M8[D]"), "not vectorised")


def _many_numpy(span: Span, columns: Columns) -> ManyPeer:
    calendar = _busdaycalendar(span)
    return ManyPeer(
        lambda: np.busday_offset(columns.days, columns.n, roll="backward", busdaycal=calendar),
        lambda: np.busday_count(columns.days + 1, columns.ends + 1, busdaycal=calendar),
        np.asarray,
    )


def _many_polars(span: Span, columns: Columns) -> ManyPeer:
    import polars as pl

    frame = pl.DataFrame({"day": columns.days, "n": columns.n, "end": columns.ends})
    day_after = pl.duration(days=1)
    rules = {"week_mask": (True,) * 7, "holidays": span.rest_days()}
    added = pl.col("day").dt.add_business_days(pl.col("n"), roll="backward", **rules)
    counted = pl.business_day_count(pl.col("day") + day_after, pl.col("end") + day_after, **rules)
    return ManyPeer(
        lambda: frame.select(answer=added)["answer"],
        lambda: frame.select(answer=counted)["answer"],
        lambda answer: answer.to_numpy(),
    )


def _many_duckdb(span: Span, columns: Columns) -> ManyPeer:
    import duckdb
    import pyarrow as pa

    days, worked = (np.array(listed, "M8[D]") for listed in (span.days(), span.working_days()))
    before = np.searchsorted(worked, days, side="right").astype("i4")
    ids, n = np.arange(len(columns.n), dtype="i4"), columns.n.astype("i4")
    tables = {
        "question": {"id": ids, "day": columns.days, "n": n, "finish": columns.ends},
        "calendar": {"day": days, "worked": before},
        "worked": {"number": np.arange(1, len(worked) + 1, dtype="i4"), "day": worked},
    }
    connection = duckdb.connect()
    connection.execute(f"set threads = {os.cpu_count()}")
    for name, table in tables.items():
        connection.register("source", pa.table(table))
        connection.execute(f"create table {name} as select * from source")  # noqa: S608  (our three names)
        connection.unregister("source")

    def read(answer: dict[str, np.ndarray]) -> np.ndarray:
        ordered = np.empty_like(answer["answer"])
        ordered[answer["id"]] = answer["answer"]
        return ordered

    return ManyPeer(
        lambda: connection.execute(ADD_BY_JOIN).fetchnumpy(),
        lambda: connection.execute(COUNT_BY_JOIN).fetchnumpy(),
        read,
        f"{os.cpu_count()} threads; rows in any order, with their id",
    )


ADD_BY_JOIN = """
select id, worked.day as answer
from question join calendar using (day) join worked on worked.number = calendar.worked + question.n
"""
COUNT_BY_JOIN = """
select id, till.worked - since.worked as answer
from question join calendar as since using (day) join calendar as till on till.day = question.finish
"""


ONE_BY_ONE = {
    "workalendar": _workalendar,
    "chinesecalendar": _chinesecalendar,
    "holidays": _holidays,
    "numpy busday": _numpy,
    "pandas CustomBusinessDay": _pandas,
    "bizdays": _bizdays,
}
SAMPLED = {"pandas Series + CustomBusinessDay": _sample_pandas}
MANY = {"numpy busday": _many_numpy, "polars": _many_polars, "DuckDB calendar join": _many_duckdb}
