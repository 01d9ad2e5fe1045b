"""Readers of what portals publish, and the JSON Schema of the records (门户数据读取).

A reader takes what a portal gives as it stands. What it understands becomes records; what nobody reads is kept aside;
what cannot be read is told by record and field, and the rest goes on. A field that a portal does not carry is not
stated, so that a rule that needs it answers that it cannot know. :func:`json_schema` describes the records to others.

>>> from zwfw.interop import guangdong
>>> found = guangdong.read('{"TASK_NAME": "节能审查", "handle_time_limit": "7(工作日)", "visit_number": "-1"}')
>>> found.items[0].promised_working_days, [str(fault) for fault in found.faults]
(7, ["record 0: expected a whole number from 0 to 99, got '-1' @ visit_number"])
"""

from zwfw.interop import fujian_portal, guangdong
from zwfw.interop.results import FieldFault, FieldRead, KeptField, PortalRecords
from zwfw.interop.schemas import json_schema, record_kinds

__all__ = [
    "FieldFault",
    "FieldRead",
    "KeptField",
    "PortalRecords",
    "fujian_portal",
    "guangdong",
    "json_schema",
    "record_kinds",
]
