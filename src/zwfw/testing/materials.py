"""Test data about materials (申请材料)."""

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.records import BasisRank, ItemElements, LegalBasis, Material, MaterialForm, MaterialSource
from zwfw.testing._facts import Flaw, Violations, changed, one_part, violations
from zwfw.testing._records import TRUTHS, Fields, is_or_none, named, records, texts
from zwfw.wordings import wording_patterns

__all__ = ["BASIS", "VIOLATIONS", "conforming_materials", "legal_bases", "materials", "tell_material", "told_materials"]

_NO = (False, None)
_NOTHING = (None, "")
_ENOUGH = tuple(rank for rank in BasisRank if not rank < BasisRank.RULE)
_TEXT = is_or_none(texts())

_NAMES = ("居民身份证", "高等学校毕业证书", "同等学力证明", "职业技能等级证书", "平等协商记录", "户口簿等2种证件")
"""Names without catch-all or vague wording, some with characters that look like it."""

_DEMANDS = ("原件1份", "大一寸免冠白底照片2张", "法人或者其他组织加盖公章", "等额选举记录，无需提交其他材料")
"""Requirements of the same kind."""

_CATCH_ALL = (
    "其他材料",
    "法律、法规规定的其他材料",
    "登记机关要求提交的其他文件",
    "劳动合同等证明材料",
    "申请人身份证明文件（含营业执照、授权委托书等）",
    "包括但不限于营业执照",
)
_VAGUE = ("必要时提供原件", "视情况提供验资报告", "相关材料", "酌情补充图纸")
_LOOSE = (*_CATCH_ALL, *_VAGUE)


def legal_bases(**fields: object) -> st.SearchStrategy[LegalBasis]:
    """Legal bases of every rank; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.LegalBasis`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(legal_bases(rank="规章"), lambda basis: basis.article is not None).rank
    <BasisRank.RULE: '规章'>
    """
    return records(LegalBasis, BASIS, fields)


BASIS: Fields = {
    "name": texts(),
    "rank": is_or_none(st.sampled_from(BasisRank)),
    "number": _TEXT,
    "article": _TEXT,
    "text": _TEXT,
}
"""What a legal basis may state."""

_WORDS = texts() | st.sampled_from((*_NAMES, *_DEMANDS, *_LOOSE, *(each.found for each in wording_patterns())))

_FIELDS: Fields = {
    "name": _WORDS,
    "code": _TEXT,
    "requirements": is_or_none(_WORDS),
    "source": is_or_none(st.sampled_from(MaterialSource)),
    "form": is_or_none(st.sampled_from(MaterialForm)),
    "is_required": TRUTHS,
    "copies": is_or_none(st.integers(0, 5)),
    "on_paper": TRUTHS,
    "bases": is_or_none(st.lists(records(LegalBasis, BASIS, {}), max_size=2)),
    "blank_form": _TEXT,
    "sample_form": _TEXT,
    "model": _TEXT,
    "certificate_type": _TEXT,
    "certificate_has_source": TRUTHS,
    "gap_registered": TRUTHS,
    "source_channel": _TEXT,
    "provider_qualification": _TEXT,
    "format_prescribed": TRUTHS,
    "must_be_submitted": TRUTHS,
    "certificate_available": TRUTHS,
    "obtainable_by_sharing": TRUTHS,
    "received_online": TRUTHS,
    "must_be_handed_back": TRUTHS,
    "certificate_data_incomplete": TRUTHS,
}


def materials(**fields: object) -> st.SearchStrategy[Material]:
    """Materials of every source and form, kept to the norms or not; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.Material`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(materials(source="其他"), lambda material: material.format_prescribed).source
    <MaterialSource.OTHER: '其他'>
    """
    return records(Material, _FIELDS, fields)


def conforming_materials() -> st.SearchStrategy[Material]:
    """Materials that state every field and keep every clause of every area.

    In :func:`~zwfw.testing.strategies.hindsight`, ``check(material, ...).ok`` is true. A material states no area.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_materials(), lambda material: True), hindsight()).ok
    True
    """
    return named("conforming_materials", st.composite(tell_material)().map(lambda facts: Material(**facts)))


_PLAIN: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        **_FIELDS,
        "name": st.sampled_from(_NAMES),
        "requirements": is_or_none(st.sampled_from(_DEMANDS)),
        "source": st.sampled_from(MaterialSource),
        "form": st.sampled_from(MaterialForm),
    }
)
_ENOUGH_BASIS = st.fixed_dictionaries({**BASIS, "rank": st.sampled_from(_ENOUGH)})
_MORE_BASES = st.lists(st.fixed_dictionaries({**BASIS}), max_size=1)


def tell_material(draw: st.DrawFn) -> dict[str, Any]:
    """The facts of a material that keeps every clause of every area, of any source and form."""
    facts = draw(_PLAIN)
    facts["bases"] = draw(st.permutations([draw(_ENOUGH_BASIS), *draw(_MORE_BASES)]))
    _OF_SOURCE[facts["source"]](draw, facts)
    if facts["on_paper"] and facts["must_be_submitted"]:
        changed(**_NO_DATA)(draw, facts)
    return facts


