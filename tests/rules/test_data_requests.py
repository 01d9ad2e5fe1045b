"""What each rule about requests for data and the use of shared data answers: kept, broken, open, silent and unknown."""

from datetime import date

import pytest

from support import HANJIANG, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, said, stated
from zwfw import Severity
from zwfw.records import DataShareRequest, SharedDataUse
from zwfw.rules import data_requests
from zwfw.testing.kits import check_rule

PUTIAN = "350300"

_APPROVED = {
    "id": "2025-17",
    "area": PUTIAN,
    "of_secret_item": False,
    "use_case": "新生儿出生一件事：核验父母婚姻状况",
    "contents": ["利用目的", "数据格式"],
    "is_related": True,
    "is_least_needed": True,
    "from_actual_need": True,
    "applied_at": "2025-06-01",
    "received_at": "2025-06-03",
    "answered_at": "2025-06-17",
    "answer": "审核通过",
    "refusal_reasons": None,
    "exception_applies": None,
    "fee_yuan": None,
    "authorised_at": "2025-06-17",
    "channel_opened_at": "2025-06-18",
}

_REFUSED = _APPROVED | {
    "answer": "不同意",
    "refusal_reasons": "依法不予共享",
    "exception_applies": True,
    "authorised_at": None,
    "channel_opened_at": None,
}

_USE = {
    "data": "婚姻登记信息",
    "area": PUTIAN,
    "of_secret_item": False,
    "used_at": "2025-06-20",
    "in_own_place": True,
    "by_own_department": True,
    "for_services": True,
    "third_party_forms": [],
}


def a_request(**changes):
    """A request that was approved on the last day and then opened, with your changes."""
    return DataShareRequest(**stated(_APPROVED | changes))


def a_refusal(**changes):
    """A request that was refused for reasons, as an exception, with your changes."""
    return DataShareRequest(**stated(_REFUSED | changes))


def a_use(**changes):
    """A use of shared data within all limits, with your changes."""
    return SharedDataUse(**stated(_USE | changes))


ABOUT_REQUESTS = [each for each in data_requests.RULES if each.record is DataShareRequest]
ABOUT_USES = [each for each in data_requests.RULES if each.record is SharedDataUse]

SECRET = idle("secret-follows-secrecy-law")


@pytest.mark.parametrize("rule", data_requests.RULES, ids=lambda rule: rule.id)
def test_every_rule_keeps_what_rules_promise(rule):
    """Knowing less accuses nobody, and the rest."""
    check_rule(rule)


@pytest.mark.parametrize("rule", data_requests.RULES, ids=lambda rule: rule.id)
@pytest.mark.parametrize(
    ("area", "day", "found"),
    [
        (PUTIAN, "2025-05-05", "not-yet-in-force"),
        ("350102", "2025-06-03", "never-in-force"),
        (XIAMEN, "2025-06-03", "never-in-force"),
    ],
)
def test_only_putian_speaks_of_sharing(rule, area, day, found):
    """From 2025-05-06 on, and in no other city."""
    is_request = rule.record is DataShareRequest
    record = a_request(area=area, received_at=day) if is_request else a_use(area=area, used_at=day)

    assert said(rule, record) == idle(found)


@pytest.mark.parametrize("rule", data_requests.RULES, ids=lambda rule: rule.id)
def test_data_of_secret_items_follow_another_law(rule):
    """Whatever else is stated."""
    record = a_request(of_secret_item=True) if rule.record is DataShareRequest else a_use(of_secret_item=True)

    assert said(rule, record) == SECRET


def test_whether_data_are_secret_matters_only_where_something_is_amiss():
    """What is kept is kept; what is not, nobody knows. The clock alone has to know before."""
    for rule in (*ABOUT_REQUESTS, *ABOUT_USES):
        record = a_request(of_secret_item=UNSTATED) if rule in ABOUT_REQUESTS else a_use(of_secret_item=UNSTATED)
        (found,) = rule(record, a_context())
        kept = ("NOT_APPLICABLE", "MET") if rule is not data_requests.answered_in_time else ("UNDETERMINED",)
        assert found.state.name in kept, rule.id

    (found,) = data_requests.free_of_charge(a_request(of_secret_item=UNSTATED, fee_yuan=1), a_context())
    assert (found.state.name, found.missing) == ("UNDETERMINED", ("of_secret_item",))
    (found,) = data_requests.channel_opened(a_request(of_secret_item=UNSTATED, channel_opened_at=None), a_context())
    assert (found.state.name, found.missing) == ("UNDETERMINED", ("of_secret_item",))


