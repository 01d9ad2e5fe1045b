"""Workbooks: forms as people fill them in, read and written, and everything that is refused."""

import subprocess
import sys
import zipfile
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

from forms_by_hand import (
    TOWNSHIP,
    TOWNSHIP_HEAD,
    VILLAGE,
    VILLAGE_HEAD,
    VILLAGE_TITLE,
    plain,
    township_form,
    village_form,
    village_rows,
    workbook,
)
from zwfw import Area, Context
from zwfw.areas import ZoneKind
from zwfw.errors import ZwfwError
from zwfw.forms import FormError, read_xlsx, write_xlsx
from zwfw.ratings import rate
from zwfw.records.assessments import Assessment
from zwfw.testing.assessments import assessments

few = settings(max_examples=12)


def read_one(*args, **kwargs):
    """The one assessment of a form made by hand."""
    (found,) = read_xlsx(workbook(village_form(*args, **kwargs)))
    return found


def refused(form, **kwargs):
    """The error about one form, or several."""
    with pytest.raises(FormError) as caught:
        read_xlsx(workbook(*(form if isinstance(form, list) else [form]), **kwargs))
    return caught.value


def told(form, **kwargs):
    """Its faults in words."""
    return [str(fault) for fault in refused(form, **kwargs).faults]


def written(*given):
    """The workbook that is written of some assessments."""
    packed = BytesIO()
    write_xlsx(given, packed)
    return openpyxl.load_workbook(packed)


def test_a_form_of_a_station():
    """Row n of the card stands in row n + 2; scores as numbers, full-width digits, halves, and with 分."""
    found = read_one({"F3": 3, "G3": "３", "H3": "０．５", "F4": "4分", "F5": " 1.5 ", "I5": "面积不足", "F6": 0})

    assert found == Assessment(
        body="甲站",
        card=VILLAGE,
        scores=[
            {"criterion": "V01", "self_score": 3, "preliminary_score": 3, "joint_score": Decimal("0.5")},
            {"criterion": "V02", "self_score": 4},
            {"criterion": "V03", "self_score": Decimal("1.5"), "remarks": "面积不足"},
            {"criterion": "V04", "self_score": 0},
        ],
    )


def test_a_form_of_a_centre():
    """11 columns; row 24 of the card stands in row 26."""
    (found,) = read_xlsx(workbook(township_form({"H26": 1, "J26": 2, "K52": "无"})))

    assert found.card == TOWNSHIP
    assert [(each.criterion, each.self_score, each.joint_score, each.remarks) for each in found.scores] == [
        ("T24", 1, 2, None),
        ("T50", None, None, "无"),
    ]


def test_a_form_without_title_is_told_by_its_headings():
    """Nine columns are those of a station."""
    (found,) = read_xlsx(workbook(village_form({"A1": None, "F3": 3})))

    assert (found.card, len(found.scores)) == (VILLAGE, 1)


@pytest.mark.parametrize("title", ["乡镇（街道）便民服务中心星级评定自评表", " 乡镇(街道)便民服务中心\n星级评定标准 "])
def test_titles_as_they_are_printed(title):
    """The list of annexes calls the second one a form for rating oneself."""
    (found,) = read_xlsx(workbook(township_form({"A1": title})))

    assert found == Assessment(body="甲站", card=TOWNSHIP)


def test_lines_above_the_table():
    """In one cell with the label, or in the next one; days as text in any spelling, or as dates."""
    lines = [
        ["附件1"],
        ["单位名称：甲村：便民服务站", None, None, None, "行政区划:涵江区"],
        ["自评时间", datetime(2025, 6, 3), None, "初评时间：", "2025年6月10日 ９：30"],
        ["复核时间：2025/7/1", None, "单位类型：便民服务站", "说明：第一行\n第二行"],
    ]

    found = read_one(lines=lines)

    assert found == Assessment(
        body="甲村：便民服务站",
        card=VILLAGE,
        area="350303",
        self_assessed_at=date(2025, 6, 3),
        preliminarily_assessed_at=datetime(2025, 6, 10, 9, 30),
        jointly_reviewed_at=date(2025, 7, 1),
        kind="便民服务站",
        remarks="第一行\n第二行",
    )


