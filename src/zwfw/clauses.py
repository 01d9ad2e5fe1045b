"""The documents and what they are made of: clauses, their citations, and when they are in force."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Literal

import attrs

from zwfw._data import all_of, folders, packaged, read, table
from zwfw.areas import Area
from zwfw.errors import DataFileError, UnknownAreaError, UnknownClauseError, UnknownDocumentError
from zwfw.norms import CRITERIA, Norm, Row, norms_of, split
from zwfw.terms import Term, TermForm
from zwfw.units import is_unit

__all__ = [
    "Basis",
    "Clause",
    "ClauseKind",
    "Document",
    "ForceState",
    "ForceStatus",
    "InForce",
    "Lang",
    "clause",
    "document",
    "documents",
]

Lang = Literal["zh", "en"]


class Basis(StrEnum):
    """How well a date of force is known (依据)."""

    STATED = "明文"
    """The document prints it."""

    ASSUMED = "推定"
    """The document does not print it; the note says what was assumed and why."""


class ForceState(StrEnum):
    """Whether a document binds an area on a day (效力状态)."""

    IN_FORCE = "有效"
    NOT_YET = "尚未施行"
    ENDED = "已失效"
    NEVER = "不适用于本地"
    UNCERTAIN = "施行日期不明"
    """The day lies in the stretch in which the document was issued, on a day that it does not print."""


class ClauseKind(StrEnum):
    """What kind of clause it is (条款种类)."""

    TASK = "任务"
    ARTICLE = "条"
    GOAL = "总体目标"
    SAFEGUARD = "保障措施"
    VALIDITY = "有效期"
    CRITERION = "评定内容"
    """A row of a scorecard."""


@attrs.frozen(kw_only=True)
class InForce:
    """From which day to which a document is in force (施行期间); both days count.

    Attributes:
        first: The first day on which it is surely in force.
        last: The last day; ``None`` while it has no end.
        earliest: Where *first* is assumed: the first day on which it may have been in force already.
        reading: The reading that decides the last day; empty where only one is possible.
        last_by_reading: The last day under each of its options that has one of its own.
        basis: Whether the dates are printed or assumed.
        note_zh: What was assumed and why, in Chinese.
        note_en: The same in English.
    """

    first: date
    last: date | None = None
    earliest: date | None = None
    reading: str = ""
    last_by_reading: Mapping[str, date] = attrs.field(factory=dict, hash=False)
    basis: Basis = Basis.STATED
    note_zh: str = ""
    note_en: str = ""

    def faults(self) -> Iterator[str]:
        """What keeps the days from being a stretch: an end before its beginning, or options without a reading."""
        for last in (self.last, *self.last_by_reading.values()):
            if last is not None and last < self.first:
                yield f"expected a last day from {self.first} on, got {last}"
        if self.earliest is not None and self.earliest > self.first:
            yield f"expected an earliest day up to {self.first}, got {self.earliest}"
        if bool(self.reading) is not bool(self.last_by_reading):
            yield "expected a reading and its last days, or neither"

    def overlaps(self, other: "InForce") -> bool:
        """Whether both are surely in force on some day."""
        return (self.last or date.max) >= other.first and (other.last or date.max) >= self.first

    def state(self, day: date, option: str | None = None) -> ForceState:
        """The state on *day*, with the last day of the reading *option* where that reading has one of its own."""
        last = self.last_by_reading.get(option, self.last) if option else self.last
        if last is not None and day > last:
            return ForceState.ENDED
        if day >= self.first:
            return ForceState.IN_FORCE
        return ForceState.UNCERTAIN if self.earliest and day >= self.earliest else ForceState.NOT_YET


@attrs.frozen(kw_only=True)
class Clause:
    """One clause of a document (条款): a task, an article, a row of a scorecard.

    Attributes:
        document: The document's id.
        id: The clause's id in it, as in ``2.2.10`` or ``task-5``.
        kind: What kind of clause it is.
        title: Its official short title; empty where it has none. Of a criterion, what it rates (评定项目).
        label_zh: How the document numbers it, as in ``二（二）10``.
        label_en: The same in English.
        gist_zh: What it asks, paraphrased in Chinese.
        gist_en: What it asks, paraphrased in English.
        lead: The units that lead (牵头单位), as printed.
        lead_in_full: The same with every shared prefix or suffix restored.
        units: The units that answer for it (责任单位), as printed; of an article, those that it addresses.
        units_in_full: The same with every shared prefix or suffix restored.
        term: By when it has to be done.
        is_exploration: Whether the text only asks to explore (探索), so that a result is not owed.
        card: Of a criterion, its scorecard, as in ``hanjiang-2023/village``.
        note_zh: What has to be known to read it, in Chinese; empty where nothing has.
        note_en: The same in English.
    """

    document: str
    id: str
    kind: ClauseKind
    title: str
    label_zh: str = attrs.field(repr=False)
    label_en: str = attrs.field(repr=False)
    gist_zh: str = attrs.field(repr=False)
    gist_en: str = attrs.field(repr=False)
    lead: tuple[str, ...] = attrs.field(default=(), repr=False)
    lead_in_full: tuple[str, ...] = attrs.field(default=(), repr=False)
    units: tuple[str, ...] = attrs.field(default=(), repr=False)
    units_in_full: tuple[str, ...] = attrs.field(default=(), repr=False)
    term: Term = attrs.field(factory=lambda: Term(form=TermForm.NONE), repr=False)
    is_exploration: bool = attrs.field(default=False, repr=False)
    card: str = attrs.field(default="", repr=False)
    note_zh: str = attrs.field(default="", repr=False)
    note_en: str = attrs.field(default="", repr=False)

    @property
    def norms(self) -> tuple[Norm, ...]:
        """The norms that it is made of, in its own order.

        >>> [each.kind.value for each in clause("fujian-2022/2.2.11").norms]
        ['rule', 'parameter']
        """
        return _norms_by_clause(self.document).get(self.ref, ())

    @property
    def ref(self) -> str:
        """The reference that rules and data use.

        >>> clause("fujian-2022/2.2.10").ref
        'fujian-2022/2.2.10'
        """
        return f"{self.document}/{self.id}"

    def cite(self, lang: Lang = "zh") -> str:
        """The clause as a letter would cite it.

        >>> clause("fujian-2022/2.2.10").cite("zh")
        '闽政〔2022〕24号 附件 二（二）10'
        >>> clause("fujian-2022/2.2.10").cite("en")
        'Min Zheng [2022] No. 24, annex, 2.2.10'
        """
        held = document(self.document)
        return f"{held.cite_zh} {self.label_zh}" if lang == "zh" else f"{held.cite_en}, {self.label_en}"

    def gist(self, lang: Lang = "zh") -> str:
        """What the clause asks, paraphrased."""
        return self.gist_zh if lang == "zh" else self.gist_en

    def note(self, lang: Lang = "zh") -> str:
        """What has to be known to read it; empty where nothing has."""
        return self.note_zh if lang == "zh" else self.note_en

    def __str__(self) -> str:
        return self.ref


@attrs.frozen(kw_only=True)
class Document:
    """One document (文件) and its clauses.

    Attributes:
        id: The id that references begin with.
        title_zh: The official title.
        title_en: Our translation of it.
        number: The document number; empty where none is printed.
        issuer: The issuing body; empty where none is printed.
        area: The code of the area that it binds.
        issued_on: The day of issue; ``None`` where none is printed.
        in_force: From when to when it is in force.
        cite_zh: How citations begin in Chinese.
        cite_en: How citations begin in English.
    """

    id: str
    title_zh: str
    title_en: str
    number: str = ""
    issuer: str = ""
    area: str
    issued_on: date | None = None
    in_force: InForce
    cite_zh: str
    cite_en: str

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Its clauses in its own order, the criteria of its scorecards last.

        Raises:
            DataFileError: If a table of clauses is not as it should be; all its faults together, each with its line.
        """
        return tuple(clauses_of(self.id).values())

    def force(self, area: Area, day: date, option: str | None = None) -> "ForceStatus":
        """Whether it binds *area* on *day*: in force, not yet, ended, never, or not known.

        Args:
            area: The area that asks; a document binds its own area and all within it.
            day: The day whose law is asked for.
            option: The option chosen where the clause on validity has two readings.
        """
        mine = Area(self.area)
        if not area.is_within(mine):
            return ForceStatus(document=self.id, state=ForceState.NEVER)
        state = self.in_force.state(day, option)
        others = {self.in_force.state(day, other) for other in (*self.in_force.last_by_reading, None)}
        last = self.in_force.last_by_reading.get(option, self.in_force.last) if option else self.in_force.last
        return ForceStatus(
            document=self.id,
            state=state,
            first=self.in_force.first,
            last=last,
            readings_differ=len(others) > 1,
        )


