"""Trades with one composite licence (一业一证)."""

from typing import Annotated, ClassVar

from pydantic import Field

from zwfw.records._base import AreaField, Record

__all__ = ["TradeLicensing"]


class TradeLicensing(Record):
    """How entry into one trade is licensed (一业一证、行业综合许可证).

    >>> shop = TradeLicensing(trade="便利店", permits=["食品经营许可证", "烟草专卖零售许可证"], licences_issued=1)
    >>> len(shop.permits), shop.licences_issued
    (2, 1)
    """

    _named_by: ClassVar = "trade"

    trade: Annotated[str, Field(min_length=1)]
    area: AreaField | None = None
    in_pilot: bool | None = None
    """Whether its city is one of the province's pilots (试点地区), which the text does not name; Xiamen is."""

    permits: tuple[str, ...] | None = None
    """The permits that entry into the trade takes (许可证)."""

    licences_issued: Annotated[int, Field(ge=0)] | None = None
    """How many licences people get for it."""

    has_qr_code: bool | None = None
    """Whether the composite licence carries a QR code (二维码)."""

    qr_code_shows_permits: bool | None = None
    """Whether the code shows the integrated licence information (集成许可信息)."""

    has_online_column: bool | None = None
    """Whether there is a column for it online (线上专栏)."""

    has_offline_window: bool | None = None
    """Whether there is a window for it in the hall (线下专窗)."""

    taken_in_at_one_point_online: bool | None = None
    """Whether it is taken in at one point and approved jointly online (一口受理、联动审批)."""

    taken_in_at_one_point_offline: bool | None = None
    """Whether it is taken in at one point and approved jointly offline (一口受理、联动审批)."""
