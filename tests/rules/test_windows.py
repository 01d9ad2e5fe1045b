"""What each rule about windows answers: kept, broken, silent, left to a person and unknown."""

from datetime import date

import pytest

from support import FUZHOU, HANJIANG, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, said, stated
from zwfw import Area, Severity, check
from zwfw.areas import ZoneKind
from zwfw.records import Venue, Window, WindowDuty, WindowKind
from zwfw.records.stated import Unstated
from zwfw.rules import windows
from zwfw.rules.windows import required_windows

PUTIAN = "350300"
MUST, ADVICE, DEPARTURE = Severity.VIOLATION, Severity.ADVICE, Severity.DEPARTURE

ENQUIRY, ONE_THING, CROSS_AREA = "综合咨询窗口", "“高效办成一件事”窗口", "“跨域通办”窗口"
SPECIAL, ASSISTANCE, COMPLAINTS = "服务特殊群体窗口", "帮代办窗口", "“办不成事”反映窗口"
GENERAL, BY_FIELD, SUB_CENTRE, DEPARTMENT = (
    "无差别综合办事窗口",
    "分领域综合办事窗口",
    "分中心业务综合窗口",
    "部门窗口",
)
SPECIAL_KINDS = [ENQUIRY, ONE_THING, CROSS_AREA, SPECIAL, ASSISTANCE, COMPLAINTS]

BASE = {
    "name": "3号窗口",
    "area": FUZHOU,
    "kinds": [GENERAL],
    "sign_text": COMPLAINTS,
    "departments": ["民政局"],
    "is_joint_business": False,
    "is_wide_business": False,
    "is_simple_business": True,
    "in_sub_centre": False,
    "handles_all_of_sub_centre": True,
    "handles_all_departments": True,
    "could_handle_all_departments": True,
    "in_conspicuous_place": True,
    "gives_enquiry_and_guidance": True,
    "helps_from_afar": True,
    "items": ["医保", "社保"],
    "zone_items": ["社保", "医保"],
    "displays": ["服务事项清单", "通办范围", "办事指南"],
    "has_green_channel": True,
    "has_procedure": True,
    "has_ledger": True,
    "handling_registered": True,
    "follow_up_registered": True,
    "one_stop": True,
    "fully_online": True,
    "visits": 1,
    "stands_alone": False,
    "is_frequent": False,
    "duties": ["首问负责", "一次性告知", "窗口无否决权", "限时办结"],
    "sends_files_back": False,
    "receives_files": True,
    "issues_on_the_spot": ["业务受理通知书", "一次性告知书"],
    "in_subordinate_institution": True,
    "staffed_by_service_authority": True,
    "staffed_by_purchase": True,
    "recruited_by_centre": True,
}

JUDGE = "NEEDS_JUDGEMENT"


def a_window(**changes):
    """A window of 鼓楼区, Fuzhou, in which every field is stated and every clause kept, with your changes."""
    return Window(**stated(BASE | changes))


def a_part(**changes):
    """The facts of the same as a window of a hall."""
    return stated(BASE | {"area": UNSTATED} | changes)


EVERY_KIND = [a_part(kinds=[kind]) for kind in SPECIAL_KINDS]


def a_hall(*parts, **changes):
    """A county's centre in Fuzhou that has these windows; unless some are given, one of each kind and a general one."""
    base = {
        "name": "鼓楼区政务服务中心",
        "area": FUZHOU,
        "kind": "政务服务中心",
        "level": "县",
        "windows": list(parts) or [*EVERY_KIND, a_part()],
        "service_model": ["前台综合受理", "后台分类审批", "综合窗口出件"],
    }
    return Venue(**stated(base | changes))


def told(rule, record, ctx=None):
    """State, severity, reason, place and cited clauses of each answer."""
    return [
        (each.state.name, each.severity, each.reason, each.path, [clause.ref for clause in each.clauses])
        for each in rule(record, ctx or a_context())
    ]


def asked(hall, ctx=None):
    """The kinds of the windows that a hall must have, by the norm that asks for them."""
    found = {}
    for each in required_windows(hall, ctx or a_context()):
        found.setdefault(each.norm, []).append(each.kind.value)
    return found


# Windows that a hall must have

PROVINCE = {"fujian-2022/2.2.5#7": [ENQUIRY], "fujian-2022/2.2.6#6": [ASSISTANCE], "fujian-2022/2.2.8#1": [COMPLAINTS]}
CITY = {"xiamen-2022/2.2.5#3": [ENQUIRY], "xiamen-2022/2.2.6#4": [ASSISTANCE], "xiamen-2022/2.2.8#2": [COMPLAINTS]}
FIVE = {"putian-2025/art-13#1": [ENQUIRY, ONE_THING, CROSS_AREA, SPECIAL, COMPLAINTS]}
FOUR = {"hanjiang-2023/task-3#6": [ENQUIRY, SPECIAL, CROSS_AREA, COMPLAINTS]}
SUB = {"fujian-2022/2.2.5#5": [SUB_CENTRE]}
CITY_SUB = {"xiamen-2022/2.2.5#6": [SUB_CENTRE], "xiamen-2022/2.2.8#2": [COMPLAINTS]}
OWED = (JUDGE, "window-perhaps-owed", "windows")


@pytest.mark.parametrize(
    ("area", "kind", "level", "found"),
    [
        (FUZHOU, "政务服务中心", "县", PROVINCE),
        ("350100", "政务服务中心", "市", PROVINCE),
        ("350000", "政务服务中心", "省", PROVINCE),
        (FUZHOU, "便民服务中心", "乡", PROVINCE),
        (FUZHOU, "便民服务站", "村", PROVINCE),
        (FUZHOU, "政务服务分中心", "县", SUB),
        (XIAMEN, "政务服务中心", "县", PROVINCE | CITY),
        (XIAMEN, "政务服务分中心", "县", SUB | CITY_SUB),
        (PUTIAN, "政务服务中心", "市", PROVINCE | FIVE),
        # 政务(便民)服务中心: the centres of townships too, and no station.
        (PUTIAN, "便民服务中心", "乡", PROVINCE | FIVE),
        (PUTIAN, "便民服务站", "村", PROVINCE),
        (PUTIAN, "政务服务分中心", "市", SUB),
        # The district's four are those of its own centre.
        (HANJIANG, "政务服务中心", "县", PROVINCE | FIVE | FOUR),
        (HANJIANG, "便民服务中心", "乡", PROVINCE | FIVE),
        (HANJIANG, "便民服务站", "村", PROVINCE),
    ],
)
def test_which_windows_a_hall_must_have(area, kind, level, found):
    """Kind, level and area decide; the place in a document is named."""
    assert asked(a_hall(area=area, kind=kind, level=level)) == found


def test_the_centre_of_a_zone_is_not_that_of_the_district():
    """区政务服务中心 in Hanjiang is one hall."""
    zone = Area.zone("莆田高新区", kind=ZoneKind.HIGH_TECH, under=HANJIANG)

    assert asked(a_hall(area=zone)) == PROVINCE | FIVE


