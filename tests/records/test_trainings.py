"""Trainings and years of training: what they hold, and what they refuse."""

from datetime import date, datetime

import pytest
from pydantic import ValidationError

from zwfw.records import Training, TrainingKind, TrainingYear


def test_trainings_are_of_the_year():
    """All that are not are named at once, each with its place."""
    days = ["2024-12-31", "2025-06-03", "2026-01-01"]

    with pytest.raises(ValidationError) as caught:
        TrainingYear(trainee="甲", year=2025, trainings=[{"held_on": day} for day in days])

    assert [(each["loc"], each["msg"]) for each in caught.value.errors()] == [
        (("trainings", 0, "held_on"), "expected a day of 2025, got 2024-12-31"),
        (("trainings", 2, "held_on"), "expected a day of 2025, got 2026-01-01"),
    ]


def test_a_training_to_come_is_not_seen():
    """On its day it is."""
    held = TrainingYear(trainee="甲", year=2025, trainings=[{"held_on": "2025-06-03"}, {"held_on": "2025-06-04"}])

    assert [each.held_on.day for each in held.known_at(datetime(2025, 6, 3, 9)).trainings] == [3]
    assert held.known_at(datetime(2025, 6, 4, 9)) == held


@pytest.mark.parametrize(
    ("as_of", "law"), [(date(2024, 6, 3), date(2024, 6, 3)), (date(2025, 6, 3), date(2024, 12, 31))]
)
def test_a_year_is_held_against_the_law_of_its_last_day(as_of, law):
    """While it is not over, against that of the day of looking."""
    assert TrainingYear(trainee="甲", year=2024).law_day(as_of) == (law, ())


def test_kinds_of_training_are_left_open():
    """What the card names is known, and anything else stays as it is."""
    assert Training(held_on="2025-06-03", kind="综合业务培训").kind is TrainingKind.BUSINESS
    assert Training(held_on="2025-06-03", kind="案例研讨").outside_printed == {"kind": ("案例研讨",)}
