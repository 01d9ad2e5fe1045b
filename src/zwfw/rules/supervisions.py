"""What the clauses say about supervision after approval (事中事后监管), and about deals for intermediary services."""

from collections.abc import Iterable, Iterator, Mapping

from zwfw.context import Context
from zwfw.outcomes import Severity, State
from zwfw.records import IntermediaryDeal, ProposalAddressee, Supervision
from zwfw.records.stated import when
from zwfw.rules._asking import Step, all_done, answered, any_holds, in_order
from zwfw.rules._per_clause import once_due, per_clause
from zwfw.rules.engine import Finding, breached, each, judge, met, not_applicable, rule, undetermined

__all__ = ["RULES"]

_DUTIES = ("fujian-2022/2.1.5", "xiamen-2022/2.1.6")
_DATA = ("fujian-2022/2.1.6", "xiamen-2022/2.1.7")
_FEEDBACK = ("fujian-2022/2.1.7", "xiamen-2022/2.1.8")
_SUCH_CASES = ("fujian-2022/3.5.2", "xiamen-2022/3.5.2")
_XIANGAN = "350213"


def _is_licence(held: Supervision) -> bool:
    return when(held, is_licence=True, of_own_level=True)


def _once_due(found: Iterable[Finding], ctx: Context) -> Iterator[Finding]:
    """What was *found*; nothing is owed before the date of the clauses, the same in both, is over."""
    for finding in found:
        yield finding if finding.state is State.UNDETERMINED else once_due(finding, ctx, _DUTIES[0])


@rule("supervisions.supervisor-named", clauses=_DUTIES)
def supervisor_named(held: Supervision, ctx: Context) -> Iterator[Finding]:
    """Every licence of a level has a department named to supervise it (监管部门).

    That one is enough is inferred. Nothing is owed before the date of the clauses is over.
    """
    if not _is_licence(held):
        yield not_applicable("not-a-licence-of-the-level")
    elif not held.supervising_departments:
        yield once_due(breached("licence-without-supervisor", at="supervising_departments"), ctx, _DUTIES[0])


@rule("supervisions.approver-or-sector-supervises", clauses=_DUTIES)
def approver_or_sector_supervises(held: Supervision, ctx: Context) -> Iterator[Finding]:
    """Who approves supervises, or who is in charge of the sector (谁审批、谁监管，谁主管、谁监管).

    Where the two are not the same, the texts do not rank them. In an area that concentrates licensing powers the plan
    of the reform decides instead. In Xiang'an (翔安区) the duties are linked of the bureau that approves and of the
    sector's department; that the latter supervises is inferred, so a person decides where another does. Nothing is
    owed before the date of the clauses is over.
    """
    if not _is_licence(held):
        yield not_applicable("not-a-licence-of-the-level")
    elif ctx.has(_DUTIES[1]) and ctx.area.is_within(_XIANGAN) and held.approved_by_bureau:
        # Of a bureau the province's clause says nothing but that the plan of the reform decides.
        found = each((_linked, _by_the_sector), lambda ask: ask(held))
        yield from tuple(_once_due(found, ctx)) or (met(under=_DUTIES[1:]),)
    elif held.in_centralised_area:
        yield not_applicable("reform-plan-decides")
    elif not held.supervising_departments:
        yield not_applicable("no-supervisor-named")
    else:
        yield from _once_due(_by_one_of_the_two(held), ctx)


def _by_one_of_the_two(held: Supervision) -> Iterator[Finding]:
    """Where one of the two supervises, a person says whether others may beside it."""

    def is_one(name: str) -> bool:
        return any_holds((lambda: held.approving_department == name, lambda: held.sector_department == name))

    known, unknown = answered(held.supervising_departments or (), is_one)
    others = [name for name, is_it in known if not is_it]
    if len(others) < len(known):
        yield from (judge("supervised-by-others-too", at="supervising_departments", department=name) for name in others)
    elif not unknown:
        yield from (breached("supervised-by-neither", at="supervising_departments", department=name) for name in others)
    if unknown:
        yield undetermined(*unknown)


def _linked(held: Supervision) -> Iterator[Finding]:
    if not held.duties_linked:
        yield breached("duties-not-linked", at="duties_linked", under=_DUTIES[1:])


def _by_the_sector(held: Supervision) -> Iterator[Finding]:
    names = held.supervising_departments
    if names and held.sector_department not in names:
        yield judge("not-supervised-by-sector", at="supervising_departments", under=_DUTIES[1:], departments=names)


@rule("supervisions.supervised-by-the-plan", clauses=_DUTIES[:1])
def supervised_by_the_plan(held: Supervision, ctx: Context) -> Iterator[Finding]:
    """In an area that concentrates licensing powers, those whom the plan of the reform names supervise (改革方案).

    Nothing is owed before the date of the clause is over.
    """
    if not when(held, is_licence=True, of_own_level=True, in_centralised_area=True):
        yield not_applicable("not-in-centralised-area")
    elif not held.supervising_departments:
        yield not_applicable("no-supervisor-named")
    else:
        yield from _once_due(_by_the_plan(held), ctx)


def _by_the_plan(held: Supervision) -> Iterator[Finding]:
    if not held.departments_of_plan:
        yield judge("plan-names-nobody", at="departments_of_plan")
    elif set(held.supervising_departments or ()) != set(held.departments_of_plan):
        yield breached(
            "not-supervised-by-plan",
            at="supervising_departments",
            departments=held.supervising_departments,
            planned=held.departments_of_plan,
        )


