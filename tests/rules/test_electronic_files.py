"""What each rule about electronic signatures, certificates, archives, systems and seals answers."""

from datetime import date

import pytest

from support import HANJIANG, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, said, stated
from zwfw import Severity
from zwfw.records import ElectronicFile, ElectronicFileSystem, ElectronicSeal
from zwfw.rules import electronic_files as rules

FUZHOU, PUTIAN = "350102", "350300"


# ---------------------------------------------------------------- effect

_FILE = {
    "name": "2025年审批档案",
    "kind": "电子档案",
    "meets_signature_law": True,
    "managed_by_rule": True,
    "from_online_approval": True,
    "stored_by_rule": True,
    "refused_as_electronic": False,
    "relied_upon": True,
}

REFUSED = breach("refused-as-electronic", "refused_as_electronic")
RELIED = breach("relied-upon-without-effect", "managed_by_rule")
RELIED_IN_PUTIAN = breach("relied-upon-without-effect", "meets_signature_law")
NOT_NAMED = idle("electronic-form-not-named")


def a_file(area=FUZHOU, **changes):
    """An archive that keeps every clause, every field stated, with your changes."""
    return ElectronicFile(**stated(_FILE | {"area": area} | changes))


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"relied_upon": False}, MET),
        ({"refused_as_electronic": None, "relied_upon": None}, MET),
        ({"refused_as_electronic": True}, REFUSED),
        ({"managed_by_rule": False}, RELIED),
        ({"managed_by_rule": None}, RELIED),
        ({"managed_by_rule": False, "relied_upon": False}, MET),
        # what is not managed by rule may be refused
        ({"managed_by_rule": False, "relied_upon": False, "refused_as_electronic": True}, MET),
        # the province does not ask about the Electronic Signature Law
        ({"meets_signature_law": False}, MET),
        ({"meets_signature_law": UNSTATED}, MET),
        ({"kind": "电子证照", "refused_as_electronic": True}, NOT_NAMED),
        ({"kind": "电子签名(印章)", "managed_by_rule": False}, NOT_NAMED),
        ({"kind": None}, NOT_NAMED),
        ({"kind": UNSTATED}, UNKNOWN),
        ({"managed_by_rule": UNSTATED}, UNKNOWN),  # relied upon: it matters
        ({"managed_by_rule": UNSTATED, "relied_upon": False}, MET),  # neither refused nor relied upon
        ({"refused_as_electronic": UNSTATED}, UNKNOWN),
        ({"relied_upon": UNSTATED}, MET),  # managed by rule: it may be
        ({"relied_upon": UNSTATED, "managed_by_rule": False}, UNKNOWN),
    ],
)
def test_equal_effect_by_the_province(changes, found):
    """An archive managed by rule is not refused, and no other is relied upon; the other forms are not spoken of."""
    assert said(rules.equal_effect, a_file(**changes), a_context()) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"kind": "电子证照"}, MET),
        ({"kind": "电子签名(印章)"}, MET),
        ({"kind": "电子档案"}, MET),
        ({"kind": None}, NOT_NAMED),
        ({"kind": "电子证照", "refused_as_electronic": True}, REFUSED),
        ({"kind": "电子证照", "meets_signature_law": False}, RELIED_IN_PUTIAN),
        ({"kind": "电子签名(印章)", "meets_signature_law": False}, RELIED_IN_PUTIAN),
        ({"kind": "电子证照", "meets_signature_law": False, "relied_upon": False, "refused_as_electronic": True}, MET),
        ({"kind": "电子证照", "managed_by_rule": False}, MET),
        ({"kind": "电子证照", "managed_by_rule": UNSTATED}, MET),
        ({"kind": "电子证照", "meets_signature_law": UNSTATED}, UNKNOWN),
        # an archive is held against both conditions, each by its own clause
        ({"meets_signature_law": False}, RELIED_IN_PUTIAN + MET),
        ({"managed_by_rule": False}, MET + RELIED),
        ({"meets_signature_law": False, "managed_by_rule": False}, RELIED_IN_PUTIAN + RELIED),
        ({"refused_as_electronic": True}, REFUSED * 2),
        ({"meets_signature_law": False, "relied_upon": None, "refused_as_electronic": True}, MET + REFUSED),
        ({"meets_signature_law": UNSTATED, "managed_by_rule": False}, UNKNOWN + RELIED),
    ],
)
def test_equal_effect_in_putian(changes, found):
    """All three forms, on the condition of the Electronic Signature Law; of archives the province's clause too."""
    assert said(rules.equal_effect, a_file(PUTIAN, **changes), a_context()) == found


