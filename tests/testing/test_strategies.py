"""The strategies: what they draw is valid, and what they promise about it holds."""

import subprocess
import sys
from datetime import date, datetime
from importlib.metadata import entry_points

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

import zwfw.records
from zwfw import Area, AreaLevel, Context, State, _hypothesis, check
from zwfw._hypothesis import STRATEGIES
from zwfw.areas import ZoneKind
from zwfw.clauses import clause, document, documents
from zwfw.errors import ContextError, UnknownAreaError, UnknownRuleError, ZwfwError
from zwfw.normset import norms_in_force
from zwfw.records import (
    BasisRank,
    Case,
    CaseMode,
    Channel,
    FollowUp,
    MaterialTaken,
    OnlineDepth,
    Record,
    Seal,
    SpecialStep,
)
from zwfw.rules import RULES, find_rule
from zwfw.testing import strategies
from zwfw.testing.flaws import FLAWS
from zwfw.testing.moments import FIRST_DAY, LAST_DAY, instant_of
from zwfw.testing.stories import least_working_days
from zwfw.testing.strategies import (
    areas,
    attestations,
    cases,
    conforming_cases,
    contexts,
    corrections,
    follow_ups,
    forgetful,
    hindsight,
    indicators,
    materials_taken,
    moments,
    special_steps,
    stated_paths,
    task_progress,
    violating,
    with_unstated,
    zones,
)
from zwfw.testing.unstated import UnknownFieldError
from zwfw.testing.verdicts import VIOLATIONS

RULE_IDS = [rule.id for rule in RULES]

SPOKEN_OF = sorted({rule.record for rule in RULES}, key=lambda kind: kind.__name__)
"""The kinds of record that rules speak of."""

WHOLE = {kind: getattr(strategies, STRATEGIES[kind.__name__]) for kind in SPOKEN_OF}
"""What draws them."""

CONFORMING = {kind: getattr(strategies, f"conforming_{STRATEGIES[kind.__name__]}") for kind in SPOKEN_OF}
"""What draws those that keep every clause."""

OF_AN_AREA = [kind for kind in SPOKEN_OF if "area" in kind.model_fields]
"""Those that state an area; a part is of the area of what holds it."""

PRESUMED = ("mode", "kept_by_decision")
"""Unstated, these are taken for the stricter answer: the normal way of applying, and no decision to keep a step."""

