"""The documentation names what the library has, and nothing else."""

import re
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from pkgutil import iter_modules

import attrs
import pytest

import zwfw
from zwfw import RULES, clause, document, documents, norm
from zwfw.errors import ZwfwError
from zwfw.parameters import parameters
from zwfw.readings import readings
from zwfw.rules import find_rule
from zwfw.targets import targets
from zwfw.tasks import tasks
from zwfw.traces import carriers_of

DOCS = Path(__file__).parents[1] / "docs"
PAGES = sorted(path for path in DOCS.rglob("*.md") if "_build" not in path.parts)
MODULES = [each.name for each in iter_modules(zwfw.__path__) if not each.name.startswith("_")]
DOCUMENTS = [each.id for each in documents()]
BOUND_BY_DATA = {
    "indicators.target-reached": lambda: {value.clause for held in targets() for value in held.values},
    "tasks.done-by-the-date": lambda: {each.ref for each in tasks()},
    "attestations.norm-kept": lambda: {each.ref for held in documents() for each in held.clauses},
}
"""Rules that the data bind to clauses, and which these are."""


def text_of(name):
    """The source of one page."""
    return (DOCS / name).read_text(encoding="utf-8")


def rows_of(text):
    """The cells of every row of every table, without heads and rules."""
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in lines]


