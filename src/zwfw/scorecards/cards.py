"""What a scorecard holds: dimensions, criteria, conditions, levels and stages (星级评定标准)."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from itertools import pairwise
from operator import eq, ge, gt, le, lt
from typing import Final

import attrs

from zwfw._ordered import Ordered
from zwfw.clauses import Lang
from zwfw.errors import UnknownClauseError

__all__ = [
    "COMPARISONS",
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
]

Fact = bool | Decimal | tuple[str, ...]
"""What is known of a body: a yes or no, a figure, or the members of a list that it has."""


class Stage(Ordered):
    """A stage of the rating (评定程序), in the order in which they come; the last decides."""

    SELF = "自评"
    PRELIMINARY = "初评"
    JOINT = "复核"


class ConditionKind(Enum):
    """What decides a condition (评定依据)."""

    FIGURE = "数值"
    """A figure held against a parameter."""

    YES_OR_NO = "是否"
    ALL = "全部"
    """Every member of a list."""

    ANY = "任一"
    """One member of a list."""

    JUDGEMENT = "判断"
    """What only a person can find."""


_FORMS: Final[Mapping[ConditionKind, type]] = {
    ConditionKind.FIGURE: Decimal,
    ConditionKind.YES_OR_NO: bool,
    ConditionKind.ALL: tuple,
    ConditionKind.ANY: tuple,
}
COMPARISONS: Final = {"<=": le, "<": lt, ">=": ge, ">": gt, "=": eq}
"""How a figure is held against a parameter, by its sign."""


@attrs.frozen(kw_only=True)
class Condition:
    """One thing that decides a criterion (评定条件).

    Attributes:
        kind: What decides it.
        text_zh: What is asked, in Chinese.
        text_en: The same in English.
        fact: The name of the fact that is looked at; empty where a person has to judge.
        members: Of a list: the members asked for, as printed.
        parameter: The key of the parameter that holds the figure, or of a list how many members the text counts.
        comparison: Of a figure: how the fact is held against it.
        limit: Of a figure: the figure.
        is_lenient: Whether falling short does not settle it, as the text leaves the list open (等) or says 原则上.
    """

    kind: ConditionKind
    text_zh: str = ""
    text_en: str = ""
    fact: str = ""
    members: tuple[str, ...] = ()
    parameter: str = ""
    comparison: str = ""
    limit: int | None = None
    is_lenient: bool = False

    @property
    def form(self) -> type | None:
        """The type of its fact: ``bool``, ``Decimal`` or ``tuple``; ``None`` where a person has to judge."""
        return _FORMS.get(self.kind)

    def text(self, lang: Lang = "zh") -> str:
        """What is asked."""
        return self.text_zh if lang == "zh" else self.text_en

    def is_met(self, facts: Mapping[str, Fact]) -> bool | None:
        """Whether it is met; ``None`` where the fact is not known or a person has to say.

        >>> from zwfw.scorecards import scorecard
        >>> area = scorecard("hanjiang-2023/village").criterion("V04").conditions[0]
        >>> [area.is_met({"area_m2": Decimal(size)}) for size in (30, 31)], area.is_met({})
        ([False, True], None)
        """
        value = facts.get(self.fact)
        if value is None or self.kind is ConditionKind.JUDGEMENT:
            return None
        found = self._holds(value)
        return None if self.is_lenient and not found else found

    def _holds(self, value: Fact) -> bool:
        match value:
            case bool():
                return value
            case Decimal():
                return bool(COMPARISONS[self.comparison](value, self.limit or 0))
            case _:
                has = [member in value for member in self.members]
                return all(has) if self.kind is ConditionKind.ALL else any(has)


@attrs.frozen(kw_only=True)
class SubCriterion:
    """What is scored by itself in a criterion (分项): the criterion as a whole, or one of two halves of 1 point.

    Attributes:
        id: The criterion's id, with a letter behind it where there are halves, as in ``T24a``.
        points: What it is worth.
        conditions: What decides it, all together.
    """

    id: str
    points: int
    conditions: tuple[Condition, ...] = ()

    def is_met(self, facts: Mapping[str, Fact]) -> bool | None:
        """Whether every condition is met; one that is not settles it, whatever is unknown beside it."""
        found = [each.is_met(facts) for each in self.conditions]
        if False in found:
            return False
        return True if found and None not in found else None


@attrs.frozen(kw_only=True)
class Criterion:
    """One row of a scorecard (评定内容).

    Attributes:
        id: Its id, as in ``V02``.
        weight: The most points that it gives (权重).
        parts: What is scored by itself: one, or two halves whose points add up.
        dimension: What it rates (评定项目), as in 一个窗口.
        part: The group within the dimension (项目名称); empty where the card has none.
        item: Its number in the dimension (分序).
        sub: Its number in the group (子序); ``None`` where the card has no groups.
        gist_zh: What it asks, paraphrased in Chinese.
        gist_en: What it asks, paraphrased in English.
        needs: The criteria without which it cannot well be met; inferred from what it asks.
        related: The criteria and clauses that speak of the same.
        clause: The reference of its clause; empty for a card of your own.
    """

    id: str
    weight: int
    parts: tuple[SubCriterion, ...] = attrs.field(
        default=attrs.Factory(lambda self: (SubCriterion(id=self.id, points=self.weight),), takes_self=True), repr=False
    )
    dimension: str = ""
    part: str = ""
    item: int | None = attrs.field(default=None, repr=False)
    sub: int | None = attrs.field(default=None, repr=False)
    gist_zh: str = attrs.field(default="", repr=False)
    gist_en: str = attrs.field(default="", repr=False)
    needs: tuple[str, ...] = attrs.field(default=(), repr=False)
    related: tuple[str, ...] = attrs.field(default=(), repr=False)
    clause: str = attrs.field(default="", repr=False)

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """All that decides it, of both halves where it has two."""
        return tuple(each for part in self.parts for each in part.conditions)

    @property
    def decided_by(self) -> frozenset[ConditionKind]:
        """The kinds of what decides it.

        >>> from zwfw.scorecards import scorecard
        >>> sorted(kind.value for kind in scorecard("hanjiang-2023/village").criterion("V03").decided_by)
        ['判断', '数值']
        """
        return frozenset(each.kind for each in self.conditions)

    @property
    def steps(self) -> tuple[int, ...]:
        """The scores that the text knows: none or all, and with halves every sum of them.

        >>> from zwfw.scorecards import scorecard
        >>> [scorecard("hanjiang-2023/township").criterion(each).steps for each in ("T23", "T24")]
        [(0, 2), (0, 1, 2)]
        """
        sums = {0}
        for each in self.parts:
            sums |= {found + each.points for found in sums}
        return tuple(sorted(sums))

    def gist(self, lang: Lang = "zh") -> str:
        """What it asks, paraphrased."""
        return self.gist_zh if lang == "zh" else self.gist_en


@attrs.frozen(kw_only=True)
class Part:
    """A group of criteria in a dimension (项目名称), with the points that its heading prints."""

    zh: str
    en: str
    points: int


@attrs.frozen(kw_only=True)
class Dimension:
    """What a group of criteria rates (评定项目).

    Attributes:
        zh: Its name.
        en: Our translation of it.
        points: The points that its heading prints.
        parts: The groups within it; empty where the card has none.
    """

    zh: str
    en: str
    points: int
    parts: tuple[Part, ...] = ()


@attrs.frozen(kw_only=True)
class Level:
    """A level of stars (星级).

    The names of types recur: 基础型 is one star of a station and three of a centre. The stars are the key.

    Attributes:
        stars: How many stars.
        floor: The points from which on it is given; they count.
        zh: Its name, as in 一星级.
        en: Our translation of it.
        type_zh: The name of its type, as in 基础型.
        type_en: Our translation of it.
        parameter: The key of the parameter that holds the floor; empty for a card of your own.
    """

    stars: int
    floor: int
    zh: str = ""
    en: str = ""
    type_zh: str = ""
    type_en: str = ""
    parameter: str = ""

    def name(self, lang: Lang = "zh") -> str:
        """Its name and that of its type.

        >>> from zwfw.scorecards import scorecard
        >>> [each.name() for each in scorecard("hanjiang-2023/village").levels]
        ['一星级（基础型）', '二星级（标准型）']
        """
        return f"{self.zh}（{self.type_zh}）" if lang == "zh" else f"{self.en} ({self.type_en})"


@attrs.frozen(kw_only=True)
class StageReviewers:
    """Who scores at a stage (评定主体); several do it together."""

    stage: Stage
    by: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Inconsistency:
    """Where a card contradicts itself or its plan, or leaves something out, and how it is taken here (文本不一致).

    Attributes:
        id: Its name.
        criteria: The criteria that it touches.
        zh: What it is, in Chinese.
        en: The same in English.
        stated: The sum that the text's words make, where it is about one.
        counted: The sum of the rows.
    """

    id: str
    criteria: tuple[str, ...]
    zh: str
    en: str
    stated: int | None = None
    counted: int | None = None

    def text(self, lang: Lang = "zh") -> str:
        """What it is."""
        return self.zh if lang == "zh" else self.en


@attrs.frozen(kw_only=True)
class Scorecard:
    """A card by which bodies of one kind are rated (星级评定标准).

    One of your own needs criteria, levels and a total only.

    Attributes:
        id: Its id, as in ``hanjiang-2023/village``.
        criteria: Its rows.
        levels: Its levels, the lowest first.
        total: The points of all rows together.
        rates: The kind of venue that it rates, a value of :class:`~zwfw.records.VenueKind`.
        title_zh: Its title.
        title_en: Our translation of it.
        dimensions: What it rates, in its order.
        stages: Who scores at each stage.
        inconsistencies: Where it contradicts itself, and how it is taken here.

    Raises:
        ValueError: If ids recur, weights or points do not add up, or levels do not rise; all faults together.

    >>> from zwfw.scorecards import scorecard
    >>> card = scorecard("hanjiang-2023/village")
    >>> len(card.criteria), sum(each.weight for each in card.criteria), card.criterion("V02").weight
    (33, 100, 4)
    >>> print(card.inconsistencies[0].stated, card.inconsistencies[0].counted)
    99 100
    """

    id: str
    criteria: tuple[Criterion, ...] = attrs.field(repr=False)
    levels: tuple[Level, ...] = attrs.field(repr=False)
    total: int
    rates: str = ""
    title_zh: str = attrs.field(default="", repr=False)
    title_en: str = attrs.field(default="", repr=False)
    dimensions: tuple[Dimension, ...] = attrs.field(default=(), repr=False)
    stages: tuple[StageReviewers, ...] = attrs.field(default=(), repr=False)
    inconsistencies: tuple[Inconsistency, ...] = attrs.field(default=(), repr=False)
    _by_id: Mapping[str, Criterion] = attrs.field(
        default=attrs.Factory(lambda self: {each.id: each for each in self.criteria}, takes_self=True),
        init=False,
        eq=False,
        repr=False,
    )

    def __attrs_post_init__(self) -> None:
        faults = list(self._faults())
        if faults:
            raise ValueError("; ".join(faults))

    def _faults(self) -> Iterator[str]:
        ids = [each.id for each in self.criteria]
        yield from (f"criterion stands twice: {each}" for each in sorted({each for each in ids if ids.count(each) > 1}))
        for each in self.criteria:
            yield from _misfit(f"parts of {each.id}", each.weight, (part.points for part in each.parts))
            yield from (f"{each.id} needs {name}, which is no criterion" for name in each.needs if name not in ids)
        yield from _misfit(f"weights of {self.id}", self.total, (each.weight for each in self.criteria))
        for dimension in self.dimensions:
            rows = [each for each in self.criteria if each.dimension == dimension.zh]
            yield from _misfit(f"weights of {dimension.zh}", dimension.points, (each.weight for each in rows))
            for part in dimension.parts:
                inner = (each.weight for each in rows if each.part == part.zh)
                yield from _misfit(f"weights of {dimension.zh}/{part.zh}", part.points, inner)
        ladder = [(each.stars, each.floor) for each in self.levels]
        if any(one[0] >= other[0] or one[1] >= other[1] for one, other in pairwise(ladder)):
            yield f"expected levels that rise in stars and floor, got {ladder}"

    @property
    def document(self) -> str:
        """The id of its document."""
        return self.id.partition("/")[0]

    @property
    def facts(self) -> Mapping[str, tuple[Condition, ...]]:
        """What can be known of a body that bears on a criterion: each fact, and the conditions that look at it."""
        found: dict[str, tuple[Condition, ...]] = {}
        for each in self.criteria:
            for condition in each.conditions:
                if condition.fact:
                    found[condition.fact] = (*found.get(condition.fact, ()), condition)
        return found

    @property
    def totals(self) -> frozenset[int]:
        """The totals that scores of whole criteria, and of halves where there are some, can make.

        >>> from zwfw.scorecards import scorecard
        >>> sorted(set(range(12)) - scorecard("hanjiang-2023/village").totals)
        [1, 2, 5, 8, 11]
        """
        found = {0}
        for each in self.criteria:
            found = {sum_ + step for sum_ in found for step in each.steps}
        return frozenset(found)

    def criterion(self, id: str) -> Criterion:  # noqa: A002  (the word of the data)
        """The criterion with this id.

        Raises:
            UnknownClauseError: If it has none; near ones are named.
        """
        try:
            return self._by_id[id]
        except KeyError:
            from difflib import get_close_matches

            raise UnknownClauseError(f"{self.id}/{id}", get_close_matches(id, self._by_id)) from None

    def has(self, id: str) -> bool:  # noqa: A002  (the word of the data)
        """Whether it has a criterion with this id."""
        return id in self._by_id

    def level(self, points: Decimal | int) -> Level | None:
        """The highest level whose floor *points* reach; ``None`` below the lowest.

        >>> from zwfw.scorecards import scorecard
        >>> card = scorecard("hanjiang-2023/township")
        >>> [(found := card.level(Decimal(points))) and found.stars for points in ("69.99", "70", "80", "90")]
        [None, 3, 4, 5]
        """
        reached = [each for each in self.levels if points >= each.floor]
        return reached[-1] if reached else None


def _misfit(what: str, stated: int, points: Iterable[int]) -> Iterator[str]:
    found = sum(points)
    if found != stated:
        yield f"{what}: expected {stated} points in all, got {found}"
