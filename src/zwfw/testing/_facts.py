"""Records told from facts that keep every clause, and the ways to spoil them (符合与违反)."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.normset import norms_in_force
from zwfw.records import Record
from zwfw.testing._records import named
from zwfw.testing.areas import areas, as_areas
from zwfw.testing.moments import LAST_DAY

__all__ = ["Flaw", "Teller", "Violations", "changed", "conforming", "one_part", "violations"]

R = TypeVar("R", bound=Record)

Teller = Callable[[st.DrawFn, Area], dict[str, Any]]
"""Draws the facts of a record of an area that states every field and keeps every clause; the area stands among them."""

Spoiler = Callable[[st.DrawFn, dict[str, Any]], None]
"""Changes drawn facts in place, so that one rule is broken."""

Violations = Mapping[str, Callable[[Area], st.SearchStrategy[Any]]]
"""For each rule, what draws the records of an area that break it and no other."""


@attrs.frozen
class Flaw:
    """One way to break a rule.

    Attributes:
        spoil: What it changes.
        where: A clause that has to be in force; empty where it does not matter.
    """

    spoil: Spoiler
    where: str = ""

    def is_possible_in(self, area: Area) -> bool:
        """Whether it breaks the rule in *area*."""
        return not self.where or norms_in_force(area, LAST_DAY).has(self.where)


def changed(**choices: tuple[object, ...]) -> Spoiler:
    """Set each of these fields to one of its choices."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        for field, values in choices.items():
            facts[field] = draw(st.sampled_from(values))

    return spoil


def one_part(field: str, spoil: Spoiler) -> Spoiler:
    """Spoil one of the parts, given as facts too, that stand in *field*."""

    def spoil_one(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        parts = [dict(part) for part in facts[field]]
        spoil(draw, parts[draw(st.integers(0, len(parts) - 1))])
        facts[field] = parts

    return spoil_one


def conforming(
    name: str, kind: type[R], tell: Teller, area: Area | str | st.SearchStrategy[Area] | None
) -> st.SearchStrategy[R]:
    """The records that *tell* tells of an area, of any of the province unless given."""
    return named(name, as_areas(area, areas()).flatmap(partial(_told, kind, tell)))


@st.composite
def _told(draw: st.DrawFn, kind: type[R], tell: Teller, area: Area) -> R:
    return kind(**tell(draw, area))


@st.composite
def _spoilt(draw: st.DrawFn, kind: type[R], tell: Teller, flaws: tuple[Flaw, ...], area: Area) -> R:
    flaw = draw(st.sampled_from([each for each in flaws if each.is_possible_in(area)]))
    facts = tell(draw, area)
    flaw.spoil(draw, facts)
    return kind(**facts)


def violations(kind: type[Record], tell: Teller, flaws: Mapping[str, tuple[Flaw, ...]]) -> Violations:
    """For each rule, what draws a record that *tell* tells, with one of the rule's flaws."""
    return {rule_id: partial(_spoilt, kind, tell, each) for rule_id, each in flaws.items()}
