"""The one engine behind every time limit: from a start, a figure and pauses to a due day and a status."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from enum import Enum
from functools import cache

import attrs

from zwfw._data import packaged, read
from zwfw.calendars import WorkCalendar
from zwfw.clauses import Clause, Lang, clause
from zwfw.errors import DataFileError, UnknownLimitError, UnpublishedYearError
from zwfw.outcomes import plain
from zwfw.parameters import ResolvedParameter, parameter

__all__ = [
    "Clock",
    "Deadline",
    "Lapse",
    "Light",
    "Lights",
    "Limit",
    "Pause",
    "Standing",
    "Status",
    "limit",
    "limits",
    "run",
    "stand",
]

ONE_DAY = timedelta(days=1)


class Status(Enum):
    """How a time limit stands (时限状态)."""

    NOT_STARTED = "未起算"
    RUNNING = "计时中"
    PAUSED = "暂停"
    MET = "按期完成"
    LATE = "逾期完成"
    OVERDUE = "逾期未完成"
    LAPSED = "已失效"
    """The time ran out and the clause attaches an effect to that; what was done later does not undo it."""

    UNDETERMINED = "无法判定"
    """Something that decides it was not stated, or lies in a year whose notice is not published."""


class Light(Enum):
    """The warning light of a time limit (预警灯)."""

    GREEN = "绿灯"
    YELLOW = "黄灯"
    RED = "红灯"


class Lapse(Enum):
    """What it means that a time limit ran out (逾期后果)."""

    OVERDUE = "逾期"
    DEEMED_ACCEPTED = "视为受理"
    PREREVIEW_VOID = "预审结果作废"


@attrs.frozen(kw_only=True, cache_hash=True)
class Limit:
    """One time limit (时限).

    Attributes:
        id: Its name.
        label_zh: What it is, in Chinese.
        label_en: What it is, in English.
        record: The kind of record that it is about.
        parameter: The key of the parameter that sets its figure; empty where the record states the figure.
        field: The field of the record that states its figure; empty where a parameter sets it.
        starts: The event that starts it; its own day is not counted.
        fulfilled_by: The event that fulfils it; on the due day is in time.
        lapse: What it means that it ran out.
        pauses: Whether special steps with a sufficient basis stop its clock: ``always``, or the reading that decides;
            empty where they do not.
        clauses: The clauses that it rests on.
    """

    id: str
    label_zh: str
    label_en: str
    record: str
    parameter: str = ""
    field: str = ""
    starts: str
    fulfilled_by: str
    lapse: Lapse
    pauses: str = ""
    clauses: tuple[str, ...]

    def label(self, lang: Lang = "zh") -> str:
        """What it is."""
        return self.label_zh if lang == "zh" else self.label_en


@attrs.frozen
class _LimitsFile:
    limits: tuple[Limit, ...]


@cache
def _held() -> Mapping[str, Limit]:
    found: dict[str, Limit] = {}
    for path in sorted(packaged("limits").iterdir(), key=lambda path: path.name):
        if path.name.endswith(".toml"):
            rows = read(path, _LimitsFile).limits
            faults = [
                f"needs either a parameter or a field @ $.limits[{row.id}]"
                for row in rows
                if bool(row.parameter) is bool(row.field)
            ]
            if faults:
                raise DataFileError(str(path), faults)
            for row in rows:
                for ref in row.clauses:
                    clause(ref)
                if row.parameter:
                    parameter(row.parameter)
            found |= {row.id: row for row in rows}
    return found


def limits() -> tuple[Limit, ...]:
    """All time limits that are held.

    >>> [each.id for each in limits() if each.record == "Case"]
    ['correction-notice', 'prereview', 'paper-hand-in', 'promise', 'statutory', 'special-step']
    """
    return tuple(_held().values())


def limit(id: str) -> Limit:  # noqa: A002  (the word of the data)
    """The time limit with this id.

    Raises:
        UnknownLimitError: If none has it; those that are held are named.
    """
    try:
        return _held()[id]
    except KeyError:
        raise UnknownLimitError(id, tuple(_held())) from None


@attrs.frozen
class Pause:
    """A stretch in which the clock stands still: every working day d with started < d <= ended.

    The day on which it starts still counts, the day on which it ends no longer does. *ended_on* is ``None`` while it
    goes on.
    """

    started_on: date
    ended_on: date | None = None


@attrs.frozen
class Lights:
    """When the warning light turns.

    Attributes:
        yellow_left_working_days: Yellow when this many working days or fewer are left; the due day itself has 0 left.
        red_late_working_days: Red when more working days than this have passed since the due day; with 0, as soon as
            the due day is over, be the next day worked or not.
    """

    yellow_left_working_days: int = 1
    red_late_working_days: int = 0


@attrs.define(kw_only=True)
class Clock:
    """What the engine needs to know of one time limit in one record; filled in step by step, then run.

    Attributes:
        limit: The time limit.
        path: The part of the record that it is about; empty for the whole.
        working_days: The figure.
        parameter: Where the figure comes from, if from a parameter.
        clauses: The clauses in force.
        started_on: The day of the event that starts it; ``None`` where it has not happened.
        fulfilled_on: The day of the event that fulfils it; ``None`` where it has not happened.
        pauses: When the clock stands still.
        maybe_pauses: Stretches of which it is not stated whether they stop the clock.
        missing: The fields without which the figure or the start is not known.
        maybe_missing: The fields that *maybe_pauses* wait for.
        open_ended: The fields without which it is not known whether it has been fulfilled.
    """

    limit: Limit
    path: str = ""
    working_days: int = 0
    parameter: ResolvedParameter | None = None
    clauses: tuple[Clause, ...] = ()
    started_on: date | None = None
    fulfilled_on: date | None = None
    pauses: tuple[Pause, ...] = ()
    maybe_pauses: tuple[Pause, ...] = ()
    missing: tuple[str, ...] = ()
    maybe_missing: tuple[str, ...] = ()
    open_ended: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, slots=False)  # a dictionary is filled in a third of the time
class Deadline:
    """How one time limit of one record stands (时限答复).

    Attributes:
        limit: The id of the time limit.
        path: The part of the record that it is about; empty for the whole.
        status: How it stands at the moment of looking.
        light: The warning light; ``None`` where no clock runs.
        working_days: The figure: so many working days after the starting day.
        started_on: The day of the event that starts it, which is not counted.
        due_on: The last day on which it is fulfilled in time; ``None`` where it cannot be known yet.
        earliest_due_on: The earliest day that it can be; the due day where that is known.
        latest_due_on: The latest day that it can be; ``None`` where nothing bounds it, as with a pause still open.
        fulfilled_on: The day on which it was fulfilled.
        used_working_days: The counted working days from the start to its fulfilment or the day of looking.
        left_working_days: What is left of the figure; negative when it is exceeded.
        paused_working_days: The working days on which the clock stood still.
        parameter: The parameter that sets the figure, with the values that it stands before.
        clauses: The clauses in force, the most local first.
        provisional: Whether a notice that is still to come can move the due day.
        readings: The readings of which another option would give another status or due day.
        missing: What would have to be stated to know.
    """

    limit: str
    path: str = ""
    status: Status
    light: Light | None = None
    working_days: int | None = None
    started_on: date | None = None
    due_on: date | None = None
    earliest_due_on: date | None = None
    latest_due_on: date | None = None
    fulfilled_on: date | None = None
    used_working_days: int | None = None
    left_working_days: int | None = None
    paused_working_days: int | None = None
    parameter: ResolvedParameter | None = None
    clauses: tuple[Clause, ...] = ()
    provisional: bool = False
    readings: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    def to_dict(self, lang: Lang = "zh") -> dict[str, object]:
        """Plain values that JSON can hold; the citations are in *lang*."""
        shown = {
            each.name: plain(getattr(self, each.name))
            for each in attrs.fields(type(self))
            if each.name not in ("parameter", "clauses")
        }
        return shown | {"clauses": [{"ref": each.ref, "cite": each.cite(lang)} for each in self.clauses]}


def merged(pauses: Iterable[Pause], until: date) -> tuple[tuple[date, date], ...]:
    """The pauses as stretches (started, ended] in order of time, overlaps counted once; an open one ends *until*."""
    stretches: list[tuple[date, date]] = []
    for start, end in sorted((pause.started_on, pause.ended_on or until) for pause in pauses):
        if stretches and start <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(stretches[-1][1], end))
        else:
            stretches.append((start, end))
    return tuple(stretches)


def paused_days(calendar: WorkCalendar, stretches: Iterable[tuple[date, date]], start: date, end: date) -> int:
    """The working days in (start, end] that lie in one of the stretches."""
    return sum(
        calendar.count(max(begun, start), min(ended, end))
        for begun, ended in stretches
        if begun < end and ended > start
    )


def due_day(calendar: WorkCalendar, start: date, working_days: int, stretches: Iterable[tuple[date, date]]) -> date:
    """The *working_days*-th counted working day after *start*; with 0, *start* itself.

    Raises:
        UnpublishedYearError: If it lies beyond the notices held.
    """
    if not working_days:
        return start
    due = calendar.add(start, working_days)
    for begun, ended in stretches:
        if begun < due and ended > start:
            # The counted days behind the stretch move back by the working days in it.
            held_up = calendar.count(max(begun, start), ended)
            due = calendar.add(due, held_up) if held_up else due
    return due


def _due(
    calendar: WorkCalendar, start: date, working_days: int, stretches: tuple[tuple[date, date], ...]
) -> tuple[date, date | None, int]:
    """Between which days a due day lies, and the year whose notice is awaited; 0 where it is final."""
    try:
        due = due_day(calendar, start, working_days, stretches)
    except UnpublishedYearError as beyond:
        last = calendar.coverage.last
        try:
            guess = calendar.estimate(start, working_days + paused_days(calendar, stretches, start, last))
        except UnpublishedYearError:
            # Before the first notice, or on a calendar of other years than ours, nothing bounds the day.
            return max(start, last + ONE_DAY) if start >= calendar.coverage.first else start, None, beyond.day.year
        bounded = all(ended <= last for _, ended in stretches)
        return guess.earliest, guess.latest if bounded else None, beyond.day.year
    return due, due, 0


def _count(calendar: WorkCalendar, start: date, end: date) -> int | None:
    try:
        return calendar.count(start, end)
    except UnpublishedYearError:
        return None


@attrs.frozen(slots=False)  # a dictionary is filled in a third of the time
class Standing:
    """Where a clock stands: of a deadline, what rules ask; the figures and the light are left to :func:`run`.

    Attributes:
        clock: The clock.
        status: How it stands at the moment of looking.
        due_on: The last day on which it is fulfilled in time; ``None`` where it cannot be known yet.
        earliest_due_on: The earliest day that it can be.
        latest_due_on: The latest day that it can be; ``None`` where nothing bounds it.
        missing: What would have to be stated to know.
        stretches: When the clock stood still, as stretches (started, ended].
    """

    clock: Clock
    status: Status
    due_on: date | None = None
    earliest_due_on: date | None = None
    latest_due_on: date | None = None
    missing: tuple[str, ...] = ()
    stretches: tuple[tuple[date, date], ...] = ()


def stand(clock: Clock, calendar: WorkCalendar, as_of: datetime) -> Standing:
    """Where *clock* stands at *as_of*, as :func:`run` says it, without the figures.

    >>> from zwfw.calendars import national
    >>> clock = Clock(limit=limit("promise"), working_days=5, started_on=date(2026, 9, 18))
    >>> found = stand(clock, national(), datetime(2026, 9, 23, 18))
    >>> found.status.value, found.due_on.isoformat()
    ('计时中', '2026-09-24')
    """
    if clock.missing:
        return Standing(clock, Status.UNDETERMINED, missing=clock.missing)
    start = clock.started_on
    if start is None:
        return Standing(clock, Status.NOT_STARTED)
    today = as_of.date()
    sure = merged(clock.pauses, today) if clock.pauses else ()
    earliest, latest, awaited = _due(calendar, start, clock.working_days, sure)
    missing: tuple[str, ...] = (f"calendar.{awaited}",) if awaited else ()
    is_open = bool(sure) and any(pause.ended_on is None and pause.started_on < earliest for pause in clock.pauses)
    if clock.maybe_pauses:
        longest = _longest(clock, calendar, start, today)
        if longest != latest:
            latest, missing = longest, clock.maybe_missing
    if is_open:
        latest = None
    status = _status(clock, earliest, latest, today, is_open=is_open)
    if clock.open_ended and status is not Status.MET:
        status, missing = Status.UNDETERMINED, (*clock.open_ended, *missing)
    due = earliest if earliest == latest and not awaited else None
    if status is not Status.UNDETERMINED and due is not None:
        missing = ()
    return Standing(clock, status, due, earliest, latest, missing, sure)


_LIGHTS = Lights()


def run(clock: Clock, calendar: WorkCalendar, as_of: datetime, lights: Lights | None = None) -> Deadline:
    """Where *clock* stands at *as_of*.

    Never raises for a day beyond the notices held: the due day is then ``None`` and the days between which it lies are
    given.
    """
    found = stand(clock, calendar, as_of)
    start, done, today, status = clock.started_on, clock.fulfilled_on, as_of.date(), found.status
    light = used = left = paused = None
    if start is not None and not clock.missing:
        until = done if done is not None and done < today else today
        counted = _count(calendar, start, until) if until > start else 0
        if counted is not None:
            paused = paused_days(calendar, found.stretches, start, until) if found.stretches else 0
            used = None if clock.maybe_pauses else counted - paused
        left = None if used is None else clock.working_days - used
        due = found.due_on
        late = _count(calendar, due, until) if due and until > due else None
        light = _light(status, left, late, lights or _LIGHTS)
    return Deadline(
        limit=clock.limit.id,
        path=clock.path,
        status=status,
        light=light,
        working_days=None if clock.missing else clock.working_days,
        started_on=start,
        due_on=found.due_on,
        earliest_due_on=found.earliest_due_on,
        latest_due_on=found.latest_due_on,
        fulfilled_on=done,
        used_working_days=used,
        left_working_days=left,
        paused_working_days=paused,
        parameter=clock.parameter,
        clauses=clock.clauses,
        provisional=found.due_on is not None and calendar.is_provisional(found.due_on),
        missing=found.missing,
    )


def _longest(clock: Clock, calendar: WorkCalendar, start: date, today: date) -> date | None:
    """The latest due day if all that may be a pause is one; ``None`` where one of them may still go on."""
    stretches = merged((*clock.pauses, *clock.maybe_pauses), today)
    _, longest, _ = _due(calendar, start, clock.working_days, stretches)
    if longest is None:
        return None
    goes_on = any(pause.ended_on is None and pause.started_on < longest for pause in clock.maybe_pauses)
    return None if goes_on else longest


def _status(clock: Clock, earliest: date, latest: date | None, today: date, *, is_open: bool) -> Status:
    done = clock.fulfilled_on
    if (done or today) <= earliest:
        if done:
            return Status.MET
        return Status.PAUSED if is_open else Status.RUNNING
    if latest is None or (done or today) <= latest:
        return Status.UNDETERMINED
    if clock.limit.lapse is not Lapse.OVERDUE:
        return Status.LAPSED
    return Status.LATE if done else Status.OVERDUE


def _light(status: Status, left: int | None, late: int | None, lights: Lights) -> Light | None:
    if status is Status.MET:
        return Light.GREEN
    if status is Status.RUNNING or status is Status.PAUSED:
        if left is None:
            return None
        return Light.YELLOW if left <= lights.yellow_left_working_days else Light.GREEN
    if status is Status.UNDETERMINED:
        return None
    tolerated = lights.red_late_working_days and late is not None and late <= lights.red_late_working_days
    return Light.YELLOW if tolerated else Light.RED
