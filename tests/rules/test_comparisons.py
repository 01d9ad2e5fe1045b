"""What the rule about one item in two places answers, element by element, and the table that it rests on."""

from datetime import date

import pytest

from support import HANJIANG, MET, UNKNOWN, UNSTATED, a_context, breach, idle, said, stated
from zwfw import Severity, norm
from zwfw.parameters import parameter
from zwfw.records import Item, ItemComparison
from zwfw.rules import find_rule
from zwfw.rules.comparisons import RULES, Likeness, elements_the_same, sameness

PUTIAN, XIANYOU, FUZHOU, PROVINCE = "350300", "350322", "350102", "350000"
FUJIAN = "113501000036049501XK000123"

# Every element that article 7 prints, in its order, and a value of it.
_ITEM = {
    "area": PUTIAN,
    "name": "节能审查",
    "granularity": "主项",
    "code": "113501000036049501300010914100Y",
    "bases": [
        {"name": "节约能源法", "article": "第十五条"},
        {"name": "福建省节约能源条例", "article": "第十六条"},
    ],
    "item_type": "行政许可",
    "conditions": "项目符合强制性节能标准",
    "process": ["申请", "受理", "审查", "决定"],
    "materials": [{"name": "申请表"}, {"name": "节能报告"}],
    "online_depth": "Ⅲ",
    "promised_working_days": 6,
    "promised_calendar_days": None,
    "form_formats": ["docx", "pdf"],
    "review_points": [{"text": "报告内容完整"}, {"text": "能耗数据真实"}],
    "fees": ["评审费"],
}


def an_item(**changes):
    """An item of Putian that states every printed element, with your changes."""
    return Item(**stated(_ITEM | changes))


def a_pair(item=None, area=PUTIAN, **changes):
    """Two items that are alike, save for changes to the first and, by keyword, to the second."""
    return ItemComparison(area=area, item=an_item(**item or {}), other=an_item(**changes))


def answers(item=None, ctx=None, area=PUTIAN, **changes):
    """What the rule says about them: state, reason and place."""
    return said(elements_the_same, a_pair(item, area, **changes), ctx)


def weigh(path):
    """The one answer that one place may do better, and a person has to weigh it."""
    return [("NEEDS_JUDGEMENT", "element-better-in-one-place", path)]


def only(pair, ctx=None):
    """The one outcome about a pair."""
    (found,) = elements_the_same(pair, ctx or a_context())
    return found


# ---------------------------------------------------------------- the elements


def test_what_is_alike_in_every_printed_element_is_alike():
    """Thirteen equal elements are all that can be asked."""
    assert answers() == MET


@pytest.mark.parametrize(
    ("field", "other"),
    [
        ("name", "固定资产投资项目节能审查"),
        ("granularity", "子项"),
        ("granularity", None),
        ("code", "113501000036049501300010914200Y"),
        ("code", None),
        ("bases", [{"name": "节约能源法", "article": "第十五条"}]),
        ("bases", []),
        ("item_type", "行政确认"),
        ("item_type", None),
        ("conditions", "符合条件"),
        ("conditions", None),
        ("process", ["申请", "审查", "受理", "决定"]),
        ("process", ["申请", "受理", "审查", "办结"]),
        ("materials", [{"name": "申请表"}, {"name": "承诺书"}]),
        ("materials", [{"name": "承诺书"}]),
        ("online_depth", "Ⅳ"),
        ("online_depth", None),
        ("promised_working_days", None),
        ("form_formats", ["docx"]),
        ("form_formats", None),
        ("review_points", [{"text": "报告内容完整"}]),
        ("review_points", [{"text": "报告内容完整"}, {"text": "能耗数据"}]),
        ("fees", []),
        ("fees", ["评审费", "公告费"]),
    ],
)
def test_an_element_that_differs_is_found(field, other):
    """One finding for the one element, whichever of the two holds which."""
    assert answers(**{field: other}) == breach("element-differs", f"item.{field}")
    assert answers({field: other}, **{field: _ITEM[field]}) == breach("element-differs", f"item.{field}")


@pytest.mark.parametrize(
    ("field", "other"),
    [
        ("bases", [_ITEM["bases"][1], _ITEM["bases"][0]]),
        ("bases", [{**each, "rank": "法律", "text": "略"} for each in _ITEM["bases"]]),
        ("materials", [{"name": "节能报告", "copies": 2}, {"name": "申请表"}]),
        ("form_formats", ["pdf", "docx"]),
        ("review_points", [{"text": "能耗数据真实", "standard": "与账目一致"}, {"text": "报告内容完整"}]),
    ],
)
def test_order_and_what_is_not_printed_do_not_matter(field, other):
    """Materials go by name, bases by title and article, review points by their text; none of them has an order."""
    assert answers(**{field: other}) == MET