@pytest.mark.parametrize(
    ("area", "day", "found"),
    [
        # The tasks are due by 2022-09-30 (2.2.8) and 2022-12-31; Putian's norms begin on 2025-05-06.
        (FUZHOU, date(2022, 9, 30), {}),
        (FUZHOU, date(2022, 10, 1), {"fujian-2022/2.2.8#1": [COMPLAINTS]}),
        (FUZHOU, date(2022, 12, 31), {"fujian-2022/2.2.8#1": [COMPLAINTS]}),
        (FUZHOU, date(2023, 1, 1), PROVINCE),
        # Xiamen's own 2.2.8 is due by 2022-11-30.
        (XIAMEN, date(2022, 11, 30), {"fujian-2022/2.2.8#1": [COMPLAINTS]}),
        (XIAMEN, date(2022, 12, 1), {"fujian-2022/2.2.8#1": [COMPLAINTS], "xiamen-2022/2.2.8#2": [COMPLAINTS]}),
        (PUTIAN, date(2025, 5, 5), PROVINCE),
        (PUTIAN, date(2025, 5, 6), PROVINCE | FIVE),
        # The end of 2023 in task-3 is that of full coverage, not of its windows.
        (HANJIANG, date(2023, 3, 5), PROVINCE),
        (HANJIANG, date(2023, 3, 6), PROVINCE | FOUR),
        (HANJIANG, date(2026, 3, 5), PROVINCE | FIVE | FOUR),
        (HANJIANG, date(2026, 3, 6), PROVINCE | FIVE),
    ],
)
def test_from_when_on_a_hall_must_have_them(area, day, found):
    """Once the task's date is over, and while the document is in force."""
    assert asked(a_hall(area=area), a_context(day)) == found


def test_what_is_asked_for_says_how():
    """In the words of its document, conspicuous and by name or not, surely or not."""
    station = a_hall(area=XIAMEN, kind="便民服务站", level="村")
    hall = a_hall(area=HANJIANG)

    found = {each.norm: each for each in required_windows(station, a_context())}
    assert {each.is_certain for each in found.values()} == {False}
    last = found["xiamen-2022/2.2.8#2"]
    assert (last.kind, last.is_conspicuous, last.has_fixed_name) == (WindowKind.COMPLAINTS, True, True)
    assert not found["fujian-2022/2.2.8#1"].has_fixed_name
    words = [(each.printed, each.is_certain) for each in required_windows(hall, a_context()) if "task-3" in each.norm]
    assert words == [
        ("综合咨询窗口", True),
        ("服务特殊群体窗口", True),
        ("跨区域通办窗口", True),
        ("“好办事（或办不成事）”反映窗口", True),
    ]


def test_the_kind_has_to_be_known_to_say_which_windows():
    """The level too, where it decides."""
    with pytest.raises(Unstated) as caught:
        required_windows(a_hall(kind=UNSTATED), a_context())
    assert caught.value.paths == ("kind",)
    with pytest.raises(Unstated) as caught:
        required_windows(a_hall(area=HANJIANG, level=UNSTATED), a_context())
    assert caught.value.paths == ("level",)


def without(*kinds):
    """One window of each special kind but these."""
    return [each for each in EVERY_KIND if each["kinds"][0] not in kinds] + [a_part()]


def missing(severity, *refs):
    """The answer that a window is missing, for each of some clauses."""
    return [("BREACHED", severity, "window-missing", "windows", [ref]) for ref in refs]


def kept(*refs):
    """The answer that these clauses are kept."""
    return [("MET", None, "met", "", list(refs))]


@pytest.mark.parametrize(
    ("area", "gone", "found"),
    [
        (FUZHOU, [], kept("fujian-2022/2.2.5", "fujian-2022/2.2.6", "fujian-2022/2.2.8")),
        # 推动 in both task tables; 应当 in Putian, and a duty in Hanjiang.
        (
            FUZHOU,
            [ENQUIRY],
            missing(ADVICE, "fujian-2022/2.2.5") + kept("fujian-2022/2.2.6", "fujian-2022/2.2.8"),
        ),
        (
            HANJIANG,
            [ENQUIRY],
            missing(ADVICE, "fujian-2022/2.2.5")
            + missing(MUST, "putian-2025/art-13", "hanjiang-2023/task-3")
            + kept("fujian-2022/2.2.6", "fujian-2022/2.2.8"),
        ),
        (
            XIAMEN,
            [ASSISTANCE],
            missing(MUST, "fujian-2022/2.2.6", "xiamen-2022/2.2.6")
            + kept("xiamen-2022/2.2.5", "xiamen-2022/2.2.8", "fujian-2022/2.2.5", "fujian-2022/2.2.8"),
        ),
        (
            PUTIAN,
            [ONE_THING, SPECIAL],
            missing(MUST, "putian-2025/art-13", "putian-2025/art-13")
            + kept("fujian-2022/2.2.5", "fujian-2022/2.2.6", "fujian-2022/2.2.8"),
        ),
        # No other document asks for those.
        (FUZHOU, [ONE_THING, SPECIAL, CROSS_AREA], kept("fujian-2022/2.2.5", "fujian-2022/2.2.6", "fujian-2022/2.2.8")),
    ],
)
def test_each_missing_window_is_told_for_each_document(area, gone, found):
    """One finding for each, with the force of its words."""
    assert told(windows.required_of_the_hall, a_hall(*without(*gone), area=area)) == found


def test_the_missing_window_is_named_as_the_document_prints_it():
    """Hanjiang's last window has two names."""
    found = windows.required_of_the_hall(a_hall(*without(COMPLAINTS), area=HANJIANG), a_context())

    assert [(each.facts["window"], each.facts["norm"]) for each in found if each.state.name == "BREACHED"] == [
        ("“办不成事”反映窗口", "fujian-2022/2.2.8#1"),
        ("“办不成事”反映窗口", "putian-2025/art-13#1"),
        ("“好办事（或办不成事）”反映窗口", "hanjiang-2023/task-3#6"),
    ]


SEEN = "windows[0].in_conspicuous_place"
SIGN = "windows[0].sign_text"
ALL_IN_ONE = a_part(kinds=[*SPECIAL_KINDS, GENERAL])


