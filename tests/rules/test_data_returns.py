"""What each rule about data that are pooled and flow back answers, and how overdue cases are told apart."""

from datetime import date

import pytest

from support import HANJIANG, MET, UNKNOWN, UNSTATED, XIAMEN, a_case, a_context, breach, idle, said, stated
from zwfw import Severity, State, check
from zwfw.records import DataFault, DataPooling, DataReturn, ShownOverdue
from zwfw.rules import data_returns
from zwfw.rules.data_returns import overdue_cases
from zwfw.testing.kits import check_rule

FUZHOU, PUTIAN = "350102", "350300"

_RETURN = {
    "name": "不动产登记系统",
    "area": FUZHOU,
    "is_provincial_system": True,
    "returns_in_full": True,
    "returns_promptly": True,
    "returned": ["受理时间", "办理结果"],
    "applicants_fill_in": ["联系电话"],
    "staff_key_in": ["备注"],
}

_POOLING = {
    "name": "市医保局",
    "area": FUZHOU,
    "body": "业务部门",
    "gathers_all_cases": True,
    "pools_materials": True,
    "pools_results": True,
    "pools_public_data": True,
    "held": ["申请主体信息", "电子证照", "地址信息"],
    "pooled": ["电子证照", "地址信息", "申请主体信息"],
    "pushed": None,
    "pushes_periodically": None,
}

_CENTRE = _POOLING | {
    "name": "白塘镇便民服务中心",
    "area": HANJIANG,
    "body": "政务（便民）服务中心",
    "pushed": ["取号叫号", "窗口办件", "电子证照调用", "“好差评”"],
    "pushes_periodically": True,
}

_SHOWN = {
    "case": "A-1",
    "area": FUZHOU,
    "limit": "promise",
    "shown_at": "2025-06-11",
    "fault": "数据缺失",
    "corrected_at": "2025-06-12",
    "still_shown": False,
}


def a_return(**changes):
    """A provincial system whose data flow back and are entered once, with your changes."""
    return DataReturn(**stated(_RETURN | changes))


def a_pooling(**changes):
    """What a department pools, in full, with your changes."""
    return DataPooling(**stated(_POOLING | changes))


def a_centre(**changes):
    """What a centre of Hanjiang pushes, in full, with your changes."""
    return DataPooling(**stated(_CENTRE | changes))


def shown(**changes):
    """A case that was shown as overdue for missing data until they were put right, with your changes."""
    return ShownOverdue(**stated(_SHOWN | changes))


@pytest.mark.parametrize("rule", data_returns.RULES, ids=lambda rule: rule.id)
def test_every_rule_keeps_what_rules_promise(rule):
    """Knowing less accuses nobody, and the rest."""
    check_rule(rule)


ASKED = breach("asked-again-of-applicants", "applicants_fill_in")
KEYED = breach("keyed-again-by-staff", "staff_key_in")


@pytest.mark.parametrize("area", [FUZHOU, XIAMEN, HANJIANG])
@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),  # what does not flow back may be asked for and keyed in
        ({"applicants_fill_in": [], "staff_key_in": None}, MET),
        ({"applicants_fill_in": ["联系电话", "受理时间"]}, ASKED),
        ({"staff_key_in": ["办理结果"]}, KEYED),
        ({"staff_key_in": ["办理 结果"]}, KEYED),  # blanks make no other of it
        ({"applicants_fill_in": ["受理时间"], "staff_key_in": ["受理时间"]}, [*ASKED, *KEYED]),
        ({"applicants_fill_in": UNSTATED, "staff_key_in": ["受理时间"]}, [*UNKNOWN, *KEYED]),
        ({"staff_key_in": UNSTATED}, UNKNOWN),
        ({"returned": UNSTATED}, UNKNOWN),
        ({"returned": UNSTATED, "applicants_fill_in": []}, UNKNOWN),
        # nobody enters anything, so nothing is entered again, whatever flows back
        ({"returned": UNSTATED, "applicants_fill_in": [], "staff_key_in": None}, MET),
        ({"returned": [], "staff_key_in": ["受理时间"]}, idle("nothing-flows-back")),
        ({"returned": None}, idle("nothing-flows-back")),
    ],
)
def test_no_second_entry(area, changes, found):
    """The applicant is not asked again, nor do staff key in again, what is there already."""
    assert said(data_returns.no_second_entry, a_return(area=area, **changes)) == found