@pytest.mark.parametrize(
    "other",
    [
        {"department": "发改委"},
        {"exercising_level": "县级"},
        {"statutory_working_days": 20},
        {"visits": 1},
        {"results": [{"name": "节能审查意见"}]},
        {"stages": ["受理"]},
    ],
)
def test_what_the_text_does_not_print_is_not_compared(other):
    """The statutory time, the visits, the body and its level are among the elements of an item, not of the sameness."""
    assert answers(**other) == MET


@pytest.mark.parametrize("field", ["granularity", "code", "item_type", "conditions", "online_depth"])
def test_what_both_do_not_have_is_the_same(field):
    """None here and none there."""
    assert answers({field: None}, **{field: None}) == MET


@pytest.mark.parametrize("field", ["granularity", "code", "item_type", "conditions"])
def test_an_empty_text_is_none(field):
    """What is empty says that there is none, as None does."""
    assert answers({field: ""}, **{field: None}) == MET


@pytest.mark.parametrize("field", ["bases", "process", "materials", "form_formats", "review_points", "fees"])
@pytest.mark.parametrize(("one", "two"), [(None, []), ([], None), (None, None)])
def test_an_empty_list_is_none(field, one, two):
    """That there is none can be said in two ways."""
    assert answers({field: one}, **{field: two}) == MET


def test_each_element_is_told_by_itself():
    """Three that differ are three findings, in the order of the text, beside what is unknown."""
    found = answers(fees=[], name="节能登记", conditions=UNSTATED)

    assert found == [
        *breach("element-differs", "item.name"),
        *breach("element-differs", "item.fees"),
        *UNKNOWN,
    ]


# ---------------------------------------------------------------- codes

CODE = _ITEM["code"]


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        # Another body, another level, a handling item, or the base code alone: the last twelve are the same.
        (CODE, "113501000036049501400010914100Y", MET),
        (CODE, "11350300003605000A400010914100Y", MET),
        (CODE, CODE + "01", MET),
        (CODE + "01", CODE + "02", MET),
        (CODE, "00010914100Y", MET),
        # Written with blanks and small letters, or with a wrong check digit of the body (0 for 1), it is still read.
        (CODE, "1135 0100 0036 0495 01 3 00 01 09141 00y", MET),
        (CODE, "113501000036049500300010914100Y", MET),
        # Other digits of the base code, and one that no base code has: sub-items are numbers, or 00Y.
        (CODE, "113501000036049501300010914100X", [("NEEDS_JUDGEMENT", "codes-not-comparable", "item.code")]),
        (CODE, "00010914200Y", breach("element-differs", "item.code")),
        (CODE, "35010914100Y", breach("element-differs", "item.code")),
        # 99 is no item type.
        (CODE, "00990914100Y", [("NEEDS_JUDGEMENT", "codes-not-comparable", "item.code")]),
        # Fujian's own form holds no base code.
        (FUJIAN, FUJIAN, MET),
        (FUJIAN, "11350300003605000AXK000123", [("NEEDS_JUDGEMENT", "codes-not-comparable", "item.code")]),
        (CODE, FUJIAN, [("NEEDS_JUDGEMENT", "codes-not-comparable", "item.code")]),
        ("节能-1", "节能-1", MET),
        ("节能-1", "节能-2", [("NEEDS_JUDGEMENT", "codes-not-comparable", "item.code")]),
        (None, FUJIAN, breach("element-differs", "item.code")),
        (CODE, UNSTATED, UNKNOWN),
    ],
)
def test_codes_are_compared_by_their_base(one, two, found):
    """An implementation code also names the body and its level, which two places cannot share."""
    assert answers({"code": one}, code=two) == found
    assert answers({"code": two}, code=one) == found


# ---------------------------------------------------------------- better is fine


