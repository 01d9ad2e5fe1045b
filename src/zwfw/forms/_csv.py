"""Forms as CSV, which spreadsheets open."""

import csv
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from io import StringIO

from zwfw.forms._files import Named, as_many, bytes_of, name_of, refused, save
from zwfw.forms._read import Grid, read_grid
from zwfw.forms._write import form_rows
from zwfw.forms.faults import FormError
from zwfw.records.assessments import Assessment

__all__ = ["read_csv", "write_csv"]

# What spreadsheets take for the beginning of a formula, with its forms of full width.
_LIKE_A_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")


def read_csv(source: Named) -> tuple[Assessment, ...]:
    """The assessments in a CSV file of forms, one below the other; each begins with its title.

    An apostrophe before what looks like a formula is taken away, as :func:`write_csv` puts it there.

    Args:
        source: A path, or a file that is open for bytes, in UTF-8 or as older spreadsheets write Chinese (GB 18030).

    Raises:
        FormError: If it is no form, or anything in it does not fit; all faults together, each with its cell.
    """
    text = _decoded(source)
    cells = {}
    try:
        for row, values in enumerate(csv.reader(StringIO(text, newline=""), strict=True), 1):
            for column, value in enumerate(values, 1):
                if value.strip():
                    cells[row, column] = _plain(value)
    except csv.Error as error:
        raise refused(source, f"expected CSV, got what is none: {error}") from None
    if not cells:
        raise refused(source, "expected a form, got nothing")
    read, faults = read_grid(Grid(cells=cells))
    if faults:
        raise FormError(name_of(source), faults, read)
    return tuple(read)


def _decoded(source: Named) -> str:
    data = bytes_of(source)
    for encoding in ("utf-8-sig", "gb18030"):
        with suppress(UnicodeDecodeError):
            return data.decode(encoding)
    raise refused(source, "expected CSV in UTF-8 or GB 18030, got bytes that are neither")


def _plain(text: str) -> str:
    return text[1:] if text.startswith("'") and _LIKE_A_FORMULA.match(text) else text


def _safe(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and _LIKE_A_FORMULA.match(value) else value


def write_csv(assessments: Assessment | Iterable[Assessment], target: Named) -> None:
    """Write the forms of assessments, one below the other, in UTF-8 with a byte-order mark, as spreadsheets want it.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.

    Args:
        assessments: One or many.
        target: A path, or a file that is open for bytes.
    """
    text = StringIO(newline="")
    csv.writer(text).writerows(_rows(as_many(assessments)))
    save(target, text.getvalue().encode("utf-8-sig"))


def _rows(assessments: tuple[Assessment, ...]) -> Iterator[list[object]]:
    for number, each in enumerate(assessments):
        if number:
            yield []
        yield from ([_safe(value) for value in row.values] for row in form_rows(each))
