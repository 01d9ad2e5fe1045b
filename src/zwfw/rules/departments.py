"""What the clauses say about departments in a centre (部门进驻)."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

import attrs

from zwfw.areas import AreaLevel
from zwfw.context import Context
from zwfw.outcomes import Severity, State
from zwfw.records import Department
from zwfw.records.stated import Unstated, when
from zwfw.rules._asking import all_done, any_holds
from zwfw.rules.engine import Finding, breached, each, judge, met, not_applicable, rule
from zwfw.subjects import option, seen

__all__ = ["RULES", "Eligibility", "NonResidentEligibility", "non_resident_eligibility"]

_TABLES = ("fujian-2022/2.2.9", "xiamen-2022/2.2.9")
_ARTICLE = "putian-2025/art-15"
_PLAN = "hanjiang-2023/task-13"
_LEVELS = frozenset({AreaLevel.CITY, AreaLevel.COUNTY})

_SPEAK_OF: Mapping[str, Mapping[str, object]] = {
    **{ref: {"has_items_in_centre": True} for ref in _TABLES},
    _ARTICLE: {"level": _LEVELS},
}
"""Of which departments each clause on chief representatives speaks."""


@rule("departments.chief-representative", clauses=tuple(_SPEAK_OF))
def chief_representative(department: Department, ctx: Context) -> Iterator[Finding]:
    """A department with items in the centre, in Putian any of city or county level, names a 首席事务代表.

    Whether the negative list of items is an exception to Putian's article is not stated: where all items stand on it
    and none is in the centre, a person has to say.
    """
    asked = tuple(ref for ref in _SPEAK_OF if ctx.has(ref))

    def ask(ref: str) -> Iterator[Finding]:
        if not when(department, **_SPEAK_OF[ref], has_chief_representative=False):
            return
        if _is_perhaps_exempt(department):
            yield judge("perhaps-exempt-from-representative", at="has_chief_representative", under=(ref,))
        else:
            yield breached("no-chief-representative", at="has_chief_representative", under=(ref,))

    found = tuple(dict.fromkeys(each(asked, ask)))
    broken = tuple(ref for finding in found if finding.state is State.BREACHED for ref in finding.under)
    yield from (finding for finding in found if finding.state is not State.BREACHED)
    if broken:
        yield breached("no-chief-representative", at="has_chief_representative", under=broken)
    elif not found:
        speaking = tuple(ref for ref in asked if _may_speak(ref, department))
        yield met(under=speaking) if speaking else not_applicable("not-among-departments")


def _may_speak(ref: str, department: Department) -> bool:
    try:
        return when(department, **_SPEAK_OF[ref])
    except Unstated:
        return True


def _is_perhaps_exempt(department: Department) -> bool:
    return when(department, has_items_in_centre=False, all_items_exempt=True)


@rule("departments.fully-authorised", clauses=("xiamen-2022/2.2.9", _PLAN))
def fully_authorised(department: Department, ctx: Context) -> Iterator[Finding]:
    """The items in the centre are authorised in full; in Hanjiang's own, department, items and people (充分授权)."""
    is_plan = ctx.has(_PLAN)
    where: Mapping[str, object] = {"level": AreaLevel.COUNTY} if is_plan else {}
    if not when(department, has_items_in_centre=True, **where):
        yield not_applicable("not-among-departments")
    else:
        yield from all_done(department, _IN_PLACE if is_plan else _AUTHORISED)


_AUTHORISED = {"fully_authorised": "not-fully-authorised"}
_IN_PLACE = {
    "department_in_place": "department-not-in-place",
    "items_in_place": "items-not-in-place",
    "people_in_place": "people-not-in-place",
}


@rule("departments.four-ones", clauses=("putian-2025/art-14",))
def four_ones(department: Department, _: Context) -> Iterator[Finding]:
    """One leader is in charge, one section approves, one window serves and one seal approves (四个“一”)."""
    yield from each(_ONES, lambda field: _one(department, field, _ONES[field]))


_ONES = {
    "leaders_in_charge": "not-one-leader",
    "approving_sections": "not-one-section",
    "serving_windows": "not-one-window",
    "approval_seals": "not-one-seal",
}


def _one(department: Department, field: str, reason: str, wanted: int = 1) -> Iterator[Finding]:
    count = getattr(department, field) or 0
    if count != wanted:
        yield breached(reason, at=field, count=count, wanted=wanted)


