"""What the clauses say about guides (办事指南)."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

import attrs

from zwfw.context import Context
from zwfw.outcomes import Severity
from zwfw.records import Guide, GuidePair, ServiceStandard
from zwfw.records._base import day_of, is_before
from zwfw.records.guides import DataManagement, GuideAccess, GuideSite, UnboundGuideOutcome
from zwfw.records.stated import Unstated, path_of, when
from zwfw.rules._asking import all_done, lacks
from zwfw.rules._differences import LABELS, Difference, differences, not_among, stated_by
from zwfw.rules._per_clause import by_force, with_kept
from zwfw.rules.engine import Finding, breached, each, judge, met, not_applicable, rule, undetermined
from zwfw.subjects import option, seen

__all__ = ["RULES", "Difference", "differences", "unbound_outcome"]

_UNBOUND = ("fujian-2022/1.2.9", "xiamen-2022/1.2.7")
_BY_THE_GUIDE = ("fujian-2022/2.1.1", "xiamen-2022/2.1.1")
_PARITY = ("fujian-2022/2.4.6", "xiamen-2022/2.4.6")
_PUTIAN, _HANJIANG = "putian-2025/art-8", "hanjiang-2023/task-4"


@rule("guides.cross-province-stated", clauses=("fujian-2022/1.2.5", "xiamen-2022/1.2.4"))
def cross_province_stated(guide: Guide, _: Context) -> Iterator[Finding]:
    """The guide of an item across provinces states its process and the division of duties (跨省通办)."""
    if not guide.is_cross_province:
        yield not_applicable("guide-not-cross-province")
    else:
        yield from all_done(guide, _ACROSS)


_ACROSS = {
    "cross_province_process": "cross-province-process-missing",
    "division_of_duties": "division-of-duties-missing",
}


@rule("guides.unbound-settled", clauses=_UNBOUND)
def unbound_settled(guide: Guide, ctx: Context) -> Iterator[Finding]:
    """A guide that is bound to no entry of the catalogue is bound on request, withdrawn, or kept for now (未绑定指南).

    What has to become of it is what :func:`unbound_outcome` says. None of the three has a number of days, so what has
    not happened yet is left to a person, and so is a request that is due. While a request is being answered the guide
    stays as it is.

    Where a department is not yet standardised and its standard complies, an insufficient basis or a second publication
    would ask for the withdrawal of what is to be kept. That such a guide is kept is our reading of the province's text;
    Xiamen's leaves the order open, and a basis that is lacking weighs against compliance, so there a person decides.
    A person decides everywhere about a guide that was withdrawn for that, and about a duplicate: keeping is to leave
    people a guide, and of a duplicate they have another.
    """
    if _is_bound(guide):
        yield from _bound_after_request(guide)
    else:
        yield from _SETTLED[_what_becomes(guide)](guide, ctx)


def unbound_outcome(guide: Guide, ctx: Context) -> UnboundGuideOutcome | None:
    """What has to become of a guide that is bound to no entry of the catalogue (未绑定指南的处理).

    One of a department not yet standardised is kept for now if its standard complies; that is asked first. Of the
    others, one that is published twice or has no sufficient basis is withdrawn, and any other is bound, on a request.

    Returns:
        The outcome; ``None`` where the guide is bound, or what decides it is not stated: ``guides.unbound-settled``
        names that.

    Source:
        fujian-2022/1.2.9, xiamen-2022/1.2.7.

    >>> from datetime import date
    >>> guide = Guide(
    ...     name="涉税信息查询", catalogue_code=None, bound_at=None,
    ...     department_standardised=False, standard_complies=True, basis_sufficient=False,
    ... )
    >>> unbound_outcome(guide, Context(area="鼓楼区", as_of=date(2025, 6, 30))).value
    '暂时保留'
    """
    try:
        view, _ = seen(guide, ctx)
        return None if _is_bound(view) else _what_becomes(view)
    except Unstated:
        return None


def _is_bound(guide: Guide) -> bool:
    return not when(guide, catalogue_code=False, bound_at=None)


def _what_becomes(guide: Guide) -> UnboundGuideOutcome:
    if when(guide, department_standardised=False, standard_complies=True):
        return UnboundGuideOutcome.KEEP
    if when(guide, basis_sufficient=True, is_duplicate=False):
        return UnboundGuideOutcome.BIND
    return UnboundGuideOutcome.WITHDRAW


def _bound_after_request(guide: Guide) -> Iterator[Finding]:
    if not when(guide, addition_requested_at=..., bound_at=...):
        yield not_applicable("guide-bound")
        return
    requested, bound = guide.addition_requested_at, guide.bound_at
    if is_before(bound, requested):  # type: ignore[arg-type]  # neither is None here
        yield breached("bound-before-requested", at="bound_at", bound_on=_day(bound), requested_on=_day(requested))


def _kept(guide: Guide, ctx: Context) -> Iterator[Finding]:
    province, city = _UNBOUND
    if guide.is_duplicate:
        yield judge("duplicate-to-be-kept", at="is_duplicate")
    elif guide.withdrawn_at is not None:
        if guide.basis_sufficient:
            yield breached("kept-guide-withdrawn", at="withdrawn_at", withdrawn_on=_day(guide.withdrawn_at))
        else:
            yield judge("withdrawn-though-compliant", at="withdrawn_at")
    elif ctx.has(city):
        yield met(under=(province,))
        yield (
            met(under=(city,))
            if guide.basis_sufficient
            else judge("kept-without-basis", at="basis_sufficient", under=(city,))
        )


def _withdrawn(guide: Guide, _: Context) -> Iterator[Finding]:
    if guide.withdrawn_at is None:
        yield judge("unbound-guide-still-published", at="withdrawn_at")


def _bound(guide: Guide, _: Context) -> Iterator[Finding]:
    if guide.withdrawn_at is not None:
        yield breached("withdrawn-despite-basis", at="withdrawn_at", withdrawn_on=_day(guide.withdrawn_at))
    elif guide.addition_requested_at is None:
        yield judge("addition-not-requested", at="addition_requested_at")
    else:
        yield not_applicable("addition-pending", requested_on=_day(guide.addition_requested_at))


_SETTLED = {
    UnboundGuideOutcome.KEEP: _kept,
    UnboundGuideOutcome.WITHDRAW: _withdrawn,
    UnboundGuideOutcome.BIND: _bound,
}


def _day(moment: date | datetime | None) -> date | None:
    return None if moment is None else day_of(moment)


@rule("guides.nothing-beyond-the-guide", clauses=_BY_THE_GUIDE)
def nothing_beyond_the_guide(guide: Guide, _: Context) -> Iterator[Finding]:
    """In practice nothing is asked for beyond the guide published on the provincial hall (严格按照办事指南).

    Materials, steps, time and visits are held against it, each by itself. To ask for less, or to be quicker, is no
    finding: what is published binds for the sake of those who apply.
    """
    if GuideSite.PROVINCIAL_HALL not in (guide.published_on or ()):
        yield not_applicable("not-on-provincial-hall")
        return
    practice = guide.practice
    if practice is None:
        yield not_applicable("no-practice-known")
    else:
        yield from each(_ASPECTS, lambda ask: ask(guide, practice))


def _materials_beyond(guide: Guide, practice: ServiceStandard) -> Iterator[Finding]:
    if practice.materials:
        beyond = not_among(practice.materials, [material.name for material in guide.materials or ()])
        if beyond:
            yield breached("materials-beyond-guide", at=path_of(practice, "materials"), materials=beyond)


def _steps_beyond(guide: Guide, practice: ServiceStandard) -> Iterator[Finding]:
    """A step is published as one of the process, as an ordinary stage or as a special step."""
    if not practice.steps:
        return
    beyond = not_among(practice.steps, guide.process or ())
    if beyond:
        special = [step.name for step in guide.special_steps or ()]
        stages = [stage if isinstance(stage, str) else stage.value for stage in guide.stages or ()]
        beyond = not_among(beyond, [*special, *stages])
    if beyond:
        yield breached("steps-beyond-guide", at=path_of(practice, "steps"), steps=beyond)


def _time_beyond(guide: Guide, practice: ServiceStandard) -> Iterator[Finding]:
    took, at = practice.promised_working_days, path_of(practice, "promised_working_days")
    if not took:
        return
    promised = guide.promised_working_days
    if promised is not None:
        if took > promised:
            yield breached("time-beyond-guide", at=at, practice=took, guide=promised)
    elif guide.promised_calendar_days is not None:
        yield judge("guide-time-in-calendar-days", at=at, practice=took, guide=guide.promised_calendar_days)
    else:
        yield judge("guide-states-no-time", at=at, practice=took)


def _visits_beyond(guide: Guide, practice: ServiceStandard) -> Iterator[Finding]:
    asked, at = practice.visits, path_of(practice, "visits")
    if not asked:
        return
    if guide.visits is None:
        yield judge("guide-states-no-visits", at=at, practice=asked)
    elif asked > guide.visits:
        yield breached("visits-beyond-guide", at=at, practice=asked, guide=guide.visits)


_ASPECTS = (_materials_beyond, _steps_beyond, _time_beyond, _visits_beyond)


@rule("guides.notes-change-nothing", clauses=_BY_THE_GUIDE, severity=Severity.ADVICE)
def notes_change_nothing(guide: Guide, ctx: Context) -> Iterator[Finding]:
    """Notes in plain language leave the standard of the guide as it is (通俗化备注).

    The province encourages notes and Xiamen adds them, both on this condition; so it is advice in the one and a must in
    the other. Which contents need a note Xiamen's text leaves open. Whether what is asked in practice is what the guide
    says is the question of ``guides.nothing-beyond-the-guide``.
    """
    province, city = _BY_THE_GUIDE
    if not guide.plain_notes:
        yield judge("notes-not-added", at="plain_notes", under=(city,)) if ctx.has(city) else not_applicable("no-notes")
    elif guide.notes_change_standard:
        forces = {province: Severity.ADVICE, city: Severity.VIOLATION}
        yield from by_force(ctx, forces, breached("notes-change-standard", at="notes_change_standard"))


@rule("guides.special-steps-published", clauses=("xiamen-2022/2.1.4",))
def special_steps_published(guide: Guide, _: Context) -> Iterator[Finding]:
    """The special steps of an item are published in its guide (特殊环节在办事指南公布).

    What each has to state is the question of ``elements.special-steps-stated``.
    """
    if not guide.item_special_steps:
        yield not_applicable("no-special-steps-to-publish")
        return
    unpublished = not_among(guide.item_special_steps, [step.name for step in guide.special_steps or ()])
    if unpublished:
        yield breached("special-steps-unpublished", at="special_steps", steps=unpublished)


@rule("guides.online-and-offline-agree", clauses=(*_PARITY, _PUTIAN, _HANJIANG))
def online_and_offline_agree(pair: GuidePair, ctx: Context) -> Iterator[Finding]:
    """The offline guide of an item says what the online one says, from one source and updated with it (同源发布).

    Every element that both state is compared, and so is the standard of service. What only one of them states is
    unknown, and so are materials, process and standard of service where neither states them: those are the aspects that
    the texts print. Whether a material is on paper and in what format a form comes are matters of the medium. Notes and
    the entry of the catalogue to which a guide is bound are no part of the standard. Two guides are updated together on
    one day.

    Source, updating and contents are the province's and Xiamen's. Putian asks for one standard alone, and Hanjiang that
    both are kept up: the offline guide was updated when the online one last was, or since, and none of the two never
    was while the other was.
    """
    found: list[Finding] = []
    for ask, under in _ASKED_OF_PAIRS:
        if any(map(ctx.has, under)):
            found += [attrs.evolve(finding, under=under) for finding in each((pair,), ask)]
    yield from with_kept(ctx, (*_PARITY, _PUTIAN, _HANJIANG), found)


def _from_one_source(pair: GuidePair) -> Iterator[Finding]:
    online, offline = _of_both(pair, "source")
    if not (online and offline) or not_among((offline,), (online,)):
        yield breached("sources-differ", at="offline.source", online=online, offline=offline)


def _updated_together(pair: GuidePair) -> Iterator[Finding]:
    online, offline = map(_day, _of_both(pair, "updated_at"))
    if online != offline:
        yield breached("not-updated-together", at="offline.updated_at", online=online, offline=offline)


def _both_kept_up(pair: GuidePair) -> Iterator[Finding]:
    online, offline = map(_day, _of_both(pair, "updated_at"))
    if online is not None and (offline is None or offline < online):
        yield breached("guide-not-kept-up", at="offline.updated_at", behind=offline, ahead=online)
    elif online is None and offline is not None:
        yield breached("guide-not-kept-up", at="online.updated_at", behind=online, ahead=offline)


def _of_both(pair: GuidePair, field: str) -> list[Any]:
    values, missing = stated_by(pair.online, pair.offline, field)
    if missing:
        raise Unstated(*missing)
    return values


def _same_contents(pair: GuidePair) -> Iterator[Finding]:
    missing: tuple[str, ...] = ()
    for name in _PRINTED_ASPECTS:
        values, unstated = stated_by(pair.online, pair.offline, name)
        missing += () if values else unstated
    for found in differences(pair.online, pair.offline, _COMPARED):
        if found.missing:
            missing += found.missing
        elif found.part:
            yield breached(
                "guide-parts-differ",
                at=found.at,
                element=found.label,
                part=found.part,
                online=found.one,
                offline=found.other,
            )
        else:
            yield breached("guides-differ", at=found.at, element=found.label, online=found.one, offline=found.other)
    if missing:
        yield undetermined(*missing)


_PRINTED_ASPECTS = ("materials", "process", "service_standard")
_COMPARED = tuple(name for name in LABELS if name not in ("form_formats", "catalogue_code"))
_ASKED_OF_PAIRS = (
    (_from_one_source, _PARITY),
    (_updated_together, _PARITY),
    (_both_kept_up, (_HANJIANG,)),
    (_same_contents, (*_PARITY, _PUTIAN)),
)


@rule("guides.published-and-linked", clauses=(_PUTIAN,))
def published_and_linked(guide: Guide, ctx: Context) -> Iterator[Finding]:
    """A guide is published on the portal of government or department and linked to the platform (统一链接至一体化平台).

    Whether both portals are meant is the reading ``guide-portals``. Whether a site that the text does not print is the
    portal that is not named, a person decides.
    """
    if guide.withdrawn_at is not None:
        yield not_applicable("guide-withdrawn")
    else:
        yield from each((_on_portals, _linked), lambda ask: ask(guide, ctx))


def _on_portals(guide: Guide, ctx: Context) -> Iterator[Finding]:
    published = guide.published_on or ()
    absent = tuple(portal for portal in _PORTALS if portal not in published)
    either = option(guide, ctx, "guide-portals") == "either"
    if absent == _PORTALS or (absent and not either):
        others = tuple(site for site in published if isinstance(site, str))
        if others:
            yield judge("guide-published-elsewhere", at="published_on", sites=others, absent=absent)
        else:
            yield breached("guide-portal-missing", at="published_on", absent=absent)


def _linked(guide: Guide, _: Context) -> Iterator[Finding]:
    yield from lacks(guide, "linked_to_platform", "guide-not-linked")


_PORTALS = (GuideSite.GOVERNMENT_PORTAL, GuideSite.DEPARTMENT_PORTAL)


@rule("guides.data-managed", clauses=(_PUTIAN,))
def data_managed(guide: Guide, _: Context) -> Iterator[Finding]:
    """The data of a guide's item have one source, are kept up to date and are managed as linked (事项数据管理)."""
    held = guide.data_management or ()
    lacking = tuple(way for way in DataManagement if way not in held)
    if lacking:
        yield breached("guide-data-not-managed", at="data_management", lacking=lacking)


