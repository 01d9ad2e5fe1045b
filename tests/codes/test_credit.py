"""Credit codes: their parts, their check digit, and what is wrong with them.

The check digit is worked out by hand: each of the 17 characters counts by its place in 0123456789ABCDEFGHJKLMNPQRTUWXY,
times the weight of its position (1 3 9 27 19 26 16 17 20 29 25 13 8 24 10 30 28); the check digit is the character at
31 less the rest of the sum by 31.
"""

import pickle
import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from zwfw.codes import CodeError, CreditCode, Fault, Reading
from zwfw.errors import ZwfwError

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
FUZHOU_POLICE = "113501000036049501"
ORGANISATION = "9 digits or capital letters without I, O, S, V, Z"


def digits(length):
    """Texts of so many digits."""
    return st.text("0123456789", min_size=length, max_size=length)


def parts():
    """The parts that a credit code is built from."""
    return st.fixed_dictionaries(
        {
            "authority": digits(1),
            "entity_type": digits(1),
            "area": digits(6),
            "organisation": st.text(ALPHABET, min_size=9, max_size=9),
        }
    )


def told(text):
    """The faults of a text, as they are printed."""
    return [str(fault) for fault in CreditCode.validate(text)]


@pytest.mark.parametrize(
    ("text", "area", "organisation", "check"),
    [
        # 1+3+27+135+0+26+0+0 | 0+0+75+78+0+96+90+150+0 = 681 = 21*31+30; 31-30 = 1.
        (FUZHOU_POLICE, "350100", "003604950", "1"),
        # 1+3+36+108+0+0+0+0 | 0+0+150+117+24+216+70+150+168 = 1043 = 33*31+20; 31-20 = 11, which is B.
        ("11440000006939756B", "440000", "006939756", "B"),
        # 1+3+36+108+0+0+0+0 | 0+0+150+117+24+216+80+0+28 = 763 = 24*31+19; 31-19 = 12, which is C.
        ("11440000006939801C", "440000", "006939801", "C"),
        # Made up: 1+3+36+108+0+0+112+34 | 0+203+50+65+8+0+70+60+56 = 806 = 26*31+0; 31, the place 0 again.
        ("114400720725107220", "440072", "072510722", "0"),
    ],
    ids=["digit", "letter", "other letter", "no rest"],
)
def test_a_right_code_is_parsed_and_built(text, area, organisation, check):
    """Parts stand where they belong, and the check digit that is worked out is that of the code."""
    expected = CreditCode(authority="1", entity_type="1", area=area, organisation=organisation, check=check)

    assert CreditCode.parse(text) == expected
    assert CreditCode.build(authority="1", entity_type="1", area=area, organisation=organisation) == expected
    assert str(expected) == text
    assert CreditCode.validate(text) == expected.faults == ()
    assert CreditCode.read(text) == Reading(noun="credit code", text=text, code=expected, faults=())


def test_a_real_code_with_a_wrong_check_digit_is_refused_and_kept():
    """A code that Guangdong publishes.

    1+9+36+108+0+0+0+0 | 100+29+125+39+40+144+0+270+112 = 1013 = 32*31+21; 31-21 = 10, which is A and not L.
    """
    fault = Fault(part="check", value="L", expected="'A'")

    reading = CreditCode.read("13440000515356094L")

    assert reading.faults == (fault,)
    assert str(reading.code) == "13440000515356094L"
    with pytest.raises(CodeError) as caught:
        CreditCode.parse("13440000515356094L")
    assert caught.value.faults == (fault,)
    assert str(caught.value) == "credit code '13440000515356094L': expected 'A', got 'L' @ check"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("X13501000036049501", ["expected a digit, got 'X' @ authority"]),
        ("1X3501000036049501", ["expected a digit, got 'X' @ entity_type"]),
        ("1135O1000036049501", ["expected 6 digits, got '35O100' @ area"]),
        ("11350100003604I501", [f"expected {ORGANISATION}, got '003604I50' @ organisation"]),
        ("11350100003604950I", ["expected '1', got 'I' @ check"]),
        ("113501000036049502", ["expected '1', got '2' @ check"]),
        (
            "AB3501X000360495OZ",
            [
                "expected a digit, got 'A' @ authority",
                "expected a digit, got 'B' @ entity_type",
                "expected 6 digits, got '3501X0' @ area",
                f"expected {ORGANISATION}, got '00360495O' @ organisation",
                "expected a digit or capital letter of such a code, got 'Z' @ check",
            ],
        ),
        # A digit of another script is no digit here.
        ("1135010000360٣9501", [f"expected {ORGANISATION}, got '00360٣950' @ organisation"]),
    ],
)
def test_every_part_that_is_wrong_is_named(text, expected):
    """With its value and what was expected; the check digit is not worked out of parts that are wrong."""
    assert told(text) == expected
    assert str(CreditCode.read(text).code) == text
    with pytest.raises(CodeError):
        CreditCode.parse(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["expected 18 characters, got '0' @ length"]),
        (FUZHOU_POLICE[:-1], ["expected 18 characters, got '17' @ length"]),
        (FUZHOU_POLICE + "1", ["expected 18 characters, got '19' @ length"]),
        (
            "无/无",
            ["expected 18 characters, got '3' @ length", "expected digits and capital letters, got '无/' @ characters"],
        ),
    ],
    ids=["empty", "under", "over", "words"],
)
def test_a_wrong_length_leaves_no_code(text, expected):
    """Nobody can say which part is too short or too long, so none is read."""
    assert CreditCode.read(text).code is None
    assert told(text) == expected
    with pytest.raises(CodeError):
        CreditCode.parse(text)


