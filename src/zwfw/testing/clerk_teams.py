"""Teams of clerks to test with, and those that break or keep a clause (窗口办事员队伍)."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from zwfw.areas import Area, AreaLevel
from zwfw.records import ClerkTeam
from zwfw.testing._facts import Flaw, Violations, changed, conforming, violations
from zwfw.testing._records import TRUTHS, Fields, is_or_none, named, records, texts
from zwfw.testing.areas import areas
from zwfw.testing.moments import LAST_DAY

__all__ = ["VIOLATIONS", "clerk_teams", "conforming_clerk_teams"]

_FIRST_END, _LAST_END = date(2023, 12, 31), date(2024, 12, 31)
_MANY_PEOPLE, _MANY_REGISTERED, _MANY_CASES = 50_000, 100_000, 30_000
_DAYS = st.dates(date(2023, 1, 1), LAST_DAY) | st.sampled_from(
    (_FIRST_END, date(2024, 1, 1), _LAST_END, date(2025, 1, 1))
)
_POPULATIONS = st.integers(0, 300_000) | st.sampled_from((49_999, 50_000, 50_001, 99_999, 100_000, 100_001))
_CASES = st.integers(0, 90_000) | st.sampled_from((29_999, 30_000, 30_001))
_POSTS = st.integers(0, 120) | st.sampled_from((10, 25, 30, 70))
_PLACES = st.integers(0, 72)
_CLERKS = st.integers(0, 8) | st.integers(28, 32)


def clerk_teams(**fields: object) -> st.SearchStrategy[ClerkTeam]:
    """Teams of any level, of one centre or of a whole area; what is not given is stated or not.

    Args:
        fields: Any field of a :class:`~zwfw.records.ClerkTeam`, as a value or as a strategy of values.

    Raises:
        TypeError: If there is no such field; near ones are named.

    >>> from hypothesis import find
    >>> find(clerk_teams(level="乡"), lambda team: team.clerks is not None).level
    <AreaLevel.TOWNSHIP: '乡'>
    """
    usual: Fields = {
        "name": texts(),
        "area": is_or_none(areas()),
        "level": is_or_none(st.sampled_from(AreaLevel)),
        "is_whole_corps": TRUTHS,
        "clerks": is_or_none(_CLERKS),
        "population": is_or_none(_POPULATIONS),
        "registered_population": is_or_none(_POPULATIONS),
        "yearly_cases": is_or_none(_CASES),
        "recruited_by_centre": TRUTHS,
        "reform_done_on": is_or_none(_DAYS),
        "establishment": is_or_none(_POSTS),
        "grade_five": is_or_none(_PLACES),
        "grade_four": is_or_none(_PLACES),
        "grade_three": is_or_none(_PLACES),
    }
    return named("clerk_teams", records(ClerkTeam, usual, fields))


def conforming_clerk_teams(*, area: Area | str | st.SearchStrategy[Area] | None = None) -> st.SearchStrategy[ClerkTeam]:
    """Teams that state every field and keep every clause: in hindsight, ``check(team, ...).ok`` is true.

    Args:
        area: An area, or a strategy of areas; any of 涵江区 unless given. No other has a clause that a team could keep,
            so there nothing is broken and nothing kept. The team states it.

    >>> from hypothesis import find
    >>> from zwfw import check
    >>> from zwfw.testing.strategies import hindsight
    >>> check(find(conforming_clerk_teams(), lambda team: True), hindsight()).ok
    True
    """
    places = areas(within="涵江区") if area is None else area
    return conforming("conforming_clerk_teams", ClerkTeam, _tell, places)


def _tell(draw: st.DrawFn, area: Area) -> dict[str, Any]:
    kind = draw(st.sampled_from((_hall, _township, _corps)))
    tens = draw(st.integers(1, 12))
    facts = {
        "name": draw(texts()),
        "area": area,
        "is_whole_corps": False,
        "recruited_by_centre": True,
        "population": draw(is_or_none(_POPULATIONS)),
        "registered_population": draw(is_or_none(_POPULATIONS)),
        "yearly_cases": draw(is_or_none(_CASES)),
        **_graded(tens * 10),
    }
    kind(draw, facts)
    return facts


def _graded(posts: int) -> dict[str, int]:
    """Places that are whole, for a number of posts in tens."""
    return {
        "establishment": posts,
        "grade_five": posts * 6 // 10,
        "grade_four": posts * 3 // 10,
        "grade_three": posts // 10,
    }


def _hall(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """The hall of a district, done with the first wave."""
    facts |= {
        "level": AreaLevel.COUNTY,
        "clerks": 30,
        "reform_done_on": draw(st.dates(date(2023, 3, 6), _FIRST_END) | st.just(_FIRST_END)),
    }


def _township(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """The centre of a township, of the first wave or not."""
    is_first = (facts["registered_population"] or 0) > _MANY_REGISTERED and (facts["yearly_cases"] or 0) > _MANY_CASES
    end = _FIRST_END if is_first else _LAST_END
    facts |= {
        "level": AreaLevel.TOWNSHIP,
        "clerks": draw(st.integers(2, 6 if (facts["population"] or 0) > _MANY_PEOPLE else 5)),
        "reform_done_on": draw(st.dates(date(2023, 3, 6), end) | st.just(end)),
    }


def _corps(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """All clerks of a district."""
    facts |= {
        "level": AreaLevel.COUNTY,
        "is_whole_corps": True,
        "clerks": draw(_CLERKS),
        "recruited_by_centre": draw(TRUTHS),
        "reform_done_on": draw(is_or_none(_DAYS)),
    }


_NOT = (False, None)


def _at(kind: Any, **choices: tuple[object, ...]) -> Flaw:
    """A team of a kind, in which something is stated otherwise than its facts tell."""

    def spoil(draw: st.DrawFn, facts: dict[str, Any]) -> None:
        facts["is_whole_corps"], facts["recruited_by_centre"] = False, True
        kind(draw, facts)
        changed(**choices)(draw, facts)

    return Flaw(spoil)


_AFTER_FIRST = (date(2024, 1, 1), date(2024, 6, 30), date(2025, 1, 1), None)
_AFTER_ALL = (date(2025, 1, 1), date(2025, 12, 30), None)


def _ungraded(draw: st.DrawFn, facts: dict[str, Any]) -> None:
    """One grade has one too few or too many."""
    field = draw(st.sampled_from(("grade_five", "grade_four", "grade_three")))
    facts[field] += draw(st.sampled_from((-1, 1)))
    _corps(draw, facts)


VIOLATIONS: Violations = violations(
    ClerkTeam,
    _tell,
    {
        "clerk_teams.recruited-by-centre": (
            _at(_hall, recruited_by_centre=_NOT),
            _at(_township, recruited_by_centre=_NOT),
        ),
        "clerk_teams.number-of-clerks": (
            _at(_township, clerks=(0, 1, None)),
            _at(_township, clerks=(7, 8, 30)),
            _at(_township, population=(0, 49_999, 50_000, None), clerks=(6, 7)),
        ),
        "clerk_teams.reform-in-time": (
            _at(_hall, reform_done_on=_AFTER_FIRST),
            _at(
                _township,
                registered_population=(100_001, 150_000),
                yearly_cases=(30_001, 60_000),
                reform_done_on=_AFTER_FIRST,
            ),
            _at(_township, reform_done_on=_AFTER_ALL),
        ),
        "clerk_teams.grade-shares": (Flaw(_ungraded),),
    },
)
