"""What the clauses say about a change of the standard catalogue on its way to guides and systems (目录动态调整)."""

from collections.abc import Iterator
from datetime import timedelta

from zwfw.context import Context
from zwfw.limits.catalogues import is_by_policy, is_by_request
from zwfw.limits.clocks import standing
from zwfw.records import CatalogueChange, ChangeTrigger
from zwfw.records._base import day_of, is_before
from zwfw.records.stated import when
from zwfw.rules._asking import surely
from zwfw.rules._limits import kept
from zwfw.rules.engine import Finding, breached, each, judge, not_applicable, rule

__all__ = ["RULES"]

_FUJIAN, _XIAMEN = "fujian-2022/1.1.6", "xiamen-2022/1.1.5"

_ONE_DAY = timedelta(days=1)


@rule("changes.changed-before-policy", clauses=(_FUJIAN,))
def changed_before_policy(change: CatalogueChange, ctx: Context) -> Iterator[Finding]:
    """The catalogue is changed before a new policy takes effect (政策正式实施前), at the latest on the day before."""
    if not is_by_policy(change) or change.policy_takes_effect_on is None:
        yield not_applicable("no-new-policy")
        return
    effect_on, changed_at = change.policy_takes_effect_on, change.changed_at
    if changed_at is None and ctx.as_of.date() < effect_on:
        yield not_applicable("not-due-yet", due_on=effect_on - _ONE_DAY)
    elif changed_at is None or day_of(changed_at) >= effect_on:
        changed_on = changed_at and day_of(changed_at)
        yield breached("not-changed-before-policy", at="changed_at", effect_on=effect_on, done_on=changed_on)


@rule("changes.mirrored-in-time", clauses=(_FUJIAN,))
def mirrored_in_time(change: CatalogueChange, ctx: Context) -> Iterator[Finding]:
    """The catalogue follows a change of the national base catalogue within the limit (《国家基本目录》动态调整)."""
    yield from kept(standing(change, ctx, "national-mirror"), "mirrored-late")


@rule("changes.request-answered-in-time", clauses=(_FUJIAN,))
def request_answered_in_time(change: CatalogueChange, ctx: Context) -> Iterator[Finding]:
    """A request to change the catalogue is answered within the limit, be the answer yes or no (答复).

    It counts from the day on which the request arrived; the text does not say so. Whether the answer is accurate and
    detailed is not asked here.
    """
    yield from kept(standing(change, ctx, "catalogue-reply"), "request-answered-late")


@rule("changes.changed-after-answer-in-time", clauses=(_FUJIAN,))
def changed_after_answer_in_time(change: CatalogueChange, ctx: Context) -> Iterator[Finding]:
    """Where the answer is that a change is needed, the catalogue is changed within the limit after it (动态调整)."""
    yield from kept(standing(change, ctx, "catalogue-edit"), "changed-late-after-answer")


@rule("changes.guide-updated-in-time", clauses=(_FUJIAN, _XIAMEN))
def guide_updated_in_time(change: CatalogueChange, ctx: Context) -> Iterator[Finding]:
    """The guide on the portal is updated within the limit after the catalogue was changed (办事指南更新).

    One that was updated before that does not follow the change. Where a request began it,
    ``changes.request-in-order`` says so.
    """
    if _is_guide_early(change) and change.requested_at is None:
        yield breached(
            "guide-updated-before-change",
            at="guide_updated_at",
            guide_updated_at=change.guide_updated_at,
            changed_at=change.changed_at,
        )
    else:
        yield from kept(standing(change, ctx, "guide-update"), "guide-updated-late")


def _is_guide_early(change: CatalogueChange) -> bool:
    if not surely(change, changed_at=..., guide_updated_at=...):
        return False
    return is_before(change.guide_updated_at, change.changed_at)  # type: ignore[arg-type]  # both are there


@rule("changes.systems-changed-with-guide", clauses=(_FUJIAN, _XIAMEN))
def systems_changed_with_guide(change: CatalogueChange, ctx: Context) -> Iterator[Finding]:
    """The local systems are changed at the same time as the guide (同步), which is read as on the same day.

    The systems have no time of their own after the guide. Whether the guide itself is late is another rule.
    """
    guide_at, systems_at = change.guide_updated_at, change.systems_synced_at
    guide_on, systems_on = guide_at and day_of(guide_at), systems_at and day_of(systems_at)
    done_on = guide_on or systems_on
    if done_on is None:
        yield not_applicable("neither-guide-nor-systems-changed")
    elif guide_on == systems_on:
        return
    elif (guide_on is None or systems_on is None) and ctx.as_of.date() <= done_on:
        yield not_applicable("not-due-yet", due_on=done_on)
    else:
        at = "guide_updated_at" if guide_on is None else "systems_synced_at"
        yield breached("systems-not-changed-with-guide", at=at, guide_on=guide_on, systems_on=systems_on)


