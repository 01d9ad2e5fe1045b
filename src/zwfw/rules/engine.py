"""What a rule is: a pure function bound to clauses, and how its answer becomes outcomes."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any, TypeVar

import attrs

from zwfw.clauses import ForceState, ForceStatus, clause, document
from zwfw.context import Context
from zwfw.errors import UnpublishedYearError
from zwfw.norms import Modality, Norm
from zwfw.normset import NormSet
from zwfw.outcomes import NO_FACTS, Facts, Outcome, Severity, State, to_facts
from zwfw.records import Record
from zwfw.records.stated import Unstated
from zwfw.subjects import Subject, subject_of

__all__ = [
    "Finding",
    "Rule",
    "breached",
    "each",
    "judge",
    "kinds_of",
    "met",
    "not_applicable",
    "plans",
    "rule",
    "severity_of",
    "undetermined",
]

P = TypeVar("P")


@attrs.frozen(kw_only=True, slots=False)  # a dictionary is filled in a third of the time
class Finding:
    """What a rule yields: an answer that does not know yet which rule gave it.

    Attributes:
        state: The answer.
        reason: The reason code.
        at: The place in the record.
        facts: What decided it.
        missing: The fields that were not stated.
        severity: Another severity than the rule's, where the words of the clause differ.
        under: The clauses that this answer rests on, where that is fewer than the rule's.
    """

    state: State
    reason: str
    at: str = ""
    facts: Facts = attrs.field(default=NO_FACTS, converter=to_facts, hash=False)
    missing: tuple[str, ...] = ()
    severity: Severity | None = None
    under: tuple[str, ...] = ()


def breached(
    reason: str, *, at: str = "", severity: Severity | None = None, under: tuple[str, ...] = (), **facts: object
) -> Finding:
    """The clause is not kept, because of *reason*; *facts* stand in its sentence."""
    return Finding(state=State.BREACHED, reason=reason, at=at, severity=severity, under=under, facts=facts)


def met(*, under: tuple[str, ...]) -> Finding:
    """The clauses are kept, by those named alone; where all of a rule's are kept, it yields nothing."""
    return Finding(state=State.MET, reason="met", under=under)


def not_applicable(reason: str, *, at: str = "", **facts: object) -> Finding:
    """The rule does not speak of this record, or not yet."""
    if not at and not facts:
        return _plainly_not(reason)
    return Finding(state=State.NOT_APPLICABLE, reason=reason, at=at, facts=facts)


class _PlainlyNot(Finding):
    """It does not apply, and no facts decided it: the outcome of a rule is the same for every record."""


@lru_cache(maxsize=512)
def _plainly_not(reason: str) -> Finding:
    return _PlainlyNot(state=State.NOT_APPLICABLE, reason=reason)


def judge(reason: str, *, at: str = "", under: tuple[str, ...] = (), **facts: object) -> Finding:
    """The text leaves it to a person."""
    return Finding(state=State.NEEDS_JUDGEMENT, reason=reason, at=at, under=under, facts=facts)


def undetermined(*missing: str, at: str = "", reason: str = "") -> Finding:
    """Something that decides it was not stated, or lies in a year whose notice is not published."""
    if not reason:
        reason = "year-unpublished" if all(path.startswith("calendar.") for path in missing) else "not-stated"
    return Finding(state=State.UNDETERMINED, reason=reason, at=at, missing=missing, facts={"missing": missing})


_SEVERITIES = {
    Modality.MUST: Severity.VIOLATION,
    Modality.MUST_NOT: Severity.VIOLATION,
    Modality.IN_PRINCIPLE: Severity.DEPARTURE,
}


def severity_of(norm: Norm) -> Severity:
    """How much it weighs that a norm is not kept, by the force of its words: what is not a must is advice."""
    return _SEVERITIES.get(norm.modality, Severity.ADVICE) if norm.modality else Severity.ADVICE


def each(parts: Iterable[P], ask: Callable[[P], Iterable[Finding]]) -> Iterator[Finding]:
    """Ask about every part by itself, so that what is missing in one hides nothing of the others."""
    for part in parts:
        try:
            yield from ask(part)
        except Unstated as unknown:
            yield undetermined(*unknown.paths)


@attrs.frozen(kw_only=True)
class _Plan:
    """What is the same for every record under one norm set: citations, and the answers that need no facts."""

    clauses: tuple[Any, ...]
    out_of_force: tuple[ForceStatus, ...]
    met: tuple[Outcome, ...]
    idle: tuple[Outcome, ...] | None
    readings: tuple[str, ...]
    shared: dict[str, Outcome] = attrs.field(factory=dict, init=False)


