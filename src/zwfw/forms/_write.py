"""A form as rows of cells, whatever file they go into."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from enum import Enum
from typing import Literal

import attrs

from zwfw.areas import Area
from zwfw.forms._layout import (
    CONTENT,
    DIMENSION,
    EVIDENCE,
    LINES,
    NOT_APPLICABLE,
    NUMBER,
    PART,
    POINTS,
    REMARKS,
    TOTAL,
    WEIGHT,
    columns_of,
    numbers_of,
    score_field,
)
from zwfw.records.assessments import Assessment, CriterionScore
from zwfw.scorecards import Criterion, Scorecard

__all__ = ["FormRow", "RowKind", "form_rows", "halfway"]

Value = str | int | float | None


RowKind = Literal["title", "line", "head", "row", "total", "evidence-head", "evidence"]
"""What a row of a form is; a writer of workbooks dresses each in its own way."""


@attrs.frozen
class FormRow:
    """A row: what it is, and a value for each column of the form."""

    kind: RowKind
    values: tuple[Value, ...]


def halfway(card: Scorecard) -> int:
    """The column at which the second label of a line stands, from 0."""
    return columns_of(card).index(WEIGHT)


def form_rows(assessment: Assessment) -> Iterator[FormRow]:
    """Every row of the form of an assessment."""
    card = assessment.scorecard
    columns = columns_of(card)

    def row(kind: RowKind, values: dict[str, Value]) -> FormRow:
        return FormRow(kind, tuple(values.get(column) for column in columns))

    yield row("title", {NUMBER: card.title_zh})
    texts = [f"{label}：{_line(getattr(assessment, field))}" for label, field in LINES.items()]
    for left in range(0, len(texts), 2):
        pair = dict(zip((NUMBER, WEIGHT), texts[left : left + 2], strict=False))
        yield row("line", {**pair})
    yield FormRow("head", columns)
    rows = {each.criterion: each for each in assessment.scores}
    above: Criterion | None = None
    for number, each in enumerate(card.criteria, 1):
        given = rows.get(each.id)
        yield row(
            "row",
            {
                NUMBER: number,
                **_headings(card, each, above),
                **numbers_of(each),
                CONTENT: each.gist_zh,
                **(_given(given) if given else {}),
            },
        )
        above = each
    yield row("total", {NUMBER: f"{TOTAL}：", WEIGHT: card.total, **_totals(assessment)})
    yield FormRow("evidence-head", (NUMBER, EVIDENCE, *[None] * (len(columns) - 2)))
    for number, each in enumerate(card.criteria, 1):
        for text in (rows[each.id].evidence or ()) if each.id in rows else ():
            yield FormRow("evidence", (number, text, *[None] * (len(columns) - 2)))


def _line(value: object) -> str:
    match value:
        case None:
            return ""
        case Area():
            return _area(value)
        case datetime():
            return value.isoformat(" ", "auto" if value.second or value.microsecond else "minutes")
        case Enum():
            return str(value.value)
        case _:
            return str(value)


def _area(area: Area) -> str:
    """An area by its name and code, and a zone, which has none, by what makes it."""
    if area.kind is not None and area.parent is not None:
        return f"{area.name}（{area.kind.value}，属{area.parent.code}）"
    return f"{area.name or ''}（{area.code}）"


def _headings(card: Scorecard, criterion: Criterion, above: Criterion | None) -> dict[str, Value]:
    """The groups that begin with this row, each with its points."""
    found: dict[str, Value] = {}
    dimension = next(each for each in card.dimensions if each.zh == criterion.dimension)
    begins = above is None or above.dimension != criterion.dimension
    if begins:
        found[DIMENSION] = f"{dimension.zh}\n（{dimension.points}分）"
    for part in dimension.parts:
        if part.zh == criterion.part and (begins or (above and above.part != part.zh)):
            found[PART] = f"{part.zh}\n（{part.points}分）"
    return found


def _plain(score: Decimal) -> int | float:
    return int(score) if score == score.to_integral_value() else float(score)


def _given(row: CriterionScore) -> dict[str, Value]:
    found: dict[str, Value] = {REMARKS: row.remarks}
    for column in POINTS:
        score = getattr(row, score_field(column))
        found[column] = None if score is None else _plain(score)
    if row.is_applicable is False:
        blank = [column for column in POINTS if found[column] is None]
        if blank:
            found[blank[0]] = NOT_APPLICABLE
        else:
            last = list(POINTS)[-1]
            found[last] = f"{found[last]}（{NOT_APPLICABLE}）"
    return found


def _totals(assessment: Assessment) -> dict[str, Value]:
    """The total of each stage that scored every row; one that does not apply counts nothing."""
    rows = {each.criterion: each for each in assessment.scores}
    found: dict[str, Value] = {}
    for column, stage in POINTS.items():
        scores = [
            Decimal(0) if row and row.is_applicable is False else row.score(stage) if row else None
            for each in assessment.scorecard.criteria
            for row in [rows.get(each.id)]
        ]
        given = [each for each in scores if each is not None]
        if len(given) == len(scores) and assessment.has_stage(stage):
            found[column] = _plain(sum(given, Decimal(0)))
    return found
