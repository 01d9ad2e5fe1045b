"""Item codes of 12, 31 and 33 characters and Fujian's own; the real ones are those that the portals publish."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwfw.codes import (
    BaseCode,
    CodeError,
    CreditCode,
    FujianCode,
    HandlingCode,
    ImplementationCode,
    parse_item_code,
    read_item_code,
)

REAL_DATA = Path(os.environ.get("ZWFW_REAL_DATA", Path(__file__).parents[3] / "shared" / "data"))
NATIONAL = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "20"]
FUZHOU_POLICE = CreditCode(authority="1", entity_type="1", area="350100", organisation="003604950", check="1")
PLATES = BaseCode(area="00", item_type="01", main="09141", sub="00Y")
PLATES_IN_FUZHOU = ImplementationCode(credit=FUZHOU_POLICE, level="3", base=PLATES)


def told(code, text):
    """The faults of a text, as they are printed."""
    return [str(fault) for fault in code.validate(text)]


def digits(length, most=None):
    """Texts of so many digits."""
    return st.text("0123456789", min_size=length, max_size=most or length)


def organisations():
    """Organisation codes."""
    return st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=9, max_size=9)


def credit_codes():
    """Right credit codes."""
    return st.builds(
        CreditCode.build, authority=digits(1), entity_type=digits(1), area=digits(6), organisation=organisations()
    )


def base_codes():
    """Right base codes, of areas whose table is held and of others."""
    kinds = st.sampled_from(
        [
            *(("00", kind) for kind in NATIONAL),
            *(("35", kind) for kind in NATIONAL),
            ("44", "20"),
            ("44", "21"),
            ("33", "99"),
        ]
    )
    subs = digits(3) | st.just("00Y")
    return kinds.flatmap(
        lambda kind: st.builds(
            BaseCode.build, area=st.just(kind[0]), item_type=st.just(kind[1]), main=digits(5), sub=subs
        )
    )


def implementation_codes():
    """Right implementation codes."""
    return st.builds(ImplementationCode.build, credit=credit_codes(), level=st.sampled_from("12345"), base=base_codes())


def fujian_codes():
    """Right codes of Fujian, of both forms."""
    letters = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=2)
    today = st.builds(FujianCode.build, owner=credit_codes(), letters=letters, number=digits(6))
    older = st.builds(FujianCode.build, owner=organisations(), letters=letters, number=digits(1, 16))
    return today | older


def test_the_codes_of_one_item_of_fujian():
    """Temporary plates for motor vehicles (机动车临时通行牌证核发), as Fuzhou's police publish them."""
    handling = HandlingCode(PLATES_IN_FUZHOU, "01")

    assert parse_item_code("00010914100Y") == PLATES
    assert parse_item_code("113501000036049501300010914100Y") == PLATES_IN_FUZHOU
    assert parse_item_code("113501000036049501300010914100Y01") == handling
    assert str(handling) == "113501000036049501300010914100Y01"
    assert HandlingCode.build(ImplementationCode.build(credit=FUZHOU_POLICE, level="3", base=PLATES), "01") == handling
    assert (PLATES.item_type_label, PLATES.is_national, PLATES.has_children) == ("行政许可", True, True)
    assert PLATES_IN_FUZHOU.level_label == "市"


@pytest.mark.parametrize(
    ("text", "level", "base", "label"),
    [
        ("11440000006939756B2440101007000", "省", ("44", "01", "01007", "000"), "行政许可"),
        ("11440000006939801C200010600100001", "省", ("00", "01", "06001", "000"), "行政许可"),
    ],
)
def test_real_codes_of_guangdong(text, level, base, label):
    """Its own items and the country's."""
    code = parse_item_code(text)

    implementation = code.implementation if isinstance(code, HandlingCode) else code
    found = implementation.base
    assert (implementation.level_label, found.item_type_label) == (level, label)
    assert (found.area, found.item_type, found.main, found.sub) == base
    assert (found.is_national, found.has_children) == (base[0] == "00", False)
    assert str(code) == text


