"""Ranks, means and losses of many bodies, worked by hand from annexes 1 and 2 of 涵政办规〔2023〕1号."""

import csv
from decimal import Decimal
from io import StringIO
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support import HANJIANG
from zwfw import Context
from zwfw.ratings import DistrictTable, Unranked, rank, rate
from zwfw.records import Assessment
from zwfw.scorecards import Stage, scorecard
from zwfw.testing.assessments import assessments

VILLAGE, TOWNSHIP = scorecard("hanjiang-2023/village"), scorecard("hanjiang-2023/township")
CTX = Context(area=HANJIANG, as_of="2025-06-30")
some = settings(max_examples=15)


def rated(body, changes=None, *, card=VILLAGE, stages=("joint_score",), without=(), counted=False, ctx=CTX, **fields):
    """A body with full points but for some rows; rows left out."""
    scores = {each.id: each.weight for each in card.criteria if each.id not in without} | (changes or {})
    rows = {name: dict.fromkeys(stages, score) for name, score in scores.items()}
    told = Assessment(**{"body": body, "card": card.id, "scores": rows, **fields})
    return rate(told, ctx, partial_scores="counted" if counted else "open")


def missed(*names):
    """Rows with no points."""
    return dict.fromkeys(names, 0)


def only(*ratings):
    """The one ranking of bodies of a kind."""
    (found,) = rank(ratings).rankings
    return found


def places(ranking):
    """Rank, name, points, and whether the rank is shared."""
    return [
        (each.rank, each.rating.assessment.body, str(each.rating.total), each.is_tied) for each in ranking.standings
    ]


def whys(ranking):
    """Why bodies have no rank."""
    return {each.rating.assessment.body: each.unranked for each in ranking.standings if each.unranked}


def losses(ranking):
    """What each criterion cost: points, bodies, those scored, the share."""
    return [
        (each.criterion.id, str(each.points), each.bodies, each.scored, str(each.share_percent))
        for each in ranking.losses
    ]


def test_equal_points_share_a_rank_and_the_next_is_left_out():
    """97 twice is second twice, so 96 is fourth and 94 fifth."""
    found = only(
        rated("丁", missed("V02")),  # 100 - 4
        rated("甲", missed("V04")),  # 100 - 3
        rated("戊", missed("V04", "V05")),  # 100 - 6
        rated("乙"),
        rated("丙", missed("V33")),  # 100 - 3
    )

    assert places(found) == [
        (1, "乙", "100", False),
        (2, "甲", "97", True),
        (2, "丙", "97", True),
        (4, "丁", "96", False),
        (5, "戊", "94", False),
    ]


def test_points_written_in_another_way_are_the_same_points():
    """2.50 and 2.5 tie."""
    found = only(
        rated("甲", {"V03": Decimal("2.50")}, counted=True), rated("乙", {"V05": Decimal("2.5")}, counted=True)
    )

    assert [each.rank for each in found.standings] == [1, 1]


def test_kinds_are_ranked_apart():
    """A village with 100 does not push a centre with 98 from its first place."""
    found = rank([rated("丙"), rated("甲镇", missed("T01"), card=TOWNSHIP), rated("乙", missed("V01"))])

    assert [each.card.id for each in found.rankings] == [VILLAGE.id, TOWNSHIP.id]
    assert [places(each) for each in found.rankings] == [
        [(1, "丙", "100", False), (2, "乙", "97", False)],
        [(1, "甲镇", "98", False)],
    ]


def test_what_is_open_stands_with_its_range():
    """Between 97 and 100 is no rank, though 97 would do for the second; no score at all is none either."""
    found = only(
        rated("甲", without=["V04"]),
        rated("乙", missed("V02", "V03")),  # 100 - 7
        rated("丙", {"V05": Decimal("1.5")}),  # between none and all: 97 to 100
        rated("丁"),
        rated("戊", without=[each.id for each in VILLAGE.criteria]),
    )

    assert places(found) == [
        (1, "丁", "100", False),
        (2, "乙", "93", False),
        (None, "甲", "97-100", False),
        (None, "丙", "97-100", False),
        (None, "戊", "0-100", False),
    ]
    assert whys(found) == dict.fromkeys("甲丙戊", Unranked.OPEN)
    assert len(found.ranked) == 2


