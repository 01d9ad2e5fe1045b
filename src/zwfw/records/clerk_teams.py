"""Teams of clerks (窗口办事员队伍)."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from zwfw.areas import AreaLevel
from zwfw.records._base import AreaField, Record

__all__ = ["ClerkTeam"]

_COUNT = Annotated[int, Field(ge=0)]


class ClerkTeam(Record):
    """The clerks of one centre, or all those of an area whose posts are counted together (窗口办事员队伍).

    >>> ClerkTeam(name="国欢镇", level="乡", clerks=6, population=50_001).clerks
    6
    """

    _named_by: ClassVar = "name"
    _moments: ClassVar = ("reform_done_on",)

    name: Annotated[str, Field(min_length=1)]
    area: AreaField | None = None
    level: AreaLevel | None = None
    """The level of the centre or area."""

    is_whole_corps: bool | None = None
    """Whether these are all clerks of the area, over whom posts are counted, and not those of one centre (员额总数)."""

    clerks: _COUNT | None = None
    """How many clerks it has (办事员)."""

    population: _COUNT | None = None
    """How many people live there (人口)."""

    registered_population: _COUNT | None = None
    """How many are registered there (户籍人口)."""

    yearly_cases: _COUNT | None = None
    """How many cases it has in a year (年办件量)."""

    recruited_by_centre: bool | None = None
    """Whether the centre recruits and manages those at the front itself (自行招聘、管理)."""

    reform_done_on: date | None = None
    """When its reform to one intake and joint service was done (“一窗受理、集成服务”改革); ``None`` where it is not."""

    establishment: _COUNT | None = None
    """The number of all posts of the area, among which grades are shared (员额总数)."""

    grade_five: _COUNT | None = None
    """How many are of the fifth grade (五级、初级工)."""

    grade_four: _COUNT | None = None
    """How many are of the fourth grade (四级、中级工)."""

    grade_three: _COUNT | None = None
    """How many are of the third grade (三级、高级工)."""
