"""What each rule about entries of the standard catalogue answers: kept, broken, for a person, silent and unknown."""

from datetime import date

import pytest

from support import FUZHOU, HANJIANG, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, judged, said, stated
from zwfw import Severity
from zwfw.norms import norm
from zwfw.records import CatalogueEntry
from zwfw.rules import catalogues
from zwfw.rules.catalogues import RULES

PUTIAN = "350300"
BEFORE_ALL = a_context(date(2022, 9, 13))
"""The day before the province's task table was issued."""

STANDARD = {"materials": ["申请表", "身份证"], "steps": ["受理", "审查"], "promised_working_days": 10, "visits": 1}
AUDIT = {
    "by_service_authority": True,
    "by_reform_office": True,
    "by_establishment_office": True,
    "lawful": True,
    "reasonable": True,
    "compliant": True,
}
_BASE = {
    "name": "取水许可",
    "area": FUZHOU,
    "item_type": "行政许可",
    "exercising_level": "县级",
    "service_objects": ["企业法人"],
    "intermediary_services": [],
    "quantity_limit": "无",
    "annual_inspection": "无",
    "mapping": "对应关系",
    "no_power_in_province": False,
    "national_elements_wrong": False,
    "no_claim_registered": False,
    "reported_to_state": False,
    "is_lawful": True,
    "standard_unified": True,
    "in_provincial_catalogue": True,
    "follows_national_licence_list": True,
    "department_system": None,
    "is_standardised": True,
    "is_associated": True,
    "guide_published": True,
    "standard": STANDARD | {"quantity_limit": None},
    "national_standard": STANDARD | {"quantity_limit": 50},
    "conflicts_with": [],
    "meets_set_up_requirements": True,
    "removed_at": None,
    "bound_guides_withdrawn": None,
    "is_local_special": False,
    "scope": None,
    "scope_levels": None,
    "claimed_by_levels": None,
    "has_own_standard": None,
    "is_common_to_all_places": False,
    "differs_by_place": False,
    "within_powers": True,
    "claimed_and_bound": True,
    "no_binding_registered": False,
    "no_binding_audit": None,
    "run_by_county": None,
}


def an_entry(**changes):
    """A licence in the catalogue, as 鼓楼区 of Fuzhou took it up, every clause kept, with your changes."""
    return CatalogueEntry(**stated(_BASE | changes))


def answers(rule, ctx=None, **changes):
    """State, reason and place of what *rule* answers about an entry with your changes."""
    return said(rule, an_entry(**changes), ctx)


def cited(rule, **changes):
    """State, clauses and severity of what *rule* answers about an entry with your changes."""
    found = rule(an_entry(**changes), a_context())
    return [(each.state.name, [held.ref for held in each.clauses], each.severity) for each in found]


def test_the_base_breaks_nothing():
    """Of the entry that the tests change, each rule says that it is kept or speaks of something else."""
    assert {state for rule in RULES for state, _, _ in answers(rule)} == {"MET", "NOT_APPLICABLE"}


# ---------------------------------------------------------------- the national base catalogue


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        (
            {"follows_national_licence_list": False},
            breach("licence-structured-otherwise", "follows_national_licence_list"),
        ),
        (
            {"follows_national_licence_list": None},
            breach("licence-structured-otherwise", "follows_national_licence_list"),
        ),
        ({"item_type": "公共服务", "follows_national_licence_list": False}, idle("entry-is-no-licence")),
        # the list of types is open: another word is no licence
        ({"item_type": "行政征收", "follows_national_licence_list": False}, idle("entry-is-no-licence")),
        ({"item_type": None}, idle("entry-is-no-licence")),
        ({"item_type": UNSTATED}, UNKNOWN),
        ({"follows_national_licence_list": UNSTATED}, UNKNOWN),
    ],
)
def test_licence_structured_as_national(changes, found):
    """A licence is structured as in the national list; of other types nothing is asked."""
    assert answers(catalogues.licence_structured_as_national, **changes) == found


