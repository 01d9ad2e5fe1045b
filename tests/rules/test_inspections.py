"""What each rule about inspections and years of oversight answers: kept, broken, silent, unknown, left to a person."""

from datetime import date

import pytest

from support import FUZHOU, HANJIANG, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, judged, said, stated
from zwfw import Severity
from zwfw.norms import norm
from zwfw.records import (
    AppraisalPlatform,
    BreachArea,
    Inspection,
    OversightYear,
    PublicityChannel,
    Sanction,
    SupportKind,
)
from zwfw.rules import inspections
from zwfw.testing.kits import check_rule

PUTIAN = "350300"

PROBLEM = {
    "what": "窗口未亮证",
    "responsible": "市住建局窗口",
    "urged_at": "2025-06-04",
    "corrected_at": "2025-06-09",
    "corrected_singly": True,
    "breaks_efficiency_rules": True,
    "breach_area": "办理群众诉求",
    "sanctions": ["绩效扣分", "效能问责"],
}
INSPECTION = {
    "institution": "市政务服务中心",
    "area": FUZHOU,
    "inspected_at": "2025-06-03T10:00",
    "on_site": True,
    "problem_list_drawn_up": True,
}


def an_inspection(*problems, **changes):
    """An inspection of Fuzhou with one problem, or those with your changes, in which every clause is kept."""
    held = [stated(PROBLEM | each) for each in problems or ({},)]
    return Inspection(**stated(INSPECTION | {"problems": held} | changes))


NOTHING_FOUND = idle("no-problem-found-on-site")


@pytest.mark.parametrize(
    ("problems", "changes", "found"),
    [
        ([], {}, MET),
        ([], {"problem_list_drawn_up": False}, breach("no-problem-list", "problem_list_drawn_up")),
        ([{"responsible": None}], {}, breach("problem-without-duty", "problems[0].responsible")),
        (
            [{}, {"responsible": ""}],
            {"problem_list_drawn_up": None},
            breach("no-problem-list", "problem_list_drawn_up")
            + breach("problem-without-duty", "problems[1].responsible"),
        ),
        (
            [{"responsible": UNSTATED}, {"responsible": None}],
            {},
            UNKNOWN + breach("problem-without-duty", "problems[1].responsible"),
        ),
        ([], {"problem_list_drawn_up": UNSTATED}, UNKNOWN),
        # Patrols by video are no visits, and where nothing was found nothing follows.
        ([{"responsible": None}], {"on_site": False}, NOTHING_FOUND),
        ([], {"problems": [], "problem_list_drawn_up": False}, NOTHING_FOUND),
        ([], {"problems": None, "on_site": UNSTATED}, NOTHING_FOUND),
        ([], {"on_site": UNSTATED}, UNKNOWN),
        ([], {"problems": UNSTATED}, UNKNOWN),
    ],
)
def test_problems_listed(problems, changes, found):
    """A list, and somebody responsible for each."""
    assert said(inspections.problems_listed, an_inspection(*problems, **changes)) == found


@pytest.mark.parametrize(
    ("problems", "changes", "found"),
    [
        ([], {}, MET),
        ([{"urged_at": "2025-06-03"}], {}, MET),  # the day of the inspection, at whatever hour
        ([{"urged_at": "2025-06-03T10:00"}], {}, MET),
        (
            [{"urged_at": "2025-06-03T09:59"}],
            {},
            breach("correction-urged-too-early", "problems[0].urged_at"),
        ),
        ([{"urged_at": "2025-06-02"}], {}, breach("correction-urged-too-early", "problems[0].urged_at")),
        ([{"urged_at": None, "corrected_at": None}], {}, judged("correction-not-urged", "problems[0].urged_at")),
        ([{"urged_at": None}], {}, MET),  # corrected without being urged
        ([{"urged_at": UNSTATED}], {}, UNKNOWN),
        ([{"urged_at": None, "corrected_at": UNSTATED}], {}, UNKNOWN),
        ([{"urged_at": None, "corrected_at": None}], {"inspected_at": None}, NOTHING_FOUND),
        ([{"urged_at": None, "corrected_at": None}], {"on_site": False}, NOTHING_FOUND),
    ],
)
def test_correction_urged(problems, changes, found):
    """After the inspection; when is not said."""
    assert said(inspections.correction_urged, an_inspection(*problems, **changes)) == found


