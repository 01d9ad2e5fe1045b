"""Answers of Fujian's portal are read field by field; what nobody reads is kept, what cannot be read is told."""

import json
import os
import pickle
import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zwfw import Area, Context, check
from zwfw.errors import MalformedJSONError
from zwfw.interop import fujian_portal
from zwfw.records import BasisRank, ExercisingLevel, ItemType, LegalBasis, OnlineDepth, SpecialServiceList, SpecialStep

REAL_DATA = Path(os.environ.get("ZWFW_REAL_DATA") or Path(__file__).parents[3] / "shared/data")
UNREAD = object()


def real(name):
    """The text of a real answer."""
    path = REAL_DATA / name
    if not path.exists():
        pytest.skip(f"no real records at {path}")
    return path.read_text(encoding="utf-8")


def an_answer(beside=None, **fields):
    """An answer about an item with these fields, and these beside it in its data."""
    return {"code": 200, "data": {"apasService": {"servicename": "节能审查"} | fields, **(beside or {})}}


def an_entry(beside=None, **fields):
    """An answer about an entry of the catalogue."""
    return {"data": {"apasDirectory": {"dirName": "节能审查"} | fields, **(beside or {})}}


def item(beside=None, **fields):
    """The item that is read of such an answer."""
    (found,) = fujian_portal.read(an_answer(beside, **fields)).items
    return found


def stated(record):
    """What a record states beside its name."""
    return {name: getattr(record, name) for name in record.model_fields_set - {"name"}}


def told(found):
    """Each fault: its path, what stands there and what was expected."""
    return [(each.path, each.value, each.expected) for each in found.faults]


def kept(found):
    """What was kept aside, by its path."""
    return {each.path: each.value for each in found.unknown}


# Real answers


def test_the_real_item_is_read():
    """Temporary plates of Fuzhou's police, typed by hand from the answer."""
    found = fujian_portal.read(real("fujian-portal-item.json"))

    (plates,) = found.items
    assert plates.name == "临时行驶车号牌核发（设区的市级权限）"
    (result,) = plates.results
    assert (result.name, result.kind, result.sample) == ("临时行驶车号牌", "其它", "临时行驶车号牌.doc")
    assert stated(result).keys() == {"kind", "sample"}
    assert {name: value for name, value in stated(plates).items() if name != "results"} == {
        "code": "113501000036049501XK200106",
        "area": Area("350100"),
        "item_type": ItemType.LICENCE,
        "department": "福州市公安局",
        "service_objects": (
            "面向个人",
            "面向企业",
            "面向事业单位",
            "面向行政机关",
            "民办非企业单位",
            "社团组织",
            "面向其他组织",
        ),
        "conditions": '"道路行驶的。\n"',
        "special_steps": (),
        "statutory_working_days": 1,
        "promised_working_days": 1,
        "visits": 0,
        "online_depth": OnlineDepth.FULL,
        "instant": True,
        "intermediary_services": ("机动车安全技术检验",),
        "quantity_limit": "无",
        "lists": (SpecialServiceList.NO_VISIT, SpecialServiceList.NEARBY),
    }
    assert (found.faults, found.entries, found.materials, found.special_steps) == ((), (), (), ())


def test_what_the_real_item_says_beside_is_kept():
    """The other codes, the codes for what was read from labels, and a fee without a name."""
    aside = kept(fujian_portal.read(real("fujian-portal-item.json")))

    service = "data.apasService"
    assert aside[f"{service}.implCode"] == "113501000036049501300010914100Y"
    assert aside[f"{service}.baseCode"] == "00010914100Y"
    assert aside[f"{service}.taskHandleItem"] == "113501000036049501300010914100Y01"
    assert aside[f"{service}.foruser"] == "01,02,03,04,06,07,05"
    assert aside[f"{service}.webapplydegree"] == "1,2,3,4,5,6"
    assert aside[f"{service}.intermediaryServicesList[0].id"] == "032E572F0CFC70AE6165939088A1761F"
    assert aside[f"{service}.performLevelName"] == ""
    assert aside["data.matterCharge.chargeFlag"] == "Y"
    assert aside["data.regionCode"] == "350100000000"
    assert aside["msg"] is None


def test_the_real_entry_is_read():
    """The review of energy saving, typed by hand from the answer; its four legal bases have the ranks that they have.

    法规 is ambiguous, but this one was issued by the standing committee of the province's congress.
    """
    found = fujian_portal.read(real("fujian-portal-catalogue.json"))

    (entry,) = found.entries
    assert entry.name == "市县级工业企业固定资产投资项目（除能源行业外）节能审查"
    assert [(each.name, each.rank, each.number) for each in entry.bases] == [
        ("中华人民共和国节约能源法", BasisRank.LAW, "2018年10月26日第十三届全国人民代表大会常务委员会第六次会议"),
        ("福建省节约能源条例", BasisRank.LOCAL_REGULATION, "福建省第十三届人民代表大会常务委员会第七次会议"),
        ("福建省固定资产投资项目节能审查实施办法", BasisRank.NORMATIVE_DOCUMENT, "闽节能办〔2018〕1号"),
        ("固定资产投资项目节能审查和碳排放评价办法", BasisRank.RULE, "国家发展改革委令第31号"),
    ]
    assert entry.bases[0].text.startswith("第十五条 国家实行固定资产投资项目节能评估和审查制度。")
    assert [len(each.text.splitlines()) for each in entry.bases] == [1, 1, 4, 1]
    assert entry.conditions.startswith("1.根据闽发改规【2023】9号要求")
    assert {name: value for name, value in stated(entry).items() if name not in {"bases", "conditions"}} == {
        "code": "35010400700103",
        "area": Area("350000"),
        "item_type": ItemType.LICENCE,
        "department": "福建省工业和信息化厅",
        "statutory_working_days": 20,
        "promised_working_days": 6,
        "fees": (),
        "use_levels": (ExercisingLevel.CITY, ExercisingLevel.COUNTY),
        "special_steps": (SpecialStep(name="委托节能评审", basis_rank="规章"),),
    }
    assert found.special_steps == entry.special_steps
    assert (found.items, found.faults) == ((), ())


