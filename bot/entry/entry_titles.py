"""Which entry a moderator means, and what is offered while they type. No cog: all cogs use it."""

import asyncio
from collections.abc import Iterable

import discord
from discord import app_commands

from bot.client import Usher
from bot.entry.session import ModeratorSession
from bot.film.not_found_cards import choice_name
from bot.rights import is_moderator
from bot.ui.actions import Action
from bot.ui.limits import CHOICES
from bot.ui.markdown import TYPED, escape
from bot.ui.message import Button, ButtonStyle
from bot.ui.responses import within_deadline
from knowledge.library import film_of
from knowledge.storage.database import DatabaseAway
from knowledge.storage.revisions import Stage, entries
from knowledge.titles.films import Film
from knowledge.titles.folding import fold


async def entry_titles(interaction: discord.Interaction[Usher], typed: str) -> list[app_commands.Choice[str]]:
    """The entries whose title holds what is typed so far; those that begin with it first."""
    session = ModeratorSession(interaction.client, interaction)
    if not is_moderator(interaction, session.bot.storage.settings(interaction.guild_id)):
        return []
    films = await _films(session)
    found = await asyncio.to_thread(_holding, fold(typed), films.values())
    return [app_commands.Choice(name=choice_name(film), value=film.id) for film in found]


def _holding(wanted: str, films: Iterable[Film]) -> list[Film]:
    """The films in whose names it is, those that begin with it first; as many as can be offered."""
    names = ((fold(choice_name(film)), film) for film in films)
    found = sorted((name.find(wanted) > 0, name, film.id, film) for name, film in names if wanted in name)
    return [film for *_, film in found[:CHOICES]]


async def entry_of(session: ModeratorSession, title: str) -> str | None:
    """The id of the entry that a chosen or typed title means; None after saying that there is none."""
    films = await _films(session)
    if title in films:
        return title
    wanted = fold(title)
    named = [film.id for film in films.values() if wanted in (fold(film.title), fold(choice_name(film)))]
    movie = named[0] if len(named) == 1 else session.bot.replier(session.server).film_id(title)
    if movie in films:
        return movie
    write = Button(session.say("entry.add"), Action("begin", detail=title), ButtonStyle.MAIN)
    await session.tell(session.say("entry.none", title=escape(title, TYPED)), actions=(write,))
    return None


async def _films(session: ModeratorSession) -> dict[str, Film]:
    """All that this server reads, what it keeps out of sight, and this person's own drafts."""
    library = session.library
    try:
        others = await _unshown(session)
    except DatabaseAway:
        others = []
    return {film.id: film for film in others} | await asyncio.to_thread(
        lambda: {movie.id: film_of(movie) for movie in library.movies.values()}
    )


async def _unshown(session: ModeratorSession) -> list[Film]:
    drafts = await session.bot.drafts.all(session.server, session.who)
    mine = [Film(one.movie, str(one.entry["title"]), int(one.entry["year"])) for one in drafts]
    hidden = await within_deadline(
        session.bot.storage.read(entries, session.server, Stage.DRAFT, Stage.RETIRED)
    )
    return [*mine, *await asyncio.to_thread(lambda: [film_of(one.entry) for one in hidden])]
