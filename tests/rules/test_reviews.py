"""What each rule about reviews answers: kept, broken, silent, unknown, and left to a person.

June 2025: Monday the 2nd is off; weekends are 7-8, 14-15, 21-22, 28-29; every other day is worked.
"""

import pytest

from support import (
    FUZHOU,
    HANJIANG,
    LATER,
    MET,
    UNKNOWN,
    UNSTATED,
    XIAMEN,
    a_context,
    breach,
    idle,
    judged,
    said,
    stated,
)
from zwfw import Severity, State
from zwfw.records import Review, ReviewGrade, Venue, Window
from zwfw.rules import check, reviews
from zwfw.testing.kits import check_rule

PUTIAN = "350300"
BASE = {
    "id": "P-1",
    "area": FUZHOU,
    "served_online": False,
    "channel": "电子评价器",
    "system": None,
    "served_at": "2025-06-03T09:30",
    "is_invited": True,
    "given_at": "2025-06-03T09:40",
    "grade": "非常满意",
    "reviews_of_matter": 1,
    "reviews_of_visit": 1,
    "practices_found": [],
    "upgrade_forced": False,
    "recorded_at": "2025-06-03",
    "arrived_at": None,
    "called_back_at": None,
    "rectified_at": None,
    "reported_at": None,
    "verified_at": None,
    "registered_at": None,
    "uploaded_at": "2025-06-03",
    "distributed_at": None,
    "in_depth_analysis": True,
    "searched_for_leads": True,
}
# 2 working days from Tuesday the 3rd: the 4th and the 5th. 15 of them: 4, 5, 6; 9 to 13; 16 to 20; 23 and 24.
BAD = {
    "grade": "不满意",
    "called_back_at": "2025-06-05",
    "rectified_at": "2025-06-10",
    "reported_at": "2025-06-24",
    "verified_at": "2025-06-26",
    "registered_at": "2025-06-27",
}
GRADES = [grade.value for grade in ReviewGrade]


def a_review(**changes):
    """A review of a visit in 鼓楼区 that keeps every clause, with your changes."""
    return Review(**stated(BASE | changes))


def answers(rule, as_of=LATER, *, readings=None, **changes):
    """State, reason and place."""
    return said(rule, a_review(**changes), a_context(as_of, readings=readings))


def outcomes(rule, *, readings=None, **changes):
    """The outcomes themselves."""
    return rule(a_review(**changes), a_context(readings=readings))


def refs(outcome):
    """The clauses that an outcome cites."""
    return [each.ref for each in outcome.clauses]


def unknown(path=""):
    """The one answer that it cannot be known."""
    return [("UNDETERMINED", "not-stated", path)]


def person(reason, path):
    """The one answer that a person has to say."""
    return [("NEEDS_JUDGEMENT", reason, path)]


# Invited, once each


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"is_invited": False}, breach("not-invited-to-review", "is_invited")),
        ({"is_invited": None}, breach("not-invited-to-review", "is_invited")),
        ({"is_invited": False, "given_at": None, "grade": None}, breach("not-invited-to-review", "is_invited")),
        ({"is_invited": False, "served_at": None}, idle("service-not-done")),
        ({"is_invited": UNSTATED}, UNKNOWN),
        ({"served_at": UNSTATED}, UNKNOWN),
    ],
)
def test_invited(changes, found):
    """Whoever was served is invited, whether they then give a review or not."""
    assert answers(reviews.invited, **changes) == found