def test_labels_without_values_say_nothing():
    """A blank label is not answered by the next label."""
    found = read_one(lines=[["单位类型：", "复核时间：", None, "初评时间：　"]])

    assert found == Assessment(body="甲站", card=VILLAGE)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (datetime(2025, 6, 3, 9, 30), datetime(2025, 6, 3, 9, 30)),
        ("2025-06-03", date(2025, 6, 3)),
        ("2025.6.3", date(2025, 6, 3)),
        ("2025-06-03T09:30", datetime(2025, 6, 3, 9, 30)),
        ("2025年6月3日9:30:15", datetime(2025, 6, 3, 9, 30, 15)),
    ],
)
def test_days_and_moments(said, expected):
    """A cell of a workbook with a midnight is a day."""
    assert read_one(lines=[["自评时间：", said]]).self_assessed_at == expected


@pytest.mark.parametrize(
    ("said", "area"),
    [
        ("涵江区（350303）", Area("350303")),
        ("350303", Area("350303")),
        ("（350303001）", Area("350303001")),
        ("某街道(350303001)", Area("350303001")),
        (350303, Area("350303")),
        ("莆田高新区（高新区，属350300）", Area.zone("莆田高新区", kind=ZoneKind.HIGH_TECH, under="350300")),
    ],
)
def test_areas(said, area):
    """By name, by code or by both; a zone by what makes it."""
    assert read_one(lines=[["行政区划", said]]).area == area


@pytest.mark.parametrize(
    "changes",
    [
        {"F9": "不适用"},
        {"F9": " 不适用　", "G9": "不适用", "H9": 0},
        {"H9": "0（不适用）"},
        {"H9": "（不适用）"},
    ],
)
def test_a_row_that_does_not_apply(changes):
    """In any column of scores, with a zero or none."""
    (row,) = read_one(changes).scores

    assert (row.criterion, row.is_applicable) == ("V07", False)


def test_rows_may_stand_in_any_order_with_blank_ones_between():
    """Each has its number; the headings may stand again at the top of a page."""
    rows = village_rows()
    rows[6][5], rows[32][5] = "2", 1
    upside_down = [*reversed(rows[20:]), [], VILLAGE_HEAD, *rows[:20]]
    form = {
        (row, column): value
        for row, each in enumerate([[" "], ["总 序", *VILLAGE_HEAD[1:4], "权\n重", *VILLAGE_HEAD[5:]], *upside_down], 5)
        for column, value in enumerate(each, 3)
        if value is not None
    }

    (found,) = read_xlsx(workbook(form))

    assert [(each.criterion, each.self_score) for each in found.scores] == [("V07", 2), ("V33", 1)]


def test_merged_headings_and_remarks_are_read():
    """Over several rows; what is merged has its value in its first cell."""

    def dress(sheet):
        sheet.merge_cells("A1:I1")
        sheet.merge_cells("B3:B10")
        sheet.merge_cells("I3:I5")
        sheet.merge_cells("G3:G8")

    (found,) = read_xlsx(workbook(village_form({"F3": 3, "I3": "三项合并"}), dress=dress))

    assert [(each.criterion, each.remarks) for each in found.scores] == [("V01", "三项合并")]


def test_what_stands_below_the_total():
    """Evidence by the number of its row; signatures are not read."""
    below = [["审核人：乙"], ["总序", "佐证材料"], ["３", "照片1.jpg"], [3, None, "照片2.jpg"], [1, "标识.jpg"]]

    found = read_one({"F3": 3}, below=below)

    assert [(each.criterion, each.evidence) for each in found.scores] == [
        ("V01", ("标识.jpg",)),
        ("V03", ("照片1.jpg", "照片2.jpg")),
    ]


def test_numbers_of_groups_may_be_left_out():
    """As where their cells are merged; the weight has to stand."""
    assert len(read_one({"C4": None, "F4": 4}).scores) == 1


