"""Official names and texts of seals: built and read by the forms of each document, worked by hand from the texts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zwfw import names
from zwfw.areas import Area, AreaLevel, ZoneKind, areas
from zwfw.errors import DataFileError, OfficialNameError, ZwfwError
from zwfw.names import (
    has_forms,
    parse_seal_text,
    parse_venue_name,
    printed_forms,
    seal_text,
    sub_centre_name,
    venue_name,
)
from zwfw.norms import norm
from zwfw.records import SealKind, VenueKind

FUJIAN, XIAMEN, HANJIANG = DOCUMENTS = ("fujian-2022", "xiamen-2022", "hanjiang-2023")


@pytest.mark.parametrize(
    ("document", "level", "place", "text", "number"),
    [
        (FUJIAN, "市", "莆田市", "莆田市政务服务中心", "2.2.1#1"),
        (FUJIAN, "市", "平潭综合实验区", "平潭综合实验区政务服务中心", "2.2.1#2"),
        (FUJIAN, "县", "闽侯县", "闽侯县政务服务中心", "2.2.1#3"),
        (FUJIAN, "县", "石狮市", "石狮市政务服务中心", "2.2.1#3"),
        (FUJIAN, "县", "涵江区", "涵江区政务服务中心", "2.2.1#3"),
        (FUJIAN, "乡", "庄边乡", "庄边乡便民服务中心", "2.2.1#4"),
        (FUJIAN, "乡", "国欢镇", "国欢镇便民服务中心", "2.2.1#4"),
        (FUJIAN, "乡", "涵东街道", "涵东街道便民服务中心", "2.2.1#4"),
        (FUJIAN, "村", "新塘村", "新塘村便民服务站", "2.2.1#5"),
        (FUJIAN, "村", "凤凰社区", "凤凰社区便民服务站", "2.2.1#5"),
        (XIAMEN, "市", "厦门市", "厦门市政务服务中心", "2.2.1#1"),
        (XIAMEN, "县", "湖里区", "湖里区政务服务中心", "2.2.1#2"),
        (XIAMEN, "乡", "新圩镇", "新圩镇便民服务中心", "2.2.1#3"),
        (XIAMEN, "乡", "殿前街道", "殿前街道便民服务中心", "2.2.1#3"),
        (XIAMEN, "村", "凤凰社区", "凤凰社区便民服务站", "2.2.1#4"),
        (HANJIANG, "县", "涵江区", "涵江区政务服务中心", "task-1#1"),
        (HANJIANG, "乡", "国欢镇", "国欢镇便民服务中心", "task-1#3"),
        (HANJIANG, "村", "新塘村", "新塘村便民服务站", "task-1#4"),
    ],
)
def test_names_of_venues(document, level, place, text, number):
    """By each norm, built and read back."""
    built = venue_name(level, place, document=document)

    assert (built.text, built.norm, built.place, built.is_printed) == (text, f"{document}/{number}", place, True)
    assert built.clause == built.norm.split("#")[0]
    assert parse_venue_name(text, document=document, level=level, is_zone=False) == (built,)


@pytest.mark.parametrize(
    ("document", "place", "is_printed"),
    [
        (FUJIAN, "自贸试验区厦门片区", True),
        (FUJIAN, "泉港经济开发区", True),
        (FUJIAN, "福州新区", True),
        (FUJIAN, "莆田高新区", False),  # the kinds go on with 等
        (FUJIAN, "甲经济技术开发区", False),
        (XIAMEN, "自贸试验区厦门片区", True),
        (XIAMEN, "乙经济开发区", True),
        (XIAMEN, "丙旅游度假区", False),
        (HANJIANG, "莆田高新区", True),  # 功能区名称 alone, of any kind
        (HANJIANG, "丙旅游度假区", True),
    ],
)
def test_names_of_zones(document, place, is_printed):
    """Three kinds are printed and the list is open; in Hanjiang any name of a zone stands in front."""
    built = venue_name("县", place, document=document, is_zone=True)

    assert (built.text, built.is_printed, built.is_zone) == (f"{place}政务服务中心", is_printed, True)
    assert parse_venue_name(built.text, document=document, is_zone=True) == (built,)


@pytest.mark.parametrize(
    ("document", "level", "place", "parts", "text", "number"),
    [
        (FUJIAN, "省", None, ("公安厅", "出入境"), "福建省政务服务中心公安厅出入境分中心", "2.2.1#8"),
        (FUJIAN, "省", "福建省", ("税务局", "办税"), "福建省政务服务中心税务局办税分中心", "2.2.1#8"),
        (FUJIAN, "市", "莆田市", ("卫健委", "医师"), "莆田市政务服务中心卫健委医师分中心", "2.2.1#7"),
        (FUJIAN, "县", "石狮市", ("公安局", "车管"), "石狮市政务服务中心公安局车管分中心", "2.2.1#7"),
        (FUJIAN, "县", "闽侯县", ("人防办", "人防"), "闽侯县政务服务中心人防办人防分中心", "2.2.1#7"),
        (XIAMEN, "市", "厦门市", ("公安局", "出入境"), "厦门市政务服务中心公安局出入境分中心", "2.2.1#6"),
        (XIAMEN, "市", None, ("公安局", "出入境"), "厦门市政务服务中心公安局出入境分中心", "2.2.1#6"),
        (XIAMEN, "县", "湖里区", ("公安局", "户政"), "湖里区政务服务中心公安局户政分中心", "2.2.1#6"),
        (HANJIANG, "县", None, ("公安", "出入境"), "区政务服务中心公安出入境分中心", "task-1#5"),
    ],
)
def test_names_of_sub_centres(document, level, place, parts, text, number):  # noqa: PLR0917  (one a column)
    """The place in front, then department and business; Hanjiang prints 区政务服务中心 without a place."""
    department, business = parts
    built = sub_centre_name(level, place, department=department, business=business, document=document)

    assert (built.text, built.norm, built.is_printed) == (text, f"{document}/{number}", True)
    assert (built.department, built.business) == parts
    assert VenueKind(built.kind) is VenueKind.SUB_CENTRE
    assert built in parse_venue_name(text, document=document, level=level)


def test_a_sub_centre_may_have_no_business():
    """Whether the business is compulsory is not said, so the form is not a printed one."""
    built = sub_centre_name("县", "涵江区", department="公安局")
    assert (built.text, built.is_printed) == ("涵江区政务服务中心公安局分中心", False)
    assert parse_venue_name(built.text) == (built,)


def test_hanjiangs_sub_centre_with_its_place():
    """The text neither prints nor excludes the place in front."""
    built = sub_centre_name("县", "涵江区", department="公安", business="车管", document=HANJIANG)
    assert (built.text, built.place, built.is_printed) == ("涵江区政务服务中心公安车管分中心", "涵江区", False)
    assert built in parse_venue_name(built.text, document=HANJIANG)


def test_a_city_prints_alike_at_both_levels():
    """So both are read, and the level that is given decides."""
    found = parse_venue_name("石狮市政务服务中心")
    assert [(each.level, each.norm) for each in found] == [
        (AreaLevel.CITY, "fujian-2022/2.2.1#1"),
        (AreaLevel.COUNTY, "fujian-2022/2.2.1#3"),
    ]
    assert parse_venue_name("石狮市政务服务中心", level="县") == found[1:]
    sub_centre = "石狮市政务服务中心公安局车管分中心"
    assert {each.level for each in parse_venue_name(sub_centre)} == {AreaLevel.CITY, AreaLevel.COUNTY}


def test_every_cut_between_department_and_business_is_read():
    """开办 may end the department, or belong to the business."""
    found = parse_venue_name("甲县政务服务中心市场监督管理局企业开办分中心")
    assert {(each.department, each.business, each.is_printed) for each in found} == {
        ("市场监督管理局", "企业开办", True),
        ("市场监督管理局企业开办", None, False),
    }


def test_pingtan_has_a_name_of_its_own():
    """Its name is no district's, though it ends like one."""
    (found,) = parse_venue_name("平潭综合实验区政务服务中心")
    assert (found.norm, found.level) == ("fujian-2022/2.2.1#2", AreaLevel.CITY)
    assert venue_name(AreaLevel.CITY, Area("351000")) == found
    with pytest.raises(OfficialNameError, match=r"place: expected one that .* takes, got place '平潭综合实验区'"):
        venue_name("县", "平潭综合实验区")


