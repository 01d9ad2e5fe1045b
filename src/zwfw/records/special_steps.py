"""Special steps: what an approval needs besides accepting, reviewing and deciding (特殊环节)."""

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from zwfw.records._base import Moment, Record, out_of_order
from zwfw.records.bases import BasisRank

__all__ = ["SpecialStep"]


class SpecialStep(Record):
    """One special step of one case (特殊环节), such as an inspection on site, a technical review or a hearing.

    >>> step = SpecialStep(name="现场勘验", basis_rank="规章", started_at="2025-06-03", ended_at="2025-06-06")
    >>> step.basis_rank
    <BasisRank.RULE: '规章'>
    """

    _moments: ClassVar = ("started_at", "ended_at")
    _begins_at: ClassVar = "started_at"

    name: str
    """Its name in the catalogue."""

    basis_rank: BasisRank | None = None
    """The rank of the legal basis that sets it up; ``无`` where there is none."""

    kept_by_decision: bool | None = None
    """Whether the department found a step without a valid basis necessary and kept it; its time then counts."""

    started_at: Moment | None = None
    ended_at: Moment | None = None
    """``None`` while it goes on."""

    limit_working_days: Annotated[int, Field(ge=0)] | None = None
    """The time stated for it, in working days after the day on which it starts."""

    statutory_working_days: Annotated[int, Field(ge=0)] | None = None
    """The statutory time of the step itself, in working days; ``None`` where the law sets none."""

    @model_validator(mode="after")
    def _in_order(self) -> "SpecialStep":
        self._raise_if(out_of_order(self, ("started_at", "ended_at")))
        return self
