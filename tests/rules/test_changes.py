"""What each rule about changes of the standard catalogue answers: under, at and over its edge, and what is unknown.

June 2025: Monday the 2nd is off; weekends are 7-8, 14-15, 21-22, 28-29. October 2025: the 1st to the 8th are off;
Sunday 28 September and Saturday 11 October are worked.
"""

from datetime import date, datetime

import pytest

from support import FUZHOU, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, judged, said, stated
from zwfw import Severity
from zwfw.norms import norm
from zwfw.records import CatalogueChange
from zwfw.rules import changes
from zwfw.rules.changes import RULES

_BASE = {
    "entry": "取水许可",
    "area": FUZHOU,
    "trigger": "下级部门申请",
    "is_local_special": False,
    "changes_structure": True,
    "national_changed_at": None,
    "policy_takes_effect_on": None,
    "requested_at": "2025-06-03",
    "studied_at": "2025-06-04",
    "replied_at": "2025-06-05",
    "is_needed": True,
    "changed_at": "2025-06-10",
    "guide_updated_at": "2025-06-12",
    "systems_synced_at": "2025-06-12",
    "claimed_at": "2025-06-12",
    "of_own_level": True,
    "is_associated": True,
    "is_cross_province": False,
    "zone_updated_at": None,
}
NO_REQUEST = {"requested_at": None, "studied_at": None, "replied_at": None, "is_needed": None}
NATIONAL = NO_REQUEST | {"trigger": "国家基本目录调整", "national_changed_at": "2025-06-06"}
POLICY = NO_REQUEST | {"trigger": "国家或省级政策出台", "policy_takes_effect_on": "2025-06-11"}
NOTHING_AFTER = {"changed_at": None, "guide_updated_at": None, "systems_synced_at": None, "claimed_at": None}
REFUSED = NOTHING_AFTER | {"is_needed": False}


def a_change(**fields):
    """A change that was asked for on Tuesday 2025-06-03 in Fuzhou and went its way in time, with your fields."""
    return CatalogueChange(**stated(_BASE | fields))


def answers(rule, ctx=None, **fields):
    """State, reason and place of what *rule* answers about a change with your fields."""
    return said(rule, a_change(**fields), ctx)


def test_the_base_breaks_nothing():
    """Of the change that the tests alter, each rule says that it is kept or speaks of something else."""
    assert {state for rule in RULES for state, _, _ in answers(rule)} == {"MET", "NOT_APPLICABLE"}


# ---------------------------------------------------------------- the limits


@pytest.mark.parametrize(
    ("fields", "ctx", "found"),
    [
        # in effect on Wednesday 11 June: the day before is the last
        (POLICY, None, MET),
        (POLICY | {"changed_at": "2025-06-11"}, None, breach("not-changed-before-policy", "changed_at")),
        (POLICY | {"changed_at": "2025-06-10T23:59"}, None, MET),
        (POLICY | {"changed_at": "2025-06-11T00:00"}, None, breach("not-changed-before-policy", "changed_at")),
        (POLICY | {"changed_at": "2025-06-12"}, None, breach("not-changed-before-policy", "changed_at")),
        (POLICY | NOTHING_AFTER, date(2025, 6, 10), idle("not-due-yet")),
        (POLICY | NOTHING_AFTER, date(2025, 6, 11), breach("not-changed-before-policy", "changed_at")),
        ({}, None, idle("no-new-policy")),
        # the day says that there is a policy, whatever else the change starts from
        (
            {"policy_takes_effect_on": "2025-06-10", "trigger": UNSTATED},
            None,
            breach("not-changed-before-policy", "changed_at"),
        ),
        (POLICY | {"policy_takes_effect_on": None}, None, idle("no-new-policy")),
        ({"policy_takes_effect_on": UNSTATED}, None, idle("no-new-policy")),  # the trigger says what it starts from
        ({"trigger": UNSTATED}, None, idle("no-new-policy")),
        ({"policy_takes_effect_on": UNSTATED, "trigger": UNSTATED}, None, UNKNOWN),
        (POLICY | {"policy_takes_effect_on": UNSTATED}, None, UNKNOWN),
        (POLICY | {"changed_at": UNSTATED}, None, UNKNOWN),
    ],
)
def test_changed_before_policy(fields, ctx, found):
    """The catalogue is changed on a day before the one on which the policy takes effect."""
    assert answers(changes.changed_before_policy, ctx and a_context(ctx), **fields) == found


