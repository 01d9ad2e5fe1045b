"""Service standards: what an applicant meets with, aspect by aspect (办事标准)."""

from typing import Annotated, ClassVar

from pydantic import Field

from zwfw.records._base import Record

__all__ = ["ServiceStandard"]

_COUNT = Annotated[int, Field(ge=0)]


class ServiceStandard(Record):
    """What an applicant meets with in the aspects that the documents compare (材料、环节、时限、跑动).

    >>> ServiceStandard(materials=["申请表", "身份证"], promised_working_days=5, visits=1).visits
    1
    """

    _named_by: ClassVar = "name"

    name: str | None = None
    """What sets it, as in 引领标准."""

    materials: tuple[str, ...] | None = None
    """The names of the materials."""

    steps: tuple[str, ...] | None = None
    """The steps (办事环节)."""

    promised_working_days: _COUNT | None = None
    visits: _COUNT | None = None
    quantity_limit: _COUNT | None = None
    """How many can be granted (数量限制); ``None`` where there is no limit."""
