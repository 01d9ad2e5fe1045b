"""Inspect service halls: what is not kept, not known or left to a person, and when they are open (政务服务大厅检查)."""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, TypeAdapter, ValidationError, ValidationInfo, field_validator

from zwfw import Area, Context, Report, State, ZwfwError, check, records
from zwfw.clauses import Lang
from zwfw.outcomes import say
from zwfw.readings import readings
from zwfw.rules.venue_hours import is_open, next_opening
from zwfw.terminal import on_any_terminal

PACKAGED = Path(__file__).with_name("halls.json")
WORDS: Mapping[object, tuple[str, str]] = {
    "Venue": ("政务服务场所", "Venues"), "VenueHours": ("工作时间", "Opening hours"),
    "PresenceLog": ("离岗记录", "Absences from the post"), "Seal": ("印章", "Seals"),
    "SealUse": ("用章记录", "Uses of seals"), "WindowHead": ("窗口负责人", "Heads of windows"),
    "Authorisation": ("窗口授权", "Authorisations of windows"), "Department": ("进驻部门", "Departments"),
    "ClerkTeam": ("办事员队伍", "Teams of clerks"), "NegativeListEntry": ("负面清单", "Negative lists"),
    State.MET: ("符合", "kept"), State.BREACHED: ("不符合", "not kept"),
    State.NEEDS_JUDGEMENT: ("须人工判断", "for a person to judge"), State.UNDETERMINED: ("无法判定", "not known"),
    State.NOT_APPLICABLE: ("不适用", "does not apply"), "chosen": ("本次采用", "taken here"),
    "turning": ("结论取决于读法", "answers that turn on a reading"), "open?": ("是否开放", "open?"),
    True: ("开放", "open"), False: ("不开放", "closed"), None: ("不明", "not known"), "day": ("当日为", "day: "),
    "next": ("下次开放", "next open"), "earliest": ("最早", "at the earliest"), "latest": ("最迟", "at the latest"),
    "at": ("", ""), "never": ("没有", "never"), "unread": ("无法读取", "not read"),
}  # fmt: skip


def _known(area: str) -> str:
    try:
        Area.find(area)
    except ZwfwError as error:
        raise ValueError(str(error)) from None
    return area


class Hall(BaseModel, extra="forbid", frozen=True):
    """A hall as a file brings it: when it is looked at, and what is stated of it (政务服务大厅)."""

    name: str
    area: Annotated[str, AfterValidator(_known)]
    as_of: records.Moment
    venues: tuple[records.Venue, ...] = ()
    hours: tuple[records.VenueHours, ...] = ()
    absences: tuple[records.PresenceLog, ...] = ()
    seals: tuple[records.Seal, ...] = ()
    seal_uses: tuple[records.SealUse, ...] = ()
    heads: tuple[records.WindowHead, ...] = ()
    authorisations: tuple[records.Authorisation, ...] = ()
    departments: tuple[records.Department, ...] = ()
    clerk_teams: tuple[records.ClerkTeam, ...] = ()
    negative_list: tuple[records.NegativeListEntry, ...] = ()

    @field_validator("*")
    @classmethod
    def _within(cls, held: Any, info: ValidationInfo) -> Any:
        """Records that state an area of their own are of the hall's."""
        if isinstance(held, tuple) and "area" in info.data:
            here = Area.find(info.data["area"])
            areas = enumerate(each.area or here for each in held)
            if outside := [f"[{i}].area" for i, area in areas if not (area.is_within(here) or here.is_within(area))]:
                raise ValueError(f"expected records of {here}, got others: {', '.join(outside)}")
        return held

    def report(self, **chosen: str) -> Report:
        """What the rules say of all that is stated, kind by kind, under the readings that are chosen."""
        stated = [record for _, held in self if isinstance(held, tuple) for record in held]
        return check(stated, Context(area=self.area, as_of=self.as_of, readings=chosen))


def findings(report: Report, lang: Lang) -> Iterator[str]:
    """What is not kept, what a person decides and what is not known, each by kind of record."""
    for state in (State.BREACHED, State.NEEDS_JUDGEMENT, State.UNDETERMINED):
        found = [(answer, each) for answer in report.answers for each in answer.outcomes if each.state is state]
        if found:
            yield f"== {word(state, lang)} ({len(found)})"
        for kind, held in groupby(found, key=lambda pair: pair[0].kind):
            yield word(kind, lang)
            for answer, each in held:
                weight = each.severity and (each.severity.value if lang == "zh" else each.severity.name.lower())
                place = " · ".join(filter(None, (answer.record, each.path)))
                yield f"  - {f'[{weight}] ' if weight else ''}{place}: {each.message(lang)}"
                yield f"      {each.rule} · {'; '.join(clause.cite(lang) for clause in each.clauses)}"


