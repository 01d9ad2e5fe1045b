"""Areas are found by code and by name, and know what lies above them."""

import copy
import pickle
import re
from importlib.resources import files
from itertools import pairwise

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwfw.areas import (
    AbolishedAreaError,
    Area,
    AreaLevel,
    InvalidAreaError,
    OtherProvinceError,
    ZoneKind,
    _read,
    areas,
    to_area,
)
from zwfw.errors import AmbiguousAreaError, DataFileError, UnknownAreaError, ZwfwError

# Counted on the list of each city: districts + counties + county-level cities.
COUNTIES_OF_A_CITY = {
    "福州市": 6 + 6 + 1,
    "厦门市": 6,
    "莆田市": 4 + 1,
    "三明市": 2 + 8 + 1,
    "泉州市": 4 + 5 + 3,
    "漳州市": 4 + 7,
    "南平市": 2 + 5 + 3,
    "龙岩市": 2 + 4 + 1,
    "宁德市": 1 + 6 + 2,
}

ZONE = Area.zone("莆田高新区", kind=ZoneKind.HIGH_TECH, under="350300")

HEAD = "code,name,scheme,successor\n"
PROVINCE = "350000,福建省,gbt-2260,\n"
CITY = "350300,莆田市,gbt-2260,\n"


def codes(found):
    """The codes of areas, in their order."""
    return [area.code for area in found]


def test_fujian_has_nine_cities_and_84_counties():
    """Each city has the counties that its list names, and there are 84 in all."""
    counted = {
        city.name: sum(county.parent == city for county in areas(AreaLevel.COUNTY)) for city in areas(AreaLevel.CITY)
    }

    assert counted.pop("平潭综合实验区") == 0
    assert counted == COUNTIES_OF_A_CITY
    assert sum(counted.values()) == 84
    assert len(areas(AreaLevel.COUNTY)) == 84
    # One province, nine cities, 平潭综合实验区 and 84 counties.
    assert len(areas()) == 1 + 9 + 1 + 84


def test_areas_come_in_the_order_of_their_codes():
    """The list of areas is ordered by code and holds no code twice."""
    listed = codes(areas())

    assert listed == sorted(set(listed))
    assert listed[0] == "350000"
    assert codes(areas(AreaLevel.PROVINCE)) == ["350000"]
    assert areas(AreaLevel.TOWNSHIP) == ()


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("350404", "三元区"),
        ("350405", "沙县区"),
        ("350604", "龙海区"),
        ("350605", "长泰区"),
        ("350527", "金门县"),
        ("350128", "平潭县"),
        ("350303", "涵江区"),
        ("350206", "湖里区"),
        ("350784", None),
    ],
)
def test_the_changes_of_2021_are_in(code, name):
    """The codes of 2021 are held under their names; a code that ended is not."""
    held = {area.code: area.name for area in areas()}

    assert held.get(code) == name


def stdnum_rows():
    """The rows of Fujian in python-stdnum: (code, name) to the years, ``""`` where the row has none."""
    rows = {}
    inside = False
    for line in files("stdnum").joinpath("cn", "loc.dat").read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            inside = line.startswith("35 ")
        elif inside:
            code, told = re.fullmatch(r'  (\d{4}) county="(.*)"', line).groups()
            for entry in told.split(","):
                years, name = re.fullmatch(r"(?:\[(\d*-\d*)\])?(.*)", entry).groups()
                rows[f"35{code}", name] = years or ""
    return rows


def test_the_table_agrees_with_python_stdnum():
    """What is in force there is held here under the same name, but for what is known to differ."""
    in_force = {key for key, years in stdnum_rows().items() if not years or years.endswith("-")}
    # GB/T 2260 gathers the districts of a city under a row 市辖区, which is no area: one for each of the nine cities.
    collective = {key for key in in_force if key[1] == "市辖区"}
    held = {(area.code, area.name) for area in areas()}

    assert sorted(code for code, _ in collective) == [f"350{city}01" for city in range(1, 10)]
    assert in_force - collective - held == set()
    assert held - in_force == {("351000", "平潭综合实验区")}


