"""What the task tables say about what a unit reports (任务进展)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import cache

import attrs

from zwfw.areas import Area
from zwfw.clauses import Clause
from zwfw.context import Context
from zwfw.records import TaskProgress
from zwfw.records._base import day_of
from zwfw.records.stated import View
from zwfw.rules.engine import Finding, breached, judge, met, not_applicable, rule
from zwfw.tasks import dates_of, owed_by, task, tasks
from zwfw.terms import Term, TermForm
from zwfw.units import same_unit

__all__ = ["RULES", "Progress", "ProgressState", "TaskStanding", "progress"]


@cache
def _clauses() -> tuple[str, ...]:
    return tuple(each.ref for each in tasks())


def _about(said: TaskProgress) -> tuple[str, ...]:
    return (said.task,)


@rule("tasks.done-by-the-date", clauses=_clauses, about=_about)
def done_by_the_date(said: TaskProgress, ctx: Context) -> Iterator[Finding]:
    """A task with a date is done by it, the date included (限期完成).

    What is to be done again each year is held against the year in which it was done.
    """
    held, today = task(said.task), ctx.as_of.date()
    days = dates_of(held, ctx.area)
    if not days:
        elsewhere = bool(held.term.on_by_area)
        yield not_applicable("task-dated-elsewhere" if elsewhere else "task-without-date", task=held)
        return
    done_on = None if said.done_on is None else day_of(said.done_on)
    state = _state(held, days, done_on, today)
    if state is ProgressState.NOT_DUE:
        yield not_applicable("not-due-yet", due_on=days[0])
    elif state is ProgressState.DONE:
        yield met(under=(held.ref,))
    elif state is ProgressState.TO_JUDGE:
        yield judge("task-explored" if held.is_exploration else "task-dated-in-parts", at="done_on", dates=days)
    else:
        yield breached(
            "task-late" if done_on else "task-overdue",
            at="done_on",
            due_on=days[-1],
            done_on=done_on,
            overdue_calendar_days=((done_on or today) - days[-1]).days,
        )


def _state(held: Clause, days: tuple[date, ...], done_on: date | None, today: date) -> "ProgressState":
    """How a dated task stands: done, or not, by its first date or after it."""
    if done_on is not None and (done_on <= days[0] or _is_of_a_later_year(done_on, held.term)):
        return ProgressState.DONE
    if done_on is None and today <= days[0]:
        return ProgressState.NOT_DUE
    if held.is_exploration or held.term.form is TermForm.NONE:
        return ProgressState.TO_JUDGE
    return ProgressState.OVERDUE if done_on is None else ProgressState.DONE_LATE


def _is_of_a_later_year(done_on: date, term: Term) -> bool:
    """Whether what recurs every year was done in a year after the first, in which it has no date."""
    return term.form is TermForm.BY_THEN_YEARLY and term.on is not None and done_on.year > term.on.year


class ProgressState(StrEnum):
    """How a task stands with a unit (任务状态)."""

    DONE = "按期完成"
    DONE_LATE = "逾期完成"
    OVERDUE = "逾期未完成"
    NOT_DUE = "未到期"
    ONGOING = "持续推进"
    """No date is printed, or none for this area."""

    TO_JUDGE = "须人判断"
    """A date has passed that stands in single sentences of the task, or the text only asks to explore."""

    UNKNOWN = "未填报"
    """Nobody reported it, or not whether it was done."""


@attrs.frozen(kw_only=True)
class TaskStanding:
    """How one task stands with one unit of one area (任务进展).

    Attributes:
        task: The task.
        unit: The unit, by the name by which it goes here.
        area: Whose unit it is.
        state: How it stands.
        due_on: The last day in time; ``None`` where no date is printed, or none for this area.
        done_on: When it was done.
        overdue_calendar_days: How many days after the due day it was done, or how many have passed since; 0 if none.
    """

    task: Clause
    unit: str
    area: Area
    state: ProgressState
    due_on: date | None = None
    done_on: date | None = None
    overdue_calendar_days: int = 0


@attrs.frozen
class Progress:
    """How tasks stand, unit by unit (任务进展表).

    Attributes:
        standings: One for each task, unit and area, in the order of the tasks.
    """

    standings: tuple[TaskStanding, ...]

    def by_unit(self) -> Mapping[str, Mapping[ProgressState, int]]:
        """How many tasks of each unit stand how; every state is counted, be it 0."""
        found: dict[str, Counter[ProgressState]] = {}
        for each in self.standings:
            found.setdefault(each.unit, Counter())[each.state] += 1
        return {unit: {state: counts[state] for state in ProgressState} for unit, counts in found.items()}


def progress(
    records: Iterable[TaskProgress], ctx: Context, *, document_id: str | None = None, unit: str | None = None
) -> Progress:
    """How the tasks in force for the area of *ctx* stand with each unit that owes them.

    A report without a unit is of all units of its task, one without an area of the area of *ctx*; reports of areas
    outside it are left out, and so are tasks of which it is uncertain whether they bind on that day. Of several about
    one task, unit and area the last counts that says whether it was done.
    What nobody reported is unknown, not undone; where only parts of an area reported, the area itself is unknown.

    Args:
        records: What was reported.
        ctx: Where and when.
        document_id: Only the tasks of this document.
        unit: Only those of this unit, by any of its names.

    Raises:
        UnknownDocumentError: If no document has this id.
        UnknownUnitError: If no document names a unit so.

    >>> from datetime import date
    >>> told = [TaskProgress(task="fujian-2022/1.1.2", done_on="2023-01-04")]
    >>> found = progress(told, Context(area="福建省", as_of=date(2023, 3, 1)), unit="各级审改部门")
    >>> [(each.task.id, each.state.value, each.overdue_calendar_days) for each in found.standings]
    [('1.1.2', '逾期完成', 4), ('1.1.7', '未填报', 0), ('2.1.5', '未填报', 0), ('2.1.6', '持续推进', 0)]
    """
    reported: dict[tuple[str, str], dict[Area, date | None]] = {}
    for each in records:
        held = task(each.task)
        view = View(each, as_of=ctx.as_of)
        for owing in (each.unit,) if each.unit is not None else owed_by(held):
            area = each.area or _home_of(owing, held.term) or ctx.area
            if "done_on" in each.model_fields_set and area.is_within(ctx.area):
                done_on = view.done_on
                reported.setdefault((each.task, owing), {})[area] = None if done_on is None else day_of(done_on)
    asked = None if unit is None else same_unit(unit)
    found: list[TaskStanding] = []
    for held in tasks(document_id, unit=unit):
        for owing in owed_by(held):
            home = _home_of(owing, held.term) or ctx.area
            if ctx.has(held.ref) and (asked is None or owing == asked) and home.is_within(ctx.area):
                told = reported.get((held.ref, owing), {})
                found += [_standing(held, owing, area, day, ctx) for area, day in told.items()]
                if home not in told:
                    found.append(_standing(held, owing, home, _UNKNOWN, ctx))
    return Progress(tuple(found))


_UNKNOWN = date.max
"""Stands for a day that nobody reported."""


def _due_in_its_year(held: Clause, days: tuple[date, ...], done_on: date | None) -> date:
    """The last date; of what recurs every year, the end of the later year in which it was done."""
    if done_on is not None and _is_of_a_later_year(done_on, held.term):
        return date(done_on.year, 12, 31)
    return days[-1]


def _home_of(unit: str, term: Term) -> Area | None:
    """The area whose name a unit bears, where a task is dated area by area (福州市审改部门)."""
    return next((Area(code) for code in term.on_by_area if unit.startswith(str(Area(code)))), None)


def _standing(held: Clause, unit: str, area: Area, told: date | None, ctx: Context) -> TaskStanding:
    days, today = dates_of(held, area), ctx.as_of.date()
    done_on = None if told == _UNKNOWN else told
    if days:
        state = _state(held, days, done_on, today)
        if told == _UNKNOWN and state is not ProgressState.NOT_DUE:
            state = ProgressState.UNKNOWN
    else:
        state = ProgressState.ONGOING if done_on is None else ProgressState.DONE
    is_late = state in (ProgressState.DONE_LATE, ProgressState.OVERDUE)
    return TaskStanding(
        task=held,
        unit=unit,
        area=area,
        state=state,
        due_on=_due_in_its_year(held, days, done_on) if days else None,
        done_on=done_on,
        overdue_calendar_days=((done_on or today) - days[-1]).days if is_late else 0,
    )


RULES = (done_by_the_date,)
