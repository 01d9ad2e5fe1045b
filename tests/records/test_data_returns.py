"""What records of data that are pooled and flow back take, and what they refuse."""

from datetime import date, datetime

import pytest
from pydantic import ValidationError

from zwfw.records import DataFault, DataPooling, DataReturn, PooledData, PoolingBody, PushedData, ShownOverdue


def faults(kind, **fields):
    """Place and message of each fault of a record with these fields."""
    with pytest.raises(ValidationError) as caught:
        kind(**fields)
    return [(".".join(map(str, each["loc"])), each["msg"]) for each in caught.value.errors()]


def test_what_is_pooled_and_pushed_is_read():
    """The printed kinds become members, others stay texts: both lists are open."""
    pooling = DataPooling(
        name="涵江区政务服务中心", body="政务（便民）服务中心", pooled=["“好差评”数据", "地址"], pushed=["“好差评”"]
    )

    assert pooling.body is PoolingBody.CENTRE
    assert pooling.pooled == (PooledData.REVIEW, "地址")
    assert pooling.pushed == (PushedData.REVIEW,)
    assert pooling.outside_printed == {"pooled": ("地址",)}
    assert DataPooling.model_validate_json(pooling.model_dump_json()) == pooling


@pytest.mark.parametrize(
    ("kind", "fields", "wrong"),
    [
        (DataReturn, {"name": ""}, ["name"]),
        (DataPooling, {}, ["name"]),
        (DataPooling, {"name": "甲", "body": "企业"}, ["body"]),
        (ShownOverdue, {"case": ""}, ["case"]),
        (ShownOverdue, {"case": "1", "fault": "人手不足"}, ["fault"]),
    ],
)
def test_what_is_refused(kind, fields, wrong):
    """Each is named; bodies and faults are two of each, and no other."""
    assert [place for place, _ in faults(kind, **fields)] == wrong


@pytest.mark.parametrize(
    ("shown_at", "corrected_at", "refused"),
    [
        ("2025-06-03", "2025-06-02", True),
        ("2025-06-03T10:00", "2025-06-03T09:59", True),
        ("2025-06-03T10:00", "2025-06-03", False),
        (None, "2025-06-03", False),
    ],
)
def test_nothing_is_put_right_before_it_is_shown(shown_at, corrected_at, refused):
    """By the minute where both have one, else by the day."""
    fields = {"case": "1", "shown_at": shown_at, "corrected_at": corrected_at}
    if refused:
        ((place, message),) = faults(ShownOverdue, **fields)
        assert place == "corrected_at"
        assert " is before shown_at " in message
    else:
        assert ShownOverdue(**fields).case == "1"


def test_what_is_found_of_a_case():
    """The law is that of the day on which it was shown; a correction that is still to come is not seen."""
    found = ShownOverdue(case="FZ-7", shown_at="2025-06-03", fault="数据缺失", corrected_at="2025-06-10")

    assert (found.name_in_reports, found.fault) == ("FZ-7", DataFault.MISSING)
    assert found.law_day(date(2025, 6, 30)) == (date(2025, 6, 3), ())
    assert found.known_at(datetime(2025, 6, 9, 12)).corrected_at is None
