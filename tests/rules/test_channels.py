"""What each rule about channels answers: kept, broken, silent and unknown."""

import pytest

from support import MET, UNKNOWN, UNSTATED, answers, breach, idle
from zwfw.rules import channels


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"channel": "网上"}, MET),
        ({"channel": "窗口", "offline_channel_kept": False}, idle("came-in-offline")),
        ({"channel": None}, idle("came-in-offline")),
        (
            {"channel": "自助机", "offline_channel_kept": False},
            breach("offline-channel-closed", "offline_channel_kept"),
        ),
        (
            {"channel": "移动端", "channel_chosen_by_applicant": False},
            breach("channel-not-chosen", "channel_chosen_by_applicant"),
        ),
        ({"channel": UNSTATED}, UNKNOWN),
        ({"channel": "网上", "offline_channel_kept": UNSTATED}, UNKNOWN),
    ],
)
def test_offline_kept(changes, found):
    """Beside every online channel the offline one stays, and the applicant chooses."""
    assert answers(channels.offline_kept, **changes) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, idle("no-paper-to-scan")),
        ({"electronic_materials_only": True, "paper_scanned_by_department": True}, MET),
        (
            {"electronic_materials_only": True, "paper_scanned_by_department": False},
            breach("paper-not-scanned", "paper_scanned_by_department"),
        ),
        ({"electronic_materials_only": True, "paper_brought": False}, idle("no-paper-to-scan")),
        ({"electronic_materials_only": UNSTATED, "paper_brought": False}, idle("no-paper-to-scan")),
        ({"electronic_materials_only": UNSTATED}, UNKNOWN),
        ({"electronic_materials_only": True, "paper_scanned_by_department": UNSTATED}, UNKNOWN),
    ],
)
def test_paper_scanned(changes, found):
    """Paper brought to a system that takes electronic materials only is scanned by the department."""
    assert answers(channels.paper_scanned, **changes) == found


FORMS = {"electronic_forms_only": True, "forms_offered": True, "form_keyed_by_staff": True}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, idle("forms-on-paper-work")),
        (FORMS, MET),
        (FORMS | {"forms_offered": False}, breach("forms-not-offered", "forms_offered")),
        (FORMS | {"form_keyed_by_staff": False}, breach("form-not-keyed", "form_keyed_by_staff")),
        (FORMS | {"form_keyed_by_staff": False, "channel": "网上"}, MET),
        (FORMS | {"channel": None}, MET),
        (FORMS | {"channel": UNSTATED}, UNKNOWN),
        ({"electronic_forms_only": UNSTATED}, UNKNOWN),
    ],
)
def test_form_keyed(changes, found):
    """Where forms are electronic only, blank and sample forms are offered and staff key in what came by hand."""
    assert answers(channels.form_keyed, **changes) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"mixed_modes": ["邮寄取件"]}, MET),  # the list is open
        ({"mixed_modes": []}, breach("no-mixed-mode", "mixed_modes")),
        ({"mixed_modes": None}, breach("no-mixed-mode", "mixed_modes")),
        ({"online_depth": "Ⅰ", "mixed_modes": []}, idle("not-available-online")),
        ({"online_depth": None}, idle("not-available-online")),
        ({"mixed_modes": UNSTATED}, UNKNOWN),
    ],
)
def test_mixed_modes_offered(changes, found):
    """A matter available online is offered in partly online ways too."""
    assert answers(channels.mixed_modes_offered, **changes) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"online_depth": "Ⅱ"}, MET),
        ({"online_depth": "Ⅳ"}, MET),
        ({"online_depth": "Ⅰ"}, breach("depth-too-low", "online_depth")),
        ({"online_depth": None}, breach("depth-too-low", "online_depth")),
        ({"online_depth": "Ⅰ", "secret": True}, idle("secret-matter")),
        ({"online_depth": "Ⅰ", "secret": UNSTATED}, UNKNOWN),
        ({"online_depth": UNSTATED}, UNKNOWN),
    ],
)
def test_depth_at_least_two(changes, found):
    """Every matter but a secret one reaches depth Ⅱ."""
    assert answers(channels.depth_at_least_two, **changes) == found
