"""What each rule about the placement of an item answers: kept, broken, silent, left to a person and unknown."""

from datetime import date

import pytest

from support import FUZHOU, HANJIANG, MET, UNSTATED, a_context, breach, idle, said, stated
from zwfw import Severity
from zwfw.records import Item
from zwfw.rules import placements

PUTIAN = "350300"
UNKNOWN = [("UNDETERMINED", "not-stated", "")]


def an_item(placement=UNSTATED, area=PUTIAN, **facts):
    """An item of Putian that states these facts and no other; a placement is given by its own facts."""
    if isinstance(placement, dict):
        placement = stated(placement)
    return Item(**stated({"name": "节能审查", "area": area, "placement": placement} | facts))


def weights(rule, item):
    """The severity of each breach, and the clauses that it rests on."""
    return [(each.severity, [held.ref for held in each.clauses]) for each in rule(item, a_context())]


@pytest.mark.parametrize(
    ("area", "day", "found"),
    [
        (PUTIAN, "2025-05-05", idle("not-yet-in-force")),
        (PUTIAN, "2025-05-06", breach("off-the-platform", "placement.on_platform")),
        (HANJIANG, "2026-03-06", breach("off-the-platform", "placement.on_platform")),
        (FUZHOU, "2025-06-30", idle("never-in-force")),
    ],
)
def test_the_articles_bind_putian_from_their_first_day(area, day, found):
    """The norms are in force from 2025-05-06, in the city and its districts, and nowhere else."""
    item = an_item({"on_platform": False, "kept_off_platform_by_law": False} | NO_OTHER, area=area, secret=False)

    assert said(placements.on_the_platform, item, a_context(date.fromisoformat(day))) == found


NO_OTHER = {"kept_off_platform_otherwise": None}
AS_LIST = {"managed_as_list": True, "follows_list_standard": True}
NOT_AS_LIST = breach("not-managed-as-list", "placement.managed_as_list")
OTHER_STANDARD = breach("list-standard-not-followed", "placement.follows_list_standard")


@pytest.mark.parametrize(
    ("placement", "found"),
    [
        (AS_LIST, MET),
        (AS_LIST | {"managed_as_list": False}, NOT_AS_LIST),
        (AS_LIST | {"follows_list_standard": None}, OTHER_STANDARD),
        (AS_LIST | {"managed_as_list": UNSTATED, "follows_list_standard": False}, [*UNKNOWN, *OTHER_STANDARD]),
        (
            None,
            [*breach("not-managed-as-list", "placement"), *breach("list-standard-not-followed", "placement")],
        ),
        (UNSTATED, UNKNOWN),
    ],
)
def test_managed_as_list(placement, found):
    """A list on the platform, and the standard of the State and the province: both."""
    assert said(placements.managed_as_list, an_item(placement)) == found


IN_CENTRE = {"in_centre_of_own_level": True, "on_negative_list": False}
OUTSIDE = breach("not-in-the-centre", "placement.in_centre_of_own_level")


@pytest.mark.parametrize(
    ("placement", "found"),
    [
        (IN_CENTRE, MET),
        (IN_CENTRE | {"in_centre_of_own_level": False}, OUTSIDE),
        (IN_CENTRE | {"in_centre_of_own_level": None, "on_negative_list": None}, OUTSIDE),
        ({"in_centre_of_own_level": False, "on_negative_list": True}, idle("on-the-negative-list")),
        ({"on_negative_list": True}, idle("on-the-negative-list")),
        ({"in_centre_of_own_level": True}, MET),
        ({"in_centre_of_own_level": False}, UNKNOWN),
        ({"on_negative_list": False}, UNKNOWN),
        (None, breach("not-in-the-centre", "placement")),
        (UNSTATED, UNKNOWN),
    ],
)
def test_in_the_centre(placement, found):
    """The centre of its own level, unless the negative list has the item."""
    assert said(placements.in_the_centre, an_item(placement)) == found


