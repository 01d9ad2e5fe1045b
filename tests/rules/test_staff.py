"""What each rule about people at windows answers: kept, broken, silent, unknown and left to a person."""

from datetime import date

import pytest

from support import FUZHOU, HANJIANG, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, judged, said, stated
from zwfw import Context, Severity, State, check
from zwfw.norms import norm
from zwfw.records import CaseKind, HeadPower, ProfessionalTitle, Rank, StaffMember, Venue, WindowHead
from zwfw.rules import staff
from zwfw.rules.staff import powers_of

PUTIAN = "350300"

HEAD = {
    "name": "乙",
    "area": PUTIAN,
    "department": "市卫健委",
    "at_resident_window": True,
    "is_chief_representative": True,
    "is_first_responsible": True,
    "window_class": "行政审批类",
    "is_frequent_window": True,
    "on_establishment": True,
    "rank": "副科级",
    "title": None,
    "talked_to_before_office": True,
    "is_replaced": False,
    "handed_over_at": None,
    "successor_is_familiar": None,
    "left_at": None,
    "staff_broke_rules_gravely": False,
    "staff_held_to_account": False,
    "held_responsible": None,
    "powers_from_authorisation": True,
    "powers_over_central_items": True,
    "acted_first_on": None,
    "was_individual": None,
    "was_urgent": None,
    "reported_afterwards": None,
}
REPLACED = {
    "is_replaced": True,
    "handed_over_at": "2025-06-10",
    "successor_is_familiar": True,
    "left_at": "2025-06-10",
}
ACTED_FIRST = {
    "at_resident_window": False,
    "acted_first_on": "特办件",
    "was_individual": True,
    "was_urgent": True,
    "reported_afterwards": True,
}

MEMBER = {
    "name": "甲",
    "area": PUTIAN,
    "venue_level": "市",
    "window": "3号窗口",
    "is_department_staff": True,
    "on_establishment": True,
    "window_class": "行政审批类",
    "daily_managed_by_service_authority": True,
    "business_managed_by_department": True,
    "joined_at": "2025-06-03",
    "notified_at": "2025-06-03",
    "registration_form_filled": True,
    "left_at": None,
    "is_party_member": True,
    "party_membership_moved_at": "2025-06-20",
    "grades_set_by_service_authority": True,
    "grades_filed_with_personnel": True,
    "grades_copied_to_department": True,
    "follows_city_on_reviews": None,
    "department_grade": 3,
    "authority_grade": 4,
    "bonus_grade": 4,
    "bonus_paid_by_department": True,
    "certificate_grade": None,
    "allowance_by_grade": None,
    "graded_by_national_standard": None,
    "promoted_by_national_standard": None,
    "badges": [],
}
CLERK = {
    "is_department_staff": False,
    "on_establishment": False,
    "certificate_grade": "五级（初级工）",
    "allowance_by_grade": True,
    "graded_by_national_standard": True,
    "promoted_by_national_standard": True,
}


def a_head(**changes):
    """The head of an approval window in Putian, with every field stated and every clause kept, with your changes."""
    return WindowHead(**stated(HEAD | changes))


def a_member(**changes):
    """Somebody whom a department posted to Putian's centre, with every clause kept, with your changes."""
    return StaffMember(**stated(MEMBER | changes))


def a_clerk(**changes):
    """A clerk of the service authority of 涵江区, with every clause kept, with your changes."""
    return a_member(**{"area": HANJIANG, "venue_level": "县"} | CLERK | changes)


@pytest.mark.parametrize(
    "record",
    [a_head(), a_head(**REPLACED), a_head(**ACTED_FIRST), a_member(), a_clerk(), a_clerk(area=XIAMEN)],
)
def test_each_kind_of_person_can_keep_every_rule(record):
    """Heads, people of departments, clerks."""
    assert check(record, a_context()).ok


