"""Progress of tasks: what a unit reports of a task that it owes (任务进展)."""

from typing import Annotated, ClassVar

from pydantic import AfterValidator, model_validator

from zwfw.records._base import AreaField, Moment, Record, known
from zwfw.tasks import owed_by, task
from zwfw.units import same_unit

__all__ = ["TaskProgress"]


class TaskProgress(Record):
    """What a unit reports of one task (任务进展).

    >>> TaskProgress(task="fujian-2022/1.1.2", unit="各级审改部门", done_on="2022-12-20").done_on.isoformat()
    '2022-12-20'
    """

    _named_by: ClassVar = "task"
    _moments: ClassVar = ("done_on",)

    task: Annotated[str, AfterValidator(known(task))]
    """The reference of the task."""

    unit: Annotated[str, AfterValidator(known(same_unit))] | None = None
    """Who reports, as a document names it; all units of the task where it is ``None``."""

    area: AreaField | None = None
    """Whose task it is; the context's area where it is not stated."""

    done_on: Moment | None = None
    """When it was done; ``None`` while it is not."""

    evidence: str | None = None
    """What shows it."""

    @model_validator(mode="after")
    def _owed(self) -> "TaskProgress":
        owing = owed_by(task(self.task))
        if self.unit is not None and self.unit not in owing:
            why = f"unit {self.unit} does not owe task {self.task}, which {'、'.join(owing)} owe"
            self._raise_if([(("unit",), why, self.unit)])
        return self
