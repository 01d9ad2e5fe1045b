"""What the clauses say about bundles (一件事)."""

from zwfw.rules.engine import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = ()
