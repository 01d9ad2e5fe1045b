"""The documentation names what the library has, and nothing else."""

import re
from enum import Enum
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules, walk_packages

import pytest

import zwfw
from zwfw import RULES, clause
from zwfw.errors import ZwfwError
from zwfw.readings import readings

DOCS = Path(__file__).parents[1] / "docs"
PAGES = sorted(path for path in DOCS.rglob("*.md") if "_build" not in path.parts)
MODULES = [each.name for each in iter_modules(zwfw.__path__) if not each.name.startswith("_")]


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


def enumerations():
    """Every enumeration of the library that the users of the library meet."""
    names = [each.name for each in walk_packages(zwfw.__path__, "zwfw.") if not each.name.startswith("zwfw.testing")]
    held = {
        kind
        for name in names
        for kind in vars(import_module(name)).values()
        if isinstance(kind, type) and issubclass(kind, Enum) and kind.__module__.startswith("zwfw.")
    }
    return sorted((kind for kind in held if len(kind)), key=lambda kind: kind.__name__)


def errors():
    """Every error that the library raises on its own account."""
    import_module("zwfw.testing.strategies")
    waiting, found = [ZwfwError], []
    while waiting:
        found.append(waiting.pop())
        waiting += found[-1].__subclasses__()
    return [kind for kind in found if not kind.__name__.startswith("_") and kind.__module__.startswith("zwfw.")]


def test_the_page_of_the_rules_has_every_rule():
    """Each rule stands there once, with what it asks, its clauses and its severity, in the order of the library."""
    rows = [row for row in rows_of(text_of("reference/rules.md")) if re.fullmatch(r"`\w+\.[\w-]+`", row[0])]

    assert rows == [
        [f"`{each.id}`", each.summary, "<br>".join(f"`{ref}`" for ref in each.clauses), each.severity.name.lower()]
        for each in RULES
    ]


def test_the_page_of_the_rules_cites_every_clause():
    """Each clause that a rule rests on stands there, as it is cited."""
    rows = [row for row in rows_of(text_of("reference/rules.md")) if re.fullmatch(r"`[\w-]+/[\w.-]+`", row[0])]
    refs = {ref for each in RULES for ref in each.clauses}

    assert {row[0].strip("`") for row in rows} == refs
    assert len(rows) == len(refs)
    for ref, in_chinese, in_english, gist in rows:
        held = clause(ref.strip("`"))
        assert (in_chinese, in_english, gist) == (held.cite("zh"), held.cite("en"), held.gist("en"))


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
        assert f"autoexception:: {kind.__module__}.{kind.__name__}" in text_of("reference/testing.md")


@pytest.mark.parametrize("page", ["how-to/choose-a-reading.md", "reference/readings.md"])
def test_every_reading_is_explained(page):
    """Each stands there with its question, its options, the default first, and its clause."""
    rows = [row for row in rows_of(text_of(page)) if row[0].startswith("`")]

    assert rows == [
        [
            f"`{each.id}`",
            each.question_en,
            "<br>".join(f"`{option.id}`: {option.en}" for option in each.options),
            f"`{each.clause}`",
        ]
        for each in readings()
    ]


@pytest.mark.parametrize("kind", enumerations(), ids=lambda kind: kind.__name__)
def test_the_glossary_has_every_term(kind):
    """Each member stands under its enumeration with its Chinese term, in the order of the library."""
    section = text_of("glossary.md").partition(f"\n### {kind.__name__}\n")[2].partition("\n### ")[0]

    assert rows_of(section)[1:] == [[str(member.value), f"`{kind.__name__}.{member.name}`"] for member in kind]


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

    for name in re.findall(r"`((?:fujian-2022|xiamen-2022|hanjiang-2023)/[^`]+)`", text):
        assert clause(name).ref == name
    for name in re.findall(rf"`((?:{'|'.join(homes)})\.[\w]+-[\w-]+)`", text):
        assert name in {each.id for each in RULES}


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