CLAIM, REPORT = (
    ("BREACHED", "no-claim-not-registered", "no_claim_registered"),
    (
        "BREACHED",
        "no-claim-not-reported",
        "reported_to_state",
    ),
)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, idle("no-cause-for-no-claim")),
        ({"no_power_in_province": True}, [CLAIM, REPORT]),
        ({"national_elements_wrong": True}, [CLAIM, REPORT]),
        ({"no_power_in_province": True, "no_claim_registered": True}, [REPORT]),
        ({"national_elements_wrong": True, "reported_to_state": True}, [CLAIM]),
        ({"no_power_in_province": True, "no_claim_registered": True, "reported_to_state": True}, MET),
        # either cause is enough, whatever is unknown of the other
        ({"no_power_in_province": True, "national_elements_wrong": UNSTATED}, [CLAIM, REPORT]),
        ({"no_power_in_province": UNSTATED}, UNKNOWN),
        ({"no_power_in_province": True, "no_claim_registered": UNSTATED}, [*UNKNOWN, REPORT]),
    ],
)
def test_no_claim_registered_and_reported(changes, found):
    """Without the power, or with a wrong national element, both acts are due: the registration and the report."""
    assert answers(catalogues.no_claim_registered_and_reported, **changes) == found


LOCAL = {"mapping": "地方性政务服务事项"}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, idle("no-lawful-local-matter")),
        (LOCAL, MET),
        (LOCAL | {"standard_unified": False}, breach("local-matter-not-unified", "standard_unified")),
        (
            LOCAL | {"in_provincial_catalogue": None},
            breach("local-matter-not-in-base-catalogue", "in_provincial_catalogue"),
        ),
        (LOCAL | {"is_lawful": False, "standard_unified": False}, idle("no-lawful-local-matter")),
        ({"mapping": UNSTATED, "is_lawful": False}, idle("no-lawful-local-matter")),
        ({"mapping": UNSTATED}, UNKNOWN),
        (LOCAL | {"is_lawful": UNSTATED}, UNKNOWN),
        (
            LOCAL | {"standard_unified": UNSTATED, "in_provincial_catalogue": False},
            [*UNKNOWN, ("BREACHED", "local-matter-not-in-base-catalogue", "in_provincial_catalogue")],
        ),
    ],
)
def test_local_matter_standardised(changes, found):
    """A lawful local matter has one standard and is in the base catalogue of the province; both are due."""
    assert answers(catalogues.local_matter_standardised, **changes) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"mapping": "无需认领登记"}, MET),
        (LOCAL, MET),
        ({"mapping": None}, breach("not-mapped", "mapping")),
        ({"mapping": None, "removed_at": "2025-06-03"}, MET),  # it is no entry any more
        ({"mapping": None, "removed_at": "2025-07-01"}, breach("not-mapped", "mapping")),  # removed after the look
        ({"mapping": None, "removed_at": UNSTATED}, UNKNOWN),
        ({"mapping": UNSTATED}, UNKNOWN),
    ],
)
def test_mapped_to_national(changes, found):
    """Every entry stands in one of three ways to the national base catalogue."""
    assert answers(catalogues.mapped_to_national, **changes) == found


LATE = {"department_system": "税务"}
UNDONE = {"is_standardised": False, "guide_published": False}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        (UNDONE, idle("department-covered-before")),
        (UNDONE | {"department_system": ""}, idle("department-covered-before")),
        (LATE, MET),
        (LATE | {"is_standardised": False}, breach("not-standardised-yet", "is_standardised")),
        (LATE | {"guide_published": None}, breach("guide-not-on-portal", "guide_published")),
        # what Xiamen asks beside is not asked in Fuzhou
        (LATE | {"is_associated": False}, MET),
        # the list is open: whether the broadcasters' system is meant, the text does not say
        (UNDONE | {"department_system": "广电"}, judged("system-not-printed", "department_system")),
        ({"department_system": "广电"}, MET),
        ({"department_system": "广电", "is_standardised": UNSTATED}, UNKNOWN),
        ({"department_system": UNSTATED}, UNKNOWN),
        (
            LATE | {"is_standardised": UNSTATED, "guide_published": False},
            [*UNKNOWN, ("BREACHED", "guide-not-on-portal", "guide_published")],
        ),
    ],
)
def test_late_department_covered(changes, found):
    """What the catalogue did not cover yet is standardised and its guide published; both are due."""
    assert answers(catalogues.late_department_covered, **changes) == found