few = settings(max_examples=settings.default.max_examples // 5)
some = settings(max_examples=settings.default.max_examples // 2)
"""For what is asked of every rule, and of every kind of record: there are many."""


def named(kinds):
    """Parametrise by kinds of record, each under its name."""
    return pytest.mark.parametrize("kind", kinds, ids=lambda kind: kind.__name__)


def homes_of(rules):
    """The areas that the documents of some rules bind; only the widest ones."""
    held = {Area(document(clause(ref).document).area) for rule in rules for ref in rule.clauses}
    return [area for area in held if not any(area is not other and area.is_within(other) for other in held)]


def places_of(kind):
    """The areas of all documents that rules about a kind carry out."""
    refs = {ref for rule in RULES if rule.record is kind for ref in rule.clauses}
    return sorted({document(clause(ref).document).area for ref in refs})


WITHIN = {"350000": "鼓楼区", "350200": "思明区", "350300": "仙游县", "350303": "涵江区"}
"""An area within that of each document."""


def homes_of_kind(kind):
    """The areas that the documents of the rules about a kind bind."""
    return homes_of(rule for rule in RULES if rule.record is kind)


KINDS = [
    kind
    for kind in (getattr(zwfw.records, name) for name in zwfw.records.__all__)
    if isinstance(kind, type) and issubclass(kind, Record) and kind is not Record
]


def first(strategy, has_it=None):
    """The first that is drawn and has it, not made smaller; that is much faster."""
    fast = settings(max_examples=2000, phases=[Phase.generate], database=None)
    return find(strategy, has_it or (lambda _: True), settings=fast)


def breached(case, ctx=None):
    """The ids of the rules that are breached."""
    return {outcome.rule for outcome in check(case, ctx or hindsight()).breaches}


# Records that break one rule


@pytest.mark.registry
@pytest.mark.parametrize("rule_id", RULE_IDS)
@few
@given(data=st.data())
def test_a_violating_record_breaks_its_rule_and_nothing_else(rule_id, data):
    """One rule is breached, everything else is known and kept, every field is stated, and JSON keeps it all."""
    record = data.draw(violating(rule_id))

    report = check(record, hindsight())

    assert type(record).model_validate_json(record.model_dump_json()) == record

    assert {outcome.rule for outcome in report.breaches} == {rule_id}
    assert report.undetermined == report.needs_judgement == ()
    assert type(record) is find_rule(rule_id).record or "area" not in find_rule(rule_id).record.model_fields
    assert record.model_fields_set == set(type(record).model_fields)


def test_every_rule_can_be_broken_and_nothing_else_can():
    """The table of violations names the rules of the library and no other; that of flaws those about cases."""
    assert set(VIOLATIONS) == set(RULE_IDS)
    assert set(FLAWS) == {rule.id for rule in RULES if rule.record is Case}


@pytest.mark.parametrize(
    ("rule_id", "area", "reason"),
    [
        ("cases.instant-decided-at-once", "涵江区", "instant-took-too-long"),
        ("cases.nothing-before-acceptance", "涵江区", "special-step-before-acceptance"),
        ("cases.nothing-before-acceptance", "鼓楼区", "decided-before-acceptance"),
        ("cases.special-step-has-basis", "厦门市", "special-step-names-no-basis"),
        ("cases.accepted-on-receipt", "鼓楼区", "no-acceptance-notice"),
        ("cases.decided-as-promised", "鼓楼区", "decided-later-than-promised"),
    ],
)
def test_a_rule_is_broken_in_more_ways_than_one(rule_id, area, reason):
    """Only Hanjiang counts minutes and special steps begun too early, and only Xiamen asks for a basis of any rank."""

    def reasons(case):
        return [outcome.reason for outcome in check(case, hindsight()).breaches]

    assert first(violating(rule_id, area=area), lambda case: reasons(case) == [reason])


def test_a_rule_of_one_city_is_broken_in_that_city():
    """Only Xiamen's document asks for shorter special steps, so the cases are of Xiamen."""

    @given(case=violating("cases.special-step-shortened"))
    def is_of_xiamen(case):
        assert case.area.is_within("厦门市")

    is_of_xiamen()


@given(case=violating("cases.decided-as-promised", area="鼓楼区"))
def test_violating_takes_an_area(case):
    """A name stands for its area."""
    assert case.area == Area("350102")


NOT_OF_ZONES = {
    "review_statistics.active-rate-offline",
    "review_statistics.active-rate-overall",
    "review_statistics.appraisal-published",
    "review_statistics.volume-at-least-cases",
    "seals.text-by-level",
    "venue_hours.as-the-city-set",
    "venues.queue-system",
    "venues.self-service-area",
}
"""Rules that speak of the province, cities, districts, townships and villages, their halls, seals or figures."""


@pytest.mark.registry
@pytest.mark.parametrize(
    "rule_id", [rule.id for rule in RULES if rule.record is not Case and rule.id not in NOT_OF_ZONES]
)
@settings(max_examples=5)
@given(data=st.data())
def test_a_zone_owes_what_its_city_owes(rule_id, data):
    """Targets, tasks and norms in force for a zone are those of the areas around it."""
    home = data.draw(st.sampled_from(homes_of([find_rule(rule_id)])))
    record = data.draw(violating(rule_id, area=zones(within=home)))

    assert breached(record) == {rule_id}
    assert record.area.kind is not None


@given(case=violating("cases.special-step-shortened", area=zones(within="厦门市")))
def test_violating_takes_a_strategy_of_areas(case):
    """The zones of a city are held to the city's document."""
    assert breached(case) == {"cases.special-step-shortened"}
    assert case.area.kind is not None


def test_violating_says_which_area_a_rule_needs():
    """An area that the documents of the rule do not reach is refused at once, with the areas that they do."""
    with pytest.raises(ContextError, match=r"cases\.special-step-shortened binds 厦门市, got .*涵江区"):
        violating("cases.special-step-shortened", area="350303")


def test_violating_says_so_when_such_an_area_is_drawn():
    """A strategy of areas can only be refused when it draws."""
    drawn = violating("cases.special-step-shortened", area=st.just(Area("350303")))

    with pytest.raises(ContextError, match="binds 厦门市"):
        first(drawn)


def test_what_comes_too_early_may_come_without_any_acceptance():
    """A review of a case that was refused, or still waits, begins before any acceptance."""
    begun = first(
        violating("cases.nothing-before-acceptance"),
        lambda case: case.accepted_at is None and case.substantive_review_started_at is not None,
    )

    assert begun.accepted_at is None


def test_violating_knows_its_rules():
    """An id that no rule has is refused at once, and near ones are named."""
    with pytest.raises(UnknownRuleError) as caught:
        violating("cases.decided-as-promise")

    assert "cases.decided-as-promised" in caught.value.candidates


# Records that keep every rule


@pytest.mark.registry
@named(SPOKEN_OF)
@some
@given(data=st.data())
def test_a_conforming_record_keeps_every_rule(kind, data):
    """All is known and kept, and all is stated, wherever a document asks for something."""
    if kind in OF_AN_AREA:
        area = data.draw(st.sampled_from([None, *(WITHIN[home] for home in places_of(kind))]))
        record, looks = data.draw(CONFORMING[kind](area=area)), [hindsight()]
        assert area is None or record.area == Area.find(area)
    else:
        record = data.draw(CONFORMING[kind]())
        looks = [Context(area=home, as_of=LAST_DAY) for home in homes_of_kind(kind)]

    assert all(check(record, ctx).ok for ctx in looks)
    assert record.model_fields_set == set(type(record).model_fields)


@pytest.mark.parametrize("name", sorted(STRATEGIES.values()))
def test_a_misspelt_field_is_refused(name):
    """Before anything is drawn, and near ones are named."""
    with pytest.raises(TypeError, match=r"expected fields of \w+, got nmae"):
        getattr(strategies, name)(nmae="甲")


@pytest.mark.parametrize(
    ("area", "document"), [("厦门市", "xiamen-2022"), ("涵江区", "hanjiang-2023"), ("福州市", "fujian-2022")]
)
def test_conforming_cases_are_held_against_the_documents_of_their_area(area, document):
    """A case states its area, and the nearest document of that area is cited for it."""

    @given(case=conforming_cases(area=area))
    def cites(case):
        (answer,) = check(case, hindsight()).answers
        assert answer.area == Area.find(area)
        assert document in {clause.document for outcome in answer.outcomes for clause in outcome.clauses}

    cites()


@pytest.mark.registry
@named([kind for kind in OF_AN_AREA if kind is not Seal])  # no text says what seal a zone uses
@few
@given(data=st.data())
def test_conforming_records_may_be_of_a_zone(kind, data):
    """A functional zone is bound by what binds the areas around it."""
    home = data.draw(st.sampled_from(homes_of_kind(kind)))
    record = data.draw(CONFORMING[kind](area=zones(within=home)))

    assert check(record, hindsight()).ok
    assert record.area.kind is not None


@named(OF_AN_AREA)
@settings(max_examples=5)
@given(data=st.data())
def test_conforming_records_take_an_area(kind, data):
    """A name stands for its area."""
    home = homes_of_kind(kind)[0]

    assert data.draw(CONFORMING[kind](area=home.name)).area == home


@pytest.mark.parametrize(
    "has_it",
    [
        lambda case: case.received_at is None,
        lambda case: case.refused_at is not None,
        lambda case: len(case.corrections or ()) > 1,
        lambda case: case.mode is CaseMode.GAP and case.complete is False and case.accepted_at is not None,
        lambda case: case.instant and case.decided_at is not None,
        lambda case: case.prereview_passed and case.online_depth is OnlineDepth.FULL,
        lambda case: case.paper_received_at is not None,
        lambda case: any(step.ended_at for step in case.special_steps or ()) and case.promised_working_days is not None,
        lambda case: any(taken.certificate_cancelled_at for taken in case.materials_taken or ()),
        lambda case: case.follow_up is not None and case.follow_up.conditions_met is False,
        lambda case: case.secret and case.online_depth is OnlineDepth.INFORMATION,
    ],
)
def test_conforming_cases_go_many_ways(has_it):
    """Each way that a case can lawfully go is drawn sooner or later."""
    assert check(first(conforming_cases(), has_it), hindsight()).ok


def test_hindsight_is_after_all_that_is_drawn():
    """Looking at the end of 2025 from the province, nothing that is drawn is still to come or out of sight."""
    assert hindsight() == Context(area="350000", as_of=date(2025, 12, 31))


@given(case=conforming_cases() | violating("cases.decided-within-statutory-limit"))
def test_stories_lie_between_the_first_and_the_last_day(case):
    """All documents about cases are in force when a case begins, and it is over before hindsight."""
    moments_told = [
        getattr(case, name) for name in Case.model_fields if name.endswith("_at") and getattr(case, name) is not None
    ]

    assert all(instant_of(FIRST_DAY) <= instant_of(moment) < instant_of(LAST_DAY) for moment in moments_told)


@pytest.mark.parametrize("day", [FIRST_DAY, LAST_DAY])
def test_all_documents_about_cases_are_in_force_from_the_first_to_the_last_day(day):
    """From Hanjiang's plan on (2023-03-06), and until before it lapses (2026-03-05).

    Putian's norms join them on 2025-05-06 and say nothing about cases that a rule carries out.
    """
    about_cases = {clause(ref).document for rule in RULES if rule.record is Case for ref in rule.clauses}
    held = {document.id for code in ("350200", "350303") for document in norms_in_force(code, day).documents}

    assert about_cases == {"fujian-2022", "xiamen-2022", "hanjiang-2023"}
    assert held - {"putian-2025"} == about_cases


@pytest.mark.parametrize(
    ("start", "done", "pauses", "least"),
    [
        # 2025-06-03 is a Tuesday. Working days after it: Wed 4, Thu 5, Fri 6, Mon 9.
        ("2025-06-03", "2025-06-03", [], 0),
        ("2025-06-03", "2025-06-04", [], 1),
        ("2025-06-03", "2025-06-06", [], 3),
        # On Saturday the time of Friday has run out, and that of Monday has not.
        ("2025-06-03", "2025-06-07", [], 4),
        ("2025-06-03", "2025-06-09", [], 4),
        # Paused on 4 and 5; the 6th is the first that counts.
        ("2025-06-03", "2025-06-06", [("2025-06-03", "2025-06-05")], 1),
        ("2025-06-03", "2025-06-09", [("2025-06-03", "2025-06-05")], 2),
        # Two pauses over the same day hold the clock once.
        ("2025-06-03", "2025-06-09", [("2025-06-03", "2025-06-05"), ("2025-06-04", "2025-06-05")], 2),
        # National Day 2025: off from 1 to 8 October, worked on Saturday 11. After 30 September: Thu 9, Fri 10, Sat 11.
        ("2025-09-30", "2025-10-11", [], 3),
    ],
)
def test_the_least_time_is_counted_day_by_day(start, done, pauses, least):
    """The figure that a decision just keeps, worked by hand from the calendar on the wall."""
    spans = [(date.fromisoformat(begun), date.fromisoformat(ended)) for begun, ended in pauses]

    assert least_working_days(date.fromisoformat(start), date.fromisoformat(done), spans) == least


# Records of any kind


@pytest.mark.registry
@named(SPOKEN_OF)
@some
@given(data=st.data(), ctx=contexts())
def test_any_record_can_be_checked(kind, data, ctx):
    """Whatever is stated and whenever it is looked at, there is an answer, in both languages."""
    report = check(data.draw(WHOLE[kind]()), ctx)

    assert report.to_json("zh")
    assert report.to_json("en")


@pytest.mark.registry
@named(SPOKEN_OF)
@some
@given(data=st.data())
def test_a_record_survives_json(kind, data):
    """What was stated, and only that, is written and comes back, the functional zone that a record is of too."""
    drawn = WHOLE[kind]
    record = data.draw(drawn() | drawn(area=zones()) if kind in OF_AN_AREA else drawn())

    read = kind.model_validate_json(record.model_dump_json())

    assert read == record
    assert read.model_fields_set == record.model_fields_set
    assert stated_paths(read) == stated_paths(record)
    assert kind.model_validate_json(record.model_dump_json(exclude_unset=True)) == record


ANY = st.one_of([drawn() for drawn in (*WHOLE.values(), conforming_cases)])


@given(several=st.lists(ANY, max_size=4), ctx=contexts(area="350000"))
def test_an_answer_does_not_depend_on_its_neighbours(several, ctx):
    """Asked together or one by one, the outcomes are the same."""
    together = check(several, ctx)
    apart = [check(record, ctx).answers[0] for record in several]

    assert [answer.outcomes for answer in together.answers] == [answer.outcomes for answer in apart]


@pytest.mark.parametrize(
    ("drawn", "required"),
    [(cases, {"id"}), (indicators, {"key", "year"}), (task_progress, {"task"}), (attestations, {"norm"})],
)
def test_records_may_state_all_or_next_to_nothing(drawn, required):
    """Both ends are drawn, and everything in between."""
    assert first(drawn()).model_fields_set == required
    assert first(drawn(), lambda record: record.model_fields_set == set(type(record).model_fields))


@given(case=cases(area="厦门市", received_at=st.just(date(2025, 6, 3)), decided_at=None, online_depth="Ⅱ级"))
def test_cases_takes_values_and_strategies(case):
    """What is given is stated just so, read as a record reads it."""
    assert case.area == Area("350200")
    assert case.received_at == date(2025, 6, 3)
    assert case.online_depth is OnlineDepth.PREREVIEW
    assert {"area", "received_at", "decided_at", "online_depth"} <= case.model_fields_set
    assert case.decided_at is None


@given(
    case=cases(submitted_at="2025-06-03T10:00", delivered_at=st.sampled_from([date(2025, 6, 3), date(2025, 6, 12)])),
)
def test_moments_are_drawn_around_those_that_are_given(case):
    """Receipt and decision lie between the submission and the delivery, by the day where a time is not known."""
    for moment in (case.received_at, case.decided_at):
        assert moment is None or instant_of(date(2025, 6, 3)) <= instant_of(moment)
    if case.decided_at is not None:
        assert instant_of(case.decided_at).date() <= case.delivered_at


@given(case=cases(received_at=datetime(2025, 6, 3, 23, 30), delivered_at=datetime(2025, 6, 3, 23, 30)))
def test_a_moment_may_have_no_room(case):
    """Between two equal moments there is that moment, or its day."""
    assert case.decided_at in (None, datetime(2025, 6, 3, 23, 30), date(2025, 6, 3))


@given(case=cases(submitted_at="2025-06-03T10:00", paper_requested_at="2025-06-03T09:00"))
def test_a_day_fits_where_no_moment_does(case):
    """Submitted at ten and asked for paper at nine, it can be pre-reviewed at no time, and yet on that day."""
    assert case.prereviewed_at in (None, date(2025, 6, 3))


@given(case=cases(corrections=[{"told_at": "2025-06-03"}, {"told_at": "2025-06-04"}]))
def test_a_receipt_comes_before_notices_that_are_given(case):
    """The receipt is on the day of the first notice at the latest."""
    assert case.received_at is None or instant_of(case.received_at).date() <= date(2025, 6, 3)


@given(case=cases(corrections=(), received_at=moments(first=date(2024, 2, 1), last=date(2024, 2, 29))))
def test_cases_takes_the_days_of_a_strategy(case):
    """The days of the receipt are those of the strategy, both ends counted."""
    assert date(2024, 2, 1) <= instant_of(case.received_at).date() <= date(2024, 2, 29)
    assert case.corrections == ()


def test_cases_names_fields_that_do_not_exist():
    """All of them, each with what may have been meant."""
    with pytest.raises(TypeError) as caught:
        cases(recieved_at=None, xyz=1)

    assert str(caught.value) == "expected fields of Case, got recieved_at (near: received_at), xyz"


def test_cases_refuses_what_contradicts_itself():
    """Given moments in the wrong order are the record's own error."""
    with pytest.raises(ValidationError, match="decided_at 2025-06-02 is before"):
        first(cases(received_at="2025-06-03", decided_at="2025-06-02"))


# Parts, areas, contexts


@given(step=special_steps(basis_rank="规章", started_at=date(2025, 6, 3)))
def test_special_steps_keep_their_order(step):
    """A step ends no earlier than it starts, and states what was given."""
    assert step.basis_rank is BasisRank.RULE
    assert step.ended_at is None or instant_of(step.ended_at) >= instant_of(step.started_at)
    assert {"basis_rank", "started_at"} <= step.model_fields_set


@given(told=corrections(demands=("身份证",)), taken=materials_taken(on_paper=True), found=follow_ups(sanctioned=None))
def test_parts_state_what_is_given(told, taken, found):
    """Given fields are stated, in parts as in records."""
    assert told.demands == ("身份证",)
    assert taken.on_paper is True
    assert found.sanctioned is None
    assert "sanctioned" in found.model_fields_set


@pytest.mark.parametrize(
    "strategy",
    [special_steps, corrections, materials_taken, follow_ups, indicators, task_progress, attestations],
)
def test_strategies_name_fields_that_do_not_exist(strategy):
    """A misspelt field is refused before anything is drawn."""
    with pytest.raises(TypeError, match=r"expected fields of \w+, got nmae"):
        strategy(nmae="听证")


@pytest.mark.parametrize("level", AreaLevel)
def test_areas_are_of_the_level_asked_for(level):
    """Each level lies in the province, down to the villages."""

    @given(area=areas(level=level))
    def is_of_it(area):
        assert area.level is level
        assert area.is_within("350000")

    is_of_it()


@pytest.mark.parametrize(
    "within",
    ["厦门市", "350303", "350303001", "350303001002", Area.zone("火炬高新区", kind=ZoneKind.HIGH_TECH, under="350200")],
)
def test_areas_lie_within_the_area_asked_for(within):
    """That area itself is one of them, whatever its level."""

    @given(area=areas(within=within))
    def lies_within(area):
        assert area.is_within(within)

    lies_within()
    assert first(areas(within=within), lambda area: area == Area.find(within))


def test_areas_of_a_level_may_not_exist():
    """A county has no city in it, and a village nothing."""
    with pytest.raises(ContextError, match="level: expected one that lies in 涵江区, got 市"):
        areas(within="涵江区", level=AreaLevel.CITY)
    with pytest.raises(ContextError, match="expected one that lies in"):
        areas(within="350303001002", level=AreaLevel.TOWNSHIP)


def test_areas_knows_its_areas():
    """A name that no area has is refused."""
    with pytest.raises(UnknownAreaError):
        areas(within="不存在")


def test_areas_with_documents_of_their_own_come_often():
    """Each document's area is drawn within few tries."""
    for held in documents():
        assert first(areas(), lambda area, code=held.area: area.code == code)


@given(zone=zones(within="莆田市"))
def test_zones_have_no_code(zone):
    """A functional zone lies in its city and is of county level."""
    assert zone.code is None
    assert zone.is_within("莆田市")
    assert zone.level is AreaLevel.COUNTY


def test_zones_lie_in_cities_and_counties():
    """A township has none."""
    with pytest.raises(ContextError, match="within: expected a city, a county or the province"):
        zones(within="350303001")


@given(moment=moments(first=date(2025, 6, 3), last=date(2025, 6, 4)))
def test_moments_count_both_ends(moment):
    """A moment lies on one of the days, the last one included."""
    assert instant_of(moment).date() in (date(2025, 6, 3), date(2025, 6, 4))


def test_moments_are_days_or_have_a_time():
    """Both kinds are drawn."""
    assert type(first(moments())) is date
    assert type(first(moments(), lambda moment: isinstance(moment, datetime))) is datetime


@given(ctx=contexts(area="涵江区", as_of=st.just(date(2025, 6, 3))))
def test_contexts_takes_values_and_strategies(ctx):
    """What is given is taken; readings are any choice that is held."""
    assert ctx.area == Area("350303")
    assert ctx.day == date(2025, 6, 3)


def test_contexts_choose_readings():
    """Another option than the default is drawn too."""
    assert first(contexts(), lambda ctx: ctx.readings["paper-window-start"] == "passing")


# Saying less


@pytest.mark.registry
@named(SPOKEN_OF)
@some
@given(data=st.data())
def test_saying_less_is_no_breach(kind, data):
    """Whatever is left out of a record that kept every clause, no rule finds a breach, nor does any raise."""
    assert breached(data.draw(forgetful(CONFORMING[kind](), keep=PRESUMED))) == set()


@pytest.mark.registry
@named(SPOKEN_OF)
@some
@given(data=st.data(), ctx=contexts())
def test_saying_less_never_raises(kind, data, ctx):
    """Every rule has an answer about a record that says little."""
    record = data.draw(forgetful(WHOLE[kind]()))

    assert all(isinstance(outcome.state, State) for outcome in check(record, ctx).outcomes)


def test_forgetful_keeps_what_it_is_told_to():
    """Fields are kept by name, in parts too; all else goes sooner or later."""

    @given(case=forgetful(conforming_cases(), keep=["area", "on_paper"]))
    def keeps(case):
        assert "area" in case.model_fields_set
        assert all("on_paper" in taken.model_fields_set for taken in case.materials_taken or ())

    keeps()
    less = first(forgetful(conforming_cases(), keep=["area"]), lambda case: len(case.model_fields_set) < 45)
    assert "area" in less.model_fields_set


@given(
    correction=forgetful(corrections(told_at="2025-06-03", demands=None, arises_from_supplement=None), keep=["demands"])
)
def test_forgetful_keeps_what_a_record_needs(correction):
    """A required field is never left out."""
    assert correction.told_at == date(2025, 6, 3)
    assert "demands" in correction.model_fields_set


def test_forgetful_leaves_a_bare_record_alone():
    """There is nothing to leave out."""
    bare = Case(id="1")

    assert first(forgetful(st.just(bare))) == bare


FULL = Case(
    id="1",
    decided_at=None,
    follow_up=FollowUp(sanctioned=True),
    special_steps=(SpecialStep(name="听证"), SpecialStep(name="勘验", ended_at=None, limit_working_days=3)),
    materials_taken=(MaterialTaken(name="身份证", on_paper=True),),
    mixed_modes=("其他方式",),
)


def test_stated_paths_are_those_that_outcomes_name():
    """Parts come after the field that holds them, with their numbers; required fields are not among them."""
    assert stated_paths(FULL) == (
        "mixed_modes",
        "follow_up",
        "follow_up.sanctioned",
        "special_steps",
        "special_steps[1].ended_at",
        "special_steps[1].limit_working_days",
        "decided_at",
        "materials_taken",
        "materials_taken[0].on_paper",
    )


def test_what_is_left_out_becomes_unknown():
    """A field, a field of a part, and one of a numbered part; what was not stated may be named."""
    less = with_unstated(
        FULL, "decided_at", "follow_up.sanctioned", "special_steps[1].ended_at", "item", "corrections[3].demands"
    )

    assert less.model_dump(exclude_unset=True) == {
        "id": "1",
        "mixed_modes": ("其他方式",),
        "follow_up": {},
        "special_steps": ({"name": "听证"}, {"name": "勘验", "limit_working_days": 3}),
        "materials_taken": ({"name": "身份证", "on_paper": True},),
    }


def test_nothing_left_out_is_the_same_record():
    """Without paths the record is as it was."""
    assert with_unstated(FULL) == FULL


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("decided", "Case"),
        ("", "Case"),
        ("special_steps[1].end", "SpecialStep"),
        ("special_steps[2].ended_at", "Case"),
        ("special_steps[1]", "Case"),
        ("special_steps.ended_at", "Case"),
        ("follow_up[0].sanctioned", "Case"),
        ("mixed_modes[0].name", "Case"),
        ("decided_at.time", "Case"),
    ],
)
def test_a_path_that_leads_nowhere_is_named(path, kind):
    """The kind of record and the path are told, and stand in the error."""
    with pytest.raises(UnknownFieldError) as caught:
        with_unstated(FULL, path)

    assert isinstance(caught.value, ZwfwError)
    assert caught.value.kind == kind
    assert str(caught.value) == f"expected the path of a field of {kind}, got {caught.value.path!r}"


