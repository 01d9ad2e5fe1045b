"""The one engine behind every time limit, against days counted on the wall calendar."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwfw.calendars import national
from zwfw.errors import DataFileError, UnknownLimitError
from zwfw.limits import Clock, Light, Lights, Pause, Status, limit, limits, run
from zwfw.limits.engine import _held, due_day, merged

CAL = national()
TUE, WED, THU, FRI, SAT = (date(2025, 6, day) for day in (3, 4, 5, 6, 7))


def june(day):
    """A day of June 2025, of which the 2nd is off and the 7-8, 14-15, 21-22 and 28-29 are weekends."""
    return date(2025, 6, day)


def a_clock(limit_id="promise", **changes):
    """A clock of three working days that started on Tuesday 2025-06-03, with your changes."""
    return Clock(**{"limit": limit(limit_id), "working_days": 3, "started_on": TUE} | changes)


def at(day, **changes):
    """How that clock stands on the evening of a day of June 2025."""
    return run(a_clock(**changes), CAL, datetime(2025, 6, day, 20))


@pytest.mark.parametrize(
    ("start", "figure", "pauses", "due"),
    [
        (TUE, 3, [], june(6)),  # 4, 5, 6
        (SAT, 1, [], june(9)),  # from a Saturday the first working day is Monday, not Tuesday
        (TUE, 0, [], TUE),
        (TUE, 3, [(WED, FRI)], june(10)),  # 4 counts; 5 and 6 stand still; 9, 10
        (TUE, 3, [(WED, FRI), (THU, june(9))], june(11)),  # 5, 6, 9 stand still, once; 4, 10, 11
        (TUE, 3, [(THU, june(9)), (WED, FRI)], june(11)),  # the order in which they are told does not matter
        (TUE, 3, [(FRI, june(13))], june(6)),  # it begins on the due day, which still counts
        (TUE, 5, [(FRI, june(8))], june(10)),  # a pause over a weekend stops nothing: 4, 5, 6, 9, 10
        (TUE, 3, [(date(2025, 5, 20), TUE)], june(6)),  # over before the first day
        (TUE, 3, [(date(2025, 5, 20), WED)], june(9)),  # 4 stands still; 5, 6, 9
        (TUE, 3, [(WED, THU), (FRI, june(9))], june(10)),  # 4; 5 still; 6; 9 still; 10
        (date(2026, 9, 18), 1, [], date(2026, 9, 20)),  # a Sunday that the notice of 2026 makes a working day
        (date(2020, 1, 23), 1, [], date(2020, 2, 3)),  # the holiday was lengthened to 2 February
    ],
)
def test_due_day(start, figure, pauses, due):
    """The due day is the working day counted after the start, pauses left out."""
    stretches = merged([Pause(*pair) for pair in pauses], june(30))

    assert due_day(CAL, start, figure, stretches) == due


@pytest.mark.parametrize(
    ("day", "done", "status", "left"),
    [
        (3, None, Status.RUNNING, 3),
        (6, None, Status.RUNNING, 0),  # the due day itself is in time
        (7, None, Status.OVERDUE, 0),  # Saturday: no further working day has passed, but the due day is over
        (9, None, Status.OVERDUE, -1),
        (30, 6, Status.MET, 0),
        (30, 5, Status.MET, 1),
        (30, 7, Status.LATE, 0),
        (30, 9, Status.LATE, -1),
    ],
)
def test_status_and_days_left(day, done, status, left):
    """A limit of three days from the 3rd is due on the 6th: before, at and after."""
    found = at(day, fulfilled_on=done and june(done))

    assert (found.status, found.left_working_days, found.due_on) == (status, left, june(6))


@pytest.mark.parametrize(
    ("day", "done", "light"),
    [
        (4, None, Light.GREEN),
        (5, None, Light.YELLOW),
        (6, None, Light.YELLOW),
        (7, None, Light.RED),
        (30, 6, Light.GREEN),
        (30, 9, Light.RED),
    ],
)
def test_light(day, done, light):
    """Green with two days left, yellow with one or none, red as soon as the due day is over, be it a Saturday."""
    assert at(day, fulfilled_on=done and june(done)).light is light


@pytest.mark.parametrize(("day", "light"), [(3, Light.YELLOW), (7, Light.YELLOW), (10, Light.YELLOW), (11, Light.RED)])
def test_lights_can_be_set(day, light):
    """Yellow from three days left, red only when more than two working days (9, 10) have passed since the 6th."""
    lights = Lights(yellow_left_working_days=3, red_late_working_days=2)

    assert run(a_clock(), CAL, datetime(2025, 6, day, 8), lights).light is light


@pytest.mark.parametrize("limit_id", ["correction-notice", "paper-hand-in"])
@pytest.mark.parametrize("done", [None, 9])
def test_a_limit_with_an_effect_lapses(limit_id, done):
    """Once the effect has come, doing it on Monday the 9th does not undo it."""
    found = at(30, limit_id=limit_id, fulfilled_on=done and june(done))

    assert found.status is Status.LAPSED
    assert found.light is Light.RED


def test_before_it_starts():
    """A clock that no event has started has no due day and no light."""
    found = at(30, started_on=None)

    assert (found.status, found.due_on, found.light) == (Status.NOT_STARTED, None, None)


def test_what_is_missing_is_named():
    """A figure or start that was not stated leaves everything open, and says what is missing."""
    found = at(30, missing=("promised_working_days",))

    assert (found.status, found.missing, found.working_days) == (Status.UNDETERMINED, ("promised_working_days",), None)


@pytest.mark.parametrize(("day", "used", "paused", "left"), [(5, 1, 1, 2), (6, 1, 2, 2), (9, 2, 2, 1), (10, 3, 2, 0)])
def test_days_used_and_paused(day, used, paused, left):
    """With the clock still on the 5th and 6th: 4, 9 and 10 are used, and nothing else."""
    found = at(day, pauses=(Pause(WED, FRI),))

    assert (found.used_working_days, found.paused_working_days, found.left_working_days) == (used, paused, left)


@pytest.mark.parametrize(
    "pause", [Pause(date(2025, 5, 20), date(2025, 5, 28)), Pause(june(16), june(18))], ids=["before", "after"]
)
def test_a_pause_outside_counts_for_nothing(pause):
    """Over before the start, or begun after the day of looking: no day stood still."""
    found = at(5, pauses=(pause,))

    assert (found.paused_working_days, found.used_working_days, found.due_on) == (0, 2, june(6))


def test_an_open_pause_leaves_the_due_day_open():
    """Begun on the 4th and still open on the 11th: 5, 6, 9, 10, 11 stand still, so 12 and 13 at the earliest."""
    found = at(11, pauses=(Pause(WED),))

    assert (found.status, found.due_on, found.earliest_due_on, found.latest_due_on) == (
        Status.PAUSED,
        None,
        june(13),
        None,
    )
    assert found.left_working_days == 2


def test_a_pause_begun_on_the_due_day_changes_nothing():
    """The day on which a pause begins still counts, so the limit was over on the 6th."""
    found = at(11, pauses=(Pause(FRI),))

    assert (found.status, found.due_on) == (Status.OVERDUE, june(6))


@pytest.mark.parametrize(
    ("day", "done", "status"),
    [
        (6, None, Status.RUNNING),  # in time whether it stood still or not
        (9, None, Status.UNDETERMINED),
        (11, None, Status.OVERDUE),  # late even if it stood still: then due on the 10th
        (30, 6, Status.MET),
        (30, 10, Status.UNDETERMINED),
        (30, 11, Status.LATE),
    ],
)
def test_a_stretch_of_which_it_is_not_known_whether_it_pauses(day, done, status):
    """Between the due day without the stretch (6th) and with it (10th) nobody can say."""
    found = at(
        day,
        maybe_pauses=(Pause(WED, FRI),),
        maybe_missing=("special_steps[0].basis_rank",),
        fulfilled_on=done and june(done),
    )

    assert (found.status, found.earliest_due_on, found.latest_due_on) == (status, june(6), june(10))
    assert found.missing == ("special_steps[0].basis_rank",)
    assert found.due_on is None
    assert found.used_working_days is None


def test_a_stretch_that_changes_nothing_is_not_asked_about():
    """Without a working day in it, it does not matter whether it pauses."""
    found = at(30, maybe_pauses=(Pause(FRI, june(8)),), maybe_missing=("x",), fulfilled_on=june(6))

    assert (found.status, found.due_on, found.missing) == (Status.MET, june(6), ())


@pytest.mark.parametrize("day", [6, 9])
def test_a_stretch_that_may_go_on_bounds_nothing(day):
    """If it may pause and may not have ended, no latest day can be given."""
    found = at(day, maybe_pauses=(Pause(TUE),), maybe_missing=("special_steps",))

    assert found.latest_due_on is None
    assert found.earliest_due_on == june(6)
    assert found.status is (Status.RUNNING if day == 6 else Status.UNDETERMINED)


def test_a_stretch_begun_on_the_due_day_is_not_asked_about():
    """The day on which it begins still counts, so the limit was over on the 6th whether it pauses or not."""
    found = at(9, maybe_pauses=(Pause(FRI),), maybe_missing=("x",))

    assert (found.status, found.due_on, found.missing) == (Status.OVERDUE, june(6), ())


@pytest.mark.parametrize(("day", "due"), [(6, june(6)), (9, june(6))])
def test_whether_it_was_fulfilled_may_be_unknown(day, due):
    """The due day is known even where it is not stated whether it was kept."""
    found = at(day, open_ended=("decided_at",))

    assert (found.status, found.due_on, found.light, found.missing) == (
        Status.UNDETERMINED,
        due,
        None,
        ("decided_at",),
    )


def test_fulfilment_in_time_settles_what_is_open():
    """One timely answer is enough, whatever else was not stated."""
    assert at(30, fulfilled_on=june(5), open_ended=("corrections",)).status is Status.MET


def test_beyond_the_notices_only_bounds_are_given():
    """Twenty working days from 2026-12-10 end in 2027, whose notice is not published."""
    clock = a_clock(started_on=date(2026, 12, 10), working_days=20)

    found = run(clock, CAL, datetime(2026, 12, 15, 9))

    assert found.due_on is None
    assert found.earliest_due_on.year == found.latest_due_on.year == 2027
    assert found.missing == ("calendar.2027",)
    assert (found.status, found.used_working_days) == (Status.RUNNING, 3)  # 11, 14, 15


@pytest.mark.parametrize(
    ("as_of", "done", "status"),
    [
        (datetime(2027, 2, 8), None, Status.UNDETERMINED),  # in the Spring Festival of 2027, whose break is not settled
        (datetime(2027, 3, 31), None, Status.OVERDUE),
        (datetime(2027, 3, 31), date(2026, 12, 30), Status.MET),
        (datetime(2027, 3, 31), date(2027, 3, 30), Status.LATE),
    ],
)
def test_status_beyond_the_notices(as_of, done, status):
    """Before the earliest day it is in time, after the latest it is late, in between nobody can say yet."""
    clock = a_clock(started_on=date(2026, 12, 10), working_days=40, fulfilled_on=done)

    assert run(clock, CAL, as_of).status is status


def test_a_pause_beyond_the_notices():
    """A pause that reaches into 2027 leaves no latest day; one that ends before only moves the bounds."""
    start = date(2026, 12, 10)
    within = run(
        a_clock(started_on=start, working_days=20, pauses=(Pause(date(2026, 12, 11), date(2026, 12, 16)),)),
        CAL,
        datetime(2026, 12, 20),
    )
    beyond = run(
        a_clock(started_on=start, working_days=20, pauses=(Pause(date(2026, 12, 11), date(2027, 1, 20)),)),
        CAL,
        datetime(2027, 1, 25),
    )

    assert within.paused_working_days == 3  # 14, 15, 16
    assert within.earliest_due_on == CAL.estimate(start, 23).earliest
    assert within.latest_due_on is not None
    assert beyond.latest_due_on is None


def test_where_nothing_bounds_the_day():
    """A calendar of one year made from elsewhere ends on its last day; before the first notice nothing is known."""
    short = CAL.as_known(date(2006, 12, 31))  # the notice of 2007 alone
    beyond = run(a_clock(started_on=date(2007, 12, 20), working_days=20), short, datetime(2007, 12, 21))
    before = run(a_clock(started_on=date(2006, 6, 1)), CAL, datetime(2006, 6, 2))

    assert beyond.due_on is None
    assert beyond.missing == ("calendar.2008",)
    assert (before.status, before.earliest_due_on, before.latest_due_on) == (
        Status.UNDETERMINED,
        date(2006, 6, 1),
        None,
    )
    assert before.missing == ("calendar.2006",)


def test_a_calendar_of_other_years_bounds_nothing_after_its_end():
    """What comes after the last year of a calendar without notices is not estimated."""
    from zwfw.calendars import from_workalendar

    foreign = from_workalendar(CAL.to_workalendar(), 2024, 2024)

    found = run(a_clock(started_on=date(2024, 12, 25), working_days=20), foreign, datetime(2024, 12, 26))

    assert (found.due_on, found.earliest_due_on, found.latest_due_on) == (None, date(2025, 1, 1), None)
    assert (found.status, found.missing) == (Status.RUNNING, ("calendar.2025",))


@pytest.mark.parametrize(("day", "provisional"), [(date(2026, 12, 25), False), (date(2026, 12, 28), True)])
def test_the_last_days_of_the_year_are_provisional(day, provisional):
    """The 29th, a day after the 28th, may still be changed by the notice for 2027; the 28th, after the 25th, not."""
    found = run(a_clock(started_on=day, working_days=1), CAL, datetime(2026, 12, 28, 9))

    assert found.provisional is provisional


def test_limits_are_held_by_name():
    """Those of each kind of record are there, file by file, and an unknown one is named."""
    assert [(each.record, each.id) for each in limits()] == [
        ("Case", "correction-notice"),
        ("Case", "prereview"),
        ("Case", "paper-hand-in"),
        ("Case", "promise"),
        ("Case", "statutory"),
        ("Case", "special-step"),
        ("CatalogueChange", "national-mirror"),
        ("CatalogueChange", "catalogue-reply"),
        ("CatalogueChange", "catalogue-edit"),
        ("CatalogueChange", "guide-update"),
        ("CertificateGap", "missing-certificate"),
        ("DataShareRequest", "data-share-reply"),
        ("Review", "bad-review-callback"),
        ("Review", "bad-review-report"),
        ("Review", "review-upload"),
    ]
    assert limit("promise").label() == "承诺时限"
    assert limit("promise").label("en") == "promised time"
    with pytest.raises(UnknownLimitError, match="no time limit 'promises' is held"):
        limit("promises")


def test_a_deadline_as_plain_values():
    """Days are ISO texts and statuses their terms."""
    found = at(5).to_dict()

    assert (found["status"], found["light"], found["due_on"], found["left_working_days"]) == (
        "计时中",
        "黄灯",
        "2025-06-06",
        1,
    )


ROW = (
    'id = "{id}"\nlabel_zh = "甲"\nlabel_en = "a"\nrecord = "Case"\nstarts = "a"\nfulfilled_by = "b"\nlapse = "逾期"\n'
)


def test_a_limit_needs_one_figure(tmp_path, monkeypatch):
    """A limit with neither parameter nor field, or with both, does not load; every one is named."""
    rest = 'clauses = ["fujian-2022/2.2.10"]\n'
    both = 'parameter = "instant_minutes"\nfield = "x"\n'
    text = "[[limits]]\n" + ROW.format(id="none") + rest + "[[limits]]\n" + ROW.format(id="both") + both + rest
    (tmp_path / "a.toml").write_text(text, encoding="utf-8")
    (tmp_path / "README.md").write_text("not data", encoding="utf-8")
    monkeypatch.setattr("zwfw.limits.engine.packaged", lambda _: tmp_path)

    with pytest.raises(DataFileError) as caught:
        _held.__wrapped__()

    assert caught.value.faults == (
        "needs either a parameter or a field @ $.limits[none]",
        "needs either a parameter or a field @ $.limits[both]",
    )


def test_an_open_stretch_beyond_the_notices_bounds_nothing():
    """What may pause and reaches into 2027 leaves no latest day."""
    clock = a_clock(
        started_on=date(2026, 12, 10),
        working_days=20,
        maybe_pauses=(Pause(date(2026, 12, 11), date(2027, 1, 20)),),
        maybe_missing=("special_steps[0].basis_rank",),
    )

    found = run(clock, CAL, datetime(2027, 1, 25))

    assert (found.due_on, found.latest_due_on, found.missing) == (None, None, ("special_steps[0].basis_rank",))


DAYS = st.dates(date(2023, 1, 1), date(2024, 6, 30))


@given(start=DAYS, figure=st.integers(0, 60), pairs=st.lists(st.tuples(DAYS, st.integers(0, 40)), max_size=4))
def test_the_due_day_counts_out(start, figure, pairs):
    """Counting the days that do not stand still from the start to the due day gives the figure back."""
    from datetime import timedelta

    pauses = [Pause(day, day + timedelta(length)) for day, length in pairs]
    due = due_day(CAL, start, figure, merged(pauses, date(2026, 1, 1)))

    day, counted = start, 0
    while day < due:
        day += timedelta(1)
        counted += CAL.is_working_day(day) and not any(each.started_on < day <= each.ended_on for each in pauses)
    assert counted == figure