def test_the_last_day_before_a_policy():
    """What takes effect on the 11th is due on the 10th."""
    (found,) = changes.changed_before_policy(a_change(**POLICY | NOTHING_AFTER), a_context(date(2025, 6, 5)))

    assert dict(found.facts) == {"due_on": date(2025, 6, 10)}


@pytest.mark.parametrize(
    ("rule", "under", "over", "late"),
    [
        # Friday the 6th: Monday the 9th, the 10th, the 11th
        (
            changes.mirrored_in_time,
            NATIONAL | {"changed_at": "2025-06-11"},
            NATIONAL | {"changed_at": "2025-06-12"},
            "mirrored-late",
        ),
        # Tuesday the 3rd: the 4th, the 5th, the 6th
        (
            changes.request_answered_in_time,
            {"replied_at": "2025-06-06"},
            {"replied_at": "2025-06-07"},
            "request-answered-late",
        ),
        # the refusal of a request is an answer too, and has the same time
        (
            changes.request_answered_in_time,
            REFUSED | {"replied_at": "2025-06-06"},
            REFUSED | {"replied_at": "2025-06-09"},
            "request-answered-late",
        ),
        # answered on Thursday the 5th: the 6th, the 9th, the 10th, the 11th, the 12th
        (
            changes.changed_after_answer_in_time,
            {"changed_at": "2025-06-12"},
            {"changed_at": "2025-06-13"},
            "changed-late-after-answer",
        ),
        # changed on Tuesday the 10th: the 11th, 12th, 13th, 16th, 17th
        (
            changes.guide_updated_in_time,
            {"guide_updated_at": "2025-06-17"},
            {"guide_updated_at": "2025-06-18"},
            "guide-updated-late",
        ),
        # from the answer as it was, late, on Monday the 9th: the 10th, 11th, 12th, 13th, 16th
        (
            changes.changed_after_answer_in_time,
            {"replied_at": "2025-06-09", "changed_at": "2025-06-16"},
            {"replied_at": "2025-06-09", "changed_at": "2025-06-17"},
            "changed-late-after-answer",
        ),
        # changed early, on Friday the 6th: the 9th to the 13th, not five days after what had been the last day
        (
            changes.guide_updated_in_time,
            {"changed_at": "2025-06-06", "guide_updated_at": "2025-06-13"},
            {"changed_at": "2025-06-06", "guide_updated_at": "2025-06-16"},
            "guide-updated-late",
        ),
    ],
)
def test_each_leg_in_time(rule, under, over, late):
    """On the last day is in time, on the next is not; each leg counts from the day on which the one before ended."""
    assert answers(rule, **under) == MET
    assert answers(rule, **over) == breach(late)


@pytest.mark.parametrize(
    ("rule", "fields", "last", "late"),
    [
        (changes.mirrored_in_time, NATIONAL | NOTHING_AFTER, date(2025, 6, 11), "mirrored-late"),
        (
            changes.request_answered_in_time,
            NOTHING_AFTER | {"studied_at": None, "replied_at": None, "is_needed": None},
            date(2025, 6, 6),
            "request-answered-late",
        ),
        (changes.changed_after_answer_in_time, NOTHING_AFTER, date(2025, 6, 12), "changed-late-after-answer"),
        (
            changes.guide_updated_in_time,
            {"guide_updated_at": None, "systems_synced_at": None},
            date(2025, 6, 17),
            "guide-updated-late",
        ),
    ],
)
def test_each_leg_not_done(rule, fields, last, late):
    """Not done is not late before the end of the last day."""
    assert answers(rule, a_context(last), **fields) == idle("not-due-yet")
    assert answers(rule, a_context(date(2025, 6, 18)), **fields) == breach(late)


