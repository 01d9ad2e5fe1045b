"""What each rule about the directory of service data and what is collected answers."""

from datetime import date

import pytest

from support import HANJIANG, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, said, stated
from zwfw import Severity
from zwfw.records import DataCollection, DataDirectoryEntry
from zwfw.rules import data_directories
from zwfw.testing.kits import check_rule

PUTIAN = "350300"

_ENTRY = {
    "name": "不动产登记信息",
    "area": PUTIAN,
    "of_secret_item": False,
    "follows_secrecy_law": None,
    "content": "权利人、坐落、面积",
    "source": "市自然资源局",
    "sharing": "有条件共享",
    "openness": "不予开放",
    "update_cycle": "每日",
    "requirements_set_at": "2025-05-06",
    "set_by_data_body": True,
    "compiled_at": "2025-05-20",
    "compiled_by_department": True,
    "reviewed_at": "2025-06-03",
    "reviewed_by_data_body": True,
    "pooled_at": "2025-06-10",
}

_COLLECTION = {
    "name": "不动产登记收件",
    "area": PUTIAN,
    "of_secret_item": False,
    "collected_at": "2025-06-03",
    "collected": ["权利人", "坐落"],
    "in_directory": ["坐落", "权利人", "面积"],
}


def an_entry(**changes):
    """An entry with all elements that went its way in order, with your changes."""
    return DataDirectoryEntry(**stated(_ENTRY | changes))


def a_collection(**changes):
    """A collection within the directory, with your changes."""
    return DataCollection(**stated(_COLLECTION | changes))


def make(rule, **changes):
    """The record that *rule* speaks of, with your changes."""
    return (an_entry if rule.record is DataDirectoryEntry else a_collection)(**changes)


@pytest.mark.parametrize("rule", data_directories.RULES, ids=lambda rule: rule.id)
def test_every_rule_keeps_what_rules_promise(rule):
    """Knowing less accuses nobody, and the rest."""
    check_rule(rule)


@pytest.mark.parametrize("rule", data_directories.RULES, ids=lambda rule: rule.id)
def test_only_putian_speaks_of_the_directory(rule):
    """From 2025-05-06 on, and in no other city."""
    day = {"collected_at": "2025-05-05"} if rule.record is DataCollection else {}

    assert said(rule, make(rule, **day), a_context(as_of=date(2025, 5, 5))) == idle("not-yet-in-force")
    for area in ("350102", XIAMEN):
        assert said(rule, make(rule, area=area)) == idle("never-in-force")


@pytest.mark.parametrize(
    "rule",
    [data_directories.has_elements, data_directories.compiled_in_order, data_directories.collected_within],
    ids=lambda rule: rule.id,
)
def test_data_of_secret_items_follow_another_law(rule):
    """Whatever else is stated; not stated, it matters where something is amiss."""
    assert said(rule, make(rule, of_secret_item=True)) == idle("secret-follows-secrecy-law")
    assert said(rule, make(rule, of_secret_item=UNSTATED)) == MET

    amiss = {"content": None, "compiled_by_department": False}
    if rule.record is DataCollection:
        amiss = {"in_directory": []}
    (found,) = rule(make(rule, of_secret_item=UNSTATED, **amiss), a_context())
    assert (found.state.name, found.missing) == ("UNDETERMINED", ("of_secret_item",))


@pytest.mark.parametrize(
    ("field", "element"),
    [
        ("content", "内容"),
        ("source", "数据来源"),
        ("sharing", "共享属性"),
        ("openness", "开放属性"),
        ("update_cycle", "更新周期"),
    ],
)
def test_has_elements(field, element):
    """Each by itself; the name is what the record cannot do without."""
    for none in (None, ""):
        (found,) = data_directories.has_elements(an_entry(**{field: none}), a_context())
        assert (found.reason, found.path, dict(found.facts)) == (
            "directory-element-missing",
            field,
            {"element": element},
        )
    assert said(data_directories.has_elements, an_entry(**{field: UNSTATED})) == UNKNOWN
    assert said(data_directories.has_elements, an_entry()) == MET


def test_sharing_and_openness_are_two_elements():
    """Between bodies, and to the public: one does not stand for the other."""
    lacking = an_entry(sharing=None, openness=None)

    assert [path for _, _, path in said(data_directories.has_elements, lacking)] == ["sharing", "openness"]


def open_step(reason, path):
    """The one answer that a person has to judge a step that was not taken yet."""
    return [("NEEDS_JUDGEMENT", reason, path)]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        # all on one day
        (dict.fromkeys(("requirements_set_at", "compiled_at", "reviewed_at", "pooled_at"), "2025-06-03"), MET),
        ({"requirements_set_at": "2024-01-01"}, MET),  # set before the norms
        ({"requirements_set_at": "2025-05-21"}, breach("compiled-before-requirements", "compiled_at")),
        ({"requirements_set_at": None}, breach("compiled-before-requirements", "compiled_at")),
        ({"reviewed_at": "2025-05-19"}, breach("reviewed-before-compiled", "reviewed_at")),
        ({"pooled_at": "2025-06-02"}, breach("pooled-before-reviewed", "pooled_at")),
        ({"reviewed_at": None}, breach("pooled-before-reviewed", "pooled_at")),
        ({"pooled_at": None}, open_step("not-pooled", "pooled_at")),
        ({"reviewed_at": None, "pooled_at": None}, open_step("not-reviewed", "reviewed_at")),
        ({"compiled_at": None, "reviewed_at": None, "pooled_at": None}, open_step("not-compiled", "compiled_at")),
        (
            dict.fromkeys(("requirements_set_at", "compiled_at", "reviewed_at", "pooled_at")),
            idle("nothing-compiled"),
        ),
        ({"pooled_at": "2025-07-01"}, open_step("not-pooled", "pooled_at")),  # after 2025-06-30
        ({"requirements_set_at": UNSTATED}, UNKNOWN),
        ({"pooled_at": UNSTATED}, UNKNOWN),
    ],
)
def test_compiled_in_order(changes, found):
    """Requirements, compiling, review, pooling; no step has a time."""
    asked = an_entry(**changes)

    assert said(data_directories.compiled_in_order, asked) == found


