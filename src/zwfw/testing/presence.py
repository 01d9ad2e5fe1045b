"""Test data about presence at the window (离岗、替岗)."""

from datetime import date, datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.normset import norms_in_force
from zwfw.records import PresenceLog
from zwfw.testing._facts import Flaw, Violations, conforming, violations
from zwfw.testing._records import TRUTHS, Fields, as_strategies, is_or_none, named, some_or_all, texts
from zwfw.testing.areas import areas
from zwfw.testing.moments import LAST_DAY, Order, draw_in_order

__all__ = ["VIOLATIONS", "conforming_presence_logs", "presence_logs"]

_ORDER: Order = {"left_at": (), "covered_at": ("left_at",), "back_at": ("left_at", "covered_at")}
_XIAMEN = "xiamen-2022/2.1.2"

_CLERKS = is_or_none(texts())
_PLANNED = is_or_none(st.sampled_from((0, 14, 15, 16)) | st.integers(0, 240))
_WINDOWS = is_or_none(st.integers(1, 4))
_WAITS = is_or_none(st.sampled_from((0, 29, 30, 31)) | st.integers(0, 120))


def presence_logs(**fields: object) -> st.SearchStrategy[PresenceLog]:
    """Absences of every length, covered or not, over or not; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.PresenceLog`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(presence_logs(left_at="2025-06-03T10:00"), lambda log: log.planned_minutes == 15).left_at.isoformat()
    '2025-06-03T10:00:00'
    """
    return named("presence_logs", _logs(as_strategies(PresenceLog, fields)))


@st.composite
def _logs(draw: st.DrawFn, given: Fields) -> PresenceLog:
    usual: Fields = {
        "window": texts(),
        "area": is_or_none(areas()),
        "clerk": _CLERKS,
        "planned_minutes": _PLANNED,
        "windows_of_type": _WINDOWS,
        "waiting_minutes": _WAITS,
        "pause_sign_shown": TRUTHS,
    }
    required = {"window": usual["window"], **given}
    facts = draw(some_or_all(required, {name: drawn for name, drawn in usual.items() if name not in required}))
    if not given.keys() & _ORDER.keys() and draw(st.booleans()):
        return PresenceLog(**facts, **draw(_close_together()))
    return PresenceLog(**{**facts, **draw_in_order(draw, _ORDER, facts)})


@st.composite
def _close_together(draw: st.DrawFn) -> dict[str, Any]:
    """A substitute and a return within minutes or an hour, each there or not."""
    left_at = datetime.combine(draw(st.dates(date(2022, 9, 14), LAST_DAY)), time(9)) + timedelta(
        minutes=draw(st.integers(0, 400))
    )
    away = draw(_MINUTES)
    return {
        "left_at": left_at,
        "covered_at": draw(is_or_none(st.just(left_at + timedelta(minutes=min(away, draw(_MINUTES)))))),
        "back_at": draw(is_or_none(st.just(left_at + timedelta(minutes=away)))),
    }


_MINUTES = st.sampled_from((0, 1, 14, 15, 16)) | st.integers(0, 60)


