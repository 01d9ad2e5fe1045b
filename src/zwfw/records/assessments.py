"""Assessments: a filled-in scorecard, with the scores of its three stages (星级评定评分表)."""

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Final

from pydantic import AfterValidator, Field, PlainSerializer, model_validator
from pydantic_core import PydanticCustomError

from zwfw.records._base import AreaField, Fault, Moment, Record, UnlessStrict, known
from zwfw.records.venues import VenueKind
from zwfw.scorecards import Scorecard, Stage, scorecard

__all__ = ["Assessment", "CriterionScore"]

_PLACES: Final = 2
"""Hundredths of a point are the finest that is taken; the text knows whole points only."""

_MOST: Final = 1000
"""What no row of any card comes to; beyond it nothing is counted."""


def _points(score: Decimal) -> Decimal:
    """Without the noughts that follow from how it was written."""
    if abs(score) >= _MOST:
        raise PydanticCustomError(
            "score", "expected points below {most}, got {got}", {"most": _MOST, "got": str(score)}
        )
    if score != round(score, _PLACES):
        return score  # which the assessment refuses
    return Decimal(int(score)) if score == score.to_integral_value() else score.normalize()


def _plain(score: Decimal) -> int | float:
    return int(score) if score == score.to_integral_value() else float(score)


Score = Annotated[
    Decimal,
    AfterValidator(_points),
    PlainSerializer(_plain, return_type=int | float, when_used="json"),
]
"""Points, exact to the hundredth."""

SCORES: Final[Mapping[Stage, str]] = {
    Stage.SELF: "self_score",
    Stage.PRELIMINARY: "preliminary_score",
    Stage.JOINT: "joint_score",
}
"""The field that holds the score of each stage."""

DAYS: Final[Mapping[Stage, str]] = {
    Stage.SELF: "self_assessed_at",
    Stage.PRELIMINARY: "preliminarily_assessed_at",
    Stage.JOINT: "jointly_reviewed_at",
}
"""The field that holds when each stage was done."""


class CriterionScore(Record):
    """What one row of the card was given (评分).

    >>> CriterionScore(criterion="V02", self_score=4).score(Stage.SELF)
    Decimal('4')
    """

    _named_by: ClassVar = "criterion"

    criterion: Annotated[str, Field(min_length=1)]
    """The id of the criterion, as in V02 (总序)."""

    self_score: Score | None = None
    """What the body gave itself (自评得分); ``None`` where the column is empty."""

    preliminary_score: Score | None = None
    """What the county's centre gave it (初评得分)."""

    joint_score: Score | None = None
    """What the city's and the county's centres gave it together (复核得分)."""

    is_applicable: bool | None = None
    """Whether the criterion speaks of the body at all; no where somebody marked it as not applicable (不适用)."""

    evidence: tuple[str, ...] | None = None
    """What shows it: documents, pictures, links."""

    remarks: str | None = None
    """What stands in the last column (备注)."""

    def score(self, stage: Stage) -> Decimal | None:
        """The score of one stage; ``None`` where it has none."""
        found: Decimal | None = getattr(self, SCORES[stage])
        return found


def _rows(value: object) -> object:
    """Scores by criterion, as ``{"V01": {"self_score": 3}}``, as the rows that they stand for."""
    if not isinstance(value, Mapping):
        return value
    return [{"criterion": name, **row} if isinstance(row, Mapping) else row for name, row in value.items()]


class Assessment(Record):
    """A filled-in scorecard of one body (星级评定评分表).

    The scores may be given by criterion. A row that is left out, and a score that is, has not been given.

    >>> found = Assessment(body="甲村便民服务站", card="hanjiang-2023/village", scores={"V01": {"self_score": 3}})
    >>> found.scores[0].criterion, found.scorecard.title_zh
    ('V01', '村（社区）便民服务站星级评定标准')
    """

    _named_by: ClassVar = "body"
    _parts: ClassVar = ("scores",)
    _moments: ClassVar = tuple(DAYS.values())
    _dated_by: ClassVar = tuple(DAYS[stage] for stage in reversed(Stage))

    body: Annotated[str, Field(min_length=1)]
    """The name of the station or centre."""

    card: Annotated[str, AfterValidator(known(scorecard))]
    """The id of the card, as in hanjiang-2023/village."""

    kind: VenueKind | None = None
    """What the body is; a card rates bodies of one kind only."""

    area: AreaField | None = None
    """Where the body is; the context's area where it is not stated."""

    scores: Annotated[tuple[CriterionScore, ...], UnlessStrict(_rows)] = ()

    self_assessed_at: Moment | None = None
    """When the body rated itself (自评); ``None`` where it has not."""

    preliminarily_assessed_at: Moment | None = None
    """When the county's centre rated it (初评); ``None`` where it has not."""

    jointly_reviewed_at: Moment | None = None
    """When the city's and the county's centres reviewed it together (联合复核); ``None`` where they have not."""

    remarks: str | None = None

    @model_validator(mode="after")
    def _on_the_card(self) -> "Assessment":
        self._raise_if([*self._wrong_kind(), *self._misfits()])
        return self

    @property
    def scorecard(self) -> Scorecard:
        """The card that was filled in."""
        return scorecard(self.card)

    def row(self, criterion: str) -> CriterionScore | None:
        """The row of one criterion; ``None`` where it was left out."""
        return next((each for each in self.scores if each.criterion == criterion), None)

    def done_at(self, stage: Stage) -> Any:
        """When a stage was done; ``None`` where that is not stated."""
        return getattr(self, DAYS[stage])

    def has_stage(self, stage: Stage) -> bool:
        """Whether any score of a stage was given."""
        return any(each.score(stage) is not None for each in self.scores)

    def _wrong_kind(self) -> list[Fault]:
        if self.kind is None or self.kind.value == self.scorecard.rates:
            return []
        return [(("kind",), f"card {self.card} rates a {self.scorecard.rates}, not a {self.kind.value}", self.kind)]

    def _misfits(self) -> list[Fault]:
        faults: list[Fault] = []
        times = Counter(each.criterion for each in self.scores)
        for index, row in enumerate(self.scores):
            at = ("scores", index)
            name = row.criterion
            if times[name] > 1:
                faults.append(((*at, "criterion"), f"criterion {name} stands {times[name]} times", name))
            if not self.scorecard.has(name):
                faults.append(((*at, "criterion"), f"card {self.card} has no criterion {name}", name))
            for stage, field in SCORES.items():
                faults += [((*at, field), why, row.score(stage)) for why in self._wrong_score(row, stage)]
        return faults

    def _wrong_score(self, row: CriterionScore, stage: Stage) -> list[str]:
        score, name = row.score(stage), row.criterion
        if score is None:
            return []
        found = []
        if score < 0:
            found.append(f"{name}: expected no less than 0 points, got {score}")
        if self.scorecard.has(name) and score > self.scorecard.criterion(name).weight:
            found.append(f"{name}: expected at most {self.scorecard.criterion(name).weight} points, got {score}")
        if score != round(score, _PLACES):
            found.append(f"{name}: expected points to the hundredth, got {score}")
        if score and row.is_applicable is False:
            found.append(f"{name}: expected no points, as it is marked as not applicable, got {score}")
        return found
