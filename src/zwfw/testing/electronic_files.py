"""Test data about electronic signatures, seals, certificates and archives (电子文件)."""

from zwfw.testing._facts import Violations

__all__ = ["VIOLATIONS"]

VIOLATIONS: Violations = {}
