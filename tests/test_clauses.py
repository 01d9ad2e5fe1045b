"""The documents, their clauses, and when they bind whom."""

from datetime import date

import pytest

from zwfw import Area, clause, document, documents
from zwfw.clauses import Basis, ForceState, _held
from zwfw.errors import DataFileError, UnknownClauseError, UnknownDocumentError

FUJIAN, XIAMEN, HANJIANG = Area("350000"), Area("350203"), Area("350303")


@pytest.mark.parametrize(
    ("ref", "zh", "en"),
    [
        ("fujian-2022/2.2.10", "闽政〔2022〕24号 附件 二（二）10", "Min Zheng [2022] No. 24, annex, 2.2.10"),
        ("fujian-2022/3.4.2", "闽政〔2022〕24号 附件 三（四）2", "Min Zheng [2022] No. 24, annex, 3.4.2"),
        (
            "xiamen-2022/2.2.11",
            "厦门市加快推进政务服务标准化规范化便利化的具体任务分工 二（二）11",
            "Xiamen task table 2022, 2.2.11",
        ),
        ("hanjiang-2023/task-5", "涵政办规〔2023〕1号 二（一）5", "Han Zheng Ban Gui [2023] No. 1, task 5"),
        ("hanjiang-2023/T36", "涵政办规〔2023〕1号 附件2 总序36", "Han Zheng Ban Gui [2023] No. 1, annex 2, row 36"),
    ],
)
def test_citations(ref, zh, en):
    """A clause is cited as a letter would cite it."""
    assert (clause(ref).cite(), clause(ref).cite("en"), str(clause(ref))) == (zh, en, ref)


@pytest.mark.parametrize(
    ("ref", "title"),
    [
        ("fujian-2022/2.1.4", "规范开展特殊环节"),
        ("fujian-2022/2.2.10", "规范窗口业务受理"),
        ("fujian-2022/2.2.11", "提升窗口办件效率"),
        ("fujian-2022/2.4.1", "规范保留线下办理渠道"),
        ("fujian-2022/2.4.2", "优化线上线下业务融合"),
        ("fujian-2022/2.4.3", "规范纸质材料收取"),
        ("fujian-2022/3.4.2", "提高政务服务网上可办率"),
        ("fujian-2022/3.5.1", "推广告知承诺和容缺受理办理方式"),
        ("fujian-2022/3.5.2", "推动告知承诺和容缺受理办件监管工作开展"),
        ("xiamen-2022/2.1.4", "规范审批环节"),
        ("xiamen-2022/2.2.12", "提升窗口办件效率"),
        ("hanjiang-2023/task-5", "规范窗口服务行为"),
    ],
)
def test_titles(ref, title):
    """The official short title is the document's own."""
    found = clause(ref)

    assert found.title == title
    assert found.gist() != found.gist("en")


@pytest.mark.parametrize(
    ("held", "day", "option", "state"),
    [
        ("fujian-2022", date(2022, 9, 13), None, ForceState.NOT_YET),
        ("fujian-2022", date(2022, 9, 14), None, ForceState.IN_FORCE),
        ("fujian-2022", date(2100, 1, 1), None, ForceState.IN_FORCE),
        ("xiamen-2022", date(2022, 9, 13), None, ForceState.NOT_YET),
        ("xiamen-2022", date(2022, 9, 14), None, ForceState.UNCERTAIN),
        ("xiamen-2022", date(2022, 11, 29), None, ForceState.UNCERTAIN),
        ("xiamen-2022", date(2022, 11, 30), None, ForceState.IN_FORCE),
        ("hanjiang-2023", date(2023, 3, 5), None, ForceState.NOT_YET),
        ("hanjiang-2023", date(2023, 3, 6), None, ForceState.IN_FORCE),
        ("hanjiang-2023", date(2026, 3, 5), None, ForceState.IN_FORCE),
        ("hanjiang-2023", date(2026, 3, 6), None, ForceState.ENDED),
        ("hanjiang-2023", date(2026, 3, 6), "issue-day-counted", ForceState.ENDED),
        ("hanjiang-2023", date(2026, 3, 6), "issue-day-not-counted", ForceState.IN_FORCE),
        ("hanjiang-2023", date(2026, 3, 7), "issue-day-not-counted", ForceState.ENDED),
    ],
)
def test_in_force(held, day, option, state):
    """Both ends count; the day of issue that Xiamen does not print leaves a stretch in which nobody can say."""
    assert document(held).in_force.state(day, option) is state


