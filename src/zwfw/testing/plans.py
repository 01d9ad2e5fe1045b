"""What a made-up case has to be like, and at which turn it goes wrong (办件设定)."""

from enum import Enum

import attrs

from zwfw.records import CaseMode, Channel, OnlineDepth

__all__ = ["Plan", "Turn", "Way"]


class Way(Enum):
    """How a case comes to be accepted, or not."""

    COMPLETE = "齐全"
    TOLERATED = "容缺"
    CORRECTED = "补正"
    REFUSED = "不予受理"
    AWAITED = "尚未收件"


class Turn(Enum):
    """When something is done."""

    IN_TIME = "按时"
    LATE = "逾期"
    NEVER = "未做"


@attrs.frozen(kw_only=True)
class Plan:
    """What a story has to be like; a tuple holds what is chosen from, and an empty one leaves it open.

    Attributes:
        ways: How the case comes to be accepted.
        channels: Where it comes in.
        depths: How far the matter is done online.
        modes: The way of applying.
        complicated: Whether the materials are complicated.
        instant: Whether it is an instant matter.
        submitted: Whether it is submitted online.
        steps: How many special steps there are at least; each then takes days.
        prereview: When a submission of depth Ⅱ is pre-reviewed.
        paper: When the paper of a passed pre-review is handed in.
        entry: When a passed pre-review of depth Ⅲ or Ⅳ enters acceptance.
        registration: When a complicated file is registered.
        notice: When the applicant is told what to correct.
        acceptance: When a complete file is accepted; for a corrected one, late is on a later day than it was told.
        decision: When it is decided; late is on a later day than it was accepted, or after the minutes of an instant
            matter.
        demands_again: Whether something new is demanded later.
        promise: When it is decided, seen from the promised time.
        statutory: The same, seen from the statutory time.
    """

    ways: tuple[Way, ...] = tuple(Way)
    channels: tuple[Channel | None, ...] = (None, *Channel)
    depths: tuple[OnlineDepth | None, ...] = ()
    modes: tuple[CaseMode | None, ...] = ()
    complicated: tuple[bool, ...] = (False, True)
    instant: tuple[bool, ...] = (False, True)
    submitted: tuple[bool, ...] = ()
    steps: int = 0
    prereview: Turn = Turn.IN_TIME
    paper: Turn = Turn.IN_TIME
    entry: Turn = Turn.IN_TIME
    registration: Turn = Turn.IN_TIME
    notice: Turn = Turn.IN_TIME
    acceptance: Turn = Turn.IN_TIME
    decision: Turn = Turn.IN_TIME
    demands_again: bool = False
    promise: Turn = Turn.IN_TIME
    statutory: Turn = Turn.IN_TIME