def resolve(name):
    """What a dotted name stands for; a field of a record is one too."""
    parts = name.split(".")
    for cut in range(len(parts), 0, -1):
        try:
            found = import_module(".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        for part in parts[cut:]:
            fields = getattr(found, "model_fields", {})
            found = fields[part] if part in fields else getattr(found, part)
        return found
    raise LookupError(name)


def errors():
    """Every error that the library raises on its own account."""
    import_module("zwfw.testing.strategies")
    waiting, found = [ZwfwError], []
    while waiting:
        found.append(waiting.pop())
        waiting += found[-1].__subclasses__()
    return [kind for kind in found if not kind.__name__.startswith("_") and kind.__module__.startswith("zwfw.")]


def cells_of(made):
    """The texts of a table that is made from the data, row by row, paragraph by paragraph."""
    from docutils import nodes

    return [
        [[para.astext() for para in cell.findall(nodes.paragraph)] for cell in row.children]
        for row in list(made.findall(nodes.row))[1:]
    ]


def test_the_page_of_the_rules_has_every_rule(from_data):
    """Each rule stands there once, with its record, what it asks, its clauses and its severity, in their order."""
    rows = cells_of(from_data.rule_table())

    assert "```{held-table} rules\n```" in text_of("reference/rules.md")
    assert [row[0] for row in rows] == [[each.id] for each in RULES]
    assert rows[0] == [
        ["cases.accepted-on-receipt"],
        ["Case"],
        ["A file that is complete and in form is accepted on receipt, with a notice of acceptance (收件即受理)."],
        ["fujian-2022/2.2.10", "xiamen-2022/2.2.11", "hanjiang-2023/task-5"],
        ["violation"],
    ]
    assert rows[-1][3:] == [["every clause"], ["violation"]]


@pytest.mark.parametrize("name", BOUND_BY_DATA)
def test_a_rule_bound_by_data_has_the_clauses_that_the_page_says(from_data, name):
    """Every task is every task, and so on; the words stand for no other rule."""
    assert set(from_data.BOUND_BY_DATA) == set(BOUND_BY_DATA)
    assert set(find_rule(name).clauses) == BOUND_BY_DATA[name]()


@pytest.mark.parametrize("module", MODULES)
def test_every_public_module_has_its_place_in_the_reference(module):
    """One page a module; what rules are given stands on the page of the rules."""
    page = "rules" if module == "subjects" else module

    assert re.search(
        rf"^\.\. automodule:: zwfw\.{module}(\.strategies)?$", text_of(f"reference/{page}.md"), re.MULTILINE
    )


def test_both_parts_of_the_test_kit_are_in_the_reference():
    """The strategies and the kits."""
    shown = re.findall(r"^\.\. automodule:: zwfw\.testing\.(\w+)$", text_of("reference/testing.md"), re.MULTILINE)

    assert shown == ["strategies", "kits"]


def test_every_public_name_is_in_the_index_of_the_reference():
    """What can be imported from the package itself is named there, and nothing else."""
    named = {name for row in rows_of(text_of("reference/index.md")) for name in re.findall(r"`(\w+)`", row[0])}

    assert named - {"name"} == set(zwfw.__all__)


def test_every_error_is_in_the_reference():
    """The page shows the whole module; an error of another module stands on that module's page."""
    elsewhere = [kind for kind in errors() if kind.__module__ != "zwfw.errors"]

    assert {kind.__name__ for kind in errors()} - {kind.__name__ for kind in elsewhere} == set(
        import_module("zwfw.errors").__all__
    )
    assert "automodule:: zwfw.errors\n   :members:" in text_of("reference/errors.md")
    for kind in elsewhere:
        package = ".".join(kind.__module__.split(".")[:2])
        if package in {"zwfw.codes", "zwfw.forms"}:
            assert kind.__name__ in import_module(package).__all__
        else:
            assert f"autoexception:: {kind.__module__}.{kind.__name__}" in text_of("reference/testing.md")


def test_every_reading_is_explained(from_data):
    """Each stands there with its question, its options, the default first, and its clause, on both pages."""
    rows = cells_of(from_data.reading_table())

    for page in ("how-to/choose-a-reading.md", "reference/readings.md"):
        assert "```{held-table} readings\n```" in text_of(page)
    assert [row[0] for row in rows] == [[each.id] for each in readings()]
    assert [
        ["paper-window-start"],
        ["whether the seven working days run from the notice or from the passing"],
        ["notice: from the department's notice", "passing: from the passed pre-review"],
        ["fujian-2022/3.4.2"],
    ] in rows


def test_the_glossary_has_every_term(from_data):
    """Each member of each enumeration stands there with its Chinese term."""
    rows = cells_of(from_data.term_table())

    assert "```{held-table} terms\n```" in text_of("glossary.md")
    assert [["符合"], ["State.MET"]] in rows
    assert [["Ⅳ"], ["OnlineDepth.FULL"]] in rows
    assert len(rows) == sum(map(len, from_data.enumerations()))


def test_every_identifier_of_the_glossary_exists():
    """What the glossary names is a name of the library, or a field of one of its records."""
    names = re.findall(r"`(zwfw\.[\w.]+)`", text_of("glossary.md"))

    assert names
    assert all(resolve(name) is not None for name in names)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_every_id_on_a_page_is_held(page):
    """A rule, clause or module that a page names is one of the library's."""
    text = re.sub(r"```python.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    homes = {each.id.partition(".")[0] for each in RULES}

    for name in re.findall(rf"`((?:{'|'.join(DOCUMENTS)})/[^`]+)`", text):
        assert name in (norm(name).id if "#" in name else clause(name).ref)
    for name in re.findall(rf"`((?:{'|'.join(homes)})\.[\w]+-[\w-]+)`", text):
        assert name in {each.id for each in RULES}


@pytest.fixture(scope="module")
def from_data():
    """What makes nodes of the data when the documentation is built."""
    pytest.importorskip("docutils")
    spec = spec_from_file_location("from_data", DOCS / "from_data.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def parts_of(page, kind):
    """All parts of one kind on a page, such as its sections."""
    from docutils import nodes

    return [found for top in page for found in top.findall(getattr(nodes, kind))]


def said_in(page):
    """All that a page says."""
    return "\n".join(part.astext() for part in page)


def test_every_document_has_its_page():
    """Each is shown once, on the page with its id, and the index leads there."""
    pages = {page.stem: page.read_text(encoding="utf-8") for page in (DOCS / "reference/documents").glob("*.md")}
    index = pages.pop("index")

    assert sorted(pages) == DOCUMENTS
    for name, text in pages.items():
        assert re.findall(r"```{held-document} (\S+)\n```", text) == [name]
        assert re.search(rf"^{name}$", index, re.MULTILINE)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_page_of_a_document_shows_it_whole(from_data, name):
    """Every clause with citation, gist, units, term and notes; every norm with all that is held of it."""
    held = document(name)

    page = from_data.page(held)

    assert [each["ids"] for each in parts_of(page, "section")] == [[each.id] for each in held.clauses]
    for each, section in zip(held.clauses, parts_of(page, "section"), strict=True):
        said = section.astext()
        term = (each.term.text("zh"), each.term.text("en")) if each.term.form.name != "NONE" else ()
        names = ("、".join(names) for names in (each.lead, each.lead_in_full, each.units, each.units_in_full))
        texts = (each.title, each.cite("zh"), each.cite("en"), each.gist_zh, each.gist_en, each.note_zh, each.note_en)
        assert [text for text in (*texts, *term, *names) if text not in said] == []
        for one in each.norms:
            terms = [term.text(lang) for term in one.terms for lang in ("zh", "en")]
            texts = (one.text_zh, one.text_en, one.note_zh, one.note_en, *one.members, *map(str, carriers_of(one)))
            assert [text for text in (one.id, *texts, *terms) if text not in said] == []


@pytest.mark.parametrize(
    ("ref", "expected"),
    [
        ("fujian-2022/2.2.10#1", "members, closed: 业务受理通知书; 一次性告知书"),
        ("fujian-2022/1.1.1#2", "members, open (等): 公共教育"),
        ("fujian-2022/2.2.10#8", "prohibition, 不得 (must not)"),
        ("putian-2025/art-17#1", "when: 每年，1月31日前; every year, by 01-31"),
    ],
)
def test_a_norm_says_what_kind_it_is_and_whether_its_list_is_open(from_data, ref, expected):
    """As the documents have it: only 2.2.10 names both papers of a window, the areas of 1.1.1 end with 等."""
    table = from_data.norm_table(clause(ref.partition("#")[0]))

    (row,) = (row for row in parts_of([table], "row") if ref in row.astext().splitlines())
    assert expected in row.astext()


def test_units_stand_as_printed_and_in_full(from_data):
    """The cell of 1.1.2 prints 各级 once for three names; that of 1.1.1 leaves nothing out."""
    elided, plain = (said_in([from_data.section(clause(f"fujian-2022/{each}"))]) for each in ("1.1.2", "1.1.1"))

    assert "各级审改部门、司法行政部门、业务部门" in elided
    assert "in full: 各级审改部门、各级司法行政部门、各级业务部门" in elided
    assert "in full:" not in plain


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("fujian-2022", ["from 2022-09-14 on, no end is printed (assumed, 推定)"]),
        (
            "xiamen-2022",
            [
                "from 2022-11-30 on, no end is printed (assumed, 推定)",
                "not known from 2022-09-14 to the day before 2022-11-30",
            ],
        ),
        ("putian-2025", ["from 2025-05-06 on, no end is printed (printed, 明文)"]),
        (
            "hanjiang-2023",
            [
                "from 2023-03-06 to 2026-03-05, both days included (printed, 明文)",
                "under the reading hanjiang-validity=issue-day-not-counted to 2026-03-06",
            ],
        ),
    ],
)
def test_the_page_of_a_document_says_when_it_is_in_force(from_data, name, lines):
    """With what is printed, what is assumed, and the other reading."""
    assert [each.astext() for each in from_data.in_force(document(name))] == lines


def test_nothing_in_the_data_is_read_as_markup(from_data):
    """Marks of HTML, Markdown and reStructuredText are shown as they are."""
    from docutils.core import publish_from_doctree
    from docutils.frontend import get_default_settings
    from docutils.utils import new_document

    marks = "<b>`a`_ *b* |c|</b> & [d](e)"
    held = attrs.evolve(
        clause("fujian-2022/2.2.10"), gist_zh=marks, title=marks, units=(marks,), units_in_full=(marks,)
    )
    whole = new_document("page", get_default_settings())
    whole += [from_data.section(held), from_data.section(clause("fujian-2022/2.2.11"))]

    html = publish_from_doctree(whole, writer="html5", settings_overrides={"output_encoding": "unicode"})

    assert html.count("&lt;b&gt;`a`_ *b* |c|&lt;/b&gt; &amp; [d](e)") == 3
    assert "<b>" not in html


def test_every_id_leads_to_where_it_stands(from_data):
    """Clauses and norms to the page of their document, figures to their tables, rules to theirs; limits to a page."""
    anchors = {
        f"reference/documents/{held.id}": [
            each["ids"][0]
            for kind in ("section", "literal")
            for each in parts_of(from_data.page(held), kind)
            if each["ids"]
        ]
        for held in documents()
    }
    for kind, held in (("parameter", parameters()), ("target", targets())):
        table = from_data.figure_table(kind, held)
        anchors[f"reference/{kind}s"] = [each["ids"][0] for each in parts_of([table], "literal") if each["ids"]]
    anchors["reference/rules"] = [f"rule-{each.id}" for each in RULES]

    places = from_data.places()

    assert places["fujian-2022/2.2.10#4"] == ("reference/documents/fujian-2022", "2.2.10-4")
    assert places["rule:cases.correction-told-once"] == ("reference/rules", "rule-cases.correction-told-once")
    assert {name for name, (page, anchor) in places.items() if anchor and anchor not in anchors[page]} == set()
    assert all(len(set(each)) == len(each) for each in anchors.values())
    assert all((DOCS / f"{page}.md").exists() for page, _ in places.values())


def test_the_clauses_that_rules_name_stand_in_their_order(from_data):
    """Each once, with both citations and its gist; 2.2.9 comes before 2.2.10."""
    rows = [[cell.astext() for cell in row] for row in parts_of([from_data.cited_table()], "row")][1:]
    named = {ref for each in RULES if each.id not in BOUND_BY_DATA for ref in each.clauses}

    assert "```{held-table} clauses\n```" in text_of("reference/rules.md")
    shown = [row[0] for row in rows]
    assert sorted(shown, key=from_data.sort_key) == shown
    assert shown.index("fujian-2022/2.2.9") + 1 == shown.index("fujian-2022/2.2.10")
    assert {row[0] for row in rows} == named
    assert len(rows) == len(named)
    for ref, cites, gist in rows:
        held = clause(ref)
        assert (cites, gist) == (f"{held.cite('zh')}\n\n{held.cite('en')}", held.gist("en"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_one_sentence_a_line(page):
    """Outside of code and tables no line holds two sentences."""
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    prose = [line for line in text.splitlines() if not line.startswith(("|", "#", "-"))]

    assert [line for line in prose if re.search(r"[.?!] [A-Z]", line)] == []


def test_the_notice_that_is_shown_is_the_one_that_is_loaded():
    """The file on the page and the text in its example are the same."""
    page = text_of("how-to/add-a-holiday-notice.md")

    shown = page.partition("```toml\n")[2].partition("```")[0]
    loaded = page.partition('TEXT = """\n')[2].partition('"""')[0]
    assert shown == loaded != ""


def test_the_example_on_the_first_page_is_short():
    """Twelve lines of code, and what they print."""
    block = text_of("index.md").partition("```python\n")[2].partition("```")[0]

    assert len([line for line in block.splitlines() if line.startswith((">>>", "..."))]) <= 12
