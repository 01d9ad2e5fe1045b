"""The time limits of a change of the standard catalogue: what starts and fulfils each leg (目录调整时限).

Each leg starts from the actual end of the one before, be that early or late, and has a figure of its own.
"""

from zwfw.limits.clocks import Clocks, between
from zwfw.records import CatalogueChange, ChangeTrigger
from zwfw.records.stated import Unstated, when

__all__ = ["CLOCKS", "is_by_policy", "is_by_request", "is_national"]

_BY_REQUEST = frozenset({ChangeTrigger.REQUEST, ChangeTrigger.LAW, ChangeTrigger.DEVOLUTION, ChangeTrigger.BUSINESS})
"""What a request starts from, or is one."""


def _starts_with(change: CatalogueChange, event: str, triggers: frozenset[ChangeTrigger]) -> bool:
    """Whether a change starts with an event: that has happened, or the trigger says so.

    Raises:
        Unstated: If neither was stated; both are named.
    """
    others = frozenset({None, *ChangeTrigger}) - triggers
    try:
        return not when(change, **{event: None, "trigger": others})
    except Unstated as unknown:
        if len(unknown.paths) > 1:
            raise
        return False


def is_national(change: CatalogueChange) -> bool:
    """Whether it follows a change of the national base catalogue."""
    return _starts_with(change, "national_changed_at", frozenset({ChangeTrigger.NATIONAL}))


def is_by_policy(change: CatalogueChange) -> bool:
    """Whether it follows a new policy."""
    return _starts_with(change, "policy_takes_effect_on", frozenset({ChangeTrigger.POLICY}))


def is_by_request(change: CatalogueChange) -> bool:
    """Whether a lower department asked for it, or has a reason to ask."""
    return _starts_with(change, "requested_at", _BY_REQUEST)


def _edit_is_due(change: CatalogueChange) -> bool:
    """Whether the request was answered, and the answer is that something has to be changed or added."""
    return when(change, replied_at=..., is_needed=True)


CLOCKS: Clocks = {
    "national-mirror": lambda each, view, ctx: between(each, view, ctx, is_national),
    "catalogue-reply": lambda each, view, ctx: between(each, view, ctx, is_by_request),
    "catalogue-edit": lambda each, view, ctx: between(each, view, ctx, _edit_is_due),
    "guide-update": lambda each, view, ctx: between(each, view, ctx, lambda _: True),
}
