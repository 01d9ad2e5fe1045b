"""Records: what a user brings, each noun in a file of its own."""

from zwfw.records._base import Moment, Record
from zwfw.records.attestations import Attestation, AttestedAnswer
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
from zwfw.records.indicators import Indicator
from zwfw.records.special_steps import BasisRank, SpecialStep
from zwfw.records.tasks import TaskProgress

__all__ = [
    "Attestation",
    "AttestedAnswer",
    "BasisRank",
    "Case",
    "CaseMode",
    "Channel",
    "CommitmentPoint",
    "Correction",
    "FollowUp",
    "Indicator",
    "MaterialTaken",
    "MixedMode",
    "Moment",
    "OnlineDepth",
    "Record",
    "SpecialStep",
    "TaskProgress",
]
