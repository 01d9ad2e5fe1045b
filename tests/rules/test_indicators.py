"""What the rule about figures answers: under, at and over each target, in its year, by its date, and where none holds.

The figures are those of the documents: Fujian's and Xiamen's task tables of 2022, Putian's norms of 2025, Hanjiang's
plan of 2023. Until the year is over nothing is missed, so most looks are from 2026-06-30.
"""

from datetime import date, datetime

import attrs
import pytest

from support import FUZHOU, HANJIANG, MET, UNKNOWN, UNSTATED, a_context, breach, idle
from zwfw import Severity, check
from zwfw.records import Indicator
from zwfw.rules import find_rule
from zwfw.rules.indicators import RULES, target_reached
from zwfw.targets import TargetValue, target, targets

PROVINCE, XIAMEN, SIMING, PUTIAN, TOWNSHIP = "350000", "350200", "350203", "350300", "350303101"
LOOK = date(2026, 6, 30)
MISSED = breach("target-missed", "value")
NOT_HERE = idle("clause-never-in-force")


def an_indicator(**changes):
    """Xiamen's offline share of reviews in 2023, just reached, with your changes."""
    fields = {"key": "active_rating_offline_min", "year": 2023, "value": 90} | changes
    return Indicator(**{name: value for name, value in fields.items() if value is not UNSTATED})


def outcome(asked_from=XIAMEN, as_of=LOOK, readings=None, **changes):
    """The one outcome about a figure with your changes, asked from an area."""
    (found,) = target_reached(an_indicator(**changes), a_context(as_of, area=asked_from, readings=readings))
    return found


def answer(asked_from=XIAMEN, as_of=LOOK, **changes):
    """State, reason and place of that outcome."""
    found = outcome(asked_from, as_of, **changes)
    return [(found.state.name, found.reason, found.path)]


# ---------------------------------------------------------------- each target, under, at and over

