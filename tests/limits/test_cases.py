"""What starts, stops and fulfils the time limits of a case, against days counted on the wall calendar."""

from datetime import date

import pytest

from support import FUZHOU, HANJIANG, LATER, UNSTATED, XIAMEN, a_case, a_context
from zwfw import deadlines_for
from zwfw.limits import Light, Lights, Status
from zwfw.limits.cases import AcceptanceState, acceptance
from zwfw.records import SpecialStep
from zwfw.rules.cases import acceptance as acceptance_of_the_rules

COMPLICATED = {
    "complete": False,
    "complicated": True,
    "registered_at": "2025-06-03T09:10",
    "accepted_at": None,
    "acceptance_notice_issued": None,
    "substantive_review_started_at": None,
    "decided_at": None,
    "delivered_at": None,
}
HEARING = {"name": "听证", "basis_rank": "法律"}
ONLINE = {
    "channel": "网上",
    "submitted_at": "2025-06-03T22:00",
    "prereviewed_at": "2025-06-04T09:00",
    "prereview_passed": True,
    "paper_requested_at": "2025-06-04T10:00",
    "paper_received_at": "2025-06-06T10:00",
    "received_at": "2025-06-06T10:00",
    "accepted_at": "2025-06-06T10:20",
    "substantive_review_started_at": "2025-06-06T11:00",
    "decided_at": "2025-06-09T11:00",
    "delivered_at": "2025-06-09T11:30",
}


def told(*days, demands=("营业执照",)):
    """A notice of corrections on each of some days of June 2025."""
    return [{"told_at": f"2025-06-{day:02}T15:00", "demands": demands} for day in days]


def the(limit_id, as_of=LATER, ctx=None, **changes):
    """The deadline of a case with your changes under one limit."""
    found = deadlines_for(a_case(**changes), ctx or a_context(as_of))
    return next((each for each in found if each.limit == limit_id), None)


# ---------------------------------------------------------------- acceptance


@pytest.mark.parametrize(
    ("as_of", "corrections", "state", "accepted_on"),
    [
        # received on Tuesday the 3rd: three working days are the 4th, 5th and 6th
        (date(2025, 6, 6), [], AcceptanceState.PENDING, None),
        (date(2025, 6, 7), [], AcceptanceState.DEEMED, date(2025, 6, 3)),
        (LATER, told(6), AcceptanceState.PENDING, None),
        (LATER, told(9), AcceptanceState.DEEMED, date(2025, 6, 3)),
        (LATER, None, AcceptanceState.DEEMED, date(2025, 6, 3)),
    ],
    ids=["last-day", "day-after", "told-on-the-last-day", "told-late", "stated-as-none"],
)
def test_deemed_acceptance(as_of, corrections, state, accepted_on):
    """Without a notice by the end of the third working day the case is accepted as of the day of receipt."""
    found = acceptance(a_case(**COMPLICATED | {"corrections": corrections}), a_context(as_of))

    assert (found.state, found.accepted_on, found.deemed) == (state, accepted_on, state is AcceptanceState.DEEMED)


def test_deemed_acceptance_cites_its_clauses():
    """In Xiamen the city's clause comes first, then the province's; in Fuzhou there is the province's alone."""
    case = a_case(**COMPLICATED | {"area": XIAMEN})

    assert [each.ref for each in acceptance(case, a_context()).clauses] == ["xiamen-2022/2.2.11", "fujian-2022/2.2.10"]
    assert acceptance is acceptance_of_the_rules


def test_deemed_acceptance_stands_before_a_later_one():
    """Accepted on the 12th after a late notice: it had been accepted since the 3rd."""
    case = a_case(**COMPLICATED | {"corrections": told(9), "accepted_at": "2025-06-12T09:00"})

    assert acceptance(case, a_context()).accepted_on == date(2025, 6, 3)


