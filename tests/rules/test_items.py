"""What each rule about items answers: kept, broken, silent, left to a person and unknown."""

from datetime import date

import pytest

from support import FUZHOU, HANJIANG, MET, UNSTATED, XIAMEN, a_context, breach, idle, said, stated
from zwfw import Severity, clause
from zwfw.outcomes import messages
from zwfw.records import Item, SpecialServiceList
from zwfw.records.items import PublicServiceIndustry
from zwfw.rules import items
from zwfw.testing.kits import check_rule

PUTIAN = "350300"


def an_item(**facts):
    """An item of 鼓楼区, Fuzhou, that states these facts and no other."""
    return Item(**stated({"name": "节能审查", "area": FUZHOU} | facts))


def unknown(*missing):
    """What is answered where these fields are missing; each answer names its own."""
    return [("UNDETERMINED", "not-stated", "")] * len(missing)


def to_judge(reason, path=""):
    """The one answer that a person has to look at it."""
    return [("NEEDS_JUDGEMENT", reason, path)]


def missing(rule, item, ctx=None):
    """The fields that an answer misses, in order."""
    return [each.missing for each in rule(item, ctx or a_context()) if each.missing]


def weights(rule, item, ctx=None):
    """The severity of each breach, and the clauses that it rests on."""
    found = rule(item, ctx or a_context())
    return [(each.severity, [held.ref for held in each.clauses]) for each in found if each.severity]


@pytest.mark.parametrize(
    ("rule", "area", "day", "reason"),
    [
        # The province's table was issued on 2022-09-14.
        (items.cross_province_standard, FUZHOU, "2022-09-13", "not-yet-in-force"),
        (items.cross_province_standard, FUZHOU, "2022-09-14", "national-standard-not-followed"),
        # Xiamen's prints no date of issue: in force at the latest on its own first date.
        (items.licence_on_the_list, XIAMEN, "2022-09-13", "not-yet-in-force"),
        (items.licence_on_the_list, XIAMEN, "2022-11-29", "force-uncertain"),
        (items.licence_on_the_list, XIAMEN, "2022-11-30", "licence-off-the-list"),
        (items.one_class, PUTIAN, "2025-05-05", "not-yet-in-force"),
        (items.one_class, PUTIAN, "2025-05-06", "type-against-class"),
        # Hanjiang is a district of Putian, whatever has become of its own plan.
        (items.one_class, HANJIANG, "2026-03-06", "type-against-class"),
    ],
)
def test_a_rule_speaks_while_its_document_is_in_force(rule, area, day, reason):
    """Before the first day of its document a rule says so; from that day on it asks."""
    broken = {
        "item_type": "行政许可",
        "on_licence_list": False,
        "item_class": "依申请办理的公共服务事项",
        "public_service_field": None,
        "is_cross_province": True,
        "follows_national_standard": False,
        "in_cross_province_zone": True,
    }

    found = rule(an_item(area=area, **broken), a_context(date.fromisoformat(day)))

    assert [each.reason for each in found] == [reason]


@pytest.mark.parametrize(
    ("rule", "area"),
    [
        (items.licence_on_the_list, FUZHOU),
        (items.no_new_licence, PUTIAN),
        (items.devolved_item_taken_over, HANJIANG),
        (items.mobile_prefilled, FUZHOU),
        (items.one_class, XIAMEN),
    ],
)
def test_a_clause_of_one_city_binds_no_other(rule, area):
    """What Xiamen or Putian adds is not asked elsewhere."""
    assert said(rule, an_item(area=area)) == idle("never-in-force")


