"""Xiamen's task table under the province's, held against figures read off the printed table."""

from collections import Counter
from datetime import date

import pytest

from zwfw import compare, document, norm, norms_in_force
from zwfw.clauses import Basis, Clause, ClauseKind, ForceState
from zwfw.norms import Modality, NormKind
from zwfw.parameters import parameter, parameters
from zwfw.relations import RelationKind
from zwfw.targets import target, targets
from zwfw.tasks import duties, tasks
from zwfw.terms import Term
from zwfw.units import same_unit

XIAMEN, FUJIAN = "xiamen-2022", "fujian-2022"

# Rows under each heading of the four sections: 16 + 42 + 25 + 9 = 92, of which 三（八） is not numbered.
COUNTS = {
    "1.1": 7,
    "1.2": 7,
    "1.3": 2,
    "2.1": 11,
    "2.2": 12,
    "2.3": 6,
    "2.4": 6,
    "2.5": 7,
    "3.1": 3,
    "3.2": 3,
    "3.3": 3,
    "3.4": 5,
    "3.5": 2,
    "3.6": 3,
    "3.7": 5,
    "3.8": 1,
    "4.1": 3,
    "4.2": 4,
    "4.3": 2,
}

TITLES = {
    "1.1": (
        "梳理完善政务服务事项体系",
        "全面实行行政许可事项清单管理",
        "调整更新政府部门权责清单",
        "扩大《标准化目录》标准覆盖范围",
        "落实《标准化目录》动态调整机制",
        "加强各类清单之间的标准衔接",
        "加强上级下放事项的承接落实",
    ),
    "1.2": (
        "规范申请材料要素设置",
        "规范结果材料生成",
        "提升政务服务标准",
        "规范“跨省通办”服务标准",
        "统一公共服务事项标准",
        "规范地方特殊事项标准",
        "清理未绑定《标准化目录》的事项办事指南",
    ),
    "1.3": (
        "加快已立项地方标准的制定和发布",
        "加快新一批政务服务地方性标准研究和制定",
    ),
    "2.1": (
        "按标准提供政务服务",
        "规范前台业务受理",
        "完善督查方式手段",
        "规范审批环节",
        "优化前置服务",
        "明确监管职责",
        "推动办件信息向监管平台流动",
        "加强监管信息应用",
        "梳理政务服务领域强制性中介服务事项清单",
        "规范中介服务机构管理",
        "探索中介服务网上交易平台建设",
    ),
    "2.2": (
        "统一调整政务场所名称、标识",
        "统一进驻事项负面清单",
        "加强分中心业务指导",
        "加强窗口人员配备",
        "加强综合窗口建设",
        "优化对特殊群体服务",
        "规范跨区域通办窗口设置",
        "规范“办不成事”反映窗口建设",
        "严格落实“三集中、三到位”制度",
        "提升统一预约和排队叫号系统",
        "规范窗口业务受理",
        "提升窗口办件效率",
    ),
    "2.3": (
        "优化完善单点登录功能",
        "加强网上办事适应性改造",
        "加强掌上办平台功能统建",
        "规范各政务服务平台标准化建设",
        "提高政务服务平台智能化水平",
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
        "持续推动规范设置评价器",
        "规范“差评”整改制度",
        "强化“好差评”数据汇聚",
        "定时开展“好差评”数据回流分析和督查检查工作",
        "优化对各级窗口的监督检查方式",
        "开展政务服务第三方评估",
    ),
    "3.1": (
        "深化“一件事”集成套餐服务改革",
        "开展“一业一证”改革试点",
        "深化工程建设项目审批制度改革",
    ),
    "3.2": (
        "强化电子证照应用",
        "推广“一证通办”“无感通办”",
        "建立“办事免提交证照”清单",
    ),
    "3.3": (
        "推动更多政务服务事项下沉办理",
        "研究推出更多“靠前”服务",
        "完善“e政务”自助服务",
    ),
    "3.4": (
        "规范省网上办事大厅政务服务事项入驻",
        "提高政务服务网上可办率",
        "提高疫情防控期间办事便利度",
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
        "深化惠企政策“免申即享”",
    ),
    "3.7": (
        "加强无障碍环境建设和改造",
        "推动提供公共服务的企事业单位入驻实体大厅",
        "优化政务服务办件寄递服务",
        "完善网上预约服务",
        "统一政务服务场所工作时间",
    ),
    "3.8": ("擦亮厦门“政务心服务”品牌",),
    "4.1": (
        "建设一体化政务服务平台",
        "严把政务服务系统项目审批关",
        "推动现有自建系统整合",
    ),
    "4.2": (
        "完善电子印章管理应用",
        "优化提升电子证照库",
        "建设全市统一的可信电子文件平台",
        "规范电子文件管理",
    ),
    "4.3": (
        "加强政务数据高效共享",
        "推动政务数据精准汇聚",
    ),
}


def rows() -> dict[str, Clause]:
    """Every row of the table by its number."""
    return {each.id: each for each in tasks(XIAMEN)}


def said(term: Term) -> tuple[str, str | None]:
    """A term as the tables below write it."""
    return term.form.name, term.on.isoformat() if term.on else None


