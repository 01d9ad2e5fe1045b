"""Wordings: catch-all and vague words that a material is not to be asked for with (兜底性表述、模糊性条款).

The clauses forbid them and name none of them: the list is ours, and nobody has to take it for complete.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import cache, lru_cache

import attrs

from zwfw._data import packaged, table
from zwfw.errors import DataFileError

__all__ = ["Wording", "WordingKind", "WordingPattern", "find_wordings", "wording_patterns"]

_COLUMNS = ("kind", "certain", "pattern", "found", "left")
_CERTAIN = {"yes": True, "no": False}
_SET = re.compile(r"<[a-z]+>")


class WordingKind(Enum):
    """What is wrong with a wording (表述问题)."""

    CATCH_ALL = "兜底性表述"
    VAGUE = "模糊性条款"


@attrs.frozen(kw_only=True)
class Wording:
    """One wording that was found in a text.

    Attributes:
        words: The words as they stand.
        position: The place of their first character, counted from 1.
        kind: What is wrong with them.
        is_certain: Whether they are so wherever they stand; otherwise a person has to read them.
    """

    words: str
    position: int
    kind: WordingKind
    is_certain: bool


@attrs.frozen
class WordingPattern:
    """What finds a wording: a regular expression of :mod:`re`.

    Attributes:
        pattern: The expression; what it matches is the wording.
        kind: What is wrong with what it matches.
        is_certain: Whether that is so wherever it stands; otherwise a person has to read it.
        found: A text in which it finds something.
        left: A text like it in which it does not, if one is worth telling.

    Raises:
        re.error: If it is no regular expression.
    """

    pattern: str
    kind: WordingKind = WordingKind.CATCH_ALL
    is_certain: bool = True
    found: str = attrs.field(default="", kw_only=True)
    left: str = attrs.field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        re.compile(self.pattern)


@attrs.frozen
class _Table:
    """The patterns of wordings, and what marks words as harmless that look like one."""

    patterns: tuple[WordingPattern, ...]
    harmless: tuple[WordingPattern, ...]


@cache
def _held() -> _Table:
    path = packaged("wordings.csv")
    faults: list[str] = []
    sets: dict[str, str] = {}
    patterns: list[WordingPattern] = []
    harmless: list[WordingPattern] = []
    kinds: Mapping[str, WordingKind] = {kind.value: kind for kind in WordingKind}
    for line, (kind, certain, pattern, found, left) in table(path, _COLUMNS, faults):
        try:
            whole = _SET.sub(lambda name: sets[name[0]], pattern)
            if _SET.fullmatch(kind):
                sets[kind] = whole
            elif not kind:
                harmless.append(WordingPattern(whole, found=found, left=left))
            else:
                patterns.append(WordingPattern(whole, kinds[kind], _CERTAIN[certain], found=found, left=left))
        except KeyError as unknown:
            faults.append(f"expected a kind, a set of words that stands above, yes or no, got {unknown} @ line {line}")
        except re.error as error:
            faults.append(f"expected a regular expression, got {pattern!r}: {error} @ line {line}")
    if faults:
        raise DataFileError(str(path), faults)
    return _Table(tuple(patterns), tuple(harmless))


def wording_patterns() -> tuple[WordingPattern, ...]:
    """The patterns that are held, each with a text in which it finds something."""
    return _held().patterns


def find_wordings(text: str, more: Iterable[WordingPattern | str] = ()) -> tuple[Wording, ...]:
    """The catch-all and vague wordings in *text*, in the order in which they stand.

    Wordings do not overlap: the longest counts, and one of *more* before any of ours. The character 等 counts only
    where it leaves a list open: not in 高等学校, 等级 or 同等学力, and not in 户口簿等2种材料, which closes its list.

    A name that says little without such words (证明材料, 申请文件) is not found, nor are words that our list lacks.

    Args:
        text: The name of a material, or what is asked of it.
        more: Further patterns of your own; a text stands for a pattern of catch-all wording that is certain.

    Raises:
        TypeError: If *more* is one text and not several.
        re.error: If a text among them is no regular expression.

    >>> [(each.words, each.position) for each in find_wordings("高等学校毕业证书、身份证等证明材料")]
    [('等证明材料', 13)]
    >>> [each.is_certain for each in find_wordings("购房相关证明；必要时提供原件")]
    [False, True]
    >>> find_wordings("单位介绍信")
    ()
    >>> find_wordings("单位介绍信", more=["介绍信"])[0].words
    '介绍信'
    """
    if isinstance(more, str):
        raise TypeError(f"more: expected several patterns, got the text {more!r}")
    own = tuple(WordingPattern(each) if isinstance(each, str) else each for each in more)
    return _found(text, own) if own else _found_by_ours(text)


@lru_cache(maxsize=1024)
def _found_by_ours(text: str) -> tuple[Wording, ...]:
    return _found(text, ())


def _found(text: str, own: tuple[WordingPattern, ...]) -> tuple[Wording, ...]:
    held, taken = _held(), bytearray(len(text) + 1)
    kept = _take(_matches(text, own), taken)
    _take(_matches(text, held.harmless), taken)
    kept += _take(_matches(text, held.patterns), taken)
    return tuple(sorted(kept, key=lambda each: each.position))


def _take(found: Iterable[Wording], taken: bytearray) -> list[Wording]:
    """Those of which no character is taken yet, the longest first; they take theirs."""
    kept: list[Wording] = []
    for each in sorted(found, key=lambda each: -len(each.words)):
        span = slice(each.position, each.position + len(each.words))
        if not any(taken[span]):
            taken[span] = b"\1" * len(each.words)
            kept.append(each)
    return kept


def _matches(text: str, patterns: Iterable[WordingPattern]) -> Iterator[Wording]:
    for pattern in patterns:
        for match in re.finditer(pattern.pattern, text):
            if match[0]:
                yield Wording(
                    words=match[0], position=match.start() + 1, kind=pattern.kind, is_certain=pattern.is_certain
                )
