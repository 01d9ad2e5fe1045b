"""Records: what a user brings, each noun in a file of its own; each is loaded on first use."""

from zwfw.records._base import Moment, Record

# Type checkers take this name for true; at run time each kind is loaded on first use.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from zwfw.records.agencies import AgencyDisclosure, IntermediaryAgency
    from zwfw.records.assessments import Assessment, CriterionScore
    from zwfw.records.attestations import Attestation, AttestedAnswer, attested
    from zwfw.records.authorisations import Authorisation, AuthorisationDocument, CopyHolder, ThreeFixed
    from zwfw.records.bases import BasisRank, LegalBasis
    from zwfw.records.bundles import Bundle
    from zwfw.records.cases import (
        Case,
        CaseMode,
        Channel,
        CommitmentPoint,
        Correction,
        FollowUp,
        MaterialTaken,
        MixedMode,
    )
    from zwfw.records.catalogues import CatalogueChange, CatalogueEntry, ChangeTrigger, NationalMapping, NoBindingAudit
    from zwfw.records.certificates import Certificate, CertificateGap, GapReporter
    from zwfw.records.clerk_teams import ClerkTeam
    from zwfw.records.comparisons import ItemComparison
    from zwfw.records.departments import Department
    from zwfw.records.electronic_files import ElectronicFile, ElectronicFileKind, ElectronicFileSystem, ElectronicSeal
    from zwfw.records.elements import ApprovalStage, ExercisingLevel, ItemElements, ItemType
    from zwfw.records.equipment import Equipment, EquipmentKind
    from zwfw.records.guides import DataManagement, Guide, GuideAccess, GuidePair, GuideSite, UnboundGuideOutcome
    from zwfw.records.indicators import Indicator
    from zwfw.records.intermediaries import IntermediaryService
    from zwfw.records.items import (
        CentreRequirement,
        HandlingStep,
        Item,
        ItemClass,
        ItemPlacement,
        PublicServiceField,
        PublicServiceIndustry,
        PublicServiceKind,
        SpecialServiceList,
    )
    from zwfw.records.lists import ItemList, ItemListKind, ListEntry
    from zwfw.records.materials import Material, MaterialForm, MaterialSource
    from zwfw.records.negative_lists import ExemptionGround, NegativeListEntry
    from zwfw.records.online_depths import OnlineDepth
    from zwfw.records.presence import PresenceLog
    from zwfw.records.rating_facts import RatingFacts
    from zwfw.records.results import ItemResult, ResultKind
    from zwfw.records.review_points import ReviewPoint
    from zwfw.records.seals import Seal, SealKind, SealOccasion, SealUse
    from zwfw.records.special_steps import SpecialStep
    from zwfw.records.staff import (
        CaseKind,
        Grade,
        HeadPower,
        ProfessionalTitle,
        Rank,
        StaffMember,
        WindowClass,
        WindowHead,
    )
    from zwfw.records.standards import ServiceStandard
    from zwfw.records.tasks import TaskProgress
    from zwfw.records.trades import TradeLicensing
    from zwfw.records.venue_hours import OpenSpan, VenueHours
    from zwfw.records.venues import AccessFacility, ConvenienceItem, Venue, VenueKind
    from zwfw.records.windows import CrossAreaDisplay, Window, WindowDuty, WindowKind

