"""What each rule about commitment and gaps answers: kept, broken, silent and unknown."""

import pytest

from support import FUZHOU, MET, UNKNOWN, UNSTATED, XIAMEN, a_case, a_context, answers, breach, idle
from zwfw import Severity
from zwfw.rules import modes

GAP = {"complete": False, "mode": "容缺受理", "gap_in_published_scope": True}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, idle("no-gap-accepted")),
        (GAP, MET),
        (GAP | {"mode": "告知承诺"}, MET),
        (GAP | {"gap_in_published_scope": False}, breach("gap-outside-scope", "gap_in_published_scope")),
        (GAP | {"mode": "正常"}, idle("normal-mode")),
        (GAP | {"accepted_at": None}, idle("no-gap-accepted")),
        (GAP | {"gap_in_published_scope": UNSTATED}, UNKNOWN),
    ],
)
def test_gap_in_published_scope(changes, found):
    """Only what is published for the matter may be missing."""
    assert answers(modes.gap_in_published_scope, **changes) == found


POINTS = ["办理条件", "办理要求", "监管规则", "违反承诺的后果"]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, idle("no-commitment")),
        ({"mode": "容缺受理"}, idle("no-commitment")),
        ({"mode": "告知承诺", "commitment_points": POINTS}, MET),
        ({"mode": "告知承诺", "commitment_points": [*POINTS, "咨询电话"]}, MET),  # the list is open
        (
            {"mode": "告知承诺", "commitment_points": POINTS[:3]},
            breach("commitment-not-told-in-full", "commitment_points"),
        ),
        ({"mode": "告知承诺", "commitment_points": None}, breach("commitment-not-told-in-full", "commitment_points")),
        ({"mode": "告知承诺", "commitment_points": UNSTATED}, UNKNOWN),
    ],
)
def test_commitment_told_in_full(changes, found):
    """Xiamen: the four printed points are told at once, further ones may be."""
    assert answers(modes.commitment_told_in_full, area=XIAMEN, **changes) == found


def test_commitment_told_in_full_is_xiamens():
    """The province has no such list."""
    assert answers(modes.commitment_told_in_full, mode="告知承诺") == idle("never-in-force")


PROMISE = {"mode": "告知承诺", "promise_in_writing": True, "liability_accepted": True}
SPOT = PROMISE | {"area": XIAMEN, "decided_at": "2025-06-03T16:00"}  # received on the 3rd at 09:00
ORAL = breach("promise-not-in-writing", "promise_in_writing")
FREE = breach("liability-not-accepted", "liability_accepted")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"promise_in_writing": False}, ORAL),
        ({"promise_in_writing": None}, ORAL),
        ({"liability_accepted": False}, FREE),
        ({"liability_accepted": None}, FREE),
        # Both are needed, and each is told by itself.
        ({"promise_in_writing": False, "liability_accepted": False}, [*ORAL, *FREE]),
        ({"promise_in_writing": UNSTATED, "liability_accepted": False}, [*UNKNOWN, *FREE]),
        ({"promise_in_writing": False, "liability_accepted": UNSTATED}, [*ORAL, *UNKNOWN]),
        ({"promise_in_writing": UNSTATED, "liability_accepted": UNSTATED}, [*UNKNOWN, *UNKNOWN]),
        # On the spot is the day of receipt, to its last minute.
        ({"promise_in_writing": False, "decided_at": "2025-06-03T23:59"}, ORAL),
        ({"promise_in_writing": False, "decided_at": "2025-06-03"}, ORAL),
        # A power, no duty: who decides later, or not yet, is asked nothing.
        ({"promise_in_writing": False, "decided_at": "2025-06-04T00:00"}, idle("not-decided-on-the-spot")),
        ({"promise_in_writing": False, "decided_at": None}, idle("not-decided-on-the-spot")),
        (
            {"received_at": None, "accepted_at": None, "decided_at": None},
            idle("not-decided-on-the-spot"),
        ),
        ({"decided_at": UNSTATED}, UNKNOWN),
        # For commitment alone.
        ({"mode": "容缺受理", "promise_in_writing": False}, idle("no-commitment")),
        ({"mode": "正常", "promise_in_writing": False}, idle("no-commitment")),
        ({"mode": None, "promise_in_writing": False}, idle("no-commitment")),
        ({"mode": "正常", "decided_at": UNSTATED}, idle("no-commitment")),
        ({"mode": UNSTATED}, UNKNOWN),
    ],
)
def test_spot_decision_on_written_promise(changes, found):
    """Xiamen: what is decided on the spot by commitment rests on a written promise and on accepted liability."""
    facts = SPOT | {"delivered_at": None} | changes

    assert answers(modes.spot_decision_on_written_promise, **facts) == found


def test_spot_decision_on_written_promise_is_advice_of_xiamen():
    """可: a breach is advice; the province's row has no such sentence."""
    facts = SPOT | {"delivered_at": None, "promise_in_writing": False}

    (found,) = modes.spot_decision_on_written_promise(a_case(**facts), a_context())

    assert found.severity is Severity.ADVICE
    assert [each.ref for each in found.clauses] == ["xiamen-2022/3.5.1"]
    assert answers(modes.spot_decision_on_written_promise, **facts | {"area": FUZHOU}) == idle("never-in-force")


BROKEN = {
    "conditions_met": False,
    "investigated": True,
    "is_dishonest": True,
    "credit_recorded": True,
    "sanctioned": True,
    "data_entered": True,
}


@pytest.mark.parametrize(
    ("follow_up", "found"),
    [
        (None, idle("no-broken-promise")),
        ({"conditions_met": None}, idle("no-broken-promise")),
        ({"conditions_met": True}, idle("no-broken-promise")),
        (BROKEN, MET),
        (BROKEN | {"investigated": False}, breach("not-investigated", "follow_up.investigated")),
        (BROKEN | {"data_entered": False}, breach("supervision-data-not-entered", "follow_up.data_entered")),
        (BROKEN | {"credit_recorded": False}, breach("credit-not-recorded", "follow_up.credit_recorded")),
        (BROKEN | {"sanctioned": False}, breach("not-sanctioned", "follow_up.sanctioned")),
        (BROKEN | {"is_dishonest": False, "credit_recorded": False, "sanctioned": False}, MET),
        ({"investigated": True}, UNKNOWN),
        (UNSTATED, UNKNOWN),
    ],
)
def test_broken_promise_followed_up(follow_up, found):
    """What a check finds is investigated and entered; dishonesty is recorded and sanctioned besides."""
    assert answers(modes.broken_promise_followed_up, mode="告知承诺", follow_up=follow_up) == found


def test_broken_promise_followed_up_each_step_by_itself():
    """A step that was not stated hides nothing of the next."""
    follow_up = {"conditions_met": False, "data_entered": False, "is_dishonest": False}

    assert answers(modes.broken_promise_followed_up, mode="容缺受理", follow_up=follow_up) == [
        *UNKNOWN,
        *breach("supervision-data-not-entered", "follow_up.data_entered"),
    ]


def test_broken_promise_followed_up_in_the_normal_way():
    """A case in the normal way makes no promise."""
    assert answers(modes.broken_promise_followed_up, follow_up=BROKEN) == idle("normal-mode")
