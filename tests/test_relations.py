"""How the rows of Xiamen's table stand to those of the province's, and the tables that say so."""

from collections import Counter
from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwfw import clause
from zwfw.errors import ContextError, DataFileError, UnknownClauseError, UnknownDocumentError
from zwfw.relations import Comparison, Difference, Inherited, Relation, RelationKind, compare, compared
from zwfw.tasks import tasks
from zwfw.terms import Term

FUJIAN, XIAMEN = "fujian-2022", "xiamen-2022"
TABLES = compare(FUJIAN, XIAMEN)

SAME, STRICTER, LOOSER = RelationKind.SAME, RelationKind.STRICTER, RelationKind.LOOSER
LOCALISED, NEW, DROPPED = RelationKind.LOCALISED, RelationKind.NEW, RelationKind.DROPPED

# The rows without counterpart, as the inventory lists them: ten of Xiamen's and eight of the province's.
NEW_ROWS = ["1.1.7", "2.1.5", "2.2.4", "2.2.10", "2.5.2", "2.5.5", "2.5.6", "3.2.2", "4.1.1", "4.2.3"]
DROPPED_ROWS = ["1.1.4", "1.2.1", "1.2.7", "1.3.1", "2.2.4", "2.3.6", "2.5.4", "4.1.1"]
# The rows whose numbers differ: Xiamen's, and the province's that it carries out.
RENUMBERED = {
    "1.1.4": "1.1.5", "1.1.5": "1.1.6", "1.1.6": "1.1.7", "1.2.1": "1.2.2", "1.2.2": "1.2.3", "1.2.3": "1.2.4",
    "1.2.4": "1.2.5", "1.2.5": "1.2.6", "1.2.6": "1.2.8", "1.2.7": "1.2.9", "1.3.1": "1.3.2", "1.3.2": "1.3.3",
    "2.1.6": "2.1.5", "2.1.7": "2.1.6", "2.1.8": "2.1.7", "2.1.9": "2.1.8", "2.1.10": "2.1.9", "2.1.11": "2.1.10",
    "2.2.11": "2.2.10", "2.2.12": "2.2.11", "2.3.6": "2.3.7", "2.5.3": "2.5.2", "2.5.4": "2.5.3", "2.5.7": "2.5.5",
    "3.2.3": "3.2.2", "4.2.4": "4.2.3",
}  # fmt: skip
# What the inventory says of the deadlines that differ: the province's term and Xiamen's.
TERMS = {
    "1.2.1": ("by 2022-10-31 then ongoing", "by 2022-11-30 then ongoing"),
    "1.2.2": ("by 2022-10-31 then ongoing", "by 2022-11-30 then ongoing"),
    "1.2.6": ("by 2022-10-31 then ongoing", "by 2022-11-30 then ongoing"),
    "1.2.7": ("by 2022-09-30 then ongoing", "by 2022-11-30 then ongoing"),
    "1.3.2": ("by 2023-06-30 then ongoing", "ongoing"),
    "2.1.9": ("by 2022-12-31 then ongoing", "by 2022-12-31"),
    "2.2.1": ("by 2022-09-30", "by 2022-11-30"),
    "2.2.8": ("by 2022-09-30", "by 2022-11-30"),
    "2.3.3": ("ongoing", "by 2022-12-31 then ongoing"),
    "2.3.6": ("by 2022-09-30 then ongoing", "by 2022-12-31"),
    "3.2.3": ("ongoing", "by 2022-12-31 then ongoing"),
    "3.4.1": ("by 2022-10-31 then ongoing", "by 2022-11-30 then ongoing"),
    "3.6.3": ("ongoing", "by 2022-12-31 then ongoing"),
    "4.2.1": ("ongoing", "as rolled out"),
    "4.2.2": ("ongoing", "by 2022-11-30 then ongoing"),
    "4.2.4": ("ongoing", "by 2022-12-31 then ongoing"),
    "4.3.1": ("ongoing", "by 2022-12-31 then ongoing"),
}


def test_every_row_of_both_tables_has_its_relation():
    """82 pairs, ten new rows and eight without counterpart: 92 rows of Xiamen and 90 of the province, each once."""
    pairs = [each for each in TABLES.relations if each.wider is not None and each.narrower is not None]

    assert len(pairs) == 92 - 10 == 90 - 8 == 82
    assert [each.narrower for each in TABLES.relations if each.narrower is not None] == list(tasks(XIAMEN))
    assert sorted(each.wider.ref for each in TABLES.relations if each.wider is not None) == sorted(
        each.ref for each in tasks(FUJIAN)
    )


