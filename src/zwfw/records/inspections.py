"""Inspections of service institutions (实地检查、督查), and what a year of oversight showed (年度督查考核)."""

from datetime import date
from enum import Enum
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from zwfw.records._base import AreaField, Moment, Record, known_or_text, out_of_order

__all__ = [
    "AppraisalPlatform",
    "BreachArea",
    "Inspection",
    "InspectionProblem",
    "OversightYear",
    "PublicityChannel",
    "Sanction",
    "ServiceSide",
    "SupportKind",
]


class BreachArea(Enum):
    """In what a breach of the efficiency rules has consequences (违规方面); the text leaves the list open."""

    DECISIONS = "贯彻落实上级决策部署"
    REQUESTS = "办理群众诉求"
    BUSINESS_ENVIRONMENT = "优化营商环境"


class Sanction(Enum):
    """What follows on such a breach (处理方式)."""

    POINTS = "绩效扣分"
    ACCOUNTABILITY = "效能问责"


class AppraisalPlatform(Enum):
    """A platform on which the yearly appraisal rests (考核平台)."""

    EFFICIENT_FUJIAN = "省效能办“效能福建”"
    INDICATOR_SYSTEM = "省职转办“政务服务指标系统”"


class ServiceSide(Enum):
    """Which services a test covers (线上、线下)."""

    ONLINE = "线上"
    OFFLINE = "线下"


class SupportKind(Enum):
    """What departments secure for the work (保障)."""

    FUNDS = "经费"
    STAFF = "人员"
    PREMISES = "场地"
    INFORMATION_TECHNOLOGY = "信息化"


class PublicityChannel(Enum):
    """Where services are explained in plain words (解读渠道); the text leaves the list open."""

    WEBSITE = "政府网站"
    NEW_MEDIA = "政务新媒体"
    PLATFORM = "一体化平台"


class InspectionProblem(Record):
    """One problem that an inspection found (问题), and what followed."""

    _named_by: ClassVar = "what"
    _moments: ClassVar = ("urged_at", "corrected_at")

    what: Annotated[str, Field(min_length=1)]
    responsible: str | None = None
    """Who is responsible for it (明确责任); ``None`` where nobody was named."""

    urged_at: Moment | None = None
    """When its correction was first urged (督促整改)."""

    corrected_at: Moment | None = None
    """When it was corrected (整改)."""

    corrected_singly: bool | None = None
    """Whether it is corrected by itself and not in a lump with others (一事一整改)."""

    breaks_efficiency_rules: bool | None = None
    """Whether it breaks the rules on the efficiency of public bodies (违反机关效能建设规定)."""

    breach_area: Annotated[BreachArea | str, known_or_text(BreachArea)] | None = None
    """In what it does; ``None`` where it is in nothing of the kind."""

    sanctions: tuple[Sanction, ...] | None = None
    """What followed for the department, window or person; empty where nothing did."""

    @model_validator(mode="after")
    def _in_order(self) -> "InspectionProblem":
        self._raise_if(out_of_order(self, ("urged_at", "corrected_at")))
        return self


class Inspection(Record):
    """One inspection of a service institution (检查).

    >>> found = [{"what": "窗口未亮证", "responsible": "市住建局窗口"}]
    >>> Inspection(institution="涵江区政务服务中心", inspected_at="2025-06-03", problems=found).problems[0].responsible
    '市住建局窗口'
    """

    _named_by: ClassVar = "institution"
    _moments: ClassVar = ("inspected_at",)
    _parts: ClassVar = ("problems",)
    _dated_by: ClassVar = ("inspected_at",)

    institution: Annotated[str, Field(min_length=1)]
    """What was inspected (政务服务机构)."""

    area: AreaField | None = None
    inspected_at: Moment | None = None
    """When it was inspected; its day fixes the law."""

    on_site: bool | None = None
    """Whether it was on the spot, openly or covertly (现场检查、明察暗访); no for a patrol by video (视频巡查)."""

    problem_list_drawn_up: bool | None = None
    """Whether a list of the problems was drawn up (问题清单)."""

    problems: tuple[InspectionProblem, ...] | None = None
    """The problems found; empty where there were none."""


class OversightYear(Record):
    """What one year of oversight showed of an area (年度督查考核与保障).

    >>> OversightYear(unit="区效能办", area="涵江区", year=2025, onsite_on=["2025-02-11", "2025-06-03"]).onsite_on[-1]
    datetime.date(2025, 6, 3)
    """

    _named_by: ClassVar = "unit"
    _moments: ClassVar = ("appraised_on",)

    unit: Annotated[str, Field(min_length=1)]
    """Who oversees or coordinates."""

    year: Annotated[int, Field(ge=2000, le=2100)]
    """The calendar year that is told of; its last day fixes the law."""

    area: AreaField | None = None
    onsite_on: tuple[date, ...] | None = None
    """The days of the year with an inspection on the spot (现场检查、实地明察暗访); patrols by video are none."""

    patrolled_routinely: bool | None = None
    """Whether institutions are patrolled and spot-checked as a routine (日常巡查抽查)."""

    patrols_use_video_system: bool | None = None
    """Whether the patrols use the province's video supervision system (远程视频监督系统)."""

    warnings_followed_up: bool | None = None
    """Whether warnings about the efficiency of windows are followed up (效能预警、跟踪问效); yes where none came."""

    leaders_come_regularly: bool | None = None
    """Whether leaders of approving departments come to the windows regularly (领导进窗口)."""

    reported_on: tuple[date, ...] | None = None
    """The days of the year on which results were reported (督查通报)."""

    reported_regularly: bool | None = None
    """Whether somebody has found the reports regular (定期通报)."""

    compliance_in_indicators: bool | None = None
    """Whether keeping Putian's norms is part of the city's performance indicators (全市综合绩效考核指标体系)."""

    appraised_on: date | None = None
    """The day on which the year's efficiency indicators were appraised (年度政务服务效能指标考核)."""

    appraisal_platforms: tuple[AppraisalPlatform, ...] | None = None
    """The platforms on which the appraisal rests."""

    third_party_commissioned: bool | None = None
    """Whether a third party is commissioned to try the services (委托第三方、引入第三方评估)."""

    third_party_tried: tuple[ServiceSide, ...] | None = None
    """Which services it tries (线上线下服务办事体验)."""

    suggestions_used: bool | None = None
    """Whether its suggestions are gathered, and used to do better (意见建议)."""

    budget_requested: bool | None = None
    """Whether the finance department was asked to take the platform's costs into the budget (提请列入预算)."""

    supports: tuple[SupportKind, ...] | None = None
    """What departments secure for the work (保障)."""

    meetings_held_regularly: bool | None = None
    """Whether somebody has found the working meetings regular (定期召开工作例会)."""

    explained_on: tuple[Annotated[PublicityChannel | str, known_or_text(PublicityChannel)], ...] | None = None
    """Where services are explained to the public in plain words (服务解读)."""

    @model_validator(mode="after")
    def _within_the_year(self) -> "OversightYear":
        self._raise_if(
            [
                ((name, index), f"expected a day of {self.year}, got {day}", day)
                for name in ("onsite_on", "reported_on")
                for index, day in enumerate(getattr(self, name) or ())
                if day.year != self.year
            ]
        )
        return self

    def law_day(self, day: date) -> tuple[date, tuple[str, ...]]:
        """The last day of the year, or *day* where the year is not over."""
        return min(day, date(self.year, 12, 31)), ()
