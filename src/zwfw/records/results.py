"""Results: what an applicant gets in the end (办事结果)."""

from enum import Enum
from typing import Annotated, ClassVar

from zwfw.records._base import Record, known_or_text

__all__ = ["ItemResult", "ResultKind"]


class ResultKind(Enum):
    """What a result is (办事结果类型); the documents name the two that must become e-certificates."""

    CERTIFICATE = "证照"
    APPROVAL = "批文"


class ItemResult(Record):
    """One result document of an item (办事结果材料).

    >>> ItemResult(name="临时行驶车号牌", kind="证照").kind
    <ResultKind.CERTIFICATE: '证照'>
    """

    _named_by: ClassVar = "name"

    name: str
    kind: Annotated[ResultKind | str, known_or_text(ResultKind)] | None = None
    sample: str | None = None
    """Where its sample is (结果样本)."""

    form_unified: bool | None = None
    """Whether one form is set for it (统一样式); by the province's clause its own department of the line sets it."""

    issued_by_government: bool | None = None
    """Whether a government department issues it (政府部门核发)."""

    certificate_generated: bool | None = None
    """Whether an e-certificate of it is generated (生成电子证照)."""

    data_pushed: bool | None = None
    """Whether its data are pushed as the provincial digital office requires (汇聚推送)."""

    is_electronic: bool | None = None
    """Whether it is there in electronic form (电子化)."""

    must_be_submitted_elsewhere: bool | None = None
    """Whether applicants still have to hand it in elsewhere; no where it is exempt (免于提交)."""
