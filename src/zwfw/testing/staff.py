"""People at windows to test with, and those that break or keep a clause (窗口人员)."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area, AreaLevel
from zwfw.records import CaseKind, Grade, ProfessionalTitle, Rank, StaffMember, WindowClass, WindowHead
from zwfw.testing._facts import Flaw, Violations, changed, conforming, violations
from zwfw.testing._records import TRUTHS, Fields, is_or_none, named, records, texts
from zwfw.testing.areas import areas
from zwfw.testing.moments import LAST_DAY, moments, moments_from

__all__ = [
    "VIOLATIONS",
    "conforming_staff_members",
    "conforming_window_heads",
    "staff_members",
    "window_heads",
]

_CLASSES = is_or_none(st.sampled_from(WindowClass))
_RANKS = is_or_none(st.sampled_from(Rank))
_TITLES = is_or_none(st.sampled_from(ProfessionalTitle))
_KINDS = is_or_none(st.sampled_from(CaseKind))
_GRADES = is_or_none(st.sampled_from(Grade))
_MARKS = st.integers(1, 5)
_MOMENTS = is_or_none(moments())
_EARLY = moments(last=date(2025, 6, 30))
"""So that something can follow before the last day."""

_BADGES = is_or_none(st.lists(texts(), max_size=2))


def staff_members(**fields: object) -> st.SearchStrategy[StaffMember]:
    """People whom a department posted, and clerks; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.StaffMember`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(staff_members(is_party_member=True), lambda member: member.left_at is not None).is_party_member
    True
    """
    usual: Fields = {
        "name": texts(),
        "area": is_or_none(areas()),
        "venue_level": is_or_none(st.sampled_from(AreaLevel)),
        "window": is_or_none(texts()),
        "is_department_staff": TRUTHS,
        "on_establishment": TRUTHS,
        "window_class": _CLASSES,
        "daily_managed_by_service_authority": TRUTHS,
        "business_managed_by_department": TRUTHS,
        "joined_at": _MOMENTS,
        "notified_at": _MOMENTS,
        "registration_form_filled": TRUTHS,
        "left_at": _MOMENTS,
        "is_party_member": TRUTHS,
        "party_membership_moved_at": _MOMENTS,
        "grades_set_by_service_authority": TRUTHS,
        "grades_filed_with_personnel": TRUTHS,
        "grades_copied_to_department": TRUTHS,
        "follows_city_on_reviews": TRUTHS,
        "department_grade": is_or_none(_MARKS),
        "authority_grade": is_or_none(_MARKS),
        "bonus_grade": is_or_none(_MARKS),
        "bonus_paid_by_department": TRUTHS,
        "certificate_grade": _GRADES,
        "allowance_by_grade": TRUTHS,
        "graded_by_national_standard": TRUTHS,
        "promoted_by_national_standard": TRUTHS,
        "badges": _BADGES,
    }
    return named("staff_members", records(StaffMember, usual, fields))


def window_heads(**fields: object) -> st.SearchStrategy[WindowHead]:
    """Heads and liaisons of every rank, replaced or not; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.WindowHead`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(window_heads(window_class="行政审批类"), lambda head: head.rank is not None).window_class.value
    '行政审批类'
    """
    usual: Fields = {
        "name": texts(),
        "area": is_or_none(areas()),
        "department": is_or_none(texts()),
        "at_resident_window": TRUTHS,
        "is_chief_representative": TRUTHS,
        "is_first_responsible": TRUTHS,
        "window_class": _CLASSES,
        "is_frequent_window": TRUTHS,
        "on_establishment": TRUTHS,
        "rank": _RANKS,
        "title": _TITLES,
        "talked_to_before_office": TRUTHS,
        "is_replaced": TRUTHS,
        "handed_over_at": _MOMENTS,
        "successor_is_familiar": TRUTHS,
        "left_at": _MOMENTS,
        "staff_broke_rules_gravely": TRUTHS,
        "staff_held_to_account": TRUTHS,
        "held_responsible": TRUTHS,
        "powers_from_authorisation": TRUTHS,
        "powers_over_central_items": TRUTHS,
        "acted_first_on": _KINDS,
        "was_individual": TRUTHS,
        "was_urgent": TRUTHS,
        "reported_afterwards": TRUTHS,
    }
    return named("window_heads", records(WindowHead, usual, fields))


def conforming_staff_members(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[StaffMember]:
    """People at windows that state every field and keep every clause: in hindsight, ``check(member, ...).ok`` is true.

    Args:
        area: An area, or a strategy of areas; any of Putian or Xiamen unless given. No other has a clause about them,
            so there nothing is broken and nothing kept. The person's record states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_staff_members(area="涵江区"), lambda member: True), hindsight()).ok
    True
    """
    places = areas(within="莆田市") | areas(within="厦门市") if area is None else area
    return conforming("conforming_staff_members", StaffMember, _tell_member, places)


def conforming_window_heads(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[WindowHead]:
    """Heads that state every field and keep every clause: in hindsight, ``check(head, ...).ok`` is true.

    Args:
        area: An area, or a strategy of areas; any of Putian unless given. No other has a clause about heads, so there
            nothing is broken and nothing kept. The head's record states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_window_heads(), lambda head: True), hindsight()).ok
    True
    """
    return conforming(
        "conforming_window_heads", WindowHead, _tell_head, areas(within="莆田市") if area is None else area
    )


def _tell_member(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    is_posted = draw(TRUTHS)
    # One who was posted since the article says so keeps at least that one.
    joined = draw(moments(first=date(2025, 5, 6), last=date(2025, 11, 28)) if is_posted else _EARLY)
    left = draw(st.none() | moments_from(joined))
    grades = draw(st.tuples(is_or_none(_MARKS), _MARKS))
    return {
        "name": draw(texts()),
        "area": area,
        "venue_level": draw(is_or_none(st.sampled_from(AreaLevel))),
        "window": draw(is_or_none(texts())),
        "is_department_staff": is_posted,
        "on_establishment": True,
        "window_class": draw(_CLASSES),
        "daily_managed_by_service_authority": True,
        "business_managed_by_department": is_posted,
        "joined_at": joined,
        "notified_at": draw(moments_from(joined)),
        "registration_form_filled": True,
        "left_at": left,
        "is_party_member": draw(TRUTHS),
        "party_membership_moved_at": joined,
        "grades_set_by_service_authority": True,
        "grades_filed_with_personnel": True,
        "grades_copied_to_department": True,
        "follows_city_on_reviews": draw(TRUTHS),
        "department_grade": grades[0],
        "authority_grade": grades[1],
        "bonus_grade": draw(st.just(max(grades[0] or 0, grades[1])) | st.none()),
        "bonus_paid_by_department": True,
        "certificate_grade": draw(_GRADES),
        "allowance_by_grade": True,
        "graded_by_national_standard": True,
        "promoted_by_national_standard": True,
        "badges": draw(_BADGES),
    }


def _tell_head(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    ranks = st.tuples(_RANKS, st.sampled_from((ProfessionalTitle.MIDDLE, ProfessionalTitle.SENIOR)))
    titles = st.tuples(st.sampled_from([each for each in Rank if each is not Rank.BELOW]), _TITLES)
    rank, title = draw(ranks | titles)
    handed_over = draw(_EARLY)
    return {
        "name": draw(texts()),
        "area": area,
        "department": draw(is_or_none(texts())),
        "at_resident_window": draw(TRUTHS),
        "is_chief_representative": True,
        "is_first_responsible": True,
        "window_class": draw(_CLASSES),
        "is_frequent_window": draw(TRUTHS),
        "on_establishment": True,
        "rank": rank,
        "title": title,
        "talked_to_before_office": True,
        "is_replaced": draw(TRUTHS),
        "handed_over_at": handed_over,
        "successor_is_familiar": True,
        "left_at": draw(st.none() | moments_from(handed_over)),
        "staff_broke_rules_gravely": draw(TRUTHS),
        "staff_held_to_account": draw(TRUTHS),
        "held_responsible": True,
        "powers_from_authorisation": True,
        "powers_over_central_items": True,
        "acted_first_on": draw(st.sampled_from((CaseKind.SPECIAL, CaseKind.JOINT, None))),
        "was_individual": True,
        "was_urgent": True,
        "reported_afterwards": True,
    }


_NOT = (False, None)
_EARLIER = (date(2025, 5, 6), date(2025, 12, 30))
"""The first day of Putian's norms, and the last day but one."""


