"""The names that users rely on, and how light the library is to import."""

import subprocess
import sys

import pytest

import zwfw

NAMES = [
    *("Area", "AreaLevel", "Clause", "Context", "Deadline", "Document", "Norm", "NormSet", "Outcome", "RULES"),
    *(
        "Rating",
        "Report",
        "Scorecard",
        "Severity",
        "State",
        "UnpublishedYearError",
        "ZwfwError",
        "__version__",
        "calendars",
        "check",
        "clause",
    ),
    *(
        "checklist",
        "compare",
        "deadlines_for",
        "document",
        "documents",
        "limits",
        "norm",
        "norms_in_force",
        "rate",
        "records",
        "scorecard",
    ),
    *("rule", "rules", "tasks", "trace"),
]


def python(code):
    """What a fresh interpreter prints."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_public_names():
    """Adding a name is a visible act; every name resolves."""
    assert sorted(dir(zwfw)) == sorted(NAMES)
    assert all(getattr(zwfw, name) is not None for name in NAMES)


def test_an_unknown_name_is_an_attribute_error():
    """As of any module."""
    with pytest.raises(AttributeError, match="module 'zwfw' has no attribute 'colour'"):
        zwfw.colour  # noqa: B018  (reading is what raises)


def test_a_module_that_is_not_loaded_yet():
    """The modules among the public names load on first use."""
    code = "import zwfw; print(zwfw.limits.__name__, zwfw.records.__name__)"

    assert python(code) == "zwfw.limits zwfw.records"


def test_star_import():
    """All public names come."""
    assert python("from zwfw import *; print(check.__name__, Area('350303').name)") == "check 涵江区"


def test_names_come_in_any_order():
    """A module of the same name never hides a function, whichever is asked for first."""
    code = (
        "import zwfw.clauses, zwfw.checklists, zwfw.limits, zwfw.norms, zwfw.rules, zwfw.tasks, zwfw.traces\n"
        "import zwfw\n"
        "print(len(zwfw.documents()), all(map(callable, (zwfw.rule, zwfw.norm, zwfw.trace, zwfw.checklist))))"
    )

    assert python(code) == "4 True"


@pytest.mark.parametrize("statement", ["import zwfw", "import zwfw.calendars; zwfw.calendars.national"])
def test_import_is_light(statement):
    """Nothing heavy is loaded before it is used."""
    heavy = "{'pydantic', 'cattrs', 'workalendar', 'numpy', 'hypothesis', 'rich', 'dateutil'}"

    assert python(f"import sys; {statement}; print(sorted({heavy} & set(sys.modules)))") == "[]"


def test_importing_the_package_loads_nothing_of_it():
    """Every name is resolved on first use."""
    assert python("import sys, zwfw; print([name for name in sys.modules if name.startswith('zwfw.')])") == "[]"
