"""Parameters: a figure that a clause sets, its unit, and which value wins where several are in force."""

from collections.abc import Mapping
from functools import cache

import attrs

from zwfw._data import packaged, read
from zwfw.clauses import Clause, Lang, clause
from zwfw.errors import DataFileError, UnknownParameterError

__all__ = ["Parameter", "ParameterValue", "ResolvedParameter", "parameter", "parameters"]


@attrs.frozen
class ParameterValue:
    """One value of a parameter and the clause that sets it; it is in force while the clause's document is."""

    clause: str
    value: int | str


@attrs.frozen(kw_only=True)
class Parameter:
    """A figure that clauses set (参数).

    Attributes:
        key: Its name, the same for every document that sets a value.
        label_zh: What it is, in Chinese.
        label_en: What it is, in English.
        unit: ``working-day``, ``minute``, ``depth`` or ``rank``.
        comparison: How a fact is held against it: ``<=`` or ``>=``.
        counted_from_zh: What a time limit is counted from; empty for other figures.
        counted_from_en: The same in English.
        values: Its values, each with its clause.
    """

    key: str
    label_zh: str
    label_en: str
    unit: str
    comparison: str
    counted_from_zh: str
    counted_from_en: str
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
        clause: The clause that sets it.
        overrides: The values of wider areas that it stands before, the nearest first, equal ones too.
    """

    parameter: Parameter
    value: int | str
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


@attrs.frozen
class _ParameterFile:
    parameters: tuple[Parameter, ...]


@cache
def _held() -> Mapping[str, Parameter]:
    found: dict[str, Parameter] = {}
    for path in sorted(packaged("parameters").iterdir(), key=lambda path: path.name):
        if path.name.endswith(".toml"):
            rows = read(path, _ParameterFile).parameters
            faults = [f"parameter stands twice: {row.key} @ $.parameters" for row in rows if row.key in found]
            for row in rows:
                documents = [clause(value.clause).document for value in row.values]
                if len(set(documents)) < len(documents):
                    faults.append(f"two values of one document @ $.parameters[{row.key}].values")
            if faults:
                raise DataFileError(str(path), faults)
            found |= {row.key: row for row in rows}
    return found


def parameters() -> tuple[Parameter, ...]:
    """All parameters that are held."""
    return tuple(_held().values())


def parameter(key: str) -> Parameter:
    """The parameter with this key, with its values for all areas and days.

    Raises:
        UnknownParameterError: If none has it; near ones are named.

    >>> [(value.clause, value.value) for value in parameter("correction_notice_limit").values]
    [('fujian-2022/2.2.10', 3), ('xiamen-2022/2.2.11', 3)]
    """
    try:
        return _held()[key]
    except KeyError:
        from difflib import get_close_matches

        raise UnknownParameterError(key, get_close_matches(key, _held())) from None
