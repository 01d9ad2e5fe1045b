"""Norms: the single demands, figures, lists and bans that a clause is made of, numbered, and what carries each out."""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TypeVar

import attrs

from zwfw._data import all_of, folders, packaged, table
from zwfw.errors import DataFileError, TermError, UnknownNormError
from zwfw.terms import Term

__all__ = ["Carrier", "CarrierKind", "Modality", "Norm", "NormKind", "norm", "norms_of"]


class NormKind(StrEnum):
    """What a norm is (规范种类), in the words of the inventory."""

    RULE = "rule"
    """Something has to be so, or to be done."""

    PROHIBITION = "prohibition"
    PERMISSION = "permission"
    PARAMETER = "parameter"
    """A figure that is set."""

    TARGET = "target"
    """Something to be reached."""

    DEADLINE = "deadline"
    ENUM = "enum"
    """A list of members."""

    PATTERN = "pattern"
    """How something is named or written."""

    DEFINITION = "definition"
    CRITERION = "criterion"
    """A row of a scorecard."""


class Modality(StrEnum):
    """The force of the words (规范强度)."""

    MUST = "应"
    """应, 必须, 要, 确保, 统一, or a plain imperative."""

    MUST_NOT = "不得"
    IN_PRINCIPLE = "原则上"
    AIM = "力争"
    ENCOURAGE = "鼓励"
    MAY = "可"
    PROMOTE = "推动"
    """推动, 推进, 推行, 完善, 探索: a direction, without a must."""


class CarrierKind(StrEnum):
    """What carries a norm out (实现方式)."""

    RULE = "rule"
    LIMIT = "limit"
    PARAMETER = "parameter"
    TARGET = "target"
    MEMBERS = "members"
    """The list itself, held as data."""

    CRITERION = "criterion"
    """The scorecard whose row it is."""

    TERM = "term"
    """The date or cadence, held as data."""

    FORCE = "force"
    """The dates from which and until which its document is in force."""

    ATTESTED = "attested"
    """Only a person can say whether it holds; it stands in the checklist of the unit that owes it."""

    INFORMATIVE = "informative"
    """There is nothing to carry out."""

    PLANNED = "planned"
    """A rule will carry it out; there is none yet."""


NAMING = frozenset(
    {
        CarrierKind.RULE,
        CarrierKind.LIMIT,
        CarrierKind.PARAMETER,
        CarrierKind.TARGET,
        CarrierKind.CRITERION,
        CarrierKind.PLANNED,
    }
)
"""The kinds that name what carries the norm out."""


@attrs.frozen
class Carrier:
    """What carries a norm out (实现者).

    Attributes:
        kind: What kind of thing it is.
        id: Its id; of what is planned, the room in which it will stand; empty for the kinds that name nothing.
    """

    kind: CarrierKind
    id: str = ""

    @classmethod
    def parse(cls, text: str) -> "Carrier":
        """Read a carrier as the data write it, such as ``rule:cases.correction-told-once`` or ``attested``.

        Raises:
            ValueError: If it is of no such kind, or names something where it should not, or the other way about.
        """
        kind, colon, name = text.partition(":")
        found = CarrierKind(kind)
        if (found in NAMING) is not bool(name) or bool(colon) is not bool(name):
            raise ValueError(f"expected {'a name' if found in NAMING else 'no name'} behind {kind}, got {text!r}")
        return cls(found, name)

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}" if self.id else self.kind.value


@attrs.frozen(kw_only=True)
class Norm:
    """One norm of a clause (规范).

    Attributes:
        id: Its id, as in ``fujian-2022/2.2.10#4``: the clause, and its place in it from 1. A criterion has that of its
            clause.
        kind: What it is.
        modality: The force of its words; ``None`` where it only describes.
        text_zh: What it says, paraphrased in Chinese.
        text_en: What it says, paraphrased in English.
        members: The members of a list, or the templates of a pattern, as printed; slots stand in braces.
        is_open: Whether the text leaves the list open (等); ``None`` for what is no list.
        terms: By when or how often, where the norm says so itself.
        carriers: What carries it out, as far as the norm's own data name it; parameters and targets name their norm
            instead, see :func:`zwfw.trace`.
        note_zh: What is inferred or can be read otherwise, in Chinese; empty where nothing is.
        note_en: The same in English.

    >>> found = norm("fujian-2022/2.2.10#1")
    >>> found.kind.value, found.members, found.admits("受理通知单")
    ('enum', ('业务受理通知书', '一次性告知书'), False)
    """

    id: str
    kind: NormKind
    modality: Modality | None = None
    text_zh: str
    text_en: str
    members: tuple[str, ...] = ()
    is_open: bool | None = None
    terms: tuple[Term, ...] = ()
    carriers: tuple[Carrier, ...] = ()
    note_zh: str = ""
    note_en: str = ""

    @property
    def clause(self) -> str:
        """The reference of its clause."""
        return self.id.partition("#")[0]

    def text(self, lang: str = "zh") -> str:
        """What it says, paraphrased."""
        return self.text_zh if lang == "zh" else self.text_en

    def note(self, lang: str = "zh") -> str:
        """What is inferred or can be read otherwise."""
        return self.note_zh if lang == "zh" else self.note_en

    def admits(self, value: str) -> bool | None:
        """Whether *value* is a member of the list; ``None`` where it is none of those printed and the list is open.

        Raises:
            ValueError: If the norm is no list.
        """
        if self.is_open is None:
            raise ValueError(f"expected a list, got {self.id}, which is a {self.kind}")
        if value in self.members:
            return True
        return None if self.is_open else False


