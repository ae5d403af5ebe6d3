"""/entry alias: another name of a film, from a command or from a title that looked like one."""

from collections.abc import Iterator

import discord

from bot.client import Usher
from bot.dispatch import Moderators, hears
from bot.entry.alias_form import NICKNAME, alias_form
from bot.entry.apply_change import apply
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
    async def alias(self, interaction: discord.Interaction[Usher], order: Action) -> None:
        """Opens the form."""
        await open_form(interaction, alias_form(order.movie, order.detail, self.bot.say(interaction)))

    @hears("alias_sent")
    async def sent(self, interaction: discord.Interaction[Usher], order: Action) -> None:
        """Adds the name; to the server's own entry, or as its first change of the shared one."""
        editor = ModeratorSession(self.bot, interaction)
        await defer(interaction)
        now = await self.bot.storage.read(current, editor.server, order.movie)
        own = now if now and now.life is not Stage.RETIRED else None
        entry = own.entry if own else editor.library.get(order.movie)
        if entry is None:
            await editor.tell(editor.say("entry.none", title=escape(order.movie)))
            return
        named = _named(entry, order)
        if wrong := [*_taken(editor, entry, order), *_faults(editor, named)]:
            await self._explain(editor, order, wrong)
            return
        deed = ChangeKind.ALIAS if own else ChangeKind.PUBLISH
        number = now.number if now else 0
        why = order.one("why")
        change = Change(order.movie, deed, editor.who, why, number, preview(named), saw_shared=own is None)
        await apply(editor, change, typed=(order.one("name"), why))

    async def _explain(self, editor: ModeratorSession, order: Action, wrong: list[str]) -> None:
        again = Button(
            editor.say("begin.again"), Action("alias", order.movie, order.one("name")), ButtonStyle.MAIN
        )
        lines = [f"- {escape(says)}" for says in wrong[:5]]
        await editor.tell(editor.say("alias.faulty"), *lines, actions=(again,))


def _taken(editor: ModeratorSession, entry: Movie, order: Action) -> Iterator[str]:
    """Why the name says nothing new, or is a nickname that means another film."""
    name = fold(order.one("name"))
    if name in _names(entry):
        yield editor.say("alias.has_it", heading=entry.heading)
    if order.one("kind") == NICKNAME:
        others = (movie for movie in editor.library.movies.values() if movie.id != entry.id)
        yield from (editor.say("alias.other", heading=one.heading) for one in others if name in _names(one))


def _names(movie: Movie) -> set[str]:
    return {fold(name) for name in (movie.title, movie.heading, *(one.title for one in movie.also_known_as))}


def _faults(editor: ModeratorSession, named: Draft) -> Iterator[str]:
    yield from (f"{one.key}: {one.says}" for one in faults(named, editor.library))


def _named(entry: Movie, order: Action) -> Draft:
    """The entry with the name."""
    draft = start_from(entry, 0)
    language = {"language": order.one("language").lower()} if order.one("language") else {}
    new = {"title": " ".join(order.one("name").split()), "kind": order.one("kind"), **language}
    names = [*draft.entry.get("also_known_as", ()), new]
    return Draft({**draft.entry, "also_known_as": names})


async def setup(bot: Usher) -> None:
    """Adds the cog."""
    await bot.add_cog(AliasActions(bot))
