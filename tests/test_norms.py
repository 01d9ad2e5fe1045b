"""The numbered norms, what carries them out, and the tables that they are read from."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwfw import norm
from zwfw.errors import DataFileError, UnknownNormError
from zwfw.norms import COLUMNS, CRITERIA, NAMING, Carrier, CarrierKind, Modality, Norm, NormKind, norms_of
from zwfw.terms import Term

# How many norms of each kind the inventory counts in each document; 33 + 50 criteria stand in Hanjiang's scorecards.
COUNTS = {
    "fujian-2022": {
        "rule": 123, "enum": 80, "parameter": 25, "prohibition": 13, "pattern": 12, "target": 6, "definition": 3,
        "deadline": 2,
    },
    "xiamen-2022": {
        "rule": 128, "enum": 96, "deadline": 38, "target": 22, "parameter": 15, "prohibition": 13, "pattern": 12,
        "definition": 9,
    },
    "putian-2025": {
        "rule": 75, "enum": 66, "permission": 14, "target": 13, "parameter": 11, "deadline": 10, "definition": 9,
        "prohibition": 7, "pattern": 6,
    },
    "hanjiang-2023": {
        "criterion": 83, "rule": 55, "enum": 41, "parameter": 11, "deadline": 9, "prohibition": 8, "definition": 7,
        "pattern": 5, "target": 5,
    },
}  # fmt: skip


@pytest.mark.parametrize(("document", "kinds"), COUNTS.items())
def test_every_norm_of_the_inventory_is_there(document, kinds):
    """264 norms of the province, 333 of Xiamen, 211 of Putian, 141 of Hanjiang and 83 criteria, each of its kind."""
    found = norms_of(document)

    assert Counter(each.kind.value for each in found) == kinds
    assert len({each.id for each in found}) == len(found)


def test_the_totals_are_those_of_the_inventory():
    """949 norms have a number, and 83 criteria come on top."""
    assert {document: sum(kinds.values()) for document, kinds in COUNTS.items()} == {
        "fujian-2022": 264,
        "xiamen-2022": 333,
        "putian-2025": 211,
        "hanjiang-2023": 141 + 83,
    }
    assert 264 + 333 + 211 + 141 == 949


@pytest.mark.parametrize(
    ("id_", "kind", "modality"),
    [
        # The words: 原则上 for the model text and the e-licence, 鼓励 for whole-range windows, 力争 100 %.
        ("fujian-2022/1.2.2#6", NormKind.RULE, Modality.IN_PRINCIPLE),
        ("fujian-2022/1.2.2#7", NormKind.RULE, Modality.IN_PRINCIPLE),
        ("fujian-2022/2.2.5#6", NormKind.RULE, Modality.ENCOURAGE),
        ("xiamen-2022/2.1.4#1", NormKind.PARAMETER, Modality.IN_PRINCIPLE),
        ("xiamen-2022/2.5.4#2", NormKind.TARGET, Modality.AIM),
        ("fujian-2022/1.1.2#1", NormKind.ENUM, None),
        ("hanjiang-2023/T34", NormKind.CRITERION, None),
    ],
)
def test_the_force_is_that_of_the_words(id_, kind, modality):
    """A list and a criterion have none of their own."""
    found = norm(id_)

    assert (found.kind, found.modality) == (kind, modality)
    assert found.id == id_
    assert found.text() == found.text_zh != found.text("en") == found.text_en


def test_a_norm_knows_its_clause():
    """The clause is what stands before the number; a criterion is its own clause."""
    assert norm("fujian-2022/2.2.10#1").clause == "fujian-2022/2.2.10"
    assert norm("hanjiang-2023/T34").clause == "hanjiang-2023/T34"


def test_a_reading_is_noted_in_both_languages():
    """Once a year is inferred from 每年定期; where nothing is inferred nothing is said."""
    inferred, plain = norm("fujian-2022/2.5.4#2"), norm("fujian-2022/2.5.4#1")

    assert "推断" in inferred.note()
    assert "inferred" in inferred.note("en")
    assert (plain.note(), plain.note("en")) == ("", "")


@pytest.mark.parametrize(
    ("id_", "value", "admitted"),
    [
        # 1.1.2: 省、市、县 and no other level; 1.1.1: nine fields and 等.
        ("fujian-2022/1.1.2#1", "省", True),
        ("fujian-2022/1.1.2#1", "市", True),
        ("fujian-2022/1.1.2#1", "县", True),
        ("fujian-2022/1.1.2#1", "乡", False),
        ("fujian-2022/1.1.2#1", "", False),
        ("fujian-2022/1.1.1#2", "公共教育", True),
        ("fujian-2022/1.1.1#2", "残疾人服务", True),
        ("fujian-2022/1.1.1#2", "教育", None),
    ],
)
def test_a_closed_list_refuses_and_an_open_one_leaves_it_open(id_, value, admitted):
    """Another member of a list with 等 is neither admitted nor refused."""
    assert norm(id_).admits(value) is admitted


def test_what_is_no_list_admits_nothing():
    """Asking is an error, told with the kind of the norm."""
    with pytest.raises(ValueError, match=r"^expected a list, got fujian-2022/2.5.2#1, which is a parameter$"):
        norm("fujian-2022/2.5.2#1").admits("2")


def test_an_unknown_norm_names_near_ones():
    """A slip is answered with norms of the same document, or with that norm of a document that comes near."""
    with pytest.raises(UnknownNormError) as caught:
        norm("fujian-2022/2.5.2#9")
    assert set(caught.value.candidates) <= {each.id for each in norms_of("fujian-2022")}
    assert "fujian-2022/2.5.2#1" in str(caught.value)
    with pytest.raises(UnknownNormError, match=r"^no norm 'fujian-22/2.5.2#1' is held; did you mean fujian-2022/2"):
        norm("fujian-22/2.5.2#1")


def test_who_forgets_the_number_is_told_the_norms_of_the_clause():
    """2.5.2 of the province has three, which come before what is merely written alike."""
    with pytest.raises(UnknownNormError) as caught:
        norm("fujian-2022/2.5.2")

    assert caught.value.candidates == tuple(f"fujian-2022/2.5.2#{number}" for number in (1, 2, 3))


@pytest.mark.parametrize("id_", ["fujian-22/9.9.9#1", "x/1.1#1", "x", "", "/"])
def test_where_nothing_comes_near_nothing_is_named(id_):
    """There is no such norm in a document that comes near, or none comes near."""
    with pytest.raises(UnknownNormError) as caught:
        norm(id_)

    assert caught.value.candidates == ()


def test_what_is_no_document_has_no_norms():
    """Neither an unknown id nor an empty one."""
    assert norms_of("fujian") == norms_of("") == ()


@pytest.mark.parametrize(
    ("text", "carrier"),
    [
        ("rule:cases.correction-told-once", Carrier(CarrierKind.RULE, "cases.correction-told-once")),
        ("limit:correction-notice", Carrier(CarrierKind.LIMIT, "correction-notice")),
        ("parameter:bad_review_followup", Carrier(CarrierKind.PARAMETER, "bad_review_followup")),
        ("target:mobile_matters_min", Carrier(CarrierKind.TARGET, "mobile_matters_min")),
        ("planned:ratings", Carrier(CarrierKind.PLANNED, "ratings")),
        ("members", Carrier(CarrierKind.MEMBERS)),
        ("term", Carrier(CarrierKind.TERM)),
        ("force", Carrier(CarrierKind.FORCE)),
        ("attested", Carrier(CarrierKind.ATTESTED)),
        ("informative", Carrier(CarrierKind.INFORMATIVE)),
    ],
)
def test_a_carrier_is_read_and_written_alike(text, carrier):
    """Five kinds name what carries the norm out, and five have nothing to name."""
    assert Carrier.parse(text) == carrier
    assert str(carrier) == text


@pytest.mark.parametrize("kind", sorted(NAMING))
@pytest.mark.parametrize("rest", ["", ":"])
def test_a_carrier_of_a_naming_kind_needs_a_name(kind, rest):
    """A rule that is not named cannot be found."""
    with pytest.raises(ValueError, match=f"^expected a name behind {kind}, got '{kind}{rest}'$"):
        Carrier.parse(f"{kind}{rest}")


@pytest.mark.parametrize("kind", sorted(set(CarrierKind) - NAMING))
@pytest.mark.parametrize("rest", [":", ":x"])
def test_a_carrier_of_another_kind_has_no_name(kind, rest):
    """There is nothing behind it to find, not even a colon."""
    with pytest.raises(ValueError, match=f"^expected no name behind {kind}, got '{kind}{rest}'$"):
        Carrier.parse(f"{kind}{rest}")


@pytest.mark.parametrize("text", ["", "rules:x", "Rule:x", " attested", "x"])
def test_a_carrier_of_an_unknown_kind_is_refused(text):
    """What was written is named."""
    with pytest.raises(ValueError, match="is not a valid CarrierKind"):
        Carrier.parse(text)


@given(kind=st.sampled_from(CarrierKind), name=st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1))
def test_every_carrier_is_read_back(kind, name):
    """What is written of a carrier is read as the same one."""
    carrier = Carrier(kind, name if kind in NAMING else "")

    assert Carrier.parse(str(carrier)) == carrier


NORMS = ",".join(COLUMNS)
CRITERIA_HEAD = ",".join(CRITERIA)
SOUND = "1.1#1,rule,应,甲,a,,,,attested,,"


@pytest.fixture
def read_tables(tmp_path, monkeypatch):
    """Reads the tables of norms and criteria of a document of our own, each given by its lines."""
    monkeypatch.setattr("zwfw.norms.packaged", lambda _, *parts: tmp_path.joinpath(*parts))
    monkeypatch.setattr("zwfw.norms.folders", lambda _: ("x",))
    (tmp_path / "x").mkdir()

    def read(**tables):
        for name, lines in tables.items():
            (tmp_path / "x" / f"{name}.csv").write_text("\n".join(lines), encoding="utf-8")
        return norms_of.__wrapped__("x")

    return read


@pytest.fixture
def faults_of(read_tables, tmp_path):
    """The faults of the rows of one table, whose head is sound and stands on line 1; each names the table."""

    def faults(*rows, name="norms", head=None):
        head = head or {"norms": NORMS, "criteria": CRITERIA_HEAD}[name]
        with pytest.raises(DataFileError) as caught:
            read_tables(**{name: [head, *rows]})
        assert caught.value.path == str(tmp_path / "x")
        assert all(fault.startswith(f"{name}.csv: ") for fault in caught.value.faults)
        return [fault.removeprefix(f"{name}.csv: ") for fault in caught.value.faults]

    return faults


def test_a_document_may_have_no_table(read_tables):
    """A folder with neither table holds no norm."""
    assert read_tables() == ()


def test_sound_tables_are_read(read_tables):
    """Norms come before criteria; notes, several members, terms and carriers in one cell are kept in their order."""
    found = read_tables(
        norms=[
            "# Origin: our own words.",
            NORMS,
            SOUND,
            '1.1#2,enum,,"甲，乙","a, b",甲;乙,yes,,members;planned:items,读,read',
            "",
            "1.2#1,deadline,应,丙,c,,,by 2022-12-31;every year,term,,",
        ],
        criteria=[CRITERIA_HEAD, "V01,village,一,1,项,丁,d,every half-year,planned:ratings,注,note"],
    )

    assert found == (
        Norm(
            id="x/1.1#1",
            kind=NormKind.RULE,
            modality=Modality.MUST,
            text_zh="甲",
            text_en="a",
            carriers=(Carrier(CarrierKind.ATTESTED),),
        ),
        Norm(
            id="x/1.1#2",
            kind=NormKind.ENUM,
            text_zh="甲，乙",
            text_en="a, b",
            members=("甲", "乙"),
            is_open=True,
            carriers=(Carrier(CarrierKind.MEMBERS), Carrier(CarrierKind.PLANNED, "items")),
            note_zh="读",
            note_en="read",
        ),
        Norm(
            id="x/1.2#1",
            kind=NormKind.DEADLINE,
            modality=Modality.MUST,
            text_zh="丙",
            text_en="c",
            terms=(Term.parse("by 2022-12-31"), Term.parse("every year")),
            carriers=(Carrier(CarrierKind.TERM),),
        ),
        Norm(
            id="x/V01",
            kind=NormKind.CRITERION,
            text_zh="丁",
            text_en="d",
            terms=(Term.parse("every half-year"),),
            carriers=(Carrier(CarrierKind.PLANNED, "ratings"),),
            note_zh="注",
            note_en="note",
        ),
    )


OPEN = "expected yes or no for a list and nothing for the rest, got"
WORDS = "expected text, and notes if any, in both languages"


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("1.1#2,rule,应,甲,a,,,,attested,,", "expected the id 1.1#1, got '1.1#2'"),
        ("1.1#0,rule,应,甲,a,,,,attested,,", "expected the id 1.1#1, got '1.1#0'"),
        ("1.1#01,rule,应,甲,a,,,,attested,,", "expected the id 1.1#1, got '1.1#01'"),
        ("1.1#x,rule,应,甲,a,,,,attested,,", "expected the id 1.1#1, got '1.1#x'"),
        ("1.1,rule,应,甲,a,,,,attested,,", "expected the id 1.1#1, got '1.1'"),
        (",rule,应,甲,a,,,,attested,,", "expected the id #1, got ''"),
        ("1.1#1,rules,应,甲,a,,,,attested,,", "'rules' is not a valid NormKind"),
        ("1.1#1,,应,甲,a,,,,attested,,", "expected a kind, got nothing"),
        ("1.1#1,rule,应当,甲,a,,,,attested,,", "'应当' is not a valid Modality"),
        ("1.1#1,rule,应,,a,,,,attested,,", WORDS),
        ("1.1#1,rule,应,甲,,,,,attested,,", WORDS),
        ("1.1#1,rule,应,甲,a,,,,attested,注,", WORDS),
        ("1.1#1,rule,应,甲,a,,,,attested,,note", WORDS),
        ("1.1#1,enum,,甲,a,乙;丙,,,members,,", f"{OPEN} ''"),
        ("1.1#1,enum,,甲,a,乙;丙,maybe,,members,,", f"{OPEN} 'maybe'"),
        ("1.1#1,rule,应,甲,a,,yes,,attested,,", f"{OPEN} 'yes'"),
        ("1.1#1,pattern,应,甲,a,{x},no,,planned:halls,,", f"{OPEN} 'no'"),
        ("1.1#1,rule,应,甲,a,,,by 2022-02-30,attested,,", "'by 2022-02-30': day is out of range for month"),
        ("1.1#1,rule,应,甲,a,,,,rules:x,,", "'rules' is not a valid CarrierKind"),
        ("1.1#1,rule,应,甲,a,,,,rule:x;rule,,", "expected a name behind rule, got 'rule'"),
        ("1.1#1,rule,应,甲,a,,,,rule:x;,,", "'' is not a valid CarrierKind"),
        ("1.1#1,rule,应,甲,a,,,,attested:x,,", "expected no name behind attested, got 'attested:x'"),
    ],
)
def test_a_fault_in_a_norm_is_named_with_its_line(faults_of, row, fault):
    """The table does not load, and says where and why."""
    assert faults_of(row) == [f"{fault} @ line 2"]


def test_a_term_that_is_none_is_named_with_its_line(faults_of):
    """The forms that there are come with it."""
    (fault,) = faults_of("1.1#1,deadline,应,甲,a,,,year by year,term,,")

    assert fault.startswith("expected nothing, 'ongoing', ")
    assert fault.endswith(", got 'year by year' @ line 2")


@pytest.mark.parametrize(
    ("ids", "faults"),
    [
        (["1.1#1", "1.1#2", "1.2#1"], None),
        (["1.1#1", "1.1#3"], ["expected the id 1.1#2, got '1.1#3' @ line 3"]),
        (["1.1#1", "1.1#1"], ["expected the id 1.1#2, got '1.1#1' @ line 3"]),
        (
            ["1.1#2", "1.1#3"],
            ["expected the id 1.1#1, got '1.1#2' @ line 2", "expected the id 1.1#2, got '1.1#3' @ line 3"],
        ),
        (["1.1#1", "1.2#2"], ["expected the id 1.2#1, got '1.2#2' @ line 3"]),
        (["1.1#1", "1.2#1", "1.1#2"], None),
        (["1.1#1", "1.2#1", "1.1#1"], ["expected the id 1.1#2, got '1.1#1' @ line 4"]),
        (["1.1#x", "1.1#2"], ["expected the id 1.1#1, got '1.1#x' @ line 2"]),
    ],
)
def test_norms_are_numbered_from_one_in_each_clause(faults_of, read_tables, ids, faults):
    """A gap, a repetition, however late, or another first number is a fault."""
    rows = [f"{each},rule,应,甲,a,,,,attested,," for each in ids]

    if faults is None:
        assert [each.id for each in read_tables(norms=[NORMS, *rows])] == [f"x/{each}" for each in ids]
    else:
        assert faults_of(*rows) == faults


def test_every_fault_of_a_table_is_told_at_once(faults_of):
    """Each comes with its line; a sound row between two faulty ones is none."""
    assert faults_of(
        "1.1#2,rule,应,甲,,,maybe,,attested,,",
        "# a note",
        "1.1#2,rule,应,甲,a,,,,attested,,",
        "1.1#3,rule,应,甲,a,,,,attested",
        "1.1#3,law,应,甲,a,,,,attested,,",
        "1.1#4,rule,应,甲,a,,,,planned,,",
    ) == [
        "expected the id 1.1#1, got '1.1#2' @ line 2",
        f"{OPEN} 'maybe' @ line 2",
        f"{WORDS} @ line 2",
        f"expected the columns {', '.join(COLUMNS)}, got 1.1#3, rule, 应, 甲, a, , , , attested @ line 5",
        "'law' is not a valid NormKind @ line 6",
        "expected a name behind planned, got 'planned' @ line 7",
    ]


@pytest.mark.parametrize(
    ("head", "fault"),
    [
        ("id,kind", f"expected the columns {', '.join(COLUMNS)}, got id, kind @ line 1"),
        ("# only a note", f"expected the columns {', '.join(COLUMNS)}, got nothing @ line 1"),
    ],
)
def test_a_table_with_another_head_is_refused(faults_of, head, fault):
    """The columns that belong there are named."""
    assert faults_of(head=head) == [fault]


def test_a_table_in_another_encoding_is_refused(read_tables, tmp_path):
    """Data are in UTF-8."""
    path = tmp_path / "x" / "norms.csv"
    path.write_bytes(f"{NORMS}\n{SOUND}".encode("gb18030"))

    with pytest.raises(DataFileError, match=r"norms\.csv: not in UTF-8: .* @ line 1"):
        read_tables()


def test_the_faults_of_the_criteria_are_told_with_theirs(faults_of):
    """A criterion's term and carriers are read like a norm's."""
    assert faults_of(
        "V01,village,一,1,项,丁,d,by 2022-02-30,planned:ratings,,",
        "V02,village,二,2,项,丁,d,,plan:ratings,,",
        "V03,village,三,3,项,丁,d,,planned:ratings,,",
        name="criteria",
    ) == [
        "'by 2022-02-30': day is out of range for month @ line 2",
        "'plan' is not a valid CarrierKind @ line 3",
    ]


def test_the_faults_of_both_tables_are_told_together(read_tables):
    """Each fault names its table and its line; a table that does not load hides nothing of the other."""
    with pytest.raises(DataFileError) as caught:
        read_tables(
            norms=[NORMS, "1.1#1,law,应,甲,a,,,,attested,,"],
            criteria=[CRITERIA_HEAD, "V01,village,一,1,项,丁,d,,plan:ratings,,"],
        )

    assert caught.value.faults == (
        "norms.csv: 'law' is not a valid NormKind @ line 2",
        "criteria.csv: 'plan' is not a valid CarrierKind @ line 2",
    )


def test_every_fault_of_one_row_is_told_at_once(faults_of):
    """A wrong kind does not hide a wrong carrier."""
    assert faults_of("1.1#2,law,应当,甲,,,no,by 2022-02-30;every year by 02-30,plan:x;rule,注,") == [
        "expected the id 1.1#1, got '1.1#2' @ line 2",
        "'law' is not a valid NormKind @ line 2",
        f"{OPEN} 'no' @ line 2",
        "'应当' is not a valid Modality @ line 2",
        "'by 2022-02-30': day is out of range for month @ line 2",
        "'every year by 02-30': day is out of range for month @ line 2",
        "'plan' is not a valid CarrierKind @ line 2",
        "expected a name behind rule, got 'rule' @ line 2",
        f"{WORDS} @ line 2",
    ]


@pytest.mark.parametrize(
    "row",
    [
        "V01,village,一,1,项,丁,,,planned:ratings,,",
        "V01,village,一,1,项,丁,d,,planned:ratings,注,",
    ],
    ids=["text", "note"],
)
def test_a_criterion_in_one_language_is_a_fault(faults_of, row):
    """What holds of a norm's words holds of a criterion's."""
    assert faults_of(row, name="criteria") == [f"{WORDS} @ line 2"]


@pytest.mark.parametrize("row", ["1.1#1,rule;prohibition,应,甲,a,,,,attested,,", "1.1#1,rule,应;可,甲,a,,,,attested,,"])
def test_a_norm_is_of_one_kind_and_one_force(faults_of, row):
    """A cell that says two is a fault, as it cannot be said which holds."""
    assert len(faults_of(row)) == 1
