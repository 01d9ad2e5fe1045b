"""Audit a district on one day: items, halls, cases, reviews, tasks and targets in one report (全区审查)."""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from html import escape
from itertools import chain, groupby
from pathlib import Path

import attrs
from pydantic import ValidationError

from zwfw import Clause, Context, Outcome, Report, Severity, State, ZwfwError, check, clause, document, documents, tasks
from zwfw.clauses import Lang
from zwfw.interop import record_kinds
from zwfw.measures import measure
from zwfw.outcomes import plain
from zwfw.readings import readings
from zwfw.records import Attestation, Indicator, Record, TaskProgress
from zwfw.reports import Answer
from zwfw.rules.tasks import ProgressState, TaskStanding, progress
from zwfw.targets import target
from zwfw.terminal import on_any_terminal

MARKS = re.compile(r"([\\`*_\[\]<>|#~&])")
PACKAGED = Path(__file__).with_name("district.jsonl")
TERMS = (*Severity, State.NEEDS_JUDGEMENT, State.UNDETERMINED, State.MET, State.NOT_APPLICABLE)
TO_FOLLOW = (ProgressState.OVERDUE, ProgressState.DONE_LATE, ProgressState.TO_JUDGE)
WORDS: Mapping[object, tuple[str, str]] = {
    Severity.VIOLATION: ("违反", "violation"), Severity.DEPARTURE: ("偏离", "departure"),
    Severity.ADVICE: ("建议", "advice"), State.NEEDS_JUDGEMENT: ("需人工判断", "needs judgement"),
    State.UNDETERMINED: ("无法判定", "undetermined"), State.MET: ("符合", "met"),
    State.NOT_APPLICABLE: ("不适用", "not applicable"), ProgressState.DONE: ("按期完成", "in time"),
    ProgressState.DONE_LATE: ("逾期完成", "done late"), ProgressState.OVERDUE: ("逾期未完成", "overdue"),
    ProgressState.NOT_DUE: ("未到期", "not due"), ProgressState.ONGOING: ("持续推进", "ongoing"),
    ProgressState.TO_JUDGE: ("须人判断", "for a person"), ProgressState.UNKNOWN: ("未填报", "not reported"),
    "page": ("政务服务审查报告", "Audit of government services"), "summary": ("汇总", "Summary"),
    "not_read": ("未读取的行", "Lines not read"), "findings": ("不符合", "Breached"),
    "to_ask_for": ("无法判定，待补充", "Undetermined, and what to ask for"),
    "to_decide": ("需人工判断", "For a person to decide"),
    "tasks": ("各单位任务", "Tasks by unit"), "tasks_to_follow": ("任务跟进", "Tasks to follow up"),
    "targets": ("指标", "Targets"), "readings": ("结论取决于读法", "Answers that turn on a reading"),
    "clauses": ("引用条款", "Clauses cited"), "not_in_force": ("未施行的文件", "Documents not in force"),
    "all": ("全部", "all"), "kind": ("种类", "kind"), "records": ("记录数", "records"), "line": ("行", "line"),
    "field": ("字段", "field"), "why": ("原因", "why"), "answer": ("结论", "answer"), "record": ("记录", "record"),
    "place": ("位置", "place"), "found": ("说明", "what was found"), "by": ("依据", "clauses"),
    "ask_for": ("请补充", "ask for"), "waiting": ("待定结论", "answers that wait"), "unit": ("单位", "unit"),
    "not_reported": ("未填报的任务", "tasks not reported"), "task": ("任务", "task"), "due_on": ("期限", "due"),
    "done_on": ("完成日", "done on"), "days_late": ("逾期天数", "days late"), "target": ("指标", "target"),
    "year": ("年度", "year"), "figure": ("实际", "figure"), "wanted": ("目标", "wanted"), "note": ("备注", "note"),
    "option": ("读法", "reading"), "is_taken": ("采用", "taken"), "clause": ("条款", "clause"),
    "gist": ("要求（转述）", "what it asks (paraphrased)"), "document": ("文件", "document"), "first": ("自", "from"),
    "last": ("至", "until"), "state": ("状态", "state"), True: ("是", "yes"), False: ("", ""),
}  # fmt: skip
STYLE = """
body{font:15px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;max-width:76rem;
margin:2rem auto;padding:0 1rem;color:#1c2430}
h1{font-size:1.6rem;margin:.5rem 0}h2{font-size:1.2rem;margin:2.2rem 0 .6rem;border-bottom:2px solid #1f4e79}
h3{font-size:1rem;margin:1.2rem 0 .4rem}nav a{display:inline-block;margin:.2rem 1.2rem .2rem 0;color:#1f4e79}
table{border-collapse:collapse;width:100%;table-layout:fixed}
th,td{border:1px solid #c3cad3;padding:.35rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#eef2f6;overflow-wrap:normal}
.c-answer,.c-is_taken,.c-state,.c-line{width:7em}.c-kind,.c-unit{width:9.5em}.c-record,.c-place{width:17%}
.c-by{width:20%}.c-found{width:32%}.c-task,.c-option,.c-clause{width:26%}.c-target,.c-not_reported{width:20%}
.c-year,.c-days_late{width:4em}.c-due_on,.c-done_on{width:6em}
.n{text-align:right;font-variant-numeric:tabular-nums}.k{white-space:nowrap;font-weight:600}
.violation,.overdue,.done_late{color:#b3261e}.departure{color:#8a5300}.advice{color:#1f4e79}
.needs_judgement,.to_judge{color:#6a3d9a}.undetermined{color:#5b6470}.met,.done{color:#1b6e3c}
#zh:checked~main.en,#en:checked~main.zh{display:none}
@page{size:A4 landscape;margin:12mm}
@media print{body{font-size:9pt;margin:0;max-width:none}input,label,nav{display:none}
thead{display:table-header-group}tr{break-inside:avoid}h2,h3{break-after:avoid}}
"""
HEAD = (
    '<!doctype html>\n<html lang="{}">\n<head>\n<meta charset="utf-8">\n<title>{}</title>\n<style>{}</style>\n</head>'
)
TONGUES: Mapping[Lang, tuple[str, str]] = {"zh": ("zh-CN", "中文"), "en": ("en", "English")}

