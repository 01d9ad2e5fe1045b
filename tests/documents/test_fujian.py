"""The province's task table (闽政〔2022〕24号, annex), held against figures read off the printed table."""

import re
from collections import Counter
from datetime import date

import pytest

from zwfw import Area, document, norm, norms_in_force
from zwfw.clauses import Basis, Clause, ClauseKind, ForceState
from zwfw.norms import Modality, Norm, NormKind
from zwfw.parameters import parameter, parameters
from zwfw.targets import target
from zwfw.tasks import due_between, duties, tasks
from zwfw.units import same_unit

FUJIAN = "fujian-2022"
SPAN = (date(2022, 1, 1), date(2023, 12, 31))

# Rows under each heading of the four sections: 19 + 39 + 24 + 8 = 90, of which 三（八） is not numbered.
COUNTS = {
    "1.1": 7,
    "1.2": 9,
    "1.3": 3,
    "2.1": 10,
    "2.2": 11,
    "2.3": 7,
    "2.4": 6,
    "2.5": 5,
    "3.1": 3,
    "3.2": 2,
    "3.3": 3,
    "3.4": 5,
    "3.5": 2,
    "3.6": 3,
    "3.7": 5,
    "3.8": 1,
    "4.1": 3,
    "4.2": 3,
    "4.3": 2,
}

TITLES = {
    "1.1": (
        "梳理完善政务服务事项体系",
        "全面实行行政许可事项清单管理",
        "调整更新政府部门权责清单",
        "加强与《国家基本目录》事项对接",
        "扩大《标准化目录》覆盖范围",
        "落实《标准化目录》动态调整机制",
        "加强各类清单之间的标准衔接",
    ),
    "1.2": (
        "完善《标准化目录》实施要素标准",
        "规范申请材料要素设置",
        "规范结果材料生成",
        "优化政务服务“引领标准”",
        "规范“跨省通办”服务标准",
        "统一公共服务事项标准",
        "规范《国家基本目录》之外的事项标准",
        "规范地方特殊事项标准",
        "清理未绑定《标准化目录》的事项办事指南",
    ),
    "1.3": (
        "成立行政管理和服务标准化技术委员会",
        "加快已立项省级地方标准的制定和发布",
        "研究新一批省级政务服务地方性标准立项",
    ),
    "2.1": (
        "按标准提供政务服务",
        "规范前台业务受理",
        "完善督查方式手段",
        "规范开展特殊环节",
        "明确监管职责",
        "推动办件信息向监管平台流动",
        "加强监管信息应用",
        "梳理并公布政务服务领域强制性中介服务事项清单",
        "规范中介服务机构管理",
        "探索中介服务网上交易平台建设",
    ),
    "2.2": (
        "统一调整政务场所名称、标识",
        "统一进驻事项负面清单",
        "加强分中心业务指导",
        "探索省级政务服务管理运行模式",
        "加强综合窗口建设",
        "优化对特殊群体服务",
        "规范跨区域通办窗口设置",
        "规范“办不成事”反映窗口建设",
        "严格落实“三集中、三到位”制度",
        "规范窗口业务受理",
        "提升窗口办件效率",
    ),
    "2.3": (
        "优化完善单点登录功能",
        "加强网上办事适应性改造",
        "加强闽政通APP功能统建",
        "规范各政务服务平台标准化建设",
        "提高政务服务平台智能化水平",
        "加强省一体化政务服务平台硬件建设",
        "提升网上办事深度",
    ),
    "2.4": (
        "规范保留线下办理渠道",
        "优化线上线下业务融合",
        "规范纸质材料收取",
        "加强政务服务网络配置",
        "提升线下服务质量",
        "实现线上线下服务同标同质",
    ),
    "2.5": (
        "推动落实政务服务评价机制",
        "规范“差评”整改制度",
        "强化“好差评”数据汇聚",
        "制定政务服务考核评估指标",
        "开展政务服务第三方评估",
    ),
    "3.1": (
        "深化“一件事”集成套餐服务改革",
        "开展“一业一证”改革试点",
        "深化工程建设项目审批制度改革",
    ),
    "3.2": (
        "强化电子证照应用",
        "强化“办事免提交证照”清单化管理",
    ),
    "3.3": (
        "研究推动政务服务事项下放",
        "研究推出更多“靠前”服务",
        "扩大“e政务”改革试点成效",
    ),
    "3.4": (
        "规范省网上办事大厅政务服务事项入驻",
        "提高政务服务网上可办率",
        "提高疫情防控期办事便利度",
        "提升闽政通APP业务功能",
        "加强电子证照社会化应用",
    ),
    "3.5": (
        "推广告知承诺和容缺受理办理方式",
        "推动告知承诺和容缺受理办件监管工作开展",
    ),
    "3.6": (
        "提炼升级审查要点精准度",
        "提升政务服务智能化水平",
        "推行惠企政策“免申即享”",
    ),
    "3.7": (
        "加强无障碍环境建设和改造",
        "推动提供公共服务的企事业单位入驻实体大厅",
        "优化政务服务办件寄递服务",
        "完善网上预约服务",
        "统一政务服务场所工作时间",
    ),
    "3.8": ("巩固深化新风正气福建“名片”",),
    "4.1": (
        "加强与国家政务服务平台对接",
        "严把政务服务系统项目审批",
        "推动现有自建系统整合",
    ),
    "4.2": (
        "完善电子印章管理应用",
        "加强电子证照库建设",
        "规范电子文件管理",
    ),
    "4.3": (
        "加强政务数据高效共享",
        "推动政务数据精准汇聚",
    ),
}


