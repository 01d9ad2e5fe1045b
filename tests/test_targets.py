"""The figures that a body has to reach, and the file that they are read from."""

import re
from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwfw.areas import AreaLevel
from zwfw.clauses import clause
from zwfw.errors import DataFileError, UnknownTargetError
from zwfw.norms import Modality, norm
from zwfw.targets import Target, TargetValue, _held, target, targets

END_OF_OCTOBER, END_OF_NOVEMBER, END_OF_2022 = date(2022, 10, 31), date(2022, 11, 30), date(2022, 12, 31)


def is_aim(value):
    """Whether the text only says 力争 or 争取 of the figure."""
    return norm(value.norm).modality is Modality.AIM


@pytest.mark.parametrize(
    ("key", "unit", "comparison", "values"),
    [
        # 2.2.5 of both: 全覆盖 by 2022-12-31; 无差别 windows only in Xiamen.
        (
            "comprehensive_window_coverage",
            "percent",
            ">=",
            [
                ("fujian-2022/2.2.5", 100, None, END_OF_2022, False),
                ("xiamen-2022/2.2.5", 100, None, END_OF_2022, False),
            ],
        ),
        ("district_undifferentiated_coverage", "percent", ">=", [("xiamen-2022/2.2.5", 100, None, END_OF_2022, False)]),
        # Xiamen 2.3.3: 600 项 in 2022; 2.3.6: 80 % of all matters and 80 % of licences in 2022.
        ("mobile_matters_min", "item", ">=", [("xiamen-2022/2.3.3", 600, 2022, None, False)]),
        ("fully_online_rate_all", "percent", ">=", [("xiamen-2022/2.3.6", 80, 2022, None, False)]),
        ("fully_online_rate_licence", "percent", ">=", [("xiamen-2022/2.3.6", 80, 2022, None, False)]),
        # 2.4.4 of both: 全覆盖 by 2022-12-31
        (
            "network_coverage",
            "percent",
            ">=",
            [
                ("fujian-2022/2.4.4", 100, None, END_OF_2022, False),
                ("xiamen-2022/2.4.4", 100, None, END_OF_2022, False),
            ],
        ),
        # Xiamen 2.5.1: 主动评价率 90 % offline, 80 % together
        ("active_rating_offline_min", "percent", ">=", [("xiamen-2022/2.5.1", 90, None, None, False)]),
        ("active_rating_all_min", "percent", ">=", [("xiamen-2022/2.5.1", 80, None, None, False)]),
        # Xiamen 2.5.2: five grades everywhere by 2022-12-31; 2.5.3: every bad review put right; 2.5.4: 力争 100 %
        ("five_level_coverage", "percent", ">=", [("xiamen-2022/2.5.2", 100, None, END_OF_2022, False)]),
        ("bad_rating_fix_rate", "percent", ">=", [("xiamen-2022/2.5.3", 100, None, None, False)]),
        ("bad_rating_fix_satisfaction", "percent", ">=", [("xiamen-2022/2.5.3", 100, None, None, False)]),
        ("rating_sync_on_time", "percent", ">=", [("xiamen-2022/2.5.4", 100, None, None, True)]),
        # fujian 2.5.3 and xiamen 2.5.4: no fewer reviews than cases in a year
        (
            "annual_review_to_case_ratio",
            "ratio",
            ">=",
            [("fujian-2022/2.5.3", 1, None, None, False), ("xiamen-2022/2.5.4", 1, None, None, False)],
        ),
        # Xiamen 3.2.3: 500 项 in 2022
        ("no_submit_matters_min", "item", ">=", [("xiamen-2022/3.2.3", 500, 2022, None, False)]),
        # Xiamen 3.3.3: 突破 280 项, 10 provinces and 40 cities by the end of 2022
        ("self_service_matters_min", "item", ">", [("xiamen-2022/3.3.3", 280, None, END_OF_2022, False)]),
        ("self_service_provinces_min", "province", ">=", [("xiamen-2022/3.3.3", 10, None, END_OF_2022, False)]),
        ("self_service_cities_min", "city", ">=", [("xiamen-2022/3.3.3", 40, None, END_OF_2022, False)]),
        # Xiamen 3.6.3: 力争 16 departments and 100 policies by the end of 2022
        ("no_apply_departments_min", "department", ">=", [("xiamen-2022/3.6.3", 16, None, END_OF_2022, True)]),
        ("no_apply_policies_min", "policy", ">=", [("xiamen-2022/3.6.3", 100, None, END_OF_2022, True)]),
        # Xiamen 4.1.1: four levels, 4.2.2: 全量, both by 2022-11-30; 4.3.2: 50亿 is 50 times 100 million
        ("platform_levels_connected", "level", ">=", [("xiamen-2022/4.1.1", 4, None, END_OF_NOVEMBER, False)]),
        ("no_submit_store_coverage", "percent", ">=", [("xiamen-2022/4.2.2", 100, None, END_OF_NOVEMBER, False)]),
        ("shared_records_min", "record", ">=", [("xiamen-2022/4.3.2", 50 * 100_000_000, None, None, False)]),
        # fujian 1.3.3: 争取立项, 再立项一批 by 2023-06-30
        ("local_standard_batches", "batch", ">=", [("fujian-2022/1.3.3", 1, None, date(2023, 6, 30), True)]),
        # fujian 3.4.1: 全面入驻, the new round by 2022-10-31
        ("online_hall_coverage", "percent", ">=", [("fujian-2022/3.4.1", 100, None, END_OF_OCTOBER, False)]),
        # putian art. 3: 一个总入口、一次登录, 只进一扇门、只跑一趟、一窗通办; art. 39: 最多跑一次; art. 49: 一趟不用跑
        ("single_entry", "entry", "=", [("putian-2025/art-3", 1, None, None, False)]),
        ("single_login", "time", "=", [("putian-2025/art-3", 1, None, None, False)]),
        ("single_door", "door", "=", [("putian-2025/art-3", 1, None, None, False)]),
        ("max_trips", "time", "<=", [("putian-2025/art-3", 1, None, None, False)]),
        ("single_window", "window", "=", [("putian-2025/art-3", 1, None, None, False)]),
        ("bundle_trips", "time", "<=", [("putian-2025/art-39", 1, None, None, False)]),
        ("max_trips_posted", "time", "=", [("putian-2025/art-49", 0, None, None, False)]),
        # hanjiang task 10: no fewer than 25 machines, one in each township, which putian art-31 implies for the city
        ("e_gov_machines_district", "machine", ">=", [("hanjiang-2023/task-10", 25, None, None, False)]),
        (
            "e_gov_machines_per_township",
            "machine",
            ">=",
            [("putian-2025/art-31", 1, None, None, False), ("hanjiang-2023/task-10", 1, None, None, False)],
        ),
        # hanjiang task 12: 5 + 8 bundles; 7 departments with 22 matters
        ("enterprise_bundles", "bundle", "=", [("hanjiang-2023/task-12", 5, None, None, False)]),
        ("citizen_bundles", "bundle", "=", [("hanjiang-2023/task-12", 8, None, None, False)]),
        ("cross_province_departments", "department", "=", [("hanjiang-2023/task-12", 7, None, None, False)]),
        ("cross_province_items", "item", "=", [("hanjiang-2023/task-12", 22, None, None, False)]),
    ],
)
def test_figures(key, unit, comparison, values):
    """Each figure, year and date is the one that its clause prints, and 力争 is kept."""
    found = target(key)

    assert [(each.clause, each.value, each.year, each.by, is_aim(each)) for each in found.values] == values
    assert (found.unit, found.comparison) == (unit, comparison)
    assert found.label() == found.label_zh != found.label("en") == found.label_en
    assert targets().count(found) == 1