def test_rows_are_joined_by_content_and_not_by_number():
    """26 rows have another number than the one that they carry out; the other 56 have the same."""
    pairs = {
        each.narrower.id: each.wider.id
        for each in TABLES.relations
        if each.wider is not None and each.narrower is not None
    }

    assert {mine: theirs for mine, theirs in pairs.items() if mine != theirs} == RENUMBERED
    assert len(pairs) - len(RENUMBERED) == 56


def test_rows_without_counterpart():
    """They are new, or the narrower table is silent about them; those stand last."""
    new = [each for each in TABLES.relations if each.wider is None]
    dropped = [each for each in TABLES.relations if each.narrower is None]

    assert [each.narrower.id for each in new] == NEW_ROWS
    assert [each.wider.id for each in dropped] == DROPPED_ROWS
    assert {each.kinds for each in new} == {frozenset({NEW})}
    assert {each.kinds for each in dropped} == {frozenset({DROPPED})}
    assert TABLES.relations[-8:] == tuple(dropped)


def test_relations_of_content():
    """As the inventory counts the 92 rows, several words of one row together.

    It counts 3.4.1 as the same, though it lists its auditor, 市、区审改办 for 政务服务管理机构, as localised.
    """
    found = Counter(each.kinds for each in TABLES.relations if each.narrower is not None)

    assert TABLES.of("xiamen-2022/3.4.1").kinds == {LOCALISED}
    assert found == {
        frozenset({LOCALISED}): 29 + 1,
        frozenset({SAME}): 20 - 1,
        frozenset({STRICTER, LOCALISED}): 16,
        frozenset({STRICTER}): 13,
        frozenset({NEW}): 10,
        frozenset({LOOSER, LOCALISED}): 3,
        frozenset({STRICTER, LOOSER}): 1,
    }


@pytest.mark.parametrize(
    ("ref", "wider", "kinds"),
    [
        ("xiamen-2022/1.3.1", "fujian-2022/1.3.2", {LOCALISED}),
        ("fujian-2022/1.3.2", "fujian-2022/1.3.2", {LOCALISED}),
        ("xiamen-2022/1.3.2", "fujian-2022/1.3.3", {LOOSER, LOCALISED}),
        ("xiamen-2022/2.1.2", "fujian-2022/2.1.2", {STRICTER, LOOSER}),
        ("xiamen-2022/2.5.7", "fujian-2022/2.5.5", {SAME}),
        ("xiamen-2022/2.5.6", None, {NEW}),
        ("fujian-2022/4.1.1", "fujian-2022/4.1.1", {DROPPED}),
    ],
)
def test_the_relation_of_a_row(ref, wider, kinds):
    """A row of either table leads to its relation; the two 4.1.1 are different duties."""
    found = TABLES.of(ref)

    assert (found.wider.ref if found.wider else None) == wider
    assert found.kinds == kinds
    assert found.is_looser is (LOOSER in kinds)
    assert found.note() == found.note_zh
    assert found.note("en") == found.note_en


@pytest.mark.parametrize("ref", ["xiamen-2022/9.9.9", "hanjiang-2023/task-5", "1.1.1", ""])
def test_a_row_of_neither_table_has_no_relation(ref):
    """A slip, a row of another document, or a number alone is not answered with nothing."""
    with pytest.raises(UnknownClauseError, match=f"no clause '{ref} in fujian-2022 or xiamen-2022' is held"):
        TABLES.of(ref)


@given(row=st.sampled_from(TABLES.relations))
def test_both_rows_of_a_pair_lead_to_it(row):
    """The relation is one, from whichever side it is asked for."""
    assert all(TABLES.of(side.ref) is row for side in (row.wider, row.narrower) if side is not None)


@pytest.mark.parametrize(("number", "terms"), TERMS.items())
def test_a_term_that_differs(number, terms):
    """Both rows have their own, and no date was moved earlier."""
    found = TABLES.of(f"xiamen-2022/{number}")

    assert found.term_differs
    assert (found.wider.term, found.narrower.term) == tuple(map(Term.parse, terms))
    theirs, mine = found.wider.term.due_on(), found.narrower.term.due_on()
    assert theirs is None or mine is None or theirs <= mine


