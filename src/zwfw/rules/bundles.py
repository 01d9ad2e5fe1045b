"""What the clauses say about bundles (一件事)."""

from collections.abc import Callable, Iterator

import attrs

from zwfw.context import Context
from zwfw.outcomes import Severity
from zwfw.records import Bundle
from zwfw.rules._asking import any_holds
from zwfw.rules._per_clause import per_clause
from zwfw.rules.engine import Finding, breached, each, not_applicable, rule

__all__ = ["RULES"]

_SEVERAL = 2
"""多个: at least two."""


@rule("bundles.priority-on-platform", clauses=("putian-2025/art-39",), severity=Severity.ADVICE)
def priority_on_platform(bundle: Bundle, _: Context) -> Iterator[Finding]:
    """What a priority list of the State Council or the province names is carried out on the platform (重点事项清单).

    As a matter of routine (常态化) has no interval, so nothing recurs.
    """
    if not bundle.on_priority_list:
        yield not_applicable("not-on-priority-list")
    elif not bundle.on_platform:
        yield breached("priority-bundle-off-platform", at="on_platform")


def _is_of_several_items(bundle: Bundle) -> bool:
    return len(set(bundle.items or ())) >= _SEVERAL


def _takes_several_bodies(bundle: Bundle) -> bool:
    """Several departments or several levels: either is enough."""
    return any_holds(
        (lambda: len(set(bundle.departments or ())) >= _SEVERAL, lambda: bool(bundle.crosses_levels)),
    )


@attrs.frozen
class _Feature:
    """What a bundle has: the field, the reason where it has not, and how that is asked if not by the field alone."""

    field: str
    reason: str
    holds: Callable[[Bundle], bool] | None = None

    def ask(self, bundle: Bundle) -> bool:
        return bool(getattr(bundle, self.field)) if self.holds is None else self.holds(bundle)


_ITEMS = _Feature("items", "bundle-of-one-item", _is_of_several_items)
_BODIES = _Feature("departments", "bundle-of-one-department", _takes_several_bodies)
_RELATED = _Feature("is_closely_related", "bundle-not-related")
_NUMEROUS = _Feature("is_numerous", "bundle-not-numerous")
_FREQUENT = _Feature("is_frequent", "bundle-not-frequent")
_CONCENTRATED = _Feature("is_concentrated_in_time", "bundle-not-concentrated")
_OF_MANY = _Feature("concerns_many", "bundle-not-of-many")
_IN_DEMAND = _Feature("in_great_demand", "bundle-not-in-demand")

_FIT = {
    "putian-2025/art-39": (Severity.VIOLATION, (_ITEMS, _BODIES, _RELATED, _NUMEROUS, _CONCENTRATED)),
    "hanjiang-2023/task-12": (Severity.ADVICE, (_OF_MANY, _NUMEROUS, _FREQUENT, _CONCENTRATED)),
    "xiamen-2022/3.1.1": (Severity.VIOLATION, (_RELATED, _IN_DEMAND)),
}
"""What each clause asks of what is bundled, all of it together, and with what force."""


@rule("bundles.fit-to-bundle", clauses=tuple(_FIT))
def fit_to_bundle(bundle: Bundle, ctx: Context) -> Iterator[Finding]:
    """What is bundled has the features that each clause asks for, all of them together (集成办理的条件).

    None has a figure, so whoever states a feature has judged it. Each clause is answered with its own features: several
    departments or levels, relation, number and time in Putian, which promotes others in Hanjiang; relation and demand
    in Xiamen.
    """
    yield from per_clause(ctx, _FIT, lambda ref: _unfit(bundle, ref))


def _unfit(bundle: Bundle, ref: str) -> Iterator[Finding]:
    severity, features = _FIT[ref]

    def ask(feature: _Feature) -> Iterator[Finding]:
        if not feature.ask(bundle):
            yield breached(feature.reason, at=feature.field, severity=severity)

    yield from each(features, ask)


@rule("bundles.online-or-one-visit", clauses=("putian-2025/art-39",))
def online_or_one_visit(bundle: Bundle, ctx: Context) -> Iterator[Finding]:
    """A bundle is done online from end to end, or offline with at most the visits set; either is enough (或)."""
    most = int(ctx.norms.target("bundle_trips").value.value)
    is_kept = any_holds(
        (lambda: bool(bundle.fully_online), lambda: bundle.visits is not None and bundle.visits <= most)
    )
    if not is_kept:
        yield breached("bundle-neither-online-nor-one-visit", at="visits", visits=bundle.visits, most=most)


_AT_MOST_ONE = {"places": "bundle-many-places", "windows": "bundle-many-windows", "visits": "bundle-many-visits"}


@rule("bundles.one-place-window-visit", clauses=("hanjiang-2023/task-12",), severity=Severity.ADVICE)
def one_place_window_visit(bundle: Bundle, _: Context) -> Iterator[Finding]:
    """A bundle takes one place, one window and one visit instead of many (一地一窗一次)."""

    def ask(field: str) -> Iterator[Finding]:
        count = getattr(bundle, field)
        if count is not None and count > 1:
            yield breached(_AT_MOST_ONE[field], at=field, count=count)

    yield from each(_AT_MOST_ONE, ask)


RULES = (priority_on_platform, fit_to_bundle, online_or_one_visit, one_place_window_visit)
