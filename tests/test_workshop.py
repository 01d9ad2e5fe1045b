"""What is promised to those who clone the project."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("session", ["demo", "tests"])
def test_the_readme_prints_one_line_for_each_job(session):
    """A venv of its own, so that it works where the system Python refuses pip."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert f"\npython3 -m venv .venv && .venv/bin/pip install -q nox && .venv/bin/nox -s {session}\n" in readme


def test_integration_runs_the_readmes_test_command():
    """The very line that the README prints."""
    (command,) = re.findall(r"^python3 .* -s tests$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)

    assert command in (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()


def test_dependencies_have_lower_bounds_and_no_upper_ones():
    """An upper pin would be somebody else's trouble."""
    project = PROJECT["project"]
    lists = [
        project["dependencies"],
        *project["optional-dependencies"].values(),
        *PROJECT["dependency-groups"].values(),
    ]
    wanted = [each for held in lists for each in held]

    assert all(re.fullmatch(r"[\w.-]+>=[\d.]+", each) for each in wanted)


def test_the_changelog_knows_the_version():
    """Each version is told to users."""
    assert f"\n## {PROJECT['project']['version']}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
