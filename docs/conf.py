"""How the documentation is built; it reads neither a clock nor the network."""

import sys
from collections.abc import Iterator
from enum import Enum
from importlib.metadata import version as version_of
from pathlib import Path
from types import FunctionType, MemberDescriptorType
from typing import Any

from sphinx.application import Sphinx
from sphinx.domains.python import PyObject
from sphinx.ext.napoleon import GoogleDocstring
from sphinx.pycode import ModuleAnalyzer
from sphinx.util.nodes import make_refnode

from zwfw import records
from zwfw.records import Record

project = "zwfw"
author = "the zwfw founders"
project_copyright = author
version = release = version_of("zwfw")

sys.path.append(str(Path(__file__).parent))
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "from_data"]
exclude_patterns = ["_build"]

html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["zwfw.css"]
html_title = "zwfw"
html_show_sphinx = False
html_copy_source = False
html_show_sourcelink = False

myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
python_maximum_signature_line_length = 88
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True
napoleon_custom_sections = ["Shape", "Source"]

nitpicky = True
# What others document: there is no intersphinx, because a build asks nothing of the network.
nitpick_ignore_regex = [
    ("py:.*", r"(collections|datetime|decimal|enum|hypothesis|numpy|os|pathlib|pydantic|st|typing|workalendar)\..*"),
    ("py:.*", r"re(\.error)?"),
    ("py:.*", r"Figure|FontProperties"),
    ("py:.*", r"(ArrayLike|Days|Numbers|PathLike|ValidationError|(zwfw\..*\.)?([PRT](_co)?|_\w+))"),
]


# A property's docstring is a sentence, and what stands before its first colon is no type.
GoogleDocstring._consume_inline_attribute = lambda self: ("", self._dedent(self._consume_to_end()))  # noqa: SLF001


KINDS = [kind for name in records.__all__ if isinstance(kind := getattr(records, name), type(Record))]
FIELDS = {name for kind in KINDS for name in kind.model_fields}


def choose_members(_app: Sphinx, what: str, name: str, member: object, *_: object) -> bool | None:
    """Show every member of an enumeration, its value is the term; leave the fields of records to their list."""
    if isinstance(member, Enum):
        return False
    if name == "model_config" or str(member.__doc__).startswith("Alias for field number"):
        return True
    is_field = name in FIELDS and not isinstance(member, FunctionType | MemberDescriptorType | property)
    return True if what == "class" and is_field else None


def list_fields(_app: Sphinx, what: str, _name: str, kind: Any, _options: object, lines: list[str]) -> None:
    """Show the fields of a record as a list: what pydantic makes of their annotations is not for reading."""
    if what != "class" or not issubclass(kind, Record) or not kind.model_fields:
        return
    schemas = kind.model_json_schema()["properties"]
    docstrings = ModuleAnalyzer.for_module(kind.__module__).find_attr_docs()
    lines.append("")
    for name, field in kind.model_fields.items():
        need = "required; " if field.is_required() else ""
        said = " ".join(docstrings.get((kind.__name__, name), ())).strip()
        lines.append(f":ivar {name}: *{need}{' or '.join(dict.fromkeys(kinds(schemas[name])))}*. {said}".rstrip())


def kinds(schema: dict[str, Any]) -> Iterator[str]:
    """What a field takes, in words."""
    if "$ref" in schema:
        yield schema["$ref"].rpartition("/")[2]
    elif "anyOf" in schema:
        for each in schema["anyOf"]:
            yield from kinds(each)
    elif "area" in schema.get("description", ""):
        yield "area"
    elif schema["type"] == "array":
        yield f"several {' / '.join(dict.fromkeys(kinds(schema['items'])))}"
    elif schema["type"] != "null":
        words = {"boolean": "true or false", "integer": "whole number", "number": "number", "string": "text"}
        formats = {"date": "day", "date-time": "moment"}
        yield formats.get(schema.get("format", ""), words[schema["type"]])


def hide_signature(_app: Sphinx, what: str, _name: str, kind: Any, *_: object) -> tuple[str, str] | None:
    """A record takes its fields, which stand below."""
    return ("(**fields)", "") if what == "class" and issubclass(kind, Record) else None


def public_bases(_app: Sphinx, _name: str, _kind: type, _options: object, bases: list[type]) -> None:
    """Show what a reader would catch: in place of a private base its own bases."""
    bases[:] = [base for each in bases for base in (each.__bases__ if each.__name__.startswith("_") else (each,))]


def find_by_name(app: Sphinx, env: Any, node: Any, content: Any) -> Any:
    """A docstring may call what it refers to by its name alone, in whichever module it is."""
    if node.get("refdomain") != "py":
        return None
    target, objects = node["reftarget"], env.domains["py"].objects
    for name in (f".{target}", f".{target.rpartition('.')[2]}"):
        found = {(each.docname, each.node_id) for full, each in objects.items() if full.endswith(name)}
        if len(found) == 1:
            ((docname, anchor),) = found
            return make_refnode(app.builder, node["refdoc"], docname, anchor, content, target)
    return None


def setup(app: Sphinx) -> None:
    """Connect what stands above."""
    for field in PyObject.doc_field_types:
        if field.name == "variable":
            field.label = "Attributes"
    app.connect("autodoc-skip-member", choose_members)
    app.connect("autodoc-process-docstring", list_fields)
    app.connect("autodoc-process-signature", hide_signature)
    app.connect("autodoc-process-bases", public_bases)
    app.connect("missing-reference", find_by_name)
