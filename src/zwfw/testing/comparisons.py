"""Test data about one item in two places (五级十五同)."""

from zwfw.testing._facts import Violations

__all__ = ["VIOLATIONS"]

VIOLATIONS: Violations = {}
