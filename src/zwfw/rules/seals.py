"""What the clauses say about seals: which body uses which, what they count for, and what they are put on (印章)."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from zwfw.areas import AreaLevel
from zwfw.context import Context
from zwfw.errors import OfficialNameError
from zwfw.names import OfficialName, parse_seal_text, printed_forms
from zwfw.norms import norm
from zwfw.records import ItemType, Seal, SealKind, SealOccasion, SealUse
from zwfw.records._base import day_of
from zwfw.records.stated import when
from zwfw.rules._asking import all_done, any_holds
from zwfw.rules.engine import Finding, breached, each, judge, met, not_applicable, rule

__all__ = ["RULES"]

_TEXTS = ("fujian-2022/2.2.9", "xiamen-2022/2.2.9")
_BY_LEVEL: Mapping[AreaLevel | None, SealKind] = {
    AreaLevel.CITY: SealKind.APPROVAL,
    AreaLevel.COUNTY: SealKind.APPROVAL,
    AreaLevel.TOWNSHIP: SealKind.TOWNSHIP_APPROVAL,
    AreaLevel.VILLAGE: SealKind.COMMITTEE,
}
_RESIDENTS = ("居委会公章", "居民委员会")
_PRINT_ADMINISTRATIVE = ("putian-2025/art-14", "hanjiang-2023/task-13")
"""The clauses that call the same seal 行政审批专用章."""


@rule("seals.text-by-level", clauses=_TEXTS)
def text_by_level(seal: Seal, ctx: Context) -> Iterator[Finding]:
    """Each level approves with the seal that is set for it, and the seal prints its words (审批用章).

    Departments in cities and counties use 部门审批专用章, townships 便民服务中心审核审批专用章, villages and
    communities the seal of their committee. For villages the province writes 居委会 and Xiamen 村委会: each answers by
    its own words. The province itself and functional zones have no set seal.
    """
    if not when(seal, level=frozenset(_BY_LEVEL), kind=frozenset(_BY_LEVEL.values())):
        yield not_applicable("not-a-seal-for-approvals")
    elif ctx.area.kind is not None and seal.level is AreaLevel.COUNTY:
        yield not_applicable("zone-without-set-seal")
    elif seal.kind is not _BY_LEVEL[seal.level]:
        yield breached("seal-of-another-level", at="kind", kind=seal.kind, level=seal.level)
    else:
        asked = [ref for ref in _TEXTS if ctx.has(ref)]
        found = {ref: tuple(each((ref,), lambda ref: _text(seal, ref, ctx))) for ref in asked}
        yield from dict.fromkeys(finding for ref in asked for finding in found[ref])
        kept = tuple(ref for ref in asked if not found[ref])
        if len(kept) < len(asked):
            yield from (met(under=(ref,)) for ref in kept)


def _text(seal: Seal, ref: str, ctx: Context) -> Iterator[Finding]:
    document = ref.partition("/")[0]
    try:
        read = parse_seal_text(seal.text, document=document, level=seal.level)[0]
    except OfficialNameError:
        if seal.level is AreaLevel.VILLAGE and _names_its_committee(seal):
            yield judge("committee-seal-in-other-words", at="text", under=(ref,), text=seal.text)
            return
        forms = printed_forms(seal.level, of="seal", document=document)  # type: ignore[arg-type]  # known by now
        yield breached("seal-text-differs", at="text", under=(ref,), text=seal.text, forms=forms)
        return
    if seal.level is AreaLevel.VILLAGE:
        yield from _committee(seal, read, ref)
    elif not read.is_printed and not any(map(ctx.has, _PRINT_ADMINISTRATIVE)):
        yield judge("administrative-seal-not-named", at="text", under=(ref,), text=seal.text)


def _names_its_committee(seal: Seal) -> bool:
    """Whether the words name the committee of its kind of place: no text prints what its official seal says."""
    named = [whose for whose, names in _COMMITTEES.items() if any(name in seal.text for name in names)]
    return bool(named) and bool(seal.is_of_community) in named


_COMMITTEES = {False: ("村民委员会", "村委会"), True: ("居民委员会", "居委会")}
"""The names of committees, of villages and of communities."""


def _committee(seal: Seal, read: OfficialName, ref: str) -> Iterator[Finding]:
    is_residents = seal.text.endswith(_RESIDENTS)
    if read.is_printed and is_residents is bool(seal.is_of_community):
        return
    if is_residents and ref in _WRITES_RESIDENTS:
        yield judge("village-seal-by-the-letter", at="text", under=(ref,), text=seal.text)
    else:
        yield breached("seal-of-other-committee", at="text", under=(ref,), text=seal.text)


_WRITES_RESIDENTS = ("fujian-2022/2.2.9",)
"""Where the text writes 居委会 for villages and communities alike, though a village has a 村委会."""


@rule("seals.equal-force", clauses=("putian-2025/art-14",))
def equal_force(seal: Seal, _: Context) -> Iterator[Finding]:
    """The approval seal, the window's business seal and the electronic one count like the official seal (同等效力).

    To count alike is not to stand in for it where a law names the official seal: see
    ``seals.official-seal-where-law-names-it``.
    """
    if seal.kind not in _EQUAL:
        yield not_applicable("not-a-seal-of-equal-force")
    elif not seal.treated_as_equal:
        yield breached("seal-not-treated-as-equal", at="treated_as_equal", kind=seal.kind)


_EQUAL = (SealKind.APPROVAL, SealKind.BUSINESS, SealKind.ELECTRONIC)


@rule("seals.official-seal-where-law-names-it", clauses=("putian-2025/art-14",))
def official_seal_where_law_names_it(use: SealUse, _: Context) -> Iterator[Finding]:
    """Where a law or regulation names the official seal, the department puts it, and no other (行政公章).

    Whether an electronic seal is that of the official seal cannot be told from its kind, so a person has to say.
    """
    if not use.law_names_official_seal:
        yield not_applicable("no-law-names-official-seal")
    elif use.kind is SealKind.ELECTRONIC:
        yield judge("electronic-seal-for-official-seal", at="kind")
    elif use.kind is not SealKind.OFFICIAL:
        yield breached("official-seal-not-used", at="kind", kind=use.kind)


@rule("seals.not-reviewed-again", clauses=("putian-2025/art-14",))
def not_reviewed_again(use: SealUse, _: Context) -> Iterator[Finding]:
    """Where a law or regulation names the official seal, the department does not review again (不再重复审核)."""
    if not use.law_names_official_seal:
        yield not_applicable("no-law-names-official-seal")
    elif use.reviewed_again:
        yield breached("reviewed-again-before-sealing", at="reviewed_again")


@rule("seals.district-approvals", clauses=("hanjiang-2023/task-13",))
def district_approvals(use: SealUse, _: Context) -> Iterator[Finding]:
    """Approvals given in the district's centre bear the department's approval seal (部门行政审批专用章).

    A law that names the official seal goes before the plan. Whether an electronic seal is that of the approval seal
    cannot be told from its kind, so a person has to say.
    """
    if not when(use, in_district_centre=True, occasion=_APPROVALS):
        yield not_applicable("no-approval-in-district-centre")
    elif use.kind is SealKind.APPROVAL:
        return
    elif use.law_names_official_seal:
        yield not_applicable("law-names-official-seal")
    elif use.kind is SealKind.ELECTRONIC:
        yield judge("electronic-seal-on-approval", at="kind")
    else:
        yield breached("district-approval-without-seal", at="kind", kind=use.kind)


_APPROVALS = frozenset({SealOccasion.GRANT, SealOccasion.DENIAL, SealOccasion.ISSUE})


@rule("seals.township-seal-in-use", clauses=("hanjiang-2023/task-13",))
def township_seal_in_use(seal: Seal, ctx: Context) -> Iterator[Finding]:
    """Every township centre has cut its review and approval seal and put it into use by the date (审核审批专用章)."""
    due_on = _due_on("hanjiang-2023/task-13#6")
    if not when(seal, level=AreaLevel.TOWNSHIP, kind=SealKind.TOWNSHIP_APPROVAL):
        yield not_applicable("no-township-seal")
    elif seal.put_into_use_at is not None:
        if day_of(seal.put_into_use_at) > due_on:
            yield breached("township-seal-late", at="put_into_use_at", used_from=seal.put_into_use_at, due_on=due_on)
    elif ctx.as_of.date() <= due_on:
        yield not_applicable("not-due-yet", due_on=due_on)
    else:
        yield breached("township-seal-not-in-use", at="put_into_use_at", due_on=due_on)


@rule("seals.neighbourhood-seal", clauses=("hanjiang-2023/task-13",))
def neighbourhood_seal(seal: Seal, ctx: Context) -> Iterator[Finding]:
    """The neighbourhood centres' seal is cut uniformly, and village certificates are given at once (立等可取).

    The date of the clause before is read as holding here too, so nothing is due until it has passed.
    """
    due_on = _due_on("hanjiang-2023/task-13#7")
    if seal.kind is not SealKind.NEIGHBOURHOOD:
        yield not_applicable("no-neighbourhood-seal")
        return
    found = tuple(all_done(seal, _NEIGHBOURHOOD))
    if found and ctx.as_of.date() <= due_on:
        yield not_applicable("not-due-yet", due_on=due_on)
    else:
        yield from found


_NEIGHBOURHOOD = {"cut_uniformly": "seal-not-cut-uniformly", "certifies_at_once": "village-certificate-not-at-once"}


@cache
def _due_on(norm_id: str) -> date:
    return next(due for term in norm(norm_id).terms if (due := term.due_on()) is not None)


@rule("seals.used-for-what-it-may", clauses=("hanjiang-2023/task-14",))
def used_for_what_it_may(use: SealUse, _: Context) -> Iterator[Finding]:
    """The approval seal is put by a centre, station or window, on application, on items and occasions named (使用范围).

    All four conditions have to hold. The lists of items and of occasions are open: of others a person has to say.
    """
    if use.kind is not SealKind.APPROVAL:
        yield not_applicable("no-approval-seal-used")
        return
    yield from all_done(use, _PLAIN_CONDITIONS)
    yield from each((_item_type, _occasion), lambda ask: ask(use))


_PLAIN_CONDITIONS = {
    "used_by_centre_or_window": "approval-seal-used-elsewhere",
    "on_application": "approval-seal-not-on-application",
}


def _item_type(use: SealUse) -> Iterator[Finding]:
    kind = use.item_type
    if kind is None:
        yield breached("approval-seal-on-no-item", at="item_type")
    elif not norm("hanjiang-2023/task-14#2").admits(kind.value if isinstance(kind, ItemType) else kind):
        yield judge("approval-seal-on-other-item-type", at="item_type", item_type=kind)


def _occasion(use: SealUse) -> Iterator[Finding]:
    if use.occasion is None:
        yield breached("approval-seal-without-occasion", at="occasion")
    elif not isinstance(use.occasion, SealOccasion):
        yield judge("approval-seal-on-other-occasion", at="occasion", occasion=use.occasion)


@rule("seals.recognised-when-filed", clauses=("hanjiang-2023/task-14",))
def recognised_when_filed(seal: Seal, _: Context) -> Iterator[Finding]:
    """A seal filed with the police or the cipher office and duly put into use is recognised everywhere (认可效力).

    The text names four kinds. Whether the neighbourhood centres' seal is one of them (业务专用章) a person has to say.
    """
    if seal.kind not in _RECOGNISED:
        yield not_applicable("seal-outside-recognition")
    elif not _is_in_order(seal):
        yield not_applicable("seal-not-filed-or-not-duly-used")
    elif not seal.is_recognised:
        yield _of_four(seal, "filed-seal-not-recognised", at="is_recognised")


@rule("seals.no-recognition-unfiled", clauses=("hanjiang-2023/task-14",))
def no_recognition_unfiled(seal: Seal, _: Context) -> Iterator[Finding]:
    """Nobody is asked to recognise a seal that is not filed, or was not duly put into use (不得据此要求认可)."""
    if not when(seal, recognition_demanded=True, kind=_RECOGNISED):
        yield not_applicable("no-recognition-demanded")
    elif not _is_in_order(seal):
        yield _of_four(seal, "recognition-of-unfiled-seal-demanded", at="recognition_demanded")


_RECOGNISED = frozenset(
    {SealKind.APPROVAL, SealKind.ACCEPTANCE, SealKind.BUSINESS, SealKind.ELECTRONIC, SealKind.NEIGHBOURHOOD}
)


def _of_four(seal: Seal, reason: str, *, at: str) -> Finding:
    if seal.kind is SealKind.NEIGHBOURHOOD:
        return judge("neighbourhood-seal-among-recognised", at=at)
    return breached(reason, at=at, kind=seal.kind)


def _is_in_order(seal: Seal) -> bool:
    """Whether it is filed with either office and was put into use by the procedure; one lack settles it."""
    return not any_holds((lambda: not _is_filed(seal), lambda: not seal.put_into_use_by_procedure))


def _is_filed(seal: Seal) -> bool:
    return any_holds((lambda: bool(seal.filed_with_police), lambda: bool(seal.filed_with_cipher_office)))


RULES = (
    text_by_level,
    equal_force,
    official_seal_where_law_names_it,
    not_reviewed_again,
    district_approvals,
    township_seal_in_use,
    neighbourhood_seal,
    used_for_what_it_may,
    recognised_when_filed,
    no_recognition_unfiled,
)
