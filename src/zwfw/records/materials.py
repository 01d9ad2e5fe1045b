"""Materials: what an applicant hands in (申请材料)."""

from enum import Enum
from typing import Annotated, ClassVar

from pydantic import Field

from zwfw.records._base import Record
from zwfw.records.bases import LegalBasis

__all__ = ["Material", "MaterialForm", "MaterialSource"]


class MaterialSource(Enum):
    """Where a material comes from (材料来源渠道)."""

    APPLICANT = "申请人自备"
    GOVERNMENT = "政府部门核发"
    OTHER = "其他"


class MaterialForm(Enum):
    """Whether a material is a form to fill in (材料形式)."""

    FORM = "表格型"
    NO_FORM = "非表格型"


class Material(Record):
    """One material that an item, a guide or a catalogue entry asks for (申请材料).

    >>> material = Material(name="营业执照", source="政府部门核发", certificate_type="电子营业执照")
    >>> material.source
    <MaterialSource.GOVERNMENT: '政府部门核发'>
    """

    _named_by: ClassVar = "name"
    _parts: ClassVar = ("bases",)

    name: str
    """Its name (材料名称)."""

    code: str | None = None
    requirements: str | None = None
    """What is said of how it is to be (填报须知、材料要求)."""

    source: MaterialSource | None = None
    form: MaterialForm | None = None
    is_required: bool | None = None
    """Whether every applicant has to hand it in (必要)."""

    copies: Annotated[int, Field(ge=0)] | None = None
    """How many copies are asked for (份数)."""

    on_paper: bool | None = None
    """Whether it is asked for on paper (纸质)."""

    bases: tuple[LegalBasis, ...] | None = None
    """The legal bases by which it is asked for (法定设立依据); empty where there are none."""

    blank_form: str | None = None
    """Where its blank form is (空表); ``None`` where there is none."""

    sample_form: str | None = None
    """Where its filled-in sample is (样表); ``None`` where there is none."""

    model: str | None = None
    """Where a model of it is (材料范本); ``None`` where there is none."""

    certificate_type: str | None = None
    """The e-certificate configured for it (电子证照); ``None`` where none is."""

    certificate_has_source: bool | None = None
    """Whether an e-certificate for it exists anywhere; no where there is truly no source (确实暂无来源)."""

    gap_registered: bool | None = None
    """Whether the department registered that its e-certificate is missing (电子证照缺失登记).

    What an applicant registers in the app is another thing: a :class:`~zwfw.records.CertificateGap`.
    """

    source_channel: str | None = None
    """For a material from elsewhere: the actual channel by which it is got (来源渠道)."""

    provider_qualification: str | None = None
    """For a material from elsewhere: what is asked of who provides it (提供单位资质要求)."""

    format_prescribed: bool | None = None
    """For a material from elsewhere: whether its format is prescribed (限定格式)."""

    must_be_submitted: bool | None = None
    """Whether the applicant has to hand it in, in whatever form; no where it is exempt (免于提交)."""

    certificate_available: bool | None = None
    """Whether an e-certificate of it can be provided (能够提供电子证照)."""

    obtainable_by_sharing: bool | None = None
    """Whether a standard electronic copy can be had by sharing between departments (数据共享、业务协同)."""

    received_online: bool | None = None
    """Whether conforming material was already received online (已在线收取)."""

    must_be_handed_back: bool | None = None
    """Whether the business takes the paper original back, as in 换证 or 注销."""

    certificate_data_incomplete: bool | None = None
    """Whether the certificate library lacks the data, so that paper has to be asked for (补交)."""
