"""Hanjiang's plan and its two scorecards (涵政办规〔2023〕1号), held against what is counted and read off the text."""

from collections import Counter
from datetime import date

import pytest

from zwfw import document, norms_in_force
from zwfw.clauses import Basis, Clause, ClauseKind, ForceState
from zwfw.norms import NormKind, norms_of
from zwfw.parameters import parameter, parameters
from zwfw.targets import target, targets
from zwfw.tasks import duties, tasks
from zwfw.units import same_unit

HANJIANG = "hanjiang-2023"

# Part of section 二, number, title, 牵头单位 as printed, 责任单位 as printed.
ENTRY, BRANCH = "各进驻窗口单位", "外设分中心"
CENTRES, TOWNS = "各乡镇（街道）便民服务中心", "各乡镇（街道）"
TASKS = (
    ("一", 1, "规范政务服务场所", "区行政服务中心;审改办;区委编办", f"各外设分中心;{CENTRES}"),
    ("一", 2, "统一事项负面清单", "区审改办;行政服务中心", f"{ENTRY};{BRANCH};{CENTRES}"),
    ("一", 3, "规范综合窗口设置", "区行政服务中心", f"{ENTRY};{BRANCH};{CENTRES}"),
    ("一", 4, "落实事项动态管理", "区审改办;行政服务中心", f"{ENTRY};{BRANCH};{CENTRES}"),
    ("一", 5, "规范窗口服务行为", "区审改办;行政服务中心", f"{ENTRY};{BRANCH};{CENTRES}"),
    ("一", 6, "统一政务服务评价", "区行政服务中心", f"{ENTRY};{BRANCH};{CENTRES}"),
    ("二", 7, "加强窗口队伍建设", "区行政服务中心", f"{TOWNS};财政局"),
    ("二", 8, "提升窗口薪酬待遇", "区行政服务中心;人社局;财政局", TOWNS),
    ("三", 9, "加强平台系统融合", "区行政服务中心;数字办", f"{TOWNS};区财政局"),
    ("三", 10, "优化线上服务渠道", "区行政服务中心;审改办;数字办;财政局", TOWNS),
    ("三", 11, "提升数据共享能力", "区数字办;行政服务中心", f"{ENTRY};{BRANCH}"),
    ("三", 12, "推进集成跨域服务", "区行政服务中心;审改办", f"{ENTRY};{BRANCH}"),
    ("四", 13, "强化窗口充分授权", "区审改办;区委编办;涵江公安分局", f"莆田高新区;{ENTRY};{BRANCH};{TOWNS}"),
    ("四", 14, "明确专用章使用范围", "区行政服务中心;审改办;涵江公安分局", f"{ENTRY};{BRANCH};{TOWNS}"),
    ("五", 15, "健全政务服务机构", "区委编办;审改办;数字办;行政服务中心", TOWNS),
    ("五", 16, "落实属地主体责任", "区审改办;行政服务中心;营商办;数字办;效能办;财政局", TOWNS),
)


def clauses() -> dict[str, Clause]:
    """Every clause by its id, those of the scorecards too."""
    return {each.id: each for each in document(HANJIANG).clauses}


def test_clauses_in_order():
    """The plan has a goal, 16 tasks, 4 safeguards and a clause on validity; the annexes have 33 and 50 criteria."""
    held = document(HANJIANG).clauses

    assert Counter(each.kind for each in held) == {
        ClauseKind.GOAL: 1,
        ClauseKind.TASK: 16,
        ClauseKind.SAFEGUARD: 4,
        ClauseKind.VALIDITY: 1,
        ClauseKind.CRITERION: 83,
    }
    assert [each.id for each in held] == [
        "goal",
        *(f"task-{place}" for place in range(1, 17)),
        *(f"safeguard-{place}" for place in range(1, 5)),
        "validity",
        *(f"V{place:02}" for place in range(1, 34)),
        *(f"T{place:02}" for place in range(1, 51)),
    ]


