"""Forms as CSV, which spreadsheets open and write."""

import csv
import pickle
from io import BytesIO, StringIO

import pytest
from hypothesis import given, settings

from forms_by_hand import TOWNSHIP, VILLAGE, VILLAGE_HEAD, VILLAGE_TITLE, plain, village_rows
from zwfw.forms import FormError, FormFault, read_csv, write_csv
from zwfw.records.assessments import Assessment
from zwfw.testing.assessments import assessments

few = settings(max_examples=20)
FILLED = Assessment(body="甲", card=VILLAGE, scores={"V01": {"self_score": 3, "remarks": "好，\n很好"}})


def village_csv(*lines, scores=None):
    """The text of a whole form made by hand; *scores* by 总序 are those of the body."""
    rows = village_rows()
    for number, score in (scores or {}).items():
        rows[number - 1][5] = score
    text = StringIO(newline="")
    csv.writer(text).writerows([[VILLAGE_TITLE], *lines, VILLAGE_HEAD, *rows, ["总分：", "", "", "", 100]])
    return text.getvalue()


def written(*given):
    """The bytes that are written of some assessments."""
    target = BytesIO()
    write_csv(given, target)
    return target.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_form_by_hand(encoding):
    """Older spreadsheets write Chinese in GB 18030."""
    text = village_csv(["单位名称：甲"], scores={1: "３", 2: " 4 ", 7: "不适用"})

    (found,) = read_csv(BytesIO(text.encode(encoding)))

    assert (found.body, found.card) == ("甲", VILLAGE)
    assert [(each.criterion, each.self_score, each.is_applicable) for each in found.scores] == [
        ("V01", 3, None),
        ("V02", 4, None),
        ("V07", None, False),
    ]


def test_a_file_that_is_open_is_read_from_its_beginning(tmp_path):
    """And one that cannot go back from where it is."""

    class Pipe(BytesIO):
        def seekable(self):
            return False

    path = tmp_path / "甲.csv"
    write_csv(FILLED, path)
    with path.open("rb") as opened:
        assert read_csv(opened) == read_csv(opened) == read_csv(Pipe(path.read_bytes())) == (FILLED,)


def test_a_file_that_is_open_for_text():
    """Its encoding would be somebody's guess."""
    with pytest.raises(TypeError, match="expected a file that is open for bytes, got str from it"):
        read_csv(StringIO("总序"))


def test_what_is_written():
    """A byte-order mark for spreadsheets, the form as it stands in a workbook, and a blank line between two."""
    lines = written(FILLED, FILLED).decode("utf-8-sig").split("\r\n")

    assert written(FILLED).startswith(b"\xef\xbb\xbf")
    assert lines[0] == f"{VILLAGE_TITLE},,,,,,,,"
    assert lines[5] == ",".join(VILLAGE_HEAD)
    assert lines[6].startswith('1,"一个窗口\n（25分）",1,')
    assert lines[6].endswith(',3,3,,,"好，\n很好"')
    # The title, 4 lines, headings, 33 rows, total and the heading of the evidence.
    assert lines[41] == ""
    assert lines[42:-1] == lines[:41]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "＝1", "'=1", "''-1", "'a", "'", "a=1", 'a"b,c'])
def test_texts_that_look_like_formulas(text):
    """No cell begins a formula, and reading gives what was written."""
    held = Assessment(body=text, card=VILLAGE, scores={"V01": {"remarks": text, "evidence": [text]}})

    data = written(held)

    assert read_csv(BytesIO(data)) == (held,)
    cells = [cell for row in csv.reader(StringIO(data.decode("utf-8-sig"), newline="")) for cell in row]
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r＝＋－＠")]


@few
@given(drawn=assessments())
def test_what_is_written_is_read_back(drawn):
    """All that a form can say."""
    assert read_csv(BytesIO(written(drawn, drawn))) == (plain(drawn), plain(drawn))


def test_faults_have_cells():
    """Counted as a spreadsheet would; the error survives a pickle."""
    text = village_csv(["单位名称：甲"], scores={1: 5, 2: "=1"}) + village_csv()

    with pytest.raises(FormError) as caught:
        read_csv(BytesIO(text.encode()))
    error = pickle.loads(pickle.dumps(caught.value))

    assert str(error) == (
        "form: 3 faults\n"
        "  F5: expected points, 不适用 or nothing, got '=1'\n"
        "  F4: V01: expected at most 3 points, got 5\n"
        "  expected a line 单位名称 above the table, or a sheet that has its name"
    )
    assert [each.body for each in error.read] == ["甲"]
    assert error.faults[0] == FormFault(cell="F5", value="=1", why=error.faults[0].why)
    assert len(set(error.faults)) == 3


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "expected a form, got nothing"),
        (b" ,\r\n,", "expected a form, got nothing"),
        ("甲,乙".encode(), "expected a form with the headings from 总序 to 备注, found none"),
        (b"\xff\xff\xff", "expected CSV in UTF-8 or GB 18030, got bytes that are neither"),
        (b'a,"b', "expected CSV, got what is none: unexpected end of data"),
        (b"x" * 200_000, "expected CSV, got what is none: field larger than field limit (131072)"),
    ],
    ids=["empty", "blank", "other", "bytes", "quote", "long"],
)
def test_files_that_are_no_forms(tmp_path, data, why):
    """Told with the name of the file."""
    path = tmp_path / "甲.csv"
    path.write_bytes(data)

    with pytest.raises(FormError) as caught:
        read_csv(path)
    assert str(caught.value) == f"{path}: 1 fault\n  {why}"


def test_forms_of_both_kinds():
    """A title begins each."""
    centre = Assessment(body="乙", card=TOWNSHIP, scores={"T24": {"joint_score": 1, "evidence": ["一"]}})

    assert read_csv(BytesIO(written(FILLED, centre, FILLED))) == (FILLED, centre, FILLED)
