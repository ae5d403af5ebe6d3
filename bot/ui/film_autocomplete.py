"""Films as what Discord offers while a title is typed."""

from discord import app_commands

from bot.ui.film_label import choice_name
from knowledge.titles.films import Film


def choice_of(film: Film) -> app_commands.Choice[str]:
    """The choice of autocomplete that means this film."""
    return app_commands.Choice(name=choice_name(film), value=film.id)
