"""Requests for data and uses of shared data that are made up: what they promise about the clauses holds."""

from datetime import date

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from zwfw import Area, check, deadlines_for
from zwfw.records import DataShareRequest, RequestContent, ShareAnswer, SharedDataUse
from zwfw.rules import find_rule
from zwfw.testing.data_requests import (
    VIOLATIONS,
    conforming_data_share_requests,
    data_share_requests,
    shared_data_uses,
)
from zwfw.testing.strategies import hindsight, violating

FEW = settings(max_examples=8)
FAST = settings(max_examples=5000, phases=[Phase.generate], database=None)


def reasons(record):
    """The reasons of all answers."""
    return {each.reason for each in check(record, hindsight()).outcomes}


@FEW
@given(
    request=data_share_requests(area="莆田市", received_at="2025-06-03", answer=st.sampled_from(["审核通过", None])),
    use=shared_data_uses(used_at="2025-06-03", third_party_forms=["接口"]),
)
def test_strategies_take_values_and_strategies(request, use):
    """What is given is stated just so, read as a record reads it."""
    assert (request.area, request.received_at) == (Area("350300"), date(2025, 6, 3))
    assert request.answer in (ShareAnswer.APPROVED, None)
    assert (use.used_at, use.third_party_forms) == (date(2025, 6, 3), ("接口",))


ANY = {"area": "涵江区"}
PLAIN = ANY | {"of_secret_item": False}
APPROVED, REFUSED = PLAIN | {"answer": "审核通过"}, PLAIN | {"answer": "不同意"}


@pytest.mark.parametrize(
    ("drawn", "answer"),
    [
        (data_share_requests(**ANY), "secret-follows-secrecy-law"),
        (data_share_requests(**ANY), "not-yet-in-force"),
        (data_share_requests(**ANY), "not-stated"),
        (data_share_requests(**PLAIN), "charged-for-shared-data"),
        (data_share_requests(**PLAIN), "asks-for-more-than-enough"),
        (data_share_requests(**PLAIN), "no-use-case"),
        (data_share_requests(**PLAIN), "request-content-missing"),
        (data_share_requests(**PLAIN), "share-answered-late"),
        (data_share_requests(**PLAIN), "clock-not-started"),
        (data_share_requests(**PLAIN), "share-step-out-of-order"),
        (data_share_requests(**APPROVED), "channel-not-opened"),
        (data_share_requests(**APPROVED), "sharing-not-authorised"),
        (data_share_requests(**APPROVED), "authorised-before-approval"),
        (data_share_requests(**APPROVED), "opened-before-approval"),
        (data_share_requests(**REFUSED), "refused-without-exception"),
        (data_share_requests(**REFUSED), "refused-without-reasons"),
        (data_share_requests(**REFUSED), "opened-without-approval"),
        (shared_data_uses(**ANY), "used-for-another-place"),
        (shared_data_uses(**ANY), "given-to-third-party"),
        (shared_data_uses(**ANY), "not-yet-in-force"),
        (shared_data_uses(**ANY), "met"),
    ],
)
def test_what_is_drawn_reaches_every_answer(drawn, answer):
    """Not only what is kept."""
    assert find(drawn, lambda record: answer in reasons(record), settings=FAST)


@pytest.mark.parametrize("answer", ShareAnswer)
@pytest.mark.parametrize("left", [0, 10])
def test_conforming_requests_reach_the_last_day(answer, left):
    """Answered on the day of receipt and on the tenth working day after it, be the answer yes or no."""

    def is_it(request):
        (found,) = deadlines_for(request, hindsight())
        return found.left_working_days == left and request.answer is answer

    assert find(conforming_data_share_requests(), is_it, settings=FAST)


def test_each_kind_of_record_has_its_violations():
    """Eight rules about requests, two about uses."""
    kinds = [find_rule(rule_id).record for rule_id in VIOLATIONS]

    assert kinds == [DataShareRequest] * 8 + [SharedDataUse] * 2


@pytest.mark.parametrize(
    ("rule_id", "has_it"),
    [
        # the first day over: -1 working day is left
        ("answered-in-time", lambda request: deadlines_for(request, hindsight())[0].left_working_days == -1),
        ("answered-in-time", lambda request: request.answered_at is None),
        ("answered-in-time", lambda request: request.answer is ShareAnswer.REFUSED),
        ("use-case-and-contents", lambda request: request.contents == (RequestContent.PURPOSE,)),
        ("use-case-and-contents", lambda request: not request.use_case),
        ("channel-opened", lambda request: str(request.authorised_at) < str(request.answered_at)),
        ("channel-opened", lambda request: str(request.channel_opened_at) < str(request.answered_at)),
        ("in-order", lambda request: request.applied_at is None),
        ("in-order", lambda request: request.received_at is None and request.answered_at is not None),
        ("in-order", lambda request: request.answer is ShareAnswer.REFUSED and request.channel_opened_at is not None),
        ("in-order", lambda request: request.answered_at is None),
        ("used-for-own-services-only", lambda use: not use.for_services),
        ("not-given-to-third-parties", lambda use: len(use.third_party_forms) == 2),
    ],
)
def test_a_rule_is_broken_in_every_way(rule_id, has_it):
    """Each branch is drawn."""
    assert find(violating(f"data_requests.{rule_id}"), has_it, settings=FAST)
