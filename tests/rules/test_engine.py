"""What every rule shares: when it runs, what it cites, and what it does not know."""

import pickle
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support import FUZHOU, HANJIANG, UNSTATED, XIAMEN, a_case, a_context
from zwfw import RULES, Area, Context, Severity, State, check, rule
from zwfw.errors import UnknownRuleError, UnpublishedYearError
from zwfw.records import Case, SpecialStep
from zwfw.rules import breached, cases, find_rule, judge
from zwfw.rules.engine import Finding


@rule("mine.paper-is-blue", clauses=("fujian-2022/2.4.3",), severity=Severity.ADVICE)
def paper_is_blue(case: Case, _: Context) -> Iterator[Finding]:
    """A user's own rule, bound to a clause of the province."""
    if case.item == "蓝":
        yield judge("how-blue")
        yield breached("too-blue", at="item", shade=case.item)
        yield breached("too-old", at="id", severity=Severity.VIOLATION)
        case.complete  # noqa: B018  (what was not stated interrupts)


@rule("mine.always", clauses=())
def always(case: Case, _: Context) -> Iterator[Finding]:
    """A user's own rule that rests on no clause of ours."""
    if case.item == "never":
        raise UnpublishedYearError(date(2031, 1, 1), None, None)
    yield from ()


def test_a_users_rule_stands_beside_ours():
    """Check asks it after ours, and its severity is its own."""
    found = check(a_case(item="蓝"), a_context(), rules=(*RULES, paper_is_blue, always)).outcomes

    assert [each.rule for each in found[-4:]] == ["mine.paper-is-blue"] * 3 + ["mine.always"]
    assert [each.severity for each in found[-4:]] == [None, Severity.ADVICE, Severity.VIOLATION, None]
    assert found[-1].state is State.MET


def test_what_came_before_an_interruption_stays():
    """What was found is kept when a field further on turns out not to be stated."""
    found = paper_is_blue(a_case(item="蓝", complete=UNSTATED), a_context())

    assert [each.state for each in found] == [
        State.NEEDS_JUDGEMENT,
        State.BREACHED,
        State.BREACHED,
        State.UNDETERMINED,
    ]
    assert found[-1].missing == ("complete",)


def test_a_year_without_a_notice_is_an_open_question():
    """A rule that needs an unpublished year is undetermined, not an error."""
    (found,) = always(a_case(item="never"), a_context())

    assert (found.state, found.reason, found.missing) == (State.UNDETERMINED, "year-unpublished", ("calendar.2031",))


def test_a_rule_runs_on_its_own_kind_of_record():
    """Rules about cases have nothing to say of a special step."""
    assert check(SpecialStep(name="听证"), a_context()).outcomes == ()


def test_a_rule_must_say_what_it_reads():
    """Without a kind of record in its signature it cannot be asked."""
    with pytest.raises(TypeError, match="rule x: the first parameter must be annotated with a kind of record"):

        @rule("x", clauses=())
        def nameless(case, ctx):
            """Say nothing of what it reads."""


def test_met_outcomes_are_made_once():
    """One rule under one set of clauses answers every record that keeps them with the same outcome."""
    report = check([a_case(id="1"), a_case(id="2")], a_context())

    one, two = (answer.outcomes[0] for answer in report.answers)
    assert one is two
    assert one.state is State.MET


@pytest.mark.parametrize(
    ("area", "context", "state"),
    [
        (FUZHOU, "350000", State.MET),
        (FUZHOU, "350100", State.MET),
        (FUZHOU, FUZHOU, State.MET),
        ("350100", FUZHOU, State.MET),  # the city decides, the district looks
        (FUZHOU, "350200", State.NOT_APPLICABLE),
        (UNSTATED, FUZHOU, State.MET),
        (None, FUZHOU, State.MET),
    ],
)
def test_the_area_of_the_record(area, context, state):
    """A record outside the context's area is not judged; one that states none is held to the context's."""
    found = cases.accepted_on_receipt(a_case(area=area), a_context(area=context))

    assert [each.state for each in found] == [state]
    assert found[0].reason == ("met" if state is State.MET else "outside-area")


