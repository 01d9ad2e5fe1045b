"""Trades to test with, and those that break or keep a clause on one composite licence (一业一证)."""

from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.records import TradeLicensing
from zwfw.testing._facts import Flaw, Violations, changed, conforming, violations
from zwfw.testing._records import TRUTHS, Fields, is_or_none, named, records, texts
from zwfw.testing.areas import areas

__all__ = ["VIOLATIONS", "conforming_trade_licensings", "trade_licensings"]


def trade_licensings(**fields: object) -> st.SearchStrategy[TradeLicensing]:
    """Trades with one permit or several, merged or not; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.TradeLicensing`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(trade_licensings(has_qr_code=True), lambda trade: trade.licences_issued == 1).licences_issued
    1
    """
    usual: Fields = {
        "trade": texts(),
        "area": is_or_none(areas()),
        "in_pilot": TRUTHS,
        "permits": is_or_none(st.lists(texts(), max_size=3)),
        "licences_issued": is_or_none(st.integers(0, 3)),
        "has_qr_code": TRUTHS,
        "qr_code_shows_permits": TRUTHS,
        "has_online_column": TRUTHS,
        "has_offline_window": TRUTHS,
        "taken_in_at_one_point_online": TRUTHS,
        "taken_in_at_one_point_offline": TRUTHS,
    }
    return named("trade_licensings", records(TradeLicensing, usual, fields))


def conforming_trade_licensings(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[TradeLicensing]:
    """Trades that state every field and keep every clause: in hindsight, ``check(trade, ...).ok`` is true.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The trade states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_trade_licensings(area="厦门市"), lambda trade: True), hindsight()).ok
    True
    """
    return conforming("conforming_trade_licensings", TradeLicensing, _tell, area)


def _tell(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    # Xiamen's text speaks of the whole city, so there it does not matter whether the province counts it as a pilot.
    in_pilot = draw(TRUTHS) if area.is_within("厦门市") else True
    return {
        "trade": draw(texts()),
        "area": area,
        "in_pilot": in_pilot,
        "permits": draw(st.lists(texts(), min_size=2, max_size=5, unique=True)),
        "licences_issued": 1,
        "has_qr_code": True,
        "qr_code_shows_permits": True,
        "has_online_column": True,
        "has_offline_window": True,
        "taken_in_at_one_point_online": True,
        "taken_in_at_one_point_offline": True,
    }


_NOT = (False, None)
_OUTLETS = (
    "has_online_column",
    "has_offline_window",
    "taken_in_at_one_point_online",
    "taken_in_at_one_point_offline",
)

VIOLATIONS: Violations = violations(
    TradeLicensing,
    _tell,
    {
        "trades.one-composite-licence": (Flaw(changed(licences_issued=(None, 0, 2, 3, 5))),),
        "trades.qr-code": (
            Flaw(changed(has_qr_code=_NOT, qr_code_shows_permits=_NOT)),
            Flaw(changed(qr_code_shows_permits=_NOT)),
        ),
        "trades.column-and-window": (
            *(Flaw(changed(**{field: _NOT})) for field in _OUTLETS),
            Flaw(changed(**dict.fromkeys(_OUTLETS, _NOT))),
        ),
    },
)
