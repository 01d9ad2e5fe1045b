"""Putian's one-network norms, held against what is counted and read off their 56 articles."""

from collections import Counter
from datetime import date

import pytest

from zwfw import document, norm, norms_in_force
from zwfw.clauses import Basis, Clause, ClauseKind, ForceState
from zwfw.norms import Modality, Norm, NormKind, norms_of
from zwfw.parameters import parameter
from zwfw.targets import target
from zwfw.tasks import duties

PUTIAN = "putian-2025"

# Chapter, its first and last article, the norms of each article; 56 articles and 211 norms, 第五十二条 with none.
CHAPTERS = (
    ("总则", 1, 5, "1 3 4 1 7"),
    ("事项管理", 6, 10, "4 5 5 5 3"),
    ("窗口管理", 11, 17, "6 6 6 7 7 3 6"),
    ("人员管理", 18, 23, "4 6 4 4 4 4"),
    ("平台管理", 24, 31, "3 1 2 7 4 3 4 6"),
    ("数据管理", 32, 36, "3 2 6 7 6"),
    ("效能管理", 37, 43, "4 4 5 6 4 3 2"),
    ("安全管理", 44, 48, "3 1 2 4 2"),
    ("保障措施", 49, 53, "3 2 2 0 1"),
    ("附则", 54, 56, "2 1 1"),
)


def articles() -> dict[str, Clause]:
    """Every article by its id."""
    return {each.id: each for each in document(PUTIAN).clauses}


def of_kind(kind: NormKind) -> list[Norm]:
    """The norms of one kind, in the order of the articles."""
    return [each for each in norms_of(PUTIAN) if each.kind is kind]


def article(each: Norm) -> int:
    """The number of the article that a norm belongs to."""
    return int(each.clause.removeprefix(f"{PUTIAN}/art-"))


def numeral(number: int) -> str:
    """A number from 1 to 99 as Chinese law writes it, as in 五十二."""
    digits = " 一二三四五六七八九"
    tens, ones = divmod(number, 10)
    return ((digits[tens] if tens > 1 else "") + "十" if tens else "") + digits[ones].strip()


def test_articles():
    """56 articles in ten chapters, numbered 第一条 to 第五十六条, none of them with a title or a term of its own."""
    numbers = [each for _, first, last, _ in CHAPTERS for each in range(first, last + 1)]
    held = articles()

    assert numbers == list(range(1, 57))
    assert [(each.id, each.label_zh) for each in held.values()] == [(f"art-{n}", f"第{numeral(n)}条") for n in numbers]
    assert {(each.kind, each.title, each.lead) for each in held.values()} == {(ClauseKind.ARTICLE, "", ())}


@pytest.mark.parametrize(("chapter", "first", "last", "norms"), CHAPTERS, ids=[each[0] for each in CHAPTERS])
def test_norms_of_each_article(chapter, first, last, norms):
    """Article by article, the chapters have 16, 22, 41, 26, 30, 24, 28, 12, 8 and 4 norms."""
    held = articles()

    assert [len(held[f"art-{n}"].norms) for n in range(first, last + 1)] == [int(each) for each in norms.split()], (
        chapter
    )


def test_the_articles_have_211_norms():
    """75 rules, 66 lists, 14 permissions, 13 targets, 11 figures, 10 deadlines, 9 definitions, 7 bans, 6 patterns."""
    assert Counter(each.kind.value for each in norms_of(PUTIAN)) == {
        "rule": 75,
        "enum": 66,
        "permission": 14,
        "target": 13,
        "parameter": 11,
        "deadline": 10,
        "definition": 9,
        "prohibition": 7,
        "pattern": 6,
    }


