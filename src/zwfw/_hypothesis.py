"""What Hypothesis calls when it is imported: strategies for the types of zwfw."""

from typing import Any

__all__ = ["STRATEGIES", "register"]

STRATEGIES = {
    "Assessment": "assessments",
    "Attestation": "attestations",
    "Authorisation": "authorisations",
    "Bundle": "bundles",
    "Case": "cases",
    "CatalogueChange": "catalogue_changes",
    "CatalogueEntry": "catalogue_entries",
    "Certificate": "certificates",
    "CertificateGap": "certificate_gaps",
    "ClerkTeam": "clerk_teams",
    "Correction": "corrections",
    "CriterionScore": "criterion_scores",
    "Department": "departments",
    "ElectronicFile": "electronic_files",
    "ElectronicFileSystem": "electronic_file_systems",
    "ElectronicSeal": "electronic_seals",
    "Equipment": "equipment",
    "FollowUp": "follow_ups",
    "Guide": "guides",
    "GuidePair": "guide_pairs",
    "Indicator": "indicators",
    "IntermediaryAgency": "intermediary_agencies",
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
    "OpenSpan": "open_spans",
    "PresenceLog": "presence_logs",
    "RatingFacts": "rating_facts",
    "ReviewPoint": "review_points",
    "Seal": "seals",
    "SealUse": "seal_uses",
    "ServiceStandard": "service_standards",
    "SpecialStep": "special_steps",
    "StaffMember": "staff_members",
    "TaskProgress": "task_progress",
    "TradeLicensing": "trade_licensings",
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
