"""What an area's reviews of a year come to (好差评年度数据)."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from zwfw.records._base import AreaField, Record

__all__ = ["ReviewStatistics"]

Count = Annotated[int, Field(ge=0)]
Percent = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]
WorkingDays = Annotated[float, Field(ge=0, allow_inf_nan=False)]


class ReviewStatistics(Record):
    """The reviews of one area in one year, in figures (好差评年度数据).

    A count of ``None`` says that there was nothing to count or that nothing was counted before.

    >>> found = ReviewStatistics(area="厦门市", year=2024, cases=1000, reviews=1000)
    >>> found.reviews == found.cases
    True
    """

    _named_by: ClassVar = "year"

    year: Annotated[int, Field(ge=2000, le=2100)]
    """The calendar year; its last day fixes the law."""

    area: AreaField | None = None
    cases: Count | None = None
    """The cases of all business systems in the area (所有业务系统办件量)."""

    reviews: Count | None = None
    """The review records of the area (“好差评”年度数据量)."""

    offline_active_percent: Percent | None = None
    """The share of services on site that people reviewed of their own accord (线下主动评价率); of what it is the share,
    the text does not say."""

    active_percent: Percent | None = None
    """The same share, online and offline taken together (线上线下综合主动评价率)."""

    window_units: Count | None = None
    """The units that serve at windows (窗口服务单位)."""

    five_level_units: Count | None = None
    """Those of them that offer all five grades (五级评价)."""

    bad_reviews: Count | None = None
    """The bad reviews among the reviews (差评)."""

    bad_reviews_rectified: Count | None = None
    """Those of them of which the matter was put right (整改)."""

    satisfying_rectifications: Count | None = None
    """Those of these with which the person was satisfied (整改满意)."""

    previous_reviews: Count | None = None
    """The review records of the year before; ``None`` where there are no figures of it."""

    previous_bad_reviews: Count | None = None
    """The bad reviews among them."""

    mean_rectification_working_days: WorkingDays | None = None
    """The mean time from a bad review to its being put right (整改时效); ``None`` where there was none."""

    previous_mean_rectification_working_days: WorkingDays | None = None
    """The same of the year before."""

    real_name_bad_reviews: Count | None = None
    """The bad reviews given under a real name (实名差评)."""

    real_name_bad_reviews_fixed: Count | None = None
    """Those of them about which the person was called back and the matter was put right (回访整改)."""

    reviews_to_upload: Count | None = None
    """The review records that had to go to the provincial online hall."""

    reviews_uploaded_in_time: Count | None = None
    """Those of them that went there in time (汇聚及时)."""

    faked_reviews_found: Count | None = None
    """The reviews found to be faked (弄虚作假)."""

    faked_reviews_pursued: Count | None = None
    """Those of them for which somebody was held to account (追责)."""

    appraisal_publications: Count | None = None
    """How often the appraisal indicators of the year were published (考核指标); it is asked of the province alone."""

    @model_validator(mode="after")
    def _add_up(self) -> "ReviewStatistics":
        faults: list[tuple[tuple[str | int, ...], str, object]] = []
        for part, whole in PARTS_OF.items():
            some, of = getattr(self, part), getattr(self, whole)
            if some is not None and of is not None and some > of:
                faults.append(((part,), f"{part} {some} is more than {whole} {of}", some))
        self._raise_if(faults)
        return self

    def law_day(self, day: date) -> tuple[date, tuple[str, ...]]:
        """The last day of the year, or *day* where the year is not over."""
        return min(day, date(self.year, 12, 31)), ()


PARTS_OF = {
    "five_level_units": "window_units",
    "bad_reviews": "reviews",
    "bad_reviews_rectified": "bad_reviews",
    "satisfying_rectifications": "bad_reviews_rectified",
    "previous_bad_reviews": "previous_reviews",
    "real_name_bad_reviews": "bad_reviews",
    "real_name_bad_reviews_fixed": "real_name_bad_reviews",
    "reviews_uploaded_in_time": "reviews_to_upload",
    "faked_reviews_found": "reviews",
    "faked_reviews_pursued": "faked_reviews_found",
}
"""Each count that is part of another."""
