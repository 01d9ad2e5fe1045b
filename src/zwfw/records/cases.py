"""Cases: one application on its way from submission to delivery (办件)."""

from enum import Enum
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from zwfw.areas import AreaLevel
from zwfw.records._base import AreaField, Moment, Record, is_before, known_or_text, out_of_order
from zwfw.records.online_depths import DepthField
from zwfw.records.special_steps import SpecialStep

__all__ = [
    "Case",
    "CaseMode",
    "Channel",
    "CommitmentPoint",
    "Correction",
    "FollowUp",
    "MaterialTaken",
    "MixedMode",
]


class Channel(Enum):
    """Where a case came in (受理渠道)."""

    WINDOW = "窗口"
    WEB = "网上"
    KIOSK = "自助机"
    MOBILE = "移动端"
    POST = "邮寄"

    @property
    def is_online(self) -> bool:
        """Whether it came in as data: on the web, at a kiosk or by phone."""
        return self in (Channel.WEB, Channel.KIOSK, Channel.MOBILE)


class CaseMode(Enum):
    """The way of applying, which the applicant chooses (申办方式)."""

    NORMAL = "正常"
    COMMITMENT = "告知承诺"
    """A written promise stands for the material."""

    GAP = "容缺受理"
    """Accepted now; the material follows later."""

    @property
    def tolerates_gaps(self) -> bool:
        """Whether a material may be missing when the case is accepted."""
        return self is not CaseMode.NORMAL


class MixedMode(Enum):
    """A way of applying that is partly online (线上线下融合方式); the text leaves the list open."""

    ONLINE_REVIEW = "线上预审、线下受理"
    OFFLINE_COLLECTION = "线上办结、线下取证"


class CommitmentPoint(Enum):
    """What an applicant is told before promising (告知内容); the text leaves the list open."""

    CONDITIONS = "办理条件"
    REQUIREMENTS = "办理要求"
    SUPERVISION = "监管规则"
    CONSEQUENCES = "违反承诺的后果"


class Correction(Record):
    """One notice of what must be corrected or supplied (补正告知)."""

    _moments: ClassVar = ("told_at",)
    _begins_at: ClassVar = "told_at"

    told_at: Moment
    """When the applicant was told."""

    demands: tuple[str, ...] | None = None
    """Everything that was asked for, one entry each."""

    arises_from_supplement: bool | None = None
    """Whether what it newly asks for concerns only what the applicant handed in after the notice before."""


class MaterialTaken(Record):
    """One material that was taken from the applicant (收取的材料)."""

    _moments: ClassVar = ("certificate_cancelled_at",)

    name: str

    on_paper: bool | None = None
    """Whether paper was taken."""

    certificate_callable: bool | None = None
    """Whether an e-certificate is configured for it and can effectively be called (已配置且能够有效调取)."""

    must_be_handed_back: bool | None = None
    """Whether the business takes the paper original back, as in 换证 or 注销."""

    certificate_data_incomplete: bool | None = None
    """Whether paper was asked for because the certificate library lacks the data."""

    explained: bool | None = None
    """Whether that was explained to the applicant."""

    certificate_supplemented: bool | None = None
    """Whether the missing e-certificate was generated afterwards."""

    certificate_cancelled_at: Moment | None = None
    """When the e-certificate of an original that was taken back was cancelled in the library."""


class FollowUp(Record):
    """What supervision found and did after a case by commitment or with gaps (事中事后监管)."""

    conditions_met: bool | None = None
    """Whether the check found the conditions met; ``None`` where there was no check."""

    investigated: bool | None = None
    """Whether it was investigated and dealt with by law."""

    is_dishonest: bool | None = None
    """Whether it is a breach of trust against the law (失信违法行为)."""

    credit_recorded: bool | None = None
    sanctioned: bool | None = None
    """Whether the sanctions for dishonesty were applied (失信惩戒)."""

    data_entered: bool | None = None
    """Whether it was entered as supervision data (监管行为数据)."""


_DAYS = Annotated[int, Field(ge=0)]
_ENDS = ("accepted_at", "refused_at", "decided_at", "delivered_at")


