"""What the clauses say about the entries of the standard catalogue (《标准化目录》)."""

from collections.abc import Iterable, Iterator, Mapping

from zwfw.context import Context
from zwfw.norms import norm
from zwfw.outcomes import Severity, State
from zwfw.records import (
    CatalogueEntry,
    ExercisingLevel,
    ItemType,
    NationalMapping,
    ServiceStandard,
)
from zwfw.records._base import day_of
from zwfw.records.stated import path_of, when
from zwfw.rules._asking import all_done
from zwfw.rules._per_clause import per_clause
from zwfw.rules.engine import Finding, breached, each, judge, not_applicable, rule

__all__ = ["RULES"]


def _by_clause(ctx: Context, together: Iterable[Finding], own: Mapping[str, Iterable[Finding]]) -> Iterator[Finding]:
    """What all clauses ask together, and what each in force asks alone."""
    shared = tuple(together)
    return per_clause(ctx, own, lambda ref: (*shared, *own[ref]))


@rule("catalogues.licence-structured-as-national", clauses=("fujian-2022/1.1.1",))
def licence_structured_as_national(entry: CatalogueEntry, _: Context) -> Iterator[Finding]:
    """A licence is structured as in the national list of licences, and in no other way (全国行政许可事项清单)."""
    if entry.item_type is not ItemType.LICENCE:
        yield not_applicable("entry-is-no-licence")
    elif not entry.follows_national_licence_list:
        yield breached("licence-structured-otherwise", at="follows_national_licence_list")


@rule("catalogues.no-claim-registered-and-reported", clauses=("fujian-2022/1.1.4",))
def no_claim_registered_and_reported(entry: CatalogueEntry, _: Context) -> Iterator[Finding]:
    """Without the power in the province, or with a wrong national element, no claim is registered (无需认领登记).

    Either cause is enough, and both acts are due: it is registered through the portal's function for that, and reported
    to the State.
    """
    if when(entry, no_power_in_province=False, national_elements_wrong=False):
        yield not_applicable("no-cause-for-no-claim")
        return
    reasons = {"no_claim_registered": "no-claim-not-registered", "reported_to_state": "no-claim-not-reported"}
    yield from all_done(entry, reasons)


@rule("catalogues.local-matter-standardised", clauses=("fujian-2022/1.1.4",))
def local_matter_standardised(entry: CatalogueEntry, _: Context) -> Iterator[Finding]:
    """A local matter set up by law has one standard and is in the province's base catalogue (地方性政务服务事项)."""
    if not when(entry, mapping=NationalMapping.LOCAL, is_lawful=True):
        yield not_applicable("no-lawful-local-matter")
        return
    reasons = {
        "standard_unified": "local-matter-not-unified",
        "in_provincial_catalogue": "local-matter-not-in-base-catalogue",
    }
    yield from all_done(entry, reasons)


@rule("catalogues.mapped-to-national", clauses=("fujian-2022/1.1.4",))
def mapped_to_national(entry: CatalogueEntry, _: Context) -> Iterator[Finding]:
    """Every entry stands to the national base catalogue in one of three ways (与《国家基本目录》的对接状态).

    That it is one alone, as the record has it, is our reading; one entry may answer to several national ones.
    """
    if when(entry, mapping=None, removed_at=None):
        yield breached("not-mapped", at="mapping")


_LATE_SYSTEMS = "fujian-2022/1.1.5#1"
"""The systems that the catalogue did not cover yet, as printed."""


@rule(
    "catalogues.late-department-covered",
    clauses=("fujian-2022/1.1.5", "xiamen-2022/1.1.4"),
    severity=Severity.ADVICE,
)
def late_department_covered(entry: CatalogueEntry, ctx: Context) -> Iterator[Finding]:
    """What the catalogue did not cover yet is standardised, and its guide published on the portal (标准化梳理).

    Thirteen systems are printed; whether another is meant too is for a person to say. Xiamen asks besides that the
    department associates its own matters.
    """
    system = entry.department_system
    if not system:
        yield not_applicable("department-covered-before")
        return
    together = all_done(entry, {"is_standardised": "not-standardised-yet", "guide_published": "guide-not-on-portal"})
    own = {
        "fujian-2022/1.1.5": (),
        "xiamen-2022/1.1.4": all_done(entry, {"is_associated": "not-associated-yet"}),
    }
    found = tuple(_by_clause(ctx, together, own))
    if norm(_LATE_SYSTEMS).admits(system) or all(each.state is not State.BREACHED for each in found):
        yield from found
    else:
        yield judge("system-not-printed", at="department_system", system=system)


