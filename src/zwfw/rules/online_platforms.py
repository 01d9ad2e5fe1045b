"""What the clauses say about online platforms (政务服务平台)."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from zwfw.context import Context
from zwfw.outcomes import Severity, State
from zwfw.records import (
    CrossAreaKind,
    EpidemicZoneFunction,
    OnlinePlatform,
    PlatformKind,
    PlatformLink,
    SystemFault,
)
from zwfw.records.stated import path_of, when
from zwfw.rules._asking import all_done
from zwfw.rules._differences import not_among
from zwfw.rules._per_clause import once_due
from zwfw.rules.engine import Finding, breached, each, judge, not_applicable, rule, undetermined

__all__ = ["RULES"]

_CITY, _SHARING, _TRUSTED_FILES = "xiamen-2022/4.1.1", "xiamen-2022/4.3.1", "xiamen-2022/4.2.3"

_BEHIND = frozenset({PlatformKind.SHARING, PlatformKind.TRUSTED_FILES})
"""Platforms that other platforms use, and no applicant."""


@rule("online_platforms.touch-points-explained", clauses=("fujian-2022/2.3.5",))
def touch_points_explained(platform: OnlinePlatform, _: Context) -> Iterator[Finding]:
    """Every touch point of a platform shows an instruction that pops up (弹出式操作说明)."""
    if not platform.touch_points:
        yield not_applicable("no-touch-points")
    elif lacking := not_among(platform.touch_points, platform.explained_touch_points or ()):
        yield breached("touch-points-unexplained", at="explained_touch_points", lacking=lacking)


@rule("online_platforms.fault-channel", clauses=("fujian-2022/2.3.6",))
def fault_channel(platform: OnlinePlatform, _: Context) -> Iterator[Finding]:
    """A platform tells where its faults are reported, and sets a time for dealing with them (故障反映渠道).

    The text names no figure: the time is the platform's own. Whether a platform that moves data or keeps files, and
    serves nobody directly, is one of those meant (政务服务平台), a person says.
    """
    found = tuple(all_done(platform, {"fault_channel": "no-fault-channel", "fault_limit_hours": "no-fault-limit"}))
    if any(each.state is State.BREACHED for each in found) and platform.kind in _BEHIND:
        yield judge("platform-perhaps-not-meant", at="kind", kind=platform.kind)
    else:
        yield from found


@rule("online_platforms.faults-dealt-with", clauses=("fujian-2022/2.3.6",))
def faults_dealt_with(platform: OnlinePlatform, ctx: Context) -> Iterator[Finding]:
    """A fault is dealt with within the time that the platform set (限时处置).

    The hours are those of the clock, and the last one counts. A platform without a time is the question of
    ``online_platforms.fault-channel``.
    """
    if not platform.faults:
        yield not_applicable("no-faults")
    elif (limit := platform.fault_limit_hours) is None:
        yield not_applicable("no-time-stated")
    else:
        yield from each(platform.faults, lambda fault: _dealt_with(fault, limit, ctx))


def _dealt_with(fault: SystemFault, limit: int, ctx: Context) -> Iterator[Finding]:
    reported, solved = fault.reported_at, fault.solved_at
    until = ctx.as_of if solved is None else solved
    hours = timedelta(hours=limit)
    least = _earliest(until) - _latest(reported)
    most = _latest(until) - _earliest(reported)
    if least > hours:
        yield breached(
            "fault-dealt-with-late", at=path_of(fault, "solved_at"), reported_at=reported, solved_at=solved, limit=limit
        )
    elif most > hours:
        moments = {"reported_at": reported, "solved_at": until}
        missing = (name for name, moment in moments.items() if not isinstance(moment, datetime))
        yield undetermined(*(path_of(fault, f"{name}.time") for name in missing))
    elif solved is None:
        yield not_applicable("not-due-yet", at=path_of(fault), due_on=(_earliest(reported) + hours).date())


def _earliest(moment: date | datetime) -> datetime:
    """The first moment that a moment can be, where its time of day is not known."""
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time.min)


def _latest(moment: date | datetime) -> datetime:
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time.max)


@rule("online_platforms.epidemic-zone", clauses=("fujian-2022/3.4.3", "xiamen-2022/3.4.3"))
def epidemic_zone(platform: OnlinePlatform, _: Context) -> Iterator[Finding]:
    """During epidemic control both portal and app have a zone for information and handling (疫情防控服务专区)."""
    if not when(platform, kind=_WITH_ZONE, during_epidemic_control=True):
        yield not_applicable("no-epidemic-zone-asked")
        return
    offered = platform.epidemic_zone_functions or ()
    lacking = tuple(function for function in EpidemicZoneFunction if function not in offered)
    if lacking:
        reason = "epidemic-zone-lacks" if offered else "no-epidemic-zone"
        yield breached(reason, at="epidemic_zone_functions", lacking=lacking)


_WITH_ZONE = frozenset({PlatformKind.PORTAL, PlatformKind.APP})


@rule(
    "online_platforms.cross-area-in-app", clauses=("fujian-2022/3.4.4", "xiamen-2022/3.4.4"), severity=Severity.ADVICE
)
def cross_area_in_app(platform: OnlinePlatform, _: Context) -> Iterator[Finding]:
    """Services across provinces and within the province can be handled in the app (掌上可办).

    The app for officials (闽政通办公APP) is another one.
    """
    if not when(platform, kind=PlatformKind.APP):
        yield not_applicable("not-the-app")
        return
    lacking = tuple(kind for kind in CrossAreaKind if kind not in (platform.cross_area_kinds or ()))
    if lacking:
        yield breached("cross-area-not-in-app", at="cross_area_kinds", lacking=lacking)


@rule("online_platforms.city-platform-linked", clauses=(_CITY,))
def city_platform_linked(platform: OnlinePlatform, ctx: Context) -> Iterator[Finding]:
    """The city's integrated platform is linked to four, to the province's through the sharing platform (平台对接)."""
    if not when(platform, kind=PlatformKind.CITY):
        yield not_applicable("another-platform")
        return

    def linked_up(platform: OnlinePlatform) -> Iterator[Finding]:
        for found in all_done(platform, {"linked_up_through_sharing_platform": "linked-up-otherwise"}):
            yield once_due(found, ctx, _CITY)

    yield from each((lambda held: _linked(held, ctx, _CITY, _OF_CITY), linked_up), lambda ask: ask(platform))


_OF_CITY = (
    PlatformLink.PROVINCIAL_POOL,
    PlatformLink.PORTAL,
    PlatformLink.APP,
    PlatformLink.CITY_AND_DISTRICT_SYSTEMS,
)


@rule("online_platforms.sharing-platform-linked", clauses=(_SHARING,))
def sharing_platform_linked(platform: OnlinePlatform, ctx: Context) -> Iterator[Finding]:
    """The city's sharing platform is linked to the province's, to the city's, and to the other systems (共享平台)."""
    if not when(platform, kind=PlatformKind.SHARING):
        yield not_applicable("another-platform")
    else:
        yield from _linked(platform, ctx, _SHARING, _OF_SHARING)


