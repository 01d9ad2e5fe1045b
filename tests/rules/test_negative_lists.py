"""What each rule about items kept out of the centres, or brought nearer, answers."""

from datetime import date

import pytest

from support import FUZHOU, HANJIANG, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, said, stated
from zwfw import Area, Severity
from zwfw.areas import ZoneKind
from zwfw.records import ExemptionGround, NegativeListEntry
from zwfw.rules import negative_lists as rules

FUJIAN_CLAUSE, XIAMEN_CLAUSE, HANJIANG_CLAUSE = "fujian-2022/2.2.2", "xiamen-2022/2.2.2", "hanjiang-2023/task-2"
PUTIAN, SIMING, XIAMEN_CITY = "350300", "350203", "350200"
ADVICE, DEPARTURE, MUST = Severity.ADVICE, Severity.DEPARTURE, Severity.VIOLATION
ZONE = Area.zone("自贸试验区厦门片区", kind=ZoneKind.FREE_TRADE, under=XIAMEN_CITY)

SPACE, SECRET, UNSUITABLE = "场地限制", "涉及国家秘密", "其他经实践证明不适合进驻"
CITY_LIST = "《市政务服务中心进驻事项负面清单》"
SIMING_LIST = "《思明区政务服务中心进驻事项负面清单》"
JOINT_LIST = "《市、区级政务服务中心进驻事项负面清单》"
BELOW_LIST = "《镇（街道）、村（社区）便民服务中心（站）进驻事项负面清单》"

BASE = {
    "item": "节能审查",
    "area": FUZHOU,
    "level": "县",
    "grounds": [],
    "on_list": False,
    "list_name": None,
    "list_made_by": None,
    "reason_stated": False,
    "submitted_by": None,
    "decided_by": None,
    "in_centre": True,
    "on_platform": True,
    "cannot_be_merged": False,
    "sub_centre_set_up": False,
    "sub_centre_to_standard": False,
    "sub_centre_guided": False,
    "separate_counters_in_village": 0,
    "is_frequent": False,
    "can_be_carried_below": False,
    "field": None,
    "carried_below": False,
    "is_numerous": False,
    "is_concentrated_in_time": False,
    "brought_to_village": False,
}


def an_entry(**changes):
    """An item in the centre of a district of Fuzhou, with your changes."""
    return NegativeListEntry(**stated(BASE | changes))


def answers(rule, **changes):
    """State, reason and place."""
    return said(rule, an_entry(**changes))


def weights(rule, **changes):
    """State, severity and clauses of each answer."""
    return [
        (each.state.name, each.severity, [held.ref for held in each.clauses])
        for each in rule(an_entry(**changes), a_context())
    ]


def person(reason, path=""):
    """The one answer that a person has to say it."""
    return [("NEEDS_JUDGEMENT", reason, path)]


