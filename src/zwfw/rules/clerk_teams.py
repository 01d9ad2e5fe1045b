"""What the clauses say about teams of clerks (窗口办事员队伍)."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final, Literal

import attrs

from zwfw.areas import AreaLevel
from zwfw.context import Context
from zwfw.norms import norm
from zwfw.outcomes import Severity
from zwfw.parameters import parameter
from zwfw.records import ClerkTeam, Grade
from zwfw.records.stated import Unstated, when
from zwfw.rules._asking import any_holds, lacks
from zwfw.rules.engine import Finding, breached, each, judge, not_applicable, rule
from zwfw.subjects import option, seen

__all__ = ["RULES", "ClerkRange", "clerk_range", "grade_places"]

_TASK_7 = "hanjiang-2023/task-7"


@attrs.frozen
class ClerkRange:
    """The fewest and the most clerks that a township centre may have; both count."""

    least: int
    most: int


def clerk_range(team: ClerkTeam, ctx: Context) -> ClerkRange | None:
    """How many clerks a township's centre may have (办事员人数).

    One more may be posted where more people live there than the figure set; exactly that many are not more.

    Returns:
        ``None`` where *team* is not that of a township's centre.

    Raises:
        Unstated: If the level, whether it is one centre, or the population is not stated and decides it.
        UnknownParameterError: If no range is in force for the area and day.

    Source:
        hanjiang-2023/task-7.

    >>> from datetime import date
    >>> ctx = Context(area="涵江区", as_of=date(2025, 6, 3))
    >>> clerk_range(ClerkTeam(name="国欢镇", level="乡", is_whole_corps=False, population=50_001), ctx)
    ClerkRange(least=2, most=6)
    """
    view, scoped = seen(team, ctx)
    if not _is_centre(view, AreaLevel.TOWNSHIP):
        return None
    extra = _figure(scoped, "extra_clerk") if _is_above(view, scoped, "population", "extra_clerk_population") else 0
    return ClerkRange(_figure(scoped, "township_clerks_min"), _figure(scoped, "township_clerks_max") + extra)


def _is_centre(team: ClerkTeam, level: AreaLevel) -> bool:
    return when(team, is_whole_corps=False, level=level)


def _figure(ctx: Context, key: str) -> int:
    return int(ctx.parameter(key).value)


def _is_above(team: Any, ctx: Context, field: str, key: str) -> bool:
    return (getattr(team, field) or 0) > _figure(ctx, key)


@rule("clerk_teams.recruited-by-centre", clauses=(_TASK_7,))
def recruited_by_centre(team: ClerkTeam, _: Context) -> Iterator[Finding]:
    """The centres of every level recruit and manage the clerks at the front themselves (自行招聘、管理).

    A village has a station and no centre.
    """
    if _is_no_centre(team):
        yield not_applicable("team-of-no-centre")
        return
    yield from lacks(team, "recruited_by_centre", "clerks-not-recruited-by-centre")


def _is_no_centre(team: ClerkTeam) -> bool:
    """The corps of a whole area is that of no centre, nor are the clerks of a village's station."""
    return any_holds((lambda: when(team, is_whole_corps=True), lambda: when(team, level=_NO_CENTRES)))


_NO_CENTRES = frozenset({AreaLevel.VILLAGE, None})


@rule("clerk_teams.number-of-clerks", clauses=(_TASK_7,), severity=Severity.ADVICE)
def number_of_clerks(team: ClerkTeam, ctx: Context) -> Iterator[Finding]:
    """A township's centre has 2 to 5 clerks, one more above 50 000 people, and the district's hall about 30 (办事员).

    How far about (约) reaches is not said: another number than 30 is left to a person.
    """
    if _is_centre(team, AreaLevel.COUNTY):
        yield from _about(team, _figure(ctx, "district_clerks"))
    elif _is_centre(team, AreaLevel.TOWNSHIP):
        yield from _within_range(team, ctx)
    else:
        yield not_applicable("number-of-clerks-not-set")


def _about(team: ClerkTeam, wanted: int) -> Iterator[Finding]:
    clerks = team.clerks or 0
    if clerks != wanted:
        yield judge("clerks-not-just-so-many", at="clerks", clerks=clerks, wanted=wanted)


def _within_range(team: ClerkTeam, ctx: Context) -> Iterator[Finding]:
    clerks = team.clerks or 0
    least, usual = _figure(ctx, "township_clerks_min"), _figure(ctx, "township_clerks_max")
    if clerks < least:
        yield breached("too-few-clerks", at="clerks", clerks=clerks, least=least)
    elif clerks > usual:
        # Only here does the number of people matter.
        held = clerk_range(team, ctx)
        if held is not None and clerks > held.most:
            yield breached("too-many-clerks", at="clerks", clerks=clerks, most=held.most)


@rule("clerk_teams.reform-in-time", clauses=(_TASK_7,))
def reform_in_time(team: ClerkTeam, ctx: Context) -> Iterator[Finding]:
    """The reform of one intake and joint service is done by the date of the centre (“一窗受理、集成服务”).

    The district's own centre, and townships with many people and many cases, come first; all other centres have a year
    more. The day itself is in time. Whether such a township has both or either is the reading
    ``first-wave-conditions``.
    """
    if _is_no_centre(team):
        yield not_applicable("team-of-no-centre")
        return
    done_on = team.reform_done_on
    if done_on is not None and done_on <= _due_on(_FIRST_WAVE):
        return
    due_on = _reform_due_on(team, ctx, done_on or ctx.as_of.date())
    if done_on is None:
        late = ctx.as_of.date() > due_on
        yield (
            breached("reform-not-done", at="reform_done_on", due_on=due_on)
            if late
            else not_applicable("not-due-yet", at="reform_done_on", due_on=due_on)
        )
    elif done_on > due_on:
        yield breached("reform-done-late", at="reform_done_on", due_on=due_on, done_on=done_on)


