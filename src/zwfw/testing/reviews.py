"""Reviews to test with, and those that break or keep a clause (好差评)."""

from datetime import date, datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.calendars import national
from zwfw.records import Review, ReviewChannel, ReviewGrade, ReviewPractice, ReviewSystem, Window
from zwfw.testing._facts import Flaw, Spoiler, Violations, changed, conforming, violations
from zwfw.testing._records import TRUTHS, fields_of, is_or_none, named, texts
from zwfw.testing._windows import tell_window
from zwfw.testing.areas import areas
from zwfw.testing.moments import FIRST_DAY, LAST_DAY, Order, draw_in_order

__all__ = ["VIOLATIONS", "conforming_reviews", "reviews"]

_ORDER: Order = {
    "served_at": (),
    "given_at": (),
    "recorded_at": ("given_at",),
    "arrived_at": ("given_at",),
    "called_back_at": ("given_at",),
    "rectified_at": (),
    "reported_at": ("rectified_at",),
    "verified_at": (),
    "registered_at": (),
    "uploaded_at": ("given_at",),
    "distributed_at": ("given_at",),
}
"""What a record asks for, and that a report tends to follow the correction; the clauses ask for more."""

_GRADES = st.sampled_from(ReviewGrade)
_COUNTS = st.sampled_from((0, 1, 2)) | st.integers(0, 9)
_USUAL: dict[str, st.SearchStrategy[Any]] = {
    "id": texts(),
    "area": is_or_none(areas()),
    "channel": is_or_none(st.sampled_from(ReviewChannel) | st.just("意见箱")),
    "system": st.none() | st.sampled_from(ReviewSystem),
    "grade": is_or_none(_GRADES),
    "reviews_of_matter": is_or_none(_COUNTS),
    "reviews_of_visit": is_or_none(_COUNTS),
    "practices_found": st.sampled_from((None, ()))
    | st.lists(st.sampled_from(ReviewPractice) | st.just("以礼品换取好评"), max_size=2),
}
_FIELDS = _USUAL | {name: TRUTHS for name in Review.model_fields if name not in _USUAL and name not in _ORDER}
"""Every field that is no moment."""


def reviews(**fields: object) -> st.SearchStrategy[Review]:
    """Reviews of every grade, faked or not, followed up in time or not; what is not given is stated or not.

    Moments that are not given are drawn around those that are.

    Args:
        fields: Any field of a :class:`~zwfw.records.Review`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.
        ValidationError: When drawn, if the given fields contradict one another.

    >>> from hypothesis import find
    >>> review = find(reviews(given_at="2025-06-03"), lambda review: review.called_back_at is not None)
    >>> review.given_at, str(review.called_back_at) >= "2025-06-03"
    (datetime.date(2025, 6, 3), True)
    """
    return named("reviews", _reviews(fields_of(Review, _FIELDS, fields)))


@st.composite
def _reviews(draw: st.DrawFn, fields: st.SearchStrategy[dict[str, Any]]) -> Review:
    facts = draw(fields)
    return Review(**{**facts, **draw_in_order(draw, _ORDER, facts)})


def conforming_reviews(*, area: Area | str | st.SearchStrategy[Area] | None = None) -> st.SearchStrategy[Review]:
    """Reviews that state every field and keep every clause: in hindsight, ``check(review, ...).ok`` is true.

    Of some services nobody gave one, and of those that were bad some are still on their way.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The review states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_reviews(area="厦门市"), lambda review: review.reported_at), hindsight()).ok
    True
    """
    return conforming("conforming_reviews", Review, _tell, area)


_DAYS = st.dates(FIRST_DAY, LAST_DAY - timedelta(90))
_BAD = tuple(grade for grade in ReviewGrade if grade.is_bad)
_GOOD = tuple(grade for grade in ReviewGrade if not grade.is_bad)
_CALL_BACK, _REPORT, _UPLOAD = 2, 15, 3
"""The working days of each limit, as printed."""