STAYS = idle("may-stay-out")
OFF_LIST = breach("off-list-item-outside", "in_centre")
NO_GROUND = breach("item-without-ground-outside", "in_centre")
OFF_PLATFORM = breach("off-the-joint-platform", "on_platform")
OUT = {"in_centre": False}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        (OUT, OFF_LIST),
        ({"in_centre": None}, OFF_LIST),
        (OUT | {"grounds": [SPACE]}, OFF_LIST),  # the list decides, not the ground
        (OUT | {"on_list": True}, STAYS),
        ({"on_list": True, "in_centre": UNSTATED}, STAYS),
        ({"in_centre": UNSTATED}, UNKNOWN),
        ({"in_centre": True, "on_list": UNSTATED}, MET),
        (OUT | {"on_list": UNSTATED}, UNKNOWN),
        (OUT | {"level": "省"}, idle("no-centre-of-the-province")),
        ({"level": UNSTATED}, UNKNOWN),
        ({"on_platform": False}, MET),  # the platform is Hanjiang's
        (OUT | {"area": PUTIAN}, OFF_LIST),
        # Xiamen: without a ground it must enter; with one it stays out by the list
        ({"area": XIAMEN}, MET),
        ({"area": XIAMEN} | OUT, [*OFF_LIST, *NO_GROUND]),
        ({"area": XIAMEN, "on_list": True} | OUT, NO_GROUND),
        ({"area": XIAMEN, "on_list": True, "grounds": [SECRET]} | OUT, STAYS),
        ({"area": XIAMEN, "on_list": True, "grounds": ["设备限制"]} | OUT, STAYS),  # the grounds are left open
        ({"area": XIAMEN, "grounds": [SPACE]} | OUT, [*OFF_LIST, *person("ground-without-the-list", "on_list")]),
        ({"area": XIAMEN, "grounds": UNSTATED} | OUT, [*OFF_LIST, *UNKNOWN]),
        ({"area": XIAMEN, "grounds": UNSTATED, "on_list": True} | OUT, UNKNOWN),
        ({"area": XIAMEN, "on_list": UNSTATED, "grounds": [SPACE]} | OUT, UNKNOWN),
        ({"area": XIAMEN, "on_list": UNSTATED} | OUT, [*UNKNOWN, *NO_GROUND]),
        ({"area": XIAMEN, "grounds": [SPACE], "on_list": True, "in_centre": UNSTATED}, STAYS),
        # Hanjiang: any of three grounds, else the centre and the platform
        ({"area": HANJIANG}, MET),
        ({"area": HANJIANG} | OUT, [*OFF_LIST, *NO_GROUND]),
        ({"area": HANJIANG, "on_platform": False} | OUT, [*OFF_LIST, *NO_GROUND, *OFF_PLATFORM]),
        ({"area": HANJIANG, "on_platform": False}, [*OFF_PLATFORM, *MET]),
        ({"area": HANJIANG, "on_list": True} | OUT, NO_GROUND),
        ({"area": HANJIANG, "on_platform": UNSTATED}, [*UNKNOWN, *MET]),
        ({"area": HANJIANG, "grounds": UNSTATED}, MET),
        ({"area": HANJIANG, "grounds": UNSTATED} | OUT, [*OFF_LIST, *UNKNOWN]),
        ({"area": HANJIANG, "grounds": [SPACE], "on_platform": False}, MET),
        ({"area": HANJIANG, "grounds": [SPACE]} | OUT, OFF_LIST),
        ({"area": HANJIANG, "grounds": [SECRET], "on_list": True} | OUT, STAYS),
        ({"area": HANJIANG, "grounds": [UNSUITABLE], "on_list": True} | OUT, STAYS),
        ({"area": HANJIANG, "grounds": ["设备限制"], "on_list": True} | OUT, person("ground-not-printed", "grounds")),
    ],
)
def test_must_be_in_the_centre(changes, found):
    """What the list does not have goes in, and where a text asks for a ground, what has none."""
    assert answers(rules.must_be_in_the_centre, **changes) == found


def test_the_force_of_entering_is_that_of_each_clause():
    """The province and the city promote it, of villages they say in principle, and Xiamen and Hanjiang say must."""
    rule = rules.must_be_in_the_centre

    assert weights(rule, **OUT) == [("BREACHED", ADVICE, [FUJIAN_CLAUSE])]
    assert weights(rule, **OUT, level="村") == [("BREACHED", DEPARTURE, [FUJIAN_CLAUSE])]
    assert weights(rule, **OUT, area=XIAMEN) == [
        ("BREACHED", ADVICE, [FUJIAN_CLAUSE]),
        ("BREACHED", MUST, [XIAMEN_CLAUSE]),
    ]
    # Of villages the city says in principle too, in the sentence that is about them alone.
    assert weights(rule, **OUT, area=XIAMEN, level="村") == [
        ("BREACHED", DEPARTURE, [FUJIAN_CLAUSE]),
        ("BREACHED", DEPARTURE, [XIAMEN_CLAUSE]),
    ]
    assert weights(rule, **OUT, area=XIAMEN, grounds=[SPACE]) == [
        ("BREACHED", ADVICE, [XIAMEN_CLAUSE, FUJIAN_CLAUSE]),
        ("NEEDS_JUDGEMENT", None, [XIAMEN_CLAUSE]),
    ]
    assert weights(rule, area=HANJIANG, on_platform=False) == [
        ("BREACHED", MUST, [HANJIANG_CLAUSE]),
        ("MET", None, [FUJIAN_CLAUSE]),
    ]
    assert weights(rule, area=HANJIANG, grounds=[SPACE], on_platform=False) == [("MET", None, [FUJIAN_CLAUSE])]


def test_once_the_plan_of_hanjiang_has_ended_only_the_province_asks():
    """Its last day is 2026-03-05."""
    entry = an_entry(area=HANJIANG, on_platform=False)

    assert len(said(rules.must_be_in_the_centre, entry, a_context(as_of=date(2026, 3, 5)))) == 2
    assert said(rules.must_be_in_the_centre, entry, a_context(as_of=date(2026, 3, 7))) == MET


