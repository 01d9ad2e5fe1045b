"""What is wrong with a code, part by part, and what could be read of it."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar, Generic, Self, TypeVar

import attrs

from zwfw.errors import ZwfwError

__all__ = ["Code", "CodeError", "Fault", "Reading"]

T_co = TypeVar("T_co", covariant=True)


@attrs.frozen(kw_only=True)
class Fault:
    """One part of a code that is wrong.

    Attributes:
        part: The name of the part, with dots where it lies in another part, as in ``credit.check``; ``writing`` where
            blanks, hyphens or small letters had to be mended, ``length``, ``fields`` and ``characters`` where the
            text cannot be taken apart.
        value: What stands there; for ``length`` the number of characters.
        expected: What should stand there.
    """

    part: str
    value: str
    expected: str

    def __str__(self) -> str:
        return f"expected {self.expected}, got {self.value!r} @ {self.part}"


class CodeError(ZwfwError, ValueError):
    """A code is not as it should be; every part that is wrong is named.

    Attributes:
        noun: What kind of code was expected.
        text: What was brought; where a code is built, the parts one after the other.
        faults: One for each part that is wrong, with its value and what was expected.
    """

    def __init__(self, noun: str, text: str, faults: Sequence[Fault]) -> None:
        super().__init__(noun, text, tuple(faults))
        self.noun = noun
        self.text = text
        self.faults = tuple(faults)

    def __str__(self) -> str:
        return f"{self.noun} {self.text!r}: {'; '.join(map(str, self.faults))}"


@attrs.frozen(kw_only=True)
class Reading(Generic[T_co]):
    """What could be read of a text, and what is wrong with it.

    Attributes:
        noun: What kind of code was expected.
        text: The text as it was brought.
        code: The code with its parts as they stand, right or wrong; ``None`` where the text cannot be taken apart.
        faults: What is wrong; empty where the text is right.
    """

    noun: str
    text: str
    code: T_co | None
    faults: tuple[Fault, ...]

    def strict(self) -> T_co:
        """The code, if nothing is wrong with it.

        Raises:
            CodeError: If anything is.
        """
        if self.faults or self.code is None:
            raise CodeError(self.noun, self.text, self.faults)
        return self.code


class Code(ABC):
    """What all codes have in common."""

    __slots__ = ()

    noun: ClassVar[str]

    @property
    @abstractmethod
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with the parts; empty where the code was parsed or built."""

    @classmethod
    @abstractmethod
    def cut(cls, text: str) -> tuple[Self | None, tuple[Fault, ...]]:
        """The code with its parts as they stand in a tidy text; ``None`` and why where it cannot be taken apart."""

    @classmethod
    def read(cls, text: str) -> Reading[Self]:
        """Read leniently: blanks, hyphens and small letters are mended, wrong parts are kept, and all of it is told."""
        tidy = tidied(text)
        writing = (Fault(part="writing", value=text, expected=repr(tidy)),) if tidy != text else ()
        code, faults = cls.cut(tidy)
        return Reading(
            noun=cls.noun, text=text, code=code, faults=(*writing, *(faults if code is None else code.faults))
        )

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read strictly.

        Raises:
            CodeError: If anything is wrong, with every part that is.
        """
        return cls.read(text).strict()

    @classmethod
    def validate(cls, text: str) -> tuple[Fault, ...]:
        """What is wrong with a text; empty where it is right."""
        return cls.read(text).faults


C = TypeVar("C", bound=Code)


def sound(code: C) -> C:
    """The code, if nothing is wrong with its parts.

    Raises:
        CodeError: If anything is.
    """
    if code.faults:
        raise CodeError(code.noun, str(code), code.faults)
    return code


def tidied(text: str) -> str:
    """A text without blanks and hyphens, its letters capital."""
    from stdnum.util import clean

    return clean("".join(text.split()), " -").upper()


def amiss(part: str, value: str, pattern: str, expected: str) -> Iterator[Fault]:
    """The fault of a part that a pattern does not fit as a whole."""
    if not re.fullmatch(pattern, value):
        yield Fault(part=part, value=value, expected=expected)


def within(part: str, faults: Iterable[Fault]) -> Iterator[Fault]:
    """Faults of a code that is a part of another."""
    return (attrs.evolve(fault, part=f"{part}.{fault.part}") for fault in faults)


def misshapen(text: str, expected: str) -> tuple[Fault, ...]:
    """The faults of a text whose length is wrong, so that nobody can say which part is."""
    return Fault(part="length", value=str(len(text)), expected=expected), *strange(text)


def strange(text: str) -> Iterator[Fault]:
    """The fault of a text with characters that no code has; each is named once."""
    found = "".join(dict.fromkeys(re.sub("[0-9A-Z]", "", text)))
    return amiss("characters", found, "", "digits and capital letters")
