"""The documents, their clauses, and when they bind whom."""

from datetime import date

import pytest

from zwfw import Area, clause, document, documents, norm
from zwfw.clauses import Basis, ClauseKind, ForceState, _held, _norms_by_clause, clauses_of
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
        (
            "putian-2025/art-17",
            "莆田市政务服务“一网好办”工作规范（试行） 第十七条",
            "Putian one-network work norms 2025, article 17",
        ),
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
        # signed 2025-05-06, in force from the day of issue; put on the web two days later
        ("putian-2025", date(2025, 5, 5), None, ForceState.NOT_YET),
        ("putian-2025", date(2025, 5, 6), None, ForceState.IN_FORCE),
        ("putian-2025", date(2100, 1, 1), None, ForceState.IN_FORCE),
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
    """Neither the province's nor Xiamen's day of force is printed; Hanjiang's and Putian's are."""
    bases = {held.id: held.in_force.basis for held in documents()}

    assert bases == {
        "fujian-2022": Basis.ASSUMED,
        "hanjiang-2023": Basis.STATED,
        "putian-2025": Basis.STATED,
        "xiamen-2022": Basis.ASSUMED,
    }
    assert all(isinstance(basis, Basis) for basis in bases.values())
    assert document("xiamen-2022").issued_on is None
    assert document("xiamen-2022").number == ""
    assert all(held.in_force.note_zh and held.in_force.note_en for held in documents())


def test_unknown_names_say_what_is_held():
    """A slip is answered with what comes near."""
    with pytest.raises(UnknownDocumentError, match="did you mean fujian-2022, hanjiang-2023, putian-2025, xiamen-2022"):
        document("fujian")
    with pytest.raises(UnknownClauseError) as caught:
        clause("fujian-2022/2.2.01")
    assert "fujian-2022/2.2.10" in caught.value.candidates
    with pytest.raises(LookupError, match=r"no clause 'x' is held$"):
        clause("x")


