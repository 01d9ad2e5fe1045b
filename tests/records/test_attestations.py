"""What a person's word on a norm takes, what it refuses, and how it is written and read back."""

import json
from datetime import date, datetime

import pytest
from pydantic import ValidationError

from zwfw import Area
from zwfw.records import Attestation, AttestedAnswer

SUBSTITUTE = "fujian-2022/2.1.2#4"


def faults(**fields):
    """Place and message of each fault of an attestation with these fields."""
    with pytest.raises(ValidationError) as caught:
        Attestation(**{"norm": SUBSTITUTE} | fields)
    return [(".".join(map(str, each["loc"])), each["msg"]) for each in caught.value.errors()]


@pytest.mark.parametrize(
    ("norm", "near"),
    [
        ("fujian-2022/2.1.2#5", "fujian-2022/2.1.2#4"),  # the row has four
        ("fujian-2022/2.1.2#0", "fujian-2022/2.1.2#"),
        ("putian-2025/art-31#7", "putian-2025/art-31#6"),
        ("hanjiang-2023/T51", "hanjiang-2023/T50"),
    ],
)
def test_a_norm_that_is_not_held(norm, near):
    """It is refused with what comes near."""
    ((place, message),) = faults(norm=norm)

    refused, hint = message.split("; did you mean ")
    assert (place, refused) == ("norm", f"no norm {norm!r} is held")
    assert near in hint


def test_a_norm_of_a_document_that_is_not_held():
    """A slip in the year has the documents told that are held."""
    ((_, message),) = faults(norm="fujian-2021/2.1.2#4")

    assert "did you mean fujian-2022" in message


def test_a_clause_is_no_norm():
    """Whoever forgets the number has the clause's own norms told."""
    ((_, message),) = faults(norm="fujian-2022/2.1.2")

    assert "fujian-2022/2.1.2#1" in message


@pytest.mark.parametrize("norm", ["2.1.2#4", "", "/", "#1"])
def test_what_is_no_norm_at_all(norm):
    """Where nothing comes near, nothing is guessed."""
    assert faults(norm=norm) == [("norm", f"no norm {norm!r} is held")]


@pytest.mark.parametrize(
    "norm",
    [
        "fujian-2022/1.1.1#1",
        "xiamen-2022/2.1.2#3",
        "putian-2025/art-31#6",
        "hanjiang-2023/task-4#8",
        "hanjiang-2023/V01",
        "hanjiang-2023/T50",
        " hanjiang-2023/T50 ",
    ],
)
def test_norms_of_four_documents(norm):
    """Of a row, an article, a task, or a row of a scorecard; blanks around it do not count."""
    assert Attestation(norm=norm).norm == norm.strip()


@pytest.mark.parametrize("clause", ["fujian-2022/1.3.1", "fujian-2022/3.8.1", "hanjiang-2023/safeguard-3"])
def test_a_clause_without_norms_is_attested_as_a_whole(clause):
    """Its reference stands for all of it."""
    assert Attestation(norm=clause).norm == clause


@pytest.mark.parametrize(
    ("named", "held"),
    [("市工信局", "市工信局（大数据局）"), ("区政务服务中心", "区行政服务中心"), ("各乡镇（街道）", "各乡镇（街道）")],
)
def test_a_unit_by_any_of_its_names(named, held):
    """It is kept under the name by which it goes here."""
    assert Attestation(norm=SUBSTITUTE, unit=named).unit == held


def test_a_unit_that_no_document_names():
    """It is refused with what comes near."""
    ((place, message),) = faults(unit="区审改")

    assert place == "unit"
    assert message.startswith("no unit '区审改' is held; did you mean ")
    assert "区审改办" in message


@pytest.mark.parametrize(
    ("given", "held"),
    [
        ("是", AttestedAnswer.YES),
        ("否", AttestedAnswer.NO),
        ("部分", AttestedAnswer.PARTLY),
        (AttestedAnswer.NO, AttestedAnswer.NO),
        (None, None),
    ],
)
def test_answers(given, held):
    """Yes, no, in part, or none."""
    assert Attestation(norm=SUBSTITUTE, answer=given).answer is held


@pytest.mark.parametrize("given", ["不是", "yes", "", " 是 ", 1, True])
def test_what_is_no_answer(given):
    """The three that there are, are named."""
    ((place, message),) = faults(answer=given)

    assert place == "answer"
    assert all(word in message for word in ("是", "否", "部分"))