@attrs.frozen(kw_only=True)
class ForceStatus:
    """Whether one document binds an area on a day, and since or until when.

    Attributes:
        document: The document's id.
        state: The answer.
        first: The first day on which it is surely in force; ``None`` where it never binds the area.
        last: The last day; ``None`` while it has no end.
        readings_differ: Whether another reading of its validity gives another state on that day.
    """

    document: str
    state: ForceState
    first: date | None = None
    last: date | None = None
    readings_differ: bool = False


COLUMNS: tuple[str, ...] = (
    "id", "kind", "title", "label_zh", "label_en", "lead", "lead_expanded", "units", "units_expanded", "deadline",
    "force", "gist_zh", "gist_en", "note_zh", "note_en",
)  # fmt: skip


def _tasks(path: Path, document: str, faults: list[str]) -> Iterator[tuple[int, Clause]]:
    for line, values in table(path, COLUMNS, faults):
        cells = dict(zip(COLUMNS, values, strict=True))
        row = Row(cells)
        names: dict[str, tuple[str, ...]] = {}
        for column in ("lead", "units"):
            printed = split(cells[column])
            in_full = split(cells[f"{column}_expanded"]) or printed
            names |= {column: printed, f"{column}_in_full": in_full}
            row.hold(
                len(in_full) >= len(printed),
                f"expected {len(printed)} names in {column}_expanded, got {len(in_full)}",
            )
            for each in in_full:
                row.hold(is_unit(each), f"no unit {each!r} is held in {column}")
        row.hold(cells["force"] in ("", "探索"), f"expected 探索 or nothing, got {cells['force']!r}")
        row.hold_texts("gist_zh", "gist_en")
        terms = row.read("deadline", Term.parse)
        kind = row.read_one("kind", ClauseKind)
        row.hold(bool(cells["kind"]), "expected a kind, got nothing")
        found = Clause(
            document=document,
            id=cells["id"],
            kind=kind or ClauseKind.TASK,
            title=cells["title"],
            label_zh=cells["label_zh"],
            label_en=cells["label_en"],
            gist_zh=cells["gist_zh"],
            gist_en=cells["gist_en"],
            lead=names["lead"],
            lead_in_full=names["lead_in_full"],
            units=names["units"],
            units_in_full=names["units_in_full"],
            term=terms[0] if terms else Term(form=TermForm.NONE),
            is_exploration=bool(cells["force"]),
            note_zh=cells["note_zh"],
            note_en=cells["note_en"],
        )
        faults += [f"{fault} @ line {line}" for fault in row.faults]
        yield line, found


