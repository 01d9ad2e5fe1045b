"""What the clauses say about inspections, and about a year of oversight (督查、考核、保障)."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from zwfw.clauses import clause
from zwfw.context import Context
from zwfw.outcomes import Severity
from zwfw.records import (
    AppraisalPlatform,
    BreachArea,
    Inspection,
    InspectionProblem,
    OversightYear,
    PublicityChannel,
    Sanction,
    ServiceSide,
    SupportKind,
)
from zwfw.records._base import is_before
from zwfw.records.stated import path_of, when
from zwfw.rules._asking import all_done, lacks
from zwfw.rules._per_clause import per_clause, with_kept
from zwfw.rules._periods import owed_stretches, short_of, term_of
from zwfw.rules.engine import Finding, breached, each, judge, not_applicable, rule
from zwfw.terms import Stretch

__all__ = ["RULES"]

_FUJIAN, _XIAMEN = "fujian-2022/2.1.3", "xiamen-2022/2.1.3"
_TASK_5, _MONTHLY = "hanjiang-2023/task-5", "hanjiang-2023/safeguard-4"
_APPRAISAL = "putian-2025/art-38"


def _found_problems(inspection: Inspection) -> bool:
    """Whether it was held, on the spot, and found problems, so that something has to follow."""
    return when(inspection, inspected_at=..., on_site=True, problems=True)


@rule("inspections.problems-listed", clauses=(_FUJIAN, _XIAMEN))
def problems_listed(inspection: Inspection, _: Context) -> Iterator[Finding]:
    """After an inspection on the spot the problems are listed, and each has somebody responsible (明确责任)."""
    if not _found_problems(inspection):
        yield not_applicable("no-problem-found-on-site")
        return
    yield from all_done(inspection, {"problem_list_drawn_up": "no-problem-list"})
    yield from each(inspection.problems or (), lambda problem: lacks(problem, "responsible", "problem-without-duty"))


@rule("inspections.correction-urged", clauses=(_FUJIAN,))
def correction_urged(inspection: Inspection, _: Context) -> Iterator[Finding]:
    """After an inspection on the spot the correction of each problem is urged, not before it (督促整改).

    No time is given, so a problem neither urged nor corrected yet is left to a person.
    """
    if not _found_problems(inspection) or (inspected_at := inspection.inspected_at) is None:
        yield not_applicable("no-problem-found-on-site")
    else:
        yield from each(inspection.problems or (), lambda problem: _urged(problem, inspected_at))


def _urged(problem: InspectionProblem, inspected_at: date | datetime) -> Iterator[Finding]:
    at = path_of(problem, "urged_at")
    if problem.urged_at is None:
        if problem.corrected_at is None:
            yield judge("correction-not-urged", at=at)
    elif is_before(problem.urged_at, inspected_at):
        yield breached("correction-urged-too-early", at=at, urged_at=problem.urged_at, inspected_at=inspected_at)


@rule("inspections.corrected-one-by-one", clauses=(_XIAMEN,))
def corrected_one_by_one(inspection: Inspection, _: Context) -> Iterator[Finding]:
    """Each problem is corrected by itself (一事一整改).

    No time is given, so one that is not corrected yet is left to a person.
    """
    if not _found_problems(inspection):
        yield not_applicable("no-problem-found-on-site")
    else:
        yield from each(inspection.problems or (), _corrected)


def _corrected(problem: InspectionProblem) -> Iterator[Finding]:
    if problem.corrected_at is None:
        yield judge("problem-not-corrected", at=path_of(problem, "corrected_at"))
    else:
        yield from lacks(problem, "corrected_singly", "corrected-in-a-lump")


@rule("inspections.breaches-have-consequences", clauses=("putian-2025/art-37",))
def breaches_have_consequences(inspection: Inspection, _: Context) -> Iterator[Finding]:
    """A breach of the efficiency rules costs points and is accounted for (绩效扣分、效能问责).

    Whether both go together is not said, so one of them alone is left to a person. So are other areas than those
    printed, as the list is left open (等).
    """
    if not when(inspection, inspected_at=..., problems=True):
        yield not_applicable("no-problem-found")
        return
    found = tuple(each(inspection.problems or (), _sanctioned))
    speaking = tuple(finding for finding in found if finding.reason != _NO_BREACH)
    if speaking or len(found) < len(inspection.problems or ()):
        yield from speaking
    else:
        yield not_applicable(_NO_BREACH)


_NO_BREACH = "no-efficiency-breach"


def _sanctioned(problem: InspectionProblem) -> Iterator[Finding]:
    if not when(problem, breaks_efficiency_rules=True, breach_area=...):
        yield not_applicable(_NO_BREACH)
        return
    at, sanctions = path_of(problem, "sanctions"), problem.sanctions or ()
    missing = tuple(each for each in Sanction if each not in sanctions)
    if not sanctions and isinstance(problem.breach_area, BreachArea):
        yield breached("breach-without-consequence", at=at, breach_area=problem.breach_area)
    elif not sanctions:
        yield judge("perhaps-breach-with-consequence", at=at, breach_area=problem.breach_area)
    elif missing:
        yield judge("one-consequence-alone", at=at, missing=missing)


def _done_in(days: tuple[date, ...] | None, ctx: Context, stretch: Stretch) -> int:
    """How many of *days*, as far as they have come, lie in *stretch*."""
    last = min(stretch.last, ctx.as_of.date())
    return sum(stretch.first <= day <= last for day in days or ())


@rule("inspections.each-quarter", clauses=(_FUJIAN, _XIAMEN))
def each_quarter(held: OversightYear, ctx: Context) -> Iterator[Finding]:
    """There is at least one inspection on the spot in each quarter (每季度).

    A quarter is read as one of the calendar, and one is owed for each that lies wholly within the force of the clause:
    four in one quarter do not make up for the others. Patrols by video do not count. The province lets open and covert
    visits be among other ways; Xiamen asks for such visits. Whether each organiser owes one, or each place, is not
    said: the record is of whatever you count by.
    """
    days, least = held.onsite_on, int(ctx.parameter("onsite_inspections_per_quarter").value)

    def ask(ref: str) -> Iterator[Finding]:
        stretches = owed_stretches(ref, term_of(f"{ref}#1"), held.year, ctx)
        yield from short_of(
            stretches,
            least,
            ctx,
            lambda stretch: _done_in(days, ctx, stretch),
            "quarter-without-inspection",
            at="onsite_on",
        )

    yield from per_clause(ctx, (_FUJIAN, _XIAMEN), ask)


@rule("inspections.patrolled-routinely", clauses=(_FUJIAN, _XIAMEN, _TASK_5))
def patrolled_routinely(held: OversightYear, ctx: Context) -> Iterator[Finding]:
    """Institutions are patrolled and spot-checked as a routine, over the video system (日常巡查抽查).

    Xiamen's text does not name that system. In Hanjiang warnings about the efficiency of windows are followed up too.
    """

    def ask(ref: str) -> Iterator[Finding]:
        yield from all_done(held, {field: _PATROLS[field] for field in _ASKED_OF_PATROLS[ref]})

    yield from per_clause(ctx, _ASKED_OF_PATROLS, ask)


_PATROLS = {
    "patrolled_routinely": "no-routine-patrol",
    "patrols_use_video_system": "patrol-without-video-system",
    "warnings_followed_up": "warnings-not-followed-up",
}
_ASKED_OF_PATROLS: Mapping[str, tuple[str, ...]] = {
    _FUJIAN: ("patrolled_routinely", "patrols_use_video_system"),
    _XIAMEN: ("patrolled_routinely",),
    _TASK_5: tuple(_PATROLS),
}


@rule("inspections.leaders-come-regularly", clauses=("hanjiang-2023/task-13",))
def leaders_come_regularly(held: OversightYear, _: Context) -> Iterator[Finding]:
    """Leaders of the approving departments come to the windows regularly (“领导进窗口、服务零距离”).

    No frequency is given: a person says whether they do.
    """
    yield from all_done(held, {"leaders_come_regularly": "leaders-do-not-come"})


@rule("inspections.results-reported", clauses=(_APPRAISAL, _MONTHLY))
def results_reported(held: OversightYear, ctx: Context) -> Iterator[Finding]:
    """Results are reported: in Putian regularly, in Hanjiang every month (定期通报、月度督查通报).

    How often regularly is, a person says. A month is owed that lies wholly within the force of the clause.
    """
    yield from per_clause(ctx, (_APPRAISAL, _MONTHLY), lambda ref: _REPORTS[ref](held, ctx))


def _reported_regularly(held: OversightYear, _: Context) -> Iterator[Finding]:
    yield from all_done(held, {"reported_regularly": "not-reported-regularly"})


def _reported_monthly(held: OversightYear, ctx: Context) -> Iterator[Finding]:
    days, term = held.reported_on, clause(_MONTHLY).term
    months = owed_stretches(_MONTHLY, term, held.year, ctx)
    yield from short_of(
        months,
        term.times,
        ctx,
        lambda stretch: _done_in(days, ctx, stretch),
        "month-without-report",
        at="reported_on",
    )


_REPORTS = {_APPRAISAL: _reported_regularly, _MONTHLY: _reported_monthly}


@rule("inspections.appraised-yearly", clauses=(_APPRAISAL,))
def appraised_yearly(held: OversightYear, ctx: Context) -> Iterator[Finding]:
    """Keeping the norms is part of the city's indicators, and these are appraised yearly on two platforms (年度考核).

    No day is given, so a year that is over and not appraised yet is left to a person.
    """
    yield from all_done(held, {"compliance_in_indicators": "compliance-not-in-indicators"})
    yield from each((held,), lambda year: _appraised(year, ctx))


def _appraised(held: OversightYear, ctx: Context) -> Iterator[Finding]:
    last = date(held.year, 12, 31)
    if held.appraised_on is None:
        if ctx.as_of.date() > last:
            yield judge("year-not-appraised", at="appraised_on", year=held.year)
        return
    missing = tuple(each for each in AppraisalPlatform if each not in (held.appraisal_platforms or ()))
    if missing:
        yield breached("appraised-off-the-platforms", at="appraisal_platforms", missing=missing)


_THIRD_PARTY = "xiamen-2022/2.5.7"


@rule("inspections.third-party-tries", clauses=(_THIRD_PARTY, _APPRAISAL))
def third_party_tries(held: OversightYear, ctx: Context) -> Iterator[Finding]:
    """A third party tries the services online and offline, and its suggestions are used (第三方评估).

    It is a must in Xiamen; Putian promotes that third parties evaluate, and says no more. No frequency is given.
    """
    if not held.third_party_commissioned:
        for ref, severity in ((_THIRD_PARTY, Severity.VIOLATION), (_APPRAISAL, Severity.ADVICE)):
            if ctx.has(ref):
                yield breached("no-third-party", at="third_party_commissioned", severity=severity)
    elif ctx.has(_THIRD_PARTY):
        yield from each((_tried, _used), lambda ask: ask(held))


def _tried(held: OversightYear) -> Iterator[Finding]:
    missing = tuple(side for side in ServiceSide if side not in (held.third_party_tried or ()))
    if missing:
        yield breached("services-not-tried", at="third_party_tried", missing=missing)


def _used(held: OversightYear) -> Iterator[Finding]:
    yield from lacks(held, "suggestions_used", "suggestions-not-used")


_BUDGET, _SUPPORT, _PUBLICITY = "putian-2025/art-49", "putian-2025/art-50", "putian-2025/art-53"


@rule("inspections.work-supported", clauses=(_BUDGET, _SUPPORT, _PUBLICITY))
def work_supported(held: OversightYear, ctx: Context) -> Iterator[Finding]:
    """The budget is asked for, four supports are secured, meetings are held, and services explained (保障).

    To ask for the budget is all that is wanted, not to get it. How regular meetings have to be, a person says. The
    channels are left open (等), so that of those printed one is left to a person where another serves.
    """

    def ask(field: str) -> Iterator[Finding]:
        yield from _SUPPORTED[field](held)

    yield from with_kept(ctx, (_BUDGET, _SUPPORT, _PUBLICITY), each(_SUPPORTED, ask))


def _budget(held: OversightYear) -> Iterator[Finding]:
    yield from lacks(held, "budget_requested", "budget-not-requested", under=(_BUDGET,))


def _supports(held: OversightYear) -> Iterator[Finding]:
    missing = tuple(support for support in SupportKind if support not in (held.supports or ()))
    if missing:
        yield breached("support-missing", at="supports", under=(_SUPPORT,), missing=missing)


def _meetings(held: OversightYear) -> Iterator[Finding]:
    yield from lacks(held, "meetings_held_regularly", "meetings-not-regular", under=(_SUPPORT,))


def _explained(held: OversightYear) -> Iterator[Finding]:
    channels = held.explained_on or ()
    missing = tuple(channel for channel in PublicityChannel if channel not in channels)
    if not channels:
        yield breached("services-not-explained", at="explained_on", under=(_PUBLICITY,))
    elif missing:
        yield judge("channel-not-used", at="explained_on", under=(_PUBLICITY,), missing=missing)


_SUPPORTED = {"budget": _budget, "supports": _supports, "meetings": _meetings, "explained": _explained}

RULES = (
    problems_listed,
    correction_urged,
    corrected_one_by_one,
    breaches_have_consequences,
    each_quarter,
    patrolled_routinely,
    leaders_come_regularly,
    results_reported,
    appraised_yearly,
    third_party_tries,
    work_supported,
)
