"""Comparisons: one item as two places hold it (同一事项比对)."""

from typing import ClassVar

from zwfw.records._base import AreaField, Record
from zwfw.records.items import Item

__all__ = ["ItemComparison"]


class ItemComparison(Record):
    """The same item in two places, or at two levels (五级十五同).

    That it is the same item is what the pair states; whether its elements are alike is asked of it.

    >>> pair = ItemComparison(item=Item(name="节能审查", area="城厢区"), other=Item(name="节能审查", area="仙游县"))
    >>> pair.item.area.name, pair.other.area.name
    ('城厢区', '仙游县')
    """

    _parts: ClassVar = ("item", "other")

    area: AreaField | None = None
    """The area by whose documents the two are held together; the context's area where it is not stated."""

    item: Item
    other: Item

    @property
    def name_in_reports(self) -> str:
        """The name of the first."""
        return self.item.name_in_reports
