"""The bare bot that Usher is measured beside: discord.py alone, and "pong" to whatever one does."""

import os

import discord
from discord import app_commands
from discord.ext import commands
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL


class Pong(commands.AutoShardedBot):
    """Knows nothing."""

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Answers."""
        if interaction.type is discord.InteractionType.autocomplete:
            await interaction.response.autocomplete([app_commands.Choice(name="pong", value="pong")])
        else:
            await interaction.response.send_message("pong", ephemeral=True)

    async def on_ready(self) -> None:
        """Says so, as Usher does."""
        print("pong is ready in servers", flush=True)


def main() -> None:
    """Runs until it is stopped."""
    Route.BASE = os.environ["USHER_DISCORD_API"]
    DiscordWebSocket.DEFAULT_GATEWAY = URL(Route.BASE.replace("http", "ws") + "/gateway")
    bot = Pong(
        commands.when_mentioned, intents=discord.Intents(guilds=True), help_command=None, max_messages=None
    )
    # Without its tree: the library would look for commands that are none of its own, and log each.
    bot._connection._command_tree = None  # pyright: ignore[reportPrivateUsage]  # nothing public does it
    bot.run("a-token", log_handler=None)


if __name__ == "__main__":
    main()
