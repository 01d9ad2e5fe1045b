"""What the clauses say about a case on its way from receipt to decision (办件)."""

from collections.abc import Iterator
from datetime import date, datetime
from math import ceil

from zwfw.areas import AreaLevel
from zwfw.clauses import clause
from zwfw.context import Context
from zwfw.limits.cases import (
    Acceptance,
    acceptance,
    actual_acceptance,
    gap_is_tolerated,
    is_complicated_file,
    is_registered_first,
)
from zwfw.limits.clocks import standing, standings
from zwfw.outcomes import Severity, State
from zwfw.records import BasisRank, Case, Correction, MaterialTaken, OnlineDepth, SpecialStep
from zwfw.records._base import day_of, is_before
from zwfw.records.stated import Unstated, path_of, when
from zwfw.rules._limits import kept
from zwfw.rules.engine import Finding, breached, each, judge, met, not_applicable, rule, undetermined
from zwfw.subjects import option

__all__ = ["RULES", "Acceptance", "acceptance"]

_HANJIANG = "hanjiang-2023/task-5"


@rule(
    "cases.accepted-on-receipt",
    clauses=("fujian-2022/2.2.10", "xiamen-2022/2.2.11", _HANJIANG),
)
def accepted_on_receipt(case: Case, ctx: Context) -> Iterator[Finding]:
    """A file that is complete and in form is accepted on receipt, with a notice of acceptance (收件即受理).

    What may be missing by a mode that the applicant chose does not make a file incomplete. "On the spot" is read as
    the day of receipt.
    """
    if case.received_at is None:
        yield not_applicable("not-received")
        return
    if not case.complete and not gap_is_tolerated(case):
        yield not_applicable("file-incomplete")
        return
    under: tuple[str, ...] = ()
    if is_registered_first(case, ctx):
        # The province's sentence can be read so; the city's and the district's cannot.
        under = tuple(ref for ref in ("xiamen-2022/2.2.11", _HANJIANG) if ctx.has(ref))
        if not under:
            yield not_applicable("registered-first")
            return
    found = list(_accepted_on(day_of(case.received_at), case, ctx, under))
    yield from found or ((met(under=under),) if under else ())


def _accepted_on(received_on: date, case: Case, ctx: Context, under: tuple[str, ...]) -> Iterator[Finding]:
    accepted_at = case.accepted_at
    if accepted_at is None:
        refused_at = case.refused_at
        if refused_at is None and ctx.as_of.date() <= received_on:
            yield not_applicable("not-due-yet", due_on=received_on)
            return
        if refused_at is not None:
            yield judge("complete-file-refused", at="refused_at", under=under, refused_at=refused_at)
        if refused_at is None or day_of(refused_at) > received_on:
            yield breached(
                "not-accepted-on-receipt", at="accepted_at", under=under, received_on=received_on, accepted_on=None
            )
        return
    if day_of(accepted_at) > received_on:
        yield breached(
            "not-accepted-on-receipt",
            at="accepted_at",
            under=under,
            received_on=received_on,
            accepted_on=day_of(accepted_at),
        )
    if not case.acceptance_notice_issued:
        yield breached("no-acceptance-notice", at="acceptance_notice_issued", under=under)


@rule(
    "cases.correction-told-in-time",
    clauses=("fujian-2022/2.2.10", "xiamen-2022/2.2.11", _HANJIANG),
)
def correction_told_in_time(case: Case, ctx: Context) -> Iterator[Finding]:
    """What an incomplete file lacks is told on the spot, what a complicated one lacks within the limit (一次性告知)."""
    complete = when(case, complete=True)
    if complete and not is_registered_first(case, ctx):
        yield not_applicable("file-complete")
    elif gap_is_tolerated(case):
        yield not_applicable("gap-tolerated")
    elif not case.complicated:
        yield from _told_on_the_spot(case, ctx)
    else:
        yield from _told_within_the_limit(case, ctx)
        if not complete and ctx.has(_HANJIANG) and option(case, ctx, "complicated-in-hanjiang") == "on-the-spot":
            yield from _told_on_the_spot(case, ctx, under=(_HANJIANG,))