def rows() -> dict[str, Clause]:
    """Every row of the table by its number."""
    return {each.id: each for each in tasks(FUJIAN)}


def of_kind(kind: NormKind) -> list[Norm]:
    """The norms of one kind, in the order of the table."""
    return [each for held in tasks(FUJIAN) for each in held.norms if each.kind is kind]


def number(each: Norm) -> str:
    """The number of the row that a norm belongs to."""
    return each.clause.partition("/")[2]


def test_rows_of_each_subsection():
    """The table has 90 rows in 19 subsections, 19 + 39 + 24 + 8 by section, and nothing but rows."""
    held = Counter(each.rpartition(".")[0] for each in rows())
    sections = Counter(each[0] for each in rows())

    assert held == COUNTS
    assert [sections[each] for each in "1234"] == [19, 39, 24, 8]
    assert {each.kind for each in document(FUJIAN).clauses} == {ClauseKind.TASK}


def test_titles_in_order():
    """The words before the first full stop of each row are its title."""
    printed = [
        (f"{subsection}.{place}", title)
        for subsection, titles in TITLES.items()
        for place, title in enumerate(titles, 1)
    ]

    assert [(each.id, each.title) for each in rows().values()] == printed


def test_rows_are_numbered_as_printed():
    """2.2.10 is printed under 二, （二）, 10; the row under 三（八） has no number of its own."""
    numerals = "一二三四五六七八"

    for each in rows().values():
        section, subsection, place = map(int, each.id.split("."))
        label = f"{numerals[section - 1]}（{numerals[subsection - 1]}）{place}"
        assert each.label_zh == ("三（八）" if each.id == "3.8.1" else label)


# The column 完成时限; 前, 月底 and 底 all count the day itself.
DAYS = {
    ("BY_THEN_YEARLY", "2022-08-31"): "2.5.4",
    ("BY", "2022-09-30"): "2.2.1 2.2.8",
    ("BY_THEN_ONGOING", "2022-09-30"): "1.2.9 2.3.7",
    ("BY_THEN_ONGOING", "2022-10-31"): "1.2.2 1.2.3 1.2.8 3.4.1",
    ("BY", "2022-12-31"): "1.1.2 1.1.5 1.2.1 1.2.6 2.2.5 2.2.6 2.2.7 2.4.4 3.1.3",
    ("BY_THEN_ONGOING", "2022-12-31"): "1.1.4 1.1.7 1.2.7 2.1.4 2.1.5 2.1.8 2.2.2 3.1.2 3.3.3",
    ("BY", "2023-06-30"): "1.3.1 2.2.4",
    ("BY_THEN_ONGOING", "2023-06-30"): "1.3.3",
    ("BY_AREA", None): "1.3.2",
}


def test_deadline_of_every_row():
    """31 rows have a date, the other 59 are ongoing (持续性工作)."""
    printed = {row: term for term, listed in DAYS.items() for row in listed.split()}

    held = {
        each.id: (each.term.form.name, each.term.on.isoformat() if each.term.on else None) for each in rows().values()
    }

    assert len(printed) == 31
    assert held == {row: printed.get(row, ("ONGOING", None)) for row in held}
    assert Counter(form for form, _ in held.values())["ONGOING"] == 59


