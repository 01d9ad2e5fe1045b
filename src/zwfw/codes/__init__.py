"""Codes of items, bodies and certificates: parsed, built and validated (事项编码, 统一社会信用代码, 电子证照标识).

Every kind of code has the same four ways in:

- ``parse(text)`` is strict: it gives the code, or raises a :class:`CodeError` that names every part that is wrong.
- ``read(text)`` is lenient: it gives a :class:`Reading` with what could be read and the faults, and raises nothing.
- ``validate(text)`` gives the faults alone; none means that the text is right.
- ``build(...)`` puts a code together from its parts, with its check digit, and is strict.

>>> str(parse_item_code("113501000036049501300010914100Y").base)
'00010914100Y'
>>> [str(fault) for fault in CreditCode.validate("13440000515356094L")]
["expected 'A', got 'L' @ check"]
"""

from zwfw.codes.certificates import CertificateId
from zwfw.codes.credit import CreditCode
from zwfw.codes.faults import CodeError, Fault, Reading
from zwfw.codes.items import (
    BaseCode,
    FujianCode,
    HandlingCode,
    ImplementationCode,
    ItemCode,
    parse_item_code,
    read_item_code,
)

__all__ = [
    "BaseCode",
    "CertificateId",
    "CodeError",
    "CreditCode",
    "Fault",
    "FujianCode",
    "HandlingCode",
    "ImplementationCode",
    "ItemCode",
    "Reading",
    "parse_item_code",
    "read_item_code",
]