def test_rows_of_each_subsection():
    """The table has 92 rows in 19 subsections, 16 + 42 + 25 + 9 by section, and nothing but rows."""
    held = Counter(each.rpartition(".")[0] for each in rows())
    sections = Counter(each[0] for each in rows())

    assert held == COUNTS
    assert [sections[each] for each in "1234"] == [16, 42, 25, 9]
    assert {each.kind for each in document(XIAMEN).clauses} == {ClauseKind.TASK}


def test_titles_in_order():
    """The words before the first full stop of each row are its title."""
    printed = [
        (f"{subsection}.{place}", title)
        for subsection, titles in TITLES.items()
        for place, title in enumerate(titles, 1)
    ]

    assert [(each.id, each.title) for each in rows().values()] == printed


# The column 牵头单位, cut at 、 and ，; every string as it is printed.
LEADS = {
    "市审批管理局（审改办）": (
        "1.1.1 1.1.2 1.1.4 1.1.5 1.1.7 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.2.6 1.2.7 1.3.1 1.3.2 2.1.1 2.1.2 "
        "2.1.3 2.1.4 2.1.5 2.1.7 2.1.8 2.1.9 2.1.11 2.2.1 2.2.2 2.2.3 2.2.4 2.2.5 2.2.6 2.2.7 2.2.9 "
        "2.2.10 2.2.11 2.2.12 2.3.1 2.3.2 2.3.3 2.3.5 2.3.6 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.5.1 "
        "2.5.2 2.5.3 2.5.4 2.5.5 2.5.6 2.5.7 3.1.1 3.1.2 3.1.3 3.2.1 3.2.2 3.3.1 3.3.2 3.4.2 3.4.3 3.4.4 "
        "3.4.5 3.5.1 3.5.2 3.6.1 3.6.2 3.7.1 3.7.2 3.7.3 3.7.4 3.7.5 3.8.1 4.1.2 4.1.3 4.3.2"
    ),
    "各区政府": (
        "2.2.5 2.2.6 2.2.9 2.2.10 2.2.11 2.2.12 2.4.1 2.4.2 2.4.3 2.4.5 2.4.6 2.5.1 2.5.2 2.5.3 2.5.4 "
        "2.5.5 2.5.7 3.3.1 3.4.3 3.5.1 3.5.2 3.6.1 3.7.2 3.7.5 3.8.1"
    ),
    "市工信局（大数据局）": (
        "1.2.2 2.1.5 2.1.7 2.3.1 2.3.2 2.3.3 2.3.4 2.3.6 2.4.4 3.2.1 3.2.2 3.2.3 3.4.4 3.4.5 3.6.2 4.1.1 "
        "4.1.2 4.1.3 4.2.1 4.2.2 4.2.3 4.3.1 4.3.2"
    ),
    "市审批管理局": "2.3.4 3.3.3 4.1.1 4.2.1 4.2.3",
    "市市场监管局": "2.1.7 2.1.10 4.2.1",
    "市市场监管局（市标准化院）": "1.3.1 1.3.2",
    "市公安局": "3.3.3 4.2.1",
    "市司法局": "1.1.2",
    "各清单牵头编制部门": "1.1.6",
    "市发改委": "1.1.7",
    "市人社局": "2.2.4",
    "市效能办": "2.5.6",
    "市审批管理局(审改办)": "3.2.3",
    "各级政务服务管理机构": "3.4.1",
    "市工信局": "3.6.3",
    "信息集团": "4.1.1",
    "市委机要保密局（密码管理局）": "4.2.1",
    "市档案局": "4.2.4",
    "市档案馆": "4.2.4",
    "信息中心": "4.3.1",
    "信息集团（大数据公司）": "4.3.1",
}

# The same strings, counted in the table; a row counts once for each of them.
LEAD_ROWS = {
    "市审批管理局（审改办）": 76,
    "各区政府": 25,
    "市工信局（大数据局）": 23,
    "市审批管理局": 5,
    "市市场监管局": 3,
    "市市场监管局（市标准化院）": 2,
    "市公安局": 2,
    "市司法局": 1,
    "各清单牵头编制部门": 1,
    "市发改委": 1,
    "市人社局": 1,
    "市效能办": 1,
    "市审批管理局(审改办)": 1,
    "各级政务服务管理机构": 1,
    "市工信局": 1,
    "信息集团": 1,
    "市委机要保密局（密码管理局）": 1,
    "市档案局": 1,
    "市档案馆": 1,
    "信息中心": 1,
    "信息集团（大数据公司）": 1,
}

# What is left when the spellings of one body are put together; 76 + 5 + 1 for 市审批管理局（审改办）.
MERGED_ROWS = {
    "市审批管理局（审改办）": 82,
    "各区政府": 25,
    "市工信局（大数据局）": 24,
    "市市场监管局": 5,
    "市公安局": 2,
    "信息集团": 2,
    "市司法局": 1,
    "各清单牵头编制部门": 1,
    "市发改委": 1,
    "市人社局": 1,
    "市效能办": 1,
    "各级政务服务管理机构": 1,
    "市委机要保密局（密码管理局）": 1,
    "市档案局": 1,
    "市档案馆": 1,
    "信息中心": 1,
}

