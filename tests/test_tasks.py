"""The task tables: who owes what by when, and what recurs."""

from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwfw import Area, clause
from zwfw.areas import areas
from zwfw.clauses import ClauseKind
from zwfw.errors import UnknownAreaError, UnknownClauseError, UnknownDocumentError, UnknownUnitError
from zwfw.tasks import Duty, by_form, by_unit, due_between, due_on, duties, duties_between, owed_by, task, tasks
from zwfw.terms import Cadence, Term, TermForm
from zwfw.units import same_unit

FUJIAN, XIAMEN, PUTIAN, HANJIANG = "fujian-2022", "xiamen-2022", "putian-2025", "hanjiang-2023"


def ids(found):
    """The ids of clauses in their document, in their order."""
    return [each.id for each in found]


@pytest.mark.parametrize(
    ("document", "counts"),
    [
        (
            FUJIAN,
            {
                "1.1": 7, "1.2": 9, "1.3": 3, "2.1": 10, "2.2": 11, "2.3": 7, "2.4": 6, "2.5": 5, "3.1": 3, "3.2": 2,
                "3.3": 3, "3.4": 5, "3.5": 2, "3.6": 3, "3.7": 5, "3.8": 1, "4.1": 3, "4.2": 3, "4.3": 2,
            },
        ),
        (
            XIAMEN,
            {
                "1.1": 7, "1.2": 7, "1.3": 2, "2.1": 11, "2.2": 12, "2.3": 6, "2.4": 6, "2.5": 7, "3.1": 3, "3.2": 3,
                "3.3": 3, "3.4": 5, "3.5": 2, "3.6": 3, "3.7": 5, "3.8": 1, "4.1": 3, "4.2": 4, "4.3": 2,
            },
        ),
        (HANJIANG, {"task": 16}),
        (PUTIAN, {}),
    ],
)  # fmt: skip
def test_a_table_has_its_tasks_in_their_order(document, counts):
    """90 rows of the province, 92 of Xiamen, 16 of Hanjiang; Putian's norms are articles and no tasks."""
    separator = "-" if document == HANJIANG else "."
    expected = [
        f"{subsection}{separator}{number}" for subsection, rows in counts.items() for number in range(1, rows + 1)
    ]

    assert ids(tasks(document)) == expected
    assert {each.kind for each in tasks(document)} <= {ClauseKind.TASK}


def test_all_tables_are_one_after_the_other():
    """Without a document the tasks of all are given."""
    assert tasks() == (*tasks(FUJIAN), *tasks(HANJIANG), *tasks(XIAMEN))
    assert len(tasks()) == 90 + 16 + 92


def test_an_unknown_document_is_an_error():
    """A slip is not answered with an empty table."""
    for ask in (tasks, by_unit, by_form, duties):
        with pytest.raises(UnknownDocumentError):
            ask("fujian")
    with pytest.raises(UnknownDocumentError):
        due_between(date(2022, 1, 1), date(2022, 12, 31), document_id="fujian")


@pytest.mark.parametrize("ask", [tasks, duties])
def test_an_unknown_unit_is_an_error(ask):
    """A unit that no document names owes nothing that we could know."""
    with pytest.raises(UnknownUnitError):
        ask(unit="数字办")


def test_a_task_is_found_by_its_reference():
    """It is the clause itself."""
    assert task("xiamen-2022/2.5.3") is clause("xiamen-2022/2.5.3")


@pytest.mark.parametrize(
    "ref",
    ["putian-2025/art-17", "hanjiang-2023/goal", "hanjiang-2023/safeguard-4", "hanjiang-2023/T34", "fujian-2022/9.9.9"],
)
def test_what_is_no_task_is_not_found(ref):
    """An article, a goal, a safeguard and a criterion are clauses and no tasks."""
    with pytest.raises(UnknownClauseError) as caught:
        task(ref)

    assert caught.value.asked.startswith(ref)


