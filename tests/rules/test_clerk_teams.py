"""What each rule about teams of clerks answers: kept, broken, silent, unknown and left to a person."""

from datetime import date

import pytest

from support import FUZHOU, HANJIANG, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, judged, said, stated
from zwfw import Context, Severity, State, check
from zwfw.norms import norm
from zwfw.records import ClerkTeam, Grade
from zwfw.records.stated import Unstated
from zwfw.rules import clerk_teams
from zwfw.rules.clerk_teams import ClerkRange, clerk_range, grade_places

PUTIAN = "350300"

TOWNSHIP = {
    "name": "国欢镇",
    "area": HANJIANG,
    "level": "乡",
    "is_whole_corps": False,
    "clerks": 5,
    "population": 50_000,
    "registered_population": 60_000,
    "yearly_cases": 20_000,
    "recruited_by_centre": True,
    "reform_done_on": "2024-12-31",
    "establishment": None,
    "grade_five": None,
    "grade_four": None,
    "grade_three": None,
}
HALL = {"name": "区中心", "level": "县", "clerks": 30, "reform_done_on": "2023-12-31"}
CORPS = {
    "name": "全区",
    "level": "县",
    "is_whole_corps": True,
    "establishment": 30,
    "grade_five": 18,
    "grade_four": 9,
    "grade_three": 3,
}


def a_team(**changes):
    """The clerks of a township of 涵江区, with every field stated and every clause kept, with your changes."""
    return ClerkTeam(**stated(TOWNSHIP | changes))


def answers(rule, team, day=None, **readings):
    """What *rule* answers about a team: state, reason and place."""
    named = {name.replace("_", "-"): option for name, option in readings.items()}
    return said(rule, team, a_context(day or date(2025, 6, 30), readings=named))


@pytest.mark.parametrize("changes", [{}, HALL, CORPS])
def test_each_kind_of_team_can_keep_every_rule(changes):
    """A township's, the district's hall and the whole corps."""
    assert check(a_team(**changes), a_context()).ok


# Recruiting


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        (HALL, MET),
        ({"recruited_by_centre": False}, breach("clerks-not-recruited-by-centre", "recruited_by_centre")),
        (HALL | {"recruited_by_centre": None}, breach("clerks-not-recruited-by-centre", "recruited_by_centre")),
        ({"level": "村", "recruited_by_centre": False}, idle("team-of-no-centre")),
        ({"level": None}, idle("team-of-no-centre")),
        (CORPS | {"recruited_by_centre": False}, idle("team-of-no-centre")),
        ({"level": UNSTATED, "is_whole_corps": True}, idle("team-of-no-centre")),
        ({"level": "村", "is_whole_corps": UNSTATED}, idle("team-of-no-centre")),
        ({"level": UNSTATED}, UNKNOWN),
        ({"is_whole_corps": UNSTATED}, UNKNOWN),
        ({"recruited_by_centre": UNSTATED}, UNKNOWN),
    ],
)
def test_recruited_by_centre(changes, found):
    """Centres of every level, and centres alone."""
    assert answers(clerk_teams.recruited_by_centre, a_team(**changes)) == found


# Numbers


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        # 2 to 5, both of them counted.
        ({"clerks": 1}, breach("too-few-clerks", "clerks")),
        ({"clerks": None}, breach("too-few-clerks", "clerks")),
        ({"clerks": 2}, MET),
        ({"clerks": 5}, MET),
        ({"clerks": 6}, breach("too-many-clerks", "clerks")),
        # One more above 50 000: that many is not above.
        ({"clerks": 6, "population": 49_999}, breach("too-many-clerks", "clerks")),
        ({"clerks": 6, "population": 50_000}, breach("too-many-clerks", "clerks")),
        ({"clerks": 6, "population": 50_001}, MET),
        ({"clerks": 7, "population": 50_001}, breach("too-many-clerks", "clerks")),
        ({"clerks": 6, "population": None}, breach("too-many-clerks", "clerks")),
        # The people who are registered are others.
        ({"clerks": 6, "registered_population": 90_000}, breach("too-many-clerks", "clerks")),
        # The one more raises only the ceiling.
        ({"clerks": 2, "population": 90_000}, MET),
        ({"clerks": 5, "population": UNSTATED}, MET),
        ({"clerks": 1, "population": UNSTATED}, breach("too-few-clerks", "clerks")),
        ({"clerks": 6, "population": UNSTATED}, UNKNOWN),
        ({"clerks": UNSTATED}, UNKNOWN),
        # About 30 has no tolerance.
        (HALL, MET),
        (HALL | {"population": UNSTATED}, MET),
        (HALL | {"clerks": 29}, judged("clerks-not-just-so-many", "clerks")),
        (HALL | {"clerks": 31}, judged("clerks-not-just-so-many", "clerks")),
        (HALL | {"clerks": None}, judged("clerks-not-just-so-many", "clerks")),
        (CORPS | {"clerks": 90}, idle("number-of-clerks-not-set")),
        ({"level": "市", "clerks": 90}, idle("number-of-clerks-not-set")),
        ({"level": "村", "clerks": 1}, idle("number-of-clerks-not-set")),
        ({"level": UNSTATED}, UNKNOWN),
        ({"level": UNSTATED, "is_whole_corps": True}, idle("number-of-clerks-not-set")),
        ({"is_whole_corps": UNSTATED}, UNKNOWN),
    ],
)
def test_number_of_clerks(changes, found):
    """2 to 5, one more above 50 000 people; about 30 in the district's hall."""
    assert answers(clerk_teams.number_of_clerks, a_team(**changes)) == found


