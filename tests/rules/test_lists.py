"""What each rule about lists answers: kept, broken, silent, unknown and left to a person."""

from datetime import date

import pytest

from support import FUZHOU, HANJIANG, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, judged, said, stated
from zwfw import Severity
from zwfw.norms import norm
from zwfw.records import ItemList, SpecialServiceList
from zwfw.rules import lists

PUTIAN = "350300"

BASE = {
    "name": "清单",
    "area": FUZHOU,
    "kind": "行政许可事项清单",
    "level": "县",
    "entries": (),
    "compiled_at": "2022-11-01",
    "published_at": "2022-11-20",
    "on_provincial_hall": True,
    "in_list_column": True,
    "displayed_in_hall": True,
    "licence_list_published_at": None,
    "licence_list": None,
    "licences": None,
    "adjusted_at": None,
    "filed_at": None,
    "filed_with": None,
    "filed_at_level": None,
}

POWERS = {
    "kind": "权责清单",
    "licence_list_published_at": "2022-11-20",
    "licence_list": ["食品经营许可", "节能审查"],
    "licences": ["节能审查", "食品经营许可"],
    "adjusted_at": "2022-12-01",
    "filed_at": "2022-12-05",
    "filed_with": ["县委编办"],
    "filed_at_level": "县",
}


def a_list(**changes):
    """A licence list of 鼓楼区 in which every field is stated and every clause kept, with your changes."""
    return ItemList(**stated(BASE | changes))


def a_power_list(**changes):
    """A list of powers and duties of 鼓楼区 in which every clause is kept, with your changes."""
    return a_list(**POWERS | changes)


def answers(rule, held, day=None):
    """What *rule* answers about a list: state, reason and place."""
    return said(rule, held, day and a_context(day))


def cited(rule, held, ctx=None):
    """The state, the severity and the clauses of each answer."""
    return [
        (each.state.name, each.severity, [clause.ref for clause in each.clauses])
        for each in rule(held, ctx or a_context())
    ]


# Licence lists


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"level": "省"}, MET),
        ({"level": "市"}, MET),
        # The clause keeps lists at three levels; a village or a township has none.
        ({"level": "乡"}, idle("list-of-another-kind")),
        ({"level": "村", "published_at": None}, idle("list-of-another-kind")),
        ({"level": None}, idle("list-of-another-kind")),
        ({"kind": "权责清单", "published_at": None}, idle("list-of-another-kind")),
        ({"kind": "证明事项清单", "published_at": None}, idle("list-of-another-kind")),  # kinds are open
        # Compiled and not published is not done.
        ({"published_at": None}, breach("list-not-published", "published_at")),
        ({"compiled_at": None}, breach("list-not-compiled", "compiled_at")),
        (
            {"compiled_at": None, "published_at": None},
            breach("list-not-compiled", "compiled_at") + breach("list-not-published", "published_at"),
        ),
        # The list of a later year is not late.
        ({"compiled_at": "2025-03-01", "published_at": "2025-03-10"}, MET),
        # What is still to come is not seen yet.
        ({"published_at": "2025-07-01"}, breach("list-not-published", "published_at")),
        ({"published_at": UNSTATED}, UNKNOWN),
        ({"compiled_at": UNSTATED, "published_at": None}, UNKNOWN + breach("list-not-published", "published_at")),
        ({"kind": UNSTATED}, UNKNOWN),
        ({"level": UNSTATED}, UNKNOWN),
        ({"kind": UNSTATED, "level": "乡"}, idle("list-of-another-kind")),
    ],
)
def test_licence_list_published(changes, found):
    """The licence lists of the three levels are compiled and public."""
    assert answers(lists.licence_list_published, a_list(**changes)) == found


@pytest.mark.parametrize(
    ("day", "found"),
    [
        # 2022-12-31 is the date of the task, and the last day in time.
        (date(2022, 12, 30), idle("not-due-yet", "published_at")),
        (date(2022, 12, 31), idle("not-due-yet", "published_at")),
        (date(2023, 1, 1), breach("list-not-published", "published_at")),
        (date(2022, 9, 13), idle("not-yet-in-force")),
    ],
)
def test_a_licence_list_is_owed_after_the_date_of_the_task(day, found):
    """Until the date is over it may still be published."""
    assert answers(lists.licence_list_published, a_list(published_at=None), day) == found