def test_areas_stand_for_their_names():
    """A zone says itself that it is one."""
    zone = Area.zone("莆田高新区", kind=ZoneKind.HIGH_TECH, under="350303")
    assert venue_name("县", Area("350303")).place == "涵江区"
    assert venue_name("县", zone, document=HANJIANG).is_zone
    assert venue_name("乡", Area("350303101", name="国欢镇")).text == "国欢镇便民服务中心"


def test_the_kinds_are_those_of_the_records():
    """Every kind is a term of a record."""
    assert VenueKind(venue_name("乡", "国欢镇").kind) is VenueKind.TOWNSHIP_CENTRE
    assert SealKind(seal_text("村", place="新塘村").kind) is SealKind.COMMITTEE
    for form in names._held():
        assert (SealKind if form.of == "seal" else VenueKind)(form.kind)


@pytest.mark.parametrize(
    ("text", "belongs"),
    [
        (
            "国欢镇便民服务站",
            "text: expected '国欢镇便民服务中心', as 镇 goes with 便民服务中心, got '国欢镇便民服务站'",
        ),
        ("庄边乡便民服务站", "'庄边乡便民服务中心', as 乡 goes with 便民服务中心"),
        ("涵东街道政务服务中心", "'涵东街道便民服务中心', as 街道 goes with 便民服务中心"),
        ("新塘村便民服务中心", "'新塘村便民服务站', as 村 goes with 便民服务站"),
        ("凤凰社区便民服务中心", "'凤凰社区便民服务站', as 社区 goes with 便民服务站"),
        ("涵江区便民服务中心", "'涵江区政务服务中心', as 区 goes with 政务服务中心"),
    ],
)
@pytest.mark.parametrize("document", [FUJIAN, HANJIANG])
def test_centres_and_stations_are_never_swapped(text, belongs, document):
    """What belongs there is said."""
    with pytest.raises(OfficialNameError) as told:
        parse_venue_name(text, document=document, is_zone=False)
    assert belongs in str(told.value)


