"""Reviews that people give of services (好差评)."""

from enum import Enum
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from zwfw._ordered import Ordered
from zwfw.records._base import AreaField, Moment, Record, known_or_text, out_of_order

__all__ = ["Review", "ReviewChannel", "ReviewGrade", "ReviewPractice", "ReviewSystem"]


class ReviewGrade(Ordered):
    """The grade of a review (评价等级), the worst first.

    The documents ask for five grades and print two of them, with 差评 and 非差评; the names of the five are those in
    use nationwide. Three of their clauses cut the scale, each at a place of its own.

    >>> [grade.value for grade in ReviewGrade if grade.is_bad]
    ['非常不满意', '不满意']
    """

    VERY_DISSATISFIED = "非常不满意"
    DISSATISFIED = "不满意"
    BASICALLY_SATISFIED = "基本满意"
    SATISFIED = "满意"
    VERY_SATISFIED = "非常满意"

    @property
    def is_bad(self) -> bool:
        """Whether a review of this grade is a bad one (差评); 基本满意 is not."""
        return self.rank <= ReviewGrade.DISSATISFIED.rank

    @property
    def is_for_leads(self) -> bool:
        """Whether reviews of this grade are searched for leads (“基本满意”及以下)."""
        return self.rank <= ReviewGrade.BASICALLY_SATISFIED.rank

    @property
    def is_for_analysis(self) -> bool:
        """Whether cases with reviews of this grade are analysed in depth (“满意”及以下)."""
        return self.rank <= ReviewGrade.SATISFIED.rank


class ReviewChannel(Enum):
    """By what a review is given (评价渠道); the texts leave the list open.

    It does not say whether the service was online: a visit may be reviewed by a text message, away from the counter.
    """

    ONLINE = "网上评价"
    DEVICE = "电子评价器"
    CODE = "二维码"
    TEXT_MESSAGE = "短信"
    WECHAT = "微信"
    PAPER_FORM = "书面评价表"


class ReviewPractice(Enum):
    """A practice by which a review is faked (评价弄虚作假情形); the texts leave the list open."""

    BEFORE_SERVICE = "“先评价，后办事”"
    BY_STAFF = "“自行评价”"
    INTERFERENCE = "干扰企业群众作出客观评价"
    ALTERED = "擅自修改上报虚假评价数据"
    FORCED_PRAISE = "“强制好评”"


class ReviewSystem(Enum):
    """The system in which a review arises, where that is not the provincial online hall itself (评价数据来源系统)."""

    OWN = "自建系统"
    """One that the level built for itself."""

    UNIFIED = "统建系统"
    """One that a department of the province or a city built for others."""


class Review(Record):
    """One review of a service, with what became of it (好差评); or the occasion for one that was not given.

    Its law is that of the day on which it was given, else of that on which the service was done.

    >>> review = Review(id="P-1", grade="不满意", given_at="2025-06-03")
    >>> review.grade.is_bad
    True
    """

    _moments: ClassVar = (
        "served_at",
        "given_at",
        "recorded_at",
        "arrived_at",
        "called_back_at",
        "rectified_at",
        "reported_at",
        "verified_at",
        "registered_at",
        "uploaded_at",
        "distributed_at",
    )
    _dated_by: ClassVar = ("given_at", "served_at")

    id: Annotated[str, Field(min_length=1)]
    """The number by which reports name it."""

    area: AreaField | None = None
    served_online: bool | None = None
    """Whether the service was online; no where people came to the site (线上办事、线下办事)."""

    channel: Annotated[ReviewChannel | str, known_or_text(ReviewChannel)] | None = None
    system: ReviewSystem | None = None
    """The system in which it arose; ``None`` where that is the provincial online hall."""

    served_at: Moment | None = None
    """When the service was done: the matter online, or that visit on site (办事完成)."""

    is_invited: bool | None = None
    """Whether the applicant was invited to review it (主动邀请)."""

    given_at: Moment | None = None
    """When it was given; ``None`` where nobody gave one."""

    grade: ReviewGrade | None = None
    reviews_of_matter: Annotated[int, Field(ge=0)] | None = None
    """How many reviews there are of the same matter, this one among them (一事一评)."""

    reviews_of_visit: Annotated[int, Field(ge=0)] | None = None
    """How many reviews there are of the same visit, this one among them (一次一评)."""

    practices_found: tuple[Annotated[ReviewPractice | str, known_or_text(ReviewPractice)], ...] | None = None
    """The practices found by which it was faked (弄虚作假); empty where there are none."""

    upgrade_forced: bool | None = None
    """Whether the department was made to ask for a higher grade (强制要求申请修改提升评价等级)."""

    recorded_at: Moment | None = None
    """When it was entered as data, as with a paper form (评价数据产生)."""

    arrived_at: Moment | None = None
    """When it reached the department that it is about."""

    called_back_at: Moment | None = None
    """When the person was called back about a bad review (差评回访)."""

    rectified_at: Moment | None = None
    """When what it was about was put right (整改)."""

    reported_at: Moment | None = None
    """When that was explained to the provincial office for the reform of approval (整改情况说明)."""

    verified_at: Moment | None = None
    """When that office had checked it (省审改办审核)."""

    registered_at: Moment | None = None
    """When it was registered as put right (整改登记)."""

    uploaded_at: Moment | None = None
    """When its data reached the provincial online hall (汇聚)."""

    distributed_at: Moment | None = None
    """When its data were passed on to the city or county that it is about (分发)."""

    in_depth_analysis: bool | None = None
    """Whether its case is taken up for the analysis in depth (深度分析和综合研判); a no says that it is left out."""

    searched_for_leads: bool | None = None
    """Whether it is taken up for the search for leads for checks (深挖线索); a no says that it is left out."""

    @model_validator(mode="after")
    def _in_order(self) -> "Review":
        self._raise_if(out_of_order(self, *(("given_at", later) for later in _AFTERWARDS)))
        return self


_AFTERWARDS = ("recorded_at", "arrived_at", "called_back_at", "uploaded_at", "distributed_at")
"""What cannot be before a review is given."""
