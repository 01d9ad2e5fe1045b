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

from zwfw.testing.areas import areas, zones
from zwfw.testing.attestations import attestations, conforming_attestations
from zwfw.testing.cases import cases, corrections, follow_ups, materials_taken
from zwfw.testing.contexts import contexts
from zwfw.testing.indicators import conforming_indicators, indicators
from zwfw.testing.moments import moments
from zwfw.testing.special_steps import special_steps
from zwfw.testing.tasks import conforming_task_progress, task_progress
from zwfw.testing.unstated import forgetful, stated_paths, with_unstated
from zwfw.testing.verdicts import conforming_cases, hindsight, violating

__all__ = [
    "areas",
    "attestations",
    "cases",
    "conforming_attestations",
    "conforming_cases",
    "conforming_indicators",
    "conforming_task_progress",
    "contexts",
    "corrections",
    "follow_ups",
    "forgetful",
    "hindsight",
    "indicators",
    "materials_taken",
    "moments",
    "special_steps",
    "stated_paths",
    "task_progress",
    "violating",
    "with_unstated",
    "zones",
]
