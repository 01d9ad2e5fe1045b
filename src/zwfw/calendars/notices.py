"""The State Council's holiday notices as data (放假通知): days off, weekends worked, and who says so.

One notice is one TOML file. The packaged ones stand in ``data/holidays``; :func:`load_notice` reads another of the same
shape, so that next year's notice can be used before a release of this library holds it.
"""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache, lru_cache
from os import PathLike
from pathlib import Path
from typing import Any

import attrs

from zwfw import _data
from zwfw.errors import DataFileError

__all__ = ["Arrangement", "DaySpan", "Festival", "Notice", "arrange", "load_notice", "packaged_notices"]

ONE_DAY = timedelta(days=1)
SATURDAY = 5
LONGEST_SPAN_DAYS = 31  # the longest break so far has 10 days: more is a slip of the pen


@attrs.frozen
class DaySpan:
    """Days in a row, both ends included."""

    first: date
    last: date


@attrs.frozen(kw_only=True)
class Festival:
    """What a notice arranges for one festival (节日).

    Attributes:
        name: Its name as the notice prints it, as in ``国庆节、中秋节`` where both fall together.
        off: The days off, weekends inside included.
        worked: The days that are worked although they are Saturdays or Sundays, or were off by an earlier notice.
    """

    name: str
    off: tuple[DaySpan, ...] = ()
    worked: tuple[date, ...] = ()


@attrs.frozen(kw_only=True, cache_hash=True)
class Notice:
    """A holiday notice (放假通知).

    Attributes:
        id: Our name for it: the year, or year and subject for an amendment.
        title: Its title.
        number: Its document number (发文字号); empty where it is not confirmed.
        issued_on: The day at its foot (成文日期); ``None`` where it is not confirmed.
        published_on: The day in the address of its official page, by which it was public at the latest.
        url: The official page.
        years: The years whose schedule it publishes; none for an amendment.
        amends: The ids of the earlier notices that it changes.
        festivals: What it arranges, in its own order.
    """

    id: str
    title: str
    number: str = ""
    issued_on: date | None = None
    published_on: date | None = None
    url: str
    years: tuple[int, ...] = ()
    amends: tuple[str, ...] = ()
    festivals: tuple[Festival, ...]

    @property
    def known_on(self) -> date:
        """The day from which it counts as known: the day of issue, else the day of publication."""
        known = self.issued_on or self.published_on
        if known is None:
            raise DataFileError(f"notice {self.id}", [NO_DATE])
        return known


@attrs.frozen(kw_only=True)
class Arrangement:
    """What the notices together say about one day.

    Attributes:
        is_working: Whether the day is worked.
        festival: The festival it is arranged for.
        notice: The notice that has the last word.
        amended: The notice whose answer for this day it changed; ``None`` where it changed none.
    """

    is_working: bool
    festival: str
    notice: Notice
    amended: Notice | None


NO_DATE = "missing: issued_on, or published_on where it is not confirmed @ $"


def load_notice(path: str | PathLike[str]) -> Notice:
    """Read the notice in the TOML file *path*.

    Raises:
        DataFileError: If it is not a notice; every fault is named with its place, those of the shape (a number where a
            text is expected) and those of the sense (a day both off and worked, a worked day that was worked anyway, a
            span with its last day before its first, a day twice, a day far outside the years) together.
        OSError: If the file cannot be read.

    Example:
        >>> from pathlib import Path
        >>> from tempfile import TemporaryDirectory
        >>> from zwfw.calendars import load_notice
        >>> text = '''
        ... id = "2027"
        ... title = "关于2027年部分节假日安排的通知"
        ... issued_on = 2026-11-20
        ... url = "https://example.org/2027"
        ... years = [2027]
        ...
        ... [[festivals]]
        ... name = "元旦"
        ... off = [{ first = 2027-01-01, last = 2027-01-03 }]
        ... '''
        >>> with TemporaryDirectory() as folder:
        ...     path = Path(folder, "2027.toml")
        ...     _ = path.write_text(text, encoding="utf-8")
        ...     notice = load_notice(path)
        >>> notice.festivals[0].off
        (DaySpan(first=datetime.date(2027, 1, 1), last=datetime.date(2027, 1, 3)),)
    """
    return _load(Path(path))


@cache
def packaged_notices() -> tuple[Notice, ...]:
    """The notices that come with the library, in order of issue."""
    paths = [path for path in _data.packaged("holidays").iterdir() if path.name.endswith(".toml")]
    return in_order(map(_load, paths))


