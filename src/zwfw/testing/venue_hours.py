"""Opening hours of venues to test with, and those that break or keep a clause (工作时间)."""

from datetime import time
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area, AreaLevel
from zwfw.normset import norms_in_force
from zwfw.records import OpenSpan, VenueHours, VenueKind
from zwfw.testing._facts import Flaw, Spoiler, Violations, changed, conforming, violations
from zwfw.testing._records import TRUTHS, Fields, is_or_none, named, records, texts
from zwfw.testing.areas import areas
from zwfw.testing.moments import LAST_DAY

__all__ = ["VIOLATIONS", "conforming_venue_hours", "open_spans", "venue_hours"]

_XIAMEN = "xiamen-2022/3.7.5"
_SET = ({"opens": time(9), "closes": time(12)}, {"opens": time(13), "closes": time(17)})
_AS_SET = (
    {"opens": time(13), "closes": time(17)},
    {"opens": time(9), "closes": time(11)},
    {"opens": time(11), "closes": time(12)},
)
"""The same hours in other words."""

_PLANS = (
    _SET,
    ({"opens": time(9), "closes": time(17)},),
    ({"opens": time(8, 30), "closes": time(12)}, {"opens": time(14, 30), "closes": time(17, 30)}),
    ({"opens": time(9), "closes": time(12)}, {"opens": time(13), "closes": time(17, 1)}),
    ({"opens": time(0), "closes": time(0)},),
)
_OTHERS = _PLANS[1:]
_DAYS = ((1, 2, 3, 4, 5), (5, 4, 3, 2, 1), (1, 2, 3, 4, 5, 6), (1, 2, 3, 4), (1, 2, 3, 4, 5, 6, 7))
_MONDAY_TO_FRIDAY = st.permutations((1, 2, 3, 4, 5))
_CENTRES = (VenueKind.CENTRE, VenueKind.SUB_CENTRE)
_BELOW = (VenueKind.TOWNSHIP_CENTRE, VenueKind.STATION)
_KINDS = st.sampled_from(VenueKind)
_LEVELS = st.sampled_from(AreaLevel)
_NOT = (False, None)
_NO = st.sampled_from(_NOT)


def _spans() -> st.SearchStrategy[Any]:
    return is_or_none(st.sampled_from((*_PLANS, ())) | st.lists(open_spans(), max_size=2))


