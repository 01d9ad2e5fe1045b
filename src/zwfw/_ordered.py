"""Terms that have an order of their own."""

from enum import Enum
from functools import total_ordering
from typing import Self


@total_ordering
class Ordered(Enum):
    """An enumeration whose members stand from the least to the greatest."""

    rank: int
    """The place in the order, from 1."""

    def __init__(self, _: object) -> None:
        self.rank = len(type(self).__members__) + 1

    def __lt__(self, other: Self) -> bool:
        return self.rank < other.rank if type(other) is type(self) else NotImplemented