@pytest.mark.parametrize(
    ("field", "one", "two", "found"),
    [
        # A promised time that differs is shorter in one of the places, if only by a day.
        ("promised_working_days", 6, 6, MET),
        ("promised_working_days", 6, 5, weigh("item.promised_working_days")),
        ("promised_working_days", 6, 7, weigh("item.promised_working_days")),
        ("promised_working_days", 0, 6, weigh("item.promised_working_days")),
        # Fewer steps; as many steps, but others, are no better.
        ("process", _ITEM["process"], ["申请", "受理", "决定"], weigh("item.process")),
        ("process", _ITEM["process"], ["申请", "办结"], weigh("item.process")),
        ("process", _ITEM["process"], [], weigh("item.process")),
        ("process", _ITEM["process"], ["咨询", "受理", "审查", "决定"], breach("element-differs", "item.process")),
        # Fewer materials are those that lack some and ask for no other.
        ("materials", _ITEM["materials"], [{"name": "节能报告"}], weigh("item.materials")),
        ("materials", _ITEM["materials"], [], weigh("item.materials")),
        ("materials", _ITEM["materials"], [{"name": "承诺书"}], breach("element-differs", "item.materials")),
    ],
)
def test_what_one_place_may_do_better_a_person_weighs(field, one, two, found):
    """The province encourages shorter times, fewer steps and fewer materials; the sameness wants none of it."""
    assert answers({field: one}, **{field: two}) == found
    assert answers({field: two}, **{field: one}) == found


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        ((None, 10), (None, 10), MET),
        ((None, 10), (None, 9), weigh("item.promised_calendar_days")),
        # Six working days and ten natural ones: which is the shorter depends on the week.
        ((None, 10), (6, None), weigh("item.promised_calendar_days")),
        ((6, None), (None, 6), weigh("item.promised_working_days")),
        ((None, None), (None, None), MET),
        ((None, None), (None, 10), breach("element-differs", "item.promised_working_days")),
        # The one that is filled in says it, whatever is said of the other.
        ((6, UNSTATED), (6, None), MET),
        ((UNSTATED, 10), (None, 10), MET),
        ((UNSTATED, 10), (UNSTATED, 9), weigh("item.promised_calendar_days")),
        # That there is none has to be said of both.
        ((None, UNSTATED), (6, None), UNKNOWN),
        ((UNSTATED, None), (6, None), UNKNOWN),
        ((UNSTATED, UNSTATED), (6, None), UNKNOWN),
    ],
)
def test_a_promised_time_is_compared_in_its_own_unit(one, two, found):
    """Working days are no natural days."""
    times = ("promised_working_days", "promised_calendar_days")

    assert answers(dict(zip(times, one, strict=True)), **dict(zip(times, two, strict=True))) == found


def test_the_tension_is_reported():
    """What has to be weighed names the province's clause; both values stand in it, and nothing is called a breach."""
    found = only(a_pair(promised_working_days=3))

    assert found.severity is None
    assert found.facts["leave"].ref == "fujian-2022/1.2.4"
    assert (found.facts["item"], found.facts["other"]) == ("6个工作日", "3个工作日")
    assert "闽政〔2022〕24号" in found.message()
    assert "a person has to weigh the two" in found.message("en")


# ---------------------------------------------------------------- what is not known


@pytest.mark.parametrize(
    "field",
    [
        "granularity",
        "code",
        "bases",
        "item_type",
        "conditions",
        "process",
        "materials",
        "online_depth",
        "form_formats",
        "review_points",
        "fees",
    ],
)
def test_an_element_that_was_not_stated_is_unknown(field):
    """On either side, and of both; the fields are named."""
    missing = {
        (): {},
        (f"other.{field}",): {"other": UNSTATED},
        (f"item.{field}",): {"item": UNSTATED},
        (f"item.{field}", f"other.{field}"): {"item": UNSTATED, "other": UNSTATED},
    }
    for paths, untold in missing.items():
        one, two = untold.get("item", _ITEM[field]), untold.get("other", _ITEM[field])
        assert only(a_pair({field: one}, **{field: two})).missing == paths


def test_a_promised_time_that_was_not_stated_names_both_fields():
    """It may stand in either."""
    pair = a_pair(promised_working_days=UNSTATED, promised_calendar_days=UNSTATED)

    assert only(pair).missing == ("other.promised_working_days", "other.promised_calendar_days")


@pytest.mark.parametrize(
    ("bases", "found"),
    [
        ([{"name": "节约能源法"}, {"name": "福建省节约能源条例", "article": "第十六条"}], UNKNOWN),
        # Another title settles it.
        ([{"name": "节约能源法"}, {"name": "行政许可法"}], breach("element-differs", "item.bases")),
        ([{"name": "节约能源法"}], breach("element-differs", "item.bases")),
        # One article that differs does not, where another is not known: they are compared as a whole.
        ([{"name": "节约能源法"}, {"name": "福建省节约能源条例", "article": "第一条"}], UNKNOWN),
    ],
)
def test_titles_settle_what_articles_leave_open(bases, found):
    """An article that was not stated hides no other title."""
    assert answers(bases=bases) == found