def test_a_leg_over_the_national_holiday():
    """Changed on Friday 26 September 2025: worked are the 28th, 29th, 30th, 9 October, 10 October."""
    autumn = {"changed_at": "2025-09-26", "guide_updated_at": "2025-10-10"}
    look = a_context(date(2025, 12, 31))

    assert answers(changes.guide_updated_in_time, look, **autumn) == MET
    assert answers(changes.guide_updated_in_time, look, **autumn | {"guide_updated_at": "2025-10-11"}) == breach(
        "guide-updated-late"
    )


@pytest.mark.parametrize(
    ("rule", "fields", "found"),
    [
        (changes.mirrored_in_time, {}, idle("limit-does-not-apply")),
        (changes.mirrored_in_time, NATIONAL | {"national_changed_at": None}, idle("clock-not-started")),
        (changes.mirrored_in_time, NATIONAL | {"trigger": UNSTATED}, MET),
        (changes.mirrored_in_time, NATIONAL | {"trigger": UNSTATED, "national_changed_at": UNSTATED}, UNKNOWN),
        (changes.request_answered_in_time, NATIONAL, idle("limit-does-not-apply")),
        # that nothing was said of a request does not matter where it starts from something else
        (changes.request_answered_in_time, NATIONAL | {"requested_at": UNSTATED}, idle("limit-does-not-apply")),
        (changes.request_answered_in_time, NO_REQUEST, idle("clock-not-started")),
        (changes.request_answered_in_time, {"replied_at": UNSTATED}, UNKNOWN),
        # a request beside a change of the national catalogue is answered all the same
        (
            changes.request_answered_in_time,
            {"trigger": "国家基本目录调整", "replied_at": "2025-06-09"},
            breach("request-answered-late"),
        ),
        # only where the answer says that something is needed
        (changes.changed_after_answer_in_time, REFUSED, idle("limit-does-not-apply")),
        (changes.changed_after_answer_in_time, NATIONAL, idle("limit-does-not-apply")),
        (changes.changed_after_answer_in_time, REFUSED | {"is_needed": UNSTATED}, UNKNOWN),
        (changes.changed_after_answer_in_time, REFUSED | {"replied_at": UNSTATED}, idle("limit-does-not-apply")),
        (changes.changed_after_answer_in_time, {"changed_at": UNSTATED}, UNKNOWN),
        (changes.guide_updated_in_time, REFUSED, idle("clock-not-started")),
        (changes.guide_updated_in_time, {"guide_updated_at": UNSTATED}, UNKNOWN),
        (changes.guide_updated_in_time, {"changed_at": UNSTATED}, UNKNOWN),
    ],
)
def test_what_a_leg_waits_for(rule, fields, found):
    """A leg that does not come, one that has not begun, and what is unknown are three things."""
    assert answers(rule, **fields) == found


EARLY = "guide-updated-before-change"


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        (NATIONAL | {"guide_updated_at": "2025-06-10"}, MET),
        (NATIONAL | {"guide_updated_at": "2025-06-09"}, breach(EARLY, "guide_updated_at")),
        (POLICY | {"guide_updated_at": "2025-06-09"}, breach(EARLY, "guide_updated_at")),
        # where a request began it, the order of its steps is another rule
        ({"guide_updated_at": "2025-06-09"}, MET),
        (NATIONAL | {"guide_updated_at": "2025-06-09", "requested_at": UNSTATED}, UNKNOWN),
        (NATIONAL | {"guide_updated_at": "2025-06-12", "requested_at": UNSTATED}, MET),
        # by the minute
        (
            NATIONAL | {"changed_at": "2025-06-10T10:00", "guide_updated_at": "2025-06-10T09:59"},
            breach(EARLY, "guide_updated_at"),
        ),
        (NATIONAL | {"changed_at": "2025-06-10T10:00", "guide_updated_at": "2025-06-10"}, MET),
    ],
)
def test_a_guide_that_was_updated_too_early(fields, found):
    """What was updated before the catalogue was changed does not follow the change."""
    assert answers(changes.guide_updated_in_time, **fields) == found


def test_what_a_leg_is_late_by():
    """The facts have the start, the figure, the last day and the day on which it was done."""
    (found,) = changes.request_answered_in_time(a_change(replied_at="2025-06-09"), a_context())

    assert dict(found.facts) == {
        "started_on": date(2025, 6, 3),
        "working_days": 3,
        "due_on": date(2025, 6, 6),
        "done_on": date(2025, 6, 9),
    }
    assert found.severity is Severity.VIOLATION


