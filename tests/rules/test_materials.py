"""What each rule about materials answers, worked by hand from 1.2.2 (Xiamen's 1.2.1), art-40 and task-11."""

from datetime import date

import pytest

from support import FUZHOU, HANJIANG, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, said, stated
from zwfw import Severity, check
from zwfw.records import ItemElements, Material
from zwfw.rules import materials

PUTIAN = "350300"
FUJIAN_1_2_2, XIAMEN_1_2_1 = "fujian-2022/1.2.2", "xiamen-2022/1.2.1"
ART_40, TASK_11 = "putian-2025/art-40", "hanjiang-2023/task-11"
VIOLATION, DEPARTURE, ADVICE = Severity.VIOLATION, Severity.DEPARTURE, Severity.ADVICE

REGULATION = {"name": "福建省节约能源条例", "rank": "地方性法规"}
RULE = {"name": "节能审查办法", "rank": "规章"}
PAPER = {"name": "关于节能审查的通知", "rank": "规范性文件"}
NO_RANK = {"name": "惯例", "rank": "无"}

_BASE = {
    "name": "居民户口簿",
    "code": None,
    "requirements": "原件1份",
    "source": "申请人自备",
    "form": "非表格型",
    "is_required": True,
    "copies": 1,
    "on_paper": False,
    "bases": [REGULATION],
    "blank_form": None,
    "sample_form": None,
    "model": "范本.pdf",
    "certificate_type": None,
    "certificate_has_source": None,
    "gap_registered": None,
    "source_channel": None,
    "provider_qualification": None,
    "format_prescribed": None,
    "must_be_submitted": True,
    "certificate_available": False,
    "obtainable_by_sharing": False,
    "received_online": False,
    "must_be_handed_back": False,
    "certificate_data_incomplete": False,
}

UNSURE = [("NEEDS_JUDGEMENT", "original-taken-back", "must_be_handed_back")]
LACKING = [("NEEDS_JUDGEMENT", "asked-for-lack-of-data", "certificate_data_incomplete")]


def a_material(**changes):
    """A material of the applicant's own in which every field is stated and every clause kept, with your changes."""
    return Material(**stated(_BASE | changes))


def answers(rule, area=FUZHOU, as_of=date(2025, 6, 30), readings=None, **changes):
    """What *rule* answers about a material with your changes: state, reason and place."""
    return said(rule, a_material(**changes), a_context(area=area, as_of=as_of, readings=readings))


def weighed(rule, area, as_of=date(2025, 6, 30), **changes):
    """The clauses of each breach, and how much it weighs."""
    found = rule(a_material(**changes), a_context(area=area, as_of=as_of))
    assert {each.state.name for each in found} == {"BREACHED"}
    return [([clause.ref for clause in each.clauses], each.severity) for each in found]


@pytest.mark.parametrize("area", [FUZHOU, XIAMEN, PUTIAN, HANJIANG])
def test_a_sound_material_is_sound_everywhere(area):
    """The base of this file keeps all clauses."""
    assert check(a_material(), a_context(area=area)).ok


# Legal basis


@pytest.mark.parametrize(
    ("bases", "found"),
    [
        ([REGULATION], MET),
        ([RULE], MET),
        ([PAPER, RULE], MET),
        ([NO_RANK, RULE], MET),
        ([{"name": "通知"}, RULE], MET),  # one that is enough settles it
        ([], breach("material-without-basis", "bases")),
        (None, breach("material-without-basis", "bases")),
        ([NO_RANK], breach("material-basis-is-none", "bases")),
        ([{"name": "惯例", "rank": None}, NO_RANK], breach("material-basis-is-none", "bases")),
        ([PAPER], [("NEEDS_JUDGEMENT", "material-basis-not-law", "bases")]),
        ([NO_RANK, PAPER], [("NEEDS_JUDGEMENT", "material-basis-not-law", "bases")]),
        # What is not known might be enough.
        ([PAPER, {"name": "通知"}], UNKNOWN),
        ([NO_RANK, {"name": "通知"}], UNKNOWN),
        (UNSTATED, UNKNOWN),
    ],
)
def test_has_legal_basis(bases, found):
    """法定设立依据: none at all, none of any rank, and a normative document, of which the text says nothing."""
    assert answers(materials.has_legal_basis, bases=bases) == found


