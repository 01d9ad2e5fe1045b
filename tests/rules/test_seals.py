"""What each rule about seals answers: kept, broken, silent, unknown and left to a person."""

from datetime import date

import pytest

from support import FUZHOU, HANJIANG, LATER, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, said, stated
from zwfw import Area, Severity, check
from zwfw.areas import ZoneKind
from zwfw.records import ItemType, Seal, SealOccasion, SealUse
from zwfw.rules import seals

PUTIAN = "350300"
AFTER_HANJIANG = date(2026, 3, 6)

# A district department's approval seal, filed, duly in use and recognised.
SEAL = {
    "text": "涵江区公安局审批专用章",
    "area": FUZHOU,
    "kind": "部门审批专用章",
    "holder": "涵江区公安局",
    "level": "县",
    "is_of_community": None,
    "filed_with_police": True,
    "filed_with_cipher_office": False,
    "put_into_use_by_procedure": True,
    "put_into_use_at": "2023-06-30",
    "is_recognised": True,
    "recognition_demanded": True,
    "treated_as_equal": True,
    "cut_uniformly": None,
    "certifies_at_once": None,
}
TOWN = {"text": "国欢镇便民服务中心审核审批专用章", "kind": "审核审批专用章", "level": "乡"}
VILLAGE = {"text": "新塘村委会公章", "kind": "村（居）委会公章", "level": "村", "is_of_community": False}
COMMUNITY = VILLAGE | {"text": "凤凰社区居委会公章", "is_of_community": True}
NEIGHBOURHOOD = {"text": "“党建+”邻里中心业务专用章", "kind": "“党建+”邻里中心业务专用章", "level": "村"}

# An approval in Hanjiang's centre under the approval seal, while the city's norms are in force too.
USE = {
    "document": "准予行政许可决定书",
    "area": HANJIANG,
    "kind": "部门审批专用章",
    "used_at": "2025-06-03",
    "used_by_centre_or_window": True,
    "on_application": True,
    "item_type": "行政许可",
    "occasion": "准予行政许可决定",
    "law_names_official_seal": False,
    "reviewed_again": False,
    "in_district_centre": True,
}


def a_seal(**changes):
    """A seal of which every field is stated, with your changes."""
    return Seal(**stated(SEAL | changes))


def a_use(**changes):
    """A use of a seal of which every field is stated, with your changes."""
    return SealUse(**stated(USE | changes))


def of_seal(rule, ctx=None, **changes):
    """What *rule* answers about a seal: state, reason and place."""
    return said(rule, a_seal(**changes), ctx)


def of_use(rule, ctx=None, **changes):
    """What *rule* answers about a use: state, reason and place."""
    return said(rule, a_use(**changes), ctx)


def to_judge(reason, path):
    """The one answer that a person has to say."""
    return [("NEEDS_JUDGEMENT", reason, path)]


def with_clauses(rule, record):
    """State, reason and cited clauses of each answer."""
    found = rule(record, a_context())
    return [(each.state.name, each.reason, [clause.ref for clause in each.clauses]) for each in found]


