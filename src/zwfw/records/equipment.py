"""Equipment of venues (设备)."""

from enum import Enum
from typing import Annotated, ClassVar

from pydantic import Field

from zwfw.records._base import Record, known_or_text

__all__ = ["Equipment", "EquipmentKind"]


class EquipmentKind(Enum):
    """What a piece of equipment is (设备种类); the texts leave the list open."""

    KIOSK = "“e政务”自助机"
    OTHER_TERMINAL = "其他自助终端"
    COMPUTER = "自助上网计算机"
    PRINTER = "打印机"
    DOCUMENT_CAMERA = "高拍仪"
    QUEUE_MACHINE = "取号叫号"
    REVIEW_DEVICE = "评价器"


class Equipment(Record):
    """Equipment of one kind in a venue (设备).

    >>> Equipment(kind="打印机", count=1).count
    1
    """

    _named_by: ClassVar = "name"

    name: str | None = None
    kind: Annotated[EquipmentKind | str, known_or_text(EquipmentKind)] | None = None
    count: Annotated[int, Field(ge=0)] | None = None
    is_new: bool | None = None
    """For a terminal: whether it was added after the norms came into force (新增)."""

    for_one_department: bool | None = None
    """For a terminal: whether it serves one department only (单一部门)."""

    has_one_function: bool | None = None
    """For a terminal: whether it has one function by itself only (独立功能)."""

    merged_into_kiosk: bool | None = None
    """For a department's terminal: whether its application was brought into the kiosk (并入“e政务”自助机)."""

    in_provincial_terminal_system: bool | None = None
    """For a kiosk: whether it is managed within the province's system of terminals (全省一体化自助服务终端体系)."""