@pytest.mark.parametrize(
    ("area", "changes", "found"),
    [
        (FUZHOU, {"refused_as_electronic": True}, [("fujian-2022/4.2.3", Severity.VIOLATION)]),
        (FUZHOU, {"managed_by_rule": False}, [("fujian-2022/4.2.3", Severity.VIOLATION)]),
        # in Xiamen 可 stands beside the province's 应
        (
            XIAMEN,
            {"refused_as_electronic": True},
            [("fujian-2022/4.2.3", Severity.VIOLATION), ("xiamen-2022/4.2.4", Severity.ADVICE)],
        ),
        (
            XIAMEN,
            {"managed_by_rule": False},
            [("fujian-2022/4.2.3", Severity.VIOLATION), ("xiamen-2022/4.2.4", Severity.ADVICE)],
        ),
        # Putian tells the effect without a must, and makes the condition one
        (PUTIAN, {"kind": "电子证照", "refused_as_electronic": True}, [("putian-2025/art-27", Severity.ADVICE)]),
        (PUTIAN, {"kind": "电子证照", "meets_signature_law": False}, [("putian-2025/art-27", Severity.VIOLATION)]),
        (
            HANJIANG,
            {"refused_as_electronic": True},
            [("putian-2025/art-27", Severity.ADVICE), ("fujian-2022/4.2.3", Severity.VIOLATION)],
        ),
        (
            PUTIAN,
            {"meets_signature_law": False},
            [("putian-2025/art-27", Severity.VIOLATION), ("fujian-2022/4.2.3", None)],
        ),
    ],
)
def test_what_equal_effect_weighs_by_each_clause(area, changes, found):
    """One answer a force, each under its clause."""
    answers = rules.equal_effect(a_file(area, **changes), a_context())

    assert [([held.ref for held in each.clauses], each.severity) for each in answers] == [
        ([ref], severity) for ref, severity in found
    ]


def test_equal_effect_kept_cites_all_that_ask():
    """Of an archive in Putian both; of a certificate the city's alone."""

    def cited(**changes):
        (found,) = rules.equal_effect(a_file(PUTIAN, **changes), a_context())
        return [each.ref for each in found.clauses]

    assert cited() == ["putian-2025/art-27", "fujian-2022/4.2.3"]
    assert cited(kind="电子证照") == ["putian-2025/art-27"]


def test_before_putians_norms_the_provinces_clause_stands_alone():
    """The norms are in force from 2025-05-06, the province's table from 2022-09-14."""
    certificate = a_file(PUTIAN, kind="电子证照", refused_as_electronic=True)

    assert said(rules.equal_effect, certificate, a_context(as_of=date(2025, 5, 5))) == NOT_NAMED
    assert said(rules.equal_effect, certificate, a_context(as_of=date(2025, 5, 6))) == REFUSED
    archive = a_file(refused_as_electronic=True)
    assert said(rules.equal_effect, archive, a_context(as_of=date(2022, 9, 14))) == REFUSED
    assert said(rules.equal_effect, archive, a_context(as_of=date(2022, 9, 13))) == idle("not-yet-in-force")


