"""Windows of a hall (窗口)."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Annotated, ClassVar, Final

from pydantic import Field

from zwfw.records._base import AreaField, Record, known_or_text

__all__ = ["CrossAreaDisplay", "IntakeDocument", "Window", "WindowDuty", "WindowKind"]


class WindowKind(Enum):
    """What a window is for (窗口种类); halls may have others.

    The documents print some of them in words of their own; each form is read as the kind, whatever its quotation marks.
    """

    ENQUIRY = "综合咨询窗口"
    GENERAL = "无差别综合办事窗口"
    BY_FIELD = "分领域综合办事窗口"
    SUB_CENTRE = "分中心业务综合窗口"
    ONE_THING = "“高效办成一件事”窗口"
    CROSS_AREA = "“跨域通办”窗口"
    SPECIAL_GROUPS = "服务特殊群体窗口"
    ASSISTANCE = "帮代办窗口"
    COMPLAINTS = "“办不成事”反映窗口"
    DEPARTMENT = "部门窗口"


class WindowDuty(Enum):
    """What a window keeps to (窗口制度)."""

    FIRST_ASKED = "首问负责"
    TOLD_ONCE = "一次性告知"
    NO_VETO = "窗口无否决权"
    IN_TIME = "限时办结"


class IntakeDocument(Enum):
    """A paper that a window issues when an application is handed in (收件文书)."""

    ACCEPTANCE = "业务受理通知书"
    ONE_TIME_NOTICE = "一次性告知书"


_OTHER_FORMS: Final[Mapping[Enum, tuple[str, ...]]] = MappingProxyType(
    {
        WindowKind.GENERAL: (
            "无差别综合窗口",
            "无差别(全科综合)综合办事窗口",
            "无差别（全科综合）综合办事窗口",
            "全科综合服务窗口",
            "全科综合窗口",
        ),
        WindowKind.BY_FIELD: ("分领域综合窗口",),
        WindowKind.SUB_CENTRE: ("业务综合窗口",),
        WindowKind.ONE_THING: ("办成一件事窗口",),
        # The three that cross-area windows are printed as are kinds of it, not kinds beside it.
        WindowKind.CROSS_AREA: ("跨区域通办窗口", "异地通办窗口", "跨省通办窗口", "省内通办窗口", "全市通办窗口"),
        WindowKind.SPECIAL_GROUPS: ("特殊群体窗口",),
        WindowKind.COMPLAINTS: (
            "好办事反映窗口",
            "好办事(或办不成事)反映窗口",
            "好办事（或办不成事）反映窗口",
        ),
        WindowDuty.FIRST_ASKED: ("首问责任",),
        IntakeDocument.ACCEPTANCE: ("受理通知单",),
        IntakeDocument.ONE_TIME_NOTICE: ("一次性告知单",),
    }
)
"""Forms that mean the same as the one held."""


class CrossAreaDisplay(Enum):
    """What a window for other areas shows (“跨域通办”公示内容)."""

    ITEMS = "服务事项清单"
    REACH = "通办范围"
    GUIDES = "办事指南"


class Window(Record):
    """One window of a hall (窗口).

    The texts do not say which windows may be one, so a window may be of several kinds and counts for each.

    >>> Window(name="3号窗口", kinds=["综合咨询窗口", "“跨区域通办”窗口"]).kinds
    (<WindowKind.ENQUIRY: '综合咨询窗口'>, <WindowKind.CROSS_AREA: '“跨域通办”窗口'>)
    """

    _named_by: ClassVar = "name"

    name: Annotated[str, Field(min_length=1)]
    area: AreaField | None = None
    """Where its hall is; stated only where it is told apart from the hall."""

    kinds: tuple[Annotated[WindowKind | str, known_or_text(WindowKind, _OTHER_FORMS)], ...] | None = None
    """What it is for (窗口种类); any of the forms that the documents print."""

    sign_text: str | None = None
    """The name on its sign, as it stands there (窗口名称); ``None`` where it has no sign."""

    departments: tuple[str, ...] | None = None
    """The departments whose business it handles."""

    is_joint_business: bool | None = None
    """Whether its business is handled by several departments together (多部门联办)."""

    is_wide_business: bool | None = None
    """Whether one department's business covers much (业务覆盖面较广); no figure is given."""

    is_simple_business: bool | None = None
    """Whether it is the simple business of one department (简易单部门事项); no figure is given."""

    in_station: bool | None = None
    """Whether it is of a village or community station (村（社区）便民服务站)."""

    in_sub_centre: bool | None = None
    """Whether it stands in a sub-centre (分中心)."""

    handles_all_of_sub_centre: bool | None = None
    """In a sub-centre: whether all business there is handled at it (一窗通办)."""

    handles_all_departments: bool | None = None
    """Whether it accepts the items of all departments of its level (全科受理)."""

    could_handle_all_departments: bool | None = None
    """In a county's hall: whether the institution is able to have it accept them all (有条件)."""

    in_conspicuous_place: bool | None = None
    """Whether it stands where people see it (醒目位置)."""

    gives_enquiry_and_guidance: bool | None = None
    """For enquiries: whether it gives both advice and guidance (咨询、引导)."""

    helps_from_afar: bool | None = None
    """For other areas: whether it helps with items of other places by the standard (异地帮办代办)."""

    items: tuple[str, ...] | None = None
    """The items that it handles."""

    zone_items: tuple[str, ...] | None = None
    """For other areas: the items configured for it in the zone of the provincial hall (“跨域通办”专区)."""

    displays: tuple[CrossAreaDisplay, ...] | None = None
    has_green_channel: bool | None = None
    """For special groups: whether it has a green channel (绿色通道)."""

    has_procedure: bool | None = None
    """For what could not be done: whether its procedure is set (业务流程规范)."""

    has_ledger: bool | None = None
    """For what could not be done: whether it keeps a ledger (窗口工作台帐)."""

    handling_registered: bool | None = None
    """For what could not be done: whether the handling of problems is registered (问题处置登记)."""

    follow_up_registered: bool | None = None
    """For what could not be done: whether calling back is registered (工作回访登记)."""

    one_stop: bool | None = None
    """For one thing done efficiently: whether one kind of things is done at one stop (一类事一站办)."""

    fully_online: bool | None = None
    """For one thing done efficiently: whether it is done online from end to end (线上全流程办理)."""

    visits: Annotated[int, Field(ge=0)] | None = None
    """For one thing done efficiently: how often people have to come (跑动次数); ``None`` where that has no limit."""

    stands_alone: bool | None = None
    """In a township or village: whether it is a window of one department by itself (单独设置)."""

    is_frequent: bool | None = None
    """Whether it is much used (高频窗口)."""

    duties: tuple[Annotated[WindowDuty | str, known_or_text(WindowDuty, _OTHER_FORMS)], ...] | None = None
    """What it keeps to (窗口制度)."""

    sends_files_back: bool | None = None
    """Whether files that it received go back to the department that approved them before (收件流向原审批部门)."""

    receives_files: bool | None = None
    """Whether applications are handed in at it (收件)."""

    issues_on_the_spot: tuple[Annotated[IntakeDocument, known_or_text(IntakeDocument, _OTHER_FORMS)], ...] | None = None
    """The papers that its staff are fully authorised to issue on the spot (充分授权当场出具)."""

    in_subordinate_institution: bool | None = None
    """Whether its institution is directly under a service authority (直属政务服务机构)."""

    staffed_by_service_authority: bool | None = None
    """Whether the service authority provides its staff (政务服务管理机构统一配备)."""

    staffed_by_purchase: bool | None = None
    """Whether its staff are provided by buying services (政府购买服务)."""

    recruited_by_centre: bool | None = None
    """Whether the centre recruits and manages its staff itself (自行招聘、管理)."""

    has_review_device: bool | None = None
    """Whether it has a device for reviews (评价器)."""

    has_review_code: bool | None = None
    """Whether it has a code for reviews, of either sort (评价二维码)."""

    reviews_in_plain_sight: bool | None = None
    """Whether device and code are where people see them (醒目位置)."""

    cannot_have_review_device: bool | None = None
    """Whether it is of a township service point that for now lacks the means for device and code (暂不具备条件)."""

    has_paper_review_form: bool | None = None
    """Whether there is a paper form for reviews (书面评价表)."""

    review_grades: Annotated[int, Field(ge=0)] | None = None
    """How many grades a review can have there, by whatever means (评价档次)."""