def test_the_fifteen_days_of_the_real_step_are_kept_and_not_guessed():
    """What the code 0 of its unit means is not documented, so nobody knows of what days they are."""
    aside = kept(fujian_portal.read(real("fujian-portal-catalogue.json")))

    assert aside["data.specialList[0].specialPromiseday"] == "15"
    assert aside["data.specialList[0].specialPromisedayType"] == "0"
    assert aside["data.specialList[0].specialLaw"].startswith("【规章】《固定资产投资项目节能审查和碳排放评价办法》")


@pytest.mark.parametrize("name", ["fujian-portal-item.json", "fujian-portal-catalogue.json"])
def test_nothing_of_a_real_answer_is_lost(name):
    """Every field is read or kept, and those that are both are kept because only a part of them was taken."""
    text = real(name)
    found = fujian_portal.read(text)

    assert_nothing_is_lost([json.loads(text)], found)
    both = {each.path for each in found.read} & kept(found).keys()
    assert both == ({"data.specialList[0].specialLaw"} if "catalogue" in name else set())


@pytest.mark.parametrize("area", ["350100", "350203", "350303"])
@pytest.mark.parametrize("name", ["fujian-portal-item.json", "fujian-portal-catalogue.json"])
def test_real_answers_are_checked_without_false_certainty(name, area):
    """Fuzhou, Xiamen, Hanjiang: nothing raises, and nothing is broken that the answer does not say."""
    found = fujian_portal.read(real(name))
    records = [*found.items, *found.entries]
    # In its own area, and as if it were one of the area that is asked about.
    records += [type(each)(**{"name": each.name} | stated(each) | {"area": area}) for each in records]

    report = check(records, Context(area=area, as_of=date(2025, 12, 31)))

    assert report.undetermined
    assert not report.ok
    assert report.breaches == ()


def assert_nothing_is_lost(records, found):
    """What stands in *records* can be put together again from the kept fields and the paths of the read ones."""
    read = {(each.record, each.path) for each in found.read}
    aside = {(each.record, each.path): each.value for each in found.unknown}
    assert len(aside) == len(found.unknown)
    used = set()
    waiting = [((index, ""), value) for index, value in enumerate(records)]
    while waiting:
        place, value = waiting.pop()
        if place in aside or place in read:
            used.add(place)
            assert place not in aside or aside[place] == value
            continue
        assert value, f"{place} is neither read nor kept"
        index, path = place
        if isinstance(value, list):
            waiting += [((index, f"{path}[{number}]"), each) for number, each in enumerate(value)]
        else:
            assert isinstance(value, Mapping), f"{place} is neither read nor kept"
            waiting += [((index, f"{path}.{name}".lstrip(".")), each) for name, each in value.items()]
    assert used == read | aside.keys()


# Where it stands and what was meant


def test_where_a_value_went_is_told():
    """Each field that was read is named with its place in the result, also when several records are."""
    found = fujian_portal.read([an_answer(), an_answer(limitscenenum="1"), an_entry(dirUseLevel="2")])

    assert [(each.record, each.path, each.into) for each in found.read] == [
        (0, "data.apasService.servicename", "items[0].name"),
        (1, "data.apasService.servicename", "items[1].name"),
        (1, "data.apasService.limitscenenum", "items[1].visits"),
        (2, "data.apasDirectory.dirName", "entries[0].name"),
        (2, "data.apasDirectory.dirUseLevel", "entries[0].use_levels"),
    ]


@pytest.mark.parametrize("value", [None, "", "  ", "\u3000", "&nbsp;", "<p></p>", "\x00", UNREAD])
def test_what_says_nothing_states_nothing(value):
    """Null, blanks in every writing, or no field at all: unknown, which is not none."""
    names = (
        *("infoprojid", "areacode", "addTypeName", "performLevelName", "deptname", "userType", "applyterm"),
        *("limitscenenum", "webApplyDegreeName", "servicetype", "countLimit", "lawlimit", "promiseday", "promisetype"),
        *("promisedayMethod", "mediService", "resultName", "finishTypeName"),
    )
    found = fujian_portal.read(an_answer(**({} if value is UNREAD else dict.fromkeys(names, value))))

    assert stated(found.items[0]) == {}
    assert found.faults == ()
    assert len(found.unknown) == (1 if value is UNREAD else len(names) + 1)


@pytest.mark.parametrize(
    "name",
    ["infoprojid", "addTypeName", "performLevelName", "deptname", "userType", "applyterm", "limitscenenum", "lawlimit"],
)
def test_wu_says_nothing(name):
    """In most fields 无 can be a gap as well as a statement, so it is kept and states nothing."""
    found = fujian_portal.read(an_answer(**{name: "无"}, promisetype="D"))

    assert stated(found.items[0]) == {}
    assert kept(found)[f"data.apasService.{name}"] == "无"
    assert found.faults == ()