@rule("departments.items-in-both-halls", clauses=("putian-2025/art-14",))
def items_in_both_halls(department: Department, _: Context) -> Iterator[Finding]:
    """All items are handled in the hall of the centre and in the online hall (政务服务中心办事大厅和网上办事大厅)."""
    yield from all_done(department, {"items_in_hall": "items-outside-hall", "items_online": "items-off-online-hall"})


@rule("departments.signature-delegated", clauses=("putian-2025/art-14",), severity=Severity.DEPARTURE)
def signature_delegated(department: Department, _: Context) -> Iterator[Finding]:
    """In principle the window's leader or head signs where the department's principal would have to (直接签字)."""
    if not department.principal_signature_needed:
        yield not_applicable("no-signature-of-principal")
    elif not department.signature_delegated:
        yield breached("signature-not-delegated", at="signature_delegated")


@rule("departments.window-in-the-centre", clauses=(_ARTICLE,))
def window_in_the_centre(department: Department, _: Context) -> Iterator[Finding]:
    """A department of city or county level has a window in the centre, resident or not (进驻窗口).

    Whether one whose items all stand on the negative list needs one is not stated, and left to a person.
    """
    if not when(department, level=_LEVELS):
        yield not_applicable("department-of-another-level")
        return
    if any_holds((lambda: bool(department.has_resident_window), lambda: bool(department.has_non_resident_window))):
        return
    if _is_perhaps_exempt(department):
        yield judge("perhaps-exempt-from-window", at="has_resident_window")
    else:
        yield breached("no-window-in-centre", at="has_resident_window")


class Eligibility(StrEnum):
    """Whether a department meets the conditions of a non-resident window (非常驻条件)."""

    YES = "具备"
    NO = "不具备"
    DEPENDS = "依读法而定"
    """The readings of the bracket differ."""

    UNKNOWN = "不明"


@attrs.frozen(kw_only=True)
class NonResidentEligibility:
    """Whether a department meets the conditions of a non-resident window, and why (非常驻条件).

    Attributes:
        state: The answer; consent is asked for beside it.
        by_volume: For each option of the reading ``project-cases-bracket``, whether its cases are few enough; ``None``
            where that is not known.
        by_online_share: Whether its share of cases done online is high enough, which is enough by itself.
        missing: The fields that leave the answer open.
    """

    state: Eligibility
    by_volume: Mapping[str, bool | None]
    by_online_share: bool | None
    missing: tuple[str, ...]


def non_resident_eligibility(department: Department, ctx: Context) -> NonResidentEligibility:
    """Whether *department* meets the conditions of a non-resident window: few cases, or nearly all done online.

    Raises:
        UnknownParameterError: If the conditions are not in force for its area and the day of *ctx*.

    >>> from datetime import date
    >>> found = non_resident_eligibility(
    ...     Department(name="市气象局", mean_yearly_cases=120, project_yearly_cases=10, online_share_percent=60),
    ...     Context(area="莆田市", as_of=date(2025, 6, 30)),
    ... )
    >>> found.state.value, found.by_volume
    ('依读法而定', {'special': False, 'cumulative': True, 'alternative': True})
    """
    view, there = seen(department, ctx)
    held = _conditions(view, there)
    answers = {_either(few, held.by_online_share) for few in held.by_volume.values()}
    if len(answers) == 1:
        state = _STATES[answers.pop()]
    else:
        state = Eligibility.UNKNOWN if None in answers else Eligibility.DEPENDS
    return NonResidentEligibility(
        state=state,
        by_volume=held.by_volume,
        by_online_share=held.by_online_share,
        missing=held.missing(*held.by_volume) if state is Eligibility.UNKNOWN else (),
    )


_STATES = {True: Eligibility.YES, False: Eligibility.NO, None: Eligibility.UNKNOWN}


@attrs.frozen(kw_only=True)
class _Conditions:
    """The two conditions of a non-resident window, of which either is enough; ``None`` is not known."""

    by_volume: Mapping[str, bool | None]
    by_online_share: bool | None
    unstated: Mapping[str, tuple[str, ...]]

    def missing(self, *options: str) -> tuple[str, ...]:
        """What is not stated and would settle it under one of *options*."""
        volume = ("mean_yearly_cases", "project_yearly_cases")
        fields = volume if None in [self.by_volume[option] for option in options] else ()
        return tuple(path for field in (*fields, "online_share_percent") for path in self.unstated[field])


