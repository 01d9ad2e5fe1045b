"""What each rule about trainings answers: kept, broken, silent and unknown."""

from datetime import date

import pytest

from support import FUZHOU, HANJIANG, MET, UNKNOWN, UNSTATED, a_context, breach, idle, said, stated
from zwfw import Severity
from zwfw.norms import norm
from zwfw.records import TrainingMode, TrainingYear
from zwfw.rules import trainings
from zwfw.testing.kits import check_rule

PUTIAN = "350300"
ETIQUETTE, BUSINESS, ONLINE = "服务礼仪和现场管理培训", "综合业务培训", "“云直播”线上业务培训"
AFTER = date(2025, 1, 1)


def a_training(held_on, kind=ONLINE, *, organised_by_centre=True):
    """One training, organised by the centre."""
    return stated({"held_on": held_on, "kind": kind, "organised_by_centre": organised_by_centre})


# One of etiquette, one of business on each last or first day of a half-year, seven online ones: 1 + 2 + 7 = 10.
TEN = [
    a_training("2024-12-31", ETIQUETTE),
    a_training("2024-06-30", BUSINESS),
    a_training("2024-07-01", BUSINESS),
    *(a_training(f"2024-{month:02}-15") for month in range(2, 9)),
]
BASE = {
    "trainee": "国欢镇便民服务中心",
    "year": 2024,
    "area": HANJIANG,
    "level": "乡",
    "trainings": TEN,
    "online_training_regular": True,
    "are_clerks": True,
    "organised_by_district_centre": True,
    "modes": ["专题培训", "常态化培训"],
}


def a_year(**changes):
    """A year of a township's centre of Hanjiang in which every clause is kept, with your changes."""
    return TrainingYear(**stated(BASE | changes))


NO_ETIQUETTE, NO_BUSINESS = breach("etiquette-not-trained", "trainings"), breach("business-not-trained", "trainings")
OPEN = idle("not-due-yet", "trainings")


@pytest.mark.parametrize(
    ("changes", "as_of", "found"),
    [
        ({}, AFTER, MET),
        ({"trainings": TEN[:3]}, AFTER, MET),
        ({"trainings": TEN[1:]}, AFTER, NO_ETIQUETTE),
        ({"trainings": [TEN[0], TEN[1]]}, AFTER, NO_BUSINESS),  # the second half-year
        ({"trainings": [TEN[0], TEN[2]]}, AFTER, NO_BUSINESS),  # the first
        # Two in one half-year do not cover the other.
        ({"trainings": [TEN[0], TEN[1], a_training("2024-01-02", BUSINESS)]}, AFTER, NO_BUSINESS),
        ({"trainings": []}, AFTER, NO_ETIQUETTE + NO_BUSINESS * 2),
        ({"trainings": None}, AFTER, NO_ETIQUETTE + NO_BUSINESS * 2),
        ({"trainings": UNSTATED}, AFTER, UNKNOWN * 2),
        # What somebody else organised does not count.
        (
            {"trainings": [a_training("2024-05-05", ETIQUETTE, organised_by_centre=False), *TEN[1:]]},
            AFTER,
            NO_ETIQUETTE,
        ),
        (
            {"trainings": [a_training("2024-05-05", ETIQUETTE, organised_by_centre=UNSTATED), *TEN[1:]]},
            AFTER,
            [("UNDETERMINED", "not-stated", "")],
        ),
        ({"trainings": [a_training("2024-05-05", UNSTATED), *TEN[1:]]}, AFTER, [("UNDETERMINED", "not-stated", "")]),
        # What is unknown of another half-year decides nothing.
        (
            {"trainings": [TEN[0], TEN[1], a_training("2024-03-03", UNSTATED)]},
            AFTER,
            NO_BUSINESS,
        ),
        ({"trainings": [*TEN, a_training("2024-03-03", UNSTATED)]}, AFTER, MET),
        # What is unknown of the first half-year does not hide that the second had none.
        ({"trainings": [TEN[0], a_training("2024-03-03", UNSTATED)]}, AFTER, UNKNOWN + NO_BUSINESS),
        # Of the half-year that is not over, what is unknown is told, and nothing of the one after it.
        (
            {"trainings": [a_training("2024-03-03", ETIQUETTE), a_training("2024-03-04", UNSTATED)]},
            date(2024, 6, 30),
            UNKNOWN,
        ),
        # The last day of the half-year, and of the year, is in time.
        ({"trainings": []}, date(2024, 6, 30), OPEN * 2),
        ({"trainings": []}, date(2024, 7, 1), OPEN + NO_BUSINESS + OPEN),
        ({"trainings": TEN[1:2]}, date(2024, 7, 1), OPEN * 2),
        ({"trainings": TEN[:3]}, date(2024, 12, 30), OPEN),  # etiquette comes tomorrow
        ({"trainings": TEN[:3]}, date(2024, 12, 31), MET),
        ({"level": "村", "trainings": []}, AFTER, idle("training-of-no-township")),
        ({"level": None, "trainings": []}, AFTER, idle("training-of-no-township")),
        ({"level": UNSTATED}, AFTER, UNKNOWN),
        ({"area": PUTIAN, "trainings": []}, AFTER, idle("never-in-force")),
    ],
)
def test_of_each_kind(changes, as_of, found):
    """Etiquette once a year, business once in each half-year."""
    assert said(trainings.of_each_kind, a_year(**changes), a_context(as_of)) == found


