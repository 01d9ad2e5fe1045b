"""Audit the cases of a JSON Lines file: what breaks which clause, when it was due, what is not known (办件审查)."""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from pathlib import Path

import attrs
from pydantic import ValidationError
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import track
from rich.table import Table
from rich.text import Text

from zwfw import Context, Deadline, Outcome, Severity, State, ZwfwError, check, deadlines_for, document
from zwfw.clauses import ForceState, Lang
from zwfw.cli.pages import cited, folded
from zwfw.limits import Light, Status
from zwfw.records import Case
from zwfw.reports import Answer
from zwfw.terminal import on_any_terminal

PACKAGED = Path(__file__).with_name("cases.jsonl")
PIPED_WIDTH = 120
RULE_OF_LIMIT = {
    "correction-notice": "cases.correction-told-in-time",
    "prereview": "cases.prereviewed-in-time",
    "paper-hand-in": "cases.paper-handed-in-in-time",
    "promise": "cases.decided-as-promised",
    "statutory": "cases.decided-within-statutory-limit",
    "special-step": "cases.special-step-within-its-limit",
}
STYLES = {Light.GREEN: "green", Light.YELLOW: "yellow", Light.RED: "bold red", Severity.VIOLATION: "red"}
ENGLISH: dict[object, str] = {
    State.MET: "met", State.BREACHED: "breached", State.NOT_APPLICABLE: "n/a", State.UNDETERMINED: "undecided",
    State.NEEDS_JUDGEMENT: "to judge", Severity.VIOLATION: "violation", Severity.DEPARTURE: "departure",
    Severity.ADVICE: "advice", Status.RUNNING: "running", Status.PAUSED: "paused", Light.GREEN: "green",
    Light.YELLOW: "yellow", Light.RED: "red", ForceState.NOT_YET: "not yet in force", ForceState.ENDED: "ended",
    ForceState.UNCERTAIN: "not known whether in force", "办件审查": "Audit of cases", "截至": "as of", "办件": "case",
    "发现": "findings", "依据": "clauses", "到期日": "due", "预警": "light", "暂定": "provisional", "附注": "notes",
    "无法判定的办件": "cases that cannot be decided", "未填写（受影响的规则数）": "not stated (rules that need it)",
    "另一读法会改变结论或依据": "another reading changes answers or clauses", "未审查的行": "lines not audited",
    "整行": "whole line", "行": "line", "原因": "reason", "汇总": "summary", "地区": "area", "合计": "all",
}  # fmt: skip

Timed = tuple[Answer, tuple[Deadline, ...]]  # what the rules answered about one case, and its time limits
Fault = tuple[int, str, str]  # a line, counted from 1, a field in it, and why the line was not audited


def audit(lines: Iterable[str], ctx: Context, lang: Lang = "zh") -> tuple[list[Timed], list[Fault]]:
    """Check each line by itself: one that is no case, or of another area, is named, and the rest is still done."""
    timed: list[Timed] = []
    faults: list[Fault] = []
    for number, line in enumerate(map(str.strip, lines), 1):
        if not line:
            continue
        try:
            case = Case.model_validate_json(line)
        except ValidationError as error:
            faults += [(number, ".".join(map(str, fault["loc"])), fault["msg"]) for fault in error.errors()]
            continue
        (answer,) = check(case, ctx).answers
        outside = next((each for each in answer.outcomes if each.reason == "outside-area"), None)
        if outside is None:
            timed.append((answer, deadlines_for(case, ctx)))
        else:
            faults.append((number, "area", outside.message(lang)))
    return timed, faults


def findings(answer: Answer, deadlines: Iterable[Deadline]) -> list[tuple[Outcome, Deadline | None]]:
    """What a person should see of one case: breaches, what needs a person, and clocks that still run."""
    limits = {(RULE_OF_LIMIT[each.limit], each.path): each for each in deadlines}
    found = [(outcome, limits.get((outcome.rule, outcome.path))) for outcome in answer.outcomes]
    shown, clocks = (State.BREACHED, State.NEEDS_JUDGEMENT), (Status.RUNNING, Status.PAUSED)
    return [(each, limit) for each, limit in found if each.state in shown or (limit and limit.status in clocks)]