UNFIT = {
    "item_type": "行政许可",
    "is_devolved": True,
    "meets_devolution_requirements": False,
    "devolved_at": "2015-07-01",
    "found_unfit_at": "2022-12-01",
    "devolution_adjusted_at": None,
}
ADJUSTED = "devolution_adjusted_at"
LATE = breach("devolved-licence-adjusted-late", ADJUSTED)
OPEN = to_judge("devolved-item-adjustment-open", ADJUSTED)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        # The task is to be done by 2022-12-31; the look is on 2025-06-30.
        ({}, LATE),
        ({"devolution_adjusted_at": "2022-12-30"}, MET),
        ({"devolution_adjusted_at": "2022-12-31"}, MET),
        ({"devolution_adjusted_at": "2022-12-31T18:00"}, MET),
        ({"devolution_adjusted_at": "2023-01-01"}, LATE),
        # Found on the last day of the task it is still a matter of that task; a day later no date is set.
        ({"found_unfit_at": "2022-12-31"}, LATE),
        ({"found_unfit_at": "2023-01-01"}, OPEN),
        ({"found_unfit_at": "2023-01-01", "devolution_adjusted_at": "2023-08-01"}, MET),
        ({"found_unfit_at": None}, OPEN),
        ({"found_unfit_at": None, "devolution_adjusted_at": "2023-08-01"}, MET),
        # The look-back is on what was devolved from 2013 on; the year counts.
        ({"devolved_at": "2013-01-01"}, LATE),
        ({"devolved_at": "2012-12-31"}, idle("devolved-before-look-back")),
        ({"devolved_at": "2012-12-31", "found_unfit_at": None}, idle("devolved-before-look-back")),
        ({"devolved_at": None}, LATE),
        ({"devolved_at": UNSTATED}, unknown("devolved_at")),
        ({"devolved_at": UNSTATED, "devolution_adjusted_at": "2022-12-31"}, MET),
        # What has not happened by the moment of looking is not seen.
        ({"devolution_adjusted_at": "2025-07-01"}, LATE),
        # The task is one on licences.
        ({"item_type": "行政确认"}, OPEN),
        ({"item_type": None, "devolution_adjusted_at": "2023-01-01"}, OPEN),
        ({"is_devolved": False}, idle("devolution-in-order")),
        ({"is_devolved": None, "meets_devolution_requirements": UNSTATED}, idle("devolution-in-order")),
        ({"meets_devolution_requirements": True, "is_devolved": UNSTATED}, idle("devolution-in-order")),
        ({"is_devolved": UNSTATED}, unknown("is_devolved")),
        ({"meets_devolution_requirements": UNSTATED}, unknown("meets_devolution_requirements")),
        ({"devolution_adjusted_at": UNSTATED}, unknown("devolution_adjusted_at")),
        ({"found_unfit_at": UNSTATED}, unknown("found_unfit_at")),
        # Adjusted in time, whenever it was found.
        ({"found_unfit_at": UNSTATED, "devolution_adjusted_at": "2022-12-31"}, MET),
        ({"item_type": UNSTATED}, unknown("item_type")),
    ],
)
@pytest.mark.parametrize("area", [FUZHOU, XIAMEN])
def test_devolved_item_adjusted(changes, found, area):
    """A licence found unfit by the date of the task is adjusted by then; whether the rest is in time is left open."""
    assert said(items.devolved_item_adjusted, an_item(area=area, **UNFIT | changes)) == found


def test_a_devolved_licence_is_not_late_before_the_date():
    """On 2022-12-31 the task is not over; on the next day it is."""
    item = an_item(**UNFIT)

    assert said(items.devolved_item_adjusted, item, a_context(date(2022, 12, 31))) == OPEN
    assert said(items.devolved_item_adjusted, item, a_context(date(2023, 1, 1))) == LATE


def test_the_city_and_the_province_look_back_by_the_same_date():
    """The rule takes the province's date for both."""
    rows = [clause(ref) for ref in items.devolved_item_adjusted.clauses]

    assert [row.term.due_on() for row in rows] == [date(2022, 12, 31)] * 2


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"on_licence_list": False}, breach("licence-off-the-list", "on_licence_list")),
        ({"on_licence_list": None}, breach("licence-off-the-list", "on_licence_list")),
        ({"item_type": "行政备案", "on_licence_list": False}, idle("not-a-licence")),
        ({"item_type": "行政征收", "on_licence_list": UNSTATED}, idle("not-a-licence")),
        ({"item_type": None}, idle("not-a-licence")),
        ({"item_type": UNSTATED}, unknown("item_type")),
        ({"on_licence_list": UNSTATED}, unknown("on_licence_list")),
    ],
)
def test_licence_on_the_list(changes, found):
    """Off the list no licence is carried out, whatever the reason."""
    item = an_item(area=XIAMEN, **{"item_type": "行政许可", "on_licence_list": True} | changes)

    assert said(items.licence_on_the_list, item) == found


NEW = {
    "item_type": "行政许可",
    "is_newly_set_up": True,
    "concerns_public_interest": False,
    "bases": [{"name": "厦门经济特区条例", "rank": "地方性法规"}],
}
NO_BASIS = breach("new-licence-without-basis", "bases")


def ranked(*ranks):
    """Legal bases of these ranks."""
    return {"bases": [{"name": "依据"} | ({} if rank is UNSTATED else {"rank": rank}) for rank in ranks]}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        # Three sources are named; what ranks between or under them is not.
        (ranked("法律"), MET),
        (ranked("行政法规"), MET),
        (ranked("国务院决定"), MET),
        (ranked("地方性法规"), NO_BASIS),
        (ranked("规章"), NO_BASIS),
        (ranked("规范性文件"), NO_BASIS),
        (ranked("无"), NO_BASIS),
        (ranked(None), NO_BASIS),
        (ranked("规章", "法律"), MET),
        ({"bases": []}, NO_BASIS),
        ({"bases": None}, NO_BASIS),
        ({"concerns_public_interest": True}, MET),
        ({"concerns_public_interest": True, "bases": UNSTATED}, MET),
        (ranked("法律") | {"concerns_public_interest": UNSTATED}, MET),
        ({"concerns_public_interest": None}, NO_BASIS),
        ({"is_newly_set_up": False}, idle("no-new-licence")),
        ({"is_newly_set_up": None, "item_type": UNSTATED}, idle("no-new-licence")),
        ({"item_type": "行政确认", "is_newly_set_up": UNSTATED}, idle("no-new-licence")),
        ({"is_newly_set_up": UNSTATED}, unknown("is_newly_set_up")),
        ({"bases": UNSTATED}, unknown("bases")),
        (ranked("规章", UNSTATED), unknown("bases[1].rank")),
        (ranked(UNSTATED, "行政法规"), MET),
        ({"concerns_public_interest": UNSTATED}, unknown("concerns_public_interest")),
    ],
)
def test_no_new_licence(changes, found):
    """A new licence rests on a law, an administrative regulation, a State Council decision, or the public interest."""
    assert said(items.no_new_licence, an_item(area=XIAMEN, **NEW | changes)) == found


