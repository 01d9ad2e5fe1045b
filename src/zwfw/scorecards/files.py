"""How scorecards are read from their files: the head of a card, its criteria, and what decides each."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import attrs

from zwfw._data import all_of, folders, packaged, read, table
from zwfw.clauses import Clause, clauses_of
from zwfw.errors import DataFileError, UnknownParameterError
from zwfw.norms import Row, split
from zwfw.parameters import Parameter, ParameterValue, parameter
from zwfw.scorecards.cards import (
    COMPARISONS,
    Condition,
    ConditionKind,
    Criterion,
    Dimension,
    Inconsistency,
    Level,
    Scorecard,
    Stage,
    StageReviewers,
    SubCriterion,
)

__all__ = ["held"]


@attrs.frozen(kw_only=True)
class _Level:
    stars: int
    zh: str
    en: str
    type_zh: str
    type_en: str
    floor: str


@attrs.frozen(kw_only=True)
class _StageRow:
    stage: str
    by: tuple[str, ...]


@attrs.frozen(kw_only=True)
class _Inconsistency:
    id: str
    criteria: tuple[str, ...]
    zh: str
    en: str
    stated: int = 0
    counted: int = 0


@attrs.frozen(kw_only=True)
class _Head:
    id: str
    title_zh: str
    title_en: str
    rates: str
    total: int
    dimensions: tuple[Dimension, ...]
    levels: tuple[_Level, ...]
    stages: tuple[_StageRow, ...]
    inconsistencies: tuple[_Inconsistency, ...] = ()


_CRITERIA: tuple[str, ...] = ("id", "weight", "halves", "item", "sub", "needs", "related")
_CONDITIONS: tuple[str, ...] = (
    "criterion",
    "half",
    "kind",
    "fact",
    "members",
    "lenient",
    "parameter",
    "zh",
    "en",
)
_WORDS: Final = {"": False, "yes": True}


def _figure(key: str, document: str, faults: list[str]) -> tuple[Parameter, ParameterValue] | None:
    """The value that a document sets for a parameter."""
    try:
        held = parameter(key)
    except UnknownParameterError as error:
        faults.append(str(error))
        return None
    for value in held.values:
        if value.document == document:
            return held, value
    faults.append(f"parameter {key} has no value of {document}")
    return None


def _condition(cells: Mapping[str, str], document: str, faults: list[str]) -> Condition:
    row = Row(cells)
    kind = row.read_one("kind", ConditionKind) or ConditionKind.JUDGEMENT
    members = split(cells["members"])
    row.hold(bool(cells["zh"] and cells["en"]), "expected text in both languages")
    row.hold(cells["lenient"] in _WORDS, f"expected yes or nothing, got {cells['lenient']!r}")
    row.hold(bool(cells["fact"]) is (kind is not ConditionKind.JUDGEMENT), f"{kind.value}: got fact {cells['fact']!r}")
    is_list = kind in (ConditionKind.ALL, ConditionKind.ANY)
    row.hold(bool(members) is is_list, f"{kind.value}: got members {cells['members']!r}")
    found = _figure(cells["parameter"], document, row.faults) if cells["parameter"] else None
    row.hold(kind is not ConditionKind.FIGURE or bool(cells["parameter"]), f"{kind.value}: got no parameter")
    comparison, limit = "", None
    if found is not None:
        held, value = found
        row.hold(isinstance(value.value, int), f"parameter {held.key} is no figure")
        row.hold(not is_list or value.value == len(members), f"{held.key}: expected {value.value} members")
        row.hold(is_list or held.comparison in COMPARISONS, f"{held.key} cannot be compared by {held.comparison}")
        if kind is ConditionKind.FIGURE and isinstance(value.value, int):
            comparison, limit = held.comparison, value.value
    faults += row.faults
    return Condition(
        kind=kind,
        text_zh=cells["zh"],
        text_en=cells["en"],
        fact=cells["fact"],
        members=members,
        parameter=cells["parameter"],
        comparison=comparison,
        limit=limit,
        is_lenient=_WORDS.get(cells["lenient"], False),
    )


Conditions = Mapping[tuple[str, int], tuple[Condition, ...]]
"""The conditions of each half of each criterion; the whole of one without halves is its first."""


def _conditions(path: Path, document: str) -> Conditions:
    faults: list[str] = []
    found: dict[tuple[str, int], tuple[Condition, ...]] = {}
    forms: dict[str, type | None] = {}
    for line, values in table(path, _CONDITIONS, faults):
        cells = dict(zip(_CONDITIONS, values, strict=True))
        mine: list[str] = []
        read_as = _condition(cells, document, mine)
        if read_as.fact and forms.setdefault(read_as.fact, read_as.form) is not read_as.form:
            mine.append(f"fact {read_as.fact} is of two forms")
        if cells["half"] not in ("", "1", "2"):
            mine.append(f"expected half 1 or 2, or nothing, got {cells['half']!r}")
        key = cells["criterion"], 1 if cells["half"] == "2" else 0
        found[key] = (*found.get(key, ()), read_as)
        faults += [f"{fault} @ line {line}" for fault in mine]
    if faults:
        raise DataFileError(str(path), faults)
    return found


def _criteria(path: Path, document: str, conditions: Conditions) -> dict[str, Criterion]:
    faults: list[str] = []
    found: dict[str, Criterion] = {}
    clauses: Mapping[str, Clause] = clauses_of(document)
    used: set[tuple[str, int]] = set()
    for line, values in table(path, _CRITERIA, faults):
        cells = dict(zip(_CRITERIA, values, strict=True))
        row, id_ = Row(cells), cells["id"]
        clause = clauses.get(id_)
        row.hold(clause is not None and bool(clause.card), f"no criterion {id_!r} is held")
        row.hold(id_ not in found, f"criterion stands twice: {id_}")
        weight = row.read_one("weight", int) or 0
        row.hold(weight > 0, f"expected a weight, got {cells['weight']!r}")
        for name in split(cells["related"]):
            row.hold(name in clauses, f"no clause {name!r} is held")
        halves = row.read("halves", int) or (weight,)
        keys = [(id_, index) for index in range(len(halves))]
        row.hold(all(key in conditions for key in keys), f"{id_} has a part that nothing decides")
        used.update(keys)
        dimension, _, part = clause.title.partition("/") if clause else ("", "", "")
        found[id_] = Criterion(
            id=id_,
            weight=weight,
            parts=tuple(
                SubCriterion(
                    id=f"{id_}{'ab'[index]}" if len(halves) > 1 else id_,
                    points=points,
                    conditions=conditions.get((id_, index), ()),
                )
                for index, points in enumerate(halves)
            ),
            dimension=dimension,
            part=part,
            item=row.read_one("item", int),
            sub=row.read_one("sub", int),
            gist_zh=clause.gist_zh if clause else "",
            gist_en=clause.gist_en if clause else "",
            needs=split(cells["needs"]),
            related=split(cells["related"]),
            clause=clause.ref if clause else "",
        )
        faults += [f"{fault} @ line {line}" for fault in row.faults]
    faults += [f"conditions are held for {id_}, which has no such part" for id_, _ in sorted(conditions.keys() - used)]
    if faults:
        raise DataFileError(str(path), faults)
    return found


def _card(path: Path, document: str, criteria: Mapping[str, Criterion]) -> Scorecard:
    head = read(path, _Head)
    faults: list[str] = []
    if head.id != f"{document}/{path.stem}":
        faults.append(f"expected the id {document}/{path.stem}, got {head.id} @ $.id")
    floors = [_figure(each.floor, document, faults) for each in head.levels]
    mine = tuple(each for each in criteria.values() if clauses_of(document)[each.id].card == head.id)
    for told in head.inconsistencies:
        faults += [
            f"no criterion {id_!r} @ $.inconsistencies[{told.id}]" for id_ in told.criteria if id_ not in criteria
        ]
    stages: tuple[StageReviewers, ...] = ()
    try:
        stages = tuple(StageReviewers(stage=Stage(each.stage), by=each.by) for each in head.stages)
    except ValueError as error:
        faults.append(f"{error} @ $.stages")
    if faults:
        raise DataFileError(str(path), faults)
    try:
        return Scorecard(
            id=head.id,
            criteria=mine,
            levels=tuple(
                Level(
                    stars=each.stars,
                    floor=int(found[1].value),
                    zh=each.zh,
                    en=each.en,
                    type_zh=each.type_zh,
                    type_en=each.type_en,
                    parameter=each.floor,
                )
                for each, found in zip(head.levels, floors, strict=True)
                if found is not None
            ),
            total=head.total,
            rates=head.rates,
            title_zh=head.title_zh,
            title_en=head.title_en,
            dimensions=head.dimensions,
            stages=stages,
            inconsistencies=tuple(
                Inconsistency(
                    id=each.id,
                    criteria=each.criteria,
                    zh=each.zh,
                    en=each.en,
                    stated=each.stated or None,
                    counted=each.counted or None,
                )
                for each in head.inconsistencies
            ),
        )
    except ValueError as error:
        raise DataFileError(str(path), str(error).split("; ")) from None


@cache
def held() -> Mapping[str, Scorecard]:
    """Every scorecard, by its id.

    Raises:
        DataFileError: If a file is not as it should be; all faults of a document's cards together.
    """
    found: dict[str, Scorecard] = {}
    for document in folders("scorecards"):
        folder = packaged("scorecards", document)
        conditions = _conditions(folder / "conditions.csv", document)
        criteria = _criteria(folder / "criteria.csv", document, conditions)
        cards = all_of(folder, sorted(folder.glob("*.toml")), lambda path, d=document, c=criteria: _card(path, d, c))  # type: ignore[misc]
        # The village's card is annex 1, the township's annex 2: the order of their rows.
        order = [each.card for each in clauses_of(document).values() if each.card]
        found |= {each.id: each for each in sorted(cards, key=lambda card: order.index(card.id))}
    return found
