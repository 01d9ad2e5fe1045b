"""What each rule about presence at the window answers: kept, broken, silent and unknown."""

import pytest

from support import FUZHOU, HANJIANG, MET, UNSTATED, XIAMEN, a_context, breach, idle, said, stated
from zwfw import Severity
from zwfw.records import PresenceLog
from zwfw.rules.presence import closed_window_says_so, only_window_covered, post_covered

_BASE = {
    "window": "3号窗口",
    "area": XIAMEN,
    "clerk": None,
    "left_at": "2025-06-03T10:00",
    "planned_minutes": None,
    "covered_at": None,
    "back_at": "2025-06-03T10:10",
    "windows_of_type": 2,
    "waiting_minutes": None,
    "pause_sign_shown": True,
}


def a_log(**changes):
    """Ten minutes away from one of two windows, under the sign that it is paused, with your changes."""
    return PresenceLog(**stated(_BASE | changes))


def at(clock):
    """A look, or a moment, on the day on which the post was left."""
    return f"2025-06-03T{clock}"


def unknown(*missing):
    """What is missing, and nothing else is said."""
    return [("UNDETERMINED", missing)]


def told(rule, log, ctx=None):
    """The state and what is missing."""
    return [(each.state.name, each.missing) for each in rule(log, ctx or a_context())]


SHORT = idle("absence-short")
NOT_COVERED = breach("post-not-covered", "covered_at")
LATE = breach("post-covered-late", "covered_at")


@pytest.mark.parametrize(
    ("back", "covered", "planned", "found"),
    [
        # 15分钟以上 counts 15: 14 minutes need nobody, 15 and 16 do
        ("10:14", None, None, SHORT),
        ("10:14:59", None, None, SHORT),
        ("10:15", None, None, NOT_COVERED),
        ("10:16", None, None, NOT_COVERED),
        ("11:00", "10:00", None, MET),
        ("11:00", "10:14", None, MET),
        # the post itself was left for 15 minutes before somebody came
        ("11:00", "10:15", None, LATE),
        ("11:00", "10:40", None, LATE),
        # as planned, though it lasted ten minutes
        ("10:10", None, 14, SHORT),
        ("10:10", None, 15, NOT_COVERED),
        ("10:10", None, 16, NOT_COVERED),
        ("10:10", "10:05", 20, MET),
        # planned short, and overrun
        ("10:20", None, 5, NOT_COVERED),
        ("10:20", "10:03", 5, MET),
        # covered, though nobody had to
        ("10:10", "10:02", 5, MET),
    ],
)
def test_a_post_left_for_fifteen_minutes_is_covered(back, covered, planned, found):
    """What is planned and what it came to both count, and fifteen minutes themselves."""
    log = a_log(back_at=at(back), covered_at=covered and at(covered), planned_minutes=planned)

    assert said(post_covered, log) == found


@pytest.mark.parametrize(
    ("clock", "planned", "found"),
    [
        ("09:59", None, idle("post-not-left")),
        ("10:00", None, SHORT),
        ("10:14", None, SHORT),
        ("10:15", None, NOT_COVERED),
        # planned for longer: somebody may still come within the fifteen minutes
        ("10:05", 15, SHORT),
        ("10:14", 60, SHORT),
        ("10:15", 60, NOT_COVERED),
    ],
)
def test_an_absence_that_goes_on_is_judged_by_the_moment_of_looking(clock, planned, found):
    """The clerk comes back at eleven, which cannot be seen yet."""
    log = a_log(back_at=at("11:00"), planned_minutes=planned)

    assert said(post_covered, log, a_context(at(clock))) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"back_at": "2025-06-03"}, unknown("back_at.time")),
        ({"left_at": "2025-06-03", "back_at": "2025-06-03"}, unknown("left_at.time", "back_at.time")),
        ({"left_at": "2025-06-03"}, unknown("left_at.time")),
        ({"back_at": at("11:00"), "covered_at": "2025-06-03"}, unknown("covered_at.time")),
        # two days away is more than fifteen minutes, whatever the time of day
        ({"left_at": "2025-06-03", "back_at": "2025-06-05"}, [("BREACHED", ())]),
        ({"back_at": at("11:00"), "covered_at": "2025-06-04", "left_at": at("23:50")}, None),
        # planned for longer and covered by nobody: the time of day does not matter
        ({"left_at": "2025-06-03", "back_at": "2025-06-03", "planned_minutes": 15}, [("BREACHED", ())]),
        ({"back_at": UNSTATED}, unknown("back_at")),
        ({"planned_minutes": UNSTATED}, unknown("planned_minutes")),
        ({"planned_minutes": UNSTATED, "back_at": at("10:15")}, [("BREACHED", ())]),
        ({"planned_minutes": UNSTATED, "covered_at": at("10:10")}, [("MET", ())]),
        ({"planned_minutes": 15, "back_at": UNSTATED}, [("BREACHED", ())]),
        ({"covered_at": UNSTATED}, [("NOT_APPLICABLE", ())]),
        ({"covered_at": UNSTATED, "back_at": at("10:15")}, unknown("covered_at")),
        ({"left_at": None, "back_at": None}, [("NOT_APPLICABLE", ())]),
        ({"left_at": UNSTATED}, unknown("left_at")),
    ],
)
def test_what_is_not_known_of_an_absence(changes, found):
    """A day has no minutes; what settles the matter is asked first."""
    if found is None:
        # left at 23:50 and covered some time on the next day: ten minutes later at the earliest
        log = a_log(**changes | {"back_at": "2025-06-05"})
        assert told(post_covered, log) == unknown("covered_at.time")
    else:
        assert told(post_covered, a_log(**changes)) == found


