"""Read records of a portal: what was read, kept aside or not readable, and what check() says (门户数据读取)."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from unicodedata import east_asian_width

from zwfw import Context, Report, State, ZwfwError, check
from zwfw.interop import PortalRecords, fujian_portal, guangdong
from zwfw.records import Record
from zwfw.terminal import on_any_terminal

PACKAGED = Path(__file__).with_name("portal_item.json")
READERS = {"fujian": fujian_portal.read, "guangdong": guangdong.read}
SHOWN = 60

Row = Sequence[str]


def fields_of(record: Record, path: str) -> Iterator[Row]:
    """What a record states, with what its parts state."""
    for name, value in record.model_dump(mode="json").items():
        held = getattr(record, name)
        parts = held if isinstance(held, tuple) else (held,)
        if parts and all(isinstance(part, Record) for part in parts):
            for index, part in enumerate(parts):
                yield from fields_of(part, f"{path}.{name}[{index}]")
        elif isinstance(value, list):
            yield f"{path}.{name}", "、".join(map(str, value)) or "（无）"
        else:
            yield f"{path}.{name}", str(value)


def read_rows(found: PortalRecords) -> Iterator[Row]:
    """The records that came out; materials and steps that belong to none of them stand by themselves."""
    whole: tuple[Record, ...] = (*found.items, *found.entries)
    parts = [
        each for record in whole for name in ("materials", "special_steps") for each in getattr(record, name) or ()
    ]
    alone = [each for each in (*found.materials, *found.special_steps) if not any(each is part for part in parts)]
    for index, record in enumerate((*whole, *alone)):
        yield from fields_of(record, f"{type(record).__name__}[{index}]")


def kept_rows(found: PortalRecords) -> Iterator[Row]:
    """What was kept aside and says something."""
    for each in found.unknown:
        if each.value not in (None, "", [], {}):
            yield str(each.record), each.path, str(each.value)


def answer_rows(report: Report) -> Iterator[Row]:
    """What is broken and what a person has to judge; of the rest, how many answers there are."""
    for each in (*report.breaches, *report.needs_judgement):
        clauses = "、".join(clause.cite() for clause in each.clauses)
        yield str(each.severity or each.state), each.subject, each.path, each.message(), clauses
    for state in (State.MET, State.NOT_APPLICABLE, State.UNDETERMINED):
        yield str(state), "", "", str(report.counts()[state]), ""
    missing = Counter(field for each in report.undetermined for field in each.missing)
    told = "、".join(f"{field}（{number}）" for field, number in missing.most_common(5))
    yield "", "", "", f"最常缺少的字段：{told}" if told else "", ""


def plain(text: str, most: int = SHOWN) -> str:
    """A text on one line, not too long, in which nothing is obeyed by a terminal."""
    line = "".join(char if char.isprintable() else " " for char in text)
    return line if len(line) <= most else f"{line[:most]}…"


def width(text: str) -> int:
    """How many columns a text takes."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def show(title: str, heads: Row, rows: Iterable[Row]) -> None:
    """Print a table: with rich on a terminal if it is installed, else in plain text; without rows its title only."""
    cells = [[plain(cell) for cell in row] for row in rows]
    if sys.stdout.isatty() and find_spec("rich"):
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        table = Table(*heads, title=f"{title}（{len(cells)}）", title_justify="left")
        for row in cells:
            table.add_row(*map(Text, row))
        Console().print(table)
        return
    print(f"{title}（{len(cells)}）")
    columns = list(zip(heads, *cells, strict=True)) if cells else []
    widths = [max(map(width, column)) for column in columns]
    for line in [list(heads), *cells] if cells else []:
        print("  ".join(cell + " " * (room - width(cell)) for cell, room in zip(line, widths, strict=True)).rstrip())
    print()


@on_any_terminal
def main(argv: Sequence[str] | None = None) -> int:
    """Read a file and print what came of it; 0 when it ran, whatever it found.

    Raises:
        SystemExit: With 2 if the arguments or the file cannot be used.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=PACKAGED, help="JSON or JSON Lines of the portal")
    parser.add_argument("--portal", choices=READERS, default="fujian", help="whose records they are (%(default)s)")
    parser.add_argument("--area", default="350200", help="area of records that state none (%(default)s)")
    parser.add_argument("--as-of", default="2025-12-31", help="day or moment of looking (%(default)s)")
    args = parser.parse_args(argv)
    try:
        ctx = Context(area=args.area, as_of=args.as_of)
        found = READERS[args.portal](args.file.read_bytes())
    except (ZwfwError, OSError) as error:
        parser.error(str(error))
    show("读到的", ("字段", "内容"), read_rows(found))
    show(
        "不能读的",
        ("记录", "字段", "内容", "应为"),
        ((str(f.record), f.path, f.value, f.expected) for f in found.faults),
    )
    show("未读的", ("记录", "字段", "内容"), kept_rows(found))
    show("审查", ("结论", "记录", "位置", "说明", "依据"), answer_rows(check((*found.items, *found.entries), ctx)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
