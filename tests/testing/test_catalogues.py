"""Entries of the standard catalogue that are made up: each breaks what it says, or keeps every clause."""

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from zwfw import check
from zwfw.records import NationalMapping
from zwfw.rules import find_rule
from zwfw.rules.catalogues import RULES
from zwfw.testing.areas import areas
from zwfw.testing.catalogues import (
    VIOLATIONS,
    catalogue_entries,
    conforming_catalogue_entries,
    no_binding_audits,
    service_standards,
)
from zwfw.testing.strategies import hindsight

FAST = settings(max_examples=5000, phases=[Phase.generate], database=None)


def reasons(entry):
    """The reasons of what an entry breaks."""
    return [outcome.reason for outcome in check(entry, hindsight(), rules=RULES).breaches]


@pytest.mark.parametrize(
    ("rule_id", "area", "reason"),
    [
        ("no-claim-registered-and-reported", "鼓楼区", "no-claim-not-registered"),
        ("no-claim-registered-and-reported", "鼓楼区", "no-claim-not-reported"),
        ("late-department-covered", "厦门市", "not-associated-yet"),
        ("late-department-covered", "厦门市", "guide-not-on-portal"),
        ("off-national-settled", "鼓楼区", "guides-left-behind"),
        ("off-national-settled", "鼓楼区", "off-national-not-unified"),
        ("local-special-scoped", "厦门市", "special-matter-without-standard"),
        ("local-special-scoped", "鼓楼区", "claimed-beyond-scope"),
        ("common-matter-unified", "鼓楼区", "common-matter-taken-for-special"),
        ("bound-or-registered", "厦门市", "bound-but-not-on-hall"),
        ("bound-or-registered", "涵江区", "neither-bound-nor-registered"),
        ("no-binding-audited", "厦门市", "audited-without-reform-office"),
        ("no-binding-audited", "鼓楼区", "audited-without-service-authority"),
        ("no-binding-audited", "鼓楼区", "registration-not-audited"),
    ],
)
def test_a_rule_is_broken_in_more_ways_than_one(rule_id, area, reason):
    """What only Xiamen asks for is broken in Xiamen."""
    drawn = areas(within=area).flatmap(VIOLATIONS[f"catalogues.{rule_id}"])

    assert find(drawn, lambda entry: reasons(entry) == [reason], settings=FAST)


@pytest.mark.parametrize("element", ["服务对象", "中介服务", "数量限制", "年检年报"])
def test_each_element_is_left_out(element):
    """Whichever of the four is missing, it is missing alone."""
    drawn = areas().flatmap(VIOLATIONS["catalogues.elements-supplied"])

    def lacks_it(entry):
        return [each.facts["element"] for each in check(entry, hindsight(), rules=RULES).breaches] == [element]

    assert find(drawn, lacks_it, settings=FAST)


@pytest.mark.parametrize("aspect", ["申请材料", "办事环节", "承诺时限", "跑动次数", "数量限制"])
def test_each_aspect_is_worse(aspect):
    """Whichever of the five is worse than nationally, it is that one alone."""
    drawn = areas().flatmap(VIOLATIONS["catalogues.licence-no-worse-than-national"])

    def is_worse(entry):
        return [each.facts["element"] for each in check(entry, hindsight(), rules=RULES).breaches] == [aspect]

    assert find(drawn, is_worse, settings=FAST)


@pytest.mark.parametrize(
    "is_it",
    [
        lambda entry: entry.mapping is None and entry.removed_at is not None,
        lambda entry: entry.is_local_special and entry.is_lawful,
        lambda entry: entry.no_binding_audit is not None,
        lambda entry: entry.within_powers is False and not entry.claimed_and_bound and not entry.no_binding_registered,
        lambda entry: entry.mapping is NationalMapping.NO_CLAIM,
        lambda entry: (
            entry.standard and entry.national_standard and entry.standard.visits == entry.national_standard.visits
        ),
        lambda entry: entry.department_system in ("税务", "烟草", "编办"),
    ],
    ids=["cleared", "special", "registered", "not its own", "no claim", "equal", "late"],
)
def test_conforming_entries_are_of_every_kind(is_it):
    """Cleared, special, registered, of another's powers, not claimed, covered late: each is drawn."""
    drawn = conforming_catalogue_entries()

    assert find(drawn, is_it, settings=FAST)


LICENCE = {"item_type": "行政许可"}
NOTHING_SET = dict.fromkeys(("materials", "steps", "quantity_limit"))
SPOKEN_OF = {
    "licence-structured-as-national": LICENCE,
    "no-claim-registered-and-reported": {"no_power_in_province": True},
    "local-matter-standardised": {"mapping": "地方性政务服务事项"},
    "mapped-to-national": {"removed_at": None},
    "late-department-covered": {"department_system": "税务"},
    "elements-supplied": LICENCE,
    "licence-no-worse-than-national": LICENCE
    | {"standard": service_standards(materials=[], steps=[], promised_working_days=1, quantity_limit=None)}
    | {"national_standard": {**NOTHING_SET, "promised_working_days": 1, "visits": 1}},
    "lead-standard-without-conflict": {"standard": {}},
    "off-national-settled": {"mapping": None},
    "local-special-scoped": {"is_local_special": True, "removed_at": None},
    "common-matter-unified": {"is_common_to_all_places": True},
    "bound-or-registered": {"within_powers": True, "removed_at": None},
    "no-binding-audited": {"no_binding_registered": True},
    "town-matter-run-by-county": {"exercising_level": "乡级"},
}
"""Facts by which each rule comes to speak of an entry."""


@pytest.mark.parametrize("state", ["MET", "BREACHED"])
@pytest.mark.parametrize("name", SPOKEN_OF)
def test_entries_are_of_every_kind(name, state):
    """Where a rule speaks of them, some entries keep it and some do not."""
    rule = find_rule(f"catalogues.{name}")
    drawn = catalogue_entries(area="厦门市", **SPOKEN_OF[name])

    assert find(drawn, lambda entry: any(each.state.name == state for each in rule(entry, hindsight())), settings=FAST)


@given(standard=service_standards(visits=2), audit=no_binding_audits(lawful=st.sampled_from((True, False))))
def test_values_and_strategies(standard, audit):
    """What is given is stated just so."""
    assert standard.visits == 2
    assert audit.lawful in (True, False)


def test_a_field_that_is_not_there():
    """Near ones are named."""
    with pytest.raises(TypeError, match=r"use_level \(near: use_levels\)"):
        catalogue_entries(use_level=None)
