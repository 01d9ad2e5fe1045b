"""The examples in the documentation and in docstrings are tests."""

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser as MarkdownBlocks
from sybil.parsers.rest import DocTestParser

pytest_collect_file = (
    Sybil(parsers=[MarkdownBlocks()], patterns=["*.md"]) + Sybil(parsers=[DocTestParser()], patterns=["*.py"], path="src")
).pytest()