def test_the_number_is_a_power_and_going_beyond_it_is_advice():
    """The clause says may (可)."""
    (found,) = clerk_teams.number_of_clerks(a_team(clerks=7, population=60_000), a_context())

    assert (found.severity, dict(found.facts)) == (Severity.ADVICE, {"clerks": 7, "most": 6})
    assert [held.ref for held in found.clauses] == ["hanjiang-2023/task-7"]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"population": 50_000}, ClerkRange(2, 5)),
        ({"population": 50_001}, ClerkRange(2, 6)),
        ({"population": None}, ClerkRange(2, 5)),
        (HALL, None),
        (CORPS, None),
    ],
)
def test_the_range_can_be_asked_for_by_itself(changes, found):
    """Without a team's own number."""
    assert clerk_range(a_team(**changes, **({} if "clerks" in changes else {"clerks": UNSTATED})), a_context()) == found


def test_the_range_of_a_team_of_unknown_population_is_not_known():
    """The field is named."""
    with pytest.raises(Unstated) as unknown:
        clerk_range(a_team(population=UNSTATED), a_context())

    assert unknown.value.paths == ("population",)


# The reform


FIRST = {"registered_population": 100_001, "yearly_cases": 30_001}
NOT_DONE = breach("reform-not-done", "reform_done_on")
LATE = breach("reform-done-late", "reform_done_on")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        # The district's own centre: 2023-12-31, the day itself counts.
        (HALL, MET),
        (HALL | {"reform_done_on": "2024-01-01"}, LATE),
        (HALL | {"reform_done_on": None}, NOT_DONE),
        # A township of the first wave has more than 100 000 people and more than 30 000 cases.
        (FIRST | {"reform_done_on": "2023-12-31"}, MET),
        (FIRST | {"reform_done_on": "2024-01-01"}, LATE),
        (FIRST | {"registered_population": 100_000, "reform_done_on": "2024-01-01"}, MET),
        (FIRST | {"yearly_cases": 30_000, "reform_done_on": "2024-01-01"}, MET),
        (FIRST | {"registered_population": None, "reform_done_on": "2024-01-01"}, MET),
        (FIRST | {"yearly_cases": None, "reform_done_on": "2024-01-01"}, MET),
        # The figure of people is that of the registered ones.
        ({"population": 200_000, "yearly_cases": 30_001, "reform_done_on": "2024-01-01"}, MET),
        # All others: 2024-12-31.
        ({"reform_done_on": "2024-12-31"}, MET),
        ({"reform_done_on": "2025-01-01"}, LATE),
        ({"reform_done_on": None}, NOT_DONE),
        ({"level": "市", "reform_done_on": "2024-12-31"}, MET),
        ({"level": "村", "reform_done_on": None}, idle("team-of-no-centre")),
        (CORPS | {"reform_done_on": None}, idle("team-of-no-centre")),
        # What is done by the first date is in time for every centre.
        ({"registered_population": UNSTATED, "yearly_cases": UNSTATED, "reform_done_on": "2023-12-31"}, MET),
        ({"registered_population": UNSTATED, "yearly_cases": 30_000}, MET),
        ({"registered_population": UNSTATED, "yearly_cases": 30_001}, UNKNOWN),
        ({"yearly_cases": UNSTATED, "registered_population": 100_000}, MET),
        ({"yearly_cases": UNSTATED, "registered_population": 100_001}, UNKNOWN),
        # What comes after both dates is late for every centre.
        ({"registered_population": UNSTATED, "yearly_cases": UNSTATED, "reform_done_on": "2024-12-31"}, UNKNOWN),
        ({"registered_population": UNSTATED, "yearly_cases": UNSTATED, "reform_done_on": "2025-01-01"}, LATE),
        ({"registered_population": UNSTATED, "yearly_cases": UNSTATED, "reform_done_on": None}, NOT_DONE),
        ({"reform_done_on": UNSTATED}, UNKNOWN),
        ({"level": UNSTATED}, UNKNOWN),
        # What is still to come is not seen yet.
        ({"reform_done_on": "2025-07-01"}, NOT_DONE),
    ],
)
def test_reform_in_time(changes, found):
    """The first wave by the end of 2023, every other centre by the end of 2024."""
    assert answers(clerk_teams.reform_in_time, a_team(**changes)) == found


