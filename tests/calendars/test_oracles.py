"""The calendar held against other collections of the notices, and against days read from the notices by hand."""

import warnings
from datetime import date, timedelta

import pytest

from zwfw.calendars import national

DAYS = [date(2008, 1, 1) + timedelta(days=i) for i in range((date(2026, 12, 31) - date(2008, 1, 1)).days + 1)]

# Days on which an oracle and the notices differ, with the reason. From 2008 to 2026 there is none. (chinesecalendar has
# 2005-12-31 wrong, but no notice before that of 2007 is held here.)
EXCEPTIONS: dict[str, dict[date, str]] = {"chinesecalendar": {}, "holidays": {}}


def test_all_days_are_compared():
    """Nineteen years, five of them leap years."""
    assert len(DAYS) == 19 * 365 + 5


def test_every_day_agrees_with_chinesecalendar():
    """chinesecalendar, typed from the notices by its own contributors, has the same answer for every day."""
    import chinese_calendar

    differing = {day for day in DAYS if chinese_calendar.is_workday(day) != national().is_working_day(day)}

    assert differing == set(EXCEPTIONS["chinesecalendar"])


def test_every_day_agrees_with_holidays():
    """The holidays package has the same answer for every day."""
    import holidays

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # theirs
        china = holidays.CN(years=range(2008, 2027))

    differing = {day for day in DAYS if china.is_working_day(day) != national().is_working_day(day)}

    assert differing == set(EXCEPTIONS["holidays"])


# Typed by hand and held against the texts of the notices, as copies quote them.
OFF = """
2007-01-03 2007-02-24 2007-05-07 2007-10-05
2007-12-31 2008-02-12 2008-04-04 2008-05-02 2008-06-09 2008-09-15 2008-09-29 2008-10-05
2009-01-02 2009-01-30 2009-04-06 2009-05-29 2009-10-08
2010-02-19 2010-04-05 2010-06-15 2010-09-23 2010-10-07
2011-02-08 2011-04-04 2011-05-02 2011-06-06 2011-09-12
2012-01-03 2012-01-27 2012-04-02 2012-04-30 2012-06-22 2012-10-05
2013-01-02 2013-02-15 2013-04-05 2013-04-29 2013-06-11 2013-09-20
2014-01-31 2014-04-07 2014-05-02 2014-06-02 2014-09-08
2015-01-02 2015-02-24 2015-06-22 2015-09-03 2015-09-04
2016-02-12 2016-05-02 2016-06-10 2016-09-16
2017-01-27 2017-02-02 2017-04-03 2017-05-29 2017-10-06
2018-02-21 2018-04-06 2018-04-30 2018-06-18 2018-09-24 2018-12-31
2019-02-08 2019-04-05 2019-05-02 2019-05-03 2019-09-13 2019-10-07
2020-01-30 2020-01-31 2020-02-01 2020-02-02 2020-05-05 2020-06-26 2020-10-08
2021-02-17 2021-05-05 2021-09-21 2021-10-07
2022-01-03 2022-01-31 2022-05-04 2022-06-03 2022-09-12
2022-12-31 2023-01-02 2023-01-27 2023-05-03 2023-06-23 2023-09-29 2023-10-06
2024-02-12 2024-02-16 2024-05-03 2024-09-16 2024-10-07
2025-01-28 2025-02-04 2025-05-05 2025-06-02 2025-10-08
2026-01-02 2026-02-16 2026-02-23 2026-04-06 2026-05-05 2026-06-19 2026-09-25 2026-10-07
"""
WORKED_WEEKENDS = """
2007-02-17 2007-02-25 2007-04-28 2007-04-29 2007-09-29 2007-09-30
2007-12-29 2008-02-02 2008-02-03 2008-05-04 2008-09-27 2008-09-28
2009-01-04 2009-01-24 2009-02-01 2009-05-31 2009-09-27 2009-10-10
2010-02-20 2010-02-21 2010-06-12 2010-06-13 2010-09-19 2010-09-25 2010-09-26 2010-10-09
2011-01-30 2011-02-12 2011-04-02 2011-10-08 2011-10-09
2011-12-31 2012-01-21 2012-01-29 2012-03-31 2012-04-01 2012-04-28 2012-09-29
2013-01-05 2013-01-06 2013-02-16 2013-02-17 2013-04-07 2013-06-08 2013-06-09 2013-09-22 2013-09-29 2013-10-12
2014-01-26 2014-02-08 2014-05-04 2014-09-28 2014-10-11
2015-01-04 2015-02-15 2015-02-28 2015-09-06 2015-10-10
2016-02-06 2016-02-14 2016-06-12 2016-09-18 2016-10-08 2016-10-09
2017-01-22 2017-02-04 2017-04-01 2017-05-27 2017-09-30
2018-02-11 2018-02-24 2018-04-08 2018-04-28 2018-09-29 2018-09-30 2018-12-29
2019-02-02 2019-02-03 2019-04-28 2019-05-05 2019-09-29 2019-10-12
2020-01-19 2020-04-26 2020-05-09 2020-06-28 2020-09-27 2020-10-10
2021-02-07 2021-02-20 2021-04-25 2021-05-08 2021-09-18 2021-09-26 2021-10-09
2022-01-29 2022-01-30 2022-04-02 2022-04-24 2022-05-07 2022-10-08 2022-10-09
2023-01-28 2023-01-29 2023-04-23 2023-05-06 2023-06-25 2023-10-07 2023-10-08
2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12
2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11
2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10
"""
# Weekdays that people take for days off: New Year's Eve where the notice does not name it, days beside a break, and the
# first day back after the lengthened holiday of 2020.
WORKED_WEEKDAYS = """
2014-01-30 2024-02-09 2018-01-02 2023-01-03 2020-02-03 2019-05-06 2025-05-06 2026-02-24 2026-10-08 2015-09-07
"""


def days_of(text: str) -> list[date]:
    """The days written in *text*."""
    return [date.fromisoformat(word) for word in text.split()]


@pytest.mark.parametrize("day", days_of(OFF), ids=str)
def test_days_off_read_from_the_notices(day):
    """A day that the notice of the year takes off is off."""
    assert not national().is_working_day(day)


@pytest.mark.parametrize("day", days_of(WORKED_WEEKENDS), ids=str)
def test_weekends_worked_read_from_the_notices(day):
    """A Saturday or Sunday that the notice of the year has worked is worked."""
    assert day.weekday() in {5, 6}
    assert national().is_working_day(day)


@pytest.mark.parametrize("day", days_of(WORKED_WEEKDAYS), ids=str)
def test_weekdays_taken_for_days_off(day):
    """A weekday that no notice takes off is worked, whatever people expect."""
    assert national().is_working_day(day)