def test_the_missing_rank_is_named():
    """The place of each basis of which the rank is not stated."""
    (found,) = materials.has_legal_basis(a_material(bases=[NO_RANK, {"name": "通知"}]), a_context())

    assert found.missing == ("bases[1].rank",)


# Wording


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"name": "高等学校毕业证书", "requirements": None}, MET),
        ({"name": "其他材料"}, breach("catch-all-wording", "name")),
        ({"requirements": "必要时提供原件"}, breach("vague-wording", "requirements")),
        ({"requirements": "近期照片"}, [("NEEDS_JUDGEMENT", "wording-perhaps-vague", "requirements")]),
        (
            {"name": "合同等材料", "requirements": "视情况提供原件，酌情盖章"},
            [
                *breach("catch-all-wording", "name"),
                *breach("vague-wording", "requirements"),
                *breach("vague-wording", "requirements"),
            ],
        ),
        ({"requirements": UNSTATED}, UNKNOWN),
        # What is unknown of the one hides nothing of the other.
        ({"name": "其他材料", "requirements": UNSTATED}, [*breach("catch-all-wording", "name"), *UNKNOWN]),
    ],
)
def test_no_catch_all_wording(changes, found):
    """兜底性表述 and 模糊性条款, in the name and in what is asked of the material."""
    assert answers(materials.no_catch_all_wording, **changes) == found


def test_the_wording_is_told_with_its_place():
    """The words, the field, and the position of the first character: 户1 口2 簿3 等4."""
    (found,) = materials.no_catch_all_wording(a_material(name="户口簿等材料"), a_context())

    assert dict(found.facts) == {"words": "等材料", "field": "name", "position": 4}
    assert found.message() == "第 4 字起的“等材料”是兜底性表述"


# Forms and models

FORM = {"form": "表格型", "model": None, "blank_form": "空表.docx", "sample_form": "样表.docx"}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        (FORM, MET),
        (FORM | {"blank_form": None}, breach("blank-form-missing", "blank_form")),
        (FORM | {"blank_form": ""}, breach("blank-form-missing", "blank_form")),
        (FORM | {"sample_form": None}, breach("sample-form-missing", "sample_form")),
        (
            FORM | {"blank_form": None, "sample_form": None},
            [*breach("blank-form-missing", "blank_form"), *breach("sample-form-missing", "sample_form")],
        ),
        (
            FORM | {"blank_form": UNSTATED, "sample_form": None},
            [*UNKNOWN, *breach("sample-form-missing", "sample_form")],
        ),
        (FORM | {"form": "非表格型"}, idle("not-a-form-of-the-applicant")),
        (FORM | {"source": "其他", "blank_form": None}, idle("not-a-form-of-the-applicant")),
        (FORM | {"source": UNSTATED, "form": "非表格型"}, idle("not-a-form-of-the-applicant")),
        (FORM | {"source": None}, idle("not-a-form-of-the-applicant")),
        (FORM | {"source": UNSTATED}, UNKNOWN),
        (FORM | {"form": UNSTATED}, UNKNOWN),
    ],
)
def test_form_has_blank_and_sample(changes, found):
    """空表 and 样表 are both needed, and each is told by itself; a model is no substitute."""
    assert answers(materials.form_has_blank_and_sample, **changes) == found
    assert answers(materials.form_has_blank_and_sample, area=XIAMEN, **changes) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"model": None}, breach("model-missing", "model")),
        ({"model": ""}, breach("model-missing", "model")),
        ({"model": UNSTATED}, UNKNOWN),
        ({"form": "表格型", "model": None}, idle("not-a-non-form")),
        ({"form": "表格型", "source": UNSTATED, "model": None}, idle("not-a-non-form")),
        ({"source": "政府部门核发", "model": None}, idle("not-a-non-form-of-the-applicant")),
        ({"source": "其他", "form": UNSTATED, "model": None}, idle("not-a-non-form-of-the-applicant")),
        ({"source": UNSTATED}, UNKNOWN),
        ({"form": UNSTATED}, UNKNOWN),
    ],
)
def test_non_form_has_model(changes, found):
    """材料范本, for what the applicant prepares and is no form."""
    assert answers(materials.non_form_has_model, **changes) == found