_ELEMENTS: Mapping[str, tuple[str, frozenset[object], Mapping[str, object]]] = {
    "service_objects": ("服务对象", frozenset({None, ()}), {}),
    # No services is a statement of the element; of a limit and of inspections it is the word 无.
    "intermediary_services": ("中介服务", frozenset({None}), {"item_type": ItemType.LICENCE}),
    "quantity_limit": ("数量限制", frozenset({None, ""}), {"item_type": ItemType.LICENCE}),
    "annual_inspection": ("年检年报", frozenset({None, ""}), {"item_type": ItemType.LICENCE}),
}
"""Each element that is to be supplied: as printed, what stands there where it is not, and the entries that need it."""


@rule("catalogues.elements-supplied", clauses=("fujian-2022/1.2.1",))
def elements_supplied(entry: CatalogueEntry, _: Context) -> Iterator[Finding]:
    """Every entry says whom it serves, a licence three elements more (补充要素).

    The text leaves the three open; these are the printed ones. That there is none of something is said too.
    """

    def ask(field: str) -> Iterator[Finding]:
        element, lacking, needed_by = _ELEMENTS[field]
        if when(entry, **{field: lacking}, **needed_by):
            yield breached("element-not-supplied", at=field, element=element)

    yield from each(_ELEMENTS, ask)


@rule("catalogues.licence-no-worse-than-national", clauses=("fujian-2022/1.2.1",))
def licence_no_worse_than_national(entry: CatalogueEntry, _: Context) -> Iterator[Finding]:
    """The standard of a licence is the national one, or better for the applicant (有利于行政相对人).

    Better is a shorter time, fewer materials, steps and visits, and a higher quantity, best without any limit. Each is
    compared by itself; one does not make up for another. Of what the national standard does not set nothing is asked.
    """
    if not when(entry, item_type=ItemType.LICENCE, standard=..., national_standard=...):
        yield not_applicable("no-licence-standards")
        return
    own, national = entry.standard, entry.national_standard
    yield from each(_COMPARED, lambda aspect: _COMPARED[aspect](aspect, own, national))  # type: ignore[arg-type]  # both are there


def _no_other_materials(_: str, own: ServiceStandard, national: ServiceStandard) -> Iterator[Finding]:
    if national.materials is None:
        return
    if own.materials is None:
        yield judge("standard-silent", at=path_of(own, "materials"), element=_NAMES["materials"])
        return
    mine, theirs = set(own.materials), set(national.materials)
    if len(mine) > len(theirs):
        yield _worse("materials", own, len(mine), len(theirs))
    elif others := tuple(name for name in dict.fromkeys(own.materials) if name not in theirs):
        # As many or fewer, but not the same: whether that is simpler, no number says.
        yield judge("other-materials-than-national", at=path_of(own, "materials"), materials=others)


def _no_more(aspect: str, own: ServiceStandard, national: ServiceStandard) -> Iterator[Finding]:
    theirs = _number(getattr(national, aspect))
    if theirs is None:
        return
    mine = _number(getattr(own, aspect))
    if mine is None:
        yield judge("standard-silent", at=path_of(own, aspect), element=_NAMES[aspect])
    elif mine > theirs:
        yield _worse(aspect, own, mine, theirs)


def _no_smaller_quantity(aspect: str, own: ServiceStandard, national: ServiceStandard) -> Iterator[Finding]:
    mine = own.quantity_limit
    if mine is None:
        return
    theirs = national.quantity_limit
    if theirs is None or mine < theirs:
        yield _worse(aspect, own, mine, theirs)


def _number(value: int | tuple[str, ...] | None) -> int | None:
    return len(value) if isinstance(value, tuple) else value


def _worse(aspect: str, own: ServiceStandard, mine: int, theirs: int | None) -> Finding:
    at, element = path_of(own, aspect), _NAMES[aspect]
    return breached("worse-than-national", at=at, element=element, own=mine, national=theirs)


