"""Which documents bind an area on a day, and which figure holds there."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwfw import norms_in_force
from zwfw.clauses import ForceState
from zwfw.errors import (
    ContextError,
    TargetNotInForceError,
    UnknownClauseError,
    UnknownParameterError,
    UnknownReadingError,
    UnknownTargetError,
)

DAY = date(2025, 6, 3)


@pytest.mark.parametrize(
    ("area", "day", "held"),
    [
        ("福州市", DAY, ["fujian-2022"]),
        ("厦门市", DAY, ["xiamen-2022", "fujian-2022"]),
        ("思明区", DAY, ["xiamen-2022", "fujian-2022"]),
        ("莆田市", DAY, ["putian-2025", "fujian-2022"]),
        ("莆田市", date(2025, 5, 5), ["fujian-2022"]),
        ("莆田市", date(2025, 5, 6), ["putian-2025", "fujian-2022"]),
        ("350303101", DAY, ["hanjiang-2023", "putian-2025", "fujian-2022"]),
        ("福建省", date(2022, 9, 13), []),
        ("厦门市", date(2022, 9, 14), ["fujian-2022"]),
        ("涵江区", date(2023, 3, 5), ["fujian-2022"]),
        ("涵江区", date(2023, 3, 6), ["hanjiang-2023", "fujian-2022"]),
        ("涵江区", date(2026, 3, 5), ["hanjiang-2023", "putian-2025", "fujian-2022"]),
        ("涵江区", date(2026, 3, 6), ["putian-2025", "fujian-2022"]),
    ],
)
def test_documents_in_force(area, day, held):
    """A district inherits its city's and the province's documents; the most local comes first."""
    assert [each.id for each in norms_in_force(area, day).documents] == held


def test_the_stretch_is_given():
    """Between two changes nothing changes: Putian's norms begin on 2025-05-06, Hanjiang's plan ends on 2026-03-05."""
    found = norms_in_force("涵江区", DAY)

    assert (found.first, found.last) == (date(2025, 5, 6), date(2026, 3, 5))
    assert norms_in_force("涵江区", date(2026, 3, 5)) is found
    assert norms_in_force("涵江区", date(2000, 1, 1)).first is None
    assert norms_in_force("涵江区", date(2030, 1, 1)).last is None


def test_a_reading_moves_the_end():
    """Without the day of issue the plan still holds on 2026-03-06, and no longer on the 7th."""
    longer = {"hanjiang-validity": "issue-day-not-counted"}

    assert norms_in_force("涵江区", date(2026, 3, 6), longer).has("hanjiang-2023/task-5")
    assert not norms_in_force("涵江区", date(2026, 3, 7), longer).has("hanjiang-2023/task-5")
    with pytest.raises(UnknownReadingError):
        norms_in_force("涵江区", DAY, {"x": "y"})


@pytest.mark.parametrize(
    ("area", "day", "state"),
    [
        ("涵江区", DAY, ForceState.IN_FORCE),
        ("涵江区", date(2026, 3, 6), ForceState.ENDED),
        ("涵江区", date(2023, 3, 5), ForceState.NOT_YET),
        ("厦门市", DAY, ForceState.NEVER),
    ],
)
def test_status_of_a_clause(area, day, state):
    """In force, not yet, ended and never are answers of their own."""
    assert norms_in_force(area, day).status("hanjiang-2023/task-5").state is state


def test_an_unknown_clause_is_no_clause_out_of_force():
    """A slip is not answered with False."""
    with pytest.raises(UnknownClauseError):
        norms_in_force("涵江区", DAY).has("hanjiang-2023/task-99")


@pytest.mark.parametrize(
    ("area", "key", "value", "clause", "overrides"),
    [
        ("鼓楼区", "correction_notice_limit", 3, "fujian-2022/2.2.10", []),
        ("思明区", "correction_notice_limit", 3, "xiamen-2022/2.2.11", ["fujian-2022/2.2.10"]),
        ("涵江区", "correction_notice_limit", 3, "fujian-2022/2.2.10", []),
        ("涵江区", "instant_decision_limit", 0, "hanjiang-2023/task-5", ["fujian-2022/2.2.11"]),
        ("涵江区", "instant_minutes", 60, "hanjiang-2023/T36", []),
        ("涵江区", "special_step_min_legal_rank", "规章", "fujian-2022/2.1.4", []),
    ],
)
def test_the_nearest_value_wins(area, key, value, clause, overrides):
    """The district's figure before the city's before the province's; those behind it are named."""
    found = norms_in_force(area, DAY).parameter(key)

    assert (found.value, found.clause.ref, [each.clause for each in found.overrides]) == (value, clause, overrides)
    assert (found.key, found.unit) == (key, found.parameter.unit)
    assert found.counted_from("en") == found.parameter.counted_from("en")


