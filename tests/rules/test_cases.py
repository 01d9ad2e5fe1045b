"""What each rule about cases answers: under, at and over its edge, with a field missing, and out of force.

June 2025: Monday the 2nd is off; weekends are 7-8, 14-15, 21-22, 28-29. The base case is received on Tuesday the 3rd.
"""

from datetime import date, datetime

import pytest

from support import HANJIANG, MET, UNKNOWN, UNSTATED, XIAMEN, a_case, a_context, answers, breach, idle
from zwfw import Severity
from zwfw.rules import cases, find_rule

TOWNSHIP = "350303101"


def refs(rule, ctx=None, **changes):
    """The clauses that the first answer cites."""
    return [each.ref for each in rule(a_case(**changes), ctx or a_context())[0].clauses]


def missing(rule, ctx=None, **changes):
    """The fields that the first answer misses."""
    return rule(a_case(**changes), ctx or a_context())[0].missing


def told(*days, demands=("营业执照",)):
    """A notice of corrections on each of some days of June 2025."""
    return [{"told_at": f"2025-06-{day:02}T15:00", "demands": demands} for day in days]


# ---------------------------------------------------------------- receipt

INCOMPLETE = {
    "complete": False,
    "accepted_at": "2025-06-05T09:00",
    "substantive_review_started_at": "2025-06-05T10:00",
    "corrections": told(3),
    "decided_at": None,
    "delivered_at": None,
}
COMPLICATED = INCOMPLETE | {"complicated": True, "registered_at": "2025-06-03T10:00", "corrections": told(5)}
TOLERATED = COMPLICATED | {"mode": "容缺受理", "gap_in_published_scope": True, "corrections": []}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"accepted_at": "2025-06-03T17:00"}, MET),
        (
            {"accepted_at": "2025-06-04T09:00", "substantive_review_started_at": None},
            breach("not-accepted-on-receipt", "accepted_at"),
        ),
        (
            {"accepted_at": None, "decided_at": None, "delivered_at": None},
            breach("not-accepted-on-receipt", "accepted_at"),
        ),
        ({"acceptance_notice_issued": False}, breach("no-acceptance-notice", "acceptance_notice_issued")),
        ({"complete": False}, idle("file-incomplete")),
        ({"complete": False, "mode": "容缺受理", "gap_in_published_scope": True}, MET),
        ({"complete": False, "mode": "容缺受理", "gap_in_published_scope": False}, idle("file-incomplete")),
        (
            {"complete": False, "mode": "容缺受理", "mode_chosen_by_applicant": False, "gap_in_published_scope": True},
            idle("file-incomplete"),
        ),
        (
            {"refused_at": "2025-06-03", "accepted_at": None},
            [("NEEDS_JUDGEMENT", "complete-file-refused", "refused_at")],
        ),
        (
            {"refused_at": "2025-06-03", "accepted_at": UNSTATED},
            UNKNOWN,
        ),
        # a refusal on a later day does not undo that nobody answered on the spot
        (
            {"refused_at": "2025-06-04", "accepted_at": None},
            [
                ("NEEDS_JUDGEMENT", "complete-file-refused", "refused_at"),
                *breach("not-accepted-on-receipt", "accepted_at"),
            ],
        ),
        ({"refused_at": UNSTATED, "accepted_at": None}, UNKNOWN),
        ({"refused_at": UNSTATED}, MET),
        ({"received_at": None, "submitted_at": None}, idle("not-received")),
        ({"complete": UNSTATED}, UNKNOWN),
        ({"accepted_at": UNSTATED}, UNKNOWN),
        ({"acceptance_notice_issued": UNSTATED}, UNKNOWN),
        ({"complete": False, "mode": "容缺受理", "gap_in_published_scope": UNSTATED}, UNKNOWN),
    ],
)
def test_accepted_on_receipt(changes, found):
    """A complete file is accepted, with a notice, on the day of receipt."""
    assert answers(cases.accepted_on_receipt, **changes) == found


def test_accepted_on_receipt_two_faults_are_told_together():
    """Accepted a day late and without a notice."""
    changes = {"accepted_at": "2025-06-04", "substantive_review_started_at": None, "acceptance_notice_issued": False}

    assert [reason for _, reason, _ in answers(cases.accepted_on_receipt, **changes)] == [
        "not-accepted-on-receipt",
        "no-acceptance-notice",
    ]


def test_accepted_on_receipt_the_day_is_not_over():
    """On the day of receipt itself nobody is late yet."""
    on_the_day = a_context(datetime(2025, 6, 3, 12))

    assert answers(cases.accepted_on_receipt, on_the_day, accepted_at=None) == idle("not-due-yet")


def test_accepted_on_receipt_of_a_complicated_complete_file():
    """On the spot by default; where one reads that it may be registered first, the rule is silent, and both say so."""
    changes = {"complicated": True, "accepted_at": "2025-06-05", "substantive_review_started_at": None}
    other = a_context(readings={"complicated-but-complete": "register-first"})

    (default,) = cases.accepted_on_receipt(a_case(**changes), a_context())
    (chosen,) = cases.accepted_on_receipt(a_case(**changes), other)

    assert (default.reason, default.readings) == ("not-accepted-on-receipt", ("complicated-but-complete",))
    assert (chosen.reason, chosen.readings) == ("registered-first", ("complicated-but-complete",))


def test_accepted_on_receipt_cites_the_nearest_first():
    """Each place cites its own document before the province's."""
    assert refs(cases.accepted_on_receipt) == ["fujian-2022/2.2.10"]
    assert refs(cases.accepted_on_receipt, area=XIAMEN) == ["xiamen-2022/2.2.11", "fujian-2022/2.2.10"]
    assert refs(cases.accepted_on_receipt, area=HANJIANG) == ["hanjiang-2023/task-5", "fujian-2022/2.2.10"]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        (INCOMPLETE, MET),
        (INCOMPLETE | {"corrections": told(4)}, breach("correction-not-told-on-the-spot", "corrections")),
        (INCOMPLETE | {"corrections": []}, breach("correction-not-told-on-the-spot", "corrections")),
        # complicated: the 4th, 5th and 6th are the three working days
        (COMPLICATED, MET),
        (COMPLICATED | {"corrections": told(6)}, MET),
        (COMPLICATED | {"corrections": told(9), "accepted_at": "2025-06-10"}, breach("correction-told-late")),
        (COMPLICATED | {"corrections": [], "accepted_at": None}, breach("correction-told-late")),
        ({}, idle("file-complete")),
        ({"complete": False, "mode": "告知承诺", "gap_in_published_scope": True}, idle("gap-tolerated")),
        (INCOMPLETE | {"received_at": None, "submitted_at": None, "corrections": []}, idle("not-received")),
        (COMPLICATED | {"received_at": None, "submitted_at": None, "registered_at": None}, idle("clock-not-started")),
        (INCOMPLETE | {"complicated": UNSTATED}, UNKNOWN),
        (INCOMPLETE | {"corrections": UNSTATED}, UNKNOWN),
        (COMPLICATED | {"corrections": UNSTATED, "accepted_at": None}, UNKNOWN),
        ({"complete": UNSTATED}, UNKNOWN),
    ],
)
def test_correction_told_in_time(changes, found):
    """Told on the spot what a plain file lacks, within three working days what a complicated one lacks."""
    assert answers(cases.correction_told_in_time, **changes) == found


