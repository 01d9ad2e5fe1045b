"""What the clauses say about where an item is handled, online and offline (事项进驻、线上办理)."""

from collections.abc import Iterator

from zwfw.context import Context
from zwfw.outcomes import Severity
from zwfw.records import CentreRequirement, Item, ItemPlacement
from zwfw.records.stated import path_of
from zwfw.rules._asking import any_holds, lacks, surely
from zwfw.rules.engine import Finding, breached, each, judge, not_applicable, rule

__all__ = ["RULES", "place_of", "placement_of"]

_NOWHERE = ItemPlacement.model_construct(**dict.fromkeys(ItemPlacement.model_fields))


def placement_of(item: Item) -> ItemPlacement:
    """Where an item is handled; of one that states that it has no placement every question is answered no."""
    return item.placement or _NOWHERE


def place_of(placement: ItemPlacement, field: str) -> str:
    """The path of a field of a placement; the placement itself where there is none."""
    return "placement" if placement is _NOWHERE else path_of(placement, field)


@rule("placements.managed-as-list", clauses=("putian-2025/art-7",))
def managed_as_list(item: Item, _: Context) -> Iterator[Finding]:
    """An item is managed on the platform as a standard list, by the State's and the province's standard (清单化管理).

    The article prints no exception.
    """
    placement = placement_of(item)
    yield from each(_AS_A_LIST, lambda row: lacks(placement, *row, at=place_of(placement, row[0])))


_AS_A_LIST = (("managed_as_list", "not-managed-as-list"), ("follows_list_standard", "list-standard-not-followed"))


@rule("placements.in-the-centre", clauses=("putian-2025/art-9",), severity=Severity.DEPARTURE)
def in_the_centre(item: Item, _: Context) -> Iterator[Finding]:
    """An item is managed in the service centre of its own level, unless the negative list has it (集中管理)."""
    placement, field = placement_of(item), "in_centre_of_own_level"
    if surely(placement, on_negative_list=True):
        yield not_applicable("on-the-negative-list")
        return
    at = place_of(placement, field)
    yield from lacks(placement, field, "not-in-the-centre", {"on_negative_list": False}, at=at)


@rule("placements.negative-list-sub-centre", clauses=("putian-2025/art-9",))
def negative_list_sub_centre(item: Item, _: Context) -> Iterator[Finding]:
    """An item on the negative list has a sub-centre, run as one with the centre by three requirements (分中心).

    The list alone brings it about: a lack of space or secrecy by itself does not.
    """
    placement = placement_of(item)
    if not placement.on_negative_list:
        yield not_applicable("not-on-the-negative-list")
    elif surely(placement, in_sub_centre=False):
        # How it is run is not asked of what is not there.
        yield breached("no-sub-centre", at=path_of(placement, "in_sub_centre"))
    else:
        yield from each((_has_sub_centre, _is_run_as_one, _keeps_all), lambda ask: ask(placement))


def _has_sub_centre(placement: ItemPlacement) -> Iterator[Finding]:
    yield from lacks(placement, "in_sub_centre", "no-sub-centre")


def _is_run_as_one(placement: ItemPlacement) -> Iterator[Finding]:
    yield from lacks(placement, "managed_as_one", "sub-centre-run-apart")


def _keeps_all(placement: ItemPlacement) -> Iterator[Finding]:
    kept = placement.sub_centre_keeps or ()
    missed = tuple(requirement for requirement in CentreRequirement if requirement not in kept)
    if missed:
        yield breached("sub-centre-misses", at=path_of(placement, "sub_centre_keeps"), missed=missed)


@rule("placements.on-the-platform", clauses=("putian-2025/art-9",))
def on_the_platform(item: Item, _: Context) -> Iterator[Finding]:
    """Every item is handled on the integrated platform (一体化平台).

    Excepted is what a law keeps off it and what is a State secret; the text leaves the exceptions open.
    """
    placement = placement_of(item)
    if not placement.on_platform:
        yield from tuple(_excuse(item)) or (breached("off-the-platform", at=place_of(placement, "on_platform")),)


@rule("placements.every-step-online", clauses=("putian-2025/art-9",), severity=Severity.ADVICE)
def every_step_online(item: Item, _: Context) -> Iterator[Finding]:
    """Every step that an item has, from enquiry to complaint, can be done online (全流程线上可办).

    It is coverage and not a chain: an item need not have all the steps that are printed, nor only those. What may be
    kept off the platform is excepted here too.
    """
    if not item.handling_steps:
        yield not_applicable("no-handling-step")
        return
    online = item.online_steps or ()
    offline = tuple(step for step in item.handling_steps if step not in online)
    if offline:
        yield from tuple(_excuse(item)) or (breached("steps-not-online", at="online_steps", steps=offline),)


def _excuse(item: Item) -> Iterator[Finding]:
    """Why an item may be kept off the platform, if there is a reason."""
    if any_holds((lambda: bool(item.secret), lambda: bool(placement_of(item).kept_off_platform_by_law))):
        yield not_applicable("kept-off-the-platform")
    elif why := placement_of(item).kept_off_platform_otherwise:
        yield judge("kept-off-the-platform-otherwise", at="placement.kept_off_platform_otherwise", why=why)


RULES = (managed_as_list, in_the_centre, negative_list_sub_centre, on_the_platform, every_step_online)
