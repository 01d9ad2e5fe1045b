"""The command line: what it prints, how it ends, and that no terminal, pipe or file upsets it."""

import io
import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
from datetime import date
from importlib import import_module
from pathlib import Path

import attrs
import pytest

pytest.importorskip("typer", reason="the command line needs what the extra cli brings")

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text
from typer.testing import CliRunner

import zwfw
from zwfw import State
from zwfw.calendars import national
from zwfw.clauses import ForceState
from zwfw.cli import BAD_INPUT, BREACHED, CLOSED_PIPE, KEPT, brought, commands, main
from zwfw.cli.pages import ENGLISH, Page, folded
from zwfw.interop import record_kinds
from zwfw.outcomes import say
from zwfw.ratings import IrregularityKind
from zwfw.records import Assessment
from zwfw.scorecards import scorecard
from zwfw.terms import Term, TermForm

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "docs" / "how-to" / "command-line.md"

# Submitted on Tuesday 2025-06-03; one working day for the pre-review ends with the 4th.
FINE = {"record": "Case", "id": "A-1", "area": "鼓楼区", "submitted_at": "2025-06-03", "online_depth": "Ⅱ"}
FINE |= {"prereviewed_at": "2025-06-04"}
LATE = FINE | {"id": "A-2", "prereviewed_at": "2025-06-05"}
AS_OF = ("--as-of", "2025-06-30")
NO_NUMBER = "input should be a valid integer, unable to parse string as an integer"
NO_MOMENT = "expected a day like 2025-06-03 or a moment like 2025-06-03T09:30"


@pytest.fixture
def run(capfd, monkeypatch, tmp_path):
    """Run the command line in an empty folder, as in a pipe: how it ended, and the lines that it printed."""
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.chdir(tmp_path)

    def ask(*argv):
        ended = main(argv)
        out, err = capfd.readouterr()
        return ended, out.splitlines(), err.splitlines()

    return ask


