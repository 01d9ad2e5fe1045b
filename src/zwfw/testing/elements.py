"""Test data about the elements that an item, its guide and its catalogue entry share (事项要素)."""

from collections.abc import Mapping
from typing import Any, TypeVar

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.normset import norms_in_force
from zwfw.records import (
    ApprovalStage,
    BasisRank,
    ExercisingLevel,
    ItemElements,
    ItemType,
    OnlineDepth,
)
from zwfw.testing._facts import Flaw, Violations, changed, conforming, violations
from zwfw.testing._records import TRUTHS, Fields, fields_of, is_or_none, named, texts
from zwfw.testing.areas import areas
from zwfw.testing.materials import legal_bases, materials, told_materials
from zwfw.testing.moments import LAST_DAY
from zwfw.testing.results import item_results, tell_result
from zwfw.testing.review_points import review_points, tell_review_point
from zwfw.testing.special_steps import special_steps

__all__ = ["VIOLATIONS", "conforming_item_elements", "elements_of", "item_elements", "tell_elements"]

E = TypeVar("E", bound=ItemElements)

_XIAMEN = "xiamen-2022/2.1.4"
_MOST = 3

_DAYS = is_or_none(st.integers(0, 60))
_NAMES = is_or_none(st.lists(texts(), max_size=2))
_TEXT = is_or_none(texts())
_STAGES = st.sampled_from(ApprovalStage) | texts() | st.sampled_from(("现场勘验", "专家论证会", "审核", "制证"))


