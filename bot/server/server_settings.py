"""/settings: what a server chose, and the form that changes it."""

from collections.abc import Collection

import discord
from discord import app_commands

from bot.dispatch import handles
from bot.feature import ModeratorFeature
from bot.guide_cache import COUNTRY
from bot.rights import may_manage, server_of
from bot.server.settings_message import BAR, PRIVATE, SECOND, WAIT, settings_form, settings_message
from bot.ui.actions import Action, Verb
from bot.ui.command_words import about
from bot.ui.markdown import APART, Markdown
from bot.ui.message import Message
from bot.ui.phrases import Phrases
from bot.ui.responses import Defer, open_form, send_or_edit
from knowledge.storage.servers import GUARDED, NAMES, ServerSettings, change_settings


class Settings(ModeratorFeature):
    """A server's settings."""

    @app_commands.command(name="settings", description=about("settings"))
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def settings(self, interaction: discord.Interaction) -> None:
        """Shows them."""
        await send_or_edit(interaction, self._message(interaction))

    @handles(Verb.SETTINGS)
    async def change(self, interaction: discord.Interaction, _: Action) -> None:
        """Opens the form."""
        chosen = self.resources.storage.settings(interaction.guild_id)
        boards = self.resources.storage.library(None).vocabulary.boards.values()
        country = chosen.country or COUNTRY
        await open_form(interaction, settings_form(chosen, country, boards, self.resources.say(interaction)))

    @handles(Verb.SETTINGS_SENT, defer=Defer.HERE)
    async def sent(self, interaction: discord.Interaction, action: Action) -> None:
        """Keeps what was changed in the form, as far as this person may change it."""
        new, changed = _chosen(action), _changed(action)
        refused = [] if may_manage(interaction) else [name for name in GUARDED if name in changed]
        kept = changed.difference(refused)
        if kept:
            await self.resources.storage.save(change_settings, server_of(interaction), new, kept)
        lines = _outcome_lines(kept, refused, self.resources.say(interaction))
        await send_or_edit(interaction, self._message(interaction).saying(*lines, *self._closed(interaction)))

    def _message(self, interaction: discord.Interaction) -> Message:
        chosen = self.resources.storage.settings(interaction.guild_id)
        say, country = self.resources.say(interaction), chosen.country or COUNTRY
        return settings_message(chosen, country, say, manages=may_manage(interaction))

    def _closed(self, interaction: discord.Interaction) -> tuple[str, ...]:
        """Said where the chosen channel is one in which we may not write."""
        chosen = self.resources.storage.settings(interaction.guild_id).queue_channel
        channel = interaction.guild.get_channel(chosen) if interaction.guild and chosen else None
        if channel is None:
            return ()
        may = channel.permissions_for(channel.guild.me)
        open_ = may.view_channel and may.send_messages
        say = self.resources.say(interaction)
        return () if open_ else (say("settings.channel_closed", channel=Markdown(channel.mention)),)


def _outcome_lines(kept: Collection[str], refused: Collection[str], say: Phrases) -> list[str]:
    """What was changed and what was not."""
    names = APART.join(say(f"settings.name_{name}") for name in refused)
    left: list[str] = [say("settings.refused", names=names)] if refused else []
    return [*left, say("settings.saved")] if kept or not refused else left


def _changed(action: Action) -> frozenset[str]:
    """Which settings are others than when the form opened; of a form that does not say, all."""
    opened = _opened(action.detail)
    new = _chosen(action)
    return frozenset(name for name in NAMES if opened is None or getattr(new, name) != getattr(opened, name))


def _opened(detail: str) -> ServerSettings | None:
    """What the form held when it opened; None where it does not say."""
    country, *numbers = detail.split(BAR)
    if len(numbers) != 6:
        return None
    role, channel, strictness, *rules = map(int, numbers)
    private, second, wait = map(bool, rules)
    return ServerSettings(role or None, channel or None, country or None, private, strictness, second, wait)


def _chosen(action: Action) -> ServerSettings:
    role, channel = action.one("role"), action.one("channel")
    rules = action.values.get("rules", ())
    return ServerSettings(
        moderator_role=int(role) if role else None,
        queue_channel=int(channel) if channel else None,
        country=action.one("country") or None,
        private_answers=PRIVATE in rules,
        strictness=int(action.one("strictness") or 0),
        second_person=SECOND in rules,
        reviews_wait=WAIT in rules,
    )
