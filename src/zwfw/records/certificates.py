"""E-certificates, and those that are missing (电子证照, 电子证照缺失登记)."""

from enum import Enum
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from zwfw.records._base import AreaField, Moment, Record, out_of_order

__all__ = ["Certificate", "CertificateGap", "GapReporter"]


class Certificate(Record):
    """One e-certificate in the library (电子证照).

    >>> Certificate(name="食品经营许可证", issued_at="2024-05-06", voided_at=None).issued_at.year
    2024
    """

    _named_by: ClassVar = "name"
    _moments: ClassVar = ("issued_at", "voided_at", "cleared_at")
    _dated_by: ClassVar = ("cleared_at",)

    name: Annotated[str, Field(min_length=1)]
    id: str | None = None
    """Its identifier (电子证照标识); :class:`zwfw.codes.CertificateId` takes it apart."""

    area: AreaField | None = None
    issuer: str | None = None
    """The department that generates it (证照生成部门)."""

    issued_at: Moment | None = None
    voided_at: Moment | None = None
    """When it became void (失效); ``None`` where it is valid."""

    cleared_at: Moment | None = None
    """When it was cleared from the library (清理); ``None`` where it is still there."""

    @model_validator(mode="after")
    def _in_order(self) -> "Certificate":
        self._raise_if(out_of_order(self, ("issued_at", "voided_at")))
        return self


class GapReporter(Enum):
    """Who registered that an e-certificate is missing (登记人)."""

    APPLICANT = "申请人"
    """In the app; the issuer then has a number of working days."""

    DEPARTMENT = "业务部门"
    """In the catalogue, on a material; nothing is due by a day."""


class CertificateGap(Record):
    """A registration that an e-certificate is missing (电子证照缺失登记).

    An applicant's registration in the app starts the issuer's clock; a department's in the catalogue starts none.

    >>> gap = CertificateGap(certificate="出生医学证明", reported_by="申请人", registered_at="2025-06-03")
    >>> gap.reported_by
    <GapReporter.APPLICANT: '申请人'>
    """

    _named_by: ClassVar = "certificate"
    _moments: ClassVar = ("registered_at", "supplemented_at")
    _dated_by: ClassVar = ("registered_at",)

    certificate: Annotated[str, Field(min_length=1)]
    """The name of the certificate."""

    area: AreaField | None = None
    issuer: str | None = None
    """The department that is to generate it (证照生成部门)."""

    reported_by: GapReporter | None = None
    in_app: bool | None = None
    """For an applicant's: whether it was registered in the app (闽政通APP)."""

    registered_at: Moment | None = None
    supplemented_at: Moment | None = None
    """When the certificate was generated (补充生成)."""

    @model_validator(mode="after")
    def _in_order(self) -> "CertificateGap":
        self._raise_if(out_of_order(self, ("registered_at", "supplemented_at")))
        return self
