"""Benefits that an enterprise has by a policy (惠企政策兑现)."""

from typing import Annotated, ClassVar

from pydantic import Field

from zwfw.records._base import AreaField, Record

__all__ = ["Benefit"]


class Benefit(Record):
    """One enterprise's benefit by one policy for enterprises (惠企政策兑现).

    >>> Benefit(policy="稳岗返还", without_application=True, had_to_apply=False).policy
    '稳岗返还'
    """

    _named_by: ClassVar = "policy"

    policy: Annotated[str, Field(min_length=1)]
    area: AreaField | None = None
    without_application: bool | None = None
    """Whether the policy is one that is enjoyed without an application (免申即享)."""

    qualifies: bool | None = None
    """Whether the enterprise meets the conditions (符合条件)."""

    confirmed_by_shared_data: bool | None = None
    """Whether data that government departments share confirm that it does (信息共享)."""

    had_to_apply: bool | None = None
    """Whether the enterprise has to apply, or had to (申报)."""

    is_enjoyed: bool | None = None
    """Whether the enterprise has the benefit (享受政策)."""
