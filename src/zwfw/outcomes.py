"""Outcomes: one answer of one rule about one place in one record, and the words for it."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from enum import Enum, StrEnum
from functools import cache
from typing import Any

import attrs

from zwfw._data import packaged, raise_first, table
from zwfw.areas import Area
from zwfw.clauses import Clause, ForceStatus, Lang
from zwfw.errors import ContextError
from zwfw.measures import Measure
from zwfw.targets import Target

__all__ = ["Facts", "Outcome", "Severity", "State", "messages", "say"]


class State(StrEnum):
    """What a rule answers (结论). There is no other answer and no default."""

    MET = "符合"
    BREACHED = "不符合"
    NOT_APPLICABLE = "不适用"
    """The rule does not speak of this record, or not yet, or is not in force; the reason says which."""

    UNDETERMINED = "无法判定"
    """Something that decides it was not stated; ``missing`` names it."""

    NEEDS_JUDGEMENT = "需人工判断"
    """The text leaves it to a person."""


class Severity(StrEnum):
    """How much a breach weighs, by the words of the clause (严重程度)."""

    VIOLATION = "违反"
    """The clause says 应, 必须 or 不得."""

    DEPARTURE = "偏离"
    """The clause says 原则上: a reasoned exception is possible."""

    ADVICE = "建议"
    """The clause says 鼓励."""


class Facts(Mapping[str, object]):
    """What decided an answer, by name; it cannot be changed, because answers are shared."""

    __slots__ = ("_held",)

    def __init__(self, held: Mapping[str, object]) -> None:
        self._held = dict(held)

    def __getitem__(self, name: str) -> object:
        return self._held[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def __repr__(self) -> str:
        return repr(self._held)


NO_FACTS = Facts({})


def to_facts(held: Mapping[str, object]) -> Facts:
    """*held* as facts that cannot be changed."""
    if isinstance(held, Facts):
        return held
    return Facts(held) if held else NO_FACTS


@attrs.frozen(kw_only=True, slots=False)  # a dictionary is filled in a third of the time
class Outcome:
    """One answer of one rule (结论).

    Attributes:
        rule: The rule's id.
        state: The answer.
        severity: How much it weighs; ``None`` unless breached.
        clauses: The clauses in force that it rests on, the most local first.
        path: The place in the record, as in ``special_steps[0].ended_at``; empty where it is the whole record.
        reason: The reason code; the words for it are :meth:`message`'s.
        facts: What decided it: the figures, days and names that stand in the message.
        missing: The fields that were not stated, where that is why it is undetermined.
        out_of_force: The rule's documents that reach the area but are not in force, with their days.
        readings: The readings of which another option would give another answer or other clauses; see
            :mod:`zwfw.readings`.
        subject: The id of the record.
    """

    rule: str
    state: State
    severity: Severity | None = None
    clauses: tuple[Clause, ...] = ()
    path: str = ""
    reason: str = ""
    facts: Facts = attrs.field(default=NO_FACTS, converter=to_facts, hash=False)
    missing: tuple[str, ...] = ()
    out_of_force: tuple[ForceStatus, ...] = ()
    readings: tuple[str, ...] = ()
    subject: str = ""

    def message(self, lang: Lang = "zh") -> str:
        """The answer in a sentence, in Chinese or English."""
        return say(self.reason, self.facts, lang)

    def to_dict(self, lang: Lang = "zh") -> dict[str, object]:
        """Plain values that JSON can hold; the sentence and the citations are in *lang*."""
        return {
            "rule": self.rule,
            "state": self.state.value,
            "severity": self.severity.value if self.severity else None,
            "clauses": [{"ref": each.ref, "cite": each.cite(lang)} for each in self.clauses],
            "path": self.path,
            "reason": self.reason,
            "facts": {name: plain(value) for name, value in self.facts.items()},
            "missing": list(self.missing),
            "out_of_force": [
                {
                    "document": each.document,
                    "state": each.state.value,
                    "first": plain(each.first),
                    "last": plain(each.last),
                }
                for each in self.out_of_force
            ],
            "readings": list(self.readings),
            "message": self.message(lang),
        }


_PLAIN: tuple[tuple[type, Callable[[Any], object]], ...] = (
    (datetime, lambda value: value.isoformat(timespec="minutes")),
    (date, date.isoformat),
    (Area, lambda value: value.code or value.name),
    (Clause, lambda value: value.ref),
    (Target, lambda value: value.key),
    (Measure, lambda value: value.word),
    (Enum, lambda value: value.value),
)


def plain(value: object) -> object:
    """*value* as JSON can hold it: days and moments in ISO form, enums by their value, what is held by its id."""
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    for kind, write in _PLAIN:
        if isinstance(value, kind):
            return write(value)
    return value


_WORDS: Mapping[Lang, Mapping[object, str]] = {
    "zh": {None: "无", True: "是", False: "否"},
    "en": {None: "none", True: "yes", False: "no"},
}


_SAID: tuple[tuple[type | tuple[type, ...], Callable[[Any, Lang], str]], ...] = (
    ((tuple, list), lambda value, lang: ("、" if lang == "zh" else ", ").join(_words(each, lang) for each in value)),
    (float, lambda value, _: f"{value:.12g}"),
    (Clause, lambda value, lang: value.cite(lang)),
    (Target, lambda value, lang: value.label(lang)),
    (Measure, lambda value, lang: value.label(lang)),
    (datetime, lambda value, _: value.strftime("%Y-%m-%d %H:%M")),
    (Area, lambda value, _: str(value)),
)


def _words(value: object, lang: Lang) -> str:
    if value is None or isinstance(value, bool):
        return _WORDS[lang][value]
    for kind, say_it in _SAID:
        if isinstance(value, kind):
            return say_it(value, lang)
    return str(plain(value))


@cache
def messages(lang: Lang) -> Mapping[str, str]:
    """The sentence of every reason code, with its placeholders, in *lang*.

    Raises:
        ContextError: If *lang* is neither ``zh`` nor ``en``.
    """
    if lang not in ("zh", "en"):
        raise ContextError(f"lang: expected zh or en, got {lang!r}")
    return _sentences()[lang]


@cache
def _sentences() -> Mapping[Lang, Mapping[str, str]]:
    """The sentences of all tables of messages; each reason stands in one of them."""
    found: dict[Lang, dict[str, str]] = {"zh": {}, "en": {}}
    for path in sorted(packaged("messages").iterdir(), key=lambda path: path.name):
        faults: list[str] = []
        for line, (reason, zh, en) in table(path, ("reason", "zh", "en"), faults):
            if reason in found["zh"] or not (zh and en):
                faults.append(f"expected a new reason with a sentence in each language, got {reason} @ line {line}")
            found["zh"][reason], found["en"][reason] = zh, en
        raise_first(str(path), faults, None)
    return found


def say(reason: str, facts: Mapping[str, object], lang: Lang = "zh") -> str:
    """The sentence of *reason* with *facts* in it; a reason that is not ours is said by its code and its facts.

    >>> from datetime import date
    >>> say("not-due-yet", {"due_on": date(2025, 6, 6)}, "en")
    'not due before the end of 2025-06-06'
    """
    words = {name: _words(value, lang) for name, value in facts.items()}
    sentence = messages(lang).get(reason)
    if sentence is None:
        return " ".join([reason, *(f"{name}={value}" for name, value in words.items())])
    return sentence.format_map(words)