# Heads of windows


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"is_chief_representative": False}, breach("head-not-chief-representative", "is_chief_representative")),
        ({"is_first_responsible": None}, breach("head-not-first-responsible", "is_first_responsible")),
        (
            {"is_chief_representative": UNSTATED, "is_first_responsible": False},
            breach("head-not-first-responsible", "is_first_responsible") + UNKNOWN,
        ),
        ({"is_chief_representative": UNSTATED}, UNKNOWN),
    ],
)
def test_head_is_chief_representative(changes, found):
    """First responsible, and chief representative."""
    assert said(staff.head_is_chief_representative, a_head(**changes)) == found


QUIET = {"is_frequent_window": False}
NO_TALK = breach("head-not-talked-to", "talked_to_before_office")
OPEN = judged("handover-still-open", "handed_over_at")
NO_HANDOVER = breach("head-left-without-handover", "handed_over_at")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"talked_to_before_office": False}, NO_TALK),
        # The talk is for much used windows alone, the handover for all.
        (QUIET | {"talked_to_before_office": False}, idle("no-talk-nor-handover-due")),
        (QUIET | REPLACED | {"talked_to_before_office": False}, MET),
        (QUIET | REPLACED | {"handed_over_at": None}, NO_HANDOVER),
        (REPLACED, MET),
        (REPLACED | {"handed_over_at": None, "left_at": None}, OPEN),
        (REPLACED | {"handed_over_at": None, "talked_to_before_office": None}, NO_TALK + NO_HANDOVER),
        # Later than leaving is another article's question.
        (REPLACED | {"handed_over_at": "2025-06-11"}, MET),
        # What is to come is not seen yet.
        (REPLACED | {"handed_over_at": "2025-07-02", "left_at": "2025-07-01"}, OPEN),
        # Whoever left before the first day of the norms, 2025-05-06, is not held to them.
        (REPLACED | {"handed_over_at": None, "left_at": "2025-05-05"}, idle("before-the-article", "handed_over_at")),
        (REPLACED | {"handed_over_at": None, "left_at": "2025-05-06"}, NO_HANDOVER),
        ({"is_frequent_window": UNSTATED}, MET),
        ({"is_frequent_window": UNSTATED, "talked_to_before_office": False}, UNKNOWN),
        ({"talked_to_before_office": UNSTATED}, UNKNOWN),
        ({"is_replaced": UNSTATED}, UNKNOWN),
        ({"is_replaced": UNSTATED, "handed_over_at": "2025-06-10"}, MET),
        (REPLACED | {"handed_over_at": UNSTATED}, UNKNOWN),
        (REPLACED | {"handed_over_at": None, "left_at": UNSTATED}, UNKNOWN),
    ],
)
def test_head_talked_to_and_handed_over(changes, found):
    """A talk at much used windows, a handover at every change."""
    assert said(staff.head_talked_to_and_handed_over, a_head(**changes)) == found


OFF = breach("head-off-establishment", "on_establishment")
BELOW = breach("head-below-rank", "rank")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        # 副科级 and above, that one included; or 中级, and above by our reading.
        ({"rank": "副科级以下"}, BELOW),
        ({"rank": None}, BELOW),
        ({"rank": "副科级"}, MET),
        ({"rank": "正科级"}, MET),
        ({"rank": "正处级"}, MET),
        ({"rank": "副科级以下", "title": "初级"}, BELOW),
        ({"rank": "副科级以下", "title": "中级"}, MET),
        ({"rank": None, "title": "高级"}, MET),
        # The establishment is asked for with either.
        ({"on_establishment": False}, OFF),
        ({"on_establishment": None, "rank": None, "title": "中级"}, OFF),
        ({"on_establishment": False, "rank": "副科级以下"}, OFF + BELOW),
        # Approval windows alone.
        ({"window_class": "公共服务类", "rank": None, "on_establishment": False}, idle("not-approval-window")),
        ({"window_class": "行政确认类", "rank": None}, idle("not-approval-window")),
        ({"window_class": None, "rank": None}, idle("not-approval-window")),
        ({"window_class": UNSTATED}, UNKNOWN),
        ({"title": UNSTATED}, MET),
        ({"rank": UNSTATED, "title": "中级"}, MET),
        ({"rank": UNSTATED}, UNKNOWN),
        ({"rank": "副科级以下", "title": UNSTATED}, UNKNOWN),
        ({"on_establishment": UNSTATED, "rank": "副科级以下"}, UNKNOWN + BELOW),
    ],
)
def test_head_of_rank(changes, found):
    """Of the establishment, and of a rank or with a title."""
    assert said(staff.head_of_rank, a_head(**changes)) == found


