"""The audit of the packaged cases finds what was worked out for them by hand, and prints it as it should."""

import importlib.util
import io
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

pytest.importorskip("rich", reason="the example prints with rich, which the extra cli brings")

from rich.cells import cell_len
from rich.console import Console

from zwfw import RULES, Context, Severity, State, check
from zwfw.limits import Light, Status
from zwfw.records import Case

SCRIPT = Path(__file__).parents[2] / "examples" / "audit_cases.py"
AS_OF = date(2026, 11, 20)
NO_CASES = {12, 27}


def _loaded():
    spec = importlib.util.spec_from_file_location("audit_cases", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


AUDIT = _loaded()
LINES = AUDIT.PACKAGED.read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def province():
    """The province, looked at on Friday 2026-11-20."""
    return Context(area="350000", as_of=AS_OF)


@pytest.fixture(scope="module")
def audited(province):
    """The packaged file, audited."""
    return AUDIT.audit(LINES, province)


@pytest.fixture
def printed(capsys, monkeypatch):
    """What a run prints that is not on a terminal; nothing may go to stderr."""
    monkeypatch.delenv("COLUMNS", raising=False)

    def run(*argv):
        assert AUDIT.main(argv) == 0
        out, err = capsys.readouterr()
        assert err == ""
        return out

    return run


def found_in(audited, case):
    """The findings about one case: rule and path to outcome and deadline."""
    timed, _ = audited
    ((answer, deadlines),) = [held for held in timed if held[0].record == case]
    return {(found.rule, found.path): (found, limit) for found, limit in AUDIT.findings(answer, deadlines)}


PROMISE, STATUTORY = ("cases.decided-as-promised", ""), ("cases.decided-within-statutory-limit", "")
STEP = ("cases.special-step-within-its-limit", "special_steps[0]")
LATE, LAPSED, OVERDUE = (Light.RED, Status.LATE), (Light.RED, Status.LAPSED), (Light.RED, Status.OVERDUE)
YELLOW, GREEN = (Light.YELLOW, Status.RUNNING), (Light.GREEN, Status.RUNNING)


@pytest.mark.parametrize(
    ("case", "asked", "due_on", "expected"),
    [
        # Accepted Tue 09-15, five days: 16, 17, 18, Sun 20 (worked), Mon 21. Decided on the 22nd.
        ("XM-02", PROMISE, date(2026, 9, 21), LATE),
        # Accepted Sun 10-04 in the National Day break, three days: Thu 8, Fri 9, Sat 10 (worked). Decided on Mon 12.
        ("XM-03", PROMISE, date(2026, 10, 10), LATE),
        # Received Thu 02-12, three days: Fri 13, Sat 14 (worked), Tue 24, for the break is 15-23. Told on the 25th.
        ("XM-05", ("cases.correction-told-in-time", ""), date(2026, 2, 24), LAPSED),
        # So it counts as accepted on 02-12, five days: 13, 14, 24, 25, Thu 26. Decided on 03-05.
        ("XM-05", PROMISE, date(2026, 2, 26), LATE),
        # Begun Thu 04-02, three days: Fri 3, Tue 7, Wed 8, for 4-6 are off. Ended on the 9th.
        ("XM-08", STEP, date(2026, 4, 8), LATE),
        # Begun Thu 11-12, fifteen days: 13, 16-20 (6), 23-27 (11), 30, 12-01, 02, 03.
        ("XM-09", STEP, date(2026, 12, 3), GREEN),
        # Submitted Fri 05-08, one day: Sat 9 (worked). Pre-reviewed on Mon 11.
        ("XM-12", ("cases.prereviewed-in-time", ""), date(2026, 5, 9), LATE),
        # Asked for Mon 09-21, seven days: 22, 23, 24, 28, 29, 30, 10-08, for 25-27 and 10-01 to 07 are off. Came on 09.
        ("XM-13", ("cases.paper-handed-in-in-time", ""), date(2026, 10, 8), LAPSED),
        # Accepted Mon 11-16, five days: 17, 18, 19, 20, Mon 23. On the 20th one day is left.
        ("XM-22", PROMISE, date(2026, 11, 23), YELLOW),
        # Twenty days of the same: 17-20 (4), 23-27 (9), 11-30 to 12-04 (14), 7-11 (19), Mon 14.
        ("XM-22", STATUTORY, date(2026, 12, 14), GREEN),
        # Accepted Mon 11-02, ten days: 3-6 (4), 9-13 (9), Mon 16. Not decided.
        ("XM-23", PROMISE, date(2026, 11, 16), OVERDUE),
        # Twenty days of the same: 17-20 (14), 23-27 (19), Mon 30.
        ("XM-23", STATUTORY, date(2026, 11, 30), GREEN),
        # Accepted Mon 11-16, 33 days: 17-20 (4), five weeks of five to 12-25 (29), 28, 29, 30, Thu 31.
        ("FZ-01", PROMISE, date(2026, 12, 31), GREEN),
        # Accepted Sun 2025-04-27 (worked), ten days: 28, 29, 30, 05-06 to 09 (7), 12, 13, Wed 14; 05-01 to 05 are off.
        ("FZ-03", PROMISE, date(2025, 5, 14), LATE),
        # Twenty days of the same: 15, 16 (12), 19-23 (17), 26, 27, Wed 28. Decided on 06-03.
        ("FZ-03", STATUTORY, date(2025, 5, 28), LATE),
        # Accepted Thu 2025-10-09, five days: 10, Sat 11 (worked), 13, 14, Wed 15. Decided on the 16th.
        ("HJ-07", PROMISE, date(2025, 10, 15), LATE),
    ],
)
def test_deadlines_are_those_of_the_calendar_on_the_wall(audited, case, asked, due_on, expected):
    """Each limit ends on the day that was counted by hand."""
    _, limit = found_in(audited, case)[asked]

    assert (limit.due_on, (limit.light, limit.status)) == (due_on, expected)


def test_an_open_pause_has_an_earliest_day_only(audited):
    """While a special step goes on, the promise cannot fall due before a day that is known, but any day later."""
    # Accepted Mon 11-09; counted 10, 11, 12, on which the step began. Were it to end on the 20th, the seven days left
    # of the ten would be 23-27 (5), 30, Tue 12-01.
    _, limit = found_in(audited, "XM-09")[PROMISE]

    assert (limit.status, limit.due_on) == (Status.PAUSED, None)
    assert (limit.earliest_due_on, limit.latest_due_on) == (date(2026, 12, 1), None)


def test_the_end_of_the_published_year_is_provisional_and_what_lies_behind_it_unknown(audited):
    """The promise ends on 2026-12-31, which the next notice can move; the statutory time ends in a year without one."""
    found = found_in(audited, "FZ-01")

    assert found[PROMISE][1].provisional
    assert found[STATUTORY][1].due_on is None
    assert found[STATUTORY][1].earliest_due_on.year == 2027


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("XM-06", {"cases.complicated-file-registered": "违反", "cases.correction-told-once": "需人工判断"}),
        # Told on Tuesday what was missing on Monday, and on Thursday something new.
        ("XM-07", {"cases.correction-told-in-time": "违反", "cases.correction-told-once": "违反"}),
        # A construction permit: what was done the day before acceptance was done outside the system, too.
        ("XM-11", {"cases.nothing-before-acceptance": "违反", "cases.construction-inside-the-system": "违反"}),
        # 可: a decision on the day of receipt, on a promise that was not in writing, is the weakest of the three.
        (
            "XM-18",
            {
                "modes.commitment-told-in-full": "违反",
                "modes.spot-decision-on-written-promise": "建议",
                "modes.broken-promise-followed-up": "违反",
            },
        ),
        ("XM-20", {"cases.mode-chosen-freely": "违反", "modes.gap-in-published-scope": "违反"}),
        # 原则上: decided the next morning is a departure, no violation.
        ("FZ-02", {"cases.instant-decided-at-once": "偏离"}),
        ("FZ-05", {"cases.accepted-on-receipt": "需人工判断"}),
        # 09:00 to 10:15 are 75 minutes, over the 60 of a plan that binds on 2026-03-05 for the last time.
        ("HJ-02", {"cases.instant-decided-at-once": "偏离"}),
        # The same 75 minutes on the two days on which the plan has ended.
        ("HJ-03", {}),
        ("HJ-04", {}),
        ("HJ-05", {"cases.nothing-before-acceptance": "违反"}),
        # Kept to the last day or minute, or well within.
        ("XM-01", {}),
        ("XM-04", {}),
        ("XM-17", {}),
        ("XM-19", {}),
        ("HJ-01", {}),
    ],
)
def test_other_findings_are_those_worked_out(audited, case, expected):
    """A case shows its breaches and what a person has to judge, and nothing else."""
    found = found_in(audited, case)

    assert {rule: outcome.severity or outcome.state for (rule, _), (outcome, _) in found.items()} == expected


