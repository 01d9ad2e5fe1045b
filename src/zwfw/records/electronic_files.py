"""Electronic signatures, seals, certificates and archives, and the systems that make them (电子文件)."""

from enum import Enum
from typing import Annotated, ClassVar

from pydantic import Field

from zwfw.records._base import AreaField, Moment, Record

__all__ = ["ElectronicFile", "ElectronicFileKind", "ElectronicFileSystem", "ElectronicSeal"]


class ElectronicFileKind(Enum):
    """An electronic form that stands for a traditional one (电子形式)."""

    SIGNATURE = "电子签名(印章)"
    CERTIFICATE = "电子证照"
    ARCHIVE = "电子档案"


class ElectronicFile(Record):
    """One electronic signature, seal, certificate or archive (电子文件).

    >>> ElectronicFile(name="2025年审批档案", kind="电子档案", managed_by_rule=True).kind
    <ElectronicFileKind.ARCHIVE: '电子档案'>
    """

    _named_by: ClassVar = "name"

    name: Annotated[str, Field(min_length=1)]
    area: AreaField | None = None
    kind: ElectronicFileKind | None = None
    meets_signature_law: bool | None = None
    """Whether it meets the Electronic Signature Law (符合《中华人民共和国电子签名法》)."""

    managed_by_rule: bool | None = None
    """For an archive: whether it is managed by rule (规范管理)."""

    from_online_approval: bool | None = None
    """For an archive: whether it comes from an approval online (网上审批)."""

    stored_by_rule: bool | None = None
    """For an archive: whether it is stored by rule (规范存储)."""

    refused_as_electronic: bool | None = None
    """Whether it was refused because it is electronic (因是电子形式而不予认可)."""

    relied_upon: bool | None = None
    """Whether a matter was handled on its strength (作为办事依据), or it was used as a voucher (作为凭证使用)."""


class ElectronicFileSystem(Record):
    """One system for electronic forms, or one of business that files them (电子签名、电子证照、电子档案系统).

    >>> ElectronicFileSystem(name="市民政局档案系统", kind="电子档案", is_self_built=True, is_new=False).kind
    <ElectronicFileKind.ARCHIVE: '电子档案'>
    """

    _named_by: ClassVar = "name"

    name: Annotated[str, Field(min_length=1)]
    area: AreaField | None = None
    kind: ElectronicFileKind | None = None
    """What it makes; ``None`` where it is a system of business and makes none of them."""

    is_self_built: bool | None = None
    """Whether a department built it for itself (自建)."""

    is_platform: bool | None = None
    """For a system of business: whether it is the integrated platform (一体化平台)."""

    is_new: bool | None = None
    """Whether it was built after the norms came into force (新建)."""

    merged_into_platform: bool | None = None
    """Whether it was merged into that of the integrated platform (并入一体化平台)."""

    has_filing_function: bool | None = None
    """For a system of business: whether its function for filing electronic documents is full (电子文件归档功能)."""

    follows_file_measures: bool | None = None
    """For an archive system: whether it keeps 国办发〔2023〕26号."""

    follows_archive_measures: bool | None = None
    """For an archive system: whether it keeps 闽档〔2024〕8号."""


class ElectronicSeal(Record):
    """One e-seal of a holder (电子印章).

    >>> ElectronicSeal(holder="厦门甲商贸有限公司", is_of_business=True, issued_at="2025-06-03").issued_at
    datetime.date(2025, 6, 3)
    """

    _named_by: ClassVar = "holder"
    _moments: ClassVar = ("licence_issued_at", "issued_at")
    _dated_by: ClassVar = ("issued_at", "licence_issued_at")

    holder: Annotated[str, Field(min_length=1)]
    area: AreaField | None = None
    is_of_business: bool | None = None
    """Whether the holder is a business (商事主体)."""

    licence_issued_at: Moment | None = None
    """When the holder's electronic business licence was issued (电子营业执照)."""

    issued_at: Moment | None = None
    """When it was issued; ``None`` where the holder has none."""

    by_provincial_issuer: bool | None = None
    """Whether it and its digital certificate came from the provincial issuer of e-seals (省级电子印章发放单位)."""
