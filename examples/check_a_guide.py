"""Check a guide, mend what is found step by step, and check it again (办事指南自查)."""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from zwfw import Context, Outcome, Report, ZwfwError, check
from zwfw.clauses import Lang
from zwfw.records import Guide
from zwfw.terminal import on_any_terminal

HERE = Path(__file__).parent
FAULTY, FIXES = HERE / "guide.json", HERE / "guide_fixes.json"
WORDS: Mapping[Lang, Mapping[str, str]] = {
    "zh": {"check": "自查", "fix": "整改", "clean": "全部符合", "left": "条待处理", "in": "依据", "unread": "无法读取"},
    "en": {"check": "check", "fix": "fix", "clean": "all kept", "left": "findings", "in": "by", "unread": "not read"},
}


def findings(report: Report) -> tuple[Outcome, ...]:
    """What somebody has to look at: what is not kept, what a person decides, and what is not known."""
    return (*report.breaches, *report.needs_judgement, *report.undetermined)


def told(report: Report, lang: Lang) -> Iterator[str]:
    """A page about one report: how many findings there are, and each with its place and its clauses."""
    found = findings(report)
    words = WORDS[lang]
    head = f"{len(found)} {words['left']}" if found or not report.ok else words["clean"]
    yield f"== {words['check']} · {report.area} · {report.as_of:%Y-%m-%d} · {head}"
    for each in found:
        weight = each.severity or each.state
        word = weight.value if lang == "zh" else weight.name.lower()
        yield f"- [{word}] {each.path or each.rule}: {each.message(lang)}"
        yield f"    {each.rule} · {words['in']} {'; '.join(clause.cite(lang) for clause in each.clauses)}"


def mended(facts: Mapping[str, Any], ctx: Context, lang: Lang) -> Iterator[str]:
    """Mend a guide by one fix after another; each says what it left."""
    for fix in json.loads(FIXES.read_text(encoding="utf-8")):
        facts = {**facts, **fix["set"]}
        left = len(findings(check(Guide(**facts), ctx)))
        yield f"+ {WORDS[lang]['fix']}: {fix[lang]} → {left} {WORDS[lang]['left']}"
    yield ""
    yield from told(check(Guide(**facts), ctx), lang)


@on_any_terminal
def main(argv: Sequence[str] | None = None) -> int:
    """Check the guide of a file; the one that comes with this example is mended too. 1 where something is left to do.

    Raises:
        SystemExit: With 2 if the arguments or the file cannot be used.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=FAULTY, help="a guide as JSON")
    parser.add_argument("--as-of", default="2025-11-20", help="day of looking (%(default)s)")
    parser.add_argument("--area", default="厦门市", help="code or name of the area (%(default)s)")
    parser.add_argument("--lang", choices=("zh", "en"), default="zh", help="language of the page (%(default)s)")
    args = parser.parse_args(argv)
    try:
        ctx = Context(area=args.area, as_of=args.as_of)
        facts = json.loads(args.file.read_text(encoding="utf-8-sig"))
        report = check(Guide.model_validate(facts), ctx)
    except ValidationError as error:
        faults = (f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
        parser.error("\n  ".join([f"{WORDS[args.lang]['unread']}: {args.file}", *faults]))
    except (ZwfwError, OSError, ValueError) as error:
        parser.error(str(error))
    print(*told(report, args.lang), sep="\n")
    if args.file == FAULTY:
        print("", *mended(facts, ctx, args.lang), sep="\n")
    return 0 if report.ok else 1


if __name__ == "__main__":
    sys.exit(main())
