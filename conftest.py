"""The examples in the documentation and in docstrings are tests."""

from hypothesis import HealthCheck, Phase, settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser as MarkdownBlocks
from sybil.parsers.rest import DocTestParser

# What an example finds need not be made smaller: the first that is drawn is the simplest.
settings.register_profile(
    "examples",
    max_examples=20,
    phases=[Phase.generate],
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("examples")

PAGES = Sybil(parsers=[MarkdownBlocks()], patterns=["*.md"])
DOCSTRINGS = Sybil(parsers=[DocTestParser()], patterns=["*.py"], path="src")

pytest_collect_file = (PAGES + DOCSTRINGS).pytest()
