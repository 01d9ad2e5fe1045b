"""Attestations that are made up: who is bound by what, and from when, is read here from the documents."""

from datetime import date

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from zwfw import Area, Severity, check
from zwfw.records import AttestedAnswer
from zwfw.testing.moments import instant_of
from zwfw.testing.strategies import attestations, conforming_attestations, hindsight, violating

FAST = settings(max_examples=5000, phases=[Phase.generate], database=None)

DENIED = "attestations.norm-kept"


def documents_of(strategy):
    """The documents whose norms are drawn."""
    found = set()

    @settings(max_examples=100)
    @given(said=strategy)
    def look(said):
        found.add(said.norm.partition("/")[0])

    look()
    return found


@given(said=attestations(norm="fujian-2022/2.1.2#3", answer="部分", by=st.just("张三") | st.none(), evidence=["照片"]))
def test_attestations_takes_values_and_strategies(said):
    """What is given is stated just so, read as a record reads it."""
    assert (said.norm, said.answer, said.evidence) == ("fujian-2022/2.1.2#3", AttestedAnswer.PARTLY, ("照片",))
    assert said.by in ("张三", None)
    assert {"norm", "answer", "by", "evidence"} <= said.model_fields_set


@pytest.mark.parametrize(
    "answer",
    [
        "met",
        "norm-not-kept",
        "norm-partly-kept",
        "attested-without-evidence",
        "not-attested-yet",
        "nothing-to-keep",
        "not-yet-in-force",
        "clause-never-in-force",
        "not-stated",
    ],
)
def test_attestations_are_of_every_kind(answer):
    """Yes, no, partly, without evidence, without a day, of a definition, too early, elsewhere: all are drawn."""

    def is_it(said):
        return [each.reason for each in check(said, hindsight()).outcomes] == [answer]

    assert find(attestations(area="涵江区"), is_it, settings=FAST)


@given(said=violating(DENIED))
def test_a_norm_is_broken_by_a_no(said):
    """否, whatever is shown beside it."""
    assert said.answer is AttestedAnswer.NO


@given(said=conforming_attestations())
def test_a_norm_is_kept_by_a_yes_with_evidence(said):
    """是, and something that shows it."""
    assert said.answer is AttestedAnswer.YES
    assert said.evidence


@pytest.mark.parametrize("drawn", [conforming_attestations, lambda area: violating(DENIED, area=area)])
@pytest.mark.parametrize(
    ("area", "documents"),
    [
        ("鼓楼区", {"fujian-2022"}),
        ("思明区", {"fujian-2022", "xiamen-2022"}),
        ("荔城区", {"fujian-2022", "putian-2025"}),
        ("涵江区", {"fujian-2022", "putian-2025", "hanjiang-2023"}),
    ],
)
def test_a_norm_is_one_of_the_documents_around(drawn, area, documents):
    """Each of them is drawn, and no other."""
    assert documents_of(drawn(area=area)) == documents


@given(said=violating(DENIED, area="莆田市") | conforming_attestations(area="莆田市"))
def test_a_norm_is_in_force_when_it_is_spoken_of(said):
    """Putian's norms are of 2025-05-06, the province's of 2022-09-14."""
    begun = date(2025, 5, 6) if said.norm.startswith("putian-2025/") else date(2022, 9, 14)

    assert said.area == Area("350300")
    assert begun <= instant_of(said.on).date() <= date(2025, 12, 31)


@pytest.mark.parametrize("severity", [Severity.VIOLATION, Severity.ADVICE])
def test_a_no_weighs_by_the_words_of_the_norm(severity):
    """应 weighs more than 推动, and both are drawn."""

    def weighs(said):
        return [each.severity for each in check(said, hindsight()).breaches] == [severity]

    assert find(violating(DENIED), weighs, settings=FAST)


@given(said=violating(DENIED) | conforming_attestations())
def test_only_what_a_person_has_to_answer_for_is_attested(said):
    """The lists that 1.1.1 and 2.2.10 open with are held as they are printed, and need nobody's word."""
    assert said.norm not in ("fujian-2022/1.1.1#1", "fujian-2022/2.2.10#1")


@given(said=violating(DENIED, area="涵江区") | conforming_attestations(area="涵江区"))
def test_a_unit_speaks_of_its_own_norms(said):
    """Hanjiang's norms are for units of the district to answer for, or for nobody that is named."""
    if said.norm.startswith("hanjiang-2023/"):
        assert said.unit is None or not said.unit.startswith(("省", "市"))


@pytest.mark.parametrize("drawn", [attestations(), conforming_attestations(), violating(DENIED)])
def test_a_clause_without_norms_is_attested_whole(drawn):
    """1.3.1 has no numbered norms."""
    assert find(drawn, lambda said: said.norm == "fujian-2022/1.3.1", settings=FAST)