def test_late_department_in_xiamen():
    """Xiamen asks for the association too: that breaks its clause alone, and is advice, as 推动 is."""
    late = LATE | {"area": XIAMEN}

    assert cited(catalogues.late_department_covered, **late) == [
        ("MET", ["xiamen-2022/1.1.4", "fujian-2022/1.1.5"], None)
    ]
    assert cited(catalogues.late_department_covered, **late, is_associated=False) == [
        ("BREACHED", ["xiamen-2022/1.1.4"], Severity.ADVICE),
        ("MET", ["fujian-2022/1.1.5"], None),
    ]
    assert cited(catalogues.late_department_covered, **late, is_standardised=False) == [
        ("BREACHED", ["xiamen-2022/1.1.4", "fujian-2022/1.1.5"], Severity.ADVICE)
    ]


@pytest.mark.parametrize(
    "system",
    [
        "编办",
        "军民融合",
        "密码",
        "监狱管理",
        "国安",
        "税务",
        "海关",
        "海事",
        "民宗",
        "人行",
        "银保监",
        "证监",
        "烟草",
    ],
)
def test_the_thirteen_systems(system):
    """Each printed system is meant for sure."""
    found = answers(catalogues.late_department_covered, department_system=system, is_standardised=False)

    assert found == breach("not-standardised-yet", "is_standardised")


# ---------------------------------------------------------------- elements and standards


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"service_objects": []}, breach("element-not-supplied", "service_objects")),
        ({"service_objects": None, "item_type": "公共服务"}, breach("element-not-supplied", "service_objects")),
        ({"intermediary_services": None}, breach("element-not-supplied", "intermediary_services")),
        ({"intermediary_services": []}, MET),  # that it needs none is said
        ({"quantity_limit": ""}, breach("element-not-supplied", "quantity_limit")),
        ({"quantity_limit": None}, breach("element-not-supplied", "quantity_limit")),
        ({"annual_inspection": " "}, breach("element-not-supplied", "annual_inspection")),
        ({"annual_inspection": "每年 6 月报告"}, MET),
        # the three are asked of licences alone
        ({"item_type": "行政确认", "quantity_limit": None, "annual_inspection": None}, MET),
        ({"item_type": "行政确认", "quantity_limit": UNSTATED}, MET),
        ({"item_type": UNSTATED}, MET),  # all are there, whatever it is
        ({"item_type": UNSTATED, "quantity_limit": None}, UNKNOWN),
        ({"service_objects": UNSTATED}, UNKNOWN),
        (
            {"service_objects": UNSTATED, "quantity_limit": None},
            [*UNKNOWN, ("BREACHED", "element-not-supplied", "quantity_limit")],
        ),
    ],
)
def test_elements_supplied(changes, found):
    """Every entry says whom it serves; a licence says three things more, if only that there is none."""
    assert answers(catalogues.elements_supplied, **changes) == found


def test_elements_are_those_printed():
    """The words of the finding are the province's: 服务对象 for all, the other three for licences."""
    bare = an_entry(service_objects=(), intermediary_services=None, quantity_limit=None, annual_inspection=None)

    found = [each.facts["element"] for each in catalogues.elements_supplied(bare, a_context())]

    assert found == ["服务对象", "中介服务", "数量限制", "年检年报"]
    assert tuple(found) == norm("fujian-2022/1.2.1#1").members + norm("fujian-2022/1.2.1#2").members