def _criteria(path: Path, document: str, faults: list[str]) -> Iterator[tuple[int, Clause]]:
    for line, cells in table(path, CRITERIA, faults):
        row = dict(zip(CRITERIA, cells, strict=True))
        found = Clause(
            document=document,
            id=row["id"],
            kind=ClauseKind.CRITERION,
            card=f"{document}/{row['card']}",
            title=row["dimension"],
            label_zh=row["label_zh"],
            label_en=row["label_en"],
            gist_zh=row["gist_zh"],
            gist_en=row["gist_en"],
            note_zh=row["note_zh"],
            note_en=row["note_en"],
        )
        yield line, found


@cache
def clauses_of(document_id: str) -> Mapping[str, Clause]:
    """The clauses of a document by their ids in it, read without its head.

    Raises:
        DataFileError: If a table of clauses is not as it should be; all its faults together, each with its line.
    """
    folder = packaged("documents", document_id)
    found: dict[str, Clause] = {}

    def load(path: Path) -> None:
        faults: list[str] = []
        for line, row in _READERS[path.name](path, document_id, faults):
            if row.id in found:
                faults.append(f"clause stands twice: {row.id} @ line {line}")
            found[row.id] = row
        if faults:
            raise DataFileError(str(path), faults)

    all_of(folder, [folder / name for name in _READERS if (folder / name).exists()], load)
    return found


_READERS = {"clauses.csv": _tasks, "criteria.csv": _criteria}


@cache
def _norms_by_clause(document_id: str) -> Mapping[str, tuple[Norm, ...]]:
    found: dict[str, tuple[Norm, ...]] = {}
    for each in norms_of(document_id):
        found[each.clause] = (*found.get(each.clause, ()), each)
    held = {each.ref for each in clauses_of(document_id).values()}
    faults = [f"norms.csv: no clause {ref!r} is held" for ref in found if ref not in held]
    if faults:
        raise DataFileError(str(packaged("documents", document_id)), faults)
    return found


@cache
def _held() -> Mapping[str, Document]:
    folder = packaged("documents")

    def load(path: Path) -> Document:
        row = read(path, Document)
        faults = [f"expected the id {path.parent.name}, got {row.id} @ $.id"] if row.id != path.parent.name else []
        faults += [f"{fault} @ $.in_force" for fault in row.in_force.faults()]
        try:
            Area(row.area)
        except UnknownAreaError as error:
            faults.append(f"{error} @ $.area")
        if faults:
            raise DataFileError(str(path), faults)
        return row

    return {
        row.id: row for row in all_of(folder, [folder / name / "document.toml" for name in folders("documents")], load)
    }


def documents() -> tuple[Document, ...]:
    """All documents that are held, by id.

    >>> [held.id for held in documents()]
    ['fujian-2022', 'hanjiang-2023', 'putian-2025', 'xiamen-2022']
    """
    return tuple(_held().values())


def document(id: str) -> Document:  # noqa: A002  (the word of the data)
    """The document with this id.

    Raises:
        UnknownDocumentError: If none has it; the ids that are held are named.
    """
    try:
        return _held()[id]
    except KeyError:
        raise UnknownDocumentError(id, tuple(_held())) from None


def clause(ref: str) -> Clause:
    """The clause with this reference, as in ``fujian-2022/2.2.10``.

    Raises:
        UnknownClauseError: If none has it; those of the same document that come near are named.
    """
    held, _, name = ref.partition("/")
    if held in _held():
        found = clauses_of(held)
        if name in found:
            return found[name]
        near = [f"{held}/{each}" for each in found]
    else:
        near = list(_held())
    from difflib import get_close_matches

    raise UnknownClauseError(ref, get_close_matches(ref, near))
