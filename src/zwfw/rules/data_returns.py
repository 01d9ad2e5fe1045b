"""What the clauses say about data that are pooled and flow back (政务数据汇聚与回流)."""

from collections.abc import Iterable, Iterator

import attrs

from zwfw.context import Context
from zwfw.limits.clocks import deadlines
from zwfw.limits.engine import Deadline, Lapse, Status, limit
from zwfw.records import Case, DataFault, DataPooling, DataReturn, PooledData, PoolingBody, PushedData, ShownOverdue
from zwfw.records._base import is_before
from zwfw.rules._asking import all_done, lacks, surely
from zwfw.rules._differences import not_among
from zwfw.rules.engine import Finding, breached, each, judge, not_applicable, rule

__all__ = ["RULES", "OverdueCases", "OverdueLimit", "overdue_cases"]

_FUJIAN, _XIAMEN = "fujian-2022/4.3.2", "xiamen-2022/4.3.2"


@rule("data_returns.no-second-entry", clauses=(_FUJIAN, _XIAMEN))
def no_second_entry(flow: DataReturn, _: Context) -> Iterator[Finding]:
    """What flows back is not asked of applicants again nor keyed in again by staff (“重复填报”、“二次录入”).

    What does not flow back may be: staff key in what an applicant filled in on paper.
    """
    if surely(flow, returned=False):
        yield not_applicable("nothing-flows-back")
    elif not surely(flow, **dict.fromkeys(_SECOND_ENTRIES, False)) and flow.returned:
        yield from each(_SECOND_ENTRIES, lambda field: _entered_again(flow, field))


_SECOND_ENTRIES = {"applicants_fill_in": "asked-again-of-applicants", "staff_key_in": "keyed-again-by-staff"}


def _entered_again(flow: DataReturn, field: str) -> Iterator[Finding]:
    entered = getattr(flow, field) or ()
    new = not_among(entered, flow.returned or ())
    again = tuple(name for name in entered if name not in new)
    if again:
        yield breached(_SECOND_ENTRIES[field], at=field, data=again)


@rule("data_returns.flows-back", clauses=(_FUJIAN,))
def flows_back(flow: DataReturn, _: Context) -> Iterator[Finding]:
    """The data of a system that the province built for all flow back in full and promptly (及时全面回流).

    How prompt is prompt has no figure; a person says.
    """
    if not flow.is_provincial_system:
        yield not_applicable("not-a-provincial-system")
    else:
        yield from all_done(
            flow, {"returns_in_full": "not-returned-in-full", "returns_promptly": "not-returned-promptly"}
        )


@rule("data_returns.data-fault-corrected", clauses=(_FUJIAN,))
def data_fault_corrected(found: ShownOverdue, _: Context) -> Iterator[Finding]:
    """Where bad data show a case as overdue, that is a fault of data and is put right (纠治).

    Data that were put right show the case so no more. There is no time for it. A case that really is overdue has no
    such fault, and the rules about its time limits answer as ever.
    """
    fault, corrected_at = found.fault, found.corrected_at
    if found.shown_at is None:
        yield not_applicable("not-shown-as-overdue")
    elif fault is None:
        yield not_applicable("really-overdue")
    elif corrected_at is None:
        yield judge("data-fault-not-corrected", at="corrected_at", fault=fault, shown_at=found.shown_at)
    elif found.still_shown:
        yield breached("still-shown-as-overdue", at="still_shown", fault=fault, corrected_at=corrected_at)


@rule("data_returns.cases-gathered", clauses=(_FUJIAN, _XIAMEN))
def cases_gathered(pooling: DataPooling, _: Context) -> Iterator[Finding]:
    """A department gathers the information on all its cases, and pools materials and results (全面归集)."""
    if pooling.body is not PoolingBody.DEPARTMENT:
        yield not_applicable("not-a-department")
    else:
        yield from all_done(pooling, _GATHERED)


_GATHERED = {
    "gathers_all_cases": "cases-not-gathered",
    "pools_materials": "materials-not-pooled",
    "pools_results": "results-not-pooled",
}


@rule("data_returns.pooled-on-platform", clauses=("putian-2025/art-32",))
def pooled_on_platform(pooling: DataPooling, _: Context) -> Iterator[Finding]:
    """Public data and the data on cases are pooled through the platform for it (政务数据汇聚共享平台).

    The text leaves the kinds of data on cases open: whatever a department has of them it pools. Names are compared
    whatever their blanks and the width of their characters.
    """
    if pooling.body is not PoolingBody.DEPARTMENT:
        yield not_applicable("not-a-department")
    else:
        yield from each((_public, _of_cases), lambda ask: ask(pooling))


def _public(pooling: DataPooling) -> Iterator[Finding]:
    yield from lacks(pooling, "pools_public_data", "public-data-not-pooled")


def _of_cases(pooling: DataPooling) -> Iterator[Finding]:
    if surely(pooling, held=False):
        return
    pooled = [_term(kind) for kind in pooling.pooled or ()]
    missing = tuple(kind for kind in pooling.held or () if not_among((_term(kind),), pooled))
    if missing:
        yield breached("case-data-not-pooled", at="pooled", kinds=missing)