def test_what_is_asked_in_principle_is_departed_from():
    """原则上; the figures stand in the answer."""
    (found,) = staff.head_of_rank(a_head(rank="副科级以下", title="初级"), a_context())

    assert found.severity is Severity.DEPARTURE
    assert dict(found.facts) == {
        "rank": Rank.BELOW,
        "least": Rank.DEPUTY_SECTION,
        "title": ProfessionalTitle.JUNIOR,
        "least_title": ProfessionalTitle.MIDDLE,
    }


GRAVE = {"staff_broke_rules_gravely": True, "staff_held_to_account": True, "held_responsible": True}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, idle("no-staff-held-to-account")),
        (GRAVE, MET),
        (GRAVE | {"held_responsible": False}, breach("head-not-held-responsible", "held_responsible")),
        # Both conditions are needed.
        ({"staff_broke_rules_gravely": True}, idle("no-staff-held-to-account")),
        ({"staff_held_to_account": True}, idle("no-staff-held-to-account")),
        ({"staff_broke_rules_gravely": UNSTATED}, idle("no-staff-held-to-account")),
        (GRAVE | {"staff_held_to_account": UNSTATED}, UNKNOWN),
        (GRAVE | {"held_responsible": UNSTATED}, UNKNOWN),
    ],
)
def test_head_held_responsible(changes, found):
    """Along with the staff who were held to account for a grave breach."""
    assert said(staff.head_held_responsible, a_head(**changes)) == found


AWAY = {"at_resident_window": False}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        (AWAY, MET),
        (
            AWAY | {"powers_from_authorisation": False},
            breach("powers-without-authorisation", "powers_from_authorisation"),
        ),
        (
            AWAY | {"powers_over_central_items": False},
            breach("powers-beyond-central-items", "powers_over_central_items"),
        ),
        ({"powers_from_authorisation": False}, idle("head-at-resident-window")),
        ({"at_resident_window": UNSTATED}, UNKNOWN),
        (AWAY | {"powers_from_authorisation": UNSTATED}, UNKNOWN),
        (AWAY | {"powers_over_central_items": UNSTATED}, UNKNOWN),
    ],
)
def test_powers_by_authorisation(changes, found):
    """By the letter, for central items; of windows with people of their own nothing is said."""
    assert said(staff.powers_by_authorisation, a_head(**changes)) == found


POWERLESS = breach("approved-first-without-power", "acted_first_on")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"acted_first_on": "联办件"}, MET),
        *[({"acted_first_on": kind}, POWERLESS) for kind in ("日常办件", "不予受理件", "补办件", "退回件")],
        ({"was_individual": False}, breach("approved-first-not-single", "was_individual")),
        ({"was_urgent": None}, breach("approved-first-not-urgent", "was_urgent")),
        (
            {"was_individual": False, "was_urgent": False},
            breach("approved-first-not-single", "was_individual") + breach("approved-first-not-urgent", "was_urgent"),
        ),
        # No time is set for the report.
        ({"reported_afterwards": False}, judged("approved-first-not-reported", "reported_afterwards")),
        ({"acted_first_on": None}, idle("no-case-approved-first")),
        ({"at_resident_window": True, "acted_first_on": "日常办件"}, idle("no-case-approved-first")),
        ({"at_resident_window": UNSTATED, "acted_first_on": None}, idle("no-case-approved-first")),
        ({"at_resident_window": UNSTATED}, UNKNOWN),
        ({"acted_first_on": UNSTATED}, UNKNOWN),
        ({"was_urgent": UNSTATED, "acted_first_on": "退回件"}, POWERLESS + UNKNOWN),
        ({"reported_afterwards": UNSTATED}, UNKNOWN),
    ],
)
def test_special_power_used_rightly(changes, found):
    """A special or joint case, single and urgent, reported afterwards."""
    assert said(staff.special_power_used_rightly, a_head(**ACTED_FIRST | changes)) == found


