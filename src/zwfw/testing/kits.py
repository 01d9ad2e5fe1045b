"""Kits: what every rule promises, held against a rule of yours or ours (规则自检)."""

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from string import Formatter
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from zwfw.clauses import Lang, documents
from zwfw.context import Context
from zwfw.outcomes import Outcome, State, messages
from zwfw.records import Record
from zwfw.rules import RULES, Rule
from zwfw.subjects import Subject, subject_of
from zwfw.testing.contexts import contexts as any_contexts
from zwfw.testing.unstated import stated_paths, with_unstated

__all__ = ["check_rule"]

_LANGS: tuple[Lang, ...] = ("zh", "en")
_STEP = re.compile(r"(\w+)(?:\[(\d+)\])?")
_SAID = (State.MET, State.BREACHED, State.NEEDS_JUDGEMENT)


def check_rule(
    rule: Rule,
    *,
    subjects: st.SearchStrategy[Any] | Iterable[Record] | None = None,
    contexts: st.SearchStrategy[Context] | Iterable[Context] | Context | None = None,
) -> None:
    """Hold a rule against what every rule promises; call it from a plain test, not from one that is given examples.

    - It answers, and the same again when asked again; the record stays as it is.
    - It cites clauses of its own that are in force for the record's area and day, the most local first, and at least
      one where it says that they are kept, broken or left to a person. Where none of its documents is in force yet, it
      says nothing about the record.
    - A breach has a severity, and nothing else has; what is undetermined names what is missing, and that is not stated.
      Its place is one in the record.
    - Every reason has a sentence in Chinese and one in English, whose placeholders the facts fill. A rule that is not
      of this library may have reasons without sentences.
    - Knowing less accuses nobody: where no breach is found, taking away one stated field finds none either.

    Args:
        rule: The rule.
        subjects: Records to ask about, or a strategy of them; what Hypothesis draws for the rule's kind unless given.
        contexts: A context, several, or a strategy of them; :func:`zwfw.testing.strategies.contexts` unless given.

    Raises:
        AssertionError: If it breaks a promise; which one, and about which record, is named.

    >>> from zwfw.rules import find_rule
    >>> from zwfw.testing.strategies import cases, hindsight
    >>> check_rule(find_rule("channels.paper-scanned"), subjects=cases(paper_brought=True), contexts=hindsight())
    """
    records = st.from_type(rule.record) if subjects is None else _strategy(subjects)
    looks = (
        any_contexts(area="350000") | any_contexts()
        if contexts is None
        else _strategy([contexts] if isinstance(contexts, Context) else contexts)
    )

    @given(record=records, ctx=looks)
    def keeps_its_promises(record: Record, ctx: Context) -> None:
        for broken in _broken_promises(rule, record, ctx):
            raise AssertionError(f"{rule.id}: {broken}\n  record: {record!r}\n  context: {ctx!r}")

    keeps_its_promises()


def _strategy(values: st.SearchStrategy[Any] | Iterable[Any]) -> st.SearchStrategy[Any]:
    return values if isinstance(values, st.SearchStrategy) else st.sampled_from(list(values))


def _broken_promises(rule: Rule, record: Record, ctx: Context) -> Iterator[str]:
    before = record.model_copy(deep=True)
    found = rule(record, ctx)
    if not found:
        yield "it gives no answer"
    if record != before or record.model_fields_set != before.model_fields_set:
        yield "it changes the record"
    if rule(before, ctx) != found:
        yield "it answers otherwise when asked again"
    subject = subject_of(record, ctx)
    for outcome in found:
        for fault in (
            *_faults_of_answer(rule, outcome, record, ctx),
            *_faults_of_clauses(rule, outcome, subject),
            *_faults_of_words(rule, outcome),
        ):
            yield f"{fault}: {outcome!r}"
    if rule.clauses:
        yield from _speaks_too_soon(rule, subject)
    # What is later than the moment of looking is not seen; without its day it would seem to be past.
    if all(outcome.state is not State.BREACHED for outcome in found) and record.known_at(ctx.as_of) == record:
        yield from _accuses(rule, record, ctx)


