"""What features share with which moderators keep an entry: the group /entry, and which entry is meant."""

import asyncio
from collections.abc import Iterable

import discord
from discord import app_commands

from bot.entry.entry_session import EntrySession
from bot.feature import ModeratorFeature
from bot.rights import is_moderator
from bot.ui.actions import Action, Verb
from bot.ui.card import Button, ButtonStyle
from bot.ui.command_words import about
from bot.ui.film_label import choice_name
from bot.ui.limits import BUTTON_LABEL, CHOICES, TITLE, clip
from bot.ui.markdown import TYPED, escape
from bot.ui.modals import Field, FieldKind, Form
from bot.ui.responses import within_deadline
from knowledge.library import film_of
from knowledge.storage.database import DatabaseAway
from knowledge.storage.revision_writer import LONGEST_WHY
from knowledge.storage.revisions import Stage, entries
from knowledge.titles.films import Film
from knowledge.titles.folding import fold

GROUP = "entry"
MOST_CLOSE = 4
LONGEST_OPEN = 20
"""Letters that a button has around a film's name."""
Title = app_commands.Range[str, 1, 100]
Why = app_commands.Range[str, 1, LONGEST_WHY]
Number = app_commands.Range[int, 0, 100_000]


class EntryFeature(ModeratorFeature):
    """A feature whose commands stand in the group /entry."""

    def add_commands(self, tree: app_commands.CommandTree) -> None:
        """Adds its commands to the group; the first feature makes it."""
        group = tree.get_command(GROUP)
        if not isinstance(group, app_commands.Group):
            group = _new_group()
            tree.add_command(group)
        for command in self.get_app_commands():
            group.add_command(command)

    def session(self, interaction: discord.Interaction) -> EntrySession:
        """The moderator at work."""
        return EntrySession(self.resources, interaction)

    async def titles(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """The entries whose title holds what is typed so far; those that begin with it first."""
        session = self.session(interaction)
        if not is_moderator(interaction, session.storage.settings(interaction.guild_id)):
            return []
        films = await _films(session)
        found = await asyncio.to_thread(_holding, fold(typed), films.values())
        return [app_commands.Choice(name=choice_name(film), value=film.id) for film in found]

    async def films(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """The best known films for what is typed so far, with a guide or without."""
        session = self.session(interaction)
        if not is_moderator(interaction, session.storage.settings(interaction.guild_id)):
            return []
        titles = session.resources.replier(interaction.guild_id).guide.titles
        names = dict.fromkeys(choice_name(film) for film in titles.complete(typed[:TITLE], CHOICES))
        return [app_commands.Choice(name=name, value=name) for name in names]


def why_form(title: str, action: Action, label: str) -> Form:
    """Asks why."""
    why = Field("why", FieldKind.TEXT, label, required=True, most=LONGEST_WHY)
    return Form(title, action, (why,))


def _new_group() -> app_commands.Group:
    return app_commands.Group(
        name=GROUP,
        description=about("entry"),
        default_permissions=discord.Permissions(manage_guild=True),
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
    )


def _holding(wanted: str, films: Iterable[Film]) -> list[Film]:
    """The films in whose names it is, those that begin with it first; as many as can be offered."""
    names = ((fold(choice_name(film)), film) for film in films)
    found = sorted((name.find(wanted) > 0, name, film.id, film) for name, film in names if wanted in name)
    return [film for *_, film in found[:CHOICES]]


async def entry_of(session: EntrySession, title: str, *, near: bool = False) -> str | None:
    """The id of the entry that a chosen or typed title means; None after saying that there is none.

    With `near`, where nothing is changed by it, the beginning of one title alone is enough.
    """
    films = await _films(session)
    if title in films:
        return title
    wanted = fold(title)
    named = [film.id for film in films.values() if wanted in (fold(film.title), fold(choice_name(film)))]
    movie = named[0] if len(named) == 1 else session.resources.replier(session.server).film_id(title)
    if movie in films:
        return movie
    close = await asyncio.to_thread(_close, session, title, films)
    if near and len(close) == 1:
        return close[0].id
    say = session.say
    write = Button(say("entry.add"), Action(Verb.BEGIN, detail=title), ButtonStyle.MAIN)
    names = [clip(choice_name(film), BUTTON_LABEL - LONGEST_OPEN) for film in close[:MOST_CLOSE]]
    open_ = [
        Button(say.label("begin.open", name=name), Action(Verb.EDIT, film.id))
        for name, film in zip(names, close, strict=False)
    ]
    hint = (say("entry.close"),) if open_ else ()
    await session.tell(say("entry.none", title=escape(title, TYPED)), *hint, actions=(*open_, write))
    return None


def _close(session: EntrySession, title: str, films: dict[str, Film]) -> list[Film]:
    """Those in whose names it is, else those that it may be a misspelling of."""
    wanted = fold(title)
    if holding := _holding(wanted, films.values()):
        begins = [film for film in holding if fold(film.title).startswith(wanted)]
        return begins or holding
    found = session.resources.replier(session.server).guide.find(title)
    return [films[match.film.id] for match in found.matches if match.film.id in films]


async def _films(session: EntrySession) -> dict[str, Film]:
    """All that this server reads, what it keeps out of sight, and this person's own drafts."""
    library = session.library
    try:
        others = await _unshown(session)
    except DatabaseAway:
        others = []
    shown = await asyncio.to_thread(library.films)
    return {film.id: film for film in (*others, *shown)}


async def _unshown(session: EntrySession) -> list[Film]:
    drafts = await session.resources.drafts.all(session.server, session.who)
    mine = [Film(one.movie, str(one.entry["title"]), int(one.entry["year"])) for one in drafts]
    hidden = await within_deadline(session.storage.read(entries, session.server, Stage.DRAFT, Stage.RETIRED))
    return [*mine, *await asyncio.to_thread(lambda: [film_of(one.entry) for one in hidden])]
