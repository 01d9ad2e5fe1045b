"""What two items, guides or catalogue entries say otherwise of the same thing, element by element."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

import attrs

from zwfw.records import ItemElements
from zwfw.records.stated import Unstated, View, path_of

__all__ = ["LABELS", "Difference", "differences", "not_among", "stated_by"]

LABELS: Mapping[str, str] = {
    "name": "事项名称",
    "code": "事项编码",
    "item_type": "事项类型",
    "exercising_level": "行使层级",
    "department": "实施主体",
    "granularity": "颗粒度",
    "service_objects": "服务对象",
    "conditions": "办理条件",
    "bases": "设立依据",
    "materials": "申请材料",
    "process": "办理流程",
    "stages": "审批环节",
    "special_steps": "特殊环节",
    "statutory_working_days": "法定时限（工作日）",
    "statutory_calendar_days": "法定时限（自然日）",
    "promised_working_days": "承诺时限（工作日）",
    "promised_calendar_days": "承诺时限（自然日）",
    "visits": "到现场次数",
    "fees": "收费项目",
    "form_formats": "表单格式",
    "review_points": "审查要点",
    "results": "审批结果",
    "online_depth": "办理深度",
    "instant": "即办件",
    "intermediary_services": "中介服务",
    "quantity_limit": "数量限制",
    "annual_inspection": "年检年报",
    "catalogue_code": "标准化目录事项",
    "service_standard": "服务标准",
}
"""The elements that are compared, with their terms; where it is handled is none of them."""

_IN_ANY_ORDER = ("service_objects", "fees", "form_formats", "intermediary_services")

_PARTS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "bases": ("name", ("article", "rank", "number", "text")),
    "materials": (
        "name",
        (
            "requirements",
            "source",
            "form",
            "is_required",
            "copies",
            "must_be_submitted",
            "source_channel",
            "provider_qualification",
            "format_prescribed",
            "bases",
        ),
    ),
    "special_steps": ("name", ("basis_rank", "limit_working_days", "statutory_working_days")),
    "review_points": ("text", ("standard", "subject")),
    "results": ("name", ("kind",)),
}
"""What names a part, and what is compared of it. Whether a material is on paper is a matter of the medium, and where a
form or a sample lies one of the place: neither is its content."""


@attrs.frozen(kw_only=True)
class Difference:
    """One place in which two are not alike, or are not known to be (要素差异).

    Attributes:
        element: The field of the element, as in ``materials``.
        part: For something within a part of the element, as one of the materials: the name of that part.
        at: The place in the second of the two.
        one: What the first says; ``None`` where it says that there is none, or nothing.
        other: What the second says.
        missing: The fields that only one of the two states, where that is why it is not known; empty where they differ.
    """

    element: str
    part: str = ""
    at: str
    one: object = None
    other: object = None
    missing: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The term of the element."""
        return LABELS[self.element]


def differences(
    one: ItemElements, other: ItemElements, elements: Iterable[str] | None = None
) -> tuple[Difference, ...]:
    """In what two items, guides or catalogue entries are not alike, element by element.

    What both leave unstated is passed over. Parts are held against those of the same name, in whatever order they
    stand; the steps of a process keep theirs. Blanks, line breaks and the width of characters make no difference.

    Args:
        one: The first.
        other: The second; places are places in it.
        elements: The fields to compare; all that both have unless given, but for the area.

    >>> from zwfw.records import Guide
    >>> online = Guide(name="节能审查", visits=0, materials=[{"name": "节能报告", "copies": 1}], fees=[])
    >>> offline = Guide(name="节能审查", visits=1, materials=[{"name": "节能报告", "copies": 2}])
    >>> for each in differences(online, offline):
    ...     print(each.label, each.at, each.one, each.other, each.missing)
    申请材料 other.materials[0].copies 1 2 ()
    到现场次数 other.visits 0 1 ()
    收费项目 other.fees None None ('other.fees',)
    """
    first, second = _view(one, "one."), _view(other, "other.")
    names = _shared(first, second) if elements is None else elements
    return tuple(chain.from_iterable(_of_element(first, second, name) for name in names))