@pytest.mark.parametrize(
    ("problem", "changes", "found"),
    [
        ({}, {}, MET),
        ({"corrected_singly": False}, {}, breach("corrected-in-a-lump", "problems[0].corrected_singly")),
        ({"corrected_singly": None}, {}, breach("corrected-in-a-lump", "problems[0].corrected_singly")),
        ({"corrected_at": None}, {}, judged("problem-not-corrected", "problems[0].corrected_at")),
        # What is not corrected yet is corrected neither by itself nor in a lump.
        (
            {"corrected_at": None, "corrected_singly": None},
            {},
            judged("problem-not-corrected", "problems[0].corrected_at"),
        ),
        ({"corrected_at": UNSTATED}, {}, UNKNOWN),
        ({"corrected_singly": UNSTATED}, {}, UNKNOWN),
        ({"corrected_singly": False}, {"problems": []}, NOTHING_FOUND),
        ({"corrected_singly": False}, {"area": FUZHOU}, idle("never-in-force")),
    ],
)
def test_corrected_one_by_one(problem, changes, found):
    """一事一整改, in Xiamen."""
    inspection = an_inspection(problem, **{"area": XIAMEN} | changes)

    assert said(inspections.corrected_one_by_one, inspection) == found


AT = "problems[0].sanctions"


@pytest.mark.parametrize(
    ("problem", "changes", "found"),
    [
        ({}, {}, MET),
        ({"sanctions": []}, {}, breach("breach-without-consequence", AT)),
        ({"sanctions": None, "breach_area": "优化营商环境"}, {}, breach("breach-without-consequence", AT)),
        # Whether both go together is not said.
        ({"sanctions": ["绩效扣分"]}, {}, judged("one-consequence-alone", AT)),
        ({"sanctions": ["效能问责"]}, {}, judged("one-consequence-alone", AT)),
        # The areas are left open.
        ({"sanctions": [], "breach_area": "数据安全"}, {}, judged("perhaps-breach-with-consequence", AT)),
        ({"breach_area": "数据安全"}, {}, MET),
        ({"sanctions": [], "breaks_efficiency_rules": False}, {}, idle("no-efficiency-breach")),
        ({"sanctions": [], "breach_area": None}, {}, idle("no-efficiency-breach")),
        ({"sanctions": [], "breaks_efficiency_rules": UNSTATED}, {}, UNKNOWN),
        ({"sanctions": UNSTATED}, {}, UNKNOWN),
        ({"sanctions": []}, {"problems": None}, idle("no-problem-found")),
        # A patrol by video may find such a breach too.
        ({"sanctions": []}, {"on_site": False}, breach("breach-without-consequence", AT)),
        ({"sanctions": []}, {"inspected_at": None}, idle("no-problem-found")),
        ({"sanctions": []}, {"inspected_at": "2025-05-05"}, idle("not-yet-in-force")),
        ({"sanctions": []}, {"area": FUZHOU}, idle("never-in-force")),
    ],
)
def test_breaches_have_consequences(problem, changes, found):
    """绩效扣分、效能问责, in Putian."""
    inspection = an_inspection(problem, **{"area": PUTIAN} | changes)

    assert said(inspections.breaches_have_consequences, inspection) == found


def test_nothing_follows_before_the_inspection():
    """Looked at on the day before it, and on its evening."""
    inspection = an_inspection({"sanctions": []}, area=PUTIAN, problem_list_drawn_up=False)

    def found(rule, day):
        return said(rule, inspection, a_context(day))

    for rule, silent in (
        (inspections.problems_listed, NOTHING_FOUND),
        (inspections.breaches_have_consequences, idle("no-problem-found")),
    ):
        assert found(rule, date(2025, 6, 2)) == silent
        assert [state for state, *_ in found(rule, date(2025, 6, 3))] == ["BREACHED"]


