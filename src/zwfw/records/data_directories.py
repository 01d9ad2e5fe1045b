"""The directory of service data, and what is collected by it (政务服务数据目录)."""

from typing import Annotated, ClassVar

from pydantic import Field

from zwfw.records._base import AreaField, Moment, Record

__all__ = ["DataCollection", "DataDirectoryEntry"]


class DataDirectoryEntry(Record):
    """One entry of the directory of service data, and how it came about (政务服务数据目录).

    Of its elements (要素) the text prints six and leaves the list open.

    >>> entry = DataDirectoryEntry(name="不动产登记信息", sharing="有条件共享", update_cycle=None)
    >>> entry.sharing, entry.update_cycle
    ('有条件共享', None)
    """

    _named_by: ClassVar = "name"
    _moments: ClassVar = ("requirements_set_at", "compiled_at", "reviewed_at", "pooled_at")

    name: Annotated[str, Field(min_length=1)]
    """The name of the data (名称)."""

    area: AreaField | None = None
    of_secret_item: bool | None = None
    """Whether the data are those of a secret service item (涉密政务服务事项)."""

    follows_secrecy_law: bool | None = None
    """For those of a secret item: whether they are managed by the law on secrecy (保密法律法规)."""

    content: str | None = None
    """What the data say (内容)."""

    source: str | None = None
    """Where they come from (数据来源)."""

    sharing: str | None = None
    """Whether and how other bodies may have them (共享属性); the text prints no values."""

    openness: str | None = None
    """Whether and how the public may have them (开放属性); the text prints no values."""

    update_cycle: str | None = None
    """How often they are brought up to date (更新周期)."""

    requirements_set_at: Moment | None = None
    """When the requirements were set by which it is compiled (编制要求)."""

    set_by_data_body: bool | None = None
    """Whether the data body set them (数据管理部门)."""

    compiled_at: Moment | None = None
    """When it was compiled (编制)."""

    compiled_by_department: bool | None = None
    """Whether the department whose data they are compiled it (政务服务职能部门)."""

    reviewed_at: Moment | None = None
    """When it passed the review (审核)."""

    reviewed_by_data_body: bool | None = None
    """Whether the data body reviewed it (数据管理部门)."""

    pooled_at: Moment | None = None
    """When it was put together with the others as the directory of the city (汇总)."""


class DataCollection(Record):
    """One collection of service data by a department (数据采集).

    >>> DataCollection(name="不动产登记收件", collected=["权利人", "婚姻状况"], in_directory=["权利人"]).collected
    ('权利人', '婚姻状况')
    """

    _named_by: ClassVar = "name"
    _moments: ClassVar = ("collected_at",)
    _dated_by: ClassVar = ("collected_at",)

    name: Annotated[str, Field(min_length=1)]
    """For what the data are collected."""

    area: AreaField | None = None
    of_secret_item: bool | None = None
    """Whether the data are those of a secret service item (涉密政务服务事项)."""

    collected_at: Moment | None = None
    collected: tuple[str, ...] | None = None
    """The names of the data that are collected."""

    in_directory: tuple[str, ...] | None = None
    """The names of the data that the directory holds (政务服务数据目录范围)."""
