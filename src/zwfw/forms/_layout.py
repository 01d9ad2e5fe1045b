"""Where what stands in a form, and how its words are told."""

import re
from collections.abc import Mapping
from typing import Final

from zwfw.records.assessments import DAYS, SCORES
from zwfw.scorecards import Criterion, Scorecard, Stage, scorecards

__all__ = [
    "CONTENT",
    "DIMENSION",
    "EVIDENCE",
    "ITEM",
    "LINES",
    "NOT_APPLICABLE",
    "NUMBER",
    "PART",
    "POINTS",
    "REMARKS",
    "SUB",
    "TOTAL",
    "WEIGHT",
    "Cell",
    "address",
    "columns_of",
    "narrow",
    "squashed",
    "titled",
]

Cell = tuple[int, int]
"""Row and column, from 1."""

NUMBER, DIMENSION, ITEM, PART, SUB, CONTENT, WEIGHT, REMARKS = (
    *("总序", "评定项目", "分序", "项目名称", "子序", "评定内容", "权重", "备注"),
)
POINTS: Final[Mapping[str, Stage]] = {f"{stage.value}得分": stage for stage in Stage}
"""The columns of the scores."""

LINES: Final[Mapping[str, str]] = {
    "单位名称": "body",
    "行政区划": "area",
    **{f"{stage.value}时间": field for stage, field in DAYS.items()},
    "单位类型": "kind",
    "说明": "remarks",
}
"""The labels above the table, and the fields that they hold."""

TOTAL, EVIDENCE, NOT_APPLICABLE = "总分", "佐证材料", "不适用"

_BLANKS = re.compile(r"\s+")
# The full-width forms of ASCII and the blank of full width; NFKC would make digits of superscripts too.
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_TITLE_TAIL: Final = ("标准", "自评表", "评分表", "标准自评表", "标准评分表")
_LETTERS: Final = 26


def narrow(text: str) -> str:
    """The text with characters of full width as their usual ones, without blanks around it."""
    return text.translate(_NARROW).strip()


def squashed(value: object) -> str:
    """A heading to compare: narrow, without any blanks; empty for what is no text."""
    return _BLANKS.sub("", narrow(value)) if isinstance(value, str) else ""


def columns_of(card: Scorecard) -> tuple[str, ...]:
    """The headings of a card's form."""
    has_parts = any(each.part for each in card.criteria)
    groups = (DIMENSION, ITEM, PART, SUB) if has_parts else (DIMENSION, ITEM)
    return (NUMBER, *groups, CONTENT, WEIGHT, *POINTS, REMARKS)


def titled(value: object) -> Scorecard | None:
    """The card whose title this is, as that of its standard or of the form for it."""
    said = squashed(value)
    for card in scorecards():
        stem = squashed(card.title_zh.removesuffix(_TITLE_TAIL[0]))
        if said in {stem + tail for tail in _TITLE_TAIL}:
            return card
    return None


def address(cell: Cell) -> str:
    """How spreadsheets call a cell.

    >>> address((4, 6)), address((1, 27))
    ('F4', 'AA1')
    """
    row, column = cell
    letters = ""
    while column:
        column, letter = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"


def numbers_of(criterion: Criterion) -> dict[str, int | None]:
    """The columns that hold a row to its criterion, and what they say."""
    return {ITEM: criterion.item, SUB: criterion.sub, WEIGHT: criterion.weight}


def score_field(column: str) -> str:
    """The field of a column of scores."""
    return SCORES[POINTS[column]]
