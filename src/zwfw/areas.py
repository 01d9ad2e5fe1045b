"""Administrative areas of Fujian Province (行政区划): codes, names, and the way from a district up to the province."""

from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cache
from itertools import product
from pathlib import Path
from typing import Final

import attrs

from zwfw._data import packaged, table
from zwfw._ordered import Ordered
from zwfw.errors import (
    AbolishedAreaError,
    AmbiguousAreaError,
    DataFileError,
    InvalidAreaError,
    OtherProvinceError,
    UnknownAreaError,
)

__all__ = [
    "PINGTAN",
    "Area",
    "AreaLevel",
    "ZoneKind",
    "areas",
    "to_area",
]

PINGTAN: Final = "351000"
"""The code of 平潭综合实验区, which stands beside the cities with districts (设区市) and is none."""

_FUJIAN: Final = "35"
_COLUMNS: Final = ("code", "name", "scheme", "successor")
_SCHEMES: Final = ("gbt-2260", "practice")
_SUFFIXES: Final = ("综合实验区", "省", "市", "县", "区")
_SHORTEST_NAME: Final = 2


class AreaLevel(Ordered):
    """The level of an area (行政区划层级).

    Levels are ordered, the wider the greater, so that ``level >= AreaLevel.COUNTY`` reads 县级以上. A county-level city
    (县级市) and a district of a city (市辖区) are of county level.
    """

    VILLAGE = "村"
    TOWNSHIP = "乡"
    COUNTY = "县"
    CITY = "市"
    PROVINCE = "省"


class ZoneKind(Enum):
    """The kind of a functional zone (功能区).

    The documents name the first four and go on with 等, so the list is open: ``OTHER`` is any further kind.
    """

    FREE_TRADE = "自贸试验区片区"
    DEVELOPMENT = "开发区"
    NEW_AREA = "新区"
    HIGH_TECH = "高新区"
    OTHER = "其他功能区"