def test_wu_says_none_of_limits_and_intermediaries():
    """There 无 is the portal's word for none."""
    assert stated(item(countLimit="无", mediService="无")) == {"quantity_limit": "无", "intermediary_services": ()}


BOTH = {"statutory_working_days": 20, "promised_working_days": 5}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"lawlimit": "20", "promiseday": "5", "promisetype": "D"}, BOTH),
        ({"lawlimit": 20, "promiseday": 5.0, "promisetype": "D"}, BOTH),
        ({"lawlimit": "２０", "promisetype": " D "}, {"statutory_working_days": 20}),
        ({"promiseday": "0", "promisetype": "D"}, {"promised_working_days": 0}),
        # Nobody knows whether 0 says that no law sets a time.
        ({"lawlimit": "0", "promisetype": "D"}, {}),
        # The unit is not stated.
        ({"lawlimit": "20", "promiseday": "5"}, {}),
        # The words are about the promise alone.
        ({"lawlimit": "20", "promiseday": "5", "promisedayMethod": "工作日"}, {"promised_working_days": 5}),
        ({"promiseday": "5", "promisedayMethod": "自然日"}, {"promised_calendar_days": 5}),
        ({"lawlimit": "20(工作日)", "promiseday": "5（工作日）"}, BOTH),
        ({"lawlimit": "20(自然日)"}, {"statutory_calendar_days": 20}),
        ({"promiseday": "7个工作日", "promisetype": "D"}, {"promised_working_days": 7}),
        ({"promiseday": "3660", "promisetype": "D"}, {"promised_working_days": 3660}),
    ],
)
def test_times(fields, expected):
    """A number alone is of the unit that another field states."""
    found = fujian_portal.read(an_answer(**fields))

    assert stated(found.items[0]) == expected
    assert found.faults == ()


DAYS = "a number of days from 0 to 3660, as in 7(工作日)"
MOST_DAYS = "a whole number from 0 to 3660"


@pytest.mark.parametrize(
    ("name", "value", "shown", "expected"),
    [
        ("lawlimit", "-5", "-5", DAYS),
        ("lawlimit", -5, "-5", MOST_DAYS),
        ("lawlimit", "3661", "3661", MOST_DAYS),
        ("lawlimit", 10**9, "1000000000", MOST_DAYS),
        pytest.param("lawlimit", 10**5000, "a number of 16610 bits", MOST_DAYS, id="huge number"),
        pytest.param("lawlimit", "9" * 5000, "9" * 60 + "…", DAYS, id="many digits"),
        ("lawlimit", 1.5, "1.5", MOST_DAYS),
        ("lawlimit", True, "True", MOST_DAYS),
        ("lawlimit", float("nan"), "nan", MOST_DAYS),
        ("lawlimit", float("inf"), "inf", MOST_DAYS),
        ("lawlimit", "三天", "三天", DAYS),
        ("lawlimit", "3(小时)", "3(小时)", DAYS),
        ("lawlimit", "３０天", "３０天", DAYS),
        ("promiseday", "7(自然日)", "7(自然日)", "a number of working days"),
        ("limitscenenum", "-1", "-1", "a whole number from 0 to 99"),
        ("limitscenenum", "100", "100", "a whole number from 0 to 99"),
        ("limitscenenum", [1], "a list of 1", "a whole number from 0 to 99"),
        ("limitscenenum", "٣", "٣", "a whole number from 0 to 99"),
        ("userType", ["面向个人"], "a list of 1", "text"),
        ("infoprojid", 3, "3", "text"),
        ("deptname", {"name": "x"}, "an object of 1", "text"),
        ("deptname", date(2025, 1, 1), "date", "text"),
        ("areacode", "440000", "440000", "the code of an area of Fujian"),
        ("areacode", "福州市", "福州市", "the code of an area of Fujian"),
        ("areacode", "350681", "350681", "the code of an area of Fujian"),
        ("areacode", 350100, "350100", "text"),
        ("performLevelName", "厅级", "厅级", "one of 国家级, 省级, 市级, 县级, 乡级, 村级"),
        ("servicetype", "联办件", "联办件", "one of 即办件, 承诺件"),
        ("promisedayMethod", "小时", "小时", "one of 工作日, 自然日, 日历日"),
        ("webApplyDegreeName", "全程网办（Ⅱ级）", "全程网办（Ⅱ级）", "one of Ⅰ, Ⅱ, Ⅲ, Ⅳ"),
        ("webApplyDegreeName", "不支持", "不支持", "one of Ⅰ, Ⅱ, Ⅲ, Ⅳ"),
        ("webApplyDegreeName", "Ⅴ级", "Ⅴ级", "one of Ⅰ, Ⅱ, Ⅲ, Ⅳ"),
        ("specialList", "听证", "听证", "a list"),
        ("specialList", {"sname": "听证"}, "an object of 1", "a list"),
        ("intermediaryServicesList", 3, "3", "a list"),
    ],
)
def test_what_cannot_be_read_is_told_and_the_rest_is_read(name, value, shown, expected):
    """Each fault has record, field, value and what was expected; the value is kept, and the other fields are read."""
    found = fujian_portal.read(
        [an_answer(), an_answer(**{"promisetype": "D", name: value}, projidmain="x", countLimit="无")]
    )

    (fault,) = found.faults
    assert (fault.record, fault.path, fault.value, fault.expected) == (1, f"data.apasService.{name}", shown, expected)
    assert kept(found)[f"data.apasService.{name}"] is value
    assert stated(found.items[1]) == {"quantity_limit": "无"}


