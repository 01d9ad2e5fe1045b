"""What the clauses say about windows, and about those that a hall must have (窗口)."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from zwfw.areas import AreaLevel
from zwfw.context import Context
from zwfw.norms import norm
from zwfw.outcomes import Severity, State
from zwfw.records import CrossAreaDisplay, IntakeDocument, Venue, VenueKind, Window, WindowDuty, WindowKind
from zwfw.records.stated import path_of, when
from zwfw.rules._asking import all_done, any_holds, lacks, surely
from zwfw.rules._per_clause import by_clause
from zwfw.rules._windows import (
    BELOW,
    CENTRE,
    CENTRES,
    STATION,
    SUB_CENTRE,
    RequiredWindow,
    among,
    is_of,
    required_by,
    required_windows,
)
from zwfw.rules.engine import Finding, breached, each, judge, not_applicable, rule, severity_of

__all__ = ["RULES", "RequiredWindow", "required_windows"]

_COMPREHENSIVE = frozenset({WindowKind.GENERAL, WindowKind.BY_FIELD, WindowKind.SUB_CENTRE})
_AT_A_CENTRE = frozenset({WindowKind.GENERAL, WindowKind.BY_FIELD})
_FOR_BUSINESS = _COMPREHENSIVE | {WindowKind.DEPARTMENT}
_GENERAL = frozenset({WindowKind.GENERAL})

_FUJIAN, _XIAMEN, _HANJIANG = "fujian-2022/2.2.5", "xiamen-2022/2.2.5", "hanjiang-2023/task-3"
_FULL_BY = {_HANJIANG: "hanjiang-2023/task-3#1"}
"""The plan's date is that of full coverage; it gives the windows that it lists no date."""

_SETS = (
    _FUJIAN,
    "fujian-2022/2.2.6",
    "fujian-2022/2.2.8",
    _XIAMEN,
    "xiamen-2022/2.2.6",
    "xiamen-2022/2.2.8",
    "putian-2025/art-13",
    _HANJIANG,
)


@rule("windows.required-of-the-hall", clauses=_SETS)
def required_of_the_hall(venue: Venue, ctx: Context) -> Iterator[Finding]:
    """A hall has each window that a document asks of halls of its kind, level and area (应设窗口).

    There is one finding for each missing window and document. Windows are matched by what they are for, not by the
    words of a document; only Xiamen fixes the name on the sign, that of the window for what could not be done. A window
    of several kinds counts for each.
    """

    def ask(ref: str) -> Iterator[Finding]:
        required = tuple(required_by(ref, venue, ctx))
        if not required:
            yield not_applicable("no-window-asked-of-the-hall")
        yield from each(required, partial(_missing, venue))

    yield from by_clause(ctx, _SETS, ask)


def _missing(venue: Venue, required: RequiredWindow) -> Iterator[Finding]:
    windows: tuple[Window, ...] = venue.windows or ()
    kind = frozenset({required.kind})
    if not any_holds(partial(is_of, window, kind) for window in windows):
        yield _said(required, "window-missing", "windows")
        return
    meant = [window for window in windows if surely(window, kinds=...) and is_of(window, kind)]
    if required.is_conspicuous and not any_holds(partial(_is_seen, window, kind) for window in windows):
        yield _said(required, "window-not-conspicuous", path_of(meant[0], "in_conspicuous_place"))
    if required.has_fixed_name:
        yield from each(meant, partial(_named_otherwise, required))


def _is_seen(window: Window, kinds: frozenset[WindowKind]) -> bool:
    return is_of(window, kinds) and bool(window.in_conspicuous_place)


def _named_otherwise(required: RequiredWindow, window: Window) -> Iterator[Finding]:
    if _bare(required.printed) not in _bare(window.sign_text or ""):
        yield _said(required, "window-named-otherwise", path_of(window, "sign_text"), sign=window.sign_text)


