"""Facts about a body that its star rating turns on (星级评定事实)."""

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from typing import Annotated, Any, ClassVar, Final

from pydantic import (
    AfterValidator,
    Field,
    PlainSerializer,
    PlainValidator,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from zwfw.parameters import parameter
from zwfw.records._base import Fault, Record, UnlessStrict, known
from zwfw.scorecards import ConditionKind, Fact, Scorecard, scorecard

__all__ = ["RatingFact", "RatingFacts"]

_MOST: Final = 10**12
"""What no figure of a body comes to; beyond it none is taken."""

_WHOLE: Final = 100

_WORDS = {bool: "a yes or no", Decimal: "a figure", tuple: "a list of texts"}


def _plain(value: Fact) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def _figure(value: object) -> object:
    """The figure that a text says; what says none stays as it is."""
    if not isinstance(value, str):
        return value
    try:
        figure = Decimal(value.strip())
    except InvalidOperation:
        return value
    return figure if figure.is_finite() else value


def _value(value: object) -> Fact:
    """Never a 1 as a yes, nor a text as a list of its letters."""
    if isinstance(value, bool):
        return value
    if isinstance(value, list | tuple) and all(isinstance(each, str) for each in value):
        return tuple(each.strip() for each in value)
    if isinstance(value, int | float | Decimal):
        figure = Decimal(str(value))
        if figure.is_finite() and abs(figure) < _MOST:
            return figure
    raise PydanticCustomError(
        "fact", "expected a yes or no, a figure or a list of texts, got {got}", {"got": repr(value)}
    )


Value = Annotated[
    bool | Decimal | tuple[str, ...],
    PlainValidator(_value),
    UnlessStrict(_figure),
    PlainSerializer(_plain, when_used="json"),
    WithJsonSchema(
        {"anyOf": [{"type": "boolean"}, {"type": "number"}, {"type": "array", "items": {"type": "string"}}]}
    ),
]


class RatingFact(Record):
    """One thing that is known of a body (事实)."""

    _named_by: ClassVar = "name"

    name: Annotated[str, Field(min_length=1)]
    """Its name, one of :attr:`Scorecard.facts <zwfw.scorecards.Scorecard.facts>`."""

    value: Value
    """A yes or no, a figure, or the members of a list that the body has."""


def _rows(value: object) -> object:
    """Facts by name, as ``{"area_m2": 31}``, as the rows that they stand for."""
    if not isinstance(value, Mapping):
        return value
    return [{"name": name, "value": told} for name, told in value.items()]


class RatingFacts(Record):
    """What is known of a body that bears on its card (星级评定事实); what is left out is unknown.

    >>> RatingFacts(card="hanjiang-2023/village", facts={"area_m2": 31, "regimes": ["窗口无否决权"]}).known["area_m2"]
    Decimal('31')
    """

    _named_by: ClassVar = "body"
    _parts: ClassVar = ("facts",)

    body: str | None = None
    """The name of the station or centre."""

    card: Annotated[str, AfterValidator(known(scorecard))]
    """The id of the card, as in hanjiang-2023/village."""

    facts: Annotated[tuple[RatingFact, ...], UnlessStrict(_rows)] = ()

    @property
    def known(self) -> Mapping[str, Fact]:
        """The facts by their names."""
        return {each.name: each.value for each in self.facts}

    @model_validator(mode="after")
    def _on_the_card(self) -> "RatingFacts":
        self._raise_if(list(self._misfits()))
        return self

    def _misfits(self) -> Iterator[Fault]:
        held = scorecard(self.card)
        names = [each.name for each in self.facts]
        for index, told in enumerate(self.facts):
            at = ("facts", index)
            if names.count(told.name) > 1:
                yield (*at, "name"), f"fact {told.name} stands {names.count(told.name)} times", told.name
            if told.name not in held.facts:
                near = get_close_matches(told.name, held.facts)
                hint = f"; did you mean {', '.join(near)}?" if near else ""
                yield (*at, "name"), f"card {self.card} has no fact {told.name}{hint}", told.name
            else:
                yield from (((*at, "value"), why, told.value) for why in _wrong_value(held, told))
        centre, intake = self.known.get("centre_volume"), self.known.get("intake_volume")
        if isinstance(centre, Decimal) and isinstance(intake, Decimal) and intake > centre:
            why = f"intake_volume {intake} is more than centre_volume {centre}, of which it is a part"
            yield ("facts", names.index("intake_volume"), "value"), why, intake


def _wrong_value(held: Scorecard, told: RatingFact) -> Iterator[str]:
    asked = held.facts[told.name][0]
    if asked.form is not None and not isinstance(told.value, asked.form):
        got = told.value if isinstance(told.value, Decimal) else repr(told.value)
        yield f"{told.name}: expected {_WORDS[asked.form]}, got {got}"
    elif asked.kind is ConditionKind.FIGURE and isinstance(told.value, Decimal):
        if told.value < 0:
            yield f"{told.name}: expected no less than 0, got {told.value}"
        if told.value > _WHOLE and parameter(asked.parameter).unit == "percent":
            yield f"{told.name}: expected at most {_WHOLE} percent, got {told.value}"
