"""Rules: what the clauses say about each kind of record, each noun in a file of its own."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module

from zwfw.context import Context
from zwfw.errors import UnknownRuleError
from zwfw.outcomes import Outcome
from zwfw.records import Record
from zwfw.reports import Answer, Report
from zwfw.rules.engine import (
    Finding,
    Rule,
    breached,
    each,
    judge,
    kinds_of,
    met,
    not_applicable,
    plans,
    rule,
    undetermined,
)
from zwfw.subjects import Subject, subject_of

__all__ = [
    "RULES",
    "Finding",
    "Rule",
    "breached",
    "check",
    "each",
    "find_rule",
    "judge",
    "met",
    "not_applicable",
    "rule",
    "undetermined",
]

# Type checkers take this name for true; at run time the rules are loaded when they are asked.
TYPE_CHECKING = False
if TYPE_CHECKING:
    RULES: tuple[Rule, ...]
    """Every rule of the library, in the order in which they answer."""

_ROOMS: Mapping[str, tuple[str, ...]] = {
    "cases": ("Case",),
    "channels": ("Case",),
    "modes": ("Case",),
    "materials": ("Material", "ItemElements"),
    "results": ("ItemResult", "ItemElements"),
    "review_points": ("ReviewPoint", "ItemElements"),
    "elements": ("ItemElements",),
    "items": ("Item",),
    "placements": ("Item",),
    "comparisons": ("ItemComparison",),
    "guides": ("Guide", "GuidePair"),
    "catalogues": ("CatalogueEntry",),
    "changes": ("CatalogueChange",),
    "lists": ("ItemList",),
    "intermediaries": ("IntermediaryService",),
    "agencies": ("IntermediaryAgency",),
    "bundles": ("Bundle",),
    "trades": ("TradeLicensing",),
    "certificates": ("Certificate", "CertificateGap"),
    "electronic_files": ("ElectronicFile", "ElectronicFileSystem", "ElectronicSeal"),
    "venues": ("Venue",),
    "equipment": ("Equipment", "Venue"),
    "windows": ("Window", "Venue"),
    "presence": ("PresenceLog",),
    "seals": ("Seal", "SealUse"),
    "staff": ("StaffMember", "WindowHead", "Venue"),
    "authorisations": ("Authorisation",),
    "departments": ("Department",),
    "clerk_teams": ("ClerkTeam",),
    "venue_hours": ("VenueHours",),
    "negative_lists": ("NegativeListEntry",),
    "benefits": ("Benefit",),
    "data_requests": ("DataShareRequest", "SharedDataUse"),
    "data_directories": ("DataDirectoryEntry", "DataCollection"),
    "data_returns": ("DataReturn", "DataPooling", "ShownOverdue"),
    "reviews": ("Review", "Window", "Venue"),
    "review_statistics": ("ReviewStatistics",),
    "online_systems": ("OnlineSystem", "CentreConnection"),
    "online_platforms": ("OnlinePlatform",),
    "online_services": ("OnlineService", "ChannelComparison"),
    "online_rates": ("OnlineRate",),
    "self_service_machines": ("SelfServiceNetwork",),
    "supervisions": ("Supervision", "IntermediaryDeal"),
    "inspections": ("Inspection", "OversightYear"),
    "trainings": ("TrainingYear",),
    "incidents": ("SecurityIncident", "SecurityUpkeep"),
    "indicators": ("Indicator",),
    "tasks": ("TaskProgress",),
    "attestations": ("Attestation",),
}
"""The modules of the rules, in the order in which they answer, and the kinds of records for which each is loaded."""


def __getattr__(name: str) -> object:
    if name == "RULES":
        found = globals()["RULES"] = tuple(held for room in _ROOMS for held in _rules_in(room))
        return found
    raise AttributeError(f"module 'zwfw.rules' has no attribute {name!r}")


def _rules_in(room: str) -> tuple[Rule, ...]:
    found: tuple[Rule, ...] = import_module(f"zwfw.rules.{room}").RULES
    return found


@cache
def _rules_about(kind: type[Record]) -> tuple[Rule, ...]:
    """The rules of the library about a kind of record and its parts; no other module is loaded."""
    names = {each.__name__ for each in kind.__mro__}
    return tuple(held for room, kinds in _ROOMS.items() if names.intersection(kinds) for held in _rules_in(room))


def find_rule(id: str) -> Rule:  # noqa: A002  (the word of the data)
    """The rule with this id.

    Raises:
        UnknownRuleError: If none has it; near ones are named.
    """
    room = id.partition(".")[0]
    for held in _rules_in(room) if room in _ROOMS else ():
        if held.id == id:
            return held
    from difflib import get_close_matches

    raise UnknownRuleError(id, get_close_matches(id, [held.id for name in _ROOMS for held in _rules_in(name)]))


def check(records: Record | Iterable[Record], ctx: Context, *, rules: Iterable[Rule] | None = None) -> Report:
    """Hold records against the norms in force for their area and day.

    Args:
        records: One record, or any number of them.
        ctx: Where and when. A record that states its own area is held against the norms of that area.
        rules: The rules that are asked, all of the library's unless given; add your own with ``RULES + mine``. Rules of
            other areas stay silent. Rules about a material, a window or another part are asked about each that a record
            holds.

    Returns:
        A report; what it says of one record does not depend on the others.

    Raises:
        TypeError: If something among them is not a record, or among the rules not a rule; its place is named.

    >>> from datetime import date
    >>> from zwfw.records import Case
    >>> case = Case(id="FZ-7", area="鼓楼区", online_depth="Ⅱ", submitted_at="2025-06-03", prereviewed_at="2025-06-05")
    >>> report = check(case, Context(area="福州市", as_of=date(2025, 6, 6)))
    >>> [(each.rule, each.clauses[0].cite()) for each in report.breaches]
    [('cases.prereviewed-in-time', '闽政〔2022〕24号 附件 三（四）2')]
    """
    given = None if rules is None else _verified(rules)
    brought = (records,) if isinstance(records, Record) else records
    answers = []
    for index, record in enumerate(brought):
        if not isinstance(record, Record):
            raise TypeError(f"records[{index}]: expected a record, got {record!r}")
        subject = subject_of(record, ctx)
        asked_for = _rules_about(type(record)) if given is None else given
        answers.append(
            Answer(
                index=index,
                record=record.name_in_reports,
                kind=type(record).__name__,
                area=getattr(record, "area", None) or ctx.area,
                day=subject.ctx.day,
                outcomes=tuple(_outcomes(subject, asked_for)),
            )
        )
    return Report(area=ctx.area, as_of=ctx.as_of, answers=tuple(answers))


def _outcomes(subject: Subject, asked_for: tuple[Rule, ...]) -> list[Outcome]:
    record, norms = subject.record, subject.ctx.norms
    found: list[Outcome] = []
    ask = Rule.decline if subject.reason_not_to_ask else Rule.answer_by
    for asked, plan in plans(asked_for, type(record), norms):
        found += ask(asked, asked.plan(record, norms) if asked.about else plan, subject)
    kinds = kinds_of(asked_for)
    if (len(kinds) > 1 or type(record) not in kinds) and not subject.reason_not_to_ask:
        for part in subject.parts(kinds):
            found += _outcomes(part, asked_for)
    return found


def _verified(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    held = tuple(rules)
    for index, asked in enumerate(held):
        if not isinstance(asked, Rule):
            raise TypeError(f"rules[{index}]: expected a rule, got {asked!r}")
    return held
