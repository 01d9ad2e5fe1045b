"""What the clauses say about the elements that an item, its guide and its catalogue entry share (事项要素)."""

from zwfw.rules.engine import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = ()