def test_accepted_within_the_limit_is_accepted_when_it_was():
    """Accepted on the 5th without any notice: the applicant has the answer, nothing is deemed."""
    found = acceptance(a_case(**COMPLICATED | {"accepted_at": "2025-06-05T09:00"}), a_context())

    assert (found.state, found.accepted_on) == (AcceptanceState.ACCEPTED, date(2025, 6, 5))


def test_refused_within_the_limit_is_refused():
    """A refusal on the 5th is an answer too."""
    found = acceptance(a_case(**COMPLICATED | {"refused_at": "2025-06-05T09:00"}), a_context())

    assert (found.state, found.accepted_on) == (AcceptanceState.REFUSED, None)


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"corrections": UNSTATED}, ("corrections",)),
        ({"complicated": UNSTATED}, ("complicated",)),
        ({"complete": UNSTATED}, ("complete",)),
        ({"received_at": UNSTATED}, ("received_at",)),
        ({"corrections": told(6), "accepted_at": UNSTATED}, ("accepted_at",)),
    ],
)
def test_what_acceptance_waits_for(changes, missing):
    """Nothing is deemed while what decides it was not stated."""
    found = acceptance(a_case(**COMPLICATED | changes), a_context())

    assert (found.state, found.missing) == (AcceptanceState.UNDETERMINED, missing)


@pytest.mark.parametrize(
    ("accepted_at", "state"),
    [
        ("2025-06-03T11:00", AcceptanceState.ACCEPTED),  # the day of receipt, deemed or not
        ("2025-06-06T11:00", AcceptanceState.ACCEPTED),  # within the limit: nothing can have been deemed before
        ("2025-06-09T11:00", AcceptanceState.UNDETERMINED),  # it may have been deemed accepted since the 3rd
    ],
)
@pytest.mark.parametrize("field", ["corrections", "complicated", "complete"])
def test_acceptance_that_deeming_cannot_change(field, accepted_at, state):
    """Where nobody says what deeming depends on, an acceptance within the limit is still known."""
    case = a_case(**COMPLICATED | {field: UNSTATED, "accepted_at": accepted_at})

    assert acceptance(case, a_context()).state is state


@pytest.mark.parametrize(
    ("accepted_at", "state"),
    [("2026-12-30", AcceptanceState.ACCEPTED), ("2026-12-31", AcceptanceState.UNDETERMINED)],
)
def test_acceptance_where_the_limit_ends_in_an_unpublished_year(accepted_at, state):
    """Received on 2026-12-30, the third working day lies in 2027: only an acceptance on the day itself is sure."""
    changes = {"received_at": "2026-12-30", "registered_at": None, "complicated": UNSTATED, "accepted_at": accepted_at}

    assert acceptance(a_case(**COMPLICATED | changes), a_context(date(2027, 6, 30))).state is state


def test_acceptance_of_a_case_that_was_never_received():
    """Submitted online and accepted at once: there is no receipt from which anything could be deemed."""
    changes = {"received_at": None, "submitted_at": "2025-06-03", "complicated": UNSTATED, "accepted_at": "2025-06-04"}

    found = acceptance(a_case(**COMPLICATED | changes | {"registered_at": None}), a_context())

    assert (found.state, found.accepted_on) == (AcceptanceState.ACCEPTED, date(2025, 6, 4))


def test_told_in_time_and_accepted_later():
    """The first answer counts: told on the 5th, accepted on the 12th."""
    case = a_case(**COMPLICATED | {"corrections": told(5), "accepted_at": "2025-06-12"})

    found = acceptance(case, a_context())

    assert (found.state, found.accepted_on) == (AcceptanceState.ACCEPTED, date(2025, 6, 12))


def test_whether_it_was_refused_has_to_be_stated():
    """Stated not to be accepted, and told in time: it waits, or it was refused. Either way no clock runs."""
    case = a_case(**COMPLICATED | {"corrections": told(5), "refused_at": UNSTATED})

    found = acceptance(case, a_context())

    assert (found.state, found.missing) == (AcceptanceState.UNDETERMINED, ("refused_at",))
    assert the("promise", **COMPLICATED | {"corrections": told(5), "refused_at": UNSTATED}).status is Status.NOT_STARTED