def test_a_model_weighs_more_in_xiamen():
    """The province says 原则上, Xiamen 全面: both stand."""
    assert weighed(materials.non_form_has_model, FUZHOU, model=None) == [([FUJIAN_1_2_2], DEPARTURE)]
    assert weighed(materials.non_form_has_model, XIAMEN, model=None) == [
        ([FUJIAN_1_2_2], DEPARTURE),
        ([XIAMEN_1_2_1], VIOLATION),
    ]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"source": "政府部门核发", "model": None}, breach("model-missing", "model")),
        ({"source": UNSTATED, "model": None}, breach("model-missing", "model")),
        ({"source": "其他"}, MET),
        ({"form": "表格型", "source": "其他", "model": None}, idle("not-a-non-form")),
    ],
)
def test_a_model_for_every_source_is_the_other_reading(changes, found):
    """Where the words are not limited to the applicant's own materials, the source does not matter."""
    readings = {"model-for-what-is-no-form": "from-any-source"}

    assert answers(materials.non_form_has_model, readings=readings, **changes) == found


@pytest.mark.parametrize(
    ("changes", "readings"),
    [
        ({"source": "其他", "model": None}, ("model-for-what-is-no-form",)),
        ({"model": None}, ()),
        ({"form": "表格型", "source": "其他"}, ()),
    ],
)
def test_the_answer_says_where_the_reading_matters(changes, readings):
    """Only for what is no form and not of the applicant's own."""
    (found,) = materials.non_form_has_model(a_material(**changes), a_context(area=FUZHOU))

    assert found.readings == readings


# Certificates of what departments issue

ISSUED = {"source": "政府部门核发", "certificate_type": "电子营业执照", "must_be_submitted": False}
NOT_CONFIGURED = ISSUED | {"certificate_type": None}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        (ISSUED, MET),
        (ISSUED | {"certificate_has_source": UNSTATED, "gap_registered": UNSTATED}, MET),
        (NOT_CONFIGURED | {"certificate_has_source": False, "gap_registered": True}, MET),
        (ISSUED | {"certificate_type": UNSTATED, "certificate_has_source": False, "gap_registered": True}, MET),
        (
            NOT_CONFIGURED | {"certificate_has_source": True},
            breach("certificate-not-configured", "certificate_type"),
        ),
        # A registered gap excuses nothing where there is a source.
        (
            NOT_CONFIGURED | {"certificate_has_source": True, "gap_registered": True},
            breach("certificate-not-configured", "certificate_type"),
        ),
        (
            NOT_CONFIGURED | {"certificate_has_source": False, "gap_registered": False},
            breach("gap-not-registered", "gap_registered"),
        ),
        (
            NOT_CONFIGURED | {"certificate_type": "", "certificate_has_source": None, "gap_registered": None},
            breach("gap-not-registered", "gap_registered"),
        ),
        (NOT_CONFIGURED | {"certificate_has_source": UNSTATED, "gap_registered": True}, UNKNOWN),
        (NOT_CONFIGURED | {"certificate_has_source": UNSTATED, "gap_registered": False}, UNKNOWN),
        (NOT_CONFIGURED | {"certificate_has_source": False, "gap_registered": UNSTATED}, UNKNOWN),
        (ISSUED | {"certificate_type": UNSTATED, "certificate_has_source": True}, UNKNOWN),
        (NOT_CONFIGURED | {"source": "申请人自备"}, idle("not-issued-by-government")),
        (NOT_CONFIGURED | {"source": None}, idle("not-issued-by-government")),
        (ISSUED | {"source": UNSTATED}, UNKNOWN),
    ],
)
def test_issued_has_certificate(changes, found):
    """An e-certificate, or where there is truly no source, the department's registration that it is missing."""
    assert answers(materials.issued_has_certificate, **changes) == found


