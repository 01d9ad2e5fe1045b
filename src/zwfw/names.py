"""Official names of venues and the texts of seals, built and read by the forms of the documents (名称与印文)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Final

import attrs

from zwfw._data import packaged, table
from zwfw.areas import Area, AreaLevel, areas
from zwfw.errors import DataFileError, OfficialNameError
from zwfw.norms import Row, norm, split

__all__ = [
    "OfficialName",
    "has_forms",
    "parse_seal_text",
    "parse_venue_name",
    "printed_forms",
    "seal_text",
    "sub_centre_name",
    "venue_name",
]

_COLUMNS: Final = ("norm", "of", "kind", "levels", "forms", "silent_forms")
_OF: Final = ("venue", "zone", "sub-centre", "seal")
_PLACE_ENDS: Final = re.compile(r"政务服务中心|便民服务|居?委会公章|村民委员会|居民委员会|“党建")
_SLOTS: Final = re.compile(r"(?P<department>\{(?:部门|单位简称)\}[厅局委办]?)|(?P<business>\{业务(?:名称)?\})")
_SLOT: Final = re.compile(r"\{.*\}")
_NOT_A_DEPARTMENTS: Final = ("行政", "审核")
"""Words that stand between a department or body and 审批专用章, and belong to the seal."""

_LONGER_UNITS: Final = {"新区": "高新区"}
"""A zone whose name ends in the longer word is not one of the kind of the shorter."""


@attrs.frozen(kw_only=True)
class OfficialName:
    """One reading of an official name or of the text of a seal (名称、印文).

    Attributes:
        text: What is printed.
        norm: The norm whose form it has, as in ``hanjiang-2023/task-1#3``.
        kind: The kind of venue or seal, a value of :class:`~zwfw.records.VenueKind` or
            :class:`~zwfw.records.SealKind`.
        level: The level of the venue; a zone is of county level.
        is_zone: Whether it is the venue of a functional zone.
        place: The full name of the place or zone, as 涵江区 or 国欢镇; ``None`` where none is printed.
        department: The department; in Hanjiang's sub-centres its short name.
        business: The business of a sub-centre; ``None`` where none is printed.
        is_printed: Whether the text prints the form. Where it is silent, a person has to say: a sub-centre without a
            business, a zone of a kind beyond the printed ones, Hanjiang's sub-centre with the place in front, 行政 in
            front of 审批专用章 by the province and Xiamen, a village's 居委会 by the province.
    """

    text: str
    norm: str
    kind: str
    level: AreaLevel
    is_zone: bool = False
    place: str | None = None
    department: str | None = None
    business: str | None = None
    is_printed: bool = True

    @property
    def clause(self) -> str:
        """The reference of the clause of the norm."""
        return self.norm.partition("#")[0]


@attrs.frozen
class _Part:
    """A stretch of a form that names something; without a slot its words are fixed."""

    field: str
    before: str
    behind: str = ""
    has_slot: bool = True

    def admits(self, value: str | None) -> bool:
        """Whether *value* may stand here; a business may be left out, as no text says that it is compulsory."""
        if not self.has_slot:
            return value == self.value(self.before)
        if value is None:
            return self.field == "business"
        return (
            value.startswith(self.before)
            and value.endswith(self.behind)
            and len(value) > len(self.before) + len(self.behind)
            and not re.search(r"[\s{}]", value)
            and not (self.field == "department" and value.endswith(_NOT_A_DEPARTMENTS))
            and not value.endswith(_LONGER_UNITS.get(self.behind, "\n"))
        )

    def value(self, words: str) -> str | None:
        """What the words in its place name: a bare unit word, such as 区, names no place."""
        return words if self.has_slot or words in _held_names() else None

    def words(self, value: str | None) -> str:
        """What is printed for an admitted value."""
        return (value or "") if self.has_slot else self.before


@attrs.frozen(kw_only=True)
class _Form:
    """One form of one norm at one level."""

    norm: str
    of: str
    kind: str
    level: AreaLevel
    template: str
    parts: tuple[_Part | str, ...]
    is_printed: bool

    @property
    def named(self) -> tuple[_Part, ...]:
        """The parts that name something."""
        return tuple(part for part in self.parts if isinstance(part, _Part))

    @property
    def is_fixed(self) -> bool:
        """Whether it is one name, without slots."""
        return not any(part.has_slot for part in self.named)

    def takes(self, values: Mapping[str, str | None]) -> bool:
        """Whether every value fits, and none is given for which it has no place."""
        admitting = {part.field: part for part in self.named}
        return all(
            admitting[field].admits(value) if field in admitting else value is None for field, value in values.items()
        )

    def build(self, values: Mapping[str, str | None]) -> OfficialName:
        """The name of values that it takes."""
        words = [part if isinstance(part, str) else part.words(values[part.field]) for part in self.parts]
        return self._name("".join(words), values)

    def read(self, text: str) -> Iterator[OfficialName]:
        """Every way to read *text* by it."""
        for values in _splits(self.parts, text):
            yield self._name(text, values)

    def _name(self, text: str, values: Mapping[str, str | None]) -> OfficialName:
        business = values.get("business")
        lacks_business = business is None and any(part.field == "business" for part in self.named)
        return OfficialName(
            text=text,
            norm=self.norm,
            kind=self.kind,
            level=self.level,
            is_zone=self.of == "zone",
            place=values.get("place"),
            department=values.get("department"),
            business=business,
            is_printed=self.is_printed and not lacks_business,
        )


def _splits(parts: tuple[_Part | str, ...], text: str) -> Iterator[dict[str, str | None]]:
    if not parts:
        if not text:
            yield {}
        return
    part, rest = parts[0], parts[1:]
    if isinstance(part, str):
        if text.startswith(part):
            yield from _splits(rest, text[len(part) :])
        return
    for end in range(len(text) + 1):
        words = text[:end]
        value = part.value(words) or None
        if part.words(value) == words and part.admits(value):
            for others in _splits(rest, text[end:]):
                yield {part.field: value, **others}


@cache
def _held_names() -> frozenset[str]:
    return frozenset(str(area.name) for area in areas())


def _parts(template: str) -> Iterator[_Part | str]:
    """The parts of a form: the place in front of the kind of venue, then departments and businesses."""
    end = _PLACE_ENDS.search(template)
    if end is not None and end.start():
        yield _part("place", template[: end.start()])
    begin = end.start() if end is not None else 0
    for slot in _SLOTS.finditer(template):
        if slot.start() > begin:
            yield template[begin : slot.start()]
        yield _part(str(slot.lastgroup), slot.group())
        begin = slot.end()
    yield template[begin:]


def _part(field: str, words: str) -> _Part:
    slot = _SLOT.search(words)
    if slot is None:
        return _Part(field, words, has_slot=False)
    return _Part(field, words[: slot.start()], words[slot.end() :])


def _levels(levels: tuple[AreaLevel, ...], template: str) -> tuple[AreaLevel, ...]:
    """Of the levels of a norm, those of one of its forms: 市 stands for a city of either level."""
    place = next((part for part in _parts(template) if isinstance(part, _Part) and part.field == "place"), None)
    if place is None or len(levels) == 1:
        return levels
    if not place.has_slot:
        return (Area.find(place.before).level,)
    return levels if place.behind == "市" else (AreaLevel.COUNTY,)


@cache
def _held() -> tuple[_Form, ...]:
    path = packaged("names.csv")
    faults: list[str] = []
    found: list[_Form] = []
    for line, values in table(path, _COLUMNS, faults):
        cells: dict[str, str] = dict(zip(_COLUMNS, values, strict=True))
        row = Row(cells)
        levels = row.read("levels", AreaLevel)
        row.hold(bool(levels), "expected a level, got none")
        row.hold(cells["of"] in _OF, f"expected one of {', '.join(_OF)}, got {cells['of']!r}")
        faults += [f"{fault} @ line {line}" for fault in row.faults]
        if row.faults:
            continue
        printed = split(cells["forms"]) or norm(cells["norm"]).members
        for template in (*printed, *split(cells["silent_forms"])):
            found += [
                _Form(
                    norm=cells["norm"],
                    of=cells["of"],
                    kind=cells["kind"],
                    level=level,
                    template=template,
                    parts=tuple(_parts(template)),
                    is_printed=template in printed,
                )
                for level in _levels(levels, template)
            ]
    if faults:
        raise DataFileError(str(path), faults)
    return tuple(found)


@lru_cache(maxsize=64)
def _forms(document: str, *of: str) -> tuple[_Form, ...]:
    return tuple(form for form in _held() if form.norm.startswith(f"{document}/") and form.of in of)


def has_forms(document: str) -> bool:
    """Whether a document prints forms of names and seals.

    >>> has_forms("hanjiang-2023"), has_forms("putian-2025")
    (True, False)
    """
    return bool(_forms(document, *_OF))


def printed_forms(level: AreaLevel | str, *, of: str = "venue", document: str = "fujian-2022") -> tuple[str, ...]:
    """The forms that a document prints for one level, with their slots in braces; none where it prints none.

    Args:
        level: The level.
        of: What is named: ``venue``, ``zone``, ``sub-centre`` or ``seal``.
        document: The document.

    >>> printed_forms("村", of="venue", document="xiamen-2022")
    ('{地名}村便民服务站', '{地名}社区便民服务站')
    """
    asked = AreaLevel(level)
    return tuple(form.template for form in _forms(document, of) if form.level is asked and form.is_printed)


def venue_name(
    level: AreaLevel | str, place: Area | str, *, document: str = "fujian-2022", is_zone: bool = False
) -> OfficialName:
    """The name of the comprehensive venue of a place (综合性场所名称).

    Args:
        level: The level of government; a city at prefecture level and one at county level print alike, so it is given.
        place: The area, or its full name with its unit word, as 涵江区; of a zone, the name of the zone.
        document: Whose form is asked for.
        is_zone: Whether the place is a functional zone; an area says it itself.

    Raises:
        OfficialNameError: If the document prints no form for the level, or the place does not fit it.

    >>> venue_name("乡", "国欢镇", document="hanjiang-2023").text
    '国欢镇便民服务中心'
    >>> venue_name("村", "甲镇")
    Traceback (most recent call last):
        ...
    zwfw.errors.OfficialNameError: place: expected {地名}村 or {地名}社区, got '甲镇', of level 乡 (便民服务中心)
    """
    if isinstance(place, Area):
        is_zone = is_zone or place.kind is not None
    return _build(document, "zone" if is_zone else "venue", level, place=place)


def sub_centre_name(
    level: AreaLevel | str,
    place: Area | str | None = None,
    *,
    department: str,
    business: str | None = None,
    document: str = "fujian-2022",
) -> OfficialName:
    """The name of the separate hall of a department (分中心名称).

    Args:
        level: The level of the department.
        place: The area or its full name; for a unit of the province, and by Hanjiang's form, it may be left out.
        department: The department with its last word, as 公安局; by Hanjiang's form its short name.
        business: The business. No text says that it is compulsory, so a name without one is not a printed form.
        document: Whose form is asked for.

    Raises:
        OfficialNameError: If the document prints no form for the level, or something does not fit it.

    >>> sub_centre_name("县", "涵江区", department="公安局", business="出入境").text
    '涵江区政务服务中心公安局出入境分中心'
    >>> sub_centre_name("县", department="公安", business="出入境", document="hanjiang-2023").text
    '区政务服务中心公安出入境分中心'
    """
    if place is None:
        fixed = {
            part.value(part.before)
            for form in _forms(document, "sub-centre")
            if form.level.value == getattr(level, "value", level)
            for part in form.named
            if part.field == "place" and not part.has_slot
        }
        place = next(iter(fixed)) if len(fixed) == 1 else None
    return _build(document, "sub-centre", level, place=place, department=department, business=business)


def seal_text(
    level: AreaLevel | str,
    *,
    place: Area | str | None = None,
    department: str | None = None,
    document: str = "fujian-2022",
) -> OfficialName:
    """The text of the seal for approvals at a level (审批用章印文).

    Args:
        level: The level of the venue that uses it.
        place: For a township or village: the area, or its full name with its unit word.
        department: For a city or county: the department, as it names itself.
        document: Whose form is asked for; Hanjiang's for a village is that of its neighbourhood centre.

    Raises:
        OfficialNameError: If the document prints no form for the level, or something does not fit it.

    >>> seal_text("乡", place="国欢镇").text
    '国欢镇便民服务中心审核审批专用章'
    >>> seal_text("县", department="涵江区公安局", document="hanjiang-2023").text
    '涵江区公安局行政审批专用章'
    """
    return _build(document, "seal", level, place=place, department=department)


def parse_venue_name(
    text: str,
    *,
    document: str = "fujian-2022",
    level: AreaLevel | str | None = None,
    is_zone: bool | None = None,
) -> tuple[OfficialName, ...]:
    """Every reading that the name of a venue or sub-centre allows, by the forms of one document.

    Args:
        text: The name.
        document: Whose forms are asked for.
        level: Only readings of this level.
        is_zone: Only readings as the venue of a functional zone, or only others.

    Returns:
        At least one reading.

    Raises:
        OfficialNameError: If there is none; where the end belongs to another level, which one belongs there.

    >>> [(found.level.value, found.place) for found in parse_venue_name("石狮市政务服务中心")]
    [('市', '石狮市'), ('县', '石狮市')]
    >>> parse_venue_name("甲镇便民服务站")
    Traceback (most recent call last):
        ...
    zwfw.errors.OfficialNameError: text: expected '甲镇便民服务中心', as 镇 goes with 便民服务中心, got '甲镇便民服务站'
    """
    kinds = [kind for kind in ("venue", "zone", "sub-centre") if is_zone is None or (kind == "zone") is is_zone]
    return _parse(text, document, level, kinds)


def parse_seal_text(
    text: str, *, document: str = "fujian-2022", level: AreaLevel | str | None = None
) -> tuple[OfficialName, ...]:
    """Every reading that the text of a seal allows, by the forms of one document.

    Args:
        text: The words on the seal.
        document: Whose forms are asked for.
        level: Only readings of this level.

    Returns:
        At least one reading. A department's seal reads alike at city and county level.

    Raises:
        OfficialNameError: If there is none.

    >>> found, = parse_seal_text("新塘村委会公章", document="xiamen-2022")
    >>> found.place, found.kind, found.norm
    ('新塘村', '村（居）委会公章', 'xiamen-2022/2.2.9#3')
    """
    return _parse(text, document, level, ["seal"])


def _level(level: AreaLevel | str | None, faults: list[str]) -> AreaLevel | None:
    try:
        return None if level is None else AreaLevel(level)
    except ValueError:
        faults.append(f"level: expected one of {_listed(each.value for each in AreaLevel)}, got {level!r}")
        return None


def _held_forms(document: str, of: Iterable[str], faults: list[str]) -> tuple[_Form, ...]:
    if not has_forms(document):
        known = dict.fromkeys(form.norm.partition("/")[0] for form in _held())
        faults.append(f"document: expected one of {_listed(known)}, got {document!r}")
    return _forms(document, *of)


def _build(
    document: str, of: str, level: AreaLevel | str, *, place: Area | str | None, **given: str | None
) -> OfficialName:
    faults: list[str] = []
    forms = _held_forms(document, [of], faults)
    asked = _level(level, faults)
    at_level = [form for form in forms if form.level is asked]
    if not faults and not at_level:
        faults.append(f"level: {document} prints no form of a {of} at level {asked.value}")  # type: ignore[union-attr]  # known
    name = _place_name(place, asked, faults)
    if faults:
        raise OfficialNameError(*faults)
    values = {"place": name, **given}
    built = [form.build(values) for form in at_level if form.takes(values)]
    found = [each for each in built if _stands(each)]
    # Where nothing is given, fixed words fit by themselves, and only one may.
    if found and (any(values.values()) or len(found) == 1):
        return found[0]
    raise OfficialNameError(*_misfits(values, at_level, document))


def _place_name(place: Area | str | None, level: AreaLevel | None, faults: list[str]) -> str | None:
    if isinstance(place, Area):
        if level is not None and place.level is not level:
            faults.append(f"place: expected an area of level {level.value}, got {place!r} of level {place.level.value}")
        if place.name is None:
            faults.append(f"place: expected an area with a name, got {place!r}")
        return place.name
    return place


def _stands(found: OfficialName) -> bool:
    """Whether nothing else is named so: a fixed name is no other's, and a zone is not called like a held area."""
    document = found.norm.partition("/")[0]
    owners = {form.norm for form in _forms(document, "venue") if form.is_fixed and form.template == found.text}
    return (not owners or found.norm in owners) and not (found.is_zone and found.place in _held_names())


