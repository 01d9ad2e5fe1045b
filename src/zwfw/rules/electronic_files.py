"""What the clauses say about electronic signatures, seals, certificates and archives (电子文件)."""

from zwfw.rules.engine import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = ()