_COMPARED = {
    "materials": _no_other_materials,
    "steps": _no_more,
    "promised_working_days": _no_more,
    "visits": _no_more,
    "quantity_limit": _no_smaller_quantity,
}
"""How each aspect of a standard is compared."""

_NAMES = {
    "materials": "申请材料",
    "steps": "办事环节",
    "promised_working_days": "承诺时限",
    "visits": "跑动次数",
    "quantity_limit": "数量限制",
}


@rule("catalogues.lead-standard-without-conflict", clauses=("fujian-2022/1.2.4",))
def lead_standard_without_conflict(entry: CatalogueEntry, _: Context) -> Iterator[Finding]:
    """The lead standard is in conflict with no national catalogue, licence list or other standard (引领标准).

    To differ is no conflict by itself; a person says which there are.
    """
    if entry.standard is None:
        yield not_applicable("no-lead-standard-set")
    elif entry.conflicts_with:
        yield breached("lead-standard-in-conflict", at="conflicts_with", lists=entry.conflicts_with)


_OFF_NATIONAL = frozenset({NationalMapping.LOCAL, None})


@rule("catalogues.off-national-settled", clauses=("fujian-2022/1.2.7",))
def off_national_settled(entry: CatalogueEntry, _: Context) -> Iterator[Finding]:
    """An entry without a national counterpart has one standard, or is removed with the guides bound to it (清理).

    Which of the two is due turns on its basis, of which a person judges. Removal has no number of days, but to remove
    the entry alone is not enough.
    """
    if not when(entry, mapping=_OFF_NATIONAL):
        yield not_applicable("has-national-counterpart")
    elif entry.meets_set_up_requirements:
        if when(entry, standard_unified=False, removed_at=None):
            yield breached("off-national-not-unified", at="standard_unified")
    elif entry.removed_at is None:
        # 及时 has no figure: how long is too long, a person decides.
        yield judge("off-national-not-removed", at="removed_at")
    elif not entry.bound_guides_withdrawn:
        yield breached("guides-left-behind", at="bound_guides_withdrawn", removed_on=day_of(entry.removed_at))


@rule("catalogues.local-special-scoped", clauses=("fujian-2022/1.2.8", "xiamen-2022/1.2.6"))
def local_special_scoped(entry: CatalogueEntry, ctx: Context) -> Iterator[Finding]:
    """A special matter of one place is in the catalogue with its scope, and in Xiamen its standard (地方特殊事项).

    The province lets the levels within the scope claim it; that no other may is our reading. Of one that was removed a
    person judges: it may have been lawful until then, and no longer.
    """
    if not when(entry, is_local_special=True, is_lawful=True):
        yield not_applicable("no-lawful-special-matter")
        return
    own = {
        "fujian-2022/1.2.8": each((entry,), _claimed_within_scope),
        "xiamen-2022/1.2.6": all_done(entry, {"has_own_standard": "special-matter-without-standard"}),
    }
    together = each((_still_there, _scoped), lambda ask: ask(entry))
    yield from _by_clause(ctx, together, own)


def _still_there(entry: CatalogueEntry) -> Iterator[Finding]:
    if entry.removed_at is not None:
        yield judge("special-matter-removed", at="removed_at", removed_on=day_of(entry.removed_at))


def _scoped(entry: CatalogueEntry) -> Iterator[Finding]:
    if not entry.scope:
        yield breached("special-matter-without-scope", at="scope")


def _claimed_within_scope(entry: CatalogueEntry) -> Iterator[Finding]:
    claimed = entry.claimed_by_levels or ()
    if not claimed:
        return
    levels = entry.scope_levels or ()
    beyond = tuple(level for level in claimed if level not in levels)
    if not levels:
        yield judge("scope-names-no-level", at="scope_levels", claimed=claimed)
    elif beyond:
        yield breached("claimed-beyond-scope", at="claimed_by_levels", beyond=beyond, levels=levels)


@rule("catalogues.common-matter-unified", clauses=("fujian-2022/1.2.8",))
def common_matter_unified(entry: CatalogueEntry, _: Context) -> Iterator[Finding]:
    """A matter of all places whose standards differ by local policy gets one standard for the province (各地共有事项).

    It is no special matter of one place; the housing provident fund is the printed example.
    """
    if not when(entry, is_common_to_all_places=True, differs_by_place=True):
        yield not_applicable("no-common-matter-that-differs")
        return
    yield from each((_is_unified, _is_not_special), lambda ask: ask(entry))