@pytest.mark.parametrize(
    ("part", "found"),
    [
        ({}, MET),
        # Some other forms of the names mean the same.
        ({"kinds": ["综合咨询窗口", "帮代办窗口", "“好办事（或办不成事）”反映窗口"]}, MET),
        ({"kinds": [COMPLAINTS, ENQUIRY]}, ["window-missing"] * 2),
        ({"kinds": None}, ["window-missing"] * 6),
        ({"kinds": UNSTATED}, UNKNOWN),
        ({"in_conspicuous_place": False}, ["window-not-conspicuous"] * 2),
        ({"in_conspicuous_place": None}, ["window-not-conspicuous"] * 2),
        ({"in_conspicuous_place": UNSTATED}, ["not-stated"]),
        ({"sign_text": "办不成事反映窗口"}, MET),
        ({"sign_text": "1号 “办不成事”反映窗口"}, MET),
        ({"sign_text": "“好办事”反映窗口"}, ["window-named-otherwise"]),
        ({"sign_text": None}, ["window-named-otherwise"]),
        ({"sign_text": UNSTATED}, ["not-stated"]),
    ],
)
def test_one_window_may_be_all_of_them_in_xiamen(part, found):
    """It counts for each kind, has to be seen by both texts, and to be named by the city's."""
    answers = said(windows.required_of_the_hall, a_hall(stated(ALL_IN_ONE | part), area=XIAMEN))

    if found in (MET, UNKNOWN):
        assert answers == found
    else:
        assert [reason for state, reason, _ in answers if state != "MET"] == found


def test_where_the_window_stands_and_how_it_is_named_is_told_by_its_place():
    """And by the clause that asks for it."""
    hidden = a_hall(ALL_IN_ONE | {"in_conspicuous_place": False, "sign_text": "意见"}, area=XIAMEN)

    assert told(windows.required_of_the_hall, hidden)[:3] == [
        ("BREACHED", MUST, "window-not-conspicuous", SEEN, ["fujian-2022/2.2.8"]),
        ("BREACHED", MUST, "window-not-conspicuous", SEEN, ["xiamen-2022/2.2.8"]),
        ("BREACHED", MUST, "window-named-otherwise", SIGN, ["xiamen-2022/2.2.8"]),
    ]


def test_another_window_may_be_the_conspicuous_one():
    """One that is seen is enough."""
    hidden = a_part(kinds=[COMPLAINTS], in_conspicuous_place=UNSTATED)

    assert ("BREACHED", "window-not-conspicuous") not in {
        each[:2] for each in said(windows.required_of_the_hall, a_hall(hidden, *EVERY_KIND))
    }


@pytest.mark.parametrize(
    ("area", "changes", "found"),
    [
        (FUZHOU, {"windows": UNSTATED}, UNKNOWN),
        (FUZHOU, {"kind": UNSTATED}, UNKNOWN),
        (FUZHOU, {"level": UNSTATED}, MET),
        (FUZHOU, {"kind": None}, idle("no-window-asked-of-the-hall")),
        (FUZHOU, {"windows": [a_part(kinds=[SUB_CENTRE])], "kind": "政务服务分中心"}, MET),
        # Whether a station is one of the institutions is left to a person.
        (FUZHOU, {"kind": "便民服务站", "level": "村"}, MET),
        (FUZHOU, {"kind": "便民服务站", "level": "村", "windows": None}, [OWED] * 3),
        (
            XIAMEN,
            {"kind": "政务服务分中心", "windows": [a_part(kinds=[SUB_CENTRE])]},
            [OWED, *MET],
        ),
    ],
)
def test_what_decides_about_the_hall(area, changes, found):
    """Its kind, and what is not plain or not known of it."""
    assert said(windows.required_of_the_hall, a_hall(area=area, **changes)) == found


def test_nothing_is_owed_before_the_date():
    """The date is told."""
    (found,) = windows.required_of_the_hall(a_hall(windows=None), a_context(date(2022, 9, 30)))

    assert (found.reason, found.facts["due_on"]) == ("not-due-yet", date(2022, 12, 31))


# The kind of a window

KIND_UNFIT = breach("window-kind-unfit", "kinds")
JOINT = {"is_joint_business": True, "is_simple_business": False}
WIDE = {"is_wide_business": True, "is_simple_business": False}
NEITHER = {"is_simple_business": False}


@pytest.mark.parametrize("area", [FUZHOU, XIAMEN])
@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        (JOINT, KIND_UNFIT),
        (JOINT | {"kinds": [BY_FIELD]}, MET),
        # One department of wide business is by field too.
        (WIDE, KIND_UNFIT),
        (WIDE | {"kinds": [BY_FIELD]}, MET),
        (WIDE | {"kinds": [BY_FIELD], "is_joint_business": UNSTATED}, MET),
        (WIDE | {"is_joint_business": UNSTATED}, KIND_UNFIT),
        # What is wide is not simple.
        ({"is_wide_business": True, "kinds": [BY_FIELD]}, MET),
        ({"kinds": [BY_FIELD]}, KIND_UNFIT),
        ({"kinds": [DEPARTMENT]}, KIND_UNFIT),
        ({"kinds": None}, KIND_UNFIT),
        ({"kinds": []}, KIND_UNFIT),
        ({"kinds": [BY_FIELD, GENERAL]}, MET),
        ({"kinds": [GENERAL, ENQUIRY]}, MET),
        # Neither wide nor simple: the texts name no kind.
        (NEITHER | {"kinds": [DEPARTMENT]}, idle("business-without-window-kind")),
        # Other words may mean the same.
        ({"kinds": ["企业登记窗口"]}, [(JUDGE, "window-kind-unknown", "kinds")]),
        ({"kinds": [ENQUIRY, COMPLAINTS]} | JOINT, idle("window-not-for-business")),
        # Place beats business.
        (JOINT | {"in_sub_centre": True, "kinds": [SUB_CENTRE]}, MET),
        (JOINT | {"in_sub_centre": True, "kinds": [BY_FIELD]}, KIND_UNFIT),
        ({"in_sub_centre": True}, KIND_UNFIT),
        ({"in_sub_centre": True, "is_joint_business": UNSTATED, "kinds": [SUB_CENTRE]}, MET),
        ({"kinds": [SUB_CENTRE]}, KIND_UNFIT),
        ({"in_sub_centre": UNSTATED}, UNKNOWN),
        ({"is_joint_business": UNSTATED}, UNKNOWN),
        ({"is_wide_business": UNSTATED}, UNKNOWN),
        ({"is_simple_business": UNSTATED}, UNKNOWN),
        ({"kinds": UNSTATED}, UNKNOWN),
    ],
)
def test_kind_fits_business(area, changes, found):
    """By field for joint or wide business, undifferentiated for simple, and its own kind in a sub-centre."""
    assert said(windows.kind_fits_business, a_window(area=area, **changes)) == found