# Area, year, clause, figures that miss the target, figures that reach it.
FIGURES = {
    # 以上, 达到, 不低于 and 全覆盖 count the figure itself
    "active_rating_offline_min": (XIAMEN, 2023, "xiamen-2022/2.5.1", [89.9], [90, 90.1]),
    "active_rating_all_min": (XIAMEN, 2023, "xiamen-2022/2.5.1", [79.9], [80, 80.1]),
    "mobile_matters_min": (XIAMEN, 2022, "xiamen-2022/2.3.3", [599], [600, 601]),
    "fully_online_rate_all": (XIAMEN, 2022, "xiamen-2022/2.3.6", [79.9], [80, 80.1]),
    "fully_online_rate_licence": (XIAMEN, 2022, "xiamen-2022/2.3.6", [79.9], [80, 80.1]),
    "no_submit_matters_min": (XIAMEN, 2022, "xiamen-2022/3.2.3", [499], [500, 501]),
    "self_service_provinces_min": (XIAMEN, 2022, "xiamen-2022/3.3.3", [9], [10, 11]),
    "self_service_cities_min": (XIAMEN, 2022, "xiamen-2022/3.3.3", [39], [40, 41]),
    "no_apply_departments_min": (XIAMEN, 2022, "xiamen-2022/3.6.3", [15], [16, 17]),
    "no_apply_policies_min": (XIAMEN, 2022, "xiamen-2022/3.6.3", [99], [100, 101]),
    "shared_records_min": (XIAMEN, 2023, "xiamen-2022/4.3.2", [4_999_999_999], [5_000_000_000, 5_000_000_001]),
    "platform_levels_connected": (XIAMEN, 2023, "xiamen-2022/4.1.1", [3], [4]),
    "annual_review_to_case_ratio": (XIAMEN, 2023, "xiamen-2022/2.5.4", [0.999], [1, 1.001]),
    "comprehensive_window_coverage": (XIAMEN, 2023, "xiamen-2022/2.2.5", [99.9], [100]),
    "district_undifferentiated_coverage": (XIAMEN, 2023, "xiamen-2022/2.2.5", [99.9], [100]),
    "network_coverage": (XIAMEN, 2023, "xiamen-2022/2.4.4", [99.9], [100]),
    "five_level_coverage": (XIAMEN, 2023, "xiamen-2022/2.5.2", [99.9], [100]),
    "bad_rating_fix_rate": (XIAMEN, 2023, "xiamen-2022/2.5.3", [99.9], [100]),
    "bad_rating_fix_satisfaction": (XIAMEN, 2023, "xiamen-2022/2.5.3", [99.9], [100]),
    "rating_sync_on_time": (XIAMEN, 2023, "xiamen-2022/2.5.4", [99.9], [100]),
    "no_submit_store_coverage": (XIAMEN, 2023, "xiamen-2022/4.2.2", [99.9], [100]),
    "online_hall_coverage": (PROVINCE, 2023, "fujian-2022/3.4.1", [99.9], [100]),
    "local_standard_batches": (PROVINCE, 2023, "fujian-2022/1.3.3", [0], [1, 2]),
    # 突破280项 does not
    "self_service_matters_min": (XIAMEN, 2022, "xiamen-2022/3.3.3", [279, 280], [281]),
    # 一个总入口、一次登录; 只进一扇门、只跑一趟、一窗通办
    "single_entry": (PUTIAN, 2025, "putian-2025/art-3", [2], [1]),
    "single_login": (PUTIAN, 2025, "putian-2025/art-3", [2], [1]),
    "single_door": (PUTIAN, 2025, "putian-2025/art-3", [2], [1]),
    "single_window": (PUTIAN, 2025, "putian-2025/art-3", [2], [1]),
    "max_trips": (PUTIAN, 2025, "putian-2025/art-3", [2], [0, 1]),
    "bundle_trips": (PUTIAN, 2025, "putian-2025/art-39", [2], [0, 1]),
    "max_trips_posted": (PUTIAN, 2025, "putian-2025/art-49", [1], [0]),
    # 不少于25台, 至少部署一台; 5项 and 8项 with the bundles named; 7个部门22项
    "e_gov_machines_district": (HANJIANG, 2025, "hanjiang-2023/task-10", [24], [25, 26]),
    "e_gov_machines_per_township": (TOWNSHIP, 2025, "hanjiang-2023/task-10", [0], [1, 2]),
    "enterprise_bundles": (HANJIANG, 2025, "hanjiang-2023/task-12", [4, 6], [5]),
    "citizen_bundles": (HANJIANG, 2025, "hanjiang-2023/task-12", [7, 9], [8]),
    "cross_province_departments": (HANJIANG, 2025, "hanjiang-2023/task-12", [6, 8], [7]),
    "cross_province_items": (HANJIANG, 2025, "hanjiang-2023/task-12", [21, 23], [22]),
}
EDGES = [
    (key, figure, found)
    for key, (_, _, _, missed, reached) in FIGURES.items()
    for found, figures in ((MISSED, missed), (MET, reached))
    for figure in figures
]


def test_every_target_has_its_edges_here():
    """The table leaves no target out."""
    assert set(FIGURES) == {each.key for each in targets()}


# What a wider document asks for as well: Fujian's rows 2.2.5, 2.4.4, 2.5.3, Putian's article 31 (a machine implied).
WIDER = {
    "comprehensive_window_coverage": ["fujian-2022/2.2.5"],
    "network_coverage": ["fujian-2022/2.4.4"],
    "annual_review_to_case_ratio": ["fujian-2022/2.5.3"],
    "e_gov_machines_per_township": ["putian-2025/art-31"],
}


@pytest.mark.parametrize(("key", "figure", "found"), EDGES)
def test_under_at_and_over(key, figure, found):
    """A figure reaches its target or misses it, by the clause that sets it; a miss by the wider ones too."""
    area, year, clause, *_ = FIGURES[key]
    wider = WIDER.get(key, []) if found == MISSED else []

    assert answer(area, key=key, year=year, value=figure) == found
    assert [each.ref for each in outcome(area, key=key, year=year, value=figure).clauses] == [clause, *wider]


