"""What the clauses say about the reviews of an area in a year, in figures (好差评年度数据)."""

from collections.abc import Iterator
from datetime import date

import attrs

from zwfw.areas import PINGTAN, AreaLevel
from zwfw.context import Context
from zwfw.outcomes import Severity, State
from zwfw.records import Indicator, ReviewStatistics
from zwfw.records.stated import when
from zwfw.rules.engine import Finding, breached, not_applicable, rule
from zwfw.rules.indicators import target_reached

__all__ = ["RULES"]


def _held_to(key: str, figure: float | None, statistics: ReviewStatistics, ctx: Context, at: str) -> Iterator[Finding]:
    """What ``indicators.target-reached`` says of a figure of these statistics; nothing where it reaches the target."""
    indicator = Indicator(key=key, year=statistics.year, value=figure)
    for found in target_reached.function(indicator, ctx):
        if found.state is not State.MET:
            yield attrs.evolve(found, at=at)


def _share(some: int | None, of: int) -> float:
    return 100 * (some or 0) / of


def _share_held_to(
    key: str, statistics: ReviewStatistics, ctx: Context, *, some: str, of: str, none: str
) -> Iterator[Finding]:
    """What is said of a share, of two counts; where there is nothing of which it is one, *none* is the reason."""
    if whole := getattr(statistics, of):
        yield from _held_to(key, _share(getattr(statistics, some), whole), statistics, ctx, some)
    else:
        yield not_applicable(none)


def _until_the_year_is_over(found: Finding, statistics: ReviewStatistics, ctx: Context) -> Finding:
    """*found*, once the year is over; until then its figures still move."""
    last = date(statistics.year, 12, 31)
    return found if ctx.as_of.date() > last else not_applicable("not-due-yet", due_on=last)


@rule("review_statistics.active-rate-offline", clauses=("xiamen-2022/2.5.1",))
def active_rate_offline(statistics: ReviewStatistics, ctx: Context) -> Iterator[Finding]:
    """Of services on site at least the share set is reviewed by people of their own accord (线下主动评价率).

    It and the share of all services are asked for beside each other: this one is the higher.
    """
    at = "offline_active_percent"
    yield from _held_to("active_rating_offline_min", statistics.offline_active_percent, statistics, ctx, at)


@rule("review_statistics.active-rate-overall", clauses=("xiamen-2022/2.5.1",))
def active_rate_overall(statistics: ReviewStatistics, ctx: Context) -> Iterator[Finding]:
    """Online and offline together at least the share set is reviewed by people of their own accord (综合主动评价率).

    Online it is counted by matters and on site by visits, and of what it is the share the text does not say: the figure
    is the one that the body itself works out.
    """
    at = "active_percent"
    yield from _held_to("active_rating_all_min", statistics.active_percent, statistics, ctx, at)


@rule("review_statistics.faking-pursued", clauses=("fujian-2022/2.5.1", "xiamen-2022/2.5.1"))
def faking_pursued(statistics: ReviewStatistics, _: Context) -> Iterator[Finding]:
    """For every review that was found to be faked somebody is held to account (追责)."""
    found = statistics.faked_reviews_found or 0
    if not found:
        yield not_applicable("no-faking-found")
        return
    pursued = statistics.faked_reviews_pursued or 0
    if pursued < found:
        yield breached("faking-not-pursued", at="faked_reviews_pursued", found=found, pursued=pursued)


@rule("review_statistics.five-level-coverage", clauses=("xiamen-2022/2.5.2",))
def five_level_coverage(statistics: ReviewStatistics, ctx: Context) -> Iterator[Finding]:
    """All units that serve at windows offer reviews in five grades (“五级评价”)."""
    counts = {"some": "five_level_units", "of": "window_units", "none": "no-window-units"}
    yield from _share_held_to("five_level_coverage", statistics, ctx, **counts)


@rule("review_statistics.bad-share-falls", clauses=("xiamen-2022/2.5.3",), severity=Severity.ADVICE)
def bad_share_falls(statistics: ReviewStatistics, ctx: Context) -> Iterator[Finding]:
    """The share of bad reviews is lower than in the year before (差评率).

    By how much it falls, and from when to when, the text does not say; a share that was nothing cannot fall.
    """
    if not when(statistics, reviews=True, previous_reviews=True):
        yield not_applicable("no-years-to-compare")
        return
    bad, before = statistics.bad_reviews or 0, statistics.previous_bad_reviews or 0
    of, of_before = statistics.reviews or 0, statistics.previous_reviews or 0
    # Both sides times both totals, so that nothing is rounded.
    if bad * of_before >= before * of and bad:
        found = breached(
            "bad-share-not-lower",
            at="bad_reviews",
            bad=bad,
            reviews=of,
            previous_bad=before,
            previous_reviews=of_before,
        )
        yield _until_the_year_is_over(found, statistics, ctx)


@rule("review_statistics.bad-reviews-rectified", clauses=("xiamen-2022/2.5.3",))
def bad_reviews_rectified(statistics: ReviewStatistics, ctx: Context) -> Iterator[Finding]:
    """All bad reviews are put right (差评整改率)."""
    counts = {"some": "bad_reviews_rectified", "of": "bad_reviews", "none": "no-bad-reviews"}
    yield from _share_held_to("bad_rating_fix_rate", statistics, ctx, **counts)


