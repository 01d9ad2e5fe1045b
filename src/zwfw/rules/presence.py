"""What the clauses say about presence at the window (离岗、替岗)."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime, time

import attrs

from zwfw.context import Context
from zwfw.outcomes import Severity
from zwfw.records import PresenceLog
from zwfw.records.stated import Unstated
from zwfw.rules._asking import any_holds, surely
from zwfw.rules.engine import Finding, breached, each, not_applicable, rule

__all__ = ["RULES"]


@attrs.frozen
class _Absence:
    """One absence from a post, as it can be seen at the moment of looking."""

    log: PresenceLog
    left_at: date | datetime
    now: datetime

    def has_lasted(self, end: str, test: Callable[[float], bool]) -> bool:
        """Whether *test* holds of the minutes until the moment in the field *end*, or until now where it has not come.

        Raises:
            Unstated: If a day without a time of day leaves it open; the times that are missing are named.
        """
        ended_at = getattr(self.log, end)
        return self._is_so(end, self.now if ended_at is None else ended_at, test)

    def is_past(self, test: Callable[[float], bool]) -> bool:
        """Whether *test* holds of the minutes until now, whoever came in between."""
        return self._is_so("as_of", self.now, test)

    def _is_so(self, end: str, until: date | datetime, test: Callable[[float], bool]) -> bool:
        (left, left_latest), (ended, ended_latest) = self._bounds(self.left_at), self._bounds(until)
        least, most = (span.total_seconds() / 60 for span in (ended - left_latest, ended_latest - left))
        if test(least) is not test(most):
            moments = {"left_at.time": self.left_at, f"{end}.time": until}
            raise Unstated(*(name for name, moment in moments.items() if not isinstance(moment, datetime)))
        return test(least)

    def _bounds(self, moment: date | datetime) -> tuple[datetime, datetime]:
        if isinstance(moment, datetime):
            return moment, moment
        return datetime.combine(moment, time.min), min(datetime.combine(moment, time.max), self.now)

    def leaves_empty(self, test: Callable[[float], bool]) -> bool:
        """Whether *test* holds of the minutes in which nobody was at the post."""
        return self.has_lasted("back_at" if self.log.covered_at is None else "covered_at", test)


@rule("presence.post-covered", clauses=("fujian-2022/2.1.2",))
def post_covered(log: PresenceLog, ctx: Context) -> Iterator[Finding]:
    """A post left for fifteen minutes or more, by the plan or in fact, is covered (替岗).

    The clause gives no moment by which the substitute comes: one who comes before the fifteen minutes are over is in
    time. An absence that goes on is judged by the moment of looking, so that a plan for longer accuses nobody before.
    """
    if log.left_at is None:
        yield not_applicable("post-not-left")
        return
    away = _Absence(log, log.left_at, ctx.as_of)
    limit = int(ctx.parameter("leave_post_substitute_threshold").value)
    if not any_holds((lambda: not _is_long(away, limit), lambda: _is_covered_within(away, limit))):
        reason = "post-not-covered" if log.covered_at is None else "post-covered-late"
        yield breached(reason, at="covered_at", left_at=log.left_at, covered_at=log.covered_at, limit=limit)
    elif not surely(log, covered_at=...):
        yield not_applicable("absence-short", limit=limit)


def _is_long(away: _Absence, limit: int) -> bool:
    return any_holds(
        (
            lambda: (away.log.planned_minutes or 0) >= limit and _is_too_late_to_cover(away, limit),
            lambda: away.has_lasted("back_at", lambda minutes: minutes >= limit),
        )
    )


def _is_too_late_to_cover(away: _Absence, limit: int) -> bool:
    """Whether nobody can come in time any more: the clerk is back, or was away for too long by now."""
    return any_holds((lambda: away.log.back_at is not None, lambda: away.is_past(lambda minutes: minutes >= limit)))


def _is_covered_within(away: _Absence, limit: int) -> bool:
    return away.log.covered_at is not None and away.leaves_empty(lambda minutes: minutes < limit)


@rule("presence.only-window-covered", clauses=("xiamen-2022/2.1.2",))
def only_window_covered(log: PresenceLog, ctx: Context) -> Iterator[Finding]:
    """The only window of its type is never paused, and every absence from it is covered at once (单一窗口)."""
    if log.left_at is None:
        yield not_applicable("post-not-left")
        return
    if log.windows_of_type != 1:
        yield not_applicable("not-the-only-window")
        return
    away = _Absence(log, log.left_at, ctx.as_of)
    limit = int(ctx.parameter("absence_without_cover_max").value)
    yield from each((_paused, _uncovered), lambda ask: ask(away, limit))


def _paused(away: _Absence, _: int) -> Iterator[Finding]:
    if away.log.pause_sign_shown:
        yield breached("only-window-paused", at="pause_sign_shown")


def _uncovered(away: _Absence, limit: int) -> Iterator[Finding]:
    if away.leaves_empty(lambda minutes: minutes > limit):
        left_at, covered_at = away.left_at, away.log.covered_at
        yield breached("only-window-uncovered", at="covered_at", left_at=left_at, covered_at=covered_at)


@rule("presence.closed-window-says-so", clauses=("xiamen-2022/2.1.2",), severity=Severity.ADVICE)
def closed_window_says_so(log: PresenceLog, ctx: Context) -> Iterator[Finding]:
    """Of several windows of a type one may close while the wait is within the limit, under a sign (暂停服务牌).

    The clause does not say when a window that is left is closed: it is taken to be while nobody is at the post. To
    close is a power (可), and these are its conditions.
    """
    if log.left_at is None:
        yield not_applicable("post-not-left")
        return
    if log.windows_of_type is None or log.windows_of_type <= 1:
        yield not_applicable("no-other-window")
        return
    away = _Absence(log, log.left_at, ctx.as_of)
    with suppress(Unstated):
        if _is_manned(away):
            yield not_applicable("window-not-closed")
            return
    limit = int(ctx.parameter("window_wait_max").value)
    yield from each((_unsigned, _waiting), lambda ask: ask(away, limit))


def _is_manned(away: _Absence) -> bool:
    return away.leaves_empty(lambda minutes: minutes <= 0)


def _unsigned(away: _Absence, _: int) -> Iterator[Finding]:
    if not any_holds((lambda: bool(away.log.pause_sign_shown), lambda: _is_manned(away))):
        yield breached("no-pause-sign", at="pause_sign_shown")


def _waiting(away: _Absence, limit: int) -> Iterator[Finding]:
    waited = away.log.waiting_minutes
    if (waited or 0) > limit and not _is_manned(away):
        yield breached("closed-while-waiting-long", at="waiting_minutes", waited=waited, limit=limit)


RULES = (post_covered, only_window_covered, closed_window_says_so)
