"""What the clauses say about review points (审查要点)."""

from collections.abc import Iterator

from zwfw.context import Context
from zwfw.records import ReviewPoint
from zwfw.records.stated import path_of
from zwfw.rules._asking import all_done
from zwfw.rules.engine import Finding, breached, each, judge, rule

__all__ = ["RULES"]


@rule("review_points.clear", clauses=("fujian-2022/3.6.1", "xiamen-2022/3.6.1"))
def clear(point: ReviewPoint, _: Context) -> Iterator[Finding]:
    """A review point has a clear standard and a definite object, and is objective and effective (客观有效).

    Whether the standard is clear and the object definite is read from their being there; whether the point is
    objective and effective is what a person found.
    """
    yield from all_done(point, _CLEAR, point=point.text)
    yield from each((point,), _objective)


_CLEAR = {"standard": "review-point-without-standard", "subject": "review-point-without-subject"}


def _objective(point: ReviewPoint) -> Iterator[Finding]:
    found, at = point.found_objective, path_of(point, "found_objective")
    if found is None:
        yield judge("review-point-not-looked-at", at=at, point=point.text)
    elif not found:
        yield breached("review-point-not-objective", at=at, point=point.text)


RULES = (clear,)