@rule("review_statistics.rectifications-satisfy", clauses=("xiamen-2022/2.5.3",))
def rectifications_satisfy(statistics: ReviewStatistics, ctx: Context) -> Iterator[Finding]:
    """Where a bad review was put right, the person is satisfied with that (整改满意率)."""
    counts = {"some": "satisfying_rectifications", "of": "bad_reviews_rectified", "none": "no-rectifications"}
    yield from _share_held_to("bad_rating_fix_satisfaction", statistics, ctx, **counts)


_VOLUME = ("fujian-2022/2.5.3", "xiamen-2022/2.5.4")


@rule("review_statistics.volume-at-least-cases", clauses=_VOLUME)
def volume_at_least_cases(statistics: ReviewStatistics, ctx: Context) -> Iterator[Finding]:
    """A city's reviews of a year are no fewer than the cases of all its business systems (年度数据量).

    It stands beside one review of a matter online and of a visit on site, and in Xiamen beside shares of 90 and 80 per
    cent that people give of their own accord. All three hold: review records are counted here, and not only the ones
    given of people's own accord; and a case with several visits has several, while another has none. Whether each case
    was reviewed, the figure does not say. 平潭综合实验区 stands beside the cities and is none with districts (设区市).
    """
    if ctx.area.is_within(PINGTAN):
        yield not_applicable("of-cities-with-districts")
        return
    if not statistics.cases:
        yield not_applicable("no-cases-in-the-year")
        return
    reviews = statistics.reviews or 0
    for found in _held_to("annual_review_to_case_ratio", reviews / statistics.cases, statistics, ctx, "reviews"):
        if found.state is State.BREACHED:
            facts = {"reviews": reviews, "cases": statistics.cases, "wanted": found.facts["wanted"]}
            yield attrs.evolve(found, reason="fewer-reviews-than-cases", facts=facts)
        else:
            yield found


@rule("review_statistics.uploaded-in-time", clauses=("xiamen-2022/2.5.4",), severity=Severity.ADVICE)
def uploaded_in_time(statistics: ReviewStatistics, ctx: Context) -> Iterator[Finding]:
    """The aim is that all review records reach the provincial online hall in time (汇聚及时率)."""
    counts = {"some": "reviews_uploaded_in_time", "of": "reviews_to_upload", "none": "no-reviews-to-upload"}
    yield from _share_held_to("rating_sync_on_time", statistics, ctx, **counts)


_APPRAISAL = "fujian-2022/2.5.4"
_FIRST_YEAR = 2022


@rule("review_statistics.appraisal-published", clauses=(_APPRAISAL,))
def appraisal_published(statistics: ReviewStatistics, ctx: Context) -> Iterator[Finding]:
    """After 2022 the appraisal indicators are adjusted and published every year (考核指标).

    The bodies that owe it are the province's; no city or district is asked. That once is enough is inferred from
    每年定期. Those of 2022 have a date, which ``tasks.done-by-the-date`` asks for.
    """
    if statistics.year <= _FIRST_YEAR:
        yield not_applicable("appraisal-of-the-first-year", year=_FIRST_YEAR)
        return
    if ctx.area.level is not AreaLevel.PROVINCE:
        yield not_applicable("appraisal-of-another-body")
        return
    times = statistics.appraisal_publications or 0
    least = ctx.parameter("appraisal_indicator_publication").value
    if times < int(least):
        found = breached("appraisal-not-published", at="appraisal_publications", times=times, least=least)
        yield _until_the_year_is_over(found, statistics, ctx)


@rule("review_statistics.rectified-sooner", clauses=("hanjiang-2023/task-6",), severity=Severity.ADVICE)
def rectified_sooner(statistics: ReviewStatistics, ctx: Context) -> Iterator[Finding]:
    """Bad reviews are put right sooner, on average, than in the year before (整改时效).

    The text asks for better time and gives none; that the mean of the year before is the measure is our reading.
    """
    mean, before = (
        statistics.mean_rectification_working_days,
        statistics.previous_mean_rectification_working_days,
    )
    if mean is None or before is None:
        yield not_applicable("no-years-to-compare")
    elif mean >= before and mean:
        at = "mean_rectification_working_days"
        found = breached("not-rectified-sooner", at=at, mean=mean, before=before)
        yield _until_the_year_is_over(found, statistics, ctx)


@rule("review_statistics.real-name-bad-reviews-fixed", clauses=("hanjiang-2023/T42",), severity=Severity.ADVICE)
def real_name_bad_reviews_fixed(statistics: ReviewStatistics, ctx: Context) -> Iterator[Finding]:
    """About every bad review under a real name the person is called back and the matter put right (实名差评回访整改率).

    It is a criterion of the card of township centres, which is kept where there is none. What one misses is points, and
    so it is advice.
    """
    given = statistics.real_name_bad_reviews or 0
    if not given:
        return
    fixed, wanted = statistics.real_name_bad_reviews_fixed or 0, ctx.parameter("real_name_bad_review_fix").value
    if _share(fixed, given) < int(wanted):
        found = breached(
            "real-name-bad-reviews-left", at="real_name_bad_reviews_fixed", given=given, fixed=fixed, wanted=wanted
        )
        yield _until_the_year_is_over(found, statistics, ctx)


RULES = (
    faking_pursued,
    active_rate_offline,
    active_rate_overall,
    five_level_coverage,
    bad_share_falls,
    bad_reviews_rectified,
    rectifications_satisfy,
    volume_at_least_cases,
    uploaded_in_time,
    appraisal_published,
    rectified_sooner,
    real_name_bad_reviews_fixed,
)
