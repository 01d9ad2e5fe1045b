"""Local time: every moment in this library is one of Asia/Shanghai (北京时间), without a zone."""

from datetime import date, datetime, timedelta, timezone

from zwfw.errors import ContextError

__all__ = ["day_or_moment", "local"]

# A fixed offset is right for every moment since China's last summer time ended on 1991-09-15, far before the first
# holiday notice that is held (2007), and needs no time-zone files, which Windows does not have.
_CHINA = timezone(timedelta(hours=8), "Asia/Shanghai")


def day_or_moment(text: str) -> date | datetime:
    """What an ISO text says: a day stays a day, however it is written, and never becomes its midnight.

    Raises:
        ValueError: If it is neither.

    >>> day_or_moment("20250603"), day_or_moment("2025-06-03 09:30")
    (datetime.date(2025, 6, 3), datetime.datetime(2025, 6, 3, 9, 30))
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        return datetime.fromisoformat(text)


def local(moment: datetime) -> datetime:
    """The *moment* in local time without a zone: one with a zone is taken to Asia/Shanghai, another is left as it is.

    Raises:
        ContextError: If it is no moment, such as a day without a time.

    >>> from datetime import UTC, datetime
    >>> local(datetime(2026, 9, 18, 1, 30, tzinfo=UTC))
    datetime.datetime(2026, 9, 18, 9, 30)
    >>> local(datetime(2026, 9, 18, 9, 30))
    datetime.datetime(2026, 9, 18, 9, 30)
    """
    if not isinstance(moment, datetime):
        raise ContextError(f"expected a moment, got {moment!r}")
    if moment.tzinfo is None:
        return moment
    # A zone may decline to give an offset; Python then counts the moment as one without a zone.
    return (moment if moment.utcoffset() is None else moment.astimezone(_CHINA)).replace(tzinfo=None)