# 2.2.9: 市、县 use 部门审批专用章, 乡镇（街道） XX便民服务中心审核审批专用章, 村（社区） the 公章 of their committee.
@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"level": "市"}, MET),
        ({"level": "省"}, idle("not-a-seal-for-approvals")),
        ({"level": None}, idle("not-a-seal-for-approvals")),
        ({"kind": "电子印章"}, idle("not-a-seal-for-approvals")),
        ({"kind": "行政公章", "level": UNSTATED}, idle("not-a-seal-for-approvals")),
        ({"kind": None}, idle("not-a-seal-for-approvals")),
        ({"level": UNSTATED}, UNKNOWN),
        ({"kind": UNSTATED}, UNKNOWN),
        ({"text": "涵江区公安局专用章"}, breach("seal-text-differs", "text")),
        ({"text": "国欢镇便民服务中心审核审批专用章"}, breach("seal-text-differs", "text")),
        ({"level": "乡"}, breach("seal-of-another-level", "kind")),
        ({"level": "村"}, breach("seal-of-another-level", "kind")),
        (TOWN, MET),
        (TOWN | {"text": "庄边乡便民服务中心审核审批专用章"}, MET),
        (TOWN | {"text": "涵东街道便民服务中心审核审批专用章"}, MET),
        (TOWN | {"text": "国欢镇便民服务中心审批专用章"}, breach("seal-text-differs", "text")),
        (TOWN | {"text": "新塘村便民服务站审核审批专用章"}, breach("seal-text-differs", "text")),
        (TOWN | {"level": "县"}, breach("seal-of-another-level", "kind")),
        (VILLAGE, MET),
        (VILLAGE | {"text": "新塘村村民委员会"}, MET),
        (VILLAGE | {"text": "新塘村公章"}, breach("seal-text-differs", "text")),
        (VILLAGE | {"is_of_community": UNSTATED}, UNKNOWN),
        (VILLAGE | {"is_of_community": UNSTATED, "text": "新塘村公章"}, breach("seal-text-differs", "text")),
        # The province writes 居委会 for both, and a village has a 村委会.
        (VILLAGE | {"text": "新塘村居委会公章"}, to_judge("village-seal-by-the-letter", "text")),
        (VILLAGE | {"text": "村（社区）居委会公章"}, to_judge("village-seal-by-the-letter", "text")),
        (VILLAGE | {"level": "乡"}, breach("seal-of-another-level", "kind")),
        (COMMUNITY, MET),
        (COMMUNITY | {"text": "凤凰社区居民委员会"}, MET),
        (COMMUNITY | {"text": "村（社区）居委会公章"}, MET),
        (COMMUNITY | {"text": "凤凰村委会公章"}, breach("seal-of-other-committee", "text")),
        # No text prints the words of a committee's official seal: these name the right committee, those another one.
        (VILLAGE | {"text": "国欢镇新塘村民委员会"}, to_judge("committee-seal-in-other-words", "text")),
        (COMMUNITY | {"text": "凤凰居民委员会"}, to_judge("committee-seal-in-other-words", "text")),
        (COMMUNITY | {"text": "国欢镇新塘村民委员会"}, breach("seal-text-differs", "text")),
        (VILLAGE | {"text": "凤凰居民委员会"}, breach("seal-text-differs", "text")),
        (VILLAGE | {"text": "国欢镇新塘村民委员会", "is_of_community": UNSTATED}, UNKNOWN),
        (VILLAGE | {"text": "新塘村专用章", "is_of_community": UNSTATED}, breach("seal-text-differs", "text")),
    ],
)
def test_text_by_level(changes, found):
    """In the province each level has its seal, with the words of the text."""
    assert of_seal(seals.text_by_level, **changes) == found


@pytest.mark.parametrize(
    ("area", "found"),
    [
        (FUZHOU, to_judge("administrative-seal-not-named", "text")),
        (
            XIAMEN,
            [*to_judge("administrative-seal-not-named", "text"), *to_judge("administrative-seal-not-named", "text")],
        ),
        (PUTIAN, MET),  # art. 14 calls the same seal 行政审批专用章
        (HANJIANG, MET),
    ],
)
def test_administrative_in_front_of_the_words(area, found):
    """Where no document of the place writes 行政审批专用章, a person has to say."""
    assert of_seal(seals.text_by_level, area=area, text="涵江区公安局行政审批专用章") == found


@pytest.mark.parametrize(
    ("on", "found"),
    [
        (date(2025, 5, 5), MET),  # Hanjiang's plan is in force, the city's norms not yet
        (date(2026, 3, 5), MET),
        (AFTER_HANJIANG, MET),  # the city's norms are
    ],
)
def test_administrative_by_what_is_in_force(on, found):
    """The district's word counts while it is in force, and the city's from its first day."""
    text = "涵江区公安局行政审批专用章"
    assert of_seal(seals.text_by_level, a_context(as_of=on), area=HANJIANG, text=text) == found