# Every unit that leads or answers for more than three of the province's tasks, and some of those with fewer.
OWED = {
    "省数字办": 37,
    "各级政务服务管理机构": 32,
    "省审改办": 26,
    "各级业务部门": 23,
    "省级业务部门": 10,
    "省市场监管局": 6,
    "省效能办": 6,
    "各级审改部门": 4,
    "省住建厅": 4,
    "各级机构编制管理部门": 2,
    # 1.3.3 and 3.1.1, and 2.2.2, which writes 各设区市级审改部门 and 各设区市级政务服务管理机构; 3.7.5 drops 服务
    "各设区市审改部门": 3,
    "各设区市政务服务管理机构": 4,
    "各级司法行政部门": 1,
    "省营商办": 1,
    "南平市政务服务管理机构": 1,
}


@pytest.mark.parametrize(("unit", "number"), OWED.items())
def test_a_unit_owes_what_names_it(unit, number):
    """As often as the column of responsible units names it, shared prefixes and suffixes restored."""
    found = tasks(FUJIAN, unit=unit)

    assert len(found) == number
    assert by_unit(FUJIAN)[unit] == found
    assert all(unit in owed_by(each) for each in found)


def test_units_come_with_those_that_owe_most_first():
    """The province's table writes 58 names, three of them for units that it names otherwise elsewhere."""
    found = by_unit(FUJIAN)

    assert len(found) == 58 - 3
    assert list(found)[:5] == ["省数字办", "各级政务服务管理机构", "省审改办", "各级业务部门", "省级业务部门"]
    numbers = [len(owed) for owed in found.values()]
    assert numbers == sorted(numbers, reverse=True)
    assert sum(numbers) == sum(len(owed_by(each)) for each in tasks(FUJIAN))


def test_by_unit_covers_all_documents():
    """Without a document each unit has its tasks of all."""
    assert by_unit()["省数字办"] == by_unit(FUJIAN)["省数字办"]
    assert set(by_unit()) == set(by_unit(FUJIAN)) | set(by_unit(XIAMEN)) | set(by_unit(HANJIANG))


@pytest.mark.parametrize(
    ("ref", "units"),
    [
        # 福州市、厦门市、漳州市、南平市审改部门、政务服务管理机构: four cities, and two bodies in each
        (
            "fujian-2022/1.3.2",
            (
                "省审改办",
                "省市场监管局",
                "福州市审改部门",
                "厦门市审改部门",
                "漳州市审改部门",
                "南平市审改部门",
                "福州市政务服务管理机构",
                "厦门市政务服务管理机构",
                "漳州市政务服务管理机构",
                "南平市政务服务管理机构",
            ),
        ),
        # who leads comes first, and goes by one name
        (
            "xiamen-2022/1.3.1",
            ("市审批管理局（审改办）", "市市场监管局", "市公安局"),
        ),
        # nobody leads 2.2.8, nobody else answers for 2.2.4
        ("xiamen-2022/2.2.8", ("市审批管理局（审改办）", "各区政府", "各管委会", "各级分中心主管部门")),
        ("putian-2025/art-1", ()),
    ],
)
def test_the_units_of_a_clause(ref, units):
    """Those that lead first, each once, by the name by which it goes here."""
    assert owed_by(clause(ref)) == units


def test_no_unit_owes_a_task_twice():
    """Though Xiamen names some bodies in both columns."""
    assert all(len(owed) == len(set(owed)) for owed in map(owed_by, tasks()))
    assert all(same_unit(unit) == unit for each in tasks() for unit in owed_by(each))