def _view(record: Any, path: str) -> Any:
    return record if isinstance(record, View) else View(record, path)


def _shared(one: View, other: View) -> tuple[str, ...]:
    return tuple(name for name in LABELS if all(name in type(each.record).model_fields for each in (one, other)))


def stated_by(one: Any, other: Any, name: str) -> tuple[list[Any], tuple[str, ...]]:
    """What the two state of a field, and the paths at which it is not stated."""
    values: list[Any] = []
    missing: tuple[str, ...] = ()
    for view in (one, other):
        try:
            values.append(getattr(view, name))
        except Unstated as unknown:
            missing += unknown.paths
    return values, missing


def not_among(names: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """Those of *names* that none of *known* is, whatever their blanks and the width of their characters."""
    held = {_plain(name) for name in known}
    return tuple(name for name in names if _plain(name) not in held)


def _of_element(one: Any, other: Any, element: str) -> Iterator[Difference]:
    for found in _of_field(one, other, element):
        yield attrs.evolve(found, element=element)


def _of_field(one: Any, other: Any, name: str) -> Iterator[Difference]:
    at = path_of(other, name)
    values, missing = stated_by(one, other, name)
    if missing:
        if values:
            yield Difference(element=name, at=at, missing=missing)
    elif name in _PARTS:
        yield from _of_parts(values[0] or (), values[1] or (), name, at)
    elif _plain(values[0], name) != _plain(values[1], name):
        one, other = (None if value in ("", ()) else value for value in values)
        yield Difference(element=name, at=at, one=one, other=other)


def _of_parts(one: tuple[Any, ...], other: tuple[Any, ...], name: str, at: str) -> Iterator[Difference]:
    named_by, fields = _PARTS[name]
    ours, theirs = _by_name(one, named_by), _by_name(other, named_by)
    if Counter({key: len(parts) for key, parts in ours.items()}) != {key: len(parts) for key, parts in theirs.items()}:
        names = [tuple(getattr(part, named_by) for part in parts) or None for parts in (one, other)]
        yield Difference(element=name, at=at, one=names[0], other=names[1])
    for key, parts in ours.items():
        if len(parts) == len(theirs.get(key, ())):
            for found in _of_namesakes(parts, theirs[key], fields):
                yield attrs.evolve(found, part=getattr(parts[0], named_by))


def _of_namesakes(one: list[Any], other: list[Any], fields: tuple[str, ...]) -> list[Difference]:
    """The differences of parts of one name; those that are most alike are held against one another first."""
    pairs = [
        (number, against, [found for name in fields for found in _of_field(part, each, name)])
        for number, part in enumerate(one)
        for against, each in enumerate(other)
    ]
    found: dict[int, list[Difference]] = {}
    taken: set[int] = set()
    for number, against, differing in sorted(pairs, key=lambda pair: len(pair[2])):
        if number not in found and against not in taken:
            found[number] = differing
            taken.add(against)
    told = [each for number in sorted(found) for each in found[number]]
    unknown = [each for each in told if each.missing]
    # Which of several belong together is not known while something of them is not.
    return unknown if unknown and len(one) > 1 else told


def _by_name(parts: tuple[Any, ...], named_by: str) -> dict[object, list[Any]]:
    found: dict[object, list[Any]] = {}
    for part in parts:
        found.setdefault(_plain(getattr(part, named_by)), []).append(part)
    return found


def _plain(value: Any, name: str = "") -> object:
    """What is compared: of a text what it says, of a list its members; none, empty and no are one."""
    if isinstance(value, str):
        value = "".join(unicodedata.normalize("NFKC", value).split())
    elif isinstance(value, tuple):
        members = [_plain(each) for each in value]
        value = frozenset(members) if name in _IN_ANY_ORDER else tuple(members)
    return None if value in ("", (), frozenset()) or value is False else value