NOT_REFUSED = idle("request-not-refused")
FALLS_SHORT = [("NEEDS_JUDGEMENT", "refused-falling-short", "exception_applies")]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"exception_applies": False}, breach("refused-without-exception", "exception_applies")),
        ({"exception_applies": None}, breach("refused-without-exception", "exception_applies")),
        ({"exception_applies": UNSTATED}, UNKNOWN),
        # asks for more than article 36 lets it: whether that may be refused, the text does not say
        ({"exception_applies": False, "is_least_needed": False}, FALLS_SHORT),
        ({"exception_applies": None, "is_related": None, "from_actual_need": UNSTATED}, FALLS_SHORT),
        ({"exception_applies": False, "from_actual_need": UNSTATED}, UNKNOWN),
        ({"exception_applies": True, "is_least_needed": False, "is_related": UNSTATED}, MET),
        ({"answer": "审核通过", "exception_applies": False}, NOT_REFUSED),
        ({"answer": None, "exception_applies": False}, NOT_REFUSED),
        ({"answer": UNSTATED, "exception_applies": False}, UNKNOWN),
        # not answered yet, so not refused, whatever the draft of the answer says
        ({"answered_at": None, "exception_applies": False}, NOT_REFUSED),
        ({"answered_at": "2025-07-01", "exception_applies": False}, NOT_REFUSED),  # after 2025-06-30
        ({"answered_at": UNSTATED, "exception_applies": False}, UNKNOWN),
    ],
)
def test_sharing_is_the_rule(changes, found):
    """A refusal is an exception or a breach."""
    assert said(data_requests.sharing_is_the_rule, a_refusal(**changes)) == found


@pytest.mark.parametrize(
    ("fee_yuan", "found"),
    [
        (None, MET),
        (0, MET),
        (0.01, breach("charged-for-shared-data", "fee_yuan")),
        (500, breach("charged-for-shared-data", "fee_yuan")),
        (UNSTATED, UNKNOWN),
    ],
)
def test_free_of_charge(fee_yuan, found):
    """无偿: nothing at all."""
    assert said(data_requests.free_of_charge, a_request(fee_yuan=fee_yuan)) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"in_own_place": False}, breach("used-for-another-place", "in_own_place")),
        ({"by_own_department": None}, breach("used-for-another-department", "by_own_department")),
        ({"for_services": False}, breach("used-for-another-purpose", "for_services")),
        (
            {"in_own_place": False, "by_own_department": UNSTATED, "for_services": False},
            [
                *breach("used-for-another-place", "in_own_place"),
                *UNKNOWN,
                *breach("used-for-another-purpose", "for_services"),
            ],
        ),
        ({"for_services": UNSTATED}, UNKNOWN),
    ],
)
def test_used_for_own_services_only(changes, found):
    """本地、本部门、政务服务: the three limits hold together, and each is told by itself."""
    assert sorted(said(data_requests.used_for_own_services_only, a_use(**changes))) == sorted(found)


GIVEN = breach("given-to-third-party", "third_party_forms")


@pytest.mark.parametrize(
    ("forms", "found"),
    [([], MET), (None, MET), (["接口"], GIVEN), (["文件", "截图"], GIVEN), (UNSTATED, UNKNOWN)],
)
def test_not_given_to_third_parties(forms, found):
    """In no form whatever."""
    assert said(data_requests.not_given_to_third_parties, a_use(third_party_forms=forms)) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"is_related": False}, breach("asks-for-unrelated-data", "is_related")),
        ({"is_least_needed": None}, breach("asks-for-more-than-enough", "is_least_needed")),
        ({"from_actual_need": False}, breach("asks-without-actual-need", "from_actual_need")),
        ({"is_related": UNSTATED}, UNKNOWN),
    ],
)
def test_related_and_least(changes, found):
    """关联和最小够用: both, and from a need."""
    assert said(data_requests.related_and_least, a_request(**changes)) == found


