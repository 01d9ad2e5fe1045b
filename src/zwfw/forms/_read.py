"""An assessment out of the cells of a form, whatever file they come from."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from itertools import pairwise
from math import isfinite
from typing import Any, Final

import attrs

from zwfw.areas import Area, ZoneKind
from zwfw.errors import ZwfwError
from zwfw.forms._keep import Place, kept
from zwfw.forms._layout import (
    EVIDENCE,
    LINES,
    NOT_APPLICABLE,
    NUMBER,
    POINTS,
    REMARKS,
    TOTAL,
    WEIGHT,
    Cell,
    address,
    columns_of,
    narrow,
    numbers_of,
    score_field,
    squashed,
    titled,
)
from zwfw.forms.faults import FormFault
from zwfw.records.assessments import DAYS, Assessment
from zwfw.scorecards import Scorecard, scorecards

__all__ = ["Formula", "Grid", "read_grid"]

_NUMBER = re.compile(r"([+-]?(?:[0-9]{1,15}\.?[0-9]{0,15}|\.[0-9]{1,15}))\s*分?")
_NOT_APPLICABLE = re.compile(rf"\(?\s*{NOT_APPLICABLE}\s*\)?$")
_LINE = re.compile(r"\s*([^:：]{1,12})[:：](.*)", re.DOTALL)
_DAY = re.compile(r"([0-9]{4})\s*[年./-]\s*([0-9]{1,2})\s*[月./-]\s*([0-9]{1,2})\s*日?\s*T?(?:([0-9]{1,2}):(.*))?")
_CODED = re.compile(r"(.*)[（(]([0-9]{6,12})[）)]", re.DOTALL)
_ZONE = re.compile(rf"(.+)[（(]({'|'.join(kind.value for kind in ZoneKind)})[，,]\s*属([0-9]{{6,12}})[）)]", re.DOTALL)
_DEFAULT_NAME = re.compile(r"(?:Sheet|工作表)[0-9]*", re.IGNORECASE)
_LEAST_HEADINGS: Final = 3
_LONGEST_TOLD: Final = 40

Row = Mapping[int, Any]
"""What stands in a row, by column."""


class Formula(str):
    """A formula, of which nobody has said what it comes to."""

    __slots__ = ()


@attrs.frozen(kw_only=True)
class Grid:
    """A sheet of cells.

    Attributes:
        name: The name of the sheet; empty where the file has none.
        cells: What stands in the cells that are not blank.
        hidden_rows: The rows that nobody sees.
        hidden_columns: The columns that nobody sees.
        merged: The cells that are merged with others, each with the range.
        is_hidden: Whether nobody sees the sheet.
    """

    name: str = ""
    cells: Mapping[Cell, Any]
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: Mapping[Cell, str] = attrs.Factory(dict)
    is_hidden: bool = False


def read_grid(grid: Grid) -> tuple[list[Assessment], list[FormFault]]:
    """The assessments of the forms in a sheet, one below the other, and what is wrong in them."""
    rows: dict[int, dict[int, Any]] = {}
    for (row, column), value in sorted(grid.cells.items()):
        rows.setdefault(row, {})[column] = value
    starts = [number for number, row in rows.items() if _title(row)]
    cuts = [0, *starts[1:], max(rows, default=0) + 1]
    read: list[Assessment] = []
    faults: list[FormFault] = []
    for first, end in pairwise(cuts):
        form = _Form(grid, {number: row for number, row in rows.items() if first <= number < end})
        found = form.read()
        read += [found] if found else []
        faults += form.faults
    return read, faults


def _title(row: Row) -> Scorecard | None:
    """The card whose title stands in the row, and nothing else."""
    return titled(next(iter(row.values()))) if len(row) == 1 else None


def _is_headings(row: Row) -> bool:
    """Whether these are the headings of a table, of this card or another, whole or not."""
    names = {squashed(value) for value in row.values()}
    known = {name for card in scorecards() for name in columns_of(card)}
    return NUMBER in names and len(names & known) >= _LEAST_HEADINGS


class _Form:
    """One form, while it is read."""

    def __init__(self, grid: Grid, rows: Mapping[int, Row]) -> None:
        self.faults: list[FormFault] = []
        self._grid = grid
        self._rows = rows
        self._columns: dict[str, int] = {}
        self._raw: dict[str, Any] = {}
        self._scores: dict[int, dict[str, Any]] = {}
        self._places: dict[Place, Cell] = {}
        self._given: dict[str, Decimal] = dict.fromkeys(POINTS, Decimal(0))
        self._spoilt: set[str] = set()

    def read(self) -> Assessment | None:
        """The assessment, without what is at fault; ``None`` where it is no form, or nobody can tell whose."""
        head = next((number for number, row in self._rows.items() if _is_headings(row)), None)
        titles = [card for row in self._rows.values() if (card := _title(row))]
        if head is None:
            if self._rows and (titles or not self._grid.is_hidden):
                self._blame(None, f"expected a form with the headings from {NUMBER} to {REMARKS}, found none")
            return None
        if self._grid.is_hidden:
            self._blame(None, "expected a sheet that is seen, got a hidden one")
            return None
        card = self._card(head, titles[0] if titles else None)
        if card is None:
            return None
        self._read_lines(head)
        self._read_table(card, head)
        return self._assessment(card)

    def _blame(self, cell: Cell | None, why: str, value: object = None) -> None:
        place = address(cell) if cell else ""
        self.faults.append(FormFault(sheet=self._grid.name, cell=place, value=value, why=why))

    def _card(self, head: int, said: Scorecard | None) -> Scorecard | None:
        """The card, by its title or else by its headings, which are held against it."""
        places: dict[str, int] = {}
        for column, value in self._rows[head].items():
            name = squashed(value)
            if name in places:
                self._blame((head, column), f"expected each heading once, got {name} twice", value)
            else:
                places[name] = column
        near = min(scorecards(), key=lambda card: len(places.keys() ^ set(columns_of(card))))
        card = said or near
        columns = columns_of(card)
        if said and near is not said and set(columns_of(near)) == places.keys():
            self._blame((head, places[NUMBER]), f"expected the headings of {said.id}, got those of {near.id}")
            return None
        for name in columns:
            if name not in places:
                self._blame(None, f"expected a column {name}, found none in row {head}")
        for name, column in places.items():
            if name in columns:
                self._columns[name] = column
            else:
                value = self._rows[head][column]
                self._blame((head, column), f"expected a heading of {card.id}, got {_told(value)}", value)
        return card

    def _read_lines(self, head: int) -> None:
        for number, row in self._rows.items():
            if number < head:
                self._read_line(number, list(row.items()))

    def _read_line(self, number: int, cells: list[tuple[int, Any]]) -> None:
        """Labels with their values, each in one cell or in two that follow each other."""
        for place, (column, value) in enumerate(cells):
            label, text = _labelled(value)
            if label is None:
                continue
            at = (number, column)
            told: Any = text
            if not text.strip() and place + 1 < len(cells) and _labelled(cells[place + 1][1])[0] is None:
                column, told = cells[place + 1]  # noqa: PLW2901  (the value stands there)
                at = (number, column)
            field = LINES[label]
            if field in self._raw:
                self._blame(at, f"expected {label} once, found it again", value)
            elif not isinstance(told, str) or told.strip():
                self._read_field(field, at, told)

    def _read_field(self, field: str, at: Cell, value: Any) -> None:
        self._places[field,] = at
        if self._is_unread(at, value):
            return
        if field in DAYS.values():
            self._raw[field] = _day(value)
        elif field == "area":
            try:
                self._raw[field] = _area(_text(value).strip())
            except ZwfwError as error:
                self._blame(at, str(error), value)
        else:
            self._raw[field] = _text(value)

    def _is_formula(self, at: Cell, value: Any) -> bool:
        """Whether it is a formula, which is told."""
        if not isinstance(value, Formula):
            return False
        self._blame(at, f"expected a value, got the formula {value}, which is not evaluated; paste its value", value)
        return True

    def _is_unread(self, at: Cell, value: Any) -> bool:
        """Whether it is a formula, or nobody sees it; either is told."""
        if at[0] in self._grid.hidden_rows or at[1] in self._grid.hidden_columns:
            self._blame(at, f"expected a value that is seen, got {_told(value)} in a hidden row or column", value)
            return True
        return self._is_formula(at, value)

    def _read_table(self, card: Scorecard, head: int) -> None:
        seen: dict[int, int] = {}
        part = "table"
        for number, row in self._rows.items():
            lead = row.get(self._columns[NUMBER])
            if number <= head:
                continue
            if squashed(lead) == NUMBER:
                # The headings stand again at the top of a page.
                part = EVIDENCE if EVIDENCE in map(squashed, row.values()) else part
            elif part == EVIDENCE:
                self._read_evidence(card, number, row)
            elif part == "table" and squashed(next(iter(row.values()))).startswith((TOTAL, "合计")):
                self._read_total(card, number, row)
                part = "below"
            elif part == "table":
                self._read_row(card, number, row, seen)
        missing = [str(each) for each in range(1, len(card.criteria) + 1) if each not in seen]
        if missing:
            self._blame(
                None, f"expected all {len(card.criteria)} rows of {card.id}, without {NUMBER} {', '.join(missing)}"
            )

    def _read_number(self, card: Scorecard, at: Cell, value: Any) -> int | None:
        if self._is_formula(at, value):
            return None
        found = _number(value)
        if found is None or found not in range(1, len(card.criteria) + 1):
            told = "nothing" if value is None else _told(value)
            self._blame(at, f"expected a {NUMBER} from 1 to {len(card.criteria)}, got {told}", value)
            return None
        return int(found)

    def _read_row(self, card: Scorecard, number: int, row: Row, seen: dict[int, int]) -> None:
        place = self._place(card, number, row, seen)
        if place is None:
            # The totals cannot be held against rows of which one is not known.
            self._spoilt.update(POINTS)
            return
        data = self._scores.setdefault(place, {"criterion": card.criteria[place - 1].id})
        for name in (*POINTS, REMARKS):
            if name in self._columns and (at := (number, self._columns[name]))[1] in row:
                self._read_cell(name, at, row[at[1]], data)

    def _place(self, card: Scorecard, number: int, row: Row, seen: dict[int, int]) -> int | None:
        """Which row of the card it is; ``None`` where it is none, or is not as the card has it."""
        column = self._columns[NUMBER]
        place = self._read_number(card, (number, column), row.get(column))
        if place is None:
            return None
        if place in seen:
            first = address((seen[place], column))
            self._blame((number, column), f"expected {NUMBER} {place} once, found it in {first} too", place)
            return None
        seen[place] = number
        criterion = card.criteria[place - 1]
        fits = [
            self._fits((number, self._columns[name]), name, row, wanted)
            for name, wanted in numbers_of(criterion).items()
            if name in self._columns
        ]
        return place if all(fits) else None

    def _fits(self, at: Cell, name: str, row: Row, wanted: int | None) -> bool:
        value = row.get(at[1])
        if value is None and name != WEIGHT:
            return True
        if self._is_formula(at, value):
            return False
        if value is None or _number(value) != wanted:
            told = "nothing" if value is None else _told(value)
            self._blame(at, f"expected {name} {wanted}, got {told}", value)
            return False
        return True

    def _read_cell(self, name: str, at: Cell, value: Any, data: dict[str, Any]) -> None:
        """One score, or the remarks."""
        if self._is_unread(at, value) or self._is_no_score(name, at, value):
            self._spoilt.add(name)
            return
        if name == REMARKS:
            data["remarks"] = _text(value)
            self._places["remarks", data["criterion"]] = at
            return
        score, applies = _points(value)
        if not applies:
            data["is_applicable"] = False
        if score is not None:
            data[score_field(name)] = score
            self._places[score_field(name), data["criterion"]] = at
            self._given[name] += score

    def _is_no_score(self, name: str, at: Cell, value: Any) -> bool:
        """Whether a cell of scores holds none, which is told."""
        if name == REMARKS:
            return False
        if at in self._grid.merged:
            self._blame(at, f"expected a cell for each score, got {self._grid.merged[at]} merged", value)
            return True
        if _points(value) == (None, True):
            self._blame(at, f"expected points, {NOT_APPLICABLE} or nothing, got {_told(value)}", value)
            return True
        return False

    def _read_total(self, card: Scorecard, number: int, row: Row) -> None:
        """The totals, where they stand as numbers; a formula says nothing that the rows do not."""
        sums = {WEIGHT: Decimal(card.total), **self._given}
        for name, wanted in sums.items():
            at = (number, self._columns.get(name, 0))
            value = row.get(at[1])
            if value is None or isinstance(value, Formula) or name in self._spoilt:
                continue
            if _number(value) != wanted:
                self._blame(at, f"expected a total of {wanted}, as the rows make, got {_told(value)}", value)

    def _read_evidence(self, card: Scorecard, number: int, row: Row) -> None:
        column = self._columns[NUMBER]
        place = self._read_number(card, (number, column), row.get(column))
        texts = [(each, value) for each, value in row.items() if each != column]
        if len(texts) != 1:
            self._blame((number, column), f"expected one text beside the {NUMBER}, got {len(texts)}")
        elif not self._is_unread((number, texts[0][0]), texts[0][1]) and place is not None:
            data = self._scores.setdefault(place, {"criterion": card.criteria[place - 1].id})
            data["evidence"] = (*data.get("evidence", ()), _text(texts[0][1]))

    def _assessment(self, card: Scorecard) -> Assessment | None:
        if "body" not in self._raw:
            if ("body",) in self._places:
                return None
            if not self._grid.name or _DEFAULT_NAME.fullmatch(self._grid.name):
                self._blame(None, "expected a line 单位名称 above the table, or a sheet that has its name")
                return None
            self._raw["body"] = self._grid.name
        rows = [data for _, data in sorted(self._scores.items()) if len(data) > 1]
        found, wrong = kept({**self._raw, "card": card.id, "scores": rows} if rows else {**self._raw, "card": card.id})
        for each in wrong:
            self._blame(self._cell_of(each.place, rows), each.why, each.value)
        return found

    def _cell_of(self, place: Place, rows: list[dict[str, Any]]) -> Cell | None:
        match place:
            case ("scores", int(row), str(field), *_):
                return self._places.get((field, rows[row]["criterion"]))
            case _:
                return self._places.get(place[:1])


def _labelled(value: Any) -> tuple[str | None, str]:
    """The label of a line and what stands behind it; ``None`` where it is no label of ours."""
    if not isinstance(value, str) or isinstance(value, Formula):
        return None, ""
    found = _LINE.fullmatch(value)
    label, text = (squashed(found[1]), found[2]) if found else (squashed(value), "")
    return (label, text) if label in LINES else (None, "")


def _day(value: Any) -> Any:
    """A day or moment as the record reads it; a cell of a workbook knows no day without its midnight."""
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value
    text = narrow(_text(value))
    found = _DAY.fullmatch(text)
    if not found:
        return text
    day = f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}"
    return f"{day}T{found[4]:0>2}:{found[5]}" if found[4] else day


def _area(text: str) -> Area:
    if zone := _ZONE.fullmatch(text):
        return Area.zone(zone[1], kind=ZoneKind(zone[2]), under=zone[3])
    if coded := _CODED.fullmatch(text):
        return Area(coded[2], name=coded[1].strip() or None)
    return Area.find(narrow(text))


def _text(value: Any) -> str:
    """What a person reads in the cell."""
    match value:
        case str():
            return value
        case bool():
            return str(value).upper()
        case float():
            return f"{value:.15g}"
        case datetime():
            return str(_day(value))
        case _:
            return str(value)


def _told(value: Any) -> str:
    """What stands in a cell, shortened."""
    if isinstance(value, date):
        return f"the date {_text(value)}"
    text = repr(value) if isinstance(value, str) else _text(value)
    return text if len(text) <= _LONGEST_TOLD else f"{text[:_LONGEST_TOLD]}..."


def _number(value: Any) -> Decimal | None:
    """The number that a cell says; a fraction is as exact as spreadsheets show it."""
    match value:
        case bool():
            return None
        case int():
            return Decimal(value)
        case float():
            return Decimal(f"{value:.15g}") if isfinite(value) else None
        case str() if found := _NUMBER.fullmatch(narrow(value)):
            return Decimal(found[1])
        case _:
            return None


def _points(value: Any) -> tuple[Decimal | None, bool]:
    """The score of a cell and whether the row applies; no score of a row that does where it cannot be read."""
    if isinstance(value, str) and (tail := _NOT_APPLICABLE.search(said := narrow(value))):
        rest = said[: tail.start()]
        score = _number(rest)
        return score, bool(rest) and score is None
    return _number(value), True