OTHERS = breach("list-made-by-others", "list_made_by")
PERHAPS = person("list-maker-unknown", "list_made_by")
LISTED = {"on_list": True}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, idle("not-on-a-list")),
        ({"on_list": UNSTATED}, UNKNOWN),
        (LISTED | {"level": "省"}, idle("not-on-a-list")),
        (LISTED | {"level": UNSTATED}, UNKNOWN),
        (LISTED | {"list_made_by": ["省审改办"]}, MET),
        (LISTED | {"list_made_by": ["福建省审改办"], "level": "市"}, MET),
        (LISTED | {"list_made_by": ["市审改办", "省审改办"]}, MET),
        (LISTED | {"list_made_by": ["市审改办"]}, OTHERS),
        (LISTED | {"list_made_by": []}, OTHERS),
        (LISTED | {"list_made_by": None}, OTHERS),
        (LISTED | {"list_made_by": UNSTATED}, UNKNOWN),
        (LISTED | {"list_made_by": ["省委编办"]}, PERHAPS),
        (LISTED | {"list_made_by": ["本级审改办"]}, PERHAPS),
        # townships and villages: the city's, for its own area
        (LISTED | {"level": "乡", "list_made_by": ["设区市审改部门"]}, MET),
        (LISTED | {"level": "村", "list_made_by": ["福州市审改办"]}, MET),
        (LISTED | {"level": "村", "list_made_by": ["泉州市审改办"]}, OTHERS),
        (LISTED | {"level": "乡", "list_made_by": ["省审改办"]}, OTHERS),
        (LISTED | {"level": "乡", "list_made_by": ["鼓楼区审改办"]}, OTHERS),
        (LISTED | {"level": "乡", "list_made_by": ["福州市鼓楼区审改办"]}, OTHERS),
        (LISTED | {"level": "乡", "list_made_by": ["福清市审改办"], "area": "350181"}, OTHERS),  # of county level
        # Hanjiang applies the province's list
        (LISTED | {"area": HANJIANG, "list_made_by": ["省审改办"]}, MET),
        (LISTED | {"area": HANJIANG, "list_made_by": ["涵江区审改办"]}, OTHERS),
        # Xiamen: drafts of the city and of each district, and the districts for townships and villages
        (LISTED | {"area": XIAMEN, "list_name": JOINT_LIST, "list_made_by": ["省审改办"]}, MET),
        (LISTED | {"area": XIAMEN, "list_name": JOINT_LIST, "list_made_by": ["市审改办"]}, OTHERS),
        (LISTED | {"area": XIAMEN, "list_name": None, "list_made_by": ["市审改办"]}, OTHERS),
        (LISTED | {"area": XIAMEN, "list_name": CITY_LIST, "list_made_by": ["市审批管理局（审改办）"]}, MET),
        (LISTED | {"area": XIAMEN, "list_name": CITY_LIST, "list_made_by": ["思明区审改办"]}, OTHERS),
        (LISTED | {"area": SIMING, "list_name": SIMING_LIST, "list_made_by": ["思明区审改办"]}, MET),
        (LISTED | {"area": SIMING, "list_name": SIMING_LIST, "list_made_by": ["集美区审改办"]}, OTHERS),
        (LISTED | {"area": XIAMEN, "list_name": UNSTATED, "list_made_by": ["省审改办"]}, UNKNOWN),
        (LISTED | {"area": XIAMEN, "level": "乡", "list_made_by": ["市审改办", "区审改办"]}, MET),
        (LISTED | {"area": XIAMEN, "level": "乡", "list_made_by": ["区审改办"]}, [*OTHERS, *MET]),
        (LISTED | {"area": XIAMEN, "level": "乡", "list_made_by": ["市审改办"]}, [*OTHERS, *MET]),
    ],
)
def test_list_made_by(changes, found):
    """The province for cities and counties, the city for townships and villages, in Xiamen each district too."""
    assert answers(rules.list_made_by, **changes) == found


def test_the_maker_of_a_list_is_asked_by_the_clauses_that_name_one():
    """The outcome cites those alone."""
    rule = rules.list_made_by

    assert weights(rule, **LISTED, area=HANJIANG, list_made_by=["区审改办"]) == [
        ("BREACHED", MUST, [HANJIANG_CLAUSE, FUJIAN_CLAUSE])
    ]
    assert weights(rule, **LISTED, area=HANJIANG, level="乡", list_made_by=["市审改办"]) == [
        ("MET", None, [FUJIAN_CLAUSE])
    ]
    assert weights(rule, **LISTED, area=XIAMEN, list_name=CITY_LIST, list_made_by=["市审改办"]) == [
        ("MET", None, [XIAMEN_CLAUSE])
    ]
    assert weights(rule, **LISTED, area=XIAMEN, level="村", list_made_by=["区审改办"]) == [
        ("BREACHED", MUST, [FUJIAN_CLAUSE]),
        ("MET", None, [XIAMEN_CLAUSE]),
    ]


