"""Codes of service items: base, implementation and handling item, and Fujian's own (事项编码).

What the numbers of the item types mean differs between provinces, their labels do not: 20 is 其他行政权力 in Guangdong
and 公共服务 in Fujian. The tables of national codes, of Fujian and of Guangdong are held. Of the codes of another
province the type is kept as it is and has no label.
"""

import re
from collections.abc import Mapping
from typing import ClassVar, Self

import attrs

from zwfw.codes.credit import ORGANISATION, ORGANISATION_EXPECTED, CreditCode
from zwfw.codes.faults import Code, Fault, Reading, amiss, misshapen, sound, tidied, within

__all__ = [
    "BaseCode",
    "FujianCode",
    "HandlingCode",
    "ImplementationCode",
    "ItemCode",
    "parse_item_code",
    "read_item_code",
]

_TYPES = {
    "01": "行政许可",
    "02": "行政处罚",
    "03": "行政强制",
    "04": "行政征收",
    "05": "行政给付",
    "06": "行政检查",
    "07": "行政确认",
    "08": "行政奖励",
    "09": "行政裁决",
    "10": "其他行政权力",
    "20": "公共服务",
}
_TYPES_BY_AREA: Mapping[str, Mapping[str, str]] = {
    "00": _TYPES,
    "35": _TYPES,
    "44": {**_TYPES, "20": "其他行政权力", "21": "公共服务"},
}
_LEVELS = {"1": "国", "2": "省", "3": "市", "4": "县", "5": "乡"}
_LETTERS = {
    "XK": "行政许可",
    "XF": "行政处罚",
    "XZ": "行政强制",
    "XS": "行政征收",
    "XG": "行政给付",
    "XC": "行政检查",
    "QR": "行政确认",
    "JL": "行政奖励",
    "CJ": "行政裁决",
    "GF": "公共服务",
}
_OTHER = "其他行政权力"

_BASE_LENGTH = 12
_IMPLEMENTATION_LENGTH = 31
_HANDLING_LENGTH = 33
_FUJIAN_LENGTH = 26
_ORGANISATION_LENGTH = 9


@attrs.frozen(kw_only=True)
class BaseCode(Code):
    """The base code of an item in the catalogue (基本编码), 12 characters (GB/T 39554.1-2020).

    Attributes:
        area: 2 digits, ``00`` for a national item, else the province.
        item_type: The item type (事项类型), 2 digits.
        main: The main item (主项), 5 digits.
        sub: The sub-item (子项), 3 digits; ``00Y`` for a main item with children.

    >>> code = BaseCode.parse("00010914100Y")
    >>> code.item_type_label, code.is_national, code.has_children
    ('行政许可', True, True)
    """

    noun: ClassVar[str] = "base code"

    area: str
    item_type: str
    main: str
    sub: str

    def __str__(self) -> str:
        return f"{self.area}{self.item_type}{self.main}{self.sub}"

    @classmethod
    def build(cls, *, area: str, item_type: str, main: str, sub: str) -> Self:
        """Put a code together.

        Raises:
            CodeError: If a part is not as it should be; all such parts are named.
        """
        return sound(cls(area=area, item_type=item_type, main=main, sub=sub))

    @classmethod
    def cut(cls, text: str) -> tuple[Self | None, tuple[Fault, ...]]:
        """The code with its parts as they stand in a tidy text; ``None`` and why where it cannot be taken apart."""
        if len(text) != _BASE_LENGTH:
            return None, misshapen(text, f"{_BASE_LENGTH} characters")
        return cls(area=text[:2], item_type=text[2:4], main=text[4:9], sub=text[9:]), ()

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with the parts; a type is looked up where the table of the area is held."""
        types = _TYPES_BY_AREA.get(self.area)
        pattern, expected = ("|".join(types), f"one of {', '.join(types)}") if types else ("[0-9]{2}", "2 digits")
        return (
            *amiss("area", self.area, "[0-9]{2}", "2 digits"),
            *amiss("item_type", self.item_type, pattern, expected),
            *amiss("main", self.main, "[0-9]{5}", "5 digits"),
            *amiss("sub", self.sub, "[0-9]{3}|00Y", "3 digits or '00Y'"),
        )

    @property
    def is_national(self) -> bool:
        """Whether the item is one of the whole country, not of one province."""
        return self.area == "00"

    @property
    def has_children(self) -> bool:
        """Whether it is a main item with sub-items."""
        return self.sub == "00Y"

    @property
    def item_type_label(self) -> str | None:
        """The item type in words; ``None`` where no table says it."""
        return _TYPES_BY_AREA.get(self.area, {}).get(self.item_type)


@attrs.frozen(kw_only=True)
class ImplementationCode(Code):
    """The code of an item as one body carries it out (实施编码), 31 characters (GB/T 39554.1-2020).

    Attributes:
        credit: The credit code of the body, 18 characters.
        level: The exercising level (行使层级), 1 digit.
        base: The base code, 12 characters.

    >>> code = ImplementationCode.parse("113501000036049501300010914100Y")
    >>> str(code.credit), code.level_label, str(code.base)
    ('113501000036049501', '市', '00010914100Y')
    """

    noun: ClassVar[str] = "implementation code"

    credit: CreditCode
    level: str
    base: BaseCode

    def __str__(self) -> str:
        return f"{self.credit}{self.level}{self.base}"

    @classmethod
    def build(cls, *, credit: CreditCode, level: str, base: BaseCode) -> Self:
        """Put a code together.

        Raises:
            CodeError: If a part is not as it should be; all such parts are named.
        """
        return sound(cls(credit=credit, level=level, base=base))

    @classmethod
    def cut(cls, text: str) -> tuple[Self | None, tuple[Fault, ...]]:
        """The code with its parts as they stand in a tidy text; ``None`` and why where it cannot be taken apart."""
        credit, _ = CreditCode.cut(text[:18])
        base, _ = BaseCode.cut(text[19:])
        if credit is None or base is None:
            return None, misshapen(text, f"{_IMPLEMENTATION_LENGTH} characters")
        return cls(credit=credit, level=text[18], base=base), ()

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with the parts."""
        return (
            *within("credit", self.credit.faults),
            *amiss("level", self.level, "[1-5]", f"one of {', '.join(_LEVELS)}"),
            *within("base", self.base.faults),
        )

    @property
    def level_label(self) -> str | None:
        """The exercising level in words; ``None`` where the digit is none of the five."""
        return _LEVELS.get(self.level)