@pytest.mark.parametrize(
    ("area", "day"),
    [
        ("350100", date(2022, 9, 30)),
        ("350600", date(2022, 9, 30)),
        ("350200", date(2022, 12, 31)),
        ("350700", date(2022, 12, 31)),
        ("350203", date(2022, 12, 31)),
        ("350300", None),
    ],
    ids=["福州", "漳州", "厦门", "南平", "a district of 厦门", "莆田"],
)
def test_deadline_by_city(area, day):
    """Of 1.3.2, 福州 and 漳州 are due at the end of September 2022, 厦门 and 南平 at the end of December."""
    assert rows()["1.3.2"].term.due_on(Area(area)) == day


def test_due_in_one_month():
    """In September 2022 two rows are due for good, two for the first time, and 1.3.2 for 福州 and 漳州."""
    found = due_between(date(2022, 9, 1), date(2022, 9, 30), document_id=FUJIAN)

    assert {each.id for each in found} == {"1.2.9", "1.3.2", "2.2.1", "2.2.8", "2.3.7"}


UNITS = {
    "省数字办": (
        "1.2.1 1.2.2 1.2.3 1.2.5 1.2.6 2.1.6 2.1.7 2.1.10 2.3.1 2.3.2 2.3.3 2.3.4 2.3.5 2.3.6 2.3.7 "
        "2.4.3 2.4.4 2.5.1 2.5.3 2.5.4 2.5.5 3.1.2 3.2.1 3.2.2 3.3.3 3.4.3 3.4.4 3.4.5 3.5.1 3.6.2 4.1.1 "
        "4.1.2 4.1.3 4.2.1 4.2.2 4.3.1 4.3.2"
    ),
    "各级政务服务管理机构": (
        "1.1.6 1.2.4 1.2.9 2.1.1 2.1.2 2.1.3 2.2.1 2.2.3 2.2.5 2.2.6 2.2.7 2.2.8 2.2.9 2.2.10 2.2.11 "
        "2.3.7 2.4.1 2.4.2 2.4.3 2.4.5 2.4.6 2.5.1 2.5.2 2.5.3 3.3.2 3.4.1 3.4.2 3.5.1 3.7.1 3.7.3 3.7.4 "
        "3.8.1"
    ),
    "省审改办": (
        "1.1.5 1.2.1 1.2.5 1.2.6 1.3.1 1.3.2 1.3.3 2.1.2 2.1.3 2.1.4 2.1.8 2.1.10 2.2.1 2.2.2 2.2.3 "
        "2.2.4 2.3.3 2.5.1 2.5.2 2.5.4 2.5.5 3.1.1 3.1.2 3.3.3 3.4.4 3.6.2"
    ),
    "各级业务部门": (
        "1.1.2 1.1.3 1.1.6 1.2.3 1.2.4 1.2.9 2.1.1 2.1.7 2.2.11 2.3.7 2.4.1 2.4.2 2.4.3 2.4.6 2.5.1 "
        "2.5.2 2.5.3 3.2.1 3.2.2 3.4.1 3.4.2 3.5.1 4.3.2"
    ),
    "省级业务部门": "1.1.1 1.1.4 1.2.1 1.2.2 1.2.7 1.2.8 2.1.4 2.1.8 3.6.1 3.7.5",
    "省市场监管局": "1.3.1 1.3.2 1.3.3 3.1.2 3.4.5 4.3.1",
    "省效能办": "2.1.2 2.1.3 2.2.1 2.2.2 2.2.3 2.5.4",
    "各级审改部门": "1.1.2 1.1.7 2.1.5 2.1.6",
    "省住建厅": "1.2.6 2.1.10 3.1.3 4.3.1",
    "各级机构编制管理部门": "1.1.3 3.4.1",
    "省司法厅": "1.2.6 3.1.2",
    "省电力公司": "1.2.6 4.3.1",
    "各设区市审改部门": "1.3.3 3.1.1",
    "各设区市政务服务管理机构": "1.3.3 3.1.1",
    "各级人民政府": "2.4.5 3.4.4",
    "省公安厅": "3.4.5 4.3.1",
    "省人社厅": "3.4.5 4.3.1",
    "省发改委": "3.6.3 4.3.1",
    "各级司法行政部门": "1.1.2",
    "暂未开展《标准化目录》梳理的省级业务部门": "1.1.5",
    "各类清单牵头编制部门": "1.1.7",
    "“跨省通办”事项涉及的各级业务部门": "1.2.5",
    "省通信管理局": "1.2.6",
    "省邮政管理局": "1.2.6",
    "福州市审改部门": "1.3.2",
    "厦门市审改部门": "1.3.2",
    "漳州市审改部门": "1.3.2",
    "南平市审改部门": "1.3.2",
    "福州市政务服务管理机构": "1.3.2",
    "厦门市政务服务管理机构": "1.3.2",
    "漳州市政务服务管理机构": "1.3.2",
    "南平市政务服务管理机构": "1.3.2",
    "各级市场监管部门": "2.1.6",
    "各类中介的省级行业主管部门": "2.1.9",
    "各设区市级审改部门": "2.2.2",
    "各设区市级政务服务管理机构": "2.2.2",
    "省营商办": "2.5.4",
    "省级有关业务部门": "3.1.1",
    "省级行业主管部门": "3.1.2",
    "市、县（区）级机构编制管理部门": "3.3.1",
    "市、县（区）级司法行政部门": "3.3.1",
    "市、县（区）级审改部门": "3.3.1",
    "省大数据公司": "3.3.3",
    "各设区市“e政务”自助服务一体机业务主管部门": "3.3.3",
    "各级税务部门": "3.4.3",
    "各级人社部门": "3.4.3",
    "省文旅厅": "3.4.5",
    "各级监管部门": "3.5.2",
    "省工信厅": "3.6.3",
    "市、县（区）政务服务管理机构": "3.7.2",
    "各设区市政务管理机构": "3.7.5",
    "各级证照生成部门": "4.2.2",
    "省档案局": "4.2.3",
    "省自然资源厅": "4.3.1",
    "省民政厅": "4.3.1",
    "省教育厅": "4.3.1",
    "省卫健委": "4.3.1",
    "省级有关单位": "4.3.2",
}


