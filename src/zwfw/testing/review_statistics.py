"""The reviews of a year to test with, and those that break or keep a clause (好差评年度数据)."""

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area, AreaLevel
from zwfw.areas import areas as held_areas
from zwfw.records import ReviewStatistics
from zwfw.records.review_statistics import PARTS_OF
from zwfw.testing._facts import Flaw, Spoiler, Violations, conforming, violations
from zwfw.testing._records import fields_of, is_or_none, named
from zwfw.testing.areas import areas

__all__ = ["VIOLATIONS", "conforming_review_statistics", "review_statistics"]

_YEARS_OVER = st.integers(2023, 2024)
"""Those over before the last day, on whose own last day all documents about reviews but Putian's are in force."""

_COUNTS = st.sampled_from((0, 1, 10)) | st.integers(0, 1000)
_DAYS = st.sampled_from((0.0, 14.5, 15.0)) | st.floats(0, 60)
_PERCENTS = st.sampled_from((0.0, 79.99, 80.0, 89.99, 90.0, 100.0)) | st.floats(0, 100)

_OTHERS: dict[str, st.SearchStrategy[Any]] = {
    "year": st.integers(2021, 2026),
    "area": is_or_none(areas()),
    "offline_active_percent": is_or_none(_PERCENTS),
    "active_percent": is_or_none(_PERCENTS),
    "mean_rectification_working_days": is_or_none(_DAYS),
    "previous_mean_rectification_working_days": is_or_none(_DAYS),
}
_USUAL = {name: _OTHERS.get(name, is_or_none(_COUNTS)) for name in ReviewStatistics.model_fields}


def review_statistics(**fields: object) -> st.SearchStrategy[ReviewStatistics]:
    """The figures of years, reached or not; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.ReviewStatistics`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.
        ValidationError: When drawn, if a given part is more than its given whole.

    >>> from hypothesis import find
    >>> found = find(review_statistics(year=2024, reviews=10), lambda found: found.bad_reviews)
    >>> found.reviews, 0 < found.bad_reviews <= 10
    (10, True)
    """
    return named("review_statistics", fields_of(ReviewStatistics, _USUAL, fields).map(lambda facts: _of(facts, fields)))


def _of(facts: dict[str, Any], given: Mapping[str, object]) -> ReviewStatistics:
    """Figures in which no part is more than its whole: what was drawn makes room for what was given."""
    held = set(given)
    for part, whole in reversed(PARTS_OF.items()):
        if part in held and whole not in given and _is_more(facts, part, whole):
            facts[whole] = facts[part]
            held.add(whole)
    for part, whole in PARTS_OF.items():
        if part not in held and _is_more(facts, part, whole):
            facts[part] = facts[whole]
    return ReviewStatistics(**facts)


def _is_more(facts: Mapping[str, Any], part: str, whole: str) -> bool:
    some, of = facts.get(part), facts.get(whole)
    return some is not None and of is not None and some > of