def test_all_that_is_unknown_about_a_new_licence_is_named():
    """Either would settle it, so both are asked for."""
    item = an_item(area=XIAMEN, **NEW | {"concerns_public_interest": UNSTATED, "bases": UNSTATED})

    assert missing(items.no_new_licence, item) == [("concerns_public_interest", "bases")]


def test_the_two_bans_differ_in_force():
    """不得 against 原则上."""
    item = an_item(area=XIAMEN, on_licence_list=False, **NEW)

    assert weights(items.licence_on_the_list, item) == [(Severity.VIOLATION, ["xiamen-2022/1.1.2"])]
    assert weights(items.no_new_licence, item) == [(Severity.DEPARTURE, ["xiamen-2022/1.1.2"])]


DEVOLVED = {
    "is_devolved": True,
    "on_power_list": True,
    "is_published": True,
    "placement": {"in_centre_of_own_level": True, "in_sub_centre": False, "on_negative_list": False},
}
NOWHERE = {"in_centre_of_own_level": False, "in_sub_centre": False}
NO_HALL = "devolved-item-in-no-hall"
HALL = "placement.in_centre_of_own_level"


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"on_power_list": False}, breach("devolved-item-not-on-power-list", "on_power_list")),
        ({"is_published": None}, breach("devolved-item-not-on-online-hall", "is_published")),
        ({"placement": NOWHERE | {"on_negative_list": False}}, breach(NO_HALL, HALL)),
        ({"placement": NOWHERE | {"on_negative_list": True}}, MET),  # 2.2.2 excepts it
        ({"placement": NOWHERE}, unknown("placement.on_negative_list")),
        ({"placement": {"in_centre_of_own_level": False, "in_sub_centre": True}}, MET),
        ({"placement": {"in_sub_centre": True}}, MET),
        ({"placement": {"in_centre_of_own_level": True}}, MET),
        ({"placement": None}, breach(NO_HALL, "placement")),
        ({"placement": UNSTATED}, unknown("placement")),
        (
            {"placement": {"in_centre_of_own_level": False, "on_negative_list": False}},
            unknown("placement.in_sub_centre"),
        ),
        ({"is_devolved": False}, idle("not-devolved")),
        ({"is_devolved": UNSTATED}, unknown("is_devolved")),
        # What is unknown of one hides nothing of the others.
        (
            {"on_power_list": UNSTATED, "is_published": False, "placement": None},
            [
                *unknown("on_power_list"),
                *breach("devolved-item-not-on-online-hall", "is_published"),
                *breach(NO_HALL, "placement"),
            ],
        ),
    ],
)
def test_devolved_item_taken_over(changes, found):
    """It is taken over once it is on the list of powers, on the online hall and in a physical one: all three."""
    assert said(items.devolved_item_taken_over, an_item(area=XIAMEN, **DEVOLVED | changes)) == found


def test_taking_over_is_pushed_on_not_demanded():
    """推动: what is missing is a matter of advice."""
    item = an_item(area=XIAMEN, **DEVOLVED | {"on_power_list": False})

    assert weights(items.devolved_item_taken_over, item) == [(Severity.ADVICE, ["xiamen-2022/1.1.7"])]


LEAD = {"materials": ["申请表", "节能报告"], "steps": ["申请", "受理", "审批"], "promised_working_days": 5, "visits": 1}
AS_LEAD = {
    "is_published": True,
    "materials": [{"name": "节能报告"}, {"name": "申请表"}],
    "process": ["申请", "受理", "审批"],
    "promised_working_days": 5,
    "visits": 1,
    "lead_standard": LEAD,
}


