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
from zwfw.testing.indicators import conforming_indicators, indicators
from zwfw.testing.intermediaries import conforming_intermediary_services, intermediary_services
from zwfw.testing.items import conforming_items, item_placements, items
from zwfw.testing.lists import conforming_item_lists, item_lists, list_entries
from zwfw.testing.materials import conforming_materials, legal_bases, materials
from zwfw.testing.moments import moments
from zwfw.testing.negative_lists import conforming_negative_list_entries, negative_list_entries
from zwfw.testing.presence import conforming_presence_logs, presence_logs
from zwfw.testing.results import conforming_item_results, item_results
from zwfw.testing.review_points import conforming_review_points, review_points
from zwfw.testing.seals import conforming_seal_uses, conforming_seals, seal_uses, seals
from zwfw.testing.special_steps import special_steps
from zwfw.testing.staff import conforming_staff_members, conforming_window_heads, staff_members, window_heads
from zwfw.testing.tasks import conforming_task_progress, task_progress
from zwfw.testing.trades import conforming_trade_licensings, trade_licensings
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
    "bundles",
    "cases",
    "catalogue_changes",
    "catalogue_entries",
    "certificate_gaps",
    "certificates",
    "clerk_teams",
    "conforming_attestations",
    "conforming_authorisations",
    "conforming_bundles",
    "conforming_cases",
    "conforming_catalogue_changes",
    "conforming_catalogue_entries",
    "conforming_certificate_gaps",
    "conforming_certificates",
    "conforming_clerk_teams",
    "conforming_departments",
    "conforming_electronic_file_systems",
    "conforming_electronic_files",
    "conforming_electronic_seals",
    "conforming_equipment",
    "conforming_guide_pairs",
    "conforming_guides",
    "conforming_indicators",
    "conforming_intermediary_agencies",
    "conforming_intermediary_services",
    "conforming_item_comparisons",
    "conforming_item_elements",
    "conforming_item_lists",
    "conforming_item_results",
    "conforming_items",
    "conforming_materials",
    "conforming_negative_list_entries",
    "conforming_presence_logs",
    "conforming_review_points",
    "conforming_seal_uses",
    "conforming_seals",
    "conforming_staff_members",
    "conforming_task_progress",
    "conforming_trade_licensings",
    "conforming_venue_hours",
    "conforming_venues",
    "conforming_window_heads",
    "conforming_windows",
    "contexts",
    "corrections",
    "criterion_scores",
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
    "intermediary_agencies",
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
    "open_spans",
    "presence_logs",
    "rating_facts",
    "review_points",
    "seal_uses",
    "seals",
    "service_standards",
    "special_steps",
    "staff_members",
    "stated_paths",
    "task_progress",
    "trade_licensings",
    "venue_hours",
    "venues",
    "violating",
    "window_heads",
    "windows",
    "with_unstated",
    "zones",
]