_OF_SHARING = (
    PlatformLink.PROVINCIAL_POOL,
    PlatformLink.SERVICE_MANAGEMENT,
    PlatformLink.DISTRICT_AND_DEPARTMENT_SYSTEMS,
)


def _linked(platform: OnlinePlatform, ctx: Context, ref: str, wanted: tuple[PlatformLink, ...]) -> Iterator[Finding]:
    lacking = tuple(link for link in wanted if link not in (platform.links or ()))
    if lacking:
        yield once_due(breached("platform-not-linked", at="links", lacking=lacking), ctx, ref)


@rule("online_platforms.files-by-sharing-standard", clauses=(_TRUSTED_FILES,))
def files_by_sharing_standard(platform: OnlinePlatform, ctx: Context) -> Iterator[Finding]:
    """The platform of trusted e-files links and shares data by the sharing platform's standard (可信电子文件)."""
    if not when(platform, kind=PlatformKind.TRUSTED_FILES):
        yield not_applicable("another-platform")
        return
    for found in all_done(platform, {"follows_sharing_standard": "sharing-standard-not-kept"}):
        yield once_due(found, ctx, _TRUSTED_FILES)


RULES = (
    touch_points_explained,
    fault_channel,
    faults_dealt_with,
    epidemic_zone,
    cross_area_in_app,
    city_platform_linked,
    files_by_sharing_standard,
    sharing_platform_linked,
)
