"""Working days of many dates at once, in numpy (批量计算).

The work is array look-ups in small tables, in chunks that stay in the processor's cache. Loading this module loads
numpy (extra ``batch``); :class:`~zwfw.calendars.work.WorkCalendar` loads it on first use.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from typing import Any, Literal, TypeAlias

import attrs
import numpy as np
import numpy.typing as npt

from zwfw.calendars.work import WorkCalendar
from zwfw.errors import ColumnError, UnpublishedYearError

__all__ = ["add_many", "count_many"]

Days: TypeAlias = npt.NDArray[np.datetime64]
Numbers: TypeAlias = npt.NDArray[np.int64]

_ROWS = 1 << 15  # so much of the four columns at work takes 1 MiB: second-level cache, not memory
_FAR = 1 << 40  # more days than any calendar has, and far from where 64 bits end
_EPOCH = date(1970, 1, 1)
_NAT = np.iinfo(np.int64).min


def add_many(
    calendar: WorkCalendar, days: npt.ArrayLike, n: npt.ArrayLike, *, unpublished: Literal["raise", "nat"] = "raise"
) -> Days:
    """The *n*-th working day of each of many days, as :meth:`.WorkCalendar.add` tells it for one.

    Args:
        calendar: Which days are worked.
        days: A column of ``datetime64[D]``; ``NaT``, a day that is not known, gives ``NaT``.
        n: One whole number for all days, or a column with one for each; of any sign, 0 too.
        unpublished: What becomes of a row whose answer lies outside the calendar: "raise" raises, "nat" gives ``NaT``.

    Returns:
        A new column of ``datetime64[D]``.

    Raises:
        UnpublishedYearError: For the first row that the calendar cannot answer; a note gives the row, from 0.
        ColumnError: If an argument is not such a column, or the two are not equally long.

    Example:
        >>> import numpy as np
        >>> from zwfw.calendars import national
        >>> from zwfw.calendars.batch import add_many
        >>> add_many(national(), np.array(["2024-02-08", "2024-02-09"], dtype="datetime64[D]"), [1, 1])
        array(['2024-02-09', '2024-02-18'], dtype='datetime64[D]')
    """
    start, step = np.asanyarray(days), _as_numbers(n)
    _refuse(
        *_not_days("days", start),
        *_not_numbers("n", step),
        *_not_equally_long("n", step, "days", start),
        *_not_one_of("unpublished", unpublished, ("raise", "nat")),
    )
    tables, source, out = _tables(calendar), _since_epoch(start), np.empty(len(start), dtype="datetime64[D]")
    target, buffer = out.view(np.int64), np.empty(min(len(start), _ROWS), dtype=np.int64)
    for chunk in _chunks(len(start)):
        found, wanted = target[chunk], buffer[: len(source[chunk])]
        _find_working_days(tables, tables.entries(source[chunk]), step[chunk] if step.ndim else step, out=wanted)
        np.take(tables.days, wanted, out=found, mode="clip")
        if unpublished == "raise" and found.min() == _NAT:
            unknown = np.flatnonzero((found == _NAT) & (source[chunk] != _NAT))
            if unknown.size:
                row = chunk.start + int(unknown[0])
                with _noting(row):
                    calendar.add(_as_date(int(source[row])), int(step[row] if step.ndim else step))
    return out


def count_many(
    calendar: WorkCalendar,
    starts: npt.ArrayLike,
    ends: npt.ArrayLike,
    *,
    unpublished: Literal["raise", "mask"] = "raise",
) -> Numbers:
    """The working days after each start, up to and including its end, as :meth:`.WorkCalendar.count` counts them.

    Args:
        calendar: Which days are worked.
        starts: A column of ``datetime64[D]``.
        ends: Another, equally long; an end before its start counts negative.
        unpublished: What becomes of a row that cannot be counted, because a day is ``NaT`` or lies outside the
            calendar: "raise" raises; "mask" masks it (whole numbers have no ``NaT``).

    Returns:
        A new column of ``int64``; with "mask" a :class:`numpy.ma.MaskedArray` of it.

    Raises:
        UnpublishedYearError: For the first row that cannot be counted, if it lies outside the calendar; a note gives
            the row, from 0.
        ColumnError: If an argument is not such a column, the two are not equally long, or the first row that cannot be
            counted has a ``NaT``.

    Example:
        >>> import numpy as np
        >>> from zwfw.calendars import national
        >>> from zwfw.calendars.batch import count_many
        >>> received = np.array(["2024-02-07", "2024-02-18"], dtype="datetime64[D]")
        >>> finished = np.array(["2024-02-19", "2024-02-09"], dtype="datetime64[D]")
        >>> count_many(national(), received, finished)
        array([ 4, -1])
    """
    start, end = np.asanyarray(starts), np.asanyarray(ends)
    _refuse(
        *_not_days("starts", start),
        *_not_days("ends", end),
        *_not_equally_long("ends", end, "starts", start),
        *_not_one_of("unpublished", unpublished, ("raise", "mask")),
    )
    tables, since, until = _tables(calendar), _since_epoch(start), _since_epoch(end)
    out = np.empty(len(start), dtype=np.int64)
    unknown = np.zeros(len(start), dtype=np.bool_) if unpublished == "mask" else None
    for chunk in _chunks(len(start)):
        found = out[chunk]
        np.take(tables.until, tables.entries(until[chunk]), out=found, mode="clip")
        found -= np.take(tables.before, tables.entries(since[chunk]), mode="clip")
        if found.max() < _FAR:
            continue
        outside = found >= _FAR
        if unknown is None:
            row = chunk.start + int(outside.argmax())
            _refuse(*_not_known("starts", row, start), *_not_known("ends", row, end))
            with _noting(row):
                calendar.count(_as_date(int(since[row])), _as_date(int(until[row])))
        else:
            unknown[chunk], found[outside] = outside, 0
    return out if unknown is None else np.ma.MaskedArray(out, mask=unknown)


@attrs.frozen(kw_only=True, eq=False)
class _Tables:
    """One calendar as arrays, whose first and last entries say "outside".

    ``numpy.take`` in mode "clip" leads whatever lies further out to these two, so that no row gets the answer of
    another day; that costs less than to look at the bounds of each chunk.
    """

    offset: int  # from days since 1970 to the entry of a day
    before: Numbers  # of a day: working days up to it, which is also the entry in `days` of the last of them
    until: Numbers  # the same, with the other sign outside: no difference of the two is small by chance
    onward: Numbers  # of a day: the entry in `days` of the first working day from it on
    days: Numbers  # of the i-th working day, counted from 1: days since 1970

    def entries(self, days: Numbers) -> Numbers:
        return days + self.offset if self.offset else days


@lru_cache(maxsize=16)
def _tables(calendar: WorkCalendar) -> _Tables:
    before = np.array(calendar._before, dtype=np.int64)  # noqa: SLF001  (the same package)
    worked = np.diff(before, prepend=0)
    days = np.array(calendar._days, dtype="datetime64[D]")  # noqa: SLF001  (the same package)
    first = calendar._first_ordinal - _EPOCH.toordinal()  # noqa: SLF001  (the same package)
    # The tables begin in 1970, so that days are entries as they stand; only an older calendar needs an offset.
    offset = max(0, 1 - first)
    edges = first + offset
    return _Tables(
        offset=offset,
        before=_table(edges, before, -2 * _FAR),
        until=_table(edges, before, 2 * _FAR),
        onward=_table(edges, before - worked + 1, -2 * _FAR),
        days=_table(1, days.view(np.int64), _NAT),
    )


def _table(edges: int, inside: Numbers, outside: int) -> Numbers:
    table = np.concatenate([np.full(edges, outside), inside, [outside]])
    table.flags.writeable = False
    return table


def _find_working_days(tables: _Tables, entries: Numbers, n: npt.NDArray[Any], out: Numbers) -> None:
    """Where in ``tables.days`` the *n*-th working day of each day stands."""
    least, most = n.min(), n.max()
    if least < -_FAR or most > _FAR:
        n = n.clip(-_FAR, _FAR)
    np.take(tables.before if most > 0 else tables.onward, entries, out=out, mode="clip")
    if least <= 0 < most:
        np.copyto(out, tables.onward.take(entries, mode="clip"), where=n <= 0)
    out += n


def _chunks(rows: int) -> Iterator[slice]:
    return (slice(first, first + _ROWS) for first in range(0, rows, _ROWS))


def _since_epoch(days: Days) -> Numbers:
    return days.astype("datetime64[D]", copy=False).view(np.int64)


def _as_date(days_since_epoch: int) -> date:
    """The day, or the last one on its side where Python's dates do not reach."""
    ordinal = days_since_epoch + _EPOCH.toordinal()
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))


