"""What each rule about guides answers: kept, broken, silent, unknown, left to a person."""

from datetime import date

import pytest

from support import FUZHOU, HANJIANG, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, judged, said, stated
from zwfw import Severity, check
from zwfw.norms import norm
from zwfw.records import Guide, GuidePair, Item
from zwfw.records.guides import UnboundGuideOutcome
from zwfw.rules import find_rule, guides
from zwfw.rules._differences import LABELS, differences

PUTIAN = "350300"

_BASE = {
    "name": "节能审查",
    "area": FUZHOU,
    "code": "350100-1",
    "item_type": "行政许可",
    "exercising_level": "市级",
    "department": "市发改委",
    "granularity": "办理项",
    "service_objects": ["法人"],
    "conditions": "年综合能源消费量 1000 吨标准煤以上",
    "bases": [
        {"name": "福建省节约能源条例", "rank": "地方性法规", "number": None, "article": "第十六条", "text": None}
    ],
    "materials": [{"name": "节能报告", "copies": 1, "on_paper": True}, {"name": "申请表", "copies": 2}],
    "process": ["网上申报", "窗口取件"],
    "stages": ["受理", "审查", "决定"],
    "special_steps": [{"name": "专家评审", "basis_rank": "规章", "limit_working_days": 5}],
    "item_special_steps": ["专家评审"],
    "statutory_working_days": 20,
    "statutory_calendar_days": None,
    "promised_working_days": 6,
    "promised_calendar_days": None,
    "visits": 1,
    "fees": [],
    "form_formats": ["docx"],
    "review_points": [{"text": "能耗核算", "standard": "核算无误", "subject": "节能报告", "found_objective": True}],
    "results": [{"name": "节能审查意见", "kind": "批文"}],
    "online_depth": "Ⅳ",
    "instant": False,
    "intermediary_services": [],
    "quantity_limit": "无",
    "annual_inspection": "无",
    "catalogue_code": "000104",
    "source": "第 3 版",
    "updated_at": "2025-06-03",
    "service_standard": "一次告知",
    "plain_notes": ["报告请找有能力的单位编制"],
    "notes_change_standard": False,
    "published_on": ["福建省网上办事大厅", "本地区政府门户网站"],
    "linked_to_platform": True,
    "data_management": ["数据同源", "动态更新", "联动管理"],
    "found_accurate": True,
    "found_comprehensive": True,
    "practice": {
        "name": None,
        "materials": ["申请表", "节能报告"],
        "steps": ["网上申报", "专家评审"],
        "promised_working_days": 6,
        "visits": 1,
        "quantity_limit": None,
    },
    "is_frequent": False,
    "is_in_demand_at_window": False,
    "access": ["手机扫码"],
    "is_cross_province": False,
    "cross_province_process": None,
    "division_of_duties": None,
    "department_standardised": True,
    "standard_complies": True,
    "basis_sufficient": True,
    "is_duplicate": False,
    "addition_requested_at": None,
    "bound_at": None,
    "withdrawn_at": None,
}


def guide_facts(**changes):
    """The facts of a guide of 鼓楼区 in which every field is stated and every clause kept, with your changes."""
    return stated(_BASE | changes)


def a_guide(**changes):
    """A guide of those facts."""
    return Guide(**guide_facts(**changes))


def a_pair(area=FUZHOU, online=None, offline=None):
    """Two guides of those facts that agree, with your changes of each."""
    both = {"area": area}
    return GuidePair(
        area=area, online=guide_facts(**both, **(online or {})), offline=guide_facts(**both, **(offline or {}))
    )


def practice(**changes):
    """What is asked for in practice, with your changes."""
    return stated(_BASE["practice"] | changes)


def missing(rule, record, ctx=None):
    """The fields that an answer names as not stated."""
    return [each.missing for each in rule(record, ctx or a_context()) if each.missing]


def cited(rule, record, ctx=None):
    """The state, the severity and the clauses of every answer."""
    return [
        (each.state.name, each.severity and each.severity.name, [held.ref for held in each.clauses])
        for each in rule(record, ctx or a_context())
    ]


ACROSS = {"is_cross_province": True, "cross_province_process": "异地代收", "division_of_duties": "属地审批"}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, idle("guide-not-cross-province")),
        ({"is_cross_province": None}, idle("guide-not-cross-province")),
        (ACROSS, MET),
        # both are asked for, each by itself
        (ACROSS | {"cross_province_process": None}, breach("cross-province-process-missing", "cross_province_process")),
        (ACROSS | {"cross_province_process": " "}, breach("cross-province-process-missing", "cross_province_process")),
        (ACROSS | {"division_of_duties": None}, breach("division-of-duties-missing", "division_of_duties")),
        (
            {"is_cross_province": True},
            breach("cross-province-process-missing", "cross_province_process")
            + breach("division-of-duties-missing", "division_of_duties"),
        ),
        ({"is_cross_province": UNSTATED}, UNKNOWN),
        (
            ACROSS | {"cross_province_process": UNSTATED, "division_of_duties": None},
            UNKNOWN + breach("division-of-duties-missing", "division_of_duties"),
        ),
        (ACROSS | {"division_of_duties": UNSTATED}, UNKNOWN),
    ],
)
@pytest.mark.parametrize("area", [FUZHOU, XIAMEN])
def test_cross_province_stated(area, changes, found):
    """The guide of an item across provinces has both the process and the division of duties."""
    assert said(guides.cross_province_stated, a_guide(area=area, **changes)) == found


