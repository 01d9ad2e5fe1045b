"""What the clauses say about online systems and their ties to the integrated platform (政务服务系统)."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from zwfw.context import Context
from zwfw.norms import norm
from zwfw.outcomes import Severity, State
from zwfw.records import CentreConnection, CentrePlatform, EquipmentKind, MobileApp, OnlineSystem, SystemLink
from zwfw.records.stated import path_of, when
from zwfw.rules._asking import all_done, any_holds
from zwfw.rules._differences import not_among
from zwfw.rules._per_clause import once_due, open_until, per_clause
from zwfw.rules.engine import Finding, breached, each, judge, not_applicable, rule

__all__ = ["RULES"]

_NEW_IN_PROVINCE, _NEW_IN_XIAMEN = "fujian-2022/4.1.2", "xiamen-2022/4.1.2"
_APPS_IN_XIAMEN, _APPS_IN_PUTIAN = "xiamen-2022/2.3.3", "putian-2025/art-30"
_CENTRES = "hanjiang-2023/task-9"


@rule("online_systems.accounts-recognised", clauses=("fujian-2022/2.3.1",))
def accounts_recognised(system: OnlineSystem, _: Context) -> Iterator[Finding]:
    """An account registered once is taken by every connected system, without a second registration (多点互认)."""
    if not system.connected_to_platform:
        yield not_applicable("system-apart")
    else:
        yield from all_done(system, {"accounts_recognised": "account-not-recognised"})


@rule("online_systems.identity-platform", clauses=("xiamen-2022/2.3.1",))
def identity_platform(system: OnlineSystem, _: Context) -> Iterator[Finding]:
    """A self-built system is connected to the province's platform for identity, for one login (单点登录)."""
    if not system.is_self_built:
        yield not_applicable("not-self-built")
    else:
        yield from all_done(system, {"on_provincial_identity_platform": "identity-platform-not-used"})


@rule("online_systems.links-reach-the-item", clauses=("fujian-2022/2.3.1", "xiamen-2022/2.3.1"))
def links_reach_the_item(system: OnlineSystem, _: Context) -> Iterator[Finding]:
    """A link between a self-built system and the provincial hall leads to the very item (精准跳转).

    A home page is not enough. That the very item is meant is our reading of the word.
    """
    if not when(system, is_self_built=True, links=True):
        yield not_applicable("no-links")
    else:
        yield from each(system.links or (), _reaches_its_item)


def _reaches_its_item(link: SystemLink) -> Iterator[Finding]:
    landing, at = link.landing_item, path_of(link, "landing_item")
    if not landing:
        yield breached("link-to-no-item", at=at, item=link.item)
    elif not_among((landing,), (link.item,)):
        yield breached("link-to-another-item", at=at, item=link.item, landing=landing)


@rule("online_systems.no-new-system", clauses=(_NEW_IN_PROVINCE, _NEW_IN_XIAMEN))
def no_new_system(system: OnlineSystem, ctx: Context) -> Iterator[Finding]:
    """No new system is approved or built outside the integrated platform (不再批复新的政务服务系统).

    The province bars the approval, but for what a ministry asks for. It goes on to speak of what truly has to be built
    by itself: whether that may be approved is left to a person. Xiamen bars, in principle, that a system for the public
    is built where the platform can carry its business, unless it truly has to be; of ministries it says nothing.
    """
    yield from per_clause(ctx, _BARS, lambda ref: _BARS[ref](system, ctx))


def _not_approved(system: OnlineSystem, ctx: Context) -> Iterator[Finding]:
    if any_holds(
        (
            lambda: not when(system, outside_platform=True),
            lambda: not _is_since(_NEW_IN_PROVINCE, system.approved_on, ctx),
            lambda: when(system, required_by_ministry=True),
        )
    ):
        yield not_applicable("no-new-separate-system")
    elif system.needed_separately:
        yield judge("perhaps-to-be-approved", at="approved_on", approved_on=system.approved_on)
    else:
        yield breached("new-system-approved", at="approved_on", approved_on=system.approved_on)


def _not_built(system: OnlineSystem, ctx: Context) -> Iterator[Finding]:
    if any_holds(
        (
            lambda: not when(system, outside_platform=True, serves_public_online=True, platform_can_carry=True),
            lambda: not _is_since(_NEW_IN_XIAMEN, system.built_on, ctx),
            lambda: when(system, needed_separately=True),
        )
    ):
        yield not_applicable("no-new-separate-system")
    else:
        at, severity = "built_on", Severity.DEPARTURE
        yield breached("new-separate-system-built", at=at, severity=severity, built_on=system.built_on)


def _is_since(ref: str, day: date | None, ctx: Context) -> bool:
    """Whether *day* is one on which the clause was surely in force."""
    return day is not None and ctx.scoped(ctx.area, day).has(ref)


