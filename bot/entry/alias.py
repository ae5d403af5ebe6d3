"""/entry alias: another name of a film, from a command or from a title that looked like one."""

from collections.abc import Iterator

import discord

from bot.client import Usher
from bot.dispatch import Moderators, hears
from bot.entry.alias_form import NICKNAME, alias_form
from bot.entry.apply_change import apply
from bot.entry.fault_lines import placed_text
from bot.entry.session import ModeratorSession
from bot.ui.actions import Action
from bot.ui.markdown import escape
from bot.ui.message import Button, ButtonStyle
from bot.ui.responses import defer, open_form
from knowledge.curation.draft import Draft, faults, preview, start_from
from knowledge.entry import Movie
from knowledge.storage.changes import Change
from knowledge.storage.revisions import ChangeKind, Stage, current
from knowledge.titles.folding import fold


class AliasActions(Moderators):
    """Other names."""

    @hears("alias")
    async def alias(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Opens the form."""
        await open_form(interaction, alias_form(action.movie, action.detail, self.bot.say(interaction)))

    @hears("alias_sent")
    async def sent(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Adds the name; to the server's own entry, or as its first change of the shared one."""
        session = ModeratorSession(self.bot, interaction)
        await defer(interaction)
        now = await self.bot.storage.read(current, session.server, action.movie)
        own = now if now and now.life is not Stage.RETIRED else None
        entry = own.entry if own else session.library.get(action.movie)
        if entry is None:
            await session.tell(session.say("entry.none", title=escape(action.movie)))
            return
        named = _named(entry, action)
        if wrong := [*_taken(session, entry, action), *_faults(session, named)]:
            await self._explain(session, action, wrong)
            return
        deed = ChangeKind.ALIAS if own else ChangeKind.PUBLISH
        number = now.number if now else 0
        why = action.one("why")
        change = Change(action.movie, deed, session.who, why, number, preview(named), saw_shared=own is None)
        await apply(session, change, typed=(action.one("name"), why))

    async def _explain(self, session: ModeratorSession, action: Action, wrong: list[str]) -> None:
        again = Button(
            session.say("begin.again"), Action("alias", action.movie, action.one("name")), ButtonStyle.MAIN
        )
        lines = [f"- {escape(says)}" for says in wrong[:5]]
        await session.tell(session.say("alias.faulty"), *lines, actions=(again,))


def _taken(session: ModeratorSession, entry: Movie, action: Action) -> Iterator[str]:
    """Why the name says nothing new, or is a nickname that means another film."""
    name = fold(action.one("name"))
    if name in _names(entry):
        yield session.say("alias.has_it", heading=entry.heading)
    if action.one("kind") == NICKNAME:
        others = (movie for movie in session.library.movies.values() if movie.id != entry.id)
        yield from (session.say("alias.other", heading=one.heading) for one in others if name in _names(one))


def _names(movie: Movie) -> set[str]:
    return {fold(name) for name in (movie.title, movie.heading, *(one.title for one in movie.also_known_as))}


def _faults(session: ModeratorSession, named: Draft) -> Iterator[str]:
    yield from (placed_text(one, session.say) for one in faults(named, session.library))


def _named(entry: Movie, action: Action) -> Draft:
    """The entry with the name."""
    draft = start_from(entry, 0)
    language = {"language": action.one("language").lower()} if action.one("language") else {}
    new = {"title": " ".join(action.one("name").split()), "kind": action.one("kind"), **language}
    names = [*draft.entry.get("also_known_as", ()), new]
    return Draft({**draft.entry, "also_known_as": names})


async def setup(bot: Usher) -> None:
    """Adds the cog."""
    await bot.add_cog(AliasActions(bot))