COLUMNS: tuple[str, ...] = (
    "id",
    "kind",
    "modality",
    "zh",
    "en",
    "members",
    "open",
    "due",
    "carried_by",
    "note_zh",
    "note_en",
)
CRITERIA: tuple[str, ...] = (
    "id", "card", "label_zh", "label_en", "dimension", "gist_zh", "gist_en", "due", "carried_by", "note_zh", "note_en",
)  # fmt: skip
"""The columns of a scorecard's criteria: each is a clause, and one norm of it."""

_OPEN = {"yes": True, "no": False, "": None}

T = TypeVar("T")


def split(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several."""
    return tuple(cell.split(";")) if cell else ()


class Row:
    """One row of a table, read cell by cell, so that one faulty cell hides no other."""

    def __init__(self, cells: Mapping[str, str]) -> None:
        self.cells = cells
        self.faults: list[str] = []

    def read(self, name: str, read: Callable[[str], T]) -> tuple[T, ...]:
        """What *read* makes of each value of a cell; what it cannot read is a fault."""
        found = []
        for value in split(self.cells[name]):
            try:
                found.append(read(value))
            except (ValueError, TermError) as error:
                self.faults.append(str(error))
        return tuple(found)

    def read_one(self, name: str, read: Callable[[str], T]) -> T | None:
        """What *read* makes of a cell that holds one value or none."""
        found = self.read(name, read)
        self.hold(len(split(self.cells[name])) <= 1, f"expected one {name}, got {self.cells[name]!r}")
        return found[0] if found else None

    def hold(self, is_fine: bool, fault: str) -> None:  # noqa: FBT001  (what holds, and what it means if not)
        """Note *fault* unless all is fine."""
        if not is_fine:
            self.faults.append(fault)

    def hold_texts(self, zh: str, en: str) -> None:
        """The sentence stands in both languages; so does the note, or in none."""
        has_both = bool(self.cells[zh] and self.cells[en]) and bool(self.cells["note_zh"]) is bool(
            self.cells["note_en"]
        )
        self.hold(has_both, "expected text, and notes if any, in both languages")


def _norms(path: Path, document: str, faults: list[str]) -> Iterator[Norm]:
    last: dict[str, int] = {}
    for line, values in table(path, COLUMNS, faults):
        cells = dict(zip(COLUMNS, values, strict=True))
        row = Row(cells)
        clause, _, _ = cells["id"].partition("#")
        last[clause] = last.get(clause, 0) + 1
        row.hold(
            cells["id"] == f"{clause}#{last[clause]}", f"expected the id {clause}#{last[clause]}, got {cells['id']!r}"
        )
        kind = row.read_one("kind", NormKind)
        row.hold(bool(cells["kind"]), "expected a kind, got nothing")
        row.hold(
            cells["open"] in _OPEN and bool(cells["open"]) is (cells["kind"] == NormKind.ENUM),
            f"expected yes or no for a list and nothing for the rest, got {cells['open']!r}",
        )
        found = Norm(
            id=f"{document}/{cells['id']}",
            kind=kind or NormKind.RULE,
            modality=row.read_one("modality", Modality),
            members=split(cells["members"]),
            is_open=_OPEN.get(cells["open"]),
            terms=row.read("due", Term.parse),
            carriers=row.read("carried_by", Carrier.parse),
            text_zh=cells["zh"],
            text_en=cells["en"],
            note_zh=cells["note_zh"],
            note_en=cells["note_en"],
        )
        row.hold_texts("zh", "en")
        faults += [f"{fault} @ line {line}" for fault in row.faults]
        yield found


def _criteria(path: Path, document: str, faults: list[str]) -> Iterator[Norm]:
    for line, values in table(path, CRITERIA, faults):
        cells = dict(zip(CRITERIA, values, strict=True))
        row = Row(cells)
        found = Norm(
            id=f"{document}/{cells['id']}",
            kind=NormKind.CRITERION,
            terms=row.read("due", Term.parse),
            carriers=row.read("carried_by", Carrier.parse),
            text_zh=cells["gist_zh"],
            text_en=cells["gist_en"],
            note_zh=cells["note_zh"],
            note_en=cells["note_en"],
        )
        row.hold_texts("gist_zh", "gist_en")
        faults += [f"{fault} @ line {line}" for fault in row.faults]
        yield found


@cache
def norms_of(document: str) -> tuple[Norm, ...]:
    """The norms of a document in its own order; none where the document has none.

    Raises:
        DataFileError: If the table of norms is not as it should be; all faults together, each with its line.
    """
    if document not in folders("documents"):
        return ()
    folder = packaged("documents", document)

    def load(path: Path) -> list[Norm]:
        faults: list[str] = []
        rows = list(_READERS[path.name](path, document, faults))
        if faults:
            raise DataFileError(str(path), faults)
        return rows

    held = all_of(folder, [folder / name for name in _READERS if (folder / name).exists()], load)
    return tuple(each for rows in held for each in rows)


_READERS = {"norms.csv": _norms, "criteria.csv": _criteria}


@cache
def _held(document: str) -> Mapping[str, Norm]:
    return {each.id: each for each in norms_of(document)}


def norm(id: str) -> Norm:  # noqa: A002  (the word of the data)
    """The norm with this id, as in ``fujian-2022/2.2.10#4``.

    Raises:
        UnknownNormError: If none has it; near ones of its document are named.
    """
    document, _, name = id.partition("/")
    held = _held(document)
    if id in held:
        return held[id]
    from difflib import get_close_matches

    # Whoever forgot the number is told the norms of the clause.
    near = [each for each in held if each.startswith(f"{id}#")] or get_close_matches(id, held)
    if not held:
        near = [f"{each}/{name}" for each in get_close_matches(document, folders("documents"))]
        near = [each for each in near if each in _held(each.partition("/")[0])]
    raise UnknownNormError(id, near)
