"""From a filled-in scorecard to its stars, and to what they rest on (星级评定结果)."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from itertools import combinations
from typing import Final, Literal

import attrs

from zwfw.clauses import ForceState, ForceStatus, Lang
from zwfw.context import Context
from zwfw.ratings.ways import Way, shortest_way
from zwfw.records._base import day_of, is_before
from zwfw.records.assessments import Assessment, CriterionScore
from zwfw.scorecards import Criterion, Level, Scorecard, Stage

__all__ = [
    "Irregularity",
    "IrregularityKind",
    "Loss",
    "Mark",
    "Rating",
    "RatingState",
    "Span",
    "StageDifference",
    "Subtotal",
    "rate",
]

PartialScores = Literal["open", "counted"]

_NOTHING: Final = Decimal(0)


class RatingState(Enum):
    """What a rating comes to (评定结论)."""

    RATED = "已评定星级"
    NO_STAR = "未达星级"
    """The points are below the lowest floor; the texts have no name for it."""

    OPEN = "星级未定"
    """What is missing or left open decides between levels."""

    NOT_IN_FORCE = "标准不适用"
    """The card was not in force, or does not bind the area: the rating's force says which."""


class IrregularityKind(Enum):
    """What is not as the procedure has it (评定程序问题)."""

    SKIPPED = "缺少前一阶段评分"
    """A later stage has scores that an earlier one has not."""

    REVERSED = "评定阶段先后颠倒"
    """A later stage is dated before an earlier one."""


@attrs.frozen(kw_only=True)
class Irregularity:
    """Where the stages did not come as the text orders them: self-rating, preliminary, joint review (评定程序问题).

    The text says nothing of what follows from it, so it is told and changes no score.

    Attributes:
        kind: What is wrong.
        stage: The later stage.
        earlier: The earlier stage.
        criteria: The criteria that the earlier stage left out; empty for dates.
    """

    kind: IrregularityKind
    stage: Stage
    earlier: Stage
    criteria: tuple[str, ...] = ()


def plain_points(value: Decimal) -> str:
    """A figure without the noughts that follow from how scores were written."""
    return f"{value.normalize():f}"


@attrs.frozen
class Span:
    """From the least to the most points that something can come to; both ends count (分值区间)."""

    lowest: Decimal
    highest: Decimal

    @property
    def is_exact(self) -> bool:
        """Whether nothing is open."""
        return self.lowest == self.highest

    def __str__(self) -> str:
        lowest, highest = plain_points(self.lowest), plain_points(self.highest)
        return lowest if self.is_exact else f"{lowest}-{highest}"


@attrs.frozen(kw_only=True)
class Mark:
    """What one criterion brings at the deciding stage (得分).

    Attributes:
        criterion: The criterion.
        given: The score as given; ``None`` where there is none.
        span: What it can come to.
        is_applicable: No where it was marked as not applicable: the text has no such answer, so it brings no points and
            nothing is rescaled.
    """

    criterion: Criterion
    given: Decimal | None
    span: Span
    is_applicable: bool = True

    @property
    def is_missing(self) -> bool:
        """Whether a score has still to come."""
        return self.given is None and self.is_applicable

    @property
    def is_partial(self) -> bool:
        """Whether the score lies between those that the text knows."""
        return self.given is not None and self.given not in self.criterion.steps


@attrs.frozen(kw_only=True)
class Loss:
    """Points that a criterion did not bring (失分)."""

    criterion: str
    points: Decimal


@attrs.frozen(kw_only=True)
class Subtotal:
    """The points of a dimension, or of a group within one (小计).

    Attributes:
        name: Its name, as in 一个窗口.
        points: The most that it can bring.
        span: What it brings.
        parts: Its groups; empty where the card has none.
    """

    name: str
    points: int
    span: Span
    parts: "tuple[Subtotal, ...]" = ()


@attrs.frozen(kw_only=True)
class StageDifference:
    """Where the stages gave one criterion different scores (评分差异)."""

    criterion: str
    scores: Mapping[Stage, Decimal] = attrs.field(hash=False)


