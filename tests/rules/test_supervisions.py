"""What each rule about supervision after approval answers: kept, broken, silent, unknown and left to a person."""

from datetime import date

import pytest

from support import FUZHOU, HANJIANG, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, judged, said, stated
from zwfw import Severity
from zwfw.records import IntermediaryDeal, Supervision
from zwfw.rules import supervisions
from zwfw.testing.kits import check_rule

XIANGAN = "350213"
BUREAU, SECTOR, OTHER = "区行政审批局", "区市场监管局", "区应急管理局"

BASE = {
    "item": "药品零售企业许可",
    "area": FUZHOU,
    "is_licence": True,
    "of_own_level": True,
    "approving_department": BUREAU,
    "sector_department": SECTOR,
    "supervising_departments": [SECTOR],
    "in_centralised_area": False,
    "departments_of_plan": [],
    "approved_by_bureau": False,
    "duties_linked": None,
    "case_data_received": True,
    "through_provincial_system": True,
    "has_supervision_rules": True,
    "has_work_plan": True,
    "rules_and_plan_sensible": True,
    "has_findings": True,
    "returned_at": "2025-03-03",
    "received_at": "2025-03-03",
    "analysed_at": "2025-03-10T09:00",
    "proposed_at": "2025-03-10T15:00",
    "proposed_to": ["省级业务部门"],
    "allows_commitment_or_gaps": True,
    "commitment_list_received": True,
    "gap_list_received": True,
    "has_rules_for_such_cases": True,
    "such_cases_supervised": True,
}


def a_licence(**changes):
    """A licence of Fuzhou in whose supervision every clause is kept, with your changes."""
    return Supervision(**stated(BASE | changes))


NO_LICENCE = idle("not-a-licence-of-the-level")
UNNAMED = breach("licence-without-supervisor", "supervising_departments")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"supervising_departments": [OTHER, SECTOR]}, MET),
        ({"supervising_departments": []}, UNNAMED),
        ({"supervising_departments": None, "area": XIAMEN}, UNNAMED),
        ({"supervising_departments": [], "is_licence": False}, NO_LICENCE),
        ({"supervising_departments": [], "of_own_level": None}, NO_LICENCE),
        ({"supervising_departments": [], "is_licence": UNSTATED, "of_own_level": False}, NO_LICENCE),
        ({"supervising_departments": [], "is_licence": UNSTATED}, UNKNOWN),
        ({"supervising_departments": UNSTATED}, UNKNOWN),
    ],
)
def test_supervisor_named(changes, found):
    """Every licence of the level has at least one."""
    assert said(supervisions.supervisor_named, a_licence(**changes)) == found


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2022, 9, 13), idle("not-yet-in-force")),
        (date(2022, 12, 30), idle("not-due-yet", "supervising_departments")),
        (date(2022, 12, 31), idle("not-due-yet", "supervising_departments")),
        (date(2023, 1, 1), UNNAMED),
    ],
)
def test_supervisor_named_by_its_date(day, found):
    """2022 年 12 月 31 日前: the day itself is in time."""
    licence = a_licence(supervising_departments=[])

    assert said(supervisions.supervisor_named, licence, a_context(day)) == found


