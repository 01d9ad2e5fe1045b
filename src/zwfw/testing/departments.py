"""Test data about departments in a centre (部门进驻)."""

from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area, AreaLevel
from zwfw.normset import norms_in_force
from zwfw.records import Department
from zwfw.testing._facts import Flaw, Violations, changed, conforming, violations
from zwfw.testing._records import TRUTHS, Fields, is_or_none, named, records, texts
from zwfw.testing.areas import areas
from zwfw.testing.moments import LAST_DAY

__all__ = ["VIOLATIONS", "conforming_departments", "departments"]

_ARTICLE = "putian-2025/art-15"
_PLAN = "hanjiang-2023/task-13"
_LEVELS = (AreaLevel.CITY, AreaLevel.COUNTY)
_NOT = (False, None)

_COUNTS = is_or_none(st.integers(0, 3))
_CASES = st.sampled_from((0.0, 49.0, 49.5, 50.0, 199.0, 199.5, 200.0)) | st.floats(0, 400)
_SHARES = st.sampled_from((0.0, 94.99, 95.0, 100.0)) | st.floats(0, 100)

_FIELDS: Fields = {
    "name": texts(),
    "area": is_or_none(areas()),
    "level": is_or_none(st.sampled_from(AreaLevel)),
    "has_items_in_centre": TRUTHS,
    "all_items_exempt": TRUTHS,
    "has_resident_window": TRUTHS,
    "has_non_resident_window": TRUTHS,
    "has_chief_representative": TRUTHS,
    "fully_authorised": TRUTHS,
    "department_in_place": TRUTHS,
    "items_in_place": TRUTHS,
    "people_in_place": TRUTHS,
    "mean_yearly_cases": is_or_none(_CASES),
    "project_yearly_cases": is_or_none(_CASES),
    "online_share_percent": is_or_none(_SHARES),
    "service_authority_agreed": TRUTHS,
    "intake_delegated": TRUTHS,
    "delivery_delegated": TRUTHS,
    "liaisons": _COUNTS,
    "leaders_in_charge": _COUNTS,
    "approving_sections": _COUNTS,
    "serving_windows": _COUNTS,
    "approval_seals": _COUNTS,
    "items_in_hall": TRUTHS,
    "items_online": TRUTHS,
    "principal_signature_needed": TRUTHS,
    "signature_delegated": TRUTHS,
}


def departments(**fields: object) -> st.SearchStrategy[Department]:
    """Departments of every level and volume, kept to the norms or not; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.Department`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(departments(level="县"), lambda department: department.has_chief_representative).level
    <AreaLevel.COUNTY: '县'>
    """
    return named("departments", records(Department, _FIELDS, fields))