def test_a_day_reaches_no_further_than_the_moment_of_looking():
    """Whoever left at ten and came back some time today was away for fourteen minutes at most, seen at 10:14."""
    log = a_log(back_at="2025-06-03")

    assert said(post_covered, log, a_context(at("10:14"))) == SHORT
    assert told(post_covered, log, a_context(at("10:15"))) == unknown("back_at.time")


ONLY = {"windows_of_type": 1, "pause_sign_shown": False}
UNCOVERED = breach("only-window-uncovered", "covered_at")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        (ONLY | {"covered_at": at("10:00")}, MET),
        (ONLY | {"covered_at": at("10:01")}, UNCOVERED),
        (ONLY, UNCOVERED),
        (ONLY | {"back_at": at("10:01")}, UNCOVERED),
        (ONLY | {"back_at": at("10:00")}, MET),
        (ONLY | {"back_at": None}, UNCOVERED),
        (
            ONLY | {"covered_at": at("10:00"), "pause_sign_shown": True},
            breach("only-window-paused", "pause_sign_shown"),
        ),
        (ONLY | {"pause_sign_shown": True}, breach("only-window-paused", "pause_sign_shown") + UNCOVERED),
        # covered at once; whether its service was paused is not known
        (ONLY | {"covered_at": at("10:00"), "pause_sign_shown": UNSTATED}, [("UNDETERMINED", "not-stated", "")]),
        (ONLY | {"pause_sign_shown": UNSTATED}, [("UNDETERMINED", "not-stated", ""), *UNCOVERED]),
        ({"windows_of_type": 2}, idle("not-the-only-window")),
        ({"windows_of_type": None}, idle("not-the-only-window")),
        (ONLY | {"left_at": None, "back_at": None}, idle("post-not-left")),
        ({"windows_of_type": UNSTATED}, [("UNDETERMINED", "not-stated", "")]),
        (ONLY | {"covered_at": UNSTATED}, [("UNDETERMINED", "not-stated", "")]),
        (ONLY | {"covered_at": "2025-06-03"}, [("UNDETERMINED", "not-stated", "")]),
        (ONLY | {"covered_at": "2025-06-04", "back_at": None}, UNCOVERED),
    ],
)
def test_the_only_window_is_never_left_uncovered(changes, found):
    """Not for a minute, and its service is not paused."""
    assert said(only_window_covered, a_log(**changes)) == found