@pytest.mark.parametrize(
    ("as_of", "changes", "reason"),
    [
        (datetime(2025, 6, 3, 12), INCOMPLETE | {"corrections": []}, "not-due-yet"),
        (date(2025, 6, 6), COMPLICATED | {"corrections": [], "accepted_at": None}, "not-due-yet"),
        (date(2025, 6, 7), COMPLICATED | {"corrections": [], "accepted_at": None}, "correction-told-late"),
    ],
)
def test_correction_told_in_time_while_there_is_time(as_of, changes, reason):
    """Nothing is late before the end of the day, or of the third working day."""
    assert [found for _, found, _ in answers(cases.correction_told_in_time, a_context(as_of), **changes)] == [reason]


def test_correction_told_in_time_across_a_make_up_sunday():
    """Received on Friday 2026-09-18: the worked Sunday the 20th, the 21st and the 22nd are the three days."""
    changes = COMPLICATED | {
        "received_at": "2026-09-18T16:00",
        "registered_at": "2026-09-18T16:10",
        "accepted_at": None,
        "substantive_review_started_at": None,
        "decided_at": None,
        "delivered_at": None,
    }
    at = a_context(date(2026, 10, 31))
    on_the_22nd = changes | {"corrections": [{"told_at": "2026-09-22T10:00", "demands": ["章程"]}]}
    on_the_23rd = changes | {"corrections": [{"told_at": "2026-09-23T10:00", "demands": ["章程"]}]}

    assert answers(cases.correction_told_in_time, at, **on_the_22nd) == MET
    (late,) = cases.correction_told_in_time(a_case(**on_the_23rd), at)
    assert late.facts["due_on"] == date(2026, 9, 22)
    assert late.message("en").endswith("Without it the file counts as accepted from the day of receipt")


def test_correction_told_in_time_in_hanjiang():
    """The plan is silent on complicated files: the province's days remain; the other reading adds the district's."""
    changes = COMPLICATED | {"area": HANJIANG}
    strict = a_context(readings={"complicated-in-hanjiang": "on-the-spot"})

    (default,) = cases.correction_told_in_time(a_case(**changes), a_context())
    kept, broken = cases.correction_told_in_time(a_case(**changes), strict)

    assert (default.state.name, default.readings) == ("MET", ("complicated-in-hanjiang",))
    assert [each.ref for each in default.clauses] == ["fujian-2022/2.2.10"]
    assert (kept.state.name, [each.ref for each in kept.clauses]) == ("MET", ["fujian-2022/2.2.10"])
    assert (broken.reason, [each.ref for each in broken.clauses]) == (
        "correction-not-told-on-the-spot",
        ["hanjiang-2023/task-5"],
    )


@pytest.mark.parametrize(
    ("changes", "done_on"),
    [
        ({"accepted_at": "2025-06-20"}, None),
        ({"refused_at": "2025-06-20", "accepted_at": None}, None),
        ({"corrections": told(9)}, date(2025, 6, 9)),
    ],
)
def test_correction_told_late_says_when_it_was_told(changes, done_on):
    """An acceptance or a refusal after the limit is not a notice."""
    changes = COMPLICATED | {"corrections": [], "accepted_at": None, "substantive_review_started_at": None} | changes

    (found,) = cases.correction_told_in_time(a_case(**changes), a_context())

    assert (found.reason, found.facts["done_on"]) == ("correction-told-late", done_on)


REGISTERED_FIRST = {
    "complicated": True,
    "complete": True,
    "registered_at": None,
    "accepted_at": None,
    "substantive_review_started_at": None,
    "decided_at": None,
    "delivered_at": None,
}


@pytest.mark.parametrize(
    ("area", "found"),
    [
        ("350102", idle("registered-first")),
        (XIAMEN, breach("not-accepted-on-receipt", "accepted_at")),
        (HANJIANG, breach("not-accepted-on-receipt", "accepted_at")),
    ],
)
def test_registered_first_is_the_provinces_reading_alone(area, found):
    """Xiamen's comma and Hanjiang's two branches leave no room for it: there the breach stands, by their clause."""
    reading = a_context(readings={"complicated-but-complete": "register-first"})

    assert answers(cases.accepted_on_receipt, reading, **REGISTERED_FIRST | {"area": area}) == found
    assert "fujian-2022/2.2.10" not in refs(cases.accepted_on_receipt, reading, **REGISTERED_FIRST | {"area": XIAMEN})


def test_registered_first_and_accepted_on_receipt_all_the_same():
    """Accepted on the day of receipt it keeps the city's clause, whatever one reads into the province's."""
    reading = a_context(readings={"complicated-but-complete": "register-first"})
    changes = {"complicated": True, "area": XIAMEN}

    assert answers(cases.accepted_on_receipt, reading, **changes) == MET
    assert refs(cases.accepted_on_receipt, reading, **changes) == ["xiamen-2022/2.2.11"]


@pytest.mark.parametrize(
    ("accepted_at", "told_in_time", "accepted_on", "deemed"),
    [("2025-06-06", "met", date(2025, 6, 6), False), ("2025-06-09", "correction-told-late", date(2025, 6, 3), True)],
)
def test_registered_first_is_answered_within_the_limit(accepted_at, told_in_time, accepted_on, deemed):
    """By that reading it is registered, answered by the 6th, and else deemed accepted as of its receipt."""
    reading = a_context(readings={"complicated-but-complete": "register-first"})
    changes = REGISTERED_FIRST | {"accepted_at": accepted_at}
    found = cases.acceptance(a_case(**changes), reading)

    assert [reason for _, reason, _ in answers(cases.correction_told_in_time, reading, **changes)] == [told_in_time]
    assert answers(cases.complicated_file_registered, reading, **changes) == breach("not-registered", "registered_at")
    assert (found.accepted_on, found.deemed) == (accepted_on, deemed)


def test_registered_first_waits_for_what_it_turns_on():
    """Whether the file is complicated matters only by that reading."""
    reading = a_context(readings={"complicated-but-complete": "register-first"})

    assert answers(cases.accepted_on_receipt, complicated=UNSTATED) == MET
    assert answers(cases.accepted_on_receipt, reading, complicated=UNSTATED) == UNKNOWN


def test_correction_told_late_in_hanjiang_rests_on_the_province():
    """The three days are not the district's: its plan is not cited for them."""
    changes = COMPLICATED | {"area": HANJIANG, "corrections": told(9), "accepted_at": "2025-06-10"}

    assert refs(cases.correction_told_in_time, **changes) == ["fujian-2022/2.2.10"]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        (COMPLICATED, MET),
        (COMPLICATED | {"registered_at": "2025-06-04"}, breach("not-registered", "registered_at")),
        (COMPLICATED | {"registered_at": None}, breach("not-registered", "registered_at")),
        (COMPLICATED | {"registered_at": UNSTATED}, UNKNOWN),
        (COMPLICATED | {"complete": True}, idle("limit-does-not-apply")),
        # what may be missing is accepted on receipt, and so not registered first
        (TOLERATED | {"registered_at": None}, idle("gap-tolerated")),
        (COMPLICATED | {"registered_at": None, "mode": UNSTATED, "gap_in_published_scope": UNSTATED}, UNKNOWN),
        (COMPLICATED | {"received_at": None, "submitted_at": None, "registered_at": None}, idle("not-received")),
    ],
)
def test_complicated_file_registered(changes, found):
    """A complicated, incomplete file is registered on the day of receipt."""
    assert answers(cases.complicated_file_registered, **changes) == found


