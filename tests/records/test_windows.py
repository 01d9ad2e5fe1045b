"""What a window takes, what it refuses, and how the words of the documents are read."""

import pytest
from pydantic import ValidationError

from zwfw.norms import norm
from zwfw.records import CrossAreaDisplay, IntakeDocument, Window, WindowDuty, WindowKind


def kind_of(text):
    """As what the words for a window are read."""
    (kind,) = Window(name="1", kinds=[text]).kinds
    return kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“跨域通办”窗口", WindowKind.CROSS_AREA),
        ("“跨区域通办”窗口", WindowKind.CROSS_AREA),
        ("跨区域通办窗口", WindowKind.CROSS_AREA),
        ("异地通办窗口", WindowKind.CROSS_AREA),
        # Kinds of the umbrella, which is no fourth one.
        ("“跨省通办”窗口", WindowKind.CROSS_AREA),
        ("“省内通办”窗口", WindowKind.CROSS_AREA),
        ("“全市通办”窗口", WindowKind.CROSS_AREA),
        ("“好办事（或办不成事）”反映窗口", WindowKind.COMPLAINTS),
        ("“好办事”反映窗口", WindowKind.COMPLAINTS),
        (' "办不成事"反映窗口 ', WindowKind.COMPLAINTS),
        ("全科综合服务窗口", WindowKind.GENERAL),
        ("高效办成一件事窗口", WindowKind.ONE_THING),
        # Another text stays as it is.
        ("企业登记窗口", "企业登记窗口"),
        ("综合窗口", "综合窗口"),
    ],
)
def test_windows_are_read_by_what_they_are(text, kind):
    """The documents print one kind in several ways."""
    assert kind_of(text) == kind


@pytest.mark.parametrize("norm_id", ["putian-2025/art-13#1", "hanjiang-2023/task-3#6", "fujian-2022/2.2.5#2"])
def test_every_printed_window_is_known(norm_id):
    """None of the members is left as a text."""
    members = norm(norm_id).members

    assert members
    assert all(isinstance(kind_of(member), WindowKind) for member in members)


@pytest.mark.parametrize("norm_id", ["fujian-2022/2.1.2#1", "xiamen-2022/2.1.2#1", "hanjiang-2023/task-5#1"])
def test_the_duties_are_those_printed(norm_id):
    """Four in each document; 首问责任 is another spelling, and the district's list is open."""
    assert tuple(each.value for each in WindowDuty) == norm(norm_id).members
    assert Window(name="1", duties=["首问责任"]).duties == (WindowDuty.FIRST_ASKED,)


def test_the_displays_are_those_printed():
    """A closed list of three."""
    assert tuple(each.value for each in CrossAreaDisplay) == norm("fujian-2022/2.2.7#2").members


def test_the_papers_of_intake_are_those_printed():
    """A closed list of two; the plan of Hanjiang calls them by other names (受理通知单、一次性告知单)."""
    assert tuple(each.value for each in IntakeDocument) == norm("fujian-2022/2.2.10#1").members
    window = Window(name="1", issues_on_the_spot=["一次性告知单", "受理通知单", "业务受理通知书"])
    acceptance, notice = IntakeDocument
    assert window.issues_on_the_spot == (notice, acceptance, acceptance)


def test_what_is_outside_the_printed_lists_is_told():
    """Kinds and duties may be others."""
    window = Window(name="1", kinds=["企业登记窗口", "帮代办窗口"], duties=["AB岗工作制"])

    assert window.outside_printed == {"kinds": ("企业登记窗口",), "duties": ("AB岗工作制",)}


def test_a_window_is_read_back_as_it_was():
    """In the form that is held."""
    window = Window(name="1", kinds=["跨区域通办窗口", "企业登记窗口"], sign_text=None)

    assert Window.model_validate_json(window.model_dump_json()) == window
    assert '"“跨域通办”窗口"' in window.model_dump_json()


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"name": ""},
        {"name": "1", "visits": -1},
        {"name": "1", "displays": ["电话"]},
        {"name": "1", "issues_on_the_spot": ["收件登记"]},
        {"name": "1", "kinds": [3]},
    ],
)
def test_what_is_no_window(fields):
    """It has a name, counts nothing below zero, and shows what is listed."""
    with pytest.raises(ValidationError):
        Window(**fields)
