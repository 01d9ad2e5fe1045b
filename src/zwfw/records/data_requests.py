"""Requests for data held elsewhere, and what is done with data so obtained (政务服务数据共享)."""

from enum import Enum
from typing import Annotated, ClassVar

from pydantic import Field

from zwfw.records._base import AreaField, Moment, Record, known_or_text

__all__ = ["DataShareRequest", "RequestContent", "ShareAnswer", "SharedDataUse"]


class RequestContent(Enum):
    """Something that a request for data states (申请说明的内容); the text leaves the list open."""

    PURPOSE = "利用目的"
    FORMAT = "数据格式"


class ShareAnswer(Enum):
    """How a request for data is answered (答复)."""

    APPROVED = "审核通过"
    REFUSED = "不同意"


class DataShareRequest(Record):
    """A department's request for data that others hold, on its way to the answer and the channel (数据共享申请).

    >>> request = DataShareRequest(id="2025-17", received_at="2025-06-03", contents=["利用目的", "使用期限"])
    >>> request.contents
    (<RequestContent.PURPOSE: '利用目的'>, '使用期限')
    """

    _moments: ClassVar = ("applied_at", "received_at", "answered_at", "authorised_at", "channel_opened_at")
    _dated_by: ClassVar = ("received_at", "applied_at")

    id: Annotated[str, Field(min_length=1)]
    area: AreaField | None = None
    of_secret_item: bool | None = None
    """Whether the data are those of a secret service item (涉密政务服务事项)."""

    use_case: str | None = None
    """The concrete use case for which the data are wanted (具体应用场景); ``None`` where it names none, or none that is
    concrete."""

    contents: tuple[Annotated[RequestContent | str, known_or_text(RequestContent)], ...] | None = None
    """What it states."""

    is_related: bool | None = None
    """Whether all that it asks for is related to the use case (关联)."""

    is_least_needed: bool | None = None
    """Whether it asks for no more than is enough (最小够用)."""

    from_actual_need: bool | None = None
    """Whether it starts from an actual need of the service (实际应用需求)."""

    applied_at: Moment | None = None
    """When it was made (提出共享申请)."""

    received_at: Moment | None = None
    """When the data body received it (收到申请)."""

    answered_at: Moment | None = None
    answer: ShareAnswer | None = None
    refusal_reasons: str | None = None
    """The reasons that a refusal gives (理由)."""

    exception_applies: bool | None = None
    """For a refusal: whether it was found to be one of the exceptions (不共享为例外), which the text does not list."""

    fee_yuan: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = None
    """What the department is charged for the data; ``None`` where it is charged nothing."""

    authorised_at: Moment | None = None
    """When sharing was authorised (授权共享)."""

    channel_opened_at: Moment | None = None
    """When the channel for using the data was opened (开通数据应用通道)."""


class SharedDataUse(Record):
    """One use that a department makes of data obtained by sharing (共享数据的使用).

    >>> SharedDataUse(data="不动产登记信息", used_at="2025-06-03", third_party_forms=[]).third_party_forms
    ()
    """

    _named_by: ClassVar = "data"
    _moments: ClassVar = ("used_at",)
    _dated_by: ClassVar = ("used_at",)

    data: Annotated[str, Field(min_length=1)]
    """The name of the data."""

    area: AreaField | None = None
    of_secret_item: bool | None = None
    """Whether the data are those of a secret service item (涉密政务服务事项)."""

    used_at: Moment | None = None
    in_own_place: bool | None = None
    """Whether they served the place that obtained them (本地)."""

    by_own_department: bool | None = None
    """Whether they served the department that obtained them (本部门)."""

    for_services: bool | None = None
    """Whether they served to carry out government services (开展政务服务)."""

    third_party_forms: tuple[str, ...] | None = None
    """Every form in which they were given to a third party, such as an interface, a file or a picture of a screen (提供
    给第三方); empty where they were not. Another department is one too: it has to apply by itself."""
