"""Special steps to test with (特殊环节)."""

from typing import Any

from hypothesis import strategies as st

from zwfw.records import BasisRank, SpecialStep
from zwfw.testing._records import TRUTHS, fields_of, is_or_none, named, texts
from zwfw.testing.moments import Order, draw_in_order

__all__ = ["special_steps"]

_ORDER: Order = {"started_at": (), "ended_at": ("started_at",)}

_FIELDS = {
    "name": texts(),
    "basis_rank": is_or_none(st.sampled_from(BasisRank)),
    "kept_by_decision": TRUTHS,
    "limit_working_days": is_or_none(st.integers(0, 30)),
    "statutory_working_days": is_or_none(st.integers(0, 30)),
}


def special_steps(**fields: object) -> st.SearchStrategy[SpecialStep]:
    """Special steps of every kind, kept to the norms or not; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.SpecialStep`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.
        ValidationError: When drawn, if the given fields contradict one another.

    >>> from hypothesis import find
    >>> step = find(special_steps(started_at="2025-06-03"), lambda step: step.ended_at is not None)
    >>> step.started_at, str(step.ended_at) >= "2025-06-03"
    (datetime.date(2025, 6, 3), True)
    """
    return named("special_steps", _special_steps(fields_of(SpecialStep, _FIELDS, fields)))


@st.composite
def _special_steps(draw: st.DrawFn, fields: st.SearchStrategy[dict[str, Any]]) -> SpecialStep:
    facts = draw(fields)
    return SpecialStep(**{**facts, **draw_in_order(draw, _ORDER, facts)})