def test_the_ended_codes_agree_with_python_stdnum():
    """The codes that ended there since 2014 are the ones that are told here to have ended."""
    since_2014 = {
        code for (code, _), years in stdnum_rows().items() if years.partition("-")[2] and int(years[-4:]) >= 2014
    }

    assert since_2014 == {"350182", "350402", "350403", "350427", "350625", "350681", "350784", "350822"}
    for code in since_2014:
        with pytest.raises(AbolishedAreaError):
            Area(code)


@pytest.mark.parametrize(
    ("given_code", "code", "level", "lineage"),
    [
        ("350000", "350000", AreaLevel.PROVINCE, ["350000"]),
        ("350300", "350300", AreaLevel.CITY, ["350300", "350000"]),
        ("350303", "350303", AreaLevel.COUNTY, ["350303", "350300", "350000"]),
        ("350181", "350181", AreaLevel.COUNTY, ["350181", "350100", "350000"]),
        ("350303001", "350303001", AreaLevel.TOWNSHIP, ["350303001", "350303", "350300", "350000"]),
        (
            "350303001002",
            "350303001002",
            AreaLevel.VILLAGE,
            ["350303001002", "350303001", "350303", "350300", "350000"],
        ),
        ("350303001000", "350303001", AreaLevel.TOWNSHIP, ["350303001", "350303", "350300", "350000"]),
        ("350303000000", "350303", AreaLevel.COUNTY, ["350303", "350300", "350000"]),
        ("350303000", "350303", AreaLevel.COUNTY, ["350303", "350300", "350000"]),
        ("350300000000", "350300", AreaLevel.CITY, ["350300", "350000"]),
        ("350300000", "350300", AreaLevel.CITY, ["350300", "350000"]),
        ("350000000000", "350000", AreaLevel.PROVINCE, ["350000"]),
        ("351000", "351000", AreaLevel.CITY, ["351000", "350000"]),
    ],
)
def test_a_code_gives_level_and_lineage(given_code, code, level, lineage):
    """Codes of 6, 9 and 12 digits are read, zeros at the end widen, and the lineage starts with the area itself."""
    area = Area(given_code)

    assert area.code == code
    assert area.level is level
    assert codes(area.lineage) == lineage
    assert area.parent == (area.lineage[1] if len(lineage) > 1 else None)
    assert area.kind is None


def test_only_the_code_of_pingtan_zone_is_not_standard():
    """平潭综合实验区 has a code of practice; all others, and what lies in them, have codes of GB/T 2260."""
    assert codes(area for area in areas() if not area.has_standard_code) == ["351000"]
    assert Area("350128001").has_standard_code
    assert Area("350128001002").has_standard_code


@pytest.mark.parametrize(
    ("code", "candidates"),
    [
        ("350399", ("350302 城厢区", "350303 涵江区", "350304 荔城区", "350305 秀屿区", "350322 仙游县")),
        ("351001", ("351000 平潭综合实验区",)),
        ("350003", ("350000 福建省",)),
        ("35", ()),
        ("", ()),
    ],
)
def test_an_unknown_code_names_the_nearest_of_its_city(code, candidates):
    """The candidates of a code that is not held lie in the same city, where there is one."""
    with pytest.raises(UnknownAreaError) as caught:
        Area(code)

    assert caught.value.candidates == candidates
    assert caught.value.asked == code


def test_an_unknown_code_of_no_city_names_what_is_written_alike():
    """Where no city has the first four digits, the candidates come from the whole table."""
    with pytest.raises(UnknownAreaError) as caught:
        Area("351102")

    # 3511 is no city; one digit off lies 350102.
    assert "350102 鼓楼区" in caught.value.candidates


@pytest.mark.parametrize(
    "code",
    [
        "350300001",  # a township right under a city
        "350000001",
        "351000001",  # the townships of 平潭 carry 350128
        "350303000001",  # a village in no township
        "3503",
        "3503030",
        "35030300100",
        "3503030010020",
        "35030x",
        "３５０３０３",
        " 350303",
        "涵江区",
    ],
)
def test_a_malformed_code_is_unknown(code):
    """A code in other digits, or with a part missing between, is no area's."""
    with pytest.raises(UnknownAreaError, match="is held") as caught:
        Area(code)

    assert type(caught.value) is UnknownAreaError


