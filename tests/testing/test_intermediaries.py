"""Intermediary services that are made up: those that conform keep every clause, and each spoilt one breaks one rule."""

import pytest
from hypothesis import Phase, find, given, settings

from zwfw import check
from zwfw.records import IntermediaryService
from zwfw.testing.intermediaries import conforming_intermediary_services, intermediary_services
from zwfw.testing.verdicts import hindsight, violating

FEW = settings(max_examples=15)
FAST = settings(max_examples=2000, phases=[Phase.generate], database=None)


def first(strategy, has_it):
    """The first that is drawn and has it, not made smaller."""
    return find(strategy, has_it, settings=FAST)


def places(service):
    """Where it breaks a clause."""
    return {outcome.path for outcome in check(service, hindsight()).breaches}


@FEW
@given(service=conforming_intermediary_services(area="厦门市"))
def test_a_conforming_service_of_xiamen_keeps_the_citys_rules_too(service):
    """None of the five rules is out of force there."""
    assert {outcome.state.name for outcome in check(service, hindsight()).outcomes} == {"MET"}


@pytest.mark.parametrize(
    ("rule_id", "area", "wanted"),
    [
        ("intermediaries.elements-stated", "鼓楼区", {"kind"}),
        ("intermediaries.elements-stated", "鼓楼区", {"limit_working_days"}),
        ("intermediaries.listed-in-order", "鼓楼区", {"reviewed_at"}),
        ("intermediaries.listed-in-order", "鼓楼区", {"published_at"}),
        ("intermediaries.has-basis", "厦门市", {"bases"}),
        ("intermediaries.public-and-current", "厦门市", {"on_provincial_hall"}),
        ("intermediaries.public-and-current", "厦门市", {"kept_up_to_date"}),
    ],
)
def test_a_rule_is_broken_in_each_of_its_ways(rule_id, area, wanted):
    """Each way is drawn sooner or later."""
    assert first(violating(rule_id, area=area), lambda service: places(service) == wanted)


@FEW
@given(service=intermediary_services(limit_working_days=0))
def test_services_state_what_is_given(service):
    """Given fields are stated just so."""
    assert service.limit_working_days == 0
    assert "limit_working_days" in service.model_fields_set


def test_services_state_all_or_next_to_nothing():
    """Both ends are drawn."""
    assert first(intermediary_services(), lambda service: service.model_fields_set == {"name"})
    assert first(
        intermediary_services(), lambda service: service.model_fields_set == set(IntermediaryService.model_fields)
    )


def test_services_name_fields_that_do_not_exist():
    """A misspelt field is refused before anything is drawn."""
    with pytest.raises(TypeError, match=r"expected fields of IntermediaryService, got nmae"):
        intermediary_services(nmae="甲")
