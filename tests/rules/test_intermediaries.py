"""What each rule about compulsory intermediary services answers: kept, broken, unknown and left to a person."""

from datetime import date

import pytest

from support import FUZHOU, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, judged, said, stated
from zwfw import Severity
from zwfw.records import IntermediaryService
from zwfw.rules import intermediaries

BASE = {
    "name": "机动车安全技术检验",
    "area": FUZHOU,
    "kind": "检验检测",
    "bases": [{"name": "道路交通安全法", "rank": "法律"}],
    "limit_working_days": 1,
    "on_licence_list": True,
    "on_provincial_list": True,
    "listed_at": "2022-10-10",
    "reviewed_at": "2022-11-10",
    "published_at": "2022-12-10",
    "on_provincial_hall": True,
    "kept_up_to_date": True,
}


def a_service(**changes):
    """A service of Fuzhou in which every field is stated and every clause kept, with your changes."""
    return IntermediaryService(**stated(BASE | changes))


def of_ranks(*ranks):
    """Bases of these ranks, stated or not."""
    return [stated({"name": "依据", "rank": rank}) for rank in ranks]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"limit_working_days": 0}, MET),
        ({"kind": None}, breach("intermediary-without-kind", "kind")),
        ({"kind": ""}, breach("intermediary-without-kind", "kind")),
        ({"bases": []}, breach("intermediary-without-basis", "bases")),
        ({"bases": None}, breach("intermediary-without-basis", "bases")),
        ({"limit_working_days": None}, breach("intermediary-without-limit", "limit_working_days")),
        (
            {"kind": None, "bases": None, "limit_working_days": None},
            breach("intermediary-without-kind", "kind")
            + breach("intermediary-without-basis", "bases")
            + breach("intermediary-without-limit", "limit_working_days"),
        ),
        ({"kind": UNSTATED}, UNKNOWN),
        (
            {"kind": UNSTATED, "limit_working_days": None},
            UNKNOWN + breach("intermediary-without-limit", "limit_working_days"),
        ),
    ],
)
def test_elements_stated(changes, found):
    """Beside the name, which every record has, a service states type, basis and time."""
    assert said(intermediaries.elements_stated, a_service(**changes)) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"listed_at": "2022-10-10", "reviewed_at": "2022-10-10", "published_at": "2022-10-10"}, MET),
        ({"reviewed_at": "2022-10-09"}, breach("intermediary-reviewed-too-early", "reviewed_at")),
        ({"listed_at": None}, breach("intermediary-reviewed-too-early", "reviewed_at")),
        ({"published_at": "2022-11-09"}, breach("intermediary-published-too-early", "published_at")),
        # A review that was left out is not still to come.
        ({"reviewed_at": None}, breach("intermediary-published-too-early", "published_at")),
        (
            {"listed_at": None, "reviewed_at": None},
            breach("intermediary-published-too-early", "published_at"),
        ),
        # No number of days is given between the steps.
        ({"published_at": None}, judged("intermediary-not-published-since", "published_at")),
        (
            {"reviewed_at": None, "published_at": None},
            judged("intermediary-not-reviewed-since", "reviewed_at"),
        ),
        (
            {"listed_at": None, "reviewed_at": None, "published_at": None},
            judged("intermediary-not-listed", "listed_at"),
        ),
        ({"listed_at": UNSTATED}, UNKNOWN),
        (
            {"listed_at": UNSTATED, "published_at": "2022-11-09"},
            UNKNOWN + breach("intermediary-published-too-early", "published_at"),
        ),
        ({"published_at": UNSTATED}, UNKNOWN),
        ({"reviewed_at": UNSTATED}, UNKNOWN + UNKNOWN),
    ],
)
def test_listed_in_order(changes, found):
    """Listed, reviewed, published: each step after the one before it."""
    assert said(intermediaries.listed_in_order, a_service(**changes)) == found


