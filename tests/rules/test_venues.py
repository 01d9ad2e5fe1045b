"""What each rule about venues answers: kept, broken, silent, unknown and left to a person."""

from datetime import date

import pytest

from support import FUZHOU, HANJIANG, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, judged, said, stated
from zwfw import Area, Severity
from zwfw.areas import ZoneKind
from zwfw.records import Venue
from zwfw.rules import venues

PUTIAN, XIAMEN_CITY, PINGTAN = "350300", "350200", "351000"
ZONE = Area.zone("莆田高新区", kind=ZoneKind.HIGH_TECH, under=HANJIANG)
PORT = Area.zone("厦门片区", kind=ZoneKind.FREE_TRADE, under=XIAMEN_CITY)

BASE = {
    "name": "鼓楼区政务服务中心",
    "area": FUZHOU,
    "kind": "政务服务中心",
    "level": "县",
    "department": None,
    "business": None,
    "serves_outside_centre": False,
    "has_sub_centre_plate": None,
    "under_unified_guidance": None,
    "sign_text": "福建政务服务中心",
    "is_star_rated": False,
    "windows": [],
    "staff": [],
    "equipment": [],
    "has_volunteers": True,
    "green_channel": True,
    "priority_groups_first": True,
    "assisted_forms": ["帮代办", "上门办"],
    "assistance_chosen_by_applicant": True,
    "has_online_corner": True,
    "online_corner_staffed": True,
    "online_by_choice": True,
    "back_office_patrol": True,
    "on_government_network": True,
    "self_service_hours": 24,
    "self_service_open_plan": True,
    "self_service_planned": True,
    "self_service_uses_city_list": True,
    "self_service_guided": True,
    "self_service_faults_handled": True,
    "self_service_contingency_plan": True,
    "access_facilities": ["无障碍通道"],
    "convenience_items": ["轮椅"],
    "service_model": ["前台综合受理", "后台分类审批", "窗口统一出件"],
    "handles_own_items_centrally": True,
    "has_service_body": True,
    "full_time_managers": 1,
    "is_of_seat_of_district": False,
    "merged_into_district_centre": False,
    "queue_system_to_standard": True,
    "queue_system_connected": True,
    "queue_data_reported": True,
    "bookable_online": True,
    "resident_enterprises": ["供电公司"],
    "resident_enterprises_follow_guides": True,
}

KIOSK = {"kind": "“e政务”自助机", "count": 1, "in_provincial_terminal_system": True}
PIECES = [
    KIOSK,
    {"kind": "自助上网计算机", "count": 1},
    {"kind": "打印机", "count": 1},
    {"kind": "高拍仪", "count": 1},
]
TOWNSHIP = {
    "name": "国欢镇便民服务中心",
    "kind": "便民服务中心",
    "level": "乡",
    "is_star_rated": True,
    "equipment": PIECES,
}
STATION = {"name": "新塘村便民服务站", "kind": "便民服务站", "level": "村", "is_star_rated": True}
HALL = {
    "name": "鼓楼区政务服务中心公安局出入境分中心",
    "kind": "政务服务分中心",
    "department": "公安局",
    "business": "出入境",
}


def a_venue(**changes):
    """The centre of 鼓楼区, Fuzhou, in which every field is stated and every clause kept, with your changes."""
    return Venue(**stated(BASE | changes))


def a_township(area=HANJIANG, **changes):
    """The centre of 国欢镇 in Hanjiang in which every clause is kept, with your changes."""
    return a_venue(**TOWNSHIP | {"area": area} | changes)


def a_district(**changes):
    """The centre of Hanjiang in which every clause is kept, with your changes."""
    return a_venue(**{"name": "涵江区政务服务中心", "area": HANJIANG} | changes)


def answers(rule, venue, day=None):
    """What *rule* answers about a venue: state, reason and place."""
    return said(rule, venue, day and a_context(day))


def cited(rule, venue, day=None):
    """The reason, the severity and the clauses of each answer."""
    return [
        (each.reason, each.severity, [clause.ref for clause in each.clauses])
        for each in rule(venue, a_context(*([day] if day else [])))
    ]


# Names


NOT_IN_FORM = breach("name-not-in-form", "name")


@pytest.mark.parametrize(
    ("name", "area", "level", "found"),
    [
        # Of each level, its own form; where the area is a wider one, any place will do.
        ("福州市政务服务中心", "350100", "市", MET),
        ("鼓楼区政务服务中心", FUZHOU, "县", MET),
        ("石狮市政务服务中心", "350500", "县", MET),
        ("闽侯县政务服务中心", "350100", "县", MET),
        ("甲乡便民服务中心", FUZHOU, "乡", MET),
        ("甲街道便民服务中心", FUZHOU, "乡", MET),
        ("甲村便民服务站", FUZHOU, "村", MET),
        ("甲社区便民服务站", FUZHOU, "村", MET),
        ("平潭综合实验区政务服务中心", PINGTAN, "市", MET),
        # 站 belongs to villages, 便民服务中心 to townships, and the two are never swapped.
        ("甲镇便民服务站", FUZHOU, "乡", NOT_IN_FORM),
        ("甲村便民服务中心", FUZHOU, "村", NOT_IN_FORM),
        ("鼓楼区便民服务中心", FUZHOU, "县", NOT_IN_FORM),
        ("甲镇政务服务中心", FUZHOU, "乡", NOT_IN_FORM),
        ("鼓楼区行政服务中心", FUZHOU, "县", NOT_IN_FORM),
        ("鼓楼政务服务中心", FUZHOU, "县", NOT_IN_FORM),
        # A district prints unlike a city.
        ("鼓楼区政务服务中心", "350100", "市", NOT_IN_FORM),
        # The brackets of the printed form are a choice and no part of the name.
        ("甲镇（街道）便民服务中心", FUZHOU, "乡", NOT_IN_FORM),
        # Its own place, where that is known.
        ("台江区政务服务中心", FUZHOU, "县", breach("name-of-other-place", "name")),
        ("平潭市政务服务中心", PINGTAN, "市", breach("name-of-other-place", "name")),
        # No form is printed for the province's own centre, nor for no level at all.
        ("福建省政务服务中心", "350000", "省", idle("no-form-of-name")),
        ("鼓楼区政务服务中心", FUZHOU, None, idle("no-form-of-name")),
        ("鼓楼区政务服务中心", FUZHOU, UNSTATED, UNKNOWN),
    ],
)
def test_names_of_comprehensive_venues(name, area, level, found):
    """By the province's forms."""
    assert answers(venues.named_by_level, a_venue(name=name, area=area, level=level)) == found


