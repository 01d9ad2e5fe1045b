"""What each rule about the reviews of a year answers, worked by hand from the figures of the clauses."""

import pytest

from support import FUZHOU, HANJIANG, LATER, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, said, stated
from zwfw import Severity, State
from zwfw.records import ReviewStatistics
from zwfw.rules import check
from zwfw.rules import review_statistics as rules
from zwfw.testing.kits import check_rule

PROVINCE, CITY, PUTIAN = "350000", "350200", "350300"
BASE = {
    "year": 2024,
    "area": CITY,
    "cases": 1000,
    "reviews": 1000,
    "offline_active_percent": 95,
    "active_percent": 85,
    "window_units": 40,
    "five_level_units": 40,
    "bad_reviews": 4,
    "bad_reviews_rectified": 4,
    "satisfying_rectifications": 4,
    "previous_reviews": 900,
    "previous_bad_reviews": 4,
    "mean_rectification_working_days": 9,
    "previous_mean_rectification_working_days": 10,
    "real_name_bad_reviews": 3,
    "real_name_bad_reviews_fixed": 3,
    "reviews_to_upload": 500,
    "reviews_uploaded_in_time": 500,
    "faked_reviews_found": 2,
    "faked_reviews_pursued": 2,
    "appraisal_publications": None,
}


def figures(**changes):
    """The figures of Xiamen for 2024, of which every clause is kept, with your changes."""
    return ReviewStatistics(**stated(BASE | changes))


def answers(rule, as_of=LATER, **changes):
    """State, reason and place."""
    return said(rule, figures(**changes), a_context(as_of))


def missed(field):
    """The one answer that the target is missed."""
    return breach("target-missed", field)


def refs(outcome):
    """The clauses that an outcome cites."""
    return [each.ref for each in outcome.clauses]


@pytest.mark.parametrize(
    ("rule", "field", "under", "at_least"),
    [
        (rules.active_rate_offline, "offline_active_percent", 89.99, 90),
        (rules.active_rate_overall, "active_percent", 79.99, 80),
    ],
)
def test_the_shares_of_reviews_of_people_s_own_accord(rule, field, under, at_least):
    """At least 90 per cent on site, at least 80 in all; they are those of the whole city."""
    assert answers(rule, **{field: under}) == missed(field)
    assert answers(rule, **{field: at_least}) == MET
    assert answers(rule, **{field: 100}) == MET
    assert answers(rule, **{field: None}) == [("UNDETERMINED", "not-measured", field)]
    assert answers(rule, **{field: UNSTATED}) == UNKNOWN
    assert answers(rule, area=XIAMEN, **{field: under}) == idle("target-of-another-level", field)
    assert answers(rule, area=FUZHOU, **{field: under}) == idle("never-in-force")


def test_both_shares_are_asked_for():
    """One that is kept says nothing of the other: 85 per cent on site, 80 in all."""
    held = figures(offline_active_percent=85, active_percent=80)

    assert [each.rule for each in check(held, a_context()).breaches] == ["review_statistics.active-rate-offline"]


