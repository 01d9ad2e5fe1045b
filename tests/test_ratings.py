"""Stars, and what they rest on, worked by hand from annexes 1 and 2 of 涵政办规〔2023〕1号."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support import HANJIANG
from zwfw import Context
from zwfw.clauses import ForceState
from zwfw.errors import ContextError, UnknownClauseError
from zwfw.ratings import (
    Irregularity,
    IrregularityKind,
    RatingState,
    Span,
    propose,
    rate,
    shortest_way,
    venue_facts,
)
from zwfw.records import Equipment, Venue, Window
from zwfw.records.assessments import SCORES, Assessment
from zwfw.records.rating_facts import RatingFacts
from zwfw.scorecards import Criterion, Level, Scorecard, Stage, SubCriterion, scorecard
from zwfw.testing.assessments import assessments, rated_assessments, rating_facts

VILLAGE, TOWNSHIP = scorecard("hanjiang-2023/village"), scorecard("hanjiang-2023/township")
CTX = Context(area=HANJIANG, as_of="2025-06-30")
some = settings(max_examples=25)


def told(card=VILLAGE, *, stages=("joint_score",), without=(), changes=None, **fields):
    """A whole card with full points at some stages; rows left out, and rows with other scores, on top."""
    rows = {each.id: dict.fromkeys(stages, each.weight) for each in card.criteria if each.id not in without}
    rows |= changes or {}
    return Assessment(**{"body": "甲", "card": card.id, "area": HANJIANG, "scores": rows, **fields})


def missed(*names):
    """Rows with no points at the joint review."""
    return {name: {"joint_score": 0} for name in names}


def rows(first, last, letter="V"):
    """The ids of some rows."""
    return [f"{letter}{place:02}" for place in range(first, last + 1)]


@pytest.mark.parametrize(
    ("lost", "total", "stars"),
    [
        ((), 100, 2),
        (rows(3, 5), 91, 2),  # V02 met and 3 missed: 100 - 9
        (["V02", "V03", "V04"], 90, 2),  # the only way to exactly 90: V02 and two others
        (rows(3, 6), 88, 1),  # 4 missed: 100 - 12
        (rows(3, 12), 70, 1),  # 10 missed: 100 - 30, which is V02 and 22 others
        (rows(3, 13), 67, None),
        (["V02", *rows(3, 11)], 69, None),  # 96 - 27
        (["V02", *rows(3, 10)], 72, 1),  # 96 - 24, the lowest pass without V02
        (rows(1, 33), 0, None),
    ],
)
def test_stars_of_a_village(lost, total, stars):
    """70 and 90 count; a perfect station stays at two stars."""
    found = rate(told(changes=missed(*lost)), CTX)

    assert (found.total, found.stars) == (Span(total, total), stars)
    assert found.state is (RatingState.RATED if stars else RatingState.NO_STAR)
    assert [each.criterion for each in found.lost] == sorted(lost)
    assert sum(each.points for each in found.lost) == 100 - total


@pytest.mark.parametrize(
    ("lost", "halves", "total", "stars"),
    [
        (rows(1, 5, "T"), 0, 90, 5),
        (rows(1, 5, "T"), 1, 89, 4),
        (rows(1, 10, "T"), 0, 80, 4),
        (rows(1, 10, "T"), 1, 79, 3),
        (rows(1, 15, "T"), 0, 70, 3),
        (rows(1, 15, "T"), 1, 69, None),
    ],
)
def test_stars_of_a_township(lost, halves, total, stars):
    """70, 80 and 90 count; at most 15, 10 and 5 rows may be missed; a half of T24 is one point."""
    found = rate(told(TOWNSHIP, changes=missed(*lost) | {"T24": {"joint_score": 2 - halves}}), CTX)

    assert (found.total.lowest, found.stars) == (total, stars)
    assert found.partial == ()


def test_the_preamble_would_take_a_star():
    """V02 and 22 others make 4 + 66 = 70; with 3 points for each they would make 69."""
    found = rate(told(changes=missed(*rows(24, 33))), CTX)

    assert (found.total.lowest, found.stars, 23 * 3) == (70, 1, 69)


def test_levels_have_their_names():
    """The same name of a type stands for other stars on the other card."""
    assert rate(told(changes=missed(*rows(3, 8))), CTX).level.name() == "一星级（基础型）"
    assert rate(told(TOWNSHIP, changes=missed(*rows(1, 15, "T"))), CTX).level.name() == "三星级（基础型）"
    assert rate(told(changes=missed(*rows(1, 33))), CTX).level is None


def test_subtotals():
    """V01 to V03 are of one window, V14 of one platform; T24 of general intake."""
    found = rate(told(changes=missed("V01", "V02", "V14")), CTX)
    assert [(each.name, str(each.span)) for each in found.dimensions] == [
        ("一个窗口", "18"),
        ("一支队伍", "15"),
        ("一个平台", "42"),
        ("一套机制", "15"),
    ]

    found = rate(told(TOWNSHIP, changes={"T24": {"joint_score": 1}}), CTX).dimensions[1]
    assert (found.name, str(found.span), found.points) == ("一支队伍", "19", 20)
    assert [(each.name, str(each.span)) for each in found.parts] == [
        ("服务礼仪", "8"),
        ("人员管理", "8"),
        ("综合受理", "3"),
    ]


@pytest.mark.parametrize(
    ("stages", "stage", "is_provisional"),
    [
        (("self_score",), Stage.SELF, True),
        (("self_score", "preliminary_score"), Stage.PRELIMINARY, True),
        (("self_score", "preliminary_score", "joint_score"), Stage.JOINT, False),
        ((), None, True),
    ],
)
def test_the_latest_stage_decides(stages, stage, is_provisional):
    """Before the joint review the rating is provisional and names its stage."""
    found = rate(told(stages=stages), CTX)

    assert (found.stage, found.is_provisional, found.irregularities) == (stage, is_provisional, ())
    assert found.stars == (2 if stage else None)


def test_the_joint_review_is_not_mixed_with_the_others():
    """Each stage has its own total, and what differs is told."""
    row = {"self_score": 3, "preliminary_score": 3, "joint_score": 0}
    found = rate(told(stages=tuple(SCORES.values()), changes=dict.fromkeys(rows(3, 13), row)), CTX)

    assert {stage.value: str(total) for stage, total in found.totals.items()} == {
        "自评": "100",
        "初评": "100",
        "复核": "67",
    }
    assert found.stars is None
    assert [each.criterion for each in found.differences] == rows(3, 13)
    assert found.differences[0].scores == {Stage.SELF: 3, Stage.PRELIMINARY: 3, Stage.JOINT: 0}


def test_a_joint_review_without_a_preliminary_one_is_told():
    """The text orders the stages and says nothing of what follows, so the score stands."""
    found = rate(told(changes={"V01": {"preliminary_score": 3, "joint_score": 3}}), CTX)

    skipped = tuple(rows(2, 33))
    assert found.stars == 2
    assert found.irregularities == (
        Irregularity(kind=IrregularityKind.SKIPPED, stage=Stage.PRELIMINARY, earlier=Stage.SELF, criteria=("V01",)),
        Irregularity(kind=IrregularityKind.SKIPPED, stage=Stage.JOINT, earlier=Stage.SELF, criteria=("V01", *skipped)),
        Irregularity(kind=IrregularityKind.SKIPPED, stage=Stage.JOINT, earlier=Stage.PRELIMINARY, criteria=skipped),
    )


def test_stages_dated_the_wrong_way_round_are_told():
    """The joint review comes last (最后)."""
    stages = tuple(SCORES.values())
    found = rate(told(stages=stages, preliminarily_assessed_at="2025-06-03", jointly_reviewed_at="2025-06-02"), CTX)

    assert found.irregularities == (
        Irregularity(kind=IrregularityKind.REVERSED, stage=Stage.JOINT, earlier=Stage.PRELIMINARY),
    )
    assert found.stars == 2


def test_a_stage_that_is_still_to_come_does_not_decide():
    """Seen from June, a review of July has not been."""
    both = ("preliminary_score", "joint_score")
    found = rate(told(stages=both, jointly_reviewed_at="2025-07-01"), CTX)

    assert found.stage is Stage.PRELIMINARY
    assert Stage.JOINT not in found.totals


@pytest.mark.parametrize(
    ("without", "lost", "span", "possible", "stars"),
    [
        (["V04", "V08"], (), (94, 100), [2], 2),
        (["V04"], rows(5, 8), (85, 88), [1], 1),
        (["V04"], rows(5, 7), (88, 91), [1, 2], None),
        (rows(1, 33), (), (0, 100), [None, 1, 2], None),
        (["V04"], rows(5, 15), (64, 67), [None], None),
    ],
)
def test_an_unfinished_card_gives_the_range_that_is_possible(without, lost, span, possible, stars):
    """Blanks are neither full points nor none; a star is given where both ends give it."""
    found = rate(told(without=without, changes=missed(*lost)), CTX)

    assert found.total == Span(*map(Decimal, span))
    assert [each and each.stars for each in found.possible] == possible
    assert found.stars == stars
    assert (found.state is RatingState.OPEN) is (len(possible) > 1)
    assert found.is_provisional
    assert found.missing == tuple(without)


@pytest.mark.parametrize(
    ("score", "span"), [("2.5", (97, 100)), ("0", (97, 97)), ("3", (100, 100)), ("0.01", (97, 100))]
)
def test_a_score_between_none_and_all_is_left_open(score, span):
    """The text knows 3 points or none; whether part of them counts it does not say."""
    found = rate(told(changes={"V01": {"joint_score": score}}), CTX)

    assert found.total == Span(*map(Decimal, span))
    assert found.partial == (("V01",) if score in ("2.5", "0.01") else ())


def test_a_half_is_no_score_between():
    """1 of T24 is a half, 1 of T23 lies between, 1.5 of T24 lies between its second half and the whole."""
    changes = {"T23": {"joint_score": 1}, "T24": {"joint_score": 1}, "T26": {"joint_score": "1.5"}}
    found = rate(told(TOWNSHIP, changes=changes), CTX)

    assert found.partial == ("T23", "T26")
    assert found.total == Span(Decimal(96), Decimal(99))


def test_partial_scores_may_be_counted():
    """On request they count as given, exactly: 69.99 is below 70."""
    lost = missed(*rows(3, 11)) | {"V12": {"joint_score": "0.01"}, "V13": {"joint_score": "2.98"}}
    found = rate(told(changes=lost), CTX, partial_scores="counted")

    assert str(found.total) == "69.99"
    assert found.stars is None
    assert found.state is RatingState.NO_STAR


def test_totals_have_no_noughts_of_their_own():
    """Two halves of points make a whole one, and 1.5 of it; however they were written."""
    changes = {"V12": {"joint_score": "1.50"}, "V13": {"joint_score": 1.5}}

    assert str(rate(told(changes=changes), CTX, partial_scores="counted").total) == "97"
    assert str(rate(told(changes=changes), CTX).total) == "94-100"


def test_what_does_not_apply_brings_no_points():
    """There is no rule for it and no rescaling: a township that is no 城区街道 tops out at 98."""
    found = rate(told(TOWNSHIP, changes={"T07": {"is_applicable": False}}), CTX)

    assert (str(found.total), found.stars, found.not_applicable) == ("98", 5, ("T07",))
    assert found.missing == ()
    assert [(each.criterion, each.points) for each in found.lost] == [("T07", 2)]
    assert not found.is_provisional


@pytest.mark.parametrize(
    ("as_of", "readings", "force"),
    [
        ("2023-03-05", {}, ForceState.NOT_YET),
        ("2023-03-06", {}, ForceState.IN_FORCE),
        ("2026-03-05", {}, ForceState.IN_FORCE),
        ("2026-03-06", {}, ForceState.ENDED),
        ("2026-03-06", {"hanjiang-validity": "issue-day-not-counted"}, ForceState.IN_FORCE),
        ("2026-03-07", {"hanjiang-validity": "issue-day-not-counted"}, ForceState.ENDED),
    ],
)
def test_the_cards_lapse_with_the_plan(as_of, readings, force):
    """Three years from 2023-03-06, the day of issue counted or not."""
    found = rate(told(), Context(area=HANJIANG, as_of=as_of, readings=readings))

    assert found.force.state is force
    assert found.stars == (2 if force is ForceState.IN_FORCE else None)
    assert (found.state is RatingState.NOT_IN_FORCE) is (force is not ForceState.IN_FORCE)
    assert str(found.total) == "100"


def test_an_old_review_keeps_its_law():
    """Reviewed in 2025, looked at in 2027; a review of 2027 finds no card, and one may look as of 2025."""
    later = Context(area=HANJIANG, as_of="2027-01-01")

    assert rate(told(jointly_reviewed_at="2025-06-03"), later).stars == 2
    assert rate(told(jointly_reviewed_at="2026-12-01"), later).force.state is ForceState.ENDED
    assert rate(told(), Context(area=HANJIANG, as_of="2027-01-01", day="2025-06-03")).stars == 2


def test_elsewhere_the_cards_do_not_bind():
    """The area of the body comes before the context's."""
    found = rate(told(area="350302"), CTX)

    assert found.force.state is ForceState.NEVER
    assert found.stars is None
    assert found.shortest_way() is None
    assert "不适用于本地" in found.text()
    assert rate(told(area=None), CTX).stars == 2


