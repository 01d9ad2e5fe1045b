"""What a case takes, and what it refuses with every fault and its place."""

import json
from datetime import date, datetime

import pytest
from pydantic import ValidationError

from support import UNSTATED, a_case
from zwfw import Area
from zwfw.areas import ZoneKind
from zwfw.records import Case, Channel, CommitmentPoint, MixedMode, OnlineDepth


def faults(**fields):
    """Place and message of each fault of a case with these fields."""
    with pytest.raises(ValidationError) as caught:
        Case(**{"id": "1"} | fields)
    return [(".".join(map(str, each["loc"])), each["msg"]) for each in caught.value.errors()]


@pytest.mark.parametrize(
    ("text", "depth"),
    [
        ("Ⅰ", OnlineDepth.INFORMATION),
        ("I", OnlineDepth.INFORMATION),
        ("I级", OnlineDepth.INFORMATION),
        ("Ⅱ级", OnlineDepth.PREREVIEW),
        ("II 级", OnlineDepth.PREREVIEW),
        ("ⅲ", OnlineDepth.VERIFICATION),
        ("iii级", OnlineDepth.VERIFICATION),
        ("Ⅳ", OnlineDepth.FULL),
        ("IV级", OnlineDepth.FULL),
        (OnlineDepth.FULL, OnlineDepth.FULL),
    ],
)
def test_online_depth_in_both_encodings(text, depth):
    """The sources print Latin letters and Roman code points, with and without 级."""
    assert Case(id="1", online_depth=text).online_depth is depth


@pytest.mark.parametrize("text", ["V", "0", "级", 2])
def test_no_other_online_depth(text):
    """There are four, and a figure is not one of them."""
    ((place, _),) = faults(online_depth=text)

    assert place == "online_depth"


def test_online_depth_is_ordered():
    """The order is that of the levels, not of the letters."""
    assert sorted(OnlineDepth) == list(OnlineDepth)
    assert OnlineDepth.FULL > OnlineDepth.VERIFICATION >= OnlineDepth.VERIFICATION
    with pytest.raises(TypeError):
        OnlineDepth.FULL < 3  # noqa: B015  (the comparison is what raises)


@pytest.mark.parametrize(
    ("given", "held"),
    [
        ("2025-06-03", date(2025, 6, 3)),
        ("2025-06-03T09:30", datetime(2025, 6, 3, 9, 30)),
        ("2025-06-03 09:30:15", datetime(2025, 6, 3, 9, 30, 15)),
        ("2025-06-03T01:30Z", datetime(2025, 6, 3, 9, 30)),
        ("2025-06-03T20:00+00:00", datetime(2025, 6, 4, 4)),  # already the 4th in China
        ("20250603", date(2025, 6, 3)),
        (date(2025, 6, 3), date(2025, 6, 3)),
        (datetime(2025, 6, 3, 9), datetime(2025, 6, 3, 9)),
    ],
)
def test_moments(given, held):
    """A zone is taken to China's time; a day stays a day and never becomes its midnight."""
    found = Case(id="1", received_at=given).received_at

    assert found == held
    assert type(found) is type(held)


@pytest.mark.parametrize("given", ["3 June 2025", "2025-02-30", "", 1748913000, 20250603.0, True])
def test_what_is_no_moment(given):
    """The error says what was given and what was expected."""
    ((place, message),) = faults(received_at=given)

    assert place == "received_at"
    assert message.startswith("expected a day")
    assert repr(given) in message


def test_areas_by_code_and_name():
    """An area is given by code or by a name that only one has; others are refused with the candidates."""
    assert Case(id="1", area="350303").area is not None
    assert Case(id="1", area="涵江区").area == Area("350303")
    assert Case(id="1", area=Area("350303")).area == Area("350303")
    ((place, message),) = faults(area="平潭")
    assert place == "area"
    assert "350128" in message
    ((_, message),) = faults(area=350303)
    assert "350303" in message