Fault = tuple[int, str, str]  # a line, counted from 1, a field in it, and why the line was not read


def read(lines: Iterable[str], ctx: Context) -> tuple[list[Record], list[Fault]]:
    """The records, one a line, each with its kind under ``record``; lines that cannot be read, or are of elsewhere."""
    held: list[Record] = []
    faults: list[Fault] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            facts = json.loads(line)
            record = record_kinds()[facts.pop("record")].model_validate(facts)
        except ValidationError as error:
            faults += [(number, ".".join(map(str, fault["loc"])), fault["msg"]) for fault in error.errors()]
        except KeyError as error:
            faults.append((number, "record", f"expected a kind of record, got {error}"))
        except (ValueError, AttributeError, TypeError, RecursionError) as error:
            faults.append((number, "", f"expected a record as a JSON object: {error}"))
        else:
            area = getattr(record, "area", None) or ctx.area
            if area.is_within(ctx.area) or ctx.area.is_within(area):
                held.append(record)
            else:
                faults.append((number, "area", f"expected an area in or around {ctx.area}, got {area}"))
    return held, faults


def one_line(text: str) -> str:
    """A text on one line, in which nothing is obeyed by a terminal or a printer."""
    return "".join(char if char.isprintable() else "?" for char in " ".join(text.split()))


def escaped(text: str) -> str:
    """A text in which Markdown reads no markup, and no end of a cell."""
    return MARKS.sub(r"\\\1", text)


@attrs.frozen
class Table:
    """What stands in one section, or under one heading of it; cells are terms, figures, days and texts."""

    section: str
    columns: Sequence[object]
    rows: Sequence[Sequence[object]]
    part: str = ""


