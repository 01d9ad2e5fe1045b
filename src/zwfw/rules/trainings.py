"""What the clauses say about trainings (培训)."""

from collections.abc import Callable, Iterator

import attrs

from zwfw.areas import AreaLevel
from zwfw.context import Context
from zwfw.outcomes import Severity
from zwfw.records import Training, TrainingKind, TrainingMode, TrainingYear
from zwfw.records.stated import Unstated, when
from zwfw.rules._asking import all_done, answered
from zwfw.rules._periods import owed_stretches, short_of, term_of
from zwfw.rules.engine import Finding, breached, each, met, not_applicable, rule
from zwfw.terms import Stretch

__all__ = ["RULES"]

_TOWNSHIP, _VILLAGE = "hanjiang-2023/T34", "hanjiang-2023/V24"


def _of(kind: TrainingKind) -> Callable[[Training], bool]:
    return lambda training: when(training, kind=kind, organised_by_centre=True)


def _attended(held: TrainingYear, stretch: Stretch, least: int, counts: Callable[[Training], bool]) -> int:
    """How many trainings of *stretch* count.

    Raises:
        Unstated: If fewer than *least* surely do, and of others it is not known.
    """
    inside = [each for each in held.trainings or () if stretch.first <= each.held_on <= stretch.last]
    found, unknown = answered(inside, counts)
    times = sum(does for _, does in found)
    if times < least and unknown:
        raise Unstated(*unknown)
    return times


@attrs.frozen
class _Wanted:
    """How many trainings the card wants.

    Attributes:
        key: The figure.
        place: The place of its term among those of the card.
        reason: The reason where there were too few.
        counts: Which trainings count.
    """

    key: str
    place: int
    reason: str
    counts: Callable[[Training], bool]


def _enough(held: TrainingYear, ctx: Context, wanted: _Wanted) -> Iterator[Finding]:
    """Ask whether as many trainings as *wanted* were attended in each stretch of the card's term."""
    least = int(ctx.parameter(wanted.key).value)
    stretches = owed_stretches(_TOWNSHIP, term_of(_TOWNSHIP, wanted.place), held.year, ctx)

    def count(stretch: Stretch) -> int:
        return _attended(held, stretch, least, wanted.counts)

    yield from short_of(stretches, least, ctx, count, wanted.reason, at="trainings")


_EACH_KIND = (
    _Wanted("training_etiquette", 0, "etiquette-not-trained", _of(TrainingKind.ETIQUETTE)),
    _Wanted("training_business", 1, "business-not-trained", _of(TrainingKind.BUSINESS)),
)
_IN_ALL = _Wanted("training_total", 2, "too-few-trainings", lambda _: True)


@rule("trainings.of-each-kind", clauses=(_TOWNSHIP,), severity=Severity.ADVICE)
def of_each_kind(held: TrainingYear, ctx: Context) -> Iterator[Finding]:
    """Etiquette and site management are trained once a year, general business once every half-year (统一培训).

    Trainings count that the service centre organised. A year and a half-year are those of the calendar, and owed where
    they lie wholly within the force of the plan. The card costs points and obliges nobody, so that a breach is advice.
    """
    if held.level is not AreaLevel.TOWNSHIP:
        yield not_applicable("training-of-no-township")
    else:
        yield from each(_EACH_KIND, lambda wanted: _enough(held, ctx, wanted))


@rule("trainings.often-enough", clauses=(_TOWNSHIP,), severity=Severity.ADVICE)
def often_enough(held: TrainingYear, ctx: Context) -> Iterator[Finding]:
    """All trainings of a year are at least as many as the figure set, ten being enough (年度累计).

    Those of every kind count, whoever organised them.
    """
    if held.level is not AreaLevel.TOWNSHIP:
        yield not_applicable("training-of-no-township")
    else:
        yield from _enough(held, ctx, _IN_ALL)


@rule("trainings.online-regularly", clauses=(_VILLAGE, _TOWNSHIP), severity=Severity.ADVICE)
def online_regularly(held: TrainingYear, _: Context) -> Iterator[Finding]:
    """Online training is attended regularly, by township centres and by the helpers of villages (定期参加线上培训).

    No interval is given: a person says whether it is.
    """
    refs = {AreaLevel.TOWNSHIP: _TOWNSHIP, AreaLevel.VILLAGE: _VILLAGE}
    under = refs.get(held.level) if held.level is not None else None
    if under is None:
        yield not_applicable("training-of-no-township-or-village")
    elif not held.online_training_regular:
        yield breached("online-training-not-regular", at="online_training_regular", under=(under,))
    else:
        yield met(under=(under,))


@rule("trainings.clerks-by-district-centre", clauses=("hanjiang-2023/task-7",))
def clerks_by_district_centre(held: TrainingYear, _: Context) -> Iterator[Finding]:
    """The district's centre organises the training of the clerks (区政务服务中心负责组织业务培训)."""
    if not held.are_clerks:
        yield not_applicable("trainees-are-no-clerks")
    else:
        yield from all_done(held, {"organised_by_district_centre": "clerks-not-trained-by-district"})


@rule("trainings.special-and-routine", clauses=("putian-2025/art-51",))
def special_and_routine(held: TrainingYear, _: Context) -> Iterator[Finding]:
    """Training combines special courses with routine ones (专题培训、常态化培训); neither hours nor number is set."""
    missing = tuple(mode for mode in TrainingMode if mode not in (held.modes or ()))
    if missing:
        yield breached("training-mode-missing", at="modes", missing=missing)


RULES = (of_each_kind, often_enough, online_regularly, clerks_by_district_centre, special_and_routine)
