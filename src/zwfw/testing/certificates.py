"""Test data about e-certificates and those that are missing (电子证照)."""

from zwfw.testing._facts import Violations

__all__ = ["VIOLATIONS"]

VIOLATIONS: Violations = {}
