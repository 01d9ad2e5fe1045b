"""What the clauses say about requests for data and the use of data obtained by them (政务服务数据共享)."""

from collections.abc import Iterator

from zwfw.context import Context
from zwfw.limits.clocks import standing
from zwfw.records import DataShareRequest, RequestContent, ShareAnswer, SharedDataUse
from zwfw.records._base import is_before
from zwfw.records.stated import when
from zwfw.rules._asking import all_done, lacks
from zwfw.rules._limits import kept
from zwfw.rules._secrecy import unless_secret
from zwfw.rules.engine import Finding, breached, each, judge, not_applicable, rule

__all__ = ["RULES"]

_SHARING = "putian-2025/art-35"
_REQUESTS = "putian-2025/art-36"


def _is_answered(request: DataShareRequest, answer: ShareAnswer) -> bool:
    return when(request, answered_at=..., answer=answer)


@rule("data_requests.sharing-is-the-rule", clauses=(_SHARING,))
def sharing_is_the_rule(request: DataShareRequest, _: Context) -> Iterator[Finding]:
    """Data are shared unless an exception applies (以共享为原则、不共享为例外).

    The text lists no exceptions: whether a refusal is one, a person has found. Nor does it say whether a request may be
    refused because it falls short of the principles for requests (article 36): that is left to a person.
    """
    yield from unless_secret(request, lambda: _is_exception(request))


def _is_exception(request: DataShareRequest) -> Iterator[Finding]:
    if not _is_answered(request, ShareAnswer.REFUSED):
        yield not_applicable("request-not-refused")
    elif not request.exception_applies:
        if when(request, **dict.fromkeys(_PRINCIPLES, True)):
            yield breached("refused-without-exception", at="exception_applies")
        else:
            yield judge("refused-falling-short", at="exception_applies")


@rule("data_requests.free-of-charge", clauses=(_SHARING,))
def free_of_charge(request: DataShareRequest, ctx: Context) -> Iterator[Finding]:
    """A department is charged nothing for shared data (无偿)."""
    yield from unless_secret(request, lambda: _charged(request, float(ctx.parameter("sharing_fee").value)))


def _charged(request: DataShareRequest, wanted: float) -> Iterator[Finding]:
    fee = request.fee_yuan
    if fee is not None and fee != wanted:
        yield breached("charged-for-shared-data", at="fee_yuan", fee=fee)


@rule("data_requests.used-for-own-services-only", clauses=(_SHARING,))
def used_for_own_services_only(use: SharedDataUse, _: Context) -> Iterator[Finding]:
    """Shared data serve the services of the receiving place and department and nothing else (仅用于).

    The place, the department and the purpose are limits of their own, and all three hold.
    """
    yield from unless_secret(use, lambda: all_done(use, _LIMITS_OF_USE))


_LIMITS_OF_USE = {
    "in_own_place": "used-for-another-place",
    "by_own_department": "used-for-another-department",
    "for_services": "used-for-another-purpose",
}


@rule("data_requests.not-given-to-third-parties", clauses=(_SHARING,))
def not_given_to_third_parties(use: SharedDataUse, _: Context) -> Iterator[Finding]:
    """Shared data are given to no third party, in whatever form (不得以任何形式提供给第三方).

    The text does not say who is one. As the use is limited to one's own department, another department has to apply by
    itself.
    """
    yield from unless_secret(use, lambda: _given(use))


def _given(use: SharedDataUse) -> Iterator[Finding]:
    if use.third_party_forms:
        yield breached("given-to-third-party", at="third_party_forms", forms=use.third_party_forms)


@rule("data_requests.related-and-least", clauses=(_REQUESTS,))
def related_and_least(request: DataShareRequest, _: Context) -> Iterator[Finding]:
    """A request asks for what is related and no more than is enough, from an actual need (关联和最小够用)."""
    yield from unless_secret(request, lambda: all_done(request, _PRINCIPLES))


_PRINCIPLES = {
    "is_related": "asks-for-unrelated-data",
    "is_least_needed": "asks-for-more-than-enough",
    "from_actual_need": "asks-without-actual-need",
}


@rule("data_requests.use-case-and-contents", clauses=(_REQUESTS,))
def use_case_and_contents(request: DataShareRequest, _: Context) -> Iterator[Finding]:
    """A request has a concrete use case and states the purpose of use and the data format (利用目的、数据格式).

    The text leaves the contents open: what else is stated is no fault, and what else is wanted is not asked here. That
    the request itself names the use case is a reading.
    """
    yield from unless_secret(request, lambda: each((_use_case, _contents), lambda ask: ask(request)))