@rule("guides.content-complete", clauses=(_PUTIAN,))
def content_complete(guide: Guide, _: Context) -> Iterator[Finding]:
    """The content of a guide is complete, accurate and comprehensive (完整、准确、全面).

    It is complete if it has the fourteen elements printed in article 7. That there are no materials, fees or results is
    said by an empty list; there is always a basis, a process and something to review. An instant matter needs no
    promised time, and the law may set none: a guide without statutory time is left to a person. What is accurate and
    comprehensive is for a person to say.
    """
    unknown: tuple[str, ...] = ()
    for element, lacking in _FOURTEEN.items():
        try:
            if when(guide, **lacking):
                at = next(iter(lacking))
                yield (
                    judge("no-statutory-time", at=at)
                    if element == _MAY_BE_NONE
                    else breached("guide-lacks-element", at=at, element=element)
                )
        except Unstated as missing:
            unknown += missing.paths
    if unknown:
        yield undetermined(*unknown)
    yield from each(_QUALITIES, lambda quality: _found(guide, *quality))


_FOURTEEN: Mapping[str, Mapping[str, bool | None]] = {
    "事项名称": {"name": False},
    "事项类型": {"item_type": False},
    "事项编码": {"code": False},
    "行使层级": {"exercising_level": False},
    "实施主体": {"department": False},
    "办理条件": {"conditions": False},
    "设立依据": {"bases": False},
    "申报材料": {"materials": None},
    "办理流程": {"process": False},
    "法定时限": {"statutory_working_days": None, "statutory_calendar_days": None},
    "承诺时限": {"promised_working_days": None, "promised_calendar_days": None, "instant": False},
    "收费情况": {"fees": None},
    "审查要点": {"review_points": False},
    "审批结果": {"results": None},
}
"""Each printed element, and what has to be stated of a guide that lacks it; ``False`` for what is empty too."""

