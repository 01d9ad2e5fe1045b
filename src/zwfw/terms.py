"""Terms of completion: by when something has to be done, once or again and again (完成时限)."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Literal

import attrs

from zwfw.areas import Area
from zwfw.errors import TermError, UnknownAreaError

__all__ = ["Cadence", "Stretch", "Term", "TermForm"]


class TermForm(StrEnum):
    """What kind of term a document prints (时限形式)."""

    NONE = "未规定"
    """None is printed."""

    ONGOING = "持续性工作"
    BY = "限期完成"
    BY_THEN_ONGOING = "限期完成并持续"
    BY_THEN_YEARLY = "限期首次完成后每年"
    """A first date, then every year; no day of the year is printed for the later ones."""

    BY_AREA = "分地区限期"
    """A date of its own for each of some areas."""

    AS_ROLLED_OUT = "按部署进度"
    """As a higher level rolls it out; no date is printed."""

    AS_ROLLED_OUT_THEN_ONGOING = "按部署进度并持续"
    RECURRING = "定期"
    """Again and again, on a stated cadence."""


class Cadence(StrEnum):
    """How often something recurs (频次)."""

    DAY = "每日"
    MONTH = "每月"
    QUARTER = "每季度"
    HALF_YEAR = "每半年"
    YEAR = "每年"


_MONTHS = {Cadence.MONTH: 1, Cadence.QUARTER: 3, Cadence.HALF_YEAR: 6, Cadence.YEAR: 12}
_WORDS = {
    "day": Cadence.DAY,
    "month": Cadence.MONTH,
    "quarter": Cadence.QUARTER,
    "half-year": Cadence.HALF_YEAR,
    "year": Cadence.YEAR,
}
_PLAIN = {
    "": TermForm.NONE,
    "ongoing": TermForm.ONGOING,
    "as rolled out": TermForm.AS_ROLLED_OUT,
    "as rolled out then ongoing": TermForm.AS_ROLLED_OUT_THEN_ONGOING,
}
_THEN = {"": TermForm.BY, " then ongoing": TermForm.BY_THEN_ONGOING, " then yearly": TermForm.BY_THEN_YEARLY}
_BY = re.compile(r"by (?P<day>\d{4}-\d\d-\d\d)(?P<then>| then ongoing| then yearly)", re.ASCII)
_BY_AREA = re.compile(r"by(?: \d{6}=\d{4}-\d\d-\d\d)+", re.ASCII)
_EVERY = re.compile(
    r"(?:(?P<times>[1-9]\d*) times )?every (?P<word>day|month|quarter|half-year|year)"
    r"(?: by (?P<month>\d\d)-(?P<day>\d\d))?",
    re.ASCII,
)
_FORMS = (
    "nothing, 'ongoing', 'by 2022-12-31', 'by … then ongoing', 'by … then yearly', 'by 350100=2022-09-30 …', "
    "'as rolled out', 'as rolled out then ongoing', 'every day', 'every month', 'every quarter', 'every half-year', "
    "'every year', 'every year by 01-31' or '10 times every year'"
)


@attrs.frozen
class Stretch:
    """A stretch of days in which something has to be done, once or several times (周期); both days count.

    Attributes:
        first: The first day.
        last: The last day on which it is done in time.
        times: How often it has to be done in it, at least.
    """

    first: date
    last: date
    times: int = 1


@attrs.frozen(kw_only=True)
class Term:
    """By when something has to be done (完成时限).

    A date is the last day that is in time, whether or not the document writes 前 behind it.

    Attributes:
        form: What kind of term it is.
        on: The date, for the kinds that have one for all.
        on_by_area: The dates of single areas, by code.
        cadence: How often, for what recurs.
        year_day: For what recurs every year by a day of the year: its month and day.
        times: How often it has to be done each time, at least.

    >>> Term.parse("by 2022-12-31 then ongoing").due_on().isoformat()
    '2022-12-31'
    >>> Term.parse("by 350100=2022-09-30 350200=2022-12-31").due_on(Area("350203")).isoformat()
    '2022-12-31'
    """

    form: TermForm
    on: date | None = None
    on_by_area: Mapping[str, date] = attrs.field(factory=dict, hash=False)
    cadence: Cadence | None = None
    year_day: tuple[int, int] | None = None
    times: int = 1

    @classmethod
    def parse(cls, text: str) -> "Term":
        """Read a term as the data write it.

        Raises:
            TermError: If it is none of the forms; they are named.
        """
        if text in _PLAIN:
            return cls(form=_PLAIN[text])
        try:
            if found := _BY.fullmatch(text):
                return cls(form=_THEN[found["then"]], on=date.fromisoformat(found["day"]))
            if _BY_AREA.fullmatch(text):
                pairs = [pair.split("=") for pair in text.split()[1:]]
                days = {str(Area(code).code): date.fromisoformat(day) for code, day in pairs}
                if len(days) < len(pairs):
                    raise TermError(f"expected one date for each area, got {text!r}")
                return cls(form=TermForm.BY_AREA, on_by_area=days)
            found = _EVERY.fullmatch(text)
            if found and (found["month"] is None or found["word"] == "year"):
                # 2023 has no 29 February: a day that not every year has is no yearly term.
                day = date(2023, int(found["month"]), int(found["day"])) if found["month"] else None
                return cls(
                    form=TermForm.RECURRING,
                    cadence=_WORDS[found["word"]],
                    year_day=(day.month, day.day) if day else None,
                    times=int(found["times"] or 1),
                )
        except (ValueError, UnknownAreaError) as error:
            raise TermError(f"{text!r}: {error}") from None
        raise TermError(f"expected {_FORMS}, got {text!r}")

    def due_on(self, area: Area | None = None) -> date | None:
        """The last day in time of what is done once; ``None`` where no date is printed.

        Args:
            area: Who asks, for terms that differ by area; the date of an area holds for all within it.
        """
        if self.form is not TermForm.BY_AREA:
            return self.on
        codes = [str(place.code) for place in area.lineage] if area is not None else []
        return next((self.on_by_area[code] for code in codes if code in self.on_by_area), None)

    @property
    def recurs(self) -> bool:
        """Whether it has to be done again and again, on a stated cadence."""
        return self.form in (TermForm.RECURRING, TermForm.BY_THEN_YEARLY)

    def stretches(self, first: date, last: date) -> Iterator[Stretch]:
        """The stretches in each of which it has to be done and whose last day lies from *first* to *last*.

        A quarter, a half-year and a year are those of the calendar. Where a first date is printed and the later years
        have none, each later year is a stretch of its own.

        >>> found = Term.parse("every quarter").stretches(date(2025, 1, 1), date(2025, 9, 29))
        >>> [each.last.isoformat() for each in found]
        ['2025-03-31', '2025-06-30']
        >>> found = Term.parse("by 2022-08-31 then yearly").stretches(date(2022, 1, 1), date(2023, 12, 31))
        >>> [each.last.isoformat() for each in found]
        ['2022-08-31', '2023-12-31']
        """
        if self.form is TermForm.BY_THEN_YEARLY and self.on is not None:
            if first <= self.on <= last:
                yield Stretch(date(self.on.year, 1, 1), self.on)
            later = max(first, date(self.on.year + 1, 1, 1))
            yield from _stretches(attrs.evolve(self, cadence=Cadence.YEAR), later, last)
        elif self.cadence is not None:
            yield from _stretches(self, first, last)

    def text(self, lang: Literal["zh", "en"] = "zh") -> str:
        """The term in words.

        >>> Term.parse("every year by 01-31").text(), Term.parse("10 times every year").text("en")
        ('每年，1月31日前', 'every year, 10 times')
        """
        return _text_zh(self) if lang == "zh" else _text_en(self)


def _stretches(term: Term, first: date, last: date) -> Iterator[Stretch]:
    from dateutil.relativedelta import relativedelta
    from dateutil.rrule import DAILY, MONTHLY, rrule

    last = min(last, date(date.max.year, 1, 1))  # there is no year behind the last one

    if term.cadence is None or term.cadence is Cadence.DAY:
        days = (each.date() for each in rrule(DAILY, dtstart=first, until=last))
        yield from (Stretch(day, day, term.times) for day in days)
        return
    months = _MONTHS[term.cadence]
    for begun in rrule(MONTHLY, interval=months, dtstart=date(first.year, 1, 1), until=last):
        start = begun.date()
        end = date(start.year, *term.year_day) if term.year_day else start + relativedelta(months=months, days=-1)
        if first <= end <= last:
            yield Stretch(start, end, term.times)


_PATTERNS_ZH = {
    TermForm.BY: "{on} 前完成",
    TermForm.BY_THEN_ONGOING: "{on} 前完成，并持续",
    TermForm.BY_THEN_YEARLY: "{on} 前首次完成，此后每年",
}
_PATTERNS_EN = {
    TermForm.NONE: "none stated",
    TermForm.ONGOING: "ongoing",
    TermForm.BY: "by {on}",
    TermForm.BY_THEN_ONGOING: "by {on}, then ongoing",
    TermForm.BY_THEN_YEARLY: "first by {on}, then every year",
    TermForm.AS_ROLLED_OUT: "as rolled out by the higher level",
    TermForm.AS_ROLLED_OUT_THEN_ONGOING: "as rolled out by the higher level, then ongoing",
}


def _text_zh(term: Term) -> str:
    if term.form is TermForm.BY_AREA:
        return "；".join(f"{Area(code)} {day} 前完成" for code, day in term.on_by_area.items())
    if term.cadence is None:
        return _PATTERNS_ZH.get(term.form, term.form.value).format(on=term.on)
    by = f"，{term.year_day[0]}月{term.year_day[1]}日前" if term.year_day else ""
    times = f" {term.times} 次" if term.times > 1 else ""
    return f"{term.cadence}{times}{by}"


def _text_en(term: Term) -> str:
    if term.form is TermForm.BY_AREA:
        return "; ".join(f"{Area(code)} by {day}" for code, day in term.on_by_area.items())
    if term.cadence is None:
        return _PATTERNS_EN[term.form].format(on=term.on)
    word = next(word for word, cadence in _WORDS.items() if cadence is term.cadence)
    by = f", by {term.year_day[0]:02}-{term.year_day[1]:02}" if term.year_day else ""
    times = f", {term.times} times" if term.times > 1 else ""
    return f"every {word}{by}{times}"
