"""Targets: figures that a body has to reach, by when, and which value holds where (指标)."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, Literal

import attrs

from zwfw._data import packaged, raise_first, read
from zwfw.areas import AreaLevel
from zwfw.clauses import Clause, Lang
from zwfw.errors import DataFileError, UnknownParameterError, UnknownTargetError
from zwfw.measures import is_measure
from zwfw.parameters import ParameterValue, overlaps, parameter

__all__ = ["ResolvedTarget", "Target", "TargetValue", "target", "targets"]


@attrs.frozen
class TargetValue(ParameterValue):
    """One value of a target and the norm that sets it.

    Attributes:
        year: The year that the text names; ``None`` where it names none.
        by: The date by which it is to be reached, and from which on it holds.
    """

    year: int | None = None
    by: date | None = None


@attrs.frozen(kw_only=True)
class Target:
    """A figure that a body has to reach (指标).

    Attributes:
        key: Its name, the same for every document that sets a value.
        label_zh: What it is, in Chinese.
        label_en: What it is, in English.
        of_zh: Of what it is a share or a number, where that has to be said, in Chinese.
        of_en: The same in English.
        unit: What it is counted in, such as ``percent`` or ``item``.
        levels: Of areas of which levels it is the figure; empty where it is that of every area that the clause binds.
        comparison: How a figure is held against it: ``>=``, ``>``, ``<=`` or ``=``.
        values: Its values, each with its norm.
    """

    key: str
    label_zh: str
    label_en: str
    of_zh: str = ""
    of_en: str = ""
    unit: str
    levels: tuple[AreaLevel, ...] = ()
    comparison: Literal[">=", ">", "<=", "="]
    values: tuple[TargetValue, ...]

    def label(self, lang: Lang = "zh") -> str:
        """What it is."""
        return self.label_zh if lang == "zh" else self.label_en

    def is_reached_by(self, figure: float, value: TargetValue) -> bool:
        """Whether *figure* reaches *value*.

        >>> found = target("self_service_matters_min")
        >>> found.is_reached_by(280, found.values[0]), found.is_reached_by(281, found.values[0])
        (False, True)
        """
        wanted = float(value.value)
        return {
            ">=": figure >= wanted,
            ">": figure > wanted,
            "<=": figure <= wanted,
            "=": figure == wanted,
        }[self.comparison]


@attrs.frozen(kw_only=True)
class ResolvedTarget:
    """The value that holds for an area and a day.

    Attributes:
        target: The target.
        value: The nearest value in force: the district's before the city's before the province's.
        clause: The clause of the norm that sets it.
        overrides: The values of wider areas that it stands before, the nearest first, equal ones too.
    """

    target: Target
    value: TargetValue
    clause: Clause
    overrides: tuple[TargetValue, ...] = ()


@attrs.frozen(kw_only=True)
class _Row:
    """A target as the file writes it: with values of its own, or with the key of the parameter that has them."""

    key: str
    label_zh: str
    label_en: str
    of_zh: str = ""
    of_en: str = ""
    unit: str | None = None
    levels: tuple[AreaLevel, ...] = ()
    comparison: Literal[">=", ">", "<=", "="] | None = None
    values: tuple[TargetValue, ...] = ()
    parameter: str = ""


@attrs.frozen
class _TargetFile:
    targets: tuple[_Row, ...]


@cache
def _held() -> Mapping[str, Target]:
    path = packaged("targets.toml")
    found: dict[str, Target] = {}
    faults: list[str] = []
    elsewhere: DataFileError | None = None
    for row in read(path, _TargetFile).targets:
        place = f"@ $.targets[{row.key}]"
        if row.key in found:
            faults.append(f"target stands twice: {row.key} @ $.targets")
        if row.unit and not is_measure(row.unit):
            faults.append(f"no measure {row.unit!r} is held {place}.unit")
        facts: dict[str, Any] = {"unit": row.unit, "comparison": row.comparison, "values": row.values}
        if row.parameter and not any(facts.values()):
            try:
                held = parameter(row.parameter)
            except UnknownParameterError as error:
                faults.append(f"{error} {place}.parameter")
                continue
            except DataFileError as error:
                elsewhere = error
                continue
            values = tuple(TargetValue(each.norm, each.value) for each in held.values)
            facts = {"unit": held.unit, "comparison": held.comparison, "values": values}
        elif row.parameter or not all(facts.values()):
            faults.append(f"expected either values with unit and comparison, or a parameter {place}")
            continue
        else:
            try:
                faults += [f"{fault} {place}.values" for fault in overlaps(row.values)]
            except DataFileError as error:
                elsewhere = error
        words = {name: getattr(row, name) for name in ("key", "label_zh", "label_en", "of_zh", "of_en", "levels")}
        found[row.key] = Target(**words, **facts)
    raise_first(str(path), faults, elsewhere)
    return found


def targets() -> tuple[Target, ...]:
    """All targets that are held."""
    return tuple(_held().values())


def target(key: str) -> Target:
    """The target with this key, with its values for all areas and days.

    Raises:
        UnknownTargetError: If none has it; near ones are named.

    >>> [(value.norm, value.value, value.year) for value in target("mobile_matters_min").values]
    [('xiamen-2022/2.3.3#1', 600, 2022)]
    """
    try:
        return _held()[key]
    except KeyError:
        from difflib import get_close_matches

        raise UnknownTargetError(key, get_close_matches(key, _held())) from None