def _some(parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return is_or_none(st.lists(parts, max_size=2))


_FIELDS: Fields = {
    "name": texts(),
    "code": _TEXT,
    "area": is_or_none(areas()),
    "item_type": is_or_none(st.sampled_from(ItemType) | texts()),
    "exercising_level": is_or_none(st.sampled_from(ExercisingLevel)),
    "department": _TEXT,
    "granularity": _TEXT,
    "service_objects": _NAMES,
    "conditions": _TEXT,
    "bases": _some(legal_bases()),
    "materials": _some(materials()),
    "process": _NAMES,
    "stages": is_or_none(st.lists(_STAGES, max_size=_MOST + 2)),
    "special_steps": _some(special_steps()),
    "statutory_working_days": _DAYS,
    "statutory_calendar_days": _DAYS,
    "promised_working_days": _DAYS,
    "promised_calendar_days": _DAYS,
    "visits": is_or_none(st.integers(0, 5)),
    "fees": _NAMES,
    "form_formats": _NAMES,
    "review_points": _some(review_points()),
    "results": _some(item_results()),
    "online_depth": is_or_none(st.sampled_from(OnlineDepth)),
    "instant": TRUTHS,
    "intermediary_services": _NAMES,
    "quantity_limit": _TEXT,
    "annual_inspection": _TEXT,
    "catalogue_code": _TEXT,
}


def item_elements(**fields: object) -> st.SearchStrategy[ItemElements]:
    """Elements of every kind, kept to the norms or not; what is not given is stated or not.

    Args:
        fields: Any field of an :class:`~zwfw.records.ItemElements`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.
        ValidationError: When drawn, if the given fields contradict one another.

    >>> from hypothesis import find
    >>> found = find(item_elements(area="厦门市"), lambda elements: len(elements.stages or ()) == 4)
    >>> len(found.stages)
    4
    """
    return elements_of(ItemElements, {}, fields)


def elements_of(kind: type[E], more: Fields, given: Mapping[str, object]) -> st.SearchStrategy[E]:
    """Records of a *kind* that has the elements and *more* fields; a time is drawn in days of one kind.

    Args:
        kind: The kind of record.
        more: How its other fields are drawn; an element among them is drawn as is said here.
        given: The fields that are given, as values or as strategies of values.
    """

    def possible(facts: dict[str, Any]) -> E:
        for time in ("statutory", "promised"):
            days = f"{time}_working_days", f"{time}_calendar_days"
            if all(facts.get(field) is not None for field in days):
                # Where both were given, that is the record's own error.
                facts |= dict.fromkeys([field for field in days if field not in given][-1:])
        return kind(**facts)

    return named(kind.__name__, fields_of(kind, {**_FIELDS, **more}, given).map(possible))


def conforming_item_elements(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[ItemElements]:
    """Elements that are all stated and keep every clause: in hindsight, ``check(elements, ...).ok`` is true.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The elements state it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_item_elements(area="厦门市"), lambda elements: True), hindsight()).ok
    True
    """
    return conforming("conforming_item_elements", ItemElements, _tell_with_materials, area)


def _tell_with_materials(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    return {**tell_elements(draw, area), "materials": draw(told_materials())}


_PARTS = {
    "materials": st.just([]),
    "special_steps": st.just([]),
    "review_points": st.lists(st.composite(tell_review_point)(), min_size=1, max_size=2),
    "results": st.lists(st.composite(tell_result)(), min_size=1, max_size=2),
    "statutory_calendar_days": st.none(),
    "promised_calendar_days": st.none(),
}
_PLAIN: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {name: drawn for name, drawn in _FIELDS.items() if name != "area"} | _PARTS
)


def tell_elements(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    """The facts of elements that are all stated and keep every clause of *area*; no material is asked for.

    There is at least one result, and at least one review point. Who needs other parts puts them in their place.
    """
    facts = draw(_PLAIN)
    is_strict = norms_in_force(area, LAST_DAY).has(_XIAMEN)
    if is_strict and facts["stages"]:
        facts["stages"] = facts["stages"][:_MOST]
    facts["special_steps"] = draw(st.lists(_step(is_strict=is_strict), max_size=2))
    return {**facts, "area": area}


@st.composite
def _step(draw: st.DrawFn, *, is_strict: bool) -> dict[str, Any]:
    """A special step with all that is asked of one; outside Xiamen one may be kept without a basis."""
    rank = draw(st.sampled_from(_BASED) | st.just(BasisRank.NONE)) if not is_strict else draw(st.sampled_from(_BASED))
    return {
        "name": draw(texts()),
        "basis_rank": rank,
        "kept_by_decision": rank is BasisRank.NONE or draw(TRUTHS),
        "started_at": None,
        "ended_at": None,
        "limit_working_days": draw(st.integers(0, 30)),
        "statutory_working_days": draw(_DAYS),
    }


_BASED = tuple(rank for rank in BasisRank if rank is not BasisRank.NONE)


def _with_step(where: str = "", /, **choices: tuple[object, ...]) -> Flaw:
    """One more special step, with these facts."""
    spoil = changed(**choices)

    def add(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        step = draw(_step(is_strict=True))
        spoil(draw, step)
        facts["special_steps"] = draw(st.permutations([*facts["special_steps"], step]))

    return Flaw(add, where)


def _too_many(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """Ordinary stages over the number, at times with a special step beside them."""
    ordinary = [*ApprovalStage, *draw(st.lists(st.sampled_from(("审核", "制证", "送达")), min_size=1, max_size=3))]
    special = draw(st.lists(st.just("现场勘验"), max_size=1))
    facts["stages"] = draw(st.permutations([*ordinary, *special]))
    facts["special_steps"] = [step for step in facts["special_steps"] if step["name"] not in ordinary]


_NONE = (BasisRank.NONE, None)

VIOLATIONS: Violations = violations(
    ItemElements,
    tell_elements,
    {
        "elements.stages-at-most": (Flaw(_too_many),),
        "elements.special-steps-stated": (
            _with_step(name=("",)),
            _with_step(limit_working_days=(None,)),
            _with_step(basis_rank=_NONE, kept_by_decision=(False, None)),
            _with_step(basis_rank=_NONE, limit_working_days=(None,), kept_by_decision=(False,)),
            _with_step(_XIAMEN, basis_rank=_NONE, kept_by_decision=(True,)),
        ),
    },
)