@pytest.mark.parametrize(
    ("asked", "faults"),
    [
        (
            lambda: venue_name("村", "国欢镇"),
            ["place: expected {地名}村 or {地名}社区, got '国欢镇', of level 乡 (便民服务中心)"],
        ),
        (
            lambda: venue_name("乡", "新塘村"),
            ["place: expected {地名}乡, {地名}镇 or {地名}街道, got '新塘村', of level 村 (便民服务站)"],
        ),
        (lambda: venue_name("县", "涵江"), ["place: expected {地名}县, {地名}市 or {地名}区, got '涵江'"]),
        (lambda: venue_name("县", "区"), ["place: expected {地名}县, {地名}市 or {地名}区, got '区'"]),
        (lambda: venue_name("乡", "甲乡", document=XIAMEN), ["place: expected {地名}镇 or {地名}街道, got '甲乡'"]),
        (lambda: venue_name("市", "莆田市", document=XIAMEN), ["place: expected 厦门市, got '莆田市'"]),
        (lambda: venue_name("省", "福建省"), ["level: fujian-2022 prints no form of a venue at level 省"]),
        (
            lambda: venue_name("市", "莆田市", document=HANJIANG),
            ["level: hanjiang-2023 prints no form of a venue at level 市"],
        ),
        (lambda: venue_name("区", "涵江区"), ["level: expected one of 村, 乡, 县, 市, 省, got '区'"]),
        (
            lambda: venue_name("区", "涵江区", document="putian-2025"),
            [
                "document: expected one of fujian-2022, xiamen-2022, hanjiang-2023, got 'putian-2025'",
                "level: expected one of 村, 乡, 县, 市, 省, got '区'",
            ],
        ),
        (
            lambda: venue_name("市", Area("350303001")),
            [
                "place: expected an area of level 市, got Area('350303001') of level 乡",
                "place: expected an area with a name, got Area('350303001')",
            ],
        ),
        (
            lambda: venue_name("县", "涵江区", is_zone=True, document=HANJIANG),
            ["place: expected one that {功能区名称}政务服务中心 takes, got place '涵江区'"],
        ),
        (
            lambda: sub_centre_name("县", department="公安"),
            [
                "place: expected {地名}市, {地名}县 or {地名}区, got nothing",
                "department: expected {部门}局, {部门}委 or {部门}办, got '公安'",
            ],
        ),
        (
            lambda: sub_centre_name("市", "莆田市", department="公安厅", business="车 管"),
            [
                "department: expected {部门}局, {部门}委 or {部门}办, got '公安厅'",
                "business: expected {业务}, got '车 管'",
            ],
        ),
        (
            lambda: sub_centre_name("乡", "国欢镇", department="公安局"),
            ["level: fujian-2022 prints no form of a sub-centre at level 乡"],
        ),
        (lambda: seal_text("县"), ["department: expected {部门}, got nothing"]),
        (lambda: seal_text("县", department="公安局行政"), ["department: expected {部门}, got '公安局行政'"]),
        (
            lambda: seal_text("乡", department="公安局"),
            [
                "place: expected {地名}乡, {地名}镇 or {地名}街道, got nothing",
                "department: expected nothing, got '公安局'",
            ],
        ),
        (
            lambda: seal_text("村", document=XIAMEN),
            [
                (
                    "place: expected one that 村委会公章, 社区居委会公章, {地名}村委会公章, {地名}社区居委会公章, "
                    "{地名}村村民委员会 or {地名}社区居民委员会 takes, got nothing"
                )
            ],
        ),
        (
            lambda: parse_venue_name("国欢镇便民服务中心", level="村"),
            ["level: expected a name of level 村, got '国欢镇便民服务中心', which is of level 乡"],
        ),
        (
            lambda: parse_venue_name("涵江区行政服务中心", document=XIAMEN, level="市"),
            [
                (
                    "text: expected 厦门市政务服务中心, 厦门市政务服务中心{部门}局{业务}分中心, "
                    "厦门市政务服务中心{部门}委{业务}分中心 or 厦门市政务服务中心{部门}办{业务}分中心, "
                    "got '涵江区行政服务中心'"
                )
            ],
        ),
        (
            lambda: parse_venue_name("国欢镇", level="村", document=HANJIANG),
            ["text: expected {地名}村便民服务站 or {地名}社区便民服务站, got '国欢镇'"],
        ),
        (
            lambda: parse_venue_name("莆田市服务中心", level="市", document=HANJIANG),
            ["level: hanjiang-2023 prints no such form at level 市"],
        ),
        (lambda: parse_venue_name(" "), ["text: expected a name, got ' '"]),
        (lambda: parse_venue_name(None), ["text: expected a name, got None"]),
        (
            lambda: parse_seal_text("国欢镇便民服务中心审批专用章", level="乡"),
            ["level: expected a name of level 乡, got '国欢镇便民服务中心审批专用章', which is of level 市 or 县"],
        ),
    ],
)
def test_what_does_not_fit_is_told_at_once(asked, faults):
    """Each fault names its place, what was expected and what was given."""
    with pytest.raises(OfficialNameError) as told:
        asked()
    assert list(told.value.faults) == faults
    assert isinstance(told.value, (ZwfwError, ValueError))
    assert str(told.value) == "; ".join(faults)