def worse(aspect):
    """The one answer that a licence is worse than the national standard in one aspect."""
    return breach("worse-than-national", f"standard.{aspect}")


def held_against(own=(), national=(), **changes):
    """An entry's own and the national standard, each with its changes; both are alike otherwise."""
    both = STANDARD | {"quantity_limit": 50}
    return {
        "standard": stated(both | dict(own)),
        "national_standard": stated(both | dict(national)),
        **changes,
    }


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        (held_against(), MET),
        # time: 10 working days nationally
        (held_against({"promised_working_days": 9}), MET),
        (held_against({"promised_working_days": 11}), worse("promised_working_days")),
        # one visit nationally
        (held_against({"visits": 0}), MET),
        (held_against({"visits": 2}), worse("visits")),
        # and two steps
        (held_against({"steps": ["一站办结"]}), MET),
        (held_against({"steps": ["受理", "审查", "决定"]}), worse("steps")),
        # materials: two, by name
        (held_against({"materials": ["身份证"]}), MET),
        (held_against({"materials": []}), MET),
        (held_against({"materials": ["身份证", "申请表", "申请表"]}), MET),  # the same two, one named twice
        (held_against({"materials": ["申请表", "身份证", "户口簿"]}), worse("materials")),
        # as many but another, or fewer but another: no number says which is simpler
        (
            held_against({"materials": ["申请表", "户口簿"]}),
            judged("other-materials-than-national", "standard.materials"),
        ),
        (held_against({"materials": ["户口簿"]}), judged("other-materials-than-national", "standard.materials")),
        # a quantity the other way about: more is better, and no limit is best
        (held_against({"quantity_limit": 51}), MET),
        (held_against({"quantity_limit": None}), MET),
        (held_against({"quantity_limit": 49}), worse("quantity_limit")),
        (held_against({"quantity_limit": 49}, {"quantity_limit": None}), worse("quantity_limit")),
        (held_against({"quantity_limit": None}, {"quantity_limit": None}), MET),
        # what the national standard does not set is not asked for
        (held_against({"visits": 5}, {"visits": None}), MET),
        (held_against({"materials": ["户口簿"]}, {"materials": None}), MET),
        # what it sets and the own one is silent on, a person compares
        (held_against({"visits": None}), judged("standard-silent", "standard.visits")),
        (held_against({"materials": None}), judged("standard-silent", "standard.materials")),
        # no trade-off: one better does not make up for another worse, and each is told
        (
            held_against({"visits": 0, "promised_working_days": 12, "steps": ["甲", "乙", "丙"]}),
            [
                ("BREACHED", "worse-than-national", "standard.steps"),
                ("BREACHED", "worse-than-national", "standard.promised_working_days"),
            ],
        ),
        # not a licence, or nothing to compare
        (held_against({"visits": 5}, item_type="行政确认"), idle("no-licence-standards")),
        ({"national_standard": None}, idle("no-licence-standards")),
        ({"standard": None, "national_standard": UNSTATED}, idle("no-licence-standards")),
        ({"national_standard": UNSTATED}, UNKNOWN),
        (held_against({"visits": UNSTATED}), UNKNOWN),
        (
            held_against({"visits": UNSTATED, "promised_working_days": 11}),
            [("BREACHED", "worse-than-national", "standard.promised_working_days"), *UNKNOWN],
        ),
        # no limit of one's own is best, whatever the national one is
        (held_against({"quantity_limit": None}, {"quantity_limit": UNSTATED}), MET),
    ],
)
def test_licence_no_worse_than_national(changes, found):
    """Each aspect of a licence's standard is the national one or better for the applicant; equal is fine."""
    assert answers(catalogues.licence_no_worse_than_national, **changes) == found


