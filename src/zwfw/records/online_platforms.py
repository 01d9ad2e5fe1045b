"""Online platforms: the portal, the app, the kiosk and what stands behind them (政务服务平台)."""

from enum import Enum
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from zwfw.records._base import AreaField, Moment, Record, out_of_order

__all__ = ["CrossAreaKind", "EpidemicZoneFunction", "OnlinePlatform", "PlatformKind", "PlatformLink", "SystemFault"]


class PlatformKind(Enum):
    """What a platform is (平台种类)."""

    PORTAL = "省网上办事大厅"
    APP = "闽政通APP"
    KIOSK = "“e政务”自助服务一体机"
    CITY = "市一体化政务服务平台"
    SHARING = "市政务信息共享协同平台"
    TRUSTED_FILES = "可信电子文件平台"


class EpidemicZoneFunction(Enum):
    """What the zone for services during epidemic control offers (疫情防控服务专区)."""

    INFORMATION = "疫情防控信息查询"
    HANDLING = "事项办理"


class CrossAreaKind(Enum):
    """How far services across areas reach (通办类型)."""

    ACROSS_PROVINCES = "跨省通办"
    WITHIN_PROVINCE = "省内通办"


class PlatformLink(Enum):
    """What a city's platform is linked to (对接对象)."""

    PROVINCIAL_POOL = "省汇聚共享平台"
    """The province's platform for pooling and sharing data (省数据汇聚共享平台)."""

    PORTAL = "福建省网上办事大厅"
    APP = "闽政通APP"
    CITY_AND_DISTRICT_SYSTEMS = "市、区两级政务服务业务系统"
    SERVICE_MANAGEMENT = "市政务服务管理平台"
    DISTRICT_AND_DEPARTMENT_SYSTEMS = "各区各部门业务系统"


class SystemFault(Record):
    """A fault of a platform that was reported (系统问题)."""

    _moments: ClassVar = ("reported_at", "solved_at")
    _begins_at: ClassVar = "reported_at"

    reported_at: Moment
    solved_at: Moment | None = None
    """When it was dealt with (处置); ``None`` where it is not."""

    @model_validator(mode="after")
    def _in_order(self) -> "SystemFault":
        self._raise_if(out_of_order(self, ("reported_at", "solved_at")))
        return self


class OnlinePlatform(Record):
    """One platform by which, or behind which, people are served online (政务服务平台).

    >>> OnlinePlatform(name="闽政通", kind="闽政通APP", fault_channel="12345", fault_limit_hours=48).kind
    <PlatformKind.APP: '闽政通APP'>
    """

    _named_by: ClassVar = "name"
    _parts: ClassVar = ("faults",)

    name: Annotated[str, Field(min_length=1)]
    area: AreaField | None = None
    kind: PlatformKind | None = None
    """What it is; ``None`` for a platform of another kind."""

    touch_points: tuple[str, ...] | None = None
    """The points at which people operate it (触点)."""

    explained_touch_points: tuple[str, ...] | None = None
    """Those of them that show an instruction that pops up (弹出式操作说明)."""

    fault_channel: str | None = None
    """Where its faults are reported (故障反映渠道); ``None`` where none is told."""

    fault_limit_hours: Annotated[int, Field(ge=1)] | None = None
    """Within how many hours a fault is dealt with, by its own rule (限时处置); ``None`` where none is set."""

    faults: tuple[SystemFault, ...] | None = None
    during_epidemic_control: bool | None = None
    """Whether it is a time of epidemic control (疫情防控期)."""

    epidemic_zone_functions: tuple[EpidemicZoneFunction, ...] | None = None
    """What its zone for that time offers; ``None`` or empty where it has no such zone."""

    cross_area_kinds: tuple[CrossAreaKind, ...] | None = None
    """For the app: the kinds of services across areas that can be handled in it (掌上可办)."""

    links: tuple[PlatformLink, ...] | None = None
    """For a platform of a city: what it is linked to."""

    linked_up_through_sharing_platform: bool | None = None
    """For a city's integrated platform: whether its link to the province goes through 市政务信息共享协同平台."""

    follows_sharing_standard: bool | None = None
    """For a platform of trusted e-files: whether data are linked and shared by the standard of that same platform."""