def _bare(name: str) -> str:
    """A name without quotation marks, by which signs differ."""
    return "".join(each for each in name if each not in "“”‘’\"'「」『』 ")


def _said(required: RequiredWindow, reason: str, at: str, **facts: object) -> Finding:
    is_certain = required.is_certain
    return Finding(
        state=State.BREACHED if is_certain else State.NEEDS_JUDGEMENT,
        reason=reason if is_certain else "window-perhaps-owed",
        at=at,
        severity=severity_of(norm(required.norm)) if is_certain else None,
        facts={"window": required.printed, "norm": required.norm, **facts},
    )


@rule("windows.kind-fits-business", clauses=(_FUJIAN, _XIAMEN, _HANJIANG))
def kind_fits_business(window: Window, ctx: Context) -> Iterator[Finding]:
    """The kind of a comprehensive window is that which each text asks for its business and place (综合办事窗口种类).

    In a sub-centre it is always that of a sub-centre. Elsewhere business that departments handle jointly goes by field,
    and so does that of one department where it is wide, while simple business of one is undifferentiated; none of it
    has a figure, so whoever states it has judged it, and what is wide is not simple. In Hanjiang all business of one
    department is undifferentiated, so there a wide one is asked for two kinds, each by its clause, and a department's
    own window is merged. Annex 2 of that plan leaves departments in great demand (高频部门) out: whether the window of
    one may stay is for a person to say.
    """
    kinds = window.kinds or ()
    if kinds and not any(isinstance(kind, str) or kind in _FOR_BUSINESS for kind in kinds):
        yield not_applicable("window-not-for-business")
        return
    yield from by_clause(ctx, (_FUJIAN, _XIAMEN, _HANJIANG), partial(_of_fitting_kind, window), dated_by=_FULL_BY)


def _of_fitting_kind(window: Window, ref: str) -> Iterator[Finding]:
    kinds, wanted = window.kinds or (), _kind_wanted(window, ref)
    if wanted is None:
        yield not_applicable("business-without-window-kind")
    elif wanted in kinds:
        return
    elif strangers := tuple(kind for kind in kinds if isinstance(kind, str)):
        yield judge("window-kind-unknown", at=path_of(window, "kinds"), kinds=strangers, wanted=wanted)
    elif ref == _HANJIANG and wanted is WindowKind.GENERAL and WindowKind.DEPARTMENT in kinds and window.is_frequent:
        yield judge("department-window-perhaps-kept", at=path_of(window, "kinds"), wanted=wanted)
    else:
        yield breached("window-kind-unfit", at=path_of(window, "kinds"), kinds=kinds or None, wanted=wanted)


def _kind_wanted(window: Window, ref: str) -> WindowKind | None:
    """The kind that the clause *ref* asks for; ``None`` where it does not speak of the business or place."""
    if ref == _HANJIANG:
        # The plan speaks of centres alone, and joins no further condition to the single department.
        if window.in_sub_centre:
            return None
        return WindowKind.BY_FIELD if window.is_joint_business else WindowKind.GENERAL
    if window.in_sub_centre:
        return WindowKind.SUB_CENTRE
    if any_holds((partial(when, window, is_joint_business=True), partial(when, window, is_wide_business=True))):
        return WindowKind.BY_FIELD
    return WindowKind.GENERAL if window.is_simple_business else None


@rule("windows.sub-centre-handles-all", clauses=(_XIAMEN,))
def sub_centre_handles_all(window: Window, ctx: Context) -> Iterator[Finding]:
    """All business of a sub-centre is handled at its comprehensive window (一窗通办)."""

    def ask(_: str) -> Iterator[Finding]:
        # Either settles it, whatever is unknown beside it.
        elsewhere = (
            lambda: not is_of(window, frozenset({WindowKind.SUB_CENTRE})),
            lambda: not when(window, in_sub_centre=True),
        )
        if any_holds(elsewhere):
            yield not_applicable("not-the-window-of-a-sub-centre")
        else:
            yield from lacks(window, "handles_all_of_sub_centre", "sub-centre-window-not-for-all")

    yield from by_clause(ctx, (_XIAMEN,), ask)


