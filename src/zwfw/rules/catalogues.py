"""What the clauses say about the standard catalogue and its changes (《标准化目录》)."""

from zwfw.rules.engine import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = ()