# of the 40 units, 39 are 97.5 per cent
@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"five_level_units": 39}, missed("five_level_units")),
        ({"five_level_units": 0}, missed("five_level_units")),
        ({"five_level_units": None}, missed("five_level_units")),
        ({}, MET),
        ({"window_units": 0, "five_level_units": 0}, idle("no-window-units")),
        ({"window_units": None}, idle("no-window-units")),
        ({"area": XIAMEN, "five_level_units": 39}, missed("five_level_units")),
        ({"window_units": UNSTATED}, UNKNOWN),
        ({"five_level_units": UNSTATED}, UNKNOWN),
    ],
)
def test_five_level_coverage(changes, found):
    """All units, in the city and in each part of it."""
    assert answers(rules.five_level_coverage, **changes) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        # 4 of 1000 is 0.4 per cent, 4 of 900 was 0.44
        ({}, MET),
        # 4 of 1000 after 4 of 1000: the same
        ({"previous_reviews": 1000}, breach("bad-share-not-lower", "bad_reviews")),
        # 2 of 1000 after 1 of 500: the same, in other words
        (
            {"bad_reviews": 2, "previous_reviews": 500, "previous_bad_reviews": 1},
            breach("bad-share-not-lower", "bad_reviews"),
        ),
        ({"bad_reviews": 2, "previous_reviews": 499, "previous_bad_reviews": 1}, MET),
        (
            {"bad_reviews": 2, "previous_reviews": 501, "previous_bad_reviews": 1},
            breach("bad-share-not-lower", "bad_reviews"),
        ),
        ({"bad_reviews": 1, "previous_bad_reviews": 0}, breach("bad-share-not-lower", "bad_reviews")),
        # nothing cannot fall
        ({"bad_reviews": 0, "previous_bad_reviews": 0}, MET),
        ({"previous_reviews": None}, idle("no-years-to-compare")),
        ({"previous_reviews": 0, "previous_bad_reviews": 0}, idle("no-years-to-compare")),
        ({"reviews": 0}, idle("no-years-to-compare")),
        ({"reviews": UNSTATED, "previous_reviews": None}, idle("no-years-to-compare")),
        ({"previous_reviews": UNSTATED}, UNKNOWN),
        ({"previous_bad_reviews": UNSTATED}, UNKNOWN),
        ({"bad_reviews": UNSTATED}, UNKNOWN),
    ],
)
def test_bad_share_falls(changes, found):
    """It is lower than the year before, without a figure by how much."""
    rest = dict.fromkeys(
        (
            "bad_reviews_rectified",
            "satisfying_rectifications",
            "real_name_bad_reviews",
            "real_name_bad_reviews_fixed",
            "faked_reviews_found",
            "faked_reviews_pursued",
        ),
        0,
    )
    if "reviews" in changes and changes["reviews"] == 0:
        rest["bad_reviews"] = 0

    assert answers(rules.bad_share_falls, **(rest | changes)) == found


def test_a_falling_share_is_promoted():
    """不断降低 gives a direction."""
    (found,) = rules.bad_share_falls(figures(previous_reviews=1000), a_context())

    assert (found.severity, refs(found)) == (Severity.ADVICE, ["xiamen-2022/2.5.3"])


NO_BAD = dict.fromkeys(
    (
        "bad_reviews",
        "bad_reviews_rectified",
        "satisfying_rectifications",
        "real_name_bad_reviews",
        "real_name_bad_reviews_fixed",
    ),
    0,
)


@pytest.mark.parametrize(
    ("rule", "field", "changes", "found"),
    [
        (rules.bad_reviews_rectified, "bad_reviews_rectified", {"satisfying_rectifications": 3}, MET),
        (
            rules.bad_reviews_rectified,
            "bad_reviews_rectified",
            {"bad_reviews_rectified": 3, "satisfying_rectifications": 3},
            None,
        ),
        (rules.bad_reviews_rectified, "bad_reviews_rectified", {"bad_reviews_rectified": None}, None),
        (rules.bad_reviews_rectified, "bad_reviews_rectified", NO_BAD, idle("no-bad-reviews")),
        (rules.bad_reviews_rectified, "bad_reviews_rectified", {"bad_reviews_rectified": UNSTATED}, UNKNOWN),
        (rules.bad_reviews_rectified, "bad_reviews_rectified", {"bad_reviews": UNSTATED}, UNKNOWN),
        (rules.rectifications_satisfy, "satisfying_rectifications", {}, MET),
        (rules.rectifications_satisfy, "satisfying_rectifications", {"satisfying_rectifications": 3}, None),
        # of the 3 that were put right, all
        (
            rules.rectifications_satisfy,
            "satisfying_rectifications",
            {"bad_reviews_rectified": 3, "satisfying_rectifications": 3},
            MET,
        ),
        (
            rules.rectifications_satisfy,
            "satisfying_rectifications",
            {"bad_reviews_rectified": 0, "satisfying_rectifications": 0},
            idle("no-rectifications"),
        ),
        (rules.rectifications_satisfy, "satisfying_rectifications", NO_BAD, idle("no-rectifications")),
        (rules.rectifications_satisfy, "satisfying_rectifications", {"satisfying_rectifications": UNSTATED}, UNKNOWN),
    ],
)
def test_bad_reviews_are_put_right(rule, field, changes, found):
    """All of them, and to the satisfaction of all; where there are none, nothing is owed."""
    assert answers(rule, **changes) == (missed(field) if found is None else found)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"reviews": 999}, breach("fewer-reviews-than-cases", "reviews")),
        ({"reviews": 1000}, MET),  # exactly 1
        ({"reviews": 1001}, MET),
        ({"reviews": None}, breach("fewer-reviews-than-cases", "reviews")),
        ({"cases": 0, "reviews": 10}, idle("no-cases-in-the-year")),
        ({"cases": None}, idle("no-cases-in-the-year")),
        ({"cases": UNSTATED}, UNKNOWN),
        ({"reviews": UNSTATED}, UNKNOWN),
        ({"area": XIAMEN, "reviews": 10}, idle("target-of-another-level", "reviews")),
        ({"area": PROVINCE, "reviews": 10}, idle("target-of-another-level", "reviews")),
        ({"area": "350100", "reviews": 999}, breach("fewer-reviews-than-cases", "reviews")),
        ({"area": PUTIAN, "reviews": 1000}, MET),
        # 设区市: the zone of Pingtan stands beside the nine cities and has no districts
        ({"area": "351000", "reviews": 999}, idle("of-cities-with-districts")),
        ({"area": "351000", "reviews": UNSTATED}, idle("of-cities-with-districts")),
    ],
)
def test_volume_at_least_cases(changes, found):
    """In a year, and in each city with districts, the reviews are at least as many as the cases: a ratio of 1."""
    assert answers(rules.volume_at_least_cases, **changes) == found


