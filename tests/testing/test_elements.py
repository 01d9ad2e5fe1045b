"""Elements that are made up: what they promise about the clauses holds."""

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from zwfw import Area, check
from zwfw.records import ApprovalStage, BasisRank, Guide, ItemElements
from zwfw.testing.elements import conforming_item_elements, elements_of, item_elements
from zwfw.testing.strategies import hindsight, violating

FEW = settings(max_examples=15)
FAST = settings(max_examples=3000, phases=[Phase.generate], database=None)


@FEW
@given(elements=item_elements(area="厦门市", stages=st.sampled_from([["受理"], None]), promised_working_days=5))
def test_item_elements_takes_values_and_strategies(elements):
    """What is given is stated just so, read as a record reads it."""
    assert elements.area == Area("350200")
    assert elements.stages in ((ApprovalStage.ACCEPTANCE,), None)
    assert elements.promised_working_days == 5
    assert elements.promised_calendar_days is None


@FEW
@given(elements=item_elements(statutory_calendar_days=30))
def test_a_time_is_in_days_of_one_kind(elements):
    """What was drawn gives way to what was given."""
    assert elements.statutory_calendar_days == 30
    assert elements.statutory_working_days is None


def test_a_time_that_is_given_twice_is_refused():
    """That is the record's own error."""
    with pytest.raises(ValidationError, match="a time is counted in one of them"):
        find(item_elements(promised_working_days=5, promised_calendar_days=7), lambda _: True)


@pytest.mark.parametrize("field", ["statutory_calendar_days", "promised_calendar_days", "promised_working_days"])
def test_times_are_drawn_in_days_of_either_kind(field):
    """Natural days too."""
    assert find(item_elements(), lambda elements: getattr(elements, field) is not None, settings=FAST)


def test_item_elements_names_fields_that_do_not_exist():
    """A misspelt field is refused before anything is drawn."""
    with pytest.raises(TypeError, match="expected fields of ItemElements, got stage "):
        item_elements(stage=None)


def test_elements_state_all_or_next_to_nothing():
    """Both ends are drawn, and everything in between."""
    every = set(ItemElements.model_fields)

    assert find(item_elements(), lambda elements: elements.model_fields_set == {"name"}, settings=FAST)
    assert find(item_elements(), lambda elements: elements.model_fields_set == every, settings=FAST)


@FEW
@given(guide=elements_of(Guide, {"source": st.just("标准化目录")}, {"name": "节能审查"}))
def test_other_kinds_have_the_elements_too(guide):
    """A guide is drawn with fields of its own beside them."""
    assert type(guide) is Guide
    assert guide.name == "节能审查"
    assert guide.source in ("标准化目录", None)


@pytest.mark.parametrize("answer", ["met", "too-many-stages", "special-step-among-stages", "not-stated"])
def test_item_elements_are_of_every_kind(answer):
    """Few stages, too many, special ones among them, not told: each is drawn."""

    def is_it(elements):
        return any(
            each.rule == "elements.stages-at-most" and each.reason == answer
            for each in check(elements, hindsight()).outcomes
        )

    assert find(item_elements(area="厦门市"), is_it, settings=FAST)


@pytest.mark.parametrize("area", ["鼓楼区", "厦门市", "涵江区", None])
@FEW
@given(data=st.data())
def test_conforming_elements_keep_every_clause(area, data):
    """Every field is stated, the parts' too."""
    record = data.draw(conforming_item_elements(area=area))

    assert record.model_fields_set == set(ItemElements.model_fields)
    assert check(record, hindsight()).ok


@pytest.mark.parametrize(
    ("area", "has_it"),
    [
        ("厦门市", lambda elements: len(elements.stages or ()) == 3),
        ("鼓楼区", lambda elements: len(elements.stages or ()) > 3),
        ("厦门市", lambda elements: len(elements.special_steps) > 0),
        ("厦门市", lambda elements: elements.special_steps == ()),
        ("鼓楼区", lambda elements: any(step.basis_rank is BasisRank.NONE for step in elements.special_steps)),
    ],
    ids=["at the number", "over it elsewhere", "special steps", "none", "kept without a basis"],
)
def test_conforming_elements_reach_the_edges(area, has_it):
    """What is allowed is drawn to its end."""
    assert find(conforming_item_elements(area=area), has_it, settings=FAST)


@pytest.mark.parametrize(
    ("area", "reasons"),
    [
        ("鼓楼区", {"special-step-without-name"}),
        ("涵江区", {"special-step-time-not-stated"}),
        ("鼓楼区", {"special-step-not-kept-either"}),
        ("厦门市", {"special-step-basis-not-stated"}),
        ("厦门市", {"special-step-basis-not-stated", "special-step-not-kept-either"}),
    ],
)
def test_special_steps_break_the_rule_in_every_way(area, reasons):
    """Each branch is drawn."""

    def is_it(record):
        return {each.reason for each in check(record, hindsight()).breaches} == reasons

    assert find(violating("elements.special-steps-stated", area=area), is_it, settings=FAST)
