"""What the clauses say about compulsory intermediary services (强制性中介服务事项)."""

from zwfw.rules.engine import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = ()