@rule("windows.all-departments", clauses=(_FUJIAN, _XIAMEN))
def all_departments(venue: Venue, ctx: Context) -> Iterator[Finding]:
    """Undifferentiated windows of a county's centre accept the items of all its departments (全科受理).

    The province encourages it where the institution is able to; in Xiamen it is a duty of the districts. Both texts
    want the whole centre undifferentiated and give joint business a window by field besides: what that means for a
    window by field is left to a person.
    """
    yield from by_clause(ctx, (_FUJIAN, _XIAMEN), partial(_for_all, venue, ctx))


def _for_all(venue: Venue, ctx: Context, ref: str) -> Iterator[Finding]:
    is_duty = ref == _XIAMEN
    # 区政务服务中心 is that of a district, which a functional zone is not; 县（区）级 takes in the zones.
    if (is_duty and ctx.area.kind is not None) or not when(venue, kind=VenueKind.CENTRE, level=AreaLevel.COUNTY):
        yield not_applicable("not-a-county-centre")
        return

    def is_meant(window: Window) -> bool:
        return is_of(window, _AT_A_CENTRE) and (
            is_duty
            or any_holds(
                (
                    partial(when, window, handles_all_departments=True),
                    partial(when, window, could_handle_all_departments=True),
                )
            )
        )

    def ask(window: Window) -> Iterator[Finding]:
        if window.handles_all_departments:
            return
        at = path_of(window, "handles_all_departments")
        if not is_of(window, _GENERAL):
            yield judge("window-by-field-not-for-all", at=at)
        else:
            severity = Severity.VIOLATION if is_duty else Severity.ADVICE
            yield breached("window-not-for-all-departments", at=at, severity=severity)

    yield from among(venue, is_meant, ask, "no-comprehensive-window")


_THIRD = ("综合窗口出件", "窗口统一出件", "统一窗口出件")
_STEPS = ("前台综合受理", "后台分类审批", _THIRD[0])
"""The three steps in order; the last is printed in three ways that mean the same."""

_MODELS = {
    # 各级政务服务机构和各业务部门分中心; whether a village's station is meant is not plain.
    _FUJIAN: CENTRES | SUB_CENTRE | STATION,
    _XIAMEN: CENTRES | SUB_CENTRE | STATION,
    "putian-2025/art-12": CENTRE,
    _HANJIANG: CENTRES,
}
"""The kinds of venues of which each clause asks the model."""


@rule("windows.model-in-three-steps", clauses=tuple(_MODELS))
def model_in_three_steps(venue: Venue, ctx: Context) -> Iterator[Finding]:
    """Applications come in at one front, are approved by class behind it, and results go out at one window (三步模式).

    The last step is printed differently from document to document and is matched by what it is. In Hanjiang it is owed
    from the end of 2023 on.
    """
    yield from by_clause(ctx, _MODELS, partial(_in_three_steps, venue), dated_by=_FULL_BY)


def _in_three_steps(venue: Venue, ref: str) -> Iterator[Finding]:
    if not when(venue, kind=_MODELS[ref]):
        yield not_applicable("model-not-asked-of-the-hall")
        return
    held = list(dict.fromkeys(_THIRD[0] if step in _THIRD else step for step in venue.service_model or ()))
    missing = tuple(step for step in _STEPS if step not in held)
    if not missing and [step for step in held if step in _STEPS] == list(_STEPS):
        return
    if venue.kind is VenueKind.STATION:
        yield judge("model-perhaps-owed", at="service_model")
    elif missing:
        yield breached("model-step-missing", at="service_model", steps=missing)
    else:
        yield breached("model-out-of-order", at="service_model", steps=venue.service_model)


_UNDIVIDED = "putian-2025/art-12"


