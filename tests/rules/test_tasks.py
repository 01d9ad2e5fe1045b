"""What is answered about a report on a task: at its date, a day late, overdue, not due, without a date; and the table.

The dates are those of the task tables: Fujian's of 2022-09-14, Xiamen's under it. A date counts itself, with or without
前 behind it. Hanjiang's plan of 2023-03-06 prints dates in sentences and none for a task as a whole.
"""

from datetime import date, datetime, timedelta

import pytest

from support import FUZHOU, HANJIANG, MET, UNKNOWN, UNSTATED, a_context, breach, idle
from zwfw import Context, Severity, check
from zwfw.clauses import ClauseKind, documents
from zwfw.errors import UnknownDocumentError, UnknownUnitError
from zwfw.records import TaskProgress
from zwfw.rules import find_rule
from zwfw.rules.tasks import RULES, ProgressState, done_by_the_date, progress

PROVINCE, FUZHOU_CITY, XIAMEN, SIMING, ZHANGZHOU, NANPING = "350000", "350100", "350200", "350203", "350600", "350700"
QUANZHOU = "350500"
LISTS = "fujian-2022/1.1.2"  # 行政许可事项清单: by 2022-12-31
UNCERTAIN = [("UNDETERMINED", "force-uncertain", "")]
EXPLORED = [("NEEDS_JUDGEMENT", "task-explored", "done_on")]
IN_PARTS = [("NEEDS_JUDGEMENT", "task-dated-in-parts", "done_on")]
LATE, OVERDUE = breach("task-late", "done_on"), breach("task-overdue", "done_on")
NOT_DUE, NO_DATE, DATED_ELSEWHERE = idle("not-due-yet"), idle("task-without-date"), idle("task-dated-elsewhere")
NOT_YET, ENDED, NEVER = idle("not-yet-in-force"), idle("no-longer-in-force"), idle("clause-never-in-force")


def a_report(task=LISTS, **stated):
    """A report on a task, by default on the licence lists of the province."""
    return TaskProgress(task=task, **{name: value for name, value in stated.items() if value is not UNSTATED})


def outcome(task=LISTS, as_of=date(2023, 3, 1), asked_from=PROVINCE, readings=None, **stated):
    """The one outcome about a report on a task."""
    (found,) = done_by_the_date(a_report(task, **stated), a_context(as_of, area=asked_from, readings=readings))
    return found


def answer(*asked, **stated):
    """State, reason and place of that outcome."""
    found = outcome(*asked, **stated)
    return [(found.state.name, found.reason, found.path)]


# ---------------------------------------------------------------- against the date


@pytest.mark.parametrize(
    ("done_on", "found", "days"),
    [
        ("2022-12-30", MET, None),
        ("2022-12-31", MET, None),
        ("2022-12-31T23:59", MET, None),
        ("2022-12-31T15:59Z", MET, None),  # 23:59 in China
        ("2022-12-31T16:00Z", LATE, 1),  # midnight in China
        ("2023-01-01", LATE, 1),
        ("2023-01-31", LATE, 31),
        ("2023-03-01", LATE, 60),  # 31 days of January, 28 of February, 1 of March
    ],
)
def test_done_before_at_and_after_the_date(done_on, found, days):
    """The licence lists are due by 2022-12-31, that day included; later days are counted by the calendar."""
    assert answer(done_on=done_on) == found
    assert outcome(done_on=done_on).facts.get("overdue_calendar_days") == days


@pytest.mark.parametrize(
    ("as_of", "found", "days"),
    [
        (date(2022, 12, 30), NOT_DUE, None),
        (date(2022, 12, 31), NOT_DUE, None),
        (datetime(2022, 12, 31, 23, 59), NOT_DUE, None),
        (datetime(2023, 1, 1), OVERDUE, 1),
        (date(2023, 1, 1), OVERDUE, 1),
        (date(2023, 12, 31), OVERDUE, 365),
    ],
)
def test_not_done_while_there_is_time_and_after(as_of, found, days):
    """What is not done is overdue from the day after the date."""
    assert answer(LISTS, as_of, done_on=None) == found
    assert outcome(LISTS, as_of, done_on=None).facts.get("overdue_calendar_days") == days


