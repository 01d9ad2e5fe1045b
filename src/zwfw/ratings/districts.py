"""Many bodies at once: their ranks, the means of their dimensions, and what costs them most (星级评定汇总)."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from io import StringIO
from itertools import groupby
from math import floor
from typing import Final, Literal

import attrs

from zwfw._cells import cut, grid, markdown, markdown_table
from zwfw.clauses import ForceState, Lang
from zwfw.ratings.stars import Rating, plain_points
from zwfw.scorecards import Criterion, Level, Scorecard, Stage

__all__ = ["CriterionLosses", "DimensionMean", "DistrictTable", "Ranking", "Standing", "Unranked", "rank"]

Part = Literal["bodies", "dimensions", "criteria"]
"""What the rows of a table are about."""

_NAMED: Final = 3
"""How many criteria a note names before it only counts them."""

_GIST: Final = 60
"""How many columns of a criterion's gist are shown in a text."""

_STAGES_EN: Final = {Stage.SELF: "self-rating", Stage.PRELIMINARY: "preliminary rating", Stage.JOINT: "joint review"}
_HEADS: Final[Mapping[str, tuple[str, str]]] = {
    "card": ("标准", "card"),
    "rank": ("名次", "rank"),
    "is_tied": ("并列", "tied"),
    "body": ("单位", "body"),
    "area": ("地区", "area"),
    "stage": ("阶段", "stage"),
    "state": ("结论", "result"),
    "stars": ("星级", "stars"),
    "lowest": ("最低得分", "fewest points"),
    "highest": ("最高得分", "most points"),
    "points": ("得分", "points"),
    "note": ("说明", "note"),
    "dimension": ("评定项目", "dimension"),
    "weight": ("权重", "weight"),
    "mean": ("平均得分", "mean"),
    "known": ("计入单位数", "bodies counted"),
    "criterion": ("总序", "criterion"),
    "gist": ("评定内容", "what it asks"),
    "lost": ("失分", "points lost"),
    "bodies": ("失分单位数", "bodies that lost"),
    "scored": ("已评单位数", "bodies scored"),
    "share_percent": ("失分占比（%）", "share of what could be lost (%)"),
}


class Unranked(Enum):
    """Why a body has no rank (不参与排名的原因)."""

    NOT_IN_FORCE = "标准不适用"
    """The card was not in force for it."""

    EARLIER_STAGE = "评定阶段较早"
    """Others have come to a later stage, and stages are not mixed."""

    OPEN = "得分未定"
    """Scores are missing, or lie between those that the text knows, so that there is a range of points only."""


@attrs.frozen(kw_only=True)
class Standing:
    """The place of one body among those of its kind (名次).

    Attributes:
        rating: Its rating.
        rank: Its rank: one more than the number of bodies with more points; ``None`` where it has none.
        is_tied: Whether another body has the same rank.
        unranked: Why it has no rank; ``None`` where it has one.
    """

    rating: Rating
    rank: int | None = None
    is_tied: bool = False
    unranked: Unranked | None = None


@attrs.frozen(kw_only=True)
class DimensionMean:
    """What the bodies got in a dimension on average (评定项目平均得分).

    Attributes:
        name: The dimension, as in 一个窗口.
        weight: The most that it can bring.
        points: What it brought to all bodies that are counted, together.
        known: How many bodies are counted: those whose points in it are settled.
    """

    name: str
    weight: int
    points: Decimal
    known: int

    @property
    def mean(self) -> Decimal | None:
        """Points a body, to the hundredth, half a hundredth up; ``None`` where nothing is known."""
        return _hundredths(Fraction(self.points) / self.known) if self.known else None