UNBOUND = {"catalogue_code": None}
EXEMPT = UNBOUND | {"department_standardised": False, "standard_complies": True}
REQUESTED = {"addition_requested_at": "2025-06-10"}
WITHDRAWN = {"withdrawn_at": "2025-06-12"}
IN_JUNE = {"bound_at": "2025-06-12"}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        # bound: nothing to settle, unless it was asked for; then the request came first
        ({}, idle("guide-bound")),
        (IN_JUNE, idle("guide-bound")),
        (UNBOUND | IN_JUNE, idle("guide-bound")),
        (REQUESTED, idle("guide-bound")),
        (REQUESTED | {"bound_at": "2025-06-09"}, breach("bound-before-requested", "bound_at")),
        (REQUESTED | {"bound_at": "2025-06-10"}, MET),
        (REQUESTED | IN_JUNE, MET),
        (
            {"addition_requested_at": "2025-06-10T10:01", "bound_at": "2025-06-10T10:00"},
            breach("bound-before-requested", "bound_at"),
        ),
        (UNBOUND | REQUESTED | IN_JUNE, MET),
        # a sufficient basis: asked for, then bound
        (UNBOUND, judged("addition-not-requested", "addition_requested_at")),
        ({"catalogue_code": ""}, judged("addition-not-requested", "addition_requested_at")),  # empty is none
        (UNBOUND | REQUESTED, idle("addition-pending")),
        (UNBOUND | WITHDRAWN, breach("withdrawn-despite-basis", "withdrawn_at")),
        (UNBOUND | REQUESTED | WITHDRAWN, breach("withdrawn-despite-basis", "withdrawn_at")),
        # an insufficient basis, or a duplicate: withdrawn in good time, which has no days
        (UNBOUND | {"basis_sufficient": False}, judged("unbound-guide-still-published", "withdrawn_at")),
        (UNBOUND | {"is_duplicate": True}, judged("unbound-guide-still-published", "withdrawn_at")),
        (UNBOUND | {"is_duplicate": True} | REQUESTED, judged("unbound-guide-still-published", "withdrawn_at")),
        (UNBOUND | {"basis_sufficient": False} | WITHDRAWN, MET),
        (UNBOUND | {"is_duplicate": True} | WITHDRAWN, MET),
        (UNBOUND | {"basis_sufficient": None, "is_duplicate": None} | WITHDRAWN, MET),
        # a department not yet standardised: kept if the standard complies
        (EXEMPT, MET),
        (EXEMPT | WITHDRAWN, breach("kept-guide-withdrawn", "withdrawn_at")),
        (EXEMPT | {"standard_complies": False}, judged("addition-not-requested", "addition_requested_at")),
        (EXEMPT | {"standard_complies": False, "basis_sufficient": False} | WITHDRAWN, MET),
        # the exception is asked before the withdrawal
        (EXEMPT | {"basis_sufficient": False}, MET),
        (EXEMPT | {"basis_sufficient": False} | WITHDRAWN, judged("withdrawn-though-compliant", "withdrawn_at")),
        (EXEMPT | {"is_duplicate": True}, judged("duplicate-to-be-kept", "is_duplicate")),
        (EXEMPT | {"is_duplicate": True} | WITHDRAWN, judged("duplicate-to-be-kept", "is_duplicate")),
        # what is to come has not happened yet on 2025-06-30
        (UNBOUND | {"withdrawn_at": "2025-07-01"}, judged("addition-not-requested", "addition_requested_at")),
    ],
)
def test_unbound_settled(changes, found):
    """An unbound guide is bound on request, withdrawn, or kept for now."""
    assert said(guides.unbound_settled, a_guide(**changes)) == found


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"catalogue_code": UNSTATED}, ("catalogue_code",)),
        (UNBOUND | {"bound_at": UNSTATED}, ("bound_at",)),
        ({"addition_requested_at": UNSTATED, **IN_JUNE}, ("addition_requested_at",)),
        (REQUESTED | {"bound_at": UNSTATED}, ("bound_at",)),
        (EXEMPT | {"department_standardised": UNSTATED}, ("department_standardised",)),
        (EXEMPT | {"standard_complies": UNSTATED}, ("standard_complies",)),
        (EXEMPT | {"is_duplicate": UNSTATED}, ("is_duplicate",)),
        (EXEMPT | {"withdrawn_at": UNSTATED}, ("withdrawn_at",)),
        (EXEMPT | WITHDRAWN | {"basis_sufficient": UNSTATED}, ("basis_sufficient",)),
        (UNBOUND | {"basis_sufficient": UNSTATED, "is_duplicate": UNSTATED}, ("basis_sufficient", "is_duplicate")),
        (UNBOUND | {"withdrawn_at": UNSTATED}, ("withdrawn_at",)),
        (UNBOUND | {"addition_requested_at": UNSTATED}, ("addition_requested_at",)),
        (UNBOUND | {"basis_sufficient": False, "withdrawn_at": UNSTATED}, ("withdrawn_at",)),
    ],
)
def test_an_unbound_guide_of_which_something_is_unknown(changes, fields):
    """What decides it is named."""
    guide = a_guide(**changes)

    assert said(guides.unbound_settled, guide) == UNKNOWN
    assert missing(guides.unbound_settled, guide) == [fields]


@pytest.mark.parametrize(
    "changes",
    [
        # one of the two settles it that the guide is withdrawn
        {"basis_sufficient": False, "is_duplicate": UNSTATED},
        {"basis_sufficient": UNSTATED, "is_duplicate": True},
        # and one of the two that it is not exempt
        {"basis_sufficient": False, "department_standardised": UNSTATED, "standard_complies": False},
        {"basis_sufficient": False, "department_standardised": True, "standard_complies": UNSTATED},
    ],
)
def test_one_fact_settles_what_becomes_of_a_guide(changes):
    """What is unknown beside it does not matter."""
    assert said(guides.unbound_settled, a_guide(**UNBOUND, **changes, **WITHDRAWN)) == MET


def test_a_guide_that_is_kept_without_a_basis_in_xiamen():
    """Xiamen's order is not stated, and an insufficient basis weighs against compliance: a person decides there."""
    guide = a_guide(area=XIAMEN, **EXEMPT, basis_sufficient=False)

    assert cited(guides.unbound_settled, guide) == [
        ("MET", None, ["fujian-2022/1.2.9"]),
        ("NEEDS_JUDGEMENT", None, ["xiamen-2022/1.2.7"]),
    ]
    assert said(guides.unbound_settled, guide)[1:] == judged("kept-without-basis", "basis_sufficient")


def test_a_guide_that_is_kept_in_xiamen():
    """With a sufficient basis both texts agree; where that is unknown only the province's reading is kept."""
    kept, unknown = (a_guide(area=XIAMEN, **EXEMPT, basis_sufficient=basis) for basis in (True, UNSTATED))

    assert cited(guides.unbound_settled, kept) == [
        ("MET", None, ["fujian-2022/1.2.9"]),
        ("MET", None, ["xiamen-2022/1.2.7"]),
    ]
    assert said(guides.unbound_settled, unknown) == MET + UNKNOWN


BIND, WITHDRAW, KEEP = UnboundGuideOutcome