def test_complicated_file_registered_the_day_is_not_over():
    """On the day of receipt it may still be registered."""
    on_the_day = a_context(datetime(2025, 6, 3, 9, 30))

    assert answers(cases.complicated_file_registered, on_the_day, **COMPLICATED) == idle("not-due-yet")


@pytest.mark.parametrize(
    ("corrections", "found"),
    [
        ([], idle("nothing-told")),
        (None, idle("nothing-told")),
        (told(3), MET),
        (told(3, 5), MET),  # the second asks again for what the first asked for
        (told(3) + told(5, demands=("营业执照", "章程")), UNKNOWN),
        (
            [*told(3), {"told_at": "2025-06-05", "demands": ["章程"], "arises_from_supplement": True}],
            [("NEEDS_JUDGEMENT", "new-demand-from-supplement", "corrections[1].demands")],
        ),
        (
            [*told(3), {"told_at": "2025-06-05", "demands": ["章程"], "arises_from_supplement": False}],
            breach("demanded-again", "corrections[1].demands"),
        ),
        ([*told(3), {"told_at": "2025-06-05"}], UNKNOWN),
        ([{"told_at": "2025-06-03"}, *told(5)], UNKNOWN),
        (UNSTATED, UNKNOWN),
    ],
)
def test_correction_told_once(corrections, found):
    """A later notice may repeat what was told, and may demand nothing new."""
    assert answers(cases.correction_told_once, **INCOMPLETE | {"corrections": corrections}) == found


def test_correction_told_once_every_later_notice_is_asked_about():
    """The second and the third notice each demand something new."""
    later = told(4, demands=("章程",)) + told(5, demands=("章程", "租赁合同"))
    corrections = told(3) + [{**each, "arises_from_supplement": False} for each in later]

    found = cases.correction_told_once(a_case(**INCOMPLETE | {"corrections": corrections}), a_context())

    assert [(each.path, each.facts["demands"]) for each in found] == [
        ("corrections[1].demands", ("章程",)),
        ("corrections[2].demands", ("租赁合同",)),
    ]


# ---------------------------------------------------------------- decision


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        # five working days after the 3rd: 4, 5, 6, 9, 10
        ({"decided_at": "2025-06-10T17:00", "delivered_at": None}, MET),
        ({"decided_at": "2025-06-11T08:00", "delivered_at": None}, breach("decided-later-than-promised")),
        ({"decided_at": None, "delivered_at": None}, breach("decided-later-than-promised")),
        ({"promised_working_days": 2}, MET),
        ({"promised_working_days": 1}, breach("decided-later-than-promised")),
        ({"promised_working_days": None}, idle("no-time-stated")),
        ({"accepted_at": None, "decided_at": None, "delivered_at": None}, idle("clock-not-started")),
        ({"promised_working_days": UNSTATED}, UNKNOWN),
        ({"decided_at": UNSTATED, "delivered_at": None}, UNKNOWN),
    ],
)
def test_decided_as_promised(changes, found):
    """Decided by the last promised working day after acceptance."""
    assert answers(cases.decided_as_promised, **changes) == found


@pytest.mark.parametrize(("day", "reason"), [(10, "not-due-yet"), (11, "decided-later-than-promised")])
def test_decided_as_promised_while_there_is_time(day, reason):
    """Due on the 10th: on that evening it is not late yet, on the 11th it is."""
    at = a_context(date(2025, 6, day))

    assert [found for _, found, _ in answers(cases.decided_as_promised, at, decided_at=None, delivered_at=None)] == [
        reason
    ]


@pytest.mark.parametrize(
    ("rank", "decided", "reason"),
    [
        ("规章", 12, "met"),
        ("规章", 13, "decided-later-than-promised"),
        ("规范性文件", 11, "decided-later-than-promised"),
    ],
)
def test_decided_as_promised_with_a_special_step(rank, decided, reason):
    """A step of rule rank takes the 5th and 6th out (due on the 12th); the time of one without basis counts."""
    step = {"name": "现场勘验", "basis_rank": rank, "started_at": "2025-06-04", "ended_at": "2025-06-06"}
    changes = {"special_steps": [step], "decided_at": f"2025-06-{decided}", "delivered_at": None}

    assert [found for _, found, _ in answers(cases.decided_as_promised, **changes)] == [reason]


def test_decided_as_promised_late_even_if_it_paused():
    """Due on the 10th, or on the 12th if the step of unknown basis stops the clock: the 13th is late either way."""
    step = {"name": "现场勘验", "started_at": "2025-06-04", "ended_at": "2025-06-06"}
    changes = {"special_steps": [step], "decided_at": "2025-06-13", "delivered_at": None}

    (found,) = cases.decided_as_promised(a_case(**changes), a_context())

    assert (found.reason, found.facts["due_on"]) == ("decided-later-than-promised", date(2025, 6, 12))


def test_decided_as_promised_with_a_step_still_open():
    """The clock stands still, and the earliest due day is given."""
    step = {"name": "专家评审", "basis_rank": "法律", "started_at": "2025-06-04", "ended_at": None}
    at = a_context(date(2025, 6, 11))

    (found,) = cases.decided_as_promised(a_case(special_steps=[step], decided_at=None, delivered_at=None), at)

    # 4 counts; 5, 6, 9, 10, 11 stand still; 12, 13, 16, 17 are left
    assert (found.reason, found.facts) == ("clock-paused", {"earliest_due_on": date(2025, 6, 17)})


def test_decided_as_promised_in_a_year_without_a_notice():
    """Due in the Spring Festival of 2027, looked at in it: nobody can say yet."""
    changes = {"received_at": "2026-12-10", "accepted_at": "2026-12-10", "promised_working_days": 40}
    changes |= dict.fromkeys(("substantive_review_started_at", "decided_at", "delivered_at"))

    (found,) = cases.decided_as_promised(a_case(**changes), a_context(date(2027, 2, 8)))

    assert (found.reason, found.missing) == ("year-unpublished", ("calendar.2027",))


def test_decided_as_promised_with_the_due_day_still_open():
    """Due in 2027, looked at in December 2026: not late, and both bounds are given."""
    changes = {"received_at": "2026-12-10", "accepted_at": "2026-12-10", "promised_working_days": 40}
    changes |= dict.fromkeys(("substantive_review_started_at", "decided_at", "delivered_at"))

    (found,) = cases.decided_as_promised(a_case(**changes), a_context(date(2026, 12, 15)))

    assert found.reason == "due-day-open"
    assert found.facts["earliest_due_on"] < found.facts["latest_due_on"]
    assert found.facts["earliest_due_on"].year == 2027