@pytest.mark.parametrize(
    ("name", "number"),
    [
        # Xiamen's table F: leading units after merging; 2.2.8 names the first in the other column alone.
        ("市审批管理局（审改办）", 82),
        ("各区政府", 25),
        ("市工信局（大数据局）", 24),
        ("市市场监管局", 5),
        ("市公安局", 2),
        ("信息集团", 2),
        ("市效能办", 1),
        ("信息中心", 1),
    ],
)
def test_who_leads_in_xiamen(name, number):
    """As many rows as the table counts once the names of one body are merged."""
    assert sum(name in map(same_unit, each.lead_in_full) for each in tasks(XIAMEN)) == number


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("信息集团", ["4.1.1", "4.3.1"]),
        ("信息集团（大数据公司）", ["4.1.1", "4.3.1"]),
        ("市效能办", ["2.5.6"]),
        ("市档案局", ["4.2.4"]),
    ],
)
def test_a_unit_is_asked_for_by_any_of_its_names(name, found):
    """The long name of 4.3.1 and the short one of 4.1.1 are one body."""
    assert ids(tasks(XIAMEN, unit=name)) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("市审批管理局", "市审批管理局（审改办）"),
        ("市审批管理局(审改办)", "市审批管理局（审改办）"),
        ("市工信局", "市工信局（大数据局）"),
        ("区政务服务中心", "区行政服务中心"),
    ],
)
def test_the_names_of_one_unit_find_the_same(one, other):
    """Whichever name is asked for, tasks and duties are the unit's."""
    assert tasks(unit=one) == tasks(unit=other) != ()
    assert duties(unit=one) == duties(unit=other)


FORMS = {
    # The province's calendar of deadlines; the other 59 tasks are 持续性工作.
    TermForm.BY: ["1.1.2", "1.1.5", "1.2.1", "1.2.6", "1.3.1", "2.2.1", "2.2.4", "2.2.5", "2.2.6", "2.2.7", "2.2.8",
                  "2.4.4", "3.1.3"],
    TermForm.BY_THEN_ONGOING: ["1.1.4", "1.1.7", "1.2.2", "1.2.3", "1.2.7", "1.2.8", "1.2.9", "1.3.3", "2.1.4",
                               "2.1.5", "2.1.8", "2.2.2", "2.3.7", "3.1.2", "3.3.3", "3.4.1"],
    TermForm.BY_THEN_YEARLY: ["2.5.4"],
    TermForm.BY_AREA: ["1.3.2"],
}  # fmt: skip


@pytest.mark.parametrize("form", TermForm)
def test_tasks_of_one_form(form):
    """13 by a date, 16 by a date and then on, one yearly after a first date, one by city, and 59 ongoing."""
    dated = {id_ for found in FORMS.values() for id_ in found}
    ongoing = [id_ for id_ in ids(tasks(FUJIAN)) if id_ not in dated]
    expected = ongoing if form is TermForm.ONGOING else FORMS.get(form, [])

    assert ids(tasks(FUJIAN, form=form)) == expected
    assert ids(by_form(FUJIAN).get(form, ())) == expected
    assert (form in by_form(FUJIAN)) is bool(expected)
    assert len(ongoing) == 59


def test_forms_of_xiamen():
    """54 ongoing, 4 + 14 by a date, 7 + 11 by a date and then on, and two as the province rolls out."""
    found = by_form(XIAMEN)

    assert {form: len(owed) for form, owed in found.items()} == {
        TermForm.ONGOING: 54,
        TermForm.BY: 4 + 14,
        TermForm.BY_THEN_ONGOING: 7 + 11,
        TermForm.AS_ROLLED_OUT: 1,
        TermForm.AS_ROLLED_OUT_THEN_ONGOING: 1,
    }
    assert ids(found[TermForm.AS_ROLLED_OUT]) == ["4.2.1"]
    assert ids(found[TermForm.AS_ROLLED_OUT_THEN_ONGOING]) == ["1.1.7"]


def test_putian_has_no_forms():
    """There are no tasks to have any."""
    assert by_form(PUTIAN) == {}
    assert by_unit(PUTIAN) == {}