@rule("windows.undivided-in-townships", clauses=(_UNDIVIDED,), severity=Severity.DEPARTURE)
def undivided_in_townships(venue: Venue, _: Context) -> Iterator[Finding]:
    """In a township or village there is an all-purpose window; only much used ones may stand alone (全科综合服务窗口).

    Those of the police station and of market supervision are named as much used; the list is open.
    """
    if not when(venue, kind=BELOW):
        yield not_applicable("not-in-a-township-or-village")
        return
    yield from each((_without_general, _divided), lambda form: form(venue))


def _without_general(venue: Venue) -> Iterator[Finding]:
    if not any_holds(partial(is_of, window, _GENERAL) for window in venue.windows or ()):
        yield breached("no-all-purpose-window", at="windows")


def _divided(venue: Venue) -> Iterator[Finding]:
    yield from each(venue.windows or (), _alone_without_need)


def _alone_without_need(window: Window) -> Iterator[Finding]:
    if when(window, stands_alone=False):
        return
    if not any_holds((partial(when, window, is_frequent=True), partial(_is_named, window))):
        yield breached("window-stands-alone", at=path_of(window, "stands_alone"))


def _is_named(window: Window) -> bool:
    """Whether it is of departments that the text names alone; one that is not stated could be another."""
    named, departments = (*norm(f"{_UNDIVIDED}#5").members, *_NAMED_IN_FULL), window.departments or ()
    return bool(departments) and all(any(each in department for each in named) for department in departments)


_NAMED_IN_FULL = ("派出所", "市场监督管理所")
"""What the two that the text names are called: every 派出所 is one of the police."""


_GUIDANCE = {
    "fujian-2022/2.2.5": "fujian-2022/2.2.5#7",
    "xiamen-2022/2.2.5": "xiamen-2022/2.2.5#3",
    "putian-2025/art-13": "putian-2025/art-13#2",
}


@rule("windows.enquiry-window-guides", clauses=tuple(_GUIDANCE))
def enquiry_window_guides(window: Window, ctx: Context) -> Iterator[Finding]:
    """The enquiry window gives advice and guidance for the whole hall (综合咨询窗口)."""
    yield from _of_kind(window, WindowKind.ENQUIRY) or by_clause(ctx, _GUIDANCE, partial(_guides, window))


def _of_kind(window: Window, kind: WindowKind) -> tuple[Finding, ...]:
    """What to say of a window that is not of *kind*; nothing of one that is."""
    return () if is_of(window, frozenset({kind})) else (not_applicable("window-of-another-kind"),)


def _guides(window: Window, ref: str) -> Iterator[Finding]:
    if not window.gives_enquiry_and_guidance:
        at = path_of(window, "gives_enquiry_and_guidance")
        yield breached("window-does-not-guide", at=at, severity=severity_of(norm(_GUIDANCE[ref])))


_ONE_VISIT = 1


@rule("windows.one-thing-window", clauses=("putian-2025/art-13",))
def one_thing_window(window: Window, _: Context) -> Iterator[Finding]:
    """The window for one thing handles a kind of things at one stop, online throughout or in one visit (一类事一站办).

    Either is enough (或).
    """
    yield from _of_kind(window, WindowKind.ONE_THING) or each((_at_one_stop, _online_or_once), lambda ask: ask(window))


def _at_one_stop(window: Window) -> Iterator[Finding]:
    yield from lacks(window, "one_stop", "one-thing-not-at-one-stop")


def _online_or_once(window: Window) -> Iterator[Finding]:
    is_kept = any_holds(
        (
            partial(when, window, fully_online=True),
            lambda: window.visits is not None and window.visits <= _ONE_VISIT,
        )
    )
    if not is_kept:
        at = path_of(window, "visits")
        yield breached("one-thing-neither-online-nor-one-visit", at=at, visits=window.visits, most=_ONE_VISIT)


_CROSS_AREA = ("fujian-2022/2.2.7", "xiamen-2022/2.2.7", "putian-2025/art-13")


