"""What the clauses say about items kept out of the centres, and those brought nearer (负面清单)."""

import re
from collections.abc import Iterator

from zwfw.areas import Area, AreaLevel, areas
from zwfw.context import Context
from zwfw.norms import norm
from zwfw.outcomes import Severity
from zwfw.records import ExemptionGround, NegativeListEntry
from zwfw.records.stated import when
from zwfw.rules._asking import all_done, any_holds, surely
from zwfw.rules._per_clause import by_clause
from zwfw.rules.engine import Finding, breached, each, judge, not_applicable, rule

__all__ = ["RULES"]

_FUJIAN, _XIAMEN, _HANJIANG = "fujian-2022/2.2.2", "xiamen-2022/2.2.2", "hanjiang-2023/task-2"
_CENTRES = frozenset({AreaLevel.CITY, AreaLevel.COUNTY})
_STATIONS = frozenset({AreaLevel.TOWNSHIP, AreaLevel.VILLAGE})
_PROVINCE, _CITY, _DISTRICT = AreaLevel.PROVINCE, AreaLevel.CITY, AreaLevel.COUNTY
_OFFICES = {_PROVINCE: "省审改办", _CITY: "市审改办", _DISTRICT: "区审改办"}


@rule("negative_lists.must-be-in-the-centre", clauses=(_FUJIAN, _XIAMEN, _HANJIANG))
def must_be_in_the_centre(entry: NegativeListEntry, ctx: Context) -> Iterator[Finding]:
    """An item that is not on the negative list is handled in the centre or station of its level (进驻).

    To be off the list is a duty to enter, not a permission. The province and the city promote it, and of villages they
    say that it holds in principle. In Xiamen whatever has no ground must enter, but for the villages' in principle too,
    and a ground without the list is left to a person. In Hanjiang any one of three grounds excepts, and what has none
    must be in the centre and on the platform too. The tables give the whole of it, lists and decisions, until the end
    of 2022.
    """
    if when(entry, level=AreaLevel.PROVINCE):
        yield not_applicable("no-centre-of-the-province")
        return
    asked = {_FUJIAN: _off_the_list, _XIAMEN: _without_ground, _HANJIANG: _in_both_places}
    yield from by_clause(ctx, asked, lambda ref: asked[ref](entry))


def _off_the_list(entry: NegativeListEntry) -> Iterator[Finding]:
    if surely(entry, in_centre=True):
        return
    if when(entry, in_centre=False, on_list=False):
        yield from _promoted(entry)
    else:
        yield not_applicable("may-stay-out")


def _promoted(entry: NegativeListEntry) -> Iterator[Finding]:
    severity = Severity.DEPARTURE if when(entry, level=AreaLevel.VILLAGE) else Severity.ADVICE
    yield breached("off-list-item-outside", at="in_centre", severity=severity)


def _without_ground(entry: NegativeListEntry) -> Iterator[Finding]:
    if any_holds((lambda: bool(entry.in_centre), lambda: when(entry, on_list=True, grounds=True))):
        if not surely(entry, in_centre=True):
            yield not_applicable("may-stay-out")
    elif surely(entry, grounds=False):
        severity = Severity.DEPARTURE if when(entry, level=AreaLevel.VILLAGE) else Severity.VIOLATION
        yield breached("item-without-ground-outside", at="in_centre", severity=severity)
    else:
        yield from _promoted(entry)
        if entry.grounds:
            yield judge("ground-without-the-list", at="on_list", grounds=entry.grounds)


def _in_both_places(entry: NegativeListEntry) -> Iterator[Finding]:
    if any_holds((lambda: _is_excepted(entry), lambda: when(entry, in_centre=True, on_platform=True))):
        if not surely(entry, in_centre=True, on_platform=True):
            yield not_applicable("may-stay-out")
    elif entry.grounds:
        yield judge("ground-not-printed", at="grounds", grounds=entry.grounds)
    else:
        yield from all_done(entry, _PLACES)