def test_outside_its_area_no_rule_judges():
    """Every rule says so, and the record does not disappear."""
    report = check(a_case(area=XIAMEN, acceptance_notice_issued=False), a_context(area=HANJIANG))

    assert {each.reason for each in report.outcomes} == {"outside-area"}
    assert report.outcomes[0].message() == "记录属于思明区，不在涵江区之内"


def test_a_record_of_elsewhere_is_outside_whenever_it_was():
    """Its day is not stated, and nothing hangs on it."""
    report = check(Case(id="A-1", area=XIAMEN), a_context(area=HANJIANG))

    assert {each.reason for each in report.outcomes} == {"outside-area"}


def test_old_cases_keep_old_law():
    """Looked at after the plan of Hanjiang ended, a case received while it was law is held to it."""
    changes = dict.fromkeys(("accepted_at", "substantive_review_started_at", "decided_at", "delivered_at"))
    case = a_case(area=HANJIANG, received_at="2026-03-05T09:00", **changes)

    answer = check(case, a_context(date(2026, 3, 31))).answers[0]

    assert answer.day == date(2026, 3, 5)
    assert answer.outcomes[0].clauses[0].ref == "hanjiang-2023/task-5"


def test_law_of_a_case_that_is_not_received_yet():
    """Submitted online, its law is that of the submission; not even submitted, that of the day of looking."""
    submitted = a_case(
        received_at=None, submitted_at="2025-06-03", accepted_at=None, decided_at=None, delivered_at=None
    )
    nothing = a_case(received_at=None, submitted_at=None, accepted_at=None, decided_at=None, delivered_at=None)

    assert check(submitted, a_context()).answers[0].day == date(2025, 6, 3)
    assert check(nothing, a_context()).answers[0].day == date(2025, 6, 30)


def test_law_of_a_case_that_comes_in_after_the_moment_of_looking():
    """The day of receipt fixes the law even then, and the rules say that nothing has come in yet."""
    case = a_case(submitted_at=UNSTATED)

    answer = check(case, a_context(date(2025, 6, 2))).answers[0]

    assert answer.day == date(2025, 6, 3)
    assert (answer.outcomes[0].state, answer.outcomes[0].reason) == (State.NOT_APPLICABLE, "not-received")


def test_without_the_day_that_fixes_the_law_nothing_is_judged():
    """Every rule asks for it."""
    report = check(a_case(received_at=UNSTATED, submitted_at=UNSTATED), a_context())

    assert {(each.state, each.missing) for each in report.outcomes} == {(State.UNDETERMINED, ("received_at",))}


@pytest.mark.parametrize(
    ("rule_id", "area", "day", "states"),
    [
        ("cases.special-step-shortened", XIAMEN, "2022-09-13", ["not-yet-in-force"]),
        ("cases.special-step-shortened", XIAMEN, "2022-09-14", ["force-uncertain"]),
        ("cases.special-step-shortened", XIAMEN, "2022-11-30", ["no-special-step"]),
        ("cases.special-step-shortened", FUZHOU, "2025-06-03", ["never-in-force"]),
        ("cases.prereviewed-in-time", XIAMEN, "2022-09-13", ["not-yet-in-force", "not-yet-in-force"]),
    ],
)
def test_out_of_force(rule_id, area, day, states):
    """Not yet, not known and never are told apart, and nothing is judged."""
    changes = dict.fromkeys(("accepted_at", "substantive_review_started_at", "decided_at", "delivered_at"))

    found = find_rule(rule_id)(a_case(area=area, received_at=day, **changes), a_context())

    assert [each.reason for each in found] == states
    assert all(each.message() and each.message("en") for each in found)


def test_an_uncertain_day_of_force_is_undetermined():
    """In the stretch in which Xiamen's table was issued nobody can say; what is missing is its date of issue."""
    changes = dict.fromkeys(("accepted_at", "substantive_review_started_at", "decided_at", "delivered_at"))
    case = a_case(area=XIAMEN, received_at="2022-10-10", special_steps=[], **changes)

    (alone,) = cases.special_step_shortened(case, a_context())
    (beside,) = cases.special_step_has_basis(case, a_context())

    assert (alone.state, alone.missing) == (State.UNDETERMINED, ("xiamen-2022.issued_on",))
    assert [each.ref for each in beside.clauses] == ["fujian-2022/2.1.4"]
    assert [(each.document, each.state.value) for each in beside.out_of_force] == [("xiamen-2022", "施行日期不明")]


