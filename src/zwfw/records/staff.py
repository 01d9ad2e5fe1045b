"""People at the windows (窗口人员)."""

from enum import Enum
from typing import Annotated, ClassVar

from pydantic import Field

from zwfw._ordered import Ordered
from zwfw.areas import AreaLevel
from zwfw.records._base import AreaField, Moment, Record

__all__ = [
    "CaseKind",
    "Grade",
    "HeadPower",
    "ProfessionalTitle",
    "Rank",
    "StaffMember",
    "WindowClass",
    "WindowHead",
]


class Rank(Ordered):
    """The rank of an official (职级), the lowest first; the text names 副科级 as the threshold."""

    BELOW = "副科级以下"
    DEPUTY_SECTION = "副科级"
    SECTION = "正科级"
    DEPUTY_DIVISION = "副处级"
    DIVISION = "正处级"


class ProfessionalTitle(Ordered):
    """The level of a professional title (专业技术职称), the lowest first; the text names 中级."""

    JUNIOR = "初级"
    MIDDLE = "中级"
    SENIOR = "高级"


class WindowClass(Enum):
    """The class of a window in the centre (进驻窗口类别)."""

    APPROVAL = "行政审批类"
    PUBLIC_SERVICE = "公共服务类"
    CONFIRMATION = "行政确认类"


class Grade(Enum):
    """The grade of a clerk's certificate (职业技能等级)."""

    FIVE = "五级（初级工）"
    FOUR = "四级（中级工）"
    THREE = "三级（高级工）"


class CaseKind(Enum):
    """The kind of case for which a head may have a power (办件种类)."""

    DAILY = "日常办件"
    REFUSED = "不予受理件"
    SUPPLEMENTED = "补办件"
    RETURNED = "退回件"
    SPECIAL = "特办件"
    JOINT = "联办件"


class HeadPower(Enum):
    """A power that a head or a liaison may be given (窗口负责人权限)."""

    REPLY = "协调答复告知权"
    EXPLAIN = "审查决定解释权"
    DECIDE = "决定权"
    DISPOSE = "特别处置权"


class StaffMember(Record):
    """One person at a window (窗口人员), posted by a department or a clerk of the service authority (办事员).

    >>> StaffMember(name="甲", is_department_staff=True, on_establishment=True).on_establishment
    True
    """

    _named_by: ClassVar = "name"
    _moments: ClassVar = ("joined_at", "notified_at", "left_at", "party_membership_moved_at")

    name: Annotated[str, Field(min_length=1)]
    area: AreaField | None = None
    venue_level: AreaLevel | None = None
    """The level of the centre where the person works (政务服务中心层级)."""

    window: str | None = None
    is_department_staff: bool | None = None
    """Whether a department posted the person; no for a clerk of the service authority."""

    on_establishment: bool | None = None
    """Whether the person is of the establishment and in service (在编在职)."""

    window_class: WindowClass | None = None
    """The class of the window; ``None`` where it is of none of them."""

    daily_managed_by_service_authority: bool | None = None
    """Whether the service authority manages the person day by day (日常管理)."""

    business_managed_by_department: bool | None = None
    """Whether the department manages the person's business (业务管理)."""

    joined_at: Moment | None = None
    """When the person joined or was changed (进驻、变动); ``None`` where the person is still to come."""

    notified_at: Moment | None = None
    """When the department told the service authority by letter (函告)."""

    registration_form_filled: bool | None = None
    """Whether the form of joining or change was filled in (人员进驻或变动登记表)."""

    left_at: Moment | None = None
    """When the person left the window for good; ``None`` while working there."""

    is_party_member: bool | None = None
    """Whether the person is a member of the Party (中共党员)."""

    party_membership_moved_at: Moment | None = None
    """When the membership was moved to the centre (组织关系转移)."""

    grades_set_by_service_authority: bool | None = None
    """Whether the service authority set the grades of both reviews, the yearly and that of performance (考核等次)."""

    grades_filed_with_personnel: bool | None = None
    """Whether both were filed with the organisation and personnel departments (备案)."""

    grades_copied_to_department: bool | None = None
    """Whether the department got a copy of both (抄送)."""

    follows_city_on_reviews: bool | None = None
    """At a county's centre: whether it applies the city's article on reviews and bonuses (参照执行)."""

    department_grade: Annotated[int, Field(ge=1)] | None = None
    """The department's grade of the year, the higher the better, on a scale of the user's; ``None`` without one."""

    authority_grade: Annotated[int, Field(ge=1)] | None = None
    """The service authority's grade on the same scale."""

    bonus_grade: Annotated[int, Field(ge=1)] | None = None
    """The grade by which the bonus was paid, on the same scale; ``None`` where none was paid."""

    bonus_paid_by_department: bool | None = None
    """Whether the department paid the bonus (年度绩效奖励)."""

    certificate_grade: Grade | None = None
    """The grade of the vocational certificate; ``None`` where there is none."""

    allowance_by_grade: bool | None = None
    """Whether an allowance is paid by the grade of the certificate (见证补贴)."""

    graded_by_national_standard: bool | None = None
    """Whether grades are recognised by the national standard of such clerks (等级认定、国家职业技能标准)."""

    promoted_by_national_standard: bool | None = None
    """Whether posts and promotions follow that standard (定岗晋级)."""

    badges: tuple[str, ...] | None = None
    """The badges that the person wears (胸牌)."""


