"""Results that are made up: what they promise about the clauses holds."""

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from zwfw import check
from zwfw.records import ItemElements, ResultKind
from zwfw.testing.results import conforming_item_results, item_results
from zwfw.testing.strategies import hindsight, violating

FEW = settings(max_examples=15)
FAST = settings(max_examples=3000, phases=[Phase.generate], database=None)


def reasons(record):
    """The reasons of what is breached."""
    return {each.reason for each in check(record, hindsight()).breaches}


@FEW
@given(result=item_results(kind=st.sampled_from(["证照", "备案表"]), data_pushed=None))
def test_item_results_takes_values_and_strategies(result):
    """What is given is stated just so, read as a record reads it."""
    assert result.kind in (ResultKind.CERTIFICATE, "备案表")
    assert result.data_pushed is None
    assert {"kind", "data_pushed"} <= result.model_fields_set


def test_item_results_names_fields_that_do_not_exist():
    """A misspelt field is refused before anything is drawn."""
    with pytest.raises(TypeError, match="expected fields of ItemResult, got form_unifeid"):
        item_results(form_unifeid=True)


@FEW
@given(result=conforming_item_results())
def test_a_conforming_result_keeps_every_clause(result):
    """Every field is stated, in the eyes of the province and of Xiamen alike."""
    assert result.model_fields_set == set(type(result).model_fields)
    for area in ("350102", "350203"):
        elements = ItemElements(name="节能审查", area=area, results=[result])
        assert [each for each in check(elements, hindsight()).outcomes if each.path.startswith("results")] == []
    assert check(result, hindsight()).ok


@pytest.mark.parametrize("kind", [ResultKind.CERTIFICATE, ResultKind.APPROVAL, None])
def test_conforming_results_are_of_every_kind(kind):
    """Those that the province does not name too."""
    assert find(conforming_item_results(), lambda result: result.kind is kind, settings=FAST)


@pytest.mark.parametrize(
    ("rule_id", "area", "wanted"),
    [
        ("results.certificate-generated", "鼓楼区", {"result-without-certificate"}),
        ("results.certificate-generated", "鼓楼区", {"result-data-not-pushed"}),
        ("results.certificate-generated", "厦门市", {"result-without-certificate", "result-data-not-pushed"}),
        ("results.electronic-and-exempt", "鼓楼区", {"result-not-electronic"}),
        ("results.electronic-and-exempt", "厦门市", {"result-still-submitted"}),
        ("results.electronic-and-exempt", "涵江区", {"result-not-electronic", "result-still-submitted"}),
    ],
)
def test_a_rule_is_broken_in_every_way(rule_id, area, wanted):
    """Each branch is drawn."""
    assert find(violating(rule_id, area=area), lambda record: reasons(record) == wanted, settings=FAST)


def test_only_in_xiamen_a_result_of_another_kind_breaks_the_rule():
    """The province asks it of certificates and approvals alone."""
    rule_id = "results.certificate-generated"

    def by_the_city_alone(record):
        return [[held.document for held in each.clauses] for each in check(record, hindsight()).breaches] == [
            ["xiamen-2022"]
        ]

    assert find(violating(rule_id, area="厦门市"), by_the_city_alone, settings=FAST)