@pytest.mark.parametrize("value", [3, "３分", "=SUM(F3:F35)", None])
def test_totals_that_are_right_or_not_evaluated(value):
    """A formula in the line of the total says nothing that the rows do not."""
    assert len(read_one({"F3": 3, "F36": value}).scores) == 1


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (5, "5"),
        (0.1 + 0.2, "0.3"),
        (True, "TRUE"),
        (datetime(2025, 6, 3), "2025-06-03"),
        (datetime(2025, 6, 3, 9, 30), "2025-06-03 09:30:00"),
        (time(9, 30), "09:30:00"),
        ("a_x000D_\nb", "a\r\nb"),
        ("_x005F_x0041_", "_x0041_"),
    ],
)
def test_remarks_of_any_kind(value, text):
    """As a person reads them; what a workbook escapes is told by its sign."""
    assert read_one({"I3": value}).scores[0].remarks == text


def test_several_bodies_in_several_sheets_and_below_each_other():
    """Blank sheets, and hidden ones that are no forms, are passed over."""
    lower = {(row + 50, column): value for (row, column), value in village_form(lines=[["单位名称：丙"]]).items()}
    both = village_form({"F4": 3}, lines=[["单位名称：乙"]]) | lower

    def dress(*sheets):
        sheets[2].sheet_state = "hidden"

    found = read_xlsx(workbook(township_form(), both, {(1, 1): "名单"}, {}, names=("甲",), dress=dress))

    assert [(each.body, each.card) for each in found] == [("甲", TOWNSHIP), ("乙", VILLAGE), ("丙", VILLAGE)]


def test_a_sheet_that_reaches_to_its_end_by_dress_alone():
    """A coloured last cell of a sheet has nothing to read."""

    def dress(sheet):
        sheet["XFD1048576"].font = openpyxl.styles.Font(bold=True)

    assert len(read_xlsx(workbook(village_form(), dress=dress))) == 1


def test_a_path_and_what_openpyxl_warns_of(tmp_path):
    """A path may be a text; a style that is not there is nobody's trouble here."""
    path = tmp_path / "甲.xlsx"
    path.write_bytes(workbook(village_form({"F3": 3})).getvalue())
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    parts["xl/styles.xml"] = b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    with zipfile.ZipFile(path, "w") as packed:
        for name, data in parts.items():
            packed.writestr(name, data)

    assert read_xlsx(str(path)) == read_xlsx(path)


SCORES = [
    (4, "V01: expected at most 3 points, got 4"),
    (-1, "V01: expected no less than 0 points, got -1"),
    ("0.125", "V01: expected points to the hundredth, got 0.125"),
    ("三", "expected points, 不适用 or nothing, got '三'"),
    ("三不适用", "expected points, 不适用 or nothing, got '三不适用'"),
    ("²", "expected points, 不适用 or nothing, got '²'"),
    ("√" * 50, f"expected points, 不适用 or nothing, got '{'√' * 39}..."),
    ("/", "expected points, 不适用 or nothing, got '/'"),
    ("#N/A", "expected points, 不适用 or nothing, got '#N/A'"),
    (True, "expected points, 不适用 or nothing, got TRUE"),
    (datetime(2025, 3, 5), "expected points, 不适用 or nothing, got the date 2025-03-05"),
    (time(3, 0), "expected points, 不适用 or nothing, got 03:00:00"),
    ("=1+2", "expected a value, got the formula =1+2, which is not evaluated; paste its value"),
    (
        ArrayFormula("F3:F3", "=SUM(1)"),
        "expected a value, got the formula =SUM(1), which is not evaluated; paste its value",
    ),
    (
        DataTableFormula("F3:F3", dt2D=False),
        "expected a value, got the formula =, which is not evaluated; paste its value",
    ),
]


@pytest.mark.parametrize(("value", "why"), SCORES, ids=[str(place) for place in range(len(SCORES))])
def test_what_is_no_score(value, why):
    """Told with sheet, cell and value; the other scores are kept."""
    error = refused(village_form({"F3": value, "G3": 3, "F4": 4}))

    assert [(fault.sheet, fault.cell, fault.why) for fault in error.faults] == [("甲站", "F3", why)]
    assert isinstance(error, ZwfwError)
    assert error.read == (
        Assessment(body="甲站", card=VILLAGE, scores={"V01": {"preliminary_score": 3}, "V02": {"self_score": 4}}),
    )