@pytest.mark.parametrize(("part", "place", "title", "lead", "units"), TASKS, ids=[each[1] for each in TASKS])
def test_tasks(part, place, title, lead, units):
    """Each task has the title and the units that it prints, and is numbered on through the five parts of 二."""
    held = clauses()[f"task-{place}"]

    assert (held.title, held.label_zh, held.label_en) == (title, f"二（{part}）{place}", f"task {place}")
    assert (";".join(held.lead), ";".join(held.units)) == (lead, units)


# 区 is printed before the first name and meant before each.
LEADS = {
    "区行政服务中心": "1 2 3 4 5 6 7 8 9 10 11 12 14 15 16",
    "区审改办": "1 2 4 5 10 12 13 14 15 16",
    "区委编办": "1 13 15",
    "区数字办": "9 10 11 15 16",
    "区财政局": "8 10 16",
    "区人社局": "8",
    "涵江公安分局": "13 14",
    "区营商办": "16",
    "区效能办": "16",
}


def test_lead_units():
    """Nine bodies lead; 区行政服务中心 leads all tasks but the 13th."""
    held: dict[str, list[str]] = {}
    for each in tasks(HANJIANG):
        for unit in each.lead_in_full:
            held.setdefault(unit, []).append(each.id.removeprefix("task-"))

    assert held == {unit: listed.split() for unit, listed in LEADS.items()}


def test_shared_words_are_given_back():
    """财政局 of the 7th task is that of the district, 区财政局, as the 9th prints it."""
    assert clauses()["task-7"].units_in_full == ("各乡镇（街道）", "区财政局")


def test_one_body_under_two_names():
    """The text says 区政务服务中心 where its lead units still say 区行政服务中心; 各 is meant before 外设分中心 too."""
    assert same_unit("区政务服务中心") == same_unit("区行政服务中心")
    assert same_unit("外设分中心") == same_unit("各外设分中心")


@pytest.mark.parametrize(
    ("place", "title", "units"),
    [
        (1, "加强组织领导", "各相关部门"),
        (2, "细化责任分工", "各相关部门;区政务服务中心;乡镇政府（街道办）;乡镇（街道）便民服务中心"),
        (3, "强化经费保障", ""),
        (4, "强化结果运用", "区效能办;区行政服务中心"),
    ],
)
def test_safeguards(place, title, units):
    """Four safeguards with the bodies that their sentences name; the third names none."""
    held = clauses()[f"safeguard-{place}"]

    assert (held.title, held.label_zh, ";".join(held.units)) == (title, f"三（{'一二三四'[place - 1]}）", units)


# A date governs the sentence that it stands in, so it belongs to the norms of that sentence: 年底前 is 12-31 included.
DATES = {
    "goal": {date(2024, 12, 31)},  # 三级政务服务能力和水平显著提升
    "task-3": {date(2023, 12, 31)},  # “一窗受理、综合服务”全覆盖
    "task-7": {date(2023, 12, 31), date(2024, 12, 31)},  # the first wave, then all centres
    "task-9": {date(2023, 12, 31)},  # 统一采购, 统一部署
    "task-10": {date(2024, 12, 31)},  # 布点规划, 24小时自助便民服务区
    "task-11": {date(2023, 12, 31)},  # 全市数据核查平台, “免证办”
    "task-13": {date(2023, 12, 31)},  # pilot in the zone, seals of the centres
    "task-15": {date(2023, 12, 31)},  # “区街（镇）合一”
    "task-16": {date(2023, 12, 31)},  # 落实属地责任
}


def test_dates():
    """Nine clauses print a date, the end of 2023 or that of 2024; no task has one for all that it says."""
    held: dict[str, set[date]] = {}
    for each in document(HANJIANG).clauses:
        days = {term.on for term in (each.term, *(term for norm in each.norms for term in norm.terms)) if term.on}
        if days:
            held[each.id] = days

    assert held == DATES
    assert {each.term.form.name for each in tasks(HANJIANG)} == {"NONE"}