def test_unit_and_form_together():
    """Of the province's digital office: the dates of 1.2.1, 1.2.6 and 2.4.4, and those of six tasks that go on."""
    assert ids(tasks(FUJIAN, unit="省数字办", form=TermForm.BY)) == ["1.2.1", "1.2.6", "2.4.4"]
    assert ids(tasks(FUJIAN, unit="省数字办", form=TermForm.BY_THEN_ONGOING)) == [
        "1.2.2", "1.2.3", "2.3.7", "3.1.2", "3.3.3",
    ]  # fmt: skip
    assert ids(tasks(FUJIAN, unit="省数字办", form=TermForm.BY_THEN_YEARLY)) == ["2.5.4"]


@pytest.mark.parametrize(
    ("first", "last", "area", "found"),
    [
        ("2022-08-30", "2022-08-30", None, []),
        ("2022-08-31", "2022-08-31", None, ["2.5.4"]),
        ("2022-09-01", "2022-09-29", None, []),
        # the end of September, and 1.3.2 for Fuzhou and Zhangzhou
        ("2022-09-30", "2022-09-30", None, ["1.2.9", "1.3.2", "2.2.1", "2.2.8", "2.3.7"]),
        ("2022-09-30", "2022-09-30", "福州市", ["1.2.9", "1.3.2", "2.2.1", "2.2.8", "2.3.7"]),
        ("2022-09-30", "2022-09-30", "鼓楼区", ["1.2.9", "1.3.2", "2.2.1", "2.2.8", "2.3.7"]),
        ("2022-09-30", "2022-09-30", "350600", ["1.2.9", "1.3.2", "2.2.1", "2.2.8", "2.3.7"]),
        ("2022-09-30", "2022-09-30", "厦门市", ["1.2.9", "2.2.1", "2.2.8", "2.3.7"]),
        ("2022-09-30", "2022-09-30", "南平市", ["1.2.9", "2.2.1", "2.2.8", "2.3.7"]),
        ("2022-09-30", "2022-09-30", "莆田市", ["1.2.9", "2.2.1", "2.2.8", "2.3.7"]),
        ("2022-09-30", "2022-09-30", "福建省", ["1.2.9", "2.2.1", "2.2.8", "2.3.7"]),
        ("2022-10-01", "2022-10-30", None, []),
        ("2022-10-01", "2022-10-31", None, ["1.2.2", "1.2.3", "1.2.8", "3.4.1"]),
        ("2022-10-31", "2022-12-30", None, ["1.2.2", "1.2.3", "1.2.8", "3.4.1"]),
        ("2022-11-01", "2022-12-30", None, []),
        ("2023-01-01", "2023-06-29", None, []),
        ("2023-06-30", "2023-06-30", None, ["1.3.1", "1.3.3", "2.2.4"]),
        ("2023-07-01", "2099-12-31", None, []),
        # the earliest first, and within a day as in the table
        ("2022-08-31", "2022-09-30", None, ["2.5.4", "1.2.9", "1.3.2", "2.2.1", "2.2.8", "2.3.7"]),
        ("2022-09-30", "2022-08-31", None, []),
    ],
)
def test_what_is_due_between_two_days(first, last, area, found):
    """Both days count; a task by area is due on the area's day, and without an area on any."""
    days = date.fromisoformat(first), date.fromisoformat(last)

    assert ids(due_between(*days, document_id=FUJIAN, area=area)) == found


@pytest.mark.parametrize(
    ("area", "number"),
    [
        # nine by the end of the year, nine that go on after it, and 1.3.2 for Xiamen and Nanping
        (None, 9 + 9 + 1),
        ("厦门市", 9 + 9 + 1),
        ("思明区", 9 + 9 + 1),
        ("南平市", 9 + 9 + 1),
        ("福州市", 9 + 9),
        ("漳州市", 9 + 9),
        ("泉州市", 9 + 9),
        ("平潭综合实验区", 9 + 9),
        ("福建省", 9 + 9),
    ],
)
def test_what_is_due_at_the_end_of_2022(area, number):
    """The row by city counts for two of them."""
    found = due_between(date(2022, 12, 31), date(2022, 12, 31), document_id=FUJIAN, area=area)

    assert len(found) == number
    assert ("1.3.2" in ids(found)) is (number == 9 + 9 + 1)