@pytest.mark.parametrize("code", ["320106", "110000", "440300001", "320106001002"])
def test_codes_of_other_provinces_are_refused(code):
    """南京市鼓楼区 (320106) is not taken for the 鼓楼区 that is held."""
    with pytest.raises(OtherProvinceError) as caught:
        Area(code)

    assert str(caught.value) == f"no area '{code}' is held: only areas of Fujian are, and their codes begin with 35"
    assert isinstance(caught.value, UnknownAreaError)


@pytest.mark.parametrize(
    ("code", "name", "successor"),
    [
        ("350182", "长乐市", "350112 长乐区"),
        ("350402", "梅列区", "350404 三元区"),
        ("350403", None, "350404 三元区"),  # another area is called 三元区 now
        ("350427", None, "350405 沙县区"),  # 沙县 is its short name now
        ("350625", "长泰县", "350605 长泰区"),
        ("350681", "龙海市", "350604 龙海区"),
        ("350784", "建阳市", "350703 建阳区"),
        ("350822", "永定县", "350803 永定区"),
    ],
)
def test_an_ended_area_names_its_successor(code, name, successor):
    """An ended code or name is refused, at every length, with the area that has its place as the one candidate."""
    for asked, ask in [
        (code, Area),
        (f"{code}001", Area),
        (code, Area.find),
        *([(name, Area.find)] if name else []),
    ]:
        with pytest.raises(AbolishedAreaError) as caught:
            ask(asked)

        assert caught.value.candidates == (successor,)
        assert str(caught.value) == f"area {asked!r} has ended; its successor is {successor}"


@pytest.mark.parametrize("code", [350303, None, b"350303"])
def test_a_code_is_text(code):
    """A number is not read as a code: it would lose zeros elsewhere."""
    with pytest.raises(InvalidAreaError, match=re.escape(f"expected an area code as text, got {code!r}")):
        Area(code)


def test_names_of_townships_and_villages_are_given_not_held():
    """The name of a township is what its maker says; without one the text of the area is its code."""
    unnamed, named = Area("350303001"), Area("350303001", name="涵东街道")

    assert (unnamed.name, str(unnamed)) == (None, "350303001")
    assert (named.name, str(named)) == ("涵东街道", "涵东街道")
    assert named == unnamed
    assert hash(named) == hash(unnamed)
    assert Area(unnamed, name="涵东街道").name == "涵东街道"


@pytest.mark.parametrize("name", ["涵江区", "涵江", "莆田市涵江区"])
def test_a_held_area_takes_its_own_name(name):
    """However the name of a held area is spelled, the area keeps the full one."""
    assert Area("350303", name=name).name == "涵江区"


@pytest.mark.parametrize(
    ("code", "name"),
    [("350303", "荔城区"), ("350303", ""), ("350112", "长乐市"), ("350303001", " ")],
)
def test_a_name_that_contradicts_is_refused(code, name):
    """The name of another area, a former name and an empty one do not fit."""
    with pytest.raises(InvalidAreaError) as caught:
        Area(code, name=name)

    assert str(caught.value) == f"expected the name of {Area(code)!r}, got {name!r}"
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, ZwfwError)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("涵江区", "350303"),
        ("涵江", "350303"),
        ("莆田市涵江区", "350303"),
        ("莆田涵江", "350303"),
        ("福建省莆田市涵江区", "350303"),
        ("福建省涵江区", "350303"),
        ("福建省 莆田市 涵江区", "350303"),
        ("福建", "350000"),
        ("莆田", "350300"),
        ("厦门市", "350200"),
        ("福建省厦门市", "350200"),
        ("三元区", "350404"),
        ("沙县", "350405"),
        ("沙县区", "350405"),
        ("武夷山", "350782"),
        ("平潭县", "350128"),
        ("福州市平潭", "350128"),
        ("平潭综合实验区", "351000"),
        ("350303", "350303"),
        (" 350303000000\n", "350303"),
        ("350303001", "350303001"),
    ],
)
def test_an_area_is_found_by_its_name(text, code):
    """Full, short and qualified names and codes as text find the area, and so do spellings with blanks."""
    assert Area.find(text).code == code


