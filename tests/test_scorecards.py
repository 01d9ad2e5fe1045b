"""The two cards, held against what is counted and read off annexes 1 and 2 of 涵政办规〔2023〕1号."""

from datetime import date
from decimal import Decimal

import attrs
import pytest

from zwfw._data import packaged
from zwfw.areas import Area
from zwfw.clauses import clause
from zwfw.errors import DataFileError, UnknownClauseError, UnknownScorecardError, ZwfwError
from zwfw.normset import norms_in_force
from zwfw.parameters import parameter
from zwfw.scorecards import (
    ConditionKind,
    Criterion,
    Dimension,
    Level,
    Part,
    Scorecard,
    Stage,
    files,
    scorecard,
    scorecards,
)

VILLAGE, TOWNSHIP = scorecard("hanjiang-2023/village"), scorecard("hanjiang-2023/township")


def test_the_cards_stand_in_the_order_of_their_annexes():
    """Annex 1 rates stations, annex 2 centres."""
    assert [(card.id, card.rates, card.document) for card in scorecards()] == [
        ("hanjiang-2023/village", "便民服务站", "hanjiang-2023"),
        ("hanjiang-2023/township", "便民服务中心", "hanjiang-2023"),
    ]


def test_weights_of_the_village():
    """32 rows of 3 points and row 2 of 4 make 100; the preamble's 33 times 3 would make 99."""
    weights = {each.id: each.weight for each in VILLAGE.criteria}

    assert list(weights) == [f"V{place:02}" for place in range(1, 34)]
    assert {name for name, weight in weights.items() if weight != 3} == {"V02"}
    assert (weights["V02"], sum(weights.values()), 33 * 3) == (4, 100, 99)
    assert [(each.zh, each.points) for each in VILLAGE.dimensions] == [
        ("一个窗口", 25),
        ("一支队伍", 15),
        ("一个平台", 45),
        ("一套机制", 15),
    ]


def test_the_contradiction_of_the_preamble_is_held():
    """3 points for each make 99 as stated; the rows make 100."""
    (found,) = (each for each in VILLAGE.inconsistencies if each.id == "points-of-each")

    assert (found.stated, found.counted, found.criteria) == (99, 100, ("V02",))
    assert "99" in found.text()
    assert "99" in found.text("en")


def test_weights_of_the_township():
    """50 rows of 2 points in 13 groups, as their headings print."""
    assert [each.id for each in TOWNSHIP.criteria] == [f"T{place:02}" for place in range(1, 51)]
    assert {each.weight for each in TOWNSHIP.criteria} == {2}
    assert [(each.points, [part.points for part in each.parts]) for each in TOWNSHIP.dimensions] == [
        (30, [14, 8, 8]),
        (20, [8, 8, 4]),
        (20, [6, 10, 4]),
        (30, [10, 6, 8, 6]),
    ]


@pytest.mark.parametrize(
    ("card", "name", "numbers"),
    [
        (VILLAGE, "V08", (8, None)),
        (VILLAGE, "V09", (1, None)),
        (VILLAGE, "V14", (1, None)),
        (VILLAGE, "V33", (5, None)),
        (TOWNSHIP, "T07", (7, 7)),
        (TOWNSHIP, "T08", (8, 1)),
        (TOWNSHIP, "T25", (10, 2)),
        (TOWNSHIP, "T26", (1, 1)),
        (TOWNSHIP, "T50", (15, 3)),
    ],
)
def test_numbers_of_the_rows(card, name, numbers):
    """分序 runs through the dimension, 子序 through the group, which annex 1 has not."""
    found = card.criterion(name)

    assert (found.item, found.sub) == numbers


def test_only_two_rows_have_halves():
    """（1分） is printed twice in rows 24 and 26 of annex 2, and the halves add up."""
    halved = {each.id: each for card in scorecards() for each in card.criteria if len(each.parts) > 1}

    assert {name: [(part.id, part.points) for part in each.parts] for name, each in halved.items()} == {
        "T24": [("T24a", 1), ("T24b", 1)],
        "T26": [("T26a", 1), ("T26b", 1)],
    }
    assert {each.steps for each in halved.values()} == {(0, 1, 2)}