@pytest.mark.parametrize(
    ("key", "figure", "severity"),
    [
        # 确保, 达到, 保持, 实现, 突破, 不低于
        ("active_rating_offline_min", 89.9, Severity.VIOLATION),
        ("mobile_matters_min", 599, Severity.VIOLATION),
        ("fully_online_rate_licence", 79.9, Severity.VIOLATION),
        ("no_submit_matters_min", 499, Severity.VIOLATION),
        ("self_service_matters_min", 280, Severity.VIOLATION),
        ("annual_review_to_case_ratio", 0.999, Severity.VIOLATION),
        ("e_gov_machines_district", 24, Severity.VIOLATION),
        # 力争, 争取
        ("local_standard_batches", 0, Severity.ADVICE),
        ("rating_sync_on_time", 99.9, Severity.ADVICE),
        ("no_apply_departments_min", 15, Severity.ADVICE),
        ("no_apply_policies_min", 99, Severity.ADVICE),
        # 鼓励
        ("max_trips_posted", 1, Severity.ADVICE),
        # 推动, 推进, 重点围绕: a direction or a focus
        ("single_entry", 2, Severity.ADVICE),
        ("max_trips", 2, Severity.ADVICE),
        ("enterprise_bundles", 6, Severity.ADVICE),
        ("cross_province_items", 21, Severity.ADVICE),
    ],
)
def test_what_a_miss_weighs(key, figure, severity):
    """What is striven for, encouraged or promoted is advised; the rest is a violation."""
    area, year, *_ = FIGURES[key]

    assert outcome(area, key=key, year=year, value=figure).severity is severity


def test_a_target_that_is_reached_weighs_nothing():
    """Only a breach has a severity."""
    assert outcome().severity is None


def test_a_miss_says_figure_and_target():
    """The sentence has the figure, the sign and what was wanted, in both languages."""
    found = outcome(value=89.9)

    assert found.message("zh") == "线下主动评价率：89.9 %，应 >= 90 %"
    assert found.message("en") == "share of offline cases reviewed by the applicant: 89.9 %, wanted >= 90 %"
    assert found.to_dict()["facts"] == {
        "target": "active_rating_offline_min",
        "figure": 89.9,
        "comparison": ">=",
        "wanted": 90,
        "measure": "percent",
    }


# ---------------------------------------------------------------- when


@pytest.mark.parametrize(
    ("changes", "as_of", "found"),
    [
        # a rate without a year of its own: each year for itself, until its last day is over
        ({"year": 2025, "value": 89.9}, date(2025, 6, 30), idle("not-due-yet")),
        ({"year": 2025, "value": 89.9}, date(2025, 12, 31), idle("not-due-yet")),
        ({"year": 2025, "value": 89.9}, datetime(2025, 12, 31, 23, 59), idle("not-due-yet")),
        ({"year": 2025, "value": 89.9}, date(2026, 1, 1), MISSED),
        ({"year": 2025, "value": 90}, date(2025, 6, 30), MET),
        # 2022年
        ({"key": "mobile_matters_min", "year": 2022, "value": 599}, date(2022, 12, 31), idle("not-due-yet")),
        ({"key": "mobile_matters_min", "year": 2022, "value": 599}, date(2023, 1, 1), MISSED),
        ({"key": "mobile_matters_min", "year": 2022, "value": 600}, date(2022, 12, 1), MET),
        # by 2022-12-31, and a floor from then on: no later year has to end first
        ({"key": "self_service_matters_min", "year": 2022, "value": 280}, date(2022, 12, 31), idle("not-due-yet")),
        ({"key": "self_service_matters_min", "year": 2022, "value": 280}, date(2023, 1, 1), MISSED),
        ({"key": "self_service_matters_min", "year": 2024, "value": 280}, date(2024, 2, 1), MISSED),
        ({"key": "self_service_matters_min", "year": 2024, "value": 281}, date(2024, 2, 1), MET),
        # by 2023-06-30, asked for Fujian: what stood at the end of 2022 was not due, and in 2023 the day counts
        ({"key": "local_standard_batches", "year": 2022, "value": 0}, LOOK, idle("not-due-yet")),
        ({"key": "local_standard_batches", "year": 2023, "value": 0}, date(2023, 6, 30), idle("not-due-yet")),
        ({"key": "local_standard_batches", "year": 2023, "value": 0}, date(2023, 7, 1), MISSED),
        ({"key": "local_standard_batches", "year": 2023, "value": 1}, date(2023, 6, 30), MET),
    ],
)
def test_nothing_is_missed_before_its_time(changes, as_of, found):
    """A figure that is short is missed the day after the year or the date, the date itself being in time."""
    area = PROVINCE if changes.get("key") == "local_standard_batches" else XIAMEN

    assert answer(area, as_of, **changes) == found