SEVERAL = "reviewed-more-than-once"


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"reviews_of_visit": 1}, MET),
        ({"reviews_of_visit": 2}, breach(SEVERAL, "reviews_of_visit")),
        # two visits for one matter give two reviews of it
        ({"reviews_of_matter": 2}, MET),
        ({"served_online": True, "reviews_of_matter": 1, "reviews_of_visit": 2}, MET),
        ({"served_online": True, "reviews_of_matter": 2}, breach(SEVERAL, "reviews_of_matter")),
        ({"reviews_of_visit": 0}, idle("no-review-given")),
        ({"reviews_of_visit": None}, idle("no-review-given")),
        ({"served_online": True, "reviews_of_matter": 0}, idle("no-review-given")),
        ({"served_online": None, "reviews_of_visit": 2}, breach(SEVERAL, "reviews_of_visit")),
        ({"served_online": UNSTATED}, UNKNOWN),
        ({"reviews_of_visit": UNSTATED}, UNKNOWN),
        ({"reviews_of_matter": UNSTATED}, MET),
    ],
)
def test_reviewed_once(changes, found):
    """Online one of a matter, on site one of a visit."""
    assert answers(reviews.reviewed_once, **changes) == found


@pytest.mark.parametrize(
    ("area", "changes", "found"),
    [
        (HANJIANG, {}, MET),
        (HANJIANG, {"reviews_of_visit": 2, "reviews_of_matter": 2}, {("BREACHED", SEVERAL), ("BREACHED", "neither")}),
        (HANJIANG, {"reviews_of_visit": 2}, {("BREACHED", SEVERAL), ("MET", "met")}),
        (HANJIANG, {"reviews_of_visit": 0, "reviews_of_matter": 0}, {("NEEDS_JUDGEMENT", "visit-not-reviewed")}),
        (
            HANJIANG,
            {"reviews_of_visit": 0, "reviews_of_matter": 0, "served_at": None},
            {("NOT_APPLICABLE", "no-review-given")},
        ),
        (
            HANJIANG,
            {"served_online": True, "reviews_of_matter": 0, "reviews_of_visit": 0},
            {("NOT_APPLICABLE", "no-review-given")},
        ),
        (PUTIAN, {"reviews_of_visit": 0, "reviews_of_matter": 0}, {("NOT_APPLICABLE", "no-review-given")}),
        (PUTIAN, {"reviews_of_visit": 2, "reviews_of_matter": 1}, {("BREACHED", SEVERAL), ("MET", "met")}),
        (
            PUTIAN,
            {"served_online": True, "reviews_of_visit": 1, "reviews_of_matter": 3},
            {("BREACHED", SEVERAL), ("MET", "met")},
        ),
        (
            PUTIAN,
            {"served_online": True, "reviews_of_visit": 0, "reviews_of_matter": 3},
            {("BREACHED", SEVERAL), ("BREACHED", "neither")},
        ),
        (
            PUTIAN,
            {"reviews_of_visit": UNSTATED, "reviews_of_matter": 1},
            {("UNDETERMINED", "not-stated"), ("MET", "met")},
        ),
        (PUTIAN, {"reviews_of_visit": 1, "reviews_of_matter": UNSTATED}, MET),
        (
            PUTIAN,
            {"reviews_of_visit": 2, "reviews_of_matter": UNSTATED},
            {("BREACHED", SEVERAL), ("UNDETERMINED", "not-stated")},
        ),
    ],
)
def test_reviewed_once_in_putian_and_hanjiang(area, changes, found):
    """Putian is content with either; Hanjiang wants one of every visit, and cannot make people give it."""
    answered = answers(reviews.reviewed_once, area=area, **changes)

    if found is MET:
        assert answered == MET
    else:
        assert {(state, reason.removeprefix("reviewed-once-by-")) for state, reason, _ in answered} == found


def test_each_clause_answers_for_itself_where_they_differ():
    """Putian promotes; the province and the district demand; online the district says nothing."""
    twice, either = outcomes(reviews.reviewed_once, area=HANJIANG, reviews_of_visit=2, reviews_of_matter=2)
    online = outcomes(reviews.reviewed_once, area=HANJIANG, served_online=True, reviews_of_matter=2)

    assert (refs(twice), twice.severity) == (["hanjiang-2023/task-6", "fujian-2022/2.5.1"], Severity.VIOLATION)
    assert (refs(either), either.severity) == (["putian-2025/art-43"], Severity.ADVICE)
    assert dict(either.facts) == {"of_visit": 2, "of_matter": 2, "wanted": 1}
    assert [(each.state, refs(each)) for each in online] == [
        (State.BREACHED, ["fujian-2022/2.5.1"]),
        (State.MET, ["putian-2025/art-43"]),
    ]