def _where(wanted: dict[str, tuple[object, ...]], **choices: tuple[object, ...]) -> Flaw:
    return Flaw(changed(**(wanted | choices)))


_FREQUENT: dict[str, tuple[object, ...]] = {"is_frequent_window": (True,)}
_APPROVAL: dict[str, tuple[object, ...]] = {"window_class": (WindowClass.APPROVAL,)}
_ACCOUNTED: dict[str, tuple[object, ...]] = {"staff_broke_rules_gravely": (True,), "staff_held_to_account": (True,)}
_LIAISON: dict[str, tuple[object, ...]] = {"at_resident_window": _NOT}
_FIRST: dict[str, tuple[object, ...]] = _LIAISON | {"acted_first_on": (CaseKind.SPECIAL, CaseKind.JOINT)}
_ORDINARY = tuple(each for each in CaseKind if each not in (CaseKind.SPECIAL, CaseKind.JOINT))
_REPLACED: dict[str, tuple[object, ...]] = {"is_replaced": (True,)}

_OF_HEADS: Violations = violations(
    WindowHead,
    _tell_head,
    {
        "staff.head-is-chief-representative": (
            _where({}, is_chief_representative=_NOT),
            _where({}, is_first_responsible=_NOT),
            _where({}, is_chief_representative=_NOT, is_first_responsible=_NOT),
        ),
        # Whoever leaves without any handover breaks article 21 as well, so of article 18 only the talk stands here.
        "staff.head-talked-to-and-handed-over": (_where(_FREQUENT, talked_to_before_office=_NOT),),
        "staff.head-of-rank": (
            _where(_APPROVAL, on_establishment=_NOT),
            _where(_APPROVAL, rank=(Rank.BELOW, None), title=(ProfessionalTitle.JUNIOR, None)),
            _where(_APPROVAL, on_establishment=_NOT, rank=(Rank.BELOW,), title=(None,)),
        ),
        "staff.head-held-responsible": (_where(_ACCOUNTED, held_responsible=_NOT),),
        "staff.powers-by-authorisation": (
            _where(_LIAISON, powers_from_authorisation=_NOT),
            _where(_LIAISON, powers_over_central_items=_NOT),
        ),
        "staff.special-power-used-rightly": (
            _where(_LIAISON, acted_first_on=_ORDINARY),
            _where(_FIRST, was_individual=_NOT),
            _where(_FIRST, was_urgent=_NOT),
        ),
        "staff.head-stays-until-handover": (
            _where(_REPLACED, left_at=_EARLIER, handed_over_at=(LAST_DAY,)),
            _where(_REPLACED, left_at=(LAST_DAY,), successor_is_familiar=_NOT),
            _where(_REPLACED, left_at=_EARLIER, handed_over_at=(LAST_DAY,), successor_is_familiar=_NOT),
        ),
    },
)