@pytest.mark.parametrize(
    ("done_on", "as_of", "found", "days"),
    [
        ("2023-02-01", date(2022, 12, 20), NOT_DUE, None),
        ("2023-02-01", date(2023, 1, 10), OVERDUE, 10),
        ("2023-02-01", date(2023, 2, 1), LATE, 32),
        ("2022-12-31T15:00", datetime(2022, 12, 31, 14), NOT_DUE, None),
        ("2022-12-31T15:00", datetime(2022, 12, 31, 15), MET, None),
        ("2023-01-01T10:00", datetime(2023, 1, 1, 9), OVERDUE, 1),
        ("2023-01-01T10:00", datetime(2023, 1, 1, 10), LATE, 1),
    ],
)
def test_what_came_after_the_look_has_not_happened(done_on, as_of, found, days):
    """A moment that lies after the look is not seen yet."""
    assert answer(LISTS, as_of, done_on=done_on) == found
    assert outcome(LISTS, as_of, done_on=done_on).facts.get("overdue_calendar_days") == days


@pytest.mark.parametrize("as_of", [date(2022, 12, 31), date(2023, 1, 1)])
def test_not_stated_whether_it_is_done(as_of):
    """Unknown on the date and after it, and the field is named."""
    assert answer(LISTS, as_of) == UNKNOWN
    assert outcome(LISTS, as_of).missing == ("done_on",)


@pytest.mark.parametrize(
    ("task", "asked_from", "in_time", "late"),
    [
        ("fujian-2022/2.2.1", PROVINCE, "2022-09-30", "2022-10-01"),
        ("fujian-2022/1.2.2", PROVINCE, "2022-10-31", "2022-11-01"),  # then ongoing
        ("fujian-2022/1.1.7", PROVINCE, "2022-12-31", "2023-01-01"),  # then ongoing
        ("fujian-2022/1.3.3", PROVINCE, "2023-06-30", "2023-07-01"),  # then ongoing
        ("fujian-2022/2.5.4", PROVINCE, "2022-08-31", "2022-09-01"),  # then yearly; its date lies before its issue
        ("xiamen-2022/2.2.1", XIAMEN, "2022-11-30", "2022-12-01"),
        ("xiamen-2022/4.2.2", XIAMEN, "2022-11-30", "2022-12-01"),  # then ongoing
        ("xiamen-2022/2.1.9", XIAMEN, "2022-12-31", "2023-01-01"),
        ("xiamen-2022/3.3.3", SIMING, "2022-12-31", "2023-01-01"),  # then ongoing
        ("fujian-2022/2.2.1", XIAMEN, "2022-09-30", "2022-10-01"),  # the city's own row does not repeal it
    ],
)
def test_each_form_that_has_a_date(task, asked_from, in_time, late):
    """What goes on or comes again afterwards is due by its date all the same, and the task is cited."""
    for done_on, found in ((in_time, MET), (late, LATE)):
        assert answer(task, date(2025, 6, 30), asked_from, done_on=done_on) == found
        assert [each.ref for each in outcome(task, date(2025, 6, 30), asked_from, done_on=done_on).clauses] == [task]


@pytest.mark.parametrize(
    ("task", "asked_from"),
    [
        ("fujian-2022/2.1.6", PROVINCE),  # 持续性工作
        ("xiamen-2022/2.5.1", XIAMEN),  # 持续性工作
        ("xiamen-2022/4.2.1", XIAMEN),  # as the province rolls it out
        ("xiamen-2022/1.1.7", XIAMEN),  # as the province rolls it out, then ongoing
        ("hanjiang-2023/task-1", HANJIANG),  # none printed
    ],
)
@pytest.mark.parametrize("done_on", ["2024-01-01", None, UNSTATED])
def test_a_task_without_a_date_is_never_late(task, asked_from, done_on):
    """Whether it is done or not, and even if that is not stated."""
    assert answer(task, date(2025, 6, 30), asked_from, done_on=done_on) == NO_DATE


@pytest.mark.parametrize(
    ("done_on", "as_of", "found"),
    [
        ("2022-08-31", date(2025, 6, 30), MET),
        ("2022-09-01", date(2025, 6, 30), LATE),
        ("2022-12-31", date(2025, 6, 30), LATE),
        ("2023-01-01", date(2025, 6, 30), MET),
        ("2024-08-20", date(2025, 6, 30), MET),
        (None, date(2022, 9, 14), OVERDUE),
    ],
)
def test_what_is_published_each_year_is_late_only_in_the_first(done_on, as_of, found):
    """Row 2.5.4: the indicators of 2022 by 2022-08-31; for those of a later year no day is printed."""
    assert answer("fujian-2022/2.5.4", as_of, done_on=done_on) == found