def test_a_case_before_the_clause_is_not_deemed_accepted():
    """Received on 2022-09-13, the day before the province's table: its clause is not yet law."""
    changes = {"received_at": "2022-09-13T09:00", "registered_at": None}

    found = acceptance(a_case(**COMPLICATED | changes), a_context())

    assert (found.state, found.deemed) == (AcceptanceState.PENDING, False)


# ---------------------------------------------------------------- which limits speak of a case


def test_a_window_case_has_promise_and_statutory_time():
    """No pre-review, no paper window, no notice: only the two times to decide."""
    assert [each.limit for each in deadlines_for(a_case(), a_context())] == ["promise", "statutory"]


def test_an_online_case_has_its_limits_too():
    """Submitted online for a matter of depth Ⅱ: pre-review and paper come first."""
    found = deadlines_for(a_case(**ONLINE), a_context())

    assert [(each.limit, each.due_on.isoformat()) for each in found] == [
        ("prereview", "2025-06-04"),
        ("paper-hand-in", "2025-06-13"),  # from the 4th: 5, 6, 9, 10, 11, 12, 13
        ("promise", "2025-06-13"),  # from the 6th: 9, 10, 11, 12, 13
        ("statutory", "2025-07-04"),  # from the 6th: 9-13, 16-20, 23-27, 30-4 July
    ]


def test_what_is_no_record_has_no_deadlines_to_give():
    """A list of records is not a record."""
    with pytest.raises(TypeError, match="record: expected a record, got "):
        deadlines_for([a_case()], a_context())


@pytest.mark.parametrize(
    ("changes", "limit_id", "readings"),
    [
        (ONLINE | {"paper_requested_at": "2025-06-06T10:00"}, "paper-hand-in", ("paper-window-start",)),
        (ONLINE, "paper-hand-in", ()),  # notice and passing are of one day
        (
            {
                "special_steps": [
                    {"name": "听证", "basis_rank": "法律", "started_at": "2025-06-04", "ended_at": "2025-06-06"}
                ]
            },
            "statutory",
            ("special-steps-and-statutory-time",),
        ),
        (
            {
                "special_steps": [
                    {"name": "听证", "basis_rank": "法律", "started_at": "2025-06-07", "ended_at": "2025-06-08"}
                ]
            },
            "statutory",
            (),  # a weekend: either way nothing moves
        ),
    ],
)
def test_a_deadline_names_the_readings_on_which_it_turns(changes, limit_id, readings):
    """Where another option gives another due day, the deadline says so."""
    found = {each.limit: each for each in deadlines_for(a_case(**changes), a_context())}

    assert found[limit_id].readings == readings


def test_a_decision_before_acceptance_uses_nothing():
    """Decided on the 5th, accepted on the 20th: no working day of the five was used."""
    found = the("promise", accepted_at="2025-06-20", substantive_review_started_at=None, delivered_at=None)

    assert (found.used_working_days, found.left_working_days) == (0, 5)


def test_a_promise_of_no_days_is_due_at_once():
    """With 0 the day of acceptance is the due day, whatever pauses."""
    step = {"name": "听证", "basis_rank": "法律", "started_at": "2025-06-02", "ended_at": "2025-06-12"}

    assert the("promise", promised_working_days=0, special_steps=[step]).due_on == date(2025, 6, 3)


def test_limits_of_other_records_there_are_none():
    """A record that no limit speaks of has no deadlines."""
    assert deadlines_for(SpecialStep(name="听证"), a_context()) == ()


def test_nothing_is_known_without_the_day_that_fixes_the_law():
    """Every limit answers, and says what is missing."""
    found = deadlines_for(a_case(received_at=UNSTATED, submitted_at=UNSTATED), a_context())

    assert {(each.status, each.missing) for each in found} == {(Status.UNDETERMINED, ("received_at",))}
    assert len(found) == 6


