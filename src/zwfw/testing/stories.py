"""How a case goes when every clause is kept, save where its plan says otherwise (办件经过)."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any, TypeVar

from hypothesis import strategies as st

from zwfw.areas import Area, AreaLevel
from zwfw.calendars import national
from zwfw.normset import norms_in_force
from zwfw.records import (
    BasisRank,
    Case,
    CaseMode,
    CommitmentPoint,
    Correction,
    FollowUp,
    MaterialTaken,
    MixedMode,
    OnlineDepth,
    SpecialStep,
)
from zwfw.records._base import day_of
from zwfw.testing._records import TRUTHS, is_or_none, texts
from zwfw.testing.moments import FIRST_DAY
from zwfw.testing.plans import Plan, Turn, Way

__all__ = ["Story", "least_working_days"]

T = TypeVar("T")

_LAST_START = date(2025, 6, 30)
"""A story takes half a year at most, so that it is over by the end of 2025."""

_ONLINE = (OnlineDepth.PREREVIEW, OnlineDepth.VERIFICATION, OnlineDepth.FULL)
_MODES = {
    Way.COMPLETE: (None, *CaseMode),
    Way.TOLERATED: (CaseMode.GAP, CaseMode.COMMITMENT),
    Way.CORRECTED: (None, CaseMode.NORMAL),
    Way.REFUSED: (None, CaseMode.NORMAL),
    Way.AWAITED: (None, *CaseMode),
}
"""What is missing may stay missing only in a mode that tolerates it; otherwise it is corrected."""
_INSTANT_MINUTES = "hanjiang-2023/T36"
_LEGAL_BASIS = "xiamen-2022/2.1.4"
_WITH_BASIS = tuple(rank for rank in BasisRank if rank is not BasisRank.NONE)

_TEXTS = st.lists(texts(), min_size=1, max_size=3)
_WAYS = st.lists(st.sampled_from(MixedMode) | texts(), min_size=1, max_size=3)
_MAYBE_TEXT = is_or_none(texts())
_MAYBE_WAYS = is_or_none(_WAYS)
_MORE_POINTS = st.lists(texts(), max_size=1)
_DAYS = st.dates(FIRST_DAY, _LAST_START)
_NOT = is_or_none(st.just(False))
_YES = st.just(True)


@lru_cache(maxsize=256)
def _chosen_from(choices: tuple[T, ...]) -> st.SearchStrategy[T]:
    return st.sampled_from(choices)


class Story:
    """One case, told in the order of its days; *facts* are its fields, and :meth:`case` makes it.

    Args:
        draw: Hypothesis' own.
        area: Where the deciding authority sits.
        plan: What it has to be like.
    """

    def __init__(self, draw: st.DrawFn, area: Area, plan: Plan) -> None:
        self.draw = draw
        self.area = area
        self.plan = plan
        self.facts: dict[str, Any] = {"id": draw(texts()), "area": area, "item": draw(_MAYBE_TEXT)}
        self.now = datetime.combine(draw(_DAYS), time(9, draw(st.integers(0, 59))))
        self.received_at = self.now
        self.way = self.one(plan.ways)
        at_once = self.way in (Way.COMPLETE, Way.TOLERATED) and plan.acceptance is Turn.IN_TIME
        self.is_instant = at_once and not plan.steps and self.one(plan.instant)
        norms = norms_in_force(area, self.now.date())
        # The minutes of Hanjiang are counted between two times of day.
        self.is_timed = self.is_instant and norms.has(_INSTANT_MINUTES)
        # Xiamen knows no keeping by decision of a step without any basis.
        self.needs_basis = norms.has(_LEGAL_BASIS)
        self._tell_matter()
        self._tell_mode()
        self._tell_submission()
        self._tell_receipt()
        self._tell_acceptance()
        self._tell_steps()
        self._tell_decision()
        self._tell_promise()
        self._tell_construction()
        self._tell_materials()

    def case(self) -> Case:
        """The case, with times promised and set by law that fit how long it took."""
        for field, turn in (
            ("promised_working_days", self.plan.promise),
            ("statutory_working_days", self.plan.statutory),
        ):
            self.facts[field] = self._figure(turn)
        return Case(**self.facts)

    # Drawing

    def one(self, choices: Iterable[T]) -> T:
        """One of *choices*."""
        chosen: T = self.draw(_chosen_from(tuple(choices)))
        return chosen

    def number(self, least: int, most: int) -> int:
        """A whole number; both ends count."""
        return self.draw(st.integers(least, most))

    def wait(self, least: int, most: int) -> None:
        """Let so many days pass; on the same day, some minutes."""
        days = self.number(least, most)
        if days:
            self.now = datetime.combine(self.now.date() + timedelta(days), time(9, self.number(0, 59)))
        else:
            self.now += timedelta(minutes=self.number(0, 20))

    def wait_for(self, turn: Turn, working_days: int, since: date) -> None:
        """Let days pass until the last of the working days after *since* at most, or until after it."""
        left = (national().add(since, working_days) - self.now.date()).days
        if turn is Turn.IN_TIME:
            self.wait(0, left)
        else:
            self.wait(left + 1, left + 10)

    def moment(self) -> date | datetime:
        """Now, with its time of day or without."""
        return self.now if self.is_timed or self.one((False, True)) else self.now.date()

    # Telling

    def _tell_matter(self) -> None:
        secret = self.one((False, True))
        depth = self.one(self.plan.depths or ((None, *OnlineDepth) if secret else _ONLINE))
        self.facts |= {
            "secret": secret,
            "online_depth": depth,
            "mixed_modes": self.draw(_WAYS if depth in _ONLINE else _MAYBE_WAYS),
            "venue_level": self.one((None, *AreaLevel)),
        }

    def _tell_mode(self) -> None:
        mode = self.one(self.plan.modes or _MODES[self.way])
        points: tuple[CommitmentPoint | str, ...] = (*CommitmentPoint, *self.draw(_MORE_POINTS))
        self.facts |= {
            "mode": mode,
            "mode_chosen_by_applicant": True if mode else self.draw(TRUTHS),
            "gap_in_published_scope": True if self.way is Way.TOLERATED else self.draw(TRUTHS),
            "commitment_points": points if mode is CaseMode.COMMITMENT else self.one((None, (), points)),
            "follow_up": self._follow_up(),
        }

    def _follow_up(self) -> FollowUp | None:
        met = self.one((None, False, True))
        if met is None and self.one((False, True)):
            return None
        done = _YES if met is False else TRUTHS
        is_dishonest = self.draw(TRUTHS)
        punished = done if is_dishonest else TRUTHS
        return FollowUp(
            conditions_met=met,
            is_dishonest=is_dishonest,
            investigated=self.draw(done),
            data_entered=self.draw(done),
            credit_recorded=self.draw(punished),
            sanctioned=self.draw(punished),
        )

    def _tell_submission(self) -> None:
        channel = self.one(self.plan.channels)
        is_online = channel is not None and channel.is_online
        only_materials, only_forms, paper = (self.one((False, True)) for _ in range(3))
        keyed = only_forms and channel is not None and not is_online
        self.facts |= {
            "channel": channel,
            "offline_channel_kept": True if is_online else self.draw(TRUTHS),
            "channel_chosen_by_applicant": True if is_online else self.draw(TRUTHS),
            "electronic_materials_only": only_materials,
            "electronic_forms_only": only_forms,
            "paper_brought": paper,
            "paper_scanned_by_department": True if only_materials and paper else self.draw(TRUTHS),
            "forms_offered": True if only_forms else self.draw(TRUTHS),
            "form_keyed_by_staff": True if keyed else self.draw(TRUTHS),
            "submitted_at": None,
            "prereviewed_at": None,
            "prereview_passed": None,
            "paper_requested_at": None,
            "paper_received_at": None,
        }
        # Submitted online and accepted at the window is one of the mixed modes.
        if self.one(self.plan.submitted or ((True,) if is_online else (False, True))):
            self.facts["submitted_at"] = self.moment()
            if self.facts["online_depth"] is OnlineDepth.PREREVIEW:
                self._tell_prereview()
            elif self.facts["online_depth"] in _ONLINE and self.plan.entry is not Turn.IN_TIME:
                self._tell_passed()
                self.wait(1, 5)

    def _tell_prereview(self) -> None:
        if self.plan.prereview is Turn.NEVER:
            return
        self.wait_for(self.plan.prereview, 1, self.now.date())
        self._tell_passed()
        is_accepted = self.way not in (Way.REFUSED, Way.AWAITED)
        self.facts["prereview_passed"] = is_accepted or self.plan.paper is not Turn.IN_TIME or self.one((False, True))
        if self.facts["prereview_passed"] and (self.plan.paper is not Turn.IN_TIME or self.one((False, True))):
            self.wait(0, 3)
            self.facts["paper_requested_at"] = self.moment()
            if self.plan.paper is not Turn.NEVER:
                self.wait_for(self.plan.paper, 7, self.now.date())
                self.facts["paper_received_at"] = self.moment()

    def _tell_passed(self) -> None:
        self.facts |= {"prereviewed_at": self.moment(), "prereview_passed": True}

    def _tell_receipt(self) -> None:
        is_complete = self.way is Way.COMPLETE or (self.way is Way.AWAITED and self.one((False, True)))
        is_complicated = self.one(self.plan.complicated)
        self.facts |= {
            "complete": is_complete,
            "complicated": is_complicated,
            "received_at": None,
            "registered_at": None,
            "corrections": self.one((None, ())),
        }
        if self.way is Way.AWAITED:
            return
        self.wait(0, 5)
        self.received_at = self.now
        self.facts["received_at"] = self.moment()
        self._tell_registration(needed=is_complicated and not is_complete)
        if self.way in (Way.CORRECTED, Way.REFUSED):
            self._tell_corrections(within=3 if is_complicated else 0)

    def _tell_registration(self, *, needed: bool) -> None:
        if self.plan.registration is Turn.IN_TIME:
            if needed or self.one((False, True)):
                self.facts["registered_at"] = self.moment()
        elif self.one((False, True)):
            self.facts["registered_at"] = self.now.date() + timedelta(self.number(1, 5))

    def _tell_corrections(self, *, within: int) -> None:
        received_on = self.now.date()
        if within:
            self.wait_for(self.plan.notice, within, received_on)
        elif self.plan.notice is Turn.IN_TIME:
            self.wait(0, 0)
        else:
            self.wait(1, 10)
        if self.plan.notice is Turn.NEVER:
            return
        demands = tuple(self.draw(_TEXTS))
        notices = [Correction(told_at=self.moment(), demands=demands, arises_from_supplement=None)]
        if self.plan.demands_again or self.one((False, True)):
            self.wait(0, 5)
            told_before = tuple(demand for demand in demands if self.one((False, True)))
            new = ("未告知的材料",) if self.plan.demands_again else ()
            notices.append(
                Correction(
                    told_at=self.now.date(),
                    demands=(*told_before, *new),
                    arises_from_supplement=self.draw(_NOT if new else TRUTHS),
                )
            )
        self.facts["corrections"] = notices

    def _tell_acceptance(self) -> None:
        self.facts |= {
            "accepted_at": None,
            "acceptance_notice_issued": self.draw(TRUTHS),
            "refused_at": None,
            "substantive_review_started_at": None,
        }
        if self.way is Way.AWAITED or self.plan.acceptance is Turn.NEVER:
            return
        if self.way is Way.CORRECTED:
            self.wait(1 if self.plan.acceptance is Turn.LATE else 0, 15)
        elif self.way is Way.REFUSED:
            self.wait(0, 10)
            self.facts["refused_at"] = self.moment()
            return
        elif self.plan.acceptance is Turn.LATE:
            self.wait(1, 10)
        else:
            self.wait(0, 0)
            self.facts["acceptance_notice_issued"] = True
        self.facts["accepted_at"] = self.moment()
        is_deep = self.facts["submitted_at"] is not None and self.facts["online_depth"] in _ONLINE[1:]
        if is_deep and self.plan.entry is Turn.IN_TIME and self.one((False, True)):
            self._tell_passed()
        if self.one((False, True)):
            self.facts["substantive_review_started_at"] = self.facts["accepted_at"]

    @property
    def started_on(self) -> date | None:
        """The day from which the promised time counts: that of acceptance, or of receipt where it is only deemed."""
        is_deemed = (
            self.way in (Way.CORRECTED, Way.REFUSED)
            and self.facts["complicated"]
            and self.plan.notice is not Turn.IN_TIME
        )
        moment = self.facts["received_at"] if is_deemed else self.facts["accepted_at"]
        return None if moment is None else day_of(moment)

    def _tell_steps(self) -> None:
        steps: list[SpecialStep] = []
        begins = self.facts["accepted_at"] is not None
        if not self.is_instant:
            for _ in range(self.number(self.plan.steps, 2)):
                is_begun = begins and (self.plan.steps > 0 or self.one((False, True)))
                steps.append(self._step(begun=is_begun))
        self.facts["special_steps"] = steps or self.one((None, ()))

    def _step(self, *, begun: bool) -> SpecialStep:
        rank = self.one(_WITH_BASIS if self.needs_basis else (None, *BasisRank))
        has_basis = rank is not None and rank >= BasisRank.RULE
        started = ended = None
        took = 0
        if begun:
            self.wait(0, 5)
            started, started_on = self.moment(), self.now.date()
            self.wait(1 if self.plan.steps else 0, 10)
            ended = self.moment()
            took = least_working_days(started_on, self.now.date(), ())
        limit = took + self.number(0, 5)
        return SpecialStep(
            name=self.draw(texts()),
            basis_rank=rank,
            kept_by_decision=self.draw(TRUTHS) if has_basis else True,
            started_at=started,
            ended_at=ended,
            limit_working_days=limit,
            statutory_working_days=self.one((None, limit + 1, limit + 5)),
        )

    def _tell_decision(self) -> None:
        steps = self.facts["special_steps"]
        # Simple, without special step and collective decision, is instant; so is what the guide lists.
        kinds = [(False, False), (False, True), (True, True)] + [(True, False)] * bool(steps)
        simple, collective = self.one(kinds)
        instant = False
        if self.is_instant:
            instant, simple, collective = self.one(((False, True, False), (True, False, False), (True, True, False)))
        self.facts |= {
            "instant": instant,
            "simple": simple,
            "collective_deliberation": collective,
            "decided_at": None,
            "delivered_at": None,
        }
        if self.started_on is None or self.plan.decision is Turn.NEVER:
            return
        if self.way is Way.REFUSED:
            return
        if self.is_instant:
            # An instant matter was accepted within 20 minutes of its receipt; 60 are the last in time.
            least, most = (61, 180) if self.plan.decision is Turn.LATE else (20, 60)
            self.now = self.received_at + timedelta(minutes=self.number(least, most))
        else:
            self.wait(1 if self.plan.decision is Turn.LATE else 0, 10)
        self.facts["decided_at"] = self.moment()
        if self.one((False, True)):
            self.wait(0, 10)
            self.facts["delivered_at"] = self.moment()

    def _tell_promise(self) -> None:
        received, decided = self.facts["received_at"], self.facts["decided_at"]
        is_on_the_spot = decided is not None and day_of(decided) == day_of(received)
        promised = _YES if is_on_the_spot and self.facts["mode"] is CaseMode.COMMITMENT else TRUTHS
        self.facts |= {"promise_in_writing": self.draw(promised), "liability_accepted": self.draw(promised)}

    def _tell_construction(self) -> None:
        is_construction = self.draw(TRUTHS)
        self.facts |= {
            "is_construction": is_construction,
            "passed_to_former_department": self.draw(_NOT if is_construction else TRUTHS),
        }

    def _tell_materials(self) -> None:
        taken = [self._material() for _ in range(self.number(0, 2))]
        self.facts["materials_taken"] = taken or self.one((None, ()))

    def _material(self) -> MaterialTaken:
        on_paper, callable_, handed_back, incomplete = (self.draw(TRUTHS) for _ in range(4))
        if on_paper and callable_ and not handed_back:
            on_paper = False
        asked = on_paper and not callable_ and incomplete
        cancelled = None
        if handed_back and self.facts["decided_at"] is not None:
            self.wait(0, 5)
            cancelled = self.moment()
        return MaterialTaken(
            name=self.draw(texts()),
            on_paper=on_paper,
            certificate_callable=callable_,
            must_be_handed_back=handed_back,
            certificate_data_incomplete=incomplete,
            explained=True if asked else self.draw(TRUTHS),
            certificate_supplemented=True if asked else self.draw(TRUTHS),
            certificate_cancelled_at=cancelled,
        )

    # Figures

    def _figure(self, turn: Turn) -> int | None:
        start, decided = self.started_on, self.facts["decided_at"]
        if start is None:
            return self.one((None, 0, 5))
        if decided is None:
            # Half a year later any such time has run out.
            return self.number(0, 20) if turn is Turn.NEVER else None
        least = least_working_days(start, day_of(decided), self._pauses())
        if turn is Turn.LATE:
            return self.number(max(0, least - 3), least - 1)
        return self.one((None, least, least + 1, least + 5))

    def _pauses(self) -> Sequence[tuple[date, date]]:
        """When special steps stop the clock: those that began and whose basis is of rule rank or higher."""
        return [
            (day_of(step.started_at), day_of(step.ended_at))
            for step in self.facts["special_steps"] or ()
            if step.basis_rank is not None and step.basis_rank >= BasisRank.RULE
            if step.started_at is not None and step.ended_at is not None
        ]


def least_working_days(start: date, done: date, pauses: Sequence[tuple[date, date]]) -> int:
    """The shortest time in working days after *start* that *done* still keeps; a paused day does not count.

    Worked out day by day: it is what the library's own arithmetic is held against.
    """
    if done <= start:
        return 0
    calendar = national()
    days = (start + timedelta(number) for number in range(1, (done - start).days))
    counted = (
        calendar.is_working_day(day) and not any(begun < day <= ended for begun, ended in pauses) for day in days
    )
    return sum(counted) + 1