TOO_FEW = breach("too-few-trainings", "trainings")


@pytest.mark.parametrize(
    ("changes", "as_of", "found"),
    [
        ({"trainings": TEN[:9]}, AFTER, TOO_FEW),
        ({"trainings": TEN}, AFTER, MET),
        ({"trainings": [*TEN, a_training("2024-11-11", "案例研讨")]}, AFTER, MET),
        # Those of every kind count, whoever organised them.
        ({"trainings": [*TEN[:9], a_training("2024-11-11", None, organised_by_centre=False)]}, AFTER, MET),
        ({"trainings": [*TEN[:9], a_training("2024-11-11", UNSTATED, organised_by_centre=UNSTATED)]}, AFTER, MET),
        ({"trainings": []}, AFTER, TOO_FEW),
        ({"trainings": None}, AFTER, TOO_FEW),
        ({"trainings": UNSTATED}, AFTER, UNKNOWN),
        ({"trainings": TEN[1:]}, date(2024, 12, 31), OPEN),
        ({"trainings": TEN}, date(2024, 12, 30), OPEN),
        ({"level": "县", "trainings": []}, AFTER, idle("training-of-no-township")),
    ],
)
def test_often_enough(changes, as_of, found):
    """Nine are too few, ten are enough."""
    assert said(trainings.often_enough, a_year(**changes), a_context(as_of)) == found


def test_a_sentence_tells_the_figures():
    """What was wanted, what was done, and when."""
    (found,) = trainings.often_enough(a_year(trainings=TEN[:9]), a_context(AFTER))

    assert found.message() == "2024-01-01 至 2024-12-31 累计培训 9 次，应不少于 10 次"
    # The card costs points and obliges nobody.
    assert (found.severity, [each.ref for each in found.clauses]) == (Severity.ADVICE, ["hanjiang-2023/T34"])


@pytest.mark.parametrize(
    ("year", "found"),
    [
        # From 2023-03-06: of 2023 the second half lies in force as a whole, of 2026 no half.
        (2023, ["2023-07-01"]),
        (2024, ["2024-01-01", "2024-01-01", "2024-07-01"]),
    ],
)
def test_stretches_are_owed_while_the_plan_is_in_force(year, found):
    """A year or half-year of which only a part is in force is held against nobody."""
    answers = trainings.of_each_kind(a_year(year=year, trainings=[]), a_context(date(2025, 6, 30)))

    breaches = [each for each in answers if each.severity is not None]
    assert [each.facts["first"].isoformat() for each in breaches] == found


