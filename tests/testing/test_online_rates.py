"""Online rates that are made up: what they promise about the clause holds."""

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from zwfw import check
from zwfw.testing.online_rates import (
    VIOLATIONS,
    conforming_online_rates,
    online_matters,
    online_rates,
)
from zwfw.testing.strategies import hindsight, violating

FEW = settings(max_examples=8)
FAST = settings(max_examples=5000, phases=[Phase.generate], database=None)


def reasons(record):
    """Why it breaks a clause."""
    return {each.reason for each in check(record, hindsight()).breaches}


@pytest.mark.parametrize("drawn", [online_rates, online_matters])
def test_misspelt_fields_are_named(drawn):
    """Before anything is drawn."""
    with pytest.raises(TypeError, match=r"expected fields of \w+, got nmae"):
        drawn(nmae="甲")


@pytest.mark.parametrize(
    ("conforming", "area"),
    [
        (conforming_online_rates, None),
        (conforming_online_rates, "思明区"),
    ],
)
@FEW
@given(data=st.data())
def test_a_conforming_record_keeps_every_clause(conforming, area, data):
    """Every field is stated."""
    record = data.draw(conforming(area=area))

    assert record.model_fields_set == set(type(record).model_fields)
    assert check(record, hindsight()).ok


@pytest.mark.parametrize("rule_id", VIOLATIONS)
@FEW
@given(data=st.data())
def test_a_violating_record_breaks_its_rule_and_no_other(rule_id, data):
    """And nothing is unknown or left to a person."""
    record = data.draw(violating(rule_id))
    report = check(record, hindsight())

    assert {each.rule for each in report.breaches} == {rule_id}
    assert all(each.state.name in ("BREACHED", "MET", "NOT_APPLICABLE") for each in report.outcomes)


@pytest.mark.parametrize(
    ("rule_id", "area", "wanted"),
    [
        ("secret-and-on-site-left-out", "厦门市", "rate-of-other-matters"),
        ("secret-and-on-site-left-out", "思明区", "rate-counts-others-online"),
    ],
)
def test_a_rule_is_broken_in_each_of_its_ways(rule_id, area, wanted):
    """Each way is drawn sooner or later."""
    assert find(
        violating(f"online_rates.{rule_id}", area=area), lambda record: reasons(record) == {wanted}, settings=FAST
    )


@pytest.mark.parametrize(
    ("drawn", "answer"),
    [
        (online_rates(area="厦门市"), "rate-of-other-matters"),
        (online_rates(area="厦门市"), "rate-counts-others-online"),
        (online_rates(area="厦门市"), "no-matters-to-count"),
        (online_rates(area="厦门市"), "no-rate-worked-out"),
        (online_rates(area="厦门市"), "not-stated"),
        (online_rates(area="厦门市"), "met"),
    ],
)
def test_what_is_drawn_reaches_every_answer(drawn, answer):
    """Not only what is kept."""

    def is_it(record):
        return any(each.reason == answer for each in check(record, hindsight()).outcomes)

    assert find(drawn, is_it, settings=FAST)