def write(name, *records):
    """A file of records, one a line; texts stand as they are."""
    lines = [each if isinstance(each, str) else json.dumps(each, ensure_ascii=False) for each in records]
    Path(name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return name


def a_form(missed=("V04", "V08", "V10", "V24"), **changes):
    """A station that rated itself, and missed some criteria."""
    card = scorecard("hanjiang-2023/village")
    scores = {each.id: {"self_score": 0 if each.id in missed else each.weight} for each in card.criteria}
    for name, row in changes.items():
        scores[name] |= row
    return Assessment(body="甲村便民服务站", card=card.id, area="涵江区", scores=scores)


def a_file(name, form):
    """A form in a file."""
    from zwfw import forms

    getattr(forms, f"write_{Path(name).suffix[1:]}")(form, name)
    return name


class TestCheck:
    """``zwfw check``."""

    def test_nothing_breached_ends_with_0(self, run):
        """What nobody stated breaches nothing, and is told."""
        ended, out, err = run("check", write("a.jsonl", FINE), *AS_OF)

        assert (ended, err) == (KEPT, [])
        assert out[0] == "A-1 · Case · 鼓楼区 · 适用 2025-06-03 的规定 · a.jsonl:1"
        assert out[1].startswith("  未填写（受影响的规则数）：special_steps (")
        assert out[-1].startswith("福建省 · 截至 2025-06-30 23:59 · 记录 1 条：符合 ")

    def test_something_breached_ends_with_1(self, run):
        """With the sentence, the rule and the clause, each finding whole on its lines."""
        ended, out, err = run("check", write("a.jsonl", FINE, LATE), *AS_OF)

        assert (ended, err) == (BREACHED, [])
        at = out.index("A-2 · Case · 鼓楼区 · 适用 2025-06-03 的规定 · a.jsonl:2")
        assert out[at + 1] == (
            "  不符合·违反  自 2025-06-03 网上提交起 1 个工作日内应完成预审，最迟 2025-06-04；实际预审日：2025-06-05"
        )
        assert out[at + 2] == "    cases.prereviewed-in-time · 闽政〔2022〕24号 附件 三（四）2"

    def test_in_english(self, run):
        """All words of the page; the records stay as they are."""
        _, out, _ = run("check", write("a.jsonl", LATE), *AS_OF, "--lang", "en")

        assert out[0] == "A-2 · Case · 鼓楼区 · law of 2025-06-03 · a.jsonl:1"
        assert out[1].startswith("  breached (violation)  pre-review takes at most 1 working day(s)")
        assert out[2] == "    cases.prereviewed-in-time · Min Zheng [2022] No. 24, annex, 3.4.2"
        assert out[3].startswith("  not stated (rules that need it): ")

    def test_what_is_left_to_a_person_and_turns_on_a_reading(self, run):
        """Paper was due seven working days after the notice of the 17th or the passing; breaches come first."""
        # As in the packaged example: XM-06 has both, XM-13 turns on a reading.
        lines = (ROOT / "examples/cases.jsonl").read_text(encoding="utf-8").splitlines()
        chosen = [line for line in lines if '"XM-06"' in line or '"XM-13"' in line]

        ended, out, _ = run("check", write("a.jsonl", *chosen), "--kind", "Case", "--as-of", "2026-11-20")

        assert ended == BREACHED
        words = [line.split("  ")[1] for line in out if line.startswith("  ") and not line.startswith("   ")]
        assert words == ["不符合·违反", "需人工判断", "不符合·偏离"]
        assert "    另一读法会改变结论或依据：paper-window-start" in out

    def test_a_reading_is_chosen(self, run):
        """The same record under the other reading; one that is not held is bad input."""
        lines = (ROOT / "examples/cases.jsonl").read_text(encoding="utf-8").splitlines()
        name = write("a.jsonl", *(line for line in lines if '"XM-13"' in line))
        ask = ("check", name, "--record", "Case", "--as-of", "2026-11-20", "--reading")

        _, out, _ = run(*ask, "paper-window-start=passing")
        ended, _, err = run(*ask, "colour=blue")

        # Passed on Sunday the 20th, a worked one: 21, 22, 23, 24, 28, 29, 30; the 25th to the 27th are Mid-Autumn.
        assert any("自 2026-09-20 起 7 个工作日内应提交纸质材料，最迟 2026-09-30" in line for line in out)
        assert ended == BAD_INPUT
        assert err[0].startswith("zwfw: no reading 'colour' is held")

    def test_a_record_outside_the_area(self, run):
        """It says so once, and nothing else."""
        _, out, _ = run("check", write("a.jsonl", LATE), *AS_OF, "--area", "厦门市")

        assert out[:2] == [
            "A-2 · Case · 鼓楼区 · 适用 2025-06-03 的规定 · a.jsonl:1",
            "  记录属于鼓楼区，不在厦门市之内",
        ]

    @pytest.mark.parametrize(
        ("number", "lang", "told"), [(1, "zh", "1 条记录"), (2, "en", "2 records"), (1, "en", "1 record")]
    )
    def test_a_document_that_has_ended_is_named(self, run, number, lang, told):
        """Hanjiang's plan ran until 2026-03-05; one line for all records."""
        case = {"record": "Case", "id": "H-1", "area": "350303", "received_at": "2026-06-03"}

        _, out, _ = run("check", write("a.jsonl", *[case] * number), "--as-of", "2026-06-30", "--lang", lang)

        (line,) = (line for line in out if "2023-03-06" in line)
        words = {"zh": "涵政办规〔2023〕1号 · 已失效", "en": "Han Zheng Ban Gui [2023] No. 1 · ended"}
        assert line == f"{words[lang]} (2023-03-06 – 2026-03-05) · {told}"

    def test_a_year_that_is_not_published(self, run):
        """What cannot be known yet is told, apart from what is not stated."""
        # Ten working days from 2027-01-25 end from 4 to 15 February, as the notice on Spring Festival will say.
        case = {"record": "Case", "id": "A-1", "area": "鼓楼区", "received_at": "2027-01-25", "complete": True}
        case |= {"accepted_at": "2027-01-25", "promised_working_days": 10, "mode": "正常", "decided_at": "2027-02-08"}

        _, out, _ = run("check", write("a.jsonl", case | {"special_steps": []}), "--as-of", "2027-03-30")

        assert out[1] == f"  {say('year-unpublished', {'missing': ('calendar.2027',)})}"
        assert out[2].startswith("  未填写（受影响的规则数）：")

    def test_a_record_of_which_nothing_is_to_be_said_takes_no_line(self, run):
        """Before the law nothing is asked of it: the document is named, and the records are counted."""
        ended, out, _ = run(
            "check", write("a.jsonl", {"record": "Material", "name": "身份证"}), "--as-of", "2020-01-01"
        )

        assert ended == KEPT
        assert out[0] == "闽政〔2022〕24号 附件 · 尚未施行 (2022-09-14 –) · 1 条记录"
        assert out[1].startswith("福建省 · 截至 2020-01-01 23:59 · 记录 1 条：符合 0，不符合 0，")
        assert len(out) == 2

    def test_a_record_of_which_no_rule_speaks_here(self, run):
        """Only Putian compares items: that nothing was asked elsewhere is said."""
        two = {"record": "ItemComparison", "item": {"name": "甲"}, "other": {"name": "甲"}}

        _, out, _ = run("check", write("a.jsonl", two), *AS_OF)

        assert out[0] == "甲 · ItemComparison · 福建省 · 适用 2025-06-30 的规定 · a.jsonl:1"
        assert out[1] == "  本地没有规则涉及这条记录"

    def test_all_faults_at_once_and_the_good_ones_still(self, run):
        """By line and field; the kinds that are known are named once, and it ends with 2."""
        bad = {"record": "Case", "id": "A-3", "promised_working_days": "三天", "mode": "随意", "名称": 1}
        bad |= {"corrections": [{"told_at": "昨天", "demands": [3]}, {}], "mixed_modes": [3]}
        turned = {"record": "Case", "id": "A-4", "received_at": "2025-06-03", "decided_at": "2025-06-02"}
        name = write(
            "b.jsonl",
            '{"record": "Case", "id":',
            bad,
            LATE,
            "",
            {"id": "A-5"},
            {"record": "Cas"},
            {"record": [7]},
            "7",
            '{"record": "Case", "id": "A-6", "id": "A-7", "corrections": [{"told_at": "2025-06-03", "told_at": null}]}',
            turned,
        )

        ended, out, err = run("check", name, *AS_OF)

        assert ended == BAD_INPUT
        assert out[0].startswith("A-2 · ")
        assert sorted(err[:-1]) == sorted(
            f"zwfw: b.jsonl:{each}"
            for each in [
                "1: expected JSON (line 1, column 25: expecting value)",
                "2: mode: input should be '正常', '告知承诺' or '容缺受理', got '随意'",
                "2: mixed_modes[0]: input should be '线上预审、线下受理' or '线上办结、线下取证', got 3",
                "2: mixed_modes[0]: input should be a valid string, got 3",
                f"2: promised_working_days: {NO_NUMBER}, got '三天'",
                f"2: corrections[0].told_at: {NO_MOMENT}, got '昨天'",
                "2: corrections[0].demands[0]: input should be a valid string, got 3",
                "2: corrections[1].told_at: field required",
                "2: 名称: extra inputs are not permitted, got 1",
                "5: record: expected the kind of record, got nothing",
                "6: record: expected a kind of record of which rules speak, got 'Cas' (near: Case)",
                "7: record: expected a kind of record of which rules speak, got [7]",
                "8: expected a record as an object, got 7",
                "9: id: stands twice with different values",
                "9: corrections[0].told_at: stands twice with different values",
                "10: decided_at: decided_at 2025-06-02 is before received_at 2025-06-03, got datetime.date(2025, 6, 2)",
            ]
        )
        assert err[-1].startswith(
            'zwfw: say the kind as "record": "Case" in each record, or with --record; kinds known: '
        )
        assert ", Case, " in err[-1]
        assert "Assessment" not in err[-1]

    def test_a_kind_that_is_not_known(self, run):
        """It is told though every record says its own: nothing that is given is passed over."""
        ended, out, err = run("check", write("a.jsonl", FINE), "--record", "Cse", *AS_OF)

        assert (ended, out) == (BAD_INPUT, [])
        assert err == ["zwfw: --record: expected a kind of record of which rules speak, got 'Cse' (near: Case)"]

    def test_records_of_a_list_are_found_by_their_lines(self, run):
        """JSON over many lines: each record begins where it begins."""
        Path("a.json").write_text(
            json.dumps([FINE, {"record": "Case"}, LATE], ensure_ascii=False, indent=1), encoding="utf-8-sig"
        )
        whole = Path("a.json").read_text(encoding="utf-8-sig").splitlines()
        starts = [number for number, line in enumerate(whole, 1) if line == " {"]

        _, out, err = run("check", "a.json", *AS_OF)

        assert [line.rpartition(":")[2] for line in out if " · a.json:" in line] == [str(starts[0]), str(starts[2])]
        assert err == [f"zwfw: a.json:{starts[1]}: id: field required"]

    @pytest.mark.parametrize(
        ("content", "told"),
        [
            ("", "a.json:1: expected JSON (column 1: expecting value)"),
            ("[\n{}\n{}]", "a.json:3: expected JSON (column 1: expecting ',' delimiter)"),
            ('{"a":\n"节能"}'.encode("gbk"), "a.json:2: expected JSON (column 2: the bytes are not UTF-8)"),
        ],
        ids=["empty", "broken", "gbk"],
    )
    def test_a_file_that_is_no_json(self, run, content, told):
        """Its line and column; nothing else is said of it."""
        Path("a.json").write_bytes(content if isinstance(content, bytes) else content.encode())

        ended, _, err = run("check", "a.json", *AS_OF)

        assert (ended, err) == (BAD_INPUT, [f"zwfw: {told}"])

    def test_files_that_cannot_be_opened(self, run):
        """The others are still checked; a name with control characters cannot touch the terminal."""
        ended, out, err = run("check", "no.json", ".", "a\0b", "\x1b[31m", write("a.json", LATE), *AS_OF)

        assert ended == BAD_INPUT
        assert out[0].startswith("A-2 · ")
        assert err == [
            "zwfw: no.json: No such file or directory",
            "zwfw: .: Is a directory",
            "zwfw: a?b: embedded null byte",
            "zwfw: ?[31m: No such file or directory",
        ]

    def test_an_object_alone_and_a_list_of_none(self, run):
        """One record is a file too; no record is no fault, and nothing is said of any."""
        alone, none = run("check", write("a.json", LATE), *AS_OF), run("check", write("b.json", "[ ]"), *AS_OF)

        assert alone[0] == BREACHED
        assert none[0] == KEPT
        assert none[1] == [
            "福建省 · 截至 2025-06-30 23:59 · 记录 0 条：符合 0，不符合 0，不适用 0，无法判定 0，需人工判断 0"
        ]

    @pytest.mark.parametrize("first", ['{"record": "Case",', ""], ids=["broken", "blank"])
    def test_standard_input(self, run, monkeypatch, first):
        """Lines of which the first is no record are still lines; the place is called by what was asked for."""
        lines = "\n".join([first, *(json.dumps(each, ensure_ascii=False) for each in (FINE, LATE))])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode()), encoding="ascii"))

        ended, out, err = run("check", "-", *AS_OF)

        assert ended == (BAD_INPUT if first else BREACHED)
        assert [line.split(" · ")[-1] for line in out if line.startswith("A-")] == ["-:2", "-:3"]
        assert err == (
            ["zwfw: -:1: expected JSON (line 1, column 19: expecting property name enclosed in double quotes)"]
            if first
            else []
        )

    def test_as_json(self, run):
        """The report as the library has it, each record with its place, and what could not be read."""
        ended, out, _ = run("check", write("a.jsonl", LATE, {"record": "Case"}, "x"), *AS_OF, "--format", "json")

        told = json.loads("\n".join(out))
        assert ended == BAD_INPUT
        assert told["ok"] is False
        assert [(each["id"], each["file"], each["line"]) for each in told["records"]] == [("A-2", "a.jsonl", 1)]
        assert told["faults"] == [
            {"file": "a.jsonl", "line": 2, "field": "id", "why": "field required"},
            {"file": "a.jsonl", "line": 3, "field": "", "why": "expected JSON (line 3, column 1: expecting value)"},
        ]

    def test_as_markdown_and_html(self, run):
        """The library's own; the page is one file that fetches nothing, and escapes what records say."""
        name = write("a.jsonl", LATE | {"id": "<b>|A"})

        _, markdown, _ = run("check", name, *AS_OF, "--format", "markdown", "--lang", "en")
        _, html, _ = run("check", name, *AS_OF, "--format", "html")

        assert markdown[2] == "| record | answer | rule | place | what was found | clauses |"
        assert r"| \<b\>\|A |" in markdown[4]
        assert (html[0], html[1]) == ("<!doctype html>", '<html lang="zh-CN">')
        assert "&lt;b&gt;|A" in "\n".join(html)
        assert not re.search(r"<b>|https?:|src=", "\n".join(html))

    def test_a_day_that_is_not_given_is_today(self, run, monkeypatch):
        """The command line may read the clock."""
        monkeypatch.setattr(commands, "_today", lambda: date(2025, 6, 4))

        _, out, _ = run("check", write("a.jsonl", LATE))

        assert " · 截至 2025-06-04 23:59 · " in out[-1]

    def test_today_is_a_day_in_china(self, monkeypatch):
        """At 17:00 in London on the last day of the year it is next year there."""
        from datetime import UTC, datetime

        class Clock(datetime):
            """Stands still."""

            @classmethod
            def now(cls, tz=None):
                return datetime(2025, 12, 31, 17, tzinfo=UTC).astimezone(tz)

        monkeypatch.setattr(commands, "datetime", Clock)

        assert commands._today() == date(2026, 1, 1)

    @pytest.mark.parametrize(
        ("given", "told"),
        [
            (("--area", "火星"), "no area '火星' is held"),
            (("--as-of", "soon"), "expected a day like 2026-09-18 or today, got 'soon'"),
        ],
    )
    def test_where_and_when_have_to_be_known(self, run, given, told):
        """An unknown area or day is bad input."""
        ended, out, err = run("check", write("a.jsonl", LATE), *given)

        assert (ended, out, err) == (BAD_INPUT, [], [f"zwfw: {told}"])

    def test_every_kind_of_which_rules_speak_can_be_checked(self):
        """None of them has a field that the kind would hide; parts and cards are no subject of rules."""
        kinds = brought.checked_kinds()

        assert {"Case", "Guide", "Item", "Venue", "Material"} <= set(kinds)
        assert not {"Assessment", "Correction", "Record"} & set(kinds)
        assert not any(brought.KIND_FIELD in kind.model_fields for kind in record_kinds().values())

    def test_a_long_value_is_cut(self, run):
        """An error fits on a screen."""
        _, _, err = run("check", write("a.jsonl", {"record": "Case", "id": "A", "mode": "很" * 500}), *AS_OF)

        assert err[0].endswith(f"got '{'很' * 59}…")


