"""Assessments as JSON, with what is stated as none."""

import json
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import given, settings

from forms_by_hand import VILLAGE
from zwfw.errors import MalformedJSONError
from zwfw.forms import FormError, read_json, write_json
from zwfw.records.assessments import Assessment
from zwfw.testing.assessments import assessments

few = settings(max_examples=20)


def held(raw):
    """A file with this in it."""
    return BytesIO(raw if isinstance(raw, bytes) else json.dumps(raw).encode())


def refused(raw):
    """The error about it."""
    with pytest.raises(FormError) as caught:
        read_json(held(raw))
    return caught.value


def test_one_and_many():
    """By path too; scores by criterion or in rows."""
    one = {"body": "甲", "card": VILLAGE, "scores": {"V01": {"self_score": 2.5}}}
    rows = {**one, "scores": [{"criterion": "V01", "self_score": "2.5"}]}

    (found,) = read_json(held(one))

    assert found.scores[0].self_score == Decimal("2.5")
    assert read_json(held([rows, one])) == (found, found)
    assert read_json(held([])) == ()


def test_what_is_written(tmp_path):
    """A list, in UTF-8, for people to read too."""
    path = tmp_path / "甲.json"
    write_json(Assessment(body="甲", card=VILLAGE, remarks=None), path)

    assert path.read_text(encoding="utf-8") == (
        '[\n  {\n    "body": "甲",\n    "card": "hanjiang-2023/village",\n    "remarks": null\n  }\n]\n'
    )


@few
@given(drawn=assessments())
def test_what_is_written_is_read_back(drawn):
    """Nothing is lost."""
    target = BytesIO()
    write_json([drawn, drawn], target)

    assert read_json(target) == (drawn, drawn)


def test_all_faults_come_together():
    """Each with its path as it was given; what is good is kept, and the record is asked again about what is left."""
    error = refused(
        [
            {
                "body": "甲",
                "card": VILLAGE,
                "area": "仙境",
                "colour": "red",
                "scores": [
                    {"criterion": "V01", "self_score": 4},
                    {"self_score": 3},
                    7,
                    {"criterion": "V02", "self_score": "x", "joint_score": 4},
                    {"criterion": "V99"},
                    {"criterion": "V03", "preliminary_score": 9, "evidence": [1]},
                ],
            },
            {"body": "乙", "card": VILLAGE, "scores": {"V01": {"self_score": 3}, "V02": {"self_score": 5}}},
            {"body": "丙", "card": VILLAGE, "scores": 5},
            {"body": "丁"},
            6,
        ]
    )

    assert [fault.cell for fault in error.faults] == [
        "$[0].area",
        "$[0].scores[1].criterion",
        "$[0].scores[2]",
        "$[0].scores[3].self_score",
        "$[0].scores[5].evidence[0]",
        "$[0].colour",
        "$[0].scores[0].self_score",
        "$[0].scores[4].criterion",
        "$[0].scores[5].preliminary_score",
        "$[1].scores.V02.self_score",
        "$[2].scores",
        "$[3].card",
        "$[4]",
    ]
    assert str(error.faults[9]) == "$[1].scores.V02.self_score: V02: expected at most 4 points, got 5"
    assert str(error.faults[-1]) == "$[4]: expected an assessment, got int"
    assert [
        (each.body, [(row.criterion, row.self_score, row.joint_score) for row in each.scores]) for each in error.read
    ] == [
        ("甲", [("V01", None, None), ("V02", None, 4), ("V03", None, None)]),
        ("乙", [("V01", 3, None), ("V02", None, None)]),
        ("丙", []),
    ]


def test_one_alone_has_no_number_in_its_path():
    """It is the file."""
    assert [fault.cell for fault in refused({"body": "", "card": VILLAGE}).faults] == ["$.body"]


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b'"\xff"', "expected JSON in UTF-8, got bytes that are not"),
        (b"[" * 200_000, "expected an assessment, got values nested too deeply"),
        (b"1" * 5000, "expected an assessment, got a number of too many digits"),
    ],
    ids=["bytes", "deep", "long"],
)
def test_files_that_hold_no_assessment(raw, why):
    """Told without a path."""
    assert str(refused(raw)) == f"form: 1 fault\n  {why}"


def test_a_name_that_stands_twice():
    """JSON takes the last of them, and nobody knows which one was meant; twice the same is once."""
    scores = b'{"body": "x", "card": "hanjiang-2023/village", "scores": {"V01": {"self_score": 3, %b}, %b}}'
    same, other = b'"self_score": 3.0', b'"V01": {"self_score": 0}, "V02": {}'

    assert len(read_json(held(scores % (same, b'"V02": {}')))) == 1
    (fault,) = refused(scores % (same, other)).faults
    assert str(fault) == "expected each name once in an object, got V01 twice with different values"
    (fault,) = refused(scores % (b'"joint_score": NaN', b'"V02": {}')).faults
    assert fault.cell == "$.scores.V01.joint_score"


def test_what_is_no_json():
    """Its line and column are told."""
    with pytest.raises(MalformedJSONError, match="no JSON at line 2, column 1: expecting value"):
        read_json(held(b"[\n"))
