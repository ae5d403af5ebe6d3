"""usher doctor: looks at everything that Usher needs, and says in plain words what to do."""

import asyncio
import logging
from argparse import Namespace
from collections.abc import AsyncIterator
from tempfile import TemporaryDirectory
from typing import Any

from bot.cli import doctor_here
from bot.cli.diagnosis import Diagnosis, Health, care, ill
from bot.cli.discord_address import speak_to
from bot.cli.doctor_discord import ask_discord, option_names
from bot.cli.environment import read_settings
from bot.cli.error_lines import UsageError
from bot.cli.serve import build_bot
from bot.guide_factory import Guides
from bot.settings import Environment
from knowledge.curation.compiled_guide import compiled_guide
from knowledge.storage.storage import Storage

NO_TOKEN = "put it behind DISCORD_TOKEN= in .env (see README); without it the playground opens"


def examine(_: Namespace) -> int:
    """Prints a line a thing. Exit codes: 0 all works, 1 something does not."""
    logging.getLogger("discord").setLevel(logging.ERROR)
    return asyncio.run(_examine())


async def _examine() -> int:
    worst = 0
    async for diagnosis in diagnoses():
        print(diagnosis, flush=True)
        worst |= diagnosis.health is Health.ILL
    return worst


async def diagnoses() -> AsyncIterator[Diagnosis]:
    """What is found, the nearest first."""
    yield doctor_here.versions()
    try:
        settings = read_settings()
    except UsageError as faults:
        yield ill("settings", str(faults), "see .env.example")
        return
    yield doctor_here.unknown_settings() or Diagnosis("settings", "all can be read")
    for diagnosis in doctor_here.folder(settings):
        yield diagnosis
    yield doctor_here.database(settings)
    yield doctor_here.catalogue(settings)
    if settings.discord_token is None:
        yield care("token", "none is set", NO_TOKEN)
        return
    speak_to(settings.discord_api)
    async for diagnosis in ask_discord(
        settings.discord_token.hidden, settings.shards, await our_commands(settings)
    ):
        yield diagnosis


async def our_commands(settings: Environment) -> dict[str, Any]:
    """The commands that this Usher has, with their options by name."""
    library = compiled_guide(settings.catalogue).library()
    with TemporaryDirectory() as folder:
        async with Storage.open(f"sqlite:///{folder}/usher.db", library) as storage:
            bot = build_bot(storage, Guides())
            for feature in bot.features:
                feature.add_commands(bot.tree)
            return {one.name: option_names(one.to_dict(bot.tree)) for one in bot.tree.get_commands()}
