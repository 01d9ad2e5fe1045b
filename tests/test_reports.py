"""What a person and a program get to see of a report."""

import json
import re
from datetime import date

import pytest

from support import XIAMEN, a_case, a_context
from zwfw import Report, State, check
from zwfw.errors import ContextError
from zwfw.outcomes import Outcome, say


@pytest.fixture(name="report")
def _report():
    """A case that keeps everything, one that breaks one clause and leaves one field open, one for a person."""
    bad = a_case(id="<b>B|2</b>", area=XIAMEN, acceptance_notice_issued=False, mode_chosen_by_applicant=False)
    bad = type(bad)(**bad.model_dump(exclude={"secret", "online_depth"}))
    judged = a_case(
        id="C-3",
        accepted_at=None,
        refused_at="2025-06-03",
        substantive_review_started_at=None,
        decided_at=None,
        delivered_at=None,
    )
    return check([a_case(), bad, judged], a_context())


def test_outcomes_name_their_record(report):
    """In the order of the records, then of the rules."""
    subjects = [each.subject for each in report.outcomes]

    assert subjects == sorted(subjects, key=["A-1", "<b>B|2</b>", "C-3"].index)
    assert [(each.subject, each.rule) for each in report.breaches] == [
        ("<b>B|2</b>", "cases.accepted-on-receipt"),
        ("<b>B|2</b>", "cases.mode-chosen-freely"),
    ]
    assert {(each.subject, each.missing) for each in report.undetermined} == {("<b>B|2</b>", ("online_depth",))}
    assert [(each.subject, each.reason) for each in report.needs_judgement] == [("C-3", "complete-file-refused")]


def test_ok_only_where_all_is_known_and_kept(report):
    """A breach, an open question and a person's matter withhold it, and so does having nothing to go by."""
    assert check(a_case(), a_context()).ok
    assert not report.ok
    assert not check(a_case(mode_chosen_by_applicant=False), a_context()).ok
    assert not check(type(a_case())(id="1"), a_context()).ok
    assert not check([], a_context()).ok
    assert not check(a_case(area=XIAMEN), a_context(area="350303")).ok
    assert not check([a_case(), a_case(area=XIAMEN)], a_context(area="350102")).ok


def test_counts(report):
    """Every outcome is counted once, and every state is there."""
    counts = report.counts()

    assert list(counts) == list(State)
    assert sum(counts.values()) == len(report.outcomes)
    assert counts[State.BREACHED] == 2


def test_as_json(report):
    """Round through JSON it is plain values, Chinese as it is, sentences in the language asked for."""
    found = json.loads(report.to_json())
    english = json.loads(report.to_json("en", indent=2))

    assert (found["area"], found["as_of"], found["ok"]) == ("350000", "2025-06-30T23:59", False)
    second = found["records"][1]
    assert (second["index"], second["id"], second["kind"], second["area"], second["law_of"]) == (
        1,
        "<b>B|2</b>",
        "Case",
        XIAMEN,
        "2025-06-03",
    )
    first = second["outcomes"][0]
    assert first["state"] == "不符合"
    assert first["severity"] == "违反"
    assert first["clauses"][1] == {"ref": "fujian-2022/2.2.10", "cite": "闽政〔2022〕24号 附件 二（二）10"}
    assert first["message"] == "未出具业务受理通知书"
    assert english["records"][1]["outcomes"][0]["message"] == "no notice of acceptance was issued"
    assert "未出具" in report.to_json()


def test_as_markdown(report):
    """A summary and a table in which a name cannot break out of its cell."""
    lines = report.to_markdown().splitlines()

    assert lines[0].startswith("福建省 · 截至 2025-06-30 23:59 · 记录 3 条：")
    assert lines[2] == "| 记录 | 结论 | 规则 | 位置 | 说明 | 依据 |"
    assert lines[4].startswith(r"| \<b\>B\|2\</b\> | 不符合·违反 | cases.accepted-on-receipt |")
    assert "breached (violation)" in report.to_markdown("en")
    assert check(a_case(), a_context()).to_markdown().count("\n") == 1