def _is_unified(entry: CatalogueEntry) -> Iterator[Finding]:
    yield from all_done(entry, {"standard_unified": "common-matter-not-unified"})


def _is_not_special(entry: CatalogueEntry) -> Iterator[Finding]:
    if entry.is_local_special:
        yield breached("common-matter-taken-for-special", at="is_local_special")


_BINDING = {"claimed_and_bound": False, "no_binding_registered": False}


@rule("catalogues.bound-or-registered", clauses=("fujian-2022/3.4.1", "xiamen-2022/3.4.1", "hanjiang-2023/task-4"))
def bound_or_registered(entry: CatalogueEntry, ctx: Context) -> Iterator[Finding]:
    """What is within a department's powers is claimed and bound, or registered as needing no binding (认领绑定).

    That it is one or the other follows from two sentences read together. In Xiamen what is bound is on the provincial
    online hall too. To register that no claim is needed (无需认领登记) is something else.
    """
    if when(entry, **_BINDING):
        if when(entry, within_powers=True, removed_at=None):
            yield breached("neither-bound-nor-registered", at="claimed_and_bound")
        else:
            yield not_applicable("not-to-be-bound")
        return
    own = {
        "fujian-2022/3.4.1": (),
        "xiamen-2022/3.4.1": each((entry,), _on_the_hall),
        "hanjiang-2023/task-4": (),
    }
    yield from _by_clause(ctx, (), own)


def _on_the_hall(entry: CatalogueEntry) -> Iterator[Finding]:
    if when(entry, claimed_and_bound=True, no_binding_registered=False, guide_published=False):
        yield breached("bound-but-not-on-hall", at="guide_published")


_AUDITED = {
    "lawful": "registration-not-lawful",
    "reasonable": "registration-not-reasonable",
    "compliant": "registration-not-compliant",
    "by_establishment_office": "audited-without-establishment-office",
}
_AUDITED_BY = {
    "fujian-2022/3.4.1": {"by_service_authority": "audited-without-service-authority"},
    "xiamen-2022/3.4.1": {"by_reform_office": "audited-without-reform-office"},
}
"""Who audits beside the establishment office, by each clause."""


@rule("catalogues.no-binding-audited", clauses=("fujian-2022/3.4.1", "xiamen-2022/3.4.1"))
def no_binding_audited(entry: CatalogueEntry, ctx: Context) -> Iterator[Finding]:
    """A registration that no binding is needed is audited, and stands only by all three tests (无需绑定登记审核).

    The establishment office of the level audits it with the service authority, by the province's words, and with the
    reform office of the city or district, by Xiamen's. Each clause asks for its own.
    """
    if not entry.no_binding_registered:
        yield not_applicable("nothing-to-audit")
        return
    audit = entry.no_binding_audit
    if audit is None:
        yield breached("registration-not-audited", at="no_binding_audit")
        return
    own = {ref: all_done(audit, reasons) for ref, reasons in _AUDITED_BY.items()}
    yield from _by_clause(ctx, all_done(audit, _AUDITED), own)


_BELOW_THE_COUNTY = frozenset({ExercisingLevel.TOWNSHIP, ExercisingLevel.VILLAGE})


@rule(
    "catalogues.town-matter-run-by-county",
    clauses=("fujian-2022/3.4.1", "xiamen-2022/3.4.1"),
    severity=Severity.ADVICE,  # 统筹推动, in both texts
)
def town_matter_run_by_county(entry: CatalogueEntry, _: Context) -> Iterator[Finding]:
    """For a matter of a township or village the county runs its claim and the publication of its guide (统筹)."""
    if not when(entry, exercising_level=_BELOW_THE_COUNTY):
        yield not_applicable("no-town-matter")
    elif not entry.run_by_county:
        yield breached("town-matter-not-run-by-county", at="run_by_county", level=entry.exercising_level)


RULES = (
    licence_structured_as_national,
    no_claim_registered_and_reported,
    local_matter_standardised,
    mapped_to_national,
    late_department_covered,
    elements_supplied,
    licence_no_worse_than_national,
    lead_standard_without_conflict,
    off_national_settled,
    local_special_scoped,
    common_matter_unified,
    bound_or_registered,
    no_binding_audited,
    town_matter_run_by_county,
)