@pytest.mark.parametrize(
    ("document", "level", "given", "text", "number"),
    [
        (FUJIAN, "市", {"department": "莆田市公安局"}, "莆田市公安局审批专用章", "2.2.9#1"),
        (FUJIAN, "县", {"department": "涵江区公安局"}, "涵江区公安局审批专用章", "2.2.9#1"),
        (FUJIAN, "乡", {"place": "庄边乡"}, "庄边乡便民服务中心审核审批专用章", "2.2.9#2"),
        (FUJIAN, "村", {"place": "新塘村"}, "新塘村委会公章", "2.2.9#3"),
        (FUJIAN, "村", {"place": "凤凰社区"}, "凤凰社区居委会公章", "2.2.9#3"),
        (FUJIAN, "村", {}, "村（社区）居委会公章", "2.2.9#3"),
        (XIAMEN, "县", {"department": "湖里区建设局"}, "湖里区建设局审批专用章", "2.2.9#1"),
        (XIAMEN, "乡", {"place": "殿前街道"}, "殿前街道便民服务中心审核审批专用章", "2.2.9#2"),
        (XIAMEN, "村", {"place": "新塘村"}, "新塘村委会公章", "2.2.9#3"),
        (HANJIANG, "县", {"department": "涵江区公安局"}, "涵江区公安局行政审批专用章", "task-13#8"),
        (HANJIANG, "乡", {"place": "国欢镇"}, "国欢镇便民服务中心审核审批专用章", "task-13#8"),
        (HANJIANG, "村", {"place": "新塘村"}, "新塘村“党建+”邻里中心业务专用章", "task-13#8"),
        (HANJIANG, "村", {}, "“党建+”邻里中心业务专用章", "task-13#8"),
    ],
)
def test_texts_of_seals(document, level, given, text, number):
    """By each norm and tier, built and read back."""
    built = seal_text(level, document=document, **given)

    assert (built.text, built.norm, built.is_printed) == (text, f"{document}/{number}", True)
    assert parse_seal_text(text, document=document, level=level) == (built,)


