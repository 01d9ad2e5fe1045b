"""Readings: where a text can be read in several ways, the choice is named and the caller's."""

from collections.abc import Mapping
from functools import cache

import attrs

from zwfw._data import packaged, read
from zwfw.clauses import Lang, clause
from zwfw.errors import ContextError, UnknownReadingError

__all__ = ["Option", "Reading", "Readings", "readings"]


@attrs.frozen
class Option:
    """One way to read a clause."""

    id: str
    zh: str
    en: str

    def text(self, lang: Lang = "zh") -> str:
        """The option in words."""
        return self.zh if lang == "zh" else self.en


@attrs.frozen(kw_only=True)
class Reading:
    """A question that a clause leaves open (读法), and its options; the first is the default.

    Attributes:
        id: Its name.
        clause: The clause that leaves it open.
        question_zh: The question in Chinese.
        question_en: The question in English.
        options: The options.
    """

    id: str
    clause: str
    question_zh: str
    question_en: str
    options: tuple[Option, ...]

    @property
    def default(self) -> str:
        """The option that holds where the caller names none."""
        return self.options[0].id


@attrs.frozen
class _ReadingsFile:
    readings: tuple[Reading, ...]


@cache
def _held() -> Mapping[str, Reading]:
    rows = read(packaged("readings.toml"), _ReadingsFile).readings
    for row in rows:
        clause(row.clause)
    return {row.id: row for row in rows}


def readings() -> tuple[Reading, ...]:
    """All readings, each with its options, the default first.

    >>> [option.id for option in readings()[0].options]
    ['issue-day-counted', 'issue-day-not-counted']
    """
    return tuple(_held().values())


@attrs.frozen
class Readings:
    """The options that a caller chose; the default stands for every other reading."""

    chosen: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, chosen: "Readings | Mapping[str, str] | None") -> "Readings":
        """Take a mapping of reading to option.

        Raises:
            UnknownReadingError: If a reading or an option is not held; the options that are held are named.
            ContextError: If it is no mapping.
        """
        if isinstance(chosen, Readings):
            return chosen
        if chosen is not None and not isinstance(chosen, Mapping):
            raise ContextError(f"readings: expected a mapping of reading to option, got {chosen!r}")
        pairs = tuple(sorted((chosen or {}).items()))
        for reading, option in pairs:
            if reading not in _held():
                raise UnknownReadingError(reading, tuple(_held()))
            options = tuple(each.id for each in _held()[reading].options)
            if option not in options:
                raise UnknownReadingError(f"{reading}={option}", tuple(f"{reading}={each}" for each in options))
        return cls(pairs)

    def __getitem__(self, reading: str) -> str:
        for name, option in self.chosen:
            if name == reading:
                return option
        return _held()[reading].default

    def others(self, reading: str) -> "tuple[Readings, ...]":
        """The same choices with each other option of *reading*."""
        rest = tuple((name, option) for name, option in self.chosen if name != reading)
        return tuple(
            Readings(tuple(sorted((*rest, (reading, each.id)))))
            for each in _held()[reading].options
            if each.id != self[reading]
        )
