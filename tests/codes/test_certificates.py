"""Identifiers of e-certificates: their fields, their check character, and what is wrong with them.

The check character is worked out by hand (ISO 7064 MOD 37,36): start with 36; for each character add its value (0-9 are
0-9, A-Z are 10-35), take the rest by 36 with 36 in place of 0, double it, take the rest by 37. The check is the
character whose value, added to the last number, leaves 1 when divided by 36.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwfw.codes import CertificateId, CodeError, CreditCode, Fault

CAPITALS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
TYPE = "113501000036049501001"
OF_AN_AREA = "1.2.156.3005.2.113501000036049501001.350100.1.001.W"
OF_A_BODY = "1.2.156.3005.2.11350100003604950100A.11440000006939756B.2025.002.6"


def told(text):
    """The faults of a text, as they are printed."""
    return [str(fault) for fault in CertificateId.validate(text)]


def digits(length):
    """Texts of so many digits."""
    return st.text("0123456789", min_size=length, max_size=length)


def credit_codes():
    """Right credit codes."""
    organisations = st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=9, max_size=9)
    return st.builds(
        CreditCode.build, authority=digits(1), entity_type=digits(1), area=digits(6), organisation=organisations
    )


def three():
    """Three digits or capital letters."""
    return st.text(CAPITALS, min_size=3, max_size=3)


def identifiers():
    """Right identifiers, of both kinds of issuer."""
    return st.builds(
        CertificateId.build,
        certificate_type=st.builds("{}{}".format, credit_codes(), three()),
        issuer=credit_codes() | digits(6),
        serial=st.text(CAPITALS, min_size=1, max_size=40),
        version=three(),
    )


def test_an_identifier_of_an_area():
    """Worked by hand.

    113501000036049501: 2 6 18 9 18 1 2 4 8 16 1 14 28 27 35 8 16 34; 001: 31 25 15; 350100: 36 10 20 5 10 20; 1: 5;
    001: 10 20 5. 5 and 32 are 37, which leaves 1: the check is W (32).
    """
    expected = CertificateId(certificate_type=TYPE, issuer="350100", serial="1", version="001", check="W")

    assert CertificateId.parse(OF_AN_AREA) == expected
    assert CertificateId.build(certificate_type=TYPE, issuer="350100", serial="1", version="001") == expected
    assert str(expected) == OF_AN_AREA
    assert (expected.issuer_area, expected.issuer_credit) == ("350100", None)
    assert (str(expected.type_owner), expected.type_number) == ("113501000036049501", "001")


def test_an_identifier_of_a_body():
    """Worked by hand.

    113501000036049501 as above; 00A: 31 25 33 (25 and 10 are 35, doubled 70, less 37); 11440000006939756B: 31 27 25 21
    5 10 20 3 6 12 36 18 5 28 33 4 20 25; 2025: 17 34 35 8; 002: 16 32 31. 31 and 6 are 37: the check is 6.
    """
    issuer = CreditCode.parse("11440000006939756B")

    code = CertificateId.parse(OF_A_BODY)

    assert (code.issuer_credit, code.issuer_area) == (issuer, None)
    assert (code.serial, code.version, code.check, code.type_number) == ("2025", "002", "6", "00A")
    assert code == CertificateId.build(
        certificate_type="11350100003604950100A", issuer=issuer, serial="2025", version="002"
    )


CREDIT = "a credit code (18 characters)"


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        (0, "2", ["expected '1.2.156.3005.2', got '2.2.156.3005.2' @ root"]),
        (4, "3", ["expected '1.2.156.3005.2', got '1.2.156.3005.3' @ root"]),
        (5, TYPE[:-1], [f"expected {CREDIT} and 3 characters, got '{TYPE[:-1]}' @ certificate_type"]),
        (5, TYPE + "1", [f"expected {CREDIT} and 3 characters, got '{TYPE}1' @ certificate_type"]),
        (5, "113501000036049502001", ["expected '1', got '2' @ certificate_type.owner.check"]),
        (5, "11350100003604950100/", ["expected 3 digits or capital letters, got '00/' @ certificate_type.number"]),
        (6, "35010", [f"expected {CREDIT} or an area of 6 digits, got '35010' @ issuer"]),
        (6, "3501000", [f"expected {CREDIT} or an area of 6 digits, got '3501000' @ issuer"]),
        (6, "35010A", [f"expected {CREDIT} or an area of 6 digits, got '35010A' @ issuer"]),
        (6, "11440000006939756C", ["expected 'B', got 'C' @ issuer.check"]),
        (7, "", ["expected digits and capital letters, got '' @ serial"]),
        (7, "第1号", ["expected digits and capital letters, got '第1号' @ serial"]),
        (8, "01", ["expected 3 digits or capital letters, got '01' @ version"]),
        (8, "0001", ["expected 3 digits or capital letters, got '0001' @ version"]),
        (9, "X", ["expected 'W', got 'X' @ check"]),
        (9, "", ["expected 'W', got '' @ check"]),
        (9, "WW", ["expected 'W', got 'WW' @ check"]),
    ],
)
def test_the_field_that_is_wrong_is_named(field, value, expected):
    """With its value and what was expected; the lenient reader keeps it."""
    fields = OF_AN_AREA.split(".")
    fields[field] = value
    text = ".".join(fields)

    reading = CertificateId.read(text)

    assert [str(fault) for fault in reading.faults] == expected
    assert str(reading.code) == text
    with pytest.raises(CodeError):
        CertificateId.parse(text)


def test_all_fields_that_are_wrong_are_named():
    """The check is not worked out of fields that are wrong."""
    code = CertificateId.read("1.2.156.3005.9.X.Y./.Z.?").code

    assert [fault.part for fault in code.faults] == ["root", "certificate_type", "issuer", "serial", "version", "check"]
    assert (code.type_owner, code.type_number, code.issuer_credit, code.issuer_area) == (None, None, None, None)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", ["fields"]),
        ("1.2.156.3005.2", ["fields"]),
        (OF_AN_AREA.rpartition(".")[0], ["fields"]),
        (OF_AN_AREA + ".1", ["fields"]),
        ("电子证照.1", ["fields", "characters"]),
        ("电子 证照", ["writing", "fields", "characters"]),
    ],
)
def test_a_wrong_number_of_fields_leaves_no_code(text, parts):
    """Nobody can say which one is missing."""
    reading = CertificateId.read(text)

    assert reading.code is None
    assert [fault.part for fault in reading.faults] == parts


def test_the_writing_is_mended_and_told():
    """Small letters and blanks do not hinder a lenient reader; a strict one refuses them."""
    text = f" {OF_AN_AREA.lower()}\n"

    reading = CertificateId.read(text)

    assert str(reading.code) == OF_AN_AREA
    assert reading.faults == (Fault(part="writing", value=text, expected=repr(OF_AN_AREA)),)
    with pytest.raises(CodeError, match=r"^e-certificate identifier .* @ writing$"):
        CertificateId.parse(text)


def test_wrong_parts_are_not_built():
    """All of them are named."""
    with pytest.raises(CodeError) as caught:
        CertificateId.build(certificate_type=TYPE, issuer="3501", serial="a", version="1")

    assert [(fault.part, fault.value) for fault in caught.value.faults] == [
        ("issuer", "3501"),
        ("serial", "a"),
        ("version", "1"),
    ]


@given(code=identifiers())
def test_built_then_parsed_is_the_same(code):
    """And nothing is wrong with it."""
    assert CertificateId.parse(str(code)) == code
    assert code.faults == ()


@given(code=identifiers(), data=st.data())
def test_one_character_of_the_serial_that_is_wrong_is_found(code, data):
    """The check tells every single slip."""
    place = data.draw(st.integers(0, len(code.serial) - 1))
    other = data.draw(st.sampled_from(CAPITALS))
    slipped = code.serial[:place] + other + code.serial[place + 1 :]
    text = f"{code.root}.{code.certificate_type}.{code.issuer}.{slipped}.{code.version}.{code.check}"

    assert [fault.part for fault in CertificateId.validate(text)] == ([] if slipped == code.serial else ["check"])


@given(
    text=st.text()
    | st.text("0123456789ABX.", max_size=60)
    | st.from_regex(r"1\.2(\.[0-9A-Z]{0,21}){8}", fullmatch=True)
)
def test_reading_never_raises(text):
    """Whatever is brought; what nothing is wrong with is taken as it stands."""
    reading = CertificateId.read(text)

    if reading.faults:
        with pytest.raises(CodeError):
            reading.strict()
    else:
        assert str(reading.strict()) == text
