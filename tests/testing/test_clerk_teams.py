"""Teams of clerks that are made up: those that conform keep every clause, and each spoilt one breaks one rule."""

import pytest
from hypothesis import Phase, find, given, settings

from zwfw import Area, AreaLevel, check
from zwfw.records import ClerkTeam
from zwfw.testing.clerk_teams import clerk_teams, conforming_clerk_teams
from zwfw.testing.verdicts import hindsight, violating

FEW = settings(max_examples=15)
FAST = settings(max_examples=2000, phases=[Phase.generate], database=None)


def first(strategy, has_it):
    """The first that is drawn and has it, not made smaller."""
    return find(strategy, has_it, settings=FAST)


def reasons(team):
    """Why it breaks a clause."""
    return [outcome.reason for outcome in check(team, hindsight()).breaches]


@pytest.mark.parametrize(
    "has_it",
    [
        lambda team: team.is_whole_corps,
        lambda team: team.level is AreaLevel.COUNTY and not team.is_whole_corps,
        lambda team: team.clerks == 6,
        lambda team: team.level is AreaLevel.TOWNSHIP and team.reform_done_on.year == 2024,
    ],
)
def test_conforming_teams_go_many_ways(has_it):
    """Of the hall, of townships of either wave, and of the whole district."""
    team = first(conforming_clerk_teams(area="涵江区"), has_it)

    assert check(team, hindsight()).ok
    assert team.area == Area.find("涵江区")


@pytest.mark.parametrize(
    ("rule_id", "wanted"),
    [
        ("clerk_teams.number-of-clerks", ["too-few-clerks"]),
        ("clerk_teams.number-of-clerks", ["too-many-clerks"]),
        ("clerk_teams.reform-in-time", ["reform-not-done"]),
        ("clerk_teams.reform-in-time", ["reform-done-late"]),
        ("clerk_teams.grade-shares", ["grade-share-missed"]),
    ],
)
def test_a_rule_is_broken_in_each_of_its_ways(rule_id, wanted):
    """Each way is drawn sooner or later."""
    assert first(violating(rule_id, area="涵江区"), lambda team: reasons(team) == wanted)


@FEW
@given(team=clerk_teams(level="乡", clerks=None))
def test_teams_state_what_is_given(team):
    """Given fields are stated just so."""
    assert (team.level, team.clerks) == (AreaLevel.TOWNSHIP, None)
    assert {"level", "clerks"} <= team.model_fields_set


def test_teams_state_all_or_next_to_nothing():
    """Both ends are drawn."""
    assert first(clerk_teams(), lambda team: team.model_fields_set == {"name"})
    assert first(clerk_teams(), lambda team: team.model_fields_set == set(ClerkTeam.model_fields))


def test_teams_name_fields_that_do_not_exist():
    """A misspelt field is refused before anything is drawn."""
    with pytest.raises(TypeError, match="expected fields of ClerkTeam, got nmae"):
        clerk_teams(nmae="队伍")
