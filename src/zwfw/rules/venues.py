"""What the clauses say about venues (政务服务场所)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

import attrs

from zwfw.areas import PINGTAN, AreaLevel
from zwfw.clauses import clause
from zwfw.context import Context
from zwfw.errors import OfficialNameError
from zwfw.names import OfficialName, parse_venue_name, printed_forms
from zwfw.norms import norm
from zwfw.outcomes import Severity, State
from zwfw.records import Equipment, EquipmentKind, Venue, VenueKind
from zwfw.records.stated import Unstated, path_of, when
from zwfw.rules._asking import all_done, any_holds, surely
from zwfw.rules._per_clause import open_until
from zwfw.rules._windows import CENTRES, STATION
from zwfw.rules.engine import Finding, breached, each, judge, met, not_applicable, rule, undetermined

__all__ = ["RULES"]

T = TypeVar("T")

_Reach = Callable[[Venue, Context], bool]
"""Whether a clause speaks of a venue."""


def _always(_: Venue, __: Context) -> bool:
    return True


def _by_clause(
    venue: Venue,
    ctx: Context,
    reach: Mapping[str, _Reach],
    ask: Callable[[tuple[str, ...]], Iterable[Finding]],
    *,
    silent: str,
) -> Iterator[Finding]:
    """Ask under those clauses in force that speak of *venue*; *silent* is the reason where none does.

    Args:
        venue: The venue.
        ctx: The context.
        reach: Clauses, or norms that have a date of their own, and whether each speaks of a venue.
        ask: What gives the findings under the clauses that it is given; what they do not cite is kept.
        silent: The reason.
    """
    speaking: list[str] = []
    unknown: dict[Finding, None] = {}
    held = [ref for ref in reach if ctx.has(_clause(ref))]
    for ref in held:
        try:
            if reach[ref](venue, ctx):
                speaking.append(ref)
        except Unstated as missing:
            unknown[undetermined(*missing.paths)] = None
    found = tuple(each((tuple(speaking),), ask)) if speaking else ()
    yield from found
    yield from unknown
    if not speaking and not unknown:
        yield not_applicable(silent)
    clauses = tuple(dict.fromkeys(map(_clause, speaking)))
    touched = {ref for finding in found for ref in finding.under or clauses}
    kept = tuple(ref for ref in clauses if ref not in touched)
    if kept and len(kept) < len({*map(_clause, held)}):
        yield met(under=kept)


def _clause(ref: str) -> str:
    return ref.partition("#")[0]


def _open_until(ref: str, ctx: Context) -> date | None:
    """The last day of the date of a norm, or of a clause, that is not over; ``None`` where there is none."""
    terms = norm(ref).terms if "#" in ref else (clause(ref).term,)
    return next((open_until(term, ctx) for term in terms), None)


def _owed(
    reason: str, ctx: Context, refs: Iterable[str], *, at: str, severity: Severity | None = None, **facts: object
) -> Iterator[Finding]:
    """A breach of those of *refs*, clauses or norms, whose date is over; until then nothing is owed."""
    days = {ref: _open_until(ref, ctx) for ref in refs if ctx.has(_clause(ref))}
    not_due = {ref: day for ref, day in days.items() if day is not None}
    due = tuple(_clause(ref) for ref in days if ref not in not_due)
    if due:
        yield breached(reason, at=at, severity=severity, under=due, **facts)
    if not_due:
        found = not_applicable("not-due-yet", at=at, due_on=min(not_due.values()))
        yield attrs.evolve(found, under=tuple(map(_clause, not_due)))


def _by_a_person(found: Iterable[Finding]) -> Iterator[Finding]:
    """The same, but what would be a breach is left to a person."""
    for finding in found:
        is_breach = finding.state is State.BREACHED
        yield attrs.evolve(finding, state=State.NEEDS_JUDGEMENT, severity=None) if is_breach else finding


def _all_owed(venue: Venue, ctx: Context, refs: Iterable[str], reasons: Mapping[str, str]) -> Iterator[Finding]:
    """Ask of each field of *reasons* by itself whether it is so; one that is not breaks the clauses."""
    held = tuple(refs)

    def ask(field: str) -> Iterator[Finding]:
        if not getattr(venue, field):
            yield from _owed(reasons[field], ctx, held, at=field)

    yield from each(reasons, ask)


_NAMES = ("fujian-2022/2.2.1", "xiamen-2022/2.2.1", "hanjiang-2023/task-1")
_LEVELS = "putian-2025/art-11"


@rule("venues.named-by-level", clauses=(*_NAMES, _LEVELS))
def named_by_level(venue: Venue, ctx: Context) -> Iterator[Finding]:
    """A venue has the official name of its level and place, and in Putian is of the kind of its level (名称).

    Each document is asked for its own forms; where it prints none, as for the province's own centre or the sub-centre
    of a township, of a zone or of Pingtan, it is silent. What it neither prints nor excludes is left to a person, as is
    a zone whose own name does not stand in that of its venue.
    """

    def ask(refs: tuple[str, ...]) -> Iterator[Finding]:
        for ref in refs:
            asked = _kind_fits(venue) if ref == _LEVELS else _named(venue, ctx, ref)
            yield from (attrs.evolve(finding, under=(ref,)) for finding in each((asked,), lambda found: found))

    yield from _by_clause(venue, ctx, _NAMING, ask, silent="no-form-of-name")


_KINDS = {
    AreaLevel.CITY: VenueKind.CENTRE,
    AreaLevel.COUNTY: VenueKind.CENTRE,
    AreaLevel.TOWNSHIP: VenueKind.TOWNSHIP_CENTRE,
    AreaLevel.VILLAGE: VenueKind.STATION,
}
"""The kind of venue of each level."""


def _has_level_and_kind(venue: Venue, _: Context) -> bool:
    return when(venue, level=frozenset(_KINDS), kind=frozenset(_KINDS.values()))


def _kind_fits(venue: Venue) -> Iterator[Finding]:
    wanted = _KINDS[venue.level]  # type: ignore[index]  # asked of no other level
    if venue.kind is not wanted:
        yield breached("kind-of-other-level", at="kind", level=venue.level, kind=venue.kind, wanted=wanted)


def _whatever_kind(venue: Venue, ask: Callable[[bool], T], key: Callable[[T], object]) -> T:
    """What *ask* gives about a sub-centre or another venue; where that is not known, what both give, if alike.

    Raises:
        Unstated: If the kind is not stated, and it matters.
    """
    try:
        is_sub = venue.kind is VenueKind.SUB_CENTRE
    except Unstated:
        one, other = ask(False), ask(True)
        if key(one) != key(other):
            raise
        return one
    return ask(is_sub)


def _in_forms_of(ref: str) -> _Reach:
    """Whether the document of *ref* prints forms for such a venue."""

    def reach(venue: Venue, ctx: Context) -> bool:
        level = venue.level
        return level is not None and bool(_whatever_kind(venue, lambda is_sub: _forms(ref, level, ctx, is_sub), bool))

    return reach


def _forms(ref: str, level: AreaLevel, ctx: Context, is_sub: bool) -> tuple[str, ...]:  # noqa: FBT001
    document, is_zone = ref.partition("/")[0], _is_zone(level, ctx)
    if is_sub:
        is_silent = is_zone or ctx.area.is_within(PINGTAN)
        return () if is_silent else printed_forms(level, of="sub-centre", document=document)
    kinds = {None: ("venue", "zone"), True: ("zone",), False: ("venue",)}[is_zone]
    return tuple(form for of in kinds for form in printed_forms(level, of=of, document=document))


def _is_zone(level: AreaLevel | None, ctx: Context) -> bool | None:
    """Whether it is the venue of a functional zone; ``None`` where its own area is not told."""
    if level is not AreaLevel.COUNTY:
        return False
    return ctx.area.kind is not None if ctx.area.level is level else None


def _named(venue: Venue, ctx: Context, ref: str) -> Iterator[Finding]:
    """Ask about the name by the forms of one document."""
    yield from _whatever_kind(
        venue,
        lambda is_sub: tuple(_in_form(venue, ctx, ref, is_sub)),
        lambda found: [finding.reason for finding in found],
    )


def _in_form(venue: Venue, ctx: Context, ref: str, is_sub: bool) -> Iterator[Finding]:  # noqa: FBT001
    name, level = venue.name, venue.level
    read = [found for found in _readings(venue, ref) if _is_of_sort(found, level, ctx, is_sub)]
    here = [found for found in read if _is_of_place(found, level, ctx)]
    if not read:
        forms = _forms(ref, level, ctx, is_sub)  # type: ignore[arg-type]  # asked of no venue without a level
        yield from _owed("name-not-in-form", ctx, (ref,), at="name", name=name, level=level, forms=forms)
    elif not here:
        yield from _owed("name-of-other-place", ctx, (ref,), at="name", name=name, area=ctx.area)
    elif is_sub and not any((found.department, found.business) == (venue.department, venue.business) for found in here):
        department, business = venue.department, venue.business
        yield from _owed(
            "name-of-other-hall", ctx, (ref,), at="name", name=name, department=department, business=business
        )
    elif not any(found.is_printed for found in here):
        yield judge("name-form-not-printed", at="name", name=name)
    elif ctx.area.kind is not None and not any(_names_its_zone(found, ctx) for found in here):
        yield judge("zone-named-otherwise", at="name", name=name, area=ctx.area)


def _names_its_zone(found: OfficialName, ctx: Context) -> bool:
    """Whether a reading has the name of the zone in it; that of a township or village in a zone need not."""
    return not found.is_zone or str(ctx.area.name) in str(found.place)


def _readings(venue: Venue, ref: str) -> tuple[OfficialName, ...]:
    try:
        return parse_venue_name(venue.name, document=ref.partition("/")[0], level=venue.level)
    except OfficialNameError:
        return ()


def _is_of_sort(found: OfficialName, level: AreaLevel | None, ctx: Context, is_sub: bool) -> bool:  # noqa: FBT001
    """Whether a reading is that of a sub-centre, or of the venue of a zone, as the venue itself is."""
    if is_sub or found.kind == VenueKind.SUB_CENTRE.value:
        return is_sub and found.kind == VenueKind.SUB_CENTRE.value
    return _is_zone(level, ctx) in (None, found.is_zone)


def _is_of_place(found: OfficialName, level: AreaLevel | None, ctx: Context) -> bool:
    """Whether a reading names the area, where it is the very area of the venue and has a name."""
    area = ctx.area
    if area.kind is not None or area.level is not level or area.name is None:
        return True
    return found.place in (None, area.name)


_NAMING: Mapping[str, _Reach] = {**{ref: _in_forms_of(ref) for ref in _NAMES}, _LEVELS: _has_level_and_kind}


@rule("venues.sign-text", clauses=_NAMES)
def sign_text(venue: Venue, ctx: Context) -> Iterator[Finding]:
    """The words of a sign are 福建政务服务中心, and no longer 福建行政服务中心 (形象标识).

    The texts have the former words changed. Whether a sign that has neither must have the new ones rests, by the
    province's sentence and the city's, on a notice that is not held, so a person decides; the district does not name
    it.
    """
    if not venue.sign_text:
        yield not_applicable("venue-without-sign")
    else:
        yield from _by_clause(
            venue, ctx, dict.fromkeys(_NAMES, _always), lambda refs: _signed(venue, ctx, refs), silent=""
        )


_FORMER_WORDS = "福建行政服务中心"


def _signed(venue: Venue, ctx: Context, refs: tuple[str, ...]) -> Iterator[Finding]:
    words, (wanted,) = str(venue.sign_text), norm("fujian-2022/2.2.1#9").members
    if _FORMER_WORDS in words:
        yield from _owed("sign-with-former-words", ctx, refs, at="sign_text", words=words, wanted=wanted)
    elif wanted not in words:
        asked = (ref for ref in _NAMES[:2] if ref in refs)
        yield from _by_a_person(_owed("sign-with-other-words", ctx, asked, at="sign_text", words=words, wanted=wanted))


@rule("venues.star-rated-below-only", clauses=(_LEVELS,))
def star_rated_below_only(venue: Venue, _: Context) -> Iterator[Finding]:
    """Township centres and village stations take part in the star rating (星级评定).

    That no other venue does is inferred, as the text has no word for only: it is left to a person.
    """
    if venue.kind in _RATED:
        if not venue.is_star_rated:
            yield breached("not-star-rated", at="is_star_rated", kind=venue.kind)
    elif venue.is_star_rated:
        yield judge("star-rated-above", at="is_star_rated", kind=venue.kind)
    else:
        yield not_applicable("not-for-star-rating")


_RATED = (VenueKind.TOWNSHIP_CENTRE, VenueKind.STATION)


@rule("venues.sub-centre-plate", clauses=("fujian-2022/2.2.3", "xiamen-2022/2.2.3"))
def sub_centre_plate(venue: Venue, _: Context) -> Iterator[Finding]:
    """Where a department takes applications outside the centre, a plate of a sub-centre hangs (分中心牌子).

    The place is under uniform management and guidance too. Whether the plate bears the official name of a sub-centre is
    asked by ``venues.named-by-level``.
    """
    if not venue.serves_outside_centre:
        yield not_applicable("not-outside-the-centre")
    else:
        yield from all_done(venue, _OUTSIDE)


_OUTSIDE = {"has_sub_centre_plate": "no-sub-centre-plate", "under_unified_guidance": "not-under-unified-guidance"}


_SPECIAL_GROUPS = ("fujian-2022/2.2.6", "xiamen-2022/2.2.6")


def _owed_by_institutions(venue: Venue, ctx: Context, reasons: Mapping[str, str]) -> Iterator[Finding]:
    """Ask of each field of *reasons* whether it is so, where the venue is of an institution (各级政务服务机构).

    The centres are. Whether a village's station is one, the texts do not say plainly, and 2.2.5 of both tables names
    the sub-centres of departments beside the institutions.
    """
    open_fields = [field for field in reasons if not surely(venue, **{field: True})]
    if not open_fields:
        return
    if not when(venue, kind=CENTRES | STATION):
        yield not_applicable("no-institution")
    elif venue.kind in CENTRES:
        yield from _all_owed(venue, ctx, _SPECIAL_GROUPS, {field: reasons[field] for field in open_fields})
    else:
        perhaps = dict.fromkeys(open_fields, "station-perhaps-owes-it")
        yield from _by_a_person(_all_owed(venue, ctx, _SPECIAL_GROUPS, perhaps))


@rule("venues.priority-served", clauses=_SPECIAL_GROUPS)
def priority_served(venue: Venue, ctx: Context) -> Iterator[Finding]:
    """Those who have priority go through a green channel and are served first (绿色服务通道)."""
    yield from _owed_by_institutions(venue, ctx, _PRIORITY)


_PRIORITY = {"green_channel": "venue-without-green-channel", "priority_groups_first": "priority-groups-not-first"}


@rule("venues.help-offered", clauses=_SPECIAL_GROUPS)
def help_offered(venue: Venue, ctx: Context) -> Iterator[Finding]:
    """Ways of help are offered to those who need them, who choose whether to use them (帮代办、上门办).

    The list is open, so any way is one; which of the printed ones fits whom, the texts do not say.
    """
    yield from _owed_by_institutions(venue, ctx, _HELP)


_HELP = {"assisted_forms": "no-help-offered", "assistance_chosen_by_applicant": "help-not-by-choice"}


@rule("venues.volunteers", clauses=_SPECIAL_GROUPS)
def volunteers(venue: Venue, ctx: Context) -> Iterator[Finding]:
    """Every institution has a team of volunteers (志愿者小队)."""
    yield from _owed_by_institutions(venue, ctx, {"has_volunteers": "no-volunteers"})


_CHANNELS = "hanjiang-2023/task-10"
_CORNERS: Mapping[str, _Reach] = {
    "fujian-2022/2.4.5": _always,
    "xiamen-2022/2.4.5": _always,
    # 各级政务（便民）服务中心: centres, and neither stations nor sub-centres.
    _CHANNELS: lambda venue, _: when(venue, kind=frozenset({VenueKind.CENTRE, VenueKind.TOWNSHIP_CENTRE})),
}


@rule("venues.online-corner", clauses=tuple(_CORNERS))
def online_corner(venue: Venue, ctx: Context) -> Iterator[Finding]:
    """A venue has a corner for handling things online, where staff guide people (网办专区).

    The district speaks of its centres alone, and only promotes (推动) the guidance; the province and the city speak of
    venues.
    """

    def ask(refs: tuple[str, ...]) -> Iterator[Finding]:
        yield from _all_owed(venue, ctx, refs, {"has_online_corner": "no-online-corner"})
        yield from each((refs,), lambda asking: _guided(venue, ctx, asking))

    yield from _by_clause(venue, ctx, _CORNERS, ask, silent="")


def _guided(venue: Venue, ctx: Context, refs: tuple[str, ...]) -> Iterator[Finding]:
    if not venue.online_corner_staffed:
        reason, at = "online-corner-without-guidance", "online_corner_staffed"
        yield from _owed(reason, ctx, (ref for ref in refs if ref != _CHANNELS), at=at)
        yield from _owed(reason, ctx, (ref for ref in refs if ref == _CHANNELS), at=at, severity=Severity.ADVICE)


@rule("venues.online-by-choice", clauses=(_CHANNELS,), severity=Severity.ADVICE)
def online_by_choice(venue: Venue, _: Context) -> Iterator[Finding]:
    """People are guided to apply online and do so of their own will (自愿)."""
    yield from all_done(venue, {"online_by_choice": "online-not-by-choice"})


@rule("venues.patrolled", clauses=("fujian-2022/3.3.2", "xiamen-2022/3.3.2"))
def patrolled(venue: Venue, _: Context) -> Iterator[Finding]:
    """Every venue has a scheme by which back-office staff are on duty at the front (后台人员前台巡班制度)."""
    yield from all_done(venue, {"back_office_patrol": "no-back-office-patrol"})


@rule("venues.enterprises-follow-guides", clauses=("fujian-2022/3.7.2", "xiamen-2022/3.7.2"))
def enterprises_follow_guides(venue: Venue, _: Context) -> Iterator[Finding]:
    """Enterprises that give public services in a hall of a city or county serve by the guides of the provincial hall.

    Townships and villages are not named. To bring in more of them is encouraged only (入驻单位).
    """
    if not when(venue, level=frozenset({AreaLevel.CITY, AreaLevel.COUNTY}), resident_enterprises=True):
        yield not_applicable("no-resident-enterprise")
    else:
        yield from all_done(venue, {"resident_enterprises_follow_guides": "enterprises-off-the-guides"})


@rule("venues.booked-online", clauses=("xiamen-2022/3.7.4",), severity=Severity.ADVICE)
def booked_online(venue: Venue, _: Context) -> Iterator[Finding]:
    """Visits to a venue can be booked online (网上预约).

    It is a convenience: nothing is said against those who come without a booking.
    """
    yield from all_done(venue, {"bookable_online": "visits-not-booked-online"})


_QUEUES = "xiamen-2022/2.2.10"


@rule("venues.queue-system", clauses=(_QUEUES,))
def queue_system(venue: Venue, ctx: Context) -> Iterator[Finding]:
    """The queue system keeps the city's standard, is connected to its platform and reports through it (预约叫号系统).

    The clause names the city's centre and its sub-centres, and the centres of the districts.
    """
    if not _has_queue_system(venue, ctx):
        yield not_applicable("no-queue-system-asked")
    else:
        yield from _all_owed(venue, ctx, (_QUEUES,), _QUEUE)


_QUEUE = {
    "queue_system_to_standard": "queue-system-off-standard",
    "queue_system_connected": "queue-system-not-connected",
    "queue_data_reported": "queue-data-not-reported",
}


def _has_queue_system(venue: Venue, ctx: Context) -> bool:
    of_city = frozenset({VenueKind.CENTRE, VenueKind.SUB_CENTRE})
    return any_holds(
        (
            lambda: when(venue, level=AreaLevel.CITY, kind=of_city),
            lambda: _is_district_centre(venue, ctx),
        )
    )


def _is_district_centre(venue: Venue, ctx: Context) -> bool:
    """Whether it is the centre of a district, and not that of a zone, which is on the same tier."""
    return ctx.area.kind is None and when(venue, kind=VenueKind.CENTRE, level=AreaLevel.COUNTY)


_SELF_SERVICE = "putian-2025/art-31"
_ROUND_THE_CLOCK: Mapping[str, _Reach] = {
    _SELF_SERVICE: lambda venue, _: when(
        venue, kind=VenueKind.CENTRE, level=frozenset({AreaLevel.CITY, AreaLevel.COUNTY})
    ),
    f"{_CHANNELS}#12": _is_district_centre,
}


@rule("venues.self-service-hours", clauses=(_SELF_SERVICE, _CHANNELS))
def self_service_hours(venue: Venue, ctx: Context) -> Iterator[Finding]:
    """The centre of a city or county has a self-service area that is open round the clock (24小时自助服务区).

    The district gives its own centre until the end of 2024; a zone's centre is Putian's alone.
    """

    def ask(refs: tuple[str, ...]) -> Iterator[Finding]:
        hours, wanted = venue.self_service_hours, ctx.parameter("self_service_hours").value
        if not hours:
            yield from _owed("no-self-service-area", ctx, refs, at="self_service_hours", wanted=wanted)
        elif hours != wanted:
            yield from _owed("self-service-hours-short", ctx, refs, at="self_service_hours", hours=hours, wanted=wanted)

    yield from _by_clause(venue, ctx, _ROUND_THE_CLOCK, ask, silent="no-self-service-area-asked")


@rule("venues.self-service-area", clauses=(_CHANNELS,))
def self_service_area(venue: Venue, ctx: Context) -> Iterator[Finding]:
    """The district centre's self-service area is planned, open to all, guided and prepared for faults (自助便民服务区).

    It goes by the city's one list of self-service items. Its hours are asked by ``venues.self-service-hours``.
    """
    if not _is_district_centre(venue, ctx):
        yield not_applicable("no-self-service-area-asked")
    else:
        yield from _all_owed(venue, ctx, (f"{_CHANNELS}#11",), _AREA)


_AREA = {
    "self_service_planned": "self-service-not-planned",
    "self_service_uses_city_list": "self-service-off-city-list",
    "self_service_open_plan": "self-service-not-open",
    "self_service_guided": "self-service-not-guided",
    "self_service_faults_handled": "self-service-faults-not-handled",
    "self_service_contingency_plan": "self-service-without-contingency-plan",
}


@rule("venues.township-equipment", clauses=(_SELF_SERVICE, _CHANNELS))
def township_equipment(venue: Venue, ctx: Context) -> Iterator[Finding]:
    """A township centre has a kiosk, and in Hanjiang also a computer, a printer and a document camera (“e政务”自助机).

    Hanjiang's kiosks are managed within the province's system of terminals. Where too few are told, whether a device of
    an unprinted kind is one of those is left to a person.
    """
    if not when(venue, kind=VenueKind.TOWNSHIP_CENTRE):
        yield not_applicable("not-a-township-centre")
        return

    def ask(refs: tuple[str, ...]) -> Iterator[Finding]:
        pieces = venue.equipment or ()
        for kind, key, asked_by in _PIECES:
            under = tuple(ref for ref in asked_by if ref in refs)
            if under:
                yield from _enough(pieces, kind, int(ctx.parameter(key).value), under)
        if _CHANNELS in refs:
            yield from (attrs.evolve(found, under=(_CHANNELS,)) for found in each(pieces, _in_system))

    yield from _by_clause(venue, ctx, dict.fromkeys((_SELF_SERVICE, _CHANNELS), _always), ask, silent="")


_PIECES = (
    (EquipmentKind.KIOSK, "e_gov_machines_per_township", (_SELF_SERVICE, _CHANNELS)),
    (EquipmentKind.COMPUTER, "township_pc", (_CHANNELS,)),
    (EquipmentKind.PRINTER, "township_printer", (_CHANNELS,)),
    (EquipmentKind.DOCUMENT_CAMERA, "township_document_camera", (_CHANNELS,)),
)
"""What a township centre has, the parameter that says how many at least, and the clauses that ask for it."""


def _enough(pieces: Iterable[Equipment], kind: EquipmentKind, least: int, under: tuple[str, ...]) -> Iterator[Finding]:
    count = 0
    unknown: list[str] = []
    others: list[str] = []
    for piece in pieces:
        try:
            if piece.kind is kind:
                count += piece.count or 0
            elif isinstance(piece.kind, str):
                others.append(piece.kind)
        except Unstated as missing:
            unknown += missing.paths
    if count >= least:
        return
    if unknown:
        yield attrs.evolve(undetermined(*unknown), under=under)
    elif others:
        yield judge("perhaps-equipment", at="equipment", under=under, kind=kind, others=tuple(others))
    else:
        yield breached("too-little-equipment", at="equipment", under=under, kind=kind, count=count, least=least)


def _in_system(piece: Equipment) -> Iterator[Finding]:
    if when(piece, kind=EquipmentKind.KIOSK, in_provincial_terminal_system=False):
        yield breached("kiosk-outside-provincial-system", at=path_of(piece, "in_provincial_terminal_system"))


_BODIES = "hanjiang-2023/task-15"


@rule("venues.merged-with-district", clauses=(_BODIES,), severity=Severity.ADVICE)
def merged_with_district(venue: Venue, ctx: Context) -> Iterator[Finding]:
    """The centre of the township in which the district's government sits moves into that of the district (区街合一).

    The others stay as they are: of them nothing is asked, and the district's scorecard lets them move in too.
    """
    if not when(venue, kind=VenueKind.TOWNSHIP_CENTRE, is_of_seat_of_district=True):
        yield not_applicable("not-at-the-seat-of-the-district")
    else:
        yield from _all_owed(venue, ctx, (f"{_BODIES}#2",), {"merged_into_district_centre": "not-merged-with-district"})


@rule("venues.township-body", clauses=(_BODIES,))
def township_body(venue: Venue, _: Context) -> Iterator[Finding]:
    """A township handles its own items in its centre, and has a service body with full-time managers (专职管理人员).

    To have the body in place is promoted (推动). How many managers, the text does not say: one is enough.
    """
    if not when(venue, kind=VenueKind.TOWNSHIP_CENTRE):
        yield not_applicable("not-a-township-centre")
        return
    yield from all_done(venue, {"handles_own_items_centrally": "own-items-not-central"})
    for found in all_done(venue, {"has_service_body": "no-service-body"}):
        yield attrs.evolve(found, severity=Severity.ADVICE)
    yield from all_done(venue, {"full_time_managers": "no-full-time-manager"})


RULES = (
    named_by_level,
    sign_text,
    sub_centre_plate,
    priority_served,
    help_offered,
    volunteers,
    queue_system,
    online_corner,
    patrolled,
    enterprises_follow_guides,
    booked_online,
    star_rated_below_only,
    self_service_hours,
    township_equipment,
    self_service_area,
    online_by_choice,
    merged_with_district,
    township_body,
)
