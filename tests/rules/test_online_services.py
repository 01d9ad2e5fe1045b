"""What each rule about online services, and about one matter in several channels, answers."""

from datetime import date

import pytest

from support import FUZHOU, HANJIANG, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, said, stated
from zwfw import Severity
from zwfw.records import ChannelComparison, OnlineService
from zwfw.rules import online_services as rules
from zwfw.testing.kits import check_rule

PUTIAN = "350300"

_SERVICE = {
    "body": "卫健局",
    "area": FUZHOU,
    "is_approval_department": True,
    "keeps_common_questions": True,
    "has_smart_enquiry": True,
    "guides_people_online": True,
    "online_by_choice": True,
    "computer_entry": "一体化平台",
    "mobile_entry": "闽政通APP",
    "ends": ["电脑端", "窗口端"],
    "ends_on_platform": ["窗口端", "电脑端"],
}


def a_service(**changes):
    """What a department offers, every clause kept and every field stated, with your changes."""
    return OnlineService(**stated(_SERVICE | changes))


def a_comparison(*views, area=FUZHOU, **changes):
    """A matter in some channels, each given with what it follows."""
    facts = {"matter": "社保参保", "approved_alike": True, "experience_alike": True} | changes
    return ChannelComparison(**stated({"area": area, "channels": views} | facts))


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.id)
def test_every_rule_keeps_what_rules_promise(rule):
    """On whatever Hypothesis draws for its kind."""
    check_rule(rule)


# ---------------------------------------------------------------- what a body offers

NO_QUESTIONS = breach("common-questions-not-kept", "keeps_common_questions")
NO_ENQUIRY = breach("no-smart-enquiry", "has_smart_enquiry")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"keeps_common_questions": False}, NO_QUESTIONS),
        ({"has_smart_enquiry": None}, NO_ENQUIRY),
        ({"keeps_common_questions": UNSTATED, "has_smart_enquiry": False}, UNKNOWN + NO_ENQUIRY),
        ({"has_smart_enquiry": False, "is_approval_department": False}, idle("no-approval-department")),
        ({"is_approval_department": UNSTATED}, UNKNOWN),
    ],
)
def test_questions_answered_in_xiamen(changes, found):
    """Common questions and a smart enquiry, both."""
    assert said(rules.questions_answered, a_service(area=XIAMEN, **changes)) == found
    assert said(rules.questions_answered, a_service(**changes)) == idle("never-in-force")


FORCED = breach("forced-online", "online_by_choice")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"online_by_choice": False}, FORCED),
        ({"online_by_choice": None}, FORCED),
        ({"online_by_choice": UNSTATED}, UNKNOWN),
        ({"online_by_choice": False, "guides_people_online": False}, idle("nobody-guided-online")),
        ({"guides_people_online": UNSTATED}, UNKNOWN),
    ],
)
def test_by_choice(changes, found):
    """Nobody is forced, in the province and in Xiamen."""
    for area in (FUZHOU, XIAMEN):
        assert said(rules.by_choice, a_service(area=area, **changes)) == found


def test_forcing_is_a_violation_from_the_first_day():
    """The dates of the rows are those of the work, and not of leave to force people until then."""
    forced = a_service(online_by_choice=False)

    assert said(rules.by_choice, forced, a_context(as_of=date(2022, 9, 13))) == idle("not-yet-in-force")
    (found,) = rules.by_choice(forced, a_context(as_of=date(2022, 9, 14)))
    assert (found.state.name, found.severity) == ("BREACHED", Severity.VIOLATION)


