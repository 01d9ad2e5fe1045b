"""Trades that are made up: those that conform keep every clause, and each spoilt one breaks one rule."""

import pytest
from hypothesis import Phase, find, given, settings

from zwfw import check
from zwfw.records import TradeLicensing
from zwfw.testing.trades import conforming_trade_licensings, trade_licensings
from zwfw.testing.verdicts import hindsight, violating

FEW = settings(max_examples=15)
FAST = settings(max_examples=2000, phases=[Phase.generate], database=None)


def first(strategy, has_it):
    """The first that is drawn and has it, not made smaller."""
    return find(strategy, has_it, settings=FAST)


def places(trade):
    """Where it breaks a clause."""
    return {outcome.path for outcome in check(trade, hindsight()).breaches}


@pytest.mark.parametrize("in_pilot", [True, False, None])
def test_in_xiamen_it_does_not_matter_what_is_a_pilot(in_pilot):
    """Elsewhere the trades that conform are those of a pilot."""
    trade = first(conforming_trade_licensings(area="厦门市"), lambda trade: trade.in_pilot is in_pilot)

    assert check(trade, hindsight()).ok
    assert first(conforming_trade_licensings(area="鼓楼区"), lambda _: True).in_pilot


@pytest.mark.parametrize(
    ("rule_id", "area", "wanted"),
    [
        ("trades.one-composite-licence", "鼓楼区", {"licences_issued"}),
        ("trades.qr-code", "厦门市", {"has_qr_code"}),
        ("trades.qr-code", "厦门市", {"qr_code_shows_permits"}),
        ("trades.column-and-window", "厦门市", {"has_online_column"}),
        ("trades.column-and-window", "厦门市", {"has_offline_window"}),
        ("trades.column-and-window", "厦门市", {"taken_in_at_one_point_online"}),
        ("trades.column-and-window", "厦门市", {"taken_in_at_one_point_offline"}),
    ],
)
def test_a_rule_is_broken_in_each_of_its_ways(rule_id, area, wanted):
    """Each way is drawn sooner or later."""
    assert first(violating(rule_id, area=area), lambda trade: places(trade) == wanted)


@FEW
@given(trade=trade_licensings(licences_issued=2))
def test_trades_state_what_is_given(trade):
    """Given fields are stated just so."""
    assert trade.licences_issued == 2
    assert "licences_issued" in trade.model_fields_set


def test_trades_state_all_or_next_to_nothing():
    """Both ends are drawn."""
    assert first(trade_licensings(), lambda trade: trade.model_fields_set == {"trade"})
    assert first(trade_licensings(), lambda trade: trade.model_fields_set == set(TradeLicensing.model_fields))


def test_trades_name_fields_that_do_not_exist():
    """A misspelt field is refused before anything is drawn."""
    with pytest.raises(TypeError, match=r"expected fields of TradeLicensing, got nmae"):
        trade_licensings(nmae="甲")