def asked_for(*names):
    """Materials of these names."""
    return {"materials": [{"name": name} for name in names]}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        # Materials: two are the standard. One of them is fewer; three are more; two others a person has to look at.
        (asked_for("节能报告"), MET),
        (asked_for(), MET),
        ({"materials": None}, MET),
        (asked_for("申请表", "节能报告", "可行性研究报告"), breach("more-materials-than-lead", "materials")),
        (asked_for("甲", "乙", "丙"), breach("more-materials-than-lead", "materials")),
        (asked_for("申请表", "可行性研究报告"), to_judge("other-materials-than-lead", "materials")),
        (asked_for("可行性研究报告"), to_judge("other-materials-than-lead", "materials")),
        # Steps by number, whatever they are called.
        ({"process": ["申请", "办结"]}, MET),
        ({"process": None}, MET),
        ({"process": ["甲", "乙", "丙"]}, MET),
        ({"process": ["申请", "受理", "审查", "决定"]}, breach("more-steps-than-lead", "process")),
        ({"promised_working_days": 4}, MET),
        ({"promised_working_days": 6}, breach("longer-than-lead", "promised_working_days")),
        # Four calendar days are no working days, nor is no promise one.
        (
            {"promised_working_days": UNSTATED, "promised_calendar_days": 4},
            to_judge("promise-in-calendar-days", "promised_calendar_days"),
        ),
        (
            {"promised_working_days": None, "promised_calendar_days": 0},
            to_judge("promise-in-calendar-days", "promised_calendar_days"),
        ),
        ({"promised_working_days": None}, to_judge("no-promise-to-compare", "promised_working_days")),
        ({"promised_calendar_days": None}, MET),
        ({"visits": 0}, MET),
        ({"visits": None}, MET),
        ({"visits": 2}, breach("more-visits-than-lead", "visits")),
        # None makes up for another: no visit at all, and a day more.
        ({"visits": 0, "promised_working_days": 6}, breach("longer-than-lead", "promised_working_days")),
        (
            {"visits": 2, "promised_working_days": 6},
            [
                *breach("longer-than-lead", "promised_working_days"),
                *breach("more-visits-than-lead", "visits"),
            ],
        ),
        # What the standard does not set is not compared.
        ({"lead_standard": LEAD | {"visits": None}, "visits": 9}, MET),
        ({"lead_standard": LEAD | {"materials": None}, "materials": UNSTATED}, MET),
        ({"lead_standard": LEAD | {"steps": None}, "process": UNSTATED}, MET),
        ({"lead_standard": LEAD | {"promised_working_days": None}, "promised_working_days": 90}, MET),
        ({"lead_standard": LEAD | {"steps": []}}, breach("more-steps-than-lead", "process")),
        ({"lead_standard": None}, idle("no-lead-standard")),
        ({"lead_standard": UNSTATED}, unknown("lead_standard")),
        ({"materials": UNSTATED}, unknown("materials")),
        ({"process": UNSTATED}, unknown("process")),
        ({"visits": UNSTATED}, unknown("visits")),
        ({"promised_working_days": UNSTATED}, unknown("promised_working_days")),
        ({"lead_standard": {"visits": 1}}, unknown("materials", "steps", "promised_working_days")),
        ({"process": UNSTATED, "visits": 2}, [*unknown("process"), *breach("more-visits-than-lead", "visits")]),
    ],
)
def test_at_least_the_lead_standard(changes, found):
    """On each aspect as much as the lead standard is fine, less too, and more is not."""
    assert said(items.at_least_the_lead_standard, an_item(**AS_LEAD | changes)) == found


ENCOURAGED = (Severity.ADVICE, ["fujian-2022/1.2.4"])
DEMANDED = (Severity.VIOLATION, ["xiamen-2022/1.2.3"])


@pytest.mark.parametrize(
    ("area", "published", "found"),
    [
        (FUZHOU, True, [ENCOURAGED]),
        (FUZHOU, UNSTATED, [ENCOURAGED]),
        (HANJIANG, True, [ENCOURAGED]),
        (XIAMEN, True, [ENCOURAGED, DEMANDED]),
        (XIAMEN, False, [ENCOURAGED]),
        (XIAMEN, None, [ENCOURAGED]),
        (XIAMEN, UNSTATED, [ENCOURAGED]),
    ],
)
def test_xiamen_demands_what_the_province_encourages(area, published, found):
    """鼓励 in the province; 确保 in Xiamen, for what is bound and published."""
    item = an_item(area=area, **AS_LEAD | {"visits": 2, "is_published": published})

    assert weights(items.at_least_the_lead_standard, item) == found


def test_whether_xiamen_demands_it_is_unknown_where_publication_is():
    """The province's advice stands; the city's demand hangs on the field that is missing."""
    item = an_item(area=XIAMEN, **AS_LEAD | {"visits": 2, "is_published": UNSTATED})

    assert missing(items.at_least_the_lead_standard, item) == [("is_published",)]


@pytest.mark.parametrize(
    ("published", "clauses"),
    [
        (True, ["xiamen-2022/1.2.3", "fujian-2022/1.2.4"]),
        (False, ["fujian-2022/1.2.4"]),
        # As good as the standard: it is kept whether published or not.
        (UNSTATED, ["xiamen-2022/1.2.3", "fujian-2022/1.2.4"]),
    ],
)
def test_what_is_not_published_keeps_the_province_s_clause_alone(published, clauses):
    """Xiamen's clause says nothing about it, so it is not said to be kept."""
    (found,) = items.at_least_the_lead_standard(
        an_item(area=XIAMEN, **AS_LEAD | {"is_published": published}), a_context()
    )

    assert (found.reason, [held.ref for held in found.clauses]) == ("met", clauses)


