"""Self-service machines of an area to test with (自助终端)."""

from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.records import MachineSite, SelfServiceMachine, SelfServiceNetwork
from zwfw.testing._facts import Flaw, Violations, changed, conforming, one_part, violations
from zwfw.testing._records import TRUTHS, Fields, is_or_none, named, records, texts
from zwfw.testing.areas import areas

__all__ = ["VIOLATIONS", "conforming_self_service_networks", "self_service_machines", "self_service_networks"]

_PUTIAN = "350300"
_NO = (False, None)
_LEAST = 25
_SITES = st.sampled_from((*MachineSite, "银行", "商场"))
_MACHINE: Fields = {
    "name": is_or_none(texts()),
    "is_kiosk": TRUTHS,
    "site": is_or_none(_SITES),
    "paid_from_district_budget": TRUTHS,
}
_KIOSK = {"name": "1号机", "is_kiosk": True, "site": MachineSite.STATION, "paid_from_district_budget": True}
_MANY = st.integers(_LEAST - 2, _LEAST + 2).map(lambda count: [_KIOSK] * count)
_USUAL: Fields = {
    "name": texts(),
    "area": is_or_none(areas()),
    "is_whole_district": TRUTHS,
    "machines": is_or_none(st.lists(records(SelfServiceMachine, _MACHINE, {}), max_size=3) | _MANY),
    "suitable_sites_without": is_or_none(st.lists(texts(), max_size=2)),
}


def self_service_machines(**fields: object) -> st.SearchStrategy[SelfServiceMachine]:
    """Kiosks and other machines at places of every kind; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.SelfServiceMachine`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(self_service_machines(site="车站"), lambda machine: machine.is_kiosk).site
    <MachineSite.STATION: '车站'>
    """
    return named("self_service_machines", records(SelfServiceMachine, _MACHINE, fields))


def self_service_networks(**fields: object) -> st.SearchStrategy[SelfServiceNetwork]:
    """The machines of an area, about as many as the plan wants or far fewer; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.SelfServiceNetwork`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(self_service_networks(name="涵江区"), lambda network: network.machines).name
    '涵江区'
    """
    return named("self_service_networks", records(SelfServiceNetwork, _USUAL, fields))


def conforming_self_service_networks(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[SelfServiceNetwork]:
    """Networks that state every field and keep every clause: in hindsight, ``check(network, ...).ok`` is true.

    Args:
        area: An area of Putian, or a strategy of such areas; any of them unless given. The network states it. No other
            document speaks of it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_self_service_networks(area="涵江区"), lambda network: True), hindsight()).ok
    True
    """
    places = areas(within=_PUTIAN) if area is None else area
    return conforming("conforming_self_service_networks", SelfServiceNetwork, _tell, places)


def _tell(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    kiosks = [{**_KIOSK, "site": draw(st.sampled_from(MachineSite))} for _ in range(_LEAST + draw(st.integers(0, 1)))]
    other = {"name": None, "is_kiosk": draw(st.sampled_from(_NO)), "site": draw(_SITES)}
    more = draw(st.lists(st.just({**other, "paid_from_district_budget": draw(TRUTHS)}), max_size=1))
    return {
        "name": draw(texts()),
        "area": area,
        "is_whole_district": draw(TRUTHS),
        "machines": [*more, *kiosks],
        "suitable_sites_without": draw(st.sampled_from((None, ()))),
    }


def _too_few(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """One too few, wherever it went, or far fewer."""
    kiosks = [machine for machine in facts["machines"] if machine["is_kiosk"]]
    lost: dict[str, Any] = draw(st.sampled_from(({"is_kiosk": False}, {"is_kiosk": None}, {"site": None})))
    facts["is_whole_district"] = True
    facts["machines"] = draw(
        st.sampled_from((None, (), kiosks[: _LEAST - 1], [*kiosks[: _LEAST - 1], {**kiosks[0], **lost}]))
    )


VIOLATIONS: Violations = violations(
    SelfServiceNetwork,
    _tell,
    {
        "self_service_machines.enough-in-the-district": (Flaw(_too_few),),
        "self_service_machines.paid-by-the-district": (
            Flaw(one_part("machines", changed(is_kiosk=(True,), paid_from_district_budget=_NO))),
        ),
        "self_service_machines.extended-to-sites": (Flaw(changed(suitable_sites_without=(("莆田站",), ("甲", "乙")))),),
    },
)