def test_a_name_that_is_right_needs_the_kind():
    """A sub-centre may not be called so."""
    assert answers(venues.named_by_level, a_venue(kind=UNSTATED)) == UNKNOWN
    # No form, of a centre or of a sub-centre, has such a name.
    assert answers(venues.named_by_level, a_venue(kind=UNSTATED, name="大厅")) == NOT_IN_FORM
    # A sub-centre of a township has no form, a township's centre has.
    assert answers(venues.named_by_level, a_township(FUZHOU, kind=UNSTATED)) == UNKNOWN
    # Neither has one that is printed.
    assert answers(venues.named_by_level, a_venue(area="350000", kind=UNSTATED, level=None)) == idle("no-form-of-name")
    assert answers(venues.named_by_level, a_venue(kind=None)) == MET


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"name": "鼓楼区政务服务中心发改委项目分中心", "department": "发改委", "business": "项目"}, MET),
        ({"name": "鼓楼区政务服务中心金融办贷款分中心", "department": "金融办", "business": "贷款"}, MET),
        ({"area": "350100", "level": "市", "name": "福州市政务服务中心公安局出入境分中心"}, MET),
        # 厅 is for units of the province.
        ({"name": "鼓楼区政务服务中心公安厅出入境分中心", "department": "公安厅"}, NOT_IN_FORM),
        (
            {
                "area": "350000",
                "level": "省",
                "name": "福建省政务服务中心公安厅出入境分中心",
                "department": "公安厅",
            },
            MET,
        ),
        # Departments that end otherwise have no form.
        ({"name": "鼓楼区政务服务中心交警大队车管分中心", "department": "交警大队", "business": "车管"}, NOT_IN_FORM),
        ({"name": "鼓楼区政务服务中心"}, NOT_IN_FORM),
        ({"name": "公安局出入境大厅"}, NOT_IN_FORM),
        ({"kind": "政务服务中心"}, NOT_IN_FORM),
        # Another place, department or business than its own.
        ({"area": "350103"}, breach("name-of-other-place", "name")),
        ({"department": "税务局"}, breach("name-of-other-hall", "name")),
        ({"business": "户政"}, breach("name-of-other-hall", "name")),
        ({"business": None}, breach("name-of-other-hall", "name")),
        ({"department": UNSTATED}, UNKNOWN),
        ({"business": UNSTATED}, UNKNOWN),
        # Whether the business is compulsory, the text does not say.
        (
            {"name": "鼓楼区政务服务中心公安局分中心", "business": None},
            judged("name-form-not-printed", "name"),
        ),
        # No forms below the county, in Pingtan and in zones.
        ({"level": "乡", "name": "甲镇便民服务中心公安局户政分中心"}, idle("no-form-of-name")),
        ({"level": "村"}, idle("no-form-of-name")),
        ({"area": PINGTAN, "level": "市"}, idle("no-form-of-name")),
        ({"area": PORT}, idle("no-form-of-name")),
    ],
)
def test_names_of_sub_centres(changes, found):
    """A department's own hall, of a city or county, or of a unit of the province."""
    assert answers(venues.named_by_level, a_venue(**HALL | changes)) == found


FUJIAN_NAMES, XIAMEN_NAMES, HANJIANG_NAMES = "fujian-2022/2.2.1", "xiamen-2022/2.2.1", "hanjiang-2023/task-1"
LEVELS = "putian-2025/art-11"
BREACH = Severity.VIOLATION


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"name": "湖里区政务服务中心"}, [("name-of-other-place", BREACH, [XIAMEN_NAMES, FUJIAN_NAMES])]),
        ({"name": "思明区政务服务中心"}, [("met", None, [XIAMEN_NAMES, FUJIAN_NAMES])]),
        ({"area": XIAMEN_CITY, "level": "市", "name": "厦门市政务服务中心"}, "met"),
        # Xiamen has towns and subdistricts, and its forms no 乡.
        (TOWNSHIP | {"name": "甲街道便民服务中心"}, "met"),
        (
            TOWNSHIP | {"name": "甲乡便民服务中心"},
            [("name-not-in-form", BREACH, [XIAMEN_NAMES]), ("met", None, [FUJIAN_NAMES])],
        ),
        # A county-level city lies elsewhere.
        (
            {"area": XIAMEN_CITY, "name": "石狮市政务服务中心"},
            [("name-not-in-form", BREACH, [XIAMEN_NAMES]), ("met", None, [FUJIAN_NAMES])],
        ),
        # Of a unit of the province the city's forms say nothing.
        (
            {
                "kind": "政务服务分中心",
                "level": "省",
                "name": "福建省政务服务中心税务局发票分中心",
                "department": "税务局",
                "business": "发票",
            },
            [("met", None, [FUJIAN_NAMES])],
        ),
    ],
)
def test_names_in_xiamen(changes, found):
    """The city's forms and the province's both stand, each with its clause."""
    found = [("met", None, [XIAMEN_NAMES, FUJIAN_NAMES])] if found == "met" else found
    told = _merged(cited(venues.named_by_level, a_venue(**{"name": "思明区政务服务中心", "area": XIAMEN} | changes)))

    assert told == _merged(found)