# The column 责任单位, cut in the same way.
UNITS = {
    "各区政府": (
        "1.1.1 1.1.2 1.2.1 1.2.2 1.2.4 1.3.2 2.1.1 2.1.2 2.1.3 2.1.4 2.1.5 2.1.6 2.1.7 2.1.8 2.1.9 2.2.1 "
        "2.2.2 2.2.3 2.2.7 2.2.8 2.3.2 2.3.3 2.3.4 2.3.5 2.3.6 2.4.4 2.5.6 3.1.1 3.1.2 3.1.3 3.2.2 3.2.3 "
        "3.3.2 3.3.3 3.4.1 3.4.2 3.4.4 3.6.3 3.7.3 3.7.4 4.1.1 4.1.2 4.1.3 4.2.1 4.2.2 4.2.3 4.3.1 4.3.2"
    ),
    "各审批服务部门": (
        "1.1.1 1.1.2 1.2.1 1.2.2 1.2.3 1.2.5 1.2.6 1.2.7 2.1.1 2.1.2 2.1.3 2.1.4 2.1.5 2.1.6 2.1.8 2.2.7 "
        "2.3.1 2.3.2 2.3.3 2.3.4 2.3.5 2.3.6 2.5.2 2.5.3 2.5.4 2.5.5 2.5.6 2.5.7 3.2.1 3.2.2 3.2.3 3.3.1 "
        "3.3.2 3.4.1 3.4.2 3.4.4 3.6.2 3.7.3 3.7.4 4.1.1 4.1.2 4.1.3 4.2.1 4.2.2 4.2.3 4.2.4 4.3.1 4.3.2"
    ),
    "各相关单位": (
        "1.2.1 2.1.5 2.3.1 2.3.2 2.3.3 2.3.4 2.3.5 2.3.6 2.4.4 2.4.5 2.5.1 2.5.2 2.5.3 2.5.4 2.5.5 2.5.6 "
        "2.5.7 3.1.3 3.2.2 3.2.3 3.3.1 3.3.2 3.4.4 3.6.3 4.2.2 4.2.3 4.3.2"
    ),
    "各管委会": (
        "2.1.1 2.1.2 2.1.3 2.1.4 2.1.5 2.2.1 2.2.8 2.3.2 2.3.3 2.3.4 2.3.5 2.3.6 2.5.6 3.2.2 3.2.3 3.3.2 "
        "3.4.4 3.6.3 3.7.3 3.7.4 4.2.2 4.2.3 4.3.2"
    ),
    "各级审批服务部门": (
        "1.1.3 1.1.5 2.2.6 2.2.9 2.2.10 2.2.11 2.2.12 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.5.1 3.5.1 "
        "3.6.1 3.7.2 3.7.5 3.8.1"
    ),
    "各相关审批服务部门": "1.1.6 1.1.7 1.2.4 2.1.9 2.2.5 3.1.2 3.1.3 3.3.3",
    "市司法局": "1.2.5 3.1.2 3.7.2",
    "市公安局": "1.3.1 3.1.2 3.4.5",
    "市人社局": "3.1.2 3.4.3 3.4.5",
    "各相关业务部门": "1.1.4 1.3.2",
    "市市政园林局": "1.2.5 3.7.2",
    "通信管理局": "1.2.5 3.7.2",
    "邮政管理局": "1.2.5 3.7.2",
    "各级监管部门": "2.1.7 3.5.2",
    "各类中介的行业主管部门": "2.1.10 2.1.11",
    "市财政局": "2.2.5 2.4.5",
    "市市场监管局": "3.1.2 3.4.5",
    "编办": "1.1.3",
    "审改办": "1.1.3",
    "国网厦门供电": "1.2.5",
    "市政务热线服务中心": "2.1.5",
    "市审批管理局": "2.2.8",
    "各级分中心主管部门": "2.2.8",
    "市级各“一件事”联办部门": "3.1.1",
    "市工信局": "3.1.2",
    "市生态环境局": "3.1.2",
    "市交通局": "3.1.2",
    "市文旅局": "3.1.2",
    "市卫健委": "3.1.2",
    "市海洋局": "3.1.2",
    "市体育局": "3.1.2",
    "厦门海事局": "3.1.2",
    "消防救援支队": "3.1.2",
    "烟草专卖局": "3.1.2",
    "自贸委": "3.3.3",
    "火炬管委会": "3.3.3",
    "各级编办": "3.4.1",
    "市税务局": "3.4.3",
    "市工信局（大数据局）": "3.4.3",
    "等相关部门": "3.4.5",
    "各级政务服务管理机构": "3.7.1",
    "国网厦门供电公司": "3.7.2",
}


def by_name(column: str) -> dict[str, list[str]]:
    """The rows in which each name is printed in *column*."""
    found: dict[str, list[str]] = {}
    for each in rows().values():
        for name in getattr(each, column):
            found.setdefault(name, []).append(each.id)
    return found


def test_lead_units():
    """21 names stand in the column 牵头单位, 150 times in 89 rows."""
    held = by_name("lead")

    assert held == {name: listed.split() for name, listed in LEADS.items()}
    assert {name: len(listed) for name, listed in held.items()} == LEAD_ROWS
    assert (len(held), sum(LEAD_ROWS.values()), len({row for listed in held.values() for row in listed})) == (
        21,
        150,
        89,
    )


