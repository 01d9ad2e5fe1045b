"""One item in two places, element by element (五级十五同)."""

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any

import attrs

from zwfw.codes import BaseCode, HandlingCode, ImplementationCode, read_item_code
from zwfw.parameters import parameter
from zwfw.records import Item
from zwfw.records.stated import Unstated, View, path_of, when

__all__ = ["ComparedElement", "Likeness", "Sameness", "sameness", "told"]


class Likeness(Enum):
    """Whether an element is the same in two places (要素一致性)."""

    SAME = "一致"
    DIFFERENT = "不一致"
    UNKNOWN = "不明"


@attrs.frozen(kw_only=True)
class ComparedElement:
    """One element of an item as two places have it (要素比对).

    Attributes:
        element: The element, as printed.
        path: Where it stands in the first of the two.
        state: Whether the two are the same.
        item: What the first says; ``None`` where it says that there is none, or nothing.
        other: The same of the second.
        may_be_better: Whether they differ in something in which a place may do better than another: fewer materials,
            fewer steps, a shorter time.
        missing: What was not stated. Where nothing is missing and it is still unknown, a person has to compare.
    """

    element: str
    path: str
    state: Likeness
    item: object
    other: object
    may_be_better: bool = False
    missing: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Sameness:
    """One item in two places, element by element (五级十五同).

    Attributes:
        elements: The elements that are printed, in the order of the text.
        named: How many there are by the name. The text leaves its list open: which the others are, nobody can read from
            it, and none stand here.
    """

    elements: tuple[ComparedElement, ...]
    named: int

    @property
    def printed(self) -> int:
        """How many elements are printed."""
        return len(self.elements)

    @property
    def unprinted(self) -> int:
        """How many the name speaks of that are printed nowhere, and so not compared."""
        return self.named - self.printed


def sameness(item: Item, other: Item) -> Sameness:
    """Compare one item as two places hold it, element by element.

    Only what the text prints is compared, each element by itself:

    - a code by its base code, which is what two places share: an implementation code also names the body and its level;
    - materials by name, legal bases by title and article, review points by their text, form formats and fees: in any
      order;
    - the steps of the process in their order;
    - the promised time in its own unit.

    What both state not to have is the same.

    >>> found = sameness(Item(name="节能审查", visits=1), Item(name="节能登记", visits=2))
    >>> first = found.elements[0]
    >>> first.element, first.state.value, first.item, first.other
    ('名称', '不一致', '节能审查', '节能登记')
    >>> found.printed, found.named, found.unprinted
    (13, 15, 2)
    """
    views = (_view(item, "item."), _view(other, "other."))
    return Sameness(
        elements=tuple(_compared(name, each, *views) for name, each in _ELEMENTS.items()),
        named=int(parameter("fifteen_sames").values[0].value),
    )


def _view(item: Any, path: str) -> Any:
    return item if isinstance(item, View) else View(item, path)


def _is_same(one: Any, two: Any) -> Likeness:
    return Likeness.SAME if one == two else Likeness.DIFFERENT


def _in_any_order(one: Any, two: Any) -> Likeness:
    return _is_same(frozenset(one), frozenset(two))


def _never(_one: Any, _two: Any) -> bool:
    return False


@attrs.frozen(kw_only=True)
class _Element:
    """How one element is compared.

    Attributes:
        reads: What of an item says it. The first that differs settles it, whatever is unknown of the rest.
        fields: Where it stands; the first that is filled in is named.
        likeness: Whether two such values are the same.
        may_be_better: Whether one of two that differ may be the better one.
    """

    reads: tuple[Callable[[Any], object], ...]
    fields: tuple[str, ...]
    likeness: Callable[[Any, Any], Likeness] = _is_same
    may_be_better: Callable[[Any, Any], bool] = _never


