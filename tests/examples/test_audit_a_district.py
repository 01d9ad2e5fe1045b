"""The district that comes with the example: the faults seeded in it by hand are found, and nothing else."""

import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from zwfw import Context, State, check

SCRIPT = Path(__file__).parents[2] / "examples" / "audit_a_district.py"
HALL, TOWN, KITE = "涵江区政务服务中心", "云汐镇便民服务中心", "风筝放飞备案<script>alert(1)</script>|=1+1"
FILES = ["report.en.json", "report.en.md", "report.html", "report.zh.json", "report.zh.md"]

# Record, place, rule, clauses in force that are broken, the weight of their words.
BREACHES = [
    # The application form is the applicant's own and has a blank, but no filled-in sample.
    (KITE, "materials[0].sample_form", "materials.form-has-blank-and-sample", "fujian-2022/1.2.2", "违反"),
    # 其他有关材料 is a catch-all, and no law asks for it.
    (KITE, "materials[1].bases", "materials.has-legal-basis", "fujian-2022/1.2.2", "违反"),
    (KITE, "materials[1].name", "materials.no-catch-all-wording", "fujian-2022/1.2.2", "违反"),
    # In practice a lease is asked for, which the guide does not name.
    (
        "灯谜馆设立许可 11350303003999999X2350100100200001",
        "practice.materials",
        "guides.nothing-beyond-the-guide",
        "fujian-2022/2.1.1",
        "违反",
    ),
    (HALL, "windows[1].has_review_code", "reviews.offered-at-windows", "hanjiang-2023/task-6", "违反"),
    (HALL, "windows[3].follow_up_registered", "windows.complaints-registered", "fujian-2022/2.2.8", "违反"),
    # A kiosk, a computer and a camera, and no printer.
    (TOWN, "equipment", "venues.township-equipment", "hanjiang-2023/task-10", "违反"),
    # Opens at 15:00 in the afternoon, the city's venues at 14:30.
    (HALL, "spans", "venue_hours.same-within-the-city", "fujian-2022/3.7.5", "违反"),
    # Left at 15:00 and covered at 15:16; the other absence was covered after ten minutes.
    ("2号窗口", "covered_at", "presence.post-covered", "fujian-2022/2.1.2", "违反"),
    # In use from 2024-01-02, due by the end of 2023.
    (f"{TOWN}审核审批专用章", "put_into_use_at", "seals.township-seal-in-use", "hanjiang-2023/task-13", "违反"),
    # Accepted on Monday 11-10, five working days end on Monday 11-17; HJ-01 was decided on the 14th.
    (
        "HJ-02",
        "",
        "cases.decided-as-promised",
        "hanjiang-2023/task-5 fujian-2022/2.1.2 fujian-2022/2.1.4",
        "违反",
    ),
    # Received on 11-10 and told on 11-11; it has to be told on the spot.
    ("HJ-03", "corrections", "cases.correction-told-in-time", "hanjiang-2023/task-5 fujian-2022/2.2.10", "违反"),
    # 09:00 to 10:15 are 75 minutes, in principle 60; HJ-04 took the 60 from 09:00 to 10:00. HJ-06 was at the
    # district's centre, which the minutes bind by the reading taken.
    ("HJ-05", "decided_at", "cases.instant-decided-at-once", "hanjiang-2023/task-5 hanjiang-2023/T36", "偏离"),
    ("HJ-06", "decided_at", "cases.instant-decided-at-once", "hanjiang-2023/task-5 hanjiang-2023/T36", "偏离"),
    # Given on Friday 11-07: the second working day is Tuesday the 11th, the call came on the 12th, the third.
    ("PJ-02", "", "reviews.called-back-in-time", "fujian-2022/2.5.2", "违反"),
    # Given at 09:55, served at 10:00.
    ("PJ-03", "given_at", "reviews.after-service", "hanjiang-2023/task-6 fujian-2022/2.5.1", "违反"),
    # 3 of 4 are 75 per cent of the 100 wanted; a row of a scorecard costs points, so advice.
    (
        "2024",
        "real_name_bad_reviews_fixed",
        "review_statistics.real-name-bad-reviews-fixed",
        "hanjiang-2023/T42",
        "建议",
    ),
    # Due by 2022-12-31, done on 2023-01-04: four days late.
    ("fujian-2022/1.1.2", "done_on", "tasks.done-by-the-date", "fujian-2022/1.1.2", "违反"),
    # 19 of 22, and 2024 is over; the 8 bundles of 2025 are not due yet, the 25 machines were passed with 27.
    ("cross_province_items", "value", "indicators.target-reached", "hanjiang-2023/task-12", "建议"),
]
JUDGEMENTS = [
    # Decided on 11-14, and the certificate of the original taken back is not cancelled: 及时 has no number of days.
    (
        "HJ-08",
        "materials_taken[0].certificate_cancelled_at",
        "cases.returned-certificate-cancelled",
        "fujian-2022/2.4.3",
    ),
    ("PJ-04", "rectified_at", "reviews.rectified-in-order", "fujian-2022/2.5.2"),
    # Done on 2024-09-30, between the dates of two sentences of the task: 2023-12-31 and 2024-12-31.
    ("hanjiang-2023/task-7", "done_on", "tasks.done-by-the-date", "hanjiang-2023/task-7"),
    ("fujian-2022/2.1.2#3", "answer", "attestations.norm-kept", "fujian-2022/2.1.2"),
]
UNKNOWN = [
    (
        "HJ-07",
        "promised_working_days",
        "cases.decided-as-promised",
        "hanjiang-2023/task-5 fujian-2022/2.1.2 fujian-2022/2.1.4",
    ),
    (
        "HJ-07",
        "instant",
        "cases.instant-decided-at-once",
        "hanjiang-2023/task-5 hanjiang-2023/T36 fujian-2022/2.2.11",
    ),
    ("PJ-05", "practices_found", "reviews.after-service", "hanjiang-2023/task-6 fujian-2022/2.5.1"),
    ("PJ-05", "practices_found", "reviews.not-by-staff", "fujian-2022/2.5.1"),
    ("PJ-05", "practices_found", "reviews.not-faked", "hanjiang-2023/task-6 fujian-2022/2.5.1"),
    ("hanjiang-2023/task-10", "done_on", "tasks.done-by-the-date", "hanjiang-2023/task-10"),
    # It was looked for, and nobody had counted it.
    ("network_coverage", "value.figure", "indicators.target-reached", "fujian-2022/2.4.4"),
]


