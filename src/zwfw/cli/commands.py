"""The commands of ``zwfw``."""

import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from rich.console import Console
from rich.progress import track
from typer.core import TyperGroup

from zwfw import __version__
from zwfw._cells import grid, one_line
from zwfw._time import day_or_moment, local
from zwfw.areas import to_area
from zwfw.calendars import national
from zwfw.clauses import Lang, documents
from zwfw.clauses import clause as find_clause
from zwfw.cli.pages import Page
from zwfw.context import Context
from zwfw.errors import ContextError, MalformedJSONError, UnpublishedYearError, ZwfwError
from zwfw.norms import norm as find_norm
from zwfw.normset import norms_in_force
from zwfw.reports import Report
from zwfw.tasks import tasks as find_tasks
from zwfw.traces import TraceState
from zwfw.traces import trace as find_trace

if TYPE_CHECKING:  # each command loads what it needs, so that the others answer at once
    from zwfw.cli.brought import Brought, Fault
    from zwfw.records import Assessment

__all__ = ["NobodyReads", "app"]

Format = Literal["text", "json", "markdown", "html"]


class NobodyReads(Exception):  # noqa: N818  (not an error: whoever read what is printed has seen enough)
    """Standard output was closed."""


class _Commands(TyperGroup):
    """Tells what cannot be answered as bad input, and a closed pipe as what it is."""

    def invoke(self, ctx: Any) -> Any:
        try:
            super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            raise NobodyReads from None
        except (ZwfwError, ModuleNotFoundError) as error:
            _complain(str(error))
            raise typer.Exit(2) from None


app = typer.Typer(
    cls=_Commands,
    no_args_is_help=True,
    rich_markup_mode="markdown",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Government-service norms of Fujian Province (福建省政务服务规范): check records, count working days, look up "
    "clauses. Ends with 0 if nothing is breached, with 1 if something is, with 2 if something given could not be used.",
)

_Lang = Annotated[Lang, typer.Option("--lang", help="Language of the answers (语言).")]
_Area = Annotated[
    str, typer.Option("--area", metavar="AREA", help="Code or name of the area (行政区划).", show_default="福建省")
]
_AsOf = Annotated[
    str, typer.Option("--as-of", metavar="DAY", help="The day or moment of looking (截至).", show_default="today")
]
_TODAY = "today"
_LONG_WORK = 200


class _Console(Console):
    def on_broken_pipe(self) -> None:
        raise NobodyReads


def _page(lang: Lang) -> Page:
    return Page(_Console(highlight=False), lang)


def _complain(*lines: str) -> None:
    for line in lines:
        typer.echo(f"zwfw: {one_line(line)}", err=True)


def _today() -> date:
    """Today in China; the command line alone reads the clock."""
    return local(datetime.now(UTC)).date()  # noqa: TID251  (a user at a terminal means now)


def _moment(text: str) -> date | datetime:
    if text == _TODAY:
        return _today()
    try:
        return day_or_moment(text)
    except ValueError:
        raise ContextError(f"expected a day like 2026-09-18 or {_TODAY}, got {text!r}") from None


def _day(text: str) -> date:
    found = _moment(text)
    return local(found).date() if isinstance(found, datetime) else found


def _version(asked: bool) -> None:  # noqa: FBT001  (as typer calls it)
    if asked:
        typer.echo(f"zwfw {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    *,
    _: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")] = False,
) -> None:
    pass


