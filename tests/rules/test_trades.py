"""What each rule about trades with one composite licence answers: kept, broken, silent and unknown."""

from datetime import date

import pytest

from support import FUZHOU, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, said, stated
from zwfw import Severity
from zwfw.records import TradeLicensing
from zwfw.rules import trades

BASE = {
    "trade": "便利店",
    "area": XIAMEN,
    "in_pilot": True,
    "permits": ["食品经营许可证", "烟草专卖零售许可证"],
    "licences_issued": 1,
    "has_qr_code": True,
    "qr_code_shows_permits": True,
    "has_online_column": True,
    "has_offline_window": True,
    "taken_in_at_one_point_online": True,
    "taken_in_at_one_point_offline": True,
}


def a_trade(**changes):
    """A trade of Xiamen in which every field is stated and every clause kept, with your changes."""
    return TradeLicensing(**stated(BASE | changes))


NOT_MERGED = breach("permits-not-merged", "licences_issued")
SINGLE = idle("trade-without-several-permits")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        # Exactly one licence, for two permits or more (多张).
        ({"licences_issued": 0}, NOT_MERGED),
        ({"licences_issued": 2}, NOT_MERGED),
        ({"licences_issued": None}, NOT_MERGED),
        ({"permits": ["甲", "乙", "丙"], "licences_issued": 3}, NOT_MERGED),
        ({"permits": ["甲"], "licences_issued": 2}, SINGLE),
        ({"permits": ["甲", "甲"], "licences_issued": 2}, SINGLE),
        ({"permits": None}, SINGLE),
        ({"permits": UNSTATED}, UNKNOWN),
        ({"licences_issued": UNSTATED}, UNKNOWN),
        # Xiamen speaks of the whole city.
        ({"in_pilot": False, "licences_issued": 2}, NOT_MERGED),
        ({"in_pilot": UNSTATED, "licences_issued": 2}, NOT_MERGED),
        # The province speaks of its pilots, which it does not name.
        ({"area": FUZHOU, "licences_issued": 2}, NOT_MERGED),
        ({"area": FUZHOU}, MET),
        ({"area": FUZHOU, "in_pilot": False, "licences_issued": 2}, idle("trade-outside-pilots")),
        ({"area": FUZHOU, "in_pilot": None, "licences_issued": 2}, idle("trade-outside-pilots")),
        ({"area": FUZHOU, "in_pilot": UNSTATED, "licences_issued": 2}, UNKNOWN),
        ({"area": FUZHOU, "in_pilot": UNSTATED, "permits": []}, SINGLE),
    ],
)
def test_one_composite_licence(changes, found):
    """Several permits become one licence."""
    assert said(trades.one_composite_licence, a_trade(**changes)) == found


@pytest.mark.parametrize(
    ("area", "refs"),
    [(XIAMEN, ["xiamen-2022/3.1.2", "fujian-2022/3.1.2"]), (FUZHOU, ["fujian-2022/3.1.2"])],
)
def test_one_composite_licence_is_promoted(area, refs):
    """探索建立: advice, in the city and in the province's pilots."""
    (found,) = trades.one_composite_licence(a_trade(area=area, licences_issued=2), a_context())

    assert (found.severity, [each.ref for each in found.clauses]) == (Severity.ADVICE, refs)
    assert found.message() == "进入该行业的 2 张许可证应整合为 1 张行业综合许可证，实际发证数：2"


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"has_qr_code": False}, breach("licence-without-qr-code", "has_qr_code")),
        ({"has_qr_code": None, "qr_code_shows_permits": None}, breach("licence-without-qr-code", "has_qr_code")),
        ({"qr_code_shows_permits": False}, breach("qr-code-without-permits", "qr_code_shows_permits")),
        ({"has_qr_code": UNSTATED}, UNKNOWN),
        ({"qr_code_shows_permits": UNSTATED}, UNKNOWN),
        # Without a composite licence there is nothing to carry a code.
        ({"licences_issued": 2, "has_qr_code": False}, idle("no-composite-licence")),
        ({"permits": ["甲"], "has_qr_code": False}, idle("no-composite-licence")),
        ({"licences_issued": UNSTATED, "has_qr_code": False}, UNKNOWN),
        ({"area": FUZHOU, "has_qr_code": False}, idle("never-in-force")),
    ],
)
def test_qr_code(changes, found):
    """The code is there and shows what is integrated."""
    assert said(trades.qr_code, a_trade(**changes)) == found


OUTLETS = (
    breach("trade-without-column", "has_online_column")
    + breach("trade-without-window", "has_offline_window")
    + breach("not-at-one-point-online", "taken_in_at_one_point_online")
    + breach("not-at-one-point-offline", "taken_in_at_one_point_offline")
)
FIELDS = [path for _, _, path in OUTLETS]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        *(({field: False}, [answer]) for field, answer in zip(FIELDS, OUTLETS, strict=True)),
        # Both are asked for, and each takes in at one point.
        (dict.fromkeys(FIELDS), OUTLETS),
        ({"has_online_column": UNSTATED, "has_offline_window": False}, UNKNOWN + OUTLETS[1:2]),
        ({"permits": ["甲"], "has_online_column": False}, SINGLE),
        ({"permits": UNSTATED, "has_online_column": False}, UNKNOWN),
        ({"licences_issued": 2}, MET),
        ({"area": FUZHOU, "has_online_column": False}, idle("never-in-force")),
    ],
)
def test_column_and_window(changes, found):
    """A column online and a window offline, each taking in at one point with joint approval."""
    assert said(trades.column_and_window, a_trade(**changes)) == found


@pytest.mark.parametrize("rule", [trades.qr_code, trades.column_and_window])
def test_code_and_outlets_are_duties(rule):
    """Of Xiamen alone."""
    (found,) = rule(a_trade(has_qr_code=False, has_offline_window=False), a_context())

    assert (found.severity, [each.ref for each in found.clauses]) == (Severity.VIOLATION, ["xiamen-2022/3.1.2"])


@pytest.mark.parametrize("rule", trades.RULES)
@pytest.mark.parametrize(
    ("day", "states"),
    [
        (date(2022, 9, 13), {"NOT_APPLICABLE"}),
        # The date of the row is that of summing up the pilots, so nothing waits for it.
        (date(2022, 12, 30), {"BREACHED"}),
    ],
)
def test_the_texts_speak_while_they_are_in_force(rule, day, states):
    """From the day on which the province's table was issued, or Xiamen's surely was."""
    broken = a_trade(licences_issued=2 if rule is trades.one_composite_licence else 1)
    spoilt = broken.model_copy(update={"has_qr_code": False, "has_online_column": False})

    assert {each.state.name for each in rule(spoilt, a_context(day))} == states
