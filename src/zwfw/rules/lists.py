"""What the clauses say about lists (清单)."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import attrs

from zwfw.areas import AreaLevel
from zwfw.context import Context
from zwfw.outcomes import Severity
from zwfw.records import ItemList, ItemListKind, ListEntry, SpecialServiceList
from zwfw.records._base import day_of, is_before
from zwfw.records.stated import path_of, when
from zwfw.rules._asking import Step, any_holds, in_order
from zwfw.rules._differences import not_among
from zwfw.rules._per_clause import once_due, per_clause
from zwfw.rules.engine import Finding, breached, each, judge, met, not_applicable, rule

__all__ = ["RULES"]


_LICENCE_LEVELS = frozenset({AreaLevel.PROVINCE, AreaLevel.CITY, AreaLevel.COUNTY})


@rule("lists.licence-list-published", clauses=("fujian-2022/1.1.2", "xiamen-2022/1.1.2"))
def licence_list_published(held: ItemList, ctx: Context) -> Iterator[Finding]:
    """The licence lists of province, cities and counties are compiled, and made public too (行政许可事项清单).

    Nothing is owed before the date of the task is over. A list of a later day is not late by itself, as each year has
    its own; whether the task was done by its date is asked by ``tasks.done-by-the-date``.
    """
    if not when(held, kind=ItemListKind.LICENCES, level=_LICENCE_LEVELS):
        yield not_applicable("list-of-another-kind")
        return
    # The city's clause speaks of the lists of the city and its districts alone.
    under = ("fujian-2022/1.1.2",) if held.level is AreaLevel.PROVINCE else ()

    def ask(pair: tuple[str, str]) -> Iterator[Finding]:
        field, reason = pair
        if getattr(held, field) is None:
            yield once_due(breached(reason, at=field, under=under), ctx, "fujian-2022/1.1.2")

    found = tuple(each((("compiled_at", "list-not-compiled"), ("published_at", "list-not-published")), ask))
    yield from found or ((met(under=under),) if under else ())


_CHANGED = Step(field="adjusted_at", too_early="power-list-changed-too-early", not_yet="power-list-not-changed-since")
_FILED = Step(field="filed_at", too_early="power-list-filed-too-early", not_yet="power-list-not-filed-since")


@attrs.frozen
class _UnderTheClause:
    """A list of powers and duties as its clause sees it: what was done under older law is not what it asks for."""

    held: ItemList
    ctx: Context

    def __getattr__(self, name: str) -> Any:
        moment = getattr(self.held, name)
        if name == "licence_list_published_at" or moment is None:
            return moment
        return moment if "fujian-2022/1.1.3" in _asked_on(moment, self.ctx) else None


def _asked_on(moment: date | datetime, ctx: Context) -> tuple[str, ...]:
    """The clauses on lists of powers and duties in force both now and at *moment*."""
    then = ctx.scoped(ctx.area, day_of(moment))
    return tuple(ref for ref in _OFFICES if ctx.has(ref) and then.has(ref))


@rule("lists.power-list-in-order", clauses=("fujian-2022/1.1.3",))
def power_list_in_order(held: ItemList, ctx: Context) -> Iterator[Finding]:
    """Licences on a list of powers and duties change after the province's list is public, then are filed (权责清单).

    In good time (及时) has no number of days, so a change or a filing still to come is left to a person. What was
    changed or filed before the clause was in force does not count.
    """
    if not when(held, kind=ItemListKind.POWERS_AND_DUTIES):
        yield not_applicable("list-of-another-kind")
        return
    seen = _UnderTheClause(held, ctx)
    if when(seen, licence_list_published_at=None, adjusted_at=None, filed_at=None):
        yield not_applicable("licence-list-not-published")
    else:
        yield from in_order(seen, "licence_list_published_at", _CHANGED, _FILED)


_OFFICES = {"fujian-2022/1.1.3": "编办", "xiamen-2022/1.1.3": "审改办"}
"""The office that a clause adds to those of the wider ones, with which a changed list is filed."""


@rule("lists.power-list-filed", clauses=tuple(_OFFICES))
def power_list_filed(held: ItemList, ctx: Context) -> Iterator[Finding]:
    """A changed list of powers and duties is filed with the office of its own level, in Xiamen with both (备案).

    An office is known by its short name, which may stand within a longer one; where that is not found and the list was
    filed with somebody else, a person has to say whether it is the same office. A clause that was not in force when the
    list was filed does not ask.
    """
    filed_at = held.filed_at if when(held, kind=ItemListKind.POWERS_AND_DUTIES, filed_at=...) else None
    clauses = () if filed_at is None else _asked_on(filed_at, ctx)
    if not clauses:
        yield not_applicable("power-list-not-filed")
        return
    yield from per_clause(ctx, _OFFICES, lambda ref: _filed(held, ref, clauses))


def _filed(held: ItemList, ref: str, clauses: tuple[str, ...]) -> Iterator[Finding]:
    if ref not in clauses:
        yield not_applicable("power-list-not-filed")
        return
    offices = tuple(_OFFICES.values())[: tuple(_OFFICES).index(ref) + 1]
    yield from each(offices, lambda office: _filed_with(held, office))
    yield from each((held,), _filed_at_its_level)


def _filed_with(held: ItemList, office: str) -> Iterator[Finding]:
    bodies = held.filed_with or ()
    if any(office in body for body in bodies):
        return
    strangers = tuple(body for body in bodies if not any(known in body for known in _OFFICES.values()))
    if strangers:
        yield judge("filed-with-others", at="filed_with", office=office, bodies=strangers)
    else:
        yield breached("not-filed-with-office", at="filed_with", office=office, bodies=bodies or None)


def _filed_at_its_level(held: ItemList) -> Iterator[Finding]:
    if held.filed_at_level is not held.level:
        yield breached(
            "filed-at-other-level", at="filed_at_level", level=held.level, filed_at_level=held.filed_at_level
        )


@rule("lists.power-list-matches", clauses=("xiamen-2022/1.1.3",))
def power_list_matches(held: ItemList, _: Context) -> Iterator[Finding]:
    """The licences on a list of powers and duties are those on the published licence list, no fewer and no more.

    In good time (及时) has no number of days: a list that was not changed since then is left to a person. Blanks and
    the width of characters make no difference.
    """
    if not when(held, kind=ItemListKind.POWERS_AND_DUTIES, licence_list_published_at=...):
        yield not_applicable("licence-list-not-published")
        return
    wanted, found = held.licence_list or (), held.licences or ()
    missing = tuple(dict.fromkeys(not_among(wanted, found)))
    surplus = tuple(dict.fromkeys(not_among(found, wanted)))
    if not (missing or surplus):
        return
    if not _is_changed_since(held):
        yield judge("power-list-not-matched-yet", at="licences", missing=missing or None, surplus=surplus or None)
        return
    if missing:
        yield breached("licences-missing-from-power-list", at="licences", licences=missing)
    if surplus:
        yield breached("licences-beyond-licence-list", at="licences", licences=surplus)


def _is_changed_since(held: ItemList) -> bool:
    """Whether the list was changed after the licence list was public."""
    published_at, changed_at = held.licence_list_published_at, held.adjusted_at
    return changed_at is not None and (published_at is None or not is_before(changed_at, published_at))


_PRINTED = frozenset({ItemListKind.MARKET_ACCESS, ItemListKind.INVESTMENT, ItemListKind.CONSTRUCTION})
"""The lists that the clauses on agreement with the catalogue print; any other business list is meant beside them."""

_PUBLISHED_ELSEWHERE = frozenset(
    {
        ItemListKind.LICENCES,
        ItemListKind.SPECIAL_STEPS,
        ItemListKind.CERTIFICATE_FREE,
        ItemListKind.COMMITMENT_AND_GAPS,
    }
)


@rule("lists.on-the-portal", clauses=("fujian-2022/1.1.7", "xiamen-2022/1.1.6"), severity=Severity.ADVICE)
def on_the_portal(held: ItemList, ctx: Context) -> Iterator[Finding]:
    """The negative list of market access and its like, and all business lists, are on the provincial online hall.

    Whether a list that is not printed is one of the business lists (业务事项清单) is left to a person; those that other
    clauses publish are left to these.
    """
    if held.kind in _PUBLISHED_ELSEWHERE:
        yield not_applicable("list-published-elsewhere")
    elif not held.on_provincial_hall:
        found = _if_meant(held, breached("list-off-provincial-hall", at="on_provincial_hall"))
        yield once_due(found, ctx, "fujian-2022/1.1.7")


def _if_meant(held: ItemList, found: Finding) -> Finding:
    """*found* of a printed list; whether another is meant is left to a person."""
    return found if held.kind in _PRINTED else judge("perhaps-business-list", at=found.at, kind=held.kind)


@rule("lists.entries-as-in-catalogue", clauses=("fujian-2022/1.1.7", "xiamen-2022/1.1.6"))
def entries_as_in_catalogue(held: ItemList, ctx: Context) -> Iterator[Finding]:
    """An entry that refers to a matter of the standard catalogue has its name and type (《标准化目录》).

    An entry without such a matter is not asked about, as many of a negative list. The elements are left open (等):
    others than name and type are not compared, and blanks and the width of characters make no difference. Whether an
    unprinted list is meant is left to a person.
    """
    entries = held.entries or ()
    found = tuple(each(entries, lambda entry: _as_in_catalogue(held, entry)))
    if not found and not any(entry.catalogue_name for entry in entries):
        yield not_applicable("no-entry-of-catalogue")
    for finding in found:
        yield once_due(finding, ctx, "fujian-2022/1.1.7")


_ELEMENTS = (("name", "catalogue_name", "entry-name-differs"), ("item_type", "catalogue_type", "entry-type-differs"))


def _as_in_catalogue(held: ItemList, entry: ListEntry) -> Iterator[Finding]:
    if not entry.catalogue_name:
        return

    def ask(element: tuple[str, str, str]) -> Iterator[Finding]:
        field, wanted, reason = element
        stated, catalogue = getattr(entry, field), getattr(entry, wanted)
        if not_among((stated or "",), (catalogue or "",)):
            yield _if_meant(held, breached(reason, at=path_of(entry, field), stated=stated, catalogue=catalogue))

    yield from each(_ELEMENTS, ask)


@rule("lists.special-steps-published", clauses=("fujian-2022/2.1.4",))
def special_steps_published(held: ItemList, ctx: Context) -> Iterator[Finding]:
    """The province's list of matters with special steps is on the provincial online hall (特殊环节)."""
    if not when(held, kind=ItemListKind.SPECIAL_STEPS, level=AreaLevel.PROVINCE):
        yield not_applicable("list-of-another-kind")
    elif not held.on_provincial_hall:
        found = breached("list-off-provincial-hall", at="on_provincial_hall")
        yield once_due(found, ctx, "fujian-2022/2.1.4")


