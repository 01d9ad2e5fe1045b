"""The example reads its made record and says what came of it; its figures are those of the file, read by hand."""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "examples" / "read_portal.py"


def _loaded():
    spec = importlib.util.spec_from_file_location("read_portal", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


READ = _loaded()


@pytest.fixture
def printed(capsys):
    """What a run prints that is not on a terminal, by the titles of its tables; nothing may go to stderr."""

    def run(*argv):
        assert READ.main([*map(str, argv)]) == 0
        out, err = capsys.readouterr()
        assert err == ""
        tables = {}
        for block in out.strip().split("\n\n"):
            title, *rows = block.splitlines()
            tables[title] = [row.split("  ") for row in rows]
        return tables

    return run


def cells(rows):
    """The cells of a table that say something, row by row."""
    return [[cell.strip() for cell in row if cell.strip()] for row in rows]


def test_the_made_record(printed):
    """What was read, what cannot be read, what was kept, what the rules say."""
    tables = printed()

    titles = list(tables)
    assert [title.partition("（")[0] for title in titles] == ["读到的", "不能读的", "未读的", "审查"]
    read = cells(tables[titles[0]])
    assert ["Item[0].name", "风筝放飞场地使用许可（示例）"] in read
    assert ["Item[0].conditions", "场地 平整<坡度不限>； 风力不超过五级。"] in read
    assert ["Item[0].fees", "（无）"] in read
    assert ["Item[0].special_steps[1].limit_working_days", "3"] in read
    assert not any(row[0] == "Item[0].visits" for row in read)
    assert cells(tables[titles[1]])[1] == ["0", "data.apasService.limitscenenum", "一次", "a whole number from 0 to 99"]
    kept = cells(tables[titles[2]])
    assert ["0", "data.apasService.specialList[0].sday", "5"] in kept
    assert not any("contactphone" in row[1] for row in kept)
    answers = cells(tables[titles[3]])
    assert any(row[0] == "违反" and "materials[1].name" in row for row in answers)
    assert any(row[0] == "无法判定" for row in answers)


def test_a_file_of_guangdong(printed, tmp_path):
    """One item a line, one of them broken; signs that a terminal obeys are not printed."""
    path = tmp_path / "items.jsonl"
    rows = [{"TASK_NAME": "甲\u001b[31m", "handle_time_limit": "7(工作日)"}, {"TASK_NAME": "乙", "handle_time": "三天"}]
    path.write_text("\n".join([*map(json.dumps, rows), "{"]), encoding="utf-8")

    tables = printed(path, "--portal", "guangdong", "--area", "莆田市", "--as-of", "2025-06-30")

    read, faults, *_ = tables.values()
    assert ["Item[0].promised_working_days", "7"] in cells(read)
    assert ["Item[1].name", "乙"] in cells(read)
    assert not any("\u001b" in cell for table in tables.values() for row in table for cell in row)
    assert [row[0] for row in cells(faults)[1:]] == ["1", "2"]


def test_materials_alone(printed, tmp_path):
    """They belong to no item and stand by themselves."""
    path = tmp_path / "materials.json"
    path.write_text('{"data": {"directoryList": [{"material": [{"name": "申请表"}]}]}}', encoding="utf-8")

    read, faults, *_ = printed(path).values()

    assert cells(read)[1:] == [["Material[0].name", "申请表"]]
    assert faults == []


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["no-such-file.json"], "no-such-file.json"),
        ([str(SCRIPT)], "no JSON at line 1, column 3"),
        (["--area", "北京"], "北京"),
        (["--portal", "x"], "--portal"),
    ],
)
def test_what_cannot_be_used(argv, said, capsys):
    """It exits with 2 and says why."""
    with pytest.raises(SystemExit) as caught:
        READ.main(argv)

    assert caught.value.code == 2
    assert said in capsys.readouterr().err


def test_on_a_terminal_with_rich(monkeypatch, capsys):
    """The same tables, drawn."""
    pytest.importorskip("rich", reason="the extra cli brings rich")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "200")

    assert READ.main([]) == 0

    assert "风筝放飞场地使用许可（示例）" in capsys.readouterr().out


def test_it_runs_as_a_program():
    """Whatever the encoding of the terminal."""
    env = {**os.environ, "PYTHONIOENCODING": "ascii"}
    run = subprocess.run([sys.executable, SCRIPT], capture_output=True, check=True, env=env)

    assert "风筝放飞场地使用许可" in run.stdout.decode("utf-8")