def test_before_putian_s_article():
    """A review of 2025-05-05 knows the province's clause alone."""
    (found,) = outcomes(
        reviews.reviewed_once, area=PUTIAN, given_at="2025-05-05", reviews_of_visit=2, reviews_of_matter=2
    )

    assert refs(found) == ["fujian-2022/2.5.1"]


# Not faked


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"given_at": "2025-06-03T09:30"}, MET),
        ({"given_at": "2025-06-03T09:29"}, breach("reviewed-before-service", "given_at")),
        ({"given_at": "2025-06-03"}, MET),  # the same day, and nobody knows which came first
        ({"given_at": "2025-06-02"}, breach("reviewed-before-service", "given_at")),
        ({"served_at": None}, breach("reviewed-before-service", "given_at")),
        ({"served_at": "2025-07-01"}, breach("reviewed-before-service", "given_at")),  # not seen yet
        ({"given_at": None}, idle("no-review-given")),
        (
            {"practices_found": ["“先评价，后办事”"]},
            breach("found-reviewed-before-service", "practices_found"),
        ),
        (
            {"practices_found": ["“先评价，后办事”"], "given_at": None},
            breach("found-reviewed-before-service", "practices_found"),
        ),
        (
            {"practices_found": ["“先评价，后办事”"], "served_at": UNSTATED},
            breach("found-reviewed-before-service", "practices_found"),
        ),
        ({"practices_found": None}, MET),
        ({"practices_found": UNSTATED}, UNKNOWN),
        ({"practices_found": UNSTATED, "served_at": None}, breach("reviewed-before-service", "given_at")),
        ({"served_at": UNSTATED}, UNKNOWN),
    ],
)
def test_after_service(changes, found):
    """A review comes after the service, by the minute where both are told to the minute."""
    early = dict.fromkeys(("recorded_at", "uploaded_at"))

    assert answers(reviews.after_service, **(early | changes)) == found


@pytest.mark.parametrize(
    ("practices", "found"),
    [
        ([], MET),
        (None, MET),
        (["“自行评价”"], breach("reviewed-by-staff", "practices_found")),
        (["干扰企业群众作出客观评价"], MET),
        (UNSTATED, UNKNOWN),
    ],
)
def test_not_by_staff(practices, found):
    """Staff do not review their own work."""
    assert answers(reviews.not_by_staff, practices_found=practices) == found


FAKED = breach("review-faked", "practices_found")


@pytest.mark.parametrize(
    ("practices", "found"),
    [
        ([], MET),
        (["干扰企业群众作出客观评价"], FAKED),
        (["擅自修改上报虚假评价数据"], FAKED),
        (["“强制好评”"], FAKED),
        (["“强制好评”", "擅自修改上报虚假评价数据"], FAKED * 2),
        (["“自行评价”", "“先评价，后办事”"], MET),  # each has a rule of its own
        (["以礼品换取好评"], person("perhaps-faked", "practices_found")),
        (UNSTATED, UNKNOWN),
    ],
)
def test_not_faked(practices, found):
    """Interference, forced praise and altered data are faking; the list is open."""
    assert answers(reviews.not_faked, practices_found=practices) == found