_CERTIFICATE_FREE = ("fujian-2022/3.2.2", "xiamen-2022/3.2.3")


@rule("lists.certificate-free-published", clauses=_CERTIFICATE_FREE)
def certificate_free_published(held: ItemList, ctx: Context) -> Iterator[Finding]:
    """The list of matters done without certificates is public, by the province on its online hall (免证办事项清单).

    The city asks that it be public, and does not say where.
    """
    if not when(held, kind=ItemListKind.CERTIFICATE_FREE):
        yield not_applicable("list-of-another-kind")
    else:
        yield from per_clause(ctx, _CERTIFICATE_FREE, lambda ref: _certificate_free(held, ctx, ref))


def _certificate_free(held: ItemList, ctx: Context, ref: str) -> Iterator[Finding]:
    province, _ = _CERTIFICATE_FREE
    if ref == province:
        if not held.on_provincial_hall:
            yield breached("list-off-provincial-hall", at="on_provincial_hall")
    elif not any_holds((lambda: held.published_at is not None, lambda: bool(held.on_provincial_hall))):
        yield once_due(breached("list-not-published", at="published_at"), ctx, ref)


@rule("lists.commitment-and-gaps-published", clauses=("fujian-2022/3.5.1", "xiamen-2022/3.5.1"))
def commitment_and_gaps_published(held: ItemList, _: Context) -> Iterator[Finding]:
    """Each list of matters open to commitment and to gaps is on the provincial online hall (告知承诺和容缺受理).

    Each level has its own (各级). The province's sentence is read as a duty to publish; what it encourages (鼓励) is a
    wider scope.
    """
    if not when(held, kind=ItemListKind.COMMITMENT_AND_GAPS):
        yield not_applicable("list-of-another-kind")
    elif not held.on_provincial_hall:
        yield breached("list-off-provincial-hall", at="on_provincial_hall")


