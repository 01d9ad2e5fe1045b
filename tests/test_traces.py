"""What carries each norm out."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwfw import norm
from zwfw.errors import UnknownDocumentError
from zwfw.norms import NAMING, Carrier, CarrierKind, Norm, NormKind
from zwfw.traces import Trace, TraceRow, TraceState, carriers_of, trace

A_NORM = Norm(id="x/1.1#1", kind=NormKind.RULE, text_zh="甲", text_en="a")


def a_row(*carriers):
    """The row of a norm with these carriers, as the data write them."""
    return TraceRow(norm=A_NORM, carriers=tuple(map(Carrier.parse, carriers)))


@pytest.mark.parametrize(
    ("carriers", "state"),
    [
        ([], TraceState.OPEN),
        (["rule:x"], TraceState.CARRIED),
        (["limit:x"], TraceState.CARRIED),
        (["parameter:x"], TraceState.CARRIED),
        (["target:x"], TraceState.CARRIED),
        (["members"], TraceState.CARRIED),
        (["term"], TraceState.CARRIED),
        (["force"], TraceState.CARRIED),
        (["members", "rule:x"], TraceState.CARRIED),
        (["informative", "rule:x"], TraceState.CARRIED),
        (["attested"], TraceState.ATTESTED),
        (["members", "attested"], TraceState.ATTESTED),
        (["term", "attested"], TraceState.ATTESTED),
        (["rule:x", "attested"], TraceState.ATTESTED),
        (["informative", "attested"], TraceState.ATTESTED),
        (["informative"], TraceState.INFORMATIVE),
        (["planned:x"], TraceState.PLANNED),
        (["planned:x", "planned:y"], TraceState.PLANNED),
        (["planned:x", "rule:x"], TraceState.PLANNED),
        (["planned:x", "attested"], TraceState.PLANNED),
        (["members", "planned:x"], TraceState.PLANNED),
    ],
)
def test_the_state_follows_from_the_carriers(carriers, state):
    """What waits for a rule waits, whatever carries out the rest; what a person has to say in part is attested."""
    assert a_row(*carriers).state is state


@given(
    carriers=st.lists(
        st.sampled_from([f"{kind}:x" if kind in NAMING else kind.value for kind in CarrierKind]), unique=True
    )
)
def test_the_order_of_the_carriers_does_not_matter(carriers):
    """The state is the same from either end."""
    assert a_row(*carriers).state is a_row(*reversed(carriers)).state


@pytest.mark.parametrize(
    ("document", "number"),
    [
        ("fujian-2022", 264),
        ("xiamen-2022", 333),
        ("putian-2025", 211),
        # 141 norms, 33 criteria of villages and 50 of townships
        ("hanjiang-2023", 141 + 33 + 50),
    ],
)
def test_every_norm_of_a_document_has_a_row(document, number):
    """One row a norm, in the document's own order."""
    found = trace(document)

    assert len(found) == len(found.rows) == number
    assert [each.norm.id.partition("/")[0] for each in found] == [document] * number
    assert len({each.norm.id for each in found}) == number


def test_the_trace_of_all_is_that_of_each():
    """949 norms and 83 criteria, document after document, and none of them open."""
    found = trace()

    assert len(found) == 949 + 83
    assert {each.norm.id: each for each in found} == {
        each.norm.id: each
        for document in ("fujian-2022", "hanjiang-2023", "putian-2025", "xiamen-2022")
        for each in trace(document)
    }
    assert found.counts()[TraceState.OPEN] == 0


def test_counts_name_every_state():
    """Those that no row has too, in the order of the states."""
    found = Trace((a_row("members"), a_row("term"), a_row("attested"), a_row()))

    assert list(found.counts().items()) == [
        (TraceState.CARRIED, 2),
        (TraceState.ATTESTED, 1),
        (TraceState.INFORMATIVE, 0),
        (TraceState.PLANNED, 0),
        (TraceState.OPEN, 1),
    ]
    assert Trace(()).counts() == Counter(dict.fromkeys(TraceState, 0))


@pytest.mark.parametrize(
    ("carrier", "norms"),
    [
        # 差评 2 个工作日内回访: fujian 2.5.2, restated in xiamen 2.5.3
        ("parameter:bad_review_followup", ["fujian-2022/2.5.2#1", "xiamen-2022/2.5.3#1"]),
        # 掌上办 600 项: xiamen 2.3.3 alone
        ("target:mobile_matters_min", ["xiamen-2022/2.3.3#1"]),
        # 好差评 over 办件量: a figure that is set, and one to be reached
        ("parameter:annual_review_to_case_ratio", ["fujian-2022/2.5.3#3", "xiamen-2022/2.5.4#3"]),
        ("target:annual_review_to_case_ratio", ["fujian-2022/2.5.3#3", "xiamen-2022/2.5.4#3"]),
        ("rule:nobody.carries-this-out", []),
    ],
)
def test_a_carrier_leads_to_its_norms(carrier, norms):
    """What a figure carries out, though the figure names the norm and not the norm the figure."""
    assert [each.norm.id for each in trace().by_carrier(carrier)] == norms


@pytest.mark.parametrize("carrier", ["rule", "rule:", "members:x", "x"])
def test_what_is_no_carrier_leads_nowhere(carrier):
    """A slip is not answered with nothing."""
    with pytest.raises(ValueError, match=r"CarrierKind|name behind"):
        trace().by_carrier(carrier)


def test_carriers_are_told_once_the_norms_own_first():
    """A rule asks for a ratio that is a parameter and a target; what a norm names stands before what names it."""
    assert [str(each) for each in carriers_of(norm("xiamen-2022/2.5.4#3"))] == [
        "rule:review_statistics.volume-at-least-cases",
        "parameter:annual_review_to_case_ratio",
        "target:annual_review_to_case_ratio",
    ]
    named = Norm(
        id="fujian-2022/2.5.2#1",
        kind=NormKind.PARAMETER,
        text_zh="甲",
        text_en="a",
        carriers=(Carrier(CarrierKind.ATTESTED), Carrier(CarrierKind.PARAMETER, "bad_review_followup")),
    )
    assert [str(each) for each in carriers_of(named)] == ["attested", "parameter:bad_review_followup"]


def test_a_norm_that_nothing_names_has_no_carriers():
    """There is no default."""
    assert carriers_of(A_NORM) == ()


def test_an_unknown_document_has_no_trace():
    """A slip is not answered with an empty table."""
    with pytest.raises(UnknownDocumentError):
        trace("fujian")
