"""Working days, opening hours and the notices that they rest on (工作日, 工作时间, 放假通知)."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zwfw.calendars.adapters import from_workalendar
    from zwfw.calendars.estimate import AssumedBreak, Estimate
    from zwfw.calendars.hours import ServiceHours, Span
    from zwfw.calendars.notices import DaySpan, Festival, Notice, load_notice
    from zwfw.calendars.work import Coverage, DayKind, DayReason, Layer, WorkCalendar, national

__all__ = [
    "AssumedBreak",
    "Coverage",
    "DayKind",
    "DayReason",
    "DaySpan",
    "Estimate",
    "Festival",
    "Layer",
    "Notice",
    "ServiceHours",
    "Span",
    "WorkCalendar",
    "from_workalendar",
    "load_notice",
    "national",
]

_HOMES = {
    "AssumedBreak": "estimate",
    "Coverage": "work",
    "DayKind": "work",
    "DayReason": "work",
    "DaySpan": "notices",
    "Estimate": "estimate",
    "Festival": "notices",
    "Layer": "work",
    "Notice": "notices",
    "ServiceHours": "hours",
    "Span": "hours",
    "WorkCalendar": "work",
    "from_workalendar": "adapters",
    "load_notice": "notices",
    "national": "work",
}


def __getattr__(name: str) -> object:
    """Load the module of a public name on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