def _merged(found):
    """Each reason with all the clauses by which it is given."""
    told = {}
    for reason, severity, refs in found:
        told.setdefault((reason, severity), set()).update(refs)
    return told


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, {("met", None): {HANJIANG_NAMES, FUJIAN_NAMES, LEVELS}}),
        (TOWNSHIP, {("met", None): {HANJIANG_NAMES, FUJIAN_NAMES, LEVELS}}),
        (STATION, {("met", None): {HANJIANG_NAMES, FUJIAN_NAMES, LEVELS}}),
        (
            TOWNSHIP | {"name": "国欢镇便民服务站"},
            {("name-not-in-form", BREACH): {HANJIANG_NAMES, FUJIAN_NAMES}, ("met", None): {LEVELS}},
        ),
        # What a level has, whatever its name.
        (
            TOWNSHIP | {"kind": "便民服务站"},
            {("kind-of-other-level", BREACH): {LEVELS}, ("met", None): {HANJIANG_NAMES, FUJIAN_NAMES}},
        ),
        # The district's form of a sub-centre begins with 区 and has no place, the province's has one. With the place in
        # front the district's text neither prints nor excludes it.
        (
            HALL | {"name": "区政务服务中心公安出入境分中心", "department": "公安"},
            {("name-not-in-form", BREACH): {FUJIAN_NAMES}, ("met", None): {HANJIANG_NAMES}},
        ),
        (
            HALL | {"name": "涵江区政务服务中心公安局出入境分中心"},
            {("name-form-not-printed", None): {HANJIANG_NAMES}, ("met", None): {FUJIAN_NAMES}},
        ),
        # The district prints no form for the city.
        (
            {"area": PUTIAN, "level": "市", "name": "莆田市政务服务中心"},
            {("met", None): {FUJIAN_NAMES, LEVELS}},
        ),
        # A zone's centre has the name of the zone; of kinds beyond the printed ones the province is silent.
        (
            {"area": ZONE, "name": "莆田高新区政务服务中心"},
            {("met", None): {HANJIANG_NAMES, LEVELS}, ("name-form-not-printed", None): {FUJIAN_NAMES}},
        ),
        (
            {"area": ZONE, "name": "甲经济开发区政务服务中心"},
            {("met", None): {LEVELS}, ("zone-named-otherwise", None): {HANJIANG_NAMES, FUJIAN_NAMES}},
        ),
        (
            {"area": ZONE, "name": "涵江区政务服务中心"},
            {("met", None): {LEVELS}, ("name-not-in-form", BREACH): {HANJIANG_NAMES, FUJIAN_NAMES}},
        ),
        (TOWNSHIP | {"area": ZONE}, {("met", None): {HANJIANG_NAMES, FUJIAN_NAMES, LEVELS}}),
    ],
)
def test_names_in_hanjiang(changes, found):
    """The district's forms, the province's, and the city's kinds of venue."""
    assert _merged(cited(venues.named_by_level, a_district(**changes))) == found


def test_a_free_trade_zone_is_named_in_full():
    """自贸试验区, its name and 片区."""
    assert answers(venues.named_by_level, a_venue(area=PORT, name="自贸试验区厦门片区政务服务中心")) == MET


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2022, 9, 13), idle("not-yet-in-force")),
        # The province's date is 2022-09-30, and that day is in time.
        (date(2022, 9, 30), idle("not-due-yet", "name")),
        (date(2022, 10, 1), NOT_IN_FORM),
    ],
)
def test_names_are_owed_after_the_date(day, found):
    """Until it is over the old name may stand."""
    assert answers(venues.named_by_level, a_venue(name="鼓楼区行政服务中心"), day) == found


def test_the_city_gives_longer():
    """On 2022-11-30, Xiamen's date and the first day on which its table is surely law, the province's is over."""
    venue = a_venue(area=XIAMEN, name="思明区行政服务中心", sign_text="福建行政服务中心")
    found = [("name-not-in-form", BREACH, [FUJIAN_NAMES]), ("not-due-yet", None, [XIAMEN_NAMES])]

    assert cited(venues.named_by_level, venue, date(2022, 11, 30)) == found
    assert cited(venues.sign_text, venue, date(2022, 11, 30)) == [
        ("sign-with-former-words", BREACH, [FUJIAN_NAMES]),
        ("not-due-yet", None, [XIAMEN_NAMES]),
    ]
    assert _merged(cited(venues.named_by_level, venue, date(2022, 12, 1))) == {
        ("name-not-in-form", BREACH): {XIAMEN_NAMES, FUJIAN_NAMES}
    }


def test_the_kind_of_a_level_is_putians_alone():
    """And from 2025-05-06 on."""
    venue = a_township(PUTIAN, kind="便民服务站")

    assert answers(venues.named_by_level, venue, date(2025, 5, 5)) == MET
    assert ("BREACHED", "kind-of-other-level", "kind") in answers(venues.named_by_level, venue, date(2025, 5, 6))
    assert answers(venues.named_by_level, a_township(FUZHOU, kind="便民服务站")) == MET