_HOMES = {
    "AccessFacility": "venues",
    "AgencyDisclosure": "agencies",
    "ApprovalStage": "elements",
    "Assessment": "assessments",
    "Attestation": "attestations",
    "AttestedAnswer": "attestations",
    "Authorisation": "authorisations",
    "AuthorisationDocument": "authorisations",
    "BasisRank": "bases",
    "Bundle": "bundles",
    "Case": "cases",
    "CaseKind": "staff",
    "CaseMode": "cases",
    "CatalogueChange": "catalogues",
    "CatalogueEntry": "catalogues",
    "CentreRequirement": "items",
    "Certificate": "certificates",
    "CertificateGap": "certificates",
    "ChangeTrigger": "catalogues",
    "Channel": "cases",
    "ClerkTeam": "clerk_teams",
    "CommitmentPoint": "cases",
    "ConvenienceItem": "venues",
    "CopyHolder": "authorisations",
    "Correction": "cases",
    "CriterionScore": "assessments",
    "CrossAreaDisplay": "windows",
    "DataManagement": "guides",
    "Department": "departments",
    "ElectronicFile": "electronic_files",
    "ElectronicFileKind": "electronic_files",
    "ElectronicFileSystem": "electronic_files",
    "ElectronicSeal": "electronic_files",
    "Equipment": "equipment",
    "EquipmentKind": "equipment",
    "ExemptionGround": "negative_lists",
    "ExercisingLevel": "elements",
    "FollowUp": "cases",
    "GapReporter": "certificates",
    "Grade": "staff",
    "Guide": "guides",
    "GuideAccess": "guides",
    "GuidePair": "guides",
    "GuideSite": "guides",
    "HandlingStep": "items",
    "HeadPower": "staff",
    "Indicator": "indicators",
    "IntermediaryAgency": "agencies",
    "IntermediaryService": "intermediaries",
    "Item": "items",
    "ItemClass": "items",
    "ItemComparison": "comparisons",
    "ItemElements": "elements",
    "ItemList": "lists",
    "ItemListKind": "lists",
    "ItemPlacement": "items",
    "ItemResult": "results",
    "ItemType": "elements",
    "LegalBasis": "bases",
    "ListEntry": "lists",
    "Material": "materials",
    "MaterialForm": "materials",
    "MaterialSource": "materials",
    "MaterialTaken": "cases",
    "MixedMode": "cases",
    "NationalMapping": "catalogues",
    "NegativeListEntry": "negative_lists",
    "NoBindingAudit": "catalogues",
    "OnlineDepth": "online_depths",
    "OpenSpan": "venue_hours",
    "PresenceLog": "presence",
    "ProfessionalTitle": "staff",
    "PublicServiceField": "items",
    "PublicServiceIndustry": "items",
    "PublicServiceKind": "items",
    "Rank": "staff",
    "RatingFacts": "rating_facts",
    "ResultKind": "results",
    "ReviewPoint": "review_points",
    "Seal": "seals",
    "SealKind": "seals",
    "SealOccasion": "seals",
    "SealUse": "seals",
    "ServiceStandard": "standards",
    "SpecialServiceList": "items",
    "SpecialStep": "special_steps",
    "StaffMember": "staff",
    "TaskProgress": "tasks",
    "ThreeFixed": "authorisations",
    "TradeLicensing": "trades",
    "UnboundGuideOutcome": "guides",
    "Venue": "venues",
    "VenueHours": "venue_hours",
    "VenueKind": "venues",
    "Window": "windows",
    "WindowClass": "staff",
    "WindowDuty": "windows",
    "WindowHead": "staff",
    "WindowKind": "windows",
    "attested": "attestations",
}

__all__ = [
    "AccessFacility",
    "AgencyDisclosure",
    "ApprovalStage",
    "Assessment",
    "Attestation",
    "AttestedAnswer",
    "Authorisation",
    "AuthorisationDocument",
    "BasisRank",
    "Bundle",
    "Case",
    "CaseKind",
    "CaseMode",
    "CatalogueChange",
    "CatalogueEntry",
    "CentreRequirement",
    "Certificate",
    "CertificateGap",
    "ChangeTrigger",
    "Channel",
    "ClerkTeam",
    "CommitmentPoint",
    "ConvenienceItem",
    "CopyHolder",
    "Correction",
    "CriterionScore",
    "CrossAreaDisplay",
    "DataManagement",
    "Department",
    "ElectronicFile",
    "ElectronicFileKind",
    "ElectronicFileSystem",
    "ElectronicSeal",
    "Equipment",
    "EquipmentKind",
    "ExemptionGround",
    "ExercisingLevel",
    "FollowUp",
    "GapReporter",
    "Grade",
    "Guide",
    "GuideAccess",
    "GuidePair",
    "GuideSite",
    "HandlingStep",
    "HeadPower",
    "Indicator",
    "IntermediaryAgency",
    "IntermediaryService",
    "Item",
    "ItemClass",
    "ItemComparison",
    "ItemElements",
    "ItemList",
    "ItemListKind",
    "ItemPlacement",
    "ItemResult",
    "ItemType",
    "LegalBasis",
    "ListEntry",
    "Material",
    "MaterialForm",
    "MaterialSource",
    "MaterialTaken",
    "MixedMode",
    "Moment",
    "NationalMapping",
    "NegativeListEntry",
    "NoBindingAudit",
    "OnlineDepth",
    "OpenSpan",
    "PresenceLog",
    "ProfessionalTitle",
    "PublicServiceField",
    "PublicServiceIndustry",
    "PublicServiceKind",
    "Rank",
    "RatingFacts",
    "Record",
    "ResultKind",
    "ReviewPoint",
    "Seal",
    "SealKind",
    "SealOccasion",
    "SealUse",
    "ServiceStandard",
    "SpecialServiceList",
    "SpecialStep",
    "StaffMember",
    "TaskProgress",
    "ThreeFixed",
    "TradeLicensing",
    "UnboundGuideOutcome",
    "Venue",
    "VenueHours",
    "VenueKind",
    "Window",
    "WindowClass",
    "WindowDuty",
    "WindowHead",
    "WindowKind",
    "attested",
]


def __getattr__(name: str) -> object:
    if name in _HOMES:
        from importlib import import_module

        found = globals()[name] = getattr(import_module(f"zwfw.records.{_HOMES[name]}"), name)
        return found
    raise AttributeError(f"module 'zwfw.records' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