def test_only_pingtan_is_ambiguous():
    """Of all short names only 平潭 fits two areas, computed from the table."""
    short = {}
    for area in areas():
        short.setdefault(re.sub("(综合实验区|省|市|县|区)$", "", area.name), []).append(area.code)

    assert {name: fitting for name, fitting in short.items() if len(fitting) > 1} == {"平潭": ["350128", "351000"]}


@pytest.mark.parametrize("name", ["平潭", "福建省平潭", "福建平潭"])
def test_an_ambiguous_name_names_all_it_fits(name):
    """平潭 may be the county or the zone, and the error says both."""
    with pytest.raises(AmbiguousAreaError) as caught:
        Area.find(name)

    assert caught.value.candidates == ("350128 平潭县", "351000 平潭综合实验区")


@pytest.mark.parametrize(
    ("name", "candidates"),
    [
        ("涵江县", ("350303 涵江区", "350122 连江县")),
        ("南京市鼓楼区", ("350102 鼓楼区",)),
        ("市", ()),
        ("沙", ("350405 沙县区",)),  # by its short name 沙县
        ("", ()),
    ],
)
def test_an_unknown_name_names_what_is_written_alike(name, candidates):
    """A name that fits nothing comes with the areas whose names look like it."""
    with pytest.raises(UnknownAreaError) as caught:
        Area.find(name)

    assert caught.value.candidates == candidates


def test_a_district_is_not_found_under_another_city():
    """厦门市涵江区 does not exist, whatever 涵江区 is."""
    with pytest.raises(UnknownAreaError) as caught:
        Area.find("厦门市涵江区")

    assert "350303 涵江区" in caught.value.candidates


def test_only_text_and_areas_are_found():
    """Anything else is named in the error."""
    with pytest.raises(InvalidAreaError, match="expected an area, or its code or name as text, got 350303"):
        Area.find(350303)


@pytest.mark.parametrize(
    "area",
    [
        Area("350303"),
        Area("350303001", name="涵东街道"),
        ZONE,
    ],
    ids=str,
)
def test_an_area_is_a_value(area):
    """Converting, copying and pickling an area give an equal one with the same facts."""
    for other in (
        to_area(area),
        Area(area),
        Area.find(area),
        copy.deepcopy(area),
        pickle.loads(pickle.dumps(area)),
        eval(repr(area)),  # noqa: S307  (our own repr)
    ):
        assert other == area
        assert hash(other) == hash(area)
        assert (other.code, other.name, other.level, other.kind) == (area.code, area.name, area.level, area.kind)
        assert other.has_standard_code == area.has_standard_code
        assert other.lineage == area.lineage


def test_a_converter_makes_areas():
    """A field converted with to_area takes areas, codes and names."""

    @attrs.frozen
    class Place:
        area: Area = attrs.field(converter=to_area)

    assert Place("涵江区") == Place("350303") == Place(Area("350303")) != Place("荔城区")