@attrs.frozen(init=False, repr=False)
class Area:
    """An area of Fujian Province (行政区划), from the province to a village, or a functional zone.

    An area is made from its code. Codes have 6 digits (GB/T 2260), 9 (a township) or 12 (a village); a longer code that
    ends in zeros is the wider area itself, so ``350303000000`` is the district 350303. Names are held down to the
    counties. Townships and villages are not held: each of their codes is taken under a county that is, and the name is
    ``None`` unless given.

    Two areas are equal when their codes are; two zones when their names and the areas they lie in are.

    平潭综合实验区 is held as 351000, of city level and directly under the province, as systems in Fujian write it. That
    code is **not** of GB/T 2260 (:attr:`has_standard_code` is false), and no official table with it was seen; other
    systems write 350128 for the zone as well. By GB/T 2260 that is 平潭县 in 福州市, though the zone governs it.

    Args:
        code: The code as text, or an area, which gives an equal one.
        name: The name of a township or village. For a held area it may be given too, if it is that area's.

    Raises:
        UnknownAreaError: If no area has the code; the nearest ones of the same city are the candidates. Its children
            :class:`AbolishedAreaError` and :class:`OtherProvinceError` say where the code has ended or is not Fujian's.
        InvalidAreaError: If the code is no text, or the name is not the area's.

    >>> hanjiang = Area("350303")
    >>> hanjiang.name, hanjiang.level.value
    ('涵江区', '县')
    >>> [area.name for area in hanjiang.lineage]
    ['涵江区', '莆田市', '福建省']
    >>> Area("350303001002").parent
    Area('350303001')
    """

    code: str | None = attrs.field(eq=False)
    """The code in the digits of its level; ``None`` for a functional zone."""
    name: str | None = attrs.field(eq=False)
    """The full name; ``None`` where it is neither held nor given."""
    level: AreaLevel = attrs.field(init=False, eq=False)
    """The level; a functional zone is of county level, see :meth:`zone`."""
    kind: ZoneKind | None = attrs.field(init=False, eq=False)
    """The kind of a functional zone; ``None`` for every other area."""
    has_standard_code: bool = attrs.field(init=False, eq=False)
    """Whether the first six digits of the code are of GB/T 2260; false for a zone and for 平潭综合实验区."""
    _above: "tuple[Area, ...]" = attrs.field(init=False, eq=False)
    _identity: str = attrs.field(init=False)

    def __init__(self, code: "Area | str", *, name: str | None = None) -> None:
        same = code if isinstance(code, Area) else _held().coded(code)
        if name is not None and name != same.name and not _held().fits(name, same):
            raise InvalidAreaError(f"expected the name of {same!r}, got {name!r}")
        _fill(
            self,
            code=same.code,
            name=same.name or name,
            level=same.level,
            kind=same.kind,
            standard=same.has_standard_code,
            above=same.lineage[1:],
        )

    @classmethod
    def find(cls, text: "Area | str") -> "Area":
        """The area of a name or of a code.

        A name is full (``涵江区``), short (``涵江``) or qualified by areas above it, each full or short
        (``莆田市涵江区``, ``福建省莆田市涵江区``). Blanks do not count. 沙县 is read as the short name of 沙县区, which
        that county became.

        Args:
            text: A name or a code; an area is returned as it is.

        Raises:
            AmbiguousAreaError: If the name fits several areas, as 平潭 does; all of them are the candidates.
            UnknownAreaError: If it fits none; what is written alike is the candidate.
            InvalidAreaError: If it is no text.

        >>> Area.find("莆田市涵江区").code
        '350303'
        >>> Area.find("平潭")
        Traceback (most recent call last):
            ...
        zwfw.errors.AmbiguousAreaError: area name '平潭' fits 2 areas: 350128 平潭县, 351000 平潭综合实验区
        """
        return text if isinstance(text, Area) else _held().found(text)

    @classmethod
    def zone(cls, name: str, *, kind: ZoneKind, under: "Area | str") -> "Area":
        """A functional zone (功能区) under a city or a county.

        A zone has no code, as none is official. It is of county level wherever it lies, because the documents put its
        administration on one tier with the counties (县(区、管委会), ``putian-2025/art-11``).

        Args:
            name: Its name.
            kind: Its kind.
            under: The city or county that it lies in: an area, a code or a name.

        Raises:
            InvalidAreaError: If the name is empty or a held area's, or *under* is no city or county with a code.
            UnknownAreaError: If *under* is not held.
            AmbiguousAreaError: If *under* fits several areas.

        >>> zone = Area.zone("莆田高新区", kind=ZoneKind.HIGH_TECH, under="350300")
        >>> [area.name for area in zone.lineage]
        ['莆田高新区', '莆田市', '福建省']
        >>> zone.is_within("莆田市")
        True
        """
        parent = cls.find(under)
        faults = []
        if not isinstance(kind, ZoneKind):
            kinds = ", ".join(str(each) for each in ZoneKind)
            faults.append(f"expected a kind of zone ({kinds}), got {kind!r}")
        if not isinstance(name, str) or not name.strip():
            faults.append("expected a name of a zone, got an empty one")
        elif namesakes := _held().named(name):
            faults.append(f"expected a name of a zone, got that of {', '.join(map(_told, namesakes))}")
        if parent.code is None or parent.level not in {AreaLevel.CITY, AreaLevel.COUNTY}:
            faults.append(f"expected a city or county with a code above the zone, got {parent!r}")
        if faults:
            raise InvalidAreaError("; ".join(faults))
        zone = object.__new__(cls)
        _fill(zone, code=None, name=name, level=AreaLevel.COUNTY, kind=kind, standard=False, above=parent.lineage)
        return zone

    @property
    def lineage(self) -> "tuple[Area, ...]":
        """The areas from this one, which comes first, up to the province."""
        return (self, *self._above)

    @property
    def parent(self) -> "Area | None":
        """The area right above; ``None`` for the province."""
        return self._above[0] if self._above else None

    def is_within(self, other: "Area | str") -> bool:
        """Whether this area is *other* or lies in it; *other* may be a code or a name, read as by :meth:`find`."""
        return Area.find(other) in self.lineage

    def __str__(self) -> str:
        return self.name or self._identity

    def __repr__(self) -> str:
        if self.kind is not None:
            return f"Area.zone({self.name!r}, kind={self.kind}, under={self._above[0].code!r})"
        return f"Area({self.code!r}, name={self.name!r})" if self.name else f"Area({self.code!r})"


