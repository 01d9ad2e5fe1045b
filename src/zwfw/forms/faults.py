"""What cannot be read in a form, or written into one (评分表错误)."""

from collections.abc import Sequence

import attrs

from zwfw.errors import ZwfwError
from zwfw.records.assessments import Assessment

__all__ = ["FormError", "FormFault"]


@attrs.frozen(kw_only=True)
class FormFault:
    """One thing that is wrong in a form.

    Attributes:
        sheet: The sheet of a workbook; empty for other files and for the file as a whole.
        cell: The cell, as in ``F4``, or the path in JSON; empty where no single one is at fault.
        value: What stands there.
        why: What was expected, and what was found.
    """

    sheet: str = ""
    cell: str = ""
    value: object = attrs.field(default=None, hash=False)
    why: str

    def __str__(self) -> str:
        place = "!".join(part for part in (self.sheet, self.cell) if part)
        return f"{place}: {self.why}" if place else self.why


class FormError(ZwfwError, ValueError):
    """A file is not the form of a card, or something in it does not fit; all faults are told together.

    Attributes:
        source: The file.
        faults: What is wrong, in the order of the sheets.
        read: What could be read, without what is at fault: a form of which nothing is left is not among them.
    """

    def __init__(self, source: str, faults: Sequence[FormFault], read: Sequence[Assessment] = ()) -> None:
        super().__init__(source, tuple(faults), tuple(read))
        self.source = source
        self.faults = tuple(faults)
        self.read = tuple(read)

    def __str__(self) -> str:
        number = len(self.faults)
        return "\n  ".join([f"{self.source}: {number} fault{'s' if number > 1 else ''}", *map(str, self.faults)])