NEITHER = breach("supervised-by-neither", "supervising_departments")
BESIDE = judged("supervised-by-others-too", "supervising_departments")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"supervising_departments": [BUREAU]}, MET),
        ({"supervising_departments": [BUREAU, SECTOR]}, MET),
        ({"supervising_departments": [OTHER]}, NEITHER),
        ({"supervising_departments": [OTHER], "sector_department": UNSTATED}, UNKNOWN),
        # One of the two does; nothing is said of others beside it.
        ({"supervising_departments": [SECTOR, OTHER]}, BESIDE),
        ({"supervising_departments": [BUREAU, OTHER], "sector_department": UNSTATED}, UNKNOWN),
        ({"supervising_departments": [BUREAU], "approving_department": None}, NEITHER),
        # One of the two that fits settles it.
        ({"approving_department": UNSTATED}, MET),
        ({"sector_department": UNSTATED}, UNKNOWN),
        ({"supervising_departments": UNSTATED}, UNKNOWN),
        ({"supervising_departments": []}, idle("no-supervisor-named")),
        ({"is_licence": None, "supervising_departments": [OTHER]}, NO_LICENCE),
        ({"in_centralised_area": True, "supervising_departments": [OTHER]}, idle("reform-plan-decides")),
        ({"in_centralised_area": UNSTATED}, UNKNOWN),
        # Outside Xiang'an the bureau is a department like any other.
        ({"approved_by_bureau": True}, MET),
        ({"approved_by_bureau": UNSTATED, "area": XIAMEN}, MET),
        ({"area": XIAMEN, "supervising_departments": [OTHER]}, NEITHER),
    ],
)
def test_approver_or_sector_supervises(changes, found):
    """谁审批、谁监管，谁主管、谁监管: either will do; whether others may beside it a person says."""
    assert said(supervisions.approver_or_sector_supervises, a_licence(**changes)) == found


IN_XIANGAN = {"area": XIANGAN, "approved_by_bureau": True, "duties_linked": True, "in_centralised_area": True}
UNLINKED = breach("duties-not-linked", "duties_linked")
BY_OTHERS = judged("not-supervised-by-sector", "supervising_departments")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"duties_linked": False}, UNLINKED),
        ({"duties_linked": UNSTATED}, UNKNOWN),
        # That the line department supervises is inferred.
        ({"supervising_departments": [BUREAU]}, BY_OTHERS),
        ({"supervising_departments": [BUREAU], "duties_linked": None}, UNLINKED + BY_OTHERS),
        ({"supervising_departments": [BUREAU, SECTOR]}, MET),
        ({"supervising_departments": []}, MET),  # that nobody is named is the matter of supervisor-named
        ({"supervising_departments": UNSTATED}, UNKNOWN),
        ({"sector_department": UNSTATED}, UNKNOWN),
        ({"approved_by_bureau": UNSTATED}, UNKNOWN),
        # What another department of Xiang'an approves follows the plan of the reform.
        ({"approved_by_bureau": False}, idle("reform-plan-decides")),
        ({"approved_by_bureau": False, "in_centralised_area": False, "supervising_departments": [OTHER]}, NEITHER),
    ],
)
def test_in_xiangan_the_duties_are_linked(changes, found):
    """翔安区: the bureau approves, the line department supervises, and the two are linked."""
    assert said(supervisions.approver_or_sector_supervises, a_licence(**IN_XIANGAN | changes)) == found


@pytest.mark.parametrize("linked", [True, False])
def test_xiangan_is_the_matter_of_xiamens_clause_alone(linked):
    """The province's sentence leaves it to the plan."""
    (found,) = supervisions.approver_or_sector_supervises(
        a_licence(**IN_XIANGAN | {"duties_linked": linked}), a_context()
    )

    assert [each.ref for each in found.clauses] == ["xiamen-2022/2.1.6"]


def test_before_xiamens_table_the_province_leaves_xiangan_to_the_plan():
    """On a day on which nothing but the province's table was surely in force."""
    licence = a_licence(**IN_XIANGAN | {"duties_linked": False})

    found = said(supervisions.approver_or_sector_supervises, licence, a_context(date(2022, 10, 1)))

    assert found == idle("reform-plan-decides")


OFF_PLAN = breach("not-supervised-by-plan", "supervising_departments")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, idle("not-in-centralised-area")),
        ({"in_centralised_area": True, "departments_of_plan": [SECTOR]}, MET),
        ({"in_centralised_area": True, "departments_of_plan": [OTHER]}, OFF_PLAN),
        ({"in_centralised_area": True, "departments_of_plan": [SECTOR, OTHER]}, OFF_PLAN),
        (
            {
                "in_centralised_area": True,
                "departments_of_plan": [SECTOR, OTHER],
                "supervising_departments": [OTHER, SECTOR],
            },
            MET,
        ),
        ({"in_centralised_area": True}, judged("plan-names-nobody", "departments_of_plan")),
        ({"in_centralised_area": True, "supervising_departments": []}, idle("no-supervisor-named")),
        ({"in_centralised_area": True, "departments_of_plan": UNSTATED}, UNKNOWN),
        ({"in_centralised_area": UNSTATED}, UNKNOWN),
        ({"in_centralised_area": UNSTATED, "is_licence": False}, idle("not-in-centralised-area")),
    ],
)
def test_supervised_by_the_plan(changes, found):
    """The plan of the reform prevails."""
    assert said(supervisions.supervised_by_the_plan, a_licence(**changes)) == found


