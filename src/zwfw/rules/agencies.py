"""What the clauses say about intermediary agencies (中介服务机构)."""

from zwfw.rules.engine import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = ()