@attrs.frozen(kw_only=True)
class Rating:
    """The stars of one body, and what they rest on (星级评定结果).

    Attributes:
        assessment: What was rated.
        card: The card.
        force: Whether the card was in force, and from when to when.
        stage: The latest stage with scores, which decides; ``None`` where there is none at all.
        marks: What each criterion brings at that stage, in the order of the card.
        totals: What every stage with scores comes to; they are neither averaged nor mixed.
        irregularities: Where the stages did not come in their order.
    """

    assessment: Assessment
    card: Scorecard = attrs.field(repr=False)
    force: ForceStatus
    stage: Stage | None
    marks: tuple[Mark, ...] = attrs.field(repr=False)
    totals: Mapping[Stage, Span] = attrs.field(repr=False, hash=False)
    irregularities: tuple[Irregularity, ...] = ()

    @property
    def total(self) -> Span:
        """The points."""
        return _sum(self.marks)

    @property
    def is_provisional(self) -> bool:
        """Whether the joint review, which decides, is still to come or to be finished."""
        return self.stage is not Stage.JOINT or bool(self.missing)

    @property
    def possible(self) -> tuple[Level | None, ...]:
        """The levels that the points can still come to, the lowest first; ``None`` stands for no star."""
        ends = [self.card.level(self.total.lowest), self.card.level(self.total.highest)]
        ladder = (None, *self.card.levels)
        return ladder[ladder.index(ends[0]) : ladder.index(ends[1]) + 1]

    @property
    def state(self) -> RatingState:
        """What it comes to."""
        if self.force.state is not ForceState.IN_FORCE:
            return RatingState.NOT_IN_FORCE
        lowest, *higher = self.possible
        if higher:
            return RatingState.OPEN
        return RatingState.RATED if lowest else RatingState.NO_STAR

    @property
    def level(self) -> Level | None:
        """The level; ``None`` unless one is given."""
        return self.possible[0] if self.state is RatingState.RATED else None

    @property
    def stars(self) -> int | None:
        """The stars; ``None`` unless some are given, and never 0."""
        return self.level.stars if self.level else None

    @property
    def dimensions(self) -> tuple[Subtotal, ...]:
        """The points of each dimension, with those of its groups."""
        return tuple(
            Subtotal(
                name=each.zh,
                points=each.points,
                span=_sum(mine := [mark for mark in self.marks if mark.criterion.dimension == each.zh]),
                parts=tuple(
                    Subtotal(
                        name=part.zh,
                        points=part.points,
                        span=_sum(mark for mark in mine if mark.criterion.part == part.zh),
                    )
                    for part in each.parts
                ),
            )
            for each in self.card.dimensions
        )

    @property
    def lost(self) -> tuple[Loss, ...]:
        """What the criteria that were scored, or do not apply, fell short of, in the order of the card."""
        return tuple(
            Loss(criterion=each.criterion.id, points=points)
            for each in self.marks
            if not each.is_missing and (points := each.criterion.weight - (each.given or _NOTHING))
        )

    @property
    def missing(self) -> tuple[str, ...]:
        """The criteria without a score at the deciding stage."""
        return tuple(each.criterion.id for each in self.marks if each.is_missing)

    @property
    def partial(self) -> tuple[str, ...]:
        """The criteria whose score lies between those that the text knows."""
        return tuple(each.criterion.id for each in self.marks if each.is_partial)

    @property
    def not_applicable(self) -> tuple[str, ...]:
        """The criteria that were marked as not applicable: they bring no points, and nothing is rescaled."""
        return tuple(each.criterion.id for each in self.marks if not each.is_applicable)

    @property
    def differences(self) -> tuple[StageDifference, ...]:
        """The criteria to which the stages gave different scores."""
        found = []
        for each in self.card.criteria:
            row = self.assessment.row(each.id)
            scores = {stage: score for stage in self.totals if row and (score := row.score(stage)) is not None}
            if len(set(scores.values())) > 1:
                found.append(StageDifference(criterion=each.id, scores=scores))
        return tuple(found)

    def shortest_way(self, *, to: int | None = None, without: Iterable[str] = ()) -> Way | None:
        """What reaches the next level surely, by the fewest points and then the fewest criteria.

        It starts from the points that are sure; a criterion without a score may be among its steps.

        Args:
            to: The stars to reach; those of the next level unless given.
            without: Criteria that cannot be raised. Those that do not apply never are.

        Returns:
            ``None`` where there is no higher level, where it cannot be reached, and where the card is not in force.

        Raises:
            UnknownClauseError: If *without* names no criterion of the card.
            ValueError: If the card has no level of so many stars.
        """
        if self.state is RatingState.NOT_IN_FORCE:
            return None
        sure = {each.criterion.id: each.span.lowest for each in self.marks}
        return shortest_way(self.card, sure, to=to, without=(*without, *self.not_applicable))

    def text(self, lang: Lang = "zh") -> str:
        """The result in one line."""
        ends = {"zh": "未达星级", "en": "no star"}
        if self.state is RatingState.NOT_IN_FORCE:
            words = {"zh": f"标准{self.force.state.value}", "en": f"card not in force ({self.force.state.value})"}[lang]
        else:
            words = {"zh": "或", "en": " or "}[lang].join(
                each.name(lang) if each else ends[lang] for each in self.possible
            )
        stage = self.stage.value if self.stage else {"zh": "未评分", "en": "not scored"}[lang]
        if self.stage and self.is_provisional:
            stage += {"zh": "，暂定", "en": ", provisional"}[lang]
        if lang == "zh":
            return f"{self.assessment.body}：{self.total} 分，{words}（{stage}）"
        return f"{self.assessment.body}: {self.total} points, {words} ({stage})"