def conforming_departments(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[Department]:
    """Departments that state every field and keep every clause: in hindsight, ``check(department, ...).ok`` is true.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The department states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_departments(area="涵江区"), lambda department: True), hindsight()).ok
    True
    """
    return conforming("conforming_departments", Department, _tell, area)


_ANY = st.fixed_dictionaries({**_FIELDS})
_KEPT: dict[str, object] = {
    "has_chief_representative": True,
    "fully_authorised": True,
    "department_in_place": True,
    "items_in_place": True,
    "people_in_place": True,
    "leaders_in_charge": 1,
    "approving_sections": 1,
    "serving_windows": 1,
    "approval_seals": 1,
    "items_in_hall": True,
    "items_online": True,
}


def _tell(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    facts = draw(_ANY) | _KEPT | {"area": area}
    if not norms_in_force(area, LAST_DAY).has(_ARTICLE):
        facts["has_items_in_centre"] = True  # else no clause would speak of it
    if facts["principal_signature_needed"]:
        facts["signature_delegated"] = True
    if facts["has_non_resident_window"]:
        facts |= draw(_ELIGIBLE) | _NON_RESIDENT
    else:
        facts["has_resident_window"] = True
    return facts


_NON_RESIDENT: dict[str, object] = {
    "service_authority_agreed": True,
    "intake_delegated": True,
    "delivery_delegated": True,
    "liaisons": 1,
}


def _figures(
    mean: st.SearchStrategy[Any], projects: st.SearchStrategy[Any], share: st.SearchStrategy[Any]
) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {"mean_yearly_cases": mean, "project_yearly_cases": projects, "online_share_percent": share}
    )


_UNDER_50 = st.sampled_from((0.0, 49.0, 49.5)) | st.floats(0, 49)
_UNDER_200 = st.sampled_from((0.0, 50.0, 199.0, 199.5)) | st.floats(0, 199)
_OVER_50 = st.sampled_from((50.0, 199.0, 200.0)) | st.floats(50, 400)
_OVER_200 = st.sampled_from((200.0, 201.0)) | st.floats(200, 400)
_LOW = st.sampled_from((0.0, 94.9, 94.99)) | st.floats(0, 94)
_HIGH = st.sampled_from((95.0, 95.01, 100.0)) | st.floats(95, 100)

_ELIGIBLE = st.one_of(
    _figures(_UNDER_50, is_or_none(_CASES), _LOW),
    _figures(_UNDER_200, st.none(), _LOW),
    _figures(_CASES, is_or_none(_CASES), _HIGH),
)
"""Few cases, or nearly all done online; by the cautious reading, where projects are approved only few under 50."""

_INELIGIBLE = st.one_of(_figures(_OVER_50, _CASES, _LOW), _figures(_OVER_200, is_or_none(_CASES), _LOW))


def _non_resident(**choices: tuple[object, ...]) -> Flaw:
    """A non-resident window that keeps its conditions but for *choices*."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        facts |= draw(_ELIGIBLE) | _NON_RESIDENT | {"has_non_resident_window": True, "level": draw(_OF_LEVELS)}
        changed(**choices)(draw, facts)

    return Flaw(spoil)


_OF_LEVELS = st.sampled_from(_LEVELS)


def _not_eligible(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    _non_resident().spoil(draw, facts)
    facts |= draw(_INELIGIBLE)


def _one_of(
    where: str = "", /, also: dict[str, tuple[object, ...]] | None = None, **choices: tuple[object, ...]
) -> Flaw:
    """One of *choices* is stated so, or several are; what stands in *also* always is."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        changed(**(also or {}))(draw, facts)
        chosen = draw(st.lists(st.sampled_from(sorted(choices)), min_size=1, unique=True))
        changed(**{field: choices[field] for field in chosen})(draw, facts)

    return Flaw(spoil, where)


def _no_window(**choices: tuple[object, ...]) -> Flaw:
    return Flaw(changed(level=_LEVELS, has_resident_window=_NOT, has_non_resident_window=_NOT, **choices))


_NOT_ONE = (None, 0, 2, 3)

VIOLATIONS: Violations = violations(
    Department,
    _tell,
    {
        "departments.chief-representative": (
            Flaw(changed(has_chief_representative=_NOT, has_items_in_centre=(True,))),
            Flaw(
                changed(has_chief_representative=_NOT, has_items_in_centre=_NOT, all_items_exempt=_NOT, level=_LEVELS),
                _ARTICLE,
            ),
        ),
        "departments.fully-authorised": (
            Flaw(changed(fully_authorised=_NOT, has_items_in_centre=(True,)), "xiamen-2022/2.2.9"),
            _one_of(
                _PLAN,
                also={"has_items_in_centre": (True,), "level": (AreaLevel.COUNTY,)},
                department_in_place=_NOT,
                items_in_place=_NOT,
                people_in_place=_NOT,
            ),
        ),
        "departments.four-ones": (
            _one_of(
                leaders_in_charge=_NOT_ONE,
                approving_sections=_NOT_ONE,
                serving_windows=_NOT_ONE,
                approval_seals=_NOT_ONE,
            ),
        ),
        "departments.items-in-both-halls": (_one_of(items_in_hall=_NOT, items_online=_NOT),),
        "departments.signature-delegated": (
            Flaw(changed(principal_signature_needed=(True,), signature_delegated=_NOT)),
        ),
        "departments.window-in-the-centre": (
            _no_window(has_items_in_centre=(True,)),
            _no_window(all_items_exempt=_NOT),
        ),
        "departments.non-resident-window": (
            Flaw(_not_eligible),
            _non_resident(service_authority_agreed=_NOT),
        ),
        "departments.delegated-to-general-window": (
            _non_resident(intake_delegated=_NOT),
            _non_resident(delivery_delegated=_NOT),
        ),
        "departments.one-liaison": (_non_resident(liaisons=_NOT_ONE),),
    },
)