@attrs.frozen(kw_only=True, eq=False)
class Rule:
    """A pure function from a record and a context to findings, bound to the clauses that it carries out.

    Calling it with a record and a context answers with outcomes, never with none: :attr:`State.MET` where nothing was
    found. It runs where one of its clauses is in force for the record's area and day.

    Attributes:
        id: Its module and its name, as in ``cases.correction-told-once``.
        severity: How much a breach weighs, by the words of the clauses.
        record: The kind of record that it speaks of.
        function: The function.
        about: For a rule about records that name a clause of their own: the clauses that a record names. The rule then
            speaks of them alone.
    """

    id: str
    _clauses: tuple[str, ...] | Callable[[], tuple[str, ...]] = attrs.field(alias="clauses")
    severity: Severity
    record: type[Record]
    function: Callable[..., Iterable[Finding]]
    about: Callable[[Any], tuple[str, ...]] | None = None

    @property
    def clauses(self) -> tuple[str, ...]:
        """The clauses that it carries out."""
        return self._clauses if isinstance(self._clauses, tuple) else self._clauses()

    @property
    def summary(self) -> str:
        """What it asks, in one sentence."""
        return (self.function.__doc__ or "").strip().split("\n")[0]

    def __reduce__(self) -> tuple[object, ...]:
        """A rule is pickled by the name under which its module holds it."""
        return _named, (self.function.__module__, self.function.__qualname__)

    def __call__(self, record: Record, ctx: Context) -> tuple[Outcome, ...]:
        """Answer for *record*; each outcome names it."""
        subject = subject_of(record, ctx)
        return tuple(attrs.evolve(found, subject=record.name_in_reports) for found in self.answer(subject))

    def answer(self, subject: Subject) -> tuple[Outcome, ...]:
        """Answer for a subject; outcomes do not name the record, so that those without facts are shared."""
        plan = self.plan(subject.record, subject.ctx.norms)
        return self.decline(plan, subject) if subject.reason_not_to_ask else self.answer_by(plan, subject)

    def plan(self, record: Record, norms: NormSet) -> "_Plan":
        """What is the same for every record about which it speaks by the same clauses."""
        return _plan(self, norms) if self.about is None else _plan(self, norms, self.about(record))

    def decline(self, plan: "_Plan", subject: Subject) -> tuple[Outcome, ...]:
        """Say why *subject* is not asked about; the plan is at hand."""
        # A record of elsewhere is outside on whatever day its law is that of.
        found = undetermined(*subject.missing) if subject.outside is None else _outside(subject)
        return (self._outcome(found, plan),)

    def answer_by(self, plan: "_Plan", subject: Subject) -> tuple[Outcome, ...]:
        """:meth:`answer` where the plan is at hand, and there is no reason not to ask."""
        if plan.idle is not None:
            return plan.idle
        found = self._ask(subject, plan)
        touched = subject.view.take_turns()
        if not touched and not plan.readings:
            return found
        turns = tuple(name for name in touched if self._turns_on(name, subject, found))
        if turns or plan.readings:
            return tuple(attrs.evolve(each, readings=(*plan.readings, *turns)) for each in found)
        return found

    def _ask(self, subject: Subject, plan: "_Plan") -> tuple[Outcome, ...]:
        found: list[Outcome] = []
        try:
            for finding in self.function(subject.view, subject.ctx):
                found.append(self._outcome(finding, plan))  # noqa: PERF401  (what came before an interruption stays)
        except Unstated as unknown:
            found.append(self._outcome(undetermined(*unknown.paths), plan))
        except UnpublishedYearError as unknown:
            found.append(self._outcome(undetermined(f"calendar.{unknown.day.year}"), plan))
        return tuple(found) if found else plan.met

    def _turns_on(self, reading: str, subject: Subject, found: tuple[Outcome, ...]) -> bool:
        """Whether another option of *reading* gives another answer."""
        for ctx in subject.ctx.otherwise(reading):
            again = Subject(record=subject.record, view=subject.view, ctx=ctx)
            with subject.view.afresh(reading):
                other = self._ask(again, self.plan(subject.record, ctx.norms))
            if [_substance(each) for each in other] != [_substance(each) for each in found]:
                return True
        return False

    def _outcome(self, finding: Finding, plan: _Plan) -> Outcome:
        if type(finding) is _PlainlyNot:
            found = plan.shared.get(finding.reason)
            if found is None:
                found = plan.shared[finding.reason] = self._new_outcome(finding, plan)
            return found
        return self._new_outcome(finding, plan)

    def _new_outcome(self, finding: Finding, plan: _Plan) -> Outcome:
        clauses = plan.clauses
        if finding.under:
            clauses = tuple(held for held in clauses if held.ref in finding.under)
        return Outcome(
            rule=self.id,
            state=finding.state,
            severity=(finding.severity or self.severity) if finding.state is State.BREACHED else None,
            clauses=clauses,
            path=finding.at,
            reason=finding.reason,
            facts=finding.facts,
            missing=finding.missing,
            out_of_force=plan.out_of_force,
        )


def _substance(outcome: Outcome) -> tuple[object, ...]:
    """What makes an answer another one: not the notes on documents that are out of force."""
    return outcome.state, outcome.reason, outcome.path, dict(outcome.facts), outcome.clauses


