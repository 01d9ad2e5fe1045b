"""Working-day arithmetic beside its peers, in one run: ``python tests/benchmarks/bench_calendar.py [--quick]``.

Every peer gets the same days and, where it takes one, our calendar; its answers are compared with ours before it is
timed. A missed goal is told, never raised: the times are those of this machine.
"""

import argparse
import os
import platform
import random
import warnings
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from statistics import median
from typing import TypeVar

import numpy as np
from _measure import Goal, import_seconds, interleaved, print_goals, print_table, shown, versions
from _peers import MANY, NAMES, ONE_BY_ONE, SAMPLED, Columns, ManyPeer, Peer, Span, in_a_loop

from zwfw.calendars import national

FIRST, LAST = date(2018, 1, 1), date(2026, 12, 31)
# Each start leaves 60 working days and a year within 2018-2023, the years that every peer holds.
EARLIEST, LATEST = date(2018, 1, 2), date(2022, 12, 20)
NUMBERS = (1, 3, 5, 15, 30, 60)
SPANS = (7, 30, 90, 365)
ROWS = 1_000_000
OURS, SHIFT, DIFFERENCE = "zwfw", "limit: date + timedelta", "limit: (b - a).days"
TAKE, COPY = "limit: one numpy.take", "limit: a copy"
JOIN = "DuckDB calendar join"

P = TypeVar("P", Peer, ManyPeer)
T = TypeVar("T")
Question = tuple[object, ...]
Answerer = Callable[..., object]


class Run:
    """How thorough this run is, and what it could not measure."""

    def __init__(self, *, quick: bool) -> None:
        self.quick = quick
        self.notes: dict[str, str] = {}
        self.missing: list[str] = []

    def make(self, makers: dict[str, Callable[..., P]], *given: object) -> dict[str, P]:
        """The peers that can be made here."""
        made = self.compare({name: partial(make, *given) for name, make in makers.items()})
        self.notes |= {name: peer.note for name, peer in made.items()}
        return made

    def compare(self, calls: dict[str, Callable[[], T]]) -> dict[str, T]:
        """What the calls return; whoever raises is named as missing, and is not timed."""
        returned = {}
        for name, call in calls.items():
            try:
                returned[name] = call()
            except Exception as error:
                self.missing.append(f"{name} ({error})")
        return returned


