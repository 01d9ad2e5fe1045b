"""The task tables: who owes what by when, and what recurs (任务分工)."""

from collections.abc import Iterator, Mapping
from datetime import date

import attrs

from zwfw.areas import Area, to_area
from zwfw.clauses import Clause, ClauseKind, clause, document, documents
from zwfw.errors import UnknownClauseError
from zwfw.norms import Norm
from zwfw.terms import Stretch, Term, TermForm
from zwfw.units import same_unit

__all__ = [
    "Duty",
    "by_form",
    "by_unit",
    "dates_of",
    "due_between",
    "due_on",
    "duties",
    "duties_between",
    "owed_by",
    "task",
    "tasks",
]


def task(ref: str) -> Clause:
    """The task with this reference, as in ``xiamen-2022/2.5.3``.

    Raises:
        UnknownClauseError: If no clause has it, or the clause is no task; near ones are named.
    """
    found = clause(ref)
    if found.kind is not ClauseKind.TASK:
        from difflib import get_close_matches

        raise UnknownClauseError(
            f"{ref} as a task", get_close_matches(ref, [each.ref for each in tasks(found.document)])
        )
    return found


def owed_by(held: Clause) -> tuple[str, ...]:
    """The units that owe a clause, the leading ones first, each once and by the name by which it goes here.

    >>> owed_by(clause("fujian-2022/1.1.2"))
    ('各级审改部门', '各级司法行政部门', '各级业务部门')
    """
    return tuple(dict.fromkeys(map(same_unit, (*held.lead_in_full, *held.units_in_full))))


def tasks(
    document_id: str | None = None, *, unit: str | None = None, form: TermForm | None = None
) -> tuple[Clause, ...]:
    """The tasks of one document or of all, in their own order.

    Args:
        document_id: The document; all unless given.
        unit: Only those that this unit leads or answers for, by any of its names.
        form: Only those with this kind of term.

    Raises:
        UnknownDocumentError: If no document has this id.
        UnknownUnitError: If no document names a unit so.
        ValueError: If there is no such kind of term.

    >>> len(tasks("fujian-2022")), len(tasks("fujian-2022", unit="省数字办")), len(tasks("xiamen-2022"))
    (90, 37, 92)
    """
    held = documents() if document_id is None else (document(document_id),)
    asked = None if unit is None else same_unit(unit)
    wanted = None if form is None else TermForm(form)
    return tuple(
        each
        for source in held
        for each in source.clauses
        if each.kind is ClauseKind.TASK
        and (asked is None or asked in owed_by(each))
        and (wanted is None or each.term.form is wanted)
    )


def by_unit(document_id: str | None = None) -> Mapping[str, tuple[Clause, ...]]:
    """The tasks that each unit leads or answers for, those with most tasks first.

    >>> [(unit, len(owed)) for unit, owed in by_unit("fujian-2022").items()][:2]
    [('省数字办', 37), ('各级政务服务管理机构', 32)]
    """
    found: dict[str, list[Clause]] = {}
    for each in tasks(document_id):
        for unit in owed_by(each):
            found.setdefault(unit, []).append(each)
    return {unit: tuple(owed) for unit, owed in sorted(found.items(), key=lambda pair: -len(pair[1]))}


def by_form(document_id: str | None = None) -> Mapping[TermForm, tuple[Clause, ...]]:
    """The tasks with each kind of term; kinds that no task has are left out.

    >>> {form.value: len(owed) for form, owed in by_form("xiamen-2022").items()}
    {'持续性工作': 54, '限期完成': 18, '限期完成并持续': 18, '按部署进度': 1, '按部署进度并持续': 1}
    """
    held = tasks(document_id)
    found = {form: tuple(each for each in held if each.term.form is form) for form in TermForm}
    return {form: owed for form, owed in found.items() if owed}


def due_on(held: Clause, area: Area | str | None = None) -> date | None:
    """The last day on which a task is done in time; ``None`` where no date is printed.

    That of its own term, else the latest that one of its sentences prints: then all of it is done.

    >>> due_on(task("fujian-2022/1.1.2")).isoformat(), due_on(task("hanjiang-2023/task-7")).isoformat()
    ('2022-12-31', '2024-12-31')
    """
    return max(dates_of(held, area), default=None)


