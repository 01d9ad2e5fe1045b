"""Catch-all and vague wordings: what is found, what is left alone, and what a person has to read.

The verdicts on texts are by hand: what the words mean in the text, not what a pattern says.
"""

import json
import os
import re
from itertools import pairwise
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwfw.errors import DataFileError
from zwfw.wordings import Wording, WordingKind, WordingPattern, _held, find_wordings, wording_patterns

REAL_DATA = Path(os.environ.get("ZWFW_REAL_DATA", Path(__file__).parents[2] / "shared" / "data"))
CATCH_ALL, VAGUE = WordingKind.CATCH_ALL, WordingKind.VAGUE


def told(text, more=()):
    """What is found: words, position, kind, and whether it is certain."""
    return [(each.words, each.position, each.kind, each.is_certain) for each in find_wordings(text, more)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("其他材料", [("其他材料", 1)]),
        ("其它有关证明材料", [("其它有关证明材料", 1)]),
        ("法律法规规定的其他材料", [("法律法规规定的其他材料", 1)]),
        ("法律、法规、规章规定的其他情形", [("法律、法规、规章规定的其他情形", 1)]),
        ("登记机关要求提交的其他文件", [("登记机关要求提交的其他文件", 1)]),
        ("需要提供的其他材料", [("其他材料", 6)]),
        ("其他依法应当提交的文件", [("其他依法应当提交的文件", 1)]),
        ("审批部门认为需要提供的材料", [("审批部门认为需要提供的材料", 1)]),
        ("身份证、护照、其他", [("其他", 8)]),
        ("其他（请注明）", [("其他", 1)]),
        ("材料包括但不限于身份证", [("包括但不限于", 3)]),
        ("合同之类的材料", [("之类的材料", 3)]),
    ],
)
def test_catch_all_wording(text, found):
    """Words that leave open what else may be asked for; the place is that of their first character, from 1."""
    assert told(text) == [(words, position, CATCH_ALL, True) for words, position in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("必要时提供原件", ("必要时", 1)),
        ("原件，如有必要", ("如有必要", 4)),
        ("视情况提供", ("视情况", 1)),
        ("可视具体情况提供", ("视具体情况", 2)),
        ("酌情提供", ("酌情", 1)),
        ("必要的证明材料", ("必要的证明材料", 1)),
        ("有关材料", ("有关材料", 1)),
        ("身份证及相关证明", ("相关证明", 5)),
        ("提供相关材料", ("相关材料", 3)),
    ],
)
def test_vague_wording(text, found):
    """Words that leave it to the reader what is meant, or when."""
    assert told(text) == [(*found, VAGUE, True)]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        # What 相关 refers to is told by what stands before it.
        ("购房相关证明", "相关证明", VAGUE),
        ("与申请事项有关的材料", "与申请事项有关的材料", VAGUE),
        ("有关部门意见", "有关部门意见", VAGUE),
        ("具有一定的经济能力", "一定的", VAGUE),
        ("照片若干", "若干", VAGUE),
        ("适当的场所", "适当", VAGUE),
        ("近期免冠照片", "近期", VAGUE),
        ("法院等部门出具的判决书", "等部门", CATCH_ALL),
        ("代理人有效证件", "有效证件", VAGUE),
        ("公证书（如需）", "（如需）", VAGUE),
        # 等 gives an example, and the words after it name the class.
        ("营业执照等申请人身份证明文件", "等申请人身份证明文件", CATCH_ALL),
        ("其他身份证件", "其他身份证件", CATCH_ALL),
        ("身份证、护照……", "……", CATCH_ALL),
        ("法律另有规定的除外", "另有规定", CATCH_ALL),
    ],
)
def test_what_is_vague_in_some_uses_is_not_certain(text, words, kind):
    """A person has to read these."""
    assert told(text) == [(words, text.index(words) + 1, kind, False)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("劳动合同等材料", "等材料"),  # 合同 + 等, not 同等
        ("体重、身高等情况", "等情况"),  # 身高 + 等, not 高等
        ("学历水平等证明", "等证明"),  # 水平 + 等, not 平等
        ("户口簿等", "等"),
        ("户口簿等，加盖公章", "等"),
        ("（户口簿等）", "等"),
        ("《护照》等证件", "等证件"),
        ("身份证、护照等等", "等等"),
        ("身份证等的复印件", "等的复印件"),
        ("身份证等其他证明", "等其他证明"),
        ("高等学校毕业证书、等级证书等资料", "等资料"),
        ("方案一等文件", "等文件"),  # 方案一 + 等, not 一等
    ],
)
def test_the_end_of_an_open_list(text, words):
    """等 after a listed noun, before a word for papers, a stop, a bracket or the end."""
    assert told(text) == [(words, text.rindex(words) + 1, CATCH_ALL, True)]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "高等学校",
            "高等教育学历证明",
            "职业技能等级证书",
            "信用等级",
            "同等学力证明",
            "平等协商记录",
            "等额选举证明",
        ),
        *("等效证明", "中等职业学校毕业证书", "初等教育证明", "对等文件", "金额相等", "机会均等，择优", "等同认定证明"),
        *(
            "小于等于5份",
            "等待期证明",
            "考核等次证明",
            "三等功证书",
            "（三级甲等）",
            "二等标准计量器具证书",
            "金额不等",
        ),
        *("等保测评报告", "等高线图", "等离子体设备清单", "等", "等材料"),
        # A count closes the list: 列举后煞尾
        *("身份证、户口簿等2种材料", "护照、居住证等三类证件"),
        # 其他组织 is a term of law
        *("其他组织的身份证明", "法人或者其他组织", "不得要求提供其他材料", "无需提交其他证明", "无其他材料"),
        "除上述材料外，其他材料均可容缺",
        # 视 as seeing, 必要 as a column
        *("重视情况说明", "近视情况证明", "视力证明", "必要性：必要", "非必要材料"),
        *("一定要签字", "《关于若干问题的规定》", "适当性评估", "近期建设规划", "利益相关者协议", "之类别"),
        *("", "居民身份证", "证明材料"),
    ],
)
def test_what_is_left_alone(text):
    """Words that look like such wording and are none, and a name that is poor in another way."""
    assert find_wordings(text) == ()