def test_a_fault_is_printed_with_its_place():
    """One line."""
    (fault,) = fujian_portal.read(an_answer(limitscenenum="许多\n次")).faults

    assert str(fault) == (
        "record 0: expected a whole number from 0 to 99, got '许多\\n次' @ data.apasService.limitscenenum"
    )


def test_an_unknown_unit_is_told():
    """Only D is documented."""
    found = fujian_portal.read(an_answer(promiseday="5", promisetype="H"))

    assert told(found) == [("data.apasService.promisetype", "H", "one of D")]
    assert stated(found.items[0]) == {}


def test_units_that_contradict_each_other_state_no_time():
    """Neither of the two is believed."""
    found = fujian_portal.read(an_answer(lawlimit="9", promiseday="5", promisetype="D", promisedayMethod="自然日"))

    assert told(found) == [("data.apasService.promisedayMethod", "自然日", "the unit of promisetype D")]
    assert stated(found.items[0]) == {}


@pytest.mark.parametrize(
    ("words", "depth"),
    [
        ("全程网办（Ⅳ级）", "Ⅳ"),
        ("全程网办（IV级）", "Ⅳ"),
        ("全程网办", "Ⅳ"),
        ("Ⅲ级", "Ⅲ"),
        ("III 级", "Ⅲ"),
        ("网上预审(Ⅱ级)", "Ⅱ"),
        ("ii级", "Ⅱ"),
        ("Ⅰ", "Ⅰ"),
    ],
)
def test_depths_in_both_encodings(words, depth):
    """The one sign Ⅳ and the letters IV are one."""
    assert stated(item(webApplyDegreeName=words)) == {"online_depth": OnlineDepth(depth)}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<p>一、本人申请；</p><p>二、年满&nbsp;18&#21608;岁</p>", "一、本人申请；\n二、年满 18周岁"),
        ("第一行\r\n\r\n　　第二行\x00\u200b\t完", "第一行\n第二行 完"),
        ("消费量<5000吨且>1000吨 a<b", "消费量<5000吨且>1000吨 a<b"),
        ("甲<br/>乙<BR>丙", "甲\n乙\n丙"),
        ("<table><tr><td>甲</td><td>乙</td></tr></table>", "甲 乙"),
        ("前<script>alert('</p>')</script>后<style>p{}</style><!-- 注 -->。", "前后。"),
        ("前<script>永不关闭", "前"),
        ("&lt;p&gt;甲&lt;/p&gt;", "甲"),
        ("A&B &amp; &lt;5 &unknown; &#99999999999;", "A&B & <5 &unknown; &#99999999999;"),
        ("<a href='x'>链接</a><unknown>", "链接<unknown>"),
        ("半个\ud800字", "半个\ufffd字"),
    ],
)
def test_text_out_of_markup(written, read):
    """Tags, entities, scripts, controls and blanks; a sign for less is no tag."""
    assert stated(item(applyterm=written)) == {"conditions": read}


@pytest.mark.parametrize(("written", "lossy"), [("<p>甲</p>", True), ("甲\ud800", True), ("甲&nbsp;\x00乙\r\n", False)])
def test_a_text_without_its_markup_is_kept_in_full(written, lossy):
    """What was taken away may say something, as the address of a link; blanks and controls do not."""
    found = fujian_portal.read(an_answer(applyterm=written))

    assert (kept(found).get("data.apasService.applyterm") == written) is lossy
    assert "data.apasService.applyterm" in {each.path for each in found.read}


@pytest.mark.parametrize(
    ("listed", "text", "expected"),
    [
        ([{"name": "检验"}, {"name": "评估", "id": "1"}], "别的", ("检验", "评估")),
        ([], "无", ()),
        ([], None, ()),
        ([], "检验，评估", ("检验", "评估")),
        (None, "检验、评估", ("检验", "评估")),
        (None, None, None),
        ([{"name": "检验"}, {"name": None}], None, None),
        ([{"name": "检验"}, "评估"], None, None),
        ([{"name": "检验"}, {}], None, None),
    ],
)
def test_intermediary_services(listed, text, expected):
    """The list goes before the text; one of which a member cannot be read is not stated as if it were whole."""
    answer = an_answer(intermediaryServicesList=listed, mediService=text)
    found = fujian_portal.read(answer)

    assert found.items[0].intermediary_services == expected
    assert ("intermediary_services" in found.items[0].model_fields_set) is (expected is not None)
    assert_nothing_is_lost([answer], found)


@pytest.mark.parametrize(
    ("charge", "expected", "faults"),
    [
        ({"chargeFlag": "N", "chargeName": ""}, {"fees": ()}, []),
        ({"chargeFlag": "0"}, {"fees": ()}, []),
        ({"chargeFlag": "Y", "chargeName": "工本费"}, {"fees": ("工本费",)}, []),
        ({"chargeFlag": "Y", "chargeName": ""}, {}, []),
        ({"chargeName": "工本费"}, {}, []),
        ({"chargeFlag": "N", "chargeName": "工本费"}, {}, ["Y or 1 beside chargeName"]),
        ({"chargeFlag": "?"}, {}, ["one of Y, 1, N, 0"]),
        ({}, {}, []),
        ("收费", {}, ["an object"]),
    ],
)
def test_fees(charge, expected, faults):
    """Nothing is charged where the flag says so and no fee is named; what is charged is known by its name."""
    found = fujian_portal.read(an_answer({"matterCharge": charge}))

    assert stated(found.items[0]) == expected
    assert list(dict.fromkeys(each.expected for each in found.faults)) == faults


