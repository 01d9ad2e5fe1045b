"""Supervision after approval (事中事后监管), and deals for intermediary services (中介服务网上交易)."""

from enum import Enum
from typing import Annotated, ClassVar

from pydantic import Field

from zwfw.records._base import AreaField, Moment, Record

__all__ = ["IntermediaryDeal", "ProposalAddressee", "Supervision"]


class ProposalAddressee(Enum):
    """To whom better review points are proposed (优化意见的接收方)."""

    PROVINCIAL_DEPARTMENT = "省级业务部门"
    APPROVING_DEPARTMENT = "审批服务部门"


class Supervision(Record):
    """How one matter is supervised after it was approved (事中事后监管).

    Departments are the same where their names are, so write each in one way throughout a record.

    >>> held = Supervision(item="药品零售企业许可", is_licence=True, supervising_departments=["市市场监管局"])
    >>> held.supervising_departments
    ('市市场监管局',)
    """

    _named_by: ClassVar = "item"
    _moments: ClassVar = ("returned_at", "received_at", "analysed_at", "proposed_at")

    item: Annotated[str, Field(min_length=1)]
    """The matter (事项)."""

    area: AreaField | None = None
    is_licence: bool | None = None
    """Whether it is a licence (行政许可事项)."""

    of_own_level: bool | None = None
    """Whether it is one of the level whose supervision is told (本级)."""

    approving_department: str | None = None
    """The department that approves (审批部门)."""

    sector_department: str | None = None
    """The department in charge of the sector (行业主管部门); ``None`` where there is no other than the one that
    approves."""

    supervising_departments: tuple[Annotated[str, Field(min_length=1)], ...] | None = None
    """The departments named to supervise (监管部门); empty where none is."""

    in_centralised_area: bool | None = None
    """Whether its area runs the reform that concentrates licensing powers (相对集中行政许可权改革)."""

    departments_of_plan: tuple[Annotated[str, Field(min_length=1)], ...] | None = None
    """Those that the plan of that reform names to supervise it (改革方案); empty where it names none."""

    approved_by_bureau: bool | None = None
    """Whether the approval bureau of a district approves it (区行政审批局)."""

    duties_linked: bool | None = None
    """Whether the bureau's duty to approve and the sector's duty to supervise are linked (衔接联动)."""

    case_data_received: bool | None = None
    """Whether those who supervise take in the cases of the licence (主动接收办件信息)."""

    through_provincial_system: bool | None = None
    """Whether they take them in through the province's system (省“互联网+监管”系统)."""

    has_supervision_rules: bool | None = None
    """Whether they have rules of supervision (监管规则)."""

    has_work_plan: bool | None = None
    """Whether they have a plan of work (工作计划)."""

    rules_and_plan_sensible: bool | None = None
    """Whether somebody has found rules and plan sensible (合理)."""

    has_findings: bool | None = None
    """Whether supervision found problems (监管发现问题)."""

    returned_at: Moment | None = None
    """When the findings flowed back to the provincial online hall (监管信息回流)."""

    received_at: Moment | None = None
    """When the approving department took them in (接收)."""

    analysed_at: Moment | None = None
    """When it had found what is weak in the review (分析查找薄弱点)."""

    proposed_at: Moment | None = None
    """When better review points were proposed (提出优化意见)."""

    proposed_to: tuple[ProposalAddressee, ...] | None = None
    """To whom."""

    allows_commitment_or_gaps: bool | None = None
    """Whether it is handled by commitment or with gaps (告知承诺、容缺受理)."""

    commitment_list_received: bool | None = None
    """Whether the list of matters by commitment was taken in whole through the provincial system (告知承诺清单)."""

    gap_list_received: bool | None = None
    """Whether the list of matters with gaps was taken in whole through the provincial system (容缺受理清单)."""

    has_rules_for_such_cases: bool | None = None
    """Whether there are rules for supervising such cases that fit the sector (结合行业特点的监管规则)."""

    such_cases_supervised: bool | None = None
    """Whether such cases are supervised during and after the handling (事中事后监管)."""


class IntermediaryDeal(Record):
    """One deal for an intermediary service (中介服务交易).

    >>> IntermediaryDeal(service="施工图审查", for_construction_approval=True).for_construction_approval
    True
    """

    _named_by: ClassVar = "service"

    service: Annotated[str, Field(min_length=1)]
    area: AreaField | None = None
    for_construction_approval: bool | None = None
    """Whether it is for the approval of a construction project (工程建设项目审批)."""

    through_provincial_market: bool | None = None
    """Whether it was made through the market that the province set up (一体化工程建设项目审批中介服务超市)."""

    can_be_rated_online: bool | None = None
    """Whether the agency can be rated for it online (网上中介评价)."""
