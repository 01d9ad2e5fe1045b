"""Records: what a user brings, each noun in a file of its own; each is loaded on first use."""

from zwfw.records._base import Moment, Record

# Type checkers take this name for true; at run time each kind is loaded on first use.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from zwfw.records.agencies import AgencyDisclosure, IntermediaryAgency
    from zwfw.records.attestations import Attestation, AttestedAnswer, attested
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
    from zwfw.records.comparisons import ItemComparison
    from zwfw.records.electronic_files import ElectronicFile, ElectronicFileKind, ElectronicFileSystem, ElectronicSeal
    from zwfw.records.elements import ApprovalStage, ExercisingLevel, ItemElements, ItemType
    from zwfw.records.guides import DataManagement, Guide, GuideAccess, GuidePair, GuideSite
    from zwfw.records.indicators import Indicator
    from zwfw.records.intermediaries import IntermediaryService
    from zwfw.records.items import (
        CentreRequirement,
        HandlingStep,
        Item,
        ItemClass,
        ItemPlacement,
        PublicServiceField,
        PublicServiceKind,
        SpecialServiceList,
    )
    from zwfw.records.lists import ItemList, ItemListKind, ListEntry
    from zwfw.records.materials import Material, MaterialForm, MaterialSource
    from zwfw.records.online_depths import OnlineDepth
    from zwfw.records.results import ItemResult, ResultKind
    from zwfw.records.review_points import ReviewPoint
    from zwfw.records.special_steps import SpecialStep
    from zwfw.records.standards import ServiceStandard
    from zwfw.records.tasks import TaskProgress
    from zwfw.records.trades import TradeLicensing

_HOMES = {
    "AgencyDisclosure": "agencies",
    "ApprovalStage": "elements",
    "Attestation": "attestations",
    "AttestedAnswer": "attestations",
    "BasisRank": "bases",
    "Bundle": "bundles",
    "Case": "cases",
    "CaseMode": "cases",
    "CatalogueChange": "catalogues",
    "CatalogueEntry": "catalogues",
    "CentreRequirement": "items",
    "Certificate": "certificates",
    "CertificateGap": "certificates",
    "ChangeTrigger": "catalogues",
    "Channel": "cases",
    "CommitmentPoint": "cases",
    "Correction": "cases",
    "DataManagement": "guides",
    "ElectronicFile": "electronic_files",
    "ElectronicFileKind": "electronic_files",
    "ElectronicFileSystem": "electronic_files",
    "ElectronicSeal": "electronic_files",
    "ExercisingLevel": "elements",
    "FollowUp": "cases",
    "GapReporter": "certificates",
    "Guide": "guides",
    "GuideAccess": "guides",
    "GuidePair": "guides",
    "GuideSite": "guides",
    "HandlingStep": "items",
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
    "NoBindingAudit": "catalogues",
    "OnlineDepth": "online_depths",
    "PublicServiceField": "items",
    "PublicServiceKind": "items",
    "ResultKind": "results",
    "ReviewPoint": "review_points",
    "ServiceStandard": "standards",
    "SpecialServiceList": "items",
    "SpecialStep": "special_steps",
    "TaskProgress": "tasks",
    "TradeLicensing": "trades",
    "attested": "attestations",
}

__all__ = [
    "AgencyDisclosure",
    "ApprovalStage",
    "Attestation",
    "AttestedAnswer",
    "BasisRank",
    "Bundle",
    "Case",
    "CaseMode",
    "CatalogueChange",
    "CatalogueEntry",
    "CentreRequirement",
    "Certificate",
    "CertificateGap",
    "ChangeTrigger",
    "Channel",
    "CommitmentPoint",
    "Correction",
    "DataManagement",
    "ElectronicFile",
    "ElectronicFileKind",
    "ElectronicFileSystem",
    "ElectronicSeal",
    "ExercisingLevel",
    "FollowUp",
    "GapReporter",
    "Guide",
    "GuideAccess",
    "GuidePair",
    "GuideSite",
    "HandlingStep",
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
    "NoBindingAudit",
    "OnlineDepth",
    "PublicServiceField",
    "PublicServiceKind",
    "Record",
    "ResultKind",
    "ReviewPoint",
    "ServiceStandard",
    "SpecialServiceList",
    "SpecialStep",
    "TaskProgress",
    "TradeLicensing",
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