def test_a_number_that_no_person_wrote():
    """XML can hold what Python reads as infinite."""
    packed = workbook(village_form({"F3": 1234.5}))
    with zipfile.ZipFile(packed) as held:
        parts = {name: held.read(name).replace(b"<v>1234.5</v>", b"<v>1E999</v>") for name in held.namelist()}
    changed = BytesIO()
    with zipfile.ZipFile(changed, "w") as held:
        for name, data in parts.items():
            held.writestr(name, data)

    with pytest.raises(FormError, match="got inf"):
        read_xlsx(changed)


def test_points_for_a_row_that_does_not_apply():
    """The points are refused, and what nobody doubts is kept."""
    error = refused(village_form({"F9": "不适用", "G9": 3}))

    assert list(map(str, error.faults)) == [
        "甲站!G9: V07: expected no points, as it is marked as not applicable, got 3"
    ]
    assert error.read[0].scores[0].is_applicable is False


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({"E4": 3}, ["甲站!E4: expected 权重 4, got 3"]),
        ({"E4": None}, ["甲站!E4: expected 权重 4, got nothing"]),
        ({"E4": "=2+2"}, ["甲站!E4: expected a value, got the formula =2+2, which is not evaluated; paste its value"]),
        ({"C4": 3}, ["甲站!C4: expected 分序 2, got 3"]),
        ({"C4": "二", "E4": 5}, ["甲站!C4: expected 分序 2, got '二'", "甲站!E4: expected 权重 4, got 5"]),
        (
            {"A4": 34},
            [
                "甲站!A4: expected a 总序 from 1 to 33, got 34",
                "甲站: expected all 33 rows of hanjiang-2023/village, without 总序 2",
            ],
        ),
        (
            {"A4": "=A3+1"},
            [
                "甲站!A4: expected a value, got the formula =A3+1, which is not evaluated; paste its value",
                "甲站: expected all 33 rows of hanjiang-2023/village, without 总序 2",
            ],
        ),
        (
            {"A4": None, "A5": 2.5, "A6": "四"},
            [
                "甲站!A4: expected a 总序 from 1 to 33, got nothing",
                "甲站!A5: expected a 总序 from 1 to 33, got 2.5",
                "甲站!A6: expected a 总序 from 1 to 33, got '四'",
                "甲站: expected all 33 rows of hanjiang-2023/village, without 总序 2, 3, 4",
            ],
        ),
        (
            {"A4": 1},
            [
                "甲站!A4: expected 总序 1 once, found it in A3 too",
                "甲站: expected all 33 rows of hanjiang-2023/village, without 总序 2",
            ],
        ),
        (
            {"F3": 3, "F36": 4, "E36": 99},
            [
                "甲站!E36: expected a total of 100, as the rows make, got 99",
                "甲站!F36: expected a total of 3, as the rows make, got 4",
            ],
        ),
        ({"F36": "满分"}, ["甲站!F36: expected a total of 0, as the rows make, got '满分'"]),
        ({"E4": 3, "F3": 3, "F36": 6}, ["甲站!E4: expected 权重 4, got 3"]),
        ({"F3": "x", "F36": 4}, ["甲站!F3: expected points, 不适用 or nothing, got 'x'"]),
        (
            {"J2": "整改"},
            [
                "甲站!J2: expected a heading of hanjiang-2023/village, got '整改'",
            ],
        ),
        ({"J2": "备注"}, ["甲站!J2: expected each heading once, got 备注 twice"]),
        ({"H2": None}, ["甲站: expected a column 复核得分, found none in row 2"]),
        (
            {"C2": None, "E2": None},
            ["甲站: expected a column 分序, found none in row 2", "甲站: expected a column 权重, found none in row 2"],
        ),
        ({"A2": "项目"}, ["甲站: expected a form with the headings from 总序 to 备注, found none"]),
    ],
)
def test_a_form_that_is_not_the_card(changes, faults):
    """Told is what differs, all of it."""
    assert told(village_form(changes)) == faults


def test_a_row_that_is_not_that_of_the_card_is_left_out():
    """Nobody knows which criterion its score is for."""
    (kept,) = refused(village_form({"E4": 3, "F4": 3, "F3": 3})).read

    assert [each.criterion for each in kept.scores] == ["V01"]


def test_the_card_of_the_other_kind():
    """A title of a station over the headings of a centre."""
    error = refused(township_form({"A1": VILLAGE_TITLE}))

    assert list(map(str, error.faults)) == [f"甲站!A2: expected the headings of {VILLAGE}, got those of {TOWNSHIP}"]
    assert error.read == ()