ALL_THREE = ["标准化", "规范化", "便利化"]
SUB_CENTRE = {
    "on_negative_list": True,
    "in_sub_centre": True,
    "managed_as_one": True,
    "sub_centre_keeps": ALL_THREE,
}
NO_SUB_CENTRE = breach("no-sub-centre", "placement.in_sub_centre")
APART = breach("sub-centre-run-apart", "placement.managed_as_one")
MISSES = breach("sub-centre-misses", "placement.sub_centre_keeps")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"sub_centre_keeps": ["便利化", "标准化", "规范化"]}, MET),
        ({"in_sub_centre": False}, NO_SUB_CENTRE),
        ({"in_sub_centre": None, "managed_as_one": False, "sub_centre_keeps": None}, NO_SUB_CENTRE),
        ({"managed_as_one": False}, APART),
        *(({"sub_centre_keeps": [each for each in ALL_THREE if each != left]}, MISSES) for left in ALL_THREE),
        ({"sub_centre_keeps": None}, MISSES),
        ({"in_sub_centre": UNSTATED, "managed_as_one": False}, [*UNKNOWN, *APART]),
        ({"managed_as_one": UNSTATED, "sub_centre_keeps": []}, [*UNKNOWN, *MISSES]),
        ({"sub_centre_keeps": UNSTATED}, UNKNOWN),
        ({"on_negative_list": False, "in_sub_centre": False}, idle("not-on-the-negative-list")),
        ({"on_negative_list": UNSTATED}, UNKNOWN),
    ],
)
def test_negative_list_sub_centre(changes, found):
    """On the list: a sub-centre, run as one, and all three requirements."""
    assert said(placements.negative_list_sub_centre, an_item(SUB_CENTRE | changes)) == found


def test_the_list_alone_asks_for_a_sub_centre():
    """A secret matter that is not on the list needs none, nor does one without any placement."""
    ask = placements.negative_list_sub_centre

    assert said(ask, an_item({"on_negative_list": False}, secret=True)) == idle("not-on-the-negative-list")
    assert said(ask, an_item(None)) == idle("not-on-the-negative-list")


def test_what_the_sub_centre_misses_is_told():
    """The two that are not met stand in the sentence."""
    (found,) = placements.negative_list_sub_centre(an_item(SUB_CENTRE | {"sub_centre_keeps": ["规范化"]}), a_context())

    assert found.message() == "政务服务分中心未落实：标准化、便利化"


OFF = {"on_platform": False, "kept_off_platform_by_law": False, "kept_off_platform_otherwise": None}
OFF_PLATFORM = breach("off-the-platform", "placement.on_platform")
EXCUSED = idle("kept-off-the-platform")
OTHERWISE = [("NEEDS_JUDGEMENT", "kept-off-the-platform-otherwise", "placement.kept_off_platform_otherwise")]


@pytest.mark.parametrize(
    ("placement", "secret", "found"),
    [
        ({"on_platform": True}, UNSTATED, MET),
        (OFF, False, OFF_PLATFORM),
        (OFF | {"on_platform": None, "kept_off_platform_by_law": None}, None, OFF_PLATFORM),
        (OFF | {"kept_off_platform_by_law": True}, False, EXCUSED),
        (OFF, True, EXCUSED),
        # Either excuse is enough, whatever is unknown of the other.
        (OFF | {"kept_off_platform_by_law": True}, UNSTATED, EXCUSED),
        (OFF | {"kept_off_platform_by_law": UNSTATED}, True, EXCUSED),
        (OFF | {"kept_off_platform_by_law": UNSTATED}, False, UNKNOWN),
        (OFF, UNSTATED, UNKNOWN),
        # The exceptions are left open (等情形).
        (OFF | {"kept_off_platform_otherwise": "系统尚未接入"}, False, OTHERWISE),
        (OFF | {"kept_off_platform_otherwise": UNSTATED}, False, UNKNOWN),
        (OFF | {"on_platform": UNSTATED}, False, UNKNOWN),
        (None, False, breach("off-the-platform", "placement")),
        (None, True, EXCUSED),
        (UNSTATED, False, UNKNOWN),
    ],
)
def test_on_the_platform(placement, secret, found):
    """All items, except what a law or a State secret keeps off, or something of the kind."""
    assert said(placements.on_the_platform, an_item(placement, secret=secret)) == found