@pytest.mark.parametrize(
    ("area", "day", "key"),
    [("思明区", DAY, "instant_minutes"), ("涵江区", date(2026, 3, 6), "instant_minutes"), ("思明区", DAY, "x")],
)
def test_no_value_in_force_is_an_error(area, day, key):
    """There is no fall-through to another area or to a lapsed figure."""
    with pytest.raises(UnknownParameterError):
        norms_in_force(area, day).parameter(key)


@given(day=st.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_a_narrower_area_wins_only_while_in_force(day):
    """Hanjiang's figure stands before the province's exactly on the days of its plan."""
    norms = norms_in_force("涵江区", day)
    during = date(2023, 3, 6) <= day <= date(2026, 3, 5)

    assert norms.has("hanjiang-2023/task-5") is during
    if day >= date(2022, 9, 14):
        clause = norms.parameter("instant_decision_limit").clause.ref
        assert clause == ("hanjiang-2023/task-5" if during else "fujian-2022/2.2.11")


def test_clauses_most_local_first():
    """Every clause in force is there, those of the district first."""
    refs = [each.ref for each in norms_in_force("涵江区", DAY).clauses]

    assert refs[0].startswith("hanjiang-2023/")
    assert refs[-1].startswith("fujian-2022/")


def test_everything_that_binds_hanjiang_in_2025():
    """The district's plan, the city's norms and the province's table: 22 + 83, 56 and 90 clauses, two scorecards."""
    found = norms_in_force("涵江区", DAY)

    assert len(found.clauses) == 105 + 56 + 90
    assert len(found.tasks) == 16 + 90
    assert {card: len(rows) for card, rows in found.scorecards.items()} == {
        "hanjiang-2023/village": 33,
        "hanjiang-2023/township": 50,
    }
    assert "cases.instant-decided-at-once" in found.rules
    assert "modes.commitment-told-in-full" not in found.rules  # only Xiamen's table asks for it
    assert {each.key for each in found.parameters} >= {"instant_minutes", "sharing_reply", "bad_review_followup"}
    assert {each.target.key for each in found.targets} >= {
        "e_gov_machines_district",
        "annual_review_to_case_ratio",
    }


@pytest.mark.parametrize(("day", "state"), [(date(2023, 3, 5), "尚未施行"), (date(2026, 3, 6), "已失效")])
def test_nothing_of_the_plan_binds_before_it_and_after_it(day, state):
    """The day before the plan was issued, and the day after its last."""
    found = norms_in_force("涵江区", day)

    assert found.scorecards == {}
    assert not {each.key for each in found.parameters} & {"instant_minutes", "district_clerks"}
    why = f"hanjiang-2023 {state} \\(2023-03-06 to 2026-03-05\\)"
    with pytest.raises(UnknownTargetError, match=f"target e_gov_machines_district is in force here: {why}"):
        found.target("e_gov_machines_district")
    with pytest.raises(UnknownParameterError, match=f"parameter instant_minutes is in force here: {why}"):
        found.parameter("instant_minutes")


def test_a_figure_of_another_city_is_told_as_such():
    """Xiamen's targets bind nobody in Fuzhou."""
    with pytest.raises(TargetNotInForceError) as caught:
        norms_in_force("福州市", DAY).target("mobile_matters_min")

    assert caught.value.states == ("xiamen-2022 不适用于本地",)


def test_a_day_is_a_day():
    """A moment is taken for its day; a text is none."""
    assert norms_in_force("厦门市", datetime(2025, 6, 3, 9)) is norms_in_force("厦门市", DAY)
    with pytest.raises(ContextError, match="day: expected a date, got '2025-06-03'"):
        norms_in_force("厦门市", "2025-06-03")


@pytest.mark.parametrize(
    ("area", "key", "value", "clause", "overrides"),
    [
        # fujian 2.5.3 and xiamen 2.5.4: 不低于 1.0 / 1:1
        ("思明区", "annual_review_to_case_ratio", 1, "xiamen-2022/2.5.4", ["fujian-2022/2.5.3"]),
        ("鼓楼区", "annual_review_to_case_ratio", 1, "fujian-2022/2.5.3", []),
        ("思明区", "mobile_matters_min", 600, "xiamen-2022/2.3.3", []),
        ("涵江区", "e_gov_machines_district", 25, "hanjiang-2023/task-10", []),
    ],
)
def test_the_nearest_target_wins(area, key, value, clause, overrides):
    """As with parameters; those behind it are named."""
    found = norms_in_force(area, DAY).target(key)

    assert (found.value.value, found.clause.ref, [each.clause for each in found.overrides]) == (
        value,
        clause,
        overrides,
    )
