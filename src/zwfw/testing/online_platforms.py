"""Online platforms to test with, and those that break or keep a clause (政务服务平台)."""

from datetime import date, datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.records import (
    CrossAreaKind,
    EpidemicZoneFunction,
    OnlinePlatform,
    PlatformKind,
    PlatformLink,
    SystemFault,
)
from zwfw.testing._facts import Flaw, Violations, changed, conforming, violations
from zwfw.testing._records import TRUTHS, Fields, as_strategies, is_or_none, named, records, texts
from zwfw.testing.areas import areas
from zwfw.testing.moments import LAST_DAY, Order, draw_in_order, moments

__all__ = ["VIOLATIONS", "conforming_online_platforms", "online_platforms", "system_faults"]

_NO = (False, None)
_TOUCH_POINTS = ("申报按钮", "材料上传", "支付", "签章")
_POINTS = st.lists(st.sampled_from(_TOUCH_POINTS), max_size=4, unique=True)
_LIMITS = st.sampled_from((1, 2, 24, 48, 72))
_DAYS = moments(first=date(2025, 6, 1), last=date(2025, 6, 6))
_ORDER: Order = {"reported_at": (), "solved_at": ("reported_at",)}


@st.composite
def _faults(draw: st.DrawFn, given: Fields) -> SystemFault:
    facts = {name: draw(values) for name, values in given.items()}
    if "reported_at" not in facts:
        # One that is given as dealt with was reported at that very moment.
        facts["reported_at"] = facts.get("solved_at") or draw(_DAYS)
    return SystemFault(**{**facts, **draw_in_order(draw, _ORDER, facts)})


def _some(kind: Any) -> st.SearchStrategy[Any]:
    return is_or_none(st.lists(st.sampled_from(kind), max_size=len(kind), unique=True))


_USUAL: Fields = {
    "name": texts(),
    "area": is_or_none(areas()),
    "kind": is_or_none(st.sampled_from(PlatformKind)),
    "touch_points": is_or_none(_POINTS),
    "explained_touch_points": is_or_none(_POINTS),
    "fault_channel": is_or_none(texts()),
    "fault_limit_hours": is_or_none(_LIMITS),
    "faults": is_or_none(st.lists(_faults({}), max_size=2)),
    "during_epidemic_control": TRUTHS,
    "epidemic_zone_functions": _some(EpidemicZoneFunction),
    "cross_area_kinds": _some(CrossAreaKind),
    "links": _some(PlatformLink),
    "linked_up_through_sharing_platform": TRUTHS,
    "follows_sharing_standard": TRUTHS,
}


def system_faults(**fields: object) -> st.SearchStrategy[SystemFault]:
    """Faults that were dealt with or not, with a time of day or without; the rest is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.SystemFault`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(system_faults(reported_at="2025-05-30", solved_at=None), lambda fault: True)
    SystemFault(reported_at=datetime.date(2025, 5, 30), solved_at=None)
    """
    return named("system_faults", _faults(as_strategies(SystemFault, fields)))


def online_platforms(**fields: object) -> st.SearchStrategy[OnlinePlatform]:
    """Platforms of every kind, kept to the norms or not; what is not given is stated or not.

    Args:
        fields: Any field of an :class:`~zwfw.records.OnlinePlatform`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(online_platforms(kind="闽政通APP"), lambda platform: platform.links).kind
    <PlatformKind.APP: '闽政通APP'>
    """
    return named("online_platforms", records(OnlinePlatform, _USUAL, fields))