_SPECIAL_SERVICES: frozenset[ItemListKind | str] = frozenset(
    {
        ItemListKind.SPECIAL_SERVICES,
        ItemListKind.INTERMEDIARY_SERVICES,
        ItemListKind.CERTIFICATE_FREE,
        ItemListKind.COMMITMENT_AND_GAPS,
        *(each.value for each in SpecialServiceList),
    }
)
"""Lists of special services that the article prints, under the names by which a list goes here."""


@rule("lists.in-the-column", clauses=("putian-2025/art-10",))
def in_the_column(held: ItemList, _: Context) -> Iterator[Finding]:
    """The lists of special services stand in the platform's column of lists (“清单公开”专栏).

    The sixteen printed are left open (等), so of a list of another name a person has to say whether it is meant; so too
    of that of a township centre, which the printed 便民服务 may mean.
    """
    kind = held.kind
    if kind in _SPECIAL_SERVICES:
        if not held.in_list_column:
            yield breached("list-not-in-column", at="in_list_column", kind=kind)
    elif isinstance(kind, ItemListKind) and kind is not ItemListKind.TOWNSHIP_ITEMS:
        yield not_applicable("list-of-another-kind")
    elif not held.in_list_column:
        yield judge("perhaps-special-service-list", at="in_list_column", kind=kind)


@rule("lists.township-list-displayed", clauses=("hanjiang-2023/task-4",))
def township_list_displayed(held: ItemList, _: Context) -> Iterator[Finding]:
    """A township centre shows the list of what it offers in a conspicuous place of its hall (大厅显眼位置)."""
    if not when(held, kind=ItemListKind.TOWNSHIP_ITEMS):
        yield not_applicable("list-of-another-kind")
    elif not held.displayed_in_hall:
        yield breached("list-not-displayed", at="displayed_in_hall")


RULES = (
    licence_list_published,
    power_list_in_order,
    power_list_filed,
    power_list_matches,
    on_the_portal,
    entries_as_in_catalogue,
    special_steps_published,
    certificate_free_published,
    commitment_and_gaps_published,
    in_the_column,
    township_list_displayed,
)