@pytest.fixture(scope="module")
def example():
    """The script as a module."""
    spec = spec_from_file_location("audit_a_district", SCRIPT)
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # its classes look themselves up there
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def ctx():
    """The district on the day."""
    return Context(area="涵江区", as_of="2025-12-01")


@pytest.fixture(scope="module")
def report(example, ctx):
    """What is found in the file that comes with the example."""
    with example.PACKAGED.open(encoding="utf-8") as file:
        records, faults = example.read(file, ctx)
    assert faults == []
    return check(records, ctx)


@pytest.fixture(scope="module")
def folder(example, tmp_path_factory):
    """What it writes."""
    folder = tmp_path_factory.mktemp("audit") / "made" / "here"
    assert example.main(["--out", str(folder)]) == 1
    return folder


@pytest.fixture
def audited(example, capsys, tmp_path):
    """How it ends for some lines, and what it prints and writes."""

    def run(*lines, argv=()):
        path, out = tmp_path / "district.jsonl", tmp_path / "out"
        path.write_text("\n".join(each if isinstance(each, str) else json.dumps(each) for each in lines), "utf-8")
        ended = example.main([str(path), "--out", str(out), *argv])
        printed = capsys.readouterr()
        return ended, printed.out, printed.err.replace(f"{path}:", ""), out

    return run


@pytest.fixture
def refused(example, capsys, tmp_path):
    """What is said where nothing is written."""

    def run(content, *argv):
        path, out = tmp_path / "district.jsonl", tmp_path / "out"
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(SystemExit) as ended:
            example.main([str(path), "--out", str(out), *argv])
        assert ended.value.code == 2
        assert not out.exists()
        return capsys.readouterr().err

    return run


