"""Intermediary agencies that are made up: those that conform keep every clause, and each spoilt one breaks one rule."""

import pytest
from hypothesis import Phase, find, given, settings

from zwfw import check
from zwfw.records import AgencyDisclosure, IntermediaryAgency
from zwfw.testing.agencies import intermediary_agencies
from zwfw.testing.verdicts import hindsight, violating

FEW = settings(max_examples=15)
FAST = settings(max_examples=2000, phases=[Phase.generate], database=None)


def first(strategy, has_it):
    """The first that is drawn and has it, not made smaller."""
    return find(strategy, has_it, settings=FAST)


def places(agency):
    """Where it breaks a clause."""
    return {outcome.path for outcome in check(agency, hindsight()).breaches}


@pytest.mark.parametrize("count", range(4))
def test_a_spoilt_guide_states_some_of_the_contents_or_none(count):
    """From none to three of the four, and now and then there is no guide."""

    def states(agency):
        return agency.guide_states is not None and count == len(set(agency.guide_states) & set(AgencyDisclosure))

    assert first(violating("agencies.guide-states-all"), states)
    assert first(violating("agencies.guide-states-all"), lambda agency: agency.guide_states is None)


@pytest.mark.parametrize(
    ("rule_id", "area", "wanted"),
    [
        ("agencies.guide-states-all", "鼓楼区", {"guide_states"}),
        ("agencies.supervised-by-credit", "鼓楼区", {"credit_rated"}),
        ("agencies.supervised-by-credit", "厦门市", {"supervised_by_credit"}),
        ("agencies.supervised-by-credit", "厦门市", {"qualification_followed"}),
    ],
)
def test_a_rule_is_broken_in_each_of_its_ways(rule_id, area, wanted):
    """Each way is drawn sooner or later."""
    assert first(violating(rule_id, area=area), lambda agency: places(agency) == wanted)


@FEW
@given(agency=intermediary_agencies(guide_states=["流程"]))
def test_agencies_state_what_is_given(agency):
    """Given fields are stated just so."""
    assert agency.guide_states == (AgencyDisclosure.PROCESS,)
    assert "guide_states" in agency.model_fields_set


def test_agencies_state_all_or_next_to_nothing():
    """Both ends are drawn."""
    assert first(intermediary_agencies(), lambda agency: agency.model_fields_set == {"name"})
    assert first(
        intermediary_agencies(), lambda agency: agency.model_fields_set == set(IntermediaryAgency.model_fields)
    )


def test_agencies_name_fields_that_do_not_exist():
    """A misspelt field is refused before anything is drawn."""
    with pytest.raises(TypeError, match=r"expected fields of IntermediaryAgency, got nmae"):
        intermediary_agencies(nmae="甲")
