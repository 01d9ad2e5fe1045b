"""What starts and fulfils the legs of a change of the standard catalogue, against days counted on the wall calendar.

June 2025: Monday the 2nd is off; weekends are 7-8, 14-15, 21-22, 28-29. Around New Year's Day and the Spring Festival
of 2025: 1 January is off; 28 January to 4 February are off, and Sunday 26 January and Saturday 8 February are worked.
"""

from datetime import date

import pytest

from support import FUZHOU, UNSTATED, XIAMEN, a_context, stated
from zwfw import deadlines_for
from zwfw.limits import Status, limits
from zwfw.records import CatalogueChange

_BASE = {
    "entry": "取水许可",
    "area": FUZHOU,
    "trigger": "下级部门申请",
    "national_changed_at": None,
    "policy_takes_effect_on": None,
    "requested_at": "2025-06-03",
    "replied_at": "2025-06-05",
    "is_needed": True,
    "changed_at": "2025-06-10",
    "guide_updated_at": "2025-06-12",
}
NATIONAL = {
    "trigger": "国家基本目录调整",
    "national_changed_at": "2025-06-06",
    "requested_at": None,
    "replied_at": None,
    "is_needed": None,
}
MIRROR, REPLY, EDIT, GUIDE = "national-mirror", "catalogue-reply", "catalogue-edit", "guide-update"


def legs(as_of=None, **fields):
    """The deadlines of a change with your fields, by the ids of their limits."""
    change = CatalogueChange(**stated(_BASE | fields))
    ctx = a_context() if as_of is None else a_context(as_of)
    return {each.limit: each for each in deadlines_for(change, ctx)}


def day(month, number):
    """A day of 2025."""
    return date(2025, month, number)


def test_which_legs_a_request_has():
    """The answer, the change of the catalogue and the guide; it follows no national change."""
    assert list(legs()) == [REPLY, EDIT, GUIDE]


def test_which_legs_a_national_change_has():
    """The mirror and the guide."""
    assert list(legs(**NATIONAL)) == [MIRROR, GUIDE]


def test_which_legs_a_refusal_has():
    """The answer; the guide has no day from which it could run."""
    found = legs(is_needed=False, changed_at=None, guide_updated_at=None)

    assert {name: each.status for name, each in found.items()} == {REPLY: Status.MET, GUIDE: Status.NOT_STARTED}


@pytest.mark.parametrize(
    ("fields", "leg", "due"),
    [
        # 3 working days from Friday the 6th: the 9th, 10th, 11th
        (NATIONAL, MIRROR, day(6, 11)),
        # 3 from Tuesday the 3rd: the 4th, 5th, 6th
        ({}, REPLY, day(6, 6)),
        # a request of the day before the holiday of Monday the 2nd, a Friday: the 3rd, 4th, 5th
        ({"requested_at": "2025-05-30"}, REPLY, day(6, 5)),
        # a request of a Saturday: the 9th, 10th, 11th
        ({"requested_at": "2025-06-07", "replied_at": "2025-06-09"}, REPLY, day(6, 11)),
        # 5 from Thursday the 5th: the 6th, 9th, 10th, 11th, 12th
        ({}, EDIT, day(6, 12)),
        # 5 from Tuesday the 10th: the 11th, 12th, 13th, 16th, 17th
        ({}, GUIDE, day(6, 17)),
        # 5 from Friday 24 January: Sunday the 26th and Monday the 27th are worked, then 5, 6, 7 February
        ({"changed_at": "2025-01-24"}, GUIDE, day(2, 7)),
        # 5 from Monday 27 January: 5, 6, 7 February, Saturday the 8th, which is worked, and Monday the 10th
        ({"changed_at": "2025-01-27"}, GUIDE, day(2, 10)),
        # 5 from Monday 30 December 2024: the 31st, then 2, 3, 6, 7 January
        ({"changed_at": "2024-12-30"}, GUIDE, day(1, 7)),
    ],
)
def test_the_last_day_of_a_leg(fields, leg, due):
    """The day of the event does not count; rest days do not, and make-up days do."""
    assert legs(**fields)[leg].due_on == due


def test_each_leg_begins_where_the_one_before_ended():
    """Late legs push the next one back, early ones bring it forward; the worst chain in time is 3 + 5 + 5 days."""
    slow = legs(replied_at="2025-06-06", changed_at="2025-06-13", guide_updated_at="2025-06-20")

    # the 3rd; to the 6th; 9, 10, 11, 12, 13; 16, 17, 18, 19, 20
    assert [each.due_on for each in slow.values()] == [day(6, 6), day(6, 13), day(6, 20)]
    assert {each.status for each in slow.values()} == {Status.MET}
    late = legs(replied_at="2025-06-11", changed_at="2025-06-18", guide_updated_at="2025-06-25")
    assert [(each.started_on, each.due_on, each.status) for each in late.values()] == [
        (day(6, 3), day(6, 6), Status.LATE),
        (day(6, 11), day(6, 18), Status.MET),
        (day(6, 18), day(6, 25), Status.MET),
    ]