TITLE = breach("list-title-differs", "list_name")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"on_list": False}, idle("not-on-a-list")),
        ({"level": "省"}, idle("not-on-a-list")),
        ({"level": "市", "list_name": CITY_LIST}, MET),
        ({"level": "市", "list_name": "市政务服务中心进驻事项负面清单"}, MET),
        ({"level": "市", "list_name": JOINT_LIST}, MET),
        ({"level": "市", "list_name": SIMING_LIST}, TITLE),
        ({"level": "市", "list_name": "《市、县（区）级政务服务中心进驻事项负面清单》"}, TITLE),  # the province's
        ({"level": "县", "list_name": SIMING_LIST}, MET),
        ({"level": "县", "list_name": JOINT_LIST}, MET),
        ({"level": "县", "list_name": "《集美区政务服务中心进驻事项负面清单》"}, TITLE),
        (
            {"level": "县", "list_name": "《集美区政务服务中心进驻事项负面清单》", "area": XIAMEN_CITY},
            MET,
        ),
        ({"level": "县", "list_name": "《鼓楼区政务服务中心进驻事项负面清单》", "area": XIAMEN_CITY}, TITLE),
        ({"level": "县", "list_name": SIMING_LIST, "area": ZONE}, MET),
        ({"level": "县", "list_name": CITY_LIST}, TITLE),
        ({"level": "县", "list_name": None}, TITLE),
        ({"level": "县", "list_name": UNSTATED}, UNKNOWN),
        ({"level": "乡", "list_name": BELOW_LIST}, MET),
        ({"level": "村", "list_name": BELOW_LIST}, MET),
        ({"level": "村", "list_name": JOINT_LIST}, TITLE),
        ({"level": UNSTATED, "list_name": JOINT_LIST}, UNKNOWN),
        ({"level": "市", "list_name": None, "area": FUZHOU}, idle("never-in-force")),
    ],
)
def test_list_title(changes, found):
    """The four titles that the city prints, each for its level."""
    assert answers(rules.list_title, **{"on_list": True, "area": SIMING} | changes) == found


NO_REASON = breach("no-reason-for-staying-out", "reason_stated")
NOT_DECIDED = breach("not-decided-by-office", "decided_by")
AWAITED = person("decision-awaited", "decided_by")
NOT_PUT = breach("not-put-by-the-city", "submitted_by")
DECIDED = OUT | {"reason_stated": True, "submitted_by": "市审改办", "decided_by": "省审改办"}
IN_XIAMEN = DECIDED | {"area": XIAMEN}
BELOW = IN_XIAMEN | {"level": "乡", "submitted_by": "区审改办", "decided_by": "市审改办"}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, idle("in-the-centre")),
        ({"in_centre": UNSTATED}, UNKNOWN),
        (DECIDED, MET),
        (DECIDED | {"level": "市", "submitted_by": None}, MET),  # who puts it is Xiamen's
        (DECIDED | {"reason_stated": None}, NO_REASON),
        (DECIDED | {"reason_stated": UNSTATED}, UNKNOWN),
        (DECIDED | {"decided_by": "市审改办"}, NOT_DECIDED),
        (DECIDED | {"decided_by": "市民政局"}, person("decider-unknown", "decided_by")),
        (DECIDED | {"decided_by": None}, AWAITED),
        (DECIDED | {"decided_by": None, "submitted_by": None}, NOT_DECIDED),
        (DECIDED | {"decided_by": None, "submitted_by": UNSTATED}, UNKNOWN),
        (DECIDED | {"decided_by": UNSTATED, "reason_stated": False}, [*NO_REASON, *UNKNOWN]),
        (DECIDED | {"level": "乡", "decided_by": None}, idle("decision-not-asked")),
        (DECIDED | {"level": "省", "decided_by": None}, idle("decision-not-asked")),
        (DECIDED | {"level": UNSTATED}, UNKNOWN),
        (IN_XIAMEN, MET),
        (IN_XIAMEN | {"submitted_by": "区审改办"}, [*NOT_PUT, *MET]),
        (IN_XIAMEN | {"submitted_by": None}, [*NOT_PUT, *MET]),
        (IN_XIAMEN | {"submitted_by": "区政府"}, [*person("submitter-unknown", "submitted_by"), *MET]),
        (IN_XIAMEN | {"submitted_by": UNSTATED}, [*UNKNOWN, *MET]),
        (IN_XIAMEN | {"submitted_by": "区审改办", "reason_stated": False}, [*NO_REASON, *NOT_PUT]),
        (IN_XIAMEN | {"level": "省", "decided_by": None}, idle("decision-not-asked")),
        (BELOW, MET),
        (BELOW | {"level": "村"}, MET),
        (BELOW | {"decided_by": "省审改办"}, NOT_DECIDED),
        (BELOW | {"reason_stated": False}, NO_REASON),
    ],
)
def test_reason_and_decision(changes, found):
    """What stays out gives its reason, and an office decides: the province, in Xiamen the city for townships."""
    assert answers(rules.reason_and_decision, **changes) == found


