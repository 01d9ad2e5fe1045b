"""Years of training that are made up: what conforms keeps every clause, and each spoilt one breaks one rule."""

import pytest
from hypothesis import Phase, find, settings

from zwfw import check
from zwfw.records import Training, TrainingYear
from zwfw.testing.trainings import conforming_training_years, training_years, trainings
from zwfw.testing.verdicts import VIOLATIONS, hindsight, violating

FAST = settings(max_examples=2000, phases=[Phase.generate], database=None)
RULES = [rule for rule in VIOLATIONS if rule.startswith("trainings.")]


def first(strategy, has_it=None):
    """The first that is drawn and has it, not made smaller."""
    return find(strategy, has_it or (lambda _: True), settings=FAST)


@pytest.mark.parametrize("number", [3, 8, 9])
def test_too_few_trainings_are_nine_or_fewer(number):
    """One under the figure, and far under it."""
    assert first(violating("trainings.often-enough"), lambda held: len(held.trainings) == number)


@pytest.mark.parametrize("number", [10, 11, 12])
def test_enough_trainings_are_ten_or_more(number):
    """The figure itself, and over it."""
    assert first(conforming_training_years(area="涵江区"), lambda held: len(held.trainings) == number)


@pytest.mark.parametrize(
    "wanted",
    [["etiquette-not-trained"], ["business-not-trained"], ["business-not-trained", "business-not-trained"]],
)
def test_a_kind_is_missing_once_or_in_both_halves(wanted):
    """Etiquette has one stretch, business two."""

    def has_it(held):
        return [outcome.reason for outcome in check(held, hindsight()).breaches] == wanted

    assert first(violating("trainings.of-each-kind"), has_it)


@pytest.mark.parametrize(
    ("kind", "drawn", "required"),
    [(Training, trainings, {"held_on"}), (TrainingYear, training_years, {"trainee", "year"})],
)
def test_what_is_given_is_stated_and_the_rest_or_not(kind, drawn, required):
    """Both ends are drawn, and a misspelt field is refused before anything is."""
    assert first(drawn(), lambda held: held.model_fields_set == required)
    assert first(drawn(), lambda held: held.model_fields_set == set(kind.model_fields))
    with pytest.raises(TypeError, match=f"expected fields of {kind.__name__}, got nmae"):
        drawn(nmae="甲")


@pytest.mark.parametrize("year", [2023, "2023"])
def test_the_days_are_of_the_year_that_is_given(year):
    """As a value, in figures or as text."""
    held = first(training_years(year=year), lambda held: bool(held.trainings))

    assert {each.held_on.year for each in held.trainings} == {held.year} == {2023}
