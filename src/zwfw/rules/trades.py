"""What the clauses say about trades with one composite licence (一业一证)."""

from zwfw.rules.engine import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = ()
