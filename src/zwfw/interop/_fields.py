"""The fields of one object of a portal's record: each is read, kept aside, or told to be unreadable."""

import re
from collections.abc import Mapping
from typing import Any, Self

from zwfw.interop._json import BadLine, Repeated
from zwfw.interop._text import plain_text
from zwfw.interop._values import Reading, SaysNothingError, UnreadableError, days, name
from zwfw.interop.results import FieldFault, FieldRead, KeptField, PortalRecords
from zwfw.records import CatalogueEntry, Item, Material, SpecialStep

__all__ = ["Facts", "Fields", "Page"]

Facts = dict[str, Any]
"""What is to be stated of a record."""

_SHOWN = 60
_SMALL_BITS = 64
_PLAIN_NAME = re.compile(r"[\w$-]+")


class Page:
    """What is read of the records, one after the other."""

    def __init__(self) -> None:
        self.record = -1
        self.items: list[Item] = []
        self.materials: list[Material] = []
        self.special_steps: list[SpecialStep] = []
        self.entries: list[CatalogueEntry] = []
        self._read: list[FieldRead] = []
        self._unknown: list[KeptField] = []
        self._faults: list[FieldFault] = []

    def open(self, value: object) -> "Fields | None":
        """The fields of the next record; ``None`` where it has none, and then it is told and kept aside."""
        self.record += 1
        if isinstance(value, Mapping):
            return Fields(self, "", value)
        if isinstance(value, BadLine):
            self.refuse("", value.text, value.why)
        else:
            self.refuse("", value, "an object")
        return None

    def read(self, path: str, into: str) -> None:
        """Say where a field went."""
        self._read.append(FieldRead(record=self.record, path=path, into=into))

    def keep(self, path: str, value: object) -> None:
        """Keep a field aside."""
        self._unknown.append(KeptField(record=self.record, path=path, value=value))

    def fault(self, path: str, value: object, expected: str) -> None:
        """Tell of a field that cannot be read."""
        self._faults.append(FieldFault(record=self.record, path=path, value=_shown(value), expected=expected))

    def refuse(self, path: str, value: object, expected: str) -> None:
        """Tell of a value that nobody can read, and keep it aside."""
        self.fault(path, value, expected)
        self.keep(path, value)

    def result(self) -> PortalRecords:
        """All of it."""
        return PortalRecords(
            items=tuple(self.items),
            materials=tuple(self.materials),
            special_steps=tuple(self.special_steps),
            entries=tuple(self.entries),
            read=tuple(self._read),
            unknown=tuple(self._unknown),
            faults=tuple(self._faults),
        )