PRINTED = ["咨询", "预约", "申请", "受理", "审查", "决定", "制证", "收费", "送达", "投诉"]
OFFLINE = breach("steps-not-online", "online_steps")


@pytest.mark.parametrize(
    ("steps", "online", "found"),
    [
        (PRINTED, PRINTED, MET),
        (PRINTED, list(reversed(PRINTED)), MET),
        *((PRINTED, [each for each in PRINTED if each != left], OFFLINE) for left in PRINTED),
        # The steps that the item has, and no others: it need not have them all.
        (["申请", "受理", "决定"], ["申请", "受理", "决定"], MET),
        (["申请", "决定"], ["申请", "受理", "决定"], MET),
        (["申请", "现场踏勘"], ["申请"], OFFLINE),
        (["申请", "现场踏勘"], ["现场踏勘", "申请"], MET),
        (["申请"], None, OFFLINE),
        ([], UNSTATED, idle("no-handling-step")),
        (None, UNSTATED, idle("no-handling-step")),
        (UNSTATED, PRINTED, UNKNOWN),
        (["申请"], UNSTATED, UNKNOWN),
    ],
)
def test_every_step_online(steps, online, found):
    """Every step that the item has can be done online."""
    item = an_item(OFF | {"on_platform": True}, secret=False, handling_steps=steps, online_steps=online)

    assert said(placements.every_step_online, item) == found


@pytest.mark.parametrize(
    ("placement", "secret", "found"),
    [
        (OFF, True, EXCUSED),
        (OFF | {"kept_off_platform_by_law": True}, False, EXCUSED),
        (OFF | {"kept_off_platform_otherwise": "系统尚未接入"}, False, OTHERWISE),
        (OFF, UNSTATED, UNKNOWN),
        (UNSTATED, False, UNKNOWN),
        (UNSTATED, True, EXCUSED),
    ],
)
def test_the_exceptions_of_the_sentence_reach_its_end(placement, secret, found):
    """What may be kept off the platform need not have its steps online either."""
    item = an_item(placement, secret=secret, handling_steps=["申请"], online_steps=[])

    assert said(placements.every_step_online, item) == found


def test_one_article_has_three_strengths():
    """原则上 for the centre, 应 for the platform and the sub-centre, 推动 for the steps."""
    steps = {"handling_steps": ["申请", "送达"], "online_steps": ["申请"]}
    item = an_item(OFF | {"in_centre_of_own_level": False, "on_negative_list": False}, secret=False, **steps)
    listed = an_item({"on_negative_list": True, "in_sub_centre": False})
    article = ["putian-2025/art-9"]

    assert weights(placements.in_the_centre, item) == [(Severity.DEPARTURE, article)]
    assert weights(placements.on_the_platform, item) == [(Severity.VIOLATION, article)]
    assert weights(placements.negative_list_sub_centre, listed) == [(Severity.VIOLATION, article)]
    assert weights(placements.every_step_online, item) == [(Severity.ADVICE, article)]
    assert weights(placements.managed_as_list, an_item(AS_LIST | {"managed_as_list": False})) == [
        (Severity.VIOLATION, ["putian-2025/art-7"])
    ]


def test_the_steps_that_are_not_online_are_told():
    """Their names stand in the sentence."""
    item = an_item(OFF, secret=False, handling_steps=["申请", "现场踏勘", "送达"], online_steps=["申请"])

    assert placements.every_step_online(item, a_context())[0].message() == "不能在线办理的环节：现场踏勘、送达"
