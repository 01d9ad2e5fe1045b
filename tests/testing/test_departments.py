"""Departments that are made up: those that conform keep every clause, and each spoilt one breaks one rule."""

import pytest
from hypothesis import Phase, find, given, settings

from zwfw import check
from zwfw.records import Department
from zwfw.testing.departments import conforming_departments, departments
from zwfw.testing.verdicts import hindsight, violating

FEW = settings(max_examples=15)
FAST = settings(max_examples=2000, phases=[Phase.generate], database=None)


def first(strategy, has_it):
    """The first that is drawn and has it, not made smaller."""
    return find(strategy, has_it, settings=FAST)


def places(department):
    """Where it breaks a clause."""
    return {outcome.path for outcome in check(department, hindsight()).breaches}


@pytest.mark.parametrize(
    ("area", "has_it"),
    [
        ("涵江区", lambda held: held.has_non_resident_window and held.mean_yearly_cases == 199.5),
        ("涵江区", lambda held: held.has_non_resident_window and held.online_share_percent == 95),
        ("莆田市", lambda held: held.has_non_resident_window and held.mean_yearly_cases == 49.5),
        ("莆田市", lambda held: not held.has_items_in_centre and held.all_items_exempt),
        ("莆田市", lambda held: not held.has_non_resident_window and held.liaisons != 1),
        ("鼓楼区", lambda held: held.has_items_in_centre),
        ("厦门市", lambda held: held.has_items_in_centre),
    ],
)
def test_conforming_departments_go_many_ways(area, has_it):
    """By each condition of a non-resident window, and without one."""
    assert check(first(conforming_departments(area=area), has_it), hindsight()).ok


@pytest.mark.parametrize(
    ("rule_id", "area", "wanted"),
    [
        ("departments.fully-authorised", "厦门市", {"fully_authorised"}),
        ("departments.fully-authorised", "涵江区", {"department_in_place"}),
        ("departments.fully-authorised", "涵江区", {"items_in_place"}),
        ("departments.fully-authorised", "涵江区", {"people_in_place"}),
        ("departments.four-ones", "莆田市", {"leaders_in_charge"}),
        ("departments.four-ones", "莆田市", {"approving_sections"}),
        ("departments.four-ones", "莆田市", {"serving_windows"}),
        ("departments.four-ones", "莆田市", {"approval_seals"}),
        ("departments.items-in-both-halls", "莆田市", {"items_in_hall"}),
        ("departments.items-in-both-halls", "莆田市", {"items_online"}),
        ("departments.non-resident-window", "莆田市", {"has_non_resident_window"}),
        ("departments.non-resident-window", "莆田市", {"service_authority_agreed"}),
        ("departments.delegated-to-general-window", "莆田市", {"intake_delegated"}),
        ("departments.delegated-to-general-window", "莆田市", {"delivery_delegated"}),
    ],
)
def test_a_rule_is_broken_in_each_of_its_ways(rule_id, area, wanted):
    """Each way is drawn sooner or later."""
    assert first(violating(rule_id, area=area), lambda department: places(department) == wanted)


@pytest.mark.parametrize(
    ("rule_id", "has_it"),
    [
        ("departments.chief-representative", lambda held: not held.has_items_in_centre),
        ("departments.window-in-the-centre", lambda held: not held.has_items_in_centre),
        ("departments.window-in-the-centre", lambda held: held.all_items_exempt),
        ("departments.non-resident-window", lambda held: held.mean_yearly_cases == 200),
        ("departments.non-resident-window", lambda held: held.online_share_percent == 94.99),
    ],
)
def test_a_rule_is_broken_at_its_edges(rule_id, has_it):
    """Each is drawn sooner or later."""
    assert first(violating(rule_id, area="莆田市"), has_it)


@FEW
@given(department=departments(liaisons=2))
def test_departments_state_what_is_given(department):
    """Given fields are stated just so."""
    assert department.liaisons == 2
    assert "liaisons" in department.model_fields_set


def test_departments_state_all_or_next_to_nothing():
    """Both ends are drawn."""
    assert first(departments(), lambda held: held.model_fields_set == {"name"})
    assert first(departments(), lambda held: held.model_fields_set == set(Department.model_fields))


def test_departments_name_fields_that_do_not_exist():
    """A misspelt field is refused before anything is drawn."""
    with pytest.raises(TypeError, match=r"expected fields of Department, got nmae"):
        departments(nmae="甲")
