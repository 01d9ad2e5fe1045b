"""What the rule about benefits without application answers: kept, broken, silent, unknown and left to a person."""

from datetime import date

import pytest

from support import FUZHOU, HANJIANG, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, said, stated
from zwfw import Severity
from zwfw.records import Benefit
from zwfw.rules import benefits
from zwfw.testing.kits import check_rule

RULE = benefits.enjoyed_without_applying
PROVINCE, CITY = "fujian-2022/3.6.3", "xiamen-2022/3.6.3"

BASE = {
    "policy": "稳岗返还",
    "area": FUZHOU,
    "without_application": True,
    "qualifies": True,
    "confirmed_by_shared_data": True,
    "had_to_apply": False,
    "is_enjoyed": True,
}


def a_benefit(**changes):
    """A benefit in Fuzhou in which every field is stated and the clause kept, with your changes."""
    return Benefit(**stated(BASE | changes))


def told(benefit, day=None):
    """State, severity, reason and clauses of each answer."""
    return [
        (each.state.name, each.severity, each.reason, [held.ref for held in each.clauses])
        for each in RULE(benefit, a_context(*([day] if day else [])))
    ]


APPLIED = {"had_to_apply": True}
ON_APPLICATION = breach("benefit-on-application", "had_to_apply")
TO_COME = [("NEEDS_JUDGEMENT", "benefit-still-to-come", "is_enjoyed")]
NOT_MEANT = idle("benefit-not-without-application")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"had_to_apply": None}, MET),
        (APPLIED, ON_APPLICATION),
        # It had to be applied for: that it came, or did not, changes nothing.
        (APPLIED | {"is_enjoyed": False}, ON_APPLICATION),
        (APPLIED | {"is_enjoyed": UNSTATED}, ON_APPLICATION),
        # No time is set by which it is there.
        ({"is_enjoyed": False}, TO_COME),
        ({"is_enjoyed": None}, TO_COME),
        ({"is_enjoyed": UNSTATED}, UNKNOWN),
        ({"had_to_apply": UNSTATED}, UNKNOWN),
        ({"had_to_apply": UNSTATED, "is_enjoyed": False}, UNKNOWN),
        # Of other policies, and of enterprises that do not qualify, nothing is said; either settles it.
        (APPLIED | {"without_application": False}, NOT_MEANT),
        (APPLIED | {"without_application": None, "qualifies": UNSTATED}, NOT_MEANT),
        (APPLIED | {"qualifies": False}, NOT_MEANT),
        (APPLIED | {"qualifies": None, "without_application": UNSTATED}, NOT_MEANT),
        (APPLIED | {"without_application": UNSTATED}, UNKNOWN),
        (APPLIED | {"qualifies": UNSTATED}, UNKNOWN),
        # The province asks for the conditions alone, by whatever way they are known (等).
        (APPLIED | {"confirmed_by_shared_data": False}, ON_APPLICATION),
        (APPLIED | {"confirmed_by_shared_data": UNSTATED}, ON_APPLICATION),
        ({"area": HANJIANG} | APPLIED, ON_APPLICATION),
    ],
)
def test_enjoyed_without_applying(changes, found):
    """An enterprise that qualifies has a policy of this kind without applying."""
    assert said(RULE, a_benefit(**changes)) == found


PROMOTED = ("BREACHED", Severity.ADVICE, "benefit-on-application", [PROVINCE])
OWED = ("BREACHED", Severity.VIOLATION, "benefit-on-application", [CITY])
SHOWN_OTHERWISE = ("NEEDS_JUDGEMENT", None, "benefit-shown-otherwise", [CITY])


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, [("MET", None, "met", [CITY, PROVINCE])]),
        # 推动 in the province, a duty in the city.
        (APPLIED, [PROMOTED, OWED]),
        # The city names shared data, and leaves other ways to confirm it open (等).
        (APPLIED | {"confirmed_by_shared_data": False}, [PROMOTED, SHOWN_OTHERWISE]),
        (APPLIED | {"confirmed_by_shared_data": None}, [PROMOTED, SHOWN_OTHERWISE]),
        (APPLIED | {"confirmed_by_shared_data": UNSTATED}, [("UNDETERMINED", None, "not-stated", [CITY]), PROMOTED]),
        # Where nobody had to apply, how it was confirmed is not asked.
        ({"confirmed_by_shared_data": False}, [("MET", None, "met", [CITY, PROVINCE])]),
        ({"confirmed_by_shared_data": UNSTATED}, [("MET", None, "met", [CITY, PROVINCE])]),
        ({"is_enjoyed": False}, [("NEEDS_JUDGEMENT", None, "benefit-still-to-come", [CITY, PROVINCE])]),
        (APPLIED | {"qualifies": False}, [("NOT_APPLICABLE", None, NOT_MEANT[0][1], [CITY, PROVINCE])]),
    ],
)
def test_enjoyed_without_applying_in_xiamen(changes, found):
    """Each table answers for itself, with its force."""
    assert sorted(told(a_benefit(area=XIAMEN, **changes)), key=str) == sorted(found, key=str)


def test_elsewhere_it_is_advice():
    """Of the province alone."""
    assert told(a_benefit(**APPLIED)) == [PROMOTED]


@pytest.mark.parametrize(
    ("area", "day", "found"),
    [
        (FUZHOU, date(2022, 9, 13), ["not-yet-in-force"]),
        # The province's task is ongoing from the day of issue on.
        (FUZHOU, date(2022, 9, 14), ["benefit-on-application"]),
        # The city's is done by 2022-12-31, and that day is in time.
        (XIAMEN, date(2022, 12, 31), ["benefit-on-application"]),
        (XIAMEN, date(2023, 1, 1), ["benefit-on-application"] * 2),
    ],
)
def test_from_when_on_it_is_asked(area, day, found):
    """Once the date of a task is over."""
    assert [each.reason for each in RULE(a_benefit(area=area, **APPLIED), a_context(day))] == found


def test_a_breach_is_told_in_words():
    """In both languages."""
    (found,) = RULE(a_benefit(**APPLIED), a_context())

    assert found.message() == "企业符合条件，免申即享的政策仍须申报"
    assert (
        found.message("en")
        == "the enterprise qualifies, and has to apply for what is to be enjoyed without application"
    )


def test_the_rule_keeps_what_every_rule_promises():
    """Over benefits of every sort."""
    check_rule(RULE)