def test_fewer_rows_than_the_card_has():
    """All that are missing, together."""
    form = {place: value for place, value in township_form().items() if place[0] < 50}

    assert told(form) == [f"甲站: expected all 50 rows of {TOWNSHIP}, without 总序 48, 49, 50"]


def test_merged_scores():
    """One number for several rows or stages is none for each."""

    def dress(sheet):
        sheet.merge_cells("F3:F5")
        sheet.merge_cells("F6:G6")

    assert told(village_form({"F3": 3, "F6": 3}), dress=dress) == [
        "甲站!F3: expected a cell for each score, got F3:F5 merged",
        "甲站!F6: expected a cell for each score, got F6:G6 merged",
    ]


def test_what_nobody_sees():
    """A value in a hidden row or column is refused; hidden blank ones are fine."""

    def dress(sheet):
        sheet.row_dimensions[4].hidden = True
        sheet.row_dimensions[5].hidden = True
        sheet.column_dimensions.group("G", "H", hidden=True)

    assert told(village_form({"F3": 3, "F4": 4, "H6": 3}), dress=dress) == [
        "甲站!F4: expected a value that is seen, got 4 in a hidden row or column",
        "甲站!H6: expected a value that is seen, got 3 in a hidden row or column",
    ]


def test_a_hidden_form():
    """Is told, by its title too."""
    book = [{(1, 1): "首页"}, village_form(), {(1, 1): VILLAGE_TITLE}]

    def hide(*sheets):
        for sheet in sheets[1:]:
            sheet.sheet_state = "hidden"

    assert told(book, dress=hide, names=("首页", "甲", "乙")) == [
        "首页: expected a form with the headings from 总序 to 备注, found none",
        "甲: expected a sheet that is seen, got a hidden one",
        "乙: expected a form with the headings from 总序 to 备注, found none",
    ]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (["行政区划：仙境"], "A2: no area '仙境' is held"),
        (["行政区划", "城厢区（350303）"], "B2: expected the name of Area('350303', name='涵江区'), got '城厢区'"),
        (["自评时间：上月"], "A2: expected a day like 2025-06-03 or a moment like 2025-06-03T09:30, got '上月'"),
        (
            ["自评时间：2025年2月30日"],
            "A2: expected a day like 2025-06-03 or a moment like 2025-06-03T09:30, got '2025-02-30'",
        ),
        (["说明：", "=NOW()"], "B2: expected a value, got the formula =NOW(), which is not evaluated; paste its value"),
        (["说明：甲", "说明：乙"], "B2: expected 说明 once, found it again"),
        (
            ["单位类型：便民服务中心"],
            "A2: card hanjiang-2023/village rates a 便民服务站, not a 便民服务中心",
        ),
    ],
)
def test_lines_that_cannot_be_read(line, why):
    """Told with their cell; the rest of the form is kept."""
    error = refused(village_form({"F4": 3}, lines=[line]))

    assert [str(fault).removeprefix("甲站!").partition("; did")[0] for fault in error.faults] == [why]
    assert [each.scores[0].criterion for each in error.read] == ["V01"]


def test_a_form_of_nobody():
    """A formula is no name, and neither is what a spreadsheet calls its sheets."""
    assert told(village_form(lines=[["单位名称：", "=A1"]])) == [
        "甲站!B2: expected a value, got the formula =A1, which is not evaluated; paste its value"
    ]
    assert told(village_form(), names=("Sheet1",)) == [
        "Sheet1: expected a line 单位名称 above the table, or a sheet that has its name"
    ]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ([34, "x"], "A38: expected a 总序 from 1 to 33, got 34"),
        ([1], "A38: expected one text beside the 总序, got 0"),
        ([1, "x", "y"], "A38: expected one text beside the 总序, got 2"),
        ([1, "=x"], "B38: expected a value, got the formula =x, which is not evaluated; paste its value"),
    ],
)
def test_evidence_that_cannot_be_read(line, why):
    """Each line is one text with the number of its row."""
    assert told(village_form(below=[["总序", "佐证材料"], line])) == [f"甲站!{why}"]