def test_an_area_cannot_be_changed():
    """What an area holds is frozen."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Area("350303").name = "荔城区"


@pytest.mark.parametrize(
    ("inner", "outer", "within"),
    [
        ("350303", "350303", True),
        ("350303", "莆田市", True),
        ("350303", "350000", True),
        ("350303001002", "350303001", True),
        ("350300", "350303", False),
        ("350303", "厦门", False),
        ("350128", "351000", False),
    ],
)
def test_an_area_lies_within_those_of_its_lineage(inner, outer, within):
    """An area is within itself and all above it, and within nothing else."""
    assert Area(inner).is_within(outer) is within
    assert Area(inner).is_within(Area.find(outer)) is within


def test_levels_are_ordered_from_the_village_up():
    """县级以上 reads as level >= COUNTY; there is no order with anything else."""
    rising = [AreaLevel.VILLAGE, AreaLevel.TOWNSHIP, AreaLevel.COUNTY, AreaLevel.CITY, AreaLevel.PROVINCE]

    assert [level.value for level in rising] == ["村", "乡", "县", "市", "省"]
    assert all(narrow < wide and wide > narrow for narrow, wide in pairwise(rising))
    assert AreaLevel.COUNTY >= AreaLevel.COUNTY
    assert AreaLevel("县") is AreaLevel.COUNTY
    with pytest.raises(TypeError):
        AreaLevel.COUNTY < "市"  # noqa: B015  (the comparison is what fails)


@given(st.sampled_from(areas()), st.integers(0, 999), st.integers(0, 999))
def test_a_longer_code_lies_within_its_shorter_ones(area, township, village):
    """Digits appended to a county's code give an area within it; zeros give the county itself."""
    code = f"{area.code}{township:03}{village:03}"
    if township == village == 0:
        assert Area(code) == area
    elif area.level is not AreaLevel.COUNTY or township == 0:
        with pytest.raises(UnknownAreaError):
            Area(code)
    else:
        longer = Area(code)
        assert longer.is_within(area)
        assert longer.level < area.level
        assert longer.parent == Area(code[:9] if village else code[:6])


@given(st.sampled_from(areas()), st.data())
def test_every_spelling_finds_its_area(area, data):
    """Any area is found by its full name after any of the names above it."""
    above = [data.draw(st.sampled_from(["", wider.name])) for wider in area.lineage[:0:-1]]

    assert Area.find("".join([*above, area.name])) == area


@pytest.mark.parametrize(
    ("under", "lineage"),
    [
        ("350300", ["莆田高新区", "莆田市", "福建省"]),
        ("涵江区", ["莆田高新区", "涵江区", "莆田市", "福建省"]),
        (Area("351000"), ["莆田高新区", "平潭综合实验区", "福建省"]),
    ],
)
def test_a_zone_lies_under_a_city_or_county(under, lineage):
    """A functional zone has no code, counts as county level, and inherits from where it lies."""
    zone = Area.zone("莆田高新区", kind=ZoneKind.HIGH_TECH, under=under)

    assert [area.name for area in zone.lineage] == lineage
    assert zone.parent == Area.find(under)
    assert (zone.code, zone.level, zone.kind) == (None, AreaLevel.COUNTY, ZoneKind.HIGH_TECH)
    assert not zone.has_standard_code
    assert str(zone) == "莆田高新区"


def test_zones_are_equal_by_name_and_parent():
    """The same name under the same area is the same zone; another area or name is not."""
    assert Area.zone("莆田高新区", kind=ZoneKind.OTHER, under="莆田") == ZONE
    assert hash(ZONE) == hash(Area.zone("莆田高新区", kind=ZoneKind.OTHER, under="莆田"))
    assert Area.zone("莆田高新区", kind=ZoneKind.HIGH_TECH, under="350303") != ZONE
    assert Area.zone("湄洲湾", kind=ZoneKind.HIGH_TECH, under="350300") != ZONE
    assert Area("350300") != ZONE


@pytest.mark.parametrize(
    ("name", "under", "faults"),
    [
        (
            "高新区",
            "350000",
            ["expected a city or county with a code above the zone, got Area('350000', name='福建省')"],
        ),
        ("高新区", "350303001", ["expected a city or county with a code above the zone, got Area('350303001')"]),
        (
            " ",
            ZONE,
            [
                "expected a name of a zone, got an empty one",
                f"expected a city or county with a code above the zone, got {ZONE!r}",
            ],
        ),
        ("涵江区", "350300", ["expected a name of a zone, got that of 350303 涵江区"]),
    ],
)
def test_a_zone_that_does_not_fit_is_refused(name, under, faults):
    """A zone needs a name of its own and a city or county above it; all faults are told together."""
    with pytest.raises(InvalidAreaError) as caught:
        Area.zone(name, kind=ZoneKind.HIGH_TECH, under=under)

    assert str(caught.value) == "; ".join(faults)