@pytest.mark.parametrize(
    ("exempt", "complies", "basis", "duplicate", "outcome"),
    [
        (False, True, True, False, BIND),
        (False, True, False, False, WITHDRAW),
        (False, True, True, True, WITHDRAW),
        (False, True, False, True, WITHDRAW),
        (False, False, True, False, BIND),
        (True, True, True, False, KEEP),
        (True, True, False, False, KEEP),  # the exception is asked first
        (True, True, True, True, KEEP),
        (True, False, True, False, BIND),
        (True, False, False, False, WITHDRAW),
        (True, False, True, True, WITHDRAW),
        (True, UNSTATED, True, False, None),
        (UNSTATED, False, True, False, BIND),
        (False, True, UNSTATED, False, None),
        (False, True, UNSTATED, True, WITHDRAW),
    ],
)
def test_unbound_outcome(exempt, complies, basis, duplicate, outcome):
    """One of the three of the text; the department that is not yet standardised comes first."""
    guide = a_guide(
        **UNBOUND,
        department_standardised=exempt if exempt is UNSTATED else not exempt,
        standard_complies=complies,
        basis_sufficient=basis,
        is_duplicate=duplicate,
    )

    assert guides.unbound_outcome(guide, a_context()) is outcome


@pytest.mark.parametrize("changes", [{}, IN_JUNE | UNBOUND, UNBOUND | {"bound_at": UNSTATED}])
def test_unbound_outcome_of_a_bound_guide(changes):
    """There is nothing to settle, or that is not known."""
    assert guides.unbound_outcome(a_guide(**changes), a_context()) is None


def test_the_outcomes_are_those_of_the_text():
    """The enumeration has the members of the norm."""
    assert tuple(each.value for each in UnboundGuideOutcome) == norm("fujian-2022/1.2.9#4").members


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"published_on": ["本地区政府门户网站"]}, idle("not-on-provincial-hall")),
        ({"published_on": None}, idle("not-on-provincial-hall")),
        ({"practice": None}, idle("no-practice-known")),
        # materials: by name, in any order, whatever the blanks
        ({"practice": practice(materials=["节能报告"])}, MET),
        ({"practice": practice(materials=[])}, MET),
        ({"practice": practice(materials=None)}, MET),
        ({"practice": practice(materials=["节能 报告"])}, MET),
        (
            {"practice": practice(materials=["节能报告", "营业执照"])},
            breach("materials-beyond-guide", "practice.materials"),
        ),
        ({"materials": []}, breach("materials-beyond-guide", "practice.materials")),
        ({"materials": None}, breach("materials-beyond-guide", "practice.materials")),
        # steps: those of the process, the ordinary stages, and the special steps
        ({"practice": practice(steps=[])}, MET),
        ({"practice": practice(steps=["受理", "决定", "窗口取件", "专家评审"])}, MET),
        ({"practice": practice(steps=["专家 论证"])}, breach("steps-beyond-guide", "practice.steps")),
        ({"special_steps": []}, breach("steps-beyond-guide", "practice.steps")),
        ({"special_steps": None, "stages": None, "process": None}, breach("steps-beyond-guide", "practice.steps")),
        ({"stages": ["制证"], "practice": practice(steps=["制证"])}, MET),
        # time: 5, 6 and 7 working days against the 6 that are promised
        ({"practice": practice(promised_working_days=5)}, MET),
        ({"practice": practice(promised_working_days=None)}, MET),
        (
            {"practice": practice(promised_working_days=7)},
            breach("time-beyond-guide", "practice.promised_working_days"),
        ),
        ({"promised_working_days": 0}, breach("time-beyond-guide", "practice.promised_working_days")),
        ({"promised_working_days": 0, "practice": practice(promised_working_days=0)}, MET),
        ({"promised_working_days": None, "practice": practice(promised_working_days=0)}, MET),
        ({"promised_working_days": None}, judged("guide-states-no-time", "practice.promised_working_days")),
        (
            {"promised_working_days": None, "promised_calendar_days": 6},
            judged("guide-time-in-calendar-days", "practice.promised_working_days"),
        ),
        # visits: 0, 1 and 2 against one
        ({"practice": practice(visits=0)}, MET),
        ({"practice": practice(visits=None)}, MET),
        ({"practice": practice(visits=2)}, breach("visits-beyond-guide", "practice.visits")),
        ({"visits": 0}, breach("visits-beyond-guide", "practice.visits")),
        ({"visits": None}, judged("guide-states-no-visits", "practice.visits")),
        ({"visits": None, "practice": practice(visits=0)}, MET),
        # one finding an aspect
        (
            {"practice": practice(materials=["营业执照"], steps=["盖章"], promised_working_days=9, visits=3)},
            breach("materials-beyond-guide", "practice.materials")
            + breach("steps-beyond-guide", "practice.steps")
            + breach("time-beyond-guide", "practice.promised_working_days")
            + breach("visits-beyond-guide", "practice.visits"),
        ),
        ({"published_on": UNSTATED}, UNKNOWN),
        ({"practice": UNSTATED}, UNKNOWN),
        ({"practice": practice(materials=UNSTATED)}, UNKNOWN),
        (
            {"practice": practice(materials=["营业执照"], visits=UNSTATED)},
            breach("materials-beyond-guide", "practice.materials") + UNKNOWN,
        ),
        ({"materials": UNSTATED}, UNKNOWN),
        ({"materials": UNSTATED, "practice": practice(materials=[])}, MET),
        ({"process": UNSTATED}, UNKNOWN),
        ({"special_steps": UNSTATED}, UNKNOWN),
        ({"special_steps": UNSTATED, "practice": practice(steps=["网上申报"])}, MET),
        ({"stages": UNSTATED, "practice": practice(steps=["受理"])}, UNKNOWN),
        ({"promised_working_days": UNSTATED}, UNKNOWN),
        ({"promised_working_days": None, "promised_calendar_days": UNSTATED}, UNKNOWN),
        ({"visits": UNSTATED}, UNKNOWN),
    ],
)
@pytest.mark.parametrize("area", [FUZHOU, XIAMEN])
def test_nothing_beyond_the_guide(area, changes, found):
    """What is asked for is what the guide on the provincial hall says, and nothing more."""
    assert said(guides.nothing_beyond_the_guide, a_guide(area=area, **changes)) == found


def test_what_is_asked_beyond_the_guide_is_named():
    """A clerk reads which materials, and how much longer it takes."""
    guide = a_guide(practice=practice(materials=["营业执照", "节能报告"], promised_working_days=9))

    assert [each.message() for each in guides.nothing_beyond_the_guide(guide, a_context())] == [
        "实际要求提交办事指南未列的材料：营业执照",
        "实际时限为 9 个工作日，超过办事指南承诺的 6 个工作日",
    ]