def _fill(
    area: Area,
    *,
    code: str | None,
    name: str | None,
    level: AreaLevel,
    kind: ZoneKind | None,
    standard: bool,
    above: tuple[Area, ...],
) -> None:
    """Set what a new area holds: its constructor takes a code alone, and the rest follows from the table."""
    fill = object.__setattr__
    fill(area, "code", code)
    fill(area, "name", name)
    fill(area, "level", level)
    fill(area, "kind", kind)
    fill(area, "has_standard_code", standard)
    fill(area, "_above", above)
    fill(area, "_identity", code or f"{name}@{above[0].code}")


def _coded(code: str, name: str | None, level: AreaLevel, above: tuple[Area, ...], *, standard: bool) -> Area:
    area = object.__new__(Area)
    _fill(area, code=code, name=name, level=level, kind=None, standard=standard, above=above)
    return area


def areas(level: AreaLevel | None = None) -> tuple[Area, ...]:
    """The areas that are held and have not ended, in the order of their codes.

    Args:
        level: Only areas of this level; all of them where it is ``None``. Townships and villages are not held.

    >>> len(areas(AreaLevel.COUNTY))
    84
    """
    return tuple(area for area in _held().by_code.values() if level in {None, area.level})


def to_area(value: Area | str) -> Area:
    """The area of *value*, which is one, or its code or name: a converter for fields, read as by :meth:`Area.find`.

    >>> to_area("福建") == to_area(Area("350000"))
    True
    """
    return Area.find(value)


def _told(area: Area) -> str:
    return f"{area.code} {area.name}"


@attrs.frozen(kw_only=True)
class _Row:
    code: str
    name: str
    standard: bool
    successor: str | None


@attrs.frozen(kw_only=True, eq=False)
class _Held:
    """The table, by code and by every spelling of a name."""

    by_code: Mapping[str, Area]
    by_spelling: Mapping[str, tuple[Area, ...]]
    ended: Mapping[str, Area]
    """The successors by the codes and names that have ended; another area may have such a name now."""

    def coded(self, text: object) -> Area:
        if not isinstance(text, str):
            raise InvalidAreaError(f"expected an area code as text, got {text!r}")
        held = self.by_code.get(text)
        return held if held is not None else self._longer(text)

    def _longer(self, code: str) -> Area:
        """A code that is no row: of a township, of a village, in longer digits, or unknown."""
        county, township, village = code[:6], code[6:9], code[9:]
        well_formed = code.isascii() and code.isdigit() and len(code) in {6, 9, 12}
        if well_formed and not code.startswith(_FUJIAN):
            raise OtherProvinceError(code)
        if well_formed and county in self.ended:
            raise AbolishedAreaError(code, [_told(self.ended[county])])
        above = self.by_code.get(county) if well_formed else None
        if above is not None and not (township + village).strip("0"):
            return above
        # Every township of Fujian lies in a county, so nothing but zeros may follow the code of a city.
        if above is None or above.level is not AreaLevel.COUNTY or township == "000":
            raise UnknownAreaError(code, [_told(area) for area in self._near(code)])
        standard = above.has_standard_code
        town = _coded(county + township, None, AreaLevel.TOWNSHIP, above.lineage, standard=standard)
        if not village.strip("0"):
            return town
        return _coded(code, None, AreaLevel.VILLAGE, town.lineage, standard=standard)

    def _near(self, code: str) -> list[Area]:
        from difflib import get_close_matches

        same_city = [known for known in self.by_code if known[:4] == code[:4]]
        near = get_close_matches(code[:6], same_city or list(self.by_code), n=5)
        return [self.by_code[known] for known in sorted(near)]

    def found(self, text: object) -> Area:
        if not isinstance(text, str):
            raise InvalidAreaError(f"expected an area, or its code or name as text, got {text!r}")
        asked = "".join(text.split())
        if asked.isdigit():
            return self.coded(asked)
        fitting = self.by_spelling.get(asked, ())
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            raise AmbiguousAreaError(asked, [_told(area) for area in fitting])
        if asked in self.ended:
            raise AbolishedAreaError(asked, [_told(self.ended[asked])])
        raise UnknownAreaError(asked, [_told(area) for area in self._alike(asked)])

    def _alike(self, name: str) -> list[Area]:
        from difflib import get_close_matches

        near = get_close_matches(name, self.by_spelling, n=5)
        return list(dict.fromkeys(area for spelling in near for area in self.by_spelling[spelling]))

    def named(self, name: str) -> tuple[Area, ...]:
        return tuple(area for area in self.by_spelling.get(name, ()) if area.name == name)

    def fits(self, name: str, area: Area) -> bool:
        """Whether *name* is the area's, however spelled, or may become it because none is held."""
        if area.name is None:
            return bool(name.strip())
        return area in self.by_spelling.get(name, ())