def test_units_of_every_row():
    """58 names stand in the column 责任单位 once what a cell shares among names is given back to each."""
    held: dict[str, list[str]] = {}
    for each in rows().values():
        for unit in each.units_in_full:
            held.setdefault(unit, []).append(each.id)

    assert held == {unit: listed.split() for unit, listed in UNITS.items()}
    assert len(held) == 58
    assert [len(held[unit]) for unit in ("省数字办", "各级政务服务管理机构", "省审改办")] == [37, 32, 26]


@pytest.mark.parametrize(
    ("row", "printed"),
    [
        ("1.1.2", ["各级审改部门", "司法行政部门", "业务部门"]),
        ("2.1.6", ["省数字办", "各级审改", "市场监管部门"]),
        ("2.2.10", ["各级政务服务管理机构"]),
        ("3.4.3", ["各级税务", "人社等有关部门", "省数字办"]),
        ("3.7.5", ["各设区市政务管理机构", "省级业务部门"]),
    ],
)
def test_units_as_printed(row, printed):
    """The printed cell stays as it is, shared words and slips too."""
    assert list(rows()[row].units) == printed


@pytest.mark.parametrize(
    ("other", "name"),
    [
        ("各设区市级审改部门", "各设区市审改部门"),
        ("各设区市级政务服务管理机构", "各设区市政务服务管理机构"),
        ("各设区市政务管理机构", "各设区市政务服务管理机构"),
    ],
)
def test_one_body_under_two_names(other, name):
    """2.2.2 writes 设区市级 where the rest write 设区市, and 3.7.5 leaves out 服务."""
    assert same_unit(other) == same_unit(name)


def test_there_is_no_lead_column():
    """The province's table has one column of units, 责任单位."""
    assert {each.lead for each in rows().values()} == {()}


