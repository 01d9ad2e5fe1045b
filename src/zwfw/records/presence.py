"""Presence: leaving the post at a window, and covering it (离岗、替岗)."""

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from zwfw.records._base import AreaField, Moment, Record, out_of_order

__all__ = ["PresenceLog"]


class PresenceLog(Record):
    """One time that a clerk left the post (离岗记录).

    >>> log = PresenceLog(window="3号窗口", left_at="2025-06-03T10:00", back_at="2025-06-03T10:15")
    >>> (log.back_at - log.left_at).seconds // 60
    15
    """

    _named_by: ClassVar = "window"
    _moments: ClassVar = ("left_at", "covered_at", "back_at")
    _dated_by: ClassVar = ("left_at",)

    window: Annotated[str, Field(min_length=1)]
    area: AreaField | None = None
    clerk: str | None = None
    left_at: Moment | None = None
    """When the clerk left."""

    planned_minutes: Annotated[int, Field(ge=0)] | None = None
    """How long the absence was to last; ``None`` where no time was set."""

    covered_at: Moment | None = None
    """When somebody else took the post (替岗); ``None`` where nobody did."""

    back_at: Moment | None = None
    """When the clerk came back; ``None`` where the absence goes on."""

    windows_of_type: Annotated[int, Field(ge=1)] | None = None
    """How many windows of its type the hall has (同类型窗口数)."""

    waiting_minutes: Annotated[int, Field(ge=0)] | None = None
    """How long people waited at windows of the type meanwhile (等候时间); ``None`` where nobody did."""

    pause_sign_shown: bool | None = None
    """Whether the sign that service is paused stood at the window (暂停服务牌)."""

    @model_validator(mode="after")
    def _in_order(self) -> "PresenceLog":
        self._raise_if(out_of_order(self, ("left_at", "covered_at"), ("left_at", "back_at"), ("covered_at", "back_at")))
        return self