@pytest.mark.parametrize(
    ("area", "practice", "cited"),
    [
        (HANJIANG, "“强制好评”", ["hanjiang-2023/task-6", "fujian-2022/2.5.1"]),
        (HANJIANG, "擅自修改上报虚假评价数据", ["fujian-2022/2.5.1"]),
        (XIAMEN, "干扰企业群众作出客观评价", ["xiamen-2022/2.5.1", "fujian-2022/2.5.1"]),
        (PUTIAN, "“强制好评”", ["fujian-2022/2.5.1"]),
    ],
)
def test_who_names_a_practice(area, practice, cited):
    """Hanjiang names forced praise; it is interference by the words of the others."""
    (found,) = outcomes(reviews.not_faked, area=area, practices_found=[practice])

    assert refs(found) == cited


@pytest.mark.parametrize(
    ("grade", "forced", "found"),
    [
        ("非常满意", True, breach("upgrade-forced", "upgrade_forced")),
        ("满意", True, breach("upgrade-forced", "upgrade_forced")),
        ("基本满意", True, breach("upgrade-forced", "upgrade_forced")),
        ("不满意", True, idle("no-review-but-a-bad-one")),
        ("非常不满意", True, idle("no-review-but-a-bad-one")),
        ("基本满意", False, MET),
        ("基本满意", None, MET),
        ("基本满意", UNSTATED, UNKNOWN),
        ("不满意", UNSTATED, idle("no-review-but-a-bad-one")),
        (None, True, idle("no-review-but-a-bad-one")),
        (UNSTATED, True, UNKNOWN),
        (UNSTATED, False, MET),
    ],
)
def test_upgrade_not_forced(grade, forced, found):
    """基本满意 is no bad review; about bad ones this rule says nothing."""
    assert answers(reviews.upgrade_not_forced, grade=grade, upgrade_forced=forced) == found


# Bad reviews


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        (BAD, MET),
        (BAD | {"called_back_at": "2025-06-03"}, MET),
        (BAD | {"called_back_at": "2025-06-06"}, breach("called-back-late")),
        (BAD | {"called_back_at": None}, breach("called-back-late")),
        (BAD | {"grade": "非常不满意", "called_back_at": "2025-06-06"}, breach("called-back-late")),
        (BAD | {"grade": "基本满意", "called_back_at": None}, idle("limit-does-not-apply")),
        ({"grade": None, "given_at": None}, idle("limit-does-not-apply")),
        (BAD | {"grade": UNSTATED}, UNKNOWN),
        (BAD | {"called_back_at": UNSTATED}, UNKNOWN),
        # a review without its day has no law of its own, as that of the service is not taken for it
        (BAD | {"given_at": UNSTATED}, UNKNOWN),
    ],
)
def test_called_back_in_time(changes, found):
    """Within two working days; the day itself does not count."""
    assert answers(reviews.called_back_in_time, **changes) == found


@pytest.mark.parametrize(
    ("as_of", "found"),
    [("2025-06-05", idle("not-due-yet")), ("2025-06-06", breach("called-back-late"))],
)
def test_not_called_back_yet(as_of, found):
    """The last day is over at its end."""
    assert answers(reviews.called_back_in_time, as_of, **(BAD | {"called_back_at": None})) == found


def test_what_starts_the_call_back():
    """It arrived on Thursday the 5th: the 6th and the 9th remain, by the other reading; the outcome says so."""
    late = BAD | {"arrived_at": "2025-06-05", "called_back_at": "2025-06-09"}
    chosen = {"bad-review-callback-start": "arrival"}

    (found,) = outcomes(reviews.called_back_in_time, **late)

    assert (found.state, found.readings) == (State.BREACHED, ("bad-review-callback-start",))
    assert answers(reviews.called_back_in_time, readings=chosen, **late) == MET
    assert answers(reviews.called_back_in_time, readings=chosen, **(late | {"called_back_at": "2025-06-10"})) == breach(
        "called-back-late"
    )
    assert answers(reviews.called_back_in_time, readings=chosen, **(late | {"arrived_at": None})) == idle(
        "clock-not-started"
    )


LATE = "rectification-reported-late"