def test_a_registration_weighs_more_than_a_certificate():
    """原则上 goes with the certificate alone; the province and Xiamen have the same words."""
    rule = materials.issued_has_certificate
    no_certificate = NOT_CONFIGURED | {"certificate_has_source": True}
    no_gap = NOT_CONFIGURED | {"certificate_has_source": False, "gap_registered": False}

    assert weighed(rule, FUZHOU, **no_certificate) == [([FUJIAN_1_2_2], DEPARTURE)]
    assert weighed(rule, XIAMEN, **no_certificate) == [([XIAMEN_1_2_1, FUJIAN_1_2_2], DEPARTURE)]
    assert weighed(rule, FUZHOU, **no_gap) == [([FUJIAN_1_2_2], VIOLATION)]
    assert weighed(rule, XIAMEN, **no_gap) == [([XIAMEN_1_2_1, FUJIAN_1_2_2], VIOLATION)]


# Other sources

ELSEWHERE = {
    "source": "其他",
    "source_channel": "检测机构",
    "provider_qualification": "检验检测机构资质认定",
    "model": None,
}
PRESCRIBED = ELSEWHERE | {"format_prescribed": True}
NO_AID = breach("prescribed-format-without-aid", "model")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        (ELSEWHERE, MET),
        (ELSEWHERE | {"source_channel": None}, breach("source-channel-not-stated", "source_channel")),
        (
            ELSEWHERE | {"provider_qualification": ""},
            breach("provider-qualification-not-stated", "provider_qualification"),
        ),
        (
            ELSEWHERE | {"source_channel": None, "provider_qualification": None},
            [
                *breach("source-channel-not-stated", "source_channel"),
                *breach("provider-qualification-not-stated", "provider_qualification"),
            ],
        ),
        (
            ELSEWHERE | {"source_channel": UNSTATED, "provider_qualification": None},
            [*UNKNOWN, *breach("provider-qualification-not-stated", "provider_qualification")],
        ),
        (PRESCRIBED, NO_AID),
        (PRESCRIBED | {"model": "范本.pdf"}, MET),
        (PRESCRIBED | {"blank_form": "空表.docx", "sample_form": "样表.docx"}, MET),
        # 空表 and 样表 go together.
        (PRESCRIBED | {"blank_form": "空表.docx"}, NO_AID),
        (PRESCRIBED | {"sample_form": "样表.docx"}, NO_AID),
        (PRESCRIBED | {"blank_form": None, "sample_form": UNSTATED}, NO_AID),
        (PRESCRIBED | {"blank_form": "空表.docx", "sample_form": UNSTATED}, UNKNOWN),
        (PRESCRIBED | {"model": UNSTATED}, UNKNOWN),
        (PRESCRIBED | {"format_prescribed": UNSTATED}, UNKNOWN),
        (PRESCRIBED | {"format_prescribed": UNSTATED, "model": "范本.pdf"}, MET),
        (ELSEWHERE | {"format_prescribed": False, "model": UNSTATED}, MET),
        (ELSEWHERE | {"source": "申请人自备", "source_channel": None}, idle("not-from-another-source")),
        (ELSEWHERE | {"source": UNSTATED}, UNKNOWN),
    ],
)
def test_other_source_stated(changes, found):
    """Channel and qualification; blank and sample, or a model, where the format is prescribed."""
    assert answers(materials.other_source_stated, **changes) == found
    assert answers(materials.other_source_stated, area=XIAMEN, **changes) == found


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        (materials.has_legal_basis, {"bases": []}),
        (materials.no_catch_all_wording, {"name": "其他材料"}),
        (materials.form_has_blank_and_sample, FORM | {"sample_form": None}),
        (materials.other_source_stated, PRESCRIBED),
    ],
)
def test_the_other_breaches_are_violations_in_both_places(rule, changes):
    """应 and 不得; in Xiamen the city's clause is cited first."""
    assert weighed(rule, FUZHOU, **changes) == [([FUJIAN_1_2_2], VIOLATION)]
    assert weighed(rule, XIAMEN, **changes) == [([XIAMEN_1_2_1, FUJIAN_1_2_2], VIOLATION)]


