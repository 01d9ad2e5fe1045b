"""What a unit must be able to show, in an area and on a day."""

from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwfw import Area
from zwfw.checklists import checklist
from zwfw.errors import UnknownAreaError, UnknownReadingError, UnknownUnitError
from zwfw.norms import Carrier, CarrierKind
from zwfw.readings import Readings
from zwfw.tasks import owed_by, tasks
from zwfw.terms import Term
from zwfw.traces import TraceState

DAY = date(2025, 6, 3)


def clauses(unit, area, day=DAY, readings=None):
    """The references of the clauses of a checklist, each once, in their order."""
    found = checklist(unit=unit, area=area, day=day, readings=readings)
    return list(dict.fromkeys(each.clause.ref for each in found))


def test_what_is_computed_stands_with_its_clause_and_term():
    """省营商办 answers for 2.5.4 alone: a list, a yearly figure and a date, all of them held as data."""
    found = checklist(unit="省营商办", area="福建省", day=DAY)

    assert [each.norm.id for each in found] == ["fujian-2022/2.5.4#1", "fujian-2022/2.5.4#2", "fujian-2022/2.5.4#3"]
    assert {each.clause.ref for each in found} == {"fujian-2022/2.5.4"}
    assert {each.state for each in found} == {TraceState.CARRIED}
    assert [each.carriers for each in found] == [
        (Carrier(CarrierKind.MEMBERS),),
        (
            Carrier(CarrierKind.RULE, "review_statistics.appraisal-published"),
            Carrier(CarrierKind.PARAMETER, "appraisal_indicator_publication"),
        ),
        (Carrier(CarrierKind.TERM),),
    ]
    assert not any(each.is_attested for each in found)


def test_a_norm_without_a_term_has_that_of_its_clause():
    """The list of 2.5.4 goes with the clause, by 2022-08-31 and then yearly; the date of 2022 is the norm's own."""
    first, _, third = checklist(unit="省营商办", area="福建省", day=DAY)

    assert first.terms == (Term.parse("by 2022-08-31 then yearly"),)
    assert third.terms == (Term.parse("by 2022-08-31"),)


def test_what_nothing_has_to_be_carried_out_of_is_left_out():
    """省级行业主管部门 answers for 3.1.2 alone: of its two norms the second only defines the licence."""
    (found,) = checklist(unit="省级行业主管部门", area="福建省", day=DAY)

    assert found.norm.id == "fujian-2022/3.1.2#1"


@pytest.mark.parametrize(
    ("unit", "refs"),
    [
        ("省效能办", ["2.1.2", "2.1.3", "2.2.1", "2.2.2", "2.2.3", "2.5.4"]),
        ("省司法厅", ["1.2.6", "3.1.2"]),
        ("各级审改部门", ["1.1.2", "1.1.7", "2.1.5", "2.1.6"]),
    ],
)
def test_a_list_has_every_clause_that_names_the_unit(unit, refs):
    """In the order of the table."""
    assert clauses(unit, "福建省") == [f"fujian-2022/{ref}" for ref in refs]


@pytest.mark.parametrize(
    ("unit", "area", "day", "documents"),
    [
        # the province's table is in force from the day of its parent notice
        ("省效能办", "福建省", date(2022, 9, 13), []),
        ("省效能办", "福建省", date(2022, 9, 14), ["fujian-2022"]),
        ("省效能办", "厦门市", DAY, ["fujian-2022"]),
        # Xiamen's date of issue is not printed: it may bind from the day of the table that it carries out
        ("市效能办", "厦门市", date(2022, 9, 13), []),
        ("市效能办", "厦门市", date(2022, 11, 30), ["xiamen-2022"]),
        ("市效能办", "思明区", DAY, ["xiamen-2022"]),
        ("市效能办", "福建省", DAY, []),
        ("市效能办", "福州市", DAY, []),
        # both tables name them: the city's comes first
        ("各级政务服务管理机构", "福建省", DAY, ["fujian-2022"]),
        ("各级政务服务管理机构", "福州市", DAY, ["fujian-2022"]),
        ("各级政务服务管理机构", "厦门市", DAY, ["xiamen-2022", "fujian-2022"]),
        ("各级政务服务管理机构", "莆田市", date(2025, 5, 5), ["fujian-2022"]),
        ("各级政务服务管理机构", "莆田市", date(2025, 5, 6), ["putian-2025", "fujian-2022"]),
        # Hanjiang's plan runs from 2023-03-06 to 2026-03-05
        ("区营商办", "涵江区", date(2023, 3, 5), []),
        ("区营商办", "涵江区", date(2023, 3, 6), ["hanjiang-2023"]),
        ("区营商办", "涵江区", date(2026, 3, 5), ["hanjiang-2023"]),
        ("区营商办", "涵江区", date(2026, 3, 6), []),
        ("区营商办", "莆田市", DAY, []),
    ],
)
def test_only_what_is_in_force_for_the_area_is_listed(unit, area, day, documents):
    """Not yet, ended and another area's are no duties of that day; the most local document comes first."""
    found = checklist(unit=unit, area=area, day=day)

    assert list(dict.fromkeys(each.clause.document for each in found)) == documents


def test_a_reading_moves_the_end():
    """Without the day of issue the plan still holds on 2026-03-06, and no longer on the 7th."""
    longer = Readings.of({"hanjiang-validity": "issue-day-not-counted"})

    assert clauses("区营商办", "涵江区", date(2026, 3, 6)) == []
    assert clauses("区营商办", "涵江区", date(2026, 3, 6), longer) == ["hanjiang-2023/task-16"]
    assert clauses("区营商办", "涵江区", date(2026, 3, 7), longer) == []
    with pytest.raises(UnknownReadingError):
        checklist(unit="区营商办", area="涵江区", day=DAY, readings={"hanjiang-validity": "never"})


