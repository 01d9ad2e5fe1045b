"""What Hypothesis calls when it is imported: strategies for the types of zwfw."""

from typing import Any

__all__ = ["STRATEGIES", "register"]

STRATEGIES = {
    "Assessment": "assessments",
    "Attestation": "attestations",
    "Authorisation": "authorisations",
    "Benefit": "benefits",
    "Bundle": "bundles",
    "Case": "cases",
    "CatalogueChange": "catalogue_changes",
    "CatalogueEntry": "catalogue_entries",
    "CentreConnection": "centre_connections",
    "Certificate": "certificates",
    "CertificateGap": "certificate_gaps",
    "ChannelComparison": "channel_comparisons",
    "ChannelView": "channel_views",
    "ClerkTeam": "clerk_teams",
    "Correction": "corrections",
    "CriterionScore": "criterion_scores",
    "DataCollection": "data_collections",
    "DataDirectoryEntry": "data_directory_entries",
    "DataPooling": "data_poolings",
    "DataReturn": "data_returns",
    "DataShareRequest": "data_share_requests",
    "Department": "departments",
    "ElectronicFile": "electronic_files",
    "ElectronicFileSystem": "electronic_file_systems",
    "ElectronicSeal": "electronic_seals",
    "Equipment": "equipment",
    "FollowUp": "follow_ups",
    "Guide": "guides",
    "GuidePair": "guide_pairs",
    "Indicator": "indicators",
    "Inspection": "inspections",
    "InspectionProblem": "inspection_problems",
    "IntermediaryAgency": "intermediary_agencies",
    "IntermediaryDeal": "intermediary_deals",
    "IntermediaryService": "intermediary_services",
    "Item": "items",
    "ItemComparison": "item_comparisons",
    "ItemElements": "item_elements",
    "ItemList": "item_lists",
    "ItemPlacement": "item_placements",
    "ItemResult": "item_results",
    "LegalBasis": "legal_bases",
    "ListEntry": "list_entries",
    "Material": "materials",
    "MaterialTaken": "materials_taken",
    "NegativeListEntry": "negative_list_entries",
    "NoBindingAudit": "no_binding_audits",
    "OnlineMatter": "online_matters",
    "OnlinePlatform": "online_platforms",
    "OnlineRate": "online_rates",
    "OnlineService": "online_services",
    "OnlineSystem": "online_systems",
    "OpenSpan": "open_spans",
    "OversightYear": "oversight_years",
    "PresenceLog": "presence_logs",
    "RatingFacts": "rating_facts",
    "Review": "reviews",
    "ReviewPoint": "review_points",
    "ReviewStatistics": "review_statistics",
    "Seal": "seals",
    "SealUse": "seal_uses",
    "SecurityIncident": "security_incidents",
    "SecurityUpkeep": "security_upkeeps",
    "SelfServiceMachine": "self_service_machines",
    "SelfServiceNetwork": "self_service_networks",
    "ServiceStandard": "service_standards",
    "SharedDataUse": "shared_data_uses",
    "ShownOverdue": "shown_overdue",
    "SpecialStep": "special_steps",
    "StaffMember": "staff_members",
    "Supervision": "supervisions",
    "SystemFault": "system_faults",
    "SystemLink": "system_links",
    "TaskProgress": "task_progress",
    "TradeLicensing": "trade_licensings",
    "Training": "trainings",
    "TrainingYear": "training_years",
    "Venue": "venues",
    "VenueHours": "venue_hours",
    "Window": "windows",
    "WindowHead": "window_heads",
}
"""The name of the strategy of each kind of record."""


def register() -> None:
    """Make ``st.from_type(Case)`` and its like draw records that are valid.

    Hypothesis calls this by the entry point of the package. It loads the records, which it has to name; their
    strategies are loaded when one is first drawn.
    """
    from hypothesis.strategies import SearchStrategy, register_type_strategy

    from zwfw import records
    from zwfw.areas import Area
    from zwfw.context import Context

    def lazily(name: str) -> Any:
        def make(_: type) -> SearchStrategy[Any]:
            from zwfw.testing import strategies

            found: SearchStrategy[Any] = getattr(strategies, name)()
            return found

        return make

    register_type_strategy(Area, lazily("areas"))
    register_type_strategy(Context, lazily("contexts"))
    for kind, name in STRATEGIES.items():
        register_type_strategy(getattr(records, kind), lazily(name))