@pytest.mark.parametrize("rule", materials.RULES[:6], ids=lambda rule: rule.id)
def test_the_province_is_silent_before_it_speaks(rule):
    """The parent notice is of 2022-09-14."""
    assert answers(rule, as_of=date(2022, 9, 13), bases=[]) == idle("not-yet-in-force")


# What need not be handed in


@pytest.mark.parametrize("area", [PUTIAN, HANJIANG])
@pytest.mark.parametrize(
    ("changes", "found"),
    [
        (ISSUED, MET),
        (ISSUED | {"must_be_submitted": None}, MET),
        (ISSUED | {"source": UNSTATED}, MET),  # nothing is asked for, whoever issued it
        ({"source": "申请人自备"}, idle("not-issued-by-government")),
        ({"source": "其他", "must_be_submitted": UNSTATED}, idle("not-issued-by-government")),
        ({"source": UNSTATED}, UNKNOWN),
        (ISSUED | {"must_be_submitted": UNSTATED}, UNKNOWN),
        (ISSUED | {"must_be_submitted": True, "must_be_handed_back": True}, UNSURE),
        (ISSUED | {"must_be_submitted": True, "certificate_data_incomplete": True}, LACKING),
        (
            ISSUED | {"must_be_submitted": True, "must_be_handed_back": True, "certificate_data_incomplete": True},
            UNSURE + LACKING,
        ),
        (
            ISSUED | {"must_be_submitted": True, "must_be_handed_back": True, "certificate_data_incomplete": UNSTATED},
            UNSURE + UNKNOWN,
        ),
        (ISSUED | {"must_be_submitted": True, "must_be_handed_back": UNSTATED}, UNKNOWN),
    ],
)
def test_issued_not_asked_for(area, changes, found):
    """What a government department issued; the province's two exceptions are left to a person, each by itself."""
    assert answers(materials.issued_not_asked_for, area=area, **changes) == found


def test_a_missing_certificate_is_no_excuse():
    """art-40 has no condition: what was issued is exempt whether or not there is an e-certificate of it."""
    found = answers(
        materials.issued_not_asked_for, area=PUTIAN, **NOT_CONFIGURED | {"must_be_submitted": True, "on_paper": False}
    )

    assert found == breach("issued-material-asked-for", "must_be_submitted")


def test_the_sentence_names_the_clause_of_the_province():
    """Who has to judge finds where the exception stands: 二（四）3."""
    asked = ISSUED | {"must_be_submitted": True, "must_be_handed_back": True}
    (found,) = materials.issued_not_asked_for(a_material(**asked), a_context(area=PUTIAN))

    assert found.message() == (
        "“居民户口簿”的原件须收回；省里对此类业务照收纸质（闽政〔2022〕24号 附件 二（四）3），是否属于例外须由人判断"
    )
    assert [clause.ref for clause in found.clauses] == [ART_40]


ON_PAPER = {"on_paper": True, "must_be_submitted": True, "certificate_available": True}


@pytest.mark.parametrize("area", [PUTIAN, HANJIANG])
@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, idle("no-certificate-available")),
        (ON_PAPER | {"certificate_available": None}, idle("no-certificate-available")),
        (ON_PAPER | {"certificate_available": False, "on_paper": UNSTATED}, idle("no-certificate-available")),
        (ON_PAPER | {"on_paper": False}, MET),
        (ON_PAPER | {"must_be_submitted": False}, MET),
        (ON_PAPER | {"certificate_available": UNSTATED, "on_paper": False}, MET),
        (ON_PAPER | {"certificate_available": UNSTATED}, UNKNOWN),
        (ON_PAPER | {"on_paper": UNSTATED}, UNKNOWN),
        (ON_PAPER | {"must_be_submitted": UNSTATED}, UNKNOWN),
        (ON_PAPER | {"must_be_handed_back": True}, UNSURE),
        (ON_PAPER | {"certificate_data_incomplete": True}, LACKING),
        (ON_PAPER | {"certificate_data_incomplete": UNSTATED}, UNKNOWN),
    ],
)
def test_certificate_instead_of_original(area, changes, found):
    """Whatever the source, paper is not demanded where an e-certificate can be provided."""
    assert answers(materials.certificate_instead_of_original, area=area, **changes) == found