@pytest.mark.parametrize(
    ("number", "units"),
    [
        (5, "各级政务服务管理机构;发改(职转)部门;机关效能建设工作机构;数据管理部门;政务服务职能部门"),
        (17, "各级政务服务职能部门"),
        # 市、县(区、管委会)政务服务中心: what they share is given back
        (31, "各级政务服务职能部门;市政务服务中心;县(区、管委会)政务服务中心;乡镇(街道)便民服务中心"),
        (45, "政务服务管理机构;数据管理部门"),
        # 市级 and 部门 are shared by all of 市级政务服务管理机构、发改(职转)、数据管理部门和机关效能建设工作机构
        (56, "市级政务服务管理机构;市级发改(职转)部门;市级数据管理部门;市级机关效能建设工作机构"),
        (55, ""),
    ],
)
def test_addressees(number, units):
    """The units of an article are those that its text names as owing it."""
    assert ";".join(articles()[f"art-{number}"].units_in_full) == units


# Key, article, value, unit, comparison; the words of the text stand behind.
FIGURES = (
    ("nonresident_avg_cases", 15, 200, "case-per-year", "<"),  # 近三年平均年办件量小于200件
    ("nonresident_project_cases", 15, 50, "case-per-year", "<"),  # 涉及项目审批年办件量小于50件
    ("nonresident_online_rate", 15, 95, "percent", ">="),  # 全程网办率达到95%以上
    ("head_rank_min", 18, "副科级", "rank", ">="),  # 副科级(含)以上
    ("liaison_count", 19, 1, "person", "="),  # 指定一名
    ("self_service_hours", 31, 24, "hour-per-day", "="),  # 24小时自助服务区
    ("e_gov_machines_per_township", 31, 1, "machine", ">="),  # 应当部署, so at least one
    ("sharing_fee", 35, 0, "yuan", "="),  # 无偿
    ("sharing_reply", 36, 10, "working-day", "<="),  # 自收到申请之日起10个工作日内
    ("max_data_collection", 41, 1, "time", "<="),  # 数据最多采一次
    ("ratings", 43, 1, "review", "="),  # 一次一评或一事一评
    ("security_holes", 46, 0, "hole", "="),  # 无安全漏洞
    ("service_levels", 11, 4, "level", "="),  # 四级政务服务体系
    ("five_levels", 7, 5, "level", "="),  # 五级
    ("fifteen_sames", 7, 15, "element", "="),  # 十五同
)


@pytest.mark.parametrize(("key", "number", "value", "unit", "comparison"), FIGURES, ids=[each[0] for each in FIGURES])
def test_figures(key, number, value, unit, comparison):
    """Each figure is the one that its article prints."""
    held = parameter(key)
    (found,) = [each for each in held.values if each.document == PUTIAN]

    assert (found.clause, found.value) == (f"{PUTIAN}/art-{number}", value)
    assert (held.unit, held.comparison) == (unit, comparison)


def test_a_request_for_data_is_answered_from_its_receipt():
    """自收到申请之日起: the text says what starts the ten working days, so nothing is inferred."""
    held = parameter("sharing_reply")

    assert "收到申请之日" in held.counted_from()
    assert "未明写" not in held.counted_from()


@pytest.mark.parametrize(
    ("key", "number", "enough", "short"),
    [
        ("single_entry", 3, 1, 2),  # 一个总入口
        ("single_login", 3, 1, 2),  # 一次登录
        ("single_door", 3, 1, 2),  # 只进一扇门
        ("max_trips", 3, 0, 2),  # 只跑一趟: none is as good, two are too many
        ("single_window", 3, 1, 2),  # 一窗通办
        ("bundle_trips", 39, 1, 2),  # 最多跑一次
        ("max_trips_posted", 49, 0, 1),  # 一趟不用跑
    ],
)
def test_targets(key, number, enough, short):
    """One way in, one login, one door, one trip at most, one window; none at all where post is free both ways."""
    held = target(key)
    (found,) = held.values

    assert found.clause == f"{PUTIAN}/art-{number}"
    assert (held.is_reached_by(enough, found), held.is_reached_by(short, found)) == (True, False)


