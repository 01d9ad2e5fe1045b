"""A program that prints does so on every machine, and ends quietly when nobody reads on."""

import io
import os
import subprocess
import sys

import pytest

from zwfw.terminal import CLOSED_PIPE, on_any_terminal

PROGRAM = """
import sys
from zwfw.terminal import on_any_terminal

@on_any_terminal
def main(lines, *, ended):
    for _ in range(lines):
        print({text!a})
    print({note!a}, file=sys.stderr)
    return ended

sys.exit(main({lines}, ended={ended}))
"""
BARE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}


def ran(lines, ended, **how):
    """What comes of a program on a machine that knows ASCII only."""
    code = PROGRAM.format(lines=lines, ended=ended, text="涵江区\udc80", note="说明")
    return subprocess.run([sys.executable, "-c", code], env=os.environ | BARE, check=False, **how)


@pytest.fixture
def closed():
    """The end of a pipe that nobody reads."""
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as end:
        yield end


@pytest.mark.parametrize("ended", [0, 1])
def test_it_writes_utf_8(ended):
    """Half a character is written as what it is."""
    done = ran(1, ended, capture_output=True)

    told = done.stdout.decode("utf-8").strip(), done.stderr.decode("utf-8").strip()
    assert (done.returncode, *told) == (ended, "涵江区\\udc80", "说明")


@pytest.mark.parametrize("lines", [1, 10_000], ids=["in the buffer", "beyond the buffer"])
def test_a_closed_pipe_is_no_fault(closed, lines):
    """No traceback, neither from the program nor from the interpreter on its way out."""
    done = ran(lines, 0, stdout=closed, stderr=subprocess.PIPE)

    assert done.returncode == CLOSED_PIPE
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr


def test_a_stream_of_another_kind_is_left_alone(monkeypatch):
    """As in a notebook or under a test."""
    monkeypatch.setattr(sys, "stdout", io.StringIO())

    assert on_any_terminal(lambda: sys.stdout.write("涵江区"))() == 3
    assert sys.stdout.getvalue() == "涵江区"


def test_other_errors_pass():
    """Only a closed pipe is quiet."""

    def fail():
        raise OSError("disk")

    with pytest.raises(OSError, match="disk"):
        on_any_terminal(fail)()
