"""Equipment to test with, and venues whose equipment breaks a clause (设备)."""

from typing import Any

from hypothesis import strategies as st

from zwfw.records import Equipment, EquipmentKind, Venue
from zwfw.testing._facts import Flaw, Spoiler, Violations, changed, violations
from zwfw.testing._records import named, records
from zwfw.testing.venues import EQUIPMENT, tell_piece, tell_venue

__all__ = ["VIOLATIONS", "conforming_equipment", "equipment"]


def equipment(**fields: object) -> st.SearchStrategy[Equipment]:
    """Equipment of every kind, new or not; what is not given is stated or not.

    Args:
        fields: Any field of an :class:`~zwfw.records.Equipment`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(equipment(kind="打印机"), lambda piece: (piece.count or 0) > 1).count
    2
    """
    return named("equipment", records(Equipment, EQUIPMENT, fields))


def conforming_equipment() -> st.SearchStrategy[Equipment]:
    """Terminals of departments that state every field and keep every clause of Putian, which alone speaks of them.

    Equipment has no area of its own: ask about it in a context of Putian, or in a venue that holds it.

    >>> from hypothesis import find
    >>> from zwfw import Context, check
    >>> piece = find(conforming_equipment(), lambda piece: True)
    >>> check(piece, Context(area="莆田市", as_of="2025-12-31")).ok
    True
    """
    return named("conforming_equipment", _told())


@st.composite
def _told(draw: st.DrawFn) -> Equipment:
    return Equipment(**tell_piece(draw, EquipmentKind.OTHER_TERMINAL))


def _with_a_terminal(spoil: Spoiler, *kinds: EquipmentKind) -> Spoiler:
    """Add a terminal of one of these kinds, spoilt."""

    def spoil_it(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        piece = tell_piece(draw, draw(st.sampled_from(kinds)))
        spoil(draw, piece)
        facts["equipment"] = [*facts["equipment"], piece]

    return spoil_it


_NOT = (False, None)
_TERMINALS = (EquipmentKind.OTHER_TERMINAL, EquipmentKind.KIOSK)

VIOLATIONS: Violations = violations(
    Venue,
    tell_venue,
    {
        "equipment.merged-into-kiosk": (
            Flaw(_with_a_terminal(changed(merged_into_kiosk=_NOT), EquipmentKind.OTHER_TERMINAL)),
        ),
        "equipment.no-single-purpose-terminals": (
            Flaw(_with_a_terminal(changed(is_new=(True,), for_one_department=(True,)), *_TERMINALS)),
            Flaw(_with_a_terminal(changed(is_new=(True,), has_one_function=(True,)), *_TERMINALS)),
            Flaw(
                _with_a_terminal(
                    changed(is_new=(True,), for_one_department=(True,), has_one_function=(True,)), *_TERMINALS
                )
            ),
        ),
    },
)