def test_administrative_before_the_citys_norms():
    """In Putian outside Hanjiang, on the day before."""
    found = of_seal(
        seals.text_by_level,
        a_context(as_of=date(2025, 5, 5)),
        area=PUTIAN,
        text="莆田市公安局行政审批专用章",
        level="市",
    )
    assert found == to_judge("administrative-seal-not-named", "text")


BOTH, PROVINCE, CITY = ["xiamen-2022/2.2.9", "fujian-2022/2.2.9"], ["fujian-2022/2.2.9"], ["xiamen-2022/2.2.9"]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        (VILLAGE, [("MET", "met", BOTH)]),
        (COMMUNITY, [("MET", "met", BOTH)]),
        # Xiamen writes 村委会（社区居委会）公章, so each has its own.
        (
            VILLAGE | {"text": "新塘村居委会公章"},
            [
                ("NEEDS_JUDGEMENT", "village-seal-by-the-letter", PROVINCE),
                ("BREACHED", "seal-text-differs", CITY),
            ],
        ),
        (
            VILLAGE | {"text": "凤凰社区居委会公章"},
            [
                ("NEEDS_JUDGEMENT", "village-seal-by-the-letter", PROVINCE),
                ("BREACHED", "seal-of-other-committee", CITY),
            ],
        ),
        (
            COMMUNITY | {"text": "凤凰村委会公章"},
            [
                ("BREACHED", "seal-of-other-committee", PROVINCE),
                ("BREACHED", "seal-of-other-committee", CITY),
            ],
        ),
        (
            COMMUNITY | {"text": "村（社区）居委会公章"},
            [("NEEDS_JUDGEMENT", "committee-seal-in-other-words", CITY), ("MET", "met", PROVINCE)],
        ),
        # Xiamen has no form for a 乡.
        (
            TOWN | {"text": "甲乡便民服务中心审核审批专用章"},
            [("BREACHED", "seal-text-differs", CITY), ("MET", "met", PROVINCE)],
        ),
        (VILLAGE | {"is_of_community": UNSTATED}, [("UNDETERMINED", "not-stated", BOTH)]),
    ],
)
def test_the_province_and_xiamen_each_by_their_words(changes, found):
    """Both documents stand, each with its clause."""
    assert with_clauses(seals.text_by_level, a_seal(area=XIAMEN, **changes)) == found


def test_a_functional_zone_has_no_set_seal():
    """Neither document sets one."""
    zone = Area.zone("莆田高新区", kind=ZoneKind.HIGH_TECH, under=HANJIANG)
    assert of_seal(seals.text_by_level, area=zone, text="随便") == idle("zone-without-set-seal")
    assert of_seal(seals.text_by_level, area=zone, **TOWN) == MET


def test_text_by_level_before_the_document():
    """Nothing is said before it was issued."""
    assert of_seal(seals.text_by_level, a_context(as_of=date(2022, 1, 1)))[0][0] == "NOT_APPLICABLE"