class Page(HTMLParser):
    """A page with its tags closed in order, its texts and its attributes."""

    def __init__(self, text):
        super().__init__()
        self.open, self.tags, self.attributes, self.texts = [], [], [], []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        """Only the two void tags that it uses are not closed."""
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in ("meta", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        """The tag that was opened last is closed first."""
        assert self.open.pop() == tag

    def handle_data(self, data):
        """What is read by people."""
        self.texts.append(data)


def found(report, state):
    """The answers of one state, as the tables above tell them."""
    for each in report.outcomes:
        if each.state is state:
            place = " ".join(each.missing) if state is State.UNDETERMINED else each.path
            refs = " ".join(clause.ref for clause in each.clauses)
            weight = (each.severity.value,) if each.severity else ()
            yield (each.subject, place, each.rule, refs, *weight)


@pytest.mark.parametrize(
    ("state", "expected"),
    [(State.BREACHED, BREACHES), (State.NEEDS_JUDGEMENT, JUDGEMENTS), (State.UNDETERMINED, UNKNOWN)],
)
def test_what_was_seeded_is_found_and_nothing_else(report, state, expected):
    """The tables were written by hand, each fault with its place, its clauses and its weight."""
    assert sorted(found(report, state)) == sorted(expected)


def test_every_kind_of_record_keeps_something_too(report):
    """No kind of record is held only to be faulted."""
    kinds = {answer.kind for answer in report.answers}

    assert len(kinds) == 12
    assert {answer.kind for answer in report.answers if State.MET in {each.state for each in answer.outcomes}} == kinds


def test_it_writes_five_files(folder):
    """Into a folder that was not there before."""
    assert sorted(each.name for each in folder.iterdir()) == FILES


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_json_has_the_figures_of_the_report(folder, report, lang):
    """The summary adds up to the counts, by state and by weight."""
    held = json.loads((folder / f"report.{lang}.json").read_text("utf-8"))
    *kinds, whole = held["tables"]["summary"]

    assert held["counts"] == {state.value: number for state, number in report.counts().items()}
    assert whole["records"] == len(held["records"]) == 34
    assert whole["违反"] + whole["偏离"] + whole["建议"] == held["counts"]["不符合"] == len(BREACHES)
    assert (whole["需人工判断"], whole["无法判定"]) == (len(JUDGEMENTS), len(UNKNOWN))
    for column in set(whole) - {"kind"}:
        assert sum(each[column] for each in kinds) == whole[column]
    assert len(held["tables"]["findings"]) == len(BREACHES)
    assert len(held["tables"]["to_decide"]) == len(JUDGEMENTS)
    # Of PJ-05 three answers wait for one field.
    assert [each["waiting"] for each in held["tables"]["to_ask_for"]] == [1, 1, 3, 1, 1]


def test_the_worst_kinds_come_first(folder):
    """Three violations before two, and two with departures before two without."""
    held = json.loads((folder / "report.en.json").read_text("utf-8"))["tables"]["summary"]

    assert [each["kind"] for each in held[:4]] == ["Item", "Venue", "Case", "Review"]
    assert [each["kind"] for each in held[-4:]] == ["Indicator", "Review statistics", "Attestation", "all"]


def test_tasks_stand_by_unit(folder):
    """The late one of the province's table, the judged one first among the district's, the one in time last."""
    tables = json.loads((folder / "report.zh.json").read_text("utf-8"))["tables"]
    units = {each["unit"]: each for each in tables["tasks"]}

    assert list(units)[:2] == ["各级审改部门", "区行政服务中心"]
    assert (
        units["各级审改部门"]["逾期完成"] == units["区行政服务中心"]["须人判断"] == units["区营商办"]["按期完成"] == 1
    )
    # Five tasks with dates name 区数字办, and its one report does not say whether it was done.
    assert (units["区数字办"]["未填报"], units["区数字办"]["not_reported"]) == (
        5,
        "二（三）9, 二（三）10, 二（三）11, 二（五）15, 二（五）16",
    )
    assert [(each["state"], each["unit"], each["due_on"], each["days_late"]) for each in tables["tasks_to_follow"]] == [
        ("逾期完成", "各级审改部门", "2022-12-31", 4),
        ("须人判断", "区行政服务中心", "2024-12-31", None),
    ]


def test_targets_stand_beside_what_is_wanted(folder):
    """27 of 25, 19 of 22, a figure that nobody counted, and one that is not due."""
    tables = json.loads((folder / "report.zh.json").read_text("utf-8"))["tables"]

    assert [[each[name] for name in ("answer", "year", "figure", "wanted", "note")] for each in tables["targets"]] == [
        ["符合", 2024, "27 台", ">= 25 台", ""],
        ["建议", 2024, "19 项", "= 22 项", "跨省通办任务清单的事项数：19 项，应 = 22 项"],
        ["无法判定", 2024, "", ">= 100 %", "没有统计数字，无法判定"],
        ["不适用", 2025, "6 个套餐", "= 8 个套餐", "尚未到期，最迟 2025-12-31"],
    ]


def test_a_reading_is_told_with_what_each_option_answers(folder):
    """By arrival on 11-10 the call-back of 11-12 is in time; three readings of a report that is not due differ in days.

    Fifteen working days from 11-26 end on 12-17, from 11-27 on 12-18.
    """
    tables = json.loads((folder / "report.zh.json").read_text("utf-8"))["tables"]

    assert [(each["record"], each["is_taken"], each["found"][:3]) for each in tables["readings"]] == [
        ("HJ-06", True, "偏离:"),
        ("HJ-06", False, "符合"),
        ("PJ-02", True, "违反:"),
        ("PJ-02", False, "符合"),
        *(("PJ-04", taken, "不适用") for taken in (True, False, False)),
    ]
    assert [re.findall(r"\d+-\d+-\d+", each["found"]) for each in tables["readings"][-3:]] == [
        ["2025-12-17"],
        ["2025-12-17"],
        ["2025-12-18"],
    ]


def test_the_page_is_well_formed_and_fetches_nothing(folder):
    """No script, no address, no picture; the links lead to its own sections."""
    text = (folder / "report.html").read_text("utf-8")
    page = Page(text)

    assert not re.search(r"https?:|//|url\(|@import|javascript:", text)
    assert not {"script", "link", "img", "iframe", "object", "base", "form"} & set(page.tags)
    assert {name for name, _ in page.attributes} == {
        "lang",
        "charset",
        "type",
        "name",
        "id",
        "checked",
        "for",
        "class",
        "href",
    }
    targets = {f"#{value}" for name, value in page.attributes if name == "id"}
    assert {value for name, value in page.attributes if name == "href"} <= targets
    assert page.tags.count("main") == 2


def test_what_a_record_says_stays_text(folder):
    """A name that looks like markup stands in each file as it is written."""
    text = (folder / "report.html").read_text("utf-8")

    assert Page(text).texts.count(KITE) == 6  # three findings in each of two languages
    assert "<script" not in text
    for lang in ("zh", "en"):
        markdown = (folder / f"report.{lang}.md").read_text("utf-8")
        assert markdown.count(r"风筝放飞备案\<script\>alert(1)\</script\>\|=1+1") == 3
        assert json.loads((folder / f"report.{lang}.json").read_text("utf-8"))["records"][1]["id"] == KITE


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_rows_of_a_table_have_as_many_cells_as_its_head(folder, lang):
    """A bar in a name is no end of a cell; so every table of Markdown holds together."""
    text = (folder / f"report.{lang}.md").read_text("utf-8")
    blocks = [block.splitlines() for block in text.split("\n\n") if block.startswith("|")]

    assert len(blocks) == 21  # summary, 11 kinds, unknown, person, tasks, follow up, targets, 3 readings, clauses
    for rows in blocks:
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) == 1