def test_a_step_that_is_missing_reads_well():
    """As one that was not taken, not as one that came later."""
    (found,) = data_directories.compiled_in_order(an_entry(requirements_set_at=None), a_context())

    assert found.message() == "编制应在编制要求制定之后：编制 2025-05-20，要求制定 无"


@pytest.mark.parametrize(
    ("field", "reason"),
    [
        ("set_by_data_body", "requirements-not-by-data-body"),
        ("compiled_by_department", "not-compiled-by-department"),
        ("reviewed_by_data_body", "not-reviewed-by-data-body"),
    ],
)
def test_each_step_is_taken_by_its_body(field, reason):
    """The data body sets and reviews, the department compiles; who pools is not stated."""
    for no in (False, None):
        assert said(data_directories.compiled_in_order, an_entry(**{field: no})) == breach(reason, field)
    assert said(data_directories.compiled_in_order, an_entry(**{field: UNSTATED})) == UNKNOWN


def test_what_was_done_before_the_norms_is_not_held_against_them():
    """Compiled on the day before, its order is of no matter; a step after that is."""
    old = an_entry(requirements_set_at=None, compiled_at="2025-05-05", compiled_by_department=False)

    assert said(data_directories.compiled_in_order, old) == idle("directory-before-the-norms")
    assert said(
        data_directories.compiled_in_order, an_entry(compiled_at="2025-05-05", reviewed_by_data_body=False)
    ) == [
        *idle("directory-before-the-norms"),
        *breach("not-reviewed-by-data-body", "reviewed_by_data_body"),
    ]
    assert (
        said(data_directories.compiled_in_order, an_entry(requirements_set_at="2025-05-05", set_by_data_body=False))
        == MET
    )
    on_the_day = an_entry(requirements_set_at=None, compiled_at="2025-05-06")
    assert said(data_directories.compiled_in_order, on_the_day) == breach("compiled-before-requirements", "compiled_at")


OUTSIDE = breach("collected-outside-directory", "collected")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"collected": ["权利人", "坐落", "面积"]}, MET),
        ({"collected": ["权 利人", "面积 "]}, MET),  # blanks make no difference
        ({"collected": ["权利人", "指纹"]}, OUTSIDE),
        ({"in_directory": []}, OUTSIDE),
        ({"in_directory": None}, OUTSIDE),
        ({"in_directory": UNSTATED}, UNKNOWN),
        ({"collected": UNSTATED}, UNKNOWN),
        ({"collected": []}, idle("nothing-collected")),
        ({"collected": None, "in_directory": UNSTATED}, idle("nothing-collected")),
    ],
)
def test_collected_within(changes, found):
    """Every name that is collected is one that the directory holds."""
    assert said(data_directories.collected_within, a_collection(**changes)) == found


def test_what_lies_outside_is_named():
    """And what does not is not."""
    (found,) = data_directories.collected_within(a_collection(collected=["指纹", "权利人", "虹膜"]), a_context())

    assert found.facts["data"] == ("指纹", "虹膜")


@pytest.mark.parametrize(
    ("is_secret", "follows", "found"),
    [
        (True, True, MET),
        (True, False, breach("secrecy-law-not-followed", "follows_secrecy_law")),
        (True, None, breach("secrecy-law-not-followed", "follows_secrecy_law")),
        (True, UNSTATED, UNKNOWN),
        (False, False, idle("not-of-secret-item")),
        (None, UNSTATED, idle("not-of-secret-item")),
        (UNSTATED, False, UNKNOWN),
    ],
)
def test_secret_by_secrecy_law(is_secret, follows, found):
    """涉密: the data follow the law on secrecy."""
    asked = an_entry(of_secret_item=is_secret, follows_secrecy_law=follows)

    assert said(data_directories.secret_by_secrecy_law, asked) == found


@pytest.mark.parametrize("area", [PUTIAN, HANJIANG])
@pytest.mark.parametrize(
    ("rule", "changes", "severity", "clause"),
    [
        (data_directories.has_elements, {"content": None}, Severity.ADVICE, "putian-2025/art-33"),
        (data_directories.compiled_in_order, {"requirements_set_at": None}, Severity.VIOLATION, "putian-2025/art-33"),
        (data_directories.collected_within, {"in_directory": []}, Severity.VIOLATION, "putian-2025/art-34"),
        (
            data_directories.secret_by_secrecy_law,
            {"of_secret_item": True, "follows_secrecy_law": False},
            Severity.VIOLATION,
            "putian-2025/art-54",
        ),
    ],
)
def test_what_a_breach_weighs_and_cites(area, rule, changes, severity, clause):
    """The elements are told as a fact, so lacking one is advice; the rest are duties."""
    (found,) = rule(make(rule, area=area, **changes), a_context())

    assert found.severity is severity
    assert [each.ref for each in found.clauses] == [clause]
