"""What the clauses say about what is offered online, and about one matter in several channels (线上服务)."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

import attrs

from zwfw.context import Context
from zwfw.outcomes import Severity, State
from zwfw.records import ChannelComparison, ChannelView, MainEntry, OnlineService
from zwfw.records.stated import path_of
from zwfw.rules._asking import all_done, answered
from zwfw.rules._differences import not_among
from zwfw.rules._per_clause import per_clause
from zwfw.rules.engine import Finding, breached, each, not_applicable, rule, undetermined

__all__ = ["RULES"]

_COMPUTERS, _PHONES = "putian-2025/art-29", "putian-2025/art-30"
_PUTIAN = "putian-2025/art-28"
_ONE_STANDARD: Mapping[str, Severity] = {
    _PUTIAN: Severity.VIOLATION,
    "xiamen-2022/2.3.3": Severity.ADVICE,
    "fujian-2022/2.3.3": Severity.ADVICE,
}


@rule("online_services.questions-answered", clauses=("xiamen-2022/2.1.5",))
def questions_answered(service: OnlineService, _: Context) -> Iterator[Finding]:
    """An approval department has put common questions in order and answers online by a smart service (在线智能咨询)."""
    if not service.is_approval_department:
        yield not_applicable("no-approval-department")
    else:
        yield from all_done(service, _ENQUIRY)


_ENQUIRY = {"keeps_common_questions": "common-questions-not-kept", "has_smart_enquiry": "no-smart-enquiry"}


@rule("online_services.by-choice", clauses=("fujian-2022/2.3.7", "xiamen-2022/2.3.6"))
def by_choice(service: OnlineService, _: Context) -> Iterator[Finding]:
    """People are guided to apply online only if they are willing, and nobody is forced (自愿).

    That of one application is the question of ``channels.offline-kept``.
    """
    if not service.guides_people_online:
        yield not_applicable("nobody-guided-online")
    else:
        yield from all_done(service, {"online_by_choice": "forced-online"})


@rule("online_services.main-entry", clauses=(_COMPUTERS, _PHONES))
def main_entry(service: OnlineService, ctx: Context) -> Iterator[Finding]:
    """The entry on computers is the integrated platform, and on phones the app 闽政通 (总入口)."""
    yield from per_clause(ctx, _ENTRIES, lambda ref: _comes_in_by(service, *_ENTRIES[ref]))


_ENTRIES = {
    _COMPUTERS: ("computer_entry", MainEntry.PLATFORM),
    _PHONES: ("mobile_entry", MainEntry.MINZHENGTONG),
}


def _comes_in_by(service: OnlineService, field: str, wanted: MainEntry) -> Iterator[Finding]:
    entry = getattr(service, field)
    if entry is None:
        yield not_applicable("not-served-there")
    elif entry is not wanted:
        yield breached("another-main-entry", at=field, entry=entry, wanted=wanted)


@rule("online_services.channels-merged", clauses=(_PUTIAN,))
def channels_merged(service: OnlineService, _: Context) -> Iterator[Finding]:
    """All at which a department serves, be it computer, phone, machine or window, is merged on the platform (渠道融合).

    The list is open, so that any other is meant too.
    """
    if not service.ends:
        yield not_applicable("no-service-ends")
        return
    merged = service.ends_on_platform or ()
    lacking = tuple(end for end in service.ends if end not in merged)
    if lacking:
        yield breached("channels-not-merged", at="ends_on_platform", lacking=lacking)


@rule("online_services.one-standard", clauses=tuple(_ONE_STANDARD))
def one_standard(held: ChannelComparison, ctx: Context) -> Iterator[Finding]:
    """A matter has one standard in all its channels (事项标准统一).

    In Putian online and offline have to take in by one standard; the province and Xiamen promote it.
    """
    views = held.channels or ()

    def ask(ref: str) -> Iterator[Finding]:
        if ref == _PUTIAN and all(view.channel.is_online for view in views):
            yield not_applicable("no-channels-to-compare")
            return
        for found in _alike(views, "standard"):
            yield attrs.evolve(found, severity=_ONE_STANDARD[ref]) if found.state is State.BREACHED else found

    yield from per_clause(ctx, _ONE_STANDARD, ask)


@rule("online_services.approved-alike", clauses=(_PUTIAN,))
def approved_alike(held: ChannelComparison, _: Context) -> Iterator[Finding]:
    """A matter is approved online and offline without difference, and people meet the same (无差别审批、体验一致)."""
    yield from all_done(held, {"approved_alike": "approved-otherwise", "experience_alike": "experience-differs"})


@rule("online_services.online-channels-alike", clauses=("fujian-2022/2.3.4", "xiamen-2022/2.3.4"))
def online_channels_alike(held: ChannelComparison, _: Context) -> Iterator[Finding]:
    """Style, guidance and order of operation are the same in the three online channels (平台标准化建设).

    What is compared is what the channels follow (服务页面风格、办事指引、操作流程).
    """
    online = [view for view in held.channels or () if view.channel.is_online]
    if len(online) <= 1:
        yield not_applicable("no-channels-to-compare")
    else:
        yield from each(_ASPECTS, lambda field: _alike(online, field))


_ASPECTS = ("page_style", "guidance", "operation_flow")
_LABELS = {"standard": "事项标准", "page_style": "服务页面风格", "guidance": "办事指引", "operation_flow": "操作流程"}


def _alike(views: Iterable[ChannelView], field: str) -> Iterator[Finding]:
    """Whether *field* is the same in all *views*: two that differ settle it, whatever is unknown of the others."""
    known, missing = answered(views, lambda view: getattr(view, field) or "")
    differing = [(one, other) for one, other in pairwise(known) if not_among((other[1],), (one[1],))]
    if differing:
        (one, _), (other, _) = differing[0]
        yield breached(
            "channels-differ",
            at=path_of(other, field),
            aspect=_LABELS[field],
            channel=one.channel,
            other=other.channel,
        )
    elif missing:
        yield undetermined(*missing)
    elif len(known) <= 1:
        yield not_applicable("no-channels-to-compare")


RULES = (
    questions_answered,
    by_choice,
    online_channels_alike,
    one_standard,
    approved_alike,
    channels_merged,
    main_entry,
)
