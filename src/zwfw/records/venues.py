"""Venues: the halls in which people are served (政务服务场所)."""

from enum import Enum
from typing import Annotated, ClassVar

from pydantic import Field

from zwfw.areas import AreaLevel
from zwfw.records._base import AreaField, Record, known_or_text
from zwfw.records.equipment import Equipment
from zwfw.records.staff import StaffMember
from zwfw.records.windows import Window

__all__ = ["AccessFacility", "ConvenienceItem", "Venue", "VenueKind"]


class VenueKind(Enum):
    """What a venue is (政务服务场所种类)."""

    CENTRE = "政务服务中心"
    TOWNSHIP_CENTRE = "便民服务中心"
    STATION = "便民服务站"
    SUB_CENTRE = "政务服务分中心"


class AccessFacility(Enum):
    """A facility without barriers (无障碍设施); the texts leave the list open."""

    RAMP = "无障碍通道"
    TOILET = "无障碍公厕"
    PARKING = "无障碍停车位"
    LIFT = "无障碍电梯"
    NURSERY = "母婴室"


class ConvenienceItem(Enum):
    """Something kept at hand for people (便民设施); the texts leave the list open."""

    DEFIBRILLATOR = "自动体外除颤仪"
    HEARING_AID = "助听器"
    WHEELCHAIR = "轮椅"
    READING_GLASSES = "老花镜"
    MEDICINE_BOX = "便民药箱"


class Venue(Record):
    """One venue of government services (政务服务场所): a centre, a sub-centre, a township centre or a village station.

    A county-level city and a city at prefecture level print alike, so the level is stated and not read from the name.

    >>> hall = Venue(name="涵江区政务服务中心", kind="政务服务中心", level="县", area="涵江区")
    >>> hall.kind
    <VenueKind.CENTRE: '政务服务中心'>
    """

    _named_by: ClassVar = "name"
    _parts: ClassVar = ("windows", "staff", "equipment")

    name: Annotated[str, Field(min_length=1)]
    """The name on its plate (名称)."""

    area: AreaField | None = None
    """The area that it serves; for one of a functional zone, the zone."""

    kind: VenueKind | None = None
    level: AreaLevel | None = None
    """The level of government that it serves; for the sub-centre of a unit of the province, the province's."""

    department: str | None = None
    """For a sub-centre: the department that runs it, as in 公安局; in Hanjiang's names by its short name (单位简称)."""

    business: str | None = None
    """For a sub-centre: its business, as in 出入境 (业务); ``None`` where it is not told apart by any."""

    serves_outside_centre: bool | None = None
    """Whether a department takes applications here, outside a centre or station (在中心外受理)."""

    has_sub_centre_plate: bool | None = None
    """Whether the plate of a sub-centre hangs there (分中心牌子)."""

    under_unified_guidance: bool | None = None
    """Whether the service authority of its level guides and supervises it (统一管理和指导)."""

    sign_text: str | None = None
    """The words of its image sign (形象标识字样); ``None`` where it has no sign."""

    is_star_rated: bool | None = None
    """Whether it takes part in the star rating (星级评定)."""

    windows: tuple[Window, ...] | None = None
    staff: tuple[StaffMember, ...] | None = None
    equipment: tuple[Equipment, ...] | None = None
    has_volunteers: bool | None = None
    """Whether it has a team of volunteers (志愿者小队)."""

    green_channel: bool | None = None
    """Whether those who have priority go through a green channel (绿色服务通道)."""

    priority_groups_first: bool | None = None
    """Whether those who have priority are served first (优先服务)."""

    assisted_forms: tuple[str, ...] | None = None
    """The ways of help that it offers, as in 帮代办 or 上门办."""

    assistance_chosen_by_applicant: bool | None = None
    """Whether the applicant chooses whether to be helped (自选)."""

    has_online_corner: bool | None = None
    """Whether it has a corner for handling things online (网办专区)."""

    online_corner_staffed: bool | None = None
    """Whether people are guided there by staff (现场人员指引)."""

    online_by_choice: bool | None = None
    """Whether applying online is left to people's choice (自愿)."""

    back_office_patrol: bool | None = None
    """Whether back-office staff are on duty at the front in turn (后台人员前台巡班制度)."""

    on_government_network: bool | None = None
    """Whether it is on the government network (政务网络)."""

    self_service_hours: Annotated[int, Field(ge=0, le=24)] | None = None
    """How many hours a day its self-service area is open (自助服务区); ``None`` where it has none."""

    self_service_open_plan: bool | None = None
    """Whether people walk into that area freely (敞开式)."""

    self_service_planned: bool | None = None
    """Whether the places of its machines are planned (布点规划)."""

    self_service_uses_city_list: bool | None = None
    """Whether the city's one list of self-service items applies (自助服务事项清单)."""

    self_service_guided: bool | None = None
    """Whether people are guided there on the spot (现场引导)."""

    self_service_faults_handled: bool | None = None
    """Whether faults of machines are dealt with (故障处理)."""

    self_service_contingency_plan: bool | None = None
    """Whether there is a plan for emergencies (应急预案)."""

    access_facilities: tuple[Annotated[AccessFacility | str, known_or_text(AccessFacility)], ...] | None = None
    convenience_items: tuple[Annotated[ConvenienceItem | str, known_or_text(ConvenienceItem)], ...] | None = None
    service_model: tuple[str, ...] | None = None
    """The steps of its windows, in order (前台综合受理、后台分类审批、窗口统一出件)."""

    handles_own_items_centrally: bool | None = None
    """For a township: whether the items of its own level are handled in it (集中办理本级事项)."""

    has_service_body: bool | None = None
    """For a township: whether its service body is in place (政务服务机构)."""

    full_time_managers: Annotated[int, Field(ge=0)] | None = None
    """For a township: how many full-time managers it has (专职管理人员)."""

    is_of_seat_of_district: bool | None = None
    """For a township: whether the district's government has its seat there (区政府所在街道、镇)."""

    merged_into_district_centre: bool | None = None
    """For a township: whether its centre was merged into that of the district (区街合一)."""

    queue_system_to_standard: bool | None = None
    """Whether its system of appointments and numbers keeps the city's technical standard (预约叫号系统)."""

    queue_system_connected: bool | None = None
    """Whether that system is connected to the city's integrated platform."""

    queue_data_reported: bool | None = None
    """Whether its data reach the province's video supervision system through that platform (数据上报)."""

    bookable_online: bool | None = None
    """Whether visits to it can be booked online (网上预约)."""

    resident_enterprises: tuple[str, ...] | None = None
    """The enterprises and institutions in it that give public services, as for water or power (入驻的企事业单位)."""

    resident_enterprises_follow_guides: bool | None = None
    """Whether they serve by the guides on the provincial online hall (依办事指南服务)."""
