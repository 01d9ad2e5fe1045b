"""Test data about compulsory intermediary services (强制性中介服务事项)."""

from zwfw.testing._facts import Violations

__all__ = ["VIOLATIONS"]

VIOLATIONS: Violations = {}
