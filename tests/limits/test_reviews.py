"""What starts and fulfils the limits of a review, against days counted on the wall calendar.

June 2025: Monday the 2nd is off; weekends are 7-8, 14-15, 21-22, 28-29. Around the Spring Festival of 2025: 28 January
to 4 February are off, and Sunday 26 January and Saturday 8 February are worked.
"""

from datetime import date

import pytest

from support import FUZHOU, LATER, UNSTATED, XIAMEN, a_context, stated
from zwfw import deadlines_for
from zwfw.limits import Status, limits
from zwfw.records import Review

CALL_BACK, REPORT, UPLOAD = "bad-review-callback", "bad-review-report", "review-upload"
_BASE = {
    "id": "P-1",
    "area": FUZHOU,
    "system": "自建系统",
    "served_at": "2025-01-01",
    "given_at": "2025-06-03",
    "grade": "不满意",
    "recorded_at": None,
    "arrived_at": None,
    "called_back_at": None,
    "reported_at": None,
    "uploaded_at": None,
}


def limits_of(as_of=LATER, readings=None, **fields):
    """The deadlines of a review with your fields, by the ids of their limits."""
    review = Review(**stated(_BASE | fields))
    return {each.limit: each for each in deadlines_for(review, a_context(as_of, readings=readings))}


def day(month, number):
    """A day of 2025."""
    return date(2025, month, number)


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, [CALL_BACK, REPORT, UPLOAD]),
        ({"grade": "非常不满意", "system": "统建系统"}, [CALL_BACK, REPORT]),
        ({"grade": "基本满意"}, [UPLOAD]),
        ({"grade": "基本满意", "system": None}, []),
        ({"grade": None, "given_at": None}, []),
    ],
)
def test_which_limits_a_review_has(fields, found):
    """A bad one is followed up, and one of a system of one's own uploaded."""
    assert list(limits_of(**fields)) == found


@pytest.mark.parametrize(
    ("given_on", "limit", "due"),
    [
        # from Tuesday the 3rd: the 4th and 5th; the 4th, 5th and 6th
        ("2025-06-03", CALL_BACK, day(6, 5)),
        ("2025-06-03", UPLOAD, day(6, 6)),
        # 4, 5, 6; 9 to 13; 16 to 20; 23 and 24
        ("2025-06-03", REPORT, day(6, 24)),
        # from a Friday, the 6th: Monday and Tuesday
        ("2025-06-06", CALL_BACK, day(6, 10)),
        # from a Saturday, the 7th: the same two
        ("2025-06-07", CALL_BACK, day(6, 10)),
        # from Friday 30 May, before the holiday of Monday the 2nd: the 3rd and 4th
        ("2025-05-30", CALL_BACK, day(6, 4)),
        # from Friday 24 January: Sunday the 26th and Monday the 27th are worked
        ("2025-01-24", CALL_BACK, day(1, 27)),
        ("2025-01-24", UPLOAD, day(2, 5)),
        # 26, 27 January; 5, 6, 7 and Saturday 8 February; 10 to 14; 17, 18, 19 and 20
        ("2025-01-24", REPORT, day(2, 20)),
    ],
)
def test_the_last_day(given_on, limit, due):
    """The day of the review does not count; rest days do not, and make-up days do."""
    assert limits_of(given_at=given_on)[limit].due_on == due


EVENTS = {"recorded_at": "2025-06-09", "arrived_at": "2025-06-10", "called_back_at": "2025-06-11"}


@pytest.mark.parametrize(
    ("limit", "option", "started_on", "due"),
    [
        (CALL_BACK, "review", day(6, 3), day(6, 5)),
        (CALL_BACK, "arrival", day(6, 10), day(6, 12)),
        (REPORT, "review", day(6, 3), day(6, 24)),
        # from the 10th: 11, 12, 13; 16 to 20; 23 to 27; 30 June and 1 July
        (REPORT, "arrival", day(6, 10), day(7, 1)),
        # from the 11th: a day later
        (REPORT, "call-back", day(6, 11), day(7, 2)),
        (UPLOAD, "review", day(6, 3), day(6, 6)),
        (UPLOAD, "entry", day(6, 9), day(6, 12)),
    ],
)
def test_each_option_of_what_starts_it(limit, option, started_on, due):
    """The default is the review; where another gives another day, the deadline names the reading."""
    found = limits_of(readings={f"{limit}-start": option}, **EVENTS)[limit]

    assert (found.started_on, found.due_on) == (started_on, due)
    assert found.readings == (f"{limit}-start",)


@pytest.mark.parametrize(
    ("as_of", "status"), [(day(6, 5), Status.RUNNING), (day(6, 6), Status.OVERDUE), (day(6, 30), Status.OVERDUE)]
)
def test_nobody_called_back(as_of, status):
    """It is overdue from the day after the second."""
    assert limits_of(as_of)[CALL_BACK].status is status


@pytest.mark.parametrize(
    ("fields", "readings", "limit", "missing"),
    [
        ({"grade": UNSTATED}, None, CALL_BACK, ("grade",)),
        ({"system": UNSTATED}, None, UPLOAD, ("system",)),
        ({"called_back_at": UNSTATED}, None, CALL_BACK, ("called_back_at",)),
        ({"arrived_at": UNSTATED}, {f"{CALL_BACK}-start": "arrival"}, CALL_BACK, ("arrived_at",)),
        ({"called_back_at": UNSTATED}, {f"{REPORT}-start": "call-back"}, REPORT, ("called_back_at",)),
    ],
)
def test_what_a_limit_waits_for(fields, readings, limit, missing):
    """What is not known is named."""
    found = limits_of(readings=readings, **fields)[limit]

    assert (found.status, found.missing) == (Status.UNDETERMINED, missing)


def test_where_the_figures_come_from():
    """In Xiamen from the city's rows, before the province's."""
    found = limits_of(area=XIAMEN)

    assert {name: (each.working_days, each.parameter.clause.ref) for name, each in found.items()} == {
        CALL_BACK: (2, "xiamen-2022/2.5.3"),
        REPORT: (15, "xiamen-2022/2.5.3"),
        UPLOAD: (3, "xiamen-2022/2.5.4"),
    }


def test_the_limits_run_between_fields():
    """What the data call the start and the end of a limit are moments of a review."""
    mine = [each for each in limits() if each.record == "Review"]

    assert [each.id for each in mine] == [CALL_BACK, REPORT, UPLOAD]
    assert {each.starts for each in mine} | {each.fulfilled_by for each in mine} <= set(Review._moments)


def test_before_the_document():
    """A review of the time before the province's document has no deadlines."""
    assert limits_of(given_at="2022-09-13") == {}