def test_lead_units_put_together():
    """The 21 names are 16 bodies; a body counts once for a row."""
    held = Counter(name for each in rows().values() for name in {same_unit(lead) for lead in each.lead_in_full})

    assert held == MERGED_ROWS
    assert len(held) == 16


def test_responsible_units():
    """Every name of the column 责任单位 stands in the rows that print it, and nowhere else."""
    assert by_name("units") == {name: listed.split() for name, listed in UNITS.items()}


def test_one_body_under_two_names():
    """1.2.5 leaves out the last word of 国网厦门供电公司, which 3.7.2 prints."""
    assert same_unit("国网厦门供电") == same_unit("国网厦门供电公司")


def test_empty_cells():
    """Three rows have no 牵头单位, one has no 责任单位, the other 88 have both."""
    assert [each.id for each in rows().values() if not each.lead] == ["1.1.3", "2.1.6", "2.2.8"]
    assert [each.id for each in rows().values() if not each.units] == ["2.2.4"]


def test_shared_words_are_given_back():
    """各级 of 各级审批服务部门、编办、审改办 holds for all three."""
    assert rows()["1.1.3"].units_in_full == ("各级审批服务部门", "各级编办", "各级审改办")


# The column 完成时限; 前 counts the day itself. 1.1.7: 按照省里部署要求按时完成，并持续; 4.2.1: 按全省推广使用进度落实.
DAYS = {
    ("AS_ROLLED_OUT_THEN_ONGOING", None): "1.1.7",
    ("AS_ROLLED_OUT", None): "4.2.1",
    ("BY", "2022-11-30"): "2.2.1 2.2.8 2.2.10 4.1.1",
    ("BY_THEN_ONGOING", "2022-11-30"): "1.2.1 1.2.2 1.2.6 1.2.7 3.4.1 4.2.2 4.2.3",
    ("BY", "2022-12-31"): "1.1.2 1.1.4 1.2.5 1.3.1 2.1.9 2.2.4 2.2.5 2.2.6 2.2.7 2.3.6 2.4.4 2.5.2 3.1.3 3.2.2",
    ("BY_THEN_ONGOING", "2022-12-31"): "1.1.6 2.1.4 2.1.6 2.2.2 2.3.3 3.1.2 3.2.3 3.3.3 3.6.3 4.2.4 4.3.1",
}


def test_deadline_of_every_row():
    """38 rows have a date or follow the province, 14 + 11 + 7 + 4 + 2; the other 54 are ongoing (持续性工作)."""
    printed = {row: term for term, listed in DAYS.items() for row in listed.split()}

    held = {each.id: said(each.term) for each in rows().values()}

    assert sorted(len(listed.split()) for listed in DAYS.values()) == [1, 1, 4, 7, 11, 14]
    assert held == {row: printed.get(row, ("ONGOING", None)) for row in held}
    assert Counter(form for form, _ in held.values())["ONGOING"] == 54


# Key, row, value, unit, comparison; the words of the text stand behind.
FIGURES = (
    ("guide_update_after_catalogue_change", "1.1.5", 5, "working-day", "<="),  # 于5个工作日内
    ("window_wait_max", "2.1.2", 30, "minute", "<="),  # 窗口等候时长30分钟内
    ("absence_without_cover_max", "2.1.2", 0, "minute", "<="),  # 单一窗口不得暂停服务，离岗必须有替岗
    ("onsite_inspections_per_quarter", "2.1.3", 1, "inspection-per-quarter", ">="),  # 每季度不少于一次
    ("approval_stages_max", "2.1.4", 3, "stage", "<="),  # 原则上不得超过受理、审查、决定3个
    ("village_separate_counters", "2.2.2", 0, "counter", "="),  # 原则上不设分办点
    ("correction_notice_limit", "2.2.11", 3, "working-day", "<="),  # 在3个工作日内一次告知
    ("instant_decision_limit", "2.2.12", 0, "working-day", "<="),  # 原则上即来即办
    ("online_reviews_per_matter", "2.5.1", 1, "review", "="),  # 线上办事“一事一评”
    ("offline_reviews_per_visit", "2.5.1", 1, "review", "="),  # 线下办事“一次一评”
    ("five_level_rating", "2.5.2", 5, "level", "="),  # 五个评价档次
    ("bad_review_followup", "2.5.3", 2, "working-day", "<="),  # 应在2个工作日完成
    ("bad_review_rectification_report", "2.5.3", 15, "working-day", "<="),  # 15个工作日内
    ("own_system_review_upload", "2.5.4", 3, "working-day", "<="),  # 在3个工作日内
    ("annual_review_to_case_ratio", "2.5.4", 1, "ratio", ">="),  # 不低于当年办件量
    ("comprehensive_licence_count", "3.1.2", 1, "certificate", "="),  # 整合为一张行业综合许可证
    ("min_online_depth", "3.4.2", 2, "depth", ">="),  # “II级”以上
    ("level2_prereview_limit", "3.4.2", 1, "working-day", "<="),  # 应在1个工作日内
    ("level2_paper_submission_window", "3.4.2", 7, "working-day", "<="),  # 在7个工作日内
    ("open_days", "3.7.5", "周一至周五", "weekday", "="),  # 每周一至周五（除法定节日）
    ("open_morning", "3.7.5", "09:00-12:00", "clock", "="),  # 上午9:00-12:00
    ("open_afternoon", "3.7.5", "13:00-17:00", "clock", "="),  # 下午13:00-17:00
)