def test_scores_between_are_ranked_where_they_count():
    """98.5 lies between 97 and 100."""
    found = only(
        rated("甲", missed("V04"), counted=True), rated("乙", {"V05": Decimal("1.5")}, counted=True), rated("丙")
    )

    assert [(place, total) for place, _, total, _ in places(found)] == [(1, "100"), (2, "98.5"), (3, "97")]


def test_stages_are_not_mixed():
    """A self-rating of 100 does not stand above a review of 94, and counts in no mean and no loss."""
    found = only(
        rated("甲", missed("V01"), stages=["self_score"]),
        rated("乙", missed("V04", "V05")),
        rated("丙", stages=["self_score", "preliminary_score"]),
    )

    assert (found.stage, places(found)[0][:3]) == (Stage.JOINT, (1, "乙", "94"))
    assert whys(found) == dict.fromkeys("甲丙", Unranked.EARLIER_STAGE)
    assert losses(found) == [("V04", "3", 1, 1, "100.00"), ("V05", "3", 1, 1, "100.00")]
    assert {each.known for each in found.means} == {1}


def test_bodies_at_an_early_stage_are_ranked_among_themselves():
    """As long as nobody was reviewed."""
    found = only(rated("甲", missed("V01"), stages=["self_score"]), rated("乙", stages=["self_score"]))

    assert (found.stage, [each.rank for each in found.standings]) == (Stage.SELF, [1, 2])


def test_after_the_plan_or_outside_the_district_nobody_is_ranked():
    """The plan ends on 2026-03-05 and binds 涵江区 only; what was reviewed in 2025 keeps its law."""
    late = Context(area=HANJIANG, as_of="2026-03-06")
    found = only(
        rated("甲", ctx=late),
        rated("乙", ctx=late, jointly_reviewed_at="2025-05-20"),
        rated("丙", ctx=Context(area="城厢区", as_of="2025-06-30")),
    )

    assert places(found)[0] == (1, "乙", "100", False)
    assert whys(found) == dict.fromkeys("甲丙", Unranked.NOT_IN_FORCE)
    assert (only(rated("甲", ctx=late)).stage, {each.known for each in found.means}) == (None, {1})


@pytest.mark.parametrize(
    ("bodies", "dimension", "points", "known", "mean"),
    [
        # 25 of 一个窗口 less 3, less 4, and all: 22 + 21 + 25 = 68; 68 / 3 = 22.666...
        ([{"V04": 0}, {"V02": 0}, {}], 0, "68", 3, "22.67"),
        # 22 + 22 + 25 = 69.
        ([{"V04": 0}, {"V05": 0}, {}], 0, "69", 3, "23.00"),
        # 45 less 3 and less 0.03: 42 + 44.97 = 86.97; half of it is 43.485, which goes up.
        ([{"V14": 0}, {"V14": Decimal("2.97")}], 2, "86.97", 2, "43.49"),
    ],
)
def test_means_by_hand(bodies, dimension, points, known, mean):
    """Points of all over their number, half a hundredth up."""
    found = only(*(rated(str(index), changes, counted=True) for index, changes in enumerate(bodies)))

    got = found.means[dimension]
    assert (str(got.points), got.known, str(got.mean)) == (points, known, mean)
    assert (got.name, got.weight) == (VILLAGE.dimensions[dimension].zh, VILLAGE.dimensions[dimension].points)


def test_a_mean_is_over_those_of_which_the_dimension_is_known():
    """V04 is of 一个窗口: 甲 has no points there that are settled; 一支队伍 is settled for both."""
    found = only(rated("甲", missed("V09"), without=["V04"]), rated("乙", missed("V01")))

    assert [(each.name, str(each.points), each.known, str(each.mean)) for each in found.means] == [
        ("一个窗口", "22", 1, "22.00"),  # 25 - 3 of 乙
        ("一支队伍", "27", 2, "13.50"),  # 12 + 15
        ("一个平台", "90", 2, "45.00"),
        ("一套机制", "30", 2, "15.00"),
    ]


def test_no_mean_of_nothing():
    """Neither nought nor a division error."""
    (only_one,) = rank([rated("甲", without=["V04"])]).rankings

    assert (only_one.means[0].known, only_one.means[0].mean) == (0, None)


