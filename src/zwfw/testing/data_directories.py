"""Test data about the directory of service data and what is collected by it (政务服务数据目录)."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.records import DataCollection, DataDirectoryEntry
from zwfw.testing._facts import Flaw, Spoiler, Violations, changed, conforming, violations
from zwfw.testing._records import TRUTHS, Fields, is_or_none, records, texts
from zwfw.testing.areas import areas
from zwfw.testing.moments import LAST_DAY, moments

__all__ = [
    "VIOLATIONS",
    "conforming_data_collections",
    "conforming_data_directory_entries",
    "data_collections",
    "data_directory_entries",
]

_PUTIAN = "350300"
"""The city whose norms alone speak of the directory."""

_IN_FORCE = date(2025, 5, 6)
"""The first day of those norms."""

_NO = (False, None)
_TEXT = is_or_none(texts())
_DAY = is_or_none(moments(first=_IN_FORCE - timedelta(3), last=_IN_FORCE + timedelta(3)) | moments(first=_IN_FORCE))
_NAMES = st.lists(st.sampled_from(("权利人", "坐落", "面积", "婚姻状况")), max_size=4, unique=True)

_ENTRY: Fields = {
    "name": texts(),
    "area": is_or_none(areas(within=_PUTIAN) | areas()),
    "of_secret_item": TRUTHS,
    "follows_secrecy_law": TRUTHS,
    "content": _TEXT,
    "source": _TEXT,
    "sharing": _TEXT,
    "openness": _TEXT,
    "update_cycle": _TEXT,
    "requirements_set_at": _DAY,
    "set_by_data_body": TRUTHS,
    "compiled_at": _DAY,
    "compiled_by_department": TRUTHS,
    "reviewed_at": _DAY,
    "reviewed_by_data_body": TRUTHS,
    "pooled_at": _DAY,
}

_COLLECTION: Fields = {
    "name": texts(),
    "area": is_or_none(areas(within=_PUTIAN) | areas()),
    "of_secret_item": TRUTHS,
    "collected_at": _DAY,
    "collected": is_or_none(_NAMES),
    "in_directory": is_or_none(_NAMES),
}


def data_directory_entries(**fields: object) -> st.SearchStrategy[DataDirectoryEntry]:
    """Entries of every kind, whole and in order or not; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.DataDirectoryEntry`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(data_directory_entries(source=None), lambda entry: entry.set_by_data_body).set_by_data_body
    True
    """
    return records(DataDirectoryEntry, _ENTRY, fields)


def data_collections(**fields: object) -> st.SearchStrategy[DataCollection]:
    """Collections of data, within the directory or not; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.DataCollection`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(data_collections(in_directory=["面积"]), lambda found: bool(found.collected)).in_directory
    ('面积',)
    """
    return records(DataCollection, _COLLECTION, fields)


def conforming_data_directory_entries(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[DataDirectoryEntry]:
    """Entries that state every field and keep every clause: in hindsight, ``check(entry, ...).ok`` is true.

    Some are about data of a secret item, and managed by the law on secrecy.

    Args:
        area: An area of Putian, or a strategy of such areas; any of them unless given. The entry states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_data_directory_entries(area="涵江区"), lambda entry: True), hindsight()).ok
    True
    """
    usual = areas(within=_PUTIAN) if area is None else area
    return conforming("conforming_data_directory_entries", DataDirectoryEntry, _tell_entry, usual)


def conforming_data_collections(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[DataCollection]:
    """Collections that state every field and keep every clause: in hindsight, ``check(found, ...).ok`` is true.

    Args:
        area: An area of Putian, or a strategy of such areas; any of them unless given. The collection states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_data_collections(area="涵江区"), lambda found: True), hindsight()).ok
    True
    """
    usual = areas(within=_PUTIAN) if area is None else area
    return conforming("conforming_data_collections", DataCollection, _tell_collection, usual)


_ELEMENTS = ("content", "source", "sharing", "openness", "update_cycle")
_STEPS = ("requirements_set_at", "compiled_at", "reviewed_at", "pooled_at")


def _tell_entry(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    is_secret = draw(st.sampled_from((False, None, False, True)))
    return {
        "name": draw(texts()),
        "area": area,
        "of_secret_item": is_secret,
        "follows_secrecy_law": True if is_secret else draw(TRUTHS),
        **{element: draw(texts()) for element in _ELEMENTS},
        **_in_order(draw),
        "set_by_data_body": True,
        "compiled_by_department": True,
        "reviewed_by_data_body": True,
    }


def _in_order(draw: st.DrawFn) -> dict[str, date]:
    """Days on which the steps were taken one after the other, some of them on one."""
    day = draw(st.dates(_IN_FORCE, LAST_DAY - timedelta(90)))
    told = {}
    for step in _STEPS:
        told[step] = day
        day += timedelta(draw(st.integers(0, 20)))
    return told


def _tell_collection(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    held = draw(_NAMES.filter(bool))
    return {
        "name": draw(texts()),
        "area": area,
        "of_secret_item": draw(st.sampled_from(_NO)),
        "collected_at": draw(moments(first=_IN_FORCE)),
        "collected": held[: draw(st.integers(1, len(held)))],
        "in_directory": held,
    }


def _out_of_order(step: str, before: str) -> Spoiler:
    """One step without the one that it follows, or before it; what comes later still does."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        apart = timedelta(draw(st.integers(1, 10)))
        facts |= dict.fromkeys(_STEPS[_STEPS.index(step) + 1 :], facts[step] + apart)
        facts[before] = draw(st.sampled_from((None, facts[step] + apart)))
        facts["of_secret_item"] = draw(st.sampled_from(_NO))

    return spoil


_PLAIN = {"of_secret_item": _NO}

VIOLATIONS: Violations = {
    **violations(
        DataDirectoryEntry,
        _tell_entry,
        {
            "data_directories.has-elements": tuple(
                Flaw(changed(**_PLAIN, **{element: (None, "")})) for element in _ELEMENTS
            ),
            "data_directories.compiled-in-order": (
                Flaw(_out_of_order("compiled_at", "requirements_set_at")),
                Flaw(_out_of_order("reviewed_at", "compiled_at")),
                Flaw(_out_of_order("pooled_at", "reviewed_at")),
                Flaw(changed(**_PLAIN, set_by_data_body=_NO)),
                Flaw(changed(**_PLAIN, compiled_by_department=_NO)),
                Flaw(changed(**_PLAIN, reviewed_by_data_body=_NO)),
            ),
            "data_directories.secret-by-secrecy-law": (Flaw(changed(of_secret_item=(True,), follows_secrecy_law=_NO)),),
        },
    ),
    **violations(
        DataCollection,
        _tell_collection,
        {
            "data_directories.collected-within": (
                Flaw(changed(collected=(("权利人", "指纹"), ("指纹",)))),
                Flaw(changed(in_directory=((), None, ("门牌号",)))),
            ),
        },
    ),
}
