"""Units: the bodies that the documents name as leading or responsible (单位)."""

from collections.abc import Mapping
from functools import cache

from zwfw._data import packaged, table
from zwfw.errors import DataFileError, UnknownUnitError

__all__ = ["is_unit", "same_unit", "units"]

_COLUMNS = ("name", "same_as")


@cache
def _held() -> Mapping[str, str]:
    """Every name, and the name by which its unit goes here."""
    path = packaged("units.csv")
    faults: list[str] = []
    found: dict[str, str] = {}
    for line, (name, same_as) in table(path, _COLUMNS, faults):
        if not name or name in found:
            faults.append(f"expected a name that does not stand above, got {name!r} @ line {line}")
        found[name] = same_as or name
    faults += [
        f"expected a name with no other behind it, got {same_as!r} @ {name}"
        for name, same_as in found.items()
        if found.get(same_as) != same_as
    ]
    if faults:
        raise DataFileError(str(path), faults)
    return found


def is_unit(name: str) -> bool:
    """Whether a document names a unit so, in full."""
    return name in _held()


def units() -> tuple[str, ...]:
    """Every unit, once, by the name by which it goes here; a name that covers several bodies (各级…) counts as one."""
    return tuple(name for name, same_as in _held().items() if name == same_as)


def same_unit(name: str) -> str:
    """The name by which a unit goes here, whatever a document calls it.

    Raises:
        UnknownUnitError: If no document names a unit so; near ones are named.

    >>> same_unit("市工信局")
    '市工信局（大数据局）'
    """
    try:
        return _held()[name]
    except KeyError:
        from difflib import get_close_matches

        raise UnknownUnitError(name, get_close_matches(name, _held())) from None
