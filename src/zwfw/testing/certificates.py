"""Test data about e-certificates and those that are missing (电子证照)."""

from datetime import date, datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.calendars import national
from zwfw.records import Certificate, CertificateGap, GapReporter
from zwfw.records._base import day_of
from zwfw.testing._facts import Flaw, Violations, changed, conforming, violations
from zwfw.testing._records import TRUTHS, Fields, fields_of, is_or_none, named, texts
from zwfw.testing.areas import areas
from zwfw.testing.moments import LAST_DAY, Order, draw_in_order, moments, moments_from

__all__ = [
    "VIOLATIONS",
    "certificate_gaps",
    "certificates",
    "conforming_certificate_gaps",
    "conforming_certificates",
]

_TEXT = is_or_none(texts())

_CERTIFICATE: Fields = {"name": texts(), "id": _TEXT, "area": is_or_none(areas()), "issuer": _TEXT}
_OF_CERTIFICATES: Order = {"issued_at": (), "voided_at": ("issued_at",), "cleared_at": ("issued_at",)}

_GAP: Fields = {
    "certificate": texts(),
    "area": is_or_none(areas()),
    "issuer": _TEXT,
    "reported_by": is_or_none(st.sampled_from(GapReporter)),
    "in_app": TRUTHS,
}
_OF_GAPS: Order = {"registered_at": (), "supplemented_at": ("registered_at",)}

_LIMIT = 5
"""The working days that 4.2.2 gives."""


def certificates(**fields: object) -> st.SearchStrategy[Certificate]:
    """E-certificates that are valid, void or cleared, in time or not; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.Certificate`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.
        ValidationError: When drawn, if the given fields contradict one another.

    >>> from hypothesis import find
    >>> found = find(certificates(issued_at="2024-05-06"), lambda each: each.voided_at is not None)
    >>> str(found.voided_at) >= "2024-05-06"
    True
    """
    return named("certificates", _certificates(fields_of(Certificate, _CERTIFICATE, fields)))


@st.composite
def _certificates(draw: st.DrawFn, fields: st.SearchStrategy[dict[str, Any]]) -> Certificate:
    facts = draw(fields)
    return Certificate(**{**facts, **draw_in_order(draw, _OF_CERTIFICATES, facts)})


def certificate_gaps(**fields: object) -> st.SearchStrategy[CertificateGap]:
    """Missing e-certificates that somebody registered, made up for in time or not; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.CertificateGap`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.
        ValidationError: When drawn, if the given fields contradict one another.

    >>> from hypothesis import find
    >>> found = find(certificate_gaps(registered_at="2025-06-03"), lambda gap: gap.supplemented_at is not None)
    >>> str(found.supplemented_at) >= "2025-06-03"
    True
    """
    return named("certificate_gaps", _gaps(fields_of(CertificateGap, _GAP, fields)))


@st.composite
def _gaps(draw: st.DrawFn, fields: st.SearchStrategy[dict[str, Any]]) -> CertificateGap:
    facts = draw(fields)
    return CertificateGap(**{**facts, **draw_in_order(draw, _OF_GAPS, facts)})


def conforming_certificates(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[Certificate]:
    """E-certificates that became void and were cleared then, every field stated: in hindsight, ``.ok`` is true.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The certificate states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_certificates(area="莆田市"), lambda certificate: True), hindsight()).ok
    True
    """
    return conforming("conforming_certificates", Certificate, _tell_certificate, area)


def conforming_certificate_gaps(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[CertificateGap]:
    """Registrations in the app after which the e-certificate came in time, every field stated: ``.ok`` in hindsight.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The registration states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_certificate_gaps(area="厦门市"), lambda gap: True), hindsight()).ok
    True
    """
    return conforming("conforming_certificate_gaps", CertificateGap, _tell_gap, area)


_VOIDED = moments(last=LAST_DAY - timedelta(60))


def _tell_certificate(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    voided_at = draw(_VOIDED)
    return {
        "name": draw(texts()),
        "id": draw(_TEXT),
        "area": area,
        "issuer": draw(_TEXT),
        "issued_at": day_of(voided_at) - timedelta(draw(st.integers(0, 4000))),
        "voided_at": voided_at,
        "cleared_at": draw(moments_from(voided_at)),
    }


def _early(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    facts["cleared_at"] = day_of(facts["voided_at"]) - timedelta(draw(st.integers(1, 30)))


_REGISTERED = moments(last=LAST_DAY - timedelta(90))


def _tell_gap(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    registered_at = draw(_REGISTERED)
    return {
        "certificate": draw(texts()),
        "area": area,
        "issuer": draw(_TEXT),
        "reported_by": GapReporter.APPLICANT,
        "in_app": True,
        "registered_at": registered_at,
        "supplemented_at": _until_midnight(draw, _after(day_of(registered_at), draw(st.integers(0, _LIMIT)))),
    }


def _until_midnight(draw: st.DrawFn, day: date) -> date | datetime:
    """A day, or its last minute."""
    return draw(st.sampled_from((day, datetime.combine(day, time(23, 59)))))


def _after(start: date, working_days: int) -> date:
    return national().add(start, working_days) if working_days else start


def _late(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    due_on = _after(day_of(facts["registered_at"]), _LIMIT)
    facts["supplemented_at"] = due_on + timedelta(draw(st.integers(1, 40)))


VIOLATIONS: Violations = {
    **violations(
        Certificate,
        _tell_certificate,
        {"certificates.void-cleared": (Flaw(_early), Flaw(changed(voided_at=(None,))))},
    ),
    **violations(
        CertificateGap,
        _tell_gap,
        {"certificates.gap-supplemented-in-time": (Flaw(_late), Flaw(changed(supplemented_at=(None,))))},
    ),
}