@pytest.mark.parametrize(("key", "row", "value", "unit", "comparison"), FIGURES, ids=[each[0] for each in FIGURES])
def test_figures(key, row, value, unit, comparison):
    """Each figure is the one that its row prints, under the province's key where the province has one."""
    held = parameter(key)
    (found,) = [each for each in held.values if each.document == XIAMEN]

    assert (found.clause, found.value) == (f"{XIAMEN}/{row}", value)
    assert (held.unit, held.comparison) == (unit, comparison)


def test_no_other_figures():
    """Whatever figure of the table is held is worked out above."""
    held = [each.key for each in parameters() for value in each.values if value.document == XIAMEN]

    assert sorted(held) == sorted(each[0] for each in FIGURES)


# Key, row, unit, a figure that is enough, one just short of it; the words of the text stand behind.
AIMS = (
    ("comprehensive_window_coverage", "2.2.5", "percent", 100, 99.9),  # 全覆盖
    ("district_undifferentiated_coverage", "2.2.5", "percent", 100, 99.9),  # 实现全覆盖
    ("mobile_matters_min", "2.3.3", "item", 600, 599),  # 2022年 … 达到600项
    ("fully_online_rate_all", "2.3.6", "percent", 80, 79.9),  # 2022年 … 80%以上
    ("fully_online_rate_licence", "2.3.6", "percent", 80, 79.9),  # 80%以上
    ("network_coverage", "2.4.4", "percent", 100, 99.9),  # 全覆盖
    ("active_rating_offline_min", "2.5.1", "percent", 90, 89.9),  # 90%以上
    ("active_rating_all_min", "2.5.1", "percent", 80, 79.9),  # 80%以上
    ("five_level_coverage", "2.5.2", "percent", 100, 99.9),  # 所有窗口服务单位全面实现
    ("bad_rating_fix_rate", "2.5.3", "percent", 100, 99.9),  # 保持100%
    ("bad_rating_fix_satisfaction", "2.5.3", "percent", 100, 99.9),  # 保持100%
    ("rating_sync_on_time", "2.5.4", "percent", 100, 99.9),  # 力争达到100%
    ("annual_review_to_case_ratio", "2.5.4", "ratio", 1, 0.99),  # 不低于
    ("no_submit_matters_min", "3.2.3", "item", 500, 499),  # 2022年实现500项
    ("self_service_matters_min", "3.3.3", "item", 281, 280),  # 突破280项: 280 falls short
    ("self_service_provinces_min", "3.3.3", "province", 10, 9),  # 拓展到10省
    ("self_service_cities_min", "3.3.3", "city", 40, 39),  # 40个地市
    ("no_apply_departments_min", "3.6.3", "department", 16, 15),  # 力争到2022年底 … 16个部门
    ("no_apply_policies_min", "3.6.3", "policy", 100, 99),  # 100项政策
    ("platform_levels_connected", "4.1.1", "level", 4, 3),  # 全市四级全畅通
    ("no_submit_store_coverage", "4.2.2", "percent", 100, 99.9),  # 全量入库
    ("shared_records_min", "4.3.2", "record", 5_000_000_000, 4_999_999_999),  # 达50亿条以上
)

# The year that a row names, else the date by which its cell 完成时限 wants it, and whether it only says 力争.
NOVEMBER, DECEMBER = date(2022, 11, 30), date(2022, 12, 31)
WHEN = {
    "comprehensive_window_coverage": (None, DECEMBER, False),
    "district_undifferentiated_coverage": (None, DECEMBER, False),
    "mobile_matters_min": (2022, None, False),
    "fully_online_rate_all": (2022, None, False),
    "fully_online_rate_licence": (2022, None, False),
    "network_coverage": (None, DECEMBER, False),
    "five_level_coverage": (None, DECEMBER, False),
    "rating_sync_on_time": (None, None, True),
    "no_submit_matters_min": (2022, None, False),
    "self_service_matters_min": (None, DECEMBER, False),
    "self_service_provinces_min": (None, DECEMBER, False),
    "self_service_cities_min": (None, DECEMBER, False),
    "no_apply_departments_min": (None, DECEMBER, True),
    "no_apply_policies_min": (None, DECEMBER, True),
    "platform_levels_connected": (None, NOVEMBER, False),
    "no_submit_store_coverage": (None, NOVEMBER, False),
}


@pytest.mark.parametrize(("key", "row", "unit", "enough", "short"), AIMS, ids=[each[0] for each in AIMS])
def test_targets(key, row, unit, enough, short):
    """What reaches a target reaches it, and what is just short of it does not."""
    held = target(key)
    (found,) = [each for each in held.values if each.document == XIAMEN]

    assert (found.clause, held.unit) == (f"{XIAMEN}/{row}", unit)
    assert (held.is_reached_by(enough, found), held.is_reached_by(short, found)) == (True, False)
    is_aim = norm(found.norm).modality is Modality.AIM
    assert (found.year, found.by, is_aim) == WHEN.get(key, (None, None, False))


