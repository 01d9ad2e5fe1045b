"""What an entry of the standard catalogue and a change of it take, what they refuse, and how they are read back."""

from datetime import date, datetime

import pytest
from pydantic import ValidationError

from zwfw import Area
from zwfw.norms import norm
from zwfw.records import CatalogueChange, CatalogueEntry, ChangeTrigger, ItemType, NationalMapping, NoBindingAudit


def faults(kind, **fields):
    """Place and message of each fault of a record with these fields."""
    with pytest.raises(ValidationError) as caught:
        kind(**fields)
    return [(".".join(map(str, each["loc"])), each["msg"]) for each in caught.value.errors()]


def test_the_three_ways_are_those_printed():
    """How an entry stands to the national base catalogue is a closed list."""
    printed = norm("fujian-2022/1.1.4#1")

    assert tuple(each.value for each in NationalMapping) == printed.members
    assert printed.is_open is False
    assert [place for place, _ in faults(CatalogueEntry, name="取水许可", mapping="部分对应")] == ["mapping"]


def test_the_triggers_hold_those_printed():
    """Xiamen prints three; the others are the province's ways to a change."""
    assert set(norm("xiamen-2022/1.1.5#3").members) < {each.value for each in ChangeTrigger}
    assert [place for place, _ in faults(CatalogueChange, entry="取水许可", trigger="领导要求")] == ["trigger"]


def test_an_entry_has_the_elements_of_an_item():
    """Its type is an open list, and its parts are records."""
    entry = CatalogueEntry(
        name="取水许可",
        code="350123",
        item_type="行政许可",
        materials=[{"name": "申请表"}],
        standard={"visits": 1},
        no_binding_audit={"lawful": True},
    )

    assert entry.item_type is ItemType.LICENCE
    assert entry.name_in_reports == "取水许可 350123"
    assert (entry.materials[0].name, entry.standard.visits) == ("申请表", 1)
    assert entry.no_binding_audit == NoBindingAudit(lawful=True)
    assert CatalogueEntry(name="取水许可", item_type="行政征收").outside_printed == {"item_type": ("行政征收",)}


@pytest.mark.parametrize("fields", [{"name": ""}, {}, {"name": "取水许可", "no_binding_audit": {"legal": True}}])
def test_what_is_no_entry(fields):
    """It has a name, and its audit no other fields than those held."""
    assert faults(CatalogueEntry, **fields)


def test_a_standard_counts_nothing_below_zero():
    """Days, visits and quantities are numbers from 0 on."""
    standard = {"promised_working_days": -1, "visits": -1, "quantity_limit": -1}

    found = faults(CatalogueEntry, name="取水许可", standard=standard)

    assert [place for place, _ in found] == [f"standard.{name}" for name in standard]


@pytest.mark.parametrize(
    ("moment", "seen"), [(datetime(2025, 6, 2, 23, 59), None), (datetime(2025, 6, 3), date(2025, 6, 3))]
)
def test_a_removal_is_seen_from_its_day_on(moment, seen):
    """Before it the entry stands in the catalogue."""
    assert CatalogueEntry(name="取水许可", removed_at="2025-06-03").known_at(moment).removed_at == seen


@pytest.mark.parametrize(
    ("fields", "places"),
    [
        ({"requested_at": "2025-06-03", "studied_at": "2025-06-02"}, ["studied_at"]),
        ({"requested_at": "2025-06-03", "replied_at": "2025-06-02"}, ["replied_at"]),
        (
            {"requested_at": "2025-06-03T09:00", "studied_at": "2025-06-03T08:59", "replied_at": "2025-06-01"},
            ["studied_at", "replied_at"],
        ),
    ],
)
def test_nothing_comes_before_the_request(fields, places):
    """Whoever studies or answers it does so after it arrived; each fault is named with both moments."""
    found = faults(CatalogueChange, entry="取水许可", **fields)

    assert [place for place, _ in found] == places
    assert all("is before requested_at 2025-06-03" in message for _, message in found)


def test_what_breaks_a_clause_is_no_fault():
    """A change before the answer, or a guide before the change, is a record all the same."""
    change = CatalogueChange(
        entry="取水许可", replied_at="2025-06-05", studied_at="2025-06-06", changed_at="2025-06-04"
    )

    assert change.changed_at == date(2025, 6, 4)


@pytest.mark.parametrize(
    ("fields", "law"),
    [
        ({"national_changed_at": "2025-06-03", "changed_at": "2025-06-05"}, (date(2025, 6, 3), ())),
        ({"requested_at": "2025-06-03T09:00", "changed_at": "2025-06-05"}, (date(2025, 6, 3), ())),
        ({"policy_takes_effect_on": "2025-07-01", "changed_at": "2025-06-05"}, (date(2025, 7, 1), ())),
        ({"changed_at": "2025-06-05"}, (date(2025, 6, 5), ())),
        ({}, (date(2025, 6, 30), ("national_changed_at",))),
        ({"national_changed_at": None}, (date(2025, 6, 30), ("requested_at",))),
        (
            dict.fromkeys(("national_changed_at", "requested_at", "policy_takes_effect_on", "changed_at")),
            (date(2025, 6, 30), ()),
        ),
    ],
)
def test_the_law_of_a_change(fields, law):
    """It is that of the day of its first event; where nothing has happened, of the day of looking."""
    assert CatalogueChange(entry="取水许可", **fields).law_day(date(2025, 6, 30)) == law


def test_what_comes_later_is_not_seen():
    """All moments are hidden until they come; the day on which a policy takes effect is known beforehand."""
    change = CatalogueChange(
        entry="取水许可",
        area="厦门市",
        policy_takes_effect_on="2025-07-01",
        **dict.fromkeys(CatalogueChange._moments, "2025-06-03"),
    )

    before = change.known_at(datetime(2025, 6, 2, 23, 59))

    assert {getattr(before, name) for name in CatalogueChange._moments} == {None}
    assert before.policy_takes_effect_on == date(2025, 7, 1)
    assert change.known_at(datetime(2025, 6, 3)) == change
    assert change.name_in_reports == "取水许可"
    assert change.area == Area("350200")


@pytest.mark.parametrize(
    "record",
    [
        CatalogueEntry(name="取水许可"),
        CatalogueEntry(
            name="取水许可",
            area="厦门市",
            mapping="无需认领登记",
            use_levels=["省级", "县级"],
            standard={"materials": ["申请表"], "quantity_limit": None},
            removed_at="2025-06-03T09:00",
            no_binding_audit={"lawful": True, "compliant": None},
            scope=None,
        ),
        CatalogueChange(entry="取水许可", requested_at="2025-06-03", is_needed=None, trigger=None),
        CatalogueChange(entry="取水许可", policy_takes_effect_on="2025-07-01", changed_at="2025-06-03T16:30"),
    ],
    ids=["bare entry", "entry", "request", "policy"],
)
def test_written_and_read_back(record):
    """The same comes back, and what was not stated stays so."""
    again = type(record).model_validate_json(record.model_dump_json())

    assert again == record
    assert again.model_fields_set == record.model_fields_set
