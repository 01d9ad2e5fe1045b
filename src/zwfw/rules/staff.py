"""What the clauses say about people at the windows (窗口人员)."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

import attrs

from zwfw.areas import AreaLevel
from zwfw.context import Context
from zwfw.outcomes import Severity, State
from zwfw.records import CaseKind, HeadPower, ProfessionalTitle, Rank, StaffMember, WindowClass, WindowHead
from zwfw.records._base import day_of, is_before
from zwfw.records.stated import path_of, when
from zwfw.rules._asking import all_done, any_holds, lacks, surely
from zwfw.rules._per_clause import once_due
from zwfw.rules.engine import Finding, breached, each, judge, not_applicable, rule

__all__ = ["RULES", "powers_of"]

_POWERS: Final[Mapping[CaseKind, tuple[HeadPower, ...]]] = MappingProxyType(
    {
        CaseKind.DAILY: (HeadPower.REPLY, HeadPower.EXPLAIN),
        **dict.fromkeys((CaseKind.REFUSED, CaseKind.SUPPLEMENTED, CaseKind.RETURNED), (HeadPower.DECIDE,)),
        **dict.fromkeys((CaseKind.SPECIAL, CaseKind.JOINT), (HeadPower.DISPOSE,)),
    }
)


def powers_of(case_kind: CaseKind | str) -> tuple[HeadPower, ...]:
    """The powers that the head or liaison of a non-resident window has over cases of a kind (权限).

    To explain a decision is one power, and none to approve.

    Raises:
        ValueError: If there is no such kind.

    Source:
        putian-2025/art-19.

    >>> [power.value for power in powers_of("日常办件")]
    ['协调答复告知权', '审查决定解释权']
    """
    return _POWERS[CaseKind(case_kind)]


def _is_before_law(moment: date | datetime | None, ref: str, ctx: Context) -> bool:
    """Whether something happened before the clause *ref* was in force, which then asks nothing of it."""
    return moment is not None and not ctx.scoped(ctx.area, day_of(moment)).has(ref)


@rule("staff.head-is-chief-representative", clauses=("putian-2025/art-18",))
def head_is_chief_representative(head: WindowHead, _: Context) -> Iterator[Finding]:
    """The head of a window answers first for it and is the department's chief representative too (首席事务代表)."""
    yield from all_done(
        head,
        {
            "is_first_responsible": "head-not-first-responsible",
            "is_chief_representative": "head-not-chief-representative",
        },
    )


@rule("staff.head-talked-to-and-handed-over", clauses=("putian-2025/art-18",))
def head_talked_to_and_handed_over(head: WindowHead, ctx: Context) -> Iterator[Finding]:
    """Heads of much used windows have a talk before taking office, and every head who is replaced hands over (交接).

    What makes a window a much used one (高频) is not said: whoever states it has judged it. A handover that is still
    open is left to a person until the head has left.
    """
    if surely(head, is_frequent_window=False, is_replaced=False):
        yield not_applicable("no-talk-nor-handover-due")
        return
    yield from each((_talked_to, _handed_over), lambda ask: ask(head, ctx))


def _talked_to(head: WindowHead, _: Context) -> Iterator[Finding]:
    yield from lacks(head, "talked_to_before_office", "head-not-talked-to", {"is_frequent_window": True})


def _handed_over(head: WindowHead, ctx: Context) -> Iterator[Finding]:
    if when(head, is_replaced=True, handed_over_at=None):
        if head.left_at is None:
            yield judge("handover-still-open", at="handed_over_at")
        elif _is_before_law(head.left_at, "putian-2025/art-18", ctx):
            yield not_applicable("before-the-article", at="handed_over_at")
        else:
            yield breached("head-left-without-handover", at="handed_over_at", left_at=head.left_at)


