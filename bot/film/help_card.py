"""The card of /help."""

from bot.ui.card import Card
from bot.ui.markdown import bullet
from bot.ui.phrases import Phrases

COMMANDS = ("movie", "rating", "warnings", "reviews", "talk", "privacy")


def help_card(say: Phrases) -> Card:
    """What Usher is, how to ask, and the commands."""
    # The list comes last: what follows a list without a blank line is drawn as part of its last line.
    listed = ("help.menu", *(f"help.{command}" for command in COMMANDS), "help.moderators")
    lines = (say("help.what"), say("help.ask"), say("help.promise"), *(bullet(say(key)) for key in listed))
    return Card(say("help.title"), lines)
