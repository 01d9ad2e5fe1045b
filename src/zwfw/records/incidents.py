"""Incidents of network security (网络安全事件), and what a body does to have none (安全保障)."""

from enum import Enum
from typing import Annotated, ClassVar

from pydantic import Field

from zwfw.areas import AreaLevel
from zwfw.records._base import AreaField, Moment, Record, known_or_text

__all__ = ["JointSecurityTask", "SecurityBody", "SecurityIncident", "SecuritySystem", "SecurityUpkeep"]


class SecurityBody(Enum):
    """What a body is in the security of the one-network service (安全责任主体)."""

    DATA = "数据管理部门"
    MANAGEMENT = "政务服务管理机构"
    DEPARTMENT = "各级政务服务职能部门"


class JointSecurityTask(Enum):
    """Joint security work (联合开展的安全工作); the text leaves the list open."""

    INSPECTION = "安全检查"
    RISK_ASSESSMENT = "风险评估"
    MONITORING = "监测预警"
    REPORTING = "信息通报"
    EMERGENCY = "应急处置"
    TRAINING = "安全培训"
    INVESTIGATION = "安全事件调查"


class SecuritySystem(Enum):
    """A security system of a department (安全管理制度); the text leaves the list open."""

    SELF_INSPECTION = "安全自查"
    REPAIR = "漏洞修复"
    MONITORING = "监测预警"


class SecurityIncident(Record):
    """One incident of network security (网络安全事件).

    >>> SecurityIncident(id="S-1", occurred_at="2025-06-03T09:00", plan_started_at="2025-06-03T09:05").id
    'S-1'
    """

    _moments: ClassVar = ("occurred_at", "plan_started_at", "remedied_at", "contained_at")
    _dated_by: ClassVar = ("occurred_at",)

    id: Annotated[str, Field(min_length=1)]
    area: AreaField | None = None
    occurred_at: Moment | None = None
    """When it came up (发生); its day fixes the law."""

    harms_one_network: bool | None = None
    """Whether it harms the network security of the one-network service (危害“一网好办”网络安全)."""

    plan_started_at: Moment | None = None
    """When the emergency plan was started (启动应急预案)."""

    plan_started_at_once: bool | None = None
    """Whether somebody has found that it was started at once (立即)."""

    remedied_at: Moment | None = None
    """When remedies were taken (采取补救措施)."""

    contained_at: Moment | None = None
    """When it was kept from spreading (防止事故扩大)."""


class SecurityUpkeep(Record):
    """What one body does for the security of networks, systems and data (安全保障).

    >>> SecurityUpkeep(body="市数据管理局", role="数据管理部门", has_emergency_plan=True).role
    <SecurityBody.DATA: '数据管理部门'>
    """

    _named_by: ClassVar = "body"

    body: Annotated[str, Field(min_length=1)]
    area: AreaField | None = None
    level: AreaLevel | None = None
    role: SecurityBody | None = None
    """What it is in the one-network service; ``None`` where it is none of the three, as a township's centre."""

    has_data_controls: bool | None = None
    """Whether it has set up and runs controls of public data (公共数据管控体系)."""

    has_data_authentication: bool | None = None
    """Whether it has set up and runs the authentication of public data (公共数据安全认证机制)."""

    in_city_protection: bool | None = None
    """Whether its platform is managed within the city's protection of networks (全市网络安全整体防护体系)."""

    joint_tasks: tuple[Annotated[JointSecurityTask | str, known_or_text(JointSecurityTask)], ...] | None = None
    """The security work that it does jointly with the data body."""

    systems: tuple[Annotated[SecuritySystem | str, known_or_text(SecuritySystem)], ...] | None = None
    """The security systems that it has set up and applies (安全管理制度)."""

    has_emergency_plan: bool | None = None
    """Whether it has an emergency plan (安全应急预案)."""

    plan_kept_up_to_date: bool | None = None
    """Whether that plan is kept up to date (持续完善)."""

    drills_held_regularly: bool | None = None
    """Whether somebody has found its drills regular (定期应急演练)."""

    has_network_administrator: bool | None = None
    """Whether somebody looks after network, equipment and systems, at least part-time (兼职网络管理人员)."""

    security_training_held_regularly: bool | None = None
    """Whether training in network security is held regularly (定期网络信息安全培训)."""

    passwords_meet_requirements: bool | None = None
    """Whether accounts and passwords are as long and complex as required (密码长度、复杂度)."""

    passwords_changed_regularly: bool | None = None
    """Whether users change their passwords regularly (定期更改密码)."""

    virus_database_updated_regularly: bool | None = None
    """Whether the virus database is updated regularly (病毒库)."""

    full_scans_run_regularly: bool | None = None
    """Whether computers are scanned in full regularly (全盘扫描杀毒)."""

    no_major_incident: bool | None = None
    """Whether no major incident of network security has occurred (无重大网络安全事故)."""
