"""Pictures hold what the table holds, on a machine with a Chinese font and on one without."""

import subprocess
import sys
from io import BytesIO
from itertools import combinations

import pytest

pytest.importorskip("matplotlib", reason="pictures are drawn with matplotlib, which the extra plot brings")

from matplotlib import font_manager
from matplotlib.font_manager import findfont
from matplotlib.image import imread
from matplotlib.text import Text

from support import HANJIANG
from zwfw import Context
from zwfw.errors import MissingFontError
from zwfw.ratings import plots, rank, rate
from zwfw.ratings.plots import chinese_font, plot_losses, plot_ratings
from zwfw.records import Assessment
from zwfw.scorecards import scorecard

VILLAGE, TOWNSHIP = scorecard("hanjiang-2023/village"), scorecard("hanjiang-2023/township")
CTX = Context(area=HANJIANG, as_of="2025-06-30")
LATIN = "DejaVu Sans"


def rated(body, card=VILLAGE, *, missed=(), blank=(), stage="joint_score", ctx=CTX):
    """A body with full points but for some rows."""
    scores = {e.id: {stage: 0 if e.id in missed else e.weight} for e in card.criteria if e.id not in blank}
    return rate(Assessment(body=body, card=card.id, scores=scores), ctx)


@pytest.fixture(scope="module")
def table():
    """Bodies of every sort, and one whose name would be a formula."""
    return rank(
        [
            rated("甲镇", TOWNSHIP, missed=["T01", "T24", "T02", "T03", "T04"]),
            rated("乙村"),
            rated("$丙^2$村", missed=["V04", "V02"]),
            rated("丁村", missed=[f"V{each:02}" for each in range(1, 12)]),
            rated("戊村", blank=["V04", "V05", "V06", "V07"]),
            rated("己村", stage="self_score"),
            rated("庚" * 40, ctx=Context(area=HANJIANG, as_of="2026-03-06")),
        ]
    )


@pytest.fixture
def chinese():
    """Any font of this machine for Chinese."""
    try:
        return chinese_font("涵江区")
    except MissingFontError:
        pytest.skip("this machine has no Chinese font")


@pytest.fixture
def no_font_is_asked_for(monkeypatch):
    """Drawing without a look at the fonts; what is drawn in them may be boxes."""
    monkeypatch.setattr(plots, "chinese_font", lambda _, __: plots._face(LATIN))


def said(figure, axes=None):
    """Every text of a figure, or of one of its panels."""
    found = (figure if axes is None else figure.axes[axes]).findobj(Text)
    return [each.get_text() for each in found if each.get_text()]


@pytest.mark.usefixtures("no_font_is_asked_for")
@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "zh",
            [
                "村（社区）便民服务站星级评定标准：6 个单位，3 个排名（按复核得分）",
                *(
                    "乙村",
                    "100",
                    "★★",
                    "$丙^2$村",
                    "93",
                    "丁村",
                    "未达星级",
                    "戊村",
                    "88-100",
                    "1-2 ★",
                    "己村",
                    "只到自评",
                ),
                # 17 characters of two columns are cut to 16 and an ellipsis: 34 columns at most.
                *("庚" * 16 + "…", "标准不适用", "一个窗口", "未定"),
            ],
        ),
        (
            "en",
            [
                "star standard for village and community stations: 6 bodies, 3 ranked (by the joint review)",
                *("no star", "earlier stage", "not in force", "one window", "still open"),
            ],
        ),
    ],
)
def test_stars_and_subtotals(table, lang, expected):
    """Each body with its rank, its dimensions, its total and its stars."""
    figure = plot_ratings(table, lang=lang)

    texts = said(figure, 1)
    assert not [each for each in expected if each not in texts]
    assert len(figure.axes) == 2


@pytest.mark.usefixtures("no_font_is_asked_for")
def test_bars_are_as_long_as_the_subtotals(table):
    """Of a centre: T01 to T04 are of 一个大厅, 30 - 8; T24 is of 一支队伍, 20 - 2; nothing is open."""
    bars = plot_ratings(table).axes[0].patches

    assert [bar.get_width() for bar in bars] == [22, 18, 20, 30]
    assert [bar.get_x() for bar in bars] == [0, 22, 40, 60]
    assert {"22", "18", "20", "30", "90", "★★★★★"} <= set(said(plot_ratings(table), 0))


@pytest.mark.usefixtures("no_font_is_asked_for")
def test_a_bar_that_is_too_short_has_no_figure():
    """One point of 一支队伍 is no room; 11 rows lost leave 25 - 25 and 3 of 15."""
    table = rank([rated("甲村", missed=[f"V{each:02}" for each in range(1, 13)])])

    assert "3" not in said(plot_ratings(table))
    assert "45" in said(plot_ratings(table))


