"""The trace, held against the ids and kinds that the inventory of the documents gives to their norms."""

from collections import Counter
from pathlib import Path

import pytest

from zwfw import RULES, documents, trace
from zwfw.clauses import ClauseKind
from zwfw.limits import limits
from zwfw.norms import CarrierKind, NormKind
from zwfw.parameters import parameters
from zwfw.scorecards import scorecards
from zwfw.targets import targets
from zwfw.traces import TraceRow, TraceState

LINES = (Path(__file__).parent / "norms.tsv").read_text(encoding="utf-8").splitlines()
FACTS = [tuple(line.split("\t")) for line in LINES[2:]]

# Rules that answer about whatever is carried in one way: the kind of the carrier names them, once for all its norms.
BY_CARRIER = {
    "indicators.target-reached": CarrierKind.TARGET,
    "tasks.done-by-the-date": CarrierKind.TERM,
    "attestations.norm-kept": CarrierKind.ATTESTED,
}
EMPTY_ROWS = "1.3.1 2.1.10 2.2.4 2.5.5 3.7.4 3.8.1 4.1.1 4.1.3 4.2.1"


def named(kind: CarrierKind) -> dict[str, list[TraceRow]]:
    """What the norms name as their carrier of one kind, and the rows that name it."""
    found: dict[str, list[TraceRow]] = {}
    for row in trace():
        for carrier in row.carriers:
            if carrier.kind is kind:
                found.setdefault(carrier.id, []).append(row)
    return found


def rows_of(rule: str) -> list[TraceRow]:
    """The rows of the norms that name a rule; what only recurs has no date to be done by."""
    if rule not in BY_CARRIER:
        return named(CarrierKind.RULE).get(rule, [])
    rows = [row for listed in named(BY_CARRIER[rule]).values() for row in listed]
    if BY_CARRIER[rule] is CarrierKind.TERM:
        return [row for row in rows if any(term.on or term.on_by_area for term in row.norm.terms)]
    return rows


def test_the_facts_are_949():
    """264 norms of Fujian's, 333 of Xiamen's, 211 of Putian's and 141 of Hanjiang's, each id once."""
    assert Counter(each.partition("/")[0] for each, _ in FACTS) == {
        "fujian-2022": 264,
        "xiamen-2022": 333,
        "putian-2025": 211,
        "hanjiang-2023": 141,
    }
    assert len(dict(FACTS)) == 949


@pytest.mark.parametrize("held", [each.id for each in documents()])
def test_every_id_is_there_with_its_kind(held):
    """None is missing, none unknown, none of another kind, and they stand in the order of the document."""
    expected = [(id_, kind) for id_, kind in FACTS if id_.startswith(f"{held}/")]
    rows = [row.norm for row in trace(held) if row.norm.kind is not NormKind.CRITERION]

    assert [(each.id, each.kind.value) for each in rows] == expected


def test_every_criterion_is_there():
    """33 criteria of annex 1 and 50 of annex 2 come on top: 949 + 83 = 1032."""
    held = [row.norm.id for row in trace() if row.norm.kind is NormKind.CRITERION]

    assert held == [
        *(f"hanjiang-2023/V{place:02}" for place in range(1, 34)),
        *(f"hanjiang-2023/T{place:02}" for place in range(1, 51)),
    ]
    assert len(trace()) == 1032


def test_nothing_is_open_or_planned():
    """Every norm and every criterion is carried out, attested, or has nothing to carry out."""
    unmet = [row.norm.id for row in trace() if row.state in {TraceState.OPEN, TraceState.PLANNED}]

    assert unmet == []
    assert sum(trace().counts().values()) == 1032


ASKING = {
    NormKind.RULE,
    NormKind.PARAMETER,
    NormKind.PROHIBITION,
    NormKind.PATTERN,
    NormKind.PERMISSION,
    NormKind.TARGET,
    NormKind.DEADLINE,
}
"""The kinds that ask for something, set a figure or allow it; lists, definitions and criteria stand apart."""


def test_most_of_what_is_asked_is_carried_out_by_code():
    """At least 85 per cent of these norms, those that rest on a person's word alone not counted."""
    asking = [row for row in trace() if row.norm.kind in ASKING]
    by_code = [row for row in asking if row.state is TraceState.CARRIED]

    assert len(by_code) >= 0.85 * len(asking)


def test_what_informs_says_why():
    """What has nothing to carry out has a note that tells the reason, or defines, or only describes."""
    informing = [row.norm for row in trace() if row.state is TraceState.INFORMATIVE]

    assert [each.id for each in informing if not each.note("zh") and each.kind is not NormKind.DEFINITION] == []


