"""Progress of tasks that is made up: the dates of the tasks are read here from the task tables."""

from datetime import date, datetime

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from zwfw import Area, check
from zwfw.errors import UnknownUnitError
from zwfw.tasks import owed_by, task
from zwfw.testing.moments import instant_of
from zwfw.testing.strategies import conforming_task_progress, hindsight, task_progress, violating

FAST = settings(max_examples=5000, phases=[Phase.generate], database=None)

LATE = "tasks.done-by-the-date"

DUE = {
    "hanjiang-2023/task-3": date(2023, 12, 31),
    "hanjiang-2023/task-7": date(2024, 12, 31),
    "fujian-2022/1.1.2": date(2022, 12, 31),
    "fujian-2022/1.3.1": date(2023, 6, 30),
    "fujian-2022/1.3.3": date(2023, 6, 30),
    "fujian-2022/2.2.4": date(2023, 6, 30),
}
"""Some tasks and the last day in time, as printed; of a row with two dates, the later."""

BY_CITY = "fujian-2022/1.3.2"
"""Due in Fuzhou and Zhangzhou by 2022-09-30, in Xiamen and Nanping by 2022-12-31; no other city has a date."""


def day(moment):
    """The day of a moment."""
    return instant_of(moment).date()


def of_task(ref, has_it=lambda _: True):
    """A condition: the record is of this task and has it."""
    return lambda said: said.task == ref and has_it(said)


@given(said=task_progress(task="fujian-2022/1.3.1", unit="省审改办", done_on=st.sampled_from([date(2023, 1, 1), None])))
def test_task_progress_takes_values_and_strategies(said):
    """What is given is stated just so, read as a record reads it."""
    assert (said.task, said.unit) == ("fujian-2022/1.3.1", "省审改办")
    assert said.done_on in (date(2023, 1, 1), None)
    assert {"task", "unit", "done_on"} <= said.model_fields_set


@pytest.mark.parametrize(
    "answer",
    [
        "met",
        "task-late",
        "task-overdue",
        "task-explored",
        "task-dated-in-parts",
        "task-without-date",
        "task-dated-elsewhere",
        "clause-never-in-force",
        "not-stated",
    ],
)
def test_task_progress_is_of_every_kind(answer):
    """In time, late, overdue, explored, dated in parts, undated, of another city, not told: each is drawn."""

    def is_it(said):
        return [each.reason for each in check(said, hindsight()).outcomes] == [answer]

    assert find(task_progress(area="涵江区"), is_it, settings=FAST)


@given(said=task_progress(unit="省电力公司"))
def test_a_unit_that_is_given_owes_the_task(said):
    """The province's power company answers for two rows, both of its own document."""
    assert said.unit == "省电力公司"
    assert "省电力公司" in owed_by(task(said.task))


@given(said=task_progress())
def test_a_unit_is_one_that_owes_the_task(said):
    """Or all of them, or it is not stated."""
    assert said.unit is None or said.unit in owed_by(task(said.task))


@pytest.mark.parametrize(
    ("given_fields", "error"),
    [
        ({"task": "fujian-2022/1.1.2", "unit": "省审改办"}, ValidationError),
        # Putian's window heads owe no row of any task table.
        ({"unit": "窗口负责人"}, ValidationError),
        ({"task": "fujian-2022/9.9.9"}, ValidationError),
        ({"unit": "不存在"}, UnknownUnitError),
    ],
)
def test_task_progress_refuses_what_contradicts_itself(given_fields, error):
    """A unit that does not owe the task, or any; a task or unit that there is not."""
    with pytest.raises(error):
        find(task_progress(**given_fields), lambda _: False, settings=FAST)


@given(said=violating(LATE))
def test_a_task_is_done_after_its_date_or_not_at_all(said):
    """The first day too late is the one after the date; what is never done is overdue in hindsight."""
    if said.task in DUE and said.done_on is not None:
        assert DUE[said.task] < day(said.done_on) <= date(2025, 12, 31)


