"""JSON Schema of the records, for systems that are not written in Python (记录的 JSON Schema)."""

import ast
import inspect
import json
import re
import sys
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, models_json_schema
from pydantic_core import core_schema

from zwfw import records
from zwfw.records import Record

__all__ = ["json_schema", "record_kinds"]

_DIALECT = GenerateJsonSchema.schema_dialect
_URN = "urn:zwfw:record"
_REFS = "#/$defs/"

_TIME = r"\d{2}:\d{2}(:\d{2}(\.\d+)?)?"
_DAY = r"\d{4}-\d{2}-\d{2}"
_FORMATS: Mapping[str, Mapping[str, str]] = {
    "date": {"format": "date", "pattern": rf"^{_DAY}$"},
    # The formats "date-time" and "time" of JSON Schema ask for a zone; local time has none.
    "date-time": {"pattern": rf"^{_DAY}[T ]{_TIME}(Z|[+-]\d{{2}}:?\d{{2}})?$"},
    "time": {"pattern": rf"^{_TIME}$"},
}
_PLAIN_TEXT = {"type": "string"}
_ROLE = re.compile(r":\w+:`([^<`]*?)(?:\s*<[^>]*>)?`")


@cache
def record_kinds() -> Mapping[str, type[Record]]:
    """The kinds of records by their names, in the order of the alphabet.

    >>> list(record_kinds())[:3]
    ['Assessment', 'Attestation', 'Authorisation']
    """
    held = {name: getattr(records, name) for name in sorted(records.__all__)}
    return {name: kind for name, kind in held.items() if isinstance(kind, type(Record)) and kind is not Record}


