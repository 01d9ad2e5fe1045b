"""Windows and halls that are made up: those that conform keep every clause, and each spoilt one breaks one rule."""

import pytest
from hypothesis import Phase, find, given, settings

from zwfw import check
from zwfw.records import VenueKind, Window, WindowKind
from zwfw.rules.windows import RULES
from zwfw.testing.venues import conforming_venues
from zwfw.testing.verdicts import hindsight, violating
from zwfw.testing.windows import conforming_windows, windows

FEW = settings(max_examples=10)
FAST = settings(max_examples=2000, phases=[Phase.generate], database=None)


def first(strategy, has_it):
    """The first that is drawn and has it, not made smaller."""
    return find(strategy, has_it, settings=FAST)


def reasons(record):
    """Why it breaks a clause."""
    return {outcome.reason for outcome in check(record, hindsight(), rules=RULES).breaches}


@pytest.mark.parametrize(
    ("area", "has_it"),
    [
        ("福建省", lambda window: window.in_sub_centre),
        ("福建省", lambda window: window.kinds == (WindowKind.DEPARTMENT,)),
        ("福建省", lambda window: WindowKind.BY_FIELD in window.kinds and not window.is_joint_business),
        ("涵江区", lambda window: WindowKind.BY_FIELD in window.kinds),
        ("厦门市", lambda window: WindowKind.COMPLAINTS in window.kinds),
        ("莆田市", lambda window: not window.fully_online and window.visits == 0),
        ("福建省", lambda window: len(window.duties) > 4),
        ("福建省", lambda window: not window.items),
        ("福建省", lambda window: not window.receives_files and not window.issues_on_the_spot),
    ],
)
def test_conforming_windows_go_many_ways(area, has_it):
    """Each way that a window can keep the clauses is drawn sooner or later."""
    assert check(first(conforming_windows(area=area), has_it), hindsight()).ok


@pytest.mark.parametrize("kind", VenueKind)
def test_the_windows_of_a_conforming_hall_keep_every_rule(kind):
    """Of each kind of hall, and of its windows one by one."""
    hall = first(conforming_venues(area="厦门市"), lambda venue: venue.kind is kind)

    assert check(hall, hindsight(), rules=RULES).ok


@pytest.mark.parametrize(
    ("rule_id", "area", "reason"),
    [
        ("windows.required-of-the-hall", "鼓楼区", "window-missing"),
        ("windows.required-of-the-hall", "鼓楼区", "window-not-conspicuous"),
        ("windows.required-of-the-hall", "思明区", "window-named-otherwise"),
        ("windows.undivided-in-townships", "莆田市", "no-all-purpose-window"),
        ("windows.undivided-in-townships", "涵江区", "window-stands-alone"),
        ("windows.model-in-three-steps", "福州市", "model-step-missing"),
        ("windows.model-in-three-steps", "福州市", "model-out-of-order"),
        ("windows.staffed-by-authority", "思明区", "staff-not-from-authority"),
        ("windows.staffed-by-authority", "莆田市", "staff-not-by-purchase"),
        ("windows.staffed-by-authority", "涵江区", "staff-not-recruited-by-centre"),
        ("windows.one-thing-window", "莆田市", "one-thing-not-at-one-stop"),
        ("windows.one-thing-window", "莆田市", "one-thing-neither-online-nor-one-visit"),
        ("windows.cross-area-window", "鼓楼区", "zone-items-missing"),
        ("windows.cross-area-window", "鼓楼区", "items-beyond-the-zone"),
        ("windows.cross-area-window", "鼓楼区", "cross-area-display-missing"),
        ("windows.cross-area-window", "莆田市", "no-help-from-afar"),
        ("windows.complaints-registered", "鼓楼区", "follow-up-not-registered"),
        ("windows.complaints-registered", "思明区", "complaints-without-procedure"),
        ("windows.complaints-registered", "思明区", "complaints-without-ledger"),
        ("windows.intake-papers-on-the-spot", "涵江区", "acceptance-notice-not-on-the-spot"),
        ("windows.kind-fits-business", "涵江区", "window-kind-unfit"),
    ],
)
def test_a_rule_is_broken_in_each_of_its_ways(rule_id, area, reason):
    """Each way is drawn sooner or later."""
    assert first(violating(rule_id, area=area), lambda record: reasons(record) == {reason})


@FEW
@given(window=windows(visits=2))
def test_windows_state_what_is_given(window):
    """Given fields are stated just so."""
    assert window.visits == 2
    assert "visits" in window.model_fields_set


def test_windows_state_all_or_next_to_nothing():
    """Both ends are drawn."""
    assert first(windows(), lambda window: window.model_fields_set == {"name"})
    assert first(windows(), lambda window: window.model_fields_set == set(Window.model_fields))


def test_windows_name_fields_that_do_not_exist():
    """A misspelt field is refused before anything is drawn."""
    with pytest.raises(TypeError, match=r"expected fields of Window, got nmae"):
        windows(nmae="甲")