def test_no_other_targets():
    """The targets above are all that the table sets, and 280 itself is what is printed in 3.3.3."""
    held = [each.key for each in targets() for value in each.values if value.document == XIAMEN]

    assert sorted(held) == sorted(each[0] for each in AIMS)
    assert target("self_service_matters_min").values[0].value == 280


def test_five_grades_have_no_names():
    """五级评价 is five grades (五个评价档次); the table gives them no names."""
    found = norm(f"{XIAMEN}/2.5.2#1")

    assert found.kind is NormKind.DEFINITION
    assert found.members == ()


@pytest.mark.parametrize(
    ("key", "value", "row"),
    [
        ("national_catalogue_mirror", 3, "1.1.6"),
        ("catalogue_request_reply", 3, "1.1.6"),
        ("catalogue_edit_after_reply", 5, "1.1.6"),
        ("licence_lookback_start_year", 2013, "1.1.2"),
        ("leave_post_substitute_threshold", 15, "2.1.2"),
        ("unified_system_review_distribution", 1, "2.5.3"),
        ("missing_elicence_supplement", 5, "4.2.2"),
    ],
)
def test_figures_that_xiamen_does_not_restate(key, value, row):
    """Silence is not repeal: the province's figure holds in 思明区."""
    found = norms_in_force("思明区", date(2025, 6, 3)).parameter(key)

    assert (found.value, found.clause.ref, found.overrides) == (value, f"{FUJIAN}/{row}", ())


# Each row of Xiamen's, the provincial row that it carries out, and how it stands to it in content. 3.4.1 is localised:
# the text has 市、区审改办 audit what 各级政务服务管理机构 audit in the province, and the rest is the same.
PAIRS = """
1.1.1 1.1.1 localised
1.1.2 1.1.2 stricter+localised
1.1.3 1.1.3 stricter
1.1.4 1.1.5 localised
1.1.5 1.1.6 localised
1.1.6 1.1.7 same
1.1.7 - new
1.2.1 1.2.2 stricter
1.2.2 1.2.3 stricter
1.2.3 1.2.4 stricter+localised
1.2.4 1.2.5 localised
1.2.5 1.2.6 localised
1.2.6 1.2.8 localised
1.2.7 1.2.9 same
1.3.1 1.3.2 localised
1.3.2 1.3.3 looser+localised
2.1.1 2.1.1 stricter+localised
2.1.2 2.1.2 stricter+looser
2.1.3 2.1.3 stricter
2.1.4 2.1.4 stricter+localised
2.1.5 - new
2.1.6 2.1.5 localised
2.1.7 2.1.6 localised
2.1.8 2.1.7 localised
2.1.9 2.1.8 localised
2.1.10 2.1.9 stricter+localised
2.1.11 2.1.10 localised
2.2.1 2.2.1 localised
2.2.2 2.2.2 stricter+localised
2.2.3 2.2.3 same
2.2.4 - new
2.2.5 2.2.5 stricter+localised
2.2.6 2.2.6 stricter+localised
2.2.7 2.2.7 stricter
2.2.8 2.2.8 stricter
2.2.9 2.2.9 localised
2.2.10 - new
2.2.11 2.2.10 same
2.2.12 2.2.11 same
2.3.1 2.3.1 localised
2.3.2 2.3.2 stricter
2.3.3 2.3.3 stricter+localised
2.3.4 2.3.4 localised
2.3.5 2.3.5 localised
2.3.6 2.3.7 stricter
2.4.1 2.4.1 same
2.4.2 2.4.2 same
2.4.3 2.4.3 same
2.4.4 2.4.4 localised
2.4.5 2.4.5 localised
2.4.6 2.4.6 same
2.5.1 2.5.1 stricter
2.5.2 - new
2.5.3 2.5.2 stricter
2.5.4 2.5.3 stricter
2.5.5 - new
2.5.6 - new
2.5.7 2.5.5 same
3.1.1 3.1.1 localised
3.1.2 3.1.2 stricter+localised
3.1.3 3.1.3 same
3.2.1 3.2.1 same
3.2.2 - new
3.2.3 3.2.2 stricter
3.3.1 3.3.1 localised
3.3.2 3.3.2 localised
3.3.3 3.3.3 stricter+localised
3.4.1 3.4.1 localised
3.4.2 3.4.2 same
3.4.3 3.4.3 looser+localised
3.4.4 3.4.4 localised
3.4.5 3.4.5 same
3.5.1 3.5.1 stricter+localised
3.5.2 3.5.2 same
3.6.1 3.6.1 localised
3.6.2 3.6.2 localised
3.6.3 3.6.3 stricter
3.7.1 3.7.1 same
3.7.2 3.7.2 same
3.7.3 3.7.3 localised
3.7.4 3.7.4 same
3.7.5 3.7.5 stricter+localised
3.8.1 3.8.1 localised
4.1.1 - new
4.1.2 4.1.2 looser+localised
4.1.3 4.1.3 same
4.2.1 4.2.1 localised
4.2.2 4.2.2 stricter+localised
4.2.3 - new
4.2.4 4.2.3 localised
4.3.1 4.3.1 stricter+localised
4.3.2 4.3.2 stricter+localised
"""

