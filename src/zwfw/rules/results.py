"""What the clauses say about results (办事结果)."""

from collections.abc import Iterator

from zwfw.context import Context
from zwfw.outcomes import Severity
from zwfw.records import ItemResult, ResultKind
from zwfw.records.stated import path_of, when
from zwfw.rules._asking import all_done, lacks
from zwfw.rules._per_clause import per_clause
from zwfw.rules.engine import Finding, breached, each, not_applicable, rule

__all__ = ["RULES"]

_FUJIAN, _XIAMEN = "fujian-2022/1.2.3", "xiamen-2022/1.2.2"


@rule("results.form-unified", clauses=(_FUJIAN, _XIAMEN))
def form_unified(result: ItemResult, _: Context) -> Iterator[Finding]:
    """One form is set for all results of a matter (统一样式)."""
    yield from lacks(result, "form_unified", "result-form-not-unified", result=result.name)


_MADE = {"certificate_generated": "result-without-certificate", "data_pushed": "result-data-not-pushed"}
"""What is to be done with a result, and the reason where it is not."""


@rule("results.certificate-generated", clauses=(_FUJIAN, _XIAMEN))
def certificate_generated(result: ItemResult, ctx: Context) -> Iterator[Finding]:
    """A result becomes an e-certificate, and its data are pushed (生成电子证照, 汇聚推送).

    The province asks it of certificates and approvals alone, Xiamen of every result.
    """
    yield from per_clause(ctx, (_XIAMEN, _FUJIAN), lambda ref: _made(result, ref))


def _made(result: ItemResult, ref: str) -> Iterator[Finding]:
    if ref == _FUJIAN and not isinstance(result.kind, ResultKind):
        yield not_applicable("result-of-another-kind")
    else:
        yield from all_done(result, _MADE, result=result.name)


@rule(
    "results.electronic-and-exempt",
    clauses=("fujian-2022/3.2.2", "xiamen-2022/3.2.3"),
    severity=Severity.ADVICE,  # 推动实现
)
def electronic_and_exempt(result: ItemResult, _: Context) -> Iterator[Finding]:
    """A certificate or approval that government issues is electronic, and nobody has to hand it in (免于提交)."""
    if not when(result, issued_by_government=True, kind=_NAMED):
        yield not_applicable("result-not-issued-by-government")
        return
    yield from each((_electronic, _exempt), lambda ask: ask(result))


_NAMED = frozenset(ResultKind)


def _electronic(result: ItemResult) -> Iterator[Finding]:
    yield from lacks(result, "is_electronic", "result-not-electronic", result=result.name)


def _exempt(result: ItemResult) -> Iterator[Finding]:
    if result.must_be_submitted_elsewhere:
        yield breached("result-still-submitted", at=path_of(result, "must_be_submitted_elsewhere"), result=result.name)


RULES = (form_unified, certificate_generated, electronic_and_exempt)