# Key, norm, value, unit, comparison; the words of the text stand behind.
FIGURES = (
    ("licence_lookback_start_year", "1.1.2", 2013, "year", ">="),  # 2013 年以来
    ("national_catalogue_mirror", "1.1.6", 3, "working-day", "<="),  # 应在 3 个工作日内完成
    ("catalogue_request_reply", "1.1.6", 3, "working-day", "<="),  # 在 3 个工作日内做出答复
    ("catalogue_edit_after_reply", "1.1.6", 5, "working-day", "<="),  # 在答复后 5 个工作日内
    ("guide_update_after_catalogue_change", "1.1.6", 5, "working-day", "<="),  # 于 5 个工作日内完成办事指南更新
    ("approved_local_standards", "1.3.2", 4, "standard", "="),  # 四个已立项
    ("leave_post_substitute_threshold", "2.1.2", 15, "minute", ">="),  # 15 分钟以上, 15 counts
    ("onsite_inspections_per_quarter", "2.1.3", 1, "inspection-per-quarter", ">="),  # 每季度不少于一次
    ("special_step_min_legal_rank", "2.1.4", "规章", "rank", ">="),  # 规章级别以上
    ("village_separate_counters", "2.2.2", 0, "counter", "="),  # 原则上不设分办点
    ("correction_notice_limit", "2.2.10", 3, "working-day", "<="),  # 在 3 个工作日内一次告知
    ("instant_decision_limit", "2.2.11", 0, "working-day", "<="),  # 即时收件即时办结
    ("online_reviews_per_matter", "2.5.1", 1, "review", "="),  # 一事一评
    ("offline_reviews_per_visit", "2.5.1", 1, "review", "="),  # 一次一评
    ("bad_review_followup", "2.5.2", 2, "working-day", "<="),  # 于 2 个工作日完成
    ("bad_review_rectification_report", "2.5.2", 15, "working-day", "<="),  # 于 15 个工作日内
    ("own_system_review_upload", "2.5.3", 3, "working-day", "<="),  # 在 3 个工作日内
    ("unified_system_review_distribution", "2.5.3", 1, "time-per-day", ">="),  # 逐日
    ("annual_review_to_case_ratio", "2.5.3", 1, "ratio", ">="),  # 不得低于
    ("appraisal_indicator_publication", "2.5.4", 1, "time-per-year", "="),  # 后续每年
    ("comprehensive_licence_count", "3.1.2", 1, "certificate", "="),  # 整合为一张
    ("min_online_depth", "3.4.2", 2, "depth", ">="),  # II 级以上
    ("level2_prereview_limit", "3.4.2", 1, "working-day", "<="),  # 应在 1 个工作日内
    ("level2_paper_submission_window", "3.4.2", 7, "working-day", "<="),  # 在 7 个工作日内
    ("missing_elicence_supplement", "4.2.2", 5, "working-day", "<="),  # 应在 5 个工作日完成
)


@pytest.mark.parametrize(("key", "row", "value", "unit", "comparison"), FIGURES, ids=[each[0] for each in FIGURES])
def test_figures(key, row, value, unit, comparison):
    """Each of the 25 figures is the one that its row prints."""
    held = parameter(key)
    (found,) = [each for each in held.values if each.document == FUJIAN]

    assert (found.clause, found.value) == (f"{FUJIAN}/{row}", value)
    assert (held.unit, held.comparison) == (unit, comparison)
    assert norm(found.norm).kind is NormKind.PARAMETER


def test_the_table_sets_25_figures():
    """No other parameter has a value of the province's, and every norm that is a figure sets one."""
    held = {value.norm: each.key for each in parameters() for value in each.values if value.document == FUJIAN}

    assert sorted(held.values()) == sorted(each[0] for each in FIGURES)
    assert {each.id for each in of_kind(NormKind.PARAMETER)} == set(held)


# What starts the clock, in a word of the text; True where the text does not say in so many words what starts it.
STARTS = {
    "national_catalogue_mirror": ("《国家基本目录》", False),
    "catalogue_request_reply": ("申请", True),
    "catalogue_edit_after_reply": ("答复", False),
    "guide_update_after_catalogue_change": ("《标准化目录》", True),
    "leave_post_substitute_threshold": ("离岗", False),
    "correction_notice_limit": ("收到申请材料", True),
    "instant_decision_limit": ("收件", False),
    "bad_review_followup": ("差评", True),
    "bad_review_rectification_report": ("差评", True),
    "own_system_review_upload": ("评价数据", True),
    "level2_prereview_limit": ("网上提交", True),
    "level2_paper_submission_window": ("通知", True),
    "missing_elicence_supplement": ("缺失登记", False),
}


@pytest.mark.parametrize("key", [each[0] for each in FIGURES])
def test_what_a_figure_is_counted_from(key):
    """A time is counted from what its row says; what is only inferred is marked in both languages."""
    start, is_inferred = STARTS.get(key, ("", False))
    held = parameter(key)

    assert start in held.counted_from()
    assert bool(held.counted_from()) is bool(start)
    assert bool(re.search("未明写|推断", held.counted_from())) is is_inferred
    assert bool(re.search("implied|inferred|not stated", held.counted_from("en"))) is is_inferred


