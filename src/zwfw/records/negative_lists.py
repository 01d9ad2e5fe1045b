"""Items that are kept out of the centres (进驻事项负面清单)."""

from enum import Enum
from typing import Annotated, ClassVar

from pydantic import Field

from zwfw.areas import AreaLevel
from zwfw.records._base import AreaField, Record, known_or_text

__all__ = ["ExemptionGround", "NegativeListEntry"]


class ExemptionGround(Enum):
    """Why an item need not be in the centre (不进驻理由)."""

    SPACE = "场地限制"
    SECRECY = "涉及国家秘密"
    UNSUITABLE = "其他经实践证明不适合进驻"


class NegativeListEntry(Record):
    """One item, and whether and why it is kept out of its centre (负面清单条目).

    >>> NegativeListEntry(item="涉密项目审批", level="县", grounds=["涉及国家秘密"]).grounds
    (<ExemptionGround.SECRECY: '涉及国家秘密'>,)
    """

    _named_by: ClassVar = "item"

    item: Annotated[str, Field(min_length=1)]
    area: AreaField | None = None
    level: AreaLevel | None = None
    """The level of the centre or station that it would belong to."""

    grounds: tuple[Annotated[ExemptionGround | str, known_or_text(ExemptionGround)], ...] | None = None
    """Why it is kept out; empty where nothing keeps it out."""

    on_list: bool | None = None
    """Whether the negative list of the level has it."""

    list_name: str | None = None
    """The title of that list."""

    list_made_by: tuple[str, ...] | None = None
    """The offices that made that list, as in 省审改办."""

    reason_stated: bool | None = None
    """Whether the reason was given (说明原因)."""

    submitted_by: str | None = None
    """The office that put it to the one that decides (报审), as in 市审改办."""

    decided_by: str | None = None
    """The office that decided that it stays out (审定), as in 省审改办; ``None`` where none did yet."""

    in_centre: bool | None = None
    """Whether it is handled in the centre or station of its level."""

    on_platform: bool | None = None
    """Whether it is on the platform that joins online and offline (线上线下一体化平台)."""

    cannot_be_merged: bool | None = None
    """Whether it truly lacks what it takes to be brought together with the others (确不具备整合条件)."""

    sub_centre_set_up: bool | None = None
    """Whether the department that handles it set up a sub-centre for it (分中心)."""

    sub_centre_to_standard: bool | None = None
    """Whether that sub-centre serves to the standard (规范化服务)."""

    sub_centre_guided: bool | None = None
    """Whether the service authority of its level guides that sub-centre (统一业务指导)."""

    separate_counters_in_village: Annotated[int, Field(ge=0)] | None = None
    """In a village: the number of counters outside the station at which it is handled (分办点)."""

    is_frequent: bool | None = None
    """Whether people often need it (群众经常办理)."""

    can_be_carried_below: bool | None = None
    """Whether the grassroots can carry it (基层能有效承接)."""

    field: str | None = None
    """Its field, as in 公共教育."""

    carried_below: bool | None = None
    """Whether it was sent down to townships or villages (下沉)."""

    is_numerous: bool | None = None
    """Whether it is handled in numbers (业务量大)."""

    is_concentrated_in_time: bool | None = None
    """Whether it is handled at about the same time (办件时段集中)."""

    brought_to_village: bool | None = None
    """Whether it is handled in villages (进村办理)."""