@pytest.mark.parametrize(
    ("ref", "day"),
    [
        ("task-7#8", date(2023, 12, 31)),  # 10万, 3万件: the first wave
        ("task-7#9", date(2024, 12, 31)),  # 全部
        ("task-10#11", date(2024, 12, 31)),
        ("task-13#6", date(2023, 12, 31)),
    ],
)
def test_date_of_a_norm(ref, day):
    """Where a task prints two dates, or has undated sentences too, each norm has its own."""
    (found,) = [each for each in norms_of(HANJIANG) if each.id == f"{HANJIANG}/{ref}"]

    assert [term.on for term in found.terms] == [day]


@pytest.mark.parametrize("ref", ["task-10#7", "task-10#9", "task-10#10", "task-16#2"])
def test_norms_without_a_date(ref):
    """25 machines, one for each township, its computers, and the rating stand in sentences without a date."""
    (found,) = [each for each in norms_of(HANJIANG) if each.id == f"{HANJIANG}/{ref}"]

    assert found.terms == ()


# Key, clause, value, unit, comparison; None where the text says how many and not whether more will do.
FIGURES = (
    ("instant_decision_limit", "task-5", 0, "working-day", "<="),  # 即时收件即时办结
    ("district_clerks", "task-7", 30, "person", "≈"),  # 约30名
    ("township_clerks_min", "task-7", 2, "person", ">="),  # 2-5名
    ("township_clerks_max", "task-7", 5, "person", "<="),
    ("extra_clerk", "task-7", 1, "person", None),  # 再配备1名
    ("extra_clerk_population", "task-7", 50_000, "person", ">"),  # 人口超过5万
    ("first_wave_registered_population", "task-7", 100_000, "person", ">"),  # 户籍人口超过10万
    ("first_wave_annual_volume", "task-7", 30_000, "case-per-year", ">"),  # 年办件量超过3万件
    ("grade_five_share", "task-8", 60, "percent", "="),  # 60%、30%、10%
    ("grade_four_share", "task-8", 30, "percent", "="),
    ("grade_three_share", "task-8", 10, "percent", "="),
    ("e_gov_machines_district", "task-10", 25, "machine", ">="),  # 不少于25台
    ("e_gov_machines_per_township", "task-10", 1, "machine", ">="),  # 至少部署一台
    ("township_pc", "task-10", 1, "machine", None),  # 各1台
    ("township_printer", "task-10", 1, "machine", None),
    ("township_document_camera", "task-10", 1, "machine", None),
    ("self_service_hours", "task-10", 24, "hour-per-day", "="),  # 24小时
    ("enterprise_bundles", "task-12", 5, "bundle", "="),  # 5项“一件事”
    ("citizen_bundles", "task-12", 8, "bundle", "="),  # 8项“一件事”
    ("cross_province_departments", "task-12", 7, "department", "="),  # 7个部门
    ("cross_province_items", "task-12", 22, "item", "="),  # 22项
    ("rating_coverage", "task-16", 100, "percent", None),  # 所有
    ("offline_reviews_per_visit", "task-6", 1, "review", "="),  # 一次一评
    ("village_helpers", "V09", 2, "person", ">="),  # 两名及以上
    ("village_full_time_helpers", "V10", 1, "person", ">="),  # 一名以上, one counts
    ("township_front_staff", "T23", 3, "person", ">="),  # 不少于三名
    ("township_contest", "T23", 1, "time-per-year", None),  # 每年
    ("centre_volume", "T24", 6_000, "case-per-year", ">="),  # 不低于6000件
    ("intake_volume", "T24", 3_000, "case-per-year", ">="),  # 不低于3000件
    ("training_etiquette", "T34", 1, "time-per-year", None),  # 每年度参加一次
    ("training_total", "T34", 10, "time-per-year", ">="),  # 不少于10次
    ("instant_minutes", "T36", 60, "minute", "<="),  # 在60分钟内
    ("real_name_bad_review_fix", "T42", 100, "percent", ">="),  # 达到100%
    ("village_one_star", "task-16", 70, "point", ">="),  # annex 1: 高于70分（含）
    ("village_two_stars", "task-16", 90, "point", ">="),  # annex 1: 高于90分（含）
    ("township_three_stars", "task-16", 70, "point", ">="),  # annex 2: 高于70分（含）
    ("township_four_stars", "task-16", 80, "point", ">="),  # annex 2: 高于80分（含）
    ("township_five_stars", "task-16", 90, "point", ">="),  # annex 2: 高于90分（含）
    ("village_area_basic", "V03", 15, "square-metre", ">="),  # 不少于15平方米
    ("village_area_extended", "V04", 30, "square-metre", ">"),  # 超过30平方米
    ("village_plates", "V11", 2, "plate", "="),  # “两牌”
    ("village_boards", "V11", 3, "board", "="),  # “三栏”
    ("village_functions", "V14", 3, "function", "="),  # 三大服务功能
    ("township_area", "T01", 150, "square-metre", ">="),  # 不少于150平方米
    ("township_plates", "T21", 2, "plate", "="),  # “两牌”
    ("township_boards", "T21", 2, "board", "="),  # “两栏”
    ("training_business", "T34", 1, "time-per-half-year", None),  # 每半年参加一次
)


