"""Test data about electronic signatures, seals, certificates and archives (电子文件)."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.records import ElectronicFile, ElectronicFileKind, ElectronicFileSystem, ElectronicSeal
from zwfw.records._base import day_of
from zwfw.testing._facts import Flaw, Violations, changed, conforming, violations
from zwfw.testing._records import TRUTHS, Fields, is_or_none, records, texts
from zwfw.testing.areas import areas
from zwfw.testing.moments import LAST_DAY, moments

__all__ = [
    "VIOLATIONS",
    "conforming_electronic_file_systems",
    "conforming_electronic_files",
    "conforming_electronic_seals",
    "electronic_file_systems",
    "electronic_files",
    "electronic_seals",
]

_PUTIAN, _XIAMEN = "350300", "350200"
"""The cities whose documents alone speak of systems, and of seals."""

_KINDS = tuple(ElectronicFileKind)
_KIND = st.sampled_from(ElectronicFileKind)
_NO = (False, None)

_FILE: Fields = {
    "name": texts(),
    "area": is_or_none(areas()),
    "kind": is_or_none(_KIND),
    "meets_signature_law": TRUTHS,
    "managed_by_rule": TRUTHS,
    "from_online_approval": TRUTHS,
    "stored_by_rule": TRUTHS,
    "refused_as_electronic": TRUTHS,
    "relied_upon": TRUTHS,
}

_SYSTEM: Fields = {
    "name": texts(),
    "area": is_or_none(areas()),
    "kind": is_or_none(_KIND),
    "is_self_built": TRUTHS,
    "is_platform": TRUTHS,
    "is_new": TRUTHS,
    "merged_into_platform": TRUTHS,
    "has_filing_function": TRUTHS,
    "follows_file_measures": TRUTHS,
    "follows_archive_measures": TRUTHS,
}

_DAYS = st.dates(date(2022, 9, 1), date(2023, 3, 31)) | st.dates(date(2025, 6, 3), date(2025, 6, 5))
"""Around the beginning of the law, and a few days that two moments often share."""

_SEAL: Fields = {
    "holder": texts(),
    "area": is_or_none(areas()),
    "is_of_business": TRUTHS,
    "licence_issued_at": is_or_none(_DAYS | moments(first=date(2025, 6, 3), last=date(2025, 6, 4))),
    "issued_at": is_or_none(_DAYS | moments(first=date(2025, 6, 3), last=date(2025, 6, 4))),
    "by_provincial_issuer": TRUTHS,
}


def electronic_files(**fields: object) -> st.SearchStrategy[ElectronicFile]:
    """Electronic signatures, certificates and archives, kept to the norms or not; the rest is stated or not.

    Args:
        fields: Any field of an :class:`~zwfw.records.ElectronicFile`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(electronic_files(kind="电子档案"), lambda file: file.managed_by_rule).kind
    <ElectronicFileKind.ARCHIVE: '电子档案'>
    """
    return records(ElectronicFile, _FILE, fields)


def electronic_file_systems(**fields: object) -> st.SearchStrategy[ElectronicFileSystem]:
    """Systems of every kind, kept to the norms or not; what is not given is stated or not.

    Args:
        fields: Any field of an :class:`~zwfw.records.ElectronicFileSystem`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(electronic_file_systems(kind=None), lambda system: system.is_platform).kind
    """
    return records(ElectronicFileSystem, _SYSTEM, fields)


def electronic_seals(**fields: object) -> st.SearchStrategy[ElectronicSeal]:
    """E-seals of businesses and others, kept to the norms or not; what is not given is stated or not.

    Args:
        fields: Any field of an :class:`~zwfw.records.ElectronicSeal`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(electronic_seals(is_of_business=True), lambda seal: seal.by_provincial_issuer).is_of_business
    True
    """
    return records(ElectronicSeal, _SEAL, fields)


def conforming_electronic_files(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[ElectronicFile]:
    """Electronic forms that state every field and keep every clause: in hindsight, ``check(file, ...).ok`` is true.

    Outside Putian they are archives: no clause there gives the others an effect.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The file states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_electronic_files(area="莆田市"), lambda file: True), hindsight()).ok
    True
    """
    return conforming("conforming_electronic_files", ElectronicFile, _tell_file, area)


def conforming_electronic_file_systems(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[ElectronicFileSystem]:
    """Systems that state every field and keep every clause: in hindsight, ``check(system, ...).ok`` is true.

    Args:
        area: An area of Putian, or a strategy of such areas; any of them unless given. The system states it. No other
            document speaks of systems.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_electronic_file_systems(area="涵江区"), lambda system: True), hindsight()).ok
    True
    """
    usual = areas(within=_PUTIAN) if area is None else area
    return conforming("conforming_electronic_file_systems", ElectronicFileSystem, _tell_system, usual)


def conforming_electronic_seals(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[ElectronicSeal]:
    """E-seals that state every field and keep every clause: in hindsight, ``check(seal, ...).ok`` is true.

    Args:
        area: An area of Xiamen, or a strategy of such areas; any of them unless given. The seal states it. No other
            document speaks of seals.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_electronic_seals(area="思明区"), lambda seal: True), hindsight()).ok
    True
    """
    usual = areas(within=_XIAMEN) if area is None else area
    return conforming("conforming_electronic_seals", ElectronicSeal, _tell_seal, usual)


def _tell_file(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    has_effect = draw(st.booleans())
    from_online_approval = draw(TRUTHS)
    return {
        "name": draw(texts()),
        "area": area,
        "kind": draw(_KIND) if area.is_within(_PUTIAN) else ElectronicFileKind.ARCHIVE,
        "meets_signature_law": has_effect,
        "managed_by_rule": has_effect,
        "from_online_approval": from_online_approval,
        "stored_by_rule": True if from_online_approval else draw(TRUTHS),
        "refused_as_electronic": draw(st.sampled_from(_NO) if has_effect else TRUTHS),
        "relied_upon": draw(TRUTHS if has_effect else st.sampled_from(_NO)),
    }


def _tell_system(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    kind = draw(is_or_none(_KIND))
    is_platform = draw(st.booleans()) if kind is None else None
    # Of what no department built for itself, only archives and the platform are spoken of.
    free = is_platform or kind is ElectronicFileKind.ARCHIVE
    return {
        "name": draw(texts()),
        "area": area,
        "kind": kind,
        "is_self_built": draw(TRUTHS) if free else True,
        "is_platform": is_platform,
        "is_new": draw(st.sampled_from(_NO)),
        "merged_into_platform": True,
        "has_filing_function": True,
        "follows_file_measures": True,
        "follows_archive_measures": True,
    }


_ISSUED = moments(last=LAST_DAY - timedelta(60))


def _tell_seal(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    issued_at = draw(_ISSUED)
    is_of_business = draw(TRUTHS)
    together = st.sampled_from((issued_at, day_of(issued_at)))
    return {
        "holder": draw(texts()),
        "area": area,
        "is_of_business": is_of_business,
        "licence_issued_at": draw(together if is_of_business else st.none()),
        "issued_at": issued_at,
        "by_provincial_issuer": True,
    }


def _apart(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """The licence of a business on another day than the seal, the next one often."""
    days = timedelta(draw(st.integers(1, 30)))
    facts["is_of_business"] = True
    facts["licence_issued_at"] = facts["issued_at"] + draw(st.sampled_from((days, -days)))


def _without(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """The licence of a business, and no seal."""
    _apart(draw, facts)
    facts["issued_at"] = None


_OF_A_DEPARTMENT = {"kind": _KINDS, "is_self_built": (True,)}
_OF_BUSINESS = {"kind": (None,), "has_filing_function": _NO}
_ARCHIVE = {"kind": (ElectronicFileKind.ARCHIVE,)}

VIOLATIONS: Violations = {
    **violations(
        ElectronicFile,
        _tell_file,
        {
            "electronic_files.equal-effect": (
                Flaw(
                    changed(
                        meets_signature_law=(True,),
                        managed_by_rule=(True,),
                        refused_as_electronic=(True,),
                        relied_upon=_NO,
                    )
                ),
                Flaw(
                    changed(
                        meets_signature_law=_NO, managed_by_rule=_NO, refused_as_electronic=_NO, relied_upon=(True,)
                    )
                ),
                Flaw(
                    changed(
                        meets_signature_law=_NO, managed_by_rule=(True,), refused_as_electronic=_NO, relied_upon=(True,)
                    ),
                    "putian-2025/art-27",
                ),
            ),
            "electronic_files.archive-stored": (
                Flaw(changed(**_ARCHIVE, from_online_approval=(True,), stored_by_rule=_NO)),
            ),
        },
    ),
    **violations(
        ElectronicFileSystem,
        _tell_system,
        {
            "electronic_files.no-new-system": (Flaw(changed(**_OF_A_DEPARTMENT, is_new=(True,))),),
            "electronic_files.system-merged": (Flaw(changed(**_OF_A_DEPARTMENT, merged_into_platform=_NO)),),
            "electronic_files.filing-function": (
                Flaw(changed(**_OF_BUSINESS, is_self_built=(True,))),
                Flaw(changed(**_OF_BUSINESS, is_self_built=_NO, is_platform=(True,))),
                Flaw(changed(**_ARCHIVE, follows_file_measures=_NO)),
                Flaw(changed(**_ARCHIVE, follows_archive_measures=_NO)),
            ),
        },
    ),
    **violations(
        ElectronicSeal,
        _tell_seal,
        {
            "electronic_files.seal-with-licence": (Flaw(_apart), Flaw(_without)),
            "electronic_files.seal-from-provincial-issuer": (Flaw(changed(by_provincial_issuer=_NO)),),
        },
    ),
}
