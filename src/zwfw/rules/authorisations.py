"""What the clauses say about authorisations of windows (窗口授权)."""

from collections.abc import Iterator

from zwfw.clauses import document
from zwfw.context import Context
from zwfw.records import Authorisation, AuthorisationDocument, CopyHolder, ThreeFixed
from zwfw.rules.engine import Finding, breached, each, judge, not_applicable, rule

__all__ = ["RULES"]

_CLAUSE = "putian-2025/art-17"


@rule("authorisations.renewed-by-january", clauses=(_CLAUSE,))
def renewed_by_january(papers: Authorisation, ctx: Context) -> Iterator[Finding]:
    """Both papers, the letter and the appointment, are renewed each year by 31 January (每年1月底前).

    They are renewed even where nothing changed, and the day itself counts. What is issued from the first day of the
    norms on is both; the January before that day is held against nobody, so that of 2026 is the first. Whether what
    was renewed before the year began is that of the year is left to a person.
    """
    if papers.renewed_on is None and ctx.as_of.date() <= papers.due_on:
        yield not_applicable("not-due-yet", due_on=papers.due_on)
        return
    yield from each((_in_time, _both), lambda ask: ask(papers, ctx))


def _in_time(papers: Authorisation, _: Context) -> Iterator[Finding]:
    done_on, due_on = papers.renewed_on, papers.due_on
    if due_on < document("putian-2025").in_force.first:
        return
    if done_on is None:
        yield breached("papers-not-renewed", at="renewed_on", due_on=due_on)
    elif done_on > due_on:
        yield breached("papers-renewed-late", at="renewed_on", due_on=due_on, done_on=done_on)
    elif done_on.year < papers.year:
        yield judge("papers-renewed-before-the-year", at="renewed_on", year=papers.year, done_on=done_on)


def _both(papers: Authorisation, ctx: Context) -> Iterator[Finding]:
    if papers.renewed_on is None:
        return
    missing = tuple(paper for paper in AuthorisationDocument if paper not in (papers.documents or ()))
    if missing and ctx.as_of.date() > papers.due_on:
        yield breached("papers-missing", at="documents", papers=missing)
    elif missing:
        yield not_applicable("papers-still-to-come", at="documents", papers=missing, due_on=papers.due_on)


@rule("authorisations.three-fixed", clauses=(_CLAUSE,))
def three_fixed(papers: Authorisation, _: Context) -> Iterator[Finding]:
    """The letter of authorisation holds the table that fixes people, posts and duties (“三定”情况表)."""
    letter = AuthorisationDocument.AUTHORISATION
    if papers.renewed_on is None or letter not in (papers.documents or ()):
        yield not_applicable("letter-not-issued", paper=letter)
        return
    missing = tuple(fixed for fixed in ThreeFixed if fixed not in (papers.three_fixed or ()))
    if missing:
        yield breached("not-fixed-in-letter", at="three_fixed", missing=missing)


@rule("authorisations.four-copies", clauses=(_CLAUSE,))
def four_copies(papers: Authorisation, ctx: Context) -> Iterator[Finding]:
    """The department, the window, the reform office and the service authority each keep a copy (各执一份)."""
    if papers.renewed_on is None:
        yield not_applicable("no-papers-issued")
        return
    missing = tuple(holder for holder in CopyHolder if holder not in (papers.copy_holders or ()))
    if missing:
        copies = ctx.parameter("authorisation_copies").value
        yield breached("copies-missing", at="copy_holders", holders=missing, copies=copies)


RULES = (renewed_by_january, three_fixed, four_copies)