NOT_STORED = breach("archive-not-stored-by-rule", "stored_by_rule")
OFFLINE = idle("no-archive-of-online-approval")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"stored_by_rule": False}, NOT_STORED),
        ({"stored_by_rule": None}, NOT_STORED),
        ({"stored_by_rule": False, "from_online_approval": False}, OFFLINE),
        ({"stored_by_rule": False, "kind": "电子证照"}, OFFLINE),
        ({"kind": None}, OFFLINE),
        ({"kind": "电子证照", "from_online_approval": UNSTATED}, OFFLINE),
        ({"from_online_approval": UNSTATED}, UNKNOWN),
        ({"kind": UNSTATED}, UNKNOWN),
        ({"stored_by_rule": UNSTATED}, UNKNOWN),
    ],
)
def test_archive_stored(changes, found):
    """In Xiamen the archive of an approval online is stored by rule."""
    assert said(rules.archive_stored, a_file(XIAMEN, **changes), a_context()) == found


# ---------------------------------------------------------------- systems

_SYSTEM = {
    "name": "市民政局证照系统",
    "area": PUTIAN,
    "kind": "电子证照",
    "is_self_built": True,
    "is_platform": False,
    "is_new": False,
    "merged_into_platform": True,
    "has_filing_function": True,
    "follows_file_measures": True,
    "follows_archive_measures": True,
}


def a_system(**changes):
    """A department's system that was merged into the platform, every field stated, with your changes."""
    return ElectronicFileSystem(**stated(_SYSTEM | changes))


NEW = breach("new-system-built", "is_new")
NOT_OF_A_DEPARTMENT = idle("no-system-of-a-department")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"is_new": None}, MET),
        ({"is_new": True}, NEW),
        ({"is_new": True, "kind": "电子档案"}, NEW),
        ({"is_new": True, "kind": "电子签名(印章)", "merged_into_platform": False}, NEW),
        ({"is_new": True, "kind": None}, NOT_OF_A_DEPARTMENT),  # systems of business may be built
        ({"is_new": True, "is_self_built": False}, NOT_OF_A_DEPARTMENT),
        ({"is_self_built": UNSTATED, "kind": None}, NOT_OF_A_DEPARTMENT),
        ({"kind": UNSTATED}, UNKNOWN),
        ({"is_self_built": UNSTATED}, UNKNOWN),
        ({"is_new": UNSTATED}, UNKNOWN),
    ],
)
def test_no_new_system(changes, found):
    """Departments build no new systems for the three electronic forms."""
    assert said(rules.no_new_system, a_system(**changes), a_context()) == found


NOT_MERGED = breach("system-not-merged", "merged_into_platform")
NOTHING_TO_MERGE = idle("no-system-to-merge")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"merged_into_platform": False}, NOT_MERGED),
        ({"merged_into_platform": None, "kind": "电子档案"}, NOT_MERGED),
        ({"merged_into_platform": False, "is_new": True}, NOTHING_TO_MERGE),
        ({"merged_into_platform": False, "is_self_built": False}, NOTHING_TO_MERGE),
        ({"merged_into_platform": False, "kind": None}, NOTHING_TO_MERGE),
        ({"is_new": UNSTATED, "kind": None}, NOTHING_TO_MERGE),
        ({"is_new": UNSTATED}, UNKNOWN),
        ({"kind": UNSTATED}, UNKNOWN),
        ({"merged_into_platform": UNSTATED}, UNKNOWN),
    ],
)
def test_system_merged(changes, found):
    """A department's system that stood already is merged into the platform's."""
    assert said(rules.system_merged, a_system(**changes), a_context()) == found