class Case(Record):
    """One application on its way from submission to delivery (办件).

    Only the id is required. What is not stated is unknown and makes the rules that need it undetermined; ``None``
    states that there is none or that it has not happened.

    >>> case = Case(id="FZ-1", area="鼓楼区", online_depth="II级", received_at="2025-06-03T09:12+08:00")
    >>> case.online_depth, case.received_at
    (<OnlineDepth.PREREVIEW: 'Ⅱ'>, datetime.datetime(2025, 6, 3, 9, 12))
    """

    _moments: ClassVar = (
        "submitted_at",
        "prereviewed_at",
        "paper_requested_at",
        "paper_received_at",
        "received_at",
        "registered_at",
        "accepted_at",
        "refused_at",
        "substantive_review_started_at",
        "decided_at",
        "delivered_at",
    )
    _parts: ClassVar = ("corrections", "special_steps", "materials_taken", "follow_up")
    _dated_by: ClassVar = ("received_at", "submitted_at")

    id: Annotated[str, Field(min_length=1)]
    """The number of the case (办件编号)."""

    area: AreaField | None = None
    """Where the deciding authority sits; the context's area where it is not stated."""

    item: str | None = None
    """The name or code of the item (事项)."""

    venue_level: AreaLevel | None = None
    """The level of the hall in which it was handled."""

    channel: Channel | None = None
    channel_chosen_by_applicant: bool | None = None
    offline_channel_kept: bool | None = None
    """Whether the matter can still be applied for offline."""

    mixed_modes: tuple[Annotated[MixedMode | str, known_or_text(MixedMode)], ...] | None = None
    """The partly online ways that were offered; other ways than the printed ones may stand here."""

    electronic_materials_only: bool | None = None
    """Whether the system that handled it takes electronic materials only."""

    electronic_forms_only: bool | None = None
    """Whether that system supports electronic forms only."""

    paper_brought: bool | None = None
    """Whether the applicant brought paper."""

    paper_scanned_by_department: bool | None = None
    forms_offered: bool | None = None
    """Whether blank and sample forms (空表、样表) were there to download and fill in by hand."""

    form_keyed_by_staff: bool | None = None

    mode: CaseMode | None = None
    mode_chosen_by_applicant: bool | None = None
    gap_in_published_scope: bool | None = None
    """Whether all that was missing is published for the matter as material that may follow or be replaced."""

    commitment_points: tuple[Annotated[CommitmentPoint | str, known_or_text(CommitmentPoint)], ...] | None = None
    """What was told, at once, before the applicant promised."""

    promise_in_writing: bool | None = None
    """Whether the applicant promised in writing that the conditions are met (书面承诺)."""

    liability_accepted: bool | None = None
    """Whether the applicant is willing to bear the liability for a false promise (愿意承担不实承诺法律责任)."""

    follow_up: FollowUp | None = None

    is_construction: bool | None = None
    """Whether it belongs to the approval of a construction project (工程建设项目审批)."""

    secret: bool | None = None
    """Whether the matter is a secret one (涉密事项)."""

    instant: bool | None = None
    """Whether the guide lists it as an instant matter (即办件)."""

    simple: bool | None = None
    """Whether it is a simple approval (简单审批事项); the texts do not define it."""

    collective_deliberation: bool | None = None
    """Whether it needed a collective decision (集体审议)."""

    online_depth: DepthField | None = None
    promised_working_days: _DAYS | None = None
    statutory_working_days: _DAYS | None = None

    submitted_at: Moment | None = None
    """When it was submitted online."""

    prereviewed_at: Moment | None = None
    prereview_passed: bool | None = None
    paper_requested_at: Moment | None = None
    """When the applicant was told to bring the paper of a passed pre-review."""

    paper_received_at: Moment | None = None
    received_at: Moment | None = None
    """When the materials were received (收件); its day fixes the law of the case."""

    complete: bool | None = None
    """Whether the file was complete and in the form that the law asks for (材料齐全、符合法定形式)."""

    complicated: bool | None = None
    """Whether the materials are complicated (较复杂); the texts do not define it."""

    registered_at: Moment | None = None
    """When a complicated file was registered (收件登记)."""

    corrections: tuple[Correction, ...] | None = None
    """The notices of what must be corrected, in order of time."""

    accepted_at: Moment | None = None
    acceptance_notice_issued: bool | None = None
    """Whether the notice of acceptance was issued (业务受理通知书)."""

    refused_at: Moment | None = None
    """When acceptance was refused (不予受理)."""

    special_steps: tuple[SpecialStep, ...] | None = None
    substantive_review_started_at: Moment | None = None
    passed_to_former_department: bool | None = None
    """Whether what was received went on to the former approving department (收件流向原审批部门)."""

    decided_at: Moment | None = None
    """When it was decided (办结)."""

    delivered_at: Moment | None = None
    materials_taken: tuple[MaterialTaken, ...] | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "Case":
        faults = out_of_order(
            self,
            ("submitted_at", "prereviewed_at"),
            ("prereviewed_at", "paper_requested_at"),
            ("submitted_at", "paper_received_at"),
            ("submitted_at", "received_at"),
            ("received_at", "registered_at"),
            *((begin, end) for begin in ("submitted_at", "received_at") for end in _ENDS),
            ("accepted_at", "delivered_at"),
            ("decided_at", "delivered_at"),
        )
        told = [correction.told_at for correction in self.corrections or ()]
        for index, at in enumerate(told):
            loc, place = ("corrections", index, "told_at"), f"corrections[{index}].told_at"
            if self.received_at is not None and is_before(at, self.received_at):
                faults.append((loc, f"{place} {at} is before received_at {self.received_at}", at))
            if index and is_before(at, told[index - 1]):
                faults.append((loc, f"{place} {at} is before corrections[{index - 1}].told_at {told[index - 1]}", at))
        self._raise_if(faults)
        return self
