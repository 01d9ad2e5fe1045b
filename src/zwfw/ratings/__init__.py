"""Star ratings: from a filled-in scorecard to a reasoned star (星级评定)."""

from zwfw.ratings.districts import CriterionLosses, DimensionMean, DistrictTable, Ranking, Standing, Unranked, rank
from zwfw.ratings.proposals import Disagreement, Proposal, Proposals, propose, venue_facts
from zwfw.ratings.stars import (
    Irregularity,
    IrregularityKind,
    Loss,
    Mark,
    Rating,
    RatingState,
    Span,
    StageDifference,
    Subtotal,
    rate,
)
from zwfw.ratings.ways import Step, Way, shortest_way

__all__ = [
    "CriterionLosses",
    "DimensionMean",
    "Disagreement",
    "DistrictTable",
    "Irregularity",
    "IrregularityKind",
    "Loss",
    "Mark",
    "Proposal",
    "Proposals",
    "Ranking",
    "Rating",
    "RatingState",
    "Span",
    "StageDifference",
    "Standing",
    "Step",
    "Subtotal",
    "Unranked",
    "Way",
    "propose",
    "rank",
    "rate",
    "shortest_way",
    "venue_facts",
]
