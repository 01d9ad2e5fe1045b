"""What each rule about e-certificates answers: kept, broken, open, silent and unknown."""

from datetime import date

import pytest

from support import HANJIANG, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, said, stated
from zwfw import Severity
from zwfw.records import Certificate, CertificateGap
from zwfw.rules import certificates

_BASE = {
    "name": "食品经营许可证",
    "id": None,
    "area": "350102",
    "issuer": "福州市市场监督管理局",
    "issued_at": "2020-05-06",
    "voided_at": "2025-05-05",
    "cleared_at": "2025-05-06",
}

_GAP = {
    "certificate": "出生医学证明",
    "area": "350102",
    "issuer": "福州市卫生健康委员会",
    "reported_by": "申请人",
    "in_app": True,
    "registered_at": "2025-06-03",
    "supplemented_at": "2025-06-10",
}


def a_certificate(**changes):
    """A void certificate that was cleared the day after, with your changes."""
    return Certificate(**stated(_BASE | changes))


def a_gap(**changes):
    """A gap that an applicant registered in the app, made up for on the last day, with your changes."""
    return CertificateGap(**stated(_GAP | changes))


EARLY = breach("certificate-cleared-while-valid", "cleared_at")
STILL_THERE = [("NEEDS_JUDGEMENT", "void-certificate-not-cleared", "cleared_at")]


@pytest.mark.parametrize(
    ("voided_at", "cleared_at", "found"),
    [
        ("2025-05-05", "2025-05-06", MET),
        ("2025-05-05", "2025-05-05", MET),
        ("2025-05-05", "2025-06-29", MET),  # how prompt that was, no figure says
        ("2025-05-05", "2025-05-04", EARLY),
        ("2025-05-05T10:00", "2025-05-05T09:59", EARLY),
        ("2025-05-05T10:00", "2025-05-05T10:00", MET),
        ("2025-05-05T10:00", "2025-05-05", MET),  # the hour is not known: nobody is accused
        ("2025-05-05", None, STILL_THERE),
        (None, None, idle("certificate-valid")),
        (None, "2025-05-06", EARLY),
        # as seen on 2025-06-30: not void yet, and yet cleared
        ("2025-07-01", "2025-05-06", EARLY),
        ("2025-07-01", None, idle("certificate-valid")),
        ("2025-05-05", "2025-07-01", STILL_THERE),
        (UNSTATED, "2025-05-06", UNKNOWN),
        (UNSTATED, None, UNKNOWN),
        ("2025-05-05", UNSTATED, UNKNOWN),
        (None, UNSTATED, UNKNOWN),
    ],
)
def test_void_cleared(voided_at, cleared_at, found):
    """A void certificate is cleared, after it became void; how promptly, a person decides."""
    asked = a_certificate(voided_at=voided_at, cleared_at=cleared_at)

    assert said(certificates.void_cleared, asked) == found


def test_a_clearing_before_the_clause_is_not_held_against_it():
    """What was cleared in 2019 was cleared under other law; what is void since then and still there is asked about."""
    cleared = a_certificate(issued_at="2018-05-06", voided_at=None, cleared_at="2022-09-13")
    void = a_certificate(issued_at="2018-05-06", voided_at="2019-05-06", cleared_at=None)

    assert said(certificates.void_cleared, cleared) == idle("not-yet-in-force")
    assert said(certificates.void_cleared, void) == STILL_THERE


@pytest.mark.parametrize("area", ["350102", XIAMEN, HANJIANG])
def test_what_an_early_clearing_weighs_and_cites(area):
    """The province's clause alone, everywhere; Xiamen's does not restate it."""
    (found,) = certificates.void_cleared(a_certificate(area=area, cleared_at="2025-05-04"), a_context())

    assert found.severity is Severity.VIOLATION
    assert [each.ref for each in found.clauses] == ["fujian-2022/4.2.2"]


LATE = breach("certificate-generated-late")
NO_CLOCK = idle("gap-starts-no-clock")


# Registered on Tuesday 2025-06-03: five working days are the 4th, 5th, 6th, 9th and 10th.
@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"supplemented_at": "2025-06-09"}, MET),
        ({"supplemented_at": "2025-06-10T23:59"}, MET),
        ({"supplemented_at": "2025-06-11"}, LATE),
        ({"supplemented_at": None}, LATE),  # as of 2025-06-30
        ({"reported_by": "业务部门", "supplemented_at": None}, NO_CLOCK),
        ({"reported_by": "业务部门", "in_app": UNSTATED}, NO_CLOCK),
        ({"in_app": False, "supplemented_at": None}, NO_CLOCK),
        ({"in_app": None}, NO_CLOCK),
        ({"reported_by": None}, NO_CLOCK),
        ({"registered_at": None, "supplemented_at": None}, idle("clock-not-started")),
        ({"reported_by": UNSTATED}, UNKNOWN),
        ({"in_app": UNSTATED}, UNKNOWN),
        ({"registered_at": UNSTATED}, UNKNOWN),
        ({"supplemented_at": UNSTATED}, UNKNOWN),
    ],
)
def test_gap_supplemented_in_time(changes, found):
    """Only an applicant's registration in the app starts the five working days."""
    assert said(certificates.gap_supplemented_in_time, a_gap(**changes)) == found


@pytest.mark.parametrize(
    ("as_of", "found"),
    [(date(2025, 6, 10), idle("not-due-yet")), (date(2025, 6, 11), LATE)],
    ids=["last day", "day after"],
)
def test_nothing_is_late_before_the_due_day_is_over(as_of, found):
    """The due day itself is in time."""
    assert said(certificates.gap_supplemented_in_time, a_gap(supplemented_at=None), a_context(as_of=as_of)) == found


@pytest.mark.parametrize(
    ("area", "clauses"),
    [
        ("350102", ["fujian-2022/4.2.2"]),
        (HANJIANG, ["fujian-2022/4.2.2"]),
        (XIAMEN, ["xiamen-2022/4.2.2", "fujian-2022/4.2.2"]),
    ],
)
def test_what_a_late_certificate_weighs_and_cites(area, clauses):
    """应在5个工作日完成: a violation; the facts are the days and the certificate."""
    (found,) = certificates.gap_supplemented_in_time(a_gap(area=area, supplemented_at="2025-06-11"), a_context())

    assert found.severity is Severity.VIOLATION
    assert [each.ref for each in found.clauses] == clauses
    assert dict(found.facts) == {
        "certificate": "出生医学证明",
        "started_on": date(2025, 6, 3),
        "working_days": 5,
        "due_on": date(2025, 6, 10),
        "done_on": date(2025, 6, 11),
    }


def test_the_law_of_a_gap_is_that_of_its_registration():
    """The province's table was issued on 2022-09-14."""
    early = a_gap(registered_at="2022-09-13", supplemented_at=None)

    assert said(certificates.gap_supplemented_in_time, early) == idle("not-yet-in-force")


def test_the_law_of_a_void_certificate_is_that_of_the_day_of_looking():
    """A certificate that became void before is to be cleared too, once the table is in force."""
    old = a_certificate(voided_at="2021-01-01", cleared_at=None)

    assert said(certificates.void_cleared, old) == STILL_THERE
    assert said(certificates.void_cleared, old, a_context(as_of=date(2022, 9, 13))) == idle("not-yet-in-force")