@pytest.mark.parametrize("task", ["fujian-2022/1.3.1", "fujian-2022/2.2.4"])
@pytest.mark.parametrize(
    ("done_on", "as_of", "found"),
    [
        ("2023-06-30", date(2025, 6, 30), MET),
        (None, date(2023, 6, 30), NOT_DUE),
        (None, date(2023, 7, 1), EXPLORED),
        ("2023-07-01", date(2025, 6, 30), EXPLORED),
        (UNSTATED, date(2023, 7, 1), UNKNOWN),
    ],
)
def test_what_is_explored_is_no_breach_by_itself(task, done_on, as_of, found):
    """Rows 1.3.1 and 2.2.4 explore until 2023-06-30: whether it is a breach if nothing came, a person judges."""
    assert answer(task, as_of, done_on=done_on) == found


# The first and the last date that a sentence of the task prints.
IN_SENTENCES = [
    ("task-3", date(2023, 12, 31), date(2023, 12, 31)),
    ("task-7", date(2023, 12, 31), date(2024, 12, 31)),  # the first wave, and all
    ("task-9", date(2023, 12, 31), date(2023, 12, 31)),
    ("task-10", date(2024, 12, 31), date(2024, 12, 31)),
    ("task-11", date(2023, 12, 31), date(2023, 12, 31)),
    ("task-13", date(2023, 12, 31), date(2023, 12, 31)),
    ("task-15", date(2023, 12, 31), date(2023, 12, 31)),
    ("task-16", date(2023, 12, 31), date(2023, 12, 31)),
]


@pytest.mark.parametrize(("task", "first", "last"), IN_SENTENCES)
def test_dates_that_stand_in_sentences(task, first, last):
    """Eight of Hanjiang's tasks: a report on the whole does not say when a dated part was done, so a person judges."""
    ref, look = f"hanjiang-2023/{task}", date(2025, 6, 30)

    assert answer(ref, look, HANJIANG, done_on=first) == MET
    assert answer(ref, first, HANJIANG, done_on=None) == NOT_DUE
    assert outcome(ref, first, HANJIANG, done_on=None).facts == {"due_on": first}
    for done_on in (first + timedelta(1), last + timedelta(1), None):
        assert answer(ref, look, HANJIANG, done_on=done_on) == IN_PARTS
    assert answer(ref, first + timedelta(1), HANJIANG, done_on=None) == IN_PARTS
    assert answer(ref, look, HANJIANG) == UNKNOWN


@pytest.mark.parametrize(
    ("done_on", "as_of", "state"),
    [
        ("2023-12-31", date(2025, 6, 30), "DONE"),
        ("2024-06-01", date(2025, 6, 30), "TO_JUDGE"),
        (None, date(2023, 12, 31), "NOT_DUE"),
        (None, date(2024, 1, 1), "TO_JUDGE"),
        (UNSTATED, date(2023, 12, 31), "NOT_DUE"),
        (UNSTATED, date(2024, 1, 1), "UNKNOWN"),
    ],
)
def test_how_a_task_that_is_dated_in_parts_stands(done_on, as_of, state):
    """Task 7: the first wave by the end of 2023, all by the end of 2024, which is the day that the table shows."""
    told = a_report("hanjiang-2023/task-7", done_on=done_on)

    rows = table(told, area=HANJIANG, document_id="hanjiang-2023", unit="区财政局", as_of=as_of)

    assert [row[2:4] + row[5:] for row in rows if row[0] == "task-7"] == [(state, date(2024, 12, 31), 0)]


def test_the_other_tasks_of_the_plan_have_no_date():
    """Tasks 1, 2, 4, 5, 6, 8, 12 and 14 print none."""
    dated = {task for task, _, _ in IN_SENTENCES}

    for number in range(1, 17):
        if f"task-{number}" not in dated:
            assert answer(f"hanjiang-2023/task-{number}", date(2025, 6, 30), HANJIANG, done_on=None) == NO_DATE


# ---------------------------------------------------------------- where


@pytest.mark.parametrize(
    ("area", "in_time", "late"),
    [
        (FUZHOU_CITY, "2022-09-30", "2022-10-01"),
        (FUZHOU, "2022-09-30", "2022-10-01"),  # 鼓楼区 has its city's date
        (ZHANGZHOU, "2022-09-30", "2022-10-01"),
        (XIAMEN, "2022-12-31", "2023-01-01"),
        (SIMING, "2022-12-31", "2023-01-01"),
        (NANPING, "2022-12-31", "2023-01-01"),
    ],
)
def test_a_date_for_each_of_four_cities(area, in_time, late):
    """Row 1.3.2: Fuzhou and Zhangzhou by the end of September 2022, Xiamen and Nanping by that of December."""
    for asked_from, own in ((area, UNSTATED), (area, None), (PROVINCE, area)):
        for done_on, found in ((in_time, MET), (late, LATE)):
            assert answer("fujian-2022/1.3.2", date(2025, 6, 30), asked_from, area=own, done_on=done_on) == found


