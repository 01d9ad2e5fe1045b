"""What the clauses say about items (政务服务事项)."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial

import attrs

from zwfw.clauses import clause
from zwfw.context import Context
from zwfw.outcomes import Severity
from zwfw.records import (
    BasisRank,
    Item,
    ItemClass,
    ItemType,
    LegalBasis,
    MaterialSource,
    PublicServiceKind,
    ServiceStandard,
    SpecialServiceList,
)
from zwfw.records._base import day_of
from zwfw.records.items import PublicServiceIndustry
from zwfw.records.stated import Unstated, when
from zwfw.rules._asking import all_done, any_holds, lacks, surely
from zwfw.rules.engine import Finding, breached, each, judge, met, not_applicable, rule
from zwfw.rules.placements import place_of, placement_of
from zwfw.subjects import option

__all__ = ["RULES"]

_LOOK_BACK = "fujian-2022/1.1.2"


@rule("items.devolved-item-adjusted", clauses=(_LOOK_BACK, "xiamen-2022/1.1.2"))
def devolved_item_adjusted(item: Item, ctx: Context) -> Iterator[Finding]:
    """A devolved item that does not meet what devolution asks for is adjusted in good time (及时调整).

    No number of days is set. But the task has a date: a licence found unfit by then is adjusted by then. What was found
    later, a person judges; so it is with what is no licence, since the task is one on licences. The look-back (回头看)
    has a first year, which Xiamen has from the province; what was devolved before it is outside.
    """
    if not when(item, is_devolved=True, meets_devolution_requirements=False):
        yield not_applicable("devolution-in-order")
        return
    adjusted_on = _day(item.devolution_adjusted_at)
    # The city's task has the same date.
    due_on = clause(_LOOK_BACK).term.due_on() or date.max
    over = (adjusted_on or ctx.as_of.date()) > due_on
    found_on = _day(item.found_unfit_at) if over else None
    is_late, at = found_on is not None and found_on <= due_on, "devolution_adjusted_at"
    if adjusted_on is not None and not is_late:
        return
    first, devolved_on = int(ctx.parameter("licence_lookback_start_year").value), _day(item.devolved_at)
    if devolved_on is not None and devolved_on.year < first:
        yield not_applicable("devolved-before-look-back", devolved_on=devolved_on, first=first)
    elif is_late and item.item_type is ItemType.LICENCE:
        yield breached(
            "devolved-licence-adjusted-late", at=at, found_on=found_on, due_on=due_on, adjusted_on=adjusted_on
        )
    else:
        yield judge("devolved-item-adjustment-open", at=at, adjusted_on=adjusted_on)


def _day(moment: date | None) -> date | None:
    return None if moment is None else day_of(moment)


@rule("items.licence-on-the-list", clauses=("xiamen-2022/1.1.2",))
def licence_on_the_list(item: Item, _: Context) -> Iterator[Finding]:
    """No licence is set up or carried out that is not on the licence list (行政许可事项清单).

    Whether something that goes by another name is a licence in disguise, a person says.
    """
    if item.item_type is not ItemType.LICENCE:
        yield not_applicable("not-a-licence")
    else:
        yield from lacks(item, "on_licence_list", "licence-off-the-list")


_OUTSIDE_THE_STOP = (BasisRank.STATE_COUNCIL_DECISION, BasisRank.ADMINISTRATIVE_REGULATION, BasisRank.LAW)
"""The ranks that the clause names; local regulations and rules are not among them."""


@rule("items.no-new-licence", clauses=("xiamen-2022/1.1.2",), severity=Severity.DEPARTURE)
def no_new_licence(item: Item, _: Context) -> Iterator[Finding]:
    """No licence is newly set up without a law, administrative regulation or State Council decision (不再新设).

    What directly concerns the public interest is excepted.
    """
    if not when(item, item_type=ItemType.LICENCE, is_newly_set_up=True):
        yield not_applicable("no-new-licence")
    elif not any_holds((lambda: bool(item.concerns_public_interest), lambda: _is_provided_for(item))):
        yield breached("new-licence-without-basis", at="bases")


def _is_provided_for(item: Item) -> bool:
    def ranks_high(basis: LegalBasis) -> bool:
        return basis.rank in _OUTSIDE_THE_STOP

    return any_holds(partial(ranks_high, basis) for basis in item.bases or ())


@rule("items.devolved-item-taken-over", clauses=("xiamen-2022/1.1.7",), severity=Severity.ADVICE)
def devolved_item_taken_over(item: Item, _: Context) -> Iterator[Finding]:
    """A devolved item is on the list of powers and duties, on the online hall and in the physical hall (承接落实).

    A sub-centre is a physical hall too. What the negative list has may stay out of the hall (2.2.2).
    """
    if not item.is_devolved:
        yield not_applicable("not-devolved")
        return
    yield from all_done(item, _TAKEN_OVER)
    yield from each((item,), _is_in_a_hall)


_TAKEN_OVER = {
    "on_power_list": "devolved-item-not-on-power-list",
    "is_published": "devolved-item-not-on-online-hall",
}


def _is_in_a_hall(item: Item) -> Iterator[Finding]:
    placement, field = placement_of(item), "in_centre_of_own_level"
    at = place_of(placement, field)
    outside = {"in_sub_centre": False, "on_negative_list": False}
    yield from lacks(placement, field, "devolved-item-in-no-hall", outside, at=at)


_LEAD, _LEAD_IN_XIAMEN = "fujian-2022/1.2.4", "xiamen-2022/1.2.3"


@rule("items.at-least-the-lead-standard", clauses=(_LEAD, _LEAD_IN_XIAMEN))
def at_least_the_lead_standard(item: Item, ctx: Context) -> Iterator[Finding]:
    """Materials, steps, time and visits are each no more than the lead standard has them (引领标准).

    Each is compared by itself, and none makes up for another; as much is fine. The province encourages it, Xiamen
    demands it of what is bound and published. What the standard does not set is not compared.
    """
    lead = item.lead_standard
    if lead is None:
        yield not_applicable("no-lead-standard")
        return
    found = tuple(each(_ASPECTS, lambda compare: _by_force(compare(item, lead), item, ctx)))
    yield from found
    if not found and ctx.has(_LEAD_IN_XIAMEN) and surely(item, is_published=False):
        yield met(under=(_LEAD,))


def _by_force(found: Iterator[Finding], item: Item, ctx: Context) -> Iterator[Finding]:
    for worse in found:
        yield attrs.evolve(worse, severity=Severity.ADVICE, under=(_LEAD,))
        if ctx.has(_LEAD_IN_XIAMEN) and item.is_published:
            yield attrs.evolve(worse, under=(_LEAD_IN_XIAMEN,))


def _compare_materials(item: Item, lead: ServiceStandard) -> Iterator[Finding]:
    """Simpler is not only fewer: whether others in their place are simpler, a person judges."""
    if lead.materials is None:
        return
    asked_for, standard = {material.name for material in item.materials or ()}, set(lead.materials)
    others = tuple(sorted(asked_for - standard))
    if len(asked_for) > len(standard):
        count, limit = len(asked_for), len(standard)
        yield breached("more-materials-than-lead", at="materials", count=count, standard=limit, others=others)
    elif others:
        yield judge("other-materials-than-lead", at="materials", others=others)


def _compare_steps(item: Item, lead: ServiceStandard) -> Iterator[Finding]:
    if lead.steps is None:
        return
    count, standard = len(item.process or ()), len(lead.steps)
    if count > standard:
        yield breached("more-steps-than-lead", at="process", count=count, standard=standard)


def _compare_time(item: Item, lead: ServiceStandard) -> Iterator[Finding]:
    """Working days are compared with working days alone."""
    standard = lead.promised_working_days
    if standard is None:
        return
    if surely(item, promised_calendar_days=...):
        at, days = "promised_calendar_days", item.promised_calendar_days
        yield judge("promise-in-calendar-days", at=at, days=days, standard=standard)
        return
    days, at = item.promised_working_days, "promised_working_days"
    if days is None:
        yield judge("no-promise-to-compare", at=at, standard=standard)
    elif days > standard:
        yield breached("longer-than-lead", at=at, days=days, standard=standard)


def _compare_visits(item: Item, lead: ServiceStandard) -> Iterator[Finding]:
    if lead.visits is not None and (item.visits or 0) > lead.visits:
        yield breached("more-visits-than-lead", at="visits", count=item.visits, standard=lead.visits)


_ASPECTS = (_compare_materials, _compare_steps, _compare_time, _compare_visits)


@rule("items.cross-province-standard", clauses=("fujian-2022/1.2.5",))
def cross_province_standard(item: Item, _: Context) -> Iterator[Finding]:
    """An item across provinces keeps the standard that the State has set, and its guide is in the zone (跨省通办)."""
    if not item.is_cross_province:
        yield not_applicable("not-across-provinces")
        return
    yield from all_done(item, _ACROSS_PROVINCES)


_ACROSS_PROVINCES = {
    "follows_national_standard": "national-standard-not-followed",
    "in_cross_province_zone": "not-in-cross-province-zone",
}


@rule("items.public-service-in-catalogue", clauses=("fujian-2022/1.2.6",), severity=Severity.ADVICE)
def public_service_in_catalogue(item: Item, _: Context) -> Iterator[Finding]:
    """A public service on application is managed under the standard catalogue (依申请公共服务事项).

    The clause begins with some industries and leaves their list open. A simple public service is outside.
    """
    if item.public_service_kind is not PublicServiceKind.ON_APPLICATION:
        yield not_applicable("no-service-on-application")
    elif item.in_catalogue:
        return
    elif not item.industry:
        yield not_applicable("not-of-the-first-industries")
    elif isinstance(item.industry, PublicServiceIndustry):
        yield breached("service-outside-catalogue", at="in_catalogue", industry=item.industry)
    else:
        yield judge("industry-not-printed", at="industry", industry=item.industry)


@rule("items.simple-service-complete", clauses=("fujian-2022/1.2.6", "xiamen-2022/1.2.5"))
def simple_service_complete(item: Item, _: Context) -> Iterator[Finding]:
    """A simple public service has a uniform name and theme, and an address online and offline (简易公共服务)."""
    if item.public_service_kind is not PublicServiceKind.SIMPLE:
        yield not_applicable("no-simple-service")
        return
    yield from each(_OF_A_SIMPLE_SERVICE, lambda row: lacks(item, *row))


_OF_A_SIMPLE_SERVICE: tuple[tuple[str, str, Mapping[str, object]], ...] = (
    ("name_is_uniform", "simple-service-name-not-uniform", {}),
    ("service_theme", "simple-service-without-theme", {}),
    ("theme_is_uniform", "simple-service-theme-not-uniform", {"service_theme": True}),
    ("online_address", "simple-service-without-online-address", {}),
    ("offline_address", "simple-service-without-offline-address", {}),
)


@rule("items.special-step-item-listed", clauses=("fujian-2022/2.1.4",))
def special_step_item_listed(item: Item, _: Context) -> Iterator[Finding]:
    """An item with special steps is on the province's published list of such items (特殊环节事项清单)."""
    if not item.special_steps:
        yield not_applicable("no-special-step")
    else:
        yield from lacks(item, "on_special_step_list", "special-step-item-not-listed")