@pytest.mark.parametrize(
    ("flag", "items", "expected"),
    [("0", None, {"fees": ()}), ("0", ["工本费"], {}), ("1", None, {}), ("1", "行政事业性收费", {})],
)
def test_fees_of_an_entry(flag, items, expected):
    """What ``chargeItems`` holds is not documented, so only that nothing is charged is read."""
    (entry,) = fujian_portal.read(an_entry(chargeFlag=flag, chargeItems=items)).entries

    assert stated(entry) == expected


@pytest.mark.parametrize(
    ("listing", "expected"),
    [
        (["零跑腿", "周末办"], (SpecialServiceList.NO_VISIT, "周末办")),
        ([], ()),
        (["无"], None),
        ("零跑腿", None),
        (["零跑腿", 3], None),
        (["零跑腿", ""], None),
        (None, None),
    ],
)
def test_lists(listing, expected):
    """An empty list says that it stands on none; a list that cannot be read whole is not stated."""
    found = item({"listingName": listing})

    assert found.lists == expected
    assert ("lists" in found.model_fields_set) is (expected is not None)


def test_results():
    """A kind or a sample without a result says nothing."""
    file = {"fileName": "样本.pdf", "fileUnid": "1"}
    (result,) = item(resultName="许可证", finishTypeName="证照", resultFile=file).results

    assert (result.name, result.kind.name, result.sample) == ("许可证", "CERTIFICATE", "样本.pdf")
    assert stated(item(resultName="许可证", resultFile=None).results[0]) == {}
    assert stated(item(resultName="无", finishTypeName="证照", resultFile=file)) == {}