def test_a_step_with_four_faults_shows_four(audited):
    """Basis, missing limit, limit over and limit equal to the statutory one are each a finding of their own weight."""
    found = found_in(audited, "XM-10")

    assert {(rule, path): outcome.severity for (rule, path), (outcome, _) in found.items()} == {
        ("cases.special-step-has-basis", "special_steps[0].basis_rank"): Severity.VIOLATION,
        ("cases.special-step-within-its-limit", "special_steps[2].limit_working_days"): Severity.VIOLATION,
        ("cases.special-step-shortened", "special_steps[0].limit_working_days"): Severity.ADVICE,
        ("cases.special-step-shortened", "special_steps[1].limit_working_days"): Severity.VIOLATION,
    }


@pytest.mark.parametrize("state", [State.MET, State.BREACHED])
def test_the_file_keeps_and_breaks_every_rule(province, state):
    """No rule about cases goes without a case that meets it, nor without one that breaches it."""
    cases = [Case.model_validate_json(line) for number, line in enumerate(LINES, 1) if number not in NO_CASES]

    seen = {outcome.rule for outcome in check(cases, province).outcomes if outcome.state is state}

    assert seen == {rule.id for rule in RULES if rule.record is Case}


def test_lines_that_are_no_cases_are_named_and_the_rest_is_done(audited):
    """Broken JSON and five wrong fields are told by line and field; 36 cases are audited all the same."""
    timed, faults = audited

    assert [(number, field) for number, field, _ in faults] == [
        (12, ""),
        (27, "area"),
        (27, "channel"),
        (27, "promised_working_days"),
        (27, "decided_at"),
        (27, "receipt_at"),
    ]
    assert len(timed) == len(LINES) - len(NO_CASES) == 36


