"""A valid record with your changes, and what a rule answers about it."""

from datetime import date

from zwfw import Context
from zwfw.records import Case
from zwfw.rules.engine import Rule

UNSTATED = object()
"""Give this for a field that is not to be stated."""

FUZHOU, XIAMEN, HANJIANG = "350102", "350203", "350303"
LATER = date(2025, 6, 30)

# June 2025: Monday the 2nd is off (端午节); the weekends are 7-8, 14-15, 21-22 and 28-29; every other day is worked.
_BASE = {
    "id": "A-1",
    "area": FUZHOU,
    "item": None,
    "venue_level": "县",
    "channel": "窗口",
    "channel_chosen_by_applicant": True,
    "offline_channel_kept": True,
    "mixed_modes": ["线上预审、线下受理"],
    "electronic_materials_only": False,
    "electronic_forms_only": False,
    "paper_brought": True,
    "paper_scanned_by_department": None,
    "forms_offered": None,
    "form_keyed_by_staff": None,
    "mode": "正常",
    "mode_chosen_by_applicant": True,
    "gap_in_published_scope": None,
    "commitment_points": None,
    "promise_in_writing": None,
    "liability_accepted": None,
    "follow_up": None,
    "is_construction": False,
    "secret": False,
    "instant": False,
    "simple": False,
    "collective_deliberation": False,
    "online_depth": "Ⅱ",
    "promised_working_days": 5,
    "statutory_working_days": 20,
    "submitted_at": None,
    "prereviewed_at": None,
    "prereview_passed": None,
    "paper_requested_at": None,
    "paper_received_at": None,
    "received_at": "2025-06-03T09:00",
    "complete": True,
    "complicated": False,
    "registered_at": None,
    "corrections": [],
    "accepted_at": "2025-06-03T09:20",
    "acceptance_notice_issued": True,
    "refused_at": None,
    "special_steps": [],
    "substantive_review_started_at": "2025-06-03T10:00",
    "passed_to_former_department": False,
    "decided_at": "2025-06-05T16:00",
    "delivered_at": "2025-06-05T16:30",
    "materials_taken": [],
}


def a_case(**changes):
    """A case of 鼓楼区, Fuzhou, in which every field is stated and every clause kept, with your changes."""
    return Case(**{name: value for name, value in (_BASE | changes).items() if value is not UNSTATED})


def a_context(as_of=LATER, area="350000", **changes):
    """A look from the province, on the evening of 2025-06-30 unless you say otherwise."""
    return Context(area=area, as_of=as_of, **changes)


def answers(rule: Rule, ctx=None, **changes):
    """What *rule* answers about a case with your changes: state, reason and place."""
    found = rule(a_case(**changes), ctx or a_context())
    return [(each.state.name, each.reason, each.path) for each in found]


MET = [("MET", "met", "")]


def idle(reason, path=""):
    """The one answer that the rule does not speak of the case."""
    return [("NOT_APPLICABLE", reason, path)]


def breach(reason, path=""):
    """The one answer that the clause is not kept."""
    return [("BREACHED", reason, path)]


def judged(reason, *paths):
    """The answers that a person has to judge, at each of these places; one without a place unless any is given."""
    return [("NEEDS_JUDGEMENT", reason, path) for path in paths or ("",)]


UNKNOWN = [("UNDETERMINED", "not-stated", "")]


def said(rule: Rule, record, ctx=None):
    """What *rule* answers about a record: state, reason and place."""
    return [(each.state.name, each.reason, each.path) for each in rule(record, ctx or a_context())]


def stated(facts):
    """The facts that are to be stated."""
    return {name: value for name, value in facts.items() if value is not UNSTATED}