def test_a_licence_list_may_be_published_early():
    """What is done before its date is done."""
    assert answers(lists.licence_list_published, a_list(), date(2022, 12, 1)) == MET


@pytest.mark.parametrize(
    ("area", "level", "refs"),
    [
        (FUZHOU, "县", ["fujian-2022/1.1.2"]),
        (XIAMEN, "县", ["xiamen-2022/1.1.2", "fujian-2022/1.1.2"]),
        (XIAMEN, "市", ["xiamen-2022/1.1.2", "fujian-2022/1.1.2"]),
        # The city's text names the lists of city and districts only.
        (XIAMEN, "省", ["fujian-2022/1.1.2"]),
    ],
)
def test_the_levels_of_licence_lists_are_those_of_each_text(area, level, refs):
    """The province has three levels, Xiamen two."""
    held = a_list(area=area, level=level)
    unpublished = a_list(area=area, level=level, published_at=None)

    assert cited(lists.licence_list_published, held) == [("MET", None, refs)]
    assert cited(lists.licence_list_published, unpublished) == [("BREACHED", Severity.VIOLATION, refs)]


def test_the_levels_are_the_printed_ones():
    """省, 市, 县 in the province; 市 and 区, which is of county level, in Xiamen."""
    assert norm("fujian-2022/1.1.2#1").members == ("省", "市", "县")
    assert norm("xiamen-2022/1.1.2#1").members == ("市", "区")


# Lists of powers and duties


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        # All on one day is in order; by the minute where that is known.
        ({"adjusted_at": "2022-11-20", "filed_at": "2022-11-20"}, MET),
        (
            {"licence_list_published_at": "2022-11-20T10:00", "adjusted_at": "2022-11-20T09:59"},
            breach("power-list-changed-too-early", "adjusted_at"),
        ),
        ({"adjusted_at": "2022-11-19"}, breach("power-list-changed-too-early", "adjusted_at")),
        ({"licence_list_published_at": None}, breach("power-list-changed-too-early", "adjusted_at")),
        ({"filed_at": "2022-11-30"}, breach("power-list-filed-too-early", "filed_at")),
        ({"adjusted_at": None}, breach("power-list-filed-too-early", "filed_at")),
        (
            {"adjusted_at": "2022-11-19", "filed_at": "2022-11-18"},
            breach("power-list-changed-too-early", "adjusted_at") + breach("power-list-filed-too-early", "filed_at"),
        ),
        # 及时 has no number of days.
        ({"filed_at": None}, judged("power-list-not-filed-since", "filed_at")),
        ({"adjusted_at": None, "filed_at": None}, judged("power-list-not-changed-since", "adjusted_at")),
        (
            {"licence_list_published_at": None, "adjusted_at": None, "filed_at": None},
            idle("licence-list-not-published"),
        ),
        # What was changed or filed before 2022-09-14 was so under other law, and is not what the clause asks for.
        ({"adjusted_at": "2022-09-13", "filed_at": None}, judged("power-list-not-changed-since", "adjusted_at")),
        (
            {"adjusted_at": "2022-09-13", "filed_at": "2022-09-13"},
            judged("power-list-not-changed-since", "adjusted_at"),
        ),
        ({"adjusted_at": "2022-09-14"}, breach("power-list-changed-too-early", "adjusted_at")),
        ({"filed_at": "2021-04-01"}, judged("power-list-not-filed-since", "filed_at")),
        (
            {"licence_list_published_at": None, "adjusted_at": "2021-03-01", "filed_at": "2021-04-01"},
            idle("licence-list-not-published"),
        ),
        ({"kind": "行政许可事项清单", "adjusted_at": "2022-11-19"}, idle("list-of-another-kind")),
        ({"kind": UNSTATED}, UNKNOWN),
        ({"licence_list_published_at": UNSTATED}, UNKNOWN),
        (
            {"licence_list_published_at": UNSTATED, "filed_at": "2022-11-30"},
            UNKNOWN + breach("power-list-filed-too-early", "filed_at"),
        ),
        ({"filed_at": UNSTATED}, UNKNOWN),
    ],
)
def test_power_list_in_order(changes, found):
    """Published, changed, filed: each step after the one before it."""
    assert answers(lists.power_list_in_order, a_power_list(**changes)) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"filed_with": ["编办", "档案局"]}, MET),
        ({"filed_with": []}, breach("not-filed-with-office", "filed_with")),
        ({"filed_with": None}, breach("not-filed-with-office", "filed_with")),
        ({"filed_with": ["审改办"]}, breach("not-filed-with-office", "filed_with")),
        # The office may go by another name.
        ({"filed_with": ["机构编制委员会办公室"]}, judged("filed-with-others", "filed_with")),
        # A county's department files with the county's office, not with the city's.
        ({"filed_at_level": "市"}, breach("filed-at-other-level", "filed_at_level")),
        ({"filed_at_level": None}, breach("filed-at-other-level", "filed_at_level")),
        ({"filed_at": None, "filed_with": []}, idle("power-list-not-filed")),
        ({"filed_at": "2022-09-13", "filed_with": []}, idle("power-list-not-filed")),
        ({"filed_at": "2022-09-14", "filed_with": []}, breach("not-filed-with-office", "filed_with")),
        ({"kind": "投资审批管理事项清单", "filed_with": []}, idle("power-list-not-filed")),
        ({"filed_with": UNSTATED}, UNKNOWN),
        (
            {"filed_with": UNSTATED, "filed_at_level": "省"},
            UNKNOWN + breach("filed-at-other-level", "filed_at_level"),
        ),
        ({"level": UNSTATED}, UNKNOWN),
        ({"filed_at": UNSTATED}, UNKNOWN),
    ],
)
def test_power_list_filed(changes, found):
    """A list is filed with the establishment office of its own level."""
    assert answers(lists.power_list_filed, a_power_list(**changes)) == found