def test_the_guide_in_xiamen():
    """The city's clause sets the same five days, and is cited first."""
    late = a_change(area=XIAMEN, guide_updated_at="2025-06-18", systems_synced_at="2025-06-18")

    (found,) = changes.guide_updated_in_time(late, a_context())

    assert [each.ref for each in found.clauses] == ["xiamen-2022/1.1.5", "fujian-2022/1.1.6"]
    assert found.facts["working_days"] == 5


# ---------------------------------------------------------------- the same time, and the order

APART = "systems-not-changed-with-guide"


@pytest.mark.parametrize(
    ("fields", "as_of", "found"),
    [
        ({}, None, MET),
        ({"guide_updated_at": "2025-06-12T09:00", "systems_synced_at": "2025-06-12T17:30"}, None, MET),
        ({"guide_updated_at": "2025-06-12T09:00"}, None, MET),
        ({"systems_synced_at": "2025-06-13"}, None, breach(APART, "systems_synced_at")),
        ({"systems_synced_at": "2025-06-11"}, None, breach(APART, "systems_synced_at")),
        ({"systems_synced_at": None}, None, breach(APART, "systems_synced_at")),
        ({"guide_updated_at": None}, None, breach(APART, "guide_updated_at")),
        ({"systems_synced_at": None}, date(2025, 6, 12), idle("not-due-yet")),
        ({"guide_updated_at": None}, date(2025, 6, 12), idle("not-due-yet")),
        ({"systems_synced_at": None}, date(2025, 6, 13), breach(APART, "systems_synced_at")),
        (REFUSED, None, idle("neither-guide-nor-systems-changed")),
        ({"systems_synced_at": UNSTATED}, None, UNKNOWN),
        ({"guide_updated_at": UNSTATED}, None, UNKNOWN),
    ],
)
def test_systems_changed_with_guide(fields, as_of, found):
    """Guide and systems are changed on one day, whichever comes first on it."""
    assert answers(changes.systems_changed_with_guide, as_of and a_context(as_of), **fields) == found


def out_of_order(*fields):
    """A breach of the order at each of some fields."""
    return [("BREACHED", "step-out-of-order", field) for field in fields]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, MET),
        (REFUSED, MET),  # it ends with the answer
        (NATIONAL, idle("no-request")),
        (NO_REQUEST, idle("no-request")),
        (NATIONAL | {"requested_at": UNSTATED}, idle("no-request")),
        # all on one day is in order; by the minute it need not be
        (dict.fromkeys(("studied_at", "replied_at", "changed_at", "guide_updated_at"), "2025-06-03"), MET),
        (
            {"studied_at": "2025-06-05T10:00", "replied_at": "2025-06-05T09:59"},
            out_of_order("replied_at"),
        ),
        ({"studied_at": None}, out_of_order("replied_at")),
        ({"studied_at": "2025-06-06"}, out_of_order("replied_at")),
        ({"changed_at": "2025-06-04"}, out_of_order("changed_at")),
        ({"replied_at": None}, out_of_order("changed_at")),
        ({"replied_at": None, "is_needed": False}, out_of_order("changed_at")),
        ({"guide_updated_at": "2025-06-09"}, out_of_order("guide_updated_at")),
        ({"systems_synced_at": "2025-06-09"}, out_of_order("systems_synced_at")),
        ({"changed_at": None}, out_of_order("guide_updated_at", "systems_synced_at")),
        # changed though the answer is that nothing is needed: that it ends there is inferred
        ({"is_needed": False}, judged("changed-though-not-needed", "changed_at")),
        ({"is_needed": UNSTATED}, UNKNOWN),
        (REFUSED | {"is_needed": UNSTATED}, MET),
        ({"studied_at": UNSTATED}, UNKNOWN),
        ({"studied_at": UNSTATED, "changed_at": "2025-06-04"}, [*UNKNOWN, *out_of_order("changed_at")]),
        ({"requested_at": UNSTATED}, UNKNOWN),
        ({"systems_synced_at": UNSTATED}, UNKNOWN),
    ],
)
def test_request_in_order(fields, found):
    """Asked for, studied, answered, changed, then guide and systems; each step needs the one before."""
    assert answers(changes.request_in_order, **fields) == found