_BARS: Mapping[str, Callable[[OnlineSystem, Context], Iterator[Finding]]] = {
    _NEW_IN_PROVINCE: _not_approved,
    _NEW_IN_XIAMEN: _not_built,
}


@rule("online_systems.port-open", clauses=(_NEW_IN_PROVINCE, _NEW_IN_XIAMEN))
def port_open(system: OnlineSystem, ctx: Context) -> Iterator[Finding]:
    """A system that truly has to be built by itself opens its data port without conditions (无条件开放数据端口).

    It is connected to the province's platform and shares its data. What is not built has no port yet. Whether one that
    a ministry asks for has to do so too is not clear in the province's text, and left to a person; Xiamen's speaks
    neither of those nor of what does not serve the public.
    """
    yield from per_clause(ctx, _SPOKEN_OF, lambda ref: _opens_its_port(system, ctx, ref))


_SPOKEN_OF: Mapping[str, Mapping[str, object]] = {
    _NEW_IN_PROVINCE: {"outside_platform": True, "built_on": ...},
    _NEW_IN_XIAMEN: {"outside_platform": True, "built_on": ..., "serves_public_online": True},
}
"""Of which systems each clause speaks, where they are new."""


def _is_new(system: OnlineSystem, ctx: Context, ref: str) -> bool:
    """Whether it was built under the clause; under the province's it is enough that it was approved."""
    return any_holds(
        (
            lambda: _is_since(ref, system.built_on, ctx),
            lambda: ref == _NEW_IN_PROVINCE and _is_since(ref, system.approved_on, ctx),
        )
    )


def _opens_its_port(system: OnlineSystem, ctx: Context, ref: str) -> Iterator[Finding]:
    if any_holds(
        (
            lambda: not when(system, **_SPOKEN_OF[ref]),
            lambda: not _is_new(system, ctx, ref),
        )
    ):
        yield not_applicable("no-system-to-open")
        return
    if when(system, needed_separately=True):
        yield from _closed(system)
    elif ref == _NEW_IN_PROVINCE and when(system, required_by_ministry=True):
        for found in _closed(system):
            is_closed = found.state is State.BREACHED
            yield judge("port-of-ministry-system", at=found.at) if is_closed else found
    else:
        yield not_applicable("no-system-to-open")


def _closed(system: OnlineSystem) -> Iterator[Finding]:
    """In what a system is not open to the platform."""
    yield from each((system,), _port_closed)
    yield from all_done(system, _JOINED)


def _port_closed(system: OnlineSystem) -> Iterator[Finding]:
    if not system.data_port_open:
        yield breached("data-port-closed", at="data_port_open")
    elif conditions := system.data_port_conditions:
        yield breached("data-port-on-conditions", at="data_port_conditions", conditions=conditions)


_JOINED = {"connected_to_platform": "system-not-connected", "shares_data": "system-data-not-shared"}


@rule("online_systems.app-merged", clauses=(_APPS_IN_XIAMEN, _APPS_IN_PUTIAN))
def app_merged(system: OnlineSystem, ctx: Context) -> Iterator[Finding]:
    """A department's app is merged into 闽政通, and in Putian into 莆田惠民宝 too (整合接入).

    Xiamen speaks of all apps, Putian of those that stood when its norms came into force. Whether there either of the
    two is enough is not clear in the text, and left to a person.
    """
    if not system.is_mobile_app:
        yield not_applicable("no-departments-app")
    else:
        yield from per_clause(ctx, _MERGED, lambda ref: _MERGED[ref](system, ctx))


def _into_one(system: OnlineSystem, ctx: Context) -> Iterator[Finding]:
    wanted = (MobileApp.MINZHENGTONG,)
    if wanted[0] not in (system.merged_into or ()):
        yield once_due(breached("app-not-merged", at="merged_into", wanted=wanted), ctx, _APPS_IN_XIAMEN)


def _into_both(system: OnlineSystem, ctx: Context) -> Iterator[Finding]:
    if system.built_on is None or _is_since(_APPS_IN_PUTIAN, system.built_on, ctx):
        yield not_applicable("app-built-later")
        return
    merged = system.merged_into or ()
    wanted = tuple(app for app in MobileApp if app not in merged)
    if len(wanted) == len(MobileApp):
        yield breached("app-not-merged", at="merged_into", wanted=wanted)
    elif wanted:
        yield judge("app-merged-into-one", at="merged_into", wanted=wanted)


_MERGED: Mapping[str, Callable[[OnlineSystem, Context], Iterator[Finding]]] = {
    _APPS_IN_XIAMEN: _into_one,
    _APPS_IN_PUTIAN: _into_both,
}


