"""What comes back from Discord: the custom_id that was pressed or sent, and what was chosen or typed."""

from collections.abc import Iterator, Mapping
from typing import Any

import discord

from bot.ui.actions import CHOSEN

Values = Mapping[str, tuple[str, ...]]


def custom_id_of(interaction: discord.Interaction) -> str:
    """Of a button, a menu or a form; empty for all else."""
    data: Mapping[str, Any] = interaction.data or {}
    return str(data.get("custom_id", ""))


def values_of(interaction: discord.Interaction) -> Values:
    """What a menu or a form holds, by the names of its fields; a field left empty holds nothing."""
    data: Mapping[str, Any] = interaction.data or {}
    if "values" in data:
        return {CHOSEN: tuple(map(str, data["values"]))}
    return dict(_fields(data.get("components", ())))


def _fields(parts: Any) -> Iterator[tuple[str, tuple[str, ...]]]:
    for part in parts:
        inner = part.get("component", part)
        if "values" in inner:
            yield inner["custom_id"], tuple(map(str, inner["values"]))
        elif "value" in inner:
            yield inner["custom_id"], (str(inner["value"]).strip(),) if inner["value"] else ()