def test_each_problem_is_asked_about_by_itself():
    """One that breaks no rules stays silent beside one that does."""
    harmless, broken = {"breaks_efficiency_rules": False}, {"sanctions": []}

    def found(*problems):
        return said(inspections.breaches_have_consequences, an_inspection(*problems, area=HANJIANG))

    assert found(harmless, broken) == breach("breach-without-consequence", "problems[1].sanctions")
    assert found(harmless, {}) == MET
    assert found(harmless, harmless) == idle("no-efficiency-breach")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("putian-2025/art-37#3", BreachArea),
        ("putian-2025/art-37#4", Sanction),
        ("putian-2025/art-38#2", AppraisalPlatform),
        ("putian-2025/art-50#1", SupportKind),
        ("putian-2025/art-53#1", PublicityChannel),
    ],
)
def test_members_are_the_printed_ones(name, kind):
    """In the order of the text."""
    assert norm(name).members == tuple(each.value for each in kind)


EVERY_QUARTER = ["2025-03-31", "2025-04-01", "2025-09-30", "2025-12-31"]
YEAR = {
    "unit": "市效能办",
    "year": 2025,
    "area": FUZHOU,
    "onsite_on": EVERY_QUARTER,
    "patrolled_routinely": True,
    "patrols_use_video_system": True,
    "warnings_followed_up": True,
    "leaders_come_regularly": True,
    "reported_on": [f"2025-{month:02}-28" for month in range(1, 13)],
    "reported_regularly": True,
    "compliance_in_indicators": True,
    "appraised_on": "2025-12-20",
    "appraisal_platforms": ["省效能办“效能福建”", "省职转办“政务服务指标系统”"],
    "third_party_commissioned": True,
    "third_party_tried": ["线上", "线下"],
    "suggestions_used": True,
    "budget_requested": True,
    "supports": ["经费", "人员", "场地", "信息化"],
    "meetings_held_regularly": True,
    "explained_on": ["政府网站", "政务新媒体", "一体化平台"],
}
AFTER = date(2026, 1, 1)


def a_year(**changes):
    """A year of oversight in Fuzhou in which every clause is kept, with your changes."""
    return OversightYear(**stated(YEAR | changes))


MISSED = breach("quarter-without-inspection", "onsite_on")
OPEN = idle("not-due-yet", "onsite_on")


@pytest.mark.parametrize(
    ("days", "as_of", "found"),
    [
        (EVERY_QUARTER, AFTER, MET),
        # The edges of the quarters: 31 March and 1 April are of two.
        (["2025-03-31", "2025-06-30", "2025-07-01", "2025-10-01"], AFTER, MET),
        (["2025-01-01", "2025-03-31", "2025-07-01", "2025-10-01"], AFTER, MISSED),
        # Four in one quarter do not cover the year.
        (["2025-02-03", "2025-02-04", "2025-02-05", "2025-02-06"], AFTER, MISSED * 3),
        ([], AFTER, MISSED * 4),
        (None, AFTER, MISSED * 4),
        (UNSTATED, AFTER, UNKNOWN),
        # The last day of a quarter is in time; the day after it is over.
        ([], date(2025, 3, 31), OPEN),
        ([], date(2025, 4, 1), MISSED),
        (["2025-02-03"], date(2025, 4, 1), OPEN),
        # What is still to come has not been done.
        (["2025-02-03", "2025-06-30"], date(2025, 6, 29), OPEN),
        (EVERY_QUARTER, date(2025, 12, 30), OPEN),
        (EVERY_QUARTER, date(2025, 12, 31), MET),
    ],
)
def test_each_quarter(days, as_of, found):
    """At least one visit in each quarter of the calendar."""
    # A quarter that is still open is not told beside one that was missed.
    assert said(inspections.each_quarter, a_year(onsite_on=days), a_context(as_of)) == found


def test_each_quarter_names_the_quarter():
    """With what was wanted and what was done."""
    (found,) = inspections.each_quarter(a_year(onsite_on=["2025-01-05", "2025-08-01", "2025-11-11"]), a_context(AFTER))

    assert found.message() == "2025-04-01 至 2025-06-30 现场检查 0 次，应不少于 1 次"
    assert found.severity is Severity.VIOLATION


