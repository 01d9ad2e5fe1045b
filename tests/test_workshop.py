"""What is promised to those who clone the project."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
READMES = ("README.md", "README.zh-CN.md")


def text_of(name):
    """A page at the root."""
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("readme", READMES)
@pytest.mark.parametrize("session", ["demo", "tests"])
def test_the_readme_prints_one_line_for_each_job(readme, session):
    """A venv of its own, so that it works where the system Python refuses pip."""
    line = f"\npython3 -m venv .venv && .venv/bin/pip install -q nox && .venv/bin/nox -s {session}\n"

    assert line in text_of(readme)


def test_each_readme_leads_to_the_other():
    """In the language of the other, at the top."""
    assert [text_of(name).split("\n")[2] for name in READMES] == ["[中文](README.zh-CN.md)", "[English](README.md)"]


def test_both_readmes_state_the_same_figures():
    """Those of the trace, each in a block that runs, and the documents."""
    figures, documents = (
        [re.findall(pattern, text_of(name), re.MULTILINE) for name in READMES]
        for pattern in (r"^assert \(carried, .*$", r"^\| `(\w+-\d{4})`")
    )

    assert figures[0] == figures[1] != []
    assert documents[0] == documents[1] == ["fujian-2022", "xiamen-2022", "putian-2025", "hanjiang-2023"]


@pytest.mark.parametrize("readme", READMES)
def test_links_of_a_readme_lead_to_pages(readme):
    """To files of the repository."""
    links = re.findall(r"\]\(([^):]+)\)", text_of(readme))

    assert links
    assert [link for link in links if not (ROOT / link).is_file()] == []


def test_integration_runs_the_readmes_test_command():
    """The very line that the README prints."""
    (command,) = re.findall(r"^python3 .* -s tests$", text_of("README.md"), re.MULTILINE)

    assert command in text_of(".ci/run").splitlines()


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
    assert f"\n## {PROJECT['project']['version']}" in text_of("CHANGELOG.md")