def test_a_rating_in_one_line():
    """Points, levels and stage."""
    assert rate(told(changes=missed(*rows(3, 6))), CTX).text() == "甲：88 分，一星级（基础型）（复核）"
    open_ = rate(
        told(
            stages=("self_score",),
            without=["V01"],
            changes={"V03": {"self_score": 0}, "V04": {"self_score": 0}, "V05": {"self_score": 0}},
        ),
        CTX,
    )
    assert open_.text("en") == "甲: 88-91 points, one star (basic) or two stars (standard) (自评, provisional)"
    assert rate(told(stages=()), CTX).text() == "甲：0-100 分，未达星级或一星级（基础型）或二星级（标准型）（未评分）"


# The way to more stars


@pytest.mark.parametrize(
    ("lost", "without", "steps"),
    [
        (rows(3, 6), (), ["V03"]),  # 88 and 3 make 91
        (["V02", *rows(3, 5)], (), ["V03"]),  # 87: 3 points are enough, 4 would be one too many
        (["V02", *rows(3, 6)], (), ["V03", "V04"]),  # 84 needs 6
        (rows(3, 12), (), rows(3, 9)),  # 70: 20 points are 7 rows of 3
        (["V02", *rows(3, 11)], (), ["V03"]),  # 69 needs 1
        (rows(3, 6), ("V03", "V04"), ["V05"]),
        (rows(3, 6), rows(3, 6), None),
        (rows(3, 5), (), None),  # two stars already
    ],
)
def test_the_way_to_the_next_star(lost, without, steps):
    """Fewest points first, then fewest rows, then the first rows of the card."""
    found = rate(told(changes=missed(*lost)), CTX).shortest_way(without=without)

    assert (found and [each.criterion for each in found.steps]) == steps


