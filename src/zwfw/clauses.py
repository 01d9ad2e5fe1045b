"""The documents and what they are made of: clauses, their citations, and when they are in force."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Literal

import attrs

from zwfw._data import packaged, read
from zwfw.areas import Area
from zwfw.errors import DataFileError, UnknownClauseError, UnknownDocumentError

__all__ = [
    "Basis",
    "Clause",
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
        title: Its official short title.
        label_zh: How the document numbers it, as in ``二（二）10``.
        label_en: The same in English.
        gist_zh: What it asks, paraphrased in Chinese.
        gist_en: What it asks, paraphrased in English.
    """

    document: str = ""
    id: str
    title: str
    label_zh: str
    label_en: str
    gist_zh: str
    gist_en: str

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
        clauses: Its clauses in its own order.
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
    clauses: tuple[Clause, ...]

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


@cache
def _held() -> Mapping[str, Document]:
    found = {}
    for path in sorted(packaged("documents").iterdir(), key=lambda path: path.name):
        if path.name.endswith(".toml"):
            row = read(path, Document)
            ids = [each.id for each in row.clauses]
            twice = sorted({each for each in ids if ids.count(each) > 1})
            if twice:
                raise DataFileError(str(path), [f"clause stands twice: {each} @ $.clauses" for each in twice])
            # In the file a clause need not repeat the document that it stands in.
            clauses = tuple(attrs.evolve(each, document=row.id) for each in row.clauses)
            found[row.id] = attrs.evolve(row, clauses=clauses)
    return found


def documents() -> tuple[Document, ...]:
    """All documents that are held, by id.

    >>> [held.id for held in documents()]
    ['fujian-2022', 'hanjiang-2023', 'xiamen-2022']
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


@cache
def _clauses() -> Mapping[str, Clause]:
    return {each.ref: each for held in documents() for each in held.clauses}


def clause(ref: str) -> Clause:
    """The clause with this reference, as in ``fujian-2022/2.2.10``.

    Raises:
        UnknownClauseError: If none has it; those of the same document that come near are named.
    """
    try:
        return _clauses()[ref]
    except KeyError:
        from difflib import get_close_matches

        raise UnknownClauseError(ref, get_close_matches(ref, _clauses())) from None