def test_old_cases_keep_old_law():
    """A case of 2022-09-13, a day before the province's table, has no deadline under it."""
    assert deadlines_for(a_case(received_at="2022-09-13", accepted_at="2022-09-13"), a_context()) == ()


def test_outside_its_area_a_record_has_no_deadlines():
    """What the rules do not judge, the limits do not count."""
    assert deadlines_for(a_case(area=XIAMEN), a_context(area=HANJIANG)) == ()


def test_lights_are_the_callers():
    """On the 6th two days of five are left: yellow for one who asks to be warned early."""
    case = a_case(decided_at=None, delivered_at=None)
    ctx = a_context(date(2025, 6, 6))

    assert deadlines_for(case, ctx)[0].light is Light.GREEN
    assert deadlines_for(case, ctx, Lights(yellow_left_working_days=2))[0].light is Light.YELLOW


# ---------------------------------------------------------------- each limit


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({}, None),
        ({"complicated": True}, None),
        ({"complete": False}, None),
        (COMPLICATED | {"received_at": None, "registered_at": None}, Status.NOT_STARTED),
        (COMPLICATED | {"corrections": told(5)}, Status.MET),
        (COMPLICATED | {"corrections": told(9)}, Status.LAPSED),
        (COMPLICATED | {"refused_at": "2025-06-06"}, Status.MET),
        (COMPLICATED | {"complete": UNSTATED}, Status.UNDETERMINED),
        (COMPLICATED | {"mode": UNSTATED, "corrections": told(5)}, Status.MET),
        (COMPLICATED | {"mode": "容缺受理", "gap_in_published_scope": True}, None),
        (COMPLICATED | {"mode": "容缺受理", "gap_in_published_scope": False}, Status.LAPSED),
        (COMPLICATED | {"mode": "容缺受理", "gap_in_published_scope": UNSTATED}, Status.UNDETERMINED),
    ],
)
def test_correction_notice(changes, status):
    """It speaks of complicated, incomplete files only, and not of gaps that the chosen mode tolerates."""
    found = the("correction-notice", **changes)

    assert (found and found.status) is status


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"online_depth": "Ⅲ"}, None),
        ({"online_depth": None}, None),
        # 线上预审、线下受理: submitted online, and received at a window or by post
        ({"channel": "窗口"}, Status.MET),
        ({"channel": "邮寄", "prereviewed_at": "2025-06-05T08:00"}, Status.LATE),
        ({"submitted_at": None, "prereviewed_at": None}, None),
        ({}, Status.MET),
        ({"prereviewed_at": "2025-06-05T08:00"}, Status.LATE),
        ({"prereviewed_at": None}, Status.OVERDUE),
        ({"prereviewed_at": UNSTATED}, Status.UNDETERMINED),
        ({"online_depth": UNSTATED}, Status.UNDETERMINED),
        ({"submitted_at": UNSTATED}, Status.UNDETERMINED),
    ],
)
def test_prereview(changes, status):
    """One working day after the online submission, for depth Ⅱ alone."""
    found = the("prereview", **ONLINE | {"paper_requested_at": None} | changes)

    assert (found and found.status) is status


@pytest.mark.parametrize(
    ("changes", "status", "due_on"),
    [
        ({}, Status.MET, date(2025, 6, 13)),
        ({"paper_received_at": "2025-06-13"}, Status.MET, date(2025, 6, 13)),
        (
            {
                "paper_received_at": "2025-06-16",
                "received_at": "2025-06-16",
                **dict.fromkeys(("accepted_at", "decided_at", "delivered_at")),
            },
            Status.LAPSED,
            date(2025, 6, 13),
        ),
        ({"paper_received_at": None}, Status.LAPSED, date(2025, 6, 13)),
        ({"paper_received_at": UNSTATED}, Status.UNDETERMINED, date(2025, 6, 13)),
        ({"paper_requested_at": None}, Status.NOT_STARTED, None),
        ({"paper_requested_at": UNSTATED}, Status.UNDETERMINED, None),
        ({"prereviewed_at": None}, Status.NOT_STARTED, None),
        ({"prereview_passed": UNSTATED}, Status.UNDETERMINED, None),
        ({"prereview_passed": False}, None, None),
        ({"channel": "窗口"}, Status.MET, date(2025, 6, 13)),
        ({"submitted_at": None, "prereviewed_at": None}, None, None),
        ({"submitted_at": UNSTATED}, Status.UNDETERMINED, None),
    ],
)
def test_paper_hand_in(changes, status, due_on):
    """Seven working days after the department's notice on the 4th: 5, 6, 9, 10, 11, 12, 13."""
    found = the("paper-hand-in", **ONLINE | changes)

    assert (found and found.status, found and found.due_on) == (status, due_on)