def _sum(marks: Iterable[Mark]) -> Span:
    lowest = highest = _NOTHING
    for each in marks:
        lowest += each.span.lowest
        highest += each.span.highest
    return Span(lowest, highest)


def rate(assessment: Assessment, ctx: Context, *, partial_scores: PartialScores = "open") -> Rating:
    """The stars that a filled-in card comes to, and what they rest on.

    The latest stage with scores decides by itself. A star is given where everything that is missing or left open leaves
    the level the same. The law is that of the day on which the deciding stage was done, or where that is not stated of
    the context's day.

    Args:
        assessment: The filled-in card. A stage that is dated after the moment of looking has not been yet.
        ctx: Where and when; the body's own area comes first where it is stated.
        partial_scores: The text knows a criterion's whole points, or its halves, and says nothing of scores between.
            Left ``open``, such a score may come to the next whole one below or above; ``counted``, it counts as given.

    >>> from zwfw.scorecards import scorecard
    >>> card = scorecard("hanjiang-2023/village")
    >>> scores = {each.id: {"joint_score": each.weight} for each in card.criteria if each.id not in ("V04", "V08")}
    >>> found = rate(
    ...     Assessment(body="甲村便民服务站", card=card.id, area="涵江区", scores=scores),
    ...     Context(area="涵江区", as_of="2025-06-30"),
    ... )
    >>> print(found.text())
    甲村便民服务站：94-100 分，二星级（标准型）（复核，暂定）
    >>> found.stars, found.missing
    (2, ('V04', 'V08'))
    """
    card = assessment.scorecard
    done = [stage for stage in Stage if assessment.has_stage(stage) and not _is_later(assessment, stage, ctx)]
    stage = done[-1] if done else None
    moment = assessment.done_at(stage) if stage else None
    scope = ctx.scoped(assessment.area or ctx.area, day_of(moment) if moment else ctx.day)
    marks = {each: tuple(_marks(card, assessment, each, partial_scores)) for each in (*done, None)}
    return Rating(
        assessment=assessment,
        card=card,
        force=scope.norms.status(card.criteria[0].clause),
        stage=stage,
        marks=marks[stage],
        totals={each: _sum(marks[each]) for each in done},
        irregularities=tuple(_irregularities(assessment, done)),
    )


def _is_later(assessment: Assessment, stage: Stage, ctx: Context) -> bool:
    moment = assessment.done_at(stage)
    return moment is not None and is_before(ctx.as_of, moment)


def _marks(
    card: Scorecard, assessment: Assessment, stage: Stage | None, partial_scores: PartialScores
) -> Iterator[Mark]:
    rows = {each.criterion: each for each in assessment.scores}
    for each in card.criteria:
        row = rows.get(each.id)
        given = row.score(stage) if row and stage else None
        applies = row is None or row.is_applicable is not False
        span = _span(each, given, counts=partial_scores == "counted") if applies else Span(_NOTHING, _NOTHING)
        yield Mark(criterion=each, given=given, span=span, is_applicable=applies)


def _span(criterion: Criterion, given: Decimal | None, *, counts: bool) -> Span:
    if given is None:
        return Span(_NOTHING, Decimal(criterion.weight))
    if counts or given in criterion.steps:
        return Span(given, given)
    below = max(step for step in criterion.steps if step < given)
    above = min(step for step in criterion.steps if step > given)
    return Span(Decimal(below), Decimal(above))


def _irregularities(assessment: Assessment, done: list[Stage]) -> Iterator[Irregularity]:
    for earlier, stage in combinations(Stage, 2):
        if stage not in done:
            continue
        skipped = tuple(each.criterion for each in assessment.scores if _skips(each, earlier, stage))
        if skipped:
            yield Irregularity(kind=IrregularityKind.SKIPPED, stage=stage, earlier=earlier, criteria=skipped)
        first, then = assessment.done_at(earlier), assessment.done_at(stage)
        if first is not None and then is not None and is_before(then, first):
            yield Irregularity(kind=IrregularityKind.REVERSED, stage=stage, earlier=earlier)


def _skips(row: CriterionScore, earlier: Stage, stage: Stage) -> bool:
    return row.score(stage) is not None and row.score(earlier) is None