BOTH = ["xiamen-2022/1.1.3", "fujian-2022/1.1.3"]
V = Severity.VIOLATION


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"filed_with": ["区委编办", "区审改办"]}, [("MET", None, BOTH)]),
        # With the establishment office alone the province's clause is kept and the city's is not.
        ({"filed_with": ["编办"]}, [("BREACHED", V, BOTH[:1]), ("MET", None, BOTH[1:])]),
        ({"filed_with": ["审改办"]}, [("BREACHED", V, BOTH)]),
        # Xiamen's table prints no date of issue: whether it asked on the day after the province's, nobody knows.
        ({"filed_with": ["编办"], "filed_at": "2022-09-15"}, [("MET", None, BOTH[1:])]),
        ({"filed_with": [], "filed_at": "2022-09-15"}, [("BREACHED", V, BOTH[1:])]),
        ({"filed_with": []}, [("BREACHED", V, BOTH), ("BREACHED", V, BOTH[:1])]),
        (
            {"filed_with": ["编办", "区行政审批局"]},
            [("NEEDS_JUDGEMENT", None, BOTH[:1]), ("MET", None, BOTH[1:])],
        ),
        ({"filed_with": ["编办"], "filed_at_level": "市"}, [("BREACHED", V, BOTH), ("BREACHED", V, BOTH[:1])]),
        ({"filed_with": UNSTATED}, [("UNDETERMINED", None, BOTH)]),
        (
            {"filed_with": ["编办"], "filed_at_level": UNSTATED},
            [("UNDETERMINED", None, BOTH), ("BREACHED", V, BOTH[:1])],
        ),
    ],
)
def test_in_xiamen_a_list_is_filed_with_two_offices(changes, found):
    """The city asks for the reform office beside the establishment office."""
    assert cited(lists.power_list_filed, a_power_list(area=XIAMEN, **changes)) == found