def _told_within_the_limit(case: Case, ctx: Context) -> Iterator[Finding]:
    """The district's plan knows no complicated files: the answer rests on the province's and the city's clause."""
    under = ("fujian-2022/2.2.10", "xiamen-2022/2.2.11")
    found = tuple(kept(standing(case, ctx, "correction-notice"), "correction-told-late", under=under))
    yield from found or (met(under=under),)


def _told_on_the_spot(case: Case, ctx: Context, *, under: tuple[str, ...] = ()) -> Iterator[Finding]:
    if case.received_at is None:
        yield not_applicable("not-received")
        return
    received_on = day_of(case.received_at)
    told_on = day_of(case.corrections[0].told_at) if case.corrections else None
    if told_on is None and ctx.as_of.date() <= received_on:
        yield not_applicable("not-due-yet", due_on=received_on)
    elif told_on != received_on:
        yield breached(
            "correction-not-told-on-the-spot", at="corrections", under=under, received_on=received_on, done_on=told_on
        )


@rule("cases.complicated-file-registered", clauses=("fujian-2022/2.2.10", "xiamen-2022/2.2.11"))
def complicated_file_registered(case: Case, ctx: Context) -> Iterator[Finding]:
    """A complicated, incomplete file is registered when it is received (收件登记)."""
    if not is_complicated_file(case, ctx):
        yield not_applicable("limit-does-not-apply")
    elif gap_is_tolerated(case):
        yield not_applicable("gap-tolerated")
    elif case.received_at is None:
        yield not_applicable("not-received")
    elif case.registered_at is None or day_of(case.registered_at) > day_of(case.received_at):
        if case.registered_at is None and ctx.as_of.date() <= day_of(case.received_at):
            yield not_applicable("not-due-yet", due_on=day_of(case.received_at))
        else:
            yield breached("not-registered", at="registered_at", received_on=day_of(case.received_at))


@rule(
    "cases.correction-told-once",
    clauses=("fujian-2022/2.2.10", "xiamen-2022/2.2.11", "fujian-2022/2.1.2", "xiamen-2022/2.1.2", _HANJIANG),
)
def correction_told_once(case: Case, _: Context) -> Iterator[Finding]:
    """Everything to be corrected is told at once; later notices repeat it, and demand nothing new (一次性告知)."""
    corrections = case.corrections or ()
    if not corrections:
        yield not_applicable("nothing-told")
        return
    if len(corrections) > 1:
        yield from each(range(1, len(corrections)), lambda number: _nothing_new(corrections, number))


def _nothing_new(corrections: tuple[Correction, ...], number: int) -> Iterator[Finding]:
    later = corrections[number]
    told = {demand for earlier in corrections[:number] for demand in earlier.demands or ()}
    new = tuple(demand for demand in later.demands or () if demand not in told)
    if new:
        at = path_of(later, "demands")
        if later.arises_from_supplement:
            yield judge("new-demand-from-supplement", at=at, demands=new)
        else:
            yield breached("demanded-again", at=at, demands=new, told_on=day_of(later.told_at))


@rule(
    "cases.decided-as-promised",
    clauses=("fujian-2022/2.1.2", "fujian-2022/2.1.4", "xiamen-2022/2.1.2", _HANJIANG),
)
def decided_as_promised(case: Case, ctx: Context) -> Iterator[Finding]:
    """A case is decided within the promised time, counted from acceptance (限时办结).

    Special steps with a sufficient basis stop the clock; the time of the others counts.
    """
    if case.promised_working_days is None:
        yield not_applicable("no-time-stated")
        return
    deemed = acceptance(case, ctx).deemed
    late = "deemed-and-later-than-promised" if deemed else "decided-later-than-promised"
    yield from kept(standing(case, ctx, "promise"), late)


