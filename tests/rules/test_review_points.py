"""What the rule about review points answers: kept, broken, open and unknown."""

from datetime import date

import pytest

from support import HANJIANG, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, said, stated
from zwfw import Severity, check
from zwfw.records import ItemElements, ReviewPoint
from zwfw.rules.review_points import clear

_BASE = {"text": "申请表填写完整", "standard": "各栏均已填写", "subject": "申请表", "found_objective": True}

NO_STANDARD = breach("review-point-without-standard", "standard")
NO_SUBJECT = breach("review-point-without-subject", "subject")
NOT_OBJECTIVE = breach("review-point-not-objective", "found_objective")
OPEN = [("NEEDS_JUDGEMENT", "review-point-not-looked-at", "found_objective")]


def a_point(**changes):
    """A review point that keeps the clause, every field stated, with your changes."""
    return ReviewPoint(**stated(_BASE | changes))


@pytest.mark.parametrize("area", ["350102", XIAMEN])
@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"standard": None}, NO_STANDARD),
        ({"standard": " "}, NO_STANDARD),  # blanks are stripped
        ({"subject": None}, NO_SUBJECT),
        ({"subject": ""}, NO_SUBJECT),
        ({"found_objective": False}, NOT_OBJECTIVE),
        ({"found_objective": None}, OPEN),
        ({"found_objective": UNSTATED}, UNKNOWN),
        ({"standard": UNSTATED}, UNKNOWN),
        ({"subject": UNSTATED}, UNKNOWN),
        ({"standard": None, "subject": None, "found_objective": False}, NO_STANDARD + NO_SUBJECT + NOT_OBJECTIVE),
        ({"standard": UNSTATED, "subject": None, "found_objective": None}, UNKNOWN + NO_SUBJECT + OPEN),
    ],
)
def test_clear(area, changes, found):
    """A standard and an object are there, and a person found the point objective and effective."""
    assert said(clear, a_point(**changes), a_context(area=area)) == found


@pytest.mark.parametrize(
    ("area", "clauses"),
    [
        ("350102", ["fujian-2022/3.6.1"]),
        (HANJIANG, ["fujian-2022/3.6.1"]),
        (XIAMEN, ["xiamen-2022/3.6.1", "fujian-2022/3.6.1"]),
    ],
)
def test_what_a_breach_weighs_and_cites(area, clauses):
    """确保每个: a violation."""
    (found,) = clear(a_point(standard=None), a_context(area=area))

    assert found.severity is Severity.VIOLATION
    assert [each.ref for each in found.clauses] == clauses
    assert found.facts["point"] == "申请表填写完整"


def test_before_the_document_nothing_is_asked():
    """The province's table was issued on 2022-09-14."""
    ctx = a_context(as_of=date(2022, 9, 13), area="350102")

    assert said(clear, a_point(standard=None), ctx) == idle("not-yet-in-force")


def test_review_points_are_asked_about_where_they_stand():
    """As a part of an item's elements each review point has its own place."""
    elements = ItemElements(
        name="节能审查", area="350102", review_points=[_BASE | {"subject": None}, _BASE | {"found_objective": None}]
    )

    report = check(elements, a_context())

    assert [each.path for each in report.breaches] == ["review_points[0].subject"]
    assert [each.path for each in report.needs_judgement] == ["review_points[1].found_objective"]
