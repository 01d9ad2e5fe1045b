"""Guides that are made up: what they promise about the clauses holds."""

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from zwfw import Area, Severity, check
from zwfw.records import Guide, GuidePair
from zwfw.rules.guides import RULES
from zwfw.testing.guides import conforming_guide_pairs, conforming_guides, guide_pairs, guides
from zwfw.testing.strategies import hindsight, violating

FEW = settings(max_examples=10)
FAST = settings(max_examples=3000, phases=[Phase.generate], database=None)


def reasons(record):
    """Why rules about guides are broken."""
    return {each.reason for each in check(record, hindsight()).breaches}


@FEW
@given(guide=guides(is_frequent=True, access=st.sampled_from([["纸质"], None]), area="涵江区"))
def test_guides_takes_values_and_strategies(guide):
    """What is given is stated just so."""
    assert guide.is_frequent is True
    assert guide.access is None or [way.value for way in guide.access] == ["纸质"]
    assert {"is_frequent", "access", "area"} <= guide.model_fields_set
    assert guide.area == Area("350303")


@pytest.mark.parametrize(
    ("strategy", "misspelt", "kind"), [(guides, "visit", "Guide"), (guide_pairs, "ofline", "GuidePair")]
)
def test_a_misspelt_field_is_refused(strategy, misspelt, kind):
    """Before anything is drawn."""
    with pytest.raises(TypeError, match=f"expected fields of {kind}, got {misspelt}"):
        strategy(**{misspelt: 1})


@FEW
@given(pair=guide_pairs(online={"name": "甲", "visits": 1}, offline=Guide(name="乙")))
def test_guide_pairs_takes_both_guides(pair):
    """As facts or as a record."""
    assert (pair.online, pair.offline) == (Guide(name="甲", visits=1), Guide(name="乙"))


UNBOUND = {"catalogue_code": None, "bound_at": None, "department_standardised": True}


@pytest.mark.parametrize(
    ("given_fields", "answer"),
    [
        ({}, "not-stated"),
        ({}, "guide-bound"),
        ({}, "not-on-provincial-hall"),
        ({}, "guide-lacks-element"),
        (UNBOUND, "addition-pending"),
        (UNBOUND, "unbound-guide-still-published"),
        (UNBOUND, "withdrawn-despite-basis"),
        ({"published_on": ["福建省网上办事大厅"]}, "time-beyond-guide"),
        ({"published_on": ["福建省网上办事大厅"]}, "materials-beyond-guide"),
        ({"is_frequent": True, "is_in_demand_at_window": True}, "frequent-guide-not-offered"),
    ],
)
def test_guides_are_of_every_kind(given_fields, answer):
    """Little known, bound, pending, late, too much asked: each is drawn."""

    def is_it(guide):
        return any(each.reason == answer for each in check(guide, hindsight(), rules=RULES).outcomes)

    assert find(guides(area="涵江区", **given_fields), is_it, settings=FAST)


@pytest.mark.parametrize("answer", ["met", "not-stated", "sources-differ", "not-updated-together", "guide-not-kept-up"])
def test_pairs_are_of_every_kind(answer):
    """Alike in something, little known, different: each is drawn."""

    def is_it(pair):
        return any(each.reason == answer for each in check(pair, hindsight()).outcomes)

    assert find(guide_pairs(area="涵江区"), is_it, settings=FAST)


def test_pairs_are_alike_but_for_one_thing():
    """Often the offline guide is drawn after the online one."""

    def is_it(pair):
        one, other = (guide.model_dump(mode="json") for guide in (pair.online, pair.offline))
        return len(one) > 20 and len([name for name in one if other.get(name, ...) != one[name]]) == 1

    assert find(guide_pairs(), is_it, settings=FAST)


@pytest.mark.parametrize("strategy", [conforming_guides, conforming_guide_pairs])
@pytest.mark.parametrize("area", [None, "思明区", "涵江区"])
@FEW
@given(data=st.data())
def test_what_conforms_keeps_every_clause(strategy, area, data):
    """Every field is stated, of both guides of a pair too."""
    record = data.draw(strategy(area=area))

    assert record.model_fields_set == set(type(record).model_fields)
    assert check(record, hindsight()).ok
    assert area is None or record.area == Area.find(area)
    if isinstance(record, GuidePair):
        assert record.online.model_fields_set == record.offline.model_fields_set == set(Guide.model_fields)


def test_conforming_guides_are_of_every_fate():
    """Bound, kept for now, withdrawn, waiting to be bound."""

    def fate(wanted):
        return lambda guide: (guide.catalogue_code or guide.bound_at) is None and wanted(guide)

    for wanted in (
        lambda guide: guide.department_standardised and guide.withdrawn_at,
        lambda guide: not guide.department_standardised and guide.standard_complies and guide.withdrawn_at is None,
        lambda guide: guide.addition_requested_at and guide.basis_sufficient and guide.withdrawn_at is None,
    ):
        assert find(conforming_guides(), fate(wanted), settings=FAST)
    assert find(conforming_guides(), lambda guide: guide.catalogue_code is not None, settings=FAST)


@pytest.mark.parametrize(
    ("rule_id", "area", "wanted"),
    [
        ("guides.cross-province-stated", "鼓楼区", {"cross-province-process-missing"}),
        ("guides.cross-province-stated", "鼓楼区", {"division-of-duties-missing"}),
        ("guides.unbound-settled", "思明区", {"bound-before-requested"}),
        ("guides.unbound-settled", "思明区", {"kept-guide-withdrawn"}),
        ("guides.unbound-settled", "思明区", {"withdrawn-despite-basis"}),
        ("guides.nothing-beyond-the-guide", "鼓楼区", {"materials-beyond-guide"}),
        ("guides.nothing-beyond-the-guide", "鼓楼区", {"steps-beyond-guide"}),
        ("guides.nothing-beyond-the-guide", "鼓楼区", {"time-beyond-guide"}),
        ("guides.nothing-beyond-the-guide", "鼓楼区", {"visits-beyond-guide"}),
        ("guides.published-and-linked", "莆田市", {"guide-not-linked"}),
        ("guides.published-and-linked", "莆田市", {"guide-portal-missing"}),
        ("guides.content-complete", "莆田市", {"guide-lacks-element"}),
        ("guides.content-complete", "莆田市", {"guide-lacks-quality"}),
        ("guides.online-and-offline-agree", "鼓楼区", {"sources-differ"}),
        ("guides.online-and-offline-agree", "鼓楼区", {"not-updated-together"}),
        ("guides.online-and-offline-agree", "鼓楼区", {"guides-differ"}),
        ("guides.online-and-offline-agree", "鼓楼区", {"guide-parts-differ"}),
        ("guides.online-and-offline-agree", "涵江区", {"not-updated-together", "guide-not-kept-up"}),
    ],
)
def test_a_rule_is_broken_in_every_way(rule_id, area, wanted):
    """Each branch of the clause by itself."""
    assert find(violating(rule_id, area=area), lambda record: reasons(record) == wanted, settings=FAST)


def test_a_standard_changed_by_a_note_weighs_more_in_xiamen():
    """应 there, 鼓励 in the province."""

    def weights(area):
        guide = find(violating("guides.notes-change-nothing", area=area), lambda _: True, settings=FAST)
        return {each.severity for each in check(guide, hindsight()).breaches}

    assert weights("鼓楼区") == {Severity.ADVICE}
    assert weights("思明区") == {Severity.ADVICE, Severity.VIOLATION}
