"""What the clauses say about trades with one composite licence (一业一证)."""

from collections.abc import Iterator

from zwfw.context import Context
from zwfw.outcomes import Severity
from zwfw.records import TradeLicensing
from zwfw.rules._asking import all_done
from zwfw.rules.engine import Finding, breached, not_applicable, rule

__all__ = ["RULES"]

_XIAMEN = "xiamen-2022/3.1.2"
_SEVERAL = 2
"""多张: at least two."""


def _permits(trade: TradeLicensing) -> int:
    """How many different permits entry into the trade takes."""
    return len(set(trade.permits or ()))


def _licences_wanted(ctx: Context) -> int:
    return int(ctx.parameter("comprehensive_licence_count").value)


@rule("trades.one-composite-licence", clauses=("fujian-2022/3.1.2", _XIAMEN), severity=Severity.ADVICE)
def one_composite_licence(trade: TradeLicensing, ctx: Context) -> Iterator[Finding]:
    """The several permits that entry into a trade takes become one composite licence (行业综合许可证).

    The province speaks of its pilots alone and does not name them; Xiamen speaks of the whole city. The date of the
    clauses is that of summing up the pilots, so the reform itself has none.
    """
    if _permits(trade) < _SEVERAL:
        yield not_applicable("trade-without-several-permits")
    elif not (ctx.has(_XIAMEN) or trade.in_pilot):
        yield not_applicable("trade-outside-pilots")
    elif trade.licences_issued != _licences_wanted(ctx):
        yield breached(
            "permits-not-merged",
            at="licences_issued",
            permits=_permits(trade),
            issued=trade.licences_issued,
            wanted=_licences_wanted(ctx),
        )


@rule("trades.qr-code", clauses=(_XIAMEN,))
def qr_code(trade: TradeLicensing, ctx: Context) -> Iterator[Finding]:
    """A composite licence carries a QR code with the licence information that it integrates (二维码)."""
    if _permits(trade) < _SEVERAL or trade.licences_issued != _licences_wanted(ctx):
        yield not_applicable("no-composite-licence")
    elif not trade.has_qr_code:
        yield breached("licence-without-qr-code", at="has_qr_code")
    elif not trade.qr_code_shows_permits:
        yield breached("qr-code-without-permits", at="qr_code_shows_permits")


_OUTLETS = {
    "has_online_column": "trade-without-column",
    "has_offline_window": "trade-without-window",
    "taken_in_at_one_point_online": "not-at-one-point-online",
    "taken_in_at_one_point_offline": "not-at-one-point-offline",
}


@rule("trades.column-and-window", clauses=(_XIAMEN,))
def column_and_window(trade: TradeLicensing, _: Context) -> Iterator[Finding]:
    """There are a column online and a window offline, both taking in at one point with joint approval (一口受理)."""
    if _permits(trade) < _SEVERAL:
        yield not_applicable("trade-without-several-permits")
    else:
        yield from all_done(trade, _OUTLETS)


RULES = (one_composite_licence, qr_code, column_and_window)
