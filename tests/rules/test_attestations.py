"""What a person's word on a norm amounts to: kept, in part, not kept, without evidence, not answered, not in force.

How much it weighs that a norm is not kept follows from the words of its clause, as the inventory of the documents has
them: 应 and 不得 are violations, 原则上 a departure, all weaker words advice.
"""

from datetime import date, datetime

import pytest

from support import FUZHOU, HANJIANG, MET, UNKNOWN, UNSTATED, a_context, breach, idle
from zwfw import Severity, check
from zwfw.clauses import documents
from zwfw.records import Attestation
from zwfw.rules import find_rule
from zwfw.rules.attestations import RULES, norm_kept

PROVINCE, XIAMEN, PUTIAN = "350000", "350200", "350300"
SUBSTITUTE = "fujian-2022/2.1.2#4"  # whoever leaves a window for 15 minutes has a substitute
LOOK = date(2026, 6, 30)
PARTLY = [("NEEDS_JUDGEMENT", "norm-partly-kept", "answer")]
BARE = [("NEEDS_JUDGEMENT", "attested-without-evidence", "evidence")]
NOBODY = [("NEEDS_JUDGEMENT", "attested-by-nobody", "by")]
NOT_KEPT = breach("norm-not-kept", "answer")
NOT_YET, ENDED, NEVER = idle("not-yet-in-force"), idle("no-longer-in-force"), idle("clause-never-in-force")


def a_word(norm=SUBSTITUTE, **changes):
    """A yes with evidence, said on 2025-06-03, with your changes."""
    fields = {"answer": "是", "by": "张三", "on": "2025-06-03", "evidence": ["替岗登记簿"]} | changes
    return Attestation(norm=norm, **{name: value for name, value in fields.items() if value is not UNSTATED})


def outcome(norm=SUBSTITUTE, asked_from=PROVINCE, as_of=LOOK, readings=None, **changes):
    """The one outcome about a word on a norm."""
    (found,) = norm_kept(a_word(norm, **changes), a_context(as_of, area=asked_from, readings=readings))
    return found


def answer(*asked, **changes):
    """State, reason and place of that outcome."""
    found = outcome(*asked, **changes)
    return [(found.state.name, found.reason, found.path)]


# ---------------------------------------------------------------- what is said


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"evidence": ["登记簿", "照片"]}, MET),
        ({"evidence": []}, BARE),
        ({"evidence": None}, BARE),
        ({"evidence": [""]}, BARE),  # a form sends what was left blank
        ({"evidence": [" ", ""]}, BARE),
        ({"evidence": ["", "照片"]}, MET),
        ({"answer": "部分"}, PARTLY),
        ({"answer": "部分", "evidence": None}, PARTLY),
        ({"answer": "部分", "evidence": UNSTATED}, PARTLY),
        ({"answer": "否"}, NOT_KEPT),
        ({"answer": "否", "evidence": None}, NOT_KEPT),
        ({"answer": "否", "evidence": UNSTATED}, NOT_KEPT),
        ({"by": None}, NOBODY),
        ({"by": " "}, NOBODY),
        ({"by": None, "answer": "否"}, NOT_KEPT),
        ({"by": UNSTATED, "answer": "部分"}, PARTLY),
    ],
)
def test_what_a_word_amounts_to(changes, found):
    """A yes needs a name and evidence; without, or in part, it is for a person to weigh; a no is a breach."""
    assert answer(**changes) == found


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"by": UNSTATED}, "by"),
        ({"answer": UNSTATED}, "answer"),
        ({"evidence": UNSTATED}, "evidence"),
        ({"answer": UNSTATED, "evidence": UNSTATED}, "answer"),
        ({"on": UNSTATED}, "on"),
        ({"answer": "否", "on": UNSTATED}, "on"),
    ],
)
def test_what_was_not_stated_is_unknown(changes, missing):
    """What was said, what shows it, and when, which fixes the law; the field is named."""
    assert answer(**changes) == UNKNOWN
    assert outcome(**changes).missing == (missing,)


@pytest.mark.parametrize("evidence", [["登记簿"], [], None, UNSTATED])
def test_not_answered(evidence):
    """The question was put and stands open: the norm binds, and whether it is kept cannot be known."""
    found = outcome(answer=None, evidence=evidence)

    assert found.state.name == "UNDETERMINED"
    assert [each.partition(".")[0] for each in found.missing] == ["answer"]


