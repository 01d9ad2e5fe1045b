"""What the clauses say about the channels by which a case comes in, online and offline (办理渠道)."""

from collections.abc import Iterator

from zwfw.context import Context
from zwfw.records import Case, OnlineDepth
from zwfw.records.stated import when
from zwfw.rules.engine import Finding, breached, not_applicable, rule

__all__ = ["RULES"]


@rule("channels.offline-kept", clauses=("fujian-2022/2.4.1", "xiamen-2022/2.4.1"))
def offline_kept(case: Case, _: Context) -> Iterator[Finding]:
    """Where a case can come in online it can still come in offline, and the applicant chooses (自主选择)."""
    if case.channel is None or not case.channel.is_online:
        yield not_applicable("came-in-offline")
        return
    if not case.offline_channel_kept:
        yield breached("offline-channel-closed", at="offline_channel_kept", channel=case.channel)
    if not case.channel_chosen_by_applicant:
        yield breached("channel-not-chosen", at="channel_chosen_by_applicant", channel=case.channel)


@rule("channels.paper-scanned", clauses=("fujian-2022/2.4.1", "xiamen-2022/2.4.1"))
def paper_scanned(case: Case, _: Context) -> Iterator[Finding]:
    """Where a system takes electronic materials only, the department scans the paper that is brought."""
    if not when(case, electronic_materials_only=True, paper_brought=True):
        yield not_applicable("no-paper-to-scan")
    elif not case.paper_scanned_by_department:
        yield breached("paper-not-scanned", at="paper_scanned_by_department")


@rule("channels.form-keyed", clauses=("fujian-2022/2.4.1", "xiamen-2022/2.4.1"))
def form_keyed(case: Case, _: Context) -> Iterator[Finding]:
    """Where a system supports electronic forms only, blank and sample forms are offered and staff key them in.

    Staff key in what an applicant filled in by hand; one who came in online filled in the form already.
    """
    if not case.electronic_forms_only:
        yield not_applicable("forms-on-paper-work")
        return
    if not case.forms_offered:
        yield breached("forms-not-offered", at="forms_offered")
    if case.channel is not None and not case.channel.is_online and not case.form_keyed_by_staff:
        yield breached("form-not-keyed", at="form_keyed_by_staff", channel=case.channel)


@rule("channels.mixed-modes-offered", clauses=("fujian-2022/2.4.2", "xiamen-2022/2.4.2"))
def mixed_modes_offered(case: Case, _: Context) -> Iterator[Finding]:
    """For a matter available online, partly online ways are offered as the person wishes; the list is open."""
    if case.online_depth is None or case.online_depth < OnlineDepth.PREREVIEW:
        yield not_applicable("not-available-online")
    elif not case.mixed_modes:
        yield breached("no-mixed-mode", at="mixed_modes", depth=case.online_depth)


@rule("channels.depth-at-least-two", clauses=("fujian-2022/3.4.2", "xiamen-2022/3.4.2"))
def depth_at_least_two(case: Case, ctx: Context) -> Iterator[Finding]:
    """Every matter but a secret one is available online at least to the depth set (网办深度)."""
    least = int(ctx.parameter("min_online_depth").value)
    depth = case.online_depth
    if depth is not None and depth.rank >= least:
        return
    if case.secret:
        yield not_applicable("secret-matter")
    else:
        yield breached("depth-too-low", at="online_depth", depth=depth, least="ⅠⅡⅢⅣ"[least - 1])


RULES = (offline_kept, paper_scanned, form_keyed, mixed_modes_offered, depth_at_least_two)