def turning(hall: Hall, report: Report, lang: Lang) -> Iterator[str]:
    """Each reading on which answers turn, and what they are under each of its options."""
    turned = {name for outcome in report.outcomes for name in outcome.readings}
    if turned:
        yield f"== {word('turning', lang)} ({len(turned)})"
    for reading in readings():
        if reading.id not in turned:
            continue
        yield reading.question_zh if lang == "zh" else reading.question_en
        asked = dict.fromkeys(
            (answer.index, each.rule)
            for answer in report.answers
            for each in answer.outcomes
            if reading.id in each.readings
        )
        for option in reading.options:
            mark = f" ({word('chosen', lang)})" if option.id == reading.default else ""
            yield f"  - {option.text(lang)}{mark}"
            answers = hall.report(**{reading.id: option.id}).answers
            for index, rule in asked:
                states = dict.fromkeys(word(each.state, lang) for each in answers[index].outcomes if each.rule == rule)
                yield f"      {answers[index].record} · {rule}: {', '.join(states)}"


def opening(hall: Hall, at: datetime, lang: Lang) -> Iterator[str]:
    """Whether the venues of which hours are stated are open at a minute, and when next."""
    ctx = Context(area=hall.area, as_of=hall.as_of)
    if hall.hours:
        yield f"== {at:%Y-%m-%d %H:%M} · {word('open?', lang)}"
    for hours in hall.hours:
        now, then = is_open(hours, at, ctx), next_opening(hours, at, ctx)
        kind = now.day and (now.day.kind.value if lang == "zh" else now.day.kind.name.lower().replace("_", " "))
        day = f" · {word('day', lang)}{kind}" if kind else ""
        yield f"  - {hours.venue}: {word(now.is_open, lang)}{day}{unsettled(now.missing, lang)}"
        if now.is_open:
            continue
        bounds = {"earliest": then.earliest, "latest": then.latest}
        if then.earliest == then.latest:
            bounds = {"at": then.latest}
        told = [f"{word(key, lang)} {when:%Y-%m-%d %H:%M}".strip() for key, when in bounds.items() if when]
        if told or not then.missing:
            more = "" if then.missing == now.missing else unsettled(then.missing, lang)
            yield f"      {word('next', lang)}: {', '.join(told) or word('never', lang)}{more}"


def unsettled(missing: tuple[str, ...], lang: Lang) -> str:
    """What would have to be stated or published, if anything."""
    is_calendar = all(each.startswith("calendar.") for each in missing)
    reason = "year-unpublished" if is_calendar else "not-stated"
    return f" · {say(reason, {'missing': missing}, lang)}" if missing else ""


def word(term: object, lang: Lang) -> str:
    """A term of this page."""
    return WORDS[term][lang == "en"]


def faults(error: ValidationError) -> Iterator[str]:
    """What cannot be read: the record and the field of each fault, and why."""
    for fault in error.errors():
        place = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in fault["loc"])
        yield f"{place}: {fault['msg']}".lstrip(".: ")


def minute(text: str) -> datetime:
    """A moment with its time of day; a day alone is not enough."""
    if isinstance(found := TypeAdapter(records.Moment).validate_python(text), datetime):
        return found
    raise ValueError(text)


def plain(line: str) -> str:
    """A line in which nothing is obeyed by a terminal."""
    return "".join(char if char.isprintable() else "?" for char in line)


@on_any_terminal
def main(argv: Sequence[str] | None = None) -> int:
    """Inspect the halls of a file; 1 where something is not kept, else 0.

    Raises:
        SystemExit: With 2 if the arguments or the file cannot be used.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=PACKAGED, help="halls, a list as JSON")
    parser.add_argument("--at", type=minute, help="whether open at this minute (when the hall is looked at)")
    parser.add_argument("--lang", choices=("zh", "en"), default="zh", help="language of the page (%(default)s)")
    args = parser.parse_args(argv)
    try:
        halls = TypeAdapter(list[Hall]).validate_json(args.file.read_text(encoding="utf-8-sig"))
    except ValidationError as error:
        parser.error("\n  ".join([f"{word('unread', args.lang)}: {args.file}", *faults(error)]))
    except (OSError, ValueError) as error:
        parser.error(str(error))
    is_kept = True
    for hall in halls:
        report = hall.report()
        page = [f"==== {hall.name} · {report.area} · {report.as_of:%Y-%m-%d %H:%M}"]
        page += [*findings(report, args.lang), *turning(hall, report, args.lang)]
        page += [*opening(hall, args.at or report.as_of, args.lang), ""]
        print(*map(plain, page), sep="\n")
        is_kept = is_kept and not report.breaches
    return 0 if is_kept else 1


if __name__ == "__main__":
    sys.exit(main())
