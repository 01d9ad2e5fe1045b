"""For each rule about cases, the ways in which a case breaks it and no other (违反情形)."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

import attrs

from zwfw.areas import Area
from zwfw.normset import norms_in_force
from zwfw.records import (
    BasisRank,
    CaseMode,
    Channel,
    CommitmentPoint,
    FollowUp,
    MaterialTaken,
    OnlineDepth,
    SpecialStep,
)
from zwfw.records._base import day_of
from zwfw.testing.moments import LAST_DAY
from zwfw.testing.plans import Plan, Turn, Way
from zwfw.testing.stories import Story, least_working_days

__all__ = ["FLAWS", "Flaw"]


@attrs.frozen(kw_only=True)
class Flaw:
    """One way to break a rule.

    Attributes:
        plan: What the story has to be like.
        facts: What is stated otherwise than the story tells; a tuple holds what is chosen from.
        change: What else is changed.
        where: A clause that has to be in force; empty where it does not matter.
    """

    plan: Plan = attrs.field(factory=Plan)
    facts: Mapping[str, tuple[object, ...]] = attrs.field(factory=dict)
    change: Callable[[Story], None] | None = None
    where: str = ""

    def is_possible_in(self, area: Area) -> bool:
        """Whether it breaks the rule in *area*."""
        return not self.where or norms_in_force(area, LAST_DAY).has(self.where)

    def spoil(self, story: Story) -> None:
        """Make the story break the rule."""
        for field, choices in self.facts.items():
            story.facts[field] = story.one(choices)
        if self.change is not None:
            self.change(story)


NOT = (False, None)
AT_ONCE = (Way.COMPLETE, Way.TOLERATED)
ACCEPTED = (*AT_ONCE, Way.CORRECTED)
CORRECTED = (Way.CORRECTED, Way.REFUSED)
GAPS = tuple(mode for mode in CaseMode if mode.tolerates_gaps)
ONLINE = tuple(channel for channel in Channel if channel.is_online)
OFFLINE = tuple(channel for channel in Channel if not channel.is_online)
DEEP = (OnlineDepth.VERIFICATION, OnlineDepth.FULL)
LATER = Plan(ways=ACCEPTED, instant=(False,), decision=Turn.LATE)
PLAIN = {"collective_deliberation": NOT, "special_steps": (None, ())}
LISTED = {**PLAIN, "instant": (True,)}
NO_CONSTRUCTION = {"is_construction": NOT}
"""What runs outside the system in a construction project breaks a second clause."""

ON_THE_SPOT = Plan(ways=AT_ONCE, modes=(CaseMode.COMMITMENT,), instant=(True,))


def _put_before_acceptance(story: Story) -> date | datetime:
    """A moment before the case was accepted, or any where it never was."""
    accepted = story.facts["accepted_at"]
    if accepted is None:
        return story.now
    if isinstance(accepted, datetime) and story.one((False, True)):
        return accepted - timedelta(minutes=story.number(1, 60))
    return day_of(accepted) - timedelta(story.number(1, 10))


def _review_early(story: Story) -> None:
    story.facts["substantive_review_started_at"] = _put_before_acceptance(story)


def _decide_early(story: Story) -> None:
    story.facts["decided_at"] = story.facts["received_at"]


def _begin_step_early(story: Story) -> None:
    first, *others = story.facts["special_steps"]
    begun = _put_before_acceptance(story)
    took = least_working_days(day_of(begun), day_of(first.ended_at), ())
    limit = {"limit_working_days": took, "statutory_working_days": None}
    story.facts["special_steps"] = [SpecialStep(**{**dict(first), **limit, "started_at": begun}), *others]


def _change_step(**choices: Any) -> Callable[[Story], None]:
    """Change one of the special steps: to what is chosen, or to what a function makes of it."""

    def change(story: Story) -> None:
        steps = list(story.facts["special_steps"])
        index = story.number(0, len(steps) - 1)
        facts: dict[str, Any] = dict(steps[index])
        for field, chosen in choices.items():
            facts[field] = chosen(story, steps[index]) if callable(chosen) else story.one(chosen)
        steps[index] = SpecialStep(**facts)
        story.facts["special_steps"] = steps

    return change


def _too_short(story: Story, step: SpecialStep) -> int:
    took = least_working_days(day_of(step.started_at), day_of(step.ended_at), ())  # type: ignore[arg-type]  # both known
    return story.number(max(0, took - 3), took - 1)


def _not_shortened(story: Story, step: SpecialStep) -> int:
    limit = step.limit_working_days or 0
    return story.number(max(0, limit - 3), limit)


def _take(**facts: object) -> Callable[[Story], None]:
    """Take one more material."""

    def change(story: Story) -> None:
        taken: dict[str, Any] = dict.fromkeys(MaterialTaken.model_fields) | {"name": "营业执照"} | facts
        story.facts["materials_taken"] = [*(story.facts["materials_taken"] or ()), MaterialTaken(**taken)]

    return change


def _cancel_early(story: Story) -> None:
    decided = story.facts["decided_at"]
    cancelled = story.now if decided is None else day_of(decided) - timedelta(story.number(1, 10))
    _take(certificate_callable=True, must_be_handed_back=True, certificate_cancelled_at=cancelled)(story)


def _tell_less(story: Story) -> None:
    left_out = story.one(CommitmentPoint)
    told = tuple(point for point in CommitmentPoint if point is not left_out)
    story.facts["commitment_points"] = story.one((None, (), told, (*told, "收费标准")))


def _follow_up_less(story: Story) -> None:
    left_out = story.one(("investigated", "data_entered", "credit_recorded", "sanctioned"))
    facts = dict.fromkeys(FollowUp.model_fields, True) | {"conditions_met": False, left_out: story.one(NOT)}
    story.facts["follow_up"] = FollowUp(**facts)


FLAWS: Mapping[str, tuple[Flaw, ...]] = {
    "cases.accepted-on-receipt": (
        Flaw(plan=Plan(ways=AT_ONCE), facts={"acceptance_notice_issued": NOT}),
        Flaw(
            plan=Plan(ways=AT_ONCE, acceptance=Turn.LATE),
            facts={"acceptance_notice_issued": (True,)},
        ),
        Flaw(plan=Plan(ways=AT_ONCE, acceptance=Turn.NEVER)),
    ),
    "cases.correction-told-in-time": (
        Flaw(plan=Plan(ways=CORRECTED, notice=Turn.LATE)),
        Flaw(plan=Plan(ways=CORRECTED, notice=Turn.NEVER)),
        Flaw(plan=Plan(ways=(Way.CORRECTED,), notice=Turn.NEVER, acceptance=Turn.NEVER)),
    ),
    "cases.complicated-file-registered": (
        Flaw(plan=Plan(ways=CORRECTED, complicated=(True,), registration=Turn.LATE)),
    ),
    "cases.correction-told-once": (Flaw(plan=Plan(ways=CORRECTED, demands_again=True)),),
    "cases.decided-as-promised": (
        Flaw(plan=attrs.evolve(LATER, promise=Turn.LATE)),
        Flaw(plan=attrs.evolve(LATER, decision=Turn.NEVER, promise=Turn.NEVER)),
    ),
    "cases.decided-within-statutory-limit": (
        Flaw(plan=attrs.evolve(LATER, statutory=Turn.LATE)),
        Flaw(plan=attrs.evolve(LATER, decision=Turn.NEVER, statutory=Turn.NEVER)),
    ),
    "cases.instant-decided-at-once": (
        Flaw(plan=LATER, facts=LISTED),
        Flaw(plan=LATER, facts={**PLAIN, "simple": (True,)}),
        Flaw(plan=attrs.evolve(LATER, decision=Turn.NEVER), facts=LISTED),
        Flaw(plan=Plan(ways=AT_ONCE, instant=(True,), decision=Turn.LATE), where="hanjiang-2023/T36"),
    ),
    "cases.special-step-has-basis": (
        Flaw(
            plan=Plan(steps=1),
            change=_change_step(basis_rank=(None, BasisRank.NONE, BasisRank.NORMATIVE_DOCUMENT), kept_by_decision=NOT),
        ),
        Flaw(
            plan=Plan(steps=1),
            change=_change_step(basis_rank=(None, BasisRank.NONE), kept_by_decision=(True,)),
            where="xiamen-2022/2.1.4",
        ),
    ),
    "cases.special-step-within-its-limit": (
        Flaw(plan=Plan(steps=1), change=_change_step(limit_working_days=(None,))),
        Flaw(plan=Plan(ways=ACCEPTED, steps=1), change=_change_step(limit_working_days=_too_short)),
    ),
    "cases.special-step-shortened": (
        Flaw(plan=Plan(steps=1), change=_change_step(statutory_working_days=_not_shortened)),
    ),
    "cases.nothing-before-acceptance": (
        Flaw(facts=NO_CONSTRUCTION, change=_review_early),
        Flaw(
            plan=Plan(ways=(Way.CORRECTED,), acceptance=Turn.LATE),
            facts=NO_CONSTRUCTION,
            change=_decide_early,
        ),
        Flaw(
            plan=Plan(ways=ACCEPTED, submitted=(True,), steps=1),
            change=_begin_step_early,
            where="hanjiang-2023/task-5",
        ),
    ),
    "cases.construction-inside-the-system": (
        Flaw(facts={"is_construction": (True,), "passed_to_former_department": (True,)}),
    ),
    "cases.prereviewed-in-time": (
        Flaw(plan=Plan(channels=ONLINE, depths=(OnlineDepth.PREREVIEW,), prereview=Turn.LATE)),
        Flaw(plan=Plan(channels=ONLINE, depths=(OnlineDepth.PREREVIEW,), prereview=Turn.NEVER)),
    ),
    "cases.paper-handed-in-in-time": (
        Flaw(plan=Plan(channels=ONLINE, depths=(OnlineDepth.PREREVIEW,), paper=Turn.LATE)),
        Flaw(plan=Plan(ways=(Way.AWAITED,), channels=ONLINE, depths=(OnlineDepth.PREREVIEW,), paper=Turn.NEVER)),
    ),
    "cases.deep-online-accepted-at-once": (Flaw(plan=Plan(depths=DEEP, submitted=(True,), entry=Turn.LATE)),),
    "cases.no-paper-where-certificate-serves": (
        Flaw(change=_take(on_paper=True, certificate_callable=True, must_be_handed_back=False)),
    ),
    "cases.paper-request-explained": (
        Flaw(
            change=_take(
                on_paper=True,
                certificate_callable=False,
                certificate_data_incomplete=True,
                explained=False,
                certificate_supplemented=True,
            )
        ),
    ),
    "cases.returned-certificate-cancelled": (Flaw(change=_cancel_early),),
    "cases.mode-chosen-freely": (
        Flaw(
            plan=Plan(ways=(Way.COMPLETE, Way.AWAITED), modes=tuple(CaseMode)), facts={"mode_chosen_by_applicant": NOT}
        ),
        Flaw(plan=Plan(ways=CORRECTED, modes=(CaseMode.NORMAL,)), facts={"mode_chosen_by_applicant": NOT}),
    ),
    "channels.offline-kept": (
        Flaw(plan=Plan(channels=ONLINE), facts={"offline_channel_kept": NOT}),
        Flaw(plan=Plan(channels=ONLINE), facts={"channel_chosen_by_applicant": NOT}),
    ),
    "channels.paper-scanned": (
        Flaw(
            facts={"electronic_materials_only": (True,), "paper_brought": (True,), "paper_scanned_by_department": NOT}
        ),
    ),
    "channels.form-keyed": (
        Flaw(facts={"electronic_forms_only": (True,), "forms_offered": NOT}),
        Flaw(plan=Plan(channels=OFFLINE), facts={"electronic_forms_only": (True,), "form_keyed_by_staff": NOT}),
    ),
    "channels.mixed-modes-offered": (
        Flaw(plan=Plan(depths=(OnlineDepth.PREREVIEW, *DEEP)), facts={"mixed_modes": (None, ())}),
    ),
    "channels.depth-at-least-two": (Flaw(plan=Plan(depths=(None, OnlineDepth.INFORMATION)), facts={"secret": NOT}),),
    "modes.gap-in-published-scope": (
        Flaw(plan=Plan(ways=(Way.CORRECTED,), modes=GAPS), facts={"gap_in_published_scope": NOT}),
    ),
    "modes.commitment-told-in-full": (Flaw(plan=Plan(ways=AT_ONCE, modes=(CaseMode.COMMITMENT,)), change=_tell_less),),
    "modes.spot-decision-on-written-promise": (
        Flaw(plan=ON_THE_SPOT, facts={"promise_in_writing": NOT}),
        Flaw(plan=ON_THE_SPOT, facts={"liability_accepted": NOT}),
    ),
    "modes.broken-promise-followed-up": (Flaw(plan=Plan(ways=AT_ONCE, modes=GAPS), change=_follow_up_less),),
}
"""For each rule about cases, the ways to break it; told from the clauses, not from the rules."""
