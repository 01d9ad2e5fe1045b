"""Comparisons: one item as two places hold it (同一事项比对)."""

from typing import ClassVar

from zwfw.records._base import Record
from zwfw.records.items import Item

__all__ = ["ItemComparison"]


class ItemComparison(Record):
    """The same item in two places, or at two levels (五级十五同).

    >>> pair = ItemComparison(item=Item(name="节能审查", area="鼓楼区"), other=Item(name="节能审查", area="台江区"))
    >>> pair.item.area.name, pair.other.area.name
    ('鼓楼区', '台江区')
    """

    _parts: ClassVar = ("item", "other")

    item: Item
    other: Item

    @property
    def name_in_reports(self) -> str:
        """The name of the first."""
        return self.item.name_in_reports
