"""What the clauses say about reviews, and about the means for them at windows (好差评)."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from types import MappingProxyType

from zwfw.context import Context
from zwfw.limits.clocks import standing
from zwfw.limits.reviews import is_bad
from zwfw.outcomes import Severity, State
from zwfw.records import Review, ReviewGrade, ReviewPractice, ReviewSystem, Window
from zwfw.records._base import day_of, is_before
from zwfw.records.stated import path_of, when
from zwfw.rules._asking import all_done, any_holds, surely
from zwfw.rules._limits import kept
from zwfw.rules._per_clause import by_force, once_due, per_clause
from zwfw.rules.engine import Finding, breached, each, judge, not_applicable, rule
from zwfw.subjects import option

__all__ = ["RULES"]

_TABLES = ("fujian-2022/2.5.1", "xiamen-2022/2.5.1")
_ARTICLE = "putian-2025/art-43"
_PLAN = "hanjiang-2023/task-6"

_ONE_DAY = timedelta(days=1)


@rule("reviews.invited", clauses=_TABLES)
def invited(review: Review, _: Context) -> Iterator[Finding]:
    """Once the service is done, the applicant is invited to review it (主动邀请).

    Online that is once for a matter, on site once for a visit; that there is one review of it and no more is asked by
    ``reviews.reviewed-once``.
    """
    if not when(review, served_at=...):
        yield not_applicable("service-not-done")
    else:
        yield from all_done(review, {"is_invited": "not-invited-to-review"})


@rule("reviews.reviewed-once", clauses=(*_TABLES, _ARTICLE, _PLAN))
def reviewed_once(review: Review, ctx: Context) -> Iterator[Finding]:
    """Online there is one review of a matter, on site one of a visit (一事一评、一次一评).

    Putian promotes one review of either, and does not tell online from on site. Hanjiang asks for one of each visit;
    where there is none, a person has to say, as nobody can be made to give one.
    """

    def ask(ref: str) -> Iterator[Finding]:
        return _by_either(review, ctx) if ref == _ARTICLE else _by_its_unit(review, ctx, ref)

    yield from per_clause(ctx, (*_TABLES, _ARTICLE, _PLAN), ask)


def _by_its_unit(review: Review, ctx: Context, ref: str) -> Iterator[Finding]:
    is_online = review.served_online
    if is_online and ref == _PLAN:
        yield not_applicable("plan-speaks-of-visits")
        return
    field, key = _UNITS[bool(is_online)]
    count, wanted = getattr(review, field) or 0, ctx.parameter(key).value
    if count > int(wanted):
        yield breached("reviewed-more-than-once", at=field, count=count, wanted=wanted)
    elif not count:
        if ref == _PLAN and when(review, served_at=...):
            yield judge("visit-not-reviewed", at=field)
        else:
            yield not_applicable("no-review-given")


_UNITS = {
    True: ("reviews_of_matter", "online_reviews_per_matter"),
    False: ("reviews_of_visit", "offline_reviews_per_visit"),
}
"""What is counted online and on site, and the parameter that says how many there are."""


def _by_either(review: Review, ctx: Context) -> Iterator[Finding]:
    wanted = ctx.parameter("ratings").value
    ways = (lambda: review.reviews_of_visit == wanted, lambda: review.reviews_of_matter == wanted)
    if any_holds(ways):
        return
    counts = review.reviews_of_visit or 0, review.reviews_of_matter or 0
    if not any(counts):
        yield not_applicable("no-review-given")
    else:
        of_visit, of_matter = counts
        yield breached(
            "reviewed-once-by-neither",
            at="reviews_of_visit",
            severity=Severity.ADVICE,
            of_visit=of_visit,
            of_matter=of_matter,
            wanted=wanted,
        )


@rule("reviews.after-service", clauses=(*_TABLES, _PLAN))
def after_service(review: Review, _: Context) -> Iterator[Finding]:
    """No review is given before the service is done (“先评价，后办事”), by its moments or by what was found."""
    found = tuple(each((_early_by_moments, _early_by_findings), lambda ask: ask(review)))
    yield from [finding for finding in found if finding.state is State.BREACHED] or found


def _early_by_moments(review: Review) -> Iterator[Finding]:
    given_at = review.given_at
    if given_at is None:
        yield not_applicable("no-review-given")
    elif review.served_at is None or is_before(given_at, review.served_at):
        yield breached("reviewed-before-service", at="given_at", given_at=given_at, served_at=review.served_at)


def _early_by_findings(review: Review) -> Iterator[Finding]:
    if _is_found(review, ReviewPractice.BEFORE_SERVICE):
        yield breached("found-reviewed-before-service", at="practices_found")


def _is_found(review: Review, practice: ReviewPractice) -> bool:
    return practice in (review.practices_found or ())


@rule("reviews.not-by-staff", clauses=_TABLES)
def not_by_staff(review: Review, _: Context) -> Iterator[Finding]:
    """Nobody reviews a service that is their own work (“自行评价”)."""
    if _is_found(review, ReviewPractice.BY_STAFF):
        yield breached("reviewed-by-staff", at="practices_found")


@rule("reviews.not-faked", clauses=(*_TABLES, _PLAN))
def not_faked(review: Review, _: Context) -> Iterator[Finding]:
    """Nobody interferes with a review, forces praise, or alters or invents its data (弄虚作假、“强制好评”).

    Hanjiang names forced praise, the province and the city what it is a case of. Both lists are open: whether another
    practice is one is left to a person. Reviews before the service and those of staff have rules of their own.
    """
    for practice in review.practices_found or ():
        if practice is ReviewPractice.FORCED_PRAISE:
            yield breached("review-faked", at="practices_found", practice=practice)
        elif practice in _FAKING:
            yield breached("review-faked", at="practices_found", under=_TABLES, practice=practice)
        elif isinstance(practice, str):
            yield judge("perhaps-faked", at="practices_found", practice=practice)


_FAKING = (ReviewPractice.INTERFERENCE, ReviewPractice.ALTERED)


@rule("reviews.upgrade-not-forced", clauses=_TABLES)
def upgrade_not_forced(review: Review, _: Context) -> Iterator[Finding]:
    """Where a review is not a bad one, no department is made to ask for a higher grade (“非差评”).

    The printed grades 满意 and 基本满意 are an open list; any grade that is not bad is one.
    """
    if when(review, grade=_NOT_BAD, upgrade_forced=True):
        yield breached("upgrade-forced", at="upgrade_forced", grade=review.grade)
    elif surely(review, grade=_BAD_OR_NONE):
        yield not_applicable("no-review-but-a-bad-one")


_NOT_BAD = frozenset(grade for grade in ReviewGrade if not grade.is_bad)
_BAD_OR_NONE = frozenset({None, *ReviewGrade}) - _NOT_BAD


_BAD_REVIEWS = ("fujian-2022/2.5.2", "xiamen-2022/2.5.3")


@rule("reviews.called-back-in-time", clauses=_BAD_REVIEWS)
def called_back_in_time(review: Review, ctx: Context) -> Iterator[Finding]:
    """The person is called back within the limit after a bad review (差评回访).

    What starts the limit the texts do not say: the reading ``bad-review-callback-start``.
    """
    yield from kept(standing(review, ctx, "bad-review-callback"), "called-back-late")


@rule("reviews.rectification-reported-in-time", clauses=_BAD_REVIEWS)
def rectification_reported_in_time(review: Review, ctx: Context) -> Iterator[Finding]:
    """How a bad review was put right is explained to the provincial office within the limit (整改情况说明).

    What starts the limit the texts do not say: the reading ``bad-review-report-start``. By its default the time runs
    beside that for calling back, and not after it.
    """
    yield from kept(standing(review, ctx, "bad-review-report"), "rectification-reported-late")


@rule("reviews.rectified-in-order", clauses=_BAD_REVIEWS[:1])
def rectified_in_order(review: Review, _: Context) -> Iterator[Finding]:
    """A bad review goes from call-back to correction, report, the province's check, and registration (整改登记).

    It is put right in time after the call-back (及时), with no number of days: not yet is left to a person.
    """
    if not is_bad(review):
        yield not_applicable("not-a-bad-review")
        return
    found = tuple(each(_ORDER, lambda pair: _in_order(review, *pair)))
    is_broken = any(finding.state is State.BREACHED for finding in found)
    yield from (finding for finding in found if not (is_broken and finding.state is State.NEEDS_JUDGEMENT))
    if not found and not surely(review, registered_at=...):
        yield not_applicable("bad-review-under-way")


_STEPS = {
    "called_back_at": "回访",
    "rectified_at": "整改",
    "reported_at": "整改情况说明",
    "verified_at": "省审改办审核",
    "registered_at": "整改登记",
}
_ORDER = tuple(zip(_STEPS, tuple(_STEPS)[1:], strict=False))


def _in_order(review: Review, first: str, then: str) -> Iterator[Finding]:
    done_at = getattr(review, then)
    if done_at is None:
        if then == "rectified_at" and when(review, called_back_at=...):
            yield judge("not-rectified-yet", at=then, called_back_at=review.called_back_at)
        return
    first_at = getattr(review, first)
    if first_at is None or is_before(done_at, first_at):
        yield breached(
            "bad-review-step-too-early",
            at=then,
            step=_STEPS[then],
            first=_STEPS[first],
            done_at=done_at,
            first_at=first_at,
        )


_UPLOAD: Mapping[str, Severity] = MappingProxyType(
    # 协调推动 in both texts; the province goes on with 确保, the city with 力争.
    {"fujian-2022/2.5.3": Severity.VIOLATION, "xiamen-2022/2.5.4": Severity.ADVICE}
)


@rule("reviews.uploaded-in-time", clauses=tuple(_UPLOAD))
def uploaded_in_time(review: Review, ctx: Context) -> Iterator[Finding]:
    """A review of a system of one's own reaches the provincial online hall within the limit (“好差评”数据汇聚).

    What starts the limit the texts do not say: the reading ``review-upload-start``.
    """
    for found in kept(standing(review, ctx, "review-upload"), "review-uploaded-late"):
        if found.state is State.BREACHED:
            yield from by_force(ctx, _UPLOAD, found)
        else:
            yield found


@rule("reviews.distributed-daily", clauses=("fujian-2022/2.5.3",))
def distributed_daily(review: Review, ctx: Context) -> Iterator[Finding]:
    """A review of a unified system is passed on day by day, rest days too, to the city or county concerned (逐日分发).

    By which day one review has to be passed on the text does not say: the reading ``review-distribution-day``.
    """
    if not when(review, given_at=..., system=ReviewSystem.UNIFIED):
        yield not_applicable("not-of-a-unified-system")
        return
    given_on = day_of(review.given_at)  # type: ignore[arg-type]  # it was given
    due_on = given_on if option(review, ctx, "review-distribution-day") == "same-day" else given_on + _ONE_DAY
    done_on = review.distributed_at and day_of(review.distributed_at)
    if done_on is None and ctx.as_of.date() <= due_on:
        yield not_applicable("not-due-yet", due_on=due_on)
    elif done_on is None or done_on > due_on:
        yield breached(
            "review-distributed-late", at="distributed_at", given_on=given_on, due_on=due_on, done_on=done_on
        )


@rule("reviews.analysed-in-depth", clauses=("xiamen-2022/2.5.5",))
def analysed_in_depth(review: Review, _: Context) -> Iterator[Finding]:
    """A case with a review of 满意 or lower is among those analysed for what blocks or burdens people (深度分析).

    How often that is done the text does not say (定时). The threshold is one grade above that of
    ``reviews.searched-for-leads``.
    """
    if not when(review, grade=_FOR_ANALYSIS):
        yield not_applicable("above-analysis-threshold")
    else:
        yield from all_done(review, {"in_depth_analysis": "not-analysed-in-depth"}, grade=review.grade)


_FOR_ANALYSIS = frozenset(grade for grade in ReviewGrade if grade.is_for_analysis)


@rule("reviews.searched-for-leads", clauses=("xiamen-2022/2.5.6",), severity=Severity.ADVICE)
def searched_for_leads(review: Review, _: Context) -> Iterator[Finding]:
    """A review of 基本满意 or lower is among those searched for leads for covert checks and visits (深挖线索).

    The text gives ways to make checks better (优化), without a must.
    """
    if not when(review, grade=_FOR_LEADS):
        yield not_applicable("above-leads-threshold")
    else:
        yield from all_done(review, {"searched_for_leads": "not-searched-for-leads"}, grade=review.grade)


_FOR_LEADS = frozenset(grade for grade in ReviewGrade if grade.is_for_leads)


@rule("reviews.offered-at-windows", clauses=(_PLAN,))
def offered_at_windows(window: Window, _: Context) -> Iterator[Finding]:
    """A window has a device and a code for reviews where people see them (评价器、评价二维码).

    At a township service point that for now lacks the means for them there must be a paper form. Whether the centres
    (各级政务（便民）服务中心) of which the plan speaks are stations too, a person says.
    """
    if surely(window, cannot_have_review_device=True):
        found = tuple(all_done(window, {"has_paper_review_form": "no-paper-review-form"}))
    else:
        found = tuple(all_done(window, _AT_HAND, {"cannot_have_review_device": False}))
    if any(each.state is State.BREACHED for each in found) and window.in_station:
        yield judge("station-perhaps-owes-it", at=path_of(window, "in_station"))
    else:
        yield from found


_AT_HAND = {
    "has_review_device": "no-review-device",
    "has_review_code": "no-review-code",
    "reviews_in_plain_sight": "reviews-out-of-sight",
}


_FIVE_LEVELS = "xiamen-2022/2.5.2"


@rule("reviews.five-levels-offered", clauses=(_FIVE_LEVELS,))
def five_levels_offered(window: Window, ctx: Context) -> Iterator[Finding]:
    """By the end of the row's date, reviews at every window have five grades, by whatever means (“五级评价”)."""
    grades, wanted = window.review_grades or 0, ctx.parameter("five_level_rating").value
    if grades != wanted:
        found = breached("not-five-grades", at=path_of(window, "review_grades"), grades=grades, wanted=wanted)
        yield once_due(found, ctx, _FIVE_LEVELS)


RULES = (
    invited,
    reviewed_once,
    after_service,
    not_by_staff,
    not_faked,
    upgrade_not_forced,
    five_levels_offered,
    called_back_in_time,
    rectification_reported_in_time,
    rectified_in_order,
    uploaded_in_time,
    distributed_daily,
    analysed_in_depth,
    searched_for_leads,
    offered_at_windows,
)
