"""Everything that zwfw raises on its own account.

Each error is a :class:`ZwfwError` and also the builtin that a reader would catch, and carries its parts as attributes.
A bad record is pydantic's ``ValidationError``, unwrapped; a breach of a norm is an outcome and is never raised.
"""

from collections.abc import Sequence
from datetime import date

__all__ = [
    "AbolishedAreaError",
    "AmbiguousAreaError",
    "ColumnError",
    "ContextError",
    "DataFileError",
    "InvalidAreaError",
    "InvalidHoursError",
    "LayerError",
    "MalformedJSONError",
    "MissingFontError",
    "OfficialNameError",
    "OtherProvinceError",
    "ParameterNotInForceError",
    "TargetNotInForceError",
    "TermError",
    "UnknownAreaError",
    "UnknownClauseError",
    "UnknownDocumentError",
    "UnknownLimitError",
    "UnknownNormError",
    "UnknownParameterError",
    "UnknownReadingError",
    "UnknownRuleError",
    "UnknownScorecardError",
    "UnknownTargetError",
    "UnknownUnitError",
    "UnpublishedYearError",
    "UnstatedHoursError",
    "ZwfwError",
]


class ZwfwError(Exception):
    """The root of all errors of this library."""


class DataFileError(ZwfwError, ValueError):
    """A data file is not as it should be; every fault is named with its place in the file.

    Attributes:
        path: The file.
        faults: One line per fault, each ending in its path, as in ``expected a date, got '2027-01-01' @ $.issued_on``.
    """

    def __init__(self, path: str, faults: Sequence[str]) -> None:
        super().__init__(path, tuple(faults))
        self.path = path
        self.faults = tuple(faults)

    def __str__(self) -> str:
        number = len(self.faults)
        return "\n  ".join([f"{self.path}: {number} fault{'s' if number > 1 else ''}", *self.faults])


class UnpublishedYearError(ZwfwError, LookupError):
    """No holiday notice is held for the year of *day*, so nobody can say yet which of its days are worked.

    Attributes:
        day: The day that was asked about, or the first day beyond the notices where an answer lies beyond them.
        first: The first day that the held notices cover; ``None`` where none is held.
        last: The last day that they cover; ``None`` where none is held.
    """

    def __init__(self, day: date, first: date | None, last: date | None) -> None:
        super().__init__(day, first, last)
        self.day = day
        self.first = first
        self.last = last

    def __str__(self) -> str:
        held = f"{self.first.year}-{self.last.year}" if self.first and self.last else "none"
        return f"no holiday notice held for {self.day.year} (asked about {self.day}); notices held: {held}"


class LayerError(ZwfwError, ValueError):
    """The days of a calendar layer contradict each other or lie outside the calendar; all faults are named.

    Attributes:
        document: The document that orders the layer.
        faults: One line per fault.
    """

    def __init__(self, document: str, faults: Sequence[str]) -> None:
        super().__init__(document, tuple(faults))
        self.document = document
        self.faults = tuple(faults)

    def __str__(self) -> str:
        return f"layer of {self.document}: {'; '.join(self.faults)}"


class _FaultsError(ZwfwError, ValueError):
    """Something brought does not fit; every fault is named.

    Attributes:
        faults: One line per fault.
    """

    def __init__(self, *faults: str) -> None:
        super().__init__(*faults)
        self.faults = faults

    def __str__(self) -> str:
        return "; ".join(self.faults)


class ColumnError(_FaultsError):
    """An argument is not the column of days or numbers that was expected; each fault opens with the argument's name."""


class InvalidHoursError(_FaultsError):
    """Opening hours do not fit together, or a number of minutes does not fit a question; faults name their place."""


class UnstatedHoursError(ZwfwError, LookupError):
    """The opening hours say nothing about a day, because it lies outside their validity.

    Attributes:
        day: The day that was asked about, or the first that could not be reached.
        first: The first day that the hours are valid; ``None`` where it is open.
        last: The last day that they are valid; ``None`` where it is open.
    """

    def __init__(self, day: date, first: date | None, last: date | None) -> None:
        super().__init__(day, first, last)
        self.day = day
        self.first = first
        self.last = last

    def __str__(self) -> str:
        since = f"from {self.first} " if self.first else ""
        until = f"to {self.last}" if self.last else "on"
        return f"no opening hours are stated for {self.day}; these are valid {since}{until}"


class OfficialNameError(_FaultsError):
    """What is said of an official name or the text of a seal fits no form; each fault opens with its place."""


class MalformedJSONError(ZwfwError, ValueError):
    """A text is no JSON.

    Attributes:
        line: The line in which it ceases to be, from 1.
        column: The column, from 1.
        why: What was expected there.
    """

    def __init__(self, line: int, column: int, why: str) -> None:
        super().__init__(line, column, why)
        self.line = line
        self.column = column
        self.why = why

    def __str__(self) -> str:
        return f"no JSON at line {self.line}, column {self.column}: {self.why}"


