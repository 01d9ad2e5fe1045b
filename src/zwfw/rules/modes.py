"""What the clauses say about commitment and acceptance with gaps (告知承诺, 容缺受理)."""

from collections.abc import Iterator

from zwfw.context import Context
from zwfw.outcomes import Severity
from zwfw.records import Case, CaseMode, CommitmentPoint, FollowUp
from zwfw.records._base import day_of
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


@rule("modes.spot-decision-on-written-promise", clauses=("xiamen-2022/3.5.1",), severity=Severity.ADVICE)
def spot_decision_on_written_promise(case: Case, _: Context) -> Iterator[Finding]:
    """A decision on the spot by commitment rests on a written promise and on liability for a false one (书面承诺).

    To decide on the spot is a power: to decide later is no breach. "On the spot" is read as the day of receipt.
    """
    if case.mode is not CaseMode.COMMITMENT:
        yield not_applicable("no-commitment")
    elif case.received_at is None or case.decided_at is None or day_of(case.decided_at) > day_of(case.received_at):
        yield not_applicable("not-decided-on-the-spot")
    else:
        yield from each(_PROMISED.items(), lambda held: _promised(case, *held))


_PROMISED = {"promise_in_writing": "promise-not-in-writing", "liability_accepted": "liability-not-accepted"}
"""What a decision on the spot rests on, and the reason where it is not there."""


def _promised(case: Case, field: str, reason: str) -> Iterator[Finding]:
    if not getattr(case, field):
        yield breached(reason, at=field)


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


RULES = (
    gap_in_published_scope,
    commitment_told_in_full,
    spot_decision_on_written_promise,
    broken_promise_followed_up,
)
