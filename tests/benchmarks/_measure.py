"""What every benchmark here needs: interleaved timing, Markdown tables, goals, the time of an import."""

import gc
import math
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

SHORTEST = 0.002  # seconds; a shorter run is repeated, because the timer and the loop would show


def interleaved(calls: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Median seconds of each call; all run once a round, each round in another order, so that all share the noise."""
    repeats = {name: max(1, math.ceil(SHORTEST / max(_seconds(call, 1), 1e-9))) for name, call in calls.items()}
    runs: dict[str, list[float]] = {name: [] for name in calls}
    names = list(calls)
    for turn in range(rounds):
        first = turn % len(names)
        gc.collect()
        gc.disable()
        for name in names[first:] + names[:first]:
            runs[name].append(_seconds(calls[name], repeats[name]))
        gc.enable()
    return {name: median(times) for name, times in runs.items()}


def _seconds(call: Callable[[], object], repeats: int) -> float:
    start = time.perf_counter()
    for _ in range(repeats):
        call()
    return (time.perf_counter() - start) / repeats


def import_seconds(module: str, rounds: int) -> float:
    """Median seconds that ``import module`` adds to a fresh interpreter, with all byte code written beforehand."""
    with TemporaryDirectory() as folder:
        environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": folder}

        def run(code: str) -> None:
            subprocess.run([sys.executable, "-c", code], check=True, env=environment)

        run(f"import {module}")
        spent = interleaved({"bare": lambda: run("pass"), "import": lambda: run(f"import {module}")}, rounds)
    return spent["import"] - spent["bare"]


def shown(seconds: float) -> str:
    """The time with three figures and a unit that fits."""
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds * 1e9:.3g} ns"


def print_table(title: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """One Markdown table under its title."""
    print(f"\n### {title}\n")
    for row in (head, ["---", *["---:"] * (len(head) - 1)], *rows):
        print("|", " | ".join(str(cell) for cell in row), "|")


class Goal(NamedTuple):
    """A figure to reach: at least so much, or at most."""

    text: str
    bound: float
    measured: float | None
    at_least: bool = True
    unit: str = "x"

    def row(self) -> tuple[str, str, str, str]:
        """The goal as a row: what, how much, how much it is, whether it is held."""
        sign = ">=" if self.at_least else "<="
        wanted = f"{sign} {self.bound:g} {self.unit}"
        if self.measured is None:
            return self.text, wanted, "-", "not measured"
        held = self.measured >= self.bound if self.at_least else self.measured <= self.bound
        return self.text, wanted, f"{self.measured:.3g} {self.unit}", "held" if held else "**not held**"


def print_goals(goals: Iterable[Goal]) -> None:
    """A table of the goals, held or not."""
    print_table("Goals", ("goal", "wanted", "measured", ""), (goal.row() for goal in goals))


def versions(packages: Iterable[str]) -> str:
    """The installed versions; "-" for a package that is missing."""
    return ", ".join(f"{package} {_version(package)}" for package in packages)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "-"
