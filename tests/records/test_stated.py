"""How a rule learns that something was not stated."""

from datetime import datetime

import pytest

from support import UNSTATED, a_case
from zwfw.records.stated import Unstated, View, path_of, when


def a_view(**changes):
    """A view of a case with your changes."""
    return View(a_case(**changes))


def test_a_stated_field_is_read():
    """None is a statement, and so is an empty list."""
    view = a_view(corrections=[], decided_at=None)

    assert (view.id, view.corrections, view.decided_at) == ("A-1", (), None)


def test_an_unstated_field_stops_the_reader():
    """It names itself, with the path of the part that it lies in."""
    view = a_view(complete=UNSTATED, special_steps=[{"name": "听证"}], follow_up={"investigated": True})

    with pytest.raises(Unstated) as caught:
        view.complete  # noqa: B018  (reading is what raises)
    assert caught.value.paths == ("complete",)
    with pytest.raises(Unstated, match=r"special_steps\[0\].ended_at"):
        view.special_steps[0].ended_at  # noqa: B018  (reading is what raises)
    with pytest.raises(Unstated, match=r"follow_up.conditions_met"):
        view.follow_up.conditions_met  # noqa: B018  (reading is what raises)


def test_what_is_no_field_is_the_records():
    """Methods of the record can be called; what neither has is an AttributeError."""
    view = a_view()

    assert view.model_dump()["id"] == "A-1"
    with pytest.raises(AttributeError):
        view.colour  # noqa: B018  (reading is what raises)


def test_paths():
    """A part knows its place; the whole record has the empty path."""
    view = a_view(special_steps=[{"name": "听证"}])

    assert (path_of(view), path_of(view, "id")) == ("", "id")
    assert path_of(view.special_steps[0]) == "special_steps[0]"
    assert path_of(view.special_steps[0], "name") == "special_steps[0].name"
    assert path_of(a_case(), "id") == "id"


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({"complete": False, "complicated": True}, True),
        ({"complete": True, "complicated": True}, False),
        ({"complete": True, "complicated": UNSTATED}, False),
        ({"complete": UNSTATED, "complicated": False}, False),
    ],
)
def test_when_all_is_known_or_one_fact_settles_it(changes, answer):
    """One fact that is otherwise settles the question, whatever is unknown beside it."""
    assert when(a_view(**changes), complicated=True, complete=False) is answer


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"complete": UNSTATED, "complicated": True}, ("complete",)),
        ({"complete": UNSTATED, "complicated": UNSTATED}, ("complicated", "complete")),
    ],
)
def test_when_something_decisive_is_missing(changes, missing):
    """All that is missing is named at once."""
    with pytest.raises(Unstated) as caught:
        when(a_view(**changes), complicated=True, complete=False)
    assert caught.value.paths == missing


def test_what_is_worked_out_is_worked_out_once():
    """The readings that it turned on are noted each time it is used, and taken once."""
    view = a_view()
    calls = []

    def work_out():
        calls.append(1)
        view.turns_on("paper-window-start")
        return 7

    assert (view.remember("x", work_out), view.remember("x", work_out), len(calls)) == (7, 7, 1)
    assert view.take_turns() == ("paper-window-start",)
    assert view.take_turns() == ()
    view.remember("x", work_out)
    assert view.take_turns() == ("paper-window-start",)


def test_afresh_forgets_within_and_remembers_afterwards():
    """Inside all is forgotten that turned on the reading, and nothing inside is remembered outside."""
    view = a_view()

    def by_the_reading():
        view.turns_on("paper-window-start")
        return 1

    view.remember("x", by_the_reading)
    view.remember("y", lambda: 1)

    with view.afresh("paper-window-start"):
        assert (view.remember("x", lambda: 2), view.remember("y", lambda: 2)) == (2, 1)

    with view.afresh("instant-minutes-reach"):
        assert view.remember("x", lambda: 3) == 1
    assert view.remember("x", lambda: 4) == 1


def test_what_cannot_be_worked_out_is_not_remembered():
    """A field that is missing leaves no trace."""
    view = a_view(complete=UNSTATED)

    with pytest.raises(Unstated):
        view.remember("x", lambda: view.complete)

    assert view.remember("x", lambda: 1) == 1


def test_a_part_keeps_its_number_where_an_earlier_one_is_still_to_come():
    """Looked at on 1 July, the hearing of December is not seen; the appraisal of June is still the second step."""
    steps = [{"name": "听证", "started_at": "2025-12-01"}, {"name": "鉴定", "started_at": "2025-06-04"}]
    case = a_case(received_at="2025-06-03", accepted_at="2025-06-03", decided_at=None, special_steps=steps)

    view = View(case, as_of=datetime(2025, 7, 1))

    assert [step.name for step in view.special_steps] == ["鉴定"]
    assert path_of(view.special_steps[0], "basis_rank") == "special_steps[1].basis_rank"