def test_authorisations_are_renewed_each_january():
    """第十七条: every year by the end of January, first due after the day of issue on 2026-01-31."""
    (held,) = [each for each in duties(PUTIAN) if each.clause.id == "art-17"]

    found = held.stretches(date(2025, 5, 6), date(2028, 1, 30))

    assert [(each.first, each.last, each.times) for each in found] == [
        (date(2026, 1, 1), date(2026, 1, 31), 1),
        (date(2027, 1, 1), date(2027, 1, 31), 1),
    ]


def test_what_recurs():
    """年度 stands in 第二十二条 of appraisal and bonus and in 第三十八条 of the indicators; 每年 in 第十七条."""
    held = Counter((each.clause.id, each.term.text("en")) for each in duties(PUTIAN))

    assert held == {
        ("art-17", "every year, by 01-31"): 1,
        ("art-22", "every year"): 2,
        ("art-38", "every year"): 1,
    }


@pytest.mark.parametrize("of", ["10#3", "21#1", "34#6", "36#4", "47#2", "47#3", "50#2"])
def test_no_figure_is_given_to_words_without_one(of):
    """及时, 定期 and 立即 have no number, and get none."""
    found = norm(f"{PUTIAN}/art-{of}")

    assert found.kind is NormKind.DEADLINE
    assert found.terms == ()


def test_prohibitions():
    """Four bans are absolute (不得, 不再), three only in principle (原则上)."""
    assert [(article(each), each.modality) for each in of_kind(NormKind.PROHIBITION)] == [
        (14, Modality.MUST_NOT),  # no second review before sealing
        (21, Modality.IN_PRINCIPLE),  # the old head does not leave
        (27, Modality.IN_PRINCIPLE),  # no new systems
        (31, Modality.IN_PRINCIPLE),  # no new terminals
        (35, Modality.MUST_NOT),  # no passing on of shared data
        (35, Modality.MUST_NOT),  # no other use of them
        (40, Modality.MUST_NOT),  # no paper twice
    ]