@pytest.mark.parametrize(
    ("key", "levels"),
    [
        # 各设区市, and the whole of Xiamen
        ("annual_review_to_case_ratio", (AreaLevel.CITY,)),
        ("mobile_matters_min", (AreaLevel.CITY,)),
        ("shared_records_min", (AreaLevel.CITY,)),
        # standards of the province
        ("local_standard_batches", (AreaLevel.PROVINCE,)),
        # 全区不少于25台, 每个乡镇（街道）
        ("e_gov_machines_district", (AreaLevel.COUNTY,)),
        ("e_gov_machines_per_township", (AreaLevel.TOWNSHIP,)),
        # 全覆盖 is that of every body
        ("network_coverage", ()),
        ("comprehensive_window_coverage", ()),
    ],
)
def test_whose_figure_it_is(key, levels):
    """A figure of a whole city is not one of each of its districts."""
    assert target(key).levels == levels


def test_every_target_names_norms_of_its_documents():
    """A value is a figure, and its norm stands in its clause and its document."""
    for value in (value for each in targets() for value in each.values):
        assert value.norm in {each.id for each in clause(value.clause).norms}
        assert value.clause.startswith(f"{value.document}/")
        assert isinstance(value.value, int)


@pytest.mark.parametrize(
    ("key", "figure", "reached"),
    [
        ("mobile_matters_min", 599, False),
        ("mobile_matters_min", 600, True),
        ("mobile_matters_min", 601, True),
        ("fully_online_rate_all", 79.99, False),
        ("fully_online_rate_all", 80, True),
        # 突破 280: more than 280
        ("self_service_matters_min", 279, False),
        ("self_service_matters_min", 280, False),
        ("self_service_matters_min", 281, True),
        # 最多跑一次
        ("bundle_trips", 0, True),
        ("bundle_trips", 1, True),
        ("bundle_trips", 2, False),
        # 5 bundles are 5
        ("enterprise_bundles", 4, False),
        ("enterprise_bundles", 5, True),
        ("enterprise_bundles", 6, False),
        ("shared_records_min", 4_999_999_999, False),
        ("shared_records_min", 5_000_000_000, True),
    ],
)
def test_a_figure_reaches_a_target_or_not(key, figure, reached):
    """Under, at and over: 以上, 达到 and 不低于 take the figure itself in, 突破 does not."""
    found = target(key)

    assert found.is_reached_by(figure, found.values[0]) is reached