@pytest.mark.parametrize("said", ["是", "否", "部分", None])
@pytest.mark.parametrize(
    ("on", "as_of", "is_said"),
    [
        ("2025-06-03", date(2025, 6, 2), False),
        ("2025-06-03", datetime(2025, 6, 3), True),
        ("2025-06-03T09:00", datetime(2025, 6, 3, 8, 59), False),
        ("2025-06-03T09:00", datetime(2025, 6, 3, 9), True),
        (None, date(2025, 6, 3), False),
    ],
)
def test_what_is_said_after_the_look_has_not_been_said(said, on, as_of, is_said):
    """Before its moment, and where none is stated to have come, there is no word to weigh."""
    found = answer(SUBSTITUTE, PROVINCE, as_of, answer=said, on=on)

    assert (found == idle("not-attested-yet")) is not is_said


# ---------------------------------------------------------------- what a no weighs


@pytest.mark.parametrize(
    ("norm", "asked_from", "severity"),
    [
        (SUBSTITUTE, PROVINCE, Severity.VIOLATION),  # 应
        ("xiamen-2022/2.3.3#1", XIAMEN, Severity.VIOLATION),  # 实现…达到600项
        ("hanjiang-2023/task-4#8", HANJIANG, Severity.VIOLATION),  # 应 publish what is handled
        ("hanjiang-2023/task-3#6", HANJIANG, Severity.VIOLATION),  # a list, of windows that there must be
        ("fujian-2022/2.1.2#2", PROVINCE, Severity.VIOLATION),  # 不得 do other things on duty
        ("hanjiang-2023/task-6#5", HANJIANG, Severity.VIOLATION),  # no review before the service
        ("fujian-2022/1.2.2#6", PROVINCE, Severity.DEPARTURE),  # 原则上 a model of the material
        ("fujian-2022/2.2.11#1", PROVINCE, Severity.DEPARTURE),  # 原则上 at once
        ("putian-2025/art-31#6", PUTIAN, Severity.DEPARTURE),  # 原则上不再新增 single-purpose machines
        ("xiamen-2022/2.5.4#2", XIAMEN, Severity.ADVICE),  # 力争 100 %
        ("hanjiang-2023/task-4#7", HANJIANG, Severity.ADVICE),  # 鼓励 notes in plain words
        ("hanjiang-2023/task-8#5", HANJIANG, Severity.ADVICE),  # 鼓励 certificates
        ("fujian-2022/1.2.3#4", PROVINCE, Severity.ADVICE),  # 加强 recognition, a direction
        ("hanjiang-2023/V05", HANJIANG, Severity.ADVICE),  # a row of a scorecard costs points
    ],
)
def test_what_a_no_weighs(norm, asked_from, severity):
    """By the words of the clause, and the clause is cited."""
    found = outcome(norm, asked_from, answer="否")

    assert (found.reason, found.severity) == ("norm-not-kept", severity)
    assert [each.ref for each in found.clauses] == [norm.partition("#")[0]]


@pytest.mark.parametrize("changes", [{}, {"answer": "部分"}, {"evidence": []}])
def test_all_else_weighs_nothing(changes):
    """Only a breach has a severity."""
    assert outcome(**changes).severity is None


@pytest.mark.parametrize("changes", [{}, {"answer": "否"}, {"answer": "部分"}, {"evidence": None}])
@pytest.mark.parametrize(
    ("norm", "asked_from", "clause"),
    [
        (SUBSTITUTE, PROVINCE, "fujian-2022/2.1.2"),
        (SUBSTITUTE, XIAMEN, "fujian-2022/2.1.2"),  # the city's own 2.1.2 is another norm
        ("xiamen-2022/2.1.2#3", XIAMEN, "xiamen-2022/2.1.2"),
        ("putian-2025/art-31#6", HANJIANG, "putian-2025/art-31"),
        ("hanjiang-2023/T36", HANJIANG, "hanjiang-2023/T36"),
    ],
)
def test_the_norms_clause_is_cited(norm, asked_from, clause, changes):
    """Whatever is said, it is said of this clause and of no other."""
    assert [each.ref for each in outcome(norm, asked_from, **changes).clauses] == [clause]


@pytest.mark.parametrize("changes", [{"answer": UNSTATED}, {"evidence": UNSTATED}, {"answer": None}, {"on": UNSTATED}])
def test_an_answer_without_a_verdict_cites_the_clause_too(changes):
    """What is unknown or open is so of this clause, and of no other."""
    assert [each.ref for each in outcome(**changes).clauses] == ["fujian-2022/2.1.2"]


