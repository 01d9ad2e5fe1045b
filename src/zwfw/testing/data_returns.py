"""Test data about data that are pooled and flow back (政务数据汇聚与回流)."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.normset import norms_in_force
from zwfw.records import DataFault, DataPooling, DataReturn, PooledData, PoolingBody, PushedData, ShownOverdue
from zwfw.testing._facts import Flaw, Violations, changed, conforming, violations
from zwfw.testing._records import TRUTHS, Fields, fields_of, is_or_none, named, records, texts
from zwfw.testing.areas import areas
from zwfw.testing.moments import LAST_DAY, Order, draw_in_order, moments, moments_from

__all__ = [
    "VIOLATIONS",
    "conforming_data_poolings",
    "conforming_data_returns",
    "conforming_shown_overdue",
    "data_poolings",
    "data_returns",
    "shown_overdue",
]

_PUTIAN, _HANJIANG = "putian-2025/art-32", "hanjiang-2023/task-9"

_NO = (False, None)
_AREA = is_or_none(areas())
_FIELDS = ("受理时间", "申请人", "办理结果", "联系电话")
_NAMES = st.lists(st.sampled_from(_FIELDS), max_size=4, unique=True)

_RETURN: Fields = {
    "name": texts(),
    "area": _AREA,
    "is_provincial_system": TRUTHS,
    "returns_in_full": TRUTHS,
    "returns_promptly": TRUTHS,
    "returned": is_or_none(_NAMES),
    "applicants_fill_in": is_or_none(_NAMES),
    "staff_key_in": is_or_none(_NAMES),
}

_KINDS = st.lists(st.sampled_from(PooledData) | texts(), max_size=4)

_POOLING: Fields = {
    "name": texts(),
    "area": _AREA,
    "body": is_or_none(st.sampled_from(PoolingBody)),
    "gathers_all_cases": TRUTHS,
    "pools_materials": TRUTHS,
    "pools_results": TRUTHS,
    "pools_public_data": TRUTHS,
    "held": is_or_none(_KINDS),
    "pooled": is_or_none(_KINDS | st.just(list(PooledData))),
    "pushed": is_or_none(st.lists(st.sampled_from(PushedData) | texts(), max_size=6) | st.just(list(PushedData))),
    "pushes_periodically": TRUTHS,
}

_LIMITS = ("promise", "statutory", "correction-notice")

_SHOWN: Fields = {
    "case": texts(),
    "area": _AREA,
    "limit": is_or_none(st.sampled_from(_LIMITS)),
    "fault": is_or_none(st.sampled_from(DataFault)),
    "still_shown": TRUTHS,
}
_ORDER: Order = {"shown_at": (), "corrected_at": ("shown_at",)}


def data_returns(**fields: object) -> st.SearchStrategy[DataReturn]:
    """What flows back of systems and items, entered again or not; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.DataReturn`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(data_returns(returned=["受理时间"]), lambda flow: flow.staff_key_in == ()).returned
    ('受理时间',)
    """
    return records(DataReturn, _RETURN, fields)


def data_poolings(**fields: object) -> st.SearchStrategy[DataPooling]:
    """What departments and centres pool, all of it or not; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.DataPooling`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(data_poolings(body="业务部门"), lambda pooling: pooling.pools_results).body
    <PoolingBody.DEPARTMENT: '业务部门'>
    """
    return records(DataPooling, _POOLING, fields)


def shown_overdue(**fields: object) -> st.SearchStrategy[ShownOverdue]:
    """Cases that a system shows as overdue, for a fault of data or not; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.ShownOverdue`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.
        ValidationError: When drawn, if the given fields contradict one another.

    >>> from hypothesis import find
    >>> found = find(shown_overdue(shown_at="2025-06-03"), lambda each: each.corrected_at is not None)
    >>> str(found.corrected_at) >= "2025-06-03"
    True
    """
    return named("shown_overdue", _shown(fields_of(ShownOverdue, _SHOWN, fields)))


@st.composite
def _shown(draw: st.DrawFn, fields: st.SearchStrategy[dict[str, Any]]) -> ShownOverdue:
    facts = draw(fields)
    return ShownOverdue(**{**facts, **draw_in_order(draw, _ORDER, facts)})


def conforming_data_returns(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[DataReturn]:
    """What flows back and is entered once, every field stated: in hindsight, ``check(flow, ...).ok`` is true.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The record states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_data_returns(area="厦门市"), lambda flow: True), hindsight()).ok
    True
    """
    return conforming("conforming_data_returns", DataReturn, _tell_return, area)


def conforming_data_poolings(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[DataPooling]:
    """What departments pool, and centres where a clause speaks of them, in full: in hindsight ``.ok`` is true.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The record states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_data_poolings(area="涵江区"), lambda pooling: True), hindsight()).ok
    True
    """
    return conforming("conforming_data_poolings", DataPooling, _tell_pooling, area)


def conforming_shown_overdue(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[ShownOverdue]:
    """Cases that bad data showed as overdue until they were put right, every field stated: in hindsight ``.ok``.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The record states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_shown_overdue(area="鼓楼区"), lambda found: True), hindsight()).ok
    True
    """
    return conforming("conforming_shown_overdue", ShownOverdue, _tell_shown, area)


def _tell_return(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    is_provincial = draw(TRUTHS)
    returned = draw(_NAMES.filter(bool) if not is_provincial else _NAMES)
    new = st.lists(st.sampled_from([name for name in (*_FIELDS, "备注") if name not in returned]), max_size=2)
    return {
        "name": draw(texts()),
        "area": area,
        "is_provincial_system": is_provincial,
        "returns_in_full": True if is_provincial else draw(TRUTHS),
        "returns_promptly": True if is_provincial else draw(TRUTHS),
        "returned": returned,
        "applicants_fill_in": draw(is_or_none(new)),
        "staff_key_in": draw(is_or_none(new)),
    }


def _tell_pooling(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    bodies = tuple(PoolingBody) if norms_in_force(area, LAST_DAY).has(_HANJIANG) else (PoolingBody.DEPARTMENT,)
    held = draw(_KINDS)
    return {
        "name": draw(texts()),
        "area": area,
        "body": draw(st.sampled_from(bodies)),
        "gathers_all_cases": True,
        "pools_materials": True,
        "pools_results": True,
        "pools_public_data": True,
        "held": held,
        "pooled": [*draw(st.permutations(held)), *draw(_KINDS)],
        "pushed": [*draw(st.permutations(tuple(PushedData))), *draw(st.lists(texts(), max_size=1))],
        "pushes_periodically": True,
    }


_FIRST_SHOWN = moments(first=date(2022, 9, 14), last=LAST_DAY - timedelta(60))


def _tell_shown(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    shown_at = draw(_FIRST_SHOWN)
    return {
        "case": draw(texts()),
        "area": area,
        "limit": draw(is_or_none(st.sampled_from(_LIMITS))),
        "shown_at": shown_at,
        "fault": draw(st.sampled_from(DataFault)),
        "corrected_at": draw(moments_from(shown_at)),
        "still_shown": draw(st.sampled_from(_NO)),
    }


def _entered_again(field: str) -> Any:
    """One of what flows back, or all of it, among what is entered."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        returned = facts["returned"] = facts["returned"] or ["受理时间"]
        again = returned[: draw(st.integers(1, len(returned)))]
        facts[field] = [*(facts[field] or ()), *again]
        other = "staff_key_in" if field == "applicants_fill_in" else "applicants_fill_in"
        facts[other] = [name for name in facts[other] or () if name not in returned]

    return spoil


_OF_PROVINCE = {"is_provincial_system": (True,)}
_DEPARTMENT = {"body": (PoolingBody.DEPARTMENT,)}
_CENTRE = {"body": (PoolingBody.CENTRE,)}

VIOLATIONS: Violations = {
    **violations(
        DataReturn,
        _tell_return,
        {
            "data_returns.no-second-entry": (
                Flaw(_entered_again("applicants_fill_in")),
                Flaw(_entered_again("staff_key_in")),
            ),
            "data_returns.flows-back": (
                Flaw(changed(**_OF_PROVINCE, returns_in_full=_NO, returns_promptly=(True,))),
                Flaw(changed(**_OF_PROVINCE, returns_in_full=(True,), returns_promptly=_NO)),
            ),
        },
    ),
    **violations(
        ShownOverdue,
        _tell_shown,
        {"data_returns.data-fault-corrected": (Flaw(changed(still_shown=(True,))),)},
    ),
    **violations(
        DataPooling,
        _tell_pooling,
        {
            "data_returns.cases-gathered": (
                Flaw(changed(**_DEPARTMENT, gathers_all_cases=_NO)),
                Flaw(changed(**_DEPARTMENT, pools_materials=_NO)),
                Flaw(changed(**_DEPARTMENT, pools_results=_NO)),
            ),
            "data_returns.pooled-on-platform": (
                Flaw(changed(**_DEPARTMENT, pools_public_data=_NO), _PUTIAN),
                Flaw(
                    changed(**_DEPARTMENT, held=((PooledData.FORM, "地址信息"),), pooled=((PooledData.FORM,), None)),
                    _PUTIAN,
                ),
            ),
            "data_returns.pushed-to-platform": (
                Flaw(changed(**_CENTRE, pushed=((), None, tuple(PushedData)[:3], tuple(PushedData)[1:])), _HANJIANG),
                Flaw(changed(**_CENTRE, pushes_periodically=_NO), _HANJIANG),
            ),
        },
    ),
}