@pytest.mark.parametrize(
    ("level", "kind", "is_kept"),
    [
        ("市", "政务服务中心", True),
        ("县", "政务服务中心", True),
        ("乡", "便民服务中心", True),
        ("村", "便民服务站", True),
        ("市", "便民服务中心", False),
        ("县", "便民服务站", False),
        ("乡", "政务服务中心", False),
        ("村", "便民服务中心", False),
        # Of these the article says nothing.
        ("县", "政务服务分中心", True),
        ("省", "政务服务中心", True),
        ("县", None, True),
    ],
)
def test_each_level_has_its_kind(level, kind, is_kept):
    """政务服务中心, 便民服务中心, 便民服务站."""
    found = answers(venues.named_by_level, a_venue(area=PUTIAN, level=level, kind=kind))

    assert (("BREACHED", "kind-of-other-level", "kind") not in found) is is_kept


def test_a_name_says_what_it_should_be():
    """The forms of the level."""
    (found,) = venues.named_by_level(a_township(FUZHOU, name="国欢镇便民服务站"), a_context())

    assert found.message() == (
        "“国欢镇便民服务站”不合乡级场所的名称格式：{地名}乡便民服务中心、{地名}镇便民服务中心、{地名}街道便民服务中心"
    )


# Signs


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("福建政务服务中心", MET),
        ("福建政务服务中心（鼓楼）", MET),
        ("福建行政服务中心", breach("sign-with-former-words", "sign_text")),
        ("福建政务服务中心、福建行政服务中心", breach("sign-with-former-words", "sign_text")),
        # Venues of the province begin with 福建省, its sign does not. What has not the former words is not spoken of.
        ("福建省政务服务中心", judged("sign-with-other-words", "sign_text")),
        (None, idle("venue-without-sign")),
        ("", idle("venue-without-sign")),
        (UNSTATED, UNKNOWN),
    ],
)
def test_sign_text(words, found):
    """福建政务服务中心, and no longer 福建行政服务中心."""
    assert answers(venues.sign_text, a_venue(sign_text=words)) == found


@pytest.mark.parametrize(
    ("area", "words", "found"),
    [
        # Province and city print one sentence, and rest it on a notice that is not held; the district does not.
        (FUZHOU, "大厅", [("sign-with-other-words", None, [FUJIAN_NAMES])]),
        (XIAMEN, "大厅", [("sign-with-other-words", None, [XIAMEN_NAMES, FUJIAN_NAMES])]),
        (HANJIANG, "大厅", [("sign-with-other-words", None, [FUJIAN_NAMES]), ("met", None, [HANJIANG_NAMES])]),
        (XIAMEN, "福建行政服务中心", [("sign-with-former-words", BREACH, [XIAMEN_NAMES, FUJIAN_NAMES])]),
        (HANJIANG, "福建行政服务中心", [("sign-with-former-words", BREACH, [HANJIANG_NAMES, FUJIAN_NAMES])]),
    ],
)
def test_signs_by_area(area, words, found):
    """All speak of the former words; where the sign has others, a person says whether that is enough."""
    assert cited(venues.sign_text, a_venue(area=area, sign_text=words)) == found


# Star rating, sub-centres


@pytest.mark.parametrize(
    ("kind", "is_rated", "found"),
    [
        ("便民服务中心", True, MET),
        ("便民服务站", True, MET),
        ("便民服务中心", False, breach("not-star-rated", "is_star_rated")),
        ("便民服务站", None, breach("not-star-rated", "is_star_rated")),
        ("政务服务中心", False, idle("not-for-star-rating")),
        # 仅限 is not printed.
        ("政务服务中心", True, judged("star-rated-above", "is_star_rated")),
        ("政务服务分中心", True, judged("star-rated-above", "is_star_rated")),
        ("便民服务站", UNSTATED, UNKNOWN),
        (UNSTATED, True, UNKNOWN),
    ],
)
def test_star_rated_below_only(kind, is_rated, found):
    """Township centres and village stations are rated."""
    venue = a_venue(area=PUTIAN, kind=kind, is_star_rated=is_rated)

    assert answers(venues.star_rated_below_only, venue) == found


def test_star_rating_is_putians():
    """And from 2025-05-06 on."""
    rule = venues.star_rated_below_only

    assert answers(rule, a_township(is_star_rated=False), date(2025, 5, 5)) == idle("not-yet-in-force")
    assert answers(rule, a_township(FUZHOU, is_star_rated=False)) == idle("never-in-force")
    assert cited(rule, a_township(is_star_rated=False)) == [("not-star-rated", BREACH, [LEVELS])]


NO_PLATE = breach("no-sub-centre-plate", "has_sub_centre_plate")
NO_GUIDANCE = breach("not-under-unified-guidance", "under_unified_guidance")


@pytest.mark.parametrize(
    ("outside", "plate", "guidance", "found"),
    [
        (True, True, True, MET),
        (True, False, True, NO_PLATE),
        (True, True, None, NO_GUIDANCE),
        (True, None, False, NO_PLATE + NO_GUIDANCE),
        (False, False, False, idle("not-outside-the-centre")),
        (None, False, False, idle("not-outside-the-centre")),
        (True, UNSTATED, False, UNKNOWN + NO_GUIDANCE),
        (UNSTATED, False, False, UNKNOWN),
    ],
)
def test_sub_centre_plate(outside, plate, guidance, found):
    """A department outside the centre hangs the plate and is guided."""
    venue = a_venue(serves_outside_centre=outside, has_sub_centre_plate=plate, under_unified_guidance=guidance)

    assert answers(venues.sub_centre_plate, venue) == found


# What every venue has


