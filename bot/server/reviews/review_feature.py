"""What features of reviews share: the groups /review and /moderate, and which film is meant."""

import discord
from discord import app_commands

from bot.feature import Feature, ModeratorFeature
from bot.resources import Resources
from bot.session import Session
from bot.ui.command_words import about
from bot.ui.film_label import choice_name
from bot.ui.markdown import TYPED, Markdown, escape, heading
from knowledge.storage.owners import ServerId
from knowledge.titles.films import Film
from knowledge.titles.folding import unslugged

IN_SERVERS = app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False)
OF_SERVERS = app_commands.AppInstallationType(guild=True, user=False)


class ReviewFeature(Feature):
    """A feature whose commands stand in the group /review, for everybody in a server."""

    def add_commands(self, tree: app_commands.CommandTree) -> None:
        """Adds its commands to the group; the first feature makes it."""
        _add(self, tree, "review", None)

    async def titles(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """The best known films for what is typed so far."""
        return list(self.resources.replier(interaction.guild_id).complete(typed))


class ReviewModeration(ModeratorFeature):
    """A feature whose commands stand in the group /moderate."""

    def add_commands(self, tree: app_commands.CommandTree) -> None:
        """Adds its commands to the group; the first feature makes it."""
        _add(self, tree, "moderate", discord.Permissions(manage_guild=True))


def _add(
    feature: Feature, tree: app_commands.CommandTree, name: str, rights: discord.Permissions | None
) -> None:
    group = tree.get_command(name)
    if not isinstance(group, app_commands.Group):
        group = app_commands.Group(
            name=name,
            description=about(name),
            default_permissions=rights,
            allowed_contexts=IN_SERVERS,
            allowed_installs=OF_SERVERS,
        )
        tree.add_command(group)
    for command in feature.get_app_commands():
        group.add_command(command)


def film_of(resources: Resources, server: ServerId, film_id: str) -> Film | None:
    """The film with this id, also one that it had before."""
    return resources.replier(server).guide.titles.named(film_id)


def reviewed_as(session: Session, film: Film) -> str:
    """Under which id its reviews are kept."""
    return session.library.reviewed_as(film.id, film.imdb)


def film_name(resources: Resources, server: ServerId, film_id: str) -> str:
    """The same as plain text, also of a film that this server knows no more."""
    film = film_of(resources, server, film_id)
    return choice_name(film) if film else unslugged(film_id)


def film_heading(resources: Resources, server: ServerId, film_id: str) -> Markdown:
    """*Title (Year)* of a film that reviews are kept of."""
    return heading(film_name(resources, server, film_id))


async def typed_film(session: Session, title: str) -> Film | None:
    """The film that a chosen or typed title certainly means; None after saying that there is none."""
    replier = session.resources.replier(session.server)
    found = replier.film_id(title)
    film = replier.guide.titles.named(found) if found else None
    if film is None:
        await session.tell(
            session.say("find.none", sought=escape(title, TYPED)), session.say("find.none_help")
        )
    return film


async def pressed_film(session: Session, film_id: str) -> Film | None:
    """The film of a button; None after saying that it is gone."""
    film = film_of(session.resources, session.server, film_id)
    if film is None:
        await session.tell(session.say("error.gone_film"))
    return film