@pytest.mark.parametrize(
    ("name", "unit", "area"),
    [
        ("市审批管理局", "市审批管理局（审改办）", "厦门市"),
        ("市审批管理局(审改办)", "市审批管理局（审改办）", "厦门市"),
        ("市工信局", "市工信局（大数据局）", "厦门市"),
        ("信息集团（大数据公司）", "信息集团", "厦门市"),
        ("区政务服务中心", "区行政服务中心", "涵江区"),
    ],
)
def test_a_unit_is_asked_for_by_any_of_its_names(name, unit, area):
    """The list is the unit's, whatever a document calls it."""
    assert checklist(unit=name, area=area, day=DAY) == checklist(unit=unit, area=area, day=DAY) != ()


def test_an_area_may_be_given_as_it_is():
    """An area, its code and its name ask the same."""
    expected = checklist(unit="市效能办", area="厦门市", day=DAY)

    assert checklist(unit="市效能办", area="350200", day=DAY) == expected
    assert checklist(unit="市效能办", area=Area("350200"), day=DAY) == expected


def test_an_unknown_unit_or_area_is_an_error():
    """A slip is not answered with an empty list."""
    with pytest.raises(UnknownUnitError, match="did you mean"):
        checklist(unit="省数字局", area="福建省", day=DAY)
    with pytest.raises(UnknownAreaError):
        checklist(unit="省数字办", area="359999", day=DAY)


def test_a_unit_that_is_named_nowhere_in_force_has_an_empty_list():
    """省效能办 is a unit of the province's table alone, and that was not in force in 2020."""
    assert checklist(unit="省效能办", area="福建省", day=date(2020, 1, 1)) == ()


def test_what_still_waits_for_a_rule_is_attested_until_then():
    """What is computed is not; what only a person can say is."""
    found = checklist(unit="省数字办", area="福建省", day=DAY)

    assert {each.is_attested for each in found if each.state is TraceState.CARRIED} == {False}
    assert {each.is_attested for each in found if each.state in (TraceState.PLANNED, TraceState.ATTESTED)} == {True}


def test_an_item_is_frozen():
    """Held things do not change."""
    item = checklist(unit="省营商办", area="福建省", day=DAY)[0]

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        item.state = TraceState.ATTESTED


@given(
    unit=st.sampled_from(sorted({unit for each in tasks() for unit in owed_by(each)})),
    area=st.sampled_from(["福建省", "福州市", "厦门市", "思明区", "莆田市", "涵江区"]),
    day=st.dates(date(2022, 1, 1), date(2027, 12, 31)),
)
def test_every_item_is_the_units_own(unit, area, day):
    """Each norm stands once, with a clause that the unit owes and with its own terms or its clause's."""
    found = checklist(unit=unit, area=area, day=day)

    numbered = [each for each in found if each.norm is not None]
    assert len({each.norm.id if each.norm else each.clause.ref for each in found}) == len(found)
    assert all(unit in owed_by(each.clause) for each in found)
    assert all(each.norm in each.clause.norms for each in numbered)
    assert all(each.terms == (each.norm.terms or (each.clause.term,)) for each in numbered)
    assert all(each.clause.norms == () and each.is_attested for each in found if each.norm is None)
    assert {each.state for each in found} <= {TraceState.CARRIED, TraceState.ATTESTED, TraceState.PLANNED}


def test_a_list_does_not_say_that_its_norm_is_kept():
    """Art. 42 asks departments for two ways of guidance; which two is data, whether they have them a person says."""
    (item,) = [
        each
        for each in checklist(unit="各级政务服务职能部门", area="莆田市", day=DAY)
        if each.norm.id == "putian-2025/art-42#1"
    ]

    assert item.is_attested


@pytest.mark.parametrize(
    ("unit", "area", "ref", "term"),
    [
        # a technical committee, and a pilot of how the province runs its centre
        ("省审改办", "福建省", "fujian-2022/1.3.1", "by 2023-06-30"),
        ("省审改办", "福建省", "fujian-2022/2.2.4", "by 2023-06-30"),
        # a third party tries the services
        ("省数字办", "福建省", "fujian-2022/2.5.5", "ongoing"),
        # 月度督查通报
        ("区效能办", "涵江区", "hanjiang-2023/safeguard-4", "every month"),
    ],
)
def test_a_task_without_numbered_norms_is_listed_too(unit, area, ref, term):
    """The unit owes it by a date, every month or all the time; as no norm is numbered, a person says it as a whole."""
    (item,) = [each for each in checklist(unit=unit, area=area, day=DAY) if each.clause.ref == ref]

    assert item.norm is None
    assert (item.state, item.is_attested) == (TraceState.ATTESTED, True)
    assert item.carriers == (Carrier(CarrierKind.ATTESTED),)
    assert item.terms == (Term.parse(term),)


def test_what_may_bind_is_listed_and_marked():
    """Xiamen's table prints no day of issue: on 2022-10-01 nobody can say whether it binds, on 2022-11-30 it does."""
    unit = "市审批管理局（审改办）"
    doubtful = checklist(unit=unit, area="厦门市", day=date(2022, 10, 1))
    certain = checklist(unit=unit, area="厦门市", day=date(2022, 11, 30))

    assert {each.is_uncertain for each in doubtful} == {True}
    assert {each.is_uncertain for each in certain} == {False}
    assert [each.clause for each in doubtful] == [each.clause for each in certain]
    assert checklist(unit=unit, area="厦门市", day=date(2022, 9, 13)) == ()
