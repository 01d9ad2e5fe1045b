"""The standard catalogue: its entries and what changes them (《标准化目录》)."""

from datetime import date
from enum import Enum
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from zwfw.records._base import AreaField, Moment, Record, out_of_order
from zwfw.records.elements import ELEMENT_PARTS, ExercisingLevel, ItemElements
from zwfw.records.standards import ServiceStandard

__all__ = ["CatalogueChange", "CatalogueEntry", "ChangeTrigger", "NationalMapping", "NoBindingAudit"]


class NationalMapping(Enum):
    """How an entry stands to the national base catalogue (与《国家基本目录》的对接状态)."""

    MAPPED = "对应关系"
    NO_CLAIM = "无需认领登记"
    LOCAL = "地方性政务服务事项"


class NoBindingAudit(Record):
    """The audit of a registration that an entry needs no binding (无需绑定登记审核)."""

    by_service_authority: bool | None = None
    """Whether the service authority took part (政务服务管理机构)."""

    by_reform_office: bool | None = None
    """Whether the reform office of the city or district took part (审改办)."""

    by_establishment_office: bool | None = None
    """Whether the establishment office of the same level took part (同级编办)."""

    lawful: bool | None = None
    """Whether it was found lawful (合法)."""

    reasonable: bool | None = None
    """Whether it was found reasonable (合理)."""

    compliant: bool | None = None
    """Whether it was found compliant (合规)."""


class CatalogueEntry(ItemElements):
    """One entry of the standard catalogue, and how a department has taken it up (目录事项).

    >>> entry = CatalogueEntry(name="节能审查", mapping="对应关系", use_levels=["市级", "县级"])
    >>> entry.mapping
    <NationalMapping.MAPPED: '对应关系'>
    """

    _moments: ClassVar = ("removed_at",)
    _parts: ClassVar[tuple[str, ...]] = (*ELEMENT_PARTS, "standard", "national_standard", "no_binding_audit")

    use_levels: tuple[ExercisingLevel, ...] | None = None
    """The levels that may use it (使用层级)."""

    mapping: NationalMapping | None = None
    """How it stands to the national base catalogue; ``None`` where it does not stand to it in any way."""

    no_power_in_province: bool | None = None
    """Whether the province truly has no such power (省内确无权责)."""

    national_elements_wrong: bool | None = None
    """Whether the national catalogue sets an element wrongly (要素设置有误)."""

    no_claim_registered: bool | None = None
    """Whether it is registered as needing no claim through the function of the portal for that."""

    reported_to_state: bool | None = None
    """Whether that was reported to the State."""

    is_lawful: bool | None = None
    """For a local matter, and a special matter of one place: whether it was set up by law (依法依规设立)."""

    standard_unified: bool | None = None
    """Whether the provincial department has set one standard for it, for the whole province (统一标准)."""

    in_provincial_catalogue: bool | None = None
    """Whether the province's base catalogue has it."""

    follows_national_licence_list: bool | None = None
    """For a licence: whether it is structured as in the national list of licences."""

    department_system: str | None = None
    """The system of its department where the catalogue did not cover that yet, by its short name, as in 税务.

    ``None`` where it did. The documents print thirteen and leave the list open.
    """

    is_standardised: bool | None = None
    """Whether it is structured as in the national base catalogue (按事项体系梳理)."""

    is_associated: bool | None = None
    """Whether the department associated its own matters with it (事项关联)."""

    guide_published: bool | None = None
    """Whether its guide is published on the provincial portal."""

    standard: ServiceStandard | None = None
    """The lead standard that it sets (引领标准)."""

    national_standard: ServiceStandard | None = None
    """The national standard that it follows (国家标准)."""

    conflicts_with: tuple[str, ...] | None = None
    """The lists and standards with which its lead standard is in conflict; empty where a person found none."""

    meets_set_up_requirements: bool | None = None
    """For an entry without a national counterpart: whether its basis is sufficient (设立依据充分)."""

    removed_at: Moment | None = None
    """When it was removed from the catalogue (清理); ``None`` where it stands in it.

    Of a removed entry the other fields say how it stood until then.
    """

    bound_guides_withdrawn: bool | None = None
    """Whether every department bound to it has withdrawn its guide (取消发布)."""

    is_local_special: bool | None = None
    """Whether it is a special matter of one place (地方特殊事项)."""

    scope: str | None = None
    """For a special local matter: what it is for (适用范围)."""

    scope_levels: tuple[ExercisingLevel, ...] | None = None
    """For a special local matter: the levels within its scope; empty where the scope names none."""

    claimed_by_levels: tuple[ExercisingLevel, ...] | None = None
    """The levels whose departments have claimed it (认领)."""

    has_own_standard: bool | None = None
    """For a special local matter: whether its standard is stated (事项标准)."""

    is_common_to_all_places: bool | None = None
    """Whether all places have it (各地共有事项)."""

    differs_by_place: bool | None = None
    """Whether its standard differs with the policy of the place."""

    within_powers: bool | None = None
    """Whether it lies within the powers and duties of the department (权责范围)."""

    claimed_and_bound: bool | None = None
    """Whether the department has claimed it and bound its guide to it (认领绑定)."""

    no_binding_registered: bool | None = None
    """Whether the department has registered that it needs no binding (无需绑定登记)."""

    no_binding_audit: NoBindingAudit | None = None
    run_by_county: bool | None = None
    """For a matter of townships and villages: whether the county runs its claim and guide (统筹); in the words of the
    province, the county's service authority."""