_PLACES = {"in_centre": "item-without-ground-outside", "on_platform": "off-the-joint-platform"}


def _is_excepted(entry: NegativeListEntry) -> bool:
    return any(isinstance(ground, ExemptionGround) for ground in entry.grounds or ())


@rule("negative_lists.list-made-by", clauses=(_FUJIAN, _XIAMEN, _HANJIANG))
def list_made_by(entry: NegativeListEntry, ctx: Context) -> Iterator[Finding]:
    """The list for cities and counties is the province's, that for townships and villages the city's (负面清单制定).

    In Xiamen the city and each district draft theirs for the province's decision, and the districts draw up that for
    townships and villages; a draft is not asked for the province's hand. The district of Hanjiang applies the
    province's list. An office that is not known by its name is left to a person.
    """
    if not entry.on_list or when(entry, level=AreaLevel.PROVINCE):
        yield not_applicable("not-on-a-list")
        return
    yield from by_clause(ctx, list_made_by.clauses, lambda ref: _made_by(entry, ctx, _maker(entry, ctx, ref)))


def _maker(entry: NegativeListEntry, ctx: Context, ref: str) -> AreaLevel | None:
    """The level whose office makes the list by a clause; ``None`` where the clause does not say."""
    is_below = when(entry, level=_STATIONS)
    if ref == _HANJIANG:
        return _PROVINCE if when(entry, level=AreaLevel.COUNTY) else None
    if is_below:
        return _CITY if ref == _FUJIAN else _DISTRICT
    drafter = _drafter(entry.list_name, ctx.area) if ctx.has(_XIAMEN) else None
    if ref == _XIAMEN:
        return drafter
    return _PROVINCE if drafter is None else None


def _drafter(title: str | None, area: Area) -> AreaLevel | None:
    """Of the lists of Xiamen: whose draft it is by its title; ``None`` where it is none."""
    city, *_ = _titles()
    name = _bare(title)
    if name == city:
        return _CITY
    return _DISTRICT if name in _district_titles(area) else None


def _made_by(entry: NegativeListEntry, ctx: Context, wanted: AreaLevel | None) -> Iterator[Finding]:
    if wanted is None:
        yield not_applicable("maker-not-said")
    else:
        makers = entry.list_made_by or ()
        yield from _is_office(makers, ctx, wanted, "list_made_by", ("list-made-by-others", "list-maker-unknown"))


def _is_office(
    offices: tuple[str, ...], ctx: Context, wanted: AreaLevel, at: str, reasons: tuple[str, str]
) -> Iterator[Finding]:
    """Whether one of *offices* is the approval-reform office (审改办) of the level *wanted*.

    The reasons are that for which none is, and that for which it is not known.
    """
    wrong, unknown = reasons
    answers = [_is_of(wanted, office, ctx.area) for office in offices]
    if any(answers):
        return
    make, reason = (judge, unknown) if None in answers else (breached, wrong)
    yield make(reason, at=at, offices=offices or None, wanted=_OFFICES[wanted])


_APPROVAL_REFORM = re.compile(r"(.*?)(?:审改|审批管理局|审批制度改革)")
_MARKS = (("区", _DISTRICT), ("县", _DISTRICT), ("市", _CITY), ("省", _PROVINCE))


def _is_of(level: AreaLevel, office: str, area: Area) -> bool | None:
    """Whether *office* is the approval-reform office of this level around *area*; ``None`` where that is not known."""
    found = _APPROVAL_REFORM.match(office)
    if found is None:
        return None
    place = found[1].replace("设区市", "市")
    named = [held for held in areas() if str(held) in place]
    if named:
        narrowest = min(held.level for held in named)
        return narrowest is level and any(_is_around(held, area) for held in named if held.level is level)
    told = next((level for mark, level in _MARKS if mark in place), None)
    return None if told is None else told is level


def _is_around(held: Area, area: Area) -> bool:
    return area.is_within(held) or held.is_within(area)