@pytest.mark.parametrize(
    ("area", "kind", "label"),
    [
        *zip(
            ["00"] * 11,
            NATIONAL,
            [
                "行政许可",
                "行政处罚",
                "行政强制",
                "行政征收",
                "行政给付",
                "行政检查",
                "行政确认",
                "行政奖励",
                "行政裁决",
                "其他行政权力",
                "公共服务",
            ],
            strict=True,
        ),
        ("35", "20", "公共服务"),
        ("44", "20", "其他行政权力"),
        ("44", "21", "公共服务"),
        ("44", "08", "行政奖励"),
        ("33", "20", None),
        ("33", "99", None),
    ],
)
def test_the_type_is_told_by_the_table_of_the_area(area, kind, label):
    """One number means different things in different provinces; where no table is held it has no label."""
    code = BaseCode.parse(f"{area}{kind}01007000")

    assert code.item_type_label == label


TYPES = "01, 02, 03, 04, 05, 06, 07, 08, 09, 10, 20"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0X0109141000", ["expected 2 digits, got '0X' @ area"]),
        ("000009141000", [f"expected one of {TYPES}, got '00' @ item_type"]),
        ("001109141000", [f"expected one of {TYPES}, got '11' @ item_type"]),
        ("352109141000", [f"expected one of {TYPES}, got '21' @ item_type"]),
        ("442209141000", [f"expected one of {TYPES}, 21, got '22' @ item_type"]),
        ("332X09141000", ["expected 2 digits, got '2X' @ item_type"]),
        ("00010914Y000", ["expected 5 digits, got '0914Y' @ main"]),
        ("00010914101Y", ["expected 3 digits or '00Y', got '01Y' @ sub"]),
        ("00010914100X", ["expected 3 digits or '00Y', got '00X' @ sub"]),
        (
            "AA0B0914C00D",
            [
                "expected 2 digits, got 'AA' @ area",
                "expected 2 digits, got '0B' @ item_type",
                "expected 5 digits, got '0914C' @ main",
                "expected 3 digits or '00Y', got '00D' @ sub",
            ],
        ),
        ("00010914100", ["expected 12 characters, got '11' @ length"]),
        ("00010914100Y0", ["expected 12 characters, got '13' @ length"]),
        (" 00010914100y", ["expected '00010914100Y', got ' 00010914100y' @ writing"]),
    ],
)
def test_the_faults_of_a_base_code(text, expected):
    """Each part that is wrong is named, with its value and what was expected."""
    assert told(BaseCode, text) == expected
    with pytest.raises(CodeError):
        BaseCode.parse(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("113501000036049501000010914100Y", ["expected one of 1, 2, 3, 4, 5, got '0' @ level"]),
        ("113501000036049501600010914100Y", ["expected one of 1, 2, 3, 4, 5, got '6' @ level"]),
        (
            "113501000036049502X00010914100X",
            [
                "expected '1', got '2' @ credit.check",
                "expected one of 1, 2, 3, 4, 5, got 'X' @ level",
                "expected 3 digits or '00Y', got '00X' @ base.sub",
            ],
        ),
        ("113501000036049501300010914100", ["expected 31 characters, got '30' @ length"]),
        ("1135010000360495013000109141", ["expected 31 characters, got '28' @ length"]),
        ("1135", ["expected 31 characters, got '4' @ length"]),
        ("113501000036049501300010914100Y0", ["expected 31 characters, got '32' @ length"]),
    ],
)
def test_the_faults_of_an_implementation_code(text, expected):
    """Faults of the codes within it carry its name for them."""
    assert told(ImplementationCode, text) == expected


def test_a_level_that_is_none_of_the_five_has_no_label():
    """It is kept by the lenient reader."""
    code = ImplementationCode.read("113501000036049501600010914100Y").code

    assert (code.level, code.level_label) == ("6", None)


@pytest.mark.parametrize(("level", "label"), list(zip("12345", "国省市县乡", strict=True)))
def test_the_five_levels(level, label):
    """From the country down to the township."""
    assert ImplementationCode.build(credit=FUZHOU_POLICE, level=level, base=PLATES).level_label == label


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("113501000036049501300010914100Y0A", ["expected 2 digits, got '0A' @ number"]),
        (
            "113501000036049502300010914101Y0A",
            [
                "expected '1', got '2' @ implementation.credit.check",
                "expected 3 digits or '00Y', got '01Y' @ implementation.base.sub",
                "expected 2 digits, got '0A' @ number",
            ],
        ),
        ("113501000036049501300010914100Y0", ["expected 33 characters, got '32' @ length"]),
        ("113501000036049501300010914100Y011", ["expected 33 characters, got '34' @ length"]),
    ],
)
def test_the_faults_of_a_handling_code(text, expected):
    """Faults of the codes within it carry its names for them."""
    assert told(HandlingCode, text) == expected


