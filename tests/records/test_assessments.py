"""Filled-in scorecards and facts about bodies, as they are brought."""

from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from zwfw.records.assessments import Assessment, CriterionScore
from zwfw.records.rating_facts import RatingFacts
from zwfw.scorecards import Stage

VILLAGE, TOWNSHIP = "hanjiang-2023/village", "hanjiang-2023/township"


def told(**changes):
    """A station's card with your changes."""
    return Assessment(**{"body": "甲村便民服务站", "card": VILLAGE, **changes})


def faults(make, **facts):
    """Where a record is wrong, and how."""
    with pytest.raises(ValidationError) as caught:
        make(**facts)
    return [(".".join(map(str, each["loc"])), each["msg"]) for each in caught.value.errors()]


def test_every_fault_is_told_at_once():
    """The other kind's body, rows twice, scores too high and too low, unknown rows, the other kind's rows."""
    rows = [
        {"criterion": "V01", "self_score": 4},
        {"criterion": "V01", "preliminary_score": -1},
        {"criterion": "V02", "self_score": 4, "joint_score": "4.01"},
        {"criterion": "T01", "self_score": 2},
        {"criterion": "V03", "self_score": "1.005"},
        {"criterion": "V04", "self_score": 3, "is_applicable": False},
    ]

    assert faults(told, kind="便民服务中心", scores=rows) == [
        ("kind", "card hanjiang-2023/village rates a 便民服务站, not a 便民服务中心"),
        ("scores.0.criterion", "criterion V01 stands 2 times"),
        ("scores.0.self_score", "V01: expected at most 3 points, got 4"),
        ("scores.1.criterion", "criterion V01 stands 2 times"),
        ("scores.1.preliminary_score", "V01: expected no less than 0 points, got -1"),
        ("scores.2.joint_score", "V02: expected at most 4 points, got 4.01"),
        ("scores.3.criterion", "card hanjiang-2023/village has no criterion T01"),
        ("scores.4.self_score", "V03: expected points to the hundredth, got 1.005"),
        ("scores.5.self_score", "V04: expected no points, as it is marked as not applicable, got 3"),
    ]


@pytest.mark.parametrize("score", [True, "NaN", "Infinity", "三", [3], 1e30, "-1e999999", 1000])
def test_what_is_no_score_is_refused(score):
    """A yes is no point, and neither is what is no number."""
    assert [where for where, _ in faults(told, scores={"V01": {"self_score": score}})] == ["scores.0.self_score"]


@pytest.mark.parametrize(
    ("name", "score"), [("V01", 0), ("V01", 3), ("V02", 4), ("V01", "３"), ("V01", 1.5), ("V01", " 2.25 ")]
)
def test_a_score_within_the_weight_is_taken(name, score):
    """From 0 to the weight, both counted; full-width digits and hundredths too."""
    assert told(scores={name: {"self_score": score}}).row(name).self_score == Decimal(str(score).strip())


@pytest.mark.parametrize(("score", "kept"), [(3.0, "3"), ("1.50", "1.5"), ("-0", "0"), ("1.005", "1.005")])
def test_a_score_has_no_noughts_of_its_own(score, kept):
    """However it was written, so that totals do not say 88.0; what is finer than hundredths is not rounded."""
    assert str(CriterionScore(criterion="V01", self_score=score).self_score) == kept


def test_an_unknown_card_and_field_are_refused():
    """Near cards are named; there are no fields beside those held."""
    (card,) = faults(told, card="hanjiang-2023/vilage")
    assert card[1].startswith("no scorecard 'hanjiang-2023/vilage' is held; did you mean hanjiang-2023/village")
    assert [where for where, _ in faults(told, stars=2)] == ["stars"]
    assert [where for where, _ in faults(told, scores={"V01": 3})] == ["scores.0"]


def test_stages_of_an_assessment():
    """A stage is there once any row has its score; a day is that of the deciding stage."""
    found = told(scores={"V01": {"self_score": 3, "joint_score": None}}, preliminarily_assessed_at="2025-06-03")

    assert [found.has_stage(stage) for stage in Stage] == [True, False, False]
    assert [found.row("V01").score(stage) for stage in Stage] == [3, None, None]
    assert found.row("V02") is None
    assert found.done_at(Stage.PRELIMINARY).isoformat() == "2025-06-03"
    assert found.law_day(date(2026, 1, 1)) == (date(2025, 6, 3), ())


