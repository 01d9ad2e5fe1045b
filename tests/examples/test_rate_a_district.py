"""The bodies whose scores were set by hand come out as worked out by hand, and the pictures are drawn."""

import csv
import os
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

pytest.importorskip("rich", reason="the extra cli brings it")
pytest.importorskip("openpyxl", reason="the extra xlsx brings it")

from zwfw.errors import MissingFontError
from zwfw.forms import read_xlsx
from zwfw.ratings.plots import chinese_font

SCRIPT = Path(__file__).parents[2] / "examples" / "rate_a_district.py"
BARE = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
DIMENSIONS = ("一个大厅", "一个窗口", "一支队伍", "一个平台", "一套机制")


def has_chinese():
    """Whether pictures can be drawn here."""
    try:
        chinese_font("涵江区")
    except (MissingFontError, ModuleNotFoundError):
        return False
    return True


@pytest.fixture(scope="module")
def example():
    """The script as a module."""
    spec = spec_from_file_location("rate_a_district", SCRIPT)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    """What it printed on a machine without a locale, and the folder into which it wrote."""
    pytest.importorskip("matplotlib", reason="the extra plot brings it")
    out = tmp_path_factory.mktemp("district") / "of" / "ours"
    ran = subprocess.run(
        [sys.executable, str(SCRIPT), "--out", str(out)], env=os.environ | BARE, capture_output=True, check=False
    )
    return ran, out


@pytest.fixture
def small(example, monkeypatch):
    """The example with few bodies."""
    monkeypatch.setattr(example, "TOWNSHIPS", ("白沙镇",))
    monkeypatch.setattr(example, "VILLAGES", ("枫溪村", "竹溪村"))
    return example


