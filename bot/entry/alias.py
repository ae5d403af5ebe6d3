"""/entry alias: another name of a film, from a command or from a title that looked like one."""

from collections.abc import Iterator

import discord
from discord import app_commands

from bot.dispatch import handles
from bot.entry.apply_change import apply
from bot.entry.entry_feature import EntryFeature, Title, entry_of
from bot.entry.entry_session import EntrySession
from bot.entry.fault_lines import named_text
from bot.ui.actions import Action, ActionVerb, Verb
from bot.ui.card import Button, ButtonStyle
from bot.ui.command_words import about, about_option
from bot.ui.markdown import escape
from bot.ui.message import Option
from bot.ui.modals import Field, FieldKind, Form
from bot.ui.phrases import Phrases
from bot.ui.responses import Defer, open_form
from knowledge.curation.draft import Draft, faults, preview, start_from
from knowledge.entry import Movie
from knowledge.storage.changes import Change
from knowledge.storage.revisions import ChangeKind, Stage, current
from knowledge.titles.folding import fold, unslugged

LONGEST_WHY = 500
NICKNAME = "nickname"
KINDS = ("translation", "original", NICKNAME)
LONGEST_NAME = 120


class AliasVerb(ActionVerb):
    """What is done here alone."""

    SENT = "alias_sent"


class Alias(EntryFeature):
    """Other names."""

    @app_commands.command(description=about("entry_alias"))
    @app_commands.describe(title=about_option("entry"), name=about_option("name"))
    @app_commands.autocomplete(title=EntryFeature.titles)
    async def alias(self, interaction: discord.Interaction, title: Title, name: Title = "") -> None:
        """Opens the form for an entry."""
        if movie := await entry_of(self.session(interaction), title):
            await open_form(interaction, alias_form(movie, name, self.resources.say(interaction)))

    @handles(Verb.ALIAS)
    async def open(self, interaction: discord.Interaction, action: Action) -> None:
        """Opens the form."""
        await open_form(interaction, alias_form(action.movie, action.detail, self.resources.say(interaction)))

    @handles(AliasVerb.SENT, defer=Defer.HERE)
    async def sent(self, interaction: discord.Interaction, action: Action) -> None:
        """Adds the name; to the server's own entry, or as its first change of the shared one."""
        session = self.session(interaction)
        now = await self.resources.storage.read(current, session.server, action.movie)
        own = now if now and now.stage is not Stage.RETIRED else None
        entry = own.entry if own else session.library.get(action.movie)
        if entry is None:
            await session.tell(session.say("entry.none", title=escape(unslugged(action.movie))))
            return
        named = _named(entry, action)
        if wrong := [*_taken(session, entry, action), *_faults(session, named)]:
            await self._explain(session, action, wrong)
            return
        kind = ChangeKind.ALIAS if own else ChangeKind.PUBLISH
        number = now.number if now else 0
        why = action.one("why")
        change = Change(action.movie, kind, session.who, why, number, preview(named), saw_shared=own is None)
        await apply(session, change, typed=(action.one("name"), why))

    async def _explain(self, session: EntrySession, action: Action, wrong: list[str]) -> None:
        again = Button(
            session.say("begin.again"), Action(Verb.ALIAS, action.movie, action.one("name")), ButtonStyle.MAIN
        )
        lines = [f"- {escape(says)}" for says in wrong[:5]]
        await session.tell(session.say("alias.faulty"), *lines, actions=(again,))


def _taken(session: EntrySession, entry: Movie, action: Action) -> Iterator[str]:
    """Why the name says nothing new, or is a nickname that means another film."""
    name = fold(action.one("name"))
    if name in _names(entry):
        yield session.say("alias.has_it", heading=entry.heading)
    if action.one("kind") == NICKNAME:
        others = (movie for movie in session.library.movies.values() if movie.id != entry.id)
        yield from (session.say("alias.other", heading=one.heading) for one in others if name in _names(one))


def _names(movie: Movie) -> set[str]:
    return {fold(name) for name in (movie.title, movie.heading, *(one.title for one in movie.also_known_as))}


def _faults(session: EntrySession, named: Draft) -> Iterator[str]:
    found = faults(named, session.library)
    yield from (named_text(one, named.entry, session.say) for one in found)


def _named(entry: Movie, action: Action) -> Draft:
    """The entry with the name."""
    draft = start_from(entry, 0)
    language = {"language": action.one("language").lower()} if action.one("language") else {}
    new = {"title": " ".join(action.one("name").split()), "kind": action.one("kind"), **language}
    names = [*draft.entry.get("also_known_as", ()), new]
    return Draft({**draft.entry, "also_known_as": names})


def alias_form(movie: str, name: str, say: Phrases) -> Form:
    """Asks for the name, what kind it is, and why."""
    kinds = tuple(Option(say(f"alias.{kind}"), kind) for kind in KINDS)
    name_field = Field(
        "name",
        FieldKind.LINE,
        say("alias.name"),
        "",
        (name,) if name else (),
        required=True,
        most=LONGEST_NAME,
    )
    why = Field("why", FieldKind.TEXT, say("publish.why"), "", required=True, most=LONGEST_WHY)
    kind = Field("kind", FieldKind.RADIO, say("alias.kind"), "", (NICKNAME,), kinds, required=True)
    language = Field("language", FieldKind.LINE, say("alias.language"), say("alias.language_hint"), most=20)
    return Form(say("alias.form"), Action(AliasVerb.SENT, movie), (name_field, kind, language, why))