@pytest.mark.parametrize(
    ("fields", "first", "second"),
    [
        ({"received_at": "2025-06-03T09:00", "decided_at": "2025-06-03T08:59"}, "decided_at", "received_at"),
        ({"received_at": "2025-06-03", "accepted_at": "2025-06-02"}, "accepted_at", "received_at"),
        ({"received_at": "2025-06-03", "refused_at": "2025-06-02"}, "refused_at", "received_at"),
        ({"received_at": "2025-06-03", "registered_at": "2025-06-02"}, "registered_at", "received_at"),
        ({"submitted_at": "2025-06-03", "prereviewed_at": "2025-06-02"}, "prereviewed_at", "submitted_at"),
        ({"submitted_at": "2025-06-03", "received_at": "2025-06-02"}, "received_at", "submitted_at"),
        ({"decided_at": "2025-06-03", "delivered_at": "2025-06-02"}, "delivered_at", "decided_at"),
        ({"accepted_at": "2025-06-03", "delivered_at": "2025-06-02"}, "delivered_at", "accepted_at"),
        ({"received_at": "2025-06-03", "delivered_at": "2025-06-02"}, "delivered_at", "received_at"),
        ({"submitted_at": "2025-06-03", "accepted_at": "2025-06-02"}, "accepted_at", "submitted_at"),
        ({"submitted_at": "2025-06-03", "decided_at": "2025-06-02"}, "decided_at", "submitted_at"),
        ({"submitted_at": "2025-06-03", "paper_received_at": "2025-06-02"}, "paper_received_at", "submitted_at"),
        ({"prereviewed_at": "2025-06-03", "paper_requested_at": "2025-06-02"}, "paper_requested_at", "prereviewed_at"),
    ],
)
def test_impossible_orders_name_both_fields(fields, first, second):
    """What cannot have happened in that order is refused."""
    ((place, message),) = faults(**fields)

    assert place == first
    assert first in message
    assert second in message


def test_a_day_is_not_before_a_moment_of_the_same_day():
    """Without a time of day the order within the day is not known, so it is not refused."""
    assert Case(id="1", received_at="2025-06-03T09:00", decided_at="2025-06-03").decided_at == date(2025, 6, 3)


def test_a_step_that_ends_before_it_starts():
    """The fault lies in the step, and both fields are named."""
    ((place, message),) = faults(special_steps=[{"name": "听证", "started_at": "2025-06-03", "ended_at": "2025-06-02"}])

    assert place == "special_steps.0.ended_at"
    assert message == "ended_at 2025-06-02 is before started_at 2025-06-03"


def test_corrections_out_of_order():
    """A notice before receipt and one before its predecessor are both named, with all other faults."""
    found = faults(
        received_at="2025-06-03",
        decided_at="2025-06-02",
        corrections=[{"told_at": "2025-06-05"}, {"told_at": "2025-06-02"}],
    )

    assert [place for place, _ in found] == ["decided_at", "corrections.1.told_at", "corrections.1.told_at"]
    assert "corrections[0].told_at 2025-06-05" in found[2][1]


def test_all_faults_at_once():
    """A record with several faults is told all of them."""
    found = faults(id="", channel="柜台", promised_working_days=-1, colour="red", received_at="gestern")

    assert {place for place, _ in found} == {"id", "channel", "promised_working_days", "colour", "received_at"}


def test_open_lists_take_other_terms():
    """等: a printed term is read as such, any other stays a text."""
    case = Case(
        id="1",
        mixed_modes=["线上预审、线下受理", "邮寄取件"],
        commitment_points=["办理条件", CommitmentPoint.SUPERVISION],
    )

    assert case.mixed_modes == (MixedMode.ONLINE_REVIEW, "邮寄取件")
    assert case.commitment_points == (CommitmentPoint.CONDITIONS, CommitmentPoint.SUPERVISION)


def test_frozen_closed_and_hashable():
    """A record cannot be changed, takes no unknown field, and can stand in a set."""
    case = a_case()

    with pytest.raises(ValidationError):
        case.id = "2"
    assert len({case, a_case()}) == 1


