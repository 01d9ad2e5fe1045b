"""Records out of files: each with the place that it stands in, and each fault with line and field."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

import attrs
from pydantic import ValidationError

from zwfw._cells import one_line
from zwfw.errors import MalformedJSONError
from zwfw.interop import record_kinds
from zwfw.interop._json import BadLine, Repeated, numbered
from zwfw.records import Record

__all__ = ["KIND_FIELD", "STDIN", "Brought", "Fault", "bring", "checked_kinds", "faults_of", "unknown_kind"]

KIND_FIELD = "record"
"""Where a record in a file says what kind it is; no kind of record has a field of this name."""

STDIN = "-"
_LINES = (".jsonl", ".ndjson")
_LONGEST = 60
_BRANCHES = {"str", "int", "float", "bool", "date", "time", "datetime", "decimal", "tuple"}


@attrs.frozen
class Brought:
    """A record and the place that it stands in.

    Attributes:
        source: The file.
        line: The line in which it begins, from 1.
        record: The record.
    """

    source: str
    line: int
    record: Record


@attrs.frozen
class Fault:
    """Why something in a file could not be read.

    Attributes:
        source: The file.
        line: The line, from 1; 0 where it is the whole file.
        field: The field; empty where it is the whole record.
        why: What was expected, and what was found.
    """

    source: str
    line: int
    field: str
    why: str

    def __str__(self) -> str:
        place = ":".join([self.source, *([str(self.line)] if self.line else [])])
        return one_line(": ".join(filter(None, (place, self.field, self.why))))


@cache
def checked_kinds() -> Mapping[str, type[Record]]:
    """The kinds of records of which rules speak, by name."""
    from zwfw.rules import RULES  # all of them, which only a check needs

    spoken = tuple({each.record for each in RULES})
    return {name: kind for name, kind in record_kinds().items() if issubclass(kind, spoken)}


def bring(files: Iterable[str], kind: str | None) -> Iterator[Brought | Fault]:
    """The records of some files, and what cannot be read; the rest goes on.

    Args:
        files: Their names; ``-`` is standard input.
        kind: The kind of those that do not say theirs.
    """
    for name in files:
        try:
            content = sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
            held = numbered(content, by_line=name.endswith(_LINES))
        except (OSError, ValueError) as error:  # a name can be no name of a file, too
            yield _of_file(name, error)
            continue
        for line, value in held:
            made = _made(value, kind)
            if isinstance(made, Record):
                yield Brought(name, line, made)
            else:
                yield from (Fault(name, line, field, why) for field, why in made)


def _of_file(name: str, error: OSError | ValueError) -> Fault:
    if isinstance(error, MalformedJSONError):
        return Fault(name, error.line, "", f"expected JSON (column {error.column}: {error.why})")
    return Fault(name, 0, "", getattr(error, "strerror", None) or str(error))


def _made(value: object, kind: str | None) -> Record | list[tuple[str, str]]:
    """The record that a value is, or each field that keeps it from being one, and why."""
    if isinstance(value, BadLine):
        return [("", f"expected {value.why}")]
    if not isinstance(value, Mapping):
        return [("", f"expected a record as an object, got {_short(value)}")]
    asked = value.get(KIND_FIELD, kind)
    faults = [
        *((KIND_FIELD, why) for why in unknown_kind(asked)),
        *((path, "stands twice with different values") for path in _repeated(value)),
    ]
    if faults:
        return faults
    try:
        return checked_kinds()[asked].model_validate({key: each for key, each in value.items() if key != KIND_FIELD})
    except ValidationError as error:
        return list(faults_of(error))


def unknown_kind(asked: object) -> Iterator[str]:
    """Why no record can be of this kind; nothing where one can."""
    if asked is None:
        yield "expected the kind of record, got nothing"
    elif not isinstance(asked, str) or asked not in checked_kinds():
        near = get_close_matches(str(asked), checked_kinds())
        hint = f" (near: {', '.join(near)})" if near else ""
        yield f"expected a kind of record of which rules speak, got {_short(asked)}{hint}"


def _repeated(node: object, path: str = "") -> Iterator[str]:
    """The paths of the names that an object gives two values."""
    if isinstance(node, Repeated):
        yield path
    elif isinstance(node, Mapping):
        for name, each in node.items():
            yield from _repeated(each, f"{path}.{name}" if path else name)
    elif isinstance(node, list):
        for index, each in enumerate(node):
            yield from _repeated(each, f"{path}[{index}]")


def faults_of(error: ValidationError) -> Iterator[tuple[str, str]]:
    """Each field that keeps a record from being read, and why; no two alike."""
    told = ((_place(each["loc"], each["type"]), _why(each)) for each in error.errors(include_url=False))
    yield from dict.fromkeys(told)


def _place(loc: tuple[int | str, ...], kind: str) -> str:
    """The path of a field, without the names of what pydantic tried there."""
    path = ""
    for index, step in enumerate(loc):
        if isinstance(step, int):
            path += f"[{step}]"
        elif (step.isidentifier() and step == step.lower() and step not in _BRANCHES) or (
            kind == "extra_forbidden" and index == len(loc) - 1
        ):
            path += f".{step}"
    return path.removeprefix(".")


def _why(fault: Any) -> str:
    said = str(fault["msg"]).removeprefix("Value error, ")
    said = said[:1].lower() + said[1:]
    if fault["type"] == "missing" or ", got " in said or isinstance(fault["input"], Mapping | list | tuple | Record):
        return said
    return f"{said}, got {_short(fault['input'])}"


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
