"""A card's markdown as plain text for a terminal: spoilers stay hidden."""

import re

_RULES = (
    (re.compile(r"\|\|[^|]*\|\|"), "[spoiler hidden]"),
    (re.compile(r"\[([^\]]+)\]\(https?://[^)\s]+\)"), r"\1"),
    (re.compile(r"^(?:#{1,3}|-#) ", re.MULTILINE), ""),
    (re.compile(r"\*\*?([^*\n]+)\*\*?"), r"\1"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"\\([*_~`|>#\[\]()\\-])"), r"\1"),
)


def plain(text: str) -> str:
    """The text without Discord's marks."""
    for pattern, instead in _RULES:
        text = pattern.sub(instead, text)
    return text
