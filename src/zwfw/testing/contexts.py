"""Contexts to test with (语境)."""

from datetime import date, datetime
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.context import Context
from zwfw.readings import readings
from zwfw.testing.areas import areas
from zwfw.testing.moments import moments

__all__ = ["contexts"]


def contexts(
    *,
    area: Area | str | st.SearchStrategy[Area] | None = None,
    as_of: date | datetime | str | st.SearchStrategy[date | datetime] | None = None,
) -> st.SearchStrategy[Context]:
    """Contexts with the national calendar and any choice of readings.

    Args:
        area: An area, or a strategy of areas; :func:`zwfw.testing.strategies.areas` unless given.
        as_of: The moment of looking, or a strategy; :func:`zwfw.testing.strategies.moments` unless given.

    Raises:
        UnknownAreaError: When drawn, if no area has that code or name.
        AmbiguousAreaError: When drawn, if the name fits several.
        ContextError: When drawn, if *as_of* is neither a day nor a moment.

    >>> from hypothesis import find
    >>> find(contexts(area="厦门市"), lambda ctx: True).as_of.isoformat()
    '2023-03-06T23:59:59.999999'
    """
    return st.builds(
        Context,
        area=_drawn(areas() if area is None else area),
        as_of=_drawn(moments() if as_of is None else as_of),
        readings=_choices(),
    )


def _drawn(value: Any) -> st.SearchStrategy[Any]:
    return value if isinstance(value, st.SearchStrategy) else st.just(value)


def _choices() -> st.SearchStrategy[dict[str, str]]:
    """Options for some of the readings; the default stands for the rest."""
    return st.fixed_dictionaries(
        {}, optional={each.id: st.sampled_from([option.id for option in each.options]) for each in readings()}
    )