@pytest.mark.parametrize(
    "text", [" 11440000006939756B", "11440000006939756b\r\n", "11-440000-006939756-B", "1144 0000006939756B"]
)
def test_the_writing_is_mended_and_told(text):
    """Blanks, hyphens and small letters do not hinder a lenient reader; a strict one refuses them."""
    reading = CreditCode.read(text)

    assert str(reading.code) == "11440000006939756B"
    assert reading.faults == (Fault(part="writing", value=text, expected="'11440000006939756B'"),)
    with pytest.raises(CodeError):
        CreditCode.parse(text)


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("authority", ""),
        ("entity_type", "11"),
        ("area", "35010"),
        ("area", "3501000"),
        ("organisation", "00360495"),
        ("organisation", "00360495O"),
    ],
)
def test_a_code_is_not_built_of_wrong_parts(part, value):
    """Each wrong part is named, also where the lengths would make up for each other."""
    right = {"authority": "1", "entity_type": "1", "area": "350100", "organisation": "003604950"}

    with pytest.raises(CodeError) as caught:
        CreditCode.build(**right | {part: value})

    assert [(fault.part, fault.value) for fault in caught.value.faults] == [(part, value)]


@given(parts=parts())
def test_built_then_parsed_is_the_same(parts):
    """And nothing is wrong with it."""
    code = CreditCode.build(**parts)

    assert CreditCode.parse(str(code)) == code
    assert len(str(code)) == 18


@given(parts=parts(), place=st.integers(0, 17), other=st.sampled_from(ALPHABET))
def test_one_character_that_is_wrong_is_found(parts, place, other):
    """The weights are prime to 31, so that every single slip changes the check digit."""
    text = str(CreditCode.build(**parts))
    slipped = text[:place] + other + text[place + 1 :]

    assert bool(CreditCode.validate(slipped)) is (slipped != text)


@given(text=st.text() | st.text(ALPHABET + "IOSVZ-. ", min_size=16, max_size=20))
@example(text=FUZHOU_POLICE)
def test_reading_never_raises_and_strict_agrees(text):
    """What the lenient reader finds nothing wrong with is what the strict one takes."""
    reading = CreditCode.read(text)

    if reading.faults:
        with pytest.raises(CodeError) as caught:
            reading.strict()
        assert caught.value.faults == reading.faults
    else:
        assert str(CreditCode.parse(text)) == text


def test_the_error_is_ours_and_a_value_error():
    """It carries its parts, and can be sent to another process."""
    error = CodeError("credit code", "1", [Fault(part="length", value="1", expected="18 characters")])

    again = pickle.loads(pickle.dumps(error))

    assert isinstance(again, ZwfwError)
    assert isinstance(again, ValueError)
    assert (again.noun, again.text, again.faults) == (error.noun, error.text, error.faults)
    assert str(again) == "credit code '1': expected 18 characters, got '1' @ length"


def test_python_stdnum_is_loaded_on_first_use():
    """Importing the codes does not load it, nor anything heavier."""
    code = "import sys, zwfw.codes; print(sorted({'stdnum', 'pydantic', 'cattrs'} & set(sys.modules)))"

    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert printed.strip() == "[]"
