"""Trainings, and the year's trainings of a person or a centre (培训)."""

from datetime import date
from enum import Enum
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from zwfw.areas import AreaLevel
from zwfw.records._base import AreaField, Record, known_or_text

__all__ = ["Training", "TrainingKind", "TrainingMode", "TrainingYear"]


class TrainingKind(Enum):
    """What a training is of (培训种类); others may be taken beside these."""

    ETIQUETTE = "服务礼仪和现场管理培训"
    BUSINESS = "综合业务培训"
    ONLINE = "“云直播”线上业务培训"


class TrainingMode(Enum):
    """A way of training (培训方式); the two are combined."""

    SPECIAL = "专题培训"
    ROUTINE = "常态化培训"


class Training(Record):
    """One training that was attended (培训).

    >>> Training(held_on="2025-06-03", kind="综合业务培训", organised_by_centre=True).kind
    <TrainingKind.BUSINESS: '综合业务培训'>
    """

    _named_by: ClassVar = "held_on"
    _begins_at: ClassVar = "held_on"

    held_on: date
    """The day; of one that lasted longer, the last."""

    kind: Annotated[TrainingKind | str, known_or_text(TrainingKind)] | None = None
    organised_by_centre: bool | None = None
    """Whether the service centre organised it (政务服务中心、行政服务中心组织)."""


class TrainingYear(Record):
    """The trainings of a person, a centre or a team in one year (年度培训).

    Hanjiang's card does not say whether it counts by person or by centre: bring whichever you count by.

    >>> TrainingYear(trainee="国欢镇便民服务中心", year=2024, level="乡", trainings=[{"held_on": "2024-03-05"}]).year
    2024
    """

    _named_by: ClassVar = "trainee"
    _parts: ClassVar = ("trainings",)

    trainee: Annotated[str, Field(min_length=1)]
    """Who was trained."""

    year: Annotated[int, Field(ge=2000, le=2100)]
    """The calendar year that is told of; its last day fixes the law."""

    area: AreaField | None = None
    level: AreaLevel | None = None
    """The level of the centre or station where the trainee works."""

    trainings: tuple[Training, ...] | None = None
    """All trainings attended in the year; empty where there were none."""

    online_training_regular: bool | None = None
    """Whether somebody has found the attendance of online training regular (定期参加线上培训)."""

    are_clerks: bool | None = None
    """Whether the trainees are clerks of the service centres (政务服务办事员)."""

    organised_by_district_centre: bool | None = None
    """For clerks: whether the district's centre organises their training (区政务服务中心组织)."""

    modes: tuple[TrainingMode, ...] | None = None
    """The ways in which training is given."""

    @model_validator(mode="after")
    def _within_the_year(self) -> "TrainingYear":
        self._raise_if(
            [
                (("trainings", index, "held_on"), f"expected a day of {self.year}, got {each.held_on}", each.held_on)
                for index, each in enumerate(self.trainings or ())
                if each.held_on.year != self.year
            ]
        )
        return self

    def law_day(self, day: date) -> tuple[date, tuple[str, ...]]:
        """The last day of the year, or *day* where the year is not over."""
        return min(day, date(self.year, 12, 31)), ()
