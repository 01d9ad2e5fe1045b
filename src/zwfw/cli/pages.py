"""What the command line prints: lines that fold at the width of a terminal, and stay whole in a pipe."""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

import attrs
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from zwfw._cells import one_line
from zwfw.calendars import DayReason
from zwfw.clauses import Clause, ForceState, Lang, document
from zwfw.normset import NormSet
from zwfw.outcomes import Outcome, Severity, State, plain
from zwfw.reports import Answer, Report, verdict
from zwfw.terms import TermForm
from zwfw.traces import carriers_of

if TYPE_CHECKING:  # what a command that does not need it should not wait for
    from zwfw.cli.brought import Brought
    from zwfw.ratings import Rating

__all__ = ["ENGLISH", "Page", "cited", "folded"]

# What stays together on a line: the number of a clause, a word, figure or day, else one character, with its marks.
_UNITS = re.compile(r"[“（〔《]*(?:\w（\w）\d+|[!-~]+|.)[，。；：、）”〕》]*")
_STYLES: dict[object, str] = {
    Severity.VIOLATION: "bold red",
    Severity.DEPARTURE: "yellow",
    Severity.ADVICE: "cyan",
    State.NEEDS_JUDGEMENT: "magenta",
}
ENGLISH: dict[object, str] = {
    "未填写（受影响的规则数）": "not stated (rules that need it)",
    "另一读法会改变结论或依据": "another reading changes answers or clauses",
    "条款": "clauses",
    "规范": "norms",
    "规则": "rules",
    "指标": "figures",
    "目标": "targets",
    "牵头": "led by",
    "负责": "units",
    "时限": "term",
    "备注": "note",
    "实现": "carried out by",
    "改动": "changes",
    "暂定": "provisional: next year's notice may change it",
    "最早": "at the earliest",
    "最迟": "at the latest",
    "待公布": "not published yet",
    "本地没有规则涉及这条记录": "no rule of this area speaks of this record",
    "未评分": "not scored",
    "得分介于两档之间": "scored between none and all",
    "不适用，不计分": "does not apply, so no points",
    "评分差异": "scored differently",
    "升至": "the way to",
    "缺少前一阶段评分": "an earlier stage has no score",
    "评定阶段先后颠倒": "a later stage is dated before an earlier one",
    "上班": "worked",
    "不上班": "not worked",
    "没有": "none",
    ForceState.IN_FORCE: "in force",
    ForceState.NOT_YET: "not yet in force",
    ForceState.ENDED: "ended",
    ForceState.NEVER: "never binds this area",
    ForceState.UNCERTAIN: "not known whether in force",
}
_WEEKDAYS = "一二三四五六日"
_ENGLISH_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def folded(text: Text, width: int, *, after: int | None = None) -> list[Text]:
    """*text* in lines of at most *width* columns; no mark of Chinese stands at the beginning of one.

    Args:
        text: One line.
        width: The columns of the first line.
        after: The columns of the others; as many unless given.
    """
    offsets, used, at, room = list[int](), 0, 0, width
    for unit in _UNITS.findall(text.plain):
        columns = cell_len(unit)
        if used and used + columns > room:
            offsets.append(at)
            used, room = 0, width if after is None else after
        # A blank at the beginning of a line is taken away below.
        used += columns if used or not unit.isspace() else 0
        at += len(unit)
    lines = list(text.divide(offsets))
    for line in lines:
        line.rstrip()
    return [line[len(line.plain) - len(line.plain.lstrip()) :] if line.plain else line for line in lines]


def cited(clauses: Iterable[Clause], lang: Lang) -> list[str]:
    """The clauses of each document, which is named once, before their numbers."""
    held = (list(group) for _, group in groupby(clauses, key=attrgetter("document")))
    label = attrgetter(f"label_{lang}")
    return [("、" if lang == "zh" else ", ").join([first.cite(lang), *map(label, more)]) for first, *more in held]


