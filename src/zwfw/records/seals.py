"""Seals of windows and venues, and their use (印章)."""

from enum import Enum
from typing import Annotated, ClassVar

from pydantic import Field

from zwfw.areas import AreaLevel
from zwfw.records._base import AreaField, Moment, Record, known_or_text
from zwfw.records.elements import ItemType

__all__ = ["Seal", "SealKind", "SealOccasion", "SealUse"]


class SealKind(Enum):
    """What a seal is (印章种类)."""

    OFFICIAL = "行政公章"
    APPROVAL = "部门审批专用章"
    """A department's seal for approvals; Putian and Hanjiang call it 行政审批专用章."""

    TOWNSHIP_APPROVAL = "审核审批专用章"
    ACCEPTANCE = "业务受理章"
    BUSINESS = "业务专用章"
    """A window's seal for its business (窗口业务专用章)."""

    ELECTRONIC = "电子印章"
    NEIGHBOURHOOD = "“党建+”邻里中心业务专用章"
    COMMITTEE = "村（居）委会公章"


class SealOccasion(Enum):
    """On what occasion a seal is put (用章情形); the text closes the list with a residual."""

    ACCEPTANCE = "依法受理"
    REFUSAL = "不予受理"
    GRANT = "准予行政许可决定"
    DENIAL = "不予行政许可决定"
    CORRECTION = "补齐补正"
    ISSUE = "核发证照"
    SERVICE = "送达回证"
    OTHER = "其他需要加盖部门印章"


class Seal(Record):
    """One seal (印章).

    >>> Seal(text="国欢镇便民服务中心审核审批专用章", kind="审核审批专用章", level="乡").level.value
    '乡'
    """

    _named_by: ClassVar = "text"
    _moments: ClassVar = ("put_into_use_at",)

    text: Annotated[str, Field(min_length=1)]
    """The words that it prints."""

    area: AreaField | None = None
    kind: SealKind | None = None
    holder: str | None = None
    """The department or venue that holds it."""

    level: AreaLevel | None = None
    """The level of the venue that uses it."""

    is_of_community: bool | None = None
    """In a village or community: whether it is a community's (社区) and not a village's (村)."""

    filed_with_police: bool | None = None
    """Whether it was filed with public security (公安部门备案)."""

    filed_with_cipher_office: bool | None = None
    """Whether it was filed with the cipher administration (密码管理部门备案)."""

    put_into_use_by_procedure: bool | None = None
    """Whether it was put into use by the prescribed procedure (按规定程序启用)."""

    put_into_use_at: Moment | None = None
    """When it was put into use (启用)."""

    is_recognised: bool | None = None
    """Whether other bodies recognise its effect (认可效力)."""

    recognition_demanded: bool | None = None
    """Whether its holder asks others to recognise it."""

    treated_as_equal: bool | None = None
    """Whether it is treated as of equal force with the department's official seal (与行政公章同等效力)."""

    cut_uniformly: bool | None = None
    """For a neighbourhood centre's: whether it was cut uniformly (统一刻制)."""

    certifies_at_once: bool | None = None
    """For a neighbourhood centre's: whether village certificates are given at once (即办授权、立等可取)."""


class SealUse(Record):
    """One use of a seal on a document (用章记录)."""

    _named_by: ClassVar = "document"
    _moments: ClassVar = ("used_at",)
    _dated_by: ClassVar = ("used_at",)

    document: Annotated[str, Field(min_length=1)]
    """What it was put on."""

    area: AreaField | None = None
    kind: SealKind | None = None
    used_at: Moment | None = None
    used_by_centre_or_window: bool | None = None
    """Whether a centre, a station or a window unit used it."""

    on_application: bool | None = None
    """Whether the matter is one on application (依申请)."""

    item_type: Annotated[ItemType | str, known_or_text(ItemType)] | None = None
    occasion: Annotated[SealOccasion | str, known_or_text(SealOccasion)] | None = None
    law_names_official_seal: bool | None = None
    """Whether a law or regulation names the official seal (法律、法规明确要求加盖公章)."""

    reviewed_again: bool | None = None
    """Whether the department reviewed the matter again before sealing (再次审核)."""

    in_district_centre: bool | None = None
    """Whether the approval was given in the district's centre."""