def test_losses_by_hand():
    """V02 cost 4 twice; V04 cost 3 twice, of two that were scored; V01 and V33 cost 3 once."""
    found = only(
        rated("甲", missed("V04", "V33")),
        rated("乙", missed("V02", "V04")),
        rated("丙", missed("V02", "V01"), without=["V04"]),
    )

    assert losses(found) == [
        ("V02", "8", 2, 3, "66.67"),  # 8 of 3 x 4
        ("V04", "6", 2, 2, "100.00"),  # 6 of 2 x 3
        ("V01", "3", 1, 3, "33.33"),  # 3 of 3 x 3
        ("V33", "3", 1, 3, "33.33"),
    ]


def test_of_equal_losses_the_wider_one_comes_first():
    """V08 cost three bodies 1 + 1 + 1, V01 one body 3; V01 stands first on the card."""
    found = only(
        rated("甲", {"V08": 2, "V01": 0}, counted=True),
        rated("乙", {"V08": 2}, counted=True),
        rated("丙", {"V08": 2}, counted=True),
    )

    assert losses(found) == [("V08", "3", 3, 3, "33.33"), ("V01", "3", 1, 3, "33.33")]


def test_a_score_between_costs_what_it_lacks():
    """Though the total is open: 3 - 1.5."""
    assert losses(only(rated("甲", {"V05": Decimal("1.5")}))) == [("V05", "1.5", 1, 1, "50.00")]


def test_what_does_not_apply_brings_nothing():
    """It costs its weight, as the text has no such answer."""
    rows = {each.id: {"joint_score": each.weight} for each in VILLAGE.criteria} | {"V12": {"is_applicable": False}}
    rating = rate(Assessment(body="甲", card=VILLAGE.id, scores=rows), CTX)

    assert losses(only(rating, rated("乙"))) == [("V12", "3", 1, 2, "50.00")]
    assert "1 项不适用：V12" in rank([rating]).to_text()


def test_a_body_stands_once():
    """Two of one name are told apart by their areas; without that nobody can."""
    here = {"area": "350303104", "card": VILLAGE}
    with pytest.raises(ValueError, match=r"^bodies that stand twice: 甲 \(hanjiang-2023/village\); 乙（.*） \("):
        rank([rated("甲"), rated("甲"), rated("乙", **here), rated("乙", **here), rated("丙"), rated("丙", **here)])

    text = rank([rated("丙"), rated("丙", **here), rated("丁")]).to_text()
    assert "丙（350303104" in text
    assert "丁（" not in text


BODIES = [
    ("甲村", missed("V04", "V02")),  # 100 - 7
    ("乙村", missed("V04", "V03", "V05")),  # 100 - 9
    ("丙村", {"V04": None}),
    ("丁村", missed("V06", "V07", "V08")),  # 100 - 9
]


@pytest.fixture
def table():
    """Four stations and one centre."""
    centre = rated("戊镇", {"T24": 1, "T01": 0}, card=TOWNSHIP)
    return rank([*(rated(name, changes) for name, changes in BODIES), centre])


def test_a_text_in_chinese(table):
    """In columns; the shares are 6/9, 4/16 and 3/12."""
    lines = table.to_text(most=3).splitlines()

    assert [" ".join(line.split()) for line in lines[:13]] == [
        "村（社区）便民服务站星级评定标准：4 个单位，3 个排名（按复核得分）",
        "名次 单位 星级 得分 一个窗口 (25) 一支队伍 (15) 一个平台 (45) 一套机制 (15) 说明",
        "1 甲村 二星级（标准型） 93 18 15 45 15",
        "2 乙村 二星级（标准型） 91 16 15 45 15 并列",
        "2 丁村 二星级（标准型） 91 16 15 45 15 并列",
        "- 丙村 二星级（标准型） 97-100 22-25 15 45 15 缺 1 项评分：V04",
        # 18 + 16 + 16 = 50 of three.
        "平均得分 16.67 15.00 45.00 15.00 各项依次计入 3、4、4、4 个单位",
        "总序 失分 失分单位数 失分占比（%） 评定内容",
        "V04 6 2/3 66.67 场所面积大于 30 平方米。",
        "V02 4 1/4 25.00 同“党建+”邻里中心衔接高效，管理归为一体，服务集成提供。",
        "V03 3 1/4 25.00 场所至少 15 平方米，窗口设在合理位置，群众进出方便。",
        "",
        "乡镇（街道）便民服务中心星级评定标准：1 个单位，1 个排名（按复核得分）",
    ]
    assert (
        lines[2]
        == "   1  甲村      二星级（标准型）      93             18             15             45             15"
    )
    assert lines[-1] == "得分相同的名次并列，其后名次顺延（1、2、2、4）；得分未定或评定阶段较早的不排名。"
    assert str(table) == table.to_text()


