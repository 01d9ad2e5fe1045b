"""Items: what government does for people on application (政务服务事项)."""

from enum import Enum
from typing import Annotated, ClassVar

from zwfw.records._base import Moment, Record, known_or_text
from zwfw.records.elements import ELEMENT_PARTS, ItemElements
from zwfw.records.standards import ServiceStandard

__all__ = [
    "CentreRequirement",
    "HandlingStep",
    "Item",
    "ItemClass",
    "ItemPlacement",
    "PublicServiceField",
    "PublicServiceIndustry",
    "PublicServiceKind",
    "SpecialServiceList",
]


class ItemClass(Enum):
    """The class of an item (事项分类); every item is of exactly one."""

    POWER = "依申请办理的行政权力事项"
    PUBLIC_SERVICE = "依申请办理的公共服务事项"


class PublicServiceField(Enum):
    """The field of a public service (公共服务领域); the texts leave the list open."""

    EDUCATION = "公共教育"
    EMPLOYMENT = "劳动就业"
    SOCIAL_INSURANCE = "社会保险"
    HEALTH = "医疗卫生"
    ELDERLY_CARE = "养老服务"
    SOCIAL_SERVICES = "社会服务"
    HOUSING = "住房保障"
    CULTURE_AND_SPORTS = "文化体育"
    DISABLED_PEOPLE = "残疾人服务"


class PublicServiceKind(Enum):
    """The kind of a public service (公共服务事项类型)."""

    ON_APPLICATION = "依申请公共服务事项"
    SIMPLE = "简易公共服务（便民服务）"


class PublicServiceIndustry(Enum):
    """An industry whose public services are put in order first (首批梳理的行业); the texts leave the list open."""

    WATER = "供水"
    ELECTRICITY = "供电"
    GAS = "供气"
    NOTARY = "公证服务"
    LEGAL_AID = "法律援助"
    TELECOMMUNICATIONS = "电信"
    BROADCASTING = "广电网络"
    POST_AND_EXPRESS = "邮政快递"


class SpecialServiceList(Enum):
    """A list of special services (特色服务清单); the text leaves the sixteen open."""

    AT_ONCE = "马上办"
    IN_ONE_GO = "一次办"
    ONLINE = "网上办"
    SELF_SERVICE = "自助办"
    MOBILE = "掌上办"
    NEARBY = "就近办"
    CERTIFICATE_FREE = "免证办"
    BY_POST = "邮寄办"
    NO_VISIT = "零跑腿"
    AUTOMATIC = "智能秒批"
    BY_AGENT = "全程代办"
    WITH_GAPS = "容缺受理"
    BY_COMMITMENT = "告知承诺"
    PRIOR_APPROVAL = "前置审批"
    INTERMEDIARY = "中介服务"
    CONVENIENCE = "便民服务"


class HandlingStep(Enum):
    """A step of handling an item (办理环节); the text leaves the ten open."""

    ENQUIRY = "咨询"
    APPOINTMENT = "预约"
    APPLICATION = "申请"
    ACCEPTANCE = "受理"
    REVIEW = "审查"
    DECISION = "决定"
    ISSUE = "制证"
    PAYMENT = "收费"
    DELIVERY = "送达"
    COMPLAINT = "投诉"


class CentreRequirement(Enum):
    """What a sub-centre is held to beside its centre (政务服务分中心的要求)."""

    STANDARDISED = "标准化"
    REGULATED = "规范化"
    CONVENIENT = "便利化"


class ItemPlacement(Record):
    """Where an item is handled, online and offline (事项进驻)."""

    on_platform: bool | None = None
    """Whether it is handled on the integrated platform (一体化平台)."""

    kept_off_platform_by_law: bool | None = None
    """Whether a law or regulation says otherwise (法律法规另有规定)."""

    kept_off_platform_otherwise: str | None = None
    """Another circumstance for which it is kept off the platform (等情形); ``None`` where there is none."""

    managed_as_list: bool | None = None
    """Whether it is managed on the platform as a standard list (清单化标准化管理)."""

    follows_list_standard: bool | None = None
    """Whether it follows the national and provincial standard of implementation lists (实施清单标准化要求)."""

    in_centre_of_own_level: bool | None = None
    """Whether it is managed in the service centre of its own level (政务（便民）服务中心)."""

    on_negative_list: bool | None = None
    """Whether the province's negative list of items outside the centres has it (全省进驻事项负面清单)."""

    in_sub_centre: bool | None = None
    """Whether a sub-centre handles it (政务服务分中心)."""

    managed_as_one: bool | None = None
    """Whether the sub-centre is managed as one with the centre (一体化管理)."""

    sub_centre_keeps: tuple[CentreRequirement, ...] | None = None
    """The requirements that the sub-centre meets."""