def test_all_faults_of_all_sheets_come_together():
    """And the sheets without any are kept as they are."""
    forms = [village_form({"F3": 9}), township_form({"H3": 2}), village_form({"F3": "x"})]

    error = refused(forms, names=("甲", "乙", "丙"))

    assert str(error) == (
        "form: 2 faults\n"
        "  甲!F3: V01: expected at most 3 points, got 9\n"
        "  丙!F3: expected points, 不适用 or nothing, got 'x'"
    )
    assert [(each.body, len(each.scores)) for each in error.read] == [("甲", 1), ("乙", 1), ("丙", 0)]
    assert error.read[0].scores[0].self_score is None


OTHER_FILES = [
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "got one of an older kind or with a password; save it as .xlsx"),
    (b"", "expected an .xlsx workbook, got another kind of file"),
    ("总序,评定项目".encode(), "expected an .xlsx workbook, got another kind of file"),
    (b"PK\x03\x04 and no more", "expected an .xlsx workbook, got another kind of file"),
]


@pytest.mark.parametrize(("data", "why"), OTHER_FILES, ids=["xls", "empty", "csv", "half"])
def test_files_that_are_no_workbooks(tmp_path, data, why):
    """Told with the name of the file."""
    path = tmp_path / "甲.xlsx"
    path.write_bytes(data)

    with pytest.raises(FormError, match=why) as caught:
        read_xlsx(path)
    assert str(caught.value).startswith(f"{path}: 1 fault\n  expected an .xlsx workbook")


