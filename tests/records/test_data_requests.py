"""What requests for data and the uses of shared data take, and what they refuse."""

from datetime import date, datetime

import pytest
from pydantic import ValidationError

from zwfw import Area
from zwfw.records import DataShareRequest, RequestContent, ShareAnswer, SharedDataUse


def places(kind, **fields):
    """The places of the faults of a record with these fields."""
    with pytest.raises(ValidationError) as caught:
        kind(**fields)
    return [".".join(map(str, each["loc"])) for each in caught.value.errors()]


def test_a_request_is_read():
    """Days stay days, terms become members, and what is not among the printed contents stays a text."""
    request = DataShareRequest(
        id="2025-17",
        area="莆田市",
        contents=["利用目的", "使用期限"],
        received_at="2025-06-03",
        answered_at="2025-06-17T09:30",
        answer="不同意",
        fee_yuan="0",
    )

    assert (request.area, request.received_at) == (Area("350300"), date(2025, 6, 3))
    assert (request.answered_at, request.answer) == (datetime(2025, 6, 17, 9, 30), ShareAnswer.REFUSED)
    assert request.contents == (RequestContent.PURPOSE, "使用期限")
    assert request.outside_printed == {"contents": ("使用期限",)}
    assert (request.fee_yuan, "use_case" in request.model_fields_set) == (0, False)
    assert DataShareRequest.model_validate_json(request.model_dump_json()) == request


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({}, ["id"]),
        ({"id": " "}, ["id"]),
        ({"id": "1", "answer": "部分同意"}, ["answer"]),
        ({"id": "1", "fee_yuan": -1}, ["fee_yuan"]),
        ({"id": "1", "fee_yuan": float("inf")}, ["fee_yuan"]),
        ({"id": "1", "recieved_at": "2025-06-03"}, ["recieved_at"]),
    ],
)
def test_what_a_request_refuses(fields, wrong):
    """It needs an id, answers one of two ways, and costs no less than nothing."""
    assert places(DataShareRequest, **fields) == wrong


def test_a_request_may_be_answered_before_it_is_received():
    """That is a breach to find, not a fault of the record."""
    assert DataShareRequest(id="1", received_at="2025-06-03", answered_at="2025-06-02").answered_at == date(2025, 6, 2)


def test_a_use_is_read():
    """It is named by the data; a single form is a list of one."""
    use = SharedDataUse(data="不动产登记信息", used_at="2025-06-03", third_party_forms=["接口"])

    assert (use.name_in_reports, use.third_party_forms) == ("不动产登记信息", ("接口",))
    assert places(SharedDataUse, data="") == ["data"]


@pytest.mark.parametrize(
    ("record", "found"),
    [
        # the receipt before the making, where both are stated
        (DataShareRequest(id="1", received_at="2025-06-03", applied_at="2025-06-01"), (date(2025, 6, 3), ())),
        (DataShareRequest(id="1", received_at=None, applied_at="2025-06-01"), (date(2025, 6, 1), ())),
        (DataShareRequest(id="1", received_at=None, applied_at=None), (date(2025, 6, 30), ())),
        (DataShareRequest(id="1", applied_at=None), (date(2025, 6, 30), ("received_at",))),
        (SharedDataUse(data="甲", used_at="2025-06-03T23:00"), (date(2025, 6, 3), ())),
        (SharedDataUse(data="甲"), (date(2025, 6, 30), ("used_at",))),
    ],
)
def test_which_day_fixes_the_law(record, found):
    """Of a request that of its receipt, of a use its own."""
    assert record.law_day(date(2025, 6, 30)) == found


def test_what_comes_later_is_not_seen():
    """As of the day before the answer there is none; its kind says nothing by itself."""
    request = DataShareRequest(id="1", received_at="2025-06-03", answered_at="2025-06-17", answer="审核通过")

    assert request.known_at(datetime(2025, 6, 16, 23, 59)).answered_at is None
    assert request.known_at(datetime(2025, 6, 17)).answered_at == date(2025, 6, 17)
