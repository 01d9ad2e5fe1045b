"""Progress of tasks to test with, and tasks done too late, not at all or in time (任务进展)."""

from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.clauses import Clause
from zwfw.normset import norms_in_force
from zwfw.records import Moment, TaskProgress
from zwfw.tasks import dates_of, owed_by, task, tasks
from zwfw.terms import TermForm
from zwfw.testing._records import Fields, fields_of, is_or_none, named, texts
from zwfw.testing.areas import areas, as_areas
from zwfw.testing.moments import LAST_DAY, moments

__all__ = ["conforming_task_progress", "late_tasks", "task_progress"]

_FIRST_DONE = date(2022, 9, 14)
"""The day on which the first task table was issued; its earliest dates are not much later."""

_EVIDENCE = is_or_none(texts())


def task_progress(**fields: object) -> st.SearchStrategy[TaskProgress]:
    """Progress of every task, done in time or not; what is not given is stated or not.

    The unit is one that owes the task; where it is given, the task is one that it owes.

    Args:
        fields: Any field of a :class:`~zwfw.records.TaskProgress`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.
        ValidationError: When drawn, if there is no such task, or the unit does not owe it.
        UnknownUnitError: When drawn, if a unit is given without its task, and no document names it.

    >>> from hypothesis import find
    >>> find(task_progress(task="fujian-2022/1.1.2"), lambda said: said.done_on is not None).task
    'fujian-2022/1.1.2'
    """
    usual: Fields = {
        "area": is_or_none(areas()),
        "done_on": is_or_none(moments(first=_FIRST_DONE)),
        "evidence": _EVIDENCE,
    }
    return named("task_progress", _task_progress(fields_of(TaskProgress, usual, fields)))


@st.composite
def _task_progress(draw: st.DrawFn, fields: st.SearchStrategy[dict[str, Any]]) -> TaskProgress:
    facts = draw(fields)
    if "task" not in facts:
        # What a unit that owes nothing says is the record's own error.
        owed = tasks(unit=facts.get("unit")) or tasks()
        facts["task"] = draw(st.sampled_from([each.ref for each in owed]))
    told = TaskProgress(**facts)
    if "unit" not in facts and draw(st.booleans()):
        unit = draw(is_or_none(st.sampled_from(owed_by(task(told.task)))))
        return TaskProgress(**facts, unit=unit)
    return told


def conforming_task_progress(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[TaskProgress]:
    """Tasks with a date, done by it, every field stated: in hindsight, ``check(progress, ...).ok`` is true.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The record states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_task_progress(area="厦门市"), lambda said: True), hindsight()).ok
    True
    """
    return named("conforming_task_progress", as_areas(area, areas()).flatmap(_in_time))


@st.composite
def _in_time(draw: st.DrawFn, area: Area) -> TaskProgress:
    held, due = draw(st.sampled_from(_dated(area)))
    return draw(_told(held, area, moments(first=due - timedelta(90), last=due)))


@st.composite
def late_tasks(draw: st.DrawFn, area: Area) -> TaskProgress:
    """Tasks of *area* that were done after their date, or are still not done."""
    # What is only explored, or dated in single sentences, a person has to judge.
    owed = [(held, due) for held, due in _dated(area) if _is_judged_by_rule(held)]
    held, due = draw(st.sampled_from(owed))
    # What comes again each year is late in the first of them only.
    last = date(due.year, 12, 31) if held.term.form is TermForm.BY_THEN_YEARLY else LAST_DAY
    return draw(_told(held, area, is_or_none(moments(first=due + timedelta(1), last=last))))


def _is_judged_by_rule(held: Clause) -> bool:
    return held.term.form is not TermForm.NONE and not held.is_exploration


@lru_cache(maxsize=256)
def _dated(area: Area) -> tuple[tuple[Clause, date], ...]:
    """The tasks of which *area* owes something by a date before the last day, each with its first date."""
    owed = ((each, dates_of(each, area)) for each in norms_in_force(area, LAST_DAY).tasks)
    return tuple((each, days[0]) for each, days in owed if days and days[-1] < LAST_DAY)


@st.composite
def _told(draw: st.DrawFn, held: Clause, area: Area, done_on: st.SearchStrategy[Moment | None]) -> TaskProgress:
    """What one of the units that owe a task, or nobody in particular, says of it."""
    unit = draw(st.sampled_from((None, *owed_by(held))))
    return TaskProgress(task=held.ref, unit=unit, area=area, done_on=draw(done_on), evidence=draw(_EVIDENCE))