@attrs.frozen(kw_only=True)
class CriterionLosses:
    """What one criterion cost the bodies (失分项).

    Attributes:
        criterion: The criterion.
        points: The points that it cost them together. One that does not apply costs its weight, as it brings nothing.
        bodies: How many lost something by it.
        scored: How many were scored, or are said not to be spoken of by it.
    """

    criterion: Criterion
    points: Decimal
    bodies: int
    scored: int

    @property
    def share_percent(self) -> Decimal:
        """The points lost, of those that could be lost by the bodies scored; to the hundredth, half of one up."""
        return _hundredths(100 * Fraction(self.points) / (self.criterion.weight * self.scored))


@attrs.frozen(kw_only=True)
class Ranking:
    """The bodies that were rated by one card (同类单位排名).

    Bodies are compared at one stage, the latest that any of them has come to: no self-rating stands above a review.

    Attributes:
        card: The card.
        stage: The stage at which they are compared; ``None`` where none has a score, or the card was in force for none.
        standings: The bodies: those with a rank by their rank, then the others; else in the order brought.
        means: The dimensions of the card, over the bodies that are compared.
        losses: What the criteria cost the bodies that are compared: the most points first, then the most bodies, then
            in the order of the card. One that cost nothing is left out.
    """

    card: Scorecard
    stage: Stage | None
    standings: tuple[Standing, ...]
    means: tuple[DimensionMean, ...]
    losses: tuple[CriterionLosses, ...]

    @property
    def ranked(self) -> tuple[Standing, ...]:
        """The bodies that have a rank."""
        return tuple(each for each in self.standings if each.rank)

    def title(self, lang: Lang = "zh") -> str:
        """The card, how many bodies there are, how many of them have a rank, and by which stage."""
        all_, ranked = len(self.standings), len(self.ranked)
        if lang == "zh":
            stage = f"按{self.stage.value}得分" if self.stage else "未评分"
            return f"{self.card.title_zh}：{all_} 个单位，{ranked} 个排名（{stage}）"
        stage = f"by the {_STAGES_EN[self.stage]}" if self.stage else "not scored"
        return f"{self.card.title_en}: {'1 body' if all_ == 1 else f'{all_} bodies'}, {ranked} ranked ({stage})"


@attrs.frozen
class DistrictTable:
    """The ratings of many bodies, such as the townships and villages of a district (全区星级评定汇总表).

    Attributes:
        rankings: One for each card, in the order in which the cards were first brought. Bodies of one kind are never
            ranked among those of another.
    """

    rankings: tuple[Ranking, ...]

    def to_dicts(self, part: Part = "bodies", lang: Lang = "zh") -> list[dict[str, object]]:
        """Rows of plain values, exact, as for ``pandas.DataFrame``.

        Args:
            part: What the rows are about.
            lang: The language of what a criterion asks. Keys are English, and terms are those of the card.

        Shape:
            "bodies": card, rank, is_tied, body, area, stage, state, stars, lowest, highest, and the points of each
            dimension under its name, ``None`` where they are open. "dimensions": card, dimension, weight, mean, known.
            "criteria": card, criterion, dimension, weight, lost, bodies, scored, share_percent, gist.
        """
        rows = {"bodies": _bodies, "dimensions": _dimensions, "criteria": _criteria}[part]
        return [{"card": each.card.id, **row} for each in self.rankings for row in rows(each, lang)]

    def to_csv(self, part: Part = "bodies", lang: Lang = "zh") -> str:
        """The rows of :meth:`to_dicts` under heads in *lang*, for a spreadsheet; write it in ``utf-8-sig``.

        A text that a spreadsheet would take for a formula has an apostrophe in front.
        """
        rows = self.to_dicts(part, lang)
        keys = dict.fromkeys(key for row in rows for key in row)
        english = {each.zh: each.en for held in self.rankings for each in held.card.dimensions}
        out = StringIO()
        writer = csv.writer(out)
        writer.writerow([_head(key, lang) if key in _HEADS else english[key] if lang == "en" else key for key in keys])
        writer.writerows([[_inert(row.get(key)) for key in keys] for row in rows])
        return out.getvalue()

    def to_text(self, lang: Lang = "zh", *, most: int = 10) -> str:
        """Tables in columns, card by card: the bodies, and the *most* criteria that cost the most points."""
        blocks = []
        for each in self.rankings:
            heads, rows = _shown(each, lang)
            blocks += [each.title(lang), grid(heads, rows, right=(0, *range(3, len(heads) - 1)))]
            heads, rows = _shown_losses(each, lang, most)
            blocks += [grid(heads, rows, right=(1, 2, 3)), ""] if rows else [""]
        return "\n".join([*blocks, _rule_of_ties(lang)]) + "\n" if blocks else ""

    def to_markdown(self, lang: Lang = "zh", *, most: int = 10) -> str:
        """The tables of :meth:`to_text`; characters that Markdown would read are escaped."""
        blocks = []
        for each in self.rankings:
            blocks += [f"## {markdown(each.title(lang))}", markdown_table(*_shown(each, lang))]
            heads, rows = _shown_losses(each, lang, most)
            blocks += [markdown_table(heads, rows)] if rows else []
        return "\n\n".join([*blocks, _rule_of_ties(lang)]) + "\n" if blocks else ""

    def __str__(self) -> str:
        return self.to_text()