@attrs.frozen
class Page:
    """The audit in one language."""

    ctx: Context
    records: Sequence[Record]
    faults: Sequence[Fault]
    report: Report
    lang: Lang

    def word(self, term: object) -> str:
        """A term of the library or of this page."""
        return WORDS[term][self.lang == "en"]

    def cell(self, held: object) -> str:
        """What a cell says."""
        if isinstance(held, Enum | bool):
            return self.word(held)
        return "" if held is None else one_line(str(held))

    def kind(self, name: str) -> str:
        """What a kind of record is called; its docstring gives the Chinese term."""
        term = re.search(r"\(([^()a-zA-Z]+)\)", record_kinds()[name].__doc__ or "")
        english = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()
        return term[1] if term and self.lang == "zh" else english

    def name(self, answer: Answer) -> str:
        """What a record is called; one about a clause by the clause, and a figure by its target."""
        match self.records[answer.index]:
            case TaskProgress() as record:
                return " · ".join(filter(None, (record.unit, clause(record.task).cite(self.lang))))
            case Attestation() as record:
                return clause(record.norm.partition("#")[0]).cite(self.lang)
            case Indicator() as record:
                return f"{target(record.key).label(self.lang)} · {record.year}"
        return answer.record

    def by(self, clauses: Iterable[Clause]) -> str:
        """Clauses as a letter would cite them."""
        return ("；" if self.lang == "zh" else "; ").join(each.cite(self.lang) for each in clauses)

    def told(self, answer: Answer, each: Outcome) -> tuple[object, ...]:
        """What was found about a record."""
        term, said = each.severity or each.state, each.message(self.lang)
        return term, self.name(answer), each.path, said, self.by(each.clauses)

    def of(self, state: State, kind: str = "") -> list[tuple[Answer, Outcome]]:
        """The outcomes of a state, the gravest first."""
        held = (answer for answer in self.report.answers if kind in ("", answer.kind))
        found = [(answer, each) for answer in held for each in answer.outcomes if each.state is state]
        return sorted(found, key=lambda pair: TERMS.index(pair[1].severity or state))

    def counts(self) -> Mapping[str, Counter[object]]:
        """How many records of each kind there are, and answers by state and weight; the worst first."""
        found: dict[str, Counter[object]] = {}
        for answer in self.report.answers:
            terms = [each.severity or each.state for each in answer.outcomes]
            found.setdefault(answer.kind, Counter()).update(["records", *terms])
        return dict(sorted(found.items(), key=lambda pair: [-pair[1][term] for term in TERMS[:5]]))

    def tables(self) -> Iterator[Table]:
        """All that is told, the gravest first."""
        counts, columns = self.counts(), ("records", *TERMS)
        whole = sum(counts.values(), Counter[object]())
        rows = [*((self.kind(kind), held) for kind, held in counts.items()), (self.word("all"), whole)]
        yield Table("summary", ("kind", *columns), [(name, *(held[each] for each in columns)) for name, held in rows])
        yield Table("not_read", ("line", "field", "why"), self.faults)
        columns = ("answer", "record", "place", "found", "by")
        for kind in counts:
            breaches = [self.told(*pair) for pair in self.of(State.BREACHED, kind)]
            yield Table("findings", columns, breaches, self.kind(kind))
        judged = [(self.kind(pair[0].kind), *self.told(*pair)[1:]) for pair in self.of(State.NEEDS_JUDGEMENT)]
        yield Table("to_ask_for", ("kind", "record", "ask_for", "waiting"), [*self.asked()])
        yield Table("to_decide", ("kind", *columns[1:]), judged)
        yield from self.units()
        yield Table("targets", ("answer", "target", "year", "figure", "wanted", "note", "by"), [*self.targets()])
        yield from self.turning()
        told = [each for each in self.report.outcomes if each.state not in (State.MET, State.NOT_APPLICABLE)]
        cited = {each for outcome in told for each in outcome.clauses}
        held = [each for source in documents() for each in source.clauses if each in cited]
        yield Table("clauses", ("clause", "gist"), [(each.cite(self.lang), each.gist(self.lang)) for each in held])
        yield Table("not_in_force", ("document", "first", "last", "records"), [*self.silent()])

    def silent(self) -> Iterator[tuple[object, ...]]:
        """The documents that were not in force for some records, and for how many."""
        held = (
            {each for outcome in answer.outcomes for each in outcome.out_of_force} for answer in self.report.answers
        )
        for each, number in Counter(status for statuses in held for status in statuses).items():
            yield getattr(document(each.document), f"cite_{self.lang}"), each.first, each.last, number

    def asked(self) -> Iterator[tuple[object, ...]]:
        """What would have to be stated, published or counted of each record, and how many answers wait for it."""
        for answer in self.report.answers:
            unknown = [each for each in answer.outcomes if each.state is State.UNDETERMINED]
            stated = Counter(field for each in unknown if each.reason == "not-stated" for field in each.missing)
            others = Counter(each.message(self.lang) for each in unknown if each.reason != "not-stated")
            for ask_for, waiting in [*stated.most_common(), *others.items()]:
                yield self.kind(answer.kind), self.name(answer), ask_for, waiting

    def units(self) -> Iterator[Table]:
        """The tasks of the area's own document with each unit, and what was reported about wider ones."""
        own = next((each.id for each in self.ctx.norms.documents if tasks.tasks(each.id)), "")
        told = [each for each in self.records if isinstance(each, TaskProgress)]
        found: dict[str, list[TaskStanding]] = {}
        for each in progress(told, self.ctx).standings:
            if each.task.document == own or each.done_on or each.state in TO_FOLLOW:
                found.setdefault(each.unit, []).append(each)
        rows, late = [], []
        counted = [(unit, held, Counter(each.state for each in held)) for unit, held in found.items()]
        counted.sort(key=lambda row: [-row[2][state] for state in (*TO_FOLLOW, ProgressState.UNKNOWN)])
        for unit, held, counts in counted:
            waiting = [getattr(each.task, f"label_{self.lang}") for each in held if each.state is ProgressState.UNKNOWN]
            rows.append((unit, *(counts[state] for state in ProgressState), ", ".join(waiting)))
            late += [each for each in held if each.state in TO_FOLLOW]
        yield Table("tasks", ("unit", *ProgressState, "not_reported"), rows)
        late.sort(key=lambda each: TO_FOLLOW.index(each.state))
        gone = [
            (each.state, each.unit, each.task.title if self.lang == "zh" else each.task.gist("en"), each.due_on,
             each.done_on, each.overdue_calendar_days or None, each.task.cite(self.lang))
            for each in late
        ]  # fmt: skip
        columns = ("state", "unit", "task", "due_on", "done_on", "days_late", "by")
        yield Table("tasks_to_follow", columns, gone)

    def targets(self) -> Iterator[tuple[object, ...]]:
        """Each figure that was reported, beside the one that is wanted where its law wants one."""
        for answer, record in zip(self.report.answers, self.records, strict=True):
            if not isinstance(record, Indicator):
                continue
            asked = target(record.key)
            counted = measure(asked.unit).label(self.lang)
            figure = "" if record.value is None else f"{record.value:g} {counted}"
            for each in answer.outcomes:
                term, _, _, said, by = self.told(answer, each)
                said, wanted = "" if each.state is State.MET else said, ""
                if each.clauses:
                    value = self.ctx.scoped(answer.area, answer.day).norms.target(record.key).value
                    wanted = f"{asked.comparison} {value.value} {counted}"
                yield term, asked.label(self.lang), record.year, figure, wanted, said, by

    def turning(self) -> Iterator[Table]:
        """Each reading on which an answer turns, and what its options answer; the one that is taken first."""
        asked = [(answer, each) for answer in self.report.answers for each in answer.outcomes if each.readings]
        for reading in readings():
            turned = [(answer, each.rule) for answer, each in asked if reading.id in each.readings]
            texts = {each.id: each.text(self.lang) for each in reading.options}
            rows = [
                (texts[ctx.readings[reading.id]], ctx is self.ctx, self.name(answer), self.said(each))
                for answer, rule in dict.fromkeys(turned)
                for ctx in (self.ctx, *self.ctx.otherwise(reading.id))
                for each in check(self.records[answer.index], ctx).outcomes
                if each.rule == rule
            ]
            question = reading.question_zh if self.lang == "zh" else reading.question_en
            yield Table("readings", ("option", "is_taken", "record", "found"), rows, question)

    def said(self, each: Outcome) -> str:
        """An answer in words; one that is kept needs no more of them."""
        term = self.word(each.severity or each.state)
        return term if each.state is State.MET else f"{term}: {each.message(self.lang)}"

    def shown(self) -> Iterator[tuple[str, list[Table]]]:
        """The sections that say something, with their tables."""
        for section, held in groupby((each for each in self.tables() if each.rows), key=lambda each: each.section):
            yield section, [*held]

    @property
    def title(self) -> str:
        """The title of the page."""
        return f"{self.report.area} · {self.word('page')} · {self.report.as_of:%Y-%m-%d}"

    def to_json(self) -> str:
        """The report with the tables of the page; columns and terms are the same in both languages."""
        tables: dict[str, list[dict[str, object]]] = {}
        for table in chain.from_iterable(held for _, held in self.shown()):
            columns = [plain(each) for each in table.columns]
            part = {"part": table.part} if table.part else {}
            for row in table.rows:
                cells = {str(name): plain(each) for name, each in zip(columns, row, strict=True)}
                tables.setdefault(table.section, []).append({**part, **cells})
        return json.dumps({**self.report.to_dict(self.lang), "tables": tables}, ensure_ascii=False, indent=1)

    def to_markdown(self) -> str:
        """The page as Markdown; what it would read as markup is escaped."""
        lines = [f"# {self.title}", "", escaped(self.report.summary(self.lang))]
        for section, held in self.shown():
            lines += ["", f"## {self.word(section)}"]
            for table in held:
                rows = [[escaped(self.cell(each)) for each in row] for row in table.rows]
                rows = [[*map(self.word, table.columns)], ["---"] * len(table.columns), *rows]
                lines += [*(["", f"### {escaped(table.part)}"] if table.part else []), ""]
                lines += [f"| {' | '.join(row)} |" for row in rows]
        return "\n".join(lines) + "\n"

    def to_html(self) -> str:
        """The body of the page; all that it says is escaped."""
        sections = list(self.shown())
        links = (f'<a href="#{self.lang}-{each}">{escape(self.word(each))}</a>' for each, _ in sections)
        parts = [f"<h1>{escape(self.title)}</h1>", f"<p>{escape(self.report.summary(self.lang))}</p>"]
        parts.append(f"<nav>{''.join(links)}</nav>")
        for section, held in sections:
            parts.append(f'<h2 id="{self.lang}-{section}">{escape(self.word(section))}</h2>')
            for table in held:
                heads = "".join(map(self._th, table.columns, table.rows[0]))
                rows = ("".join(map(self._td, row)) for row in table.rows)
                body = "\n".join(f"<tr>{row}</tr>" for row in rows)
                parts += [f"<h3>{escape(table.part)}</h3>"] if table.part else []
                parts.append(f"<table><thead><tr>{heads}</tr></thead><tbody>\n{body}\n</tbody></table>")
        return "\n".join(parts)

    def _th(self, column: object, first: object) -> str:
        mark = f"c-{column}" if isinstance(column, str) and not isinstance(column, Enum) else ""
        return f'<th class="{mark}{" n" if type(first) is int else ""}">{escape(self.word(column))}</th>'

    def _td(self, held: object) -> str:
        mark = f"k {held.name.lower()}" if isinstance(held, Enum) else "n" if type(held) is int else ""
        mark = f' class="{mark}"' if mark else ""
        return f"<td{mark}>{escape(self.cell(held))}</td>"