def test_a_breach_names_the_forms():
    """A reader sees what it should have been."""
    (found,) = seals.text_by_level(a_seal(area=FUZHOU, **TOWN | {"text": "国欢镇专用章"}), a_context())
    assert found.severity is Severity.VIOLATION
    assert "{地名}镇便民服务中心审核审批专用章" in found.message()


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"kind": "业务专用章"}, MET),
        ({"kind": "电子印章"}, MET),
        ({"treated_as_equal": False}, breach("seal-not-treated-as-equal", "treated_as_equal")),
        ({"treated_as_equal": None}, breach("seal-not-treated-as-equal", "treated_as_equal")),
        ({"kind": "业务专用章", "treated_as_equal": False}, breach("seal-not-treated-as-equal", "treated_as_equal")),
        ({"kind": "电子印章", "treated_as_equal": False}, breach("seal-not-treated-as-equal", "treated_as_equal")),
        ({"kind": "审核审批专用章", "treated_as_equal": False}, idle("not-a-seal-of-equal-force")),
        ({"kind": "业务受理章", "treated_as_equal": False}, idle("not-a-seal-of-equal-force")),
        ({"kind": None}, idle("not-a-seal-of-equal-force")),
        ({"kind": UNSTATED}, UNKNOWN),
        ({"treated_as_equal": UNSTATED}, UNKNOWN),
    ],
)
def test_equal_force(changes, found):
    """Three seals count like the department's official seal; the list is closed."""
    assert of_seal(seals.equal_force, area=PUTIAN, **changes) == found


@pytest.mark.parametrize(("on", "state"), [(date(2025, 5, 5), "NOT_APPLICABLE"), (date(2025, 5, 6), "BREACHED")])
def test_equal_force_from_its_first_day(on, state):
    """Putian's norms are in force from 2025-05-06."""
    found = of_seal(seals.equal_force, a_context(as_of=on), area=PUTIAN, treated_as_equal=False)
    assert [each[0] for each in found] == [state]


@pytest.mark.parametrize("rule", [seals.equal_force, seals.recognised_when_filed, seals.township_seal_in_use])
def test_rules_of_putian_say_nothing_of_other_cities(rule):
    """No clause of theirs binds Fuzhou."""
    assert of_seal(rule, area=FUZHOU) == idle("never-in-force")


BY_LAW = {"law_names_official_seal": True, "kind": "行政公章"}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, idle("no-law-names-official-seal")),
        ({"law_names_official_seal": None}, idle("no-law-names-official-seal")),
        (BY_LAW, MET),
        # Equal force is no substitute.
        (BY_LAW | {"kind": "部门审批专用章"}, breach("official-seal-not-used", "kind")),
        # It may be the electronic one of the official seal, which article 27 lets count like it.
        (BY_LAW | {"kind": "电子印章"}, to_judge("electronic-seal-for-official-seal", "kind")),
        (BY_LAW | {"kind": None}, breach("official-seal-not-used", "kind")),
        (BY_LAW | {"kind": UNSTATED}, UNKNOWN),
        ({"law_names_official_seal": UNSTATED}, UNKNOWN),
        ({"used_at": "2025-05-05"}, idle("not-yet-in-force")),
        ({"area": FUZHOU}, idle("never-in-force")),
        ({"used_at": UNSTATED}, UNKNOWN),
    ],
)
def test_official_seal_where_law_names_it(changes, found):
    """Where a law or regulation names the official seal, that one is put."""
    assert of_use(seals.official_seal_where_law_names_it, **changes) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"reviewed_again": True}, idle("no-law-names-official-seal")),
        (BY_LAW, MET),
        (BY_LAW | {"reviewed_again": None}, MET),
        (BY_LAW | {"reviewed_again": True}, breach("reviewed-again-before-sealing", "reviewed_again")),
        (BY_LAW | {"reviewed_again": UNSTATED}, UNKNOWN),
        ({"law_names_official_seal": UNSTATED}, UNKNOWN),
    ],
)
def test_not_reviewed_again(changes, found):
    """The official seal is put without another review."""
    assert of_use(seals.not_reviewed_again, **changes) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"occasion": "不予行政许可决定"}, MET),
        ({"occasion": "核发证照"}, MET),
        ({"kind": "行政公章"}, breach("district-approval-without-seal", "kind")),
        ({"kind": "业务专用章"}, breach("district-approval-without-seal", "kind")),
        ({"kind": None}, breach("district-approval-without-seal", "kind")),
        ({"kind": "业务受理章", "occasion": "依法受理"}, idle("no-approval-in-district-centre")),
        ({"kind": "行政公章", "in_district_centre": False}, idle("no-approval-in-district-centre")),
        ({"kind": "电子印章"}, to_judge("electronic-seal-on-approval", "kind")),
        (BY_LAW, idle("law-names-official-seal")),
        ({"kind": "行政公章", "law_names_official_seal": UNSTATED}, UNKNOWN),
        ({"law_names_official_seal": UNSTATED}, MET),
        ({"kind": UNSTATED}, UNKNOWN),
        ({"occasion": UNSTATED}, UNKNOWN),
        ({"in_district_centre": UNSTATED}, UNKNOWN),
        ({"area": PUTIAN}, idle("never-in-force")),
    ],
)
def test_district_approvals(changes, found):
    """In the district's centre approvals bear the department's approval seal."""
    assert of_use(seals.district_approvals, **changes) == found