@pytest.mark.parametrize(
    ("word", "issuer", "rank"),
    [
        ("法律", None, "法律"),
        ("行政法规", "国务院", "行政法规"),
        ("地方性法规", None, "地方性法规"),
        ("国务院决定", None, "国务院决定"),
        ("规章", "国家发展改革委", "规章"),
        ("规范性文件", None, "规范性文件"),
        ("法规", "福建省人民代表大会常务委员会", "地方性法规"),
        ("法规", "厦门市人民代表大会", "地方性法规"),
        ("法规", "国务院", "行政法规"),
        ("法规", "中华人民共和国国务院", "行政法规"),
        ("法规", "全国人民代表大会常务委员会", None),
        ("法规", "福建省人民政府", None),
        ("法规", "", None),
        ("法规", None, None),
        ("无", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_ranks(word, issuer, rank):
    """法规 may be of the State Council or of a local congress; only the issuer can tell."""
    law = {"lawName": "某办法", "lawLevelName": word, "lawImplementdept": issuer}
    found = fujian_portal.read(an_entry({"lawList": [law]}))

    (basis,) = found.entries[0].bases
    assert stated(basis) == ({} if rank is None else {"rank": BasisRank(rank)})
    assert found.faults == ()


def test_an_unknown_rank_is_told():
    """The basis is still read."""
    found = fujian_portal.read(an_entry({"lawList": [{"lawName": "《某办法》", "lawLevelName": "章程"}]}))

    assert found.entries[0].bases == (LegalBasis(name="某办法"),)
    assert [each.path for each in found.faults] == ["data.lawList[0].lawLevelName"]


@pytest.mark.parametrize("other", [{"lawName": None}, {"lawName": "无", "lawLevelName": "法律"}, "《某办法》", None])
def test_legal_bases_of_which_one_cannot_be_read_are_not_stated(other):
    """As if it had only the others, it could be held to lack one; what was read of them is kept."""
    answer = an_entry({"lawList": [{"lawName": "某法", "lawLevelName": "法律"}, other]})
    found = fujian_portal.read(answer)

    assert stated(found.entries[0]) == {}
    assert len(found.faults) == 1
    assert kept(found)["data.lawList[0].lawName"] == "某法"
    assert_nothing_is_lost([answer], found)


@pytest.mark.parametrize("laws", [[], None])
def test_no_legal_bases_listed_says_nothing(laws):
    """Nobody knows whether there is none or the list was not filled in."""
    found = fujian_portal.read(an_entry({"lawList": laws}))

    assert stated(found.entries[0]) == {}
    assert found.faults == ()


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (
            {"sname": "听证", "sday": "20", "sconent": "【法律】甲；2.【规章】乙【2023】9号"},
            {"basis_rank": BasisRank.LAW},
        ),
        ({"sname": "听证", "sday": "20(工作日)"}, {"limit_working_days": 20}),
        ({"sname": "听证", "sday": "20(自然日)"}, {}),
        ({"sname": "听证", "sconent": "【法规】某条例"}, {}),
        ({"sname": "听证", "sconent": "【规章】某办法【国家局】"}, {}),
        ({"sname": "听证", "sconent": "某办法"}, {}),
        ({"sname": "听证", "sremark": "x"}, {}),
    ],
)
def test_special_steps(step, expected):
    """A limit is known if it says of what days it is, a rank if every mark in the text is one."""
    answer = an_answer(specialList=[step])
    found = fujian_portal.read(answer)

    assert [stated(each) for each in found.special_steps] == [expected]
    assert found.items[0].special_steps == found.special_steps
    assert_nothing_is_lost([answer], found)


def test_special_steps_of_which_one_cannot_be_read():
    """The item does not state them as if they were all; the others are there by themselves."""
    answer = an_answer(specialList=[{"sname": "听证"}, {"sday": "3"}, "检验"])
    found = fujian_portal.read(answer)

    assert stated(found.items[0]) == {}
    assert [each.name for each in found.special_steps] == ["听证"]
    assert told(found) == [
        ("data.apasService.specialList[2]", "检验", "an object"),
        ("data.apasService.specialList[1].sname", "None", "a name"),
    ]
    assert_nothing_is_lost([answer], found)


@pytest.mark.parametrize(
    ("codes", "expected"), [("3,4", "市级 县级"), ("1、2", "国家级 省级"), ("5", "乡级"), ("6", None), ("3,x", None)]
)
def test_use_levels(codes, expected):
    """The five levels have codes; others are told."""
    found = fujian_portal.read(an_entry(dirUseLevel=codes))

    levels = found.entries[0].use_levels
    assert (levels and " ".join(each.value for each in levels)) == expected
    assert len(found.faults) == (expected is None)


# Materials, in the shape that a program which reads the portal expects


def materials_of(*groups, **beside):
    """An answer with the materials of an item."""
    return {"data": {"directoryList": list(groups), **beside}}


def test_materials_of_an_item():
    """Required or not, copies of what kind, source and notes."""
    form = {
        "unid": "1",
        "name": "申请表",
        "necessityIf": "1",
        "medium": "原件",
        "pagenum": "1",
        "pagecopynum": "3",
        "materialsrc": "申请人自备",
        "reportNotice": "签字",
        "gettypeunids": "upload",
    }
    proof = {"unid": "2", "name": "证明", "necessityIf": "2", "medium": "复印件", "pagenum": "1", "pagecopynum": "3"}
    answer = materials_of({"materialClass": {"situationTitle": "首次申请"}, "material": [form, proof]})
    found = fujian_portal.read(answer)

    assert [(each.name, stated(each)) for each in found.materials] == [
        (
            "申请表",
            {"is_required": True, "copies": 1, "source": found.materials[0].source, "requirements": "签字"},
        ),
        ("证明", {"is_required": False, "copies": 3}),
    ]
    assert found.materials[0].source.value == "申请人自备"
    assert found.items == ()
    assert found.faults == ()
    assert_nothing_is_lost([answer], found)


def test_materials_of_an_entry():
    """They have names of their own, and parents that are only headings; those without situations stand alone."""
    leaf = {
        "materialName": "申请报告",
        "materialIsneed": "1",
        "materialPagenum": "2",
        "materialSourcechannelName": "其它",
        "materialPageformat": "A4",
        "materialFormguName": "空表.doc",
        "materialExampleguName": "样表.doc",
        "materialFormat": "3",
    }
    answer = {"data": {"directoryList": [], "noDirectoryList": [{"name": "报告", "children": [leaf]}]}}
    found = fujian_portal.read(answer)

    (material,) = found.materials
    assert (material.name, material.copies, material.is_required) == ("申请报告", 2, True)
    assert (material.source.value, material.requirements) == ("其他", "A4")
    assert (material.blank_form, material.sample_form) == ("空表.doc", "样表.doc")
    assert_nothing_is_lost([answer], found)


def test_materials_beside_an_item_or_an_entry_are_its_own():
    """They stand in one data; beside both they are the item's."""
    group = {"material": [{"name": "申请表"}]}
    both = {"data": an_answer()["data"] | an_entry()["data"] | {"directoryList": [group]}}

    assert [each.name for each in item({"directoryList": [group]}).materials] == ["申请表"]
    (entry,) = fujian_portal.read(an_entry({"directoryList": [group]})).entries
    assert [each.name for each in entry.materials] == ["申请表"]
    found = fujian_portal.read(both)
    assert (len(found.items[0].materials), found.entries[0].materials) == (1, None)


@pytest.mark.parametrize(
    "lists",
    [
        {"directoryList": []},
        {"directoryList": [], "noDirectoryList": []},
        {"directoryList": [{"name": "甲"}, {"unid": "1"}]},
        {"directoryList": [{"material": [{"name": "甲"}, "乙"]}]},
        {"directoryList": [{"material": []}]},
        {"directoryList": ["甲"]},
    ],
)
def test_materials_that_are_not_all_read_are_not_stated(lists):
    """Nor does an empty list say that none is asked for."""
    answer = an_answer(lists)
    found = fujian_portal.read(answer)

    assert stated(found.items[0]) == {}
    assert_nothing_is_lost([answer], found)


def test_a_material_of_several_situations_is_read_once():
    """By its id; the second time it is kept as it stands."""
    first, again = {"unid": "1", "name": "申请表"}, {"unid": "1", "name": "申请表", "necessityIf": "1"}
    answer = an_answer(
        {"directoryList": [{"material": [first]}, {"material": [again, {"name": "照片"}, {"name": "照片"}]}]}
    )
    found = fujian_portal.read(answer)

    assert [each.name for each in found.items[0].materials] == ["申请表", "照片", "照片"]
    assert_nothing_is_lost([answer], found)


@pytest.mark.parametrize(("deep", "read"), [(8, True), (9, False)])
def test_materials_nested_too_deeply(deep, read):
    """Eight within one another are read."""
    material = {"name": "申请表"}
    for _ in range(deep):
        material = {"children": [material]}
    answer = materials_of(material)
    found = fujian_portal.read(answer)

    assert bool(found.materials) is read
    assert [each.expected for each in found.faults] == ([] if read else ["materials nested at most 8 deep"])
    assert_nothing_is_lost([answer], found)


# What is brought


@pytest.mark.parametrize("end", ["", "\n", "\r\n\r\n"])
def test_one_answer_a_list_and_a_line_each(end):
    """As text, as bytes with or without a mark, and parsed."""
    answers = [an_answer(countLimit="无"), an_entry()]
    text = json.dumps(answers, ensure_ascii=False)
    lines = "\n".join(json.dumps(each) for each in answers) + end

    expected = fujian_portal.read(answers)
    assert (len(expected.items), len(expected.entries)) == (1, 1)
    for brought in (
        text,
        text.encode(),
        bytearray(text.encode()),
        text.encode("utf-8-sig"),
        text.encode("utf-16"),
        lines,
    ):
        assert fujian_portal.read(brought) == expected
    assert fujian_portal.read(tuple(answers)) == expected
    assert fujian_portal.read(MappingProxyType(answers[0])).items == expected.items
    assert fujian_portal.read([]) == fujian_portal.read("[]") == fujian_portal.PortalRecords()


def test_a_line_that_is_no_json_is_told_and_the_others_are_read():
    """With the line and the column of the whole text; a blank line is no record."""
    lines = [json.dumps(an_answer()), "", '{"data": 1', json.dumps(an_answer())]
    found = fujian_portal.read("\n".join(lines))

    assert len(found.items) == 2
    assert [str(each) for each in found.faults] == [
        """record 1: expected JSON (line 3, column 11: expecting ',' delimiter), got '{"data": 1'"""
    ]
    assert [(each.record, each.path, each.value) for each in found.unknown if each.path == ""] == [
        (1, "", '{"data": 1')
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "no JSON at line 1, column 1: expecting value"),
        ("<html>", "no JSON at line 1, column 1: expecting value"),
        ('{\n "a": 1,\n}', "no JSON at line 3, column 1: expecting property name enclosed in double quotes"),
        # Its lines are no records, though the last of them could be one.
        ('[\n{"a": 1}\n{"a": 2}\n', "no JSON at line 3, column 1: expecting ',' delimiter"),
        ('{"a": }\n{"b": }', "no JSON at line 1, column 7: expecting value"),
        ('{"data": {"a": ', "no JSON at line 1, column 16: expecting value"),
        ("[" * 100_000, "no JSON at line 1, column 100000: the value is nested too deeply"),
        ('[\n"[[[[", ' + "[" * 100_000 + '"', "no JSON at line 2, column 100008: the value is nested too deeply"),
        ('{"名":"节能"}'.encode("gbk"), "no JSON at line 1, column 3: the bytes are not UTF-8"),
        (b'{"a":\n"\xff"}', "no JSON at line 2, column 2: the bytes are not UTF-8"),
    ],
    ids=range(10),
)
def test_what_is_no_json_is_one_error(text, expected):
    """It names line and column, and is a ValueError too."""
    with pytest.raises(MalformedJSONError) as caught:
        fujian_portal.read(text)

    assert str(caught.value) == expected
    assert str(pickle.loads(pickle.dumps(caught.value))) == expected
    assert isinstance(caught.value, ValueError)
    assert (caught.value.line, caught.value.column) == tuple(
        int(word.strip(",:")) for word in expected.split() if word.strip(",:").isdigit()
    )[:2]