@rule("negative_lists.list-title", clauses=(_XIAMEN,))
def list_title(entry: NegativeListEntry, ctx: Context) -> Iterator[Finding]:
    """In Xiamen the negative lists bear the titles that the city prints, by their level (清单名称).

    For the city and its districts the drafts and the list that joins them have titles of their own.
    """
    if not entry.on_list or when(entry, level=AreaLevel.PROVINCE):
        yield not_applicable("not-on-a-list")
    else:
        yield from by_clause(ctx, list_title.clauses, lambda _: _titled(entry, ctx))


def _titled(entry: NegativeListEntry, ctx: Context) -> Iterator[Finding]:
    city, _, joint, below = _titles()
    if when(entry, level=_STATIONS):
        wanted: tuple[str, ...] = (below,)
    elif entry.level is AreaLevel.CITY:
        wanted = (city, joint)
    else:
        wanted = (*_district_titles(ctx.area), joint)
    if _bare(entry.list_name) not in wanted:
        titles = tuple(f"《{title}》" for title in wanted)
        yield breached("list-title-differs", at="list_name", title=f"《{_bare(entry.list_name)}》", wanted=titles)


def _titles() -> tuple[str, ...]:
    """The titles of the lists of Xiamen: of the city, of a district, of both together, of townships and villages."""
    return tuple(map(_bare, norm("xiamen-2022/2.2.2#3").members))


def _district_titles(area: Area) -> tuple[str, ...]:
    """The titles that the list of a district may bear: of those around *area*, or of the whole city."""
    _, form, *_ = _titles()
    districts = [held for held in areas(AreaLevel.COUNTY) if held.is_within("厦门市")]
    near = [held for held in districts if _is_around(held, area)] or districts
    return tuple(form.replace("{地名}区", str(held)) for held in near)


def _bare(title: str | None) -> str:
    return (title or "").removeprefix("《").removesuffix("》")


@rule("negative_lists.reason-and-decision", clauses=(_FUJIAN, _XIAMEN))
def reason_and_decision(entry: NegativeListEntry, ctx: Context) -> Iterator[Finding]:
    """An item is kept out with a reason and by decision of the province, in Xiamen put to it by the city (审定).

    In Xiamen the city decides for townships and villages; the province says nothing of these. What was put to the
    office and is not decided yet is left to a person.
    """
    if entry.in_centre:
        yield not_applicable("in-the-centre")
        return
    asked = {_FUJIAN: _decided_by_province, _XIAMEN: _decided_in_xiamen}
    yield from by_clause(ctx, asked, lambda ref: asked[ref](entry, ctx))


def _decided_by_province(entry: NegativeListEntry, ctx: Context) -> Iterator[Finding]:
    if when(entry, level=_CENTRES):
        yield from _decided(entry, ctx, _PROVINCE)
    else:
        yield not_applicable("decision-not-asked")


def _decided_in_xiamen(entry: NegativeListEntry, ctx: Context) -> Iterator[Finding]:
    if when(entry, level=_STATIONS):
        yield from _decided(entry, ctx, _CITY)
        return
    yield from _decided_by_province(entry, ctx)
    if when(entry, level=_CENTRES):
        yield from each((entry,), lambda one: _put_by_the_city(one, ctx))


def _decided(entry: NegativeListEntry, ctx: Context, wanted: AreaLevel) -> Iterator[Finding]:
    yield from all_done(entry, {"reason_stated": "no-reason-for-staying-out"})
    yield from each((wanted,), lambda level: _decided_by(entry, ctx, level))


def _decided_by(entry: NegativeListEntry, ctx: Context, wanted: AreaLevel) -> Iterator[Finding]:
    if not entry.decided_by and entry.submitted_by:
        yield judge("decision-awaited", at="decided_by", wanted=_OFFICES[wanted])
    else:
        offices = (entry.decided_by,) if entry.decided_by else ()
        yield from _is_office(offices, ctx, wanted, "decided_by", ("not-decided-by-office", "decider-unknown"))