def _outside(subject: Subject) -> Finding:
    own = getattr(subject.record, "area", None)
    return not_applicable("outside-area", area=own, context=subject.outside)


def _named(module: str, name: str) -> object:
    from importlib import import_module

    return getattr(import_module(module), name)


@lru_cache(maxsize=65536)
def _plan(asked: Rule, norms: NormSet, refs: tuple[str, ...] | None = None) -> _Plan:
    nearness = {status.document: rank for rank, status in enumerate(norms.force)}
    asked_for = asked.clauses if refs is None else refs
    reaching = [held for held in map(clause, asked_for) if held.document in nearness]
    reaching.sort(key=lambda held: nearness[held.document])
    states = {status.document: status for status in norms.force}
    clauses = tuple(held for held in reaching if states[held.document].state is ForceState.IN_FORCE)
    silent = {held.document for held in reaching} - {held.document for held in clauses}
    out_of_force = tuple(status for status in norms.force if status.document in silent)
    turns = sorted(
        document(held).in_force.reading for held in {each.document for each in reaching} if states[held].readings_differ
    )
    readings = tuple(turns)
    return _Plan(
        clauses=clauses,
        out_of_force=out_of_force,
        met=(Outcome(rule=asked.id, state=State.MET, clauses=clauses, reason="met", out_of_force=out_of_force),),
        # A rule of a user's own that names no clause is that user's, and always runs.
        idle=None if clauses or not asked_for else _idle(asked, refs, out_of_force, readings),
        readings=readings,
    )


@lru_cache(maxsize=4096)
def plans(rules: tuple[Rule, ...], kind: type[Record], norms: NormSet) -> tuple[tuple[Rule, _Plan], ...]:
    """The rules about a kind of record of which some document, in force or not, is of the area; each with its plan."""
    fitting = ((held, _plan(held, norms)) for held in rules if issubclass(kind, held.record))
    return tuple(
        (held, plan) for held, plan in fitting if plan.clauses or plan.out_of_force or held.about or not held.clauses
    )


@lru_cache(maxsize=256)
def kinds_of(rules: tuple[Rule, ...]) -> frozenset[type[Record]]:
    """The kinds of records that some rules speak of."""
    return frozenset(held.record for held in rules)


_IDLE = {
    ForceState.NOT_YET: "not-yet-in-force",
    ForceState.ENDED: "no-longer-in-force",
    ForceState.UNCERTAIN: "force-uncertain",
}


def _idle(
    asked: Rule, refs: tuple[str, ...] | None, out_of_force: tuple[ForceStatus, ...], readings: tuple[str, ...]
) -> tuple[Outcome, ...]:
    """The answer of a rule of which no clause is in force: one for each document that reaches the area."""
    reason, facts = (
        ("never-in-force", {"rule": asked.id}) if refs is None else ("clause-never-in-force", {"clauses": refs})
    )
    return tuple(
        Outcome(
            rule=asked.id,
            # A day in the stretch in which the document was issued: whether it was law then, nobody can read from it.
            state=State.UNDETERMINED if status.state is ForceState.UNCERTAIN else State.NOT_APPLICABLE,
            reason=_IDLE[status.state],
            facts={"document": status.document, "first": status.first, "last": status.last},
            missing=(f"{status.document}.issued_on",) if status.state is ForceState.UNCERTAIN else (),
            out_of_force=(status,),
            readings=readings,
        )
        for status in out_of_force
    ) or (Outcome(rule=asked.id, state=State.NOT_APPLICABLE, reason=reason, facts=facts),)


def rule(
    id: str,  # noqa: A002  (the word of the data)
    *,
    clauses: tuple[str, ...] | Callable[[], tuple[str, ...]],
    severity: Severity = Severity.VIOLATION,
    about: Callable[[Any], tuple[str, ...]] | None = None,
) -> Callable[[Callable[..., Iterable[Finding]]], Rule]:
    """Make a rule of a function that reads a record and a context and yields findings.

    A field that was not stated need not be asked for: reading it makes the answer undetermined and names the field.
    Nothing yielded means that the clauses are kept.

    Args:
        id: Its module and its name.
        clauses: The clauses that it carries out, by reference; or what gives them, where the data decide it.
        severity: How much a breach weighs: a violation for 应, 必须 and 不得, a departure for 原则上, advice for 鼓励.
        about: For records that name a clause of their own: the clauses that a record names.

    Raises:
        TypeError: If the function's first parameter is not annotated with a kind of record.
    """

    def decorate(function: Callable[..., Iterable[Finding]]) -> Rule:
        kind = next(iter(function.__annotations__.values()), None)
        if not (isinstance(kind, type) and issubclass(kind, Record)):
            raise TypeError(f"rule {id}: the first parameter must be annotated with a kind of record, got {kind!r}")
        return Rule(id=id, clauses=clauses, severity=severity, record=kind, function=function, about=about)

    return decorate