class Item(ItemElements):
    """One item as a department carries it out (政务服务事项、实施清单).

    Only the name is required. What is not stated is unknown and makes the rules that need it undetermined; ``None`` and
    what is empty states that there is none.

    >>> item = Item(name="节能审查", item_type="行政许可", exercising_level="市级", promised_working_days=6)
    >>> item.item_type, item.exercising_level.value
    (<ItemType.LICENCE: '行政许可'>, '市级')
    """

    _moments: ClassVar = ("devolved_at", "found_unfit_at", "devolution_adjusted_at")
    _parts: ClassVar[tuple[str, ...]] = (*ELEMENT_PARTS, "placement", "lead_standard")

    item_class: ItemClass | None = None
    public_service_field: Annotated[PublicServiceField | str, known_or_text(PublicServiceField)] | None = None
    public_service_kind: PublicServiceKind | None = None
    industry: Annotated[PublicServiceIndustry | str, known_or_text(PublicServiceIndustry)] | None = None
    """For a public service: the industry of who provides it, where it is one like those put in order first."""

    in_catalogue: bool | None = None
    """Whether it is managed under the standard catalogue, with its structure and standard (《标准化目录》)."""

    is_published: bool | None = None
    """Whether it is bound and published on the provincial online hall (绑定发布)."""

    secret: bool | None = None
    """Whether the matter is a secret one (涉密事项)."""

    is_frequent: bool | None = None
    """Whether it is in high demand (高频事项)."""

    is_newly_set_up: bool | None = None
    """For a licence: whether it was newly set up (新设行政许可)."""

    on_licence_list: bool | None = None
    """For a licence: whether the published licence list has it (行政许可事项清单)."""

    concerns_public_interest: bool | None = None
    """For a licence: whether it directly concerns the public interest (直接关系公共利益)."""

    is_devolved: bool | None = None
    """Whether it was devolved from a higher level (下放事项)."""

    devolved_at: Moment | None = None
    """For a devolved item: when it was devolved."""

    meets_devolution_requirements: bool | None = None
    """For a devolved item: whether it meets what devolution asks for (下放要求)."""

    found_unfit_at: Moment | None = None
    """For a devolved item that does not: when the second look found so (回头看)."""

    devolution_adjusted_at: Moment | None = None
    """For a devolved item that does not: when that was adjusted (调整); ``None`` where it was not."""

    on_power_list: bool | None = None
    """Whether the department's list of powers and duties has it (权责清单)."""

    is_cross_province: bool | None = None
    """Whether it is handled across provinces (跨省通办)."""

    follows_national_standard: bool | None = None
    """For an item across provinces: whether its standard is the one that the State has set."""

    in_cross_province_zone: bool | None = None
    """For an item across provinces: whether its guide is configured in the zone (“跨省通办”专区)."""

    name_is_uniform: bool | None = None
    """For a simple public service: whether its name is the one used everywhere (统一事项名称)."""

    service_theme: str | None = None
    """For a simple public service: its theme (服务主题)."""

    theme_is_uniform: bool | None = None
    """For a simple public service: whether its theme is the one used everywhere (统一服务主题)."""

    online_address: str | None = None
    """For a simple public service: where it is online (线上服务地址)."""

    offline_address: str | None = None
    """For a simple public service: where it is offline (线下服务地址)."""

    placement: ItemPlacement | None = None
    handling_steps: tuple[Annotated[HandlingStep | str, known_or_text(HandlingStep)], ...] | None = None
    """The steps that handling it takes."""

    online_steps: tuple[Annotated[HandlingStep | str, known_or_text(HandlingStep)], ...] | None = None
    """Those of the steps that can be done online."""

    is_mobile: bool | None = None
    """Whether it can be applied for by phone (移动端)."""

    forms_prefilled: bool | None = None
    """For an item by phone: whether its forms are pre-filled (表单预填)."""

    materials_reused: bool | None = None
    """For an item by phone: whether materials are used again (材料复用)."""

    commitment_available: bool | None = None
    """Whether it can be applied for by commitment (告知承诺)."""

    gaps_available: bool | None = None
    """Whether it can be accepted with gaps (容缺受理)."""

    commitment_letter_uniform: bool | None = None
    """Whether its commitment letter has the uniform format (告知承诺书格式)."""

    replaceable_materials: tuple[str, ...] | None = None
    """The materials that a promise may replace (承诺替代材料)."""

    gap_materials: tuple[str, ...] | None = None
    """The materials that may follow later (容缺材料)."""

    lists: tuple[Annotated[SpecialServiceList | str, known_or_text(SpecialServiceList)], ...] | None = None
    """The published lists that it stands on (清单)."""

    on_special_step_list: bool | None = None
    """Whether the province's published list of items with special steps has it (特殊环节事项清单)."""

    lead_standard: ServiceStandard | None = None
    """The lead standard that it is held against (引领标准); what that states as ``None`` it does not set."""