@pytest.mark.parametrize(
    ("key", "row", "enough", "short", "by"),
    [
        ("comprehensive_window_coverage", "2.2.5", 100, 99.9, date(2022, 12, 31)),  # 综合办事窗口全覆盖
        ("network_coverage", "2.4.4", 100, 99.9, date(2022, 12, 31)),  # 政务网络全覆盖
        ("online_hall_coverage", "3.4.1", 100, 99.9, date(2022, 10, 31)),  # 全面入驻
        ("annual_review_to_case_ratio", "2.5.3", 1, 0.99, None),  # 不得低于
        ("local_standard_batches", "1.3.3", 1, 0, date(2023, 6, 30)),  # 再立项一批
    ],
)
def test_targets(key, row, enough, short, by):
    """What reaches a target reaches it, what is just short of it does not; the date is that of the cell 完成时限."""
    held = target(key)
    (found,) = [each for each in held.values if each.document == FUJIAN]

    assert (found.clause, found.by) == (f"{FUJIAN}/{row}", by)
    assert (held.is_reached_by(enough, found), held.is_reached_by(short, found)) == (True, False)


# Row, whether the text leaves the list open (等), members; None where the list is gathered from the text.
LISTS = (
    ("1.1.1", True, "行政许可;行政备案;依申请公共服务"),
    ("1.1.1", True, "公共教育;劳动就业;社会保险;医疗卫生;养老服务;社会服务;住房保障;文化体育;残疾人服务"),
    ("1.1.2", False, "省;市;县"),
    ("1.1.4", None, "对应关系;无需认领登记;地方性政务服务事项"),
    ("1.1.5", True, "编办;军民融合;密码;监狱管理;国安;税务;海关;海事;民宗;人行;银保监;证监;烟草"),
    ("1.1.7", True, "市场准入负面清单;投资审批管理事项清单;工程建设项目审批清单"),
    ("1.1.7", True, "事项名称;类型"),
    ("1.2.1", False, "服务对象"),
    ("1.2.1", True, "中介服务;数量限制;年检年报"),
    ("1.2.2", False, "申请人自备;政府部门核发;其他"),
    ("1.2.2", False, "空表;样表;材料范本"),
    ("1.2.3", False, "证照;批文"),
    ("1.2.4", True, "申请材料更简;办事环节更少;承诺时限更短;跑动次数更少"),
    ("1.2.6", False, "依申请公共服务事项;简易公共服务（便民服务）"),
    ("1.2.6", True, "供水;供电;供气;公证服务;法律援助;电信;广电网络;邮政快递"),
    ("1.2.9", False, "事项标准绑定;取消发布;暂时保留"),
    (
        "1.3.2",
        False,
        "行政审批和公共服务事项目录和要素标准化;一体化政务自助终端设置与运营管理规范;政务服务省内通办规范;政务服务平台‘一件事’集成套餐服务要求",
    ),
    ("1.3.2", False, "福州;厦门;漳州;南平"),
    (
        "1.3.3",
        True,
        "市场准入效能评估;“一业一证”;“互联网+监管”;政务服务中心“三化”建设;综合窗口建设;政务服务中心综合窗口办事员管理考核规范",
    ),
    ("2.1.1", True, "手机扫码;闽政通APP;自助机查询打印"),
    ("2.1.2", False, "首问负责;一次性告知;窗口无否决权;限时办结"),
    ("2.1.4", False, "特殊环节名称;承诺时限;设立依据"),
    ("2.1.8", True, "名称;类型;依据;时限"),
    ("2.1.9", True, "服务条件;流程;时限;收费标准"),
    ("2.1.9", True, "中介服务环节多;耗时长;市场垄断;“红顶中介”"),
    (
        "2.2.2",
        False,
        "《市、县（区）级政务服务中心进驻事项负面清单》;《乡镇（街道）、村（社区）便民服务中心（站）进驻事项负面清单》",
    ),
    ("2.2.3", True, "业务指导;检查督查;考核评价"),
    ("2.2.5", False, "前台综合受理;后台分类审批;综合窗口出件"),
    ("2.2.5", False, "分领域综合办事窗口;无差别综合办事窗口;分中心业务综合窗口"),
    ("2.2.6", True, "老年人;残疾人;孕妇;现役军人;退役军人;其他优抚对象"),
    ("2.2.6", True, "老;弱;病;残;孕"),
    ("2.2.6", True, "“帮代办”;“上门办”"),
    ("2.2.7", False, "“跨省通办”;“省内通办”"),
    ("2.2.7", False, "服务事项清单;通办范围;办事指南"),
    ("2.2.10", False, "业务受理通知书;一次性告知书"),
    ("2.2.10", False, "收件即受理;一次性告知书;收件登记;视为受理"),
    ("2.3.2", True, "老年人;视力残障人士;外籍人员"),
    ("2.3.2", True, "授权代理;亲友代办"),
    ("2.3.3", False, "闽政通APP;省网上办事大厅;“e政务”自助服务一体机;线下实体大厅"),
    ("2.3.4", False, "省网上办事大厅;闽政通APP;“e政务”自助服务一体机"),
    ("2.3.4", False, "服务页面风格;办事指引;操作流程"),
    ("2.3.5", False, "智能咨询;智能引导;智能检索"),
    ("2.3.7", True, "网上签章;人脸（语音）识别;文件扫描上传"),
    ("2.3.7", True, "数据共享;告知承诺"),
    ("2.4.2", True, "线上预审、线下受理;线上办结、线下取证"),
    ("2.4.3", True, "换证;注销"),
    ("2.4.4", False, "市;县（区）;乡镇（街道）;村（社区）"),
    ("2.4.5", True, "前台受理;业务辅助;综合管理"),
    ("2.4.6", True, "材料内容;服务流程;服务标准"),
    ("2.5.1", True, "“先评价，后办事”;“自行评价”;干扰企业群众作出客观评价;擅自修改上报虚假评价数据"),
    ("2.5.1", True, "满意;基本满意"),
    ("2.5.4", True, "营商环境指数;审批服务效率;“放管服”改革;“互联网+政务服务”;政务服务满意度;市场准入效能评估"),
    ("3.1.1", True, "企业准营;企业简易注销;企业招收员工;高频证照变更;灵活就业;婚育;身后"),
    ("3.1.3", False, "用水;用气;用电"),
    ("3.2.2", False, "电子证照;批文"),
    ("3.3.1", True, "公共教育;劳动就业;社会保险;医疗卫生;养老服务;社会服务;户籍管理"),
    ("3.3.1", True, "委托受理;授权办理;帮办代办"),
    ("3.3.3", True, "村（社区）;园区;商场;楼宇;银行;邮政;电信网点"),
    ("3.3.3", True, "公安;市场监管;社保;医保;不动产;医疗卫生;教育;旅游"),
    ("3.4.1", False, "合法;合理;合规"),
    ("3.4.2", False, "Ⅰ级;Ⅱ级;Ⅲ级;Ⅳ级"),
    ("3.4.3", True, "小规模纳税人免征增值税;缓缴养老、失业、工伤保险费;社会保险待遇资格认证;津贴补贴领取"),
    ("3.4.3", False, "养老;失业;工伤"),
    ("3.4.4", False, "跨省通办;省内通办"),
    ("3.4.4", False, "“掌上办公”;“掌上审批”;“移动监管”"),
    ("3.4.5", True, "身份证电子证照;电子社保卡;电子驾驶证;电子行驶证;电子营业执照"),
    ("3.4.5", True, "合同订立;人员招聘;交通出行;文化和旅游"),
    ("3.4.5", True, "企业;社会组织;个人"),
    ("3.5.1", False, "告知承诺;容缺受理;正常方式"),
    ("3.6.1", False, "标准清楚;对象明确;客观有效"),
    ("3.6.2", False, "“一企一档”;“一人一档”"),
    ("3.6.2", True, "政务服务地图;“一码办事”;智能审批"),
    ("3.7.1", True, "无障碍通道;无障碍公厕;无障碍停车位;无障碍电梯;母婴室"),
    ("3.7.1", True, "自动体外除颤仪;助听器;轮椅;老花镜;便民药箱"),
    ("3.7.2", True, "水;电;气;法律援助;公证;电信;邮政快递"),
    ("4.2.3", False, "电子文件单套归档;电子档案单套管理"),
    ("4.3.1", True, "不动产登记;社会保障;户籍管理;水电气网联办;市场主体准入准营"),
    ("4.3.1", False, "人口;法人;地名;教育;婚姻;生育;住房;信用"),
    ("4.3.1", False, "实时性;完整性;准确率"),
    ("4.3.2", False, "“重复填报”;“二次录入”"),
)


