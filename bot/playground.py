"""No token: the same bot and its real commands, in a local browser page."""

import logging
import webbrowser
from collections.abc import Callable

import discord
import simcord

WELCOME = """### Welcome to Usher's playground
This is the real bot in a pretend Discord on your own machine. Nothing leaves it.
**Try this:**
- `/movie` and type `nver let me go`
- then `/ask` *is it OK for 13?*
- then write `@Usher and for 16?` here, or press the card's buttons
- or `/help`
Or write Usher a direct message: *my 8 and 12 yr olds want to see coraline tonight, too scary?*
-# Unlike Discord: the language is always English, all is forgotten when you stop, and nobody else is here."""

log = logging.getLogger(__name__)


async def play(bot: discord.Client, port: int, ready: Callable[[str], None]) -> None:
    """Serves the page until it is closed; `ready` is told its address, which is also its key."""
    async with simcord.run(bot, check_errors=False, shard_count=1) as env:
        server = env.create_guild(name="The playground")
        channel = server.create_text_channel("films")
        parent = server.add_member(env.create_user("parent", global_name="You"))
        found = bot.get_channel(channel.id)
        if isinstance(found, discord.TextChannel):
            await found.send(WELCOME)
        await parent.send_dm("hello")
        await env.settle()
        async with env.preview(channel, viewers=[parent], layout="channel", port=port) as preview:
            ready(preview.url)
            await preview.wait_closed()


def tell(url: str) -> None:
    """Says where the page is, and opens it where there is a browser."""
    print(f"Usher's playground is open at {url}\nPress Ctrl+C to stop.", flush=True)
    if not webbrowser.open(url):
        log.info("no browser could be opened; open the address yourself")