class _UnknownNameError(ZwfwError, LookupError):
    """Something was asked for by a name that is not held.

    Attributes:
        asked: What was asked for.
        candidates: What may have been meant; empty where nothing comes near.
    """

    noun = "thing"

    def __init__(self, asked: str, candidates: Sequence[str] = ()) -> None:
        super().__init__(asked, tuple(candidates))
        self.asked = asked
        self.candidates = tuple(candidates)

    def __str__(self) -> str:
        hint = f"; did you mean {', '.join(self.candidates)}?" if self.candidates else ""
        return f"no {self.noun} {self.asked!r} is held{hint}"


class UnknownAreaError(_UnknownNameError):
    """No area has this code or name."""

    noun = "area"


class OtherProvinceError(UnknownAreaError):
    """The code is of another province; only Fujian is held."""

    def __str__(self) -> str:
        return f"no area {self.asked!r} is held: only areas of Fujian are, and their codes begin with 35"


class AbolishedAreaError(UnknownAreaError):
    """The code or the name has ended; the one candidate is the area that it went into."""

    def __str__(self) -> str:
        return f"area {self.asked!r} has ended; its successor is {self.candidates[0]}"


class AmbiguousAreaError(ZwfwError, LookupError):
    """A name fits several areas.

    Attributes:
        asked: The name.
        candidates: Code and full name of each area that it fits.
    """

    def __init__(self, asked: str, candidates: Sequence[str]) -> None:
        super().__init__(asked, tuple(candidates))
        self.asked = asked
        self.candidates = tuple(candidates)

    def __str__(self) -> str:
        return f"area name {self.asked!r} fits {len(self.candidates)} areas: {', '.join(self.candidates)}"


class InvalidAreaError(ZwfwError, ValueError):
    """What is said about an area does not fit together, such as a code and the name of another area."""


class UnknownDocumentError(_UnknownNameError):
    """No document has this id."""

    noun = "document"


class UnknownClauseError(_UnknownNameError):
    """No clause has this reference."""

    noun = "clause"


class UnknownNormError(_UnknownNameError):
    """No norm has this id."""

    noun = "norm"


class UnknownUnitError(_UnknownNameError):
    """No document names a unit so."""

    noun = "unit"


class UnknownTargetError(_UnknownNameError):
    """No target has this key."""

    noun = "target"


class UnknownScorecardError(_UnknownNameError):
    """No scorecard has this id."""

    noun = "scorecard"


class TermError(ZwfwError, ValueError):
    """What is written is no term of completion."""


class UnknownLimitError(_UnknownNameError):
    """No time limit has this id."""

    noun = "time limit"


class UnknownParameterError(_UnknownNameError):
    """No parameter has this key, or none of its values is in force for the area and day."""

    noun = "parameter"


class _NotInForceError(_UnknownNameError):
    """It is held, and none of its values is in force for the area and day.

    Attributes:
        states: For each document that sets a value, whether it is in force there and then, in words.
    """

    def __init__(self, asked: str, states: Sequence[str] = ()) -> None:
        super().__init__(asked)
        self.states = tuple(states)

    def __str__(self) -> str:
        return f"no value of the {self.noun} {self.asked} is in force here: {'; '.join(self.states)}"


class ParameterNotInForceError(_NotInForceError, UnknownParameterError):
    """A parameter is held, and none of its values is in force for the area and day."""


class TargetNotInForceError(_NotInForceError, UnknownTargetError):
    """A target is held, and none of its values is in force for the area and day."""


class UnknownRuleError(_UnknownNameError):
    """No rule has this id."""

    noun = "rule"


class UnknownReadingError(_UnknownNameError):
    """No clause leaves this reading open, or it has no such option."""

    noun = "reading"


class ContextError(ZwfwError, ValueError):
    """The context does not fit: a moment that cannot be read, or a call that needs what it does not have."""


class MissingFontError(ZwfwError, LookupError):
    """No font on this machine can draw a Chinese text.

    Attributes:
        characters: Those that no font has, or that the chosen one has not.
        font: The font that was chosen; empty where none was.
    """

    def __init__(self, characters: str, font: str = "") -> None:
        super().__init__(characters, font)
        self.characters = characters
        self.font = font

    def __str__(self) -> str:
        lacking = f"font {self.font!r} does not have" if self.font else "no installed font has"
        return (
            f"{lacking} the characters {self.characters[:10]}; install one that does, such as Noto Sans CJK "
            "(Debian and Ubuntu: apt install fonts-noto-cjk; Fedora: dnf install google-noto-sans-cjk-fonts; "
            "elsewhere: https://github.com/notofonts/noto-cjk), or name a font or its file"
        )