@pytest.mark.parametrize(
    ("rule", "changes", "place"),
    [
        (
            materials.issued_not_asked_for,
            ISSUED | {"must_be_submitted": True},
            ("issued-material-asked-for", "must_be_submitted"),
        ),
        (materials.certificate_instead_of_original, ON_PAPER, ("original-asked-for", "on_paper")),
    ],
)
def test_an_exemption_is_a_must_in_putian_and_an_aim_in_hanjiang(rule, changes, place):
    """Putian's article says 一律, Hanjiang's plan 推动; from 2025-05-06 until 2026-03-05 the district has both."""
    assert answers(rule, area=PUTIAN, **changes) == breach(*place)
    assert weighed(rule, PUTIAN, **changes) == [([ART_40], VIOLATION)]
    assert weighed(rule, HANJIANG, **changes) == [([ART_40], VIOLATION), ([TASK_11], ADVICE)]
    assert weighed(rule, HANJIANG, date(2025, 5, 5), **changes) == [([TASK_11], ADVICE)]
    assert weighed(rule, HANJIANG, date(2026, 3, 6), **changes) == [([ART_40], VIOLATION)]
    # The plan: 2023年底前.
    assert answers(rule, area=HANJIANG, as_of=date(2023, 12, 31), **changes) == idle("not-due-yet", place[1])
    assert answers(rule, area=HANJIANG, as_of=date(2024, 1, 1), **changes) == breach(*place)


SHARED = {"on_paper": True, "must_be_submitted": True, "obtainable_by_sharing": True}
RECEIVED = {"on_paper": True, "must_be_submitted": True, "received_online": True}
ON_TOP = breach("paper-on-top-of-shared-data", "on_paper")
AGAIN = breach("paper-after-online", "on_paper")
NO_DATA = idle("nothing-had-as-data")


@pytest.mark.parametrize(
    ("changes", "putian", "hanjiang"),
    [
        ({}, NO_DATA, NO_DATA),
        (SHARED, ON_TOP, ON_TOP),
        (SHARED | {"on_paper": False}, MET, MET),
        (SHARED | {"must_be_submitted": None}, MET, MET),
        # What was received online is Hanjiang's alone, and the city's clause says nothing of it.
        (RECEIVED, NO_DATA, AGAIN),
        (RECEIVED | {"on_paper": False}, NO_DATA, MET),
        # Either is enough, and each is told.
        (SHARED | RECEIVED, ON_TOP, ON_TOP + AGAIN),
        # What the library lacks is no excuse for what sharing can fetch.
        (SHARED | {"certificate_data_incomplete": True}, ON_TOP, ON_TOP),
        (SHARED | {"must_be_handed_back": True}, UNSURE, UNSURE),
        (RECEIVED | {"must_be_handed_back": True}, NO_DATA, UNSURE),
        (SHARED | {"obtainable_by_sharing": UNSTATED}, UNKNOWN, UNKNOWN),
        (SHARED | {"obtainable_by_sharing": UNSTATED, "on_paper": False}, MET, MET),
        (SHARED | {"on_paper": UNSTATED}, UNKNOWN, UNKNOWN),
        (SHARED | {"must_be_handed_back": UNSTATED}, UNKNOWN, UNKNOWN),
        (SHARED | {"received_online": UNSTATED}, ON_TOP, ON_TOP + UNKNOWN),
        (RECEIVED | {"received_online": UNSTATED}, NO_DATA, UNKNOWN),
        (RECEIVED | {"obtainable_by_sharing": UNSTATED}, UNKNOWN, UNKNOWN + AGAIN),
        (RECEIVED | {"received_online": UNSTATED, "on_paper": UNSTATED}, NO_DATA, UNKNOWN),
        # On paper nothing is asked for, whatever came in online.
        (SHARED | {"obtainable_by_sharing": None, "received_online": UNSTATED, "on_paper": False}, NO_DATA, MET),
    ],
)
def test_no_paper_on_top_of_data(changes, putian, hanjiang):
    """By sharing in both places, after an online hand-in in Hanjiang alone."""
    assert answers(materials.no_paper_on_top_of_data, area=PUTIAN, **changes) == putian
    assert answers(materials.no_paper_on_top_of_data, area=HANJIANG, **changes) == hanjiang


