"""What each rule about departments in a centre answers: kept, broken, silent and unknown."""

from datetime import date

import pytest

from support import FUZHOU, HANJIANG, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, said, stated
from zwfw import Severity
from zwfw.errors import UnknownParameterError
from zwfw.records import Department
from zwfw.rules import departments
from zwfw.rules.departments import Eligibility, non_resident_eligibility

PUTIAN = "350300"

_BASE = {
    "name": "市气象局",
    "area": PUTIAN,
    "level": "市",
    "has_items_in_centre": True,
    "all_items_exempt": False,
    "has_resident_window": False,
    "has_non_resident_window": True,
    "has_chief_representative": True,
    "fully_authorised": True,
    "department_in_place": True,
    "items_in_place": True,
    "people_in_place": True,
    "mean_yearly_cases": 40,
    "project_yearly_cases": 40,
    "online_share_percent": 60,
    "service_authority_agreed": True,
    "intake_delegated": True,
    "delivery_delegated": True,
    "liaisons": 1,
    "leaders_in_charge": 1,
    "approving_sections": 1,
    "serving_windows": 1,
    "approval_seals": 1,
    "items_in_hall": True,
    "items_online": True,
    "principal_signature_needed": True,
    "signature_delegated": True,
}


def a_department(**changes):
    """A department of the city of Putian with a non-resident window that keeps every clause, with your changes."""
    return Department(**stated(_BASE | changes))


LOOK = a_context("2025-06-30")


def refs(outcome):
    """The clauses that it cites."""
    return [each.ref for each in outcome.clauses]


@pytest.mark.parametrize("rule", departments.RULES, ids=lambda rule: rule.id)
def test_the_department_that_is_changed_keeps_every_clause(rule):
    """So that what a change breaks, the change breaks."""
    expected = idle("never-in-force") if rule is departments.fully_authorised else MET

    assert said(rule, a_department(), LOOK) == expected


NO_CHIEF = breach("no-chief-representative", "has_chief_representative")


@pytest.mark.parametrize(
    ("area", "changes", "found"),
    [
        (FUZHOU, {}, MET),
        (FUZHOU, {"has_chief_representative": False}, NO_CHIEF),
        (FUZHOU, {"has_chief_representative": None}, NO_CHIEF),
        (FUZHOU, {"has_chief_representative": False, "has_items_in_centre": False}, idle("not-among-departments")),
        (FUZHOU, {"has_chief_representative": False, "level": "乡"}, NO_CHIEF),
        (FUZHOU, {"has_chief_representative": UNSTATED}, UNKNOWN),
        (FUZHOU, {"has_chief_representative": False, "has_items_in_centre": UNSTATED}, UNKNOWN),
        (FUZHOU, {"has_items_in_centre": UNSTATED}, MET),
        (XIAMEN, {"has_chief_representative": False}, NO_CHIEF),
        (XIAMEN, {"has_chief_representative": UNSTATED}, UNKNOWN),
        (PUTIAN, {"has_chief_representative": False}, NO_CHIEF),
        (PUTIAN, {"has_chief_representative": False, "level": UNSTATED}, UNKNOWN + NO_CHIEF),
        (PUTIAN, {"has_items_in_centre": False, "has_chief_representative": False}, NO_CHIEF),
        (
            PUTIAN,
            {"has_items_in_centre": False, "has_chief_representative": False, "all_items_exempt": True},
            [("NEEDS_JUDGEMENT", "perhaps-exempt-from-representative", "has_chief_representative")],
        ),
        (
            PUTIAN,
            {"has_items_in_centre": False, "has_chief_representative": False, "all_items_exempt": UNSTATED},
            UNKNOWN,
        ),
        # items on the list that are in the centre all the same
        (PUTIAN, {"has_chief_representative": False, "all_items_exempt": True}, NO_CHIEF),
        (
            PUTIAN,
            {"has_items_in_centre": False, "has_chief_representative": False, "level": "省"},
            idle("not-among-departments"),
        ),
        (PUTIAN, {"has_items_in_centre": False, "level": "县"}, MET),
    ],
)
def test_a_department_names_its_chief_representative(area, changes, found):
    """One with items in the centre; in Putian each of city and county level."""
    assert said(departments.chief_representative, a_department(**{"area": area} | changes), LOOK) == found


