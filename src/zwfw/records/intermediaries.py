"""Intermediary services that an approval compels people to use (强制性中介服务事项)."""

from typing import Annotated, ClassVar

from pydantic import Field

from zwfw.records._base import AreaField, Moment, Record
from zwfw.records.bases import LegalBasis

__all__ = ["IntermediaryService"]


class IntermediaryService(Record):
    """One compulsory intermediary service (强制性中介服务事项).

    >>> IntermediaryService(name="机动车安全技术检验", limit_working_days=1).name
    '机动车安全技术检验'
    """

    _named_by: ClassVar = "name"
    _moments: ClassVar = ("listed_at", "reviewed_at", "published_at")
    _parts: ClassVar = ("bases",)

    name: Annotated[str, Field(min_length=1)]
    area: AreaField | None = None
    kind: str | None = None
    """Its type (类型)."""

    bases: tuple[LegalBasis, ...] | None = None
    """What compels people to use it (依据); empty where nothing does."""

    limit_working_days: Annotated[int, Field(ge=0)] | None = None
    """How long it may take (时限); ``None`` where nothing is stated."""

    on_licence_list: bool | None = None
    """Whether the province's licence list sets it (《行政许可事项清单》的中介服务设置)."""

    on_provincial_list: bool | None = None
    """Whether the province's list of intermediary services has it."""

    listed_at: Moment | None = None
    """When the provincial department listed it (梳理更新)."""

    reviewed_at: Moment | None = None
    """When the provincial reform office reviewed it (审核汇总)."""

    published_at: Moment | None = None
    """When it was published on the provincial online hall (公布)."""

    on_provincial_hall: bool | None = None
    """Whether it is public on the provincial online hall."""

    kept_up_to_date: bool | None = None
    """Whether what is public of it is kept up to date (动态更新)."""
