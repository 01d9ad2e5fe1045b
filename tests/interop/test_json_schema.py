"""The JSON Schema of every kind of record: what validates in one validates in the other."""

import copy
import json
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from zwfw import records
from zwfw._hypothesis import STRATEGIES
from zwfw.interop import json_schema, record_kinds, schemas
from zwfw.testing import strategies

FEW = settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
SHAPES = {
    "missing",
    "extra_forbidden",
    "enum",
    "literal_error",
    "model_type",
    "string_too_short",
    "greater_than_equal",
    "less_than_equal",
}
"""What a schema can say; beside every kind of error that ends in ``_type``."""

ODD = [None, True, -1, 0, 1.5, "", "胡乱", "2025-06-03", [], {}, ["胡乱"], [{}], {"胡乱": 1}]
"""Values that stand in place of another."""


def validator(kind):
    """A validator that fetches nothing and holds no formats: these are notes."""
    return Draft202012Validator(json_schema(kind))


def dumped(record):
    """A record as JSON has it."""
    return json.loads(record.model_dump_json())


def refused(kind, document):
    """The errors with which the records refuse a document, read strictly; none where they take it."""
    try:
        record_kinds()[kind].model_validate_json(json.dumps(document), strict=True)
    except ValidationError as error:
        return [each["type"] for each in error.errors()]
    return []


def is_of_shape(error):
    """Whether a schema can say it."""
    return error in SHAPES or error.endswith("_type")


def places(node, path=()):
    """The path of every value within a document."""
    yield path
    pairs = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, each in pairs:
        yield from places(each, (*path, key))


@st.composite
def mutated(draw, documents):
    """A document of which one value is another, one is left out, or one field too many is stated."""
    document = copy.deepcopy(draw(documents))
    *above, last = draw(st.sampled_from([path for path in places(document) if path]))
    holder = document
    for key in above:
        holder = holder[key]
    match draw(st.sampled_from(["put", "drop", "add"])):
        case "drop":
            del holder[last]
        case "add" if isinstance(holder, dict):
            holder["胡乱"] = draw(st.sampled_from(ODD))
        case _:
            holder[last] = draw(st.sampled_from(ODD))
    return document


def test_every_kind_has_a_schema():
    """Those of the records, and no private ones."""
    assert set(STRATEGIES) <= set(record_kinds())
    assert record_kinds()["Case"] is records.Case
    assert "Record" not in record_kinds()


@pytest.mark.parametrize("kind", STRATEGIES)
def test_what_a_record_writes_is_of_its_schema(kind):
    """Each record that is drawn, written as JSON, validates; and is read again strictly."""
    held = validator(kind)

    @FEW
    @given(getattr(strategies, STRATEGIES[kind])())
    def holds(record):
        document = dumped(record)

        assert [each.message for each in held.iter_errors(document)] == []
        assert refused(kind, document) == []

    holds()


@pytest.mark.parametrize("kind", STRATEGIES)
def test_both_refuse_the_same_shapes(kind):
    """What the schema refuses the records refuse; what they refuse for its shape the schema refuses."""
    held = validator(kind)
    written = getattr(strategies, STRATEGIES[kind])().map(dumped)

    @settings(FEW, max_examples=12)
    @given(mutated(written.filter(bool)))
    def agree(document):
        errors = refused(kind, document)

        assert errors or held.is_valid(document)
        assert not (any(map(is_of_shape, errors)) and held.is_valid(document)), errors

    agree()


