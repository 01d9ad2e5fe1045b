"""What each rule about authorisations of windows answers: kept, broken, silent and unknown."""

import pytest

from support import FUZHOU, HANJIANG, MET, UNSTATED, XIAMEN, a_context, breach, idle, said, stated
from zwfw import Severity
from zwfw.records import Authorisation
from zwfw.rules.authorisations import four_copies, renewed_by_january, three_fixed

PUTIAN = "350300"
LETTER, APPOINTMENT = "《窗口授权书》", "《窗口负责人(联络人)委任函》"
HOLDERS = ("政务服务职能部门", "进驻窗口", "发改(职转)", "政务服务管理机构")
FIXED = ("定人", "定岗", "定责")

_BASE = {
    "department": "市住建局",
    "year": 2026,
    "area": PUTIAN,
    "renewed_on": "2026-01-20",
    "documents": (LETTER, APPOINTMENT),
    "three_fixed": FIXED,
    "copy_holders": HOLDERS,
}

LOOK = a_context("2026-06-30")


def papers(**changes):
    """The papers of 2026, renewed in January of that year, with your changes."""
    return Authorisation(**stated(_BASE | changes))


NOT_RENEWED = breach("papers-not-renewed", "renewed_on")
RENEWED_LATE = breach("papers-renewed-late", "renewed_on")
MISSING = breach("papers-missing", "documents")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"renewed_on": "2026-01-01"}, MET),
        ({"renewed_on": "2026-01-30"}, MET),
        ({"renewed_on": "2026-01-31"}, MET),  # a Saturday: by the calendar, and the day itself counts
        ({"renewed_on": "2026-02-01"}, RENEWED_LATE),
        ({"renewed_on": None}, NOT_RENEWED),
        ({"renewed_on": "2025-12-31"}, [("NEEDS_JUDGEMENT", "papers-renewed-before-the-year", "renewed_on")]),
        ({"documents": (LETTER,)}, MISSING),
        ({"documents": (APPOINTMENT,)}, MISSING),
        ({"documents": None}, MISSING),
        ({"documents": (APPOINTMENT, LETTER, LETTER)}, MET),
        ({"renewed_on": "2026-03-02", "documents": (LETTER,)}, RENEWED_LATE + MISSING),
        ({"documents": UNSTATED}, [("UNDETERMINED", "not-stated", "")]),
        ({"documents": UNSTATED, "renewed_on": "2026-02-01"}, [*RENEWED_LATE, ("UNDETERMINED", "not-stated", "")]),
        ({"documents": UNSTATED, "renewed_on": None}, NOT_RENEWED),
        ({"renewed_on": UNSTATED}, [("UNDETERMINED", "not-stated", "")]),
    ],
)
def test_both_papers_are_renewed_by_the_end_of_january(changes, found):
    """Seen in June of the year."""
    assert said(renewed_by_january, papers(**changes), LOOK) == found