PLAN, TABLE = ["hanjiang-2023/task-3"], ["fujian-2022/2.2.5"]
BOTH = PLAN + TABLE
UNFIT = "window-kind-unfit"


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, [("MET", None, "met", "", BOTH)]),
        (JOINT, [("BREACHED", MUST, UNFIT, "kinds", BOTH)]),
        (JOINT | {"kinds": [BY_FIELD]}, [("MET", None, "met", "", BOTH)]),
        # A wide single department: by field in the province's text, undifferentiated in the district's.
        (WIDE, [("BREACHED", MUST, UNFIT, "kinds", TABLE), ("MET", None, "met", "", PLAN)]),
        (WIDE | {"kinds": [BY_FIELD]}, [("BREACHED", MUST, UNFIT, "kinds", PLAN), ("MET", None, "met", "", TABLE)]),
        (WIDE | {"kinds": [BY_FIELD, GENERAL]}, [("MET", None, "met", "", BOTH)]),
        # Neither wide nor simple: the district speaks of single departments at all.
        (NEITHER | {"kinds": [DEPARTMENT]}, [("BREACHED", MUST, UNFIT, "kinds", PLAN)]),
        (NEITHER, [("MET", None, "met", "", PLAN)]),
        # Annex 2 of the plan leaves departments in great demand out of the general window.
        (
            NEITHER | {"kinds": [DEPARTMENT], "is_frequent": True},
            [(JUDGE, None, "department-window-perhaps-kept", "kinds", PLAN)],
        ),
        (
            NEITHER | {"kinds": [DEPARTMENT], "is_frequent": UNSTATED},
            [("UNDETERMINED", None, "not-stated", "", PLAN)],
        ),
        (NEITHER | {"kinds": [BY_FIELD], "is_frequent": True}, [("BREACHED", MUST, UNFIT, "kinds", PLAN)]),
        ({"is_frequent": UNSTATED}, [("MET", None, "met", "", BOTH)]),
        # The province's text knows no such exception.
        (
            {"kinds": [DEPARTMENT], "is_frequent": True},
            [
                ("BREACHED", MUST, UNFIT, "kinds", TABLE),
                (JUDGE, None, "department-window-perhaps-kept", "kinds", PLAN),
            ],
        ),
        (
            JOINT | {"kinds": [DEPARTMENT], "is_frequent": True},
            [("BREACHED", MUST, UNFIT, "kinds", BOTH)],
        ),
        # The plan speaks of centres.
        ({"in_sub_centre": True}, [("BREACHED", MUST, UNFIT, "kinds", TABLE)]),
        ({"in_sub_centre": True, "kinds": [SUB_CENTRE]}, [("MET", None, "met", "", TABLE)]),
        # What only the province asks for is unknown to its clause alone.
        (
            {"is_wide_business": UNSTATED},
            [("UNDETERMINED", None, "not-stated", "", TABLE), ("MET", None, "met", "", PLAN)],
        ),
    ],
)
def test_kind_fits_business_in_hanjiang(changes, found):
    """Both texts stand; where they differ, each gives its answer."""
    assert told(windows.kind_fits_business, a_window(area=HANJIANG, **changes)) == found


@pytest.mark.parametrize(
    ("area", "day", "found"),
    [
        (FUZHOU, date(2022, 12, 31), ["not-due-yet"]),
        (FUZHOU, date(2023, 1, 1), [UNFIT]),
        # Of this business the province's clause says nothing, and the district's is owed from the end of 2023 on.
        (HANJIANG, date(2023, 12, 31), ["business-without-window-kind"]),
        (HANJIANG, date(2024, 1, 1), [UNFIT]),
    ],
)
def test_kinds_are_owed_once_the_date_is_over(area, day, found):
    """The district's at the end of 2023, with full coverage."""
    window = a_window(area=area, kinds=[DEPARTMENT], is_simple_business=area == FUZHOU)

    assert [each.reason for each in windows.kind_fits_business(window, a_context(day))] == found


AT_SUB_CENTRE = {"area": XIAMEN, "in_sub_centre": True, "kinds": [SUB_CENTRE]}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"handles_all_of_sub_centre": False}, breach("sub-centre-window-not-for-all", "handles_all_of_sub_centre")),
        ({"handles_all_of_sub_centre": None}, breach("sub-centre-window-not-for-all", "handles_all_of_sub_centre")),
        ({"handles_all_of_sub_centre": UNSTATED}, UNKNOWN),
        ({"handles_all_of_sub_centre": False, "in_sub_centre": False}, idle("not-the-window-of-a-sub-centre")),
        ({"handles_all_of_sub_centre": False, "kinds": [COMPLAINTS]}, idle("not-the-window-of-a-sub-centre")),
        ({"in_sub_centre": UNSTATED, "kinds": [COMPLAINTS]}, idle("not-the-window-of-a-sub-centre")),
        ({"in_sub_centre": False, "kinds": UNSTATED}, idle("not-the-window-of-a-sub-centre")),
        ({"in_sub_centre": UNSTATED}, UNKNOWN),
        ({"handles_all_of_sub_centre": False, "area": FUZHOU}, idle("never-in-force")),
    ],
)
def test_sub_centre_handles_all(changes, found):
    """In Xiamen all business of a sub-centre is done at its window."""
    assert said(windows.sub_centre_handles_all, a_window(**AT_SUB_CENTRE | changes)) == found


# All departments

NOT_ALL = {"handles_all_departments": False}
AT_ALL = "windows[0].handles_all_departments"


@pytest.mark.parametrize(
    ("area", "part", "changes", "found"),
    [
        (FUZHOU, {}, {}, MET),
        (FUZHOU, NOT_ALL, {}, breach("window-not-for-all-departments", AT_ALL)),
        # Only where the institution is able to (有条件).
        (FUZHOU, NOT_ALL | {"could_handle_all_departments": False}, {}, idle("no-comprehensive-window")),
        (FUZHOU, NOT_ALL | {"could_handle_all_departments": UNSTATED}, {}, UNKNOWN),
        (FUZHOU, {"could_handle_all_departments": UNSTATED}, {}, MET),
        (FUZHOU, NOT_ALL | {"kinds": [BY_FIELD]}, {}, [(JUDGE, "window-by-field-not-for-all", AT_ALL)]),
        (FUZHOU, NOT_ALL | {"kinds": [ENQUIRY]}, {}, idle("no-comprehensive-window")),
        (FUZHOU, NOT_ALL, {"level": "市"}, idle("not-a-county-centre")),
        (FUZHOU, NOT_ALL, {"kind": "便民服务中心"}, idle("not-a-county-centre")),
        (FUZHOU, NOT_ALL, {"level": UNSTATED}, UNKNOWN),
        (FUZHOU, {"handles_all_departments": UNSTATED}, {}, UNKNOWN),
        (FUZHOU, {"kinds": UNSTATED}, {}, UNKNOWN),
        (FUZHOU, {}, {"windows": None}, idle("no-comprehensive-window")),
        (FUZHOU, {}, {"windows": UNSTATED}, UNKNOWN),
    ],
)
def test_all_departments(area, part, changes, found):
    """Undifferentiated windows of a county's centre take the items of all departments."""
    hall = a_hall(a_part(**part), area=area, **changes)

    assert said(windows.all_departments, hall) == found


NOT_FOR_ALL = "window-not-for-all-departments"


