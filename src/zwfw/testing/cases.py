"""Cases to test with, and their parts (办件)."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import AreaLevel
from zwfw.records import (
    Case,
    CaseMode,
    Channel,
    CommitmentPoint,
    Correction,
    FollowUp,
    MaterialTaken,
    MixedMode,
    OnlineDepth,
)
from zwfw.records._base import day_of
from zwfw.testing._records import TRUTHS, Fields, fields_of, is_or_none, named, records, texts
from zwfw.testing.areas import areas
from zwfw.testing.moments import Order, draw_in_order, instant_of, moments, moments_from
from zwfw.testing.special_steps import special_steps

__all__ = ["cases", "corrections", "follow_ups", "materials_taken"]

_ORDER: Order = {
    "submitted_at": (),
    "prereviewed_at": ("submitted_at",),
    "paper_requested_at": ("prereviewed_at",),
    "paper_received_at": ("submitted_at",),
    "received_at": ("submitted_at",),
    "registered_at": ("received_at",),
    "accepted_at": ("submitted_at", "received_at"),
    "refused_at": ("submitted_at", "received_at"),
    "substantive_review_started_at": (),
    "decided_at": ("submitted_at", "received_at"),
    "delivered_at": ("submitted_at", "received_at", "accepted_at", "decided_at"),
}

_TEXTS = st.lists(texts(), max_size=3)
_WORKING_DAYS = is_or_none(st.integers(0, 60))


def corrections(**fields: object) -> st.SearchStrategy[Correction]:
    """Notices of corrections; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.Correction`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(corrections(demands=["身份证"]), lambda told: True)
    Correction(told_at=datetime.date(2023, 3, 6), demands=('身份证',))
    """
    usual = {"told_at": moments(), "demands": is_or_none(_TEXTS), "arises_from_supplement": TRUTHS}
    return records(Correction, usual, fields)


def materials_taken(**fields: object) -> st.SearchStrategy[MaterialTaken]:
    """Materials that were taken; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.MaterialTaken`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(materials_taken(name="身份证", on_paper=True), lambda taken: True).on_paper
    True
    """
    usual: Fields = {
        "name": texts(),
        "on_paper": TRUTHS,
        "certificate_callable": TRUTHS,
        "must_be_handed_back": TRUTHS,
        "certificate_data_incomplete": TRUTHS,
        "explained": TRUTHS,
        "certificate_supplemented": TRUTHS,
        "certificate_cancelled_at": is_or_none(moments()),
    }
    return records(MaterialTaken, usual, fields)


def follow_ups(**fields: object) -> st.SearchStrategy[FollowUp]:
    """What supervision found and did; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.FollowUp`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(follow_ups(conditions_met=False), lambda found: True).conditions_met
    False
    """
    return records(FollowUp, dict.fromkeys(FollowUp.model_fields, TRUTHS), fields)


def cases(**fields: object) -> st.SearchStrategy[Case]:
    """Cases of every kind, kept to the norms or not; what is not given is stated or not.

    Moments that are not given are drawn around those that are, in the order that a case asks for.

    Args:
        fields: Any field of a :class:`~zwfw.records.Case`, as a value or as a strategy of values, as in
            ``cases(area="厦门市", received_at=moments(), decided_at=None)``.

    Raises:
        TypeError: If there is no such field; near ones are named.
        ValidationError: When drawn, if the given fields contradict one another.

    >>> from hypothesis import find
    >>> case = find(cases(received_at="2025-06-03"), lambda case: case.decided_at is not None)
    >>> case.received_at, str(case.decided_at) >= "2025-06-03"
    (datetime.date(2025, 6, 3), True)
    """
    return named("cases", _cases(fields_of(Case, _usual(), fields)))


def _usual() -> Fields:
    """Every field that is neither a moment nor the notices, which come after the receipt."""
    told: dict[str, st.SearchStrategy[Any]] = {
        "id": texts(),
        "area": is_or_none(areas()),
        "item": is_or_none(texts()),
        "venue_level": is_or_none(st.sampled_from(AreaLevel)),
        "channel": is_or_none(st.sampled_from(Channel)),
        "mixed_modes": is_or_none(st.lists(st.sampled_from(MixedMode) | texts(), max_size=3)),
        "mode": is_or_none(st.sampled_from(CaseMode)),
        "commitment_points": is_or_none(st.lists(st.sampled_from(CommitmentPoint) | texts(), max_size=5)),
        "follow_up": is_or_none(follow_ups()),
        "online_depth": is_or_none(st.sampled_from(OnlineDepth)),
        "promised_working_days": _WORKING_DAYS,
        "statutory_working_days": _WORKING_DAYS,
        "special_steps": is_or_none(st.lists(special_steps(), max_size=3)),
        "materials_taken": is_or_none(st.lists(materials_taken(), max_size=3)),
    }
    others = set(Case.model_fields) - set(told) - set(_ORDER) - {"corrections"}
    return told | dict.fromkeys(sorted(others), TRUTHS)


@st.composite
def _cases(draw: st.DrawFn, fields: st.SearchStrategy[dict[str, Any]]) -> Case:
    facts = draw(fields)
    given = facts.get("corrections")
    if given and "received_at" not in facts:
        # The receipt comes before the notices that were given.
        first = day_of(Case(id="1", corrections=given).corrections[0].told_at)  # type: ignore[index]  # given
        facts["received_at"] = draw(st.none() | st.just(first - timedelta(draw(st.integers(0, 20)))))
    facts |= draw_in_order(draw, _ORDER, facts)
    if "corrections" not in facts and draw(st.booleans()):
        facts["corrections"] = draw(_notices(facts.get("received_at")))
    return Case(**facts)


def _notices(received_at: date | None) -> st.SearchStrategy[Any]:
    """No notices, or some that come after the receipt, one after another."""
    told_at = moments() if received_at is None else moments_from(received_at)
    in_order = st.lists(corrections(told_at=told_at), max_size=3).map(
        lambda told: sorted(told, key=lambda each: instant_of(each.told_at))
    )
    return is_or_none(in_order)
