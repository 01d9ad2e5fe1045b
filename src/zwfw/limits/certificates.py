"""The time limit for an e-certificate that is missing (补充生成电子证照)."""

from collections.abc import Iterator
from typing import Any

from zwfw.context import Context
from zwfw.limits.clocks import Clocks, between
from zwfw.limits.engine import Clock, Limit
from zwfw.records import CertificateGap, GapReporter
from zwfw.records.stated import when

__all__ = ["CLOCKS", "is_registered_by_applicant"]


def is_registered_by_applicant(gap: CertificateGap) -> bool:
    """Whether an applicant registered the gap in the app; no other registration starts the clock.

    Raises:
        Unstated: If what decides it was not stated.
    """
    return when(gap, reported_by=GapReporter.APPLICANT, in_app=True)


def _missing_certificate(each: Limit, gap: Any, ctx: Context) -> Iterator[Clock]:
    yield from between(each, gap, ctx, is_registered_by_applicant)


CLOCKS: Clocks = {"missing-certificate": _missing_certificate}
