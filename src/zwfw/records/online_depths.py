"""Online depths: how far a matter is done online (网办深度)."""

import unicodedata
from typing import Annotated

from pydantic import BeforeValidator

from zwfw._ordered import Ordered

__all__ = ["DepthField", "OnlineDepth"]


class OnlineDepth(Ordered):
    """How far a matter is done online (网办深度), the least first.

    >>> OnlineDepth.FULL > OnlineDepth.PREREVIEW
    True
    """

    INFORMATION = "Ⅰ"
    """The matter is published (事项信息发布)."""

    PREREVIEW = "Ⅱ"
    """Materials are reviewed beforehand online (申请材料在线预审)."""

    VERIFICATION = "Ⅲ"
    """Materials are verified online (申请材料在线核验)."""

    FULL = "Ⅳ"
    """Done online throughout (全程网办)."""


_DEPTHS = {unicodedata.normalize("NFKC", depth.value): depth for depth in OnlineDepth}


def _depth(value: object) -> object:
    """The source prints ``II 级`` and ``Ⅱ级`` side by side: one normal form reads both."""
    if not isinstance(value, str):
        return value
    text = unicodedata.normalize("NFKC", value).replace(" ", "").removesuffix("级").upper()
    return _DEPTHS.get(text, value)


DepthField = Annotated[OnlineDepth, BeforeValidator(_depth)]
"""A depth, written in either of the two encodings of Roman numerals, with or without 级."""