def test_the_city_decides_for_townships_by_its_own_clause():
    """The province is silent about them; who puts a matter to it is the city's clause too."""
    rule = rules.reason_and_decision

    assert weights(rule, **BELOW) == [("MET", None, [XIAMEN_CLAUSE])]
    assert weights(rule, **IN_XIAMEN | {"submitted_by": None}) == [
        ("BREACHED", MUST, [XIAMEN_CLAUSE]),
        ("MET", None, [FUJIAN_CLAUSE]),
    ]
    assert weights(rule, **IN_XIAMEN | {"reason_stated": False}) == [("BREACHED", MUST, [XIAMEN_CLAUSE, FUJIAN_CLAUSE])]


APART = breach("village-counter-apart", "separate_counters_in_village")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"level": "村"}, MET),
        ({"level": "村", "separate_counters_in_village": None}, MET),
        ({"level": "村", "separate_counters_in_village": 1}, APART),
        ({"level": "村", "separate_counters_in_village": 2, "area": XIAMEN}, APART),
        ({"level": "乡", "separate_counters_in_village": 1}, idle("not-a-village-item")),
        ({"level": UNSTATED}, UNKNOWN),
        ({"level": "村", "separate_counters_in_village": UNSTATED}, UNKNOWN),
    ],
)
def test_no_separate_counter(changes, found):
    """None beside the station, in principle."""
    assert answers(rules.no_separate_counter, **changes) == found


def test_a_separate_counter_is_a_departure():
    """Both clauses say in principle."""
    assert weights(rules.no_separate_counter, level="村", separate_counters_in_village=1, area=XIAMEN) == [
        ("BREACHED", DEPARTURE, [XIAMEN_CLAUSE, FUJIAN_CLAUSE])
    ]


APARTMENT = {"area": HANJIANG, "cannot_be_merged": True} | dict.fromkeys(
    ("sub_centre_set_up", "sub_centre_to_standard", "sub_centre_guided"), True
)
NOT_SET_UP = breach("sub-centre-not-set-up", "sub_centre_set_up")
NOT_GUIDED = breach("sub-centre-without-guidance", "sub_centre_guided")
BELOW_STANDARD = breach("sub-centre-below-standard", "sub_centre_to_standard")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"cannot_be_merged": False, "sub_centre_set_up": False}, idle("can-be-merged")),
        ({"cannot_be_merged": UNSTATED}, UNKNOWN),
        ({"sub_centre_set_up": False, "sub_centre_guided": False}, NOT_SET_UP),
        ({"sub_centre_set_up": UNSTATED, "sub_centre_guided": None}, [*UNKNOWN, *NOT_GUIDED]),
        ({"sub_centre_guided": False}, NOT_GUIDED),
        ({"sub_centre_to_standard": False}, BELOW_STANDARD),
        ({"sub_centre_set_up": False, "area": FUZHOU}, idle("never-in-force")),
    ],
)
def test_sub_centre_for_what_cannot(changes, found):
    """In Hanjiang what cannot be merged has a sub-centre, run properly and guided."""
    assert answers(rules.sub_centre_for_what_cannot, **APARTMENT | changes) == found


