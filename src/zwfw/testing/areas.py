"""Areas to test with: those that are held, townships and villages in them, and functional zones (行政区划)."""

from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area, AreaLevel, ZoneKind
from zwfw.areas import areas as held_areas
from zwfw.clauses import documents
from zwfw.errors import ContextError
from zwfw.testing._records import named

__all__ = ["areas", "as_areas", "zones"]

_BELOW = (AreaLevel.TOWNSHIP, AreaLevel.VILLAGE)
_NUMBERS = st.integers(1, 999)


def areas(*, within: Area | str = "350000", level: AreaLevel | None = None) -> st.SearchStrategy[Area]:
    """Areas with a code, from the province down to villages; those with documents of their own come often.

    Functional zones, which have no code, are :func:`zones`.

    Args:
        within: The area that they lie in; it is one of them.
        level: Only areas of this level.

    Raises:
        UnknownAreaError: If no area has the code or name of *within*.
        AmbiguousAreaError: If its name fits several.
        ContextError: If no area of *level* lies there.

    >>> from hypothesis import find
    >>> find(areas(within="涵江区", level=AreaLevel.VILLAGE), lambda area: True)
    Area('350303001001')
    """
    around = Area.find(within)
    held = [area for area in held_areas() if area.is_within(around)] or [around]
    marked = [area for area in held if area in _marked() and level in (None, area.level)]
    plain = [area for area in held if level in (None, area.level)]
    found = [st.sampled_from(known) for known in (marked, plain) if known]
    if level in (None, *_BELOW):
        found += _below(held, level)
    if not found:
        raise ContextError(f"level: expected one that lies in {around}, got {level.value if level else None}")
    return named("areas", st.one_of(found))


def _marked() -> tuple[Area, ...]:
    return tuple(Area(each.area) for each in documents())


def _below(held: list[Area], level: AreaLevel | None) -> list[st.SearchStrategy[Area]]:
    towns = [area for area in held if area.level is AreaLevel.TOWNSHIP]
    counties = [area for area in held if area.level is AreaLevel.COUNTY and area.code]
    townships = st.sampled_from(towns) if towns else _numbered(counties)
    if not (towns or counties):
        return []
    villages = st.builds(lambda town, number: Area(f"{town.code}{number:03d}"), townships, _NUMBERS)
    return [found for found, each in ((townships, _BELOW[0]), (villages, _BELOW[1])) if level in (None, each)]


def _numbered(counties: list[Area]) -> st.SearchStrategy[Area]:
    return st.builds(lambda county, number: Area(f"{county.code}{number:03d}"), st.sampled_from(counties), _NUMBERS)


def zones(*, within: Area | str = "350000") -> st.SearchStrategy[Area]:
    """Functional zones (功能区) of made-up names in a city or a county.

    Args:
        within: The area that they lie in.

    Raises:
        UnknownAreaError: If no area has the code or name of *within*.
        AmbiguousAreaError: If its name fits several.
        ContextError: If it is neither a city or county nor wider.

    >>> from hypothesis import find
    >>> find(zones(within="厦门市"), lambda zone: True)
    Area.zone('测试1区', kind=ZoneKind.FREE_TRADE, under='350200')
    """
    around = Area.find(within)
    homes = [
        area
        for area in held_areas()
        if area.is_within(around) and area.level in (AreaLevel.CITY, AreaLevel.COUNTY) and area.code
    ]
    if not homes:
        raise ContextError(f"within: expected a city, a county or the province, got {around}")
    made = st.builds(
        lambda number, kind, home: Area.zone(f"测试{number}区", kind=kind, under=home),
        _NUMBERS,
        st.sampled_from(ZoneKind),
        st.sampled_from(homes),
    )
    return named("zones", made)


def as_areas(given: Any, usual: st.SearchStrategy[Area]) -> st.SearchStrategy[Area]:
    """The areas of an argument: a strategy stands for itself, a name or code for its area, and ``None`` for *usual*."""
    if given is None:
        return usual
    return given if isinstance(given, st.SearchStrategy) else st.just(Area.find(given))