WORDS = {
    "same": RelationKind.SAME,
    "stricter": RelationKind.STRICTER,
    "looser": RelationKind.LOOSER,
    "localised": RelationKind.LOCALISED,
    "new": RelationKind.NEW,
    "inherit": RelationKind.INHERITED,
}
DROPPED = "1.1.4 1.2.1 1.2.7 1.3.1 2.2.4 2.3.6 2.5.4 4.1.1"
NEW = "1.1.7 2.1.5 2.2.4 2.2.10 2.5.2 2.5.5 2.5.6 3.2.2 4.1.1 4.2.3"


def test_relations():
    """82 pairs, 10 rows of Xiamen's without counterpart, 8 of the province's: 92 - 10 = 90 - 8 = 82."""
    printed = {
        row: (None if wider == "-" else wider, {WORDS[word] for word in words.split("+")})
        for row, wider, words in (line.split() for line in PAIRS.split("\n") if line)
    }

    found = compare(FUJIAN, XIAMEN).relations
    mine = {each.narrower.id: each for each in found if each.narrower}

    assert {row: (each.wider.id if each.wider else None, each.kinds) for row, each in mine.items()} == printed
    assert [each.wider.id for each in found if not each.narrower] == DROPPED.split()
    assert {kind for each in found if not each.narrower for kind in each.kinds} == {RelationKind.DROPPED}
    assert [row for row, each in mine.items() if not each.wider] == NEW.split()
    assert sum(bool(each.wider and each.narrower) for each in found) == 82


def test_rows_bearing_each_word():
    """49 rows are localised, 30 stricter, 19 the same, 10 new and 4 looser."""
    held = Counter(kind for each in compare(FUJIAN, XIAMEN).relations if each.narrower for kind in each.kinds)

    assert held == {
        RelationKind.LOCALISED: 49,
        RelationKind.STRICTER: 30,
        RelationKind.SAME: 19,
        RelationKind.NEW: 10,
        RelationKind.LOOSER: 4,
    }


# Row, provincial row, the term there, the term here.
TERMS = (
    ("1.2.1", "1.2.2", ("BY_THEN_ONGOING", "2022-10-31"), ("BY_THEN_ONGOING", "2022-11-30")),  # later
    ("1.2.2", "1.2.3", ("BY_THEN_ONGOING", "2022-10-31"), ("BY_THEN_ONGOING", "2022-11-30")),  # later
    ("1.2.6", "1.2.8", ("BY_THEN_ONGOING", "2022-10-31"), ("BY_THEN_ONGOING", "2022-11-30")),  # later
    ("1.2.7", "1.2.9", ("BY_THEN_ONGOING", "2022-09-30"), ("BY_THEN_ONGOING", "2022-11-30")),  # later
    ("1.3.2", "1.3.3", ("BY_THEN_ONGOING", "2023-06-30"), ("ONGOING", None)),  # date dropped
    ("2.1.9", "2.1.8", ("BY_THEN_ONGOING", "2022-12-31"), ("BY", "2022-12-31")),  # same date, "then ongoing" dropped
    ("2.2.1", "2.2.1", ("BY", "2022-09-30"), ("BY", "2022-11-30")),  # later
    ("2.2.8", "2.2.8", ("BY", "2022-09-30"), ("BY", "2022-11-30")),  # later
    ("2.3.3", "2.3.3", ("ONGOING", None), ("BY_THEN_ONGOING", "2022-12-31")),  # date added
    ("2.3.6", "2.3.7", ("BY_THEN_ONGOING", "2022-09-30"), ("BY", "2022-12-31")),  # later, "then ongoing" dropped
    ("3.2.3", "3.2.2", ("ONGOING", None), ("BY_THEN_ONGOING", "2022-12-31")),  # date added
    ("3.4.1", "3.4.1", ("BY_THEN_ONGOING", "2022-10-31"), ("BY_THEN_ONGOING", "2022-11-30")),  # later
    ("3.6.3", "3.6.3", ("ONGOING", None), ("BY_THEN_ONGOING", "2022-12-31")),  # date added
    ("4.2.1", "4.2.1", ("ONGOING", None), ("AS_ROLLED_OUT", None)),  # changed
    ("4.2.2", "4.2.2", ("ONGOING", None), ("BY_THEN_ONGOING", "2022-11-30")),  # date added
    ("4.2.4", "4.2.3", ("ONGOING", None), ("BY_THEN_ONGOING", "2022-12-31")),  # date added
    ("4.3.1", "4.3.1", ("ONGOING", None), ("BY_THEN_ONGOING", "2022-12-31")),  # date added
)


def test_changed_deadlines():
    """17 pairs differ: 8 later, 6 with a date added, 1 without its date, 1 no longer ongoing, 1 as rolled out."""
    found = compare(FUJIAN, XIAMEN).terms

    assert [
        (each.narrower.id, each.wider.id, said(each.wider.term), said(each.narrower.term)) for each in found
    ] == list(TERMS)


def test_a_date_of_the_city_itself_is_no_change():
    """1.3.2 of the province is due for 厦门 on 2022-12-31, and so is 1.3.1 of the city."""
    assert not compare(FUJIAN, XIAMEN).of(f"{XIAMEN}/1.3.1").term_differs