@pytest.mark.parametrize("area", [PROVINCE, QUANZHOU, HANJIANG])
def test_no_date_for_the_rest(area):
    """The row prints none for the province's own units, nor for another city, and the answer says so."""
    found = outcome("fujian-2022/1.3.2", date(2025, 6, 30), area, done_on=None)

    assert [(found.state.name, found.reason, found.path)] == DATED_ELSEWHERE
    assert found.message() == "闽政〔2022〕24号 附件 一（三）2 只对其他地区规定了完成日期"


def test_a_report_from_outside():
    """Asked for Fuzhou, a report of Xiamen is not held against anything."""
    assert answer(LISTS, date(2023, 3, 1), FUZHOU_CITY, area=XIAMEN, done_on=None) == idle("outside-area")


@pytest.mark.parametrize(
    ("task", "as_of", "asked_from", "readings", "found", "turns"),
    [
        ("xiamen-2022/2.2.1", date(2025, 6, 30), FUZHOU_CITY, None, NEVER, ()),
        ("xiamen-2022/2.2.1", date(2025, 6, 30), PROVINCE, None, NEVER, ()),
        ("xiamen-2022/2.2.1", date(2022, 9, 13), XIAMEN, None, NOT_YET, ()),
        ("xiamen-2022/2.2.1", date(2022, 9, 14), XIAMEN, None, UNCERTAIN, ()),
        ("xiamen-2022/2.2.1", date(2022, 11, 29), XIAMEN, None, UNCERTAIN, ()),
        ("xiamen-2022/2.2.1", date(2022, 11, 30), XIAMEN, None, NOT_DUE, ()),
        ("xiamen-2022/2.2.1", date(2022, 12, 1), XIAMEN, None, OVERDUE, ()),
        (LISTS, date(2022, 9, 13), PROVINCE, None, NOT_YET, ()),
        (LISTS, date(2022, 9, 14), PROVINCE, None, NOT_DUE, ()),
        ("hanjiang-2023/task-1", date(2023, 3, 5), HANJIANG, None, NOT_YET, ()),
        ("hanjiang-2023/task-1", date(2023, 3, 6), HANJIANG, None, NO_DATE, ()),
        ("hanjiang-2023/task-1", date(2026, 3, 5), HANJIANG, None, NO_DATE, ()),
        ("hanjiang-2023/task-1", date(2026, 3, 6), HANJIANG, None, ENDED, ("hanjiang-validity",)),
        (
            "hanjiang-2023/task-1",
            date(2026, 3, 6),
            HANJIANG,
            {"hanjiang-validity": "issue-day-not-counted"},
            NO_DATE,
            ("hanjiang-validity",),
        ),
        (
            "hanjiang-2023/task-1",
            date(2026, 3, 7),
            HANJIANG,
            {"hanjiang-validity": "issue-day-not-counted"},
            ENDED,
            (),
        ),
    ],
)
def test_a_task_that_is_not_in_force_asks_for_nothing(task, as_of, asked_from, readings, found, turns):  # noqa: PLR0917
    """Of another city, before the document, and after the plan has lapsed, under either reading."""
    told = outcome(task, as_of, asked_from, readings, done_on=None)

    assert [(told.state.name, told.reason, told.path)] == found
    assert told.readings == turns


# ---------------------------------------------------------------- what is told


def test_a_late_task_says_when_and_how_late():
    """Due, done, and the days between, in both languages."""
    found = outcome(done_on="2023-01-31T10:00")

    assert found.severity is Severity.VIOLATION
    assert found.facts == {
        "due_on": date(2022, 12, 31),
        "done_on": date(2023, 1, 31),
        "overdue_calendar_days": 31,
    }
    assert found.message("zh") == "应于 2022-12-31 前完成，实际完成日：2023-01-31，逾期 31 天"
    assert found.message("en") == "due by 2022-12-31, done on 2023-01-31, 31 calendar day(s) late"


def test_an_overdue_task_says_how_long():
    """Nothing is done yet, and the days run up to the look."""
    found = outcome(LISTS, date(2023, 1, 15), done_on=None)

    assert found.facts == {"due_on": date(2022, 12, 31), "done_on": None, "overdue_calendar_days": 15}
    assert found.message("zh") == "应于 2022-12-31 前完成，尚未完成，已逾期 15 天"
    assert found.message("en") == "due by 2022-12-31, not done, 15 calendar day(s) overdue"