def test_a_text_in_english(table):
    """The same, and 100 less 2 less 1 for half of T24."""
    text = table.to_text("en")

    assert "star standard for village and community stations: 4 bodies, 3 ranked (by the joint review)" in text
    assert "star standard for township and subdistrict centres: 1 body, 1 ranked (by the joint review)" in text
    assert "   1  戊镇  five stars (benchmark)      97" in text
    assert "two stars (standard)  97-100            22-25" in text
    assert "no score: V04" in text
    assert "over 3, 4, 4, 4 in turn" in text
    assert "  over 1\n" in text
    assert text.splitlines()[-1].startswith("Equal points share a rank")


@pytest.mark.parametrize(
    ("ratings", "lang", "expected"),
    [
        (
            [rated("甲", ctx=Context(area=HANJIANG, as_of="2026-03-06"))],
            "zh",
            ["未评分", "标准不适用", "计入 0 个单位"],
        ),
        ([rated("甲", ctx=Context(area=HANJIANG, as_of="2026-03-06"))], "en", ["(not scored)", "card not in force"]),
        ([rated("甲"), rated("乙", stages=["self_score"])], "zh", ["只到自评"]),
        ([rated("甲"), rated("乙", stages=["self_score"])], "en", ["self-rating only"]),
        ([rated("甲", missed(*(f"V{each:02}" for each in range(1, 30))))], "zh", ["未达星级"]),
        (
            [rated("甲", without=[f"V{each:02}" for each in range(1, 5)])],
            "zh",
            ["一星级（基础型）至二星级", "V01、V02、V03… (4)"],
        ),
        ([rated("甲", {"V05": Decimal("1.5")})], "en", ["score between steps: V05"]),
    ],
)
def test_a_note_says_why(ratings, lang, expected):
    """What stands against a rank, in words."""
    text = rank(ratings).to_text(lang)

    assert not [each for each in expected if each not in text]


def test_an_empty_table_says_nothing():
    """No bodies, no rule of ties."""
    empty = rank([])

    assert empty == DistrictTable(())
    assert (empty.to_text(), empty.to_markdown(), empty.to_dicts()) == ("", "", [])


def test_nothing_lost_is_no_table_of_losses():
    """Its heads would stand alone."""
    perfect = rank([rated("甲")])

    assert perfect.rankings[0].losses == ()
    assert "失分" not in perfect.to_text()
    assert "失分" not in perfect.to_markdown()


def test_markdown(table):
    """A heading for each card; what a name holds becomes no markup."""
    text = rank([rated("甲|*村*")]).to_markdown()
    assert r"| 1 | 甲\|\*村\* | 二星级（标准型） | 100 | 25 | 15 | 45 | 15 |  |" in text

    lines = table.to_markdown("en").splitlines()
    assert [each for each in lines if each.startswith("## ")] == [
        "## star standard for village and community stations: 4 bodies, 3 ranked (by the joint review)",
        "## star standard for township and subdistrict centres: 1 body, 1 ranked (by the joint review)",
    ]
    assert "| V04 | 6 | 2/3 | 66.67 | The premises measure more than 30 m². |" in lines


def test_rows_are_plain_values(table):
    """Exact, with None for what is open."""
    rows = table.to_dicts()

    assert rows[1] == {
        "card": VILLAGE.id,
        "rank": 2,
        "is_tied": True,
        "body": "乙村",
        "area": None,
        "stage": "复核",
        "state": "已评定星级",
        "stars": 2,
        "lowest": Decimal(91),
        "highest": Decimal(91),
        "一个窗口": Decimal(16),
        "一支队伍": Decimal(15),
        "一个平台": Decimal(45),
        "一套机制": Decimal(15),
    }
    assert [(row["rank"], row["一个窗口"]) for row in rows if row["body"] == "丙村"] == [(None, None)]
    assert table.to_dicts("dimensions")[0] == {
        "card": VILLAGE.id, "dimension": "一个窗口", "weight": 25, "mean": Decimal("16.67"), "known": 3,
    }  # fmt: skip
    assert table.to_dicts("criteria", "en")[0] == {
        "card": VILLAGE.id, "criterion": "V04", "dimension": "一个窗口", "weight": 3, "lost": Decimal(6), "bodies": 2,
        "scored": 3, "share_percent": Decimal("66.67"), "gist": "The premises measure more than 30 m².",
    }  # fmt: skip


