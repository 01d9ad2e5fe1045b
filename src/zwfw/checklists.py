"""The self-inspection checklist: what a unit must be able to show on a day, computed or attested (自查清单)."""

from collections.abc import Iterator, Mapping
from datetime import date

import attrs

from zwfw.areas import Area
from zwfw.clauses import Clause, ForceState, document
from zwfw.norms import Carrier, CarrierKind, Norm
from zwfw.normset import norms_in_force
from zwfw.readings import Readings
from zwfw.tasks import owed_by
from zwfw.terms import Term
from zwfw.traces import TraceRow, TraceState, carriers_of
from zwfw.units import same_unit

__all__ = ["ChecklistItem", "checklist"]

_SHOWN = (TraceState.CARRIED, TraceState.ATTESTED, TraceState.PLANNED)


@attrs.frozen(kw_only=True)
class ChecklistItem:
    """One norm that a unit must be able to show (自查事项).

    Attributes:
        norm: The norm; ``None`` for a clause that has no numbered norms and is attested as a whole.
        clause: Its clause.
        state: Whether it is computed or attested; what still waits for a rule has to be attested until then.
        carriers: What computes it, or says that it is attested or still waits for a rule.
        terms: By when or how often: the norm's own terms, else that of its clause.
        is_uncertain: Whether nobody can say if the clause was in force, because its document prints no day of issue.
    """

    norm: Norm | None
    clause: Clause
    state: TraceState
    carriers: tuple[Carrier, ...]
    terms: tuple[Term, ...]
    is_uncertain: bool = False

    @property
    def is_attested(self) -> bool:
        """Whether a person has to say it."""
        return self.state is not TraceState.CARRIED


def checklist(
    *, unit: str, area: Area | str, day: date, readings: Readings | Mapping[str, str] | None = None
) -> tuple[ChecklistItem, ...]:
    """What *unit* must be able to show on *day*, the most local document first.

    What nothing has to be carried out of is left out. A clause stands in the list of the units that it names, by their
    collective names where it uses these (各级…); one that names none stands in no list.

    Args:
        unit: The unit, by any of the names that the documents give it.
        area: Whose documents are asked for; those of all areas that it lies in reach it.
        day: The day whose law is asked for.
        readings: Options chosen where a text can be read in several ways.

    Raises:
        UnknownUnitError: If no document names a unit so.
        UnknownAreaError: If no area has that code or name.

    >>> from datetime import date
    >>> found = checklist(unit="省效能办", area="福建省", day=date(2025, 6, 3))
    >>> found[0].clause.ref, len({each.clause.ref for each in found})
    ('fujian-2022/2.1.2', 6)
    """
    asked = same_unit(unit)
    force = norms_in_force(area, day, readings).force
    return tuple(
        item
        for status in force
        if status.state in (ForceState.IN_FORCE, ForceState.UNCERTAIN)
        for clause in document(status.document).clauses
        if asked in owed_by(clause)
        for item in _items(clause, is_uncertain=status.state is ForceState.UNCERTAIN)
    )


def _items(clause: Clause, *, is_uncertain: bool) -> Iterator[ChecklistItem]:
    if not clause.norms:
        yield ChecklistItem(
            norm=None,
            clause=clause,
            state=TraceState.ATTESTED,
            carriers=(Carrier(CarrierKind.ATTESTED),),
            terms=(clause.term,),
            is_uncertain=is_uncertain,
        )
    for norm in clause.norms:
        row = TraceRow(norm=norm, carriers=carriers_of(norm))
        if row.state in _SHOWN:
            yield ChecklistItem(
                norm=norm,
                clause=clause,
                state=row.state,
                carriers=row.carriers,
                terms=norm.terms or (clause.term,),
                is_uncertain=is_uncertain,
            )
