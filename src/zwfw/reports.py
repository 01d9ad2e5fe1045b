"""Reports: all outcomes about one or many records, ready to read, print and serialise (报告)."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cached_property
from html import escape

import attrs

from zwfw._cells import markdown, markdown_table
from zwfw.areas import Area
from zwfw.clauses import Lang
from zwfw.outcomes import Outcome, Severity, State, plain

__all__ = ["Answer", "Report", "verdict"]

_HEADS: dict[Lang, tuple[str, ...]] = {
    "zh": ("记录", "结论", "规则", "位置", "说明", "依据"),
    "en": ("record", "answer", "rule", "place", "what was found", "clauses"),
}
_HTML_LANGS: dict[Lang, str] = {"zh": "zh-CN", "en": "en"}
_STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;margin:2rem}table{border-collapse:collapse}"
    "th,td{border:1px solid #999;padding:.3rem .6rem;text-align:left;vertical-align:top}th{background:#eee}"
)
_STATES_EN = {
    State.MET: "met",
    State.BREACHED: "breached",
    State.NOT_APPLICABLE: "not applicable",
    State.UNDETERMINED: "undetermined",
    State.NEEDS_JUDGEMENT: "needs judgement",
}
_SEVERITIES_EN = {Severity.VIOLATION: "violation", Severity.DEPARTURE: "departure", Severity.ADVICE: "advice"}
_ORDER = (State.BREACHED, State.NEEDS_JUDGEMENT, State.UNDETERMINED)


@attrs.frozen(kw_only=True)
class Answer:
    """All outcomes about one record.

    Attributes:
        index: Its place among the records that were brought, from 0.
        record: Its id; empty where it has none.
        kind: The kind of record.
        area: The area whose norms applied.
        day: The day whose law applied.
        outcomes: What the rules answered, in the order of the rules; they do not name the record.
    """

    index: int
    record: str
    kind: str
    area: Area
    day: date
    outcomes: tuple[Outcome, ...]


@attrs.frozen(kw_only=True, slots=False)
class Report:
    """What was found about the records that were brought.

    Attributes:
        area: The area of the context.
        as_of: The moment of looking.
        answers: One answer a record, in the order in which they were brought.
    """

    area: Area
    as_of: datetime
    answers: tuple[Answer, ...]

    @classmethod
    def join(cls, reports: Iterable["Report"]) -> "Report":
        """One report of several that share their context, in their order.

        Raises:
            ValueError: If there is none, or their contexts differ.
        """
        held = tuple(reports)
        if len({(each.area, each.as_of) for each in held}) != 1:
            raise ValueError(f"expected reports of one area and moment, got {len(held)} reports of several or none")
        answers = (answer for each in held for answer in each.answers)
        return cls(
            area=held[0].area,
            as_of=held[0].as_of,
            answers=tuple(attrs.evolve(answer, index=index) for index, answer in enumerate(answers)),
        )

    def _of(self, *states: State) -> tuple[Outcome, ...]:
        return tuple(
            attrs.evolve(each, subject=answer.record)
            for answer in self.answers
            for each in answer.outcomes
            if each.state in states
        )

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Every outcome, record by record, then rule by rule; each names its record."""
        return self._of(*State)

    @cached_property
    def breaches(self) -> tuple[Outcome, ...]:
        """Where a clause is not kept, whatever its severity."""
        return self._of(State.BREACHED)

    @cached_property
    def undetermined(self) -> tuple[Outcome, ...]:
        """Where something that decides it was not stated or not published."""
        return self._of(State.UNDETERMINED)

    @cached_property
    def needs_judgement(self) -> tuple[Outcome, ...]:
        """Where the text leaves it to a person."""
        return self._of(State.NEEDS_JUDGEMENT)

    @property
    def ok(self) -> bool:
        """Whether all is known and kept: nothing breached, nothing undetermined, nothing left to a person.

        Every record must have been held against something that it keeps: a report that knows nothing is not ok, nor is
        one about records outside the area or before the law.
        """
        fine = {State.MET, State.NOT_APPLICABLE}
        found = [{each.state for each in answer.outcomes} for answer in self.answers]
        return bool(found) and all(State.MET in states and states <= fine for states in found)

    def counts(self) -> dict[State, int]:
        """How many outcomes there are of each state."""
        found = Counter(each.state for answer in self.answers for each in answer.outcomes)
        return {state: found[state] for state in State}

    def to_dict(self, lang: Lang = "zh") -> dict[str, object]:
        """Plain values that JSON can hold; sentences and citations are in *lang*, codes and terms as they are."""
        return {
            "area": plain(self.area),
            "as_of": plain(self.as_of),
            "ok": self.ok,
            "counts": {state.value: number for state, number in self.counts().items()},
            "records": [
                {
                    "index": answer.index,
                    "id": answer.record,
                    "kind": answer.kind,
                    "area": plain(answer.area),
                    "law_of": plain(answer.day),
                    "outcomes": [each.to_dict(lang) for each in answer.outcomes],
                }
                for answer in self.answers
            ],
        }

    def to_json(self, lang: Lang = "zh", *, indent: int | None = None) -> str:
        """:meth:`to_dict` as JSON, Chinese as it is."""
        return json.dumps(self.to_dict(lang), ensure_ascii=False, indent=indent)

    def _rows(self, lang: Lang) -> Iterator[tuple[str, ...]]:
        """What a person should see, worst first: breaches, what needs a person, what is not known."""
        for state in _ORDER:
            for each in self._of(state):
                yield (
                    each.subject,
                    verdict(each, lang),
                    each.rule,
                    each.path,
                    each.message(lang),
                    ("；" if lang == "zh" else "; ").join(clause.cite(lang) for clause in each.clauses),
                )

    def summary(self, lang: Lang = "zh") -> str:
        """One line: the area, the moment of looking, and how many outcomes there are of each state."""
        counts = self.counts()
        if lang == "zh":
            figures = "，".join(f"{state.value} {number}" for state, number in counts.items())
            return f"{self.area} · 截至 {self.as_of:%Y-%m-%d %H:%M} · 记录 {len(self.answers)} 条：{figures}"
        figures = ", ".join(f"{_STATES_EN[state]} {number}" for state, number in counts.items())
        records = "1 record" if len(self.answers) == 1 else f"{len(self.answers)} records"
        return f"{self.area} · as of {self.as_of:%Y-%m-%d %H:%M} · {records}: {figures}"

    def to_markdown(self, lang: Lang = "zh") -> str:
        """A summary and a table of all that is not simply met; characters that Markdown would read are escaped."""
        rows = list(self._rows(lang))
        head = _HEADS[lang]
        return "\n".join([markdown(self.summary(lang)), *(["", markdown_table(head, rows)] if rows else [])]) + "\n"

    def to_html(self, lang: Lang = "zh") -> str:
        """A page of its own that fetches nothing, with the same summary and table; all that it says is escaped."""
        title = escape(self.summary(lang))
        return (
            f'<!doctype html>\n<html lang="{_HTML_LANGS[lang]}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{self._html(lang)}\n</body>\n</html>\n"
        )

    def _html(self, lang: Lang) -> str:
        head = "".join(f"<th>{escape(each)}</th>" for each in _HEADS[lang])
        body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in self._rows(lang))
        table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>" if body else ""
        return f"<p>{escape(self.summary(lang))}</p>{table}"

    def _repr_html_(self) -> str:
        """The same table for a notebook; everything that comes from a record is escaped."""
        return self._html("zh")

    def __str__(self) -> str:
        lines = [self.summary("zh")]
        for subject, state, rule, path, message, cites in self._rows("zh"):
            place = f" {path}" if path else ""
            found = f"[{state}] {subject}{place}: {message}（{rule}；{cites or '无现行条款'}）"
            lines.append(" ".join(found.split()))
        return "\n".join(lines)


def verdict(outcome: Outcome, lang: Lang = "zh") -> str:
    """The state of an outcome and, of a breach, its weight, in the words of reports.

    >>> from zwfw.outcomes import Outcome, Severity, State
    >>> found = Outcome(rule="cases.decided-as-promised", state=State.BREACHED, severity=Severity.VIOLATION)
    >>> verdict(found), verdict(found, "en")
    ('不符合·违反', 'breached (violation)')
    """
    if lang == "zh":
        return f"{outcome.state.value}·{outcome.severity.value}" if outcome.severity else outcome.state.value
    state = _STATES_EN[outcome.state]
    return f"{state} ({_SEVERITIES_EN[outcome.severity]})" if outcome.severity else state
