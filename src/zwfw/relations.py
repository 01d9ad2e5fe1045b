"""Relations: how the rows of one task table relate to those of the table that it carries out (对照关系)."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TypeVar

import attrs

from zwfw._data import all_of, folders, packaged, table
from zwfw.clauses import Clause, Lang, clause, document
from zwfw.errors import ContextError, DataFileError, UnknownClauseError
from zwfw.norms import split

__all__ = ["Comparison", "Difference", "Inherited", "Relation", "RelationKind", "compare", "compared"]


class RelationKind(StrEnum):
    """How a narrower row stands to the wider one (对照结果)."""

    SAME = "相同"
    """Only names of bodies or places differ, or words without effect."""

    STRICTER = "更严"
    LOOSER = "更宽"
    LOCALISED = "本地化"
    """The same subject, turned to local bodies, platforms or places; neither stricter nor looser."""

    NEW = "新增"
    DROPPED = "未对应"
    """A row of the wider table without counterpart; silence is not repeal."""

    INHERITED = "沿用"
    """Not restated, so the wider value holds."""


@attrs.frozen(kw_only=True)
class Relation:
    """How one row relates to its counterpart (条款对照).

    Attributes:
        wider: The row of the wider table; ``None`` where there is none.
        narrower: The row of the narrower table; ``None`` where there is none.
        kinds: How they relate in content; several may hold at once.
        note_zh: What differs, paraphrased in Chinese.
        note_en: The same in English.
    """

    wider: Clause | None
    narrower: Clause | None
    kinds: frozenset[RelationKind]
    note_zh: str = ""
    note_en: str = ""

    @property
    def is_looser(self) -> bool:
        """Whether something is looser than the wider table has it."""
        return RelationKind.LOOSER in self.kinds

    @property
    def term_differs(self) -> bool:
        """Whether both rows have a term and the terms differ; an area's own date is compared, not the whole table."""
        if self.wider is None or self.narrower is None:
            return False
        mine = document(self.narrower.document).area
        theirs = self.wider.term
        if mine in theirs.on_by_area:
            return theirs.on_by_area[mine] != self.narrower.term.on
        return theirs != self.narrower.term

    def note(self, lang: Lang = "zh") -> str:
        """What differs, paraphrased."""
        return self.note_zh if lang == "zh" else self.note_en


@attrs.frozen(kw_only=True)
class Difference:
    """One subject on which two tables differ, with both values (差异).

    Attributes:
        narrower: The row of the narrower table.
        kind: Which way it goes.
        subject_zh: What differs, in Chinese.
        subject_en: The same in English.
        wider_zh: What the wider table says, in Chinese.
        wider_en: The same in English.
        narrower_zh: What the narrower table says, in Chinese.
        narrower_en: The same in English.
    """

    narrower: Clause
    kind: RelationKind
    subject_zh: str
    subject_en: str
    wider_zh: str
    wider_en: str
    narrower_zh: str
    narrower_en: str

    @property
    def is_looser(self) -> bool:
        """Whether the narrower table is looser."""
        return self.kind is RelationKind.LOOSER


@attrs.frozen(kw_only=True)
class Inherited:
    """A demand of the wider table that its counterpart does not restate, and that still holds (沿用).

    Attributes:
        wider: The row that states it.
        narrower: The counterpart that is silent.
        text_zh: What it is, in Chinese.
        text_en: The same in English.
    """

    wider: Clause
    narrower: Clause
    text_zh: str
    text_en: str


@attrs.frozen(kw_only=True)
class Comparison:
    """How two task tables relate (对照表).

    Attributes:
        wider: The id of the wider document.
        narrower: The id of the narrower one.
        relations: One for each row of either table, in the order of the narrower one, rows without counterpart last.
        differences: The subjects on which they differ in value or content.
        inherited: What the narrower table is silent about.
    """

    wider: str
    narrower: str
    relations: tuple[Relation, ...]
    differences: tuple[Difference, ...]
    inherited: tuple[Inherited, ...]

    @property
    def looser(self) -> tuple[Relation | Difference, ...]:
        """Where the narrower table is looser than the wider one: rows first, then single subjects."""
        return (
            *(each for each in self.relations if each.is_looser),
            *(each for each in self.differences if each.is_looser),
        )

    @property
    def terms(self) -> tuple[Relation, ...]:
        """The pairs of rows whose terms differ."""
        return tuple(each for each in self.relations if each.term_differs)

    def of(self, ref: str) -> Relation:
        """The relation of one row, of either table.

        Raises:
            UnknownClauseError: If neither table has it.

        >>> found = compare("fujian-2022", "xiamen-2022").of("xiamen-2022/1.1.5")
        >>> found.wider.ref, [kind.value for kind in found.kinds]
        ('fujian-2022/1.1.6', ['本地化'])
        """
        for each in self.relations:
            if any(side is not None and side.ref == ref for side in (each.wider, each.narrower)):
                return each
        raise UnknownClauseError(f"{ref} in {self.wider} or {self.narrower}")