def test_both_figures_are_told():
    """The sentence has the item's figure and the standard's."""
    (found,) = items.at_least_the_lead_standard(an_item(**AS_LEAD | {"promised_working_days": 6}), a_context())

    assert found.message() == "承诺时限 6 个工作日，长于“引领标准”的 5 个工作日"


ACROSS = {"is_cross_province": True, "follows_national_standard": True, "in_cross_province_zone": True}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        (
            {"follows_national_standard": False},
            breach("national-standard-not-followed", "follows_national_standard"),
        ),
        ({"in_cross_province_zone": None}, breach("not-in-cross-province-zone", "in_cross_province_zone")),
        (
            {"follows_national_standard": UNSTATED, "in_cross_province_zone": False},
            [
                *unknown("follows_national_standard"),
                *breach("not-in-cross-province-zone", "in_cross_province_zone"),
            ],
        ),
        ({"is_cross_province": False, "in_cross_province_zone": False}, idle("not-across-provinces")),
        ({"is_cross_province": UNSTATED}, unknown("is_cross_province")),
    ],
)
def test_cross_province_standard(changes, found):
    """The State's standard, and the zone: both, for items across provinces alone."""
    assert said(items.cross_province_standard, an_item(**ACROSS | changes)) == found


ON_APPLICATION = {"public_service_kind": "依申请公共服务事项", "in_catalogue": False, "industry": "供水"}
OUTSIDE_CATALOGUE = breach("service-outside-catalogue", "in_catalogue")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"in_catalogue": True}, MET),
        ({"in_catalogue": True, "industry": UNSTATED}, MET),
        *(({"industry": industry.value}, OUTSIDE_CATALOGUE) for industry in PublicServiceIndustry),
        ({"in_catalogue": None}, OUTSIDE_CATALOGUE),
        # The list of industries is left open.
        ({"industry": "供热"}, to_judge("industry-not-printed", "industry")),
        ({"industry": None}, idle("not-of-the-first-industries")),
        ({"public_service_kind": "简易公共服务（便民服务）"}, idle("no-service-on-application")),
        ({"public_service_kind": None, "in_catalogue": UNSTATED}, idle("no-service-on-application")),
        ({"public_service_kind": UNSTATED}, unknown("public_service_kind")),
        ({"in_catalogue": UNSTATED}, unknown("in_catalogue")),
        ({"industry": UNSTATED}, unknown("industry")),
    ],
)
def test_public_service_in_catalogue(changes, found):
    """A service on application of the industries that come first is in the catalogue; a simple one need not be."""
    assert said(items.public_service_in_catalogue, an_item(**ON_APPLICATION | changes)) == found


def test_the_catalogue_of_services_is_pushed_on_not_demanded():
    """推动."""
    found = weights(items.public_service_in_catalogue, an_item(**ON_APPLICATION))

    assert found == [(Severity.ADVICE, ["fujian-2022/1.2.6"])]


SIMPLE = {
    "public_service_kind": "简易公共服务（便民服务）",
    "name_is_uniform": True,
    "service_theme": "生活缴费",
    "theme_is_uniform": True,
    "online_address": "https://zwfw.example/1",
    "offline_address": "鼓楼区温泉街道 1 号",
}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"name_is_uniform": False}, breach("simple-service-name-not-uniform", "name_is_uniform")),
        ({"service_theme": None}, breach("simple-service-without-theme", "service_theme")),
        # Where there is no theme, nobody asks whether it is the uniform one.
        (
            {"service_theme": "", "theme_is_uniform": False},
            breach("simple-service-without-theme", "service_theme"),
        ),
        ({"theme_is_uniform": None}, breach("simple-service-theme-not-uniform", "theme_is_uniform")),
        ({"online_address": None}, breach("simple-service-without-online-address", "online_address")),
        ({"offline_address": ""}, breach("simple-service-without-offline-address", "offline_address")),
        (
            {"online_address": UNSTATED, "offline_address": None},
            [
                *unknown("online_address"),
                *breach("simple-service-without-offline-address", "offline_address"),
            ],
        ),
        ({"service_theme": UNSTATED}, unknown("service_theme")),
        ({"service_theme": UNSTATED, "theme_is_uniform": False}, unknown("service_theme", "service_theme")),
        ({"public_service_kind": "依申请公共服务事项", "online_address": None}, idle("no-simple-service")),
        ({"public_service_kind": None}, idle("no-simple-service")),
        ({"public_service_kind": UNSTATED}, unknown("public_service_kind")),
    ],
)
@pytest.mark.parametrize("area", [FUZHOU, XIAMEN])
def test_simple_service_complete(changes, found, area):
    """A uniform name and theme, and an address both online and offline."""
    assert said(items.simple_service_complete, an_item(area=area, **SIMPLE | changes)) == found