@pytest.mark.parametrize(
    ("changes", "readings", "found"),
    [
        ({}, None, MET),
        ({"reported_at": "2025-06-25"}, None, breach(LATE)),
        ({"reported_at": None}, None, breach(LATE)),
        # from the call-back of the 5th: 6; 9 to 13; 16 to 20; 23 to 26, the fifteenth
        ({"reported_at": "2025-06-26"}, {"bad-review-report-start": "call-back"}, MET),
        ({"reported_at": "2025-06-27"}, {"bad-review-report-start": "call-back"}, breach(LATE)),
        ({"called_back_at": None}, {"bad-review-report-start": "call-back"}, idle("clock-not-started")),
        # from the arrival on the 4th: 5, 6; 9 to 13; 16 to 20; 23, 24 and 25
        ({"arrived_at": "2025-06-04", "reported_at": "2025-06-25"}, {"bad-review-report-start": "arrival"}, MET),
        (
            {"arrived_at": "2025-06-04", "reported_at": "2025-06-26"},
            {"bad-review-report-start": "arrival"},
            breach(LATE),
        ),
        ({"reported_at": UNSTATED}, None, UNKNOWN),
        ({"grade": "满意", "reported_at": None}, None, idle("limit-does-not-apply")),
    ],
)
def test_rectification_reported_in_time(changes, readings, found):
    """Within fifteen working days, beside the two for calling back and not after them."""
    assert answers(reviews.rectification_reported_in_time, readings=readings, **(BAD | changes)) == found


EARLY = "bad-review-step-too-early"


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        (
            dict.fromkeys(
                ("called_back_at", "rectified_at", "reported_at", "verified_at", "registered_at"), "2025-06-05"
            ),
            MET,
        ),
        ({"rectified_at": "2025-06-04"}, breach(EARLY, "rectified_at")),
        ({"called_back_at": None}, breach(EARLY, "rectified_at")),
        ({"reported_at": "2025-06-09"}, breach(EARLY, "reported_at")),
        ({"rectified_at": None}, breach(EARLY, "reported_at")),
        ({"verified_at": "2025-06-23"}, breach(EARLY, "verified_at")),
        ({"reported_at": None}, breach(EARLY, "verified_at")),
        ({"registered_at": "2025-06-25"}, breach(EARLY, "registered_at")),
        ({"verified_at": None}, breach(EARLY, "registered_at")),
        ({"registered_at": None}, idle("bad-review-under-way")),
        ({"verified_at": None, "registered_at": None}, idle("bad-review-under-way")),
        (
            dict.fromkeys(("rectified_at", "reported_at", "verified_at", "registered_at")),
            person("not-rectified-yet", "rectified_at"),
        ),
        (
            dict.fromkeys(("called_back_at", "rectified_at", "reported_at", "verified_at", "registered_at")),
            idle("bad-review-under-way"),
        ),
        ({"grade": "基本满意", "verified_at": None}, idle("not-a-bad-review")),
        ({"given_at": None, "grade": None, "verified_at": None}, idle("not-a-bad-review")),
        ({"grade": UNSTATED}, UNKNOWN),
        ({"verified_at": UNSTATED}, UNKNOWN * 2),
        ({"verified_at": UNSTATED, "rectified_at": "2025-06-04"}, [*breach(EARLY, "rectified_at"), *UNKNOWN, *UNKNOWN]),
        ({"registered_at": UNSTATED}, UNKNOWN),
        (
            {
                "called_back_at": UNSTATED,
                "rectified_at": None,
                "reported_at": None,
                "verified_at": None,
                "registered_at": None,
            },
            UNKNOWN,
        ),
    ],
)
def test_rectified_in_order(changes, found):
    """Called back, put right, explained, checked by the provincial office, and only then registered."""
    assert answers(reviews.rectified_in_order, **(BAD | changes)) == found


# Data


LATE_DATA = "review-uploaded-late"


