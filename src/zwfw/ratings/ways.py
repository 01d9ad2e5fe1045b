"""The shortest way to more stars: which criteria to raise, at the least cost (提星路径)."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

import attrs

from zwfw.scorecards import Level, Scorecard

__all__ = ["Step", "Way", "shortest_way"]

_HUNDREDTHS: Final = 100


@attrs.frozen(kw_only=True)
class Step:
    """One criterion to raise (提分事项).

    Attributes:
        criterion: Its id.
        was: Its points now.
        becomes: The points that it has to reach, one of the scores that the text knows.
    """

    criterion: str
    was: Decimal
    becomes: Decimal

    @property
    def points(self) -> Decimal:
        """By how much it rises."""
        return self.becomes - self.was


@attrs.frozen(kw_only=True)
class Way:
    """What reaches a level with the fewest points, and of those ways with the fewest criteria (提星路径).

    Attributes:
        level: The level that it reaches.
        steps: What to raise, in the order of the card; of equal ways the one that comes first there.
    """

    level: Level
    steps: tuple[Step, ...]

    @property
    def points(self) -> Decimal:
        """The points that it gains."""
        return sum((each.points for each in self.steps), Decimal(0))


def shortest_way(
    card: Scorecard, scores: Mapping[str, Decimal], *, to: int | None = None, without: Iterable[str] = ()
) -> Way | None:
    """The way from *scores* to a level, by the fewest points and then the fewest criteria.

    Args:
        card: The card.
        scores: The points of each criterion, to the hundredth; one that is left out has none.
        to: The stars to reach; those of the next level unless given.
        without: Criteria that cannot be raised, such as those of the floor area.

    Returns:
        ``None`` where that level is reached already, where there is no higher one, and where it cannot be reached.

    Raises:
        UnknownClauseError: If *without* or *scores* names no criterion of the card.
        ValueError: If the card has no level of so many stars.
    """
    for each in (*scores, *(kept := frozenset(without))):
        card.criterion(each)
    total = sum(scores.values(), Decimal(0))
    goal = _goal(card, total, to)
    need = round((goal.floor - total) * _HUNDREDTHS) if goal else 0
    if goal is None or need <= 0:
        return None
    picks = _fewest(card, {name: value for name, value in scores.items() if value}, need, kept)
    if picks is None:
        return None
    steps = (
        Step(criterion=each.id, was=scores.get(each.id, Decimal(0)), becomes=Decimal(becomes))
        for each, becomes in ((card.criteria[index], becomes) for index, becomes in picks)
    )
    return Way(level=goal, steps=tuple(steps))


def _goal(card: Scorecard, total: Decimal, to: int | None) -> Level | None:
    if to is None:
        return next((each for each in card.levels if each.floor > total), None)
    for each in card.levels:
        if each.stars == to:
            return each
    raise ValueError(f"expected one of {', '.join(str(each.stars) for each in card.levels)} stars, got {to}")


Picks = tuple[tuple[int, int], ...]
"""The places of criteria on the card, and the points that each is raised to."""


def _fewest(card: Scorecard, scores: Mapping[str, Decimal], need: int, kept: frozenset[str]) -> Picks | None:
    """The best picks that gain *need* hundredths or a little more.

    For every gain that the rows so far can make it keeps the picks of the fewest criteria; a gain that suffices is not
    built on any more.
    """
    best: dict[int, tuple[int, Picks]] = {0: (0, ())}
    for index, each in enumerate(card.criteria):
        if each.id in kept:
            continue
        now = scores.get(each.id, Decimal(0))
        rises = [(round((step - now) * _HUNDREDTHS), step) for step in each.steps if step > now]
        for gain, (count, picks) in list(best.items()):
            if gain >= need:
                continue
            for rise, step in rises:
                found = count + 1, (*picks, (index, step))
                held = best.get(gain + rise)
                if held is None or found < held:
                    best[gain + rise] = found
    enough = [gain for gain in best if gain >= need]
    return best[min(enough)][1] if enough else None