@pytest.mark.parametrize(
    ("given", "held"),
    [
        ([], ()),
        (["登记簿"], ("登记簿",)),
        (["登记簿", " 照片 "], ("登记簿", "照片")),
        (("登记簿",), ("登记簿",)),
        (None, None),
    ],
)
def test_evidence(given, held):
    """Any number of texts, none, or no statement of any."""
    assert Attestation(norm=SUBSTITUTE, evidence=given).evidence == held


@pytest.mark.parametrize("given", ["登记簿", 5, [5], [None], {"a": "b"}])
def test_what_is_no_evidence(given):
    """A text by itself is refused too, lest its letters be counted."""
    assert faults(evidence=given)[0][0].startswith("evidence")


def test_every_fault_at_once():
    """Eight fields are wrong, and each is named."""
    found = faults(
        norm="fujian-2022/2.1.2#5", unit="区审改", area="平潭", answer="不是", by=5, on="昨天", evidence=5, note="x"
    )

    assert [place for place, _ in found] == ["norm", "unit", "area", "answer", "by", "on", "evidence", "note"]


def test_only_the_norm_has_to_be_stated():
    """All else may be unknown."""
    with pytest.raises(ValidationError) as caught:
        Attestation()

    assert [each["loc"] for each in caught.value.errors()] == [("norm",)]
    assert Attestation(norm=SUBSTITUTE).model_fields_set == {"norm"}


@pytest.mark.parametrize(
    ("stated", "day", "missing"),
    [
        ({"on": "2025-06-03"}, date(2025, 6, 3), ()),
        ({"on": "2025-06-03T23:59"}, date(2025, 6, 3), ()),
        ({"on": "2025-06-03T16:00Z"}, date(2025, 6, 4), ()),
        ({"on": None}, date(2026, 6, 30), ()),
        ({}, date(2026, 6, 30), ("on",)),
    ],
)
def test_the_day_that_fixes_its_law(stated, day, missing):
    """The day on which it was said; without it the law is not known."""
    assert Attestation(norm=SUBSTITUTE, **stated).law_day(date(2026, 6, 30)) == (day, missing)


def test_what_came_later_is_not_seen():
    """Before its moment it was not said."""
    told = Attestation(norm=SUBSTITUTE, on="2025-06-03T09:00")

    assert told.known_at(datetime(2025, 6, 3, 8, 59)).on is None
    assert told.known_at(datetime(2025, 6, 3, 9)).on == datetime(2025, 6, 3, 9)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"answer": None, "evidence": None, "by": None, "on": None, "unit": None, "area": None},
        {"answer": "是", "evidence": [], "on": "2025-06-03"},
        {
            "unit": "区政务服务中心",
            "area": "涵江区",
            "answer": "部分",
            "by": "张三",
            "on": "2025-06-03T09:30",
            "evidence": ["登记簿", "照片"],
        },
    ],
)
def test_written_and_read_back(fields):
    """The same comes back, a day as a day, and what was not stated stays so."""
    told = Attestation(norm=SUBSTITUTE, **fields)

    again = Attestation.model_validate_json(told.model_dump_json())

    assert again == told
    assert again.model_fields_set == {"norm"} | set(fields)
    assert set(json.loads(told.model_dump_json())) == {"norm"} | set(fields)
    assert type(again.on) is type(told.on)


def test_it_is_written_in_the_words_of_the_form():
    """The answer as its word, the area as its code, the unit by the name by which it goes here."""
    told = Attestation(norm=SUBSTITUTE, unit="区政务服务中心", area="涵江区", answer=AttestedAnswer.PARTLY)

    assert json.loads(told.model_dump_json()) == {
        "norm": SUBSTITUTE,
        "unit": "区行政服务中心",
        "area": "350303",
        "answer": "部分",
    }
    assert told.area == Area("350303")


def test_unstated_is_not_none():
    """A question that was not put and one that was not answered are two things, and so with evidence."""
    assert Attestation(norm=SUBSTITUTE) != Attestation(norm=SUBSTITUTE, answer=None)
    assert Attestation(norm=SUBSTITUTE, evidence=None) != Attestation(norm=SUBSTITUTE, evidence=[])


def test_it_does_not_change():
    """A record is frozen, and may stand in a set."""
    told = Attestation(norm=SUBSTITUTE, answer="是", evidence=["登记簿"])

    with pytest.raises(ValidationError):
        told.answer = AttestedAnswer.NO
    assert {told, Attestation(norm=SUBSTITUTE, answer="是", evidence=("登记簿",))} == {told}
