"""Online services and comparisons of channels that are made up: what they promise about the clauses holds."""

import pytest
from hypothesis import Phase, find, settings

from zwfw import check
from zwfw.testing.online_services import (
    channel_comparisons,
    online_services,
)
from zwfw.testing.strategies import hindsight, violating

FAST = settings(max_examples=5000, phases=[Phase.generate], database=None)


def reasons(record):
    """Why it breaks a clause."""
    return {each.reason for each in check(record, hindsight()).breaches}


@pytest.mark.parametrize(
    ("rule_id", "area", "wanted"),
    [
        ("questions-answered", "厦门市", "common-questions-not-kept"),
        ("questions-answered", "厦门市", "no-smart-enquiry"),
        ("approved-alike", "莆田市", "approved-otherwise"),
        ("approved-alike", "涵江区", "experience-differs"),
        ("main-entry", "莆田市", "another-main-entry"),
        ("online-channels-alike", "厦门市", "channels-differ"),
        ("one-standard", "莆田市", "channels-differ"),
    ],
)
def test_a_rule_is_broken_in_each_of_its_ways(rule_id, area, wanted):
    """Each way is drawn sooner or later."""
    assert find(
        violating(f"online_services.{rule_id}", area=area), lambda record: reasons(record) == {wanted}, settings=FAST
    )


@pytest.mark.parametrize(
    ("drawn", "answer"),
    [
        (online_services(area="厦门市"), "no-smart-enquiry"),
        (online_services(area="厦门市"), "forced-online"),
        (online_services(area="莆田市"), "another-main-entry"),
        (online_services(area="莆田市"), "not-served-there"),
        (online_services(area="莆田市"), "channels-not-merged"),
        (online_services(area="莆田市"), "no-service-ends"),
        (channel_comparisons(area="莆田市"), "channels-differ"),
        (channel_comparisons(area="莆田市"), "no-channels-to-compare"),
        (channel_comparisons(area="莆田市"), "approved-otherwise"),
    ],
)
def test_what_is_drawn_reaches_every_answer(drawn, answer):
    """Not only what is kept."""

    def is_it(record):
        return any(each.reason == answer for each in check(record, hindsight()).outcomes)

    assert find(drawn, is_it, settings=FAST)
