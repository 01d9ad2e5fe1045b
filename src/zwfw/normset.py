"""The norms in force: which documents bind an area on a day, and the values that hold there."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from typing import TypeVar

import attrs

from zwfw.areas import Area, to_area
from zwfw.clauses import Clause, ClauseKind, Document, ForceState, ForceStatus, clause, document, documents
from zwfw.errors import ContextError, ParameterNotInForceError, TargetNotInForceError
from zwfw.norms import CarrierKind
from zwfw.parameters import ParameterValue, ResolvedParameter, parameter, parameters
from zwfw.readings import Readings
from zwfw.targets import ResolvedTarget, Target, target, targets
from zwfw.traces import carriers_of

__all__ = ["NormSet", "norms_in_force"]

V = TypeVar("V", bound=ParameterValue)


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

    @property
    def tasks(self) -> tuple[Clause, ...]:
        """Every task in force, the most local document first."""
        return tuple(each for each in self.clauses if each.kind is ClauseKind.TASK)

    @property
    def scorecards(self) -> Mapping[str, tuple[Clause, ...]]:
        """The criteria of every scorecard in force, by the scorecard's id.

        >>> from datetime import date
        >>> found = norms_in_force("涵江区", date(2025, 6, 3)).scorecards
        >>> {card: len(criteria) for card, criteria in found.items()}
        {'hanjiang-2023/village': 33, 'hanjiang-2023/township': 50}
        """
        found: dict[str, tuple[Clause, ...]] = {}
        for each in self.clauses:
            if each.card:
                found[each.card] = (*found.get(each.card, ()), each)
        return found

    @property
    def rules(self) -> tuple[str, ...]:
        """The ids of the rules that carry out a norm in force; :func:`zwfw.rules.find_rule` gives each."""
        carriers = (each for clause in self.clauses for norm in clause.norms for each in carriers_of(norm))
        return tuple(dict.fromkeys(each.id for each in carriers if each.kind is CarrierKind.RULE))

    @property
    def parameters(self) -> tuple[ResolvedParameter, ...]:
        """The value that holds of every parameter that has one in force."""
        return tuple(found for each in parameters() if (found := self._parameter(each.key)) is not None)

    @property
    def targets(self) -> tuple[ResolvedTarget, ...]:
        """The value that holds of every target that has one in force."""
        return tuple(found for each in targets() if (found := self._resolve_target(each)) is not None)

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
            UnknownParameterError: If no parameter has this key.
            ParameterNotInForceError: If none of its values is in force; it says which document is not, and why.
        """
        found = self._parameter(key)
        if found is None:
            raise ParameterNotInForceError(key, self._states_of(parameter(key).values))
        return found

    def target(self, key: str) -> ResolvedTarget:
        """The value of a target that holds: the nearest one in force, with those that it stands before.

        Raises:
            UnknownTargetError: If no target has this key.
            TargetNotInForceError: If none of its values is in force; it says which document is not, and why.

        >>> from datetime import date
        >>> found = norms_in_force("思明区", date(2025, 6, 3)).target("network_coverage")
        >>> found.clause.ref, [each.clause for each in found.overrides]
        ('xiamen-2022/2.4.4', ['fujian-2022/2.4.4'])
        """
        found = self._resolve_target(target(key))
        if found is None:
            raise TargetNotInForceError(key, self._states_of(target(key).values))
        return found

    def _states_of(self, values: Iterable[ParameterValue]) -> list[str]:
        """For each document that sets a value, why it does not hold."""
        found = []
        for each in values:
            status = self.status(each.clause)
            days = f" ({status.first} to {status.last or '…'})" if status.first else ""
            found.append(f"{each.document} {status.state}{days}")
        return found

    def _in_force(self, values: Iterable[V]) -> list[V]:
        """Those in force, the nearest first."""
        near = {held.id: rank for rank, held in enumerate(self.documents)}
        return sorted((each for each in values if each.document in near), key=lambda each: near[each.document])

    def _resolve_target(self, asked: Target) -> ResolvedTarget | None:
        in_force = self._in_force(asked.values)
        if not in_force:
            return None
        nearest, *wider = in_force
        return ResolvedTarget(target=asked, value=nearest, clause=clause(nearest.clause), overrides=tuple(wider))

    def _parameter(self, key: str) -> ResolvedParameter | None:
        if key not in self._parameters:
            self._parameters[key] = self._resolve(key)
        return self._parameters[key]

    def _resolve(self, key: str) -> ResolvedParameter | None:
        asked = parameter(key)
        in_force = self._in_force(asked.values)
        if not in_force:
            return None
        nearest, *wider = in_force
        return ResolvedParameter(
            parameter=asked,
            value=nearest.value,
            norm=nearest.norm,
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
        ContextError: If *day* is no day.

    >>> from datetime import date
    >>> [held.id for held in norms_in_force("涵江区", date(2025, 6, 3)).documents]
    ['hanjiang-2023', 'putian-2025', 'fujian-2022']
    >>> [held.id for held in norms_in_force("涵江区", date(2026, 3, 6)).documents]
    ['putian-2025', 'fujian-2022']
    """
    if not isinstance(day, date):
        raise ContextError(f"day: expected a date, got {day!r}")
    asked = day.date() if isinstance(day, datetime) else day
    return _stretch(to_area(area), bisect_right(_changes(), asked), Readings.of(readings))


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