@pytest.mark.parametrize(
    ("changes", "cited"),
    [
        ({"area": FUZHOU}, ["fujian-2022/2.2.9"]),
        ({"area": XIAMEN}, ["xiamen-2022/2.2.9", "fujian-2022/2.2.9"]),
        ({}, ["putian-2025/art-15", "fujian-2022/2.2.9"]),
        ({"level": "乡"}, ["fujian-2022/2.2.9"]),
        ({"has_items_in_centre": None}, ["putian-2025/art-15"]),
    ],
)
@pytest.mark.parametrize("named", [True, False])
def test_the_clauses_that_speak_of_the_department_are_cited(changes, cited, named):
    """Kept or broken, and once."""
    (found,) = departments.chief_representative(a_department(**changes, has_chief_representative=named), LOOK)

    assert refs(found) == cited
    assert found.severity is (None if named else Severity.VIOLATION)


@pytest.mark.parametrize(
    ("area", "changes", "found"),
    [
        (XIAMEN, {}, MET),
        (XIAMEN, {"fully_authorised": False}, breach("not-fully-authorised", "fully_authorised")),
        (XIAMEN, {"fully_authorised": UNSTATED}, UNKNOWN),
        (XIAMEN, {"people_in_place": False, "level": "省"}, MET),
        (XIAMEN, {"has_items_in_centre": False, "fully_authorised": False}, idle("not-among-departments")),
        (HANJIANG, {"level": "县"}, MET),
        (HANJIANG, {"level": "县", "fully_authorised": False}, MET),
        (
            HANJIANG,
            {"level": "县", "department_in_place": False},
            breach("department-not-in-place", "department_in_place"),
        ),
        (HANJIANG, {"level": "县", "items_in_place": None}, breach("items-not-in-place", "items_in_place")),
        (
            HANJIANG,
            {"level": "县", "people_in_place": False, "items_in_place": UNSTATED},
            [*UNKNOWN, *breach("people-not-in-place", "people_in_place")],
        ),
        # the plan speaks of the district's centre
        (HANJIANG, {"level": "乡", "people_in_place": False}, idle("not-among-departments")),
        (HANJIANG, {"level": UNSTATED, "people_in_place": False}, UNKNOWN),
        (FUZHOU, {"fully_authorised": False}, idle("never-in-force")),
    ],
)
def test_what_is_in_the_centre_is_authorised_in_full(area, changes, found):
    """In Xiamen the items, in Hanjiang department, items and people."""
    assert said(departments.fully_authorised, a_department(**{"area": area} | changes), LOOK) == found


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("2023-03-05", "not-yet-in-force"),
        ("2023-03-06", "people-not-in-place"),
        ("2026-03-05", "people-not-in-place"),
        ("2026-03-06", "no-longer-in-force"),
    ],
)
def test_the_plan_of_hanjiang_has_an_end(day, reason):
    """Three years from the day of issue on, that day counted."""
    held = a_department(area=HANJIANG, level="县", people_in_place=False)

    assert [each.reason for each in departments.fully_authorised(held, a_context(day))] == [reason]


ONES = {
    "leaders_in_charge": "not-one-leader",
    "approving_sections": "not-one-section",
    "serving_windows": "not-one-window",
    "approval_seals": "not-one-seal",
}


@pytest.mark.parametrize("field", ONES)
@pytest.mark.parametrize("count", [None, 0, 1, 2])
def test_there_is_one_of_each(field, count):
    """One leader, section, window and approval seal; neither none nor two."""
    found = said(departments.four_ones, a_department(**{field: count}), LOOK)

    assert found == (MET if count == 1 else breach(ONES[field], field))


def test_what_is_not_known_of_one_hides_nothing_of_the_others():
    """Each of the four answers for itself."""
    held = a_department(leaders_in_charge=UNSTATED, approval_seals=2)

    assert said(departments.four_ones, held, LOOK) == UNKNOWN + breach("not-one-seal", "approval_seals")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"items_in_hall": False}, breach("items-outside-hall", "items_in_hall")),
        ({"items_online": None}, breach("items-off-online-hall", "items_online")),
        ({"items_in_hall": UNSTATED}, UNKNOWN),
        (
            {"items_in_hall": False, "items_online": False},
            breach("items-outside-hall", "items_in_hall") + breach("items-off-online-hall", "items_online"),
        ),
    ],
)
def test_items_are_handled_in_both_halls(changes, found):
    """One of the two is not enough."""
    assert said(departments.items_in_both_halls, a_department(**changes), LOOK) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"signature_delegated": False}, breach("signature-not-delegated", "signature_delegated")),
        ({"signature_delegated": None}, breach("signature-not-delegated", "signature_delegated")),
        ({"signature_delegated": UNSTATED}, UNKNOWN),
        ({"signature_delegated": False, "principal_signature_needed": False}, idle("no-signature-of-principal")),
        ({"principal_signature_needed": UNSTATED}, UNKNOWN),
    ],
)
def test_in_principle_the_window_signs(changes, found):
    """Where the principal would have to."""
    assert said(departments.signature_delegated, a_department(**changes), LOOK) == found


