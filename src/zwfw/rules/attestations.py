"""What a person's answers to the checklist amount to (自查证明)."""

from collections.abc import Iterator
from functools import cache

from zwfw.clauses import clause, documents
from zwfw.context import Context
from zwfw.norms import Modality, Norm, NormKind
from zwfw.outcomes import Severity
from zwfw.records import Attestation, AttestedAnswer
from zwfw.records.attestations import attested
from zwfw.rules.engine import Finding, breached, judge, met, not_applicable, rule, severity_of, undetermined

__all__ = ["RULES"]


@cache
def _clauses() -> tuple[str, ...]:
    return tuple(each.ref for held in documents() for each in held.clauses)


def _about(said: Attestation) -> tuple[str, ...]:
    return (said.norm.partition("#")[0],)


@rule("attestations.norm-kept", clauses=_clauses, about=_about)
def norm_kept(said: Attestation, _: Context) -> Iterator[Finding]:
    """A person says that a norm is kept, with name and evidence; part of it, or without these, a person has to weigh.

    Nobody can break what only allows, describes or defines.
    """
    asked = attested(said.norm)
    if asked is not None and _asks_for_nothing(asked):
        yield not_applicable("nothing-to-keep", norm=said.norm)
    elif said.on is None:
        yield not_applicable("not-attested-yet")
    elif said.answer is None:
        # The question was put, and nobody answered it.
        yield undetermined("answer.given", reason="not-answered")
    elif said.answer is AttestedAnswer.NO:
        yield breached(
            "norm-not-kept",
            at="answer",
            severity=_severity(said.norm, asked),
            norm=said.norm,
        )
    elif said.answer is AttestedAnswer.PARTLY:
        yield judge("norm-partly-kept", at="answer", norm=said.norm)
    elif not said.by:
        yield judge("attested-by-nobody", at="by", norm=said.norm)
    elif not any(said.evidence or ()):
        yield judge("attested-without-evidence", at="evidence", norm=said.norm)
    else:
        yield met(under=(said.norm.partition("#")[0],))


def _asks_for_nothing(asked: Norm) -> bool:
    """Whether a norm only allows, defines or describes; a criterion of a scorecard asks without any force of words."""
    if asked.modality is None:
        return asked.kind is not NormKind.CRITERION
    return asked.modality is Modality.MAY or asked.kind in (NormKind.DEFINITION, NormKind.PERMISSION)


def _severity(ref: str, asked: Norm | None) -> Severity:
    """By the force of its words; a clause without norms is a must unless it only asks to explore."""
    if asked is not None:
        return severity_of(asked)
    return Severity.ADVICE if clause(ref).is_exploration else Severity.VIOLATION


RULES = (norm_kept,)
