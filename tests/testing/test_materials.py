"""Materials that are made up: sound ones are sound everywhere, flawed ones break one rule, in each of its ways."""

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from zwfw import Severity, check
from zwfw.context import Context
from zwfw.records import BasisRank, LegalBasis, Material, MaterialForm, MaterialSource
from zwfw.testing.materials import conforming_materials, legal_bases, materials, tell_material
from zwfw.testing.strategies import hindsight, violating

FAST = settings(max_examples=5000, phases=[Phase.generate], database=None, suppress_health_check=list(HealthCheck))
FEW = settings(max_examples=15)
PLACES = ("350000", "350102", "350203", "350300", "350303")


@pytest.mark.parametrize("area", PLACES)
@FEW
@given(material=conforming_materials())
def test_a_conforming_material_keeps_every_rule_everywhere(area, material):
    """All is known and kept, and all is stated."""
    assert check(material, Context(area=area, as_of="2025-12-31")).ok
    assert material.model_fields_set == set(Material.model_fields)


@pytest.mark.parametrize(
    "has_it",
    [
        lambda each: each.source is MaterialSource.APPLICANT and each.form is MaterialForm.FORM,
        lambda each: each.source is MaterialSource.APPLICANT and each.form is MaterialForm.NO_FORM,
        lambda each: each.source is MaterialSource.GOVERNMENT and each.certificate_type,
        lambda each: each.source is MaterialSource.GOVERNMENT and each.gap_registered and not each.certificate_type,
        lambda each: each.source is MaterialSource.OTHER and each.format_prescribed and each.model,
        lambda each: each.source is MaterialSource.OTHER and each.format_prescribed and not each.model,
        lambda each: each.on_paper and each.must_be_submitted,
        lambda each: each.on_paper and each.obtainable_by_sharing,
        lambda each: each.certificate_available and each.must_be_submitted,
        lambda each: any(basis.rank is BasisRank.NONE for basis in each.bases),
        lambda each: each.name == "同等学力证明",
    ],
)
def test_conforming_materials_are_of_every_kind(has_it):
    """Each way in which a material can be sound is drawn."""
    assert find(conforming_materials(), has_it, settings=FAST)


@pytest.mark.parametrize(
    ("rule_id", "area", "reason"),
    [
        ("materials.has-legal-basis", "鼓楼区", "material-without-basis"),
        ("materials.has-legal-basis", "鼓楼区", "material-basis-is-none"),
        ("materials.no-catch-all-wording", "鼓楼区", "catch-all-wording"),
        ("materials.no-catch-all-wording", "鼓楼区", "vague-wording"),
        ("materials.form-has-blank-and-sample", "鼓楼区", "blank-form-missing"),
        ("materials.form-has-blank-and-sample", "鼓楼区", "sample-form-missing"),
        ("materials.non-form-has-model", "鼓楼区", "model-missing"),
        ("materials.issued-has-certificate", "鼓楼区", "certificate-not-configured"),
        ("materials.issued-has-certificate", "鼓楼区", "gap-not-registered"),
        ("materials.other-source-stated", "鼓楼区", "source-channel-not-stated"),
        ("materials.other-source-stated", "鼓楼区", "provider-qualification-not-stated"),
        ("materials.other-source-stated", "鼓楼区", "prescribed-format-without-aid"),
        ("materials.issued-not-asked-for", "莆田市", "issued-material-asked-for"),
        ("materials.certificate-instead-of-original", "莆田市", "original-asked-for"),
        ("materials.no-paper-on-top-of-data", "莆田市", "paper-on-top-of-shared-data"),
        ("materials.no-paper-on-top-of-data", "涵江区", "paper-after-online"),
    ],
)
def test_a_rule_is_broken_in_each_of_its_ways(rule_id, area, reason):
    """Each reason is drawn alone, in a place where the clause is in force."""

    def reasons(elements):
        return {outcome.reason for outcome in check(elements, hindsight()).breaches}

    assert find(violating(rule_id, area=area), lambda elements: reasons(elements) == {reason}, settings=FAST)


@FEW
@given(elements=violating("materials.non-form-has-model", area="厦门市"))
def test_xiamen_breaks_both_clauses_at_once(elements):
    """A departure from the province's words, a violation of the city's."""
    weights = {(each.severity, each.clauses[0].document) for each in check(elements, hindsight()).breaches}

    assert weights == {(Severity.DEPARTURE, "fujian-2022"), (Severity.VIOLATION, "xiamen-2022")}


@FEW
@given(material=materials(source="其他", name="检测报告"))
def test_materials_takes_values(material):
    """What is given is stated just so."""
    assert (material.name, material.source) == ("检测报告", MaterialSource.OTHER)


def test_materials_knows_its_fields():
    """A field that there is not is refused at once."""
    with pytest.raises(TypeError, match=r"sourse \(near: source\)"):
        materials(sourse="其他")


@pytest.mark.parametrize(
    "has_it",
    [
        lambda each: each.model_fields_set == {"name"},
        lambda each: each.model_fields_set == set(Material.model_fields),
        lambda each: each.bases and each.bases[0].rank is None and "rank" not in each.bases[0].model_fields_set,
        lambda each: "等" in each.name,
        lambda each: each.copies == 0,
    ],
)
def test_materials_are_of_every_kind(has_it):
    """Little stated or all, and names with wordings in them."""
    assert find(materials(), has_it, settings=FAST)


@pytest.mark.parametrize("rank", [None, *BasisRank])
def test_legal_bases_are_of_every_rank(rank):
    """None too."""
    assert find(legal_bases(), lambda basis: basis.rank is rank, settings=FAST)


@FEW
@given(basis=legal_bases(name="办法", rank="规章"), facts=st.composite(tell_material)())
def test_the_parts_can_be_drawn_alone(basis, facts):
    """A basis with values given, and the facts of a sound material."""
    assert basis == LegalBasis(**basis.model_dump(exclude_unset=True))
    assert basis.rank is BasisRank.RULE
    assert check(Material(**facts), hindsight()).ok
