"""Online services: what a body offers online, and one matter in several channels (线上服务)."""

from enum import Enum
from typing import Annotated, ClassVar

from pydantic import Field

from zwfw.records._base import AreaField, Record, known_or_text

__all__ = ["ChannelComparison", "ChannelView", "MainEntry", "OnlineService", "ServiceChannel", "ServiceEnd"]


class MainEntry(Enum):
    """By what people come in (总入口)."""

    PLATFORM = "一体化平台"
    """The integrated platform, by any of its names, as 全省一体化在线政务服务平台 or 福建省网上办事大厅."""

    MINZHENGTONG = "闽政通APP"
    OTHER = "其他"


class ServiceEnd(Enum):
    """At what people are served (服务渠道); the text leaves the list open."""

    COMPUTER = "电脑端"
    MOBILE = "移动端"
    SELF_SERVICE = "自助端"
    WINDOW = "窗口端"


class ServiceChannel(Enum):
    """A channel in which matters are handled (办理渠道)."""

    PORTAL = "省网上办事大厅"
    """In Xiamen its branch (福建省网上办事大厅厦门分厅)."""

    APP = "闽政通APP"
    KIOSK = "“e政务”自助服务一体机"
    HALL = "线下实体大厅"

    @property
    def is_online(self) -> bool:
        """Whether it is one of the three online channels."""
        return self is not ServiceChannel.HALL


class OnlineService(Record):
    """What one department or service body offers online (线上服务).

    >>> OnlineService(body="思明区卫健局", ends=["窗口端", "电视端"]).outside_printed
    {'ends': ('电视端',)}
    """

    _named_by: ClassVar = "body"

    body: Annotated[str, Field(min_length=1)]
    area: AreaField | None = None
    is_approval_department: bool | None = None
    """Whether it is a department that approves (审批服务部门)."""

    keeps_common_questions: bool | None = None
    """Whether it has put its common questions in order (常见问题)."""

    has_smart_enquiry: bool | None = None
    """Whether people can ask online and are answered by a smart service (在线智能咨询)."""

    guides_people_online: bool | None = None
    """Whether it guides people to apply online (引导线上申办)."""

    online_by_choice: bool | None = None
    """Whether they do so only if they are willing (自愿)."""

    computer_entry: MainEntry | None = None
    """By what people come in on a computer; ``None`` where it does not serve there."""

    mobile_entry: MainEntry | None = None
    """By what people come in on a phone; ``None`` where it does not serve there."""

    ends: tuple[Annotated[ServiceEnd | str, known_or_text(ServiceEnd)], ...] | None = None
    """At what it serves."""

    ends_on_platform: tuple[Annotated[ServiceEnd | str, known_or_text(ServiceEnd)], ...] | None = None
    """Those of them that are merged on the integrated platform (渠道融合)."""


class ChannelView(Record):
    """How one channel has a matter (渠道要素).

    Each text says what the channel follows, as the version of a standard or the standard itself.
    """

    _named_by: ClassVar = "channel"

    channel: ServiceChannel
    standard: str | None = None
    """The standard of the matter, by which it is taken in (事项标准)."""

    page_style: str | None = None
    """The style of its pages (服务页面风格)."""

    guidance: str | None = None
    """What it tells people to do (办事指引)."""

    operation_flow: str | None = None
    """The order of its operation (操作流程)."""


class ChannelComparison(Record):
    """One matter in several channels (渠道比对).

    >>> held = ChannelComparison(matter="社保参保", channels=[{"channel": "闽政通APP", "standard": "2025版"}])
    >>> held.channels[0].channel.is_online
    True
    """

    _named_by: ClassVar = "matter"
    _parts: ClassVar = ("channels",)

    matter: Annotated[str, Field(min_length=1)]
    area: AreaField | None = None
    channels: tuple[ChannelView, ...] | None = None
    """The channels in which it is handled."""

    approved_alike: bool | None = None
    """Whether it is approved online and offline without any difference (无差别审批)."""

    experience_alike: bool | None = None
    """Whether people meet the same online and offline (体验一致)."""