@rule("windows.cross-area-window", clauses=_CROSS_AREA)
def cross_area_window(window: Window, ctx: Context) -> Iterator[Finding]:
    """A window for other areas has the items of the zone, shows three things, and helps from afar (“跨域通办”窗口).

    The first is the province's, the second Xiamen's too, the last Putian's.
    """

    def ask(ref: str) -> Iterator[Finding]:
        yield from each(asked[ref], lambda form: form(window))

    asked: dict[str, tuple[Callable[[Window], Iterator[Finding]], ...]]
    asked = dict(zip(_CROSS_AREA, ((_as_in_zone, _displays), (_displays,), (_helps_from_afar,)), strict=True))
    yield from _of_kind(window, WindowKind.CROSS_AREA) or by_clause(ctx, _CROSS_AREA, ask)


def _as_in_zone(window: Window) -> Iterator[Finding]:
    wanted, held = window.zone_items or (), window.items or ()
    missing = tuple(dict.fromkeys(item for item in wanted if item not in held))
    surplus = tuple(dict.fromkeys(item for item in held if item not in wanted))
    at = path_of(window, "items")
    if missing:
        yield breached("zone-items-missing", at=at, items=missing)
    # A window that is of another kind too has the items of that kind beside.
    if surplus and set(window.kinds or ()) == {WindowKind.CROSS_AREA}:
        yield breached("items-beyond-the-zone", at=at, items=surplus)


def _displays(window: Window) -> Iterator[Finding]:
    shown = window.displays or ()
    if missing := tuple(each for each in CrossAreaDisplay if each not in shown):
        yield breached("cross-area-display-missing", at=path_of(window, "displays"), displays=missing)


def _helps_from_afar(window: Window) -> Iterator[Finding]:
    yield from lacks(window, "helps_from_afar", "no-help-from-afar")


@rule("windows.special-groups-window", clauses=("putian-2025/art-13",))
def special_groups_window(window: Window, _: Context) -> Iterator[Finding]:
    """The window for special groups has a green channel for the old, weak, sick, disabled and pregnant (绿色通道)."""
    yield from _of_kind(window, WindowKind.SPECIAL_GROUPS) or lacks(window, "has_green_channel", "no-green-channel")


_REGISTERED = {"handling_registered": "handling-not-registered", "follow_up_registered": "follow-up-not-registered"}
_KEPT_BY: Mapping[str, Mapping[str, str]] = {
    "fujian-2022/2.2.8": _REGISTERED,
    "xiamen-2022/2.2.8": {
        "has_procedure": "complaints-without-procedure",
        "has_ledger": "complaints-without-ledger",
        **_REGISTERED,
    },
}
"""What each clause asks the window to have, and the reason where it has not."""


@rule("windows.complaints-registered", clauses=tuple(_KEPT_BY))
def complaints_registered(window: Window, ctx: Context) -> Iterator[Finding]:
    """What could not be done is registered, its handling and the calling back both (“办不成事”反映窗口登记).

    In Xiamen the window has a procedure and a ledger too.
    """

    def ask(ref: str) -> Iterator[Finding]:
        yield from all_done(window, _KEPT_BY[ref])

    yield from _of_kind(window, WindowKind.COMPLAINTS) or by_clause(ctx, _KEPT_BY, ask)


@rule(
    "windows.files-not-sent-back",
    clauses=("fujian-2022/2.2.9", "xiamen-2022/2.2.9", "hanjiang-2023/task-5"),
)
def files_not_sent_back(window: Window, _: Context) -> Iterator[Finding]:
    """Files that a window received do not go back to the department that approved them before (收件流向原审批部门)."""
    if window.sends_files_back:
        yield breached("files-sent-back", at=path_of(window, "sends_files_back"))