def test_in_principle_is_a_departure():
    """原则上 leaves the principal a right to sign."""
    (found,) = departments.signature_delegated(a_department(signature_delegated=False), LOOK)

    assert (found.severity, refs(found)) == (Severity.DEPARTURE, ["putian-2025/art-14"])


NO_WINDOW = breach("no-window-in-centre", "has_resident_window")
NEITHER = {"has_non_resident_window": False}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        (NEITHER | {"has_resident_window": True}, MET),
        ({"has_resident_window": UNSTATED}, MET),
        (NEITHER, NO_WINDOW),
        (NEITHER | {"level": "县"}, NO_WINDOW),
        (NEITHER | {"level": "乡"}, idle("department-of-another-level")),
        (NEITHER | {"level": None}, idle("department-of-another-level")),
        (NEITHER | {"level": UNSTATED}, UNKNOWN),
        (NEITHER | {"has_resident_window": UNSTATED}, UNKNOWN),
        (NEITHER | {"all_items_exempt": True}, NO_WINDOW),
        (NEITHER | {"all_items_exempt": UNSTATED}, NO_WINDOW),
        (NEITHER | {"has_items_in_centre": False}, NO_WINDOW),
        (NEITHER | {"has_items_in_centre": False, "all_items_exempt": UNSTATED}, UNKNOWN),
        (
            NEITHER | {"has_items_in_centre": False, "all_items_exempt": True},
            [("NEEDS_JUDGEMENT", "perhaps-exempt-from-window", "has_resident_window")],
        ),
    ],
)
def test_a_department_has_a_window_in_the_centre(changes, found):
    """Resident or not; whether the negative list is an exception a person has to say."""
    assert said(departments.window_in_the_centre, a_department(**changes), LOOK) == found


YES, NO = Eligibility.YES, Eligibility.NO
DEPENDS, UNCLEAR = Eligibility.DEPENDS, Eligibility.UNKNOWN

# 小于200件（涉及项目审批年办件量小于50件）. A: with projects, the mean is under 50. B: the mean under 200 and the
# projects under 50. C: either. Without projects all three ask for a mean under 200.
VOLUMES = [
    # mean, projects, A, B, C
    (40, 40, True, True, True),
    (120, 10, False, True, True),
    (120, 60, False, False, True),
    (250, 10, False, False, True),
    (250, 60, False, False, False),
    (120, None, True, True, True),
    (300, None, False, False, False),
    # the edges: fewer than, so that the figures themselves fail
    (199, None, True, True, True),
    (199.5, None, True, True, True),
    (200, None, False, False, False),
    (49, 49, True, True, True),
    (49.5, 10, True, True, True),
    (50, 49, False, True, True),
    (50, 50, False, False, True),
    (199, 49, False, True, True),
    (200, 49, False, False, True),
    (200, 50, False, False, False),
    # projects are approved, and there was no case of one
    (120, 0, False, True, True),
    # one year of projects may be over the mean of three
    (40, 60, True, False, True),
]


@pytest.mark.parametrize(("mean", "projects", "special", "cumulative", "alternative"), VOLUMES)
def test_the_three_readings_of_the_bracket(mean, projects, special, cumulative, alternative):
    """Yes or no where they agree, and otherwise that it depends on the reading."""
    held = a_department(mean_yearly_cases=mean, project_yearly_cases=projects)
    readings = {"special": special, "cumulative": cumulative, "alternative": alternative}
    answers = set(readings.values())

    found = non_resident_eligibility(held, LOOK)

    assert found.by_volume == readings
    assert found.by_online_share is False
    assert found.missing == ()
    assert found.state is (DEPENDS if len(answers) > 1 else YES if answers == {True} else NO)


