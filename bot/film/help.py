"""/help: what Usher is, how to ask, and the commands for everybody, as Discord has them."""

from collections.abc import Iterator, Sequence

import discord
from discord import app_commands

from bot.feature import Feature
from bot.film.reply import Reply
from bot.film.responder import Responder
from bot.rights import is_moderator
from bot.ui.card import Card
from bot.ui.command_words import about
from bot.ui.markdown import bullet
from bot.ui.phrases import Phrases

CHOICES = {
    "moderator_role": "settings.name_moderator_role",
    "queue_channel": "settings.name_queue_channel",
    "country": "settings.name_country",
}
"""What a good start chooses, and what it is called."""
EXPLAINED = frozenset({"ask", "help"})
"""What is said above the list, and the list itself."""


class Help(Feature):
    """What Usher can do."""

    @app_commands.command(description=about("help"))
    async def help(self, interaction: discord.Interaction) -> None:
        """To the asker alone."""
        listed = list(public_commands(self.resources.client.tree))
        card = help_card(self.resources.say(interaction), listed, self._unchosen(interaction))
        await Responder(self.resources).answer(interaction, lambda _: Reply((card,)), private=True)

    def _unchosen(self, interaction: discord.Interaction) -> tuple[str, ...]:
        """For those who may choose it: what nobody has chosen in this server yet."""
        chosen = self.resources.storage.settings(interaction.guild_id)
        if not (self.resources.serves(interaction.guild_id) and is_moderator(interaction, chosen)):
            return ()
        return tuple(key for name, key in CHOICES.items() if getattr(chosen, name) is None)


def public_commands(tree: app_commands.CommandTree) -> Iterator[str]:
    """The names of those that everybody may use in a server, in the order in which they were made."""
    for command in tree.get_commands(type=discord.AppCommandType.chat_input):
        contexts = command.allowed_contexts
        everybodys = command.default_permissions is None and (contexts is None or contexts.guild)
        if everybodys and command.name not in EXPLAINED:
            yield command.name


def help_card(say: Phrases, commands: Sequence[str], unchosen: Sequence[str] = ()) -> Card:
    """What Usher is, how to ask, what is not set up, and the commands."""
    # The list comes last: what follows a list without a blank line is drawn as part of its last line.
    listed = ("help.menu", *(f"help.{command}" for command in commands), "help.moderators")
    lacks = (say("help.not_set_up", names=say.join(say(key) for key in unchosen)),) if unchosen else ()
    above = (say("help.what"), say("help.ask"), say("help.promise"), *lacks)
    lines = (*above, *(bullet(say(key)) for key in listed))
    return Card(say("help.title"), lines)