def test_a_page_that_is_piped_is_plain(printed):
    """Nothing is coloured, no line is wider than 120 columns, and stderr stays silent."""
    page = printed()

    assert "\x1b" not in page
    assert max(map(cell_len, page.splitlines())) <= 120
    for told in ("XM-02", "2026-09-21", "红灯", "黄灯", "绿灯", "暂定", "闽政〔2022〕24号 附件", "涵政办规〔2023〕1号"):
        assert told in page


def test_the_page_tells_what_cannot_be_decided(printed, monkeypatch):
    """Each undecided case says why in a line or two, not in one for each rule."""
    monkeypatch.setattr(AUDIT, "PIPED_WIDTH", 400)
    page = printed()
    lines = page[page.index("无法判定的办件") : page.index("附注")].splitlines()

    rows = {line.split()[0]: line for line in lines if line.startswith((" XM", " HJ", " FZ"))}
    assert set(rows) == {"XM-21", "XM-24", "HJ-06"}
    assert "此时是否已施行不明" in rows["XM-21"]
    assert "complicated (2)" in rows["XM-24"]
    assert "received_at.time (1)" in rows["HJ-06"]


def test_the_page_tells_of_documents_that_had_ended(printed):
    """The two cases received after 2026-03-05 are listed with the plan that no longer binds them."""
    assert "HJ-03, HJ-04   涵政办规〔2023〕1号 · 已失效 (2023-03-06 – 2026-03-05)" in printed()


