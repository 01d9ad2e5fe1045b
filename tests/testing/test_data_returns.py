"""Data that are pooled and flow back, made up: what they promise about the clauses holds."""

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from zwfw import Area, check
from zwfw.records import DataFault, DataPooling, DataReturn, PoolingBody, ShownOverdue
from zwfw.rules import find_rule
from zwfw.testing.data_returns import (
    VIOLATIONS,
    conforming_data_poolings,
    conforming_shown_overdue,
    data_poolings,
    data_returns,
    shown_overdue,
)
from zwfw.testing.moments import instant_of
from zwfw.testing.strategies import hindsight, violating

FEW = settings(max_examples=8)
FAST = settings(max_examples=5000, phases=[Phase.generate], database=None)


def reasons(record):
    """The reasons of all answers."""
    return {each.reason for each in check(record, hindsight()).outcomes}


def breaches(record):
    """The reasons of what is breached."""
    return [each.reason for each in check(record, hindsight()).breaches]


@FEW
@given(
    flow=data_returns(area="厦门市", staff_key_in=st.sampled_from([[], None])),
    pooling=data_poolings(body="业务部门", pooled=None),
    found=shown_overdue(case="FZ-7", shown_at="2025-06-03"),
)
def test_strategies_take_values_and_strategies(flow, pooling, found):
    """What is given is stated just so; nothing is put right before it is shown."""
    assert (flow.area, flow.staff_key_in or ()) == (Area("350200"), ())
    assert (pooling.body, pooling.pooled) == (PoolingBody.DEPARTMENT, None)
    assert found.case == "FZ-7"
    assert found.corrected_at is None or instant_of(found.corrected_at) >= instant_of(found.shown_at)


@pytest.mark.parametrize(
    ("drawn", "answer"),
    [
        *(
            (data_returns(area="厦门市"), answer)
            for answer in (
                "asked-again-of-applicants",
                "keyed-again-by-staff",
                "nothing-flows-back",
                "not-returned-in-full",
                "not-returned-promptly",
                "not-a-provincial-system",
            )
        ),
        *(
            (data_poolings(area="涵江区"), answer)
            for answer in (
                "cases-not-gathered",
                "public-data-not-pooled",
                "case-data-not-pooled",
                "data-not-pushed",
                "not-pushed-periodically",
                "not-a-centre",
            )
        ),
        *(
            (shown_overdue(area="鼓楼区"), answer)
            for answer in ("really-overdue", "data-fault-not-corrected", "still-shown-as-overdue", "met", "not-stated")
        ),
    ],
)
def test_what_is_drawn_reaches_every_answer(drawn, answer):
    """Not only what is kept."""
    assert find(drawn, lambda record: answer in reasons(record), settings=FAST)


@pytest.mark.parametrize("body", PoolingBody)
def test_conforming_poolings_are_of_both_bodies_in_hanjiang(body):
    """Elsewhere no clause speaks of what a centre pushes."""
    assert find(conforming_data_poolings(area="涵江区"), lambda pooling: pooling.body is body, settings=FAST)


@pytest.mark.parametrize("fault", DataFault)
def test_conforming_cases_were_shown_for_every_fault(fault):
    """Both are drawn."""
    assert find(conforming_shown_overdue(), lambda found: found.fault is fault, settings=FAST)


def test_each_kind_of_record_has_its_violations():
    """Two rules about what flows back, one about what is shown, three about what is pooled."""
    kinds = [find_rule(rule_id).record for rule_id in VIOLATIONS]

    assert kinds == [DataReturn] * 2 + [ShownOverdue] + [DataPooling] * 3


@pytest.mark.parametrize(
    ("rule_id", "wanted"),
    [
        ("no-second-entry", "asked-again-of-applicants"),
        ("no-second-entry", "keyed-again-by-staff"),
        ("flows-back", "not-returned-in-full"),
        ("flows-back", "not-returned-promptly"),
        ("cases-gathered", "cases-not-gathered"),
        ("cases-gathered", "materials-not-pooled"),
        ("cases-gathered", "results-not-pooled"),
        ("pooled-on-platform", "public-data-not-pooled"),
        ("pooled-on-platform", "case-data-not-pooled"),
        ("pushed-to-platform", "data-not-pushed"),
        ("pushed-to-platform", "not-pushed-periodically"),
    ],
)
def test_a_rule_is_broken_in_every_way(rule_id, wanted):
    """Each branch is drawn."""
    broken = violating(f"data_returns.{rule_id}")

    assert find(broken, lambda record: breaches(record) == [wanted], settings=FAST)
