"""The guide that comes with the example: its faults, found and mended one after another."""

import json
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "examples" / "check_a_guide.py"


@pytest.fixture(scope="module")
def example():
    """The script as a module."""
    spec = spec_from_file_location("check_a_guide", SCRIPT)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def printed(example, capsys):
    """What it prints, line by line, and how it ends."""

    def run(*argv):
        ended = example.main(argv)
        return ended, capsys.readouterr().out.splitlines()

    return run


def test_every_seeded_fault_is_found_and_nothing_else(printed):
    """The faults were put in by hand: the places are those, in the order of the rules.

    Four stages where the city allows three; a lease, two more days and a visit that the guide does not ask for; a
    special step that is not published; a form without its sample; a material without basis, with a catch-all name and
    without a model, which the province asks for in principle and the city always.
    """
    ended, lines = printed()

    assert ended == 1
    assert lines[0] == "== 自查 · 厦门市 · 2025-11-20 · 10 条待处理"
    assert [line.partition(":")[0] for line in lines if line.startswith("- ")] == [
        "- [偏离] stages",
        "- [违反] practice.materials",
        "- [违反] practice.promised_working_days",
        "- [违反] practice.visits",
        "- [违反] special_steps",
        "- [违反] materials[0].sample_form",
        "- [违反] materials[1].bases",
        "- [违反] materials[1].name",
        "- [偏离] materials[1].model",
        "- [违反] materials[1].model",
    ]


def test_the_fixes_leave_nothing(printed):
    """Of ten findings one goes with the stages, one with the special step, five with the materials, three at last."""
    _, lines = printed("--lang", "en")

    assert [line.rpartition("→ ")[2] for line in lines if line.startswith("+ ")] == [
        "9 findings", "8 findings", "3 findings", "0 findings",
    ]  # fmt: skip
    assert lines[-1] == "== check · 厦门市 · 2025-11-20 · all kept"


def test_a_place_without_the_citys_table_asks_less(example, printed, tmp_path):
    """In Fuzhou nothing is asked of the stages and of special steps, and the model in principle only: 10 - 3 = 7."""
    facts = json.loads(example.FAULTY.read_text(encoding="utf-8")) | {"area": "350102"}
    path = tmp_path / "guide.json"
    path.write_text(json.dumps(facts), encoding="utf-8")

    _, lines = printed(str(path), "--area", "350000", "--lang", "en")

    assert lines[0].endswith("7 findings")
    assert next(line for line in lines if "model" in line.partition(":")[0]).startswith("- [departure]")


def test_a_guide_of_ones_own_is_checked_and_not_mended(printed, tmp_path):
    """It ends with 1, because what the guide does not state is not known."""
    path = tmp_path / "own.json"
    path.write_text(json.dumps({"name": "户口登记", "area": "350102"}), encoding="utf-8")

    ended, lines = printed(str(path), "--area", "350000")

    assert ended == 1
    assert "[无法判定]" in lines[1]
    assert not [line for line in lines if line.startswith("+ ")]


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["no-such-file.json"], "no-such-file.json"),
        (["--area", "atlantis"], "atlantis"),
        (["--as-of", "soon"], "soon"),
    ],
)
def test_unusable_arguments_end_with_2(example, capsys, argv, told):
    """What cannot be used is named."""
    with pytest.raises(SystemExit) as ended:
        example.main(argv)

    assert ended.value.code == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "told"), [('{"name": "甲", "visits": -1, "colour": "红"}', ("visits", "colour")), ("{", ("line 1",))]
)
def test_a_file_that_is_no_guide_ends_with_2(example, capsys, tmp_path, text, told):
    """All faults at once, by field; text that is no JSON by line."""
    path = tmp_path / "bad.json"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(SystemExit) as ended:
        example.main([str(path)])

    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert all(each in said for each in told)


def test_the_script_writes_utf_8_on_a_c_locale():
    """A pipe on a machine without a locale gets Chinese all the same."""
    done = subprocess.run(
        [sys.executable, str(SCRIPT)], capture_output=True, check=False, env={"LC_ALL": "C", "PYTHONUTF8": "0"}
    )

    assert done.returncode == 1
    assert "自查 · 厦门市" in done.stdout.decode("utf-8")
