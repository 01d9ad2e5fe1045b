"""JSON of a portal as it comes: one record, a list of them, or one a line."""

import json
import re
from collections.abc import Iterator, Mapping
from math import isfinite
from typing import Any

import attrs

from zwfw.errors import MalformedJSONError

__all__ = ["BadLine", "Repeated", "Source", "numbered", "records_in"]

Source = str | bytes | bytearray | Mapping[Any, Any] | list[Any] | tuple[Any, ...]
"""The JSON of a portal: its text, the bytes of that, or what a parser made of it."""

_PLAIN = re.compile(r"[ \t\n\r]*")
_BETWEEN = re.compile(r"[ \t\n\r]*,?[ \t\n\r]*")
_LONGEST_WHOLE, _LONGEST_FRACTION = 18, 24
_TOO_DEEP = "the value is nested too deeply"


class Repeated(tuple[Any, ...]):
    """The different values that one object gives for one name."""

    __slots__ = ()


@attrs.frozen(kw_only=True)
class BadLine:
    """A line among JSON Lines that is no JSON.

    Attributes:
        text: The line.
        why: What was expected and where, counted in the whole text.
    """

    text: str
    why: str


def records_in(source: Source) -> Iterator[object]:
    """The records of *source* one by one, whatever they are; a line that is no JSON is a :class:`BadLine`.

    Raises:
        MalformedJSONError: If a text is neither JSON nor JSON Lines.
    """
    brought = _parsed(source) if isinstance(source, (str, bytes, bytearray)) else source
    if isinstance(brought, (list, tuple)) and not isinstance(brought, Repeated):
        yield from brought
    else:
        yield brought


def numbered(source: str | bytes, *, by_line: bool = False) -> list[tuple[int, object]]:
    """The records of a text, each with the line in which it begins, counted from 1; see :func:`records_in`.

    Args:
        source: The text or its bytes.
        by_line: Whether each line is known to be a record by itself, whatever the first one looks like.

    Raises:
        MalformedJSONError: If the text is neither JSON nor JSON Lines.
    """
    text = _text(source)
    if by_line:
        return _by_line(text)
    try:
        whole = _value(text)
    except MalformedJSONError as error:
        return _lines_or(error, text)
    starts = _starts(text, isinstance(whole, list))
    return list(zip(starts, whole if isinstance(whole, list) else [whole], strict=True))


def _starts(text: str, is_list: bool) -> list[int]:  # noqa: FBT001  (what the text is)
    """The lines in which the members of a list begin, or the one value that the text is."""
    decoder = json.JSONDecoder(strict=False, parse_int=str, parse_float=str)
    at = _PLAIN.match(text).end()  # type: ignore[union-attr]  # blanks may be none
    if not is_list:
        return [text.count("\n", 0, at) + 1]
    found, line, counted = list[int](), 1, 0
    at = _PLAIN.match(text, at + 1).end()  # type: ignore[union-attr]
    while text[at] != "]":
        line, counted = line + text.count("\n", counted, at), at
        found.append(line)
        _, at = decoder.raw_decode(text, at)
        at = _BETWEEN.match(text, at).end()  # type: ignore[union-attr]
    return found


def _parsed(source: str | bytes | bytearray) -> object:
    text = _text(source)
    try:
        return _value(text)
    except MalformedJSONError as error:
        return [each for _, each in _lines_or(error, text)]


def _lines_or(error: MalformedJSONError, text: str) -> list[tuple[int, object]]:
    """The lines of a text that is no JSON as a whole; where it is no JSON Lines either, *error* is raised."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    whole = [line.startswith("{") and line.endswith("}") for line in lines]
    # Otherwise each line of one broken object that is written over many would be told as a record.
    if len(lines) <= 1 or not lines[0].startswith("{") or not (whole[0] or sum(whole) * 2 >= len(lines)):
        raise error
    found = _by_line(text)
    if all(isinstance(each, BadLine) for _, each in found):
        raise error
    return found


def _by_line(text: str) -> list[tuple[int, object]]:
    return [(number, _line(line, number)) for number, line in enumerate(text.split("\n"), 1) if line.strip()]


def _text(source: str | bytes | bytearray) -> str:
    return (source if isinstance(source, str) else _decoded(source)).removeprefix("\ufeff")


def _line(text: str, number: int) -> object:
    try:
        return _value(text)
    except MalformedJSONError as error:
        return BadLine(text=text, why=f"JSON (line {number}, column {error.column}: {error.why})")


def _decoded(source: bytes | bytearray) -> str:
    encoding = json.detect_encoding(source)
    try:
        return source.decode(encoding)
    except UnicodeDecodeError as error:
        before = source[: error.start].decode(encoding, "replace")
        raise _malformed(before, len(before), f"the bytes are not {encoding.upper()}") from None


def _value(text: str) -> object:
    try:
        # Portals leave control characters in their texts; NaN and its like stay texts, so that no number is one.
        return json.loads(
            text, strict=False, object_pairs_hook=_object, parse_constant=str, parse_int=_whole, parse_float=_fraction
        )
    except json.JSONDecodeError as error:
        raise _malformed(text, error.pos, error.msg[:1].lower() + error.msg[1:]) from None
    except RecursionError:
        raise _malformed(text, _deepest(text), _TOO_DEEP) from None


def _malformed(text: str, at: int, why: str) -> MalformedJSONError:
    return MalformedJSONError(line=text.count("\n", 0, at) + 1, column=at - text.rfind("\n", 0, at), why=why)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    seen: set[tuple[str, str]] = set()
    values: dict[str, list[Any]] = {}
    for name, value in pairs:
        # The same text twice says one thing; whether two other values are the same is not looked into.
        if isinstance(value, str) and (name, value) in seen:
            continue
        if isinstance(value, str):
            seen.add((name, value))
        values.setdefault(name, []).append(value)
    return {name: held[0] if len(held) == 1 else Repeated(held) for name, held in values.items()}


def _whole(digits: str) -> int | str:
    """A number; one that nothing can mean stays a text, because reading it takes quadratic time."""
    return int(digits) if len(digits) <= _LONGEST_WHOLE else digits


def _fraction(digits: str) -> float | str:
    """A number, or a text where a number would not hold all that stands there."""
    return float(digits) if len(digits) <= _LONGEST_FRACTION and isfinite(float(digits)) else digits


def _deepest(text: str) -> int:
    """Where the brackets are nested deepest; those in texts do not count."""
    depth = most = at = 0
    for found in re.finditer(r'"[^"\\]*(?:\\.[^"\\]*)*(?:"|$)|[\[\]{}]', text, re.DOTALL):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found[0], 0)
        if depth > most:
            most, at = depth, found.start()
    return at
