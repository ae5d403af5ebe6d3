"""*Title (Year)* within the limits of where it stands; the year always stays."""

from bot.ui.limits import BUTTON_LABEL, CHOICE_NAME, clip
from knowledge.titles.films import Film


def label(film: Film) -> str:
    """For a button."""
    return _titled(film, BUTTON_LABEL)


def choice_name(film: Film) -> str:
    """For a choice of autocomplete."""
    return _titled(film, CHOICE_NAME)


def _titled(film: Film, most: int) -> str:
    year = f" ({film.year})" if film.year else ""
    return clip(film.title, most - len(year)) + year