@pytest.mark.parametrize(
    ("lang", "head", "expected"),
    [
        (
            "zh",
            "# 涵江区 · 政务服务审查报告 · 2025-12-01",
            ["## 不符合", "### 办件", "| 违反 | HJ-02 |", "闽政〔2022〕24号"],
        ),
        (
            "en",
            "# 涵江区 · Audit of government services",
            ["## Breached", "### Case", "| violation | HJ-02 |", "Min Zheng"],
        ),
    ],
)
def test_a_page_speaks_one_language(folder, lang, head, expected):
    """Headings, terms, sentences and citations."""
    text = (folder / f"report.{lang}.md").read_text("utf-8")

    assert text.startswith(head)
    assert not [each for each in expected if each not in text]


def test_the_language_asked_for_comes_first(audited):
    """On the page, its title and the terminal."""
    ended, out, err, folder = audited('{"record": "Case", "id": "A"}', argv=["--lang", "en"])
    text = (folder / "report.html").read_text("utf-8")

    assert (ended, err) == (0, "")
    assert out.startswith("涵江区 · as of 2025-12-01 23:59 · 1 record: ")
    assert '<html lang="en">' in text
    assert 'id="en" checked' in text
    assert 'id="zh" checked' not in text


def test_the_terminal_is_told_in_short(example, capsys, tmp_path):
    """The figures of each kind, the worst first, and where the files are."""
    example.main(["--out", str(tmp_path)])
    first, *lines, last = capsys.readouterr().out.splitlines()

    assert first.endswith("记录 34 条：符合 196，不符合 19，不适用 270，无法判定 7，需人工判断 4")
    assert lines[2] == "  办件 (8): 违反 2 · 偏离 2 · 需人工判断 1 · 无法判定 2"
    assert last == f"{tmp_path}: report.html, report.zh.md, report.zh.json, report.en.md, report.en.json"


