"""The examples in the documentation and in docstrings are tests."""

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser as MarkdownBlocks
from sybil.parsers.rest import DocTestParser

PAGES = Sybil(parsers=[MarkdownBlocks()], patterns=["*.md"])
DOCSTRINGS = Sybil(parsers=[DocTestParser()], patterns=["*.py"], path="src")

pytest_collect_file = (PAGES + DOCSTRINGS).pytest()
