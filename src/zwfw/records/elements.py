"""Elements: what an item, its guide and its catalogue entry say of it alike (事项要素)."""

from enum import Enum
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from zwfw.records._base import AreaField, Record, known_or_text
from zwfw.records.bases import LegalBasis
from zwfw.records.materials import Material
from zwfw.records.online_depths import DepthField
from zwfw.records.results import ItemResult
from zwfw.records.review_points import ReviewPoint
from zwfw.records.special_steps import SpecialStep

__all__ = ["ApprovalStage", "ExercisingLevel", "ItemElements", "ItemType"]

ELEMENT_PARTS = ("bases", "materials", "special_steps", "review_points", "results")
"""The elements that are records themselves."""


class ItemType(Enum):
    """What an item is by law (事项类型); portals print further types."""

    LICENCE = "行政许可"
    CONFIRMATION = "行政确认"
    ADJUDICATION = "行政裁决"
    PAYMENT = "行政给付"
    REWARD = "行政奖励"
    FILING = "行政备案"
    OTHER_POWER = "其他行政权力"
    PUBLIC_SERVICE = "公共服务"


class ExercisingLevel(Enum):
    """The level of government that exercises it (行使层级), the widest first."""

    NATIONAL = "国家级"
    PROVINCE = "省级"
    CITY = "市级"
    COUNTY = "县级"
    TOWNSHIP = "乡级"
    VILLAGE = "村级"


class ApprovalStage(Enum):
    """An ordinary stage of an approval (审批环节)."""

    ACCEPTANCE = "受理"
    REVIEW = "审查"
    DECISION = "决定"


_COUNT = Annotated[int, Field(ge=0)]


class ItemElements(Record):
    """The elements that an item, its guide and its catalogue entry share (事项要素).

    A time is in working days, or, where the source counts natural days (自然日), in calendar days; not in both.
    """

    _named_by: ClassVar = "name"
    _parts: ClassVar[tuple[str, ...]] = ELEMENT_PARTS

    name: Annotated[str, Field(min_length=1)]
    """The name of the item (事项名称)."""

    code: str | None = None
    """The code of the item (事项编码) as the source writes it; :mod:`zwfw.codes` takes it apart."""

    area: AreaField | None = None
    """Where the department sits; the context's area where it is not stated."""

    item_type: Annotated[ItemType | str, known_or_text(ItemType)] | None = None
    exercising_level: ExercisingLevel | None = None
    department: str | None = None
    """The department that carries it out (实施主体)."""

    granularity: str | None = None
    """How finely it is cut (颗粒度), as in 主项, 子项 or 办理项."""

    service_objects: tuple[str, ...] | None = None
    """Whom it serves (服务对象)."""

    conditions: str | None = None
    """The conditions for handling it (办理条件)."""

    bases: tuple[LegalBasis, ...] | None = None
    """The legal bases that set it up (设立依据)."""

    materials: tuple[Material, ...] | None = None
    """The materials to hand in (申请材料); empty where none is asked for."""

    process: tuple[str, ...] | None = None
    """The steps that an applicant goes through (办理流程), in order."""

    stages: tuple[Annotated[ApprovalStage | str, known_or_text(ApprovalStage)], ...] | None = None
    """The ordinary stages of the approval (审批环节), special steps aside."""

    special_steps: tuple[SpecialStep, ...] | None = None
    """The special steps that it may need (特殊环节)."""

    statutory_working_days: _COUNT | None = None
    statutory_calendar_days: _COUNT | None = None
    promised_working_days: _COUNT | None = None
    promised_calendar_days: _COUNT | None = None
    visits: _COUNT | None = None
    """How often the applicant has to come (到现场次数)."""

    fees: tuple[str, ...] | None = None
    """What is charged for (收费项目); empty where nothing is."""

    form_formats: tuple[str, ...] | None = None
    """The formats of its forms (表单格式)."""

    review_points: tuple[ReviewPoint, ...] | None = None
    results: tuple[ItemResult, ...] | None = None
    """What the applicant gets in the end (审批结果); empty where there is nothing to hand out."""

    online_depth: DepthField | None = None
    """How far it is done online (办理深度)."""

    instant: bool | None = None
    """Whether it is an instant matter (即办件) and not one of promised time (承诺件)."""

    intermediary_services: tuple[str, ...] | None = None
    """The intermediary services that it needs (中介服务); empty where it needs none."""

    quantity_limit: str | None = None
    """What is said of a limit on numbers (数量限制), 无 where there is none; empty where nothing is said."""

    annual_inspection: str | None = None
    """What is said of yearly inspections or reports (年检年报), 无 for none; empty where nothing is said."""

    catalogue_code: str | None = None
    """The entry of the standard catalogue (《标准化目录》) to which it is bound; ``None`` where it is bound to none."""

    @property
    def name_in_reports(self) -> str:
        """Its name, with its code where it has one."""
        return f"{self.name} {self.code}" if self.code else self.name

    @model_validator(mode="after")
    def _days_of_one_kind(self) -> "ItemElements":
        self._raise_if(
            [
                (
                    (f"{time}_calendar_days",),
                    f"{time}_working_days is stated too: a time is counted in one of them",
                    days,
                )
                for time in ("statutory", "promised")
                if (days := getattr(self, f"{time}_calendar_days")) is not None
                and getattr(self, f"{time}_working_days") is not None
            ]
        )
        return self
