"""What the clauses say about equipment (设备)."""

from collections.abc import Iterator

from zwfw.context import Context
from zwfw.outcomes import Severity
from zwfw.records import Equipment, EquipmentKind
from zwfw.records.stated import path_of, when
from zwfw.rules._asking import any_holds, surely
from zwfw.rules.engine import Finding, breached, judge, not_applicable, rule

__all__ = ["RULES"]

_PUTIAN = "putian-2025/art-31"
_TERMINALS = frozenset({EquipmentKind.KIOSK, EquipmentKind.OTHER_TERMINAL})


@rule("equipment.merged-into-kiosk", clauses=(_PUTIAN,))
def merged_into_kiosk(piece: Equipment, _: Context) -> Iterator[Finding]:
    """What a department's terminal offers is brought into the kiosk, the one entry for self-service (“e政务”自助机).

    Whether a device of an unprinted kind is such a terminal is left to a person.
    """
    if _is_no_terminal(piece) or piece.kind is EquipmentKind.KIOSK:
        yield not_applicable("no-departments-terminal")
    elif not piece.merged_into_kiosk:
        yield _if_terminal(piece, breached("not-merged-into-kiosk", at=path_of(piece, "merged_into_kiosk")))


@rule("equipment.no-single-purpose-terminals", clauses=(_PUTIAN,), severity=Severity.DEPARTURE)
def no_single_purpose_terminals(piece: Equipment, _: Context) -> Iterator[Finding]:
    """No terminal is added that serves one department only, or has one function by itself only (自助设备终端).

    Either is enough. Terminals that stood there before may stay. Whether a device of an unprinted kind is a terminal is
    left to a person.
    """
    if any_holds(
        (
            lambda: _is_no_terminal(piece),
            lambda: when(piece, is_new=False),
            lambda: when(piece, for_one_department=False, has_one_function=False),
        )
    ):
        yield not_applicable("no-new-single-purpose-terminal")
    else:
        field = "for_one_department" if surely(piece, for_one_department=True) else "has_one_function"
        yield _if_terminal(piece, breached(_SINGLE[field], at=path_of(piece, field)))


_SINGLE = {"for_one_department": "terminal-for-one-department", "has_one_function": "terminal-of-one-function"}


def _is_no_terminal(piece: Equipment) -> bool:
    return piece.kind is None or (isinstance(piece.kind, EquipmentKind) and piece.kind not in _TERMINALS)


def _if_terminal(piece: Equipment, found: Finding) -> Finding:
    """*found* of a terminal; whether a device of an unprinted kind is one is left to a person."""
    return found if piece.kind in _TERMINALS else judge("perhaps-terminal", at=found.at, kind=piece.kind)


RULES = (merged_into_kiosk, no_single_purpose_terminals)
