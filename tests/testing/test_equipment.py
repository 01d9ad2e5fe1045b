"""Equipment that is made up: what conforms keeps every clause, and each spoilt piece breaks one rule in its venue."""

import pytest
from hypothesis import Phase, find, given, settings

from zwfw import Context, check
from zwfw.records import Equipment, EquipmentKind
from zwfw.testing.equipment import conforming_equipment, equipment
from zwfw.testing.verdicts import hindsight, violating

FEW = settings(max_examples=15)
FAST = settings(max_examples=2000, phases=[Phase.generate], database=None)
IN_PUTIAN = Context(area="莆田市", as_of="2025-12-31")


def first(strategy, has_it):
    """The first that is drawn and has it, not made smaller."""
    return find(strategy, has_it, settings=FAST)


@FEW
@given(piece=conforming_equipment())
def test_conforming_equipment_keeps_every_rule(piece):
    """All is known and kept, and all is stated."""
    assert check(piece, IN_PUTIAN).ok
    assert piece.model_fields_set == set(Equipment.model_fields)


@pytest.mark.parametrize("field", ["for_one_department", "has_one_function"])
def test_either_purpose_is_drawn(field):
    """Alone too."""
    rule_id = "equipment.no-single-purpose-terminals"

    def is_at(venue):
        return {outcome.path.rpartition(".")[2] for outcome in check(venue, hindsight()).breaches} == {field}

    assert first(violating(rule_id), is_at)


@FEW
@given(piece=equipment(kind="打印机", count=2))
def test_equipment_states_what_is_given(piece):
    """Given fields are stated just so."""
    assert (piece.kind, piece.count) == (EquipmentKind.PRINTER, 2)
    assert {"kind", "count"} <= piece.model_fields_set


def test_equipment_states_all_or_nothing():
    """Both ends are drawn."""
    assert first(equipment(), lambda piece: piece.model_fields_set == set())
    assert first(equipment(), lambda piece: piece.model_fields_set == set(Equipment.model_fields))


def test_equipment_names_fields_that_do_not_exist():
    """A misspelt field is refused before anything is drawn."""
    with pytest.raises(TypeError, match=r"expected fields of Equipment, got nmae"):
        equipment(nmae="甲")
