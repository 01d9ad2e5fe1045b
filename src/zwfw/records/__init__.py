"""Records: what a user brings, each noun in a file of its own."""

from zwfw.records._base import Moment, Record
from zwfw.records.cases import (
    Case,
    CaseMode,
    Channel,
    CommitmentPoint,
    Correction,
    FollowUp,
    MaterialTaken,
    MixedMode,
    OnlineDepth,
)
from zwfw.records.special_steps import BasisRank, SpecialStep

__all__ = [
    "BasisRank",
    "Case",
    "CaseMode",
    "Channel",
    "CommitmentPoint",
    "Correction",
    "FollowUp",
    "MaterialTaken",
    "MixedMode",
    "Moment",
    "OnlineDepth",
    "Record",
    "SpecialStep",
]
