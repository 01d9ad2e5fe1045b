"""Filled-in scorecards to test with, of any total that a card can make (星级评定评分表)."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from random import Random
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.parameters import parameter
from zwfw.records.assessments import DAYS, SCORES, Assessment, CriterionScore
from zwfw.records.rating_facts import RatingFact, RatingFacts
from zwfw.records.venues import VenueKind
from zwfw.scorecards import ConditionKind, Scorecard, Stage, scorecard, scorecards
from zwfw.testing._records import Fields, as_strategies, is_or_none, named, records, texts
from zwfw.testing.areas import areas, as_areas
from zwfw.testing.moments import FIRST_DAY, LAST_DAY, moments

__all__ = ["assessments", "criterion_scores", "rated_assessments", "rating_facts"]

_CARDS = st.sampled_from([each.id for each in scorecards()])
_HANJIANG = "350303"
_SEEDS = st.integers(0, 2**16)


def _scores(card: Scorecard, criterion: str) -> st.SearchStrategy[Decimal]:
    """Mostly what the text knows, now and then something between."""
    held = card.criterion(criterion)
    whole = st.sampled_from(held.steps).map(Decimal)
    return st.one_of(whole, whole, whole, st.decimals(0, held.weight, places=2))


@cache
def _row(card: str, criterion: str) -> st.SearchStrategy[CriterionScore]:
    usual: Fields = {
        **{field: is_or_none(_scores(scorecard(card), criterion)) for field in SCORES.values()},
        "evidence": is_or_none(st.lists(texts(), max_size=2)),
        "remarks": is_or_none(texts()),
    }
    unscored: Fields = {"is_applicable": st.sampled_from((True, False, None))}
    given = {"criterion": criterion}
    return st.one_of(
        records(CriterionScore, usual, given),
        records(CriterionScore, usual, given),
        records(CriterionScore, unscored, given),
    )


def criterion_scores(**fields: object) -> st.SearchStrategy[CriterionScore]:
    """Rows of a card, scored by any stages or by none; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.CriterionScore`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.
    """
    stated = as_strategies(CriterionScore, fields)
    every = [(card.id, each.id) for card in scorecards() for each in card.criteria]
    drawn = st.sampled_from(every).flatmap(lambda where: _row(*where))
    if not stated:
        return named("criterion_scores", drawn)
    return named(
        "criterion_scores",
        st.tuples(drawn, st.fixed_dictionaries({**stated})).map(
            lambda told: CriterionScore(**{**told[0].model_dump(), **told[1]})
        ),
    )


def assessments(**fields: object) -> st.SearchStrategy[Assessment]:
    """Cards filled in by any stages, in whole or in part or not at all; what is not given is stated or not.

    Args:
        fields: Any field of an :class:`~zwfw.records.Assessment`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> len(find(assessments(card="hanjiang-2023/village"), lambda told: len(told.scores) == 2).scores)
    2
    """
    stated = dict(as_strategies(Assessment, fields))
    cards = stated.pop("card", _CARDS)
    return named("assessments", cards.flatmap(lambda card: _assessments(card, stated)))


def _assessments(card: str, stated: dict[str, Any]) -> st.SearchStrategy[Assessment]:
    held = scorecard(card)
    rows = st.lists(st.sampled_from([each.id for each in held.criteria]), unique=True, max_size=6).flatmap(
        lambda ids: st.tuples(*(_row(card, each) for each in ids))
    )
    full = _whole(held, st.sampled_from(sorted(held.totals)), st.sampled_from(Stage))
    usual: Fields = {
        "body": texts(),
        "kind": st.sampled_from((None, VenueKind(held.rates))),
        "area": is_or_none(areas()),
        "scores": st.one_of(rows, full),
        **{field: is_or_none(moments()) for field in DAYS.values()},
        "remarks": is_or_none(texts()),
    }
    return records(Assessment, usual, {"card": card, **stated})


@st.composite
def _whole(
    draw: st.DrawFn, card: Scorecard, totals: st.SearchStrategy[int], lasts: st.SearchStrategy[Stage]
) -> tuple[dict[str, Any], ...]:
    """Every row of a card, scored alike by all stages up to one, with a total that is drawn."""
    total, last = draw(totals), draw(lasts)
    chosen = Random(draw(_SEEDS))  # noqa: S311  (a draw for each row would be slow, and shrink slowly)
    order = chosen.sample(card.criteria, len(card.criteria))
    # What the rows from each place on can still make.
    reach = [{0}]
    for each in reversed(order):
        reach.append({step + rest for step in each.steps for rest in reach[-1]})
    reach.reverse()
    if total not in reach[0]:
        raise ValueError(f"expected a total that {card.id} can make, got {total}")
    scores: dict[str, int] = {}
    left = total
    for each, rest in zip(order, reach[1:], strict=True):
        scores[each.id] = chosen.choice([step for step in each.steps if left - step in rest])
        left -= scores[each.id]
    fields = [SCORES[stage] for stage in Stage if stage.rank <= last.rank]
    return tuple({"criterion": each.id, **dict.fromkeys(fields, scores[each.id])} for each in card.criteria)


def rated_assessments(
    total: int | st.SearchStrategy[int] | None = None,
    *,
    card: str | None = None,
    stage: Stage | str = Stage.JOINT,
    area: Area | str | st.SearchStrategy[Area] | None = None,
) -> st.SearchStrategy[Assessment]:
    """Whole cards of bodies of Hanjiang, in force, with every stage up to one done in its order and scored alike.

    Args:
        total: Their points, of those that the card can make; any of them unless given.
        card: The card; any that is held unless given.
        stage: The last stage that was done.
        area: Where the bodies are; Hanjiang and what lies in it unless given.

    Raises:
        ValueError: When drawn, if the card cannot make the total.

    >>> from hypothesis import find
    >>> from zwfw import Context
    >>> from zwfw.ratings import rate
    >>> drawn = find(rated_assessments(90, card="hanjiang-2023/village", area="涵江区"), lambda told: True)
    >>> found = rate(drawn, Context(area="涵江区", as_of="2025-12-31"))
    >>> str(found.total), found.stars, found.is_provisional, found.irregularities
    ('90', 2, False, ())
    """
    return named("rated_assessments", _rated(total, card, Stage(stage), as_areas(area, areas(within=_HANJIANG))))


@st.composite
def _rated(
    draw: st.DrawFn,
    total: int | st.SearchStrategy[int] | None,
    card: str | None,
    last: Stage,
    places: st.SearchStrategy[Area],
) -> Assessment:
    held = scorecard(card or draw(_CARDS))
    totals = st.sampled_from(sorted(held.totals)) if total is None else total
    wished = totals if isinstance(totals, st.SearchStrategy) else st.just(totals)
    day = draw(st.dates(FIRST_DAY, LAST_DAY - timedelta(90)))
    days = dict(zip((DAYS[stage] for stage in Stage if stage.rank <= last.rank), _days(draw, day), strict=False))
    return Assessment.model_validate(
        {
            "body": draw(texts()),
            "card": held.id,
            "kind": VenueKind(held.rates),
            "area": draw(places),
            "scores": draw(_whole(held, wished, st.just(last))),
            **days,
        }
    )


def _days(draw: st.DrawFn, day: date) -> Iterator[date]:
    while True:
        yield day
        day += timedelta(draw(st.integers(0, 30)))


def _values(card: Scorecard, fact: str) -> st.SearchStrategy[Any]:
    """Figures around those that are asked for, and lists with some of the members."""
    asked = card.facts[fact]
    if asked[0].kind is ConditionKind.YES_OR_NO:
        return st.booleans()
    if asked[0].kind is ConditionKind.FIGURE:
        limits = [each.limit or 0 for each in asked]
        most = 100 if parameter(asked[0].parameter).unit == "percent" else 20_000
        near = st.sampled_from([min(most, max(0, limit + step)) for limit in limits for step in (-1, 0, 1)])
        return near | st.integers(0, most)
    members = sorted({member for each in asked for member in each.members})
    return st.just(members) | st.lists(st.sampled_from([*members, "其他"]), unique=True)


def rating_facts(**fields: object) -> st.SearchStrategy[RatingFacts]:
    """Facts about bodies, from none to all that bear on a card; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.RatingFacts`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(rating_facts(card="hanjiang-2023/village", facts={"area_m2": 30}), lambda told: True).known
    {'area_m2': Decimal('30')}
    """
    stated = dict(as_strategies(RatingFacts, fields))
    cards = stated.pop("card", _CARDS)
    return named("rating_facts", cards.flatmap(lambda card: _rating_facts(card, stated)))


def _rating_facts(card: str, stated: dict[str, Any]) -> st.SearchStrategy[RatingFacts]:
    held = scorecard(card)
    told = {fact: _values(held, fact) for fact in held.facts}
    some = st.sets(st.sampled_from(sorted(told)), max_size=8) | st.just(set(told))
    facts = some.flatmap(lambda names: st.fixed_dictionaries({name: told[name] for name in told if name in names}))
    usual: Fields = {"body": is_or_none(texts()), "facts": facts.map(_in_proportion)}
    return records(RatingFacts, usual, {"card": card, **stated})


def _in_proportion(facts: dict[str, Any]) -> list[RatingFact]:
    """What comes in through general intake is a part of what the centre handles."""
    if "centre_volume" in facts and "intake_volume" in facts:
        facts = {**facts, "intake_volume": min(facts["intake_volume"], facts["centre_volume"])}
    return [RatingFact(name=name, value=value) for name, value in facts.items()]