LACKS = breach("request-content-missing", "contents")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"contents": ["数据格式", "使用期限", "利用目的"]}, MET),  # the list is open
        ({"contents": ["利用目的"]}, LACKS),
        ({"contents": ["数据格式"]}, LACKS),
        ({"contents": []}, LACKS),
        ({"contents": None}, LACKS),
        ({"use_case": None}, breach("no-use-case", "use_case")),
        ({"use_case": " "}, breach("no-use-case", "use_case")),
        ({"use_case": None, "contents": UNSTATED}, [*UNKNOWN, *breach("no-use-case", "use_case")]),
        ({"use_case": UNSTATED}, UNKNOWN),
    ],
)
def test_use_case_and_contents(changes, found):
    """A use case, the purpose and the format; what else is stated does no harm."""
    assert said(data_requests.use_case_and_contents, a_request(**changes)) == found


def test_the_contents_that_are_missing_are_named():
    """Each that is printed."""
    (found,) = data_requests.use_case_and_contents(a_request(contents=["使用期限"]), a_context())

    assert found.message() == "申请没有说明：利用目的、数据格式"


LATE = breach("share-answered-late")


# Received on Tuesday 2025-06-03: ten working days are 4, 5, 6, 9, 10, 11, 12, 13, 16 and the 17th.
@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"answered_at": "2025-06-16"}, MET),
        ({"answered_at": "2025-06-17T23:59"}, MET),
        ({"answered_at": "2025-06-18"}, LATE),
        ({"answered_at": "2025-06-18", "answer": "不同意"}, LATE),  # be the answer yes or no
        ({"answered_at": None}, LATE),  # as of 2025-06-30
        ({"received_at": None}, idle("clock-not-started")),
        ({"received_at": UNSTATED}, UNKNOWN),
        ({"answered_at": UNSTATED}, UNKNOWN),
        # before the 国庆节, off from 1 to 8 October: due on 21 October
        ({"received_at": "2025-09-30", "answered_at": "2025-10-21"}, MET),
        ({"received_at": "2025-09-30", "answered_at": "2025-10-22"}, LATE),
    ],
)
def test_answered_in_time(changes, found):
    """Ten working days from the receipt."""
    ctx = a_context(as_of=date(2025, 12, 31)) if "2025-09-30" in changes.values() else a_context()

    assert said(data_requests.answered_in_time, a_request(**changes), ctx) == found


@pytest.mark.parametrize(
    ("as_of", "found"), [(date(2025, 6, 17), idle("not-due-yet")), (date(2025, 6, 18), LATE)], ids=["last", "after"]
)
def test_nothing_is_late_before_the_due_day_is_over(as_of, found):
    """The due day itself is in time; silence after it is no approval."""
    request = a_request(answered_at=None, answer=None)

    assert said(data_requests.answered_in_time, request, a_context(as_of=as_of)) == found