@rule(
    "cases.decided-within-statutory-limit",
    clauses=("fujian-2022/2.1.2", "xiamen-2022/2.1.2", _HANJIANG),
)
def decided_within_statutory_limit(case: Case, ctx: Context) -> Iterator[Finding]:
    """A case is decided within the statutory time, counted from acceptance (法定时限)."""
    if case.statutory_working_days is None:
        yield not_applicable("no-time-stated")
        return
    deemed = acceptance(case, ctx).deemed
    late = "deemed-and-later-than-statutory" if deemed else "decided-later-than-statutory"
    yield from kept(standing(case, ctx, "statutory"), late)


@rule(
    "cases.instant-decided-at-once",
    clauses=("fujian-2022/2.2.11", "xiamen-2022/2.2.12", _HANJIANG, "hanjiang-2023/T36"),
    severity=Severity.DEPARTURE,
)
def instant_decided_at_once(case: Case, ctx: Context) -> Iterator[Finding]:
    """An instant matter is, in principle, received and decided in the same visit; in Hanjiang within the minutes set.

    A simple approval without special step and collective decision is one; so is what the guide lists as one. "At once"
    is read as the day of receipt where no minutes are set.
    """
    if not _is_instant(case):
        yield not_applicable("not-instant")
        return
    found = tuple(_at_once(case, ctx))
    if any(each.state is State.BREACHED for each in found) and not _is_plain(case):
        yield judge("instant-yet-not-simple", at="instant")
    else:
        yield from found


def _at_once(case: Case, ctx: Context) -> Iterator[Finding]:
    if case.received_at is None:
        yield not_applicable("not-received")
        return
    received_on, end = day_of(case.received_at), case.decided_at
    if day_of(ctx.as_of if end is None else end) > received_on:
        yield breached("not-decided-at-once", at="decided_at", received_on=received_on, done_on=end and day_of(end))
        return
    counted = tuple(_within_minutes(case, ctx)) if ctx.has("hanjiang-2023/T36") else ()
    if any(each.state is not State.NOT_APPLICABLE for each in counted) and _minutes_bind(case, ctx):
        yield from counted
    elif end is None:
        yield not_applicable("not-due-yet", due_on=received_on)


def _is_instant(case: Case) -> bool:
    try:
        listed = case.instant
    except Unstated as unknown:
        if _is_simple(case):
            return True
        raise unknown from None
    return bool(listed) or _is_simple(case)


def _is_simple(case: Case) -> bool:
    """A simple approval that needs neither a special step nor a collective decision; each by itself can settle it."""
    return when(case, simple=True, collective_deliberation=False, special_steps=False)


def _is_plain(case: Case) -> bool:
    return when(case, collective_deliberation=False, special_steps=False)


def _minutes_bind(case: Case, ctx: Context) -> bool:
    """The minutes stand on the card of township centres; whether they bind the other windows is a reading."""
    if option(case, ctx, "instant-minutes-reach") == "every-window":
        return True
    return case.venue_level is AreaLevel.TOWNSHIP


def _within_minutes(case: Case, ctx: Context) -> Iterator[Finding]:
    begun, end = case.received_at, case.decided_at
    limit = ctx.parameter("instant_minutes").value
    until = ctx.as_of if end is None else end
    if not isinstance(begun, datetime) or not isinstance(until, datetime):
        moments = {"received_at.time": begun, "decided_at.time": until}
        yield undetermined(*(name for name, moment in moments.items() if not isinstance(moment, datetime)))
        return
    minutes = (until - begun).total_seconds() / 60
    if minutes > int(limit):
        yield breached(
            "instant-took-too-long",
            at="decided_at",
            under=("hanjiang-2023/T36", _HANJIANG),
            minutes=ceil(minutes),
            limit=limit,
        )
    elif end is None:
        yield not_applicable("not-due-yet", due_on=begun.date())


@rule("cases.special-step-has-basis", clauses=("fujian-2022/2.1.4", "xiamen-2022/2.1.4"))
def special_step_has_basis(case: Case, ctx: Context) -> Iterator[Finding]:
    """A special step has a basis of at least the rank set; without one it is kept by decision, and its time counts."""
    if not case.special_steps:
        yield not_applicable("no-special-step")
        return
    threshold = BasisRank(ctx.parameter("special_step_min_legal_rank").value)
    yield from each(case.special_steps, lambda step: _has_basis(step, threshold, ctx))


