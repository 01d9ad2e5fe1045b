"""Rules: what the clauses say about each kind of record, each noun in a file of its own."""

from collections.abc import Iterable

from zwfw.context import Context
from zwfw.errors import UnknownRuleError
from zwfw.outcomes import Outcome
from zwfw.records import Record
from zwfw.reports import Answer, Report
from zwfw.rules import attestations, cases, channels, indicators, modes, tasks
from zwfw.rules.engine import (
    Finding,
    Rule,
    breached,
    each,
    judge,
    met,
    not_applicable,
    plans,
    rule,
    undetermined,
)
from zwfw.subjects import subject_of

__all__ = [
    "RULES",
    "Finding",
    "Rule",
    "breached",
    "check",
    "each",
    "find_rule",
    "judge",
    "met",
    "not_applicable",
    "rule",
    "undetermined",
]

RULES: tuple[Rule, ...] = (
    *cases.RULES,
    *channels.RULES,
    *modes.RULES,
    *indicators.RULES,
    *tasks.RULES,
    *attestations.RULES,
)
"""Every rule of the library, in the order in which they answer."""


def find_rule(id: str) -> Rule:  # noqa: A002  (the word of the data)
    """The rule with this id.

    Raises:
        UnknownRuleError: If none has it; near ones are named.
    """
    for held in RULES:
        if held.id == id:
            return held
    from difflib import get_close_matches

    raise UnknownRuleError(id, get_close_matches(id, [held.id for held in RULES]))


def check(records: Record | Iterable[Record], ctx: Context, *, rules: Iterable[Rule] = RULES) -> Report:
    """Hold records against the norms in force for their area and day.

    Args:
        records: One record, or any number of them.
        ctx: Where and when. A record that states its own area is held against the norms of that area.
        rules: The rules that are asked; add your own with ``RULES + mine``. Rules of other areas stay silent.

    Returns:
        A report; what it says of one record does not depend on the others.

    Raises:
        TypeError: If something among them is not a record, or among the rules not a rule; its place is named.

    >>> from datetime import date
    >>> from zwfw.records import Case
    >>> case = Case(id="FZ-7", area="鼓楼区", online_depth="Ⅱ", submitted_at="2025-06-03", prereviewed_at="2025-06-05")
    >>> report = check(case, Context(area="福州市", as_of=date(2025, 6, 6)))
    >>> [(each.rule, each.clauses[0].cite()) for each in report.breaches]
    [('cases.prereviewed-in-time', '闽政〔2022〕24号 附件 三（四）2')]
    """
    asked_for = RULES if rules is RULES else _verified(rules)
    brought = (records,) if isinstance(records, Record) else records
    answers = []
    for index, record in enumerate(brought):
        if not isinstance(record, Record):
            raise TypeError(f"records[{index}]: expected a record, got {record!r}")
        subject = subject_of(record, ctx)
        outcomes: list[Outcome] = []
        found = plans(asked_for, type(record), subject.ctx.norms)
        if subject.reason_not_to_ask:
            for asked, plan in found:
                outcomes += asked.decline(asked.plan(record, subject.ctx.norms) if asked.about else plan, subject)
        else:
            for asked, plan in found:
                outcomes += asked.answer_by(asked.plan(record, subject.ctx.norms) if asked.about else plan, subject)
        answers.append(
            Answer(
                index=index,
                record=record.name_in_reports,
                kind=type(record).__name__,
                area=getattr(record, "area", None) or ctx.area,
                day=subject.ctx.day,
                outcomes=tuple(outcomes),
            )
        )
    return Report(area=ctx.area, as_of=ctx.as_of, answers=tuple(answers))


def _verified(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    held = tuple(rules)
    for index, asked in enumerate(held):
        if not isinstance(asked, Rule):
            raise TypeError(f"rules[{index}]: expected a rule, got {asked!r}")
    return held
