"""People at windows that are made up: those that conform keep every clause, and each spoilt one breaks one rule."""

import pytest
from hypothesis import Phase, find, given, settings

from zwfw import check
from zwfw.records import CaseKind, StaffMember, WindowHead
from zwfw.testing.staff import (
    conforming_staff_members,
    conforming_window_heads,
    staff_members,
    window_heads,
)
from zwfw.testing.verdicts import hindsight, violating

FEW = settings(max_examples=15)
FAST = settings(max_examples=2000, phases=[Phase.generate], database=None)


def first(strategy, has_it):
    """The first that is drawn and has it, not made smaller."""
    return find(strategy, has_it, settings=FAST)


def reasons(record):
    """Why it breaks a clause."""
    return [outcome.reason for outcome in check(record, hindsight()).breaches]


@pytest.mark.parametrize("area", ["厦门市", "莆田市", "涵江区"])
def test_conforming_people_may_be_of_a_given_area(area):
    """Each place holds them against its own documents."""
    member = first(conforming_staff_members(area=area), lambda held: not held.is_department_staff)

    assert check(member, hindsight()).ok
    assert member.area.name == area


@pytest.mark.parametrize(
    "has_it",
    [
        lambda head: head.acted_first_on is CaseKind.JOINT and not head.at_resident_window,
        lambda head: head.is_replaced and head.left_at is not None,
        lambda head: head.rank is None,
        lambda head: head.title is None,
    ],
)
def test_conforming_heads_go_many_ways(has_it):
    """By rank or by title, replaced or not."""
    assert check(first(conforming_window_heads(area="莆田市"), has_it), hindsight()).ok


@pytest.mark.parametrize(
    ("rule_id", "area", "wanted"),
    [
        ("staff.head-of-rank", "莆田市", ["head-off-establishment"]),
        ("staff.head-of-rank", "莆田市", ["head-below-rank"]),
        ("staff.head-of-rank", "莆田市", ["head-off-establishment", "head-below-rank"]),
        ("staff.special-power-used-rightly", "莆田市", ["approved-first-without-power"]),
        ("staff.special-power-used-rightly", "莆田市", ["approved-first-not-single"]),
        ("staff.special-power-used-rightly", "莆田市", ["approved-first-not-urgent"]),
        ("staff.head-stays-until-handover", "莆田市", ["left-before-handover"]),
        ("staff.head-stays-until-handover", "莆田市", ["left-before-successor-knew"]),
        ("staff.party-membership-moved", "莆田市", ["membership-not-moved"]),
        ("staff.bonus-by-the-better-grade", "莆田市", ["bonus-by-another-grade"]),
        ("staff.bonus-by-the-better-grade", "涵江区", ["bonus-paid-by-others"]),
        ("staff.graded-by-national-standard", "厦门市", ["not-graded-by-standard"]),
        ("staff.graded-by-national-standard", "涵江区", ["not-promoted-by-standard"]),
    ],
)
def test_a_rule_is_broken_in_each_of_its_ways(rule_id, area, wanted):
    """Each way is drawn sooner or later."""
    assert first(violating(rule_id, area=area), lambda record: reasons(record) == wanted)


@FEW
@given(member=staff_members(is_department_staff=True, left_at=None), head=window_heads(acted_first_on="联办件"))
def test_records_state_what_is_given(member, head):
    """Given fields are stated just so."""
    assert (member.is_department_staff, member.left_at) == (True, None)
    assert {"is_department_staff", "left_at"} <= member.model_fields_set
    assert head.acted_first_on is CaseKind.JOINT


@pytest.mark.parametrize(("drawn", "kind"), [(staff_members, StaffMember), (window_heads, WindowHead)])
def test_records_state_all_or_next_to_nothing(drawn, kind):
    """Both ends are drawn."""
    assert first(drawn(), lambda record: record.model_fields_set == {"name"})
    assert first(drawn(), lambda record: record.model_fields_set == set(kind.model_fields))


@pytest.mark.parametrize(("drawn", "kind"), [(staff_members, "StaffMember"), (window_heads, "WindowHead")])
def test_fields_that_do_not_exist_are_named(drawn, kind):
    """A misspelt field is refused before anything is drawn."""
    with pytest.raises(TypeError, match=f"expected fields of {kind}, got nmae"):
        drawn(nmae="甲")
