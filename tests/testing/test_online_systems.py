"""Online systems and connections of centres that are made up: what they promise about the clauses holds."""

import pytest
from hypothesis import Phase, find, settings

from zwfw import check
from zwfw.testing.online_systems import (
    centre_connections,
    online_systems,
)
from zwfw.testing.strategies import hindsight, violating

FAST = settings(max_examples=5000, phases=[Phase.generate], database=None)


def reasons(record):
    """Why it breaks a clause."""
    return {each.reason for each in check(record, hindsight()).breaches}


@pytest.mark.parametrize(
    ("rule_id", "area", "wanted"),
    [
        ("links-reach-the-item", "鼓楼区", "link-to-no-item"),
        ("links-reach-the-item", "厦门市", "link-to-another-item"),
        ("no-new-system", "鼓楼区", "new-system-approved"),
        ("no-new-system", "厦门市", "new-separate-system-built"),
        ("port-open", "鼓楼区", "data-port-closed"),
        ("port-open", "鼓楼区", "data-port-on-conditions"),
        ("port-open", "厦门市", "system-data-not-shared"),
        ("port-open", "莆田市", "system-not-connected"),
        ("app-merged", "厦门市", "app-not-merged"),
        ("app-merged", "莆田市", "app-not-merged"),
        ("interface-standards", "莆田市", "national-interface-standard-not-kept"),
        ("interface-standards", "莆田市", "provincial-interface-standard-not-kept"),
        ("connected", "莆田市", "system-not-connected"),
        ("connected", "莆田市", "system-data-not-shared"),
        ("higher-system", "莆田市", "higher-system-without-login"),
        ("higher-system", "莆田市", "higher-system-without-trace"),
        ("higher-system", "莆田市", "higher-system-cases-not-returned"),
    ],
)
def test_a_rule_is_broken_in_each_of_its_ways(rule_id, area, wanted):
    """Each way is drawn sooner or later."""
    assert find(
        violating(f"online_systems.{rule_id}", area=area), lambda record: reasons(record) == {wanted}, settings=FAST
    )


@pytest.mark.parametrize(
    ("drawn", "answer"),
    [
        (online_systems(area="莆田市"), "account-not-recognised"),
        (online_systems(area="莆田市"), "security-holes"),
        (online_systems(area="莆田市"), "app-merged-into-one"),
        (online_systems(area="莆田市"), "app-built-later"),
        (online_systems(area="莆田市"), "no-system-of-the-city"),
        (online_systems(area="厦门市"), "identity-platform-not-used"),
        (online_systems(area="厦门市"), "perhaps-to-be-approved"),
        (online_systems(area="厦门市"), "port-of-ministry-system"),
        (online_systems(area="厦门市"), "new-separate-system-built"),
        (online_systems(area="厦门市"), "data-port-on-conditions"),
        (online_systems(area="厦门市"), "link-to-another-item"),
        (centre_connections(area="涵江区"), "centre-lacks-devices"),
        (centre_connections(area="涵江区"), "centre-perhaps-has-devices"),
        (centre_connections(area="涵江区"), "centre-not-joined"),
        (centre_connections(area="涵江区"), "not-of-a-township"),
    ],
)
def test_what_is_drawn_reaches_every_answer(drawn, answer):
    """Not only what is kept."""

    def is_it(record):
        return any(each.reason == answer for each in check(record, hindsight()).outcomes)

    assert find(drawn, is_it, settings=FAST)
