"""What the clauses say about e-certificates and those that are missing (电子证照)."""

from collections.abc import Iterator

from zwfw.context import Context
from zwfw.limits.certificates import is_registered_by_applicant
from zwfw.limits.clocks import standing
from zwfw.records import Certificate, CertificateGap
from zwfw.records._base import is_before
from zwfw.rules._limits import kept
from zwfw.rules.engine import Finding, breached, judge, not_applicable, rule

__all__ = ["RULES"]


@rule("certificates.void-cleared", clauses=("fujian-2022/4.2.2",))
def void_cleared(certificate: Certificate, _: Context) -> Iterator[Finding]:
    """A void e-certificate is cleared from the library promptly, and none before it is void (及时清理)."""
    voided_at, cleared_at = certificate.voided_at, certificate.cleared_at
    if cleared_at is None:
        if voided_at is None:
            yield not_applicable("certificate-valid")
        else:
            # 及时 has no figure: how long is too long, a person decides.
            yield judge("void-certificate-not-cleared", at="cleared_at", voided_at=voided_at)
    elif voided_at is None or is_before(cleared_at, voided_at):
        yield breached("certificate-cleared-while-valid", at="cleared_at", cleared_at=cleared_at, voided_at=voided_at)


@rule("certificates.gap-supplemented-in-time", clauses=("fujian-2022/4.2.2", "xiamen-2022/4.2.2"))
def gap_supplemented_in_time(gap: CertificateGap, ctx: Context) -> Iterator[Finding]:
    """A missing e-certificate that an applicant registered in the app is generated within the limit (补充生成).

    A department's own registration in the catalogue is another act, and starts no clock.
    """
    if not is_registered_by_applicant(gap):
        yield not_applicable("gap-starts-no-clock")
        return
    found = standing(gap, ctx, "missing-certificate")
    yield from kept(found, "certificate-generated-late", more={"certificate": gap.certificate})


RULES = (void_cleared, gap_supplemented_in_time)