def test_seventeen_terms_differ():
    """Every other pair has the same; 1.3.1 has the province's date for Xiamen, not that for Fuzhou."""
    assert [each.narrower.id for each in TABLES.terms] == list(TERMS)
    assert len(TERMS) == 17
    assert TABLES.of("xiamen-2022/1.3.1").narrower.term.due_on() == date(2022, 12, 31)
    assert not TABLES.of("xiamen-2022/1.3.1").term_differs


@pytest.mark.parametrize("ref", ["xiamen-2022/1.1.7", "fujian-2022/2.5.4"])
def test_a_row_alone_has_no_other_term(ref):
    """There is nothing that it could differ from."""
    assert not TABLES.of(ref).term_differs


@pytest.mark.parametrize(
    ("area_day", "differs"),
    [("350200=2022-12-31", False), ("350200=2022-12-30", True), ("350100=2022-12-31", True)],
)
def test_the_date_of_the_own_area_is_compared(area_day, differs):
    """Where the wider row has a date for the area, that one counts; where it has none, the terms are not the same."""
    narrower = clause("xiamen-2022/1.3.1")
    wider = attrs.evolve(clause("fujian-2022/1.3.2"), term=Term.parse(f"by 350600=2022-09-30 {area_day}"))

    assert Relation(wider=wider, narrower=narrower, kinds=frozenset({LOCALISED})).term_differs is differs


def test_where_xiamen_is_looser():
    """Four rows, then three subjects: absence at several windows, the epidemic items, and the ban on new systems."""
    rows = [each for each in TABLES.looser if isinstance(each, Relation)]
    subjects = [each for each in TABLES.looser if isinstance(each, Difference)]

    assert TABLES.looser == (*rows, *subjects)
    assert [each.narrower.id for each in rows] == ["1.3.2", "2.1.2", "3.4.3", "4.1.2"]
    assert [each.narrower.id for each in subjects] == ["2.1.2", "3.4.3", "4.1.2"]


def test_differences_of_content():
    """The 39 lines of the inventory's table of values and content, by the way they go."""
    assert Counter(each.kind for each in TABLES.differences) == {
        STRICTER: 24,
        LOCALISED: 10,
        LOOSER: 3,
        RelationKind.INHERITED: 1,
        SAME: 1,
    }
    assert [each.is_looser for each in TABLES.differences].count(True) == 3
    assert {each.narrower.document for each in TABLES.differences} == {XIAMEN}


@pytest.mark.parametrize(
    ("number", "kind", "wider", "narrower"),
    [
        # a substitute from 15 minutes, against none at a single window, and 30 minutes of waiting at several
        ("2.1.2", STRICTER, "15", "0"),
        ("2.1.2", LOOSER, "15", "30"),
        # no number, against 600, 500, and more than 280 matters in 10 provinces and 40 cities
        ("2.3.3", STRICTER, "", "600"),
        ("3.2.3", STRICTER, "", "500"),
        ("3.3.3", STRICTER, "", "280"),
        ("3.6.3", STRICTER, "", "16"),
        ("4.3.2", STRICTER, "", "50"),
    ],
)
def test_both_values_of_a_difference(number, kind, wider, narrower):
    """What each table says, in both languages."""
    (found,) = [each for each in TABLES.differences if each.narrower.id == number and each.kind is kind]

    assert all(wider in text for text in (found.wider_zh, found.wider_en))
    assert all(narrower in text for text in (found.narrower_zh, found.narrower_en) if narrower != "0")
    assert found.subject_zh != found.subject_en


def test_what_xiamen_is_silent_about():
    """The 23 rows of the inventory's list, each beside the province's that states it."""
    pairs = [(each.narrower.id, each.wider.id) for each in TABLES.inherited]

    assert pairs == [
        ("1.1.2", "1.1.2"), ("1.1.5", "1.1.6"), ("1.2.6", "1.2.8"), ("2.1.2", "2.1.2"), ("2.1.3", "2.1.3"),
        ("2.1.4", "2.1.4"), ("2.1.11", "2.1.10"), ("2.2.1", "2.2.1"), ("2.3.2", "2.3.2"), ("2.3.5", "2.3.5"),
        ("2.3.6", "2.3.7"), ("2.5.1", "2.5.1"), ("2.5.3", "2.5.2"), ("2.5.4", "2.5.3"), ("3.2.3", "3.2.2"),
        ("3.3.3", "3.3.3"), ("3.4.3", "3.4.3"), ("3.5.1", "3.5.1"), ("3.7.5", "3.7.5"), ("4.1.2", "4.1.2"),
        ("4.2.2", "4.2.2"), ("4.2.4", "4.2.3"), ("4.3.2", "4.3.2"),
    ]  # fmt: skip
    assert all(TABLES.of(each.narrower.ref).wider == each.wider for each in TABLES.inherited)
    assert all(each.text_zh and each.text_en for each in TABLES.inherited)