def test_an_assessment_survives_json():
    """Whole points as whole numbers, and what was left out stays left out."""
    found = told(area="涵江区", scores={"V01": {"self_score": 3, "remarks": "无"}, "V02": {"joint_score": "2.5"}})

    written = found.model_dump_json()

    assert '{"criterion":"V01","self_score":3,"remarks":"无"},{"criterion":"V02","joint_score":2.5}' in written
    assert Assessment.model_validate_json(written) == found
    assert hash(Assessment.model_validate_json(written)) == hash(found)


def test_a_row_alone_knows_no_card():
    """What is too much is known with the card only."""
    assert CriterionScore(criterion="V01", self_score=99).score(Stage.SELF) == 99


def test_facts_with_every_fault():
    """Names twice or unknown, other forms, below 0, a part above its whole."""
    rows = [
        ("area_m2", True),
        ("area_m2", -1),
        ("has_parking", 1),
        ("zones", ["引导咨询"]),
        ("centre_volume", 5),
        ("intake_volume", 6),
        ("zone", True),
        ("qq", True),
    ]

    found = faults(RatingFacts, card=TOWNSHIP, facts=[{"name": name, "value": value} for name, value in rows])

    assert found == [
        ("facts.0.name", "fact area_m2 stands 2 times"),
        ("facts.0.value", "area_m2: expected a figure, got True"),
        ("facts.1.name", "fact area_m2 stands 2 times"),
        ("facts.1.value", "area_m2: expected no less than 0, got -1"),
        ("facts.2.value", "has_parking: expected a yes or no, got 1"),
        ("facts.6.name", "card hanjiang-2023/township has no fact zone; did you mean zones?"),
        ("facts.7.name", "card hanjiang-2023/township has no fact qq"),
        ("facts.5.value", "intake_volume 6 is more than centre_volume 5, of which it is a part"),
    ]


def test_no_more_than_all_is_followed_up():
    """A share has its end at 100; 100 itself is one."""
    told = {"card": TOWNSHIP, "facts": {"real_name_fix_percent": 100}}
    assert RatingFacts(**told).known["real_name_fix_percent"] == 100

    assert faults(RatingFacts, **(told | {"facts": {"real_name_fix_percent": "100.1"}})) == [
        ("facts.0.value", "real_name_fix_percent: expected at most 100 percent, got 100.1")
    ]


@pytest.mark.parametrize("value", ["很大", "NaN", float("nan"), None, ["甲", 1], {"甲": 1}, "1e999999", -(10**12)])
def test_what_is_no_fact_is_refused(value):
    """A text is neither a figure nor a list of its letters."""
    ((where, message),) = faults(RatingFacts, card=VILLAGE, facts=[{"name": "area_m2", "value": value}])

    assert where == "facts.0.value"
    assert message.startswith("expected a yes or no, a figure or a list of texts, got ")


@pytest.mark.parametrize(
    ("kind", "document"),
    [
        (RatingFacts, '{"card": "hanjiang-2023/village", "facts": [{"name": "area_m2", "value": "31"}]}'),
        (RatingFacts, '{"card": "hanjiang-2023/village", "facts": {"area_m2": 31}}'),
        (Assessment, '{"body": "甲", "card": "hanjiang-2023/village", "scores": {"V01": {"self_score": 3}}}'),
    ],
)
def test_what_is_taken_unless_it_is_read_strictly(kind, document):
    """Figures as texts, and rows by name: the schema has neither."""
    assert kind.model_validate_json(document)

    with pytest.raises(ValidationError):
        kind.model_validate_json(document, strict=True)


def test_facts_survive_json():
    """A yes stays a yes and 1 stays a figure."""
    facts = {"area_m2": 30.5, "helpers": 1, "head_is_committee_director": True, "regimes": ["窗口无否决权"]}
    found = RatingFacts(card=VILLAGE, facts=facts)

    assert found.known == {
        "area_m2": Decimal("30.5"),
        "helpers": Decimal(1),
        "head_is_committee_director": True,
        "regimes": ("窗口无否决权",),
    }
    assert RatingFacts.model_validate_json(found.model_dump_json()) == found