@rule("items.certificate-free-listed", clauses=("fujian-2022/3.2.2", "xiamen-2022/3.2.3"))
def certificate_free_listed(item: Item, ctx: Context) -> Iterator[Finding]:
    """An item whose government-issued materials need not be handed in is on the published list (免证办事项清单).

    Whether all of them have to be exempt, or some are enough, is a reading.
    """
    try:
        if not _is_certificate_free(item, ctx):
            yield not_applicable("not-certificate-free")
            return
    except Unstated:
        # Where it is on the list, nothing hangs on the materials.
        if not _is_listed(item):
            raise
    if not _is_listed(item):
        yield breached("certificate-free-not-listed", at="lists")


def _is_listed(item: Item) -> bool:
    return SpecialServiceList.CERTIFICATE_FREE in (item.lists or ())


def _is_certificate_free(item: Item, ctx: Context) -> bool:
    def has_issued(*, handed_in: bool) -> bool:
        return any_holds(
            partial(when, material, source=MaterialSource.GOVERNMENT, must_be_submitted=handed_in)
            for material in item.materials or ()
        )

    if option(item, ctx, "certificate-free-scope") == "some":
        return has_issued(handed_in=False)
    return not any_holds((partial(has_issued, handed_in=True), lambda: not has_issued(handed_in=False)))