@pytest.fixture(scope="module")
def district():
    """Twelve centres, each with a row that was left out, and forty stations."""
    centres = [rated(f"第{each}镇便民服务中心", TOWNSHIP, blank=[f"T{each + 1:02}"]) for each in range(12)]
    stations = [rated(f"第{each}村便民服务站", missed=[f"V{each % 33 + 1:02}"]) for each in range(40)]
    return rank([*centres, *stations])


@pytest.mark.usefixtures("no_font_is_asked_for")
def test_fifty_two_bodies_make_a_page(district):
    """As wide as A4, 210 mm, and no higher, 297 mm."""
    width, height = plot_ratings(district).get_size_inches()

    assert (round(width * 25.4), 270 < height * 25.4 <= 297) == (210, True)


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("draw", [plot_ratings, plot_losses])
def test_nothing_covers_anything(district, draw, lang):
    """No text lies over another, and none beyond the page."""
    figure = draw(district, lang=lang)
    figure.canvas.draw()
    page = figure.bbox
    texts = [each for axes in figure.axes for each in (*axes.texts, *axes.get_legend().get_texts())]
    boxes = [(each.get_text(), each.get_window_extent()) for each in texts]

    assert [text for text, box in boxes if box.x0 < 0 or box.y0 < 0 or box.x1 > page.x1 or box.y1 > page.y1] == []
    assert [
        (one, other) for (one, box), (other, beside) in combinations(boxes, 2) if box.padded(-1).overlaps(beside)
    ] == []


@pytest.mark.usefixtures("no_font_is_asked_for")
@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        # 丙 lost V02 and V04, 丁 V01 to V11; V04 was scored of three, as 戊 left it out, and V02 of four.
        ("zh", ["8 分，2/4 个单位，占可失分 50.00%", "6 分，2/3 个单位，占可失分 66.67%", "场所面积大于 30 平方米。"]),
        ("en", ["8 points, 2/4 bodies, 50.00 % of possible loss", "The premises measure more than 30 m²."]),
    ],
)
def test_losses(table, lang, expected):
    """The worst on top, with points, bodies and share."""
    figure = plot_losses(table, lang=lang, most=3)

    texts = said(figure, 1)
    assert not [each for each in expected if each not in texts]
    assert [bar.get_width() for bar in figure.axes[1].patches] == [8, 6, 3]
    assert [each for each in texts if each in ("V02", "V04", "V01", "V03")] == ["V02", "V04", "V01"]


@pytest.mark.usefixtures("no_font_is_asked_for")
@pytest.mark.parametrize(("lang", "words"), [("zh", "没有失分"), ("en", "nothing was lost")])
def test_nothing_lost(lang, words):
    """An empty panel says so."""
    assert words in said(plot_losses(rank([rated("甲村")]), lang=lang))


@pytest.mark.parametrize("draw", [plot_ratings, plot_losses])
def test_nobody_rated(draw):
    """An empty page is nobody's wish."""
    with pytest.raises(ValueError, match=r"^expected bodies that were rated, got none$"):
        draw(rank([]))


@pytest.mark.parametrize("draw", [plot_ratings, plot_losses])
def test_a_picture_in_chinese(table, chinese, draw):
    """It has the font's characters, ink on paper, and matplotlib has nothing to warn of."""
    written = BytesIO()
    figure = draw(table)
    figure.savefig(written, dpi=80)
    written.seek(0)

    pixels = imread(written)[..., :3]
    assert pixels.shape[1] == round(8.27 * 80) or pixels.shape[1] == int(8.27 * 80)
    assert 0.01 < (pixels < 0.9).any(axis=-1).mean() < 0.9
    used = {each.get_fontfamily()[0] for each in figure.findobj(Text) if each.get_text()}
    assert used == {chinese.get_family()[0]}


