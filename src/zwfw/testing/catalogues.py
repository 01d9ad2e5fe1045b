"""Test data about the standard catalogue and its changes (《标准化目录》)."""

from zwfw.testing._facts import Violations

__all__ = ["VIOLATIONS"]

VIOLATIONS: Violations = {}