@pytest.mark.parametrize(
    ("area", "year", "found"),
    [
        # In force from 2022-09-14, so that only the last quarter of 2022 lies in it as a whole.
        (FUZHOU, 2022, [("2022-10-01", ["fujian-2022/2.1.3"])]),
        (
            XIAMEN,
            2023,
            [(f"2023-{month}-01", ["xiamen-2022/2.1.3", "fujian-2022/2.1.3"]) for month in ("01", "04", "07", "10")],
        ),
        (HANJIANG, 2025, [(f"2025-{month}-01", ["fujian-2022/2.1.3"]) for month in ("01", "04", "07", "10")]),
    ],
)
def test_quarters_are_owed_while_the_clause_is_in_force(area, year, found):
    """A quarter that began before the document is held against nobody."""
    held = a_year(area=area, year=year, onsite_on=[], reported_on=[], appraised_on=None)

    answers = inspections.each_quarter(held, a_context(AFTER))

    breaches = [each for each in answers if each.reason == "quarter-without-inspection"]
    assert [(each.facts["first"].isoformat(), [held.ref for held in each.clauses]) for each in breaches] == found


def test_before_the_documents_no_quarter_is_owed():
    """As of the last days of September 2022 the clause is in force, and no quarter lies in it."""
    held = a_year(year=2022, onsite_on=[], reported_on=[], appraised_on=None)

    assert said(inspections.each_quarter, held, a_context(date(2022, 9, 13))) == idle("not-yet-in-force")
    assert said(inspections.each_quarter, held, a_context(date(2022, 9, 30))) == OPEN


PATROLS = {
    "patrolled_routinely": "no-routine-patrol",
    "patrols_use_video_system": "patrol-without-video-system",
    "warnings_followed_up": "warnings-not-followed-up",
}


@pytest.mark.parametrize(
    ("area", "field", "refs"),
    [
        (FUZHOU, "patrolled_routinely", ["fujian-2022/2.1.3"]),
        (FUZHOU, "patrols_use_video_system", ["fujian-2022/2.1.3"]),
        (FUZHOU, "warnings_followed_up", None),
        (XIAMEN, "patrolled_routinely", ["xiamen-2022/2.1.3", "fujian-2022/2.1.3"]),
        # Xiamen's text does not name the video system.
        (XIAMEN, "patrols_use_video_system", ["fujian-2022/2.1.3"]),
        (HANJIANG, "patrols_use_video_system", ["hanjiang-2023/task-5", "fujian-2022/2.1.3"]),
        (HANJIANG, "warnings_followed_up", ["hanjiang-2023/task-5"]),
    ],
)
def test_patrolled_routinely(area, field, refs):
    """Each text asks for its own."""
    answers = inspections.patrolled_routinely(a_year(area=area, **{field: False}), a_context())

    breaches = [each for each in answers if each.severity is Severity.VIOLATION]
    assert [(each.reason, each.path) for each in breaches] == ([] if refs is None else [(PATROLS[field], field)])
    assert [[held.ref for held in each.clauses] for each in breaches] == ([] if refs is None else [refs])


def test_patrols_that_are_not_stated_are_unknown():
    """Each by itself."""
    held = a_year(patrolled_routinely=UNSTATED, patrols_use_video_system=False)

    assert said(inspections.patrolled_routinely, held) == UNKNOWN + breach(
        "patrol-without-video-system", "patrols_use_video_system"
    )
    assert said(inspections.patrolled_routinely, a_year()) == MET


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"leaders_come_regularly": False}, breach("leaders-do-not-come", "leaders_come_regularly")),
        ({"leaders_come_regularly": UNSTATED}, UNKNOWN),
        ({"leaders_come_regularly": False, "area": PUTIAN}, idle("never-in-force")),
    ],
)
def test_leaders_come_regularly(changes, found):
    """常态化, in Hanjiang."""
    assert said(inspections.leaders_come_regularly, a_year(**{"area": HANJIANG} | changes)) == found


MONTHLY = YEAR["reported_on"]
NO_MONTH = breach("month-without-report", "reported_on")