@pytest.mark.parametrize(
    ("kind", "powers"),
    [
        ("日常办件", ["协调答复告知权", "审查决定解释权"]),
        ("不予受理件", ["决定权"]),
        ("补办件", ["决定权"]),
        ("退回件", ["决定权"]),
        ("特办件", ["特别处置权"]),
        (CaseKind.JOINT, ["特别处置权"]),
    ],
)
def test_powers_of_each_kind_of_case(kind, powers):
    """As the article has them."""
    assert [power.value for power in powers_of(kind)] == powers


def test_powers_and_kinds_are_the_printed_ones():
    """Both lists are closed, and every power belongs to some kind."""
    assert norm("putian-2025/art-19#3").members == tuple(power.value for power in HeadPower)
    assert norm("putian-2025/art-19#4").members == tuple(kind.value for kind in CaseKind)
    assert {power for kind in CaseKind for power in powers_of(kind)} == set(HeadPower)
    with pytest.raises(ValueError, match="急办件"):
        powers_of("急办件")


UNFINISHED = breach("left-before-handover", "left_at")
NEW = breach("left-before-successor-knew", "left_at")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        # The same day is no earlier day; by the minute where that is known.
        ({}, MET),
        ({"left_at": "2025-06-09"}, UNFINISHED),
        ({"left_at": "2025-05-05"}, idle("before-the-article")),
        ({"left_at": "2025-05-06"}, UNFINISHED),
        ({"left_at": "2025-06-11"}, MET),
        ({"left_at": "2025-06-10T09:00", "handed_over_at": "2025-06-10T09:01"}, UNFINISHED),
        ({"left_at": "2025-06-10T09:01", "handed_over_at": "2025-06-10T09:01"}, MET),
        ({"handed_over_at": None}, UNFINISHED),
        # Either alone holds the head back.
        ({"successor_is_familiar": False}, NEW),
        ({"successor_is_familiar": None, "handed_over_at": None}, UNFINISHED + NEW),
        ({"left_at": None, "handed_over_at": None, "successor_is_familiar": False}, idle("head-still-in-post")),
        ({"left_at": "2025-07-01", "handed_over_at": None}, idle("head-still-in-post")),
        ({"is_replaced": False, "handed_over_at": None}, idle("head-still-in-post")),
        ({"is_replaced": UNSTATED, "left_at": None}, idle("head-still-in-post")),
        ({"is_replaced": UNSTATED}, UNKNOWN),
        ({"left_at": UNSTATED}, UNKNOWN),
        ({"handed_over_at": UNSTATED, "successor_is_familiar": False}, UNKNOWN + NEW),
        ({"successor_is_familiar": UNSTATED}, UNKNOWN),
    ],
)
def test_head_stays_until_handover(changes, found):
    """Until the new one knows the work and the handover is done."""
    assert said(staff.head_stays_until_handover, a_head(**REPLACED | changes)) == found


# People at windows


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"on_establishment": False}, breach("posted-off-establishment", "on_establishment")),
        ({"on_establishment": None, "window_class": None}, breach("posted-off-establishment", "on_establishment")),
        # The two classes for which conditions may be relaxed.
        ({"on_establishment": False, "window_class": "公共服务类"}, idle("establishment-not-asked")),
        ({"on_establishment": False, "window_class": "行政确认类"}, idle("establishment-not-asked")),
        ({"on_establishment": False, "is_department_staff": False}, idle("establishment-not-asked")),
        ({"is_department_staff": UNSTATED, "window_class": "公共服务类"}, idle("establishment-not-asked")),
        ({"is_department_staff": UNSTATED}, UNKNOWN),
        ({"window_class": UNSTATED}, UNKNOWN),
        ({"on_establishment": UNSTATED}, UNKNOWN),
    ],
)
def test_on_establishment_if_possible(changes, found):
    """People of the establishment, but for the two classes."""
    assert said(staff.on_establishment_if_possible, a_member(**changes)) == found