@pytest.fixture
def in_a_folder(small, tmp_path, monkeypatch):
    """The same in a folder where a file has the name of what it would make."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "hanjiang").write_bytes(b"")
    return small


def table(out, name="bodies"):
    """The rows of a file."""
    with (out / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("body", "outcome", "subtotals"),
    [
        # Of a centre's 30, 20, 20, 30. T01 to T15 are 一个大厅, 2 each; T24 and T26 have halves of 1.
        ("涵东街道便民服务中心", ("100", "100", "5", "已评定星级"), ("30", "", "20", "20", "30")),
        ("涵西街道便民服务中心", ("90", "90", "5", "已评定星级"), ("20", "", "20", "20", "30")),  # 5 x 2 lost
        ("三江口镇便民服务中心", ("89", "89", "4", "已评定星级"), ("20", "", "19", "20", "30")),  # and a half of T24
        ("白塘镇便民服务中心", ("70", "70", "3", "已评定星级"), ("0", "", "20", "20", "30")),  # 15 x 2 lost
        ("国欢镇便民服务中心", ("69", "69", "", "未达星级"), ("0", "", "20", "19", "30")),  # and a half of T26
        # 4 x 2 lost, and T30 and T31 of 一个平台 are blank: 88 to 92, on both sides of 90.
        ("梧塘镇便民服务中心", ("88", "92", "", "星级未定"), ("22", "", "20", "", "30")),
        # Of a station's 25, 15, 45, 15. V01 to V08 are 一个窗口: V02 is 4, the others 3 each; V09 to V13 一支队伍.
        ("枫溪村便民服务站", ("100", "100", "2", "已评定星级"), ("", "25", "15", "45", "15")),
        ("竹溪村便民服务站", ("90", "90", "2", "已评定星级"), ("", "15", "15", "45", "15")),  # 4 + 3 + 3 lost
        ("梅溪村便民服务站", ("88", "88", "1", "已评定星级"), ("", "13", "15", "45", "15")),  # 4 x 3 lost
        ("兰溪村便民服务站", ("88", "88", "1", "已评定星级"), ("", "19", "9", "45", "15")),  # 2 x 3 and 2 x 3 lost
        ("菊溪村便民服务站", ("70", "70", "1", "已评定星级"), ("", "7", "3", "45", "15")),  # 6 x 3 and 4 x 3 lost
        ("松溪村便民服务站", ("69", "69", "", "未达星级"), ("", "3", "6", "45", "15")),  # 4 + 6 x 3 and 3 x 3 lost
        # V31 to V33 of 一套机制 are blank: 91 to 100, two stars in any case, and no rank.
        ("柏溪村便民服务站", ("91", "100", "2", "已评定星级"), ("", "25", "15", "45", "")),
    ],
)
def test_figures_by_hand(done, body, outcome, subtotals):
    """Through a form, its reader, the rating and the table."""
    (row,) = [each for each in table(done[1]) if each["单位"] == body]

    assert tuple(row[each] for each in ("最低得分", "最高得分", "星级", "结论")) == outcome
    assert tuple(row[each] for each in DIMENSIONS) == subtotals
    assert (row["名次"] == "") == (outcome[0] != outcome[1])


def test_ranks_follow_from_the_points(done):
    """Of each kind by itself: one more than the bodies with more points; two with 88 share theirs."""
    rows = table(done[1])
    kinds = [[each for each in rows if each["标准"].endswith(kind)] for kind in ("township", "village")]

    assert [len(each) for each in kinds] == [12, 40]
    assert [sum(row["名次"] == "" for row in each) for each in kinds] == [1, 2]
    for held in kinds:
        points = [int(row["最高得分"]) for row in held if row["名次"]]
        assert [int(row["名次"]) for row in held if row["名次"]] == [1 + sum(p > own for p in points) for own in points]
    assert len({row["名次"] for row in rows if row["单位"].startswith(("梅溪村", "兰溪村"))}) == 1


def test_what_was_not_reviewed_is_not_ranked(done):
    """It stands at the preliminary rating, where the others were reviewed."""
    (row,) = [each for each in table(done[1]) if each["单位"] == "石溪村便民服务站"]

    assert (row["阶段"], row["名次"]) == ("初评", "")


def test_the_losses_are_those_of_the_bodies(done):
    """What all lost of 100, by criterion, is what the bodies with settled points fell short of, and the blanks less."""
    lost = sum(int(row["失分"]) for row in table(done[1], "criteria") if row["标准"].endswith("township"))
    # 梧塘镇 lost 8 and left 4 blank: it fell short of 100 by 12 at its lowest.
    short = [100 - int(row["最低得分"]) for row in table(done[1]) if row["标准"].endswith("township")]

    assert lost == sum(short) - 4


def test_the_page(done):
    """UTF-8 on a machine without a locale, quiet about its progress, nothing that a terminal would obey."""
    ran, out = done
    text = ran.stdout.decode("utf-8")

    assert ran.returncode == 0
    assert "\x1b" not in text
    assert "乡镇（街道）便民服务中心星级评定标准：12 个单位，11 个排名（按复核得分）" in text
    assert "村（社区）便民服务站星级评定标准：40 个单位，38 个排名（按复核得分）" in text
    assert "只到初评" in text
    assert f"文件 · {out}: forms (52), bodies.csv, dimensions.csv, criteria.csv" in text
    if has_chinese():
        assert ran.stderr == b""
    else:
        assert "未绘图: no installed font has the characters" in ran.stderr.decode("utf-8")


def test_the_forms_hold_what_was_made(done, example):
    """One a body; the same seed makes the same scores."""
    made = {each.body: each for each in example.made(1)}
    forms = sorted((done[1] / "forms").iterdir())

    assert [each.stem for each in forms] == sorted(made)
    assert read_xlsx(forms[0]) == (made[forms[0].stem],)
    assert list(example.made(1)) == list(made.values())
    assert list(example.made(2)) != list(made.values())


@pytest.mark.skipif(not has_chinese(), reason="this machine has no Chinese font")
@pytest.mark.parametrize("name", ["stars.png", "losses.png"])
def test_the_pictures_are_not_blank(done, name):
    """Ink of several colours on paper."""
    from matplotlib.image import imread

    pixels = imread(done[1] / name)[..., :3]

    assert pixels.shape[1] > 1000
    assert 0.01 < (pixels < 0.9).any(axis=-1).mean() < 0.9
    assert len({tuple(pixel) for pixel in pixels[::7, ::7].reshape(-1, 3)}) > 10


def test_without_matplotlib_it_says_what_to_install(small, monkeypatch, tmp_path, capsys):
    """And does the rest, in English too."""
    for name in ["matplotlib", *(each for each in sys.modules if each.startswith("matplotlib."))]:
        monkeypatch.setitem(sys.modules, name, None)

    ended = small.main(["--out", str(tmp_path), "--lang", "en"])

    out, err = capsys.readouterr()
    assert ended == 0
    assert "village and community stations: 2 bodies, 2 ranked (by the joint review)" in out
    assert err.startswith("not drawn: matplotlib")
    assert 'pip install "zwfw[plot]"' in err
    assert not list(tmp_path.glob("*.png"))
    assert table(tmp_path)[-1]["one window"] == "15"


@pytest.mark.parametrize(
    ("argv", "told"), [(["--lang", "fr"], "invalid choice"), (["--seed", "x"], "invalid int"), ([], "hanjiang")]
)
def test_what_cannot_be_used_ends_with_2(in_a_folder, capsys, argv, told):
    """A wrong argument, or a file where the folder should be."""
    with pytest.raises(SystemExit) as ended:
        in_a_folder.main(argv)

    assert ended.value.code == 2
    assert told in capsys.readouterr().err
