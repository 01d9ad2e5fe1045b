"""Review points: what a reviewer looks at (审查要点)."""

from typing import ClassVar

from zwfw.records._base import Record

__all__ = ["ReviewPoint"]


class ReviewPoint(Record):
    """One review point (审查要点).

    >>> ReviewPoint(text="申请表填写完整", standard="各栏均已填写", subject="申请表").subject
    '申请表'
    """

    _named_by: ClassVar = "text"

    text: str
    standard: str | None = None
    """By what it is decided (审查标准)."""

    subject: str | None = None
    """What is reviewed (审查对象): a material, or an entry of one."""

    found_objective: bool | None = None
    """What a person found: whether it is objective and effective (客观有效); ``None`` where nobody has looked."""
