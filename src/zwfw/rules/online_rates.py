"""What the clauses say about the share of matters that are done online throughout (全程网办率)."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import attrs

from zwfw.context import Context
from zwfw.records import OnlineDepth, OnlineMatter, OnlineRate
from zwfw.records.stated import Unstated, View, when
from zwfw.rules._asking import any_holds
from zwfw.rules.engine import Finding, breached, each, not_applicable, rule, undetermined

__all__ = ["RULES", "OnlineShare", "fully_online_share"]

_XIAMEN = "xiamen-2022/2.3.6"
_FULL = OnlineDepth.FULL


@attrs.frozen(kw_only=True)
class OnlineShare:
    """How many matters count for a rate, and how many of those are done online throughout (全程网办率).

    While something is not known, each number has a least and a most.

    Attributes:
        least_counted: The fewest that count, which is the denominator.
        most_counted: The most that count.
        least_online: The fewest that count and are done online throughout.
        most_online: The most of those.
        left_out: The names of those that surely do not count: secret ones, and those that the law has done on site.
        least_percent: The least that the rate can be; ``None`` where none count.
        most_percent: The most that it can be.
        missing: What was not stated and matters, by its path.
    """

    least_counted: int
    most_counted: int
    least_online: int
    most_online: int
    left_out: tuple[str, ...]
    least_percent: float | None
    most_percent: float | None
    missing: tuple[str, ...]

    @property
    def percent(self) -> float | None:
        """The rate; ``None`` where it is not known, or none count."""
        return None if self.missing else self.least_percent


def fully_online_share(matters: Iterable[OnlineMatter], *, licences_only: bool = False) -> OnlineShare:
    """The share of matters that are done online throughout (全程网办率).

    Secret matters, and those that a law or regulation expressly wants handled on site, are left out of both numbers.
    That this is so of the rate of licences too is inferred from the grammar. It is a share of matters and not of cases.

    Args:
        matters: All of them, with those that are left out.
        licences_only: Whether it is the rate of licences alone.

    Source:
        xiamen-2022/2.3.6.

    >>> known = {"secret": False, "on_site_by_law": False}
    >>> matters = [
    ...     OnlineMatter(name="节能审查", online_depth="Ⅳ", **known),
    ...     OnlineMatter(name="户口迁移", online_depth="Ⅱ", **known),
    ...     OnlineMatter(name="涉密资质", online_depth="Ⅰ", secret=True),
    ... ]
    >>> share = fully_online_share(matters)
    >>> share.percent, share.left_out
    (50.0, ('涉密资质',))
    >>> unknown = fully_online_share([*matters, OnlineMatter(name="医师执业注册", **known)])
    >>> unknown.percent, round(unknown.least_percent, 1), round(unknown.most_percent, 1), unknown.missing
    (None, 33.3, 66.7, ('matters[3].online_depth',))
    """
    views = [_view(matter, index) for index, matter in enumerate(matters)]
    standings = [_stand(view, licences_only) for view in views]
    counted = [held for held in standings if held.counts]
    perhaps = [held for held in standings if held.counts is None]
    least_counted, least_online = len(counted), sum(held.is_online is True for held in counted)
    most_online = sum(held.is_online is not False for held in counted)
    # What is perhaps left out makes the rate lower where it is not online, and higher where it is.
    maybe_not = sum(held.is_online is not True for held in perhaps)
    maybe = sum(held.is_online is not False for held in perhaps)
    return OnlineShare(
        least_counted=least_counted,
        most_counted=least_counted + len(perhaps),
        least_online=least_online,
        most_online=most_online + maybe,
        left_out=tuple(held.name for held in standings if held.is_left_out),
        least_percent=_percent(least_online, least_counted + maybe_not, if_none=100.0 if perhaps else None),
        most_percent=_percent(most_online + maybe, least_counted + maybe, if_none=0.0 if perhaps else None),
        missing=tuple(path for held in standings for path in held.missing),
    )


def _percent(online: int, counted: int, *, if_none: float | None) -> float | None:
    return 100 * online / counted if counted else if_none


@attrs.frozen(kw_only=True)
class _Standing:
    """Whether a matter counts for the rate, and is done online throughout; ``None`` where that is not known."""

    name: str
    counts: bool | None
    is_left_out: bool
    is_online: bool | None
    missing: tuple[str, ...]


def _view(matter: Any, index: int) -> Any:
    return matter if isinstance(matter, View) else View(matter, f"matters[{index}].")


def _stand(matter: Any, licences_only: bool) -> _Standing:  # noqa: FBT001
    of_kind, kind_missing = _told(lambda: not licences_only or bool(matter.is_licence))
    excepted, missing = _told(lambda: any_holds((lambda: bool(matter.secret), lambda: bool(matter.on_site_by_law))))
    is_online, depth_missing = _told(lambda: matter.online_depth is _FULL)
    if of_kind is False or excepted:
        counts: bool | None = False
        missing = ()
    else:
        counts = None if kind_missing or missing else True
        missing = (*kind_missing, *missing, *depth_missing)
    return _Standing(
        name=matter.name,
        counts=counts,
        is_left_out=of_kind is not False and bool(excepted),
        is_online=is_online,
        missing=missing,
    )


def _told(ask: Callable[[], bool]) -> tuple[bool | None, tuple[str, ...]]:
    try:
        return ask(), ()
    except Unstated as unknown:
        return None, unknown.paths


@rule("online_rates.secret-and-on-site-left-out", clauses=(_XIAMEN,))
def secret_and_on_site_left_out(rate: OnlineRate, _: Context) -> Iterator[Finding]:
    """Secret matters, and those that the law has handled on site, are left out of the rate (全程网办率).

    Both numbers are held against the matters, as :func:`fully_online_share` counts them.
    """
    if not rate.matters:
        yield not_applicable("no-matters-to-count")
        return
    share = fully_online_share(rate.matters, licences_only=when(rate, licences_only=True))
    yield from each(_NUMBERS, lambda field: _agrees(rate, field, share))


_NUMBERS = {"counted": "rate-of-other-matters", "counted_online": "rate-counts-others-online"}


def _agrees(rate: OnlineRate, field: str, share: OnlineShare) -> Iterator[Finding]:
    told = getattr(rate, field)
    if field == "counted":
        least, most = share.least_counted, share.most_counted
        # Whether a matter counts does not turn on how far it is online.
        missing = tuple(path for path in share.missing if not path.endswith(".online_depth"))
    else:
        least, most, missing = share.least_online, share.most_online, share.missing
    if told is None:
        yield not_applicable("no-rate-worked-out", at=field)
    elif not least <= told <= most:
        wanted = str(least) if least == most else f"{least}-{most}"
        yield breached(_NUMBERS[field], at=field, told=told, wanted=wanted)
    elif least < most:
        yield undetermined(*missing)


RULES = (secret_and_on_site_left_out,)
