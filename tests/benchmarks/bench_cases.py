"""How long an answer about a case takes, beside reading the case and walking its fields.

Run: python tests/benchmarks/bench_cases.py
"""

from datetime import date
from typing import Any

from _measure import Goal, import_seconds, interleaved, print_goals, print_table, shown, versions

from zwfw import Context, check, deadlines_for
from zwfw.records import Case

AT_A_WINDOW = {
    "id": "A-1",
    "area": "350102",
    "channel": "窗口",
    "mixed_modes": ["线上预审、线下受理"],
    "electronic_materials_only": False,
    "electronic_forms_only": False,
    "mode": "正常",
    "mode_chosen_by_applicant": True,
    "secret": False,
    "instant": False,
    "simple": False,
    "collective_deliberation": False,
    "online_depth": "Ⅱ",
    "promised_working_days": 5,
    "statutory_working_days": 20,
    "submitted_at": None,
    "received_at": "2025-06-03T09:00",
    "complete": True,
    "complicated": False,
    "corrections": [],
    "accepted_at": "2025-06-03T09:20",
    "acceptance_notice_issued": True,
    "special_steps": [],
    "substantive_review_started_at": "2025-06-03T10:00",
    "decided_at": "2025-06-05T16:00",
    "materials_taken": [],
}
ONLINE_WITH_A_STEP = AT_A_WINDOW | {
    "channel": "网上",
    "channel_chosen_by_applicant": True,
    "offline_channel_kept": True,
    "submitted_at": "2025-06-03T09:00",
    "prereviewed_at": "2025-06-04T09:00",
    "prereview_passed": True,
    "paper_requested_at": "2025-06-04T10:00",
    "paper_received_at": "2025-06-06T10:00",
    "received_at": "2025-06-06T10:00",
    "accepted_at": "2025-06-06T10:30",
    "substantive_review_started_at": "2025-06-06T11:00",
    "decided_at": "2025-06-13T10:00",
    "special_steps": [
        {
            "name": "现场勘验",
            "basis_rank": "规章",
            "started_at": "2025-06-09T09:00",
            "ended_at": "2025-06-11T09:00",
            "limit_working_days": 5,
        }
    ],
    "materials_taken": [
        {"name": "居民身份证", "on_paper": False, "certificate_callable": True, "must_be_handed_back": False}
    ],
}
CASES = {"at a window": AT_A_WINDOW, "online, with a special step": ONLINE_WITH_A_STEP}
FIRST_ANSWER = """zwfw
from datetime import date
from zwfw.records import Case
case = Case(id="1", area="350203", received_at="2025-06-03", complete=True)
assert zwfw.check(case, zwfw.Context(area="350000", as_of=date(2025, 6, 30))).outcomes
"""


def main() -> None:
    """Measure, and hold the figures against the goals."""
    print(versions(("attrs", "cattrs", "pydantic")))
    ctx = Context(area="350000", as_of=date(2025, 6, 30))
    spent = {name: measured(fields, ctx) for name, fields in CASES.items()}
    rows = [(what, *(shown(times[what]) for times in spent.values())) for what in next(iter(spent.values()))]
    rows.append(("check / read", *(f"{times['check'] / times['read the record']:.2f}x" for times in spent.values())))
    print_table("one case, warm", ("what", *spent), rows)

    first = import_seconds(FIRST_ANSWER, rounds=7)
    goals = [
        Goal(f"check, {name}", 60, times["check"] * 1e6, at_least=False, unit="µs") for name, times in spent.items()
    ]
    goals.append(Goal("first answer after start", 200, first * 1e3, at_least=False, unit="ms"))
    print_goals(goals)


def measured(fields: dict[str, Any], ctx: Context) -> dict[str, float]:
    """Seconds for one case: to read it, to walk its fields, to work out its deadlines, to check it."""
    case = Case(**fields)
    assert check(case, ctx).ok
    return interleaved(
        {
            "read the record": lambda: Case(**fields),
            "walk its fields": lambda: [getattr(case, field) for field in fields],
            "its deadlines": lambda: deadlines_for(case, ctx),
            "check": lambda: check(case, ctx),
        },
        rounds=9,
    )


if __name__ == "__main__":
    main()
