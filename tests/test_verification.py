"""Whether the packaged data fit together, and how it is told where they do not."""

import pytest

from zwfw import clauses, norms, parameters, relations, targets, traces, units
from zwfw.errors import DataFileError
from zwfw.verification import data_faults


def test_the_packaged_data_fit_together():
    """Nothing keeps them from loading, and something carries out every norm."""
    assert data_faults() == ()


@pytest.fixture
def afresh(tmp_path, monkeypatch):
    """A copy of the packaged data, read anew."""
    from shutil import copytree

    from zwfw import _data

    copytree(_data.packaged(), tmp_path / "data")
    monkeypatch.setattr(_data, "_DATA", tmp_path / "data")
    held = [
        *(traces.trace, traces._named),
        *(_data.folders, clauses._held, clauses.clauses_of, clauses._norms_by_clause, norms.norms_of, norms._held),
        *(parameters._held, targets._held, relations.compare, units._held),
    ]
    for each in held:
        each.cache_clear()
    yield tmp_path / "data"
    for each in held:
        each.cache_clear()


def spoil(path, old, new):
    """Write *new* for what stands in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_every_fault_is_told_at_once_with_its_file(afresh):
    """A broken unit and a broken measure stand in two files; each is told once."""
    for name, old, new in (
        ("documents/fujian-2022/clauses.csv", "暂未开展《标准化目录》梳理的省级业务部门", "某某办"),
        ("targets.toml", 'unit = "policy"', 'unit = "ell"'),
    ):
        spoil(afresh / name, old, new)

    faults = [fault.removeprefix(f"{afresh}/") for fault in data_faults()]

    assert [fault.partition(" @ ")[0] for fault in faults] == [
        "documents/fujian-2022: clauses.csv: no unit '某某办' is held in units",
        "targets.toml: no measure 'ell' is held",
    ]


def test_a_fault_is_told_once_whatever_rests_on_it(afresh):
    """Parameters and targets name norms: where these cannot be read, the table of norms is at fault, not they."""
    spoil(afresh / "documents/putian-2025/norms.csv", "art-1#1,definition", "art-1#1,aim")

    (fault,) = data_faults()

    assert fault.removeprefix(f"{afresh}/").startswith(
        "documents/putian-2025: norms.csv: 'aim' is not a valid NormKind"
    )


def test_no_file_at_fault_hides_another(afresh):
    """A head, a table of clauses, one of norms, a parameter, a target: five files, and each tells its own."""
    for name, old, new in (
        ("documents/xiamen-2022/document.toml", 'area = "350200"', 'area = "359999"'),
        ("documents/fujian-2022/clauses.csv", "暂未开展《标准化目录》梳理的省级业务部门", "某某办"),
        ("documents/putian-2025/norms.csv", "art-1#1,definition", "art-1#1,aim"),
        ("parameters/data.toml", 'unit = "yuan"', 'unit = "ell"'),
        ("targets.toml", 'unit = "policy"', 'unit = "ell"'),
    ):
        spoil(afresh / name, old, new)

    told = [fault.removeprefix(f"{afresh}/").partition(" @ ")[0] for fault in data_faults()]

    assert told == [
        "documents: xiamen-2022/document.toml: no area '359999' is held",
        "documents/fujian-2022: clauses.csv: no unit '某某办' is held in units",
        "documents/putian-2025: norms.csv: 'aim' is not a valid NormKind",
        "parameters: data.toml: no measure 'ell' is held",
        "targets.toml: no measure 'ell' is held",
    ]


def test_a_norm_that_nothing_carries_out_is_a_fault(afresh):
    """That instant matters take no working day rests on a parameter alone."""
    path = afresh / "parameters/cases.toml"
    text = path.read_text(encoding="utf-8")
    value = '{ norm = "fujian-2022/2.2.11#2", value = 0 }'
    assert value in text
    path.write_text("".join(line for line in text.splitlines(keepends=True) if value not in line), encoding="utf-8")

    assert data_faults() == ("nothing carries out fujian-2022/2.2.11#2",)


def test_names_of_nothing_are_faults(afresh):
    """A reading that is not held, an option that it has not, and a figure that nothing sets."""
    for name, old, new in (
        ("documents/hanjiang-2023/document.toml", "issue-day-not-counted =", "issue-day-forgotten ="),
        ("documents/xiamen-2022/norms.csv", "parameter:missing_elicence_supplement", "parameter:nope"),
    ):
        spoil(afresh / name, old, new)

    assert data_faults() == (
        "hanjiang-2023: no reading 'hanjiang-validity' with the option 'issue-day-forgotten' is held",
        "xiamen-2022/4.2.2#5: no parameter 'nope' is held",
    )


def test_two_documents_of_one_area_do_not_set_one_figure_at_the_same_time(afresh):
    """Were the plan the city's, it and the city's norms of 2025 would both say how long self-service is open."""
    spoil(afresh / "documents/hanjiang-2023/document.toml", 'area = "350303"', 'area = "350300"')

    faults = [fault.partition(": ")[2] for fault in data_faults()]

    fault = "values of putian-2025 and hanjiang-2023 hold in one area at the same time"
    assert f"halls.toml: {fault} @ $.parameters[self_service_hours].values" in faults


@pytest.mark.parametrize("load", [parameters.parameters, targets.targets])
def test_figures_do_not_load_while_their_norms_cannot_be_read(afresh, load):
    """A figure whose norm nobody could look up is not taken for a sound one."""
    spoil(afresh / "documents/putian-2025/norms.csv", "art-1#1,definition", "art-1#1,aim")

    with pytest.raises(DataFileError, match="'aim' is not a valid NormKind"):
        load()