_POSTED: dict[str, tuple[object, ...]] = {"is_department_staff": (True,)}
_CLERK: dict[str, tuple[object, ...]] = {"is_department_staff": _NOT}
_LEFT: dict[str, tuple[object, ...]] = {"is_party_member": (True,), "left_at": (LAST_DAY,)}
_AT_CITY: dict[str, tuple[object, ...]] = _POSTED | {"venue_level": (AreaLevel.CITY,)}
_AT_COUNTY: dict[str, tuple[object, ...]] = _POSTED | {
    "venue_level": (AreaLevel.COUNTY,),
    "follows_city_on_reviews": (True,),
}
_GRADED: dict[str, tuple[object, ...]] = {"department_grade": (3,), "authority_grade": (5,), "bonus_grade": (5,)}

_OF_MEMBERS: Violations = violations(
    StaffMember,
    _tell_member,
    {
        "staff.on-establishment-if-possible": (
            _where(_POSTED, window_class=(WindowClass.APPROVAL, None), on_establishment=_NOT),
        ),
        "staff.department-told": (_where(_POSTED, joined_at=_EARLIER, registration_form_filled=_NOT),),
        "staff.party-membership-moved": (
            _where(_LEFT, party_membership_moved_at=(None,)),
            _where(_LEFT, left_at=(date(2025, 12, 30),), party_membership_moved_at=(LAST_DAY,)),
        ),
        "staff.grades-set-and-filed": tuple(
            _where(at, **{field: _NOT})
            for at in (_AT_CITY, _AT_COUNTY)
            for field in (
                "grades_set_by_service_authority",
                "grades_filed_with_personnel",
                "grades_copied_to_department",
            )
        ),
        "staff.bonus-by-the-better-grade": (
            _where(_AT_CITY | _GRADED, bonus_grade=(3, 4, 6)),
            _where(_AT_COUNTY | _GRADED, department_grade=(None, 1), bonus_grade=(4,)),
            _where(_AT_CITY | _GRADED, bonus_paid_by_department=_NOT),
        ),
        "staff.graded-by-national-standard": (
            _where(_CLERK, graded_by_national_standard=_NOT),
            _where(_CLERK, promoted_by_national_standard=_NOT),
            Flaw(changed(**_POSTED, graded_by_national_standard=_NOT), where="xiamen-2022/2.2.4"),
        ),
        "staff.allowance-by-certificate": (_where(_CLERK, certificate_grade=tuple(Grade), allowance_by_grade=_NOT),),
    },
)

VIOLATIONS: Violations = {**_OF_HEADS, **_OF_MEMBERS}