def test_the_reasons_of_the_rest():
    """Until when there is time, and which task has no date."""
    assert outcome(LISTS, date(2022, 12, 1), done_on=None).facts == {"due_on": date(2022, 12, 31)}
    assert outcome("fujian-2022/2.1.6").message() == "闽政〔2022〕24号 附件 二（一）6 没有完成日期"


@pytest.mark.parametrize(
    ("task", "as_of", "stated"),
    [
        (LISTS, date(2022, 12, 1), {"done_on": None}),
        (LISTS, date(2023, 3, 1), {}),
        ("fujian-2022/2.1.6", date(2023, 3, 1), {}),
        ("fujian-2022/1.3.2", date(2023, 3, 1), {}),
    ],
)
def test_an_answer_without_a_verdict_cites_the_task(task, as_of, stated):
    """Not due, unknown or without a date is this task, and no other."""
    assert [each.ref for each in outcome(task, as_of, **stated).clauses] == [task]


def test_what_is_not_in_force_cites_nothing():
    """No clause in force decides it."""
    assert outcome("xiamen-2022/2.2.1", date(2025, 6, 30), FUZHOU_CITY).clauses == ()


def test_it_is_the_rule_of_tasks():
    """It is listed, found by its id, bound to every task and to nothing else, and asked by ``check``."""
    tasks = [each.ref for held in documents() for each in held.clauses if each.kind is ClauseKind.TASK]

    assert (done_by_the_date,) == RULES
    assert find_rule("tasks.done-by-the-date") is done_by_the_date
    assert list(done_by_the_date.clauses) == tasks
    assert len(tasks) == 90 + 92 + 16
    report = check([a_report(done_on="2022-12-31"), a_report(done_on=None)], a_context(date(2023, 1, 1)))
    assert [[found.state.name for found in each.outcomes] for each in report.answers] == [["MET"], ["BREACHED"]]
    assert {each.record for each in report.answers} == {LISTS}


# ---------------------------------------------------------------- the table

# 省住建厅 stands in four rows: 1.2.6 and 3.1.3 by 2022-12-31, 2.1.10 and 4.3.1 ongoing.
HOUSING = "省住建厅"
ROWS = ("1.2.6", "2.1.10", "3.1.3", "4.3.1")


def table(*records, as_of=date(2023, 1, 15), area=PROVINCE, document_id="fujian-2022", unit=HOUSING):
    """How each row stands: its number, its unit, the state, the due day, the day it was done and the days over."""
    found = progress(records, a_context(as_of, area=area), document_id=document_id, unit=unit)
    return [
        (each.task.id, each.unit, each.state.name, each.due_on, each.done_on, each.overdue_calendar_days)
        for each in found.standings
    ]


def states(*records, **asked):
    """The states alone, in the order of the rows."""
    return [row[2] for row in table(*records, **asked)]


def test_the_table_of_a_unit():
    """One row done in time, one overdue by 15 days, one ongoing and reported done, one nobody spoke of."""
    records = [
        a_report("fujian-2022/1.2.6", done_on="2022-12-30"),
        a_report("fujian-2022/3.1.3", done_on=None),
        a_report("fujian-2022/4.3.1", done_on="2023-01-05T09:00"),
    ]

    assert table(*records) == [
        ("1.2.6", HOUSING, "DONE", date(2022, 12, 31), date(2022, 12, 30), 0),
        ("2.1.10", HOUSING, "ONGOING", None, None, 0),
        ("3.1.3", HOUSING, "OVERDUE", date(2022, 12, 31), None, 15),
        ("4.3.1", HOUSING, "DONE", None, date(2023, 1, 5), 0),
    ]


@pytest.mark.parametrize(
    ("stated", "as_of", "state", "days"),
    [
        ({"done_on": "2022-12-31"}, date(2023, 1, 15), "DONE", 0),
        ({"done_on": "2023-01-01"}, date(2023, 1, 15), "DONE_LATE", 1),
        ({"done_on": "2023-01-31T23:00"}, date(2023, 3, 1), "DONE_LATE", 31),
        ({"done_on": None}, date(2022, 12, 31), "NOT_DUE", 0),
        ({"done_on": None}, date(2023, 1, 1), "OVERDUE", 1),
        # seen before it was done
        ({"done_on": "2023-01-20"}, date(2023, 1, 15), "OVERDUE", 15),
        ({"done_on": "2023-01-20"}, date(2022, 12, 15), "NOT_DUE", 0),
        # a report that does not say whether it is done
        ({"evidence": "见附件"}, date(2023, 1, 15), "UNKNOWN", 0),
        # no report
        (None, date(2023, 1, 15), "UNKNOWN", 0),
        (None, date(2023, 1, 1), "UNKNOWN", 0),
        (None, date(2022, 12, 31), "NOT_DUE", 0),
    ],
)
def test_how_a_dated_task_stands(stated, as_of, state, days):
    """Row 3.1.3, by 2022-12-31: what nobody reported is unknown once the date is over, and not overdue."""
    records = [] if stated is None else [a_report("fujian-2022/3.1.3", **stated)]
    row = table(*records, as_of=as_of)[ROWS.index("3.1.3")]

    assert (row[0], row[2], row[3], row[5]) == ("3.1.3", state, date(2022, 12, 31), days)


