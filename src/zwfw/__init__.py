"""zwfw (政务服务): the government-service norms of Fujian Province as typed objects and pure functions.

Every name below is resolved on first use, so that ``import zwfw`` loads nothing else.
"""

# Type checkers take this name for true; importing it from typing would take longer than all the rest.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from zwfw import calendars, limits, records, rules, tasks
    from zwfw.areas import Area, AreaLevel
    from zwfw.checklists import checklist
    from zwfw.clauses import Clause, Document, clause, document, documents
    from zwfw.context import Context
    from zwfw.errors import UnpublishedYearError, ZwfwError
    from zwfw.limits import Deadline, deadlines_for
    from zwfw.norms import Norm, norm
    from zwfw.normset import NormSet, norms_in_force
    from zwfw.outcomes import Outcome, Severity, State
    from zwfw.ratings import Rating, rate
    from zwfw.relations import compare
    from zwfw.reports import Report
    from zwfw.rules import RULES, check, rule
    from zwfw.scorecards import Scorecard, scorecard
    from zwfw.traces import trace

_HOMES = {
    "RULES": "rules",
    "Area": "areas",
    "AreaLevel": "areas",
    "Clause": "clauses",
    "Context": "context",
    "Deadline": "limits",
    "Document": "clauses",
    "Norm": "norms",
    "NormSet": "normset",
    "Outcome": "outcomes",
    "Rating": "ratings",
    "Report": "reports",
    "Scorecard": "scorecards",
    "Severity": "outcomes",
    "State": "outcomes",
    "UnpublishedYearError": "errors",
    "ZwfwError": "errors",
    "check": "rules",
    "checklist": "checklists",
    "clause": "clauses",
    "compare": "relations",
    "deadlines_for": "limits",
    "document": "clauses",
    "documents": "clauses",
    "norm": "norms",
    "norms_in_force": "normset",
    "rate": "ratings",
    "rule": "rules",
    "scorecard": "scorecards",
    "trace": "traces",
}
_MODULES = ("calendars", "limits", "records", "rules", "tasks")

__all__ = [
    "RULES",
    "Area",
    "AreaLevel",
    "Clause",
    "Context",
    "Deadline",
    "Document",
    "Norm",
    "NormSet",
    "Outcome",
    "Rating",
    "Report",
    "Scorecard",
    "Severity",
    "State",
    "UnpublishedYearError",
    "ZwfwError",
    "calendars",
    "check",
    "checklist",
    "clause",
    "compare",
    "deadlines_for",
    "document",
    "documents",
    "limits",
    "norm",
    "norms_in_force",
    "rate",
    "records",
    "rule",
    "rules",
    "scorecard",
    "tasks",
    "trace",
]


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name in _MODULES:
        return import_module(f"zwfw.{name}")
    if name == "__version__":
        from importlib.metadata import version

        return version("zwfw")
    if name in _HOMES:
        return getattr(import_module(f"zwfw.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'zwfw' has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