@pytest.mark.parametrize(
    ("area", "key", "last_day", "next_day"),
    [
        (PROVINCE, "online_hall_coverage", date(2022, 10, 31), date(2022, 11, 1)),  # row 3.4.1, then ongoing
        (PROVINCE, "network_coverage", date(2022, 12, 31), date(2023, 1, 1)),  # row 2.4.4
        (XIAMEN, "network_coverage", date(2022, 12, 31), date(2023, 1, 1)),  # row 2.4.4
        (XIAMEN, "platform_levels_connected", date(2022, 11, 30), date(2022, 12, 1)),  # row 4.1.1
        (XIAMEN, "no_submit_store_coverage", date(2022, 11, 30), date(2022, 12, 1)),  # row 4.2.2, then ongoing
        (XIAMEN, "five_level_coverage", date(2022, 12, 31), date(2023, 1, 1)),  # row 2.5.2
        (XIAMEN, "district_undifferentiated_coverage", date(2022, 12, 31), date(2023, 1, 1)),  # row 2.2.5
        (XIAMEN, "comprehensive_window_coverage", date(2022, 12, 31), date(2023, 1, 1)),  # row 2.2.5
        (FUZHOU, "comprehensive_window_coverage", date(2022, 12, 31), date(2023, 1, 1)),  # row 2.2.5
    ],
)
def test_a_target_of_a_dated_row_is_due_by_its_date(area, key, last_day, next_day):
    """Where the sentence has no date of its own, it is missed the day after that of its row, and from then on."""
    for as_of, found in ((last_day, idle("not-due-yet")), (next_day, MISSED), (date(2025, 2, 1), MISSED)):
        assert answer(area, as_of, key=key, year=as_of.year if as_of.year > 2023 else 2022, value=0) == found


@pytest.mark.parametrize("value", [0, 90, 100, None])
def test_a_year_to_come_is_neither_reached_nor_missed(value):
    """Seen from the last day of 2025 nothing of 2026 is known; the first day of 2026 it may be reached."""
    assert answer(XIAMEN, date(2025, 12, 31), year=2026, value=value) == idle("not-due-yet")
    assert answer(XIAMEN, date(2026, 1, 1), year=2026, value=100) == MET


@pytest.mark.parametrize("changes", [{"value": UNSTATED}, {"value": None}, {"year": 2026, "value": 1}])
def test_an_answer_without_a_verdict_cites_the_clause(changes):
    """What is unknown or not due is so by the clause that sets this target."""
    assert [each.ref for each in outcome(**changes).clauses] == ["xiamen-2022/2.5.1"]


@pytest.mark.parametrize(
    ("changes", "due_on"),
    [
        ({"year": 2026, "value": 1}, date(2026, 12, 31)),
        ({"key": "local_standard_batches", "year": 2022, "value": 0}, date(2023, 6, 30)),
    ],
)
def test_not_due_yet_says_until_when(changes, due_on):
    """The end of the year, or the date by which it is to be reached."""
    area = PROVINCE if "key" in changes else XIAMEN

    assert outcome(area, **changes).facts == {"due_on": due_on}


@pytest.mark.parametrize(
    "key", ["mobile_matters_min", "fully_online_rate_all", "fully_online_rate_licence", "no_submit_matters_min"]
)
@pytest.mark.parametrize("value", [0, 100, None, UNSTATED])
def test_a_target_of_2022_says_nothing_of_2023(key, value):
    """Whatever the figure, and even if none is stated; the year that the text names is told."""
    found = outcome(key=key, year=2023, value=value)

    assert (found.state.name, found.reason) == ("NOT_APPLICABLE", "target-of-another-year")
    assert found.facts == {"year": 2022}


# ---------------------------------------------------------------- what was not stated


def test_a_figure_that_was_not_stated():
    """Unknown, and the field is named."""
    found = outcome(value=UNSTATED)

    assert [(found.state.name, found.reason, found.path)] == UNKNOWN
    assert found.missing == ("value",)