@rule("staff.head-of-rank", clauses=("putian-2025/art-18",), severity=Severity.DEPARTURE)
def head_of_rank(head: WindowHead, ctx: Context) -> Iterator[Finding]:
    """The head of an approval window is in principle of the establishment, and of a rank or with a title (副科级).

    That the establishment is asked for with a title too, and that a title above the printed one serves as well, are
    readings of ours.
    """
    if head.window_class is not WindowClass.APPROVAL:
        yield not_applicable("not-approval-window")
        return
    yield from each((_of_establishment, _of_rank_or_title), lambda ask: ask(head, ctx))


def _of_establishment(head: WindowHead, _: Context) -> Iterator[Finding]:
    yield from lacks(head, "on_establishment", "head-off-establishment")


def _of_rank_or_title(head: WindowHead, ctx: Context) -> Iterator[Finding]:
    least = Rank(ctx.parameter("head_rank_min").value)
    if not any_holds(
        (
            lambda: head.rank is not None and not head.rank < least,
            lambda: head.title is not None and not head.title < ProfessionalTitle.MIDDLE,
        )
    ):
        yield breached(
            "head-below-rank",
            at="rank",
            rank=head.rank,
            least=least,
            title=head.title,
            least_title=ProfessionalTitle.MIDDLE,
        )


@rule("staff.head-held-responsible", clauses=("putian-2025/art-18",))
def head_held_responsible(head: WindowHead, _: Context) -> Iterator[Finding]:
    """Where staff gravely broke rules and were held to account for it, the head is held responsible too (追究责任).

    Both are needed.
    """
    if not when(head, staff_broke_rules_gravely=True, staff_held_to_account=True):
        yield not_applicable("no-staff-held-to-account")
    elif not head.held_responsible:
        yield breached("head-not-held-responsible", at="held_responsible")


@rule("staff.powers-by-authorisation", clauses=("putian-2025/art-19",))
def powers_by_authorisation(head: WindowHead, _: Context) -> Iterator[Finding]:
    """The powers of a non-resident window's head come from the letter of authorisation, for central items (窗口授权书).

    The article does not speak of windows at which a department has people of its own.
    """
    if when(head, at_resident_window=True):
        yield not_applicable("head-at-resident-window")
        return
    yield from all_done(
        head,
        {
            "powers_from_authorisation": "powers-without-authorisation",
            "powers_over_central_items": "powers-beyond-central-items",
        },
    )


@rule("staff.special-power-used-rightly", clauses=("putian-2025/art-19",), severity=Severity.ADVICE)
def special_power_used_rightly(head: WindowHead, _: Context) -> Iterator[Finding]:
    """Only a single and urgent special or joint case is approved first, and then reported (特别处置权).

    No time is set for the report: one that is not made yet is left to a person.
    """
    if not when(head, at_resident_window=False, acted_first_on=...):
        yield not_applicable("no-case-approved-first")
        return
    yield from each((_of_special_kind, _single_and_urgent, _reported), lambda ask: ask(head))


def _of_special_kind(head: WindowHead) -> Iterator[Finding]:
    kind = head.acted_first_on
    if kind is not None and HeadPower.DISPOSE not in powers_of(kind):
        yield breached("approved-first-without-power", at="acted_first_on", kind=kind)


def _single_and_urgent(head: WindowHead) -> Iterator[Finding]:
    yield from all_done(
        head, {"was_individual": "approved-first-not-single", "was_urgent": "approved-first-not-urgent"}
    )


def _reported(head: WindowHead) -> Iterator[Finding]:
    if not head.reported_afterwards:
        yield judge("approved-first-not-reported", at="reported_afterwards")


@rule("staff.on-establishment-if-possible", clauses=("putian-2025/art-20",), severity=Severity.ADVICE)
def on_establishment_if_possible(member: StaffMember, _: Context) -> Iterator[Finding]:
    """As far as it can, a department posts people of the establishment who are in service (在编在职).

    For windows of public services and of confirmations conditions may be relaxed: there nothing is asked. Clerks of the
    service authority are other people. The four qualities have no measure, and are attested.
    """
    if not when(member, is_department_staff=True, window_class=_UNRELAXED):
        yield not_applicable("establishment-not-asked")
    elif not member.on_establishment:
        yield breached("posted-off-establishment", at=path_of(member, "on_establishment"))