def test_which_documents_relate():
    """Of the four only Xiamen's table is held beside the one that it carries out."""
    assert compared() == ((FUJIAN, XIAMEN),)


def test_an_unknown_document_is_an_error():
    """Either id may be the slip."""
    for pair in ((FUJIAN, "xiamen"), ("fujian", XIAMEN)):
        with pytest.raises(UnknownDocumentError):
            compare(*pair)


@pytest.mark.parametrize("pair", [(XIAMEN, FUJIAN), (FUJIAN, FUJIAN), (FUJIAN, "putian-2025")])
def test_documents_that_are_not_held_to_relate_are_not_compared(pair):
    """The wider one comes first, and only a table that carries it out follows."""
    with pytest.raises(ContextError, match=f"got {pair[0]} and {pair[1]}"):
        compare(*pair)


HEADS = {
    "relations": "narrower,wider,relation,note_zh,note_en",
    "differences": "narrower,subject_zh,subject_en,wider_zh,wider_en,narrower_zh,narrower_en,direction",
    "inherited": "narrower,wider,zh,en",
}


@pytest.fixture
def read_tables(tmp_path, monkeypatch):
    """Reads the three tables of relations of our own, each given by its rows."""
    monkeypatch.setattr("zwfw.relations.packaged", lambda _, *parts: tmp_path.joinpath(*parts))
    monkeypatch.setattr("zwfw.relations.folders", lambda _: ("fujian-2022..xiamen-2022",))
    folder = tmp_path / "fujian-2022..xiamen-2022"
    folder.mkdir()

    def read(**rows):
        for name, head in HEADS.items():
            (folder / f"{name}.csv").write_text("\n".join([head, *rows.get(name, [])]), encoding="utf-8")
        return compare.__wrapped__(FUJIAN, XIAMEN)

    return read


@pytest.fixture
def faults_of(read_tables, tmp_path):
    """The faults of the rows of these tables, each with its file and its line."""

    def faults(**rows):
        with pytest.raises(DataFileError) as caught:
            read_tables(**rows)
        assert caught.value.path == str(tmp_path / "fujian-2022..xiamen-2022")
        return list(caught.value.faults)

    return faults


def test_sound_tables_are_read(read_tables):
    """A pair, a row alone on either side, several words in one cell; no row is no fault."""
    found = read_tables(
        relations=["1.1.5,1.1.6,更严;本地化,注,note", "1.1.7,,新增,,", ",1.1.4,未对应,,"],
        differences=["1.1.5,甲,a,三,3,五,5,更宽"],
    )

    assert found == Comparison(
        wider=FUJIAN,
        narrower=XIAMEN,
        relations=(
            Relation(
                wider=clause("fujian-2022/1.1.6"),
                narrower=clause("xiamen-2022/1.1.5"),
                kinds=frozenset({STRICTER, LOCALISED}),
                note_zh="注",
                note_en="note",
            ),
            Relation(wider=None, narrower=clause("xiamen-2022/1.1.7"), kinds=frozenset({NEW})),
            Relation(wider=clause("fujian-2022/1.1.4"), narrower=None, kinds=frozenset({DROPPED})),
        ),
        differences=(
            Difference(
                narrower=clause("xiamen-2022/1.1.5"),
                kind=LOOSER,
                subject_zh="甲",
                subject_en="a",
                wider_zh="三",
                wider_en="3",
                narrower_zh="五",
                narrower_en="5",
            ),
        ),
        inherited=(),
    )
    assert found.looser == found.differences


def test_what_is_inherited_is_read(read_tables):
    """Both rows and the words in both languages."""
    found = read_tables(inherited=["2.1.2,2.1.2,甲,a"])

    assert found.inherited == (
        Inherited(wider=clause("fujian-2022/2.1.2"), narrower=clause("xiamen-2022/2.1.2"), text_zh="甲", text_en="a"),
    )