@pytest.mark.parametrize(
    ("rule", "field", "values", "reason"),
    [
        (venues.online_corner, "has_online_corner", [False, None], "no-online-corner"),
        (venues.online_corner, "online_corner_staffed", [False, None], "online-corner-without-guidance"),
        (venues.patrolled, "back_office_patrol", [False, None], "no-back-office-patrol"),
    ],
)
@pytest.mark.parametrize("venue", [{}, TOWNSHIP, STATION, HALL], ids=["centre", "township", "station", "sub-centre"])
def test_every_venue_has_it(rule, field, values, reason, venue):
    """At every level, the province over."""
    assert answers(rule, a_venue(**venue)) == MET
    for value in values:
        assert answers(rule, a_venue(**venue, **{field: value})) == breach(reason, field)
    assert answers(rule, a_venue(**venue, **{field: UNSTATED})) == UNKNOWN


FOR_SPECIAL_GROUPS = pytest.mark.parametrize(
    ("rule", "field", "values", "reason"),
    [
        (venues.priority_served, "green_channel", [False, None], "venue-without-green-channel"),
        (venues.priority_served, "priority_groups_first", [False, None], "priority-groups-not-first"),
        (venues.help_offered, "assisted_forms", [[], None], "no-help-offered"),
        (venues.help_offered, "assistance_chosen_by_applicant", [False, None], "help-not-by-choice"),
        (venues.volunteers, "has_volunteers", [False, None], "no-volunteers"),
    ],
)


@FOR_SPECIAL_GROUPS
@pytest.mark.parametrize("venue", [{}, TOWNSHIP], ids=["centre", "township"])
def test_every_centre_serves_special_groups(rule, field, values, reason, venue):
    """各级政务服务机构: the centres of every level."""
    assert answers(rule, a_venue(**venue)) == MET
    for value in values:
        assert answers(rule, a_venue(**venue, **{field: value})) == breach(reason, field)
    assert answers(rule, a_venue(**venue, **{field: UNSTATED})) == UNKNOWN


@FOR_SPECIAL_GROUPS
def test_whether_a_station_is_an_institution_is_left_to_a_person(rule, field, values, reason):
    """As it is for the window of the same sentence; a sub-centre the tables tell apart from the institutions."""
    for value in values:
        found = answers(rule, a_venue(**STATION, **{field: value}))
        assert found == judged("station-perhaps-owes-it", field), reason
        assert answers(rule, a_venue(**HALL, **{field: value})) == idle("no-institution")
        assert answers(rule, a_venue(kind=None, **{field: value})) == idle("no-institution")
        assert answers(rule, a_venue(kind=UNSTATED, **{field: value})) == UNKNOWN
    # What is done is done, whatever the venue is.
    assert answers(rule, a_venue(**STATION)) == answers(rule, a_venue(kind=UNSTATED)) == MET
    assert answers(rule, a_venue(**STATION, **{field: UNSTATED})) == UNKNOWN
    assert answers(rule, a_venue(**HALL, **{field: UNSTATED})) == idle("no-institution")
    station = a_venue(**STATION, **{field: values[0]})
    assert answers(rule, station, date(2022, 12, 31)) == idle("not-due-yet", field)


@pytest.mark.parametrize("forms", [["帮代办"], ["上门办"], ["预约办"]])
def test_any_way_of_help_is_one(forms):
    """The list is open."""
    assert answers(venues.help_offered, a_venue(assisted_forms=forms)) == MET


@pytest.mark.parametrize(
    ("rule", "field"),
    [
        (venues.priority_served, "green_channel"),
        (venues.help_offered, "assisted_forms"),
        (venues.volunteers, "has_volunteers"),
    ],
)
def test_special_groups_are_served_by_the_end_of_2022(rule, field):
    """2022-12-31 is in time; province and city have one date."""
    venue = a_venue(area=XIAMEN, **{field: None})

    assert answers(rule, venue, date(2022, 12, 31)) == idle("not-due-yet", field)
    ((_, severity, refs),) = cited(rule, venue, date(2023, 1, 1))
    assert (severity, refs) == (BREACH, ["xiamen-2022/2.2.6", "fujian-2022/2.2.6"])


CHANNELS = "hanjiang-2023/task-10"


@pytest.mark.parametrize(
    ("venue", "refs"),
    [
        (a_venue(has_online_corner=False), ["fujian-2022/2.4.5"]),
        (a_venue(has_online_corner=False, area=XIAMEN), ["xiamen-2022/2.4.5", "fujian-2022/2.4.5"]),
        (a_district(has_online_corner=False), [CHANNELS, "fujian-2022/2.4.5"]),
        (a_township(has_online_corner=False), [CHANNELS, "fujian-2022/2.4.5"]),
        # 各级政务（便民）服务中心 has no 站.
        (a_venue(**STATION, area=HANJIANG, has_online_corner=False), ["fujian-2022/2.4.5"]),
    ],
)
def test_online_corners_by_clause(venue, refs):
    """The district speaks of centres."""
    assert cited(venues.online_corner, venue) == [("no-online-corner", BREACH, refs)]


GUIDANCE = "online-corner-without-guidance"


@pytest.mark.parametrize(
    ("venue", "found"),
    [
        (a_venue(online_corner_staffed=False), [(GUIDANCE, BREACH, ["fujian-2022/2.4.5"])]),
        (
            a_venue(online_corner_staffed=False, area=XIAMEN),
            [(GUIDANCE, BREACH, ["xiamen-2022/2.4.5", "fujian-2022/2.4.5"])],
        ),
        # The district promotes (推动) that staff guide; the corner itself it asks for.
        (
            a_district(online_corner_staffed=None),
            [(GUIDANCE, BREACH, ["fujian-2022/2.4.5"]), (GUIDANCE, Severity.ADVICE, [CHANNELS])],
        ),
        (a_venue(**STATION, area=HANJIANG, online_corner_staffed=False), [(GUIDANCE, BREACH, ["fujian-2022/2.4.5"])]),
    ],
)
def test_guidance_at_an_online_corner_by_clause(venue, found):
    """A duty by the tables, advice by the plan."""
    assert cited(venues.online_corner, venue) == found