def together(pages: Mapping[Lang, Page], first: Lang) -> str:
    """One page that fetches nothing, with a switch between the languages that needs no script."""
    parts = [HEAD.format(TONGUES[first][0], escape(pages[first].title), STYLE), "<body>"]
    for lang, (_, name) in TONGUES.items():
        checked = " checked" if lang == first else ""
        parts.append(f'<input type="radio" name="lang" id="{lang}"{checked}><label for="{lang}">{name}</label>')
    for lang, page in pages.items():
        parts.append(f'<main class="{lang}" lang="{TONGUES[lang][0]}">\n{page.to_html()}\n</main>')
    return "\n".join([*parts, "</body>", "</html>", ""])


def brief(page: Page) -> Iterator[str]:
    """What a terminal is told: how many there are of what, the kinds with something to do first."""
    yield page.report.summary(page.lang)
    for kind, held in page.counts().items():
        rest = State.MET if held[State.MET] else State.NOT_APPLICABLE
        told = [f"{page.word(term)} {held[term]}" for term in TERMS[:5] if held[term]]
        yield f"  {page.kind(kind)} ({held['records']}): {' · '.join(told) or page.word(rest)}"


@on_any_terminal
def main(argv: Sequence[str] | None = None) -> int:
    """Audit a file and write the report; 1 where something is not kept, 2 where a line could not be read, else 0.

    Raises:
        SystemExit: With 2 if the arguments, the file or the folder cannot be used.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=PACKAGED, help="records, one JSON object a line")
    parser.add_argument("--out", type=Path, default=Path("audit"), help="folder for what is written (%(default)s)")
    parser.add_argument("--as-of", default="2025-12-01", help="day or moment of looking (%(default)s)")
    parser.add_argument("--area", default="涵江区", help="code or name of the area (%(default)s)")
    parser.add_argument("--lang", choices=TONGUES, default="zh", help="language that comes first (%(default)s)")
    args = parser.parse_args(argv)
    try:
        ctx = Context(area=args.area, as_of=args.as_of)
        with args.file.open(encoding="utf-8-sig") as file:
            records, faults = read(file, ctx)
        if not records and not faults:
            parser.error(f"{args.file}: expected records, one a line, got none")
        report = check(records, ctx)
        pages: dict[Lang, Page] = {lang: Page(ctx, records, faults, report, lang) for lang in TONGUES}
        texts = {"report.html": together(pages, args.lang)}
        for lang, page in pages.items():
            texts |= {f"report.{lang}.md": page.to_markdown(), f"report.{lang}.json": page.to_json()}
        args.out.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (args.out / name).write_text(text, encoding="utf-8")
    except (ZwfwError, OSError, UnicodeError) as error:
        parser.error(str(error))
    print(*brief(pages[args.lang]), sep="\n")
    print(f"{args.out}: {', '.join(texts)}")
    for number, field, why in faults:
        print(one_line(": ".join(filter(None, (f"{args.file}:{number}", field, why)))), file=sys.stderr)
    return 2 if faults else 1 if report.breaches else 0


if __name__ == "__main__":
    sys.exit(main())