def test_a_zone_under_no_area_is_unknown():
    """A zone is not made under an area that is not held."""
    with pytest.raises(UnknownAreaError):
        Area.zone("高新区", kind=ZoneKind.HIGH_TECH, under="350399")


def test_a_zone_keeps_its_name():
    """A zone cannot be given another name in passing."""
    assert Area(ZONE, name="莆田高新区") == ZONE
    with pytest.raises(InvalidAreaError):
        Area(ZONE, name="高新区")


def test_a_sound_file_is_read(tmp_path):
    """Comments and empty lines do not count."""
    path = tmp_path / "areas.csv"
    path.write_text(f"# head\n\n{HEAD}{PROVINCE}{CITY}", encoding="utf-8")

    assert list(_read(path).by_code) == ["350000", "350300"]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("", ["expected the columns code, name, scheme, successor, got nothing @ line 1"]),
        (
            "code,name\n",
            ["expected the columns code, name, scheme, successor, got code, name @ line 1"],
        ),
        (
            f"{HEAD}{PROVINCE}350300,莆田市\n",
            ["expected the columns code, name, scheme, successor, got 350300, 莆田市 @ line 3"],
        ),
        (
            f"# a\n{HEAD}{PROVINCE}35030,涵江,gbt,\n",
            [
                "expected six digits, got '35030' @ line 4",
                "expected a name that ends in one of 综合实验区, 省, 市, 县, 区, got '涵江' @ line 4",
                "expected one of gbt-2260, practice, got 'gbt' @ line 4",
            ],
        ),
        (
            f"{HEAD}{PROVINCE}350300,莆田市,gbt-2260,\n350200,厦门市,gbt-2260,\n",
            ["expected rising codes, got '350200' after '350300' @ line 4"],
        ),
        (
            f"{HEAD}{PROVINCE}{PROVINCE}",
            ["expected rising codes, got '350000' after '350000' @ line 3"],
        ),
        (
            f"{HEAD}320000,江苏省,gbt-2260,\n",
            ["expected a code of Fujian, got '320000' @ line 2"],
        ),
        (
            f"{HEAD}{PROVINCE}350303,涵江区,gbt-2260,\n",
            ["expected rows for the areas above @ 350303"],
        ),
        (
            f"{HEAD}{PROVINCE}350200,甲市,gbt-2260,350200\n350300,莆田市,gbt-2260,350999\n350400,丙市,gbt-2260,350200\n",
            [
                "expected a successor that is held and has not ended, got '350200' @ 350200",
                "expected a successor that is held and has not ended, got '350999' @ 350300",
                "expected a successor that is held and has not ended, got '350200' @ 350400",
            ],
        ),
    ],
    ids=["empty", "head", "cells", "row", "order", "twice", "province", "orphan", "successor"],
)
def test_every_fault_of_the_file_is_named(tmp_path, text, faults):
    """A bad table does not load; all its faults come together, each with its place."""
    path = tmp_path / "areas.csv"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(DataFileError) as caught:
        _read(path)

    assert caught.value.faults == tuple(faults)


def test_a_file_in_another_encoding_is_named(tmp_path):
    """A table in GBK is refused with its path."""
    path = tmp_path / "areas.csv"
    path.write_bytes((HEAD + PROVINCE).encode("gbk"))

    with pytest.raises(DataFileError, match="not in UTF-8"):
        _read(path)


@pytest.mark.parametrize(
    ("name", "kind", "faults"),
    [
        ("新区", "新区", "expected a kind of zone"),
        (None, ZoneKind.NEW_AREA, "expected a name of a zone, got an empty one"),
        ("", 3, "expected a kind of zone"),
    ],
)
def test_a_zone_of_the_wrong_kind(name, kind, faults):
    """A kind that is none and a name that is none are refused by name."""
    with pytest.raises(InvalidAreaError, match=faults):
        Area.zone(name, kind=kind, under="350300")
