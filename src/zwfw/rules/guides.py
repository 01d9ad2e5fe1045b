"""What the clauses say about guides (办事指南)."""

from zwfw.rules.engine import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = ()
