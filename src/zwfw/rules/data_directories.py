"""What the clauses say about the directory of service data, and what is collected by it (政务服务数据目录)."""

from collections.abc import Iterator, Mapping

from zwfw.context import Context
from zwfw.outcomes import Severity
from zwfw.records import DataCollection, DataDirectoryEntry
from zwfw.records._base import day_of
from zwfw.records.stated import when
from zwfw.rules._asking import Step, all_done, surely
from zwfw.rules._asking import in_order as steps_in_order
from zwfw.rules._differences import not_among
from zwfw.rules._secrecy import unless_secret
from zwfw.rules.engine import Finding, breached, each, not_applicable, rule

__all__ = ["RULES"]

_DIRECTORY = "putian-2025/art-33"

_ELEMENTS = {
    "name": "名称",
    "content": "内容",
    "source": "数据来源",
    "sharing": "共享属性",
    "openness": "开放属性",
    "update_cycle": "更新周期",
}
"""The fields of the elements, with the terms that the text prints."""


@rule("data_directories.has-elements", clauses=(_DIRECTORY,), severity=Severity.ADVICE)
def has_elements(entry: DataDirectoryEntry, _: Context) -> Iterator[Finding]:
    """An entry has each of the six elements that are printed (要素).

    The text says that the directory includes them, not that it must; the list is open. Whether other bodies may have
    the data and whether the public may are two elements.
    """
    yield from unless_secret(entry, lambda: each(_ELEMENTS, lambda field: _element(entry, field)))


def _element(entry: DataDirectoryEntry, field: str) -> Iterator[Finding]:
    if not getattr(entry, field):
        yield breached("directory-element-missing", at=field, element=_ELEMENTS[field])


@rule("data_directories.compiled-in-order", clauses=(_DIRECTORY,))
def compiled_in_order(entry: DataDirectoryEntry, ctx: Context) -> Iterator[Finding]:
    """An entry is compiled by requirements, reviewed and pooled, each step by its body and after the one before (次序).

    The data body sets the requirements and reviews, the department compiles; who pools is not stated. There is no time
    for any step. What was compiled before the norms were in force is not held against them.
    """
    yield from unless_secret(entry, lambda: each((_steps, _bodies), lambda ask: ask(entry, ctx)))


_STEPS = (
    Step(field="compiled_at", too_early="compiled-before-requirements", not_yet="not-compiled"),
    Step(field="reviewed_at", too_early="reviewed-before-compiled", not_yet="not-reviewed"),
    Step(field="pooled_at", too_early="pooled-before-reviewed", not_yet="not-pooled"),
)

_BODIES: Mapping[str, tuple[str, str]] = {
    "requirements_set_at": ("set_by_data_body", "requirements-not-by-data-body"),
    "compiled_at": ("compiled_by_department", "not-compiled-by-department"),
    "reviewed_at": ("reviewed_by_data_body", "not-reviewed-by-data-body"),
}
"""The steps that are a body's own, and the reason where it was another that took one."""


def _steps(entry: DataDirectoryEntry, ctx: Context) -> Iterator[Finding]:
    if surely(entry, **dict.fromkeys(("requirements_set_at", *(step.field for step in _STEPS)))):
        yield not_applicable("nothing-compiled")
    elif _is_old(entry, ctx):
        yield not_applicable("directory-before-the-norms", compiled_at=entry.compiled_at)
    else:
        yield from steps_in_order(entry, "requirements_set_at", *_STEPS)


def _is_old(entry: DataDirectoryEntry, ctx: Context) -> bool:
    """Whether it was compiled before the norms were in force."""
    compiled_at = entry.compiled_at
    return compiled_at is not None and not ctx.scoped(ctx.area, day_of(compiled_at)).has(_DIRECTORY)


def _bodies(entry: DataDirectoryEntry, ctx: Context) -> Iterator[Finding]:
    yield from each(_BODIES, lambda step: _by_its_body(entry, ctx, step))


def _by_its_body(entry: DataDirectoryEntry, ctx: Context, step: str) -> Iterator[Finding]:
    field, reason = _BODIES[step]
    done_at = getattr(entry, step)
    if done_at is not None and ctx.scoped(ctx.area, day_of(done_at)).has(_DIRECTORY) and not getattr(entry, field):
        yield breached(reason, at=field, done_at=done_at)


@rule("data_directories.collected-within", clauses=("putian-2025/art-34",))
def collected_within(collection: DataCollection, _: Context) -> Iterator[Finding]:
    """What is collected lies within the directory of service data (在目录范围内采集).

    Names are compared whatever their blanks and the width of their characters.
    """
    yield from unless_secret(collection, lambda: _within(collection))


def _within(collection: DataCollection) -> Iterator[Finding]:
    if surely(collection, collected=False):
        yield not_applicable("nothing-collected")
        return
    outside = not_among(collection.collected or (), collection.in_directory or ())
    if outside:
        yield breached("collected-outside-directory", at="collected", data=outside)


@rule("data_directories.secret-by-secrecy-law", clauses=("putian-2025/art-54",))
def secret_by_secrecy_law(entry: DataDirectoryEntry, _: Context) -> Iterator[Finding]:
    """The data of a secret item are managed by the law on secrecy (保密法律法规)."""
    if not when(entry, of_secret_item=True):
        yield not_applicable("not-of-secret-item")
    else:
        yield from all_done(entry, {"follows_secrecy_law": "secrecy-law-not-followed"})


RULES = (has_elements, compiled_in_order, collected_within, secret_by_secrecy_law)
