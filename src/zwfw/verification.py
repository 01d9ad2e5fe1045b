"""Verification: whether all data of the documents load and fit together, for those who edit them (数据校验)."""

from collections.abc import Callable, Iterator
from functools import partial

from zwfw import measures, units, wordings
from zwfw._data import folders
from zwfw.clauses import clauses_of, documents
from zwfw.errors import DataFileError
from zwfw.norms import CarrierKind, norms_of
from zwfw.parameters import parameters
from zwfw.readings import readings
from zwfw.relations import compare, compared
from zwfw.scorecards import scorecards
from zwfw.targets import targets
from zwfw.traces import TraceState, trace

__all__ = ["data_faults"]


def data_faults() -> tuple[str, ...]:
    """Everything that keeps the data from loading or fitting together, each with its file and its place.

    A fault is told once, though many files rest on the one that has it. Norms that nothing carries out are faults too.

    >>> data_faults()
    ()
    """
    found: list[str] = []
    for load in _loads():
        try:
            load()
        except DataFileError as error:
            found += [f"{error.path}: {fault}" for fault in error.faults]
    if not found:
        found += [f"nothing carries out {each.norm.id}" for each in trace() if each.state is TraceState.OPEN]
        found += _dangling()
    return tuple(dict.fromkeys(found))


def _loads() -> Iterator[Callable[[], object]]:
    yield units.units
    yield measures.measures
    yield wordings.wording_patterns
    yield documents
    for name in folders("documents"):
        yield partial(clauses_of, name)
        yield partial(norms_of, name)
        yield partial(_norms_of_clauses, name)
    yield parameters
    yield targets
    yield scorecards
    for wider, narrower in compared():
        yield partial(compare, wider, narrower)


def _norms_of_clauses(name: str) -> None:
    for each in clauses_of(name).values():
        _ = each.norms


def _dangling() -> Iterator[str]:
    """Names of readings and figures that are not held."""
    options = {each.id: {option.id for option in each.options} for each in readings()}
    for held in documents():
        force = held.in_force
        for option in force.last_by_reading:
            if option not in options.get(force.reading, ()):
                yield f"{held.id}: no reading {force.reading!r} with the option {option!r} is held"
    figures = {
        CarrierKind.PARAMETER: {each.key for each in parameters()},
        CarrierKind.TARGET: {each.key for each in targets()},
        CarrierKind.CRITERION: {each.id for each in scorecards()},
    }
    for row in trace():
        for carrier in row.carriers:
            if carrier.id not in figures.get(carrier.kind, {carrier.id}):
                yield f"{row.norm.id}: no {carrier.kind} {carrier.id!r} is held"