def test_a_year_that_is_cut_short_asks_for_nothing():
    """2023 began before the plan and 2026 ends after it."""
    cut = a_year(year=2023, trainings=[])

    assert said(trainings.often_enough, cut, a_context(AFTER)) == idle("no-whole-period", "trainings")
    assert said(trainings.often_enough, a_year(year=2022, trainings=[]), a_context(AFTER)) == idle("not-yet-in-force")
    assert said(trainings.often_enough, a_year(year=2026, trainings=[]), a_context(date(2026, 12, 31))) == idle(
        "no-longer-in-force"
    )
    assert said(trainings.often_enough, a_year(year=2026, trainings=[]), a_context(date(2026, 3, 5))) == idle(
        "no-whole-period", "trainings"
    )


@pytest.mark.parametrize(("level", "ref"), [("乡", "hanjiang-2023/T34"), ("村", "hanjiang-2023/V24")])
@pytest.mark.parametrize(("regular", "state"), [(True, "MET"), (False, "BREACHED"), (None, "BREACHED")])
def test_online_regularly(level, ref, regular, state):
    """Each card under its own row; how often is a person's to say."""
    (found,) = trainings.online_regularly(a_year(level=level, online_training_regular=regular), a_context())

    assert (found.state.name, [each.ref for each in found.clauses]) == (state, [ref])
    assert found.severity is (Severity.ADVICE if state == "BREACHED" else None)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"online_training_regular": False}, breach("online-training-not-regular", "online_training_regular")),
        ({"online_training_regular": UNSTATED}, UNKNOWN),
        ({"level": "县", "online_training_regular": False}, idle("training-of-no-township-or-village")),
        ({"level": None, "online_training_regular": False}, idle("training-of-no-township-or-village")),
        ({"level": UNSTATED}, UNKNOWN),
    ],
)
def test_online_regularly_of_others(changes, found):
    """Unknown and silent."""
    assert said(trainings.online_regularly, a_year(**changes)) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        (
            {"organised_by_district_centre": False},
            breach("clerks-not-trained-by-district", "organised_by_district_centre"),
        ),
        ({"organised_by_district_centre": UNSTATED}, UNKNOWN),
        ({"organised_by_district_centre": False, "are_clerks": False}, idle("trainees-are-no-clerks")),
        ({"are_clerks": UNSTATED}, UNKNOWN),
        ({"organised_by_district_centre": False, "area": PUTIAN}, idle("never-in-force")),
    ],
)
def test_clerks_by_district_centre(changes, found):
    """区政务服务中心负责组织业务培训."""
    assert said(trainings.clerks_by_district_centre, a_year(**changes)) == found


MISSING = breach("training-mode-missing", "modes")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"modes": ["常态化培训", "专题培训"], "area": PUTIAN}, MET),
        ({"modes": ["专题培训"]}, MISSING),
        ({"modes": ["常态化培训"]}, MISSING),
        ({"modes": []}, MISSING),
        ({"modes": None}, MISSING),
        ({"modes": UNSTATED}, UNKNOWN),
        ({"modes": [], "year": 2024, "trainings": []}, idle("not-yet-in-force")),
        ({"modes": [], "area": FUZHOU}, idle("never-in-force")),
    ],
)
def test_special_and_routine(changes, found):
    """Both together, in Putian."""
    held = a_year(**{"year": 2025, "trainings": []} | changes)

    assert said(trainings.special_and_routine, held) == found


def test_duties_weigh_as_duties():
    """应: a violation."""
    held = a_year(year=2025, trainings=[], modes=[], organised_by_district_centre=False)

    for rule in (trainings.special_and_routine, trainings.clerks_by_district_centre):
        (found,) = rule(held, a_context())
        assert found.severity is Severity.VIOLATION
    assert norm("putian-2025/art-51#1").members == tuple(each.value for each in TrainingMode)


@pytest.mark.parametrize("rule", trainings.RULES, ids=lambda rule: rule.id)
def test_each_rule_keeps_what_rules_promise(rule):
    """Whatever it is asked about."""
    check_rule(rule)
