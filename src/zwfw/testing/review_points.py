"""Test data about review points (审查要点)."""

from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.records import ItemElements, ReviewPoint
from zwfw.testing._facts import Flaw, Violations, changed, one_part, violations
from zwfw.testing._records import TRUTHS, is_or_none, named, records, texts

__all__ = ["VIOLATIONS", "conforming_review_points", "review_points", "tell_review_point"]

_FIELDS = {
    "text": texts(),
    "standard": is_or_none(texts()),
    "subject": is_or_none(texts()),
    "found_objective": TRUTHS,
}


def review_points(**fields: object) -> st.SearchStrategy[ReviewPoint]:
    """Review points, clear or not; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.ReviewPoint`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(review_points(text="申请表填写完整", standard=None), lambda point: point.found_objective).standard
    """
    return records(ReviewPoint, _FIELDS, fields)


def conforming_review_points() -> st.SearchStrategy[ReviewPoint]:
    """Review points that state every field and keep every clause of every area.

    In :func:`~zwfw.testing.strategies.hindsight`, ``check(point, ...).ok`` is true. A review point states no area.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_review_points(), lambda point: True), hindsight()).ok
    True
    """
    return named("conforming_review_points", st.composite(tell_review_point)().map(lambda facts: ReviewPoint(**facts)))


def tell_review_point(draw: st.DrawFn) -> dict[str, Any]:
    """The facts of a review point that keeps every clause."""
    facts = {field: draw(texts()) for field in ("text", "standard", "subject")}
    return {**facts, "found_objective": True}


def _elements(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    from zwfw.testing.elements import tell_elements

    return tell_elements(draw, area)


def _one(**choices: tuple[object, ...]) -> Flaw:
    return Flaw(one_part("review_points", changed(**choices)))


_NOTHING = ("", None)

VIOLATIONS: Violations = violations(
    ItemElements,
    _elements,
    {
        "review_points.clear": (
            _one(standard=_NOTHING),
            _one(subject=_NOTHING),
            _one(found_objective=(False,)),
            _one(standard=_NOTHING, subject=_NOTHING, found_objective=(False,)),
        )
    },
)