_MAY_BE_NONE = "法定时限"
_QUALITIES = (("found_accurate", "准确"), ("found_comprehensive", "全面"))


def _found(guide: Guide, field: str, quality: str) -> Iterator[Finding]:
    found = getattr(guide, field)
    if found is None:
        yield judge("guide-not-looked-at", at=field, quality=quality)
    elif not found:
        yield breached("guide-lacks-quality", at=field, quality=quality)


@rule("guides.frequent-ones-offered", clauses=(_HANJIANG,))
def frequent_ones_offered(guide: Guide, _: Context) -> Iterator[Finding]:
    """A guide in high demand that people ask for at the window is offered there, on paper or as a QR code (高频事项).

    A scan of something else, and ways that the text does not print, may come to the same: a person decides.
    """
    if not when(guide, is_frequent=True, is_in_demand_at_window=True, withdrawn_at=None):
        yield not_applicable("guide-not-in-demand")
        return
    access = guide.access or ()
    if GuideAccess.PAPER in access or GuideAccess.QR_CODE in access:
        return
    unclear = tuple(way for way in access if way is GuideAccess.SCAN or isinstance(way, str))
    if unclear:
        yield judge("guide-offered-otherwise", at="access", access=unclear)
    else:
        yield breached("frequent-guide-not-offered", at="access", access=access or None)


RULES = (
    cross_province_stated,
    unbound_settled,
    nothing_beyond_the_guide,
    notes_change_nothing,
    special_steps_published,
    online_and_offline_agree,
    published_and_linked,
    data_managed,
    content_complete,
    frequent_ones_offered,
)
