"""The facts of windows that keep every clause, alone and as those of a hall (窗口)."""

from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.normset import norms_in_force
from zwfw.records import CrossAreaDisplay, IntakeDocument, VenueKind, WindowDuty, WindowKind
from zwfw.testing._records import TRUTHS, is_or_none, texts
from zwfw.testing.moments import LAST_DAY

__all__ = ["FOR_PURPOSES", "tell_window", "tell_windows"]

FOR_PURPOSES = (
    WindowKind.ENQUIRY,
    WindowKind.ONE_THING,
    WindowKind.CROSS_AREA,
    WindowKind.SPECIAL_GROUPS,
    WindowKind.ASSISTANCE,
    WindowKind.COMPLAINTS,
)
"""The kinds of which a hall may have to have one each."""

_HANJIANG = "hanjiang-2023/task-3"
_NO = st.sampled_from((False, None))
_NAMES = st.lists(texts(), max_size=2)


def tell_window(draw: st.DrawFn, area: Area, kinds: tuple[WindowKind, ...] | None = None) -> dict[str, Any]:
    """The facts of a window of *area* that states every field and keeps every clause, of some kinds unless given."""
    held = draw(_kinds(area)) if kinds is None else kinds
    items = draw(st.lists(texts(), max_size=3, unique=True))
    fully_online = draw(TRUTHS)
    stands_alone = draw(TRUTHS)
    return {
        "name": draw(texts()),
        "area": area,
        "kinds": held,
        "sign_text": draw(_sign(held)),
        "departments": draw(is_or_none(_NAMES)),
        **_business(draw, area, held),
        "in_sub_centre": WindowKind.SUB_CENTRE in held,
        "handles_all_of_sub_centre": True,
        "handles_all_departments": True,
        "could_handle_all_departments": draw(TRUTHS),
        "in_conspicuous_place": True,
        "gives_enquiry_and_guidance": True,
        "helps_from_afar": True,
        "items": items,
        "zone_items": draw(st.permutations(items)),
        "displays": draw(st.permutations(tuple(CrossAreaDisplay))),
        "has_green_channel": True,
        "has_procedure": True,
        "has_ledger": True,
        "handling_registered": True,
        "follow_up_registered": True,
        "one_stop": True,
        "fully_online": fully_online,
        "visits": draw(is_or_none(st.integers(0, 4)) if fully_online else st.integers(0, 1)),
        "stands_alone": stands_alone,
        "is_frequent": True if stands_alone else draw(TRUTHS),
        "duties": (*draw(st.permutations(tuple(WindowDuty))), *draw(st.sampled_from(((), ("AB岗工作制",))))),
        "sends_files_back": draw(_NO),
        **_intake(draw),
        "in_subordinate_institution": draw(TRUTHS),
        "staffed_by_service_authority": True,
        "staffed_by_purchase": True,
        "recruited_by_centre": True,
        **_reviews(draw),
    }


def _intake(draw: st.DrawFn) -> dict[str, Any]:
    """A window that issues both papers on the spot, or at which nothing is handed in."""
    receives = draw(TRUTHS)
    papers = (
        st.permutations(tuple(IntakeDocument)) if receives else is_or_none(st.lists(st.sampled_from(IntakeDocument)))
    )
    return {"receives_files": receives, "issues_on_the_spot": draw(papers)}


def _reviews(draw: st.DrawFn) -> dict[str, Any]:
    """Device and code for reviews, or where they cannot be had a paper form."""
    cannot = draw(TRUTHS)
    has_means = True if not cannot else draw(TRUTHS)
    return {
        "has_review_device": has_means,
        "has_review_code": has_means,
        "reviews_in_plain_sight": has_means,
        "cannot_have_review_device": cannot,
        "has_paper_review_form": True if cannot else draw(TRUTHS),
        "review_grades": 5,
        "in_station": draw(TRUTHS),
    }


def tell_windows(draw: st.DrawFn, area: Area, kind: VenueKind) -> list[dict[str, Any]]:
    """The facts of the windows of a hall of this kind that has each kind it could have to have, some of them together.

    Each states no area of its own, so it is asked about with the hall.
    """
    business = WindowKind.SUB_CENTRE if kind is VenueKind.SUB_CENTRE else WindowKind.GENERAL
    cut = draw(st.integers(0, len(FOR_PURPOSES)))
    groups = [(business,), *(each for each in (FOR_PURPOSES[:cut], FOR_PURPOSES[cut:]) if each)]
    return [{**tell_window(draw, area, each), "area": None} for each in groups]


def _kinds(area: Area) -> st.SearchStrategy[tuple[WindowKind, ...]]:
    business = [WindowKind.GENERAL, WindowKind.BY_FIELD, WindowKind.SUB_CENTRE]
    if not _is_in_hanjiang(area):
        business.append(WindowKind.DEPARTMENT)
    purposes = st.lists(st.sampled_from(FOR_PURPOSES), max_size=3, unique=True).map(tuple)
    one = st.sampled_from(business).map(lambda kind: (kind,))
    return st.one_of(one, purposes.filter(bool), st.builds(lambda some, more: (*some, *more), one, purposes))


def _is_in_hanjiang(area: Area) -> bool:
    return norms_in_force(area, LAST_DAY).has(_HANJIANG)


_NAMED = st.sampled_from(("“办不成事”反映窗口", "办不成事反映窗口", "3号 “办不成事”反映窗口"))


def _sign(kinds: tuple[WindowKind, ...]) -> st.SearchStrategy[str | None]:
    return _NAMED if WindowKind.COMPLAINTS in kinds else is_or_none(texts())


def _business(draw: st.DrawFn, area: Area, kinds: tuple[WindowKind, ...]) -> dict[str, Any]:
    """Business for which a window of these kinds is the fitting one, where it is not in a sub-centre."""
    joint, wide, simple = draw(TRUTHS), draw(TRUTHS), draw(TRUTHS)
    if WindowKind.BY_FIELD in kinds:
        by_width = not joint and not _is_in_hanjiang(area)
        joint, wide = (joint, True) if by_width else (True, wide)
    elif WindowKind.GENERAL in kinds:
        joint, wide = draw(_NO), draw(_NO)
    elif WindowKind.DEPARTMENT in kinds:
        joint, wide, simple = draw(_NO), draw(_NO), draw(_NO)
    return {"is_joint_business": joint, "is_wide_business": wide, "is_simple_business": simple}
