"""Changes of the standard catalogue to test with, in time and not (目录动态调整)."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.calendars import national
from zwfw.records import CatalogueChange, ChangeTrigger
from zwfw.testing._facts import Flaw, Spoiler, Violations, changed, conforming, violations
from zwfw.testing._records import TRUTHS, fields_of, is_or_none, named, texts
from zwfw.testing.areas import areas
from zwfw.testing.moments import FIRST_DAY, LAST_DAY, Order, draw_in_order, moments

__all__ = ["VIOLATIONS", "catalogue_changes", "conforming_catalogue_changes"]

_ORDER: Order = {
    "national_changed_at": (),
    "requested_at": (),
    "studied_at": ("requested_at",),
    "replied_at": ("requested_at",),
    "changed_at": (),
    "guide_updated_at": (),
    "systems_synced_at": (),
    "claimed_at": (),
    "zone_updated_at": (),
}
"""What a record asks for; the clauses ask for more."""


def catalogue_changes(**fields: object) -> st.SearchStrategy[CatalogueChange]:
    """Changes of every kind, in the order of the clauses and in time or not; what is not given is stated or not.

    Moments that are not given are drawn around those that are.

    Args:
        fields: Any field of a :class:`~zwfw.records.CatalogueChange`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.
        ValidationError: When drawn, if the given fields contradict one another.

    >>> from hypothesis import find
    >>> change = find(catalogue_changes(requested_at="2025-06-03"), lambda change: change.replied_at is not None)
    >>> change.requested_at, str(change.replied_at) >= "2025-06-03"
    (datetime.date(2025, 6, 3), True)
    """
    return named("catalogue_changes", _catalogue_changes(fields_of(CatalogueChange, _usual(), fields)))


def _usual() -> dict[str, st.SearchStrategy[Any]]:
    """Every field that is no moment."""
    told: dict[str, st.SearchStrategy[Any]] = {
        "entry": texts(),
        "area": is_or_none(areas()),
        "trigger": is_or_none(st.sampled_from(ChangeTrigger)),
        "policy_takes_effect_on": st.none() | st.dates(FIRST_DAY, LAST_DAY),
    }
    others = set(CatalogueChange.model_fields) - set(told) - set(_ORDER)
    return told | dict.fromkeys(sorted(others), st.just(True) | TRUTHS)


@st.composite
def _catalogue_changes(draw: st.DrawFn, fields: st.SearchStrategy[dict[str, Any]]) -> CatalogueChange:
    facts = draw(fields)
    return CatalogueChange(**{**facts, **draw_in_order(draw, _ORDER, facts)})


def conforming_catalogue_changes(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[CatalogueChange]:
    """Changes that state every field and keep every clause: in hindsight, ``check(change, ...).ok`` is true.

    Some follow the national catalogue, some a policy, some a request, and of those some were refused.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The change states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_catalogue_changes(area="厦门市"), lambda change: True), hindsight()).ok
    True
    """
    return conforming("conforming_catalogue_changes", CatalogueChange, _tell, area)


_BEGINNINGS = st.dates(FIRST_DAY, LAST_DAY - timedelta(120))
_ASKED = tuple(trigger for trigger in ChangeTrigger if trigger not in (ChangeTrigger.NATIONAL, ChangeTrigger.POLICY))
_MIRROR, _REPLY, _EDIT, _GUIDE = 3, 3, 5, 5
"""The working days of each leg, as printed."""


def _within(draw: st.DrawFn, start: date, working_days: int) -> date:
    """A day on which a limit that began on *start* is kept, often its last."""
    due = national().add(start, working_days)
    return draw(st.just(due) | st.dates(start, due))


def _late(draw: st.DrawFn, start: date, working_days: int) -> date | None:
    """A day on which it is not, often the first; or none at all."""
    due = national().add(start, working_days)
    return draw(st.none() | st.just(due + timedelta(1)) | st.dates(due + timedelta(1), due + timedelta(20)))


def _tell(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    """The facts of a change that keeps every clause."""
    return _told(draw, area, draw(st.sampled_from(tuple(ChangeTrigger))))


def _told(draw: st.DrawFn, area: Area, trigger: ChangeTrigger, *, is_refused: bool | None = None) -> dict[str, Any]:
    """The facts of a change that starts from *trigger* and keeps every clause."""
    facts: dict[str, Any] = dict.fromkeys(CatalogueChange.model_fields)
    facts |= {"entry": draw(texts()), "area": area, "trigger": trigger, "is_associated": True}
    facts |= {name: draw(TRUTHS) for name in _FREE}
    begun = draw(_BEGINNINGS)
    if trigger is ChangeTrigger.NATIONAL:
        facts |= {"national_changed_at": begun, "changed_at": _within(draw, begun, _MIRROR)}
    elif trigger is ChangeTrigger.POLICY:
        facts |= {"changed_at": begun, "policy_takes_effect_on": begun + timedelta(draw(st.integers(1, 60)))}
    else:
        replied_on = _within(draw, begun, _REPLY)
        studied_on = draw(st.dates(begun, replied_on))
        facts |= {"requested_at": begun, "studied_at": studied_on, "replied_at": replied_on}
        refused = draw(st.booleans()) if is_refused is None else is_refused
        facts["is_needed"] = not refused
        facts["changed_at"] = None if refused else _within(draw, replied_on, _EDIT)
    if facts["changed_at"] is not None:
        facts |= _afterwards(draw, facts["changed_at"])
    return facts


_FREE = ("is_local_special", "changes_structure", "of_own_level", "is_cross_province")
"""What is asked for only of some changes."""


def _afterwards(draw: st.DrawFn, changed_on: date) -> dict[str, Any]:
    """What follows a change of the catalogue, at the printed times."""
    updated_on = _within(draw, changed_on, _GUIDE)
    later = moments(first=changed_on + timedelta(1), last=changed_on + timedelta(30))
    return {
        "guide_updated_at": updated_on,
        "systems_synced_at": updated_on,
        "claimed_at": draw(st.just(changed_on) | later),
        "zone_updated_at": draw(st.just(changed_on) | later),
    }


def _anew(
    spoil: Callable[[st.DrawFn, dict[str, Any]], None], *triggers: ChangeTrigger, is_refused: bool = False
) -> Spoiler:
    """Spoil a change that starts from one of *triggers*."""

    def spoil_it(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        trigger = draw(st.sampled_from(triggers or tuple(ChangeTrigger)))
        facts |= _told(draw, facts["area"], trigger, is_refused=is_refused)
        spoil(draw, facts)

    return spoil_it


def _from_then_on(draw: st.DrawFn, facts: dict[str, Any], changed_on: date | None) -> None:
    """What follows, moved to another day of the change, or to none."""
    facts |= dict.fromkeys(("guide_updated_at", "systems_synced_at", "claimed_at", "zone_updated_at"))
    facts["changed_at"] = changed_on
    if changed_on is not None:
        facts |= _afterwards(draw, changed_on)


def _after_policy(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    effect_on = facts["policy_takes_effect_on"]
    changed_on = draw(st.none() | st.dates(effect_on, effect_on + timedelta(20)))
    _from_then_on(draw, facts, changed_on)


def _mirrored_late(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    _from_then_on(draw, facts, _late(draw, facts["national_changed_at"], _MIRROR))


def _answered_late(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """Late, or not at all, be it a refusal or not."""
    replied_on = facts["replied_at"] = _late(draw, facts["requested_at"], _REPLY)
    if replied_on is None:
        facts["is_needed"] = None
    is_changed = replied_on is not None and facts["is_needed"]
    _from_then_on(draw, facts, _within(draw, replied_on, _EDIT) if is_changed and replied_on else None)


def _edited_late(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    _from_then_on(draw, facts, _late(draw, facts["replied_at"], _EDIT))


def _guide_late(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    facts["guide_updated_at"] = facts["systems_synced_at"] = _late(draw, facts["changed_at"], _GUIDE)


def _systems_apart(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """The systems on another day than the guide, or not at all."""
    apart = facts["guide_updated_at"] + timedelta(draw(st.integers(1, 20)))
    facts["systems_synced_at"] = draw(st.sampled_from((None, apart)))


def _answered_unstudied(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    after = facts["replied_at"] + timedelta(draw(st.integers(1, 20)))
    facts["studied_at"] = draw(st.sampled_from((None, after)))


def _changed_unanswered(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """Changed before the answer, which comes in time all the same."""
    facts["replied_at"] = replied_on = national().add(facts["changed_at"], 1)
    facts["requested_at"] = facts["studied_at"] = draw(st.dates(facts["changed_at"], replied_on))


def _guide_before_catalogue(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    early = facts["changed_at"] - timedelta(draw(st.integers(1, 20)))
    facts["guide_updated_at"] = facts["systems_synced_at"] = early


def _too_early(field: str) -> Spoiler:
    """What follows a change, before it."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        facts[field] = facts["changed_at"] - timedelta(draw(st.integers(1, 20)))
        facts |= {"changes_structure": True, "is_cross_province": True}

    return spoil