def test_decided_as_promised_says_from_which_acceptance():
    """Deemed accepted as of the 3rd, whatever the record says of a later acceptance."""
    changes = COMPLICATED | {"corrections": told(9), "accepted_at": "2025-06-12", "decided_at": "2025-06-16"}
    changes |= {"substantive_review_started_at": None, "delivered_at": None}

    (found,) = cases.decided_as_promised(a_case(**changes), a_context())

    assert found.reason == "deemed-and-later-than-promised"
    assert (found.facts["started_on"], found.facts["due_on"]) == (date(2025, 6, 3), date(2025, 6, 10))


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        # twenty working days after the 3rd: 4-6 (3), 9-13 (8), 16-20 (13), 23-27 (18), 30, 1 July
        ({"decided_at": "2025-07-01", "delivered_at": None}, MET),
        ({"decided_at": "2025-07-02", "delivered_at": None}, breach("decided-later-than-statutory")),
        ({"statutory_working_days": None}, idle("no-time-stated")),
        ({"statutory_working_days": UNSTATED}, UNKNOWN),
    ],
)
def test_decided_within_statutory_limit(changes, found):
    """Decided by the last statutory working day after acceptance."""
    assert answers(cases.decided_within_statutory_limit, a_context(date(2025, 7, 31)), **changes) == found


@pytest.mark.parametrize(("option", "reason"), [("not-counted", "met"), ("counted", "decided-later-than-statutory")])
def test_decided_within_statutory_limit_with_a_special_step(option, reason):
    """Five statutory days with a step from the 4th to the 6th: due on the 12th, or by the letter on the 10th."""
    step = {"name": "现场勘验", "basis_rank": "规章", "started_at": "2025-06-04", "ended_at": "2025-06-06"}
    changes = {"special_steps": [step], "statutory_working_days": 5, "decided_at": "2025-06-12", "delivered_at": None}
    reading = a_context(readings={"special-steps-and-statutory-time": option})

    (found,) = cases.decided_within_statutory_limit(a_case(**changes), reading)

    assert (found.reason, found.readings) == (reason, ("special-steps-and-statutory-time",))


SIMPLE = {"simple": True, "collective_deliberation": False, "special_steps": [], "decided_at": "2025-06-03T10:00"}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"instant": True, "decided_at": "2025-06-03T10:30"}, MET),
        ({"instant": True}, breach("not-decided-at-once", "decided_at")),  # decided on the 5th
        (SIMPLE, MET),
        (SIMPLE | {"decided_at": "2025-06-04"}, breach("not-decided-at-once", "decided_at")),
        (SIMPLE | {"decided_at": None, "delivered_at": None}, breach("not-decided-at-once", "decided_at")),
        (SIMPLE | {"collective_deliberation": True}, idle("not-instant")),
        (SIMPLE | {"special_steps": [{"name": "听证"}]}, idle("not-instant")),
        (SIMPLE | {"simple": False}, idle("not-instant")),
        (SIMPLE | {"instant": False, "simple": UNSTATED}, UNKNOWN),
        (SIMPLE | {"simple": UNSTATED, "special_steps": [{"name": "听证"}]}, idle("not-instant")),
        (SIMPLE | {"special_steps": UNSTATED}, UNKNOWN),
        (
            SIMPLE | {"instant": True, "decided_at": "2025-06-04", "collective_deliberation": True},
            [("NEEDS_JUDGEMENT", "instant-yet-not-simple", "instant")],
        ),
        (
            SIMPLE | {"instant": True, "decided_at": "2025-06-04", "special_steps": [{"name": "听证"}]},
            [("NEEDS_JUDGEMENT", "instant-yet-not-simple", "instant")],
        ),
        # decided at once it is kept, whatever it needed; later, what it needed decides
        (SIMPLE | {"instant": True, "collective_deliberation": True}, MET),
        (SIMPLE | {"instant": True, "collective_deliberation": UNSTATED}, MET),
        (SIMPLE | {"instant": True, "decided_at": "2025-06-04", "collective_deliberation": UNSTATED}, UNKNOWN),
        (SIMPLE | {"instant": True, "decided_at": "2025-06-04", "special_steps": UNSTATED}, UNKNOWN),
        (SIMPLE | {"instant": UNSTATED}, MET),
        (SIMPLE | {"instant": UNSTATED, "simple": False}, UNKNOWN),
        (SIMPLE | {"instant": UNSTATED, "simple": UNSTATED}, UNKNOWN),
        ({"instant": True, "received_at": None, "submitted_at": None}, idle("not-received")),
        ({"instant": True, "decided_at": UNSTATED}, UNKNOWN),
    ],
)
def test_instant_decided_at_once(changes, found):
    """Decided on the day of receipt: what the guide lists as instant, and simple approvals without further steps."""
    assert answers(cases.instant_decided_at_once, **changes) == found


def test_instant_decided_at_once_is_a_matter_of_principle():
    """原则上: a departure, not a violation."""
    (found,) = cases.instant_decided_at_once(a_case(instant=True), a_context())

    assert found.severity is Severity.DEPARTURE


@pytest.mark.parametrize(("decided_at", "done_on"), [("2025-06-05T16:00", date(2025, 6, 5)), (None, None)])
def test_instant_decided_at_once_says_when(decided_at, done_on):
    """The days of receipt and decision stand in the answer."""
    (found,) = cases.instant_decided_at_once(
        a_case(instant=True, decided_at=decided_at, delivered_at=None), a_context()
    )

    assert found.facts == {"received_on": date(2025, 6, 3), "done_on": done_on}


def test_instant_decided_at_once_the_day_is_not_over():
    """Not decided at noon of the day of receipt: not late yet where no minutes are set."""
    noon = a_context(datetime(2025, 6, 3, 12))

    assert answers(cases.instant_decided_at_once, noon, instant=True) == idle("not-due-yet")


@pytest.mark.parametrize(
    ("decided_at", "reason"),
    [
        ("2025-06-03T09:59", "met"),
        ("2025-06-03T10:00", "met"),  # 60 minutes after 09:00
        ("2025-06-03T10:01", "instant-took-too-long"),
        ("2025-06-04T09:30", "not-decided-at-once"),
        ("2025-06-03", "not-stated"),  # no time of day: a day is not its midnight
    ],
)
def test_instant_minutes_in_a_township_of_hanjiang(decided_at, reason):
    """Within sixty minutes, the sixtieth included."""
    changes = {"area": TOWNSHIP, "venue_level": UNSTATED, "instant": True, "decided_at": decided_at}

    assert [found for _, found, _ in answers(cases.instant_decided_at_once, **changes)] == [reason]


@pytest.mark.parametrize(
    ("changes", "ctx", "reason"),
    [
        (
            {"received_at": "2025-06-03", "accepted_at": "2025-06-03", "decided_at": "2025-06-03"},
            a_context(),
            "not-stated",
        ),
        ({"decided_at": None, "delivered_at": None}, a_context(datetime(2025, 6, 3, 10)), "not-due-yet"),
        ({"decided_at": None, "delivered_at": None}, a_context(datetime(2025, 6, 3, 10, 1)), "instant-took-too-long"),
    ],
)
def test_instant_minutes_while_they_run(changes, ctx, reason):
    """An undecided case is late after sixty minutes; without times of day nobody can say."""
    changes = {"area": TOWNSHIP, "instant": True, "substantive_review_started_at": None} | changes

    assert [found for _, found, _ in answers(cases.instant_decided_at_once, ctx, **changes)] == [reason]