def conforming_presence_logs(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[PresenceLog]:
    """Absences that state every field and keep every clause: in hindsight, ``check(log, ...).ok`` is true.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The log states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_presence_logs(area="思明区"), lambda log: True), hindsight()).ok
    True
    """
    return conforming("conforming_presence_logs", PresenceLog, _tell, area)


def _tell(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    facts = {
        "window": draw(texts()),
        "area": area,
        "clerk": draw(_CLERKS),
        "planned_minutes": draw(_PLANNED),
        "windows_of_type": draw(_WINDOWS),
        "waiting_minutes": draw(is_or_none(st.sampled_from((0, 29, 30)))),
        "pause_sign_shown": True,
    }
    _leave(draw, facts, away=draw(st.sampled_from((15, 16, 60)) | st.integers(15, 240)), empty=draw(_SHORT))
    if facts["windows_of_type"] == 1:
        facts["pause_sign_shown"] = draw(st.sampled_from((False, None)))
        if _is_in_xiamen(facts):
            facts["covered_at"] = facts["left_at"]
    return facts


_SHORT = st.sampled_from((0, 1, 14)) | st.integers(0, 14)


def _is_in_xiamen(facts: dict[str, Any]) -> bool:
    return norms_in_force(facts["area"], LAST_DAY).has(_XIAMEN)


def _leave(draw: st.DrawFn, facts: dict[str, Any], *, away: int, empty: int | None) -> None:
    """Leave for *away* minutes, and have the post covered after *empty* of them, or not at all."""
    day = draw(st.dates(date(2023, 3, 6), LAST_DAY - timedelta(1)))
    left_at = datetime.combine(day, time(9)) + timedelta(minutes=draw(st.integers(0, 180)))
    facts["left_at"] = left_at
    facts["covered_at"] = None if empty is None else left_at + timedelta(minutes=empty)
    facts["back_at"] = left_at + timedelta(minutes=away)


def _of_several(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """Nothing that the city says of windows is broken: there are several, and the wait is short."""
    facts["windows_of_type"] = draw(st.integers(2, 4))
    facts["pause_sign_shown"] = True


def _never_covered(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    _of_several(draw, facts)
    _leave(draw, facts, away=draw(st.sampled_from((15, 16)) | st.integers(15, 240)), empty=None)
    facts["planned_minutes"] = draw(_PLANNED)


def _not_covered_as_planned(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    _of_several(draw, facts)
    _leave(draw, facts, away=draw(_SHORT), empty=None)
    facts["planned_minutes"] = draw(st.sampled_from((15, 16)) | st.integers(15, 240))


def _covered_late(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    _of_several(draw, facts)
    empty = draw(st.sampled_from((15, 16)) | st.integers(15, 120))
    _leave(draw, facts, away=empty + draw(st.integers(0, 60)), empty=empty)


def _not_over(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    _never_covered(draw, facts)
    facts["back_at"] = None


def _only_window(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """The only window of its type, left for so short that the province says nothing."""
    facts["windows_of_type"] = 1
    facts["pause_sign_shown"] = draw(st.sampled_from((False, None)))
    facts["planned_minutes"] = draw(is_or_none(st.integers(0, 14)))


def _only_window_left(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    _only_window(draw, facts)
    _leave(draw, facts, away=draw(st.integers(1, 14)), empty=None)


def _only_window_covered_late(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    _only_window(draw, facts)
    empty = draw(st.integers(1, 14))
    _leave(draw, facts, away=empty + draw(st.integers(0, 60)), empty=empty)


def _only_window_paused(_: st.DrawFn, facts: dict[str, Any]) -> None:
    facts["windows_of_type"] = 1
    facts["pause_sign_shown"] = True
    facts["covered_at"] = facts["left_at"]


def _closed(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """One of several windows, closed for a while and covered before the province asks for it."""
    _of_several(draw, facts)
    empty = draw(st.integers(1, 14))
    _leave(draw, facts, away=empty + draw(st.integers(0, 60)), empty=empty)


def _closed_without_sign(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    _closed(draw, facts)
    facts["pause_sign_shown"] = draw(st.sampled_from((False, None)))


def _closed_while_waiting(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    _closed(draw, facts)
    facts["waiting_minutes"] = draw(st.sampled_from((31, 32)) | st.integers(31, 120))


VIOLATIONS: Violations = violations(
    PresenceLog,
    _tell,
    {
        "presence.post-covered": (
            Flaw(_never_covered),
            Flaw(_not_covered_as_planned),
            Flaw(_covered_late),
            Flaw(_not_over),
        ),
        "presence.only-window-covered": (
            Flaw(_only_window_left),
            Flaw(_only_window_covered_late),
            Flaw(_only_window_paused),
        ),
        "presence.closed-window-says-so": (Flaw(_closed_without_sign), Flaw(_closed_while_waiting)),
    },
)
