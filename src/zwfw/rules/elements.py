"""What the clauses say about the elements that an item, its guide and its catalogue entry share (事项要素)."""

from collections.abc import Iterator

from zwfw.context import Context
from zwfw.outcomes import Severity
from zwfw.records import ApprovalStage, BasisRank, ItemElements, SpecialStep
from zwfw.records.stated import path_of
from zwfw.rules._asking import lacks
from zwfw.rules._per_clause import with_kept
from zwfw.rules.engine import Finding, breached, each, judge, not_applicable, rule

__all__ = ["RULES"]

_FUJIAN, _XIAMEN = "fujian-2022/2.1.4", "xiamen-2022/2.1.4"

_SPECIAL = ("现场勘验", "技术审查", "听证", "论证")
"""What the special steps that Xiamen prints are called; whether 听证论证 is one or two of them is not clear."""


@rule("elements.stages-at-most", clauses=(_XIAMEN,), severity=Severity.DEPARTURE)
def stages_at_most(elements: ItemElements, ctx: Context) -> Iterator[Finding]:
    """An item has no more ordinary stages than accepting, reviewing and deciding (审批环节).

    Special steps stand outside the number: the text sets them apart without saying so. Where they are named among the
    stages and the number is kept only without them, a person decides.
    """
    stages, most = elements.stages or (), int(ctx.parameter("approval_stages_max").value)
    if len(stages) <= most:
        return
    at, number = path_of(elements, "stages"), len(stages)
    special = _special_among(stages, elements)
    if number - len(special) > most:
        yield breached("too-many-stages", at=at, number=number - len(special), most=most)
    else:
        yield judge("special-step-among-stages", at=at, number=number, most=most, special=special)


def _special_among(stages: tuple[ApprovalStage | str, ...], elements: ItemElements) -> tuple[str, ...]:
    others = tuple(stage for stage in stages if isinstance(stage, str))
    printed = tuple(stage for stage in others if any(name in stage for name in _SPECIAL))
    if len(printed) == len(others):
        return printed
    names = {step.name for step in elements.special_steps or ()}
    return tuple(stage for stage in others if stage in printed or stage in names)


@rule("elements.special-steps-stated", clauses=(_FUJIAN, _XIAMEN))
def special_steps_stated(elements: ItemElements, ctx: Context) -> Iterator[Finding]:
    """Every special step states its name, its time in working days and its basis (特殊环节).

    The province has the three uniform in the catalogue, which is read to mean that each is stated; a step that the
    department kept without a basis has none to state. Xiamen asks for basis and time, and knows no keeping. That the
    step stands in the guide is not asked here.
    """
    if not elements.special_steps:
        yield not_applicable("no-special-step")
        return
    found = each(elements.special_steps, lambda step: _stated(step, ctx))
    yield from with_kept(ctx, (_FUJIAN, _XIAMEN), found)


def _stated(step: SpecialStep, ctx: Context) -> Iterator[Finding]:
    yield from each((_name, _time, _basis), lambda ask: ask(step, ctx))


def _name(step: SpecialStep, _: Context) -> Iterator[Finding]:
    yield from lacks(step, "name", "special-step-without-name", under=(_FUJIAN,))


def _time(step: SpecialStep, _: Context) -> Iterator[Finding]:
    if step.limit_working_days is None:
        yield breached("special-step-time-not-stated", at=path_of(step, "limit_working_days"), step=step.name)


def _basis(step: SpecialStep, ctx: Context) -> Iterator[Finding]:
    if (step.basis_rank or BasisRank.NONE) is not BasisRank.NONE:
        return
    at = path_of(step, "basis_rank")
    if ctx.has(_XIAMEN):
        yield breached("special-step-basis-not-stated", at=at, under=(_XIAMEN,), step=step.name)
    if not step.kept_by_decision:
        yield breached("special-step-not-kept-either", at=at, under=(_FUJIAN,), step=step.name)


RULES = (stages_at_most, special_steps_stated)