@pytest.mark.parametrize(
    ("stated", "state"), [({"done_on": "2022-12-01"}, "DONE"), ({"done_on": None}, "ONGOING"), ({}, "ONGOING")]
)
def test_how_a_task_without_a_date_stands(stated, state):
    """It is done or goes on; it is never late."""
    assert states(a_report("fujian-2022/2.1.10", **stated))[ROWS.index("2.1.10")] == state


@pytest.mark.parametrize(
    ("done_on", "state", "days"),
    [("2022-08-31", "DONE", 0), ("2022-09-10", "DONE_LATE", 10), ("2024-08-20", "DONE", 0)],
)
def test_how_a_yearly_task_stands(done_on, state, days):
    """Row 2.5.4, first by 2022-08-31: what was done in a later year is not held against the first."""
    told = a_report("fujian-2022/2.5.4", done_on=done_on)
    rows = [row for row in table(told, as_of=date(2025, 6, 30), unit="省营商办") if row[0] == "2.5.4"]

    assert [(row[2], row[5]) for row in rows] == [(state, days)]


def test_of_several_reports_the_last_counts():
    """As they are brought, not by their dates."""
    undone, done = (a_report("fujian-2022/3.1.3", unit=HOUSING, done_on=each) for each in (None, "2022-12-20"))

    assert states(undone, done)[ROWS.index("3.1.3")] == "DONE"
    assert states(done, undone)[ROWS.index("3.1.3")] == "OVERDUE"


def test_a_report_without_a_unit_is_of_all():
    """Row 1.2.6 is owed by seven units; one of them may say otherwise afterwards."""
    seven = ["省审改办", "省司法厅", "省住建厅", "省电力公司", "省通信管理局", "省邮政管理局", "省数字办"]
    for_all = a_report("fujian-2022/1.2.6", done_on="2022-12-20")
    for_one = a_report("fujian-2022/1.2.6", unit="省电力公司", done_on=None)

    def of_row(*records):
        return {row[1]: row[2] for row in table(*records, unit=None) if row[0] == "1.2.6"}

    assert of_row(for_all) == dict.fromkeys(seven, "DONE")
    assert of_row(for_all, for_one) == dict.fromkeys(seven, "DONE") | {"省电力公司": "OVERDUE"}
    assert of_row(for_one) == dict.fromkeys(seven, "UNKNOWN") | {"省电力公司": "OVERDUE"}
    assert of_row(for_one, for_all) == dict.fromkeys(seven, "DONE")


@pytest.mark.parametrize("reported_as", ["信息集团", "信息集团（大数据公司）"])
@pytest.mark.parametrize("asked_as", ["信息集团", "信息集团（大数据公司）"])
def test_a_unit_by_any_of_its_names(reported_as, asked_as):
    """Xiamen's table leads rows 4.1.1 and 4.3.1 by one company under two names."""
    records = [
        a_report("xiamen-2022/4.1.1", unit=reported_as, done_on="2022-12-02"),
        a_report("xiamen-2022/4.3.1", unit=reported_as, done_on="2022-12-30"),
    ]

    assert table(*records, area=XIAMEN, document_id="xiamen-2022", unit=asked_as) == [
        ("4.1.1", "信息集团", "DONE_LATE", date(2022, 11, 30), date(2022, 12, 2), 2),
        ("4.3.1", "信息集团", "DONE", date(2022, 12, 31), date(2022, 12, 30), 0),
    ]


def test_a_report_on_a_task_of_another_document():
    """Xiamen's row 2.2.1 is not the province's: a report on the one says nothing of the other."""
    told = a_report("fujian-2022/2.2.1", done_on="2022-09-20")

    found = progress([told], a_context(date(2022, 12, 2), area=XIAMEN))

    rows = {each.task.ref: each.state.name for each in found.standings if each.task.id == "2.2.1"}
    assert rows == {"fujian-2022/2.2.1": "DONE", "xiamen-2022/2.2.1": "UNKNOWN"}
    assert [each.task.document for each in found.standings if each.state.name == "DONE"] == ["fujian-2022"] * 3