def _as_numbers(n: npt.ArrayLike) -> npt.NDArray[Any]:
    # Unsigned 64-bit numbers added to signed ones become floats, and larger ones do not even fit.
    if type(n) is int:
        n = min(max(n, -_FAR), _FAR)
    numbers = np.asanyarray(n)
    return np.minimum(numbers.astype(np.uint64), _FAR).astype(np.int64) if numbers.dtype.kind == "u" else numbers


@contextmanager
def _noting(row: int) -> Iterator[None]:
    """The call for one row raises the error that the row deserves; the note says which row it was."""
    try:
        yield
    except UnpublishedYearError as error:
        error.add_note(f"row {row}")
        raise


def _refuse(*faults: str) -> None:
    if faults:
        raise ColumnError(*faults)


def _not_days(name: str, column: npt.NDArray[Any]) -> Iterator[str]:
    yield from _not_plain(name, column)
    if column.ndim != 1:
        yield f"{name}: expected one dimension, got {column.ndim}"
    if column.dtype.kind != "M" or np.datetime_data(column.dtype) != ("D", 1):
        yield f"{name}: expected datetime64[D], got {column.dtype}"


def _not_numbers(name: str, column: npt.NDArray[Any]) -> Iterator[str]:
    yield from _not_plain(name, column)
    if column.ndim > 1:
        yield f"{name}: expected one number or one dimension, got {column.ndim} dimensions"
    if column.dtype.kind not in "iu":
        yield f"{name}: expected whole numbers, got {column.dtype}"


def _not_plain(name: str, column: npt.NDArray[Any]) -> Iterator[str]:
    # Under the mask stands some day or number that nobody stated.
    if isinstance(column, np.ma.MaskedArray):
        yield f"{name}: expected a plain array, got a masked one"


def _not_equally_long(name: str, column: npt.NDArray[Any], other: str, than: npt.NDArray[Any]) -> Iterator[str]:
    if column.ndim == than.ndim == 1 and len(column) != len(than):
        yield f"{name}: expected {len(than)} rows like {other}, got {len(column)}"


def _not_known(name: str, row: int, column: Days) -> Iterator[str]:
    if np.isnat(column[row]):
        yield f"{name}: expected a day in row {row}, got NaT"


def _not_one_of(name: str, value: str, words: tuple[str, ...]) -> Iterator[str]:
    if value not in words:
        yield f"{name}: expected {' or '.join(map(repr, words))}, got {value!r}"