@pytest.mark.parametrize(
    ("look", "changes", "found"),
    [
        ("2026-01-31", {"renewed_on": None}, idle("not-due-yet")),
        ("2026-02-01", {"renewed_on": None}, NOT_RENEWED),
        # renewed in February, which cannot be seen yet on the first
        ("2026-01-31", {"renewed_on": "2026-02-02"}, idle("not-due-yet")),
        ("2026-02-01", {"renewed_on": "2026-02-02"}, NOT_RENEWED),
        ("2026-02-02", {"renewed_on": "2026-02-02"}, RENEWED_LATE),
        # the second paper may still come
        ("2026-01-31", {"documents": (LETTER,)}, idle("papers-still-to-come", "documents")),
        ("2026-02-01", {"documents": (LETTER,)}, MISSING),
        ("2027-02-01", {"year": 2027, "renewed_on": None}, NOT_RENEWED),
    ],
)
def test_nothing_is_owed_before_january_is_over(look, changes, found):
    """Seen from days around the last one in time."""
    assert said(renewed_by_january, papers(**changes), a_context(look)) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        # January 2025 was over on 2025-05-06, when the norms came into force
        ({"renewed_on": None}, idle("not-yet-in-force")),
        ({"renewed_on": "2025-01-31"}, idle("not-yet-in-force")),
        ({"renewed_on": "2025-05-05", "documents": (LETTER,)}, idle("not-yet-in-force")),
        # what is issued under the norms is both papers, and its day is held against nobody
        ({"renewed_on": "2025-05-06"}, MET),
        ({"renewed_on": "2025-05-06", "documents": (LETTER,)}, MISSING),
        ({"renewed_on": "2025-12-31", "documents": (APPOINTMENT,)}, MISSING),
    ],
)
def test_the_first_january_of_the_norms_is_that_of_2026(changes, found):
    """The papers of 2025 are not late, but those issued under the norms are whole."""
    assert said(renewed_by_january, papers(**{"year": 2025} | changes), a_context("2025-12-31")) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"three_fixed": ("定责", "定人", "定岗")}, MET),
        ({"three_fixed": ("定人", "定岗")}, breach("not-fixed-in-letter", "three_fixed")),
        ({"three_fixed": ()}, breach("not-fixed-in-letter", "three_fixed")),
        ({"three_fixed": None}, breach("not-fixed-in-letter", "three_fixed")),
        ({"three_fixed": UNSTATED}, [("UNDETERMINED", "not-stated", "")]),
        ({"documents": UNSTATED}, [("UNDETERMINED", "not-stated", "")]),
        # the table stands in the letter
        ({"documents": (APPOINTMENT,), "three_fixed": None}, idle("letter-not-issued")),
        ({"documents": (LETTER,), "three_fixed": FIXED}, MET),
        ({"renewed_on": None, "three_fixed": UNSTATED}, idle("letter-not-issued")),
    ],
)
def test_the_letter_fixes_people_posts_and_duties(changes, found):
    """All three."""
    assert said(three_fixed, papers(**changes), LOOK) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"copy_holders": tuple(reversed(HOLDERS))}, MET),
        *(
            ({"copy_holders": HOLDERS[:index] + HOLDERS[index + 1 :]}, breach("copies-missing", "copy_holders"))
            for index in range(4)
        ),
        # four copies, and one of the four has none
        ({"copy_holders": (*HOLDERS[:3], HOLDERS[0])}, breach("copies-missing", "copy_holders")),
        ({"copy_holders": ()}, breach("copies-missing", "copy_holders")),
        ({"copy_holders": UNSTATED}, [("UNDETERMINED", "not-stated", "")]),
        ({"renewed_on": None, "copy_holders": UNSTATED}, idle("no-papers-issued")),
    ],
)
def test_each_of_four_keeps_a_copy(changes, found):
    """发改(职转) is one of them."""
    assert said(four_copies, papers(**changes), LOOK) == found


BROKEN = {
    renewed_by_january: {"documents": (LETTER,)},
    three_fixed: {"three_fixed": ("定人",)},
    four_copies: {"copy_holders": HOLDERS[:3]},
}


@pytest.mark.parametrize("rule", BROKEN, ids=lambda rule: rule.id)
def test_the_article_is_cited_and_is_a_must(rule):
    """In the city and in its district, whose own plan has ended by then."""
    for area in (PUTIAN, HANJIANG):
        (found,) = rule(papers(area=area, **BROKEN[rule]), LOOK)

        assert found.severity is Severity.VIOLATION
        assert [each.ref for each in found.clauses] == ["putian-2025/art-17"]


@pytest.mark.parametrize("rule", BROKEN, ids=lambda rule: rule.id)
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"area": FUZHOU}, "never-in-force"),
        ({"area": XIAMEN}, "never-in-force"),
        ({"year": 2025, "renewed_on": "2025-05-05"}, "not-yet-in-force"),
    ],
)
def test_the_norms_bind_putian_from_their_first_day(rule, changes, reason):
    """Not other cities, and not before 2025-05-06."""
    assert said(rule, papers(**BROKEN[rule] | changes), LOOK) == idle(reason)


def test_the_sentences_name_what_is_missing():
    """In both languages."""
    (found,) = four_copies(papers(copy_holders=HOLDERS[:3]), LOOK)

    assert "4 方" in found.message()
    assert "政务服务管理机构" in found.message("en")
