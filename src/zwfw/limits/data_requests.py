"""The time limit for the answer to a request for data (答复数据共享申请).

It is about the answer alone: for the authorisation and the channel that follow an approval the text has no number.
"""

from zwfw.limits.clocks import Clocks, between
from zwfw.records import DataShareRequest
from zwfw.records.stated import when

__all__ = ["CLOCKS"]


def _follows_these_norms(request: DataShareRequest) -> bool:
    """Whether it is held against these norms: data of secret items follow the law on secrecy."""
    return when(request, of_secret_item=False)


CLOCKS: Clocks = {"data-share-reply": lambda each, view, ctx: between(each, view, ctx, _follows_these_norms)}