@pytest.mark.parametrize(("row", "is_open", "members"), LISTS)
def test_lists(row, is_open, members):
    """Each list has the members that its row prints, and is open where the text ends it with 等."""
    (held,) = [
        each for each in of_kind(NormKind.ENUM) if number(each) == row and each.members == tuple(members.split(";"))
    ]

    assert is_open is None or held.is_open is is_open


def test_the_table_has_80_lists():
    """No other list is held."""
    assert Counter(map(number, of_kind(NormKind.ENUM))) == Counter(row for row, _, _ in LISTS)
    assert len(LISTS) == 80


def test_prohibitions():
    """13 bans: two on materials, two against 体外循环, three about reviews, six others; all of them absolute."""
    bans = of_kind(NormKind.PROHIBITION)

    assert Counter(map(number, bans)) == {
        "1.2.2": 2,  # no legal basis; catch-all or vague words
        "2.1.2": 1,  # nothing unrelated to the work
        "2.2.9": 2,  # no way back to the department; no review before acceptance
        "2.2.10": 1,  # no second round of corrections
        "2.4.1": 1,  # no refusal of paper
        "2.4.3": 1,  # no paper where a certificate can be called
        "2.5.1": 3,  # none before the service, none by the clerk, no forced raising of a grade
        "4.1.2": 1,  # no system beside the platform
        "4.3.2": 1,  # no filling in or keying in twice
    }
    assert {each.modality for each in bans} == {Modality.MUST_NOT}