@app.command()
def check(
    files: Annotated[list[str], typer.Argument(metavar="FILE", help="JSON or JSON Lines; - is standard input.")],
    *,
    kind: Annotated[
        str | None,
        typer.Option(
            "--record",
            "--kind",
            metavar="KIND",
            help='Kind of the records that do not say it as "record" (记录种类).',
        ),
    ] = None,
    area: _Area = "350000",
    as_of: _AsOf = _TODAY,
    reading: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=OPTION", help="How a text with several readings is read (读法); may be repeated."),
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="How the report is written (格式).")] = "text",
    lang: _Lang = "zh",
) -> None:
    """Hold records against the norms in force for their area and day (审查).

    A record that states its own area is held against the norms of that one. What cannot be read is told by file, line
    and field on standard error; the rest is still checked.
    """
    from zwfw.cli.brought import Brought, Fault, bring, unknown_kind

    for wrong in unknown_kind(kind) if kind is not None else ():
        raise ContextError(f"--record: {wrong}")
    chosen = {name: option for name, _, option in (each.partition("=") for each in reading or ())}
    ctx = Context(area=area, as_of=_moment(as_of), readings=chosen)
    read = list(bring(files, kind))
    brought = [each for each in read if isinstance(each, Brought)]
    faults = [each for each in read if isinstance(each, Fault)]
    report = _checked(brought, ctx)
    if form == "text":
        _page(lang).report(report, brought)
    elif form == "json":
        typer.echo(_as_json(report, brought, faults, lang))
    else:
        typer.echo(report.to_markdown(lang) if form == "markdown" else report.to_html(lang), nl=False)
    _tell(faults)
    if faults:
        raise typer.Exit(2)
    raise typer.Exit(1 if report.breaches else 0)


def _checked(brought: "list[Brought]", ctx: Context) -> Report:
    from zwfw.rules import check as ask

    bar = Console(stderr=True)
    is_short = len(brought) < _LONG_WORK
    watched = track(brought, "审查", console=bar, transient=True, disable=is_short or not bar.is_terminal)
    answers = [ask(each.record, ctx) for each in watched]
    return Report.join(answers) if answers else Report(area=ctx.area, as_of=ctx.as_of, answers=())


def _tell(faults: "list[Fault]") -> None:
    from zwfw.cli.brought import KIND_FIELD, checked_kinds

    sys.stdout.flush()
    _complain(*map(str, faults))
    if any(each.field == KIND_FIELD for each in faults):
        known = ", ".join(checked_kinds())
        _complain(f'say the kind as "{KIND_FIELD}": "Case" in each record, or with --record; kinds known: {known}')


def _as_json(report: Report, brought: "list[Brought]", faults: "list[Fault]", lang: Lang) -> str:
    """The report, each record with its place, and what could not be read."""
    told: dict[str, Any] = report.to_dict(lang)
    for record, held in zip(told["records"], brought, strict=True):
        record |= {"file": held.source, "line": held.line}
    told["faults"] = [
        {"file": each.source, "line": each.line or None, "field": each.field, "why": each.why} for each in faults
    ]
    return json.dumps(told, ensure_ascii=False, indent=2)


@app.command(context_settings={"ignore_unknown_options": True})
def deadline(
    day: Annotated[str, typer.Argument(metavar="DATE", help="The day of the event, not counted itself; or today.")],
    number: Annotated[int, typer.Argument(metavar="N", help="How many working days (工作日); below 0 counts back.")],
    *,
    estimate: Annotated[
        bool, typer.Option("--estimate", help="Where a year is not published: between which days it lies (估算).")
    ] = False,
    lang: _Lang = "zh",
) -> None:
    """Count the N-th working day after a day (第 N 个工作日)."""
    page, start, calendar = _page(lang), _day(day), national()
    try:
        found = calendar.add(start, number)
    except UnpublishedYearError as error:
        if not estimate:
            _complain(f"{error}; --estimate tells between which days it lies")
            raise typer.Exit(2) from None
        guess = calendar.estimate(start, number)
        page.put(page.named(page.word("最早"), page.weekday(guess.earliest)))
        page.put(page.named(page.word("最迟"), page.weekday(guess.latest)))
        page.put(page.named(page.word("待公布"), ", ".join(map(str, guess.awaited))))
        return
    page.put((page.weekday(found), "bold"))
    page.put(_counted(start, number, lang))
    if calendar.is_provisional(found):
        page.put(page.word("暂定"))


def _counted(start: date, number: int, lang: Lang) -> str:
    if number == 0:
        return (
            f"{start} 当日或其后第一个工作日" if lang == "zh" else f"{start} itself or the first working day after it"
        )
    if lang == "zh":
        return f"{start} {'之前' if number < 0 else '之后'}第 {abs(number)} 个工作日"
    return f"working day {abs(number)} {'before' if number < 0 else 'after'} {start}"


@app.command()
def why(
    day: Annotated[str, typer.Argument(metavar="DATE", help="The day.", show_default="today")] = _TODAY,
    *,
    lang: _Lang = "zh",
) -> None:
    """Say whether a day is worked, and by which notice (放假、调休的依据)."""
    _page(lang).why(national().why(_day(day)))


