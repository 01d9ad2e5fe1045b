"""Test data about one item in two places (五级十五同)."""

from collections.abc import Iterable, Mapping
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.records import ExercisingLevel, ItemComparison, ItemType, OnlineDepth
from zwfw.testing._facts import Flaw, Violations, conforming, violations
from zwfw.testing._records import Fields, as_strategies, is_or_none, named, some_or_all, texts
from zwfw.testing.areas import areas

__all__ = ["VIOLATIONS", "conforming_item_comparisons", "item_comparisons"]

_HOME = "莆田市"
"""Where the clauses bind: that of the district binds within it."""

_CODES = ("00010914100Y", "113501000036049501300010914100Y", "113501000036049501400010914100Y01")
"""One base code: by itself, and as two bodies have it, the second as a handling item."""

_OTHER_CODES = ("00010914200Y", "113501000036049501300010914200Y")
_UNREADABLE_CODES = ("113501000036049501XK000123", "无编码")

_NAMES = ("节能审查", "取水许可")
_GRAINS = ("主项", "子项", "办理项")
_TYPES = (ItemType.LICENCE, ItemType.FILING, "行政征收")
_CONDITIONS = ("依法设立", "有固定场所")
_STEPS = ("申请", "受理", "审查", "决定")
_TITLES = ("福建省节约能源条例", "取水许可管理办法")
_ARTICLES = (None, "第十条", "第十六条")


def _few(values: Iterable[object], least: int = 0) -> st.SearchStrategy[list[Any]]:
    return st.lists(st.sampled_from(tuple(values)), min_size=least, max_size=3, unique=True)


def _parts(field: str, values: Iterable[str]) -> st.SearchStrategy[list[dict[str, Any]]]:
    return _few(values).map(lambda held: [{field: value} for value in held])


_BASES = st.lists(
    st.fixed_dictionaries({"name": st.sampled_from(_TITLES), "article": st.sampled_from(_ARTICLES)}), max_size=2
)
_MATERIALS = _parts("name", ("申请表", "营业执照", "现场照片"))
_POINTS = _parts("text", ("申请表填写完整", "照片清晰"))
_FORMATS = _few(("docx", "pdf"))
_FEES = _few(("工本费", "检测费"))

_OTHER_ELEMENTS: Fields = {
    "granularity": is_or_none(st.sampled_from(_GRAINS)),
    "code": is_or_none(st.sampled_from((*_CODES, *_OTHER_CODES, *_UNREADABLE_CODES))),
    "bases": is_or_none(_BASES | _parts("name", _TITLES)),
    "item_type": is_or_none(st.sampled_from(_TYPES)),
    "conditions": is_or_none(st.sampled_from(_CONDITIONS)),
    "process": is_or_none(_few(_STEPS)),
    "materials": is_or_none(_MATERIALS),
    "online_depth": is_or_none(st.sampled_from(OnlineDepth)),
    "form_formats": is_or_none(_FORMATS),
    "review_points": is_or_none(_POINTS),
    "fees": is_or_none(_FEES),
}
"""The compared elements whose values stand by themselves; each may be the same in both, or not."""

_TIMES: st.SearchStrategy[dict[str, int | None]] = st.sampled_from(
    (
        {},
        {"promised_working_days": None},
        {"promised_working_days": None, "promised_calendar_days": None},
        {"promised_calendar_days": 7},
        {"promised_working_days": None, "promised_calendar_days": 7},
        *({"promised_working_days": days, "promised_calendar_days": None} for days in (0, 5, 6)),
    )
)
"""A time is counted in one of the two; often only that one is stated."""


def item_comparisons(**fields: object) -> st.SearchStrategy[ItemComparison]:
    """One item in two places, alike or not; what is not given is stated or not.

    The second differs from the first in nothing, in some elements, or in all.

    Args:
        fields: Any field of an :class:`~zwfw.records.ItemComparison`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> pair = find(item_comparisons(item={"name": "节能审查"}), lambda pair: pair.other.promised_working_days == 5)
    >>> pair.item.name, pair.other.promised_working_days
    ('节能审查', 5)
    """
    return named("item_comparisons", _pairs(as_strategies(ItemComparison, fields)))


@st.composite
def _pairs(draw: st.DrawFn, given: Fields) -> ItemComparison:
    item = draw(_ITEMS)
    other = draw(_ITEMS)
    if draw(st.booleans()):
        changed = draw(st.lists(st.sampled_from(sorted(_OTHER_ELEMENTS)), max_size=2))
        other = {**item, "area": other.get("area"), **{name: other[name] for name in changed if name in other}}
    facts = {"area": draw(is_or_none(areas())), "item": item, "other": other}
    return ItemComparison(**facts | {name: draw(value) for name, value in given.items()})


_ITEMS: st.SearchStrategy[dict[str, Any]] = st.builds(
    lambda facts, times: facts | times,
    some_or_all({"name": st.sampled_from(_NAMES)}, {"area": is_or_none(areas()), **_OTHER_ELEMENTS}),
    _TIMES,
)


