"""Test data about the elements that an item, its guide and its catalogue entry share (事项要素)."""

from zwfw.testing._facts import Violations

__all__ = ["VIOLATIONS"]

VIOLATIONS: Violations = {}
