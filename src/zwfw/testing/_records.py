"""How the strategies of records are made: some fields given, the others drawn, stated or not."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, TypeVar

from hypothesis import strategies as st

from zwfw.records import Record

__all__ = ["TRUTHS", "Fields", "as_strategies", "fields_of", "is_or_none", "named", "records", "some_or_all", "texts"]

R = TypeVar("R", bound=Record)
T = TypeVar("T")

Fields = Mapping[str, st.SearchStrategy[Any]]

_LETTERS = "材料证明申请表现场勘验复印件甲乙丙丁（）、AZaz09{}|<>&\"'\\*_"
_TEXTS = st.text(_LETTERS, min_size=1, max_size=8)


def named(name: str, values: st.SearchStrategy[T]) -> st.SearchStrategy[T]:
    """The same strategy under a short name: what it is made of would fill pages of an error message."""

    def drawn(draw: st.DrawFn) -> T:
        return draw(values)

    drawn.__name__ = name
    return st.composite(drawn)()


def texts() -> st.SearchStrategy[str]:
    """Short names, some with characters that formats read as their own."""
    return _TEXTS


def is_or_none(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """One of *values*, or now and then the statement that there is none."""
    return st.one_of(st.none(), values, values, values)


TRUTHS: st.SearchStrategy[bool | None] = st.sampled_from((None, False, True))


def some_or_all(required: Fields, others: Fields) -> st.SearchStrategy[dict[str, Any]]:
    """The required facts with some of the others, or with all: records that say little and records that say all."""
    return st.fixed_dictionaries({**required}, optional={**others}) | st.fixed_dictionaries({**required, **others})


def as_strategies(kind: type[Record], given: Mapping[str, object]) -> Fields:
    """Each field of *given* as a strategy: a value stands for itself.

    Raises:
        TypeError: If *kind* has no such field; all of them are named, with near ones.
    """
    unknown = [name for name in given if name not in kind.model_fields]
    if unknown:
        near = {name: get_close_matches(name, kind.model_fields, n=1) for name in unknown}
        told = ", ".join(f"{name} (near: {', '.join(near[name])})" if near[name] else name for name in unknown)
        raise TypeError(f"expected fields of {kind.__name__}, got {told}")
    return {name: value if isinstance(value, st.SearchStrategy) else st.just(value) for name, value in given.items()}


def fields_of(kind: type[Record], usual: Fields, given: Mapping[str, object]) -> st.SearchStrategy[dict[str, Any]]:
    """The facts of a *kind*: the given ones and the required ones always, each other one stated or not."""
    stated = as_strategies(kind, given)
    required = _required(kind) - set(stated)
    return some_or_all(
        {**{name: usual[name] for name in usual if name in required}, **stated},
        {name: usual[name] for name in usual if name not in required and name not in stated},
    )


def _required(kind: type[Record]) -> set[str]:
    return {name for name, field in kind.model_fields.items() if field.is_required()}


def records(kind: type[R], usual: Fields, given: Mapping[str, object]) -> st.SearchStrategy[R]:
    """Records of a *kind* whose fields need not agree with one another."""
    return named(kind.__name__, fields_of(kind, usual, given).map(lambda facts: kind(**facts)))