def test_a_missed_ratio_says_what_stands_beside_it():
    """It is the province's and the city's, and the sentence explains why it does not undo the other figures."""
    (found,) = rules.volume_at_least_cases(figures(reviews=999), a_context())

    assert (refs(found), found.severity) == (["xiamen-2022/2.5.4", "fujian-2022/2.5.3"], Severity.VIOLATION)
    assert dict(found.facts) == {"reviews": 999, "cases": 1000, "wanted": 1}
    assert "主动评价率" in found.message()
    assert "of people's own accord" in found.message("en")


def test_the_ratio_and_the_shares_can_all_be_kept():
    """1000 cases, 800 of which people reviewed themselves; with second visits and the rest there are 1000 records."""
    held = figures(cases=1000, reviews=1000, active_percent=80, offline_active_percent=90)

    assert check(held, a_context()).ok


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"reviews_uploaded_in_time": 499}, missed("reviews_uploaded_in_time")),
        ({}, MET),
        ({"reviews_to_upload": 0, "reviews_uploaded_in_time": 0}, idle("no-reviews-to-upload")),
        ({"reviews_uploaded_in_time": UNSTATED}, UNKNOWN),
    ],
)
def test_uploaded_in_time(changes, found):
    """All of them are the aim."""
    assert answers(rules.uploaded_in_time, **changes) == found


