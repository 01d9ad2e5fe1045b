"""Readings: what a text leaves open is the caller's to choose, by name."""

import pytest

from zwfw.errors import UnknownReadingError
from zwfw.readings import Readings, readings


def test_the_default_is_the_first_option():
    """Where the caller names none, the first holds."""
    defaults = {each.id: each.default for each in readings()}

    assert defaults == {
        "hanjiang-validity": "issue-day-counted",
        "complicated-but-complete": "accept-at-once",
        "complicated-in-hanjiang": "three-days-remain",
        "instant-minutes-reach": "every-window",
        "paper-window-start": "notice",
        "special-steps-and-statutory-time": "not-counted",
        "certificate-free-scope": "all",
        "guide-portals": "either",
        "model-for-what-is-no-form": "applicant-prepares",
        "paper-asked-again": "on-top-of-data",
        "project-cases-bracket": "special",
        "first-wave-conditions": "both",
        "grade-rounding": "exact",
        "bad-review-callback-start": "review",
        "bad-review-report-start": "review",
        "review-upload-start": "review",
        "review-distribution-day": "same-day",
    }
    assert all(Readings.of(None)[reading] == option for reading, option in defaults.items())


def test_a_choice_holds():
    """A chosen option stands, and the others keep their defaults."""
    chosen = Readings.of({"paper-window-start": "passing"})

    assert chosen["paper-window-start"] == "passing"
    assert chosen["instant-minutes-reach"] == "every-window"
    assert Readings.of(chosen) is chosen


def test_the_other_options():
    """Each other option, everything else as it was."""
    chosen = Readings.of({"paper-window-start": "passing", "hanjiang-validity": "issue-day-not-counted"})

    assert chosen.others("paper-window-start") == (
        Readings.of({"paper-window-start": "notice", "hanjiang-validity": "issue-day-not-counted"}),
    )


@pytest.mark.parametrize(
    ("chosen", "message"),
    [
        ({"paper-window": "passing"}, "no reading 'paper-window' is held; did you mean"),
        (
            {"paper-window-start": "x"},
            "no reading 'paper-window-start=x' is held; did you mean paper-window-start=notice, ",
        ),
    ],
)
def test_unknown_choices_are_refused(chosen, message):
    """A slip in the reading or in the option is named, with what there is."""
    with pytest.raises(UnknownReadingError, match=message):
        Readings.of(chosen)


def test_options_in_words():
    """Question and options are there in both languages."""
    for each in readings():
        assert each.question_zh != each.question_en
        assert all(option.text("zh") != option.text("en") for option in each.options)
