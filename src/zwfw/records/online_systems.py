"""Online systems: what serves people online, and its ties to the integrated platform (政务服务系统)."""

from datetime import date
from enum import Enum
from typing import Annotated, ClassVar

from pydantic import Field

from zwfw.records._base import AreaField, Record, known_or_text
from zwfw.records.equipment import EquipmentKind

__all__ = ["CentreConnection", "CentrePlatform", "MobileApp", "OnlineSystem", "SystemLink"]


class MobileApp(Enum):
    """An app into which those of departments are merged (政务服务移动应用)."""

    MINZHENGTONG = "闽政通APP"
    HUIMINBAO = "莆田惠民宝APP"


class CentrePlatform(Enum):
    """A platform with which a grassroots centre works (基层中心的平台)."""

    SERVICE_MANAGEMENT = "全市政务服务统一管理服务平台"
    """The one that it deploys."""

    DATA_POOL = "全市政务数据汇聚共享平台"
    DATA_VERIFICATION = "政务数据共享协同核查平台"
    INTEGRATED = "全市一体化政务服务平台"
    """The one that takes it in."""


class SystemLink(Record):
    """A link between a system and the provincial online hall (跳转链接)."""

    _named_by: ClassVar = "item"

    item: Annotated[str, Field(min_length=1)]
    """The item at which it stands, by name or code (事项)."""

    landing_item: str | None = None
    """The item on whose page it lands, named in the same way; ``None`` for a page of no item, as a home page (首页)."""


class OnlineSystem(Record):
    """One system or app by which services are given, and its ties to the integrated platform (政务服务系统).

    The integrated platform is the province's, unless a field says otherwise.

    >>> system = OnlineSystem(name="厦门市不动产登记系统", is_self_built=True, data_port_open=True)
    >>> system.is_self_built, system.links
    (True, None)
    """

    _named_by: ClassVar = "name"
    _moments: ClassVar = ("approved_on", "built_on")
    _parts: ClassVar = ("links",)

    name: Annotated[str, Field(min_length=1)]
    area: AreaField | None = None
    is_self_built: bool | None = None
    """Whether a department built it for itself (自建)."""

    built_at_province_or_above: bool | None = None
    """Whether a department of the province or of the State built it (省级以上自建)."""

    serves_public_online: bool | None = None
    """Whether businesses and people are served through it online (面向企业群众)."""

    is_mobile_app: bool | None = None
    """Whether it is a department's app for services (政务服务移动应用)."""

    connected_to_platform: bool | None = None
    """Whether it is connected to the integrated platform (对接)."""

    shares_data: bool | None = None
    """Whether it shares its data with that platform (数据共享)."""

    accounts_recognised: bool | None = None
    """Whether it takes an account that was registered elsewhere, without a second registration (多点互认)."""

    on_provincial_identity_platform: bool | None = None
    """Whether it is connected to 福建省社会用户实名认证和授权平台 (单点登录)."""

    links: tuple[SystemLink, ...] | None = None
    """The links that stand between it and the provincial online hall, in either direction."""

    outside_platform: bool | None = None
    """Whether it was built by itself, outside the integrated platform (单独建设)."""

    required_by_ministry: bool | None = None
    """Whether a ministry of the State asks that it be built by itself (国家部委要求)."""

    needed_separately: bool | None = None
    """Whether it truly has to be built by itself (确需单独建设)."""

    platform_can_carry: bool | None = None
    """Whether the integrated platform, of the city or of the province, can carry its business (可支撑业务)."""

    approved_on: date | None = None
    """When its project was approved (批复); ``None`` where there was no such approval."""

    built_on: date | None = None
    """When it was built (建设); ``None`` where it is not built."""

    data_port_open: bool | None = None
    """Whether its data port is open to the integrated platform of the province (开放数据端口)."""

    data_port_conditions: tuple[str, ...] | None = None
    """The conditions on which that port is open; ``None`` or empty for none (无条件)."""

    follows_national_interface_standard: bool | None = None
    """Whether it keeps the State's technical standard for connection (国家对接技术规范)."""

    follows_provincial_interface_standard: bool | None = None
    """Whether it keeps the province's (福建省对接技术规范)."""

    unified_login: bool | None = None
    """Whether people are identified by the unified login (统一身份认证)."""

    traced_redirect: bool | None = None
    """Whether the redirect to it leaves a trace (系统留痕跳转)."""

    cases_returned: bool | None = None
    """Whether the department returns the cases that it handles there (部门回流办件)."""

    merged_into: tuple[MobileApp, ...] | None = None
    """For an app: the apps into which it was merged (整合接入)."""

    open_security_holes: Annotated[int, Field(ge=0)] | None = None
    """How many security holes of it are not mended (安全漏洞); ``None`` for none."""


class CentreConnection(Record):
    """How a grassroots service centre is equipped and joined to the platforms (基层中心接入平台).

    >>> CentreConnection(centre="国欢镇便民服务中心", devices=["高拍仪", "叫号屏"]).outside_printed
    {'devices': ('叫号屏',)}
    """

    _named_by: ClassVar = "centre"

    centre: Annotated[str, Field(min_length=1)]
    """The name of the centre."""

    area: AreaField | None = None
    is_of_township: bool | None = None
    """Whether it is the centre of a township or subdistrict (乡镇（街道）便民服务中心)."""

    devices: tuple[Annotated[EquipmentKind | str, known_or_text(EquipmentKind)], ...] | None = None
    """The kinds of devices that it has."""

    platforms: tuple[CentrePlatform, ...] | None = None
    """The platforms that it has deployed, is connected to, or is part of."""