_ORDER = (
    ("studied_at", "replied_at"),
    ("replied_at", "changed_at"),
    ("changed_at", "guide_updated_at"),
    ("changed_at", "systems_synced_at"),
)
"""What comes before what; that nothing comes before the request, the record holds itself."""

_STEPS = {
    "studied_at": "研究",
    "replied_at": "答复",
    "changed_at": "调整目录",
    "guide_updated_at": "更新办事指南",
    "systems_synced_at": "同步系统",
}


@rule("changes.request-in-order", clauses=(_FUJIAN,))
def request_in_order(change: CatalogueChange, _: Context) -> Iterator[Finding]:
    """A request is studied and answered, then the catalogue is changed, then guides and systems (申请、研究、答复).

    Where nothing has to be changed it ends with the answer. That is inferred, so a change all the same is left to a
    person.
    """
    if not is_by_request(change) or change.requested_at is None:
        yield not_applicable("no-request")
        return
    yield from each(_ORDER, lambda pair: _in_order(change, *pair))
    yield from each((change,), _ends_with_the_answer)


def _in_order(change: CatalogueChange, first: str, then: str) -> Iterator[Finding]:
    done_at = getattr(change, then)
    if done_at is None:
        return
    before = getattr(change, first)
    if before is None or is_before(done_at, before):
        yield breached(
            "step-out-of-order", at=then, step=_STEPS[then], first=_STEPS[first], done_at=done_at, first_at=before
        )


def _ends_with_the_answer(change: CatalogueChange) -> Iterator[Finding]:
    if when(change, replied_at=..., changed_at=..., is_needed=False):
        yield judge("changed-though-not-needed", at="changed_at")


@rule("changes.change-claimed", clauses=("xiamen-2022/1.1.1",))
def change_claimed(change: CatalogueChange, _: Context) -> Iterator[Finding]:
    """What the province changed of the matters is claimed and taken over, and not before it is changed (认领和更新).

    The five working days are for guides; here no number is given.
    """
    if not when(change, changed_at=..., changes_structure=True):
        yield not_applicable("no-new-structure")
        return
    yield from _follows(change, "claimed_at", "change-not-claimed", "claimed-before-change")


@rule("changes.local-change-requested", clauses=(_XIAMEN,))
def local_change_requested(change: CatalogueChange, _: Context) -> Iterator[Finding]:
    """A special local matter is asked for before it is added or changed by law, devolution or business (申请)."""
    if not when(change, trigger=_LOCAL_TRIGGERS, is_local_special=True):
        yield not_applicable("no-local-change")
        return
    requested_at, changed_at = change.requested_at, change.changed_at
    if changed_at is None:
        if requested_at is None:
            # 及时 has no figure: how long is too long, a person decides.
            yield judge("local-change-not-requested", at="requested_at", trigger=change.trigger)
    elif requested_at is None or is_before(changed_at, requested_at):
        yield breached("changed-without-request", at="requested_at", changed_at=changed_at, requested_at=requested_at)


_LOCAL_TRIGGERS = frozenset({ChangeTrigger.LAW, ChangeTrigger.DEVOLUTION, ChangeTrigger.BUSINESS})


@rule("changes.own-level-associated", clauses=(_XIAMEN,))
def own_level_associated(change: CatalogueChange, _: Context) -> Iterator[Finding]:
    """Where matters or their granularity changed and the power is one's own level's, they are associated (关联)."""
    if not when(change, changed_at=..., changes_structure=True, of_own_level=True):
        yield not_applicable("nothing-to-associate")
    elif not change.is_associated:
        yield breached("not-associated", at="is_associated")


@rule("changes.cross-province-followed", clauses=("xiamen-2022/1.2.4",))
def cross_province_followed(change: CatalogueChange, _: Context) -> Iterator[Finding]:
    """What changed of a matter handled across provinces is changed in their zone too (“跨省通办”专区).

    No number of days is given here; for the guide the five working days hold.
    """
    if not when(change, changed_at=..., is_cross_province=True):
        yield not_applicable("no-cross-province-change")
        return
    yield from _follows(change, "zone_updated_at", "zone-not-updated", "zone-updated-before-change")


def _follows(change: CatalogueChange, field: str, pending: str, early: str) -> Iterator[Finding]:
    """What is done after the catalogue was changed, in no number of days: too early is a breach, not yet a question."""
    done_at, changed_at = getattr(change, field), change.changed_at
    if done_at is None:
        yield judge(pending, at=field, changed_at=changed_at)
    elif changed_at is not None and is_before(done_at, changed_at):
        yield breached(early, at=field, **{field: done_at}, changed_at=changed_at)


RULES = (
    changed_before_policy,
    mirrored_in_time,
    request_answered_in_time,
    changed_after_answer_in_time,
    guide_updated_in_time,
    systems_changed_with_guide,
    request_in_order,
    change_claimed,
    local_change_requested,
    own_level_associated,
    cross_province_followed,
)