def test_as_html(report):
    """Everything that a record brings is escaped."""
    found = report._repr_html_()

    assert "<b>" not in found
    assert "&lt;b&gt;B|2&lt;/b&gt;" in found
    assert found.count("<tr>") == 1 + 2 + 1 + len(report.undetermined)
    assert "<table>" not in check(a_case(), a_context())._repr_html_()


def test_as_text(report):
    """The worst comes first, each line with record, place, what was found, rule and clause."""
    lines = str(report).splitlines()

    assert lines[1] == (
        "[不符合·违反] <b>B|2</b> acceptance_notice_issued: 未出具业务受理通知书（cases.accepted-on-receipt；"
        "厦门市加快推进政务服务标准化规范化便利化的具体任务分工 二（二）11；闽政〔2022〕24号 附件 二（二）10）"
    )
    assert lines[3].startswith("[需人工判断] C-3 refused_at: ")


def test_joined_reports():
    """Reports of one context are joined in their order; others are refused."""
    one, two = (check(a_case(id=name), a_context()) for name in ("1", "2"))

    joined = Report.join([one, two])

    assert [(each.index, each.record) for each in joined.answers] == [(0, "1"), (1, "2")]
    with pytest.raises(ValueError, match="expected reports of one area and moment"):
        Report.join([one, check(a_case(), a_context(date(2025, 7, 1)))])
    with pytest.raises(ValueError, match="expected reports"):
        Report.join([])


@pytest.mark.parametrize(
    ("facts", "zh", "en"),
    [
        ({"due_on": date(2025, 6, 6)}, "尚未到期，最迟 2025-06-06", "not due before the end of 2025-06-06"),
        ({"due_on": None}, "尚未到期，最迟 无", "not due before the end of none"),
        ({"due_on": True}, "尚未到期，最迟 是", "not due before the end of yes"),
        ({"due_on": ("a", "b")}, "尚未到期，最迟 a、b", "not due before the end of a, b"),
    ],
)
def test_facts_in_words(facts, zh, en):
    """Days, nothing, truth and lists are said in each language."""
    assert (say("not-due-yet", facts), say("not-due-yet", facts, "en")) == (zh, en)


def test_a_reason_of_a_users_own_is_said_by_its_code():
    """A rule that is not ours may have reasons that are not ours."""
    outcome = Outcome(rule="mine.x", state=State.BREACHED, reason="too-blue", facts={"shade": "navy"})

    assert outcome.message() == "too-blue shade=navy"


def test_clauses_and_areas_in_words():
    """A clause among the facts is cited, an area named."""
    from zwfw import Area, clause

    facts = {"area": clause("fujian-2022/2.2.10"), "context": Area("350303")}

    assert say("outside-area", facts) == "记录属于闽政〔2022〕24号 附件 二（二）10，不在涵江区之内"
    assert Outcome(rule="x", state=State.MET, reason="met", facts=facts).to_dict()["facts"] == {
        "area": "fujian-2022/2.2.10",
        "context": "350303",
    }


def test_a_language_that_there_is_none_of():
    """Chinese and English, and an error that says so."""
    with pytest.raises(ContextError, match="lang: expected zh or en, got 'fr'"):
        check(a_case(), a_context()).to_dict(lang="fr")


def test_an_id_cannot_break_a_line():
    """A report in text is one line an answer, whatever a record is called."""
    report = check(a_case(id="a\nb", mode_chosen_by_applicant=False), a_context())

    assert len(str(report).splitlines()) == 1 + 1
    assert "1 record:" in report.to_markdown("en")


def test_as_a_page_of_its_own(report):
    """One file in the language asked for, which fetches nothing and escapes what records say."""
    page = report.to_html("en")

    assert page.startswith('<!doctype html>\n<html lang="en">\n')
    assert page.endswith("</html>\n")
    assert page.count(report.summary("en")) == 2
    assert "<td>&lt;b&gt;B|2&lt;/b&gt;</td><td>breached (violation)</td><td>cases.accepted-on-receipt</td>" in page
    assert not re.search(r"<b>|<script|<link|https?:", page)
    assert "<table>" not in check([], a_context()).to_html()