@pytest.mark.parametrize(
    ("changes", "as_of", "found"),
    [
        ({}, AFTER, MET),
        ({"reported_on": [*MONTHLY[:5], *MONTHLY[6:]]}, AFTER, NO_MONTH + MET),
        ({"reported_on": ["2025-01-31", "2025-02-01", *MONTHLY[2:]]}, AFTER, MET),
        ({"reported_on": MONTHLY[:5]}, date(2025, 6, 30), MET),
        ({"reported_on": MONTHLY[:5]}, date(2025, 7, 1), NO_MONTH + MET),
        ({"reported_on": None}, date(2025, 3, 1), NO_MONTH * 2),
        ({"reported_on": UNSTATED}, AFTER, UNKNOWN + MET),
        ({"reported_regularly": False}, AFTER, breach("not-reported-regularly", "reported_regularly") + MET),
        ({"reported_regularly": UNSTATED}, AFTER, UNKNOWN + MET),
        # In Putian outside Hanjiang a person says whether it is regular; the days do not matter.
        ({"area": PUTIAN, "reported_on": []}, AFTER, MET),
        ({"area": PUTIAN, "reported_regularly": None}, AFTER, breach("not-reported-regularly", "reported_regularly")),
        ({"area": FUZHOU, "reported_on": []}, AFTER, idle("never-in-force")),
    ],
)
def test_results_reported(changes, as_of, found):
    """Every month in Hanjiang, regularly in Putian."""
    assert said(inspections.results_reported, a_year(**{"area": HANJIANG} | changes), a_context(as_of)) == found


@pytest.mark.parametrize(
    ("year", "months"),
    [
        # From 2023-03-06, so that March is part of a month; the year of the lapse, 2026, is over before its end.
        (2023, [f"2023-{month:02}-01" for month in range(4, 13)]),
        (2024, [f"2024-{month:02}-01" for month in range(1, 13)]),
    ],
)
def test_months_are_owed_while_the_plan_is_in_force(year, months):
    """A month that began before the plan is held against nobody."""
    held = a_year(area=HANJIANG, year=year, onsite_on=[], reported_on=[], appraised_on=None)

    found = [each for each in inspections.results_reported(held, a_context(AFTER)) if each.reason != "not-yet-in-force"]

    assert [each.facts["first"].isoformat() for each in found] == months
    assert {each.clauses[0].ref for each in found} == {"hanjiang-2023/safeguard-4"}


def test_after_the_plan_nothing_is_owed():
    """The year 2026 ends when the plan has lapsed; Putian's norms go on."""
    held = a_year(area=HANJIANG, year=2026, onsite_on=[], reported_on=[], appraised_on=None)

    assert said(inspections.results_reported, held, a_context(date(2026, 12, 31))) == MET
    assert said(inspections.leaders_come_regularly, held, a_context(date(2026, 12, 31))) == idle("no-longer-in-force")


@pytest.mark.parametrize(
    ("changes", "as_of", "found"),
    [
        ({}, AFTER, MET),
        (
            {"compliance_in_indicators": False},
            AFTER,
            breach("compliance-not-in-indicators", "compliance_in_indicators"),
        ),
        ({"compliance_in_indicators": UNSTATED}, AFTER, UNKNOWN),
        # No day of the year is given.
        ({"appraised_on": None}, AFTER, judged("year-not-appraised", "appraised_on")),
        ({"appraised_on": None}, date(2025, 12, 31), MET),
        ({"appraised_on": "2026-03-01"}, date(2026, 2, 28), judged("year-not-appraised", "appraised_on")),
        ({"appraised_on": "2026-03-01"}, date(2026, 3, 1), MET),
        ({"appraised_on": UNSTATED}, AFTER, UNKNOWN),
        (
            {"appraisal_platforms": ["省效能办“效能福建”"]},
            AFTER,
            breach("appraised-off-the-platforms", "appraisal_platforms"),
        ),
        ({"appraisal_platforms": None}, AFTER, breach("appraised-off-the-platforms", "appraisal_platforms")),
        ({"appraisal_platforms": UNSTATED}, AFTER, UNKNOWN),
        ({"year": 2024, "onsite_on": [], "reported_on": []}, AFTER, idle("not-yet-in-force")),
        ({"area": FUZHOU, "compliance_in_indicators": False}, AFTER, idle("never-in-force")),
    ],
)
def test_appraised_yearly(changes, as_of, found):
    """In the indicators, and appraised on both platforms."""
    assert said(inspections.appraised_yearly, a_year(**{"area": PUTIAN} | changes), a_context(as_of)) == found