@pytest.mark.parametrize(
    ("changes", "zh", "en"),
    [
        (
            {"answer": "否"},
            "经自查，未落实 fujian-2022/2.1.2#4",
            "by the unit's own account fujian-2022/2.1.2#4 is not kept",
        ),
        (
            {"answer": "部分"},
            "经自查，部分落实 fujian-2022/2.1.2#4，须由人判断",
            "by the unit's own account fujian-2022/2.1.2#4 is kept in part; a person has to judge",
        ),
        (
            {"evidence": None},
            "称已落实 fujian-2022/2.1.2#4，但没有佐证，须由人判断",
            "fujian-2022/2.1.2#4 is said to be kept, without evidence; a person has to judge",
        ),
    ],
)
def test_the_sentence_names_the_norm(changes, zh, en):
    """In both languages, and the norm is the one fact."""
    found = outcome(**changes)

    assert (found.message("zh"), found.message("en")) == (zh, en)
    assert found.facts == {"norm": SUBSTITUTE}


# ---------------------------------------------------------------- what nobody can break


@pytest.mark.parametrize(
    ("norm", "asked_from"),
    [
        ("fujian-2022/2.4.3#3", PROVINCE),  # for renewals the certificate need not be retrieved
        ("hanjiang-2023/task-15#6", HANJIANG),  # 可: several centres in one
        ("putian-2025/art-15#6", HANJIANG),  # 可: a window without resident staff
        ("putian-2025/art-14#3", HANJIANG),  # 原则上: whoever is authorised signs in the chief's place
        ("putian-2025/art-1#1", HANJIANG),  # the documents that it rests on
        ("hanjiang-2023/goal#1", HANJIANG),  # what a clerk is called for short
        ("fujian-2022/1.1.1#1", PROVINCE),  # the kinds of matters, a list without any force of words
        ("fujian-2022/1.2.2#1", PROVINCE),  # where materials come from
        ("hanjiang-2023/goal#2", HANJIANG),  # the three tiers
    ],
)
@pytest.mark.parametrize("said", ["是", "否", "部分", None, UNSTATED])
def test_what_allows_or_describes_is_not_kept_or_broken(norm, asked_from, said):
    """Whatever is said of it, there is nothing to keep; the norm is named."""
    found = outcome(norm, asked_from, answer=said)

    assert (found.state.name, found.reason, dict(found.facts)) == ("NOT_APPLICABLE", "nothing-to-keep", {"norm": norm})


@pytest.mark.parametrize(
    ("clause", "asked_from", "said", "found"),
    [
        ("fujian-2022/3.7.4", PROVINCE, "是", MET),
        ("fujian-2022/3.7.4", PROVINCE, "部分", PARTLY),
        ("fujian-2022/3.7.4", PROVINCE, "否", NOT_KEPT),
        ("hanjiang-2023/safeguard-3", HANJIANG, "否", NOT_KEPT),
    ],
)
def test_a_clause_without_norms_is_attested_as_a_whole(clause, asked_from, said, found):
    """Nothing in it can be computed: a person says of all of it whether it is kept."""
    assert answer(clause, asked_from, answer=said) == found
    assert [each.ref for each in outcome(clause, asked_from, answer=said).clauses] == [clause]


@pytest.mark.parametrize(
    ("clause", "asked_from", "severity"),
    [
        ("fujian-2022/3.7.4", PROVINCE, Severity.VIOLATION),  # 完善
        ("hanjiang-2023/safeguard-3", HANJIANG, Severity.VIOLATION),  # 纳入
        ("fujian-2022/1.3.1", PROVINCE, Severity.ADVICE),  # 探索成立
        ("fujian-2022/2.1.10", PROVINCE, Severity.ADVICE),  # 探索
        ("fujian-2022/2.2.4", PROVINCE, Severity.ADVICE),  # 探索
    ],
)
def test_what_a_no_to_a_whole_clause_weighs(clause, asked_from, severity):
    """A clause without norms is a must, unless it only asks to explore."""
    assert outcome(clause, asked_from, answer="否").severity is severity


# ---------------------------------------------------------------- in force