NOT_APPROVED = idle("request-not-approved")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"channel_opened_at": "2025-06-30"}, MET),  # how prompt that was, no figure says
        ({"authorised_at": "2025-06-19"}, MET),  # which of the two is first is not asked
        ({"channel_opened_at": None}, [("NEEDS_JUDGEMENT", "channel-not-opened", "channel_opened_at")]),
        ({"authorised_at": None}, [("NEEDS_JUDGEMENT", "sharing-not-authorised", "authorised_at")]),
        ({"channel_opened_at": "2025-06-16"}, breach("opened-before-approval", "channel_opened_at")),
        ({"authorised_at": "2025-06-16"}, breach("authorised-before-approval", "authorised_at")),
        (
            {"answered_at": "2025-06-17T10:00", "authorised_at": "2025-06-17T09:59"},
            breach("authorised-before-approval", "authorised_at"),
        ),
        ({"authorised_at": UNSTATED}, UNKNOWN),
        ({"answer": "不同意"}, NOT_APPROVED),
        ({"answered_at": None}, NOT_APPROVED),
        ({"answer": UNSTATED}, UNKNOWN),
    ],
)
def test_channel_opened(changes, found):
    """及时 has no figure: not yet is for a person, too early is a breach."""
    assert said(data_requests.channel_opened, a_request(**changes)) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"refusal_reasons": None}, breach("refused-without-reasons", "refusal_reasons")),
        ({"refusal_reasons": ""}, breach("refused-without-reasons", "refusal_reasons")),
        ({"refusal_reasons": UNSTATED}, UNKNOWN),
        ({"refusal_reasons": None, "answer": "审核通过"}, NOT_REFUSED),
        ({"refusal_reasons": None, "answered_at": None}, NOT_REFUSED),
    ],
)
def test_refusal_gives_reasons(changes, found):
    """A no has its reasons; a yes needs none."""
    assert said(data_requests.refusal_gives_reasons, a_refusal(**changes)) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"applied_at": "2025-06-03"}, MET),
        ({"applied_at": "2025-06-04"}, breach("share-step-out-of-order", "received_at")),
        ({"applied_at": None}, breach("share-step-out-of-order", "received_at")),
        ({"received_at": "2025-06-18"}, breach("share-step-out-of-order", "answered_at")),
        ({"received_at": None}, breach("share-step-out-of-order", "answered_at")),
        ({"answered_at": None, "authorised_at": None, "channel_opened_at": None}, MET),
        (
            {"answered_at": None},
            [
                *breach("opened-without-approval", "authorised_at"),
                *breach("opened-without-approval", "channel_opened_at"),
            ],
        ),
        ({"answer": "不同意", "authorised_at": None}, breach("opened-without-approval", "channel_opened_at")),
        # a no settles it, whenever it was given
        (
            {"answer": "不同意", "answered_at": UNSTATED, "authorised_at": None},
            [*breach("opened-without-approval", "channel_opened_at"), *UNKNOWN],
        ),
        ({"answer": UNSTATED, "channel_opened_at": None}, UNKNOWN),
        ({"applied_at": UNSTATED}, UNKNOWN),
        # what was opened before the approval is the question of another rule
        ({"channel_opened_at": "2025-06-16"}, MET),
    ],
)
def test_in_order(changes, found):
    """Made, received, answered; nothing is opened without a yes."""
    assert sorted(said(data_requests.in_order, a_request(**changes))) == sorted(found)


def test_the_steps_are_told():
    """In both languages, with the days."""
    (found,) = data_requests.in_order(a_request(applied_at="2025-06-04"), a_context())

    assert found.message() == "“收到申请”应在“提出申请”之后：收到申请 2025-06-03，提出申请 2025-06-04"


@pytest.mark.parametrize("area", [PUTIAN, HANJIANG])
@pytest.mark.parametrize(
    ("rule", "make", "changes", "clause"),
    [
        (data_requests.sharing_is_the_rule, a_refusal, {"exception_applies": False}, "putian-2025/art-35"),
        (data_requests.free_of_charge, a_request, {"fee_yuan": 1}, "putian-2025/art-35"),
        (data_requests.used_for_own_services_only, a_use, {"for_services": False}, "putian-2025/art-35"),
        (data_requests.not_given_to_third_parties, a_use, {"third_party_forms": ["接口"]}, "putian-2025/art-35"),
        (data_requests.related_and_least, a_request, {"is_related": False}, "putian-2025/art-36"),
        (data_requests.use_case_and_contents, a_request, {"use_case": None}, "putian-2025/art-36"),
        (data_requests.answered_in_time, a_request, {"answered_at": "2025-06-18"}, "putian-2025/art-36"),
        (data_requests.channel_opened, a_request, {"authorised_at": "2025-06-16"}, "putian-2025/art-36"),
        (data_requests.refusal_gives_reasons, a_refusal, {"refusal_reasons": None}, "putian-2025/art-36"),
        (data_requests.in_order, a_request, {"applied_at": None}, "putian-2025/art-36"),
    ],
)
def test_what_a_breach_weighs_and_cites(area, rule, make, changes, clause):
    """应 and 不得: a violation under the article, in the districts too."""
    (found,) = rule(make(area=area, **changes), a_context())

    assert found.severity is Severity.VIOLATION
    assert [each.ref for each in found.clauses] == [clause]


def test_what_a_late_answer_says():
    """The days and the figure."""
    (found,) = data_requests.answered_in_time(a_request(answered_at="2025-06-18"), a_context())

    assert dict(found.facts) == {
        "started_on": date(2025, 6, 3),
        "working_days": 10,
        "due_on": date(2025, 6, 17),
        "done_on": date(2025, 6, 18),
    }
