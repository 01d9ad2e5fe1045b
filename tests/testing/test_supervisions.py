"""Supervision that is made up: what conforms keeps every clause, and each spoilt one breaks one rule."""

import pytest
from hypothesis import Phase, find, settings

from zwfw import check
from zwfw.records import IntermediaryDeal, Supervision
from zwfw.testing.supervisions import (
    conforming_supervisions,
    intermediary_deals,
    supervisions,
)
from zwfw.testing.verdicts import VIOLATIONS, hindsight, violating

FAST = settings(max_examples=2000, phases=[Phase.generate], database=None)
RULES = [rule for rule in VIOLATIONS if rule.startswith("supervisions.")]


def first(strategy, has_it=None):
    """The first that is drawn and has it, not made smaller."""
    return find(strategy, has_it or (lambda _: True), settings=FAST)


def reasons(held):
    """Why it breaks a clause."""
    return {outcome.reason for outcome in check(held, hindsight()).breaches}


@pytest.mark.parametrize(
    ("rule_id", "area", "wanted"),
    [
        ("supervisions.approver-or-sector-supervises", "鼓楼区", "supervised-by-neither"),
        ("supervisions.approver-or-sector-supervises", "翔安区", "supervised-by-neither"),
        ("supervisions.approver-or-sector-supervises", "翔安区", "duties-not-linked"),
        ("supervisions.case-data-received", "厦门市", "case-data-received-otherwise"),
        ("supervisions.rules-and-plan", "厦门市", "rules-or-plan-not-sensible"),
        ("supervisions.findings-improve-review", "鼓楼区", "findings-received-too-early"),
        ("supervisions.findings-improve-review", "鼓楼区", "findings-analysed-too-early"),
        ("supervisions.findings-improve-review", "鼓楼区", "review-points-proposed-too-early"),
        ("supervisions.findings-improve-review", "厦门市", "proposed-to-others"),
        ("supervisions.lists-of-promises-received", "鼓楼区", "gap-list-not-received"),
        ("supervisions.construction-deals-on-market", "厦门市", "deal-not-rated-online"),
    ],
)
def test_a_rule_is_broken_in_each_of_its_ways(rule_id, area, wanted):
    """Each way is drawn sooner or later."""
    assert first(violating(rule_id, area=area), lambda held: wanted in reasons(held))


@pytest.mark.parametrize(
    "has_it",
    [
        lambda held: held.has_findings and held.returned_at is not None,
        lambda held: not held.has_findings,
        lambda held: not held.allows_commitment_or_gaps,
        lambda held: held.in_centralised_area,
        lambda held: len(held.supervising_departments) > 1,
    ],
)
def test_supervision_that_conforms_goes_many_ways(has_it):
    """Findings or none, promises or none, by the plan or by the principle."""
    assert check(first(conforming_supervisions(area="翔安区"), has_it), hindsight()).ok


@pytest.mark.parametrize(
    ("kind", "drawn", "name"),
    [(Supervision, supervisions, "item"), (IntermediaryDeal, intermediary_deals, "service")],
)
def test_what_is_given_is_stated_and_the_rest_or_not(kind, drawn, name):
    """Both ends are drawn, and a misspelt field is refused before anything is."""
    assert first(drawn(**{name: "甲"})).name_in_reports == "甲"
    assert first(drawn(), lambda held: held.model_fields_set == {name})
    assert first(drawn(), lambda held: held.model_fields_set == set(kind.model_fields))
    with pytest.raises(TypeError, match=f"expected fields of {kind.__name__}, got nmae"):
        drawn(nmae="甲")