ARCHIVES = {"kind": "电子档案"}
BUSINESS = {"kind": None}
NOT_FILED = breach("no-filing-function", "has_filing_function")
FILES = breach("archive-measures-not-kept", "follows_file_measures")
PROVINCES = breach("archive-measures-not-kept", "follows_archive_measures")
NOT_ASKED = idle("no-filing-asked")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        (BUSINESS, MET),
        (BUSINESS | {"has_filing_function": False}, NOT_FILED),
        (BUSINESS | {"has_filing_function": None}, NOT_FILED),
        (BUSINESS | {"has_filing_function": False, "is_self_built": False, "is_platform": True}, NOT_FILED),
        (BUSINESS | {"has_filing_function": False, "is_self_built": False}, NOT_ASKED),
        (BUSINESS | {"has_filing_function": False, "is_platform": UNSTATED}, NOT_FILED),
        (BUSINESS | {"is_self_built": False, "is_platform": UNSTATED}, UNKNOWN),
        (BUSINESS | {"has_filing_function": UNSTATED}, UNKNOWN),
        (ARCHIVES, MET),
        (ARCHIVES | {"has_filing_function": False}, MET),
        (ARCHIVES | {"follows_file_measures": False}, FILES),
        (ARCHIVES | {"follows_archive_measures": False}, PROVINCES),
        (ARCHIVES | {"follows_file_measures": None, "follows_archive_measures": None}, FILES + PROVINCES),
        (ARCHIVES | {"follows_file_measures": False, "is_self_built": False}, FILES),
        (ARCHIVES | {"follows_file_measures": UNSTATED, "follows_archive_measures": False}, UNKNOWN + PROVINCES),
        ({"has_filing_function": False}, NOT_ASKED),  # a system for certificates
        ({"kind": "电子签名(印章)"}, NOT_ASKED),
        ({"kind": UNSTATED}, UNKNOWN),
    ],
)
def test_filing_function(changes, found):
    """Self-built systems of business and the platform can file; archive systems keep both measures."""
    assert said(rules.filing_function, a_system(**changes), a_context()) == found


def test_the_measures_are_named():
    """Which of the two is not kept stands in the sentence."""
    found = rules.filing_function(
        a_system(**ARCHIVES, follows_file_measures=False, follows_archive_measures=False), a_context()
    )

    assert [each.facts["measures"] for each in found] == ["国办发〔2023〕26号", "闽档〔2024〕8号"]


# ---------------------------------------------------------------- seals

_SEAL = {
    "holder": "厦门甲商贸有限公司",
    "area": XIAMEN,
    "is_of_business": True,
    "licence_issued_at": "2025-06-03",
    "issued_at": "2025-06-03",
    "by_provincial_issuer": True,
}

APART = breach("seal-apart-from-licence", "issued_at")
HOURS_APART = [("NEEDS_JUDGEMENT", "seal-at-another-hour", "issued_at")]
NO_LICENCE = idle("no-business-licence")


def a_seal(**changes):
    """The seal of a business, issued along with its licence, every field stated, with your changes."""
    return ElectronicSeal(**stated(_SEAL | changes))


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"issued_at": "2025-06-02"}, APART),
        ({"issued_at": "2025-06-04"}, APART),
        ({"issued_at": None}, APART),
        ({"issued_at": "2025-06-03T09:00"}, MET),  # one time of day is not known
        ({"licence_issued_at": "2025-06-03T09:00", "issued_at": "2025-06-03T09:00"}, MET),
        ({"licence_issued_at": "2025-06-03T09:00", "issued_at": "2025-06-03T09:01"}, HOURS_APART),
        ({"licence_issued_at": "2025-06-03T17:00", "issued_at": "2025-06-03T09:00"}, HOURS_APART),
        ({"licence_issued_at": "2025-06-03T23:59", "issued_at": "2025-06-04T00:00"}, APART),
        ({"is_of_business": False, "issued_at": "2025-06-04"}, NO_LICENCE),
        ({"is_of_business": None, "issued_at": None}, NO_LICENCE),
        ({"licence_issued_at": None}, NO_LICENCE),
        ({"licence_issued_at": None, "is_of_business": UNSTATED}, NO_LICENCE),
        ({"licence_issued_at": UNSTATED, "is_of_business": False}, NO_LICENCE),
        ({"is_of_business": UNSTATED}, UNKNOWN),
        ({"licence_issued_at": UNSTATED}, UNKNOWN),
        ({"issued_at": UNSTATED}, UNKNOWN),
        ({"licence_issued_at": UNSTATED, "issued_at": UNSTATED}, UNKNOWN),
        # the table is surely in force from 2022-11-30: a licence of the day before asked for no seal
        ({"licence_issued_at": "2022-11-30"}, APART),
        ({"licence_issued_at": "2022-11-29"}, idle("licence-before-the-norms")),
        ({"licence_issued_at": "2015-10-01", "issued_at": None}, idle("not-yet-in-force")),
    ],
)
def test_seal_with_licence(changes, found):
    """Seal and licence come on one day; of different hours on it, a person judges."""
    assert said(rules.seal_with_licence, a_seal(**changes), a_context()) == found


