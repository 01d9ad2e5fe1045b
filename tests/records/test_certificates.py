"""What a certificate and a registration that one is missing take, and what they refuse."""

from datetime import date, datetime

import pytest
from pydantic import ValidationError

from zwfw import Area
from zwfw.records import Certificate, CertificateGap, GapReporter


def faults(kind, **fields):
    """Place and message of each fault of a record with these fields."""
    with pytest.raises(ValidationError) as caught:
        kind(**fields)
    return [(".".join(map(str, each["loc"])), each["msg"]) for each in caught.value.errors()]


def test_a_certificate_is_read():
    """Days stay days, moments moments, and the area is one."""
    found = Certificate(
        name="食品经营许可证", area="莆田市", issued_at="2024-05-06", voided_at="2025-06-03T09:30", cleared_at=None
    )

    assert (found.area, found.issued_at, found.voided_at) == (
        Area("350300"),
        date(2024, 5, 6),
        datetime(2025, 6, 3, 9, 30),
    )
    assert "id" not in found.model_fields_set
    assert Certificate.model_validate_json(found.model_dump_json()) == found


def test_a_certificate_needs_a_name():
    """By it reports tell of it."""
    assert [place for place, _ in faults(Certificate)] == ["name"]
    assert [place for place, _ in faults(Certificate, name=" ")] == ["name"]
    assert Certificate(name="营业执照").name_in_reports == "营业执照"


@pytest.mark.parametrize(("voided_at", "refused"), [("2024-05-05", True), ("2024-05-06", False), (None, False)])
def test_a_certificate_is_not_void_before_it_is_issued(voided_at, refused):
    """On the same day it may be; what is wrong is said with both days."""
    facts = {"name": "营业执照", "issued_at": "2024-05-06", "voided_at": voided_at}
    if refused:
        assert faults(Certificate, **facts) == [("voided_at", "voided_at 2024-05-05 is before issued_at 2024-05-06")]
    else:
        assert Certificate(**facts).issued_at == date(2024, 5, 6)


def test_a_certificate_may_be_cleared_before_it_is_void():
    """That is a breach to find, not a fault of the record."""
    assert Certificate(name="营业执照", voided_at="2024-05-06", cleared_at="2024-05-05").cleared_at == date(2024, 5, 5)


@pytest.mark.parametrize(
    ("text", "reporter"), [("申请人", GapReporter.APPLICANT), ("业务部门", GapReporter.DEPARTMENT)]
)
def test_who_registered(text, reporter):
    """The applicant or the department, and nobody else."""
    assert CertificateGap(certificate="营业执照", reported_by=text).reported_by is reporter


def test_nobody_else_registers():
    """The list is closed: the two clauses name one each."""
    ((place, _),) = faults(CertificateGap, certificate="营业执照", reported_by="窗口人员")

    assert place == "reported_by"


def test_a_gap_needs_the_name_of_the_certificate():
    """By it reports tell of it."""
    assert [place for place, _ in faults(CertificateGap, certificate="")] == ["certificate"]
    assert CertificateGap(certificate="出生医学证明").name_in_reports == "出生医学证明"


@pytest.mark.parametrize(
    ("registered_at", "supplemented_at", "refused"),
    [
        ("2025-06-03", "2025-06-02", True),
        ("2025-06-03T10:00", "2025-06-03T09:59", True),
        ("2025-06-03T10:00", "2025-06-03", False),
        ("2025-06-03", "2025-06-03T08:00", False),
        (None, "2025-06-03", False),
    ],
)
def test_nothing_is_supplemented_before_it_is_registered(registered_at, supplemented_at, refused):
    """By the minute where both have one, else by the day."""
    facts = {"certificate": "营业执照", "registered_at": registered_at, "supplemented_at": supplemented_at}
    if refused:
        assert [place for place, _ in faults(CertificateGap, **facts)] == ["supplemented_at"]
    else:
        assert CertificateGap(**facts).certificate == "营业执照"


def test_the_day_of_the_registration_fixes_the_law():
    """Not stated, it is missing; stated as never, the day of looking counts."""
    looking = date(2025, 6, 30)

    assert CertificateGap(certificate="x", registered_at="2025-06-03T23:00").law_day(looking) == (date(2025, 6, 3), ())
    assert CertificateGap(certificate="x").law_day(looking) == (looking, ("registered_at",))
    assert CertificateGap(certificate="x", registered_at=None).law_day(looking) == (looking, ())


def test_what_comes_later_is_not_seen():
    """As of the day before the certificate was generated it is not there."""
    gap = CertificateGap(certificate="x", registered_at="2025-06-03", supplemented_at="2025-06-10")

    assert gap.known_at(datetime(2025, 6, 9, 23, 59)).supplemented_at is None
    assert gap.known_at(datetime(2025, 6, 10)).supplemented_at == date(2025, 6, 10)