@pytest.mark.parametrize(
    ("rule", "changes", "path"),
    [
        (supervisions.approver_or_sector_supervises, {"supervising_departments": [OTHER]}, "supervising_departments"),
        (supervisions.approver_or_sector_supervises, IN_XIANGAN | {"duties_linked": False}, "duties_linked"),
        (
            supervisions.approver_or_sector_supervises,
            IN_XIANGAN | {"supervising_departments": [BUREAU]},
            "supervising_departments",
        ),
        (
            supervisions.supervised_by_the_plan,
            {"in_centralised_area": True, "departments_of_plan": [OTHER]},
            "supervising_departments",
        ),
        (supervisions.supervised_by_the_plan, {"in_centralised_area": True}, "departments_of_plan"),
    ],
)
def test_who_supervises_is_settled_by_the_same_date(rule, changes, path):
    """The date stands for the whole clause; what is unknown stays unknown, and what is kept is kept before it."""
    licence = a_licence(**changes)

    assert said(rule, licence, a_context(date(2022, 12, 31))) == idle("not-due-yet", path)
    assert said(rule, licence, a_context(date(2023, 1, 1)))[0][0] in {"BREACHED", "NEEDS_JUDGEMENT"}


def test_before_the_date_what_is_known_is_said():
    """Unknown and kept."""
    for changes, found in (({"sector_department": UNSTATED}, UNKNOWN), ({}, MET)):
        licence = a_licence(**changes)
        assert said(supervisions.approver_or_sector_supervises, licence, a_context(date(2022, 12, 30))) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"case_data_received": False}, breach("case-data-not-received", "case_data_received")),
        ({"case_data_received": None}, breach("case-data-not-received", "case_data_received")),
        ({"through_provincial_system": False}, breach("case-data-received-otherwise", "through_provincial_system")),
        ({"case_data_received": UNSTATED}, UNKNOWN),
        ({"through_provincial_system": UNSTATED}, UNKNOWN),
        ({"case_data_received": False, "is_licence": False}, idle("no-licence-supervised")),
        ({"is_licence": UNSTATED}, UNKNOWN),
    ],
)
def test_case_data_received(changes, found):
    """Through the provincial system, for licences."""
    assert said(supervisions.case_data_received, a_licence(**changes)) == found