def test_wrong_parts_are_not_built():
    """Each kind of code names what is wrong; a code within it is checked once more."""
    wrong = CreditCode.read("113501000036049502").code

    with pytest.raises(
        CodeError, match=r"^base code '0001914100Y': expected 5 digits, got '914' @ main; .*'100Y' @ sub$"
    ):
        BaseCode.build(area="00", item_type="01", main="914", sub="100Y")
    with pytest.raises(CodeError, match=r"'1', got '2' @ credit.check; .* got '' @ level$"):
        ImplementationCode.build(credit=wrong, level="", base=PLATES)
    with pytest.raises(CodeError, match=r": expected 2 digits, got '1' @ number$"):
        HandlingCode.build(PLATES_IN_FUZHOU, "1")
    with pytest.raises(
        CodeError, match=r": expected '1', got '2' @ owner.check; .* got 'X' @ letters; .* got '1' @ number$"
    ):
        FujianCode.build(owner=wrong, letters="X", number="1")


def test_fujians_own_code_in_both_forms():
    """The codes of the same item: today's, and the older one with the organisation code."""
    today, older = parse_item_code("113501000036049501XK200106"), parse_item_code("003604950XK098")

    assert today == FujianCode.build(owner=FUZHOU_POLICE, letters="XK", number="200106")
    assert older == FujianCode.build(owner="003604950", letters="XK", number="098")
    assert (today.credit, today.organisation, today.is_older) == (FUZHOU_POLICE, "003604950", False)
    assert (older.credit, older.organisation, older.is_older) == (None, "003604950", True)
    assert (str(today), str(older)) == ("113501000036049501XK200106", "003604950XK098")


@pytest.mark.parametrize(
    ("letters", "label"),
    [
        ("XK", "行政许可"),
        ("XF", "行政处罚"),
        ("XZ", "行政强制"),
        ("XS", "行政征收"),
        ("XG", "行政给付"),
        ("XC", "行政检查"),
        ("QR", "行政确认"),
        ("JL", "行政奖励"),
        ("CJ", "行政裁决"),
        ("GF", "公共服务"),
        ("QT", "其他行政权力"),
        ("AA", "其他行政权力"),
    ],
)
def test_the_letters_of_fujians_own_code(letters, label):
    """Ten have a meaning of their own; all others are other powers."""
    assert FujianCode.parse(f"003604950{letters}098").item_type_label == label


OWNER = "a credit code (18 characters) or an organisation code (9 characters)"
SHAPE = "26 characters, or an organisation code with two letters and digits"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("113501000036049502XK200106", ["expected '1', got '2' @ owner.check"]),
        ("1135010000360495011K200106", ["expected 2 capital letters, got '1K' @ letters"]),
        ("113501000036049501XK20AB06", ["expected 6 digits, got '20AB06' @ number"]),
        ("113501000036049501XK20010", ["expected 6 digits, got '20010' @ number"]),
        ("113501000036049501XK2001066", ["expected 6 digits, got '2001066' @ number"]),
        ("00360495OXK098", ["expected 9 digits or capital letters without I, O, S, V, Z, got '00360495O' @ owner"]),
        ("003604950XK", ["expected digits, got '' @ number"]),
        ("03604950XK098", [f"expected {OWNER}, got '03604950' @ owner"]),
        ("13501000036049501XK200106", [f"expected {OWNER}, got '13501000036049501' @ owner"]),
        ("", [f"expected {SHAPE}, got '0' @ length"]),
        (
            "003604950.098",
            [f"expected {SHAPE}, got '13' @ length", "expected digits and capital letters, got '.' @ characters"],
        ),
        ("003604950xk098", ["expected '003604950XK098', got '003604950xk098' @ writing"]),
    ],
)
def test_the_faults_of_fujians_own_code(text, expected):
    """Each part that is wrong is named, with its value and what was expected."""
    assert told(FujianCode, text) == expected


