"""Guides: what is published of an item for those who apply (办事指南)."""

from enum import Enum
from typing import Annotated, ClassVar

from zwfw.records._base import AreaField, Moment, Record, known_or_text
from zwfw.records.elements import ELEMENT_PARTS, ItemElements
from zwfw.records.standards import ServiceStandard

__all__ = ["DataManagement", "Guide", "GuideAccess", "GuidePair", "GuideSite", "UnboundGuideOutcome"]


class GuideSite(Enum):
    """Where a guide is published (公布渠道)."""

    PROVINCIAL_HALL = "福建省网上办事大厅"
    GOVERNMENT_PORTAL = "本地区政府门户网站"
    DEPARTMENT_PORTAL = "部门门户网站"


class GuideAccess(Enum):
    """How people get a guide (办事指南获取方式); the texts leave the list open."""

    SCAN = "手机扫码"
    APP = "闽政通APP"
    KIOSK = "自助机查询打印"
    PAPER = "纸质"
    QR_CODE = "二维码"


class DataManagement(Enum):
    """How the data of items are managed (事项数据管理要求)."""

    ONE_SOURCE = "数据同源"
    KEPT_UP_TO_DATE = "动态更新"
    LINKED = "联动管理"


class UnboundGuideOutcome(Enum):
    """What becomes of a guide that is bound to no entry of the catalogue (未绑定指南的处理结果)."""

    BIND = "事项标准绑定"
    WITHDRAW = "取消发布"
    KEEP = "暂时保留"


class Guide(ItemElements):
    """The guide of one item, as it is published or laid out in a hall (办事指南).

    Only the name of the item is required. Notes are kept apart from the standard: what stands in ``plain_notes`` binds
    nobody.

    >>> guide = Guide(name="节能审查", materials=[{"name": "节能报告"}], promised_working_days=6, visits=0)
    >>> guide.materials[0].name
    '节能报告'
    """

    _moments: ClassVar = ("updated_at", "addition_requested_at", "bound_at", "withdrawn_at")
    _parts: ClassVar[tuple[str, ...]] = (*ELEMENT_PARTS, "practice")

    source: str | None = None
    """What it was made from: the version of the item from which it is published (来源)."""

    updated_at: Moment | None = None
    """When it was last updated (更新); ``None`` where it never was."""

    service_standard: str | None = None
    """What it says of how people are served (服务标准)."""

    item_special_steps: tuple[str, ...] | None = None
    """The names of the special steps that its item has, whether or not it publishes them (事项的特殊环节)."""

    plain_notes: tuple[str, ...] | None = None
    """Notes in plain language (通俗化备注)."""

    notes_change_standard: bool | None = None
    """Whether a note asks for something else than the guide does."""

    published_on: tuple[Annotated[GuideSite | str, known_or_text(GuideSite)], ...] | None = None
    """Where it is published (公布渠道); empty where nowhere."""

    linked_to_platform: bool | None = None
    """Whether it is linked to the integrated platform (一体化平台)."""

    data_management: tuple[DataManagement, ...] | None = None
    """The requirements that the management of its item's data meets."""

    found_accurate: bool | None = None
    """Whether a person found it accurate (准确); ``None`` where nobody has looked."""

    found_comprehensive: bool | None = None
    """Whether a person found it comprehensive (全面); ``None`` where nobody has looked."""

    practice: ServiceStandard | None = None
    """What is asked for in practice (实际办事标准); ``None`` where nobody has applied by it."""

    is_frequent: bool | None = None
    """Whether its item is in high demand (高频事项)."""

    is_in_demand_at_window: bool | None = None
    """Whether people ask for it at the window (群众需求)."""

    access: tuple[Annotated[GuideAccess | str, known_or_text(GuideAccess)], ...] | None = None
    """How people can get it (获取方式)."""

    is_cross_province: bool | None = None
    """Whether its item is handled across provinces (跨省通办)."""

    cross_province_process: str | None = None
    """For an item across provinces: the process (跨省业务流程)."""

    division_of_duties: str | None = None
    """For an item across provinces: who answers for what (权责划分)."""

    department_standardised: bool | None = None
    """Whether its department has been standardised in the catalogue (已开展目录梳理)."""

    standard_complies: bool | None = None
    """For an unbound guide: whether its standard complies (标准合规)."""

    basis_sufficient: bool | None = None
    """For an unbound guide: whether the basis of its item is sufficient (依据充分)."""

    is_duplicate: bool | None = None
    """For an unbound guide: whether it is published twice (重复发布)."""

    addition_requested_at: Moment | None = None
    """When the addition of its item to the catalogue was asked for (补充目录事项); ``None`` where it was not."""

    bound_at: Moment | None = None
    """When it was bound to the catalogue (绑定); ``None`` where that did not happen."""

    withdrawn_at: Moment | None = None
    """When it was withdrawn (取消发布); ``None`` while it is published."""


class GuidePair(Record):
    """The online and the offline guide of one item (线上线下办事指南).

    The online one is that of the provincial hall, and what the other is held against.

    >>> pair = GuidePair(online=Guide(name="节能审查"), offline=Guide(name="节能审查"))
    >>> pair.name_in_reports
    '节能审查'
    """

    _parts: ClassVar = ("online", "offline")

    area: AreaField | None = None
    """Where both are used; the context's area where it is not stated."""

    online: Guide
    offline: Guide

    @property
    def name_in_reports(self) -> str:
        """The name of the item."""
        return self.online.name_in_reports