class TestDays:
    """``zwfw deadline`` and ``zwfw why``."""

    @pytest.mark.parametrize(
        ("argv", "lines"),
        [
            # Sunday the 20th is worked: 20, 21, 22, 23, 24.
            (("2026-09-18", "5"), ["2026-09-24 星期四", "2026-09-18 之后第 5 个工作日"]),
            (("2026-09-18T16:30", "5", "--lang", "en"), ["2026-09-24 Thursday", "working day 5 after 2026-09-18"]),
            # Back over National Day.
            (("2026-10-08", "-1"), ["2026-09-30 星期三", "2026-10-08 之前第 1 个工作日"]),
            (("2026-10-08", "-1", "--lang", "en"), ["2026-09-30 Wednesday", "working day 1 before 2026-10-08"]),
            (("2026-10-01", "0"), ["2026-10-08 星期四", "2026-10-01 当日或其后第一个工作日"]),
            (
                ("2026-10-01", "0", "--lang", "en"),
                ["2026-10-08 Thursday", "2026-10-01 itself or the first working day after it"],
            ),
            (("2026-12-30", "1"), ["2026-12-31 星期四", "2026-12-30 之后第 1 个工作日", "暂定"]),
            (
                ("2026-12-21", "30", "--estimate"),
                ["最早：2027-01-30 星期六", "最迟：2027-02-02 星期二", "待公布：2027"],
            ),
        ],
    )
    def test_deadline(self, run, argv, lines):
        """The day alone on the first line, and what it is."""
        assert run("deadline", *argv) == (KEPT, lines, [])

    def test_today(self, run, monkeypatch):
        """A day may be today's."""
        monkeypatch.setattr(commands, "_today", lambda: date(2026, 9, 18))

        assert run("deadline", "today", "1")[1][0] == "2026-09-20 星期日"
        assert run("why")[1] == ["2026-09-18 星期五 · 上班 · 工作日"]

    def test_a_year_that_is_not_published(self, run):
        """An error that says how to ask for an estimate."""
        ended, out, err = run("deadline", "2026-12-21", "30")

        assert (ended, out) == (BAD_INPUT, [])
        (line,) = err
        assert line.startswith("zwfw: no holiday notice held for 2027 (asked about 2027-01-01); ")
        assert line.endswith("; --estimate tells between which days it lies")

    @pytest.mark.parametrize(
        ("argv", "lines"),
        [
            (
                ("2020-02-01",),
                [
                    "2020-02-01 星期六 · 不上班 · 放假、春节",
                    "  国办发明电〔2020〕1号 国务院办公厅关于延长2020年春节假期的通知",
                    "  改动：国办发明电〔2019〕16号 国务院办公厅关于2020年部分节假日安排的通知",
                ],
            ),
            (
                ("2026-09-20", "--lang", "en"),
                [
                    "2026-09-20 Sunday · worked · make up for 国庆节",
                    f"  国办发明电〔2025〕7号 {national().why(date(2026, 9, 20)).notice.title}",
                ],
            ),
            (("2026-11-21", "--lang", "en"), ["2026-11-21 Saturday · not worked · weekend"]),
        ],
    )
    def test_why(self, run, argv, lines):
        """With the notice, and the one that it changed."""
        assert run("why", *argv) == (KEPT, lines, [])

    @pytest.mark.parametrize("argv", [("deadline", "2026-13-01", "1"), ("why", "yesterday"), ("why", "1999-01-01")])
    def test_what_is_no_day(self, run, argv):
        """Or none that is held."""
        ended, out, err = run(*argv)

        assert (ended, out, len(err)) == (BAD_INPUT, [], 1)


