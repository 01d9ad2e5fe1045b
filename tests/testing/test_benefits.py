"""Benefits that are made up: those that conform keep the clause, and each spoilt one breaks it alone."""

import pytest
from hypothesis import Phase, find, given, settings

from zwfw import Severity, check
from zwfw.records import Benefit
from zwfw.testing.benefits import benefits, conforming_benefits
from zwfw.testing.verdicts import hindsight, violating

FEW = settings(max_examples=15)
FAST = settings(max_examples=2000, phases=[Phase.generate], database=None)


def first(strategy, has_it):
    """The first that is drawn and has it, not made smaller."""
    return find(strategy, has_it, settings=FAST)


@FEW
@given(benefit=conforming_benefits())
def test_conforming_benefits_keep_the_clause(benefit):
    """Something is met, and nothing is left open."""
    assert check(benefit, hindsight()).ok
    assert benefit.model_fields_set == set(Benefit.model_fields)


@FEW
@given(benefit=violating("benefits.enjoyed-without-applying"))
def test_spoilt_benefits_break_one_rule(benefit):
    """And nothing else is to be said."""
    report = check(benefit, hindsight())

    assert {each.rule for each in report.breaches} == {"benefits.enjoyed-without-applying"}
    assert report.undetermined == report.needs_judgement == ()


@pytest.mark.parametrize("severity", [Severity.ADVICE, Severity.VIOLATION])
def test_both_forces_are_broken(severity):
    """The city's where data confirm it, and the province's beside it."""
    assert first(
        violating("benefits.enjoyed-without-applying", area="厦门市"),
        lambda benefit: severity in {each.severity for each in check(benefit, hindsight()).breaches},
    )


@FEW
@given(benefit=benefits(qualifies=True))
def test_benefits_state_what_is_given(benefit):
    """Given fields are stated just so."""
    assert benefit.qualifies is True
    assert "qualifies" in benefit.model_fields_set


def test_benefits_state_all_or_next_to_nothing():
    """Both ends are drawn."""
    assert first(benefits(), lambda benefit: benefit.model_fields_set == {"policy"})
    assert first(benefits(), lambda benefit: benefit.model_fields_set == set(Benefit.model_fields))


def test_benefits_name_fields_that_do_not_exist():
    """A misspelt field is refused before anything is drawn."""
    with pytest.raises(TypeError, match=r"expected fields of Benefit, got polcy"):
        benefits(polcy="甲")
