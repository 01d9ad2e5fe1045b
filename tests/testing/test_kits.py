"""The kit: it passes every rule of the library, and finds each promise that a rule breaks."""

from datetime import date
from itertools import count

import attrs
import pytest
from hypothesis import settings
from hypothesis import strategies as st

from zwfw import Context, Severity, State, clause
from zwfw._hypothesis import STRATEGIES
from zwfw.clauses import document
from zwfw.records import Case, Correction, SpecialStep
from zwfw.rules import RULES, Rule, breached, find_rule, judge, not_applicable, rule
from zwfw.testing import kits, strategies
from zwfw.testing.kits import check_rule
from zwfw.testing.moments import LAST_DAY
from zwfw.testing.strategies import hindsight, violating

PLACE = {"area": "350200", "item": "食品经营许可", "mode": None, "decided_at": None}
CASE = Case(id="1", received_at="2025-06-03", special_steps=[SpecialStep(name="听证", basis_rank="法律")], **PLACE)
CTX = Context(area="350200", as_of=date(2025, 6, 30))


@rule("mine.item-named", clauses=("fujian-2022/2.2.10", "xiamen-2022/2.2.11"))
def item_named(case: Case, _: Context):
    """A rule that keeps every promise: a case names its item."""
    if not case.item:
        yield breached("not-registered", at="item", received_on=None)


@attrs.frozen(kw_only=True, eq=False)
class Bent(Rule):
    """A rule whose outcomes are bent."""

    bend: object = None

    def answer(self, subject):
        """The outcomes, each bent."""
        return tuple(found for outcome in super().answer(subject) if (found := self.bend(outcome)) is not None)


def bent(bend=None, **changes):
    """The rule :data:`item_named` with a fault."""
    facts = {field.alias: getattr(item_named, field.name) for field in attrs.fields(Rule)}
    return Bent(
        **facts, bend=bend or (lambda found: attrs.evolve(found, **changes) if found.reason == "met" else found)
    )


def held(asked, *, subjects=(CASE,), contexts=CTX):
    """What the kit says against a rule; empty where it has nothing to say."""
    try:
        check_rule(asked, subjects=subjects, contexts=contexts)
    except AssertionError as broken:
        return str(broken)
    return ""