def test_the_force_of_each_target():
    """确保 and a plain 100 % are duties; 力争 is not."""
    short = figures(
        offline_active_percent=1,
        active_percent=1,
        five_level_units=1,
        bad_reviews_rectified=1,
        satisfying_rectifications=0,
        reviews_uploaded_in_time=1,
    )

    assert {each.rule.partition(".")[2]: each.severity for each in check(short, a_context()).breaches} == {
        "active-rate-offline": Severity.VIOLATION,
        "active-rate-overall": Severity.VIOLATION,
        "five-level-coverage": Severity.VIOLATION,
        "bad-reviews-rectified": Severity.VIOLATION,
        "rectifications-satisfy": Severity.VIOLATION,
        "uploaded-in-time": Severity.ADVICE,
    }


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"faked_reviews_pursued": 1}, breach("faking-not-pursued", "faked_reviews_pursued")),
        ({"faked_reviews_pursued": None}, breach("faking-not-pursued", "faked_reviews_pursued")),
        ({"faked_reviews_found": 0, "faked_reviews_pursued": 0}, idle("no-faking-found")),
        ({"faked_reviews_found": None, "faked_reviews_pursued": UNSTATED}, idle("no-faking-found")),
        ({"faked_reviews_found": UNSTATED}, UNKNOWN),
        ({"faked_reviews_pursued": UNSTATED}, UNKNOWN),
        ({"area": FUZHOU, "faked_reviews_pursued": 1}, breach("faking-not-pursued", "faked_reviews_pursued")),
    ],
)
def test_faking_pursued(changes, found):
    """Where a review is found to be faked, somebody answers for it."""
    assert answers(rules.faking_pursued, **changes) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"appraisal_publications": 0}, breach("appraisal-not-published", "appraisal_publications")),
        ({"appraisal_publications": 1}, MET),
        ({"appraisal_publications": 2}, MET),
        # none was published
        ({"appraisal_publications": None}, breach("appraisal-not-published", "appraisal_publications")),
        ({"appraisal_publications": UNSTATED}, UNKNOWN),
        ({"year": 2022, "appraisal_publications": 0}, idle("appraisal-of-the-first-year")),
        ({"year": 2023, "appraisal_publications": 0}, breach("appraisal-not-published", "appraisal_publications")),
        # 省审改办、省效能办、省数字办、省营商办: nobody of a city or district
        ({"area": CITY, "appraisal_publications": 0}, idle("appraisal-of-another-body")),
        ({"area": HANJIANG, "appraisal_publications": 0}, idle("appraisal-of-another-body")),
        ({"area": FUZHOU, "appraisal_publications": UNSTATED}, idle("appraisal-of-another-body")),
    ],
)
def test_appraisal_published(changes, found):
    """Each year after 2022."""
    assert answers(rules.appraisal_published, **({"area": PROVINCE} | changes)) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"mean_rectification_working_days": 10}, breach("not-rectified-sooner", "mean_rectification_working_days")),
        ({"mean_rectification_working_days": 9.9}, MET),
        ({"mean_rectification_working_days": 10.1}, breach("not-rectified-sooner", "mean_rectification_working_days")),
        ({"mean_rectification_working_days": 0, "previous_mean_rectification_working_days": 0}, MET),
        ({"previous_mean_rectification_working_days": None}, idle("no-years-to-compare")),
        ({"mean_rectification_working_days": None}, idle("no-years-to-compare")),
        ({"mean_rectification_working_days": UNSTATED}, UNKNOWN),
        ({"area": PUTIAN}, idle("never-in-force")),
    ],
)
def test_rectified_sooner(changes, found):
    """In Hanjiang, sooner than the year before."""
    assert answers(rules.rectified_sooner, **({"area": HANJIANG} | changes)) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"real_name_bad_reviews_fixed": 2}, breach("real-name-bad-reviews-left", "real_name_bad_reviews_fixed")),
        ({"real_name_bad_reviews_fixed": None}, breach("real-name-bad-reviews-left", "real_name_bad_reviews_fixed")),
        ({"real_name_bad_reviews": 0, "real_name_bad_reviews_fixed": 0}, MET),  # kept where there are none
        ({"real_name_bad_reviews": None}, MET),
        ({"real_name_bad_reviews": UNSTATED}, UNKNOWN),
        ({"real_name_bad_reviews_fixed": UNSTATED}, UNKNOWN),
        ({"area": XIAMEN, "real_name_bad_reviews_fixed": 0}, idle("never-in-force")),
        ({"area": HANJIANG, "year": 2022}, idle("not-yet-in-force")),
    ],
)
def test_real_name_bad_reviews_fixed(changes, found):
    """All of those given under a real name, by the card of Hanjiang's townships."""
    assert answers(rules.real_name_bad_reviews_fixed, **({"area": "350303100"} | changes)) == found


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        (rules.bad_share_falls, {"previous_reviews": 1000}),
        (rules.volume_at_least_cases, {"reviews": 999}),
        (rules.bad_reviews_rectified, {"bad_reviews_rectified": 3, "satisfying_rectifications": 3}),
        (rules.appraisal_published, {"area": PROVINCE, "appraisal_publications": 0}),
        (rules.rectified_sooner, {"area": HANJIANG, "mean_rectification_working_days": 11}),
        (rules.real_name_bad_reviews_fixed, {"area": HANJIANG, "real_name_bad_reviews_fixed": 2}),
    ],
)
def test_a_year_that_is_not_over(rule, changes):
    """Its figures still move: nothing is missed before its last day is over."""
    assert [(state, reason) for state, reason, _ in answers(rule, "2024-12-31", **changes)] == [
        ("NOT_APPLICABLE", "not-due-yet")
    ]
    assert [state for state, _, _ in answers(rule, "2025-01-01", **changes)] == ["BREACHED"]


@pytest.mark.parametrize(("year", "state"), [(2021, State.NOT_APPLICABLE), (2022, State.BREACHED)])
def test_before_the_province_s_document(year, state):
    """It is from 2022-09-14; the law is that of the last day of the year."""
    (found,) = rules.faking_pursued(figures(area=FUZHOU, year=year, faked_reviews_pursued=0), a_context())

    assert found.state is state


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.id)
def test_what_every_rule_promises(rule):
    """Each keeps it."""
    check_rule(rule)
