"""Self-service machines, and where those of an area stand (自助终端)."""

from enum import Enum
from typing import Annotated, ClassVar

from pydantic import Field

from zwfw.records._base import AreaField, Record, known_or_text

__all__ = ["MachineSite", "SelfServiceMachine", "SelfServiceNetwork"]


class MachineSite(Enum):
    """A place where machines stand in a district (自助一体机部署场所); the text leaves the list open."""

    CENTRE = "政务（便民）服务中心"
    NEIGHBOURHOOD_CENTRE = "社区邻里中心"
    PARK = "园区"
    STATION = "车站"
    WHARF = "码头"
    HOSPITAL = "医院"


class SelfServiceMachine(Record):
    """One self-service machine (自助终端).

    >>> SelfServiceMachine(name="1号机", is_kiosk=True, site="银行").outside_printed
    {'site': ('银行',)}
    """

    _named_by: ClassVar = "name"

    name: str | None = None
    is_kiosk: bool | None = None
    """Whether it is a kiosk of the province's kind (“e政务”自助一体机)."""

    site: Annotated[MachineSite | str, known_or_text(MachineSite)] | None = None
    """The kind of place where it stands; ``None`` where it stands nowhere yet."""

    paid_from_district_budget: bool | None = None
    """Whether the budget of the district pays for it (区级财政预算)."""


class SelfServiceNetwork(Record):
    """The self-service machines of one area (自助终端布点), be it a district or a part of one.

    >>> network = SelfServiceNetwork(name="涵江区", machines=[{"is_kiosk": True, "site": "车站"}])
    >>> network.machines[0].site
    <MachineSite.STATION: '车站'>
    """

    _named_by: ClassVar = "name"
    _parts: ClassVar = ("machines",)

    name: Annotated[str, Field(min_length=1)]
    area: AreaField | None = None
    is_whole_district: bool | None = None
    """Whether it is that of a whole district (全区), and not of a part of it."""

    machines: tuple[SelfServiceMachine, ...] | None = None
    suitable_sites_without: tuple[str, ...] | None = None
    """The places that have what it takes for a kiosk and have none, by name (有条件而未布设的网点)."""