def _misfits(values: Mapping[str, str | None], forms: list[_Form], document: str) -> Iterator[str]:
    """What does not fit any form, field by field."""
    is_told = False
    for field, value in values.items():
        parts = [next((part for part in form.named if part.field == field), None) for form in forms]
        if any(part.admits(value) if part else value is None for part in parts):
            continue
        wanted = dict.fromkeys(f"{part.before}{_slot(part)}{part.behind}" for part in parts if part)
        got = "nothing" if value is None else repr(value)
        yield f"{field}: expected {_either(wanted) or 'nothing'}, got {got}{_belongs(field, value, document)}"
        is_told = True
    if not is_told:
        told = ", ".join(f"{field} {value!r}" for field, value in values.items() if value is not None)
        wanted = dict.fromkeys(form.template for form in forms)
        yield f"place: expected one that {_either(wanted)} takes, got {told or 'nothing'}"


def _slot(part: _Part) -> str:
    return {"place": "{地名}", "department": "{部门}", "business": "{业务}"}[part.field] if part.has_slot else ""


def _belongs(field: str, value: str | None, document: str) -> str:
    if field != "place" or value is None:
        return ""
    for form in _forms(document, "venue"):
        if any(part.admits(value) for part in form.named):
            return f", of level {form.level.value} ({form.kind})"
    return ""