@pytest.mark.parametrize(
    ("changes", "readings", "found"),
    [
        # 3 working days from Tuesday the 3rd: the 4th, 5th and 6th
        ({"uploaded_at": "2025-06-06"}, None, MET),
        ({"uploaded_at": "2025-06-07"}, None, breach(LATE_DATA)),
        ({"uploaded_at": None}, None, breach(LATE_DATA)),
        # a paper form keyed in on Thursday the 5th: the 6th, 9th and 10th
        ({"recorded_at": "2025-06-05", "uploaded_at": "2025-06-10"}, {"review-upload-start": "entry"}, MET),
        (
            {"recorded_at": "2025-06-05", "uploaded_at": "2025-06-11"},
            {"review-upload-start": "entry"},
            breach(LATE_DATA),
        ),
        ({"recorded_at": None}, {"review-upload-start": "entry"}, idle("clock-not-started")),
        ({"system": "统建系统", "uploaded_at": None}, None, idle("limit-does-not-apply")),
        ({"system": None, "uploaded_at": None}, None, idle("limit-does-not-apply")),
        ({"given_at": None, "uploaded_at": None}, None, idle("limit-does-not-apply")),
        ({"system": UNSTATED}, None, UNKNOWN),
        ({"uploaded_at": UNSTATED}, None, UNKNOWN),
    ],
)
def test_uploaded_in_time(changes, readings, found):
    """What arose in a system of one's own goes up within three working days."""
    assert answers(reviews.uploaded_in_time, readings=readings, **({"system": "自建系统"} | changes)) == found


def test_uploading_weighs_less_in_the_city_s_words():
    """The province demands; Xiamen promotes (推动)."""
    found = outcomes(reviews.uploaded_in_time, area=XIAMEN, system="自建系统", uploaded_at="2025-06-09")

    assert [(refs(each), each.severity) for each in found] == [
        (["fujian-2022/2.5.3"], Severity.VIOLATION),
        (["xiamen-2022/2.5.4"], Severity.ADVICE),
    ]


SAME, NEXT = {"review-distribution-day": "same-day"}, {"review-distribution-day": "next-day"}


@pytest.mark.parametrize(
    ("changes", "readings", "found"),
    [
        ({"distributed_at": "2025-06-03T23:59"}, None, MET),
        ({"distributed_at": "2025-06-04"}, SAME, breach("review-distributed-late", "distributed_at")),
        ({"distributed_at": "2025-06-04"}, NEXT, MET),
        ({"distributed_at": "2025-06-05"}, NEXT, breach("review-distributed-late", "distributed_at")),
        ({"distributed_at": None}, NEXT, breach("review-distributed-late", "distributed_at")),
        # Friday the 6th: the Saturday after it is no working day, and counts all the same
        ({"given_at": "2025-06-06", "distributed_at": "2025-06-07"}, NEXT, MET),
        (
            {"given_at": "2025-06-06", "distributed_at": "2025-06-09"},
            NEXT,
            breach("review-distributed-late", "distributed_at"),
        ),
        ({"system": "自建系统"}, None, idle("not-of-a-unified-system")),
        ({"system": None}, None, idle("not-of-a-unified-system")),
        ({"given_at": None}, None, idle("not-of-a-unified-system")),
        ({"system": UNSTATED}, None, UNKNOWN),
        ({"distributed_at": UNSTATED}, None, UNKNOWN),
    ],
)
def test_distributed_daily(changes, readings, found):
    """Day by day, rest days too; by which day for one review is a reading."""
    later = dict.fromkeys(("recorded_at", "uploaded_at"))

    assert answers(reviews.distributed_daily, readings=readings, **(later | {"system": "统建系统"} | changes)) == found


@pytest.mark.parametrize(
    ("as_of", "readings", "state"),
    [
        ("2025-06-03", SAME, State.NOT_APPLICABLE),
        ("2025-06-04", SAME, State.BREACHED),
        ("2025-06-04", NEXT, State.NOT_APPLICABLE),
        ("2025-06-05", NEXT, State.BREACHED),
    ],
)
def test_not_distributed_yet(as_of, readings, state):
    """It is late once the day is over."""
    (found,) = reviews.distributed_daily(
        a_review(system="统建系统", distributed_at=None), a_context(as_of, readings=readings)
    )

    assert found.state is state