class TestLookingUp:
    """``zwfw clause``, ``norms``, ``tasks``, ``schema`` and ``trace``."""

    def test_a_clause(self, run):
        """What it asks, of whom, by when; each norm with its force and what carries it out."""
        ended, out, _ = run("clause", "xiamen-2022/3.3.3", "--lang", "en")

        assert ended == KEPT
        assert out[:2] == ["xiamen-2022/3.3.3 · 完善“e政务”自助服务", "Xiamen task table 2022, 3.3.3"]
        assert "led by: 市审批管理局、市公安局" in out
        assert "term: by 2022-12-31, then ongoing" in out
        at = out.index("  xiamen-2022/3.3.3#1 [应] There are more than 280 frequent matters for self-service.")
        assert out[at + 2] == "    carried out by: target:self_service_matters_min"
        assert any(line.startswith("    公安; 市场监管; ") for line in out)

    def test_one_norm_of_a_clause(self, run):
        """The clause, and that norm alone."""
        _, out, _ = run("clause", "fujian-2022/2.2.10#4")

        assert [line for line in out if line.startswith("  f")] == [
            "  fujian-2022/2.2.10#4 [应] 材料不齐或形式不合法定要求的，当场给一次性告知书。"
        ]

    @pytest.mark.parametrize("ref", ["fujian-2022/2.2.99", "fujian-2022/2.2.10#99", "mars/1"])
    def test_what_is_not_held(self, run, ref):
        """Near ones are named."""
        ended, out, err = run("clause", ref)

        assert (ended, out) == (BAD_INPUT, [])
        assert err[0].startswith(f"zwfw: no {'norm' if '#' in ref else 'clause'} '{ref}' is held")

    def test_a_clause_without_norms_or_term(self):
        """It has no such lines."""
        held = attrs.evolve(zwfw.clause("fujian-2022/1.1.1"), id="0", term=Term(form=TermForm.NONE), units_in_full=())
        held = attrs.evolve(held, lead_in_full=(), gist_zh="要点", note_zh="")
        out = io.StringIO()

        Page(Console(file=out), "zh").clause(held)

        assert [line.rstrip() for line in out.getvalue().splitlines()] == [
            f"fujian-2022/0 · {held.title}",
            held.cite(),
            "要点",
        ]

    def test_norms(self, run):
        """The documents with their days, and the figures that hold."""
        _, out, _ = run("norms", "--area", "涵江区", "--as-of", "2025-06-03")

        assert out[:2] == ["hanjiang-2023 · 有效 (2023-03-06 – 2026-03-05)", "  涵政办规〔2023〕1号"]
        assert "putian-2025 · 有效 (2025-05-06 –)" in out
        at = out.index("    correction_notice_limit · fujian-2022/2.2.10#6")
        assert out[at - 1] == "  一次性告知补正内容的时限 <= 3 working-day"
        assert "    comprehensive_window_coverage · fujian-2022/2.2.5#8" in out

    def test_tasks(self, run):
        """Those of a unit, with their terms."""
        _, out, _ = run("tasks", "--unit", "省数字办", "--document", "fujian-2022")
        ended, _, err = run("tasks", "--unit", "火星办")

        assert len([line for line in out if line.startswith("fujian-2022/")]) == 37
        assert "fujian-2022/1.2.1 · 完善《标准化目录》实施要素标准 · 2022-12-31 前完成" in out
        assert ended == BAD_INPUT
        assert err[0].startswith("zwfw: no unit '火星办' is held")

    def test_tasks_with_terms_in_their_sentences(self, run):
        """Where the task as a whole has no term, those of its parts are told; task 1 has none at all."""
        _, chinese, _ = run("tasks", "--document", "hanjiang-2023")
        _, english, _ = run("tasks", "--document", "hanjiang-2023", "--lang", "en")

        # Task 7: 2023年底前 for the first wave, 2024年底前 for all.
        named = "hanjiang-2023/task-7 · 加强窗口队伍建设 · "
        assert f"{named}其中 2023-12-31 前完成、2024-12-31 前完成" in chinese
        assert f"{named}of its parts: by 2023-12-31, by 2024-12-31" in english
        assert "hanjiang-2023/task-1 · 规范政务服务场所 · 未规定" in chinese

    def test_schema(self, run):
        """JSON that a validator takes; without a kind, of all."""
        one, whole = run("schema", "Case"), run("schema")
        ended, out, err = run("schema", "Cas")

        assert json.loads("\n".join(one[1]))["$id"] == "urn:zwfw:record:Case"
        assert json.loads("\n".join(whole[1]))["$id"] == "urn:zwfw:record"
        assert (ended, out) == (BAD_INPUT, [])
        assert err[0].startswith("zwfw: expected a kind of record, got 'Cas' (near: Case")

    def test_trace(self, run):
        """The counts of each document, and of all together; they add up."""
        _, out, _ = run("trace")
        _, one, _ = run("trace", "fujian-2022", "--lang", "en")

        rows = [line.split() for line in out]
        assert [row[0] for row in rows[1:]] == ["fujian-2022", "hanjiang-2023", "putian-2025", "xiamen-2022", "合计"]
        assert rows[-1][1] == "1032"
        assert all(int(row[1]) == sum(map(int, row[2:])) for row in rows[1:])
        assert one[0].split() == ["document", "norms", "carried", "attested", "informative", "planned", "open"]
        assert len(one) == 2