@pytest.mark.parametrize(("mean", "projects", "special", "cumulative", "alternative"), VOLUMES)
def test_the_rule_follows_the_reading_and_says_where_it_turns_on_it(mean, projects, special, cumulative, alternative):
    """The cautious one unless another is chosen."""
    held = a_department(mean_yearly_cases=mean, project_yearly_cases=projects)
    wanted = {None: special, "special": special, "cumulative": cumulative, "alternative": alternative}
    for option, is_eligible in wanted.items():
        chosen = {"project-cases-bracket": option} if option else None
        (found,) = departments.non_resident_window(held, a_context("2025-06-30", readings=chosen))

        assert found.reason == ("met" if is_eligible else "not-eligible-for-non-resident")
        assert found.readings == (("project-cases-bracket",) if len({special, cumulative, alternative}) > 1 else ())


@pytest.mark.parametrize(
    ("share", "state"),
    [(94.99, NO), (95, YES), (95.01, YES), (100, YES), (0, NO)],
    ids=["under", "at", "over", "", " "],
)
def test_nearly_all_done_online_is_enough(share, state):
    """95 % counts (以上), however many cases there are."""
    found = non_resident_eligibility(
        a_department(mean_yearly_cases=900, project_yearly_cases=60, online_share_percent=share), LOOK
    )

    assert (found.state, found.by_online_share) == (state, state is YES)


@pytest.mark.parametrize(
    ("changes", "state", "missing"),
    [
        # few cases settle it, whatever is done online
        ({"online_share_percent": UNSTATED}, YES, ()),
        ({"mean_yearly_cases": UNSTATED, "online_share_percent": 95}, YES, ()),
        ({"mean_yearly_cases": 250, "online_share_percent": UNSTATED, "project_yearly_cases": 60}, UNCLEAR, "o"),
        ({"mean_yearly_cases": UNSTATED}, UNCLEAR, "m"),
        ({"mean_yearly_cases": 120, "project_yearly_cases": UNSTATED}, UNCLEAR, "p"),
        # under 50 is under both, by every reading but that which counts the projects too
        ({"project_yearly_cases": UNSTATED}, UNCLEAR, "p"),
        ({"mean_yearly_cases": 250, "project_yearly_cases": UNSTATED}, UNCLEAR, "p"),
        (
            {"mean_yearly_cases": UNSTATED, "project_yearly_cases": UNSTATED, "online_share_percent": UNSTATED},
            UNCLEAR,
            "mpo",
        ),
        # worked out by nobody: a figure is missing, not a statement
        ({"mean_yearly_cases": None}, UNCLEAR, ("mean_yearly_cases.figure",)),
        ({"mean_yearly_cases": 300, "online_share_percent": None, "project_yearly_cases": None}, UNCLEAR, "f"),
    ],
)
def test_what_is_not_known_of_the_figures(changes, state, missing):
    """What settles the matter is enough, and what would is named."""
    names = {
        "m": ("mean_yearly_cases",),
        "p": ("project_yearly_cases",),
        "o": ("online_share_percent",),
        "mpo": ("mean_yearly_cases", "project_yearly_cases", "online_share_percent"),
        "f": ("online_share_percent.figure",),
    }
    found = non_resident_eligibility(a_department(**changes), LOOK)

    assert (found.state, found.missing) == (state, names.get(missing, missing))


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        # by the cautious reading 40 cases are few enough, and 250 too many, with projects or without
        ({"project_yearly_cases": UNSTATED}, None),
        (
            {"mean_yearly_cases": 250, "project_yearly_cases": UNSTATED, "online_share_percent": UNSTATED},
            ("online_share_percent",),
        ),
        ({"mean_yearly_cases": 120, "project_yearly_cases": UNSTATED}, ("project_yearly_cases",)),
    ],
)
def test_the_rule_misses_only_what_its_reading_asks_for(changes, missing):
    """What another reading would ask for is not missing."""
    (found,) = departments.non_resident_window(a_department(**changes), LOOK)

    assert found.missing == (missing or ())
    assert found.state.name == ("UNDETERMINED" if missing else "MET")
    assert found.readings == ("project-cases-bracket",)


def test_the_conditions_are_those_of_putian():
    """Elsewhere, and before, there are none; a department that states no area is of the context's."""
    with pytest.raises(UnknownParameterError):
        non_resident_eligibility(a_department(area=FUZHOU), LOOK)
    with pytest.raises(UnknownParameterError):
        non_resident_eligibility(a_department(), a_context(date(2025, 5, 5)))
    assert non_resident_eligibility(a_department(area=UNSTATED), a_context(area=PUTIAN)).state is YES