_ONE_DAY = timedelta(1)
_NOT = (False, None)
_NOON = time(12)


def _within(draw: st.DrawFn, start: date, working_days: int, first: date | None = None) -> date:
    """A day on which a limit that began on *start* is kept, often its last, and none before *first*."""
    due = national().add(start, working_days)
    return draw(st.just(due) | st.dates(first or start, due))


def _late(draw: st.DrawFn, start: date, working_days: int) -> date:
    """A day on which it is not, often the first."""
    due = national().add(start, working_days)
    return draw(st.just(due + _ONE_DAY) | st.dates(due + _ONE_DAY, due + timedelta(20)))


def _tell(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    """The facts of a review that keeps every clause."""
    facts: dict[str, Any] = dict.fromkeys(Review.model_fields)
    facts |= {name: draw(_FIELDS[name]) for name in ("id", "channel", "system", "upgrade_forced")}
    facts |= {"area": area, "served_online": draw(TRUTHS), "is_invited": True}
    facts |= {"practices_found": draw(st.sampled_from((None, ()))), "in_depth_analysis": True}
    if draw(st.integers(0, 9)) == 0:
        return facts | _ungiven(draw)
    given_on = draw(_DAYS)
    facts |= {"grade": draw(_GRADES), "given_at": given_on, "served_at": draw(_served_before(given_on))}
    facts |= {"reviews_of_matter": draw(st.just(1) | st.integers(1, 3)), "reviews_of_visit": 1}
    facts |= _passed_on(draw, facts["system"], given_on)
    facts["arrived_at"] = draw(is_or_none(st.dates(given_on, given_on + timedelta(9))))
    if facts["served_online"]:
        facts["reviews_of_matter"] = 1
    return facts | _of_grade(draw, facts["grade"], given_on, facts["upgrade_forced"])


def _ungiven(draw: st.DrawFn) -> dict[str, Any]:
    """The occasion for a review of a matter online, to which an invitation went and of which none came."""
    served_at = draw(_DAYS)
    counts = {
        "reviews_of_matter": draw(st.sampled_from((None, 0))),
        "reviews_of_visit": draw(st.sampled_from((None, 0))),
    }
    return {"served_online": True, "served_at": served_at, "channel": None, **counts}


def _served_before(given_on: date) -> st.SearchStrategy[date | datetime]:
    """A day or moment that is not after the day of a review, often that day."""
    return st.just(given_on) | st.dates(given_on - timedelta(30), given_on) | st.just(datetime.combine(given_on, _NOON))


def _passed_on(draw: st.DrawFn, system: ReviewSystem | None, given_on: date) -> dict[str, Any]:
    """When its data were entered, uploaded and passed on, as a review of its system owes it."""
    if system is ReviewSystem.UNIFIED:
        return {
            "recorded_at": given_on,
            "distributed_at": given_on,
            "uploaded_at": draw(st.sampled_from((None, given_on))),
        }
    if system is ReviewSystem.OWN:
        uploaded_on = _within(draw, given_on, _UPLOAD)
        return {"recorded_at": draw(st.dates(given_on, uploaded_on)), "uploaded_at": uploaded_on}
    return {"recorded_at": given_on, "uploaded_at": given_on}


def _of_grade(draw: st.DrawFn, grade: ReviewGrade, given_on: date, upgrade_forced: object) -> dict[str, Any]:
    """What a review of a grade asks for; of better ones the rest is anything."""
    found: dict[str, Any] = {
        "upgrade_forced": upgrade_forced if grade.is_bad else draw(st.sampled_from(_NOT)),
        "in_depth_analysis": True if grade.is_for_analysis else draw(TRUTHS),
        "searched_for_leads": True if grade.is_for_leads else draw(TRUTHS),
    }
    return found | (_put_right(draw, given_on) if grade.is_bad else {})


def _put_right(draw: st.DrawFn, given_on: date) -> dict[str, Any]:
    """What follows on a bad review, in time and in order; some wait for the provincial office still."""
    called_back_on = _within(draw, given_on, _CALL_BACK)
    reported_on = _within(draw, given_on, _REPORT, called_back_on)
    verified_on = draw(is_or_none(st.dates(reported_on, reported_on + timedelta(20))))
    registered = st.none() if verified_on is None else is_or_none(st.dates(verified_on, verified_on + timedelta(5)))
    return {
        "called_back_at": called_back_on,
        "rectified_at": draw(st.dates(called_back_on, reported_on)),
        "reported_at": reported_on,
        "verified_at": verified_on,
        "registered_at": draw(registered),
    }


def _given(spoil: Spoiler, *grades: ReviewGrade, system: ReviewSystem | None = None) -> Spoiler:
    """Spoil a review that was given, of one of *grades* and of a system."""

    def spoil_it(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        given_on, grade = draw(_DAYS), draw(st.sampled_from(grades or tuple(ReviewGrade)))
        facts |= {"given_at": given_on, "served_at": draw(_served_before(given_on)), "grade": grade, "system": system}
        facts |= {"reviews_of_matter": 1, "reviews_of_visit": 1}
        facts |= dict.fromkeys((*_STEPS, "arrived_at", "recorded_at", "uploaded_at", "distributed_at"))
        facts |= _passed_on(draw, system, given_on) | _of_grade(draw, grade, given_on, facts["upgrade_forced"])
        spoil(draw, facts)

    return spoil_it


_STEPS = ("called_back_at", "rectified_at", "reported_at", "verified_at", "registered_at")


def _early(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """Reviewed on an earlier day, earlier on the same day, or of a service that is still to be done."""
    given_on = facts["given_at"]
    after = given_on + timedelta(draw(st.integers(1, 20)))
    facts["served_at"] = draw(st.sampled_from((None, after, datetime.combine(after, _NOON))))
    if draw(st.booleans()):
        facts["served_at"] = datetime.combine(given_on, time(12, 1))
        facts["given_at"] = datetime.combine(given_on, _NOON)


def _found(*practices: ReviewPractice) -> Spoiler:
    return changed(practices_found=tuple((practice,) for practice in practices))


def _several(field: str) -> Spoiler:
    """Reviewed more than once, by what is counted for the service."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        several = draw(st.integers(2, 5))
        is_online = facts["served_online"] = field == "reviews_of_matter"
        facts |= {"reviews_of_matter": several, "reviews_of_visit": draw(st.integers(0, 3)) if is_online else several}

    return spoil


def _called_back_late(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """Late by some days, and all else in time after it."""
    given_on = facts["given_at"]
    due = national().add(given_on, _CALL_BACK)
    last = national().add(given_on, _REPORT)
    called_back_on = draw(st.just(due + _ONE_DAY) | st.dates(due + _ONE_DAY, last))
    facts |= {"called_back_at": called_back_on, "rectified_at": called_back_on, "reported_at": last}
    facts |= {"verified_at": None, "registered_at": None}


def _not_called_back(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """Not called back, after a review so late in the last year that nothing else is due."""
    given_on = draw(st.dates(LAST_DAY - timedelta(7), LAST_DAY - timedelta(5)))
    facts |= dict.fromkeys((*_STEPS, "arrived_at"))
    facts |= dict.fromkeys(("served_at", "given_at", "recorded_at", "uploaded_at"), given_on)


def _reported_late(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    reported_on = draw(st.none() | st.just(_late(draw, facts["given_at"], _REPORT)))
    facts |= {"reported_at": reported_on, "verified_at": None, "registered_at": None}


def _out_of_order(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """One step before the one that it follows, or without it; the two that have a limit stay where they are."""
    called_back_on, reported_on = facts["called_back_at"], facts["reported_at"]
    facts |= {"verified_at": reported_on, "registered_at": reported_on}
    before = {
        "rectified_at": (called_back_on - _ONE_DAY, reported_on + _ONE_DAY, None),
        "verified_at": (reported_on - _ONE_DAY, None),
        "registered_at": (reported_on - _ONE_DAY,),
    }
    step = draw(st.sampled_from(tuple(before)))
    facts[step] = draw(st.sampled_from(before[step]))


def _at_once(spoil: Spoiler) -> Spoiler:
    """Spoil a review that was followed up on one day, after which each step may be taken too early."""

    def spoil_it(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        day = facts["given_at"]
        facts |= dict.fromkeys(_STEPS, day)
        spoil(draw, facts)

    return spoil_it


def _moved(field: str, working_days: int) -> Spoiler:
    """Late by some days, or not at all."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        facts[field] = draw(st.none() | st.just(_late(draw, facts["given_at"], working_days)))

    return spoil


def _distributed_late(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    days = st.integers(1, 20).map(lambda days: facts["given_at"] + timedelta(days))
    facts["distributed_at"] = draw(st.none() | days)


def _window(**choices: tuple[object, ...]) -> Flaw:
    return Flaw(changed(**choices))


_ABLE = {"cannot_have_review_device": _NOT, "in_station": _NOT}
_HAS_ALL = {
    **_ABLE,
    "has_review_device": (True,),
    "has_review_code": (True,),
    "reviews_in_plain_sight": (True,),
}
_ANALYSED = tuple(grade for grade in ReviewGrade if grade.is_for_analysis)
_LEADS = tuple(grade for grade in ReviewGrade if grade.is_for_leads)
_FAKED = (ReviewPractice.INTERFERENCE, ReviewPractice.ALTERED, ReviewPractice.FORCED_PRAISE)

VIOLATIONS: Violations = {
    **violations(
        Review,
        _tell,
        {
            "reviews.invited": (Flaw(changed(is_invited=_NOT)),),
            "reviews.reviewed-once": (
                Flaw(_given(_several("reviews_of_matter"))),
                Flaw(_given(_several("reviews_of_visit"))),
            ),
            "reviews.after-service": (
                Flaw(_given(_early)),
                Flaw(_given(_found(ReviewPractice.BEFORE_SERVICE))),
            ),
            "reviews.not-by-staff": (Flaw(_given(_found(ReviewPractice.BY_STAFF))),),
            "reviews.not-faked": (Flaw(_given(_found(*_FAKED))),),
            "reviews.upgrade-not-forced": (Flaw(_given(changed(upgrade_forced=(True,)), *_GOOD)),),
            "reviews.called-back-in-time": (
                Flaw(_given(_called_back_late, *_BAD)),
                Flaw(_given(_not_called_back, *_BAD)),
            ),
            "reviews.rectification-reported-in-time": (Flaw(_given(_reported_late, *_BAD)),),
            "reviews.rectified-in-order": (Flaw(_given(_at_once(_out_of_order), *_BAD)),),
            "reviews.uploaded-in-time": (Flaw(_given(_moved("uploaded_at", _UPLOAD), system=ReviewSystem.OWN)),),
            "reviews.distributed-daily": (Flaw(_given(_distributed_late, system=ReviewSystem.UNIFIED)),),
            "reviews.analysed-in-depth": (Flaw(_given(changed(in_depth_analysis=_NOT), *_ANALYSED)),),
            "reviews.searched-for-leads": (Flaw(_given(changed(searched_for_leads=_NOT), *_LEADS)),),
        },
    ),
    **violations(
        Window,
        tell_window,
        {
            "reviews.offered-at-windows": (
                _window(**{**_HAS_ALL, "has_review_device": _NOT}),
                _window(**{**_HAS_ALL, "has_review_code": _NOT}),
                _window(**{**_HAS_ALL, "reviews_in_plain_sight": _NOT}),
                _window(**{**_ABLE, "cannot_have_review_device": (True,), "has_paper_review_form": _NOT}),
            ),
            "reviews.five-levels-offered": (_window(review_grades=(None, 0, 2, 3, 4, 6)),),
        },
    ),
}