_ENDS: dict[str, st.SearchStrategy[time]] = {
    "opens": st.integers(0, 12 * 60).map(lambda minutes: time(minutes // 60, minutes % 60)),
    "closes": st.integers(12 * 60 + 1, 24 * 60 - 1).map(lambda minutes: time(minutes // 60, minutes % 60)),
}


def open_spans(**fields: object) -> st.SearchStrategy[OpenSpan]:
    """Stretches of a day that begin before noon and end after it.

    Args:
        fields: Any field of an :class:`~zwfw.records.OpenSpan`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.
        ValidationError: When drawn, if the span would end before it begins.

    >>> from hypothesis import find
    >>> find(open_spans(opens="09:00", closes="12:00"), lambda span: True).closes.hour
    12
    """
    return records(OpenSpan, _ENDS, fields)


def venue_hours(**fields: object) -> st.SearchStrategy[VenueHours]:
    """Opening hours of venues of every kind and level; what is not given is stated or not.

    Args:
        fields: Any field of :class:`~zwfw.records.VenueHours`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(venue_hours(kind="便民服务站", weekdays=[6]), lambda hours: True).weekdays
    (6,)
    """
    usual: Fields = {
        "venue": texts(),
        "area": is_or_none(areas()),
        "kind": is_or_none(_KINDS),
        "level": is_or_none(_LEVELS),
        **{name: is_or_none(st.sampled_from((*_DAYS, ()))) for name in VenueHours.model_fields if "weekdays" in name},
        **{name: _spans() for name in VenueHours.model_fields if "spans" in name},
        "rota_weekdays": is_or_none(st.sampled_from(((), (6,), (7,), (6, 7)))),
    }
    truths = {name: TRUTHS for name in VenueHours.model_fields if name not in usual}
    return named("venue_hours", records(VenueHours, {**usual, **truths}, fields))


def conforming_venue_hours(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[VenueHours]:
    """Opening hours that state every field and keep every clause: in hindsight, ``check(hours, ...).ok`` is true.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The hours state it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_venue_hours(area="厦门市"), lambda hours: True), hindsight()).ok
    True
    """
    return conforming("conforming_venue_hours", VenueHours, _tell, area)


def _tell(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    kind, level = draw(_KINDS), draw(_LEVELS)
    in_xiamen = norms_in_force(area, LAST_DAY).has(_XIAMEN)
    is_set = in_xiamen and kind in _CENTRES and level in (AreaLevel.CITY, AreaLevel.COUNTY)
    days = draw(_MONDAY_TO_FRIDAY if is_set else st.sampled_from(_DAYS))
    spans = draw(st.sampled_from((_SET, _AS_SET) if is_set else _PLANS))
    busy = draw(TRUTHS)
    wanted = ((6,), (6, 7)) if in_xiamen else ((6,), (7,), (6, 7))
    return {
        "venue": draw(texts()),
        "area": area,
        "kind": kind,
        "level": level,
        "weekdays": days,
        "spans": spans,
        "rota_weekdays": draw(st.sampled_from(wanted if busy else (*wanted, (), None))),
        "rota_spans": draw(is_or_none(st.sampled_from(_PLANS))),
        "open_on_festivals": draw(_NO if is_set else TRUTHS),
        "open_on_make_up_weekends": True if is_set else draw(TRUTHS),
        "open_on_shifted_rest_days": draw(_NO if is_set else TRUTHS),
        "city_weekdays": draw(st.permutations(days)),
        "city_spans": spans,
        "unit_weekdays": draw(st.permutations(days)),
        "unit_spans": spans,
        "has_busy_items": busy,
        "stays_for_unfinished_cases": True,
    }


_FROM_SET = {"kind": _CENTRES, "level": (AreaLevel.CITY, AreaLevel.COUNTY)}
_PROVINCIAL = {"kind": (VenueKind.SUB_CENTRE,), "level": (AreaLevel.PROVINCE,)}
_HERE = (AreaLevel.CITY, AreaLevel.COUNTY, AreaLevel.TOWNSHIP, AreaLevel.VILLAGE)


def _kept(draw: st.DrawFn, facts: dict[str, Any], days: tuple[int, ...], spans: Any) -> None:
    """These days and hours for the venue, its city and its unit, and what goes with hours that a city sets."""
    for whose in ("", "city_", "unit_"):
        facts[f"{whose}weekdays"], facts[f"{whose}spans"] = days, spans
    changed(
        open_on_festivals=_NOT,
        open_on_make_up_weekends=(True,),
        open_on_shifted_rest_days=_NOT,
    )(draw, facts)


def _as_set(**choices: tuple[object, ...]) -> Spoiler:
    """A centre whose hours Xiamen sets and that keeps them, with each of these fields set to one of its choices."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        changed(**_FROM_SET)(draw, facts)
        _kept(draw, facts, (1, 2, 3, 4, 5), _SET)
        changed(**choices)(draw, facts)
        for whose in ("city_", "unit_"):
            facts[f"{whose}weekdays"], facts[f"{whose}spans"] = facts["weekdays"], facts["spans"]
        if facts["has_busy_items"]:
            facts["rota_weekdays"] = (6,)

    return spoil


def _other_than(whose: str, **venue: tuple[object, ...]) -> Spoiler:
    """A venue whose days or hours are those that Xiamen sets, and those of its city or unit are others."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        changed(**venue)(draw, facts)
        _kept(draw, facts, (1, 2, 3, 4, 5), _SET)
        if draw(st.booleans()):
            facts[f"{whose}_weekdays"] = draw(st.sampled_from((*_DAYS[2:], None, ())))
        else:
            facts[f"{whose}_spans"] = draw(st.sampled_from(_OTHERS))

    return spoil


def _not_unified(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    changed(level=_HERE)(draw, facts)
    _kept(draw, facts, (1, 2, 3, 4, 5), _SET)
    changed(city_spans=(None, ()))(draw, facts)


def _busy(*rota: object) -> Spoiler:
    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        _kept(draw, facts, (1, 2, 3, 4, 5), _SET)
        changed(has_busy_items=(True,), rota_weekdays=rota)(draw, facts)

    return spoil


_RULES: dict[str, tuple[Flaw, ...]] = {
    "venue_hours.as-the-city-set": (
        Flaw(_as_set(weekdays=(*_DAYS[2:], (), None))),
        Flaw(_as_set(spans=_OTHERS)),
        Flaw(_as_set(open_on_festivals=(True,))),
    ),
    "venue_hours.same-within-the-city": (
        Flaw(_other_than("city", kind=_CENTRES, level=_HERE)),
        Flaw(_not_unified),
    ),
    "venue_hours.provincial-sub-centre": (Flaw(_other_than("unit", **_PROVINCIAL)),),
    "venue_hours.townships-as-offices": (Flaw(_other_than("unit", kind=_BELOW)),),
    "venue_hours.weekend-rota": (Flaw(_busy((), None)), Flaw(_busy((7,)), _XIAMEN)),
    "venue_hours.unfinished-cases": (Flaw(changed(stays_for_unfinished_cases=_NOT)),),
}

VIOLATIONS: Violations = violations(VenueHours, _tell, _RULES)
