"""What each rule about intermediary agencies answers: kept, broken and unknown."""

from datetime import date

import pytest

from support import FUZHOU, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, said, stated
from zwfw import Severity
from zwfw.norms import norm
from zwfw.records import AgencyDisclosure, IntermediaryAgency
from zwfw.rules import agencies

FOUR = ["服务条件", "流程", "时限", "收费标准"]

BASE = {
    "name": "检测有限公司",
    "area": FUZHOU,
    "guide_states": FOUR,
    "credit_rated": True,
    "supervised_by_credit": True,
    "qualification_followed": True,
}


def an_agency(**changes):
    """An agency of Fuzhou in which every field is stated and every clause kept, with your changes."""
    return IntermediaryAgency(**stated(BASE | changes))


INCOMPLETE = breach("agency-guide-incomplete", "guide_states")


@pytest.mark.parametrize(
    ("states", "found"),
    [
        (FOUR, MET),
        ([*reversed(FOUR), "投诉渠道"], MET),  # the list is open
        (FOUR[:3], INCOMPLETE),
        (["收费", "服务条件", "流程", "时限"], INCOMPLETE),
        ([], INCOMPLETE),
        (None, breach("agency-without-guide", "guide_states")),
        (UNSTATED, UNKNOWN),
    ],
)
def test_guide_states_all(states, found):
    """A guide states the four printed contents."""
    assert said(agencies.guide_states_all, an_agency(guide_states=states)) == found


def test_guide_states_all_names_what_is_missing():
    """In the order of the text."""
    (found,) = agencies.guide_states_all(an_agency(guide_states=["流程"]), a_context())

    assert found.message() == "服务指南未写明：服务条件、时限、收费标准"


@pytest.mark.parametrize("name", ["fujian-2022/2.1.9#1", "xiamen-2022/2.1.10#1"])
def test_the_contents_are_the_printed_ones(name):
    """The same four in the province and in the city."""
    assert norm(name).members == tuple(each.value for each in AgencyDisclosure)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"credit_rated": False}, breach("agency-not-rated", "credit_rated")),
        ({"supervised_by_credit": None}, breach("agency-not-supervised-by-credit", "supervised_by_credit")),
        ({"qualification_followed": False}, breach("agency-qualification-not-followed", "qualification_followed")),
        ({"credit_rated": UNSTATED}, UNKNOWN),
        (
            {"credit_rated": UNSTATED, "qualification_followed": False},
            UNKNOWN + breach("agency-qualification-not-followed", "qualification_followed"),
        ),
    ],
)
def test_supervised_by_credit(changes, found):
    """Rated, supervised by it, and the qualification followed: all three."""
    assert said(agencies.supervised_by_credit, an_agency(**changes)) == found


@pytest.mark.parametrize(
    ("area", "refs"),
    [
        (FUZHOU, ["fujian-2022/2.1.9"]),
        (XIAMEN, ["xiamen-2022/2.1.10", "fujian-2022/2.1.9"]),
        ("350303", ["fujian-2022/2.1.9"]),
    ],
)
def test_a_guide_is_promoted_and_supervision_is_a_duty(area, refs):
    """推动 is advice; 实行 is a must."""
    agency = an_agency(area=area, guide_states=None, credit_rated=False)
    (guide,) = agencies.guide_states_all(agency, a_context())
    (credit,) = agencies.supervised_by_credit(agency, a_context())

    assert (guide.severity, [each.ref for each in guide.clauses]) == (Severity.ADVICE, refs)
    assert (credit.severity, [each.ref for each in credit.clauses]) == (Severity.VIOLATION, refs)


@pytest.mark.parametrize("rule", agencies.RULES)
def test_nothing_was_asked_before_the_documents(rule):
    """On the day before the province's table was issued there was no law about it."""
    agency = an_agency(guide_states=None, credit_rated=False)

    assert said(rule, agency, a_context(date(2022, 9, 13))) == idle("not-yet-in-force")