@pytest.mark.parametrize(
    ("as_of", "statuses"),
    [
        (day(6, 2), {REPLY: Status.NOT_STARTED, GUIDE: Status.NOT_STARTED}),
        (day(6, 4), {REPLY: Status.RUNNING, GUIDE: Status.NOT_STARTED}),
        (day(6, 5), {REPLY: Status.MET, EDIT: Status.RUNNING, GUIDE: Status.NOT_STARTED}),
        (day(6, 11), {REPLY: Status.MET, EDIT: Status.MET, GUIDE: Status.RUNNING}),
        (day(6, 12), {REPLY: Status.MET, EDIT: Status.MET, GUIDE: Status.MET}),
    ],
)
def test_a_change_on_its_way(as_of, statuses):
    """What comes later is not seen, so a leg appears when the one before has ended."""
    assert {name: each.status for name, each in legs(as_of).items()} == statuses


@pytest.mark.parametrize(
    ("as_of", "status"), [(day(6, 17), Status.RUNNING), (day(6, 18), Status.OVERDUE), (day(6, 30), Status.OVERDUE)]
)
def test_a_guide_not_updated(as_of, status):
    """It is overdue from the day after the fifth."""
    assert legs(as_of, guide_updated_at=None)[GUIDE].status is status


@pytest.mark.parametrize(
    ("fields", "leg", "missing"),
    [
        ({"changed_at": UNSTATED}, EDIT, ("changed_at",)),
        ({"changed_at": UNSTATED}, GUIDE, ("changed_at",)),
        ({"guide_updated_at": UNSTATED}, GUIDE, ("guide_updated_at",)),
        ({"is_needed": UNSTATED}, EDIT, ("is_needed",)),
        ({"replied_at": UNSTATED, "is_needed": UNSTATED}, EDIT, ("replied_at", "is_needed")),
        (NATIONAL | {"national_changed_at": UNSTATED, "trigger": UNSTATED}, MIRROR, ("national_changed_at", "trigger")),
        (NATIONAL | {"national_changed_at": UNSTATED}, MIRROR, ("national_changed_at",)),
        ({"requested_at": UNSTATED}, REPLY, ("requested_at",)),
    ],
)
def test_what_a_leg_waits_for(fields, leg, missing):
    """What is not known is named."""
    found = legs(**fields)[leg]

    assert (found.status, found.missing) == (Status.UNDETERMINED, missing)


def test_what_says_that_a_leg_does_not_come():
    """The trigger, or the answer that nothing is needed, settles it, whatever else is unknown."""
    assert REPLY not in legs(**NATIONAL | {"requested_at": UNSTATED})
    assert MIRROR not in legs(national_changed_at=UNSTATED)
    assert EDIT not in legs(is_needed=False, replied_at=UNSTATED)
    assert MIRROR not in legs(trigger=UNSTATED)


@pytest.mark.parametrize("trigger", ["法律法规政策依据调整情况", "审批服务权限下放情况", "业务变化情况"])
def test_a_cause_to_ask(trigger):
    """With a cause and no request yet, the time for the answer has not begun."""
    assert legs(trigger=trigger, requested_at=None, replied_at=None)[REPLY].status is Status.NOT_STARTED


def test_where_the_figures_come_from():
    """Each leg has a parameter of its own; in Xiamen that of the guide is the city's, before the province's."""
    found = legs(area=XIAMEN) | {MIRROR: legs(**NATIONAL)[MIRROR]}

    assert {name: (each.working_days, each.parameter.clause.ref) for name, each in found.items()} == {
        MIRROR: (3, "fujian-2022/1.1.6"),
        REPLY: (3, "fujian-2022/1.1.6"),
        EDIT: (5, "fujian-2022/1.1.6"),
        GUIDE: (5, "xiamen-2022/1.1.5"),
    }
    assert [each.ref for each in found[GUIDE].clauses] == ["xiamen-2022/1.1.5", "fujian-2022/1.1.6"]


def test_the_legs_run_between_fields():
    """What the data call the start and the end of a leg are moments of a change."""
    mine = [each for each in limits() if each.record == "CatalogueChange"]

    assert [each.id for each in mine] == [MIRROR, REPLY, EDIT, GUIDE]
    assert {each.starts for each in mine} | {each.fulfilled_by for each in mine} <= set(CatalogueChange._moments)


def test_before_the_document():
    """A change of the time before the province's document has no deadlines."""
    assert legs(requested_at="2022-09-13", replied_at="2022-09-20") == {}