def test_an_online_corner_of_an_unknown_kind():
    """Whether the district speaks of it is not known; the province does."""
    assert answers(venues.online_corner, a_district(kind=UNSTATED, has_online_corner=False)) == [
        *breach("no-online-corner", "has_online_corner"),
        *UNKNOWN,
    ]
    assert cited(venues.online_corner, a_district(kind=UNSTATED))[-1] == ("met", None, ["fujian-2022/2.4.5"])
    # Of a station the district says nothing, and the province's clause is kept.
    kept = a_venue(**STATION, area=HANJIANG)
    assert cited(venues.online_corner, kept) == [("met", None, ["fujian-2022/2.4.5"])]


@pytest.mark.parametrize(
    ("value", "found"),
    [(True, MET), (False, breach("online-not-by-choice", "online_by_choice")), (UNSTATED, UNKNOWN)],
)
def test_online_by_choice(value, found):
    """People apply online of their own will."""
    assert answers(venues.online_by_choice, a_district(online_by_choice=value)) == found


def test_online_by_choice_is_advice_of_hanjiang():
    """引导, until 2026-03-05."""
    rule, venue = venues.online_by_choice, a_district(online_by_choice=False)

    assert cited(rule, venue) == [("online-not-by-choice", Severity.ADVICE, [CHANNELS])]
    assert answers(rule, venue, date(2026, 3, 6)) == idle("no-longer-in-force")
    assert answers(rule, a_venue(online_by_choice=False)) == idle("never-in-force")


# Enterprises and queues


NO_ENTERPRISE = idle("no-resident-enterprise")
OFF_GUIDES = breach("enterprises-off-the-guides", "resident_enterprises_follow_guides")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"resident_enterprises_follow_guides": False}, OFF_GUIDES),
        ({"resident_enterprises_follow_guides": None, "level": "市"}, OFF_GUIDES),
        ({"resident_enterprises_follow_guides": False, "level": "乡"}, NO_ENTERPRISE),
        ({"resident_enterprises_follow_guides": False, "level": "村"}, NO_ENTERPRISE),
        ({"resident_enterprises_follow_guides": False, "level": "省"}, NO_ENTERPRISE),
        ({"resident_enterprises": [], "resident_enterprises_follow_guides": False}, NO_ENTERPRISE),
        ({"resident_enterprises": None}, NO_ENTERPRISE),
        ({"resident_enterprises": [], "level": UNSTATED}, NO_ENTERPRISE),
        ({"resident_enterprises": UNSTATED, "level": "乡"}, NO_ENTERPRISE),
        ({"resident_enterprises": UNSTATED}, UNKNOWN),
        ({"resident_enterprises_follow_guides": UNSTATED}, UNKNOWN),
    ],
)
def test_enterprises_follow_guides(changes, found):
    """In the halls of cities and counties, where there are any."""
    assert answers(venues.enterprises_follow_guides, a_venue(**changes)) == found


NONE_ASKED = idle("no-queue-system-asked")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"queue_system_to_standard": False}, breach("queue-system-off-standard", "queue_system_to_standard")),
        ({"queue_system_connected": None}, breach("queue-system-not-connected", "queue_system_connected")),
        ({"queue_data_reported": False}, breach("queue-data-not-reported", "queue_data_reported")),
        (
            {"queue_data_reported": False, "queue_system_connected": UNSTATED},
            UNKNOWN + breach("queue-data-not-reported", "queue_data_reported"),
        ),
        (
            {"area": XIAMEN_CITY, "level": "市", "queue_data_reported": False},
            breach("queue-data-not-reported", "queue_data_reported"),
        ),
        (
            {"level": "市", "kind": "政务服务分中心", "queue_data_reported": False},
            breach("queue-data-not-reported", "queue_data_reported"),
        ),
        # Sub-centres of districts, zones, towns and villages are not named.
        ({"level": "县", "kind": "政务服务分中心", "queue_data_reported": False}, NONE_ASKED),
        ({"area": PORT, "queue_data_reported": False}, NONE_ASKED),
        (TOWNSHIP | {"queue_data_reported": False}, NONE_ASKED),
        (STATION | {"queue_data_reported": False}, NONE_ASKED),
        ({"kind": UNSTATED}, UNKNOWN),
        ({"level": UNSTATED}, UNKNOWN),
        ({"kind": UNSTATED, "level": "乡"}, NONE_ASKED),
    ],
)
def test_queue_system(changes, found):
    """The city's centre and its sub-centres, and the districts' centres."""
    assert answers(venues.queue_system, a_venue(**{"area": XIAMEN} | changes)) == found


def test_queue_systems_are_connected_by_the_end_of_november_2022():
    """2022-11-30 is in time, and Xiamen's alone."""
    rule, venue = venues.queue_system, a_venue(area=XIAMEN, queue_system_connected=False)

    assert answers(rule, venue, date(2022, 11, 30)) == idle("not-due-yet", "queue_system_connected")
    assert cited(rule, venue, date(2022, 12, 1)) == [("queue-system-not-connected", BREACH, ["xiamen-2022/2.2.10"])]
    assert answers(rule, a_venue(queue_system_connected=False)) == idle("never-in-force")


# Booking