def _conditions(department: Department, ctx: Context) -> _Conditions:
    unstated: dict[str, tuple[str, ...]] = {}

    def told(field: str, *where_none: str) -> float | None:
        try:
            figure: float | None = getattr(department, field)
        except Unstated as unknown:
            unstated[field] = unknown.paths
            return None
        unstated[field] = where_none if figure is None else ()
        return figure

    mean = told("mean_yearly_cases", "mean_yearly_cases.figure")
    projects = told("project_yearly_cases")
    share = told("online_share_percent", "online_share_percent.figure")
    limit, project_limit, wanted = (
        float(ctx.parameter(f"nonresident_{key}").value) for key in ("avg_cases", "project_cases", "online_rate")
    )
    no_projects = None if unstated["project_yearly_cases"] else projects is None
    few, very_few = (None if mean is None else mean < most for most in (limit, project_limit))
    few_projects = False if no_projects else None if projects is None else projects < project_limit
    return _Conditions(
        by_volume={
            "special": _either(very_few, _both(few, no_projects)),
            "cumulative": _both(few, _either(no_projects, few_projects)),
            "alternative": _either(few, few_projects),
        },
        by_online_share=None if share is None else share >= wanted,
        unstated=unstated,
    )


def _either(*known: bool | None) -> bool | None:
    """Whether one of them is so; one that is settles it."""
    return True if True in known else None if None in known else False


def _both(*known: bool | None) -> bool | None:
    """Whether all of them are so; one that is not settles it."""
    return False if False in known else None if None in known else True


@rule("departments.non-resident-window", clauses=(_ARTICLE,))
def non_resident_window(department: Department, ctx: Context) -> Iterator[Finding]:
    """A non-resident window takes few cases or nearly all done online, and consent in either case (非常驻综合窗口).

    It is an exception from having people in the centre, which is a duty: without its conditions the duty is not kept.
    """
    if not _is_non_resident(department):
        yield not_applicable("no-non-resident-window")
        return
    yield from each((_eligible, _agreed), lambda ask: ask(department, ctx))


def _is_non_resident(department: Department) -> bool:
    return when(department, has_non_resident_window=True, level=_LEVELS)


def _eligible(department: Department, ctx: Context) -> Iterator[Finding]:
    held = _conditions(department, ctx)
    chosen = option(department, ctx, "project-cases-bracket")
    is_eligible = _either(held.by_volume[chosen], held.by_online_share)
    if is_eligible is None:
        raise Unstated(*held.missing(chosen))
    if not is_eligible:
        limits = ("nonresident_avg_cases", "nonresident_project_cases", "nonresident_online_rate")
        most, project_most, wanted = (ctx.parameter(key).value for key in limits)
        yield breached(
            "not-eligible-for-non-resident",
            at="has_non_resident_window",
            most=most,
            project_most=project_most,
            wanted=wanted,
            share=department.online_share_percent,
        )


def _agreed(department: Department, _: Context) -> Iterator[Finding]:
    if not department.service_authority_agreed:
        yield breached("non-resident-not-agreed", at="service_authority_agreed")


@rule("departments.delegated-to-general-window", clauses=(_ARTICLE,))
def delegated_to_general_window(department: Department, _: Context) -> Iterator[Finding]:
    """With a non-resident window both intake and delivery are delegated to the general window (收件受理、出件送达)."""
    if not _is_non_resident(department):
        yield not_applicable("no-non-resident-window")
    else:
        reasons = {"intake_delegated": "intake-not-delegated", "delivery_delegated": "delivery-not-delegated"}
        yield from all_done(department, reasons)


@rule("departments.one-liaison", clauses=("putian-2025/art-19",))
def one_liaison(department: Department, ctx: Context) -> Iterator[Finding]:
    """A department with a non-resident window names one head or liaison, no more (联络员)."""
    if not department.has_non_resident_window:
        yield not_applicable("no-non-resident-window")
    else:
        yield from _one(department, "liaisons", "not-one-liaison", int(ctx.parameter("liaison_count").value))


RULES = (
    chief_representative,
    fully_authorised,
    four_ones,
    items_in_both_halls,
    signature_delegated,
    window_in_the_centre,
    non_resident_window,
    delegated_to_general_window,
    one_liaison,
)
