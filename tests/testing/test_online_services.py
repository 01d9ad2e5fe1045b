"""Online services and comparisons of channels that are made up: what they promise about the clauses holds."""

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from zwfw import check
from zwfw.testing.online_services import (
    VIOLATIONS,
    channel_comparisons,
    channel_views,
    conforming_channel_comparisons,
    conforming_online_services,
    online_services,
)
from zwfw.testing.strategies import hindsight, violating

FEW = settings(max_examples=8)
FAST = settings(max_examples=5000, phases=[Phase.generate], database=None)


def reasons(record):
    """Why it breaks a clause."""
    return {each.reason for each in check(record, hindsight()).breaches}


@pytest.mark.parametrize("drawn", [online_services, channel_views, channel_comparisons])
def test_misspelt_fields_are_named(drawn):
    """Before anything is drawn."""
    with pytest.raises(TypeError, match=r"expected fields of \w+, got nmae"):
        drawn(nmae="甲")


@pytest.mark.parametrize(
    ("conforming", "area"),
    [
        (conforming_online_services, None),
        (conforming_online_services, "鼓楼区"),
        (conforming_online_services, "厦门市"),
        (conforming_online_services, "涵江区"),
        (conforming_channel_comparisons, None),
        (conforming_channel_comparisons, "鼓楼区"),
        (conforming_channel_comparisons, "厦门市"),
        (conforming_channel_comparisons, "涵江区"),
    ],
)
@FEW
@given(data=st.data())
def test_a_conforming_record_keeps_every_clause(conforming, area, data):
    """Every field is stated."""
    record = data.draw(conforming(area=area))

    assert record.model_fields_set == set(type(record).model_fields)
    assert check(record, hindsight()).ok


@pytest.mark.parametrize("rule_id", VIOLATIONS)
@FEW
@given(data=st.data())
def test_a_violating_record_breaks_its_rule_and_no_other(rule_id, data):
    """And nothing is unknown or left to a person."""
    record = data.draw(violating(rule_id))
    report = check(record, hindsight())

    assert {each.rule for each in report.breaches} == {rule_id}
    assert all(each.state.name in ("BREACHED", "MET", "NOT_APPLICABLE") for each in report.outcomes)


@pytest.mark.parametrize(
    ("rule_id", "area", "wanted"),
    [
        ("questions-answered", "厦门市", "common-questions-not-kept"),
        ("questions-answered", "厦门市", "no-smart-enquiry"),
        ("approved-alike", "莆田市", "approved-otherwise"),
        ("approved-alike", "涵江区", "experience-differs"),
        ("main-entry", "莆田市", "another-main-entry"),
        ("online-channels-alike", "厦门市", "channels-differ"),
        ("one-standard", "莆田市", "channels-differ"),
    ],
)
def test_a_rule_is_broken_in_each_of_its_ways(rule_id, area, wanted):
    """Each way is drawn sooner or later."""
    assert find(
        violating(f"online_services.{rule_id}", area=area), lambda record: reasons(record) == {wanted}, settings=FAST
    )


@pytest.mark.parametrize(
    ("drawn", "answer"),
    [
        (online_services(area="厦门市"), "no-smart-enquiry"),
        (online_services(area="厦门市"), "forced-online"),
        (online_services(area="莆田市"), "another-main-entry"),
        (online_services(area="莆田市"), "not-served-there"),
        (online_services(area="莆田市"), "channels-not-merged"),
        (online_services(area="莆田市"), "no-service-ends"),
        (channel_comparisons(area="莆田市"), "channels-differ"),
        (channel_comparisons(area="莆田市"), "no-channels-to-compare"),
        (channel_comparisons(area="莆田市"), "approved-otherwise"),
    ],
)
def test_what_is_drawn_reaches_every_answer(drawn, answer):
    """Not only what is kept."""

    def is_it(record):
        return any(each.reason == answer for each in check(record, hindsight()).outcomes)

    assert find(drawn, is_it, settings=FAST)