def test_which_step_came_too_early():
    """The finding has both steps in the words of the text, and their moments."""
    (found,) = changes.request_in_order(a_change(changed_at="2025-06-04T08:00"), a_context())

    assert dict(found.facts) == {
        "step": "调整目录",
        "first": "答复",
        "done_at": datetime(2025, 6, 4, 8),
        "first_at": date(2025, 6, 5),
    }


# ---------------------------------------------------------------- what Xiamen asks of its departments


def in_xiamen(rule, **fields):
    """State, reason and place of what *rule* answers about a change in Xiamen with your fields."""
    return answers(rule, **{"area": XIAMEN} | fields)


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, MET),
        ({"claimed_at": "2025-06-10"}, MET),
        # 及时 has no number of days, and is not the five for the guide
        ({"claimed_at": "2025-06-30"}, MET),
        ({"claimed_at": None}, judged("change-not-claimed", "claimed_at")),
        ({"claimed_at": "2025-06-09"}, breach("claimed-before-change", "claimed_at")),
        (
            {"claimed_at": "2025-06-10T08:00", "changed_at": "2025-06-10T09:00"},
            breach("claimed-before-change", "claimed_at"),
        ),
        ({"changes_structure": False, "claimed_at": None}, idle("no-new-structure")),
        (REFUSED, idle("no-new-structure")),
        (REFUSED | {"changes_structure": UNSTATED}, idle("no-new-structure")),
        ({"changes_structure": UNSTATED}, UNKNOWN),
        ({"claimed_at": UNSTATED}, UNKNOWN),
        ({"changed_at": UNSTATED}, UNKNOWN),
    ],
)
def test_change_claimed(fields, found):
    """What changed of the matters is claimed after the change; how soon, a person judges."""
    assert in_xiamen(changes.change_claimed, **fields) == found


LOCAL = {"is_local_special": True, "trigger": "法律法规政策依据调整情况"}


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        (LOCAL, MET),
        (LOCAL | {"trigger": "审批服务权限下放情况"}, MET),
        (LOCAL | NO_REQUEST | {"trigger": "审批服务权限下放情况"}, breach("changed-without-request", "requested_at")),
        (LOCAL | NO_REQUEST | {"trigger": "业务变化情况"}, breach("changed-without-request", "requested_at")),
        (LOCAL | NO_REQUEST | NOTHING_AFTER, judged("local-change-not-requested", "requested_at")),
        (LOCAL | NOTHING_AFTER, MET),
        (LOCAL | {"changed_at": "2025-06-02"}, breach("changed-without-request", "requested_at")),
        (LOCAL | {"changed_at": "2025-06-03"}, MET),
        # the three triggers are a closed list
        (LOCAL | NO_REQUEST | {"trigger": "国家或省级政策出台"}, idle("no-local-change")),
        (LOCAL | NO_REQUEST | {"trigger": None}, idle("no-local-change")),
        (LOCAL | {"is_local_special": False} | NO_REQUEST, idle("no-local-change")),
        (LOCAL | {"trigger": UNSTATED}, UNKNOWN),
        (LOCAL | {"is_local_special": UNSTATED}, UNKNOWN),
        (LOCAL | {"requested_at": UNSTATED}, UNKNOWN),
        (LOCAL | NO_REQUEST | {"changed_at": UNSTATED}, UNKNOWN),
    ],
)
def test_local_change_requested(fields, found):
    """Law, devolution or business: a special local matter is asked for before it is changed."""
    assert in_xiamen(changes.local_change_requested, **fields) == found


