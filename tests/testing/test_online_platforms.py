"""Online platforms that are made up: what they promise about the clauses holds."""

import pytest
from hypothesis import Phase, find, settings

from zwfw import check
from zwfw.testing.online_platforms import (
    online_platforms,
)
from zwfw.testing.strategies import hindsight, violating

FAST = settings(max_examples=5000, phases=[Phase.generate], database=None)


def reasons(record):
    """Why it breaks a clause."""
    return {each.reason for each in check(record, hindsight()).breaches}


@pytest.mark.parametrize(
    ("rule_id", "area", "wanted"),
    [
        ("fault-channel", "鼓楼区", "no-fault-channel"),
        ("fault-channel", "厦门市", "no-fault-limit"),
        ("epidemic-zone", "鼓楼区", "no-epidemic-zone"),
        ("epidemic-zone", "厦门市", "epidemic-zone-lacks"),
        ("city-platform-linked", "厦门市", "platform-not-linked"),
        ("city-platform-linked", "思明区", "linked-up-otherwise"),
        ("faults-dealt-with", "鼓楼区", "fault-dealt-with-late"),
        ("sharing-platform-linked", "厦门市", "platform-not-linked"),
    ],
)
def test_a_rule_is_broken_in_each_of_its_ways(rule_id, area, wanted):
    """Each way is drawn sooner or later."""
    assert find(
        violating(f"online_platforms.{rule_id}", area=area), lambda record: reasons(record) == {wanted}, settings=FAST
    )


@pytest.mark.parametrize(
    ("drawn", "answer"),
    [
        (online_platforms(area="厦门市"), "touch-points-unexplained"),
        (online_platforms(area="厦门市"), "no-fault-limit"),
        (online_platforms(area="厦门市"), "fault-dealt-with-late"),
        (online_platforms(area="厦门市"), "no-faults"),
        (online_platforms(area="厦门市"), "no-time-stated"),
        (online_platforms(area="厦门市"), "epidemic-zone-lacks"),
        (online_platforms(area="厦门市"), "cross-area-not-in-app"),
        (online_platforms(area="厦门市"), "platform-not-linked"),
        (online_platforms(area="厦门市"), "linked-up-otherwise"),
        (online_platforms(area="厦门市"), "sharing-standard-not-kept"),
    ],
)
def test_what_is_drawn_reaches_every_answer(drawn, answer):
    """Not only what is kept."""

    def is_it(record):
        return any(each.reason == answer for each in check(record, hindsight()).outcomes)

    assert find(drawn, is_it, settings=FAST)
