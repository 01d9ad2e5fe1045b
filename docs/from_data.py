"""What the documentation takes straight from the data: a page per document, and some tables.

All of it is made of nodes and none of markup, so no text of a document is read as markup. Only docutils is needed, so
that the tests can ask without Sphinx.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import Directive

import zwfw
from zwfw.areas import Area
from zwfw.clauses import Basis, Clause, ClauseKind, Document, clause, document, documents
from zwfw.limits import limits
from zwfw.measures import measure
from zwfw.norms import Modality, Norm, NormKind, norm, norms_of
from zwfw.parameters import Parameter, parameters
from zwfw.readings import Reading, readings
from zwfw.rules import RULES, Rule
from zwfw.targets import Target, TargetValue, targets
from zwfw.terms import Term, TermForm
from zwfw.traces import TraceState, carriers_of, trace

Part = str | nodes.Node

CHINESE = "language-zh-cn"
AS_IT_IS = {"support_smartquotes": False}
"""What keeps Sphinx from writing other quotation marks and dashes than the data have."""

KINDS = {
    ClauseKind.TASK: ("task", "tasks"),
    ClauseKind.ARTICLE: ("article", "articles"),
    ClauseKind.GOAL: ("overall goal", "goals"),
    ClauseKind.SAFEGUARD: ("safeguard", "safeguards"),
    ClauseKind.VALIDITY: ("clause on validity", "clauses on validity"),
    ClauseKind.CRITERION: ("criterion of a scorecard", "criteria of scorecards"),
}
"""One of a kind, and several."""


def anchor(ref: str) -> str:
    """Where a clause or a norm stands on the page of its document, as in ``2.2.10-4``."""
    return ref.partition("/")[2].replace("#", "-")


@cache
def places() -> Mapping[str, tuple[str, str]]:
    """The page and the anchor of everything that has an id, by the id and as a carrier names it."""
    found: dict[str, tuple[str, str]] = {}
    for held in documents():
        found[held.id] = (f"reference/documents/{held.id}", "")
        refs = [*(each.ref for each in held.clauses), *(each.id for each in norms_of(held.id))]
        found |= {ref: (f"reference/documents/{held.id}", anchor(ref)) for ref in refs}
    for kind, keys in (
        ("target", [each.key for each in targets()]),
        ("parameter", [each.key for each in parameters()]),
        ("rule", [each.id for each in RULES]),
    ):
        for key in keys:
            found[key] = found[f"{kind}:{key}"] = (f"reference/{kind}s", f"{kind}-{key}")
    return found | {f"limit:{each.id}": ("reference/limits", "") for each in limits()}


def chinese(text: str) -> nodes.inline:
    """A piece of Chinese in a sentence that is not."""
    return nodes.inline("", text, classes=[CHINESE], **AS_IT_IS)


def literal(text: str, *ids: str) -> nodes.literal:
    """An id as code; :func:`link_ids` makes a link of it."""
    return nodes.literal("", text, ids=list(ids))


def para(*parts: Part, lang: str = "", kind: str = "") -> nodes.paragraph:
    """A paragraph of texts and nodes."""
    classes = [{"zh": CHINESE, "en": "language-en"}[lang]] if lang else []
    return nodes.paragraph(
        "",
        "",
        *(nodes.Text(part) if isinstance(part, str) else part for part in parts),
        classes=[*classes, *([kind] if kind else [])],
        **AS_IT_IS,
    )


def both(text_zh: str, text_en: str, kind: str = "") -> list[nodes.Node]:
    """The same in both languages, one below the other; nothing where there is nothing to say."""
    return [para(text, lang=lang, kind=kind) for lang, text in (("zh", text_zh), ("en", text_en)) if text]


def facts(pairs: Iterable[tuple[str, Sequence[nodes.Node]]]) -> nodes.field_list:
    """What is known, each with its name; what is not is left out."""
    fields = (nodes.field("", nodes.field_name("", name), nodes.field_body("", *said)) for name, said in pairs if said)
    return nodes.field_list("", *fields, classes=["from-data"])


def table(kind: str, columns: Mapping[str, int], rows: Iterable[Sequence[Sequence[nodes.Node]]]) -> nodes.table:
    """A table with these columns, each with its share of the width."""

    def row(cells: Iterable[Sequence[nodes.Node]]) -> nodes.row:
        return nodes.row("", *(nodes.entry("", *cell) for cell in cells))

    group = nodes.tgroup("", *(nodes.colspec("", colwidth=width) for width in columns.values()), cols=len(columns))
    group += nodes.thead("", row([para(name)] for name in columns))
    group += nodes.tbody("", *map(row, rows))
    return nodes.table("", group, classes=["from-data", kind, "colwidths-given"])


def separated(parts: Iterable[nodes.Node], by: str) -> Iterator[nodes.Node]:
    """The parts, with a text between each two."""
    for index, part in enumerate(parts):
        if index:
            yield nodes.Text(by)
        yield part


# One document


def page(held: Document) -> list[nodes.Node]:
    """The page of a document, below its heading: what it is, then clause by clause."""
    return [about(held), *(section(each) for each in held.clauses)]


def about(held: Document) -> nodes.field_list:
    """Title, number, dates, and how much of it is carried out."""
    kinds = Counter(each.kind for each in held.clauses)
    clauses = ", ".join(
        f"{kinds[kind]} {many if kinds[kind] > 1 else one}" for kind, (one, many) in KINDS.items() if kinds[kind]
    )
    states = trace(held.id).counts()
    norms = ", ".join(f"{number} {state.name.lower()}" for state, number in states.items() if number)
    return facts(
        [
            ("title", both(held.title_zh, held.title_en)),
            ("number", [para(held.number or "none is printed", lang="zh" if held.number else "")]),
            ("issued by", [para(held.issuer or "none is printed", lang="zh" if held.issuer else "")]),
            ("issued on", [para(str(held.issued_on or "no day is printed"))]),
            ("binds", [para(f"{Area(held.area)} ({held.area})")]),
            ("in force", [*in_force(held), *both(held.in_force.note_zh, held.in_force.note_en)]),
            ("clauses", [para(clauses)]),
            ("norms", [para(f"{len(trace(held.id))}: {norms}")]),
        ]
    )


def in_force(held: Document) -> Iterator[nodes.Node]:
    """From which day to which, and how well that is known."""
    force = held.in_force
    basis = "printed" if force.basis is Basis.STATED else "assumed"
    until = f"to {force.last}, both days included" if force.last else "on, no end is printed"
    yield para(f"from {force.first} {until} ({basis}, ", chinese(force.basis), ")")
    if force.earliest:
        yield para(f"not known from {force.earliest} to the day before {force.first}")
    for option, last in force.last_by_reading.items():
        yield para("under the reading ", literal(f"{force.reading}={option}"), f" to {last}")


def section(held: Clause) -> nodes.section:
    """One clause: what it asks and of whom, then its norms."""
    name = nodes.title("", f"{held.id} ", chinese(held.title or held.label_zh))
    gist = both(held.gist_zh, held.gist_en)
    rest = [norm_table(held)] if held.norms and held.kind is not ClauseKind.CRITERION else []
    return nodes.section("", name, *gist, facts(clause_facts(held)), *rest, ids=[anchor(held.ref)])


def clause_facts(held: Clause) -> Iterator[tuple[str, Sequence[nodes.Node]]]:
    """How it is cited, its term and units as printed, and what has to be known to read it."""
    yield "clause", [para(literal(held.ref), f", {KINDS[held.kind][0]} (", chinese(held.kind), ")")]
    yield "cited as", both(held.cite("zh"), held.cite("en"))
    yield "scorecard", [para(literal(held.card))] if held.card else []
    yield "term", term_text(held.term) if held.term.form is not TermForm.NONE else []
    yield "leading units", unit_names(held.lead, held.lead_in_full)
    responsible = "units addressed" if held.kind is ClauseKind.ARTICLE else "responsible units"
    yield responsible, unit_names(held.units, held.units_in_full)
    if held.kind is ClauseKind.CRITERION:
        # A criterion is a clause and its one norm, with the same text: the table would say everything twice.
        yield "its own terms", [each for norm in held.norms for term in norm.terms for each in term_text(term)]
        yield "carried out by", [each for norm in held.norms for each in carriers(norm)]
    yield "note", both(held.note_zh, held.note_en)


def unit_names(printed: Sequence[str], in_full: Sequence[str]) -> list[nodes.Node]:
    """The units as printed, and in full where something that they share was left out."""
    if not in_full:
        return []
    names = [para("、".join(printed), lang="zh")]
    return names if printed == in_full else [*names, para("in full: ", chinese("、".join(in_full)))]


def term_text(term: Term) -> list[nodes.Node]:
    """A term in both languages."""
    return both(term.text("zh"), term.text("en"))


def norm_table(held: Clause) -> nodes.table:
    """The norms of a clause, one a row."""
    columns = {"norm": 22, "what it says": 53, "carried out by": 25}
    return table("norms", columns, ([norm_name(each), norm_text(each), carriers(each)] for each in held.norms))


def norm_name(norm: Norm) -> list[nodes.Node]:
    """Its id, its kind, and the force of its words."""
    force: list[Part] = []
    if norm.modality is not None:
        force = [", ", chinese(norm.modality), f" ({norm.modality.name.lower().replace('_', ' ')})"]
    return [para(literal(norm.id, anchor(norm.id))), para(norm.kind.value, *force)]


def norm_text(norm: Norm) -> list[nodes.Node]:
    """What it says, its members, when, and what is inferred."""
    said = both(norm.text_zh, norm.text_en)
    if norm.members:
        names = {True: "members, open (等)", False: "members, closed", None: "named"}
        name = "written as" if norm.kind is NormKind.PATTERN else names[norm.is_open]
        shown = separated((chinese(each) for each in norm.members), "; ")
        said.append(para(f"{name}: ", *shown, kind="members"))
    for term in norm.terms:
        said.append(para("when: ", chinese(term.text("zh")), f"; {term.text('en')}", kind="members"))
    return [*said, *both(norm.note_zh, norm.note_en, kind="aside")]


def carriers(norm: Norm) -> list[nodes.Node]:
    """What carries it out, each on a line."""
    return [para(literal(str(each))) for each in carriers_of(norm)] or [para("nothing")]


# Tables on other pages


def figure_table(kind: str, held: Iterable[Parameter | Target]) -> nodes.table:
    """Every figure, with its values and the norm that sets each."""

    def name(each: Parameter | Target) -> list[nodes.Node]:
        of = f" ({each.of_en})" if isinstance(each, Target) and each.of_en else ""
        return [
            para(literal(each.key, f"{kind}-{each.key}")),
            para(each.label("zh"), lang="zh"),
            para(each.label("en") + of, lang="en"),
        ]

    def values(each: Parameter | Target) -> Iterator[nodes.Node]:
        for value in each.values:
            figure = f"{each.comparison} {value.value} {measure(each.unit).label('en')}".strip()
            yield para(f"{figure}{when(value) if isinstance(value, TargetValue) else ''}: ", literal(value.norm))
        if isinstance(each, Parameter) and each.counted_from("zh"):
            yield para(f"counted from: {each.counted_from('en')}", kind="aside")

    columns = {kind: 45, "values": 55}
    return table("figures", columns, ([name(each), list(values(each))] for each in held))


def when(value: TargetValue) -> str:
    """For which year or by which day, and whether the text only aims at it."""
    year = f" in {value.year}" if value.year else ""
    by = f" by {value.by}" if value.by else ""
    return f"{year}{by}{', aimed at (力争)' if norm(value.norm).modality is Modality.AIM else ''}"


def cited_table() -> nodes.table:
    """Every clause that a rule names by itself; those that the data bind a rule to are left to their own pages."""
    named = {ref for each in RULES if not is_bound_by_data(each) for ref in each.clauses}
    columns = {"clause": 25, "as cited": 30, "what it asks": 45}

    def row(held: Clause) -> list[list[nodes.Node]]:
        return [[para(literal(held.ref))], both(held.cite("zh"), held.cite("en")), [para(held.gist("en"))]]

    return table("cited", columns, (row(clause(ref)) for ref in sorted(named, key=sort_key)))


def trace_table() -> nodes.table:
    """How many norms of each document are carried out how."""
    names = [state.name.lower() for state in TraceState]

    def row(held: Document) -> list[list[nodes.Node]]:
        counts = trace(held.id).counts()
        return [[para(literal(held.id))], *([para(str(counts[state]))] for state in TraceState)]

    return table("trace", {"document": 25} | dict.fromkeys(names, 15), map(row, documents()))


BOUND_BY_DATA = {
    "indicators.target-reached": "every clause that sets a target",
    "tasks.done-by-the-date": "every task",
    "attestations.norm-kept": "every clause",
}
"""Rules that the data bind to clauses, and the words for these."""


def rule_table() -> nodes.table:
    """Every rule, with the kind of record that it speaks of, what it asks, its clauses and its severity."""
    columns = {"rule": 25, "about": 12, "what it asks": 33, "clauses": 20, "severity": 10}

    def row(held: Rule) -> list[list[nodes.Node]]:
        words = BOUND_BY_DATA.get(held.id)
        return [
            [para(literal(held.id, f"rule-{held.id}"))],
            [para(literal(held.record.__name__))],
            [para(held.summary)],
            [para(words)] if words else [para(literal(ref)) for ref in held.clauses],
            [para(held.severity.name.lower())],
        ]

    return table("rules", columns, map(row, RULES))


def reading_table() -> nodes.table:
    """Every reading, with its question, its options, the default first, and the clause that leaves it open."""
    columns = {"reading": 22, "the question": 30, "options, the default first": 33, "clause": 15}

    def row(held: Reading) -> list[list[nodes.Node]]:
        options = [para(literal(option.id), f": {option.en}") for option in held.options]
        return [[para(literal(held.id))], [para(held.question_en)], options, [para(literal(held.clause))]]

    return table("readings", columns, map(row, readings()))


def enumerations() -> list[type[Enum]]:
    """Every enumeration of the library that its users meet, by name."""
    names = [each.name for each in walk_packages(zwfw.__path__, "zwfw.") if not each.name.startswith("zwfw.testing")]
    held = {
        kind
        for name in names
        for kind in vars(import_module(name)).values()
        if isinstance(kind, type) and issubclass(kind, Enum) and kind.__module__.startswith("zwfw.")
    }
    return sorted((kind for kind in held if len(kind)), key=lambda kind: kind.__name__)


def term_table() -> nodes.table:
    """Every member of every enumeration: its term, and the identifier that stands for it."""

    def row(member: Enum) -> list[list[nodes.Node]]:
        return [[para(chinese(str(member.value)))], [para(literal(f"{type(member).__name__}.{member.name}"))]]

    return table("terms", {"term": 50, "identifier": 50}, (row(member) for kind in enumerations() for member in kind))


def is_bound_by_data(asked: Any) -> bool:
    """Whether a rule asks the data which clauses it carries out."""
    return callable(asked._clauses)  # noqa: SLF001  (only the documentation tells the two apart)


def sort_key(ref: str) -> tuple[str, list[tuple[int, str]]]:
    """The order of a document: ``2.2.9`` before ``2.2.10``."""
    name, _, id_ = ref.partition("/")
    return name, [(int(part) if part.isdecimal() else 0, part) for part in id_.replace("-", ".").split(".")]


# What Sphinx is told


class DocumentPage(Directive):
    """The page of the document that its argument names."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Make it."""
        return page(document(self.arguments[0]))