def test_what_is_entered_again_is_named():
    """And what is not is not."""
    (found,) = data_returns.no_second_entry(a_return(staff_key_in=["备注", "办理结果"]), a_context())

    assert found.message() == "已回流的办件信息仍要求办事人员“二次录入”：办理结果"


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"returns_in_full": False}, breach("not-returned-in-full", "returns_in_full")),
        ({"returns_promptly": None}, breach("not-returned-promptly", "returns_promptly")),
        (
            {"returns_in_full": False, "returns_promptly": UNSTATED},
            [*breach("not-returned-in-full", "returns_in_full"), *UNKNOWN],
        ),
        ({"returns_in_full": UNSTATED}, UNKNOWN),
        ({"is_provincial_system": UNSTATED}, UNKNOWN),
        ({"is_provincial_system": False, "returns_in_full": False}, idle("not-a-provincial-system")),
    ],
)
def test_flows_back(changes, found):
    """及时 and 全面: both."""
    assert said(data_returns.flows_back, a_return(**changes)) == found


NOT_YET = [("NEEDS_JUDGEMENT", "data-fault-not-corrected", "corrected_at")]
STILL = breach("still-shown-as-overdue", "still_shown")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"still_shown": None}, MET),
        ({"still_shown": True}, STILL),
        ({"still_shown": True, "fault": "办件信息填报不准"}, STILL),
        ({"corrected_at": None, "still_shown": True}, NOT_YET),
        ({"corrected_at": "2025-07-01"}, NOT_YET),  # after 2025-06-30
        # no fault of data: the case is overdue, and nothing here says otherwise
        ({"fault": None}, idle("really-overdue")),
        ({"fault": None, "still_shown": True, "corrected_at": None}, idle("really-overdue")),
        # not shown as overdue, or not yet by 2025-06-30
        ({"shown_at": None, "corrected_at": None}, idle("not-shown-as-overdue")),
        ({"shown_at": "2025-07-01", "corrected_at": None}, idle("not-shown-as-overdue")),
        ({"fault": UNSTATED}, UNKNOWN),
        ({"corrected_at": UNSTATED}, UNKNOWN),
        ({"still_shown": UNSTATED}, UNKNOWN),
        ({"shown_at": "2022-09-13", "corrected_at": "2022-09-20"}, idle("not-yet-in-force")),
    ],
)
def test_data_fault_corrected(changes, found):
    """What bad data show is put right; how soon, no figure says."""
    assert said(data_returns.data_fault_corrected, shown(**changes)) == found


NO_DEPARTMENT = idle("not-a-department")


@pytest.mark.parametrize("area", [FUZHOU, XIAMEN, HANJIANG])
@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"gathers_all_cases": False}, breach("cases-not-gathered", "gathers_all_cases")),
        ({"pools_materials": None}, breach("materials-not-pooled", "pools_materials")),
        ({"pools_results": False}, breach("results-not-pooled", "pools_results")),
        ({"pools_results": UNSTATED}, UNKNOWN),
        ({"body": UNSTATED}, UNKNOWN),
        ({"body": None, "pools_results": False}, NO_DEPARTMENT),
        ({"body": "政务（便民）服务中心", "pools_results": False}, NO_DEPARTMENT),
    ],
)
def test_cases_gathered(area, changes, found):
    """Information, materials and results."""
    assert said(data_returns.cases_gathered, a_pooling(area=area, **changes)) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"held": []}, MET),
        ({"held": None, "pooled": UNSTATED}, MET),  # what a department does not have it cannot pool
        ({"pooled": ["电子证照", "申请主体信息"]}, breach("case-data-not-pooled", "pooled")),  # 地址信息: not printed
        ({"pooled": None}, breach("case-data-not-pooled", "pooled")),
        ({"pooled": [" 申请主体信息", "电子证照", "地址 信息"]}, MET),  # blanks make no other of it
        ({"pooled": UNSTATED}, UNKNOWN),
        ({"held": UNSTATED}, UNKNOWN),
        ({"pools_public_data": False}, breach("public-data-not-pooled", "pools_public_data")),
        (
            {"pools_public_data": UNSTATED, "pooled": []},
            [*UNKNOWN, *breach("case-data-not-pooled", "pooled")],
        ),
        ({"body": "政务（便民）服务中心"}, NO_DEPARTMENT),
        ({"body": UNSTATED}, UNKNOWN),
    ],
)
def test_pooled_on_platform(changes, found):
    """包括且不限于: whatever data on cases there are, and the public data."""
    assert said(data_returns.pooled_on_platform, a_pooling(area=PUTIAN, **changes)) == found