def test_what_was_stated_survives_json():
    """Written without what was not stated and read back it is the same, and states the same."""
    case = a_case(
        complete=UNSTATED,
        special_steps=[{"name": "听证", "started_at": "2025-06-04", "basis_rank": "规章"}],
        follow_up={"conditions_met": True},
    )

    again = Case.model_validate_json(case.model_dump_json(exclude_unset=True))

    assert again == case
    assert again.model_fields_set == case.model_fields_set
    assert json.loads(case.model_dump_json())["area"] == "350102"


def test_what_is_not_stated_is_not_written():
    """Every way of writing leaves it out, so that reading it back gives an equal case."""
    case = a_case(complete=UNSTATED, materials_taken=[{"name": "章程"}])

    assert "complete" not in case.model_dump()
    assert case.model_dump()["materials_taken"] == ({"name": "章程"},)
    assert Case.model_validate_json(case.model_dump_json()) == case
    assert Case(**case.model_dump()) == case


def test_cases_are_equal_if_they_state_the_same():
    """Saying that it has not been decided is not the same as saying nothing."""
    assert Case(id="1") != Case(id="1", decided_at=None)
    assert Case(id="1") == Case(id="1")
    assert Case(id="1") != "1"


def test_a_functional_zone_comes_back_from_json():
    """It has no code, so what makes it is written."""
    zone = Area.zone("厦门火炬高新区", kind=ZoneKind.HIGH_TECH, under="350200")
    case = Case(id="1", area=zone)

    assert json.loads(case.model_dump_json())["area"] == {"zone": "厦门火炬高新区", "kind": "高新区", "under": "350200"}
    assert Case.model_validate_json(case.model_dump_json()).area == zone


@pytest.mark.parametrize(
    ("area", "message"),
    [
        ({"zone": "a"}, "expected a zone with zone, kind and under, got zone"),
        ({"zone": "a", "kind": "b", "under": "350200"}, "'b' is not a valid ZoneKind"),
        ({"zone": "a", "kind": "高新区", "under": "x"}, "no area 'x' is held"),
    ],
)
def test_what_is_no_zone(area, message):
    """What is missing or wrong of it is named."""
    ((place, found),) = faults(area=area)

    assert place == "area"
    assert message in found


def test_schema():
    """The JSON Schema names the terms, and takes a day or a moment."""
    found = Case.model_json_schema()

    assert found["required"] == ["id"]
    assert found["additionalProperties"] is False
    assert found["$defs"]["OnlineDepth"]["enum"] == ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ"]
    assert found["properties"]["received_at"]["anyOf"] == [
        {"format": "date-time", "type": "string"},
        {"format": "date", "type": "string"},
        {"type": "null"},
    ]


@pytest.mark.parametrize("channel", list(Channel))
def test_online_channels(channel):
    """Window and post bring paper; web, kiosk and phone bring data."""
    assert channel.is_online is (channel.value in {"网上", "自助机", "移动端"})


def test_known_at_forgets_what_came_later():
    """On the 4th at noon the step has begun and not ended, and the second notice has not been given."""
    case = a_case(
        complete=False,
        corrections=[{"told_at": "2025-06-03T15:00"}, {"told_at": "2025-06-05T15:00"}],
        special_steps=[
            {"name": "听证", "started_at": "2025-06-04T09:00", "ended_at": "2025-06-05T09:00"},
            {"name": "检测", "started_at": "2025-06-05T09:00", "ended_at": None},
            {"name": "勘验"},
        ],
        materials_taken=[{"name": "章程", "certificate_cancelled_at": "2025-06-05"}],
    )

    seen = case.known_at(datetime(2025, 6, 4, 12))

    assert (seen.accepted_at, seen.decided_at) == (datetime(2025, 6, 3, 9, 20), None)
    assert [each.told_at for each in seen.corrections] == [datetime(2025, 6, 3, 15)]
    assert [(each.name, each.ended_at) for each in seen.special_steps] == [("听证", None), ("勘验", None)]
    assert seen.materials_taken[0].certificate_cancelled_at is None
    assert "decided_at" in seen.model_fields_set


def test_known_at_changes_nothing_that_is_past():
    """Looked at later it is the very same record."""
    case = a_case()

    assert case.known_at(datetime(2025, 6, 30)) is case
