"""Hypothesis strategies for the records and contexts of zwfw (测试数据).

With these, a system that handles cases or follows targets and tasks can be held against the norms by its own property
tests:

>>> from zwfw.testing.strategies import cases, hindsight, violating
>>> from hypothesis import find
>>> from zwfw import check
>>> case = find(violating("cases.prereviewed-in-time", area="鼓楼区"), lambda case: True)
>>> [(each.rule, each.clauses[0].ref) for each in check(case, hindsight()).breaches]
[('cases.prereviewed-in-time', 'fujian-2022/3.4.2')]
"""

from zwfw.testing.agencies import conforming_intermediary_agencies, intermediary_agencies
from zwfw.testing.areas import areas, zones
from zwfw.testing.assessments import assessments, criterion_scores, rating_facts
from zwfw.testing.attestations import attestations, conforming_attestations
from zwfw.testing.authorisations import authorisations, conforming_authorisations
from zwfw.testing.benefits import benefits, conforming_benefits
from zwfw.testing.bundles import bundles, conforming_bundles
from zwfw.testing.cases import cases, corrections, follow_ups, materials_taken
from zwfw.testing.catalogues import (
    catalogue_entries,
    conforming_catalogue_entries,
    no_binding_audits,
    service_standards,
)
from zwfw.testing.certificates import (
    certificate_gaps,
    certificates,
    conforming_certificate_gaps,
    conforming_certificates,
)
from zwfw.testing.changes import catalogue_changes, conforming_catalogue_changes
from zwfw.testing.clerk_teams import clerk_teams, conforming_clerk_teams
from zwfw.testing.comparisons import conforming_item_comparisons, item_comparisons
from zwfw.testing.contexts import contexts
from zwfw.testing.data_directories import (
    conforming_data_collections,
    conforming_data_directory_entries,
    data_collections,
    data_directory_entries,
)
from zwfw.testing.data_requests import (
    conforming_data_share_requests,
    conforming_shared_data_uses,
    data_share_requests,
    shared_data_uses,
)
from zwfw.testing.data_returns import (
    conforming_data_poolings,
    conforming_data_returns,
    conforming_shown_overdue,
    data_poolings,
    data_returns,
    shown_overdue,
)
from zwfw.testing.departments import conforming_departments, departments
from zwfw.testing.electronic_files import (
    conforming_electronic_file_systems,
    conforming_electronic_files,
    conforming_electronic_seals,
    electronic_file_systems,
    electronic_files,
    electronic_seals,
)
from zwfw.testing.elements import conforming_item_elements, item_elements
from zwfw.testing.equipment import conforming_equipment, equipment
from zwfw.testing.guides import conforming_guide_pairs, conforming_guides, guide_pairs, guides
from zwfw.testing.incidents import (
    conforming_security_incidents,
    conforming_security_upkeeps,
    security_incidents,
    security_upkeeps,
)
from zwfw.testing.indicators import conforming_indicators, indicators
from zwfw.testing.inspections import (
    conforming_inspections,
    conforming_oversight_years,
    inspection_problems,
    inspections,
    oversight_years,
)
from zwfw.testing.intermediaries import conforming_intermediary_services, intermediary_services
from zwfw.testing.items import conforming_items, item_placements, items
from zwfw.testing.lists import conforming_item_lists, item_lists, list_entries
from zwfw.testing.materials import conforming_materials, legal_bases, materials
from zwfw.testing.moments import moments
from zwfw.testing.negative_lists import conforming_negative_list_entries, negative_list_entries
from zwfw.testing.online_platforms import conforming_online_platforms, online_platforms, system_faults
from zwfw.testing.online_rates import conforming_online_rates, online_matters, online_rates
from zwfw.testing.online_services import (
    channel_comparisons,
    channel_views,
    conforming_channel_comparisons,
    conforming_online_services,
    online_services,
)
from zwfw.testing.online_systems import (
    centre_connections,
    conforming_centre_connections,
    conforming_online_systems,
    online_systems,
    system_links,
)
from zwfw.testing.presence import conforming_presence_logs, presence_logs
from zwfw.testing.results import conforming_item_results, item_results
from zwfw.testing.review_points import conforming_review_points, review_points
from zwfw.testing.review_statistics import conforming_review_statistics, review_statistics
from zwfw.testing.reviews import conforming_reviews, reviews
from zwfw.testing.seals import conforming_seal_uses, conforming_seals, seal_uses, seals
from zwfw.testing.self_service_machines import (
    conforming_self_service_networks,
    self_service_machines,
    self_service_networks,
)
from zwfw.testing.special_steps import special_steps
from zwfw.testing.staff import conforming_staff_members, conforming_window_heads, staff_members, window_heads
from zwfw.testing.supervisions import (
    conforming_intermediary_deals,
    conforming_supervisions,
    intermediary_deals,
    supervisions,
)
from zwfw.testing.tasks import conforming_task_progress, task_progress
from zwfw.testing.trades import conforming_trade_licensings, trade_licensings
from zwfw.testing.trainings import conforming_training_years, training_years, trainings
from zwfw.testing.unstated import forgetful, stated_paths, with_unstated
from zwfw.testing.venue_hours import conforming_venue_hours, open_spans, venue_hours
from zwfw.testing.venues import conforming_venues, venues
from zwfw.testing.verdicts import conforming_cases, hindsight, violating
from zwfw.testing.windows import conforming_windows, windows

