"""What the clauses say about electronic signatures, seals, certificates and archives (电子文件)."""

from collections.abc import Iterator, Mapping

import attrs

from zwfw.context import Context
from zwfw.outcomes import Severity
from zwfw.records import ElectronicFile, ElectronicFileKind, ElectronicFileSystem, ElectronicSeal
from zwfw.records._base import day_of, is_before
from zwfw.records.stated import when
from zwfw.rules._per_clause import by_force
from zwfw.rules.engine import Finding, breached, each, judge, met, not_applicable, rule

__all__ = ["RULES"]

_PUTIAN = "putian-2025/art-27"
_SEALS = "xiamen-2022/4.2.1"

_KINDS = frozenset(ElectronicFileKind)
_ARCHIVES = frozenset({ElectronicFileKind.ARCHIVE})


@attrs.frozen(kw_only=True, eq=False)
class _Condition:
    """On what some clauses let electronic forms have the effect of traditional ones.

    Attributes:
        kinds: The forms that they speak of.
        field: The field that says whether the condition is met.
        weighs: For each clause, how much it weighs that a form was refused, and that one was relied upon without it.
    """

    kinds: frozenset[ElectronicFileKind]
    field: str
    weighs: Mapping[str, tuple[Severity, Severity]]


_CONDITIONS = (
    # Equal effect is told as a fact, reliance as a permission (可以作为); the condition is what has force.
    _Condition(kinds=_KINDS, field="meets_signature_law", weighs={_PUTIAN: (Severity.ADVICE, Severity.VIOLATION)}),
    _Condition(
        kinds=_ARCHIVES,
        field="managed_by_rule",
        weighs={
            "fujian-2022/4.2.3": (Severity.VIOLATION, Severity.VIOLATION),
            "xiamen-2022/4.2.4": (Severity.ADVICE, Severity.ADVICE),
        },
    ),
)


@rule("electronic_files.equal-effect", clauses=(_PUTIAN, "fujian-2022/4.2.3", "xiamen-2022/4.2.4"))
def equal_effect(file: ElectronicFile, ctx: Context) -> Iterator[Finding]:
    """An electronic form that meets its condition is not refused for being one, and no other is relied upon (同等效力).

    In Putian the condition is the Electronic Signature Law. Whether it reaches certificates and archives is not clear
    in the text; it is held against all three forms. The province and Xiamen speak of archives alone, and ask that they
    are managed by rule.
    """
    in_force = [held for held in _CONDITIONS if any(map(ctx.has, held.weighs))]
    asked = [held for held in in_force if when(file, kind=held.kinds)]
    if not asked:
        yield not_applicable("electronic-form-not-named")
        return
    found = {held: tuple(_effect(file, held, ctx)) for held in asked}
    if not any(found.values()) and len(asked) == len(in_force):
        return
    for held in asked:
        yield from found[held] or (met(under=tuple(held.weighs)),)


def _effect(file: ElectronicFile, held: _Condition, ctx: Context) -> Iterator[Finding]:
    def refused(file: ElectronicFile) -> Iterator[Finding]:
        if when(file, refused_as_electronic=True, **{held.field: True}):
            forces = {ref: severity for ref, (severity, _) in held.weighs.items()}
            found = breached("refused-as-electronic", at="refused_as_electronic", form=file.kind)
            yield from by_force(ctx, forces, found)

    def relied_upon(file: ElectronicFile) -> Iterator[Finding]:
        if when(file, relied_upon=True, **{held.field: False}):
            forces = {ref: severity for ref, (_, severity) in held.weighs.items()}
            found = breached("relied-upon-without-effect", at=held.field, form=file.kind)
            yield from by_force(ctx, forces, found)

    yield from each((refused, relied_upon), lambda ask: ask(file))


@rule("electronic_files.archive-stored", clauses=("xiamen-2022/4.2.4",))
def archive_stored(file: ElectronicFile, _: Context) -> Iterator[Finding]:
    """An e-archive that comes from an approval online is stored by rule (规范存储)."""
    if not when(file, kind=ElectronicFileKind.ARCHIVE, from_online_approval=True):
        yield not_applicable("no-archive-of-online-approval")
    elif not file.stored_by_rule:
        yield breached("archive-not-stored-by-rule", at="stored_by_rule")