@rule("windows.intake-papers-on-the-spot", clauses=("fujian-2022/2.2.10", "xiamen-2022/2.2.11"))
def intake_papers_on_the_spot(window: Window, _: Context) -> Iterator[Finding]:
    """Staff of a window are fully authorised to issue the papers of intake on the spot (充分授权、当场出具).

    Whether the full authority reaches the one-time notice can be read either way: where that alone is missing, a person
    decides. A window at which nothing is handed in issues neither.
    """
    if any_holds((lambda: not window.receives_files, lambda: not _papers_missing(window))):
        if surely(window, receives_files=False):
            yield not_applicable("window-receives-no-files")
        return
    at = path_of(window, "issues_on_the_spot")
    if IntakeDocument.ACCEPTANCE in _papers_missing(window):
        yield breached("acceptance-notice-not-on-the-spot", at=at)
    else:
        yield judge("one-time-notice-perhaps-owed", at=at)


def _papers_missing(window: Window) -> tuple[IntakeDocument, ...]:
    return tuple(paper for paper in IntakeDocument if paper not in (window.issues_on_the_spot or ()))


@rule("windows.duties-kept", clauses=("fujian-2022/2.1.2", "xiamen-2022/2.1.2", "hanjiang-2023/task-5"))
def duties_kept(window: Window, _: Context) -> Iterator[Finding]:
    """A window keeps to the four duties of windows (首问负责、一次性告知、窗口无否决权、限时办结).

    The district leaves the list open, so there may be others beside.
    """
    kept = window.duties or ()
    if missing := tuple(each for each in WindowDuty if each not in kept):
        yield breached("window-duty-missing", at=path_of(window, "duties"), duties=missing)


_STAFFED = ("xiamen-2022/2.2.5", "putian-2025/art-23", "hanjiang-2023/task-7")


@rule("windows.staffed-by-authority", clauses=_STAFFED)
def staffed_by_authority(venue: Venue, ctx: Context) -> Iterator[Finding]:
    """Staff of comprehensive windows come from where each document says (综合窗口人员配备).

    In Xiamen the service authority provides them for the institutions directly under it. In Putian it does so for
    government service centres, and centres of every level buy the service. In Hanjiang the centres recruit and manage
    those at the front themselves. Each clause has its own answer.
    """
    yield from by_clause(ctx, _STAFFED, partial(_staffed, venue))


def _staffed(venue: Venue, ref: str) -> Iterator[Finding]:
    xiamen, putian, _ = _STAFFED
    if ref == xiamen:
        yield from among(venue, _is_subordinate, partial(all_done, reasons=_BY_AUTHORITY), "no-subordinate-window")
    elif not when(venue, kind=CENTRES):
        yield not_applicable("not-in-a-centre")
    elif ref == putian:
        # 统一配备 is printed of 政务服务中心 alone, buying services of the centres of all levels.
        reasons = _BY_AUTHORITY | _BY_PURCHASE if venue.kind in CENTRE else _BY_PURCHASE
        yield from among(venue, _is_comprehensive, partial(all_done, reasons=reasons), "no-comprehensive-window")
    else:
        yield from among(venue, _is_comprehensive, partial(all_done, reasons=_BY_CENTRE), "no-comprehensive-window")


_BY_AUTHORITY = {"staffed_by_service_authority": "staff-not-from-authority"}
_BY_PURCHASE = {"staffed_by_purchase": "staff-not-by-purchase"}
_BY_CENTRE = {"recruited_by_centre": "staff-not-recruited-by-centre"}


def _is_comprehensive(window: Window) -> bool:
    return is_of(window, _COMPREHENSIVE)


def _is_subordinate(window: Window) -> bool:
    return _is_comprehensive(window) and bool(window.in_subordinate_institution)


RULES = (
    duties_kept,
    model_in_three_steps,
    kind_fits_business,
    sub_centre_handles_all,
    all_departments,
    staffed_by_authority,
    required_of_the_hall,
    enquiry_window_guides,
    cross_area_window,
    complaints_registered,
    files_not_sent_back,
    intake_papers_on_the_spot,
    undivided_in_townships,
    one_thing_window,
    special_groups_window,
)