def test_the_offices_are_the_printed_ones():
    """The members of the city's norm, the first of which is the province's."""
    assert norm("xiamen-2022/1.1.3#2").members == ("编办", "审改办")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"licences": ["节能审查", "食品经营许可", "节能审查"]}, MET),
        ({"licence_list": None, "licences": []}, MET),
        # Blanks and the width of characters make no other licence.
        ({"licence_list": ["采矿许可(新立)"], "licences": ["采矿许可（新立） "]}, MET),
        ({"licences": ["节能审查"]}, breach("licences-missing-from-power-list", "licences")),
        ({"licences": None}, breach("licences-missing-from-power-list", "licences")),
        (
            {"licences": ["节能审查", "食品经营许可", "取水许可"]},
            breach("licences-beyond-licence-list", "licences"),
        ),
        (
            {"licences": ["节能审查", "取水许可"]},
            breach("licences-missing-from-power-list", "licences") + breach("licences-beyond-licence-list", "licences"),
        ),
        # 及时 has no number of days: what was not changed since the publication may still be.
        ({"licences": [], "adjusted_at": None}, judged("power-list-not-matched-yet", "licences")),
        ({"licences": [], "adjusted_at": "2022-11-19"}, judged("power-list-not-matched-yet", "licences")),
        ({"licences": [], "adjusted_at": "2022-11-20"}, breach("licences-missing-from-power-list", "licences")),
        ({"licences": [], "adjusted_at": UNSTATED}, UNKNOWN),
        ({"adjusted_at": UNSTATED}, MET),
        ({"licences": UNSTATED}, UNKNOWN),
        ({"licence_list": UNSTATED}, UNKNOWN),
        ({"licence_list_published_at": None, "licences": []}, idle("licence-list-not-published")),
        ({"licence_list_published_at": UNSTATED}, UNKNOWN),
        ({"kind": "投资审批管理事项清单", "licences": []}, idle("licence-list-not-published")),
    ],
)
def test_power_list_matches(changes, found):
    """In Xiamen the two lists have the same licences."""
    assert answers(lists.power_list_matches, a_power_list(area=XIAMEN, **changes)) == found


def test_power_list_matches_names_the_licences():
    """Those that are missing and those that are too many stand in the answers."""
    held = a_power_list(area=XIAMEN, licences=["取水许可", "节能审查", "采矿许可"])

    missing, surplus = lists.power_list_matches(held, a_context())

    assert missing.facts["licences"] == ("食品经营许可",)
    assert surplus.facts["licences"] == ("取水许可", "采矿许可")
    assert missing.message() == "权责清单缺少行政许可事项清单上的许可：食品经营许可"


def test_power_list_matches_is_the_citys_rule():
    """Outside Xiamen nobody asks."""
    assert answers(lists.power_list_matches, a_power_list(licences=[])) == idle("never-in-force")


# Agreement with the catalogue


@pytest.mark.parametrize("kind", norm("fujian-2022/1.1.7#1").members)
@pytest.mark.parametrize(
    ("on_hall", "found"),
    [
        (True, MET),
        (False, breach("list-off-provincial-hall", "on_provincial_hall")),
        (None, breach("list-off-provincial-hall", "on_provincial_hall")),
        (UNSTATED, UNKNOWN),
    ],
)
def test_printed_lists_are_on_the_portal(kind, on_hall, found):
    """The three that are printed."""
    assert answers(lists.on_the_portal, a_list(kind=kind, on_provincial_hall=on_hall)) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        # 各项业务事项清单: whether another list is one of them, nobody can read from its name.
        ({"kind": "证明事项清单"}, judged("perhaps-business-list", "on_provincial_hall")),
        ({"kind": "权责清单"}, judged("perhaps-business-list", "on_provincial_hall")),
        ({"kind": None}, judged("perhaps-business-list", "on_provincial_hall")),
        ({"kind": UNSTATED}, UNKNOWN),
        ({"kind": "证明事项清单", "on_provincial_hall": True}, MET),
        # These are published by clauses of their own.
        ({"kind": "行政许可事项清单"}, idle("list-published-elsewhere")),
        ({"kind": "特殊环节事项清单"}, idle("list-published-elsewhere")),
        ({"kind": "免证办事项清单"}, idle("list-published-elsewhere")),
        ({"kind": "告知承诺和容缺受理事项清单"}, idle("list-published-elsewhere")),
    ],
)
def test_other_lists_may_be_meant_too(changes, found):
    """The printed lists end with all business lists."""
    assert answers(lists.on_the_portal, a_list(**{"on_provincial_hall": False} | changes)) == found


