"""Filled-in scorecards that are made up: every total that a card can make, and no other."""

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from zwfw import Area
from zwfw.ratings import rate
from zwfw.records.assessments import Assessment, CriterionScore
from zwfw.records.rating_facts import RatingFacts
from zwfw.scorecards import Stage, scorecard
from zwfw.testing.assessments import assessments, criterion_scores, rated_assessments, rating_facts
from zwfw.testing.strategies import hindsight

FAST = settings(max_examples=3000, phases=[Phase.generate], database=None)
some = settings(max_examples=15)
VILLAGE, TOWNSHIP = "hanjiang-2023/village", "hanjiang-2023/township"


@pytest.mark.parametrize(
    ("card", "total", "stars"),
    [
        (VILLAGE, 69, None),
        (VILLAGE, 70, 1),
        (VILLAGE, 79, 1),
        (VILLAGE, 90, 2),
        (VILLAGE, 100, 2),
        (TOWNSHIP, 69, None),
        (TOWNSHIP, 70, 3),
        (TOWNSHIP, 79, 3),
        (TOWNSHIP, 80, 4),
        (TOWNSHIP, 89, 4),
        (TOWNSHIP, 90, 5),
        (TOWNSHIP, 100, 5),
    ],
)
@settings(max_examples=5)
@given(data=st.data())
def test_totals_at_the_floors(card, total, stars, data):
    """Exactly the total that is asked for, finished and in order, in force."""
    found = rate(data.draw(rated_assessments(total, card=card)), hindsight())

    assert (found.total.lowest, found.total.highest, found.stars) == (total, total, stars)
    assert (found.missing, found.partial, found.irregularities, found.is_provisional) == ((), (), (), False)


@pytest.mark.parametrize("total", [80, 89, 71, 99, 1, 101])
def test_totals_that_a_village_cannot_make_are_refused(total):
    """80 and 89 are 2 modulo 3."""
    with pytest.raises(ValueError, match=f"expected a total that {VILLAGE} can make, got {total}"):
        find(rated_assessments(total, card=VILLAGE), lambda _: True, settings=FAST)


@some
@given(drawn=rated_assessments(st.integers(70, 79), card=TOWNSHIP, stage="初评", area="涵江区"))
def test_totals_may_be_drawn_and_stages_left_out(drawn):
    """A strategy of totals, an area, and the last stage that was done."""
    found = rate(drawn, hindsight())

    assert (found.stars, found.stage, found.is_provisional) == (3, Stage.PRELIMINARY, True)
    assert drawn.area == Area("350303")


@pytest.mark.parametrize(
    "has_it",
    [
        lambda found: found.stage is None,
        lambda found: found.partial,
        lambda found: found.not_applicable,
        lambda found: found.differences,
        lambda found: found.irregularities,
        lambda found: found.missing and found.stars,
        lambda found: not found.missing and found.stage is Stage.JOINT,
    ],
    ids=["none", "partial", "not applicable", "differences", "irregular", "open with stars", "whole"],
)
def test_assessments_are_of_every_kind(has_it):
    """Whatever a rating tells is drawn."""
    if has_it.__code__.co_names == ("missing", "stars"):
        rows = {each.id: {"joint_score": each.weight} for each in scorecard(VILLAGE).criteria[1:]}
        drawn = assessments(area="涵江区", card=VILLAGE, scores=rows)
    else:
        drawn = assessments(area="涵江区")
    assert find(drawn, lambda told: has_it(rate(told, hindsight())), settings=FAST)


@some
@given(drawn=assessments(body="甲", card=TOWNSHIP))
def test_assessments_take_values(drawn):
    """What is given is stated just so."""
    assert (drawn.body, drawn.card) == ("甲", TOWNSHIP)


@some
@given(row=criterion_scores(remarks="无") | criterion_scores())
def test_rows_are_of_some_card(row):
    """A drawn row fits the card that has its criterion."""
    card = VILLAGE if row.criterion.startswith("V") else TOWNSHIP

    assert Assessment(body="甲", card=card, scores=[row]).scores == (row,)


@pytest.mark.parametrize("strategy", [assessments, criterion_scores, rating_facts])
def test_unknown_fields_are_named(strategy):
    """With near ones."""
    with pytest.raises(TypeError, match="expected fields of"):
        strategy(scroes=1)


@pytest.mark.parametrize(
    ("drawn", "kind"),
    [(assessments(), Assessment), (rating_facts(), RatingFacts), (criterion_scores(), CriterionScore)],
    ids=["assessments", "facts", "rows"],
)
@some
@given(data=st.data())
def test_they_survive_json(drawn, kind, data):
    """Written and read back they are the same."""
    told = data.draw(drawn)

    assert kind.model_validate_json(told.model_dump_json()) == told


def test_facts_may_be_all_or_none():
    """Every fact of a card, or none."""
    every = set(scorecard(TOWNSHIP).facts)

    assert find(rating_facts(card=TOWNSHIP), lambda told: set(told.known) == every, settings=FAST)
    assert find(rating_facts(card=TOWNSHIP), lambda told: not told.facts, settings=FAST)
