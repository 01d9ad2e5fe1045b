"""Papers that are made up: those that conform keep every clause, and each spoilt one breaks one rule."""

from datetime import date

import pytest
from hypothesis import Phase, find, given, settings

from zwfw import check
from zwfw.records import Authorisation
from zwfw.testing.authorisations import authorisations, conforming_authorisations
from zwfw.testing.verdicts import hindsight, violating

FEW = settings(max_examples=15)
FAST = settings(max_examples=2000, phases=[Phase.generate], database=None)


def first(strategy, has_it):
    """The first that is drawn and has it, not made smaller."""
    return find(strategy, has_it, settings=FAST)


@pytest.mark.parametrize("day", [date(2025, 5, 6), date(2025, 12, 31)])
@pytest.mark.parametrize("area", ["莆田市", "涵江区"])
def test_conforming_papers_go_many_ways(area, day):
    """From the first day of the norms to the last that is looked at."""
    papers = first(conforming_authorisations(area=area), lambda papers: papers.renewed_on == day)

    assert check(papers, hindsight()).ok


@pytest.mark.parametrize(
    ("rule_id", "field", "count"),
    [
        ("authorisations.renewed-by-january", "documents", 0),
        ("authorisations.renewed-by-january", "documents", 1),
        ("authorisations.three-fixed", "three_fixed", 0),
        ("authorisations.three-fixed", "three_fixed", 1),
        ("authorisations.three-fixed", "three_fixed", 2),
        ("authorisations.four-copies", "copy_holders", 0),
        ("authorisations.four-copies", "copy_holders", 3),
    ],
)
def test_a_rule_is_broken_in_each_of_its_ways(rule_id, field, count):
    """One is missing, or all are."""
    assert first(violating(rule_id), lambda papers: len(getattr(papers, field) or ()) == count)


@FEW
@given(papers=authorisations(year=2026))
def test_papers_state_what_is_given(papers):
    """Given fields are stated just so."""
    assert papers.year == 2026


@pytest.mark.parametrize(
    "has_it",
    [
        lambda papers: papers.model_fields_set == {"department", "year"},
        lambda papers: papers.model_fields_set == set(Authorisation.model_fields),
        lambda papers: papers.renewed_on == date(2026, 1, 31),
        lambda papers: papers.renewed_on == date(2026, 2, 1),
    ],
)
def test_papers_state_all_or_next_to_nothing(has_it):
    """And the days at the edge."""
    assert first(authorisations(), has_it)


def test_papers_name_fields_that_do_not_exist():
    """A misspelt field is refused before anything is drawn."""
    with pytest.raises(TypeError, match=r"expected fields of Authorisation, got yaer \(near: year\)"):
        authorisations(yaer=2026)