class WindowHead(Record):
    """The head, or the liaison, of a department's window (窗口负责人、联络员).

    >>> WindowHead(name="乙", window_class="行政审批类", rank="副科级", on_establishment=True).rank
    <Rank.DEPUTY_SECTION: '副科级'>
    """

    _named_by: ClassVar = "name"
    _moments: ClassVar = ("handed_over_at", "left_at")

    name: Annotated[str, Field(min_length=1)]
    area: AreaField | None = None
    department: str | None = None
    at_resident_window: bool | None = None
    """Whether the department has a window with people of its own in the centre (常驻窗口); no for a liaison."""

    is_chief_representative: bool | None = None
    """Whether the person is the department's chief representative too (首席事务代表)."""

    is_first_responsible: bool | None = None
    """Whether the person answers first for the window (第一责任人)."""

    window_class: WindowClass | None = None
    """The class of the window; ``None`` where it is of none of them."""

    is_frequent_window: bool | None = None
    """Whether the window is a much used one (高频窗口)."""

    on_establishment: bool | None = None
    """Whether the person is of the establishment and in service (在编在职)."""

    rank: Rank | None = None
    title: ProfessionalTitle | None = None
    """The level of the professional title; ``None`` where there is none."""

    talked_to_before_office: bool | None = None
    """Whether there was a talk before taking office (任前谈话)."""

    is_replaced: bool | None = None
    """Whether another head takes over, or took over, from this one (负责人变动)."""

    handed_over_at: Moment | None = None
    """At a change: when the handover to the new head was finished (交接); ``None`` where it is not."""

    successor_is_familiar: bool | None = None
    """At a change: whether the new head knew the work when this one left, or knows it now (熟悉工作)."""

    left_at: Moment | None = None
    """At a change: when this head left the post (离岗); ``None`` where the head stays."""

    staff_broke_rules_gravely: bool | None = None
    """Whether staff of the window gravely broke rules or discipline (严重违规违纪)."""

    staff_held_to_account: bool | None = None
    """Whether these were held to account for it (被问责处理)."""

    held_responsible: bool | None = None
    """Whether the head was held responsible too (追究责任)."""

    powers_from_authorisation: bool | None = None
    """Whether the powers come from the letter of authorisation (窗口授权书)."""

    powers_over_central_items: bool | None = None
    """Whether they are for items that the department handles at the centre, and for no others (集中办理)."""

    acted_first_on: CaseKind | None = None
    """The kind of a case that was approved first and reported afterwards (先审批再报告); ``None`` where none was."""

    was_individual: bool | None = None
    """Of that case: whether it was a single one (个别)."""

    was_urgent: bool | None = None
    """Of that case: whether it was needed urgently (急需办理)."""

    reported_afterwards: bool | None = None
    """Of that case: whether it was reported afterwards (再报告)."""
