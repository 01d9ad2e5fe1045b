"""The unified social credit code of a body (统一社会信用代码)."""

from typing import ClassVar, Self

import attrs

from zwfw.codes.faults import Code, Fault, amiss, misshapen, sound

__all__ = ["CreditCode"]

LENGTH = 18
LETTERS = "0-9A-HJ-NP-RTUWXY"
"""The letters I, O, S, V and Z are left out, as in python-stdnum."""

ORGANISATION = f"[{LETTERS}]{{9}}"
ORGANISATION_EXPECTED = "9 digits or capital letters without I, O, S, V, Z"


@attrs.frozen(kw_only=True)
class CreditCode(Code):
    """A unified social credit code (统一社会信用代码), 18 characters.

    The parts and the check digit are those of python-stdnum, which takes the first eight for digits. What the values of
    the authority and of the kind of body mean, and whether the area exists, is not checked; nor is the check digit that
    the organisation code may have within itself. All of them are kept as text.

    Attributes:
        authority: The registering authority (登记管理部门), 1 digit.
        entity_type: The kind of body (机构类别), 1 digit.
        area: The area of registration (登记管理机关行政区划), 6 digits.
        organisation: The organisation code (主体标识码), 9 characters.
        check: The check digit (校验码), 1 character.

    >>> code = CreditCode.parse("113501000036049501")
    >>> code.area, code.organisation, code.check
    ('350100', '003604950', '1')
    >>> str(CreditCode.build(authority="1", entity_type="1", area="440000", organisation="006939756"))
    '11440000006939756B'
    """

    noun: ClassVar[str] = "credit code"

    authority: str
    entity_type: str
    area: str
    organisation: str
    check: str

    def __str__(self) -> str:
        return f"{self._body}{self.check}"

    @classmethod
    def build(cls, *, authority: str, entity_type: str, area: str, organisation: str) -> Self:
        """Put a code together and work out its check digit.

        Raises:
            CodeError: If a part is not as it should be; all such parts are named.
        """
        code = cls(authority=authority, entity_type=entity_type, area=area, organisation=organisation, check="0")
        return sound(code if code._body_faults else attrs.evolve(code, check=code._due))

    @classmethod
    def cut(cls, text: str) -> tuple[Self | None, tuple[Fault, ...]]:
        """The code with its parts as they stand in a tidy text; ``None`` and why where it cannot be taken apart."""
        if len(text) != LENGTH:
            return None, misshapen(text, f"{LENGTH} characters")
        code = cls(authority=text[0], entity_type=text[1], area=text[2:8], organisation=text[8:17], check=text[17])
        return code, ()

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with the parts; the check digit is worked out only where the other parts can be right."""
        found = self._body_faults
        if found:
            return (*found, *amiss("check", self.check, f"[{LETTERS}]", "a digit or capital letter of such a code"))
        return tuple(amiss("check", self.check, self._due, repr(self._due)))

    @property
    def _body(self) -> str:
        return f"{self.authority}{self.entity_type}{self.area}{self.organisation}"

    @property
    def _body_faults(self) -> tuple[Fault, ...]:
        return (
            *amiss("authority", self.authority, "[0-9]", "a digit"),
            *amiss("entity_type", self.entity_type, "[0-9]", "a digit"),
            *amiss("area", self.area, "[0-9]{6}", "6 digits"),
            *amiss("organisation", self.organisation, ORGANISATION, ORGANISATION_EXPECTED),
        )

    @property
    def _due(self) -> str:
        from stdnum.cn.uscc import calc_check_digit

        return calc_check_digit(self._body)