@rule("items.mobile-prefilled", clauses=("xiamen-2022/3.2.2",), severity=Severity.ADVICE)
def mobile_prefilled(item: Item, _: Context) -> Iterator[Finding]:
    """On the phone forms are pre-filled and materials used again (表单预填、材料复用).

    Forms that fill themselves in and exemption from handing in are only explored, and not asked for here.
    """
    if not item.is_mobile:
        yield not_applicable("not-on-the-phone")
        return
    yield from each(_ON_THE_PHONE, lambda row: lacks(item, *row))


_ON_THE_PHONE: tuple[tuple[str, str, Mapping[str, object]], ...] = (
    ("forms_prefilled", "forms-not-prefilled", {}),
    # Where no material is asked for, there is none to use again.
    ("materials_reused", "materials-not-reused", {"materials": True}),
)


@rule("items.commitment-elements", clauses=("fujian-2022/3.5.1",))
def commitment_elements(item: Item, _: Context) -> Iterator[Finding]:
    """An item open to commitment or gaps has a uniform letter and names the materials (告知承诺、容缺受理)."""
    if when(item, commitment_available=False, gaps_available=False):
        yield not_applicable("normal-way-only")
        return
    yield from each(_OF_A_COMMITMENT, lambda row: lacks(item, *row))