NO_LETTER = judged("posting-letter-not-sent", "notified_at")
NO_FORM = breach("posting-form-not-filled", "registration_form_filled")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        # 及时 has no number of days, and a letter in advance is none too early.
        ({"notified_at": "2025-06-30"}, MET),
        ({"notified_at": "2025-05-20"}, MET),
        ({"notified_at": None}, NO_LETTER),
        ({"registration_form_filled": False}, NO_FORM),
        ({"notified_at": None, "registration_form_filled": False}, NO_LETTER),
        ({"notified_at": "2025-07-01"}, NO_LETTER),
        # Who was there before the first day of the norms has joined under none.
        ({"joined_at": "2025-05-05", "notified_at": None}, idle("before-the-article")),
        ({"joined_at": "2025-05-06", "notified_at": None}, NO_LETTER),
        ({"joined_at": None, "notified_at": None}, idle("no-posting-to-tell")),
        ({"is_department_staff": False, "notified_at": None}, idle("no-posting-to-tell")),
        ({"joined_at": UNSTATED}, UNKNOWN),
        ({"is_department_staff": UNSTATED}, UNKNOWN),
        ({"notified_at": UNSTATED}, UNKNOWN),
        ({"notified_at": UNSTATED, "registration_form_filled": False}, UNKNOWN + UNKNOWN),
        ({"registration_form_filled": UNSTATED}, UNKNOWN),
    ],
)
def test_department_told(changes, found):
    """By letter, with the form."""
    assert said(staff.department_told, a_member(**changes)) == found


NOT_MOVED = breach("membership-not-moved", "party_membership_moved_at")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"party_membership_moved_at": None}, judged("membership-not-moved-yet", "party_membership_moved_at")),
        ({"party_membership_moved_at": None, "left_at": "2025-06-25"}, NOT_MOVED),
        ({"party_membership_moved_at": "2025-06-26", "left_at": "2025-06-25"}, NOT_MOVED),
        ({"party_membership_moved_at": "2025-06-25", "left_at": "2025-06-25"}, MET),
        ({"party_membership_moved_at": None, "left_at": "2025-05-05"}, idle("before-the-article")),
        ({"party_membership_moved_at": None, "left_at": "2025-05-06"}, NOT_MOVED),
        # No date is set, so earlier is fine.
        ({"party_membership_moved_at": "2025-05-25"}, MET),
        ({"is_party_member": False, "party_membership_moved_at": None}, idle("no-membership-to-move")),
        ({"joined_at": None, "party_membership_moved_at": None}, idle("no-membership-to-move")),
        # Clerks are people at windows too.
        (
            CLERK | {"party_membership_moved_at": None},
            judged("membership-not-moved-yet", "party_membership_moved_at"),
        ),
        ({"is_party_member": UNSTATED}, UNKNOWN),
        ({"party_membership_moved_at": UNSTATED}, UNKNOWN),
        ({"left_at": UNSTATED}, UNKNOWN),
    ],
)
def test_party_membership_moved(changes, found):
    """To the centre, while the member works there."""
    assert said(staff.party_membership_moved, a_member(**changes)) == found


