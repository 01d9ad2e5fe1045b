"""Pictures of the ratings of many bodies, in which Chinese can be read (星级评定图; extra ``plot``)."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs

from zwfw._cells import cut, fold, one_line, width
from zwfw._extras import extra
from zwfw.clauses import ForceState, Lang
from zwfw.errors import MissingFontError
from zwfw.ratings.districts import DistrictTable, Ranking, Standing, Unranked
from zwfw.ratings.stars import plain_points

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

__all__ = ["chinese_font", "plot_losses", "plot_ratings"]

_FONTS: Final = (
    *("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "思源黑体", "Microsoft YaHei"),
    *("PingFang SC", "PingFang HK", "Hiragino Sans GB", "Heiti SC", "STHeiti", "SimHei", "WenQuanYi Micro Hei"),
    *("WenQuanYi Zen Hei", "Noto Sans CJK JP", "Droid Sans Fallback", "Noto Serif CJK SC", "Source Han Serif SC"),
    *("Songti SC", "SimSun", "Arial Unicode MS"),
)
"""The fonts that are tried first: those without serifs and of simplified characters before the others."""

_BESIDE: Final = "DejaVu Sans"
"""Comes with matplotlib, and has the stars where a Chinese font has none."""

_CHINESE: Final = re.compile("[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]")

_FILLS: Final = (("#004488", "white"), ("#DDAA33", "black"), ("#BB5566", "white"), ("#C3CEDA", "black"))
"""Fill and ink of the dimensions in turn: told apart by the colour-blind, and by their lightness in print."""

_HATCHES: Final = ("", "///", "...", "xxx")
"""What tells a fifth dimension from the first, and so on."""

# In inches: a page as wide as A4, a line of a body, a criterion's two lines, and what stands above and below a panel.
_PAGE, _LINE, _TWO_LINES, _ABOVE, _BELOW = 8.27, 0.185, 0.36, 0.42, 0.42
_EDGE: Final = 0.12
_BEHIND: Final = 2.4
"""The inches that are kept for what is written behind a bar."""

_SMALL, _USUAL, _LARGE = 6.5, 7.5, 9.5
_COLUMN: Final = _USUAL / 2 / 72 * 1.06
"""The inches that a column of text takes at the usual size, with a little to spare."""

_NAME: Final = 34
_GIST: Final = 48
"""The columns of a body's name, and of a line of a criterion's gist."""

_SPARE: Final = 4
"""Columns that a line leaves free: quotation marks and dots are wide in Chinese fonts, and counted as narrow."""

_NARROWEST: Final = 5
"""The fewest points of a bar into which its figure fits."""


def chinese_font(text: str, font: str | Path | None = None) -> "FontProperties":
    """A font of this machine that has every Chinese character of *text* (中文字体).

    Args:
        text: What is to be drawn.
        font: The name of an installed font, or the file of one. It is taken if it has Chinese characters at all;
            matplotlib warns of those that it lacks.

    Raises:
        MissingFontError: If there is none; what to install is told.
        ModuleNotFoundError: If matplotlib is not installed; the extra is named.
    """
    wanted = frozenset(_CHINESE.findall(text))
    if font is not None:
        face = _face(font)
        lacking = _lacking(face, wanted)
        if wanted and lacking == wanted:
            raise MissingFontError("".join(sorted(lacking)), str(font))
        return face
    fewest = wanted
    for face in _faces():
        lacking = _lacking(face, wanted)
        if not lacking:
            return face
        fewest = min(fewest, lacking, key=len)
    raise MissingFontError("".join(sorted(fewest)))


def _face(font: str | Path) -> "FontProperties":
    with extra("plot"):
        from matplotlib.font_manager import FontProperties
    return FontProperties(fname=font) if Path(font).is_file() else FontProperties(family=[str(font), _BESIDE])


def _faces() -> "Iterator[FontProperties]":
    """Every font of this machine, the likely ones first; those installed since matplotlib last looked come last."""
    with extra("plot"):
        from matplotlib.font_manager import findSystemFonts, fontManager
    names = {each.name for each in fontManager.ttflist}
    yield from (_face(each) for each in _FONTS if each in names)
    yield from (_face(each) for each in sorted(names.difference(_FONTS)))
    files = {str(each.fname) for each in fontManager.ttflist}
    yield from (_face(Path(each)) for each in sorted({*findSystemFonts()} - files))


def _lacking(face: "FontProperties", wanted: frozenset[str]) -> frozenset[str]:
    from matplotlib.font_manager import FontProperties, findfont, get_font

    # Without the one beside it, which would be found for a font that is not installed.
    alone = face if face.get_file() else FontProperties(family=face.get_family()[:1])
    try:
        font = get_font(findfont(alone, fallback_to_default=False))
    except (OSError, RuntimeError, ValueError):
        return wanted
    # A font of last resort has the same box for all of them, and others have none.
    if font.get_char_index(ord("一")) == font.get_char_index(ord("丁")):
        return wanted
    return frozenset(each for each in wanted if not font.get_char_index(ord(each)))


def plot_ratings(table: DistrictTable, *, lang: Lang = "zh", font: str | Path | None = None) -> "Figure":
    """Draw the stars and subtotals of every body: a bar of its dimensions each, and a line at the floor of each level.

    The page is as wide as A4; fifty bodies make it about as high.

    Args:
        table: The ranked bodies.
        lang: The language of what is not a name.
        font: A font, as for :func:`chinese_font`; the first that has every character unless given.

    Returns:
        A figure of its own, which no state of ``pyplot`` holds; ``figure.savefig("stars.png", dpi=200)`` writes it.

    Raises:
        MissingFontError: If no font has the characters; what to install is told.
        ModuleNotFoundError: If matplotlib is not installed; the extra is named.
        ValueError: If the table is empty.
    """
    names = [width(each.rating.assessment.body) for held in table.rankings for each in held.standings]
    page = _Page(left=0.45 + _COLUMN * min(max(names, default=0), _NAME), right=1.15)
    return page.drawn(table, lang, font, lambda held: _LINE * len(held.standings), _draw_bodies)


def plot_losses(table: DistrictTable, *, lang: Lang = "zh", font: str | Path | None = None, most: int = 10) -> "Figure":
    """Draw the criteria that cost the most points, card by card, with how many bodies lost by them.

    Args:
        table: The ranked bodies.
        lang: The language of what is not a name.
        font: A font, as for :func:`chinese_font`; the first that has every character unless given.
        most: How many criteria of a card are shown.

    Returns:
        A figure of its own.

    Raises:
        MissingFontError: If no font has the characters; what to install is told.
        ModuleNotFoundError: If matplotlib is not installed; the extra is named.
        ValueError: If the table is empty.
    """
    page = _Page(left=0.45 + _COLUMN * _GIST, right=0.2)
    return page.drawn(
        table,
        lang,
        font,
        lambda held: _TWO_LINES * max(len(held.losses[:most]), 1),
        lambda panel, held, lang: _draw_losses(panel, held, lang, most),
    )


@attrs.frozen(kw_only=True)
class _Panel:
    """A panel, and how much of it an inch is along its bars."""

    axes: "Axes"
    left: float
    bars: float
    height: float

    def write(self, x: float, y: float, text: str, *, size: float = _USUAL, **how: Any) -> None:
        """Write a text as it is: nothing in it is taken for a formula."""
        kept = {"va": "center", "clip_on": False, "parse_math": False, **how}
        self.axes.text(x, y, one_line(text) if "\n" not in text else text, fontsize=size, **kept)

    def at(self, inches: float) -> float:
        """A place by its distance in inches from where the bars begin."""
        return inches / self.bars * float(self.axes.get_xlim()[1])


@attrs.frozen(kw_only=True)
class _Page:
    """A page of panels, one below the other (inches)."""

    left: float
    right: float

    def drawn(
        self,
        table: DistrictTable,
        lang: Lang,
        font: str | Path | None,
        height_of: Callable[[Ranking], float],
        draw: Callable[[_Panel, Ranking, Lang], None],
    ) -> "Figure":
        """One panel for each card."""
        with extra("plot"):
            from matplotlib.backends.backend_agg import FigureCanvasAgg
            from matplotlib.figure import Figure
        if not table.rankings:
            raise ValueError("expected bodies that were rated, got none")
        heights = [height_of(each) for each in table.rankings]
        whole = sum(heights) + len(heights) * (_ABOVE + _BELOW)
        figure = Figure(figsize=(_PAGE, whole), facecolor="white")
        FigureCanvasAgg(figure)
        bars = _PAGE - self.left - self.right
        top = whole
        for each, height in zip(table.rankings, heights, strict=True):
            top -= _ABOVE + height
            axes = figure.add_axes((self.left / _PAGE, top / whole, bars / _PAGE, height / whole))
            top -= _BELOW
            panel = _Panel(axes=axes, left=self.left, bars=bars, height=height)
            _dress(panel)
            draw(panel, each, lang)
        _set_font(figure, font)
        return figure


def _dress(panel: _Panel) -> None:
    panel.axes.set_yticks([])
    for side in ("left", "right", "top"):
        panel.axes.spines[side].set_visible(False)
    panel.axes.tick_params(labelsize=_SMALL, length=2)
    panel.axes.locator_params(axis="x", integer=True)


def _entitle(panel: _Panel, ranking: Ranking, lang: Lang, title: str, *, has_open: bool = False) -> None:
    """The title in line with the names, and what the fills stand for below the panel."""
    from matplotlib.patches import Patch

    at = (_EDGE - panel.left) / panel.bars, 1 + 0.24 / panel.height
    panel.axes.text(*at, title, fontsize=_LARGE, transform=panel.axes.transAxes)
    names = [each.zh if lang == "zh" else each.en for each in ranking.card.dimensions]
    patches = [Patch(label=name, **_fill(index)) for index, name in enumerate(names)]
    patches += [Patch(label={"zh": "未定", "en": "still open"}[lang], **_OPEN)] if has_open else []
    panel.axes.legend(
        handles=patches,
        loc="upper center",
        bbox_to_anchor=(0.5, -0.2 / panel.height),
        ncols=len(patches),
        fontsize=_SMALL,
        frameon=False,
        borderpad=0,
    )


_OPEN: Final[Mapping[str, Any]] = {"facecolor": "white", "hatch": "/////", "edgecolor": "#777777", "linewidth": 0.4}


def _fill(index: int) -> Mapping[str, Any]:
    hatch = _HATCHES[index // len(_FILLS) % len(_HATCHES)]
    return {"facecolor": _FILLS[index % len(_FILLS)][0], "hatch": hatch, "edgecolor": "white", "linewidth": 0.4}


def _draw_bodies(panel: _Panel, ranking: Ranking, lang: Lang) -> None:
    axes, card = panel.axes, ranking.card
    axes.set_xlim(0, card.total)
    axes.set_ylim(len(ranking.standings) - 0.5, -0.5)
    has_open = any(not each.rating.total.is_exact for each in ranking.standings)
    _entitle(panel, ranking, lang, ranking.title(lang), has_open=has_open)
    for level in card.levels:
        axes.axvline(level.floor, color="#222222", linewidth=0.8, zorder=0.5)
        panel.write(level.floor, -0.55, "★" * level.stars, size=_SMALL, ha="center", va="bottom")
    for place, each in enumerate(ranking.standings):
        found = each.rating
        panel.write(panel.at(_EDGE + 0.14 - panel.left), place, str(each.rank or "-"), ha="right")
        panel.write(panel.at(-0.06), place, cut(one_line(found.assessment.body), _NAME), ha="right")
        left = 0.0
        for index, part in enumerate(found.dimensions):
            wide = float(part.span.lowest)
            axes.barh(place, wide, left=left, height=0.78, **_fill(index))
            if wide >= _NARROWEST:
                ink = _FILLS[index % len(_FILLS)][1]
                panel.write(left + wide / 2, place, plain_points(part.span.lowest), size=_SMALL, ha="center", color=ink)
            left += wide
        total = found.total
        if not total.is_exact:
            axes.barh(place, float(total.highest - total.lowest), left=float(total.lowest), height=0.78, **_OPEN)
        panel.write(panel.at(panel.bars + 0.48), place, str(total), ha="right")
        panel.write(panel.at(panel.bars + 0.54), place, _stars(each, lang))


def _stars(standing: Standing, lang: Lang) -> str:
    """The stars, or the fewest and the most that are still possible; or why there are none to compare."""
    found = standing.rating
    if found.force.state is not ForceState.IN_FORCE:
        return {"zh": "标准不适用", "en": "not in force"}[lang]
    if found.stage and standing.unranked is Unranked.EARLIER_STAGE:
        return {"zh": f"只到{found.stage.value}", "en": "earlier stage"}[lang]
    lowest, highest = (each.stars if each else 0 for each in (found.possible[0], found.possible[-1]))
    if lowest != highest:
        return f"{lowest}-{highest} ★"
    return "★" * lowest or {"zh": "未达星级", "en": "no star"}[lang]


def _draw_losses(panel: _Panel, ranking: Ranking, lang: Lang, most: int) -> None:
    shown = ranking.losses[:most]
    dimensions = [each.zh for each in ranking.card.dimensions]
    heading = {
        "zh": f"{ranking.card.title_zh}：失分最多的评定内容",
        "en": f"{ranking.card.title_en}: criteria that cost the most points",
    }[lang]
    _entitle(panel, ranking, lang, heading)
    # Beside the longest bar there is room for what is written behind it.
    longest = float(max((each.points for each in shown), default=1))
    panel.axes.set_xlim(0, longest * panel.bars / (panel.bars - _BEHIND))
    panel.axes.set_ylim(max(len(shown), 1) - 0.5, -0.5)
    if not shown:
        panel.write(panel.at(0.1), 0, {"zh": "没有失分", "en": "nothing was lost"}[lang])
    for place, each in enumerate(shown):
        asked = each.criterion
        panel.write(panel.at(_EDGE - panel.left), place, asked.id)
        gist = "\n".join(fold(asked.gist(lang), _GIST - _SPARE, lines=2))
        panel.write(panel.at(0.5 - panel.left), place, gist, linespacing=1.1)
        index = dimensions.index(asked.dimension)
        panel.axes.barh(place, float(each.points), height=0.6, **_fill(index))
        points, share = plain_points(each.points), each.share_percent
        told = {
            "zh": f"{points} 分，{each.bodies}/{each.scored} 个单位，占可失分 {share}%",
            "en": f"{points} points, {each.bodies}/{each.scored} bodies, {share} % of possible loss",
        }[lang]
        panel.write(float(each.points) + panel.at(0.06), place, told)


def _set_font(figure: "Figure", font: str | Path | None) -> None:
    """One font for all that is written, at the sizes that were set."""
    from matplotlib.text import Text

    texts = [each for each in figure.findobj(Text) if isinstance(each, Text)]
    face = chinese_font("".join(each.get_text() for each in texts), font)
    for each in texts:
        sized = face.copy()
        sized.set_size(each.get_fontsize())
        each.set_fontproperties(sized)