def test_fewest_points_come_before_fewest_rows():
    """83 needs 7: a 4 and a 3 make it; 84 needs 6: two 3s, though a 4 and a 3 are as few rows."""
    five = ["V02", *rows(3, 6)]

    assert rate(told(changes=missed(*five)), CTX).shortest_way().points == 6


def test_a_way_may_go_by_halves():
    """89 of a township needs 1: the half of T24 that is open, not a row of 2."""
    lost = missed(*rows(1, 5, "T")) | {"T24": {"joint_score": 1}}
    found = rate(told(TOWNSHIP, changes=lost), CTX).shortest_way()

    assert [(each.criterion, each.was, each.becomes) for each in found.steps] == [("T24", 1, 2)]
    assert (found.level.stars, found.points) == (5, 1)


def test_a_way_may_lead_to_a_level_that_is_asked_for():
    """From none to five stars; to four; to one that there is not."""
    found = rate(told(TOWNSHIP, changes=missed(*rows(1, 20, "T"))), CTX)

    assert (found.total.lowest, found.shortest_way().points, found.shortest_way(to=5).points) == (60, 10, 30)
    with pytest.raises(ValueError, match="expected one of 3, 4, 5 stars, got 2"):
        found.shortest_way(to=2)
    with pytest.raises(UnknownClauseError, match="V01"):
        found.shortest_way(without=["V01"])