def _compared(name: str, element: _Element, item: Any, other: Any) -> ComparedElement:
    state, values, missing = Likeness.SAME, (None, None), ()
    for read in element.reads:
        (first, *unknown), (second, *others) = told(read, item), told(read, other)
        values, missing = (first, second), (*unknown, *others)
        state = Likeness.UNKNOWN if missing else element.likeness(first, second)
        if state is not Likeness.SAME:
            break
    return ComparedElement(
        element=name,
        path=path_of(item, _filled_in(item, element.fields)),
        state=state,
        item=values[0],
        other=values[1],
        may_be_better=state is Likeness.DIFFERENT and element.may_be_better(*values),
        missing=missing,
    )


def told(read: Callable[[Any], object], item: Any) -> tuple[Any, ...]:
    """What *read* gives, or ``None`` and the fields that are missing."""
    try:
        return (read(item),)
    except Unstated as unknown:
        return (None, *unknown.paths)


def _filled_in(item: Any, fields: tuple[str, ...]) -> str:
    return next((field for field in fields if getattr(item.record, field) is not None), fields[0])


def _plain(field: str, **how: Any) -> _Element:
    return _Element(reads=(lambda item: getattr(item, field) or None,), fields=(field,), **how)


def _listed(field: str, name: str = "", **how: Any) -> _Element:
    """An element that is a list of texts, or of parts with a *name*; none is an empty one."""

    def read(item: Any) -> tuple[str, ...]:
        return tuple(getattr(each, name) if name else each for each in getattr(item, field) or ())

    return _Element(reads=(read,), fields=(field,), **how)


def _same_code(one: str | None, two: str | None) -> Likeness:
    if one == two or not (one and two):
        return _is_same(one, two)
    bases = _base_of(one), _base_of(two)
    if None in bases:
        return Likeness.UNKNOWN
    return _is_same(*bases)


def _base_of(text: str) -> BaseCode | None:
    """The base code in *text*, whatever is wrong around it; ``None`` where there is none that is right in itself."""
    code = read_item_code(text).code
    if isinstance(code, HandlingCode):
        code = code.implementation
    base = code.base if isinstance(code, ImplementationCode) else code
    return base if isinstance(base, BaseCode) and not base.faults else None


def _titles(item: Item) -> tuple[str, ...]:
    return tuple(basis.name for basis in item.bases or ())


def _articles(item: Item) -> tuple[str, ...]:
    return tuple(f"{basis.name}{basis.article or ''}" for basis in item.bases or ())


def _promised(item: Item) -> str | None:
    if when(item, promised_working_days=None, promised_calendar_days=None):
        return None
    working = told(lambda held: held.promised_working_days, item)[0]
    return f"{item.promised_calendar_days}个自然日" if working is None else f"{working}个工作日"


def _one_has_fewer(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    return len(one) != len(two)


def _one_asks_for_less(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """All that the one asks for, the other asks for too, and more."""
    first, second = frozenset(one), frozenset(two)
    return first < second or second < first


def _both_promise(one: str | None, two: str | None) -> bool:
    """Of two times that differ one may be the shorter; a place without any does no better than one with."""
    return one is not None and two is not None


_ELEMENTS: Mapping[str, _Element] = {
    "名称": _plain("name"),
    "颗粒度": _plain("granularity"),
    "编码": _plain("code", likeness=_same_code),
    "依据": _Element(reads=(_titles, _articles), fields=("bases",), likeness=_in_any_order),
    "类型": _plain("item_type"),
    "办理条件": _plain("conditions"),
    "办事流程": _listed("process", may_be_better=_one_has_fewer),
    "申请材料": _listed("materials", "name", likeness=_in_any_order, may_be_better=_one_asks_for_less),
    "办理深度": _plain("online_depth"),
    "承诺时限": _Element(
        reads=(_promised,), fields=("promised_working_days", "promised_calendar_days"), may_be_better=_both_promise
    ),
    "表单格式": _listed("form_formats", likeness=_in_any_order),
    "审查要点": _listed("review_points", "text", likeness=_in_any_order),
    "收费项目": _listed("fees", likeness=_in_any_order),
}
"""The elements that are printed, in the order of the text, and how each is compared."""