__all__ = [
    "areas",
    "assessments",
    "attestations",
    "authorisations",
    "benefits",
    "bundles",
    "cases",
    "catalogue_changes",
    "catalogue_entries",
    "centre_connections",
    "certificate_gaps",
    "certificates",
    "channel_comparisons",
    "channel_views",
    "clerk_teams",
    "conforming_attestations",
    "conforming_authorisations",
    "conforming_benefits",
    "conforming_bundles",
    "conforming_cases",
    "conforming_catalogue_changes",
    "conforming_catalogue_entries",
    "conforming_centre_connections",
    "conforming_certificate_gaps",
    "conforming_certificates",
    "conforming_channel_comparisons",
    "conforming_clerk_teams",
    "conforming_data_collections",
    "conforming_data_directory_entries",
    "conforming_data_poolings",
    "conforming_data_returns",
    "conforming_data_share_requests",
    "conforming_departments",
    "conforming_electronic_file_systems",
    "conforming_electronic_files",
    "conforming_electronic_seals",
    "conforming_equipment",
    "conforming_guide_pairs",
    "conforming_guides",
    "conforming_indicators",
    "conforming_inspections",
    "conforming_intermediary_agencies",
    "conforming_intermediary_deals",
    "conforming_intermediary_services",
    "conforming_item_comparisons",
    "conforming_item_elements",
    "conforming_item_lists",
    "conforming_item_results",
    "conforming_items",
    "conforming_materials",
    "conforming_negative_list_entries",
    "conforming_online_platforms",
    "conforming_online_rates",
    "conforming_online_services",
    "conforming_online_systems",
    "conforming_oversight_years",
    "conforming_presence_logs",
    "conforming_review_points",
    "conforming_review_statistics",
    "conforming_reviews",
    "conforming_seal_uses",
    "conforming_seals",
    "conforming_security_incidents",
    "conforming_security_upkeeps",
    "conforming_self_service_networks",
    "conforming_shared_data_uses",
    "conforming_shown_overdue",
    "conforming_staff_members",
    "conforming_supervisions",
    "conforming_task_progress",
    "conforming_trade_licensings",
    "conforming_training_years",
    "conforming_venue_hours",
    "conforming_venues",
    "conforming_window_heads",
    "conforming_windows",
    "contexts",
    "corrections",
    "criterion_scores",
    "data_collections",
    "data_directory_entries",
    "data_poolings",
    "data_returns",
    "data_share_requests",
    "departments",
    "electronic_file_systems",
    "electronic_files",
    "electronic_seals",
    "equipment",
    "follow_ups",
    "forgetful",
    "guide_pairs",
    "guides",
    "hindsight",
    "indicators",
    "inspection_problems",
    "inspections",
    "intermediary_agencies",
    "intermediary_deals",
    "intermediary_services",
    "item_comparisons",
    "item_elements",
    "item_lists",
    "item_placements",
    "item_results",
    "items",
    "legal_bases",
    "list_entries",
    "materials",
    "materials_taken",
    "moments",
    "negative_list_entries",
    "no_binding_audits",
    "online_matters",
    "online_platforms",
    "online_rates",
    "online_services",
    "online_systems",
    "open_spans",
    "oversight_years",
    "presence_logs",
    "rating_facts",
    "review_points",
    "review_statistics",
    "reviews",
    "seal_uses",
    "seals",
    "security_incidents",
    "security_upkeeps",
    "self_service_machines",
    "self_service_networks",
    "service_standards",
    "shared_data_uses",
    "shown_overdue",
    "special_steps",
    "staff_members",
    "stated_paths",
    "supervisions",
    "system_faults",
    "system_links",
    "task_progress",
    "trade_licensings",
    "training_years",
    "trainings",
    "venue_hours",
    "venues",
    "violating",
    "window_heads",
    "windows",
    "with_unstated",
    "zones",
]
