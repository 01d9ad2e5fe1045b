"""Test data about results (办事结果)."""

from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.records import ItemElements, ItemResult, ResultKind
from zwfw.testing._facts import Flaw, Violations, changed, one_part, violations
from zwfw.testing._records import TRUTHS, is_or_none, named, records, texts

__all__ = ["VIOLATIONS", "conforming_item_results", "item_results", "tell_result"]

_KINDS: st.SearchStrategy[ResultKind | str | None] = is_or_none(st.sampled_from(ResultKind) | texts())

_FIELDS = {
    "name": texts(),
    "kind": _KINDS,
    "sample": is_or_none(texts()),
    "form_unified": TRUTHS,
    "issued_by_government": TRUTHS,
    "certificate_generated": TRUTHS,
    "data_pushed": TRUTHS,
    "is_electronic": TRUTHS,
    "must_be_submitted_elsewhere": TRUTHS,
}


def item_results(**fields: object) -> st.SearchStrategy[ItemResult]:
    """Results of every kind, kept to the norms or not; what is not given is stated or not.

    Args:
        fields: Any field of an :class:`~zwfw.records.ItemResult`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(item_results(kind="批文"), lambda result: result.data_pushed).kind
    <ResultKind.APPROVAL: '批文'>
    """
    return records(ItemResult, _FIELDS, fields)


def conforming_item_results() -> st.SearchStrategy[ItemResult]:
    """Results that state every field and keep every clause of every area.

    In :func:`~zwfw.testing.strategies.hindsight`, ``check(result, ...).ok`` is true. A result states no area.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_item_results(), lambda result: True), hindsight()).ok
    True
    """
    return named("conforming_item_results", st.composite(tell_result)().map(lambda facts: ItemResult(**facts)))


def tell_result(draw: st.DrawFn) -> dict[str, Any]:
    """The facts of a result that keeps every clause, of any kind and issued by anybody."""
    facts = draw(st.fixed_dictionaries(_FIELDS))
    facts |= {"form_unified": True, "certificate_generated": True, "data_pushed": True}
    if facts["issued_by_government"]:
        facts |= {"is_electronic": True, "must_be_submitted_elsewhere": draw(st.sampled_from(_NO))}
    return facts


_NO = (False, None)


def _elements(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    from zwfw.testing.elements import tell_elements

    return tell_elements(draw, area)


def _one(where: str = "", /, **choices: tuple[object, ...]) -> Flaw:
    return Flaw(one_part("results", changed(**choices)), where)


_NAMED = tuple(ResultKind)
_ISSUED = {"kind": _NAMED, "issued_by_government": (True,)}
_TAKEN = {"is_electronic": (True,), "must_be_submitted_elsewhere": _NO}

VIOLATIONS: Violations = violations(
    ItemElements,
    _elements,
    {
        "results.form-unified": (_one(form_unified=_NO),),
        "results.certificate-generated": (
            _one(kind=_NAMED, certificate_generated=_NO, issued_by_government=_NO),
            _one(kind=_NAMED, data_pushed=_NO, issued_by_government=(True,), **_TAKEN),
            _one(kind=_NAMED, certificate_generated=_NO, data_pushed=_NO, issued_by_government=_NO),
            _one("xiamen-2022/1.2.2", kind=("备案表", None), certificate_generated=_NO),
            _one("xiamen-2022/1.2.2", kind=("备案表", None), data_pushed=_NO),
        ),
        "results.electronic-and-exempt": (
            _one(**_ISSUED, is_electronic=_NO, must_be_submitted_elsewhere=_NO),
            _one(**_ISSUED, is_electronic=(True,), must_be_submitted_elsewhere=(True,)),
            _one(**_ISSUED, is_electronic=_NO, must_be_submitted_elsewhere=(True,)),
        ),
    },
)
