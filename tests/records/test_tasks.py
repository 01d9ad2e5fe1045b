"""What a report on a task takes, what it refuses, and how it is written and read back."""

import json
from datetime import date, datetime

import pytest
from pydantic import ValidationError

from zwfw import Area
from zwfw.records import TaskProgress

LISTS = "fujian-2022/1.1.2"


def faults(**fields):
    """Place and message of each fault of a report with these fields."""
    with pytest.raises(ValidationError) as caught:
        TaskProgress(**{"task": LISTS} | fields)
    return [(".".join(map(str, each["loc"])), each["msg"]) for each in caught.value.errors()]


@pytest.mark.parametrize(
    ("task", "near"),
    [
        ("fujian-2022/1.1.22", "fujian-2022/1.1.2"),
        ("xiamen-2022/2.2.13", "xiamen-2022/2.2.12"),  # the subsection has twelve
        ("hanjiang-2023/task-17", "hanjiang-2023/task-16"),  # sixteen tasks
        ("fujian-2021/1.1.2", "fujian-2022"),
    ],
)
def test_a_task_that_is_not_held(task, near):
    """It is refused with what comes near."""
    ((place, message),) = faults(task=task)

    refused, hint = message.split("; did you mean ")
    assert (place, refused) == ("task", f"no clause {task!r} is held")
    assert near in hint


@pytest.mark.parametrize("task", ["1.1.2", "", "/"])
def test_what_is_no_task_at_all(task):
    """Where nothing comes near, nothing is guessed."""
    assert faults(task=task) == [("task", f"no clause {task!r} is held")]


@pytest.mark.parametrize(
    "ref", ["putian-2025/art-31", "hanjiang-2023/goal", "hanjiang-2023/safeguard-4", "hanjiang-2023/T36"]
)
def test_a_clause_that_is_no_task(ref):
    """An article, a goal, a safeguard and a row of a scorecard are none, and the message says so."""
    ((place, message),) = faults(task=ref)

    assert place == "task"
    assert message.startswith(f"no clause '{ref} as a task' is held")


def test_a_clause_that_is_no_task_has_near_ones():
    """Tasks of its document are named, where it has any."""
    ((_, message),) = faults(task="hanjiang-2023/safeguard-4")

    assert "did you mean hanjiang-2023/task-" in message


@pytest.mark.parametrize(
    "task", ["fujian-2022/3.8.1", "xiamen-2022/2.5.3", "hanjiang-2023/task-16", " fujian-2022/3.8.1 "]
)
def test_tasks_of_three_documents(task):
    """The reference is kept as it is held, blanks around it do not count."""
    assert TaskProgress(task=task).task == task.strip()


@pytest.mark.parametrize(
    ("task", "named", "held"),
    [
        ("fujian-2022/3.1.3", "省住建厅", "省住建厅"),
        ("fujian-2022/3.1.3", " 省住建厅 ", "省住建厅"),
        # Xiamen prints some units under two names or more: leading 3.6.3, 4.1.1, 2.3.4, 3.2.3, and 4.3.1
        ("xiamen-2022/3.6.3", "市工信局", "市工信局（大数据局）"),
        ("xiamen-2022/3.6.3", "市工信局（大数据局）", "市工信局（大数据局）"),
        ("xiamen-2022/2.3.4", "市审批管理局", "市审批管理局（审改办）"),
        ("xiamen-2022/3.2.3", "市审批管理局(审改办)", "市审批管理局（审改办）"),
        ("xiamen-2022/4.1.1", "信息集团（大数据公司）", "信息集团"),
        ("xiamen-2022/4.3.1", "信息集团", "信息集团"),
        # safeguard 2 calls so what leads most of Hanjiang's tasks
        ("hanjiang-2023/task-1", "区政务服务中心", "区行政服务中心"),
    ],
)
def test_a_unit_by_any_of_its_names(task, named, held):
    """It is kept under the name by which it goes here."""
    assert TaskProgress(task=task, unit=named).unit == held


def test_one_unit_under_two_names_is_the_same():
    """Two reports that differ in the name alone are equal, and written alike."""
    names = ("市工信局", "市工信局（大数据局）")
    one, other = (TaskProgress(task="xiamen-2022/3.6.3", unit=name) for name in names)

    assert one == other
    assert one.model_dump_json() == other.model_dump_json()