def test_instant_minutes_beyond_township_centres_are_a_reading():
    """The card rates township centres; for a district window the sixty minutes are a reading, and both say so."""
    changes = {"area": HANJIANG, "venue_level": "县", "instant": True, "decided_at": "2025-06-03T10:01"}
    narrow = a_context(readings={"instant-minutes-reach": "township-centres"})

    (default,) = cases.instant_decided_at_once(a_case(**changes), a_context())
    (chosen,) = cases.instant_decided_at_once(a_case(**changes), narrow)

    assert (default.reason, default.readings) == ("instant-took-too-long", ("instant-minutes-reach",))
    assert [each.ref for each in default.clauses] == ["hanjiang-2023/task-5", "hanjiang-2023/T36"]
    assert (chosen.state.name, chosen.readings) == ("MET", ("instant-minutes-reach",))


def test_instant_minutes_bind_a_township_under_either_reading():
    """No reading excuses a case that was handled in the centre of a township; by the narrow one the hall decides."""
    changes = {"area": TOWNSHIP, "venue_level": "乡", "instant": True, "decided_at": "2025-06-03T10:01"}
    narrow = a_context(readings={"instant-minutes-reach": "township-centres"})

    (found,) = cases.instant_decided_at_once(a_case(**changes), narrow)
    (at_the_district,) = cases.instant_decided_at_once(a_case(**changes | {"venue_level": "县"}), narrow)

    assert (found.reason, found.readings) == ("instant-took-too-long", ())
    assert at_the_district.state.name == "MET"
    (unknown,) = cases.instant_decided_at_once(a_case(**changes | {"venue_level": UNSTATED}), narrow)
    assert unknown.missing == ("venue_level",)


def test_instant_minutes_do_not_turn_on_the_reading_where_both_agree():
    """Done in half an hour it is kept under either reading, and no reading is named."""
    changes = {"area": HANJIANG, "venue_level": UNSTATED, "instant": True, "decided_at": "2025-06-03T09:30"}

    (found,) = cases.instant_decided_at_once(a_case(**changes), a_context())

    assert (found.state.name, found.readings) == ("MET", ())


def test_instant_undecided_under_the_narrow_reading():
    """At a district window, read narrowly, an undecided case is not late before the day is over."""
    changes = {"area": HANJIANG, "venue_level": "县", "instant": True, "decided_at": None, "delivered_at": None}
    at = a_context(datetime(2025, 6, 3, 15), readings={"instant-minutes-reach": "township-centres"})

    assert answers(cases.instant_decided_at_once, at, **changes) == idle("not-due-yet")


@pytest.mark.parametrize(
    ("as_of", "received", "documents", "ended"),
    [
        (date(2025, 6, 30), "2025-06-03", ["hanjiang-2023", "hanjiang-2023", "fujian-2022"], []),
        (date(2026, 3, 31), "2026-03-05", ["hanjiang-2023", "hanjiang-2023", "fujian-2022"], []),
        (date(2026, 3, 31), "2026-03-06", ["fujian-2022"], [("已失效", date(2026, 3, 5))]),
    ],
)
def test_the_plan_of_hanjiang_ends(as_of, received, documents, ended):
    """Three years with the day of issue counted: 2026-03-05 is the last day; the outcome of the 6th says it ended."""
    changes = {
        "area": HANJIANG,
        "instant": True,
        "received_at": f"{received}T09:00",
        "accepted_at": f"{received}T09:05",
    }
    changes |= {"substantive_review_started_at": None, "decided_at": f"{received}T09:30", "delivered_at": None}

    (found,) = cases.instant_decided_at_once(a_case(**changes), a_context(as_of))

    assert [each.document for each in found.clauses] == documents
    assert [(each.state.value, each.last) for each in found.out_of_force] == ended


def test_the_plan_of_hanjiang_by_the_other_reading():
    """Without the day of issue 2026-03-06 is the last day; on that day the outcome names the reading either way."""
    changes = {"area": HANJIANG, "instant": True, "received_at": "2026-03-06T09:00", "accepted_at": "2026-03-06T09:05"}
    changes |= {"substantive_review_started_at": None, "decided_at": "2026-03-06T09:30", "delivered_at": None}
    longer = a_context(date(2026, 3, 31), readings={"hanjiang-validity": "issue-day-not-counted"})

    (default,) = cases.instant_decided_at_once(a_case(**changes), a_context(date(2026, 3, 31)))
    (chosen,) = cases.instant_decided_at_once(a_case(**changes), longer)

    assert default.readings == chosen.readings == ("hanjiang-validity",)
    assert "hanjiang-2023/T36" not in [each.ref for each in default.clauses]
    assert "hanjiang-2023/T36" in [each.ref for each in chosen.clauses]


# ---------------------------------------------------------------- special steps


def a_step(**changes):
    """An inspection with a basis of rule rank, from the 4th to the 6th, with your changes."""
    step = {
        "name": "现场勘验",
        "basis_rank": "规章",
        "kept_by_decision": None,
        "started_at": "2025-06-04T09:00",
        "ended_at": "2025-06-06T12:00",
        "limit_working_days": 2,
        "statutory_working_days": 5,
    }
    return {name: value for name, value in (step | changes).items() if value is not UNSTATED}


BASIS = "special_steps[0].basis_rank"


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"basis_rank": "规章"}, MET),
        ({"basis_rank": "地方性法规"}, MET),
        ({"basis_rank": "法律"}, MET),
        ({"basis_rank": "规范性文件"}, breach("special-step-without-basis", BASIS)),
        ({"basis_rank": "无"}, breach("special-step-without-basis", BASIS)),
        ({"basis_rank": None}, breach("special-step-without-basis", BASIS)),
        ({"basis_rank": "无", "kept_by_decision": True}, MET),
        ({"basis_rank": "无", "kept_by_decision": False}, breach("special-step-without-basis", BASIS)),
        ({"basis_rank": "无", "kept_by_decision": UNSTATED}, UNKNOWN),
        ({"basis_rank": UNSTATED}, UNKNOWN),
    ],
)
def test_special_step_has_basis(changes, found):
    """At least 规章, 规章 included; a step without it is cleared away unless the department decided to keep it."""
    assert answers(cases.special_step_has_basis, special_steps=[a_step(**changes)]) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"basis_rank": "规范性文件"}, [("special-step-without-basis", "fujian-2022/2.1.4")]),
        ({"basis_rank": "规范性文件", "kept_by_decision": True}, []),
        (
            {"basis_rank": "无"},
            [("special-step-names-no-basis", "xiamen-2022/2.1.4"), ("special-step-without-basis", "fujian-2022/2.1.4")],
        ),
        # whether it is kept matters to the province alone
        ({"basis_rank": "无", "kept_by_decision": UNSTATED}, [("special-step-names-no-basis", "xiamen-2022/2.1.4")]),
        ({"basis_rank": None, "kept_by_decision": True}, [("special-step-names-no-basis", "xiamen-2022/2.1.4")]),
        ({"basis_rank": "规章"}, []),
    ],
)
def test_special_step_has_basis_in_xiamen(changes, found):
    """The rank is the province's; the city asks for a legal basis of any rank, and knows no keeping by decision."""
    outcomes = cases.special_step_has_basis(a_case(area=XIAMEN, special_steps=[a_step(**changes)]), a_context())

    broken = [each for each in outcomes if each.state.name == "BREACHED"]
    assert [(each.reason, *(clause.ref for clause in each.clauses)) for each in broken] == found