def test_an_unknown_article_is_named():
    """With the number of its basis."""
    pair = a_pair(bases=[{"name": "福建省节约能源条例", "article": "第十六条"}, {"name": "节约能源法"}])

    assert only(pair).missing == ("other.bases[1].article",)


# ---------------------------------------------------------------- of whom the clauses speak

CITY, BOTH = ["putian-2025/art-7"], ["hanjiang-2023/task-4", "putian-2025/art-7"]


def a_pair_of(law_of, one, two, **changes):
    """A pair of two places, with changes to the second."""
    return ItemComparison(area=law_of, item=an_item(area=one), other=an_item(**{"area": two} | changes))


@pytest.mark.parametrize(
    ("law_of", "one", "two", "cited"),
    [
        # In Hanjiang the whole district is alike, and Putian's article holds there too.
        (HANJIANG, HANJIANG, HANJIANG, BOTH),
        (HANJIANG, "350303101", "350303102", BOTH),
        # Across levels and areas, wherever the other place is.
        (HANJIANG, HANJIANG, PUTIAN, CITY),
        (HANJIANG, XIANYOU, "350303101", CITY),
        (PUTIAN, PUTIAN, XIANYOU, CITY),
        (PUTIAN, PUTIAN, PROVINCE, CITY),
        (PUTIAN, FUZHOU, XIANYOU, CITY),
        # Where a place is not given, it is the area of the pair.
        (HANJIANG, None, None, BOTH),
        (HANJIANG, None, FUZHOU, CITY),
    ],
)
def test_the_clauses_that_speak_of_a_pair_are_cited(law_of, one, two, cited):
    """Alike and unlike, by the same clauses; 推进 and 推动 make it advice."""
    alike = only(a_pair_of(law_of, one, two))
    unlike = only(a_pair_of(law_of, one, two, fees=[]))
    better = only(a_pair_of(law_of, one, two, promised_working_days=1))

    assert (alike.state.name, unlike.state.name, better.state.name) == ("MET", "BREACHED", "NEEDS_JUDGEMENT")
    assert unlike.severity is Severity.ADVICE
    for found in (alike, unlike, better):
        assert [each.ref for each in found.clauses] == cited


@pytest.mark.parametrize(
    ("law_of", "one", "two"), [(PUTIAN, FUZHOU, "350203"), (HANJIANG, PROVINCE, FUZHOU), (PUTIAN, PROVINCE, "350100")]
)
def test_two_places_elsewhere_are_not_putians_matter(law_of, one, two):
    """One of the two has to be Putian's."""
    assert said(elements_the_same, a_pair_of(law_of, one, two, fees=[])) == idle("pair-of-other-areas")


@pytest.mark.parametrize(
    ("law_of", "one", "two", "missing", "cited"),
    [
        # Putian's article speaks already; whether the district's does turns on the other place.
        (HANJIANG, HANJIANG, UNSTATED, ("other.area",), CITY),
        (HANJIANG, UNSTATED, HANJIANG, ("item.area",), CITY),
        # A place outside the district settles it for the district, not for the city.
        (HANJIANG, FUZHOU, UNSTATED, ("other.area",), None),
        (PUTIAN, UNSTATED, UNSTATED, ("item.area", "other.area"), None),
        # Either way the city's article speaks, and the district's does not.
        (HANJIANG, XIANYOU, UNSTATED, None, CITY),
        (PUTIAN, PUTIAN, UNSTATED, None, CITY),
    ],
)
def test_a_place_that_was_not_stated_is_unknown(law_of, one, two, missing, cited):
    """It hides nothing of the clause that surely speaks, whether the two are alike or not."""
    for changes, state in (({}, "MET"), ({"fees": []}, "BREACHED")):
        pair = ItemComparison(area=law_of, item=an_item(area=one), other=an_item(**{"area": two} | changes))
        found = {each.state.name: each for each in elements_the_same(pair, a_context())}

        assert set(found) == {name for name, has_it in (("UNDETERMINED", missing), (state, cited)) if has_it}
        if missing:
            assert found["UNDETERMINED"].missing == missing
        if cited:
            assert [each.ref for each in found[state].clauses] == cited


