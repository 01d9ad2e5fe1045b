"""What the facts of a body say of its scores, beside what people gave (评分建议)."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

import attrs

from zwfw.errors import ContextError, OfficialNameError
from zwfw.names import parse_venue_name
from zwfw.records.assessments import SCORES, Assessment
from zwfw.records.equipment import EquipmentKind
from zwfw.records.rating_facts import RatingFacts
from zwfw.records.venues import Venue, VenueKind
from zwfw.records.windows import WindowKind
from zwfw.scorecards import Condition, Criterion, Fact, Stage, scorecard

__all__ = ["Disagreement", "Proposal", "Proposals", "propose", "venue_facts"]


@attrs.frozen(kw_only=True)
class Proposal:
    """What the facts say of one criterion (评分建议).

    Attributes:
        criterion: The criterion.
        lowest: The points that the facts assure.
        highest: The points that they leave possible.
        unmet: The conditions that are not met, of what is worth no points.
        open: The conditions that a person has to say or whose facts are not known, of what is still open.
    """

    criterion: Criterion
    lowest: int
    highest: int
    unmet: tuple[Condition, ...] = ()
    open: tuple[Condition, ...] = ()

    @property
    def points(self) -> int | None:
        """The points; ``None`` where the facts do not decide."""
        return self.lowest if self.lowest == self.highest else None


@attrs.frozen(kw_only=True)
class Disagreement:
    """Where a person's score is not what the facts say (评分与事实不符).

    Attributes:
        criterion: The criterion's id.
        stage: Whose score it is.
        given: The score.
        lowest: The points that the facts assure.
        highest: The points that they leave possible.
    """

    criterion: str
    stage: Stage
    given: Decimal
    lowest: int
    highest: int


@attrs.frozen(kw_only=True)
class Proposals:
    """What the facts say of every criterion of a card (评分建议).

    Attributes:
        assessment: The filled-in card beside which they stand.
        rows: One a criterion, in the order of the card.
    """

    assessment: Assessment
    rows: tuple[Proposal, ...]

    @property
    def decided(self) -> tuple[Proposal, ...]:
        """Those that the facts decide."""
        return tuple(each for each in self.rows if each.points is not None)

    @property
    def disagreements(self) -> tuple[Disagreement, ...]:
        """Every score of a person, of whatever stage, that the facts exclude."""
        return tuple(self._disagreements())

    def _disagreements(self) -> Iterator[Disagreement]:
        for each in self.rows:
            row = self.assessment.row(each.criterion.id)
            for stage in Stage:
                given = row.score(stage) if row else None
                if given is not None and not each.lowest <= given <= each.highest:
                    yield Disagreement(
                        criterion=each.criterion.id,
                        stage=stage,
                        given=given,
                        lowest=each.lowest,
                        highest=each.highest,
                    )

    def filled(self, stage: Stage | str = Stage.SELF) -> Assessment:
        """The card with what the facts decide in the empty places of one stage.

        No score of a person is changed, and what was marked as not applicable stays so.
        """
        field = SCORES[Stage(stage)]
        told = self.assessment.model_dump()
        rows = {row["criterion"]: row for row in told.get("scores", ())}
        for each in self.decided:
            row = rows.setdefault(each.criterion.id, {"criterion": each.criterion.id})
            if row.get(field) is None and row.get("is_applicable") is not False:
                row[field] = each.points
        order = {each.criterion.id: place for place, each in enumerate(self.rows)}
        kept = [row for row in rows.values() if len(row) > 1]
        return Assessment(**{**told, "scores": sorted(kept, key=lambda row: order[row["criterion"]])})


def propose(assessment: Assessment, facts: RatingFacts) -> Proposals:
    """What *facts* say of each criterion, beside the scores that people gave.

    A criterion is met where everything that decides it is, and not met where one thing is not, whatever is unknown
    beside it. What a person has to judge stays open, and so does a list that the text leaves open, or a figure that
    holds in principle only, where the facts fall short of it. Halves of a criterion add up.

    Raises:
        ContextError: If the facts are about another card or body.

    >>> card, given = "hanjiang-2023/village", {"V04": {"self_score": 3}, "V09": {"self_score": 3}}
    >>> asked = Assessment(body="甲村便民服务站", card=card, scores=given)
    >>> found = propose(asked, RatingFacts(card=card, facts={"area_m2": 30, "helpers": 2}))
    >>> [(each.criterion.id, each.points) for each in found.decided]
    [('V04', 0), ('V09', 3)]
    >>> [(each.criterion, str(each.given), each.highest) for each in found.disagreements]
    [('V04', '3', 0)]
    """
    if facts.card != assessment.card:
        raise ContextError(f"facts: expected those of card {assessment.card}, got {facts.card}")
    if facts.body not in (None, assessment.body):
        raise ContextError(f"facts: expected those of {assessment.body}, got {facts.body}")
    known = facts.known
    return Proposals(
        assessment=assessment, rows=tuple(_proposal(each, known) for each in assessment.scorecard.criteria)
    )


def _proposal(criterion: Criterion, known: Mapping[str, Fact]) -> Proposal:
    lowest = highest = 0
    unmet: list[Condition] = []
    still: list[Condition] = []
    for part in criterion.parts:
        found = part.is_met(known)
        lowest += part.points if found else 0
        highest += part.points if found is not False else 0
        if found is False:
            unmet += [each for each in part.conditions if each.is_met(known) is False]
        elif found is None:
            still += [each for each in part.conditions if each.is_met(known) is None]
    return Proposal(criterion=criterion, lowest=lowest, highest=highest, unmet=tuple(unmet), open=tuple(still))


_SIGN: Final = "福建政务服务中心"
_EQUIPMENT: Final = {
    EquipmentKind.KIOSK: "自助服务终端设备",
    EquipmentKind.OTHER_TERMINAL: "自助服务终端设备",
    EquipmentKind.COMPUTER: "自助上网计算机",
    EquipmentKind.PRINTER: "打印机",
    EquipmentKind.DOCUMENT_CAMERA: "高拍仪",
    EquipmentKind.QUEUE_MACHINE: "自助取号叫号设施",
}
_SAME: Final = {
    "green_channel": "has_green_channel",
    "priority_groups_first": "priority_for_special_groups",
    "self_service_uses_city_list": "city_self_service_list_applied",
    "merged_into_district_centre": "moved_into_county_centre",
}
"""Fields of a venue that say what a fact says; of a yes or no ``None`` is a no."""

_CARDS: Final = {VenueKind.STATION: "hanjiang-2023/village", VenueKind.TOWNSHIP_CENTRE: "hanjiang-2023/township"}
_ALL_DAY: Final = 24


def venue_facts(venue: Venue, *, card: str | None = None) -> RatingFacts:
    """The facts that a venue's record states already; the rest of a card has to be told besides.

    Args:
        venue: A station or a township centre.
        card: The card that is asked; Hanjiang's for the kind of the venue unless given.

    Raises:
        ContextError: If the venue is of no kind that a card rates, or the card is for another kind.
        UnknownClauseError: If no scorecard has this id.

    >>> hall = Venue(name="国欢镇便民服务中心", kind="便民服务中心", sign_text="福建行政服务中心")
    >>> {each.name: each.value for each in venue_facts(hall).facts}
    {'has_uniform_name': True, 'has_uniform_sign': False}
    """
    name = card or (_CARDS.get(venue.kind) if venue.kind else None)
    if name is None or venue.kind is None or scorecard(name).rates != venue.kind.value:
        raise ContextError(
            f"venue: expected a kind that a card rates, got {venue.kind and venue.kind.value} for {name}"
        )
    held = scorecard(name).facts
    facts = {fact: value for fact, value in _venue_facts(venue, scorecard(name).document) if fact in held}
    return RatingFacts.model_validate({"body": venue.name, "card": name, "facts": facts})


def _venue_facts(venue: Venue, document: str) -> Iterator[tuple[str, Fact]]:
    stated = venue.model_fields_set
    yield "has_uniform_name", _has_uniform_name(venue, document)
    if "sign_text" in stated:
        yield "has_uniform_sign", _SIGN in (venue.sign_text or "")
    if "self_service_hours" in stated:
        yield "has_24h_self_service_area", venue.self_service_hours == _ALL_DAY
    for field, fact in _SAME.items():
        if field in stated:
            yield fact, bool(getattr(venue, field))
    # A station's card asks for an office computer, which a list of a hall's equipment for people does not tell.
    if venue.kind is VenueKind.TOWNSHIP_CENTRE and "equipment" in stated:
        pieces = venue.equipment or ()
        if all({"kind", "count"} <= each.model_fields_set for each in pieces):
            yield (
                "equipment",
                tuple(
                    _EQUIPMENT.get(each.kind, str(each.kind))
                    if isinstance(each.kind, EquipmentKind)
                    else str(each.kind)
                    for each in pieces
                    if each.count and each.kind
                ),
            )
    if "windows" in stated:
        windows = venue.windows or ()
        if any(WindowKind.COMPLAINTS in (each.kinds or ()) for each in windows):
            yield "has_complaint_window", True
        elif all("kinds" in each.model_fields_set for each in windows):
            yield "has_complaint_window", False


def _has_uniform_name(venue: Venue, document: str) -> bool:
    try:
        found = parse_venue_name(venue.name, document=document)
    except OfficialNameError:
        return False
    return any(each.kind == venue.kind.value and each.is_printed for each in found if venue.kind)
