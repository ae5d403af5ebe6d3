"""The card of /help."""

from bot.cards.card import Card
from bot.cards.phrases import Phrases

COMMANDS = ("movie", "rating", "warnings", "reviews", "talk", "privacy")


def help_card(say: Phrases) -> Card:
    """What Usher is, how to ask, and the commands."""
    commands = [f"- {say(f'help.{command}')}" for command in COMMANDS]
    lines = (
        say("help.what"),
        say("help.ask"),
        *commands,
        say("help.menu"),
        say("help.moderators"),
        say("help.promise"),
    )
    return Card(say("help.title"), lines)