def rank(ratings: Iterable[Rating]) -> DistrictTable:
    """Rank rated bodies by their points, each kind by itself.

    Bodies with the same points share a rank, and the next rank is left out for each of them: 1, 2, 2, 4. Nothing else
    decides between them, as the texts say nothing of it. Where the points are not settled, or were given at an earlier
    stage than those of others, a body is shown without a rank.

    Raises:
        ValueError: If a body stands twice, that is one of the same name and area on the same card; all are named.

    >>> from zwfw import Context
    >>> from zwfw.ratings import rate
    >>> from zwfw.records.assessments import Assessment
    >>> from zwfw.scorecards import scorecard
    >>> card = scorecard("hanjiang-2023/village")
    >>> def rated(body, *missed):
    ...     scores = {e.id: {"joint_score": 0 if e.id in missed else e.weight} for e in card.criteria}
    ...     ctx = Context(area="涵江区", as_of="2025-06-30")
    ...     return rate(Assessment(body=body, card=card.id, scores=scores), ctx)
    >>> (found,) = rank([rated("甲", "V04"), rated("乙"), rated("丙", "V08"), rated("丁", "V04", "V08")]).rankings
    >>> [(each.rank, each.rating.assessment.body, str(each.rating.total)) for each in found.standings]
    [(1, '乙', '100'), (2, '甲', '97'), (2, '丙', '97'), (4, '丁', '94')]
    >>> [(each.criterion.id, str(each.points), each.bodies) for each in found.losses]
    [('V04', '6', 2), ('V08', '6', 2)]
    """
    by_card: dict[str, list[Rating]] = {}
    for each in ratings:
        by_card.setdefault(each.card.id, []).append(each)
    twice = [name for held in by_card.values() for name in _twice(held)]
    if twice:
        raise ValueError(f"bodies that stand twice: {'; '.join(twice)}")
    return DistrictTable(tuple(_ranking(held) for held in by_card.values()))


def _twice(ratings: list[Rating]) -> Iterator[str]:
    names = [_full_name(each) for each in ratings]
    yield from (f"{each} ({ratings[0].card.id})" for each in dict.fromkeys(names) if names.count(each) > 1)


def _full_name(rating: Rating) -> str:
    held = rating.assessment
    return f"{held.body}（{held.area}）" if held.area else held.body


def _ranking(ratings: list[Rating]) -> Ranking:
    card = ratings[0].card
    stage = max((each.stage for each in ratings if each.stage and _is_in_force(each)), default=None)
    compared = [each for each in ratings if stage and each.stage is stage and _is_in_force(each)]
    return Ranking(
        card=card,
        stage=stage,
        standings=tuple(_standings(ratings, stage)),
        means=tuple(_means(card, compared)),
        losses=tuple(sorted(_losses(card, compared), key=lambda each: (-each.points, -each.bodies))),
    )