# Row by row, which way each single difference of value or content goes.
DIFFERENCES = {
    "1.1.2": "localised stricter inherit",
    "1.1.3": "stricter",
    "1.2.1": "stricter",
    "1.2.2": "stricter",
    "1.2.3": "stricter",
    "2.1.1": "stricter",
    "2.1.2": "stricter looser",
    "2.1.3": "stricter",
    "2.1.4": "stricter",
    "2.1.8": "localised",
    "2.1.10": "stricter",
    "2.2.1": "localised",
    "2.2.2": "localised stricter localised",
    "2.2.5": "stricter",
    "2.2.6": "localised",
    "2.2.7": "stricter",
    "2.2.9": "localised",
    "2.3.3": "stricter",
    "2.3.6": "stricter",
    "2.5.1": "stricter",
    "2.5.3": "stricter",
    "2.5.4": "stricter",
    "3.1.2": "stricter",
    "3.2.3": "stricter",
    "3.3.1": "localised",
    "3.3.3": "stricter",
    "3.4.1": "localised",
    "3.4.3": "looser",
    "3.6.3": "stricter",
    "3.7.5": "stricter localised same",
    "4.1.2": "looser",
    "4.3.2": "stricter",
}


def test_differences():
    """39 subjects on which the tables differ: 24 stricter, 10 localised, 3 looser, one inherited, one the same."""
    held: dict[str, list[RelationKind]] = {}
    for each in compare(FUJIAN, XIAMEN).differences:
        held.setdefault(each.narrower.id, []).append(each.kind)

    assert held == {row: [WORDS[word] for word in words.split()] for row, words in DIFFERENCES.items()}
    assert sorted(Counter(kind for kinds in held.values() for kind in kinds).values()) == [1, 1, 3, 10, 24]


def test_looser_ones():
    """Xiamen is looser in four rows: no batch of standards, several like windows, one matter less, a narrower ban."""
    found = compare(FUJIAN, XIAMEN)

    assert [each.narrower.id for each in found.relations if each.is_looser] == ["1.3.2", "2.1.2", "3.4.3", "4.1.2"]
    assert [each.narrower.id for each in found.differences if each.is_looser] == ["2.1.2", "3.4.3", "4.1.2"]
    assert len(found.looser) == 7


@pytest.mark.parametrize(
    ("row", "wider", "narrower"),
    [
        ("2.1.2", "15", "30"),  # cover from 15 minutes; some windows may pause while waiting stays within 30
        ("2.3.3", "", "600"),
        ("2.3.6", "", "80"),
        ("2.5.1", "", "90"),
        ("3.2.3", "", "500"),
        ("3.3.3", "8", "280"),  # eight fields, no figure; more than 280 matters
        ("3.6.3", "", "100"),
        ("4.3.2", "", "50"),  # 50亿
    ],
)
def test_both_values_are_told(row, wider, narrower):
    """A difference tells what the province says and what Xiamen says."""
    held = [each for each in compare(FUJIAN, XIAMEN).differences if each.narrower.id == row]

    assert any(wider in each.wider_zh and narrower in each.narrower_zh for each in held)


INHERITED = {
    "1.1.2": "1.1.2",
    "1.1.5": "1.1.6",
    "1.2.6": "1.2.8",
    "2.1.2": "2.1.2",
    "2.1.3": "2.1.3",
    "2.1.4": "2.1.4",
    "2.1.11": "2.1.10",
    "2.2.1": "2.2.1",
    "2.3.2": "2.3.2",
    "2.3.5": "2.3.5",
    "2.3.6": "2.3.7",
    "2.5.1": "2.5.1",
    "2.5.3": "2.5.2",
    "2.5.4": "2.5.3",
    "3.2.3": "3.2.2",
    "3.3.3": "3.3.3",
    "3.4.3": "3.4.3",
    "3.5.1": "3.5.1",
    "3.7.5": "3.7.5",
    "4.1.2": "4.1.2",
    "4.2.2": "4.2.2",
    "4.2.4": "4.2.3",
    "4.3.2": "4.3.2",
}


def test_what_a_row_is_silent_about():
    """In 23 pairs the province's row says something that Xiamen's does not restate, and that still holds."""
    found = compare(FUJIAN, XIAMEN).inherited

    assert {each.narrower.id: each.wider.id for each in found} == INHERITED
    assert len(found) == 23


def test_what_recurs():
    """A field visit every quarter (2.1.3), reviews counted every year (2.5.4), cases left over every day (3.7.5)."""
    held = {(each.clause.id, each.term.text("en")) for each in duties(XIAMEN)}

    assert held == {("2.1.3", "every quarter"), ("2.5.4", "every year"), ("3.7.5", "every day")}


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2022, 9, 13), ForceState.NOT_YET),
        (date(2022, 9, 14), ForceState.UNCERTAIN),
        (date(2022, 11, 29), ForceState.UNCERTAIN),
        (date(2022, 11, 30), ForceState.IN_FORCE),
    ],
    ids=["before the province's", "its first day", "before the earliest deadline", "the earliest deadline"],
)
def test_no_date_of_issue_is_printed(day, state):
    """It follows the province's table (2022-09-14) and asks for work by 2022-11-30; in between it is not known."""
    held = document(XIAMEN)

    assert norms_in_force("厦门市", day).status(f"{XIAMEN}/2.2.11").state is state
    assert (held.number, held.issued_on, held.in_force.basis, held.in_force.last) == ("", None, Basis.ASSUMED, None)