def conforming_review_statistics(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[ReviewStatistics]:
    """Figures that state every field and keep every clause: in hindsight, ``check(figures, ...).ok`` is true.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The figures state it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_review_statistics(area="厦门市"), lambda figures: True), hindsight()).ok
    True
    """
    return conforming("conforming_review_statistics", ReviewStatistics, _tell, area)


_NUMBERS = st.integers(1, 1000)
_HIGH = st.sampled_from((90.0, 90.01, 100.0)) | st.floats(90, 100)
_ENOUGH = st.sampled_from((80.0, 80.01, 100.0)) | st.floats(80, 100)


def _tell(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    """The figures of a year in which every clause was kept; of few cases there may be more reviews than cases."""
    cases, units, bad = draw(_NUMBERS), draw(_NUMBERS), draw(st.integers(0, 20))
    reviews = max(cases, bad + 1) + draw(st.sampled_from((0, 1)) | _NUMBERS)
    real_name = draw(st.integers(0, bad))
    faked = draw(st.integers(1, min(5, reviews)))
    days = draw(st.floats(0, 15))
    return {
        "year": draw(st.integers(2023, 2025)),
        "area": area,
        "cases": cases,
        "reviews": reviews,
        "offline_active_percent": draw(_HIGH),
        "active_percent": draw(_ENOUGH),
        "window_units": units,
        "five_level_units": units,
        "bad_reviews": bad,
        "bad_reviews_rectified": bad,
        "satisfying_rectifications": bad,
        **_year_before(draw, reviews, bad),
        "mean_rectification_working_days": days,
        "previous_mean_rectification_working_days": draw(st.none() | st.floats(0.5, 9).map(lambda more: days + more)),
        "real_name_bad_reviews": real_name,
        "real_name_bad_reviews_fixed": real_name,
        "reviews_to_upload": reviews,
        "reviews_uploaded_in_time": reviews,
        "faked_reviews_found": faked,
        "faked_reviews_pursued": faked,
        "appraisal_publications": draw(st.integers(1, 3)),
    }


def _year_before(draw: st.DrawFn, reviews: int, bad: int) -> dict[str, Any]:
    """A year of as many reviews of which one more was bad; or of which there are no figures."""
    if draw(st.booleans()):
        return {"previous_reviews": None, "previous_bad_reviews": None}
    return {"previous_reviews": reviews + 1, "previous_bad_reviews": min(bad + 2, reviews + 1)}


def _over(spoil: Spoiler) -> Spoiler:
    """Spoil the figures of a year that is over."""

    def spoil_it(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        facts["year"] = draw(_YEARS_OVER)
        spoil(draw, facts)

    return spoil_it


def _flaw(spoil: Spoiler) -> Flaw:
    return Flaw(_over(spoil))


def _of_a_city(spoil: Spoiler) -> Flaw:
    """A figure of a whole city: that in which the area lies, or any of the province."""

    def spoil_it(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        around = [place for place in facts["area"].lineage if place in _held_cities()]
        facts["area"] = around[0] if around else draw(_CITIES)
        spoil(draw, facts)

    return _flaw(spoil_it)


def _held_cities() -> list[Area]:
    """The cities with districts; 平潭综合实验区, on their level, is none."""
    return [area for area in held_areas(AreaLevel.CITY) if area.has_standard_code]


_CITIES = st.deferred(lambda: st.sampled_from(_held_cities()))


def _less(part: str, whole: str) -> Spoiler:
    """A part that is not the whole, often by one."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        all_of = facts[whole]
        facts[part] = draw(st.sampled_from((None, 0, all_of - 1)) | st.integers(0, all_of - 1))

    return spoil


def _some_bad(spoil: Spoiler) -> Spoiler:
    """Some bad reviews, no year before to compare with, all of them put right but for what *spoil* says."""

    def spoil_it(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        bad = draw(st.integers(1, 20))
        facts |= dict.fromkeys(_BAD, bad) | {"previous_reviews": None, "previous_bad_reviews": None}
        most = max(facts["reviews"], bad)
        facts |= dict.fromkeys(("reviews", "reviews_to_upload", "reviews_uploaded_in_time"), most)
        spoil(draw, facts)

    return spoil_it


_BAD = (
    "bad_reviews",
    "bad_reviews_rectified",
    "satisfying_rectifications",
    "real_name_bad_reviews",
    "real_name_bad_reviews_fixed",
)


def _not_rectified(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """Some not put right; with what was, the people are satisfied, and under a real name it was all of it."""
    _less("bad_reviews_rectified", "bad_reviews")(draw, facts)
    facts["satisfying_rectifications"] = facts["bad_reviews_rectified"]
    facts |= {"real_name_bad_reviews": 0, "real_name_bad_reviews_fixed": 0}


def _no_fall(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """The same share as in the year before, or a greater one."""
    times = draw(st.integers(1, 3))
    facts["previous_reviews"] = facts["reviews"] * times
    facts["previous_bad_reviews"] = draw(st.just(facts["bad_reviews"] * times) | st.integers(0, facts["bad_reviews"]))


def _no_sooner(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    days = draw(st.sampled_from((1.0, 15.0)) | st.floats(1, 60))
    facts["mean_rectification_working_days"] = days
    facts["previous_mean_rectification_working_days"] = draw(st.just(days) | st.floats(0, days))


def _fewer(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """Fewer reviews than cases, often by one."""
    facts["cases"] = facts["reviews"] + draw(st.just(1) | _NUMBERS)


def _below(field: str, least: float) -> Spoiler:
    under = st.sampled_from((0.0, least - 0.01)) | st.floats(0, least, exclude_max=True)

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        facts[field] = draw(under)

    return spoil


def _unpublished(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    facts |= {"area": facts["area"].lineage[-1], "appraisal_publications": draw(st.sampled_from((0, None)))}


VIOLATIONS: Violations = violations(
    ReviewStatistics,
    _tell,
    {
        "review_statistics.faking-pursued": (Flaw(_less("faked_reviews_pursued", "faked_reviews_found")),),
        "review_statistics.active-rate-offline": (_of_a_city(_below("offline_active_percent", 90)),),
        "review_statistics.active-rate-overall": (_of_a_city(_below("active_percent", 80)),),
        "review_statistics.five-level-coverage": (_flaw(_less("five_level_units", "window_units")),),
        "review_statistics.bad-share-falls": (_flaw(_some_bad(_no_fall)),),
        "review_statistics.bad-reviews-rectified": (_flaw(_some_bad(_not_rectified)),),
        "review_statistics.rectifications-satisfy": (
            _flaw(_some_bad(_less("satisfying_rectifications", "bad_reviews_rectified"))),
        ),
        "review_statistics.volume-at-least-cases": (_of_a_city(_fewer),),
        "review_statistics.uploaded-in-time": (_flaw(_less("reviews_uploaded_in_time", "reviews_to_upload")),),
        "review_statistics.appraisal-published": (_flaw(_unpublished),),
        "review_statistics.rectified-sooner": (_flaw(_no_sooner),),
        "review_statistics.real-name-bad-reviews-fixed": (
            _flaw(_some_bad(_less("real_name_bad_reviews_fixed", "real_name_bad_reviews"))),
        ),
    },
)