STEP = {"name": "现场勘验"}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"on_special_step_list": True}, MET),
        ({"on_special_step_list": False}, breach("special-step-item-not-listed", "on_special_step_list")),
        ({"on_special_step_list": None}, breach("special-step-item-not-listed", "on_special_step_list")),
        ({"on_special_step_list": UNSTATED}, unknown("on_special_step_list")),
        ({"special_steps": [], "on_special_step_list": UNSTATED}, idle("no-special-step")),
        ({"special_steps": None}, idle("no-special-step")),
        ({"special_steps": UNSTATED}, unknown("special_steps")),
    ],
)
def test_special_step_item_listed(changes, found):
    """The province publishes one list of the items that need a special step."""
    assert said(items.special_step_item_listed, an_item(**{"special_steps": [STEP]} | changes)) == found


def material(source, handed_in):
    """A material from *source* that has to be handed in or not."""
    return stated({"name": "营业执照", "source": source, "must_be_submitted": handed_in})


EXEMPT, STILL = material("政府部门核发", handed_in=False), material("政府部门核发", handed_in=True)
OWN = material("申请人自备", handed_in=True)
MAYBE = material("政府部门核发", handed_in=UNSTATED)
WHOSE = material(UNSTATED, handed_in=True)
FREE_OF_WHOM = material(UNSTATED, handed_in=False)
NOT_LISTED = breach("certificate-free-not-listed", "lists")
NOT_FREE = idle("not-certificate-free")


@pytest.mark.parametrize(
    ("materials", "by_all", "by_some"),
    [
        ([EXEMPT], NOT_LISTED, NOT_LISTED),
        ([EXEMPT, OWN], NOT_LISTED, NOT_LISTED),
        ([EXEMPT, EXEMPT], NOT_LISTED, NOT_LISTED),
        # One is exempt and one is not: here the readings part.
        ([EXEMPT, STILL], NOT_FREE, NOT_LISTED),
        ([STILL], NOT_FREE, NOT_FREE),
        ([OWN], NOT_FREE, NOT_FREE),
        ([material("其他", handed_in=False)], NOT_FREE, NOT_FREE),
        ([material("政府部门核发", handed_in=None)], NOT_LISTED, NOT_LISTED),
        ([], NOT_FREE, NOT_FREE),
        (None, NOT_FREE, NOT_FREE),
        ([MAYBE], unknown(1), unknown(1)),
        ([EXEMPT, MAYBE], unknown(1), NOT_LISTED),
        ([STILL, MAYBE], NOT_FREE, unknown(1)),
        ([EXEMPT, WHOSE], unknown(1), NOT_LISTED),
        ([WHOSE], NOT_FREE, NOT_FREE),
        ([EXEMPT, FREE_OF_WHOM], NOT_LISTED, NOT_LISTED),
        ([FREE_OF_WHOM], unknown(1), unknown(1)),
        (UNSTATED, unknown(1), unknown(1)),
    ],
)
def test_certificate_free_listed(materials, by_all, by_some):
    """Where government-issued materials need not be handed in, the item is on the list: by all of them, or by some."""
    item = an_item(materials=materials, lists=[])

    for option, found in (("all", by_all), ("some", by_some)):
        ctx = a_context(readings={"certificate-free-scope": option})
        assert said(items.certificate_free_listed, item, ctx) == found


@pytest.mark.parametrize(
    ("materials", "lists", "found"),
    [
        ([EXEMPT], ["免证办"], MET),
        ([EXEMPT], ["马上办", "免证办"], MET),
        ([EXEMPT], ["马上办", "证照免提交"], NOT_LISTED),
        ([EXEMPT], None, NOT_LISTED),
        ([EXEMPT], UNSTATED, unknown("lists")),
        ([OWN], UNSTATED, NOT_FREE),
        # On the list already: nothing hangs on what is not known of the materials.
        ([MAYBE], ["免证办"], MET),
        (UNSTATED, ["免证办"], MET),
        ([OWN], ["免证办"], NOT_FREE),
    ],
)
@pytest.mark.parametrize("area", [FUZHOU, XIAMEN])
def test_certificate_free_listed_by_its_lists(materials, lists, found, area):
    """It is the list of that name, and no other, that the item stands on."""
    assert said(items.certificate_free_listed, an_item(area=area, materials=materials, lists=lists)) == found


def test_what_hangs_on_the_reading_says_so():
    """Where both readings give the same answer, none is named."""
    ask = items.certificate_free_listed

    (parted,) = ask(an_item(materials=[EXEMPT, STILL], lists=[]), a_context())
    (alike,) = ask(an_item(materials=[EXEMPT], lists=[]), a_context())

    assert (parted.readings, alike.readings) == (("certificate-free-scope",), ())
    assert [held.ref for held in alike.clauses] == ["fujian-2022/3.2.2"]


