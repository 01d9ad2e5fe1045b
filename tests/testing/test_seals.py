"""Seals and uses that are made up: those that conform keep every clause, and each spoilt one breaks one rule."""

import pytest
from hypothesis import Phase, find, given, settings

from zwfw import Area, check
from zwfw.records import Seal, SealKind, SealUse
from zwfw.testing.seals import conforming_seal_uses, conforming_seals, seal_uses, seals
from zwfw.testing.verdicts import hindsight, violating

FEW = settings(max_examples=15)
FAST = settings(max_examples=2000, phases=[Phase.generate], database=None)


def first(strategy, has_it):
    """The first that is drawn and has it, not made smaller."""
    return find(strategy, has_it, settings=FAST)


def reasons(held):
    """Why it breaks a clause."""
    return [outcome.reason for outcome in check(held, hindsight()).breaches]


@pytest.mark.parametrize(
    "has_it",
    [
        lambda seal: seal.kind is SealKind.NEIGHBOURHOOD,
        lambda seal: seal.kind is SealKind.ACCEPTANCE,
        lambda seal: (
            seal.kind is SealKind.APPROVAL and not seal.filed_with_police and not seal.filed_with_cipher_office
        ),
        lambda seal: seal.kind is SealKind.COMMITTEE and seal.is_of_community,
        lambda seal: "行政" in seal.text,
    ],
)
def test_conforming_seals_go_many_ways(has_it):
    """Of every kind that a rule speaks of, in order and not."""
    assert check(first(conforming_seals(area="涵江区"), has_it), hindsight()).ok


@pytest.mark.parametrize("kind", [SealKind.APPROVAL, SealKind.OFFICIAL])
def test_conforming_uses_go_both_ways(kind):
    """Under the approval seal, and under the official one where a law names it."""
    assert check(first(conforming_seal_uses(area="涵江区"), lambda use: use.kind is kind), hindsight()).ok


@pytest.mark.parametrize(
    ("rule_id", "area", "wanted"),
    [
        ("seals.text-by-level", "鼓楼区", ["seal-of-another-level"]),
        ("seals.text-by-level", "鼓楼区", ["seal-text-differs"]),
        ("seals.text-by-level", "鼓楼区", ["seal-of-other-committee"]),
        ("seals.text-by-level", "厦门市", ["seal-text-differs", "seal-text-differs"]),
        ("seals.township-seal-in-use", "涵江区", ["township-seal-late"]),
        ("seals.township-seal-in-use", "涵江区", ["township-seal-not-in-use"]),
        ("seals.neighbourhood-seal", "涵江区", ["seal-not-cut-uniformly"]),
        ("seals.neighbourhood-seal", "涵江区", ["village-certificate-not-at-once"]),
        ("seals.used-for-what-it-may", "涵江区", ["approval-seal-used-elsewhere"]),
        ("seals.used-for-what-it-may", "涵江区", ["approval-seal-not-on-application"]),
        ("seals.used-for-what-it-may", "涵江区", ["approval-seal-on-no-item"]),
        ("seals.used-for-what-it-may", "涵江区", ["approval-seal-without-occasion"]),
    ],
)
def test_a_rule_is_broken_in_each_of_its_ways(rule_id, area, wanted):
    """Each way is drawn sooner or later."""
    assert first(violating(rule_id, area=area), lambda held: reasons(held) == wanted)


@given(seal=seals(kind="电子印章", is_recognised=None), use=seal_uses(kind="行政公章", area="涵江区"))
@FEW
def test_seals_and_uses_state_what_is_given(seal, use):
    """Given fields are stated just so."""
    assert (seal.kind, seal.is_recognised) == (SealKind.ELECTRONIC, None)
    assert (use.kind, use.area) == (SealKind.OFFICIAL, Area.find("涵江区"))
    assert {"kind", "is_recognised"} <= seal.model_fields_set


def test_seals_and_uses_state_all_or_next_to_nothing():
    """Both ends are drawn."""
    assert first(seals(), lambda seal: seal.model_fields_set == {"text"})
    assert first(seals(), lambda seal: seal.model_fields_set == set(Seal.model_fields))
    assert first(seal_uses(), lambda use: use.model_fields_set == {"document"})
    assert first(seal_uses(), lambda use: use.model_fields_set == set(SealUse.model_fields))


def test_seals_and_uses_name_fields_that_do_not_exist():
    """A misspelt field is refused before anything is drawn."""
    with pytest.raises(TypeError, match=r"expected fields of Seal, got knid"):
        seals(knid="电子印章")
    with pytest.raises(TypeError, match=r"expected fields of SealUse, got documnet"):
        seal_uses(documnet="决定书")
