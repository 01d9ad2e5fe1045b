"""Bundles to test with, and those that break or keep a clause (一件事)."""

from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.normset import norms_in_force
from zwfw.records import Bundle
from zwfw.testing._facts import Flaw, Violations, changed, conforming, violations
from zwfw.testing._records import TRUTHS, Fields, is_or_none, named, records, texts
from zwfw.testing.areas import areas
from zwfw.testing.moments import LAST_DAY

__all__ = ["VIOLATIONS", "bundles", "conforming_bundles"]

_PUTIAN, _HANJIANG, _XIAMEN = "putian-2025/art-39", "hanjiang-2023/task-12", "xiamen-2022/3.1.1"
_NAMES = st.lists(texts(), max_size=3)
_COUNTS = st.integers(0, 3)


def bundles(**fields: object) -> st.SearchStrategy[Bundle]:
    """Bundles of any features, of one item or several; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.Bundle`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(bundles(fully_online=False), lambda bundle: bundle.visits == 2).fully_online
    False
    """
    usual: Fields = {
        "name": texts(),
        "area": is_or_none(areas()),
        "items": is_or_none(_NAMES),
        "departments": is_or_none(_NAMES),
        "crosses_levels": TRUTHS,
        "is_closely_related": TRUTHS,
        "is_numerous": TRUTHS,
        "in_great_demand": TRUTHS,
        "is_frequent": TRUTHS,
        "is_concentrated_in_time": TRUTHS,
        "concerns_many": TRUTHS,
        "on_priority_list": TRUTHS,
        "on_platform": TRUTHS,
        "fully_online": TRUTHS,
        "visits": is_or_none(_COUNTS),
        "places": is_or_none(_COUNTS),
        "windows": is_or_none(_COUNTS),
    }
    return named("bundles", records(Bundle, usual, fields))


def conforming_bundles(*, area: Area | str | st.SearchStrategy[Area] | None = None) -> st.SearchStrategy[Bundle]:
    """Bundles that state every field and keep every clause: in hindsight, ``check(bundle, ...).ok`` is true.

    Args:
        area: An area, or a strategy of areas; any of Putian or Xiamen unless given. No other has a clause that a bundle
            could keep, so there nothing is broken and nothing kept. The bundle states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_bundles(area="涵江区"), lambda bundle: True), hindsight()).ok
    True
    """
    places = areas(within="莆田市") | areas(within="厦门市") if area is None else area
    return conforming("conforming_bundles", Bundle, _tell, places)


def _tell(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    crosses_levels = draw(TRUTHS)
    on_priority_list = draw(TRUTHS)
    fully_online = draw(TRUTHS)
    offline = _offline(area)
    return {
        "name": draw(texts()),
        "area": area,
        "items": draw(st.lists(texts(), min_size=2, max_size=4, unique=True)),
        "departments": draw(st.lists(texts(), min_size=0 if crosses_levels else 2, max_size=3, unique=True)),
        "crosses_levels": crosses_levels,
        "is_closely_related": True,
        "is_numerous": True,
        "in_great_demand": True,
        "is_frequent": True,
        "is_concentrated_in_time": True,
        "concerns_many": True,
        "on_priority_list": on_priority_list,
        "on_platform": True if on_priority_list else draw(TRUTHS),
        "fully_online": fully_online,
        "visits": draw(is_or_none(offline) if fully_online else st.integers(0, 1)),
        "places": draw(is_or_none(offline)),
        "windows": draw(is_or_none(offline)),
    }


def _offline(area: Area) -> st.SearchStrategy[int]:
    """How many places, windows or visits it may take: in Hanjiang at most one."""
    return st.integers(0, 1) if _is_bound_by(area, _HANJIANG) else _COUNTS


def _is_bound_by(area: Area, ref: str) -> bool:
    return norms_in_force(area, LAST_DAY).has(ref)


_NOT = (False, None)


def _neither_online_nor_in_one_visit(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """In Hanjiang several visits would break another rule too, so there it is not done offline at all."""
    facts["fully_online"] = draw(st.sampled_from(_NOT))
    facts["visits"] = draw(st.sampled_from((None,) if _is_bound_by(facts["area"], _HANJIANG) else (None, 2, 3, 10)))


def _in_many(field: str) -> Flaw:
    return Flaw(changed(**{field: (2, 3, 10)}, fully_online=(True,)))


VIOLATIONS: Violations = violations(
    Bundle,
    _tell,
    {
        "bundles.priority-on-platform": (Flaw(changed(on_priority_list=(True,), on_platform=_NOT)),),
        "bundles.fit-to-bundle": (
            Flaw(changed(items=((), None, ("户口登记",), ("户口登记", "户口登记"))), where=_PUTIAN),
            Flaw(changed(departments=((), None, ("公安局",)), crosses_levels=_NOT), where=_PUTIAN),
            Flaw(changed(is_closely_related=_NOT), where=_PUTIAN),
            Flaw(changed(is_numerous=_NOT), where=_PUTIAN),
            Flaw(changed(is_concentrated_in_time=_NOT), where=_PUTIAN),
            Flaw(changed(concerns_many=_NOT), where=_HANJIANG),
            Flaw(changed(is_frequent=_NOT), where=_HANJIANG),
            Flaw(changed(is_closely_related=_NOT), where=_XIAMEN),
            Flaw(changed(in_great_demand=_NOT), where=_XIAMEN),
        ),
        "bundles.online-or-one-visit": (Flaw(_neither_online_nor_in_one_visit),),
        "bundles.one-place-window-visit": tuple(map(_in_many, ("places", "windows", "visits"))),
    },
)
