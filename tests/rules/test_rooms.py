"""Rules live in rooms that are opened on demand, and are asked about the parts of a record too."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date

import pytest

import zwfw.rules
from support import a_case, a_context
from zwfw import Context, State, check
from zwfw.errors import UnknownRuleError
from zwfw.records import Guide, GuidePair, Item, ItemElements, Material
from zwfw.records.stated import path_of
from zwfw.rules import RULES, breached, find_rule, not_applicable, rule

LOOK = Context(area="350000", as_of=date(2025, 6, 30))


@rule("mine.paper-only", clauses=("fujian-2022/1.2.2",))
def on_paper(material: Material, _: Context) -> Iterator[zwfw.rules.Finding]:
    """A material is asked for on paper."""
    if material.on_paper is None:
        yield not_applicable("not-said")
    elif not material.on_paper:
        yield breached("not-on-paper", at=path_of(material, "on_paper"), material=material.name)


def places(record, rules=(on_paper,)):
    """The answers about a record, with the place and what is missing."""
    return [(each.state, each.path, each.missing) for each in check(record, LOOK, rules=rules).outcomes]


def test_a_rule_about_a_part_is_asked_about_every_part():
    """Each material answers for itself, with its place in the record; one that says nothing hides nothing."""
    held = [{"name": "甲", "on_paper": False}, {"name": "乙", "on_paper": True}, {"name": "丙"}]

    assert places(Item(name="节能审查", materials=held)) == [
        (State.BREACHED, "materials[0].on_paper", ()),
        (State.MET, "", ()),
        (State.UNDETERMINED, "", ("materials[2].on_paper",)),
    ]
    assert places(Material(name="甲", on_paper=False)) == [(State.BREACHED, "on_paper", ())]


@pytest.mark.parametrize(
    "record", [ItemElements(name="甲"), Item(name="甲", materials=None), Item(name="甲", materials=[])]
)
def test_without_parts_nothing_is_said_of_them(record):
    """A record that holds none, or does not say, has no answer about parts."""
    assert places(record) == []


def test_a_record_beside_another_is_not_a_part_of_it():
    """A guide has an area of its own: a pair of guides is asked about as a pair."""
    guide = Guide(name="节能审查", materials=[{"name": "甲", "on_paper": False}])

    assert places(GuidePair(online=guide, offline=guide)) == []
    assert places(guide) == [(State.BREACHED, "materials[0].on_paper", ())]


def test_parts_are_not_asked_about_where_the_record_is_not():
    """A record of another place than the context's says so once, and its parts nothing."""
    record = Item(name="节能审查", area="350203", materials=[{"name": "甲", "on_paper": False}])

    assert check(record, Context(area="350303", as_of=date(2025, 6, 30)), rules=(on_paper,)).outcomes == ()


@pytest.mark.parametrize("room", zwfw.rules._ROOMS)
def test_a_room_is_opened_for_the_records_that_its_rules_speak_of(room):
    """The table names each kind of record of the room's rules, and what holds them as parts."""
    kinds = {held.record.__name__ for held in zwfw.rules._rules_in(room)}

    assert set(zwfw.rules._ROOMS[room]) - kinds <= {"ItemElements", "Venue"}
    assert kinds <= set(zwfw.rules._ROOMS[room])
    assert all(held.id.partition(".")[0] == room for held in zwfw.rules._rules_in(room))


def test_all_rooms_together_are_the_rules():
    """None is left out, none stands twice."""
    assert tuple(held for room in zwfw.rules._ROOMS for held in zwfw.rules._rules_in(room)) == RULES
    assert len({held.id for held in RULES}) == len(RULES)


def test_asking_all_rules_answers_as_asking_those_about_the_record():
    """What a room that is not opened would say is nothing."""
    case = a_case()

    assert check(case, a_context(), rules=RULES).outcomes == check(case, a_context()).outcomes


def test_a_case_opens_no_room_about_items():
    """The first answer about a case loads neither the rules nor the records of items."""
    code = (
        "import sys; from datetime import date; from zwfw import Context, check; from zwfw.records import Case;"
        "check(Case(id='1'), Context(area='350000', as_of=date(2025, 6, 30)));"
        "print(*sorted(name for name in sys.modules if name.startswith(('zwfw.rules.', 'zwfw.records.'))))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()

    assert "zwfw.rules.cases" in loaded
    assert not {"zwfw.rules.items", "zwfw.rules.tasks", "zwfw.records.items", "zwfw.records.tasks"} & set(loaded)


def test_near_rules_of_every_room_are_named():
    """A rule that there is not is told with those that come near, whatever their room."""
    with pytest.raises(UnknownRuleError) as caught:
        find_rule("task.done-by-the-date")

    assert "tasks.done-by-the-date" in caught.value.candidates


@pytest.mark.parametrize("module", ["rules", "records"])
def test_an_unknown_name_is_an_attribute_error(module):
    """As of any module."""
    with pytest.raises(AttributeError, match=f"module 'zwfw.{module}' has no attribute 'nothing'"):
        getattr(getattr(zwfw, module), "nothing")  # noqa: B009  (a name that is not there)
