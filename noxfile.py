"""Every task of the workshop; `nox -l` lists them."""

import nox

nox.options.default_venv_backend = "venv"
nox.options.error_on_missing_interpreters = False
nox.options.sessions = ["tests", "lint", "types"]

PROJECT = nox.project.load_toml("pyproject.toml")
CODE = ("src", "tests", "examples", "docs", "conftest.py", "noxfile.py")
READMES = ("README.md", "README.zh-CN.md")


def groups(*names: str) -> list[str]:
    """The packages of dependency groups, as pyproject.toml has them."""
    return nox.project.dependency_groups(PROJECT, *names)


@nox.session
def demo(session: nox.Session) -> None:
    """Audit some thirty made cases of Xiamen, Hanjiang and Fuzhou."""
    session.install("-q", ".[cli]")
    session.run("python", "examples/audit_cases.py", *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Run all tests, those in the documentation too, and hold the coverage."""
    session.install("-q", "-e", ".[batch,cli,plot,testing,xlsx]", *groups("tests"))
    session.run("coverage", "erase")
    pytest = ("coverage", "run", "-m", "pytest", "-n", "auto")
    if session.posargs:
        session.run(*pytest, "--dist", "loadfile", *session.posargs)
    else:
        session.run(*pytest, "-m", "not registry", "tests")
        # What is asked of every rule takes long, and what it reaches is measured in the tests of each room.
        session.run("pytest", "-n", "auto", "-m", "registry", "tests/testing")
        # Each example of a page goes on from the one before it.
        session.run(*pytest, "--dist", "loadfile", "src", "docs", *READMES)
    session.run("coverage", "combine", "-q", success_codes=[0, 1])
    if not session.posargs:
        session.run("coverage", "report")
        strict = "src/zwfw/rules/*,src/zwfw/limits/*,src/zwfw/calendars/*"
        session.run("coverage", "report", f"--include={strict}", "--fail-under=100")


@nox.session
def lint(session: nox.Session) -> None:
    """Hold style, spelling, metadata and the order of the layers."""
    session.install("-q", "-e", ".", *groups("lint"))
    session.run("ruff", "check", *CODE)
    session.run("ruff", "format", "--check", *CODE)
    session.run("lint-imports")
    session.run("codespell", "src", "docs", *READMES, "CHANGELOG.md", "CONTRIBUTING.md")
    session.run("interrogate", "tests", "--exclude", "tests/typed")
    session.run("validate-pyproject", "pyproject.toml")


@nox.session
def types(session: nox.Session) -> None:
    """Hold the types: mypy strict, and pyright on the source."""
    session.install("-q", "-e", ".[batch,cli,plot,testing,xlsx]", *groups("types"))
    session.run("mypy")
    session.run("pyright")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation; warnings are errors."""
    session.install("-q", "-e", ".[batch,cli,plot,testing,xlsx]", *groups("docs"))
    session.run("sphinx-build", "-q", "-n", "-W", "--keep-going", "-b", "html", "docs", "docs/_build/html")


@nox.session
def bench(session: nox.Session) -> None:
    """Measure beside the peers, in one interleaved run."""
    session.install("-q", ".[batch,testing]", *groups("bench"))
    session.run("python", "tests/benchmarks/bench_calendar.py", *session.posargs)
    session.run("python", "tests/benchmarks/bench_cases.py", *session.posargs)


@nox.session
def build(session: nox.Session) -> None:
    """Build the wheel and try it in a place of its own."""
    session.install("-q", "build")
    out = session.create_tmp()
    session.run("python", "-m", "build", "-q", "--outdir", out, ".")
    session.run("python", "-c", TRY_WHEEL, out)


TRY_WHEEL = """
import pathlib, subprocess, sys, venv
out = pathlib.Path(sys.argv[1]).resolve()
wheel = max(out.glob("*.whl"), key=lambda path: path.stat().st_mtime)
assert wheel.stat().st_size <= 2_000_000, wheel.stat().st_size
venv.create(out / "try", with_pip=True)
python = out / "try" / "bin" / "python"
subprocess.run([python, "-m", "pip", "install", "-q", wheel], check=True)
ask = (
    "from datetime import date; import zwfw; from zwfw.calendars import national;"
    "print(wheel := zwfw.__version__, national().add(date(2026, 9, 18), 1),"
    "zwfw.clause('fujian-2022/2.2.10').cite(), zwfw.Area.find('涵江区').code)"
)
subprocess.run([python, "-I", "-X", "utf8", "-c", ask], check=True, cwd=out)
"""
