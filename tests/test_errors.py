"""Every error is ours and also the builtin that a reader would catch, and says what, where and what was expected."""

import pickle
from datetime import date

import pytest

from zwfw import errors
from zwfw.errors import (
    AbolishedAreaError,
    AmbiguousAreaError,
    ColumnError,
    DataFileError,
    InvalidHoursError,
    LayerError,
    MissingFontError,
    OtherProvinceError,
    UnknownRuleError,
    UnpublishedYearError,
    UnstatedHoursError,
    ZwfwError,
)

DAY = date(2027, 1, 4)
NOTO = (
    "Noto Sans CJK (Debian and Ubuntu: apt install fonts-noto-cjk; Fedora: dnf install google-noto-sans-cjk-fonts; "
    "elsewhere: https://github.com/notofonts/noto-cjk), or name a font or its file"
)


@pytest.mark.parametrize(
    ("error", "builtin", "text"),
    [
        (
            UnpublishedYearError(DAY, date(2007, 1, 1), date(2026, 12, 31)),
            LookupError,
            "no holiday notice held for 2027 (asked about 2027-01-04); notices held: 2007-2026",
        ),
        (
            UnpublishedYearError(DAY, None, None),
            LookupError,
            "no holiday notice held for 2027 (asked about 2027-01-04); notices held: none",
        ),
        (DataFileError("a.toml", ["x @ $.y"]), ValueError, "a.toml: 1 fault\n  x @ $.y"),
        (DataFileError("a.toml", ["x", "y"]), ValueError, "a.toml: 2 faults\n  x\n  y"),
        (LayerError("莆防指〔2023〕5号", ["a", "b"]), ValueError, "layer of 莆防指〔2023〕5号: a; b"),
        (AmbiguousAreaError("平潭", ["1 a", "2 b"]), LookupError, "area name '平潭' fits 2 areas: 1 a, 2 b"),
        (
            OtherProvinceError("110101"),
            LookupError,
            "no area '110101' is held: only areas of Fujian are, and their codes begin with 35",
        ),
        (
            AbolishedAreaError("350681", ["350604 龙海区"]),
            LookupError,
            "area '350681' has ended; its successor is 350604 龙海区",
        ),
        (
            MissingFontError("涵江", "Arial"),
            LookupError,
            f"font 'Arial' does not have the characters 涵江; install one that does, such as {NOTO}",
        ),
        (UnknownRuleError("x"), LookupError, "no rule 'x' is held"),
        (UnknownRuleError("x", ["y", "z"]), LookupError, "no rule 'x' is held; did you mean y, z?"),
        (ColumnError("days: a", "n: b"), ValueError, "days: a; n: b"),
        (InvalidHoursError("a", "b"), ValueError, "a; b"),
        (
            UnstatedHoursError(DAY, None, None),
            LookupError,
            "no opening hours are stated for 2027-01-04; these are valid on",
        ),
    ],
)
def test_messages(error, builtin, text):
    """One sentence in lower case, the parts as attributes, and it survives a pickle."""
    assert isinstance(error, ZwfwError)
    assert isinstance(error, builtin)
    assert str(error) == text
    assert str(pickle.loads(pickle.dumps(error))) == text


def test_every_error_is_public():
    """All of them are in the list, and each is a child of the root and of a builtin."""
    for name in errors.__all__:
        kind = getattr(errors, name)
        assert issubclass(kind, ZwfwError)
        assert kind is ZwfwError or issubclass(kind, (LookupError, ValueError))