class TestRate:
    """``zwfw rate``."""

    @pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.json", "A.JSON"])
    def test_a_form(self, run, name):
        """Stars, dimensions, what was lost, and the way to the next star."""
        if name.endswith("xlsx"):
            pytest.importorskip("openpyxl")
        form = a_form()
        a_file(name.lower(), form)
        Path(name.lower()).rename(name)

        ended, out, err = run("rate", name, *AS_OF)

        # 100 points less 3 for each of four; two stars from 90 on, so one of the four is enough.
        assert (ended, err) == (KEPT, [])
        assert out[:3] == [
            "甲村便民服务站：88 分，一星级（基础型）（自评，暂定）",
            "  一个窗口 19/25 · 一支队伍 12/15 · 一个平台 42/45 · 一套机制 15/15",
            "  V04 -3 场所面积大于 30 平方米。",
        ]
        assert [line[2:5] for line in out[2:6]] == ["V04", "V08", "V10", "V24"]
        assert out[6:] == ["  升至 二星级（标准型）：+3 (V04 +3)"]

    def test_stages_that_differ(self, run):
        """What is missing at the deciding stage, where stages differ, and where one was skipped."""
        name = a_file("a.json", a_form(missed=(), V01={"joint_score": 2}))

        _, out, _ = run("rate", name, *AS_OF, "--lang", "en")

        assert any(line.startswith("  not scored: V02, V03, ") for line in out)
        assert "  scored differently V01: 自评 3, 复核 2" in out
        assert "  an earlier stage has no score: 初评 → 复核 (V01)" in out

    def test_stages_in_the_wrong_order(self, run):
        """Dates have no criteria."""
        days = {"self_assessed_at": "2025-05-02", "preliminarily_assessed_at": "2025-05-01"}
        form = a_form(missed=()).model_dump(mode="json")
        for row in form["scores"]:
            row["preliminary_score"] = row["self_score"]
        a_file("a.json", Assessment(**form, **days))

        _, out, _ = run("rate", "a.json", *AS_OF)

        assert "  评定阶段先后颠倒：自评 → 初评" in out

    def test_forms_that_cannot_be_read(self, run):
        """Each fault by file and cell; the other forms are still rated."""
        Path("bad.csv").write_text("总序,评定项目\n", encoding="utf-8")
        a_file("a.json", a_form())

        ended, out, err = run("rate", "bad.csv", "no.xlsx", "a.doc", "a.json", *AS_OF)

        assert ended == BAD_INPUT
        assert out[0].startswith("甲村便民服务站：88 分")
        assert err[0].startswith("zwfw: bad.csv: ")
        assert err[-2:] == [
            "zwfw: no.xlsx: No such file or directory",
            "zwfw: a.doc: expected a form as .xlsx, .csv, .json",
        ]

    def test_a_file_that_is_no_json(self, run):
        """It is told by its name and line, and the others are still rated."""
        Path("cut.json").write_text('{"body":\n', encoding="utf-8")
        a_file("a.json", a_form())

        ended, out, err = run("rate", "cut.json", "a.json", *AS_OF)

        assert ended == BAD_INPUT
        assert out[0].startswith("甲村便民服务站：88 分")
        assert err == ["zwfw: cut.json:2: expected JSON (column 1: expecting value)"]

    def test_scores_that_leave_the_points_open(self, run):
        """Why there is a range, and why a row brings nothing; dimensions in the language that is asked for."""
        name = a_file(
            "a.json", a_form(missed=(), V05={"self_score": 1.5}, V08={"self_score": 0, "is_applicable": False})
        )

        _, chinese, _ = run("rate", name, *AS_OF)
        _, english, _ = run("rate", name, *AS_OF, "--lang", "en")

        # V08 brings none of its 3 points; V05 comes to 0 or 3: 94 to 97, of which 19 to 22 in 一个窗口.
        assert chinese[0].startswith("甲村便民服务站：94-97 分，二星级（标准型）")
        assert chinese[-2:] == ["  得分介于两档之间：V05", "  不适用，不计分：V08"]
        assert english[1] == (
            "  one window 19-22/25 · one team 15/15 · one platform 45/45 · one set of mechanisms 15/15"
        )
        assert english[-2:] == ["  scored between none and all: V05", "  does not apply, so no points: V08"]

    def test_what_can_be_read_of_a_form_is_rated(self, run):
        """A score above its weight is left out, and told."""
        a_file("a.json", a_form())
        Path("a.json").write_text(
            Path("a.json").read_text(encoding="utf-8").replace('"self_score": 3', '"self_score": 9', 1),
            encoding="utf-8",
        )

        ended, out, err = run("rate", "a.json", *AS_OF)

        assert ended == BAD_INPUT
        assert out[0].startswith("甲村便民服务站：85-88 分")
        assert len(err) == 1

    def test_without_the_extra(self, run, monkeypatch):
        """It says which extra brings what is missing."""
        monkeypatch.setitem(sys.modules, "openpyxl", None)
        Path("a.xlsx").write_bytes(b"PK")

        ended, _, err = run("rate", "a.xlsx", *AS_OF)

        assert ended == BAD_INPUT
        assert len(err) == 1
        assert "zwfw[xlsx]" in err[0]


