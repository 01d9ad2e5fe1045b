"""The five working days for an e-certificate that is missing, against days counted on the wall calendar."""

from datetime import date

import pytest

from support import HANJIANG, UNSTATED, XIAMEN, a_context, stated
from zwfw import deadlines_for
from zwfw.limits import Light, Status, limit
from zwfw.records import CertificateGap

_BASE = {
    "certificate": "出生医学证明",
    "area": "350102",
    "issuer": "福州市卫生健康委员会",
    "reported_by": "申请人",
    "in_app": True,
    "registered_at": "2025-06-03T16:40",
    "supplemented_at": None,
}


def a_gap(**changes):
    """An applicant's registration in the app, nothing generated yet, with your changes."""
    return CertificateGap(**stated(_BASE | changes))


def the(ctx=None, **changes):
    """The deadline of a gap with your changes; there is at most one."""
    found = deadlines_for(a_gap(**changes), ctx or a_context(as_of=date(2025, 12, 31)))
    return next(iter(found), None)


@pytest.mark.parametrize(
    ("registered_at", "due_on"),
    [
        # Tuesday, after the Monday of the 端午节: 4, 5, 6, 9, 10
        ("2025-06-03", date(2025, 6, 10)),
        # half past eleven at night is that day all the same
        ("2025-06-03T23:30", date(2025, 6, 10)),
        # on the holiday itself: 3, 4, 5, 6, 9
        ("2025-06-02", date(2025, 6, 9)),
        # on a Saturday: 9 to 13
        ("2025-06-07", date(2025, 6, 13)),
        # Friday before the 春节, off from 28 January to 4 February: Sunday the 26th is worked; 26, 27, 5, 6, 7
        ("2025-01-24", date(2025, 2, 7)),
        # on the worked Saturday after it: 10 to 14
        ("2025-02-08", date(2025, 2, 14)),
        # Friday before the 劳动节, off from 1 to 5 May: Sunday the 27th is worked; 27, 28, 29, 30, 6
        ("2025-04-25", date(2025, 5, 6)),
        # before the 国庆节, off from 1 to 8 October: Sunday 28 September is worked; 26, 28, 29, 30, 9
        ("2025-09-25", date(2025, 10, 9)),
        # the last day before it; Saturday 11 October is worked: 9, 10, 11, 13, 14
        ("2025-09-30", date(2025, 10, 14)),
    ],
)
def test_the_due_day(registered_at, due_on):
    """The day of the registration is not counted; make-up weekends are."""
    found = the(registered_at=registered_at)

    assert (found.limit, found.working_days, found.due_on) == ("missing-certificate", 5, due_on)


@pytest.mark.parametrize(
    ("as_of", "supplemented_at", "status", "light", "left"),
    [
        (date(2025, 6, 3), None, Status.RUNNING, Light.GREEN, 5),
        (date(2025, 6, 6), None, Status.RUNNING, Light.GREEN, 2),
        (date(2025, 6, 9), None, Status.RUNNING, Light.YELLOW, 1),
        (date(2025, 6, 10), None, Status.RUNNING, Light.YELLOW, 0),
        (date(2025, 6, 11), None, Status.OVERDUE, Light.RED, -1),
        (date(2025, 6, 30), "2025-06-03", Status.MET, Light.GREEN, 5),
        (date(2025, 6, 30), "2025-06-10T23:59", Status.MET, Light.GREEN, 0),
        (date(2025, 6, 30), "2025-06-11", Status.LATE, Light.RED, -1),
        # what is generated on the 11th is not there yet on the 10th
        (date(2025, 6, 10), "2025-06-11", Status.RUNNING, Light.YELLOW, 0),
    ],
)
def test_how_it_stands(as_of, supplemented_at, status, light, left):
    """Registered on the 3rd, due on the 10th: on the due day is in time."""
    found = the(a_context(as_of=as_of), supplemented_at=supplemented_at)

    assert (found.status, found.light, found.left_working_days) == (status, light, left)


@pytest.mark.parametrize(
    "changes",
    [
        {"reported_by": "业务部门"},
        {"reported_by": "业务部门", "in_app": UNSTATED},
        {"reported_by": None},
        {"in_app": False},
        {"in_app": None},
        {"in_app": False, "reported_by": UNSTATED},
        {"area": XIAMEN, "reported_by": "业务部门"},
    ],
)
def test_no_other_registration_starts_the_clock(changes):
    """A department's registration in the catalogue is another act, and so is one outside the app."""
    assert the(**changes) is None


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"reported_by": UNSTATED}, ("reported_by",)),
        ({"in_app": UNSTATED}, ("in_app",)),
        ({"reported_by": UNSTATED, "in_app": UNSTATED}, ("reported_by", "in_app")),
        ({"registered_at": UNSTATED}, ("registered_at",)),
        ({"supplemented_at": UNSTATED}, ("supplemented_at",)),
    ],
)
def test_what_is_not_stated_is_named(changes, missing):
    """Who registered, where and when, and whether it came: without one of them nothing is known."""
    found = the(**changes)

    assert (found.status, found.missing) == (Status.UNDETERMINED, missing)


def test_what_has_not_begun_and_what_lies_too_far():
    """Not registered, no clock; without a notice for 2027 only the days between which it lies."""
    assert the(registered_at=None).status is Status.NOT_STARTED
    # 31 December, and four working days of a January of which nobody knows which they are
    far = the(a_context(as_of=date(2026, 12, 31)), registered_at="2026-12-30")
    assert (far.status, far.due_on, far.missing) == (Status.RUNNING, None, ("calendar.2027",))
    assert far.earliest_due_on < far.latest_due_on


@pytest.mark.parametrize(
    ("area", "clauses"),
    [
        ("350102", ["fujian-2022/4.2.2"]),
        (HANJIANG, ["fujian-2022/4.2.2"]),
        # silence is not repeal: Xiamen's clause carries the province's figure on
        (XIAMEN, ["xiamen-2022/4.2.2", "fujian-2022/4.2.2"]),
    ],
)
def test_what_it_rests_on(area, clauses):
    """The figure is the province's everywhere."""
    found = the(area=area)

    assert [each.ref for each in found.clauses] == clauses
    assert (found.parameter.value, found.parameter.clause.ref) == (5, "fujian-2022/4.2.2")


def test_the_law_is_that_of_the_day_of_registration():
    """The province's table was issued on 2022-09-14; what was registered the day before has no limit."""
    assert the(registered_at="2022-09-13") is None
    # Wednesday: 15, 16, 19, 20, 21; the make-up days of that autumn come later
    assert the(registered_at="2022-09-14").due_on == date(2022, 9, 21)


def test_the_limit_says_what_it_is():
    """In both languages."""
    held = limit("missing-certificate")

    assert (held.label(), held.label("en")) == ("补充生成缺失电子证照", "generating a missing e-certificate")
    assert (held.record, held.clauses) == ("CertificateGap", ("xiamen-2022/4.2.2", "fujian-2022/4.2.2"))