@pytest.mark.parametrize("venue", [{}, TOWNSHIP, STATION, HALL], ids=["centre", "township", "station", "sub-centre"])
@pytest.mark.parametrize(
    ("value", "found"),
    [
        (True, MET),
        (False, breach("visits-not-booked-online", "bookable_online")),
        (None, breach("visits-not-booked-online", "bookable_online")),
        (UNSTATED, UNKNOWN),
    ],
)
def test_booked_online(venue, value, found):
    """Visits to any venue, without a date."""
    venue = a_venue(**venue | {"area": XIAMEN, "bookable_online": value})

    assert answers(venues.booked_online, venue) == found
    assert answers(venues.booked_online, venue, date(2022, 12, 1)) == found


def test_booking_is_advice_of_xiamen():
    """完善: the city improves it; the province's row prints the same and has no norm of its own."""
    rule, venue = venues.booked_online, a_venue(area=XIAMEN, bookable_online=False)

    assert cited(rule, venue) == [("visits-not-booked-online", Severity.ADVICE, ["xiamen-2022/3.7.4"])]
    assert answers(rule, a_venue(bookable_online=False)) == idle("never-in-force")
    assert answers(rule, venue, date(2022, 9, 13)) == idle("not-yet-in-force")


# Self-service


SHORT = breach("self-service-hours-short", "self_service_hours")
NO_AREA = breach("no-self-service-area", "self_service_hours")
NO_AREA_ASKED = idle("no-self-service-area-asked")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"self_service_hours": 24}, MET),
        ({"self_service_hours": 23}, SHORT),
        ({"self_service_hours": 1}, SHORT),
        ({"self_service_hours": 0}, NO_AREA),
        ({"self_service_hours": None}, NO_AREA),
        ({"self_service_hours": UNSTATED}, UNKNOWN),
        ({"area": PUTIAN, "level": "市", "self_service_hours": 23}, SHORT),
        ({"area": ZONE, "self_service_hours": 23}, SHORT),  # 管委会
        (TOWNSHIP | {"self_service_hours": None}, NO_AREA_ASKED),
        (STATION | {"self_service_hours": None}, NO_AREA_ASKED),
        (HALL | {"self_service_hours": None}, NO_AREA_ASKED),
        ({"level": "省", "self_service_hours": None}, NO_AREA_ASKED),
        ({"kind": UNSTATED, "self_service_hours": None}, UNKNOWN),
        ({"area": FUZHOU, "self_service_hours": None}, idle("never-in-force")),
    ],
)
def test_self_service_hours(changes, found):
    """Round the clock, in the centres of city and county."""
    assert answers(venues.self_service_hours, a_district(**changes)) == found


SELF_SERVICE = "putian-2025/art-31"


@pytest.mark.parametrize(
    ("day", "found"),
    [
        # The district's date is 2024-12-31; the city's article has none and is in force from 2025-05-06.
        (date(2024, 12, 31), [("not-due-yet", None, [CHANNELS])]),
        (date(2025, 1, 1), [("self-service-hours-short", BREACH, [CHANNELS])]),
        (date(2025, 5, 6), [("self-service-hours-short", BREACH, [CHANNELS, SELF_SERVICE])]),
        (date(2026, 3, 6), [("self-service-hours-short", BREACH, [SELF_SERVICE])]),
    ],
)
def test_self_service_hours_by_day(day, found):
    """The district, then the city too, then the city alone."""
    assert cited(venues.self_service_hours, a_district(self_service_hours=8), day) == found


def test_a_zone_is_no_district():
    """Of the centre of a zone in Hanjiang the city's article speaks alone."""
    zone = a_district(area=ZONE, self_service_hours=8, self_service_planned=False)

    assert cited(venues.self_service_hours, zone) == [("self-service-hours-short", BREACH, [SELF_SERVICE])]
    assert answers(venues.self_service_area, zone) == NO_AREA_ASKED


@pytest.mark.parametrize(
    ("field", "reason"),
    [
        ("self_service_planned", "self-service-not-planned"),
        ("self_service_uses_city_list", "self-service-off-city-list"),
        ("self_service_open_plan", "self-service-not-open"),
        ("self_service_guided", "self-service-not-guided"),
        ("self_service_faults_handled", "self-service-faults-not-handled"),
        ("self_service_contingency_plan", "self-service-without-contingency-plan"),
    ],
)
def test_self_service_area(field, reason):
    """All its parts, from 2025 on, in the district's own centre."""
    rule, venue = venues.self_service_area, a_district(**{field: False})

    assert answers(rule, a_district()) == MET
    assert cited(rule, venue) == [(reason, BREACH, [CHANNELS])]
    assert answers(rule, venue, date(2024, 12, 31)) == idle("not-due-yet", field)
    assert answers(rule, venue, date(2025, 1, 1)) == breach(reason, field)
    assert answers(rule, a_district(**{field: UNSTATED})) == UNKNOWN
    assert answers(rule, a_township(**{field: False})) == NO_AREA_ASKED


# Townships


def without(*kinds):
    """The equipment of a township without some kinds."""
    return [piece for piece in PIECES if piece["kind"] not in kinds]


TOO_LITTLE = breach("too-little-equipment", "equipment")
KEPT = [("MET", "met", "")]


