"""How a workbook's form looks on screen and paper (extra ``xlsx``)."""

from itertools import groupby
from math import ceil
from typing import Final

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from zwfw._cells import width as text_width
from zwfw.forms._layout import CONTENT, DIMENSION, NUMBER, PART, POINTS, REMARKS, WEIGHT, address, columns_of
from zwfw.forms._write import FormRow, RowKind, halfway
from zwfw.scorecards import Scorecard

__all__ = ["dress"]

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


def dress(sheet: Worksheet, card: Scorecard, rows: list[FormRow]) -> None:
    """Merge, size, colour and set up for paper what stands in a sheet."""
    columns = columns_of(card)
    head = next(number for number, row in enumerate(rows, 1) if row.kind == "head")
    for column, name in enumerate(columns, 1):
        sheet.column_dimensions[_letters(column)].width = _WIDTHS.get(name, _NARROWEST)
    for number, row in enumerate(rows, 1):
        _dress_row(sheet, number, row, columns)
    for first, last in _groups(card, by_part=False):
        _merge(sheet, head + first, columns.index(DIMENSION) + 1, head + last)
    if PART in columns:
        for first, last in _groups(card, by_part=True):
            _merge(sheet, head + first, columns.index(PART) + 1, head + last)
    for number, row in enumerate(rows, 1):
        spans = _spans(row.kind, card, row)
        for left, right in spans:
            sheet.merge_cells(start_row=number, end_row=number, start_column=left, end_column=right)
        texts = [columns.index(name) + 1 for name in (CONTENT, REMARKS)] if row.kind == "row" else []
        sheet.row_dimensions[number].height = _height(sheet, row, [*spans, *((each, each) for each in texts)])
    _set_page(sheet, head, address((len(rows), len(columns))))


def _letters(column: int) -> str:
    return address((1, column))[:-1]


def _dress_row(sheet: Worksheet, number: int, row: FormRow, columns: tuple[str, ...]) -> None:
    for column, name in enumerate(columns, 1):
        cell = sheet.cell(number, column)
        is_text = row.kind in {"line", "evidence"} or (row.kind == "row" and name in {CONTENT, REMARKS})
        left = is_text and not (row.kind == "evidence" and name == NUMBER)
        cell.alignment = Alignment(horizontal="left" if left else "center", vertical="center", wrap_text=True)
        size = 16 if row.kind == "title" else 11
        cell.font = Font(name=_FONT, size=size, bold=row.kind in _HEADS or row.kind == "title")
        if row.kind in _TABLE:
            cell.border = _EDGES
        if row.kind in _HEADS:
            cell.fill = _SHADE


def _groups(card: Scorecard, *, by_part: bool) -> list[tuple[int, int]]:
    """The first and last row of each group, from 1."""
    keys = ((each.dimension, each.part if by_part else "") for each in card.criteria)
    found = [[number for number, _ in group] for _, group in groupby(enumerate(keys, 1), key=lambda pair: pair[1])]
    return [(group[0], group[-1]) for group in found]


def _merge(sheet: Worksheet, first: int, column: int, last: int) -> None:
    sheet.merge_cells(start_row=first, end_row=last, start_column=column, end_column=column)


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