class Fields:
    """The fields of one object; what was not read of them when it is closed is kept aside."""

    def __init__(self, page: Page, path: str, values: Mapping[Any, Any]) -> None:
        self._page = page
        self._path = path
        self._values = dict(values)
        self._read: dict[str, list[str]] = {}
        self._kept: set[str] = set()
        self._within: list[Fields] = []

    def at(self, field: object) -> str:
        """The path of a field."""
        if not isinstance(field, str) or not _PLAIN_NAME.fullmatch(field):
            return f"{self._path}[{field!r}]" if isinstance(field, str) else f"{self._path}[{_shown(field)}]"
        return f"{self._path}.{field}" if self._path else field

    def get(self, field: str, reading: Reading) -> Any:
        """What a field says.

        Raises:
            SaysNothingError: If it says nothing, or cannot be read, which is told.
        """
        value = self._values.get(field)
        if value is None:
            raise SaysNothingError
        try:
            return (_single if isinstance(value, Repeated) else reading)(value)
        except UnreadableError as error:
            self.fault(field, error.expected)
            raise SaysNothingError from None

    def find(self, field: str, reading: Reading) -> Any:
        """What a field says; ``None`` where it says nothing or cannot be read."""
        try:
            return self.get(field, reading)
        except SaysNothingError:
            return None

    def value(self, field: str) -> object:
        """What stands in a field; ``None`` where it is not there."""
        return self._values.get(field)

    def state(self, facts: Facts, fact: str, field: str, reading: Reading, into: str, *, partly: bool = False) -> bool:
        """State *fact* as the field has it, if it says it; whether it did."""
        try:
            facts[fact] = self.get(field, reading)
        except SaysNothingError:
            return False
        self.mark(field, f"{into}.{fact}", partly=partly)
        return True

    def state_all(self, facts: Facts, asked: Mapping[str, tuple[str, Reading]], into: str) -> None:
        """State each fact that its field says."""
        for fact, (field, reading) in asked.items():
            self.state(facts, fact, field, reading, into)

    def state_name(self, facts: Facts, field: str, into: str, reading: Reading = name) -> bool:
        """State the name, without which there is no record; where there is none, that is told."""
        if self._values.get(field) is None:
            self.fault(field, "a name")
            return False
        return self.state(facts, "name", field, reading, into)

    def state_time(self, facts: Facts, time: str, field: str, into: str, unit: str = "") -> bool:
        """State a time in days, counted as the field says, else as *unit*; whether it was stated.

        A statutory time of none is not stated: nobody knows whether 0 says that no law sets one.
        """
        found = self.find(field, days)
        if found is None or (time == "statutory" and not found[0]):
            return False
        number, own = found
        if own and unit and own != unit:
            self.fault(field, f"a number of {unit.replace('_', ' ')}")
        elif own or unit:
            fact = f"{time}_{own or unit}"
            facts[fact] = number
            self.mark(field, f"{into}.{fact}")
            return True
        return False

    def mark(self, field: str, into: str, *, partly: bool = False) -> None:
        """Say that a field was read, and where it went; keep it aside too if that is only a part of it."""
        self._read.setdefault(field, []).append(into)
        value = self._values[field]
        values = value if isinstance(value, (list, tuple)) else (value,)
        if partly or any(isinstance(each, str) and plain_text(each)[1] for each in values):
            self._kept.add(field)

    def fault(self, field: str, expected: str) -> None:
        """Tell of a field that cannot be read."""
        self._page.fault(self.at(field), self._values.get(field), expected)

    def misfit(self, expected: str) -> None:
        """Tell that this object is not what is read."""
        self._page.fault(self._path, self._values, expected)

    def object(self, field: str, *, needed: bool = False) -> "Fields | None":
        """The fields of an object within; ``None`` where there is none, which is told if it is needed."""
        value = self._values.get(field)
        if not isinstance(value, Mapping) or not value:
            if needed or not (value is None or isinstance(value, Mapping)):
                self.fault(field, "an object")
            return None
        del self._values[field]
        return self._opened(self.at(field), value)

    def objects(self, field: str) -> "tuple[list[Fields], bool] | None":
        """The fields of each object of a list within, and whether all its members are objects; ``None`` for no list."""
        value = self._values.get(field)
        if value is None:
            return None
        if not isinstance(value, (list, tuple)) or isinstance(value, Repeated):
            self.fault(field, "a list")
            return None
        if not value:
            return [], True
        del self._values[field]
        found, whole = [], True
        for index, each in enumerate(value):
            path = f"{self.at(field)}[{index}]"
            if isinstance(each, Mapping) and each:
                found.append(self._opened(path, each))
            else:
                self._page.refuse(path, each, "an object")
                whole = False
        return found, whole

    def revert(self) -> None:
        """Take back what was read: it went nowhere, and all of it is kept aside."""
        self._read.clear()

    def close(self) -> None:
        """Hand over what was read and keep the rest aside, the objects within last."""
        for field, value in self._values.items():
            for into in self._read.get(field, ()):
                self._page.read(self.at(field), into)
            if field not in self._read or field in self._kept:
                self._page.keep(self.at(field), value)
        for each in self._within:
            each.close()

    def _opened(self, path: str, values: Mapping[Any, Any]) -> Self:
        found = type(self)(self._page, path, values)
        self._within.append(found)
        return found


def _single(_: object) -> object:
    raise UnreadableError("one value")


def _shown(value: object) -> str:
    """A value in few characters; nothing of what lies within it."""
    if isinstance(value, str):
        return value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
    if isinstance(value, Mapping):
        return f"an object of {len(value)}"
    if isinstance(value, (list, tuple)):
        return f"{'values' if isinstance(value, Repeated) else 'a list'} of {len(value)}"
    if value is None or isinstance(value, (bool, float)):
        return str(value)
    if isinstance(value, int):
        return str(value) if value.bit_length() <= _SMALL_BITS else f"a number of {value.bit_length()} bits"
    return type(value).__name__
