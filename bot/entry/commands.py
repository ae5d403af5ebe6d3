"""/entry: the commands with which moderators keep the guide. What each does stands beside this file."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Usher
from bot.cooldown import Rate
from bot.entry.alias_form import alias_form
from bot.entry.apply_change import apply_to_current
from bot.entry.compare import show_difference
from bot.entry.draft_start import begin, edit
from bot.entry.entry_titles import entry_of, entry_titles
from bot.entry.history import show_history
from bot.entry.incomplete import show_incomplete
from bot.entry.offer import offer_entry
from bot.entry.paste_form import page_form
from bot.entry.session import ModeratorSession
from bot.entry.upload import export, upload
from bot.rights import require_moderator
from bot.ui.command_words import about, about_option, choice
from bot.ui.responses import defer, open_form
from knowledge.curation.export import FORMATS
from knowledge.storage.revision_writer import LONGEST_WHY
from knowledge.storage.revisions import ChangeKind

Title = app_commands.Range[str, 1, 100]
Why = app_commands.Range[str, 1, LONGEST_WHY]
Number = app_commands.Range[int, 0, 100_000]


@app_commands.default_permissions(manage_guild=True)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
class Entries(commands.GroupCog, group_name="entry", group_description=about("entry")):
    """Commands about one entry."""

    def __init__(self, bot: Usher) -> None:
        super().__init__()
        self._bot = bot

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        """Looked at for each command, when it is used."""
        require_moderator(interaction, self._bot.storage.settings(interaction.guild_id))
        return True

    @app_commands.command(description=about("entry_add"))
    @app_commands.describe(title=about_option("new_title"), year=about_option("year"))
    async def add(
        self,
        interaction: discord.Interaction[Usher],
        title: Title,
        year: app_commands.Range[int, 1888, 2100] | None = None,
    ) -> None:
        """Starts or resumes a draft."""
        await begin(ModeratorSession(self._bot, interaction), title, year)

    @app_commands.command(description=about("entry_edit"))
    @app_commands.describe(title=about_option("entry"))
    @app_commands.autocomplete(title=entry_titles)
    async def edit(self, interaction: discord.Interaction[Usher], title: Title) -> None:
        """Opens it as a draft."""
        await defer(interaction)
        session = ModeratorSession(self._bot, interaction)
        if movie := await entry_of(session, title):
            await edit(session, movie)

    @app_commands.command(description=about("entry_upload"))
    @app_commands.describe(file=about_option("file"))
    async def upload(self, interaction: discord.Interaction[Usher], file: discord.Attachment) -> None:
        """Shows what it would change."""
        self._bot.cooldown.count(interaction.user.id, Rate.UPLOAD)
        await defer(interaction)
        await upload(ModeratorSession(self._bot, interaction), file)

    @app_commands.command(description=about("entry_paste"))
    async def paste(self, interaction: discord.Interaction[Usher]) -> None:
        """Opens the form."""
        await open_form(interaction, page_form(self._bot.say(interaction)))

    @app_commands.command(description=about("entry_export"))
    @app_commands.describe(title=about_option("entry_or_all"), kind=about_option("kind"))
    @app_commands.choices(kind=[choice(ending) for ending in FORMATS])
    @app_commands.autocomplete(title=entry_titles)
    async def export(
        self, interaction: discord.Interaction[Usher], title: Title | None = None, kind: str = "toml"
    ) -> None:
        """Sends the file."""
        await defer(interaction)
        session = ModeratorSession(self._bot, interaction)
        movie = await entry_of(session, title) if title else None
        if movie or not title:
            await export(session, movie, kind)

    @app_commands.command(description=about("entry_alias"))
    @app_commands.describe(title=about_option("entry"), name=about_option("name"))
    @app_commands.autocomplete(title=entry_titles)
    async def alias(self, interaction: discord.Interaction[Usher], title: Title, name: Title = "") -> None:
        """Opens the form."""
        if movie := await entry_of(ModeratorSession(self._bot, interaction), title):
            await open_form(interaction, alias_form(movie, name, self._bot.say(interaction)))

    @app_commands.command(description=about("entry_compare"))
    @app_commands.describe(title=about_option("entry"), one=about_option("one"), two=about_option("two"))
    @app_commands.autocomplete(title=entry_titles)
    async def compare(
        self,
        interaction: discord.Interaction[Usher],
        title: Title,
        one: Number | None = None,
        two: Number | None = None,
    ) -> None:
        """Shows the difference."""
        await defer(interaction)
        session = ModeratorSession(self._bot, interaction)
        if movie := await entry_of(session, title):
            await show_difference(session, movie, one, two)

    @app_commands.command(description=about("entry_revert"))
    @app_commands.describe(
        title=about_option("entry"), number=about_option("number"), why=about_option("why")
    )
    @app_commands.autocomplete(title=entry_titles)
    async def revert(
        self, interaction: discord.Interaction[Usher], title: Title, number: Number, why: Why
    ) -> None:
        """Nothing of what came after is lost."""
        await _apply(self._bot, interaction, title, ChangeKind.REVERT, why, number)

    @app_commands.command(description=about("entry_lock"))
    @app_commands.describe(title=about_option("entry"), why=about_option("why"))
    @app_commands.autocomplete(title=entry_titles)
    async def lock(self, interaction: discord.Interaction[Usher], title: Title, why: Why) -> None:
        """Locks it."""
        await _apply(self._bot, interaction, title, ChangeKind.LOCK, why)

    @app_commands.command(description=about("entry_unlock"))
    @app_commands.describe(title=about_option("entry"), why=about_option("why"))
    @app_commands.autocomplete(title=entry_titles)
    async def unlock(self, interaction: discord.Interaction[Usher], title: Title, why: Why) -> None:
        """Unlocks it."""
        await _apply(self._bot, interaction, title, ChangeKind.UNLOCK, why)

    @app_commands.command(description=about("entry_retire"))
    @app_commands.describe(title=about_option("entry"), why=about_option("why"))
    @app_commands.autocomplete(title=entry_titles)
    async def retire(self, interaction: discord.Interaction[Usher], title: Title, why: Why) -> None:
        """Retires it."""
        await _apply(self._bot, interaction, title, ChangeKind.RETIRE, why)

    @app_commands.command(description=about("entry_offer"))
    @app_commands.describe(title=about_option("entry"))
    @app_commands.autocomplete(title=entry_titles)
    async def offer(self, interaction: discord.Interaction[Usher], title: Title) -> None:
        """The person who runs the bot decides."""
        await defer(interaction)
        session = ModeratorSession(self._bot, interaction)
        if movie := await entry_of(session, title):
            await offer_entry(session, movie)

    @app_commands.command(description=about("entry_incomplete"))
    async def incomplete(self, interaction: discord.Interaction[Usher]) -> None:
        """Lists it."""
        await defer(interaction)
        await show_incomplete(ModeratorSession(self._bot, interaction))

    @app_commands.command(description=about("entry_history"))
    @app_commands.describe(title=about_option("entry"))
    @app_commands.autocomplete(title=entry_titles)
    async def history(self, interaction: discord.Interaction[Usher], title: Title) -> None:
        """Every revision."""
        await defer(interaction)
        session = ModeratorSession(self._bot, interaction)
        if movie := await entry_of(session, title):
            await show_history(session, movie)


async def _apply(
    bot: Usher,
    interaction: discord.Interaction[Usher],
    title: str,
    kind: ChangeKind,
    why: str,
    number: int | None = None,
) -> None:
    await defer(interaction)
    session = ModeratorSession(bot, interaction)
    if movie := await entry_of(session, title):
        await apply_to_current(session, movie, kind, why, number)


async def setup(bot: Usher) -> None:
    """Adds the cog."""
    await bot.add_cog(Entries(bot))