WAITING = idle("not-due-yet", "reform_done_on")


@pytest.mark.parametrize(
    ("changes", "day", "found"),
    [
        (HALL, date(2023, 12, 31), WAITING),
        (HALL, date(2024, 1, 1), NOT_DONE),
        (FIRST, date(2023, 12, 31), WAITING),
        (FIRST, date(2024, 1, 1), NOT_DONE),
        ({}, date(2024, 1, 1), WAITING),
        ({}, date(2024, 12, 31), WAITING),
        ({}, date(2025, 1, 1), NOT_DONE),
    ],
)
def test_nothing_is_late_before_its_date_is_over(changes, day, found):
    """The last day is in time."""
    assert answers(clerk_teams.reform_in_time, a_team(**changes | {"reform_done_on": None}), day) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"registered_population": 100_001, "yearly_cases": 30_000}, LATE),
        ({"registered_population": 100_000, "yearly_cases": 30_001}, LATE),
        ({"registered_population": 100_000, "yearly_cases": 30_000}, MET),
        (FIRST, LATE),
        # One that is above settles it.
        ({"registered_population": 100_001, "yearly_cases": UNSTATED}, LATE),
        ({"registered_population": UNSTATED, "yearly_cases": 30_001}, LATE),
        ({"registered_population": UNSTATED, "yearly_cases": 30_000}, UNKNOWN),
    ],
)
def test_either_figure_may_be_enough(changes, found):
    """The joining word can be read so."""
    team = a_team(**changes | {"reform_done_on": "2024-06-30"})

    assert answers(clerk_teams.reform_in_time, team, first_wave_conditions="either") == found


@pytest.mark.parametrize(
    ("changes", "turns"),
    [
        ({"registered_population": 100_001}, ("first-wave-conditions",)),
        (FIRST, ()),
        ({}, ()),
        (HALL | {"registered_population": 100_001}, ()),
    ],
)
def test_an_answer_says_whether_it_turns_on_how_the_conditions_are_joined(changes, turns):
    """It does where one figure is above and the other is not."""
    (found,) = clerk_teams.reform_in_time(a_team(**changes | {"reform_done_on": "2024-06-30"}), a_context())

    assert found.readings == turns


def test_the_dates_are_those_of_the_plan():
    """And the two waves together are every centre."""
    (found,) = clerk_teams.reform_in_time(a_team(**HALL | {"reform_done_on": None}), a_context())

    assert dict(found.facts) == {"due_on": date(2023, 12, 31)}
    assert [norm(f"hanjiang-2023/task-7#{number}").terms[0].due_on() for number in (8, 9)] == [
        date(2023, 12, 31),
        date(2024, 12, 31),
    ]


# Grades


@pytest.mark.parametrize(
    ("posts", "rounding", "places"),
    [
        # 30 x 60% = 18, x 30% = 9, x 10% = 3.
        (30, "exact", [18, 9, 3]),
        (0, "exact", [0, 0, 0]),
        (10, "exact", [6, 3, 1]),
        # 25: 15, 7.5, 2.5.
        (25, "exact", [15, None, None]),
        (25, "half-up", [15, 8, 3]),
        (25, "down", [15, 7, 2]),
        # 31: 18.6, 9.3, 3.1.
        (31, "exact", [None, None, None]),
        (31, "half-up", [19, 9, 3]),
        (31, "down", [18, 9, 3]),
        # 4: 2.4, 1.2, 0.4: a township cannot be split.
        (4, "half-up", [2, 1, 0]),
        # 29: 17.4, 8.7, 2.9.
        (29, "half-up", [17, 9, 3]),
        (29, "down", [17, 8, 2]),
        (30, "half-up", [18, 9, 3]),
        (30, "down", [18, 9, 3]),
    ],
)
def test_places_of_each_grade(posts, rounding, places):
    """60, 30 and 10 per cent."""
    assert list(grade_places(posts, rounding).items()) == list(zip(Grade, places, strict=True))


