"""What the clauses say about intermediary agencies (中介服务机构)."""

from collections.abc import Iterator

from zwfw.context import Context
from zwfw.outcomes import Severity
from zwfw.records import AgencyDisclosure, IntermediaryAgency
from zwfw.rules._asking import all_done
from zwfw.rules.engine import Finding, breached, rule

__all__ = ["RULES"]


@rule("agencies.guide-states-all", clauses=("fujian-2022/2.1.9", "xiamen-2022/2.1.10"), severity=Severity.ADVICE)
def guide_states_all(agency: IntermediaryAgency, _: Context) -> Iterator[Finding]:
    """The guide that an agency publishes states conditions, process, time and fees (服务指南).

    The list is left open (等), so nothing else is asked for.
    """
    if agency.guide_states is None:
        yield breached("agency-without-guide", at="guide_states")
        return
    missing = tuple(content for content in AgencyDisclosure if content not in agency.guide_states)
    if missing:
        yield breached("agency-guide-incomplete", at="guide_states", contents=missing)


_CREDIT = {
    "credit_rated": "agency-not-rated",
    "supervised_by_credit": "agency-not-supervised-by-credit",
    "qualification_followed": "agency-qualification-not-followed",
}


@rule("agencies.supervised-by-credit", clauses=("fujian-2022/2.1.9", "xiamen-2022/2.1.10"))
def supervised_by_credit(agency: IntermediaryAgency, _: Context) -> Iterator[Finding]:
    """An agency is rated for credit, supervised by grade and class, its qualification followed (信用分级分类监管).

    The texts give no grades.
    """
    yield from all_done(agency, _CREDIT)


RULES = (guide_states_all, supervised_by_credit)