def test_a_row_by_area_stands_at_its_earliest_day_in_the_range():
    """Without an area 1.3.2 is due at the end of September, or, where that is past, at the end of the year."""
    both = ids(due_between(date(2022, 9, 30), date(2022, 12, 31), document_id=FUJIAN))
    later = ids(due_between(date(2022, 10, 1), date(2022, 12, 31), document_id=FUJIAN))

    assert both.index("1.3.2") == 1
    # after the four of October and the first three of December: 1.1.2, 1.1.4, 1.1.5, 1.1.7, 1.2.1, 1.2.6, 1.2.7
    assert later.index("1.3.2") == 4 + 7


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("2023-03-06", "2023-12-30", []),
        # the first wave of task 7 is due with six other tasks, the rest of it a year later with task 10
        ("2023-12-31", "2023-12-31", ["3", "7", "9", "11", "13", "15", "16"]),
        ("2024-01-01", "2024-12-30", []),
        ("2024-12-31", "2024-12-31", ["7", "10"]),
        ("2023-12-31", "2024-12-31", ["3", "7", "9", "11", "13", "15", "16", "10"]),
        ("2025-01-01", "2026-03-05", []),
    ],
)
@pytest.mark.parametrize("area", [None, "涵江区", "350303101"])
def test_a_task_is_due_when_one_of_its_sentences_is(first, last, found, area):
    """Hanjiang's plan dates sentences and no tasks; a task counts once, at its earliest date in the range."""
    days = date.fromisoformat(first), date.fromisoformat(last)

    assert ids(due_between(*days, document_id=HANJIANG, area=area)) == [f"task-{number}" for number in found]


@pytest.mark.parametrize(
    ("ref", "area", "day"),
    [
        ("fujian-2022/1.1.2", None, date(2022, 12, 31)),
        ("fujian-2022/2.5.4", None, date(2022, 8, 31)),
        ("fujian-2022/1.1.1", None, None),
        ("fujian-2022/1.3.2", None, None),
        ("fujian-2022/1.3.2", "350102", date(2022, 9, 30)),
        ("fujian-2022/1.3.2", "350203", date(2022, 12, 31)),
        ("fujian-2022/1.3.2", "350303", None),
        ("xiamen-2022/4.2.1", "350200", None),
        # of a plan that dates sentences the last one counts: by then all of the task is done
        ("hanjiang-2023/task-3", None, date(2023, 12, 31)),
        ("hanjiang-2023/task-7", "350303", date(2024, 12, 31)),
        ("hanjiang-2023/task-10", None, date(2024, 12, 31)),
        ("hanjiang-2023/task-1", None, None),
    ],
)
def test_a_task_is_done_by_its_last_date(ref, area, day):
    """Its own date, else the latest of its sentences; none where none is printed for the area."""
    assert due_on(task(ref), Area(area) if area else None) == day


def test_due_in_all_documents():
    """Xiamen's four of 30 November and seven that go on; the province has none on that day."""
    found = due_between(date(2022, 11, 30), date(2022, 11, 30))

    assert {each.document for each in found} == {XIAMEN}
    assert len(found) == 4 + 7


def test_an_area_may_be_given_as_it_is():
    """An area, its code and its name ask the same; what is none is an error."""
    day = date(2022, 9, 30)

    assert due_between(day, day, area=Area("350100")) == due_between(day, day, area="350100")
    assert due_between(day, day, area="福州") == due_between(day, day, area="350100")
    with pytest.raises(UnknownAreaError):
        due_between(day, day, area="359999")