def test_paper_window_from_the_passing():
    """Read from the passing on the 4th instead of the notice on the 6th it ends on the 13th, not on the 17th."""
    changes = ONLINE | {"paper_requested_at": "2025-06-06T10:00"}
    passing = a_context(readings={"paper-window-start": "passing"})

    assert the("paper-hand-in", **changes).due_on == date(2025, 6, 17)  # 9, 10, 11, 12, 13, 16, 17
    assert the("paper-hand-in", ctx=passing, **changes).due_on == date(2025, 6, 13)
    # whether and when the applicant was told need not be known by that reading
    assert the("paper-hand-in", ctx=passing, **changes | {"paper_requested_at": UNSTATED}).due_on == date(2025, 6, 13)


def test_time_runs_from_deemed_acceptance():
    """Deemed accepted as of the 3rd, five promised days are the 4th, 5th, 6th, 9th and 10th."""
    found = the("promise", **COMPLICATED | {"corrections": told(9), "decided_at": "2025-06-11"})

    assert (found.started_on, found.due_on, found.status) == (date(2025, 6, 3), date(2025, 6, 10), Status.LATE)


@pytest.mark.parametrize(
    ("rank", "due_on"),
    [
        ("法律", date(2025, 6, 12)),
        ("规章", date(2025, 6, 12)),
        ("规范性文件", date(2025, 6, 10)),
        ("无", date(2025, 6, 10)),
        (None, date(2025, 6, 10)),
        (UNSTATED, None),
    ],
)
def test_only_a_sufficient_basis_stops_the_clock(rank, due_on):
    """An inspection from the 4th to the 6th takes the 5th and 6th out, if its basis is of rule rank or higher."""
    step = {"name": "现场勘验", "basis_rank": rank, "started_at": "2025-06-04T09:00", "ended_at": "2025-06-06T12:00"}
    if rank is UNSTATED:
        del step["basis_rank"]

    found = the("promise", special_steps=[step])

    assert found.due_on == due_on
    assert (found.earliest_due_on, found.latest_due_on) == (
        (due_on, due_on) if due_on else (date(2025, 6, 10), date(2025, 6, 12))
    )


@pytest.mark.parametrize(
    ("step", "status", "missing"),
    [
        ({"started_at": None}, Status.OVERDUE, ()),
        ({"started_at": "2025-06-04", "ended_at": None}, Status.PAUSED, ()),
        ({"started_at": "2025-06-04"}, Status.UNDETERMINED, ("special_steps[0].ended_at",)),
        # begun on the day of acceptance at the earliest: 4, 5, 6 out, due on the 13th, and that is over
        ({"ended_at": "2025-06-06"}, Status.OVERDUE, ("special_steps[0].started_at",)),
    ],
)
def test_what_a_step_does_not_say(step, status, missing):
    """An open step pauses; one of which start or end is not stated leaves the due day open."""
    found = the(
        "promise", decided_at=None, delivered_at=None, special_steps=[{"name": "听证", "basis_rank": "法律", **step}]
    )

    assert (found.status, found.missing) == (status, missing)


