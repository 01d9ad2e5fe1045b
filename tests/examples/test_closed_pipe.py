"""Every example ends quietly when what it prints is not read to its end, as behind ``| head``."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.py"))
QUICK = [each for each in EXAMPLES if each.stem != "rate_a_district"]


@pytest.mark.parametrize("script", EXAMPLES, ids=lambda path: path.stem)
def test_there_is_one_way_of_it(script):
    """What holds for one holds for all."""
    assert "\n@on_any_terminal\ndef main(" in script.read_text(encoding="utf-8")


@pytest.mark.parametrize("script", QUICK, ids=lambda path: path.stem)
def test_a_closed_pipe_is_no_fault(script, tmp_path):
    """No traceback, and it does not say that all was well."""
    if script.stem == "audit_cases":
        pytest.importorskip("rich", reason="the extra cli brings it")
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as end:
        argv = [sys.executable, str(script)]
        done = subprocess.run(argv, stdout=end, stderr=subprocess.PIPE, check=False, cwd=tmp_path)

    assert done.returncode not in (0, 2)
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
