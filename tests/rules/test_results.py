"""What each rule about results answers: kept, broken, silent and unknown."""

from datetime import date

import pytest

from support import HANJIANG, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, said, stated
from zwfw import Severity, check
from zwfw.records import ItemElements, ItemResult
from zwfw.rules import results

FUZHOU = a_context(area="350102")
IN_XIAMEN = a_context(area=XIAMEN)
PROVINCE, CITY = "fujian-2022/1.2.3", "xiamen-2022/1.2.2"

_BASE = {
    "name": "节能审查意见",
    "kind": "批文",
    "sample": None,
    "form_unified": True,
    "issued_by_government": True,
    "certificate_generated": True,
    "data_pushed": True,
    "is_electronic": True,
    "must_be_submitted_elsewhere": False,
}


def a_result(**changes):
    """A result that keeps every clause, every field stated, with your changes."""
    return ItemResult(**stated(_BASE | changes))


def cited(rule, ctx, **changes):
    """State, reason and clauses of each answer."""
    return [
        (each.state.name, each.reason, [held.ref for held in each.clauses]) for each in rule(a_result(**changes), ctx)
    ]


@pytest.mark.parametrize("ctx", [FUZHOU, IN_XIAMEN], ids=["fuzhou", "xiamen"])
@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"kind": "备案表"}, MET),  # every result document has one form
        ({"form_unified": False}, breach("result-form-not-unified", "form_unified")),
        ({"form_unified": None}, breach("result-form-not-unified", "form_unified")),
        ({"form_unified": UNSTATED}, UNKNOWN),
    ],
)
def test_form_unified(ctx, changes, found):
    """A result document has one form, in the province and in the city, whatever its kind."""
    assert said(results.form_unified, a_result(**changes), ctx) == found


WITHOUT = breach("result-without-certificate", "certificate_generated")
NOT_PUSHED = breach("result-data-not-pushed", "data_pushed")
OTHER = idle("result-of-another-kind")


@pytest.mark.parametrize(
    ("changes", "fuzhou", "xiamen"),
    [
        ({}, MET, MET),
        ({"kind": "证照"}, MET, MET),
        ({"kind": "备案表"}, OTHER, MET),
        ({"kind": None}, OTHER, MET),
        ({"certificate_generated": False}, WITHOUT, WITHOUT),
        ({"kind": "证照", "certificate_generated": None}, WITHOUT, WITHOUT),
        ({"data_pushed": False}, NOT_PUSHED, NOT_PUSHED),
        ({"certificate_generated": False, "data_pushed": False}, WITHOUT + NOT_PUSHED, WITHOUT + NOT_PUSHED),
        ({"kind": "备案表", "certificate_generated": False}, OTHER, WITHOUT),
        ({"kind": None, "data_pushed": False}, OTHER, NOT_PUSHED),
        ({"certificate_generated": UNSTATED}, UNKNOWN, UNKNOWN),
        # what is known of one step is said, whatever is unknown of the other
        ({"certificate_generated": UNSTATED, "data_pushed": False}, UNKNOWN + NOT_PUSHED, UNKNOWN + NOT_PUSHED),
        ({"kind": "备案表", "data_pushed": UNSTATED}, OTHER, UNKNOWN),
        # without the kind the city's clause speaks all the same
        ({"kind": UNSTATED}, UNKNOWN, UNKNOWN + MET),
        ({"kind": UNSTATED, "certificate_generated": False}, UNKNOWN, WITHOUT + UNKNOWN),
    ],
)
def test_certificate_generated(changes, fuzhou, xiamen):
    """A result becomes an e-certificate and its data are pushed: certificates and approvals, in Xiamen every one."""
    assert said(results.certificate_generated, a_result(**changes), FUZHOU) == fuzhou
    assert said(results.certificate_generated, a_result(**changes), IN_XIAMEN) == xiamen


@pytest.mark.parametrize(
    ("changes", "clauses"),
    [
        ({"kind": "证照"}, [CITY, PROVINCE]),
        ({"kind": "批文"}, [CITY, PROVINCE]),
        ({"kind": "备案表"}, [CITY]),
        ({"kind": None}, [CITY]),
    ],
)
def test_a_result_of_another_kind_breaks_the_citys_clause_alone(changes, clauses):
    """The province limits it to 证照 and 批文; the city dropped the limit."""
    rule = results.certificate_generated

    assert cited(rule, IN_XIAMEN, **changes) == [("MET", "met", clauses)]
    assert cited(rule, IN_XIAMEN, **changes, certificate_generated=False) == [
        ("BREACHED", "result-without-certificate", clauses)
    ]