def _put_by_the_city(entry: NegativeListEntry, ctx: Context) -> Iterator[Finding]:
    offices = (entry.submitted_by,) if entry.submitted_by else ()
    yield from _is_office(offices, ctx, _CITY, "submitted_by", ("not-put-by-the-city", "submitter-unknown"))


@rule("negative_lists.no-separate-counter", clauses=(_FUJIAN, _XIAMEN), severity=Severity.DEPARTURE)
def no_separate_counter(entry: NegativeListEntry, ctx: Context) -> Iterator[Finding]:
    """In a village nothing is handled, in principle, at a counter outside the station (分办点)."""
    if not when(entry, level=AreaLevel.VILLAGE):
        yield not_applicable("not-a-village-item")
    else:
        yield from by_clause(ctx, no_separate_counter.clauses, lambda _: _none_apart(entry, ctx))


def _none_apart(entry: NegativeListEntry, ctx: Context) -> Iterator[Finding]:
    most = int(ctx.parameter("village_separate_counters").value)
    counters = entry.separate_counters_in_village or 0
    if counters > most:
        yield breached("village-counter-apart", at="separate_counters_in_village", counters=counters, most=most)


@rule("negative_lists.sub-centre-for-what-cannot", clauses=(_HANJIANG,))
def sub_centre_for_what_cannot(entry: NegativeListEntry, _: Context) -> Iterator[Finding]:
    """For an item that truly cannot be merged the department runs a sub-centre under guidance of its level (分中心)."""
    if not entry.cannot_be_merged:
        yield not_applicable("can-be-merged")
    elif surely(entry, sub_centre_set_up=False):
        # How it is run is not asked of what is not there.
        yield breached("sub-centre-not-set-up", at="sub_centre_set_up")
    else:
        yield from all_done(entry, _OF_A_SUB_CENTRE)


_OF_A_SUB_CENTRE = {
    "sub_centre_set_up": "sub-centre-not-set-up",
    "sub_centre_to_standard": "sub-centre-below-standard",
    "sub_centre_guided": "sub-centre-without-guidance",
}


@rule(
    "negative_lists.carried-below",
    clauses=("fujian-2022/3.3.1", "xiamen-2022/3.3.1"),
    severity=Severity.ADVICE,
)
def carried_below(entry: NegativeListEntry, _: Context) -> Iterator[Finding]:
    """What people often need and the grassroots can carry goes down to townships and villages: both tests (下沉).

    It is of a city or a county, and of a field that the clauses print. They leave the fields open (等): another one is
    left to a person. Neither test has a threshold.
    """
    is_met = when(entry, level=_CENTRES, is_frequent=True, can_be_carried_below=True, field=...)
    if not is_met:
        yield not_applicable("not-to-be-carried-below")
    elif not entry.carried_below:
        if norm("fujian-2022/3.3.1#1").admits(str(entry.field)):
            yield breached("not-carried-below", at="carried_below")
        else:
            yield judge("perhaps-carried-below", at="field", field=entry.field)


@rule(
    "negative_lists.brought-to-villages",
    clauses=("fujian-2022/3.3.2", "xiamen-2022/3.3.2"),
    severity=Severity.ADVICE,
)
def brought_to_villages(entry: NegativeListEntry, _: Context) -> Iterator[Finding]:
    """What is handled in numbers and at about the same time is handled in villages: both tests (进村办理).

    Neither has a threshold.
    """
    if not when(entry, is_numerous=True, is_concentrated_in_time=True):
        yield not_applicable("not-to-be-brought-to-villages")
    elif not entry.brought_to_village:
        yield breached("not-brought-to-villages", at="brought_to_village")


RULES = (
    must_be_in_the_centre,
    list_made_by,
    list_title,
    reason_and_decision,
    no_separate_counter,
    sub_centre_for_what_cannot,
    carried_below,
    brought_to_villages,
)