@app.command()
def rate(
    forms: Annotated[list[str], typer.Argument(metavar="FORM", help="Filled-in forms: .xlsx, .csv or .json (评分表).")],
    *,
    area: _Area = "350000",
    as_of: _AsOf = _TODAY,
    lang: _Lang = "zh",
) -> None:
    """Rate filled-in scorecards: stars, what was lost, and the way to the next star (星级评定).

    What cannot be read in a form is told by file, sheet and cell on standard error; the rest is still rated.
    """
    from zwfw.ratings import rate as stars_of

    page, ctx = _page(lang), Context(area=area, as_of=_moment(as_of))
    faults: list[str] = []
    for name in forms:
        for each in _assessments(name, faults):
            page.rating(stars_of(each, ctx))
    sys.stdout.flush()
    _complain(*faults)
    raise typer.Exit(2 if faults else 0)


def _assessments(name: str, faults: list[str]) -> "tuple[Assessment, ...]":
    from zwfw.forms import FormError, read_csv, read_json, read_xlsx

    readers = {".xlsx": read_xlsx, ".csv": read_csv, ".json": read_json}
    read = readers.get(Path(name).suffix.lower())
    if read is None:
        faults.append(f"{name}: expected a form as {', '.join(readers)}")
        return ()
    try:
        return read(name)
    except FormError as error:
        faults += [f"{error.source}: {fault}" for fault in error.faults]
        return error.read
    except MalformedJSONError as error:
        faults.append(f"{name}:{error.line}: expected JSON (column {error.column}: {error.why})")
        return ()
    except OSError as error:
        faults.append(f"{name}: {error.strerror or error}")
        return ()


@app.command()
def clause(
    ref: Annotated[
        str, typer.Argument(metavar="ID", help="A clause or norm, as fujian-2022/2.2.10 or fujian-2022/2.2.10#4.")
    ],
    *,
    lang: _Lang = "zh",
) -> None:
    """Show a clause: what it asks, of whom, by when, and what carries it out (条款)."""
    norm = find_norm(ref).id if "#" in ref else ""
    _page(lang).clause(find_clause(ref.partition("#")[0]), norm)


@app.command()
def norms(
    *,
    area: _Area = "350000",
    as_of: _AsOf = _TODAY,
    lang: _Lang = "zh",
) -> None:
    """List what binds an area on a day: documents, figures and targets (现行规范)."""
    _page(lang).norms(norms_in_force(to_area(area), _day(as_of)))


@app.command()
def tasks(
    *,
    unit: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only what this unit leads or answers for (责任单位).")
    ] = None,
    document: Annotated[str | None, typer.Option(metavar="ID", help="Only those of this document (文件).")] = None,
    lang: _Lang = "zh",
) -> None:
    """List the tasks of the documents, each with its term (任务分工)."""
    _page(lang).tasks(find_tasks(document, unit=unit))


@app.command()
def schema(
    record: Annotated[
        str | None, typer.Argument(metavar="RECORD", help="A kind of record, as Case; all kinds without.")
    ] = None,
) -> None:
    """Print the JSON Schema of a kind of record (记录的 JSON Schema)."""
    from zwfw.interop import json_schema

    try:
        found = json_schema(record)
    except TypeError as error:
        _complain(str(error))
        raise typer.Exit(2) from None
    typer.echo(json.dumps(found, ensure_ascii=False, indent=2))


@app.command()
def trace(
    document: Annotated[str | None, typer.Argument(metavar="DOCUMENT", help="One document; all without.")] = None,
    *,
    lang: _Lang = "zh",
) -> None:
    """Count how the norms are carried out (规范追溯)."""
    names = [held.id for held in documents()] if document is None else [document]
    counted = [(name, find_trace(name)) for name in names]
    if document is None:
        counted.append(("合计" if lang == "zh" else "all", find_trace()))
    heads = [state.value if lang == "zh" else state.name.lower() for state in TraceState]
    head = ["文件", "规范", *heads] if lang == "zh" else ["document", "norms", *heads]
    rows = [[name, str(len(held)), *map(str, held.counts().values())] for name, held in counted]
    typer.echo(grid(head, rows, right=range(1, len(head))))
