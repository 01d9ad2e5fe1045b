"""What entries of the directory and collections of data take, and what they refuse."""

from datetime import date

import pytest
from pydantic import ValidationError

from zwfw.records import DataCollection, DataDirectoryEntry


def test_an_entry_is_read():
    """An element that was not stated is unknown; one stated as none is a statement."""
    entry = DataDirectoryEntry(name="不动产登记信息", openness=None, compiled_at="2025-06-03")

    assert entry.model_fields_set == {"name", "openness", "compiled_at"}
    assert entry.compiled_at == date(2025, 6, 3)
    assert DataDirectoryEntry.model_validate_json(entry.model_dump_json()) == entry


@pytest.mark.parametrize("kind", [DataDirectoryEntry, DataCollection])
@pytest.mark.parametrize("fields", [{}, {"name": ""}, {"name": "甲", "nmae": "乙"}])
def test_a_name_is_needed_and_nothing_unknown_taken(kind, fields):
    """By it reports tell of them."""
    with pytest.raises(ValidationError):
        kind(**fields)


def test_steps_may_come_in_any_order():
    """That is a breach to find, not a fault of the record."""
    entry = DataDirectoryEntry(name="甲", compiled_at="2025-06-03", requirements_set_at="2025-06-04")

    assert entry.requirements_set_at == date(2025, 6, 4)


def test_an_entry_stands_under_the_law_of_the_day_of_looking():
    """The directory is kept on; a collection is dated by its own day."""
    looking = date(2025, 6, 30)

    assert DataDirectoryEntry(name="甲", compiled_at="2024-06-03").law_day(looking) == (looking, ())
    assert DataCollection(name="甲", collected_at="2024-06-03").law_day(looking) == (date(2024, 6, 3), ())
    assert DataCollection(name="甲").law_day(looking) == (looking, ("collected_at",))
