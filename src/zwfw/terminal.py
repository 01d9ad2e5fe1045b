"""Programs that print: Chinese on any terminal, and no fuss about a closed pipe (终端输出)."""

import os
import sys
from collections.abc import Callable
from functools import wraps
from io import TextIOWrapper
from typing import Final, ParamSpec

__all__ = ["CLOSED_PIPE", "on_any_terminal"]

P = ParamSpec("P")

CLOSED_PIPE: Final = 141
"""How a program ends that nobody reads any more, by the shells' reckoning of a broken pipe: 128 + 13."""


def on_any_terminal(main: Callable[P, int]) -> Callable[P, int]:
    """Let a main function print Chinese whatever the locale, and end quietly when its reader goes away.

    Standard output and standard error write UTF-8; what UTF-8 cannot hold is written with a backslash.
    A closed pipe, as behind ``| head``, ends it with :data:`CLOSED_PIPE`.

    >>> @on_any_terminal
    ... def main():
    ...     print("涵江区")
    ...     return 0
    >>> main()
    涵江区
    0
    """

    @wraps(main)
    def run(*args: P.args, **kwargs: P.kwargs) -> int:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        try:
            ended = main(*args, **kwargs)
            sys.stdout.flush()
        except BrokenPipeError:
            # What is still in the buffer goes nowhere; else the interpreter would complain on its way out.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return CLOSED_PIPE
        return ended

    return run
