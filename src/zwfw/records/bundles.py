"""Bundles: several items as one thing (“一件事”集成套餐)."""

from typing import Annotated, ClassVar

from pydantic import Field

from zwfw.records._base import AreaField, Record

__all__ = ["Bundle"]


class Bundle(Record):
    """Several items that are handled as one (一件事).

    >>> Bundle(name="新生儿出生", items=["出生医学证明", "户口登记", "医保参保"]).items[1]
    '户口登记'
    """

    _named_by: ClassVar = "name"

    name: Annotated[str, Field(min_length=1)]
    area: AreaField | None = None
    items: tuple[str, ...] | None = None
    """The names or codes of its items."""

    departments: tuple[str, ...] | None = None
    """The departments that handle them."""

    crosses_levels: bool | None = None
    """Whether it takes departments of several levels (跨层级)."""

    is_closely_related: bool | None = None
    """Whether its items are closely related (关联性强)."""

    is_numerous: bool | None = None
    """Whether it is handled often, in numbers (办理量大)."""

    in_great_demand: bool | None = None
    """Whether many people ask for it (办事需求量大)."""

    is_frequent: bool | None = None
    """Whether it is handled often, in time (办理频率高)."""

    is_concentrated_in_time: bool | None = None
    """Whether its items are handled at about the same time (办理时间相对集中)."""

    concerns_many: bool | None = None
    """Whether it touches many people (涉及面广)."""

    on_priority_list: bool | None = None
    """Whether a priority list of the State Council or the province has it (重点事项清单)."""

    on_platform: bool | None = None
    """Whether it is handled on the integrated platform (一体化平台)."""

    fully_online: bool | None = None
    """Whether it is done online from end to end (线上全流程办理)."""

    visits: Annotated[int, Field(ge=0)] | None = None
    """How often people have to come where it is done offline (跑动次数); ``None`` where it is not done offline."""

    places: Annotated[int, Field(ge=0)] | None = None
    """In how many places it is handled offline (办理地点数); ``None`` where it is not done offline."""

    windows: Annotated[int, Field(ge=0)] | None = None
    """At how many windows it is handled offline (办理窗口数); ``None`` where it is not done offline."""
