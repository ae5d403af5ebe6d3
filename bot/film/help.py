"""/help: what Usher is, how to ask, and the commands for everybody, as Discord has them."""

from collections.abc import Iterator, Sequence

import discord
from discord import app_commands

from bot.feature import Feature
from bot.film.replies import Reply
from bot.film.responder import Responder
from bot.ui.card import Card
from bot.ui.command_words import about
from bot.ui.markdown import bullet
from bot.ui.phrases import Phrases

EXPLAINED = frozenset({"ask", "help"})
"""What is said above the list, and the list itself."""


class Help(Feature):
    """What Usher can do."""

    @app_commands.command(description=about("help"))
    async def help(self, interaction: discord.Interaction) -> None:
        """To the asker alone."""
        listed = list(public_commands(self.resources.client.tree))
        card = help_card(self.resources.say(interaction), listed)
        await Responder(self.resources).answer(interaction, lambda _: Reply((card,)), private=True)


def public_commands(tree: app_commands.CommandTree) -> Iterator[str]:
    """The names of those that everybody may use everywhere, in the order in which they were made."""
    for command in tree.get_commands(type=discord.AppCommandType.chat_input):
        everybodys = command.default_permissions is None and command.allowed_contexts is None
        if everybodys and command.name not in EXPLAINED:
            yield command.name


def help_card(say: Phrases, commands: Sequence[str]) -> Card:
    """What Usher is, how to ask, and the commands."""
    # The list comes last: what follows a list without a blank line is drawn as part of its last line.
    listed = ("help.menu", *(f"help.{command}" for command in commands), "help.moderators")
    lines = (say("help.what"), say("help.ask"), say("help.promise"), *(bullet(say(key)) for key in listed))
    return Card(say("help.title"), lines)