def main() -> None:
    """Measure, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds and smaller samples")
    run = Run(quick=parser.parse_args().quick)
    warnings.simplefilter("ignore")  # some peers warn at each call

    print(f"Python {platform.python_version()}, {os.cpu_count()} processors; {versions(NAMES)}")
    span = Span(national(), FIRST, LAST)
    one_by_one = run.make(ONE_BY_ONE, span)
    goals = [*scalar(span, one_by_one, run), *vectors(span, one_by_one, run)]
    milliseconds = import_seconds("zwfw", 9 if run.quick else 31) * 1e3
    print_goals([*goals, Goal("import zwfw", 15, milliseconds, at_least=False, unit="ms")])
    if run.missing:
        print("\nNot measured, because missing or unusable:", "; ".join(run.missing))


def scalar(span: Span, one_by_one: dict[str, Peer], run: Run) -> list[Goal]:
    """Add and count for one day at a time."""
    rng, calendar = random.Random(7), span.calendar  # noqa: S311  (a sample)
    starts = rng.sample([day for day in span.working_days() if EARLIEST <= day <= LATEST], 40 if run.quick else 100)
    shifts = {n: timedelta(n) for n in NUMBERS}

    beside, over = per_call(
        "One date: the N-th working day after it",
        {f"N = {n}": [(day, n) for day in starts] for n in NUMBERS},
        {OURS: calendar.add, **{name: peer.add for name, peer in one_by_one.items()}},
        {SHIFT: lambda day, n: day + shifts[n]},
        run,
    )
    beside_count, _ = per_call(
        "One pair: the working days in (start, end]",
        {f"{days} days": [(day, calendar.add(day + timedelta(days), 0)) for day in starts] for days in SPANS},
        {OURS: calendar.count, **{name: peer.count for name, peer in one_by_one.items() if peer.count}},
        {DIFFERENCE: lambda start, end: (end - start).days},
        run,
    )
    return [
        Goal("add one date: best peer / ours", 14, beside),
        Goal("add one date: ours / date + timedelta", 2, over, at_least=False),
        Goal("count one pair: best peer / ours", 30, beside_count),
    ]


def per_call(
    title: str,
    questions: dict[str, list[Question]],
    answerers: dict[str, Answerer],
    limit: dict[str, Answerer],
    run: Run,
) -> tuple[float, float]:
    """A table of times per call, and the worst column of: best peer / ours; ours / limit."""
    asked = [question for column in questions.values() for question in column]
    wrong = run.compare(
        {name: partial(differing, answer, answerers[OURS], asked) for name, answer in answerers.items()}
    )
    columns = []
    for column in questions.values():
        calls = {
            name: asking(answer, column) for name, answer in (answerers | limit).items() if name in {*wrong, *limit}
        }
        spent = interleaved(calls, 5 if run.quick else 21)
        columns.append({name: seconds / len(column) for name, seconds in spent.items()})
    theirs = [name for name in wrong if name != OURS]
    theirs.sort(key=lambda name: median(column[name] for column in columns))

    def times(name: str) -> list[str]:
        return [shown(column[name]) for column in columns]

    (floor,) = limit
    feet = {
        "best peer / ours": [min(column[name] for name in theirs) / column[OURS] for column in columns],
        "median peer / ours": [median(column[name] for name in theirs) / column[OURS] for column in columns],
        "ours / limit": [column[OURS] / column[floor] for column in columns],
    }
    rows = [
        *([name, *times(name), f"{wrong[name]}/{len(asked)}", run.notes[name]] for name in theirs),
        *([name, *times(name), "", ""] for name in (OURS, floor)),
        *([f"**{what}**", *map(ratio, figures), "", ""] for what, figures in feet.items()),
    ]
    print_table(f"{title}, per call", ("peer", *questions, "differs", "note"), rows)
    return min(feet["best peer / ours"]), max(feet["ours / limit"])


def asking(answer: Answerer, questions: Sequence[Question]) -> Callable[[], None]:
    """All questions, one after the other."""

    def ask() -> None:
        for first, second in questions:
            answer(first, second)

    return ask


def differing(theirs: Answerer, ours: Answerer, questions: Sequence[Question]) -> int:
    """How many answers are not ours."""
    return sum(theirs(*question) != ours(*question) for question in questions)


def vectors(span: Span, one_by_one: dict[str, Peer], run: Run) -> list[Goal]:
    """Add and count for a column of days at a time."""
    calendar, columns = span.calendar, some_columns(ROWS)
    sample = Columns(*(column[: 100 if run.quick else 400] for column in columns))

    ours = ManyPeer(
        lambda: calendar.add_many(columns.days, columns.n),
        lambda: calendar.count_many(columns.days, columns.ends),
        np.asarray,
    )
    loops = {OURS: Peer(calendar.add, calendar.count), **one_by_one}
    everyone = {
        OURS: ours,
        **run.make(MANY, span, columns),
        **run.make(SAMPLED, span, sample),
        **{f"{name}, one by one": in_a_loop(peer, sample) for name, peer in loops.items() if name not in MANY},
    }
    days = columns.days.view(np.int64)
    table, entries = np.arange(10_000), days - days.min()
    limits = {TAKE: lambda: np.take(table, entries), COPY: days.copy}

    spent = per_column(f"{ROWS:,} dates, each with its own N of 1 to 60", "add", everyone, limits, run)
    per_column(f"{ROWS:,} pairs up to 120 days apart: the working days in (start, end]", "count", everyone, limits, run)
    return [
        Goal(f"add {ROWS:,} dates: DuckDB join / ours", 3, spent[JOIN] / spent[OURS] if JOIN in spent else None),
        Goal(f"add {ROWS:,} dates: ours / numpy.take", 4, spent[OURS] / spent[TAKE], at_least=False),
    ]


def some_columns(rows: int) -> Columns:
    """Any days, rest days too, as long as all answers lie within the years that every peer holds."""
    rng = np.random.default_rng(11)
    earliest, latest = np.array([EARLIEST, LATEST], dtype="datetime64[D]").view(np.int64)
    days = rng.integers(earliest, latest, rows).view("datetime64[D]")
    return Columns(days, rng.integers(1, 61, rows), days + rng.integers(0, 121, rows))


def per_column(
    title: str,
    question: str,
    peers_by_name: dict[str, ManyPeer],
    limits: dict[str, Callable[[], object]],
    run: Run,
) -> dict[str, float]:
    """A table of times per column, and the times; those from a sample are scaled."""
    calls = {name: getattr(peer, question) for name, peer in peers_by_name.items() if getattr(peer, question)}
    ours = calls[OURS]()
    wrong = run.compare({name: partial(differing_rows, peers_by_name[name], calls[name], ours) for name in calls})
    spent = interleaved({name: calls[name] for name in wrong} | limits, 5 if run.quick else 15)
    for name, (_, rows) in wrong.items():
        spent[name] *= ROWS / rows

    def row(name: str) -> list[str]:
        told = ["", ""]
        if name in wrong:
            number, rows = wrong[name]
            notes = (peers_by_name[name].note, "measured on a sample" if rows < ROWS else "")
            told = [f"{number}/{rows}", "; ".join(filter(None, notes))]
        beside = [ratio(spent[name] / spent[other]) for other in (OURS, TAKE, COPY)]
        return [name, shown(spent[name]), shown(spent[name] / ROWS), *beside, *told]

    order = [*sorted(wrong, key=spent.__getitem__), *limits]
    print_table(title, ("peer", "time", "a row", "/ ours", "/ take", "/ copy", "differs", "note"), map(row, order))
    return spent


def differing_rows(peer: ManyPeer, call: Callable[[], object], ours: np.ndarray) -> tuple[int, int]:
    """How many rows differ, of how many."""
    read = peer.read(call())
    return int((read.astype(ours.dtype) != ours[: len(read)]).sum()), len(read)


def ratio(figure: float) -> str:
    """So many times."""
    return f"{figure:.3g}x"


if __name__ == "__main__":
    main()