@pytest.mark.parametrize(("posts", "rounding"), [(-1, "exact"), (30, "up")])
def test_there_are_no_places_of_other_numbers_and_roundings(posts, rounding):
    """What belongs is named."""
    with pytest.raises(ValueError, match="expected"):
        grade_places(posts, rounding)


OF_31 = {"establishment": 31, "grade_five": 18, "grade_four": 9, "grade_three": 4}


@pytest.mark.parametrize(
    ("changes", "readings", "found"),
    [
        ({}, {}, MET),
        ({"grade_five": 17}, {}, breach("grade-share-missed", "grade_five")),
        ({"grade_five": 19}, {}, breach("grade-share-missed", "grade_five")),
        (
            {"grade_four": 10, "grade_three": 2},
            {},
            breach("grade-share-missed", "grade_four") + breach("grade-share-missed", "grade_three"),
        ),
        ({"grade_three": None}, {}, breach("grade-share-missed", "grade_three")),
        (OF_31, {}, judged("grade-share-not-whole", "grade_five", "grade_four", "grade_three")),
        (
            OF_31,
            {"grade_rounding": "half-up"},
            breach("grade-share-missed", "grade_five") + breach("grade-share-missed", "grade_three"),
        ),
        (OF_31, {"grade_rounding": "down"}, breach("grade-share-missed", "grade_three")),
        (
            {"establishment": 35},
            {},
            breach("grade-share-missed", "grade_five") + judged("grade-share-not-whole", "grade_four", "grade_three"),
        ),
        ({"establishment": 0}, {}, idle("posts-not-counted-together")),
        ({"establishment": None}, {}, idle("posts-not-counted-together")),
        ({"is_whole_corps": False}, {}, idle("posts-not-counted-together")),
        ({"is_whole_corps": False, "establishment": UNSTATED}, {}, idle("posts-not-counted-together")),
        ({"is_whole_corps": UNSTATED}, {}, UNKNOWN),
        ({"establishment": UNSTATED}, {}, UNKNOWN),
        ({"grade_five": UNSTATED}, {}, UNKNOWN),
        ({"grade_five": UNSTATED, "grade_four": 8}, {}, UNKNOWN + breach("grade-share-missed", "grade_four")),
    ],
)
def test_grade_shares(changes, readings, found):
    """Of all posts together, by the rounding that is chosen."""
    assert answers(clerk_teams.grade_shares, a_team(**CORPS | changes), **readings) == found


@pytest.mark.parametrize(("changes", "turns"), [({}, ()), (OF_31, ("grade-rounding",))])
def test_an_answer_says_whether_it_turns_on_rounding(changes, turns):
    """It does where a share is no whole number."""
    assert {each.readings for each in clerk_teams.grade_shares(a_team(**CORPS | changes), a_context())} == {turns}


def test_the_grades_are_the_printed_ones():
    """五级, 四级, 三级."""
    assert norm("hanjiang-2023/task-8#1").members == tuple(grade.value for grade in Grade)


# Where, when, and how it is said


@pytest.mark.parametrize("rule", clerk_teams.RULES, ids=lambda rule: rule.id)
@pytest.mark.parametrize(
    ("area", "day", "reasons"),
    [
        (FUZHOU, date(2025, 6, 30), {"never-in-force"}),
        (XIAMEN, date(2025, 6, 30), {"never-in-force"}),
        (PUTIAN, date(2025, 6, 30), {"never-in-force"}),
        (HANJIANG, date(2021, 12, 31), {"not-yet-in-force"}),
        (HANJIANG, date(2026, 3, 6), {"no-longer-in-force"}),
    ],
)
def test_the_plan_binds_its_district_while_it_is_in_force(rule, area, day, reasons):
    """Elsewhere, before and after nothing is said."""
    found = rule(a_team(area=area), Context(area="350000", as_of=day))

    assert {(each.state, each.reason) for each in found} == {(State.NOT_APPLICABLE, reason) for reason in reasons}


@pytest.mark.parametrize(
    ("rule", "changes", "severity"),
    [
        (clerk_teams.recruited_by_centre, {"recruited_by_centre": False}, Severity.VIOLATION),
        (clerk_teams.number_of_clerks, {"clerks": 1}, Severity.ADVICE),
        (clerk_teams.reform_in_time, {"reform_done_on": None}, Severity.VIOLATION),
        (clerk_teams.grade_shares, CORPS | {"grade_five": 1}, Severity.VIOLATION),
    ],
)
def test_breaches_weigh_what_the_words_say(rule, changes, severity):
    """应 or 可."""
    (found,) = rule(a_team(**changes), a_context())

    assert (found.severity, [held.ref for held in found.clauses]) == (severity, list(rule.clauses))