def json_schema(kind: type[Record] | str | None = None) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one kind of record, or of all kinds together.

    What refers to something else refers to ``$defs`` of the same document: nothing is fetched. The descriptions are the
    docstrings of the records, so they are there where their source is.

    A field that is not stated is left out; ``null`` states that there is none. A list that a text leaves open takes any
    text, its printed members are examples. The schema describes what this library writes, and what it reads with
    ``strict=True``: a number is a number. Reading without takes more: numbers and truths written as texts, and the
    scores of an assessment or the facts of a rating by name. Both ways of reading take days in other forms of ISO 8601
    and other spellings of a term.

    What a schema cannot say is left to the records: that one moment is not before another, that a closing hour is after
    the opening one, that the points of a card are at most its weights; that an area, task, unit, target, norm or card
    is one that is held; and that a day is in the calendar.

    Args:
        kind: A kind of record or its name. For all of them the document is their choice, each stands in ``$defs``.

    Raises:
        TypeError: If it is no kind of record; near ones are named.

    Shape:
        ``$id`` is ``urn:zwfw:record:`` and the name of the kind, of all kinds together ``urn:zwfw:record``; it stays.

    >>> found = json_schema("Correction")
    >>> found["$id"], found["required"], found["properties"]["demands"]["description"]
    ('urn:zwfw:record:Correction', ['told_at'], 'Everything that was asked for, one entry each.')
    """
    if kind is None:
        return json.loads(_all())  # type: ignore[no-any-return]  # an object, and a new one each time
    name = kind if isinstance(kind, str) else getattr(kind, "__name__", repr(kind))
    if name not in record_kinds() or not (isinstance(kind, str) or record_kinds()[name] is kind):
        from difflib import get_close_matches

        near = ", ".join(get_close_matches(name, record_kinds()))
        raise TypeError(f"expected a kind of record, got {kind!r}{f' (near: {near})' if near else ''}")
    return json.loads(_one(name))  # type: ignore[no-any-return]


@cache
def _all() -> str:
    whole = {
        "$schema": _DIALECT,
        "$id": _URN,
        "title": "Record",
        "description": _paragraphs(Record.__doc__),
        "anyOf": [{"$ref": f"{_REFS}{name}"} for name in record_kinds()],
        "$defs": _definitions(),
    }
    return json.dumps(whole, ensure_ascii=False)


@cache
def _one(name: str) -> str:
    held = _definitions()
    own = held[name]
    needed = sorted(_needed(own, held))
    defs = {"$defs": {each: held[each] for each in needed}} if needed else {}
    return json.dumps({"$schema": _DIALECT, "$id": f"{_URN}:{name}", **own, **defs}, ensure_ascii=False)


@cache
def _definitions() -> dict[str, Any]:
    """Every kind of record, and the lists that they draw on, by name; those that nothing refers to are left out."""
    _, whole = models_json_schema(
        [(kind, "validation") for kind in record_kinds().values()], schema_generator=_Generator
    )
    held = whole["$defs"]
    found = {name: _finished(schema, held) for name, schema in held.items()}
    needed = {*record_kinds()}.union(*(_needed(found[name], found) for name in record_kinds()))
    return {name: found[name] for name in sorted(needed)}


def _needed(schema: Any, held: Mapping[str, Any]) -> set[str]:
    """The names that *schema* refers to, and those that these refer to."""
    waiting, found = [schema], set[str]()
    while waiting:
        for name in _refs(waiting.pop()):
            if name not in found:
                found.add(name)
                waiting.append(held[name])
    return found


def _refs(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if "$ref" in node:
            yield node["$ref"].removeprefix(_REFS)
        for each in node.values():
            yield from _refs(each)
    elif isinstance(node, list):
        for each in node:
            yield from _refs(each)


def _finished(node: Any, held: Mapping[str, Any]) -> Any:
    """*node* with moments as they are written here, and with open lists as texts with examples."""
    if isinstance(node, list):
        return [_finished(each, held) for each in node]
    if not isinstance(node, dict):
        return node
    found = {name: _finished(each, held) for name, each in node.items()}
    if "$comment" in found:
        found["description"] = found.pop("$comment")
    if found.get("type") == "string" and "format" in found:
        found |= _FORMATS[found["format"]]
        if "format" not in _FORMATS[found["format"]]:
            del found["format"]
    if "anyOf" in found:
        found["anyOf"] = _opened(found["anyOf"], held)
        if len(found["anyOf"]) == 1:
            found = {**found.pop("anyOf")[0], **found}
    return found


def _opened(choices: list[Any], held: Mapping[str, Any]) -> list[Any]:
    """Members of a list or any other text: that is any text."""
    if _PLAIN_TEXT not in choices:
        return choices
    found = []
    for each in choices:
        listed = held.get(each.get("$ref", "").removeprefix(_REFS), {})
        if "enum" in listed:
            about = f"{listed['$comment']} Others may stand here too."
            found.append({**_PLAIN_TEXT, "description": about, "examples": listed["enum"]})
        elif each != _PLAIN_TEXT:
            found.append(each)
    return found if any("examples" in each for each in found) else choices


class _Generator(GenerateJsonSchema):
    """Writes no defaults and no titles of fields, and says of each field what its docstring says."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002  (as pydantic calls it)
        return False

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> dict[str, Any]:
        """A field that is not stated has no value, and none that it could be left out for."""
        return self.generate_inner(schema["schema"])

    def str_schema(self, schema: core_schema.StringSchema) -> dict[str, Any]:
        """Blanks around a text do not count, so one that must not be empty holds more than blanks."""
        found = super().str_schema(schema)
        return {**found, "pattern": r"\S"} if "minLength" in found else found

    def enum_schema(self, schema: core_schema.EnumSchema) -> dict[str, Any]:
        """With what is said of its members."""
        found = super().enum_schema(schema)
        kind: type[Enum] = schema["cls"]
        said = _said(kind.__module__).get(kind.__name__, {})
        members = [f"{each.value}: {said[each.name]}" for each in kind if each.name in said]
        # What pydantic says of it afterwards would stand in place of a description, so that comes last of all.
        return {**found, "$comment": "\n\n".join([_paragraphs(kind.__doc__), *members])}

    def model_schema(self, schema: core_schema.ModelSchema) -> dict[str, Any]:
        """With what is said of it and of its fields."""
        found = super().model_schema(schema)
        kind = schema["cls"]
        said: dict[str, str] = {}
        for each in reversed(kind.__mro__):
            said |= _said(each.__module__).get(each.__name__, {})
        for name, field in found["properties"].items():
            if name in said:
                field["description"] = said[name]
        return {**found, "description": _paragraphs(kind.__doc__)}


@cache
def _said(module: str) -> Mapping[str, Mapping[str, str]]:
    """What the source of a module says below the attributes of its classes: no program keeps that."""
    try:
        tree = ast.parse(inspect.getsource(sys.modules[module]))
    except (OSError, TypeError):
        return {}
    return {each.name: dict(_attributes(each)) for each in tree.body if isinstance(each, ast.ClassDef)}


def _attributes(kind: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for one, after in zip(kind.body, kind.body[1:], strict=False):
        target = (
            one.target if isinstance(one, ast.AnnAssign) else one.targets[0] if isinstance(one, ast.Assign) else None
        )
        said = after.value.value if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) else None
        if isinstance(target, ast.Name) and isinstance(said, str):
            yield target.id, _paragraphs(said)


def _paragraphs(docstring: str | None) -> str:
    """A docstring without its examples and without its markup, a line for each paragraph."""
    text = inspect.cleandoc(docstring or "").partition("\n\n>>>")[0]
    text = _ROLE.sub(r"\1", text.replace("``None``", "null")).replace("``", "")
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))