def test_a_row_says_what_its_clause_says():
    """Gists are those of the clause; related rows and tasks are held."""
    for card in scorecards():
        for each in card.criteria:
            held = clause(each.clause)
            assert (each.gist("zh"), each.gist("en")) == (held.gist("zh"), held.gist("en"))
            assert "/".join(filter(None, (each.dimension, each.part))) == held.title
            assert all(clause(f"{card.document}/{name}") for name in each.related)


FIGURES = {
    "V03": [("area_m2", ">=", 15)],
    "V04": [("area_m2", ">", 30)],
    "V09": [("helpers", ">=", 2)],
    "V10": [("full_time_helpers", ">=", 1)],
    "T01": [("area_m2", ">=", 150)],
    "T23": [("front_staff", ">=", 3), ("model_clerk_contests", ">=", 1)],
    "T24": [("centre_volume", ">=", 6000), ("intake_volume", ">=", 3000)],
    "T34": [
        ("etiquette_trainings", ">=", 1),
        ("business_trainings_first_half", ">=", 1),
        ("business_trainings_second_half", ">=", 1),
        ("trainings", ">=", 10),
    ],
    "T36": [("instant_minutes", "<=", 60)],
    "T42": [("real_name_fix_percent", ">=", 100)],
}


def test_every_figure_of_the_rows_is_held():
    """15, above 30, two helpers, one full-time; 150, three, 6000 and 3000, ten trainings, 60 minutes, 100 %."""
    found = {
        each.id: [(one.fact, one.comparison, one.limit) for one in each.conditions if one.kind is ConditionKind.FIGURE]
        for card in scorecards()
        for each in card.criteria
        if ConditionKind.FIGURE in each.decided_by
    }

    assert found == FIGURES


@pytest.mark.parametrize(
    ("name", "value", "answer"),
    [
        ("V03", "14.99", False),
        ("V03", "15", None),  # where the window is, a person says
        ("V04", "30", False),
        ("V04", "30.01", True),
        ("T01", "149", False),
        ("T01", "150", None),
    ],
)
def test_an_area_at_its_edge(name, value, answer):
    """不少于 15 and 150 count, 超过 30 does not; the rest of V03 and T01 is for a person."""
    card = VILLAGE if name.startswith("V") else TOWNSHIP
    facts = {"area_m2": Decimal(value), "in_street_front_building": True}

    assert card.criterion(name).parts[0].is_met(facts) is answer


@pytest.mark.parametrize(
    ("name", "facts", "answer"),
    [
        ("V11", {"plates": ("窗口服务牌", "工作人员胸牌")}, None),
        ("V11", {"plates": ("窗口服务牌",)}, False),
        ("V11", {"boards": ("信息公开栏", "工作人员职责栏")}, False),
        ("V32", {"regimes": ("窗口否定报备",)}, True),
        ("V32", {"regimes": ("首问责任",)}, False),
        ("V06", {"computer_connections": ("政务外网",), "equipment": ("高拍仪",)}, None),  # 等: another system may do
        ("V06", {"computer_connections": ("互联网",), "equipment": ("高拍仪",)}, True),
        ("T36", {"instant_minutes": Decimal(61), "approval_seal_in_use": True, "windows_authorised": True}, None),
        ("T36", {"instant_minutes": Decimal(60), "approval_seal_in_use": True, "windows_authorised": True}, True),
        ("T36", {"instant_minutes": Decimal(60), "approval_seal_in_use": False}, False),
        ("T07", {"moved_into_county_centre": True, "is_urban_subdistrict_or_central_town": False}, False),
        ("V02", {}, None),
    ],
)
def test_what_decides_a_row(name, facts, answer):
    """All of a list or one of it; 等 and 原则上 leave what falls short to a person."""
    card = VILLAGE if name.startswith("V") else TOWNSHIP

    assert card.criterion(name).parts[0].is_met(facts) is answer


def test_the_halves_of_a_row_are_met_by_themselves():
    """6000 cases of the centre for the first, 3000 through general intake for the second."""
    facts = {"centre_volume": Decimal(5999), "intake_volume": Decimal(3000)}
    facts |= dict.fromkeys(("has_clerk_corps", "front_staff_sent_by_county_centre", "one_window_intake_in_full"), True)

    assert [part.is_met(facts) for part in TOWNSHIP.criterion("T24").parts] == [False, True]


