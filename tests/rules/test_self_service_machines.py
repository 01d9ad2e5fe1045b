"""What each rule about the self-service machines of an area answers."""

from datetime import date

import pytest

from support import FUZHOU, HANJIANG, MET, UNKNOWN, UNSTATED, a_context, breach, idle, said, stated
from zwfw import Severity
from zwfw.records import SelfServiceNetwork
from zwfw.rules import self_service_machines as rules
from zwfw.testing.kits import check_rule

PUTIAN = "350300"


def a_machine(**changes):
    """A kiosk at a station that the district pays for, with your changes."""
    facts = {"name": "1号机", "is_kiosk": True, "site": "车站", "paid_from_district_budget": True}
    return stated(facts | changes)


def a_network(machines, **changes):
    """All the machines of Hanjiang, with your changes."""
    facts = {"name": "涵江区", "area": HANJIANG, "is_whole_district": True, "suitable_sites_without": []}
    return SelfServiceNetwork(**stated(facts | {"machines": machines} | changes))


def kiosks(count, **changes):
    """So many kiosks."""
    return [a_machine(**changes)] * count


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.id)
def test_every_rule_keeps_what_rules_promise(rule):
    """On whatever Hypothesis draws for its kind."""
    check_rule(rule)


TOO_FEW = breach("too-few-kiosks", "machines")
PERHAPS = [("NEEDS_JUDGEMENT", "perhaps-enough-kiosks", "machines")]


@pytest.mark.parametrize(
    ("machines", "found"),
    [
        (kiosks(25), MET),
        (kiosks(26), MET),
        (kiosks(24), TOO_FEW),
        ([], TOO_FEW),
        (None, TOO_FEW),
        (kiosks(24) + kiosks(1, is_kiosk=False), TOO_FEW),
        (kiosks(24) + kiosks(1, site=None), TOO_FEW),
        # one of 25 is at a bank, which the plan does not print and does not exclude
        (kiosks(24) + kiosks(1, site="银行"), PERHAPS),
        (kiosks(25) + kiosks(1, site="银行"), MET),
        (kiosks(23) + kiosks(1, site="银行"), TOO_FEW),
        (kiosks(24) + kiosks(1, is_kiosk=UNSTATED), UNKNOWN),
        (kiosks(24) + kiosks(1, site=UNSTATED), UNKNOWN),
        (kiosks(24) + kiosks(1, site=UNSTATED, is_kiosk=False), TOO_FEW),
        (kiosks(23) + kiosks(1, site=UNSTATED), TOO_FEW),
        (kiosks(23) + kiosks(1, site=UNSTATED) + kiosks(1, site="银行"), UNKNOWN),
        (kiosks(25) + kiosks(1, site=UNSTATED), MET),
        (UNSTATED, UNKNOWN),
    ],
)
def test_enough_in_the_district(machines, found):
    """At least 25 in all."""
    assert said(rules.enough_in_the_district, a_network(machines)) == found


def test_other_places_are_named_once():
    """However many stand at places of one kind."""
    machines = kiosks(22) + kiosks(2, site="银行") + kiosks(1, site="商场")

    (found,) = rules.enough_in_the_district(a_network(machines), a_context())

    assert (found.facts["count"], found.facts["others"]) == (22, ("银行", "商场"))


@pytest.mark.parametrize("site", ["政务（便民）服务中心", "社区邻里中心", "园区", "车站", "码头", "医院"])
def test_every_printed_place_counts(site):
    """The six of the plan."""
    assert said(rules.enough_in_the_district, a_network(kiosks(25, site=site))) == MET


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"is_whole_district": False}, idle("not-the-whole-district")),
        ({"is_whole_district": UNSTATED}, UNKNOWN),
        ({"area": PUTIAN}, idle("never-in-force")),
        ({"area": FUZHOU}, idle("never-in-force")),
    ],
)
def test_the_number_is_that_of_the_whole_district(changes, found):
    """A part need not have so many, and no other district."""
    assert said(rules.enough_in_the_district, a_network([], **changes)) == found


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2023, 3, 5), idle("not-yet-in-force")),
        (date(2023, 3, 6), TOO_FEW),  # the sentence has no date
        (date(2026, 3, 5), TOO_FEW),
        (date(2026, 3, 6), idle("no-longer-in-force")),
    ],
)
def test_the_number_holds_while_the_plan_does(day, found):
    """Three years."""
    assert said(rules.enough_in_the_district, a_network([]), a_context(as_of=day)) == found


OTHERWISE = breach("kiosk-paid-otherwise", "machines[0].paid_from_district_budget")


@pytest.mark.parametrize(
    ("machines", "found"),
    [
        (kiosks(2), MET),
        ([a_machine(paid_from_district_budget=False)], OTHERWISE),
        ([a_machine(paid_from_district_budget=None), a_machine()], OTHERWISE),
        ([a_machine(paid_from_district_budget=False, is_kiosk=False)], MET),
        ([a_machine(paid_from_district_budget=UNSTATED)], UNKNOWN),
        ([a_machine(is_kiosk=UNSTATED, paid_from_district_budget=False)], UNKNOWN),
        ([a_machine(is_kiosk=UNSTATED)], MET),
        ([], idle("no-kiosks")),
        (None, idle("no-kiosks")),
        (UNSTATED, UNKNOWN),
    ],
)
def test_paid_by_the_district(machines, found):
    """Every kiosk, in a part of the district too."""
    assert said(rules.paid_by_the_district, a_network(machines, is_whole_district=False)) == found


SITES = breach("sites-without-kiosk", "suitable_sites_without")


@pytest.mark.parametrize(
    ("sites", "found"), [([], MET), (None, MET), (["莆田站"], SITES), (["甲", "乙"], SITES), (UNSTATED, UNKNOWN)]
)
def test_extended_to_sites(sites, found):
    """Every place that has what it takes, in all of Putian."""
    for area in (PUTIAN, HANJIANG):
        assert said(rules.extended_to_sites, a_network([], area=area, suitable_sites_without=sites)) == found


def test_the_sites_are_named():
    """As a violation, from 2025-05-06 on."""
    network = a_network([], suitable_sites_without=["莆田站", "某银行网点"])
    (found,) = rules.extended_to_sites(network, a_context(as_of=date(2025, 5, 6)))

    assert found.facts["sites"] == ("莆田站", "某银行网点")
    assert found.severity is Severity.VIOLATION
    assert said(rules.extended_to_sites, network, a_context(as_of=date(2025, 5, 5))) == idle("not-yet-in-force")
