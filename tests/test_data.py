"""Every packaged file loads, says where it comes from, and refers only to what is held."""

import re
import string
import tomllib
from enum import StrEnum
from pathlib import Path

import attrs
import pytest

from zwfw import clause, documents, outcomes, rules
from zwfw._data import packaged, read, table
from zwfw.calendars import national
from zwfw.errors import DataFileError
from zwfw.limits import limits
from zwfw.outcomes import messages
from zwfw.parameters import parameters
from zwfw.readings import readings
from zwfw.rules import RULES


def files(folder=None):
    """Every TOML and CSV file below *folder*, by default all that is packaged."""
    for path in (folder or packaged()).iterdir():
        if path.is_dir():
            yield from files(path)
        elif path.suffix in {".toml", ".csv"}:
            yield path


@pytest.mark.parametrize("path", sorted(files()), ids=lambda path: path.name)
def test_every_file_opens_with_its_origin(path):
    """The comment at its head says where the facts come from, or that the words are ours."""
    head = re.match(r"(?:#.*\n)+", path.read_text(encoding="utf-8"))

    assert head is not None
    assert re.search(r"Origin: |Days: |Our own words", head.group())


def test_every_reference_is_held():
    """Parameters, readings, limits and rules name clauses that there are."""
    refs = {value.clause for each in parameters() for value in each.values}
    refs |= {each.clause for each in readings()}
    refs |= {ref for each in (*limits(), *RULES) for ref in each.clauses}
    refs |= {f"{held.id}/{each.id}" for held in documents() for each in held.clauses}

    assert all(clause(ref).ref == ref for ref in refs)


def test_messages_have_the_same_placeholders_in_both_languages():
    """One sentence a reason code in each, with the same facts in it."""

    def fields(text):
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    assert {reason: fields(text) for reason, text in messages("zh").items()} == {
        reason: fields(text) for reason, text in messages("en").items()
    }


def test_every_reason_has_its_sentence_and_every_sentence_its_reason():
    """What a room's table of messages holds is what that room says; what more than one says stands with the common."""
    rooms = Path(rules.__file__).parent
    said = {path.stem: path.read_text(encoding="utf-8") for path in rooms.glob("*.py")}
    said["common"] = "".join(said.values())
    for path in packaged("messages").iterdir():
        reasons = [row[0] for _, row in table(path, ("reason", "zh", "en"), [])]

        assert [reason for reason in reasons if f'"{reason}"' not in said[path.stem]] == []


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("late,迟,late", "expected a new reason with a sentence in each language, got late @ line 4"),
        ("early,早,", "expected a new reason with a sentence in each language, got early @ line 4"),
        ("early,早", "expected the columns reason, zh, en, got early, 早 @ line 4"),
    ],
    ids=["twice", "in one language", "too short"],
)
def test_a_faulty_table_of_messages_is_told(tmp_path, monkeypatch, row, fault):
    """A reason stands once, with both sentences."""
    (tmp_path / "x.csv").write_text(f"# Our own words.\nreason,zh,en\nlate,迟,late\n{row}\n", encoding="utf-8")
    monkeypatch.setattr(outcomes, "packaged", lambda *_: tmp_path)

    with pytest.raises(DataFileError) as caught:
        outcomes._sentences.__wrapped__()

    assert list(caught.value.faults) == [fault]


class _Term(StrEnum):
    ONE = "一"


@attrs.frozen(kw_only=True)
class _Row:
    name: str
    term: _Term = _Term.ONE
    days: tuple[int, ...] = ()
    value: int | str = 0


def faults(tmp_path, text):
    """The faults of a file with this text."""
    path = tmp_path / "x.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(DataFileError) as caught:
        read(path, _Row)
    assert caught.value.path == str(path)
    return caught.value.faults


def test_a_malformed_file_is_refused_with_every_fault_and_its_path(tmp_path):
    """Nothing is read as what it is not, and all faults come together."""
    found = faults(tmp_path, 'name = 1\ndays = [1, "2", true]\nvalue = 2025-06-03T09:00:00\ncolour = "red"')

    assert set(found) == {
        "expected text, got 1 @ $.name",
        "expected a whole number, got '2' @ $.days[1]",
        "expected a whole number, got True @ $.days[2]",
        "expected a whole number or a text, got datetime.datetime(2025, 6, 3, 9, 0) @ $.value",
        "unknown keys: colour @ $",
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "missing: name @ $.name"),
        ('name = "a"\nterm = "胡说"', "'胡说' is not a valid _Term @ $.term"),
        ('name = "a"\ndays = "12"', "expected a list, got '12' @ $.days"),
        ("name = ", "not TOML in UTF-8: Invalid value (at end of document) @ $"),
        (
            b'name = "\xff"',
            "not TOML in UTF-8: 'utf-8' codec can't decode byte 0xff in position 8: invalid start byte @ $",
        ),
    ],
)
def test_other_faults(tmp_path, text, found):
    """A missing field, letters for a list, broken TOML, another encoding."""
    assert faults(tmp_path, text) == (found,)


def test_the_error_reads_well(tmp_path):
    """It counts the faults and lists them."""
    path = tmp_path / "x.toml"
    path.write_text("days = 1\nvalue = 1.5", encoding="utf-8")

    with pytest.raises(DataFileError) as caught:
        read(path, _Row)

    lines = str(caught.value).splitlines()
    assert lines[0] == f"{path}: {len(lines) - 1} faults"
    assert lines[1].startswith("  ")


def test_notices_are_one_a_file():
    """There is a file for every notice of the national calendar, and it is valid TOML with the notice's id."""
    ids = {tomllib.loads(path.read_text(encoding="utf-8"))["id"] for path in files(packaged("holidays"))}

    assert ids == {notice.id for notice in national().notices}