@pytest.mark.parametrize(
    ("card", "points", "stars"),
    [
        (VILLAGE, "69.99", None),
        (VILLAGE, "70", 1),
        (VILLAGE, "80", 1),
        (VILLAGE, "89.99", 1),
        (VILLAGE, "90", 2),
        (VILLAGE, "100", 2),
        (TOWNSHIP, "69.99", None),
        (TOWNSHIP, "70", 3),
        (TOWNSHIP, "79.99", 3),
        (TOWNSHIP, "80", 4),
        (TOWNSHIP, "89.99", 4),
        (TOWNSHIP, "90", 5),
        (TOWNSHIP, "0", None),
    ],
)
def test_floors_count(card, points, stars):
    """高于…分（含): the figure itself is enough, and nothing is rounded."""
    found = card.level(Decimal(points))

    assert (found.stars if found else None) == stars


def test_the_names_of_levels():
    """基础型 and 标准型 stand on both cards; only five stars are 标杆型."""
    assert [each.name() for card in scorecards() for each in card.levels] == [
        "一星级（基础型）", "二星级（标准型）", "三星级（基础型）", "四星级（标准型）", "五星级（标杆型）",
    ]  # fmt: skip
    assert TOWNSHIP.levels[-1].name("en") == "five stars (benchmark)"
    assert all(parameter(each.parameter).values[0].value == each.floor for card in scorecards() for each in card.levels)


def test_who_scores_at_each_stage():
    """The body itself, then the county's centre, then the city's and the county's together."""
    for card in scorecards():
        assert [each.stage for each in card.stages] == [Stage.SELF, Stage.PRELIMINARY, Stage.JOINT]
        assert [len(each.by) for each in card.stages] == [1, 1, 2]
        assert card.rates in card.stages[0].by[0]


def test_totals_that_a_village_cannot_make():
    """3k without V02 and 3k + 4 with it: never 2 modulo 3, nor 1, nor 99. A township makes every total."""
    missing = {total for total in range(101) if total % 3 == 2} | {1, 99}

    assert set(range(101)) - VILLAGE.totals == missing
    assert {69, 70, 79, 90, 100} <= VILLAGE.totals
    assert not {80, 89} & VILLAGE.totals
    assert TOWNSHIP.totals == set(range(101))


def test_the_criteria_are_those_in_force():
    """The norm set of the district has the same rows."""
    found = norms_in_force(Area("350303"), date(2025, 6, 3)).scorecards

    assert {card.id: tuple(each.clause for each in card.criteria) for card in scorecards()} == {
        name: tuple(each.ref for each in rows) for name, rows in found.items()
    }


def test_an_unknown_card_or_criterion_names_near_ones():
    """What is asked for by a wrong name is told with what may have been meant."""
    with pytest.raises(
        UnknownScorecardError, match="no scorecard 'hanjiang-2023/vilage' is held; did you mean"
    ) as caught:
        scorecard("hanjiang-2023/vilage")
    assert isinstance(caught.value, ZwfwError)
    with pytest.raises(UnknownClauseError, match="V99"):
        VILLAGE.criterion("V99")


def test_a_card_of_ones_own():
    """Criteria, levels and a total are enough; one without conditions is for a person."""
    card = Scorecard(
        id="mine/card",
        criteria=(Criterion(id="A", weight=2), Criterion(id="B", weight=3)),
        levels=(Level(stars=1, floor=3),),
        total=5,
    )

    assert card.totals == {0, 2, 3, 5}
    assert card.criterion("A").parts[0].is_met({}) is None
    assert card.facts == {}


