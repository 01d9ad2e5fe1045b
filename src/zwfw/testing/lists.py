"""Test data about lists (清单)."""

from zwfw.testing._facts import Violations

__all__ = ["VIOLATIONS"]

VIOLATIONS: Violations = {}