def test_rules_of_other_areas_stay_silent():
    """A report on Fuzhou says nothing of Xiamen's rules."""
    asked = {each.rule for each in check(a_case(), a_context()).outcomes}

    about_cases = {each.id for each in RULES if each.record is Case}
    assert asked == about_cases - {
        "cases.special-step-shortened",
        "cases.construction-inside-the-system",
        "modes.commitment-told-in-full",
        "modes.spot-decision-on-written-promise",
    }


def test_a_rule_that_ended_says_so():
    """The report of a later day says that the plan of Hanjiang has lapsed."""
    changes = dict.fromkeys(("accepted_at", "substantive_review_started_at", "decided_at", "delivered_at"))
    report = check(a_case(area=HANJIANG, received_at="2026-03-10", **changes), a_context(date(2026, 3, 31)))

    ended = {status.document: status.last for each in report.outcomes for status in each.out_of_force}
    assert ended == {"hanjiang-2023": date(2026, 3, 5)}


def test_what_is_no_record_is_refused_with_its_place():
    """The second of two is not a record."""
    with pytest.raises(TypeError, match=r"records\[1\]: expected a record, got 'x'"):
        check([a_case(), "x"], a_context())


def test_an_unknown_rule_names_near_ones():
    """A slip is answered with what comes near."""
    with pytest.raises(UnknownRuleError, match=r"did you mean cases\.correction-told-once"):
        find_rule("cases.correction-told-one")


def test_ids_are_unique():
    """No id is used twice."""
    ids = [each.id for each in RULES]

    assert len(set(ids)) == len(ids)


@settings(max_examples=20)
@given(order=st.permutations(range(4)))
def test_an_outcome_does_not_depend_on_its_neighbours(order):
    """Each record is answered alike, whatever stands beside it."""
    brought = [
        a_case(id="0"),
        a_case(id="1", area=XIAMEN, complete=UNSTATED),
        a_case(id="2", area=HANJIANG, instant=True),
        a_case(id="3", decided_at=None, delivered_at=None),
    ]

    report = check([brought[place] for place in order], a_context())

    for place, answer in zip(order, report.answers, strict=True):
        assert answer.outcomes == check(brought[place], a_context()).answers[0].outcomes


def test_facts_cannot_be_changed():
    """Answers are shared, so nobody can write into one."""
    outcome = check(a_case(), a_context()).outcomes[0]

    with pytest.raises(TypeError):
        outcome.facts["x"] = 1
    assert pickle.loads(pickle.dumps(breached("too-blue", shade="navy"))).facts == {"shade": "navy"}
    assert repr(breached("too-blue", shade="navy").facts) == "{'shade': 'navy'}"
    assert len(breached("too-blue", shade="navy").facts) == 1


def test_rules_can_be_pickled():
    """A rule travels by the name under which its module holds it."""
    assert pickle.loads(pickle.dumps(RULES)) == RULES


@pytest.mark.parametrize("rules", [[paper_is_blue], (each for each in (paper_is_blue,))])
def test_rules_may_come_as_any_iterable(rules):
    """A list or a generator of rules will do."""
    assert [each.rule for each in check(a_case(), a_context(), rules=rules).outcomes] == ["mine.paper-is-blue"]


@pytest.mark.parametrize("wrong", ["cases.accepted-on-receipt", check])
def test_what_is_no_rule_is_refused_with_its_place(wrong):
    """An id or a plain function is not a rule."""
    with pytest.raises(TypeError, match=r"rules\[1\]: expected a rule, got "):
        check(a_case(), a_context(), rules=(paper_is_blue, wrong))


def test_a_township_keeps_the_name_that_its_record_gives():
    """Whoever asked before: the answer is about the record's own area."""
    names = ("甲镇", "乙镇")
    brought = [a_case(id=name, area=Area("350303001", name=name), instant=False) for name in names]

    assert [answer.area.name for answer in check(brought, a_context()).answers] == list(names)
