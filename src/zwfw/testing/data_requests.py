"""Test data about requests for data and the use of what was shared (政务服务数据共享)."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.calendars import national
from zwfw.records import DataShareRequest, RequestContent, ShareAnswer, SharedDataUse
from zwfw.records._base import day_of
from zwfw.testing._facts import Flaw, Spoiler, Violations, changed, conforming, violations
from zwfw.testing._records import TRUTHS, Fields, fields_of, is_or_none, named, records, texts
from zwfw.testing.areas import areas
from zwfw.testing.moments import LAST_DAY, Order, draw_in_order, moments, moments_from

__all__ = [
    "VIOLATIONS",
    "conforming_data_share_requests",
    "conforming_shared_data_uses",
    "data_share_requests",
    "shared_data_uses",
]

_PUTIAN = "350300"
"""The city whose norms alone speak of requests for data and of their use."""

_IN_FORCE = date(2025, 5, 6)
"""The first day of those norms."""

_LIMIT = 10
"""The working days for the answer, as printed."""

_NO = (False, None)
_CONTENTS = st.lists(st.sampled_from(RequestContent) | texts(), max_size=4)

_REQUEST: Fields = {
    "id": texts(),
    "area": is_or_none(areas(within=_PUTIAN) | areas()),
    "of_secret_item": TRUTHS,
    "use_case": is_or_none(texts()),
    "contents": is_or_none(_CONTENTS),
    "is_related": TRUTHS,
    "is_least_needed": TRUTHS,
    "from_actual_need": TRUTHS,
    "answer": is_or_none(st.sampled_from(ShareAnswer)),
    "refusal_reasons": is_or_none(texts()),
    "exception_applies": TRUTHS,
    "fee_yuan": is_or_none(st.just(0) | st.integers(1, 2000)),
}

_STEPS: Order = dict.fromkeys(("applied_at", "received_at", "answered_at", "authorised_at", "channel_opened_at"), ())
"""Each by itself: that they come in order is for the clause to ask."""

_USE: Fields = {
    "data": texts(),
    "area": is_or_none(areas(within=_PUTIAN) | areas()),
    "of_secret_item": TRUTHS,
    "used_at": is_or_none(moments(first=_IN_FORCE - timedelta(20))),
    "in_own_place": TRUTHS,
    "by_own_department": TRUTHS,
    "for_services": TRUTHS,
    "third_party_forms": is_or_none(st.lists(texts(), max_size=2)),
}


def data_share_requests(**fields: object) -> st.SearchStrategy[DataShareRequest]:
    """Requests for data, answered or not, in time and in order or not; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.DataShareRequest`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> found = find(data_share_requests(received_at="2025-06-03"), lambda request: request.answered_at is not None)
    >>> found.received_at
    datetime.date(2025, 6, 3)
    """
    return named("data_share_requests", _requests(fields_of(DataShareRequest, _REQUEST, fields)))


@st.composite
def _requests(draw: st.DrawFn, fields: st.SearchStrategy[dict[str, Any]]) -> DataShareRequest:
    facts = draw(fields)
    # Drawn around the norms, which are young; around the given moments, where there are any.
    anchor = {} if set(facts) & set(_STEPS) else {"begun": draw(_BEGUN)}
    told = draw_in_order(draw, {**dict.fromkeys(anchor, ()), **_STEPS}, facts | anchor)
    return DataShareRequest(**{**facts, **{name: told[name] for name in told if name in _STEPS}})


_BEGUN = st.dates(_IN_FORCE - timedelta(10), LAST_DAY - timedelta(60))


def shared_data_uses(**fields: object) -> st.SearchStrategy[SharedDataUse]:
    """Uses of shared data, within the limits or not; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.SharedDataUse`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(shared_data_uses(in_own_place=False), lambda use: use.by_own_department).in_own_place
    False
    """
    return records(SharedDataUse, _USE, fields)


def conforming_data_share_requests(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[DataShareRequest]:
    """Requests that state every field and keep every clause: in hindsight, ``check(request, ...).ok`` is true.

    Some were approved, and some refused for a reason.

    Args:
        area: An area of Putian, or a strategy of such areas; any of them unless given. The request states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_data_share_requests(area="涵江区"), lambda request: True), hindsight()).ok
    True
    """
    usual = areas(within=_PUTIAN) if area is None else area
    return conforming("conforming_data_share_requests", DataShareRequest, _tell_request, usual)


def conforming_shared_data_uses(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[SharedDataUse]:
    """Uses that state every field and keep every clause: in hindsight, ``check(use, ...).ok`` is true.

    Args:
        area: An area of Putian, or a strategy of such areas; any of them unless given. The use states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_shared_data_uses(area="涵江区"), lambda use: True), hindsight()).ok
    True
    """
    usual = areas(within=_PUTIAN) if area is None else area
    return conforming("conforming_shared_data_uses", SharedDataUse, _tell_use, usual)


_RECEIVED = st.dates(_IN_FORCE, LAST_DAY - timedelta(60))


def _tell_request(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    return _told(draw, area, draw(st.sampled_from(ShareAnswer)))


def _told(draw: st.DrawFn, area: Area, answer: ShareAnswer) -> dict[str, Any]:
    """The facts of a request with this answer that keeps every clause."""
    received_on = draw(_RECEIVED)
    facts: dict[str, Any] = {
        "id": draw(texts()),
        "area": area,
        "of_secret_item": draw(st.sampled_from(_NO)),
        "use_case": draw(texts()),
        "contents": [*draw(st.permutations(tuple(RequestContent))), *draw(st.lists(texts(), max_size=1))],
        "is_related": True,
        "is_least_needed": True,
        "from_actual_need": True,
        "applied_at": received_on - timedelta(draw(st.integers(0, 5))),
        "received_at": received_on,
        "answer": answer,
        "refusal_reasons": draw(is_or_none(texts())),
        "exception_applies": draw(TRUTHS),
        "fee_yuan": draw(st.sampled_from((0, None))),
    }
    return facts | _answered(draw, facts, draw(_in_time(received_on)))


def _in_time(received_on: date) -> st.SearchStrategy[date | datetime]:
    """A day on which the answer is in time, often the last, or its last minute."""
    due_on = national().add(received_on, _LIMIT)
    last = st.sampled_from((due_on, datetime.combine(due_on, time(23, 59))))
    return last | st.dates(received_on, due_on)


def _answered(draw: st.DrawFn, facts: dict[str, Any], answered_at: date | datetime) -> dict[str, Any]:
    """What an answer at that moment says, and what follows it."""
    if facts["answer"] is ShareAnswer.REFUSED:
        because = {"refusal_reasons": draw(texts()), "exception_applies": True}
        return {**because, "answered_at": answered_at, "authorised_at": None, "channel_opened_at": None}
    opened_at = moments_from(answered_at)
    return {"answered_at": answered_at, "authorised_at": draw(opened_at), "channel_opened_at": draw(opened_at)}


_USED = moments(first=_IN_FORCE)


def _tell_use(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    return {
        "data": draw(texts()),
        "area": area,
        "of_secret_item": draw(st.sampled_from(_NO)),
        "used_at": draw(_USED),
        "in_own_place": True,
        "by_own_department": True,
        "for_services": True,
        "third_party_forms": draw(st.sampled_from(((), None))),
    }


def _anew(answer: ShareAnswer, spoil: Callable[[st.DrawFn, dict[str, Any]], None]) -> Spoiler:
    """Spoil a request with this answer."""

    def spoil_it(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        facts |= _told(draw, facts["area"], answer)
        spoil(draw, facts)

    return spoil_it


def _late(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """Answered after the last day, often on the next."""
    due_on = national().add(facts["received_at"], _LIMIT)
    facts |= _answered(draw, facts, due_on + timedelta(draw(st.just(1) | st.integers(1, 20))))


_UNANSWERED = {"answered_at": (None,), "answer": (None,), "authorised_at": (None,), "channel_opened_at": (None,)}


def _too_early(field: str) -> Spoiler:
    """What follows an approval, before it."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        facts[field] = day_of(facts["answered_at"]) - timedelta(draw(st.integers(1, 10)))

    return spoil