def test_an_area_and_no_stage_are_told():
    """What is not stated is None."""
    (row,) = rank([rated("甲", without=[each.id for each in VILLAGE.criteria], area="涵江区")]).to_dicts()

    assert (row["area"], row["stage"], row["stars"], row["state"]) == ("涵江区", None, None, "星级未定")


@pytest.mark.parametrize(
    ("lang", "heads"),
    [
        ("zh", ["标准", "名次", "并列", "单位", "地区", "阶段", "结论", "星级", "最低得分", "最高得分"]),
        (
            "en",
            ["card", "rank", "tied", "body", "area", "stage", "result", "stars", "fewest points", "most points"],
        ),
    ],
)
def test_csv_for_a_spreadsheet(table, lang, heads):
    """Heads in a language; dimensions of all cards, blank where a card has no such one or it is open."""
    head, *rows = csv.reader(StringIO(table.to_csv(lang=lang)))

    dimensions = {"zh": ["一个窗口", "一支队伍", "一个平台", "一套机制", "一个大厅"]}.get(
        lang, ["one window", "one team", "one platform", "one set of mechanisms", "one hall"]
    )
    assert head == [*heads, *dimensions]
    assert rows[0][3:] == ["甲村", "", "复核", "已评定星级", "2", "93", "93", "18", "15", "45", "15", ""]
    assert rows[3][1:4] == ["", "False", "丙村"]
    assert rows[4][3:] == ["戊镇", "", "复核", "已评定星级", "5", "97", "97", "", "19", "20", "30", "28"]
    assert len(table.to_csv("criteria", lang).splitlines()) == 1 + len(table.to_dicts("criteria"))


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1"])
def test_csv_holds_no_formulas(name):
    """A name that a spreadsheet would reckon with is a text."""
    _, row = csv.reader(StringIO(rank([rated(name)]).to_csv()))

    assert row[3] == f"'{name}"


def drawn(card):
    """Some bodies of a kind, each with the rows that it missed."""
    ids = [each.id for each in card.criteria]
    return st.lists(st.sets(st.sampled_from(ids), max_size=8), min_size=1, max_size=6).map(
        lambda lost: [rated(f"{card.rates}{at}", missed(*names), card=card) for at, names in enumerate(lost)]
    )


both = st.tuples(drawn(VILLAGE), drawn(TOWNSHIP)).map(lambda held: held[0] + held[1])


@some
@given(held=both, seed=st.integers(0, 99))
def test_a_rank_is_one_more_than_those_above(held, seed):
    """Whatever the order in which the bodies are brought."""
    found, again = rank(held), rank(Random(seed).sample(held, len(held)))  # noqa: S311  (an order, no secret)

    for ranking in found.rankings:
        points = [each.rating.total.lowest for each in ranking.standings]
        for each, own in zip(ranking.standings, points, strict=True):
            assert each.rank == 1 + sum(other > own for other in points)
            assert each.is_tied == (points.count(own) > 1)
    ranks = [{(row["body"], row["rank"]) for row in each.to_dicts()} for each in (found, again)]
    assert ranks[0] == ranks[1]


@some
@given(held=both)
def test_what_was_lost_and_what_was_got_make_the_whole(held):
    """Losses, and the points of the dimensions, of all whole cards."""
    for ranking in rank(held).rankings:
        got = sum(each.points for each in ranking.means)
        assert got + sum(each.points for each in ranking.losses) == 100 * len(ranking.standings)
        assert got == sum(each.rating.total.lowest for each in ranking.standings)
        assert all(0 < each.share_percent <= 100 for each in ranking.losses)


@some
@given(held=st.lists(assessments(body=st.uuids().map(str)), max_size=4))
def test_any_cards_can_be_ranked_and_told(held):
    """Filled in by any stages, in whole or in part; every body stands there once."""
    table = rank(rate(each, CTX) for each in held)

    assert sorted(str(row["body"]) for row in table.to_dicts()) == sorted(each.body for each in held)
    assert all(each.body in table.to_text(lang) for each in held for lang in ("zh", "en"))
    for ranking in table.rankings:
        assert [each.rank for each in ranking.ranked] == sorted(each.rank for each in ranking.ranked)
        assert all((each.rank is None) == (each.unranked is not None) for each in ranking.standings)
        assert all(each.rating.total.is_exact for each in ranking.ranked)