def test_how_much_worse():
    """The finding has both figures; where the State sets no limit, it says so."""
    entry = an_entry(**held_against({"quantity_limit": 49, "steps": ["甲", "乙", "丙"]}, {"quantity_limit": None}))

    steps, quantity = catalogues.licence_no_worse_than_national(entry, a_context())

    assert dict(steps.facts) == {"element": "办事环节", "own": 3, "national": 2}
    assert dict(quantity.facts) == {"element": "数量限制", "own": 49, "national": None}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"conflicts_with": None}, MET),
        ({"conflicts_with": ["国家基本目录"]}, breach("lead-standard-in-conflict", "conflicts_with")),
        # the list of what it may be in conflict with is open
        ({"conflicts_with": ["跨省通办业务标准"]}, breach("lead-standard-in-conflict", "conflicts_with")),
        ({"standard": None, "conflicts_with": ["国家基本目录"]}, idle("no-lead-standard-set")),
        ({"conflicts_with": UNSTATED}, UNKNOWN),
        ({"standard": UNSTATED}, UNKNOWN),
    ],
)
def test_lead_standard_without_conflict(changes, found):
    """A lead standard is in conflict with nothing; to differ is none by itself."""
    assert answers(catalogues.lead_standard_without_conflict, **changes) == found


# ---------------------------------------------------------------- outside the national catalogue, special, common

CLEARED = LOCAL | {"meets_set_up_requirements": False, "removed_at": "2025-06-03", "bound_guides_withdrawn": True}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"standard_unified": False}, idle("has-national-counterpart")),
        ({"mapping": "无需认领登记", "standard_unified": False}, idle("has-national-counterpart")),
        (LOCAL, MET),
        (LOCAL | {"standard_unified": False}, breach("off-national-not-unified", "standard_unified")),
        # that it answers to nothing is the question of another rule; here it is outside all the same
        ({"mapping": None, "standard_unified": False}, breach("off-national-not-unified", "standard_unified")),
        (LOCAL | {"standard_unified": False, "removed_at": "2025-06-03"}, MET),
        (CLEARED, MET),
        (CLEARED | {"removed_at": None}, judged("off-national-not-removed", "removed_at")),
        # to be removed the day after the look
        (CLEARED | {"removed_at": "2025-07-01"}, judged("off-national-not-removed", "removed_at")),
        (CLEARED | {"bound_guides_withdrawn": False}, breach("guides-left-behind", "bound_guides_withdrawn")),
        # whether its basis is sufficient a person says; to say nothing of it is not to say no
        (CLEARED | {"meets_set_up_requirements": UNSTATED}, UNKNOWN),
        (LOCAL | {"standard_unified": UNSTATED}, UNKNOWN),
        (CLEARED | {"removed_at": UNSTATED}, UNKNOWN),
        (CLEARED | {"bound_guides_withdrawn": UNSTATED}, UNKNOWN),
        ({"mapping": UNSTATED}, UNKNOWN),
    ],
)
def test_off_national_settled(changes, found):
    """Without a national counterpart it has one standard, or goes with the guides that are bound to it."""
    assert answers(catalogues.off_national_settled, **changes) == found


