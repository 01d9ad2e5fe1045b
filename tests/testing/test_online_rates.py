"""Online rates that are made up: what they promise about the clause holds."""

import pytest
from hypothesis import Phase, find, settings

from zwfw import check
from zwfw.testing.online_rates import (
    online_rates,
)
from zwfw.testing.strategies import hindsight, violating

FAST = settings(max_examples=5000, phases=[Phase.generate], database=None)


def reasons(record):
    """Why it breaks a clause."""
    return {each.reason for each in check(record, hindsight()).breaches}


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