def zipped(parts):
    """A zip file of these parts."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as held:
        for name, data in parts.items():
            held.writestr(name, data)
    return packed


def test_a_zip_file_that_is_no_workbook():
    """What openpyxl raises is told."""
    with pytest.raises(FormError, match=r"got one that cannot be read \(KeyError: "):
        read_xlsx(zipped({"a.txt": b"x"}))


@pytest.mark.parametrize("name", ["xl/worksheets/sheet1.xml", "xl/media/1.png"])
def test_a_file_that_would_fill_the_memory(name):
    """Looked at before anything is unpacked; pictures may be larger than sheets."""
    packed = zipped({name: b"0" * 20_000_001})

    with pytest.raises(FormError) as caught:
        read_xlsx(packed)
    assert ("at most 20000000 bytes unpacked" in str(caught.value)) == name.endswith("xml")


def test_entities_are_refused():
    """A workbook has none; a bomb would."""
    with zipfile.ZipFile(workbook(village_form())) as held:
        parts = {name: held.read(name) for name in held.namelist()}
    bomb = b'<!DOCTYPE x [<!ENTITY a "a"><!ENTITY b "&a;&a;">]>'
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b"<workbook", bomb + b"<workbook", 1)

    with pytest.raises(FormError, match="got one that cannot be read"):
        read_xlsx(zipped(parts))


def test_a_file_that_is_too_long(monkeypatch):
    """However much of it is left."""
    monkeypatch.setattr("zwfw.forms._files._MOST", 10)

    with pytest.raises(FormError, match="form: 1 fault\n  expected at most 10 bytes, got more"):
        read_xlsx(workbook(village_form()))


def test_a_workbook_without_forms():
    """Nothing is there to read, which is told."""
    assert told({}) == ["expected a form, got none that is seen"]


def test_a_file_that_is_not_there(tmp_path):
    """As Python says it."""
    with pytest.raises(FileNotFoundError):
        read_xlsx(tmp_path / "x.xlsx")


def test_without_openpyxl(monkeypatch):
    """The extra is named, in reading and in writing."""
    monkeypatch.setitem(sys.modules, "openpyxl", None)

    for call in (lambda: read_xlsx(BytesIO()), lambda: write_xlsx([], BytesIO())):
        with pytest.raises(
            ModuleNotFoundError, match=r'openpyxl is not installed; it comes with pip install "zwfw\[xlsx\]"'
        ):
            call()


def test_openpyxl_is_loaded_on_use():
    """Forms in CSV and JSON do without it."""
    code = "import sys, zwfw.forms; print('openpyxl' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_a_written_form_of_a_station():
    """Cell by cell: title, lines, headings, rows with numbers, the total as a number, evidence."""
    filled = {f"V{number:02}": {"self_score": 3} for number in range(1, 34)}
    filled["V02"] = {"self_score": "3.5", "joint_score": 4, "remarks": "=1+1", "evidence": ["甲.jpg", "-乙"]}

    (sheet,) = written(
        Assessment(
            body="甲/村",
            card=VILLAGE,
            area="涵江区",
            scores=filled,
            self_assessed_at="2025-06-03",
            preliminarily_assessed_at="2025-06-10T09:30",
            jointly_reviewed_at="2025-06-10T09:30:01",
        )
    ).worksheets
    rows = [[cell.value for cell in row] for row in sheet.rows]

    assert sheet.title == "甲_村"
    assert rows[:6] == [
        [VILLAGE_TITLE, *[None] * 8],
        ["单位名称：甲/村", *[None] * 3, "行政区划：涵江区（350303）", *[None] * 4],
        ["自评时间：2025-06-03", *[None] * 3, "初评时间：2025-06-10 09:30", *[None] * 4],
        ["复核时间：2025-06-10 09:30:01", *[None] * 3, "单位类型：", *[None] * 4],
        ["说明：", *[None] * 8],
        VILLAGE_HEAD,
    ]
    assert [row[0] for row in rows[6:39]] == list(range(1, 34))
    assert [row[1] for row in rows[6:39] if row[1]] == [
        *("一个窗口\n（25分）", "一支队伍\n（15分）", "一个平台\n（45分）", "一套机制\n（15分）"),
    ]
    assert [row[4:] for row in rows[6:9]] == [
        [3, 3, None, None, None],
        [4, 3.5, None, 4, "=1+1"],
        [3, 3, None, None, None],
    ]
    # 32 rows of 3 points and 3.5.
    assert rows[39] == ["总分：", None, None, None, 100, 99.5, None, None, None]
    assert [row[:2] for row in rows[40:]] == [["总序", "佐证材料"], [2, "甲.jpg"], [2, "-乙"]]
    assert sheet["I8"].data_type == sheet["B43"].data_type == "s"
    assert sheet["I8"].quotePrefix
    assert isinstance(sheet["F7"].value, int)
    assert not any(cell.data_type == "f" for row in sheet.rows for cell in row)


def test_the_dress_of_a_written_form():
    """Merged as the original, headings in sight and on each page, A4 on its side."""
    (sheet,) = written(Assessment(body="乙", card=TOWNSHIP)).worksheets

    merged = {each.coord for each in sheet.merged_cells.ranges}
    # Rows of the card begin in row 7: 15, 10, 10 and 15 rows; the first three groups have 7, 4 and 4.
    assert {"B7:B21", "B22:B31", "B32:B41", "B42:B56", "D7:D13", "D14:D17", "D18:D21", "A1:K1", "A5:K5"} <= merged
    assert len([each for each in merged if each.startswith("D")]) == 13
    assert [cell.value for cell in sheet[6]] == TOWNSHIP_HEAD
    assert sheet.freeze_panes == "A7"
    assert sheet.print_title_rows == "$6:$6"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet["F7"].alignment.wrap_text
    assert sheet.column_dimensions["F"].width > 40
    # The paraphrase of row 24, which has two halves, takes several lines.
    assert sheet.row_dimensions[30].height > 2 * sheet.row_dimensions[12].height


def test_areas_are_written_with_their_codes():
    """One without a name by its code alone; a zone by what makes it, and each is read back."""
    zone = Area.zone("莆田高新区", kind=ZoneKind.HIGH_TECH, under="350300")
    held = [Assessment(body=str(n), card=VILLAGE, area=each) for n, each in enumerate((zone, "350303001", "涵江区"))]
    packed = BytesIO()
    write_xlsx(held, packed)

    assert [sheet["E2"].value for sheet in openpyxl.load_workbook(packed).worksheets] == [
        "行政区划：莆田高新区（高新区，属350300）",
        "行政区划：（350303001）",
        "行政区划：涵江区（350303）",
    ]
    assert read_xlsx(packed) == tuple(held)


def test_rows_that_do_not_apply_are_written_so():
    """In the first blank column, or beside the last score."""
    scores = {
        "V01": {"is_applicable": False},
        "V02": {"is_applicable": False, "self_score": 0},
        "V03": {"is_applicable": False, "self_score": 0, "preliminary_score": 0, "joint_score": 0},
        "V04": {"is_applicable": True},
    }
    (sheet,) = written(Assessment(body="甲", card=VILLAGE, scores=scores)).worksheets

    assert [[cell.value for cell in row] for row in sheet["F7:H10"]] == [
        ["不适用", None, None],
        [0, "不适用", None],
        [0, 0, "0（不适用）"],
        [None, None, None],
    ]


def test_a_total_stands_where_every_row_has_a_score():
    """A row that does not apply counts nothing."""
    scores = {f"V{number:02}": {"self_score": 3} for number in range(1, 34)} | {"V33": {"is_applicable": False}}
    (sheet,) = written(Assessment(body="甲", card=VILLAGE, scores=scores)).worksheets

    # 32 rows of 3 points, V02 among them.
    assert [cell.value for cell in sheet["F40:H40"][0]] == [96, None, None]


def test_a_stage_without_any_score_has_no_total():
    """Though no row applies, nobody has scored."""
    scores = {f"V{number:02}": {"is_applicable": False} for number in range(1, 34)}
    (sheet,) = written(Assessment(body="甲", card=VILLAGE, scores=scores)).worksheets

    assert [cell.value for cell in sheet["F40:H40"][0]] == [None, None, None]


def test_names_of_sheets():
    """Cut to 31 characters, without what a name may not have, and each once."""
    names = ["甲" * 40, "甲" * 41, "a:b", "A?B", "History", "'甲'", "\t乙\n丙", "😀" * 20, "😀" * 20]
    book = written(*(Assessment(body=name, card=VILLAGE) for name in names))

    assert book.sheetnames == [
        "甲" * 31,
        "甲" * 27 + " (2)",
        "a_b",
        "A_B (2)",
        "History (2)",
        "_甲_",
        "乙_丙",
        "😀" * 15,
        "😀" * 13 + " (2)",
    ]


def test_texts_that_are_too_long_for_a_cell_are_refused(tmp_path):
    """All of them, and nothing is written."""
    long = "长" * 32_768
    held = Assessment(body="甲", card=VILLAGE, remarks="x", scores={"V01": {"remarks": long, "evidence": ["短", long]}})
    path = tmp_path / "x.xlsx"

    with pytest.raises(FormError) as caught:
        write_xlsx(held, path)
    assert [str(fault) for fault in caught.value.faults] == [
        "甲!I7: expected at most 32767 characters, got 32768",
        "甲!B43: expected at most 32767 characters, got 32768",
    ]
    assert not path.exists()


def test_nothing_to_write():
    """A workbook has one sheet at least."""
    with pytest.raises(FormError, match="expected an assessment to write, got none"):
        write_xlsx([], BytesIO())


def test_a_form_to_fill_in(tmp_path):
    """Written without scores, filled in by openpyxl, and read back, by path."""
    path = tmp_path / "空表.xlsx"
    write_xlsx(Assessment(body="甲", card=VILLAGE), path)
    book = openpyxl.load_workbook(path)
    book.active["F7"] = 3
    book.active["A3"] = "自评时间：2025-06-03"
    book.save(path)

    assert read_xlsx(path) == (
        Assessment(body="甲", card=VILLAGE, self_assessed_at="2025-06-03", scores={"V01": {"self_score": 3}}),
    )


@pytest.mark.parametrize(
    "text",
    ["=1", "'=1", "'", "+x", "-1", "@a", "#REF!", "a\x01b\r\nc", "_x0041_", "_x005F_", "\ufffe", "5", "2025-06-03"],
)
def test_texts_stay_texts(text):
    """What looks like a formula, an error, a number or an escape is read back as it was."""
    held = Assessment(body="甲", card=VILLAGE, remarks=text, scores={"V01": {"remarks": text, "evidence": [text]}})
    packed = BytesIO()
    write_xlsx(held, packed)

    assert read_xlsx(packed) == (held,)


@few
@given(drawn=assessments())
def test_what_is_written_is_read_back(drawn):
    """All that a form can say, and the rating is the same."""
    packed = BytesIO()
    write_xlsx([drawn, drawn], packed)
    ctx = Context(area="涵江区", as_of="2025-12-31")

    first, second = read_xlsx(packed)

    assert first == second == plain(drawn)
    assert rate(first, ctx).text() == rate(drawn, ctx).text()