@pytest.mark.parametrize(
    ("area", "part", "found"),
    [
        (FUZHOU, NOT_ALL, [("BREACHED", ADVICE, NOT_FOR_ALL, AT_ALL, ["fujian-2022/2.2.5"])]),
        (
            XIAMEN,
            NOT_ALL,
            [
                ("BREACHED", ADVICE, NOT_FOR_ALL, AT_ALL, ["fujian-2022/2.2.5"]),
                ("BREACHED", MUST, NOT_FOR_ALL, AT_ALL, ["xiamen-2022/2.2.5"]),
            ],
        ),
        # The district's duty does not turn on what it is able to do.
        (
            XIAMEN,
            NOT_ALL | {"could_handle_all_departments": False},
            [("BREACHED", MUST, NOT_FOR_ALL, AT_ALL, ["xiamen-2022/2.2.5"])],
        ),
    ],
)
def test_all_departments_is_advice_and_in_xiamen_a_duty(area, part, found):
    """Two findings, one for each force."""
    assert told(windows.all_departments, a_hall(a_part(**part), area=area)) == found


def test_the_centre_of_a_zone_in_xiamen_has_no_such_duty():
    """区政务服务中心 is that of a district; the province's 县（区）级 takes in the zones."""
    zone = Area.zone("火炬高新区", kind=ZoneKind.HIGH_TECH, under="350200")

    assert [each[1] for each in told(windows.all_departments, a_hall(a_part(**NOT_ALL), area=zone))] == [ADVICE]


# The three steps

STEPS = ["前台综合受理", "后台分类审批", "综合窗口出件"]


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        (STEPS, MET),
        ([*STEPS[:2], "窗口统一出件"], MET),
        ([*STEPS[:2], "统一窗口出件"], MET),
        ([STEPS[0], "材料流转", *STEPS[1:]], MET),
        # The last step in the words of two documents is one step.
        ([*STEPS, "窗口统一出件"], MET),
        (STEPS[:2], breach("model-step-missing", "service_model")),
        ([], breach("model-step-missing", "service_model")),
        (None, breach("model-step-missing", "service_model")),
        (STEPS[::-1], breach("model-out-of-order", "service_model")),
        ([STEPS[1], STEPS[0], STEPS[2]], breach("model-out-of-order", "service_model")),
        (UNSTATED, UNKNOWN),
    ],
)
def test_model_in_three_steps(steps, found):
    """All three, in order; the last in any of its words."""
    assert said(windows.model_in_three_steps, a_hall(service_model=steps)) == found


@pytest.mark.parametrize(
    ("area", "kind", "found"),
    [
        (FUZHOU, "政务服务分中心", ["fujian-2022/2.2.5"]),
        (XIAMEN, "政务服务中心", ["xiamen-2022/2.2.5", "fujian-2022/2.2.5"]),
        (PUTIAN, "政务服务中心", ["putian-2025/art-12", "fujian-2022/2.2.5"]),
        # Putian's first sentence is about 政务服务中心 alone.
        (PUTIAN, "便民服务中心", ["fujian-2022/2.2.5"]),
        (HANJIANG, "政务服务中心", ["hanjiang-2023/task-3", "putian-2025/art-12", "fujian-2022/2.2.5"]),
        (HANJIANG, "便民服务中心", ["hanjiang-2023/task-3", "fujian-2022/2.2.5"]),
        (HANJIANG, "政务服务分中心", ["fujian-2022/2.2.5"]),
    ],
)
def test_of_which_venues_the_model_is_asked(area, kind, found):
    """Each clause of its own."""
    assert told(windows.model_in_three_steps, a_hall(area=area, kind=kind, service_model=None)) == [
        ("BREACHED", MUST, "model-step-missing", "service_model", found)
    ]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"kind": "便民服务站"}, MET),
        ({"kind": "便民服务站", "service_model": None}, [(JUDGE, "model-perhaps-owed", "service_model")]),
        ({"kind": None}, idle("model-not-asked-of-the-hall")),
        ({"kind": UNSTATED}, UNKNOWN),
    ],
)
def test_whether_a_station_keeps_the_model_is_left_to_a_person(changes, found):
    """The text names institutions of every level, and no station."""
    assert said(windows.model_in_three_steps, a_hall(**changes)) == found


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2022, 12, 31), [("NOT_APPLICABLE", [])]),
        (date(2023, 1, 1), [("BREACHED", ["fujian-2022/2.2.5"])]),
        (date(2023, 12, 31), [("BREACHED", ["fujian-2022/2.2.5"])]),
        (date(2024, 1, 1), [("BREACHED", ["hanjiang-2023/task-3", "fujian-2022/2.2.5"])]),
        (date(2026, 3, 6), [("BREACHED", ["putian-2025/art-12", "fujian-2022/2.2.5"])]),
    ],
)
def test_the_model_is_owed_once_each_date_is_over(day, found):
    """2022-12-31 in the province, 2023-12-31 in the district."""
    hall = a_hall(area=HANJIANG, service_model=None)
    answers = [
        (each.state.name, [clause.ref for clause in each.clauses] if each.state.name == "BREACHED" else [])
        for each in windows.model_in_three_steps(hall, a_context(day))
    ]

    assert answers == found


# Townships

TOWN = {"area": PUTIAN, "kind": "便民服务中心", "level": "乡"}
ALONE = "windows[1].stands_alone"


@pytest.mark.parametrize(
    ("part", "changes", "found"),
    [
        ({}, {}, MET),
        ({"stands_alone": True}, {}, breach("window-stands-alone", ALONE)),
        ({"stands_alone": True}, {"kind": "便民服务站", "level": "村"}, breach("window-stands-alone", ALONE)),
        ({"stands_alone": True, "is_frequent": True}, {}, MET),
        # The police station and market supervision are named, whatever is said of their use.
        ({"stands_alone": True, "departments": ["公安派出所"]}, {}, MET),
        ({"stands_alone": True, "departments": ["白塘市场监管所"], "is_frequent": UNSTATED}, {}, MET),
        ({"stands_alone": True, "departments": ["涵江公安分局白塘派出所"]}, {}, MET),
        ({"stands_alone": True, "departments": ["白塘市场监督管理所"]}, {}, MET),
        # The text names the office of market supervision in the township, not the bureau above it.
        ({"stands_alone": True, "departments": ["市场监督管理局"]}, {}, breach("window-stands-alone", ALONE)),
        (
            {"stands_alone": True, "departments": ["公安派出所", "民政办"]},
            {},
            breach("window-stands-alone", ALONE),
        ),
        ({"stands_alone": True, "departments": None}, {}, breach("window-stands-alone", ALONE)),
        ({"stands_alone": True, "departments": UNSTATED}, {}, UNKNOWN),
        ({"stands_alone": True, "is_frequent": UNSTATED}, {}, UNKNOWN),
        ({"stands_alone": UNSTATED}, {}, UNKNOWN),
        # The permission and the duty are about townships and villages.
        ({"stands_alone": True}, {"kind": "政务服务中心", "level": "县"}, idle("not-in-a-township-or-village")),
        ({"stands_alone": True}, {"kind": UNSTATED}, UNKNOWN),
        ({"stands_alone": True}, {"area": FUZHOU}, idle("never-in-force")),
    ],
)
def test_undivided_in_townships(part, changes, found):
    """Only much used windows stand alone."""
    hall = a_hall(a_part(), a_part(**part), **TOWN | changes)

    assert said(windows.undivided_in_townships, hall) == found


