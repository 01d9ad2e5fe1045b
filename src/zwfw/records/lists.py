"""Lists: what is compiled and published about many items (清单)."""

from enum import Enum
from typing import Annotated, ClassVar

from pydantic import Field

from zwfw.areas import AreaLevel
from zwfw.records._base import AreaField, Moment, Record, known_or_text

__all__ = ["ItemList", "ItemListKind", "ListEntry"]


class ItemListKind(Enum):
    """What a list is of (清单种类); the documents leave it open."""

    LICENCES = "行政许可事项清单"
    POWERS_AND_DUTIES = "权责清单"
    MARKET_ACCESS = "市场准入负面清单"
    INVESTMENT = "投资审批管理事项清单"
    CONSTRUCTION = "工程建设项目审批清单"
    SPECIAL_STEPS = "特殊环节事项清单"
    INTERMEDIARY_SERVICES = "强制性中介服务事项清单"
    CERTIFICATE_FREE = "免证办事项清单"
    COMMITMENT_AND_GAPS = "告知承诺和容缺受理事项清单"
    SPECIAL_SERVICES = "特色服务清单"
    TOWNSHIP_ITEMS = "乡镇（街道）便民服务中心可办理事项清单"


class ListEntry(Record):
    """One entry of a list, and the entry of the standard catalogue that it refers to (清单条目)."""

    _named_by: ClassVar = "name"

    name: str
    item_type: str | None = None
    catalogue_name: str | None = None
    """The name in the standard catalogue; ``None`` where the entry refers to no matter of the catalogue."""

    catalogue_type: str | None = None
    """The type in the standard catalogue."""


class ItemList(Record):
    """One list of a level or body (清单).

    >>> held = ItemList(name="鼓楼区行政许可事项清单", kind="行政许可事项清单", level="县", compiled_at="2022-11-01")
    >>> held.kind
    <ItemListKind.LICENCES: '行政许可事项清单'>
    """

    _named_by: ClassVar = "name"
    _moments: ClassVar = ("compiled_at", "published_at", "licence_list_published_at", "adjusted_at", "filed_at")
    _parts: ClassVar = ("entries",)

    name: Annotated[str, Field(min_length=1)]
    area: AreaField | None = None
    kind: Annotated[ItemListKind | str, known_or_text(ItemListKind)] | None = None
    level: AreaLevel | None = None
    """The level whose list it is."""

    entries: tuple[ListEntry, ...] | None = None
    compiled_at: Moment | None = None
    """When it was compiled (编制)."""

    published_at: Moment | None = None
    """When it was made public (公布)."""

    on_provincial_hall: bool | None = None
    """Whether it is on the provincial online hall (省网上办事大厅)."""

    in_list_column: bool | None = None
    """Whether it stands in the platform's column of lists (“清单公开”专栏)."""

    displayed_in_hall: bool | None = None
    """Whether it is displayed in a conspicuous place of the hall (大厅显眼位置)."""

    licence_list_published_at: Moment | None = None
    """For a list of powers and duties: when the province-wide licence list was published."""

    licence_list: tuple[str, ...] | None = None
    """For a list of powers and duties: the department's licences on the published licence list."""

    licences: tuple[str, ...] | None = None
    """For a list of powers and duties: the licences on it."""

    adjusted_at: Moment | None = None
    """For a list of powers and duties: when its licences were changed (调整)."""

    filed_at: Moment | None = None
    """For a list of powers and duties: when it was filed (备案)."""

    filed_with: tuple[str, ...] | None = None
    """For a list of powers and duties: with whom it was filed, as in 编办 or 审改办."""

    filed_at_level: AreaLevel | None = None
    """For a list of powers and duties: the level of the bodies with which it was filed."""