def conforming_item_comparisons(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[ItemComparison]:
    """One item in two places that has every printed element stated and alike: in hindsight, ``check(...).ok`` is true.

    What may differ between two places does: the body and its level, and the order of what has none.

    Args:
        area: An area of Putian, or a strategy of such areas; any of them unless given. The pair and its first item
            state it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_item_comparisons(area="涵江区"), lambda pair: True), hindsight()).ok
    True
    """
    return conforming(
        "conforming_item_comparisons", ItemComparison, _tell, areas(within=_HOME) if area is None else area
    )


def _tell(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    alike = {
        "name": draw(texts()),
        "granularity": draw(is_or_none(st.sampled_from(_GRAINS))),
        "bases": draw(_BASES),
        "item_type": draw(is_or_none(st.sampled_from(_TYPES))),
        "conditions": draw(is_or_none(texts())),
        "process": draw(_few(_STEPS)),
        "materials": draw(_MATERIALS),
        "online_depth": draw(is_or_none(st.sampled_from(OnlineDepth))),
        "form_formats": draw(_FORMATS),
        "review_points": draw(_POINTS),
        "fees": draw(_FEES),
        **draw(
            st.sampled_from(
                (
                    {"promised_working_days": 5, "promised_calendar_days": None},
                    {"promised_working_days": None, "promised_calendar_days": 7},
                    {"promised_working_days": None, "promised_calendar_days": None},
                )
            )
        ),
    }
    in_any_order = ("bases", "materials", "form_formats", "review_points", "fees")
    reordered = {name: draw(st.permutations(alike[name])) for name in in_any_order}
    elsewhere = draw(st.sampled_from((area, Area("350000"), Area("350102"), Area("350303"))))
    no_code = draw(st.booleans())
    return {
        "area": area,
        "item": alike | _of_one_place(draw, area, no_code=no_code),
        "other": alike | reordered | _of_one_place(draw, elsewhere, no_code=no_code),
    }


def _of_one_place(draw: st.DrawFn, area: Area, *, no_code: bool) -> dict[str, Any]:
    """What two places need not share."""
    return {
        "area": area,
        "code": None if no_code else draw(st.sampled_from(_CODES)),
        "department": draw(texts()),
        "exercising_level": draw(st.sampled_from(ExercisingLevel)),
    }


def _another(field: str, *choices: object) -> Flaw:
    """The second says something else."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        said = facts["item"][field]
        facts["other"] |= {field: draw(st.sampled_from([choice for choice in choices if choice != said]))}

    return Flaw(spoil)


def _one_more(field: str, more: object) -> Flaw:
    """One of the two, whichever it is, has one more than the other."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        place = draw(st.sampled_from(("item", "other")))
        facts[place] |= {field: [*facts[place][field], more]}

    return Flaw(spoil)


def _one_each(field: str, one: object, two: object) -> Flaw:
    """Both have one more, but not the same one: neither is the better."""

    def spoil(_: st.DrawFn, facts: dict[str, Any]) -> None:
        for place, more in (("item", one), ("other", two)):
            facts[place] |= {field: [*facts[place][field], more]}

    return Flaw(spoil)


def _told_in_one_place(told: Mapping[str, object], untold: Mapping[str, object]) -> Flaw:
    """One of the two says something, the other that there is none."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        one, two = draw(st.permutations(("item", "other")))
        facts[one] |= told
        facts[two] |= untold

    return Flaw(spoil)


def _reorder(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """The same steps in another order."""
    steps = draw(_few(_STEPS, least=2))
    facts["item"] |= {"process": steps}
    facts["other"] |= {"process": [*steps[1:], steps[0]]}


_NO_TIME = {"promised_working_days": None, "promised_calendar_days": None}

VIOLATIONS: Violations = violations(
    ItemComparison,
    _tell,
    {
        "comparisons.elements-the-same": (
            _another("name", *_NAMES, "户外广告设置审批"),
            _another("granularity", None, *_GRAINS),
            _told_in_one_place({"code": _CODES[1]}, {"code": _OTHER_CODES[1]}),
            _told_in_one_place({"code": _CODES[0]}, {"code": None}),
            _one_more("bases", {"name": "福建省行政审批条例", "article": None}),
            _one_each("bases", *({"name": _TITLES[0], "article": article} for article in ("第一条", "第二条"))),
            _another("item_type", None, *_TYPES),
            _another("conditions", None, *_CONDITIONS),
            _one_each("process", "制证", "送达"),
            Flaw(_reorder),
            _one_each("materials", {"name": "平面图"}, {"name": "检测报告"}),
            _another("online_depth", None, *OnlineDepth),
            _told_in_one_place({**_NO_TIME, "promised_working_days": 5}, _NO_TIME),
            _told_in_one_place({**_NO_TIME, "promised_calendar_days": 7}, _NO_TIME),
            _one_more("form_formats", "ofd"),
            _one_more("review_points", {"text": "场所与申请一致"}),
            _one_more("fees", "公告费"),
        ),
    },
)
