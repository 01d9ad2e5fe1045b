"""What the fields of a portal's record say: one function a kind of value (读取字段值).

Each takes what stands in a field and gives the value, or raises :class:`SaysNothingError` where nothing is stated or
:class:`UnreadableError` where it cannot be what the field is for.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any

from zwfw.areas import Area
from zwfw.errors import ZwfwError
from zwfw.interop._text import plain_text

__all__ = [
    "NONE",
    "UNITS",
    "Reading",
    "SaysNothingError",
    "UnreadableError",
    "area",
    "choice",
    "count",
    "days",
    "line",
    "name",
    "names",
    "parts",
    "said",
    "term",
    "text",
    "title",
    "visits",
]

NONE = "无"
"""The word of portals where nothing is stated, or where there is none."""

UNITS = {"工作日": "working_days", "自然日": "calendar_days", "日历日": "calendar_days"}
"""How a time is counted, in the words of portals and in the names of our fields."""

_MOST_DAYS = 3660
_MOST_VISITS = 99
_DAYS = re.compile(rf"([0-9]{{1,9}}) ?(?:\(? ?个? ?({'|'.join(UNITS)}) ?\)?)?")
_SEPARATORS = re.compile(r"[,，、;；\n]")

Reading = Callable[[Any], Any]
"""What makes a value of a record of what a field holds."""


class SaysNothingError(Exception):
    """A field is there and states nothing."""


class UnreadableError(Exception):
    """A field holds something that cannot be what it is for."""

    def __init__(self, expected: str) -> None:
        super().__init__(expected)
        self.expected = expected


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise UnreadableError("text")
    found, _ = plain_text(value)
    if not found:
        raise SaysNothingError
    return found


def said(value: object) -> str:
    """One line of text, whatever it says; 无 too."""
    return _text(value).replace("\n", " ")


def text(value: object) -> str:
    """A text with its lines; 无 says nothing."""
    found = _text(value)
    if found == NONE:
        raise SaysNothingError
    return found


def line(value: object) -> str:
    """One line of text; 无 says nothing."""
    return text(value).replace("\n", " ")


def name(value: object) -> str:
    """One line of text that has to be there."""
    try:
        return line(value)
    except SaysNothingError:
        raise UnreadableError("a name") from None


def title(value: object) -> str:
    """A name without the marks of a title around it (书名号).

    >>> title("《固定资产投资项目节能审查办法》"), title("《甲》和《乙》")
    ('固定资产投资项目节能审查办法', '《甲》和《乙》')
    """
    found = name(value)
    marked = re.fullmatch("《([^《》]+)》", found)
    return marked[1] if marked else found


def parts(value: object) -> tuple[str, ...]:
    """The names in a text, between commas, semicolons, marks of enumeration or line ends.

    >>> parts("面向个人，面向企业")
    ('面向个人', '面向企业')
    """
    found = tuple(part for part in map(str.strip, _SEPARATORS.split(text(value))) if part)
    if not found:
        raise SaysNothingError
    return found


def names(value: object) -> tuple[str, ...]:
    """A list of names; it may be empty."""
    if isinstance(value, str) and _normal(value) in ("", NONE):
        raise SaysNothingError
    if not isinstance(value, (list, tuple)):
        raise UnreadableError("a list of names")
    if [*value] == [NONE]:
        raise SaysNothingError
    try:
        return tuple(name(each) for each in value)
    except UnreadableError:
        raise UnreadableError("a list of names") from None


def count(most: int) -> Reading:
    """A reading of whole numbers up to *most*, written as numbers or as text."""

    def read(value: object) -> int:
        if isinstance(value, str):
            digits = _normal(value)
            if digits in ("", NONE):
                raise SaysNothingError
            # A longer one is none that is asked for, and int() takes quadratic time.
            value = int(digits) if re.fullmatch("[0-9]{1,9}", digits) else None
        if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= most and not value % 1:
            return int(value)
        raise UnreadableError(f"a whole number from 0 to {most}")

    return read


visits = count(_MOST_VISITS)
"""A reading of how often somebody has to come."""

_day_count = count(_MOST_DAYS)


def days(value: object) -> tuple[int, str]:
    """A number of days, and what the text says they are: ``working_days``, ``calendar_days`` or nothing.

    >>> days("7(工作日)"), days("20（自然日）"), days("5个工作日"), days("5")
    ((7, 'working_days'), (20, 'calendar_days'), (5, 'working_days'), (5, ''))
    """
    if not isinstance(value, str):
        return _day_count(value), ""
    written = _normal(value)
    if written in ("", NONE):
        raise SaysNothingError
    found = _DAYS.fullmatch(written)
    if not found:
        raise UnreadableError(f"a number of days from 0 to {_MOST_DAYS}, as in 7(工作日)")
    return _day_count(found[1]), UNITS.get(found[2] or "", "")


def _normal(value: str) -> str:
    """A text in normal form: digits and brackets of full width are as any other."""
    return unicodedata.normalize("NFKC", plain_text(value)[0])


def choice(meanings: Mapping[str, object], *, closed: bool = True) -> Reading:
    """A reading of words or codes that have a meaning; another one is wrong, or says nothing if they are not closed."""

    def read(value: object) -> object:
        found = line(value)
        if found in meanings:
            return meanings[found]
        raise UnreadableError(f"one of {', '.join(meanings)}") if closed else SaysNothingError

    return read


def term(kind: type[Enum]) -> Reading:
    """A reading of the terms of an enumeration."""
    return choice({str(member.value): member for member in kind})


def area(value: object) -> Area:
    """An area of Fujian, by its code."""
    code = line(value)
    try:
        return Area(code)
    except ZwfwError:
        raise UnreadableError("the code of an area of Fujian") from None