@pytest.mark.parametrize(
    ("day", "area", "found", "cited"),
    [
        # Putian's norms are in force from 2025-05-06.
        (date(2025, 5, 5), PUTIAN, idle("not-yet-in-force"), []),
        (date(2025, 5, 6), PUTIAN, breach("element-differs", "item.fees"), CITY),
        # Hanjiang's plan holds from 2023-03-06 to 2026-03-05; before Putian's it holds alone.
        (date(2023, 3, 5), HANJIANG, None, []),
        (date(2023, 3, 6), HANJIANG, breach("element-differs", "item.fees"), BOTH[:1]),
        (date(2025, 5, 5), HANJIANG, breach("element-differs", "item.fees"), BOTH[:1]),
        (date(2026, 3, 5), HANJIANG, breach("element-differs", "item.fees"), BOTH),
        (date(2026, 3, 6), HANJIANG, breach("element-differs", "item.fees"), CITY),
        # Neither the province nor Xiamen prints the elements.
        (date(2025, 6, 30), FUZHOU, idle("never-in-force"), []),
        (date(2025, 6, 30), "350203", idle("never-in-force"), []),
    ],
)
def test_in_force(day, area, found, cited):
    """Each clause while its document is, in its area."""
    outcomes = elements_the_same(a_pair_of(area, area, area, fees=[]), a_context(day))

    if found is None:
        assert {each.reason for each in outcomes} == {"not-yet-in-force"}
    else:
        assert [(each.state.name, each.reason, each.path) for each in outcomes] == found
    assert [each.ref for each in outcomes[0].clauses] == cited


def test_without_an_area_of_its_own_a_pair_is_the_contexts():
    """Asked from Putian it is Putian's, from the province nobody's."""
    pair = ItemComparison(item=an_item(), other=an_item(fees=[]))

    assert said(elements_the_same, pair, a_context(area=PUTIAN)) == breach("element-differs", "item.fees")
    assert said(elements_the_same, pair) == idle("never-in-force")


# ---------------------------------------------------------------- what it says


def test_a_finding_has_both_values_and_says_how_much_was_compared():
    """Of fifteen by name thirteen are printed; the sentence says so in both languages."""
    found = only(a_pair(materials=[{"name": "承诺书"}]))

    assert dict(found.facts) == {
        "element": "申请材料",
        "item": ("申请表", "节能报告"),
        "other": ("承诺书",),
        "printed": 13,
        "named": 15,
    }
    for lang in ("zh", "en"):
        assert all(part in found.message(lang) for part in ("申请材料", "承诺书", "13", "15"))


def test_codes_that_a_person_has_to_compare_are_shown():
    """As the source writes them."""
    found = only(a_pair(code=FUJIAN))

    assert (found.facts["item"], found.facts["other"]) == (CODE, FUJIAN)
    assert FUJIAN in found.message()


def test_a_report_names_the_first_item():
    """By its name and code."""
    assert only(a_pair()).subject == f"节能审查 {CODE}"


# ---------------------------------------------------------------- the table


def test_the_elements_are_those_that_are_printed():
    """The thirteen of article 7, in its order; the two that are printed nowhere are not made up."""
    table = sameness(an_item(), an_item())

    assert [each.element for each in table.elements] == [
        "名称",
        "颗粒度",
        "编码",
        "依据",
        "类型",
        "办理条件",
        "办事流程",
        "申请材料",
        "办理深度",
        "承诺时限",
        "表单格式",
        "审查要点",
        "收费项目",
    ]
    assert tuple(each.element for each in table.elements) == norm("putian-2025/art-7#3").members
    assert (table.printed, table.named, table.unprinted) == (13, 15, 2)
    assert {each.value for each in parameter("fifteen_sames").values} == {table.named}


def test_the_table_has_a_row_for_each_state():
    """Same, different, better, unknown: each with its values and its place."""
    item = an_item(conditions=UNSTATED)
    other = an_item(fees=None, promised_working_days=5, code=FUJIAN)

    rows = {each.element: each for each in sameness(item, other).elements}

    assert [each.state for each in rows.values()].count(Likeness.SAME) == 9
    same, fees, time, unknown, code = (rows[name] for name in ("名称", "收费项目", "承诺时限", "办理条件", "编码"))
    assert (same.state, same.item, same.other, same.path) == (Likeness.SAME, "节能审查", "节能审查", "item.name")
    assert (fees.state, fees.item, fees.other) == (Likeness.DIFFERENT, ("评审费",), ())
    assert (time.state, time.may_be_better, fees.may_be_better) == (Likeness.DIFFERENT, True, False)
    assert (unknown.state, unknown.missing, unknown.item) == (Likeness.UNKNOWN, ("item.conditions",), None)
    assert unknown.other == "项目符合强制性节能标准"
    assert (code.state, code.missing) == (Likeness.UNKNOWN, ())


def test_the_rule_is_found_by_its_id():
    """The id of the contract, with the name of its function."""
    assert [rule.id for rule in RULES] == ["comparisons.elements-the-same"]
    assert find_rule("comparisons.elements-the-same") is elements_the_same
    assert elements_the_same.summary.endswith("(五级十五同).")