def test_what_no_rule_speaks_of_is_not_said_to_be_kept(audited):
    """A legal basis is a part of other records."""
    assert "  设立依据 (1): 不适用\n" in audited({"record": "LegalBasis", "name": "办法"})[1]


def test_lines_that_cannot_be_read_are_named_and_the_rest_is_done(audited):
    """Every fault of a line, with its field; blank lines do not count as faults, but as lines."""
    ended, _, err, folder = audited(
        "{",
        "",
        "[1]",
        {"record": "Cas", "id": "A"},
        {"id": "B"},
        {"record": "Case", "id": "C", "accepted_at": "yesterday", "complete": "perhaps"},
        {"record": "Case", "id": "D", "area": "厦门市"},
        {"record": ["Case"], "id": "E"},
        {
            "record": "Seal",
            "text": "涵江区灯谜管理局行政审批专用章",
            "kind": "部门审批专用章",
            "treated_as_equal": False,
        },
        "[" * 100000,
        {"record": "Case", "id": "\x1b[31m", "no\x1bsuch": 1},
    )

    assert ended == 2
    assert [line[: line.index(" ")] + " " + line.split()[1] for line in err.splitlines()] == [
        "1: expected",
        "3: expected",
        "4: record:",
        "5: record:",
        "6: complete:",
        "6: accepted_at:",
        "7: area:",
        "8: expected",
        "10: expected",
        "11: no?such:",
    ]
    held = json.loads((folder / "report.zh.json").read_text("utf-8"))
    assert [each["id"] for each in held["records"]] == ["涵江区灯谜管理局行政审批专用章"]
    assert [each["line"] for each in held["tables"]["not_read"]] == [1, 3, 4, 5, 6, 6, 7, 8, 10, 11]
    assert "\x1b" not in (folder / "report.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("content", "argv", "expected"),
    [
        (b"", (), "got none"),
        (b'{"record": "Case", "id": "A"}', ("--area", "杭州市"), "杭州市"),
        (b'{"record": "Case", "id": "A"}', ("--as-of", "soon"), "as_of"),
        (None, (), "No such file"),
        (b"\xff\xfe", (), "utf-8"),
    ],
)
def test_what_cannot_be_used_is_refused(refused, content, argv, expected):
    """A file without records, an area or a day that is none, no file, no text; nothing is written."""
    assert expected in refused(content, *argv)


def test_a_document_that_has_ended_is_named(example, tmp_path, capsys):
    """After 2026-03-05 the district's plan binds only what was done before, and the page says so."""
    example.main(["--out", str(tmp_path), "--as-of", "2026-04-01"])
    tables = json.loads((tmp_path / "report.zh.json").read_text("utf-8"))["tables"]

    assert capsys.readouterr().err == ""
    assert [(each["document"], each["last"]) for each in tables["not_in_force"]] == [
        ("涵政办规〔2023〕1号", "2026-03-05")
    ]


def test_the_script_writes_utf_8_on_a_c_locale(tmp_path):
    """A pipe on a machine without a locale gets Chinese all the same, and so do the files."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    env |= {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}

    done = subprocess.run([sys.executable, str(SCRIPT)], capture_output=True, check=False, env=env, cwd=tmp_path)

    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.decode("utf-8").startswith("涵江区 · 截至 2025-12-01")
    assert (tmp_path / "audit" / "report.zh.md").read_text("utf-8").startswith("# 涵江区 · 政务服务审查报告")
