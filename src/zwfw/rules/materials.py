"""What the clauses say about materials (申请材料)."""

from collections.abc import Iterator, Mapping
from functools import cache, partial

from zwfw.clauses import clause
from zwfw.context import Context
from zwfw.norms import norm
from zwfw.outcomes import Severity
from zwfw.records import BasisRank, LegalBasis, Material, MaterialForm, MaterialSource
from zwfw.records.stated import path_of, when
from zwfw.rules._asking import all_done, any_holds, surely
from zwfw.rules._per_clause import by_force, open_until, per_clause
from zwfw.rules.engine import Finding, Rule, breached, each, judge, not_applicable, rule
from zwfw.subjects import option
from zwfw.terms import Term
from zwfw.wordings import WordingKind, find_wordings

__all__ = ["RULES"]

_FUJIAN = "fujian-2022/1.2.2"
_XIAMEN = "xiamen-2022/1.2.1"
_PUTIAN = "putian-2025/art-40"
_HANJIANG = "hanjiang-2023/task-11"

_NO_NON_FORM = frozenset({MaterialForm.FORM, None})
_NOT_ISSUED = frozenset({MaterialSource.APPLICANT, MaterialSource.OTHER, None})


@rule("materials.has-legal-basis", clauses=(_FUJIAN, _XIAMEN))
def has_legal_basis(material: Material, _: Context) -> Iterator[Finding]:
    """No material is asked for without a legal basis (法定设立依据).

    A basis of the rank 无, or of no rank, is none. Whether a normative document (规范性文件) alone is a legal basis the
    text does not say. The province speaks of the standard catalogue, from which items and guides have their materials.
    """
    if not material.bases:
        yield breached("material-without-basis", at=path_of(material, "bases"), material=material.name)
        return
    if any_holds(partial(_is_law, basis) for basis in material.bases):
        return
    best = max(basis.rank or BasisRank.NONE for basis in material.bases)
    if best is BasisRank.NONE:
        yield breached("material-basis-is-none", at=path_of(material, "bases"), material=material.name)
    else:
        yield judge("material-basis-not-law", at=path_of(material, "bases"), material=material.name, rank=best)


def _is_law(basis: LegalBasis) -> bool:
    return basis.rank is not None and not basis.rank < BasisRank.RULE


@rule("materials.no-catch-all-wording", clauses=(_FUJIAN, _XIAMEN))
def no_catch_all_wording(material: Material, _: Context) -> Iterator[Finding]:
    """Name and requirements have no catch-all wording and no vague clause (兜底性表述、模糊性条款).

    The texts list no such words: the list is ours (:mod:`zwfw.wordings`). Words that are vague in some uses only are
    left to a person. The position of a wording is that of its first character, counted from 1.
    """
    yield from each(("name", "requirements"), lambda field: _wordings_in(material, field))


_WORDING_REASONS = {WordingKind.CATCH_ALL: "catch-all-wording", WordingKind.VAGUE: "vague-wording"}


def _wordings_in(material: Material, field: str) -> Iterator[Finding]:
    at = path_of(material, field)
    for found in find_wordings(getattr(material, field) or ""):
        words, position = found.words, found.position
        if found.is_certain:
            yield breached(_WORDING_REASONS[found.kind], at=at, field=field, words=words, position=position)
        else:
            yield judge("wording-perhaps-vague", at=at, field=field, words=words, position=position)


@rule("materials.form-has-blank-and-sample", clauses=(_FUJIAN, _XIAMEN))
def form_has_blank_and_sample(material: Material, _: Context) -> Iterator[Finding]:
    """A form that the applicant prepares comes with both a blank and a filled-in sample (空表、样表)."""
    if not when(material, source=MaterialSource.APPLICANT, form=MaterialForm.FORM):
        yield not_applicable("not-a-form-of-the-applicant")
        return
    yield from all_done(material, _FORM_AIDS, material=material.name)


_FORM_AIDS = {"blank_form": "blank-form-missing", "sample_form": "sample-form-missing"}
_OTHER_SOURCE = {
    "source_channel": "source-channel-not-stated",
    "provider_qualification": "provider-qualification-not-stated",
}


