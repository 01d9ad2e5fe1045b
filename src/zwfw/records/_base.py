"""What every record shares: closed, frozen, and honest about what was not stated."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Annotated, Any, ClassVar, Final, Self, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    PlainSerializer,
    PlainValidator,
    SerializerFunctionWrapHandler,
    ValidationError,
    WithJsonSchema,
    model_serializer,
)
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, core_schema

from zwfw._time import day_or_moment, local
from zwfw.areas import Area, ZoneKind, to_area
from zwfw.errors import InvalidAreaError, ZwfwError

__all__ = [
    "AreaField",
    "Moment",
    "Record",
    "UnlessStrict",
    "day_of",
    "is_before",
    "known",
    "known_or_text",
    "out_of_order",
]


def _moment(value: object) -> date | datetime:
    if isinstance(value, str):
        text = value.strip()
        try:
            value = day_or_moment(text)
        except ValueError:
            raise PydanticCustomError(
                "moment",
                "expected a day like 2025-06-03 or a moment like 2025-06-03T09:30, got {got}",
                {"got": repr(value)},
            ) from None
    if isinstance(value, datetime):
        return local(value)
    if isinstance(value, date):
        return value
    raise PydanticCustomError("moment", "expected a day or a moment, got {got}", {"got": repr(value)})


Moment = Annotated[
    date | datetime,
    PlainValidator(_moment),
    PlainSerializer(lambda value: value.isoformat(), return_type=str, when_used="json"),
    WithJsonSchema({"anyOf": [{"type": "string", "format": "date-time"}, {"type": "string", "format": "date"}]}),
]
"""A moment in China's local time, or a day whose time of day is not known.

A moment with a zone is taken to Asia/Shanghai. A day is never read as its midnight: what needs minutes stays unknown.
"""


def _area(value: object) -> Area:
    try:
        if isinstance(value, Mapping):
            zone = {str(name): str(text) for name, text in value.items()}
            if set(zone) != {"zone", "kind", "under"}:
                raise InvalidAreaError(f"expected a zone with zone, kind and under, got {', '.join(sorted(zone))}")
            return Area.zone(zone["zone"], kind=ZoneKind(zone["kind"]), under=zone["under"])
        return to_area(value)  # type: ignore[arg-type]  # to_area says what it cannot take
    except (ZwfwError, ValueError) as error:
        raise PydanticCustomError("area", "{why}", {"why": str(error)}) from None


def _plain_area(area: Area) -> str | dict[str, str]:
    """A code, or for a functional zone, which has none, what makes it."""
    if area.kind is None or area.parent is None:
        return str(area.code)
    return {"zone": str(area.name), "kind": area.kind.value, "under": str(area.parent.code)}


AreaField = Annotated[
    Area,
    PlainValidator(_area),
    PlainSerializer(_plain_area, when_used="json"),
    WithJsonSchema(
        {
            "anyOf": [
                {
                    "type": "string",
                    "pattern": r"^(35\d{4}(\d{3}){0,2}|.*[^\d\s].*)$",
                    "description": "an area code of 6, 9 or 12 digits, or a name that only one area has",
                },
                {
                    "type": "object",
                    "description": "a functional zone: its name, its kind, and the code of the area that it lies in",
                    "properties": {
                        "zone": {"type": "string", "pattern": r"\S"},
                        "kind": {"enum": [each.value for each in ZoneKind]},
                        "under": {"type": "string"},
                    },
                    "required": ["zone", "kind", "under"],
                    "additionalProperties": False,
                },
            ]
        }
    ),
]
"""An area, given as itself, by its code or by a name that only one area has; a functional zone by what makes it."""


def day_of(moment: date | datetime) -> date:
    """The day of a moment."""
    return moment.date() if isinstance(moment, datetime) else moment


def is_before(one: date | datetime, other: date | datetime) -> bool:
    """Whether *one* is surely before *other*: by the minute where both have a time of day, else by the day."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one < other
    return day_of(one) < day_of(other)


_QUOTATION_MARKS: Final = str.maketrans("", "", "“”‘’\"'「」『』")


def known_or_text(kind: type[Enum], other_forms: Mapping[Enum, tuple[str, ...]] | None = None) -> BeforeValidator:
    """Read a printed term as a *kind*, with quotation marks or without; any other text stays as it is.

    It is for lists that the text leaves open.

    Args:
        kind: The terms.
        other_forms: Forms in print that mean the same as a member.
    """
    forms = {
        form.translate(_QUOTATION_MARKS): member
        for member in kind
        for form in (str(member.value), *(other_forms or {}).get(member, ()))
    }

    def read(value: object) -> object:
        return forms.get(value.strip().translate(_QUOTATION_MARKS), value) if isinstance(value, str) else value

    return BeforeValidator(read)


class UnlessStrict:
    """Reads a value first in a way of its own, but not where it is read with ``strict=True``.

    A plain validator before another would make pydantic forget that it reads JSON, of which strict reading knows more.
    """

    def __init__(self, read: Callable[[Any], object]) -> None:
        self._read = read

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        inner = handler(source)
        return core_schema.lax_or_strict_schema(core_schema.no_info_before_validator_function(self._read, inner), inner)


def known(find: Callable[[str], object]) -> Callable[[str], str]:
    """A validator of names: what *find* does not know is an error that names what comes near.

    Where *find* gives another name for the same thing, that is the one kept.
    """

    def check(name: str) -> str:
        try:
            found = find(name)
        except ZwfwError as error:
            raise PydanticCustomError("unknown", "{why}", {"why": str(error)}) from None
        return found if isinstance(found, str) else name

    return check