# Article, whether the text leaves the list open (等), members; None where the list stands in a norm of another kind.
LISTS = (
    (2, True, "事项管理;窗口管理;人员管理;平台管理;数据管理;效能管理;安全管理;保障措施"),
    (3, None, "一个总入口;一次登录;一网通办"),
    (3, None, "只进一扇门;只跑一趟;一窗通办"),
    (4, False, "统筹规划;上下联动;整体协同;共享开放;标准规范;精准智慧;高效便利;安全可控"),
    (5, False, "政务服务管理机构;发改(职转)部门;机关效能建设工作机构;数据管理部门;政务服务职能部门"),
    (5, None, "统筹规划;组织实施;指导监督"),
    (5, None, "平台建设;汇聚共享;数据应用;电子印章;电子证照;电子档案;安全管理"),
    (6, False, "依申请办理的行政权力事项;依申请办理的公共服务事项"),
    (6, False, "行政许可;行政确认;行政裁决;行政给付;行政奖励;其他行政权力事项"),
    (6, True, "公共教育;劳动就业;社会保险;医疗卫生;养老服务;社会服务;住房保障;文化体育;残疾人服务"),
    (
        7,
        True,
        "事项名称;事项类型;事项编码;行使层级;实施主体;办理条件;设立依据;申报材料;办理流程;法定时限;承诺时限;收费情况;审查要点;审批结果",
    ),
    (7, True, "名称;颗粒度;编码;依据;类型;办理条件;办事流程;申请材料;办理深度;承诺时限;表单格式;审查要点;收费项目"),
    (8, False, "成立工作专班;明确专人;认领;编制办事指南"),
    (8, False, "数据同源;动态更新;联动管理"),
    (8, False, "完整;准确;全面"),
    (9, True, "咨询;预约;申请;受理;审查;决定;制证;收费;送达;投诉"),
    (9, None, "标准化;规范化;便利化"),
    (
        10,
        True,
        "马上办;一次办;网上办;自助办;掌上办;就近办;免证办;邮寄办;零跑腿;智能秒批;全程代办;容缺受理;告知承诺;前置审批;中介服务;便民服务",
    ),
    (11, False, "市;县(区、管委会);乡镇(街道);村(社区)"),
    (11, False, "政务服务中心;便民服务中心;便民服务站"),
    (11, False, "统一功能定位;统一名称标识;统一基础设施;统一运行模式"),
    (12, None, "前台综合受理;后台分类审批;窗口统一出件"),
    (12, False, "无差别(全科综合);分领域"),
    (12, True, "公安服务;社会保障;企业登记;不动产登记"),
    (12, None, "公安派出所;市场监管所"),
    (13, False, "综合咨询窗口;“高效办成一件事”窗口;“跨区域通办”窗口;服务特殊群体窗口;“办不成事”反映窗口"),
    (13, None, "老;弱;病;残;孕"),
    (13, None, "线上全流程办理;线下最多跑一趟"),
    (14, None, "一名领导分管;一个科室审批;一窗对外服务;一枚印章审批"),
    (14, None, "政务服务中心办事大厅;网上办事大厅"),
    (14, None, "窗口分管领导;窗口负责人"),
    (14, None, "行政审批专用章;窗口业务专用章;电子印章"),
    (15, None, "收件受理;出件送达"),
    (16, None, "常驻窗口;非常驻综合窗口"),
    (
        16,
        True,
        "窗口前后服务岗位之间的无缝衔接;中心左右关联事项之间的协同联办;部门内部科室之间的沟通协调;行业上下层级之间的培训指导",
    ),
    (16, None, "同标准受理;无差别审批;集成化服务;跨区域通办"),
    (17, False, "真实准确;符合实际;务实管用"),
    (17, False, "《窗口授权书》;《窗口负责人(联络人)委任函》"),
    (17, None, "定人;定岗;定责"),
    (17, False, "政务服务职能部门;进驻窗口;发改(职转);政务服务管理机构"),
    (18, False, "任前谈话;变动交接"),
    (18, None, "副科级(含)以上;中级专业技术职称人员"),
    (19, False, "协调答复告知权;审查决定解释权;决定权;特别处置权"),
    (19, False, "日常办件;不予受理件;补办件;退回件;特办件;联办件"),
    (20, False, "政务服务职能部门;政务服务管理机构"),
    (20, False, "指导;协调;监督"),
    (20, None, "政治素质高;业务能力强;团结协作好;服务意识优"),
    (20, None, "公共服务类;行政确认类"),
    (22, None, "个人年度考核;绩效考核"),
    (23, False, "标准化;专业化;职业化"),
    (23, None, "等级认定;定岗晋级"),
    (24, False, "国家;省;市;区;镇;村"),
    (24, True, "电脑端;移动端;自助端;窗口端"),
    (
        25,
        True,
        "统一事项管理;统一受理办理;统一身份认证;统一电子签章;统一电子证照;统一公共支付;统一电子档案;统一出件送达;统一评价投诉",
    ),
    (26, False, "系统整合;数据共享;业务联通"),
    (27, None, "电子签名(印章);电子证照;电子档案"),
    (28, None, "“闽政通”APP;“闽政通”公众号及小程序;“e政务”自助机"),
    (29, None, "统一身份认证;系统留痕跳转;部门回流办件"),
    (30, False, "“闽政通”APP;“莆田惠民宝”APP"),
    (31, True, "社区;园区;车站;银行;商场;小区"),
    (32, True, "申请主体信息;表单信息;材料信息;过程信息;结果信息;电子证照;“好差评”数据"),
    (
        32,
        False,
        "实施线上线下联动服务;扩大公共数据汇聚共享;推广电子印章规范应用;加强政务数据安全保障;强化指标数据跟踪分析",
    ),
    (33, True, "名称;内容;数据来源;共享属性;开放属性;更新周期"),
    (34, False, "谁采集;谁生成;谁更新;谁负责"),
    (34, False, "准确性;完整性;时效性"),
    (34, True, "数量;质量;更新情况"),
    (34, None, "数据状态可感知;数据使用可追溯;安全责任可落实"),
    (35, False, "简申报;减材料;利复用"),
    (35, False, "数据需求清单;数据责任清单"),
    (36, None, "利用目的;数据格式"),
    (37, True, "岗位目标责任;政务服务办理;政务服务管理;政企政民互动与社会评议;数字赋能效能;效能激励"),
    (37, True, "办事公开;服务承诺;一次性告知;限时办结;否定报备"),
    (37, True, "贯彻落实上级决策部署;办理群众诉求;优化营商环境"),
    (37, None, "绩效扣分;效能问责"),
    (38, False, "省效能办“效能福建”;省职转办“政务服务指标系统”"),
    (39, False, "一件事一次办;一类事一站办"),
    (39, None, "线上全流程办理;线下最多跑一次"),
    (39, None, "办事方式多元化;办事流程最优化;办事材料最简化;办事成本最小化"),
    (40, False, "电子证照;电子证明;可信电子材料"),
    (40, True, "数据共享;业务协同;扫码授权;告知承诺;互认复用;帮办代办"),
    (40, None, "电子证照调用成功率;电子证明协同获取效率;可信电子文件生成归档完整率"),
    (41, True, "大数据;人工智能"),
    (41, False, "一人一档;一企一档"),
    (41, None, "智慧化;精准化;个性化"),
    (42, True, "在线导办帮办;智能客服"),
    (42, None, "网办深度;网办占比"),
    (43, False, "一次一评;一事一评"),
    (43, None, "咨询;建议;投诉"),
    (44, True, "政务服务统一管理平台;政务数据汇聚共享平台;电子证照平台;政务内网;政务外网"),
    (44, False, "公共数据管控体系;公共数据安全认证机制"),
    (45, True, "安全检查;风险评估;监测预警;信息通报;应急处置;安全培训;安全事件调查"),
    (46, True, "安全自查;漏洞修复;监测预警"),
    (47, False, "数据管理部门;政务服务管理机构;各级政务服务职能部门"),
    (47, None, "启动应急预案;采取补救措施;防止事故扩大"),
    (48, True, "采集;存储;处理;使用;披露"),
    (48, True, "商业秘密;个人隐私"),
    (50, False, "经费;人员;场地;信息化"),
    (51, False, "专题培训;常态化培训"),
    (51, False, "服务意识;业务能力;办事效率"),
    (53, True, "政府网站;政务新媒体;一体化平台"),
    (56, False, "市级政务服务管理机构;发改(职转);数据管理部门;机关效能建设工作机构"),
)