@rule("materials.non-form-has-model", clauses=(_FUJIAN, _XIAMEN), severity=Severity.DEPARTURE)
def non_form_has_model(material: Material, ctx: Context) -> Iterator[Finding]:
    """A material that is no form comes with a model (材料范本): in principle in the province, always in Xiamen.

    That the words speak only of materials that the applicant prepares is inferred from the grammar: a reading.
    """
    if surely(material, form=_NO_NON_FORM):
        yield not_applicable("not-a-non-form")
        return
    asked: dict[str, object] = {"form": MaterialForm.NO_FORM, "source": MaterialSource.APPLICANT}
    if option(material, ctx, "model-for-what-is-no-form") == "from-any-source":
        del asked["source"]
    if not when(material, **asked):
        yield not_applicable("not-a-non-form-of-the-applicant")
    elif not material.model:
        forces = {_FUJIAN: Severity.DEPARTURE, _XIAMEN: Severity.VIOLATION}
        found = breached("model-missing", at=path_of(material, "model"), material=material.name)
        yield from by_force(ctx, forces, found)


@rule("materials.issued-has-certificate", clauses=(_FUJIAN, _XIAMEN), severity=Severity.DEPARTURE)
def issued_has_certificate(material: Material, _: Context) -> Iterator[Finding]:
    """What a department issues has in principle an e-certificate; where none exists, that is registered (缺失登记).

    原则上 goes with the e-certificate alone, in the province as in Xiamen: the registration is asked for without it.
    """
    if not when(material, source=MaterialSource.GOVERNMENT):
        yield not_applicable("not-issued-by-government")
        return
    if any_holds(partial(when, material, **facts) for facts in _CERTIFICATE_SETTLED):
        return
    if material.certificate_has_source:
        yield breached("certificate-not-configured", at=path_of(material, "certificate_type"), material=material.name)
    else:
        at = path_of(material, "gap_registered")
        yield breached("gap-not-registered", at=at, severity=Severity.VIOLATION, material=material.name)


_CERTIFICATE_SETTLED: tuple[Mapping[str, object], ...] = (
    {"certificate_type": True},
    {"certificate_has_source": False, "gap_registered": True},
)
"""Either keeps the clause."""


@rule("materials.other-source-stated", clauses=(_FUJIAN, _XIAMEN))
def other_source_stated(material: Material, _: Context) -> Iterator[Finding]:
    """What comes from elsewhere states its channel and who is qualified to provide it (来源渠道、资质要求).

    Where its format is prescribed, blank and sample forms or a model are there too.
    """
    if not when(material, source=MaterialSource.OTHER):
        yield not_applicable("not-from-another-source")
        return
    yield from all_done(material, _OTHER_SOURCE, material=material.name)
    yield from each((material,), _prescribed_format)


def _prescribed_format(material: Material) -> Iterator[Finding]:
    if not any_holds(partial(when, material, **facts) for facts in _FORMAT_SETTLED):
        yield breached("prescribed-format-without-aid", at=path_of(material, "model"), material=material.name)


_FORMAT_SETTLED: tuple[Mapping[str, object], ...] = (
    {"format_prescribed": False},
    {"model": True},
    {"blank_form": True, "sample_form": True},
)
"""Any of these leaves nothing to ask for."""

_ASKED_ON_PAPER: Mapping[str, object] = {"on_paper": True, "must_be_submitted": True}


@rule("materials.issued-not-asked-for", clauses=(_PUTIAN, _HANJIANG))
def issued_not_asked_for(material: Material, ctx: Context) -> Iterator[Finding]:
    """What a government department issued need not be handed in (免于提交); Hanjiang's plan works towards it.

    Until Hanjiang's date is over nothing is owed there. The text knows no exception. The province keeps two (2.4.3): an
    original that is taken back, and paper for which the certificate library lacks the data. Whether they stand beside
    it a person decides.
    """
    if surely(material, source=_NOT_ISSUED):
        yield not_applicable("not-issued-by-government")
    elif when(material, source=MaterialSource.GOVERNMENT, must_be_submitted=True):
        forces = {_PUTIAN: Severity.VIOLATION, _HANJIANG: Severity.ADVICE}
        yield from _unless_excepted(material, ctx, forces, "issued-material-asked-for", at="must_be_submitted")