_UNRELAXED = frozenset({WindowClass.APPROVAL, None})
"""Every window but those of the two classes for which conditions may be relaxed."""


_ARTICLE_21 = "putian-2025/art-21"


@rule("staff.department-told", clauses=(_ARTICLE_21,))
def department_told(member: StaffMember, ctx: Context) -> Iterator[Finding]:
    """A department whose people join or change tells the service authority by letter, and fills in the form (函告).

    In good time (及时) has no number of days: a letter not sent yet is left to a person, and the form goes with it.
    """
    if not when(member, is_department_staff=True, joined_at=...):
        yield not_applicable("no-posting-to-tell")
        return
    if _is_before_law(member.joined_at, _ARTICLE_21, ctx):
        yield not_applicable("before-the-article")
        return
    yield from each((_letter_sent, _form_filled), lambda ask: ask(member))


def _letter_sent(member: StaffMember) -> Iterator[Finding]:
    if member.notified_at is None:
        yield judge("posting-letter-not-sent", at=path_of(member, "notified_at"), joined_at=member.joined_at)


def _form_filled(member: StaffMember) -> Iterator[Finding]:
    yield from lacks(member, "registration_form_filled", "posting-form-not-filled", {"notified_at": ...})


@rule("staff.party-membership-moved", clauses=(_ARTICLE_21,))
def party_membership_moved(member: StaffMember, ctx: Context) -> Iterator[Finding]:
    """Members of the Party at a window move their membership to the centre (组织关系).

    No date is set: while they work there and it is not moved, a person has to judge; once they left it is too late.
    """
    if not when(member, is_party_member=True, joined_at=...):
        yield not_applicable("no-membership-to-move")
        return
    if _is_before_law(member.left_at, _ARTICLE_21, ctx):
        yield not_applicable("before-the-article")
        return
    moved_at, at = member.party_membership_moved_at, path_of(member, "party_membership_moved_at")
    if moved_at is None and member.left_at is None:
        yield judge("membership-not-moved-yet", at=at, joined_at=member.joined_at)
    elif member.left_at is not None and (moved_at is None or is_before(member.left_at, moved_at)):
        yield breached("membership-not-moved", at=at, left_at=member.left_at, moved_at=moved_at)


@rule("staff.head-stays-until-handover", clauses=(_ARTICLE_21,), severity=Severity.DEPARTURE)
def head_stays_until_handover(head: WindowHead, ctx: Context) -> Iterator[Finding]:
    """In principle a head who is replaced stays until the new one knows the work and the handover is done (不能离岗).

    Either one alone holds the head back; the exceptions are not named.
    """
    if not when(head, is_replaced=True, left_at=...):
        yield not_applicable("head-still-in-post")
        return
    if _is_before_law(head.left_at, _ARTICLE_21, ctx):
        yield not_applicable("before-the-article")
        return
    yield from each((_handed_over_first, _known_first), lambda ask: ask(head))


def _handed_over_first(head: WindowHead) -> Iterator[Finding]:
    left_at, handed_over_at = head.left_at, head.handed_over_at
    if left_at is not None and (handed_over_at is None or is_before(left_at, handed_over_at)):
        yield breached("left-before-handover", at="left_at", left_at=left_at, handed_over_at=handed_over_at)


def _known_first(head: WindowHead) -> Iterator[Finding]:
    yield from lacks(head, "successor_is_familiar", "left-before-successor-knew", at="left_at")


def _is_bound_on_reviews(member: StaffMember) -> bool:
    """The article binds the city's centre, and a county's where that applies it; of others it says nothing."""
    if not when(member, is_department_staff=True, venue_level=frozenset({AreaLevel.CITY, AreaLevel.COUNTY})):
        return False
    return member.venue_level is AreaLevel.CITY or bool(member.follows_city_on_reviews)