def test_what_does_not_apply_is_no_step():
    """86 needs 4; T07 comes first on the card and stays out of the way."""
    lost = missed(*rows(8, 13, "T")) | {"T07": {"is_applicable": False}}
    found = rate(told(TOWNSHIP, changes=lost), CTX).shortest_way()

    assert [each.criterion for each in found.steps] == ["T08", "T09"]


def small_cards():
    """Cards of a few rows, some with halves, with one or two levels."""
    rows_ = st.lists(st.sampled_from([(1,), (2,), (3,), (4,), (1, 1), (1, 2)]), min_size=1, max_size=5)

    def build(told):
        total = sum(map(sum, told))
        floors = sorted({max(1, total // 2), max(1, total - 1)})
        return Scorecard(
            id="mine/card",
            total=total,
            levels=tuple(Level(stars=place, floor=floor) for place, floor in enumerate(floors, 1)),
            criteria=tuple(
                Criterion(
                    id=f"C{place}",
                    weight=sum(points),
                    parts=tuple(SubCriterion(id=f"C{place}{index}", points=each) for index, each in enumerate(points)),
                )
                for place, points in enumerate(told)
            ),
        )

    return rows_.map(build)


@settings(max_examples=150)
@given(card=small_cards(), data=st.data())
def test_the_way_reaches_the_level_and_no_cheaper_one_does(card, data):
    """Held against every way that there is."""
    scores = {
        each.id: data.draw(st.sampled_from(each.steps).map(Decimal) | st.decimals(0, each.weight, places=1))
        for each in card.criteria
    }
    kept = data.draw(st.sets(st.sampled_from([each.id for each in card.criteria])))
    total = sum(scores.values())

    found = shortest_way(card, scores, without=kept)

    goal = next((each for each in card.levels if each.floor > total), None)
    choices = [
        [scores[each.id], *(step for step in each.steps if step > scores[each.id] and each.id not in kept)]
        for each in card.criteria
    ]
    ways = [
        (sum(picked) - total, sum(one != scores[each.id] for one, each in zip(picked, card.criteria, strict=True)))
        for picked in product(*choices)
        if goal and sum(picked) >= goal.floor
    ]
    if not ways:
        assert found is None
    else:
        assert found.level is goal
        assert (found.points, len(found.steps)) == min(ways)
        assert not {each.criterion for each in found.steps} & kept


@some
@given(drawn=rated_assessments(), data=st.data())
def test_the_way_carried_out_reaches_the_next_star(drawn, data):
    """The steps of the way, written into the joint review, give the level that it names."""
    before = rate(drawn, CTX.scoped(drawn.area, drawn.jointly_reviewed_at))
    kept = data.draw(st.sets(st.sampled_from([each.id for each in before.card.criteria]), max_size=3))
    way = before.shortest_way(without=kept)
    if way is None:
        assert before.level is before.card.levels[-1] or kept
        return
    raised = {each.criterion: each.becomes for each in way.steps}
    changed = [{**row.model_dump(), "joint_score": raised.get(row.criterion, row.joint_score)} for row in drawn.scores]

    after = rate(Assessment(**{**drawn.model_dump(), "scores": changed}), LATE)

    assert after.level is way.level
    assert after.total.lowest == before.total.lowest + way.points


LATE = Context(area=HANJIANG, as_of="2025-12-31")


@some
@given(drawn=assessments(area=HANJIANG), data=st.data(), counted=st.sampled_from(("open", "counted")))
def test_raising_a_score_never_lowers_the_star(drawn, data, counted):
    """Neither end of what is possible falls."""
    before = rate(drawn, LATE, partial_scores=counted)
    scored = [each for each in before.marks if each.given is not None]
    if not scored:
        return
    mark = data.draw(st.sampled_from(scored))
    more = data.draw(st.decimals(mark.given, mark.criterion.weight, places=2))
    field = SCORES[before.stage]
    changed = [
        {**row.model_dump(), **({field: more} if row.criterion == mark.criterion.id else {})} for row in drawn.scores
    ]
    if any(
        row.get("is_applicable") is False and row[field] for row in changed if row["criterion"] == mark.criterion.id
    ):
        return

    after = rate(Assessment(**{**drawn.model_dump(), "scores": changed}), LATE, partial_scores=counted)

    ladder = [None, *before.card.levels]
    assert after.total.lowest >= before.total.lowest
    assert after.total.highest >= before.total.highest
    assert ladder.index(after.possible[0]) >= ladder.index(before.possible[0])
    assert ladder.index(after.possible[-1]) >= ladder.index(before.possible[-1])


@some
@given(drawn=assessments())
def test_any_assessment_can_be_rated(drawn):
    """Sums agree with their parts, and a level is given only where nothing else is possible."""
    found = rate(drawn, LATE)

    assert sum(each.span.lowest for each in found.dimensions) == found.total.lowest
    assert sum(each.span.highest for each in found.dimensions) == found.total.highest
    assert 0 <= found.total.lowest <= found.total.highest <= 100
    assert (found.level is None) or found.possible == (found.level,)
    assert found.text()
    assert found.text("en")


# Proposals


def proposed(card, facts, scores=None):
    """What facts say of a card."""
    asked = Assessment(body="甲", card=card.id, scores=scores or {})
    return propose(asked, RatingFacts(card=card.id, facts=facts))


@pytest.mark.parametrize(
    ("facts", "points"),
    [
        ({"area_m2": 14}, {"V03": 0, "V04": 0}),
        ({"area_m2": 15}, {"V04": 0}),
        ({"area_m2": 30}, {"V04": 0}),
        ({"area_m2": 31}, {"V04": 3}),
        ({"helpers": 1, "full_time_helpers": 0}, {"V09": 0, "V10": 0}),
        ({"helpers": 2, "full_time_helpers": 1}, {"V09": 3, "V10": 3}),
        ({"regimes": ["岗位责任"]}, {"V31": 0, "V32": 0}),
        ({}, {}),
    ],
)
def test_proposals_for_a_village(facts, points):
    """Only what the facts decide; V03 at 15 m² waits for a person to look at the window."""
    assert {each.criterion.id: each.points for each in proposed(VILLAGE, facts).decided} == points


ELSE_OF_T24 = dict.fromkeys(
    (
        "front_staff_by_employment_fund",
        "other_items_at_general_window",
        "has_clerk_corps",
        "front_staff_sent_by_county_centre",
        "one_window_intake_in_full",
    ),
    True,
)


@pytest.mark.parametrize(
    ("facts", "lowest", "highest"),
    [
        (ELSE_OF_T24 | {"centre_volume": 5999, "intake_volume": 2999}, 0, 0),
        (ELSE_OF_T24 | {"centre_volume": 6000, "intake_volume": 2999}, 1, 1),
        (ELSE_OF_T24 | {"centre_volume": 5999, "intake_volume": 3000}, 1, 1),
        (ELSE_OF_T24 | {"centre_volume": 6000, "intake_volume": 3000}, 2, 2),
        (ELSE_OF_T24 | {"centre_volume": 6000}, 1, 2),
        ({"centre_volume": 6000}, 0, 2),
        ({"centre_volume": 5999}, 0, 1),
    ],
)
def test_the_halves_of_t24_add_up(facts, lowest, highest):
    """6000 cases of the centre and 3000 through general intake, a point each."""
    found = next(each for each in proposed(TOWNSHIP, facts).rows if each.criterion.id == "T24")

    assert (found.lowest, found.highest, found.points) == (lowest, highest, lowest if lowest == highest else None)


@pytest.mark.parametrize(
    ("facts", "points"),
    [
        ({"front_staff": 2}, 0),
        ({"front_staff": 3, "director_is_of_leadership": True, "model_clerk_contests": 1}, 2),
        ({"front_staff": 3, "director_is_of_leadership": True, "model_clerk_contests": 0}, 0),
        ({"front_staff": 3, "director_is_of_leadership": True}, None),
    ],
)
def test_the_staff_of_a_township(facts, points):
    """Director, three at the front, and a contest every year."""
    assert next(each for each in proposed(TOWNSHIP, facts).rows if each.criterion.id == "T23").points == points


@pytest.mark.parametrize(("trainings", "points"), [(9, 0), (10, 2)])
def test_trainings_of_a_township(trainings, points):
    """One of etiquette, one of business each half-year, and ten in all."""
    facts = {
        "etiquette_trainings": 1,
        "business_trainings_first_half": 1,
        "business_trainings_second_half": 1,
        "online_training_attended_regularly": True,
        "trainings": trainings,
    }
    assert {each.criterion.id: each.points for each in proposed(TOWNSHIP, facts).decided} == {"T34": points}


def test_a_proposal_says_what_decided_it():
    """What is not met where it gives nothing, what is open where it waits."""
    found = {each.criterion.id: each for each in proposed(VILLAGE, {"area_m2": 20}).rows}

    assert [each.fact for each in found["V04"].unmet] == ["area_m2"]
    assert [each.text("en") for each in found["V03"].open] == ["the window is sensibly placed, and access is easy"]
    assert [each.text() for each in found["V03"].open] == ["窗口位置合理、出入方便"]


def test_disagreements_are_listed_and_nothing_is_overwritten():
    """A person's 3 for 30 m² stays, and is told; an empty place is filled."""
    scores = {"V04": {"self_score": 3, "joint_score": 0}, "V10": {"is_applicable": False}, "V12": {"remarks": "无"}}
    found = proposed(VILLAGE, {"area_m2": 30, "helpers": 2, "full_time_helpers": 1}, scores)

    (only,) = found.disagreements
    assert (only.criterion, only.stage, only.given, only.lowest, only.highest) == ("V04", Stage.SELF, 3, 0, 0)
    filled = found.filled()
    assert filled.row("V04") == found.assessment.row("V04")
    assert filled.row("V09").self_score == 3
    assert filled.row("V10").self_score is None
    assert [each.criterion for each in filled.scores] == ["V04", "V09", "V10", "V12"]
    assert found.filled("初评").row("V04").preliminary_score == 0


def test_facts_of_another_card_or_body_are_refused():
    """They say nothing of this one."""
    asked = Assessment(body="甲", card=VILLAGE.id)
    with pytest.raises(ContextError, match="expected those of card hanjiang-2023/village"):
        propose(asked, RatingFacts(card=TOWNSHIP.id))
    with pytest.raises(ContextError, match="expected those of 甲, got 乙"):
        propose(asked, RatingFacts(card=VILLAGE.id, body="乙"))
    assert propose(asked, RatingFacts(card=VILLAGE.id, body="甲")).decided == ()


@some
@given(data=st.data())
def test_proposals_leave_a_persons_scores(data):
    """Filling in changes no score that is there, and whatever is filled agrees with the facts."""
    asked = data.draw(assessments(body="甲"))
    found = propose(asked, data.draw(rating_facts(card=asked.card, body=None)))

    filled = found.filled(Stage.PRELIMINARY)

    for row in asked.scores:
        mine = filled.row(row.criterion)
        for stage in Stage:
            if mine is not None and row.score(stage) is not None:
                assert mine.score(stage) == row.score(stage)
    for each in found.decided:
        before, after = asked.row(each.criterion.id), filled.row(each.criterion.id)
        if before is None or (before.preliminary_score is None and before.is_applicable is not False):
            assert after.preliminary_score == each.points


@some
@given(data=st.data())
def test_knowing_less_decides_nothing_else(data):
    """What fewer facts decide, more facts decide alike."""
    facts = data.draw(rating_facts())
    fewer = data.draw(st.sets(st.sampled_from(facts.facts))) if facts.facts else set()
    asked = Assessment(body=facts.body or "甲", card=facts.card)

    less = propose(asked, RatingFacts(card=facts.card, facts=tuple(fewer)))
    more = propose(asked, facts)

    for one, other in zip(less.rows, more.rows, strict=True):
        assert one.lowest <= other.lowest <= other.highest <= one.highest


# Facts that a venue states


def test_facts_of_a_township_centre():
    """Name, sign, equipment, windows and what else its record has."""
    hall = Venue(
        name="国欢镇便民服务中心",
        kind="便民服务中心",
        sign_text="福建政务服务中心",
        equipment=[
            Equipment(kind="“e政务”自助机", count=1),
            Equipment(kind="打印机", count=0),
            Equipment(kind="碎纸机", count=2),
        ],
        windows=[Window(name="1号", kinds=["“办不成事”反映窗口"])],
        self_service_hours=24,
        green_channel=True,
        priority_groups_first=None,
        self_service_uses_city_list=True,
    )

    assert venue_facts(hall).known == {
        "has_uniform_name": True,
        "has_uniform_sign": True,
        "has_24h_self_service_area": True,
        "has_green_channel": True,
        "priority_for_special_groups": False,
        "city_self_service_list_applied": True,
        "equipment": ("自助服务终端设备", "碎纸机"),
        "has_complaint_window": True,
    }


@pytest.mark.parametrize(
    ("fields", "facts"),
    [
        ({"name": "甲村便民服务站"}, {"has_uniform_name": True}),
        ({"name": "甲村服务站"}, {"has_uniform_name": False}),
        ({"name": "甲村便民服务站", "sign_text": None}, {"has_uniform_name": True, "has_uniform_sign": False}),
        ({"name": "甲村便民服务站", "equipment": []}, {"has_uniform_name": True}),
    ],
)
def test_facts_of_a_station(fields, facts):
    """Its card asks for less, and for an office computer that a hall's equipment does not tell."""
    assert venue_facts(Venue(kind="便民服务站", **fields)).known == facts


@pytest.mark.parametrize(
    ("fields", "fact", "value"),
    [
        ({"equipment": [Equipment(kind="打印机")]}, "equipment", None),
        ({"equipment": None}, "equipment", ()),
        ({"windows": [Window(name="1号")]}, "has_complaint_window", None),
        ({"windows": None}, "has_complaint_window", False),
        ({"windows": [Window(name="1号", kinds=None)]}, "has_complaint_window", False),
    ],
)
def test_what_a_venue_leaves_unsaid_is_unknown(fields, fact, value):
    """A count or the kinds of a window left out leave the fact out."""
    assert venue_facts(Venue(name="国欢镇便民服务中心", kind="便民服务中心", **fields)).known.get(fact) == value


@pytest.mark.parametrize(
    ("fields", "card"), [({}, None), ({"kind": "政务服务中心"}, None), ({"kind": "便民服务站"}, TOWNSHIP.id)]
)
def test_facts_need_a_venue_that_a_card_rates(fields, card):
    """No card rates a centre of the district, and each card one kind only."""
    with pytest.raises(ContextError, match="expected a kind that a card rates"):
        venue_facts(Venue(name="甲", **fields), card=card)