_RELATIONS = ("narrower", "wider", "relation", "note_zh", "note_en")
_DIFFERENCES = (
    "narrower", "subject_zh", "subject_en", "wider_zh", "wider_en", "narrower_zh", "narrower_en", "direction",
)  # fmt: skip
_INHERITED = ("narrower", "wider", "zh", "en")

T = TypeVar("T")


def _reader(columns: Sequence[str], build: Callable[[Mapping[str, str]], T], found: list[T]) -> Callable[[Path], None]:
    """A reader of one table, which puts what it builds into *found*."""

    def load(path: Path) -> None:
        faults: list[str] = []
        for line, cells in table(path, columns, faults):
            try:
                found.append(build(dict(zip(columns, cells, strict=True))))
            except DataFileError:
                raise  # a file on which this one rests is at fault
            except (ValueError, UnknownClauseError) as error:
                faults.append(f"{error} @ line {line}")
        if faults:
            raise DataFileError(str(path), faults)

    return load


def compared() -> tuple[tuple[str, str], ...]:
    """The pairs of documents of which the second carries the first out.

    >>> compared()
    (('fujian-2022', 'xiamen-2022'),)
    """
    pairs = [name.partition("..") for name in folders("relations")]
    if not all(narrower for _, _, narrower in pairs):
        raise DataFileError(str(packaged("relations")), ["expected folders named <wider>..<narrower>"])
    return tuple((wider, narrower) for wider, _, narrower in pairs)


@cache
def compare(wider: str, narrower: str) -> Comparison:
    """How the rows of the document *narrower* relate to those of *wider*, which it carries out.

    Raises:
        UnknownDocumentError: If no document has one of these ids.
        ContextError: If the two are not held to relate.
        DataFileError: If the data are not as they should be; all faults of a file together, each with its line.

    >>> found = compare("fujian-2022", "xiamen-2022")
    >>> len(found.relations), len(found.terms), [str(each.narrower) for each in found.looser][:2]
    (100, 17, ['xiamen-2022/1.3.2', 'xiamen-2022/2.1.2'])
    """
    held = f"{document(wider).id}..{document(narrower).id}"
    if held not in folders("relations"):
        raise ContextError(f"expected two documents of which one carries the other out, got {wider} and {narrower}")

    seen: set[str] = set()

    def relation(row: Mapping[str, str]) -> Relation:
        kinds = frozenset(map(RelationKind, split(row["relation"])))
        sides = [f"{side}/{row[name]}" for side, name in ((wider, "wider"), (narrower, "narrower")) if row[name]]
        if not kinds or not sides or not seen.isdisjoint(sides):
            raise ValueError("expected a relation, and rows that stand in no other one")
        seen.update(sides)
        return Relation(
            wider=clause(f"{wider}/{row['wider']}") if row["wider"] else None,
            narrower=clause(f"{narrower}/{row['narrower']}") if row["narrower"] else None,
            kinds=kinds,
            note_zh=row["note_zh"],
            note_en=row["note_en"],
        )

    def difference(row: Mapping[str, str]) -> Difference:
        texts = {name: row[name] for name in _DIFFERENCES[1:-1]}
        return Difference(
            narrower=clause(f"{narrower}/{row['narrower']}"), kind=RelationKind(row["direction"]), **texts
        )

    def inherited(row: Mapping[str, str]) -> Inherited:
        return Inherited(
            wider=clause(f"{wider}/{row['wider']}"),
            narrower=clause(f"{narrower}/{row['narrower']}"),
            text_zh=row["zh"],
            text_en=row["en"],
        )

    relations: list[Relation] = []
    differences: list[Difference] = []
    inheritance: list[Inherited] = []
    loads = {
        "relations.csv": _reader(_RELATIONS, relation, relations),
        "differences.csv": _reader(_DIFFERENCES, difference, differences),
        "inherited.csv": _reader(_INHERITED, inherited, inheritance),
    }
    folder = packaged("relations", held)
    all_of(folder, [folder / name for name in loads], lambda path: loads[path.name](path))
    return Comparison(
        wider=wider,
        narrower=narrower,
        relations=tuple(relations),
        differences=tuple(differences),
        inherited=tuple(inheritance),
    )