@given(wanted=st.integers(-3, 3), figure=st.integers(-3, 3) | st.floats(-3, 3))
def test_the_signs_agree(wanted, figure):
    """At least is more than or equal, and at most is all that is not more."""
    value = TargetValue(norm="fujian-2022/1.3.3#2", value=wanted)

    def reached(sign):
        found = Target(key="x", label_zh="甲", label_en="a", unit="item", comparison=sign, values=(value,))
        return found.is_reached_by(figure, value)

    assert reached(">=") is (reached(">") or reached("="))
    assert reached("<=") is not reached(">")
    assert reached("=") is (reached(">=") and reached("<="))


def test_an_unknown_key_names_near_ones():
    """A slip is answered with what comes near."""
    with pytest.raises(
        UnknownTargetError, match=r"^no target 'mobile_matter' is held; did you mean mobile_matters_min"
    ):
        target("mobile_matter")
    with pytest.raises(LookupError, match=r"^no target 'x' is held$"):
        target("x")


def test_held_things_do_not_change():
    """A target and its values are frozen."""
    found = target("mobile_matters_min")

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        found.unit = "machine"
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        found.values[0].value = 1


@pytest.fixture
def read_targets(tmp_path, monkeypatch):
    """Reads a file of targets of our own, given by its text."""
    monkeypatch.setattr("zwfw.targets.packaged", tmp_path.joinpath)

    def read(text):
        (tmp_path / "targets.toml").write_text(text, encoding="utf-8")
        return _held.__wrapped__()

    return read


@pytest.fixture
def faults_of(read_targets, tmp_path):
    """The faults of such a file."""

    def faults(text):
        with pytest.raises(DataFileError) as caught:
            read_targets(text)
        assert caught.value.path == str(tmp_path / "targets.toml")
        return list(caught.value.faults)

    return faults


SOUND = "[{ norm = 'xiamen-2022/2.3.3#1', value = 600 }]"


def row(key="x", **changes):
    """A target as the file writes it, with your changes; a field of ``None`` is left out."""
    fields = {
        "key": f'"{key}"',
        "label_zh": '"甲"',
        "label_en": '"a"',
        "unit": '"item"',
        "comparison": '">="',
        "values": SOUND,
    } | changes
    return "[[targets]]\n" + "".join(f"{name} = {text}\n" for name, text in fields.items() if text is not None)