@pytest.mark.parametrize(
    ("used_at", "state"),
    [
        ("2023-03-05", "NOT_APPLICABLE"),
        ("2023-03-06", "BREACHED"),
        ("2026-03-05", "BREACHED"),
        ("2026-03-06", "NOT_APPLICABLE"),
    ],
)
def test_district_approvals_while_the_plan_is_in_force(used_at, state):
    """The plan runs from 2023-03-06 for three years; the day of use decides."""
    found = of_use(seals.district_approvals, a_context(as_of=date(2026, 6, 1)), used_at=used_at, kind="行政公章")
    assert [each[0] for each in found] == [state]


# By the end of 2023: 31 December counts.
@pytest.mark.parametrize(
    ("changes", "as_of", "found"),
    [
        (TOWN, LATER, MET),
        (TOWN | {"put_into_use_at": "2023-12-31T23:59"}, LATER, MET),
        (TOWN | {"put_into_use_at": "2024-01-01"}, LATER, breach("township-seal-late", "put_into_use_at")),
        (TOWN | {"put_into_use_at": None}, LATER, breach("township-seal-not-in-use", "put_into_use_at")),
        (TOWN | {"put_into_use_at": None}, date(2023, 12, 31), idle("not-due-yet")),
        (TOWN | {"put_into_use_at": None}, date(2024, 1, 1), breach("township-seal-not-in-use", "put_into_use_at")),
        # What is later than the moment of looking has not happened.
        (TOWN | {"put_into_use_at": "2024-05-01"}, date(2023, 12, 31), idle("not-due-yet")),
        (TOWN | {"put_into_use_at": UNSTATED}, LATER, UNKNOWN),
        (TOWN | {"level": "县"}, LATER, idle("no-township-seal")),
        (TOWN | {"level": UNSTATED}, LATER, UNKNOWN),
        ({"put_into_use_at": None}, LATER, idle("no-township-seal")),
        (TOWN | {"put_into_use_at": None}, AFTER_HANJIANG, idle("no-longer-in-force")),
    ],
)
def test_township_seal_in_use(changes, as_of, found):
    """Township centres cut their seal and put it into use by the end of 2023."""
    assert of_seal(seals.township_seal_in_use, a_context(as_of=as_of), area=HANJIANG, **changes) == found


GOOD = NEIGHBOURHOOD | {"cut_uniformly": True, "certifies_at_once": True}


