"""Bytes from and to a path or a file that is open."""

from collections.abc import Iterable
from os import PathLike, fspath
from pathlib import Path
from typing import IO, Final

from zwfw.forms.faults import FormError, FormFault
from zwfw.records.assessments import Assessment

__all__ = ["Named", "as_many", "bytes_of", "name_of", "refused", "save"]

Named = str | PathLike[str] | IO[bytes]
"""A path, or a file that is open for bytes."""

_MOST: Final = 50_000_000
"""Bytes of a file; a form of fifty rows takes ten thousand, and pictures may stand in it."""


def name_of(file: Named) -> str:
    """By what an error calls it."""
    if isinstance(file, (str, PathLike)):
        return fspath(file)
    name = getattr(file, "name", "")
    return name if isinstance(name, str) and name else "form"


def refused(file: Named, why: str) -> FormError:
    """The error for a file that is refused as a whole."""
    return FormError(name_of(file), [FormFault(why=why)])


def bytes_of(file: Named) -> bytes:
    """All that stands in it; an open file is read from its beginning, where it can go back."""
    if isinstance(file, (str, PathLike)):
        with Path(file).open("rb") as opened:
            return bytes_of(opened)
    if file.seekable():
        file.seek(0)
    found = file.read(_MOST + 1)
    if not isinstance(found, bytes):
        raise TypeError(f"expected a file that is open for bytes, got {type(found).__name__} from it")
    if len(found) > _MOST:
        raise refused(file, f"expected at most {_MOST} bytes, got more")
    return found


def save(file: Named, data: bytes) -> None:
    """Write it at once, so that nothing half-done is left where it could not be made."""
    if isinstance(file, (str, PathLike)):
        Path(file).write_bytes(data)
    else:
        file.write(data)


def as_many(assessments: Assessment | Iterable[Assessment]) -> tuple[Assessment, ...]:
    """One, or many, as many."""
    return (assessments,) if isinstance(assessments, Assessment) else tuple(assessments)
