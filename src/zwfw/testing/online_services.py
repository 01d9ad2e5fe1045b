"""What is offered online, and matters in several channels, to test with (线上服务)."""

from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area
from zwfw.records import ChannelComparison, ChannelView, MainEntry, OnlineService, ServiceChannel, ServiceEnd
from zwfw.testing._facts import Flaw, Violations, changed, conforming, violations
from zwfw.testing._records import TRUTHS, Fields, is_or_none, named, records, texts
from zwfw.testing.areas import areas

__all__ = [
    "VIOLATIONS",
    "channel_comparisons",
    "channel_views",
    "conforming_channel_comparisons",
    "conforming_online_services",
    "online_services",
]

_NO = (False, None)
_ENDS = (*ServiceEnd, "电视端")
_SOME_ENDS = st.lists(st.sampled_from(_ENDS), max_size=5, unique=True)
_ASPECTS = ("standard", "page_style", "guidance", "operation_flow")
_VERSIONS = st.sampled_from(("2024版", "2025版"))

_SERVICE: Fields = {
    "body": texts(),
    "area": is_or_none(areas()),
    "computer_entry": is_or_none(st.sampled_from(MainEntry)),
    "mobile_entry": is_or_none(st.sampled_from(MainEntry)),
    "ends": is_or_none(_SOME_ENDS),
    "ends_on_platform": is_or_none(_SOME_ENDS),
}
_TRUTHS_OF: Fields = {name: TRUTHS for name in OnlineService.model_fields if name not in _SERVICE}
_VIEW: Fields = {
    "channel": st.sampled_from(ServiceChannel),
    **{aspect: is_or_none(_VERSIONS) for aspect in _ASPECTS},
}
_COMPARISON: Fields = {
    "matter": texts(),
    "area": is_or_none(areas()),
    "channels": is_or_none(st.lists(records(ChannelView, _VIEW, {}), max_size=4)),
    "approved_alike": TRUTHS,
    "experience_alike": TRUTHS,
}


def online_services(**fields: object) -> st.SearchStrategy[OnlineService]:
    """What departments and bodies offer online, kept to the norms or not; what is not given is stated or not.

    Args:
        fields: Any field of an :class:`~zwfw.records.OnlineService`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(online_services(body="市医保局"), lambda service: service.guides_people_online).body
    '市医保局'
    """
    return named("online_services", records(OnlineService, {**_SERVICE, **_TRUTHS_OF}, fields))


def channel_views(**fields: object) -> st.SearchStrategy[ChannelView]:
    """Channels and what they follow for a matter; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.ChannelView`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(channel_views(channel="闽政通APP"), lambda view: view.standard).channel
    <ServiceChannel.APP: '闽政通APP'>
    """
    return named("channel_views", records(ChannelView, _VIEW, fields))


def channel_comparisons(**fields: object) -> st.SearchStrategy[ChannelComparison]:
    """Matters that are alike in their channels, or not; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.ChannelComparison`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(channel_comparisons(matter="社保参保"), lambda held: held.channels).matter
    '社保参保'
    """
    return named("channel_comparisons", records(ChannelComparison, _COMPARISON, fields))


def conforming_online_services(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[OnlineService]:
    """Offers that state every field and keep every clause: in hindsight, ``check(service, ...).ok`` is true.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The offer states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_online_services(area="莆田市"), lambda service: True), hindsight()).ok
    True
    """
    return conforming("conforming_online_services", OnlineService, _tell_service, area)


def conforming_channel_comparisons(
    *, area: Area | str | st.SearchStrategy[Area] | None = None
) -> st.SearchStrategy[ChannelComparison]:
    """Matters that are alike in two channels or more, every field stated: ``check(held, ...).ok`` is true.

    Args:
        area: An area, or a strategy of areas; any of the province unless given. The comparison states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_channel_comparisons(area="厦门市"), lambda held: True), hindsight()).ok
    True
    """
    return conforming("conforming_channel_comparisons", ChannelComparison, _tell_comparison, area)


def _tell_service(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    ends = draw(is_or_none(_SOME_ENDS))
    facts: dict[str, Any] = dict.fromkeys(_TRUTHS_OF, True)
    facts |= {
        "body": draw(texts()),
        "area": area,
        # Guiding people stands, so that some clause of every area is kept.
        "is_approval_department": draw(TRUTHS),
        "computer_entry": draw(st.sampled_from((None, MainEntry.PLATFORM))),
        "mobile_entry": draw(st.sampled_from((None, MainEntry.MINZHENGTONG))),
        "ends": ends,
        "ends_on_platform": draw(st.permutations([*(ends or ()), "其他"])),
    }
    return facts


def _tell_comparison(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    followed = {aspect: draw(_VERSIONS) for aspect in _ASPECTS}
    channels = draw(st.permutations(tuple(ServiceChannel)))[: draw(st.integers(2, 4))]
    return {
        "matter": draw(texts()),
        "area": area,
        "channels": [{"channel": channel, **followed} for channel in channels],
        "approved_alike": True,
        "experience_alike": True,
    }


def _differing(aspect: str, *, online: bool = False) -> Flaw:
    """All four channels, one of which follows something else, or nothing."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        first = facts["channels"][0]
        views = [{**first, "channel": channel} for channel in draw(st.permutations(tuple(ServiceChannel)))]
        chosen = [view for view in views if view["channel"].is_online or not online]
        draw(st.sampled_from(chosen))[aspect] = draw(st.sampled_from((None, "旧版")))
        facts["channels"] = views

    return Flaw(spoil)


def _apart(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """At one more, which is not merged."""
    facts["ends_on_platform"] = draw(st.sampled_from((None, (), facts["ends"] or ())))
    facts["ends"] = [*(facts["ends"] or ()), "电话端"]


VIOLATIONS: Violations = {
    **violations(
        OnlineService,
        _tell_service,
        {
            "online_services.questions-answered": (
                Flaw(changed(is_approval_department=(True,), keeps_common_questions=_NO)),
                Flaw(changed(is_approval_department=(True,), has_smart_enquiry=_NO)),
            ),
            "online_services.by-choice": (Flaw(changed(online_by_choice=_NO)),),
            "online_services.main-entry": (
                Flaw(changed(computer_entry=(MainEntry.MINZHENGTONG, MainEntry.OTHER))),
                Flaw(changed(mobile_entry=(MainEntry.PLATFORM, MainEntry.OTHER))),
            ),
            "online_services.channels-merged": (Flaw(_apart),),
        },
    ),
    **violations(
        ChannelComparison,
        _tell_comparison,
        {
            "online_services.one-standard": (_differing("standard"),),
            "online_services.approved-alike": (
                Flaw(changed(approved_alike=_NO)),
                Flaw(changed(experience_alike=_NO)),
            ),
            "online_services.online-channels-alike": tuple(
                _differing(aspect, online=True) for aspect in ("page_style", "guidance", "operation_flow")
            ),
        },
    ),
}