class DataTable(Directive):
    """A table of what its argument names."""

    required_arguments = 1
    tables: ClassVar = {
        "parameters": lambda: figure_table("parameter", parameters()),
        "targets": lambda: figure_table("target", targets()),
        "clauses": cited_table,
        "readings": reading_table,
        "rules": rule_table,
        "terms": term_table,
        "trace": trace_table,
    }

    def run(self) -> list[nodes.Node]:
        """Make it."""
        return [self.tables[self.arguments[0]]()]


def link_ids(app: Any, doctree: nodes.document, docname: str) -> None:
    """Make a link of every id that stands as code, on whichever page."""
    for node in list(doctree.findall(nodes.literal)):
        page_name, target = places().get(node.astext(), ("", ""))
        if page_name and not isinstance(node.parent, nodes.reference):
            address = app.builder.get_relative_uri(docname, page_name) + (f"#{target}" if target else "")
            # replace_self would give the id of the node to the link, too.
            node.parent.replace(node, nodes.reference("", "", node.deepcopy(), internal=True, refuri=address))


def read_again(_app: Any, env: Any, *_: Any) -> list[str]:
    """The pages that change with the data."""
    shown = {f"reference/{name}" for name in ("parameters", "targets", "rules", "readings")}
    shown |= {"explanation/limits-of-what-is-checked", "glossary", "how-to/choose-a-reading"}
    return sorted((shown | {f"reference/documents/{held.id}" for held in documents()}) & env.found_docs)


def setup(app: Any) -> Mapping[str, bool]:
    """Connect what stands above."""
    app.add_directive("held-document", DocumentPage)
    app.add_directive("held-table", DataTable)
    app.connect("doctree-resolved", link_ids)
    app.connect("env-get-outdated", read_again)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
