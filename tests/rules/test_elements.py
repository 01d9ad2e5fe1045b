"""What each rule about the elements of an item answers: kept, broken, open, silent and unknown."""

from datetime import date

import pytest

from support import HANJIANG, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, said, stated
from zwfw import Severity, norm
from zwfw.records import BasisRank, ItemElements
from zwfw.rules import elements as rules

IN_FUZHOU, IN_XIAMEN = a_context(area="350102"), a_context(area=XIAMEN)
PROVINCE, CITY = "fujian-2022/2.1.4", "xiamen-2022/2.1.4"


def elements(**facts):
    """Elements with these facts."""
    return ItemElements(name="节能审查", **stated(facts))


# ---------------------------------------------------------------- stages

ORDINARY = ("受理", "审查", "决定")
TOO_MANY = breach("too-many-stages", "stages")
OPEN = [("NEEDS_JUDGEMENT", "special-step-among-stages", "stages")]
EVALUATION = [{"name": "专家评审"}]


@pytest.mark.parametrize(
    ("stages", "special_steps", "found"),
    [
        (None, None, MET),
        ((), None, MET),
        (("受理", "决定"), None, MET),  # under
        (ORDINARY, None, MET),  # at
        ((*ORDINARY, "制证"), None, TOO_MANY),  # over
        ((*ORDINARY, "审查"), None, TOO_MANY),  # a stage that comes twice is two stages
        (("受理", "审核", "决定"), None, MET),  # other names count alike
        (("受理", "审查", "现场勘验"), None, MET),  # three even if it counts
        ((*ORDINARY, "现场勘验"), None, OPEN),
        ((*ORDINARY, "技术审查"), UNSTATED, OPEN),
        ((*ORDINARY, "听证"), None, OPEN),  # of 听证论证 either word
        ((*ORDINARY, "专家论证会"), None, OPEN),
        ((*ORDINARY, "专家评审"), EVALUATION, OPEN),  # a special step of this item
        ((*ORDINARY, "专家评审"), [], TOO_MANY),
        ((*ORDINARY, "专家评审"), UNSTATED, UNKNOWN),
        ((*ORDINARY, "专家评审", "现场勘验"), EVALUATION, OPEN),
        ((*ORDINARY, "制证", "现场勘验"), EVALUATION, TOO_MANY),  # four without it
        ((*ORDINARY, "制证", "现场勘验"), UNSTATED, UNKNOWN),
        (UNSTATED, None, UNKNOWN),
    ],
)
def test_stages_at_most(stages, special_steps, found):
    """In Xiamen at most three ordinary stages; whether special ones among them count, a person decides."""
    asked = elements(stages=stages, special_steps=special_steps)

    assert said(rules.stages_at_most, asked, IN_XIAMEN) == found


def test_too_many_stages_are_counted_without_special_ones():
    """Five are named, one of them special: four against three, in principle."""
    (found,) = rules.stages_at_most(elements(stages=(*ORDINARY, "制证", "现场勘验"), special_steps=[]), IN_XIAMEN)

    assert (found.facts["number"], found.facts["most"]) == (4, 3)
    assert found.severity is Severity.DEPARTURE
    assert [each.ref for each in found.clauses] == [CITY]


def test_the_special_ones_are_named():
    """What a person has to judge is told."""
    (found,) = rules.stages_at_most(
        elements(stages=(*ORDINARY, "专家评审", "听证"), special_steps=EVALUATION), IN_XIAMEN
    )

    assert found.facts["special"] == ("专家评审", "听证")
    assert "专家评审、听证" in found.message()


def test_every_printed_special_step_is_known():
    """Whatever the city's list prints is taken for a special step when it stands among the stages."""
    for printed in norm(f"{CITY}#3").members:
        assert said(rules.stages_at_most, elements(stages=(*ORDINARY, printed)), IN_XIAMEN) == OPEN


@pytest.mark.parametrize("area", ["350102", HANJIANG, "350000"])
def test_nobody_but_xiamen_counts_stages(area):
    """The province's clause has no number."""
    found = said(rules.stages_at_most, elements(stages=(*ORDINARY, "制证")), a_context(area=area))

    assert found == idle("never-in-force")


# ---------------------------------------------------------------- special steps

STEP = {"name": "现场勘验", "basis_rank": "规章", "kept_by_decision": None, "limit_working_days": 5}