def test_distribution_says_that_it_turns_on_a_reading():
    """Only where it does."""
    (late,) = outcomes(reviews.distributed_daily, system="统建系统", distributed_at="2025-06-04")
    (in_time,) = outcomes(reviews.distributed_daily, system="统建系统", distributed_at="2025-06-03")

    assert (late.readings, in_time.readings) == (("review-distribution-day",), ())


# The three thresholds of the scale


@pytest.mark.parametrize("grade", GRADES)
def test_each_threshold_is_a_grade_of_its_own(grade):
    """Bad: 不满意 and below; leads: 基本满意 and below; analysis: 满意 and below."""
    place = ("非常不满意", "不满意", "基本满意", "满意", "非常满意").index(grade)
    left_out = {"area": XIAMEN, "grade": grade, "in_depth_analysis": False, "searched_for_leads": False}

    assert answers(reviews.analysed_in_depth, **left_out) == (
        breach("not-analysed-in-depth", "in_depth_analysis") if place <= 3 else idle("above-analysis-threshold")
    )
    assert answers(reviews.searched_for_leads, **left_out) == (
        breach("not-searched-for-leads", "searched_for_leads") if place <= 2 else idle("above-leads-threshold")
    )
    assert ReviewGrade(grade).is_bad is (place <= 1)


@pytest.mark.parametrize(
    ("rule", "field"),
    [(reviews.analysed_in_depth, "in_depth_analysis"), (reviews.searched_for_leads, "searched_for_leads")],
)
def test_what_low_reviews_are_for(rule, field):
    """One that is taken in keeps it; one of which that is not told, nobody can say; no review is none of them."""
    low = {"area": XIAMEN, "grade": "不满意"}

    assert answers(rule, **low) == MET
    assert answers(rule, **low, **{field: UNSTATED}) == UNKNOWN
    assert answers(rule, area=XIAMEN, grade=UNSTATED) == UNKNOWN
    assert [state for state, _, _ in answers(rule, area=XIAMEN, grade=None, given_at=None)] == ["NOT_APPLICABLE"]


def test_leads_are_advice():
    """The row makes checks better (优化); that of analysis is a plain demand."""
    low = {"area": XIAMEN, "grade": "不满意", "in_depth_analysis": False, "searched_for_leads": False}

    (analysis,) = outcomes(reviews.analysed_in_depth, **low)
    (leads,) = outcomes(reviews.searched_for_leads, **low)

    assert (analysis.severity, leads.severity) == (Severity.VIOLATION, Severity.ADVICE)


@pytest.mark.parametrize("rule", [reviews.analysed_in_depth, reviews.searched_for_leads])
def test_thresholds_of_xiamen_elsewhere(rule):
    """No other document has them."""
    assert answers(rule, grade="不满意") == idle("never-in-force")


# Means for reviews at windows


EQUIPPED = {
    "name": "3号窗口",
    "area": HANJIANG,
    "has_review_device": True,
    "has_review_code": True,
    "reviews_in_plain_sight": True,
    "cannot_have_review_device": False,
    "has_paper_review_form": False,
    "review_grades": 5,
    "in_station": False,
}