def _parse(text: str, document: str, level: AreaLevel | str | None, of: list[str]) -> tuple[OfficialName, ...]:
    faults: list[str] = []
    forms = _held_forms(document, of, faults)
    asked = _level(level, faults)
    if not isinstance(text, str) or not text.strip():
        faults.append(f"text: expected a name, got {text!r}")
    if faults:
        raise OfficialNameError(*faults)
    words = text.strip()
    read = [found for form in forms for found in form.read(words) if _stands(found)]
    printed = {attrs.evolve(each, is_printed=False) for each in read if each.is_printed}
    found = tuple(each for each in read if asked in (None, each.level) and each not in printed)
    if not found:
        raise OfficialNameError(_why_unread(words, document, asked, forms, read))
    return found


def _why_unread(
    text: str, document: str, level: AreaLevel | None, forms: tuple[_Form, ...], read: list[OfficialName]
) -> str:
    if level is not None and read:
        others = _either(dict.fromkeys(each.level.value for each in read))
        return f"level: expected a name of level {level.value}, got {text!r}, which is of level {others}"
    venues = [(form.named[0], form.kind) for form in forms if form.of == "venue" and not form.is_fixed]
    # The longest unit word first, as 社区 ends like 区.
    for place, end in sorted(venues, key=lambda form: -len(form[0].behind)):
        head = next((text.removesuffix(other) for _, other in venues if text.endswith(other)), "")
        if place.admits(head):
            return f"text: expected {head + end!r}, as {place.behind} goes with {end}, got {text!r}"
    wanted = dict.fromkeys(form.template for form in forms if form.is_printed and level in (None, form.level))
    if not wanted:
        return f"level: {document} prints no such form at level {level.value if level else ''}"
    return f"text: expected {_either(wanted)}, got {text!r}"


def _listed(values: Iterable[str]) -> str:
    return ", ".join(values)


def _either(values: Iterable[str]) -> str:
    *others, last = [*values] or [""]
    return f"{', '.join(others)} or {last}" if others else last