@attrs.frozen
class HandlingCode(Code):
    """The code of a handling item, one way in which an item is handled (办理项编码), 33 characters (GB/T 39554.1-2020).

    Attributes:
        implementation: The implementation code, 31 characters.
        number: The number of the handling item, 2 digits.

    >>> HandlingCode.parse("113501000036049501300010914100Y01").number
    '01'
    """

    noun: ClassVar[str] = "handling-item code"

    implementation: ImplementationCode
    number: str

    def __str__(self) -> str:
        return f"{self.implementation}{self.number}"

    @classmethod
    def build(cls, implementation: ImplementationCode, number: str) -> Self:
        """Put a code together.

        Raises:
            CodeError: If a part is not as it should be; all such parts are named.
        """
        return sound(cls(implementation, number))

    @classmethod
    def cut(cls, text: str) -> tuple[Self | None, tuple[Fault, ...]]:
        """The code with its parts as they stand in a tidy text; ``None`` and why where it cannot be taken apart."""
        implementation, _ = ImplementationCode.cut(text[:-2])
        if implementation is None:
            return None, misshapen(text, f"{_HANDLING_LENGTH} characters")
        return cls(implementation, text[-2:]), ()

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with the parts."""
        return (
            *within("implementation", self.implementation.faults),
            *amiss("number", self.number, "[0-9]{2}", "2 digits"),
        )


@attrs.frozen(kw_only=True)
class FujianCode(Code):
    """Fujian's own code of an item (福建省事项编码): whose it is, two letters for its type, and a number.

    Today's form has the credit code of the body and 6 digits. The older one has the 9 characters of its organisation
    code; how many digits follow there is not documented, so any number of them is read, at least one. What the digits
    mean is not documented for either.

    Attributes:
        owner: The credit code of the body (18 characters) or its organisation code (9 characters).
        letters: Two capital letters for the item type.
        number: The digits behind them.

    >>> code = FujianCode.parse("113501000036049501XK200106")
    >>> code.letters, code.item_type_label, code.number, code.is_older
    ('XK', '行政许可', '200106', False)
    >>> FujianCode.parse("003604950XK098").organisation
    '003604950'
    """

    noun: ClassVar[str] = "item code of Fujian"

    owner: str
    letters: str
    number: str

    def __str__(self) -> str:
        return f"{self.owner}{self.letters}{self.number}"

    @classmethod
    def build(cls, *, owner: str | CreditCode, letters: str, number: str) -> Self:
        """Put a code together.

        Raises:
            CodeError: If a part is not as it should be; all such parts are named.
        """
        return sound(cls(owner=str(owner), letters=letters, number=number))

    @classmethod
    def cut(cls, text: str) -> tuple[Self | None, tuple[Fault, ...]]:
        """The code with its parts as they stand in a tidy text; ``None`` and why where it cannot be taken apart."""
        # The letters may be anywhere where the length is wrong; where it is right they stand behind the credit code.
        found = None if re.fullmatch(".{18}[A-Z]{2}.{6}", text) else re.fullmatch("(.*)([A-Z]{2})([0-9]*)", text)
        if found:
            return cls(owner=found[1], letters=found[2], number=found[3]), ()
        if len(text) == _FUJIAN_LENGTH:
            return cls(owner=text[:18], letters=text[18:20], number=text[20:]), ()
        expected = f"{_FUJIAN_LENGTH} characters, or an organisation code with two letters and digits"
        return None, misshapen(text, expected)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with the parts."""
        credit = self.credit
        if credit is not None:
            owner = tuple(within("owner", credit.faults))
        elif self.is_older:
            owner = tuple(amiss("owner", self.owner, ORGANISATION, ORGANISATION_EXPECTED))
        else:
            expected = "a credit code (18 characters) or an organisation code (9 characters)"
            owner = (Fault(part="owner", value=self.owner, expected=expected),)
        digits = ("[0-9]+", "digits") if credit is None else ("[0-9]{6}", "6 digits")
        return (
            *owner,
            *amiss("letters", self.letters, "[A-Z]{2}", "2 capital letters"),
            *amiss("number", self.number, *digits),
        )

    @property
    def is_older(self) -> bool:
        """Whether it is of the older form, with an organisation code."""
        return len(self.owner) == _ORGANISATION_LENGTH

    @property
    def credit(self) -> CreditCode | None:
        """The credit code of the body; ``None`` in the older form."""
        return CreditCode.cut(self.owner)[0]

    @property
    def organisation(self) -> str | None:
        """The organisation code of the body, in either form; ``None`` where the owner cannot be read."""
        credit = self.credit
        if credit is not None:
            return credit.organisation
        return self.owner if self.is_older else None

    @property
    def item_type_label(self) -> str:
        """The item type in words; letters that stand for no other type are 其他行政权力."""
        return _LETTERS.get(self.letters, _OTHER)