def test_the_kinds_that_are_not_pooled_are_named():
    """Printed or not."""
    (found,) = data_returns.pooled_on_platform(a_pooling(area=PUTIAN, pooled=["电子证照"]), a_context())

    assert found.message() == "有这些办件数据而没有通过政务数据汇聚共享平台汇聚：申请主体信息、地址信息"


LACKS = breach("data-not-pushed", "pushed")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"pushed": ["窗口办件", "“好差评”", "取号叫号", "排队时长", "电子证照调用"]}, MET),  # the list is open
        ({"pushed": ["取号叫号", "窗口办件", "电子证照调用"]}, LACKS),
        ({"pushed": []}, LACKS),
        ({"pushed": None}, LACKS),
        ({"pushes_periodically": False}, breach("not-pushed-periodically", "pushes_periodically")),
        (
            {"pushed": UNSTATED, "pushes_periodically": None},
            [*UNKNOWN, *breach("not-pushed-periodically", "pushes_periodically")],
        ),
        ({"pushes_periodically": UNSTATED}, UNKNOWN),
        ({"body": "业务部门", "pushed": None}, idle("not-a-centre")),
        ({"body": UNSTATED}, UNKNOWN),
    ],
)
def test_pushed_to_platform(changes, found):
    """The four printed kinds, periodically."""
    assert said(data_returns.pushed_to_platform, a_centre(**changes)) == found


@pytest.mark.parametrize(
    ("rule", "make", "area", "as_of", "found"),
    [
        (data_returns.no_second_entry, a_return, FUZHOU, date(2022, 9, 13), "not-yet-in-force"),
        (data_returns.flows_back, a_return, FUZHOU, date(2022, 9, 13), "not-yet-in-force"),
        (data_returns.cases_gathered, a_pooling, FUZHOU, date(2022, 9, 13), "not-yet-in-force"),
        (data_returns.pooled_on_platform, a_pooling, PUTIAN, date(2025, 5, 5), "not-yet-in-force"),
        (data_returns.pooled_on_platform, a_pooling, XIAMEN, date(2025, 6, 30), "never-in-force"),
        (data_returns.pushed_to_platform, a_centre, HANJIANG, date(2023, 3, 5), "not-yet-in-force"),
        (data_returns.pushed_to_platform, a_centre, HANJIANG, date(2026, 3, 6), "no-longer-in-force"),
        (data_returns.pushed_to_platform, a_centre, PUTIAN, date(2025, 6, 30), "never-in-force"),
    ],
)
def test_where_and_when_nothing_is_asked(rule, make, area, as_of, found):
    """Before the documents, after Hanjiang's plan, and in other places."""
    assert said(rule, make(area=area), a_context(as_of=as_of)) == idle(found)


@pytest.mark.parametrize(
    ("rule", "record", "clauses"),
    [
        (data_returns.no_second_entry, a_return(staff_key_in=["受理时间"]), ["fujian-2022/4.3.2"]),
        (
            data_returns.no_second_entry,
            a_return(area=XIAMEN, staff_key_in=["受理时间"]),
            ["xiamen-2022/4.3.2", "fujian-2022/4.3.2"],
        ),
        (data_returns.flows_back, a_return(area=XIAMEN, returns_in_full=False), ["fujian-2022/4.3.2"]),
        (data_returns.data_fault_corrected, shown(area=XIAMEN, still_shown=True), ["fujian-2022/4.3.2"]),
        (data_returns.cases_gathered, a_pooling(pools_results=False), ["fujian-2022/4.3.2"]),
        (
            data_returns.cases_gathered,
            a_pooling(area=XIAMEN, pools_results=False),
            ["xiamen-2022/4.3.2", "fujian-2022/4.3.2"],
        ),
        (data_returns.pooled_on_platform, a_pooling(area=HANJIANG, pooled=None), ["putian-2025/art-32"]),
        (data_returns.pushed_to_platform, a_centre(pushed=None), ["hanjiang-2023/task-9"]),
    ],
)
def test_what_a_breach_weighs_and_cites(rule, record, clauses):
    """应 and 不得: violations; Xiamen says again what the province says of second entry and gathering."""
    (found,) = rule(record, a_context())

    assert found.severity is Severity.VIOLATION
    assert [each.ref for each in found.clauses] == clauses