NOBODY = breach("no-third-party", "third_party_commissioned")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"third_party_commissioned": False}, NOBODY),
        ({"third_party_commissioned": None, "third_party_tried": []}, NOBODY),
        ({"third_party_tried": ["线上"]}, breach("services-not-tried", "third_party_tried")),
        ({"third_party_tried": None}, breach("services-not-tried", "third_party_tried")),
        ({"suggestions_used": False}, breach("suggestions-not-used", "suggestions_used")),
        (
            {"third_party_tried": UNSTATED, "suggestions_used": False},
            UNKNOWN + breach("suggestions-not-used", "suggestions_used"),
        ),
        ({"third_party_commissioned": UNSTATED}, UNKNOWN),
        # Putian says no more than that third parties evaluate.
        ({"area": PUTIAN, "third_party_tried": [], "suggestions_used": False}, MET),
        ({"area": PUTIAN, "third_party_commissioned": False}, NOBODY),
        ({"area": FUZHOU, "third_party_commissioned": False}, idle("never-in-force")),
    ],
)
def test_third_party_tries(changes, found):
    """Online and offline, and its suggestions are used."""
    assert said(inspections.third_party_tries, a_year(**{"area": XIAMEN} | changes)) == found


@pytest.mark.parametrize(
    ("area", "severity", "refs"),
    [
        (XIAMEN, Severity.VIOLATION, ["xiamen-2022/2.5.7"]),
        (PUTIAN, Severity.ADVICE, ["putian-2025/art-38"]),
    ],
)
def test_a_third_party_weighs_by_the_words(area, severity, refs):
    """委托 is a must, 积极引入 a direction."""
    (found,) = inspections.third_party_tries(a_year(area=area, third_party_commissioned=False), a_context())

    assert (found.severity, [each.ref for each in found.clauses]) == (severity, refs)


@pytest.mark.parametrize(
    ("changes", "found", "ref"),
    [
        ({"budget_requested": False}, ("BREACHED", "budget-not-requested", "budget_requested"), "art-49"),
        ({"supports": ["经费", "人员", "场地"]}, ("BREACHED", "support-missing", "supports"), "art-50"),
        ({"supports": None}, ("BREACHED", "support-missing", "supports"), "art-50"),
        ({"meetings_held_regularly": None}, ("BREACHED", "meetings-not-regular", "meetings_held_regularly"), "art-50"),
        ({"explained_on": []}, ("BREACHED", "services-not-explained", "explained_on"), "art-53"),
        # The channels are left open.
        ({"explained_on": ["政府网站", "宣传栏"]}, ("NEEDS_JUDGEMENT", "channel-not-used", "explained_on"), "art-53"),
        ({"explained_on": ["宣传栏"]}, ("NEEDS_JUDGEMENT", "channel-not-used", "explained_on"), "art-53"),
    ],
)
def test_work_supported(changes, found, ref):
    """Each under its own article; the other two are kept."""
    first, kept = inspections.work_supported(a_year(area=PUTIAN, **changes), a_context())

    assert (first.state.name, first.reason, first.path) == found
    assert [each.ref for each in first.clauses] == [f"putian-2025/{ref}"]
    assert {each.ref for each in kept.clauses} == {
        f"putian-2025/{each}" for each in ("art-49", "art-50", "art-53") if each != ref
    }


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"explained_on": ["宣传栏", "一体化平台", "政务新媒体", "政府网站"]}, MET),
        ({"budget_requested": UNSTATED}, UNKNOWN),
        ({"area": XIAMEN, "supports": []}, idle("never-in-force")),
    ],
)
def test_work_supported_in_other_cases(changes, found):
    """Kept, unknown, and silent."""
    assert said(inspections.work_supported, a_year(**{"area": PUTIAN} | changes)) == found


@pytest.mark.parametrize("rule", inspections.RULES, ids=lambda rule: rule.id)
def test_each_rule_keeps_what_rules_promise(rule):
    """Whatever it is asked about."""
    check_rule(rule)