@attrs.frozen
class Page:
    """Prints in one language.

    Attributes:
        out: Where.
        lang: The language.
    """

    out: Console
    lang: Lang

    @property
    def width(self) -> int:
        """The columns that lines fold at; 0 in a pipe, where each stays whole unless ``COLUMNS`` is set."""
        return self.out.width if self.out.is_terminal or "COLUMNS" in os.environ else 0

    def word(self, term: object) -> str:
        """A term of the library or of this page."""
        return ENGLISH[term] if self.lang == "en" else str(getattr(term, "value", term))

    def named(self, term: str, said: str) -> str:
        """What is said of a term."""
        return f"{term}：{said}" if self.lang == "zh" else f"{term}: {said}"

    def put(self, *parts: str | tuple[str, str], indent: int = 0) -> None:
        """A line of parts, each with its style; nothing in it is obeyed as markup or by a terminal."""
        pairs = [(part, "") if isinstance(part, str) else part for part in parts]
        # A part is one line of its own, and keeps the blanks that set it apart.
        text = Text.assemble(*((_kept(said), style) for said, style in pairs))
        # What goes on is set in by two more, so that it shows where a line begins.
        more = 2 if indent else 0
        room = self.width - indent
        lines = folded(text, room, after=room - more) if self.width else [text]
        for number, line in enumerate(lines):
            self.out.print(Text(" " * (indent + (more if number else 0))).append_text(line), soft_wrap=True)

    def weekday(self, day: date) -> str:
        """A day with its weekday."""
        named = f"星期{_WEEKDAYS[day.weekday()]}" if self.lang == "zh" else _ENGLISH_WEEKDAYS[day.weekday()]
        return f"{day} {named}"

    def report(self, report: Report, brought: "Sequence[Brought]") -> None:
        """The findings record by record, what is not stated, and how many outcomes there are of each state."""
        for answer, held in zip(report.answers, brought, strict=True):
            self._answer(answer, held)
        for said, number in self._silent(report).items():
            counted = f"{number} 条记录" if self.lang == "zh" else f"{number} record{'s' if number > 1 else ''}"
            self.put((f"{said} · {counted}", "dim"))
        self.put((report.summary(self.lang), "bold"))

    def _answer(self, answer: Answer, held: "Brought") -> None:
        found = [each for each in answer.outcomes if each.state in (State.BREACHED, State.NEEDS_JUDGEMENT)]
        found.sort(key=lambda each: each.state is State.NEEDS_JUDGEMENT)
        outside = [each for each in answer.outcomes if each.reason == "outside-area"][:1]
        unknown = list(self._unknown(answer))
        if answer.outcomes and not (found or outside or unknown):
            return
        law = f"适用 {answer.day} 的规定" if self.lang == "zh" else f"law of {answer.day}"
        name: list[str | tuple[str, str]] = [(answer.record, "bold"), " · "] if answer.record else []
        place = [answer.kind, str(answer.area), law, f"{held.source}:{held.line}"]
        self.put(*name, " · ".join(place))
        if not answer.outcomes:
            self.put((self.word("本地没有规则涉及这条记录"), "yellow"), indent=2)
        for each in outside:
            self.put(each.message(self.lang), indent=2)
        for each in found:
            self._finding(each)
        for line in unknown:
            self.put((line, "dim"), indent=2)
        self.out.print()

    def _finding(self, outcome: Outcome) -> None:
        style = _STYLES.get(outcome.severity or outcome.state, "")
        place = [f"{outcome.path}: "] if outcome.path else []
        self.put((verdict(outcome, self.lang), style), "  ", *place, outcome.message(self.lang), indent=2)
        for reading in outcome.readings:
            self.put((self.named(self.word("另一读法会改变结论或依据"), reading), "dim"), indent=4)
        separator = "；" if self.lang == "zh" else "; "
        self.put(
            (" · ".join(filter(None, [outcome.rule, separator.join(cited(outcome.clauses, self.lang))])), "dim"),
            indent=4,
        )

    def _unknown(self, answer: Answer) -> Iterator[str]:
        """What is not published, and what is not stated with how many rules wait for it."""
        unknown = [each for each in answer.outcomes if each.state is State.UNDETERMINED]
        yield from dict.fromkeys(each.message(self.lang) for each in unknown if each.reason != "not-stated")
        fields = Counter(field for each in unknown if each.reason == "not-stated" for field in each.missing)
        if fields:
            counted = ", ".join(f"{field} ({number})" for field, number in fields.most_common())
            yield self.named(self.word("未填写（受影响的规则数）"), counted)

    def _silent(self, report: Report) -> Counter[str]:
        """The documents that were not in force for some records, and for how many."""
        return Counter(
            f"{self._cite(status.document)} · {self._force(status.state, status.first, status.last)}"
            for answer in report.answers
            for status in {held for each in answer.outcomes for held in each.out_of_force}
        )

    def _cite(self, name: str) -> str:
        return str(attrgetter(f"cite_{self.lang}")(document(name)))

    def _force(self, state: ForceState, first: date | None, last: date | None) -> str:
        return f"{self.word(state)} ({first} – {last or ''})".replace("– )", "–)")

    def why(self, reason: DayReason) -> None:
        """Whether a day is worked, and who says so."""
        kind = reason.kind.value if self.lang == "zh" else reason.kind.name.lower().replace("_", " ")
        told = "、".join(filter(None, [kind, reason.festival])) if self.lang == "zh" else kind
        if self.lang == "en" and reason.festival:
            told += f" for {reason.festival}"
        self.put(self.weekday(reason.day), " · ", self.word("上班" if reason.is_working else "不上班"), f" · {told}")
        if reason.notice:
            self.put(f"{reason.notice.number} {reason.notice.title}", indent=2)
        if reason.amended:
            self.put(self.named(self.word("改动"), f"{reason.amended.number} {reason.amended.title}"), indent=2)

    def clause(self, held: Clause, only: str = "") -> None:
        """One clause with its norms, or with the one that is asked for."""
        self.put((held.ref, "bold"), " · ", held.title)
        self.put(held.cite(self.lang))
        self.put(held.gist(self.lang))
        for term, said in (
            ("牵头", "、".join(held.lead_in_full)),
            ("负责", "、".join(held.units_in_full)),
            ("时限", held.term.text(self.lang) if held.term.form is not TermForm.NONE else ""),
            ("备注", held.note(self.lang)),
        ):
            if said:
                self.put(self.named(self.word(term), said))
        for norm in held.norms:
            if only in ("", norm.id):
                force = f" [{norm.modality.value}]" if norm.modality else ""
                self.put((norm.id, "bold"), f"{force} {norm.text(self.lang)}", indent=2)
                for said in (*([norm.note(self.lang)] if norm.note(self.lang) else []), "; ".join(norm.members)):
                    if said:
                        self.put(said, indent=4)
                carriers = ", ".join(map(str, carriers_of(norm)))
                self.put((self.named(self.word("实现"), carriers or self.word("没有")), "dim"), indent=4)

    def norms(self, norms: NormSet) -> None:
        """What binds an area on a day: the documents, and the figures that hold."""
        for status in norms.force:
            self.put((status.document, "bold"), " · ", self._force(status.state, status.first, status.last))
            self.put(self._cite(status.document), indent=2)
        counted = (("条款", norms.clauses), ("规则", norms.rules), ("指标", norms.parameters), ("目标", norms.targets))
        self.put(" · ".join(f"{self.word(term)} {len(held)}" for term, held in counted))
        for found in norms.parameters:
            of = found.parameter
            self.put(f"{of.label(self.lang)} {of.comparison} {_figure(found.value)} {of.unit}", indent=2)
            self.put((f"{found.key} · {found.norm}", "dim"), indent=4)
        for goal in norms.targets:
            aim, value = goal.target, goal.value
            self.put(f"{aim.label(self.lang)} {aim.comparison} {_figure(value.value)} {aim.unit}", indent=2)
            self.put((f"{aim.key} · {value.norm}", "dim"), indent=4)

    def tasks(self, owed: Iterable[Clause]) -> None:
        """Tasks, each with its term."""
        for each in owed:
            self.put((each.ref, "bold"), " · ", each.title, " · ", self._term(each))
            self.put(each.gist(self.lang), indent=2)

    def _term(self, held: Clause) -> str:
        """The term of a task, or those that its sentences print where it has none as a whole."""
        parts = dict.fromkeys(term.text(self.lang) for norm in held.norms for term in norm.terms)
        if held.term.form is not TermForm.NONE or not parts:
            return held.term.text(self.lang)
        return f"其中 {'、'.join(parts)}" if self.lang == "zh" else f"of its parts: {', '.join(parts)}"

    def rating(self, found: "Rating") -> None:
        """The stars of one body: dimensions, what was lost, what is missing, and the way to the next star."""
        self.put((found.text(self.lang), "bold"))
        names = [each.zh if self.lang == "zh" else each.en for each in found.card.dimensions]
        figures = [f"{each.span}/{each.points}" for each in found.dimensions]
        self.put(" · ".join(map(" ".join, zip(names, figures, strict=True))), indent=2)
        for each in found.lost:
            self.put(
                f"{each.criterion} -{each.points} {found.card.criterion(each.criterion).gist(self.lang)}", indent=2
            )
        for term, criteria in (
            ("未评分", found.missing),
            ("得分介于两档之间", found.partial),
            ("不适用，不计分", found.not_applicable),
        ):
            if criteria:
                self.put(self.named(self.word(term), ", ".join(criteria)), indent=2)
        for gap in found.differences:
            scores = ", ".join(f"{stage.value} {score}" for stage, score in gap.scores.items())
            self.put(self.named(f"{self.word('评分差异')} {gap.criterion}", scores), indent=2)
        for odd in found.irregularities:
            rows = f" ({', '.join(odd.criteria)})" if odd.criteria else ""
            self.put(self.named(self.word(odd.kind.value), f"{odd.earlier.value} → {odd.stage.value}{rows}"), indent=2)
        if way := found.shortest_way():
            steps = ", ".join(f"{each.criterion} +{each.points}" for each in way.steps)
            self.put(
                self.named(f"{self.word('升至')} {way.level.name(self.lang)}", f"+{way.points} ({steps})"), indent=2
            )


def _figure(value: object) -> str:
    found = plain(value)
    return ", ".join(map(str, found)) if isinstance(found, list) else str(found)


def _kept(said: str) -> str:
    """A text on one line, with the blanks around it."""
    inner = one_line(said)
    return f"{' ' * (len(said) - len(said.lstrip()))}{inner}{' ' * (len(said) - len(said.rstrip()))}" if inner else said