NO_NOTES = {"plain_notes": []}
CHANGED = {"notes_change_standard": True}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"notes_change_standard": None}, MET),
        (NO_NOTES, idle("no-notes")),
        (NO_NOTES | CHANGED, idle("no-notes")),
        ({"plain_notes": None}, idle("no-notes")),
        (CHANGED, breach("notes-change-standard", "notes_change_standard")),
        ({"plain_notes": UNSTATED}, UNKNOWN),
        ({"notes_change_standard": UNSTATED}, UNKNOWN),
    ],
)
def test_notes_change_nothing(changes, found):
    """Notes are encouraged as long as the standard stays."""
    assert said(guides.notes_change_nothing, a_guide(**changes)) == found


def test_notes_weigh_more_in_xiamen():
    """鼓励 in the province, 应 in Xiamen: both findings stand, each with its clause."""
    assert cited(guides.notes_change_nothing, a_guide(**CHANGED)) == [("BREACHED", "ADVICE", ["fujian-2022/2.1.1"])]
    assert cited(guides.notes_change_nothing, a_guide(area=XIAMEN, **CHANGED)) == [
        ("BREACHED", "ADVICE", ["fujian-2022/2.1.1"]),
        ("BREACHED", "VIOLATION", ["xiamen-2022/2.1.1"]),
    ]


def test_a_guide_without_notes_in_xiamen():
    """Xiamen adds notes, to which contents is open."""
    guide = a_guide(area=XIAMEN, **NO_NOTES)

    assert said(guides.notes_change_nothing, guide) == judged("notes-not-added", "plain_notes")
    assert cited(guides.notes_change_nothing, guide) == [("NEEDS_JUDGEMENT", None, ["xiamen-2022/2.1.1"])]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"item_special_steps": ["专家评审", "专家　评审"]}, MET),
        ({"item_special_steps": []}, idle("no-special-steps-to-publish")),
        ({"item_special_steps": None, "special_steps": UNSTATED}, idle("no-special-steps-to-publish")),
        ({"item_special_steps": ["专家评审", "听证"]}, breach("special-steps-unpublished", "special_steps")),
        ({"special_steps": []}, breach("special-steps-unpublished", "special_steps")),
        ({"special_steps": None}, breach("special-steps-unpublished", "special_steps")),
        ({"special_steps": UNSTATED}, UNKNOWN),
        ({"item_special_steps": UNSTATED}, UNKNOWN),
    ],
)
def test_special_steps_published(changes, found):
    """Xiamen: what special steps an item has stands in its guide."""
    assert said(guides.special_steps_published, a_guide(area=XIAMEN, **changes)) == found


def test_special_steps_published_is_xiamens():
    """The province publishes a list of items instead."""
    assert said(guides.special_steps_published, a_guide(special_steps=[])) == idle("never-in-force")


FUJIAN_SAYS, XIAMEN_SAYS = "fujian-2022/2.4.6", "xiamen-2022/2.4.6"
PUTIAN_SAYS, HANJIANG_SAYS = "putian-2025/art-8", "hanjiang-2023/task-4"
PAPER = [{"name": "申请表", "copies": 2}, {"name": "节能报告", "copies": 1, "on_paper": False}]


def part_differs(path):
    """Something within a part of an element differs."""
    return breach("guide-parts-differ", f"offline.{path}")


def differs(path):
    """An element differs."""
    return breach("guides-differ", f"offline.{path}")


@pytest.mark.parametrize(
    ("offline", "found"),
    [
        ({}, MET),
        # one source
        ({"source": "第 2 版"}, breach("sources-differ", "offline.source")),
        ({"source": "第3版"}, MET),
        ({"source": "第３ 版"}, MET),  # the width of a digit makes no difference
        ({"source": None}, breach("sources-differ", "offline.source")),
        # updated together: on one day
        ({"updated_at": "2025-06-03T17:30"}, MET),
        ({"updated_at": "2025-06-02"}, breach("not-updated-together", "offline.updated_at")),
        ({"updated_at": "2025-06-04"}, breach("not-updated-together", "offline.updated_at")),
        ({"updated_at": None}, breach("not-updated-together", "offline.updated_at")),
        # the medium is no content: paper or scan, in what format, on which site, with which notes, how one gets it
        ({"materials": PAPER}, MET),
        ({"form_formats": ["纸质"]}, MET),
        # what is bound to the catalogue is the guide on the hall; a printed one need not be
        ({"catalogue_code": None}, MET),
        ({"catalogue_code": UNSTATED}, MET),
        ({"plain_notes": [], "published_on": [], "access": ["纸质"], "linked_to_platform": False}, MET),
        # contents of materials
        ({"materials": _BASE["materials"][:1]}, differs("materials")),
        ({"materials": [*_BASE["materials"], {"name": "营业执照"}]}, differs("materials")),
        ({"materials": [*_BASE["materials"], _BASE["materials"][0]]}, differs("materials")),
        ({"materials": None}, differs("materials")),
        (
            {"materials": [{"name": "申请表", "copies": 2}, {"name": "节能报告", "copies": 3}]},
            part_differs("materials[1].copies"),
        ),
        # flow: the order of the steps is one of its own
        ({"process": ["窗口取件", "网上申报"]}, differs("process")),
        ({"process": ["网上申报", "窗口取件", "盖章"]}, differs("process")),
        ({"stages": ["受理", "决定"]}, differs("stages")),
        (
            {"special_steps": [{"name": "专家评审", "basis_rank": "规章", "limit_working_days": 6}]},
            part_differs("special_steps[0].limit_working_days"),
        ),
        # standard of service, and all else that both state
        ({"service_standard": "一次告知，限时办结"}, differs("service_standard")),
        ({"service_standard": "一次\n告知"}, MET),
        ({"name": "节能评估"}, differs("name")),
        ({"promised_working_days": 7}, differs("promised_working_days")),
        ({"visits": 0}, differs("visits")),
        ({"fees": ["工本费"]}, differs("fees")),
        ({"fees": None}, MET),  # none is charged for, in either way of saying so
        ({"instant": None}, MET),
        ({"instant": True}, differs("instant")),
        ({"conditions": "无"}, differs("conditions")),
        ({"item_type": "行政确认"}, differs("item_type")),
        ({"online_depth": "Ⅲ"}, differs("online_depth")),
        (
            {
                "bases": [
                    {"name": "福建省节约能源条例", "rank": "地方性法规", "number": None, "article": "16", "text": ""}
                ]
            },
            part_differs("bases[0].article"),
        ),
        ({"results": [{"name": "节能审查意见", "kind": "证照"}]}, part_differs("results[0].kind")),
        (
            {"review_points": [{"text": "能耗核算", "standard": "核算无误", "subject": "申请表"}]},
            part_differs("review_points[0].subject"),
        ),
        # one finding a field
        (
            {"visits": 2, "service_standard": None, "source": "第 2 版"},
            breach("sources-differ", "offline.source") + differs("visits") + differs("service_standard"),
        ),
    ],
)
@pytest.mark.parametrize("area", [FUZHOU, XIAMEN])
def test_online_and_offline_agree(area, offline, found):
    """The offline guide says what the online one says, comes from the same source and is updated with it."""
    assert said(guides.online_and_offline_agree, a_pair(area, offline=offline)) == found