@pytest.mark.parametrize(
    ("held", "found"),
    [
        ([a_part(kinds=["全科综合服务窗口"])], MET),
        ([a_part(kinds=[BY_FIELD])], breach("no-all-purpose-window", "windows")),
        ([], breach("no-all-purpose-window", "windows")),
        (None, breach("no-all-purpose-window", "windows")),
        ([a_part(kinds=UNSTATED)], UNKNOWN),
        (
            [a_part(kinds=[DEPARTMENT], stands_alone=True)],
            breach("no-all-purpose-window", "windows") + breach("window-stands-alone", "windows[0].stands_alone"),
        ),
    ],
)
def test_a_township_has_an_all_purpose_window(held, found):
    """In principle."""
    assert said(windows.undivided_in_townships, a_hall(**TOWN | {"windows": held})) == found


def test_undivided_in_townships_is_a_principle():
    """原则上: a departure."""
    hall = a_hall(a_part(kinds=[BY_FIELD]), **TOWN)

    assert told(windows.undivided_in_townships, hall)[0][1] is DEPARTURE


# What windows do


def single(rule, kind, area, **changes):
    """What *rule* answers about a window of one kind."""
    return said(rule, a_window(**{"kinds": [kind], "area": area} | changes))


AT_GUIDE = "gives_enquiry_and_guidance"


@pytest.mark.parametrize(
    ("area", "found"),
    [
        (FUZHOU, [(ADVICE, ["fujian-2022/2.2.5"])]),
        (XIAMEN, [(ADVICE, ["xiamen-2022/2.2.5", "fujian-2022/2.2.5"])]),
        (HANJIANG, [(ADVICE, ["fujian-2022/2.2.5"]), (MUST, ["putian-2025/art-13"])]),
    ],
)
def test_enquiry_window_guides(area, found):
    """推动 in the task tables, a duty in Putian."""
    window = a_window(area=area, kinds=[ENQUIRY], gives_enquiry_and_guidance=False)
    answers = told(windows.enquiry_window_guides, window)

    assert [(severity, refs) for _, severity, _, _, refs in answers] == found
    assert {(state, reason, at) for state, _, reason, at, _ in answers} == {
        ("BREACHED", "window-does-not-guide", AT_GUIDE)
    }


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({AT_GUIDE: UNSTATED}, UNKNOWN),
        ({AT_GUIDE: False, "kinds": [GENERAL]}, idle("window-of-another-kind")),
        ({AT_GUIDE: False, "kinds": None}, idle("window-of-another-kind")),
        ({AT_GUIDE: False, "kinds": UNSTATED}, UNKNOWN),
    ],
)
def test_which_window_guides(changes, found):
    """Only an enquiry window."""
    assert said(windows.enquiry_window_guides, a_window(**{"kinds": [ENQUIRY, GENERAL]} | changes)) == found


MANY_VISITS = breach("one-thing-neither-online-nor-one-visit", "visits")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"one_stop": False}, breach("one-thing-not-at-one-stop", "one_stop")),
        ({"one_stop": UNSTATED}, UNKNOWN),
        # 或: either is enough. At most one visit: 0 and 1 are, 2 is not.
        ({"visits": 2}, MET),
        ({"visits": UNSTATED}, MET),
        ({"fully_online": False}, MET),
        ({"fully_online": False, "visits": 0}, MET),
        ({"fully_online": False, "visits": 2}, MANY_VISITS),
        ({"fully_online": None, "visits": None}, MANY_VISITS),
        ({"fully_online": UNSTATED, "visits": 2}, UNKNOWN),
        ({"fully_online": UNSTATED}, MET),
        ({"fully_online": False, "visits": UNSTATED}, UNKNOWN),
        ({"kinds": [ENQUIRY], "one_stop": False}, idle("window-of-another-kind")),
        ({"one_stop": False, "area": FUZHOU}, idle("never-in-force")),
    ],
)
def test_one_thing_window(changes, found):
    """At one stop, and online throughout or in one visit."""
    assert said(windows.one_thing_window, a_window(**{"kinds": [ONE_THING], "area": PUTIAN} | changes)) == found


@pytest.mark.parametrize(
    ("area", "changes", "found"),
    [
        (FUZHOU, {}, MET),
        (FUZHOU, {"items": ["社保"]}, breach("zone-items-missing", "items")),
        (FUZHOU, {"items": ["社保", "医保", "公积金"]}, breach("items-beyond-the-zone", "items")),
        (
            FUZHOU,
            {"items": ["公积金"], "zone_items": ["医保"]},
            breach("zone-items-missing", "items") + breach("items-beyond-the-zone", "items"),
        ),
        (FUZHOU, {"items": None, "zone_items": []}, MET),
        # What is beyond the zone may be the business of the other kind.
        (FUZHOU, {"kinds": [CROSS_AREA, ENQUIRY], "items": ["社保", "医保", "公积金"]}, MET),
        (FUZHOU, {"kinds": [CROSS_AREA, ENQUIRY], "items": ["医保"]}, breach("zone-items-missing", "items")),
        (FUZHOU, {"items": UNSTATED}, UNKNOWN),
        (FUZHOU, {"zone_items": UNSTATED}, UNKNOWN),
        (FUZHOU, {"displays": ["服务事项清单", "通办范围"]}, breach("cross-area-display-missing", "displays")),
        (FUZHOU, {"displays": None}, breach("cross-area-display-missing", "displays")),
        (FUZHOU, {"items": UNSTATED, "displays": []}, UNKNOWN + breach("cross-area-display-missing", "displays")),
        # To help from afar is asked for in Putian.
        (FUZHOU, {"helps_from_afar": False}, MET),
        (PUTIAN, {}, MET),
        (PUTIAN, {"helps_from_afar": False}, [*breach("no-help-from-afar", "helps_from_afar"), *MET]),
        (FUZHOU, {"kinds": [ENQUIRY], "displays": None}, idle("window-of-another-kind")),
        # The forms of the documents mean one window.
        (FUZHOU, {"kinds": ["跨区域通办窗口"], "displays": None}, breach("cross-area-display-missing", "displays")),
        (FUZHOU, {"kinds": ["“跨省通办”窗口"], "displays": None}, breach("cross-area-display-missing", "displays")),
    ],
)
def test_cross_area_window(area, changes, found):
    """The items of the zone, three displays, and help from afar."""
    assert said(windows.cross_area_window, a_window(**{"kinds": [CROSS_AREA], "area": area} | changes)) == found


