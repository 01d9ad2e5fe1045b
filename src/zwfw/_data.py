"""Read one data file as one attrs class, or as a table of texts, with every fault named and placed."""

import csv
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin

from zwfw.errors import DataFileError

T = TypeVar("T")


_DATA = Path(__file__).parent / "data"


def packaged(*parts: str) -> Path:
    """The packaged data file or folder ``data/<parts>``."""
    return _DATA.joinpath(*parts)


@cache
def folders(*parts: str) -> tuple[str, ...]:
    """The names of the folders in the packaged folder ``data/<parts>``, sorted."""
    return tuple(sorted(path.name for path in packaged(*parts).iterdir() if path.is_dir()))


def read(path: Path, kind: type[T]) -> T:
    """Read the TOML file *path* as a *kind*.

    Raises:
        DataFileError: If it is not TOML, not UTF-8 or not of this kind; all faults together.
    """
    from cattrs import BaseValidationError, transform_error

    name = str(path)
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise DataFileError(name, ["expected a file, got none @ $"]) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataFileError(name, [f"not TOML in UTF-8: {error} @ $"]) from None
    try:
        found: T = _converter().structure(raw, kind)
    except BaseValidationError as group:
        raise DataFileError(name, transform_error(group, format_exception=_say)) from None
    return found


def all_of(folder: Path, paths: Iterable[Path], load: Callable[[Path], T]) -> list[T]:
    """What *load* makes of each of the files *paths*, which lie in *folder*.

    Raises:
        DataFileError: If some cannot be loaded; the faults of all of them together, each with its file. If one of them
            rests on a file elsewhere that cannot be loaded, the faults of that one.
    """
    found: list[T] = []
    faults: list[str] = []
    elsewhere: DataFileError | None = None
    for path in paths:
        try:
            found.append(load(path))
        except DataFileError as error:
            if error.path == str(path):
                faults += [f"{path.relative_to(folder)}: {fault}" for fault in error.faults]
            else:
                elsewhere = error
    raise_first(str(folder), faults, elsewhere)
    return found


def raise_first(path: str, faults: Sequence[str], elsewhere: DataFileError | None) -> None:
    """Raise the *faults* of a file or folder, if it has any, else the error of a file *elsewhere* on which it rests."""
    if faults:
        raise DataFileError(path, faults)
    if elsewhere is not None:
        raise elsewhere


def table(path: Path, columns: Sequence[str], faults: list[str]) -> Iterator[tuple[int, list[str]]]:
    """The rows of the CSV file *path*, each with its line; its lines that begin with ``#`` are notes.

    No cell has a line break. A file whose head is not *columns*, or a row that has more or fewer cells, is told in
    *faults* and left out.

    Raises:
        DataFileError: If it is not UTF-8.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise DataFileError(str(path), [f"not in UTF-8: {error} @ line 1"]) from None
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip() and line[0] != "#"]
    if not lines:
        faults.append(f"expected the columns {', '.join(columns)}, got nothing @ line 1")
    asked = list(columns)
    for index, (number, line) in enumerate(lines):
        cells = next(csv.reader([line]))
        if index == 0 or len(cells) != len(asked):
            if cells != asked:
                faults.append(f"expected the columns {', '.join(asked)}, got {', '.join(cells)} @ line {number}")
        else:
            yield number, cells


def _say(error: BaseException, _: type | None) -> str:
    from cattrs.errors import ForbiddenExtraKeysError

    match error:
        case ForbiddenExtraKeysError():
            return f"unknown keys: {', '.join(sorted(error.extra_fields))}"
        case KeyError():
            return f"missing: {error.args[0]}"
        case _:
            return str(error)


@cache
def _converter() -> Any:
    from cattrs import Converter

    converter = Converter(forbid_extra_keys=True)
    for kind, word in ((str, "text"), (int, "a whole number"), (bool, "true or false"), (date, "a date")):
        converter.register_structure_hook(kind, _exactly(kind, word))
    converter.register_structure_hook(int | str, _figure)
    converter.register_structure_hook_factory(_is_list, _list_of)
    converter.register_structure_hook_func(_is_literal, _one_of)
    return converter


def _exactly(kind: type, word: str) -> Callable[[object, Callable[[object], object]], object]:
    """No reading of ``"3"`` as 3, of a moment as a date or of ``true`` as 1: data say what they mean."""

    def structure(value: object, asked: Callable[[object], object]) -> object:
        if type(value) is not kind:
            shown = value.isoformat() if isinstance(value, datetime) else repr(value)
            raise TypeError(f"expected {word}, got {shown}")
        # What is asked for may be a StrEnum, which is a kind of text: then it must be one of its terms.
        return value if asked is kind else asked(value)

    return structure


def _figure(value: object, _: object) -> object:
    if type(value) not in (int, str):
        raise TypeError(f"expected a whole number or a text, got {value!r}")
    return value


def _is_literal(kind: Any) -> bool:
    return get_origin(kind) is Literal


def _one_of(value: object, kind: object) -> object:
    words = get_args(kind)
    if value not in words:
        raise ValueError(f"expected one of {', '.join(words)}, got {value!r}")
    return value


def _is_list(kind: object) -> bool:
    return get_origin(kind) is tuple and get_args(kind)[-1:] == (...,)


def _list_of(kind: Any, converter: Any) -> Callable[[object, object], object]:
    """A list of *kind*: cattrs alone would take the letters of a text for a list of texts."""
    from cattrs import IterableValidationError
    from cattrs.errors import IterableValidationNote

    member = get_args(kind)[0]
    hook = converter.get_structure_hook(member)

    def structure(value: object, _: object) -> object:
        if not isinstance(value, list):
            raise TypeError(f"expected a list, got {value!r}")
        good, bad = [], []
        for index, entry in enumerate(value):
            try:
                good.append(hook(entry, member))
            except Exception as error:  # noqa: BLE001  (collected and raised together below)
                error.add_note(IterableValidationNote(f"at index {index}", index, member))
                bad.append(error)
        if bad:
            # pyright sees the built-in group's constructor, cattrs' own takes the class too.
            raise IterableValidationError(f"{len(bad)} faults", bad, kind)  # pyright: ignore[reportCallIssue]
        return tuple(good)

    return structure