MOBILE = {"is_mobile": True, "forms_prefilled": True, "materials_reused": True, "materials": [OWN]}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"forms_prefilled": False}, breach("forms-not-prefilled", "forms_prefilled")),
        ({"materials_reused": None}, breach("materials-not-reused", "materials_reused")),
        ({"materials_reused": False, "materials": []}, MET),
        ({"materials_reused": False, "materials": UNSTATED}, unknown("materials")),
        ({"materials_reused": UNSTATED, "materials": []}, MET),
        (
            {"forms_prefilled": UNSTATED, "materials_reused": False},
            [*unknown("forms_prefilled"), *breach("materials-not-reused", "materials_reused")],
        ),
        ({"is_mobile": False, "forms_prefilled": False}, idle("not-on-the-phone")),
        ({"is_mobile": UNSTATED}, unknown("is_mobile")),
    ],
)
def test_mobile_prefilled(changes, found):
    """On the phone forms are pre-filled and materials used again; where there is no material, there is none to use."""
    assert said(items.mobile_prefilled, an_item(area=XIAMEN, **MOBILE | changes)) == found


def test_pre_filling_is_pushed_on_not_demanded():
    """推动."""
    found = weights(items.mobile_prefilled, an_item(area=XIAMEN, **MOBILE | {"forms_prefilled": False}))

    assert found == [(Severity.ADVICE, ["xiamen-2022/3.2.2"])]


BOTH = {
    "commitment_available": True,
    "gaps_available": True,
    "commitment_letter_uniform": True,
    "replaceable_materials": ["学历证明"],
    "gap_materials": ["章程"],
}
NO_LETTER = breach("commitment-letter-not-uniform", "commitment_letter_uniform")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"commitment_letter_uniform": False}, NO_LETTER),
        ({"commitment_letter_uniform": None, "commitment_available": False}, NO_LETTER),
        ({"commitment_letter_uniform": False, "gaps_available": False}, NO_LETTER),
        ({"replaceable_materials": []}, breach("replaceable-materials-not-named", "replaceable_materials")),
        ({"gap_materials": None}, breach("gap-materials-not-named", "gap_materials")),
        # Each mode needs its own; the one that is closed needs none.
        ({"gap_materials": None, "gaps_available": False}, MET),
        ({"replaceable_materials": UNSTATED, "commitment_available": None}, MET),
        ({"commitment_available": False, "gaps_available": None}, idle("normal-way-only")),
        ({"commitment_available": UNSTATED, "gaps_available": False}, unknown("commitment_available")),
        # Whether commitment is open too does not matter where its materials are named.
        ({"commitment_available": UNSTATED}, MET),
        ({"commitment_available": UNSTATED, "replaceable_materials": None}, unknown("commitment_available")),
        (
            {"commitment_letter_uniform": UNSTATED, "gap_materials": []},
            [*unknown("commitment_letter_uniform"), *breach("gap-materials-not-named", "gap_materials")],
        ),
    ],
)
def test_commitment_elements(changes, found):
    """What is open to commitment or gaps has the uniform letter, and the materials of each mode that is open."""
    assert said(items.commitment_elements, an_item(**BOTH | changes)) == found


POWER = {"item_class": "依申请办理的行政权力事项", "item_type": "行政许可", "public_service_field": None}
SERVICE = {"item_class": "依申请办理的公共服务事项", "item_type": "公共服务", "public_service_field": "医疗卫生"}
CLASSLESS = {"item_class": None, "public_service_kind": None, "item_type": "行政许可"}
AGAINST = breach("type-against-class", "item_type")
NOT_PRINTED = to_judge("type-not-printed", "item_type")


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        *(
            (POWER | {"item_type": kind}, MET)
            for kind in ("行政许可", "行政确认", "行政裁决", "行政给付", "行政奖励", "其他行政权力")
        ),
        # A filing is not printed as a kind, and falls under the last of them.
        (POWER | {"item_type": "行政备案"}, MET),
        (POWER | {"item_type": "行政处罚"}, NOT_PRINTED),
        (POWER | {"item_type": None}, MET),
        (POWER | {"item_type": "公共服务"}, AGAINST),
        (POWER | {"public_service_field": "医疗卫生"}, breach("field-of-a-power", "public_service_field")),
        (POWER | {"public_service_field": "气象"}, breach("field-of-a-power", "public_service_field")),
        (SERVICE, MET),
        (SERVICE | {"public_service_field": "气象"}, MET),  # the list is open
        (SERVICE | {"public_service_field": None, "item_type": None}, MET),
        *((SERVICE | {"item_type": kind}, AGAINST) for kind in ("行政许可", "行政备案", "其他行政权力")),
        (SERVICE | {"item_type": "便民服务"}, NOT_PRINTED),
        (CLASSLESS, breach("item-without-class", "item_class")),
        (CLASSLESS | {"item_type": None}, breach("item-without-class", "item_class")),
        (CLASSLESS | {"public_service_kind": "依申请公共服务事项"}, breach("item-without-class", "item_class")),
        ({"item_class": None, "public_service_kind": "简易公共服务（便民服务）"}, idle("not-applied-for")),
        # penalties are not applied for: whether it belongs to the division, a person says
        (CLASSLESS | {"item_type": "行政处罚"}, NOT_PRINTED),
        (CLASSLESS | {"item_type": UNSTATED}, unknown("item_type")),
        ({"item_class": None}, unknown("public_service_kind")),
        (SERVICE | {"item_class": UNSTATED}, unknown("item_class")),
        (SERVICE | {"item_type": UNSTATED}, unknown("item_type")),
        (SERVICE | {"public_service_field": UNSTATED}, MET),
        (POWER | {"public_service_field": UNSTATED}, unknown("public_service_field")),
        (
            POWER | {"item_type": UNSTATED, "public_service_field": "医疗卫生"},
            [*unknown("item_type"), *breach("field-of-a-power", "public_service_field")],
        ),
    ],
)
def test_one_class(facts, found):
    """A power has a kind and no field; a public service may have a field, and no kind of power."""
    assert said(items.one_class, an_item(area=PUTIAN, **facts)) == found