def in_order(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """The *notices* in the order in which they became known."""
    return tuple(sorted(notices, key=lambda notice: (notice.known_on, notice.id)))


def check(notice: Notice) -> None:
    """Hold a notice that was made in code to what a file is held to.

    Raises:
        DataFileError: With every fault.
    """
    if faults := tuple(_faults(attrs.asdict(notice))):
        raise DataFileError(f"notice {notice.id}", faults)


def say_the_same(one: Notice, other: Notice) -> bool:
    """Whether two notices arrange the same days of the same years, whatever else is written about them."""
    return (
        sorted(one.years) == sorted(other.years)
        and sorted(one.amends) == sorted(other.amends)
        and {(day, works) for _, day, works in _days(one)} == {(day, works) for _, day, works in _days(other)}
    )


@lru_cache(maxsize=8)  # a calendar with one more layer rests on the same notices
def arrange(notices: tuple[Notice, ...]) -> Mapping[int, Arrangement]:
    """What the *notices*, given in order of issue, say about each day that they name; the later notice wins.

    Returns:
        The arrangements by the proleptic ordinal of their day.

    Raises:
        DataFileError: If the notices do not fit together: an id or a year twice, a notice that amends one that is not
            held or not earlier, an amendment of days far outside the years it amends, or one that orders work on a
            weekday that was worked anyway. All faults together.
    """
    arranged: dict[int, Arrangement] = {}
    held: dict[str, Notice] = {}
    reach: dict[str, tuple[int, ...]] = {}
    faults: list[str] = []
    for notice in notices:
        faults += _misfits(notice, held)
        amended = [held[earlier] for earlier in notice.amends if earlier in held]
        reach[notice.id] = notice.years + tuple(year for earlier in amended for year in reach[earlier.id])
        held[notice.id] = notice
        years = reach[notice.id]
        for festival, day, is_working in _days(notice):
            if years and not _is_near(day, years):
                faults.append(f"{notice.id}: {day} is far outside {_these(years)}")
            before = arranged.get(day.toordinal())
            was_working = before.is_working if before else day.weekday() < SATURDAY
            if is_working and was_working:
                faults.append(f"{notice.id}: {day} is worked anyway")
            changed = None
            if amended and is_working != was_working:
                changed = before.notice if before and before.notice in amended else amended[0]
            arranged[day.toordinal()] = Arrangement(
                is_working=is_working, festival=festival, notice=notice, amended=changed
            )
    if faults:
        raise DataFileError("holiday notices", faults)
    return arranged


def _misfits(notice: Notice, held: Mapping[str, Notice]) -> Iterator[str]:
    if notice.id in held:
        yield f"{notice.id}: the id is held twice"
    for earlier in notice.amends:
        if earlier not in held:
            yield f"{notice.id}: amends {earlier}, which is not held or not earlier"
    for other in held.values():
        for year in notice.years:
            if year in other.years:
                yield f"{notice.id}: {year} is published by {other.id} already"


def _days(notice: Notice) -> Iterator[tuple[str, date, bool]]:
    for festival in notice.festivals:
        for span in festival.off:
            for ordinal in range(span.first.toordinal(), span.last.toordinal() + 1):
                yield festival.name, date.fromordinal(ordinal), False
        for day in festival.worked:
            yield festival.name, day, True


# The faults of sense in one notice. They are looked for in the raw values, whatever their shape, so that whoever reads
# the error sees them beside the faults of shape and need not come back for them.


def _faults(raw: Mapping[str, Any]) -> Iterator[str]:
    for key in ("id", "title", "url"):
        if isinstance(raw.get(key), str) and not raw[key].strip():
            yield f"expected text, got {raw[key]!r} @ $.{key}"
    yield from _faults_of_scope(raw)
    issued, published = raw.get("issued_on"), raw.get("published_on")
    if issued is None and published is None:
        yield NO_DATE
    if type(issued) is date and type(published) is date and published < issued:
        yield f"published on {published}, before it was issued on {issued} @ $.published_on"
    if raw.get("festivals") in ([], ()):
        yield "a notice arranges at least one festival @ $.festivals"
    for index, festival in _all_of(dict, raw.get("festivals")):
        yield from _faults_of_festival(festival, f"$.festivals[{index}]")
    yield from _faults_of_days(raw)


def _faults_of_scope(raw: Mapping[str, Any]) -> Iterator[str]:
    years = [year for _, year in _all_of(int, raw.get("years"))]
    if not raw.get("years") and not raw.get("amends"):
        yield "a notice that amends none publishes at least one year @ $.years"
    if len(set(years)) < len(years):
        yield f"a year stands twice in {years} @ $.years"
    for index, earlier in _all_of(str, raw.get("amends")):
        if earlier == raw.get("id"):
            yield f"a notice does not amend itself @ $.amends[{index}]"


def _faults_of_days(raw: Mapping[str, Any]) -> Iterator[str]:
    years = [year for _, year in _all_of(int, raw.get("years"))]
    seen: dict[date, str] = {}
    for day, place, is_worked in _days_at(raw):
        if day in seen:
            yield f"{day} stands already at {seen[day]} @ {place}"
        seen.setdefault(day, place)
        # The years of an amendment are those of what it amends, which this file does not tell: see arrange().
        if years and not _is_near(day, years):
            yield f"{day} is far outside {_these(years)} @ {place}"
        if is_worked and day.weekday() < SATURDAY and not raw.get("amends"):
            yield f"{day} is a weekday and worked anyway @ {place}"


def _faults_of_festival(festival: Mapping[str, Any], place: str) -> Iterator[str]:
    name = festival.get("name")
    if isinstance(name, str) and not name.strip():
        yield f"expected text, got {name!r} @ {place}.name"
    if not festival.get("off") and not festival.get("worked"):
        yield f"no day off and no day worked @ {place}"
    for where, first, last in _spans_at(festival, place):
        length = (last - first).days + 1
        if length < 1:
            yield f"last {last} is before first {first} @ {where}"
        if length > LONGEST_SPAN_DAYS:
            yield f"{length} days off in a row: expected {LONGEST_SPAN_DAYS} at most @ {where}"


def _days_at(raw: Mapping[str, Any]) -> Iterator[tuple[date, str, bool]]:
    for number, festival in _all_of(dict, raw.get("festivals")):
        place = f"$.festivals[{number}]"
        for where, first, last in _spans_at(festival, place):
            # No more than this of a span that is too long: its ends may be centuries apart.
            for offset in range(min((last - first).days + 1, LONGEST_SPAN_DAYS)):
                yield first + offset * ONE_DAY, where, False
        for index, day in _all_of(date, festival.get("worked")):
            yield day, f"{place}.worked[{index}]", True


def _spans_at(festival: Mapping[str, Any], place: str) -> Iterator[tuple[str, date, date]]:
    for index, span in _all_of(dict, festival.get("off")):
        first, last = span.get("first"), span.get("last")
        if type(first) is date and type(last) is date:
            yield f"{place}.off[{index}]", first, last


def _all_of(kind: type, values: object) -> list[tuple[int, Any]]:
    """The entries of this type with their index: those of another type are faults of shape."""
    entries = values if isinstance(values, list | tuple) else ()
    return [(index, entry) for index, entry in enumerate(entries) if type(entry) is kind]


def _is_near(day: date, years: Iterable[int]) -> bool:
    """A notice reaches into the December before its year, and never further."""
    return any(day.year == year or (day.year, day.month) == (year - 1, 12) for year in years)


def _these(years: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(set(years))))