@pytest.mark.parametrize(
    ("on", "readings", "found", "turns"),
    [
        ("2023-03-05", None, NOT_YET, ()),
        ("2023-03-06", None, NOT_KEPT, ()),
        ("2026-03-05", None, NOT_KEPT, ()),
        ("2026-03-05T23:59", None, NOT_KEPT, ()),
        ("2026-03-05T16:00Z", None, ENDED, ("hanjiang-validity",)),  # the 6th in China
        ("2026-03-06", None, ENDED, ("hanjiang-validity",)),
        ("2026-03-06", {"hanjiang-validity": "issue-day-not-counted"}, NOT_KEPT, ("hanjiang-validity",)),
        ("2026-03-07", {"hanjiang-validity": "issue-day-not-counted"}, ENDED, ()),
    ],
)
def test_the_law_is_that_of_the_day_on_which_it_was_said(on, readings, found, turns):
    """Hanjiang's plan binds from 2023-03-06 to 2026-03-05, by the other reading to 2026-03-06; the look is later."""
    told = outcome("hanjiang-2023/task-4#8", HANJIANG, LOOK, readings, on=on, answer="否")

    assert [(told.state.name, told.reason, told.path)] == found
    assert told.readings == turns


@pytest.mark.parametrize(("on", "found"), [("2025-05-05", NOT_YET), ("2025-05-06", NOT_KEPT), ("2030-01-01", NOT_KEPT)])
def test_putians_norms_have_no_end(on, found):
    """In trial force from 2025-05-06 on."""
    assert answer("putian-2025/art-31#4", HANJIANG, date(2031, 1, 1), on=on, answer="否") == found


@pytest.mark.parametrize(
    ("norm", "asked_from"),
    [
        ("xiamen-2022/2.1.2#3", HANJIANG),
        ("xiamen-2022/2.1.2#3", PROVINCE),
        ("hanjiang-2023/task-4#8", PUTIAN),
        ("hanjiang-2023/task-4#8", "350304"),
        ("putian-2025/art-31#4", XIAMEN),
    ],
)
@pytest.mark.parametrize("said", ["是", "否", "部分", None, UNSTATED])
def test_a_norm_of_another_place(norm, asked_from, said):
    """It asks for nothing here, whatever is said of it, and no clause in force decides that."""
    assert answer(norm, asked_from, answer=said) == NEVER
    assert outcome(norm, asked_from, answer=said).clauses == ()


@pytest.mark.parametrize(
    ("asked_from", "own", "found"),
    [
        (PROVINCE, XIAMEN, NOT_KEPT),
        (PROVINCE, "350203", NOT_KEPT),
        (XIAMEN, None, NOT_KEPT),
        (XIAMEN, UNSTATED, NOT_KEPT),
        (PROVINCE, FUZHOU, NEVER),
        (XIAMEN, FUZHOU, idle("outside-area")),
        (FUZHOU, XIAMEN, idle("outside-area")),
    ],
)
def test_for_which_area_it_is_said(asked_from, own, found):
    """The record's own area decides, where it states one that lies within or around that of the context."""
    assert answer("xiamen-2022/2.1.2#3", asked_from, area=own, answer="否") == found


@pytest.mark.parametrize(
    ("on", "found"),
    [
        ("2022-09-13", NOT_YET),
        ("2022-09-14", [("UNDETERMINED", "force-uncertain", "")]),
        ("2022-11-29", [("UNDETERMINED", "force-uncertain", "")]),
        ("2022-11-30", NOT_KEPT),
    ],
)
def test_force_that_is_not_known(on, found):
    """Xiamen's table prints no date of issue: it came after the province's and before its own first deadline."""
    assert answer("xiamen-2022/2.1.2#3", XIAMEN, on=on, answer="否") == found


def test_before_the_provinces_table():
    """On 2022-09-13 it was not in force yet, and the answer says from when it is; the day after it was."""
    before = outcome(on="2022-09-13")

    assert (before.reason, before.facts["document"], before.facts["first"]) == (
        "not-yet-in-force",
        "fujian-2022",
        date(2022, 9, 14),
    )
    assert answer(on="2022-09-14") == MET


# ---------------------------------------------------------------- as a rule among others


def test_it_is_the_rule_of_attestations():
    """It is listed, found by its id, and bound to every clause, once."""
    every = [each.ref for held in documents() for each in held.clauses]

    assert (norm_kept,) == RULES
    assert find_rule("attestations.norm-kept") is norm_kept
    assert sorted(norm_kept.clauses) == sorted(every)


def test_attestations_are_checked_like_any_record():
    """Three answers, three verdicts, in their order."""
    told = [a_word(), a_word(answer="否"), a_word(answer="部分")]

    report = check(told, a_context(datetime(2025, 6, 3, 18)))

    assert [[found.state.name for found in each.outcomes] for each in report.answers] == [
        ["MET"],
        ["BREACHED"],
        ["NEEDS_JUDGEMENT"],
    ]
    assert {each.record for each in report.answers} == {SUBSTITUTE}
