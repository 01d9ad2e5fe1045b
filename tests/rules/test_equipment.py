"""What each rule about equipment answers: kept, broken, silent, unknown and left to a person."""

from datetime import date

import pytest

from support import HANJIANG, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, judged, said, stated
from zwfw import Severity, check
from zwfw.records import Equipment, Venue
from zwfw.rules import equipment

PUTIAN = "350300"
IN_PUTIAN = a_context(area=PUTIAN)

BASE = {
    "name": "税务自助机",
    "kind": "其他自助终端",
    "count": 1,
    "is_new": True,
    "for_one_department": False,
    "has_one_function": False,
    "merged_into_kiosk": True,
    "in_provincial_terminal_system": True,
}


def a_piece(**changes):
    """A terminal in which every field is stated and every clause kept, with your changes."""
    return Equipment(**stated(BASE | changes))


def answers(rule, *, ctx=IN_PUTIAN, **changes):
    """What *rule* answers in Putian about a terminal with your changes: state, reason and place."""
    return said(rule, a_piece(**changes), ctx)


NOT_MERGED = breach("not-merged-into-kiosk", "merged_into_kiosk")
NO_TERMINAL = idle("no-departments-terminal")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"merged_into_kiosk": False}, NOT_MERGED),
        ({"merged_into_kiosk": None}, NOT_MERGED),
        ({"merged_into_kiosk": UNSTATED}, UNKNOWN),
        # The kiosk is what the others are merged into.
        ({"kind": "“e政务”自助机", "merged_into_kiosk": False}, NO_TERMINAL),
        ({"kind": "打印机", "merged_into_kiosk": False}, NO_TERMINAL),
        ({"kind": "取号叫号", "merged_into_kiosk": False}, NO_TERMINAL),
        ({"kind": None, "merged_into_kiosk": False}, NO_TERMINAL),
        ({"kind": UNSTATED, "merged_into_kiosk": False}, UNKNOWN),
        # The list of kinds is open.
        ({"kind": "税务自助终端", "merged_into_kiosk": False}, judged("perhaps-terminal", "merged_into_kiosk")),
        ({"kind": "税务自助终端"}, MET),
    ],
)
def test_merged_into_kiosk(changes, found):
    """A department's terminal is brought into the one entry."""
    assert answers(equipment.merged_into_kiosk, **changes) == found


ONE_DEPARTMENT = breach("terminal-for-one-department", "for_one_department")
ONE_FUNCTION = breach("terminal-of-one-function", "has_one_function")
SILENT = idle("no-new-single-purpose-terminal")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, SILENT),
        # Either is enough.
        ({"for_one_department": True}, ONE_DEPARTMENT),
        ({"has_one_function": True}, ONE_FUNCTION),
        ({"for_one_department": True, "has_one_function": True}, ONE_DEPARTMENT),
        ({"for_one_department": True, "has_one_function": UNSTATED}, ONE_DEPARTMENT),
        ({"for_one_department": UNSTATED, "has_one_function": True}, ONE_FUNCTION),
        ({"for_one_department": UNSTATED}, UNKNOWN),
        ({"for_one_department": UNSTATED, "has_one_function": UNSTATED}, UNKNOWN),
        # Only what is new is barred.
        ({"is_new": False, "for_one_department": True}, SILENT),
        ({"is_new": None, "has_one_function": True}, SILENT),
        ({"is_new": UNSTATED, "for_one_department": True}, UNKNOWN),
        ({"is_new": UNSTATED}, SILENT),
        ({"is_new": False, "for_one_department": UNSTATED, "has_one_function": UNSTATED}, SILENT),
        # A kiosk is a terminal too, a printer is none.
        ({"kind": "“e政务”自助机", "for_one_department": True}, ONE_DEPARTMENT),
        ({"kind": "高拍仪", "has_one_function": True}, SILENT),
        ({"kind": "自助上网计算机", "has_one_function": True, "is_new": UNSTATED}, SILENT),
        ({"kind": None, "has_one_function": True}, SILENT),
        ({"kind": UNSTATED, "has_one_function": True}, UNKNOWN),
        ({"kind": "税务自助终端", "for_one_department": True}, judged("perhaps-terminal", "for_one_department")),
    ],
)
def test_no_single_purpose_terminals(changes, found):
    """New, and for one department or of one function."""
    assert answers(equipment.no_single_purpose_terminals, **changes) == found


@pytest.mark.parametrize(
    ("rule", "changes", "severity"),
    [
        (equipment.merged_into_kiosk, {"merged_into_kiosk": False}, Severity.VIOLATION),
        # 原则上
        (equipment.no_single_purpose_terminals, {"for_one_department": True}, Severity.DEPARTURE),
    ],
)
def test_terminals_are_putians(rule, changes, severity):
    """By article 31, from 2025-05-06 on."""
    (found,) = rule(a_piece(**changes), IN_PUTIAN)

    assert (found.severity, [each.ref for each in found.clauses]) == (severity, ["putian-2025/art-31"])
    assert answers(rule, ctx=a_context(date(2025, 5, 5), PUTIAN), **changes) == idle("not-yet-in-force")
    assert answers(rule, ctx=a_context(date(2025, 5, 6), PUTIAN), **changes)[0][0] == "BREACHED"
    assert answers(rule, ctx=a_context(area=XIAMEN), **changes) == idle("never-in-force")


def test_equipment_is_asked_about_in_its_venue():
    """By the law of the venue, each piece at its place."""
    spoilt = a_piece(merged_into_kiosk=False, has_one_function=True)
    hall = Venue(name="涵江区政务服务中心", area=HANJIANG, equipment=(a_piece(), spoilt))

    found = [(each.rule, each.path) for each in check(hall, a_context()).breaches]

    assert found == [
        ("equipment.merged-into-kiosk", "equipment[1].merged_into_kiosk"),
        ("equipment.no-single-purpose-terminals", "equipment[1].has_one_function"),
    ]
