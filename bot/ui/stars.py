"""Stars for quality, out of five: the same in every language."""

from bot.ui.markdown import Markdown

MOST = 5


def stars_of(stars: int) -> Markdown:
    """So many full ones, the others empty."""
    return Markdown("★" * stars + "☆" * (MOST - stars))
