"""Records that say less: some of what was stated is taken away again (未填写)."""

import re
from collections.abc import Collection, Iterator
from typing import Any, TypeVar

from hypothesis import strategies as st

from zwfw.errors import ZwfwError
from zwfw.records import Record

__all__ = ["UnknownFieldError", "forgetful", "stated_paths", "with_unstated"]

R = TypeVar("R", bound=Record)

_PATH = re.compile(r"(?P<name>\w+)(?:\[(?P<index>\d+)\])?(?:\.(?P<rest>.+))?")


class UnknownFieldError(ZwfwError, LookupError):
    """A record has no such field, or no such part.

    Attributes:
        kind: The kind of record.
        path: What was asked for.
    """

    def __init__(self, kind: str, path: str) -> None:
        super().__init__(kind, path)
        self.kind = kind
        self.path = path

    def __str__(self) -> str:
        return f"expected the path of a field of {self.kind}, got {self.path!r}"


def stated_paths(record: Record) -> tuple[str, ...]:
    """The fields that are stated and need not be, those of its parts too, as outcomes name them.

    >>> from zwfw.records import Case
    >>> stated_paths(Case(id="1", decided_at=None, special_steps=[{"name": "听证", "ended_at": None}]))
    ('special_steps', 'special_steps[0].ended_at', 'decided_at')
    """
    return tuple(_paths(record, ""))


def _paths(record: Record, prefix: str) -> Iterator[str]:
    for name, field in type(record).model_fields.items():
        if name not in record.model_fields_set:
            continue
        value = getattr(record, name)
        if not field.is_required():
            yield f"{prefix}{name}"
        if isinstance(value, Record):
            yield from _paths(value, f"{prefix}{name}.")
        elif isinstance(value, tuple):
            for index, part in enumerate(value):
                if isinstance(part, Record):
                    yield from _paths(part, f"{prefix}{name}[{index}].")


def with_unstated(record: R, *paths: str) -> R:
    """The same record without some of what it states; it is made anew, so it is valid.

    Args:
        record: The record.
        paths: What to leave out, as in ``decided_at`` or ``special_steps[0].ended_at``. A field that is not stated
            anyway may be named.

    Raises:
        UnknownFieldError: If there is no such field or part.
        ValidationError: If the record cannot be without it.

    >>> from zwfw.records import Case
    >>> case = Case(id="1", area="厦门市", special_steps=[{"name": "听证", "ended_at": None}])
    >>> with_unstated(case, "area", "special_steps[0].ended_at").model_dump(exclude_unset=True)
    {'id': '1', 'special_steps': ({'name': '听证'},)}
    """
    for path in paths:
        record = _without(record, path)
    return record


def _without(record: R, path: str) -> R:
    found = _PATH.fullmatch(path)
    if found is None or found["name"] not in type(record).model_fields:
        raise UnknownFieldError(type(record).__name__, path)
    facts: dict[str, Any] = {name: getattr(record, name) for name in record.model_fields_set}
    name, index, rest = found["name"], found["index"], found["rest"]
    if index is None and rest is None:
        facts.pop(name, None)
    elif name in facts:
        facts[name] = _shorter(record, facts[name], index, rest, path)
    return type(record)(**facts)


def _shorter(record: Record, value: Any, index: str | None, rest: str | None, path: str) -> Any:
    if isinstance(value, Record) and index is None and rest is not None:
        return _without(value, rest)
    if isinstance(value, tuple) and index is not None and rest is not None and int(index) < len(value):
        parts = list(value)
        if isinstance(parts[int(index)], Record):
            parts[int(index)] = _without(parts[int(index)], rest)
            return tuple(parts)
    raise UnknownFieldError(type(record).__name__, path)


def forgetful(records: st.SearchStrategy[R], *, keep: Collection[str] = ()) -> st.SearchStrategy[R]:
    """The same records with some of what they state left out, at random.

    Args:
        records: The records.
        keep: Names of fields that are never left out, in the record or in its parts.

    >>> from hypothesis import find
    >>> from zwfw.testing.strategies import cases
    >>> case = find(forgetful(cases(area="厦门市")), lambda case: "area" not in case.model_fields_set)
    >>> "area" in case.model_dump(exclude_unset=True)
    False
    """
    return records.flatmap(lambda record: _forgetting(record, frozenset(keep)))


def _forgetting(record: R, keep: frozenset[str]) -> st.SearchStrategy[R]:
    paths = [path for path in stated_paths(record) if path.rpartition(".")[2] not in keep]
    if not paths:
        return st.just(record)
    # A part first loses its fields, then goes as a whole: the longer paths come first.
    return st.sets(st.sampled_from(paths)).map(
        lambda forgotten: with_unstated(record, *sorted(forgotten, key=len, reverse=True))
    )