SPECIAL = {
    "is_local_special": True,
    "is_lawful": True,
    "scope": "厦门市",
    "scope_levels": ["市级", "县级"],
    "claimed_by_levels": ["县级"],
    "has_own_standard": True,
}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, idle("no-lawful-special-matter")),
        (SPECIAL | {"is_lawful": False, "scope": None}, idle("no-lawful-special-matter")),
        (SPECIAL, MET),
        (SPECIAL | {"scope": None}, breach("special-matter-without-scope", "scope")),
        (SPECIAL | {"scope": ""}, breach("special-matter-without-scope", "scope")),
        # of a removed entry the record says how it stood until then, not whether it was lawful still
        (SPECIAL | {"removed_at": "2025-06-03"}, judged("special-matter-removed", "removed_at")),
        (
            SPECIAL | {"removed_at": "2025-06-03", "scope": None},
            [*judged("special-matter-removed", "removed_at"), *breach("special-matter-without-scope", "scope")],
        ),
        # in Fuzhou the province's words alone hold: the scope of the standard, no standard beside it
        (SPECIAL | {"has_own_standard": False}, MET),
        (SPECIAL | {"claimed_by_levels": ["市级", "县级"]}, MET),
        (SPECIAL | {"claimed_by_levels": ["县级", "乡级"]}, breach("claimed-beyond-scope", "claimed_by_levels")),
        (SPECIAL | {"claimed_by_levels": None, "scope_levels": None}, MET),
        (SPECIAL | {"scope_levels": []}, judged("scope-names-no-level", "scope_levels")),
        (SPECIAL | {"claimed_by_levels": UNSTATED}, UNKNOWN),
        (SPECIAL | {"scope": UNSTATED}, UNKNOWN),
        (SPECIAL | {"removed_at": UNSTATED}, UNKNOWN),
        ({"is_local_special": UNSTATED}, UNKNOWN),
    ],
)
def test_local_special_scoped(changes, found):
    """A lawful special matter is in the catalogue with its scope, and the levels within the scope claim it."""
    assert answers(catalogues.local_special_scoped, **changes) == found


CITY, PROVINCE = "xiamen-2022/1.2.6", "fujian-2022/1.2.8"
BROKEN = Severity.VIOLATION


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, [("MET", [CITY, PROVINCE], None)]),
        ({"has_own_standard": False}, [("BREACHED", [CITY], BROKEN), ("MET", [PROVINCE], None)]),
        ({"claimed_by_levels": ["省级"]}, [("BREACHED", [PROVINCE], BROKEN), ("MET", [CITY], None)]),
        ({"scope": None}, [("BREACHED", [CITY, PROVINCE], BROKEN)]),
        (
            {"claimed_by_levels": ["省级"], "has_own_standard": False},
            [("BREACHED", [PROVINCE], BROKEN), ("BREACHED", [CITY], BROKEN)],
        ),
        (
            {"scope": None, "has_own_standard": False},
            [("BREACHED", [CITY, PROVINCE], BROKEN), ("BREACHED", [CITY], BROKEN)],
        ),
    ],
)
def test_local_special_in_xiamen(changes, found):
    """Xiamen asks for the standard as well as the scope, the province for who claims; each clause by itself."""
    assert cited(catalogues.local_special_scoped, **SPECIAL | {"area": XIAMEN} | changes) == found


COMMON = {"is_common_to_all_places": True, "differs_by_place": True}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, idle("no-common-matter-that-differs")),
        ({"is_common_to_all_places": True}, idle("no-common-matter-that-differs")),
        ({"differs_by_place": True, "standard_unified": False}, idle("no-common-matter-that-differs")),
        (COMMON, MET),
        (COMMON | {"standard_unified": False}, breach("common-matter-not-unified", "standard_unified")),
        # the housing provident fund taken for a special matter of one place
        (COMMON | {"is_local_special": True}, breach("common-matter-taken-for-special", "is_local_special")),
        (
            COMMON | {"is_local_special": True, "standard_unified": UNSTATED},
            [*UNKNOWN, ("BREACHED", "common-matter-taken-for-special", "is_local_special")],
        ),
        ({"is_common_to_all_places": UNSTATED}, idle("no-common-matter-that-differs")),
        (COMMON | {"differs_by_place": UNSTATED}, UNKNOWN),
    ],
)
def test_common_matter_unified(changes, found):
    """What all places have and handle differently gets one standard, and is no special matter of one place."""
    assert answers(catalogues.common_matter_unified, **changes) == found


# ---------------------------------------------------------------- binding