def dates_of(held: Clause, area: Area | str | None = None) -> tuple[date, ...]:
    """The dates that a task has for *area*, in order: that of its own term, else those that its sentences print."""
    asked = None if area is None else to_area(area)
    if held.term.form is not TermForm.NONE:
        days = [held.term.due_on(asked)]
    else:
        days = [term.due_on(asked) for norm in held.norms for term in norm.terms]
    return tuple(sorted(day for day in days if day is not None))


def due_between(
    first: date, last: date, *, document_id: str | None = None, area: Area | str | None = None
) -> tuple[Clause, ...]:
    """The tasks of which something is due from *first* to *last*, both included, the earliest first.

    What recurs is not among them: see :func:`duties_between`.

    Args:
        first: The first day.
        last: The last day.
        document_id: The document; all unless given.
        area: Who asks: only tasks that bind it, and of a task whose date differs by area its own date; without an area
            every task, on any of its dates.

    >>> [each.ref for each in due_between(date(2023, 1, 1), date(2023, 6, 30))]
    ['fujian-2022/1.3.1', 'fujian-2022/1.3.3', 'fujian-2022/2.2.4']
    """
    asked = None if area is None else to_area(area)
    found = []
    for each in tasks(document_id):
        if asked is not None and not asked.is_within(document(each.document).area):
            continue
        days = dates_of(each, asked) or (() if asked else tuple(each.term.on_by_area.values()))
        within = [day for day in days if first <= day <= last]
        if within:
            found.append((min(within), each))
    return tuple(each for _, each in sorted(found, key=lambda pair: pair[0]))


@attrs.frozen(kw_only=True)
class Duty:
    """Something that recurs on a stated cadence (定期任务).

    Attributes:
        clause: The clause that asks for it.
        norm: The norm that states the cadence; ``None`` where the clause's own term does.
        term: The cadence.
    """

    clause: Clause
    norm: Norm | None = None
    term: Term

    def stretches(self, first: date, last: date) -> Iterator[Stretch]:
        """The stretches in each of which it has to be done and whose last day lies from *first* to *last*."""
        return self.term.stretches(first, last)


def duties_between(
    first: date, last: date, *, document_id: str | None = None, unit: str | None = None
) -> tuple[tuple[Stretch, Duty], ...]:
    """What recurs and has to be done by a day from *first* to *last*, both included, the earliest first.

    Args:
        first: The first day.
        last: The last day.
        document_id: The document; all unless given.
        unit: Only what this unit leads or answers for, by any of its names.

    >>> found = duties_between(date(2026, 1, 1), date(2026, 1, 31), document_id="putian-2025")
    >>> [(stretch.last.isoformat(), duty.clause.id) for stretch, duty in found]
    [('2026-01-31', 'art-17')]
    """
    found = [(stretch, each) for each in duties(document_id, unit=unit) for stretch in each.stretches(first, last)]
    return tuple(sorted(found, key=lambda pair: pair[0].last))


def duties(document_id: str | None = None, *, unit: str | None = None) -> tuple[Duty, ...]:
    """What recurs on a stated cadence, in one document or in all, in their own order.

    What recurs without a figure (定期, 及时) is not among it: no cadence is invented.

    Args:
        document_id: The document; all unless given.
        unit: Only those that this unit leads or answers for, by any of its names.

    >>> found = next(each for each in duties("putian-2025") if each.clause.id == "art-17")
    >>> [each.last.isoformat() for each in found.stretches(date(2026, 1, 1), date(2027, 12, 31))]
    ['2026-01-31', '2027-01-31']
    """
    held = documents() if document_id is None else (document(document_id),)
    asked = None if unit is None else same_unit(unit)
    found = []
    for each in (each for source in held for each in source.clauses):
        if asked is None or asked in owed_by(each):
            found += [Duty(clause=each, term=each.term)] if each.term.recurs else []
            found += [
                Duty(clause=each, norm=norm, term=term) for norm in each.norms for term in norm.terms if term.recurs
            ]
    return tuple(found)