class ChangeTrigger(Enum):
    """What a change of the catalogue starts from (目录调整的起因)."""

    NATIONAL = "国家基本目录调整"
    POLICY = "国家或省级政策出台"
    REQUEST = "下级部门申请"
    LAW = "法律法规政策依据调整情况"
    DEVOLUTION = "审批服务权限下放情况"
    BUSINESS = "业务变化情况"


class CatalogueChange(Record):
    """One change of the standard catalogue on its way to guides and systems (目录动态调整).

    Its law is that of the day of its first event, for every leg of its way: the change of the national catalogue, the
    request, the day on which the policy takes effect, or else the change itself. Where a leg that began under a later
    document is to be held against that one, bring it as a change of its own that states the earlier events as ``None``.

    >>> change = CatalogueChange(entry="节能审查", trigger="下级部门申请", requested_at="2025-06-03")
    >>> change.trigger
    <ChangeTrigger.REQUEST: '下级部门申请'>
    """

    _named_by: ClassVar = "entry"
    _moments: ClassVar = (
        "national_changed_at",
        "requested_at",
        "studied_at",
        "replied_at",
        "changed_at",
        "guide_updated_at",
        "systems_synced_at",
        "claimed_at",
        "zone_updated_at",
    )
    _dated_by: ClassVar = ("national_changed_at", "requested_at", "policy_takes_effect_on", "changed_at")

    entry: Annotated[str, Field(min_length=1)]
    """The name or code of the entry."""

    area: AreaField | None = None
    trigger: ChangeTrigger | None = None
    is_local_special: bool | None = None
    """Whether its entry is, or is to become, a special matter of one place (地方特殊事项)."""

    changes_structure: bool | None = None
    """Whether it changes what matters there are or how finely they are cut (事项体系、颗粒度)."""

    national_changed_at: Moment | None = None
    """When the national base catalogue changed."""

    policy_takes_effect_on: date | None = None
    """For a change by a new policy: the day on which that takes effect (正式实施)."""

    requested_at: Moment | None = None
    """When the lower department's request arrived (申请)."""

    studied_at: Moment | None = None
    """When the request was studied (研究)."""

    replied_at: Moment | None = None
    """When the request was answered (答复)."""

    is_needed: bool | None = None
    """Whether the answer is that something has to be changed or added."""

    changed_at: Moment | None = None
    """When the catalogue was changed (动态调整)."""

    guide_updated_at: Moment | None = None
    """When the guide on the provincial portal was updated."""

    systems_synced_at: Moment | None = None
    """When the local matter management system and handling platform were changed (同步调整)."""

    claimed_at: Moment | None = None
    """When the department claimed what had changed and took it over (认领和更新)."""

    of_own_level: bool | None = None
    """Whether the power is one of the department's own level (权限属于本级)."""

    is_associated: bool | None = None
    """Whether the department associated its matters with what had changed (关联)."""

    is_cross_province: bool | None = None
    """Whether the entry is handled across provinces (跨省通办)."""

    zone_updated_at: Moment | None = None
    """When the matter and its guide in the zone of such matters were changed (“跨省通办”专区)."""

    @model_validator(mode="after")
    def _in_order(self) -> "CatalogueChange":
        self._raise_if(out_of_order(self, ("requested_at", "studied_at"), ("requested_at", "replied_at")))
        return self
