"""Scorecards: the criteria of a star rating, what each weighs and what decides it (星级评定标准)."""

from zwfw.errors import UnknownScorecardError
from zwfw.scorecards.cards import (
    Condition,
    ConditionKind,
    Criterion,
    Dimension,
    Fact,
    Inconsistency,
    Level,
    Part,
    Scorecard,
    Stage,
    StageReviewers,
    SubCriterion,
)
from zwfw.scorecards.files import held

__all__ = [
    "Condition",
    "ConditionKind",
    "Criterion",
    "Dimension",
    "Fact",
    "Inconsistency",
    "Level",
    "Part",
    "Scorecard",
    "Stage",
    "StageReviewers",
    "SubCriterion",
    "scorecard",
    "scorecards",
]


def scorecards() -> tuple[Scorecard, ...]:
    """All scorecards that are held.

    >>> [card.id for card in scorecards()]
    ['hanjiang-2023/village', 'hanjiang-2023/township']
    """
    return tuple(held().values())


def scorecard(id: str) -> Scorecard:  # noqa: A002  (the word of the data)
    """The scorecard with this id.

    Raises:
        UnknownScorecardError: If none has it; near ones are named.

    >>> card = scorecard("hanjiang-2023/township")
    >>> len(card.criteria), sum(len(each.parts) for each in card.dimensions), [each.points for each in card.dimensions]
    (50, 13, [30, 20, 20, 30])
    """
    try:
        return held()[id]
    except KeyError:
        from difflib import get_close_matches

        raise UnknownScorecardError(id, get_close_matches(id, held())) from None