def _is_in_force(rating: Rating) -> bool:
    return rating.force.state is ForceState.IN_FORCE


def _standings(ratings: list[Rating], stage: Stage | None) -> Iterator[Standing]:
    whys = [(each, _why_not(each, stage)) for each in ratings]
    settled = sorted((each for each, why in whys if why is None), key=_points, reverse=True)
    above = 0
    for _, group in groupby(settled, key=_points):
        tied = list(group)
        yield from (Standing(rating=each, rank=above + 1, is_tied=len(tied) > 1) for each in tied)
        above += len(tied)
    yield from (Standing(rating=each, unranked=why) for each, why in whys if why)


def _points(rating: Rating) -> Decimal:
    return rating.total.highest


def _why_not(rating: Rating, stage: Stage | None) -> Unranked | None:
    if not _is_in_force(rating):
        return Unranked.NOT_IN_FORCE
    if rating.stage and rating.stage is not stage:
        return Unranked.EARLIER_STAGE
    return None if rating.stage and rating.total.is_exact else Unranked.OPEN


def _means(card: Scorecard, ratings: list[Rating]) -> Iterator[DimensionMean]:
    subtotals = [each.dimensions for each in ratings]
    for index, each in enumerate(card.dimensions):
        spans = [found[index].span for found in subtotals]
        known = [span.highest for span in spans if span.is_exact]
        yield DimensionMean(name=each.zh, weight=each.points, points=sum(known, Decimal(0)), known=len(known))


def _losses(card: Scorecard, ratings: list[Rating]) -> Iterator[CriterionLosses]:
    lost = [{loss.criterion: loss.points for loss in each.lost} for each in ratings]
    missing = [frozenset(each.missing) for each in ratings]
    for each in card.criteria:
        points = [found[each.id] for found in lost if each.id in found]
        if points:
            scored = sum(each.id not in names for names in missing)
            yield CriterionLosses(criterion=each, points=sum(points, Decimal(0)), bodies=len(points), scored=scored)


def _hundredths(value: Fraction) -> Decimal:
    return Decimal(floor(value * 100 + Fraction(1, 2))).scaleb(-2)


def _bodies(ranking: Ranking, _: Lang) -> Iterator[dict[str, object]]:
    for each in ranking.standings:
        found = each.rating
        yield {
            "rank": each.rank,
            "is_tied": each.is_tied,
            "body": found.assessment.body,
            "area": str(found.assessment.area) if found.assessment.area else None,
            "stage": found.stage.value if found.stage else None,
            "state": found.state.value,
            "stars": found.stars,
            "lowest": found.total.lowest,
            "highest": found.total.highest,
            **{part.name: part.span.highest if part.span.is_exact else None for part in found.dimensions},
        }


def _dimensions(ranking: Ranking, _: Lang) -> Iterator[dict[str, object]]:
    for each in ranking.means:
        yield {"dimension": each.name, "weight": each.weight, "mean": each.mean, "known": each.known}


def _criteria(ranking: Ranking, lang: Lang) -> Iterator[dict[str, object]]:
    for each in ranking.losses:
        yield {
            "criterion": each.criterion.id,
            "dimension": each.criterion.dimension,
            "weight": each.criterion.weight,
            "lost": each.points,
            "bodies": each.bodies,
            "scored": each.scored,
            "share_percent": each.share_percent,
            "gist": each.criterion.gist(lang),
        }


def _inert(value: object) -> object:
    """A text that a spreadsheet does not take for a formula."""
    if isinstance(value, Decimal):
        return plain_points(value)
    return f"'{value}" if isinstance(value, str) and value.startswith(tuple("=+-@＝＋－＠")) else value


def _head(key: str, lang: Lang) -> str:
    return _HEADS[key][lang == "en"]