def test_the_page_is_in_english_when_asked(printed):
    """Messages, citations and headings are English; what the cases say stays as it is."""
    page = printed("--lang", "en")

    for told in ("Findings", "violation", "yellow", "Han Zheng Ban Gui [2023] No. 1", "Lines not audited", "Summary"):
        assert told in page
    assert "违反 ·" not in page


def test_a_narrower_area_leaves_the_others_out(printed):
    """Of Hanjiang's page the cases are Hanjiang's; the lines of the others are named as not audited."""
    page = printed("--area", "涵江区")

    assert "XM-02" not in page
    assert "HJ-02" in page
    assert "22    " in page
    assert "记录属于厦门市，不在涵江区之内" in page


def test_an_earlier_moment_knows_less(printed):
    """At the end of 2025 nothing of 2026 has happened yet."""
    page = printed("--as-of", "2025-12-31")

    assert "FZ-03" in page
    assert "XM-02" not in page


def test_lights_are_coloured_on_a_terminal(audited, province):
    """On a terminal each light has its colour."""
    out = Console(file=io.StringIO(), force_terminal=True, color_system="standard", width=120, legacy_windows=False)
    AUDIT.Page(out, "zh").show(*audited, province)

    page = out.file.getvalue()
    assert "\x1b[1;31m红灯" in page
    assert "\x1b[33m黄灯" in page
    assert "\x1b[32m绿灯" in page


def test_what_a_case_says_is_not_obeyed(printed, tmp_path):
    """Markup and control characters in a case come out as text."""
    hostile = tmp_path / "hostile.jsonl"
    hostile.write_text(
        '\n{"id": "[red]A\\u001b[31m", "area": "鼓楼区", "received_at": "2026-10-20"}\n', encoding="utf-8"
    )

    page = printed(str(hostile))

    assert "[red]A?[31m" in page
    assert "\x1b" not in page


@pytest.mark.parametrize(
    "argv",
    [
        ["missing.jsonl"],
        [str(SCRIPT.parent)],
        ["--as-of", "2026-13-01"],
        ["--area", "350299"],
        ["--area", "平潭"],
        ["--lang", "fr"],
        ["--no-such-option"],
    ],
)
def test_unusable_arguments_end_with_2(argv, capsys):
    """What cannot be used is told on stderr, and nothing is printed."""
    with pytest.raises(SystemExit) as ended:
        AUDIT.main(argv)

    out, err = capsys.readouterr()
    assert ended.value.code == 2
    assert (out, "error: " in err) == ("", True)


def test_a_file_that_is_not_utf_8_ends_with_2(tmp_path, capsys):
    """A file in another encoding is unreadable as a whole."""
    other = tmp_path / "gbk.jsonl"
    other.write_bytes('{"id": "办件"}'.encode("gbk"))

    with pytest.raises(SystemExit) as ended:
        AUDIT.main([str(other)])

    assert ended.value.code == 2
    assert "utf-8" in capsys.readouterr().err


def test_the_script_writes_utf_8_on_a_c_locale():
    """Run as a program where nothing is UTF-8, it still writes UTF-8, says nothing on stderr, and ends with 0."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "COLUMNS"))}
    env |= {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}

    ran = subprocess.run([sys.executable, str(SCRIPT)], env=env, capture_output=True, check=False)

    assert (ran.returncode, ran.stderr) == (0, b"")
    assert "汇总" in ran.stdout.decode("utf-8")