def test_a_promise_of_another_kind_of_days():
    """Six working days online and six calendar days offline are two findings: neither states what the other does."""
    pair = a_pair(offline={"promised_working_days": None, "promised_calendar_days": 6})

    assert said(guides.online_and_offline_agree, pair) == [
        *differs("promised_working_days"),
        *differs("promised_calendar_days"),
    ]


@pytest.mark.parametrize(
    ("online", "offline", "fields"),
    [
        ({"source": UNSTATED}, {}, ("online.source",)),
        ({"source": UNSTATED}, {"source": UNSTATED}, ("online.source", "offline.source")),
        ({}, {"updated_at": UNSTATED}, ("offline.updated_at",)),
        # an element that only one of them states
        ({}, {"visits": UNSTATED}, ("offline.visits",)),
        ({"visits": UNSTATED, "fees": UNSTATED}, {}, ("online.visits", "online.fees")),
        ({"materials": [{"name": "节能报告"}, {"name": "申请表", "copies": 2}]}, {}, ("online.materials[0].copies",)),
        # the printed aspects have to be known of both
        ({"materials": UNSTATED}, {"materials": UNSTATED}, ("online.materials", "offline.materials")),
        (
            {"process": UNSTATED, "service_standard": UNSTATED},
            {"process": UNSTATED, "service_standard": UNSTATED, "visits": UNSTATED},
            (
                "online.process",
                "offline.process",
                "online.service_standard",
                "offline.service_standard",
                "offline.visits",
            ),
        ),
    ],
)
def test_a_pair_of_which_something_is_unknown(online, offline, fields):
    """What only one of the two states is named, and so is what the texts print and neither states."""
    pair = a_pair(online=online, offline=offline)

    assert said(guides.online_and_offline_agree, pair) == UNKNOWN
    assert missing(guides.online_and_offline_agree, pair) == [fields]


def test_a_guide_that_was_updated_offline_alone():
    """The online one never was, so they were not updated together."""
    pair = a_pair(online={"updated_at": None})

    assert said(guides.online_and_offline_agree, pair) == breach("not-updated-together", "offline.updated_at")


def test_what_is_unknown_hides_nothing():
    """A difference is found beside what is unknown."""
    pair = a_pair(online={"source": UNSTATED}, offline={"visits": 2, "fees": UNSTATED})

    assert said(guides.online_and_offline_agree, pair) == UNKNOWN + differs("visits") + UNKNOWN


def test_what_neither_guide_states_is_passed_over():
    """Beside the three printed aspects the texts leave open what has to be the same."""
    neither = dict.fromkeys(("visits", "fees", "granularity", "bases", "online_depth"), UNSTATED)

    assert said(guides.online_and_offline_agree, a_pair(online=neither, offline=neither)) == MET


def test_two_guides_that_say_nothing_do_not_agree():
    """Names alone are no content."""
    found = guides.online_and_offline_agree(GuidePair(online={"name": "甲"}, offline={"name": "甲"}), a_context())

    assert {each.state.name for each in found} == {"UNDETERMINED"}


@pytest.mark.parametrize(
    ("area", "offline", "found"),
    [
        # the province asks for source, updating and contents; Putian for contents alone
        (PUTIAN, {}, [("MET", None, [PUTIAN_SAYS, FUJIAN_SAYS])]),
        (
            PUTIAN,
            {"source": "第 2 版"},
            [("BREACHED", "VIOLATION", [FUJIAN_SAYS]), ("MET", None, [PUTIAN_SAYS])],
        ),
        (PUTIAN, {"visits": 2}, [("BREACHED", "VIOLATION", [PUTIAN_SAYS, FUJIAN_SAYS])]),
        (PUTIAN, {"source": UNSTATED}, [("UNDETERMINED", None, [FUJIAN_SAYS]), ("MET", None, [PUTIAN_SAYS])]),
        (XIAMEN, {"source": "第 2 版"}, [("BREACHED", "VIOLATION", [XIAMEN_SAYS, FUJIAN_SAYS])]),
        # Hanjiang asks that both are kept up
        (HANJIANG, {}, [("MET", None, [HANJIANG_SAYS, PUTIAN_SAYS, FUJIAN_SAYS])]),
        (
            HANJIANG,
            {"visits": 2},
            [("BREACHED", "VIOLATION", [PUTIAN_SAYS, FUJIAN_SAYS]), ("MET", None, [HANJIANG_SAYS])],
        ),
        (
            HANJIANG,
            {"updated_at": "2025-06-04"},  # later, yet updated
            [("BREACHED", "VIOLATION", [FUJIAN_SAYS]), ("MET", None, [HANJIANG_SAYS, PUTIAN_SAYS])],
        ),
        (
            HANJIANG,
            {"updated_at": "2025-06-02"},  # not updated since the online one was
            [
                ("BREACHED", "VIOLATION", [FUJIAN_SAYS]),
                ("BREACHED", "VIOLATION", [HANJIANG_SAYS]),
                ("MET", None, [PUTIAN_SAYS]),
            ],
        ),
    ],
)
def test_each_text_asks_something_else_of_a_pair(area, offline, found):
    """Each answer cites the clauses that it is about; what else is kept is said too."""
    pair = a_pair(area, offline=offline)

    assert [
        (state, severity, sorted(refs)) for state, severity, refs in cited(guides.online_and_offline_agree, pair)
    ] == [(state, severity, sorted(refs)) for state, severity, refs in found]


@pytest.mark.parametrize(
    ("online", "offline", "place"),
    [
        ("2025-06-03", "2025-06-02", "offline.updated_at"),
        ("2025-06-03", None, "offline.updated_at"),
        (None, "2025-06-03", "online.updated_at"),
        ("2025-06-03", "2025-06-03", None),
        ("2025-06-03", "2025-06-05", None),
        (None, None, None),
    ],
)
def test_both_guides_are_kept_up_in_hanjiang(online, offline, place):
    """Neither is left behind: the online one is the measure, and one that was never updated is behind the other."""
    pair = a_pair(HANJIANG, online={"updated_at": online}, offline={"updated_at": offline})

    behind = [each for each in said(guides.online_and_offline_agree, pair) if each[1] == "guide-not-kept-up"]

    assert behind == ([("BREACHED", "guide-not-kept-up", place)] if place else [])


