"""Text in Discord's markdown: what is ours is marked as such, everything else is escaped on its way in.

Phrases escape each value they are filled with; nothing else needs to think of it.
"""

import re
from collections.abc import Iterable

from bot.ui.limits import clip

TYPED = 80
"""Characters of what a person typed that are said back."""
QUOTED = 300
"""Characters of a longer text that are quoted."""
SENTENCE_LEAST = 0.5
"""How much of the room whole sentences must fill, for the text to be cut between them."""
HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs that turn the direction of what follows, and with it the meaning of a line."""
MARKS = re.compile(r"[\\*_~`|<>\[\]]|(?<=:)/(?=/)|^(?:[#+-]|\d+(?=[.)]))")
PINGS = re.compile(r"@(?=\w|[!&])")
SUSPECT = re.compile(r"[\\*_~`|<>\[\]/@]|^[#+\-\d]")
"""A sign that may be one of `MARKS` or `PINGS`."""
NOWHERE = "\u200b"
"""A space of no width, which keeps a mention from being one."""
SPOILER = re.compile(r"(?<!\\)\|\|.*?(?<!\\)\|\|")


class Markdown(str):
    """Text whose mark-up is meant."""

    __slots__ = ()

    def join(self, iterable: Iterable[str], /) -> "Markdown":
        """The parts with this between them; those that are not ours are escaped."""
        return Markdown(super().join(escape(part, None) for part in iterable))


COMMA = Markdown(", ")
APART = Markdown(" · ")


def escape(text: str, most: int | None = QUOTED) -> Markdown:
    """Somebody's text in one line, made harmless: no mark-up, no mention, cut to so many characters before.

    What is Markdown already stays as it is.
    """
    if isinstance(text, Markdown):
        return text
    plain = HIDDEN.sub("", " ".join(text.split()))
    short = shortened(plain, most) if most else plain
    if not SUSPECT.search(short):  # Most texts are sentences, and one look is quicker than three.
        return Markdown(short)
    return Markdown(PINGS.sub(f"@{NOWHERE}", MARKS.sub(_escaped, short)))


def _escaped(found: re.Match[str]) -> str:
    mark = found.group()
    return f"{mark}\\" if mark.isdigit() else f"\\{mark}"


def shortened(text: str, most: int) -> str:
    """The text, cut between sentences if that leaves enough of it, else between words; "…" says so."""
    if len(text) <= most:
        return text
    whole = max((found.end() for found in re.finditer(r"[.?](?= )", text[: most - 1])), default=0)
    return f"{text[:whole]} …" if whole >= SENTENCE_LEAST * most else clip(text, most)


def bullet(line: str) -> Markdown:
    """The line as one of a list."""
    return Markdown(f"- {escape(line, None)}")


def heading(text: str) -> Markdown:
    """The first line of a card."""
    return Markdown(f"### {escape(text, None)}")


_RULES = (
    (re.compile(r"\[([^\]]+)\]\(https?://[^)\s]+\)"), r"\1"),
    (re.compile(r"^(?:#{1,3}|-#|>) ", re.MULTILINE), ""),
    (re.compile(r"\*\*?([^*\n]+)\*\*?"), r"\1"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"\|\|"), ""),
)
_KEPT = 0xE000
"""Where escaped signs wait, in Unicode's private use area, until the mark-up is gone."""
_FREED = {_KEPT + sign: sign for sign in range(128)} | {ord(NOWHERE): None}
_MARKED = re.compile(rf"[\\[*`|#>{NOWHERE}]")
"""A sign without which no rule finds anything."""


def unmarked(text: str) -> str:
    """What is read where nothing is marked up: no marks, no addresses of links."""
    if not _MARKED.search(text):
        return text
    kept = re.sub(r"\\([!-/:-@\[-`{-~])", lambda found: chr(_KEPT + ord(found[1])), text)
    for pattern, instead in _RULES:
        kept = pattern.sub(instead, kept)
    return kept.translate(_FREED)