@pytest.mark.parametrize(("number", "is_open", "members"), LISTS)
def test_lists(number, is_open, members):
    """Each list has the members that its article prints, and is open where the text ends it with 等."""
    found = [each.is_open for each in articles()[f"art-{number}"].norms if each.members == tuple(members.split(";"))]

    assert is_open in found


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2025, 5, 5), ForceState.NOT_YET),
        (date(2025, 5, 6), ForceState.IN_FORCE),
        (date(2099, 1, 1), ForceState.IN_FORCE),
    ],
    ids=["before", "day of issue", "no end of the trial"],
)
def test_in_force_from_the_day_of_issue(day, state):
    """自印发之日起试行: signed 2025-05-06; the web page of 2025-05-08 does not count, and no end is printed."""
    held = document(PUTIAN)

    assert norms_in_force("莆田市", day).status(f"{PUTIAN}/art-55").state is state
    assert (held.issued_on, held.in_force.last, held.in_force.basis) == (date(2025, 5, 6), None, Basis.STATED)


@pytest.mark.parametrize(
    ("area", "state"),
    [("涵江区", ForceState.IN_FORCE), ("厦门市", ForceState.NEVER), ("福建省", ForceState.NEVER)],
)
def test_it_binds_the_city(area, state):
    """全市: it holds in every district of Putian, and nowhere else."""
    assert norms_in_force(area, date(2025, 6, 3)).status(f"{PUTIAN}/art-1").state is state