def test_wordings_stand_in_order_and_do_not_overlap():
    """The longest counts: 其他相关材料 is one wording, not two."""
    assert told("必要时提供其他相关材料、合同等") == [
        ("必要时", 1, VAGUE, True),
        ("其他相关材料", 6, CATCH_ALL, True),
        ("等", 15, CATCH_ALL, True),
    ]


@given(text=st.text("其他材料等、有关相必要时视情况的合同高级规定法律（）。x", max_size=40))
def test_words_are_those_at_their_position(text):
    """Whatever the text, and no two wordings share a character."""
    found = find_wordings(text)

    assert all(text[each.position - 1 :].startswith(each.words) and each.words for each in found)
    assert all(one.position + len(one.words) <= other.position for one, other in pairwise(found))


def test_a_long_text_is_read_in_little_time():
    """A hostile text of a hundred thousand characters is read once through."""
    found = find_wordings("其他材料" * 25_000)

    assert (len(found), found[-1].position) == (25_000, 99_997)


# Patterns of one's own


def test_more_patterns_are_taken():
    """A text is a pattern of catch-all wording; a pattern says itself what it finds."""
    vague = WordingPattern("窗口通知", WordingKind.VAGUE, is_certain=False)

    assert told("介绍信，按窗口通知", [r"介绍\w", vague]) == [
        ("介绍信", 1, CATCH_ALL, True),
        ("窗口通知", 6, VAGUE, False),
    ]


def test_ones_own_patterns_come_before_ours():
    """What an office has ruled on is found even in words that we leave alone, and in longer ones that we find."""
    assert told("高等学校其他材料", ["高等", WordingPattern("材料", VAGUE)]) == [
        ("高等", 1, CATCH_ALL, True),
        ("材料", 7, VAGUE, True),
    ]


def test_a_pattern_that_matches_nothing_finds_nothing():
    """An empty match is no wording."""
    assert find_wordings("营业执照", ["x*"]) == ()


def test_patterns_are_several():
    """One text would be taken for its characters."""
    with pytest.raises(TypeError, match="more: expected several patterns, got the text '其他'"):
        find_wordings("其他", "其他")


def test_a_pattern_is_a_regular_expression():
    """What is none is refused, given as a text or as a pattern."""
    with pytest.raises(re.error):
        find_wordings("其他", ["(其他"])
    with pytest.raises(re.error):
        WordingPattern("(其他")


def test_what_is_found_is_frozen():
    """Held things do not change."""
    (found,) = find_wordings("其他材料")

    assert found == Wording(words="其他材料", position=1, kind=CATCH_ALL, is_certain=True)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        found.position = 2


# The table


@pytest.mark.parametrize("pattern", wording_patterns(), ids=lambda pattern: pattern.found)
def test_each_pattern_finds_its_own_example(pattern):
    """Every part of the example has one wording of the row's kind; the counter-example has none of any."""
    for text in pattern.found.split("；"):
        (found,) = find_wordings(text)
        assert re.search(pattern.pattern, text)[0] == found.words
        assert (found.kind, found.is_certain) == (pattern.kind, pattern.is_certain)
    assert find_wordings(pattern.left) == ()


@pytest.mark.parametrize("harmless", _held().harmless, ids=lambda harmless: harmless.left)
def test_harmless_words_are_left_alone(harmless):
    """The example of each row has what the row is about, and no wording."""
    assert re.search(harmless.pattern, harmless.left)
    assert find_wordings(harmless.left) == ()