@rule("staff.grades-set-and-filed", clauses=("putian-2025/art-22",))
def grades_set_and_filed(member: StaffMember, _: Context) -> Iterator[Finding]:
    """The service authority sets the grades of both reviews, files them, and sends the department a copy (考核等次).

    The article is read as one about people whom a department posted, as it speaks of that department throughout.
    """
    if not _is_bound_on_reviews(member):
        yield not_applicable("not-bound-on-reviews")
        return
    yield from all_done(
        member,
        {
            "grades_set_by_service_authority": "grades-set-by-others",
            "grades_filed_with_personnel": "grades-not-filed",
            "grades_copied_to_department": "grades-not-copied",
        },
    )


@rule("staff.bonus-by-the-better-grade", clauses=("putian-2025/art-22",))
def bonus_by_the_better_grade(member: StaffMember, _: Context) -> Iterator[Finding]:
    """The department pays the yearly bonus by the better of its own grade and the service authority's (就高).

    The order of grades is the user's own: the text gives none.
    """
    if any_holds((lambda: when(member, bonus_grade=None), lambda: not _is_bound_on_reviews(member))):
        yield not_applicable("no-bonus-asked-about")
        return
    yield from each((_by_better_grade, _paid_by_department), lambda ask: ask(member))


def _by_better_grade(member: StaffMember) -> Iterator[Finding]:
    paid, at = member.bonus_grade, path_of(member, "bonus_grade")
    grades = tuple(grade for grade in (member.department_grade, member.authority_grade) if grade is not None)
    if not grades:
        yield judge("bonus-without-grades", at=at)
    elif paid != max(grades):
        yield breached("bonus-by-another-grade", at=at, paid=paid, better=max(grades))


def _paid_by_department(member: StaffMember) -> Iterator[Finding]:
    yield from lacks(member, "bonus_paid_by_department", "bonus-paid-by-others")


_XIAMEN = "xiamen-2022/2.2.4"


@rule("staff.graded-by-national-standard", clauses=("putian-2025/art-23", _XIAMEN))
def graded_by_national_standard(member: StaffMember, ctx: Context) -> Iterator[Finding]:
    """Grades, posts and promotions of window clerks follow the national standard of their work (国家职业技能标准).

    Putian demands it for clerks of the service authority. Xiamen explores it for all people at windows, from the date
    of its task on.
    """
    in_xiamen = ctx.has(_XIAMEN)
    if not in_xiamen and surely(member, is_department_staff=True):
        yield not_applicable("not-a-clerk")
        return
    where = {} if in_xiamen else {"is_department_staff": False}
    for found in all_done(member, _BY_STANDARD, where):
        yield _explored(found, ctx) if in_xiamen and found.state is State.BREACHED else found


_BY_STANDARD = {
    "graded_by_national_standard": "not-graded-by-standard",
    "promoted_by_national_standard": "not-promoted-by-standard",
}


def _explored(found: Finding, ctx: Context) -> Finding:
    """What Xiamen explores is advice, and nothing before the date of the task is over."""
    return once_due(attrs.evolve(found, severity=Severity.ADVICE), ctx, _XIAMEN)


@rule("staff.allowance-by-certificate", clauses=("hanjiang-2023/task-8",))
def allowance_by_certificate(member: StaffMember, _: Context) -> Iterator[Finding]:
    """A clerk who holds a certificate gets an allowance by its grade (见证补贴); no amount is given."""
    if not when(member, is_department_staff=False, certificate_grade=...):
        yield not_applicable("clerk-without-certificate")
    elif not member.allowance_by_grade:
        yield breached(
            "no-allowance-by-grade", at=path_of(member, "allowance_by_grade"), grade=member.certificate_grade
        )


RULES = (
    head_is_chief_representative,
    head_talked_to_and_handed_over,
    head_of_rank,
    head_held_responsible,
    powers_by_authorisation,
    special_power_used_rightly,
    on_establishment_if_possible,
    department_told,
    head_stays_until_handover,
    party_membership_moved,
    grades_set_and_filed,
    bonus_by_the_better_grade,
    graded_by_national_standard,
    allowance_by_certificate,
)