def test_of_an_unknown_kind_the_citys_clause_is_broken_and_the_provinces_unknown():
    """Both stand: the breach by the city's clause, and that the kind is missing."""
    found = results.certificate_generated(a_result(kind=UNSTATED, data_pushed=False), IN_XIAMEN)

    assert [[held.ref for held in each.clauses] for each in found] == [[CITY], [PROVINCE]]
    assert found[1].missing == ("kind",)


NOT_ELECTRONIC = breach("result-not-electronic", "is_electronic")
SUBMITTED = breach("result-still-submitted", "must_be_submitted_elsewhere")
NOT_ISSUED = idle("result-not-issued-by-government")


# Both texts: 推动实现政府部门核发的办事结果（电子证照、批文）全部电子化，申请人办事时免于提交.
@pytest.mark.parametrize("ctx", [FUZHOU, IN_XIAMEN], ids=["fuzhou", "xiamen"])
@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"must_be_submitted_elsewhere": None}, MET),
        ({"is_electronic": False}, NOT_ELECTRONIC),
        ({"is_electronic": None}, NOT_ELECTRONIC),
        ({"must_be_submitted_elsewhere": True}, SUBMITTED),
        ({"is_electronic": False, "must_be_submitted_elsewhere": True}, NOT_ELECTRONIC + SUBMITTED),
        ({"issued_by_government": False, "is_electronic": False}, NOT_ISSUED),
        ({"issued_by_government": None, "is_electronic": False}, NOT_ISSUED),
        ({"kind": "备案表", "is_electronic": False}, NOT_ISSUED),  # the bracket names two kinds and is closed
        ({"kind": None}, NOT_ISSUED),
        ({"kind": UNSTATED, "issued_by_government": False}, NOT_ISSUED),
        ({"kind": "备案表", "issued_by_government": UNSTATED}, NOT_ISSUED),
        ({"issued_by_government": UNSTATED}, UNKNOWN),
        ({"kind": UNSTATED}, UNKNOWN),
        ({"is_electronic": UNSTATED, "must_be_submitted_elsewhere": True}, UNKNOWN + SUBMITTED),
        ({"is_electronic": False, "must_be_submitted_elsewhere": UNSTATED}, NOT_ELECTRONIC + UNKNOWN),
    ],
)
def test_electronic_and_exempt(ctx, changes, found):
    """What government issues is electronic, and nobody has to hand it in."""
    assert said(results.electronic_and_exempt, a_result(**changes), ctx) == found


@pytest.mark.parametrize(
    ("rule", "changes", "severity"),
    [
        (results.form_unified, {"form_unified": False}, Severity.VIOLATION),
        (results.certificate_generated, {"data_pushed": False}, Severity.VIOLATION),
        (results.electronic_and_exempt, {"is_electronic": False}, Severity.ADVICE),  # 推动
    ],
)
@pytest.mark.parametrize(
    ("ctx", "documents"),
    [
        (FUZHOU, ["fujian-2022"]),
        (a_context(area=HANJIANG), ["fujian-2022"]),
        (IN_XIAMEN, ["xiamen-2022", "fujian-2022"]),
    ],
    ids=["fuzhou", "hanjiang", "xiamen"],
)
def test_what_a_breach_weighs_and_cites(rule, changes, severity, ctx, documents):
    """The same words in both documents: one breach, by the city's clause and the province's."""
    (found,) = rule(a_result(**changes), ctx)

    assert found.severity is severity
    assert [each.document for each in found.clauses] == documents


def test_before_the_documents_nothing_is_asked():
    """The province's table was issued on 2022-09-14."""
    ctx = a_context(as_of=date(2022, 9, 13), area="350102")

    for rule in results.RULES:
        assert said(rule, a_result(form_unified=False), ctx) == idle("not-yet-in-force")


def test_results_are_asked_about_where_they_stand():
    """As a part of an item's elements each result has its own place."""
    elements = ItemElements(
        name="节能审查", area="350102", results=[_BASE, _BASE | {"form_unified": False, "is_electronic": False}]
    )

    report = check(elements, a_context())

    assert [(each.rule, each.path) for each in report.breaches] == [
        ("results.form-unified", "results[1].form_unified"),
        ("results.electronic-and-exempt", "results[1].is_electronic"),
    ]