@attrs.frozen
class Page:
    """Prints an audit in one language."""

    out: Console
    lang: Lang

    def word(self, term: object) -> str:
        """A term of the library or of this page."""
        return ENGLISH[term] if self.lang == "en" else str(getattr(term, "value", term))

    def text(self, *lines: str, style: str = "", width: int = 0) -> Text:
        """Lines as they are, folded to *width*: nothing in them is obeyed as markup or by a terminal."""
        printed = (Text("".join(char if char.isprintable() else "?" for char in line)) for line in lines)
        parts = (part.plain for line in printed for part in (folded(line, width) if width else [line]))
        return Text("\n".join(parts), style=style)

    def table(self, title: str, *heads: object, figures: bool = False) -> Table:
        """An empty table; with *figures*, all columns but the first hold numbers."""
        table = Table(box=SIMPLE_HEAD, pad_edge=False, title_justify="left", title_style="bold")
        table.title = self.word(title).capitalize()
        for index, head in enumerate(heads):
            table.add_column(self.word(head), justify="right" if figures and index else "left", overflow="fold")
        return table

    def due(self, limit: Deadline | None) -> Text:
        """The due day, or the days between which it lies as far as they are known."""
        if limit is None:
            return Text("")
        if limit.due_on:
            return self.text(f"{limit.due_on}", *([self.word("暂定")] if limit.provisional else []))
        bounds = (("≥", limit.earliest_due_on), ("≤", limit.latest_due_on))
        return self.text(*(f"{sign} {day}" for sign, day in bounds if day))

    def findings(self, timed: Iterable[Timed]) -> Table:
        """The findings, case by case."""
        table = self.table("发现", "办件", "发现", "依据", "到期日", "预警")
        room = max(self.out.width - 40, 50)
        for answer, deadlines in timed:
            for outcome, limit in findings(answer, deadlines):
                is_open = limit is not None and outcome.state is State.NOT_APPLICABLE
                term = limit.status if limit and is_open else outcome.severity or outcome.state
                found = self.text(f"{self.word(term)} · {outcome.message(self.lang)}", width=room * 3 // 5)
                found.stylize(STYLES.get(term, "cyan" if is_open else "yellow"), 0, len(self.word(term)))
                table.add_row(
                    self.text(answer.record, str(answer.area)),
                    found.append(f"\n{outcome.rule}", "dim"),
                    self.text(*cited(outcome.clauses, self.lang), style="dim", width=room * 2 // 5),
                    self.due(limit),
                    Text(self.word(limit.light), STYLES[limit.light]) if limit and limit.light else Text(""),
                )
            table.add_section()
        return table

    def undecided(self, answer: Answer) -> Iterator[str]:
        """Why a case cannot be decided: what is not stated, with how many rules wait for it, or not published."""
        unknown = [each for each in answer.outcomes if each.state is State.UNDETERMINED]
        yield from (each.message(self.lang) for each in unknown if each.reason != "not-stated")
        fields = Counter(field for each in unknown if each.reason == "not-stated" for field in each.missing)
        if fields:
            counted = ", ".join(f"{field} ({number})" for field, number in fields.most_common())
            yield f"{self.word('未填写（受影响的规则数）')} · {counted}"

    def notes(self, answer: Answer) -> Iterator[str]:
        """The documents that were not in force for a case, and the readings that change what is said of it."""
        for outcome in answer.outcomes:
            for held in outcome.out_of_force:
                cite = attrgetter(f"cite_{self.lang}")(document(held.document))
                yield f"{cite} · {self.word(held.state)} ({held.first} – {held.last or ''})"
            for reading in outcome.readings:
                yield f"{self.word('另一读法会改变结论或依据')} · {reading}"

    def told(self, rows: Iterable[tuple[str, str]], title: str, *heads: str) -> Table:
        """What is told of each case or line; those of which the same is told stand together."""
        names: dict[str, dict[str, None]] = {}
        for name, said in rows:
            names.setdefault(said, {})[name] = None
        table = self.table(title, *heads)
        for said, held in names.items():
            table.add_row(self.text(", ".join(held), width=24), self.text(said))
        return table

    def summary(self, timed: Sequence[Timed]) -> Table:
        """How many cases, answers of each state and lights there are, by area and in all."""
        table = self.table("汇总", "地区", "办件", *State, *Light, figures=True)
        areas = sorted({answer.area for answer, _ in timed}, key=lambda area: area.code or str(area))
        for area in [*areas, None]:
            held = [each for each in timed if area in (each[0].area, None)]
            answers = Counter(outcome.state for answer, _ in held for outcome in answer.outcomes)
            lights = Counter(limit.light for _, deadlines in held for limit in deadlines)
            figures = (len(held), *(answers[state] for state in State), *(lights[light] for light in Light))
            table.add_row(self.text(str(area) if area else self.word("合计")), *map(str, figures))
        return table

    def show(self, timed: Sequence[Timed], faults: Iterable[Fault], ctx: Context) -> None:
        """The whole page; a table without rows is left out."""
        head = f"{self.word('办件审查')} · {ctx.area} · {self.word('截至')} {ctx.as_of:%Y-%m-%d %H:%M}\n"
        self.out.print(Text(head, "bold"))
        undecided = ((answer.record, said) for answer, _ in timed for said in self.undecided(answer))
        notes = ((answer.record, said) for answer, _ in timed for said in self.notes(answer))
        skipped = ((str(number), f"{field or self.word('整行')} · {why}") for number, field, why in faults)
        for table in (
            self.findings(timed),
            self.told(undecided, "无法判定的办件", "办件", "原因"),
            self.told(notes, "附注", "办件", "附注"),
            self.told(skipped, "未审查的行", "行", "原因"),
            self.summary(timed),
        ):
            if table.row_count:
                self.out.print(table)


@on_any_terminal
def main(argv: Sequence[str] | None = None) -> int:
    """Audit a file and print what was found; 0 when it ran, whatever was found.

    Raises:
        SystemExit: With 2 if the arguments or the file cannot be used.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=PACKAGED, help="cases, one JSON object a line")
    parser.add_argument("--as-of", default="2026-11-20", help="day or moment of looking (%(default)s)")
    parser.add_argument("--area", default="350000", help="code or name of the area (%(default)s)")
    parser.add_argument("--lang", choices=("zh", "en"), default="zh", help="language of the page (%(default)s)")
    args = parser.parse_args(argv)
    try:
        ctx = Context(area=args.area, as_of=args.as_of)
        with args.file.open(encoding="utf-8-sig") as file:
            lines = file.readlines()
    except (ZwfwError, OSError, UnicodeDecodeError) as error:
        parser.error(str(error))
    bar = Console(stderr=True)
    page = Page(Console(width=None if sys.stdout.isatty() or "COLUMNS" in os.environ else PIPED_WIDTH), args.lang)
    watched = track(lines, page.word("办件审查"), console=bar, transient=True, disable=not bar.is_terminal)
    page.show(*audit(watched, ctx, args.lang), ctx)
    return 0


if __name__ == "__main__":
    sys.exit(main())