def test_a_card_that_does_not_add_up_is_refused_with_all_its_faults():
    """Ids, parts, weights, dimensions and levels."""
    with pytest.raises(ValueError, match="criterion stands twice: A") as caught:
        Scorecard(
            id="mine/card",
            criteria=(
                Criterion(id="A", weight=2, needs=("C",), parts=()),
                Criterion(id="A", weight=3, dimension="甲", part="乙"),
            ),
            levels=(Level(stars=2, floor=3), Level(stars=1, floor=4)),
            total=6,
            dimensions=(Dimension(zh="甲", en="a", points=4, parts=(Part(zh="乙", en="b", points=2),)),),
        )

    assert str(caught.value).split("; ") == [
        "criterion stands twice: A",
        "parts of A: expected 2 points in all, got 0",
        "A needs C, which is no criterion",
        "weights of mine/card: expected 6 points in all, got 5",
        "weights of 甲: expected 4 points in all, got 3",
        "weights of 甲/乙: expected 2 points in all, got 3",
        "expected levels that rise in stars and floor, got [(2, 3), (1, 4)]",
    ]


def test_held_cards_do_not_change():
    """A card is frozen."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        VILLAGE.total = 99


@pytest.fixture
def faults_of(tmp_path, monkeypatch):
    """The faults of the packaged cards with some text changed."""

    def read(file, old, new):
        folder = tmp_path / "hanjiang-2023"
        folder.mkdir()
        for path in packaged("scorecards", "hanjiang-2023").iterdir():
            text = path.read_text(encoding="utf-8")
            if path.name == file:
                assert old in text
                text = text.replace(old, new, 1)
            (folder / path.name).write_text(text, encoding="utf-8")
        monkeypatch.setattr(files, "packaged", lambda _, name: tmp_path / name)
        with pytest.raises(DataFileError) as caught:
            files.held.__wrapped__()
        return [fault.partition(" @ ")[0] for fault in caught.value.faults]

    return read


@pytest.mark.parametrize(
    ("file", "old", "new", "faults"),
    [
        ("criteria.csv", "V02,4", "V02,3", [
            "village.toml: weights of hanjiang-2023/village: expected 100 points in all, got 99",
            "village.toml: weights of 一个窗口: expected 25 points in all, got 24",
        ]),
        ("criteria.csv", "V02,4,,2,,,V29", "V99,x,,2,,,V98", [
            "no criterion 'V99' is held",
            "invalid literal for int() with base 10: 'x'",
            "expected a weight, got 'x'",
            "no clause 'V98' is held",
            "V99 has a part that nothing decides",
            "conditions are held for V02, which has no such part",
        ]),
        ("criteria.csv", "V02,", "V01,", [
            "criterion stands twice: V01",
            "conditions are held for V02, which has no such part",
        ]),
        ("conditions.csv", "village_area_basic", "intake_volum", [
            "no parameter 'intake_volum' is held; did you mean intake_volume, centre_volume?",
        ]),
        ("conditions.csv", "village_area_basic", "", ["数值: got no parameter"]),
        ("conditions.csv", "village_area_basic", "bad_review_followup", [
            "parameter bad_review_followup has no value of hanjiang-2023",
        ]),
        ("conditions.csv", "V08,,全部,equipment,自助服务终端设备", "V08,3,是否,equipment,自助服务终端设备", [
            "是否: got members '自助服务终端设备'",
            "fact equipment is of two forms",
            "expected half 1 or 2, or nothing, got '3'",
        ]),
        ("conditions.csv", "V12,,是否,head_is_committee_director,,,", "V12,,是不是,,,no,", [
            "'是不是' is not a valid ConditionKind",
            "expected yes or nothing, got 'no'",
        ]),
        ("conditions.csv", "信息公开栏;", "", ["village_boards: expected 3 members"]),
        ("village.toml", 'id = "hanjiang-2023/village"', 'id = "x"', [
            "village.toml: expected the id hanjiang-2023/village, got x",
        ]),
        ("village.toml", '"自评"', '"互评"', ["village.toml: '互评' is not a valid Stage"]),
        ("village.toml", '["V14"]', '["V77"]', ["village.toml: no criterion 'V77'"]),
        ("village.toml", '"village_one_star"', '"bad_review_followup"', [
            "village.toml: parameter bad_review_followup has no value of hanjiang-2023",
        ]),
    ],
)  # fmt: skip
def test_faulty_data_are_told(faults_of, file, old, new, faults):
    """Every fault of a file comes at once, with its line or path."""
    found = faults_of(file, old, new)

    assert found == faults