class TestAsAProgram:
    """How it starts and ends."""

    def test_version(self, run):
        """That of the library."""
        assert run("--version") == (KEPT, [f"zwfw {zwfw.__version__}"], [])

    @pytest.mark.parametrize(
        ("argv", "ended"),
        [(("nonsense",), BAD_INPUT), (("deadline", "2026-09-18", "x"), BAD_INPUT), (("check",), BAD_INPUT)],
    )
    def test_what_is_no_command(self, run, argv, ended):
        """Bad input, told on standard error."""
        code, out, err = run(*argv)

        assert (code, out) == (ended, [])
        assert err[0].startswith("Usage: zwfw")

    def test_help(self):
        """Every command is told in English, with the Chinese term."""
        told = CliRunner().invoke(commands.app, ["--help"], prog_name="zwfw").output

        for name in ("check", "deadline", "why", "rate", "clause", "norms", "tasks", "schema", "trace"):
            page = CliRunner().invoke(commands.app, [name, "-h"], prog_name="zwfw")
            assert re.search(rf"│ {name} +[A-Z]", told)
            assert page.exit_code == 0
            assert re.search(r"\([^)]*[\u4e00-\u9fff][^)]*\)", page.output)

    def test_it_takes_the_arguments_of_the_program(self, capfd, monkeypatch):
        """As the entry point calls it; and it is the one of the package."""
        monkeypatch.setattr(sys, "argv", ["zwfw", "--version"])

        assert main() == KEPT
        assert capfd.readouterr().out == f"zwfw {zwfw.__version__}\n"
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        assert project["scripts"] == {"zwfw": "zwfw.cli:main"}

    def test_an_argument_in_a_locale_without_chinese(self, run, monkeypatch):
        """Bytes that the locale could not read are read as UTF-8."""
        bare = "涵江区".encode().decode("ascii", "surrogateescape")
        monkeypatch.setattr("zwfw.cli.os.fsencode", lambda text: text.encode("ascii", "surrogateescape"))

        assert run("norms", "--area", bare, "--as-of", "2025-06-03")[1][0].startswith("hanjiang-2023")

    def test_a_command_that_ends_without_a_code(self, monkeypatch):
        """Ends well, as does one that returns."""
        monkeypatch.setattr(commands, "app", lambda *_, **__: None)
        assert main(["why"]) == KEPT

        def leave(*_, **__):
            raise SystemExit

        monkeypatch.setattr(commands, "app", leave)
        assert main(["why"]) == KEPT

    @pytest.mark.parametrize("argv", [("schema", "Case"), ("clause", "fujian-2022/1.1.1")], ids=["text", "page"])
    def test_nobody_reads(self, monkeypatch, argv):
        """Neither a text nor a page that nobody reads is a fault."""
        reading, writing = os.pipe()
        os.close(reading)
        with open(writing, "w", encoding="utf-8", closefd=False) as out:
            monkeypatch.setattr(sys, "stdout", out)
            assert main(argv) == CLOSED_PIPE
            monkeypatch.undo()
        os.close(writing)


