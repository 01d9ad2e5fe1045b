"""What the clauses say about e-certificates and those that are missing (电子证照)."""

from zwfw.rules.engine import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = ()