def test_a_difference_is_told_with_both_values():
    """The element by its term, the part by its name, and what each of the two says."""
    materials = [{"name": "节能报告", "copies": 3}, {"name": "申请表", "copies": 2}]
    pair = a_pair(offline={"visits": 0, "fees": ["工本费", "检测费"], "materials": materials})

    found = guides.online_and_offline_agree(pair, a_context())

    assert [each.message() for each in found] == [
        "申请材料“节能报告”线上线下不一致：线上为 1，线下为 3",
        "到现场次数线上线下不一致：线上为 1，线下为 0",
        "收费项目线上线下不一致：线上为 无，线下为 工本费、检测费",
    ]


def test_the_law_of_a_pair_is_that_of_its_area():
    """A pair without an area is one of the context's."""
    pair = GuidePair(online=guide_facts(), offline=guide_facts())

    assert cited(guides.online_and_offline_agree, pair, a_context(area=XIAMEN)) == [
        ("MET", None, [XIAMEN_SAYS, FUJIAN_SAYS])
    ]


HALL, PORTAL, DEPARTMENT = "福建省网上办事大厅", "本地区政府门户网站", "部门门户网站"
BOTH = {"guide-portals": "both"}


@pytest.mark.parametrize(
    ("changes", "either", "both"),
    [
        ({}, MET, breach("guide-portal-missing", "published_on")),
        ({"published_on": [DEPARTMENT]}, MET, breach("guide-portal-missing", "published_on")),
        ({"published_on": [DEPARTMENT, PORTAL]}, MET, MET),
        *(
            (
                {"published_on": sites},
                breach("guide-portal-missing", "published_on"),
                breach("guide-portal-missing", "published_on"),
            )
            for sites in ([HALL], [], None)
        ),
        # a site that is not printed may be the portal by another name
        *(
            (
                {"published_on": sites},
                judged("guide-published-elsewhere", "published_on"),
                judged("guide-published-elsewhere", "published_on"),
            )
            for sites in (["莆田市人民政府门户网站"], [HALL, "莆田发布"])
        ),
        ({"published_on": [PORTAL, "莆田发布"]}, MET, judged("guide-published-elsewhere", "published_on")),
        *(
            ({"linked_to_platform": linked, "published_on": [DEPARTMENT, PORTAL]},)
            + (breach("guide-not-linked", "linked_to_platform"),) * 2
            for linked in (False, None)
        ),
        ({"withdrawn_at": "2025-06-12", "published_on": []}, idle("guide-withdrawn"), idle("guide-withdrawn")),
        ({"withdrawn_at": UNSTATED}, UNKNOWN, UNKNOWN),
        ({"published_on": UNSTATED}, UNKNOWN, UNKNOWN),
        (
            {"published_on": UNSTATED, "linked_to_platform": False},
            UNKNOWN + breach("guide-not-linked", "linked_to_platform"),
            UNKNOWN + breach("guide-not-linked", "linked_to_platform"),
        ),
        ({"published_on": [DEPARTMENT, PORTAL], "linked_to_platform": UNSTATED}, UNKNOWN, UNKNOWN),
    ],
)
@pytest.mark.parametrize("area", [PUTIAN, HANJIANG])
def test_published_and_linked(area, changes, either, both):
    """Through either portal or through both, as it is read; the link to the platform is a must."""
    guide = a_guide(area=area, **changes)

    assert said(guides.published_and_linked, guide) == either
    assert said(guides.published_and_linked, guide, a_context(readings=BOTH)) == both


def test_an_answer_that_turns_on_the_portals():
    """Where the other reading gives another answer it is named, and only there."""
    one, two = a_guide(area=PUTIAN), a_guide(area=PUTIAN, published_on=[DEPARTMENT, PORTAL])

    assert [each.readings for each in guides.published_and_linked(one, a_context())] == [("guide-portals",)]
    assert [each.readings for each in guides.published_and_linked(two, a_context())] == [()]


MANAGED = ["数据同源", "动态更新", "联动管理"]


@pytest.mark.parametrize(
    ("held", "lacking"),
    [
        (MANAGED, None),
        (MANAGED[::-1] + MANAGED[:1], None),
        (MANAGED[:2], ("联动管理",)),
        (MANAGED[1:2], ("数据同源", "联动管理")),
        ([], ("数据同源", "动态更新", "联动管理")),
        (None, ("数据同源", "动态更新", "联动管理")),
    ],
)
def test_data_managed(held, lacking):
    """All three requirements, and those that are lacking are named."""
    found = guides.data_managed(a_guide(area=PUTIAN, data_management=held), a_context())

    if lacking is None:
        assert [each.reason for each in found] == ["met"]
    else:
        assert [(each.reason, each.path) for each in found] == [("guide-data-not-managed", "data_management")]
        assert tuple(way.value for way in found[0].facts["lacking"]) == lacking


def test_data_management_that_is_not_known():
    """Nobody said."""
    assert said(guides.data_managed, a_guide(area=PUTIAN, data_management=UNSTATED)) == UNKNOWN


ELEMENTS = [
    # the printed element, the field, whether an empty list says that there is none
    ("事项类型", "item_type", None),
    ("事项编码", "code", None),
    ("行使层级", "exercising_level", None),
    ("实施主体", "department", None),
    ("办理条件", "conditions", None),
    ("设立依据", "bases", False),
    ("申报材料", "materials", True),
    ("办理流程", "process", False),
    ("收费情况", "fees", True),
    ("审查要点", "review_points", False),
    ("审批结果", "results", True),
]


@pytest.mark.parametrize(("element", "field", "empty_is_fine"), ELEMENTS)
def test_an_element_that_a_guide_lacks(element, field, empty_is_fine):
    """One that is stated not to be there is lacking; of some an empty list is a full answer."""
    found = guides.content_complete(a_guide(area=PUTIAN, **{field: None}), a_context())

    assert [(each.state.name, each.reason, each.path) for each in found] == breach("guide-lacks-element", field)
    assert found[0].facts["element"] == element
    if empty_is_fine is not None:
        empty = said(guides.content_complete, a_guide(area=PUTIAN, **{field: []}))
        assert empty == (MET if empty_is_fine else breach("guide-lacks-element", field))
    unknown = a_guide(area=PUTIAN, **{field: UNSTATED})
    assert said(guides.content_complete, unknown) == UNKNOWN
    assert missing(guides.content_complete, unknown) == [(field,)]