@cache
def _held() -> _Held:
    return _read(packaged("areas.csv"))


def _read(path: Path) -> _Held:
    """Read the table of areas.

    Raises:
        DataFileError: If a row is not as the head of the file says; all faults together, each with its line.
    """
    faults: list[str] = []
    rows = list(_rows(path, faults))
    codes = {row.code: row for row in rows}
    for row in rows:
        successor = codes.get(row.successor or row.code)
        if row.successor and (successor is None or successor.successor):
            faults.append(f"expected a successor that is held and has not ended, got {row.successor!r} @ {row.code}")
        if any(above not in codes for above in _codes_above(row.code)):
            faults.append(f"expected rows for the areas above @ {row.code}")
    if faults:
        raise DataFileError(str(path), faults)
    return _table(rows)


def _rows(path: Path, faults: list[str]) -> Iterable[_Row]:
    last = ""
    for number, (code, name, scheme, successor) in table(path, _COLUMNS, faults):
        told = [
            (code.isascii() and code.isdigit() and len(code) == len("350000"), f"expected six digits, got {code!r}"),
            (code.startswith(_FUJIAN), f"expected a code of Fujian, got {code!r}"),
            (code > last, f"expected rising codes, got {code!r} after {last!r}"),
            (name.endswith(_SUFFIXES), f"expected a name that ends in one of {', '.join(_SUFFIXES)}, got {name!r}"),
            (scheme in _SCHEMES, f"expected one of {', '.join(_SCHEMES)}, got {scheme!r}"),
        ]
        faults += [f"{fault} @ line {number}" for fine, fault in told if not fine]
        last = code
        yield _Row(code=code, name=name, standard=scheme == _SCHEMES[0], successor=successor or None)


def _codes_above(code: str) -> tuple[str, ...]:
    """The codes from right above up to the province's."""
    wider = (f"{code[:4]}00", f"{code[:2]}0000")
    return tuple(above for above in wider if above < code)


def _table(rows: Iterable[_Row]) -> _Held:
    by_code: dict[str, Area] = {}
    spellings: dict[str, dict[str, Area]] = {}
    ended: dict[str, str] = {}
    for row in rows:
        codes = _codes_above(row.code)
        level = (AreaLevel.PROVINCE, AreaLevel.CITY, AreaLevel.COUNTY)[len(codes)]
        above = tuple(by_code[code] for code in codes)
        area = _coded(row.code, row.name, level, above, standard=row.standard)
        if row.successor is not None:
            ended |= dict.fromkeys([row.code, *_spellings(area)], row.successor)
            continue
        by_code[row.code] = area
        for spelling in _spellings(area):
            spellings.setdefault(spelling, {})[row.code] = area
    return _Held(
        by_code=by_code,
        by_spelling={spelling: tuple(fitting.values()) for spelling, fitting in spellings.items()},
        ended={key: by_code[successor] for key, successor in ended.items()},
    )


def _spellings(area: Area) -> set[str]:
    """Every way to write the name: full or short, after any of the areas above, each full or short too."""
    widest_first = area.lineage[::-1]
    parts = [{*_names(wider), ""} for wider in widest_first[:-1]]
    return {"".join(words) for words in product(*parts, _names(area))}


def _names(area: Area) -> set[str]:
    name = str(area)
    suffix = next(suffix for suffix in _SUFFIXES if name.endswith(suffix))
    short = name.removesuffix(suffix)
    return {name, short} if len(short) >= _SHORTEST_NAME else {name}
