"""The command line (命令行): ``zwfw``, or ``python -m zwfw``; it comes with the extra ``cli``.

It may read the clock, which nothing else in this library does: a day that is not given is today's in China.
"""

import os
import sys
from collections.abc import Sequence

from zwfw._extras import extra
from zwfw.terminal import CLOSED_PIPE, on_any_terminal

__all__ = ["BAD_INPUT", "BREACHED", "CLOSED_PIPE", "KEPT", "main"]

KEPT, BREACHED, BAD_INPUT = 0, 1, 2
"""How it ends: nothing is breached, something is, or something of what was brought could not be used."""


@on_any_terminal
def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: The arguments; those of the program unless given.

    Returns:
        :data:`KEPT`, :data:`BREACHED` or :data:`BAD_INPUT`; :data:`CLOSED_PIPE` where nobody reads any more.
    """
    try:
        with extra("cli"):
            from zwfw.cli.commands import NobodyReads, app
    except ModuleNotFoundError as error:
        print(f"zwfw: {error}", file=sys.stderr)  # noqa: T201  (what prints better is missing)
        return BAD_INPUT
    given = sys.argv[1:] if argv is None else argv
    try:
        app(list(map(_as_utf8, given)), prog_name="zwfw")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else KEPT
    except NobodyReads:
        raise BrokenPipeError from None
    return KEPT


def _as_utf8(argument: str) -> str:
    """An argument that a locale without Chinese could not read."""
    return os.fsencode(argument).decode("utf-8", "surrogateescape") if not argument.isprintable() else argument
