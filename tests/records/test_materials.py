"""The record of a material: two closed lists, and nothing that was not stated."""

import pytest
from pydantic import ValidationError

from zwfw import norm
from zwfw.records import Material, MaterialForm, MaterialSource


@pytest.mark.parametrize(
    ("kind", "printed", "norms"),
    [
        (
            MaterialSource,
            ["申请人自备", "政府部门核发", "其他"],
            ["fujian-2022/1.2.2#1", "xiamen-2022/1.2.1#1"],
        ),
        (MaterialForm, ["表格型", "非表格型"], ["xiamen-2022/1.2.1#2"]),
    ],
)
def test_the_lists_are_those_printed(kind, printed, norms):
    """The members as the texts print them, in their order."""
    assert [member.value for member in kind] == printed
    for id_ in norms:
        held = norm(id_)
        assert list(held.members) == printed
        assert held.is_open is False


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"source": "网上核验"}, "source"),
        ({"form": "表格"}, "form"),
        ({"copies": -1}, "copies"),
        ({"kind": "原件"}, "kind"),
    ],
)
def test_what_the_lists_lack_is_refused(changes, place):
    """Both lists are closed, and so is the record; nobody asks for fewer than no copies."""
    with pytest.raises(ValidationError) as caught:
        Material(name="营业执照", **changes)

    assert [error["loc"] for error in caught.value.errors()] == [(place,)]


def test_a_material_needs_a_name():
    """All else may be left unsaid."""
    assert Material(name="营业执照").model_dump() == {"name": "营业执照"}
    with pytest.raises(ValidationError, match="name"):
        Material()


def test_a_material_survives_json():
    """What was stated, and only that, its bases too."""
    material = Material(
        name="营业执照",
        source="政府部门核发",
        gap_registered=None,
        bases=[{"name": "公司登记管理条例", "rank": "行政法规"}],
    )

    read = Material.model_validate_json(material.model_dump_json())

    assert read == material
    assert read.model_fields_set == {"name", "source", "gap_registered", "bases"}
    assert read.outside_printed == {}
    assert read.name_in_reports == "营业执照"
