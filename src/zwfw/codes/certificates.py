"""The identifier of an e-certificate (电子证照标识)."""

from typing import ClassVar, Self

import attrs

from zwfw.codes.credit import LENGTH as CREDIT_LENGTH
from zwfw.codes.credit import CreditCode
from zwfw.codes.faults import Code, Fault, amiss, sound, strange, within

__all__ = ["CertificateId"]

ROOT = "1.2.156.3005.2"
"""What every identifier begins with (电子证照根代码)."""

_FIELDS = 10
_ROOT_FIELDS = 5
_TYPE_LENGTH = 21
_AREA_LENGTH = 6


@attrs.frozen(kw_only=True)
class CertificateId(Code):
    """The identifier of an e-certificate (电子证照标识), its fields parted by dots (GB/T 36904).

    Whether the last three characters of the type and the version are digits only, how long the serial is and what it
    says is not documented here: they are kept as text, and digits and capital letters are taken, which are the
    characters of the check. Whether an area exists is not checked.

    Attributes:
        certificate_type: The type of certificate (证照类型代码): a credit code and 3 characters.
        issuer: Who issued it (证照颁发机构代码): a credit code, or an area of 6 digits.
        serial: The serial (流水号).
        version: The version (版本号), 3 characters.
        check: The check character (校验位), ISO 7064 MOD 37,36 over the four fields before it, joined without dots.
        root: The root, ``1.2.156.3005.2``.

    >>> code = CertificateId.build(
    ...     certificate_type="113501000036049501001", issuer="350100", serial="1", version="001"
    ... )
    >>> CertificateId.parse(str(code)).issuer_area
    '350100'
    """

    noun: ClassVar[str] = "e-certificate identifier"

    certificate_type: str
    issuer: str
    serial: str
    version: str
    check: str
    root: str = ROOT

    def __str__(self) -> str:
        return ".".join((self.root, *self._body, self.check))

    @classmethod
    def build(cls, *, certificate_type: str, issuer: str | CreditCode, serial: str, version: str) -> Self:
        """Put an identifier together and work out its check character.

        Raises:
            CodeError: If a part is not as it should be; all such parts are named.
        """
        code = cls(certificate_type=certificate_type, issuer=str(issuer), serial=serial, version=version, check="0")
        return sound(code if code._body_faults else attrs.evolve(code, check=code._due))

    @classmethod
    def cut(cls, text: str) -> tuple[Self | None, tuple[Fault, ...]]:
        """The code with its parts as they stand in a tidy text; ``None`` and why where it cannot be taken apart."""
        fields = text.split(".")
        if len(fields) != _FIELDS:
            expected = f"{ROOT} and 5 fields, all parted by dots"
            return None, (Fault(part="fields", value=text, expected=expected), *strange(text.replace(".", "")))
        certificate_type, issuer, serial, version, check = fields[_ROOT_FIELDS:]
        return cls(
            certificate_type=certificate_type,
            issuer=issuer,
            serial=serial,
            version=version,
            check=check,
            root=".".join(fields[:_ROOT_FIELDS]),
        ), ()

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with the parts; the check is worked out only where the fields before it can be right."""
        root = () if self.root == ROOT else (Fault(part="root", value=self.root, expected=repr(ROOT)),)
        found = self._body_faults
        if found:
            return (*root, *found, *amiss("check", self.check, "[0-9A-Z]", "a digit or capital letter"))
        return (*root, *amiss("check", self.check, self._due, repr(self._due)))

    @property
    def type_owner(self) -> CreditCode | None:
        """The credit code in the type of certificate; ``None`` where the type cannot be taken apart."""
        if len(self.certificate_type) != _TYPE_LENGTH:
            return None
        return CreditCode.cut(self.certificate_type[:CREDIT_LENGTH])[0]

    @property
    def type_number(self) -> str | None:
        """The 3 characters behind it; ``None`` where the type cannot be taken apart."""
        return self.certificate_type[CREDIT_LENGTH:] if len(self.certificate_type) == _TYPE_LENGTH else None

    @property
    def issuer_credit(self) -> CreditCode | None:
        """The credit code of the issuer; ``None`` where it is not named by one."""
        return CreditCode.cut(self.issuer)[0]

    @property
    def issuer_area(self) -> str | None:
        """The area of the issuer; ``None`` where it is not named by one."""
        return self.issuer if len(self.issuer) == _AREA_LENGTH else None

    @property
    def _body(self) -> tuple[str, str, str, str]:
        return self.certificate_type, self.issuer, self.serial, self.version

    @property
    def _body_faults(self) -> tuple[Fault, ...]:
        return (
            *self._type_faults,
            *self._issuer_faults,
            *amiss("serial", self.serial, "[0-9A-Z]+", "digits and capital letters"),
            *amiss("version", self.version, "[0-9A-Z]{3}", "3 digits or capital letters"),
        )

    @property
    def _type_faults(self) -> tuple[Fault, ...]:
        owner, number = self.type_owner, self.type_number
        if owner is None or number is None:
            expected = "a credit code (18 characters) and 3 characters"
            return (Fault(part="certificate_type", value=self.certificate_type, expected=expected),)
        return (
            *within("certificate_type.owner", owner.faults),
            *amiss("certificate_type.number", number, "[0-9A-Z]{3}", "3 digits or capital letters"),
        )

    @property
    def _issuer_faults(self) -> tuple[Fault, ...]:
        credit = self.issuer_credit
        if credit is not None:
            return tuple(within("issuer", credit.faults))
        return tuple(amiss("issuer", self.issuer, "[0-9]{6}", "a credit code (18 characters) or an area of 6 digits"))

    @property
    def _due(self) -> str:
        from stdnum.iso7064.mod_37_36 import calc_check_digit

        return calc_check_digit("".join(self._body))