@rule("online_systems.interface-standards", clauses=("putian-2025/art-26",))
def interface_standards(system: OnlineSystem, _: Context) -> Iterator[Finding]:
    """A self-built system keeps the technical standards for connection, the State's and Fujian's (对接技术规范).

    Those of the province and the State are not of the departments that the article speaks to.
    """
    if not _is_of_city(system):
        yield not_applicable("no-system-of-the-city")
    else:
        yield from all_done(system, _STANDARDS)


def _is_of_city(system: OnlineSystem) -> bool:
    return when(system, is_self_built=True, built_at_province_or_above=False)


_STANDARDS = {
    "follows_national_interface_standard": "national-interface-standard-not-kept",
    "follows_provincial_interface_standard": "provincial-interface-standard-not-kept",
}


@rule("online_systems.connected", clauses=("putian-2025/art-29",))
def connected(system: OnlineSystem, _: Context) -> Iterator[Finding]:
    """A system that a department built for itself is connected to the platform and shares with it (互联共享)."""
    if not _is_of_city(system):
        yield not_applicable("no-system-of-the-city")
    else:
        yield from all_done(system, _JOINED)


@rule("online_systems.higher-system", clauses=("putian-2025/art-29",))
def higher_system(system: OnlineSystem, _: Context) -> Iterator[Finding]:
    """A system of the province or the State that serves online has one login, a traced redirect and returned cases.

    All three apply together (统一身份认证、系统留痕跳转、部门回流办件). It is not freed from being connected: this is
    the manner of it.
    """
    if not when(system, built_at_province_or_above=True, serves_public_online=True):
        yield not_applicable("no-higher-system")
    else:
        yield from all_done(system, _MANNER)


_MANNER = {
    "unified_login": "higher-system-without-login",
    "traced_redirect": "higher-system-without-trace",
    "cases_returned": "higher-system-cases-not-returned",
}


@rule("online_systems.no-security-holes", clauses=("putian-2025/art-46",))
def no_security_holes(system: OnlineSystem, ctx: Context) -> Iterator[Finding]:
    """A connected system has no security holes (无安全漏洞).

    The text tells no grades, and no time for mending them.
    """
    if not system.connected_to_platform:
        yield not_applicable("system-apart")
        return
    holes, most = system.open_security_holes or 0, int(ctx.parameter("security_holes").value)
    if holes > most:
        yield breached("security-holes", at="open_security_holes", holes=holes, most=most)


@rule("online_systems.centre-equipped", clauses=(_CENTRES,))
def centre_equipped(centre: CentreConnection, ctx: Context) -> Iterator[Finding]:
    """A grassroots centre has a queue machine, a document camera and a review device by the end of 2023 (配备设备).

    The list is open. Grassroots centres are read as those of townships. Whether a device of an unprinted kind is one of
    the three is left to a person.
    """
    if not centre.is_of_township:
        yield not_applicable("not-of-a-township")
    elif lacking := tuple(kind for kind in _DEVICES if kind not in (centre.devices or ())):
        others = tuple(kind for kind in centre.devices or () if isinstance(kind, str))
        found = breached("centre-lacks-devices", at="devices", lacking=lacking)
        if others:
            found = judge("centre-perhaps-has-devices", at="devices", lacking=lacking, others=others)
        yield _once_due(found, ctx, f"{_CENTRES}#3")


_DEVICES = (EquipmentKind.QUEUE_MACHINE, EquipmentKind.DOCUMENT_CAMERA, EquipmentKind.REVIEW_DEVICE)


@rule("online_systems.centre-joined", clauses=(_CENTRES,))
def centre_joined(centre: CentreConnection, ctx: Context) -> Iterator[Finding]:
    """A grassroots centre deploys, is connected to or is part of four platforms by the end of 2023 (接入平台)."""
    if not centre.is_of_township:
        yield not_applicable("not-of-a-township")
    elif lacking := tuple(platform for platform in CentrePlatform if platform not in (centre.platforms or ())):
        yield _once_due(breached("centre-not-joined", at="platforms", lacking=lacking), ctx, f"{_CENTRES}#4")


def _once_due(found: Finding, ctx: Context, ref: str) -> Finding:
    """*found*, once the date of the norm *ref* is over; until then nothing is owed."""
    (term,) = norm(ref).terms
    due_on = open_until(term, ctx)
    return found if due_on is None else not_applicable("not-due-yet", at=found.at, due_on=due_on)


RULES = (
    accounts_recognised,
    identity_platform,
    links_reach_the_item,
    app_merged,
    no_new_system,
    port_open,
    interface_standards,
    connected,
    higher_system,
    no_security_holes,
    centre_equipped,
    centre_joined,
)
