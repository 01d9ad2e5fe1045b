"""Assessments as JSON, stated as they are."""

import json
from collections.abc import Iterable, Mapping

from zwfw.errors import MalformedJSONError
from zwfw.forms._files import Named, as_many, bytes_of, name_of, refused, save
from zwfw.forms._keep import Place, RawFault, kept
from zwfw.forms.faults import FormError, FormFault
from zwfw.records.assessments import Assessment

__all__ = ["read_json", "write_json"]


def read_json(source: Named) -> tuple[Assessment, ...]:
    """The assessments in a JSON file: one, or a list of them.

    Args:
        source: A path, or a file that is open for bytes.

    Raises:
        MalformedJSONError: If it is no JSON.
        FormError: If anything in it does not fit; all faults together, each with its path.
    """
    brought = _parsed(source)
    several = isinstance(brought, list)
    faults: list[FormFault] = []
    read: list[Assessment] = []
    for number, raw in enumerate(brought if isinstance(brought, list) else [brought]):
        found, wrong = kept(raw)
        top = f"$[{number}]" if several else "$"
        faults += [FormFault(cell=top + _path(raw, each), value=each.value, why=each.why) for each in wrong]
        read += [found] if found else []
    if faults:
        raise FormError(name_of(source), faults, read)
    return tuple(read)


def _parsed(source: Named) -> object:
    data = bytes_of(source)
    encoding = json.detect_encoding(data)
    twice: list[str] = []

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        twice.extend(name for name, value in pairs if value is not found[name] and value != found[name])
        return found

    try:
        read = json.loads(data.decode(encoding), object_pairs_hook=once)
    except UnicodeDecodeError:
        raise refused(source, f"expected JSON in {encoding.upper()}, got bytes that are not") from None
    except json.JSONDecodeError as error:
        why = error.msg[:1].lower() + error.msg[1:]
        raise MalformedJSONError(line=error.lineno, column=error.colno, why=why) from None
    except RecursionError:
        raise refused(source, "expected an assessment, got values nested too deeply") from None
    except ValueError:
        raise refused(source, "expected an assessment, got a number of too many digits") from None
    if twice:
        # JSON takes the last one, and nobody knows which was meant.
        names = ", ".join(dict.fromkeys(twice))
        raise refused(source, f"expected each name once in an object, got {names} twice with different values")
    return read


def _path(raw: object, fault: RawFault) -> str:
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in _named(raw, fault.place))


def _named(raw: object, place: Place) -> Place:
    """Rows that were given by criterion are told by it."""
    rows = raw.get("scores") if isinstance(raw, Mapping) else None
    match place:
        case ("scores", int(row), *rest) if isinstance(rows, Mapping):
            return ("scores", list(rows)[row], *rest)
        case _:
            return place


def write_json(assessments: Assessment | Iterable[Assessment], target: Named) -> None:
    """Write assessments as a list in JSON, in UTF-8; reading it gives equal ones.

    Args:
        assessments: One or many.
        target: A path, or a file that is open for bytes.
    """
    stated = [each.model_dump(mode="json") for each in as_many(assessments)]
    save(target, (json.dumps(stated, ensure_ascii=False, indent=2) + "\n").encode())