@pytest.mark.parametrize(
    ("kind", "held"),
    [
        (CarrierKind.RULE, {each.id for each in RULES}),
        (CarrierKind.LIMIT, {each.id for each in limits()}),
        (CarrierKind.PARAMETER, {each.key for each in parameters()}),
        (CarrierKind.TARGET, {each.key for each in targets()}),
        (CarrierKind.CRITERION, {each.id for each in scorecards()}),
    ],
    ids=lambda given: given.value if isinstance(given, CarrierKind) else "",
)
def test_every_carrier_exists(kind, held):
    """No norm names a rule, limit, figure or room that there is not."""
    assert set(named(kind)) - held == set()


@pytest.mark.parametrize("rule", [each.id for each in RULES])
def test_every_rule_is_named(rule):
    """Each rule is named by at least one norm, or by the kind of carrier that it answers for."""
    assert rows_of(rule)


@pytest.mark.parametrize(
    ("kind", "held"),
    [
        (CarrierKind.LIMIT, {each.id for each in limits()}),
        (CarrierKind.PARAMETER, {each.key for each in parameters()}),
        (CarrierKind.TARGET, {each.key for each in targets()}),
        (CarrierKind.CRITERION, {each.id for each in scorecards()}),
    ],
    ids=["limits", "parameters", "targets", "scorecards"],
)
def test_every_figure_and_limit_is_named(kind, held):
    """Each limit, parameter, target and scorecard is named by a norm."""
    assert held - set(named(kind)) == set()


@pytest.mark.parametrize("rule", RULES, ids=[each.id for each in RULES])
def test_a_rule_lists_the_clauses_of_the_norms_that_name_it(rule):
    """What a norm names as its rule is bound to the norm's clause."""
    assert {row.norm.clause for row in rows_of(rule.id)} - set(rule.clauses) == set()


@pytest.mark.parametrize("limit", limits(), ids=[each.id for each in limits()])
def test_a_limit_lists_the_clauses_of_the_norms_that_name_it(limit):
    """What a norm names as its limit is bound to the norm's clause."""
    rows = named(CarrierKind.LIMIT).get(limit.id, [])

    assert {row.norm.clause for row in rows} - set(limit.clauses) == set()


def test_a_figure_is_named_by_the_norm_that_sets_it():
    """Each value of a parameter or target is among the carriers of its norm."""
    held = {row.norm.id: {str(each) for each in row.carriers} for row in trace()}

    for kind, figures in (("parameter", parameters()), ("target", targets())):
        for figure in figures:
            assert {value.norm for value in figure.values if f"{kind}:{figure.key}" not in held[value.norm]} == set()


def test_every_figure_has_a_carrier_of_its_own():
    """A norm that is a figure names the parameter that holds it, or the dates of force of its document."""
    kinds = {CarrierKind.PARAMETER, CarrierKind.FORCE}

    assert [
        row.norm.id
        for row in trace()
        if row.norm.kind is NormKind.PARAMETER and not kinds & {each.kind for each in row.carriers}
    ] == []


def test_lists_hold_their_members_and_terms_their_dates():
    """What is carried by its members has some, what is carried by its term has one, and every list has members."""
    for row in trace():
        kinds = {each.kind for each in row.carriers}
        assert row.norm.members or (CarrierKind.MEMBERS not in kinds and row.norm.kind is not NormKind.ENUM), (
            row.norm.id
        )
        assert row.norm.terms or CarrierKind.TERM not in kinds, row.norm.id
        assert (row.norm.is_open is not None) is (row.norm.kind is NormKind.ENUM), row.norm.id


def test_force_carries_only_what_speaks_of_force():
    """The dates of force carry out the clauses on validity, and no others."""
    (listed,) = named(CarrierKind.FORCE).values()

    assert {row.norm.clause for row in listed} == {"hanjiang-2023/validity", "putian-2025/art-55"}


def test_clauses_without_norms():
    """Nine rows of the province's and one article have nothing to check; the safeguards have no numbered norms."""
    held = [each.ref for source in documents() for each in source.clauses if not each.norms]

    assert sorted(held) == sorted(
        [
            *(f"fujian-2022/{row}" for row in EMPTY_ROWS.split()),
            *(f"hanjiang-2023/safeguard-{place}" for place in range(1, 5)),
            "putian-2025/art-52",
        ]
    )


def test_the_tasks_are_198():
    """90 rows of the province's, 92 of Xiamen's and 16 tasks of Hanjiang's."""
    kinds = Counter(each.kind for source in documents() for each in source.clauses)

    assert kinds[ClauseKind.TASK] == 90 + 92 + 16
    assert kinds[ClauseKind.ARTICLE] == 56