def test_no_state_of_pyplot():
    """Neither a figure nor a setting of it."""
    code = (
        "import sys, zwfw.ratings.plots as p; assert 'matplotlib' not in sys.modules;"
        "from zwfw.ratings import rank\n"
        "try: p.plot_ratings(rank([]))\n"
        "except ValueError: print('matplotlib.pyplot' in sys.modules, 'matplotlib.figure' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "False True\n"


def test_without_matplotlib_the_extra_is_named(monkeypatch, table):
    """What to install, in one line."""
    for name in [each for each in sys.modules if each.partition(".")[0] == "matplotlib"]:
        monkeypatch.setitem(sys.modules, name, None)

    for draw in (plot_ratings, plot_losses, lambda _: chinese_font("涵"), lambda _: chinese_font("涵", LATIN)):
        with pytest.raises(ModuleNotFoundError, match=r'comes with pip install "zwfw\[plot\]"$') as caught:
            draw(table)
        assert caught.value.name.partition(".")[0] == "matplotlib"


BOXES = "boxes"


class Face:
    """A font that has some characters: 一 and 丁 too, where it is Chinese."""

    def __init__(self, characters):
        self.characters = characters

    def get_char_index(self, code):
        """As of matplotlib: 0 for what it has not."""
        if self.characters is BOXES:
            return 1
        return code if self.characters and chr(code) in f"一丁{self.characters}" else 0


@pytest.fixture
def machine(monkeypatch, tmp_path):
    """A machine with some fonts, by their names, and files that matplotlib has not seen yet."""

    def make(fonts, files=None):
        held = {str(tmp_path / f"{name}.ttf"): Face(has) for name, has in fonts.items()}
        listed = [font_manager.FontEntry(fname=path, name=name) for name, path in zip(fonts, held, strict=True)]
        for name, has in (files or {}).items():
            (tmp_path / name).write_bytes(b"")
            held[str(tmp_path / name)] = Face(has)

        def find(face, **_):
            path = face.get_file() or str(tmp_path / f"{face.get_family()[0]}.ttf")
            if path not in held:
                raise ValueError(path)
            return path

        def get(path):
            if held[path].characters is None:
                raise RuntimeError("no font")
            return held[path]

        monkeypatch.setattr(font_manager.fontManager, "ttflist", listed)
        monkeypatch.setattr(font_manager, "findfont", find)
        monkeypatch.setattr(font_manager, "get_font", get)
        monkeypatch.setattr(font_manager, "findSystemFonts", lambda: list(held))

    return make


@pytest.mark.parametrize(
    ("fonts", "text", "expected"),
    [
        ({"SimHei": "涵江", "Noto Sans CJK SC": "涵江"}, "涵江", "Noto Sans CJK SC"),  # the order of ours
        ({"SimHei": "涵江", "Noto Sans CJK SC": "涵"}, "涵江", "SimHei"),  # it has to have all
        ({"SimHei": None, "Anything": "涵江"}, "涵江", "Anything"),  # one that cannot be opened; one we do not know
        ({"B": "涵江", "A": "涵江"}, "涵江", "A"),
        ({"A": BOXES, "B": "涵江"}, "涵江", "B"),  # matplotlib brings one that has boxes for everything
        ({"SimHei": "涵"}, "涵 a★$🙂", "SimHei"),  # Latin letters, stars and pictures need no Chinese font
        ({"A": ""}, "abc", "A"),
    ],
)
def test_the_font_has_every_character(machine, fonts, text, expected):
    """Of those that have, the first."""
    machine(fonts)

    assert chinese_font(text).get_family()[0] == expected


def test_a_font_that_was_just_installed_is_found(machine):
    """Though matplotlib made its list before."""
    machine({LATIN: ""}, {"new.ttf": "涵江", "newer.ttf": "涵"})

    assert chinese_font("涵江").get_file().endswith("new.ttf")


def test_without_a_font_what_to_install_is_said(machine, table):
    """The characters that the best font lacks, and a package."""
    machine({LATIN: "", "SimHei": "涵"})

    with pytest.raises(MissingFontError) as caught:
        chinese_font("涵江区")
    assert caught.value.characters == "区江"
    assert str(caught.value).startswith(
        "no installed font has the characters 区江; install one that does, such as Noto"
    )
    assert "apt install fonts-noto-cjk" in str(caught.value)

    with pytest.raises(MissingFontError):
        plot_ratings(table)


def test_a_font_that_is_named_is_taken(machine, tmp_path):
    """Though it lacks some; one that has nothing, or is not there, is refused by its name."""
    machine({"SimHei": "涵江", "SimSun": "涵", LATIN: ""}, {"mine.ttf": "涵"})

    assert chinese_font("涵江", "SimSun").get_family() == ["SimSun", LATIN]
    assert chinese_font("涵江", tmp_path / "mine.ttf").get_file() == str(tmp_path / "mine.ttf")
    assert chinese_font("abc", LATIN).get_family()[0] == LATIN
    for name in (LATIN, "宋体"):
        with pytest.raises(MissingFontError, match=f"^font '{name}' does not have the characters 江涵; install"):
            chinese_font("涵江", name)


def test_the_fonts_of_this_machine(chinese):
    """The font that was found can be opened, and has the characters."""
    font = font_manager.get_font(findfont(chinese, fallback_to_default=False))

    assert all(font.get_char_index(ord(each)) for each in "涵江区便民服务站")
    assert chinese_font("涵江区", str(chinese.get_file() or chinese.get_family()[0]))
