"""Which entry a moderator means, and what is offered while they type. No cog: all cogs use it."""

import discord
from discord import app_commands

from bot.cards.board import Action, Look
from bot.cards.finding import choice_name
from bot.cards.limits import CHOICES
from bot.cards.markdown import TYPED, escape
from bot.cards.orders import Order
from bot.client import Usher
from bot.moderation.editor import Editor
from bot.moderation.rights import is_moderator
from bot.moderation.showing import soon
from knowledge.guide import film_of
from knowledge.storage.database import DatabaseAway
from knowledge.storage.revisions import Life, entries
from knowledge.titles.films import Film
from knowledge.titles.folding import fold


async def entry_titles(interaction: discord.Interaction[Usher], typed: str) -> list[app_commands.Choice[str]]:
    """The entries whose title holds what is typed so far; those that begin with it first."""
    editor = Editor(interaction.client, interaction)
    if not is_moderator(interaction, editor.bot.storage.settings(interaction.guild_id)):
        return []
    wanted = fold(typed)
    names = ((fold(choice_name(film)), film) for film in (await _films(editor)).values())
    found = sorted((name.find(wanted) > 0, name, film.id, film) for name, film in names if wanted in name)
    return [app_commands.Choice(name=choice_name(film), value=film.id) for *_, film in found[:CHOICES]]


async def entry_of(editor: Editor, title: str) -> str | None:
    """The id of the entry that a chosen or typed title means; None after saying that there is none."""
    films = await _films(editor)
    if title in films:
        return title
    wanted = fold(title)
    named = [film.id for film in films.values() if wanted in (fold(film.title), fold(choice_name(film)))]
    movie = named[0] if len(named) == 1 else editor.bot.desk(editor.server).film_id(title)
    if movie in films:
        return movie
    write = Action(editor.say("entry.add"), Order("begin", rest=title), Look.MAIN)
    await editor.tell(editor.say("entry.none", title=escape(title, TYPED)), actions=(write,))
    return None


async def _films(editor: Editor) -> dict[str, Film]:
    """All that this server reads, what it keeps out of sight, and this person's own drafts."""
    shown = {movie.id: film_of(movie) for movie in editor.library.movies.values()}
    try:
        return {film.id: film for film in await _unshown(editor)} | shown
    except DatabaseAway:
        return shown


async def _unshown(editor: Editor) -> list[Film]:
    drafts = await editor.bot.drafts.all(editor.server, editor.who)
    mine = [Film(one.movie, str(one.entry["title"]), int(one.entry["year"])) for one in drafts]
    hidden = await soon(editor.bot.storage.read(entries, editor.server, Life.DRAFT, Life.RETIRED))
    return [*mine, *(film_of(one.entry) for one in hidden)]