@pytest.mark.parametrize(
    ("document", "text", "place", "department", "is_printed"),
    [
        (FUJIAN, "涵江区公安局行政审批专用章", None, "涵江区公安局", False),
        (FUJIAN, "新塘村居委会公章", "新塘村", None, False),
        (FUJIAN, "新塘村村民委员会", "新塘村", None, True),
        (XIAMEN, "凤凰社区居民委员会", "凤凰社区", None, True),
        (XIAMEN, "村委会公章", None, None, True),
        (XIAMEN, "社区居委会公章", None, None, True),
    ],
)
def test_other_ways_to_print_a_seal(document, text, place, department, is_printed):
    """What the text leaves open is read and marked."""
    found = parse_seal_text(text, document=document)
    assert {(each.place, each.department, each.is_printed) for each in found} == {(place, department, is_printed)}


@pytest.mark.parametrize(
    ("document", "text"),
    [
        (XIAMEN, "新塘村居委会公章"),
        (XIAMEN, "村（社区）居委会公章"),
        (HANJIANG, "涵江区公安局审批专用章"),
        (FUJIAN, "审批专用章"),
        (FUJIAN, "国欢镇审核审批专用章"),
    ],
)
def test_texts_that_no_form_prints(document, text):
    """A word too few or too many."""
    with pytest.raises(OfficialNameError):
        parse_seal_text(text, document=document)


def test_a_departments_seal_reads_alike_at_both_levels():
    """The text does not tell the city's from the county's."""
    found = parse_seal_text("甲公安局审批专用章")
    assert [each.level for each in found] == [AreaLevel.CITY, AreaLevel.COUNTY]


def test_every_name_of_a_held_area_is_built():
    """All cities and counties have a venue by the province's forms, and no zone is called like one."""
    for area in areas(AreaLevel.CITY) + areas(AreaLevel.COUNTY):
        built = venue_name(area.level, area)
        assert built in parse_venue_name(built.text, level=area.level)
        assert not any(each.is_zone for each in parse_venue_name(built.text))