NEITHER = {"claimed_and_bound": False}
REGISTERED = {"claimed_and_bound": False, "no_binding_registered": True, "no_binding_audit": AUDIT}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        (REGISTERED, MET),
        (NEITHER, breach("neither-bound-nor-registered", "claimed_and_bound")),
        (NEITHER | {"within_powers": False}, idle("not-to-be-bound")),
        (NEITHER | {"removed_at": "2025-06-03"}, idle("not-to-be-bound")),
        # to be registered as needing no claim from the State is another registration
        (NEITHER | {"no_claim_registered": True}, breach("neither-bound-nor-registered", "claimed_and_bound")),
        # in Fuzhou, what is bound need not be published for this clause
        ({"guide_published": False}, MET),
        ({"no_binding_registered": UNSTATED}, MET),
        (NEITHER | {"no_binding_registered": UNSTATED}, UNKNOWN),
        (NEITHER | {"within_powers": UNSTATED}, UNKNOWN),
        (NEITHER | {"within_powers": UNSTATED, "removed_at": "2025-06-03"}, idle("not-to-be-bound")),
    ],
)
def test_bound_or_registered(changes, found):
    """What is within a department's powers is bound, or registered as needing no binding."""
    assert answers(catalogues.bound_or_registered, **changes) == found


UNKNOWN_TO_ONE = [*UNKNOWN, *MET]
"""What one clause asks is unknown, and the other is kept."""


def test_bound_in_xiamen_is_on_the_hall():
    """In Xiamen the bound entry is published too; that breaks the city's clause alone, and a registration does."""
    hidden = {"area": XIAMEN, "guide_published": False}

    assert cited(catalogues.bound_or_registered, **hidden) == [
        ("BREACHED", ["xiamen-2022/3.4.1"], Severity.VIOLATION),
        ("MET", ["fujian-2022/3.4.1"], None),
    ]
    assert answers(catalogues.bound_or_registered, **hidden)[0][1:] == ("bound-but-not-on-hall", "guide_published")
    assert answers(catalogues.bound_or_registered, **hidden | REGISTERED) == MET
    # bound and registered at once: the registration is enough
    assert answers(catalogues.bound_or_registered, **hidden | {"no_binding_registered": True}) == MET
    assert answers(catalogues.bound_or_registered, **hidden | {"no_binding_registered": UNSTATED}) == UNKNOWN_TO_ONE


@pytest.mark.parametrize(
    ("area", "as_of", "refs"),
    [
        (HANJIANG, date(2026, 3, 5), ["hanjiang-2023/task-4", "fujian-2022/3.4.1"]),
        (HANJIANG, date(2026, 3, 7), ["fujian-2022/3.4.1"]),  # three years from 2023-03-06 are over
        (PUTIAN, date(2025, 6, 30), ["fujian-2022/3.4.1"]),
        (XIAMEN, date(2025, 6, 30), ["xiamen-2022/3.4.1", "fujian-2022/3.4.1"]),
    ],
)
def test_where_an_unbound_entry_breaks_what(area, as_of, refs):
    """In Hanjiang the district's task says so too, as long as its plan is in force."""
    (found,) = catalogues.bound_or_registered(an_entry(**NEITHER, area=area), a_context(as_of))

    assert (found.state.name, [each.ref for each in found.clauses]) == ("BREACHED", refs)