def test_a_figure_that_was_not_worked_out():
    """The target binds it, and whether it is reached cannot be known: it is no way out of the target."""
    found = outcome(value=None)

    assert found.state.name == "UNDETERMINED"
    assert [each.partition(".")[0] for each in found.missing] == ["value"]


# ---------------------------------------------------------------- where


@pytest.mark.parametrize(
    ("key", "area"),
    [
        ("active_rating_offline_min", FUZHOU),
        ("active_rating_offline_min", PUTIAN),
        ("active_rating_offline_min", PROVINCE),
        ("e_gov_machines_district", XIAMEN),
        ("e_gov_machines_district", "350304"),  # 荔城区, beside Hanjiang in Putian
        ("e_gov_machines_district", PUTIAN),
        ("single_entry", XIAMEN),
    ],
)
def test_no_target_of_another_place(key, area):
    """What one city or district sets binds neither its neighbours nor what lies above it, whatever is stated."""
    for value in (1, None, UNSTATED):
        assert answer(area, key=key, year=2025, value=value) == NOT_HERE
        assert outcome(area, key=key, year=2025, value=value).clauses == ()


@pytest.mark.parametrize(
    ("key", "area", "year", "level"),
    [
        ("mobile_matters_min", SIMING, 2022, "市"),
        ("no_submit_matters_min", SIMING, 2022, "市"),
        ("self_service_matters_min", SIMING, 2022, "市"),
        ("self_service_cities_min", SIMING, 2022, "市"),
        ("no_apply_policies_min", SIMING, 2022, "市"),
        ("shared_records_min", SIMING, 2023, "市"),
        ("fully_online_rate_all", SIMING, 2022, "市"),  # 全市
        ("annual_review_to_case_ratio", PROVINCE, 2023, "市"),  # 各设区市
        ("local_standard_batches", FUZHOU, 2023, "省"),
        ("local_standard_batches", XIAMEN, 2023, "省"),
        ("e_gov_machines_district", TOWNSHIP, 2025, "县"),
        ("e_gov_machines_per_township", HANJIANG, 2025, "乡"),
        ("enterprise_bundles", TOWNSHIP, 2025, "县"),
    ],
)
def test_a_part_does_not_owe_the_whole(key, area, year, level):
    """600 matters, a batch of standards, 25 machines: of the whole, not of each part; one machine: of each township."""
    for value in (0, 100, None, UNSTATED):
        found = outcome(area, key=key, year=year, value=value)
        assert (found.state.name, found.reason) == ("NOT_APPLICABLE", "target-of-another-level")
        assert [each.value for each in found.facts["levels"]] == [level]


def test_a_zone_beside_the_cities_is_none_with_districts():
    """各设区市: 平潭综合实验区 is of their level and owes no ratio of its own."""
    found = outcome("351000", key="annual_review_to_case_ratio", year=2023, value=0)

    assert (found.state.name, found.reason) == ("NOT_APPLICABLE", "of-cities-with-districts")


def test_a_district_has_its_citys_rate():
    """Every bad review is put right, in each of Xiamen's districts too."""
    found = outcome(SIMING, key="bad_rating_fix_rate", value=99.9)

    assert (found.reason, [each.ref for each in found.clauses]) == ("target-missed", ["xiamen-2022/2.5.3"])


@pytest.mark.parametrize(
    ("asked_from", "own", "found"),
    [
        (PROVINCE, XIAMEN, MISSED),
        (PROVINCE, SIMING, MISSED),
        (SIMING, XIAMEN, MISSED),
        (XIAMEN, UNSTATED, MISSED),
        (XIAMEN, None, MISSED),
        (PROVINCE, FUZHOU, NOT_HERE),
        (XIAMEN, FUZHOU, idle("outside-area")),
        (FUZHOU, XIAMEN, idle("outside-area")),
    ],
)
def test_whose_figure_it_is(asked_from, own, found):
    """The record's own area decides, where it states one that lies within or around that of the context."""
    assert answer(asked_from, area=own, key="bad_rating_fix_rate", value=99.9) == found


# ---------------------------------------------------------------- the law of the year