def _rule_of_ties(lang: Lang) -> str:
    if lang == "zh":
        return "得分相同的名次并列，其后名次顺延（1、2、2、4）；得分未定或评定阶段较早的不排名。"
    return (
        "Equal points share a rank, and the next ranks are left out (1, 2, 2, 4); "
        "bodies whose points are open, or of an earlier stage, have none."
    )


def _stars(rating: Rating, lang: Lang) -> str:
    """The level, or the lowest and the highest that are still possible."""

    def name(level: Level | None) -> str:
        return level.name(lang) if level else {"zh": "未达星级", "en": "no star"}[lang]

    if not _is_in_force(rating):
        return ""
    ends = dict.fromkeys((rating.possible[0], rating.possible[-1]))
    return {"zh": "至", "en": " to "}[lang].join(map(name, ends))


def _note(standing: Standing, lang: Lang) -> str:
    found, words = standing.rating, []
    if standing.is_tied:
        words.append({"zh": "并列", "en": "tied"}[lang])
    if standing.unranked is Unranked.NOT_IN_FORCE:
        words.append({"zh": "标准不适用", "en": "card not in force"}[lang])
    if standing.unranked is Unranked.EARLIER_STAGE and found.stage:
        words.append({"zh": f"只到{found.stage.value}", "en": f"{_STAGES_EN[found.stage]} only"}[lang])
    kinds = (
        (found.missing, "缺 {} 项评分", "no score"),
        (found.partial, "{} 项得分介于两档之间", "score between steps"),
        (found.not_applicable, "{} 项不适用", "does not apply"),
    )
    for ids, zh, en in kinds:
        if ids:
            words.append(
                f"{zh.format(len(ids))}：{_names(ids, '、')}" if lang == "zh" else f"{en}: {_names(ids, ', ')}"
            )
    return {"zh": "；", "en": "; "}[lang].join(words)


def _names(ids: Sequence[str], mark: str) -> str:
    return mark.join(ids[:_NAMED]) + (f"… ({len(ids)})" if len(ids) > _NAMED else "")


Shown = tuple[list[str], list[list[str]]]
"""The heads and the rows of a table."""


def _shown(ranking: Ranking, lang: Lang) -> Shown:
    bodies = [each.rating.assessment.body for each in ranking.standings]
    heads = [_head("rank", lang), _head("body", lang), _head("stars", lang), _head("points", lang)]
    heads += [f"{each.zh if lang == 'zh' else each.en} ({each.points})" for each in ranking.card.dimensions]
    rows = []
    for each, body in zip(ranking.standings, bodies, strict=True):
        name = body if bodies.count(body) == 1 else _full_name(each.rating)
        figures = [str(part.span) for part in each.rating.dimensions]
        place = str(each.rank) if each.rank else "-"
        rows.append([place, name, _stars(each.rating, lang), str(each.rating.total), *figures, _note(each, lang)])
    means = ["" if each.mean is None else f"{each.mean}" for each in ranking.means]
    rows.append(["", _head("mean", lang), "", "", *means, _counted(ranking.means, lang)])
    return [*heads, _head("note", lang)], rows


def _counted(means: Sequence[DimensionMean], lang: Lang) -> str:
    """Over how many bodies the means are; one number where it is the same for all dimensions."""
    known = [str(each.known) for each in means]
    if len(set(known)) == 1:
        return {"zh": f"计入 {known[0]} 个单位", "en": f"over {known[0]}"}[lang]
    told = {"zh": "、", "en": ", "}[lang].join(known)
    return {"zh": f"各项依次计入 {told} 个单位", "en": f"over {told} in turn"}[lang]


def _shown_losses(ranking: Ranking, lang: Lang, most: int) -> Shown:
    heads = [_head(key, lang) for key in ("criterion", "lost", "bodies", "share_percent", "gist")]
    rows = [
        [
            each.criterion.id,
            plain_points(each.points),
            f"{each.bodies}/{each.scored}",
            f"{each.share_percent}",
            cut(each.criterion.gist(lang), _GIST),
        ]
        for each in ranking.losses[:most]
    ]
    return heads, rows