@pytest.mark.parametrize(
    ("area", "due_on"),
    [
        (FUZHOU_CITY, date(2022, 9, 30)),
        (FUZHOU, date(2022, 9, 30)),
        (NANPING, date(2022, 12, 31)),
        (QUANZHOU, None),
        (PROVINCE, None),
    ],
)
def test_a_task_whose_date_differs_by_area(area, due_on):
    """Row 1.3.2 is due by the date of the area that is asked about, where it has one."""
    rows = [row for row in table(area=area, as_of=date(2023, 3, 1), unit="省市场监管局") if row[0] == "1.3.2"]

    assert rows == [("1.3.2", "省市场监管局", "UNKNOWN" if due_on else "ONGOING", due_on, None, 0)]


@pytest.mark.parametrize(
    ("as_of", "tasks"),
    [(date(2023, 3, 5), 0), (date(2023, 3, 6), 16), (date(2026, 3, 5), 16), (date(2026, 3, 6), 0)],
)
def test_only_what_is_in_force_stands_in_the_table(as_of, tasks):
    """Hanjiang's sixteen tasks are asked for from 2023-03-06 to 2026-03-05, and nowhere else."""
    told = [a_report("hanjiang-2023/task-1", done_on=None)]

    here = progress(told, a_context(as_of, area=HANJIANG), document_id="hanjiang-2023")
    beside = progress(told, a_context(as_of, area="350304"), document_id="hanjiang-2023")

    assert len({each.task.ref for each in here.standings}) == tasks
    assert beside.standings == ()


def test_which_documents_are_asked():
    """All that bind the area, in the order of documents and rows, unless one is named."""
    asked = a_context(date(2023, 1, 15), area=XIAMEN)

    every = [each.task.ref for each in progress([], asked).standings]

    assert len(set(every)) == 90 + 92
    assert every[0] == "fujian-2022/1.1.1"
    assert every[-1].startswith("xiamen-2022/4.3.")
    assert {each.task.document for each in progress([], asked, document_id="xiamen-2022").standings} == {"xiamen-2022"}


def test_by_unit_counts_every_state():
    """The four rows of one unit, counted; a state that none has is 0."""
    told = [
        a_report("fujian-2022/1.2.6", done_on="2023-01-03"),
        a_report("fujian-2022/3.1.3", done_on="2022-12-03"),
    ]

    found = progress(told, a_context(date(2023, 1, 15)), document_id="fujian-2022")

    assert found.by_unit()[HOUSING] == {
        ProgressState.DONE: 1,
        ProgressState.DONE_LATE: 1,
        ProgressState.OVERDUE: 0,
        ProgressState.NOT_DUE: 0,
        ProgressState.ONGOING: 2,
        ProgressState.TO_JUDGE: 0,
        ProgressState.UNKNOWN: 0,
    }
    # 省司法厅 owes 1.2.6 and 3.1.2, both by 2022-12-31; nobody reported the second
    assert found.by_unit()["省司法厅"] == dict.fromkeys(ProgressState, 0) | {
        ProgressState.DONE_LATE: 1,
        ProgressState.UNKNOWN: 1,
    }
    assert sum(found.by_unit()["省数字办"].values()) == 37
    assert sum(found.by_unit()["各级政务服务管理机构"].values()) == 32


def test_what_the_table_cannot_be_asked():
    """A document or a unit that is not held is named with what comes near."""
    with pytest.raises(UnknownDocumentError, match="fujian-2021"):
        progress([], a_context(), document_id="fujian-2021")
    with pytest.raises(UnknownUnitError, match="省住建厅"):
        progress([], a_context(), unit="省住建")


# ---------------------------------------------------------------- the table, area by area


def by_area(*records, task="1.1.2", area=PROVINCE, as_of=date(2023, 3, 1), unit="各级审改部门"):
    """How one row stands with one unit, by the code of the area."""
    found = progress(records, a_context(as_of, area=area), document_id="fujian-2022", unit=unit)
    return {each.area.code: (each.state.name, each.due_on) for each in found.standings if each.task.id == task}


