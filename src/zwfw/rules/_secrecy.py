"""How rules of Putian's norms ask about data that may be those of a secret item (涉密)."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from zwfw.outcomes import State
from zwfw.records.stated import when
from zwfw.rules._asking import surely
from zwfw.rules.engine import Finding, each, not_applicable

__all__ = ["unless_secret"]

_WEIGHTY = (State.BREACHED, State.NEEDS_JUDGEMENT)


def unless_secret(record: Any, ask: Callable[[], Iterable[Finding]]) -> Iterator[Finding]:
    """What *ask* finds, unless the data are those of a secret item: those follow the law on secrecy (article 54).

    That these norms then do not hold is a reading. Where it is not stated whether they are, nothing is found amiss.

    Raises:
        Unstated: If something is amiss and it is not stated whether they are.
    """
    if surely(record, of_secret_item=True):
        yield not_applicable("secret-follows-secrecy-law")
        return
    found = tuple(dict.fromkeys(each((ask,), lambda asked: asked())))
    yield from (finding for finding in found if finding.state not in _WEIGHTY)
    weighty = [finding for finding in found if finding.state in _WEIGHTY]
    if weighty and when(record, of_secret_item=False):
        yield from weighty