def _use_case(request: DataShareRequest) -> Iterator[Finding]:
    yield from lacks(request, "use_case", "no-use-case")


def _contents(request: DataShareRequest) -> Iterator[Finding]:
    stated = request.contents or ()
    missing = tuple(content for content in RequestContent if content not in stated)
    if missing:
        yield breached("request-content-missing", at="contents", contents=missing)


@rule("data_requests.answered-in-time", clauses=(_REQUESTS,))
def answered_in_time(request: DataShareRequest, ctx: Context) -> Iterator[Finding]:
    """A request for data is answered within the limit, counted from its receipt, be the answer yes or no (答复).

    The day of receipt is not counted, as usual; the text does not say so. Silence is no approval.
    """
    yield from unless_secret(request, lambda: kept(standing(request, ctx, "data-share-reply"), "share-answered-late"))


@rule("data_requests.channel-opened", clauses=(_REQUESTS,))
def channel_opened(request: DataShareRequest, _: Context) -> Iterator[Finding]:
    """Once a request is approved, sharing is authorised and the channel opened promptly, not before (及时).

    The ten working days are for the answer alone: how long is too long after it, a person decides. Which of the two
    comes first is not asked.
    """
    yield from unless_secret(request, lambda: _opened(request))


def _opened(request: DataShareRequest) -> Iterator[Finding]:
    if not _is_answered(request, ShareAnswer.APPROVED):
        yield not_applicable("request-not-approved")
    else:
        yield from each(_OPENING, lambda field: _after_approval(request, field))


_OPENING = {
    "authorised_at": ("sharing-not-authorised", "authorised-before-approval"),
    "channel_opened_at": ("channel-not-opened", "opened-before-approval"),
}
"""What follows an approval, and the reasons where it has not been done and where it was done too early."""


def _after_approval(request: DataShareRequest, field: str) -> Iterator[Finding]:
    pending, early = _OPENING[field]
    done_at, answered_at = getattr(request, field), request.answered_at
    if done_at is None:
        yield judge(pending, at=field, answered_at=answered_at)
    elif answered_at is not None and is_before(done_at, answered_at):
        yield breached(early, at=field, done_at=done_at, answered_at=answered_at)


@rule("data_requests.refusal-gives-reasons", clauses=(_REQUESTS,))
def refusal_gives_reasons(request: DataShareRequest, _: Context) -> Iterator[Finding]:
    """A refusal gives its reasons (说明理由)."""
    yield from unless_secret(request, lambda: _reasoned(request))


def _reasoned(request: DataShareRequest) -> Iterator[Finding]:
    if not _is_answered(request, ShareAnswer.REFUSED):
        yield not_applicable("request-not-refused")
    else:
        yield from lacks(request, "refusal_reasons", "refused-without-reasons")


@rule("data_requests.in-order", clauses=(_REQUESTS,))
def in_order(request: DataShareRequest, _: Context) -> Iterator[Finding]:
    """A request is made, received and answered in this order, and nothing is opened without an approval (流程).

    What follows an approval is the question of ``data_requests.channel-opened``.
    """
    yield from unless_secret(request, lambda: each((_steps, _unapproved), lambda ask: ask(request)))


_STEPS = {"applied_at": "提出申请", "received_at": "收到申请", "answered_at": "答复"}
_PAIRS = (("applied_at", "received_at"), ("received_at", "answered_at"))


def _steps(request: DataShareRequest) -> Iterator[Finding]:
    yield from each(_PAIRS, lambda pair: _one_after_the_other(request, *pair))


def _one_after_the_other(request: DataShareRequest, first: str, then: str) -> Iterator[Finding]:
    done_at = getattr(request, then)
    if done_at is None:
        return
    before = getattr(request, first)
    if before is None or is_before(done_at, before):
        yield breached(
            "share-step-out-of-order", at=then, step=_STEPS[then], first=_STEPS[first], done_at=done_at, first_at=before
        )


def _unapproved(request: DataShareRequest) -> Iterator[Finding]:
    """What was authorised or opened though the answer was no, or there was none."""
    yield from each(_OPENING, lambda field: _not_opened(request, field))


def _not_opened(request: DataShareRequest, field: str) -> Iterator[Finding]:
    done_at = getattr(request, field)
    if done_at is not None and not _is_answered(request, ShareAnswer.APPROVED):
        yield breached("opened-without-approval", at=field, done_at=done_at)


RULES = (
    sharing_is_the_rule,
    free_of_charge,
    used_for_own_services_only,
    not_given_to_third_parties,
    related_and_least,
    use_case_and_contents,
    answered_in_time,
    channel_opened,
    refusal_gives_reasons,
    in_order,
)