@pytest.mark.parametrize(
    ("name", "row", "fault"),
    [
        ("relations", "1.1.5,1.1.6,更好,,", "'更好' is not a valid RelationKind"),
        ("relations", "1.1.5,1.1.6,更严;,,", "'' is not a valid RelationKind"),
        ("relations", "9.9.9,1.1.6,更严,,", "no clause 'xiamen-2022/9.9.9' is held"),
        ("relations", "1.1.5,9.9.9,更严,,", "no clause 'fujian-2022/9.9.9' is held"),
        ("differences", "9.9.9,甲,a,三,3,五,5,更宽", "no clause 'xiamen-2022/9.9.9' is held"),
        ("differences", ",甲,a,三,3,五,5,更宽", "no clause 'xiamen-2022/' is held"),
        ("differences", "1.1.5,甲,a,三,3,五,5,", "'' is not a valid RelationKind"),
        ("differences", "1.1.5,甲,a,三,3,五,5,宽", "'宽' is not a valid RelationKind"),
        ("inherited", "9.9.9,1.1.6,甲,a", "no clause 'xiamen-2022/9.9.9' is held"),
        ("inherited", "1.1.5,9.9.9,甲,a", "no clause 'fujian-2022/9.9.9' is held"),
        ("inherited", "1.1.5,,甲,a", "no clause 'fujian-2022/' is held"),
        ("inherited", "1.1.5,1.1.6,甲", "expected the columns narrower, wider, zh, en, got 1.1.5, 1.1.6, 甲"),
    ],
)
def test_a_fault_in_a_table_is_named_with_its_line(faults_of, name, row, fault):
    """An unknown clause or relation does not load; near clauses are named with it."""
    (found,) = faults_of(**{name: [row]})

    assert found.startswith(f"{name}.csv: {fault}")
    assert found.endswith(" @ line 2")


def test_every_fault_of_a_table_is_told_at_once(faults_of):
    """Each comes with its line; the sound row between them does not."""
    assert faults_of(relations=["1.1.5,1.1.6,好,,", "1.1.7,,新增,,", "1.1.5,1.1.6,坏,,", "1.1.5,1.1.6"]) == [
        "relations.csv: '好' is not a valid RelationKind @ line 2",
        "relations.csv: '坏' is not a valid RelationKind @ line 4",
        f"relations.csv: expected the columns {', '.join(HEADS['relations'].split(','))}, got 1.1.5, 1.1.6 @ line 5",
    ]


def test_a_fault_of_another_file_is_told_as_that_file_s(read_tables, monkeypatch):
    """Where the clauses themselves do not load, no line of this table is blamed."""

    def broken(ref):
        raise DataFileError("clauses.csv", [f"clause stands twice: {ref} @ id"])

    monkeypatch.setattr("zwfw.relations.clause", broken)

    with pytest.raises(DataFileError) as caught:
        read_tables(relations=["1.1.5,1.1.6,更严,,"])

    assert caught.value.path == "clauses.csv"


@pytest.mark.parametrize(
    "rows",
    [
        ["1.1.5,1.1.6,,,"],
        [",,更严,,"],
        ["1.1.5,1.1.6,更严,,", "1.1.5,1.1.6,更宽,,"],
        ["1.1.5,1.1.6,更严,,", "1.1.5,,新增,,"],
        ["1.1.5,1.1.6,更严,,", ",1.1.6,未对应,,"],
    ],
    ids=["no relation", "no row", "pair twice", "narrower twice", "wider twice"],
)
def test_a_row_without_a_relation_of_its_own_does_not_load(faults_of, rows):
    """Every row of either table stands in one relation, which says how it stands to the other."""
    fault = "relations.csv: expected a relation, and rows that stand in no other one"

    assert faults_of(relations=rows) == [f"{fault} @ line {len(rows) + 1}"]


def test_a_number_may_stand_in_both_tables(read_tables):
    """The province's 1.1.4 has no counterpart, and Xiamen's 1.1.4 carries out 1.1.5."""
    found = read_tables(relations=["1.1.4,1.1.5,本地化,,", ",1.1.4,未对应,,"])

    assert [each.term_differs for each in found.relations] == [False, False]


def test_the_faults_of_all_three_tables_are_told_together(faults_of):
    """The table that stands first hides nothing of the others."""
    found = faults_of(
        relations=["1.1.5,1.1.6,好,,"], differences=["1.1.5,甲,a,三,3,五,5,坏"], inherited=["1.1.5,1.1.6,甲"]
    )

    assert [fault.partition(": ")[0] for fault in found] == ["relations.csv", "differences.csv", "inherited.csv"]


def test_a_folder_of_relations_names_two_documents(monkeypatch):
    """What stands beside them is no pair."""
    monkeypatch.setattr("zwfw.relations.folders", lambda _: ("zzz",))

    with pytest.raises(DataFileError, match=r"expected folders named <wider>\.\.<narrower>"):
        compared()