@pytest.mark.parametrize(("key", "clause", "value", "unit", "comparison"), FIGURES, ids=[each[0] for each in FIGURES])
def test_figures(key, clause, value, unit, comparison):
    """Each figure is the one that its clause prints."""
    held = parameter(key)
    (found,) = [each for each in held.values if each.document == HANJIANG]

    assert (found.clause, found.value, held.unit) == (f"{HANJIANG}/{clause}", value, unit)
    assert comparison is None or held.comparison == comparison


def test_no_other_figures():
    """Whatever figure of the plan is held is worked out above."""
    held = [each.key for each in parameters() for value in each.values if value.document == HANJIANG]

    assert sorted(held) == sorted(each[0] for each in FIGURES)


def test_the_grades_make_up_the_whole():
    """60 + 30 + 10 = 100 per cent of the posts."""
    keys = ("grade_five_share", "grade_four_share", "grade_three_share")

    assert sum(parameter(key).values[0].value for key in keys) == 100


@pytest.mark.parametrize(
    ("key", "clause", "enough", "short"),
    [
        ("e_gov_machines_district", "task-10", 25, 24),
        ("e_gov_machines_per_township", "task-10", 1, 0),
        ("enterprise_bundles", "task-12", 5, 4),
        ("citizen_bundles", "task-12", 8, 7),
        ("cross_province_departments", "task-12", 7, 6),
        ("cross_province_items", "task-12", 22, 21),
    ],
)
def test_targets(key, clause, enough, short):
    """25 machines, one for each township, 5 + 8 bundles, 7 departments and 22 items; one less falls short."""
    held = target(key)
    (found,) = [each for each in held.values if each.document == HANJIANG]

    assert found.clause == f"{HANJIANG}/{clause}"
    assert (held.is_reached_by(enough, found), held.is_reached_by(short, found)) == (True, False)


def test_targets_are_figures_of_tasks():
    """What is a target of the plan is a figure of it too."""
    held = {each.key for each in targets() for value in each.values if value.document == HANJIANG}

    assert held <= {each[0] for each in FIGURES}


# 评定项目, and in annex 2 its 项目名称; the first and the last row of each. Points are no matter of this table.
VILLAGE = (("一个窗口", 1, 8), ("一支队伍", 9, 13), ("一个平台", 14, 28), ("一套机制", 29, 33))
TOWNSHIP = (
    ("一个大厅/办事大厅环境", 1, 7),
    ("一个大厅/现场标准化管理", 8, 11),
    ("一个大厅/便民设施设备", 12, 15),
    ("一支队伍/服务礼仪", 16, 19),
    ("一支队伍/人员管理", 20, 23),
    ("一支队伍/综合受理", 24, 25),
    ("一个平台/窗口设置", 26, 28),
    ("一个平台/信息支撑", 29, 33),
    ("一个平台/统一培训", 34, 35),
    ("一套机制/机关效能制度", 36, 40),
    ("一套机制/政务服务“好差评”", 41, 43),
    ("一套机制/创新服务方式", 44, 47),
    ("一套机制/网络信息安全", 48, 50),
)