@pytest.mark.parametrize(
    ("rule", "facts", "area", "clauses"),
    [
        (items.devolved_item_adjusted, UNFIT, XIAMEN, ["xiamen-2022/1.1.2", "fujian-2022/1.1.2"]),
        (items.cross_province_standard, {**ACROSS, "in_cross_province_zone": False}, XIAMEN, ["fujian-2022/1.2.5"]),
        (
            items.simple_service_complete,
            SIMPLE | {"online_address": None},
            XIAMEN,
            ["xiamen-2022/1.2.5", "fujian-2022/1.2.6"],
        ),
        (
            items.special_step_item_listed,
            {"special_steps": [STEP], "on_special_step_list": False},
            FUZHOU,
            ["fujian-2022/2.1.4"],
        ),
        (
            items.certificate_free_listed,
            {"materials": [EXEMPT], "lists": []},
            XIAMEN,
            ["xiamen-2022/3.2.3", "fujian-2022/3.2.2"],
        ),
        (items.commitment_elements, BOTH | {"gap_materials": []}, FUZHOU, ["fujian-2022/3.5.1"]),
        (items.one_class, POWER | {"item_type": "公共服务"}, HANJIANG, ["putian-2025/art-6"]),
    ],
)
def test_what_is_demanded_is_a_violation(rule, facts, area, clauses):
    """应: a violation, with the clauses in force, the most local first."""
    assert weights(rule, an_item(area=area, **facts)) == [(Severity.VIOLATION, clauses)]


def test_a_list_name_is_read_as_the_printed_one():
    """The list of the clause is the one that Putian's article prints as 免证办."""
    assert an_item(lists=["免证办"]).lists == (SpecialServiceList.CERTIFICATE_FREE,)


def test_the_sentences_name_what_decided():
    """Days, materials and steps stand in them."""
    late = items.devolved_item_adjusted(an_item(**UNFIT), a_context())[0]
    other = items.at_least_the_lead_standard(an_item(**AS_LEAD | asked_for("章程")), a_context())[0]

    assert late.message() == "2022-12-01 发现不符合下放要求，未在 2022-12-31 前调整；实际调整日：无"
    assert "章程" in other.message("en")
    assert set(late.facts) <= {"found_on", "due_on", "adjusted_on"}
    assert messages("en")[late.reason]


KEPT = {
    items.devolved_item_adjusted: UNFIT | {"devolution_adjusted_at": "2022-12-31"},
    items.licence_on_the_list: {"item_type": "行政许可", "on_licence_list": True},
    items.no_new_licence: NEW | {"concerns_public_interest": True} | ranked("规章", "法律"),
    items.devolved_item_taken_over: DEVOLVED,
    items.at_least_the_lead_standard: AS_LEAD | {"promised_calendar_days": None},
    items.cross_province_standard: ACROSS,
    items.public_service_in_catalogue: ON_APPLICATION | {"in_catalogue": True},
    items.simple_service_complete: SIMPLE,
    items.special_step_item_listed: {"special_steps": [STEP], "on_special_step_list": True},
    items.certificate_free_listed: {"materials": [EXEMPT, OWN, FREE_OF_WHOM], "lists": ["免证办"]},
    items.mobile_prefilled: MOBILE,
    items.commitment_elements: BOTH,
    items.one_class: POWER | {"public_service_kind": None},
}
"""For each rule an item that keeps it, stating what the rule reads."""


@pytest.mark.parametrize("rule", items.RULES, ids=lambda rule: rule.id)
def test_every_rule_keeps_what_rules_promise(rule):
    """Pure, cited and worded; and where one is kept, knowing less, or stating a no instead, does not break the kit."""
    kept = KEPT[rule]
    denied = [{field: value for field, value in kept.items() if field != left} | {left: None} for left in kept]

    check_rule(rule, subjects=[an_item(area=area, **facts) for facts in (kept, *denied) for area in AREAS])


AREAS = (FUZHOU, XIAMEN, HANJIANG)