def start(*argv, env=None, **options):
    """A process of its own."""
    clean = {name: text for name, text in os.environ.items() if name not in ("COLUMNS", "PYTHONIOENCODING")}
    return subprocess.Popen(
        [sys.executable, "-m", "zwfw", *argv],
        env=clean | (env or {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **options,
    )


def test_importing_it_runs_nothing():
    """As what makes the documentation does."""
    assert import_module("zwfw.__main__").main is main


def test_without_what_the_extra_brings():
    """It says what to install, and no more."""
    code = "import sys; sys.modules['typer'] = None; from zwfw.cli import main; sys.exit(main(['why']))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (found.returncode, found.stdout) == (BAD_INPUT, "")
    assert found.stderr == 'zwfw: typer is not installed; it comes with pip install "zwfw[cli]"\n'


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "cp936"},
    ],
    ids=["C", "plain ASCII", "cp936"],
)
def test_utf8_on_every_terminal(env):
    """Chinese in arguments, answers and errors, whatever the locale."""
    found = start("check", "-", "--area", "思明区", "--as-of", "2025-06-30", env=env, stdin=subprocess.PIPE)
    out, err = found.communicate(f"{json.dumps(LATE, ensure_ascii=False)}\n{{\n".encode())

    assert found.returncode == BAD_INPUT
    assert "记录属于鼓楼区，不在思明区之内" in out.decode("utf-8")
    assert err.decode("utf-8").startswith("zwfw: -:2: expected JSON")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