Fault = tuple[tuple[str | int, ...], str, object]
"""A place in a record, what is wrong there, and the value."""


def out_of_order(record: "Record", *pairs: tuple[str, str]) -> list[Fault]:
    """A fault for each pair of fields of which the later is before the earlier; both are named."""
    faults: list[Fault] = []
    for earlier, later in pairs:
        first, then = getattr(record, earlier), getattr(record, later)
        if first is not None and then is not None and is_before(then, first):
            faults.append(((later,), f"{later} {then} is before {earlier} {first}", then))
    return faults


class Record(BaseModel):
    """What a user brings (记录): frozen, and closed to fields that it does not have.

    A field that was not stated is unknown. A field stated as ``None`` or empty is a statement: there is none, it has
    not happened, or, of a yes or no, no. Two records are equal if they state the same, and what is written of one is
    what it states, so that reading it back gives an equal one.
    Texts are read as JSON and forms have them, so ``"20"`` is 20; ask for ``strict=True`` where that is not wanted.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)

    _moments: ClassVar[tuple[str, ...]] = ()
    """The fields that hold moments."""

    _parts: ClassVar[tuple[str, ...]] = ()
    """The fields that hold a record or a tuple of records."""

    _dated_by: ClassVar[tuple[str, ...]] = ()
    """The moments that fix its law, the deciding one first."""

    _named_by: ClassVar[str] = "id"
    """The field by which reports name it."""

    _begins_at: ClassVar[str] = ""
    """For a part of a record: the moment from which on it exists."""

    @model_serializer(mode="wrap")
    def _stated(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        stated = self.model_fields_set
        return {name: value for name, value in write(self).items() if name in stated}

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Record):
            return NotImplemented
        return super().__eq__(other) and self.model_fields_set == other.model_fields_set

    def __hash__(self) -> int:
        return hash((type(self), *self.__dict__.values()))

    def __repr_args__(self) -> Iterator[tuple[str, Any]]:
        stated = self.model_fields_set
        return ((name, self.__dict__[name]) for name in type(self).model_fields if name in stated)

    @property
    def outside_printed(self) -> dict[str, tuple[str, ...]]:
        """For each field with a list that a text leaves open (等), the terms that are not among the printed members.

        The fields of parts stand by their path, as in ``results[0].kind``.

        >>> from zwfw.records import Item
        >>> Item(name="节能审查", item_type="行政征收", lists=["网上办", "周末办"]).outside_printed
        {'item_type': ('行政征收',), 'lists': ('周末办',)}
        """
        return dict(_outside(self, ""))

    @property
    def name_in_reports(self) -> str:
        """By what a report names it; empty where it has nothing of the kind."""
        return str(getattr(self, self._named_by, ""))

    def known_at(self, moment: datetime) -> Self:
        """This record as it could be seen at *moment*: what came later has not happened.

        A day without a time of day counts as past from its beginning.
        """
        changes: dict[str, Any] = {}
        held, day = self.__dict__, moment.date()
        for name in self._moments:
            value = held[name]
            if value is not None and (value > moment if isinstance(value, datetime) else value > day):
                changes[name] = None
        for name in self._parts:
            part = held[name]
            if not part:
                continue
            if isinstance(part, tuple):
                seen = tuple([each.known_at(moment) for each in part if not each._is_later_than(moment)])  # noqa: SLF001  (a record too)
                if seen != part:
                    changes[name] = seen
            elif (alone := part.known_at(moment)) is not part:
                changes[name] = alone
        if not changes:
            return self
        return self.model_copy(update=changes)

    def law_day(self, day: date) -> tuple[date, tuple[str, ...]]:
        """The day that fixes its law, and the fields without which that is not known.

        The day is that of the first moment that dates it, a fact even where it lies after the moment of looking; *day*
        where all of them are stated not to have happened.
        """
        missing: tuple[str, ...] = ()
        for name in self._dated_by:
            moment = getattr(self, name)
            if moment is not None:
                return day_of(moment), ()
            if name not in self.model_fields_set:
                missing = missing or (name,)
        return day, missing

    def _is_later_than(self, moment: datetime) -> bool:
        begun = getattr(self, self._begins_at) if self._begins_at else None
        return begun is not None and is_before(moment, begun)

    def _raise_if(self, faults: list[Fault]) -> None:
        """Raise one ``ValidationError`` that names all *faults*, each with its place."""
        if faults:
            raise ValidationError.from_exception_data(
                type(self).__name__,
                [
                    InitErrorDetails(type=PydanticCustomError("order", "{why}", {"why": why}), loc=loc, input=value)
                    for loc, why, value in faults
                ],
            )


def _outside(record: Record, path: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name in _open_lists(type(record)):
        value = record.__dict__[name]
        terms = value if isinstance(value, tuple) else (value,)
        other = tuple(term for term in terms if isinstance(term, str))
        if other:
            yield f"{path}{name}", other
    for name in record._parts:  # noqa: SLF001  (a record too)
        part = record.__dict__[name]
        if isinstance(part, tuple):
            for index, each in enumerate(part):
                yield from _outside(each, f"{path}{name}[{index}].")
        elif part is not None:
            yield from _outside(part, f"{path}{name}.")


@cache
def _open_lists(kind: type[Record]) -> tuple[str, ...]:
    """The fields that take the members of an enumeration and any other text beside."""
    return tuple(name for name, field in kind.model_fields.items() if _is_open(field.annotation))


def _is_open(annotation: object) -> bool:
    members = get_args(annotation)
    kinds = [each for each in members if isinstance(each, type)]
    return (str in kinds and any(issubclass(each, Enum) for each in kinds if each is not str)) or any(
        map(_is_open, members)
    )
