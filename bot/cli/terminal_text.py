"""A card's markdown as plain text for a terminal: spoilers stay hidden."""

from bot.ui.markdown import SPOILER, unmarked


def plain(text: str) -> str:
    """The text without Discord's marks."""
    return unmarked(SPOILER.sub("[spoiler hidden]", text))