def test_reports_of_two_cities_stand_side_by_side():
    """Asked for the province, one city is late and another in time: neither hides the other, nor a third the two."""
    end = date(2022, 12, 31)
    told = [
        a_report(LISTS, area=area, done_on=day)
        for area, day in ((FUZHOU_CITY, "2023-02-01"), (XIAMEN, "2022-12-01"), (NANPING, None))
    ]

    reported = {FUZHOU_CITY: ("DONE_LATE", end), XIAMEN: ("DONE", end), NANPING: ("OVERDUE", end)}
    # what the rest of the province did nobody reported
    assert by_area(*told) == reported | {PROVINCE: ("UNKNOWN", end)}


@pytest.mark.parametrize(
    ("asked_for", "reported", "state"),
    [
        (FUZHOU_CITY, XIAMEN, "UNKNOWN"),
        (FUZHOU, FUZHOU_CITY, "UNKNOWN"),
        (FUZHOU_CITY, None, "DONE"),
        (FUZHOU_CITY, UNSTATED, "DONE"),
        (FUZHOU_CITY, FUZHOU_CITY, "DONE"),
    ],
)
def test_a_report_of_another_area_is_not_in_the_table(asked_for, reported, state):
    """What Xiamen has done counts for nothing in Fuzhou, nor what a city has done in its district."""
    told = a_report(LISTS, area=reported, done_on="2022-12-01")

    assert by_area(told, area=asked_for) == {asked_for: (state, date(2022, 12, 31))}


def test_a_district_stands_in_its_citys_table():
    """Under its own name."""
    told = a_report(LISTS, area=FUZHOU, done_on="2022-12-01")

    end = date(2022, 12, 31)
    assert by_area(told, area=FUZHOU_CITY) == {FUZHOU: ("DONE", end), FUZHOU_CITY: ("UNKNOWN", end)}


@pytest.mark.parametrize(
    ("area", "rows"),
    [
        (FUZHOU_CITY, {"福州市": date(2022, 9, 30)}),
        (XIAMEN, {"厦门市": date(2022, 12, 31)}),
        (QUANZHOU, {}),
        (
            PROVINCE,
            {
                "福州市": date(2022, 9, 30),
                "厦门市": date(2022, 12, 31),
                "漳州市": date(2022, 9, 30),
                "南平市": date(2022, 12, 31),
            },
        ),
    ],
)
def test_each_citys_unit_has_its_own_date(area, rows):
    """Row 1.3.2 names an office of each of four cities: each stands with its own date, and in its own table."""
    found = progress([], a_context(date(2022, 10, 15), area=area), document_id="fujian-2022")

    assert {
        each.unit.removesuffix("审改部门"): each.due_on
        for each in found.standings
        if each.task.id == "1.3.2" and each.unit.endswith("市审改部门")
    } == rows


def test_a_report_that_says_nothing_of_it_leaves_what_was_said():
    """Evidence sent in afterwards does not make a finished task unknown."""
    told = [a_report("fujian-2022/3.1.3", done_on="2022-12-20"), a_report("fujian-2022/3.1.3", evidence="验收单")]

    assert states(*told)[ROWS.index("3.1.3")] == "DONE"
    assert states(*reversed(told))[ROWS.index("3.1.3")] == "DONE"


@pytest.mark.parametrize("asked_for", [PROVINCE, XIAMEN])
def test_a_unit_that_bears_a_citys_name_is_of_that_city(asked_for):
    """Row 1.3.2: Xiamen's office was due by 2022-12-31, wherever one asks; the others stand by themselves."""
    told = a_report("fujian-2022/1.3.2", unit="厦门市审改部门", done_on="2023-02-01")

    late = {XIAMEN: ("DONE_LATE", date(2022, 12, 31))}
    assert by_area(told, task="1.3.2", area=asked_for, unit="厦门市审改部门") == late


def test_a_report_for_all_units_is_held_against_each_citys_date():
    """Row 1.3.2 done on 2022-10-15: late for Fuzhou, in time for Xiamen."""
    told = a_report("fujian-2022/1.3.2", done_on="2022-10-15")

    assert by_area(told, task="1.3.2", unit="福州市审改部门") == {FUZHOU_CITY: ("DONE_LATE", date(2022, 9, 30))}
    assert by_area(told, task="1.3.2", unit="厦门市审改部门") == {XIAMEN: ("DONE", date(2022, 12, 31))}


def test_a_later_year_is_due_at_its_own_end():
    """Row 2.5.4 of 2024 came out in August 2024: in time until the end of that year, not two years late."""
    told = a_report("fujian-2022/2.5.4", done_on="2024-08-31")

    ctx = Context(area=PROVINCE, as_of=date(2026, 1, 10))
    rows = [each for each in progress([told], ctx).standings if each.task.id == "2.5.4"]
    assert {(each.state.name, each.due_on) for each in rows} == {("DONE", date(2024, 12, 31))}
