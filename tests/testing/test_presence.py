"""Absences that are made up: those that conform keep every clause, and each spoilt one breaks one rule."""

from datetime import datetime

import pytest
from hypothesis import Phase, find, given, settings

from zwfw import check
from zwfw.records import PresenceLog
from zwfw.testing.presence import conforming_presence_logs, presence_logs
from zwfw.testing.verdicts import hindsight, violating

FEW = settings(max_examples=15)
FAST = settings(max_examples=2000, phases=[Phase.generate], database=None)


def first(strategy, has_it):
    """The first that is drawn and has it, not made smaller."""
    return find(strategy, has_it, settings=FAST)


def minutes(log, field):
    """How long after leaving, where that is known to the minute."""
    moments = log.left_at, getattr(log, field)
    return (moments[1] - moments[0]).total_seconds() / 60 if all(isinstance(m, datetime) for m in moments) else None


@pytest.mark.parametrize(
    ("area", "has_it"),
    [
        (None, lambda log: minutes(log, "covered_at") == 14),
        (None, lambda log: minutes(log, "back_at") == 15),
        ("思明区", lambda log: log.windows_of_type == 1 and log.covered_at == log.left_at),
        ("思明区", lambda log: log.waiting_minutes == 30 and (log.windows_of_type or 0) > 1),
        ("鼓楼区", lambda log: log.windows_of_type == 1 and log.covered_at > log.left_at),
    ],
)
def test_conforming_absences_go_many_ways(area, has_it):
    """At the edges, and of one window or several."""
    assert check(first(conforming_presence_logs(area=area), has_it), hindsight()).ok


@pytest.mark.parametrize(
    ("rule_id", "has_it"),
    [
        ("presence.post-covered", lambda log: log.back_at and minutes(log, "back_at") == 15),
        ("presence.post-covered", lambda log: log.covered_at and minutes(log, "covered_at") == 15),
        ("presence.post-covered", lambda log: log.back_at and minutes(log, "back_at") < 15),
        ("presence.post-covered", lambda log: log.back_at is None),
        ("presence.post-covered", lambda log: log.area.is_within("厦门市")),
        ("presence.only-window-covered", lambda log: log.covered_at is None),
        ("presence.only-window-covered", lambda log: log.covered_at and log.covered_at > log.left_at),
        ("presence.only-window-covered", lambda log: log.pause_sign_shown),
        ("presence.closed-window-says-so", lambda log: not log.pause_sign_shown),
        ("presence.closed-window-says-so", lambda log: log.waiting_minutes == 31),
    ],
)
def test_a_rule_is_broken_in_each_of_its_ways(rule_id, has_it):
    """Each way is drawn sooner or later."""
    assert first(violating(rule_id), has_it)


@FEW
@given(log=presence_logs(windows_of_type=2, left_at="2025-06-03T10:00"))
def test_absences_state_what_is_given(log):
    """Given fields are stated just so, and nothing comes before leaving."""
    assert (log.windows_of_type, log.left_at) == (2, datetime(2025, 6, 3, 10))


@pytest.mark.parametrize(
    "has_it",
    [
        lambda log: log.model_fields_set == {"window"},
        lambda log: log.model_fields_set == set(PresenceLog.model_fields),
        lambda log: log.left_at and log.back_at and minutes(log, "back_at") == 15,
        lambda log: log.left_at and log.covered_at and minutes(log, "covered_at") == 0,
        lambda log: log.left_at and not isinstance(log.left_at, datetime),
    ],
)
def test_absences_state_all_or_next_to_nothing(has_it):
    """To the minute or by the day."""
    assert first(presence_logs(), has_it)


def test_absences_name_fields_that_do_not_exist():
    """A misspelt field is refused before anything is drawn."""
    with pytest.raises(TypeError, match=r"expected fields of PresenceLog, got windw \(near: window\)"):
        presence_logs(windw="甲")
