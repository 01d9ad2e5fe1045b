"""The norms in force: which documents bind an area on a day, and the values that hold there."""

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache, lru_cache

import attrs

from zwfw.areas import Area, to_area
from zwfw.clauses import Clause, Document, ForceState, ForceStatus, clause, document, documents
from zwfw.errors import UnknownParameterError
from zwfw.parameters import ResolvedParameter, parameter
from zwfw.readings import Readings

__all__ = ["NormSet", "norms_in_force"]


@attrs.frozen(kw_only=True, eq=False)
class NormSet:
    """What binds one area over a stretch of days in which nothing changes (现行规范).

    Attributes:
        area: The area.
        first: The first day of the stretch; ``None`` where it has no beginning.
        last: Its last day; ``None`` where it has no end.
        force: For each document that reaches the area, most local first, whether it is in force in that stretch.
        documents: Those in force, the most local first.
    """

    area: Area
    first: date | None
    last: date | None
    force: tuple[ForceStatus, ...]
    documents: tuple[Document, ...] = attrs.field(repr=False)
    _states: Mapping[str, ForceStatus] = attrs.field(repr=False, alias="states")
    _refs: frozenset[str] = attrs.field(repr=False, alias="refs")
    _parameters: dict[str, ResolvedParameter | None] = attrs.field(factory=dict, repr=False, init=False)

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Every clause in force, the most local document first."""
        return tuple(each for held in self.documents for each in held.clauses)

    def status(self, ref: str) -> ForceStatus:
        """Whether the document of the clause *ref* binds the area in this stretch.

        Raises:
            UnknownClauseError: If no clause has this reference.
        """
        held = clause(ref).document
        return self._states.get(held) or ForceStatus(document=held, state=ForceState.NEVER)

    def has(self, ref: str) -> bool:
        """Whether the clause *ref* is in force.

        Raises:
            UnknownClauseError: If no clause has this reference.
        """
        return ref in self._refs or self.status(ref).state is ForceState.IN_FORCE

    def parameter(self, key: str) -> ResolvedParameter:
        """The value that holds: the nearest one in force, with those that it stands before.

        Raises:
            UnknownParameterError: If no parameter has this key, or none of its values is in force.
        """
        if key not in self._parameters:
            self._parameters[key] = self._resolve(key)
        found = self._parameters[key]
        if found is None:
            raise UnknownParameterError(f"{key} for {self.area.code} in this stretch")
        return found

    def _resolve(self, key: str) -> ResolvedParameter | None:
        asked = parameter(key)
        near = {held.id: rank for rank, held in enumerate(self.documents)}
        in_force = [value for value in asked.values if clause(value.clause).document in near]
        if not in_force:
            return None
        nearest, *wider = sorted(in_force, key=lambda value: near[clause(value.clause).document])
        return ResolvedParameter(
            parameter=asked,
            value=nearest.value,
            clause=clause(nearest.clause),
            overrides=tuple(wider),
        )


def norms_in_force(area: Area | str, day: date, readings: Readings | Mapping[str, str] | None = None) -> NormSet:
    """What binds *area* on *day*.

    Args:
        area: An area, its code or its name; the documents of all areas that it lies in reach it.
        day: The day whose law is asked for.
        readings: Options chosen where a text can be read in several ways.

    Returns:
        A norm set; the same one for all days between two changes.

    Raises:
        UnknownAreaError: If no area has that code or name.
        AmbiguousAreaError: If the name fits several.
        UnknownReadingError: If a reading or option is not held.

    >>> from datetime import date
    >>> [held.id for held in norms_in_force("涵江区", date(2025, 6, 3)).documents]
    ['hanjiang-2023', 'fujian-2022']
    >>> [held.id for held in norms_in_force("涵江区", date(2026, 3, 6)).documents]
    ['fujian-2022']
    """
    return _stretch(to_area(area), bisect_right(_changes(), day), Readings.of(readings))


@cache
def _changes() -> tuple[date, ...]:
    """Every day on which the state of some document changes under some reading."""
    days = set()
    for held in documents():
        force = held.in_force
        days |= {force.first} | ({force.earliest} if force.earliest else set())
        lasts = {force.last, *force.last_by_reading.values()} - {None}
        days |= {last + timedelta(1) for last in lasts if last}
    return tuple(sorted(days))


@lru_cache(maxsize=4096)
def _stretch(area: Area, number: int, readings: Readings) -> NormSet:
    changes = _changes()
    first = changes[number - 1] if number else None
    last = changes[number] - timedelta(1) if number < len(changes) else None
    day = first or date.min
    rank = {place.code: depth for depth, place in enumerate(area.lineage)}
    near = sorted((each for each in documents() if each.area in rank), key=lambda each: (rank[each.area], each.id))
    force = tuple(
        each.force(area, day, readings[each.in_force.reading] if each.in_force.reading else None) for each in near
    )
    held = tuple(document(status.document) for status in force if status.state is ForceState.IN_FORCE)
    return NormSet(
        area=area,
        first=first,
        last=last,
        force=force,
        documents=held,
        refs=frozenset(each.ref for found in held for each in found.clauses),
        states={status.document: status for status in force},
    )