@pytest.mark.parametrize(
    ("held", "area", "state"),
    [
        ("fujian-2022", XIAMEN, ForceState.IN_FORCE),
        ("xiamen-2022", XIAMEN, ForceState.IN_FORCE),
        ("xiamen-2022", FUJIAN, ForceState.NEVER),
        ("xiamen-2022", HANJIANG, ForceState.NEVER),
        ("hanjiang-2023", Area("350303101"), ForceState.IN_FORCE),
        ("hanjiang-2023", Area("350300"), ForceState.NEVER),
    ],
)
def test_whom_a_document_binds(held, area, state):
    """A document binds its own area and all within it, and no wider one."""
    assert document(held).force(area, date(2025, 6, 3)).state is state


@pytest.mark.parametrize(
    ("day", "option", "last", "differ"),
    [
        (date(2026, 3, 5), None, date(2026, 3, 5), False),
        (date(2026, 3, 6), None, date(2026, 3, 5), True),
        (date(2026, 3, 6), "issue-day-not-counted", date(2026, 3, 6), True),
        (date(2026, 3, 7), None, date(2026, 3, 5), False),
    ],
)
def test_readings_of_the_validity_differ_on_one_day(day, option, last, differ):
    """Only on 2026-03-06 do the two countings disagree."""
    found = document("hanjiang-2023").force(HANJIANG, day, option)

    assert (found.last, found.readings_differ) == (last, differ)


def test_what_is_assumed_is_marked():
    """Neither the province's nor Xiamen's day of force is printed; Hanjiang's is."""
    bases = {held.id: held.in_force.basis for held in documents()}

    assert bases == {"fujian-2022": Basis.ASSUMED, "hanjiang-2023": Basis.STATED, "xiamen-2022": Basis.ASSUMED}
    assert all(isinstance(basis, Basis) for basis in bases.values())
    assert document("xiamen-2022").issued_on is None
    assert document("xiamen-2022").number == ""
    assert all(held.in_force.note_zh and held.in_force.note_en for held in documents())


def test_unknown_names_say_what_is_held():
    """A slip is answered with what comes near."""
    with pytest.raises(UnknownDocumentError, match="did you mean fujian-2022, hanjiang-2023, xiamen-2022"):
        document("fujian")
    with pytest.raises(UnknownClauseError) as caught:
        clause("fujian-2022/2.2.01")
    assert "fujian-2022/2.2.10" in caught.value.candidates
    with pytest.raises(LookupError, match=r"no clause 'x' is held$"):
        clause("x")


def test_a_clause_that_stands_twice_does_not_load(tmp_path, monkeypatch):
    """The file and the clause are named."""
    source = (
        'id = "a"\ntitle_zh = "a"\ntitle_en = "a"\narea = "350000"\ncite_zh = "a"\ncite_en = "a"\n'
        "in_force = { first = 2022-01-01 }\n"
    )
    row = '[[clauses]]\nid = "1"\ntitle = "t"\nlabel_zh = "一"\nlabel_en = "1"\ngist_zh = "甲"\ngist_en = "a"\n'
    (tmp_path / "a.toml").write_text(source + row + row, encoding="utf-8")
    (tmp_path / "README.md").write_text("not data", encoding="utf-8")
    monkeypatch.setattr("zwfw.clauses.packaged", lambda _: tmp_path)

    with pytest.raises(DataFileError, match=r"clause stands twice: 1 @ \$.clauses"):
        _held.__wrapped__()
