"""A record as rules see it: reading a field that was not stated stops the rule, so that none forgets to ask."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, TypeVar

from zwfw.records._base import Record

__all__ = ["Unstated", "View", "path_of", "when"]

T = TypeVar("T")


class Unstated(Exception):  # noqa: N818  (not an error: it is how a rule learns that it cannot know)
    """A rule read fields that the user did not state."""

    def __init__(self, *paths: str) -> None:
        super().__init__(*paths)
        self.paths = paths


class View:
    """The stated fields of a record; reading another raises :class:`Unstated` with its path.

    The stated ones lie in the view's own dictionary, so reading them costs what reading any attribute costs.
    """

    _record: Record
    _path: str
    _memo: dict[str, tuple[Any, frozenset[str]]]
    _turns: set[str]

    def __init__(self, brought: Record, path: str = "", as_of: datetime | None = None) -> None:
        own = self.__dict__
        record = brought if as_of is None else brought.known_at(as_of)
        if record is brought:
            as_of = None
        held, stated = record.__dict__, record.__pydantic_fields_set__
        own.update(held if len(stated) == len(held) else {name: held[name] for name in stated})
        for name in record._parts:  # noqa: SLF001  (the two belong together)
            # Each part keeps the number that the user gave it, whatever beside it is still to come.
            part = brought.__dict__[name] if name in own else None
            if isinstance(part, tuple):
                own[name] = tuple(
                    [
                        View(each, f"{path}{name}[{index}].", as_of)
                        for index, each in enumerate(part)
                        if as_of is None or not each._is_later_than(as_of)  # noqa: SLF001
                    ]
                )
            elif part is not None:
                own[name] = View(part, f"{path}{name}.", as_of)
        own["_record"] = record
        own["_path"] = path
        if not path:
            self.begin()

    def begin(self) -> "View":
        """Remember what is worked out about this record by itself; a part begins when it is asked about."""
        self._memo = {}
        self._turns = set()
        return self

    @property
    def record(self) -> Record:
        """What it is a view of."""
        return self._record

    @contextmanager
    def afresh(self, reading: str) -> Iterator[None]:
        """Forget what turned on *reading*, and remember nothing afterwards of what is worked out within."""
        held = self._memo, self._turns
        self._memo = {key: found for key, found in self._memo.items() if reading not in found[1]}
        self._turns = set()
        try:
            yield
        finally:
            self._memo, self._turns = held

    def remember(self, key: str, work_out: Callable[[], T]) -> T:
        """What *work_out* gives, worked out once, along with the readings that it turned on."""
        held = self._memo.get(key)
        if held is None:
            outer = self._turns
            self._turns = set()
            try:
                held = self._memo[key] = (work_out(), frozenset(self._turns))
            finally:
                self._turns = outer
        self._turns |= held[1]
        found: T = held[0]
        return found

    def turns_on(self, reading: str) -> None:
        """Note that the answer being worked out depends on a reading."""
        self._turns.add(reading)

    def take_turns(self) -> tuple[str, ...]:
        """The readings noted since this was last asked."""
        if not self._turns:
            return ()
        found, self._turns = tuple(sorted(self._turns)), set()
        return found

    def __getattr__(self, name: str) -> Any:
        if name in type(self._record).model_fields:
            raise Unstated(f"{self._path}{name}")
        return getattr(self._record, name)


def path_of(part: object, field: str = "") -> str:
    """The path of a part of a record, or of a *field* of it, as in ``special_steps[0].ended_at``."""
    prefix = part._path if isinstance(part, View) else ""  # noqa: SLF001  (the two belong together)
    return f"{prefix}{field}" if field else prefix.removesuffix(".")


def when(record: object, **facts: object) -> bool:
    """Whether every one of *facts* is stated of *record* just so; of a yes or no, ``None`` and what is empty is a no.

    A set stands for any of its members, and ``...`` for anything but ``None``. One that is stated otherwise settles it,
    whatever is unknown beside it.

    Raises:
        Unstated: If none is stated otherwise and some are not stated; all of those are named.
    """
    unknown: list[str] = []
    for name, value in facts.items():
        try:
            stated = getattr(record, name)
            if isinstance(value, frozenset):
                if stated not in value:
                    return False
            elif value is ...:
                if stated is None:
                    return False
            elif (bool(stated) if isinstance(value, bool) else stated) != value:
                return False
        except Unstated as missing:
            unknown += missing.paths
    if unknown:
        raise Unstated(*unknown)
    return True
