"""The units that the documents name, and the names under which one unit goes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwfw.errors import DataFileError, UnknownUnitError
from zwfw.units import _held, is_unit, same_unit, units


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        # Xiamen's table writes one body in several ways: with its second name, without it, and in ASCII brackets.
        ("市审批管理局（审改办）", "市审批管理局（审改办）"),
        ("市审批管理局", "市审批管理局（审改办）"),
        ("市审批管理局(审改办)", "市审批管理局（审改办）"),
        ("市工信局（大数据局）", "市工信局（大数据局）"),
        ("市工信局", "市工信局（大数据局）"),
        ("市市场监管局", "市市场监管局"),
        ("市市场监管局（市标准化院）", "市市场监管局"),
        ("信息集团", "信息集团"),
        ("信息集团（大数据公司）", "信息集团"),
        # The province's table writes 市级 once and drops 服务 once for bodies that it names otherwise elsewhere.
        ("各设区市级审改部门", "各设区市审改部门"),
        ("各设区市级政务服务管理机构", "各设区市政务服务管理机构"),
        ("各设区市政务管理机构", "各设区市政务服务管理机构"),
        # Hanjiang's safeguards and scorecards call the centre of the district by its newer name too.
        ("区行政服务中心", "区行政服务中心"),
        ("区政务服务中心", "区行政服务中心"),
        # Others go by the one name that is printed.
        ("省数字办", "省数字办"),
        ("各级政务服务管理机构", "各级政务服务管理机构"),
    ],
)
def test_a_unit_goes_by_one_name(name, unit):
    """Whatever a document calls it, it is the same unit, and it is listed once."""
    assert same_unit(name) == unit
    assert is_unit(name)
    assert units().count(unit) == 1
    assert (name in units()) is (name == unit)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("省市场监管局", "市市场监管局"),
        ("省司法厅", "市司法局"),
        ("各级政务服务管理机构", "各设区市政务服务管理机构"),
        ("省效能办", "区效能办"),
        ("省级业务部门", "各级业务部门"),
    ],
)
def test_units_of_different_levels_stay_apart(one, other):
    """A body of the province is not that of a city, nor one level every level."""
    assert same_unit(one) != same_unit(other)


@pytest.mark.parametrize("name", ["", " 省数字办", "数字办", "省数字办、省审改办", "350000"])
def test_a_name_that_no_document_writes_is_no_unit(name):
    """Names are taken in full and as they are; nothing is guessed."""
    assert not is_unit(name)
    with pytest.raises(UnknownUnitError):
        same_unit(name)


def test_an_unknown_unit_names_near_ones():
    """A slip is answered with what comes near."""
    with pytest.raises(UnknownUnitError, match=r"^no unit '省数字局' is held; did you mean .*省数字办"):
        same_unit("省数字局")
    with pytest.raises(LookupError, match=r"^no unit 'x' is held$"):
        same_unit("x")


@given(name=st.sampled_from(sorted(_held())))
def test_the_name_of_a_unit_is_its_own(name):
    """Asking twice changes nothing."""
    assert same_unit(same_unit(name)) == same_unit(name) in units()


HEAD = "name,same_as"


@pytest.fixture
def read_units(tmp_path, monkeypatch):
    """Reads a table of units of our own, given by its lines."""
    path = tmp_path / "units.csv"
    monkeypatch.setattr("zwfw.units.packaged", tmp_path.joinpath)

    def read(*lines):
        path.write_text("\n".join(lines), encoding="utf-8")
        return _held.__wrapped__()

    return read


def test_a_sound_table_is_read(read_units):
    """A name may stand before the name that it goes by, and several may go by one."""
    assert read_units("# Origin: our own words.", HEAD, "甲局（乙办）,甲局", "甲局,", "甲局(乙办),甲局", "丙办,") == {
        "甲局（乙办）": "甲局",
        "甲局": "甲局",
        "甲局(乙办)": "甲局",
        "丙办": "丙办",
    }


@pytest.mark.parametrize(
    ("rows", "faults"),
    [
        (["甲局,", ","], ["expected a name that does not stand above, got '' @ line 3"]),
        (["甲局,", "甲局,"], ["expected a name that does not stand above, got '甲局' @ line 3"]),
        (["甲局,乙局"], ["expected a name with no other behind it, got '乙局' @ 甲局"]),
        (["甲局,乙局", "乙局,丙局", "丙局,"], ["expected a name with no other behind it, got '乙局' @ 甲局"]),
        (
            ["甲局,乙局", "乙局,甲局"],
            [
                "expected a name with no other behind it, got '乙局' @ 甲局",
                "expected a name with no other behind it, got '甲局' @ 乙局",
            ],
        ),
        (["甲局"], ["expected the columns name, same_as, got 甲局 @ line 2"]),
        (
            ["甲局,", "甲局,", "乙局,丁局", ","],
            [
                "expected a name that does not stand above, got '甲局' @ line 3",
                "expected a name that does not stand above, got '' @ line 5",
                "expected a name with no other behind it, got '丁局' @ 乙局",
            ],
        ),
    ],
    ids=["no name", "twice", "unknown", "chain", "circle", "too few cells", "all at once"],
)
def test_a_fault_in_the_table_is_named(read_units, tmp_path, rows, faults):
    """Every name stands once, and goes by one that goes by itself; all faults come together."""
    with pytest.raises(DataFileError) as caught:
        read_units(HEAD, *rows)

    assert caught.value.path == str(tmp_path / "units.csv")
    assert list(caught.value.faults) == faults