OTHER_COMPUTER = breach("another-main-entry", "computer_entry")
OTHER_PHONE = breach("another-main-entry", "mobile_entry")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"computer_entry": "其他"}, OTHER_COMPUTER + MET),
        ({"computer_entry": "闽政通APP"}, OTHER_COMPUTER + MET),
        ({"mobile_entry": "一体化平台"}, OTHER_PHONE + MET),
        ({"computer_entry": "其他", "mobile_entry": "其他"}, OTHER_COMPUTER + OTHER_PHONE),
        ({"computer_entry": None}, MET),
        ({"computer_entry": None, "mobile_entry": None}, idle("not-served-there")),
        ({"computer_entry": UNSTATED, "mobile_entry": "其他"}, UNKNOWN + OTHER_PHONE),
    ],
)
def test_main_entry(changes, found):
    """Each entry by its own article."""
    for area in (PUTIAN, HANJIANG):
        assert said(rules.main_entry, a_service(area=area, **changes)) == found


def test_each_entry_is_cited_by_its_article():
    """Computers by article 29, phones by article 30."""
    found = rules.main_entry(a_service(area=PUTIAN, mobile_entry="其他"), a_context())

    assert [(each.state.name, [held.ref for held in each.clauses]) for each in found] == [
        ("BREACHED", ["putian-2025/art-30"]),
        ("MET", ["putian-2025/art-29"]),
    ]


APART = breach("channels-not-merged", "ends_on_platform")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"ends_on_platform": ["窗口端"]}, APART),
        ({"ends_on_platform": None}, APART),
        ({"ends": ["电视端"], "ends_on_platform": ["电脑端"]}, APART),  # the list is open
        ({"ends": ["电视端"], "ends_on_platform": ["电视端"]}, MET),
        ({"ends": ["窗口端"]}, MET),
        ({"ends": [], "ends_on_platform": None}, idle("no-service-ends")),
        ({"ends": None}, idle("no-service-ends")),
        ({"ends": UNSTATED}, UNKNOWN),
        ({"ends_on_platform": UNSTATED}, UNKNOWN),
    ],
)
def test_channels_merged(changes, found):
    """All at which a department serves."""
    assert said(rules.channels_merged, a_service(area=PUTIAN, **changes)) == found


def test_what_is_not_merged_is_named():
    """In the order of the department."""
    (found,) = rules.channels_merged(a_service(area=PUTIAN, ends_on_platform=[]), a_context())

    assert [end.value for end in found.facts["lacking"]] == ["电脑端", "窗口端"]


# ---------------------------------------------------------------- one matter in several channels


def follows(channel, standard="2025版", **others):
    """A channel and what it follows."""
    aspects = dict.fromkeys(("page_style", "guidance", "operation_flow"), "2025版")
    return stated({"channel": channel, "standard": standard} | aspects | others)


PORTAL, APP, KIOSK, HALL = "省网上办事大厅", "闽政通APP", "“e政务”自助服务一体机", "线下实体大厅"
NOTHING = idle("no-channels-to-compare")


def differs(index, field):
    """The one answer that a channel differs from the one before it."""
    return breach("channels-differ", f"channels[{index}].{field}")


@pytest.mark.parametrize(
    ("views", "found"),
    [
        ([follows(PORTAL), follows(APP), follows(KIOSK), follows(HALL)], MET),
        ([follows(PORTAL), follows(HALL, " ２０２５版")], MET),
        ([follows(PORTAL), follows(HALL, "2024版")], differs(1, "standard")),
        ([follows(PORTAL), follows(HALL, None)], differs(1, "standard")),
        ([follows(PORTAL), follows(APP), follows(HALL), follows(KIOSK, "2024版")], differs(3, "standard")),
        ([follows(HALL), follows(PORTAL, UNSTATED)], UNKNOWN),
        # two that differ settle it, whatever the third has
        ([follows(HALL), follows(APP, UNSTATED), follows(PORTAL, "2024版")], differs(2, "standard")),
        ([follows(HALL)], NOTHING),
        ([], NOTHING),
    ],
)
def test_one_standard(views, found):
    """The same in every channel in which the matter is."""
    for area in (FUZHOU, XIAMEN, PUTIAN):
        assert said(rules.one_standard, a_comparison(*views, area=area))[:1] == found


