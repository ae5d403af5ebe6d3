"""Longer texts of people, made harmless for a message. Short ones that were typed: saying.py."""

import discord

from bot.cards.limits import clip

MOST = 300


def quoted(text: str, most: int = MOST) -> str:
    """In one line, without mark-up or mention, at most so many characters before escaping."""
    plain = " ".join(text.split())
    return discord.utils.escape_mentions(discord.utils.escape_markdown(clip(plain, most)))
