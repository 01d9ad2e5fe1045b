"""Which windows a hall must have, by which norms; and how rules answer for each clause by itself (应设窗口)."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache

import attrs

from zwfw.areas import AreaLevel
from zwfw.clauses import clause
from zwfw.context import Context
from zwfw.norms import norm
from zwfw.records import Venue, VenueKind, Window, WindowKind
from zwfw.records.stated import when
from zwfw.rules._asking import answered
from zwfw.rules._per_clause import open_until
from zwfw.rules.engine import Finding, each, not_applicable, undetermined
from zwfw.subjects import seen

__all__ = ["RequiredWindow", "among", "is_of", "required_by", "required_windows"]

CENTRE = frozenset({VenueKind.CENTRE})
SUB_CENTRE = frozenset({VenueKind.SUB_CENTRE})
STATION = frozenset({VenueKind.STATION})
CENTRES = CENTRE | {VenueKind.TOWNSHIP_CENTRE}
BELOW = STATION | {VenueKind.TOWNSHIP_CENTRE}


@attrs.frozen(kw_only=True)
class RequiredWindow:
    """A window that a hall must have (应设窗口).

    Attributes:
        kind: What it is for.
        norm: The id of the norm that asks for it.
        printed: Its name in that document.
        is_certain: Whether the text surely speaks of the hall; where it does not say so plainly, a person has to.
        is_conspicuous: Whether it has to stand where people see it (醒目位置).
        has_fixed_name: Whether the name on its sign has to be the printed one.
    """

    kind: WindowKind
    norm: str
    printed: str
    is_certain: bool
    is_conspicuous: bool
    has_fixed_name: bool


@attrs.frozen(kw_only=True)
class _Demand:
    """What a norm asks for: the windows of *kind*, or where that is not given, those that are its members."""

    norm: str
    kind: WindowKind | None = None
    surely: frozenset[VenueKind]
    perhaps: frozenset[VenueKind] = frozenset()
    of_district: bool = False
    is_conspicuous: bool = False
    has_fixed_name: bool = False

    @property
    def ref(self) -> str:
        return self.norm.partition("#")[0]

    def of(self, venue: Venue, ctx: Context) -> Iterator[RequiredWindow]:
        if not self._binds(venue, ctx):
            return
        for kind, printed in _windows_in(self.norm, self.kind):
            yield RequiredWindow(
                kind=kind,
                norm=self.norm,
                printed=printed,
                is_certain=venue.kind in self.surely,
                is_conspicuous=self.is_conspicuous,
                has_fixed_name=self.has_fixed_name,
            )

    def _binds(self, venue: Venue, ctx: Context) -> bool:
        kinds = self.surely | self.perhaps
        if not self.of_district:
            return when(venue, kind=kinds)
        return ctx.area.kind is None and when(venue, kind=kinds, level=AreaLevel.COUNTY)


@cache
def _windows_in(norm_id: str, kind: WindowKind | None) -> tuple[tuple[WindowKind, str], ...]:
    if kind is not None:
        return ((kind, str(kind.value)),)
    members = norm(norm_id).members
    return tuple(zip(Window(name="1", kinds=members).kinds or (), members, strict=True))  # type: ignore[arg-type]


# 各级政务服务机构: that a village's station is one, the texts do not say plainly; Putian leaves the stations out. The
# row of Xiamen's 2.2.8 names the authorities of sub-centres among those responsible, while its text names institutions.
_DEMANDS = (
    _Demand(norm="fujian-2022/2.2.5#5", kind=WindowKind.SUB_CENTRE, surely=SUB_CENTRE),
    _Demand(norm="fujian-2022/2.2.5#7", kind=WindowKind.ENQUIRY, surely=CENTRES, perhaps=STATION),
    _Demand(norm="fujian-2022/2.2.6#6", kind=WindowKind.ASSISTANCE, surely=CENTRES, perhaps=STATION),
    _Demand(
        norm="fujian-2022/2.2.8#1",
        kind=WindowKind.COMPLAINTS,
        surely=CENTRES,
        perhaps=STATION,
        is_conspicuous=True,
    ),
    _Demand(norm="xiamen-2022/2.2.5#3", kind=WindowKind.ENQUIRY, surely=CENTRES, perhaps=STATION),
    _Demand(norm="xiamen-2022/2.2.5#6", kind=WindowKind.SUB_CENTRE, surely=SUB_CENTRE),
    _Demand(norm="xiamen-2022/2.2.6#4", kind=WindowKind.ASSISTANCE, surely=CENTRES, perhaps=STATION),
    _Demand(
        norm="xiamen-2022/2.2.8#2",
        kind=WindowKind.COMPLAINTS,
        surely=CENTRES,
        perhaps=STATION | SUB_CENTRE,
        is_conspicuous=True,
        has_fixed_name=True,
    ),
    _Demand(norm="putian-2025/art-13#1", surely=CENTRES),
    _Demand(norm="hanjiang-2023/task-3#6", surely=CENTRE, of_district=True),
)


def required_windows(venue: Venue, ctx: Context) -> tuple[RequiredWindow, ...]:
    """The windows that a hall must have, and which norm asks for each (应设窗口).

    One window may be asked for by several norms. Which windows may be combined the texts do not say; a window of
    several kinds counts for each. Nothing is owed by a norm before the date of its task is over. Whether a hall has a
    window for other areas turns, in the province's text, on what the zone of the provincial hall configures for it, so
    that one is not among them.

    Args:
        venue: A hall that states its kind, and where only halls of a level are bound, its level.
        ctx: Where and when.

    Raises:
        Unstated: If the kind or the level decides and is not stated.

    >>> from datetime import date
    >>> hall = Venue(name="涵江区政务服务中心", kind="政务服务中心", level="县")
    >>> found = required_windows(hall, Context(area="涵江区", as_of=date(2025, 6, 30)))
    >>> [each.norm for each in found if each.kind is WindowKind.CROSS_AREA]
    ['putian-2025/art-13#1', 'hanjiang-2023/task-3#6']
    """
    held, scoped = seen(venue, ctx)
    refs = dict.fromkeys(demand.ref for demand in _DEMANDS)
    # The plan of Hanjiang gives its windows no date.
    owed = [ref for ref in refs if scoped.has(ref) and open_until(clause(ref).term, scoped) is None]
    return tuple(window for ref in owed for window in required_by(ref, held, scoped))


def required_by(ref: str, venue: Venue, ctx: Context) -> Iterator[RequiredWindow]:
    """Those that the clause *ref* asks a hall to have, whether or not its date is over."""
    for demand in _DEMANDS:
        if demand.ref == ref:
            yield from demand.of(venue, ctx)


def is_of(window: Window, kinds: frozenset[WindowKind]) -> bool:
    """Whether a window is of one of *kinds*, whatever else it is."""
    return not kinds.isdisjoint(window.kinds or ())


def among(
    venue: Venue, is_meant: Callable[[Window], bool], ask: Callable[[Window], Iterable[Finding]], none: str
) -> Iterator[Finding]:
    """Ask about each window of a hall that is meant; where none is, *none* is the reason why nothing is said."""
    known, unknown = answered(venue.windows or (), is_meant)
    meant = [window for window, is_it in known if is_it]
    if unknown:
        yield undetermined(*unknown)
    elif not meant:
        yield not_applicable(none)
    yield from each(meant, ask)