def test_paper_on_top_of_data_is_a_violation_by_the_clauses_that_forbid_it():
    """不得 in both; the nearest is cited first, and what came in online is the district's clause alone."""
    rule = materials.no_paper_on_top_of_data

    assert weighed(rule, PUTIAN, **SHARED) == [([ART_40], VIOLATION)]
    assert weighed(rule, HANJIANG, **SHARED) == [([TASK_11, ART_40], VIOLATION)]
    assert weighed(rule, HANJIANG, date(2025, 5, 5), **RECEIVED) == [([TASK_11], VIOLATION)]
    (broken,) = rule(a_material(**RECEIVED), a_context(area=HANJIANG))
    assert [clause.ref for clause in broken.clauses] == [TASK_11]


def test_what_is_unknown_of_the_districts_clause_leaves_the_citys_alone():
    """Whether it came in online is the district's question: the clause of the city is not named beside it."""
    (unknown,) = materials.no_paper_on_top_of_data(
        a_material(**RECEIVED | {"received_online": UNSTATED}), a_context(area=HANJIANG)
    )

    assert unknown.missing == ("received_online",)
    assert [clause.ref for clause in unknown.clauses] == [TASK_11]


@pytest.mark.parametrize(
    ("changes", "putian", "hanjiang"),
    [
        (SHARED, ["paper-perhaps-first-time"], ["paper-perhaps-first-time"]),
        (SHARED | {"on_paper": False}, ["met"], ["met"]),
        (SHARED | RECEIVED, ["paper-perhaps-first-time"], ["paper-perhaps-first-time", "paper-after-online"]),
    ],
)
def test_asking_a_second_time_is_the_other_reading(changes, putian, hanjiang):
    """A material does not say how often it was asked for: a person has to."""
    for area, reasons in ((PUTIAN, putian), (HANJIANG, hanjiang)):
        found = answers(
            materials.no_paper_on_top_of_data, area=area, readings={"paper-asked-again": "second-time"}, **changes
        )
        assert [reason for _, reason, _ in found] == reasons


@pytest.mark.parametrize(("changes", "readings"), [(SHARED, ("paper-asked-again",)), ({}, ())])
def test_the_answer_says_where_asking_again_matters(changes, readings):
    """The default is the stricter: paper on top of the data."""
    (found,) = materials.no_paper_on_top_of_data(a_material(**changes), a_context(area=PUTIAN))

    assert found.readings == readings


@pytest.mark.parametrize("rule", materials.RULES[6:], ids=lambda rule: rule.id)
@pytest.mark.parametrize(
    ("area", "as_of", "reason"),
    [
        (FUZHOU, date(2025, 6, 30), "never-in-force"),
        (XIAMEN, date(2025, 6, 30), "never-in-force"),
        (PUTIAN, date(2025, 5, 5), "not-yet-in-force"),
        (HANJIANG, date(2023, 3, 5), "not-yet-in-force"),
    ],
)
def test_elsewhere_and_earlier_everything_may_be_asked_for(rule, area, as_of, reason):
    """Putian's norms are in force from 2025-05-06, Hanjiang's plan from 2023-03-06."""
    found = answers(rule, area=area, as_of=as_of, **ISSUED | SHARED | ON_PAPER)

    assert {each[:2] for each in found} == {("NOT_APPLICABLE", reason)}


# Materials of an item


def test_a_material_of_an_item_is_told_by_its_place():
    """The second of two: its path stands before the field, and its area is the item's."""
    elements = ItemElements(
        name="节能审查",
        area=XIAMEN,
        materials=[a_material(), a_material(name="其他材料", bases=[NO_RANK], model=None, on_paper=True)],
    )

    found = {
        (each.path, each.reason, each.severity)
        for each in check(elements, a_context()).breaches
        if each.rule.startswith("materials.")
    }

    assert found == {
        ("materials[1].bases", "material-basis-is-none", VIOLATION),
        ("materials[1].name", "catch-all-wording", VIOLATION),
        ("materials[1].model", "model-missing", VIOLATION),
        ("materials[1].model", "model-missing", DEPARTURE),
    }
