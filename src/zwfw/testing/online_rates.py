"""Rates of what is done online throughout to test with (全程网办率)."""

from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.records import OnlineDepth, OnlineMatter, OnlineRate
from zwfw.testing._facts import Flaw, Violations, conforming, violations
from zwfw.testing._records import TRUTHS, Fields, is_or_none, named, records, texts
from zwfw.testing.areas import areas

__all__ = ["VIOLATIONS", "conforming_online_rates", "online_matters", "online_rates"]

_XIAMEN = "350200"
_DEPTHS = st.sampled_from(OnlineDepth) | st.just(OnlineDepth.FULL)
_MATTER: Fields = {
    "name": texts(),
    "is_licence": TRUTHS,
    "secret": TRUTHS,
    "on_site_by_law": TRUTHS,
    "online_depth": is_or_none(_DEPTHS),
}
_NUMBERS = st.integers(0, 4)
_RATE: Fields = {
    "name": texts(),
    "area": is_or_none(areas()),
    "licences_only": TRUTHS,
    "matters": is_or_none(st.lists(records(OnlineMatter, _MATTER, {}), max_size=4)),
    "counted": is_or_none(_NUMBERS),
    "counted_online": is_or_none(_NUMBERS),
}


def online_matters(**fields: object) -> st.SearchStrategy[OnlineMatter]:
    """Matters that count for a rate or are left out; what is not given is stated or not.

    Args:
        fields: Any field of an :class:`~zwfw.records.OnlineMatter`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(online_matters(name="甲", secret=True), lambda matter: matter.is_licence).secret
    True
    """
    return named("online_matters", records(OnlineMatter, _MATTER, fields))


def online_rates(**fields: object) -> st.SearchStrategy[OnlineRate]:
    """Rates that were worked out rightly or not; what is not given is stated or not.

    Args:
        fields: Any field of an :class:`~zwfw.records.OnlineRate`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(online_rates(counted=3), lambda rate: rate.matters).counted
    3
    """
    return named("online_rates", records(OnlineRate, _RATE, fields))


def conforming_online_rates(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[OnlineRate]:
    """Rates that state every field and leave out what is to be left out: ``check(rate, ...).ok`` is true.

    Args:
        area: An area of Xiamen, or a strategy of such areas; any of them unless given. The rate states it. No other
            document speaks of it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_online_rates(), lambda rate: True), hindsight()).ok
    True
    """
    return conforming("conforming_online_rates", OnlineRate, _tell, areas(within=_XIAMEN) if area is None else area)


def _matter(draw: st.DrawFn) -> dict[str, Any]:
    return {name: draw(drawn) for name, drawn in _MATTER.items()}


def _tell(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    licences_only = draw(TRUTHS)
    matters = [_matter(draw) for _ in range(draw(st.integers(1, 6)))]
    counted = [
        matter
        for matter in matters
        if not matter["secret"] and not matter["on_site_by_law"] and (matter["is_licence"] or not licences_only)
    ]
    return {
        "name": draw(texts()),
        "area": area,
        "licences_only": licences_only,
        "matters": matters,
        "counted": len(counted),
        "counted_online": sum(matter["online_depth"] is OnlineDepth.FULL for matter in counted),
    }


def _count(*fields: str) -> Flaw:
    """One matter more, which is to be left out, is counted in these numbers."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        depth = draw(st.sampled_from(OnlineDepth)) if fields == ("counted",) else OnlineDepth.FULL
        why = draw(st.sampled_from(("secret", "on_site_by_law")))
        matter = {**_matter(draw), "is_licence": True, "online_depth": depth, why: True}
        facts["matters"] = [*facts["matters"], matter]
        for field in fields:
            facts[field] += 1

    return Flaw(spoil)


def _count_less(_: st.DrawFn, facts: dict[str, Any]) -> None:
    """One matter more that counts is left out of the first number."""
    matter = dict.fromkeys(_MATTER) | {"name": "甲", "is_licence": True}
    facts["matters"] = [matter, *facts["matters"]]


VIOLATIONS: Violations = violations(
    OnlineRate,
    _tell,
    {
        "online_rates.secret-and-on-site-left-out": (
            _count("counted"),
            _count("counted_online"),
            _count("counted", "counted_online"),
            Flaw(_count_less),
        )
    },
)
