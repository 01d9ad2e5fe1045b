"""E-certificates and registrations that are made up: what they promise about the clauses holds."""

from datetime import date

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from zwfw import Area, check
from zwfw.testing.certificates import (
    certificate_gaps,
    certificates,
    conforming_certificate_gaps,
)
from zwfw.testing.moments import instant_of
from zwfw.testing.strategies import hindsight, violating

FEW = settings(max_examples=15)
FAST = settings(max_examples=5000, phases=[Phase.generate], database=None)


def reasons(record):
    """The reasons of all answers."""
    return {each.reason for each in check(record, hindsight()).outcomes}


@FEW
@given(
    certificate=certificates(
        area="厦门市", issued_at="2024-05-06", cleared_at=st.sampled_from([None, date(2024, 5, 7)])
    )
)
def test_certificates_takes_values_and_strategies(certificate):
    """What is given is stated just so; what is drawn beside it fits."""
    assert (certificate.area, certificate.issued_at) == (Area("350200"), date(2024, 5, 6))
    assert certificate.cleared_at in (None, date(2024, 5, 7))
    assert certificate.voided_at is None or instant_of(certificate.voided_at).date() >= date(2024, 5, 6)


@FEW
@given(gap=certificate_gaps(reported_by="申请人", registered_at="2025-06-03"))
def test_certificate_gaps_takes_values_and_strategies(gap):
    """What is given is stated just so; nothing is supplemented before."""
    assert gap.registered_at == date(2025, 6, 3)
    assert gap.supplemented_at is None or instant_of(gap.supplemented_at).date() >= date(2025, 6, 3)


@pytest.mark.parametrize(
    "answer",
    ["met", "certificate-valid", "void-certificate-not-cleared", "certificate-cleared-while-valid", "not-stated"],
)
def test_certificates_are_of_every_kind(answer):
    """Cleared, valid, void and still there, cleared too early, not told: each is drawn."""
    assert find(certificates(area="涵江区"), lambda record: reasons(record) == {answer}, settings=FAST)


@pytest.mark.parametrize(
    "answer", ["met", "gap-starts-no-clock", "clock-not-started", "certificate-generated-late", "not-stated"]
)
def test_gaps_are_of_every_kind(answer):
    """In time, without a clock, not begun, late, not told: each is drawn."""
    assert find(certificate_gaps(area="厦门市"), lambda record: reasons(record) == {answer}, settings=FAST)


@pytest.mark.parametrize("left", [0, 5])
def test_conforming_gaps_reach_the_last_day(left):
    """Made up for on the day of the registration, and on the fifth working day after it."""
    from zwfw import deadlines_for

    def is_it(gap):
        (found,) = deadlines_for(gap, hindsight())
        return found.left_working_days == left

    assert find(conforming_certificate_gaps(), is_it, settings=FAST)


@pytest.mark.parametrize("supplemented", [True, False])
def test_a_gap_is_late_or_left_open(supplemented):
    """Both are drawn."""
    rule_id = "certificates.gap-supplemented-in-time"

    assert find(
        violating(rule_id, area="厦门市"),
        lambda gap: (gap.supplemented_at is not None) is supplemented,
        settings=FAST,
    )