@pytest.mark.parametrize(
    ("area", "refs"),
    [
        (FUZHOU, ["fujian-2022/1.1.7"]),
        (XIAMEN, ["xiamen-2022/1.1.6", "fujian-2022/1.1.7"]),
        (PUTIAN, ["fujian-2022/1.1.7"]),
    ],
)
def test_to_be_on_the_portal_is_promoted(area, refs):
    """推动 is advice, in the province and in the city."""
    held = a_list(area=area, kind="投资审批管理事项清单", on_provincial_hall=False)

    assert cited(lists.on_the_portal, held) == [("BREACHED", Severity.ADVICE, refs)]


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2022, 12, 31), "NOT_APPLICABLE"),
        (date(2023, 1, 1), "BREACHED"),
    ],
)
def test_the_portal_is_owed_after_the_date_of_the_task(day, state):
    """The date of the task is the last day in time."""
    held = a_list(area=XIAMEN, kind="工程建设项目审批清单", on_provincial_hall=False)

    assert [each.state.name for each in lists.on_the_portal(held, a_context(day))] == [state]


ENTRY = {"name": "节能审查", "item_type": "行政许可", "catalogue_name": "节能审查", "catalogue_type": "行政许可"}


def of(*entries, **changes):
    """A list with these entries."""
    return a_list(**{"kind": "市场准入负面清单", "entries": [stated(each) for each in entries]} | changes)


@pytest.mark.parametrize(
    ("held", "found"),
    [
        (of(ENTRY), MET),
        (of(ENTRY | {"name": "节能评估"}), breach("entry-name-differs", "entries[0].name")),
        (of(ENTRY, ENTRY | {"item_type": "行政确认"}), breach("entry-type-differs", "entries[1].item_type")),
        (of(ENTRY | {"item_type": None}), breach("entry-type-differs", "entries[0].item_type")),
        (
            of(ENTRY | {"name": "节能评估", "item_type": "行政确认"}),
            breach("entry-name-differs", "entries[0].name") + breach("entry-type-differs", "entries[0].item_type"),
        ),
        # Many entries of a negative list are no matter of the catalogue.
        (of({"name": "禁止准入", "catalogue_name": None}), idle("no-entry-of-catalogue")),
        (of({"name": "禁止准入", "catalogue_name": None}, ENTRY), MET),
        (of({"name": "禁止准入", "catalogue_name": ""}), idle("no-entry-of-catalogue")),
        (of(ENTRY | {"name": "节能审查(变更)", "catalogue_name": "节能审查（变更）"}), MET),
        (of(ENTRY | {"item_type": "", "catalogue_type": None}), MET),
        (of(), idle("no-entry-of-catalogue")),
        (a_list(entries=None), idle("no-entry-of-catalogue")),
        (a_list(entries=UNSTATED), UNKNOWN),
        (of(ENTRY | {"catalogue_name": UNSTATED}), UNKNOWN),
        (
            of(ENTRY | {"catalogue_name": UNSTATED}, ENTRY | {"name": "节能评估"}),
            UNKNOWN + breach("entry-name-differs", "entries[1].name"),
        ),
        (
            of(ENTRY | {"item_type": UNSTATED, "name": "节能评估"}),
            breach("entry-name-differs", "entries[0].name") + UNKNOWN,
        ),
        # Of a list that is not printed a person decides, where there is something to decide.
        (of(ENTRY | {"name": "节能评估"}, kind="证明事项清单"), judged("perhaps-business-list", "entries[0].name")),
        (of(ENTRY | {"name": "节能评估"}, kind="免证办事项清单"), judged("perhaps-business-list", "entries[0].name")),
        (of(ENTRY, kind="证明事项清单"), MET),
        (of(ENTRY | {"name": "节能评估"}, kind=UNSTATED), UNKNOWN),
        (of(ENTRY, kind=UNSTATED), MET),
    ],
)
def test_entries_as_in_catalogue(held, found):
    """Name and type of an entry are those of its matter in the catalogue."""
    assert answers(lists.entries_as_in_catalogue, held) == found


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2022, 12, 31), idle("not-due-yet", "entries[0].name")),
        (date(2023, 1, 1), breach("entry-name-differs", "entries[0].name")),
    ],
)
def test_entries_are_owed_after_the_date_of_the_task(day, found):
    """The date of the task is the last day in time."""
    assert answers(lists.entries_as_in_catalogue, of(ENTRY | {"name": "节能评估"}), day) == found


def test_entries_are_a_duty_in_city_and_province():
    """统一 is a must in both."""
    held = of(ENTRY | {"name": "节能评估"}, area=XIAMEN)

    assert cited(lists.entries_as_in_catalogue, held) == [
        ("BREACHED", Severity.VIOLATION, ["xiamen-2022/1.1.6", "fujian-2022/1.1.7"])
    ]


