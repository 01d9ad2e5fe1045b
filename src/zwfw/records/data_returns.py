"""Data that are pooled and flow back, and cases that bad data show as overdue (政务数据汇聚与回流)."""

from enum import Enum
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from zwfw.records._base import AreaField, Moment, Record, known_or_text, out_of_order

__all__ = ["DataFault", "DataPooling", "DataReturn", "PooledData", "PoolingBody", "PushedData", "ShownOverdue"]


class DataReturn(Record):
    """What flows back to a place of the data of one system or item, and who enters what there (数据回流).

    >>> flow = DataReturn(name="不动产登记系统", returned=["受理时间"], staff_key_in=["受理时间", "备注"])
    >>> flow.staff_key_in
    ('受理时间', '备注')
    """

    _named_by: ClassVar = "name"

    name: Annotated[str, Field(min_length=1)]
    """The name of the system or item."""

    area: AreaField | None = None
    """The place to which the data flow back."""

    is_provincial_system: bool | None = None
    """Whether the province built the system for all (省级统建系统)."""

    returns_in_full: bool | None = None
    """Whether all its data of the place flow back to the platform for data there (全面回流)."""

    returns_promptly: bool | None = None
    """Whether they do so promptly (及时回流), as a person judges it; the text gives no number."""

    returned: tuple[str, ...] | None = None
    """The information on cases whose return is in place (已经实现数据回流的办件信息)."""

    applicants_fill_in: tuple[str, ...] | None = None
    """What applicants are required to fill in all the same."""

    staff_key_in: tuple[str, ...] | None = None
    """What staff are required to key in all the same."""


class PoolingBody(Enum):
    """Whose data are pooled (汇聚主体)."""

    DEPARTMENT = "业务部门"
    """In Putian's words 政务服务职能部门."""

    CENTRE = "政务（便民）服务中心"


class PooledData(Enum):
    """A kind of data on cases that a department pools (办件数据); the text leaves the list open."""

    APPLICANT = "申请主体信息"
    FORM = "表单信息"
    MATERIAL = "材料信息"
    PROCESS = "过程信息"
    RESULT = "结果信息"
    CERTIFICATE = "电子证照"
    REVIEW = "“好差评”数据"


class PushedData(Enum):
    """A kind of data that a centre pushes to the platform (推送数据); the text leaves the list open."""

    QUEUE = "取号叫号"
    CASE = "窗口办件"
    CERTIFICATE_CALL = "电子证照调用"
    REVIEW = "“好差评”"


class DataPooling(Record):
    """What one department or centre hands to the platforms that pool data (政务数据汇聚).

    >>> pooling = DataPooling(name="市医保局", body="业务部门", pooled=["申请主体信息", "地址信息"])
    >>> pooling.pooled
    (<PooledData.APPLICANT: '申请主体信息'>, '地址信息')
    """

    _named_by: ClassVar = "name"

    name: Annotated[str, Field(min_length=1)]
    """The name of the department or centre."""

    area: AreaField | None = None
    body: PoolingBody | None = None
    gathers_all_cases: bool | None = None
    """Whether it gathers the information on all its cases (全面归集审批办件信息)."""

    pools_materials: bool | None = None
    """Whether it pools the materials of applicants (申请材料)."""

    pools_results: bool | None = None
    """Whether it pools the results of cases (办件结果)."""

    pools_public_data: bool | None = None
    """Whether it pools the public data that it has (公共数据资源) through the platform for pooling and sharing."""

    held: tuple[Annotated[PooledData | str, known_or_text(PooledData)], ...] | None = None
    """The kinds of data on cases that it has, those of secret items (涉密政务服务事项) aside."""

    pooled: tuple[Annotated[PooledData | str, known_or_text(PooledData)], ...] | None = None
    """The kinds of them that it pools through the platform for pooling and sharing (政务数据汇聚共享平台)."""

    pushed: tuple[Annotated[PushedData | str, known_or_text(PushedData)], ...] | None = None
    """For a centre: the kinds of data that it pushes to the platform."""

    pushes_periodically: bool | None = None
    """For a centre: whether it does so periodically (定期); the text gives no interval."""


class DataFault(Enum):
    """A fault of data by which a case is shown as overdue (数据问题)."""

    INACCURATE = "办件信息填报不准"
    MISSING = "数据缺失"


class ShownOverdue(Record):
    """A case that a system shows as overdue, and what was found to be the cause (系统办件超时).

    Whether a case is overdue is worked out from the case; what stands here takes nothing away from that answer.

    >>> found = ShownOverdue(case="FZ-7", limit="promise", shown_at="2025-06-03", fault="数据缺失")
    >>> found.fault
    <DataFault.MISSING: '数据缺失'>
    """

    _named_by: ClassVar = "case"
    _moments: ClassVar = ("shown_at", "corrected_at")
    _dated_by: ClassVar = ("shown_at",)

    case: Annotated[str, Field(min_length=1)]
    """The id of the case."""

    area: AreaField | None = None
    limit: str | None = None
    """The id of the time limit that is shown as exceeded, as in ``promise``; ``None`` where it is every one."""

    shown_at: Moment | None = None
    """When the system first showed it so."""

    fault: DataFault | None = None
    """The fault of data that was found; ``None`` where the case really is overdue."""

    corrected_at: Moment | None = None
    """When the data were put right (纠治)."""

    still_shown: bool | None = None
    """Whether the system shows it as overdue all the same once they were."""

    @model_validator(mode="after")
    def _in_order(self) -> "ShownOverdue":
        self._raise_if(out_of_order(self, ("shown_at", "corrected_at")))
        return self