@pytest.mark.parametrize("reason", ["task-late", "task-overdue"])
@pytest.mark.parametrize("area", ["鼓楼区", "厦门市", "莆田市", "涵江区"])
def test_a_date_is_missed_in_both_ways(area, reason):
    """Done late, and not done, wherever it is owed."""

    def is_it(said):
        return [each.reason for each in check(said, hindsight()).breaches] == [reason]

    assert find(violating(LATE, area=area), is_it, settings=FAST).area == Area.find(area)


@given(said=conforming_task_progress())
def test_a_task_is_done_on_its_date_at_the_latest(said):
    """The date itself is in time."""
    assert day(said.done_on) <= DUE.get(said.task, date(2024, 12, 31))


@given(said=violating(LATE))
def test_what_is_only_explored_may_come_to_nothing(said):
    """探索: what 1.3.1 and 2.2.4 have explored may come late, but that it never came breaks nothing."""
    assert said.task not in ("fujian-2022/1.3.1", "fujian-2022/2.2.4") or said.done_on is not None


@given(said=violating(LATE))
def test_what_comes_again_each_year_is_late_in_the_first(said):
    """2.5.4 is due by 2022-08-31 and then every year, on no day that is printed."""
    if said.task == "fujian-2022/2.5.4" and said.done_on is not None:
        assert date(2022, 9, 1) <= day(said.done_on) <= date(2022, 12, 31)


@pytest.mark.parametrize("drawn", [conforming_task_progress(area="鼓楼区"), violating(LATE, area="鼓楼区")])
@pytest.mark.parametrize("kind", [date, datetime])
def test_a_day_may_have_a_time(drawn, kind):
    """What was done is known by the day or by the minute."""
    assert find(drawn, lambda said: type(said.done_on) is kind, settings=FAST)


@pytest.mark.parametrize(
    ("drawn", "is_in_time"),
    [(conforming_task_progress(area="思明区"), True), (violating(LATE, area="福州市"), False)],
)
def test_a_date_by_city_is_that_of_the_city(drawn, is_in_time):
    """What is done in the last quarter of 2022 is in time in Xiamen, and late in Fuzhou."""

    def in_the_last_quarter(said):
        return said.done_on is not None and date(2022, 10, 1) <= day(said.done_on) <= date(2022, 12, 31)

    said = find(drawn, of_task(BY_CITY, in_the_last_quarter), settings=FAST)

    assert check(said, hindsight()).ok is is_in_time


@given(said=violating(LATE, area="泉州市") | conforming_task_progress(area="泉州市"))
def test_a_city_without_a_date_misses_none(said):
    """Quanzhou stands in no line of that task."""
    assert said.task != BY_CITY


@given(said=violating(LATE, area="鼓楼区") | conforming_task_progress(area="鼓楼区"))
def test_a_task_is_one_of_the_documents_around(said):
    """Xiamen's tasks are not Fuzhou's."""
    assert said.task.startswith("fujian-2022/")


@pytest.mark.parametrize("drawn", [conforming_task_progress(area="鼓楼区"), violating(LATE, area="鼓楼区")])
@pytest.mark.parametrize("unit", ["省市场监管局", None])
def test_a_task_is_reported_by_one_that_owes_it(drawn, unit):
    """1.3.3 is owed by the market regulator, the reform office and others; or nobody is named."""
    assert find(drawn, of_task("fujian-2022/1.3.3", lambda said: said.unit == unit), settings=FAST)


@given(said=conforming_task_progress() | violating(LATE))
def test_nobody_else_reports_a_task(said):
    """1.1.2 is owed by the reform, the judicial and the business departments of every level."""
    if said.task == "fujian-2022/1.1.2":
        assert said.unit in ("各级审改部门", "各级司法行政部门", "各级业务部门", None)
