"""What a record of an absence takes."""

import pytest
from pydantic import ValidationError

from zwfw.records import PresenceLog


@pytest.mark.parametrize(
    ("moments", "faults"),
    [
        ({"left_at": "2025-06-03T10:00", "covered_at": "2025-06-03T10:00", "back_at": "2025-06-03T10:00"}, []),
        ({"left_at": "2025-06-03", "covered_at": "2025-06-03T08:00", "back_at": "2025-06-03"}, []),
        ({"left_at": "2025-06-03T10:00", "back_at": "2025-06-03T09:59"}, ["back_at"]),
        ({"left_at": "2025-06-03T10:00", "covered_at": "2025-06-03T09:59"}, ["covered_at"]),
        ({"covered_at": "2025-06-03T10:30", "back_at": "2025-06-03T10:29"}, ["back_at"]),
        (
            {"left_at": "2025-06-03T10:00", "covered_at": "2025-06-03T09:30", "back_at": "2025-06-03T09:00"},
            ["covered_at", "back_at", "back_at"],
        ),
    ],
)
def test_nobody_covers_or_comes_back_out_of_order(moments, faults):
    """A post is left, covered, and taken again, and every fault is named."""
    if not faults:
        assert PresenceLog(window="3号窗口", **moments).window == "3号窗口"
        return
    with pytest.raises(ValidationError) as caught:
        PresenceLog(window="3号窗口", **moments)
    assert [error["loc"][0] for error in caught.value.errors()] == faults


@pytest.mark.parametrize("field", ["planned_minutes", "waiting_minutes"])
def test_minutes_are_not_negative(field):
    """None may pass, a minute less than none may not."""
    assert getattr(PresenceLog(window="3号窗口", **{field: 0}), field) == 0
    with pytest.raises(ValidationError, match=field):
        PresenceLog(window="3号窗口", **{field: -1})


def test_a_type_has_at_least_the_window_itself():
    """The window that was left is one of its type."""
    with pytest.raises(ValidationError, match="windows_of_type"):
        PresenceLog(window="3号窗口", windows_of_type=0)


def test_what_came_later_is_not_seen():
    """Seen while the absence goes on, nobody has come back yet."""
    from datetime import datetime

    log = PresenceLog(window="3号窗口", left_at="2025-06-03T10:00", back_at="2025-06-03T10:20")

    assert log.known_at(datetime(2025, 6, 3, 10, 19)).back_at is None
    assert log.known_at(datetime(2025, 6, 3, 10, 20)).back_at == log.back_at