NO_RULES, NO_PLAN = (
    breach("no-supervision-rules", "has_supervision_rules"),
    breach("no-supervision-plan", "has_work_plan"),
)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"has_supervision_rules": False}, NO_RULES),
        ({"has_work_plan": None}, NO_PLAN),
        (
            {"has_supervision_rules": False, "has_work_plan": False, "rules_and_plan_sensible": False},
            NO_RULES + NO_PLAN,
        ),
        ({"rules_and_plan_sensible": False}, breach("rules-or-plan-not-sensible", "rules_and_plan_sensible")),
        ({"has_supervision_rules": UNSTATED, "has_work_plan": False}, UNKNOWN + NO_PLAN),
        (
            {"has_supervision_rules": UNSTATED, "rules_and_plan_sensible": False},
            UNKNOWN + breach("rules-or-plan-not-sensible", "rules_and_plan_sensible"),
        ),
        ({"rules_and_plan_sensible": UNSTATED}, UNKNOWN),
        ({"has_work_plan": False, "is_licence": False}, idle("no-licence-supervised")),
    ],
)
def test_rules_and_plan(changes, found):
    """Both are there and, as somebody has found, sensible."""
    assert said(supervisions.rules_and_plan, a_licence(**changes)) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"has_findings": False}, idle("no-findings-on-a-licence")),
        ({"is_licence": False}, idle("no-findings-on-a-licence")),
        ({"has_findings": UNSTATED}, UNKNOWN),
        (
            dict.fromkeys(("returned_at", "received_at", "analysed_at", "proposed_at")),
            judged("findings-not-returned", "returned_at"),
        ),
        (dict.fromkeys(("received_at", "analysed_at", "proposed_at")), judged("findings-not-received", "received_at")),
        (dict.fromkeys(("analysed_at", "proposed_at")), judged("findings-not-analysed", "analysed_at")),
        ({"proposed_at": None, "proposed_to": None}, judged("review-points-not-proposed", "proposed_at")),
        # Each of the steps a day, or an hour, too early; on the same day is in order.
        ({"received_at": "2025-03-02"}, breach("findings-received-too-early", "received_at")),
        ({"returned_at": None}, breach("findings-received-too-early", "received_at")),
        ({"analysed_at": "2025-03-02"}, breach("findings-analysed-too-early", "analysed_at")),
        ({"proposed_at": "2025-03-10T08:59"}, breach("review-points-proposed-too-early", "proposed_at")),
        ({"proposed_at": "2025-03-10"}, MET),
        ({"proposed_to": []}, breach("proposed-to-others", "proposed_to")),
        ({"proposed_to": ["审批服务部门"]}, breach("proposed-to-others", "proposed_to")),
        ({"proposed_to": UNSTATED}, UNKNOWN),
        ({"received_at": UNSTATED}, UNKNOWN),
        # A step still to come is not told beside one out of order.
        ({"received_at": "2025-03-02", "proposed_at": None}, breach("findings-received-too-early", "received_at")),
    ],
)
def test_findings_improve_review(changes, found):
    """Returned, received, analysed, proposed to the province's department: in this order."""
    assert said(supervisions.findings_improve_review, a_licence(**changes)) == found


@pytest.mark.parametrize(
    ("addressees", "found"),
    [
        (["省级业务部门", "审批服务部门"], MET),
        # The province wants its department; the city's text names the approving one, and it may go up by another way.
        (["审批服务部门"], [("BREACHED", "proposed-to-others", "proposed_to"), ("MET", "met", "")]),
        (
            ["省级业务部门"],
            [("NEEDS_JUDGEMENT", "proposed-past-approving-department", "proposed_to"), ("MET", "met", "")],
        ),
        (None, [("BREACHED", "proposed-to-others", "proposed_to")] * 2),
    ],
)
def test_in_xiamen_each_text_has_its_addressee(addressees, found):
    """Both stand, each under its own clause."""
    licence = a_licence(area=XIAMEN, proposed_to=addressees)

    answers = supervisions.findings_improve_review(licence, a_context())

    assert [(each.state.name, each.reason, each.path) for each in answers] == found
    assert {each.severity for each in answers} <= {Severity.ADVICE, None}


def test_the_order_is_one_answer_in_both_texts():
    """What both clauses say is said once."""
    licence = a_licence(area=XIAMEN, received_at="2025-03-02", proposed_to=["省级业务部门", "审批服务部门"])
    (found,) = supervisions.findings_improve_review(licence, a_context())

    assert [each.ref for each in found.clauses] == ["xiamen-2022/2.1.8", "fujian-2022/2.1.7"]
    assert found.severity is Severity.ADVICE  # 推动