@pytest.mark.parametrize(
    ("changes", "as_of", "found"),
    [
        (GOOD, LATER, MET),
        (GOOD | {"cut_uniformly": False}, LATER, breach("seal-not-cut-uniformly", "cut_uniformly")),
        (GOOD | {"certifies_at_once": None}, LATER, breach("village-certificate-not-at-once", "certifies_at_once")),
        (
            GOOD | {"cut_uniformly": None, "certifies_at_once": False},
            LATER,
            [
                *breach("seal-not-cut-uniformly", "cut_uniformly"),
                *breach("village-certificate-not-at-once", "certifies_at_once"),
            ],
        ),
        (
            GOOD | {"cut_uniformly": UNSTATED, "certifies_at_once": False},
            LATER,
            [*UNKNOWN, *breach("village-certificate-not-at-once", "certifies_at_once")],
        ),
        (GOOD | {"cut_uniformly": False}, date(2023, 12, 31), idle("not-due-yet")),
        (GOOD | {"cut_uniformly": False}, date(2024, 1, 1), breach("seal-not-cut-uniformly", "cut_uniformly")),
        (GOOD, date(2023, 12, 31), MET),
        ({}, LATER, idle("no-neighbourhood-seal")),
        ({"kind": UNSTATED}, LATER, UNKNOWN),
    ],
)
def test_neighbourhood_seal(changes, as_of, found):
    """The neighbourhood centres' seal is cut uniformly, and certificates are given at once."""
    assert of_seal(seals.neighbourhood_seal, a_context(as_of=as_of), area=HANJIANG, **changes) == found


# 使用单位、依申请、事项种类、用章情形: all four. Seven kinds of item are printed, without 行政备案, and 等 follows.
@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"kind": "业务受理章", "on_application": False}, idle("no-approval-seal-used")),
        ({"kind": "审核审批专用章", "on_application": False}, idle("no-approval-seal-used")),
        ({"used_by_centre_or_window": False}, breach("approval-seal-used-elsewhere", "used_by_centre_or_window")),
        ({"on_application": False}, breach("approval-seal-not-on-application", "on_application")),
        ({"item_type": None}, breach("approval-seal-on-no-item", "item_type")),
        ({"item_type": "行政备案"}, to_judge("approval-seal-on-other-item-type", "item_type")),
        ({"item_type": "行政征收"}, to_judge("approval-seal-on-other-item-type", "item_type")),
        ({"occasion": None}, breach("approval-seal-without-occasion", "occasion")),
        ({"occasion": "其他需要加盖部门印章"}, MET),
        ({"occasion": "年度报告"}, to_judge("approval-seal-on-other-occasion", "occasion")),
        (
            {"on_application": False, "occasion": None},
            [
                *breach("approval-seal-not-on-application", "on_application"),
                *breach("approval-seal-without-occasion", "occasion"),
            ],
        ),
        (
            {"on_application": UNSTATED, "occasion": None},
            [*UNKNOWN, *breach("approval-seal-without-occasion", "occasion")],
        ),
        ({"used_by_centre_or_window": UNSTATED}, UNKNOWN),
        ({"item_type": UNSTATED}, UNKNOWN),
        ({"occasion": UNSTATED}, UNKNOWN),
        ({"kind": UNSTATED}, UNKNOWN),
        ({"area": PUTIAN, "on_application": False}, idle("never-in-force")),
    ],
)
def test_used_for_what_it_may(changes, found):
    """The approval seal is put where all four conditions hold."""
    assert of_use(seals.used_for_what_it_may, **changes) == found


@pytest.mark.parametrize("kind", [kind for kind in ItemType if kind is not ItemType.FILING])
def test_the_printed_kinds_of_items(kind):
    """All seven."""
    assert of_use(seals.used_for_what_it_may, item_type=kind) == MET


@pytest.mark.parametrize("occasion", SealOccasion)
def test_the_printed_occasions(occasion):
    """Both sides of each 或 count as one each."""
    assert of_use(seals.used_for_what_it_may, occasion=occasion) == MET