def audited(**changes):
    """A registration whose audit has these changes."""
    return REGISTERED | {"no_binding_audit": stated(AUDIT | changes)}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, idle("nothing-to-audit")),
        (REGISTERED, MET),
        (REGISTERED | {"no_binding_audit": None}, breach("registration-not-audited", "no_binding_audit")),
        # all three tests, each by itself
        (audited(lawful=False), breach("registration-not-lawful", "no_binding_audit.lawful")),
        (audited(reasonable=None), breach("registration-not-reasonable", "no_binding_audit.reasonable")),
        (audited(compliant=False), breach("registration-not-compliant", "no_binding_audit.compliant")),
        # both bodies
        (
            audited(by_establishment_office=False),
            breach("audited-without-establishment-office", "no_binding_audit.by_establishment_office"),
        ),
        (
            audited(by_service_authority=False),
            breach("audited-without-service-authority", "no_binding_audit.by_service_authority"),
        ),
        # Xiamen's auditor is not asked for in Fuzhou
        (audited(by_reform_office=False), MET),
        (audited(by_reform_office=UNSTATED), MET),
        (audited(lawful=UNSTATED), UNKNOWN),
        (
            audited(lawful=UNSTATED, compliant=False),
            [*UNKNOWN, ("BREACHED", "registration-not-compliant", "no_binding_audit.compliant")],
        ),
        (REGISTERED | {"no_binding_audit": UNSTATED}, UNKNOWN),
        ({"no_binding_registered": UNSTATED}, UNKNOWN),
    ],
)
def test_no_binding_audited(changes, found):
    """A registration is audited by both bodies, and stands only if lawful, reasonable and compliant."""
    assert answers(catalogues.no_binding_audited, **changes) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, [("MET", ["xiamen-2022/3.4.1", "fujian-2022/3.4.1"], None)]),
        (
            {"by_reform_office": False},
            [("BREACHED", ["xiamen-2022/3.4.1"], BROKEN), ("MET", ["fujian-2022/3.4.1"], None)],
        ),
        (
            {"by_service_authority": False},
            [("BREACHED", ["fujian-2022/3.4.1"], BROKEN), ("MET", ["xiamen-2022/3.4.1"], None)],
        ),
        (
            {"by_establishment_office": False},
            [("BREACHED", ["xiamen-2022/3.4.1", "fujian-2022/3.4.1"], BROKEN)],
        ),
    ],
)
def test_who_audits_in_xiamen(changes, found):
    """Each clause names its own auditor beside the establishment office; they are not mixed up."""
    assert cited(catalogues.no_binding_audited, **audited(**changes), area=XIAMEN) == found


@pytest.mark.parametrize(
    ("rule", "changes", "reason", "path"),
    [
        (catalogues.late_department_covered, LATE | {"is_associated": False}, "not-associated-yet", "is_associated"),
        (
            catalogues.local_special_scoped,
            SPECIAL | {"has_own_standard": None},
            "special-matter-without-standard",
            "has_own_standard",
        ),
        (
            catalogues.no_binding_audited,
            audited(by_reform_office=False),
            "audited-without-reform-office",
            "no_binding_audit.by_reform_office",
        ),
    ],
)
def test_what_only_xiamen_asks(rule, changes, reason, path):
    """It is found in Xiamen, where the province's clause is kept, and in Fuzhou nobody asks for it."""
    assert answers(rule, **changes | {"area": XIAMEN}) == [*breach(reason, path), *MET]
    assert answers(rule, **changes) == MET


TOWN = {"exercising_level": "乡级", "run_by_county": True}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, idle("no-town-matter")),
        (TOWN, MET),
        (TOWN | {"run_by_county": False}, breach("town-matter-not-run-by-county", "run_by_county")),
        (
            TOWN | {"exercising_level": "村级", "run_by_county": None},
            breach("town-matter-not-run-by-county", "run_by_county"),
        ),
        ({"exercising_level": None}, idle("no-town-matter")),
        ({"exercising_level": UNSTATED}, UNKNOWN),
        (TOWN | {"run_by_county": UNSTATED}, UNKNOWN),
    ],
)
def test_town_matter_run_by_county(changes, found):
    """The county runs the claim and the guide of what townships and villages do."""
    assert answers(catalogues.town_matter_run_by_county, **changes) == found


def test_what_the_county_runs_is_advice():
    """Both texts say 推动."""
    found = cited(catalogues.town_matter_run_by_county, **TOWN | {"run_by_county": False, "area": XIAMEN})

    assert found == [("BREACHED", ["xiamen-2022/3.4.1", "fujian-2022/3.4.1"], Severity.ADVICE)]


# ---------------------------------------------------------------- every rule


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_before_the_documents(rule):
    """On the day before the province's document was issued, no rule says anything."""
    assert {(state, reason) for state, reason, _ in answers(rule, BEFORE_ALL)} == {
        ("NOT_APPLICABLE", "not-yet-in-force")
    }