@pytest.mark.parametrize("record", [3, "x", None, [], True, 1.5, [an_answer()]])
def test_a_record_that_is_no_object_is_told(record):
    """The others are read."""
    found = fujian_portal.read([record, an_answer()])

    assert [(each.record, each.path, each.expected) for each in found.faults] == [(0, "", "an object")]
    assert (found.unknown[0].path, found.unknown[0].value) == ("", record)
    assert len(found.items) == 1


@pytest.mark.parametrize(
    ("answer", "path", "expected"),
    [
        ({"code": 500, "msg": "服务异常", "data": None}, "data", "an object"),
        ({"code": 500}, "data", "an object"),
        ({"data": {}}, "data", "an object"),
        ({"data": "x"}, "data", "an object"),
        ({"data": [1]}, "data", "an object"),
        ({}, "data", "an object"),
        ({"data": {"title": "x"}}, "data", "an object with apasService, apasDirectory or directoryList"),
        ({"data": {"apasService": None}}, "data", "an object with apasService, apasDirectory or directoryList"),
        ({"data": {"apasService": {"deptname": "x"}}}, "data.apasService.servicename", "a name"),
        ({"data": {"apasService": {"servicename": " "}}}, "data.apasService.servicename", "a name"),
        ({"data": {"apasService": {"servicename": "无"}}}, "data.apasService.servicename", "a name"),
        ({"data": {"apasService": {"servicename": 3}}}, "data.apasService.servicename", "text"),
        ({"data": {"apasDirectory": {"dirCode": "x"}}}, "data.apasDirectory.dirName", "a name"),
    ],
)
def test_an_answer_without_a_record(answer, path, expected):
    """It is told where it should be, all of it is kept, and nothing is made up."""
    found = fujian_portal.read(answer)

    assert [(each.path, each.expected) for each in found.faults] == [(path, expected)]
    assert (found.items, found.entries, found.read) == ((), (), ())
    if answer and answer != {"data": {}}:
        assert_nothing_is_lost([answer], found)