def test_the_law_is_that_of_the_year():
    """Hanjiang's plan ended on 2026-03-05: for 2025 it still binds, whenever one looks."""
    for as_of in (date(2026, 3, 5), date(2026, 3, 6), date(2030, 1, 1)):
        found = outcome(HANJIANG, as_of, key="enterprise_bundles", year=2025, value=4)
        assert (found.reason, [each.ref for each in found.clauses]) == ("target-missed", ["hanjiang-2023/task-12"])
        assert (found.out_of_force, found.readings) == ((), ())


@pytest.mark.parametrize(
    ("as_of", "readings", "reason", "turns"),
    [
        (date(2026, 3, 5), None, "not-due-yet", ()),
        (date(2026, 3, 6), None, "no-longer-in-force", ("hanjiang-validity",)),
        (date(2026, 3, 6), {"hanjiang-validity": "issue-day-not-counted"}, "not-due-yet", ("hanjiang-validity",)),
        (date(2026, 3, 7), {"hanjiang-validity": "issue-day-not-counted"}, "no-longer-in-force", ()),
        (date(2026, 12, 31), None, "no-longer-in-force", ()),
    ],
)
def test_the_plan_lapses_within_its_last_year(as_of, readings, reason, turns):
    """Its last day is 2026-03-05 with the day of issue counted, else 2026-03-06, and the answer names the reading."""
    found = outcome(HANJIANG, as_of, readings, key="e_gov_machines_district", year=2026, value=24)

    assert (found.state.name, found.reason, found.readings) == ("NOT_APPLICABLE", reason, turns)
    ended = [(each.document, each.state.name) for each in found.out_of_force]
    assert ended == ([("hanjiang-2023", "ENDED")] if reason == "no-longer-in-force" else [])


@pytest.mark.parametrize(
    ("year", "as_of", "reason"),
    [
        (2022, LOOK, "not-yet-in-force"),
        (2023, date(2023, 3, 5), "not-yet-in-force"),
        (2023, date(2023, 3, 6), "not-due-yet"),
        (2023, LOOK, "target-missed"),
    ],
)
def test_before_the_plan_there_is_no_target(year, as_of, reason):
    """It is in force from 2023-03-06, and binds the figure of 2023, the year at whose end it was."""
    found = outcome(HANJIANG, as_of, key="e_gov_machines_district", year=year, value=24)

    assert found.reason == reason
    if reason == "not-yet-in-force":
        assert (found.facts["document"], found.facts["first"]) == ("hanjiang-2023", date(2023, 3, 6))


@pytest.mark.parametrize(
    ("as_of", "found"),
    [
        (date(2022, 9, 13), idle("not-yet-in-force")),
        (date(2022, 9, 14), [("UNDETERMINED", "force-uncertain", "")]),
        (date(2022, 11, 29), [("UNDETERMINED", "force-uncertain", "")]),
        (date(2022, 11, 30), idle("not-due-yet")),
    ],
)
def test_force_that_is_not_known(as_of, found):
    """Xiamen's table prints no date of issue: it came after the province's and before its own first deadline."""
    assert answer(XIAMEN, as_of, key="mobile_matters_min", year=2022, value=599) == found


def test_while_the_citys_force_is_not_known_the_provinces_target_stands():
    """On 2022-10-15 the network is the province's to cover, and the answer says what is not known of the city's."""
    found = outcome(XIAMEN, date(2022, 10, 15), key="network_coverage", year=2022, value=100)

    assert (found.state.name, [each.ref for each in found.clauses]) == ("MET", ["fujian-2022/2.4.4"])
    assert [(each.document, each.state.name) for each in found.out_of_force] == [("xiamen-2022", "UNCERTAIN")]


def test_before_every_document():
    """At the end of 2021 none was in force, and each that sets the target says from when it is."""
    found = target_reached(an_indicator(key="network_coverage", year=2021, value=0), a_context(LOOK, area=XIAMEN))

    assert [(each.state.name, each.reason, each.facts["document"], each.facts["first"]) for each in found] == [
        ("NOT_APPLICABLE", "not-yet-in-force", "xiamen-2022", date(2022, 11, 30)),
        ("NOT_APPLICABLE", "not-yet-in-force", "fujian-2022", date(2022, 9, 14)),
    ]


# ---------------------------------------------------------------- province and city