def test_special_step_has_basis_each_step_by_itself():
    """What is not known of the first step hides nothing of the second."""
    steps = [a_step(basis_rank=UNSTATED), a_step(basis_rank="无")]

    assert answers(cases.special_step_has_basis, special_steps=steps) == [
        *UNKNOWN,
        *breach("special-step-without-basis", "special_steps[1].basis_rank"),
    ]
    assert missing(cases.special_step_has_basis, special_steps=steps) == ("special_steps[0].basis_rank",)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),  # the 5th and the 6th
        ({"limit_working_days": 1}, breach("special-step-took-too-long", "special_steps[0]")),
        ({"limit_working_days": None}, breach("special-step-without-limit", "special_steps[0].limit_working_days")),
        ({"started_at": None, "ended_at": None}, idle("clock-not-started", "special_steps[0]")),
        ({"ended_at": None}, breach("special-step-took-too-long", "special_steps[0]")),
        ({"limit_working_days": UNSTATED}, [("UNDETERMINED", "not-stated", "special_steps[0]")]),
        ({"ended_at": UNSTATED}, [("UNDETERMINED", "not-stated", "special_steps[0]")]),
    ],
)
def test_special_step_within_its_limit(changes, found):
    """A step states its time, counted from the day after it starts, and ends within it."""
    assert answers(cases.special_step_within_its_limit, special_steps=[a_step(**changes)]) == found


@pytest.mark.parametrize("rule", [cases.special_step_has_basis, cases.special_step_within_its_limit])
@pytest.mark.parametrize(
    ("steps", "found"), [([], idle("no-special-step")), (None, idle("no-special-step")), (UNSTATED, UNKNOWN)]
)
def test_without_special_steps(rule, steps, found):
    """No step, nothing to ask; steps that were not stated are unknown."""
    assert answers(rule, special_steps=steps) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"limit_working_days": 4}, MET),
        ({"limit_working_days": 5}, breach("special-step-not-shortened", "special_steps[0].limit_working_days")),
        ({"limit_working_days": 6}, breach("special-step-over-statutory", "special_steps[0].limit_working_days")),
        ({"statutory_working_days": None}, MET),
        ({"limit_working_days": None}, MET),
        ({"statutory_working_days": UNSTATED}, UNKNOWN),
    ],
)
def test_special_step_shortened(changes, found):
    """Xiamen: below the statutory time of the step; equal to it is short of the aim, above it a breach."""
    assert answers(cases.special_step_shortened, area=XIAMEN, special_steps=[a_step(**changes)]) == found


def test_special_step_shortened_weighs_by_its_words():
    """Exceeding the statutory time is a violation, not shortening it only advice."""
    weights = [
        cases.special_step_shortened(a_case(area=XIAMEN, special_steps=[a_step(limit_working_days=days)]), a_context())[
            0
        ].severity
        for days in (5, 6)
    ]

    assert weights == [Severity.ADVICE, Severity.VIOLATION]


def test_special_step_shortened_is_xiamens():
    """Fuzhou has no such clause, so asked for by itself the rule says that none reaches there."""
    assert answers(cases.special_step_shortened) == idle("never-in-force")
    assert answers(cases.special_step_shortened, area=XIAMEN) == idle("no-special-step")


# ---------------------------------------------------------------- nothing before acceptance

REVIEW = "substantive_review_started_at"


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({REVIEW: "2025-06-03T09:20"}, MET),  # the minute of acceptance
        ({REVIEW: "2025-06-03T09:19"}, breach("review-before-acceptance", REVIEW)),
        ({REVIEW: "2025-06-03"}, MET),  # no time of day: not surely before
        ({REVIEW: "2025-06-02"}, breach("review-before-acceptance", REVIEW)),
        ({REVIEW: None}, MET),
        ({"accepted_at": None, "decided_at": None, "delivered_at": None}, breach("review-before-acceptance", REVIEW)),
        ({"accepted_at": None, REVIEW: None}, breach("decided-before-acceptance", "decided_at")),
        ({"accepted_at": "2025-06-05T16:01", REVIEW: None}, breach("decided-before-acceptance", "decided_at")),
        ({"accepted_at": "2025-06-05T16:00", REVIEW: None}, MET),
        ({"accepted_at": None, "refused_at": "2025-06-05", REVIEW: None}, MET),
        ({"decided_at": UNSTATED}, UNKNOWN),
        ({REVIEW: UNSTATED}, UNKNOWN),
        ({"accepted_at": UNSTATED}, UNKNOWN),
    ],
)
def test_nothing_before_acceptance(changes, found):
    """Substantive review begins with acceptance at the earliest."""
    assert answers(cases.nothing_before_acceptance, **changes) == found


def test_nothing_before_deemed_acceptance():
    """Deemed accepted as of the 3rd: a review on the 4th is not early, one on the 2nd is."""
    changes = COMPLICATED | {"corrections": told(9), "accepted_at": None}

    assert answers(cases.nothing_before_acceptance, **changes | {REVIEW: "2025-06-04"}) == MET
    assert answers(cases.nothing_before_acceptance, **changes | {REVIEW: "2025-06-02"}) == breach(
        "review-before-acceptance", REVIEW
    )


@pytest.mark.parametrize(
    ("area", "started", "found"),
    [
        (HANJIANG, "2025-06-02T09:00", breach("special-step-before-acceptance", "special_steps[0].started_at")),
        (HANJIANG, "2025-06-03T09:20", MET),
        (HANJIANG, None, MET),
        (HANJIANG, UNSTATED, UNKNOWN),
        ("350102", "2025-06-02T09:00", MET),
    ],
)
def test_no_special_step_before_acceptance_in_hanjiang(area, started, found):
    """Only Hanjiang forbids starting a special step under cover of pre-review, and its plan alone is cited."""
    online = {"submitted_at": "2025-06-02T08:00", "prereviewed_at": "2025-06-02T08:30"}
    changes = {"area": area, "special_steps": [a_step(started_at=started)]} | online

    assert answers(cases.nothing_before_acceptance, **changes) == found
    if found[0][0] == "BREACHED":
        assert refs(cases.nothing_before_acceptance, **changes) == ["hanjiang-2023/task-5"]


def test_a_special_step_before_acceptance_without_a_pre_review():
    """The plan speaks of pre-review; a step that began early without one, a person judges."""
    changes = {"area": HANJIANG, "special_steps": [a_step(started_at="2025-06-02")]}

    assert answers(cases.nothing_before_acceptance, **changes) == [
        ("NEEDS_JUDGEMENT", "special-step-before-acceptance-offline", "special_steps[0].started_at")
    ]


# ---------------------------------------------------------------- construction