@pytest.mark.parametrize(
    ("equipment", "found"),
    [
        (PIECES, MET),
        # More than one of each is fine, and they may be told apart.
        ([*PIECES, KIOSK, {"kind": "打印机", "count": 2}], MET),
        (without("“e政务”自助机"), TOO_LITTLE),
        (without("自助上网计算机"), TOO_LITTLE + KEPT),
        (without("打印机"), TOO_LITTLE + KEPT),
        (without("高拍仪"), TOO_LITTLE + KEPT),
        (without("打印机", "高拍仪"), TOO_LITTLE * 2 + KEPT),
        ([], TOO_LITTLE * 4),
        (None, TOO_LITTLE * 4),
        ([*without("打印机"), {"kind": "打印机", "count": 0}], TOO_LITTLE + KEPT),
        ([*without("打印机"), {"kind": "打印机", "count": None}], TOO_LITTLE + KEPT),
        ([*without("打印机"), {"kind": None, "count": 1}], TOO_LITTLE + KEPT),
        # What is not known may be a printer.
        ([*without("打印机"), {"kind": "打印机"}], UNKNOWN + KEPT),
        ([*without("打印机"), {"count": 1}], [*UNKNOWN * 2, *KEPT]),
        ([*PIECES, {"kind": "打印机"}], MET),
        # What the text does not print may be one too: a person says.
        ([*without("打印机"), {"kind": "打印复印一体机", "count": 1}], judged("perhaps-equipment", "equipment") + KEPT),
        (UNSTATED, UNKNOWN),
        # Managed with the rest of the province.
        (
            [*without("“e政务”自助机"), KIOSK | {"in_provincial_terminal_system": False}],
            breach("kiosk-outside-provincial-system", "equipment[3].in_provincial_terminal_system") + KEPT,
        ),
        ([*without("“e政务”自助机"), {"kind": "“e政务”自助机", "count": 1}], UNKNOWN + KEPT),
    ],
)
def test_township_equipment(equipment, found):
    """One kiosk, one computer, one printer, one document camera at least."""
    assert answers(venues.township_equipment, a_township(equipment=equipment)) == found


def test_township_equipment_by_clause():
    """The city asks for the kiosk alone, from 2025-05-06 on."""
    rule, bare = venues.township_equipment, a_township(equipment=[])
    little = ("too-little-equipment", BREACH)

    assert cited(rule, bare) == [(*little, [CHANNELS, SELF_SERVICE]), *[(*little, [CHANNELS])] * 3]
    assert cited(rule, bare, date(2025, 5, 5)) == [(*little, [CHANNELS])] * 4
    assert cited(rule, bare, date(2026, 3, 6)) == [(*little, [SELF_SERVICE])]
    assert cited(rule, a_township(PUTIAN, equipment=[KIOSK])) == [("met", None, [SELF_SERVICE])]
    assert answers(rule, a_township(FUZHOU, equipment=[])) == idle("never-in-force")
    assert answers(rule, a_district(equipment=[])) == idle("not-a-township-centre")
    assert answers(rule, a_venue(**STATION, area=HANJIANG)) == idle("not-a-township-centre")
    assert answers(rule, a_township(kind=UNSTATED)) == UNKNOWN


BODIES = "hanjiang-2023/task-15"


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, [("met", None)]),
        ({"handles_own_items_centrally": False}, [("own-items-not-central", BREACH)]),
        # To have the body in place is promoted.
        ({"has_service_body": False}, [("no-service-body", Severity.ADVICE)]),
        ({"full_time_managers": 0}, [("no-full-time-manager", BREACH)]),
        ({"full_time_managers": None}, [("no-full-time-manager", BREACH)]),
        ({"full_time_managers": 3}, [("met", None)]),
        ({"full_time_managers": UNSTATED}, [("not-stated", None)]),
        (
            {"has_service_body": UNSTATED, "full_time_managers": 0},
            [("not-stated", None), ("no-full-time-manager", BREACH)],
        ),
        ({"kind": "便民服务站", "full_time_managers": 0}, [("not-a-township-centre", None)]),
        ({"kind": UNSTATED}, [("not-stated", None)]),
    ],
)
def test_township_body(changes, found):
    """Its own items in its centre, a body, and managers."""
    told = cited(venues.township_body, a_township(**changes))

    assert [each[:2] for each in told] == found
    assert all(each[2] == [BODIES] for each in told)


@pytest.mark.parametrize(
    ("seat", "merged", "day", "found"),
    [
        (True, True, None, MET),
        (True, False, None, breach("not-merged-with-district", "merged_into_district_centre")),
        (True, None, date(2024, 1, 1), breach("not-merged-with-district", "merged_into_district_centre")),
        # By the end of 2023, and the last day is in time.
        (True, False, date(2023, 12, 31), idle("not-due-yet", "merged_into_district_centre")),
        # The others stay as they are.
        (False, False, None, idle("not-at-the-seat-of-the-district")),
        (False, True, None, idle("not-at-the-seat-of-the-district")),
        (None, False, None, idle("not-at-the-seat-of-the-district")),
        (UNSTATED, True, None, UNKNOWN),
        (True, UNSTATED, None, UNKNOWN),
    ],
)
def test_merged_with_district(seat, merged, day, found):
    """The centre at the seat of the district's government."""
    venue = a_township(is_of_seat_of_district=seat, merged_into_district_centre=merged)

    assert answers(venues.merged_with_district, venue, day) == found


def test_merging_is_advice_about_townships():
    """探索."""
    rule = venues.merged_with_district
    seat = {"is_of_seat_of_district": True, "merged_into_district_centre": False}

    assert cited(rule, a_township(**seat)) == [("not-merged-with-district", Severity.ADVICE, [BODIES])]
    assert answers(rule, a_district(**seat)) == idle("not-at-the-seat-of-the-district")
    assert answers(rule, a_township(**seat | {"area": PUTIAN})) == idle("never-in-force")


def test_reasons_have_words():
    """A sentence with the figures of the clause."""
    (found,) = venues.self_service_hours(a_district(self_service_hours=8), a_context())
    assert found.message() == "自助服务区每日应开放 24 小时，实为 8 小时"
    found = venues.township_equipment(a_township(equipment=without("打印机")), a_context())[0]
    assert found.message() == "应至少有 1 台打印机，实有 0 台"