def conforming_online_platforms(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[OnlinePlatform]:
    """Platforms that state every field and keep every clause: in hindsight, ``check(platform, ...).ok`` is true.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The platform states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_online_platforms(area="厦门市"), lambda platform: True), hindsight()).ok
    True
    """
    return conforming("conforming_online_platforms", OnlinePlatform, _tell, area)


_INSTANTS = st.builds(
    lambda day, minutes: datetime.combine(day, time.min) + timedelta(minutes=minutes),
    st.dates(date(2025, 1, 1), date(2025, 6, 30)),
    st.integers(0, 24 * 60 - 1),
)


def _tell(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    limit = draw(_LIMITS)
    reported = draw(_INSTANTS)
    took = timedelta(hours=draw(st.sampled_from((0, limit)) | st.integers(0, limit)))
    points = draw(_POINTS)
    return {
        "name": draw(texts()),
        "area": area,
        "kind": draw(is_or_none(st.sampled_from(PlatformKind))),
        "touch_points": points,
        "explained_touch_points": draw(st.permutations([*points, "其他"])),
        "fault_channel": draw(texts()),
        "fault_limit_hours": limit,
        "faults": draw(st.sampled_from((None, (), [{"reported_at": reported, "solved_at": reported + took}]))),
        "during_epidemic_control": draw(TRUTHS),
        "epidemic_zone_functions": draw(st.permutations(tuple(EpidemicZoneFunction))),
        "cross_area_kinds": draw(st.permutations(tuple(CrossAreaKind))),
        "links": draw(st.permutations(tuple(PlatformLink))),
        "linked_up_through_sharing_platform": True,
        "follows_sharing_standard": True,
    }


def _linger(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """A fault that was dealt with a minute late, or later, or not at all."""
    reported = draw(_INSTANTS)
    late = timedelta(hours=facts["fault_limit_hours"], minutes=draw(st.sampled_from((1, 60, 5000))))
    solved = draw(st.sampled_from((None, reported + late)))
    facts["faults"] = [*(facts["faults"] or ()), {"reported_at": reported, "solved_at": solved}]


def _linger_for_days(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """Only the days are known, and they are too many."""
    reported = draw(st.dates(date(2025, 1, 1), LAST_DAY - timedelta(60)))
    solved = reported + timedelta(facts["fault_limit_hours"] // 24 + 2)
    facts["faults"] = [{"reported_at": reported, "solved_at": solved}]


def _unexplained(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    facts["touch_points"] = ["办件查询", *facts["touch_points"]]
    facts["explained_touch_points"] = draw(st.sampled_from((None, (), facts["touch_points"][1:])))


_BEFORE = (None, PlatformKind.KIOSK)
"""Platforms of kinds that people meet, and of which nothing else is asked."""


def _less(field: str, kinds: tuple[PlatformKind, ...], wanted: tuple[Any, ...]) -> Flaw:
    """A platform of one of these kinds, of which one of those wanted is lacking, or all are."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        lost = draw(st.sampled_from(wanted))
        facts["kind"] = draw(st.sampled_from(kinds))
        facts[field] = draw(st.sampled_from((None, (), [each for each in facts[field] if each is not lost])))

    return Flaw(spoil)


def _less_of_zone(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    facts["during_epidemic_control"] = True
    _less("epidemic_zone_functions", (PlatformKind.PORTAL, PlatformKind.APP), tuple(EpidemicZoneFunction)).spoil(
        draw, facts
    )


VIOLATIONS: Violations = violations(
    OnlinePlatform,
    _tell,
    {
        "online_platforms.touch-points-explained": (Flaw(_unexplained),),
        "online_platforms.fault-channel": (
            Flaw(changed(fault_channel=(None, ""), kind=_BEFORE)),
            Flaw(changed(fault_limit_hours=(None,), kind=_BEFORE)),
        ),
        "online_platforms.faults-dealt-with": (Flaw(_linger), Flaw(_linger_for_days)),
        "online_platforms.epidemic-zone": (Flaw(_less_of_zone),),
        "online_platforms.cross-area-in-app": (_less("cross_area_kinds", (PlatformKind.APP,), tuple(CrossAreaKind)),),
        "online_platforms.city-platform-linked": (
            _less(
                "links",
                (PlatformKind.CITY,),
                (
                    PlatformLink.PROVINCIAL_POOL,
                    PlatformLink.PORTAL,
                    PlatformLink.APP,
                    PlatformLink.CITY_AND_DISTRICT_SYSTEMS,
                ),
            ),
            Flaw(changed(kind=(PlatformKind.CITY,), linked_up_through_sharing_platform=_NO)),
        ),
        "online_platforms.sharing-platform-linked": (
            _less(
                "links",
                (PlatformKind.SHARING,),
                (
                    PlatformLink.PROVINCIAL_POOL,
                    PlatformLink.SERVICE_MANAGEMENT,
                    PlatformLink.DISTRICT_AND_DEPARTMENT_SYSTEMS,
                ),
            ),
        ),
        "online_platforms.files-by-sharing-standard": (
            Flaw(changed(kind=(PlatformKind.TRUSTED_FILES,), follows_sharing_standard=_NO)),
        ),
    },
)