_UNASKED = dict.fromkeys(("requested_at", "studied_at", "replied_at", "is_needed"), (None,))
_CITY = (ChangeTrigger.LAW, ChangeTrigger.DEVOLUTION, ChangeTrigger.BUSINESS)

VIOLATIONS: Violations = violations(
    CatalogueChange,
    _tell,
    {
        "changes.changed-before-policy": (Flaw(_anew(_after_policy, ChangeTrigger.POLICY)),),
        "changes.mirrored-in-time": (Flaw(_anew(_mirrored_late, ChangeTrigger.NATIONAL)),),
        "changes.request-answered-in-time": (
            Flaw(_anew(_answered_late, *_ASKED)),
            Flaw(_anew(_answered_late, *_ASKED, is_refused=True)),
        ),
        "changes.changed-after-answer-in-time": (Flaw(_anew(_edited_late, *_ASKED)),),
        "changes.guide-updated-in-time": (
            Flaw(_anew(_guide_late)),
            Flaw(_anew(_guide_before_catalogue, ChangeTrigger.NATIONAL, ChangeTrigger.POLICY)),
        ),
        "changes.systems-changed-with-guide": (Flaw(_anew(_systems_apart)),),
        "changes.request-in-order": (
            Flaw(_anew(_answered_unstudied, *_ASKED)),
            Flaw(_anew(_changed_unanswered, ChangeTrigger.REQUEST)),
            Flaw(_anew(_guide_before_catalogue, *_ASKED)),
        ),
        "changes.change-claimed": (Flaw(_anew(_too_early("claimed_at"))),),
        "changes.local-change-requested": (Flaw(_anew(changed(is_local_special=(True,), **_UNASKED), *_CITY)),),
        "changes.own-level-associated": (
            Flaw(_anew(changed(changes_structure=(True,), of_own_level=(True,), is_associated=(False, None)))),
        ),
        "changes.cross-province-followed": (Flaw(_anew(_too_early("zone_updated_at"))),),
    },
)