# Reading. The values of a good file are taken as they are, each held to its exact type; for anything else cattrs names
# the faults. Importing cattrs and building its hooks takes longer than reading all the packaged files.


def _load(path: Path) -> Notice:
    raw: dict[str, Any] = {}
    faults: tuple[str, ...] = ()
    notice = None
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        notice = _take_notice(raw)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError):
        try:
            notice = _data.read(path, Notice)
        except DataFileError as error:
            faults = error.faults
    if raw:
        faults += tuple(_faults(raw))
    if notice is None or faults:
        raise DataFileError(str(path), faults)
    return notice


def _just(kind: type) -> Callable[[Any], Any]:
    def take(value: Any) -> Any:
        if type(value) is not kind:
            raise TypeError(value)
        return value

    return take


def _each(take: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda values: tuple(map(take, _just(list)(values)))


def _table(kind: Callable[..., Any], **fields: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def take(values: Any) -> Any:
        if type(values) is not dict or not values.keys() <= fields.keys():
            raise TypeError(values)
        return kind(**{name: fields[name](value) for name, value in values.items()})

    return take


_text, _day = _just(str), _just(date)
_take_notice: Callable[[Any], Notice] = _table(
    Notice,
    id=_text,
    title=_text,
    number=_text,
    issued_on=_day,
    published_on=_day,
    url=_text,
    years=_each(_just(int)),
    amends=_each(_text),
    festivals=_each(
        _table(Festival, name=_text, off=_each(_table(DaySpan, first=_day, last=_day)), worked=_each(_day))
    ),
)