# Slots are left empty; brackets of the text are choices, and 乡镇（街道） is one of 乡, 镇, 街道.
PATTERNS = {
    "2.2.1#1": {"{}市政务服务中心"},
    "2.2.1#2": {"平潭综合实验区政务服务中心"},
    "2.2.1#3": {"{}县政务服务中心", "{}市政务服务中心", "{}区政务服务中心"},
    "2.2.1#4": {"{}乡便民服务中心", "{}镇便民服务中心", "{}街道便民服务中心"},
    "2.2.1#5": {"{}村便民服务站", "{}社区便民服务站"},
    "2.2.1#6": {"自贸试验区{}片区政务服务中心", "{}经济开发区政务服务中心", "{}新区政务服务中心"},
    "2.2.1#7": {f"{{}}{place}政务服务中心{{}}{body}{{}}分中心" for place in "市县区" for body in "局委办"},
    "2.2.1#8": {f"福建省政务服务中心{{}}{body}{{}}分中心" for body in "厅委办局"},
    "2.2.1#9": {"福建政务服务中心"},
    "2.2.9#1": {"部门审批专用章"},
    "2.2.9#2": {
        "{}乡便民服务中心审核审批专用章",
        "{}镇便民服务中心审核审批专用章",
        "{}街道便民服务中心审核审批专用章",
    },
    "2.2.9#3": {"村（社区）居委会公章"},
}


def test_name_patterns():
    """Nine names of venues and three of seals, with every choice that the brackets leave."""
    held = {
        each.id.partition("/")[2]: {re.sub(r"\{.*?\}", "{}", template) for template in each.members}
        for each in of_kind(NormKind.PATTERN)
    }

    assert held == PATTERNS


def test_what_recurs():
    """A check every quarter (2.1.3), reviews passed on daily, counted yearly (2.5.3), indicators yearly (2.5.4)."""
    held = {(each.clause.id, each.term.text("en")) for each in duties(FUJIAN)}

    assert held >= {
        ("2.1.3", "every quarter"),
        ("2.5.3", "every day"),
        ("2.5.3", "every year"),
        ("2.5.4", "first by 2022-08-31, then every year"),
    }
    assert {row for row, _ in held} == {"2.1.3", "2.5.3", "2.5.4"}


def test_indicators_are_published_once_a_year():
    """2.5.4: those of 2022 by 31 August, and those of each later year once in it."""
    found = [stretch for each in duties(FUJIAN) if each.clause.id == "2.5.4" for stretch in each.stretches(*SPAN)]

    assert [(each.first, each.last) for each in found] == [
        (date(2022, 1, 1), date(2022, 8, 31)),
        (date(2023, 1, 1), date(2023, 12, 31)),
    ]


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2022, 9, 13), ForceState.NOT_YET),
        (date(2022, 9, 14), ForceState.IN_FORCE),
        (date(2099, 12, 31), ForceState.IN_FORCE),
    ],
    ids=["before", "day of issue", "no end"],
)
def test_in_force_from_the_day_of_issue(day, state):
    """The parent notice is of 2022-09-14; no day of force is printed, so the dates are assumed."""
    assert norms_in_force("福建省", day).status(f"{FUJIAN}/2.2.10").state is state
    assert document(FUJIAN).in_force.basis is Basis.ASSUMED
