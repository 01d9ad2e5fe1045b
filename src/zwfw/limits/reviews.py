"""The time limits of a review: what starts and fulfils each (好差评时限).

The texts do not say what starts them. What does is the option chosen of a reading, and the default is the review
itself, the earliest of the events.
"""

from collections.abc import Callable, Iterator

import attrs

from zwfw.context import Context
from zwfw.limits.clocks import Clocks, between
from zwfw.limits.engine import Clock, Limit
from zwfw.records import Review, ReviewGrade, ReviewSystem
from zwfw.records.stated import when
from zwfw.subjects import option

__all__ = ["CLOCKS", "is_bad"]

_BAD = frozenset(grade for grade in ReviewGrade if grade.is_bad)

_EVENTS = {
    "review": "given_at",
    "arrival": "arrived_at",
    "call-back": "called_back_at",
    "entry": "recorded_at",
}
"""The field that holds what starts a limit, for each option of the readings."""


def is_bad(review: Review) -> bool:
    """Whether a bad review was given."""
    return when(review, given_at=..., grade=_BAD)


def _is_of_own_system(review: Review) -> bool:
    return when(review, given_at=..., system=ReviewSystem.OWN)


def _from_the_event(each: Limit, review: Review, ctx: Context, applies: Callable[[Review], bool]) -> Iterator[Clock]:
    """The clock of a limit from the event that its reading names."""
    event = _EVENTS[option(review, ctx, f"{each.id}-start")]
    return between(attrs.evolve(each, starts=event), review, ctx, applies)


CLOCKS: Clocks = {
    "bad-review-callback": lambda each, view, ctx: _from_the_event(each, view, ctx, is_bad),
    "bad-review-report": lambda each, view, ctx: _from_the_event(each, view, ctx, is_bad),
    "review-upload": lambda each, view, ctx: _from_the_event(each, view, ctx, _is_of_own_system),
}
