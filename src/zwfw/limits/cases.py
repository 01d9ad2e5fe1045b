"""The time limits of a case: what starts, stops and fulfils each (办件时限)."""

from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum
from typing import Any

import attrs

from zwfw.clauses import Clause
from zwfw.context import Context
from zwfw.errors import UnpublishedYearError
from zwfw.limits.clocks import Clocks, set_end, set_figure, standing
from zwfw.limits.engine import Clock, Limit, Pause, Status
from zwfw.records import BasisRank, Case, CaseMode, OnlineDepth, SpecialStep
from zwfw.records._base import day_of
from zwfw.records.stated import Unstated, path_of, when
from zwfw.subjects import option, seen

__all__ = [
    "CLOCKS",
    "Acceptance",
    "AcceptanceState",
    "acceptance",
    "gap_is_tolerated",
    "is_complicated_file",
    "is_registered_first",
]


class AcceptanceState(Enum):
    """Whether a case counts as accepted (受理状态)."""

    ACCEPTED = "已受理"
    DEEMED = "视为受理"
    PENDING = "待受理"
    """Not accepted, as far as was stated."""

    REFUSED = "不予受理"
    UNDETERMINED = "无法判定"


@attrs.frozen(kw_only=True)
class Acceptance:
    """When a case counts as accepted, and why (受理认定).

    Attributes:
        state: Whether it counts as accepted.
        accepted_at: The moment as of which it does, or the day where no more is known or it is only deemed to; ``None``
            where it does not, or that is not known.
        deemed: Whether it counts as accepted because nobody was told in time what to correct.
        clauses: The clauses in force that say so.
        missing: The fields without which it is not known.
    """

    state: AcceptanceState
    accepted_at: date | datetime | None = None
    deemed: bool = False
    clauses: tuple[Clause, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def accepted_on(self) -> date | None:
        """The day as of which it counts as accepted."""
        return None if self.accepted_at is None else day_of(self.accepted_at)


def acceptance(case: Case, ctx: Context) -> Acceptance:
    """When *case* counts as accepted, and whether it is only deemed to be.

    A complicated, incomplete file of which the applicant was not told within the limit what to correct is accepted as
    of the day on which the materials were received; that is known once the last day of the limit is over. Otherwise it
    is accepted when it was.

    Source:
        fujian-2022/2.2.10, xiamen-2022/2.2.11.

    >>> from datetime import date, datetime
    >>> case = Case(
    ...     id="1", area="350102", received_at="2025-06-03", mode="正常",
    ...     complete=False, complicated=True, corrections=[], accepted_at=None, refused_at=None,
    ... )
    >>> acceptance(case, Context(area="350102", as_of=date(2025, 6, 6))).state.value
    '待受理'
    >>> found = acceptance(case, Context(area="350102", as_of=date(2025, 6, 9)))
    >>> found.accepted_on.isoformat(), found.deemed, found.clauses[0].ref
    ('2025-06-03', True, 'fujian-2022/2.2.10')
    """
    try:
        view, scoped = seen(case, ctx)
        found = actual_acceptance(view, scoped)
        if found is not None:
            return found
        refused = view.refused_at is not None
    except Unstated as unknown:
        return Acceptance(state=AcceptanceState.UNDETERMINED, missing=unknown.paths)
    return Acceptance(state=AcceptanceState.REFUSED if refused else AcceptanceState.PENDING)


def actual_acceptance(case: Case, ctx: Context) -> Acceptance | None:
    """The acceptance of the case, or the one that it is deemed to have; ``None`` where it has neither.

    Raises:
        Unstated: If what decides it was not stated.
    """
    view, scoped = seen(case, ctx)
    found: Acceptance | None = view.remember("acceptance", lambda: _acceptance(view, scoped))
    return found


def _acceptance(case: Case, ctx: Context) -> Acceptance | None:
    notice = standing(case, ctx, "correction-notice")
    if notice is not None and notice.status is Status.LAPSED:
        return Acceptance(
            state=AcceptanceState.DEEMED,
            accepted_at=notice.clock.started_on,
            deemed=True,
            clauses=notice.clock.clauses,
        )
    accepted_at = case.accepted_at
    if accepted_at is not None:
        is_known = notice is None or notice.status is not Status.UNDETERMINED
        if is_known or day_of(accepted_at) <= _last_day_before_deeming(case, ctx):
            return Acceptance(state=AcceptanceState.ACCEPTED, accepted_at=accepted_at)
    if notice is not None and notice.status is Status.UNDETERMINED:
        raise Unstated(*notice.missing)
    return None


def _last_day_before_deeming(case: Case, ctx: Context) -> date:
    """The last day of the limit, up to which nothing can have been deemed; the day of receipt where it is not known."""
    if case.received_at is None:
        return date.max
    received_on = day_of(case.received_at)
    try:
        return ctx.calendar.add(received_on, int(ctx.parameter("correction_notice_limit").value))
    except UnpublishedYearError:
        return received_on


def is_registered_first(case: Case, ctx: Context) -> bool:
    """Whether a complete file is read to be registered first because it is complicated.

    Raises:
        Unstated: If by that reading it matters whether the file is complicated, and that was not stated.
    """
    try:
        complicated = case.complicated
    except Unstated:
        if ctx.readings["complicated-but-complete"] != "register-first":
            return False
        raise
    return bool(complicated) and option(case, ctx, "complicated-but-complete") == "register-first"


def is_complicated_file(case: Case, ctx: Context) -> bool:
    """Whether a case goes the way of complicated files: an incomplete one, or by a reading a complete one too.

    Raises:
        Unstated: If what decides it was not stated.
    """
    if when(case, complicated=True, complete=False):
        return True
    try:
        complete = case.complete
    except Unstated:
        return False
    return bool(complete) and is_registered_first(case, ctx)


_GAP_MODES = frozenset(mode for mode in CaseMode if mode.tolerates_gaps)


def gap_is_tolerated(case: Case) -> bool:
    """Whether what is missing may be missing: the mode was chosen, and the material is in its published scope.

    Of a complete file nothing is missing.

    Raises:
        Unstated: If what decides it was not stated.
    """
    return when(case, complete=False, mode=_GAP_MODES, gap_in_published_scope=True, mode_chosen_by_applicant=True)


def _correction_notice(each: Limit, case: Case, ctx: Context) -> Iterator[Clock]:
    clock = Clock(limit=each)
    try:
        if not is_complicated_file(case, ctx) or gap_is_tolerated(case):
            return
        received_at = case.received_at
    except Unstated as missing:
        clock.missing = missing.paths
        yield clock
        return
    set_figure(clock, ctx)
    if received_at is not None:
        clock.started_on = day_of(received_at)
        answered: list[date] = []
        try:
            answered += [day_of(told.told_at) for told in (case.corrections or ())[:1]]
        except Unstated as missing:
            clock.open_ended = missing.paths
        # The text speaks of telling; a case that was accepted or refused within the limit has its answer too.
        last = _last_day_before_deeming(case, ctx)
        for field in ("accepted_at", "refused_at"):
            try:
                moment = getattr(case, field)
            except Unstated as missing:
                clock.open_ended += missing.paths
            else:
                answered += [day for day in (moment and day_of(moment),) if day and day <= last]
        clock.fulfilled_on = min(answered, default=None)
    yield clock


def _is_prereviewed_matter(case: Case) -> bool:
    """Whether the case was submitted online for a matter of depth Ⅱ; the other depths have no such limits.

    It may be received at a window all the same (线上预审、线下受理).
    """
    return when(case, submitted_at=..., online_depth=OnlineDepth.PREREVIEW)


def _prereview(each: Limit, case: Case, ctx: Context) -> Iterator[Clock]:
    clock = Clock(limit=each)
    try:
        if not _is_prereviewed_matter(case):
            return
        clock.started_on = day_of(case.submitted_at)  # type: ignore[arg-type]  # it has happened
    except Unstated as missing:
        clock.missing = missing.paths
    else:
        set_figure(clock, ctx)
        set_end(clock, case, "prereviewed_at")
    yield clock


def _paper_hand_in(each: Limit, case: Case, ctx: Context) -> Iterator[Clock]:
    clock = Clock(limit=each)
    set_figure(clock, ctx)
    try:
        if not _is_prereviewed_matter(case):
            return
        if case.prereviewed_at is not None:
            if not case.prereview_passed:
                return
            start = _paper_start(case, case.prereviewed_at, ctx)
            if start is not None:
                clock.started_on = start
                set_end(clock, case, "paper_received_at")
    except Unstated as missing:
        clock.missing = missing.paths
    yield clock


def _paper_start(case: Case, passed_at: date, ctx: Context) -> date | None:
    """The day of the notice or of the passing, by the reading chosen; where both are one day no reading is asked."""
    passed_on = day_of(passed_at)
    try:
        requested_on = day_of(case.paper_requested_at) if case.paper_requested_at is not None else None
    except Unstated:
        if option(case, ctx, "paper-window-start") == "passing":
            return passed_on
        raise
    if requested_on == passed_on or option(case, ctx, "paper-window-start") == "passing":
        return passed_on
    return requested_on


def _from_acceptance(each: Limit, case: Case, ctx: Context) -> Iterator[Clock]:
    clock = Clock(limit=each)
    try:
        figure = getattr(case, each.field)
    except Unstated as missing:
        clock.missing = missing.paths
        yield clock
        return
    if figure is None:
        return
    clock.working_days = figure
    try:
        accepted = actual_acceptance(case, ctx)
    except Unstated as missing:
        accepted, clock.missing = None, missing.paths
    accepted_on = clock.started_on = accepted.accepted_on if accepted else None
    if accepted_on is not None:
        stops: _Pauses = case.remember("pauses", lambda: _pauses(accepted_on, case, ctx))  # type: ignore[attr-defined]
        if stops is not _NO_PAUSES and _is_stopped(each, case, ctx):
            clock.pauses, clock.maybe_pauses, clock.maybe_missing = stops.sure, stops.maybe, stops.missing
    set_end(clock, case, "decided_at")
    yield clock


def _is_stopped(each: Limit, case: Case, ctx: Context) -> bool:
    """Whether special steps stop the clock: of some limits that is a reading."""
    return each.pauses == "always" or option(case, ctx, each.pauses) == "not-counted"


@attrs.frozen
class _Pauses:
    """The stretches that stop the clock of a case, those that may, and the fields that these wait for."""

    sure: tuple[Pause, ...] = ()
    maybe: tuple[Pause, ...] = ()
    missing: tuple[str, ...] = ()


def _pauses(accepted_on: date, case: Case, ctx: Context) -> _Pauses:
    """Special steps whose basis is high enough stop the clock; the time of the others counts."""
    try:
        steps = case.special_steps or ()
    except Unstated as missing:
        return _Pauses((), (Pause(accepted_on),), missing.paths)
    if not steps:
        return _NO_PAUSES
    threshold = BasisRank(ctx.parameter("special_step_min_legal_rank").value)
    sure: list[Pause] = []
    maybe: list[Pause] = []
    waiting: list[str] = []
    for step in steps:
        unknown: list[str] = []
        rank = _field(step, "basis_rank", unknown)
        if not unknown and (rank is None or rank < threshold):
            continue
        begun = _field(step, "started_at", unknown)
        if begun is None and path_of(step, "started_at") not in unknown:
            continue
        ended = _field(step, "ended_at", unknown)
        pause = Pause(day_of(begun) if begun else accepted_on, day_of(ended) if ended else None)
        (maybe if unknown else sure).append(pause)
        waiting += unknown
    return _Pauses(tuple(sure), tuple(maybe), tuple(waiting)) if sure or maybe else _NO_PAUSES


_NO_PAUSES = _Pauses()


def _field(step: SpecialStep, field: str, unknown: list[str]) -> Any:
    """The stated value of a field; where it is not stated, ``None`` and its path goes to *unknown*."""
    try:
        return getattr(step, field)
    except Unstated as missing:
        unknown += missing.paths
        return None


def _special_steps(each: Limit, case: Case, _: Context) -> Iterator[Clock]:
    try:
        steps = case.special_steps or ()
    except Unstated as missing:
        yield Clock(limit=each, missing=missing.paths)
        return
    for step in steps:
        clock = Clock(limit=each, path=path_of(step))
        try:
            if step.limit_working_days is None:
                continue
            clock.working_days = step.limit_working_days
            clock.started_on = day_of(step.started_at) if step.started_at is not None else None
        except Unstated as missing:
            clock.missing = missing.paths
        else:
            set_end(clock, step, "ended_at")
        yield clock


CLOCKS: Clocks = {
    "correction-notice": _correction_notice,
    "prereview": _prereview,
    "paper-hand-in": _paper_hand_in,
    "promise": _from_acceptance,
    "statutory": _from_acceptance,
    "special-step": _special_steps,
}
