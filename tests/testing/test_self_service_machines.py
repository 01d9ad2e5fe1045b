"""Self-service machines that are made up: what they promise about the clauses holds."""

import pytest
from hypothesis import Phase, find, settings

from zwfw import check
from zwfw.testing.self_service_machines import (
    self_service_networks,
)
from zwfw.testing.strategies import hindsight, violating

FAST = settings(max_examples=5000, phases=[Phase.generate], database=None)


def reasons(record):
    """Why it breaks a clause."""
    return {each.reason for each in check(record, hindsight()).breaches}


@pytest.mark.parametrize(
    ("rule_id", "area", "wanted"),
    [
        ("enough-in-the-district", "涵江区", "too-few-kiosks"),
        ("paid-by-the-district", "涵江区", "kiosk-paid-otherwise"),
        ("extended-to-sites", "莆田市", "sites-without-kiosk"),
    ],
)
def test_a_rule_is_broken_in_each_of_its_ways(rule_id, area, wanted):
    """Each way is drawn sooner or later."""
    assert find(
        violating(f"self_service_machines.{rule_id}", area=area),
        lambda record: reasons(record) == {wanted},
        settings=FAST,
    )


@pytest.mark.parametrize(
    ("drawn", "answer"),
    [
        (self_service_networks(area="涵江区"), "too-few-kiosks"),
        (self_service_networks(area="涵江区"), "kiosk-paid-otherwise"),
        (self_service_networks(area="涵江区"), "sites-without-kiosk"),
        (self_service_networks(area="涵江区"), "not-the-whole-district"),
        (self_service_networks(area="涵江区"), "no-kiosks"),
        (self_service_networks(area="涵江区"), "met"),
    ],
)
def test_what_is_drawn_reaches_every_answer(drawn, answer):
    """Not only what is kept."""

    def is_it(record):
        return any(each.reason == answer for each in check(record, hindsight()).outcomes)

    assert find(drawn, is_it, settings=FAST)
