"""Incidents and bodies that are made up: what conforms keeps every clause, and each spoilt one breaks one rule."""

import pytest
from hypothesis import Phase, find, settings

from zwfw import check
from zwfw.records import SecurityBody, SecurityIncident, SecurityUpkeep
from zwfw.testing.incidents import (
    conforming_security_upkeeps,
    security_incidents,
    security_upkeeps,
)
from zwfw.testing.verdicts import VIOLATIONS, hindsight, violating

FAST = settings(max_examples=2000, phases=[Phase.generate], database=None)
RULES = [rule for rule in VIOLATIONS if rule.startswith("incidents.")]


def first(strategy, has_it=None):
    """The first that is drawn and has it, not made smaller."""
    return find(strategy, has_it or (lambda _: True), settings=FAST)


@pytest.mark.parametrize(
    ("rule_id", "wanted"),
    [
        ("incidents.plan-started-at-once", {"emergency-plan-started-late"}),
        ("incidents.plan-started-at-once", {"emergency-plan-before-incident"}),
        ("incidents.steps-in-order", {"remedied-before-plan"}),
        ("incidents.steps-in-order", {"contained-before-plan"}),
        ("incidents.steps-in-order", {"remedied-before-plan", "contained-before-plan"}),
        ("incidents.platform-protected", {"platform-outside-city-protection"}),
        ("incidents.ready-for-emergencies", {"drills-not-regular"}),
        ("incidents.township-network-kept", {"passwords-too-weak"}),
        ("incidents.township-network-kept", {"full-scans-not-regular"}),
    ],
)
def test_a_rule_is_broken_in_each_of_its_ways(rule_id, wanted):
    """Each way is drawn sooner or later."""

    def has_it(held):
        return {outcome.reason for outcome in check(held, hindsight()).breaches} == wanted

    assert first(violating(rule_id), has_it)


@pytest.mark.parametrize("role", SecurityBody)
def test_each_of_the_three_bodies_is_drawn(role):
    """Among those that conform and those that are not ready."""
    assert first(conforming_security_upkeeps(), lambda held: held.role is role)
    assert first(violating("incidents.ready-for-emergencies"), lambda held: held.role is role)


@pytest.mark.parametrize(
    ("kind", "drawn", "name"),
    [(SecurityIncident, security_incidents, "id"), (SecurityUpkeep, security_upkeeps, "body")],
)
def test_what_is_given_is_stated_and_the_rest_or_not(kind, drawn, name):
    """Both ends are drawn, and a misspelt field is refused before anything is."""
    assert first(drawn(**{name: "甲"})).name_in_reports == "甲"
    assert first(drawn(), lambda held: held.model_fields_set == {name})
    assert first(drawn(), lambda held: held.model_fields_set == set(kind.model_fields))
    with pytest.raises(TypeError, match=f"expected fields of {kind.__name__}, got nmae"):
        drawn(nmae="甲")
