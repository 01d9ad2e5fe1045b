"""Indicators: what a body has reached of a target in a year (指标完成情况)."""

from datetime import date
from math import inf
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from zwfw.records._base import AreaField, Record, known
from zwfw.targets import target

__all__ = ["Indicator"]


def _figure(value: object) -> object:
    if isinstance(value, bool):
        raise PydanticCustomError("figure", "expected a figure, got {got}", {"got": repr(value)})
    return value


class Indicator(Record):
    """The figure that an area has reached for one target in one year (指标完成情况).

    >>> Indicator(key="mobile_matters_min", value=612, year=2022, area="厦门市").value
    612.0
    """

    _named_by: ClassVar = "key"

    key: Annotated[str, AfterValidator(known(target))]
    """The key of the target."""

    year: Annotated[int, Field(ge=2000, le=2100)]
    """The calendar year that the figure is of; its last day fixes the law."""

    value: Annotated[float, Field(allow_inf_nan=False), BeforeValidator(_figure)] | None = None
    """The figure, in the unit of the target; ``None`` where none was worked out."""

    area: AreaField | None = None
    """Whose figure it is; the context's area where it is not stated."""

    @model_validator(mode="after")
    def _possible(self) -> "Indicator":
        most = 100.0 if target(self.key).unit == "percent" else inf
        if self.value is not None and not 0 <= self.value <= most:
            why = f"expected a figure from 0{f' to {most:g}' if most < inf else ''} for {self.key}, got {self.value:g}"
            self._raise_if([(("value",), why, self.value)])
        return self

    def law_day(self, day: date) -> tuple[date, tuple[str, ...]]:
        """The last day of the year, or *day* where the year is not over."""
        return min(day, date(self.year, 12, 31)), ()