def _received_before_made(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    apart = timedelta(draw(st.integers(1, 10)))
    facts["applied_at"] = draw(st.sampled_from((None, facts["received_at"] + apart)))


def _answered_unreceived(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """Answered without a receipt, or before it."""
    answered_on = day_of(facts["answered_at"])
    facts |= _answered(draw, facts, answered_on)
    facts["applied_at"] = answered_on
    facts["received_at"] = draw(st.sampled_from((None, answered_on + timedelta(draw(st.integers(1, 10))))))


def _opened_all_the_same(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    field = draw(st.sampled_from(("authorised_at", "channel_opened_at")))
    facts[field] = draw(moments_from(facts["answered_at"]))


def _opened_unanswered(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """Opened before the request was as much as received: nobody is late with the answer."""
    changed(**_UNANSWERED)(draw, facts)
    facts |= {"applied_at": facts["received_at"], "received_at": None}
    facts["channel_opened_at"] = draw(moments_from(facts["applied_at"]))


_YES, _REFUSED = ShareAnswer.APPROVED, ShareAnswer.REFUSED

VIOLATIONS: Violations = {
    **violations(
        DataShareRequest,
        _tell_request,
        {
            "data_requests.sharing-is-the-rule": (Flaw(_anew(_REFUSED, changed(exception_applies=_NO))),),
            "data_requests.free-of-charge": (Flaw(changed(fee_yuan=(0.01, 1, 500))),),
            "data_requests.related-and-least": (
                Flaw(changed(is_related=_NO)),
                Flaw(changed(is_least_needed=_NO)),
                Flaw(changed(from_actual_need=_NO)),
            ),
            "data_requests.use-case-and-contents": (
                Flaw(changed(use_case=(None, ""))),
                Flaw(changed(contents=(None, (), ("使用期限",), (RequestContent.FORMAT,)))),
                Flaw(changed(contents=((RequestContent.PURPOSE,),))),
            ),
            "data_requests.answered-in-time": (Flaw(_late), Flaw(changed(**_UNANSWERED))),
            "data_requests.channel-opened": (
                Flaw(_anew(_YES, _too_early("authorised_at"))),
                Flaw(_anew(_YES, _too_early("channel_opened_at"))),
            ),
            "data_requests.refusal-gives-reasons": (Flaw(_anew(_REFUSED, changed(refusal_reasons=(None, "")))),),
            "data_requests.in-order": (
                Flaw(_received_before_made),
                Flaw(_answered_unreceived),
                Flaw(_anew(_REFUSED, _opened_all_the_same)),
                Flaw(_opened_unanswered),
            ),
        },
    ),
    **violations(
        SharedDataUse,
        _tell_use,
        {
            "data_requests.used-for-own-services-only": (
                Flaw(changed(in_own_place=_NO)),
                Flaw(changed(by_own_department=_NO)),
                Flaw(changed(for_services=_NO)),
            ),
            "data_requests.not-given-to-third-parties": (
                Flaw(changed(third_party_forms=(("接口",), ("文件", "截图")))),
            ),
        },
    ),
}