NOT_AGREED = breach("non-resident-not-agreed", "service_authority_agreed")
NOT_ELIGIBLE = breach("not-eligible-for-non-resident", "has_non_resident_window")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        # consent is asked for by either way in
        ({"service_authority_agreed": False}, NOT_AGREED),
        ({"service_authority_agreed": None, "mean_yearly_cases": 900, "online_share_percent": 99}, NOT_AGREED),
        ({"service_authority_agreed": False, "mean_yearly_cases": 900}, NOT_ELIGIBLE + NOT_AGREED),
        ({"service_authority_agreed": UNSTATED}, UNKNOWN),
        ({"service_authority_agreed": UNSTATED, "mean_yearly_cases": 900}, NOT_ELIGIBLE + UNKNOWN),
        # no consent makes up for many cases
        ({"mean_yearly_cases": 900}, NOT_ELIGIBLE),
        ({"mean_yearly_cases": 900, "has_non_resident_window": False}, idle("no-non-resident-window")),
        ({"mean_yearly_cases": 900, "level": "乡"}, idle("no-non-resident-window")),
        ({"has_non_resident_window": UNSTATED}, UNKNOWN),
    ],
)
def test_a_non_resident_window_takes_its_conditions_and_consent(changes, found):
    """Either condition, and consent in any case."""
    assert said(departments.non_resident_window, a_department(**changes), LOOK) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"intake_delegated": False}, breach("intake-not-delegated", "intake_delegated")),
        ({"delivery_delegated": None}, breach("delivery-not-delegated", "delivery_delegated")),
        ({"delivery_delegated": UNSTATED}, UNKNOWN),
        ({"intake_delegated": False, "has_non_resident_window": False}, idle("no-non-resident-window")),
        # it follows from the window, eligible or not
        ({"intake_delegated": False, "mean_yearly_cases": 900}, breach("intake-not-delegated", "intake_delegated")),
    ],
)
def test_both_acts_are_delegated_to_the_general_window(changes, found):
    """Intake and delivery, where the people are not in the centre."""
    assert said(departments.delegated_to_general_window, a_department(**changes), LOOK) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"liaisons": 0}, breach("not-one-liaison", "liaisons")),
        ({"liaisons": None}, breach("not-one-liaison", "liaisons")),
        ({"liaisons": 2}, breach("not-one-liaison", "liaisons")),
        ({"liaisons": UNSTATED}, UNKNOWN),
        ({"liaisons": 0, "has_non_resident_window": None}, idle("no-non-resident-window")),
        ({"liaisons": 0, "level": "乡"}, breach("not-one-liaison", "liaisons")),  # the article names no level
    ],
)
def test_one_liaison_is_named(changes, found):
    """Neither none nor two."""
    assert said(departments.one_liaison, a_department(**changes), LOOK) == found


BROKEN = {
    departments.four_ones: ({"approval_seals": 2}, "putian-2025/art-14"),
    departments.items_in_both_halls: ({"items_online": False}, "putian-2025/art-14"),
    departments.window_in_the_centre: (NEITHER, "putian-2025/art-15"),
    departments.non_resident_window: ({"service_authority_agreed": False}, "putian-2025/art-15"),
    departments.delegated_to_general_window: ({"intake_delegated": False}, "putian-2025/art-15"),
    departments.one_liaison: ({"liaisons": 3}, "putian-2025/art-19"),
}


@pytest.mark.parametrize("rule", BROKEN, ids=lambda rule: rule.id)
def test_the_articles_bind_putian_from_their_first_day(rule):
    """They are musts there, and nothing elsewhere or before."""
    changes, ref = BROKEN[rule]
    held = a_department(**changes)
    (found,) = rule(held, a_context(date(2025, 5, 6)))

    assert (found.severity, refs(found)) == (Severity.VIOLATION, [ref])
    assert said(rule, held, a_context(date(2025, 5, 5))) == idle("not-yet-in-force")
    assert said(rule, a_department(**changes, area=HANJIANG), LOOK) == said(rule, held, LOOK)
    for area in (FUZHOU, XIAMEN):
        assert said(rule, a_department(**changes | {"area": area}), LOOK) == idle("never-in-force")