@rule("electronic_files.no-new-system", clauses=(_PUTIAN,), severity=Severity.DEPARTURE)
def no_new_system(system: ElectronicFileSystem, _: Context) -> Iterator[Finding]:
    """No department builds a new system for electronic signatures, certificates or archives (不再新建)."""
    if not when(system, kind=_KINDS, is_self_built=True):
        yield not_applicable("no-system-of-a-department")
    elif system.is_new:
        yield breached("new-system-built", at="is_new", form=system.kind)


@rule("electronic_files.system-merged", clauses=(_PUTIAN,))
def system_merged(system: ElectronicFileSystem, _: Context) -> Iterator[Finding]:
    """A department's system that stood already is merged into that of the integrated platform (整合).

    The text names no day. A new system is the question of ``electronic_files.no-new-system``.
    """
    if not when(system, kind=_KINDS, is_self_built=True, is_new=False):
        yield not_applicable("no-system-to-merge")
    elif not system.merged_into_platform:
        yield breached("system-not-merged", at="merged_into_platform", form=system.kind)


@rule("electronic_files.filing-function", clauses=(_PUTIAN,))
def filing_function(system: ElectronicFileSystem, _: Context) -> Iterator[Finding]:
    """Self-built systems of business and the platform file electronic documents, and archive systems keep the measures.

    The measures (归档和档案管理办法) are two, 国办发〔2023〕26号 and 闽档〔2024〕8号; an archive system keeps both.
    """
    if system.kind is ElectronicFileKind.ARCHIVE:
        yield from each(_MEASURES, lambda measures: _follows(system, *measures))
    elif system.kind is not None or when(system, is_self_built=False, is_platform=False):
        yield not_applicable("no-filing-asked")
    elif not system.has_filing_function:
        yield breached("no-filing-function", at="has_filing_function")


_MEASURES = (("follows_file_measures", "国办发〔2023〕26号"), ("follows_archive_measures", "闽档〔2024〕8号"))


def _follows(system: ElectronicFileSystem, field: str, measures: str) -> Iterator[Finding]:
    if not getattr(system, field):
        yield breached("archive-measures-not-kept", at=field, measures=measures)


@rule("electronic_files.seal-with-licence", clauses=(_SEALS,))
def seal_with_licence(seal: ElectronicSeal, ctx: Context) -> Iterator[Finding]:
    """A business gets its e-seal at the same time as its electronic business licence (同步发放).

    Another day is not the same time. On one day, how far apart the two may be is left to a person where both have a
    time of day.
    """
    licence = seal.licence_issued_at if when(seal, is_of_business=True, licence_issued_at=...) else None
    if licence is None:
        yield not_applicable("no-business-licence")
        return
    licensed_on = day_of(licence)
    if not ctx.scoped(ctx.area, licensed_on).has(_SEALS):
        yield not_applicable("licence-before-the-norms", licensed_on=licensed_on)
        return
    issued = seal.issued_at
    if issued is None and ctx.as_of.date() <= licensed_on:
        yield not_applicable("not-due-yet", due_on=licensed_on)
    elif issued is None or day_of(issued) != licensed_on:
        yield breached("seal-apart-from-licence", at="issued_at", licensed_at=licence, issued_at=issued)
    elif is_before(issued, licence) or is_before(licence, issued):
        yield judge("seal-at-another-hour", at="issued_at", licensed_at=licence, issued_at=issued)


@rule("electronic_files.seal-from-provincial-issuer", clauses=(_SEALS,))
def seal_from_provincial_issuer(seal: ElectronicSeal, _: Context) -> Iterator[Finding]:
    """An e-seal and its digital certificate come from the provincial issuer and no other (省级电子印章发放单位)."""
    if seal.issued_at is None:
        yield not_applicable("no-seal-issued")
    elif not seal.by_provincial_issuer:
        yield breached("seal-from-another-issuer", at="by_provincial_issuer")


RULES = (
    equal_effect,
    archive_stored,
    no_new_system,
    system_merged,
    filing_function,
    seal_with_licence,
    seal_from_provincial_issuer,
)