COUNTY = {"venue_level": "县", "follows_city_on_reviews": True}
NOT_BOUND = idle("not-bound-on-reviews")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        (COUNTY, MET),
        *[
            (place | {field: value}, breach(reason, field))
            for place in ({}, COUNTY)
            for field, reason, value in (
                ("grades_set_by_service_authority", "grades-set-by-others", False),
                ("grades_filed_with_personnel", "grades-not-filed", None),
                ("grades_copied_to_department", "grades-not-copied", False),
            )
        ],
        # A county's centre may apply the article, and need not.
        (COUNTY | {"follows_city_on_reviews": False, "grades_filed_with_personnel": False}, NOT_BOUND),
        ({"venue_level": "乡", "follows_city_on_reviews": True, "grades_filed_with_personnel": False}, NOT_BOUND),
        ({"venue_level": None}, NOT_BOUND),
        ({"is_department_staff": False, "grades_copied_to_department": False}, NOT_BOUND),
        ({"follows_city_on_reviews": UNSTATED}, MET),
        (COUNTY | {"follows_city_on_reviews": UNSTATED}, UNKNOWN),
        ({"venue_level": UNSTATED}, UNKNOWN),
        ({"is_department_staff": UNSTATED}, UNKNOWN),
        (
            {"grades_set_by_service_authority": UNSTATED, "grades_filed_with_personnel": False},
            UNKNOWN + breach("grades-not-filed", "grades_filed_with_personnel"),
        ),
    ],
)
def test_grades_set_and_filed(changes, found):
    """Set by the service authority, filed and copied; at the city's centre, and where a county follows it."""
    assert said(staff.grades_set_and_filed, a_member(**changes)) == found


OTHER_GRADE = breach("bonus-by-another-grade", "bonus_grade")
NO_BONUS = idle("no-bonus-asked-about")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        # The better of 3 and 4 is 4.
        ({"bonus_grade": 3}, OTHER_GRADE),
        ({"bonus_grade": 4}, MET),
        ({"bonus_grade": 5}, OTHER_GRADE),
        ({"department_grade": 5, "bonus_grade": 5}, MET),
        ({"department_grade": 4}, MET),
        ({"department_grade": None}, MET),
        ({"authority_grade": None, "bonus_grade": 3}, MET),
        ({"department_grade": None, "authority_grade": None}, judged("bonus-without-grades", "bonus_grade")),
        ({"bonus_paid_by_department": False}, breach("bonus-paid-by-others", "bonus_paid_by_department")),
        ({"bonus_grade": None, "bonus_paid_by_department": False}, NO_BONUS),
        (COUNTY | {"bonus_grade": 3}, OTHER_GRADE),
        (COUNTY | {"bonus_grade": 3, "follows_city_on_reviews": None}, NO_BONUS),
        ({"venue_level": "村", "bonus_grade": 3}, NO_BONUS),
        ({"venue_level": UNSTATED, "bonus_grade": None}, NO_BONUS),
        ({"bonus_grade": UNSTATED, "is_department_staff": False}, NO_BONUS),
        ({"bonus_grade": UNSTATED}, UNKNOWN),
        ({"venue_level": UNSTATED}, UNKNOWN),
        ({"department_grade": UNSTATED}, UNKNOWN),
        (
            {"authority_grade": UNSTATED, "bonus_paid_by_department": False},
            UNKNOWN + breach("bonus-paid-by-others", "bonus_paid_by_department"),
        ),
    ],
)
def test_bonus_by_the_better_grade(changes, found):
    """Paid by the department, by the better of two grades."""
    assert said(staff.bonus_by_the_better_grade, a_member(**changes)) == found


UNGRADED = breach("not-graded-by-standard", "graded_by_national_standard")
UNPROMOTED = breach("not-promoted-by-standard", "promoted_by_national_standard")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"graded_by_national_standard": False}, UNGRADED),
        ({"promoted_by_national_standard": None}, UNPROMOTED),
        ({"graded_by_national_standard": False, "promoted_by_national_standard": False}, UNGRADED + UNPROMOTED),
        ({"is_department_staff": True, "graded_by_national_standard": False}, idle("not-a-clerk")),
        ({"is_department_staff": UNSTATED}, MET),
        ({"is_department_staff": UNSTATED, "graded_by_national_standard": False}, UNKNOWN),
        ({"graded_by_national_standard": UNSTATED}, UNKNOWN),
        # In Xiamen the sentence is about all people at windows.
        ({"area": XIAMEN, "graded_by_national_standard": False}, UNGRADED),
        ({"area": XIAMEN, "is_department_staff": True, "promoted_by_national_standard": False}, UNPROMOTED),
        ({"area": XIAMEN, "is_department_staff": UNSTATED, "graded_by_national_standard": False}, UNGRADED),
        ({"area": XIAMEN, "graded_by_national_standard": UNSTATED}, UNKNOWN),
        ({"area": XIAMEN}, MET),
    ],
)
def test_graded_by_national_standard(changes, found):
    """Grades, and posts and promotions."""
    assert said(staff.graded_by_national_standard, a_clerk(**changes)) == found