def test_cross_area_window_cites_the_clause_of_each_part():
    """The displays are asked for by both tables, the items by the province's."""
    window = a_window(area=XIAMEN, kinds=[CROSS_AREA], items=[], displays=[])

    assert told(windows.cross_area_window, window) == [
        ("BREACHED", MUST, "zone-items-missing", "items", ["fujian-2022/2.2.7"]),
        ("BREACHED", MUST, "cross-area-display-missing", "displays", ["xiamen-2022/2.2.7", "fujian-2022/2.2.7"]),
    ]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"has_green_channel": False}, breach("no-green-channel", "has_green_channel")),
        ({"has_green_channel": UNSTATED}, UNKNOWN),
        ({"has_green_channel": False, "kinds": [GENERAL]}, idle("window-of-another-kind")),
        ({"has_green_channel": False, "area": FUZHOU}, idle("never-in-force")),
    ],
)
def test_special_groups_window(changes, found):
    """A green channel, in Putian."""
    assert said(windows.special_groups_window, a_window(**{"kinds": [SPECIAL], "area": PUTIAN} | changes)) == found


REGISTER = ["xiamen-2022/2.2.8", "fujian-2022/2.2.8"]


@pytest.mark.parametrize(
    ("area", "field", "reason", "refs"),
    [
        (FUZHOU, "handling_registered", "handling-not-registered", REGISTER[1:]),
        (FUZHOU, "follow_up_registered", "follow-up-not-registered", REGISTER[1:]),
        (XIAMEN, "handling_registered", "handling-not-registered", REGISTER),
        (XIAMEN, "follow_up_registered", "follow-up-not-registered", REGISTER),
        (XIAMEN, "has_procedure", "complaints-without-procedure", REGISTER[:1]),
        (XIAMEN, "has_ledger", "complaints-without-ledger", REGISTER[:1]),
    ],
)
def test_complaints_registered(area, field, reason, refs):
    """Handling and calling back both; in Xiamen a procedure and a ledger too."""
    for value in (False, None):
        window = a_window(area=area, kinds=[COMPLAINTS], **{field: value})
        assert told(windows.complaints_registered, window)[0] == ("BREACHED", MUST, reason, field, refs)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"has_procedure": False, "has_ledger": False}, MET),
        ({"has_procedure": UNSTATED}, MET),
        ({"follow_up_registered": UNSTATED}, UNKNOWN),
        (
            {"follow_up_registered": UNSTATED, "handling_registered": False},
            breach("handling-not-registered", "handling_registered") + UNKNOWN,
        ),
        ({"handling_registered": False, "kinds": [GENERAL]}, idle("window-of-another-kind")),
        ({"kinds": ["“好办事”反映窗口"], "handling_registered": UNSTATED}, UNKNOWN),
    ],
)
def test_what_the_province_asks_to_be_registered(changes, found):
    """Two entries, and no ledger."""
    assert said(windows.complaints_registered, a_window(**{"kinds": [COMPLAINTS]} | changes)) == found


@pytest.mark.parametrize(
    ("back", "found"),
    [
        (False, MET),
        (None, MET),
        (True, breach("files-sent-back", "sends_files_back")),
        (UNSTATED, UNKNOWN),
    ],
)
def test_files_not_sent_back(back, found):
    """Files stay in the centre."""
    assert said(windows.files_not_sent_back, a_window(sends_files_back=back)) == found


ACCEPTANCE, NOTICE = "业务受理通知书", "一次性告知书"
PAPERS = "issues_on_the_spot"
NO_ACCEPTANCE = breach("acceptance-notice-not-on-the-spot", PAPERS)
NO_INTAKE = idle("window-receives-no-files")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({PAPERS: [NOTICE, ACCEPTANCE]}, MET),
        ({PAPERS: ["受理通知单", "一次性告知单"]}, MET),
        ({PAPERS: [NOTICE]}, NO_ACCEPTANCE),
        ({PAPERS: []}, NO_ACCEPTANCE),
        ({PAPERS: None}, NO_ACCEPTANCE),
        # Whether 充分授权 governs the second paper too can be read either way.
        ({PAPERS: [ACCEPTANCE]}, [(JUDGE, "one-time-notice-perhaps-owed", PAPERS)]),
        ({PAPERS: UNSTATED}, UNKNOWN),
        # Where nothing is handed in nothing is issued.
        ({PAPERS: None, "receives_files": False}, NO_INTAKE),
        ({PAPERS: None, "receives_files": None}, NO_INTAKE),
        ({PAPERS: UNSTATED, "receives_files": False}, NO_INTAKE),
        ({PAPERS: [NOTICE], "receives_files": UNSTATED}, UNKNOWN),
        ({PAPERS: UNSTATED, "receives_files": UNSTATED}, UNKNOWN),
        ({"receives_files": UNSTATED}, MET),
    ],
)
def test_intake_papers_on_the_spot(changes, found):
    """The notice of acceptance surely, the one-time notice perhaps."""
    assert said(windows.intake_papers_on_the_spot, a_window(**changes)) == found


def test_what_would_say_whether_papers_are_issued_is_named():
    """Either field would settle it."""
    (found,) = windows.intake_papers_on_the_spot(
        a_window(**{PAPERS: UNSTATED, "receives_files": UNSTATED}), a_context()
    )

    assert found.missing == ("receives_files", PAPERS)


@pytest.mark.parametrize(
    ("area", "refs"),
    [
        (FUZHOU, ["fujian-2022/2.2.10"]),
        # The city prints the same sentence.
        (XIAMEN, ["xiamen-2022/2.2.11", "fujian-2022/2.2.10"]),
        # Hanjiang's task 5 names the papers and no authority.
        (HANJIANG, ["fujian-2022/2.2.10"]),
    ],
)
def test_intake_papers_are_asked_by_both_tables(area, refs):
    """From the first day on: the task is ongoing."""
    rule, window = windows.intake_papers_on_the_spot, a_window(area=area, **{PAPERS: []})

    assert told(rule, window) == [("BREACHED", MUST, "acceptance-notice-not-on-the-spot", PAPERS, refs)]
    assert {each.reason for each in rule(window, a_context(date(2022, 9, 13)))} == {"not-yet-in-force"}
    assert ("BREACHED", NO_ACCEPTANCE[0][1], PAPERS) in said(rule, window, a_context(date(2022, 9, 14)))


DUTIES = [each.value for each in WindowDuty]
DUTY_MISSING = breach("window-duty-missing", "duties")


@pytest.mark.parametrize(
    ("duties", "found"),
    [
        (DUTIES, MET),
        (["首问责任", *DUTIES[1:]], MET),
        ([*DUTIES, "AB岗工作制"], MET),
        *((DUTIES[:left_out] + DUTIES[left_out + 1 :], DUTY_MISSING) for left_out in range(4)),
        ([], DUTY_MISSING),
        (None, DUTY_MISSING),
        (UNSTATED, UNKNOWN),
    ],
)
def test_duties_kept(duties, found):
    """All four, and others beside."""
    assert said(windows.duties_kept, a_window(duties=duties)) == found


