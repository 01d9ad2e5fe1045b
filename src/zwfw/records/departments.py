"""Departments, and how they are present in a centre (部门进驻)."""

from typing import Annotated, ClassVar

from pydantic import Field

from zwfw.areas import AreaLevel
from zwfw.records._base import AreaField, Record

__all__ = ["Department"]

_COUNT = Annotated[int, Field(ge=0)]
_FIGURE = Annotated[float, Field(ge=0, allow_inf_nan=False)]


class Department(Record):
    """One department, its volumes and its presence in the centre (进驻部门).

    >>> Department(name="市气象局", mean_yearly_cases=120, project_yearly_cases=10).project_yearly_cases
    10.0
    """

    _named_by: ClassVar = "name"

    name: Annotated[str, Field(min_length=1)]
    area: AreaField | None = None
    level: AreaLevel | None = None
    """Its level; one of a zone's administration (管委会) is of county level."""

    has_items_in_centre: bool | None = None
    """Whether it has items in the centre (有事项进驻)."""

    all_items_exempt: bool | None = None
    """Whether all its items stand on the list of those that need not enter the centre (进驻事项负面清单)."""

    has_resident_window: bool | None = None
    """Whether it has a window of its own, with people, in the centre (常驻窗口)."""

    has_non_resident_window: bool | None = None
    """Whether its items are in the centre and its people are not (非常驻综合窗口)."""

    has_chief_representative: bool | None = None
    """Whether it has named a chief representative (首席事务代表)."""

    fully_authorised: bool | None = None
    """Whether it has authorised its items in the centre in full (充分授权)."""

    department_in_place: bool | None = None
    """Whether the department itself is in the centre with full authority (部门充分授权到位)."""

    items_in_place: bool | None = None
    """Whether its items are (事项充分授权到位)."""

    people_in_place: bool | None = None
    """Whether its people are (人员充分授权到位)."""

    mean_yearly_cases: _FIGURE | None = None
    """The mean of its yearly cases over the last three years (近三年平均年办件量); ``None`` if not worked out."""

    project_yearly_cases: _FIGURE | None = None
    """Its yearly cases of project approval (项目审批年办件量); ``None`` where it approves no projects."""

    online_share_percent: Annotated[float, Field(ge=0, le=100)] | None = None
    """The share of its yearly cases done online throughout (年办件全程网办率); ``None`` if not worked out."""

    service_authority_agreed: bool | None = None
    """Whether the service authority agreed to a non-resident window (同意)."""

    intake_delegated: bool | None = None
    """Whether receiving and accepting is delegated to the general window (收件受理)."""

    delivery_delegated: bool | None = None
    """Whether handing out and delivery is delegated to it (出件送达)."""

    liaisons: _COUNT | None = None
    """How many heads or liaisons it has for a non-resident window (联络员)."""

    leaders_in_charge: _COUNT | None = None
    """How many leaders are in charge of approval (一名领导分管)."""

    approving_sections: _COUNT | None = None
    """How many sections approve (一个科室审批)."""

    serving_windows: _COUNT | None = None
    """How many windows serve people (一窗对外服务)."""

    approval_seals: _COUNT | None = None
    """How many seals approve, other seals not counted (一枚印章审批)."""

    items_in_hall: bool | None = None
    """Whether all its items but those of the negative list are handled in the centre's hall (政务服务中心办事大厅)."""

    items_online: bool | None = None
    """Whether all its items are handled in the online hall (网上办事大厅)."""

    principal_signature_needed: bool | None = None
    """Whether cases at the window need the signature of the department's principal (部门主要领导签字)."""

    signature_delegated: bool | None = None
    """Whether the leader in charge of the window or its head is authorised to sign instead (授权直接签批)."""
