"""Authorisations of windows by their departments (窗口授权)."""

from datetime import date
from enum import Enum
from typing import Annotated, ClassVar

from pydantic import Field

from zwfw.norms import norm
from zwfw.records._base import AreaField, Record

__all__ = ["Authorisation", "AuthorisationDocument", "CopyHolder", "ThreeFixed"]


class AuthorisationDocument(Enum):
    """A paper that is renewed each year (授权文书)."""

    AUTHORISATION = "《窗口授权书》"
    APPOINTMENT = "《窗口负责人(联络人)委任函》"


class CopyHolder(Enum):
    """Who keeps a copy (文书持有方)."""

    DEPARTMENT = "政务服务职能部门"
    WINDOW = "进驻窗口"
    REFORM_OFFICE = "发改(职转)"
    SERVICE_AUTHORITY = "政务服务管理机构"


class ThreeFixed(Enum):
    """What the table of the authorisation fixes (“三定”)."""

    PEOPLE = "定人"
    POST = "定岗"
    DUTY = "定责"


class Authorisation(Record):
    """The papers by which a department authorises its window in one year (窗口授权).

    >>> Authorisation(department="市住建局", year=2026, renewed_on="2026-01-31").year
    2026
    """

    _named_by: ClassVar = "department"
    _moments: ClassVar = ("renewed_on",)

    department: Annotated[str, Field(min_length=1)]
    year: Annotated[int, Field(ge=2000, le=2100)]
    """The year for which they hold."""

    area: AreaField | None = None
    renewed_on: date | None = None
    """The day on which they were revised or issued again (修订更新或重新下达); ``None`` where they were not."""

    documents: tuple[AuthorisationDocument, ...] | None = None
    """Which of them were."""

    three_fixed: tuple[ThreeFixed, ...] | None = None
    """What the table in the letter of authorisation fixes (“三定”情况表)."""

    copy_holders: tuple[CopyHolder, ...] | None = None
    """Who keeps a copy."""

    @property
    def due_on(self) -> date:
        """The last day on which they are renewed in time: 31 January of the year."""
        (term,) = norm("putian-2025/art-17#1").terms
        (stretch,) = term.stretches(date(self.year, 1, 1), date(self.year, 12, 31))
        return stretch.last

    def law_day(self, day: date) -> tuple[date, tuple[str, ...]]:
        """The day of the renewal; where there was none, the last one in time, or *day* where that is still to come."""
        if self.renewed_on is not None:
            return self.renewed_on, ()
        missing = () if "renewed_on" in self.model_fields_set else ("renewed_on",)
        return min(day, self.due_on), missing