@pytest.mark.parametrize(
    ("annex", "letter", "card", "printed"),
    [(1, "V", "village", VILLAGE), (2, "T", "township", TOWNSHIP)],
    ids=["village", "township"],
)
def test_criteria_of_each_dimension(annex, letter, card, printed):
    """Annex 1 has 8 + 5 + 15 + 5 criteria; annex 2 has 13 groups in 15 + 10 + 10 + 15. V14 belongs to 一个平台."""
    rows = {place: title for title, first, last in printed for place in range(first, last + 1)}
    held = [each for each in document(HANJIANG).clauses if each.card == f"{HANJIANG}/{card}"]

    assert [(each.id, each.title) for each in held] == [(f"{letter}{place:02}", rows[place]) for place in rows]
    assert [each.label_zh for each in held] == [f"附件{annex} 总序{place}" for place in rows]


def test_sums_of_the_dimensions():
    """One window 8, one team 5, one platform 15, one mechanism 5; one hall 15, team 10, platform 10, mechanism 15."""
    held = [
        (each.card.rpartition("/")[2], each.title.partition("/")[0])
        for each in document(HANJIANG).clauses
        if each.kind is ClauseKind.CRITERION
    ]

    assert list(Counter(held).items()) == [
        (("village", "一个窗口"), 8),
        (("village", "一支队伍"), 5),
        (("village", "一个平台"), 15),
        (("village", "一套机制"), 5),
        (("township", "一个大厅"), 15),
        (("township", "一支队伍"), 10),
        (("township", "一个平台"), 10),
        (("township", "一套机制"), 15),
    ]


def test_each_criterion_is_one_norm():
    """A row of a scorecard is a clause, and the one norm of it."""
    held = [each for each in document(HANJIANG).clauses if each.card]

    assert all([norm.id for norm in each.norms] == [each.ref] for each in held)
    assert {norm.kind for each in held for norm in each.norms} == {NormKind.CRITERION}


def test_what_recurs():
    """月度督查通报 in the fourth safeguard; a contest a year in T23; 1 a year, 1 a half-year, 10 in all in T34."""
    held = {(each.clause.id, each.term.text("en")) for each in duties(HANJIANG)}

    assert held == {
        ("safeguard-4", "every month"),
        ("T23", "every year"),
        ("T34", "every year"),
        ("T34", "every half-year"),
        ("T34", "every year, 10 times"),
    }


def test_training_of_one_year():
    """In 2024 T34 asks for 1 + 2 kinds of its own and 10 in all: stretches of a year, two half-years, a year."""
    first, last = date(2024, 1, 1), date(2024, 12, 31)
    found = [each for duty in duties(HANJIANG) if duty.clause.id == "T34" for each in duty.stretches(first, last)]

    assert [(each.first, each.last, each.times) for each in found] == [
        (date(2024, 1, 1), date(2024, 12, 31), 1),
        (date(2024, 1, 1), date(2024, 6, 30), 1),
        (date(2024, 7, 1), date(2024, 12, 31), 1),
        (date(2024, 1, 1), date(2024, 12, 31), 10),
    ]


@pytest.mark.parametrize(
    ("day", "counted", "not_counted"),
    [
        (date(2023, 3, 5), ForceState.NOT_YET, ForceState.NOT_YET),
        (date(2023, 3, 6), ForceState.IN_FORCE, ForceState.IN_FORCE),
        (date(2026, 3, 5), ForceState.IN_FORCE, ForceState.IN_FORCE),
        (date(2026, 3, 6), ForceState.ENDED, ForceState.IN_FORCE),
        (date(2026, 3, 7), ForceState.ENDED, ForceState.ENDED),
    ],
    ids=["before", "day of issue", "last day", "last day by the other reading", "after both"],
)
def test_validity(day, counted, not_counted):
    """自印发之日起施行，有效期3年: from 2023-03-06 to 2026-03-05 with the day of issue counted, to 03-06 without."""
    other = {"hanjiang-validity": "issue-day-not-counted"}
    held = document(HANJIANG)

    assert norms_in_force("涵江区", day).status(f"{HANJIANG}/validity").state is counted
    assert norms_in_force("涵江区", day, other).status(f"{HANJIANG}/validity").state is not_counted
    assert (held.issued_on, held.in_force.basis) == (date(2023, 3, 6), Basis.STATED)
