"""What the clauses say about commitment and acceptance with gaps (告知承诺, 容缺受理)."""

from collections.abc import Iterator

from zwfw.context import Context
from zwfw.records import Case, CaseMode, CommitmentPoint, FollowUp
from zwfw.records.stated import path_of, when
from zwfw.rules.engine import Finding, breached, each, not_applicable, rule

__all__ = ["RULES"]


@rule("modes.gap-in-published-scope", clauses=("fujian-2022/3.5.1",))
def gap_in_published_scope(case: Case, _: Context) -> Iterator[Finding]:
    """An incomplete file in a mode that tolerates gaps is accepted only for gaps that are published for the matter.

    Whether the mode was chosen is the question of ``cases.mode-chosen-freely``.
    """
    if case.accepted_at is None or case.complete:
        yield not_applicable("no-gap-accepted")
    elif case.mode is None or not case.mode.tolerates_gaps:
        # Accepting after corrections, or being deemed to have accepted, is 2.2.10's matter.
        yield not_applicable("normal-mode")
    elif not case.gap_in_published_scope:
        yield breached("gap-outside-scope", at="gap_in_published_scope", mode=case.mode)


@rule("modes.commitment-told-in-full", clauses=("xiamen-2022/3.5.1",))
def commitment_told_in_full(case: Case, _: Context) -> Iterator[Finding]:
    """Before promising, the applicant is told conditions, requirements, supervision and consequences, all at once."""
    if case.mode is not CaseMode.COMMITMENT:
        yield not_applicable("no-commitment")
        return
    told = case.commitment_points or ()
    untold = tuple(point for point in CommitmentPoint if point not in told)
    if untold:
        yield breached("commitment-not-told-in-full", at="commitment_points", untold=untold)


@rule("modes.broken-promise-followed-up", clauses=("fujian-2022/3.5.2", "xiamen-2022/3.5.2"))
def broken_promise_followed_up(case: Case, _: Context) -> Iterator[Finding]:
    """Where a check finds the conditions unmet, it is investigated, dishonesty recorded and sanctioned, data entered.

    Whether there is a check at all is the supervisor's choice: full coverage is a power, not a duty.
    """
    if case.mode is None or not case.mode.tolerates_gaps:
        yield not_applicable("normal-mode")
        return
    found = case.follow_up
    if found is None or found.conditions_met is None or found.conditions_met:
        yield not_applicable("no-broken-promise")
        return
    yield from each(_STEPS, lambda step: _done(found, *step))


_STEPS = (
    ("investigated", "not-investigated", False),
    ("data_entered", "supervision-data-not-entered", False),
    ("credit_recorded", "credit-not-recorded", True),
    ("sanctioned", "not-sanctioned", True),
)
"""A field, the reason where it is not done, and whether it is due for dishonesty only."""


def _done(found: FollowUp, field: str, reason: str, only_dishonest: bool) -> Iterator[Finding]:  # noqa: FBT001
    if (not only_dishonest or when(found, is_dishonest=True)) and not getattr(found, field):
        yield breached(reason, at=path_of(found, field))


RULES = (gap_in_published_scope, commitment_told_in_full, broken_promise_followed_up)