def test_a_record_cannot_be_without_what_it_needs():
    """Leaving out a required field is the record's own error."""
    with pytest.raises(ValidationError, match="id"):
        with_unstated(FULL, "id")


# Registration


def run(script):
    """What a fresh process prints."""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_the_entry_point_is_named():
    """Hypothesis finds the function by the package's metadata."""
    (entry,) = [entry for entry in entry_points(group="hypothesis") if entry.name == "zwfw"]

    assert entry.load() is _hypothesis.register


@pytest.mark.parametrize(
    "imports",
    ["import hypothesis, zwfw.records", "import zwfw.records, zwfw.context, hypothesis"],
    ids=["hypothesis first", "records first"],
)
def test_types_are_registered_whichever_is_imported_first(imports):
    """``st.from_type`` draws valid records, areas and contexts, alone and inside ``st.builds``."""
    script = f"""
{imports}
import sys
from hypothesis import Phase, find, given, settings, strategies as st
from zwfw import Area, Context
from zwfw.records import Case, SpecialStep

def first(strategy, has_it):
    return find(strategy, has_it, settings=settings(max_examples=2000, phases=[Phase.generate], database=None))

first(st.from_type(Case), lambda case: case.area is not None and case.special_steps)
first(st.from_type(Context), lambda ctx: ctx.area.code == "350200")
steps = st.tuples(st.from_type(SpecialStep))
built = first(
    st.builds(Case, id=st.just("1"), area=st.from_type(Area), special_steps=steps),
    lambda case: case.special_steps[0].ended_at is not None,
)

@settings(max_examples=10)
@given(...)
def counts(case: Case, step: SpecialStep):
    assert case.id and step.name

counts()
print(type(built.area).__name__, "numpy" in sys.modules, "workalendar" in sys.modules)
"""
    assert run(script) == ["Area", "False", "False"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_of_record_is_registered(kind):
    """A new kind of record gets a strategy of its own, under its name."""
    assert isinstance(first(st.from_type(kind)), kind)


def test_the_channels_of_a_flaw_are_all_channels():
    """Online and offline, each channel stands in one of the two lists."""
    from zwfw.testing import flaws

    assert {*flaws.ONLINE, *flaws.OFFLINE} == set(Channel)
    assert find_rule("channels.offline-kept").id in FLAWS
