"""An assessment out of raw data, without what is at fault in them."""

from collections.abc import Mapping
from typing import Any

import attrs
from pydantic import ValidationError

from zwfw.records.assessments import Assessment, _rows

__all__ = ["Place", "RawFault", "kept"]

Place = tuple[str | int, ...]
"""A place in raw data, as in ``("scores", 2, "self_score")``."""

_WITHOUT_WHICH_NOTHING = frozenset({(), ("body",), ("card",)})


@attrs.frozen
class RawFault:
    """What is wrong in raw data: the place, what was expected, and what stands there."""

    place: Place
    why: str
    value: object


def kept(raw: object) -> tuple[Assessment | None, list[RawFault]]:
    """What *raw* makes without what is at fault in it, and every fault.

    The record looks at its fields first and then at how they fit together, so what is good is asked once more.
    """
    if not isinstance(raw, Mapping):
        return None, [RawFault((), f"expected an assessment, got {type(raw).__name__}", raw)]
    left: dict[str, Any] = dict(raw)
    index: list[int] = []
    if isinstance(rows := _rows(left.get("scores")), list):
        left["scores"] = [dict(each) if isinstance(each, Mapping) else each for each in rows]
        index = list(range(len(rows)))
    faults: list[RawFault] = []
    while True:
        try:
            return Assessment.model_validate(left), faults
        except ValidationError as error:
            found = error.errors(include_url=False)
        places = [each["loc"] for each in found]
        faults += [
            RawFault(_first(place, index), each["msg"], each["input"])
            for place, each in zip(places, found, strict=True)
        ]
        parts = {_part(place) for place in places}
        if parts & _WITHOUT_WHICH_NOTHING:
            return None, faults
        _drop(left, index, parts)


def _first(place: Place, index: list[int]) -> Place:
    """The place before any row was dropped."""
    match place:
        case ("scores", int(row), *rest):
            return ("scores", index[row], *rest)
        case _:
            return place


def _part(place: Place) -> Place:
    """What goes with what is at fault: the field, or the row where nobody can tell which it is."""
    if place[:1] != ("scores",):
        return place[:1]
    return place[:2] if place[2:3] == ("criterion",) else place[:3]


def _drop(left: dict[str, Any], index: list[int], parts: set[Place]) -> None:
    gone = {each[1] for each in parts if len(each) == 2}  # noqa: PLR2004  (a row)
    for part in parts:
        match part:
            case ("scores", int(row), str(field)):
                left["scores"][row].pop(field)
            case (str(field),):
                left.pop(field)
    if gone:
        stay = [row for row in range(len(index)) if row not in gone]
        left["scores"] = [left["scores"][row] for row in stay]
        index[:] = [index[row] for row in stay]