LISTS = {
    "commitment_list_received": "commitment-list-not-received",
    "gap_list_received": "gap-list-not-received",
    "has_rules_for_such_cases": "no-rules-for-promises",
}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        *(({field: False}, breach(reason, field)) for field, reason in LISTS.items()),
        (dict.fromkeys(LISTS), [each for field, reason in LISTS.items() for each in breach(reason, field)]),
        ({"gap_list_received": UNSTATED}, UNKNOWN),
        ({**dict.fromkeys(LISTS), "allows_commitment_or_gaps": False}, idle("neither-commitment-nor-gaps")),
        ({"allows_commitment_or_gaps": UNSTATED}, UNKNOWN),
    ],
)
def test_lists_of_promises_received(changes, found):
    """Both lists in whole, and rules."""
    assert said(supervisions.lists_of_promises_received, a_licence(**changes)) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"such_cases_supervised": False}, breach("promises-not-supervised", "such_cases_supervised")),
        ({"such_cases_supervised": UNSTATED}, UNKNOWN),
        ({"such_cases_supervised": False, "allows_commitment_or_gaps": None}, idle("neither-commitment-nor-gaps")),
    ],
)
def test_promises_supervised(changes, found):
    """During and after the handling."""
    assert said(supervisions.promises_supervised, a_licence(**changes)) == found


@pytest.mark.parametrize(
    ("rule", "changes", "fujian", "xiamen"),
    [
        (supervisions.supervisor_named, {"supervising_departments": []}, "2.1.5", "2.1.6"),
        (supervisions.approver_or_sector_supervises, {"supervising_departments": [OTHER]}, "2.1.5", "2.1.6"),
        (supervisions.case_data_received, {"case_data_received": False}, "2.1.6", "2.1.7"),
        (supervisions.rules_and_plan, {"has_work_plan": False}, "2.1.6", "2.1.7"),
        (supervisions.lists_of_promises_received, {"gap_list_received": False}, "3.5.2", "3.5.2"),
        (supervisions.promises_supervised, {"such_cases_supervised": False}, "3.5.2", "3.5.2"),
    ],
)
def test_duties_of_province_and_city(rule, changes, fujian, xiamen):
    """应: the same in both, under the number of each."""
    for area, refs in (
        (FUZHOU, [f"fujian-2022/{fujian}"]),
        (HANJIANG, [f"fujian-2022/{fujian}"]),
        (XIAMEN, [f"xiamen-2022/{xiamen}", f"fujian-2022/{fujian}"]),
    ):
        (found,) = rule(a_licence(area=area, **changes), a_context())
        assert (found.severity, [each.ref for each in found.clauses]) == (Severity.VIOLATION, refs)


DEAL = {
    "service": "施工图审查",
    "area": XIAMEN,
    "for_construction_approval": True,
    "through_provincial_market": True,
    "can_be_rated_online": True,
}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"through_provincial_market": False}, breach("deal-off-the-market", "through_provincial_market")),
        ({"can_be_rated_online": None}, breach("deal-not-rated-online", "can_be_rated_online")),
        ({"can_be_rated_online": UNSTATED}, UNKNOWN),
        (
            {"through_provincial_market": False, "for_construction_approval": False},
            idle("not-for-construction-approval"),
        ),
        ({"for_construction_approval": UNSTATED}, UNKNOWN),
        ({"area": FUZHOU, "through_provincial_market": False}, idle("never-in-force")),
    ],
)
def test_construction_deals_on_market(changes, found):
    """For construction alone, and in Xiamen alone."""
    deal = IntermediaryDeal(**stated(DEAL | changes))

    assert said(supervisions.construction_deals_on_market, deal) == found


def test_the_market_is_promoted():
    """探索: advice."""
    (found,) = supervisions.construction_deals_on_market(
        IntermediaryDeal(**DEAL | {"can_be_rated_online": False}), a_context()
    )

    assert (found.severity, [each.ref for each in found.clauses]) == (Severity.ADVICE, ["xiamen-2022/2.1.11"])


def test_a_sentence_names_the_departments():
    """In the order of the record."""
    (found,) = supervisions.supervised_by_the_plan(
        a_licence(in_centralised_area=True, departments_of_plan=[OTHER, SECTOR]), a_context()
    )

    assert found.message() == "监管部门为区市场监管局，改革方案确定为区应急管理局、区市场监管局"


@pytest.mark.parametrize("rule", supervisions.RULES, ids=lambda rule: rule.id)
def test_each_rule_keeps_what_rules_promise(rule):
    """Whatever it is asked about."""
    check_rule(rule)