ItemCode = BaseCode | ImplementationCode | HandlingCode | FujianCode
"""A code of an item, of whichever kind."""

_BY_LENGTH: Mapping[int, type[ItemCode]] = {
    _BASE_LENGTH: BaseCode,
    _IMPLEMENTATION_LENGTH: ImplementationCode,
    _HANDLING_LENGTH: HandlingCode,
}


def read_item_code(text: str) -> Reading[ItemCode]:
    """Read an item code leniently, of the kind that its length tells: 12, 31 or 33 characters, else Fujian's own.

    A code of Fujian's older form with one digit or with 20 or 22 has such a length too; :class:`FujianCode` reads it.

    >>> reading = read_item_code("13440000515356094L2442199644000")
    >>> type(reading.code).__name__, [str(fault) for fault in reading.faults]
    ('ImplementationCode', ["expected 'A', got 'L' @ credit.check"])
    """
    kind = _BY_LENGTH.get(len(tidied(text)), FujianCode)
    reading: Reading[ItemCode] = kind.read(text)
    if reading.code is not None:
        return reading
    lengths = "12, 31 or 33 characters or a code of Fujian's own form"
    faults = [attrs.evolve(each, expected=lengths) if each.part == "length" else each for each in reading.faults]
    return attrs.evolve(reading, noun="item code", faults=tuple(faults))


def parse_item_code(text: str) -> ItemCode:
    """Read an item code strictly, of the kind that :func:`read_item_code` takes it for.

    Raises:
        CodeError: If anything is wrong, with every part that is.
    """
    return read_item_code(text).strict()
