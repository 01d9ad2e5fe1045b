"""What a user's type checker sees; checked, never run."""

from collections.abc import Iterator
from datetime import date
from typing import assert_type

import zwfw
from zwfw.calendars import DayReason, WorkCalendar, national
from zwfw.interop import FieldFault, KeptField, PortalRecords, fujian_portal, guangdong
from zwfw.limits import Status
from zwfw.records import Case, CatalogueEntry, Item, Material
from zwfw.rules import Finding, breached

calendar = national()
assert_type(calendar, WorkCalendar)
assert_type(calendar.add(date(2026, 9, 18), 1), date)
assert_type(calendar.why(date(2026, 9, 20)), DayReason)

case = Case(id="1", received_at=date(2025, 6, 3))
ctx = zwfw.Context(area="350303", as_of="2025-06-30")
report = zwfw.check([case], ctx)
assert_type(report, zwfw.Report)
assert_type(report.breaches, tuple[zwfw.Outcome, ...])
assert_type(report.ok, bool)
assert_type(zwfw.deadlines_for(case, ctx)[0].due_on, date | None)
assert_type(zwfw.deadlines_for(case, ctx)[0].status, Status)
assert_type(zwfw.Area.find("涵江区").lineage, tuple[zwfw.Area, ...])
assert_type(zwfw.clause("fujian-2022/2.2.10").cite("zh"), str)


@zwfw.rule("mine.x", clauses=("fujian-2022/2.2.10",))
def mine(case: Case, _: zwfw.Context) -> Iterator[Finding]:
    """A rule of one's own."""
    if case.item is None:
        yield breached("no-item", at="item")


zwfw.check(case, ctx, rules=(*zwfw.RULES, mine))

assert_type(fujian_portal.read(b"[]"), PortalRecords)
assert_type(fujian_portal.read({"data": {}}).entries, tuple[CatalogueEntry, ...])
assert_type(fujian_portal.read([{"data": {}}]).materials, tuple[Material, ...])
assert_type(guangdong.read("[]").items, tuple[Item, ...])
assert_type(guangdong.read("[]").unknown, tuple[KeptField, ...])
assert_type(guangdong.read("[]").faults, tuple[FieldFault, ...])
