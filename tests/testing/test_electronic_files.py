"""Electronic files, systems and seals that are made up: what they promise about the clauses holds."""

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from zwfw import Area, check
from zwfw.records import ElectronicFile, ElectronicFileKind, ElectronicFileSystem, ElectronicSeal
from zwfw.rules import find_rule
from zwfw.testing.electronic_files import (
    VIOLATIONS,
    conforming_electronic_files,
    electronic_file_systems,
    electronic_files,
    electronic_seals,
)
from zwfw.testing.strategies import hindsight, violating

FEW = settings(max_examples=15)
FAST = settings(max_examples=5000, phases=[Phase.generate], database=None)


def breaches(record):
    """The reasons of what is breached."""
    return [each.reason for each in check(record, hindsight()).breaches]


@FEW
@given(
    file=electronic_files(area="莆田市", kind=st.sampled_from(["电子证照", "电子档案"]), relied_upon=None),
    system=electronic_file_systems(kind=None, is_new=True),
    seal=electronic_seals(holder="甲", issued_at="2025-06-03"),
)
def test_strategies_take_values_and_strategies(file, system, seal):
    """What is given is stated just so, read as a record reads it."""
    assert file.area == Area("350300")
    assert file.kind in (ElectronicFileKind.CERTIFICATE, ElectronicFileKind.ARCHIVE)
    assert (file.relied_upon, system.kind, system.is_new) == (None, None, True)
    assert seal.holder == "甲"
    assert seal.issued_at.isoformat() == "2025-06-03"


@pytest.mark.parametrize(
    ("drawn", "answer"),
    [
        (electronic_files(area="莆田市"), "refused-as-electronic"),
        (electronic_files(area="莆田市"), "relied-upon-without-effect"),
        (electronic_files(area="厦门市"), "archive-not-stored-by-rule"),
        (electronic_file_systems(area="莆田市"), "new-system-built"),
        (electronic_file_systems(area="莆田市"), "system-not-merged"),
        (electronic_file_systems(area="莆田市"), "no-filing-function"),
        (electronic_file_systems(area="莆田市"), "archive-measures-not-kept"),
        (electronic_seals(area="厦门市"), "seal-apart-from-licence"),
        (electronic_seals(area="厦门市"), "seal-at-another-hour"),
        (electronic_seals(area="厦门市"), "licence-before-the-norms"),
        (electronic_seals(area="厦门市"), "seal-from-another-issuer"),
    ],
)
def test_what_is_drawn_reaches_every_answer(drawn, answer):
    """Not only what is kept."""

    def is_it(record):
        return any(each.reason == answer for each in check(record, hindsight()).outcomes)

    assert find(drawn, is_it, settings=FAST)


@pytest.mark.parametrize("kind", ElectronicFileKind)
def test_conforming_files_are_of_every_kind_in_putian(kind):
    """Elsewhere they are archives."""
    assert find(conforming_electronic_files(area="莆田市"), lambda file: file.kind is kind, settings=FAST)


def test_each_kind_of_record_has_its_violations():
    """Two rules about files, three about systems, two about seals."""
    kinds = [find_rule(rule_id).record for rule_id in VIOLATIONS]

    assert kinds == [ElectronicFile] * 2 + [ElectronicFileSystem] * 3 + [ElectronicSeal] * 2


@pytest.mark.parametrize(
    ("rule_id", "area", "wanted"),
    [
        ("electronic_files.equal-effect", "莆田市", ["relied-upon-without-effect"]),
        ("electronic_files.equal-effect", "鼓楼区", ["refused-as-electronic"]),
        ("electronic_files.equal-effect", "厦门市", ["relied-upon-without-effect"] * 2),
        ("electronic_files.filing-function", "莆田市", ["no-filing-function"]),
        ("electronic_files.filing-function", "涵江区", ["archive-measures-not-kept"]),
    ],
)
def test_a_rule_is_broken_in_every_way(rule_id, area, wanted):
    """Each branch is drawn."""
    assert find(violating(rule_id, area=area), lambda record: breaches(record) == wanted, settings=FAST)


@pytest.mark.parametrize("issued", [True, False])
def test_a_seal_comes_on_another_day_or_not_at_all(issued):
    """Both are drawn."""
    broken = violating("electronic_files.seal-with-licence")

    assert find(broken, lambda seal: (seal.issued_at is not None) is issued, settings=FAST)