HEAD = (
    "id,kind,title,label_zh,label_en,lead,lead_expanded,units,units_expanded,deadline,force,"
    "gist_zh,gist_en,note_zh,note_en\n"
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder of documents in place of the packaged one."""
    monkeypatch.setattr("zwfw.clauses.packaged", lambda _, *parts: tmp_path.joinpath(*parts))
    monkeypatch.setattr("zwfw.clauses.folders", lambda _: tuple(sorted(path.name for path in tmp_path.iterdir())))
    return tmp_path


def test_faulty_clauses_are_told_all_at_once_with_their_lines(folder):
    """Twice the same, a unit that nobody knows, fewer names in full than printed, no such term, no such kind."""
    rows = [
        "1,任务,甲,一,1,,,省审改办,,ongoing,,甲,a,,",
        "1,任务,乙,二,2,,,省审改办,,ongoing,,乙,b,,",
        "3,任务,丙,三,3,某某办,,,,ongoing,,丙,c,,",
        "4,任务,丁,四,4,,,省审改办;省效能办,省审改办,ongoing,,丁,d,,",
        "5,任务,戊,五,5,,,,,soon,,戊,e,,",
        "6,条文,己,六,6,,,,,,,己,f,,",
    ]
    (folder / "a").mkdir()
    (folder / "a" / "clauses.csv").write_text("# Origin: a test.\n" + HEAD + "\n".join(rows), encoding="utf-8")

    with pytest.raises(DataFileError) as caught:
        clauses_of.__wrapped__("a")

    assert [fault.partition(", 'ongoing'")[0].partition(", got")[0] for fault in caught.value.faults] == [
        "clauses.csv: clause stands twice: 1 @ line 4",
        "clauses.csv: no unit '某某办' is held in lead @ line 5",
        "clauses.csv: expected 2 names in units_expanded",
        "clauses.csv: expected nothing",
        "clauses.csv: '条文' is not a valid ClauseKind @ line 8",
    ]


def test_faulty_heads_of_documents_are_told_all_at_once_with_their_files(folder):
    """One without a title, and one under the id of another and of no area."""
    source = (
        'id = "a"\n{}title_en = "a"\narea = "359999"\ncite_zh = "a"\ncite_en = "a"\n'
        "in_force = {{ first = 2022-01-01 }}\n"
    )
    for name, title in (("a", ""), ("b", 'title_zh = "a"\n')):
        (folder / name).mkdir()
        (folder / name / "document.toml").write_text(source.format(title), encoding="utf-8")

    with pytest.raises(DataFileError) as caught:
        _held.__wrapped__()

    assert caught.value.faults == (
        "a/document.toml: missing: title_zh @ $.title_zh",
        "b/document.toml: expected the id b, got a @ $.id",
        "b/document.toml: no area '359999' is held @ $.area",
    )


@pytest.mark.parametrize(
    ("ref", "lead", "units", "in_full", "term"),
    [
        # the cell prints 各级审改部门、司法行政部门、业务部门: 各级 goes for all three
        (
            "fujian-2022/1.1.2",
            (),
            ("各级审改部门", "司法行政部门", "业务部门"),
            ("各级审改部门", "各级司法行政部门", "各级业务部门"),
            "2022-12-31 前完成",
        ),
        ("fujian-2022/2.2.10", (), ("各级政务服务管理机构",), ("各级政务服务管理机构",), "持续性工作"),
        # of this row the cell of the leading unit is empty
        ("xiamen-2022/1.1.3", (), ("各级审批服务部门", "编办", "审改办"), None, "持续性工作"),
        ("hanjiang-2023/goal", (), (), (), "2024-12-31 前完成"),
        ("putian-2025/art-4", (), (), (), "未规定"),
    ],
)
def test_units_and_terms(ref, lead, units, in_full, term):
    """As printed, and with what the names of a cell share restored."""
    found = clause(ref)

    assert (found.lead, found.units, found.term.text()) == (lead, units, term)
    assert in_full is None or found.units_in_full == in_full


def test_norms_of_no_clause_do_not_load(folder, monkeypatch):
    """A norm whose clause is not held would stand nowhere."""
    (folder / "a").mkdir()
    (folder / "a" / "clauses.csv").write_text(HEAD + "1,任务,甲,一,1,,,省审改办,,ongoing,,甲,a,,", encoding="utf-8")
    monkeypatch.setattr("zwfw.clauses.norms_of", lambda _: (norm("fujian-2022/2.2.11#1"),))

    with pytest.raises(DataFileError) as caught:
        _norms_by_clause.__wrapped__("a")

    assert caught.value.faults == ("norms.csv: no clause 'fujian-2022/2.2.11' is held",)


def test_notes_on_a_clause_stand_in_both_languages():
    """The leading unit of Xiamen's row 3.3.3 is printed without its second name."""
    found = clause("xiamen-2022/3.3.3")

    assert "审改办" in found.note()
    assert "second name" in found.note("en")


@pytest.mark.parametrize(
    ("ref", "kind", "norms"),
    [
        ("fujian-2022/2.2.10", ClauseKind.TASK, 9),
        ("fujian-2022/1.3.1", ClauseKind.TASK, 0),
        ("putian-2025/art-17", ClauseKind.ARTICLE, 6),
        ("hanjiang-2023/goal", ClauseKind.GOAL, 6),
        ("hanjiang-2023/safeguard-4", ClauseKind.SAFEGUARD, 0),
        ("hanjiang-2023/validity", ClauseKind.VALIDITY, 5),
        ("hanjiang-2023/V01", ClauseKind.CRITERION, 1),
    ],
)
def test_a_clause_has_its_norms(ref, kind, norms):
    """As many as the inventory lists under it, in its order; a criterion is one norm by itself."""
    found = clause(ref)

    assert (found.kind, len(found.norms)) == (kind, norms)
    assert all(each.clause == ref for each in found.norms)


def test_a_stretch_of_force_that_is_none_does_not_load(folder):
    """It ends before it begins, may have begun after it surely had, and has a reading without days."""
    source = (
        'id = "a"\ntitle_zh = "a"\ntitle_en = "a"\narea = "350000"\ncite_zh = "a"\ncite_en = "a"\n'
        'in_force = { first = 2022-01-02, last = 2022-01-01, earliest = 2022-01-03, reading = "hanjiang-validity" }\n'
    )
    for name in ("a", "b"):
        (folder / name).mkdir()
    (folder / "a" / "document.toml").write_text(source, encoding="utf-8")

    with pytest.raises(DataFileError) as caught:
        _held.__wrapped__()

    assert caught.value.faults == (
        "a/document.toml: expected a last day from 2022-01-02 on, got 2022-01-01 @ $.in_force",
        "a/document.toml: expected an earliest day up to 2022-01-02, got 2022-01-03 @ $.in_force",
        "a/document.toml: expected a reading and its last days, or neither @ $.in_force",
        "b/document.toml: expected a file, got none @ $",
    )
