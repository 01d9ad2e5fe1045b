"""How a workbook's form looks on screen and paper (extra ``xlsx``)."""

from copy import copy
from itertools import groupby
from math import ceil
from typing import Any, Final

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from zwfw._cells import width as text_width
from zwfw.forms._layout import (
    CONTENT,
    DIMENSION,
    NUMBER,
    PART,
    POINTS,
    REMARKS,
    WEIGHT,
    Cell,
    address,
    columns_of,
)
from zwfw.forms._write import FormRow, RowKind, halfway
from zwfw.scorecards import Scorecard

__all__ = ["Wardrobe", "dress"]

_WIDTHS: Final = {DIMENSION: 13, PART: 17, CONTENT: 56, REMARKS: 24} | dict.fromkeys(POINTS, 10)
_NARROWEST: Final = 6
_TITLE_POINTS, _ROW_POINTS, _LINE_POINTS = 30.0, 19.0, 15.0
_SPARE: Final = 2
_MOST_POINTS: Final = 409.0
"""The most that a row can have."""

_A4: Final = 9
_TABLE: Final = frozenset({"head", "row", "total", "evidence-head", "evidence"})
_HEADS: Final = frozenset({"head", "total", "evidence-head"})

_THIN = Side(style="thin", color="808080")
_EDGES = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_SHADE = PatternFill("solid", fgColor="E7EDF4")
_FONT: Final = "宋体"

Wardrobe = dict[tuple[RowKind, bool, bool], Any]
"""The styles that cells of one workbook wear: openpyxl looks up anew what is set cell by cell, which takes long."""


def dress(sheet: Worksheet, card: Scorecard, rows: list[FormRow], held: Wardrobe) -> None:
    """Merge, size, colour and set up for paper what stands in a sheet; *held* is that of its workbook."""
    columns = columns_of(card)
    head = next(number for number, row in enumerate(rows, 1) if row.kind == "head")
    for column, name in enumerate(columns, 1):
        sheet.column_dimensions[_letters(column)].width = _WIDTHS.get(name, _NARROWEST)
    for number, row in enumerate(rows, 1):
        _dress_row(sheet, number, row, columns, held)
    for first, last in _groups(card, by_part=False):
        column = columns.index(DIMENSION) + 1
        _merge(sheet, (head + first, column), (head + last, column))
    if PART in columns:
        for first, last in _groups(card, by_part=True):
            column = columns.index(PART) + 1
            _merge(sheet, (head + first, column), (head + last, column))
    for number, row in enumerate(rows, 1):
        spans = _spans(row.kind, card, row)
        for left, right in spans:
            _merge(sheet, (number, left), (number, right))
        texts = [columns.index(name) + 1 for name in (CONTENT, REMARKS)] if row.kind == "row" else []
        sheet.row_dimensions[number].height = _height(sheet, row, [*spans, *((each, each) for each in texts)])
    _set_page(sheet, head, address((len(rows), len(columns))))


def _letters(column: int) -> str:
    return address((1, column))[:-1]


def _dress_row(sheet: Worksheet, number: int, row: FormRow, columns: tuple[str, ...], held: Wardrobe) -> None:
    for column, name in enumerate(columns, 1):
        is_text = row.kind in {"line", "evidence"} or (row.kind == "row" and name in {CONTENT, REMARKS})
        left = is_text and not (row.kind == "evidence" and name == NUMBER)
        _dress_cell(sheet.cell(number, column), row.kind, held, is_left=left)


def _dress_cell(cell: Any, kind: RowKind, held: Wardrobe, *, is_left: bool) -> None:
    wanted = (kind, is_left, cell.quotePrefix)
    if wanted not in held:
        cell.alignment = Alignment(horizontal="left" if is_left else "center", vertical="center", wrap_text=True)
        cell.font = Font(name=_FONT, size=16 if kind == "title" else 11, bold=kind in _HEADS or kind == "title")
        if kind in _TABLE:
            cell.border = _EDGES
        if kind in _HEADS:
            cell.fill = _SHADE
        held[wanted] = cell._style  # noqa: SLF001  (by which a style is copied; there is no other way)
    cell._style = copy(held[wanted])  # noqa: SLF001


def _groups(card: Scorecard, *, by_part: bool) -> list[tuple[int, int]]:
    """The first and last row of each group, from 1."""
    keys = ((each.dimension, each.part if by_part else "") for each in card.criteria)
    found = [[number for number, _ in group] for _, group in groupby(enumerate(keys, 1), key=lambda pair: pair[1])]
    return [(group[0], group[-1]) for group in found]


def _merge(sheet: Worksheet, first: Cell, last: Cell) -> None:
    # Every cell is dressed already, so that none has to be taken away and drawn anew, as merge_cells does.
    sheet.merged_cells.add(f"{address(first)}:{address(last)}")


def _spans(kind: RowKind, card: Scorecard, row: FormRow) -> list[tuple[int, int]]:
    """The columns that a row merges, from 1."""
    end = len(row.values)
    half = halfway(card)
    match kind:
        case "title":
            return [(1, end)]
        case "line":
            return [(1, half), (half + 1, end)] if row.values[half] is not None else [(1, end)]
        case "total":
            return [(1, columns_of(card).index(WEIGHT))]
        case "evidence-head" | "evidence":
            return [(2, end)]
        case _:
            return []


def _height(sheet: Worksheet, row: FormRow, spans: list[tuple[int, int]]) -> float:
    """What the texts of a row need: not every spreadsheet finds it out."""
    if row.kind == "title":
        return _TITLE_POINTS
    most = 1
    for left, right in spans:
        room = sum(sheet.column_dimensions[_letters(column)].width for column in range(left, right + 1)) - _SPARE
        text = str(row.values[left - 1] or "")
        most = max(most, sum(max(1, ceil(text_width(line) / room)) for line in text.split("\n")))
    return min(_MOST_POINTS, _ROW_POINTS + _LINE_POINTS * (most - 1))


def _set_page(sheet: Worksheet, head: int, last: str) -> None:
    """Keep the headings in sight and on each page; A4 on its side, as wide as the paper."""
    sheet.freeze_panes = f"A{head + 1}"
    sheet.print_title_rows = f"{head}:{head}"
    sheet.print_area = f"A1:{last}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.6
    sheet.page_margins.footer = 0.3
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(center=_HeaderFooterPart("第 &P 页，共 &N 页"))
