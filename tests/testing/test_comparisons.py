"""Pairs of items that are made up: those that conform are alike, and each spoilt one is unlike in one element."""

import pytest
from hypothesis import Phase, find, given, settings

from zwfw import Area, State, check
from zwfw.records import ItemComparison
from zwfw.rules.comparisons import Likeness, elements_the_same, sameness
from zwfw.testing.comparisons import conforming_item_comparisons, item_comparisons
from zwfw.testing.verdicts import hindsight, violating

FEW = settings(max_examples=15)
FAST = settings(max_examples=5000, phases=[Phase.generate], database=None)


def first(strategy, has_it):
    """The first that is drawn and has it, not made smaller."""
    return find(strategy, has_it, settings=FAST)


@FEW
@given(pair=conforming_item_comparisons())
def test_a_conforming_pair_is_alike(pair):
    """All is known and kept, whatever the two places need not share."""
    assert check(pair, hindsight()).ok
    assert {each.state for each in sameness(pair.item, pair.other).elements} == {Likeness.SAME}
    assert pair.model_fields_set == set(ItemComparison.model_fields)


@pytest.mark.parametrize(
    ("area", "documents"),
    [("莆田市", {"putian-2025"}), ("仙游县", {"putian-2025"}), ("涵江区", {"putian-2025", "hanjiang-2023"})],
)
def test_a_conforming_pair_is_held_against_the_documents_of_its_area(area, documents):
    """Hanjiang's plan is cited too where both places are Hanjiang's."""

    def cited(pair):
        return {held.document for outcome in check(pair, hindsight()).outcomes for held in outcome.clauses}

    pair = first(conforming_item_comparisons(area=area), lambda pair: cited(pair) == documents)

    assert pair.area == pair.item.area == Area.find(area)


@FEW
@given(pair=violating("comparisons.elements-the-same"))
def test_a_violating_pair_is_unlike_in_one_element(pair):
    """Only the one rule is broken, by one element, and everything else is known."""
    report = check(pair, hindsight())

    assert [each.rule for each in report.breaches] == ["comparisons.elements-the-same"]
    assert report.undetermined == report.needs_judgement == ()
    assert pair.model_fields_set == set(ItemComparison.model_fields)


@pytest.mark.parametrize(
    "element",
    [
        "名称",
        "颗粒度",
        "编码",
        "依据",
        "类型",
        "办理条件",
        "办事流程",
        "申请材料",
        "办理深度",
        "承诺时限",
        "表单格式",
        "审查要点",
        "收费项目",
    ],
)
def test_each_element_can_be_the_one_that_is_unlike(element):
    """Every element has a flaw of its own, in Hanjiang too."""

    def is_unlike(pair):
        return [each.facts["element"] for each in check(pair, hindsight()).breaches] == [element]

    assert first(violating("comparisons.elements-the-same", area="涵江区"), is_unlike)


@pytest.mark.parametrize("state", [State.MET, State.BREACHED, State.UNDETERMINED, State.NEEDS_JUDGEMENT])
def test_any_pair_reaches_every_answer(state):
    """Pairs are alike, unlike, half told, or for a person to weigh."""
    pairs = item_comparisons(area="莆田市")

    assert first(pairs, lambda pair: state in {each.state for each in elements_the_same(pair, hindsight())})


def test_a_pair_takes_what_is_given():
    """What is given stands; the rest is drawn."""
    pair = first(
        item_comparisons(area="仙游县", other={"name": "取水许可"}), lambda pair: pair.item.fees == ("工本费",)
    )

    assert pair.area == Area.find("仙游县")
    assert pair.other.model_fields_set == {"name"}


def test_a_pair_has_no_other_fields():
    """A slip is named with what comes near."""
    with pytest.raises(TypeError, match="near: other"):
        item_comparisons(othre=None)