@rule("supervisions.case-data-received", clauses=_DATA)
def case_data_received(held: Supervision, _: Context) -> Iterator[Finding]:
    """Who supervises takes in the cases of the licence through the province's system (省“互联网+监管”系统).

    The texts do not say within how long.
    """
    if not held.is_licence:
        yield not_applicable("no-licence-supervised")
    elif not held.case_data_received:
        yield breached("case-data-not-received", at="case_data_received")
    elif not held.through_provincial_system:
        yield breached("case-data-received-otherwise", at="through_provincial_system")


@rule("supervisions.rules-and-plan", clauses=_DATA)
def rules_and_plan(held: Supervision, _: Context) -> Iterator[Finding]:
    """Who supervises has rules of supervision and a plan of work, both sensible (监管规则和工作计划)."""
    if not held.is_licence:
        yield not_applicable("no-licence-supervised")
        return
    found = tuple(all_done(held, _RULES_AND_PLAN))
    yield from found
    if all(finding.state is State.UNDETERMINED for finding in found):
        yield from all_done(held, {"rules_and_plan_sensible": "rules-or-plan-not-sensible"})


_RULES_AND_PLAN = {"has_supervision_rules": "no-supervision-rules", "has_work_plan": "no-supervision-plan"}

_STEPS = (
    Step(field="received_at", too_early="findings-received-too-early", not_yet="findings-not-received"),
    Step(field="analysed_at", too_early="findings-analysed-too-early", not_yet="findings-not-analysed"),
    Step(field="proposed_at", too_early="review-points-proposed-too-early", not_yet="review-points-not-proposed"),
)


@rule("supervisions.findings-improve-review", clauses=_FEEDBACK, severity=Severity.ADVICE)
def findings_improve_review(held: Supervision, ctx: Context) -> Iterator[Finding]:
    """What supervision finds flows back, is taken in and analysed, and better review points are proposed (依次).

    The steps have no number of days, so one still to come is left to a person. The province has the proposal go to its
    own department; Xiamen names the approving one, to which it may go on its way up.
    """
    if not when(held, is_licence=True, has_findings=True):
        yield not_applicable("no-findings-on-a-licence")
        return
    if when(held, returned_at=None, received_at=None, analysed_at=None, proposed_at=None):
        yield judge("findings-not-returned", at="returned_at")
        return

    def ask(ref: str) -> Iterator[Finding]:
        yield from in_order(held, "returned_at", *_STEPS)
        yield from each((_ADDRESSEES[ref],), lambda wanted: _proposed_to(held, wanted))

    yield from per_clause(ctx, _ADDRESSEES, ask)


def _proposed_to(held: Supervision, wanted: ProposalAddressee) -> Iterator[Finding]:
    if held.proposed_at is None or wanted in (addressees := held.proposed_to or ()):
        return
    if ProposalAddressee.PROVINCIAL_DEPARTMENT in addressees:
        yield judge("proposed-past-approving-department", at="proposed_to")
    else:
        yield breached("proposed-to-others", at="proposed_to", wanted=wanted)


_ADDRESSEES: Mapping[str, ProposalAddressee] = dict(
    zip(_FEEDBACK, (ProposalAddressee.PROVINCIAL_DEPARTMENT, ProposalAddressee.APPROVING_DEPARTMENT), strict=True)
)


@rule("supervisions.lists-of-promises-received", clauses=_SUCH_CASES)
def lists_of_promises_received(held: Supervision, _: Context) -> Iterator[Finding]:
    """Who supervises takes in whole both lists, by commitment and with gaps, and sets rules (事项清单)."""
    if not held.allows_commitment_or_gaps:
        yield not_applicable("neither-commitment-nor-gaps")
    else:
        yield from all_done(held, _LISTS)


_LISTS = {
    "commitment_list_received": "commitment-list-not-received",
    "gap_list_received": "gap-list-not-received",
    "has_rules_for_such_cases": "no-rules-for-promises",
}


@rule("supervisions.promises-supervised", clauses=_SUCH_CASES)
def promises_supervised(held: Supervision, _: Context) -> Iterator[Finding]:
    """Cases by commitment or with gaps are supervised during and after the handling (加强事中事后监管).

    To check all of them is a power and not asked for.
    """
    if not held.allows_commitment_or_gaps:
        yield not_applicable("neither-commitment-nor-gaps")
    else:
        yield from all_done(held, {"such_cases_supervised": "promises-not-supervised"})


@rule("supervisions.construction-deals-on-market", clauses=("xiamen-2022/2.1.11",), severity=Severity.ADVICE)
def construction_deals_on_market(deal: IntermediaryDeal, _: Context) -> Iterator[Finding]:
    """Intermediaries for construction approval deal on the province's market and are rated online (中介服务超市)."""
    if not deal.for_construction_approval:
        yield not_applicable("not-for-construction-approval")
    else:
        yield from all_done(deal, _MARKET)


_MARKET = {"through_provincial_market": "deal-off-the-market", "can_be_rated_online": "deal-not-rated-online"}

RULES = (
    supervisor_named,
    approver_or_sector_supervises,
    supervised_by_the_plan,
    case_data_received,
    rules_and_plan,
    findings_improve_review,
    lists_of_promises_received,
    promises_supervised,
    construction_deals_on_market,
)
