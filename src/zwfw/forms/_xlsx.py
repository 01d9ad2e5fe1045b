"""Forms as workbooks (extra ``xlsx``)."""

import re
import warnings
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from zipfile import BadZipFile, ZipFile

from zwfw._extras import extra
from zwfw.forms._files import Named, as_many, bytes_of, name_of, refused, save
from zwfw.forms._layout import address
from zwfw.forms._read import Formula, Grid, read_grid
from zwfw.forms._write import form_rows
from zwfw.forms.faults import FormError, FormFault
from zwfw.records.assessments import Assessment

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from zwfw.forms._dress import Wardrobe

__all__ = ["read_xlsx", "write_xlsx"]

_MOST_UNPACKED: Final = 200_000_000
_MOST_XML: Final = 20_000_000
"""Bytes of what is not pictures; a form takes fifty thousand, and openpyxl fifty times what it reads."""

_OLD_WORKBOOK: Final = b"\xd0\xcf\x11\xe0"
_LONGEST_TEXT: Final = 32_767
_LONGEST_NAME: Final = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]|^'|'$")
# What XML cannot hold, and carriage returns, which it reads as other line ends; and what would be taken for either.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def read_xlsx(source: Named) -> tuple[Assessment, ...]:
    """The assessments in a workbook, a body a sheet.

    The body's name is that of the sheet where no line above the table says it. Blank sheets are passed over.

    Args:
        source: A path, or a file that is open for bytes.

    Raises:
        FormError: If it is no workbook, a sheet is not the form of a card, or anything in it does not fit; all faults
            together, each with its sheet and cell.
        ModuleNotFoundError: If openpyxl is not installed.
    """
    read: list[Assessment] = []
    faults: list[FormFault] = []
    for grid in _grids(source):
        found, wrong = read_grid(grid)
        read += found
        faults += wrong
    if not read and not faults:
        raise refused(source, "expected a form, got none that is seen")
    if faults:
        raise FormError(name_of(source), faults, read)
    return tuple(read)


def _openpyxl() -> Any:
    with extra("xlsx"):
        import openpyxl
    return openpyxl


def _grids(source: Named) -> Iterator[Grid]:
    openpyxl = _openpyxl()
    data = bytes_of(source)
    _look_into(source, data)
    try:
        with warnings.catch_warnings():
            # They tell of dress that openpyxl cannot keep, and nothing is kept here.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(BytesIO(data), keep_links=False)
    except Exception as error:  # noqa: BLE001  (openpyxl raises all kinds on what is no workbook)
        said = f"{type(error).__name__}: {error}".partition("\n")[0]
        raise refused(source, f"expected an .xlsx workbook, got one that cannot be read ({said})") from None
    for sheet in book.worksheets:
        yield _grid(sheet)


def _look_into(source: Named, data: bytes) -> None:
    """Refuse what is no workbook, and what would fill the memory, before anything is unpacked."""
    if data.startswith(_OLD_WORKBOOK):
        raise refused(
            source, "expected an .xlsx workbook, got one of an older kind or with a password; save it as .xlsx"
        )
    try:
        with ZipFile(BytesIO(data)) as packed:
            parts = packed.infolist()
    except BadZipFile:
        raise refused(source, "expected an .xlsx workbook, got another kind of file") from None
    xml = sum(each.file_size for each in parts if not each.filename.startswith("xl/media/"))
    if sum(each.file_size for each in parts) > _MOST_UNPACKED or xml > _MOST_XML:
        raise refused(
            source, f"expected a workbook of at most {_MOST_XML} bytes unpacked, without its pictures, got {xml}"
        )


def _grid(sheet: "Worksheet") -> Grid:
    columns = sheet.column_dimensions.values()
    return Grid(
        name=sheet.title,
        # Only cells that stand in the file: a sheet may reach to its last row and column by nothing but dress.
        cells={
            place: value
            for place, cell in sheet._cells.items()  # noqa: SLF001
            if (value := _value(cell)) is not None
        },
        hidden_rows=frozenset(number for number, each in sheet.row_dimensions.items() if each.hidden),
        hidden_columns=frozenset(
            number for each in columns if each.hidden for number in range(each.min or 0, (each.max or 0) + 1)
        ),
        merged={
            (each.min_row, each.min_col): each.coord
            for each in sheet.merged_cells.ranges
            if each.size["rows"] * each.size["columns"] > 1
        },
        is_hidden=sheet.sheet_state != "visible",
    )


def _value(cell: "Cell | MergedCell") -> Any:
    """What stands in a cell; ``None`` where it is blank."""
    value = cell.value
    if cell.data_type == "f":
        return Formula(value if isinstance(value, str) else getattr(value, "text", None) or "=")
    if isinstance(value, str):
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value) if value.strip() else None
    return value


def write_xlsx(assessments: Assessment | Iterable[Assessment], target: Named) -> None:
    """Write the forms of assessments as a workbook, a body a sheet.

    Scores are numbers, and the total of a stage stands where each row has one. Texts stay texts, whatever they look
    like. A form without scores is one to fill in.

    Args:
        assessments: One or many.
        target: A path, or a file that is open for bytes.

    Raises:
        FormError: If there is none, or a text is longer than a cell can hold.
        ModuleNotFoundError: If openpyxl is not installed.
    """
    openpyxl = _openpyxl()
    given = as_many(assessments)
    if not given:
        raise refused(target, "expected an assessment to write, got none")
    book = openpyxl.Workbook()
    book.remove(book.active)
    names: set[str] = {"history"}
    faults: list[FormFault] = []
    styles: Wardrobe = {}
    for each in given:
        sheet = book.create_sheet(_sheet_name(each.body, names))
        faults += _fill(sheet, each, styles)
    if faults:
        raise FormError(name_of(target), faults)
    packed = BytesIO()
    book.save(packed)
    save(target, packed.getvalue())


def _sheet_name(body: str, taken: set[str]) -> str:
    """A name that a sheet may have and none has yet."""
    plain = "".join(each if each.isprintable() else "_" for each in body)
    name, number = "", 1
    while not name or name.casefold() in taken:
        tail = f" ({number})" if number > 1 else ""
        name = _NOT_IN_NAMES.sub("_", _cut(plain, _LONGEST_NAME - len(tail)) + tail)
        number += 1
    taken.add(name.casefold())
    return name


def _length(text: str) -> int:
    """As spreadsheets count: a character beyond the first 65 536 is two."""
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str, most: int) -> str:
    while _length(text) > most:
        text = text[:-1]
    return text


def _fill(sheet: "Worksheet", assessment: Assessment, styles: "Wardrobe") -> list[FormFault]:
    rows = list(form_rows(assessment))
    faults = []
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row.values, 1):
            if value is None:
                continue
            written = (
                _UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", value) if isinstance(value, str) else value
            )
            if isinstance(written, str) and _length(written) > _LONGEST_TEXT:
                why = f"expected at most {_LONGEST_TEXT} characters, got {_length(written)}"
                faults.append(FormFault(sheet=sheet.title, cell=address((number, column)), value=value, why=why))
            else:
                _put(sheet, number, column, written)
    from zwfw.forms._dress import dress

    dress(sheet, assessment.scorecard, rows, styles)
    return faults


def _put(sheet: "Worksheet", row: int, column: int, value: Any) -> None:
    cell = sheet.cell(row, column, value)
    if isinstance(value, str):
        # Otherwise what looks like a formula or an error would become one, here or when the cell is edited.
        cell.data_type = "s"
        cell.quotePrefix = value[:1] in "=+-@#"
