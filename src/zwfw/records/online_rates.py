"""Online rates: the share of matters that are done online throughout (全程网办率)."""

from typing import Annotated, ClassVar

from pydantic import Field

from zwfw.records._base import AreaField, Record
from zwfw.records.elements import ItemType
from zwfw.records.items import Item
from zwfw.records.online_depths import DepthField

__all__ = ["OnlineMatter", "OnlineRate"]


class OnlineMatter(Record):
    """One matter as it counts for a rate (计入全程网办率的事项)."""

    _named_by: ClassVar = "name"

    name: Annotated[str, Field(min_length=1)]
    is_licence: bool | None = None
    """Whether it is a licence (行政许可事项)."""

    secret: bool | None = None
    """Whether it is a secret one (涉密)."""

    on_site_by_law: bool | None = None
    """Whether a law or regulation expressly wants it handled on site (法律法规明确规定必须现场办理)."""

    online_depth: DepthField | None = None

    @classmethod
    def of(cls, item: Item, *, on_site_by_law: bool | None = None) -> "OnlineMatter":
        """The matter that an item is; what the item does not state stays unknown.

        Args:
            item: The item.
            on_site_by_law: Whether a law or regulation wants it handled on site, which an item does not say; ``None``
                where that is not known.

        >>> OnlineMatter.of(Item(name="节能审查", item_type="行政许可", secret=False))
        OnlineMatter(name='节能审查', is_licence=True, secret=False)
        """
        facts: dict[str, object] = {"name": item.name}
        facts |= {name: getattr(item, name) for name in ("secret", "online_depth") if name in item.model_fields_set}
        if "item_type" in item.model_fields_set:
            facts["is_licence"] = item.item_type is ItemType.LICENCE
        if on_site_by_law is not None:
            facts["on_site_by_law"] = on_site_by_law
        return cls.model_validate(facts)


class OnlineRate(Record):
    """On what a share of matters done online throughout was worked out (全程网办率).

    >>> OnlineRate(name="2025年全程网办率", matters=[{"name": "甲", "online_depth": "Ⅳ级"}], counted=1).counted
    1
    """

    _named_by: ClassVar = "name"
    _parts: ClassVar = ("matters",)

    name: Annotated[str, Field(min_length=1)]
    area: AreaField | None = None
    licences_only: bool | None = None
    """Whether it is the rate of licences alone (行政许可事项全程网办率)."""

    matters: tuple[OnlineMatter, ...] | None = None
    """All matters, with those that are left out."""

    counted: Annotated[int, Field(ge=0)] | None = None
    """How many matters it is a share of (分母)."""

    counted_online: Annotated[int, Field(ge=0)] | None = None
    """How many of those are done online throughout (分子)."""
