"""How rules say that a time limit was kept or not."""

from collections.abc import Iterator, Mapping

from zwfw.limits.engine import Standing, Status
from zwfw.outcomes import State
from zwfw.rules.engine import Finding, not_applicable, undetermined

__all__ = ["kept"]

_NO_FACTS: Mapping[str, object] = {}


def kept(
    found: Standing | None, late: str, *, under: tuple[str, ...] = (), more: Mapping[str, object] = _NO_FACTS
) -> Iterator[Finding]:
    """Say how a limit stands: nothing where it was kept, *late* where it was not, with *more* facts about it."""
    if found is None:
        yield not_applicable("limit-does-not-apply")
        return
    if found.status is Status.MET:
        return
    clock = found.clock
    if found.status is Status.UNDETERMINED:
        yield undetermined(*found.missing, at=clock.path)
    elif found.status is Status.NOT_STARTED:
        yield not_applicable("clock-not-started", at=clock.path)
    elif found.status is Status.RUNNING:
        if found.due_on is not None:
            yield not_applicable("not-due-yet", at=clock.path, due_on=found.due_on)
        else:
            yield not_applicable(
                "due-day-open", at=clock.path, earliest_due_on=found.earliest_due_on, latest_due_on=found.latest_due_on
            )
    elif found.status is Status.PAUSED:
        yield not_applicable("clock-paused", at=clock.path, earliest_due_on=found.earliest_due_on)
    else:
        yield Finding(
            state=State.BREACHED,
            reason=late,
            at=clock.path,
            under=under,
            facts={
                "started_on": clock.started_on,
                "working_days": clock.working_days,
                "due_on": found.due_on or found.latest_due_on,
                "done_on": clock.fulfilled_on,
                **more,
            },
        )