def _has_basis(step: SpecialStep, threshold: BasisRank, ctx: Context) -> Iterator[Finding]:
    rank = step.basis_rank or BasisRank.NONE
    at = path_of(step, "basis_rank")
    if rank is BasisRank.NONE and ctx.has("xiamen-2022/2.1.4"):
        # The city asks for a legal basis of any rank, and knows no keeping by decision.
        yield breached("special-step-names-no-basis", at=at, under=("xiamen-2022/2.1.4",), step=step.name)
    if rank < threshold and not step.kept_by_decision:
        under = ("fujian-2022/2.1.4",)
        yield breached("special-step-without-basis", at=at, under=under, step=step.name, rank=rank, least=threshold)


@rule("cases.special-step-within-its-limit", clauses=("fujian-2022/2.1.4", "xiamen-2022/2.1.4"))
def special_step_within_its_limit(case: Case, ctx: Context) -> Iterator[Finding]:
    """A special step states its time in working days and ends within it."""
    if not case.special_steps:
        yield not_applicable("no-special-step")
        return
    for step in case.special_steps:
        try:
            if step.limit_working_days is None:
                yield breached("special-step-without-limit", at=path_of(step, "limit_working_days"), step=step.name)
        except Unstated:
            pass
    names = {path_of(step): step.name for step in case.special_steps}
    for found in standings(case, ctx, "special-step"):
        yield from kept(found, "special-step-took-too-long", more={"step": names[found.clock.path]})


@rule("cases.special-step-shortened", clauses=("xiamen-2022/2.1.4",))
def special_step_shortened(case: Case, _: Context) -> Iterator[Finding]:
    """A special step takes no longer than the statutory time of the step, and is to be shortened further."""
    if not case.special_steps:
        yield not_applicable("no-special-step")
        return
    yield from each(case.special_steps, _shortened)


def _shortened(step: SpecialStep) -> Iterator[Finding]:
    stated, statutory = step.limit_working_days, step.statutory_working_days
    if stated is None or statutory is None:
        return
    at = path_of(step, "limit_working_days")
    if stated > statutory:
        yield breached("special-step-over-statutory", at=at, step=step.name, stated=stated, statutory=statutory)
    elif stated == statutory:
        # 进一步压缩 has no figure: the statutory time itself is no breach of a duty, only short of the aim.
        yield breached(
            "special-step-not-shortened",
            at=at,
            severity=Severity.ADVICE,
            step=step.name,
            stated=stated,
            statutory=statutory,
        )


@rule(
    "cases.nothing-before-acceptance",
    clauses=("fujian-2022/2.2.9", "xiamen-2022/2.2.9", _HANJIANG),
)
def nothing_before_acceptance(case: Case, ctx: Context) -> Iterator[Finding]:
    """No substantive review comes before acceptance; in Hanjiang no special step either (体外循环)."""
    yield from _nothing_early(case, ctx)
    if ctx.has(_HANJIANG):
        yield from each((actual_acceptance(case, ctx),), lambda accepted: _no_step_before(case, accepted))


def _nothing_early(case: Case, ctx: Context) -> Iterator[Finding]:
    accepted = actual_acceptance(case, ctx)
    yield from each(("substantive_review_started_at", "decided_at"), lambda field: _not_before(case, accepted, field))


_EARLY = {"substantive_review_started_at": "review-before-acceptance", "decided_at": "decided-before-acceptance"}


def _not_before(case: Case, accepted: Acceptance | None, field: str) -> Iterator[Finding]:
    begun = getattr(case, field)
    if begun is None or not _is_early(begun, accepted):
        return
    # What decides a case that is refused is the refusal.
    if field == "decided_at" and accepted is None and case.refused_at is not None:
        return
    yield breached(_EARLY[field], at=field, begun_at=begun, accepted_on=accepted and accepted.accepted_on)