def test_the_elements_are_those_of_the_text():
    """The fourteen that article 7 prints: the eleven above, the name, and the two times."""
    assert tuple(guides._FOURTEEN) == norm("putian-2025/art-7#1").members
    assert {element for element, _, _ in ELEMENTS} | {"事项名称", "法定时限", "承诺时限"} == set(guides._FOURTEEN)


NO_PROMISE = {"promised_working_days": None}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"code": ""}, breach("guide-lacks-element", "code")),
        ({"promised_working_days": 0}, MET),
        (NO_PROMISE | {"promised_calendar_days": 6}, MET),
        (NO_PROMISE, breach("guide-lacks-element", "promised_working_days")),
        (NO_PROMISE | {"instant": None}, breach("guide-lacks-element", "promised_working_days")),
        (NO_PROMISE | {"instant": True}, MET),
        (NO_PROMISE | {"instant": UNSTATED}, UNKNOWN),
        (NO_PROMISE | {"promised_calendar_days": UNSTATED}, UNKNOWN),
        ({"promised_calendar_days": UNSTATED}, MET),
        ({"statutory_working_days": None, "statutory_calendar_days": 20}, MET),
        ({"statutory_working_days": None}, judged("no-statutory-time", "statutory_working_days")),
        ({"statutory_working_days": None, "statutory_calendar_days": UNSTATED}, UNKNOWN),
        # what a person finds
        ({"found_accurate": False}, breach("guide-lacks-quality", "found_accurate")),
        ({"found_accurate": None}, judged("guide-not-looked-at", "found_accurate")),
        ({"found_accurate": UNSTATED}, UNKNOWN),
        ({"found_comprehensive": False}, breach("guide-lacks-quality", "found_comprehensive")),
        ({"found_comprehensive": None}, judged("guide-not-looked-at", "found_comprehensive")),
        (
            {"found_accurate": UNSTATED, "found_comprehensive": False, "fees": None},
            breach("guide-lacks-element", "fees") + UNKNOWN + breach("guide-lacks-quality", "found_comprehensive"),
        ),
        (
            {"code": None, "department": UNSTATED, "bases": UNSTATED},
            breach("guide-lacks-element", "code") + UNKNOWN,
        ),
    ],
)
def test_content_complete(changes, found):
    """Complete by its elements; accurate and comprehensive as a person found it."""
    assert said(guides.content_complete, a_guide(area=PUTIAN, **changes)) == found


def test_what_is_unknown_of_a_content_is_told_at_once():
    """A guide of which only the name is known: one answer names all that is missing, another each quality."""
    bare = Guide(name="节能审查", area=PUTIAN)

    first, *others = missing(guides.content_complete, bare)

    assert first[:3] == ("item_type", "code", "exercising_level")
    # eleven fields, and two and three for the times
    assert len(first) == 11 + 2 + 3
    assert others == [("found_accurate",), ("found_comprehensive",)]


WANTED = {"is_frequent": True, "is_in_demand_at_window": True}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, idle("guide-not-in-demand")),
        (WANTED | {"is_frequent": False}, idle("guide-not-in-demand")),
        (WANTED | {"is_in_demand_at_window": None}, idle("guide-not-in-demand")),
        (WANTED | {"is_frequent": UNSTATED, "is_in_demand_at_window": False}, idle("guide-not-in-demand")),
        (WANTED | {"withdrawn_at": "2025-06-12", "access": []}, idle("guide-not-in-demand")),
        # either is enough
        (WANTED | {"access": ["纸质"]}, MET),
        (WANTED | {"access": ["二维码"]}, MET),
        (WANTED | {"access": ["自助机查询打印", "二维码", "纸质"]}, MET),
        (WANTED | {"access": ["自助机查询打印", "闽政通APP"]}, breach("frequent-guide-not-offered", "access")),
        (WANTED | {"access": []}, breach("frequent-guide-not-offered", "access")),
        (WANTED | {"access": None}, breach("frequent-guide-not-offered", "access")),
        (WANTED | {"access": ["手机扫码"]}, judged("guide-offered-otherwise", "access")),
        (WANTED | {"access": ["折页", "闽政通APP"]}, judged("guide-offered-otherwise", "access")),
        (WANTED | {"is_frequent": UNSTATED}, UNKNOWN),
        (WANTED | {"access": UNSTATED}, UNKNOWN),
        (WANTED | {"withdrawn_at": UNSTATED}, UNKNOWN),
    ],
)
def test_frequent_ones_offered(changes, found):
    """Hanjiang: what people often ask for lies at the window on paper or as a QR code."""
    assert said(guides.frequent_ones_offered, a_guide(area=HANJIANG, **changes)) == found


# Where and when they speak


@pytest.mark.parametrize(
    ("rule", "area", "refs"),
    [
        (guides.cross_province_stated, FUZHOU, ["fujian-2022/1.2.5"]),
        (guides.cross_province_stated, XIAMEN, ["xiamen-2022/1.2.4", "fujian-2022/1.2.5"]),
        (guides.unbound_settled, FUZHOU, ["fujian-2022/1.2.9"]),
        (guides.unbound_settled, XIAMEN, ["xiamen-2022/1.2.7", "fujian-2022/1.2.9"]),
        (guides.nothing_beyond_the_guide, FUZHOU, ["fujian-2022/2.1.1"]),
        (guides.nothing_beyond_the_guide, XIAMEN, ["xiamen-2022/2.1.1", "fujian-2022/2.1.1"]),
        (guides.special_steps_published, XIAMEN, ["xiamen-2022/2.1.4"]),
        (guides.published_and_linked, PUTIAN, ["putian-2025/art-8"]),
        (guides.data_managed, PUTIAN, ["putian-2025/art-8"]),
        (guides.content_complete, HANJIANG, ["putian-2025/art-8"]),
        (guides.frequent_ones_offered, HANJIANG, ["hanjiang-2023/task-4"]),
    ],
)
def test_what_a_breach_cites(rule, area, refs):
    """The most local clause first, and 应 is a violation."""
    bad = {
        "cross_province_stated": {"is_cross_province": True, "division_of_duties": "属地审批"},
        "unbound_settled": UNBOUND | WITHDRAWN,
        "nothing_beyond_the_guide": {"practice": practice(visits=2)},
        "special_steps_published": {"special_steps": []},
        "published_and_linked": {"linked_to_platform": False},
        "data_managed": {"data_management": []},
        "content_complete": {"conditions": None},
        "frequent_ones_offered": WANTED | {"access": []},
    }

    found = rule(a_guide(area=area, **bad[rule.function.__name__]), a_context())

    assert [(each.severity, [held.ref for held in each.clauses]) for each in found] == [(Severity.VIOLATION, refs)]