# A case accepted on 2025-06-03 and promised in five working days (4, 5, 6, 9, 10) is overdue from the 11th on.
LATE = {"promised_working_days": 5, "decided_at": "2025-06-12T16:00", "delivered_at": "2025-06-12T16:30"}


def told(cases, findings, ctx=None):
    """How overdue limits are told apart: real ones, those by data, and the findings that fit none."""
    found = overdue_cases(cases, findings, ctx or a_context())
    return (
        [(each.case, each.deadline.limit) for each in found.real],
        [(each.case, each.deadline.limit, each.fault) for each in found.by_data],
        list(found.unmatched),
    )


@pytest.mark.parametrize(
    "findings",
    [
        [],
        [shown(fault=None)],
        [shown(fault=UNSTATED)],  # not known to be a fault of data
        [shown(limit=UNSTATED)],  # not known to be about this limit
        [shown(limit="statutory", fault=None)],
        [shown(), shown(fault=None)],  # one says that it is, one that it is not
        [shown(shown_at="2025-07-01", corrected_at=None, fault=None)],
    ],
)
def test_an_overdue_case_is_real_unless_a_fault_of_data_was_found(findings):
    """What nobody found to be a fault of data is overdue."""
    real, by_data, _ = told([a_case(**LATE)], findings)

    assert (real, by_data) == ([("A-1", "promise")], [])


@pytest.mark.parametrize("limit", ["promise", None])
def test_a_fault_of_data_is_told_apart(limit):
    """Found for the limit, or for every limit of the case."""
    assert told([a_case(**LATE)], [shown(limit=limit)]) == ([], [("A-1", "promise", DataFault.MISSING)], [])


@pytest.mark.parametrize(
    ("area", "is_told_apart"),
    [("鼓楼区", True), ("福州市", True), ("思明区", False)],
    ids=["there", "around", "elsewhere"],
)
def test_a_case_elsewhere_may_have_the_same_id(area, is_told_apart):
    """What was found in Siming says nothing of a case of Gulou, in Fuzhou."""
    real, by_data, unmatched = told([a_case(**LATE, area="鼓楼区")], [shown(area=area)])

    assert (real == [], by_data != [], unmatched == []) == (is_told_apart,) * 3


def test_nothing_is_dropped():
    """Each exceeded limit stands in one of the two lists; a finding that fits none is named."""
    cases = [a_case(**LATE), a_case(**LATE, id="A-2"), a_case(id="A-3")]
    stray, later = shown(case="A-3"), shown(case="A-2", shown_at="2025-07-01", corrected_at=None)

    assert told(cases, [shown(fault="办件信息填报不准"), stray, later]) == (
        [("A-2", "promise")],
        [("A-1", "promise", DataFault.INACCURATE)],
        [stray],
    )


def test_a_breach_stays_a_breach():
    """Telling it apart changes nothing of what the rules say of the case."""
    case = a_case(**LATE)
    before = check(case, a_context()).breaches
    overdue_cases([case], [shown()], a_context())

    assert [each.rule for each in before] == ["cases.decided-as-promised"]
    assert check([case, shown()], a_context()).breaches == before
    assert check(shown(), a_context()).answers[0].outcomes[0].state is State.MET


def test_a_pre_review_that_lapsed_is_no_overdue_case():
    """The applicant let it lapse; no department is late."""
    from zwfw.limits import Status, deadlines_for

    # Passed on the 4th and told so; seven working days for the paper are 5, 6, 9 to 13.
    lapsed = a_case(
        submitted_at="2025-06-03",
        prereviewed_at="2025-06-04",
        prereview_passed=True,
        paper_requested_at="2025-06-04",
        paper_received_at=None,
        received_at=None,
        accepted_at=None,
        acceptance_notice_issued=None,
        substantive_review_started_at=None,
        decided_at=None,
        delivered_at=None,
    )

    assert Status.LAPSED in {each.status for each in deadlines_for(lapsed, a_context())}
    assert told([lapsed], []) == ([], [], [])
