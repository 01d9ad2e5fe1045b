"""Attestations: a person's answer to a norm that no record can decide (自查证明)."""

from enum import Enum
from typing import Annotated, ClassVar

from pydantic import AfterValidator

from zwfw.clauses import clause
from zwfw.errors import UnknownClauseError, UnknownNormError
from zwfw.norms import Norm, norm
from zwfw.records._base import AreaField, Moment, Record, known
from zwfw.units import same_unit

__all__ = ["Attestation", "AttestedAnswer", "attested"]


def attested(id: str) -> Norm | None:  # noqa: A002  (the word of the data)
    """The norm with this id; ``None`` for a clause that has no numbered norms and is attested as a whole.

    Raises:
        UnknownNormError: If there is no such norm, and no such clause without norms; near ones are named.
    """
    try:
        return norm(id)
    except UnknownNormError as unknown:
        try:
            if clause(id).norms:
                raise
        except UnknownClauseError:
            raise unknown from None
        return None


class AttestedAnswer(Enum):
    """What a person says of a norm (自查结论)."""

    YES = "是"
    NO = "否"
    PARTLY = "部分"


class Attestation(Record):
    """What a person says of one norm, and on what evidence (自查证明).

    >>> Attestation(norm="fujian-2022/2.1.2#3", answer="是", by="张三", on="2025-06-03").answer
    <AttestedAnswer.YES: '是'>
    """

    _named_by: ClassVar = "norm"
    _moments: ClassVar = ("on",)
    _dated_by: ClassVar = ("on",)

    norm: Annotated[str, AfterValidator(known(attested))]
    """The id of the norm; of a clause that has no numbered norms, its reference."""

    unit: Annotated[str, AfterValidator(known(same_unit))] | None = None
    """For which unit it is said, as a document names it."""

    area: AreaField | None = None
    """For which area; the context's where it is not stated."""

    answer: AttestedAnswer | None = None
    """What is said; ``None`` where the question was put and not answered."""

    by: str | None = None
    """Who says it."""

    on: Moment | None = None
    """When it was said; its day fixes the law."""

    evidence: tuple[str, ...] | None = None
    """What shows it: documents, pictures, links."""
