"""Changes of the standard catalogue that are made up: each breaks what it says, or keeps every clause."""

import pytest
from hypothesis import Phase, find, given, settings

from zwfw import deadlines_for
from zwfw.limits import Status
from zwfw.records import ChangeTrigger
from zwfw.rules import changes
from zwfw.rules.changes import RULES
from zwfw.testing.areas import areas
from zwfw.testing.changes import VIOLATIONS, catalogue_changes, conforming_catalogue_changes
from zwfw.testing.strategies import hindsight

FEW = settings(max_examples=10)
FAST = settings(max_examples=5000, phases=[Phase.generate], database=None)


@pytest.mark.parametrize(
    ("rule_id", "has_it"),
    [
        ("changed-before-policy", lambda change: change.changed_at is None),
        ("changed-before-policy", lambda change: change.changed_at == change.policy_takes_effect_on),
        ("mirrored-in-time", lambda change: change.changed_at is None),
        ("request-answered-in-time", lambda change: change.is_needed is False and change.replied_at is not None),
        ("request-answered-in-time", lambda change: change.replied_at is None),
        ("request-answered-in-time", lambda change: change.guide_updated_at is not None),
        ("changed-after-answer-in-time", lambda change: change.guide_updated_at is not None),
        ("guide-updated-in-time", lambda change: change.guide_updated_at is None),
        ("systems-changed-with-guide", lambda change: change.systems_synced_at is None),
        ("request-in-order", lambda change: change.studied_at is None),
        ("request-in-order", lambda change: change.changed_at < change.replied_at),
        ("request-in-order", lambda change: change.guide_updated_at < change.changed_at),
        ("local-change-requested", lambda change: change.trigger is ChangeTrigger.DEVOLUTION),
    ],
)
def test_a_rule_is_broken_in_more_ways_than_one(rule_id, has_it):
    """Late and never, by one step or another."""
    drawn = areas(within="厦门市").flatmap(VIOLATIONS[f"changes.{rule_id}"])

    assert find(drawn, has_it, settings=FAST)


@FEW
@given(change=conforming_catalogue_changes())
def test_a_conforming_change_is_in_time(change):
    """Every leg that it has was kept or has not begun."""
    found = {each.status for each in deadlines_for(change, hindsight())}

    assert found <= {Status.MET, Status.NOT_STARTED}


@pytest.mark.parametrize("trigger", ChangeTrigger)
def test_conforming_changes_start_from_everything(trigger):
    """Each trigger is drawn, with a change of the catalogue."""
    drawn = conforming_catalogue_changes()

    assert find(drawn, lambda change: change.trigger is trigger and change.changed_at is not None, settings=FAST)


def test_some_requests_are_refused():
    """They end with the answer."""
    refused = find(conforming_catalogue_changes(), lambda change: change.is_needed is False, settings=FAST)

    assert (refused.changed_at, refused.guide_updated_at) == (None, None)
    assert refused.replied_at is not None


CHANGED = {"changed_at": "2025-06-10", "changes_structure": True}
SPOKEN_OF = {
    changes.changed_before_policy: {"policy_takes_effect_on": "2025-06-11"},
    changes.mirrored_in_time: {"national_changed_at": "2025-06-03"},
    changes.request_answered_in_time: {"requested_at": "2025-06-03"},
    changes.changed_after_answer_in_time: {"replied_at": "2025-06-03", "is_needed": True},
    changes.guide_updated_in_time: CHANGED,
    changes.systems_changed_with_guide: {"guide_updated_at": "2025-06-03"},
    changes.request_in_order: {"requested_at": "2025-06-03"},
    changes.change_claimed: CHANGED,
    changes.local_change_requested: {"is_local_special": True, "trigger": "业务变化情况"},
    changes.own_level_associated: CHANGED | {"of_own_level": True},
    changes.cross_province_followed: CHANGED | {"is_cross_province": True},
}
"""Facts by which each rule comes to speak of a change."""


@pytest.mark.parametrize("state", ["MET", "BREACHED"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_changes_are_of_every_kind(rule, state):
    """Where a rule speaks of them, some changes keep it and some do not."""
    drawn = catalogue_changes(area="厦门市", **SPOKEN_OF[rule])

    assert find(
        drawn, lambda change: any(each.state.name == state for each in rule(change, hindsight())), settings=FAST
    )


def test_changes_are_in_order_or_not():
    """A guide before the catalogue and after it, and an answer without a study."""
    drawn = catalogue_changes(requested_at="2025-06-03", changed_at="2025-06-10")

    for is_it in (
        lambda change: change.guide_updated_at is not None and str(change.guide_updated_at) < "2025-06-10",
        lambda change: change.guide_updated_at is not None and str(change.guide_updated_at) > "2025-06-11",
        lambda change: change.replied_at is not None and change.studied_at is None,
    ):
        assert find(drawn, is_it, settings=FAST)


def test_a_field_that_is_not_there():
    """Near ones are named."""
    with pytest.raises(TypeError, match=r"replied_on \(near: replied_at\)"):
        catalogue_changes(replied_on=None)