_OF_A_COMMITMENT: tuple[tuple[str, str, Mapping[str, object]], ...] = (
    ("commitment_letter_uniform", "commitment-letter-not-uniform", {}),
    ("replaceable_materials", "replaceable-materials-not-named", {"commitment_available": True}),
    ("gap_materials", "gap-materials-not-named", {"gaps_available": True}),
)


@rule("items.one-class", clauses=("putian-2025/art-6",))
def one_class(item: Item, _: Context) -> Iterator[Finding]:
    """Each item is of one class; powers alone have kinds, public services alone have fields (事项分类).

    A filing (行政备案) is not among the kinds printed and falls under the last of them, other powers. A simple public
    service is not applied for, and stands outside the division; so do penalties and inspections, so that a person
    judges what is of a type that is not printed.
    """
    if item.item_class is not None:
        yield from each((_type_fits, _field_fits), lambda ask: ask(item))
    elif item.public_service_kind is PublicServiceKind.SIMPLE:
        yield not_applicable("not-applied-for")
    elif isinstance(item.item_type, str):
        yield judge("type-not-printed", at="item_type", type=item.item_type)
    else:
        yield breached("item-without-class", at="item_class")


def _type_fits(item: Item) -> Iterator[Finding]:
    is_service, at = item.item_class is ItemClass.PUBLIC_SERVICE, "item_type"
    if isinstance(item.item_type, str):
        # Penalties and inspections are not applied for; another power may fall under other powers.
        yield judge("type-not-printed", at=at, type=item.item_type)
    elif item.item_type is not None and (item.item_type is ItemType.PUBLIC_SERVICE) is not is_service:
        yield breached("type-against-class", at=at, type=item.item_type, item_class=item.item_class)


def _field_fits(item: Item) -> Iterator[Finding]:
    if when(item, item_class=ItemClass.POWER, public_service_field=True):
        yield breached("field-of-a-power", at="public_service_field", field=item.public_service_field)


RULES = (
    devolved_item_adjusted,
    licence_on_the_list,
    no_new_licence,
    devolved_item_taken_over,
    at_least_the_lead_standard,
    cross_province_standard,
    public_service_in_catalogue,
    simple_service_complete,
    special_step_item_listed,
    certificate_free_listed,
    mobile_prefilled,
    commitment_elements,
    one_class,
)
