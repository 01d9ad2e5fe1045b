"""Items and placements that are made up: what they promise about the norms holds."""

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from zwfw import Area, State, check
from zwfw.records import HandlingStep, ItemClass, ItemType, PublicServiceKind, SpecialServiceList
from zwfw.rules import RULES, items, placements
from zwfw.testing.items import VIOLATIONS as ITEM_VIOLATIONS
from zwfw.testing.items import conforming_items, item_placements
from zwfw.testing.items import items as any_items
from zwfw.testing.placements import VIOLATIONS as PLACEMENT_VIOLATIONS
from zwfw.testing.strategies import hindsight

ASKED = tuple(dict.fromkeys((*RULES, *items.RULES, *placements.RULES)))
VIOLATIONS = {**ITEM_VIOLATIONS, **PLACEMENT_VIOLATIONS}
FIND = settings(max_examples=2000, phases=[Phase.generate], database=None)
PLACES = {
    "fujian-2022": ("350102", "350203", "350303"),
    "xiamen-2022": ("350200", "350203"),
    "putian-2025": ("350303",),
}
CASES = [
    (held.id, area)
    for held in (*items.RULES, *placements.RULES)
    for area in dict.fromkeys(area for ref in held.clauses for area in PLACES[ref.partition("/")[0]])
]


def drawn(strategy, has_it=bool):
    """The first record of which *has_it* holds."""
    return find(strategy, has_it, settings=FIND)


def found_about(item):
    """Each rule that has something else to say than that all is well, and its answer."""
    report = check(item, hindsight(), rules=ASKED)
    return {(each.rule, each.state) for each in report.outcomes if each.state not in (State.MET, State.NOT_APPLICABLE)}


@pytest.mark.parametrize("area", [None, "350203", "350303"])
@settings(max_examples=10)
@given(data=st.data())
def test_conforming_items_are_known_and_kept(area, data):
    """Nothing is breached, unknown or left to a person; something is kept; all is stated."""
    item = data.draw(conforming_items(area=area))

    assert found_about(item) == set()
    assert check(item, hindsight(), rules=ASKED).ok
    assert set(type(item).model_fields) == item.model_fields_set


@pytest.mark.parametrize(("rule_id", "area"), CASES)
@settings(max_examples=4)
@given(data=st.data())
def test_violations_break_their_rule_and_no_other(rule_id, area, data):
    """In every area that the rule binds."""
    item = data.draw(VIOLATIONS[rule_id](Area(area)))

    assert found_about(item) == {(rule_id, State.BREACHED)}


REASONS = [
    (items.devolved_item_taken_over, "devolved-item-not-on-power-list"),
    (items.devolved_item_taken_over, "devolved-item-not-on-online-hall"),
    (items.devolved_item_taken_over, "devolved-item-in-no-hall"),
    (items.at_least_the_lead_standard, "more-materials-than-lead"),
    (items.at_least_the_lead_standard, "more-steps-than-lead"),
    (items.at_least_the_lead_standard, "longer-than-lead"),
    (items.at_least_the_lead_standard, "more-visits-than-lead"),
    (items.cross_province_standard, "national-standard-not-followed"),
    (items.cross_province_standard, "not-in-cross-province-zone"),
    (items.simple_service_complete, "simple-service-name-not-uniform"),
    (items.simple_service_complete, "simple-service-without-theme"),
    (items.simple_service_complete, "simple-service-theme-not-uniform"),
    (items.simple_service_complete, "simple-service-without-online-address"),
    (items.simple_service_complete, "simple-service-without-offline-address"),
    (items.mobile_prefilled, "forms-not-prefilled"),
    (items.mobile_prefilled, "materials-not-reused"),
    (items.commitment_elements, "commitment-letter-not-uniform"),
    (items.commitment_elements, "replaceable-materials-not-named"),
    (items.commitment_elements, "gap-materials-not-named"),
    (items.one_class, "item-without-class"),
    (items.one_class, "type-against-class"),
    (items.one_class, "field-of-a-power"),
    (placements.managed_as_list, "not-managed-as-list"),
    (placements.managed_as_list, "list-standard-not-followed"),
    (placements.negative_list_sub_centre, "no-sub-centre"),
    (placements.negative_list_sub_centre, "sub-centre-run-apart"),
    (placements.negative_list_sub_centre, "sub-centre-misses"),
]
"""The reasons of the rules that have several."""