@pytest.mark.parametrize("form", names._held(), ids=lambda form: f"{form.norm} {form.template} {form.level.value}")
@settings(max_examples=12)
@given(data=st.data())
def test_building_and_reading_go_round(form, data):
    """What a form builds is read back among its readings, and every reading builds the same text."""
    words = st.text("甲乙丙公安局委办区市县政务服务中心（）Az9", min_size=1, max_size=6)
    fields = [part for part in form.named if part.has_slot]
    values = {part.field: f"{part.before}{data.draw(words)}{part.behind}" for part in fields}
    fixed = {part.field: part.value(part.before) for part in form.named if not part.has_slot}
    document = form.norm.partition("/")[0]

    def build(**given):
        if form.of == "seal":
            return seal_text(
                form.level, document=document, place=given.get("place"), department=given.get("department")
            )
        if form.of == "sub-centre":
            return sub_centre_name(form.level, given.get("place"), document=document, **_without_place(given))
        return venue_name(form.level, given["place"], document=document, is_zone=form.of == "zone")

    given_values = fixed | values
    if form.of == "seal" and form.is_fixed and document == XIAMEN:
        return  # the bare words are the village's or the community's: without a place nobody can say
    built = build(**given_values)
    parse = parse_seal_text if form.of == "seal" else parse_venue_name
    read = parse(built.text, document=document, level=form.level)

    assert built in read
    assert {name: getattr(built, name) for name in given_values} == given_values
    for each in read:
        if each.norm == built.norm:
            again = {"place": each.place, "department": each.department, "business": each.business}
            assert build(**again).text in {built.text, *_shorter(each)}


def _without_place(given):
    return {"department": given["department"], "business": given.get("business")}


def _shorter(found):
    """The printed short form of a committee's full name, or of a village's 居委会."""
    ends = ("村民委员会", "居民委员会", "居委会公章")
    return {f"{found.text.removesuffix(end)}{short}" for end in ends for short in ("委会公章", "居委会公章")}


def test_the_forms_are_those_of_the_norms():
    """The members of a norm are its forms; where the table has its own, the members' last words end them."""
    for form in names._held():
        members = norm(form.norm).members
        assert (
            form.template in members
            or not form.is_printed
            or any(
                form.template.endswith(member.removeprefix("部门").removeprefix("村").removeprefix("社区"))
                or form.template.endswith(("村民委员会", "居民委员会", "村委会公章", "社区居委会公章"))
                for member in members
            )
        )


def test_printed_forms():
    """With their slots in braces; none where none is printed."""
    assert printed_forms("市", document=XIAMEN) == ("厦门市政务服务中心",)
    assert printed_forms(AreaLevel.COUNTY, of="seal", document=HANJIANG) == ("{部门}行政审批专用章",)
    assert printed_forms("省") == ()


def test_which_documents_have_forms():
    """Putian's norms print none."""
    assert [has_forms(document) for document in (*DOCUMENTS, "putian-2025", "甲")] == [True, True, True, False, False]


def test_faults_in_the_table_are_told_together(tmp_path, monkeypatch):
    """Each with its line."""
    path = tmp_path / "names.csv"
    rows = ["fujian-2022/2.2.1#1,hall,政务服务中心,市,,", "fujian-2022/2.2.1#2,venue,政务服务中心,州,,"]
    path.write_text("\n".join(["# Ours.", "norm,of,kind,levels,forms,silent_forms", *rows]), encoding="utf-8")
    monkeypatch.setattr(names, "packaged", lambda _: path)

    with pytest.raises(DataFileError) as told:
        names._held.__wrapped__()

    assert told.value.faults == (
        "expected one of venue, zone, sub-centre, seal, got 'hall' @ line 3",
        "'州' is not a valid AreaLevel @ line 4",
        "expected a level, got none @ line 4",
    )