@pytest.mark.parametrize("argv", [("schema",), ("tasks",), ("why", "2026-10-01")], ids=["text", "page", "short"])
def test_a_closed_pipe(argv):
    """No traceback, whether much or little is to be written."""
    found = start(*argv)
    found.stdout.close()

    err = found.stderr.read()
    found.stderr.close()

    assert (found.wait(), err) == (CLOSED_PIPE, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
@pytest.mark.parametrize("columns", [80, 120])
def test_on_a_terminal(tmp_path, columns):
    """Lines fold at its width, with colours; the progress of long work goes away again."""
    import fcntl
    import pty
    import struct
    import termios

    name = tmp_path / "a.jsonl"
    name.write_text("\n".join([json.dumps(LATE)] * commands._LONG_WORK), encoding="utf-8")
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    env = {each: text for each, text in os.environ.items() if each not in ("COLUMNS", "NO_COLOR")} | {"TERM": "xterm"}
    argv = [sys.executable, "-m", "zwfw", "check", str(name), *AS_OF]
    with subprocess.Popen(argv, stdout=theirs, stderr=theirs, env=env) as found:
        os.close(theirs)
        seen = b""
        try:
            while part := os.read(ours, 65536):
                seen += part
        except OSError:  # how Linux says that the other end is closed
            pass
    os.close(ours)

    text = seen.decode("utf-8")
    assert found.returncode == BREACHED
    assert "审查" in text
    assert "\x1b[1;31m不符合·违反\x1b[0m" in text
    page = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", text).replace("\r\n", "\n")
    lines = [line for line in page.split("\n") if "\r" not in line and "审查" not in line]
    assert max(map(cell_len, lines)) <= columns
    assert max(map(cell_len, lines)) > columns - 12


def test_what_is_piped_is_quiet_and_whole(tmp_path):
    """No progress, no colours, and no line is folded."""
    name = tmp_path / "a.jsonl"
    name.write_text("\n".join([json.dumps(LATE)] * commands._LONG_WORK), encoding="utf-8")
    found = start("check", str(name), *AS_OF)
    out, err = found.communicate()

    assert err == b""
    assert b"\x1b" not in out
    assert out.decode().count("最迟 2025-06-04；实际预审日：2025-06-05\n") == commands._LONG_WORK


class TestFolding:
    """How lines fold."""

    @pytest.mark.parametrize(
        ("text", "width", "lines"),
        [
            ("甲乙丙丁", 8, ["甲乙丙丁"]),
            ("甲乙丙丁", 7, ["甲乙丙", "丁"]),
            ("甲乙丙，丁", 6, ["甲乙", "丙，丁"]),
            ("二（二）10 号", 8, ["二（二）10", "号"]),
            ("自 2025-06-03 起", 13, ["自 2025-06-03", "起"]),
            ("自 2025-06-03 起", 6, ["自", "2025-06-03", "起"]),
            ("", 8, [""]),
        ],
    )
    def test_a_line(self, text, width, lines):
        """No mark begins a line, no day or word is cut, and no blank stands at either end."""
        assert [each.plain for each in folded(Text(text), width)] == lines

    def test_what_goes_on_is_set_in(self, monkeypatch):
        """Under an indented line by two more, so that it shows where lines begin."""
        monkeypatch.setenv("COLUMNS", "12")
        out = io.StringIO()

        Page(Console(file=out, width=12), "zh").put("甲乙丙丁戊己庚辛壬癸", indent=2)
        Page(Console(file=out, width=12), "zh").put("甲乙丙丁戊己庚")

        assert out.getvalue().splitlines() == ["  甲乙丙丁戊", "    己庚辛壬", "    癸", "甲乙丙丁戊己", "庚"]

    def test_nothing_is_obeyed(self, monkeypatch):
        """Neither markup nor what a terminal reads as an order."""
        monkeypatch.delenv("COLUMNS", raising=False)
        out = io.StringIO()

        Page(Console(file=out, force_terminal=False, width=80), "zh").put("[bold]a[/]\x1b[31m", " · ", "b\n")

        assert out.getvalue() == "[bold]a[/]?[31m · b \n"


def test_every_word_has_its_english():
    """Those that come from the library, too."""
    assert {each.value for each in IrregularityKind} | set(ForceState) <= set(ENGLISH)
    assert all(text and text.isascii() for text in ENGLISH.values())
    assert State.BREACHED not in ENGLISH


def blocks():
    """The commands of the guide, each with what it prints."""
    for block in re.findall(r"^```console\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, printed = part.partition("\n")
            yield command, printed.splitlines()


def test_the_guide_shows_what_is_printed(run):
    """Every command of the page runs, one after the other, and prints what stands there; ... stands for more."""
    ended, ran = KEPT, set()
    pytest.importorskip("openpyxl")
    a_file("village.xlsx", a_form())
    for command, printed in blocks():
        match shlex.split(command):
            case ["cat", name]:
                write(name, *printed)
            case ["echo", "$?"]:
                assert printed == [str(ended)]
            case ["zwfw", *argv]:
                ended, out, err = run(*argv)
                ran.add(argv[0])
                shown = [re.escape(line).replace(r"\.\.\.", ".*") for line in printed]
                assert re.fullmatch("\n".join(shown), "\n".join([*out, *err]), re.DOTALL), (command, out, err)

    assert ran == {"check", "deadline", "why", "rate", "clause", "norms", "tasks", "schema", "trace", "--version"}