@rule("materials.certificate-instead-of-original", clauses=(_PUTIAN, _HANJIANG))
def certificate_instead_of_original(material: Material, ctx: Context) -> Iterator[Finding]:
    """Where an e-certificate can be provided, the paper need not be handed in (免于提交实体证照); likewise.

    Who is to provide it, the applicant or a system, the text does not say. The exceptions of the province are kept as
    in ``materials.issued-not-asked-for``.
    """
    if surely(material, certificate_available=False):
        yield not_applicable("no-certificate-available")
    elif when(material, certificate_available=True, **_ASKED_ON_PAPER):
        forces = {_PUTIAN: Severity.VIOLATION, _HANJIANG: Severity.ADVICE}
        yield from _unless_excepted(material, ctx, forces, "original-asked-for", at="on_paper")


_TAKEN_BACK = ("must_be_handed_back", "original-taken-back")
_EXCEPTIONS = (_TAKEN_BACK, ("certificate_data_incomplete", "asked-for-lack-of-data"))
"""The province's: the field that states it, and the reason code."""


def _unless_excepted(
    material: Material, ctx: Context, forces: Mapping[str, Severity], reason: str, *, at: str
) -> Iterator[Finding]:
    due_on = open_until(_exempt_by(), ctx)
    if due_on is not None and not ctx.has(_PUTIAN):
        yield not_applicable("not-due-yet", at=path_of(material, at), due_on=due_on)
    elif when(material, **{field: False for field, _ in _EXCEPTIONS}):
        yield from by_force(ctx, forces, breached(reason, at=path_of(material, at), material=material.name))
    else:
        yield from each(_EXCEPTIONS, lambda exception: _left_to_a_person(material, *exception))


@cache
def _exempt_by() -> Term:
    """By when Hanjiang's plan has both exemptions."""
    return norm(f"{_HANJIANG}#2").terms[0]


def _left_to_a_person(material: Material, field: str, reason: str) -> Iterator[Finding]:
    if getattr(material, field):
        exception = clause("fujian-2022/2.4.3")
        yield judge(reason, at=path_of(material, field), material=material.name, exception=exception)


@rule("materials.no-paper-on-top-of-data", clauses=(_PUTIAN, _HANJIANG))
def no_paper_on_top_of_data(material: Material, ctx: Context) -> Iterator[Finding]:
    """No paper is asked for what can be had by sharing, nor in Hanjiang for what came in online (不得重复提交).

    Either is enough. Asking again (重复) is read as asking for paper on top of the data. An original that is taken back
    (fujian-2022/2.4.3) is another thing than its data: whether it may be asked for a person decides.
    """
    yield from per_clause(ctx, (_PUTIAN, _HANJIANG), lambda ref: _on_top_of_data(material, ctx, ref))


def _on_top_of_data(material: Material, ctx: Context, ref: str) -> Iterator[Finding]:
    speaks_of_online = ref == _HANJIANG
    is_nothing_online = not speaks_of_online or surely(material, received_online=False)
    if is_nothing_online and surely(material, obtainable_by_sharing=False):
        yield not_applicable("nothing-had-as-data")
        return
    yield from each((material,), lambda asked: _on_top_of_shared_data(asked, ctx))
    if speaks_of_online:
        yield from each((material,), _after_online)


def _on_top_of_shared_data(material: Material, ctx: Context) -> Iterator[Finding]:
    if not when(material, obtainable_by_sharing=True, **_ASKED_ON_PAPER):
        return
    if option(material, ctx, "paper-asked-again") == "second-time":
        yield judge("paper-perhaps-first-time", at=path_of(material, "on_paper"), material=material.name)
    else:
        yield from _unless_taken_back(material, "paper-on-top-of-shared-data")


def _after_online(material: Material) -> Iterator[Finding]:
    if when(material, received_online=True, **_ASKED_ON_PAPER):
        yield from _unless_taken_back(material, "paper-after-online")


def _unless_taken_back(material: Material, reason: str) -> Iterator[Finding]:
    found = tuple(_left_to_a_person(material, *_TAKEN_BACK))
    yield from found or (breached(reason, at=path_of(material, "on_paper"), material=material.name),)


RULES: tuple[Rule, ...] = (
    has_legal_basis,
    no_catch_all_wording,
    form_has_blank_and_sample,
    non_form_has_model,
    issued_has_certificate,
    other_source_stated,
    issued_not_asked_for,
    certificate_instead_of_original,
    no_paper_on_top_of_data,
)