CONSTRUCTION = {"area": XIAMEN, "is_construction": True}
PASSED_ON = "passed_to_former_department"


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({PASSED_ON: None}, MET),
        ({PASSED_ON: True}, breach("passed-to-former-department", PASSED_ON)),
        # Accepted at 09:20: reviewed at that minute, and a minute before.
        ({REVIEW: "2025-06-03T09:20"}, MET),
        ({REVIEW: "2025-06-03T09:19"}, breach("review-before-acceptance", REVIEW)),
        ({"accepted_at": None, REVIEW: None}, breach("decided-before-acceptance", "decided_at")),
        # Each form by itself, and none hides the other.
        (
            {PASSED_ON: True, REVIEW: "2025-06-02"},
            [*breach("passed-to-former-department", PASSED_ON), *breach("review-before-acceptance", REVIEW)],
        ),
        (
            {PASSED_ON: UNSTATED, REVIEW: "2025-06-02"},
            [*UNKNOWN, *breach("review-before-acceptance", REVIEW)],
        ),
        (
            {PASSED_ON: True, "accepted_at": UNSTATED},
            [*breach("passed-to-former-department", PASSED_ON), *UNKNOWN],
        ),
        ({"is_construction": UNSTATED}, UNKNOWN),
        ({"is_construction": UNSTATED, PASSED_ON: True}, UNKNOWN),
        # What is not construction is 2.2.9's matter alone.
        ({"is_construction": False, PASSED_ON: True}, idle("not-construction")),
        ({"is_construction": None, REVIEW: "2025-06-02"}, idle("not-construction")),
        ({"is_construction": False, PASSED_ON: UNSTATED}, idle("not-construction")),
    ],
)
def test_construction_inside_the_system(changes, found):
    """Xiamen: a construction case neither goes on to the former department nor is reviewed before acceptance."""
    assert answers(cases.construction_inside_the_system, **CONSTRUCTION | changes) == found


def test_construction_inside_the_system_names_what_is_missing():
    """Of a construction case the way that the file took has to be known."""
    changes = CONSTRUCTION | {PASSED_ON: UNSTATED}

    assert missing(cases.construction_inside_the_system, **changes) == (PASSED_ON,)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        # The province's row 3.1.3 says the same, but no norm of its own was read out of it.
        ({"area": "350102"}, idle("never-in-force")),
        ({"area": HANJIANG}, idle("never-in-force")),
        # Xiamen's table prints no day of issue: in October 2022 nobody knows whether it was law.
        ({"received_at": "2022-10-12", "accepted_at": "2022-10-12"}, [("UNDETERMINED", "force-uncertain", "")]),
    ],
)
def test_construction_inside_the_system_is_xiamens(changes, found):
    """No other document carries it, and the table has to be in force."""
    assert answers(cases.construction_inside_the_system, **CONSTRUCTION | {PASSED_ON: True} | changes) == found


def test_construction_inside_the_system_cites_its_own_row_and_says_whose_form_it_borrows():
    """The breach rests on 3.1.3 and is a violation; 2.2.9, which prints the form, stands in the sentence."""
    (found,) = cases.construction_inside_the_system(a_case(**CONSTRUCTION, **{PASSED_ON: True}), a_context())

    assert [each.ref for each in found.clauses] == ["xiamen-2022/3.1.3"]
    assert found.severity is Severity.VIOLATION
    assert found.facts["printed_in"].ref == "xiamen-2022/2.2.9"


def test_an_early_review_of_a_construction_case_breaks_both_rows():
    """2.2.9 forbids it to all, 3.1.3 to construction once more."""
    early = CONSTRUCTION | {REVIEW: "2025-06-02"}

    assert refs(cases.nothing_before_acceptance, **early) == ["xiamen-2022/2.2.9", "fujian-2022/2.2.9"]
    assert refs(cases.construction_inside_the_system, **early) == ["xiamen-2022/3.1.3"]


# ---------------------------------------------------------------- online

ONLINE = {
    "channel": "网上",
    "submitted_at": "2025-06-03T22:00",
    "prereviewed_at": "2025-06-04T17:00",
    "prereview_passed": True,
    "paper_requested_at": "2025-06-04T17:00",
    "paper_received_at": "2025-06-13T17:00",
    "received_at": "2025-06-13T17:00",
    "accepted_at": "2025-06-13T17:10",
    REVIEW: None,
    "decided_at": None,
    "delivered_at": None,
}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),  # submitted on Tuesday the 3rd, so by the end of the 4th
        ({"prereviewed_at": "2025-06-05T08:00", "paper_requested_at": None}, breach("prereviewed-late")),
        ({"prereviewed_at": None}, breach("prereviewed-late")),
        # from a Saturday: Monday
        ({"submitted_at": "2025-06-07T10:00", "prereviewed_at": "2025-06-09T18:00", "paper_requested_at": None}, MET),
        ({"online_depth": "Ⅲ"}, idle("limit-does-not-apply")),
        ({"online_depth": UNSTATED}, UNKNOWN),
        ({"prereviewed_at": UNSTATED}, UNKNOWN),
    ],
)
def test_prereviewed_in_time(changes, found):
    """One working day after the online submission, at depth Ⅱ."""
    assert answers(cases.prereviewed_in_time, **ONLINE | changes) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),  # 5, 6, 9, 10, 11, 12, 13
        (
            {"paper_received_at": "2025-06-16", "received_at": "2025-06-16", "accepted_at": None},
            breach("prereview-void"),
        ),
        ({"paper_received_at": None}, breach("prereview-void")),
        ({"prereview_passed": False}, idle("limit-does-not-apply")),
        ({"paper_requested_at": None}, idle("clock-not-started")),
        ({"paper_received_at": UNSTATED}, UNKNOWN),
    ],
)
def test_paper_handed_in_in_time(changes, found):
    """Seven working days after the notice; then the result of the pre-review is void."""
    assert answers(cases.paper_handed_in_in_time, **ONLINE | changes) == found


def test_paper_handed_in_in_time_names_the_reading():
    """Told on the 6th, brought on the 16th: in time from the notice (17th), too late from the passing (13th)."""
    changes = ONLINE | {
        "paper_requested_at": "2025-06-06",
        "paper_received_at": "2025-06-16",
        "received_at": "2025-06-16",
    }
    changes |= {"accepted_at": "2025-06-16"}

    (found,) = cases.paper_handed_in_in_time(a_case(**changes), a_context())

    assert (found.state.name, found.readings) == ("MET", ("paper-window-start",))


DEEP = ONLINE | {
    "online_depth": "Ⅳ",
    "received_at": "2025-06-04",
    "paper_received_at": None,
    "accepted_at": "2025-06-04T17:30",
}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"accepted_at": "2025-06-05"}, breach("deep-online-not-accepted", "accepted_at")),
        ({"accepted_at": None}, breach("deep-online-not-accepted", "accepted_at")),
        ({"online_depth": "Ⅲ", "accepted_at": "2025-06-05"}, breach("deep-online-not-accepted", "accepted_at")),
        ({"online_depth": "Ⅱ"}, idle("limit-does-not-apply")),
        ({"online_depth": None}, idle("limit-does-not-apply")),
        ({"prereview_passed": False}, idle("prereview-not-passed")),
        ({"prereviewed_at": None}, idle("prereview-not-passed")),
        ({"submitted_at": None, "prereviewed_at": None}, idle("not-submitted-online")),
        ({"prereview_passed": UNSTATED}, UNKNOWN),
        ({"online_depth": UNSTATED}, UNKNOWN),
    ],
)
def test_deep_online_accepted_at_once(changes, found):
    """At depth Ⅲ and Ⅳ a passed pre-review is accepted on its day."""
    assert answers(cases.deep_online_accepted_at_once, **DEEP | changes) == found