HEAD = "kind,certain,pattern,found,left"


@pytest.fixture
def read_wordings(tmp_path, monkeypatch):
    """Reads a table of wordings of our own, given by its lines."""
    monkeypatch.setattr("zwfw.wordings.packaged", tmp_path.joinpath)

    def read(*lines):
        (tmp_path / "wordings.csv").write_text("\n".join(lines), encoding="utf-8")
        return _held.__wrapped__()

    return read


def test_a_sound_table_is_read(read_wordings):
    """Sets of words stand for themselves in what comes below them; a row without a kind is harmless."""
    held = read_wordings(
        "# ours", HEAD, "<paper>,,(?:材料|文件),,", "兜底性表述,no,其他<paper>,其他材料,", ",,等级,,等级"
    )

    assert held.patterns == (WordingPattern("其他(?:材料|文件)", CATCH_ALL, is_certain=False, found="其他材料"),)
    assert held.harmless == (WordingPattern("等级", left="等级"),)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("兜底,yes,其他,,", "expected a kind, a set of words that stands above, yes or no, got '兜底' @ line 2"),
        ("模糊性条款,,必要时,,", "expected a kind, a set of words that stands above, yes or no, got '' @ line 2"),
        (
            "模糊性条款,yes,有关<paper>,,",
            "expected a kind, a set of words that stands above, yes or no, got '<paper>' @ line 2",
        ),
        ("模糊性条款,yes,(必要时,,", "expected a regular expression, got '(必要时': "),
        ("模糊性条款,yes,必要时", "expected the columns kind, certain, pattern, found, left, got "),
    ],
)
def test_faults_of_the_table_are_told(read_wordings, line, fault):
    """Each with its line."""
    with pytest.raises(DataFileError) as caught:
        read_wordings(HEAD, line)

    (told_fault,) = caught.value.faults
    assert told_fault.startswith(fault)
    assert told_fault.endswith("@ line 2")


# Real names


@pytest.fixture(scope="module")
def real_names():
    """Every name of a material in the sample of Guangdong's items; one that has none prints 无."""
    path = REAL_DATA / "guangdong-items-sample.jsonl"
    if not path.is_file():
        pytest.skip(f"no real records at {path}: set ZWFW_REAL_DATA to the folder that has them")
    lists = [json.loads(line)["material_intro"] for line in path.read_text(encoding="utf-8").splitlines()]
    return {name for names in lists for name in ([names] if isinstance(names, str) else names)}


def test_real_names_can_all_be_read(real_names):
    """401 different ones; most are sound, and what is found stands in the name."""
    found = {name: find_wordings(name) for name in real_names}

    assert len(found) == 401
    assert all(each.words in name for name, wordings in found.items() for each in wordings)
    assert 0 < sum(map(bool, found.values())) < 40


@pytest.mark.parametrize(
    ("name", "words", "is_certain"),
    [
        ("无医疗事故、违纪等证明", "等证明", True),
        ("申请人身份证明文件（含营业执照、授权委托书等）", "等", True),
        ("营业执照等申请人身份证明文件", "等申请人身份证明文件", False),
        ("有效护照等国际旅行证件", "等国际旅行证件", False),
        ("涉及农业、林业、水务、滩涂围垦等部门的提供同意文件", "等部门", False),
        ("法院或仲裁机构等部门出具的证明材料（深圳市/广州市）", "等部门", False),
        ("其他身份证件", "其他身份证件", False),
        ("变更其他登记事项的证明材料", "其他登记事项的证明材料", False),
        ("发改部门相关立项文件", "相关立项文件", False),
        ("非居民对有关事项的书面说明", "有关事项的书面说明", False),
        ("由具有相应资质的单位编写的方案", "相应资质", False),
        ("近期标准2寸免冠正面彩照电子版", "近期", False),
        ("历次规划批复文件要求提交的资料", "文件要求提交的资料", False),
        # Sound names, some with a character or a word that looks like one
        ("考生毕业证书", None, None),
        ("利益相关者处理协议或解决方案", None, None),
        ("与聘用单位签订的劳动关系证明", None, None),
        ("与拟申请医师资格类别相应的医学专业学历证书", None, None),
        ("《注册建造师管理规定》第十七条情形之一的证明", None, None),
        ("6个月内二寸免冠正面半身照片", None, None),
        ("已确定日期和座位的机（车、船）票或者停留事由证明材料", None, None),
        # Poor in another way than by such words, and not found
        ("证据材料", None, None),
        ("申请文件", None, None),
    ],
)
def test_real_names_as_read_by_hand(real_names, name, words, is_certain):
    """What a reader says of names that portals really print."""
    assert name in real_names
    assert [(each.words, each.is_certain) for each in find_wordings(name)] == (
        [] if words is None else [(words, is_certain)]
    )