def test_the_three_triggers_are_those_printed():
    """What the rule takes for a trigger are the members of the city's list."""
    asked = {
        found
        for found in ("法律法规政策依据调整情况", "审批服务权限下放情况", "业务变化情况", "下级部门申请")
        if in_xiamen(changes.local_change_requested, **LOCAL | {"trigger": found}) == MET
    }

    assert asked == set(norm("xiamen-2022/1.1.5#3").members)


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, MET),
        ({"is_associated": False}, breach("not-associated", "is_associated")),
        ({"is_associated": None}, breach("not-associated", "is_associated")),
        ({"is_associated": False, "of_own_level": False}, idle("nothing-to-associate")),
        ({"is_associated": False, "changes_structure": False}, idle("nothing-to-associate")),
        (REFUSED | {"is_associated": False}, idle("nothing-to-associate")),
        ({"is_associated": UNSTATED}, UNKNOWN),
        ({"of_own_level": UNSTATED}, UNKNOWN),
        ({"of_own_level": UNSTATED, "changes_structure": False}, idle("nothing-to-associate")),
    ],
)
def test_own_level_associated(fields, found):
    """Where matters or granularity changed and the power is of this level, they are associated."""
    assert in_xiamen(changes.own_level_associated, **fields) == found


ACROSS = {"is_cross_province": True, "zone_updated_at": "2025-06-11"}


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, idle("no-cross-province-change")),
        (ACROSS, MET),
        (ACROSS | {"zone_updated_at": "2025-06-10"}, MET),
        (ACROSS | {"zone_updated_at": "2025-06-30"}, MET),
        (ACROSS | {"zone_updated_at": None}, judged("zone-not-updated", "zone_updated_at")),
        (ACROSS | {"zone_updated_at": "2025-06-09"}, breach("zone-updated-before-change", "zone_updated_at")),
        (REFUSED | {"is_cross_province": True}, idle("no-cross-province-change")),
        (ACROSS | {"zone_updated_at": UNSTATED}, UNKNOWN),
        ({"is_cross_province": UNSTATED}, UNKNOWN),
    ],
)
def test_cross_province_followed(fields, found):
    """What changed of a matter across provinces is changed in their zone too, in no number of days."""
    assert in_xiamen(changes.cross_province_followed, **fields) == found


@pytest.mark.parametrize(
    ("rule", "ref"),
    [
        (changes.change_claimed, "xiamen-2022/1.1.1"),
        (changes.local_change_requested, "xiamen-2022/1.1.5"),
        (changes.own_level_associated, "xiamen-2022/1.1.5"),
        (changes.cross_province_followed, "xiamen-2022/1.2.4"),
    ],
)
def test_only_xiamen_asks_for_it(rule, ref):
    """The city's document alone has these; in Fuzhou nobody is asked."""
    (found,) = rule(a_change(**LOCAL | ACROSS | {"area": XIAMEN}), a_context())

    assert [each.ref for each in found.clauses] == [ref]
    assert answers(rule) == idle("never-in-force")


# ---------------------------------------------------------------- every rule


def test_the_law_of_a_change():
    """It is that of its first event: a request of 2022-09-13 is before the province's document, its guide too."""
    old = {"requested_at": "2022-09-13", "studied_at": "2022-09-13", "replied_at": "2022-10-13"}
    later = {"changed_at": "2022-12-01", "guide_updated_at": "2023-02-01", "systems_synced_at": "2023-02-01"}

    assert answers(changes.guide_updated_in_time, **old | later) == idle("not-yet-in-force")
    # the later leg by itself is a change of its own
    assert answers(changes.guide_updated_in_time, **NO_REQUEST | later) == breach("guide-updated-late")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_before_the_documents(rule):
    """Of a change that was asked for before the province's document was issued, no rule says anything."""
    found = answers(rule, requested_at="2022-09-13")

    assert {(state, reason) for state, reason, _ in found} <= {
        ("NOT_APPLICABLE", "not-yet-in-force"),
        ("NOT_APPLICABLE", "never-in-force"),
    }


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_without_a_day_of_law(rule):
    """While none of the events that date it is stated, no rule of the area can say anything for sure."""
    events = dict.fromkeys(
        ("national_changed_at", "requested_at", "policy_takes_effect_on", "changed_at", "studied_at", "replied_at"),
        UNSTATED,
    )

    (found,) = rule(a_change(area=XIAMEN, **events), a_context())

    assert (found.state.name, found.missing) == ("UNDETERMINED", ("national_changed_at",))