@pytest.mark.parametrize(
    ("ranks", "on_licence_list", "found"),
    [
        # 法律, 法规 and 国务院决定 are named.
        (["法律"], True, MET),
        (["行政法规"], True, MET),
        (["地方性法规"], True, MET),
        (["国务院决定"], True, MET),
        (["规范性文件", "法律"], True, MET),
        # 和: whether the licence list is needed beside the law is open.
        (["法律"], False, judged("intermediary-not-on-licence-list", "on_licence_list")),
        (["法律"], None, judged("intermediary-not-on-licence-list", "on_licence_list")),
        ([], True, judged("intermediary-on-licence-list-alone", "bases")),
        (["无"], True, judged("intermediary-on-licence-list-alone", "bases")),
        # 规章 suffices for a special step; here it is not named, and the list goes on (等).
        (["规章"], True, judged("intermediary-basis-not-named", "bases")),
        (["规章"], False, judged("intermediary-basis-not-named", "bases")),
        (["规范性文件", "无"], False, judged("intermediary-basis-not-named", "bases")),
        (["规章"], UNSTATED, judged("intermediary-basis-not-named", "bases")),
        ([], False, breach("intermediary-on-no-basis", "bases")),
        (["无", None], None, breach("intermediary-on-no-basis", "bases")),
        ([], UNSTATED, UNKNOWN),
        (["法律"], UNSTATED, UNKNOWN),
        ([UNSTATED], False, UNKNOWN),
        (["规章", UNSTATED], False, UNKNOWN),
        (["法律", UNSTATED], True, MET),
    ],
)
def test_has_basis(ranks, on_licence_list, found):
    """A service rests on the licence list and on law; what is open is left to a person."""
    service = a_service(bases=of_ranks(*ranks), on_licence_list=on_licence_list)

    assert said(intermediaries.has_basis, service) == found


def test_has_basis_knows_what_is_missing():
    """The ranks that are not stated are named, and the bases where they are not."""
    (unknown,) = intermediaries.has_basis(a_service(bases=of_ranks("规章", UNSTATED, UNSTATED)), a_context())

    assert unknown.missing == ("bases[1].rank", "bases[2].rank")
    assert said(intermediaries.has_basis, a_service(bases=UNSTATED)) == UNKNOWN
    assert said(intermediaries.has_basis, a_service(bases=None, on_licence_list=False)) == breach(
        "intermediary-on-no-basis", "bases"
    )


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"on_provincial_list": False}, breach("intermediary-beyond-provincial-list", "on_provincial_list")),
        ({"on_provincial_list": None}, breach("intermediary-beyond-provincial-list", "on_provincial_list")),
        ({"on_licence_list": False}, MET),
        ({"on_provincial_list": UNSTATED}, UNKNOWN),
        ({"on_provincial_list": False, "area": FUZHOU}, idle("never-in-force")),
    ],
)
def test_within_provincial_lists(changes, found):
    """The city's list has nothing that the province's list has not."""
    assert said(intermediaries.within_provincial_lists, a_service(**{"area": XIAMEN} | changes)) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"on_provincial_hall": False}, breach("intermediary-off-provincial-hall", "on_provincial_hall")),
        ({"kept_up_to_date": None}, breach("intermediary-not-current", "kept_up_to_date")),
        (
            {"on_provincial_hall": None, "kept_up_to_date": False},
            breach("intermediary-off-provincial-hall", "on_provincial_hall")
            + breach("intermediary-not-current", "kept_up_to_date"),
        ),
        (
            {"on_provincial_hall": UNSTATED, "kept_up_to_date": False},
            UNKNOWN + breach("intermediary-not-current", "kept_up_to_date"),
        ),
        ({"on_provincial_hall": False, "area": "350300"}, idle("never-in-force")),
    ],
)
def test_public_and_current(changes, found):
    """In Xiamen a service is public and kept up to date: both."""
    assert said(intermediaries.public_and_current, a_service(**{"area": XIAMEN} | changes)) == found


@pytest.mark.parametrize(
    ("rule", "changes", "refs"),
    [
        (intermediaries.elements_stated, {"kind": None}, ["xiamen-2022/2.1.9", "fujian-2022/2.1.8"]),
        (intermediaries.listed_in_order, {"listed_at": None}, ["fujian-2022/2.1.8"]),
        (intermediaries.has_basis, {"bases": [], "on_licence_list": False}, ["fujian-2022/2.1.8"]),
        (intermediaries.within_provincial_lists, {"on_provincial_list": False}, ["xiamen-2022/2.1.9"]),
        (intermediaries.public_and_current, {"kept_up_to_date": False}, ["xiamen-2022/2.1.9"]),
    ],
)
def test_every_breach_is_a_violation_of_its_clauses(rule, changes, refs):
    """All of them are duties; in Xiamen the city's clause is cited first."""
    (found,) = rule(a_service(area=XIAMEN, **changes), a_context())

    assert found.severity is Severity.VIOLATION
    assert [each.ref for each in found.clauses] == refs


@pytest.mark.parametrize("rule", intermediaries.RULES)
def test_nothing_was_asked_before_the_documents(rule):
    """On the day before the province's table was issued there was no law about it."""
    broken = a_service(area=XIAMEN, kind=None, bases=[], on_licence_list=False, on_provincial_list=False)

    assert {each.state.name for each in rule(broken, a_context(date(2022, 9, 13)))} == {"NOT_APPLICABLE"}