@pytest.mark.parametrize(
    ("key", "in_xiamen", "elsewhere", "city", "province"),
    [
        (
            "comprehensive_window_coverage",
            (XIAMEN, SIMING),
            (FUZHOU, PROVINCE),
            "xiamen-2022/2.2.5",
            "fujian-2022/2.2.5",
        ),
        ("network_coverage", (XIAMEN, SIMING), (FUZHOU, PROVINCE), "xiamen-2022/2.4.4", "fujian-2022/2.4.4"),
        ("annual_review_to_case_ratio", (XIAMEN,), ("350100",), "xiamen-2022/2.5.4", "fujian-2022/2.5.3"),
    ],
)
def test_which_document_is_cited(key, in_xiamen, elsewhere, city, province):
    """Where both set a target, Xiamen's answers in Xiamen and its districts; what misses both is told of both."""
    for area in in_xiamen:
        assert [each.ref for each in outcome(area, key=key, value=100).clauses] == [city]
        assert [each.ref for each in outcome(area, key=key, value=0).clauses] == [city, province]
    for area in elsewhere:
        for value in (0, 100):
            assert [each.ref for each in outcome(area, key=key, value=value).clauses] == [province]


def test_a_weaker_word_of_the_city_does_not_lift_the_provinces_must():
    """Xiamen's row 2.2.5 promotes full coverage, the province's asks for it: a miss is a violation there too."""
    assert outcome(FUZHOU, key="comprehensive_window_coverage", value=99.9).severity is Severity.VIOLATION
    assert outcome(XIAMEN, key="comprehensive_window_coverage", value=99.9).severity is Severity.VIOLATION


def test_silence_is_not_repeal():
    """Xiamen says nothing of the share on the online hall: there the province's target remains."""
    found = outcome(XIAMEN, key="online_hall_coverage", value=99.9)

    assert (found.reason, [each.ref for each in found.clauses]) == ("target-missed", ["fujian-2022/3.4.1"])


@pytest.mark.parametrize(
    ("city", "province", "in_xiamen", "cited", "in_fuzhou"),
    [
        (80, 90, MET, ["xiamen-2022/2.4.4"], MISSED),
        (90, 80, MISSED, ["xiamen-2022/2.4.4"], MET),
        (90, 90, MISSED, ["xiamen-2022/2.4.4", "fujian-2022/2.4.4"], MISSED),
    ],
    ids=["looser", "stricter", "equal"],
)
def test_the_nearest_value_wins(monkeypatch, city, province, in_xiamen, cited, in_fuzhou):  # noqa: PLR0917
    """No two values differ today; if they do, 85 % is held against the city's in the city, looser or stricter."""
    values = (TargetValue("fujian-2022/2.4.4#2", province), TargetValue("xiamen-2022/2.4.4#1", city))
    changed = attrs.evolve(target("network_coverage"), values=values)
    monkeypatch.setattr("zwfw.targets._held", lambda: {"network_coverage": changed})

    assert answer(XIAMEN, key="network_coverage", value=85) == in_xiamen
    assert [each.ref for each in outcome(XIAMEN, key="network_coverage", value=85).clauses] == cited
    assert answer(FUZHOU, key="network_coverage", value=85) == in_fuzhou


# ---------------------------------------------------------------- as a rule among others


def test_it_is_the_rule_of_figures():
    """It is listed, found by its id, and bound to each clause that sets a target, once."""
    assert (target_reached,) == RULES
    assert find_rule("indicators.target-reached") is target_reached
    assert set(target_reached.clauses) == {each.clause for held in targets() for each in held.values}
    assert len(target_reached.clauses) == len(set(target_reached.clauses))


def test_figures_are_checked_like_any_record():
    """Two figures of one clause: the offline share is missed, the combined one is not, and both are told."""
    told = [an_indicator(value=89.9), an_indicator(key="active_rating_all_min", value=80)]

    report = check(told, a_context(LOOK, area=XIAMEN))

    assert [[found.state.name for found in each.outcomes] for each in report.answers] == [["BREACHED"], ["MET"]]
    assert [each.message() for each in report.breaches] == ["线下主动评价率：89.9 %，应 >= 90 %"]
    assert [each.record for each in report.answers] == ["active_rating_offline_min", "active_rating_all_min"]