# Lists that clauses of their own publish

STEPS = {"kind": "特殊环节事项清单", "level": "省"}
OFF_HALL = breach("list-off-provincial-hall", "on_provincial_hall")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"on_provincial_hall": False}, OFF_HALL),
        ({"on_provincial_hall": None}, OFF_HALL),
        # The list is one of the whole province; what a city compiles for itself is not asked for.
        ({"level": "市", "on_provincial_hall": False}, idle("list-of-another-kind")),
        ({"kind": "权责清单", "on_provincial_hall": False}, idle("list-of-another-kind")),
        ({"on_provincial_hall": UNSTATED}, UNKNOWN),
        ({"level": UNSTATED}, UNKNOWN),
    ],
)
def test_special_steps_published(changes, found):
    """The province's list of matters with special steps is on its hall."""
    assert answers(lists.special_steps_published, a_list(**STEPS | changes)) == found


@pytest.mark.parametrize(
    ("day", "found"),
    [(date(2022, 12, 31), idle("not-due-yet", "on_provincial_hall")), (date(2023, 1, 1), OFF_HALL)],
)
def test_special_steps_are_owed_after_the_date_of_the_task(day, found):
    """The date of the task is the last day in time."""
    assert answers(lists.special_steps_published, a_list(**STEPS, on_provincial_hall=False), day) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"on_provincial_hall": False}, OFF_HALL),
        ({"on_provincial_hall": None, "published_at": None}, OFF_HALL),
        ({"on_provincial_hall": True, "published_at": None}, MET),
        ({"on_provincial_hall": UNSTATED}, UNKNOWN),
        ({"kind": "权责清单", "on_provincial_hall": False}, idle("list-of-another-kind")),
        ({"kind": UNSTATED}, UNKNOWN),
    ],
)
def test_certificate_free_published(changes, found):
    """The province wants the list on its hall."""
    held = a_list(**{"kind": "免证办事项清单"} | changes)

    assert answers(lists.certificate_free_published, held) == found


PROVINCE, CITY = ["fujian-2022/3.2.2"], ["xiamen-2022/3.2.3"]


@pytest.mark.parametrize(
    ("changes", "day", "found"),
    [
        ({"on_provincial_hall": True, "published_at": None}, None, [("MET", None, CITY + PROVINCE)]),
        # Public elsewhere is enough for the city, and not for the province.
        ({}, None, [("BREACHED", V, PROVINCE), ("MET", None, CITY)]),
        ({"published_at": None}, None, [("BREACHED", V, PROVINCE), ("BREACHED", V, CITY)]),
        ({"published_at": UNSTATED}, None, [("BREACHED", V, PROVINCE), ("UNDETERMINED", None, CITY)]),
        # That it is public settles the city's clause, wherever it is.
        ({"on_provincial_hall": UNSTATED}, None, [("UNDETERMINED", None, PROVINCE), ("MET", None, CITY)]),
        ({"on_provincial_hall": UNSTATED, "published_at": None}, None, [("UNDETERMINED", None, CITY + PROVINCE)]),
        # The city's task has a date, the province's has none.
        ({"published_at": None}, date(2022, 12, 31), [("BREACHED", V, PROVINCE)]),
        ({"published_at": None}, date(2023, 1, 1), [("BREACHED", V, PROVINCE), ("BREACHED", V, CITY)]),
    ],
)
def test_in_xiamen_the_certificate_free_list_may_be_public_anywhere(changes, day, found):
    """The city asks that it be public, the province that it be on its hall; both answers stand."""
    held = a_list(**{"area": XIAMEN, "kind": "免证办事项清单", "on_provincial_hall": False} | changes)

    assert cited(lists.certificate_free_published, held, day and a_context(day)) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"level": "乡", "on_provincial_hall": False}, OFF_HALL),  # 各级: any level
        ({"on_provincial_hall": None}, OFF_HALL),
        ({"on_provincial_hall": UNSTATED}, UNKNOWN),
        ({"kind": "特色服务清单", "on_provincial_hall": False}, idle("list-of-another-kind")),
    ],
)
def test_commitment_and_gaps_published(changes, found):
    """Each level's list is on the hall; the task is ongoing, so it has no date."""
    held = a_list(**{"kind": "告知承诺和容缺受理事项清单"} | changes)

    assert answers(lists.commitment_and_gaps_published, held) == found
    assert answers(lists.commitment_and_gaps_published, held, date(2022, 12, 1)) == found