@pytest.fixture
def few():
    """A quarter of the examples: there are many rules, and whole stories are long."""
    usual = settings.default
    settings.register_profile("few", usual, max_examples=usual.max_examples // 4)
    settings.register_profile("usual", usual)
    settings.load_profile("few")
    yield
    settings.load_profile("usual")


@pytest.mark.registry
@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("asked", RULES, ids=lambda asked: asked.id)
def test_every_rule_keeps_its_promises(asked):
    """Whatever the records, the rules of the library conform."""
    check_rule(asked)


@pytest.mark.registry
@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("asked", RULES, ids=lambda asked: asked.id)
def test_every_rule_keeps_its_promises_about_whole_stories(asked):
    """So they do about records that state everything, kept and broken; a part is asked about in places of its rule."""
    kept = getattr(strategies, f"conforming_{STRATEGIES[asked.record.__name__]}")()
    broken, looks = violating(asked.id), hindsight()
    if "area" not in asked.record.model_fields:
        homes = {document(clause(ref).document).area for ref in asked.clauses}
        looks = [Context(area=home, as_of=LAST_DAY) for home in sorted(homes)]
        broken = broken.flatmap(lambda whole: st.sampled_from(parts_of(whole, asked.record)))

    check_rule(asked, subjects=kept | broken, contexts=looks)


def parts_of(whole, kind):
    """The parts of a kind that a record holds."""
    held = [value for value in dict(whole).values() if isinstance(value, tuple)]
    return [part for parts in held for part in parts if isinstance(part, kind)]


def test_a_rule_of_a_users_own_may_conform():
    """A rule with clauses, and one without; its reasons need no sentences."""

    @rule("mine.item-short", clauses=())
    def item_short(case: Case, _: Context):
        """A rule of the house, with no clause behind it."""
        if case.item is None:
            yield not_applicable("no-item")
        elif len(case.item) > 3:
            yield breached("item-too-long", at="item", item=case.item)

    assert held(item_named) == ""
    assert held(item_short) == ""


def test_the_kit_takes_what_hypothesis_draws_unless_given():
    """A rule about a part of a case is asked about such parts, in any context."""
    asked = []

    @rule("mine.told-once", clauses=())
    def told_once(told: Correction, ctx: Context):
        """A rule about notices."""
        asked.append((type(told._record), ctx.area.code))
        return ()

    check_rule(told_once)

    assert {kind for kind, _ in asked} == {Correction}
    assert len({code for _, code in asked}) > 1


def test_the_kit_takes_several_contexts():
    """Each of them is asked about."""
    other = Context(area="350200", as_of=date(2025, 6, 29))
    asked = set()

    @rule("mine.looks", clauses=())
    def looks(_: Case, ctx: Context):
        """A rule that says when it was asked."""
        asked.add(ctx.as_of.day)
        return ()

    check_rule(looks, subjects=st.just(CASE), contexts=[CTX, other])

    assert asked == {29, 30}


def test_the_kit_names_the_rule_the_promise_and_the_record():
    """What it says is enough to see what went wrong."""
    said = held(bent(rule="other.rule"))

    assert said.startswith("mine.item-named: it answers in the name of other.rule: Outcome(")
    assert "record: Case(id='1'" in said
    assert "context: Context(area=Area('350200'" in said


def test_a_rule_answers():
    """None is no answer."""
    assert "it gives no answer" in held(bent(lambda _: None))


def test_a_rule_answers_the_same_again():
    """A rule that counts how often it is asked is found out."""
    number = count()

    @rule("mine.counting", clauses=())
    def counting(_: Case, __: Context):
        """A rule with a memory."""
        yield judge("asked", number=next(number))

    assert "it answers otherwise when asked again" in held(counting)


@pytest.mark.parametrize("change", [{"item": "其他"}, {"secret": True}], ids=["a value", "a field that was not stated"])
def test_a_rule_leaves_the_record_alone(change):
    """Neither what is stated nor which fields are stated may change."""

    @rule("mine.changing", clauses=())
    def changing(case: Case, _: Context):
        """A rule that writes into the record."""
        case._record.__dict__.update(change)
        case._record.__pydantic_fields_set__.update(change)
        return ()

    # A record of its own each time, as it is not the same afterwards.
    copies = st.builds(CASE.model_copy, deep=st.just(True))
    assert "it changes the record" in held(changing, subjects=copies)


def test_only_a_breach_has_a_severity():
    """One without is as wrong as another answer with one."""
    said = "a breach, and nothing else, has a severity"

    assert said in held(bent(severity=Severity.ADVICE))
    assert said in held(bent(state=State.BREACHED))


def test_only_what_is_undetermined_misses_something():
    """Something must be missing, and only then."""
    said = "what is undetermined, and nothing else, names what is missing"

    assert said in held(bent(missing=("secret",)))
    assert said in held(bent(state=State.UNDETERMINED))


@pytest.mark.parametrize("path", ["item", "special_steps[0].basis_rank", "decided_at"])
def test_what_is_missing_is_not_stated(path):
    """A field that is stated, be it as None, cannot be missing."""
    said = held(bent(state=State.UNDETERMINED, missing=(path,)))

    assert f"{path} is stated, and said to be missing" in said


@pytest.mark.parametrize(
    "path", ["secret", "special_steps[0].ended_at", "received_at.time", "calendar.2027", "xiamen-2022.issued_on"]
)
def test_what_is_missing_may_be_unstated_or_elsewhere(path):
    """A field that is not stated, the time of a day, a notice and a date of issue may all be missing."""
    assert held(bent(state=State.UNDETERMINED, missing=(path,))) == ""


@pytest.mark.parametrize(
    "path", ["special_steps[1].ended_at", "special_steps.ended_at", "itme", "item[0]", "item.name"]
)
def test_a_place_is_in_the_record(path):
    """A place that the record does not have is found out."""
    assert f"there is no place {path} in the record" in held(bent(path=path))


@pytest.mark.parametrize("path", ["", "item", "secret", "special_steps[0]", "special_steps[0].ended_at"])
def test_a_place_may_be_a_field_or_a_part(path):
    """So may the whole record."""
    assert held(bent(path=path)) == ""


PROVINCE, CITY = clause("fujian-2022/2.2.10"), clause("xiamen-2022/2.2.11")


@pytest.mark.parametrize(
    ("cited", "said"),
    [
        ((clause("fujian-2022/2.1.2"),), "it cites clauses that are not its own: fujian-2022/2.1.2"),
        ((PROVINCE, CITY), "it cites a wider document first: fujian-2022/2.2.10, xiamen-2022/2.2.11"),
        ((), "it speaks without citing a clause"),
        ((CITY, PROVINCE), ""),
    ],
    ids=["foreign", "wider first", "none", "fine"],
)
def test_a_rule_cites_its_own_clauses_the_nearest_first(cited, said):
    """What it cites is what it carries out, city before province."""
    found = held(bent(clauses=cited))

    assert said in found
    assert bool(found) is bool(said)


def test_a_rule_cites_clauses_in_force():
    """Xiamen's clause does not bind Hanjiang."""
    elsewhere = Context(area="350303", as_of=date(2025, 6, 30))
    case = Case(id="1", received_at="2025-06-03", item="食品经营许可")

    said = held(bent(clauses=(CITY,)), subjects=[case], contexts=elsewhere)

    assert "it cites clauses that are not in force: xiamen-2022/2.2.11" in said


def test_a_rule_is_silent_before_its_documents():
    """One that speaks under the law of a day on which there was none is found out."""

    def too_soon(outcome):
        return attrs.evolve(outcome, state=State.MET) if outcome.reason == "not-yet-in-force" else outcome

    # The province's document is the first of all, of 2022-09-14.
    assert "it says something under the law of 2022-09-13" in held(bent(too_soon))


def test_a_rule_of_the_library_has_words(monkeypatch):
    """Each of its reasons needs a sentence in both languages."""
    monkeypatch.setattr(kits, "messages", lambda _: {})

    said = held(find_rule("cases.accepted-on-receipt"), contexts=hindsight())

    assert "has no sentence in zh" in said


@pytest.mark.parametrize(
    ("zh", "en", "said"),
    [
        ("{item} 不符", None, "the reason met has no sentence in en"),
        (None, "{item} does not fit", "the reason met has no sentence in zh"),
        ("{item} 不符", "{other} does not fit", "the facts do not fill the sentence in en: other"),
        ("{item} 不符", "does not fit", "the sentences of met have different placeholders"),
        ("{item} 不符", "{item} does not fit", ""),
    ],
)
def test_a_sentence_stands_in_both_languages_and_is_filled(monkeypatch, zh, en, said):
    """The same placeholders stand in both, and the facts fill them."""
    words = {"zh": {"met": zh} if zh else {}, "en": {"met": en} if en else {}}
    monkeypatch.setattr(kits, "messages", words.get)

    found = held(bent(facts={"item": "食品经营许可"}))

    assert said in found
    assert bool(found) is bool(said)


def test_knowing_less_accuses_nobody():
    """A rule that takes silence for a fault is found out, unless it says so."""

    @rule("mine.strict", clauses=())
    def strict(case: Case, _: Context):
        """A rule that presumes the worst of a case that does not name its item."""
        if "item" not in case._record.model_fields_set:
            yield breached("item-unknown")

    assert "it finds a breach once item is not stated" in held(strict)
    assert held(strict, subjects=[Case(id="1", received_at="2025-06-03")]) == ""


def test_a_case_of_no_stated_area_is_another_case():
    """Without an area of its own a case is one of the context's area: that it is judged otherwise accuses nobody."""

    @rule("mine.of-the-city", clauses=())
    def of_the_city(_: Case, ctx: Context):
        """A rule that holds in the city alone, not in its districts."""
        if ctx.area.code == "350200":
            yield breached("in-the-city")

    assert held(of_the_city, subjects=[Case(id="1", received_at="2025-06-03", area="350203")]) == ""


def test_a_step_still_to_come_is_not_known():
    """It is not seen at the moment of looking; that it would be, were its day not stated, accuses nobody."""

    @rule("mine.no-steps", clauses=())
    def no_steps(case: Case, _: Context):
        """A rule against special steps."""
        if case.special_steps:
            yield breached("has-steps")

    later = Case(id="1", received_at="2025-06-03", special_steps=[SpecialStep(name="听证", started_at="2025-07-01")])

    assert held(no_steps, subjects=[later], contexts=CTX) == ""