UNSIGNED = breach("no-pause-sign", "pause_sign_shown")
WAITED = breach("closed-while-waiting-long", "waiting_minutes")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"waiting_minutes": 29}, MET),
        ({"waiting_minutes": 30}, MET),  # 30分钟内 counts 30
        ({"waiting_minutes": 31}, WAITED),
        ({"pause_sign_shown": False}, UNSIGNED),
        ({"pause_sign_shown": None, "waiting_minutes": 31}, UNSIGNED + WAITED),
        ({"covered_at": at("10:05"), "pause_sign_shown": False}, UNSIGNED),
        ({"covered_at": at("10:00"), "pause_sign_shown": False, "waiting_minutes": 90}, idle("window-not-closed")),
        ({"windows_of_type": 1}, idle("no-other-window")),
        ({"windows_of_type": None}, idle("no-other-window")),
        ({"left_at": None, "back_at": None}, idle("post-not-left")),
        ({"windows_of_type": UNSTATED}, [("UNDETERMINED", "not-stated", "")]),
        ({"pause_sign_shown": UNSTATED}, [("UNDETERMINED", "not-stated", "")]),
        ({"pause_sign_shown": UNSTATED, "waiting_minutes": 31}, [("UNDETERMINED", "not-stated", ""), *WAITED]),
        ({"waiting_minutes": UNSTATED, "pause_sign_shown": False}, [*UNSIGNED, ("UNDETERMINED", "not-stated", "")]),
        # kept, whether or not somebody came at once
        ({"covered_at": UNSTATED}, MET),
        ({"covered_at": UNSTATED, "pause_sign_shown": False}, [("UNDETERMINED", "not-stated", "")]),
        ({"covered_at": UNSTATED, "waiting_minutes": 31}, [("UNDETERMINED", "not-stated", "")]),
    ],
)
def test_one_of_several_windows_closes_under_a_sign_while_few_wait(changes, found):
    """Thirty minutes of waiting count as few."""
    assert said(closed_window_says_so, a_log(**changes)) == found


def test_in_xiamen_province_and_city_answer_each_by_its_own_clause():
    """A closed window under its sign keeps the city's clause for an hour, and breaks the province's."""
    log = a_log(back_at=at("11:00"), waiting_minutes=30)

    (province,) = post_covered(log, a_context())
    (city,) = closed_window_says_so(log, a_context())

    assert (province.state.name, [each.ref for each in province.clauses]) == ("BREACHED", ["fujian-2022/2.1.2"])
    assert (city.state.name, [each.ref for each in city.clauses]) == ("MET", ["xiamen-2022/2.1.2"])


def test_ten_minutes_away_from_the_only_window_break_the_citys_clause_alone():
    """The province asks from fifteen minutes on."""
    log = a_log(**ONLY)

    assert said(post_covered, log) == SHORT
    assert said(only_window_covered, log) == UNCOVERED


@pytest.mark.parametrize(
    ("rule", "changes", "severity"),
    [
        (post_covered, {"back_at": at("11:00")}, Severity.VIOLATION),
        (only_window_covered, ONLY, Severity.VIOLATION),
        (closed_window_says_so, {"pause_sign_shown": False}, Severity.ADVICE),
    ],
)
def test_the_weight_is_that_of_the_words(rule, changes, severity):
    """Cover is a must; to close a window is a power with conditions."""
    assert [each.severity for each in rule(a_log(**changes), a_context())] == [severity]


@pytest.mark.parametrize("area", [FUZHOU, HANJIANG])
@pytest.mark.parametrize("rule", [only_window_covered, closed_window_says_so])
def test_the_citys_clause_binds_the_city(rule, area):
    """Elsewhere only the province's is asked."""
    log = a_log(**ONLY | {"area": area, "back_at": at("11:00")})

    assert said(rule, log) == idle("never-in-force")
    assert said(post_covered, log) == NOT_COVERED


@pytest.mark.parametrize(
    ("day", "province", "city"),
    [
        ("2022-09-13", "not-yet-in-force", "not-yet-in-force"),
        # issued somewhere between these days: the city's table prints none
        ("2022-09-14", "post-not-covered", "force-uncertain"),
        ("2022-11-30", "post-not-covered", "only-window-uncovered"),
    ],
)
def test_the_law_is_that_of_the_day_on_which_the_post_was_left(day, province, city):
    """Whatever the day of looking."""
    log = a_log(**ONLY | {"left_at": f"{day}T10:00", "back_at": f"{day}T11:00"})

    assert [each.reason for each in post_covered(log, a_context())] == [province]
    assert [each.reason for each in only_window_covered(log, a_context())] == [city]


def test_the_sentences_name_the_moments():
    """In both languages."""
    (late,) = post_covered(a_log(back_at=at("11:00"), covered_at=at("10:20")), a_context())

    assert "15 分钟" in late.message()
    assert "after 15 minutes" in late.message("en")