def _term(kind: PooledData | str) -> str:
    return kind.value if isinstance(kind, PooledData) else kind


@rule("data_returns.pushed-to-platform", clauses=("hanjiang-2023/task-9",))
def pushed_to_platform(pooling: DataPooling, _: Context) -> Iterator[Finding]:
    """A centre periodically pushes its data to the platform, the four kinds that are printed at least (定期推送).

    The interval is not given, and the list is open.
    """
    if pooling.body is not PoolingBody.CENTRE:
        yield not_applicable("not-a-centre")
    else:
        yield from each((_kinds_pushed, _periodically), lambda ask: ask(pooling))


def _kinds_pushed(pooling: DataPooling) -> Iterator[Finding]:
    pushed = pooling.pushed or ()
    missing = tuple(kind for kind in PushedData if kind not in pushed)
    if missing:
        yield breached("data-not-pushed", at="pushed", kinds=missing)


def _periodically(pooling: DataPooling) -> Iterator[Finding]:
    yield from lacks(pooling, "pushes_periodically", "not-pushed-periodically")


@attrs.frozen(kw_only=True)
class OverdueLimit:
    """One time limit that a case has exceeded, as far as its data say (超时).

    Attributes:
        case: The id of the case.
        deadline: How the limit stands.
        fault: The fault of data by which it is shown so; ``None`` where none was found.
    """

    case: str
    deadline: Deadline
    fault: DataFault | None = None


@attrs.frozen(kw_only=True)
class OverdueCases:
    """Time limits that cases have exceeded, those by a fault of data told apart (超时办件区分).

    Attributes:
        real: Those with which no fault of data was found.
        by_data: Those with which one was found: a problem of data, to be put right.
        unmatched: The findings of a fault that none of these limits stands behind.
    """

    real: tuple[OverdueLimit, ...]
    by_data: tuple[OverdueLimit, ...]
    unmatched: tuple[ShownOverdue, ...]


# An applicant who hands in no paper after a pre-review lets that lapse; no case is overdue by it.
_OVERDUE = frozenset({Status.LATE, Status.OVERDUE, Status.LAPSED})


def overdue_cases(cases: Iterable[Case], findings: Iterable[ShownOverdue], ctx: Context) -> OverdueCases:
    """Tell the time limits that cases have really exceeded from those that bad data show so (超时办件区分).

    Each limit that stands as exceeded is in one of the two, and none is left out; what :func:`zwfw.check` says of the
    cases stays as it is. One counts as a fault of data only by a finding that states the fault, for that case and
    limit, and that was there at the moment of looking. Where another finding says that the case really is overdue, it
    counts as that.

    Args:
        cases: The cases, as the system shows them: with the data that were found at fault.
        findings: What was found about those that are shown as overdue.
        ctx: Where and when.

    >>> from datetime import date
    >>> late = Case(
    ...     id="FZ-7", area="鼓楼区", received_at="2025-06-03", complete=True, accepted_at="2025-06-03",
    ...     promised_working_days=5, special_steps=[], decided_at=None,
    ... )
    >>> found = ShownOverdue(case="FZ-7", limit="promise", shown_at="2025-06-11", fault="数据缺失")
    >>> told = overdue_cases([late], [found], Context(area="福州市", as_of=date(2025, 6, 30)))
    >>> [(each.case, each.deadline.limit, each.fault.value) for each in told.by_data], told.real
    ([('FZ-7', 'promise', '数据缺失')], ())
    """
    held = tuple(found for found in findings if not _is_later(found, ctx))
    limits = tuple(
        (case, OverdueLimit(case=case.id, deadline=each))
        for case in cases
        for each in deadlines(case, ctx)
        if each.status in _OVERDUE and limit(each.limit).lapse is not Lapse.PREREVIEW_VOID
    )
    real: list[OverdueLimit] = []
    by_data: list[OverdueLimit] = []
    for case, exceeded in limits:
        about = [found for found in held if _speaks_of(found, case, exceeded)]
        faults = {found.fault for found in about}
        if about and None not in faults:
            by_data.append(attrs.evolve(exceeded, fault=about[0].fault))
        else:
            real.append(exceeded)
    unmatched = (found for found in held if found.fault and not any(_speaks_of(found, *each) for each in limits))
    return OverdueCases(real=tuple(real), by_data=tuple(by_data), unmatched=tuple(unmatched))


def _is_later(found: ShownOverdue, ctx: Context) -> bool:
    return found.shown_at is not None and is_before(ctx.as_of, found.shown_at)


def _speaks_of(found: ShownOverdue, case: Case, exceeded: OverdueLimit) -> bool:
    """Whether it states what was found with this limit; one that does not state which limit speaks of none."""
    if found.case != case.id or not {"limit", "fault"} <= found.model_fields_set:
        return False
    if found.area and case.area and not (found.area.is_within(case.area) or case.area.is_within(found.area)):
        return False
    return found.limit is None or found.limit == exceeded.deadline.limit


RULES = (no_second_entry, flows_back, data_fault_corrected, cases_gathered, pooled_on_platform, pushed_to_platform)