def _is_early(begun: date, accepted: Acceptance | None) -> bool:
    """Deemed acceptance reaches back to a day; without any acceptance whatever was begun came too early."""
    return accepted is None or accepted.accepted_at is None or is_before(begun, accepted.accepted_at)


def _no_step_before(case: Case, accepted: Acceptance | None) -> Iterator[Finding]:
    def ask(step: SpecialStep) -> Iterator[Finding]:
        if step.started_at is None or not _is_early(step.started_at, accepted):
            return
        at, name, begun = path_of(step, "started_at"), step.name, step.started_at
        # The clause speaks of steps under cover of a pre-review.
        offline = when(case, submitted_at=None, prereviewed_at=None)
        yield Finding(
            state=State.NEEDS_JUDGEMENT if offline else State.BREACHED,
            reason="special-step-before-acceptance-offline" if offline else "special-step-before-acceptance",
            at=at,
            under=(_HANJIANG,),
            facts={"step": name, "begun_at": begun, "accepted_on": accepted and accepted.accepted_on},
        )

    yield from each(case.special_steps or (), ask)


@rule("cases.construction-inside-the-system", clauses=("xiamen-2022/3.1.3",))
def construction_inside_the_system(case: Case, ctx: Context) -> Iterator[Finding]:
    """The approval of a construction project does not run outside the system (工程建设项目审批“体外循环”).

    The clause does not say what that is. That it is what 2.2.9 prints, files that go on to the former department and
    review before acceptance, is our suggestion.
    """
    if not case.is_construction:
        yield not_applicable("not-construction")
        return
    yield from each((_not_passed_on, _nothing_early), lambda form: form(case, ctx))


def _not_passed_on(case: Case, _: Context) -> Iterator[Finding]:
    if case.passed_to_former_department:
        printed_in = clause("xiamen-2022/2.2.9")
        yield breached("passed-to-former-department", at="passed_to_former_department", printed_in=printed_in)


@rule("cases.prereviewed-in-time", clauses=("fujian-2022/3.4.2", "xiamen-2022/3.4.2"))
def prereviewed_in_time(case: Case, ctx: Context) -> Iterator[Finding]:
    """A case of depth Ⅱ is pre-reviewed within the limit, counted from its online submission (网上预审)."""
    yield from kept(standing(case, ctx, "prereview"), "prereviewed-late")


@rule(
    "cases.paper-handed-in-in-time",
    clauses=("fujian-2022/3.4.2", "xiamen-2022/3.4.2"),
    severity=Severity.DEPARTURE,  # the time is the applicant's: what follows is that the result is void
)
def paper_handed_in_in_time(case: Case, ctx: Context) -> Iterator[Finding]:
    """The paper of a passed pre-review is handed in within the limit; else the result of the pre-review is void."""
    yield from kept(standing(case, ctx, "paper-hand-in"), "prereview-void")


@rule("cases.deep-online-accepted-at-once", clauses=("fujian-2022/3.4.2", "xiamen-2022/3.4.2"))
def deep_online_accepted_at_once(case: Case, ctx: Context) -> Iterator[Finding]:
    """A case of depth Ⅲ or Ⅳ enters acceptance as soon as its pre-review is passed; no paper comes in between."""
    if case.submitted_at is None:
        yield not_applicable("not-submitted-online")
        return
    if case.online_depth is None or case.online_depth < OnlineDepth.VERIFICATION:
        yield not_applicable("limit-does-not-apply")
        return
    if case.prereviewed_at is None or not case.prereview_passed:
        yield not_applicable("prereview-not-passed")
        return
    passed_on = day_of(case.prereviewed_at)
    if case.accepted_at is None and ctx.as_of.date() <= passed_on:
        yield not_applicable("not-due-yet", due_on=passed_on)
    elif case.accepted_at is None or day_of(case.accepted_at) > passed_on:
        accepted_on = day_of(case.accepted_at) if case.accepted_at is not None else None
        yield breached("deep-online-not-accepted", at="accepted_at", passed_on=passed_on, accepted_on=accepted_on)