def test_sound_targets_are_read(read_targets):
    """With values of their own, or with those of a parameter."""
    values = "[{ norm = 'xiamen-2022/3.6.3#2', value = 16, year = 2022, by = 2022-12-31 }]"
    found = read_targets(
        row("x", values=values, of_zh='"乙"', of_en='"b"', levels='["省", "市"]')
        + row("y", values=None, unit=None, comparison=None, parameter='"bad_review_followup"')
    )

    assert found["x"] == Target(
        key="x",
        label_zh="甲",
        label_en="a",
        of_zh="乙",
        of_en="b",
        unit="item",
        levels=(AreaLevel.PROVINCE, AreaLevel.CITY),
        comparison=">=",
        values=(TargetValue("xiamen-2022/3.6.3#2", 16, 2022, date(2022, 12, 31)),),
    )
    # fujian 2.5.2 and xiamen 2.5.3: 2 个工作日内
    assert (found["y"].unit, found["y"].comparison) == ("working-day", "<=")
    assert found["y"].values == (TargetValue("fujian-2022/2.5.2#1", 2), TargetValue("xiamen-2022/2.5.3#1", 2))
    assert list(found) == ["x", "y"]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"values": "[{ value = 600 }]"}, "missing: norm @ $.targets[0].values[0].norm"),
        ({"values": "[{ norm = 'xiamen-2022/2.3.3#1' }]"}, "missing: value @ $.targets[0].values[0].value"),
        (
            {"values": "[{ norm = 'xiamen-2022/2.3.3#1', value = 1.5 }]"},
            "expected a whole number or a text, got 1.5 @ $.targets[0].values[0].value",
        ),
        (
            {"values": "[{ norm = 'xiamen-2022/2.3.3#1', value = 1, by = '2022-12-31' }]"},
            "expected a date, got '2022-12-31' @ $.targets[0].values[0].by",
        ),
        (
            {"values": "[{ norm = 'xiamen-2022/2.3.3#1', value = 1, until = 2022 }]"},
            "unknown keys: until @ $.targets[0].values[0]",
        ),
        (
            {"values": "[{ norm = 'xiamen-2022/2.3.3', value = 600 }]"},
            "no norm 'xiamen-2022/2.3.3' is held; did you mean …? @ $.targets[x].values",
        ),
        (
            {"values": "[{ norm = 'amoy/2.3.3#1', value = 600 }]"},
            "no norm 'amoy/2.3.3#1' is held @ $.targets[x].values",
        ),
        (
            {"values": f"[{SOUND[1:-1]}, {{ norm = 'xiamen-2022/2.3.6#1', value = 80 }}]"},
            "two values of xiamen-2022 hold at the same time @ $.targets[x].values",
        ),
        ({"levels": '["市", "区"]'}, "'区' is not a valid AreaLevel @ $.targets[0].levels[1]"),
        ({"levels": '"市"'}, "expected a list, got '市' @ $.targets[0].levels"),
        ({"unit": '"thing"'}, "no measure 'thing' is held @ $.targets[x].unit"),
        ({"label_en": None}, "missing: label_en @ $.targets[0].label_en"),
        ({"values": None}, "expected either values with unit and comparison, or a parameter @ $.targets[x]"),
        ({"values": "[]"}, "expected either values with unit and comparison, or a parameter @ $.targets[x]"),
        (
            {"parameter": '"instant_minutes"'},
            "expected either values with unit and comparison, or a parameter @ $.targets[x]",
        ),
        (
            {"values": None, "unit": None, "comparison": None, "parameter": '"instant_minute"'},
            "no parameter 'instant_minute' is held; did you mean …? @ $.targets[x].parameter",
        ),
    ],
)
def test_a_fault_in_a_target_is_named_with_its_place(faults_of, changes, fault):
    """The file does not load, and says where and why; a figure without its norm is none."""
    (found,) = faults_of(row(**changes))

    assert re.sub(r"mean .*\?", "mean …?", found) == fault


@pytest.mark.parametrize("sign", ["<", "≈", ">>", ""])
def test_another_sign_is_refused(faults_of, sign):
    """A target has one of four signs."""
    (fault,) = faults_of(row(comparison=f'"{sign}"'))

    assert repr(sign) in fault
    assert fault.endswith(" @ $.targets[0].comparison")


def test_values_of_two_documents_do_not_overlap(read_targets):
    """The province's figure and the city's hold beside each other, for different areas."""
    both = f"[{{ norm = 'fujian-2022/1.3.3#2', value = 1 }}, {SOUND[1:-1]}]"

    assert [each.document for each in read_targets(row(values=both))["x"].values] == ["fujian-2022", "xiamen-2022"]


def test_every_fault_of_the_file_is_told_at_once(faults_of):
    """Each comes with its target; what is sound between them is not named."""
    twice = f"[{SOUND[1:-1]}, {SOUND[1:-1]}, {{ norm = 'y', value = 1 }}]"

    assert faults_of(row("a", unit='"thing"', values=None) + row("b") + row("c", values=twice) + row("b")) == [
        "no measure 'thing' is held @ $.targets[a].unit",
        "expected either values with unit and comparison, or a parameter @ $.targets[a]",
        "no norm 'y' is held @ $.targets[c].values",
        "two values of xiamen-2022 hold at the same time @ $.targets[c].values",
        "target stands twice: b @ $.targets",
    ]
