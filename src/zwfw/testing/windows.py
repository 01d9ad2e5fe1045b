"""Windows to test with, and those that break or keep a clause, alone and in their hall (窗口)."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area, AreaLevel
from zwfw.records import CrossAreaDisplay, IntakeDocument, Venue, VenueKind, Window, WindowDuty, WindowKind
from zwfw.testing._facts import Flaw, Spoiler, Violations, changed, conforming, violations
from zwfw.testing._records import TRUTHS, Fields, is_or_none, records, texts
from zwfw.testing._windows import FOR_PURPOSES, tell_window
from zwfw.testing.areas import areas
from zwfw.testing.venues import tell_venue, told_as

__all__ = ["VIOLATIONS", "conforming_windows", "windows"]

_NAMES = st.lists(st.sampled_from(("公安派出所", "市场监管所", "民政办")) | texts(), max_size=3)
_USUAL: Fields = {
    "name": texts(),
    "area": is_or_none(areas()),
    "kinds": is_or_none(st.lists(st.sampled_from(WindowKind) | st.just("企业登记窗口"), max_size=3)),
    "sign_text": is_or_none(st.just("“办不成事”反映窗口") | texts()),
    "departments": is_or_none(_NAMES),
    "items": is_or_none(st.lists(st.sampled_from(("医保", "社保", "公积金")), max_size=3)),
    "zone_items": is_or_none(st.lists(st.sampled_from(("医保", "社保", "公积金")), max_size=3)),
    "displays": is_or_none(st.lists(st.sampled_from(CrossAreaDisplay), max_size=4)),
    "visits": is_or_none(st.integers(0, 3)),
    "issues_on_the_spot": is_or_none(st.lists(st.sampled_from(IntakeDocument), max_size=2)),
    "review_grades": is_or_none(st.integers(0, 6)),
    "duties": is_or_none(st.permutations(tuple(WindowDuty)) | st.lists(st.sampled_from(WindowDuty), max_size=3)),
}
_TRUTHS_OF: Fields = {name: TRUTHS for name in Window.model_fields if name not in _USUAL}


def windows(**fields: object) -> st.SearchStrategy[Window]:
    """Windows of every kind and of several, kept to the norms or not; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.Window`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(windows(kinds=["综合咨询窗口"]), lambda window: window.gives_enquiry_and_guidance).kinds
    (<WindowKind.ENQUIRY: '综合咨询窗口'>,)
    """
    return records(Window, {**_USUAL, **_TRUTHS_OF}, fields)


def conforming_windows(*, area: Area | str | st.SearchStrategy[Area] | None = None) -> st.SearchStrategy[Window]:
    """Windows that state every field and keep every clause: in hindsight, ``check(window, ...).ok`` is true.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The window states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_windows(area="涵江区"), lambda window: True), hindsight()).ok
    True
    """
    return conforming("conforming_windows", Window, tell_window, area)


_NOT = (False, None)
_XIAMEN, _PUTIAN = "xiamen-2022/2.2.8", "putian-2025/art-13"
_OUTSIDE = {"in_sub_centre": _NOT}
_SINGLE = {**_OUTSIDE, "is_joint_business": _NOT, "is_wide_business": _NOT}
_SIMPLE = {"is_simple_business": (True,), "is_frequent": _NOT}
"""Simple business; what is much used, Hanjiang leaves to a person."""


def _of(kind: WindowKind, **choices: tuple[object, ...]) -> Spoiler:
    """A window of *kind* beside what else it is for, with each of these fields set to one of its choices."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        facts["kinds"] = tuple(dict.fromkeys((*facts["kinds"], kind)))
        if kind is WindowKind.COMPLAINTS:
            facts["sign_text"] = "“办不成事”反映窗口"
        changed(**choices)(draw, facts)

    return spoil


def _business(*kinds: WindowKind | None, **choices: tuple[object, ...]) -> Spoiler:
    """A window of one of *kinds*, or of none, whose business and place are not those of the kind."""
    return changed(kinds=tuple((kind,) if kind else None for kind in kinds), **choices)


def _other_items(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """One item too many, in the zone or at a window that is of no other kind."""
    field = draw(st.sampled_from(("items", "zone_items")))
    if field == "items":
        facts["kinds"] = (WindowKind.CROSS_AREA,)
    _of(WindowKind.CROSS_AREA)(draw, facts)
    facts[field] = [*facts[field], "另一事项"]


def _one_less(field: str, members: tuple[object, ...]) -> Callable[[st.DrawFn, dict[str, Any]], None]:
    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        gone = draw(st.sampled_from(members))
        facts[field] = draw(st.sampled_from((None, (), tuple(each for each in members if each is not gone))))

    return spoil


def _shows_less(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    _of(WindowKind.CROSS_AREA)(draw, facts)
    _one_less("displays", tuple(CrossAreaDisplay))(draw, facts)


_GENERAL, _BY_FIELD, _SUB_CENTRE = WindowKind.GENERAL, WindowKind.BY_FIELD, WindowKind.SUB_CENTRE

_OF_A_WINDOW: dict[str, tuple[Flaw, ...]] = {
    "windows.kind-fits-business": (
        Flaw(_business(_GENERAL, WindowKind.DEPARTMENT, None, **_OUTSIDE, is_joint_business=(True,))),
        Flaw(_business(_GENERAL, _SUB_CENTRE, **_OUTSIDE, is_joint_business=_NOT, is_wide_business=(True,))),
        Flaw(_business(_BY_FIELD, WindowKind.DEPARTMENT, None, **_SINGLE, **_SIMPLE)),
        Flaw(_business(_BY_FIELD, **_SINGLE, is_simple_business=_NOT), "hanjiang-2023/task-3"),
        Flaw(_business(WindowKind.DEPARTMENT, **_SINGLE, is_frequent=_NOT), "hanjiang-2023/task-3"),
        Flaw(_business(_BY_FIELD, _GENERAL, None, in_sub_centre=(True,))),
    ),
    "windows.sub-centre-handles-all": (
        Flaw(_business(_SUB_CENTRE, in_sub_centre=(True,), handles_all_of_sub_centre=_NOT)),
    ),
    "windows.enquiry-window-guides": (Flaw(_of(WindowKind.ENQUIRY, gives_enquiry_and_guidance=_NOT)),),
    "windows.one-thing-window": (
        Flaw(_of(WindowKind.ONE_THING, one_stop=_NOT)),
        Flaw(_of(WindowKind.ONE_THING, fully_online=_NOT, visits=(None, 2, 3, 10))),
    ),
    "windows.cross-area-window": (
        Flaw(_other_items),
        Flaw(_shows_less),
        Flaw(_of(WindowKind.CROSS_AREA, helps_from_afar=_NOT), _PUTIAN),
    ),
    "windows.special-groups-window": (Flaw(_of(WindowKind.SPECIAL_GROUPS, has_green_channel=_NOT)),),
    "windows.complaints-registered": (
        Flaw(_of(WindowKind.COMPLAINTS, handling_registered=_NOT)),
        Flaw(_of(WindowKind.COMPLAINTS, follow_up_registered=_NOT)),
        Flaw(_of(WindowKind.COMPLAINTS, has_procedure=_NOT), _XIAMEN),
        Flaw(_of(WindowKind.COMPLAINTS, has_ledger=_NOT), _XIAMEN),
    ),
    "windows.files-not-sent-back": (Flaw(changed(sends_files_back=(True,))),),
    "windows.intake-papers-on-the-spot": (
        Flaw(changed(receives_files=(True,), issues_on_the_spot=(None, (), (IntakeDocument.ONE_TIME_NOTICE,)))),
    ),
    "windows.duties-kept": (Flaw(_one_less("duties", tuple(WindowDuty))),),
}


def _each_window(change: Callable[[dict[str, Any]], dict[str, Any]]) -> Spoiler:
    def spoil(_: st.DrawFn, facts: dict[str, Any]) -> None:
        facts["windows"] = [change(window) for window in facts["windows"]]

    return spoil


def _without(*kinds: WindowKind) -> Spoiler:
    """No window is of one of these kinds; one that is nothing else is gone."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        gone = draw(st.sampled_from(kinds))
        left = [
            {**window, "kinds": tuple(kind for kind in window["kinds"] if kind is not gone)}
            for window in facts["windows"]
        ]
        facts["windows"] = [window for window in left if window["kinds"]]

    return spoil


def _at_counter(**choices: tuple[object, ...]) -> Spoiler:
    """The window for business, which is told first, with each of these fields set to one of its choices."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        counter, *others = facts["windows"]
        changed(**choices)(draw, counter)
        facts["windows"] = [counter, *others]

    return spoil


_CENTRE, _TOWNSHIP, _STATION = VenueKind.CENTRE, VenueKind.TOWNSHIP_CENTRE, VenueKind.STATION
_CENTRES, _BELOW = (_CENTRE, _TOWNSHIP), (_TOWNSHIP, _STATION)
_PURCHASE, _PLAN = "putian-2025/art-23", "hanjiang-2023/task-7"
_ONLY_BY_FIELD = {"kinds": ((_BY_FIELD,),), "is_joint_business": (True,), "in_sub_centre": _NOT}
_ALONE = {
    "stands_alone": (True,),
    "is_frequent": _NOT,
    "departments": (None, (), ("民政办",), ("公安派出所", "民政办")),
}

_OF_A_HALL: dict[str, tuple[Flaw, ...]] = {
    "windows.required-of-the-hall": (
        *(
            Flaw(told_as(kind, None, _without(WindowKind.ENQUIRY, WindowKind.ASSISTANCE, WindowKind.COMPLAINTS)))
            for kind in _CENTRES
        ),
        *(Flaw(told_as(kind, None, _without(*FOR_PURPOSES)), _PUTIAN) for kind in _CENTRES),
        Flaw(told_as(_CENTRE, None, changed(windows=(None, ())))),
        Flaw(told_as(_CENTRE, None, _each_window(lambda window: {**window, "in_conspicuous_place": False}))),
        Flaw(told_as(_CENTRE, None, _each_window(lambda window: {**window, "sign_text": "“好办事”反映窗口"})), _XIAMEN),
        Flaw(told_as(VenueKind.SUB_CENTRE, None, _without(_SUB_CENTRE)), _XIAMEN),
    ),
    "windows.all-departments": (
        Flaw(
            told_as(
                _CENTRE,
                AreaLevel.COUNTY,
                _at_counter(handles_all_departments=_NOT, could_handle_all_departments=(True,)),
            )
        ),
    ),
    "windows.model-in-three-steps": (
        Flaw(told_as(_CENTRE, None, changed(service_model=(None, (), ("前台综合受理", "后台分类审批"))))),
        Flaw(told_as(_CENTRE, None, changed(service_model=(("后台分类审批", "前台综合受理", "综合窗口出件"),)))),
    ),
    "windows.undivided-in-townships": (
        *(Flaw(told_as(kind, None, _at_counter(**_ONLY_BY_FIELD))) for kind in _BELOW),
        *(Flaw(told_as(kind, None, _at_counter(**_ALONE))) for kind in _BELOW),
    ),
    "windows.staffed-by-authority": (
        Flaw(
            told_as(_CENTRE, None, _at_counter(in_subordinate_institution=(True,), staffed_by_service_authority=_NOT)),
            _XIAMEN,
        ),
        Flaw(told_as(_CENTRE, None, _at_counter(staffed_by_service_authority=_NOT)), _PURCHASE),
        *(Flaw(told_as(kind, None, _at_counter(staffed_by_purchase=_NOT)), _PURCHASE) for kind in _CENTRES),
        *(Flaw(told_as(kind, None, _at_counter(recruited_by_centre=_NOT)), _PLAN) for kind in _CENTRES),
    ),
}

VIOLATIONS: Violations = {
    **violations(Window, tell_window, _OF_A_WINDOW),
    **violations(Venue, tell_venue, _OF_A_HALL),
}