def test_a_name_stated_twice_is_not_believed():
    """Readers of JSON take the last one in silence; here both are kept, unless they say the same."""
    found = fujian_portal.read(
        '{"data": {"apasService": {"servicename": "甲", "servicename": "甲", "countLimit": "无", "countLimit": "5",'
        ' "specialList": [], "specialList": [1]}}}'
    )

    assert stated(found.items[0]) == {}
    assert told(found) == [
        ("data.apasService.countLimit", "values of 2", "one value"),
        ("data.apasService.specialList", "values of 2", "a list"),
    ]
    assert kept(found) == {
        "data.apasService.countLimit": ("无", "5"),
        "data.apasService.specialList": ([], [1]),
    }


def test_numbers_that_are_none():
    """NaN, one beyond all numbers and one of many digits stay as they are written."""
    text = '{"data": {"apasService": {"servicename": "甲", "limitscenenum": NaN, "a": 1e999, "b": %s, "c": 1.%s}}}'
    found = fujian_portal.read(text % ("9" * 9999, "3" * 30))

    assert told(found) == [("data.apasService.limitscenenum", "NaN", "a whole number from 0 to 99")]
    service = "data.apasService"
    assert [kept(found)[f"{service}.{name}"] for name in ("a", "b", "c")] == ["1e999", "9" * 9999, f"1.{'3' * 30}"]


def test_names_of_fields_that_are_not_plain():
    """Their paths say them as they are."""
    found = fujian_portal.read(
        {"data": {"apasService": {"servicename": "甲", "a.b": 1, 2: 3, 10**5000: 4, "\ud800": 5}}}
    )

    assert kept(found) == {
        "data.apasService['a.b']": 1,
        "data.apasService[2]": 3,
        "data.apasService[a number of 16610 bits]": 4,
        "data.apasService['\\ud800']": 5,
    }


def test_what_is_parsed_may_be_nested_as_deeply_as_it_likes():
    """What nobody reads is never entered."""
    deep = []
    for _ in range(100_000):
        deep = [deep]

    found = fujian_portal.read(an_answer({"wsbpzType": deep}, deptname=deep, listingName=deep))

    assert stated(found.items[0]) == {}
    assert kept(found)["data.wsbpzType"] is deep


@pytest.mark.parametrize(
    "text",
    [
        "<",
        "<!--",
        "<p ",
        "</",
        "<script",
        "&",
        "&#",
        "&lt;p&gt;",
        "<p '",
        "【",
        "《",
        "\ud800",
        "，",
        "IV",
        "\n　",
        "<p>",
        "9",
    ],
)
def test_hostile_texts_take_time_in_proportion(text):
    """Ten times the length takes about ten times the time; a hundred times would be quadratic."""

    def seconds(times):
        fields = dict.fromkeys(("servicename", "userType", "lawlimit", "webApplyDegreeName"), text * times)
        brought = an_answer(**fields, specialList=[{"sname": "听证", "sconent": text * times}])
        start = time.process_time()
        fujian_portal.read(brought)
        return time.process_time() - start

    short, long = (min(seconds(times) for _ in range(3)) for times in (1_000, 10_000))
    assert long < 40 * max(short, 0.002)


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**12), 10**12)
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["无", "D", "5", "3(工作日)"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)
SERVICE = [
    "servicename",
    "lawlimit",
    "promisetype",
    "areacode",
    "userType",
    "specialList",
    "intermediaryServicesList",
    "resultName",
]
STEPS = st.lists(
    st.fixed_dictionaries({}, optional=dict.fromkeys(["sname", "sday", "sconent", "specialName", "lawName"], JSON))
)
MATERIALS = st.lists(
    st.fixed_dictionaries({}, optional={"material": STEPS, "children": JSON, "name": JSON, "unid": JSON})
)
ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "data": st.fixed_dictionaries(
            {},
            optional={
                "apasService": JSON
                | st.fixed_dictionaries({}, optional=dict.fromkeys(SERVICE, JSON) | {"specialList": STEPS}),
                "apasDirectory": JSON
                | st.fixed_dictionaries({}, optional=dict.fromkeys(["dirName", "dirUseLevel", "chargeFlag"], JSON)),
                "lawList": JSON | STEPS,
                "specialList": STEPS,
                "directoryList": JSON | MATERIALS,
                "listingName": JSON,
                "matterCharge": JSON,
            },
        )
        | JSON,
        "code": JSON,
    },
)


@settings(max_examples=150)
@given(brought=st.lists(ANSWERS | JSON, max_size=3))
def test_whatever_is_brought_is_read(brought):
    """No exception, every record is kept or read, and rules can be asked about what comes out."""
    found = fujian_portal.read(brought)

    assert {each.record for each in (*found.read, *found.unknown, *found.faults)} == set(range(len(brought)))
    check((*found.items, *found.entries), Context(area="350303", as_of=date(2025, 6, 30)))


@settings(max_examples=100)
@given(answer=ANSWERS)
def test_what_is_parsed_is_read_as_its_text(answer):
    """The text of an answer gives what the parsed answer gives."""
    text = json.dumps(answer)

    one, other = fujian_portal.read(text), fujian_portal.read(json.loads(text, parse_constant=str))

    assert one == other


@settings(max_examples=50)
@given(text=st.text() | st.binary() | st.text('{}[]",:1\n'))
def test_a_text_is_read_or_is_no_json(text):
    """One error, and no other."""
    try:
        fujian_portal.read(text)
    except MalformedJSONError as error:
        assert error.line >= 1  # noqa: PT017  (what else is read is no error)
        assert error.column >= 1  # noqa: PT017
