"""Rate the townships and villages of a district by their forms, and rank and draw them (全区星级评定)."""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import product
from pathlib import Path
from random import Random

from rich.console import Console
from rich.progress import track

from zwfw import Context, ZwfwError
from zwfw.clauses import Lang
from zwfw.errors import MissingFontError
from zwfw.forms import read_xlsx, write_xlsx
from zwfw.names import venue_name
from zwfw.ratings import DistrictTable, rank, rate
from zwfw.ratings.districts import Part
from zwfw.ratings.plots import plot_losses, plot_ratings
from zwfw.records import Assessment
from zwfw.scorecards import Criterion, Scorecard, scorecard
from zwfw.terminal import on_any_terminal

AREA, DAY, DOCUMENT = "涵江区", "2025-12-31", "hanjiang-2023"
TOWNSHIP, VILLAGE = scorecard("hanjiang-2023/township"), scorecard("hanjiang-2023/village")
TOWNSHIPS = (
    *("涵东街道", "涵西街道", "三江口镇", "白塘镇", "国欢镇", "梧塘镇"),
    *("江口镇", "萩芦镇", "白沙镇", "庄边镇", "新县镇", "大洋乡"),
)
VILLAGES = tuple(f"{front}{back}村" for back, front in product("溪山坑亭洋", "枫竹梅兰菊松柏石"))
PARTS: tuple[Part, ...] = ("bodies", "dimensions", "criteria")
PICTURES = {"stars.png": plot_ratings, "losses.png": plot_losses}
STAGES = ("self_score", "preliminary_score", "joint_score")
DAYS = {
    "self_assessed_at": "2025-03-10",
    "preliminarily_assessed_at": "2025-04-15",
    "jointly_reviewed_at": "2025-05-20",
}
WORDS: Mapping[str, tuple[str, str]] = {
    "write": ("填写评分表", "Writing forms"), "read": ("读取评分表", "Reading forms"), "rate": ("评定", "Rating"),
    "draw": ("绘图", "Drawing"), "files": ("文件", "files"), "undrawn": ("未绘图", "not drawn"),
}  # fmt: skip

Scores = Mapping[str, int | None]  # what the review gave each criterion; ``None`` where the form is blank


def rows(letter: str, first: int, last: int, score: int | None = 0) -> Scores:
    """The same score for some rows that follow each other."""
    return {f"{letter}{number:02}": score for number in range(first, last + 1)}


# What the review took from some bodies, worked out by hand in the tests; the others are made up by chance.
TAKEN: Mapping[str, Scores] = {
    "涵东街道": {},
    "涵西街道": rows("T", 1, 5),
    "三江口镇": {**rows("T", 1, 5), "T24": 1},
    "白塘镇": rows("T", 1, 15),
    "国欢镇": {**rows("T", 1, 15), "T26": 1},
    "梧塘镇": {**rows("T", 1, 4), **rows("T", 30, 31, None)},
    "枫溪村": {},
    "竹溪村": rows("V", 2, 4),
    "梅溪村": rows("V", 3, 6),
    "兰溪村": rows("V", 7, 10),
    "菊溪村": rows("V", 3, 12),
    "松溪村": rows("V", 2, 11),
    "柏溪村": rows("V", 31, 33, None),
}
# The review has not come to it yet.
NOT_REVIEWED = "石溪村"


def made(seed: int) -> Iterator[Assessment]:
    """The filled-in cards of 12 centres and 40 stations, the same for the same seed."""
    chance = Random(seed)  # noqa: S311  (what is made up need not be secret)
    for place in TOWNSHIPS:
        yield filled(venue_name("乡", place, document=DOCUMENT).text, TOWNSHIP, TAKEN.get(place), STAGES, chance)
    for place in VILLAGES:
        stages = STAGES[:2] if place == NOT_REVIEWED else STAGES
        yield filled(venue_name("村", place, document=DOCUMENT).text, VILLAGE, TAKEN.get(place), stages, chance)


def filled(body: str, card: Scorecard, taken: Scores | None, stages: Sequence[str], chance: Random) -> Assessment:
    """One card, in which the body gave itself now and then what the review then took."""
    care = chance.uniform(0.55, 0.95)

    def reviewed(row: Criterion) -> int | None:
        if taken is not None:
            return taken.get(row.id, row.weight)
        return row.weight if chance.random() < care else chance.choice(row.steps)

    scores = {}
    for row in card.criteria:
        found = reviewed(row)
        own = found if chance.random() < care else row.weight
        given = dict(zip(STAGES, (own, found, found), strict=True))
        scores[row.id] = {stage: given[stage] for stage in stages}
    days = {name: day for (name, day), _ in zip(DAYS.items(), stages, strict=False)}
    return Assessment(body=body, card=card.id, area=AREA, scores=scores, **days)


def written(assessment: Assessment, folder: Path) -> Path:
    """The form of a body, as it would send it in."""
    path = folder / f"{assessment.body}.xlsx"
    write_xlsx(assessment, path)
    return path


def table_file(table: DistrictTable, part: Part, folder: Path, lang: Lang) -> str:
    """The name of the file into which a part of the table went; spreadsheets know its mark for UTF-8."""
    name = f"{part}.csv"
    (folder / name).write_text(table.to_csv(part, lang), encoding="utf-8-sig", newline="")
    return name


@on_any_terminal
def main(argv: Sequence[str] | None = None) -> int:
    """Make the forms, read them back, rate and rank the bodies; 0 when it ran, drawn or not.

    Raises:
        SystemExit: With 2 if the arguments or the folder cannot be used.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("hanjiang"), help="folder for what is written (%(default)s)")
    parser.add_argument("--lang", choices=("zh", "en"), default="zh", help="language of the page (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="another number makes other scores (%(default)s)")
    args = parser.parse_args(argv)
    lang: Lang = args.lang
    words = {name: both[lang == "en"] for name, both in WORDS.items()}
    bar = Console(stderr=True)
    watched = partial(track, console=bar, transient=True, disable=not bar.is_terminal)
    ctx = Context(area=AREA, as_of=DAY)
    folder = args.out / "forms"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        paths = [written(each, folder) for each in watched([*made(args.seed)], words["write"])]
        forms = [form for path in watched(paths, words["read"]) for form in read_xlsx(path)]
        table = rank(rate(form, ctx) for form in watched(forms, words["rate"]))
        files = [table_file(table, part, args.out, lang) for part in PARTS]
        undrawn = ""
        try:
            for name, draw in watched(PICTURES.items(), words["draw"]):
                draw(table, lang=lang).savefig(args.out / name, dpi=150)
                files.append(name)
        except (ModuleNotFoundError, MissingFontError) as error:
            undrawn = str(error)
    except (ZwfwError, OSError, UnicodeError, ModuleNotFoundError) as error:
        parser.error(str(error))
    print(table.to_text(lang))
    print(f"{words['files']} · {args.out}: forms ({len(paths)}), {', '.join(files)}")
    if undrawn:
        print(f"{words['undrawn']}: {undrawn}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