@given(
    days=st.tuples(st.dates(date(2022, 6, 1), date(2023, 12, 31)), st.dates(date(2022, 6, 1), date(2023, 12, 31))),
    document=st.sampled_from([FUJIAN, XIAMEN]),
    area=st.sampled_from(areas()),
)
def test_what_is_due_is_due_on_a_day_of_the_range(days, document, area):
    """Each task comes once, at its own day, the earliest first."""
    first, last = sorted(days)
    found = due_between(first, last, document_id=document, area=area)
    due = [due_on(each, area) for each in found]

    assert all(first <= day <= last for day in due)
    assert due == sorted(due)
    assert {each.ref for each in found} == {
        each.ref
        for each in tasks(document)
        if area.is_within("350200" if document == XIAMEN else "350000")
        and (day := each.term.due_on(area))
        and first <= day <= last
    }


def duty(clause_id, norm_id, text):
    """The one duty of a norm of a clause, or of the clause itself, with this cadence."""
    (found,) = [
        each
        for each in duties(clause_id.partition("/")[0])
        if each.clause.ref == clause_id
        and (each.norm.id if each.norm else None) == norm_id
        and each.term == Term.parse(text)
    ]
    return found


@pytest.mark.parametrize(
    ("clause_id", "norm_id", "text", "days", "ends"),
    [
        # 2.1.3: 每季度组织不少于一次现场检查
        (
            "fujian-2022/2.1.3",
            "fujian-2022/2.1.3#1",
            "every quarter",
            ("2025-01-01", "2025-12-31"),
            ["2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31"],
        ),
        ("fujian-2022/2.1.3", "fujian-2022/2.1.3#1", "every quarter", ("2025-04-01", "2025-06-29"), []),
        ("xiamen-2022/2.1.3", "xiamen-2022/2.1.3#1", "every quarter", ("2025-06-30", "2025-06-30"), ["2025-06-30"]),
        # art. 17: 每年定期在1月底前
        (
            "putian-2025/art-17",
            "putian-2025/art-17#1",
            "every year by 01-31",
            ("2025-05-06", "2027-01-31"),
            ["2026-01-31", "2027-01-31"],
        ),
        ("putian-2025/art-17", "putian-2025/art-17#1", "every year by 01-31", ("2026-02-01", "2027-01-30"), []),
        # 2.5.4: the indicators of 2022 by 31 August, then every year
        (
            "fujian-2022/2.5.4",
            None,
            "by 2022-08-31 then yearly",
            ("2022-01-01", "2024-12-31"),
            ["2022-08-31", "2023-12-31", "2024-12-31"],
        ),
        # T34: etiquette once a year, general business once a half-year, ten times a year in all
        ("hanjiang-2023/T34", "hanjiang-2023/T34", "every year", ("2025-01-01", "2025-12-31"), ["2025-12-31"]),
        (
            "hanjiang-2023/T34",
            "hanjiang-2023/T34",
            "every half-year",
            ("2025-01-01", "2025-12-31"),
            ["2025-06-30", "2025-12-31"],
        ),
        ("hanjiang-2023/T34", "hanjiang-2023/T34", "10 times every year", ("2025-01-01", "2025-12-31"), ["2025-12-31"]),
        # T23: 每年开展“服务标兵”评选
        ("hanjiang-2023/T23", "hanjiang-2023/T23", "every year", ("2024-12-31", "2025-12-30"), ["2024-12-31"]),
        # safeguard 4: 月度督查通报
        (
            "hanjiang-2023/safeguard-4",
            None,
            "every month",
            ("2024-01-31", "2024-03-30"),
            ["2024-01-31", "2024-02-29"],
        ),
        # 2.5.3: 逐日
        ("fujian-2022/2.5.3", "fujian-2022/2.5.3#2", "every day", ("2025-06-03", "2025-06-04"),
         ["2025-06-03", "2025-06-04"]),
        # art. 22 and 38: 年度
        ("putian-2025/art-22", "putian-2025/art-22#2", "every year", ("2025-05-06", "2025-12-31"), ["2025-12-31"]),
        ("putian-2025/art-38", "putian-2025/art-38#3", "every year", ("2025-05-06", "2025-12-30"), []),
    ],
)  # fmt: skip
def test_a_duty_expands_to_its_stretches(clause_id, norm_id, text, days, ends):
    """The last days of its stretches, both ends of the range counted."""
    found = duty(clause_id, norm_id, text).stretches(*map(date.fromisoformat, days))

    assert [each.last.isoformat() for each in found] == ends