@pytest.mark.parametrize(
    ("area", "severity", "ref"),
    [
        (HANJIANG, Severity.VIOLATION, "putian-2025/art-23"),
        (PUTIAN, Severity.VIOLATION, "putian-2025/art-23"),
        (XIAMEN, Severity.ADVICE, "xiamen-2022/2.2.4"),
    ],
)
def test_putian_demands_what_xiamen_explores(area, severity, ref):
    """应 against 探索."""
    (found,) = staff.graded_by_national_standard(a_clerk(area=area, graded_by_national_standard=False), a_context())

    assert (found.severity, [held.ref for held in found.clauses]) == (severity, [ref])


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2022, 12, 31), idle("not-due-yet", "graded_by_national_standard")),
        (date(2023, 1, 1), UNGRADED),
    ],
)
def test_xiamen_has_until_the_end_of_2022(day, found):
    """The day itself is in time."""
    clerk = a_clerk(area=XIAMEN, graded_by_national_standard=False)

    assert said(staff.graded_by_national_standard, clerk, a_context(day)) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        (
            {"certificate_grade": "三级（高级工）", "allowance_by_grade": False},
            breach("no-allowance-by-grade", "allowance_by_grade"),
        ),
        ({"certificate_grade": None, "allowance_by_grade": False}, idle("clerk-without-certificate")),
        ({"is_department_staff": True, "allowance_by_grade": False}, idle("clerk-without-certificate")),
        ({"certificate_grade": UNSTATED}, UNKNOWN),
        ({"is_department_staff": UNSTATED}, UNKNOWN),
        ({"is_department_staff": UNSTATED, "certificate_grade": None}, idle("clerk-without-certificate")),
        ({"allowance_by_grade": UNSTATED}, UNKNOWN),
    ],
)
def test_allowance_by_certificate(changes, found):
    """Whoever holds one gets one."""
    assert said(staff.allowance_by_certificate, a_clerk(**changes)) == found


# Where, when, and how it is said


def of_hall(hall, rule_id):
    """What a rule says about the people of a hall."""
    return [each for each in check(hall, a_context()).outcomes if each.rule == rule_id]


def test_the_people_of_a_hall_are_asked_about_with_it():
    """Each with a place of its own."""
    member = {name: value for name, value in MEMBER.items() if name != "area"}
    hall = Venue(name="莆田市政务服务中心", area=PUTIAN, staff=[member, member | {"on_establishment": False}])

    assert [(each.state, each.path) for each in of_hall(hall, "staff.on-establishment-if-possible")] == [
        (State.MET, ""),
        (State.BREACHED, "staff[1].on_establishment"),
    ]


@pytest.mark.parametrize(
    ("rule_id", "changes", "place"),
    [
        ("staff.department-told", {"registration_form_filled": False}, "registration_form_filled"),
        ("staff.department-told", {"notified_at": None}, "notified_at"),
        ("staff.party-membership-moved", {"party_membership_moved_at": None}, "party_membership_moved_at"),
        ("staff.grades-set-and-filed", {"grades_filed_with_personnel": False}, "grades_filed_with_personnel"),
        ("staff.bonus-by-the-better-grade", {"bonus_grade": 1}, "bonus_grade"),
        (
            "staff.graded-by-national-standard",
            CLERK | {"graded_by_national_standard": False},
            "graded_by_national_standard",
        ),
        ("staff.allowance-by-certificate", CLERK | {"allowance_by_grade": False}, "allowance_by_grade"),
    ],
)
def test_places_are_within_the_hall(rule_id, changes, place):
    """The number of the person stands before the field."""
    member = {name: value for name, value in (MEMBER | changes).items() if name != "area"}
    hall = Venue(name="涵江区政务服务中心", area=HANJIANG, staff=[member])

    assert [each.path for each in of_hall(hall, rule_id)] == [f"staff[0].{place}"]