def test_an_older_code_as_long_as_one_of_today():
    """9 characters, 2 letters and 15 digits are 26 too; the letters tell which form it is."""
    code = parse_item_code("003604950XK098098098098098")

    assert (code.owner, code.letters, code.number) == ("003604950", "XK", "098098098098098")


def test_an_owner_that_cannot_be_read_has_no_organisation():
    """It is neither of the two."""
    code = FujianCode.read("03604950XK098").code

    assert (code.owner, code.credit, code.organisation, code.is_older) == ("03604950", None, None, False)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("0001091410000", None),
        ("00010914100Y", BaseCode),
        ("1135010000360495013000109141002", ImplementationCode),
        ("113501000036049501300010914100Y01", HandlingCode),
        ("113501000036049501XK200106", FujianCode),
        # The letters Q and R end the credit code here; the length says that it is no code of Fujian's own.
        ("1135010000360495QR3000109141000", ImplementationCode),
        (" 0001 0914 100Y ", BaseCode),
        ("无", None),
    ],
)
def test_the_length_tells_the_kind(text, kind):
    """Where it tells none, nothing is read."""
    code = read_item_code(text).code

    assert (None if code is None else type(code)) is kind


def test_what_is_no_item_code_names_all_kinds():
    """As the portals write that there is none."""
    with pytest.raises(CodeError) as caught:
        parse_item_code("无")

    assert str(caught.value) == (
        "item code '无': expected 12, 31 or 33 characters or a code of Fujian's own form, got '1' @ length; "
        "expected digits and capital letters, got '无' @ characters"
    )


def test_a_real_code_with_a_wrong_check_digit_is_kept():
    """One of Guangdong's; the digit is worked out where credit codes are tested."""
    reading = read_item_code("13440000515356094L2442199644000")

    assert str(reading.code) == "13440000515356094L2442199644000"
    assert reading.code.base.item_type_label == "公共服务"
    assert [(fault.part, fault.value, fault.expected) for fault in reading.faults] == [("credit.check", "L", "'A'")]
    with pytest.raises(CodeError):
        parse_item_code("13440000515356094L2442199644000")


@given(code=base_codes() | implementation_codes() | st.builds(HandlingCode.build, implementation_codes(), digits(2)))
def test_built_then_parsed_is_the_same(code):
    """By its own kind, and by the kind that the length tells."""
    assert type(code).parse(str(code)) == parse_item_code(str(code)) == code


@given(code=fujian_codes())
def test_built_then_parsed_is_the_same_for_fujian(code):
    """Also where an older code is as long as one of today."""
    assert FujianCode.parse(str(code)) == code


@given(
    text=st.text()
    | st.text("0123456789ABXKY无 -", max_size=36)
    | st.from_regex("[0-9X]{11,18}XK[0-9]{0,8}", fullmatch=True)
)
def test_reading_never_raises(text):
    """Whatever is brought; what is read is what stands there, and strict takes it if nothing is wrong."""
    for reading in (read_item_code(text), *(kind.read(text) for kind in (BaseCode, HandlingCode, FujianCode))):
        assert reading.text == text
        if reading.faults:
            with pytest.raises(CodeError):
                reading.strict()
        else:
            assert str(reading.strict()) == text


def test_the_real_records_are_read():
    """Of 324 items of Guangdong one has a wrong check digit; what the codes say agrees with the records."""
    path = REAL_DATA / "guangdong-items-sample.jsonl"
    if not path.exists():
        pytest.skip(f"no real records at {path}")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]

    readings = [read_item_code(row["TASK_CODE"]) for row in rows]

    wrong = [reading for reading in readings if reading.faults]
    assert [reading.text for reading in wrong] == ["13440000515356094L2442199644000"]
    for row, reading in zip(rows, readings, strict=True):
        code = reading.code.implementation if isinstance(reading.code, HandlingCode) else reading.code
        assert (str(code.base), code.credit.organisation) == (row["CATAID"], row["ORGCODE"])
        assert (code.base.item_type_label, f"{code.level_label}级") == (row["TASK_TYPE_TEXT"], row["matter_level"])
