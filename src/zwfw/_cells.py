"""Tables in text and Markdown: cells that stay cells, whatever is written in them."""

import re
from collections.abc import Iterable, Sequence
from typing import Final
from unicodedata import combining, east_asian_width

__all__ = ["cut", "fold", "grid", "markdown", "markdown_table", "one_line", "width"]

_MARKS: Final = ("\\", "|", "`", "*", "_", "[", "]", "<", ">", "#", "~")

# What stays together on a line: a word or figure, else one character, with the marks that may not begin a line.
_UNITS: Final = re.compile(r"[“（〔《(]*(?:[!-~]+|.)[，。；：、）”〕》),.;:]*")


def markdown(text: str) -> str:
    """A cell stays one cell, and nothing in it becomes markup."""
    for mark in _MARKS:
        text = text.replace(mark, f"\\{mark}")
    return " ".join(text.split())


def markdown_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of one line a row."""
    lines = [f"| {' | '.join(map(markdown, row))} |" for row in (heads, *rows)]
    return "\n".join([lines[0], f"|{'---|' * len(heads)}", *lines[1:]])


def one_line(text: str) -> str:
    r"""A text on one line, in which nothing is obeyed by a terminal.

    >>> one_line("甲\n\x1b[31m乙")
    '甲 ?[31m乙'
    """
    return "".join(char if char.isprintable() else "?" for char in " ".join(text.split()))


def width(text: str) -> int:
    """How many columns a text takes; a Chinese character takes two.

    >>> width("第3条")
    5
    """
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def cut(text: str, most: int) -> str:
    """A text of at most so many columns; one that is cut ends in an ellipsis.

    >>> cut("涵江区政务服务中心", 9), cut("涵江区", 6)
    ('涵江区政…', '涵江区')
    """
    if width(text) <= most:
        return text
    while width(text) >= most:
        text = text[:-1]
    return f"{text}…"


def fold(text: str, room: int, *, lines: int) -> list[str]:
    """A text in at most so many lines of at most *room* columns; one that does not fit ends in an ellipsis.

    >>> fold("场所面积大于 30 平方米。", 12, lines=2), fold("场所面积大于 30 平方米。", 8, lines=2)
    (['场所面积大于', '30 平方米。'], ['场所面积', '大于 30…'])
    """
    folded = [""]
    for unit in _UNITS.findall(text):
        if folded[-1] and width(folded[-1] + unit) > room:
            folded.append("")
        folded[-1] += unit if folded[-1] else unit.lstrip()
    if len(folded) > lines:
        folded[lines - 1 :] = [folded[lines - 1].rstrip() + "…"]
    return [cut(line.rstrip(), room) for line in folded]


def grid(heads: Sequence[str], rows: Iterable[Sequence[str]], *, right: Iterable[int] = ()) -> str:
    """A table in columns; those whose numbers are in *right* are set to the right.

    >>> print(grid(["单位", "分"], [["甲", "9"], ["乙镇", "10"]], right=[1]))
    单位  分
    甲     9
    乙镇  10
    """
    lines = [[one_line(cell) for cell in row] for row in (heads, *rows)]
    rooms = [max(map(width, column)) for column in zip(*lines, strict=True)]
    shown = []
    for line in lines:
        gaps = [" " * (room - width(cell)) for cell, room in zip(line, rooms, strict=True)]
        cells = [
            f"{gap}{cell}" if index in right else f"{cell}{gap}"
            for index, (cell, gap) in enumerate(zip(line, gaps, strict=True))
        ]
        shown.append("  ".join(cells).rstrip())
    return "\n".join(shown)
