"""The ways in which the placement of an item goes wrong (事项进驻、线上办理)."""

from typing import Any

from hypothesis import strategies as st

from zwfw.records import CentreRequirement, HandlingStep, Item
from zwfw.testing._facts import Flaw, Spoiler, Violations, changed, violations
from zwfw.testing.items import tell_item

__all__ = ["VIOLATIONS"]

_NO = (False, None)


def _placed(**choices: tuple[object, ...]) -> Flaw:
    return Flaw(_in_placement(changed(**choices)))


def _in_placement(change: Spoiler) -> Spoiler:
    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        placement = dict(facts["placement"])
        change(draw, placement)
        facts["placement"] = placement

    return spoil


def _without_excuse(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """No law and no secret keeps it off the platform, nor anything else."""
    facts["secret"] = draw(st.sampled_from(_NO))
    no_excuse = changed(on_platform=(True,), kept_off_platform_by_law=_NO, kept_off_platform_otherwise=(None, ""))
    _in_placement(no_excuse)(draw, facts)
    facts["online_steps"] = facts["handling_steps"]


def _off_the_platform(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    _without_excuse(draw, facts)
    _in_placement(changed(on_platform=_NO))(draw, facts)


def _with_a_step_offline(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    _without_excuse(draw, facts)
    steps = draw(st.lists(st.sampled_from(HandlingStep), min_size=1, max_size=10, unique=True))
    facts |= {"handling_steps": steps, "online_steps": steps[1:]}


_SUB_CENTRE: dict[str, tuple[object, ...]] = {
    "on_negative_list": (True,),
    "in_sub_centre": (True,),
    "managed_as_one": (True,),
    "sub_centre_keeps": (list(CentreRequirement),),
}
_TOO_LITTLE = (None, [], *([each for each in CentreRequirement if each is not left] for left in CentreRequirement))

VIOLATIONS: Violations = violations(
    Item,
    tell_item,
    {
        "placements.managed-as-list": (_placed(managed_as_list=_NO), _placed(follows_list_standard=_NO)),
        "placements.in-the-centre": (_placed(in_centre_of_own_level=_NO, on_negative_list=_NO),),
        "placements.negative-list-sub-centre": (
            # Without a sub-centre nobody asks how it is run.
            _placed(**_SUB_CENTRE | {"in_sub_centre": _NO, "managed_as_one": (True, False, None)}),
            _placed(**_SUB_CENTRE | {"managed_as_one": _NO}),
            _placed(**_SUB_CENTRE | {"sub_centre_keeps": _TOO_LITTLE}),
        ),
        "placements.on-the-platform": (Flaw(_off_the_platform),),
        "placements.every-step-online": (Flaw(_with_a_step_offline),),
    },
)
