"""Parameters: a figure that a clause sets, its unit, and which value wins where several are in force."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Literal

import attrs

from zwfw._data import all_of, packaged, raise_first, read
from zwfw.clauses import Clause, Lang, document
from zwfw.errors import DataFileError, UnknownNormError, UnknownParameterError
from zwfw.measures import is_measure
from zwfw.norms import norm

__all__ = ["Parameter", "ParameterValue", "ResolvedParameter", "parameter", "parameters"]


@attrs.frozen
class ParameterValue:
    """One value of a parameter and the norm that sets it; it is in force while the norm's document is.

    Attributes:
        norm: The id of the norm, as in ``fujian-2022/2.2.10#6``.
        value: The figure.
    """

    norm: str
    value: int | str

    @property
    def clause(self) -> str:
        """The reference of the norm's clause."""
        return self.norm.partition("#")[0]

    @property
    def document(self) -> str:
        """The id of the norm's document."""
        return self.norm.partition("/")[0]


@attrs.frozen(kw_only=True)
class Parameter:
    """A figure that clauses set (参数).

    Attributes:
        key: Its name, the same for every document that sets a value.
        label_zh: What it is, in Chinese.
        label_en: What it is, in English.
        unit: What it is counted in, such as ``working-day``, ``minute``, ``percent``, ``person`` or ``rank``.
        comparison: How a fact is held against it: ``<=``, ``<``, ``>=``, ``>``, ``=``, or ``≈`` where the text says 约.
        counted_from_zh: What a time limit is counted from; empty for other figures.
        counted_from_en: The same in English.
        values: Its values, each with its norm.
    """

    key: str
    label_zh: str
    label_en: str
    unit: str
    comparison: Literal["<=", "<", ">=", ">", "=", "≈"]
    counted_from_zh: str = ""
    counted_from_en: str = ""
    values: tuple[ParameterValue, ...]

    def label(self, lang: Lang = "zh") -> str:
        """What it is."""
        return self.label_zh if lang == "zh" else self.label_en

    def counted_from(self, lang: Lang = "zh") -> str:
        """What a time limit is counted from; empty for other figures."""
        return self.counted_from_zh if lang == "zh" else self.counted_from_en


@attrs.frozen(kw_only=True)
class ResolvedParameter:
    """The value that holds for an area and a day.

    Attributes:
        parameter: The parameter.
        value: The nearest value in force: the district's before the city's before the province's.
        norm: The id of the norm that sets it.
        clause: The norm's clause.
        overrides: The values of wider areas that it stands before, the nearest first, equal ones too.
    """

    parameter: Parameter
    value: int | str
    norm: str
    clause: Clause
    overrides: tuple[ParameterValue, ...] = ()

    @property
    def key(self) -> str:
        """The parameter's key."""
        return self.parameter.key

    @property
    def unit(self) -> str:
        """The parameter's unit."""
        return self.parameter.unit

    def counted_from(self, lang: Lang = "zh") -> str:
        """What a time limit is counted from; empty for other figures."""
        return self.parameter.counted_from(lang)


@attrs.frozen
class _ParameterFile:
    parameters: tuple[Parameter, ...]


_IN_WORDS = frozenset({"rank", "weekday", "clock"})
"""Measures whose values are words."""


@cache
def _held() -> Mapping[str, Parameter]:
    folder = packaged("parameters")
    found: dict[str, Parameter] = {}

    def load(path: Path) -> None:
        faults: list[str] = []
        elsewhere: DataFileError | None = None
        for row in read(path, _ParameterFile).parameters:
            if row.key in found:
                faults.append(f"parameter stands twice: {row.key} @ $.parameters")
            try:
                faults += [f"{fault} @ $.parameters[{row.key}].values" for fault in overlaps(row.values)]
            except DataFileError as error:
                elsewhere = error
            for value in row.values:
                if isinstance(value.value, str) is not (row.unit in _IN_WORDS):
                    wanted = "words" if row.unit in _IN_WORDS else "a figure"
                    faults.append(f"expected {wanted}, got {value.value!r} @ $.parameters[{row.key}].values")
            if not is_measure(row.unit):
                faults.append(f"no measure {row.unit!r} is held @ $.parameters[{row.key}].unit")
            found[row.key] = row
        raise_first(str(path), faults, elsewhere)

    all_of(folder, sorted(folder.glob("*.toml")), load)
    return found


def overlaps(values: Iterable[ParameterValue]) -> Iterator[str]:
    """What keeps *values* from being the values of one figure: an unknown norm, or two that hold at the same time.

    Raises:
        DataFileError: If the norms or the heads of documents cannot be read.
    """
    norms = []
    for value in values:
        try:
            norms.append(norm(value.norm))
        except UnknownNormError as error:
            yield str(error)
    documents = Counter(each.clause.partition("/")[0] for each in norms)
    yield from (f"two values of {held} hold at the same time" for held, number in documents.items() if number > 1)
    for one, other in combinations(map(document, documents), 2):
        if one.area == other.area and one.in_force.overlaps(other.in_force):
            yield f"values of {one.id} and {other.id} hold in one area at the same time"


def parameters() -> tuple[Parameter, ...]:
    """All parameters that are held."""
    return tuple(_held().values())


def parameter(key: str) -> Parameter:
    """The parameter with this key, with its values for all areas and days.

    Raises:
        UnknownParameterError: If none has it; near ones are named.

    >>> [(value.norm, value.value) for value in parameter("correction_notice_limit").values]
    [('fujian-2022/2.2.10#6', 3), ('xiamen-2022/2.2.11#4', 3)]
    """
    try:
        return _held()[key]
    except KeyError:
        from difflib import get_close_matches

        raise UnknownParameterError(key, get_close_matches(key, _held())) from None