def test_the_schema_of_all_kinds_is_their_choice():
    """One document with every kind in it; a case is one of them, a text is none."""
    whole = json_schema()

    assert whole["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert whole["$id"] == "urn:zwfw:record"
    assert [each["$ref"] for each in whole["anyOf"]] == [f"#/$defs/{name}" for name in record_kinds()]
    assert set(record_kinds()) < set(whole["$defs"])
    held = Draft202012Validator(whole)
    held.check_schema(whole)
    assert held.is_valid({"id": "A-1", "online_depth": "Ⅱ"})
    assert not held.is_valid("A-1")


@pytest.mark.parametrize("kind", record_kinds())
def test_the_schema_of_a_kind_stands_by_itself(kind):
    """A sound schema with an id of its own, in which every reference leads to something, and nothing is left over."""
    schema = json_schema(kind)
    named = {each.removeprefix("#/$defs/") for each in every(schema, "$ref")}

    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:zwfw:record:{kind}"
    assert schema["title"] == kind
    assert schema["additionalProperties"] is False
    assert named - {kind} == set(schema.get("$defs", {})) - {kind}
    assert every(schema, "default") == []


def every(node, name):
    """All values that stand under a name, wherever; fields of records that are named so are left out."""
    if isinstance(node, list):
        return [found for each in node for found in every(each, name)]
    if not isinstance(node, dict):
        return []
    own = [node[name]] if name in node and not isinstance(node[name], dict) else []
    return own + [found for each in node.values() for found in every(each, name)]


def test_a_closed_list_is_an_enumeration():
    """Its members are the Chinese terms; what is said of one of them is said."""
    mode = json_schema("Case")["$defs"]["CaseMode"]

    assert mode["enum"] == ["正常", "告知承诺", "容缺受理"]
    assert mode["description"] == (
        "The way of applying, which the applicant chooses (申办方式).\n\n"
        "告知承诺: A written promise stands for the material.\n\n"
        "容缺受理: Accepted now; the material follows later."
    )


def test_an_open_list_is_any_text():
    """Its printed members are examples; the list itself is no definition any more."""
    schema = json_schema("Case")
    modes = schema["properties"]["mixed_modes"]

    assert modes["anyOf"][0]["items"] == {
        "type": "string",
        "description": "A way of applying that is partly online (线上线下融合方式); the text leaves the list open. "
        "Others may stand here too.",
        "examples": ["线上预审、线下受理", "线上办结、线下取证"],
    }
    assert (
        modes["description"]
        == "The partly online ways that were offered; other ways than the printed ones may stand here."
    )
    assert "MixedMode" not in schema["$defs"]


def test_descriptions_are_the_docstrings():
    """Without the examples and the markup, null as JSON has it; those of an inherited field too."""
    case = json_schema(records.Case)

    assert case["description"] == (
        "One application on its way from submission to delivery (办件).\n\n"
        "Only the id is required. What is not stated is unknown and makes the rules that need it undetermined; null "
        "states that there is none or that it has not happened."
    )
    assert case["properties"]["received_at"]["description"] == (
        "When the materials were received (收件); its day fixes the law of the case."
    )
    assert "description" not in case["properties"]["prereviewed_at"]
    assert (
        json_schema("RatingFacts")["$defs"]["RatingFact"]["properties"]["name"]["description"]
        == "Its name, one of Scorecard.facts."
    )
    assert json_schema("Item")["properties"]["name"]["description"]


@pytest.mark.parametrize("why", [OSError, TypeError])
def test_without_source_there_are_no_descriptions_of_fields(monkeypatch, why):
    """As where only compiled files are installed: the docstrings of classes are still there."""

    def no_source(_module):
        raise why

    monkeypatch.setattr(schemas.inspect, "getsource", no_source)

    assert schemas._said.__wrapped__("zwfw.records.cases") == {}


@pytest.mark.parametrize(
    ("at", "is_valid"),
    [
        ("2025-06-03", True),
        ("2025-06-03T09:30", True),
        ("2025-06-03 09:30:15.5", True),
        ("2025-06-03T09:30:00+08:00", True),
        ("2025-06-03T01:30Z", True),
        ("3 June", False),
        ("2025-06", False),
        (20250603, False),
    ],
)
def test_a_moment_is_a_day_or_local_time(at, is_valid):
    """JSON Schema's date-time asks for a zone, and local time has none; both agree on what a moment is."""
    document = {"id": "A-1", "received_at": at}

    assert validator("Case").is_valid(document) is is_valid
    assert (refused("Case", document) == []) is is_valid


@pytest.mark.parametrize(
    ("area", "is_valid"),
    [
        ("350303", True),
        ("350303001", True),
        ("350303001002", True),
        ("涵江区", True),
        ({"zone": "莆田高新区", "kind": "高新区", "under": "350300"}, True),
        ("35030", False),
        ("110101", False),
        ("", False),
        ({"zone": "莆田高新区", "kind": "园区", "under": "350300"}, False),
        ({"zone": "莆田高新区", "under": "350300"}, False),
    ],
)
def test_an_area_is_a_code_a_name_or_a_zone(area, is_valid):
    """Codes of Fujian begin with 35; that a name is held the schema does not know."""
    document = {"id": "A-1", "area": area}

    assert validator("Case").is_valid(document) is is_valid
    assert (refused("Case", document) == []) is is_valid


@pytest.mark.parametrize(
    ("kind", "document"),
    [
        ("Case", {"id": "A-1", "area": "火星"}),
        ("Case", {"id": "A-1", "received_at": "2025-06-31"}),
        ("Case", {"id": "A-1", "received_at": "2025-06-03", "decided_at": "2025-06-02"}),
        ("TaskProgress", {"task": "fujian-2022/9.9.9"}),
        ("OpenSpan", {"opens": "12:00", "closes": "09:00"}),
    ],
)
def test_what_only_the_records_refuse(kind, document):
    """What the docstring says: order in time, areas and tasks that are held, days of the calendar."""
    assert validator(kind).is_valid(document)
    assert refused(kind, document)


def test_a_schema_is_its_callers_own():
    """Changing one changes no other."""
    json_schema("Case")["properties"].clear()

    assert json_schema("Case")["properties"]


class Odd(records.Record):
    """Named like nothing that is held."""


class Case(records.Record):
    """Named like a kind that is held, and another."""


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("Cas", "expected a kind of record, got 'Cas' (near: Case"),
        ("Zzz", "expected a kind of record, got 'Zzz'"),
        (Odd, "expected a kind of record, got "),
        (Case, "expected a kind of record, got "),
        (Decimal, "expected a kind of record, got "),
        (3, "expected a kind of record, got 3"),
    ],
)
def test_what_is_no_kind_is_told(kind, told):
    """Near ones are named."""
    with pytest.raises(TypeError, match="expected a kind") as raised:
        json_schema(kind)

    assert str(raised.value).startswith(told)


def test_text_beside_other_choices_stays_text():
    """A text or nothing is no open list."""
    assert schemas._opened([{"type": "string"}, {"type": "null"}], {}) == [{"type": "string"}, {"type": "null"}]