@pytest.mark.parametrize(
    ("as_of", "found"),
    [(date(2025, 6, 3), idle("not-due-yet")), (date(2025, 6, 4), APART)],
    ids=["same day", "day after"],
)
def test_no_seal_is_late_before_the_day_is_over(as_of, found):
    """With the licence of that day the seal may still come."""
    assert said(rules.seal_with_licence, a_seal(issued_at=None), a_context(as_of=as_of)) == found


OTHER_ISSUER = breach("seal-from-another-issuer", "by_provincial_issuer")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"is_of_business": False, "licence_issued_at": None}, MET),
        ({"by_provincial_issuer": False}, OTHER_ISSUER),
        ({"by_provincial_issuer": None}, OTHER_ISSUER),
        ({"is_of_business": UNSTATED, "by_provincial_issuer": False}, OTHER_ISSUER),
        ({"by_provincial_issuer": UNSTATED}, UNKNOWN),
        ({"issued_at": None, "by_provincial_issuer": None}, idle("no-seal-issued")),
        ({"issued_at": UNSTATED}, UNKNOWN),
        # the law of a seal is that of the day on which it was issued
        ({"issued_at": "2022-09-13", "by_provincial_issuer": False}, idle("not-yet-in-force")),
    ],
)
def test_seal_from_provincial_issuer(changes, found):
    """In Xiamen every seal comes from the province's issuer."""
    assert said(rules.seal_from_provincial_issuer, a_seal(**changes), a_context()) == found


# ---------------------------------------------------------------- places


@pytest.mark.parametrize(
    ("rule", "record", "clause", "severity"),
    [
        (rules.archive_stored, a_file(XIAMEN, stored_by_rule=False), "xiamen-2022/4.2.4", Severity.VIOLATION),
        (rules.no_new_system, a_system(is_new=True), "putian-2025/art-27", Severity.DEPARTURE),  # 原则上
        (rules.system_merged, a_system(merged_into_platform=False), "putian-2025/art-27", Severity.VIOLATION),
        (
            rules.filing_function,
            a_system(kind=None, has_filing_function=False),
            "putian-2025/art-27",
            Severity.VIOLATION,
        ),
        (rules.seal_with_licence, a_seal(issued_at="2025-06-04"), "xiamen-2022/4.2.1", Severity.VIOLATION),
        (rules.seal_from_provincial_issuer, a_seal(by_provincial_issuer=None), "xiamen-2022/4.2.1", Severity.VIOLATION),
    ],
    ids=lambda each: getattr(each, "id", ""),
)
def test_what_a_breach_weighs_and_where_nobody_asks(rule, record, clause, severity):
    """Each is the demand of one city; no other place has it."""
    (found,) = rule(record, a_context())

    assert (found.severity, [held.ref for held in found.clauses]) == (severity, [clause])
    elsewhere = record.model_copy(update={"area": a_file().area})
    assert said(rule, elsewhere, a_context()) == idle("never-in-force")


def test_hanjiang_keeps_putians_norms():
    """A district has its city's norms, after the end of its own plan too."""
    system = a_system(area=HANJIANG, is_new=True)

    assert said(rules.no_new_system, system, a_context()) == NEW
    assert said(rules.no_new_system, system, a_context(as_of=date(2026, 3, 6))) == NEW
    assert said(rules.no_new_system, system, a_context(as_of=date(2025, 5, 5))) == idle("not-yet-in-force")
