"""Intermediary agencies: who offers intermediary services (中介服务机构)."""

from enum import Enum
from typing import Annotated, ClassVar

from pydantic import Field

from zwfw.records._base import AreaField, Record, known_or_text

__all__ = ["AgencyDisclosure", "IntermediaryAgency"]


class AgencyDisclosure(Enum):
    """What the guide of an agency states (中介服务指南公开内容); the texts leave the list open."""

    CONDITIONS = "服务条件"
    PROCESS = "流程"
    TIME = "时限"
    FEES = "收费标准"


class IntermediaryAgency(Record):
    """One agency that offers intermediary services (中介服务机构)."""

    _named_by: ClassVar = "name"

    name: Annotated[str, Field(min_length=1)]
    area: AreaField | None = None
    guide_states: tuple[Annotated[AgencyDisclosure | str, known_or_text(AgencyDisclosure)], ...] | None = None
    """What its published guide states; ``None`` where it has none."""

    credit_rated: bool | None = None
    """Whether it is rated for credit (信用评价)."""

    supervised_by_credit: bool | None = None
    """Whether it is supervised by grade and class of its credit (信用分级分类监管)."""

    qualification_followed: bool | None = None
    """Whether its qualification is managed as it changes (资质动态管理)."""