def told_materials(*, least: int = 0) -> st.SearchStrategy[list[dict[str, Any]]]:
    """The facts of up to two such materials."""
    return st.lists(st.composite(tell_material)(), min_size=least, max_size=2)


_NO_DATA: Mapping[str, tuple[object, ...]] = {
    "certificate_available": _NO,
    "obtainable_by_sharing": _NO,
    "received_online": _NO,
}
_SOMEWHERE = ("https://example.org/1", "附件1")


def _prepared(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    aids = ("blank_form", "sample_form") if facts["form"] is MaterialForm.FORM else ("model",)
    changed(**dict.fromkeys(aids, _SOMEWHERE))(draw, facts)


def _issued(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    facts["must_be_submitted"] = draw(st.sampled_from(_NO))
    if not facts["certificate_type"]:
        changed(certificate_has_source=_NO, gap_registered=(True,))(draw, facts)


def _from_elsewhere(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    changed(source_channel=("检测机构",), provider_qualification=("检验检测机构资质认定",))(draw, facts)
    if facts["format_prescribed"] and not facts["model"]:
        changed(blank_form=_SOMEWHERE, sample_form=_SOMEWHERE)(draw, facts)


_OF_SOURCE = {
    MaterialSource.APPLICANT: _prepared,
    MaterialSource.GOVERNMENT: _issued,
    MaterialSource.OTHER: _from_elsewhere,
}


def _elements(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    from zwfw.testing.elements import tell_elements

    return {**tell_elements(draw, area), "materials": draw(told_materials(least=1))}


def _one(where: str = "", /, **choices: tuple[object, ...]) -> Flaw:
    return Flaw(one_part("materials", changed(**choices)), where)


_APPLICANT: Mapping[str, tuple[object, ...]] = {"source": (MaterialSource.APPLICANT,)}
_FORM = {**_APPLICANT, "form": (MaterialForm.FORM,), "blank_form": _SOMEWHERE, "sample_form": _SOMEWHERE}
_NO_FORM = {**_APPLICANT, "form": (MaterialForm.NO_FORM,), "model": _SOMEWHERE}
_ISSUED = {"source": (MaterialSource.GOVERNMENT,), "certificate_type": ("电子营业执照",), "must_be_submitted": _NO}
_ELSEWHERE = {
    "source": (MaterialSource.OTHER,),
    "source_channel": ("鉴定机构",),
    "provider_qualification": ("司法鉴定许可证",),
    "format_prescribed": _NO,
}
_ASKED = {"must_be_submitted": (True,), "must_be_handed_back": _NO, "certificate_data_incomplete": _NO}
_ON_PAPER = {**_ASKED, **_NO_DATA, "on_paper": (True,)}
_NO_RANK = (BasisRank.NONE, None)


def _without_rank(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    basis = st.fixed_dictionaries({**BASIS, "rank": st.sampled_from(_NO_RANK)})
    facts["bases"] = draw(st.lists(basis, min_size=1, max_size=2))


VIOLATIONS: Violations = violations(
    ItemElements,
    _elements,
    {
        "materials.has-legal-basis": (_one(bases=(None, ())), Flaw(one_part("materials", _without_rank))),
        "materials.no-catch-all-wording": (_one(name=_LOOSE), _one(requirements=_LOOSE)),
        "materials.form-has-blank-and-sample": (
            _one(**_FORM | {"blank_form": _NOTHING}),
            _one(**_FORM | {"sample_form": _NOTHING}),
            _one(**_FORM | {"blank_form": _NOTHING, "sample_form": _NOTHING}),
        ),
        "materials.non-form-has-model": (_one(**_NO_FORM | {"model": _NOTHING}),),
        "materials.issued-has-certificate": (
            _one(**_ISSUED | {"certificate_type": _NOTHING, "certificate_has_source": (True,)}),
            _one(**_ISSUED | {"certificate_type": _NOTHING, "certificate_has_source": _NO, "gap_registered": _NO}),
        ),
        "materials.other-source-stated": (
            _one(**_ELSEWHERE | {"source_channel": _NOTHING}),
            _one(**_ELSEWHERE | {"provider_qualification": _NOTHING}),
            _one(**_ELSEWHERE | {"format_prescribed": (True,), "model": _NOTHING, "blank_form": _NOTHING}),
            _one(**_ELSEWHERE | {"format_prescribed": (True,), "model": _NOTHING, "sample_form": _NOTHING}),
        ),
        "materials.issued-not-asked-for": (
            _one(**_ISSUED | _ASKED | {"on_paper": _NO}),
            _one(**_ISSUED | _ON_PAPER),
        ),
        "materials.certificate-instead-of-original": tuple(
            _one(**each | _ON_PAPER | {"certificate_available": (True,)}) for each in (_FORM, _NO_FORM, _ELSEWHERE)
        ),
        "materials.no-paper-on-top-of-data": (
            *(_one(**each | _ON_PAPER | {"obtainable_by_sharing": (True,)}) for each in (_FORM, _NO_FORM, _ELSEWHERE)),
            _one("hanjiang-2023/task-11", **_ELSEWHERE | _ON_PAPER | {"received_online": (True,)}),
        ),
    },
)
