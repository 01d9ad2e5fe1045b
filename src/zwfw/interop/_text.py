"""Plain text out of what portals store: markup, entities, control characters and blanks of every kind."""

import re
from html import unescape

__all__ = ["plain_text"]

# html.parser takes quadratic time on markup that is never closed until its fix of 2025, and reads "<5000" by other
# rules in each version, so the few elements that portals store are told by their names.
_LINES = "address article blockquote br dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section table tbody thead tr ul"
_CELLS = "td th"
_INLINE = "a abbr b big center cite code del em font i img ins label mark o:p q s small span strike strong sub sup u"
_BREAKS, _GAPS = frozenset(_LINES.split()), frozenset(_CELLS.split())
_NAMES = "|".join(sorted([*_BREAKS, *_GAPS, *_INLINE.split()], key=len, reverse=True))

_TAG = re.compile(rf"</?({_NAMES})(?:[\s/][^<>]*)?>", re.IGNORECASE)
_HIDDEN = re.compile(r"<!--|<(script|style)(?=[\s/>])", re.IGNORECASE)
_ENDS = {
    name: re.compile(end, re.IGNORECASE)
    for name, end in (("", "-->"), ("script", r"</script[^<>]*>"), ("style", r"</style[^<>]*>"))
}
# A longer number is no character, and html.unescape fails on one of thousands of digits.
_ENTITY = re.compile(r"&(?:#[0-9]{1,7};|#[xX][0-9A-Fa-f]{1,6};|nbsp;?|[A-Za-z][A-Za-z0-9]{1,31};)")

_LINE_ENDS = re.compile("\r\n?|[\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_BLANKS = re.compile(r"[^\S\n]+")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
_HALVES = re.compile("[\ud800-\udfff]")


def plain_text(text: str) -> tuple[str, bool]:
    r"""The text that a person sees, line by line, and whether markup or half a character was taken away.

    Blank lines go, and each run of blanks becomes one. Half of a character that takes two becomes U+FFFD.

    >>> plain_text("<p>年综合能源消费量&lt;5000吨</p>\u3000<script>x()</script>的")
    ('年综合能源消费量<5000吨\n的', True)
    """
    bare, lossy = _without_markup(text)
    if "&" in bare:
        # Some portals store markup whose own signs are entities.
        bare, within = _without_markup(_ENTITY.sub(lambda found: unescape(found[0]), bare))
        lossy = lossy or within
    bare, halves = _HALVES.subn("\ufffd", bare)
    lines = _LINE_ENDS.sub("\n", _UNSEEN.sub("", bare)).split("\n")
    shown = (_BLANKS.sub(" ", line).strip() for line in lines)
    return "\n".join(line for line in shown if line), lossy or halves > 0


def _without_markup(text: str) -> tuple[str, bool]:
    """The text without tags, comments and scripts, and whether there were any."""
    if "<" not in text:
        return text, False
    shown, at = [], 0
    while hidden := _HIDDEN.search(text, at):
        shown.append(text[at : hidden.start()])
        end = _ENDS[(hidden[1] or "").lower()].search(text, hidden.end())
        # As in a browser, what is never closed hides all the rest.
        at = end.end() if end else len(text)
    shown.append(text[at:])
    bare, tags = _TAG.subn(_stands_for, "".join(shown))
    return bare, tags > 0 or len(shown) > 1


def _stands_for(tag: re.Match[str]) -> str:
    name = tag[1].lower()
    return "\n" if name in _BREAKS else " " if name in _GAPS else ""