_FIRST_WAVE, _EVERY_CENTRE = f"{_TASK_7}#8", f"{_TASK_7}#9"


def _reform_due_on(team: ClerkTeam, ctx: Context, reached: date) -> date:
    """The date of the centre; the later one where *reached* is past both and the wave is not known."""
    due_on = _due_on(_EVERY_CENTRE)
    try:
        return _due_on(_FIRST_WAVE) if _is_of_first_wave(team, ctx) else due_on
    except Unstated:
        if reached > due_on:
            return due_on
        raise


def _due_on(name: str) -> date:
    (due_on,) = (term.on for term in norm(name).terms if term.on is not None)
    return due_on


def _is_of_first_wave(team: ClerkTeam, ctx: Context) -> bool:
    if team.level is not AreaLevel.TOWNSHIP:
        return team.level is AreaLevel.COUNTY

    def has_many_people() -> bool:
        return _is_above(team, ctx, "registered_population", "first_wave_registered_population")

    def has_many_cases() -> bool:
        return _is_above(team, ctx, "yearly_cases", "first_wave_annual_volume")

    if option(team, ctx, "first-wave-conditions") == "either":
        return any_holds((has_many_people, has_many_cases))
    return not any_holds((lambda: not has_many_people(), lambda: not has_many_cases()))


_GRADES: Final[Mapping[Grade, tuple[str, str]]] = {
    Grade.FIVE: ("grade_five", "grade_five_share"),
    Grade.FOUR: ("grade_four", "grade_four_share"),
    Grade.THREE: ("grade_three", "grade_three_share"),
}
"""For each grade the field that counts it, and the parameter of its share."""

_ALL = 100
"""Per cent."""


def grade_places(
    establishment: int, rounding: Literal["exact", "half-up", "down"] = "exact"
) -> Mapping[Grade, int | None]:
    """How many of all posts are of each grade (职业技能等级比例).

    Rounded places need not add up to all posts: the text does not say what then.

    Args:
        establishment: The number of all posts, those of one centre among them.
        rounding: What becomes of a share that is no whole number: ``exact`` gives ``None``, ``half-up`` rounds, a half
            up, and ``down`` cuts off; the options of the reading ``grade-rounding``.

    Raises:
        ValueError: If *establishment* is negative, or *rounding* is no such option.

    Source:
        hanjiang-2023/task-8.

    >>> [places for places in grade_places(30).values()]
    [18, 9, 3]
    >>> [places for places in grade_places(25).values()], [places for places in grade_places(25, "half-up").values()]
    ([15, None, None], [15, 8, 3])
    """
    if establishment < 0:
        raise ValueError(f"expected a number of posts, got {establishment!r}")
    if rounding not in _ROUNDINGS:
        raise ValueError(f"expected one of {', '.join(_ROUNDINGS)}, got {rounding!r}")
    return {grade: _places(establishment * _share_percent(grade), rounding) for grade in _GRADES}


_ROUNDINGS = ("exact", "half-up", "down")


def _share_percent(grade: Grade) -> int:
    (held,) = parameter(_GRADES[grade][1]).values
    return int(held.value)


def _places(hundredths: int, rounding: str) -> int | None:
    if rounding == "exact" and hundredths % _ALL:
        return None
    return (hundredths + (_ALL // 2 if rounding == "half-up" else 0)) // _ALL


@rule("clerk_teams.grade-shares", clauses=("hanjiang-2023/task-8",))
def grade_shares(team: ClerkTeam, ctx: Context) -> Iterator[Finding]:
    """Grades five, four and three have 60, 30 and 10 per cent of all posts of the area, counted together (员额总数).

    Not of those of one centre. What becomes of a share that is no whole number is the reading ``grade-rounding``;
    unless one is chosen, it is left to a person.
    """
    if not when(team, is_whole_corps=True, establishment=True):
        yield not_applicable("posts-not-counted-together")
        return
    posts = team.establishment or 0
    places = grade_places(posts, _rounding(team, ctx))
    yield from each(_GRADES, lambda grade: _has_its_share(team, posts, grade, places[grade]))


def _rounding(team: ClerkTeam, ctx: Context) -> Literal["exact", "half-up", "down"]:
    chosen = option(team, ctx, "grade-rounding")
    return "half-up" if chosen == "half-up" else "down" if chosen == "down" else "exact"


def _has_its_share(team: ClerkTeam, posts: int, grade: Grade, wanted: int | None) -> Iterator[Finding]:
    field = _GRADES[grade][0]
    held = getattr(team, field) or 0
    facts: dict[str, Any] = {"grade": grade, "posts": posts, "share_percent": _share_percent(grade), "held": held}
    if wanted is None:
        yield judge("grade-share-not-whole", at=field, **facts)
    elif held != wanted:
        yield breached("grade-share-missed", at=field, wanted=wanted, **facts)


RULES = (
    recruited_by_centre,
    number_of_clerks,
    reform_in_time,
    grade_shares,
)