CARRIED = {"is_frequent": True, "can_be_carried_below": True, "field": "公共教育"}
NOT_CARRIED = breach("not-carried-below", "carried_below")
NOT_MEANT = idle("not-to-be-carried-below")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, NOT_CARRIED),
        ({"level": "市", "area": XIAMEN, "field": "户籍管理"}, NOT_CARRIED),
        ({"carried_below": True}, MET),
        ({"is_frequent": False}, NOT_MEANT),  # both tests
        ({"can_be_carried_below": False}, NOT_MEANT),
        ({"is_frequent": UNSTATED, "can_be_carried_below": False}, NOT_MEANT),
        ({"is_frequent": UNSTATED}, UNKNOWN),
        ({"field": None}, NOT_MEANT),
        ({"field": "住房保障"}, person("perhaps-carried-below", "field")),  # of another clause's list
        ({"field": "住房保障", "carried_below": True}, MET),
        ({"level": "乡"}, NOT_MEANT),
        ({"level": "省"}, NOT_MEANT),
        ({"level": UNSTATED}, UNKNOWN),
        ({"carried_below": UNSTATED}, UNKNOWN),
    ],
)
def test_carried_below(changes, found):
    """Frequent and within the reach of the grassroots, in a printed field, of a city or county."""
    assert answers(rules.carried_below, **CARRIED | changes) == found


BROUGHT = {"is_numerous": True, "is_concentrated_in_time": True}
NOT_BROUGHT = idle("not-to-be-brought-to-villages")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, breach("not-brought-to-villages", "brought_to_village")),
        ({"brought_to_village": True, "area": XIAMEN}, MET),
        ({"is_numerous": False}, NOT_BROUGHT),
        ({"is_concentrated_in_time": None}, NOT_BROUGHT),
        ({"is_concentrated_in_time": UNSTATED}, UNKNOWN),
        ({"brought_to_village": UNSTATED}, UNKNOWN),
    ],
)
def test_brought_to_villages(changes, found):
    """Numerous and concentrated in time, both."""
    assert answers(rules.brought_to_villages, **BROUGHT | changes) == found


def test_to_bring_items_nearer_is_advice():
    """The tables promote it."""
    assert weights(rules.carried_below, **CARRIED)[0][1] is ADVICE
    assert weights(rules.brought_to_villages, **BROUGHT)[0][1] is ADVICE


@pytest.mark.parametrize("rule", rules.RULES)
def test_before_the_tables_nothing_is_asked(rule):
    """On the day before the province's table was issued."""
    entry = an_entry(**OUT, **LISTED, **CARRIED, **BROUGHT)

    assert {each.state.name for each in rule(entry, a_context(as_of=date(2022, 9, 13)))} == {"NOT_APPLICABLE"}


UNDER_WAY = (rules.must_be_in_the_centre, rules.list_made_by, rules.reason_and_decision, rules.no_separate_counter)


@pytest.mark.parametrize("rule", UNDER_WAY)
@pytest.mark.parametrize(
    ("day", "states"),
    # The row of each table is to be done by 2022-12-31, and that day is in time.
    [(date(2022, 12, 31), {"NOT_APPLICABLE"}), (date(2023, 1, 1), {"BREACHED"})],
)
@pytest.mark.parametrize("area", [FUZHOU, XIAMEN])
def test_nothing_is_owed_before_the_date(rule, day, states, area):
    """Lists, entries and decisions have time until the end of 2022."""
    listed = rule is rules.list_made_by
    level = "村" if rule is rules.no_separate_counter else "县"
    entry = an_entry(**OUT, area=area, on_list=listed, level=level, separate_counters_in_village=1)
    found = rule(entry, a_context(as_of=day))

    assert {each.state.name for each in found} == states
    assert {each.reason for each in found} == {"not-due-yet"} or states == {"BREACHED"}


def test_the_titles_of_lists_have_until_the_end_of_2022():
    """Xiamen's alone."""
    entry = an_entry(area=XIAMEN, on_list=True, list_name="《清单》")

    assert said(rules.list_title, entry, a_context(as_of=date(2022, 12, 31))) == idle("not-due-yet")
    assert said(rules.list_title, entry, a_context(as_of=date(2023, 1, 1))) == TITLE


def test_the_plan_of_hanjiang_gives_its_list_no_date():
    """Owed from the day on which it was issued."""
    entry = an_entry(area=HANJIANG, on_platform=False)

    assert ("BREACHED", "off-the-joint-platform", "on_platform") in said(
        rules.must_be_in_the_centre, entry, a_context(as_of=date(2023, 3, 6))
    )


def test_a_ground_is_printed_or_any_other_text():
    """The list of Xiamen is open."""
    entry = an_entry(grounds=[SPACE, "设备限制"])

    assert entry.grounds == (ExemptionGround.SPACE, "设备限制")
    assert entry.outside_printed == {"grounds": ("设备限制",)}