NO_NAME = breach("special-step-without-name", "special_steps[0].name")
NO_TIME = breach("special-step-time-not-stated", "special_steps[0].limit_working_days")
NO_BASIS = breach("special-step-basis-not-stated", "special_steps[0].basis_rank")
NOT_KEPT = breach("special-step-not-kept-either", "special_steps[0].basis_rank")


@pytest.mark.parametrize(
    ("changes", "fuzhou", "xiamen"),
    [
        ({}, MET, MET),
        ({"limit_working_days": 0}, MET, MET),
        ({"basis_rank": "规范性文件"}, MET, MET),  # how high it has to be is another question
        ({"name": ""}, NO_NAME, NO_NAME + MET),  # the city does not speak of names
        ({"limit_working_days": None}, NO_TIME, NO_TIME),
        ({"basis_rank": None}, NOT_KEPT, NO_BASIS + NOT_KEPT),
        ({"basis_rank": "无"}, NOT_KEPT, NO_BASIS + NOT_KEPT),
        ({"basis_rank": "无", "kept_by_decision": False}, NOT_KEPT, NO_BASIS + NOT_KEPT),
        ({"basis_rank": "无", "kept_by_decision": True}, MET, NO_BASIS + MET),  # the city knows no keeping
        ({"basis_rank": "无", "kept_by_decision": UNSTATED}, UNKNOWN, NO_BASIS + UNKNOWN),
        ({"limit_working_days": UNSTATED}, UNKNOWN, UNKNOWN),
        ({"basis_rank": UNSTATED}, UNKNOWN, UNKNOWN),
        (
            {"name": "", "limit_working_days": None, "basis_rank": UNSTATED},
            NO_NAME + NO_TIME + UNKNOWN,
            NO_NAME + NO_TIME + UNKNOWN,
        ),
    ],
)
def test_special_steps_stated(changes, fuzhou, xiamen):
    """Name, time and basis in the province; basis and time in Xiamen, of every step and without exception."""
    asked = elements(special_steps=[stated(STEP | changes)])

    assert said(rules.special_steps_stated, asked, IN_FUZHOU) == fuzhou
    assert said(rules.special_steps_stated, asked, IN_XIAMEN) == xiamen


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        (None, idle("no-special-step")),
        ([], idle("no-special-step")),
        (UNSTATED, UNKNOWN),
        (
            [STEP, STEP | {"limit_working_days": None}],
            breach("special-step-time-not-stated", "special_steps[1].limit_working_days"),
        ),
        (
            [{"name": "听证"}, STEP | {"limit_working_days": None}],
            UNKNOWN * 2 + breach("special-step-time-not-stated", "special_steps[1].limit_working_days"),
        ),
    ],
)
def test_every_special_step_is_asked(steps, found):
    """What is unknown of one hides nothing of another."""
    assert said(rules.special_steps_stated, elements(special_steps=steps), IN_FUZHOU) == found


@pytest.mark.parametrize(
    ("changes", "cited"),
    [
        ({"limit_working_days": None}, [[CITY, PROVINCE]]),
        ({"basis_rank": BasisRank.NONE}, [[CITY], [PROVINCE]]),
        ({"basis_rank": BasisRank.NONE, "kept_by_decision": True}, [[CITY], [PROVINCE]]),  # the province's is kept
        ({"name": ""}, [[PROVINCE], [CITY]]),  # the city's is kept
    ],
)
def test_each_clause_has_its_own_answer(changes, cited):
    """A breach cites the clauses that ask for it; the other is kept by itself."""
    found = rules.special_steps_stated(elements(special_steps=[STEP | changes]), IN_XIAMEN)

    assert [[each.ref for each in one.clauses] for one in found] == cited
    assert {one.severity for one in found} <= {Severity.VIOLATION, None}


def test_before_the_documents_nothing_is_asked():
    """The province's table was issued on 2022-09-14; the city's, by 2022-11-30 at the latest."""
    asked = elements(special_steps=[{"name": ""}], stages=(*ORDINARY, "制证"), area=XIAMEN)

    assert said(rules.special_steps_stated, asked, a_context(as_of=date(2022, 9, 13))) == idle("not-yet-in-force") * 2
    assert said(rules.stages_at_most, asked, a_context(as_of=date(2022, 9, 13))) == idle("not-yet-in-force")
    (unsure,) = rules.stages_at_most(asked, a_context(as_of=date(2022, 10, 1)))
    assert (unsure.state.name, unsure.reason) == ("UNDETERMINED", "force-uncertain")