@pytest.mark.parametrize(
    ("area", "weighs"),
    [
        (FUZHOU, [("fujian-2022/2.3.3", Severity.ADVICE)]),
        (XIAMEN, [("xiamen-2022/2.3.3", Severity.ADVICE), ("fujian-2022/2.3.3", Severity.ADVICE)]),
        (PUTIAN, [("putian-2025/art-28", Severity.VIOLATION), ("fujian-2022/2.3.3", Severity.ADVICE)]),
    ],
)
def test_what_another_standard_weighs(area, weighs):
    """The province and Xiamen promote one standard; Putian demands it."""
    answers = rules.one_standard(a_comparison(follows(PORTAL), follows(HALL, "2024版"), area=area), a_context())

    assert [(held.ref, each.severity) for each in answers for held in each.clauses] == weighs


def test_putian_speaks_of_online_and_offline():
    """Between online channels alone the province's clause stands by itself."""
    answers = rules.one_standard(a_comparison(follows(PORTAL), follows(APP, "2024版"), area=PUTIAN), a_context())

    assert [(each.state.name, [held.ref for held in each.clauses]) for each in answers] == [
        ("BREACHED", ["fujian-2022/2.3.3"])
    ]


def test_channels_that_are_not_told_are_unknown():
    """None and no channels are statements."""
    assert said(rules.one_standard, a_comparison(channels=UNSTATED)) == UNKNOWN
    assert said(rules.one_standard, a_comparison(channels=None)) == NOTHING
    assert said(rules.online_channels_alike, a_comparison(channels=UNSTATED)) == UNKNOWN
    assert said(rules.online_channels_alike, a_comparison(channels=None)) == NOTHING


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"approved_alike": False}, breach("approved-otherwise", "approved_alike")),
        ({"experience_alike": None}, breach("experience-differs", "experience_alike")),
        (
            {"approved_alike": UNSTATED, "experience_alike": False},
            UNKNOWN + breach("experience-differs", "experience_alike"),
        ),
    ],
)
def test_approved_alike_in_putian(changes, found):
    """Approval and experience, both."""
    assert said(rules.approved_alike, a_comparison(area=PUTIAN, **changes)) == found
    assert said(rules.approved_alike, a_comparison(**changes)) == idle("never-in-force")
    before = a_context(as_of=date(2025, 5, 5))
    assert said(rules.approved_alike, a_comparison(area=PUTIAN, **changes), before) == idle("not-yet-in-force")


@pytest.mark.parametrize("area", [FUZHOU, XIAMEN])
@pytest.mark.parametrize(
    ("views", "found"),
    [
        ([follows(PORTAL), follows(APP), follows(KIOSK)], MET),
        ([follows(PORTAL), follows(APP, "2024版")], MET),  # the standard is the other rule's
        ([follows(PORTAL), follows(APP, page_style="蓝")], differs(1, "page_style")),
        ([follows(PORTAL), follows(APP, guidance=None)], differs(1, "guidance")),
        ([follows(PORTAL), follows(APP), follows(KIOSK, operation_flow="三步")], differs(2, "operation_flow")),
        (
            [follows(PORTAL), follows(KIOSK, page_style="蓝", guidance=UNSTATED, operation_flow="三步")],
            differs(1, "page_style") + UNKNOWN + differs(1, "operation_flow"),
        ),
        # the hall is not one of the three
        ([follows(PORTAL), follows(HALL, page_style="蓝"), follows(APP)], MET),
        ([follows(PORTAL), follows(HALL, page_style="蓝")], NOTHING),
        ([follows(KIOSK)], NOTHING),
    ],
)
def test_online_channels_alike(area, views, found):
    """Each of the three aspects, in each of the three online channels."""
    assert said(rules.online_channels_alike, a_comparison(*views, area=area)) == found


def test_the_channels_that_differ_are_named():
    """With what they differ in."""
    (found,) = rules.online_channels_alike(a_comparison(follows(APP), follows(KIOSK, guidance="旧")), a_context())

    assert (found.facts["aspect"], found.facts["channel"].value, found.facts["other"].value) == ("办事指引", APP, KIOSK)
    assert found.severity is Severity.VIOLATION