@rule("cases.no-paper-where-certificate-serves", clauses=("fujian-2022/2.4.3", "xiamen-2022/2.4.3"))
def no_paper_where_certificate_serves(case: Case, _: Context) -> Iterator[Finding]:
    """No paper is taken for a material whose e-certificate can be called, unless the original is taken back."""
    if not case.materials_taken:
        yield not_applicable("no-material-taken")
        return
    yield from each(case.materials_taken, _no_paper)


def _no_paper(material: MaterialTaken) -> Iterator[Finding]:
    if when(material, on_paper=True, certificate_callable=True, must_be_handed_back=False):
        yield breached("paper-taken", at=path_of(material, "on_paper"), material=material.name)


@rule("cases.paper-request-explained", clauses=("fujian-2022/2.4.3", "xiamen-2022/2.4.3"))
def paper_request_explained(case: Case, _: Context) -> Iterator[Finding]:
    """Paper asked for because the library lacks the data is explained, and the e-certificate generated afterwards."""
    if not case.materials_taken:
        yield not_applicable("no-material-taken")
        return
    yield from each(case.materials_taken, _explained)


def _explained(material: MaterialTaken) -> Iterator[Finding]:
    if when(material, on_paper=True, certificate_callable=False, certificate_data_incomplete=True):
        if not material.explained:
            yield breached("paper-request-not-explained", at=path_of(material, "explained"), material=material.name)
        if not material.certificate_supplemented:
            # 及时 has no figure: how long is too long, a person decides.
            yield judge(
                "certificate-not-supplemented", at=path_of(material, "certificate_supplemented"), material=material.name
            )


@rule("cases.returned-certificate-cancelled", clauses=("fujian-2022/2.4.3", "xiamen-2022/2.4.3"))
def returned_certificate_cancelled(case: Case, _: Context) -> Iterator[Finding]:
    """The e-certificate of an original that was taken back is cancelled once the case is done, and not before."""
    if not case.materials_taken:
        yield not_applicable("no-material-taken")
        return
    yield from each(case.materials_taken, lambda material: _cancelled(material, case))


def _cancelled(material: MaterialTaken, case: Case) -> Iterator[Finding]:
    # A certificate that cannot be called cannot be cancelled either.
    if not when(material, must_be_handed_back=True, certificate_callable=True):
        return
    at, cancelled_at = path_of(material, "certificate_cancelled_at"), material.certificate_cancelled_at
    if cancelled_at is None:
        if case.decided_at is not None:
            # 及时 has no figure: how long is too long, a person decides.
            yield judge("certificate-not-cancelled", at=at, material=material.name, decided_on=day_of(case.decided_at))
    elif case.decided_at is None or is_before(cancelled_at, case.decided_at):
        yield breached("certificate-cancelled-early", at=at, material=material.name, cancelled_at=cancelled_at)


@rule("cases.mode-chosen-freely", clauses=("fujian-2022/3.5.1", "xiamen-2022/3.5.1"))
def mode_chosen_freely(case: Case, _: Context) -> Iterator[Finding]:
    """The applicant chooses freely among commitment, acceptance with gaps and the normal way (自愿选择)."""
    mode = case.mode
    if mode is None:
        yield not_applicable("no-mode")
        return
    if not case.mode_chosen_by_applicant:
        yield breached("mode-not-chosen", at="mode_chosen_by_applicant", mode=mode)


RULES = (
    accepted_on_receipt,
    correction_told_in_time,
    complicated_file_registered,
    correction_told_once,
    decided_as_promised,
    decided_within_statutory_limit,
    instant_decided_at_once,
    special_step_has_basis,
    special_step_within_its_limit,
    special_step_shortened,
    nothing_before_acceptance,
    construction_inside_the_system,
    prereviewed_in_time,
    paper_handed_in_in_time,
    deep_online_accepted_at_once,
    no_paper_where_certificate_serves,
    paper_request_explained,
    returned_certificate_cancelled,
    mode_chosen_freely,
)
