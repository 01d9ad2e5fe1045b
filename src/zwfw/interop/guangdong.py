"""Records of Guangdong's items, as its portal shows them (广东政务服务网).

One flat object an item. 无 means that nothing is stated, so no field of the item is stated by it, not even as none.
The codes of its areas are of Guangdong, which this library does not hold: they are kept aside, and an item is held
against the norms of the context's area.
"""

from collections.abc import Mapping

from zwfw.interop._fields import Facts, Fields, Page
from zwfw.interop._json import Source, records_in
from zwfw.interop._values import Reading, line, names, term, visits
from zwfw.interop.results import PortalRecords
from zwfw.records import ExercisingLevel, Item, Material

__all__ = ["read"]

_ITEM: Mapping[str, tuple[str, Reading]] = {
    "code": ("TASK_CODE", line),
    "item_type": ("TASK_TYPE_TEXT", line),
    "exercising_level": ("matter_level", term(ExercisingLevel)),
    "department": ("DEPT_NAME", line),
    "service_objects": ("service_object_name", names),
    "visits": ("visit_number", visits),
}
"""What an item states, and the field that says it, where one field is enough."""


def read(source: Source) -> PortalRecords:
    """Read items of Guangdong.

    Of a material nothing but its name is known.

    Args:
        source: One item, a list of items, or one item a line; as text, as bytes, or parsed.

    Returns:
        What was read, what was kept aside, and what could not be read.

    Raises:
        MalformedJSONError: If a text is neither JSON nor JSON Lines.

    >>> found = read('{"TASK_NAME": "节能审查", "handle_time": "无", "handle_time_limit": "20(自然日)"}')
    >>> found.items
    (Item(name='节能审查', promised_calendar_days=20),)
    >>> [(each.path, each.value) for each in found.unknown]
    [('handle_time', '无')]
    """
    page = Page()
    for value in records_in(source):
        fields = page.open(value)
        if fields is not None:
            _item(page, fields)
            fields.close()
    return page.result()


def _item(page: Page, fields: Fields) -> None:
    facts: Facts = {}
    into = f"items[{len(page.items)}]"
    if not fields.state_name(facts, "TASK_NAME", into):
        return
    fields.state_all(facts, _ITEM, into)
    for time, field in (("statutory", "handle_time"), ("promised", "handle_time_limit")):
        fields.state_time(facts, time, field, into)
    materials = tuple(Material(name=each) for each in fields.find("material_intro", names) or ())
    if materials:
        facts["materials"] = materials
        fields.mark("material_intro", f"{into}.materials")
        page.materials += materials
    page.items.append(Item(**facts))