@pytest.mark.parametrize(
    ("changes", "status", "missing"),
    [
        ({"special_steps": UNSTATED, "decided_at": "2025-06-10", "delivered_at": None}, Status.MET, ("special_steps",)),
        (
            {"special_steps": UNSTATED, "decided_at": "2025-06-11", "delivered_at": None},
            Status.UNDETERMINED,
            ("special_steps",),
        ),
        ({"promised_working_days": UNSTATED}, Status.UNDETERMINED, ("promised_working_days",)),
        ({"decided_at": UNSTATED}, Status.UNDETERMINED, ("decided_at",)),
        ({"accepted_at": UNSTATED}, Status.UNDETERMINED, ("accepted_at",)),
    ],
)
def test_what_the_promise_waits_for(changes, status, missing):
    """Due on the 10th: decided by then it is kept whatever is unknown, later a pause might excuse it."""
    found = the("promise", **changes)

    assert (found.status, found.missing) == (status, missing)


def test_no_promise_no_limit():
    """A case without a promised time has no such deadline."""
    assert the("promise", promised_working_days=None) is None


def test_a_refused_case_starts_no_clock():
    """Nothing runs for a case that was never accepted."""
    found = the("promise", accepted_at=None, refused_at="2025-06-03", decided_at=None, delivered_at=None)

    assert found.status is Status.NOT_STARTED


@pytest.mark.parametrize(
    ("step", "status"),
    [
        ({"limit_working_days": 2, "started_at": "2025-06-04", "ended_at": "2025-06-06"}, Status.MET),  # 5, 6
        ({"limit_working_days": 1, "started_at": "2025-06-04", "ended_at": "2025-06-06"}, Status.LATE),
        ({"limit_working_days": 1, "started_at": "2025-06-04", "ended_at": None}, Status.OVERDUE),
        ({"limit_working_days": 1, "started_at": None, "ended_at": None}, Status.NOT_STARTED),
        ({"limit_working_days": 1, "started_at": "2025-06-04"}, Status.UNDETERMINED),
        ({"limit_working_days": 1, "ended_at": "2025-06-04"}, Status.UNDETERMINED),
        ({"started_at": "2025-06-04"}, Status.UNDETERMINED),
    ],
)
def test_special_step(step, status):
    """A step has as many working days as it states, counted from the day on which it starts."""
    found = [each for each in deadlines_for(a_case(special_steps=[{"name": "听证", **step}]), a_context()) if each.path]

    assert [(each.limit, each.path, each.status) for each in found] == [("special-step", "special_steps[0]", status)]


def test_a_step_without_a_time_has_no_deadline():
    """No time stated for it, no clock; unstated steps are asked for."""
    none = deadlines_for(a_case(special_steps=[{"name": "听证", "limit_working_days": None}]), a_context())
    unknown = deadlines_for(a_case(special_steps=UNSTATED), a_context())

    assert [each.limit for each in none] == ["promise", "statutory"]
    assert [(each.status, each.missing) for each in unknown if each.limit == "special-step"] == [
        (Status.UNDETERMINED, ("special_steps",))
    ]


def test_clauses_are_those_in_force_nearest_first():
    """In Hanjiang the plan comes before the province while it is in force, and is gone after its last day."""
    during = the("promise", area=HANJIANG)
    after = the(
        "promise",
        as_of=date(2026, 3, 31),
        area=HANJIANG,
        **dict.fromkeys(("substantive_review_started_at", "decided_at", "delivered_at")),
        received_at="2026-03-06T09:00",
        accepted_at="2026-03-06T09:00",
    )

    assert [each.ref for each in during.clauses] == ["hanjiang-2023/task-5", "fujian-2022/2.1.2", "fujian-2022/2.1.4"]
    assert [each.ref for each in after.clauses] == ["fujian-2022/2.1.2", "fujian-2022/2.1.4"]


def test_what_came_later_has_not_happened():
    """On the 4th nobody knows yet that the case will be decided on the 5th."""
    found = the("promise", as_of=date(2025, 6, 4), area=FUZHOU)

    assert (found.status, found.fulfilled_on) == (Status.RUNNING, None)