def test_training_counts():
    """In a year a township's clerks train once, twice and ten times."""
    found = [each for each in duties(HANJIANG) if each.clause.id == "T34"]
    year = date(2025, 1, 1), date(2025, 12, 31)

    assert [sum(stretch.times for stretch in each.stretches(*year)) for each in found] == [1, 2, 10]


def test_duties_of_all_documents_come_in_their_order():
    """Those of each document after those of the one before."""
    assert duties() == tuple(each for document in (FUJIAN, HANJIANG, PUTIAN, XIAMEN) for each in duties(document))
    assert all(each.term.recurs for each in duties())


@pytest.mark.parametrize(
    ("unit", "document", "clauses"),
    [
        # 2.1.3 and 2.5.4 name it
        ("省效能办", None, {"fujian-2022/2.1.3", "fujian-2022/2.5.4"}),
        # 2.5.3 and 2.5.4 name it
        ("省数字办", FUJIAN, {"fujian-2022/2.5.3", "fujian-2022/2.5.4"}),
        ("区效能办", HANJIANG, {"hanjiang-2023/safeguard-4"}),
        ("区政务服务中心", HANJIANG, {"hanjiang-2023/safeguard-4"}),
        ("省市场监管局", None, set()),
    ],
)
def test_the_duties_of_a_unit(unit, document, clauses):
    """Those of the clauses that it leads or answers for; a criterion names no unit."""
    assert {each.clause.ref for each in duties(document, unit=unit)} == clauses


@pytest.mark.parametrize("ref", ["fujian-2022/1.1.1", "putian-2025/art-47", "hanjiang-2023/V24"])
def test_what_recurs_without_a_figure_is_no_duty(ref):
    """持续性工作 and 定期 have no cadence, and none is invented."""
    assert ref not in {each.clause.ref for each in duties()}


def test_a_duty_is_frozen():
    """Held things do not change."""
    found = duties(PUTIAN)[0]

    assert isinstance(found, Duty)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        found.term = Term.parse("every day")


def test_indicators_are_published_once_a_year():
    """2.5.4 asks for those of 2022 by 31 August, and from 2023 for once a year."""
    found = [each for each in duties(FUJIAN) if each.clause.id == "2.5.4"]

    assert [
        stretch.last.isoformat() for each in found for stretch in each.stretches(date(2022, 1, 1), date(2023, 12, 31))
    ] == ["2022-08-31", "2023-12-31"]


def test_a_form_may_be_given_by_its_word():
    """Thirteen rows of the province have a date and nothing behind it (appendix A: 2 + 9 + 2)."""
    assert tasks(FUJIAN, form="限期完成") == tasks(FUJIAN, form=TermForm.BY)
    assert len(tasks(FUJIAN, form="限期完成")) == 2 + 9 + 2
    with pytest.raises(ValueError, match="'限期' is not a valid TermForm"):
        tasks(FUJIAN, form="限期")


def test_duties_between_two_days():
    """The quarter ends on 31 March; authorisations by the end of January."""
    found = duties_between(date(2026, 1, 31), date(2026, 3, 31))
    told = {(stretch.last, duty.clause.ref) for stretch, duty in found if duty.term.cadence is not Cadence.DAY}

    assert (date(2026, 1, 31), "putian-2025/art-17") in told
    assert (date(2026, 3, 31), "fujian-2022/2.1.3") in told
    assert [stretch.last for stretch, _ in found] == sorted(stretch.last for stretch, _ in found)
    assert duties_between(date(2026, 2, 1), date(2026, 2, 27), unit="省效能办") == ()


def test_an_area_may_be_given_by_its_name():
    """Row 1.3.2 is dated for four cities."""
    held = task("fujian-2022/1.3.2")

    assert due_on(held, "厦门市") == due_on(held, Area("350200")) == date(2022, 12, 31)