@pytest.mark.parametrize(("accepted_at", "accepted_on"), [("2025-06-05", date(2025, 6, 5)), (None, None)])
def test_deep_online_accepted_at_once_says_when(accepted_at, accepted_on):
    """The days of passing and acceptance stand in the answer."""
    (found,) = cases.deep_online_accepted_at_once(a_case(**DEEP | {"accepted_at": accepted_at}), a_context())

    assert found.facts == {"passed_on": date(2025, 6, 4), "accepted_on": accepted_on}


def test_deep_online_accepted_at_once_the_day_is_not_over():
    """On the evening of the passing it may still be accepted."""
    evening = a_context(datetime(2025, 6, 4, 18))

    assert answers(cases.deep_online_accepted_at_once, evening, **DEEP | {"accepted_at": None}) == idle("not-due-yet")


# ---------------------------------------------------------------- materials and certificates


def a_material(**changes):
    """An identity card of which the e-certificate was called and no paper taken, with your changes."""
    material = {
        "name": "居民身份证",
        "on_paper": False,
        "certificate_callable": True,
        "must_be_handed_back": False,
        "certificate_data_incomplete": False,
        "explained": None,
        "certificate_supplemented": None,
        "certificate_cancelled_at": None,
    }
    return {name: value for name, value in (material | changes).items() if value is not UNSTATED}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"on_paper": True}, breach("paper-taken", "materials_taken[0].on_paper")),
        ({"on_paper": True, "certificate_callable": False}, MET),
        ({"on_paper": True, "must_be_handed_back": True}, MET),
        ({"on_paper": True, "certificate_callable": UNSTATED}, UNKNOWN),
        ({"on_paper": True, "must_be_handed_back": UNSTATED}, UNKNOWN),
        ({"on_paper": False, "certificate_callable": UNSTATED}, MET),
        # of a yes or no, None is a no
        ({"on_paper": True, "must_be_handed_back": None}, breach("paper-taken", "materials_taken[0].on_paper")),
        ({"on_paper": True, "certificate_callable": None}, MET),
        ({"on_paper": None}, MET),
    ],
)
def test_no_paper_where_certificate_serves(changes, found):
    """Paper is taken only where the certificate cannot be called or the original is taken back."""
    assert answers(cases.no_paper_where_certificate_serves, materials_taken=[a_material(**changes)]) == found


LACKING = {
    "on_paper": True,
    "certificate_callable": False,
    "certificate_data_incomplete": True,
    "explained": True,
    "certificate_supplemented": True,
}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        (LACKING, MET),
        (LACKING | {"explained": False}, breach("paper-request-not-explained", "materials_taken[0].explained")),
        (
            LACKING | {"certificate_supplemented": False},
            [("NEEDS_JUDGEMENT", "certificate-not-supplemented", "materials_taken[0].certificate_supplemented")],
        ),
        (LACKING | {"explained": UNSTATED}, UNKNOWN),
        (LACKING | {"certificate_data_incomplete": UNSTATED}, UNKNOWN),
    ],
)
def test_paper_request_explained(changes, found):
    """Paper for want of data is explained; whether the certificate follows promptly, a person judges."""
    assert answers(cases.paper_request_explained, materials_taken=[a_material(**changes)]) == found


CANCELLED = "materials_taken[0].certificate_cancelled_at"


@pytest.mark.parametrize(
    ("material", "changes", "found"),
    [
        ({}, {}, MET),
        ({"must_be_handed_back": True, "certificate_cancelled_at": "2025-06-05T16:00"}, {}, MET),
        (
            {"must_be_handed_back": True, "certificate_cancelled_at": "2025-06-05T15:59"},
            {},
            breach("certificate-cancelled-early", CANCELLED),
        ),
        (
            {"must_be_handed_back": True, "certificate_cancelled_at": "2025-06-04"},
            {"decided_at": None, "delivered_at": None},
            breach("certificate-cancelled-early", CANCELLED),
        ),
        ({"must_be_handed_back": True}, {}, [("NEEDS_JUDGEMENT", "certificate-not-cancelled", CANCELLED)]),
        ({"must_be_handed_back": True}, {"decided_at": None, "delivered_at": None}, MET),
        ({"must_be_handed_back": True, "certificate_callable": False}, {}, MET),
        (
            {"must_be_handed_back": True, "certificate_callable": UNSTATED, "certificate_cancelled_at": "2025-06-04"},
            {},
            UNKNOWN,
        ),
        ({"must_be_handed_back": UNSTATED}, {}, UNKNOWN),
        ({"must_be_handed_back": True, "certificate_cancelled_at": UNSTATED}, {}, UNKNOWN),
    ],
)
def test_returned_certificate_cancelled(material, changes, found):
    """Cancelled once the case is decided (16:00 on the 5th), never before; how soon, a person judges."""
    assert answers(cases.returned_certificate_cancelled, materials_taken=[a_material(**material)], **changes) == found


@pytest.mark.parametrize(
    "rule",
    [cases.no_paper_where_certificate_serves, cases.paper_request_explained, cases.returned_certificate_cancelled],
)
@pytest.mark.parametrize(
    ("taken", "found"), [([], idle("no-material-taken")), (None, idle("no-material-taken")), (UNSTATED, UNKNOWN)]
)
def test_without_materials(rule, taken, found):
    """No material, nothing to ask; materials that were not stated are unknown."""
    assert answers(rule, materials_taken=taken) == found


# ---------------------------------------------------------------- mode


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"mode": "容缺受理"}, MET),
        (
            {"mode": "容缺受理", "mode_chosen_by_applicant": False},
            breach("mode-not-chosen", "mode_chosen_by_applicant"),
        ),
        ({"mode": "正常", "mode_chosen_by_applicant": False}, breach("mode-not-chosen", "mode_chosen_by_applicant")),
        ({"mode": "正常", "mode_chosen_by_applicant": UNSTATED}, UNKNOWN),
        ({"mode": "告知承诺", "mode_chosen_by_applicant": UNSTATED}, UNKNOWN),
        ({"mode": None}, idle("no-mode")),
        ({"mode": UNSTATED}, UNKNOWN),
    ],
)
def test_mode_chosen_freely(changes, found):
    """Whatever the mode, the applicant chose it, the normal way too."""
    assert answers(cases.mode_chosen_freely, **changes) == found


# ---------------------------------------------------------------- for all of them


@pytest.mark.parametrize("rule", cases.RULES, ids=lambda rule: rule.id)
def test_not_yet_in_force(rule):
    """On 2022-09-13, the day before the province's table, no rule breaches: each says what is not law yet."""
    day = "2022-09-13T09:00"
    found = rule(a_case(received_at=day, accepted_at=None, corrections=[]), a_context())

    assert {(each.state.name, each.reason) for each in found} <= {
        ("NOT_APPLICABLE", "not-yet-in-force"),
        ("NOT_APPLICABLE", "never-in-force"),
    }


def test_rules_are_found_by_id():
    """The ids of the contract are there, each with the name of its function."""
    for rule in cases.RULES:
        assert find_rule(rule.id) is rule
        assert rule.id == f"cases.{rule.function.__name__.replace('_', '-')}"
        assert rule.summary.endswith(".")