@pytest.mark.parametrize(
    ("rule", "refs", "changes"),
    [
        (windows.files_not_sent_back, ["2.2.9", "2.2.9", "task-5"], {"sends_files_back": True}),
        (windows.duties_kept, ["2.1.2", "2.1.2", "task-5"], {"duties": DUTIES[1:]}),
    ],
)
def test_duties_of_every_window_are_cited_by_place(rule, refs, changes):
    """The province's everywhere, the city's and the district's beside it."""
    fujian, xiamen, hanjiang = refs

    def cited(area):
        return [(severity, refs) for _, severity, _, _, refs in told(rule, a_window(area=area, **changes))]

    assert cited(FUZHOU) == [(MUST, [f"fujian-2022/{fujian}"])]
    assert cited(XIAMEN) == [(MUST, [f"xiamen-2022/{xiamen}", f"fujian-2022/{fujian}"])]
    assert cited(HANJIANG) == [(MUST, [f"hanjiang-2023/{hanjiang}", f"fujian-2022/{fujian}"])]


# Who stands at comprehensive windows

AUTHORITY, PURCHASE, OWN = "staff-not-from-authority", "staff-not-by-purchase", "staff-not-recruited-by-centre"
NOT_STAFFED = {"staffed_by_service_authority": False, "staffed_by_purchase": False, "recruited_by_centre": False}


@pytest.mark.parametrize(
    ("area", "kind", "found"),
    [
        (XIAMEN, "政务服务中心", [(AUTHORITY, "xiamen-2022/2.2.5")]),
        (PUTIAN, "政务服务中心", [(AUTHORITY, "putian-2025/art-23"), (PURCHASE, "putian-2025/art-23")]),
        # 统一配备 is printed of 政务服务中心, buying services of the centres of all levels.
        (PUTIAN, "便民服务中心", [(PURCHASE, "putian-2025/art-23")]),
        # The district's own answer stands beside the city's.
        (
            HANJIANG,
            "政务服务中心",
            [(AUTHORITY, "putian-2025/art-23"), (PURCHASE, "putian-2025/art-23"), (OWN, "hanjiang-2023/task-7")],
        ),
        (HANJIANG, "便民服务中心", [(PURCHASE, "putian-2025/art-23"), (OWN, "hanjiang-2023/task-7")]),
    ],
)
def test_staffed_by_authority(area, kind, found):
    """Each clause says where the staff come from."""
    hall = a_hall(a_part(**NOT_STAFFED), area=area, kind=kind)
    answers = told(windows.staffed_by_authority, hall)

    assert [(reason, ref) for _, _, reason, _, (ref,) in answers] == found
    assert {severity for _, severity, _, _, _ in answers} == {MUST}
    assert {path.rpartition(".")[0] for _, _, _, path, _ in answers} == {"windows[0]"}


@pytest.mark.parametrize(
    ("area", "part", "changes", "found"),
    [
        (XIAMEN, {}, {}, MET),
        (XIAMEN, {"staffed_by_purchase": False, "recruited_by_centre": False}, {}, MET),
        (XIAMEN, NOT_STAFFED | {"in_subordinate_institution": False}, {}, idle("no-subordinate-window")),
        (XIAMEN, NOT_STAFFED | {"in_subordinate_institution": UNSTATED}, {}, UNKNOWN),
        (XIAMEN, NOT_STAFFED | {"kinds": [ENQUIRY]}, {}, idle("no-subordinate-window")),
        (XIAMEN, {"staffed_by_service_authority": UNSTATED}, {}, UNKNOWN),
        (PUTIAN, {}, {}, MET),
        (PUTIAN, NOT_STAFFED | {"kinds": [ENQUIRY]}, {}, idle("no-comprehensive-window")),
        (PUTIAN, NOT_STAFFED, {"kind": "便民服务站"}, idle("not-in-a-centre")),
        (PUTIAN, NOT_STAFFED, {"kind": "政务服务分中心"}, idle("not-in-a-centre")),
        (PUTIAN, NOT_STAFFED, {"kind": UNSTATED}, UNKNOWN),
        (PUTIAN, {"staffed_by_purchase": UNSTATED}, {}, UNKNOWN),
        # What a window does, or may, provide for one clause says nothing for the other.
        (
            HANJIANG,
            {"recruited_by_centre": UNSTATED},
            {},
            [*UNKNOWN, *MET],
        ),
        (FUZHOU, NOT_STAFFED, {}, idle("never-in-force")),
    ],
)
def test_whose_staff_is_asked_about(area, part, changes, found):
    """Comprehensive windows of the institutions that each clause means."""
    assert said(windows.staffed_by_authority, a_hall(a_part(**part), area=area, **changes)) == found


ODD = {
    "kinds": [*SPECIAL_KINDS, BY_FIELD],
    "gives_enquiry_and_guidance": False,
    "one_stop": False,
    "displays": None,
    "has_green_channel": False,
    "handling_registered": False,
    "sends_files_back": True,
    "duties": None,
}


@pytest.mark.parametrize(
    ("rule", "area", "day", "states"),
    [
        (windows.duties_kept, FUZHOU, date(2022, 9, 13), {"NOT_APPLICABLE"}),
        (windows.duties_kept, FUZHOU, date(2022, 9, 14), {"BREACHED"}),
        (windows.files_not_sent_back, FUZHOU, date(2022, 9, 13), {"NOT_APPLICABLE"}),
        (windows.files_not_sent_back, XIAMEN, date(2025, 6, 30), {"BREACHED"}),
        (windows.special_groups_window, PUTIAN, date(2025, 5, 5), {"NOT_APPLICABLE"}),
        (windows.special_groups_window, PUTIAN, date(2025, 5, 6), {"BREACHED"}),
        (windows.one_thing_window, PUTIAN, date(2025, 5, 5), {"NOT_APPLICABLE"}),
        (windows.one_thing_window, PUTIAN, date(2025, 5, 6), {"BREACHED"}),
        (windows.complaints_registered, FUZHOU, date(2022, 9, 30), {"NOT_APPLICABLE"}),
        (windows.complaints_registered, FUZHOU, date(2022, 10, 1), {"BREACHED"}),
        (windows.cross_area_window, FUZHOU, date(2022, 12, 31), {"NOT_APPLICABLE"}),
        (windows.cross_area_window, FUZHOU, date(2023, 1, 1), {"BREACHED"}),
        (windows.enquiry_window_guides, FUZHOU, date(2022, 12, 31), {"NOT_APPLICABLE"}),
        (windows.enquiry_window_guides, FUZHOU, date(2023, 1, 1), {"BREACHED"}),
    ],
)
def test_each_text_speaks_while_it_is_in_force(rule, area, day, states):
    """No sooner, and not before the date of its task is over."""
    assert {each.state.name for each in rule(a_window(area=area, **ODD), a_context(day))} == states


def test_the_windows_of_a_hall_are_asked_about_with_it():
    """Each by its place, under the law of the hall."""
    hall = a_hall(*without(), a_part(duties=[]), area=HANJIANG)
    found = [each.path for each in check(hall, a_context(), rules=windows.RULES).breaches]

    assert found == ["windows[7].duties"]