FOUR = ("部门审批专用章", "业务受理章", "业务专用章", "电子印章")
UNFILED = {"filed_with_police": False, "filed_with_cipher_office": False}
NOT_RECOGNISED = {"is_recognised": False}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        (NOT_RECOGNISED, breach("filed-seal-not-recognised", "is_recognised")),
        ({"is_recognised": None}, breach("filed-seal-not-recognised", "is_recognised")),
        # The police or the cipher office: either will do.
        (
            NOT_RECOGNISED | {"filed_with_police": None, "filed_with_cipher_office": True},
            breach("filed-seal-not-recognised", "is_recognised"),
        ),
        (
            NOT_RECOGNISED | {"filed_with_police": UNSTATED, "filed_with_cipher_office": True},
            breach("filed-seal-not-recognised", "is_recognised"),
        ),
        (NOT_RECOGNISED | UNFILED, idle("seal-not-filed-or-not-duly-used")),
        (NOT_RECOGNISED | {"put_into_use_by_procedure": False}, idle("seal-not-filed-or-not-duly-used")),
        (
            NOT_RECOGNISED | UNFILED | {"put_into_use_by_procedure": UNSTATED},
            idle("seal-not-filed-or-not-duly-used"),
        ),
        (
            NOT_RECOGNISED | {"put_into_use_by_procedure": False, "filed_with_police": UNSTATED},
            idle("seal-not-filed-or-not-duly-used"),
        ),
        (NOT_RECOGNISED | {"filed_with_police": UNSTATED}, UNKNOWN),
        (NOT_RECOGNISED | {"put_into_use_by_procedure": UNSTATED}, UNKNOWN),
        ({"is_recognised": UNSTATED}, UNKNOWN),
        (NOT_RECOGNISED | {"kind": "审核审批专用章"}, idle("seal-outside-recognition")),
        (NOT_RECOGNISED | {"kind": "行政公章"}, idle("seal-outside-recognition")),
        (NOT_RECOGNISED | {"kind": None}, idle("seal-outside-recognition")),
        (NOT_RECOGNISED | NEIGHBOURHOOD, to_judge("neighbourhood-seal-among-recognised", "is_recognised")),
        (NEIGHBOURHOOD, MET),
    ],
)
def test_recognised_when_filed(changes, found):
    """A seal of the four kinds that is filed with either office and duly in use is recognised."""
    assert of_seal(seals.recognised_when_filed, area=HANJIANG, **changes) == found


@pytest.mark.parametrize("kind", FOUR)
def test_the_four_recognised_kinds(kind):
    """Each of them."""
    broken = breach("filed-seal-not-recognised", "is_recognised")
    assert of_seal(seals.recognised_when_filed, area=HANJIANG, kind=kind, **NOT_RECOGNISED) == broken


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        (UNFILED, breach("recognition-of-unfiled-seal-demanded", "recognition_demanded")),
        (
            {"put_into_use_by_procedure": None},
            breach("recognition-of-unfiled-seal-demanded", "recognition_demanded"),
        ),
        (
            UNFILED | {"put_into_use_by_procedure": UNSTATED},
            breach("recognition-of-unfiled-seal-demanded", "recognition_demanded"),
        ),
        (UNFILED | {"filed_with_cipher_office": True}, MET),
        (UNFILED | {"filed_with_cipher_office": UNSTATED}, UNKNOWN),
        (UNFILED | {"recognition_demanded": False}, idle("no-recognition-demanded")),
        (UNFILED | {"recognition_demanded": UNSTATED}, UNKNOWN),
        (UNFILED | {"kind": "审核审批专用章"}, idle("no-recognition-demanded")),
        (UNFILED | NEIGHBOURHOOD, to_judge("neighbourhood-seal-among-recognised", "recognition_demanded")),
    ],
)
def test_no_recognition_unfiled(changes, found):
    """Nobody is asked to recognise a seal that is not filed or not duly in use."""
    assert of_seal(seals.no_recognition_unfiled, area=HANJIANG, **changes) == found


def test_rules_are_asked_by_check():
    """Of seals and of uses, each by its own."""
    report = check([a_seal(area=HANJIANG), a_use()], a_context())
    assert report.ok
    assert {each.rule for each in report.outcomes} == {rule.id for rule in seals.RULES}
    assert {each.severity for each in check(a_use(on_application=False), a_context()).breaches} == {Severity.VIOLATION}
