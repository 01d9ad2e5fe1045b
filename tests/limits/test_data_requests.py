"""The ten working days for the answer to a request for data, against days counted on the wall calendar."""

from datetime import date

import pytest

from support import HANJIANG, UNSTATED, XIAMEN, a_context, stated
from zwfw import deadlines_for
from zwfw.limits import Light, Status, limit
from zwfw.records import DataShareRequest

PUTIAN = "350300"

_BASE = {
    "id": "2025-17",
    "area": PUTIAN,
    "of_secret_item": False,
    "applied_at": "2025-06-01",
    "received_at": "2025-06-03T16:40",
    "answered_at": None,
    "answer": None,
}


def the(ctx=None, **changes):
    """The deadline of a request received on 2025-06-03 and not answered, with your changes; there is at most one."""
    request = DataShareRequest(**stated(_BASE | changes))
    return next(iter(deadlines_for(request, ctx or a_context(as_of=date(2025, 12, 31)))), None)


@pytest.mark.parametrize(
    ("received_at", "due_on"),
    [
        # Tuesday, after the Monday of the 端午节: 4, 5, 6, 9, 10, 11, 12, 13, 16, 17
        ("2025-06-03", date(2025, 6, 17)),
        # at the end of the day it is that day all the same
        ("2025-06-03T23:59", date(2025, 6, 17)),
        # on the holiday itself: 3, 4, 5, 6, 9, 10, 11, 12, 13, 16
        ("2025-06-02", date(2025, 6, 16)),
        # the Friday before it: the same
        ("2025-05-30", date(2025, 6, 16)),
        # on a Saturday: 9 to 13, 16 to 20
        ("2025-06-07", date(2025, 6, 20)),
        # before the 国庆节, off from 1 to 8 October; Sunday 28 September and Saturday 11 October are worked:
        # 26, 28, 29, 30, 9, 10, 11, 13, 14, 15
        ("2025-09-25", date(2025, 10, 15)),
        # the last day before it: 9, 10, 11, 13, 14, 15, 16, 17, 20, 21
        ("2025-09-30", date(2025, 10, 21)),
        # on the first day of it: the same
        ("2025-10-01", date(2025, 10, 21)),
        # over the turn of the year, off from 1 to 3 January, Sunday the 4th is worked:
        # 25, 26, 29, 30, 31, 4, 5, 6, 7, 8
        ("2025-12-24", date(2026, 1, 8)),
        # the day on which the norms were issued: 7, 8, 9, 12 to 16, 19, 20
        ("2025-05-06", date(2025, 5, 20)),
    ],
)
def test_the_due_day(received_at, due_on):
    """The day of receipt is not counted; make-up weekends are."""
    found = the(received_at=received_at)

    assert (found.limit, found.working_days, found.due_on) == ("data-share-reply", 10, due_on)


@pytest.mark.parametrize(
    ("as_of", "answered_at", "status", "light", "left"),
    [
        (date(2025, 6, 3), None, Status.RUNNING, Light.GREEN, 10),
        (date(2025, 6, 13), None, Status.RUNNING, Light.GREEN, 2),
        (date(2025, 6, 16), None, Status.RUNNING, Light.YELLOW, 1),
        (date(2025, 6, 17), None, Status.RUNNING, Light.YELLOW, 0),
        (date(2025, 6, 18), None, Status.OVERDUE, Light.RED, -1),
        (date(2025, 6, 30), "2025-06-03", Status.MET, Light.GREEN, 10),
        (date(2025, 6, 30), "2025-06-17T23:59", Status.MET, Light.GREEN, 0),
        (date(2025, 6, 30), "2025-06-18", Status.LATE, Light.RED, -1),
        # what is answered on the 18th is not answered yet on the 17th
        (date(2025, 6, 17), "2025-06-18", Status.RUNNING, Light.YELLOW, 0),
    ],
)
def test_how_it_stands(as_of, answered_at, status, light, left):
    """Received on the 3rd, due on the 17th: on the due day is in time."""
    found = the(a_context(as_of=as_of), answered_at=answered_at, answer="不同意")

    assert (found.status, found.light, found.left_working_days) == (status, light, left)


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"of_secret_item": UNSTATED}, ("of_secret_item",)),
        ({"received_at": UNSTATED}, ("received_at",)),
        ({"answered_at": UNSTATED}, ("answered_at",)),
        ({"received_at": UNSTATED, "applied_at": UNSTATED}, ("received_at",)),
    ],
)
def test_what_is_not_stated_is_named(changes, missing):
    """Whether the data are secret, the receipt and the answer: without one of them nothing is known."""
    found = the(**changes)

    assert (found.status, found.missing) == (Status.UNDETERMINED, missing)


def test_what_has_no_clock():
    """Not received, it has not begun; data of a secret item follow another law."""
    assert the(received_at=None).status is Status.NOT_STARTED
    assert the(of_secret_item=True) is None


@pytest.mark.parametrize("area", ["350102", XIAMEN])
def test_only_putian_sets_it(area):
    """No other document gives a time for the answer."""
    assert the(area=area) is None


@pytest.mark.parametrize("area", [PUTIAN, HANJIANG])
def test_what_it_rests_on(area):
    """Putian's article, in its districts too."""
    found = the(area=area)

    assert [each.ref for each in found.clauses] == ["putian-2025/art-36"]
    assert (found.parameter.value, found.parameter.clause.ref) == (10, "putian-2025/art-36")


def test_the_law_is_that_of_the_day_of_receipt():
    """The norms were issued on 2025-05-06; what was received the day before has no limit."""
    assert the(received_at="2025-05-05") is None
    assert the(received_at="2025-05-06").due_on == date(2025, 5, 20)


def test_the_limit_says_what_it_is():
    """In both languages."""
    held = limit("data-share-reply")

    assert (held.label(), held.label("en")) == ("答复数据共享申请", "answering a request for data")
    assert (held.record, held.clauses) == ("DataShareRequest", ("putian-2025/art-36",))