@pytest.mark.parametrize(
    ("task", "unit", "owing"),
    [
        ("fujian-2022/3.1.3", "省司法厅", "省住建厅"),  # the housing department's alone
        (LISTS, "省审改办", "各级审改部门、各级司法行政部门、各级业务部门"),  # leads by the text, not by the cell
        ("xiamen-2022/2.1.2", "省审改办", "市审批管理局（审改办）、各区政府、各管委会、各审批服务部门"),
    ],
)
def test_a_unit_that_does_not_owe_the_task(task, unit, owing):
    """It is refused, and those that do are named, the leading one first."""
    assert faults(task=task, unit=unit) == [("unit", f"unit {unit} does not owe task {task}, which {owing} owe")]


@pytest.mark.parametrize(
    ("unit", "near"),
    [("省审改", "did you mean 省审改办"), ("省住建", "省住建厅"), ("火星管委会", "火炬管委会"), ("X", "is held")],
)
def test_a_unit_that_no_document_names(unit, near):
    """It is refused with what comes near."""
    ((place, message),) = faults(unit=unit)

    assert place == "unit"
    assert message.startswith(f"no unit {unit!r} is held")
    assert near in message


def test_every_fault_at_once():
    """Six fields are wrong, and each is named."""
    found = faults(task="fujian-2022/1.1.22", unit="省审改", area="平潭", done_on="去年底", evidence=5, status="done")

    assert [place for place, _ in found] == ["task", "unit", "area", "done_on", "evidence", "status"]
    assert "去年底" in found[3][1]


def test_only_the_task_has_to_be_stated():
    """All else may be unknown."""
    with pytest.raises(ValidationError) as caught:
        TaskProgress()

    assert [each["loc"] for each in caught.value.errors()] == [("task",)]
    assert TaskProgress(task=LISTS).model_fields_set == {"task"}


@pytest.mark.parametrize(
    ("given", "held"),
    [
        ("2022-12-31", date(2022, 12, 31)),
        ("2022-12-31T16:30", datetime(2022, 12, 31, 16, 30)),
        ("2022-12-31T16:30Z", datetime(2023, 1, 1, 0, 30)),
        (date(2022, 12, 31), date(2022, 12, 31)),
        (None, None),
    ],
)
def test_when_it_was_done(given, held):
    """A day, or a moment in China's time; none while it is not done."""
    found = TaskProgress(task=LISTS, done_on=given).done_on

    assert found == held
    assert type(found) is type(held)


@pytest.mark.parametrize(
    ("done_on", "moment", "seen"),
    [
        ("2022-12-31", datetime(2022, 12, 30, 23, 59), None),
        ("2022-12-31", datetime(2022, 12, 31), date(2022, 12, 31)),
        ("2022-12-31T15:00", datetime(2022, 12, 31, 14, 59), None),
        ("2022-12-31T15:00", datetime(2022, 12, 31, 15), datetime(2022, 12, 31, 15)),
    ],
)
def test_what_came_later_is_not_seen(done_on, moment, seen):
    """Before its moment it is not done; a day counts from its beginning."""
    assert TaskProgress(task=LISTS, done_on=done_on).known_at(moment).done_on == seen


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"done_on": None},
        {"unit": None, "area": None, "evidence": None},
        {"unit": "各级业务部门", "area": "厦门市", "done_on": "2022-12-20", "evidence": "验收单"},
        {"done_on": "2022-12-20T09:30"},
    ],
)
def test_written_and_read_back(fields):
    """The same comes back, a day as a day, and what was not stated stays so."""
    told = TaskProgress(task=LISTS, **fields)

    again = TaskProgress.model_validate_json(told.model_dump_json())

    assert again == told
    assert again.model_fields_set == {"task"} | set(fields)
    assert set(json.loads(told.model_dump_json())) == {"task"} | set(fields)
    assert type(again.done_on) is type(told.done_on)


def test_unstated_is_not_none():
    """Nobody said whether it is done, and it is not done, are two things."""
    assert TaskProgress(task=LISTS) != TaskProgress(task=LISTS, done_on=None)


def test_its_area():
    """By name, and the law is that of the day of asking: a task has none of its own."""
    told = TaskProgress(task=LISTS, area="厦门市", done_on="2022-12-20")

    assert told.area == Area("350200")
    assert told.law_day(date(2025, 6, 30)) == (date(2025, 6, 30), ())


def test_it_does_not_change():
    """A record is frozen, and may stand in a set."""
    told = TaskProgress(task=LISTS, done_on=None)

    with pytest.raises(ValidationError):
        told.done_on = date(2022, 12, 31)
    assert {told, TaskProgress(task=LISTS, done_on=None)} == {told}