OF_HEADS = [rule for rule in staff.RULES if rule.record is WindowHead]
OF_MEMBERS = [rule for rule in staff.RULES if rule.record is StaffMember]


@pytest.mark.parametrize(
    ("area", "day", "reason"),
    [
        (FUZHOU, date(2025, 6, 30), "never-in-force"),
        (XIAMEN, date(2025, 6, 30), "never-in-force"),
        (PUTIAN, date(2021, 12, 31), "not-yet-in-force"),
        (HANJIANG, date(2025, 5, 5), "not-yet-in-force"),
    ],
)
@pytest.mark.parametrize("rule", OF_HEADS, ids=lambda rule: rule.id)
def test_the_city_binds_its_heads_from_its_first_day(rule, area, day, reason):
    """Elsewhere and before nothing is said of heads."""
    found = rule(a_head(area=area), Context(area="350000", as_of=day))

    assert {(each.state, each.reason) for each in found} == {(State.NOT_APPLICABLE, reason)}


@pytest.mark.parametrize("rule", OF_MEMBERS, ids=lambda rule: rule.id)
def test_of_the_people_of_fuzhou_nothing_is_said(rule):
    """No document of that city is held, and the province's says nothing of them."""
    (found,) = rule(a_member(area=FUZHOU), a_context())

    assert (found.state, found.reason) == (State.NOT_APPLICABLE, "never-in-force")


@pytest.mark.parametrize(
    ("day", "state"), [(date(2026, 3, 5), State.BREACHED), (date(2026, 3, 6), State.NOT_APPLICABLE)]
)
def test_the_district_plan_ends(day, state):
    """2026-03-05 is its last day."""
    clerk = a_clerk(allowance_by_grade=False)

    assert [each.state for each in staff.allowance_by_certificate(clerk, a_context(day))] == [state]


@pytest.mark.parametrize(
    ("rule", "record", "severity"),
    [
        (staff.head_is_chief_representative, a_head(is_first_responsible=False), Severity.VIOLATION),
        (staff.head_talked_to_and_handed_over, a_head(talked_to_before_office=False), Severity.VIOLATION),
        (staff.head_held_responsible, a_head(**GRAVE | {"held_responsible": False}), Severity.VIOLATION),
        (staff.powers_by_authorisation, a_head(**AWAY, powers_from_authorisation=False), Severity.VIOLATION),
        (staff.special_power_used_rightly, a_head(**ACTED_FIRST | {"was_urgent": False}), Severity.ADVICE),
        (staff.on_establishment_if_possible, a_member(on_establishment=False), Severity.ADVICE),
        (staff.department_told, a_member(registration_form_filled=False), Severity.VIOLATION),
        (staff.head_stays_until_handover, a_head(**REPLACED | {"successor_is_familiar": False}), Severity.DEPARTURE),
        (
            staff.party_membership_moved,
            a_member(left_at="2025-06-20", party_membership_moved_at=None),
            Severity.VIOLATION,
        ),
        (staff.grades_set_and_filed, a_member(grades_copied_to_department=False), Severity.VIOLATION),
        (staff.bonus_by_the_better_grade, a_member(bonus_grade=1), Severity.VIOLATION),
        (staff.allowance_by_certificate, a_clerk(allowance_by_grade=False), Severity.VIOLATION),
    ],
)
def test_breaches_weigh_what_the_words_say(rule, record, severity):
    """应, 原则上, 尽量 or 可, each by its one clause."""
    (found,) = rule(record, a_context())

    assert (found.state, found.severity) == (State.BREACHED, severity)
    assert [held.ref for held in found.clauses] == list(rule.clauses)
