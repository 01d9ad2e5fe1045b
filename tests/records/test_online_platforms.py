"""What a record of an online platform takes."""

import pytest
from pydantic import ValidationError

from zwfw.records import OnlinePlatform, SystemFault


@pytest.mark.parametrize(
    ("solved", "is_possible"),
    [
        ("2025-06-03T10:00", True),
        ("2025-06-03T09:59", False),
        ("2025-06-03", True),
        ("2025-06-02", False),
        (None, True),
    ],
)
def test_a_fault_is_not_dealt_with_before_it_is_reported(solved, is_possible):
    """Where a time of day is not known, the day decides."""
    facts = {"reported_at": "2025-06-03T10:00", "solved_at": solved}
    if is_possible:
        assert SystemFault(**facts).model_dump(mode="json")["solved_at"] in (solved, f"{solved}:00")
        return
    with pytest.raises(ValidationError, match="is before reported_at"):
        SystemFault(**facts)


@pytest.mark.parametrize(("hours", "is_possible"), [(1, True), (0, False), (-1, False)])
def test_a_time_for_faults_is_an_hour_or_more(hours, is_possible):
    """None says that there is none."""
    if is_possible:
        assert OnlinePlatform(name="甲", fault_limit_hours=hours).fault_limit_hours == hours
        return
    with pytest.raises(ValidationError, match="fault_limit_hours"):
        OnlinePlatform(name="甲", fault_limit_hours=hours)