@pytest.mark.parametrize(("rule", "reason"), REASONS)
def test_every_way_to_break_a_rule_is_drawn(rule, reason):
    """Each comes sooner or later."""
    area = {"xiamen": "350203", "putian": "350303"}.get(rule.clauses[-1].partition("-")[0], "350102")

    assert drawn(VIOLATIONS[rule.id](Area(area)), lambda item: rule(item, hindsight())[0].reason == reason)


@pytest.mark.parametrize(
    "has_it",
    [
        lambda item: item.item_class is ItemClass.POWER and item.item_type is ItemType.LICENCE,
        lambda item: item.item_class is ItemClass.PUBLIC_SERVICE and item.public_service_field is not None,
        lambda item: item.public_service_kind is PublicServiceKind.SIMPLE and item.item_class is None,
        lambda item: item.is_devolved and item.devolution_adjusted_at is not None,
        lambda item: item.special_steps,
        lambda item: item.lead_standard is not None and item.lead_standard.visits == item.visits,
        lambda item: SpecialServiceList.CERTIFICATE_FREE in item.lists and item.materials,
        lambda item: item.placement.on_negative_list and not item.placement.in_centre_of_own_level,
        lambda item: not item.placement.on_platform,
        lambda item: item.commitment_available and item.gaps_available,
    ],
)
def test_conforming_items_are_of_every_kind(has_it):
    """Licences and services, devolved or not, in the centre and out of it."""
    assert drawn(conforming_items(area="涵江区"), has_it)


DEVOLVED = {"is_devolved": True, "meets_devolution_requirements": False}
LED = {"lead_standard": {"materials": None, "steps": None, "promised_working_days": 3, "visits": 1}}


@pytest.mark.parametrize(
    ("rule", "fields", "reason"),
    [
        (items.devolved_item_adjusted, {}, "devolution-in-order"),
        (items.devolved_item_adjusted, {}, "not-stated"),
        (items.devolved_item_adjusted, DEVOLVED, "met"),
        (items.devolved_item_adjusted, DEVOLVED, "devolved-item-adjustment-open"),
        (items.devolved_item_adjusted, DEVOLVED, "devolved-before-look-back"),
        (items.devolved_item_adjusted, DEVOLVED | {"item_type": "行政许可"}, "devolved-licence-adjusted-late"),
        (items.at_least_the_lead_standard, LED, "met"),
        (items.at_least_the_lead_standard, LED, "more-visits-than-lead"),
        (items.at_least_the_lead_standard, LED, "promise-in-calendar-days"),
        (items.at_least_the_lead_standard, LED, "no-promise-to-compare"),
        (items.public_service_in_catalogue, {"public_service_kind": "依申请公共服务事项"}, "industry-not-printed"),
    ],
)
def test_items_are_of_every_kind(rule, fields, reason):
    """What is kept, broken, unknown or left to a person is drawn sooner or later."""
    given_so = any_items(area="福州市", **fields)

    assert drawn(given_so, lambda item: reason in {each.reason for each in rule(item, hindsight())})


@settings(max_examples=15)
@given(item=any_items(area="厦门市", visits=st.integers(1, 2), placement={"on_platform": True}))
def test_items_take_values_and_strategies(item):
    """What is given is stated just so, read as a record reads it."""
    assert item.area == Area("350200")
    assert item.visits in (1, 2)
    assert item.placement.on_platform is True


@settings(max_examples=15)
@given(placement=item_placements(on_platform=False))
def test_placements_take_values(placement):
    """What is given is stated just so."""
    assert placement.on_platform is False


@pytest.mark.parametrize("make", [any_items, item_placements])
def test_a_field_that_there_is_not_is_told(make):
    """Near ones are named."""
    with pytest.raises(TypeError, match="on_platfrom"):
        make(on_platfrom=True)


def test_steps_are_left_offline_one_at_a_time():
    """The first step of those that the item has is the one that cannot be done online."""
    item = drawn(VIOLATIONS["placements.every-step-online"](Area("350303")))

    assert isinstance(item.handling_steps[0], HandlingStep)
    assert item.handling_steps[1:] == item.online_steps
