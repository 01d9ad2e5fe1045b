"""Benefits to test with, and those that break or keep a clause (惠企政策“免申即享”)."""

from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.records import Benefit
from zwfw.testing._facts import Flaw, Violations, changed, conforming, violations
from zwfw.testing._records import TRUTHS, Fields, is_or_none, named, records, texts
from zwfw.testing.areas import areas

__all__ = ["VIOLATIONS", "benefits", "conforming_benefits"]


def benefits(**fields: object) -> st.SearchStrategy[Benefit]:
    """Benefits of enterprises that qualify or do not, applied for or not; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.Benefit`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(benefits(qualifies=True), lambda benefit: benefit.had_to_apply).had_to_apply
    True
    """
    usual: Fields = {"policy": texts(), "area": is_or_none(areas())}
    truths = {name: TRUTHS for name in Benefit.model_fields if name not in usual}
    return named("benefits", records(Benefit, {**usual, **truths}, fields))


def conforming_benefits(*, area: Area | str | st.SearchStrategy[Area] | None = None) -> st.SearchStrategy[Benefit]:
    """Benefits that state every field and keep every clause: in hindsight, ``check(benefit, ...).ok`` is true.

    They are of enterprises that qualify, and are enjoyed without an application.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The benefit states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_benefits(area="厦门市"), lambda benefit: True), hindsight()).ok
    True
    """
    return conforming("conforming_benefits", Benefit, _tell, area)


def _tell(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    return {
        "policy": draw(texts()),
        "area": area,
        "without_application": True,
        "qualifies": True,
        "confirmed_by_shared_data": draw(TRUTHS),
        "had_to_apply": draw(st.sampled_from((False, None))),
        "is_enjoyed": True,
    }


VIOLATIONS: Violations = violations(
    Benefit,
    _tell,
    {
        "benefits.enjoyed-without-applying": (
            Flaw(changed(had_to_apply=(True,), is_enjoyed=(True, False, None), confirmed_by_shared_data=(True,))),
        ),
    },
)
