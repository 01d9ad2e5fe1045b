"""Online systems and the connections of centres to test with (政务服务系统、基层中心接入)."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.records import CentreConnection, CentrePlatform, EquipmentKind, MobileApp, OnlineSystem, SystemLink
from zwfw.testing._facts import Flaw, Violations, changed, conforming, violations
from zwfw.testing._records import TRUTHS, Fields, is_or_none, named, records, texts
from zwfw.testing.areas import areas
from zwfw.testing.moments import LAST_DAY

__all__ = [
    "VIOLATIONS",
    "centre_connections",
    "conforming_centre_connections",
    "conforming_online_systems",
    "online_systems",
    "system_links",
]

_HANJIANG = "350303"
_NO = (False, None)
_PROVINCE_BEGAN, _XIAMEN_BEGAN, _PUTIAN_BEGAN = date(2022, 9, 14), date(2022, 11, 30), date(2025, 5, 6)
_EDGES = (
    date(2022, 9, 13),
    _PROVINCE_BEGAN,
    date(2022, 11, 29),
    _XIAMEN_BEGAN,
    date(2025, 5, 5),
    _PUTIAN_BEGAN,
)
_DAYS = st.sampled_from(_EDGES) | st.dates(date(2020, 1, 1), LAST_DAY)
_ITEMS = st.sampled_from(("不动产登记", "社会保险登记", "节能审查"))
_APPS = st.lists(st.sampled_from(MobileApp), max_size=2, unique=True)
_CONDITIONS = st.lists(st.sampled_from(("签订协议", "按次收费", "限工作日")), max_size=2, unique=True)

_LINK: Fields = {"item": _ITEMS | texts(), "landing_item": is_or_none(_ITEMS | texts())}
_SYSTEM: Fields = {
    "name": texts(),
    "area": is_or_none(areas()),
    "links": is_or_none(st.lists(records(SystemLink, _LINK, {}), max_size=2)),
    "approved_on": is_or_none(_DAYS),
    "built_on": is_or_none(_DAYS),
    "data_port_conditions": is_or_none(_CONDITIONS),
    "merged_into": is_or_none(_APPS),
    "open_security_holes": is_or_none(st.integers(0, 2)),
}
_TRUTHS_OF: Fields = {name: TRUTHS for name in OnlineSystem.model_fields if name not in _SYSTEM}
_ASKED = (EquipmentKind.QUEUE_MACHINE, EquipmentKind.DOCUMENT_CAMERA, EquipmentKind.REVIEW_DEVICE)
_CENTRE: Fields = {
    "centre": texts(),
    "area": is_or_none(areas()),
    "is_of_township": TRUTHS,
    "devices": is_or_none(st.lists(st.sampled_from((*_ASKED, *EquipmentKind, "叫号屏")), max_size=5)),
    "platforms": is_or_none(st.lists(st.sampled_from(CentrePlatform), max_size=4, unique=True)),
}


def system_links(**fields: object) -> st.SearchStrategy[SystemLink]:
    """Links that lead to their item, to another or to none; where they lead is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.SystemLink`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(system_links(item="节能审查", landing_item=None), lambda link: True)
    SystemLink(item='节能审查', landing_item=None)
    """
    return named("system_links", records(SystemLink, _LINK, fields))


def online_systems(**fields: object) -> st.SearchStrategy[OnlineSystem]:
    """Systems of departments and of higher levels, kept to the norms or not; what is not given is stated or not.

    Args:
        fields: Any field of an :class:`~zwfw.records.OnlineSystem`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(online_systems(is_mobile_app=True), lambda system: system.merged_into).is_mobile_app
    True
    """
    return named("online_systems", records(OnlineSystem, {**_SYSTEM, **_TRUTHS_OF}, fields))


def centre_connections(**fields: object) -> st.SearchStrategy[CentreConnection]:
    """Centres that are well equipped and joined to the platforms, or not; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.CentreConnection`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(centre_connections(platforms=None), lambda centre: centre.is_of_township).platforms
    """
    return named("centre_connections", records(CentreConnection, _CENTRE, fields))


def conforming_online_systems(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[OnlineSystem]:
    """Systems that state every field and keep every clause: in hindsight, ``check(system, ...).ok`` is true.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The system states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_online_systems(area="厦门市"), lambda system: True), hindsight()).ok
    True
    """
    return conforming("conforming_online_systems", OnlineSystem, _tell_system, area)


def conforming_centre_connections(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[CentreConnection]:
    """Centres of townships that state every field and keep every clause: ``check(centre, ...).ok`` is true.

    Args:
        area: An area of 涵江区, or a strategy of such areas; any of them unless given. The centre states it. No other
            document speaks of this.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_centre_connections(), lambda centre: True), hindsight()).ok
    True
    """
    places = areas(within=_HANJIANG) if area is None else area
    return conforming("conforming_centre_connections", CentreConnection, _tell_centre, places)


_CARRIED = {"outside_platform": (True,), "serves_public_online": (True,), "platform_can_carry": (True,)}
_EXCUSES: tuple[dict[str, tuple[object, ...]], ...] = (
    {"outside_platform": _NO},
    {"approved_on": (None, date(2022, 9, 13)), "built_on": (None, date(2022, 11, 29))},
    {"required_by_ministry": (True,), "platform_can_carry": _NO},
    {"required_by_ministry": (True,), "serves_public_online": _NO},
    {"required_by_ministry": (True,), "needed_separately": (True,)},
)
"""Why a system may stand by itself, if it does, in the words of both clauses."""


def _tell_system(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    item = draw(_ITEMS)
    facts: dict[str, Any] = {name: draw(TRUTHS) for name in _TRUTHS_OF}
    facts |= {
        "name": draw(texts()),
        "area": area,
        "connected_to_platform": True,
        "shares_data": True,
        "accounts_recognised": True,
        "on_provincial_identity_platform": True,
        "links": draw(st.sampled_from((None, [{"item": item, "landing_item": item}]))),
        "approved_on": draw(is_or_none(_DAYS)),
        "built_on": draw(is_or_none(_DAYS)),
        "data_port_open": True,
        "data_port_conditions": draw(st.sampled_from((None, ()))),
        "follows_national_interface_standard": True,
        "follows_provincial_interface_standard": True,
        "unified_login": True,
        "traced_redirect": True,
        "cases_returned": True,
        "merged_into": draw(st.permutations(tuple(MobileApp))),
        "open_security_holes": draw(st.sampled_from((0, None))),
    }
    changed(**draw(st.sampled_from(_EXCUSES)))(draw, facts)
    return facts


def _tell_centre(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    others = draw(st.lists(st.sampled_from((*EquipmentKind, "叫号屏")), max_size=2))
    return {
        "centre": draw(texts()),
        "area": area,
        "is_of_township": True,
        "devices": draw(st.permutations((*_ASKED, *others))),
        "platforms": draw(st.permutations(tuple(CentrePlatform))),
    }


def _mislead(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """One link more, which leads elsewhere."""
    facts["is_self_built"] = True
    landing = draw(st.sampled_from((None, "首页", "不动产登记（旧）")))
    facts["links"] = [*(facts["links"] or ()), {"item": "不动产登记", "landing_item": landing}]


_OF_CITY = {"is_self_built": (True,), "built_at_province_or_above": _NO, "outside_platform": _NO}
_HIGHER = {"built_at_province_or_above": (True,), "serves_public_online": (True,)}
_UNEXCUSED = {"required_by_ministry": _NO, "needed_separately": _NO}
_NEEDED = {
    "is_self_built": _NO,
    "outside_platform": (True,),
    "needed_separately": (True,),
    "required_by_ministry": (True,),
    "serves_public_online": (True, *_NO),
    "approved_on": (None, date(2022, 9, 13), _PROVINCE_BEGAN),
    "built_on": (_XIAMEN_BEGAN, LAST_DAY),
}


def _leave_out_devices(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """One of the three is not there, and nothing that could stand for it."""
    lost = draw(st.sampled_from(_ASKED))
    facts["devices"] = [kind for kind in facts["devices"] if isinstance(kind, EquipmentKind) and kind is not lost]


def _leave_out_a_platform(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    facts["platforms"] = draw(st.sampled_from((None, (), facts["platforms"][1:])))


VIOLATIONS: Violations = {
    **violations(
        OnlineSystem,
        _tell_system,
        {
            "online_systems.accounts-recognised": (Flaw(changed(accounts_recognised=_NO)),),
            "online_systems.identity-platform": (
                Flaw(changed(is_self_built=(True,), on_provincial_identity_platform=_NO)),
            ),
            "online_systems.links-reach-the-item": (Flaw(_mislead),),
            "online_systems.app-merged": (
                Flaw(
                    changed(is_mobile_app=(True,), merged_into=(None, (), (MobileApp.HUIMINBAO,))),
                    "xiamen-2022/2.3.3",
                ),
                Flaw(
                    changed(
                        is_mobile_app=(True,), merged_into=(None, ()), built_on=(date(2025, 5, 5), date(2021, 6, 1))
                    ),
                    "putian-2025/art-30",
                ),
            ),
            "online_systems.no-new-system": (
                Flaw(changed(**_UNEXCUSED, outside_platform=(True,), approved_on=(_PROVINCE_BEGAN, LAST_DAY))),
                Flaw(
                    changed(
                        **_CARRIED,
                        required_by_ministry=(False, None, True),
                        needed_separately=_NO,
                        approved_on=(None, date(2022, 9, 13)),
                        built_on=(_XIAMEN_BEGAN, LAST_DAY),
                    ),
                    "xiamen-2022/4.1.2",
                ),
            ),
            "online_systems.port-open": (
                Flaw(changed(**_NEEDED, data_port_open=_NO)),
                Flaw(changed(**_NEEDED, data_port_conditions=(("签订协议",),))),
                Flaw(changed(**_NEEDED, shares_data=_NO)),
                Flaw(changed(**_NEEDED, connected_to_platform=_NO)),
            ),
            "online_systems.interface-standards": (
                Flaw(changed(**_OF_CITY, follows_national_interface_standard=_NO)),
                Flaw(changed(**_OF_CITY, follows_provincial_interface_standard=_NO)),
            ),
            "online_systems.connected": (
                Flaw(changed(**_OF_CITY, connected_to_platform=_NO)),
                Flaw(changed(**_OF_CITY, shares_data=_NO)),
            ),
            "online_systems.higher-system": tuple(
                Flaw(changed(**_HIGHER, **{field: _NO}))
                for field in ("unified_login", "traced_redirect", "cases_returned")
            ),
            "online_systems.no-security-holes": (Flaw(changed(open_security_holes=(1, 2, 30))),),
        },
    ),
    **violations(
        CentreConnection,
        _tell_centre,
        {
            "online_systems.centre-equipped": (Flaw(_leave_out_devices), Flaw(changed(devices=(None, ())))),
            "online_systems.centre-joined": (Flaw(_leave_out_a_platform),),
        },
    ),
}