def test_commitment_and_gaps_are_a_duty_in_xiamen_too():
    """Both texts say it."""
    held = a_list(area=XIAMEN, kind="告知承诺和容缺受理事项清单", on_provincial_hall=False)

    assert cited(lists.commitment_and_gaps_published, held) == [
        ("BREACHED", V, ["xiamen-2022/3.5.1", "fujian-2022/3.5.1"])
    ]


# Putian's column and Hanjiang's halls

NO_COLUMN = breach("list-not-in-column", "in_list_column")


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        ("特色服务清单", NO_COLUMN),
        # 免证办, 告知承诺, 容缺受理 and 中介服务 are among the sixteen.
        ("免证办事项清单", NO_COLUMN),
        ("告知承诺和容缺受理事项清单", NO_COLUMN),
        ("强制性中介服务事项清单", NO_COLUMN),
        *((each.value, NO_COLUMN) for each in SpecialServiceList),
        # The list is open, and 便民服务 may mean the list of a township centre.
        ("周末办", judged("perhaps-special-service-list", "in_list_column")),
        ("乡镇（街道）便民服务中心可办理事项清单", judged("perhaps-special-service-list", "in_list_column")),
        (None, judged("perhaps-special-service-list", "in_list_column")),
        ("权责清单", idle("list-of-another-kind")),
        ("市场准入负面清单", idle("list-of-another-kind")),
        (UNSTATED, UNKNOWN),
    ],
)
@pytest.mark.parametrize("in_column", [False, None])
def test_in_the_column(kind, in_column, found):
    """Lists of special services stand in the platform's column."""
    assert answers(lists.in_the_column, a_list(area=PUTIAN, kind=kind, in_list_column=in_column)) == found


@pytest.mark.parametrize(
    ("changes", "day", "found"),
    [
        ({"in_list_column": True}, None, MET),
        ({"in_list_column": True, "kind": "周末办"}, None, MET),
        ({"in_list_column": UNSTATED}, None, UNKNOWN),
        ({"in_list_column": UNSTATED, "kind": "权责清单"}, None, idle("list-of-another-kind")),
        ({"area": HANJIANG}, None, NO_COLUMN),
        ({"area": FUZHOU}, None, idle("never-in-force")),
        ({}, date(2025, 5, 5), idle("not-yet-in-force")),
        ({}, date(2025, 5, 6), NO_COLUMN),
    ],
)
def test_the_column_is_putians(changes, day, found):
    """It is asked about from the day on which the norms were issued."""
    held = a_list(**{"area": PUTIAN, "kind": "特色服务清单", "in_list_column": False} | changes)

    assert answers(lists.in_the_column, held, day) == found


def test_the_sixteen_are_the_printed_ones():
    """Every member of the norm is known as a list of special services."""
    assert {each.value for each in SpecialServiceList} == set(norm("putian-2025/art-10#1").members)


@pytest.mark.parametrize(
    ("changes", "day", "found"),
    [
        ({}, None, MET),
        ({"displayed_in_hall": False}, None, breach("list-not-displayed", "displayed_in_hall")),
        ({"displayed_in_hall": None}, None, breach("list-not-displayed", "displayed_in_hall")),
        ({"displayed_in_hall": UNSTATED}, None, UNKNOWN),
        ({"kind": "免证办事项清单", "displayed_in_hall": False}, None, idle("list-of-another-kind")),
        ({"area": PUTIAN, "displayed_in_hall": False}, None, idle("never-in-force")),
        ({"displayed_in_hall": False}, date(2026, 3, 5), breach("list-not-displayed", "displayed_in_hall")),
        ({"displayed_in_hall": False}, date(2026, 3, 6), idle("no-longer-in-force")),
    ],
)
def test_township_list_displayed(changes, day, found):
    """A township centre of Hanjiang shows what it offers, as long as the plan is in force."""
    held = a_list(**{"area": HANJIANG, "kind": "乡镇（街道）便民服务中心可办理事项清单"} | changes)

    assert answers(lists.township_list_displayed, held, day) == found
