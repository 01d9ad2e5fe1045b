"""Measures: what the figures of the documents are counted in (计量单位)."""

from collections.abc import Mapping
from functools import cache
from typing import Literal

import attrs

from zwfw._data import packaged, table
from zwfw.errors import DataFileError

__all__ = ["Measure", "is_measure", "measure", "measures"]

_COLUMNS = ("word", "zh", "en")


@attrs.frozen(kw_only=True)
class Measure:
    """What a figure is counted in (计量单位).

    Attributes:
        word: The word of the data, as in ``working-day``.
        label_zh: How people say it, in Chinese; empty where a figure stands by itself.
        label_en: The same in English.
    """

    word: str
    label_zh: str
    label_en: str

    def label(self, lang: Literal["zh", "en"] = "zh") -> str:
        """How people say it.

        >>> measure("working-day").label(), measure("working-day").label("en")
        ('个工作日', 'working day(s)')
        """
        return self.label_zh if lang == "zh" else self.label_en


@cache
def _held() -> Mapping[str, Measure]:
    path = packaged("measures.csv")
    faults: list[str] = []
    found: dict[str, Measure] = {}
    for line, (word, zh, en) in table(path, _COLUMNS, faults):
        if not word or word in found:
            faults.append(f"expected a word that does not stand above, got {word!r} @ line {line}")
        found[word] = Measure(word=word, label_zh=zh, label_en=en)
    if faults:
        raise DataFileError(str(path), faults)
    return found


def measures() -> tuple[Measure, ...]:
    """All measures that are held."""
    return tuple(_held().values())


def measure(word: str) -> Measure:
    """The measure with this word.

    Raises:
        KeyError: If none is held.
    """
    return _held()[word]


def is_measure(word: str) -> bool:
    """Whether a measure has this word."""
    return word in _held()