@pytest.mark.parametrize(
    ("rule", "area"),
    [
        (guides.special_steps_published, PUTIAN),
        (guides.published_and_linked, FUZHOU),
        (guides.data_managed, XIAMEN),
        (guides.content_complete, FUZHOU),
        (guides.frequent_ones_offered, PUTIAN),
    ],
)
def test_a_rule_of_another_area_is_silent(rule, area):
    """A guide of an area that its document does not bind."""
    assert said(rule, a_guide(area=area)) == idle("never-in-force")


@pytest.mark.parametrize(
    ("rule", "area", "day", "reason"),
    [
        # the province's text is of 2022-09-14, Putian's of 2025-05-06, and Hanjiang's of 2023-03-06 for three years
        (guides.cross_province_stated, FUZHOU, date(2022, 9, 13), "not-yet-in-force"),
        (guides.unbound_settled, FUZHOU, date(2022, 9, 13), "not-yet-in-force"),
        (guides.nothing_beyond_the_guide, FUZHOU, date(2022, 9, 13), "not-yet-in-force"),
        (guides.notes_change_nothing, FUZHOU, date(2022, 9, 13), "not-yet-in-force"),
        (guides.published_and_linked, PUTIAN, date(2025, 5, 5), "not-yet-in-force"),
        (guides.data_managed, PUTIAN, date(2025, 5, 5), "not-yet-in-force"),
        (guides.content_complete, PUTIAN, date(2025, 5, 5), "not-yet-in-force"),
        (guides.frequent_ones_offered, HANJIANG, date(2023, 3, 5), "not-yet-in-force"),
        (guides.frequent_ones_offered, HANJIANG, date(2026, 3, 6), "no-longer-in-force"),
    ],
)
def test_a_rule_speaks_while_its_document_is_in_force(rule, area, day, reason):
    """The law of a guide is that of the day of looking."""
    assert said(rule, a_guide(area=area), a_context(as_of=day)) == idle(reason)


def test_a_pair_under_the_law_of_its_day():
    """Before Putian's norms only the province's text speaks, and after Hanjiang's three years Hanjiang's no longer."""
    pair = a_pair(HANJIANG, online={"updated_at": "2023-01-03"}, offline={"updated_at": "2023-01-03"})

    def refs(day):
        (found,) = guides.online_and_offline_agree(pair, a_context(as_of=day))
        return {each.ref for each in found.clauses}

    assert refs(date(2023, 3, 5)) == {FUJIAN_SAYS}
    assert refs(date(2025, 5, 5)) == {FUJIAN_SAYS, HANJIANG_SAYS}
    assert refs(date(2026, 3, 5)) == {FUJIAN_SAYS, HANJIANG_SAYS, PUTIAN_SAYS}
    assert refs(date(2026, 3, 6)) == {FUJIAN_SAYS, PUTIAN_SAYS}


# Differences


def test_differences_of_two_items():
    """Any two of the kinds that have the elements can be compared; places are places in the second."""
    one = Item(name="节能审查", area="鼓楼区", fees=["甲", "乙"], visits=1, conditions="无")
    other = Item(name="节能审查", area="台江区", fees=["乙", "甲"], visits=0)

    found = differences(one, other)

    assert [(each.label, each.at, each.one, each.other, each.missing) for each in found] == [
        ("办理条件", "other.conditions", None, None, ("other.conditions",)),
        ("到现场次数", "other.visits", 1, 0, ()),
    ]
    assert differences(one, other, ("name", "fees")) == ()


def test_every_element_is_compared():
    """All that an item, its guide and its catalogue entry share but the area, and a guide's standard of service."""
    of_items = [name for name in type(Item(name="甲")).__mro__[1].model_fields if name != "area"]

    assert sorted(LABELS) == sorted([*of_items, "service_standard"])
    assert len(set(LABELS.values())) == len(LABELS)


def test_parts_of_one_name_are_held_against_the_nearest():
    """Two articles of one law, in another order, are the same two; a third is one too many."""
    articles = [{"name": "能源法", "article": article} for article in ("第一条", "第二条", "第三条")]

    def found(one, other):
        return [
            (each.at, each.one, each.other, each.missing)
            for each in differences(Item(name="甲", bases=one), Item(name="甲", bases=other))
        ]

    assert found(articles[:2], articles[1::-1]) == []
    assert found(articles[:2], articles[1:]) == [("other.bases[1].article", "第一条", "第三条", ())]
    assert found(articles[:2], []) == [("other.bases", ("能源法",) * 2, None, ())]
    assert found(articles[:2], articles) == [("other.bases", ("能源法",) * 2, ("能源法",) * 3, ())]


def test_parts_of_one_name_of_which_something_is_unknown():
    """Which belongs to which is not known then, so nothing is said to differ."""
    one = Item(name="甲", bases=[{"name": "能源法", "article": "第一条"}, {"name": "能源法", "article": "第二条"}])
    other = Item(name="甲", bases=[{"name": "能源法"}, {"name": "能源法", "article": "第三条"}])

    found = differences(one, other)

    assert [each.missing for each in found] == [("other.bases[0].article",)]


def test_the_bases_of_a_material_are_its_content():
    """A part within a part has its own place."""
    one, other = (
        Item(name="甲", materials=[{"name": "节能报告", "bases": [{"name": "能源法", "article": article}]}])
        for article in ("第一条", "第二条")
    )

    (found,) = differences(one, other)

    assert (found.element, found.part, found.at) == ("materials", "节能报告", "other.materials[0].bases[0].article")


# What every rule promises


def test_the_rules_are_found_and_asked():
    """By their ids, and by check."""
    assert [find_rule(rule.id) for rule in guides.RULES] == list(guides.RULES)
    asked = {each.rule for each in check(a_guide(area=HANJIANG), a_context()).outcomes}
    assert {rule.id for rule in guides.RULES if rule.record is Guide} - asked == {"guides.special-steps-published"}
    assert {each.rule for each in check(a_pair(), a_context()).outcomes} == {"guides.online-and-offline-agree"}