def at(rule, as_of=LATER, **changes):
    """What a rule says of a window of 涵江区."""
    return said(rule, Window(**stated(EQUIPPED | changes)), a_context(as_of))


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"has_review_device": False}, breach("no-review-device", "has_review_device")),
        ({"has_review_code": None}, breach("no-review-code", "has_review_code")),
        ({"reviews_in_plain_sight": False}, breach("reviews-out-of-sight", "reviews_in_plain_sight")),
        (
            {"has_review_device": False, "has_review_code": False},
            [*breach("no-review-device", "has_review_device"), *breach("no-review-code", "has_review_code")],
        ),
        ({"cannot_have_review_device": True, "has_review_device": False, "has_paper_review_form": True}, MET),
        (
            {"cannot_have_review_device": True, "has_review_device": False},
            breach("no-paper-review-form", "has_paper_review_form"),
        ),
        ({"cannot_have_review_device": UNSTATED}, MET),
        # The plan speaks of centres; only where something is lacking it matters where the window is.
        ({"in_station": True}, MET),
        ({"in_station": UNSTATED}, MET),
        ({"in_station": True, "has_review_device": False}, judged("station-perhaps-owes-it", "in_station")),
        ({"in_station": UNSTATED, "has_review_device": False}, UNKNOWN),
        ({"cannot_have_review_device": UNSTATED, "has_review_device": False}, UNKNOWN),
        ({"has_review_code": UNSTATED}, UNKNOWN),
        ({"cannot_have_review_device": True, "has_paper_review_form": UNSTATED}, UNKNOWN),
        ({"area": FUZHOU}, idle("never-in-force")),
    ],
)
def test_offered_at_windows(changes, found):
    """A device and a code in plain sight, or at a point without the means for them a paper form."""
    assert at(reviews.offered_at_windows, **changes) == found


def test_offered_at_windows_of_a_hall():
    """Each window of a hall that has no area of its own is asked about, at its place."""
    hall = Venue(
        name="涵江区政务服务中心", area=HANJIANG, windows=[EQUIPPED | {"area": None, "has_review_device": False}]
    )

    found = check(hall, a_context(), rules=reviews.RULES)

    assert [each.path for each in found.breaches] == ["windows[0].has_review_device"]


def test_the_plan_of_hanjiang_has_lapsed():
    """Its last day is 2026-03-05."""
    assert at(reviews.offered_at_windows, "2026-03-05", has_review_device=False) != at(
        reviews.offered_at_windows, "2026-03-06", has_review_device=False
    )
    assert at(reviews.offered_at_windows, "2026-03-06") == idle("no-longer-in-force")


@pytest.mark.parametrize(
    ("grades", "found"),
    [
        (4, breach("not-five-grades", "review_grades")),
        (5, MET),
        (6, breach("not-five-grades", "review_grades")),
        (None, breach("not-five-grades", "review_grades")),
        (UNSTATED, UNKNOWN),
    ],
)
def test_five_levels_offered(grades, found):
    """Reviews have five grades, neither fewer nor more."""
    assert at(reviews.five_levels_offered, area=XIAMEN, review_grades=grades) == found


@pytest.mark.parametrize(
    ("as_of", "state"),
    [("2022-12-31", State.NOT_APPLICABLE), ("2023-01-01", State.BREACHED)],
)
def test_five_levels_by_the_end_of_2022(as_of, state):
    """The row's date is 2022-12-31."""
    (found,) = reviews.five_levels_offered(Window(name="1", area=XIAMEN, review_grades=3), a_context(as_of))

    assert found.state is state


# All of them


def test_before_the_documents():
    """A review of the day before the province's document has nothing to keep."""
    early = dict.fromkeys(("recorded_at", "uploaded_at")) | {
        "served_at": "2022-09-13",
        "given_at": "2022-09-13",
    }

    assert {each.state for each in check(a_review(**early), a_context()).outcomes} == {State.NOT_APPLICABLE}


def test_a_review_that_keeps_all():
    """Good and bad ones, in each of the documents."""
    for area in (FUZHOU, XIAMEN, HANJIANG, PUTIAN):
        assert check(a_review(area=area), a_context()).ok
        assert check(a_review(area=area, **BAD), a_context()).ok


@pytest.mark.parametrize("rule", reviews.RULES, ids=lambda rule: rule.id)
def test_what_every_rule_promises(rule):
    """Each keeps it."""
    check_rule(rule)
