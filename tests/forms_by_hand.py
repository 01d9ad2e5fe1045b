"""Forms as people make them, cell by cell from the original and not by the library."""

from io import BytesIO

import openpyxl

from zwfw.records.assessments import Assessment

VILLAGE, TOWNSHIP = "hanjiang-2023/village", "hanjiang-2023/township"
VILLAGE_TITLE, TOWNSHIP_TITLE = "村（社区）便民服务站星级评定标准", "乡镇（街道）便民服务中心星级评定标准"
VILLAGE_HEAD = ["总序", "评定项目", "分序", "评定内容", "权重", "自评得分", "初评得分", "复核得分", "备注"]
TOWNSHIP_HEAD = [*VILLAGE_HEAD[:3], "项目名称", "子序", *VILLAGE_HEAD[3:]]
# Annex 1: 8, 5, 15 and 5 rows; annex 2: 15, 10, 10 and 15, in groups of 7, 4, 4; 4, 4, 2; 3, 5, 2; 5, 3, 4, 3.
VILLAGE_ITEMS = [item for rows in (8, 5, 15, 5) for item in range(1, rows + 1)]
TOWNSHIP_ITEMS = [item for rows in (15, 10, 10, 15) for item in range(1, rows + 1)]
TOWNSHIP_SUBS = [sub for rows in (7, 4, 4, 4, 4, 2, 3, 5, 2, 5, 3, 4, 3) for sub in range(1, rows + 1)]


def village_rows():
    """The 33 rows, without scores: a 评定项目 stands in the first row of a merged range only."""
    dimensions = {1: "一个窗口（25分）", 9: "一支队伍（15分）", 14: "一个平台（45分）", 29: "一套机制（15分）"}
    return [
        [number, dimensions.get(number), item, f"第{number}项", 4 if number == 2 else 3, None, None, None, None]
        for number, item in enumerate(VILLAGE_ITEMS, 1)
    ]


def township_rows():
    """The 50 rows, without scores."""
    return [
        [number, None, item, None, sub, f"第{number}项", 2, None, None, None, None]
        for number, (item, sub) in enumerate(zip(TOWNSHIP_ITEMS, TOWNSHIP_SUBS, strict=True), 1)
    ]


def village_form(changes=None, *, lines=(), below=()):
    """A whole form: title, lines, headings in row 3 + lines, rows from the next one on, total; changed cell by cell.

    Without lines the headings stand in row 2 and row n of the card in row n + 2.
    """
    rows = [[VILLAGE_TITLE], *lines, VILLAGE_HEAD, *village_rows(), ["总分：", None, None, None, 100], *below]
    return _changed(rows, changes)


def township_form(changes=None):
    """The same of a centre."""
    return _changed([[TOWNSHIP_TITLE], TOWNSHIP_HEAD, *township_rows(), ["总分：", *[None] * 5, 100]], changes)


def _changed(rows, changes):
    cells = {(row, column): value for row, each in enumerate(rows, 1) for column, value in enumerate(each, 1)}
    for address, value in (changes or {}).items():
        row, column = openpyxl.utils.cell.coordinate_to_tuple(address)
        cells[row, column] = value
    return {place: value for place, value in cells.items() if value is not None}


def workbook(*forms, names=("甲站",), dress=None):
    """A workbook of these forms, a sheet each, as an open file; *dress* is done to its sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, form in enumerate(forms):
        sheet = book.create_sheet(names[number] if number < len(names) else f"站{number}")
        for (row, column), value in form.items():
            sheet.cell(row, column, value)
    if dress:
        dress(*book.worksheets)
    packed = BytesIO()
    book.save(packed)
    return packed


def plain(assessment):
    """An assessment as a form can say it: nothing is stated as none, and no row as one that applies."""
    stated = assessment.model_dump()
    rows = [
        {
            name: value
            for name, value in row.items()
            if value not in (None, "", ()) and (name, value) != ("is_applicable", True)
        }
        for row in stated.pop("scores", ())
    ]
    rows = sorted((row for row in rows if len(row) > 1), key=lambda row: row["criterion"])
    stated = {name: value for name, value in stated.items() if value not in (None, "")}
    return Assessment(**stated, **({"scores": rows} if rows else {}))