def _faults_of_answer(rule: Rule, outcome: Outcome, record: Record, ctx: Context) -> Iterator[str]:
    if outcome.rule != rule.id:
        yield f"it answers in the name of {outcome.rule}"
    if (outcome.severity is not None) != (outcome.state is State.BREACHED):
        yield "a breach, and nothing else, has a severity"
    if bool(outcome.missing) != (outcome.state is State.UNDETERMINED):
        yield "what is undetermined, and nothing else, names what is missing"
    for path in outcome.missing:
        if _is_stated(record, path) and _is_stated(record.known_at(ctx.as_of), path):
            yield f"{path} is stated, and said to be missing"
    if outcome.path and _place(record, outcome.path) is None:
        yield f"there is no place {outcome.path} in the record"


def _faults_of_clauses(rule: Rule, outcome: Outcome, subject: Subject) -> Iterator[str]:
    norms = subject.ctx.norms
    refs = [held.ref for held in outcome.clauses]
    foreign = [ref for ref in refs if ref not in rule.clauses]
    if foreign:
        yield f"it cites clauses that are not its own: {', '.join(foreign)}"
    silent = [ref for ref in refs if not norms.has(ref)]
    if silent:
        yield f"it cites clauses that are not in force: {', '.join(silent)}"
    nearness = [held.id for held in norms.documents]
    near = [nearness.index(held.document) for held in outcome.clauses if held.document in nearness]
    if near != sorted(near):
        yield f"it cites a wider document first: {', '.join(refs)}"
    if rule.clauses and not refs and outcome.state in _SAID:
        yield "it speaks without citing a clause"


def _faults_of_words(rule: Rule, outcome: Outcome) -> Iterator[str]:
    sentences = {lang: messages(lang).get(outcome.reason) for lang in _LANGS}
    if not any(sentences.values()) and rule not in RULES:
        return
    asked = {lang: _placeholders(sentence) for lang, sentence in sentences.items() if sentence is not None}
    for lang in _LANGS:
        if lang not in asked:
            yield f"the reason {outcome.reason} has no sentence in {lang}"
        elif unfilled := sorted(asked[lang] - set(outcome.facts)):
            yield f"the facts do not fill the sentence in {lang}: {', '.join(unfilled)}"
    if len(set(asked.values())) > 1:
        yield f"the sentences of {outcome.reason} have different placeholders"


def _placeholders(sentence: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(sentence) if name)


def _speaks_too_soon(rule: Rule, subject: Subject) -> Iterator[str]:
    forces = [held.in_force for held in documents()]
    day = min(force.earliest or force.first for force in forces) - timedelta(1)
    early = attrs.evolve(subject, ctx=subject.ctx.scoped(subject.ctx.area, day), missing=())
    if any(outcome.state is not State.NOT_APPLICABLE for outcome in rule.answer(early)):
        yield f"it says something under the law of {day}, when none of its documents was in force"


def _accuses(rule: Rule, record: Record, ctx: Context) -> Iterator[str]:
    for path in stated_paths(record):
        # A record without an area of its own is one of the context's area: that is another record, not a poorer one.
        if path != "area":
            less = rule(with_unstated(record, path), ctx)
            if any(outcome.state is State.BREACHED for outcome in less):
                yield f"it finds a breach once {path} is not stated: {less!r}"


def _is_stated(record: Record, path: str) -> bool:
    """Whether the record states what is at *path*; a path into the calendar or a document is none of its own."""
    place = _place(record, path)
    return place is not None and place[1] in place[0].model_fields_set


def _place(record: Record, path: str) -> tuple[Record, str] | None:
    """The record or part that has the field at *path*, and the field; ``None`` where there is none."""
    value: object = record
    place = None
    for name, index in _STEP.findall(path):
        if not isinstance(value, Record) or name not in type(value).model_fields:
            return None
        place, value = (value, name), getattr(value, name)
        if index:
            value = value[int(index)] if isinstance(value, tuple) and int(index) < len(value) else None
            if value is None:
                return None
    return place
